import {expect, it} from '@jest/globals';
import {parseTrivyReport} from '../../../src/domain/findings/trivy-schema.ts';
import {
  systemPackageNames,
  remainingPackages,
} from '../../../src/domain/findings/remaining-packages.ts';
import type {RemovedRecord} from '../../../src/domain/image/removed-records.ts';
import {Tree} from '../../../src/domain/image/tree.ts';
import {isKnown} from '../../../src/domain/known.ts';

const parsed = (results: readonly object[]) => {
  const report = parseTrivyReport(
    JSON.stringify({SchemaVersion: 2, ArtifactName: 'x', Results: results}),
  );
  if (!isKnown(report)) throw new Error(report.unable);
  return report.value;
};
const system = (...packages: readonly object[]): object => ({
  ...{Target: 'x (debian 12)', Class: 'os-pkgs', Type: 'debian', Packages: packages},
});
const OPENSSL = {Name: 'openssl', Version: '1', InstalledFiles: ['/usr/bin/openssl']};

function treeWith(...paths: readonly string[]): Tree {
  const tree = new Tree();
  tree.apply(
    paths.map((path) => ({
      ...{name: Buffer.from(path).toString('latin1'), kind: 'file' as const, size: 1},
      ...{mode: 0o755, uid: 0, gid: 0, mtime: 0},
    })),
  );
  return tree;
}

const found = (
  below: readonly object[],
  whole: readonly object[],
  {removed, paths}: {readonly removed: RemovedRecord; readonly paths: readonly string[]},
): number =>
  remainingPackages(parsed(below), {
    ...{removed: [removed], tree: treeWith(...paths), diffIds: ['a', 'b']},
    names: new Set(systemPackageNames(parsed(whole))),
  }).length;

const LIST = {path: 'var/lib/dpkg/status', names: ['openssl'], layers: 1, removedBy: 1};
const NPM = {
  ...{Target: 'Node.js', Class: 'lang-pkgs', Type: 'node-pkg'},
  Packages: [{Name: 'openssl', Version: '2', FilePath: 'app/node_modules/openssl/package.json'}],
};

it('a package of a language with the same name is no record of a system’s', () => {
  const at = {removed: LIST, paths: ['usr/bin/openssl']};
  expect(found([system(OPENSSL)], [system(), NPM], at)).toBe(1);
  expect(found([system(OPENSSL)], [system({Name: 'openssl', Version: '3'})], at)).toBe(0);
  expect(found([system(OPENSSL)], [system()], {...at, paths: []})).toBe(0);
});

it('names beyond ASCII are the same in the tree and in the scanner’s words', () => {
  const path = 'srv/é/node_modules/ws/package.json';
  const below = [
    {...NPM, Packages: [{Name: 'ws', Version: '8.0.0', FilePath: path}]},
    system({...OPENSSL, InstalledFiles: ['/usr/lib/é.so']}),
  ];
  const record = {path: Buffer.from(path).toString('latin1'), layers: 1, removedBy: 1};
  expect(found(below, [], {removed: record, paths: []})).toBe(1);
  expect(found(below, [], {removed: LIST, paths: ['usr/lib/é.so']})).toBe(1);
});
