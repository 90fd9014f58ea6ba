/**
 * What bake and compose get to read: copies of the definition's files, which all came through the one door
 * (threats.md rules 13 and 14). Their references lead to copies too, so no other file is opened for them.
 */
import {dirname, join, resolve} from 'node:path';
import {parseEnv} from 'node:util';
import {listFiles} from '../../clients/git.ts';
import type {Deps} from '../../deps.ts';
import {isKnown} from '../../domain/known.ts';
import {isInside, nameIn} from '../../domain/inside.ts';
import {parseCompose, type ComposeFile, type Reference} from '../../domain/plan/compose-file.ts';
import {RefusedFile, UserError} from '../../errors.ts';
import {readNamedText, type Bounds, type Namer} from './named-files.ts';

const LARGEST = 4 * 1024 * 1024;
const MOST_FILES = 500;
/** What these hold is names of files and of profiles, which are shown. */
const NAMES_OF_COMPOSE = ['COMPOSE_FILE', 'COMPOSE_PROFILES'];

export interface Mirrored {
  /** Absolute, as written. */
  readonly path: string;
  readonly text: string;
  /** Names of the services that a compose file has. */
  readonly services: readonly string[];
}

export interface Mirror {
  /** A copy lies at this folder followed by the file's own absolute path. */
  readonly root: string;
  /** The user's own files first, then what they include. */
  readonly files: readonly Mirrored[];
  /** Absolute: all that was read or would have been, had it been there; the definition hangs on each. */
  readonly reads: readonly string[];
  /** Texts of the user's own files, and of those that git knows: what stands there is no secret. */
  readonly committed: readonly string[];
}

export interface MirrorRequest {
  /** Absolute. */
  readonly paths: readonly string[];
  readonly by: Namer;
  readonly bounds: Bounds;
  /** Absolute: where bake runs. */
  readonly folder: string;
}

/** @throws {UserError} for a file that may not be read, and for one that is not on this disk */
export async function makeMirror(ask: MirrorRequest, deps: Deps): Promise<Mirror> {
  const root = await deps.files.makeTemporary('plimsoll-definition', 'run');
  const copying = new Copying(ask, root, deps);
  const {folder} = ask;
  for (const path of ask.paths) await copying.add({path, base: folder, by: ask.by});
  const isCompose = ask.paths.some((path) => isYaml(path));
  await copying.environment(join(folder, '.env'), isCompose);
  const committed = await copying.sort();
  return {root, files: copying.files, reads: [...copying.reads], committed};
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** A repository, a registry, a URL: compose would fetch it. */
function isRemote(path: string): boolean {
  const [host = ''] = path.split('/', 1);
  const at = host.indexOf('@');
  return (
    /^[a-z][a-z0-9+.-]*:/i.test(path) ||
    (at >= 0 && host.includes(':', at)) ||
    host.toLowerCase() === 'github.com'
  );
}

interface Entry {
  readonly path: string;
  /** Where its relative references start. */
  readonly base: string;
  readonly by: Namer;
}

class Copying {
  readonly files: Mirrored[] = [];
  readonly reads = new Set<string>();
  readonly #ask: MirrorRequest;
  readonly #root: string;
  readonly #deps: Deps;
  readonly #seen = new Set<string>();
  readonly #environments = new Map<string, string>();

  constructor(ask: MirrorRequest, root: string, deps: Deps) {
    this.#ask = ask;
    this.#root = root;
    this.#deps = deps;
  }

  /** Files that name each other in a circle are for compose to complain about. */
  async add({path, base, by}: Entry): Promise<void> {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    if (this.#seen.size > MOST_FILES)
      throw new UserError(`The compose files name more than ${MOST_FILES} others; name fewer.`);
    this.reads.add(path);
    const text = await this.#read(path, by);
    if (!isYaml(path)) {
      this.files.push({path, text, services: []});
      return this.#write(path, text);
    }
    const compose = parseCompose(text, this.#name(path));
    this.files.push({path, text, services: compose.services});
    await this.#follow(compose, {path, base});
    await this.#write(path, compose.print());
  }

  /** A project's `.env`: read by both tools where it is. */
  async environment(path: string, isUsed: boolean): Promise<void> {
    if (isUsed) this.reads.add(path);
    const kind = (await this.#deps.files.stat(path))?.kind;
    if (kind === undefined || kind === 'folder') return;
    try {
      this.#environments.set(path, await this.#read(path, 'repository'));
    } catch (error) {
      // bake opens it for every kind of definition, and waits for one that is no file.
      if (isUsed || !(error instanceof RefusedFile) || error.refusal === 'not-a-file') throw error;
    }
  }

  /** What stands in a file that git does not know is nobody else's to read; where git cannot tell, `.env` alone. */
  async sort(): Promise<readonly string[]> {
    const {paths, bounds} = this.#ask;
    const tracked = await listFiles(this.#deps, bounds.repository);
    const names = isKnown(tracked) ? tracked.value : [];
    const known = new Set(names.map((name) => join(bounds.repository, name)));
    for (const [path, text] of this.#environments)
      if (!known.has(path))
        this.#deps.secrets.add(
          Object.entries(parseEnv(text)).flatMap(([name, value]) =>
            value === undefined || NAMES_OF_COMPOSE.includes(name) ? [] : [value],
          ),
        );
    return this.files
      .filter(({path}) => !isKnown(tracked) || known.has(path) || paths.includes(path))
      .map(({text}) => text);
  }

  async #follow(compose: ComposeFile, from: Omit<Entry, 'by'>): Promise<void> {
    for (const reference of compose.extended) {
      const path = await this.#find(reference, from);
      reference.move(`${this.#root}${path}`);
      await this.add({path, base: dirname(path), by: 'repository'});
    }
    for (const include of compose.includes) {
      const places: string[] = [];
      for (const reference of include.paths) places.push(await this.#find(reference, from));
      const folder =
        include.folder === undefined
          ? dirname(places[0] ?? from.base)
          : resolve(from.base, include.folder.path);
      include.setFolder(folder);
      for (const reference of include.environment) {
        if (reference.path === '/dev/null') continue;
        const path = await this.#find(reference, from);
        await this.environment(path, true);
        reference.move(path);
      }
      if (include.environment.length === 0) await this.environment(join(folder, '.env'), true);
      for (const [index, path] of places.entries()) {
        include.paths[index]?.move(`${this.#root}${path}`);
        await this.add({path, base: folder, by: 'repository'});
      }
    }
  }

  async #find({path: written, line}: Reference, from: Omit<Entry, 'by'>): Promise<string> {
    const where = `${this.#name(from.path)}:${line}`;
    const place = {file: this.#name(from.path), startLine: line};
    if (isRemote(written))
      throw new UserError(
        `${where} names ${written}, which is not on this disk: what builds is defined by files of the repository alone; put a copy there and name that.`,
        {place},
      );
    const path = resolve(from.base, written);
    this.reads.add(path);
    if ((await this.#deps.files.stat(path)) !== undefined) return path;
    throw new UserError(`${where} names ${written}, and there is no such file: correct the path.`, {
      place,
    });
  }

  #read(path: string, by: Namer): Promise<string> {
    return readNamedText(path, {bounds: this.#ask.bounds, by, maxBytes: LARGEST}, this.#deps);
  }

  #write(path: string, text: string): Promise<void> {
    return this.#deps.files.write(`${this.#root}${path}`, text);
  }

  #name(path: string): string {
    const {repository} = this.#ask.bounds;
    return isInside(path, repository) ? nameIn(repository, path) : path;
  }
}
