/**
 * Rule 17: an image means to us what it means to the engine, or it is unable. The documents of its layout.
 *
 * The attacker writes the config of an image that theirs is built upon. They must not get an image that we
 * judge by one key, and the engine starts by another.
 */
import {expect, it} from '@jest/globals';
import {isKnown} from '../../src/domain/known.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {writeLayout, type LayoutOf} from '../support/layouts.ts';

const folder = folders();
const ACCOUNTS = {
  entries: [{name: 'etc/passwd', content: 'root:x:0:0::/:\napp:x:1000:1000::/:\n'}],
};
const CHECK = ['CMD', '/check'];

async function read(layout: LayoutOf) {
  const path = folder();
  await writeLayout(path, {
    layers: [ACCOUNTS],
    settings: {User: 'app', Healthcheck: {Test: CHECK}},
    ...layout,
  });
  const image = {image: {} as never, path};
  return (await readImage(image, {spare: folder()}, testDeps())).facts;
}

it.each<[string, (config: string) => string, string]>([
  ['a second user', (text) => text.replace('"User"', '"user":"root","User"'), 'User'],
  ['a user after ours', (text) => text.replace('"app"', '"app","USER":"0"'), 'User'],
  ['the same user twice', (text) => text.replace('"app"', '"app","User":"0"'), 'User'],
  ['a user under a folded name', (text) => text.replace('"User"', '"u\u017fer"'), 'User'],
  ['a second config', (text) => text.replace(/}$/, ',"Config":{"User":"root"}}'), 'config'],
  [
    'a check that is none after ours',
    (text) => text.replace('"Healthcheck"', '"healthcheck":{"Test":["NONE"]},"Healthcheck"'),
    'Healthcheck',
  ],
  [
    'a second list of layers',
    (text) => text.replace('"diff_ids"', '"Diff_ids":[],"diff_ids"'),
    'diff_ids',
  ],
])('%s makes it unable, and is named', async (_, rawConfig, key) => {
  const facts = await read({rawConfig});
  expect(facts).toMatchObject({
    unable: expect.stringMatching(new RegExp(`^The image cannot be read: its config .*"${key}"`)),
  });
});

it('takes labels and other names of its own as they are spelt', async () => {
  const labels = {Maintainer: 'a', maintainer: 'b', user: 'root', User: 'root'};
  const facts = await read({settings: {User: 'app', Labels: labels}, config: {Own: 1, own: 2}});
  expect(facts).toMatchObject({value: {user: {value: {uid: 1000}}}});
});

it.each([[['cmd', '/check']], [['']], [['CMD']], [['CMD-SHELL']], [['NONE']], [['none', 'x']]])(
  'a health check of %j is none, and the image is not started for it',
  async (Test) => {
    const facts = await read({settings: {User: 'app', Healthcheck: {Test}}});
    expect(isKnown(facts) && facts.value.healthcheck).toMatchObject({declared: false});
  },
);

it.each<[string, object]>([
  ['no list of layers', {config: {rootfs: {type: 'layers', diff_ids: null}}, layers: []}],
  ['no config', {config: {config: null}}],
])('what Go writes as null is nothing: %s', async (_, layout) => {
  expect(isKnown(await read(layout))).toBe(true);
});
