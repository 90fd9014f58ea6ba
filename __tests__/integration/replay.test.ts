/** Random sequences of layers: the tree that we replay is the one that umoci unpacks. */
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {unpack} from '../../scripts/truth/checks/unpacked.ts';
import {differences, listingOf} from '../../scripts/truth/listing.ts';
import {makeSubject} from '../../scripts/truth/subject.ts';
import {bringUpTools} from '../../scripts/truth/tools.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {writeLayout, type TarEntry} from '../support/layouts.ts';

lab();
const folder = folders();
const RUNS = Number(process.env['PLIMSOLL_REPLAY_RUNS'] ?? '200');

beforeAll(bringUpTools, 300_000);

const path = fc
  .array(fc.constantFrom('a', 'b', 'c', 'é'), {minLength: 1, maxLength: 3})
  .map((parts) => parts.join('/'));
const mode = fc.constantFrom(0o644, 0o755, 0o600, 0o4755, 0o1777, 0);
const id = fc.constantFrom(0, 1, 1000, 70_000);
const rights = fc.record({mode, uid: id, gid: id});

/** What it adds to a layer, in which these names stand, each with its type. */
type Step = (standing: ReadonlyMap<string, string>) => TarEntry | undefined;

const file = fc
  .tuple(path, fc.nat(40), rights)
  .map(([name, bytes, more]): Step => () => ({name, content: 'x'.repeat(bytes), ...more}));
const directory = fc
  .tuple(path, rights)
  .map(([name, more]): Step => () => ({name: `${name}/`, type: 'directory', ...more}));
const pipe = fc
  .tuple(path, rights)
  .map(([name, more]): Step => () => ({name, type: 'fifo', ...more}));
const symlink = fc
  .tuple(path, fc.constantFrom('a', '/b', '../c', 'a/b', '..', '/', 'nowhere'))
  .map(([name, linkname]): Step => () => ({name, type: 'symlink', linkname}));
const whiteout = path.map((name): Step => () => ({
  name: name.replace(/[^/]+$/, '.wh.$&'),
  content: '',
}));
const opaque = path.map((name): Step => () => ({name: `${name}/.wh..wh..opq`, content: ''}));
/** To a file that this layer brought and that stands when the link is made. */
const hardlink = fc.tuple(path, fc.nat()).map(([name, pick]): Step => (standing) => {
  const files = [...standing].filter(([at, type]) => type === 'file' && !isRelated(at, name));
  const target = files[pick % files.length]?.[0];
  return target === undefined ? undefined : {name, type: 'link', linkname: target};
});

/** The same, or one in the other. */
function isRelated(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}

function parentsOf(name: string): readonly string[] {
  const parts = name.replace(/\/$/, '').split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

const step = fc.oneof(
  {weight: 5, arbitrary: file},
  {weight: 3, arbitrary: directory},
  {weight: 2, arbitrary: symlink},
  {weight: 2, arbitrary: hardlink},
  {weight: 2, arbitrary: whiteout},
  {weight: 1, arbitrary: opaque},
  {weight: 1, arbitrary: pipe},
);

/** Engines give a file what its last link says; umoci does not look at it, and builders repeat the file's. */
function rightsOf(target: unknown, entries: readonly TarEntry[]): Partial<TarEntry> {
  const {mode, uid, gid} = entries.findLast(({name}) => name === target) ?? {};
  return {
    ...(mode !== undefined && {mode}),
    ...(uid !== undefined && {uid}),
    ...(gid !== undefined && {gid}),
  };
}

/** As every builder writes it: the folders that an entry lies in come before it, in the same layer. */
function layerOf(steps: readonly Step[]): readonly TarEntry[] {
  const entries: TarEntry[] = [];
  const standing = new Map<string, string>();
  const put = (entry: TarEntry): void => {
    entries.push(entry);
    const name = entry.name.replace(/\/$/, '');
    for (const other of [...standing.keys()])
      if (entry.type !== 'directory' && other.startsWith(`${name}/`)) standing.delete(other);
    const isWhiteout = name.includes('.wh.');
    if (!isWhiteout) standing.set(name, entry.type ?? 'file');
  };
  for (const make of steps) {
    const entry = make(standing);
    if (entry === undefined) continue;
    for (const parent of parentsOf(entry.name))
      if (standing.get(parent) !== 'directory')
        put({name: `${parent}/`, type: 'directory', mode: 0o755});
    put(entry.type === 'link' ? {...rightsOf(entry.linkname, entries), ...entry} : entry);
  }
  return entries;
}

const image = fc.array(fc.array(step, {maxLength: 9}).map(layerOf), {minLength: 1, maxLength: 5});

/** What engines do not make the same of (`layers.test.ts`) is not read. */
function refused(error: unknown): undefined {
  if (!String(error).includes('does not mean the same to all engines')) throw error;
  return undefined;
}

describe('any sequence of layers', () => {
  it('leaves the tree that a real unpacking leaves, and its bytes', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(image, async (layers) => {
        const work = folder();
        const layout = join(work, 'layout');
        mkdirSync(layout);
        await writeLayout(layout, {layers: layers.map((entries) => ({entries, packing: 'none'}))});
        const subject = await makeSubject({name: 'any', layout, work}).catch(refused);
        if (subject === undefined) return;
        compared += 1;
        const theirs = await unpack(subject.view, work);
        expect(differences(theirs.listing, listingOf(subject))).toEqual([]);
        expect(subject.figures.inUseBytes).toBe(theirs.bytes);
        expect(subject.figures.inUseBytes + subject.figures.wasteBytes).toBe(
          subject.figures.unpackedBytes,
        );
        rmSync(work, {recursive: true});
      }),
      {numRuns: RUNS},
    );
    expect(compared).toBeGreaterThan(RUNS / 10);
  }, 600_000);
});
