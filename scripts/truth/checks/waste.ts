/** Wasted and unpacked bytes as dive counts them. */
import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import {wasteExplained} from '../explained.ts';
import type {Finding} from '../row.ts';
import type {Subject} from '../subject.ts';
import {run} from '../tools.ts';

const exportSchema = z.object({
  layer: z.array(z.object({sizeBytes: z.int()})),
  image: z.object({sizeBytes: z.int(), inefficientBytes: z.int()}),
});

/** dive reads no OCI layout; skopeo writes what `docker save` would. */
export async function byDive(subject: Subject): Promise<readonly Finding[]> {
  const archive = join(subject.work, 'image.tar');
  const json = join(subject.work, 'dive.json');
  try {
    await run({
      program: 'skopeo',
      args: [
        'copy',
        '--quiet',
        `oci:${subject.view}:truth`,
        `docker-archive:${archive}:truth:truth`,
      ],
    });
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
