/** What the bakes of a build say together. */
import {endingOf, isWell} from '../../clients/tool.ts';
import type {Deps} from '../../deps.ts';
import {stepsIn, togetherOf} from '../../domain/build/batches.ts';
import type {BuildFacts, BuildFailure} from '../../domain/build/facts.ts';
import {namedBy} from '../../domain/build/engine-name.ts';
import {describeFailure} from '../../domain/build/failures.ts';
import {countSteps, stepFacts, timesOf} from '../../domain/build/summarize.ts';
import {own} from '../../domain/own.ts';
import type {Batch} from './batches.ts';

type Figures = Pick<
  BuildFacts,
  'seconds' | 'buildSeconds' | 'exportSeconds' | 'importSeconds' | 'steps' | 'imageSteps' | 'checks'
>;

export function figuresOf(batches: readonly Batch[]): Figures {
  const bakes = batches.flatMap((batch) => batch.bakes);
  const steps = togetherOf(bakes.map((bake) => bake.steps()));
  const checks = bakes.flatMap((bake) => bake.checks());
  return {
    seconds: batches.reduce((sum, {seconds}) => sum + seconds, 0),
    ...timesOf(steps),
    steps: stepFacts(steps),
    imageSteps: new Map(
      batches.flatMap((batch) => {
        const own = stepsIn(
          batch.bakes.map((bake) => bake.steps()),
          steps,
        );
        return [...countSteps(own, imagesOf(batch))];
      }),
    ),
    checks: [...new Map(checks.map((check) => [JSON.stringify(check), check])).values()],
  };
}

function imagesOf({outputs}: Batch): Batch['outputs'][number]['images'] {
  return outputs.flatMap(({images}) => images);
}

/** Node's names of processors, as platforms have them. */
const OCI_ARCH: Readonly<Record<string, string>> = {x64: 'amd64', arm64: 'arm64'};

/** The first one, with the words of all. */
export function failureOf(
  batches: readonly Batch[],
  {folder, deps}: {readonly folder: string; readonly deps: Pick<Deps, 'machine' | 'workflow'>},
): BuildFailure | undefined {
  const {arch} = deps.machine;
  const failures = batches.flatMap((batch) => {
    const {result, bakes} = batch;
    if (isWell(result)) return [];
    const images = imagesOf(batch);
    const dockerfiles = images.flatMap(({target, dockerfile}) =>
      dockerfile === undefined ? [] : [[target, dockerfile] as const],
    );
    return describeFailure({
      stderr: result.stderr,
      steps: bakes.at(-1)?.steps() ?? [],
      ...{folder, chosenBy: namedBy(deps.workflow.env)},
      dockerfiles: new Map(dockerfiles),
      isForeign: images.some(({platform}) => platform.split('/')[1] !== own(OCI_ARCH, arch)),
      ...(result.ended === 'exit' ? {} : {ending: endingOf(result)}),
    });
  });
  const [first] = failures;
  const messages = new Set(failures.map(({message}) => message));
  return first === undefined ? undefined : {...first, message: [...messages].join(' ')};
}
