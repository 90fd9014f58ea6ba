/** A system that was copied whole, with a list of packages that was cut short: what is not listed is not clean. */
import {describe, expect, it} from '@jest/globals';
import type {PackageFacts, ScanFacts} from '../../../src/domain/findings/facts.ts';
import {systemGaps, type ImageContents} from '../../../src/domain/examined/system-gaps.ts';
import type {AttributedLayer} from '../../../src/domain/image/facts.ts';
import {packageOwners} from '../../../src/domain/image/package-owners.ts';
import {systemPrograms, type ProgramCount} from '../../../src/domain/image/system-programs.ts';
import type {TreeEntry} from '../../../src/domain/archive/entry.ts';
import {Tree} from '../../../src/domain/image/tree.ts';

const entry = (name: string, more: Partial<TreeEntry> = {}): TreeEntry => ({
  ...{name, kind: 'file', size: 9, mode: 0o755, uid: 0, gid: 0, mtime: 0, isProgram: true},
  ...more,
});
const listed = (files: readonly string[]): PackageFacts => ({
  ...{name: 'one', version: '1', purl: 'pkg:deb/debian/one@1', kind: 'system'},
  ...({files} as object),
});

function counts(layers: readonly (readonly TreeEntry[])[], packages: readonly PackageFacts[]) {
  const tree = new Tree();
  for (const entries of layers) tree.apply(entries);
  return systemPrograms(tree, packageOwners(tree, packages), packages);
}

const STATUS = entry('var/lib/dpkg/status', {isProgram: false});
const MERGED = entry('bin', {kind: 'symlink', target: 'usr/bin', size: 0, isProgram: false});

describe('programs of a system', () => {
  it('are those in its own folders, by layer, and owned by what a list names, through links too', () => {
    const system = [MERGED, STATUS, entry('usr/bin/tar'), entry('usr/bin/ls'), entry('usr/sbin/x')];
    const others = [entry('usr/local/bin/python3'), entry('opt/app/run'), entry('usr/lib/a/b/c')];
    const lib = entry('usr/lib/x86_64-linux-gnu/ld.so');
    const own = [entry('usr/bin/mine'), entry('usr/bin/text', {isProgram: false})];
    expect(counts([[...system, ...others, lib], own], [listed(['bin/tar', 'usr/bin/ls'])])).toEqual(
      [
        {layer: 0, programs: 4, unowned: 2},
        {layer: 1, programs: 1, unowned: 1},
      ],
    );
  });

  it('are not told where no list names files, as in distroless images', () => {
    const status = entry('var/lib/dpkg/status.d/base', {isProgram: false});
    expect(counts([[status, entry('usr/bin/openssl')]], [listed([])])).toEqual([]);
    expect(counts([[STATUS, entry('usr/bin/openssl')]], [])).toEqual([
      {layer: 0, programs: 1, unowned: 1},
    ]);
  });
});

describe('a system', () => {
  const scan = {system: 'debian 12.15', packages: []} as unknown as ScanFacts;
  const gaps = (systemPrograms: readonly ProgramCount[], bases: readonly boolean[]) => {
    const layers = bases.map((base) => ({base})) as unknown as readonly AttributedLayer[];
    const system: ImageContents['system'] = {lists: ['dpkg'], files: []};
    return systemGaps(scan, {system, layers, systemPrograms});
  };

  it.each<[string, readonly ProgramCount[], readonly boolean[], boolean]>([
    ['of which most is nobody’s', [{layer: 0, programs: 9, unowned: 5}], [false], true],
    ['of which half is', [{layer: 0, programs: 10, unowned: 5}], [false], false],
    [
      'over which own programs were laid',
      [
        {layer: 0, programs: 10, unowned: 1},
        {layer: 1, programs: 50, unowned: 50},
      ],
      [true, false],
      false,
    ],
    [
      'copied layer by layer',
      [
        {layer: 0, programs: 1, unowned: 0},
        {layer: 1, programs: 50, unowned: 50},
      ],
      [false, false],
      true,
    ],
    ['without programs', [], [false], false],
  ])('%s', (_, programs, bases, isGap) => {
    const found = gaps(programs, bases);
    expect(found.map(({unjudged}) => unjudged)).toEqual(isGap ? ['debian 12.15'] : []);
    if (isGap)
      expect(found[0]?.sentence).toMatch(
        /^The packages of debian 12\.15 were not judged: \d+ of the \d+ programs /,
      );
  });
});
