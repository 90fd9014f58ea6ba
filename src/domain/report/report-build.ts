/** How an image was built, as the report holds it. Pure. */
import {defined} from '../defined.ts';
import type {BuildFacts} from '../build/facts.ts';
import type {Cause, Comparison} from '../compare/facts.ts';
import type {ImageId} from '../image-id.ts';
import {isKnown} from '../known.ts';
import type {Evidence} from '../policy/evidence.ts';
import {reportMisses} from './comparison.ts';
import type {ReportImage} from './schema.ts';

export interface BuildContext {
  readonly built: BuildFacts;
  readonly evidence: Evidence | undefined;
}

function comparedOf({evidence}: BuildContext): Comparison | undefined {
  const compared = evidence?.comparison;
  if (compared === undefined || !isKnown(compared)) return undefined;
  return compared.value.state === 'new' ? undefined : compared.value.comparison;
}

/** By identity: whose doing a finding is that the baseline does not have. */
export function findingCauses(context: BuildContext): ReadonlyMap<string, {readonly cause: Cause}> {
  const fresh = comparedOf(context)?.findings?.new ?? [];
  return new Map(fresh.map(({identity, cause}) => [identity, {cause}]));
}

/** How it was built; what could have come from the cache and did not. */
export function reportBuild(context: BuildContext, id: ImageId): Pick<ReportImage, 'build'> {
  const {built, evidence} = context;
  const counts = built.imageSteps.get(id);
  if (counts === undefined) return {};
  const time = evidence?.buildTime;
  const compared = comparedOf(context);
  return {
    build: {
      ...counts,
      exportSeconds: built.exportSeconds,
      ...(time !== undefined && isKnown(time) ? {uncachedSeconds: time.value.seconds} : {}),
      ...defined({misses: compared && reportMisses(compared)}),
    },
  };
}
