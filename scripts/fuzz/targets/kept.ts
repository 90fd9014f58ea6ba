/** What earlier runs have kept: folders that are held to a list of digests, and layers that were read. */
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {testDeps} from '../../../__tests__/support/deps.ts';
import {parseKeptLayer, keptLines} from '../../../src/domain/image/kept-layer.ts';
import {contentsText} from '../../../src/domain/keep/contents-list.ts';
import {openSealed} from '../../../src/stages/cache/sealed.ts';
import {inFolder, packed, unpacked} from '../folder.ts';
import {mutateBytes, mutateText} from '../mutate.ts';
import {kinOf, mutateJson, textOf} from '../mutate-json.ts';
import {oneOf, type Random} from '../random.ts';
import {FalseAnswer, type Target} from '../target.ts';

const deps = testDeps();
const names = ['answer', 'read/abc.jsonl.gz', 'record.json'];
const kept = names.map((name) => [name, Buffer.from(`${name} `.repeat(20))] as const);

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function sealedOf(files: readonly (readonly [string, Buffer])[]): Map<string, Buffer> {
  const listed = files.map(([name, data]) => ({name, bytes: data.length, digest: sha256(data)}));
  return new Map([...files, ['contents', Buffer.from(contentsText(listed))]]);
}

/** More than half are listed as they are; of the rest, a file or the list is not what was kept. */
function mutateSealed(random: Random): Buffer {
  const changed = kept.map(([name, data]) => [name, mutateBytes(data, random)] as const);
  if (random() < 0.7) return packed(sealedOf(changed.filter(() => random() < 0.8)));
  const files = sealedOf(kept);
  const name = oneOf([...files.keys()], random);
  const data = files.get(name) ?? Buffer.alloc(1);
  if (name === 'contents') files.set(name, Buffer.from(mutateText(data.toString(), random)));
  else if (random() < 0.2) files.set(`${name}.more`, data);
  else files.set(name, mutateBytes(data, random));
  return packed(files);
}

export const sealed: Target = {
  seeds: [packed(sealedOf(kept)), packed(sealedOf(kept.slice(1)))],
  mutate: (_, random) => mutateSealed(random),
  run: (mutant) =>
    inFolder(unpacked(mutant), async (folder) => {
      const found = await openSealed(folder, {digests: true}, deps);
      if (found.state !== 'whole') return false;
      for (const {name, digest} of found.files.values())
        if (sha256(readFileSync(join(folder, name))) !== digest)
          throw new FalseAnswer(`${name} is not what its digest says`);
      return true;
    }),
};

const digest = `sha256:${'a'.repeat(64)}`;
const facts = {digest, diffId: digest, downloadBytes: 30, unpackedBytes: 12, entries: 3};
const entry = {mode: 0o644, uid: 0, gid: 0, mtime: 1, size: 0};
const LAYER = [
  ...keptLines({
    facts,
    entries: [
      {...entry, name: 'etc', kind: 'folder'},
      {...entry, name: 'etc/passwd', kind: 'file', size: 12, content: Buffer.from('root:x:0:0::')},
      {...entry, name: 'bin/sh', kind: 'symlink', target: '../etc/passwd'},
    ],
  }),
].map((line): unknown => JSON.parse(line));
const kin = kinOf(LAYER);
const linesOf = (layer: readonly unknown[]): Buffer =>
  Buffer.from(layer.map((line) => `${textOf(line)}\n`).join(''));

interface Line {
  readonly size?: number;
}

/** Mostly its head says again how many entries there are, and of how many bytes. */
function mutateLayer(random: Random): Buffer {
  const at = Math.floor(random() * LAYER.length);
  const [head, ...entries] = LAYER.flatMap((line, index) => {
    if (index !== at) return [line];
    const changed = mutateJson(line, kin, random);
    return index > 0 && random() < 0.3 ? [changed, line] : [changed];
  });
  if (random() < 0.2) return linesOf([head, ...entries]);
  const unpackedBytes = entries.reduce<number>((sum, one) => sum + ((one as Line).size ?? 0), 0);
  return linesOf([{...(head as object), entries: entries.length, unpackedBytes}, ...entries]);
}

export const keptLayer: Target = {
  seeds: [linesOf(LAYER)],
  mutate: (_, random) => mutateLayer(random),
  run: (mutant) => {
    const layer = parseKeptLayer(mutant.toString());
    if (layer === undefined) return false;
    const sum = layer.entries.reduce((total, {size}) => total + size, 0);
    if (sum !== layer.facts.unpackedBytes) throw new FalseAnswer(`its entries have ${sum} bytes`);
    return true;
  },
};
