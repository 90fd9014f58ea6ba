/** The JSON documents of a layout, of their schemas, and read as the engine reads them. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {z} from 'zod';
import type {Deps} from '../../deps.ts';
import {ambiguityIn, INDEX, type Struct} from '../../domain/image/go-json.ts';
import {
  blobPath,
  descriptorSchema,
  indexSchema,
  isAttestation,
  isIndex,
  type Descriptor,
} from '../../domain/image/manifest.ts';
import {BadLayer} from './layer.ts';

const LARGEST_DOCUMENT = 8 * 1024 * 1024;

interface DocumentShape<T> {
  readonly schema: z.ZodType<T>;
  readonly struct: Struct;
  /** `manifest sha256:…` */
  readonly what: string;
}

/** @throws {BadLayer} when it is none, or means something else to the engine than to us */
function parseDocument<T>(data: Uint8Array, {schema, struct, what}: DocumentShape<T>): T {
  // The engine refuses a byte order mark.
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(data);
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success)
    throw new BadLayer(`its ${what} is not of the shape that the OCI specification gives`);
  const ambiguity = ambiguityIn(text, struct);
  if (ambiguity !== undefined)
    throw new BadLayer(`its ${what} would mean something else to the engine: ${ambiguity}`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The one image manifest of the layout; attestations are left out, a nested index is followed.
 * @throws {BadLayer} for none, several, and a document that is none or means something else to the engine
 */
export async function findManifest(folder: string, deps: Deps): Promise<Descriptor> {
  const top = await deps.files.read(join(folder, 'index.json'), LARGEST_DOCUMENT);
  const index = parseDocument(top, {schema: indexSchema, struct: INDEX, what: 'index.json'});
  const nested = await Promise.all(
    index.manifests.map(async (descriptor) => {
      if (!isIndex(descriptor)) return [descriptor];
      const inner = await readDocument(descriptor, {
        folder,
        deps,
        schema: indexSchema,
        struct: INDEX,
        what: 'index',
      });
      return inner.manifests.map((entry) => descriptorSchema.parse(entry));
    }),
  );
  const manifests = nested.flat().filter((descriptor) => !isAttestation(descriptor));
  const [only] = manifests;
  if (only === undefined || manifests.length > 1)
    throw new BadLayer(`its layout names ${manifests.length} images, and one is expected`);
  return only;
}

interface DocumentSource<T> {
  readonly folder: string;
  readonly deps: Deps;
  readonly schema: z.ZodType<T>;
  readonly struct: Struct;
  readonly what: string;
}

/** @throws {BadLayer} where its digest does not hold, or as `findManifest` does */
export async function readDocument<T>(
  descriptor: Descriptor,
  {folder, deps, what, ...rest}: DocumentSource<T>,
): Promise<T> {
  const data = await deps.files.read(blobPath(folder, descriptor.digest), LARGEST_DOCUMENT);
  const found = `sha256:${createHash('sha256').update(data).digest('hex')}`;
  if (found !== descriptor.digest)
    throw new BadLayer(
      `the digest of its ${what} is ${found}, and the layout says ${descriptor.digest}`,
    );
  return parseDocument(data, {...rest, what: `${what} ${descriptor.digest}`});
}
