/** What a publisher makes of masked texts is masked once more on its way out. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import type {GitHubRequest} from '../../../src/domain/github/api.ts';
import {publisherDeps} from '../../../src/stages/publish/publisher-deps.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';

const folder = folders();
/** Of two parts, neither of which is one. */
const SECRET = 'USER hunter2';

function deps(asked: GitHubRequest[] = []): ReturnType<typeof publisherDeps> {
  const own = testDeps();
  own.secrets.add([SECRET]);
  const request = (
    ask: GitHubRequest,
  ): Promise<{status: number; headers: object; data: unknown}> => {
    asked.push(ask);
    return Promise.resolve({status: 200, headers: {}, data: undefined});
  };
  return publisherDeps({...own, github: () => ({request}) as never});
}

it.each([
  ['text', `a ${SECRET} b`, 'a *** b'],
  ['a document', JSON.stringify({[SECRET]: [SECRET, 7]}), '{"***":["***",7]}'],
  ['what only begins as a document', `[${SECRET}`, '[***'],
])('into a file: %s', async (_, text, masked) => {
  const path = join(folder(), 'own.txt');
  await deps().files.write(path, text);
  expect(readFileSync(path, 'utf8')).toBe(masked);
});

it('leaves bytes as they are', async () => {
  const path = join(folder(), 'own.bin');
  await deps().files.write(path, Buffer.from(SECRET));
  expect(readFileSync(path, 'utf8')).toBe(SECRET);
});

it('to GitHub, in whatever a request says', async () => {
  const asked: GitHubRequest[] = [];
  const parameters = {owner: 'o', body: `is ${SECRET}`, labels: [SECRET]};
  const ask = {route: 'POST /repos/{owner}/x', parameters, deadlineSeconds: 1};
  await deps(asked).github('token').request(ask);
  expect(asked).toEqual([{...ask, parameters: {owner: 'o', body: 'is ***', labels: ['***']}}]);
});
