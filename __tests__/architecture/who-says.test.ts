/** SECURITY.md says who can say what: every answer of its table names the test that holds it. */
import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const SUBJECTS = ['policy', 'ignore files', 'VEX', 'definition', 'artifact', 'parts', 'comment'];
const EVENTS = [
  ...['`push`', '`schedule`', '`workflow_dispatch`', '`repository_dispatch`', '`release`'],
  ...['`pull_request`', '`pull_request_review`', '`pull_request_review_comment`', '`merge_group`'],
  ...['`pull_request_target`', '`workflow_run`', 'every other event'],
  ...['`workflow_run` with `mode: relay`', 'none (the command)'],
];

interface Row {
  readonly events: readonly string[];
  readonly subjects: readonly string[];
  readonly who: string;
  readonly answers: readonly string[];
}

/** The one table below the heading. */
function rows(): readonly Row[] {
  const text = readFileSync(resolve(root, 'SECURITY.md'), 'utf8');
  const [, section = ''] = text.split('## Who can say what\n');
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) => {
    const cells = line.split('|').slice(1, -1);
    const [events = '', subjects = '', who = '', ...answers] = cells.map((cell) => cell.trim());
    return {events: events.split(', '), subjects: subjects.split(', '), who, answers};
  });
}

interface Named {
  readonly file: string;
  readonly name: string;
}

/** `attacks/18-parts: of this run counts` in an answer. */
function testsOf(answer: string): readonly Named[] {
  return [...answer.matchAll(/`([\w-]+(?:\/[\w-]+)+): ([^`]+)`/g)].map(
    ([, file = '', name = '']) => ({
      ...{file: `__tests__/${file}.test.ts`, name},
    }),
  );
}

/** What tests are called: titles, and what rows of their tables begin with. */
function titlesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(resolve(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const titles: string[] = [];
  const take = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) titles.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:it|test)\b/.test(node.expression.getText(source)))
      take(node.arguments[0]);
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 1) take(node.elements[0]);
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'what')
      take(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

describe('the table of who can say what', () => {
  it('answers for every event and everything that somebody may write', () => {
    const all = rows();
    const missing = EVENTS.flatMap((event) => {
      const own = all.filter(({events}) => events.includes(event) || events[0] === 'every event');
      const told = new Set(own.flatMap(({subjects}) => subjects));
      return SUBJECTS.filter((subject) => !told.has(subject)).map((one) => `${event}: ${one}`);
    });
    expect(missing).toEqual([]);
    expect(all.flatMap(({events}) => events).filter((one) => one !== 'every event')).toEqual(
      expect.arrayContaining(EVENTS),
    );
    expect(all.filter(({who, answers}) => who === '' || answers.length !== 3)).toEqual([]);
  });

  it('has no answer without a test', () => {
    const bare = rows().flatMap(({answers}) => answers.filter((one) => testsOf(one).length === 0));
    expect(bare).toEqual([]);
  });

  it('names tests that are there, each one alone', () => {
    const wrong = rows()
      .flatMap(({answers}) => answers.flatMap(testsOf))
      .flatMap(({file, name}) => {
        if (!existsSync(resolve(root, file))) return [`${file} is not there`];
        const titles = titlesIn(file);
        const found = new Set(titles.filter((title) => title.includes(name)));
        return found.size === 1 || titles.includes(name)
          ? []
          : [`${file}: ${name}: ${[...found].join(' | ')}`];
      });
    expect(wrong).toEqual([]);
  });
});
