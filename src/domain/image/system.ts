/** What an image's own files say of the system that it is made of. Pure. */
import {defined} from '../defined.ts';
import {nameText} from '../text/bytes.ts';
import type {Tree} from './tree.ts';

/** Who installs packages, by the lists that are in the image. */
export type PackageList = 'dpkg' | 'apk' | 'rpm' | 'pacman';

/** A file by which the system is told, and the layer that brought what is there now. */
export interface SystemFile {
  readonly path: string;
  readonly layer: number;
}

export interface SystemFacts {
  /** `debian 12`, from os-release; absent: there is none, or it names no system. */
  readonly named?: string;
  /** Lists with something in them. */
  readonly lists: readonly PackageList[];
  readonly files: readonly SystemFile[];
}

const RELEASES = ['etc/os-release', 'usr/lib/os-release'];
const FILES = [
  ...RELEASES,
  ...['etc/debian_version', 'etc/alpine-release', 'etc/lsb-release', 'etc/system-release'],
  ...['etc/redhat-release', 'etc/centos-release', 'etc/rocky-release', 'etc/almalinux-release'],
  ...['etc/fedora-release', 'etc/oracle-release', 'etc/photon-release', 'etc/SuSE-release'],
];

const LISTS: Readonly<Record<PackageList, readonly string[]>> = {
  dpkg: ['var/lib/dpkg/status', 'var/lib/dpkg/status.d'],
  apk: ['lib/apk/db/installed', 'usr/lib/apk/db/installed'],
  rpm: ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'usr/share/rpm'].flatMap((folder) =>
    ['Packages', 'Packages.db', 'rpmdb.sqlite'].map((name) => `${folder}/${name}`),
  ),
  pacman: ['var/lib/pacman/local'],
};

export function toSystemFacts(tree: Tree): SystemFacts {
  const named = RELEASES.map((path) => releaseName(tree, path)).find((name) => name !== undefined);
  const lists = (Object.keys(LISTS) as PackageList[]).filter((list) =>
    LISTS[list].some((path) => isFilled(tree, path)),
  );
  const files = FILES.flatMap((path) => {
    const node = tree.at(path);
    return node?.kind === 'file' ? [{path, layer: node.layer}] : [];
  });
  return {...defined({named}), lists, files};
}

function isFilled(tree: Tree, path: string): boolean {
  const node = tree.at(path);
  return node?.kind === 'folder' ? (node.children?.size ?? 0) > 0 : (node?.size ?? 0) > 0;
}

/** os-release(5): `ID` and `VERSION_ID`, where that is not there `VERSION_CODENAME`. */
function releaseName(tree: Tree, path: string): string | undefined {
  const content = tree.content(path);
  if (content === undefined) return undefined;
  const values = new Map(
    Buffer.from(content)
      .toString('latin1')
      .split('\n')
      .flatMap((line) => {
        const [, key, value] = /^([A-Z_]+)=(.*)$/.exec(line.trim()) ?? [];
        return key === undefined || value === undefined ? [] : [[key, unquoted(value)] as const];
      }),
  );
  const id = values.get('ID');
  if (id === undefined || id === '') return undefined;
  const version = values.get('VERSION_ID') ?? values.get('VERSION_CODENAME');
  return nameText([id, version].filter((part) => part !== undefined).join(' '));
}

function unquoted(value: string): string {
  const mark = value[0];
  const isQuoted = (mark === '"' || mark === "'") && value.length > 1 && value.endsWith(mark);
  return isQuoted ? value.slice(1, -1) : value;
}
