/** What looks like a definition, and neither is nor is built by the one that was found. */
import {join, relative, resolve} from 'node:path';
import {parseEnv} from 'node:util';
import {listTargets, printDefinition, type BakeTarget} from '../../clients/buildx.ts';
import {serviceBuild, type ComposeService} from '../../clients/compose.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import type {Definition} from '../../domain/definition.ts';
import {KIND_WORDS, type Discovered} from '../../domain/plan/discover.ts';
import {parseComposeFiles, type ComposeFiles, type Left} from '../../domain/plan/left-out.ts';
import {isRemote} from '../../domain/plan/target.ts';
import {ownProperty} from '../../domain/own-property.ts';
import {ToolError} from '../../errors.ts';
import {readNamedText, type Bounds} from './named-files.ts';
import type {Mirror} from './mirror.ts';

const LARGEST_ENV = 1024 * 1024;

interface Folder {
  readonly workdir: string;
  readonly bounds: Bounds;
}

/** What the variable COMPOSE_FILE names that is there; one that cannot be read is for others to complain about. */
export async function namedByVariable(
  {workdir, bounds}: Folder,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<ComposeFiles | undefined> {
  const naming = {bounds, by: 'repository', maxBytes: LARGEST_ENV} as const;
  const text = await readNamedText(join(workdir, '.env'), naming, deps).catch(() => '');
  const found = parseComposeFiles(deps.workflow.env, parseEnv(text));
  const paths = found?.paths ?? [];
  const there = await Promise.all(paths.map((path) => deps.files.stat(resolve(workdir, path))));
  const named = paths.filter((_, index) => there[index]?.kind === 'file');
  return found === undefined || named.length === 0 ? undefined : {...found, paths: named};
}

interface LeftOutContext {
  readonly where: Folder;
  /** Absolute: where bake runs. */
  readonly folder: string;
  readonly mirror: Pick<Mirror, 'root' | 'files'>;
  readonly printed: {readonly targets: Readonly<Record<string, BakeTarget>>};
  readonly services: Known<Readonly<Record<string, ComposeService>>>;
  /** Without targets. */
  readonly definition: Definition;
}

export async function findLeftOut(
  found: Discovered & {readonly composeFiles?: ComposeFiles | undefined},
  around: LeftOutContext,
  deps: Pick<Deps, 'exec'>,
): Promise<Left> {
  const {where, mirror, definition} = around;
  const toName = (path: string): string => relative(where.workdir, path);
  const read = mirror.files.map(({path}) => toName(path));
  const {composeFiles} = found;
  const isSame = composeFiles?.paths.join('\n') === found.files.join('\n');
  const named = isSame ? undefined : composeFiles;
  const without = new Set([...read, ...(named?.paths ?? [])]);
  const candidates = found.left.filter((path) => !without.has(path));
  const built = candidates.length === 0 ? [] : await builtDockerfiles(around, deps);
  const builtHere = new Set(built.map(toName));
  return {
    ...(definition.kind === 'dockerfile' ? {} : {first: KIND_WORDS[definition.kind]}),
    paths: candidates.filter((path) => !builtHere.has(path)),
    named,
  };
}

/** Absolute: also of targets and services that this run was not asked for. */
async function builtDockerfiles(
  around: LeftOutContext,
  deps: Pick<Deps, 'exec'>,
): Promise<readonly string[]> {
  const {folder, printed, services} = around;
  const targets = [...Object.values(printed.targets), ...(await otherTargets(around, deps))];
  const ofTargets = targets.map((target) => ({...target, inline: target['dockerfile-inline']}));
  const ofServices = Object.values(isKnown(services) ? services.value : {}).flatMap((service) => {
    const build = serviceBuild(service);
    return build === undefined ? [] : [{...build, inline: build.dockerfile_inline}];
  });
  return [...ofTargets, ...ofServices].flatMap(
    ({context = '.', dockerfile = 'Dockerfile', inline}) =>
      isRemote(context) || inline !== undefined ? [] : [resolve(folder, context, dockerfile)],
  );
}

/** Of a bake file: what stands in no group that is built. Where bake cannot resolve it, nothing is known of it. */
async function otherTargets(
  {definition, printed, mirror: {root: mirror}}: LeftOutContext,
  deps: Pick<Deps, 'exec'>,
): Promise<readonly BakeTarget[]> {
  if (definition.kind !== 'bake') return [];
  const {folder: cwd, files} = definition;
  try {
    const all = (await listTargets(deps, {files, cwd, mirror})).targets;
    const targets = all.filter((name) => ownProperty(printed.targets, name) === undefined);
    if (targets.length === 0) return [];
    const others = await printDefinition(deps, {definition: {...definition, targets}, cwd, mirror});
    return Object.values(others.targets);
  } catch (error) {
    if (error instanceof ToolError) return [];
    throw error;
  }
}
