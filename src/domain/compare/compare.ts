/** This image against the same image of an earlier run. Pure. */
import {defined} from '../defined.ts';
import type {RecordFinding, RecordImage} from '../record/schema.ts';
import type {Comparison} from './facts.ts';
import {compareLayers} from './layers.ts';
import {findMisses} from './misses.ts';
import {compareFindings, comparePackages} from './packages.ts';
import {comparePaths, type ListedFile} from './paths.ts';

export interface Sides {
  readonly before: RecordImage;
  readonly after: RecordImage;
  /** The baseline's, judged with the database of today; undefined: it could not be scanned again. */
  readonly findingsBefore: readonly RecordFinding[] | undefined;
  /** Undefined where one of the two is not there. */
  readonly files:
    {readonly before: Iterable<ListedFile>; readonly after: Iterable<ListedFile>} | undefined;
}

export function compare({before, after, findingsBefore, files}: Sides): Comparison {
  const layers = compareLayers(before, after);
  const [packagesBefore, packagesAfter] = [before.packages, after.packages];
  const both = (key: 'unpackedBytes' | 'downloadBytes'): {before: number; after: number} => ({
    before: before[key],
    after: after[key],
  });
  return {
    unpacked: both('unpackedBytes'),
    download: both('downloadBytes'),
    causes: layers.causes,
    layers: layers.changes,
    bases: movedBases(before, after),
    ...defined({paths: files && comparePaths(files.before, files.after, layers)}),
    ...(packagesBefore === undefined || packagesAfter === undefined
      ? {}
      : {packages: comparePackages(packagesBefore, packagesAfter, layers)}),
    ...(findingsBefore === undefined || after.findings === undefined
      ? {}
      : {findings: compareFindings(findingsBefore, after.findings, layers)}),
    // Without the steps of one run every step of the other would be new.
    misses:
      before.steps === undefined || after.steps === undefined
        ? []
        : findMisses(before.steps, after.steps),
    ...defined({violations: before.violations, violated: before.violated}),
  };
}

function movedBases(before: RecordImage, after: RecordImage): Comparison['bases'] {
  const digests = new Map(
    (before.steps ?? []).flatMap(({reference, digest}) =>
      reference === undefined || digest === undefined ? [] : [[reference, digest] as const],
    ),
  );
  const moved = (after.steps ?? []).flatMap(({reference, digest}) => {
    const old = digests.get(reference ?? '');
    if (reference === undefined || digest === undefined || old === undefined || old === digest)
      return [];
    return [[reference, {reference, before: old, after: digest}] as const];
  });
  return [...new Map(moved).values()];
}
