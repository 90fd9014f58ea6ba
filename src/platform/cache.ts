/** The cache service, by @actions/cache in a child process of our own (`worker-task.ts`). */
import {mkdir} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import type {Cache, CacheRequest} from '../deps.ts';
import {KEPT_FOLDER} from '../domain/keep/keys.ts';
import {withPlainPaths} from './plain-path.ts';
import {temporaryFolder} from './temporary.ts';
import {lastLine, sendWorkerTask, type CacheTask, type WorkerTaskOptions} from './worker-task.ts';

/** Undefined where the job has no cache service. */
export function liveCache(options: WorkerTaskOptions): Cache | undefined {
  const {env} = options;
  const {ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: two, ACTIONS_CACHE_URL: one} = env;
  if ((token ?? '') === '' || ((one ?? '') === '' && (two ?? '') === '')) return undefined;
  const run = async (task: CacheTask, {folder, deadlineSeconds}: CacheRequest) => {
    // What is kept is named from here, so that its place may be another one on another runner.
    const workspace = dirname(folder);
    // It leaves its archives there.
    const unfinished = join(temporaryFolder(env), KEPT_FOLDER, 'unfinished');
    await mkdir(workspace, {recursive: true});
    const {exitCode, stdout, stderr} = await withPlainPaths([workspace, unfinished], ([at, to]) =>
      sendWorkerTask(
        {
          task,
          cwd: workspace,
          deadlineSeconds,
          addEnv: {GITHUB_WORKSPACE: at ?? workspace, RUNNER_TEMP: to ?? unfinished},
        },
        options,
      ),
    );
    const failure = TAKEN.test(stdout) ? undefined : failureIn(stdout);
    if (failure !== undefined || exitCode !== 0)
      throw new Error(failure ?? lastLine(stderr) ?? `it ended with status ${exitCode}`);
    return {stdout, stderr};
  };
  const errandOf = ({key, folder}: CacheRequest) => ({key, path: basename(folder)});
  return {
    restore: async ({prefixes, ...ask}) =>
      lastLine((await run({verb: 'restore', prefixes, ...errandOf(ask)}, ask)).stderr),
    save: async (ask) => {
      const {stdout} = await run({verb: 'save', ...errandOf(ask)}, ask);
      return TAKEN.test(stdout) ? 'there' : 'saved';
    },
  };
}

/**
 * A key is written once. The library says so and goes on; as a warning where it was bundled, because it
 * tells its errors by the names of their classes.
 */
const TAKEN = /^(?:::warning::)?Failed to save: Unable to reserve cache with key /m;

/** `::warning::Failed to restore: Cache service responded with 503`: the library logs, and goes on. */
function failureIn(stdout: string): string | undefined {
  const denied = /^Failed to (?:save|restore): (cache (?:write|read) denied.*)$/m.exec(stdout)?.[1];
  const logged = /^::(?:warning|error)(?: [^:]*)?::(?:Failed to (?:save|restore): )?(.*)$/m.exec(
    stdout,
  )?.[1];
  return (denied ?? logged)?.replaceAll('%0A', ' ').replaceAll('%0D', ' ').replaceAll('%25', '%');
}
