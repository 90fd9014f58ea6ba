/**
 * Rule 16, second half: the deadline and the signals hold whatever computes.
 *
 * The attacker found text that keeps the main thread busy for ever, past every rule of ours: a loop, or an
 * expression that backtracks. In their hands: nothing but time. They must not get a job that hangs past its
 * deadline, or one that does not hear its runner.
 */
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {BUNDLE} from '../support/command.ts';
import {folders} from '../support/folders.ts';

const folder = folders();

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly words: string;
}

/** @param stop sent once it computes, and once more: a runner asks twice too */
function spin(kind: string, deadline: number, stop?: NodeJS.Signals): Promise<Ended> {
  const script = join(import.meta.dirname, '../support/spin.ts');
  return ended({args: ['--no-warnings', script, kind, String(deadline)], stop});
}

interface Child {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly stop: NodeJS.Signals | undefined;
}

function ended({args, cwd, stop}: Child): Promise<Ended> {
  const child = spawn(process.execPath, args, {cwd});
  let words = '';
  const telling: NodeJS.Timeout[] = [];
  const hear = (chunk: Buffer): void => {
    words += chunk.toString();
    if (stop === undefined || telling.length > 0 || !words.includes('computing')) return;
    // After the watchdog has had its time; on a loaded machine it may need more.
    for (const seconds of [3, 9]) telling.push(setTimeout(() => child.kill(stop), seconds * 1000));
  };
  child.stderr.on('data', hear);
  child.stdout.on('data', hear);
  const late = setTimeout(() => child.kill('SIGKILL'), 25_000);
  return new Promise((resolve) => {
    child.on('close', (status, signal) => {
      clearTimeout(late);
      for (const timer of telling) clearTimeout(timer);
      resolve({status, signal, words});
    });
  });
}

/**
 * The bundle, which computes for ever from the moment that its watchdog is there. The thread's code is the
 * text of a function, which a bundler could have made to name something outside of it.
 */
function spinBundle(timeout: string, stop?: NodeJS.Signals): Promise<Ended> {
  const compute =
    'process.on("worker", async () => { await 0; console.error("computing"); for (;;); })';
  const cwd = folder({Dockerfile: 'FROM scratch\n'});
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(compute)}`];
  return ended({args: [...preload, BUNDLE, '--timeout', timeout], cwd, stop});
}

it.each(['loop', 'expression', 'caught'])(
  'what computes for ever (%s) is broken off behind the deadline, and the run goes on to its end',
  async (kind) => {
    const {status, words} = await spin(kind, 1);
    expect(words).toContain('the 1 seconds of timeout are over');
    expect(status).toBe(2);
  },
  30_000,
);

it.each(['SIGINT', 'SIGTERM'] as const)(
  'what computes for ever is ended by %s, long before the deadline',
  async (stop) => {
    const {signal} = await spin('loop', 3600, stop);
    expect(signal).toBe(stop);
  },
  30_000,
);

it('what pauses hears the signal itself, and ends in order', async () => {
  const {status, words} = await spin('pauses', 3600, 'SIGTERM');
  expect(words).toContain('in order: SIGTERM');
  expect(status).toBe(130);
}, 30_000);

it('the bundle breaks off what computes for ever, and reports', async () => {
  const {status, words} = await spinBundle('1s');
  expect(words).toContain('the 1 seconds of timeout are over');
  expect(words).toContain('The whole report');
  expect(status).toBe(2);
}, 40_000);

it('the bundle that computes for ever is ended by a signal', async () => {
  const {signal} = await spinBundle('1h', 'SIGTERM');
  expect(signal).toBe('SIGTERM');
}, 40_000);
