/**
 * What an ignore file keeps at home, by the meaning of BuildKit's client: fsutil walks the context with
 * github.com/moby/patternmatcher. Own code, as the patterns and the paths are a pull request's, and
 * libraries make regular expressions of them that never end. Here a path takes at most its length times
 * that of all patterns. Pure.
 */
import {errorMessage} from '../../errors.ts';
import {cleanPath, ignoreLines, trimBlanks, type IgnoreLine} from './ignore-lines.ts';
import {parsePattern, type Pattern} from './ignore-pattern.ts';

export interface Ignore {
  /** True for a path, relative to the context, that is not sent. */
  readonly ignores: (path: string) => boolean;
  /** True when everything in an ignored folder is ignored too: no later line takes anything back. */
  readonly isFinal: boolean;
}

const NOTHING: Ignore = {ignores: () => false, isFinal: true};

type Rule = IgnoreLine & {readonly read: Pattern; readonly isException: boolean};

/** An ignore file's text; no text ignores nothing. Throws for what the builder refuses. */
export function parseIgnore(text: string | undefined): Ignore {
  return text === undefined ? NOTHING : ignoreOf(ignoreLines(text));
}

/** Of `COPY --exclude`, which has no comments, and keeps a slash at the begin. */
export function parseExcludes(patterns: readonly string[]): Ignore {
  return ignoreOf(patterns.map((pattern, index) => ({pattern, line: index + 1})));
}

function ignoreOf(lines: readonly IgnoreLine[]): Ignore {
  const rules = lines.flatMap(ruleOf);
  const matcher = new Matcher(rules);
  return {
    ignores: (path) => matcher.judge(path).isIgnored,
    isFinal: !rules.some(({isException}) => isException),
  };
}

function ruleOf({line, pattern}: IgnoreLine): readonly Rule[] {
  const trimmed = trimBlanks(pattern);
  if (trimmed === '') return [];
  const clean = cleanPath(trimmed);
  const isException = clean.startsWith('!');
  const read = clean === '!' ? undefined : parsePattern(isException ? clean.slice(1) : clean);
  if (read === undefined) throw badPattern(line);
  return [{line, pattern, isException, read}];
}

/** The first line that the builder refuses; nothing where it refuses none. */
export function refusedLine(text: string): number | undefined {
  try {
    parseIgnore(text).ignores('a');
    return undefined;
  } catch (error) {
    const [, line] = /^line (\d+) /.exec(errorMessage(error)) ?? [];
    return line === undefined ? undefined : Number(line);
  }
}

/** The text is not quoted: who wrote it finds it by its line. */
function badPattern(line: number): Error {
  return new Error(`line ${line} of what it ignores is no pattern`);
}

interface Judged {
  readonly isIgnored: boolean;
  /** The rules that what lies in this folder need not ask again. */
  readonly inherited: readonly number[];
}

const ROOT: Judged = {isIgnored: false, inherited: []};

class Matcher {
  private readonly rules: readonly Rule[];
  /** Names are looked up: lists of ten thousand of them are made by tools. */
  private readonly names = new Map<string, number[]>();
  private readonly others: readonly (readonly [number, Exclude<Pattern, {kind: 'name'}>])[];
  private readonly folders = new Map<string, Judged>();

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.others = rules.flatMap(({read}, index) =>
      read.kind === 'name' ? [] : [[index, read] as const],
    );
    for (const [index, {read}] of rules.entries()) {
      if (read.kind !== 'name') continue;
      const same = this.names.get(read.name);
      if (same === undefined) this.names.set(read.name, [index]);
      else same.push(index);
    }
  }

  judge(path: string): Judged {
    return this.judgeIn(this.folderAbove(path), path);
  }

  private judgeIn(folder: Judged, path: string): Judged {
    const inherited = new Set(folder.inherited);
    const next: number[] = [];
    let isIgnored = false;
    for (const index of this.candidates(path, inherited)) {
      const rule = this.rules[index];
      if (rule === undefined) continue;
      if (!inherited.has(index)) {
        // A rule that would change nothing is not asked, and so not inherited either.
        if (rule.isException !== isIgnored) continue;
        if (rule.read.kind === 'bad') throw badPattern(rule.line);
      }
      next.push(index);
      isIgnored = !rule.isException;
    }
    return {isIgnored, inherited: next};
  }

  /** Rules that match the path itself, or that a folder above has matched; bad ones too. */
  private candidates(path: string, inherited: ReadonlySet<number>): readonly number[] {
    let split: string[] | undefined;
    const characters = (): string[] => (split ??= Array.from(path));
    const found = [...inherited, ...(this.names.get(path) ?? [])];
    for (const [index, read] of this.others)
      if (!inherited.has(index) && (read.kind === 'bad' || read.matches(path, characters)))
        found.push(index);
    return [...new Set(found)].sort((a, b) => a - b);
  }

  /** Each folder is judged once, from the highest that is not known yet. */
  private folderAbove(path: string): Judged {
    let end = path.lastIndexOf('/');
    while (end > 0 && !this.folders.has(path.slice(0, end))) end = path.lastIndexOf('/', end - 1);
    let folder = this.folders.get(path.slice(0, Math.max(end, 0))) ?? ROOT;
    for (end = path.indexOf('/', end + 1); end !== -1; end = path.indexOf('/', end + 1)) {
      const above = path.slice(0, end);
      folder = this.judgeIn(folder, above);
      this.folders.set(above, folder);
    }
    return folder;
  }
}
