/** Index, manifest and config with a value changed, and every digest set right again: nothing else refuses them. */
import {createHash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {isKnown} from '../../../src/domain/known.ts';
import {readImage, type ImageReadResult} from '../../../src/stages/read/index.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {MANIFEST, writeLayout} from '../../support/layouts.ts';
import {cases, evilText, evilValue, jsonOf} from '../../support/mutations.ts';
import {planned} from '../../support/scan.ts';

const folder = folders();
const deps = testDeps();

type Json = null | boolean | number | string | Json[] | {[key: string]: Json};
const DOCUMENTS = ['index', 'manifest', 'config'] as const;
type Documents = Record<(typeof DOCUMENTS)[number], Json>;

interface Place {
  readonly holder: Json[] | {[key: string]: Json};
  readonly key: string;
}

/** Every value of a document, by what holds it. */
function placesIn(value: Json): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    {holder: value, key},
    ...placesIn(inner),
  ]);
}

const change = fc.record({
  document: fc.constantFrom(...DOCUMENTS),
  place: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'repeat', 'rename', 'whole'),
  value: evilValue,
  name: evilText,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(documents: Documents, {document, place, how, value, name}: Change): void {
  const places = placesIn(documents[document]);
  const {holder, key} = places[place % places.length] ?? {};
  if (how === 'whole' || holder === undefined || key === undefined) {
    documents[document] = value as Json;
    return;
  }
  const now = (holder as Record<string, Json>)[key];
  const set = (at: string, to: Json | undefined): void => {
    Object.defineProperty(holder, at, {
      value: to,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  };
  if (how === 'replace') set(key, value as Json);
  else if (how === 'repeat' && Array.isArray(holder)) holder.push(now ?? null);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else {
    Reflect.deleteProperty(holder, key);
    if (how === 'rename') set(name, now);
  }
}

/** The chain index, manifest, config with right digests, as long as there is one. */
function write(layout: string, documents: Documents): readonly string[] {
  const written: string[] = [];
  const put = (document: Json): Json => {
    const data = jsonOf(document);
    const hex = createHash('sha256').update(data).digest('hex');
    const path = join(layout, 'blobs/sha256', hex);
    writeFileSync(path, data);
    written.push(path);
    return {digest: `sha256:${hex}`, size: Buffer.byteLength(data)};
  };
  const config = put(documents.config);
  const manifest = put(pointed(documents.manifest, ['config'], config));
  const index = pointed(documents.index, ['manifests', '0'], manifest);
  writeFileSync(join(layout, 'index.json'), jsonOf(index));
  return written;
}

const POINTED = 'sha256:here';

/** Its placeholder, where it still stands, replaced by the right digest and size. */
function pointed(document: Json, path: readonly string[], to: Json): Json {
  const copy = structuredClone(document);
  const held = path.reduce<Json | undefined>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, Json>)[key]
        : undefined,
    copy,
  );
  if (isObject(held) && held['digest'] === POINTED) Object.assign(held, to);
  return copy;
}

function isObject(value: Json | undefined): value is {[key: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function makeRight(layout: string): Promise<Documents> {
  mkdirSync(layout);
  await writeLayout(layout, {
    settings: {User: 'app', Env: ['A=b'], Healthcheck: {Test: ['CMD', '/check']}},
    layers: [
      {entries: [{name: 'etc/passwd', content: 'app:x:1000:1000::/:/bin/sh\n'}]},
      {entries: [{name: 'etc/.wh.passwd'}, {name: 'x', content: 'x'.repeat(500)}], packing: 'zstd'},
    ],
  });
  const read = (path: string): {[key: string]: Json} =>
    JSON.parse(readFileSync(join(layout, path), 'utf8')) as {[key: string]: Json};
  const blob = (digest: string): string => `blobs/sha256/${digest.slice('sha256:'.length)}`;
  const digestIn = (holder: Json | undefined): string =>
    isObject(holder) && typeof holder['digest'] === 'string' ? holder['digest'] : '';
  const {manifests} = read('index.json');
  const manifest = read(blob(digestIn(Array.isArray(manifests) ? manifests[0] : undefined)));
  const config = read(blob(digestIn(manifest['config'])));
  const here = {mediaType: MANIFEST, digest: POINTED, size: 0};
  return {
    index: {schemaVersion: 2, manifests: [{...here, annotations: {a: 'b'}}]},
    manifest: {
      ...manifest,
      config: {...here, mediaType: 'application/vnd.oci.image.config.v1+json'},
    },
    config,
  };
}

async function factsOf(layout: string, spare: string): Promise<ImageReadResult['facts']> {
  mkdirSync(spare);
  const {facts} = await readImage({image: planned(), path: layout}, {spare}, deps);
  const blobs = join(spare, 'blobs/sha256');
  const made = readdirSync(spare, {recursive: true, encoding: 'utf8'});
  for (const path of made)
    expect(path).toMatch(
      /^(blobs|blobs\/sha256|blobs\/sha256\/[0-9a-f]{64}|index\.json|oci-layout)$/,
    );
  rmSync(blobs, {recursive: true, force: true});
  rmSync(spare, {recursive: true});
  return facts;
}

describe('an index, a manifest, a config that says something else', () => {
  it('is unable with a sentence, or the same bytes: never an exception, never a file outside', async () => {
    const work = folder();
    const [layout, spare] = [join(work, 'layout'), join(work, 'spare')];
    const documents = await makeRight(layout);
    write(layout, documents);
    const right = await factsOf(layout, spare);
    if (!isKnown(right)) throw new Error(right.unable);
    const {unpackedBytes, downloadBytes, layers, contents, waste: losses} = right.value;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        const changed = structuredClone(documents);
        mutate(changed, one);
        const before = new Set(readdirSync(join(layout, 'blobs/sha256')));
        const written = write(layout, changed);
        const found = await factsOf(layout, spare);
        for (const path of written)
          if (!before.has(path.slice(path.lastIndexOf('/') + 1))) rmSync(path, {force: true});
        expect(readdirSync(work)).toEqual(['layout']);
        if (isKnown(found))
          expect(found.value).toMatchObject({
            unpackedBytes,
            downloadBytes,
            layers,
            contents,
            waste: losses,
          });
        else {
          expect(found.unable).toMatch(/^The image cannot be read: .+\.$/s);
          refused += 1;
        }
      }),
      {numRuns: cases(850)},
    );
    expect(refused).toBeGreaterThan(cases(850) / 5);
    expect(refused).toBeLessThan(cases(850));
  }, 600_000);
});
