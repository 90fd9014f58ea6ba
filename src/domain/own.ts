/**
 * Plain objects that are maps of foreign names. `record.constructor` is there in every one of them, and
 * `__proto__` in none: a name is read with `own`, and what comes as JSON keeps all of its names. Pure.
 */
import {z} from 'zod';

export function own<Value>(
  record: Readonly<Partial<Record<string, Value>>>,
  name: string,
): Value | undefined {
  // The one place that may: it has asked whose the name is.
  // eslint-disable-next-line plimsoll/own-keys
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** z.record leaves out a key that is called `__proto__`. */
export function dictionary<Value>(value: z.ZodType<Value>): z.ZodType<Record<string, Value>> {
  return z
    .preprocess(entriesOf, z.array(z.tuple([z.string(), value])))
    .transform((entries) => Object.fromEntries(entries));
}

function entriesOf(value: unknown): unknown {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? Object.entries(value) : value;
}
