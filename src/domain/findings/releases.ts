/** Under which names the vulnerability database keeps the advisories of a system's release. Pure. */
import {ownProperty} from '../own-property.ts';

type Naming = (version: string) => readonly string[];

const after =
  (prefix: string, pattern: RegExp): Naming =>
  (version) => {
    const part = pattern.exec(version)?.[0];
    return part === undefined ? [] : [`${prefix} ${part}`];
  };
const only =
  (name: string): Naming =>
  () => [name];

const MAJOR = /^\d+/;
const MINOR = /^\d+\.\d+(?=$|\.)/;
const WHOLE = /^\d+(?:\.\d+)*$/;

/** Streams of packages have names of their own too: `edge`, `latest-stable`. */
function alpineNames(version: string): readonly string[] {
  return /^[a-z][a-z-]*$/.test(version) ? [`alpine ${version}`] : after('alpine', MINOR)(version);
}

/**
 * By the scanner's name of the family (trivy-db, pkg/vulnsrc/bucket; trivy, pkg/detector/ospkg). Of a release
 * whose version is none of these forms it is not known here how the scanner looks for it.
 */
const NAMINGS: Readonly<Record<string, Naming>> = {
  debian: after('debian', MAJOR),
  ubuntu: (version) => (WHOLE.test(version) ? [`ubuntu ${version}`, `ubuntu ${version}-ESM`] : []),
  alpine: alpineNames,
  wolfi: only('wolfi'),
  chainguard: only('chainguard'),
  rocky: after('rocky', MAJOR),
  alma: after('alma', MAJOR),
  redhat: only('Red Hat'),
  centos: only('Red Hat'),
  oracle: after('Oracle Linux', MAJOR),
  amazon: (version) => {
    const [major = ''] = MAJOR.exec(version) ?? [];
    return [`amazon linux ${['2', '2022', '2023'].includes(major) ? major : '1'}`];
  },
  photon: after('Photon OS', WHOLE),
  azurelinux: after('Azure Linux', MINOR),
  'cbl-mariner': after('CBL-Mariner', MINOR),
  'opensuse-leap': after('openSUSE Leap', WHOLE),
  'opensuse-tumbleweed': only('openSUSE Tumbleweed'),
};

/**
 * Whether the database has anything on a release; undefined where that cannot be said.
 * @param system as the scanner names it: `debian 12.5`
 * @param buckets names of all that the database has
 */
export function isReleaseKnown(system: string, buckets: ReadonlySet<string>): boolean | undefined {
  const [family = '', version = ''] = system.split(' ');
  const names = ownProperty(NAMINGS, family)?.(version) ?? [];
  return names.length === 0 ? undefined : names.some((name) => buckets.has(name));
}
