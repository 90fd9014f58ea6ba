/** The files of the report folder: report.json and, per image, its attachments. Pure. */
import {attachmentName} from '../../domain/examined/examined.ts';
import {RECORD_NAME} from '../../domain/record/schema.ts';
import {renderJson} from '../../domain/text/json.ts';
import {LARGEST_REPORT} from '../../domain/report/parse.ts';
import type {Report} from '../../domain/report/schema.ts';
import type {Publication} from '../publisher.ts';

export interface ReportFile {
  /** Documented in the README, and stable. */
  readonly name: string;
  readonly data: string | Uint8Array;
}

/** Findings of each image that stay when not all of them fit. */
const SOME = 2000;

export function renderFiles({report, attachments, record}: Publication): readonly ReportFile[] {
  const files = attachments.map((attachment) => ({
    attachment,
    name: attachmentName(attachment.image, attachment.kind),
    data: 'gzip' in attachment ? attachment.gzip : attachment.text,
  }));
  const listed = files.map(({attachment, name, data}) => ({
    image: attachment.image,
    kind: attachment.kind,
    path: name,
    bytes: Buffer.byteLength(data),
  }));
  const kept = record === undefined ? [] : [{name: RECORD_NAME, data: jsonText(record)}];
  return [
    ...files.map(({name, data}) => ({name, data})),
    ...kept,
    {
      name: 'report.json',
      data: reportText({...report, attachments: [...report.attachments, ...listed]}),
    },
  ];
}

export function jsonText(document: unknown): string {
  return `${renderJson(document)}\n`;
}

/** At most 10 MB: lists that are elsewhere too (packages, then layers) go first, then the least severe findings, then what all images share. */
export function reportText(report: Report): string {
  const steps: readonly ((one: Report) => Report)[] = [
    (one) => one,
    (one) => without(one, 'packages'),
    (one) => without(one, 'layers'),
    (one) => without(one, 'findings', SOME),
    (one) => without(one, 'findings'),
    withoutShared,
  ];
  let current = report;
  let text = '';
  for (const step of steps) {
    current = step(current);
    text = `${renderJson(current, 2)}\n`;
    if (Buffer.byteLength(text) <= LARGEST_REPORT) break;
  }
  return text;
}

/** Of many jobs together: texts of advisories are elsewhere, and violations stand errors first. */
function withoutShared(report: Report): Report {
  const {violations, advisories} = report;
  const kept = violations.toSorted((a, b) => rank(a) - rank(b)).slice(0, SOME);
  const left = [
    {list: 'advisories', count: Object.keys(advisories).length},
    {list: 'violations', count: violations.length - kept.length},
  ].filter(({count}) => count > 0);
  return {...report, violations: kept, advisories: {}, omitted: [...report.omitted, ...left]};
}

function rank({level}: Report['violations'][number]): number {
  return level === 'error' ? 0 : 1;
}

/** The first ones stay: of findings the most severe. */
function without(report: Report, list: 'packages' | 'layers' | 'findings', most = 0): Report {
  const left = report.images.flatMap((image) => {
    const count = (image[list]?.length ?? 0) - most;
    return count <= 0 ? [] : [{image: image.id, list, count}];
  });
  const images = report.images.map((image) => ({
    ...image,
    ...(image[list] === undefined ? {} : {[list]: image[list].slice(0, most)}),
  }));
  return {...report, images, omitted: [...report.omitted, ...left]};
}
