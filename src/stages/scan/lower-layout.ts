/** The lowest layers of an image, as an image of their own: what they hold may be there with no record of it. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {LayerFacts} from '../../domain/image/facts.ts';
import {blobPath} from '../../domain/image/manifest.ts';
import {writeLayoutIndex} from '../build/layout-index.ts';
import {plainLayer} from '../read/plain-view.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const PACKED = 'application/vnd.oci.image.layer.v1.tar+gzip';

/** @param layers the lowest ones; @returns a layout whose blobs are those of the scannable one */
export async function writeLowerLayout(
  scannable: string,
  layers: readonly LayerFacts[],
  deps: Pick<Deps, 'files'>,
): Promise<string> {
  const {files} = deps;
  const folder = join(await files.makeTemporary('plimsoll-below', 'run'), 'layout');
  await files.makeFolder(join(folder, 'blobs/sha256'));
  const descriptors = [];
  for (const {diffId, digest} of layers) {
    const plain = await files.stat(blobPath(scannable, diffId));
    const layer =
      plain === undefined
        ? {mediaType: PACKED, digest, size: (await files.stat(blobPath(scannable, digest)))?.bytes}
        : plainLayer(diffId, plain.bytes);
    const target = blobPath(folder, layer.digest);
    if ((await files.stat(target)) === undefined)
      await files.hardLink(blobPath(scannable, layer.digest), target);
    descriptors.push(layer);
  }
  const write = async (data: object, mediaType: string) => {
    const text = JSON.stringify(data);
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    await files.write(blobPath(folder, digest), text);
    return {mediaType, digest, size: Buffer.byteLength(text)};
  };
  const diffIds = layers.map(({diffId}) => diffId);
  const config = await write(
    {os: 'linux', architecture: 'amd64', config: {}, rootfs: {type: 'layers', diff_ids: diffIds}},
    CONFIG,
  );
  const manifest = {schemaVersion: 2, mediaType: MANIFEST, config, layers: descriptors};
  await writeLayoutIndex(folder, await write(manifest, MANIFEST), deps);
  return folder;
}
