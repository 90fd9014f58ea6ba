import type {BuildCheck} from '../build/checks.ts';
import {NO_BUILD_POLICY, type BuildPolicyFacts} from '../build/build-policy.ts';
import type {BuildTime} from '../build/time.ts';
import type {Compared} from '../compare/facts.ts';
import type {ContextFacts} from '../context/context-facts.ts';
import type {DockerfileFacts} from '../dockerfile/dockerfile.ts';
import type {RunningOptions, RunningHealth} from '../health/running.ts';
import type {HealthcheckFacts, LayerPlace, UserFacts} from '../image/facts.ts';
import type {Contents} from '../image/placed-contents.ts';
import type {AttributedFinding, AttributedSecret, Gap} from '../findings/facts.ts';
import type {FixSince} from '../findings/fix-since.ts';
import {known, unable, type Known} from '../known.ts';
import type {Loosening} from './loosening.ts';

/** The layer that brings the most bytes: where a size violation is mended first. */
export interface BiggestLayer {
  readonly bytes: number;
  readonly place: LayerPlace;
  readonly instruction?: string;
}

/** Bytes. */
export interface Sizes {
  readonly unpackedBytes: number;
  readonly downloadBytes: number;
  /** Absent for an image without layers. */
  readonly biggestUnpacked?: BiggestLayer;
  readonly biggestDownload?: BiggestLayer;
}

export interface JudgedFindings {
  readonly findings: readonly AttributedFinding[];
  /** Absent: everything was judged. */
  readonly gaps?: readonly Gap[];
  /** By identity; what has no fix, and what nobody dates, is not in it. */
  readonly fixedSince: ReadonlyMap<string, FixSince>;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}

/** Of what the findings are judged by. */
export interface Freshness {
  /** Absent when the database does not say. */
  readonly databaseAgeDays?: number;
  /** The system of the image, when it is past its end of life. */
  readonly endOfLife?: string;
}

/**
 * All that rules may look at, for one image: architecture.md section 3. A rule names the keys that it
 * needs; one that is needed and `unable` makes its outcome `unable` (evaluate.ts, once).
 */
export interface Evidence {
  readonly sizes: Known<Sizes>;
  readonly contents: Known<Contents>;
  /** What the build context sends, as it is on disk. */
  readonly context: Known<ContextFacts>;
  /** BuildKit's own, of the image's Dockerfile. */
  readonly buildChecks: Known<readonly BuildCheck[]>;
  /** What the build's own policies say of it; `unable` where they were not asked. */
  readonly buildPolicy: Known<BuildPolicyFacts>;
  /** Against the baseline. */
  readonly comparison: Known<Compared>;
  /** Whether a pull request is judged, also in the merge queue. */
  readonly pullRequest: Known<boolean>;
  readonly buildTime: Known<BuildTime>;
  readonly user: Known<UserFacts>;
  readonly healthcheck: Known<HealthcheckFacts>;
  /** Of the image when it is started and awaited. */
  readonly running: Known<RunningHealth>;
  /** The Dockerfile as text says it: stages and instruction lines. */
  readonly dockerfile: Known<DockerfileFacts>;
  /** All of them; evaluate.ts leaves out what .trivyignore suppresses. */
  readonly vulnerabilities: Known<JudgedFindings>;
  readonly secrets: Known<readonly AttributedSecret[]>;
  readonly freshness: Known<Freshness>;
  /** Of the run: what its policy lets pass and the baseline’s did not. */
  readonly loosenings: Known<readonly Loosening[]>;
}

export type EvidenceKey = keyof Evidence;

/** How evidence that a rule needs is to be made, where its options have a say in it. */
export interface EvidenceRequests {
  readonly running?: RunningOptions;
}

/** Of what is not there. */
export function nothingKnown(reason: string): Evidence {
  const reasoned = unable(reason);
  return {
    sizes: reasoned,
    contents: reasoned,
    context: reasoned,
    buildChecks: reasoned,
    buildPolicy: known(NO_BUILD_POLICY),
    comparison: reasoned,
    pullRequest: reasoned,
    buildTime: reasoned,
    user: reasoned,
    healthcheck: reasoned,
    running: reasoned,
    dockerfile: reasoned,
    vulnerabilities: reasoned,
    secrets: reasoned,
    freshness: reasoned,
    loosenings: reasoned,
  };
}
