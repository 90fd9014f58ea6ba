/** Each image against its baseline. */
import {compare} from '../../domain/compare/compare.ts';
import type {Compared} from '../../domain/compare/facts.ts';
import type {ListedFile} from '../../domain/compare/paths.ts';
import type {AttributedImage} from '../../domain/examined/examined.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {Notice} from '../../domain/notice.ts';
import type {RecordImage} from '../../domain/record/schema.ts';
import type {Baseline, BaselineImage} from '../keep/baseline.ts';
import {readListing} from '../read/compressed-listing.ts';

export interface Comparing {
  readonly images: readonly AttributedImage[];
  /** Of this run. */
  readonly records: readonly RecordImage[];
  readonly baseline: Baseline | undefined;
}

export interface Comparisons {
  readonly of: (id: ImageId) => Known<Compared>;
  readonly notices: readonly Notice[];
}

const NO_BASELINE =
  'There is no baseline to compare with: name a report folder of an earlier run with the input baseline (file=PATH).';

export async function compareAll(comparing: Comparing): Promise<Comparisons> {
  const {images, records, baseline} = comparing;
  const notices: Notice[] = [];
  if (baseline === undefined) return {of: () => unable(NO_BASELINE), notices};
  const found = new Map<ImageId, Known<Compared>>();
  for (const image of images) {
    const {id} = image.image;
    const after = records.find((record) => record.id === id);
    const before = baseline.image(id);
    if (after === undefined) found.set(id, unable('The image could not be read.'));
    else if (before === undefined) found.set(id, known({state: 'new'}));
    else {
      const {compared, gaps} = await compareOne(image, {before, after});
      found.set(id, known(compared));
      notices.push(...gaps.map((message) => ({from: 'compare', message: `${id}: ${message}`})));
    }
  }
  const ids = new Set<string>(images.map(({image}) => image.id));
  for (const {id} of baseline.record.images)
    if (!ids.has(id))
      notices.push({from: 'compare', message: `${id} is in the baseline and is not built here.`});
  return {of: (id) => found.get(id) ?? unable('The image is not of this run.'), notices};
}

interface Sides {
  readonly before: BaselineImage;
  readonly after: RecordImage;
}

async function compareOne(
  image: AttributedImage,
  {before, after}: Sides,
): Promise<{readonly compared: Compared; readonly gaps: readonly string[]}> {
  const findings = await before.findings;
  const old = await before.files();
  const now = isKnown(old) ? await filesOf(image) : undefined;
  const files = isKnown(old) && now !== undefined ? {before: old.value, after: now} : undefined;
  const comparison = compare({
    before: before.facts,
    after,
    files,
    findingsBefore: isKnown(findings) ? findings.value : undefined,
  });
  const gaps = [
    ...(isKnown(findings)
      ? []
      : [
          `findings are not compared, because the baseline could not be scanned again: ${findings.unable}`,
        ]),
    ...(isKnown(old) ? [] : [`files are not compared. ${old.unable}`]),
  ];
  return {compared: {state: 'compared', comparison}, gaps};
}

async function filesOf(image: AttributedImage): Promise<readonly ListedFile[] | undefined> {
  const list = image.scanned.attachments.find((attachment) => attachment.kind === 'files');
  return list === undefined ? undefined : readListing(list.gzip);
}
