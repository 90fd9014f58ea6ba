/** Trivy in a container that the engine makes of our own files: they are mounted, not copied. */
import {join} from 'node:path';
import {createContainer, fileContains} from '../../../clients/containers.ts';
import type {Scanner, ScannerCall, ScannerRun} from '../../../clients/scanner.ts';
import type {RunResult} from '../../../deps.ts';
import {isKnown} from '../../../domain/known.ts';
import {confinedArgs, INSIDE, type Mount} from '../../../domain/supply/confinement.ts';
import type {Nonce} from '../sandbox.ts';
import {databaseFiles, prepareCache} from './cache-folder.ts';
import {endingIn, inContainer, LARGEST_LOG, type Shell} from './container.ts';

/** True where the engine sees what we see: a secret of ours is read back through a mount. */
export async function sharesDisk(
  shell: Omit<Shell, 'program'>,
  {path, content: words}: Nonce,
): Promise<boolean> {
  const {call} = shell;
  await handOver(shell, path);
  return inContainer(shell, async (name) => {
    const mounts = [{source: path, target: INSIDE.input}];
    const made = await createContainer(call, argsOf(shell, {name, mounts}));
    return isKnown(made) && (await fileContains(call, {name, path: INSIDE.input, words}));
  });
}

export function mountedScanner(shell: Shell): Scanner {
  return {program: shell.program, run: (call) => run(shell, call)};
}

async function run(shell: Shell, call: ScannerCall): Promise<ScannerRun> {
  const {deps} = shell.call;
  await prepareCache(call.cache, deps);
  const mounts = [
    programMount(shell),
    {source: call.input, target: INSIDE.input},
    {source: call.cache, target: INSIDE.cache, isWritable: true},
    ...(await databaseMounts(call, shell)),
  ];
  for (const path of [call.cache, call.input]) await handOver(shell, path);
  return inContainer(shell, async (name) => {
    const {deadlineSeconds} = call;
    const result = await start(shell, {name, mounts, deadlineSeconds, args: call.args(INSIDE)});
    return {input: INSIDE.input, ...(await endingIn(result, {...shell, name}))};
  });
}

function programMount({program}: Shell): Mount {
  return {source: program, target: INSIDE.program};
}

/** Over empty files of the cache folder, read-only: the database is shared by all scans. */
async function databaseMounts(
  {databases, cache}: ScannerCall,
  {call: {deps}}: Shell,
): Promise<readonly Mount[]> {
  const mounts: Mount[] = [];
  for (const {source, name} of await databaseFiles(databases, deps)) {
    await deps.files.write(join(cache, name), '');
    mounts.push({source, target: `${INSIDE.cache}/${name}`});
  }
  return mounts;
}

/**
 * What root made may be read by nobody else, and nobody is whom the container runs as: it is given to it. A
 * layout that is an output keeps its permissions, and lies in a folder that no other user may enter.
 */
async function handOver({call: {deps}, ids}: Omit<Shell, 'program'>, path: string): Promise<void> {
  if (deps.machine.uid === 0) await deps.files.setOwner(path, ids);
}

interface Start {
  readonly name: string;
  readonly mounts: readonly Mount[];
  readonly args: readonly string[];
  readonly deadlineSeconds: number;
}

function start(shell: Shell, {name, mounts, args, deadlineSeconds}: Start): Promise<RunResult> {
  const {deps, cwd} = shell.call;
  return deps.exec.run('docker', {
    args: ['run', ...argsOf(shell, {name, mounts}), ...args],
    cwd,
    deadlineSeconds,
    maxOutputBytes: LARGEST_LOG,
  });
}

function argsOf(
  {call, image, ids, memoryBytes}: Omit<Shell, 'program'>,
  {name, mounts}: {readonly name: string; readonly mounts: readonly Mount[]},
): readonly string[] {
  const {runId} = call.deps;
  return confinedArgs({name, runId, image, ids, memoryBytes, mounts, cache: INSIDE.cache});
}
