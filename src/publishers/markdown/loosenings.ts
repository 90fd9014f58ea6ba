/** What this change's policy lets pass, as Markdown right under the verdict: threats.md rule 9. Pure. */
import {
  looseningLines,
  looseningsTitle,
  uncomparedLines,
} from '../../domain/report/verdict-notes.ts';
import type {Report} from '../../domain/report/schema.ts';
import {bullets, escapeMarkdown} from '../../domain/text/markdown.ts';

/** In the rule's own words: what was asked before, and now. */
export function renderLoosenings(report: Report): string {
  const lines = looseningLines(report);
  return lines.length === 0 ? '' : `**${looseningsTitle(report)}**\n\n${bullets(lines)}`;
}

/** Sentences, and no list that is folded: that nothing was found says nothing here. */
export function renderUncompared(report: Report): string {
  return uncomparedLines(report).map(escapeMarkdown).join('\n\n');
}
