/** The images of a definition that was found and resolved. */
import {defined} from '../../domain/defined.ts';
import type {BakeTarget} from '../../clients/buildx.ts';
import type {ServerFacts} from '../../clients/docker.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import {ownProperty} from '../../domain/own-property.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import {plannedImages, type PlannedImageContext as ImagesAround} from '../../domain/plan/images.ts';
import type {ResolvedTarget} from '../../domain/plan/target.ts';
import type {Inputs} from '../../inputs.ts';
import type {FoundDefinition} from './definition.ts';

const FALLBACK_PLATFORM = 'linux/amd64';

/** What a target without platforms is built for. */
export function defaultPlatform(server: Known<ServerFacts>): string {
  return isKnown(server) ? server.value.platform : FALLBACK_PLATFORM;
}

interface ImageSources extends Pick<ImagesAround, 'repository' | 'platform' | 'overrides'> {
  readonly inputs: Inputs;
}

/** What is built, in order. @throws {UserError} when two of them would be one image */
export function imagesToBuild(
  {printed, names, definition}: Pick<FoundDefinition, 'printed' | 'names' | 'definition'>,
  {inputs: {key}, ...around}: ImageSources,
): readonly PlannedImage[] {
  const targets = Object.fromEntries(
    Object.entries(printed.targets).map(([name, target]) => [
      name,
      resolveTarget(name, {target, names}),
    ]),
  );
  const built = printed.built.flatMap((name) => ownProperty(targets, name) ?? []);
  return plannedImages(built, {...around, key, folder: definition.folder, targets});
}

function resolveTarget(
  name: string,
  given: {readonly target: BakeTarget; readonly names: ReadonlyMap<string, string>},
): ResolvedTarget {
  const {target, names} = given;
  const inline = target['dockerfile-inline'];
  return {
    target: name,
    name: names.get(name) ?? name,
    context: target.context ?? '.',
    dockerfile: target.dockerfile ?? 'Dockerfile',
    contexts: target.contexts ?? {},
    ...defined({inline, stage: target.target}),
    platforms: target.platforms ?? [],
    tags: target.tags ?? [],
  };
}
