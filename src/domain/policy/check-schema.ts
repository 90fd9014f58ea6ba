/** What is wrong with a configuration, in sentences: zod's issues in our words. */
import {z} from 'zod';
import {UserError} from '../../errors.ts';
import {INLINE, locationText} from './document.ts';
import type {YamlSource} from './document.ts';
import {formatList, nearestFirst, formatValue} from './format.ts';
import {ownProperty} from '../own-property.ts';

/** Mistakes that one error names; the rest is counted. */
const MOST = 10;

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
  string: 'text',
};

/** Checks data against a schema. @throws {UserError} that names file, line, value and what is allowed */
export function checkSchema<T>(source: YamlSource, schema: z.ZodType<T>): T {
  const result = schema.safeParse(source.data, {error: predicate});
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => ({
    line: source.lineOf(
      issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path,
    ),
    words: `${subject(issue.path)} ${issue.message}.`,
  }));
  const sorted = mistakes.toSorted((a, b) => a.line - b.line);
  const sentences = sorted
    .slice(0, MOST)
    .map(({line, words}) => `${locationText(source.file, line)}: ${words}`);
  if (sorted.length > MOST) sentences.push(`and ${sorted.length - MOST} more mistakes.`);
  const startLine = sorted[0]?.line ?? 1;
  throw new UserError(
    sentences.join('\n'),
    source.file === INLINE ? undefined : {place: {file: source.file, startLine}},
  );
}

/** The words after the subject: `is "hihg": use high, low, …`. For zod's `error` parameter. */
export function predicate(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return unknownKey(issue.keys[0] ?? '', knownKeys(issue.inst));
  if (issue.code === 'invalid_value') return wrongValue(issue.input, issue.values.map(String));
  if (issue.code === 'invalid_type') return wrongType(issue.input, issue.expected);
  if (issue.code === 'too_small')
    return issue.origin === 'string'
      ? 'is empty'
      : `is ${formatValue(issue.input)}: the least is ${issue.minimum.toString()}`;
  return undefined;
}

function wrongType(value: unknown, expected: string): string {
  if (value === undefined) return 'is missing';
  return `is ${value === null ? 'empty' : formatValue(value)}, where ${ownProperty(KINDS, expected) ?? expected} is expected`;
}

function unknownKey(key: string, known: readonly string[]): string {
  return `has no key ${formatValue(key)}: use ${formatList(nearestFirst(known, key))}`;
}

function wrongValue(value: unknown, allowed: readonly string[]): string {
  if (value === undefined) return `is missing: use ${formatList(allowed)}`;
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return `is ${formatValue(value)}: use ${formatList(nearestFirst(allowed, written))}`;
}

function knownKeys(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** `rules.size.max`, `waivers[0].expires`; for the document itself, its words. */
function subject(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the document';
  const text = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return formatValue(text.replace(/^\./, ''));
}
