import type {AttributedFinding} from '../findings/facts.ts';
import type {Verdict} from './verdict.ts';
import type {ImageId} from '../image-id.ts';
import type {Place} from '../../errors.ts';
import type {Excused, JudgementScope} from './judgement-scope.ts';
import type {FormattedViolation} from './violation-format.ts';
import type {Notice} from '../notice.ts';
import type {RuleId} from './rules/index.ts';

export interface JudgedViolation {
  readonly rule: RuleId;
  /** Absent: it is of the run. */
  readonly image?: ImageId;
  readonly level: 'error' | 'warning';
  readonly place?: Place;
  readonly told: FormattedViolation;
  readonly waived?: {readonly reason: string; readonly expires: string};
  /** Whether the baseline did not have it; absent: not known. */
  readonly isNew?: boolean;
}

/** A part that was not judged. */
export interface JudgedGap {
  readonly sentence: string;
  readonly unjudged?: string;
  /** Absent: it makes the outcome `unable`. */
  readonly accepted?: {readonly reason: string; readonly expires: string};
}

export interface JudgedOutcome {
  readonly rule: RuleId;
  /** Absent: it is of the run. */
  readonly image?: ImageId;
  readonly level: 'error' | 'warning';
  readonly outcome: Verdict;
  readonly reason?: string;
  /** Of a rule that compares. */
  readonly stance?: JudgementScope;
  readonly excused?: readonly Excused[];
  readonly gaps?: readonly JudgedGap[];
}

/** How a finding was excused, by its identity. */
export interface Suppression {
  readonly by: 'waiver' | 'trivyignore' | 'vex';
  readonly reason?: string;
  readonly expires?: string;
}

/** What the policy says of the evidence: all that a verdict is made of. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly verdicts: ReadonlyMap<ImageId, Verdict>;
  readonly outcomes: readonly JudgedOutcome[];
  readonly violations: readonly JudgedViolation[];
  /** By image, then by finding identity (vulnerabilities) or secret key (secretKey()). */
  readonly suppressed: ReadonlyMap<ImageId, ReadonlyMap<string, Suppression>>;
  /** By image: the findings that were judged, without members that are suppressed. */
  readonly findings: ReadonlyMap<ImageId, readonly AttributedFinding[]>;
  /** Expired and unused waivers, unused ignores. */
  readonly notices: readonly Notice[];
}
