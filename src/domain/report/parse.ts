/** A report out of a file, which is foreign text. Pure. */
import {known, unable, type Known} from '../known.ts';
import {isDeep} from '../text/json.ts';
import {reportSchema, type Report} from './schema.ts';

/** What is written is never larger (architecture.md section 9). */
export const LARGEST_REPORT = 10_000_000;
/** `unable` is the second half of a sentence that begins with the file. */
export function parseReport(text: string): Known<Report> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return unable('is no report of Plimsoll: it is not JSON.');
  }
  if (isDeep(document)) return unable('is no report of Plimsoll: it is nested too deeply.');
  const parsed = reportSchema.safeParse(document);
  if (parsed.success) return known(parsed.data);
  const [issue] = parsed.error.issues;
  return unable(
    `is no report of this version of Plimsoll: ${whereOf(issue?.path ?? [])} ${WRONG[issue?.code ?? ''] ?? 'is not what it should be'}. All jobs must use the same version.`,
  );
}

/** In our words: the library's repeat what stands in the file. */
const WRONG: Readonly<Partial<Record<string, string>>> = {
  invalid_type: 'is of another type',
  invalid_value: 'has a value that is not known',
  unrecognized_keys: 'has a field that is not known',
  invalid_format: 'is not written as it should be',
  too_small: 'is too small',
  too_big: 'is too large',
};

const DEEPEST_NAMED = 6;

/** `images.0.findings.2.severity`: names that a schema may have, and no others. */
function whereOf(path: readonly PropertyKey[]): string {
  const names = path
    .slice(0, DEEPEST_NAMED)
    .map((part) => (/^\w{1,30}$/.test(String(part)) ? String(part) : '…'));
  return names.length === 0 ? 'it' : names.join('.');
}
