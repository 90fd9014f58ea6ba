/** Options that several rules share. */
import {z} from 'zod';
import {BYTE_UNITS, parseBytes} from '../text/units.ts';
import {LEVELS} from './rule.ts';
import {formatList, nearestFirst, formatValue} from './format.ts';
import {dictionary, ownProperty} from '../own-property.ts';

export const levelOption = z
  .enum(LEVELS)
  .describe('error: a violation fails the run; warning: it is shown; off: the rule is not judged');

const HOW = 'write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes';

/** Bytes, or a number with a unit: `500MB` and `500000000` -> 500000000. */
export const sizeOption = z
  .union([z.string(), z.int().nonnegative()], {
    error: ({input}) =>
      `is ${input === null ? 'empty' : formatValue(input)}, which is no size: ${HOW}`,
  })
  .transform((value, context) => {
    const bytes = typeof value === 'number' ? value : parseBytes(value);
    if (bytes !== undefined) return bytes;
    context.addIssue({code: 'custom', message: sizeMistake(String(value))});
    return z.NEVER;
  });

/** A share of a hundred: `10%`, `2.5 %` and `10` -> 10. */
export const percentOption = z
  .union([z.string(), z.number()], {
    error: ({input}) => `is ${formatValue(input)}, which is no share: write it like \`10%\``,
  })
  .transform((value, context) => {
    const match = /^(\d{1,3}(?:\.\d{1,3})?)\s?%?$/.exec(String(value).trim());
    const percent = Number(match?.[1] ?? Number.NaN);
    if (percent >= 0 && percent <= 100) return percent;
    context.addIssue({
      code: 'custom',
      message: `is ${formatValue(value)}, which is no share of a hundred: write it like \`10%\``,
    });
    return z.NEVER;
  });

const SECONDS: Readonly<Record<string, number>> = {s: 1, m: 60, min: 60, h: 3600};

/** Seconds, or a number with a unit: `5m`, `5 min`, `300s` and `300` -> 300. */
export const durationOption = z
  .union([z.string(), z.number().nonnegative()], {
    error: ({input}) =>
      `is ${formatValue(input)}, which is no time: write it like \`5m\` or \`90s\``,
  })
  .transform((value, context) => {
    const match = /^(\d{1,6}(?:\.\d{1,3})?)\s?(s|m|min|h)?$/.exec(String(value).trim());
    if (match !== null) return Number(match[1]) * (ownProperty(SECONDS, match[2] ?? 's') ?? 1);
    context.addIssue({
      code: 'custom',
      message: `is ${formatValue(value)}, which is no time: write it like \`5m\` or \`90s\``,
    });
    return z.NEVER;
  });

/** Days: `3d`, `1.5 days`, `72h` and `3` -> days. */
export const daysOption = z
  .union([z.string(), z.number().nonnegative()], {
    error: ({input}) => `is ${formatValue(input)}, which is no time: write it like \`3d\``,
  })
  .transform((value, context) => {
    const match = /^(\d{1,5}(?:\.\d{1,3})?)\s?(d|days?|h)?$/.exec(String(value).trim());
    if (match !== null) return Number(match[1]) / (match[2] === 'h' ? 24 : 1);
    context.addIssue({
      code: 'custom',
      message: `is ${formatValue(value)}, which is no time: write it like \`3d\` or \`72h\``,
    });
    return z.NEVER;
  });

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_.-]{0,199}$/;

/** `{DEBUG: "0"}`: names and text, as a container gets them. */
export const environmentOption = dictionary(z.string()).superRefine((given, context) => {
  for (const name of Object.keys(given).filter((key) => !VARIABLE.test(key)))
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `has a name that no variable has: use letters, digits and _`,
    });
});

/** An absolute path in an image; what docker reads as more than a path (`:`) is none. */
export const folderOption = z.string().superRefine((path, context) => {
  const parts = path.split('/').slice(1);
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (path.startsWith('/') && isPlain && !/[:,\p{Cc}]/u.test(path)) return;
  context.addIssue({
    code: 'custom',
    message: `is ${formatValue(path)}, which is no folder of an image: write it like \`/var/cache\``,
  });
});

function sizeMistake(text: string): string {
  const unit = /^\s*\d+(?:\.\d+)?\s*([^\d\s.].*)$/.exec(text)?.[1]?.trim();
  if (unit === undefined || parseBytes(`1${unit}`) !== undefined)
    return `is ${formatValue(text)}, which is no size: ${HOW}`;
  return `is ${formatValue(text)}, whose unit ${formatValue(unit)} is not known: use ${formatList(nearestFirst(BYTE_UNITS, unit))}`;
}
