/**
 * What one layer holds, as it is kept for later runs: a line of JSON for the layer, then one for each
 * entry. What is read again is foreign: a layer whose words are not about this very blob is none. Pure.
 */
import {z} from 'zod';
import type {LayerFacts} from './facts.ts';
import type {TreeEntry} from '../archive/entry.ts';

/** Raised when entries are read or written in another way: older ones are then read anew. */
const VERSION = 6;
/** A layer of more entries is quicker read from its archive than kept. */
export const MOST_KEPT_ENTRIES = 50_000;

export interface KeptLayer {
  readonly facts: LayerFacts;
  readonly entries: readonly TreeEntry[];
}

const bytes = z.number().int().nonnegative();

const headSchema = z.strictObject({
  version: z.literal(VERSION),
  digest: z.string(),
  diffId: z.string(),
  downloadBytes: bytes,
  unpackedBytes: bytes,
  entries: bytes.max(MOST_KEPT_ENTRIES),
});

const entrySchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['file', 'folder', 'symlink', 'hardlink', 'other', 'global']),
  size: bytes,
  mode: bytes,
  uid: bytes,
  gid: bytes,
  mtime: bytes,
  target: z.string().exactOptional(),
  isProgram: z.boolean().exactOptional(),
  /** Base64. */
  content: z.string().exactOptional(),
});

/** Each line with its end. */
export function* keptLines({facts, entries}: KeptLayer): Generator<string> {
  yield `${JSON.stringify({version: VERSION, ...facts})}\n`;
  for (const {content, ...entry} of entries)
    yield `${JSON.stringify(
      content === undefined ? entry : {...entry, content: Buffer.from(content).toString('base64')},
    )}\n`;
}

/** Undefined when it is damaged, or of another version. */
export function parseKeptLayer(text: string): KeptLayer | undefined {
  try {
    const [head, ...lines] = text.split('\n').filter((line) => line !== '');
    const {version, ...facts} = headSchema.parse(JSON.parse(head ?? ''));
    if (facts.entries !== lines.length) return undefined;
    const entries = lines.map(parseEntry);
    const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
    return unpacked === facts.unpackedBytes ? {facts, entries} : undefined;
  } catch {
    return undefined;
  }
}

function parseEntry(line: string): TreeEntry {
  const {content, ...entry} = entrySchema.parse(JSON.parse(line));
  return content === undefined ? entry : {...entry, content: Buffer.from(content, 'base64')};
}
