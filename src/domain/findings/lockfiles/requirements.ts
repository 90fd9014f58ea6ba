/** requirements*.txt and requirements/*.txt as pip reads it: one requirement a line, which may go on behind a backslash. */
import {defined} from '../../defined.ts';
import {textBefore, withoutTrailing} from '../../text/truncate.ts';
import {splitLines, type LockfileFormat, type Pin} from './format.ts';

const NAME = /^[A-Za-z0-9][\w.-]*/;
const EXTRAS = /^\[[^\]]*\]/;

export const requirements: LockfileFormat = {
  ecosystem: 'pypi',
  kind: 'manifest',
  files: /(?:^|\/)requirements(?:[^/]*|\/[^/]+)\.txt$/i,
  parse: (text) => logicalLines(text).flatMap(pinOf),
};

interface LogicalLine {
  readonly text: string;
  readonly line: number;
}

/** The joined text, with the line that it begins on; a comment ends what goes on. */
function logicalLines(text: string): readonly LogicalLine[] {
  const joined: LogicalLine[] = [];
  let open: LogicalLine | undefined;
  for (const [index, line] of splitLines(text.replace(/^\uFEFF/, '')).entries()) {
    const goesOn = line.endsWith('\\') && !/^\s*#/.test(line);
    const piece = goesOn ? line.slice(0, -1) : line;
    open = {text: `${open?.text ?? ''} ${piece}`, line: open?.line ?? index + 1};
    if (goesOn) continue;
    joined.push(open);
    open = undefined;
  }
  return open === undefined ? joined : [...joined, open];
}

/** Nothing for options (`-r`, `-e`, `--index-url`), links and paths. */
function pinOf({text, line}: LogicalLine): readonly Pin[] {
  const wanted = upTo(/(?:^|\s)#/, text).trim();
  const word = NAME.exec(wanted)?.[0] ?? '';
  const name = withoutTrailing(word, '_.-');
  const behind = wanted.slice(name.length).trimStart();
  const rest = behind.slice(EXTRAS.exec(behind)?.[0].length ?? 0).trimStart();
  if (name === '' || /^[:/\\]/.test(rest)) return [];
  const specifiers = textBefore(upTo(/(?:^|\s)--[a-z]/, rest), ';').trim();
  if (specifiers !== '' && !/^[@(=<>!~]/.test(specifiers)) return [];
  const version = pinnedBy(specifiers);
  return [{name, line, ...defined({version})}];
}

function upTo(mark: RegExp, text: string): string {
  const at = text.search(mark);
  return at < 0 ? text : text.slice(0, at);
}

/** `== 4.2` or `(== 4.2)` alone: with a second specifier, or a wildcard, the version is left open. */
function pinnedBy(specifiers: string): string | undefined {
  const open = specifiers.startsWith('(') ? specifiers.slice(1).trimStart() : specifiers;
  const closed = open.endsWith(')') ? open.slice(0, -1).trimEnd() : open;
  const [equals] = /^={2,3}/.exec(closed) ?? [];
  const version = closed.slice(equals?.length ?? 0).trimStart();
  return equals === undefined || !/^[^\s,;*()]+$/.test(version) ? undefined : version;
}
