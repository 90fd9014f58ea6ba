/** Whether an image layout is what was said of it: looked at by node alone, with no code of the gate. */
import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import {z} from 'zod';
import type {ImageFacts} from '../../src/domain/image/facts.ts';
import {FalseAnswer} from './target.ts';

const descriptor = z.object({
  digest: z.string(),
  size: z.number(),
  mediaType: z.string().optional(),
  annotations: z.record(z.string(), z.string()).nullish(),
});
type Descriptor = z.infer<typeof descriptor>;
const indexSchema = z.object({manifests: z.array(descriptor)});
const manifestSchema = z.object({config: descriptor, layers: z.array(descriptor)});
const configSchema = z.object({rootfs: z.object({diff_ids: z.array(z.string())})});

function sha256(data: Buffer): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`;
}

/** @throws {FalseAnswer} unless what is called so is what its digest says */
function blob(folder: string, {digest}: Descriptor): Buffer {
  const path = join(folder, 'blobs/sha256', digest.replace('sha256:', ''));
  if (!existsSync(path)) throw new FalseAnswer(`${digest} is not there`);
  const data = readFileSync(path);
  if (sha256(data) !== digest) throw new FalseAnswer(`${digest} is ${sha256(data)}`);
  return data;
}

function parsed<T>(data: Buffer, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(data.toString()));
  } catch (cause) {
    throw new FalseAnswer('a document of the image does not parse', {cause});
  }
}

function plain(data: Buffer): Buffer {
  try {
    if (data.readUInt16BE(0) === 0x1f8b) return gunzipSync(data);
    return data.readUInt32BE(0) === 0x28b52ffd ? zstdDecompressSync(data) : data;
  } catch (cause) {
    throw new FalseAnswer('a layer cannot be unpacked', {cause});
  }
}

/** @throws {FalseAnswer} where an image was accepted whose layout does not hold */
export function expectLayoutHolds(folder: string, facts: ImageFacts): void {
  const index = parsed(readFileSync(join(folder, 'index.json')), indexSchema);
  const all = index.manifests.flatMap((one) =>
    /index|list/.test(one.mediaType ?? '') ? parsed(blob(folder, one), indexSchema).manifests : one,
  );
  const own = all.find(({digest}) => digest === facts.digest);
  if (own === undefined) throw new FalseAnswer(`the layout names no image ${facts.digest}`);
  const manifest = parsed(blob(folder, own), manifestSchema);
  if (manifest.config.digest !== facts.configDigest) throw new FalseAnswer('it has another config');
  const {rootfs} = parsed(blob(folder, manifest.config), configSchema);
  if (
    manifest.layers.length !== facts.layers.length ||
    rootfs.diff_ids.length !== facts.layers.length
  )
    throw new FalseAnswer(`it has ${manifest.layers.length} layers`);
  for (const [at, said] of facts.layers.entries()) {
    const layer = manifest.layers[at];
    if (layer?.digest !== said.digest) throw new FalseAnswer(`layer ${at} is another one`);
    const data = blob(folder, layer);
    if (data.length !== layer.size || data.length !== said.downloadBytes)
      throw new FalseAnswer(`layer ${at} has ${data.length} bytes`);
    const diffId = sha256(plain(data));
    if (diffId !== rootfs.diff_ids[at] || diffId !== said.diffId)
      throw new FalseAnswer(`layer ${at} unpacks to ${diffId}`);
  }
}
