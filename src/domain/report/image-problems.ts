/** What is held against each image: problems one by one, and the tables of rules that have one. Pure. */
import {RULES, ruleNamed, RULE_IDS} from '../policy/rules/index.ts';
import type {TableRow} from '../policy/violation-format.ts';
import type {Report, Violation} from './schema.ts';
import {problems, type Problem} from './view.ts';

export interface ImageProblems {
  readonly image: string;
  /** Of rules without a table. */
  readonly problems: readonly Problem[];
  readonly tables: readonly ProblemTable[];
}

export interface ProblemTable {
  readonly rule: string;
  /** Of the cells of a row; where it is comes beside them. */
  readonly head: readonly string[];
  /** One at least. */
  readonly rows: readonly TableRow[];
}

/** Of images that have any which nobody waived, in the order of their first one. */
export function problemsByImage(report: Report): readonly ImageProblems[] {
  const open = report.violations.filter(({waived}) => waived === undefined);
  const violations = Map.groupBy(open, ({image = ''}) => image);
  return [...Map.groupBy(problems(report), ({image}) => image)].map(([image, all]) => ({
    image,
    problems: all.filter(({rule}) => ruleNamed(rule)?.table === undefined),
    tables: tablesOf(violations.get(image) ?? []),
  }));
}

function tablesOf(violations: readonly Violation[]): readonly ProblemTable[] {
  return RULE_IDS.flatMap((rule) => {
    const {table} = RULES[rule];
    if (table === undefined) return [];
    const own = violations.filter((violation) => violation.rule === rule);
    const rows = table.rows(own.map((one) => ({...one, isNew: one.isNew === true})));
    return rows.length === 0 ? [] : [{rule, head: table.head, rows}];
  });
}
