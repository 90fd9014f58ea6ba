/**
 * A Dockerfile's text, cut into instructions as BuildKit's parser cuts it (frontend/dockerfile/parser:
 * continuations, comments in between, the escape directive, heredocs). Own code, because the text is a
 * stranger's: dockerfile-ast takes minutes for one megabyte of it. Every line is looked at once. Pure.
 */

export interface RawInstruction {
  /** Upper case; empty where there is no word. */
  readonly keyword: string;
  /** On one line, without comments and line ends; of a heredoc its lines too. */
  readonly text: string;
  /** From 1. */
  readonly startLine: number;
  readonly endLine: number;
}

const DIRECTIVE = /^#[ \t]*([a-z][a-z0-9]*)[ \t]*=[ \t]*(\S*)$/i;
const TAKES_HEREDOCS = new Set(['RUN', 'COPY', 'ADD']);

export function splitInstructions(text: string): readonly RawInstruction[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const escape = escapeOf(lines);
  const found: RawInstruction[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const {pieces, last} = logicalLine(lines, {from: at, escape});
    const own = pieces.join(' ');
    const end = own === '' ? last : endOfHeredocs(own, {lines, from: last});
    if (own !== '') {
      const inside = folded(lines.slice(last + 1, end + 1), escape);
      const whole = [own, ...inside].join(' ');
      found.push({keyword: wordOf(own), text: whole, startLine: at + 1, endLine: end + 1});
    }
    at = end;
  }
  return found;
}

/** What is one line to BuildKit: it goes on behind an escape, over comments and empty lines. */
function logicalLine(
  lines: readonly string[],
  {from, escape}: {readonly from: number; readonly escape: string},
): {readonly pieces: readonly string[]; readonly last: number} {
  const pieces: string[] = [];
  let last = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (isPassedOver(line)) {
      if (at === from) break;
      continue;
    }
    last = at;
    pieces.push(...folded([line], escape));
    if (!continues(line, escape)) break;
  }
  return {pieces, last};
}

/** Without comments and empty lines, and without what says that a line goes on. */
function folded(lines: readonly string[], escape: string): readonly string[] {
  return lines
    .map((line) => line.trim())
    .filter((line) => !isPassedOver(line))
    .map((line) => (continues(line, escape) ? line.slice(0, -1).trimEnd() : line))
    .filter((line) => line !== '');
}

/** Directives stand before everything else. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = DIRECTIVE.exec(line.trim()) ?? [];
    if (name === undefined) return '\\';
    if (name.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
  }
  return '\\';
}

/** @param line without blanks at its ends */
function isPassedOver(line: string): boolean {
  return line === '' || line.startsWith('#');
}

/** `a \`, and not `a \\`: an escape that is escaped is a character. */
function continues(line: string, escape: string): boolean {
  return line.endsWith(escape) && line.at(-2) !== escape;
}

function wordOf(text: string): string {
  return /^\S*/.exec(text)?.[0].toUpperCase() ?? '';
}

/** Position of the last line that belongs to the heredocs of an instruction; its own where it has none. */
function endOfHeredocs(
  text: string,
  {lines, from}: {readonly lines: readonly string[]; readonly from: number},
): number {
  const keyword = wordOf(text);
  const inner = keyword === 'ONBUILD' ? wordOf(text.slice(keyword.length).trimStart()) : keyword;
  if (!TAKES_HEREDOCS.has(inner) || !text.includes('<<')) return from;
  let at = from;
  for (const {name, chomp} of heredocsIn(text)) {
    do at += 1;
    while (at < lines.length && (chomp ? withoutTabs(lines[at] ?? '') : lines[at]) !== name);
  }
  return Math.min(at, lines.length - 1);
}

function withoutTabs(line: string): string {
  return line.replace(/^\t+/, '');
}

/** `<<EOF`, `3<<-"E O F"`: a word of its own, outside of quotes, as a shell has it. */
function heredocsIn(text: string): readonly {readonly name: string; readonly chomp: boolean}[] {
  return wordsOf(text).flatMap((word) => {
    const [, dash, name = ''] = /^\d*<<(-?)([^<]*)$/.exec(word) ?? [];
    const plain = name.replace(/["'\\]/g, '');
    return dash === undefined || plain === '' ? [] : [{name: plain, chomp: dash === '-'}];
  });
}

/** Words with their quotes. */
function wordsOf(text: string): readonly string[] {
  return text.match(/(?:[^\s"'\\]|\\[^]?|"(?:[^"\\]|\\[^]?)*(?:"|$)|'[^']*(?:'|$))+/g) ?? [];
}
