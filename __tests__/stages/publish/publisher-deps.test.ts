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
  ['Markdown that begins with a link', `[${SECRET}](x)`, '[***](x)'],
])('into a file: %s', async (_, text, masked) => {
  const path = join(folder(), 'own.txt');
  await deps().files.write(path, text);
  expect(readFileSync(path, 'utf8')).toBe(masked);
});

it.each([
  JSON.stringify({[SECRET]: [SECRET, 7]}, undefined, 2),
  `{"path":"${SECRET}"}\n{"path":"b"}\n`,
  '[]',
  `[\n  {"name": "${SECRET}"}\n]`,
])('leaves a document as the stage has masked it, names and identities too: %s', async (text) => {
  const path = join(folder(), 'own.json');
  await deps().files.write(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('leaves bytes as they are', async () => {
  const path = join(folder(), 'own.bin');
  await deps().files.write(path, Buffer.from(SECRET));
  expect(readFileSync(path, 'utf8')).toBe(SECRET);
});

it('to GitHub, as the body of a request and nowhere else', async () => {
  const asked: GitHubRequest[] = [];
  const parameters = {ref: `refs/heads/${SECRET}`, body: `is ${SECRET}`};
  const ask = {route: 'POST /repos/{owner}/x', parameters, deadlineSeconds: 1};
  await deps(asked).github('token').request(ask);
  expect(asked).toEqual([{...ask, parameters: {...parameters, body: 'is ***'}}]);
});
