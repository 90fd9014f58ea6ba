/** Tables of what changed, for summary and comment. Pure. */
import {packagesFirst, type ComparedImage} from '../report/changes.ts';
import {placeText} from '../text/place.ts';
import {code, escapeMarkdown, table} from '../text/markdown.ts';
import {formatBytes, formatDifference} from '../text/units.ts';
import {place, type PlaceOptions} from './place.ts';

const ROWS = 10;

type Layer = ComparedImage['layers'][number];
type Package = NonNullable<ComparedImage['packages']>[number];
type Finding = NonNullable<ComparedImage['findings']>['new'][number];

/** Where a step stands; one that went stands nowhere in this commit. */
export function layerPlace(
  {change, place: at}: Pick<Layer, 'change' | 'place'>,
  options: PlaceOptions,
): string {
  if (at === undefined) return place({}, options);
  return change === 'went' ? code(placeText(at).replace(/^.*\//, '')) : place(at, options);
}

/** Empty without layers. */
export function layersTable(layers: readonly Layer[], options: PlaceOptions): string {
  if (layers.length === 0) return '';
  const rows = layers.map(({unpacked, base, change, place: at, instruction}) => [
    formatDifference(unpacked.after - unpacked.before),
    `${formatBytes(unpacked.before)} → ${formatBytes(unpacked.after)}`,
    base ? `base image ${change}` : change,
    layerPlace({change, place: at}, options),
    instruction === undefined ? '' : code(instruction.slice(0, 120)),
  ]);
  return table(['difference', 'unpacked', 'what', 'where', 'instruction'], rows);
}

/** The first ten, other versions first; empty without packages. */
export function packagesTable(packages: readonly Package[]): string {
  if (packages.length === 0) return '';
  const rows = packagesFirst(packages)
    .slice(0, ROWS)
    .map(({name, change, before, after}) => [
      change,
      escapeMarkdown(name),
      escapeMarkdown([before, after].filter((version) => version !== undefined).join(' → ')),
    ]);
  return table(['package', 'name', 'version'], rows);
}

/** The first ten; empty without findings. */
export function findingsTable(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const rows = findings
    .slice(0, ROWS)
    .map(({id, package: about, severity, fixed, upgrade = fixed, cause}) => [
      escapeMarkdown(id),
      severity,
      escapeMarkdown(about),
      escapeMarkdown(upgrade ?? 'no fix yet'),
      cause,
    ]);
  return table(['new vulnerability', 'severity', 'package', 'upgrade to', 'cause'], rows);
}
