/** What summary and terminal both show of a report, as plain text cells and sentences. Pure. */
import {defined} from '../defined.ts';
import {SEVERITIES} from '../findings/facts.ts';
import {placeText} from '../text/place.ts';
import {formatBytes} from '../text/units.ts';
import type {Report, ReportImage, Violation} from './schema.ts';
import type {Verdict} from '../policy/verdict.ts';
import {title} from './title.ts';
import {toldOf} from './told.ts';

/** `Plimsoll: over the line. 1 of 2 images fails.` */
export function headline(report: Report, key?: string): string {
  const {error, verdict} = report;
  return error === undefined
    ? `${title(verdict, key)} ${counted(report)}`
    : `${title('unable', key)} ${error.message}`;
}

function counted({images, verdict}: Report): string {
  const count = (wanted: Verdict): number =>
    images.filter((image) => image.verdict === wanted).length;
  const total = `${images.length} ${images.length === 1 ? 'image' : 'images'}`;
  switch (verdict) {
    case 'pass':
      return `${total} passed.`;
    case 'fail':
      return `${count('fail')} of ${total} failed${count('unable') === 0 ? '' : `, ${count('unable')} could not be judged`}.`;
    case 'unable':
      if (images.length === 0) return 'There is no image to judge.';
      return `${count('unable')} of ${total} could not be judged.`;
  }
}

export const IMAGE_COLUMNS = [
  'image',
  'verdict',
  'unpacked',
  'download',
  'user',
  'health',
  'fixable',
  'build',
  'cached',
] as const;

type ImageCells = Readonly<Record<(typeof IMAGE_COLUMNS)[number], string>>;

/** What a table says of an image. Foreign text. */
export function imageCells(image: ReportImage): ImageCells {
  const {build, user, healthcheck} = image;
  const known = (value: string | undefined): string => value ?? 'not known';
  return {
    image: image.id,
    verdict: image.verdict,
    unpacked: sizeCell(image.unpackedBytes, image.limits?.unpackedBytes),
    download: sizeCell(image.downloadBytes, image.limits?.downloadBytes),
    user: known(user === undefined ? undefined : userCell(user)),
    health: known(healthcheck === undefined ? undefined : healthCell(healthcheck)),
    fixable: known(image.findings === undefined ? undefined : fixableCell(image)),
    build: known(build === undefined ? undefined : `${build.seconds.toFixed(1)} s`),
    cached: known(build === undefined ? undefined : `${build.cachedSteps} of ${build.steps}`),
  };
}

/** One row of the table of images, in the order of IMAGE_COLUMNS. Foreign text. */
export function imageRow(image: ReportImage): readonly string[] {
  const cells = imageCells(image);
  return IMAGE_COLUMNS.map((column) => cells[column]);
}

/** Steps that images share are in the seconds of each: what all took together is said once. */
export function buildText({runs, images}: Report): string {
  if (images.length < 2) return '';
  const seconds = runs.flatMap((run) => run.buildSeconds ?? []);
  const sum = seconds.reduce((total, one) => total + one, 0);
  return seconds.length === 0 ? '' : `All images together were built in ${sum.toFixed(1)} s.`;
}

/** Empty where the rules are enforced. */
export function enforceText({runs}: Report): string {
  const off = runs.some((run) => run.request['enforce'] === 'false');
  return off ? 'Rules are reported and not enforced (`enforce: false`).' : '';
}

function sizeCell(bytes: number | undefined, limit: number | undefined): string {
  if (bytes === undefined) return 'not known';
  return limit === undefined
    ? formatBytes(bytes)
    : `${formatBytes(bytes)} of ${formatBytes(limit)}`;
}

function userCell(user: NonNullable<ReportImage['user']>): string {
  const name = user.declared === '' ? 'none set' : user.declared;
  if (user.isRoot) return `${name} (root)`;
  return user.uid === undefined
    ? `${name} (not in the image)`
    : /^\d+(:|$)/.test(name)
      ? name
      : `${name} (${user.uid})`;
}

function healthCell({declared, status}: NonNullable<ReportImage['healthcheck']>): string {
  return status ?? (declared ? 'declared' : 'none');
}

