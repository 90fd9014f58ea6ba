/** OCI layouts made by hand, as damaged or as odd as a test wants them. */
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync, gzipSync, zstdCompressSync} from 'node:zlib';
import {pack, type Header} from 'tar-stream';
import {indexSchema, manifestSchema} from '../../src/domain/image/manifest.ts';
import {TarReader} from '../../src/domain/archive/tar.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';

export interface TarEntry extends Partial<Header> {
  readonly name: string;
  readonly content?: string | Buffer;
}

export type Packing = 'gzip' | 'zstd' | 'none';

export interface LayerOf {
  readonly entries?: readonly TarEntry[];
  /** Instead of entries: the tar itself. */
  readonly tar?: Buffer;
  readonly packing?: Packing;
  /** A gzip of its own making. */
  readonly gzip?: (tar: Buffer) => Buffer;
  /** What the manifest adds to or changes in the layer's descriptor. */
  readonly descriptor?: object;
  /** Leaves the blob out. */
  readonly absent?: boolean;
  /** Written instead of what the digest is of. */
  readonly blob?: (right: Buffer) => Buffer;
  /** What the config says instead of the right diffID. */
  readonly diffId?: string;
}

export interface LayoutOf {
  readonly layers?: readonly LayerOf[];
  readonly config?: object;
  /** The config's own text, made from the right one. */
  readonly rawConfig?: (text: string) => string;
  /** The image's own user, health check, environment. */
  readonly settings?: object;
  /** What `index.json` lists, made from the image's descriptor. */
  readonly index?: (image: Descriptor, write: WriteBlob) => readonly object[];
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}
export type WriteBlob = (data: Buffer, mediaType: string) => Descriptor;

export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const INDEX = 'application/vnd.oci.image.index.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar';

/** Writes a layout into a folder; every digest is right unless the options say otherwise. */
export async function writeLayout(folder: string, options: LayoutOf = {}): Promise<void> {
  const blobs = join(folder, 'blobs/sha256');
  mkdirSync(blobs, {recursive: true});
  const write: WriteBlob = (data, mediaType) => {
    const hex = sha256(data);
    writeFileSync(join(blobs, hex), data);
    return {mediaType, digest: `sha256:${hex}`, size: data.length};
  };
  const layers = await Promise.all((options.layers ?? []).map((layer) => makeLayer(layer)));
  for (const {layer, hex, stored} of layers)
    if (layer.absent !== true) writeFileSync(join(blobs, hex), stored);
  const text = json({
    os: 'linux',
    architecture: 'amd64',
    config: options.settings ?? {},
    rootfs: {type: 'layers', diff_ids: layers.map(({diffId}) => diffId)},
    ...options.config,
  }).toString();
  const config = write(Buffer.from(options.rawConfig?.(text) ?? text), CONFIG);
  const descriptors = layers.map(({descriptor}) => descriptor);
  const image = write(
    json({schemaVersion: 2, mediaType: MANIFEST, config, layers: descriptors}),
    MANIFEST,
  );
  const manifests = options.index?.(image, write) ?? [image];
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({schemaVersion: 2, manifests}));
}

interface MadeLayer {
  readonly layer: LayerOf;
  readonly hex: string;
  readonly stored: Buffer;
  readonly diffId: string;
  readonly descriptor: object;
}

async function makeLayer(layer: LayerOf): Promise<MadeLayer> {
  const tar = layer.tar ?? (await tarOf(layer.entries ?? []));
  const packing = layer.packing ?? 'gzip';
  const blob = layer.gzip?.(tar) ?? packed(tar, packing);
  const hex = sha256(blob);
  return {
    layer,
    hex,
    stored: layer.blob?.(blob) ?? blob,
    diffId: layer.diffId ?? `sha256:${sha256(tar)}`,
    descriptor: {
      mediaType: packing === 'none' ? LAYER : `${LAYER}+${packing}`,
      digest: `sha256:${hex}`,
      size: blob.length,
      ...layer.descriptor,
    },
  };
}

export async function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const {content, ...header} of entries) {
    archive.entry({mtime: new Date(0), ...header}, content ?? '');
  }
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function packed(tar: Buffer, packing: Packing): Buffer {
  if (packing === 'gzip') return gzipSync(tar);
  return packing === 'zstd' ? zstdCompressSync(tar) : tar;
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

export function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** The entries of every layer of a layout that was built, in order. */
export function layersIn(folder: string): TreeEntry[][] {
  const blob = (digest: string): Buffer =>
    readFileSync(join(folder, 'blobs/sha256', digest.slice('sha256:'.length)));
  const index = indexSchema.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
  const manifest = manifestSchema.parse(
    JSON.parse(blob(index.manifests[0]?.digest ?? '').toString()),
  );
  return manifest.layers.map(({digest}) => {
    const entries: TreeEntry[] = [];
    const reader = new TarReader({onEntry: (entry) => entries.push(entry), wants: () => false});
    reader.write(gunzipSync(blob(digest)));
    reader.end();
    return entries;
  });
}
