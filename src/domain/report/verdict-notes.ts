/** How the run was judged, in sentences: what its policy lets pass now, and what was not held against it. Pure. */
import {RULES} from '../policy/rules/index.ts';
import {isOfMerge} from '../policy/rules/loosening.ts';
import type {Excused} from '../policy/judgement-scope.ts';
import {formatBytes} from '../text/units.ts';
import type {Outcome, Report, Violation} from './schema.ts';

/** What the policy lets pass and the baseline's did not; unwaived. */
export function looseningLines(report: Report): readonly string[] {
  return loosenings(report).flatMap(
    ({data}) => RULES.loosening.describeViolation(data)?.message ?? [],
  );
}

/** What nobody could say of loosenings, and why. */
export function uncomparedLines({runs}: Report): readonly string[] {
  return [...new Set(runs.flatMap(({uncompared = []}) => uncompared))];
}

/** Above them. */
export function looseningsTitle(report: Report): string {
  return loosenings(report).every(({data}) => isOfMerge(data))
    ? 'Once merged, the policy lets more pass than the base’s'
    : 'The policy lets more pass than the baseline’s';
}

function loosenings({violations}: Report): readonly Violation[] {
  return violations.filter(({rule, waived}) => rule === 'loosening' && waived === undefined);
}

const WHY: Readonly<Record<Excused['why'], string>> = {
  'no fix': 'no fix is known',
  status: 'the vendor answered',
  'in the baseline': 'in the baseline too',
  'this change': 'of this change',
  'base image': 'of the base image',
  drift: 'a package that moved upstream',
  unknown: 'nobody can tell whose they are',
};

/** `web/linux/amd64: vulnerabilities: 3 high not judged (no fix is known)`. */
export function excusedLines({outcomes}: Report): readonly string[] {
  return outcomes.flatMap(({rule, image, excused = []}) => {
    if (excused.length === 0) return [];
    const words = excused.map((one) => `${amountOf(one)} not judged (${reasonOf(one)})`);
    return [`${image ?? ''}: ${rule}: ${words.join(', ')}`];
  });
}

function amountOf({count, severity, bytes}: Excused): string {
  if (bytes !== undefined) return formatBytes(bytes);
  return [count, severity].filter((word) => word !== undefined).join(' ');
}

function reasonOf({why, detail}: Excused): string {
  return detail === undefined ? WHY[why] : `${WHY[why]} ${detail}`;
}

const JUDGED = {
  all: 'everything',
  new: 'what the baseline does not have',
} as const;

const BLAMED = {
  any: 'whoever brought it',
  own: 'where the image’s own layers brought it',
  'this-change': 'where this change brought it',
} as const;

/** What rules that compare were asked to judge, each answer once; nothing where nothing was compared. */
export function judgementScopeLines(report: Report): readonly string[] {
  if (report.runs.every(({baseline}) => baseline === undefined)) return [];
  const told = report.outcomes.flatMap(({rule, stance: scope}) =>
    scope === undefined ? [] : [{rule, words: judgementScopeText(scope)}],
  );
  const groups = Map.groupBy(told, ({words}) => words);
  return [...groups].map(
    ([words, all]) => `${[...new Set(all.map(({rule}) => rule))].join(' and ')}: ${words}`,
  );
}

function judgementScopeText({judge, blame}: NonNullable<Outcome['stance']>): string {
  return `judged was ${JUDGED[judge]}, ${BLAMED[blame]}`;
}
