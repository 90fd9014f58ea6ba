/** Mutant after mutant, each target in its turn, and what came of them. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Asker} from './asker.ts';
import {oneOf, randomOf} from './random.ts';
import type {Target, Targets} from './target.ts';

/** Of one target: a fault that is everywhere is not written a thousand times. */
const MOST_WRITTEN = 5;

export interface FuzzOptions {
  /** Has `TARGETS`. */
  readonly module: URL;
  readonly targets: Targets;
  readonly firstSeed: number;
  /** Whether there is a round after so many. */
  readonly goesOn: (rounds: number) => boolean;
  readonly longestMs: number;
  /** Finds are written here. */
  readonly folder: string;
  readonly onFind: (find: Find) => void;
}

export interface Find {
  readonly target: string;
  readonly seed: number;
  readonly file: string;
  readonly words: string;
}

export interface Count {
  mutants: number;
  passed: number;
  slowestMs: number;
  finds: number;
}

/** @throws where a target refuses a seed of its own, which it names */
export async function fuzz(options: FuzzOptions): Promise<ReadonlyMap<string, Count>> {
  const {module, longestMs, folder, targets} = options;
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch, {recursive: true});
  const asker = new Asker({module, longestMs, scratch});
  try {
    for (const [name, target] of targets) await expectSeeds(name, target, asker);
    return await rounds(options, asker);
  } finally {
    await asker.end();
  }
}

export function mutantOf({seeds, mutate}: Target, seed: number): Buffer {
  const random = randomOf(seed);
  return mutate(oneOf(seeds, random), random);
}

async function expectSeeds(name: string, {seeds}: Target, asker: Asker): Promise<void> {
  for (const [index, seed] of seeds.entries()) {
    const {passed, found} = await asker.ask(name, seed);
    if (!passed)
      throw new Error(
        `The target ${name} refuses its own seed ${index + 1}, so that its mutants show nothing: ${found ?? 'it does not get past the first parser'}.`,
      );
  }
}

async function rounds(options: FuzzOptions, asker: Asker): Promise<ReadonlyMap<string, Count>> {
  const {targets, firstSeed, goesOn, folder, onFind} = options;
  const counts = new Map<string, Count>();
  for (const name of targets.keys())
    counts.set(name, {mutants: 0, passed: 0, slowestMs: 0, finds: 0});
  for (let round = 0; goesOn(round); round += 1) {
    const seed = firstSeed + round;
    for (const [name, target] of targets) {
      const mutant = mutantOf(target, seed);
      const {passed, ms, found} = await asker.ask(name, mutant);
      const count = counts.get(name);
      if (count === undefined) continue;
      count.mutants += 1;
      count.passed += Number(passed);
      count.slowestMs = Math.max(count.slowestMs, ms);
      if (found === undefined) continue;
      count.finds += 1;
      if (count.finds > MOST_WRITTEN) continue;
      const file = join(folder, `${name}-${seed}`);
      writeFileSync(file, mutant);
      onFind({target: name, seed, file, words: found});
    }
  }
  return counts;
}
