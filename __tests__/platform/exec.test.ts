import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {setTimeout as pause} from 'node:timers/promises';
import {describe, expect, it} from '@jest/globals';
import type {RunOptions, RunResult} from '../../src/deps.ts';
import {liveExec} from '../../src/platform/exec.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const PATH = process.env['PATH'] ?? '';

function run(
  script: string,
  options: Partial<RunOptions> & {
    readonly env?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<RunResult> {
  const {env, signal, ...given} = options;
  const exec = liveExec({
    env: {PATH, ...env},
    signal: signal ?? new AbortController().signal,
    runId: 'run-of-a-test',
    graceSeconds: 0.2,
  });
  return exec.run('sh', {args: ['-c', script], cwd: folder(), deadlineSeconds: 30, ...given});
}

describe('a child', () => {
  it('gives exit status and both streams', async () => {
    expect(await run('echo out; echo err >&2; exit 3')).toMatchObject({
      ...{ended: 'exit', exitCode: 3, stdout: 'out\n', stderr: 'err\n', truncated: false},
    });
  });

  it('that is not there is told from one that fails', async () => {
    const exec = liveExec({env: {PATH}, signal: new AbortController().signal, runId: 'x'});
    const options = {args: [], cwd: '/', deadlineSeconds: 5};
    expect((await exec.run('no-such-program', options)).ended).toBe('missing');
    expect((await run('exit 127')).ended).toBe('exit');
  });

  it('that kills itself ended by a signal', async () => {
    expect(await run('kill -9 $$')).toMatchObject({ended: 'signal', exitCode: -1});
  });

  it('gets the environment of the job without what is withheld, or only what is listed', async () => {
    const env = {KEEP: 'kept', INPUT_TOKEN: 'no', ACTIONS_RUNTIME_TOKEN: 'no'};
    const {stdout} = await run('env', {env, addEnv: {MORE: 'more'}});
    expect(stdout).toMatch(/^KEEP=kept$/m);
    expect(stdout).toMatch(/^MORE=more$/m);
    expect(stdout).toMatch(/^PLIMSOLL_STARTED_BY=run-of-a-test$/m);
    expect(stdout).not.toMatch(/INPUT_|ACTIONS_/);
    expect((await run('env', {env, onlyEnv: {PATH}})).stdout).not.toContain('KEEP');
  });

  it('reads what it is given, to its end', async () => {
    const stdin = Readable.from(['one ', 'two'].map((text) => Buffer.from(text)));
    expect(await run('cat', {stdin})).toMatchObject({
      ...{ended: 'exit', exitCode: 0, stdout: 'one two'},
    });
  });

  it('that reads nothing of what it is given says itself how it ended', async () => {
    const endless = function* (): Generator<Buffer> {
      for (;;) yield Buffer.alloc(65536);
    };
    const stdin = Readable.from(endless());
    expect(await run('exec <&-; sleep 0.3; exit 4', {stdin})).toMatchObject({exitCode: 4});
  });

  it('whose input breaks off is ended', async () => {
    const broken = function* (): Generator<Buffer> {
      yield Buffer.from('half');
      throw new Error('the disk is gone');
    };
    const stdin = Readable.from(broken());
    expect(await run('sleep 30', {stdin})).toMatchObject({ended: 'signal'});
  });

  it('is given to no shell: an argument stays an argument', async () => {
    const exec = liveExec({env: {PATH}, signal: new AbortController().signal, runId: 'x'});
    const argument = '$(echo evil); `id` | x "\'';
    const {stdout} = await exec.run('printf', {
      ...{args: ['%s', argument], cwd: '/', deadlineSeconds: 5},
    });
    expect(stdout).toBe(argument);
  });

  it('gives lines of standard error as they come, also the last one without an end', async () => {
    const lines: string[] = [];
    await run('printf "one\\ntwo\\r\\nthr" >&2; printf "ee" >&2', {
      onStderrLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['one', 'two', 'three']);
  });

  it('keeps no more output than allowed, and says so', async () => {
    const result = await run('head -c 100000 /dev/zero | tr "\\0" x', {maxOutputBytes: 1000});
    expect(result).toMatchObject({ended: 'exit', exitCode: 0, truncated: true});
    expect(result.stdout.length).toBe(1000);
  });
});

describe('the end of a child', () => {
  /** Starts a grandchild that ignores SIGTERM and writes its process id. */
  const STUBBORN = (file: string): string =>
    `sh -c 'trap "" TERM; echo $$ > ${file}; while :; do sleep 0.1; done' & wait`;

  /** One that has ended and waits to be asked for its status (Z) lives no more. */
  const isAlive = (file: string): boolean => {
    const pid = readFileSync(file, 'utf8').trim();
    if (!existsSync(`/proc/${pid}/stat`)) return false;
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  };

  it('at its deadline takes the whole group, also what ignores the first signal', async () => {
    const file = join(folder(), 'pid');
    const result = await run(STUBBORN(file), {deadlineSeconds: 1});
    expect(result).toMatchObject({ended: 'deadline', exitCode: -1});
    await pause(100);
    expect(isAlive(file)).toBe(false);
  }, 20_000);

  it('comes with the abort of the run', async () => {
    const controller = new AbortController();
    const running = run('sleep 60', {signal: controller.signal});
    await pause(200);
    controller.abort();
    expect(await running).toMatchObject({ended: 'stopped', exitCode: -1});
    expect(await run('echo never', {signal: controller.signal})).toMatchObject({
      ...{ended: 'stopped', stdout: ''},
    });
  });
});
