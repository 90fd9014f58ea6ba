/** A report's SARIF; started with a file that has one, it prints its peak memory in KiB. */
import {readFileSync} from 'node:fs';
import type {Report} from '../../src/domain/report/schema.ts';
import {gzipTexts} from '../../src/publishers/sarif/encode.ts';
import {LARGEST_RUN, renderSarif} from '../../src/publishers/sarif/render.ts';
import {peakKiB} from './peak.ts';

export function compressedSarif(report: Report): Promise<Buffer> {
  const [one] = report.images;
  if (one === undefined) throw new Error('there is no image');
  const options = {least: 'unknown', most: LARGEST_RUN, withAccepted: true} as const;
  return gzipTexts(renderSarif(report, one, {...options, mask: (text) => text}).json());
}

// A report is read and not made here: what its making leaves behind would count as ours.
const [, script = '', path] = process.argv;
if (script.endsWith('bench-sarif.mjs') && path !== undefined) {
  await compressedSarif(JSON.parse(readFileSync(path, 'utf8')) as Report);
  console.log(peakKiB());
}
