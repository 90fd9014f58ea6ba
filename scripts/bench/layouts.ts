/** Layouts for reading, written without an engine: what is in them is as large as it says. */
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {setImmediate as rest} from 'node:timers/promises';
import {createWriteStream} from 'node:fs';
import {mkdir, rename, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable, Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import zlib from 'node:zlib';
import {pack as packTar} from 'tar-stream';

export interface SyntheticImage {
  readonly layers: number;
  readonly filesPerLayer: number;
  readonly bytesPerFile: number;
  /** Share of each file that does not compress, 0 to 1. */
  readonly noise: number;
}

interface Blob {
  readonly digest: string;
  readonly size: number;
  readonly diffId: string;
}

/** Makes it once; a second call finds it. */
export async function syntheticLayout(folder: string, image: SyntheticImage): Promise<string> {
  if ((await stat(join(folder, 'index.json')).catch(() => undefined)) !== undefined) return folder;
  await mkdir(join(folder, 'blobs/sha256'), {recursive: true});
  const blobs: Blob[] = [];
  for (let layer = 0; layer < image.layers; layer += 1)
    blobs.push(await writeLayer(folder, {image, layer}));
  const config = await writeJson(folder, {
    ...{architecture: 'amd64', os: 'linux', config: {User: '1'}},
    rootfs: {type: 'layers', diff_ids: blobs.map(({diffId}) => diffId)},
  });
  const manifest = await writeJson(folder, {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {mediaType: 'application/vnd.oci.image.config.v1+json', ...config},
    layers: blobs.map(({digest, size}) => ({
      ...{mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size},
    })),
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  const index = {schemaVersion: 2, manifests: [{mediaType, ...manifest}]};
  await writeFile(join(folder, 'index.json'), JSON.stringify(index));
  return folder;
}

async function writeJson(
  folder: string,
  document: unknown,
): Promise<{digest: string; size: number}> {
  const text = JSON.stringify(document);
  const hex = createHash('sha256').update(text).digest('hex');
  await writeFile(join(folder, 'blobs/sha256', hex), text);
  return {digest: `sha256:${hex}`, size: Buffer.byteLength(text)};
}

async function writeLayer(
  folder: string,
  {image, layer}: {readonly image: SyntheticImage; readonly layer: number},
): Promise<Blob> {
  const [plain, packed] = [createHash('sha256'), createHash('sha256')];
  let size = 0;
  const unfinished = join(folder, `layer-${layer}`);
  await pipeline(
    Readable.from(tarOf(image, layer), {objectMode: false}),
    tap((chunk) => plain.update(chunk)),
    zlib.createGzip({level: 6}),
    tap((chunk) => {
      packed.update(chunk);
      size += chunk.length;
    }),
    createWriteStream(unfinished),
  );
  const hex = packed.digest('hex');
  await rename(unfinished, join(folder, 'blobs/sha256', hex));
  return {digest: `sha256:${hex}`, size, diffId: `sha256:${plain.digest('hex')}`};
}

function tap(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      look(chunk);
      done(null, chunk);
    },
  });
}

async function* tarOf(image: SyntheticImage, layer: number): AsyncGenerator<Buffer> {
  const pack = packTar();
  const writing = (async () => {
    for (let file = 0; file < image.filesPerLayer; file += 1) {
      const name = `srv/${layer}/${Math.floor(file / 500)}/file-${file}.bin`;
      const entry: NodeJS.WritableStream = pack.entry({
        name,
        size: image.bytesPerFile,
        mode: 0o644,
      });
      for (const chunk of contentOf(image, layer * 1_000_003 + file))
        if (!entry.write(chunk)) await once(entry, 'drain');
      entry.end();
      await rest();
    }
    pack.finalize();
  })();
  for await (const chunk of pack) yield chunk as Buffer;
  await writing;
}

const CHUNK = 1024 * 1024;

/** How far back a repeated piece is found, and how long it is: about what binaries and text have. */
const FARTHEST = 8192;
const LONGEST = 20;

/** The same for the same seed: new bytes, and pieces of what came shortly before, as files are made of. */
function* contentOf(
  {bytesPerFile, noise}: Pick<SyntheticImage, 'bytesPerFile' | 'noise'>,
  seed: number,
): Generator<Buffer> {
  let state = (seed * 2654435761) >>> 0 || 1;
  const random = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let done = 0; done < bytesPerFile; done += CHUNK) {
    const chunk = Buffer.alloc(Math.min(CHUNK, bytesPerFile - done), seed & 0xff);
    for (let at = 0; noise > 0 && at < chunk.length;) {
      const draw = random();
      if (at < LONGEST || (draw & 0xff) < noise * 256) {
        chunk.writeUInt32LE(draw, Math.min(at, Math.max(0, chunk.length - 4)));
        at += 4;
      } else {
        const length = 4 + ((draw >>> 8) % (LONGEST - 4));
        const from = at - 1 - ((draw >>> 16) % Math.min(at - 1, FARTHEST));
        chunk.copy(chunk, at, from, Math.min(at, from + length));
        at += length;
      }
    }
    yield chunk;
  }
}
