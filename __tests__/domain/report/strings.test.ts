import {z} from 'zod';
import {RULES} from '../../../src/domain/policy/rules/index.ts';
import {identitiesIn, maskedDocument} from '../../../src/domain/report/masked.ts';
import {reportJsonSchema} from '../../../src/domain/report/schema.ts';
import {stringKind} from '../../../src/domain/report/strings.ts';
import {report} from '../../support/reports.ts';

const schema = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** Paths of all strings, as the walk through a report names them. */
function stringsOf(document: unknown, path: readonly string[] = []): readonly string[] {
  const parsed = schema.safeParse(document);
  if (!parsed.success) return [];
  const {type, properties = {}, ...rest} = parsed.data;
  const own = type === 'string' ? [path.join('.')] : [];
  const parts = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => {
    const options: unknown = rest[key];
    return Array.isArray(options) ? options.flatMap((one) => stringsOf(one, path)) : [];
  });
  return [
    ...new Set([
      ...own,
      ...parts,
      ...stringsOf(rest['items'], path),
      ...stringsOf(rest['additionalProperties'], [...path, '*']),
      ...Object.entries(properties).flatMap(([name, one]) => stringsOf(one, [...path, name])),
    ]),
  ];
}

test('Every string of a report and of a violation is free text or identifies', () => {
  const data = Object.values(RULES).map((rule) => z.toJSONSchema(rule.data));
  const paths = [
    ...stringsOf(reportJsonSchema()),
    ...data.flatMap((one) => stringsOf(one, ['violations', 'data'])),
  ];
  expect(paths.length).toBeGreaterThan(150);
  expect(paths.filter((path) => stringKind(path.split('.')) === undefined)).toEqual([]);
});

test('A secret that is called like an image is masked in free text alone', () => {
  const [run] = report().runs;
  if (run === undefined) throw new Error('The report has no run.');
  const notices = [{from: 'web', message: 'web failed'}];
  const output = ['401 with sec', 'ret-value'];
  const failure = {message: 'web', output};
  const given = report({runs: [{...run, notices, failure, tools: {web: 'web'}}]});
  const mask = (text: string): string => text.replaceAll(/web|sec\nret-value/g, '***');
  const masked = maskedDocument(given, mask);
  expect(masked.images).toEqual(given.images);
  expect(masked.runs[0]?.notices).toEqual([{from: 'web', message: '*** failed'}]);
  expect(masked.runs[0]?.failure).toEqual({message: '***', output: ['401 with ***']});
  expect(masked.runs[0]?.tools).toEqual({web: 'web'});
  expect(identitiesIn(given)).toEqual(expect.arrayContaining(['web', 'web/linux/amd64']));
});
