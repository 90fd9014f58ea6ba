/** Which files of a context a step takes: Go's filepath.Match, as BuildKit's copy uses it. Pure. */
import {compileGlob} from '../policy/glob.ts';
import type {ContextContent} from '../compare/input-hash.ts';
import {hashOf} from '../compare/input-hash.ts';
import type {ContextUse} from '../image/steps.ts';
import {parseIgnore} from './context.ts';

/** The most names that a content is told by; more are told by their folders. */
const MOST_NAMES = 200;
const DEEPEST = 6;

/** @param paths relative to the context: what its ignore file lets through */
export function usedPaths(
  paths: readonly string[],
  {pattern, excludes}: ContextUse,
): readonly string[] {
  const wanted = pattern.split('/').filter((part) => part !== '' && part !== '.');
  const {ignores} = parseIgnore(excludes.length === 0 ? undefined : excludes.join('\n'));
  // Braces mean nothing to Go.
  const matches = compileGlob(wanted.join('/').replace(/[{}]/g, '\\$&')) ?? (() => false);
  return paths.filter((path) => {
    const parts = path.split('/');
    if (parts.length < wanted.length) return false;
    const isUnder = wanted.length === 0 || matches(parts.slice(0, wanted.length).join('/'));
    return isUnder && !ignores(path);
  });
}

/** @param marks by path: mode and content of each file, as one hash */
export function contentOf(marks: readonly (readonly [string, string])[]): ContextContent {
  const sorted = [...marks].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return {hash: hashOf(sorted), files: foldedTo(sorted)};
}

/** By file, or by the deepest folders of which there are few enough. */
function foldedTo(marks: readonly (readonly [string, string])[]): Record<string, string> {
  if (marks.length <= MOST_NAMES) return Object.fromEntries(marks);
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const groups = Map.groupBy(marks, ([path]) => path.split('/').slice(0, depth).join('/'));
    if (groups.size > MOST_NAMES) continue;
    return Object.fromEntries([...groups].map(([folder, list]) => [folder, hashOf(list)]));
  }
  return {'.': hashOf(marks)};
}
