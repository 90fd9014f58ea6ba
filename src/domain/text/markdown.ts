/** Foreign text in Markdown breaks no table, mentions nobody and injects nothing (threats.md rule 6). */
import {plainLine} from './plain-text.ts';
import {ownProperty} from '../own-property.ts';

const NAMED: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/**
 * GitHub looks for `@name`, `#1` and `GH-1` in what Markdown was made to, where an entity is a character
 * again: a space without width parts them.
 */
const NO_SPACE = '&#8203;';

/** Any text as the text of one line. */
export function escapeMarkdown(text: string): string {
  return withEntities(text)
    .replaceAll('&#64;', `&#64;${NO_SPACE}`)
    .replace(/&#35;(?=\d)/g, `&#35;${NO_SPACE}`)
    .replace(/GH&#45;(?=\d)/gi, `$&${NO_SPACE}`);
}

function withEntities(text: string): string {
  return plainLine(text)
    .toWellFormed()
    .replace(
      /[&<>@\\`*_{}[\]()#+\-!|~$]/g,
      (character) => ownProperty(NAMED, character) ?? `&#${character.charCodeAt(0)};`,
    )
    .replace(
      /[:.](?<=(?:https?|ftp|mailto|xmpp):|www\.)/gi,
      (character) => `&#${character.charCodeAt(0)};`,
    );
}

/** Text in a `<code>` element, where GitHub looks for no names: it can be copied as it is. */
export function code(text: string): string {
  return `<code>${withEntities(text)}</code>`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** The same; nothing where there is nothing to fold. */
export function folding(title: string, body: string): string {
  return body === '' ? '' : folded(title, body);
}

/** Any texts as a list. */
export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n');
}

const PIECE = 8;

/** Any text as the text of one line, which a narrow column may break anywhere. */
export function breakable(text: string): string {
  const words = plainLine(text).split(' ');
  return words.map((word) => piecesOf(word).map(escapeMarkdown).join('<wbr>')).join(' ');
}

function piecesOf(word: string): readonly string[] {
  const characters = Array.from(word);
  const count = Math.ceil(characters.length / PIECE);
  return Array.from({length: count}, (_, at) =>
    characters.slice(at * PIECE, (at + 1) * PIECE).join(''),
  );
}
