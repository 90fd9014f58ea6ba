/** Where the scanner's word on a system's packages cannot be taken: none found is then not clean. Pure. */
import type {SystemFacts, PackageList} from '../image/system.ts';
import type {AttributedLayer} from '../image/facts.ts';
import {own} from '../own.ts';
import {placeText} from '../text/place.ts';
import type {Gap, PackageFacts, ScanFacts} from './facts.ts';

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

/** What scan and layers together leave open. */
export function gapsOf(
  scan: ScanFacts,
  facts: SystemFacts | undefined,
  layers: readonly AttributedLayer[],
): readonly Gap[] {
  const judged = facts && {system: scan.system, facts};
  const own = judged === undefined ? [] : changedSystem(judged, scan.packages, layers);
  return [...(scan.gaps ?? []), ...own];
}
