/** The scanner's analyses of layers: given to it before a scan, taken back after it. */
import {join} from 'node:path';
import {ANALYSES} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {withoutCommands} from '../../domain/findings/kept-analyses.ts';

const LARGEST = 128 * 1024 * 1024;

/** @param kept a file; where there is none, every layer is looked at */
export async function giveAnalyses(
  kept: string,
  cache: string,
  {files}: Pick<Deps, 'files'>,
): Promise<void> {
  const found = await files.stat(kept);
  if (found?.kind !== 'file' || found.bytes > LARGEST) return;
  await files.makeFolder(join(cache, 'fanal'));
  await files.copy(kept, join(cache, ANALYSES));
}

/**
 * What the scanner left, which may be anything, as bytes; the file appears whole or not at all. Called
 * when all secrets of the image are known: a database that holds one is not kept.
 */
export async function takeAnalyses(
  kept: string,
  cache: string,
  deps: Pick<Deps, 'files' | 'secrets'>,
): Promise<void> {
  const {files, secrets} = deps;
  const named = {name: ANALYSES, within: [cache], maxBytes: LARGEST};
  const found = await files.readNamed(join(cache, ANALYSES), named).catch(() => undefined);
  if (found === undefined) return;
  const bytes = withoutCommands(found);
  const text = Buffer.from(bytes).toString('utf8');
  if (secrets.mask(text) === text) await files.write(kept, bytes);
}
