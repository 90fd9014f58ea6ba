/** A comment as a page: GitHub's Markdown (GFM), with the style sheet that follows GitHub's own. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {marked} from 'marked';

const STYLE = fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown.css'));

/** What GitHub has around a comment: the page's margin, its frame, and letters of 14 px. */
const AROUND = `
  body { margin: 0; padding: 16px; }
  .comment { max-width: 860px; border: 1px solid var(--borderColor-default); border-radius: 6px; }
  .comment.markdown-body { font-size: 14px; padding: 16px; box-sizing: border-box; }
  @media (prefers-color-scheme: dark) { html { background: #0d1117; } }
`;

/** The HTML that GFM makes of it. */
export function htmlOf(markdown: string): string {
  return marked.parse(markdown, {gfm: true, async: false});
}

export function pageOf(markdown: string): string {
  const style = `${readFileSync(STYLE, 'utf8')}${AROUND}`;
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${style}</style></head><body><article class="comment markdown-body">${htmlOf(markdown)}</article></body></html>`;
}
