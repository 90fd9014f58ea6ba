import {z} from 'zod';
import type {Deps, RunResult} from '../deps.ts';
import type {Definition} from '../domain/definition.ts';
import {ToolError} from '../errors.ts';
import {expectSuccess} from './tool.ts';
import {orEmptyList, orUndefined} from '../domain/nullish-schemas.ts';
import {dictionary, ownProperty} from '../domain/own-property.ts';
import {isDeep} from '../domain/text/json.ts';

const BAKE = 'docker buildx bake';

const listSchema = orEmptyList(z.object({name: z.string(), group: orUndefined(z.boolean())}));

export interface ListedTargets {
  readonly targets: readonly string[];
  readonly groups: readonly string[];
}

export async function listTargets(
  deps: Pick<Deps, 'exec'>,
  source: Pick<DefinitionPlace, 'cwd' | 'mirror'> & {readonly files: readonly string[]},
): Promise<ListedTargets> {
  const result = await ask(deps, {
    ...source,
    args: [...fileArgs(source.files), '--list=type=targets,format=json'],
  });
  const entries = printed(result, listSchema);
  return {
    targets: entries.filter((entry) => entry.group !== true).map((entry) => entry.name),
    groups: entries.filter((entry) => entry.group === true).map((entry) => entry.name),
  };
}

const secretSchema = z.looseObject({
  id: orUndefined(z.string()),
  env: orUndefined(z.string()),
  src: orUndefined(z.string()),
});

const cacheSchema = z.looseObject({
  type: orUndefined(z.string()),
  src: orUndefined(z.string()),
  dest: orUndefined(z.string()),
});

const targetSchema = z.looseObject({
  context: orUndefined(z.string()),
  contexts: orUndefined(dictionary(z.string())),
  dockerfile: orUndefined(z.string()),
  'dockerfile-inline': orUndefined(z.string()),
  target: orUndefined(z.string()),
  platforms: orUndefined(z.array(z.string())),
  tags: orUndefined(z.array(z.string())),
  args: orUndefined(dictionary(z.string().nullable())),
  labels: orUndefined(dictionary(z.string().nullable())),
  secret: orUndefined(z.array(secretSchema)),
  ssh: orUndefined(
    z.array(z.looseObject({id: orUndefined(z.string()), paths: orUndefined(z.array(z.string()))})),
  ),
  'cache-from': orUndefined(z.array(cacheSchema)),
  'cache-to': orUndefined(z.array(cacheSchema)),
  output: orUndefined(z.array(z.looseObject({type: orUndefined(z.string())}))),
  call: orUndefined(z.string()),
  policy: orUndefined(z.array(z.unknown())),
  entitlements: orUndefined(z.array(z.string())),
});
export type BakeTarget = z.infer<typeof targetSchema>;

type Groups = Readonly<Record<string, {readonly targets: readonly string[]}>>;

const printSchema = z.object({
  group: orUndefined(dictionary(z.object({targets: orEmptyList(z.string())}))),
  target: orUndefined(dictionary(targetSchema)),
});

export interface PrintedDefinition {
  /** What would be built, in order; targets that are only used as a context are not here. */
  readonly built: readonly string[];
  readonly targets: Readonly<Record<string, BakeTarget>>;
  /** All of it, as JSON: a bake file that needs no variable. */
  readonly resolved: string;
}

/** The definition as bake resolves it, without building anything. */
export async function printDefinition(
  deps: Pick<Deps, 'exec'>,
  place: DefinitionPlace & {readonly definition: Definition},
): Promise<PrintedDefinition> {
  const {definition} = place;
  const args = [...definitionArgs(definition), '--print', ...definition.targets];
  const resolved = await ask(deps, {...place, args});
  const {target: targets = {}, group: groups = {}} = printed(resolved, printSchema);
  // bake calls what it was asked for `default`, patterns resolved.
  const isTold = ownProperty(groups, 'default') !== undefined || definition.targets.length === 0;
  const asked = isTold ? ['default'] : definition.targets;
  return {built: expand(asked, groups), targets, resolved};
}

/** @throws {ToolError} for what no version of bake that is known prints */
function printed<T>(text: string, schema: z.ZodType<T>): T {
  try {
    const document: unknown = JSON.parse(text);
    if (isDeep(document)) throw new Error('it is nested too deeply');
    return schema.parse(document);
  } catch (cause) {
    throw new ToolError(
      BAKE,
      `${BAKE} printed the build definition in a form that is not known; use the buildx of a current docker release, or a newer Plimsoll.`,
      {cause},
    );
  }
}

/**
 * Groups hold groups. Each is gone through once, however many hold it: ways through forty of them in twos
 * are more than anybody has time for. One that holds its own name means the target of that name.
 */
function expand(names: readonly string[], groups: Groups): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = names.map((name) => ({name, isTarget: false})).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {name} = next;
    const members = next.isTarget ? undefined : ownProperty(groups, name)?.targets;
    if (members === undefined) found.add(name);
    else if (!seen.has(name))
      for (const member of members.toReversed())
        open.push({name: member, isTarget: member === name});
    seen.add(name);
  }
  return [...found];
}

/** `-f` for each file, the user's own `--set` and `--allow`. */
export function definitionArgs(definition: Definition): string[] {
  return [
    ...fileArgs(definition.files),
    ...definition.allow.map((entry) => `--allow=${entry}`),
    ...definition.set.map((entry) => `--set=${entry}`),
  ];
}

function fileArgs(files: readonly string[]): string[] {
  return files.flatMap((file) => ['-f', file]);
}

export function bake(
  deps: Pick<Deps, 'exec'>,
  call: {
    readonly args: readonly string[];
    readonly cwd: string;
    readonly deadlineSeconds?: number;
    readonly addEnv?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    readonly onStderrLine?: (line: string) => void;
  },
): Promise<RunResult> {
  const {args, deadlineSeconds, ...rest} = call;
  return deps.exec.run('docker', {
    ...rest,
    args: ['buildx', 'bake', ...args],
    deadlineSeconds: deadlineSeconds ?? 120,
  });
}

export interface DefinitionPlace {
  readonly cwd: string;
  /** Copies of the files lie here, and it is taken out of all that is answered. */
  readonly mirror: string;
}

async function ask(
  deps: Pick<Deps, 'exec'>,
  {args, cwd, mirror}: DefinitionPlace & {readonly args: readonly string[]},
): Promise<string> {
  const {stdout, stderr, ...rest} = await bake(deps, {args, cwd});
  const result = {
    ...rest,
    stdout: stdout.replaceAll(mirror, ''),
    stderr: stderr.replaceAll(mirror, ''),
  };
  return expectSuccess(result, {tool: BAKE, doing: 'read the build definition'}).stdout;
}

/** Provenance of one platform out of the builder's own history; undefined when it has none. */
export async function readProvenance(
  deps: Pick<Deps, 'exec'>,
  ask: {
    readonly ref: string;
    readonly platform: string;
    readonly builder: readonly string[];
    readonly cwd: string;
  },
): Promise<unknown> {
  const result = await deps.exec.run('docker', {
    args: [
      'buildx',
      ...['history', 'inspect', 'attachment', ...ask.builder],
      '--platform',
      ask.platform,
      '--type',
      'provenance',
      ask.ref,
    ],
    cwd: ask.cwd,
    deadlineSeconds: 60,
  });
  if (result.exitCode !== 0) return undefined;
  try {
    return JSON.parse(result.stdout);
  } catch {
    return undefined;
  }
}
