/** Where the scanner's word on a system's packages cannot be taken: none found is then not clean. Pure. */
import type {SystemFacts, PackageList} from '../image/system.ts';
import type {AttributedImage} from './examined.ts';
import type {AttributedLayer} from '../image/facts.ts';
import {own} from '../own.ts';
import {placeText} from '../text/place.ts';
import type {Gap, PackageFacts, ScanFacts} from '../findings/facts.ts';

/** Families of the scanner whose packages are installed by something else than rpm. */
const INSTALLERS: Readonly<Record<string, PackageList>> = {
  ...{debian: 'dpkg', ubuntu: 'dpkg', echo: 'dpkg'},
  ...{alpine: 'apk', wolfi: 'apk', chainguard: 'apk', minimos: 'apk'},
  ...{arch: 'pacman'},
};

interface JudgedSystem {
  /** `debian 12.15`; absent: the scanner named none. */
  readonly system: string | undefined;
  /** As the image's own files have it. */
  readonly facts: SystemFacts;
}

/** A system that the scanner does not name, or whose packages are of another one. */
export function strangeSystem({system, facts}: JudgedSystem): readonly Gap[] {
  const {named, lists} = facts;
  if (system === undefined) {
    if (named === undefined && lists.length === 0) return [];
    const unjudged = named ?? 'unnamed system';
    const why =
      named === undefined
        ? `it keeps a list of packages (${lists.join(', ')}), and no file says which system it is`
        : 'the scanner does not know that system';
    return [{sentence: `The packages of the ${unjudged} were not judged: ${why}.`, unjudged}];
  }
  const fitting = own(INSTALLERS, familyOf(system)) ?? 'rpm';
  if (lists.length === 0 || lists.includes(fitting)) return [];
  return [
    {
      sentence: `The packages of ${system} were not judged: its list of packages is one of ${lists.join(', ')}, which that system does not have.`,
      unjudged: system,
    },
  ];
}

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

function familyOf(system: string): string {
  return system.split(' ', 1)[0] ?? '';
}

/**
 * A system that was copied whole, with a list of packages that was cut short: the scanner knows what is
 * listed alone. Where there is a base image, what was laid over it does not count.
 */
function copiedSystem(
  {system}: JudgedSystem,
  {layers, systemPrograms = []}: Inside,
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
export interface Inside extends Pick<AttributedImage, 'layers' | 'systemPrograms'> {
  /** Absent: it could not be read. */
  readonly system: SystemFacts | undefined;
}

/** What scan and layers together leave open. */
export function gapsOf(scan: ScanFacts, inside: Inside): readonly Gap[] {
  const {system: facts, layers} = inside;
  const before = scan.gaps ?? [];
  if (facts === undefined) return before;
  const judged = {system: scan.system, facts};
  const changed = changedSystem(judged, scan.packages, layers);
  // Said once: what is not judged already needs no further reason.
  const copied = before.length + changed.length > 0 ? [] : copiedSystem(judged, inside);
  return [...before, ...changed, ...copied];
}
