/**
 * Go's filepath.Match: which names a source of COPY means, and which lines of an ignore file the
 * builder refuses. Pure. https://pkg.go.dev/path/filepath#Match
 */
import type {CharacterTest} from '../text/linear-match.ts';

export type Match = 'yes' | 'no' | 'bad pattern';

interface Chunk {
  /** A `*` goes before it. */
  readonly isFloating: boolean;
  /** One for each character; undefined for what is no pattern. */
  readonly tests: readonly CharacterTest[] | undefined;
  readonly isLast: boolean;
}

/**
 * As in Go, a chunk that does not match ends the work, and what is wrong after it is never found:
 * `b*[` on `a` is `no`.
 */
export function compileGoMatch(pattern: string): (name: string) => Match {
  const chunks = [...chunksOf(Array.from(pattern))];
  return (name) => {
    const text = Array.from(name);
    let at = 0;
    for (const {tests, ...chunk} of chunks) {
      if (tests === undefined) return 'bad pattern';
      if (chunk.isFloating && tests.length === 0)
        return text.slice(at).includes('/') ? 'no' : 'yes';
      const end = endOf(chunk, {tests, text, at});
      if (end === undefined) return 'no';
      at = end;
    }
    return at === text.length ? 'yes' : 'no';
  };
}

/** Where the chunk ends that begins here, or, when it floats, as soon as it can in this segment. */
function endOf(
  {isFloating, isLast}: Omit<Chunk, 'tests'>,
  {tests, text, at}: {tests: readonly CharacterTest[]; text: readonly string[]; at: number},
): number | undefined {
  const fits = (start: number): boolean =>
    start + tests.length <= text.length &&
    (!isLast || start + tests.length === text.length) &&
    tests.every((test, index) => test(text[start + index] ?? ''));
  if (fits(at)) return at + tests.length;
  if (!isFloating) return undefined;
  for (let start = at; start < text.length && text[start] !== '/'; start += 1)
    if (fits(start + 1)) return start + 1 + tests.length;
  return undefined;
}

function* chunksOf(pattern: readonly string[]): Iterable<Chunk> {
  for (let at = 0; at < pattern.length;) {
    let start = at;
    while (pattern[start] === '*') start += 1;
    let end = start;
    let isInClass = false;
    for (; end < pattern.length && (isInClass || pattern[end] !== '*'); end += 1) {
      if (pattern[end] === '\\' && end + 1 < pattern.length) end += 1;
      else if (pattern[end] === '[') isInClass = true;
      else if (pattern[end] === ']') isInClass = false;
    }
    yield {
      isFloating: start > at,
      tests: testsOf(pattern.slice(start, end)),
      isLast: end === pattern.length,
    };
    at = end;
  }
}

function testsOf(chunk: readonly string[]): readonly CharacterTest[] | undefined {
  const tests: CharacterTest[] = [];
  for (let at = 0; at < chunk.length;) {
    const character = chunk[at];
    if (character === '[') {
      const read = classAt(chunk, at + 1);
      if (read === undefined) return undefined;
      tests.push(read.test);
      at = read.end;
      continue;
    }
    if (character === '\\') at += 1;
    const expected = chunk[at];
    if (expected === undefined) return undefined;
    tests.push(character === '?' ? (found) => found !== '/' : (found) => found === expected);
    at += 1;
  }
  return tests;
}

function classAt(
  chunk: readonly string[],
  begin: number,
): {readonly test: CharacterTest; readonly end: number} | undefined {
  const isNegated = chunk[begin] === '^';
  const ranges: (readonly [number, number])[] = [];
  let at = isNegated ? begin + 1 : begin;
  while (ranges.length === 0 || chunk[at] !== ']') {
    const low = memberAt(chunk, at);
    if (low === undefined) return undefined;
    const high = chunk[low.end] === '-' ? memberAt(chunk, low.end + 1) : low;
    if (high === undefined) return undefined;
    ranges.push([low.code, high.code]);
    at = high.end;
  }
  const isMember = (code: number): boolean =>
    ranges.some(([low, high]) => low <= code && code <= high);
  return {test: (found) => isMember(found.codePointAt(0) ?? 0) !== isNegated, end: at + 1};
}

/** A member is never the last character: its class must still be closed. */
function memberAt(
  chunk: readonly string[],
  at: number,
): {readonly code: number; readonly end: number} | undefined {
  if (chunk[at] === '-' || chunk[at] === ']') return undefined;
  const place = chunk[at] === '\\' ? at + 1 : at;
  const code = chunk[place]?.codePointAt(0);
  if (code === undefined || place + 1 >= chunk.length) return undefined;
  return {code, end: place + 1};
}
