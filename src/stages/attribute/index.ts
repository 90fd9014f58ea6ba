/** Whose layer, file and finding it is, and which line did it. Pure, once, after the bake. */
import {defined} from '../../domain/defined.ts';
import type {Place} from '../../errors.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import type {ProvenanceFacts} from '../../domain/provenance/facts.ts';
import {
  scannedSecrets,
  type AttributedImage,
  type Examined,
} from '../../domain/examined/examined.ts';
import type {
  AttributedFinding,
  AttributedSecret,
  Finding,
  MemberPlaces,
  SecretFacts,
} from '../../domain/findings/facts.ts';
import {mergePlaces} from '../../domain/findings/narrow.ts';
import {isFromScratch, onScratch} from '../../domain/findings/scan-coverage.ts';
import {pinFinder, type PinFinder} from '../../domain/findings/lockfiles/finder.ts';
import {parseDockerfile, type DockerfileFacts} from '../../domain/dockerfile/dockerfile.ts';
import type {AttributedLayer, ImageFacts} from '../../domain/image/facts.ts';
import {toStepLine} from '../../domain/provenance/lines.ts';
import {parseProvenance} from '../../domain/provenance/provenance.ts';
import {isKnown, mapKnown, unable, type Known} from '../../domain/known.ts';
import {placeOfLayer} from '../../domain/policy/places.ts';
import type {Lockfiles} from './lockfiles.ts';

export interface Sources {
  readonly built: Pick<BuildFacts, 'provenance'>;
  readonly lockfiles: Lockfiles;
}

export function attribute(
  examined: readonly Examined[],
  sources: Sources,
): readonly AttributedImage[] {
  return examined.map((image) => attributeImage(image, sources));
}

function attributeImage(examined: Examined, {built, lockfiles}: Sources): AttributedImage {
  const {facts, scanned} = examined;
  const document = built.provenance.get(examined.image.id);
  const provenance =
    document === undefined || !isKnown(facts)
      ? unable('The build left no provenance, so lines are not known.')
      : parseProvenance(document, {layers: facts.value.layers.map(({digest}) => digest)});
  const dockerfile = dockerfileOf(examined, provenance);
  const layers = isKnown(facts) ? layersOf(facts.value, {provenance, dockerfile}) : [];
  const steps = mapKnown(provenance, ({steps: all, mainDockerfile}) =>
    all.map((step) => ({
      ...step,
      ...(toStepLine(step.places, {main: mainDockerfile ?? 0, dockerfile}) ?? {}),
    })),
  );
  const scan = isKnown(scanned.facts) ? scanned.facts.value : undefined;
  const isScratch = isKnown(provenance) ? provenance.value.fromScratch : isFromScratch(dockerfile);
  const secrets = scannedSecrets(scanned);
  const findPins = pinFinder(lockfiles.get(examined.image.id) ?? [], {
    steps: isKnown(steps) ? steps.value : [],
    packages: scan?.packages ?? [],
  });
  return {
    ...examined,
    ...(isScratch && {scanned: {...scanned, facts: mapKnown(scanned.facts, onScratch)}}),
    dockerfile,
    layers,
    steps,
    findings: (scan?.findings ?? []).map((finding) => placeFinding(finding, {layers, findPins})),
    secrets: (isKnown(secrets) ? secrets.value : []).map((secret) =>
      placeSecret(secret, {layers, dockerfile}),
    ),
    ...(isKnown(provenance) && {sentPaths: provenance.value.sentPaths}),
    // BuildKit tells no steps of an image without layers, and there is nothing to place.
    ...(isKnown(provenance) || layers.length === 0 ? {} : {placesUnknown: provenance.unable}),
  };
}

/** What BuildKit read counts: the file on disk may have changed since. */
function dockerfileOf(
  {image}: Examined,
  provenance: Known<ProvenanceFacts>,
): Known<DockerfileFacts> {
  const read = isKnown(provenance)
    ? provenance.value.dockerfiles[provenance.value.mainDockerfile ?? 0]?.text
    : undefined;
  const text = read ?? image.dockerfileText;
  if (text === undefined)
    return unable('The Dockerfile is not on this disk, and the build left no copy of it.');
  return parseDockerfile(text, {
    ...defined({file: image.dockerfile, stage: image.stage}),
    ...(isKnown(provenance) ? {args: provenance.value.args} : {}),
  });
}

interface BuildSources {
  readonly provenance: Known<ProvenanceFacts>;
  readonly dockerfile: Known<DockerfileFacts>;
}

function layersOf(
  facts: ImageFacts,
  {provenance, dockerfile}: BuildSources,
): readonly AttributedLayer[] {
  if (!isKnown(provenance)) return facts.layers;
  const {owners, mainDockerfile} = provenance.value;
  return facts.layers.map((layer, index) => {
    const owner = owners[index];
    if (owner === undefined) return layer;
    const {base, step, places} = owner;
    return {...layer, base, step, ...toStepLine(places, {main: mainDockerfile ?? 0, dockerfile})};
  });
}

interface FindingPlaces {
  readonly layers: readonly AttributedLayer[];
  readonly findPins: PinFinder;
}

/**
 * Own when any of its members is: then this Dockerfile can mend it. A lockfile's line that pins a
 * member of an own layer leads, and the Dockerfile's lines follow.
 */
function placeFinding(finding: Finding, {layers, findPins}: FindingPlaces): AttributedFinding {
  const placesOf = finding.members.map((member): MemberPlaces => {
    const layer = layers.find(({diffId}) => diffId === member.diffId);
    const line = placeOfLayer(layer);
    return {
      ...(layer?.base !== undefined && {base: layer.base}),
      pins: layer === undefined || layer.base === true ? [] : findPins(member, layer.step),
      lines: line === undefined ? [] : [line],
    };
  });
  return {...finding, ...mergePlaces(placesOf), placesOf};
}

interface SecretPlaces {
  readonly layers: readonly AttributedLayer[];
  readonly dockerfile: Known<DockerfileFacts>;
}

function placeSecret(secret: SecretFacts, {layers, dockerfile}: SecretPlaces): AttributedSecret {
  if (secret.variable !== undefined) {
    const place = placeOfVariable(secret.variable, dockerfile);
    return {...secret, ...(place === undefined ? {} : {base: false, place})};
  }
  const layer = layers.find((candidate) => candidate.diffId === secret.diffId);
  const place = placeOfLayer(layer);
  return {
    ...secret,
    ...(layer?.base === undefined ? {} : {base: layer.base}),
    ...defined({place}),
  };
}

/** The last ENV of the used stages that sets it; a base's variable has none. */
function placeOfVariable(name: string, dockerfile: Known<DockerfileFacts>): Place | undefined {
  if (!isKnown(dockerfile) || dockerfile.value.file === undefined) return undefined;
  const {file, instructions, usedStages} = dockerfile.value;
  const line = instructions.findLast(
    ({keyword, text, stage}) =>
      keyword === 'ENV' &&
      usedStages.includes(stage) &&
      text.split(/[\s=]+/).some((word) => word === name),
  );
  return line === undefined ? undefined : {file, startLine: line.startLine, endLine: line.endLine};
}
