/** Trivy in a container of an engine that does not see our disk: all that it needs is copied in. */
import {join} from 'node:path';
import {copyInto, copyOut, createContainer} from '../../../clients/containers.ts';
import type {Scanner, ScannerCall, ScannerRun} from '../../../clients/scanner.ts';
import type {Deps, RunResult} from '../../../deps.ts';
import {
  ARCHIVE_END,
  archiveHeader,
  archivePadding,
  type EntryTraits,
} from '../../../domain/health/archive.ts';
import {isKnown} from '../../../domain/known.ts';
import {confinedArgs, INSIDE} from '../../../domain/supply/confinement.ts';
import {databaseFiles, prepareCache} from './cache-folder.ts';
import {endingIn, inContainer, LARGEST_LOG, notStarted, type Shell} from './container.ts';

const CHUNK = 1024 * 1024;
const PATHS = {input: `${INSIDE.volume}/input`, cache: `${INSIDE.volume}/cache`} as const;

/** The image that holds the program, for as many containers as there are calls. */
export async function* programArchive(
  program: string,
  deps: Pick<Deps, 'files'>,
): AsyncGenerator<Uint8Array> {
  yield* entry({path: program, name: 'trivy', traits: {mode: 0o755}}, deps);
  yield ARCHIVE_END;
}

export function copiedScanner(shell: Shell): Scanner {
  return {program: shell.program, run: (call) => run(shell, call)};
}

async function run(shell: Shell, call: ScannerCall): Promise<ScannerRun> {
  const {deps} = shell.call;
  await prepareCache(call.cache, deps);
  const {input} = PATHS;
  return inContainer(shell, async (name) => {
    const made = await createContainer(shell.call, argsOf(shell, name, call.args(PATHS)));
    if (!isKnown(made)) return {input, ...notStarted(made.unable)};
    const content = everything(shell, call);
    const given = await copyInto(shell.call, {name, path: INSIDE.volume, content});
    if (!isKnown(given))
      return {input, log: '', failure: `nothing could be copied to the engine: ${given.unable}`};
    const result = await start(shell, name, call.deadlineSeconds);
    const ending = await endingIn(result, {...shell, name});
    if (ending.failure === undefined)
      for (const output of call.outputs) {
        const [path, to] = [join(PATHS.cache, output), join(call.cache, output)];
        await copyOut(shell.call, {name, path, to});
      }
    return {input, ...ending};
  });
}

async function* everything(
  {call: {deps}, ids}: Shell,
  {input, cache, databases}: ScannerCall,
): AsyncGenerator<Uint8Array> {
  yield* entry({path: input, name: 'input', traits: {}}, deps);
  yield* entry({path: cache, name: 'cache', traits: {owner: ids}}, deps);
  for (const {source, name} of await databaseFiles(databases, deps))
    yield* entry({path: source, name: `cache/${name}`, traits: {}}, deps);
  yield ARCHIVE_END;
}

interface Entry {
  readonly path: string;
  /** In the archive. */
  readonly name: string;
  readonly traits: EntryTraits;
}

/** A file, or a folder with all that is in it; links and the like are left out. */
async function* entry(
  {path, name, traits}: Entry,
  deps: Pick<Deps, 'files'>,
): AsyncGenerator<Uint8Array> {
  const found = await deps.files.stat(path);
  if (found?.kind === 'folder') {
    yield archiveHeader(name, 0, {...traits, isFolder: true, mode: 0o755});
    for (const inner of await deps.files.list(path))
      yield* entry({path: join(path, inner), name: `${name}/${inner}`, traits}, deps);
  }
  if (found?.kind !== 'file') return;
  yield archiveHeader(name, found.bytes, traits);
  for await (const chunk of deps.files.stream(path, CHUNK))
    if (chunk instanceof Uint8Array) yield chunk;
  yield archivePadding(found.bytes);
}

function start({call: {deps, cwd}}: Shell, name: string, seconds: number): Promise<RunResult> {
  return deps.exec.run('docker', {
    args: ['start', '--attach', name],
    cwd,
    deadlineSeconds: seconds,
    maxOutputBytes: LARGEST_LOG,
  });
}

function argsOf(shell: Shell, name: string, args: readonly string[]): readonly string[] {
  const {call, image, ids, memoryBytes} = shell;
  const {volume} = INSIDE;
  const ask = {name, runId: call.deps.runId, image, ids, memoryBytes, mounts: [], volume};
  return [...confinedArgs({...ask, cache: PATHS.cache}), ...args];
}
