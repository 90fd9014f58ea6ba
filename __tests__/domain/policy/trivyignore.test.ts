import {UserError} from '../../../src/errors.ts';
import {parseTrivyignore, parseTrivyignoreYaml} from '../../../src/domain/policy/trivyignore.ts';

const YAML = '.trivyignore.yaml';

describe('.trivyignore', () => {
  test('holds an id a line, for every scanner, with comments and dates', () => {
    const text =
      '# accepted\n\nCVE-2026-1\r\n  CVE-2026-2 exp:2027-01-31 # until the release\naws # note\n';
    expect(parseTrivyignore(text, '.trivyignore')).toEqual({
      ignores: [
        {id: 'CVE-2026-1', file: '.trivyignore', line: 3},
        {id: 'CVE-2026-2', file: '.trivyignore', line: 4, expires: '2027-01-31'},
        {id: 'aws', file: '.trivyignore', line: 5},
      ],
      notices: [],
    });
  });

  test('an entry with a date that is none has no effect, as in Trivy, and it is said', () => {
    expect(parseTrivyignore('CVE-2026-1 exp:2027-13-01', 'app/.trivyignore')).toEqual({
      ignores: [],
      notices: [
        'app/.trivyignore:1: the entry for `CVE-2026-1` has no effect: `2027-13-01` is no day; write it as `exp:2027-01-31`.',
      ],
    });
  });
});

describe('.trivyignore.yaml', () => {
  test('holds lists with paths, package URLs, reasons and dates', () => {
    const text = `vulnerabilities:
  - id: CVE-2026-1
    paths: ["usr/lib/**"]
    purls: ["pkg:deb/debian/zlib1g"]
    statement: not reachable
    expired_at: 2027-01-31
secrets:
  - id: github-pat
    expired_at: 2027-01-31T10:00:00Z
misconfigurations:
  - id: AVD-1
licenses:
  - {id: GPL-3.0, names: [x]}
`;
    expect(parseTrivyignoreYaml(text, YAML)).toEqual({
      ignores: [
        {
          id: 'CVE-2026-1',
          file: YAML,
          line: 2,
          kind: 'vulnerability',
          paths: ['usr/lib/**'],
          purls: ['pkg:deb/debian/zlib1g'],
          statement: 'not reachable',
          expires: '2027-01-31',
        },
        {id: 'github-pat', file: YAML, line: 8, kind: 'secret', expires: '2027-01-31'},
      ],
      notices: [
        `${YAML}: 2 entries for misconfigurations and licenses have no effect here: Plimsoll judges vulnerabilities and secrets.`,
      ],
    });
  });

  test.each(['', '# nothing\n', 'vulnerabilities:\n', '{}'])('%j ignores nothing', (text) => {
    expect(parseTrivyignoreYaml(text, YAML)).toEqual({ignores: [], notices: []});
  });

  test.each([
    [
      'vulnerability:\n  - id: X',
      'trivyignore.yaml:1: the key `vulnerability` has no effect: Trivy knows `vulnerabilities`, `secrets`, `licenses` or `misconfigurations`.',
      [],
    ],
    [
      'secrets:\n  - id: X\n    path: [a]',
      'trivyignore.yaml:3: the key `path` has no effect: Trivy knows `paths`, `id`, `purls`, `statement` or `expired_at`.',
      ['X'],
    ],
    [
      'secrets:\n  - statement: x',
      'trivyignore.yaml:2: this entry has no effect: it has no `id`.',
      [],
    ],
  ])('takes %j as Trivy does, and says what has no effect', (text, notice, ids) => {
    const {ignores, notices} = parseTrivyignoreYaml(text, 'trivyignore.yaml');
    expect(notices).toEqual([notice]);
    expect(ignores.map(({id}) => id)).toEqual(ids);
  });

  test('takes what a merge key brings, with its line', () => {
    const text = `x: &why {statement: not reachable, paths: [a]}
vulnerabilities:
  - <<: *why
    id: X
`;
    const {ignores} = parseTrivyignoreYaml(text, YAML);
    expect(ignores).toEqual([
      {
        ...{id: 'X', file: YAML, line: 3, kind: 'vulnerability'},
        paths: ['a'],
        statement: 'not reachable',
      },
    ]);
  });

  test.each([
    [
      'secrets:\n  - id: X\n    paths: tests/*',
      3,
      '`secrets[0].paths` is `tests/*`, where a list is expected.',
    ],
    [
      'secrets:\n  - id: X\n    paths: ["a["]',
      3,
      '`secrets[0].paths[0]` is `a[`, which is no pattern: close its brackets.',
    ],
    [
      'vulnerabilities:\n  - id: X\n    purls: [zlib]',
      3,
      '`vulnerabilities[0].purls[0]` is `zlib`, which is no package URL: write it as `pkg:npm/lodash@4.17.20`.',
    ],
    [
      'vulnerabilities:\n  - id: X\n    expired_at: soon',
      3,
      '`vulnerabilities[0].expired_at` is `soon`, which is no day: write it as `2027-01-31`.',
    ],
    ['secrets: [', 1, expect.stringMatching(/^this YAML cannot be read: /)],
  ])('refuses %j', (text, line, sentence: unknown) => {
    const parse = (): unknown => parseTrivyignoreYaml(text, YAML);
    expect(parse).toThrow(UserError);
    try {
      parse();
    } catch (error) {
      const message = error instanceof UserError ? error.message : '';
      expect(message.slice(0, `${YAML}:${line}: `.length)).toBe(`${YAML}:${line}: `);
      expect(message.slice(`${YAML}:${line}: `.length)).toEqual(sentence);
    }
    expect.assertions(3);
  });
});
