/** The folder of this machine that outlives a run; where it cannot be written, one of this run instead. */
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {JAVA, VULNERABILITIES} from '../../domain/registry/databases.ts';
import type {Notice} from '../../domain/notice.ts';
import {formatBytes} from '../../domain/text/units.ts';
import {machineCache} from '../../domain/supply/machine-cache.ts';
import {errorMessage} from '../../errors.ts';

export interface ToolCache {
  /** The run's, with the folder that can be written. */
  readonly deps: Deps;
  readonly notices: readonly Notice[];
}

/** What is read where it lies, and never changed there. */
const SHELVES = ['trivy', VULNERABILITIES.cacheFolder, JAVA.cacheFolder];

const PROBE_BYTES = 64 * 1024;
/** Trivy and the databases need about as much. */
const ROOM = 1024 ** 3;

/** Asked once, before anything is kept or looked for. */
export async function openToolCache(deps: Deps): Promise<ToolCache> {
  const root = machineCache(deps.workflow.env);
  if (root === undefined) return {deps, notices: []};
  const kept = join(root, 'plimsoll');
  const unwritable = await whyUnwritable(kept, deps);
  if (unwritable !== undefined) return elsewhere(kept, unwritable, deps);
  const free = await deps.files.freeBytes(kept);
  if (free >= ROOM) return {deps, notices: []};
  const temporary = await deps.files.makeTemporary('plimsoll-room', 'run');
  if ((await deps.files.freeBytes(temporary)) <= free) return {deps, notices: []};
  return elsewhere(kept, `only ${formatBytes(free)} are free`, deps);
}

/** Undefined: a file can be made there. An empty one can be made on a full disk too. */
async function whyUnwritable(
  kept: string,
  {files, runId}: Pick<Deps, 'files' | 'runId'>,
): Promise<string | undefined> {
  try {
    const probe = join(kept, `.probe-${runId}`);
    await files.makeOwnFolder(kept);
    await files.write(probe, new Uint8Array(PROBE_BYTES));
    await files.remove(probe);
    return undefined;
  } catch (error) {
    return errorMessage(error);
  }
}

async function elsewhere(kept: string, why: string, deps: Deps): Promise<ToolCache> {
  const folder = await deps.files.makeTemporary('plimsoll-tools', 'job');
  await share(kept, join(folder, 'plimsoll'), deps);
  const message = `The folder ${kept} cannot be written (${why}): what this run fetches lies in a temporary folder, and nothing is kept on this machine for the next run.`;
  deps.log.untrusted(message);
  const {workflow} = deps;
  const env = {...workflow.env, RUNNER_TOOL_CACHE: folder};
  return {deps: {...deps, workflow: {...workflow, env}}, notices: [{from: 'keep', message}]};
}

/** What is there can be used, by links: a machine may have been made with it. */
async function share(from: string, to: string, {files}: Pick<Deps, 'files'>): Promise<void> {
  for (const kind of SHELVES) {
    await files.makeFolder(join(to, kind));
    for (const name of await files.list(join(from, kind)).catch(() => []))
      await files.symlink(join(from, kind, name), join(to, kind, name));
  }
}
