/** Finds what to build, and has bake resolve it. */
import {basename, dirname, join, relative, resolve} from 'node:path';
import {printDefinition, type PrintedDefinition} from '../../clients/buildx.ts';
import {readServices, type ComposeService} from '../../clients/compose.ts';
import {listFiles, listSubmodules} from '../../clients/git.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import type {Definition} from '../../domain/definition.ts';
import type {DefinitionText} from '../../domain/plan/defined-at.ts';
import {
  DEEPEST,
  discover,
  isDockerfile,
  definitionKind,
  type Discovered,
} from '../../domain/plan/discover.ts';
import {leftOutSentences, type ComposeFiles} from '../../domain/plan/left-out.ts';
import {withoutImages} from '../../domain/plan/no-image.ts';
import {setFrom} from '../../domain/plan/set-paths.ts';
import {servicesByTarget} from '../../domain/plan/services.ts';
import type {Read} from '../../domain/plan/reads.ts';
import {refuseWithheld} from '../../domain/plan/withheld.ts';
import type {Inputs} from '../../inputs.ts';
import {holdToNames, maskNamed} from './secrets.ts';
import type {Guard} from './guard.ts';
import type {Bounds, Namer} from './named-files.ts';
import {generateDefinition} from './generate-definition.ts';
import {explainBakeError} from './explain-bake-error.ts';
import {findLeftOut, namedByVariable} from './left-out.ts';
import {makeMirror, type Mirror, type MirrorRequest} from './mirror.ts';
import type {NamedPaths} from './policy.ts';
import {chooseTargets} from './targets.ts';

export interface FoundDefinition {
  readonly definition: Definition;
  readonly printed: PrintedDefinition;
  /** By target: the image's name, where it is not the target's. */
  readonly names: ReadonlyMap<string, string>;
  /** Compose services by name; empty for other kinds. */
  readonly services: Known<Readonly<Record<string, ComposeService>>>;
  readonly texts: readonly string[];
  /** Those in which no secret stands. */
  readonly committed: readonly string[];
  /** The user's own files, with their texts. */
  readonly written: readonly DefinitionText[];
  readonly says: readonly string[];
  /** What it passed over: among `says` too. */
  readonly left: readonly string[];
}

export interface Where {
  readonly workdir: string;
  readonly repository: string;
  /** What the policy names, where the inputs name nothing. */
  readonly configured: NamedPaths;
  readonly bounds: Bounds;
  readonly guard: Guard;
  /** All files of the repository, relative to `workdir`; absent: those that git tracks in the checkout. */
  readonly tracked?: readonly string[];
  /** Git does not answer for a checkout that is there. */
  readonly mute?: {readonly reason: string} | undefined;
}

export async function findDefinition(
  inputs: Inputs,
  where: Where,
  deps: Deps,
): Promise<FoundDefinition> {
  const found = await findFiles(inputs, where, deps);
  const paths = found.files.map((file) => resolve(where.workdir, file));
  const {bounds, guard} = where;
  const folder = found.kind === 'compose' ? dirname(paths[0] ?? '') : where.workdir;
  const wanted = {paths, by: found.by, bounds, folder};
  const {committed, ...mirror} = await makeHeldMirror(wanted, guard, deps);
  const texts = mirror.files.map(({text}) => text);
  const nameOf = (path: string): string => relative(where.repository, path);
  const written = mirror.files.map(({path, text}) => ({file: nameOf(path), text}));
  maskNamed({texts, committed, set: inputs.set}, deps);
  if (found.kind !== 'dockerfile') refuseWithheld(written);
  const generated =
    found.kind === 'dockerfile' ? await generateDefinition(paths, where, deps) : undefined;
  const copies = paths.map((path) => `${mirror.root}${path}`);
  const files = generated === undefined ? copies : [generated.file];
  const bare = bareDefinition(inputs, {kind: found.kind, folder, files});
  const choice = {definition: bare, files: found.files, texts, mirror: mirror.root};
  const targets = await chooseTargets(inputs.targets, choice, deps).catch((error: unknown) =>
    explainBakeError(error, {written, services: known({})}),
  );
  const definition = {...bare, targets};
  const resolved = await resolveDefinition({definition, mirror: mirror.root, written}, deps);
  const {targets: all} = resolved.printed;
  holdToNames({targets: all, folder, committed, isFound: found.kind === 'dockerfile'}, deps);
  const names = generated?.names ?? namesOfServices(resolved, mirror);
  const {printed, says} = imagesAlone(resolved.printed);
  const rest = {definition, ...resolved, printed, names, texts, committed, written};
  const around = {where, folder, mirror, ...resolved, definition: bare};
  const left = await findLeftOut(found, around, deps);
  const said = leftOutSentences(left);
  return {...rest, left: said, says: [...found.says, ...said, ...says]};
}

function imagesAlone(printed: PrintedDefinition): Pick<FoundDefinition, 'printed' | 'says'> {
  const {images, says} = withoutImages(printed.built, printed.targets);
  return {printed: {...printed, built: images}, says};
}

