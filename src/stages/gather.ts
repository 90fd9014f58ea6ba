/** What is known of each image, as the rules ask for it. */
import type {Deps} from '../deps.ts';
import type {BuildCheck} from '../domain/build/checks.ts';
import type {BuildFacts} from '../domain/build/facts.ts';
import type {ContextFacts} from '../domain/context/context.ts';
import type {AttributedImage} from '../domain/examined.ts';
import type {ImageFacts} from '../domain/image/facts.ts';
import type {AttributedLayer} from '../domain/image/facts.ts';
import {layerPlace, placeContents} from '../domain/image/placed.ts';
import {known, mapKnown, unable, type Known} from '../domain/known.ts';
import type {Plan} from '../domain/plan.ts';
import {rulesFor} from '../domain/policy/policy.ts';
import type {BiggestLayer, Evidence, Sizes} from '../domain/policy/evidence.ts';
import {neededEvidence, type GatheredImage} from '../domain/policy/evaluate.ts';
import type {Inputs} from '../inputs.ts';
import {readContext} from './evidence/context.ts';
import {askedReportFolder} from './report-folder.ts';

export interface Gathering {
  readonly images: readonly AttributedImage[];
  readonly plan: Pick<Plan, 'policy' | 'repository'>;
  readonly inputs: Inputs;
  readonly built: Pick<BuildFacts, 'checks'>;
}

/** What no active rule asks for is not looked for. */
export function gather(gathering: Gathering, deps: Deps): Promise<readonly GatheredImage[]> {
  const {images, plan, inputs} = gathering;
  const reportFolder = askedReportFolder(inputs, deps);
  const contexts = new Map<string, Promise<Known<ContextFacts>>>();
  // The platforms of a target share one context.
  const contextOf = ({image}: AttributedImage): Promise<Known<ContextFacts>> => {
    const key = JSON.stringify([image.contextPath, image.dockerfilePath]);
    const ask = {image, repository: plan.repository, reportFolder};
    const reading = contexts.get(key) ?? readContext(ask, deps);
    contexts.set(key, reading);
    return reading;
  };
  return Promise.all(
    images.map(async (image) => {
      const missing = missingReason(image);
      const {id, name} = image.image;
      const evidence =
        missing === undefined ? await evidenceOf(image, gathering, contextOf) : allUnable(missing);
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
  {plan, built}: Gathering,
  contextOf: (image: AttributedImage) => Promise<Known<ContextFacts>>,
): Promise<Evidence> {
  const {facts, scanned} = image;
  const asks = neededEvidence(rulesFor(plan.policy, image.image.name)).has('context');
  return {
    sizes: mapKnown(facts, (read) => sizesOf(read, image.layers)),
    contents: mapKnown(facts, (read) => placeContents(read, image.layers)),
    context: asks ? await contextOf(image) : unable('No active rule asks for the build context.'),
    buildChecks: checksOf(image, built.checks),
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
