/** Images and containers of the engine: loaded, started, asked, read. Removing is the clean-up's. */
import {z} from 'zod';
import type {Deps, RunResult} from '../deps.ts';
import {logLines} from '../domain/health/lines.ts';
import {parseState, type ContainerState} from '../domain/health/state.ts';
import {orEmptyList, orUndefined} from '../domain/nullish-schemas.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {describeEnding, hasSucceeded} from './tool.ts';

const LOAD_SECONDS = 300;
const CALL_SECONDS = 60;
const LARGEST_LOG = 4 * 1024 * 1024;

export interface EngineCall {
  readonly deps: Deps;
  readonly cwd: string;
}

/** Loads an archive (`docker save`); `unable` with how docker ended. */
export async function loadImage(
  {deps, cwd}: EngineCall,
  archive: AsyncIterable<Uint8Array>,
): Promise<Known<undefined>> {
  const result = await deps.exec.run('docker', {
    args: ['load', '--quiet'],
    cwd,
    stdin: archive,
    deadlineSeconds: LOAD_SECONDS,
  });
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

export interface EmptyImage {
  /** `NAME:TAG`. */
  readonly tag: string;
  readonly runId: string;
  /** All that is in it: a tar archive. */
  readonly content: AsyncIterable<Uint8Array>;
}

/** Makes an image of an archive (`docker import`); `unable` with how docker ended. */
export async function importImage(
  {deps, cwd}: EngineCall,
  {tag, runId, content}: EmptyImage,
): Promise<Known<undefined>> {
  const result = await deps.exec.run('docker', {
    args: ['import', '--change', `LABEL plimsoll.run=${runId}`, '-', tag],
    cwd,
    stdin: content,
    deadlineSeconds: LOAD_SECONDS,
  });
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

/** Puts an archive into a container that is made; `unable` with how docker ended. */
export async function copyInto(
  {deps, cwd}: EngineCall,
  {name, path, content}: {name: string; path: string; content: AsyncIterable<Uint8Array>},
): Promise<Known<undefined>> {
  const result = await deps.exec.run('docker', {
    args: ['cp', '-', `${name}:${path}`],
    cwd,
    stdin: content,
    deadlineSeconds: LOAD_SECONDS,
  });
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

/** A file of a container to a path of ours; a link stays a link. */
export async function copyOut(
  call: EngineCall,
  {name, path, to}: {readonly name: string; readonly path: string; readonly to: string},
): Promise<Known<undefined>> {
  const result = await docker(call, ['cp', `${name}:${path}`, to]);
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

/** Whether a small file of a container holds these words: read through its mounts, before it runs. */
export async function fileContains(
  call: EngineCall,
  {name, path, words}: {readonly name: string; readonly path: string; readonly words: string},
): Promise<boolean> {
  const result = await docker(call, ['cp', `${name}:${path}`, '-']);
  return hasSucceeded(result) && result.stdout.includes(words);
}

const namesSchema = z.object({RepoTags: orUndefined(z.array(z.string()))});

/** The tags of an image that the engine has under this id; undefined where it has none such. */
export async function imageTags(
  call: EngineCall,
  id: string,
): Promise<readonly string[] | undefined> {
  const result = await docker(call, ['image', 'inspect', '--format', '{{json .}}', id]);
  if (!hasSucceeded(result)) return undefined;
  try {
    return namesSchema.parse(JSON.parse(result.stdout)).RepoTags ?? [];
  } catch {
    return [];
  }
}

/** Makes a container; `unable` with how docker ended. */
export async function createContainer(
  call: EngineCall,
  args: readonly string[],
): Promise<Known<undefined>> {
  const result = await docker(call, ['create', ...args]);
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

/** `unable` with how docker ended; the container's own state then says more. */
export async function startContainer(call: EngineCall, name: string): Promise<Known<undefined>> {
  const result = await docker(call, ['start', name]);
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

export async function inspectContainer(
  call: EngineCall,
  name: string,
): Promise<Known<ContainerState>> {
  const result = await docker(call, [
    ...['inspect', '--type', 'container', '--format', '{{json .State}}', name],
  ]);
  return hasSucceeded(result) ? parseState(result.stdout) : unable(describeEnding(result));
}

const mountsSchema = orEmptyList(z.looseObject({Type: z.string(), Name: orUndefined(z.string())}));

/** What the engine gives a container that is made: of volumes the names, of all else the kind. */
export async function listMounts(
  call: EngineCall,
  name: string,
): Promise<Known<readonly string[]>> {
  const result = await docker(call, [
    ...['inspect', '--type', 'container', '--format', '{{json .Mounts}}', name],
  ]);
  if (!hasSucceeded(result)) return unable(describeEnding(result));
  const parsed = mountsSchema.safeParse(jsonOf(result.stdout));
  return parsed.success
    ? known(parsed.data.map(({Type, Name}) => (Type === 'volume' ? (Name ?? Type) : Type)))
    : unable('the engine does not say the mounts of a container in a form that is known');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The last lines of both streams, in their order; none where the engine gives none. */
export async function readContainerLog(
  call: EngineCall,
  {name, lines}: {readonly name: string; readonly lines: number},
): Promise<readonly string[]> {
  const result = await docker(call, ['logs', '--timestamps', '--tail', `${lines}`, name]);
  return hasSucceeded(result) ? logLines([result.stdout, result.stderr]) : [];
}

function docker({deps, cwd}: EngineCall, args: readonly string[]): Promise<RunResult> {
  return deps.exec.run('docker', {
    args,
    cwd,
    deadlineSeconds: CALL_SECONDS,
    maxOutputBytes: LARGEST_LOG,
  });
}
