/**
 * The cache service, by @actions/cache in a child process of our own: it takes a third of a second to
 * load, prints for itself, knows no deadline, and an upload that hangs can only be ended with its process.
 */
import {realpathSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import type {Cache, CacheAsk, Exec} from '../deps.ts';
import {KEPT_FOLDER} from '../domain/keep/keys.ts';

/** Holds what the child is asked for, as JSON. */
export const ERRAND = 'PLIMSOLL_CACHE_ERRAND';

export type Errand = {
  readonly key: string;
  /** A name in the child's workspace: the service takes another path for another cache. */
  readonly path: string;
} & ({readonly verb: 'save'} | {readonly verb: 'restore'; readonly prefixes: readonly string[]});

export interface CacheOptions {
  /** The job's own, runtime token included: the child is ours. */
  readonly env: Readonly<Record<string, string>>;
  readonly exec: Exec;
  /** What node was started with. */
  readonly script: string;
}

/** Undefined where the job has no cache service. */
export function liveCache({env, exec, script}: CacheOptions): Cache | undefined {
  const {ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: two, ACTIONS_CACHE_URL: one} = env;
  if ((token ?? '') === '' || ((one ?? '') === '' && (two ?? '') === '')) return undefined;
  const run = async (errand: Errand, {folder, deadlineSeconds}: CacheAsk): Promise<string> => {
    // What is kept is named from here, so that its place may be another one on another runner.
    const workspace = dirname(folder);
    await mkdir(workspace, {recursive: true});
    const {ended, exitCode, stdout, stderr} = await exec.run(process.execPath, {
      args: [realpathSync(script)],
      cwd: workspace,
      onlyEnv: {
        ...withoutInputs(env),
        ...{GITHUB_WORKSPACE: workspace, [ERRAND]: JSON.stringify(errand)},
        // It leaves its archives there.
        RUNNER_TEMP: join(env['RUNNER_TEMP'] ?? workspace, KEPT_FOLDER, 'unfinished'),
      },
      deadlineSeconds,
    });
    if (ended === 'deadline') throw new Error(`no full answer within ${deadlineSeconds} seconds`);
    if (ended !== 'exit') throw new Error('the run was stopped');
    const failure = failureIn(stdout);
    if (failure !== undefined || exitCode !== 0)
      throw new Error(failure ?? lastLine(stderr) ?? `it ended with status ${exitCode}`);
    return stderr;
  };
  const errandOf = ({key, folder}: CacheAsk) => ({key, path: basename(folder)});
  return {
    restore: async ({prefixes, ...ask}) =>
      lastLine(await run({verb: 'restore', prefixes, ...errandOf(ask)}, ask)),
    save: async (ask) => {
      await run({verb: 'save', ...errandOf(ask)}, ask);
    },
  };
}

function withoutInputs(env: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => !/^(INPUT|STATE)_/i.test(name));
  return Object.fromEntries(kept);
}

/** `::warning::Failed to restore: Cache service responded with 503`: the library logs, and goes on. */
function failureIn(stdout: string): string | undefined {
  const denied = /^Failed to (?:save|restore): (cache (?:write|read) denied.*)$/m.exec(stdout)?.[1];
  const logged = /^::(?:warning|error)(?: [^:]*)?::(?:Failed to (?:save|restore): )?(.*)$/m.exec(
    stdout,
  )?.[1];
  return (denied ?? logged)?.replaceAll('%0A', ' ').replaceAll('%0D', ' ').replaceAll('%25', '%');
}

function lastLine(text: string): string | undefined {
  const line = text.trim().split('\n').at(-1);
  return line === '' ? undefined : line;
}
