import type {ReportingDescriptor, Result} from 'sarif';
import type {ReportImage} from '../../domain/report/schema.ts';
import type {Severity} from '../../domain/findings/facts.ts';

export type Level = 'error' | 'warning' | 'note';

/** One result before it is known which are kept, and the rule that it names. */
export interface Candidate {
  readonly ruleId: string;
  /** Two results never share one. */
  readonly fingerprint: string;
  /** What is kept longest has the highest. */
  readonly weight: number;
  readonly severity?: Severity;
  readonly level: Level;
  /** Whether the baseline did not have it; absent: not known, or held against nobody. */
  readonly isNew?: boolean;
  /** Accepted by somebody: with the reason, where there is one. */
  readonly accepted?: Accepted;
  readonly places: readonly Place[];
  /** Made when it is kept: there may be many. */
  readonly message: () => {readonly text: string; readonly properties?: Result['properties']};
  /** What its rule is called and says; the rule of several results is made of all of theirs. */
  readonly about: string;
  readonly rule: () => ReportingDescriptor;
}

export type Place = NonNullable<ReportImage['findings']>[number]['places'][number];

export type Accepted = NonNullable<NonNullable<ReportImage['findings']>[number]['suppressed']>;

/** The weightiest first; the same order whatever the order they came in. */
export function byWeight(a: Candidate, b: Candidate): number {
  return (
    b.weight - a.weight ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
