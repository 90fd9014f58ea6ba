/** Which findings and secrets `.trivyignore(.yaml)` and VEX documents suppress. */
import {defined} from '../defined.ts';
import type {AttributedFinding, AttributedSecret, Member} from '../findings/facts.ts';
import {secretKey} from '../findings/identity.ts';
import {narrowed} from '../findings/narrow.ts';
import {matchesPackage, readPackageUrl} from '../findings/package-url.ts';
import {isKnown, known} from '../known.ts';
import type {Evidence} from './evidence.ts';
import {compileGlob} from './glob.ts';
import type {Suppression} from './judgement.ts';
import type {Ignore} from './policy.ts';
import {formatValue} from './format.ts';

/** An ignore that is made ready once, and remembers whether it was needed. */
export interface ActiveIgnore {
  readonly ignore: Ignore;
  readonly matchesPath: (path: string | undefined) => boolean;
  readonly matchesPurl: (purl: string | undefined) => boolean;
  used: boolean;
}

/** Those that still hold. `expires` is the first day on which one does not (as in Trivy). */
export function activeIgnores(
  ignores: readonly Ignore[],
  today: string,
): {readonly active: readonly ActiveIgnore[]; readonly expired: readonly Ignore[]} {
  const isExpired = ({expires}: Ignore): boolean => expires !== undefined && expires <= today;
  const expired = ignores.filter(isExpired);
  const active = ignores
    .filter((ignore) => !isExpired(ignore))
    .map((ignore) => ({
      ignore,
      matchesPath: pathTest(ignore.paths),
      matchesPurl: purlTest(ignore.purls),
      used: false,
    }));
  return {active, expired};
}

export interface AfterIgnores {
  /** Without what is suppressed; of a finding that is suppressed in part, the members that are not. */
  readonly evidence: Evidence;
  readonly suppressed: ReadonlyMap<string, Suppression>;
}

/** Takes what the ignores, and the scanner by VEX, suppress out of the evidence, and marks the ignores that did so. */
export function applyIgnores(evidence: Evidence, ignores: readonly ActiveIgnore[]): AfterIgnores {
  const suppressed = new Map<string, Suppression>();
  const {vulnerabilities, secrets} = evidence;
  const byId = Map.groupBy(ignores, ({ignore}) => ignore.id);
  return {
    suppressed,
    evidence: {
      ...evidence,
      vulnerabilities: isKnown(vulnerabilities)
        ? known({
            ...vulnerabilities.value,
            findings: vulnerabilities.value.findings.flatMap((finding) =>
              remaining(finding, byId.get(finding.id) ?? [], suppressed),
            ),
          })
        : vulnerabilities,
      secrets: isKnown(secrets)
        ? known(
            secrets.value.filter(
              (secret) => !isIgnored(secret, byId.get(secret.rule) ?? [], suppressed),
            ),
          )
        : secrets,
    },
  };
}

/** @param ignores of its id */
function remaining(
  finding: AttributedFinding,
  ignores: readonly ActiveIgnore[],
  suppressed: Map<string, Suppression>,
): readonly AttributedFinding[] {
  const candidates = ignores.filter(({ignore}) => ignore.kind !== 'secret');
  if (candidates.length === 0 && finding.members.every(({vex}) => vex === undefined))
    return [finding];
  const matching = (member: Member): ActiveIgnore | undefined =>
    candidates.find(
      (candidate) => candidate.matchesPath(member.path) && candidate.matchesPurl(member.purl),
    );
  const matches = finding.members.map((member) => ({member, by: matching(member)}));
  for (const {by} of matches) if (by !== undefined) by.used = true;
  const left = new Set(
    matches
      .filter(({by, member}) => by === undefined && member.vex === undefined)
      .map(({member}) => member),
  );
  const [first] = matches;
  if (left.size > 0 || first === undefined)
    return [narrowed(finding, (member) => left.has(member))];
  const {by, member} = first;
  suppressed.set(
    finding.identity,
    by === undefined ? suppressionOf(member) : suppressionBy(by.ignore),
  );
  return [];
}

function suppressionOf({vex}: Member): Suppression {
  const words = [vex?.status, vex?.reason].filter((word) => word !== undefined);
  return {by: 'vex', reason: words.join(': ')};
}

/** @param ignores of its rule's id */
function isIgnored(
  secret: AttributedSecret,
  ignores: readonly ActiveIgnore[],
  suppressed: Map<string, Suppression>,
): boolean {
  const by = ignores.find(
    ({ignore, matchesPath}) => ignore.kind !== 'vulnerability' && matchesPath(secret.path),
  );
  if (by === undefined) return false;
  by.used = true;
  suppressed.set(secretKey(secret), suppressionBy(by.ignore));
  return true;
}

function suppressionBy({statement, expires}: Ignore): Suppression {
  return {
    by: 'trivyignore',
    ...defined({reason: statement, expires}),
  };
}

/** Without patterns everything matches; with some, what has no path does not. */
function pathTest(patterns: readonly string[] | undefined): (path: string | undefined) => boolean {
  if (patterns === undefined || patterns.length === 0) return () => true;
  const tests = patterns.map((pattern) => compileGlob(pattern) ?? (() => false));
  return (path) => path !== undefined && tests.some((test) => test(path));
}

/** Trivy lets what has no package URL match any; an entry for one package is not meant so. */
function purlTest(purls: readonly string[] | undefined): (purl: string | undefined) => boolean {
  if (purls === undefined || purls.length === 0) return () => true;
  const wanted = purls.flatMap((purl) => readPackageUrl(purl) ?? []);
  return (written) => {
    const found = written === undefined ? undefined : readPackageUrl(written);
    return found !== undefined && wanted.some((purl) => matchesPackage(purl, found));
  };
}

/** Entries that one notice names; the rest is counted. */
const NAMED = 10;

/** An entry of an ignore file, or a statement of a VEX document, which has no line. */
type Entry = Pick<Ignore, 'id' | 'file'> & Partial<Pick<Ignore, 'line'>>;

/** One sentence per file for entries that no longer hold, one for those that suppressed nothing. */
export function ignoreNotices(
  expired: readonly Entry[],
  unused: readonly Entry[],
): readonly string[] {
  return [
    ...perFile(expired, 'no longer hold because their date has passed'),
    ...perFile(unused, 'suppressed nothing in this run'),
  ];
}

function perFile(given: readonly Entry[], what: string): readonly string[] {
  return [...Map.groupBy(given, ({file}) => file)].map(([file, entries]) => {
    const named = entries
      .slice(0, NAMED)
      .map(({id, line}) => `${formatValue(id)}${line === undefined ? '' : ` in line ${line}`}`);
    const more = entries.length > NAMED ? ` and ${entries.length - NAMED} more` : '';
    return `${file}: entries that ${what}: ${named.join(', ')}${more}. Remove them.`;
  });
}
