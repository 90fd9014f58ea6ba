/** Which violations are accepted for a while. */
import type {Gap} from '../findings/facts.ts';
import {compileGlob} from './glob.ts';
import type {JudgedGap} from './judgement.ts';
import type {Waiver} from './policy.ts';
import type {SubjectMember, Subject} from './rule.ts';
import {locationText} from './document.ts';
import {formatValue} from './format.ts';
import type {RuleId} from './rules/index.ts';

/** A waiver that is made ready once, and remembers whether it was needed. */
export interface ActiveWaiver {
  readonly waiver: Waiver;
  readonly matchesPath: (path: string) => boolean;
  used: boolean;
}

/** Those that hold today; a waiver holds through its date. */
export function activeWaivers(
  waivers: readonly Waiver[],
  today: string,
): {readonly active: readonly ActiveWaiver[]; readonly expired: readonly Waiver[]} {
  const isExpired = ({expires}: Waiver): boolean => expires < today;
  const expired = waivers.filter(isExpired);
  const active = waivers
    .filter((waiver) => !isExpired(waiver))
    .map((waiver) => ({
      waiver,
      matchesPath: (waiver.path === undefined ? undefined : compileGlob(waiver.path)) ?? never,
      used: false,
    }));
  return {active, expired};
}

function never(): boolean {
  return false;
}

export interface WaiverSubject {
  readonly rule: RuleId;
  /** Undefined: it is of the run. */
  readonly image: string | undefined;
  readonly subject: Subject | undefined;
}

/**
 * The waiver that excuses a violation: every member of its subject must be covered by some waiver.
 * Where several are needed, the one that ends first speaks for them.
 */
export function waiverFor(
  accused: WaiverSubject,
  waivers: readonly ActiveWaiver[],
): Waiver | undefined {
  const candidates = waivers.filter(
    ({waiver}) =>
      waiver.rule === accused.rule &&
      waiver.unjudged === undefined &&
      (waiver.image === undefined || waiver.image === accused.image) &&
      (waiver.id === undefined || waiver.id === accused.subject?.id),
  );
  const members = accused.subject?.members ?? [];
  const covering = (members.length === 0 ? [{packages: []}] : members).map((member) =>
    candidates.filter((candidate) => covers(candidate, member)),
  );
  if (covering.some((waiversOfOne) => waiversOfOne.length === 0)) return undefined;
  const used = covering.flat();
  for (const candidate of used) candidate.used = true;
  const [first, ...others] = used.map(({waiver}) => waiver);
  return others.reduce((one, other) => (other.expires < (one?.expires ?? '') ? other : one), first);
}

/** With the waiver that accepts that a part was not judged. */
export function judgeGap(
  gap: Gap,
  accused: Pick<WaiverSubject, 'rule' | 'image'>,
  waivers: readonly ActiveWaiver[],
): JudgedGap {
  const found = waivers.find(
    ({waiver}) =>
      waiver.rule === accused.rule &&
      (waiver.image === undefined || waiver.image === accused.image) &&
      isNamedBy(gap.unjudged, waiver.unjudged),
  );
  if (found === undefined) return gap;
  found.used = true;
  return {...gap, accepted: {reason: found.waiver.reason, expires: found.waiver.expires}};
}

/** `debian 12` is also `debian 12.15`, and not `debian 120`. */
function isNamedBy(part: string | undefined, named: string | undefined): boolean {
  if (part === undefined || named === undefined || named === '') return false;
  const [whole, beginning] = [part.toLowerCase(), named.toLowerCase()];
  return whole.startsWith(beginning) && !/^[a-z0-9]/.test(whole.slice(beginning.length));
}

function covers({waiver, matchesPath}: ActiveWaiver, member: SubjectMember): boolean {
  return (
    (waiver.package === undefined || member.packages.includes(waiver.package)) &&
    (waiver.path === undefined || (member.path !== undefined && matchesPath(member.path)))
  );
}

/** One sentence for each waiver that no longer holds or excused nothing. */
export function waiverNotices(
  expired: readonly Waiver[],
  unused: readonly Waiver[],
): readonly string[] {
  return [
    ...expired.map(
      (waiver) =>
        `${named(waiver)} expired on ${waiver.expires}: mend the violation, or renew the waiver.`,
    ),
    ...unused.map((waiver) => `${named(waiver)} excused nothing in this run: remove it.`),
  ];
}

/** `.github/plimsoll.yml:12: the waiver for user (image legacy)`. */
function named(waiver: Waiver): string {
  const keys = (['image', 'id', 'package', 'path', 'unjudged'] as const).flatMap((key) =>
    waiver[key] === undefined ? [] : [`${key} ${formatValue(waiver[key])}`],
  );
  const about = keys.length === 0 ? '' : ` (${keys.join(', ')})`;
  return `${locationText(waiver.source.file, waiver.source.line)}: the waiver for ${formatValue(waiver.rule)}${about}`;
}
