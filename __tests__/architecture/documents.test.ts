/** What code, tests and documents cite of `docs/` exists there, and they cite no document that does not. */
import {existsSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {execFileSync} from 'node:child_process';
import {describe, expect, it} from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['architecture.md', 'threats.md', 'facts.md', 'style.md'];
const OTHERS = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const CITED = /\b(architecture|threats|facts|style|design|lab|users)\.md\b/;
/** `threats.md rules 3 and 15`, `architecture.md, principle 6`, `facts.md, "Owner of a layer"`. */
const CITATION =
  /\b(architecture|threats|facts|style)\.md,? (?:(section|rule|principle)s? (\d+)(?:(?:,| and) (\d+))?|"([^"]+)")/g;

interface Citation {
  readonly file: string;
  readonly document: string;
  readonly kind: string;
  readonly what: string;
}

function tracked(): readonly string[] {
  return execFileSync('git', ['ls-files', 'src', '__tests__', 'scripts', 'lab', 'docs', '*.md'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(ts|mjs|md|sh)$/.test(file) && file !== OWN);
}

const OWN = join('__tests__/architecture', basename(import.meta.filename));

/** A comment that goes on in the next line is one text. */
function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' ');
}

function citationsOf(file: string): readonly Citation[] {
  return [...textOf(file).matchAll(CITATION)].flatMap(
    ([, document = '', kind = 'heading', one, two, heading]) =>
      [one, two, heading]
        .filter((what) => what !== undefined)
        .map((what) => ({file, document: `${document}.md`, kind, what})),
  );
}

const text = new Map(
  DOCUMENTS.map((name) => [name, readFileSync(join(ROOT, 'docs', name), 'utf8')]),
);

function exists({document, kind, what}: Citation): boolean {
  const lines = (text.get(document) ?? '').split('\n');
  switch (kind) {
    case 'section':
      return lines.some((line) => line.startsWith(`## ${what}. `));
    case 'rule':
    case 'principle':
      return lines.some((line) => line.startsWith(`${what}. **`));
    default:
      return lines.some((line) => /^(#{2,3} |- \*\*)/.test(line) && line.includes(what));
  }
}

describe('a reference to a document', () => {
  const files = tracked();
  const citations = files.flatMap((file) => citationsOf(file));

  it('leads to a section, a rule or a heading that is there', () => {
    expect(citations.length).toBeGreaterThan(60);
    expect(citations.filter((citation) => !exists(citation))).toEqual([]);
  });

  it.each(DOCUMENTS)('is made to %s', (name) => {
    expect(citations.some(({document}) => document === name)).toBe(true);
  });

  it('is made to no document that the repository does not have', () => {
    const strange = files.filter((file) => {
      const cited = CITED.exec(textOf(file))?.[1];
      return (
        cited !== undefined && textOf(file).match(/\b(?:design|lab|users)\.md\b|\.\.\/shared\b/)
      );
    });
    expect(strange).toEqual([]);
  });

  it.each(OTHERS)('of %s by a link leads to a file', (name) => {
    const links = [...readFileSync(join(ROOT, name), 'utf8').matchAll(/\]\(([^)#\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});
