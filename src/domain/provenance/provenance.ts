/** Who made which layer, and from which Dockerfile, by BuildKit's provenance. */
import type {LayerOwner, ProvenanceDockerfile, ProvenanceFacts} from './facts.ts';
import {defined} from '../defined.ts';
import {isKnown, known, unable} from '../known.ts';
import type {Known} from '../known.ts';
import {parseDockerfile} from '../dockerfile/dockerfile.ts';
import {layerOwners, stepPlaces} from './layer-owners.ts';
import {predicateSchema, statementSchema} from './schema.ts';
import type {Predicate} from './schema.ts';
import {parseSentPaths} from './sent-paths.ts';
import {isFromScratch} from './step-path.ts';
import {buildSteps, type BuildStep} from './steps.ts';

/**
 * The owner of each of an image's layers.
 *
 * @param document the predicate (0.2 or 1) or the whole in-toto statement, as it came
 * @param context.layers digests of the manifest's layers
 */
export function parseProvenance(
  document: unknown,
  context: {readonly layers: readonly string[]},
): Known<ProvenanceFacts> {
  const statement = statementSchema.safeParse(document);
  const parsed = predicateSchema.safeParse(statement.success ? statement.data.predicate : document);
  if (!parsed.success)
    return unable("The build's provenance is not of a shape that tells steps (mode=max).");
  const owners = layerOwners(parsed.data, context.layers);
  if (!isKnown(owners)) return owners;
  const dockerfiles = dockerfilesOf(parsed.data);
  const main = mainOf({dockerfiles, owners: owners.value, entryPoint: parsed.data.entryPoint});
  const target = parsed.data.args['target'];
  return known({
    owners: owners.value,
    dockerfiles,
    fromScratch: isFromScratch(parsed.data),
    sentPaths: parseSentPaths(parsed.data),
    ...defined({mainDockerfile: main}),
    ...(target === undefined || target === '' ? {} : {target}),
    args: buildArgs(parsed.data.args),
    steps: stepsOf(parsed.data, dockerfiles),
  });
}

function stepsOf(
  predicate: Predicate,
  dockerfiles: readonly ProvenanceDockerfile[],
): readonly BuildStep[] {
  const texts = dockerfiles.map(({text}) => text);
  const places = stepPlaces(predicate);
  const given = [...buildArgs(predicate.args).keys()];
  return buildSteps(predicate, {
    places: (id) => places.get(id) ?? [],
    declared: new Set([...given, ...texts.flatMap(declaredNames)]),
    written: new Set([...texts, ...Object.values(predicate.args)].flatMap(digestsIn)),
  });
}

function digestsIn(text: string): readonly string[] {
  return text.match(/sha256:[0-9a-f]{64}/g) ?? [];
}

/** What `ARG` and `ENV` lines name, and a few words more. */
function declaredNames(text: string): readonly string[] {
  const dockerfile = parseDockerfile(text);
  if (!isKnown(dockerfile)) return [];
  return dockerfile.value.instructions
    .filter(({keyword}) => keyword === 'ARG' || keyword === 'ENV')
    .flatMap((instruction) => instruction.text.split(/[\s=]+/).slice(1));
}

function dockerfilesOf({metadata}: Predicate): readonly ProvenanceDockerfile[] {
  return (metadata.source?.infos ?? []).map(({filename, data}) => ({
    name: filename,
    text: Buffer.from(data, 'base64').toString('utf8'),
  }));
}

function mainOf(provenance: {
  readonly dockerfiles: readonly ProvenanceDockerfile[];
  readonly owners: readonly (LayerOwner | undefined)[];
  readonly entryPoint: string | undefined;
}): number | undefined {
  const {dockerfiles, owners, entryPoint} = provenance;
  if (dockerfiles.length === 1) return 0;
  const named = dockerfiles.flatMap(({name}, index) => (name === entryPoint ? [index] : []));
  if (named.length === 1) return named[0];
  // The last layer's step is the image's own, unless the image adds nothing to another target's.
  return owners.findLast((owner) => owner?.base === false)?.places[0]?.dockerfile;
}

function buildArgs(args: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const prefix = 'build-arg:';
  return new Map(
    Object.entries(args).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
}
