/** Values that builds use and no output may show (threats.md rule 3). */
import {resolve} from 'node:path';
import type {BakeTarget} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import {valuesToMask} from '../../domain/text/secrets.ts';
import {RefusedFile} from '../../errors.ts';
import {readNamedText, type Bounds} from '../named.ts';

const TOKENS = [
  'INPUT_TOKEN',
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
const LARGEST_SECRET = 64 * 1024;

export interface MaskedPlan {
  readonly targets: readonly BakeTarget[];
  readonly workdir: string;
  readonly bounds: Bounds;
  /** Texts of committed Dockerfiles, bake and compose files: what stands there is no secret. */
  readonly committed: readonly string[];
}

export async function maskPlan(plan: MaskedPlan, deps: Deps): Promise<void> {
  const {env} = deps.workflow;
  const {targets, committed} = plan;
  const declared = targets.flatMap((target) => target.secret ?? []);
  const fromEnv = declared.flatMap((secret) => [
    secret.env ?? (secret.src === undefined ? secret.id : undefined),
  ]);
  const files = await Promise.all(
    declared.map((secret) => secretFile(pathOf(secret), {plan, deps})),
  );
  const args = targets.flatMap((target) => Object.values(target.args ?? {}));
  deps.secrets.add(
    [...TOKENS, ...fromEnv].flatMap((name) => (name === undefined ? [] : (env[name] ?? []))),
  );
  deps.secrets.add(files);
  deps.secrets.add(
    valuesToMask(
      args.filter((value) => value !== null),
      committed,
    ),
  );
}

/** A large file (a bundle of certificates) is no password. */
async function secretFile(
  src: string | undefined,
  {plan, deps}: {readonly plan: MaskedPlan; readonly deps: Deps},
): Promise<string> {
  if (src === undefined) return '';
  const naming = {bounds: plan.bounds, by: 'repository', maxBytes: LARGEST_SECRET} as const;
  try {
    return await readNamedText(resolve(plan.workdir, src), naming, deps);
  } catch (error) {
    // What is no file would be waited for by buildx too.
    if (error instanceof RefusedFile && error.refusal === 'not-a-file') throw error;
    return '';
  }
}

/** buildx takes the id for a file's path when nothing else is said. */
function pathOf({id, env, src}: NonNullable<BakeTarget['secret']>[number]): string | undefined {
  return src ?? (env === undefined ? id : undefined);
}
