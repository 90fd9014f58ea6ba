/** A report with many findings, each with an advisory of its own. */
import {manyFindings} from '../../__tests__/support/many-findings.ts';
import {image, report as reportOf} from '../../__tests__/support/reports.ts';
import type {Report} from '../../src/domain/report/schema.ts';

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
        // In one piece, as what is read is: else it would be put together while ours is measured.
        text: Buffer.from(`${id}: ${WORDS.repeat(4)}`).toString(),
      },
    ]),
  );
  return {report: reportOf({images: [image({findings})], advisories})};
}
