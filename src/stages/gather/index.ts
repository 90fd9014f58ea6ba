/** What is known of each image, as the rules ask for it. */
import {defined} from '../../domain/defined.ts';
import type {Deps} from '../../deps.ts';
import type {BuildCheck} from '../../domain/build/checks.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import {buildPolicyFacts} from '../../domain/build/build-policy.ts';
import {resolveBuildTime} from '../../domain/build/time.ts';
import type {ContextFacts} from '../../domain/context/context-facts.ts';
import {scannedSecrets, type AttributedImage} from '../../domain/examined/examined.ts';
import type {RunningHealth} from '../../domain/health/running.ts';
import {ageInDays} from '../../domain/findings/database-age.ts';
import {toDay} from '../../domain/day.ts';
import {fixesSince} from '../../domain/record/grace.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import type {AttributedLayer} from '../../domain/image/facts.ts';
import {layerPlace, placeContents} from '../../domain/image/placed-contents.ts';
import {isChange} from '../../domain/keep/event-commits.ts';
import {systemGaps} from '../../domain/examined/system-gaps.ts';
import {isKnown, known, mapKnown, unable, type Known} from '../../domain/known.ts';
import {memoize} from '../../domain/memoize.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {RecordImage} from '../../domain/record/schema.ts';
import {rulesFor} from '../../domain/policy/policy.ts';
import {
  nothingKnown,
  type BiggestLayer,
  type Evidence,
  type Sizes,
} from '../../domain/policy/evidence.ts';
import type {RunTools} from '../../domain/report/make.ts';
import {evidenceRequests, neededEvidence} from '../../domain/policy/needed-evidence.ts';
import type {GatheredImage} from '../../domain/policy/evaluate.ts';
import type {Inputs} from '../../inputs.ts';
import type {Baseline} from '../keep/baseline.ts';
import type {Comparisons} from '../compare/index.ts';
import type {Contexts} from '../plan/contexts.ts';
import {readContext} from './context.ts';
import {findHealth} from './health/index.ts';
import {askedReportFolder} from '../start/report-folder.ts';
import {limitConcurrency} from '../../domain/limit-concurrency.ts';

type BuiltPart = 'checks' | 'imageSteps' | 'layouts' | 'buildx' | 'builder' | 'failure';

export interface Gathering {
  readonly images: readonly AttributedImage[];
  readonly plan: Pick<Plan, 'policy' | 'repository'>;
  readonly inputs: Inputs;
  readonly built: Pick<BuildFacts, BuiltPart>;
  readonly contexts: Contexts;
  readonly comparisons: Pick<Comparisons, 'of'>;
  readonly baseline: Baseline | undefined;
  /** Of this run. */
  readonly records: readonly RecordImage[];
  readonly tools: Pick<RunTools, 'database'>;
  /** What ages are counted to. */
  readonly startedAt: Date;
}

/** Starts an image, each at most once. */
type Runner = (image: AttributedImage) => Promise<Known<RunningHealth>>;

/** What has to be found out beyond what was read and scanned. */
interface Readers {
  readonly context: (image: AttributedImage) => Promise<Known<ContextFacts>>;
  readonly running: Runner;
  readonly isChange: boolean;
}

/** What no active rule asks for is not looked for. */
export function gather(gathering: Gathering, deps: Deps): Promise<readonly GatheredImage[]> {
  const {images} = gathering;
  const readers = {
    context: contextReader(gathering, deps),
    running: runningReader(gathering, deps),
    isChange: isChange(deps.workflow),
  };
  return Promise.all(
    images.map(async (image) => {
      const missing = missingReason(image);
      const {id, name} = image.image;
      const found =
        missing === undefined ? await evidenceOf(image, gathering, readers) : nothingKnown(missing);
      const evidence = {...found, buildPolicy: buildPolicyFacts(image.image, gathering.built)};
      return {id, name, ...defined({missing}), evidence};
    }),
  );
}

