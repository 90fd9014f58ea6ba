/** Reads the layouts that it is given side by side, as the gate does, and prints its peak memory in KiB. */
import {liveDeps} from '../../src/platform/live-deps.ts';
import {listLines} from '../../src/domain/image/listing.ts';
import {packageOwners} from '../../src/domain/image/package-owners.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {compressLines} from '../../src/stages/read/compressed-listing.ts';
import {peakKiB} from './peak.ts';
import type {Layout} from '../../src/domain/layout.ts';

const deps = await liveDeps();
// No room: nothing is written for the scanner.
const reading = {...deps, files: {...deps.files, freeBytes: () => Promise.resolve(0)}};
const readings = await Promise.all(
  process.argv.slice(2).map(async (path) => {
    const {facts, tree} = await readImage({path} as Layout, {spare: path}, reading);
    if ('unable' in facts || tree === undefined) throw new Error(`${path} could not be read`);
    return {files: facts.value.contents.files, tree};
  }),
);
if (process.env['LIST'] === 'yes')
  for (const {tree} of readings)
    await compressLines(listLines(tree, packageOwners(tree, [])), (text) => text);
console.log(peakKiB());
