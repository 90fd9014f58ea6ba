/**
 * The one place that makes identities. `ImageId = key? / name / platform` (architecture.md, principle 6):
 * no tag, digest or SHA is ever part of one.
 */
import {createHash} from 'node:crypto';

declare const brand: unique symbol;
export type ImageId = string & {readonly [brand]: 'ImageId'};

export interface ImageIdParts {
  /** Input `key`: tells apart jobs that build the same target. */
  readonly key?: string | undefined;
  /** Bake target, compose service, or the folder of a found Dockerfile. */
  readonly name: string;
  /** `os/architecture[/variant]`, as in an OCI image index. */
  readonly platform: string;
}

/** `{name: "web", platform: "linux/amd64"}` -> `web/linux/amd64`. */
export function imageId(parts: ImageIdParts): ImageId {
  const key = parts.key === undefined || parts.key === '' ? [] : [encodePart(parts.key)];
  return [...key, encodePart(parts.name), parts.platform].join('/') as ImageId;
}

/** A part holds no slash of its own, so that two different triples never make one id. */
function encodePart(part: string): string {
  return part.replace(/[%/]/g, (character) => (character === '/' ? '%2F' : '%25'));
}

/** A slash alone stands for something else in a plain one; of these nobody can make two alike. */
const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,79}$/;

/**
 * A file name for an image: readable, safe on every file system and as an argument, and different for
 * different ids, whatever foreign names they are made of.
 * `web/linux/amd64` -> `web-linux-amd64-1a2b3c4d`, `日本/linux/amd64` -> `linux-amd64-0f1e2d3c4b5a6978`.
 */
export function toFileName(id: string): string {
  const readable = id
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80);
  const hash = createHash('sha256').update(id).digest('hex');
  // Eight digits are found again by trying, where the rest of a name can be chosen freely.
  const mark = hash.slice(0, PLAIN.test(id) ? 8 : 16);
  return readable === '' ? mark : `${readable}-${mark}`;
}

/** Where the build cache of one target lies: its platforms share one, and no other target has it. */
export function cacheScope({
  key,
  name,
  platforms,
}: Omit<ImageIdParts, 'platform'> & {readonly platforms: readonly string[]}): string {
  return `plimsoll-${toFileName(imageId({key, name, platform: platforms.toSorted().join('+')}))}`;
}

/**
 * The name of an image that a found Dockerfile makes: its folder's path from the repository's root.
 * `apps/backend` -> `apps-backend`, the root -> `default`.
 */
export function folderImageName(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? 'default' : parts.join('-');
}
