/** Which step of the baseline is which step of today: layers are compared step by step. Pure. */
import {distance} from 'fastest-levenshtein';
import type {RecordImage, RecordLayer} from '../record/schema.ts';
import type {RecordStep} from '../record/step-schema.ts';

/** The layers that one step made; the base image's are one unit. */
export interface Unit {
  readonly base: boolean;
  /** Undefined: nobody tells which step it was. */
  readonly step: RecordStep | undefined;
  readonly layers: readonly RecordLayer[];
  /** Positions of the layers. */
  readonly positions: readonly number[];
}

export interface Pair {
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
}

/** Texts that differ in more than this share of their characters are not the same line, edited. */
const MOST_DIFFERENT = 0.6;
const LONGEST_TEXT = 500;

export interface Units {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
}

/**
 * A layer that one of the two runs cannot tell the step of is that of the other run with its content,
 * whoever made it there: such layers do not differ and are in no unit.
 */
export function comparedUnits(before: RecordImage, after: RecordImage): Units {
  const [old, now] = [before, after].map(({layers}) => [...layers.entries()]);
  const same = {before: new Set<number>(), after: new Set<number>()};
  for (const [position, layer] of now ?? []) {
    const twin = old?.find(
      ([other, candidate]) =>
        !same.before.has(other) &&
        isSameLayer(candidate, layer) &&
        !(isTold(candidate) && isTold(layer)),
    );
    if (twin === undefined) continue;
    same.before.add(twin[0]);
    same.after.add(position);
  }
  return {before: groupsOf(before, same.before), after: groupsOf(after, same.after)};
}

/** Also the bytes: a record is foreign text. */
function isSameLayer(one: RecordLayer, other: RecordLayer): boolean {
  return (
    one.diffId === other.diffId &&
    one.unpackedBytes === other.unpackedBytes &&
    one.downloadBytes === other.downloadBytes
  );
}

function isTold({base, step}: Pick<RecordLayer, 'base'> & {readonly step?: unknown}): boolean {
  return base === true || step !== undefined;
}

function groupsOf(image: RecordImage, without: ReadonlySet<number>): readonly Unit[] {
  const units: Unit[] = [];
  for (const [position, layer] of image.layers.entries()) {
    if (without.has(position)) continue;
    const base = layer.base === true;
    const step = layer.step === undefined ? undefined : image.steps?.[layer.step];
    const last = units.at(-1);
    const isSame =
      last !== undefined &&
      last.base === base &&
      (base || (step !== undefined && last.step === step));
    if (!isSame) units.push({base, step, layers: [layer], positions: [position]});
    else
      units.splice(-1, 1, {
        ...last,
        layers: [...last.layers, layer],
        positions: [...last.positions, position],
      });
  }
  return units;
}

/** Each unit is in exactly one pair. */
export function pairUnits(before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const left = new Set(before);
  const open = new Set(after);
  const match = (isMatch: (one: Unit, other: Unit) => boolean): void => {
    for (const unit of after) {
      if (!open.has(unit)) continue;
      const other = [...left].find((candidate) => isMatch(candidate, unit));
      if (other === undefined) continue;
      left.delete(other);
      open.delete(unit);
      pairs.push({before: other, after: unit});
    }
  };
  match((one, other) => one.base && other.base);
  const sameSide = (one: Unit, other: Unit): boolean => !one.base && !other.base;
  match((one, other) => sameSide(one, other) && isSameInput(one, other));
  match((one, other) => sameSide(one, other) && diffIds(one) === diffIds(other));
  match((one, other) => sameSide(one, other) && isSameLine(one, other));
  match((one, other) => sameSide(one, other) && isEditedLine(one, other));
  // What nobody tells the step of may be any of what is left on the other side.
  if (left.size > 0 && open.size > 0 && ![...left, ...open].every(isTold))
    return [...pairs, {before: together([...left]), after: together([...open])}];
  return [
    ...pairs,
    ...[...left].map((unit) => ({before: unit, after: undefined})),
    ...[...open].map((unit) => ({before: undefined, after: unit})),
  ];
}

function together(units: readonly Unit[]): Unit {
  return {
    base: false,
    step: undefined,
    layers: units.flatMap(({layers}) => layers),
    positions: units.flatMap(({positions}) => positions),
  };
}

export function diffIds({layers}: Unit): string {
  return layers.map(({diffId}) => diffId).join(' ');
}

function isSameInput({step: one}: Unit, {step: other}: Unit): boolean {
  return one !== undefined && one.input === other?.input;
}

function isSameLine({step: one}: Unit, {step: other}: Unit): boolean {
  return one?.instruction !== undefined && one.instruction === other?.instruction;
}

/** The same keyword, and most of the text. */
function isEditedLine({step: one}: Unit, {step: other}: Unit): boolean {
  const [old, now] = [one?.instruction, other?.instruction].map((text) =>
    text?.slice(0, LONGEST_TEXT),
  );
  if (old === undefined || now === undefined) return false;
  if (old.split(/\s/, 1)[0] !== now.split(/\s/, 1)[0]) return false;
  return distance(old, now) <= MOST_DIFFERENT * Math.max(old.length, now.length);
}
