/** What a folder builds, from the names in it: issue "The gate", section 4. Pure. */
import {posix} from 'node:path';
import {UserError} from '../../errors.ts';
import {
  isDockerfileName,
  leftOutSentences,
  looksLikeDefinition,
  renderSomePaths,
  type ComposeFiles,
} from './left-out.ts';

export type DefinitionKind = 'bake' | 'compose' | 'dockerfile';

export interface Discovered {
  readonly kind: DefinitionKind;
  /** Relative to the folder that was looked at. */
  readonly files: readonly string[];
  /** Sentences for the report. */
  readonly says: readonly string[];
  /** What else looks like a definition; the definition itself may read or build some of it. */
  readonly left: readonly string[];
}

const BAKE = ['docker-bake.hcl', 'docker-bake.json'];
const COMPOSE = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];
/** Of several, compose reads the first, whatever the file itself is called. */
const COMPOSE_OVERRIDES = ['compose.override', 'docker-compose.override'].flatMap((name) => [
  `${name}.yml`,
  `${name}.yaml`,
]);
/** In the order in which bake reads them, whatever the file itself is called. */
const BAKE_OVERRIDES = ['docker-bake.override.json', 'docker-bake.override.hcl'];
export const KIND_WORDS: Readonly<Record<DefinitionKind, string>> = {
  bake: 'bake file',
  compose: 'compose file',
  dockerfile: 'Dockerfile',
};
const BUILT_BY_ITSELF = ['Dockerfile', 'Containerfile'];
const PASSED_OVER = new Set(['test', 'tests', 'fixtures', 'examples', 'vendor', 'node_modules']);
/** Folders between the root and a Dockerfile that is found by itself. */
export const DEEPEST = 3;

export interface DiscoveryHints {
  /** Why it is not known which files are tracked. */
  readonly untold?: string;
  /** Dockerfiles that are tracked, and not on the disk. */
  readonly gone?: readonly string[];
  readonly named?: ComposeFiles | undefined;
  /** Of submodules: another repository's, and never built by themselves. */
  readonly ofSubmodules?: readonly string[];
}

/**
 * @param names files in the folder itself
 * @param tracked files at any depth, relative to the folder
 * @throws {UserError} when nothing is found, or when two files of one kind leave it open which is meant
 */
export function discover(
  names: readonly string[],
  tracked: readonly string[],
  {untold, gone = [], named, ofSubmodules = []}: DiscoveryHints = {},
): Discovered {
  const found: readonly (readonly [DefinitionKind, readonly string[]])[] = [
    ['bake', names.filter((name) => BAKE.includes(name))],
    ['compose', names.filter((name) => COMPOSE.includes(name))],
    ['dockerfile', foundDockerfiles(tracked)],
  ];
  const away = awayWords(gone);
  const seen = new Set([...found.flatMap(([, paths]) => paths), ...tracked, ...ofSubmodules]);
  const [first] = found.filter(([, paths]) => paths.length > 0);
  if (first === undefined) {
    const left = leftOutSentences({paths: [...seen].filter(looksLikeDefinition), named});
    throw nothingFound(names, {untold, says: [...left, ...away]});
  }
  const [kind, files] = first;
  if (kind !== 'dockerfile' && files.length > 1) {
    throw new UserError(
      `Both ${files.join(' and ')} are here; say which one is meant with the input files.`,
    );
  }
  const overrides = overridesOf(kind, names);
  const all = [...files, ...overrides];
  const over = overrides.length === 0 ? '' : `, with ${overrides.join(' and ')} over it`;
  return {
    kind,
    files: all,
    says: [`Found ${KIND_WORDS[kind]} ${files.join(', ')}${over}.`, ...away],
    left: [...seen].filter((path) => looksLikeDefinition(path) && !all.includes(path)),
  };
}

function awayWords(gone: readonly string[]): readonly string[] {
  if (gone.length === 0) return [];
  return [
    `Left out, because a sparse checkout or a deletion took what git tracks away from the disk: ${renderSomePaths(gone)}.`,
  ];
}

