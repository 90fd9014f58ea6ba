/** Secrets are judged also where the vulnerability database is not to be had: they need none. */
import {afterAll, expect, it} from '@jest/globals';
import {scannedSecrets} from '../../src/domain/examined/examined.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {JAR} from '../support/jar.ts';
import {lab} from '../support/lab.ts';
import {writeLayout} from '../support/layouts.ts';
import {planned, scanOf, supplyOf} from '../support/scan.ts';

lab();
const folder = folders();
const deps = testDeps();
afterAll(() => deps.cleanup.run('job'));

it('are found, and nothing else is known', async () => {
  const path = folder();
  const token = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;
  const entries = [
    {name: 'app/.npmrc', content: `token=${token}\n`},
    {name: 'app/app.jar', content: JAR},
  ];
  await writeLayout(path, {layers: [{entries}]});
  const supply = supplyOf(deps, {dbPath: folder()});
  const scanned = await scanOf({deps, supply, layout: {image: planned(), path}});
  expect(scanned.facts).toEqual({unable: expect.stringContaining('database')});
  expect(scannedSecrets(scanned)).toMatchObject({
    value: [{rule: 'github-pat', where: 'file', path: 'app/.npmrc'}],
  });
  expect(scanned.attachments).toEqual([]);
});