/** What one platform asks for another may not. */
function contextReader(
  {plan: {repository}, inputs, contexts}: Gathering,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Readers['context'] {
  const reportFolder = askedReportFolder(inputs, deps);
  return memoize(
    ({image, sentPaths: sends}) =>
      readContext({image, sentPaths: sends, contexts, repository, reportFolder}, deps),
    ({image}) => image.id,
  );
}

/** An image that starts takes a processor of its own. */
const STARTED_AT_A_TIME = 2;

function runningReader({plan, built}: Gathering, deps: Deps): Runner {
  const takeTurn = limitConcurrency(STARTED_AT_A_TIME);
  return async ({image, facts}) => {
    const layout = built.layouts.find((one) => one.image.id === image.id);
    if (layout === undefined || !isKnown(facts)) return unable('The image is not on this disk.');
    const {running} = evidenceRequests(rulesFor(plan.policy, image.name));
    if (running === undefined) return unable('No active rule says how to start the image.');
    const ask = {layout, facts: facts.value, running, cwd: plan.repository};
    return takeTurn(() => findHealth(ask, deps));
  };
}

function missingReason({state, facts}: AttributedImage): string | undefined {
  if (state === 'built') return undefined;
  if ('unable' in facts) return facts.unable;
  return state === 'not-built' ? 'The image was not built.' : 'The image could not be read.';
}

async function evidenceOf(
  image: AttributedImage,
  gathering: Gathering,
  readers: Readers,
): Promise<Omit<Evidence, 'buildPolicy'>> {
  const {plan, built, comparisons, records} = gathering;
  const {facts, scanned} = image;
  const needed = neededEvidence(rulesFor(plan.policy, image.image.name));
  const [context, running] = await Promise.all([
    needed.has('context')
      ? readers.context(image)
      : unable('No active rule asks for the build context.'),
    needed.has('running')
      ? readers.running(image)
      : unable('No active rule asks that the image be started.'),
  ]);
  return {
    sizes: mapKnown(facts, (read) => sizesOf(read, image.layers)),
    contents: mapKnown(facts, (read) => placeContents(read, image.layers)),
    context,
    buildChecks: checksOf(image, built.checks),
    comparison: comparisons.of(image.image.id),
    pullRequest: known(readers.isChange),
    buildTime: resolveBuildTime({
      count: built.imageSteps.get(image.image.id),
      steps: records.find(({id}) => id === image.image.id)?.steps,
    }),
    user: 'unable' in facts ? facts : facts.value.user,
    healthcheck: mapKnown(facts, (read) => read.healthcheck),
    running,
    dockerfile: image.dockerfile,
    vulnerabilities: findingsOf(image, gathering),
    secrets: mapKnown(scannedSecrets(scanned), () => image.secrets),
    freshness: freshnessOf(image, gathering),
    loosenings: unable('They are of the run.'),
  };
}

/** Checks carry the text that they are of; equal Dockerfiles share them. */
function checksOf(
  {image}: AttributedImage,
  checks: readonly BuildCheck[],
): Evidence['buildChecks'] {
  const text = image.dockerfileText;
  if (text === undefined) return unable('The Dockerfile is not on this disk.');
  return known(checks.filter(({source}) => source === text));
}

/** What the scanner found, unless it knew nothing of what is in the image. */
function findingsOf(
  {image, facts, layers, systemPrograms, scanned, findings}: AttributedImage,
  {baseline, startedAt}: Gathering,
): Evidence['vulnerabilities'] {
  if ('unable' in scanned.facts) return scanned.facts;
  const {nothingKnown} = scanned.facts.value;
  const system = isKnown(facts) ? facts.value.contents.system : undefined;
  const gaps = systemGaps(scanned.facts.value, {
    system,
    layers,
    ...defined({systemPrograms}),
  });
  if (nothingKnown !== undefined) return unable(nothingKnown);
  const before = baseline?.image(image.id)?.facts.findings;
  const earlier = baseline && before && {findings: before, day: toDay(baseline.record.madeAt)};
  return known({
    findings,
    ...(gaps.length > 0 && {gaps}),
    fixedSince: fixesSince(findings, earlier),
    today: toDay(startedAt.toISOString()),
  });
}

function freshnessOf(
  {scanned}: AttributedImage,
  {tools, startedAt}: Pick<Gathering, 'tools' | 'startedAt'>,
): Evidence['freshness'] {
  const days = ageInDays(tools.database ?? {}, startedAt);
  return mapKnown(scanned.facts, ({endOfLife, system}) => ({
    ...defined({databaseAgeDays: days}),
    ...(endOfLife === true && {endOfLife: system ?? 'a system'}),
  }));
}

function sizesOf(facts: ImageFacts, layers: readonly AttributedLayer[]): Sizes {
  const biggestUnpacked = biggest(layers, (layer) => layer.unpackedBytes);
  const biggestDownload = biggest(layers, (layer) => layer.downloadBytes);
  return {
    unpackedBytes: facts.unpackedBytes,
    downloadBytes: facts.downloadBytes,
    ...defined({biggestUnpacked, biggestDownload}),
  };
}

/** The first of the biggest, so that the place does not move between runs. */
function biggest(
  layers: readonly AttributedLayer[],
  bytesOf: (layer: AttributedLayer) => number,
): BiggestLayer | undefined {
  const [first, ...others] = layers;
  if (first === undefined) return undefined;
  const layer = others.reduce((one, other) => (bytesOf(other) > bytesOf(one) ? other : one), first);
  const {instruction} = layer;
  return {
    bytes: bytesOf(layer),
    place: layerPlace(layer),
    ...defined({instruction}),
  };
}
