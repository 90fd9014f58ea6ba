/**
 * Input hashes of a build's steps: architecture.md section 5. A step's hash is of its own text, the values
 * it is given, what it takes from the context, and the hashes of the steps it is built upon. Pure.
 */
import {defined} from '../defined.ts';
import {createHash} from 'node:crypto';
import type {BuildStep, ContextUse} from './steps.ts';

/** What one `COPY`, `ADD` or bind mount takes, by content. */
export interface ContextContent {
  /** Of all names, modes and contents. */
  readonly hash: string;
  /** The same by file, or by folder where there are many; relative to the context. */
  readonly files: Readonly<Record<string, string>>;
}

export interface HashedStep {
  /** Everything that the user can have changed: equal hashes, equal work on equal files. */
  readonly input: string;
  /** The same, with what references of images led to. */
  readonly resolved: string;
  readonly text: string;
  readonly environment: string;
  readonly content?: ContextContent;
  /** True where it, or something it is built upon, takes files that could not be looked at. */
  readonly isOpen: boolean;
  /** Positions of the steps that it is built upon. */
  readonly inputs: readonly number[];
}

/** The name of a use among the contents. */
export function useKey({context, pattern, excludes}: ContextUse): string {
  return JSON.stringify([context, pattern, excludes]);
}

/**
 * One for each step, in the same order.
 * @param contents by `useKey`; what is missing could not be looked at
 */
export function hashSteps(
  steps: readonly BuildStep[],
  contents: ReadonlyMap<string, ContextContent>,
): readonly HashedStep[] {
  const positions = new Map(steps.map(({id}, index) => [id, index]));
  const done: HashedStep[] = [];
  for (const step of steps) {
    const inputs = step.inputs.flatMap((id) => positions.get(id) ?? []);
    const below = inputs.flatMap((index) => done[index] ?? []);
    const found = step.uses.map((use) => contents.get(useKey(use)));
    const known = found.filter((content) => content !== undefined);
    const content = known.length === 0 ? undefined : joined(known);
    const own = [step.kind, step.text, step.environment, content?.hash ?? ''];
    done.push({
      input: hashJson([...own, below.map(({input}) => input)]),
      resolved: hashJson([...own, step.digest ?? '', below.map(({resolved}) => resolved)]),
      text: hashJson([step.kind, step.text]),
      environment: hashJson(step.environment),
      ...defined({content}),
      isOpen: known.length < found.length || below.some(({isOpen}) => isOpen),
      inputs,
    });
  }
  return done;
}

function joined(contents: readonly ContextContent[]): ContextContent {
  const [only] = contents;
  if (only !== undefined && contents.length === 1) return only;
  return {
    hash: hashJson(contents.map(({hash}) => hash)),
    files: Object.assign({}, ...contents.map(({files}) => files)) as Record<string, string>,
  };
}

/** Of anything that JSON can hold; 64 hexadecimal digits. */
export function hashJson(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
