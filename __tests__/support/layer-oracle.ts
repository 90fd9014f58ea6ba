/** What engines make of layers (`lab/oracle`), beside what we make of them. */
import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process';
import {createHash} from 'node:crypto';
import {createInterface, type Interface} from 'node:readline';
import {z} from 'zod';
import {BadArchive} from '../../src/domain/archive/bad-archive.ts';
import {EscapingName} from '../../src/domain/image/names.ts';
import {TarReader} from '../../src/domain/archive/tar.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';
import {Tree, type TreeFile} from '../../src/domain/image/tree.ts';

const entrySchema = z.strictObject({
  path: z.string(),
  kind: z.enum(['file', 'folder', 'symlink', 'other']),
  size: z.number(),
  mode: z.number(),
  uid: z.number(),
  gid: z.number(),
  target: z.string().optional(),
  hash: z.string().optional(),
});
const answerSchema = z.strictObject({
  /** What all of them make; null where they differ, or one refuses. */
  tree: z.array(entrySchema).nullable(),
  readers: z.record(z.string(), z.string()).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** A program that is asked many times. */
export class LayerOracle {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor() {
    // Owners, devices and a root of its own need root.
    const isRoot = process.getuid?.() === 0;
    const args = ['-n', 'layer-oracle'] as const;
    this.#child = isRoot ? spawn('layer-oracle') : spawn('sudo', args);
    this.#child.stderr.pipe(process.stderr);
    this.#reader = createInterface({input: this.#child.stdout, crlfDelay: Infinity});
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** @throws when it ended */
  async ask(stacks: readonly (readonly Buffer[])[]): Promise<readonly Answer[]> {
    const input = stacks.flatMap((layers) => [
      number32(layers.length),
      ...layers.flatMap((layer) => [number32(layer.length), layer]),
    ]);
    this.#child.stdin.write(Buffer.concat(input));
    const answers: Answer[] = [];
    while (answers.length < stacks.length) {
      const line = await this.#lines.next();
      if (line.done === true)
        throw new Error('The oracle of layers ended; lab/up oracle makes it.');
      answers.push(answerSchema.parse(JSON.parse(line.value)));
    }
    return answers;
  }

  end(): void {
    this.#child.stdin.end();
    this.#reader.close();
  }
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Our tree in the oracle's words, or why there is none. */
export function ourTree(layers: readonly Buffer[]): Answer['tree'] | {readonly refused: string} {
  try {
    const tree = new Tree();
    for (const layer of layers) tree.apply(entriesOf(layer));
    return [...tree.entries()].map(listed).sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (error) {
    if (!(error instanceof BadArchive || error instanceof EscapingName)) throw error;
    return {refused: error.message};
  }
}

function entriesOf(layer: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  const reader = new TarReader({onEntry: (entry) => entries.push(entry), wants: () => true});
  reader.write(layer);
  reader.end();
  return entries;
}

function listed({path, node}: TreeFile): NonNullable<Answer['tree']>[number] {
  const {kind, size, mode, uid, gid, target, content} = node;
  return {
    ...{path, kind, size, uid, gid, target},
    // Nobody asks the rights of a link.
    mode: kind === 'symlink' ? 0o777 : mode,
    hash:
      kind === 'file'
        ? createHash('sha256')
            .update(content ?? '')
            .digest('hex')
        : undefined,
  };
}

export interface Compared {
  readonly outcome: 'equal' | 'both refused' | 'refused by us alone' | 'WRONG';
  /** What is wrong, or why it was refused. */
  readonly note: string;
}

export function compared(layers: readonly Buffer[], answer: Answer): Compared {
  const ours = ourTree(layers);
  if (ours !== null && 'refused' in ours)
    return {
      outcome: answer.tree === null ? 'both refused' : 'refused by us alone',
      note: ours.refused,
    };
  if (answer.tree === null)
    return {outcome: 'WRONG', note: `they do not agree: ${JSON.stringify(answer.readers)}`};
  const theirs = [...answer.tree].sort((a, b) => (a.path < b.path ? -1 : 1)).map(written);
  const own = (ours ?? []).map(written);
  const at = own.findIndex((line, index) => line !== theirs[index]);
  if (at < 0 && own.length === theirs.length) return {outcome: 'equal', note: ''};
  const first = at < 0 ? own.length : at;
  return {outcome: 'WRONG', note: `ours ${own[first] ?? '-'}, theirs ${theirs[first] ?? '-'}`};
}

function written({
  path,
  kind,
  size,
  mode,
  uid,
  gid,
  target,
  hash,
}: z.infer<typeof entrySchema>): string {
  return JSON.stringify([path, kind, size, mode.toString(8), uid, gid, target ?? '', hash ?? '']);
}
