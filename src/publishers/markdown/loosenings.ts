/** What this change's policy lets pass, as Markdown right under the verdict: threats.md rule 9. Pure. */
import {looseningLines, looseningsTitle} from '../../domain/report/held.ts';
import type {Report} from '../../domain/report/schema.ts';
import {bullets} from '../../domain/text/markdown.ts';

/** In the rule's own words: what was asked before, and now. */
export function renderLoosenings(report: Report): string {
  const lines = looseningLines(report);
  return lines.length === 0 ? '' : `**${looseningsTitle(report)}**\n\n${bullets(lines)}`;
}
