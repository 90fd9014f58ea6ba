/** Where in a Dockerfile a violation stands. */
import {defined} from '../defined.ts';
import type {Place} from '../../errors.ts';
import type {DockerfileFacts} from '../dockerfile/dockerfile.ts';
import type {DockerfileInstruction} from '../dockerfile/instruction.ts';
import type {LayerPlace} from '../image/facts.ts';
import {isKnown} from '../known.ts';
import type {Known} from '../known.ts';

/** The place of a layer; undefined where no file is known. */
export function placeOfLayer(layer: LayerPlace | undefined): Place | undefined {
  if (layer?.file === undefined) return undefined;
  return {
    file: layer.file,
    ...defined({startLine: layer.startLine, endLine: layer.endLine}),
  };
}

/**
 * The last `keyword` line that the built stage has, or inherits from a stage that it is built FROM;
 * else the built stage's FROM line. Undefined for a Dockerfile that is not known or not a file.
 */
export function placeOfInstruction(
  dockerfile: Known<DockerfileFacts>,
  keyword: string,
): Place | undefined {
  if (!isKnown(dockerfile) || dockerfile.value.file === undefined) return undefined;
  const facts = dockerfile.value;
  const built = facts.usedStages.at(-1);
  if (built === undefined) return undefined;
  const instruction = leading(facts, built, keyword) ?? last(facts, built, 'FROM');
  if (instruction === undefined) return undefined;
  return {
    file: dockerfile.value.file,
    startLine: instruction.startLine,
    endLine: instruction.endLine,
  };
}

function leading(
  facts: DockerfileFacts,
  stage: number,
  keyword: string,
): DockerfileInstruction | undefined {
  const own = last(facts, stage, keyword);
  if (own !== undefined) return own;
  const parent = parentStage(facts, stage);
  return parent === undefined ? undefined : leading(facts, parent, keyword);
}

/** `FROM base AS final` -> the position of the earlier stage `base`. */
function parentStage(facts: DockerfileFacts, stage: number): number | undefined {
  const from = words(last(facts, stage, 'FROM'));
  const name = from.find((word) => !word.startsWith('--'))?.toLowerCase();
  const stages = facts.instructions.filter(
    (instruction) =>
      instruction.keyword === 'FROM' &&
      instruction.stage < stage &&
      stageName(instruction) === name,
  );
  return stages.at(-1)?.stage;
}

function stageName(from: DockerfileInstruction): string | undefined {
  const parts = words(from);
  const as = parts.findIndex((word) => word.toLowerCase() === 'as');
  return as === -1 ? undefined : parts[as + 1]?.toLowerCase();
}

/** What follows the keyword. */
function words(instruction: DockerfileInstruction | undefined): readonly string[] {
  return (instruction?.text ?? '').split(/\s+/).filter(Boolean).slice(1);
}

function last(
  facts: DockerfileFacts,
  stage: number,
  keyword: string,
): DockerfileInstruction | undefined {
  return facts.instructions.findLast(
    (instruction) => instruction.stage === stage && instruction.keyword === keyword,
  );
}
