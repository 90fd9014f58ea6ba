/** A foreign document with what may be repeated of it: each text of its field's form, each figure within reason. Pure. */
import {fieldUse} from './field-table.ts';
import {FORMS} from './allowed-fields.ts';

export interface Repeatable<T> {
  readonly document: T;
  /** How many names and figures were replaced. */
  readonly leftOut: number;
}

interface Walk {
  leftOut: number;
}

/** The same document; what is optional and never repeated is gone. */
export function repeatable<T extends object>(document: T, name = ''): Repeatable<T> {
  const walk: Walk = {leftOut: 0};
  return {document: object(document, name, walk) as T, leftOut: walk.leftOut};
}

function value(given: unknown, at: {parent: string; name: string}, walk: Walk): unknown {
  if (typeof given === 'string') return text(given, at, walk);
  if (typeof given === 'number') return figure(given, at.name, walk);
  if (Array.isArray(given))
    return given.map((item) => value(item, at, walk)).filter((item) => item !== undefined);
  return typeof given === 'object' && given !== null ? object(given, at.name, walk) : given;
}

function object(given: object, parent: string, walk: Walk): object {
  const entries = Object.entries(given).flatMap(([name, one]) => {
    const told = value(one, {parent, name}, walk);
    return told === undefined ? [] : [[name, told] as const];
  });
  return Object.fromEntries(entries);
}

function text(given: string, {parent, name}: {parent: string; name: string}, walk: Walk): unknown {
  const use = fieldUse(parent, name);
  if (use === 'absent') return undefined;
  if (use === 'empty') return '';
  if (FORMS[use].isFit(given)) return given;
  walk.leftOut += 1;
  return FORMS[use].instead;
}

/** A petabyte; what counts time or lines is far less. */
const LARGEST = 1e15;
const YEAR_SECONDS = 366 * 24 * 3600;
const LARGEST_OF: readonly (readonly [RegExp, number])[] = [
  [/seconds$/i, YEAR_SECONDS],
  [/days$/i, 36_600],
  [/^(?:startLine|endLine)$/, 10_000_000],
];

function figure(given: number, name: string, walk: Walk): number {
  const [, largest] = LARGEST_OF.find(([pattern]) => pattern.test(name)) ?? [undefined, LARGEST];
  if (Math.abs(given) <= largest) return given;
  walk.leftOut += 1;
  return Math.sign(given) * largest;
}
