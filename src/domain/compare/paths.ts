/** Files that came, grew, shrank or went; a package's files count as one. Pure. */
import {defined} from '../defined.ts';
import {z} from 'zod';
import {classifyChange, type PathChange} from './facts.ts';
import type {LayerComparison} from './layers.ts';

/** One line of a list of files. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** Position of its layer. */
  readonly layer: number;
  /** `openssl 3.0.19`, of the package that it belongs to. */
  readonly package?: string;
}

const lineSchema = z.object({
  path: z.string(),
  kind: z.string(),
  bytes: z.int().nonnegative(),
  layer: z.int().nonnegative(),
  package: z.string().optional(),
});

/**
 * The regular files of a list, one JSON a line.
 * @throws when a line is none
 */
export function parseListing(text: string): readonly ListedFile[] {
  const files: ListedFile[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const {kind, path, bytes, layer, package: owner} = lineSchema.parse(JSON.parse(line));
    if (kind === 'file') files.push({path, bytes, layer, ...defined({package: owner})});
  }
  return files;
}

interface Sum {
  bytes: number;
  layer: number;
  kind: 'file' | 'package';
  /** Of a package. */
  readonly version?: string;
}

/** Largest difference first. */
export function comparePaths(
  before: Iterable<ListedFile>,
  after: Iterable<ListedFile>,
  {causeIn}: Pick<LayerComparison, 'causeIn'>,
): readonly PathChange[] {
  const [one, other] = [ownersOf(before), ownersOf(after)];
  const [old, now] = [sumsOf(before, other), sumsOf(after, one)];
  const changes: PathChange[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(name), now.get(name)];
    const bytes = {before: from?.bytes ?? 0, after: to?.bytes ?? 0};
    if (bytes.before === bytes.after) continue;
    changes.push({
      name: nameOf(name, from?.version, to?.version),
      kind: (to ?? from)?.kind ?? 'file',
      change: classifyChange(bytes, {before: from !== undefined, after: to !== undefined}),
      ...bytes,
      cause: to === undefined ? causeIn('before', from?.layer) : causeIn('after', to.layer),
    });
  }
  return changes.sort((a, b) => weightOf(b) - weightOf(a));
}

/** By path; what no package is known to own has none. */
type Owners = ReadonlyMap<string, string | undefined>;

function ownersOf(files: Iterable<ListedFile>): Owners {
  return new Map(Array.from(files, ({path, package: owner}) => [path, owner]));
}

/**
 * By path or package, told apart by their first character. A file that is on both sides and that only
 * one of them knows a package of is a file on both: the other had no scan of it.
 */
function sumsOf(files: Iterable<ListedFile>, others: Owners): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const {path, bytes, layer, package: told} of files) {
    const isAlone = others.has(path) && others.get(path) === undefined;
    const owner = isAlone ? undefined : told;
    const [, called = '', version = ''] = /^(.*) (\S*)$/.exec(owner ?? '') ?? [];
    const name = owner === undefined ? `/${path}` : `=${called}`;
    const sum = sums.get(name);
    if (sum !== undefined) sum.bytes += bytes;
    else if (owner === undefined) sums.set(name, {bytes, layer, kind: 'file'});
    else sums.set(name, {bytes, layer, kind: 'package', version});
  }
  return sums;
}

/** `=openssl`, `3.0.17`, `3.0.19` -> `openssl 3.0.17 -> 3.0.19`. */
function nameOf(key: string, before: string | undefined, after: string | undefined): string {
  const name = key.slice(1);
  if (before === undefined || after === undefined || before === after)
    return `${name} ${after ?? before ?? ''}`.trim();
  return `${name} ${before} → ${after}`;
}

function weightOf({before, after}: PathChange): number {
  return Math.abs(after - before);
}
