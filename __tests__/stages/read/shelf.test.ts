/** Layers that are kept between runs: what cannot be kept is read again, and never costs the run. */
import {cpSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import type {KeptLayer} from '../../../src/domain/image/kept-layer.ts';
import {openLayerCache} from '../../../src/stages/read/layer-cache.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';

const folder = folders();

function layerWith(name: string, content?: Uint8Array): KeptLayer {
  return {
    facts: {
      digest: `sha256:${'a'.repeat(64)}`,
      diffId: `sha256:${'b'.repeat(64)}`,
      downloadBytes: 10,
      unpackedBytes: 20,
      entries: 1,
    },
    entries: [
      {
        name,
        kind: 'file',
        size: 20,
        mode: 0o644,
        uid: 0,
        gid: 0,
        mtime: 0,
        ...(content && {content}),
      },
    ],
  };
}

async function leave(path: string, layer: KeptLayer): Promise<void> {
  const shelf = openLayerCache({to: path}, testDeps());
  shelf.put(layer);
  await shelf.end();
}

it('gives the next run the layer that was put there', async () => {
  const path = folder();
  const layer = layerWith('etc/passwd', new Uint8Array([1, 2]));
  await leave(path, layer);
  expect(await openLayerCache({from: path}, testDeps()).take(layer.facts)).toEqual(layer);
});

it('gives no layer of another digest or diffID, whatever the file is called', async () => {
  const path = folder();
  const layer = layerWith('etc/passwd');
  await leave(path, layer);
  const other = `sha256:${'c'.repeat(64)}`;
  cpSync(join(path, `${'a'.repeat(64)}.jsonl.gz`), join(path, `${'c'.repeat(64)}.jsonl.gz`));
  const shelf = openLayerCache({from: path}, testDeps());
  expect(await shelf.take({...layer.facts, digest: other})).toBeUndefined();
  expect(await shelf.take({...layer.facts, diffId: other})).toBeUndefined();
});

it.each([
  ['for a name', layerWith('run/hunter2-hunter2')],
  ['in a file that it keeps', layerWith('etc/passwd', Buffer.from('x:hunter2-hunter2:0'))],
])('keeps no layer with a secret %s, and says nothing of it', async (_where, layer) => {
  const deps = testDeps();
  deps.secrets.add(['hunter2-hunter2']);
  const path = folder();
  const shelf = openLayerCache({to: path}, deps);
  shelf.put(layer);
  await shelf.end();
  expect(readdirSync(path)).toEqual([]);
});

it('leaves nothing where nothing may be left', async () => {
  const path = folder();
  const shelf = openLayerCache({from: path}, testDeps());
  shelf.put(layerWith('etc/hello'));
  await shelf.end();
  expect(readdirSync(path)).toEqual([]);
});
