/** Values that builds use and no output may show (threats.md rules 3 and 15). */
import {resolve} from 'node:path';
import type {BakeTarget} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import {namedVariables, secretVariables} from '../../domain/environment/job-secrets.ts';
import {cachePlaces, targetIdentities, refuseSecretNames} from '../../domain/plan/identities.ts';
import {valuesToMask} from '../../domain/text/secrets.ts';
import {ownProperty} from '../../domain/own-property.ts';
import {RefusedFile} from '../../errors.ts';
import {readNamedText, type Bounds} from './named-files.ts';

const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN'];
const LARGEST_SECRET = 64 * 1024;

export interface NamedValues {
  readonly texts: readonly string[];
  readonly committed: readonly string[];
  readonly set: readonly string[];
}

/**
 * What a definition may say before anybody has resolved it: a tool's words about it may hold the value of
 * any variable that it names, or of a `set` of the user.
 */
export function maskNamed(
  {texts, committed, set}: NamedValues,
  {secrets, workflow}: Pick<Deps, 'secrets' | 'workflow'>,
): void {
  const given = set.map((entry) => entry.slice(entry.indexOf('=') + 1));
  secrets.suspect([...namedVariables(texts, workflow.env), ...given]);
  secrets.clear((value) => committed.some((text) => text.includes(value)));
}

export interface Resolved {
  readonly targets: Readonly<Record<string, BakeTarget>>;
  /** Absolute: where paths of the definition start. */
  readonly folder: string;
  /** Texts of definition files: a name that stands there is no secret's. */
  readonly committed: readonly string[];
  /** Its names are those of folders, and no variable's. */
  readonly isFound: boolean;
}

/**
 * What became a name, a path, a platform or a tag is shown.
 *
 * @throws {UserError} where that is a secret
 */
export function holdToNames(
  {targets, folder, committed, isFound}: Resolved,
  {secrets, workflow: {env}}: Pick<Deps, 'secrets' | 'workflow'>,
): void {
  const identities = targetIdentities(targets).map(({kind, text}) => ({
    kind,
    text: text.replaceAll(folder, ''),
  }));
  const declared = declaredVariables(Object.values(targets)).flatMap((name) => {
    const value = ownProperty(env, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const named = [...secretVariables(env)].filter(([, value]) => secrets.mask(value) !== value);
  const variables = new Map([...named, ...declared]);
  if (!isFound) refuseSecretNames({identities, secrets: variables, committed});
  const open = [...identities.map(({text}) => text), ...cachePlaces(targets)];
  secrets.clear((value) => open.some((text) => text.includes(value)));
}

export interface MaskedPlan {
  readonly targets: readonly BakeTarget[];
  /** Absolute: where paths of the definition start. */
  readonly folder: string;
  readonly bounds: Bounds;
  /** Texts of committed Dockerfiles, bake and compose files: what stands there is no secret. */
  readonly committed: readonly string[];
}

export async function maskPlan(plan: MaskedPlan, deps: Deps): Promise<void> {
  const {env} = deps.workflow;
  const {targets, committed} = plan;
  const declared = targets.flatMap((target) => target.secret ?? []);
  const files = await Promise.all(
    declared.map((secret) => secretFile(pathOf(secret), {plan, deps})),
  );
  const given = targets.flatMap(({args}) => Object.values(args ?? {}));
  deps.secrets.add(
    [...TOKENS, ...declaredVariables(targets)].flatMap((name) => ownProperty(env, name) ?? []),
  );
  deps.secrets.add(files);
  deps.secrets.add(
    valuesToMask(
      given.filter((value) => value !== null),
      committed,
    ),
  );
  deps.secrets.clear((value) => committed.some((text) => text.includes(value)));
}

/** Environment variables that its secrets are taken from. */
function declaredVariables(targets: readonly BakeTarget[]): readonly string[] {
  return targets
    .flatMap((target) => target.secret ?? [])
    .flatMap((secret) => secret.env ?? (secret.src === undefined ? (secret.id ?? []) : []));
}

/** A large file (a bundle of certificates) is no password. */
async function secretFile(
  src: string | undefined,
  {plan, deps}: {readonly plan: MaskedPlan; readonly deps: Deps},
): Promise<string> {
  if (src === undefined) return '';
  const naming = {bounds: plan.bounds, by: 'repository', maxBytes: LARGEST_SECRET} as const;
  try {
    return await readNamedText(resolve(plan.folder, src), naming, deps);
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
