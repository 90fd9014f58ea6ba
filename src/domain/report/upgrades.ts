/** The one version of a package that mends all that is judged of it, wherever the report says what to do. Pure. */
import {defined} from '../defined.ts';
import {toFixNeeds, upgradeFor, type Fixable} from '../findings/fixes.ts';
import {packageType} from '../versions/order.ts';
import {toComparedImage} from './changes.ts';
import type {ViolationFinding} from '../policy/violation-format.ts';
import {findingKey} from '../findings/finding-key.ts';
import type {Report, ReportImage, Violation} from './schema.ts';
import {toldOf} from './told.ts';

type Finding = NonNullable<ReportImage['findings']>[number];

/** A finding, or a violation that tells of one which the report has no room for. */
interface Subject {
  readonly key: string;
  readonly identity?: string;
  /** Of which one version is installed, or will be. */
  readonly about: string;
  readonly fixed: string | undefined;
  readonly members: readonly Fixable[];
}

interface Upgrades {
  readonly byIdentity: ReadonlyMap<string, string>;
  readonly byKey: ReadonlyMap<string, string>;
}

/** Once, when the report is made: publishers read it. Only where it is another one than the finding's own. */
export function withUpgrades(report: Report): Report {
  const known = new Map(report.images.map((image) => [image.id, upgradesOf(image, report)]));
  return {
    ...report,
    images: report.images.map((image) => advised(image, known.get(image.id))),
    violations: report.violations.map((violation) =>
      advisedViolation(violation, known.get(violation.image ?? '')),
    ),
  };
}

function advisedViolation(violation: Violation, upgrades: Upgrades | undefined): Violation {
  const finding = toldOf(violation)?.finding;
  const upgrade = finding && upgrades?.byKey.get(findingKey(finding));
  return upgrade === undefined ? violation : {...violation, data: finding?.withUpgrade(upgrade)};
}

/** As its violation has it, which may be of a report without identities. */
function keyIn(judged: ReadonlySet<string>, {id, identity, package: name}: Finding): string {
  return judged.has(identity) ? identity : findingKey({id, package: name});
}

function advised(image: ReportImage, upgrades: Upgrades | undefined): ReportImage {
  const told = <T extends {readonly identity: string}>(one: T): T & {upgrade?: string} => {
    const upgrade = upgrades?.byIdentity.get(one.identity);
    return upgrade === undefined ? one : {...one, upgrade};
  };
  const compared = toComparedImage(image);
  return {
    ...image,
    ...defined({findings: image.findings && image.findings.map(told)}),
    ...(compared?.findings === undefined
      ? {}
      : {
          comparison: {
            ...compared,
            findings: {...compared.findings, new: compared.findings.new.map(told)},
          },
        }),
  };
}

function upgradesOf({id, findings = []}: ReportImage, {violations}: Report): Upgrades {
  const judged = violations.flatMap((violation) => {
    return violation.image === id && violation.waived === undefined
      ? (toldOf(violation)?.finding ?? [])
      : [];
  });
  const judgedKeys = new Set(judged.map(findingKey));
  const found = findings.map((finding) => ofFinding(finding, keyIn(judgedKeys, finding)));
  const keys = new Set(found.map(({key}) => key));
  const subjects = [...found, ...judged.map(ofTold).filter(({key}) => !keys.has(key))];
  const advise = adviser(subjects, judgedKeys);
  const told = subjects.flatMap((subject) => {
    const upgrade = subject.fixed === undefined ? undefined : advise(subject);
    return upgrade === undefined || upgrade === subject.fixed ? [] : [{...subject, upgrade}];
  });
  return {
    byIdentity: new Map(told.map(({identity = '', upgrade}) => [identity, upgrade])),
    byKey: new Map(told.map(({key, upgrade}) => [key, upgrade])),
  };
}

/** What is not judged is mended beside what is: it may ask for more, and never for less. */
function adviser(
  subjects: readonly Subject[],
  judged: ReadonlySet<string>,
): (subject: Subject) => string | undefined {
  const isJudged = ({key}: Subject): boolean => judged.has(key);
  const groups = Map.groupBy(subjects.filter(isJudged), ({about}) => about);
  const needs = new Map([...groups].map(([about, group]) => [about, toFixNeeds(distinct(group))]));
  const known = new Map<string, string | undefined>();
  return (subject) => {
    const own = isJudged(subject) ? [] : distinct([subject]);
    const key = JSON.stringify([subject.about, own.map(fixableKey)]);
    if (!known.has(key))
      known.set(key, upgradeFor([needs.get(subject.about) ?? [], toFixNeeds(own)].flat()));
    return known.get(key);
  };
}

function ofFinding(finding: Finding, key: string): Subject {
  const {identity, package: name, purl, fixed, members} = finding;
  const isTold = members.some(({fixedVersion}) => fixedVersion !== undefined);
  const [first] = members;
  const installed = {version: first?.version ?? '', purl: first?.purl ?? purl};
  return {
    key,
    identity,
    about: purl ?? name,
    fixed,
    members: isTold ? members : [{...installed, fixedVersion: fixed}],
  };
}

function ofTold(told: ViolationFinding): Subject {
  return {
    key: findingKey(told),
    about: told.package,
    fixed: told.fixed,
    members: told.installed.map(({version}) => ({version, fixedVersion: told.fixed})),
  };
}

/** A kernel has a thousand advisories and few fixes. */
function distinct(subjects: readonly Subject[]): readonly Fixable[] {
  const members = subjects.flatMap((subject) => subject.members);
  const fixable = members.filter(({fixedVersion}) => fixedVersion !== undefined);
  return [...new Map(fixable.map((member) => [fixableKey(member), member])).values()];
}

function fixableKey({version, purl, fixedVersion}: Fixable): string {
  return JSON.stringify([version, packageType(purl), fixedVersion]);
}
