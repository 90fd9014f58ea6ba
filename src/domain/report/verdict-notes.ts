/** How the run was judged, in sentences: what its policy lets pass now, and what was not held against it. Pure. */
import {ruleNamed} from '../policy/rules/index.ts';
import type {Excused} from '../policy/judgement-scope.ts';
import {formatBytes} from '../text/units.ts';
import type {Outcome, Report, Violation} from './schema.ts';
import {toldOf} from './told.ts';

export interface Banner {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What rules have told right under the verdict, such as what the policy lets pass; unwaived. */
export function banners({violations}: Report): readonly Banner[] {
  const open = violations.filter(({waived}) => waived === undefined);
  return [...Map.groupBy(open, ({rule}) => rule)].flatMap(([rule, all]) => {
    const title = ruleNamed(rule)?.banner?.(all.map(({data}) => data));
    const lines = all.flatMap((one) => toldOf(one)?.words.message ?? []);
    return title === undefined || lines.length === 0 ? [] : [{title, lines}];
  });
}

export function isOfBanner({rule}: Pick<Violation, 'rule'>): boolean {
  return ruleNamed(rule)?.banner !== undefined;
}

/** What nobody could say of loosenings, and why. */
export function uncomparedLines({runs}: Report): readonly string[] {
  return [...new Set(runs.flatMap(({uncompared = []}) => uncompared))];
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
