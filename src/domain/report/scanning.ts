/** What code scanning was told, image by image, in sentences. Pure. */
import type {Report} from './schema.ts';
import type {ReportSarif} from './sarif-schema.ts';

const ENDS: Readonly<Record<ReportSarif['upload'], string>> = {
  processed: 'in code scanning',
  pending: 'on their way to code scanning',
  refused: 'that code scanning did not take',
  'not-asked': 'for code scanning, not uploaded',
};

/** Nothing where nothing was uploaded and nothing left out: there is no news in it. */
export function scanningLines(report: Report): readonly string[] {
  return report.images.flatMap(({id, sarif}) => {
    if (sarif === undefined) return [];
    const {results, accepted, belowSeverity, leftOut, withoutPlace, upload} = sarif;
    const without = [
      [accepted, 'accepted'],
      [belowSeverity, 'less severe than asked for'],
      [leftOut, 'more than GitHub keeps'],
      [withoutPlace, 'of no file in the repository'],
    ] as const;
    const named = without.filter(([count]) => count > 0);
    if (upload === 'not-asked' && named.length === 0) return [];
    const rest = named.map(([count, why]) => `${count} ${why}`).join(', ');
    const said = `${id}: ${results} ${results === 1 ? 'result' : 'results'} ${ENDS[upload]}`;
    return [rest === '' ? `${said}.` : `${said}; not among them: ${rest}.`];
  });
}
