/** Values that builds use and no output may show (threats.md rule 3). */
import {resolve} from 'node:path';
import type {BakeTarget} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import {valuesToMask} from '../../domain/text/secrets.ts';
import {own} from '../../domain/own.ts';

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
    declared.map((secret) => secretFile(secret.src, {workdir: plan.workdir, deps})),
  );
  const args = targets.flatMap((target) => Object.values(target.args ?? {}));
  deps.secrets.add(
    [...TOKENS, ...fromEnv].flatMap((name) => (name === undefined ? [] : (own(env, name) ?? []))),
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
  at: {readonly workdir: string; readonly deps: Deps},
): Promise<string> {
  if (src === undefined) return '';
  try {
    return await at.deps.files.readText(resolve(at.workdir, src), LARGEST_SECRET);
  } catch {
    return '';
  }
}
