/** From a step of the build to the line of the Dockerfile that it stands on. Pure. */
import type {StepPlace} from './step-place.ts';
import {defined} from '../defined.ts';
import {isKnown, type Known} from '../known.ts';
import {instructionAt, type DockerfileFacts} from '../dockerfile/dockerfile.ts';

/** A place on a Dockerfile's line. */
export interface Line {
  readonly file?: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly instruction?: string;
}

/** The line alone, out of whatever stands on one. */
export function lineFields({
  file,
  startLine,
  endLine,
  instruction,
}: {readonly [Key in keyof Line]?: Line[Key] | undefined}): Partial<Line> {
  return {
    ...defined({file, startLine, endLine, instruction}),
  };
}

export interface Lines {
  /** Which of the provenance's Dockerfiles is the image's own. */
  readonly main: number;
  readonly dockerfile: Known<DockerfileFacts>;
}

/** Where a step stands, with the instruction as it is committed; undefined where nobody tells. */
export function toStepLine(places: readonly StepPlace[], lines: Lines): Line | undefined {
  const place = choosePlace(places, lines);
  return place === undefined ? undefined : placeOnLine(place, lines);
}

/**
 * Identical steps of two stages are one: the place in a stage that leads to the image is meant. What
 * another Dockerfile brings (a named context, a base that one replaced) comes in by the FROM line.
 */
function choosePlace(
  places: readonly StepPlace[],
  {main, dockerfile}: Lines,
): StepPlace | undefined {
  const own = places.filter((place) => place.dockerfile === main);
  if (!isKnown(dockerfile)) return own[0] ?? places[0];
  const {instructions, usedStages} = dockerfile.value;
  const ranks = new Map(own.length < 2 ? [] : usedStages.map((stage, rank) => [stage, rank]));
  const rankOf = (place: StepPlace): number =>
    ranks.get(instructionAt(instructions, place.startLine)?.stage ?? -1) ?? -1;
  const [first] = own.toSorted((a, b) => rankOf(b) - rankOf(a));
  return first ?? fromLine(dockerfile.value, main);
}

function fromLine(
  {instructions, usedStages}: DockerfileFacts,
  dockerfile: number,
): StepPlace | undefined {
  const built = usedStages.at(-1);
  const from = instructions.find((one) => one.keyword === 'FROM' && one.stage === built);
  return from === undefined
    ? undefined
    : {dockerfile, startLine: from.startLine, endLine: from.endLine};
}

function placeOnLine(place: StepPlace, {main, dockerfile}: Lines): Line {
  if (place.dockerfile !== main || !isKnown(dockerfile))
    return {startLine: place.startLine, endLine: place.endLine};
  const {file, instructions} = dockerfile.value;
  const text = instructionAt(instructions, place.startLine)?.text;
  return {
    ...defined({file}),
    startLine: place.startLine,
    endLine: place.endLine,
    ...defined({instruction: text}),
  };
}
