import type {Log} from 'sarif';
import type {Report, ReportImage} from '../../src/domain/report/schema.ts';
import {
  renderSarif,
  type SarifCounts,
  type SarifOptions,
} from '../../src/publishers/sarif/render.ts';

/** The document as others read it. */
export function renderLog(
  report: Report,
  image: ReportImage,
  options: Omit<SarifOptions, 'mask'>,
): {readonly log: Log; readonly counts: SarifCounts} {
  const {json, counts} = renderSarif(report, image, {...options, mask: (text) => text});
  return {log: JSON.parse([...json()].join('')) as Log, counts};
}
