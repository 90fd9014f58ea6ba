/** A record out of a file, which is foreign text. Pure. */
import {known, unable, type Known} from '../known.ts';
import {isDeep} from '../text/json.ts';
import {recordSchema, type RunRecord} from './schema.ts';

/** `unable` is the second half of a sentence that begins with the file. */
export function parseRecord(text: string): Known<RunRecord> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return unable('is no record of Plimsoll: it is not JSON.');
  }
  if (isDeep(document)) return unable('is no record of Plimsoll: it is nested too deeply.');
  const parsed = recordSchema.safeParse(document);
  if (parsed.success) return known(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'it' : issue.path.join('.');
  return unable(
    `is no record of this version of Plimsoll: ${where} ${issue?.message ?? 'is wrong'}. Take the record.json of a run of this version.`,
  );
}
