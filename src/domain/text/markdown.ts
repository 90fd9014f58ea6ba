/** Foreign text in Markdown breaks no table, mentions nobody and injects nothing (threats.md rule 6). */
import {plainLine} from './plain.ts';

const NAMED: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/** Any text as the text of one line. */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(
      /[&<>@\\`*_{}[\]()#+\-!|~]/g,
      (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`,
    )
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
