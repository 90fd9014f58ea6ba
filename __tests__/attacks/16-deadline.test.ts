/**
 * Rule 16, second half: the deadline and the signals hold whatever computes.
 *
 * The attacker found text that keeps the main thread busy for ever, past every rule of ours: a loop, or an
 * expression that backtracks. In their hands: nothing but time. They must not get a job that hangs past its
 * deadline, or one that does not hear its runner.
 */
import {spawn} from 'node:child_process';
import {join} from 'node:path';

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly words: string;
}

/** @param stop sent once it computes, after which the watchdog has had its time */
function spin(kind: string, deadline: number, stop?: NodeJS.Signals): Promise<Ended> {
  const script = join(import.meta.dirname, '../support/spin.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, kind, String(deadline)]);
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    words += chunk.toString();
    if (stop !== undefined && words.startsWith('computing'))
      setTimeout(() => child.kill(stop), 3000);
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  return new Promise((resolve) => {
    child.on('close', (status, signal) => {
      clearTimeout(late);
      resolve({status, signal, words});
    });
  });
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
