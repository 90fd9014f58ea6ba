/** What a compose file names, and how docker gets to read it: threats.md rules 13 and 14. */
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {parseCompose, type ComposeFile} from '../../../src/domain/plan/compose-file.ts';

const read = (text: string): ComposeFile => parseCompose(text, 'compose.yaml');

/** Paths with their lines. */
function named({includes, extended}: ComposeFile): readonly string[] {
  return [
    ...includes.flatMap(({paths}) => paths),
    ...includes.flatMap(({environment}) => environment),
    ...extended,
  ].map(({path, line}) => `${path}:${line}`);
}

describe('what it names', () => {
  it.each<[string, string, readonly string[]]>([
    ['a list of includes', 'include: [a.yml, b.yml]', ['a.yml:1', 'b.yml:1']],
    [
      'an include of several, with variables',
      'include:\n- path: [a.yml, b.yml]\n  env_file: [x.env]',
      ['a.yml:2', 'b.yml:2', 'x.env:3'],
    ],
    ['extends', 'services:\n  a:\n    extends: {file: c.yml, service: b}', ['c.yml:3']],
    ['extends of the same file', 'services: {a: {extends: b}}', []],
    ['an alias', 'x-a: &a\n  - a.yml\ninclude: *a', ['a.yml:2']],
    ['what is merged in', 'x-a: &a {include: [a.yml]}\n<<: *a', ['a.yml:1']],
    [
      'a service merged in',
      'x-a: &a {extends: {file: c.yml}}\nservices: {w: {<<: *a}}',
      ['c.yml:1'],
    ],
    ['every document', 'include: [a.yml]\n---\ninclude: [b.yml]', ['a.yml:1', 'b.yml:3']],
    ['a quoted key', '"include": ["a.yml"]', ['a.yml:1']],
    ['services of odd names', 'services: {__proto__: {extends: {file: c.yml}}}', ['c.yml:1']],
    ['nothing', '', []],
  ])('%s', (_, text, names) => {
    expect(named(read(text))).toEqual(names);
  });

  it.each([
    [
      'a variable',
      'include:\n- ${WHERE}/a.yml',
      'compose.yaml:2 names another file through a variable',
    ],
    ['a tag', 'include: !env x', 'compose.yaml:1 uses the YAML tag !env'],
    ['no YAML', 'a: [', 'is no YAML that can be read'],
    ['a depth without end', '['.repeat(20_000), 'is no YAML that can be read'],
  ])('is refused where it is %s', (_, text, words) => {
    expect(() => read(text)).toThrow(words);
  });

  it('ends where aliases lead in a circle', () => {
    expect(named(read('a: &a {<<: *a, include: [x.yml]}\n<<: *a'))).toEqual(['x.yml:1']);
  });
});

describe('what docker reads', () => {
  const printed = (file: ComposeFile): unknown => parse(file.print());

  it('has no env_file and label_file, also where they are merged in', () => {
    const text =
      'x-a: &a {env_file: a, label_file: b, image: i}\nservices: {w: {<<: *a, env_file: c}}';
    const text2 = read(text).print();
    expect(text2).not.toMatch(/env_file|label_file/);
    expect(parse(text2, {merge: true})).toMatchObject({services: {w: {image: 'i'}}});
  });

  it('leads where its references were moved, and nowhere else', () => {
    const file = read('include: [a.yml]\nservices: {w: {extends: {file: b.yml, service: s}}}');
    for (const {paths, setFolder} of file.includes) {
      paths[0]?.move('/copy/a.yml');
      setFolder('/project');
    }
    file.extended[0]?.move('/copy/b "quoted".yml');
    expect(printed(file)).toEqual({
      include: [{path: '/copy/a.yml', project_directory: '/project'}],
      services: {w: {extends: {file: '/copy/b "quoted".yml', service: 's'}}},
    });
  });

  it('keeps scalars as they are written', () => {
    const text = 'services: {w: {ports: ["0123", 1_0], x: 0o17, d: 2020-01-01, n: , t: yes}}';
    expect(read(text).print()).toMatch(/"0123".*1_0.*0o17.*2020-01-01.*null.*yes/s);
  });
});
