/**
 * `.trivyignore` and `.trivyignore.yaml` as Trivy 0.74 reads them (its pkg/result/ignore.go, and
 * tried with the binary), except that what Trivy would pass over in silence is said.
 */
import {z} from 'zod';
import {readPackageUrl} from '../findings/package-url.ts';
import {parseYaml} from './document.ts';
import {compileGlob} from './glob.ts';
import {checked} from './mistakes.ts';
import type {Ignore} from './policy.ts';
import {shown} from './say.ts';

export interface Ignores {
  readonly ignores: readonly Ignore[];
  /** Sentences: what is there and has no effect. */
  readonly notices: readonly string[];
}

/** An id a line, `#` comments, `exp:2026-01-01` after the id; an id counts for every scanner. */
export function parseTrivyignore(text: string, file: string): Ignores {
  const ignores: Ignore[] = [];
  const notices: string[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    const [id, ...fields] = content.trim().split(/\s+/);
    if (id === undefined || id === '' || id.startsWith('#')) continue;
    const line = index + 1;
    const expires = fields.find((field) => field.startsWith('exp:'))?.slice('exp:'.length);
    if (expires !== undefined && !z.iso.date().safeParse(expires).success)
      notices.push(
        `${file}:${line}: the entry for ${shown(id)} has no effect: ${shown(expires)} is no day; write it as \`exp:2027-01-31\`.`,
      );
    else ignores.push({id, file, line, ...(expires !== undefined && {expires})});
  }
  return {ignores, notices};
}

const entry = z.strictObject({
  id: z.string().min(1),
  paths: z
    .array(
      z.string().refine((pattern) => compileGlob(pattern) !== undefined, {
        error: ({input}) => `is ${shown(input)}, which is no pattern: close its brackets`,
      }),
    )
    .optional(),
  purls: z
    .array(
      z.string().refine((purl) => readPackageUrl(purl) !== undefined, {
        error: ({input}) =>
          `is ${shown(input)}, which is no package URL: write it as \`pkg:npm/lodash@4.17.20\``,
      }),
    )
    .optional(),
  statement: z.string().optional(),
  expired_at: z
    .string()
    .refine((day) => z.iso.date().safeParse(dayOf(day)).success, {
      error: ({input}) => `is ${shown(input)}, which is no day: write it as \`2027-01-31\``,
    })
    .optional(),
});

const list = z.array(entry).nullish();

const ignoreFile = z
  .strictObject({
    vulnerabilities: list,
    secrets: list,
    misconfigurations: z.array(z.unknown()).nullish(),
    licenses: z.array(z.unknown()).nullish(),
  })
  .nullable();

/** @throws {UserError} that names file, line, the value and what is allowed */
export function parseTrivyignoreYaml(text: string, file: string): Ignores {
  const source = parseYaml(text, file);
  const parsed = checked(source, ignoreFile);
  const read = (key: 'vulnerabilities' | 'secrets', kind: 'vulnerability' | 'secret'): Ignore[] =>
    (parsed?.[key] ?? []).map((item, at) => ({
      id: item.id,
      file,
      line: source.lineOf([key, at]),
      kind,
      ...(item.paths !== undefined && {paths: item.paths}),
      ...(item.purls !== undefined && {purls: item.purls}),
      ...(item.statement !== undefined && {statement: item.statement}),
      ...(item.expired_at !== undefined && {expires: dayOf(item.expired_at)}),
    }));
  const others = (parsed?.misconfigurations?.length ?? 0) + (parsed?.licenses?.length ?? 0);
  return {
    ignores: [...read('vulnerabilities', 'vulnerability'), ...read('secrets', 'secret')],
    notices:
      others === 0
        ? []
        : [
            `${file}: ${others} entries for misconfigurations and licenses have no effect here: Plimsoll judges vulnerabilities and secrets.`,
          ],
  };
}

/** `2027-01-31T10:00:00Z` -> `2027-01-31`. */
function dayOf(timestamp: string): string {
  return timestamp.split(/[Tt ]/, 1)[0] ?? '';
}
