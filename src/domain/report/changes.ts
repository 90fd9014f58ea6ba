/** An image against its baseline, as plain cells and sentences for summary and terminal. Pure. */
import {shortened} from '../text/plain-text.ts';
import {formatBytes, formatDifference} from '../text/units.ts';
import type {ReportComparison} from './comparison-schema.ts';
import type {Report, ReportImage} from './schema.ts';
import {placeText} from '../text/place.ts';

export type ComparedImage = Extract<ReportComparison, {state: 'compared'}>;
/** `sha256:` and twelve digits. */
const SHORT_DIGEST = 19;

type Layer = ComparedImage['layers'][number];
type Path = NonNullable<ComparedImage['paths']>[number];
type Package = NonNullable<ComparedImage['packages']>[number];

/** Undefined for an image that has no baseline, or is new. */
export function toComparedImage({comparison}: ReportImage): ComparedImage | undefined {
  return comparison?.state === 'compared' ? comparison : undefined;
}

export const SIZE_COLUMNS = [
  'image',
  'unpacked before',
  'now',
  'difference',
  'download before',
  'now',
  'difference',
] as const;

/** Before and after of every image, and their sum where there are several. Foreign text. */
export function sizeRows({images}: Report): readonly (readonly string[])[] {
  const compared = images.flatMap((image) => {
    const against = toComparedImage(image);
    return against === undefined ? [] : [{id: image.id, ...against}];
  });
  const rows = compared.map(({id, unpacked, download}) => [
    id,
    ...cells(unpacked),
    ...cells(download),
  ]);
  if (compared.length < 2) return rows;
  const total = (key: 'unpacked' | 'download'): {before: number; after: number} => ({
    before: compared.reduce((sum, one) => sum + one[key].before, 0),
    after: compared.reduce((sum, one) => sum + one[key].after, 0),
  });
  return [...rows, ['together', ...cells(total('unpacked')), ...cells(total('download'))]];
}

function cells({
  before,
  after,
}: {
  readonly before: number;
  readonly after: number;
}): readonly string[] {
  return [formatBytes(before), formatBytes(after), differenceText({before, after})];
}

/** `+20.0 MB (+20.0 %)`. */
export function differenceText({
  before,
  after,
}: {
  readonly before: number;
  readonly after: number;
}): string {
  const share = before === 0 ? '' : ` (${signed(((after - before) / before) * 100)} %)`;
  return `${formatDifference(after - before)}${share}`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return Number(text) === 0 ? '0.0' : `${value < 0 ? '−' : '+'}${text}`;
}

/** `this change −912.3 MB, base image −1.2 MB`; what did not differ is said. */
export function causesText({causes}: ComparedImage): string {
  if (causes.length === 0) return 'no layer differs';
  return causes
    .map(
      ({cause, unpackedBytes}) =>
        `${cause === 'unknown' ? 'cause not known' : cause} ${formatDifference(unpackedBytes)}`,
    )
    .join(', ');
}

/** Steps of this change that bring more or fewer bytes than before; those whose cause nobody knows too. */
export function changedLayers({layers}: ComparedImage, most: number): readonly Layer[] {
  return layers
    .filter(({unpacked}) => unpacked.before !== unpacked.after)
    .filter(({cause}) => cause === 'this change' || cause === 'unknown')
    .slice(0, most);
}

const MOST_LINES = 3;

/**
 * What nobody did here, one line for each cause: `drift +3.1 kB, by Dockerfile:4`. A step that was run
 * again and brings as many bytes as before is not told.
 */
export function othersText({causes, layers, bases}: ComparedImage): readonly string[] {
  const different = layers.filter(({unpacked}) => unpacked.before !== unpacked.after);
  return causes
    .filter(
      ({cause}) =>
        cause === 'base image' ||
        (cause === 'drift' && different.some((layer) => layer.cause === cause)),
    )
    .map(({cause, unpackedBytes}) => {
      const own = different.filter((layer) => layer.cause === cause && !layer.base);
      const lines = own.flatMap(({place}) => (place === undefined ? [] : [placeText(place)]));
      const moved = bases.map(
        ({reference, before, after}) =>
          `${reference} leads to ${after.slice(0, SHORT_DIGEST)} now, and led to ${before.slice(0, SHORT_DIGEST)}`,
      );
      return [
        `${cause} ${formatDifference(unpackedBytes)}`,
        ...(cause === 'base image' ? moved : []),
        ...(lines.length === 0 ? [] : [`by ${lines.slice(0, MOST_LINES).join(', ')}`]),
      ].join(', ');
    });
}

/** `/usr/bin/x`, or a package with its version. */
export function pathText({name, kind}: Pick<Path, 'name' | 'kind'>): string {
  return kind === 'file' ? `/${shortened(name)}` : name;
}

const ORDER: readonly Package['change'][] = ['upgraded', 'downgraded', 'added', 'removed'];

/** What a reviewer looks for first: other versions, then new ones. */
export function packagesFirst(packages: readonly Package[]): readonly Package[] {
  return ORDER.flatMap((change) => packages.filter((one) => one.change === change));
}

/** `3 added, 1 upgraded`; undefined where none differs. */
export function packagesText(packages: readonly Package[]): string | undefined {
  if (packages.length === 0) return undefined;
  const groups = Map.groupBy(packages, ({change}) => change);
  return [...groups].map(([change, list]) => `${list.length} ${change}`).join(', ');
}

/** `brings 2 vulnerabilities, fixes 15, 3 are still there`. */
export function findingsText({findings}: ComparedImage): string {
  if (findings === undefined) return 'vulnerabilities are not compared';
  const {new: fresh, fixed, still} = findings;
  return `brings ${fresh.length} ${fresh.length === 1 ? 'vulnerability' : 'vulnerabilities'}, fixes ${fixed.length}, ${still} ${still === 1 ? 'is' : 'are'} still there`;
}

/** Steps that could have come from the cache, each with its reason. */
export function missesText({build}: ReportImage): readonly string[] {
  return (build?.misses ?? []).map(({instruction, reason, followers, place}) => {
    const where = place?.startLine === undefined ? '' : ` (${place.file}:${place.startLine})`;
    const more =
      followers === 0
        ? ''
        : `; ${followers} more ${followers === 1 ? 'step was' : 'steps were'} run again for it`;
    return `${(instruction ?? 'a step').slice(0, 100)}${where}: ${reason}${more}`;
  });
}
