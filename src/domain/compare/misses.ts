/** Steps that were run although they could have come from the cache, and why. Pure. */
import type {RecordStep} from '../record/schema.ts';
import type {Miss} from './facts.ts';
import {lineOf} from './layers.ts';

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
    const reason = reasonOf(step, {before, isFollowing: parent !== undefined});
    if (reason === undefined) blame.set(index, rootOf(parent ?? index, blame));
    else roots.push({index, reason});
  }
  return roots.map(({index, reason}) => ({
    reason,
    followers: [...blame.values()].filter((root) => root === index).length,
    ...lineOf(after[index]),
  }));
}

function rootOf(index: number, blame: ReadonlyMap<number, number>): number {
  return blame.get(index) ?? index;
}

interface Around {
  readonly before: readonly RecordStep[];
  /** Something that it is built upon was run as well. */
  readonly isFollowing: boolean;
}

/** Undefined for a step that has no reason of its own. */
function reasonOf(step: RecordStep, {before, isFollowing}: Around): string | undefined {
  const same = before.find(({input}) => input === step.input);
  if (same !== undefined) {
    if (isFollowing) return undefined;
    if (same.resolved !== step.resolved) return 'the base image moved';
    return 'the cache had no entry for it: none was imported, or it was evicted';
  }
  const old = before.find(
    ({instruction}) => instruction !== undefined && instruction === step.instruction,
  );
  if (old === undefined) return 'it is new, or its text changed';
  if (old.text !== step.text) return 'its text changed';
  if (old.environment !== step.environment) return 'an argument or variable changed';
  if (old.content?.hash !== step.content?.hash) return contentReason(old, step);
  return isFollowing ? undefined : 'something that it is built upon changed';
}

function contentReason(old: RecordStep, now: RecordStep): string {
  const [before, after] = [old.content?.files ?? {}, now.content?.files ?? {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .sort();
  if (names.length === 0) return 'what it takes from the context could not be compared';
  const more = names.length > MOST_FILES ? ` and ${names.length - MOST_FILES} more` : '';
  return `${names.slice(0, MOST_FILES).join(', ')}${more} changed`;
}
