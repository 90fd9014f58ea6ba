import {setTimeout as pause} from 'node:timers/promises';
import {limitConcurrency} from '../../src/domain/limit-concurrency.ts';

test('tasks run as many at a time as there may be, in their order, whatever becomes of them', async () => {
  const takeTurn = limitConcurrency(2);
  const seen: string[] = [];
  const now = {running: 0, most: 0};
  const task = (name: string) => async (): Promise<string> => {
    now.running += 1;
    now.most = Math.max(now.most, now.running);
    seen.push(name);
    await pause(5);
    now.running -= 1;
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const ended = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => takeTurn(task(name))));
  expect(ended.map(({status}) => status)).toEqual([
    ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  ]);
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
  expect(now).toEqual({running: 0, most: 2});
});
