/** Vulnerabilities that this change brings and fixes. Pure. */
import {isOfThisChange} from '../../domain/compare/facts.ts';
import {SEVERITIES, type Severity} from '../../domain/findings/facts.ts';
import {toComparedImage, type ComparedImage} from '../../domain/report/changes.ts';
import {findingKey, type KeyedFinding} from '../../domain/findings/finding-key.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import {toldOf} from '../../domain/report/told.ts';
import {bullets, folding} from '../../domain/text/markdown.ts';

const ROWS = 10;

export type ChangedFinding = NonNullable<ComparedImage['findings']>['new'][number];

interface Introduced extends ChangedFinding {
  readonly image: string;
  /** Why nobody is held to it. */
  readonly excused?: string;
}

/** All of this change: the table counts them, and the list under it tells them. */
export function introducedIn(image: ReportImage): readonly Introduced[] {
  const fresh = (toComparedImage(image)?.findings?.new ?? []).filter(isOfThisChange);
  if (fresh.length === 0) return [];
  const excuses = new Map(
    (image.findings ?? []).map(({identity, suppressed}) => [identity, suppressed]),
  );
  return fresh.map((one) => {
    const excuse = excuses.get(one.identity);
    return {...one, image: image.id, ...(excuse && {excused: EXCUSED[excuse.by]})};
  });
}

const EXCUSED = {waiver: 'waived', trivyignore: 'ignored', vex: 'excused by VEX'} as const;

/** Those of this change; what a violation tells already is counted and not told again. */
export function renderIntroduced(report: Report): string {
  const told = toldByViolations(report);
  const introduced = report.images.flatMap(introducedIn);
  const left = introduced.filter(
    ({image, id, identity, package: name}) =>
      !told.has(keyOf({image, id, identity, package: name})) &&
      !told.has(keyOf({image, id, package: name})),
  );
  const lines = linesOf(left, report);
  if (lines === '') return '';
  const others = introduced.length - left.length;
  const violations = others === 1 ? 'a violation' : 'violations';
  const counts = `${introduced.length}${others === 0 ? '' : `, ${others} of them ${violations}`}`;
  return `**Vulnerabilities introduced: ${counts}**\n\n${lines}`;
}

/** Whoever fixed them. */
export function renderFixed(report: Report): string {
  const fixed = report.images.flatMap((image) =>
    (toComparedImage(image)?.findings?.fixed ?? []).map((one) => ({...one, image: image.id})),
  );
  return folding(`Vulnerabilities fixed: ${fixed.length}`, linesOf(fixed, report));
}

/** `CVE-2026-1 (high) in zlib`. */
export function findingText({id, severity, package: about}: ChangedFinding): string {
  return `${id} (${severity}) in ${about}`;
}

/** The most severe first. */
export function worstFirst<T extends {readonly severity: Severity}>(
  findings: readonly T[],
): readonly T[] {
  const rank = ({severity}: T): number => SEVERITIES.indexOf(severity);
  return findings.toSorted((a, b) => rank(b) - rank(a));
}

function linesOf(all: readonly Introduced[], {images}: Report): string {
  const lines = worstFirst(all)
    .slice(0, ROWS)
    .map((one) => {
      const where = images.length === 1 ? '' : `${one.image}: `;
      const excused = one.excused === undefined ? '' : ` (${one.excused})`;
      return `${where}${findingText(one)}${excused}, ${fixText(one)}`;
    });
  const more = all.length - lines.length;
  return bullets([...lines, ...(more > 0 ? [`and ${more} more`] : [])]);
}

/** What is gone needs no upgrade, and has none. */
function fixText({fixed, upgrade}: ChangedFinding): string {
  if (fixed === undefined) return 'no fix yet';
  return upgrade === undefined ? `fixed in ${fixed}` : `upgrade to ${upgrade}`;
}

function toldByViolations({violations}: Report): ReadonlySet<string> {
  const keys = violations.flatMap((violation) => {
    const {image = '', waived} = violation;
    const finding = waived === undefined ? toldOf(violation)?.finding : undefined;
    return finding === undefined ? [] : [keyOf({image, ...finding})];
  });
  return new Set(keys);
}

function keyOf({image, ...one}: KeyedFinding & {readonly image: string}): string {
  return JSON.stringify([image, findingKey(one)]);
}
