/** What `@actions/exec` and `@actions/io` do otherwise than is wanted here, one test for each. */
import {execFile} from 'node:child_process';
import {chmodSync, chownSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {Readable} from 'node:stream';
import {promisify} from 'node:util';
import {describe, expect, it, jest} from '@jest/globals';
import type {RunOptions, RunResult} from '../../src/deps.ts';
import {liveExec} from '../../src/platform/exec.ts';
import {canLead} from '../../src/platform/launch.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const PATH = process.env['PATH'] ?? '';

function start(program: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  const exec = liveExec({env: {PATH}, signal: new AbortController().signal, runId: 'library'});
  return exec.run(program, {args: [], cwd: folder(), deadlineSeconds: 30, ...options});
}

function run(script: string, options: Partial<RunOptions> = {}): Promise<RunResult> {
  return start('sh', {args: ['-c', script], ...options});
}

function programIn(place: string, name: string, mode = 0o755): string {
  mkdirSync(place, {recursive: true});
  writeFileSync(join(place, name), '#!/bin/sh\nprintf "%s:%s\\n" "$0" "$*"\n');
  chmodSync(join(place, name), mode);
  return join(place, name);
}

describe('the child, which the library does not hand out', () => {
  it('is told of by node, and leads a group', async () => {
    expect(canLead()).toBe(true);
    const {stdout} = await run('ps -o pgid= -p $$; echo $$');
    const [group, pid] = stdout.trim().split(/\s+/);
    expect(group).toBe(pid);
  });

  it('is one; what a listener of its output starts is not taken for it', async () => {
    const groupOfOther = async (): Promise<string> => {
      return (await promisify(execFile)('sh', ['-c', script])).stdout;
    };
    const script = 'ps -o pgid= -p $$';
    const seen: Promise<string>[] = [];
    const onStderrLine = (): unknown => seen.push(groupOfOther());
    const {stdout} = await run(`${script}; echo >&2`, {onStderrLine});
    const ours = await groupOfOther();
    expect(await Promise.all(seen)).toEqual([ours]);
    expect(stdout).not.toBe(ours);
  });
});

describe('input', () => {
  it('for a child that ends at once ends nobody else', async () => {
    const ends = await Promise.all(
      Array.from({length: 20}, () => run('exit 3', {stdin: Readable.from([Buffer.alloc(1e6)])})),
    );
    expect(ends.map(({exitCode}) => exitCode)).toEqual(Array.from({length: 20}, () => 3));
  });
});

describe('output', () => {
  /** Milliseconds of our own processor. */
  const cost = async (megabytes: number): Promise<number> => {
    const before = process.cpuUsage();
    await run(`head -c ${megabytes}000000 /dev/zero`, {maxOutputBytes: 1000});
    const {user, system} = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it('in one long line costs what it has bytes', async () => {
    await cost(1);
    const small = Math.max(await cost(4), 50);
    expect(await cost(64)).toBeLessThan(16 * small * 2);
  }, 60_000);

  it('of what outlives the child is waited for, longer than the ten seconds of the library', async () => {
    expect(await run('(sleep 11; echo late) & echo soon')).toMatchObject({
      ...{ended: 'exit', exitCode: 0, stdout: 'soon\nlate\n'},
    });
  }, 20_000);

  it('that a process outside of the group holds open is left behind the deadline', async () => {
    const result = await run('setsid sleep 12 & echo out', {deadlineSeconds: 1});
    expect(result).toMatchObject({ended: 'deadline', stdout: 'out\n'});
    expect(result.seconds).toBeLessThan(12);
  }, 20_000);
});

describe('a program', () => {
  it("is looked for along the child's PATH, and not along ours", async () => {
    const place = folder();
    const path = programIn(place, 'only-there');
    const result = await start('only-there', {onlyEnv: {PATH: `${PATH}:${place}`}});
    expect(result.stdout).toBe(`${path}:\n`);
    expect((await start('only-there')).ended).toBe('missing');
    expect((await start('sh', {onlyEnv: {PATH: place}})).ended).toBe('missing');
    expect((await start('sh', {args: ['-c', 'echo x'], onlyEnv: {}})).stdout).toBe('x\n');
  });

  it('is not found by a PATH that leads from the folder where somebody is', async () => {
    const cwd = folder();
    programIn(cwd, 'only-there');
    for (const path of ['', '.', `.:${PATH}`, `:${PATH}`, relative(process.cwd(), cwd)])
      expect((await start('only-there', {cwd, onlyEnv: {PATH: path}})).ended).toBe('missing');
    expect((await start('./only-there', {cwd})).stdout).toBe(`${cwd}/only-there:\n`);
  });

  it('is looked for without a word on our standard output', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const path = `${programIn(folder(), 'a-file')}:${PATH}`;
    expect((await start('true', {onlyEnv: {PATH: path}})).exitCode).toBe(0);
    expect((await start('no-such-program', {onlyEnv: {PATH: path}})).ended).toBe('missing');
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it.each(['a b', ' a', 'a ', 'a"b', 'a\\b', 'a\\', 'a\\"b', "a'b", 'a\tb', 'a=b', '$(a)'])(
    'may be called %j',
    async (name) => {
      const path = programIn(folder(), name);
      expect((await start(path, {args: ['x y', '']})).stdout).toBe(`${path}:x y \n`);
    },
  );

  it('that only its owner may start is started by whom the kernel lets', async () => {
    const path = programIn(folder(), 'private', 0o700);
    // To root the library would say that it is not there.
    if (process.getuid?.() === 0) chownSync(path, 65534, 65534);
    expect((await start(path)).stdout).toBe(`${path}:\n`);
    expect((await start(folder())).ended).toBe('missing');
  });
});

describe('what cannot be started', () => {
  it('for nobody may execute it is there all the same', async () => {
    const path = programIn(folder(), 'no-program', 0o644);
    const denied = {ended: 'signal', exitCode: -1, stderr: 'permission denied'};
    expect(await start(path)).toMatchObject(denied);
    const place = dirname(path);
    expect(await start('no-program', {onlyEnv: {PATH: place}})).toMatchObject(denied);
    const other = programIn(folder(), 'no-program');
    const found = await start('no-program', {
      onlyEnv: {PATH: `${place}:${dirname(other)}:${PATH}`},
    });
    expect(found.stdout).toBe(`${other}:\n`);
  });

  it('for want of its folder is missing', async () => {
    const file = programIn(folder(), 'a-file');
    for (const cwd of ['/no/such/folder', file, `${file}/below`])
      expect(await start('true', {cwd})).toMatchObject({ended: 'missing', exitCode: -1});
  });

  it.each([
    ['an argument that is too long', {args: ['x'.repeat(200_000)]}, 'spawn E2BIG'],
    ['a variable that is too long', {addEnv: {LONG: 'x'.repeat(200_000)}}, 'spawn E2BIG'],
    ['a NUL', {args: ['a\0b']}, 'it was given a NUL'],
  ])('for %s says why, and is not waited for', async (_, options, stderr) => {
    expect(await start('true', options)).toMatchObject({ended: 'signal', exitCode: -1, stderr});
  });
});

describe('where node does not tell of children', () => {
  it('they run, nobody waits behind their deadline, and what cannot be is said', async () => {
    const script = join(import.meta.dirname, '../support/untold.ts');
    const {stdout} = await start(process.execPath, {args: ['--no-warnings', script]});
    expect(JSON.parse(stdout)).toEqual({
      gap: expect.stringContaining('cannot be ended as a group'),
      ran: {ended: 'exit', exitCode: 3, stdout: 'out\n', stderr: 'err\n', lines: ['err']},
      late: 'deadline',
      fed: {ended: 'signal', stderr: 'it cannot be given its input'},
    });
  });
});
