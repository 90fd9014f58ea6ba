/** Many targets are built in several bakes: an engine's BuildKit loses jobs when a hundred start at once. Pure. */
import {z} from 'zod';
import {orUndefined} from '../nullish-schemas.ts';
import {dictionary, ownProperty} from '../own-property.ts';
import type {Step} from './progress.ts';

export const MOST_TARGETS = 20;

const targetSchema = z.looseObject({
  context: orUndefined(z.string()),
  dockerfile: orUndefined(z.string()),
  'dockerfile-inline': orUndefined(z.string()),
  contexts: orUndefined(dictionary(z.string())),
});
const resolvedSchema = z.looseObject({target: orUndefined(dictionary(targetSchema))});
type Targets = Readonly<Record<string, z.infer<typeof targetSchema>>>;

/**
 * Targets that are built upon each other are together, and those of one Dockerfile: they share stages.
 * What is too many for one bake is parted all the same: each bake has the whole definition.
 * @param resolved the definition, as bake printed it
 */
export function splitIntoBatches(
  targets: readonly string[],
  resolved: string,
): readonly (readonly string[])[] {
  if (targets.length <= MOST_TARGETS) return [targets];
  const {target: all = {}} = resolvedSchema.parse(JSON.parse(resolved));
  const related = groupsBy(targets, (name) => [...linksOf(name, all), placeOf(name, all)]);
  const groups = related.flatMap((group) =>
    group.length <= MOST_TARGETS ? [group] : groupsBy(group, (name) => linksOf(name, all)),
  );
  const batches: string[][] = [];
  for (const piece of groups.flatMap(pieces)) {
    const room = batches.find((batch) => batch.length + piece.length <= MOST_TARGETS);
    if (room === undefined) batches.push([...piece]);
    else room.push(...piece);
  }
  return batches;
}

/** Targets that have any sign in common, be it by way of others. */
function groupsBy(
  targets: readonly string[],
  signsOf: (target: string) => readonly string[],
): readonly (readonly string[])[] {
  const groups: {readonly names: string[]; readonly signs: Set<string>}[] = [];
  for (const name of targets) {
    const signs = new Set(signsOf(name));
    const met = groups.filter((group) => [...signs].some((sign) => group.signs.has(sign)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({
      names: [...met.flatMap((group) => group.names), name],
      signs: new Set([...met.flatMap((group) => [...group.signs]), ...signs]),
    });
  }
  return groups.map(({names}) => names);
}

/** It and every target that it is built upon. */
function linksOf(target: string, all: Targets): readonly string[] {
  const found = new Set([target]);
  for (const name of found)
    for (const context of Object.values(ownProperty(all, name)?.contexts ?? {}))
      if (context.startsWith('target:')) found.add(context.slice('target:'.length));
  return [...found];
}

function placeOf(target: string, all: Targets): string {
  const {
    context = '.',
    dockerfile = '',
    'dockerfile-inline': inline = '',
  } = ownProperty(all, target) ?? {};
  // No target's name holds a NUL.
  return ['', context, dockerfile, inline].join('\0');
}

function pieces(group: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(group.length / MOST_TARGETS);
  return Array.from({length: count}, (_, index) =>
    group.slice(index * MOST_TARGETS, (index + 1) * MOST_TARGETS),
  );
}

/** Steps of several bakes as one: what one ran and another found in the builder was run. */
export function mergeSteps(bakes: readonly (readonly Step[])[]): readonly Step[] {
  const all = new Map<string, Step>();
  for (const step of bakes.flat()) {
    const known = all.get(step.digest);
    all.set(step.digest, known === undefined ? step : sameStep(known, step));
  }
  return [...all.values()];
}

function sameStep(one: Step, other: Step): Step {
  const ran = one.cached && !other.cached ? other : one;
  return {
    ...one,
    ...ran,
    names: new Set([...one.names, ...other.names]),
    transferredBytes: Math.max(one.transferredBytes, other.transferredBytes),
  };
}

/** The steps of one of the bakes, as they were in all of them, by the names that it gave. */
export function stepsIn(
  bakes: readonly (readonly Step[])[],
  all: readonly Step[],
): readonly Step[] {
  const merged = new Map(all.map((step) => [step.digest, step]));
  const names = new Map(mergeSteps(bakes).map((step) => [step.digest, step.names]));
  return [...names].flatMap(([digest, own]) => {
    const step = merged.get(digest);
    return step === undefined ? [] : [{...step, names: own}];
  });
}

const LOST_JOB =
  /^ERROR: (?:target [^\s:]+: )?(?:failed to \w[\w ]{0,40}: )?(?:rpc error: code = \w+ desc = |Unknown: |NotFound: )*no such job\b/;

/** The one ending that says nothing of the build: BuildKit had forgotten a job that had just begun. */
export function isLostJob(stderr: string): boolean {
  return stderr.split('\n').some((line) => LOST_JOB.test(line));
}
