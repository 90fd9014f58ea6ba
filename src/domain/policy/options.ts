/** Options that several rules share. */
import {distance} from 'fastest-levenshtein';
import {z} from 'zod';
import {BYTE_UNITS, parseBytes} from '../text/units.ts';
import {LEVELS} from './rule.ts';
import {listed, shown} from './say.ts';

export const levelOption = z
  .enum(LEVELS)
  .describe('error: a violation fails the run; warning: it is shown; off: the rule is not judged');

const NO_SIZE =
  'is not a size: write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes';

/** Bytes, or a number with a unit: `500MB` and `500000000` -> 500000000. */
export const sizeOption = z
  .union([z.string(), z.int().nonnegative()], {error: NO_SIZE})
  .transform((value, context) => {
    const bytes = typeof value === 'number' ? value : parseBytes(value);
    if (bytes !== undefined) return bytes;
    context.addIssue({code: 'custom', message: sizeMistake(String(value))});
    return z.NEVER;
  })
  .meta({examples: ['500MB', '1.5GiB', 1048576]});

function sizeMistake(text: string): string {
  const unit = /^\s*\d+(?:\.\d+)?\s*([^\d\s.].*)$/.exec(text)?.[1]?.trim();
  if (unit === undefined || parseBytes(`1${unit}`) !== undefined)
    return `is ${shown(text)}, which ${NO_SIZE}`;
  const units = BYTE_UNITS.toSorted((a, b) => unitDistance(a, unit) - unitDistance(b, unit));
  return `is ${shown(text)}, whose unit ${shown(unit)} is not known: use ${listed(units)}`;
}

function unitDistance(known: string, written: string): number {
  return distance(known.toLowerCase(), written.toLowerCase());
}