/** `2 critical, 3 high`: findings with a fix that nothing excuses. */
function fixableCell({findings = [], unjudged = []}: ReportImage): string {
  const open = findings.filter(
    (finding) => finding.fixed !== undefined && finding.suppressed === undefined,
  );
  const counts = [...SEVERITIES]
    .reverse()
    .map(
      (severity) =>
        [severity, open.filter((finding) => finding.severity === severity).length] as const,
    );
  const words = counts
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}`);
  const count = words.length === 0 ? 'none' : words.join(', ');
  return [count, ...unjudged.map(({part}) => `${part} not judged`)].join('; ');
}

export interface Problem {
  readonly image: string;
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly file?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  /** The baseline did not have it; false: it did, or that is not known. */
  readonly isNew: boolean;
  /** What is wrong, and what to change. */
  readonly message: string;
  readonly advice: string;
}

/**
 * Violations of images that nobody waived, errors first, what is new before the rest, in the rules' own words; unknown rules are left
 * out. Those of the run are told by `banners`.
 */
export function problems(report: Report): readonly Problem[] {
  const shown = report.violations
    .filter(({image, waived: by}) => image !== undefined && by === undefined)
    .flatMap((violation) => problemOf(violation));
  const rank = ({level, isNew}: Problem): number => (level === 'error' ? 0 : 2) + (isNew ? 0 : 1);
  return shown.toSorted((a, b) => rank(a) - rank(b));
}

function problemOf(violation: Violation): readonly Problem[] {
  const words = toldOf(violation)?.words;
  if (words === undefined) return [];
  const {place} = violation;
  return [
    {
      image: violation.image ?? '',
      rule: violation.rule,
      level: violation.level,
      ...defined({file: place?.file}),
      ...(place?.startLine === undefined ? {} : {startLine: place.startLine}),
      ...(place?.endLine === undefined ? {} : {endLine: place.endLine}),
      isNew: violation.isNew === true,
      message: words.message,
      advice: `${savingText(words.saves)}${words.advice}`,
    },
  ];
}

function savingText(bytes = 0): string {
  return bytes === 0 ? '' : `Saves ${formatBytes(bytes)}: `;
}

/** What could not be judged, each reason once with everything that it holds up. */
export function unables(report: Report): readonly string[] {
  const whole = report.images.flatMap((image) =>
    image.state === 'built' ? [] : [{about: image.id, reason: image.reason ?? image.state}],
  );
  const missing = new Set(whole.map(({about}) => about));
  const parts = report.outcomes.flatMap(({outcome, image, rule, reason}) =>
    outcome !== 'unable' || missing.has(image ?? '')
      ? []
      : [{about: `${image ?? ''} (${rule})`, reason: reason ?? 'the reason is not known'}],
  );
  const groups = Map.groupBy([...whole, ...parts], ({reason}) => reason);
  return [...groups].map(([reason, all]) => `${all.map(({about}) => about).join(', ')}: ${reason}`);
}

const WAIVED_ROWS = 20;

/** What waivers excuse: each once for image and rule, with how much it covers. What they let go unjudged stands first. */
export function waived(report: Report): readonly string[] {
  const rows = report.violations.flatMap(({image, rule, waived: by, isNew}) =>
    by === undefined
      ? []
      : [{row: `${image ?? ''}: ${rule}, until ${by.expires}: ${by.reason}`, isNew}],
  );
  const counts = Map.groupBy(rows, ({row}) => row);
  const unjudged = report.images.flatMap((image) =>
    (image.unjudged ?? []).flatMap(({part, accepted: by}) =>
      by === undefined
        ? []
        : [`${image.id}: ${part} is not judged, accepted until ${by.expires}: ${by.reason}`],
    ),
  );
  const told = [...counts].map(([row, all]) => {
    const fresh = all.filter(({isNew}) => isNew === true).length;
    return `${row} (${all.length}${fresh === 0 ? '' : `, ${fresh} new`})`;
  });
  return [...unjudged, ...told].slice(0, WAIVED_ROWS);
}

/** `base image`, `Dockerfile:3`; who brought or removed something. */
export function whoseText(by: {
  readonly base?: boolean | undefined;
  readonly place?: {readonly file: string; readonly startLine?: number | undefined} | undefined;
}): string {
  if (by.base === true) return 'base image';
  const text = placeText(by.place ?? {});
  return text === '' ? 'place unknown' : text;
}

/** The layers that bring the most bytes, biggest first. */
export function biggestLayers(
  image: ReportImage,
  most: number,
): NonNullable<ReportImage['layers']> {
  return [...(image.layers ?? [])].sort((a, b) => b.unpackedBytes - a.unpackedBytes).slice(0, most);
}
