/** What is fuzzed. */
import {ToolError, UserError} from '../../src/errors.ts';
import type {Random} from './random.ts';

export interface Target {
  /** What the parser takes as it is; each run holds them to that before it mutates anything. */
  readonly seeds: readonly Buffer[];
  readonly mutate: (seed: Buffer, random: Random) => Buffer;
  /**
   * Everything that is done with such a file.
   * @returns whether it got past the first parser
   * @throws {FalseAnswer} and whatever else is no answer to a user
   */
  readonly run: (mutant: Buffer) => boolean | Promise<boolean>;
}

export type Targets = ReadonlyMap<string, Target>;

/** What was accepted, and must not have been. */
export class FalseAnswer extends Error {
  override readonly name = 'FalseAnswer';
}

/** Undefined where the answer is an error in words for the user, which is one. */
export async function answerOf<T>(work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError || error instanceof ToolError) return undefined;
    throw error;
  }
}

/** Whether it answers otherwise than by an error for the user. */
export async function isAnswered(work: () => unknown): Promise<boolean> {
  return (await answerOf(async () => ({given: await work()}))) !== undefined;
}
