/** What is told right under the verdict, as Markdown: what a policy lets pass (threats.md rule 9). Pure. */
import {banners, uncomparedLines} from '../report/verdict-notes.ts';
import type {Report} from '../report/schema.ts';
import {bullets, escapeMarkdown} from '../text/markdown.ts';

/** In the rule's own words: what was asked before, and now. */
export function renderBanners(report: Report): string {
  return banners(report)
    .map(({title, lines}) => `**${title}**\n\n${bullets(lines)}`)
    .join('\n\n');
}

/** Sentences, and no list that is folded: that nothing was found says nothing here. */
export function renderUncompared(report: Report): string {
  return uncomparedLines(report).map(escapeMarkdown).join('\n\n');
}
