/** Steps that were run although they could have come from the cache, and why. Pure. */
import {lineFields} from '../image/lines.ts';
import type {RecordStep} from '../record/schema.ts';
import type {Miss} from './facts.ts';
import {own} from '../own.ts';

const MOST_FILES = 3;

/** @returns the first ones alone: what was run again only because of another is counted with it */
export function findMisses(
  before: readonly RecordStep[],
  after: readonly RecordStep[],
): readonly Miss[] {
  const isMissed = after.map((step) => step.kind === 'work' && step.cached === false);
  const blame = new Map<number, number>();
  const roots: {index: number; reason: string}[] = [];
  for (const [index, step] of after.entries()) {
    if (!(isMissed[index] ?? false)) continue;
    const parent = step.inputs.find((input) => isMissed[input]);
    const own = ownReason(step, before);
    if (own === undefined && parent !== undefined) blame.set(index, rootOf(parent, blame));
    else roots.push({index, reason: own ?? reasonBelow(step, {before, after})});
  }
  return roots.map(({index, reason}) => ({
    reason,
    followers: [...blame.values()].filter((root) => root === index).length,
    ...lineFields(after[index] ?? {}),
  }));
}

function rootOf(index: number, blame: ReadonlyMap<number, number>): number {
  return blame.get(index) ?? index;
}

/** Undefined for a step that differs in nothing of its own. */
function ownReason(step: RecordStep, before: readonly RecordStep[]): string | undefined {
  if (before.some(({input}) => input === step.input)) return undefined;
  const old = before.find(
    ({instruction}) => instruction !== undefined && instruction === step.instruction,
  );
  if (old === undefined) return 'it is new, or its text changed';
  if (old.text !== step.text) return 'its text changed';
  if (old.environment !== step.environment) return 'an argument or variable changed';
  return old.content?.hash === step.content?.hash ? undefined : contentReason(old, step);
}

interface Sides {
  readonly before: readonly RecordStep[];
  readonly after: readonly RecordStep[];
}

/** Why a step was run that does not differ, while everything below it came from a cache. */
function reasonBelow(step: RecordStep, {before, after}: Sides): string {
  const same = before.find(({input}) => input === step.input);
  if (same !== undefined)
    return same.resolved === step.resolved
      ? 'the cache had no entry for it: none was imported, or it was evicted'
      : 'the base image moved';
  const open = [...step.inputs];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const position = at;
    const below = after[position];
    if (below === undefined) continue;
    const reason = ownReason(below, before);
    if (reason !== undefined) return `it is built upon ${below.instruction ?? 'a step'}: ${reason}`;
    open.push(...below.inputs.filter((input) => input < position));
  }
  return 'something that it is built upon changed';
}

function contentReason(old: RecordStep, now: RecordStep): string {
  const [before, after] = [old.content?.files ?? {}, now.content?.files ?? {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => own(before, name) !== own(after, name))
    .sort();
  if (names.length === 0) return 'what it takes from the context could not be compared';
  const more = names.length > MOST_FILES ? ` and ${names.length - MOST_FILES} more` : '';
  return `${names.slice(0, MOST_FILES).join(', ')}${more} changed`;
}
