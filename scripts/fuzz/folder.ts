/** A folder as one mutant: its files by their paths, so that it can be kept and tried again as one file. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {z} from 'zod';

export type Folder = ReadonlyMap<string, Buffer>;

const packedSchema = z.array(z.tuple([z.string().regex(/^(?!\/)(?!.*\.\.)[^\0]+$/), z.base64()]));

export function packed(files: Folder): Buffer {
  return Buffer.from(JSON.stringify([...files].map(([path, data]) => [path, base64(data)])));
}

export function unpacked(mutant: Buffer): Folder {
  const files = packedSchema.parse(JSON.parse(mutant.toString()));
  return new Map(files.map(([path, data]) => [path, Buffer.from(data, 'base64')]));
}

/** Gives the work a folder with these files, and takes it away afterwards. */
export async function inFolder<T>(files: Folder, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    for (const [path, data] of files) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), data);
    }
    return await work(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function base64(data: Buffer): string {
  return data.toString('base64');
}
