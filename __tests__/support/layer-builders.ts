/** Layers in the forms that builders document or are known for, in small: none of them may be refused. */
import {octal, rawFile, rawFolder, rawHeader, rawLink, rawPax, rawTar} from './raw-tar.ts';

interface Builder {
  readonly name: string;
  /** From the bottom up. */
  readonly layers: readonly Buffer[];
}

const passwd = 'root:x:0:0:root:/root:/bin/sh\n';
/** Of a distribution whose /lib and /var/run are links. */
const base = rawTar(
  rawFolder('usr/'),
  rawFolder('usr/lib/'),
  rawFile('usr/lib/libc.so.6', '\x7fELF', {mode: 0o755}),
  rawLink('lib', 'usr/lib'),
  rawFolder('etc/'),
  rawFile('etc/passwd', passwd),
  rawFolder('run/'),
  rawFolder('var/'),
  rawLink('var/run', '/run'),
  rawFolder('tmp/', {mode: 0o1777}),
);
const gnu = {magic: 'ustar  \0'};
const storeName = `nix/store/${'0'.repeat(32)}-hello-2.12`;
const longName = `app/${'node_modules/'.repeat(8)}index.js`;

export const BUILDERS: readonly Builder[] = [
  {
    // POSIX headers of Commons Compress; folders of every path come first, at the first second of 1970.
    name: 'jib',
    layers: [
      base,
      rawTar(
        rawFolder('app/'),
        rawFolder('app/libs/'),
        rawFile('app/libs/log4j-core-2.17.1.jar', 'PK', {fields: {136: octal(1, 12)}}),
      ),
      rawTar(
        rawFolder('app/'),
        rawFolder('app/classes/'),
        rawPax([['path', `app/classes/${'long/'.repeat(30)}Main.class`]]),
        rawFile('app/classes/Main.class', '\xca\xfe\xba\xbe'),
      ),
    ],
  },
  {
    // Leading slashes; /var/run is a folder by name, over the link of the base.
    name: 'ko',
    layers: [
      base,
      rawTar(
        rawFolder('/var', {mode: 0o555}),
        rawFolder('/var/run', {mode: 0o555}),
        rawFolder('/var/run/ko', {mode: 0o555}),
        rawFile('/var/run/ko/HEAD', 'ref'),
      ),
      rawTar(
        rawFolder('/ko-app', {mode: 0o555}),
        rawFile('/ko-app/hello', '\x7fELF', {mode: 0o555}),
      ),
    ],
  },
  {
    // Go's writer, whole paths with their folders, whiteouts beside.
    name: 'kaniko',
    layers: [
      base,
      rawTar(
        rawFolder('/'),
        rawFolder('app/'),
        rawFile('app/run', 'x', {mode: 0o755}),
        rawLink('app/again', 'app/run', '1'),
        rawFile('etc/.wh.passwd'),
      ),
    ],
  },
  {
    // One layer with all; names of containers/storage, extended attributes.
    name: 'buildah --squash',
    layers: [
      rawTar(
        rawFolder('./', {mode: 0o555}),
        rawFolder('usr/'),
        rawFolder('usr/bin/'),
        rawPax([['SCHILY.xattr.user.note', 'here']]),
        rawFile('usr/bin/ping', '\x7fELF', {mode: 0o755}),
        rawLink('usr/bin/ping4', 'usr/bin/ping', '1'),
        rawLink('bin', 'usr/bin'),
      ),
    ],
  },
  {
    // Python's tarfile: the store alone, read-only folders; links at the root lead into it.
    name: 'nix dockerTools',
    layers: [
      rawTar(
        rawFolder('nix', {mode: 0o755}),
        rawFolder('nix/store', {mode: 0o755}),
        rawFolder(storeName, {mode: 0o555}),
        rawFolder(`${storeName}/bin`, {mode: 0o555}),
        rawFile(`${storeName}/bin/hello`, '\x7fELF', {mode: 0o555}),
      ),
      rawTar(rawFolder('./'), rawLink('./bin', `/${storeName}/bin`), rawFolder('./tmp')),
    ],
  },
  {
    // No folder has an entry of its own.
    name: 'rules_docker',
    layers: [
      base,
      rawTar(
        rawFile('./srv/app/run', 'x', {mode: 0o555, ...gnu}),
        rawFile('./srv/app/a', 'y', gnu),
      ),
    ],
  },
  {
    // bsdtar of an mtree: numbers that end in a blank, times with a fraction, its own records.
    name: 'rules_oci',
    layers: [
      base,
      rawTar(
        rawHeader({
          name: 'srv/',
          type: '5',
          mode: 0o755,
          fields: {100: '000755 \0', 329: '000000 \0', 337: '000000 \0'},
        }),
        rawPax([
          ['mtime', '1672560000.25'],
          ['LIBARCHIVE.creationtime', '1672560000'],
        ]),
        rawFile('srv/run', 'x', {fields: {108: '000000 \0', 116: '000000 \0'}}),
      ),
    ],
  },
  {
    // Leading slashes, every folder down to the layer's own, one user's.
    name: 'buildpacks',
    layers: [
      base,
      rawTar(
        rawFolder('/layers', {uid: 1000, gid: 1000}),
        rawFolder('/layers/web', {uid: 1000, gid: 1000}),
        rawFile('/layers/web/env', 'x', {uid: 1000, gid: 1000}),
        rawLink('/layers/web/current', '/layers/web/env'),
      ),
    ],
  },
  {
    // Packages of Alpine: hard links, devices, a checksum in the records.
    name: 'apko',
    layers: [
      rawTar(
        rawFolder('bin', {mode: 0o755}),
        rawPax([['APK-TOOLS.checksum.SHA1', '0'.repeat(40)]]),
        rawFile('bin/busybox', '\x7fELF', {mode: 0o755}),
        rawLink('bin/sh', '/bin/busybox'),
        rawFolder('dev', {mode: 0o755}),
        rawHeader({name: 'dev/null', type: '3', mode: 0o666, major: 1, minor: 3}),
        rawLink('bin/ash', 'bin/busybox', '1'),
      ),
    ],
  },
  {
    // A tar of anybody, as it is: GNU tar, v7 too, and a header for the whole archive as git writes it.
    name: 'crane append, docker import',
    layers: [
      base,
      rawTar(
        rawPax([['comment', '0'.repeat(40)]], {type: 'g', name: 'pax_global_header'}),
        rawFolder('./', gnu),
        rawFile('././@LongLink', `${longName}\0`, {type: 'L', ...gnu}),
        rawFile(longName.slice(0, 100), 'x', gnu),
        rawFile('./old', 'x', {type: '\0', magic: '\0'.repeat(8)}),
        rawFolder('./new/', {
          ...gnu,
          fields: {345: octal(1_600_000_000, 12), 357: octal(1_600_000_000, 12)},
        }),
      ),
    ],
  },
  {
    // A folder that was emptied, one that was removed, a file that was replaced.
    name: 'docker commit',
    layers: [
      base,
      rawTar(
        rawFolder('app/'),
        rawFile('app/a'),
        rawFolder('app/b/'),
        rawFile('app/b/c'),
        rawFolder('old/'),
      ),
      rawTar(
        rawFile('.wh.old'),
        rawFolder('app/'),
        rawFile('app/.wh.a'),
        rawFolder('app/b/'),
        rawFile('app/b/.wh..wh..opq'),
        rawFile('app/b/d', 'x'),
        rawFile('etc/passwd', `${passwd}app:x:1000:1000::/:\n`),
      ),
    ],
  },
  {
    // Folders that BuildKit names beside every file; what a merge deletes.
    name: 'BuildKit',
    layers: [
      base,
      rawTar(rawFolder('app/'), rawFolder('app/src/'), rawFile('app/src/a', 'x')),
      rawTar(
        rawFolder('app/'),
        rawFolder('app/src/'),
        rawFile('app/src/.wh.a'),
        rawFile('app/src/b', 'y'),
      ),
    ],
  },
];
