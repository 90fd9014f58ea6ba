/** Which files of a context a step takes, as BuildKit's copy finds them. Pure. */
import type {ContextContent} from '../provenance/input-hash.ts';
import {hashJson} from '../provenance/input-hash.ts';
import type {ContextUse} from '../provenance/steps.ts';
import {compileGoMatch} from './go-match.ts';
import {cleanPath} from './ignore-lines.ts';
import {parseExcludes} from './ignore.ts';

/** The most names that a content is told by; more are told by their folders. */
const MOST_NAMES = 200;
const DEEPEST = 6;

/** @param paths relative to the context: what its ignore file lets through */
export function usedPaths(
  paths: readonly string[],
  {pattern, excludes}: ContextUse,
): readonly string[] {
  const sourceOf = sourceFinder(cleanPath(`/${pattern}`).slice(1));
  const {ignores} = parseExcludes(excludes);
  return paths.filter((path) => {
    const source = sourceOf(path);
    if (source === undefined || source === path) return source === path;
    // Excluded is what lies in a source, by its path from there.
    return !ignores(source === '' ? path : path.slice(source.length + 1));
  });
}

/** The file or folder that the pattern means and that the path is, or lies in; '' is the context. */
function sourceFinder(wanted: string): (path: string) => string | undefined {
  const parts = wanted.split('/');
  const firstWild = parts.findIndex(isWild);
  const plain = (firstWild === -1 ? parts : parts.slice(0, firstWild)).join('/');
  const base = plain.replace(/\\(.)/gs, '$1');
  const start = base === '' ? 0 : base.length + 1;
  const isIn = (path: string): boolean => base === '' || path.startsWith(`${base}/`);
  if (firstWild === -1) return (path) => (path === base || isIn(path) ? base : undefined);
  const matches = compileGoMatch(parts.slice(firstWild).join('/'));
  return (path) => {
    if (!isIn(path)) return undefined;
    for (let end = start; end !== -1 && end <= path.length;) {
      const slash = path.indexOf('/', end);
      end = slash === -1 ? path.length : slash;
      if (matches(path.slice(start, end)) === 'yes') return path.slice(0, end);
      end += 1;
    }
    return undefined;
  };
}

function isWild(part: string): boolean {
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] === '\\') at += 1;
    else if ('*?['.includes(part[at] ?? '')) return true;
  }
  return false;
}

/** @param marks by path: mode and content of each file, as one hash */
export function hashContent(marks: readonly (readonly [string, string])[]): ContextContent {
  const sorted = [...marks].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return {hash: hashJson(sorted), files: foldedTo(sorted)};
}

/** By file, or by the deepest folders of which there are few enough. */
function foldedTo(marks: readonly (readonly [string, string])[]): Record<string, string> {
  if (marks.length <= MOST_NAMES) return Object.fromEntries(marks);
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const groups = Map.groupBy(marks, ([path]) => path.split('/').slice(0, depth).join('/'));
    if (groups.size > MOST_NAMES) continue;
    return Object.fromEntries([...groups].map(([folder, list]) => [folder, hashJson(list)]));
  }
  return {'.': hashJson(marks)};
}
