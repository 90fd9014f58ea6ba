/** A Dockerfile as its text says it: instructions, stages, and which stages lead to the built one. */
import {defined} from '../defined.ts';
import {known, unable} from '../known.ts';
import type {Known} from '../known.ts';
import {splitInstructions} from './instructions.ts';
import type {DockerfileInstruction} from './instruction.ts';
import {parseStages, usedStages} from './stages.ts';

export interface DockerfileFacts {
  /** Relative to the repository's root; absent for a Dockerfile that is not a file (inline, remote). */
  readonly file?: string;
  readonly instructions: readonly DockerfileInstruction[];
  /** Positions of the stages that lead to the built one (FROM, COPY --from, RUN --mount=from), built one last. */
  readonly usedStages: readonly number[];
}

export interface DockerfileContext {
  /** Relative to the repository's root. */
  readonly file?: string;
  /** Name or position of the built stage; default: the last one. */
  readonly stage?: string;
  /** Build arguments that were given: names of stages may be made of them. */
  readonly args?: ReadonlyMap<string, string>;
}

/** The largest Dockerfile that is read, in characters. */
const MAX_LENGTH = 1_000_000;

/**
 * Reads a Dockerfile's text, with either line end, heredocs, continuations and the escape directive.
 * `unable` when it has no FROM, or not the stage that is asked for.
 */
export function parseDockerfile(
  text: string,
  context: DockerfileContext = {},
): Known<DockerfileFacts> {
  if (text.length > MAX_LENGTH) return unable('The Dockerfile is larger than a Dockerfile can be.');
  const instructions = instructionsOf(text);
  const stages = parseStages(instructions, context.args ?? new Map());
  if (stages.length === 0) return unable('The Dockerfile has no FROM line.');
  const used = usedStages(stages, context.stage);
  if (used === undefined)
    return unable(`The Dockerfile has no stage "${context.stage ?? ''}" that could be built.`);
  return known({
    ...defined({file: context.file}),
    instructions,
    usedStages: used,
  });
}

function instructionsOf(text: string): readonly DockerfileInstruction[] {
  let stage = -1;
  return splitInstructions(text).map((instruction) => {
    if (instruction.keyword === 'FROM') stage += 1;
    return {...instruction, stage};
  });
}

/** The instruction that stands on a line. */
export function instructionAt(
  instructions: readonly DockerfileInstruction[],
  line: number,
): DockerfileInstruction | undefined {
  let [low, high] = [0, instructions.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const found = instructions[middle];
    if (found === undefined || line < found.startLine) high = middle - 1;
    else if (line > found.endLine) low = middle + 1;
    else return found;
  }
  return undefined;
}
