/**
 * Under which keys things are kept in the cache service. A key is never written twice, and is looked up
 * by its beginning: newest first. Pure.
 */
import {createHash} from 'node:crypto';
import {toFileName, type ImageId} from '../image-id.ts';

/** In the runner's folder for temporary things: what goes to the cache service, and what came from it. */
export const KEPT_FOLDER = 'plimsoll-kept';

/** Raised when what lies under the keys changes its shape. */
const SHAPE = 'plimsoll-1';

export interface KeptKey {
  readonly key: string;
  /** What is taken where there is no such key: of the first of them, the newest that begins so. */
  readonly prefixes: readonly string[];
}

/** What is known of an image's layers: of the scanner (its version is part of it) and of our own. */
export function layersKey(
  image: ImageId,
  {trivy, diffIds}: {readonly trivy: string; readonly diffIds: readonly string[]},
): KeptKey {
  const prefix = layersPrefix(image, trivy);
  return {prefixes: [prefix], key: `${prefix}${shortHash(diffIds.join('\n'))}`};
}

export function layersPrefix(image: ImageId, trivy: string): string {
  return `${SHAPE}-layers-${keyText(trivy)}-${toFileName(image)}-`;
}

export interface RunIdentity {
  readonly commit: string;
  /** GITHUB_RUN_ID and GITHUB_RUN_ATTEMPT. */
  readonly run: string;
  readonly attempt: string;
}

export function recordKey(image: ImageId, {commit, run, attempt}: RunIdentity): KeptKey {
  const prefix = recordPrefix(image, commit);
  return {prefixes: [prefix], key: `${prefix}${run}-${attempt}`};
}

/** What all records begin with. */
export const RECORDS = `${SHAPE}-record-`;

export function recordPrefix(image: ImageId, commit: string): string {
  return `${RECORDS}${toFileName(image)}-${commit}-`;
}

/** What the run as a whole leaves: jobs of one run that build other images leave one each. */
export function runKey(images: readonly ImageId[], {commit, run, attempt}: RunIdentity): KeptKey {
  const prefix = runPrefix(commit);
  const which = shortHash(images.toSorted().join('\n'));
  return {prefixes: [prefix], key: `${prefix}${which}-${run}-${attempt}`};
}

/** What all of them begin with. */
export const RUNS = `${SHAPE}-run-`;

export function runPrefix(commit: string): string {
  return `${RUNS}${commit}-`;
}

/** @param name of a kept database: time first, so that it tells which is which */
export function databaseKey(cacheFolder: string, name: string): KeptKey {
  const prefix = `${SHAPE}-${cacheFolder}-`;
  return {prefixes: [prefix], key: `${prefix}${name}`};
}

/** @param name version, platform and digest: another one is no substitute */
export function binaryKey(name: string): KeptKey {
  const key = `${SHAPE}-trivy-${name}`;
  return {key, prefixes: [key]};
}

function keyText(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 64);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
