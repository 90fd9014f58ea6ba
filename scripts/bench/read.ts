/** Reading layouts: over `gzip -dc` of the same layers, and how time and memory grow with layers and files. */
import {execFileSync} from 'node:child_process';
import {readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {build} from 'esbuild';
import {BUNDLING} from '../bundling.mjs';
import {runCommand, type MemoryRow, type Row, type Shown} from './measure.ts';
import {exportImage} from './gate.ts';
import {syntheticLayout, type SyntheticImage} from './layouts.ts';

const cache = join(process.env['PLIMSOLL_LAB_CACHE'] ?? tmpdir(), 'bench-layouts');
const reader = join(cache, 'reader', 'reader.mjs');

/** 325 MB in 9,000 files and 6 layers. */
const HALF: SyntheticImage = {layers: 6, filesPerLayer: 1500, bytesPerFile: 36_111, noise: 0.5};

function layout(name: string, image: SyntheticImage): Promise<string> {
  return syntheticLayout(join(cache, name), image);
}

/** What reads, bundled as `dist` is: sources would be translated while the clock runs. */
async function makeReader(): Promise<void> {
  await rm(dirname(reader), {recursive: true, force: true});
  await build({
    entryPoints: [resolve(import.meta.dirname, 'reader.ts')],
    ...BUNDLING,
    ...{outdir: dirname(reader), splitting: true, outExtension: {'.js': '.mjs'}, logLevel: 'error'},
    loader: {'.yml': 'text'},
  });
}

async function blobsOf(folder: string): Promise<readonly string[]> {
  const blobs = join(folder, 'blobs/sha256');
  return (await readdir(blobs)).map((name) => join(blobs, name));
}

/** A real image: how fast layers unpack depends on what is in them. */
export async function readRow(): Promise<Row> {
  await makeReader();
  const folder = join(cache, 'real');
  await exportImage('frontend', folder);
  const blobs = await blobsOf(folder);
  return {
    name: 'reading an image of 640 MB (the example’s frontend as it was) over gzip -dc of its layers side by side',
    ...{limit: 0.75, runs: 5},
    ours: () => runCommand({program: process.execPath, args: [reader, folder]}),
    bare: async () => {
      // Config and manifest are no gzip: their share is nothing.
      const unpack = 'gzip -dc "$0" >/dev/null 2>&1 || true';
      await Promise.all(
        blobs.map((path) => runCommand({program: 'sh', args: ['-c', unpack, path]})),
      );
    },
  };
}

export async function memoryRows(): Promise<readonly MemoryRow[]> {
  await makeReader();
  const rows: readonly (readonly [string, number, SyntheticImage])[] = [
    ['an image of 650 MB', 200, {...HALF, bytesPerFile: 72_222}],
    ['an image of 5 GB', 200, {layers: 10, filesPerLayer: 50, bytesPerFile: 10_000_000, noise: 0}],
    [
      'an image of 500,000 files',
      400,
      {layers: 5, filesPerLayer: 100_000, bytesPerFile: 20, noise: 0},
    ],
  ];
  const measured: MemoryRow[] = [];
  for (const [name, limit, image] of rows) {
    const folder = await layout(name.replaceAll(/\W+/g, '-'), image);
    const megabytes = (peakOf(folder) * 1024) / 1e6;
    measured.push({name: `peak memory, ${name}`, limit, megabytes});
  }
  return measured;
}

/** Seconds at 1, 4 and 16 times the layers, and the files. */
export async function linearRows(): Promise<readonly Shown[]> {
  await makeReader();
  const base: SyntheticImage = {layers: 2, filesPerLayer: 500, bytesPerFile: 10_000, noise: 0.5};
  const rows: Shown[] = [];
  for (const [what, grown] of [
    ['layers', (times: number) => ({...base, layers: base.layers * times})],
    ['files', (times: number) => ({...base, bytesPerFile: 100, filesPerLayer: 10_000 * times})],
  ] as const) {
    const seconds: string[] = [];
    for (const times of [1, 4, 16]) {
      const folder = await layout(`linear-${what}-${times}`, grown(times));
      const start = performance.now();
      await runCommand({program: process.execPath, args: [reader, folder]});
      seconds.push(`${times}x ${((performance.now() - start) / 1000).toFixed(2)} s`);
    }
    rows.push({name: `reading at 1, 4 and 16 times the ${what}`, text: seconds.join(', ')});
  }
  return rows;
}

/** With the list of files, as a whole run makes it. */
function peakOf(folder: string): number {
  const env = {...process.env, LIST: 'yes'};
  return Number(execFileSync(process.execPath, [reader, folder], {encoding: 'utf8', env}));
}
