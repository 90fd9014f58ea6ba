/** What the bakes of a build say together. */
import {describeEnding, hasSucceeded} from '../../clients/tool.ts';
import type {Deps} from '../../deps.ts';
import {stepsIn, mergeSteps} from '../../domain/build/batches.ts';
import type {BuildFacts, BuildFailure} from '../../domain/build/facts.ts';
import {namedBy} from '../../domain/build/engine-name.ts';
import {describeFailure} from '../../domain/build/failures.ts';
import {countSteps, stepFacts, sumBuildTimes} from '../../domain/build/summarize.ts';
import {ownProperty} from '../../domain/own-property.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import {findUnsent} from './unsent.ts';
import type {Batch} from './build-call.ts';

type Figures = Pick<
  BuildFacts,
  'seconds' | 'buildSeconds' | 'exportSeconds' | 'importSeconds' | 'steps' | 'imageSteps' | 'checks'
>;

export function sumBatches(batches: readonly Batch[]): Figures {
  const bakes = batches.flatMap((batch) => batch.bakes);
  const ran = batches.map((batch) => ({batch, steps: batch.bakes.map((bake) => bake.steps())}));
  const steps = mergeSteps(ran.flatMap((one) => one.steps));
  const checks = bakes.flatMap((bake) => bake.checks());
  return {
    seconds: batches.reduce((sum, {seconds}) => sum + seconds, 0),
    ...sumBuildTimes(steps),
    steps: stepFacts(steps),
    imageSteps: new Map(
      ran.flatMap((one) => [...countSteps(stepsIn(one.steps, steps), imagesOf(one.batch))]),
    ),
    checks: [...new Map(checks.map((check) => [JSON.stringify(check), check])).values()],
  };
}

function imagesOf({outputs}: Batch): Batch['outputs'][number]['images'] {
  return outputs.flatMap(({images}) => images);
}

/** Node's names of processors, as platforms have them. */
const OCI_ARCH: Readonly<Record<string, string>> = {x64: 'amd64', arm64: 'arm64'};

interface FailureContext {
  /** Where the images are written. */
  readonly folder: string;
  readonly plan: Plan;
  readonly deps: Deps;
}

/** The first one, with the words of all. */
export async function findBuildFailure(
  batches: readonly Batch[],
  failing: FailureContext,
): Promise<BuildFailure | undefined> {
  const failed = batches.filter(({result}) => !hasSucceeded(result));
  const failures = await Promise.all(failed.map((batch) => describe(batch, failing)));
  const [first] = failures;
  const messages = new Set(failures.map(({message}) => message));
  return first === undefined ? undefined : {...first, message: [...messages].join(' ')};
}

async function describe(batch: Batch, {folder, plan, deps}: FailureContext): Promise<BuildFailure> {
  const {result, bakes} = batch;
  const images = imagesOf(batch);
  const dockerfiles = images.flatMap(({target, dockerfile}) =>
    dockerfile === undefined ? [] : [[target, dockerfile] as const],
  );
  const unsent = await findUnsent(result.stderr, plan, deps);
  const architecture = ownProperty(OCI_ARCH, deps.machine.arch);
  return describeFailure({
    stderr: result.stderr,
    steps: bakes.at(-1)?.steps() ?? [],
    folder,
    chosenBy: namedBy(deps.workflow.env),
    dockerfiles: new Map(dockerfiles),
    built: {images, definition: plan.definition, unsent},
    isForeign: images.some(({platform}) => platform.split('/')[1] !== architecture),
    ...(result.ended === 'exit' ? {} : {ending: describeEnding(result)}),
  });
}
