/** The scanner's analyses of layers: given to it before a scan, taken back after it. */
import {join} from 'node:path';
import {ANALYSES} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';

const LARGEST = 128 * 1024 * 1024;

/** @param kept a file; where there is none, every layer is looked at */
export async function giveAnalyses(kept: string, cache: string, {files}: Deps): Promise<void> {
  const found = await files.stat(kept);
  if (found?.kind !== 'file' || found.bytes > LARGEST) return;
  await files.makeFolder(join(cache, 'fanal'));
  await files.copy(kept, join(cache, ANALYSES));
}

/** What the scanner left, which may be anything, as bytes; the file appears whole or not at all. */
export async function takeAnalyses(kept: string, cache: string, {files}: Deps): Promise<void> {
  const named = {name: ANALYSES, within: [cache], maxBytes: LARGEST};
  const found = await files.readNamed(join(cache, ANALYSES), named).catch(() => undefined);
  if (found !== undefined) await files.write(kept, found);
}
