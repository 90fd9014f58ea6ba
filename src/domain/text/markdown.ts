/** Foreign text in Markdown breaks no table, mentions nobody and injects nothing (threats.md rule 6). */

/** Control characters, and marks that change the direction of reading. */
// eslint-disable-next-line no-control-regex -- these are what is removed
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/** Any text as the text of one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(HIDDEN, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-!|~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@/g, '&#64;')
    .replace(/\bhttp(s?):/gi, 'http$1&#58;')
    .replace(/\bwww\./gi, 'www&#46;');
}

/** Text in a `<code>` element: looks like code, and is as harmless as the rest. */
export function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}
