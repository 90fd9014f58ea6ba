/** A system that the scanner does not name, or names as another one. Pure. */
import type {PackageList, SystemFacts} from '../image/system.ts';
import {ownProperty} from '../own-property.ts';
import type {Gap} from './facts.ts';

/** Families of the scanner whose packages are installed by something else than rpm. */
const INSTALLERS: Readonly<Record<string, PackageList>> = {
  debian: 'dpkg',
  ubuntu: 'dpkg',
  echo: 'dpkg',
  alpine: 'apk',
  wolfi: 'apk',
  chainguard: 'apk',
  minimos: 'apk',
  arch: 'pacman',
};

export interface JudgedSystem {
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
  const fitting = ownProperty(INSTALLERS, familyOf(system)) ?? 'rpm';
  if (lists.length === 0 || lists.includes(fitting)) return [];
  return [
    {
      sentence: `The packages of ${system} were not judged: its list of packages is one of ${lists.join(', ')}, which that system does not have.`,
      unjudged: system,
    },
  ];
}

function familyOf(system: string): string {
  return system.split(' ', 1)[0] ?? '';
}
