/** A report out of a file, which is foreign text. Pure. */
import {known, unable, type Known} from '../known.ts';
import {reportSchema, type Report} from './schema.ts';

/** What is written is never larger (design.md section 10). */
export const LARGEST_REPORT = 10_000_000;
/** Ours has fewer than ten levels; what goes through it calls itself for each. */
const DEEPEST = 64;

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
  const where = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.join('.');
  return unable(
    `is no report of this version of Plimsoll: ${where} ${issue?.message ?? 'is wrong'}. All jobs must use the same version.`,
  );
}

/** Level by level, so that no depth is too much for it. */
function isDeep(document: unknown): boolean {
  let level: unknown[] = [document];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
