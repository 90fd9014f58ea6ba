import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {expect, it} from '@jest/globals';
import {Group} from '../../src/platform/group.ts';

it('ends a child at once that comes when nobody waits any more', async () => {
  const own = AbortSignal.abort();
  const ofRun = new AbortController().signal;
  const group = new Group({deadlineSeconds: 60, own, ofRun, graceSeconds: 60, isLed: true});
  expect(group.reason).toBe('aborted');
  group.end();
  const child = spawn('sh', ['-c', 'trap "" TERM; echo up; sleep 60'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  group.lead(child.pid);
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
});
