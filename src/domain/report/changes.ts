/** An image against its baseline, as plain cells and sentences for summary and terminal. Pure. */
import {formatBytes, formatDifference} from '../text/units.ts';
import type {ReportComparison} from './comparison-schema.ts';
import type {Report, ReportImage} from './schema.ts';

export type ComparedImage = Extract<ReportComparison, {state: 'compared'}>;
type Layer = ComparedImage['layers'][number];

/** Undefined for an image that has no baseline, or is new. */
export function comparedOf({comparison}: ReportImage): ComparedImage | undefined {
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
    const against = comparedOf(image);
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
  const share = before === 0 ? '' : ` (${signed(((after - before) / before) * 100)} %)`;
  return [formatBytes(before), formatBytes(after), `${formatDifference(after - before)}${share}`];
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return Number(text) === 0 ? '0.0' : `${value < 0 ? '−' : '+'}${text}`;
}

/** `this change −912.3 MB, base image −1.2 MB`; what did not differ is said. */
export function causesText({causes}: ComparedImage): string {
  if (causes.length === 0) return 'no layer differs';
  return causes
    .map(({cause, unpackedBytes}) => `${cause} ${formatDifference(unpackedBytes)}`)
    .join(', ');
}

/** Steps whose layers differ, what this change did first. */
export function changedLayers(compared: ComparedImage, most: number): readonly Layer[] {
  const own = compared.layers.filter(({cause}) => cause === 'this change');
  const others = compared.layers.filter(({cause}) => cause !== 'this change');
  return [...own, ...others].slice(0, most);
}

/** `python:3.11-slim leads to another image now (sha256:1a2b… before)`. */
export function basesText({bases}: ComparedImage): readonly string[] {
  return bases.map(
    ({reference, before, after}) =>
      `${reference} leads to ${after.slice(0, 19)} now, and led to ${before.slice(0, 19)}`,
  );
}

/** `3 added, 1 upgraded`; undefined where packages are not compared or none differs. */
export function packagesText({packages}: ComparedImage): string | undefined {
  if (packages === undefined || packages.length === 0) return undefined;
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
