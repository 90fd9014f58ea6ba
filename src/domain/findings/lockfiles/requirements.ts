/** requirements*.txt and requirements/*.txt as pip reads it: one requirement a line, which may go on behind a backslash. */
import {linesOf, type LockfileFormat, type Pin} from './format.ts';

/** `Django[argon2] == 4.2 ; python_version > "3.8" --hash=…`; name, extras, specifiers. */
const REQUIREMENT = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/s;
/** `== 4.2` or `(== 4.2)` alone: with a second specifier, or a wildcard, the version is left open. */
const PINNED = /^\(?\s*={2,3}\s*([^\s,;*()]+)\s*\)?\s*$/;

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
  for (const [index, line] of linesOf(text.replace(/^\uFEFF/, '')).entries()) {
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
  const wanted = text.replace(/(^|\s)#.*$/s, '').trim();
  const [, name, rest = ''] = REQUIREMENT.exec(wanted) ?? [];
  if (name === undefined || /^[:/\\]/.test(rest)) return [];
  const specifiers = rest
    .replace(/(?:^|\s)--[a-z].*$/s, '')
    .replace(/;.*$/s, '')
    .trim();
  if (specifiers !== '' && !/^[@(=<>!~]/.test(specifiers)) return [];
  const version = PINNED.exec(specifiers)?.[1];
  return [{name, line, ...(version === undefined ? {} : {version})}];
}
