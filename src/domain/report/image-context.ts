/** What an image's part of the report is made with. */
import type {BuildFacts} from '../build/facts.ts';
import type {Evidence} from '../policy/evidence.ts';
import type {Judgement} from '../policy/judgement.ts';
import type {Policy} from '../policy/policy.ts';

/** Entries of each list at the most; what is left out is counted. */
export const MOST = {
  layers: 500,
  packages: 2000,
  findings: 25_000,
  secrets: 200,
  waste: 200,
  privileged: 200,
  unwanted: 200,
  changedLayers: 200,
  changedPaths: 100,
  changedPackages: 500,
  changedFindings: 500,
} as const;

export type CappedList = keyof typeof MOST;

export interface ImageContext {
  readonly run: string;
  readonly built: BuildFacts;
  readonly judgement: Judgement;
  readonly policy: Policy;
  readonly evidence: Evidence | undefined;
}