function nothingFound(
  names: readonly string[],
  {untold, says}: {readonly untold: string | undefined; readonly says: readonly string[]},
): UserError {
  if (untold !== undefined)
    return new UserError(
      `Which Dockerfiles git tracks is not known: ${untold}. Name what to build with the input files.`,
    );
  const untracked = names.includes('Dockerfile')
    ? ' (the one that is here is not tracked: git add it)'
    : '';
  return new UserError(
    `There is nothing to build here: no docker-bake.hcl or docker-bake.json, no compose file, and no Dockerfile tracked by git at most three folders deep${untracked}. Name what to build with the input files, or the folder with workdir.${says.map((words) => ` ${words}`).join('')}`,
  );
}

/** Docker reads override files beside the file itself; so do we. */
function overridesOf(kind: DefinitionKind, names: readonly string[]): readonly string[] {
  if (kind === 'bake') return BAKE_OVERRIDES.filter((name) => names.includes(name));
  const there = COMPOSE_OVERRIDES.filter((name) => names.includes(name));
  return kind === 'compose' ? there.slice(0, 1) : [];
}

/** Where both are in a folder, the Dockerfile is built. */
function foundDockerfiles(tracked: readonly string[]): readonly string[] {
  const found = tracked.filter(isDockerfile);
  const all = new Set(found);
  return found.filter(
    (path) =>
      posix.basename(path) === 'Dockerfile' ||
      !all.has(posix.join(posix.dirname(path), 'Dockerfile')),
  );
}

export function isDockerfile(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return (
    BUILT_BY_ITSELF.includes(posix.basename(path)) &&
    folders.length <= DEEPEST &&
    !folders.some((folder) => PASSED_OVER.has(folder))
  );
}

/**
 * The kind of files that the user named.
 * @throws {UserError} for a name that is none of them, or for Dockerfiles beside other kinds
 */
export function definitionKind(files: readonly string[]): DefinitionKind {
  const kinds = new Set(files.map(kindOfFile));
  if (kinds.has('dockerfile') && kinds.size > 1) {
    throw new UserError(
      `The input files mixes Dockerfiles with bake or compose files (${files.join(', ')}); name one kind.`,
    );
  }
  return kinds.has('dockerfile') ? 'dockerfile' : kinds.has('bake') ? 'bake' : 'compose';
}

function kindOfFile(path: string): DefinitionKind {
  const name = posix.basename(path);
  if (/\.(hcl|json)$/.test(name)) return 'bake';
  if (/\.ya?ml$/.test(name)) return 'compose';
  if (isDockerfileName(name)) return 'dockerfile';
  throw new UserError(
    `The input files names ${path}, which is no bake file (.hcl, .json), compose file (.yml, .yaml) or Dockerfile by its name.`,
  );
}

/** Targets that a bake definition without a group `default` means: those that serve no other one. */
export function leadingTargets(
  all: readonly string[],
  used: ReadonlySet<string>,
): readonly string[] {
  const leading = all.filter((name) => !used.has(name));
  return leading.length === 0 ? all : leading;
}

/** `"inherits": [`, `inherits = [`, from the word on. */
const INHERITS = /inherits"?\s*[=:]\s*\[/y;

/** Names that other targets inherit, as the text of a bake file (HCL or JSON) says it. */
export function inheritedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  let at = text.indexOf('inherits');
  while (at >= 0) {
    INHERITS.lastIndex = at;
    const isWord = at === 0 || !/\w/.test(text.charAt(at - 1));
    const start = isWord && INHERITS.test(text) ? INHERITS.lastIndex : undefined;
    const end = start === undefined ? at : text.indexOf(']', start);
    // No list ends behind this place.
    if (end < 0) break;
    const list = start === undefined ? '' : text.slice(start, end);
    for (const [, name = ''] of list.matchAll(/"([^"]+)"/g)) names.add(name);
    at = text.indexOf('inherits', end + 1);
  }
  return names;
}
