/** A report with many findings and its SARIF; started with a number, it prints its peak memory in KiB. */
import {manyFindings} from '../../__tests__/support/many-findings.ts';
import {image, report as reportOf} from '../../__tests__/support/reports.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {gzipOf} from '../../src/publishers/sarif/bytes.ts';
import {LARGEST_RUN, renderSarif} from '../../src/publishers/sarif/render.ts';

const WORDS =
  'A crafted input makes the parser read beyond its buffer, which may end the process. ';

export function largeReport(count: number): {readonly report: Report} {
  const findings = manyFindings(count);
  const advisories = Object.fromEntries(
    findings.map(({id}) => [
      id,
      {
        title: `Out of bounds read in ${id}`,
        ...{score: 7.5, source: 'nvd', url: `https://avd.example/${id.toLowerCase()}`},
        text: `${id}: ${WORDS.repeat(4)}`,
      },
    ]),
  );
  return {report: reportOf({images: [image({findings})], advisories})};
}

export function compressedSarif(report: Report): Promise<Buffer> {
  const [one] = report.images;
  if (one === undefined) throw new Error('there is no image');
  const options = {least: 'unknown', most: LARGEST_RUN, withAccepted: true} as const;
  return gzipOf(renderSarif(report, one, {...options, mask: (text) => text}).json());
}

const count = Number(process.argv[2]);
if (Number.isInteger(count) && count > 0) {
  await compressedSarif(largeReport(count).report);
  console.log(process.resourceUsage().maxRSS);
}
