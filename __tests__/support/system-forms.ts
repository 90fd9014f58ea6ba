/** Systems as images have them, inside and outside of a vulnerability database. */
import type {TarEntry} from './layouts.ts';

export interface SystemForm {
  readonly name: string;
  readonly entries: readonly TarEntry[];
  /** Under which the database would have it; absent: no database has it. */
  readonly bucket?: string;
}

const file = (name: string, content: string): TarEntry => ({name, content});
const release = (id: string, version: string): TarEntry =>
  file('etc/os-release', `ID=${id}\nVERSION_ID="${version}"\n`);
const dpkg = file(
  'var/lib/dpkg/status',
  'Package: zlib1g\nSource: zlib\nStatus: install ok installed\nVersion: 1:1.2.13.dfsg-1\nArchitecture: amd64\nMaintainer: x\nDescription: x\n\n',
);
const apk = file('lib/apk/db/installed', 'P:zlib\nV:1.2.13-r0\nA:x86_64\no:zlib\nL:Zlib\n\n');

const debian = (version: string, bucket?: string): SystemForm => ({
  name: `debian ${version}`,
  entries: [release('debian', version), file('etc/debian_version', `${version}\n`), dpkg],
  ...(bucket !== undefined && {bucket}),
});
const ubuntu = (version: string): SystemForm => ({
  name: `ubuntu ${version}`,
  entries: [
    release('ubuntu', version),
    file('etc/lsb-release', `DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=${version}\n`),
    dpkg,
  ],
  bucket: `ubuntu ${version}`,
});
const alpine = (version: string, bucket: string): SystemForm => ({
  name: `alpine ${version}`,
  entries: [release('alpine', version), file('etc/alpine-release', `${version}\n`), apk],
  bucket,
});
/** Those that are told by os-release alone. */
const other = (id: string, version: string, list: TarEntry, bucket?: string): SystemForm => ({
  name: `${id} ${version}`,
  entries: [release(id, version), list],
  ...(bucket !== undefined && {bucket}),
});

export function systemForms(): readonly SystemForm[] {
  return [
    ...['9', '10.13', '11.9', '12', '12.0', '12.15', '13.1', '14.0', '19.1'].map((version) =>
      debian(version, `debian ${version.split('.')[0] ?? ''}`),
    ),
    ...['forky/sid', 'trixie/sid', 'kali-rolling'].map((version) => debian(version)),
    ...['14.04', '18.04', '22.04', '23.10', '24.04', '31.04'].map(ubuntu),
    ...['3.2', '3.16', '3.20', '3.23', '3.99'].map((minor) =>
      alpine(`${minor}.1`, `alpine ${minor}`),
    ),
    other('wolfi', '20230201', apk, 'wolfi'),
    other('chainguard', '20230214', apk, 'chainguard'),
    other('raspbian', '12', dpkg),
    other('linuxmint', '21', dpkg),
    other('postmarketos', '23.12', apk),
    other('nobody-knows', '1', dpkg),
  ];
}
