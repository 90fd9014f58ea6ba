/** Whatever a name, a path, a package or an instruction holds: threats.md rule 6, as GFM reads it. */
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {marked, type Token, type Tokens} from 'marked';
import type {Report} from '../../../src/domain/report/schema.ts';
import {renderComment, renderQuietComment} from '../../../src/publishers/comment/render.ts';
import {COMPARED} from '../../support/compared.ts';
import {image, report, vulnerability} from '../../support/reports.ts';

const REPOSITORY = 'https://git.example/o/r';
const LINKS = {repository: REPOSITORY, blob: `${REPOSITORY}/blob/abc`, run: `${REPOSITORY}/runs/1`};

/** What foreign text tries, in the middle of other text. */
const TRICKS = [
  ...['|', '||', '\n| x |', '`', '```\n', '<!--', '-->', '</details>', '<img src=x onerror=y>'],
  ...['@octocat', '@org/team', '#1', 'GH-12', 'o/r#3', '[x](http://evil.example)', '![x](y)'],
  ...['https://evil.example/?a=b', 'www.evil.example', 'a@b.example', '**x**', '~~x~~', '$x$'],
  ...['\u202eevil', '\u2028', '\r\n\r\n# x', '&lt;', '&#64;octocat', '\\', '\ud800', '\u0000'],
  ...[
    '<!-- plimsoll-comment -->',
    '\n\n<!-- plimsoll-comment -->',
    '- [ ] x',
    'mailto:a@b.example',
  ],
] as const;

const foreign = fc
  .array(fc.oneof(fc.constantFrom(...TRICKS), fc.string({unit: 'binary'})), {maxLength: 6})
  .map((parts) => parts.join(''));

/** Every field that others fill holds it. */
function hostile(text: string): Report {
  const place = {file: text, startLine: 3};
  const [layer, ...layers] = COMPARED.layers;
  const [run] = report().runs;
  if (layer === undefined || run === undefined) throw new Error('there are layers and a run');
  const finding = {
    ...({identity: text, id: text, package: text, severity: 'high', fixed: text} as const),
  };
  const comparison = {
    ...COMPARED,
    layers: [{...layer, instruction: text, place}, ...layers],
    bases: [{reference: text, before: text, after: text}],
    packages: [
      {name: text, change: 'added', after: text, cause: 'this change'} as const,
      {name: text, change: 'added', after: text, cause: 'drift'} as const,
    ],
    findings: {
      new: (['this change', 'drift'] as const).map((cause) => ({...finding, cause})),
      fixed: [{...finding, cause: 'drift' as const}],
      still: 0,
    },
  };
  const one = image({
    ...{id: text, name: text, platform: text, verdict: 'fail', comparison},
    user: {declared: text, isRoot: false},
  });
  return report({
    ...{verdict: 'fail', images: [one, image({state: 'not-built', id: `b${text}`, reason: text})]},
    runs: [{...run, baseline: {madeAt: '2025-12-30T10:11:12.000Z', commit: text}}],
    violations: [
      {...vulnerability(text, {package: text, fixed: text}), image: text, place},
      {
        ...{rule: 'user', image: text, level: 'error', place, message: text},
        data: {mistake: 'unknown-name', declared: text},
      },
    ],
    error: {kind: 'tool', message: text},
  });
}

function tokensOf(markdown: string): readonly Token[] {
  const found: Token[] = [];
  void marked.walkTokens(marked.lexer(markdown, {gfm: true}), (token) => void found.push(token));
  return found;
}

const OURS = /^(<\/?(sub|code|details|summary)>|<br>|<wbr>|<!-- plimsoll-comment -->)*$/;

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

/** GitHub's own names, as its filters look for them in what is shown outside of `code`. */
function namesIn(markdown: string): readonly string[] {
  const shown = marked
    .parse(markdown, {gfm: true, async: false})
    .replaceAll(/<code>.*?<\/code>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)));
  return shown.match(/@[a-z0-9]|(?<![&a-z0-9])#\d|GH-\d/gi) ?? [];
}

describe('foreign text', () => {
  it('starts no element, link, picture or list of its own, and leaves tables whole', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const tokens = tokensOf(renderComment(hostile(text), {links: LINKS}));
        const elements = tokens.filter(({type}) => type === 'html').map(({raw}) => raw);
        expect(
          elements.flatMap((raw) => raw.match(/<[^>]*>/g) ?? []).filter((raw) => !OURS.test(raw)),
        ).toEqual([]);
        const links = tokens.flatMap((token) =>
          token.type === 'link' ? [String(token['href'])] : [],
        );
        expect(links.filter((href) => !href.startsWith(`${REPOSITORY}/`))).toEqual([]);
        expect(tokens.filter(({type}) => ['image', 'del', 'checkbox'].includes(type))).toEqual([]);
        const [first] = tokens.filter(isTable);
        expect(first?.header).toHaveLength(4);
        // A row of too many cells loses the last ones.
        const ends = first?.rows.map((row) => /health: .*build: /.test(row[3]?.text ?? ''));
        expect(ends).toEqual([true, true]);
        expect(tokens.filter(({type}) => type === 'heading')[0]?.raw).toMatch(/^## Plimsoll/);
      }),
      {numRuns: 300},
    );
  });

  it('mentions nobody and no issue', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const told = hostile(text);
        expect(namesIn(renderComment(told, {links: LINKS, note: text}))).toEqual([]);
        expect(namesIn(renderQuietComment(told, {links: LINKS}))).toEqual([]);
      }),
      {numRuns: 300},
    );
  });

  it('makes no second marker, and fits', () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const body = renderComment(hostile(text.repeat(40)), {links: LINKS, limit: 9000});
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(9000);
        expect(body.match(/<!--/g)).toHaveLength(1);
        expect(body.isWellFormed()).toBe(true);
        expect(body).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
      }),
      {numRuns: 200},
    );
  });
});