function bareDefinition(
  {workdir, set, allow}: Inputs,
  found: Pick<Definition, 'kind' | 'folder' | 'files'>,
): Definition {
  const {folder} = found;
  return {...found, targets: [], allow, set: set.map((entry) => setFrom(workdir, {entry, folder}))};
}

/** Before any tool reads them, the files of a definition are held: threats.md rule 10. */
async function makeHeldMirror(ask: MirrorRequest, guard: Guard, deps: Deps): Promise<Mirror> {
  const hold = (paths: readonly string[]): Promise<void> => {
    const reads = paths.map((path): Read => ({kind: 'file', what: basename(path), path}));
    return guard.hold(reads, {folder: ask.folder});
  };
  await hold(ask.paths);
  const mirror = await makeMirror(ask, deps);
  await hold(mirror.reads);
  return mirror;
}

interface Resolving {
  readonly definition: Definition;
  /** Where copies of them lie. */
  readonly mirror: string;
  readonly written: readonly DefinitionText[];
}

/** Where compose does not answer, the files tell what it would be called. */
function namesOfServices(
  {printed, services}: Pick<FoundDefinition, 'printed' | 'services'>,
  mirror: Pick<Mirror, 'files'>,
): ReadonlyMap<string, string> {
  const written = [...new Set(mirror.files.flatMap((file) => file.services))];
  const built = isKnown(services)
    ? Object.entries(services.value).flatMap(([name, {build}]) => (isNothing(build) ? [] : [name]))
    : written;
  return servicesByTarget(built, Object.keys(printed.targets));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** bake and compose are asked side by side: each sees what the other drops. */
async function resolveDefinition(
  {definition, mirror, written}: Resolving,
  deps: Pick<Deps, 'exec'>,
): Promise<Pick<FoundDefinition, 'printed' | 'services'>> {
  const {folder: cwd, files} = definition;
  const reading =
    definition.kind === 'compose' ? readServices(deps, {files, cwd, mirror}) : known({});
  const printing = printDefinition(deps, {definition, cwd, mirror}).catch(async (error: unknown) =>
    explainBakeError(error, {written, services: await reading}),
  );
  const [printed, services] = await Promise.all([printing, reading]);
  return {printed, services};
}

interface Found extends Discovered {
  readonly by: Namer;
  /** Where nobody named files. */
  readonly composeFiles?: ComposeFiles | undefined;
}

async function findFiles(
  inputs: Inputs,
  where: Where,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<Found> {
  const named: NamedPaths =
    inputs.files.length > 0 ? {paths: inputs.files, by: 'user'} : where.configured;
  if (named.paths.length > 0)
    return {
      kind: definitionKind(named.paths),
      files: named.paths,
      says: [],
      left: [],
      by: named.by,
    };
  const names = await deps.files.list(where.workdir);
  const tracked =
    where.tracked === undefined ? await listFiles(deps, where.workdir) : known(where.tracked);
  const composeFiles = await namedByVariable(where, deps);
  if (!isKnown(tracked) && where.mute !== undefined) {
    const untold = `${where.mute.reason}, and ${tracked.unable}`;
    return {...discover(names, [], {untold, named: composeFiles}), by: 'repository', composeFiles};
  }
  const all = isKnown(tracked) ? tracked.value : await walk(where.workdir, deps);
  const gone = await goneOf(all.filter(isDockerfile), where.workdir, deps);
  const left = all.filter((path) => !gone.includes(path));
  const ofSubmodules = await inSubmodules(where.workdir, deps);
  const discovered = discover(names, left, {gone, named: composeFiles, ofSubmodules});
  return {...discovered, by: 'repository', composeFiles};
}

/** Relative to the folder, as deep as Dockerfiles are looked for. */
async function inSubmodules(
  workdir: string,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<readonly string[]> {
  const folders = await listSubmodules(deps, workdir);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const depth = Math.min(DEEPEST, folder.split('/').length);
      const inner = await walk(join(workdir, folder), deps, depth);
      return inner.map((path) => `${folder}/${path}`);
    }),
  );
  return found.flat();
}

/** Tracked, and not there: a sparse checkout or a deletion took them away. */
async function goneOf(
  paths: readonly string[],
  workdir: string,
  {files}: Pick<Deps, 'files'>,
): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => files.stat(join(workdir, path))));
  return paths.filter((_, index) => found[index] === undefined);
}

/** Outside of a git work tree: files as deep as Dockerfiles are looked for. */
async function walk(
  folder: string,
  deps: Pick<Deps, 'files'>,
  depth = 0,
): Promise<readonly string[]> {
  const names = await deps.files.list(folder);
  const nested = await Promise.all(
    names.map(async (name) => {
      const kind = (await deps.files.stat(join(folder, name)))?.kind;
      if (kind !== 'folder') return [name];
      if (depth === DEEPEST || name.startsWith('.')) return [];
      return (await walk(join(folder, name), deps, depth + 1)).map((inner) => `${name}/${inner}`);
    }),
  );
  return nested.flat();
}
