/** Vulnerabilities that this change brings and fixes. Pure. */
import {z} from 'zod';
import {isOfThisChange} from '../../domain/comment/material.ts';
import {SEVERITIES, type Severity} from '../../domain/findings/facts.ts';
import {comparedOf, type ComparedImage} from '../../domain/report/changes.ts';
import type {Report} from '../../domain/report/schema.ts';
import {bullets, folding} from '../../domain/text/markdown.ts';

const ROWS = 10;

export type ChangedFinding = NonNullable<ComparedImage['findings']>['new'][number];

interface Sighting extends ChangedFinding {
  readonly image: string;
}

/** Those of this change that no violation tells already. */
export function renderIntroduced(report: Report): string {
  const told = toldByViolations(report);
  const introduced = sightings(report, 'new').filter(
    (one) => isOfThisChange(one) && !told.has(keyOf(one)),
  );
  const lines = linesOf(introduced, report);
  return lines === '' ? '' : `**Vulnerabilities introduced**\n\n${lines}`;
}

/** Whoever fixed them. */
export function renderFixed(report: Report): string {
  const fixed = sightings(report, 'fixed');
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

function sightings({images}: Report, list: 'new' | 'fixed'): readonly Sighting[] {
  return images.flatMap((image) =>
    (comparedOf(image)?.findings?.[list] ?? []).map((one) => ({...one, image: image.id})),
  );
}

function linesOf(all: readonly Sighting[], {images}: Report): string {
  const lines = worstFirst(all)
    .slice(0, ROWS)
    .map((one) => {
      const where = images.length === 1 ? '' : `${one.image}: `;
      return `${where}${findingText(one)}, ${fixText(one)}`;
    });
  const more = all.length - lines.length;
  return bullets([...lines, ...(more > 0 ? [`and ${more} more`] : [])]);
}

/** What is gone needs no upgrade, and has none. */
function fixText({fixed, upgrade}: ChangedFinding): string {
  if (fixed === undefined) return 'no fix yet';
  return upgrade === undefined ? `fixed in ${fixed}` : `upgrade to ${upgrade}`;
}

const dataSchema = z.object({id: z.string(), package: z.string()});

function toldByViolations({violations}: Report): ReadonlySet<string> {
  const keys = violations.flatMap(({rule, image = '', data, waived}) => {
    const parsed = dataSchema.safeParse(data);
    return rule === 'vulnerabilities' && waived === undefined && parsed.success
      ? [keyOf({image, ...parsed.data})]
      : [];
  });
  return new Set(keys);
}

function keyOf(one: {
  readonly image: string;
  readonly id: string;
  readonly package: string;
}): string {
  return JSON.stringify([one.image, one.id, one.package]);
}
