/** Read and then scanned: each image by itself, as soon as it is built. */
import {join} from 'node:path';
import {defined} from '../../domain/defined.ts';
import type {Deps} from '../../deps.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import {
  notScanned,
  type Attachment,
  type Examined,
  type Scanned,
} from '../../domain/examined/examined.ts';
import {type Layout} from '../../domain/layout.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import {listLines, unownedPrograms} from '../../domain/image/listing.ts';
import {packageOwners} from '../../domain/image/package-owners.ts';
import {systemPrograms} from '../../domain/image/system-programs.ts';
import type {Tree} from '../../domain/image/tree.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {isKnown, unable} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {KeptLayers} from '../keep/layers.ts';
import {readImage, type ImageReadResult} from '../read/index.ts';
import {compressLines} from '../read/compressed-listing.ts';
import type {LayerCache} from '../read/layer-cache.ts';
import {scanImage} from '../scan/index.ts';
import type {Supply} from '../scan/supply.ts';
import {limitConcurrency, type LimitedRunner} from '../../domain/limit-concurrency.ts';

export interface ExamineCall {
  readonly plan: Plan;
  readonly supply: Supply;
  /** What the layers of one image may unpack to. */
  readonly maxUnpackedBytes: number;
  /** What is known of an image's layers; undefined: nothing can be kept. */
  readonly kept: (image: ImageId) => Promise<KeptLayers | undefined>;
  readonly deps: Deps;
}

export interface ExaminationQueue {
  /** Called as soon as an image's layout is complete. */
  readonly start: (layout: Layout) => void;
  /** All images of the plan, in its order; those without a layout are `not-built`. */
  readonly end: (built: BuildFacts) => Promise<readonly Examined[]>;
}

export function examineAll(given: ExamineCall): ExaminationQueue {
  const {plan, supply, maxUnpackedBytes, kept, deps} = given;
  const lanes = new Map<ImageId, Promise<Examined>>();
  // Reading keeps two processors busy: side by side, every scan would wait for the last one.
  const {vex, policy} = plan;
  const lane = {
    vex,
    secretRules: policy.secretRules,
    supply,
    maxUnpackedBytes,
    kept,
    toRead: limitConcurrency(1),
    deps,
  };
  for (const {id} of plan.images) void prepareFor(id, lane);
  return {
    start: (layout) => lanes.set(layout.image.id, examine(layout, lane)),
    end: (built) =>
      Promise.all(
        plan.images.map((image) => lanes.get(image.id) ?? Promise.resolve(notBuilt(image, built))),
      ),
  };
}

interface Lane extends Omit<ExamineCall, 'plan'> {
  readonly vex: Plan['vex'];
  readonly secretRules: Plan['policy']['secretRules'];
  readonly toRead: LimitedRunner;
}

/** While the images build: a scanner that is to be asked is got ready. */
async function prepareFor(image: ImageId, {kept, supply, deps}: Lane): Promise<void> {
  const known = await kept(image);
  const path = known?.scan.before?.answer;
  const answer = path === undefined ? undefined : await deps.files.stat(path);
  if (answer === undefined) void supply.scanner();
}

async function examine(layout: Layout, lane: Lane): Promise<Examined> {
  const {vex, secretRules, supply, kept, toRead, deps} = lane;
  const {image} = layout;
  const {during} = deps.running;
  const section = deps.log.task(`Look inside ${image.id}`);
  deps.log.status(image.id, 'reading and scanning');
  const start = deps.clock.seconds();
  const known = await kept(image.id);
  const reading = await toRead(() =>
    during(`reading of ${image.id}`, () => read(layout, known?.layerCache, lane)),
  );
  const {facts, scannable, tree, spare} = reading;
  const call = {layout, scannable, facts, tree, supply, kept: known?.scan, vex, secretRules};
  const scanned =
    reading.isTooLarge === true && !isKnown(facts)
      ? notScanned(facts.unable)
      : await during(`scan of ${image.id}`, () => scanImage(call, deps));
  const listed = await listFiles(tree, {image, scanned, deps});
  // It is as large as the unpacked image.
  await deps.files.remove(spare);
  section.untrusted(isKnown(facts) ? readLine(facts.value) : facts.unable);
  section.untrusted(scanLine(scanned));
  section.line(`${(deps.clock.seconds() - start).toFixed(1)} s`);
  section.end();
  deps.log.status(image.id, '');
  return {
    image,
    state: isKnown(facts) ? 'built' : 'unreadable',
    facts,
    scanned: {...scanned, attachments: [...scanned.attachments, ...listed.attachments]},
    unowned: listed.unowned,
    systemPrograms: listed.systemPrograms,
  };
}

function readLine({layers, contents}: ImageFacts): string {
  return `read: ${layers.length} layers, ${contents.files} files`;
}

function scanLine({facts, isRepeated}: Scanned): string {
  if (!isKnown(facts)) return facts.unable;
  const {packages, findings, secrets} = facts.value;
  const repeated =
    isRepeated === true ? ' (the answer of an earlier run to the same question)' : '';
  return `scanned: ${packages.length} packages, ${findings.length} findings, ${secrets.length} secrets${repeated}`;
}

async function read(
  layout: Layout,
  layerCache: LayerCache | undefined,
  {maxUnpackedBytes: mostBytes, deps}: Lane,
): Promise<ImageReadResult & {readonly spare: string}> {
  // The container that scans may enter the inner one, and nobody on this machine the outer one.
  const spare = join(await deps.files.makeTemporary('plimsoll-plain', 'run'), 'layout');
  await deps.files.makeFolder(spare);
  const place = {spare, mostBytes, ...defined({layerCache})};
  return {...(await readImage(layout, place, deps)), spare};
}

interface Listing {
  readonly image: PlannedImage;
  readonly scanned: Scanned;
  readonly deps: Deps;
}

interface Listed extends Required<Pick<Examined, 'unowned' | 'systemPrograms'>> {
  readonly attachments: readonly Attachment[];
}

/** After the scan, which knows whose the files are. */
async function listFiles(tree: Tree | undefined, {image, scanned, deps}: Listing): Promise<Listed> {
  if (tree === undefined) return {attachments: [], unowned: [], systemPrograms: []};
  const packages = isKnown(scanned.facts) ? scanned.facts.value.packages : [];
  const owners = packageOwners(tree, packages);
  const gzip = await compressLines(listLines(tree, owners), deps.secrets.mask);
  return {
    attachments: [{image: image.id, kind: 'files', gzip}],
    unowned: packages.length === 0 ? [] : unownedPrograms(tree, owners),
    systemPrograms: systemPrograms(tree, owners, packages),
  };
}

function notBuilt(image: PlannedImage, built: BuildFacts): Examined {
  const reason = `The image was not built. ${built.failure?.message ?? 'The build wrote no layout for it.'}`;
  return {
    image,
    state: 'not-built',
    facts: unable(reason),
    scanned: notScanned(reason),
    unowned: [],
  };
}
