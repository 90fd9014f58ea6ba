/** What grew and whose doing it is: this change open, everything else folded. Pure. */
import {isOfThisChange, type Cause} from '../../domain/compare/facts.ts';
import {
  changedLayers,
  toComparedImage,
  othersText,
  packagesText,
  type ComparedImage,
} from '../../domain/report/changes.ts';
import type {Report} from '../../domain/report/schema.ts';
import {bullets, code, escapeMarkdown, folding} from '../../domain/text/markdown.ts';
import {formatDifference} from '../../domain/text/units.ts';
import {layerPlace, layersTable, packagesTable} from '../../domain/markdown/changes.ts';
import type {PlaceOptions} from '../../domain/markdown/place.ts';
import {findingText, worstFirst} from './findings.ts';

const GROWN = 5;
const LAYERS = 15;
const NAMED = 5;

interface Subject {
  /** Empty where there is only one image. */
  readonly name: string;
  readonly compared: ComparedImage;
}

function subjects({images}: Report): readonly Subject[] {
  return images.flatMap((image) => {
    const compared = toComparedImage(image);
    return compared === undefined ? [] : [{name: images.length === 1 ? '' : image.id, compared}];
  });
}

/** The lines of this change that bring the most; five at the most. */
export function renderGrowth(report: Report, options: PlaceOptions): string {
  const grown = subjects(report)
    .flatMap(({name, compared}) =>
      changedLayers(compared, Number.POSITIVE_INFINITY).map((layer) => ({
        name,
        layer,
        bytes: layer.unpacked.after - layer.unpacked.before,
      })),
    )
    .filter(({bytes}) => bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, GROWN);
  if (grown.length === 0) return '';
  const lines = grown.map(({name, layer, bytes}) => {
    const about = name === '' ? '' : `${escapeMarkdown(name)} `;
    const instruction =
      layer.instruction === undefined ? '' : ` ${code(layer.instruction.slice(0, 120))}`;
    return `- **${formatDifference(bytes)}** ${about}${layerPlace(layer, options)}${instruction}`;
  });
  return `**What grew**\n\n${lines.join('\n')}`;
}

const OTHERS: readonly Cause[] = ['base image', 'drift'];

/** What nobody did here: bytes, packages and vulnerabilities of base image and drift. */
export function renderOthers(report: Report): string {
  const all = subjects(report);
  const sums = OTHERS.flatMap((cause) => {
    const bytes = all.flatMap(({compared}) =>
      compared.causes.filter((one) => one.cause === cause).map((one) => one.unpackedBytes),
    );
    const sum = bytes.reduce((total, one) => total + one, 0);
    return bytes.length === 0 ? [] : [`${cause} ${formatDifference(sum)}`];
  });
  const lines = all.flatMap(({name, compared}) =>
    [...othersText(compared), ...broughtByOthers(compared)].map((text) =>
      name === '' ? text : `${name}: ${text}`,
    ),
  );
  return folding(
    ['Not by this change', sums.join(', ')].filter((text) => text !== '').join(': '),
    bullets(lines),
  );
}

/** `drift: 2 upgraded packages`, `base image brings CVE-2026-1 (high) in zlib`. */
function broughtByOthers({packages = [], findings}: ComparedImage): readonly string[] {
  return OTHERS.flatMap((cause) => {
    const moved = packagesText(packages.filter((one) => one.cause === cause));
    const fresh = worstFirst((findings?.new ?? []).filter((one) => one.cause === cause));
    const more = fresh.length - NAMED;
    const named = fresh.slice(0, NAMED).map(findingText).join(', ');
    return [
      ...(moved === undefined ? [] : [`${cause}, packages: ${moved}`]),
      ...(named === '' ? [] : [`${cause} brings ${named}${more > 0 ? ` and ${more} more` : ''}`]),
    ];
  });
}

/** Of this change. */
export function renderPackages(report: Report): string {
  const all = subjects(report).map(({name, compared}) => ({
    name,
    packages: (compared.packages ?? []).filter(isOfThisChange),
  }));
  const counts = packagesText(all.flatMap(({packages}) => packages));
  const tables = all.map(({name, packages}) => titled(name, packagesTable(packages)));
  return counts === undefined ? '' : folding(`Packages: ${counts}`, joined(tables));
}

/** Every step whose bytes differ, whoever's doing it is. */
export function renderLayers(report: Report, options: PlaceOptions): string {
  const all = subjects(report).map(({name, compared}) => ({
    name,
    layers: compared.layers.filter(({unpacked}) => unpacked.before !== unpacked.after),
  }));
  const count = all.reduce((sum, {layers}) => sum + layers.length, 0);
  const tables = all.map(({name, layers}) =>
    titled(name, layersTable(layers.slice(0, LAYERS), options)),
  );
  return folding(`Layers: ${count} ${count === 1 ? 'differs' : 'differ'}`, joined(tables));
}

function titled(name: string, text: string): string {
  return text === '' || name === '' ? text : `**${escapeMarkdown(name)}**\n\n${text}`;
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
