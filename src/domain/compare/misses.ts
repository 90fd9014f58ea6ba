/** Steps that were run although they could have come from the cache, and why. Pure. */
import {lineFields} from '../provenance/lines.ts';
import type {RecordStep} from '../record/step-schema.ts';
import type {Miss} from './facts.ts';
import {ownProperty} from '../own-property.ts';

const MOST_FILES = 3;

/** @returns the first ones alone: what was run again only because of another is counted with it */
export function findMisses(
  before: readonly RecordStep[],
  after: readonly RecordStep[],
): readonly Miss[] {
  const isMissed = after.map((step) => step.kind === 'work' && step.cached === false);
  const old = indexOf(before);
  const blame = new Map<number, number>();
  const followers = new Map<number, number>();
  const roots: {index: number; reason: string}[] = [];
  for (const [index, step] of after.entries()) {
    if (!(isMissed[index] ?? false)) continue;
    const parent = step.inputs.find((input) => isMissed[input]);
    const own = ownReason(step, old);
    if (own === undefined && parent !== undefined) {
      const root = blame.get(parent) ?? parent;
      blame.set(index, root);
      followers.set(root, (followers.get(root) ?? 0) + 1);
    } else roots.push({index, reason: own ?? reasonBelow(step, {before: old, after})});
  }
  return roots.map(({index, reason}) => ({
    reason,
    followers: followers.get(index) ?? 0,
    ...lineFields(after[index] ?? {}),
  }));
}

interface Index {
  readonly byInput: ReadonlyMap<string, RecordStep>;
  readonly byInstruction: ReadonlyMap<string, RecordStep>;
}

/** The first of each. */
function indexOf(steps: readonly RecordStep[]): Index {
  const reversed = steps.toReversed();
  return {
    byInput: new Map(reversed.map((step) => [step.input, step])),
    byInstruction: new Map(
      reversed.flatMap((step) =>
        step.instruction === undefined ? [] : [[step.instruction, step] as const],
      ),
    ),
  };
}

/** Undefined for a step that differs in nothing of its own. */
function ownReason(step: RecordStep, before: Index): string | undefined {
  if (before.byInput.has(step.input)) return undefined;
  const old =
    step.instruction === undefined ? undefined : before.byInstruction.get(step.instruction);
  if (old === undefined) return 'it is new, or its text changed';
  if (old.text !== step.text) return 'its text changed';
  if (old.environment !== step.environment) return 'an argument or variable changed';
  return old.content?.hash === step.content?.hash ? undefined : contentReason(old, step);
}

interface Sides {
  readonly before: Index;
  readonly after: readonly RecordStep[];
}

/** Why a step was run that does not differ, while everything below it came from a cache. */
function reasonBelow(step: RecordStep, {before, after}: Sides): string {
  const same = before.byInput.get(step.input);
  if (same !== undefined)
    return same.resolved === step.resolved
      ? 'the cache had no entry for it: none was imported, or it was evicted'
      : 'the base image moved';
  // A set: what many are built upon is looked at once, however many ways lead there.
  const open = new Set(step.inputs);
  for (const position of open) {
    const below = after[position];
    if (below === undefined) continue;
    const reason = ownReason(below, before);
    if (reason !== undefined) return `it is built upon ${below.instruction ?? 'a step'}: ${reason}`;
    for (const input of below.inputs) if (input < position) open.add(input);
  }
  return 'something that it is built upon changed';
}

function contentReason(old: RecordStep, now: RecordStep): string {
  const [before, after] = [old.content?.files ?? {}, now.content?.files ?? {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => ownProperty(before, name) !== ownProperty(after, name))
    .sort();
  if (names.length === 0) return 'what it takes from the context could not be compared';
  const more = names.length > MOST_FILES ? ` and ${names.length - MOST_FILES} more` : '';
  return `${names.slice(0, MOST_FILES).join(', ')}${more} changed`;
}
