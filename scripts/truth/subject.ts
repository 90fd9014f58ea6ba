/** An image whose figures are held against others', with ours of it. */
import {createHash} from 'node:crypto';
import {mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {z} from 'zod';
import type {ImageFacts} from '../../src/domain/image/facts.ts';
import {blobPath, manifestSchema} from '../../src/domain/image/manifest.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';
import {Tree} from '../../src/domain/image/tree.ts';
import {isKnown} from '../../src/domain/known.ts';
import type {ReportImage} from '../../src/domain/report/schema.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {Budget, MOST_UNPACKED} from '../../src/stages/read/budget.ts';
import {readLayer} from '../../src/stages/read/layer.ts';
import {testDeps} from '../../__tests__/support/deps.ts';
import {planned} from '../../__tests__/support/scan.ts';
import type {Refusals} from './awkward-parts.ts';
import {run} from './tools.ts';

/** What we say of an image, whether report.json says it or the reader alone. */
export interface Figures {
  readonly platform: string;
  readonly digest: string;
  readonly configDigest: string;
  readonly unpackedBytes: number;
  readonly downloadBytes: number;
  readonly wasteBytes: number;
  readonly inUseBytes: number;
  readonly layers: readonly {readonly unpackedBytes: number; readonly downloadBytes: number}[];
  readonly user: string;
  readonly healthcheck: readonly string[];
}

export interface Subject {
  readonly name: string;
  /** As the build wrote it. */
  readonly layout: string;
  /** The same blobs, with an index that names this image alone, as `truth`: some tools want a tag. */
  readonly view: string;
  /** Empty; for what tools write. */
  readonly work: string;
  readonly figures: Figures;
  /** What our reader finds in each layer. */
  readonly layers: readonly (readonly TreeEntry[])[];
  /** Of the images that the whole command judged. */
  readonly report?: ReportImage;
  readonly context?: BuildContext;
  readonly refusals?: Refusals;
  readonly believed?: number;
}

export interface BuildContext {
  readonly folder: string;
  /** The ignore file that holds for it; undefined where there is none. */
  readonly ignoreFile: string | undefined;
}

type Manifest = z.infer<typeof manifestSchema>;

export interface SubjectOf {
  readonly name: string;
  readonly layout: string;
  readonly work: string;
  readonly report?: ReportImage;
  readonly context?: BuildContext;
  readonly refusals?: Refusals;
  readonly believed?: number;
}

/** @throws when our reader cannot read it */
export async function makeSubject({layout, work, report, ...named}: SubjectOf): Promise<Subject> {
  const view = join(work, 'view');
  const spare = join(work, 'spare');
  await mkdir(spare, {recursive: true});
  const {facts} = await readImage({image: planned(), path: layout}, {spare}, testDeps());
  await rm(spare, {recursive: true});
  if (!isKnown(facts)) throw new Error(facts.unable);
  await writeView({layout, view, digest: facts.value.digest});
  return {
    ...{...named, layout, view, work},
    figures: report === undefined ? figuresOf(facts.value) : reported(report),
    layers: await entriesOf(layout, facts.value),
    ...(report === undefined ? {} : {report}),
  };
}

interface View {
  readonly layout: string;
  readonly view: string;
  readonly digest: string;
}

async function writeView({layout, view, digest}: View): Promise<void> {
  await run({program: 'cp', args: ['-al', layout, view]});
  const {size} = await stat(blobPath(layout, digest));
  const annotations = {'org.opencontainers.image.ref.name': 'truth'};
  const image = {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest,
    size,
    annotations,
  };
  const index = join(view, 'index.json');
  await rm(index);
  await writeFile(index, JSON.stringify({schemaVersion: 2, manifests: [image]}));
}

export function treeOf({layers}: Pick<Subject, 'layers'>): Tree {
  const tree = new Tree();
  for (const layer of layers) tree.apply(layer);
  return tree;
}

/** Blobs of the layers, the lowest first. */
export async function blobsOf(layout: string, digest: string): Promise<readonly string[]> {
  const {layers} = await manifestOf(layout, digest);
  return layers.map((layer) => blobPath(layout, layer.digest));
}

async function manifestOf(layout: string, digest: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(blobPath(layout, digest), 'utf8')));
}

async function entriesOf(layout: string, facts: ImageFacts): Promise<Subject['layers']> {
  const manifest = await manifestOf(layout, facts.digest);
  const deps = testDeps();
  const budget = new Budget(MOST_UNPACKED);
  return Promise.all(
    manifest.layers.map(async (descriptor, index) => {
      const diffId = facts.layers[index]?.diffId ?? '';
      const path = blobPath(layout, descriptor.digest);
      return (await readLayer({path, descriptor, diffId, budget}, deps)).entries;
    }),
  );
}

function figuresOf(facts: ImageFacts): Figures {
  const {inUseBytes} = facts.contents;
  return {
    ...facts,
    inUseBytes,
    wasteBytes: facts.waste.reduce((sum, {bytes}) => sum + bytes, 0),
    user: isKnown(facts.user) ? facts.user.value.declared : '',
    healthcheck: facts.healthcheck.test ?? [],
  };
}

function reported(image: ReportImage): Figures {
  return {
    platform: image.platform,
    digest: given(image.digest, 'digest'),
    configDigest: given(image.configDigest, 'configDigest'),
    unpackedBytes: given(image.unpackedBytes, 'unpackedBytes'),
    downloadBytes: given(image.downloadBytes, 'downloadBytes'),
    wasteBytes: given(image.wasteBytes, 'wasteBytes'),
    inUseBytes: given(image.inUseBytes, 'inUseBytes'),
    layers: given(image.layers, 'layers'),
    user: given(image.user, 'user').declared,
    healthcheck: given(image.healthcheck, 'healthcheck').test ?? [],
  };
}

export function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Our report does not say ${name}.`);
  return value;
}

export function sha256(data: Uint8Array): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`;
}
