/** What is known of each image, as the rules ask for it. */
import type {Deps} from '../deps.ts';
import type {BuildCheck} from '../domain/build/checks.ts';
import type {BuildFacts} from '../domain/build/facts.ts';
import {buildTimeOf} from '../domain/build/time.ts';
import type {AttributedImage} from '../domain/examined.ts';
import type {ImageFacts} from '../domain/image/facts.ts';
import type {AttributedLayer} from '../domain/image/facts.ts';
import {layerPlace, placeContents} from '../domain/image/placed.ts';
import {known, mapKnown, unable} from '../domain/known.ts';
import type {Plan} from '../domain/plan.ts';
import type {RecordImage} from '../domain/record/schema.ts';
import {rulesFor} from '../domain/policy/policy.ts';
import type {BiggestLayer, Evidence, Sizes} from '../domain/policy/evidence.ts';
import {neededEvidence, type GatheredImage} from '../domain/policy/evaluate.ts';
import type {Inputs} from '../inputs.ts';
import type {Comparisons} from './compare.ts';
import type {Contexts} from './contexts.ts';
import {readContext} from './evidence/context.ts';
import {askedReportFolder} from './report-folder.ts';

export interface Gathering {
  readonly images: readonly AttributedImage[];
  readonly plan: Pick<Plan, 'policy' | 'repository'>;
  readonly inputs: Inputs;
  readonly built: Pick<BuildFacts, 'checks' | 'buildSeconds' | 'imageSteps'>;
  readonly contexts: Contexts;
  readonly comparisons: Pick<Comparisons, 'of'>;
  /** Of this run. */
  readonly records: readonly RecordImage[];
}

/** What no active rule asks for is not looked for. */
export function gather(gathering: Gathering, deps: Deps): Promise<readonly GatheredImage[]> {
  const {images} = gathering;
  return Promise.all(
    images.map(async (image) => {
      const missing = missingReason(image);
      const {id, name} = image.image;
      const evidence =
        missing === undefined ? await evidenceOf(image, gathering, deps) : allUnable(missing);
      return {id, name, ...(missing !== undefined && {missing}), evidence};
    }),
  );
}

function missingReason({state, facts}: AttributedImage): string | undefined {
  if (state === 'built') return undefined;
  if ('unable' in facts) return facts.unable;
  return state === 'not-built' ? 'The image was not built.' : 'The image could not be read.';
}

async function evidenceOf(
  image: AttributedImage,
  {plan, built, inputs, contexts, comparisons, records}: Gathering,
  deps: Deps,
): Promise<Evidence> {
  const {facts, scanned} = image;
  const {repository} = plan;
  const reportFolder = askedReportFolder(inputs, deps);
  const asks = neededEvidence(rulesFor(plan.policy, image.image.name)).has('context');
  return {
    sizes: mapKnown(facts, (read) => sizesOf(read, image.layers)),
    contents: mapKnown(facts, (read) => placeContents(read, image.layers)),
    context: asks
      ? await readContext({image: image.image, contexts, repository, reportFolder})
      : unable('No active rule asks for the build context.'),
    buildChecks: checksOf(image, built.checks),
    comparison: comparisons.of(image.image.id),
    buildTime: buildTimeOf({
      buildSeconds: built.buildSeconds,
      count: built.imageSteps.get(image.image.id),
      steps: records.find(({id}) => id === image.image.id)?.steps,
    }),
    user: 'unable' in facts ? facts : facts.value.user,
    healthcheck: mapKnown(facts, (read) => read.healthcheck),
    dockerfile: image.dockerfile,
    vulnerabilities: findingsOf(image),
    secrets: mapKnown(scanned.facts, () => image.secrets),
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
function findingsOf({scanned, findings}: AttributedImage): Evidence['vulnerabilities'] {
  if ('unable' in scanned.facts) return scanned.facts;
  const {incomplete, nothingKnown} = scanned.facts.value;
  if (nothingKnown !== undefined) return unable(nothingKnown);
  return known({findings, ...(incomplete !== undefined && {incomplete})});
}

function allUnable(reason: string): Evidence {
  const reasoned = unable(reason);
  return {
    sizes: reasoned,
    contents: reasoned,
    context: reasoned,
    buildChecks: reasoned,
    comparison: reasoned,
    buildTime: reasoned,
    user: reasoned,
    healthcheck: reasoned,
    dockerfile: reasoned,
    vulnerabilities: reasoned,
    secrets: reasoned,
  };
}

function sizesOf(facts: ImageFacts, layers: readonly AttributedLayer[]): Sizes {
  const biggestUnpacked = biggest(layers, (layer) => layer.unpackedBytes);
  const biggestDownload = biggest(layers, (layer) => layer.downloadBytes);
  return {
    unpackedBytes: facts.unpackedBytes,
    downloadBytes: facts.downloadBytes,
    ...(biggestUnpacked !== undefined && {biggestUnpacked}),
    ...(biggestDownload !== undefined && {biggestDownload}),
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
    ...(instruction !== undefined && {instruction}),
  };
}
