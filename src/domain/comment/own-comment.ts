/** Whether a comment can be one of ours, by every sign that its own text gives. Pure. */
import {titles} from '../report/title.ts';
import {escapeMarkdown} from '../text/markdown.ts';
import {parseMadeBy, type MadeBy} from './made-by.ts';
import {commentMarker} from './marker.ts';

/** The line of the run and the marker: what we quote of others opens no comment of HTML. */
const HIDDEN_LINES = 2;

/**
 * Another action may repeat what a stranger writes, as the same bot: so the marker alone proves nothing. Ours has
 * our headline with its key, then an empty line, and ends with an empty line, the line of its run and the marker.
 * @returns the run that it tells of; undefined: it is somebody else's, or in doubt
 */
export function parseOwnComment(body: string, key: string | undefined): MadeBy | undefined {
  const lines = body.trimEnd().split(/\r?\n/);
  const [title = '', second] = lines;
  const [before, , last] = lines.slice(-1 - HIDDEN_LINES);
  const isOurs =
    isTitle(title, key) &&
    second === '' &&
    before === '' &&
    last === commentMarker(key) &&
    body.split('<!--').length === 1 + HIDDEN_LINES;
  return isOurs ? parseMadeBy(body) : undefined;
}

function isTitle(line: string, key: string | undefined): boolean {
  const words = line.startsWith('## ') ? line.slice('## '.length) : line;
  return titles(key).some((start) => words.startsWith(`${escapeMarkdown(start)} `));
}
