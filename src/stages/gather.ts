/** What is known of each image, as the rules ask for it. Pure in this issue. */
import type {AttributedImage} from '../domain/examined.ts';
import type {ImageFacts} from '../domain/image/facts.ts';
import type {AttributedLayer} from '../domain/image/facts.ts';
import {layerPlace, placeContents} from '../domain/image/placed.ts';
import {known, mapKnown, unable} from '../domain/known.ts';
import type {BiggestLayer, Evidence, Sizes} from '../domain/policy/evidence.ts';
import type {GatheredImage} from '../domain/policy/evaluate.ts';

export function gather(images: readonly AttributedImage[]): readonly GatheredImage[] {
  return images.map((image) => {
    const missing = missingReason(image);
    return {
      id: image.image.id,
      name: image.image.name,
      ...(missing !== undefined && {missing}),
      evidence: missing === undefined ? evidenceOf(image) : allUnable(missing),
    };
  });
}

function missingReason({state, facts}: AttributedImage): string | undefined {
  if (state === 'built') return undefined;
  if ('unable' in facts) return facts.unable;
  return state === 'not-built' ? 'The image was not built.' : 'The image could not be read.';
}

function evidenceOf(image: AttributedImage): Evidence {
  const {facts, scanned} = image;
  return {
    sizes: mapKnown(facts, (read) => sizesOf(read, image.layers)),
    contents: mapKnown(facts, (read) => placeContents(read, image.layers)),
    user: 'unable' in facts ? facts : facts.value.user,
    healthcheck: mapKnown(facts, (read) => read.healthcheck),
    dockerfile: image.dockerfile,
    vulnerabilities: findingsOf(image),
    secrets: mapKnown(scanned.facts, () => image.secrets),
  };
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
