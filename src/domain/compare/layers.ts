/** Whose bytes: every difference of two images has exactly one cause. Pure. */
import {lineFields} from '../provenance/lines.ts';
import type {RecordImage, RecordLayer} from '../record/schema.ts';
import type {RecordStep} from '../record/step-schema.ts';
import {CAUSES, classifyChange, type Cause, type CauseSum, type LayerChange} from './facts.ts';
import {diffIds, pairUnits, comparedUnits, type Pair, type Unit} from './pairs.ts';

export interface LayerComparison {
  readonly changes: readonly LayerChange[];
  readonly causes: readonly CauseSum[];
  /** Whose doing it is that something in this layer came or differs. */
  readonly causeIn: (side: 'before' | 'after', position: number | undefined) => Cause;
}

export function compareLayers(before: RecordImage, after: RecordImage): LayerComparison {
  const units = comparedUnits(before, after);
  const pairs = pairUnits(units.before, units.after);
  const isCompared = before.steps !== undefined && after.steps !== undefined;
  const found = pairs
    .filter(isDifferent)
    .map((pair) => ({pair, change: changeIn(pair, isCompared ? causeOf(pair) : 'unknown')}));
  const changes = found.map(({change}) => change);
  const byLayer = new Map<string, Cause>();
  for (const {pair, change} of found)
    for (const side of ['before', 'after'] as const)
      for (const position of pair[side]?.positions ?? [])
        byLayer.set(`${side} ${position}`, change.cause);
  // In a layer that did not change nothing came: what went from there was removed above it.
  const strongest = CAUSES.find((cause) => changes.some((change) => change.cause === cause));
  return {
    changes: [...changes].sort((a, b) => weightOf(b) - weightOf(a)),
    causes: sumsOf(changes),
    causeIn: (side, position) => byLayer.get(`${side} ${position ?? ''}`) ?? strongest ?? 'unknown',
  };
}

/** Also where the bytes are told differently for the same content: a record is foreign text. */
function isDifferent({before, after}: Pair): boolean {
  if (before === undefined || after === undefined || diffIds(before) !== diffIds(after))
    return true;
  return (
    bytesOf(before, 'unpackedBytes') !== bytesOf(after, 'unpackedBytes') ||
    bytesOf(before, 'downloadBytes') !== bytesOf(after, 'downloadBytes')
  );
}

function changeIn(pair: Pair, cause: Cause): LayerChange {
  const {before, after} = pair;
  const there = {before: before !== undefined, after: after !== undefined};
  const both = (key: 'unpackedBytes' | 'downloadBytes'): {before: number; after: number} => ({
    before: bytesOf(before, key),
    after: bytesOf(after, key),
  });
  const unpacked = both('unpackedBytes');
  return {
    change: classifyChange(unpacked, there),
    cause,
    base: (after ?? before)?.base ?? false,
    unpacked,
    download: both('downloadBytes'),
    ...lineFields((after ?? before)?.step ?? {}),
  };
}

/** architecture.md section 5: the first that matches wins. */
function causeOf({before, after}: Pair): Cause {
  const [old, now] = [before?.step, after?.step];
  if (before !== undefined && after !== undefined) {
    if (old === undefined || now === undefined) return 'unknown';
    return causeOfSteps(old, now);
  }
  // A layer without a step may be anybody's.
  return (before ?? after)?.step === undefined ? 'unknown' : 'this change';
}

/** Whose doing a difference between two runs of a step is. */
export function causeOfSteps(before: RecordStep, after: RecordStep): Cause {
  if (before.input !== after.input) return 'this change';
  if (before.isOpen || after.isOpen) return 'unknown';
  return before.resolved === after.resolved ? 'drift' : 'base image';
}

function bytesOf(unit: Unit | undefined, key: 'unpackedBytes' | 'downloadBytes'): number {
  const layers: readonly RecordLayer[] = unit?.layers ?? [];
  return layers.reduce((sum, layer) => sum + layer[key], 0);
}

function sumsOf(changes: readonly LayerChange[]): readonly CauseSum[] {
  return CAUSES.flatMap((cause) => {
    const own = changes.filter((change) => change.cause === cause);
    const sum = (key: 'unpacked' | 'download'): number =>
      own.reduce((total, change) => total + change[key].after - change[key].before, 0);
    return own.length === 0
      ? []
      : [{cause, unpackedBytes: sum('unpacked'), downloadBytes: sum('download')}];
  });
}

function weightOf({unpacked}: LayerChange): number {
  return Math.abs(unpacked.after - unpacked.before);
}
