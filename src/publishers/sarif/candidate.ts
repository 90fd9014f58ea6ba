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
  /** Accepted by somebody: with the reason, where there is one. */
  readonly accepted?: Accepted;
  readonly text: string;
  readonly places: readonly Place[];
  readonly properties?: Result['properties'];
  /** What its rule is called and says; the rule of several results is made of all of theirs. */
  readonly about: string;
  readonly rule: () => ReportingDescriptor;
}

export type Place = NonNullable<ReportImage['findings']>[number]['places'][number];

export type Accepted = NonNullable<NonNullable<ReportImage['findings']>[number]['suppressed']>;
