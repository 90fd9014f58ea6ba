/** From the resolved definition to the images that a run is about. Pure. */
import {posix} from 'node:path';
import {defined} from '../defined.ts';
import {imageId} from '../image-id.ts';
import {UserError} from '../../errors.ts';
import type {ComposeOverride} from '../planned-image.ts';
import type {PlannedImage} from '../planned-image.ts';
import {ownProperty} from '../own-property.ts';
import {builtFrom, isRemote, type ResolvedTarget} from './target.ts';

export interface PlannedImageContext {
  readonly key: string | undefined;
  /** Absolute: where paths of the definition start. */
  readonly folder: string;
  readonly repository: string;
  /** The platform that a target without `platforms` is built for. */
  readonly platform: string;
  readonly overrides: ReadonlyMap<string, readonly ComposeOverride[]>;
  /** All of the definition by their names: also those that only serve others. */
  readonly targets: Readonly<Record<string, ResolvedTarget>>;
}

/** @throws {UserError} when two of them would be one image */
export function plannedImages(
  targets: readonly ResolvedTarget[],
  around: PlannedImageContext,
): readonly PlannedImage[] {
  const images = targets.flatMap((target) => imagesOf(target, around));
  const first = new Map<string, PlannedImage>();
  for (const image of images) {
    const other = first.get(image.id);
    if (other !== undefined) {
      throw new UserError(
        `Targets ${other.target} and ${image.target} both make the image ${image.id}; leave one out with the input targets, or tell them apart by name.`,
      );
    }
    first.set(image.id, image);
  }
  return images;
}

function imagesOf(target: ResolvedTarget, around: PlannedImageContext): PlannedImage[] {
  return platformsOf(target, around).map((platform) => {
    return {
      id: imageId({key: around.key, name: target.name, platform}),
      name: target.name,
      target: target.target,
      platform,
      ...placesOf(target, around),
      namedContexts: namedContexts(target, around),
      builtFrom: builtFrom(target, around),
      ...defined({dockerfileText: target.inline, stage: target.stage}),
      ...(target.tags === undefined || target.tags.length === 0 ? {} : {tags: target.tags}),
      overrides: around.overrides.get(target.name) ?? [],
    };
  });
}

/** As buildx reads them: one text may hold several, and `local` is the builder's own. */
function platformsOf({platforms}: ResolvedTarget, around: PlannedImageContext): readonly string[] {
  const written = platforms.flatMap((text) => text.split(',')).map((text) => text.trim());
  const named = written.filter((text) => text !== '');
  const all = named.length === 0 ? [around.platform] : named;
  return [
    ...new Set(all.map((text) => (text === 'local' ? around.platform : normalPlatform(text)))),
  ];
}

type Places = Pick<PlannedImage, 'contextPath' | 'dockerfilePath' | 'dockerfile'>;

/** Where context and Dockerfile are; nothing for what is not on this disk. */
function placesOf(target: ResolvedTarget, around: PlannedImageContext): Places {
  if (isRemote(target.context)) return {};
  const contextPath = posix.resolve(around.folder, target.context);
  if (target.inline !== undefined) return {contextPath};
  const dockerfilePath = posix.resolve(contextPath, target.dockerfile);
  const inside = posix.relative(around.repository, dockerfilePath);
  const isInside = inside !== '' && !inside.startsWith('../') && !posix.isAbsolute(inside);
  return {contextPath, dockerfilePath, ...(isInside ? {dockerfile: inside} : {})};
}

/** Those that are folders: not images, other targets, layouts or repositories. */
function namedContexts(
  {contexts}: ResolvedTarget,
  {folder}: PlannedImageContext,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(contexts)
      .filter(([, value]) => !isRemote(value) && !value.startsWith('target:'))
      .map(([name, value]) => [name, posix.resolve(folder, value)]),
  );
}

/**
 * As an OCI index writes it: `amd64` -> `linux/amd64`, `linux/aarch64` -> `linux/arm64`,
 * `linux/arm64/v8` -> `linux/arm64` (containerd's platforms.Normalize).
 */
export function normalPlatform(written: string): string {
  const parts = written.toLowerCase().split('/');
  const [os = 'linux', architecture = 'amd64', variant] =
    parts.length === 1 ? ['linux', ...parts] : parts;
  const known: Readonly<Record<string, string>> = {
    x86_64: 'amd64',
    'x86-64': 'amd64',
    aarch64: 'arm64',
    armhf: 'arm',
    i386: '386',
  };
  const name = ownProperty(known, architecture) ?? architecture;
  const plain =
    variant === undefined ||
    (name === 'arm64' && variant === 'v8') ||
    (name === 'amd64' && variant === 'v1');
  return plain ? (name === 'arm' ? `${os}/arm/v7` : `${os}/${name}`) : `${os}/${name}/${variant}`;
}

/** bake allows letters, digits, `_` and `-` in a target's name. */
export function targetName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_');
}
