/**
 * `.trivyignore` and `.trivyignore.yaml` as Trivy 0.74 reads them (its pkg/result/ignore.go, and
 * tried with the binary), except that what Trivy would pass over in silence is said.
 */
import {z} from 'zod';
import {defined} from '../defined.ts';
import {readPackageUrl} from '../findings/package-url.ts';
import {parseYaml, type YamlSource} from './document.ts';
import {compileGlob} from './glob.ts';
import {checkSchema} from './check-schema.ts';
import type {Ignore} from './policy.ts';
import {formatList, nearestFirst, formatValue} from './format.ts';

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
        `${file}:${line}: the entry for ${formatValue(id)} has no effect: ${formatValue(expires)} is no day; write it as \`exp:2027-01-31\`.`,
      );
    else ignores.push({id, file, line, ...defined({expires})});
  }
  return {ignores, notices};
}

/** Keys that the scanner does not know are no mistake there: they are said. */
const entry = z.object({
  // Without one nothing is ever ignored.
  id: z.string().optional(),
  paths: z
    .array(
      z.string().refine((pattern) => compileGlob(pattern) !== undefined, {
        error: ({input}) => `is ${formatValue(input)}, which is no pattern: close its brackets`,
      }),
    )
    .optional(),
  purls: z
    .array(
      z.string().refine((purl) => readPackageUrl(purl) !== undefined, {
        error: ({input}) =>
          `is ${formatValue(input)}, which is no package URL: write it as \`pkg:npm/lodash@4.17.20\``,
      }),
    )
    .optional(),
  statement: z.string().optional(),
  expired_at: z
    .string()
    .refine((day) => z.iso.date().safeParse(dayOf(day)).success, {
      error: ({input}) => `is ${formatValue(input)}, which is no day: write it as \`2027-01-31\``,
    })
    .optional(),
});

const list = z.array(entry).nullish();

const ignoreFile = z
  .object({
    vulnerabilities: list,
    secrets: list,
    misconfigurations: z.array(z.unknown()).nullish(),
    licenses: z.array(z.unknown()).nullish(),
  })
  .nullable();

/** @throws {UserError} that names file, line, the value and what is allowed */
export function parseTrivyignoreYaml(text: string, file: string): Ignores {
  const source = parseYaml(text, file, {merge: true});
  const parsed = checkSchema(source, ignoreFile);
  const readList = (
    key: 'vulnerabilities' | 'secrets',
    kind: 'vulnerability' | 'secret',
  ): Ignore[] =>
    (parsed?.[key] ?? []).map((item, at) => ({
      id: item.id ?? '',
      file,
      line: source.lineOf([key, at]),
      kind,
      ...defined({paths: item.paths, purls: item.purls, statement: item.statement}),
      ...(item.expired_at !== undefined && {expires: dayOf(item.expired_at)}),
    }));
  const read = [...readList('vulnerabilities', 'vulnerability'), ...readList('secrets', 'secret')];
  const others = (parsed?.misconfigurations?.length ?? 0) + (parsed?.licenses?.length ?? 0);
  return {
    ignores: read.filter(({id}) => id !== ''),
    notices: [
      ...unknownKeys(source),
      ...read
        .filter(({id}) => id === '')
        .map(({line}) => `${file}:${line}: this entry has no effect: it has no \`id\`.`),
      ...(others === 0
        ? []
        : [
            `${file}: ${others} entries for misconfigurations and licenses have no effect here: Plimsoll judges vulnerabilities and secrets.`,
          ]),
    ],
  };
}

const wholeFile = z
  .object({
    vulnerabilities: z.array(z.unknown()).nullish(),
    secrets: z.array(z.unknown()).nullish(),
  })
  .nullable();

/** The scanner passes over them in silence. */
function unknownKeys(source: YamlSource): readonly string[] {
  const {file, data, lineOf} = source;
  const whole = checkSchema(source, wholeFile);
  const items = (['vulnerabilities', 'secrets'] as const).flatMap((key) =>
    (whole?.[key] ?? []).map((item, at) => ({path: [key, at], item})),
  );
  const places = [
    {path: [], item: data, known: Object.keys(ignoreFile.unwrap().shape)},
    ...items.map((place) => ({...place, known: Object.keys(entry.shape)})),
  ];
  return places.flatMap(({path, item, known}) =>
    keysOf(item)
      .filter((key) => !known.includes(key))
      .map(
        (key) =>
          `${file}:${lineOf([...path, key])}: the key ${formatValue(key)} has no effect: Trivy knows ${formatList(nearestFirst(known, key))}.`,
      ),
  );
}

function keysOf(data: unknown): readonly string[] {
  return typeof data === 'object' && data !== null ? Object.keys(data) : [];
}

/** `2027-01-31T10:00:00Z` -> `2027-01-31`. */
function dayOf(timestamp: string): string {
  return timestamp.split(/[Tt ]/, 1)[0] ?? '';
}
