/** What rules that compare judge, and whose doing counts: architecture.md section 5. Pure. */
import {z} from 'zod';
import {CAUSES, type Cause, type Compared} from '../compare/facts.ts';
import {SEVERITIES} from '../findings/facts.ts';
import {isKnown} from '../known.ts';
import type {Evidence} from './evidence.ts';
import {ranked} from './permissiveness.ts';

const JUDGED = ['all', 'new'] as const;
const BLAMED = ['any', 'own', 'this-change'] as const;

export const judgementScopeSchema = z.strictObject({judge: z.enum(JUDGED), blame: z.enum(BLAMED)});
export type JudgementScope = z.infer<typeof judgementScopeSchema>;
export type Blame = JudgementScope['blame'];
export const blameSchema = z.enum(BLAMED);

const AUTO = 'auto: on a pull request with a baseline';

export const judgeOption = z
  .enum(['auto', ...JUDGED])
  .describe(
    `all: everything; new: what the baseline does not have, both judged with the same database; ${AUTO} new, else all`,
  );

export const blameOption = z
  .enum(['auto', ...BLAMED])
  .describe(
    `Whose doing counts. any: anybody’s; own: that of the image’s own layers; this-change: that of steps whose text, arguments or files changed; ${AUTO} this-change, else any`,
  );

// On a pull request auto is the loosest.
export const JUDGE_ORDER = ranked(['all'], ['new', 'auto']);
export const BLAME_ORDER = ranked(['any'], ['own'], ['this-change', 'auto']);

export interface JudgementScopeOptions {
  readonly judge: z.infer<typeof judgeOption>;
  readonly blame: z.infer<typeof blameOption>;
}

/** @param canCompare whether the baseline knows what the rule compares */
export function judgementScope(
  {judge, blame}: JudgementScopeOptions,
  {pullRequest}: Pick<Evidence, 'pullRequest'>,
  canCompare: boolean,
): JudgementScope {
  const isHeld = isKnown(pullRequest) && pullRequest.value && canCompare;
  return {
    judge: judge === 'auto' ? (isHeld ? 'new' : 'all') : judge,
    blame: blame === 'auto' ? (isHeld ? 'this-change' : 'any') : blame,
  };
}

/** Whose doing each finding is that the baseline does not have; undefined: that is not known. */
export function newFindings({
  comparison,
}: Pick<Evidence, 'comparison'>): ((identity: string) => Cause | undefined) | undefined {
  if (!isKnown(comparison)) return undefined;
  return causesIn(comparison.value);
}

function causesIn(compared: Compared): ReturnType<typeof newFindings> {
  if (compared.state === 'new') return () => 'this change';
  const {findings} = compared.comparison;
  if (findings === undefined) return undefined;
  const causes = new Map(findings.new.map(({identity, cause}) => [identity, cause]));
  return (identity) => causes.get(identity);
}

/** Why something that is over the line is not held against the run. */
const EXCUSES = ['no fix', 'status', 'in the baseline', ...CAUSES] as const;

export const excusedSchema = z.strictObject({
  why: z.enum(EXCUSES),
  detail: z.string().optional(),
  severity: z.enum(SEVERITIES).optional(),
  count: z.int().positive().optional(),
  bytes: z.int().positive().optional(),
});
export type Excused = z.infer<typeof excusedSchema>;

/** Whether it is excused only because others brought it. */
export function isOfOthers({why}: Excused): boolean {
  return why !== 'no fix' && why !== 'status';
}

/** How many are excused for each reason, the most severe first. */
export function countExcused(
  excuses: readonly Pick<Excused, 'why' | 'detail' | 'severity'>[],
): readonly Excused[] {
  const rank = ({severity}: Pick<Excused, 'severity'>): number =>
    SEVERITIES.indexOf(severity ?? 'unknown');
  return [...Map.groupBy(excuses, (one) => JSON.stringify(one)).values()]
    .flatMap((group) => group.slice(0, 1).map((one) => ({...one, count: group.length})))
    .sort((a, b) => rank(b) - rank(a));
}
