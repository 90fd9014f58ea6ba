/** Layers as tools of the lab write them are read, each as engines read it. */
import {execFileSync} from 'node:child_process';
import {chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {z} from 'zod';
import {bringUpTools} from '../../scripts/truth/tools.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {compared, LayerOracle} from '../support/layer-oracle.ts';

const {registry} = lab();
const folder = folders();
const MINUTES = 60_000;
const made: string[] = [];
let oracle: LayerOracle;
beforeAll(async () => {
  await bringUpTools();
  oracle = new LayerOracle();
}, 5 * MINUTES);
afterAll(() => {
  oracle.end();
  for (const image of made) docker('image', 'rm', '--force', image);
});

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']}).trim();
}

function docker(...args: string[]): string {
  return run('docker', ...args);
}

/** An archive of a folder with a little of everything. */
function archive(...options: readonly string[]): string {
  const root = folder({
    'app/run': '#!/bin/sh\n',
    'etc/passwd': 'root:x:0:0::/:\n',
    'deep/er/f': 'x',
  });
  chmodSync(join(root, 'app/run'), 0o4755);
  linkSync(join(root, 'app/run'), join(root, 'app/again'));
  symlinkSync('/app/run', join(root, 'start'));
  // The oldest format has no long names.
  if (!options.includes('--format=v7'))
    mkdirSync(join(root, 'long/'.repeat(40)), {recursive: true});
  const file = join(folder(), 'root.tar');
  run('tar', '-C', root, ...options, '-cf', file, '.');
  return file;
}

const manifestSchema = z.array(z.object({Layers: z.array(z.string())})).length(1);

/** Of an archive as `docker save` writes it. */
function layersOf(file: string): readonly Buffer[] {
  const work = folder();
  run('tar', '-C', work, '-xf', file);
  const text = readFileSync(join(work, 'manifest.json'), 'utf8');
  return manifestSchema
    .parse(JSON.parse(text))
    .flatMap(({Layers}) => Layers.map((name) => plain(readFileSync(join(work, name)))));
}

function plain(blob: Buffer): Buffer {
  return blob[0] === 0x1f && blob[1] === 0x8b ? gunzipSync(blob) : blob;
}

function saved(image: string): readonly Buffer[] {
  made.push(image);
  const file = join(folder(), 'image.tar');
  docker('save', '--output', file, image);
  return layersOf(file);
}

async function expectRead(layers: readonly Buffer[], atLeast: number): Promise<void> {
  expect(layers.length).toBeGreaterThanOrEqual(atLeast);
  const [answer] = await oracle.ask([layers]);
  expect(answer && compared(layers, answer)).toEqual({outcome: 'equal', note: ''});
}

const KINDS = [['--format=gnu'], ['--format=pax'], ['--format=ustar'], ['--format=v7']];

it.each(KINDS)('docker import, of an archive %s', async (...options) => {
  const image = docker('import', archive(...options));
  await expectRead(saved(image), 1);
});

it('docker commit, of what was removed, emptied and replaced', async () => {
  const steps = [
    'mkdir -p /app/src /old/deep && echo a >/app/src/a && ln /app/src/a /app/b && touch /old/deep/f',
    'rm -rf /old /app/src && mkdir /app/src && echo c >/app/src/c && ln -s /app/src /s',
    'rm /s && mkdir /s && echo root:x:0:0::/: >/etc/passwd && chmod 4755 /app/b && rm -rf /tmp/*',
  ];
  let image = `${registry}/library/busybox:latest`;
  for (const step of steps) {
    const container = docker('create', '--network=none', image, 'sh', '-c', step);
    docker('start', '--attach', container);
    image = docker('commit', container);
    docker('rm', container);
    made.push(image);
  }
  await expectRead(saved(image), 4);
});

it.each(KINDS)('crane append, of an archive %s', async (...options) => {
  const file = join(folder(), 'appended.tar');
  const base = ['--base', `${registry}/library/busybox:latest`, '--insecure'];
  run(
    'crane',
    'append',
    ...base,
    '--new_layer',
    archive(...options),
    '--new_tag',
    'lab/x',
    '--output',
    file,
  );
  await expectRead(layersOf(file), 2);
});

it('umoci repack', async () => {
  const work = folder();
  const [layout, bundle] = [join(work, 'layout'), join(work, 'bundle')];
  const image = `${layout}:x`;
  run('umoci', 'init', '--layout', layout);
  run('umoci', 'new', '--image', image);
  const repacked = (change: (root: string) => void): void => {
    run('umoci', 'unpack', '--image', image, bundle);
    change(join(bundle, 'rootfs'));
    run('umoci', 'repack', '--image', image, bundle);
    run('rm', '-rf', bundle);
  };
  repacked((root) => {
    mkdirSync(join(root, 'app/old'), {recursive: true});
    writeFileSync(join(root, 'app/old/f'), 'x');
    linkSync(join(root, 'app/old/f'), join(root, 'app/g'));
  });
  repacked((root) => {
    // A file in its place would be refused by engines: umoci 0.6 then deletes within the file.
    run('rm', '-rf', join(root, 'app/old'));
    writeFileSync(join(root, 'app/new'), 'x');
    symlinkSync('app', join(root, 'link'));
  });
  const file = join(work, 'image.tar');
  run('skopeo', 'copy', `oci:${image}`, `docker-archive:${file}:lab/x:x`);
  await expectRead(layersOf(file), 2);
});
