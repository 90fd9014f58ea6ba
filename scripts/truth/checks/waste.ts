/** Wasted and unpacked bytes as dive counts them. */
import {readFile, rm, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {z} from 'zod';
import {blobPath} from '../../../src/domain/image/manifest.ts';
import {wasteExplained} from '../explained.ts';
import type {Finding} from '../row.ts';
import {blobsOf, type Subject} from '../subject.ts';
import {run} from '../tools.ts';

const exportSchema = z.object({
  layer: z.array(z.object({sizeBytes: z.int()})),
  image: z.object({sizeBytes: z.int(), inefficientBytes: z.int()}),
});

/** dive reads no OCI layout, but a tar of one with Docker's own `manifest.json` beside. */
async function writeArchive({view, figures}: Subject, archive: string): Promise<void> {
  const named = (path: string): string => relative(view, path);
  const layers = await blobsOf(view, figures.digest);
  const manifest = {
    Config: named(blobPath(view, figures.configDigest)),
    RepoTags: ['truth:truth'],
    Layers: layers.map(named),
  };
  await writeFile(join(view, 'manifest.json'), JSON.stringify([manifest]));
  const parts = [manifest.Config, ...new Set(manifest.Layers), 'manifest.json'];
  await run({program: 'tar', args: ['-C', view, '--hard-dereference', '-cf', archive, ...parts]});
}

export async function byDive(subject: Subject): Promise<readonly Finding[]> {
  const archive = join(subject.work, 'image.tar');
  const json = join(subject.work, 'dive.json');
  try {
    await writeArchive(subject, archive);
    await run({program: 'dive', args: ['--json', json, `docker-archive://${archive}`]});
    const {image, layer} = exportSchema.parse(JSON.parse(await readFile(json, 'utf8')));
    const {figures} = subject;
    return [
      {figure: 'unpacked bytes', theirs: image.sizeBytes, ours: figures.unpackedBytes},
      {
        figure: 'of each layer',
        theirs: layer.map(({sizeBytes}) => sizeBytes).join('+'),
        ours: figures.layers.map(({unpackedBytes}) => unpackedBytes).join('+'),
      },
      {
        figure: 'waste',
        theirs: image.inefficientBytes,
        ours: figures.wasteBytes,
        explained: wasteExplained(subject),
      },
    ];
  } finally {
    await Promise.all([rm(archive, {force: true}), rm(json, {force: true})]);
  }
}
