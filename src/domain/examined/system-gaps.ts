/** Where the scanner's word on a system's packages cannot be taken: none found is then not clean. Pure. */
import type {JudgedSystem} from '../findings/strange-system.ts';
import type {SystemFacts} from '../image/system.ts';
import type {AttributedImage} from './examined.ts';
import type {AttributedLayer} from '../image/facts.ts';
import {placeText} from '../text/place.ts';
import type {Gap, PackageFacts, ScanFacts} from '../findings/facts.ts';

/**
 * A file by which the system is told was changed by the repository's own line, and the package that it
 * belongs to was not: the advisories of another release were looked up.
 */
function changedSystem(
  {system, facts}: JudgedSystem,
  packages: readonly PackageFacts[],
  layers: readonly AttributedLayer[],
): readonly Gap[] {
  if (system === undefined) return [];
  const owners = new Map<string, PackageFacts>();
  for (const one of packages) for (const file of one.files ?? []) owners.set(plain(file), one);
  // Debian's lists have no files of configuration, which most of these are.
  const ofDebian = packages.find(({name}) => name === 'base-files');
  const changed = facts.files.flatMap(({path, layer}) => {
    const owner = owners.get(path) ?? ofDebian;
    const by = layers[layer];
    const isChanged =
      owner?.diffId !== undefined && by?.diffId !== owner.diffId && by?.base !== true;
    return isChanged ? [{path, owner: owner.name, line: placeText(by ?? {})}] : [];
  });
  return changed.slice(0, 1).map(({path, owner, line}) => ({
    sentence: `The packages of ${system} were not judged: ${line === '' ? 'a layer' : line} changes /${path}, by which the system is told, and not its package ${owner}.`,
    unjudged: system,
  }));
}

function plain(path: string): string {
  return path.replace(/^\/+/, '');
}

/**
 * A system that was copied whole, with a list of packages that was cut short: the scanner knows what is
 * listed alone. Where there is a base image, what was laid over it does not count.
 */
function copiedSystem(
  {system}: JudgedSystem,
  {layers, systemPrograms = []}: ImageContents,
): readonly Gap[] {
  if (system === undefined) return [];
  const hasBase = layers.some(({base}) => base === true);
  const counted = systemPrograms.filter(({layer}) => !hasBase || layers[layer]?.base === true);
  const programs = counted.reduce((sum, one) => sum + one.programs, 0);
  const unowned = counted.reduce((sum, one) => sum + one.unowned, 0);
  if (unowned * 2 <= programs) return [];
  return [
    {
      sentence: `The packages of ${system} were not judged: ${unowned} of the ${programs} programs in its own folders (/usr/bin, /usr/sbin, …) belong to no package of its list. Copy the whole list of packages with the system, take a base that has it, or accept it in the policy by a waiver with \`unjudged\`.`,
      unjudged: system,
    },
  ];
}

/** What the image is made of, beside what the scanner says. */
export interface ImageContents extends Pick<AttributedImage, 'layers' | 'systemPrograms'> {
  /** Absent: it could not be read. */
  readonly system: SystemFacts | undefined;
}

/** What scan and layers together leave open. */
export function systemGaps(scan: ScanFacts, inside: ImageContents): readonly Gap[] {
  const {system: facts, layers} = inside;
  const before = scan.gaps ?? [];
  if (facts === undefined) return before;
  const judged = {system: scan.system, facts};
  const changed = changedSystem(judged, scan.packages, layers);
  // Said once: what is not judged already needs no further reason.
  const copied = before.length + changed.length > 0 ? [] : copiedSystem(judged, inside);
  return [...before, ...changed, ...copied];
}
