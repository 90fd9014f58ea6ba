/** The last lines of what a container or its check says, bounded. Pure. */
import {truncate} from '../text/truncate.ts';
import {withoutEscapes} from '../text/plain-text.ts';

const MOST_LINES = 10;
const LONGEST_LINE = 300;

export function lastLines(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => withoutEscapes(line).trimEnd())
    .filter((line) => line.trim() !== '')
    .slice(-MOST_LINES)
    .map((line) => truncate(line, LONGEST_LINE));
}

/** Both streams in the order of their time stamps (`docker logs --timestamps`), without these. */
export function logLines(streams: readonly string[]): readonly string[] {
  return streams
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const [stamp = '', ...words] = line.split(' ');
      return {stamp, words: words.join(' ')};
    })
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0))
    .map(({words}) => words.replace(/\r$/, ''));
}
