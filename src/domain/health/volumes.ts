/**
 * What an image declares as volumes is writable and as large as the disk where an engine has its way.
 * Here they are memory of a bounded size, which the engine fills with what the image has there. Pure.
 */
import {posix} from 'node:path';
import {known, unable, type Known} from '../known.ts';

/** Of all together: as much memory as the container may use. */
const MOST_BYTES = 2 ** 30;
const MOST_OF_ONE = 2 ** 28;
const MOST_VOLUMES = 16;

export interface BoundedVolume {
  readonly name: string;
  readonly runId: string;
  /** Absolute, in the image. */
  readonly path: string;
  readonly bytes: number;
}

export interface VolumesRequest {
  /** As the image's config writes them. */
  readonly declared: readonly string[];
  /** Folders that are memory already. */
  readonly writable: readonly string[];
  /** What their names begin with. */
  readonly name: string;
  readonly runId: string;
}

export function boundedVolumes(ask: VolumesRequest): Known<readonly BoundedVolume[]> {
  const {declared, writable, name, runId} = ask;
  const given = new Set(writable.map(plainPath));
  const paths = [...new Set(declared.map(plainPath))].filter((path) => !given.has(path));
  const odd = paths.find((path) => !path.startsWith('/') || path === '/');
  if (odd !== undefined)
    return unable(`it declares the volume ${JSON.stringify(odd)}, which is no folder in it`);
  if (paths.length > MOST_VOLUMES)
    return unable(`it declares ${paths.length} volumes, and at most ${MOST_VOLUMES} are given`);
  const bytes = Math.min(MOST_OF_ONE, Math.floor(MOST_BYTES / Math.max(1, paths.length)));
  return known(paths.map((path, index) => ({name: `${name}-volume-${index}`, runId, path, bytes})));
}

/** As the engine takes it: `/data//x/` -> `/data/x`. */
function plainPath(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 ? normal.replace(/\/$/, '') : normal;
}

/** What is in the image there comes with it, with owner and mode. */
export function volumeArgs(volumes: readonly BoundedVolume[]): readonly string[] {
  return volumes.flatMap((volume) => ['--mount', mountOf(volume, [`dst=${volume.path}`])]);
}

/** For a container that only keeps the memory: nothing of its own image comes there. */
export function holderArgs(volumes: readonly BoundedVolume[]): readonly string[] {
  return volumes.flatMap((volume, index) => [
    ...['--mount', mountOf(volume, [`dst=/held-${index}`, 'volume-nocopy'])],
  ]);
}

/** A list of values with commas between (RFC 4180). */
function mountOf({name, runId, bytes}: BoundedVolume, fields: readonly string[]): string {
  return [
    ...['type=volume', `src=${name}`, ...fields, `volume-label=plimsoll.run=${runId}`],
    ...['volume-driver=local', 'volume-opt=type=tmpfs', 'volume-opt=device=tmpfs'],
    // The mode that a folder has which the engine makes.
    `volume-opt=o=size=${bytes},mode=0755`,
  ]
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}
