/** The one place that starts git: threats.md rule 13. */
import {defined} from '../../domain/defined.ts';
import type {Deps} from '../../deps.ts';
import {gitEnvironment} from '../../domain/git/environment.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import {describeEnding, hasSucceeded} from '../tool.ts';

/** A repository that git answers for. */
export interface Git {
  /** Absolute, links resolved: the folder that has `.git`. Git is started nowhere else. */
  readonly root: string;
  /** Filters and hooks that some configuration names: none of them runs. */
  readonly drivers: readonly string[];
}

export interface GitCommand {
  readonly args: readonly string[];
  /** An index of ours, instead of the repository's. */
  readonly index?: string;
  readonly stdin?: string;
  /** `latin1` keeps each byte as one character. */
  readonly encoding?: 'utf8' | 'latin1';
}

const DEADLINE_SECONDS = 60;

/** What git says on its standard output; `unable` in its own last words. */
export async function runGit(
  deps: Pick<Deps, 'exec' | 'workflow'>,
  {root, drivers}: Git,
  {args, index, stdin, encoding}: GitCommand,
): Promise<Known<string>> {
  const result = await deps.exec.run('git', {
    args: ['--no-pager', '--literal-pathspecs', ...args],
    cwd: root,
    onlyEnv: gitEnvironment(deps.workflow.env, {
      drivers,
      ...defined({index}),
    }),
    deadlineSeconds: DEADLINE_SECONDS,
    ...(stdin === undefined ? {} : {stdin: bytes(stdin)}),
    ...defined({encoding}),
  });
  if (result.truncated) return unable('git says more than is read');
  return hasSucceeded(result) ? known(result.stdout) : unable(reasonOf(result, root));
}

// eslint-disable-next-line @typescript-eslint/require-await -- A child reads asynchronously.
async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function reasonOf(result: Parameters<typeof describeEnding>[0], root: string): string {
  if (result.ended === 'missing') return 'git is not installed or not on PATH';
  // The second is that of git before 2.35.3.
  if (/dubious ownership|unsafe repository/.test(result.stderr))
    return `git refuses ${root}, which belongs to another user (“dubious ownership”); \`git config --global --add safe.directory ${quoted(root)}\` mends it`;
  return `git could not tell (${describeEnding(result)})`;
}

/** As a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
