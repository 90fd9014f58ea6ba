/** What this run keeps for those that come after it. Pure. */
import type {Deps} from '../../deps.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import type {AttributedImage} from '../../domain/examined/examined.ts';
import {isKnown} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {Judgement} from '../../domain/policy/judgement.ts';
import {violatedIn} from '../../domain/policy/novelty.ts';
import {openViolations, recordImage} from '../../domain/record/make.ts';
import {builtImages, policyRecord} from '../../domain/policy/policy-record.ts';
import type {RecordImage, RunRecord} from '../../domain/record/schema.ts';
import {VERSION} from '../../domain/plimsoll-version.ts';
import type {Baseline} from '../keep/baseline.ts';
import {hashedSteps, type ContextContents} from './context-contents.ts';

export interface Recording {
  readonly images: readonly AttributedImage[];
  readonly built: BuildFacts;
  readonly contents: ContextContents;
  readonly baseline: Baseline | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Of every image that is there and could be read. */
export function recordImages(recording: Recording): readonly RecordImage[] {
  const {images, built, contents, baseline, today} = recording;
  return images.flatMap((image) => {
    const record = recordImage({
      image,
      timed: built.steps,
      previous: baseline?.image(image.image.id)?.facts,
      today,
      steps: hashedSteps(image, contents),
    });
    return record === undefined ? [] : [record];
  });
}

export interface RecordedRun {
  readonly plan: Pick<Plan, 'policy' | 'images' | 'repository' | 'checkout'>;
  readonly enforce: boolean;
  readonly judgement: Judgement;
}

export function runRecord(
  images: readonly RecordImage[],
  {plan, enforce, judgement}: RecordedRun,
  {clock}: Pick<Deps, 'clock'>,
): RunRecord {
  return {
    version: 0,
    tool: {name: 'plimsoll', version: VERSION},
    madeAt: clock.now().toISOString(),
    ...(isKnown(plan.checkout) ? {commit: plan.checkout.value.commit} : {}),
    images: images.map((image) => ({
      ...image,
      violations: openViolations(judgement.violations, image.id),
      violated: violatedIn(judgement, image.id),
    })),
    policy: policyRecord(plan.policy, {built: builtImages(plan.images), enforce}),
  };
}
