/**
 * Plain objects that are maps of foreign names. `record.constructor` is there in every one of them, and
 * `__proto__` in none: a name is read with `own`, and what comes as JSON keeps all of its names. Pure.
 */
import {z} from 'zod';

export function ownProperty<Value>(
  record: Readonly<Partial<Record<string, Value>>>,
  name: string,
): Value | undefined {
  // The one place that may: it has asked whose the name is.
  // eslint-disable-next-line plimsoll/own-keys
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

const PROTO = '__proto__';

/** z.record, which leaves out a key that is called `__proto__`, with that key. */
const Dictionary = z.core.$constructor<z.ZodRecord>('Dictionary', (schema, definition) => {
  z.ZodRecord.init(schema, definition);
  const parse = schema._zod.parse.bind(schema._zod);
  schema._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    const parsed = parse(payload, context);
    const hasIt = typeof input === 'object' && input !== null && Object.hasOwn(input, PROTO);
    if (!hasIt || parsed instanceof Promise) return parsed;
    const found: unknown = Object.getOwnPropertyDescriptor(input, PROTO)?.value;
    const one = definition.valueType._zod.run({value: found, issues: []}, context);
    if (one instanceof Promise) throw new Error('A dictionary is parsed at once.');
    parsed.issues.push(...z.core.util.prefixIssues(PROTO, one.issues));
    if (typeof parsed.value === 'object' && parsed.value !== null)
      Object.defineProperty(parsed.value, PROTO, {
        value: one.value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    return parsed;
  };
});

/** Of what comes as JSON or YAML, with names that are anybody's. */
export function dictionary<Value extends z.ZodType>(value: Value): z.ZodRecord<z.ZodString, Value> {
  const made: unknown = new Dictionary({type: 'record', keyType: z.string(), valueType: value});
  return made as z.ZodRecord<z.ZodString, Value>;
}
