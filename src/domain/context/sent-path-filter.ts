/** What of a folder BuildKit's client sends for what a build asks for: fsutil's FollowLinks and filter. Pure. */
import {posix} from 'node:path';
import {compileGoMatch} from './go-match.ts';
import {parseExcludes} from './ignore.ts';

/** By path, relative to the context: where each link leads, as it is written. */
export type Links = ReadonlyMap<string, string>;

/**
 * True for a path that is sent.
 * @param asked paths and patterns; undefined for all
 */
export function sentPathFilter(
  asked: readonly string[] | undefined,
  links: Links,
): (path: string) => boolean {
  if (asked === undefined) return () => true;
  const followed = new Set<string>();
  for (const path of asked) follow(path, links, followed);
  if (followed.has('.')) return () => true;
  try {
    const {ignores} = parseExcludes([...followed].sort());
    // A pattern that is none fails the build, when it is asked.
    return (path) => ignores(path);
  } catch {
    return () => true;
  }
}

/** Links on the way are resolved, and so sent with what they lead to. */
function follow(asked: string, links: Links, followed: Set<string>): void {
  const open = [asked];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = posix.join('.', next).replace(/\/$/, '').split('/');
    for (let end = 1; end <= parts.length; end += 1) {
      const current = parts.slice(0, end).join('/');
      const rest = parts.slice(end).join('/');
      const targets = targetsOf(current, links);
      const isEnd = targets.length > 0 || rest === '';
      if (!isEnd) continue;
      if (!followed.has(current)) for (const target of targets) open.push(`${target}/${rest}`);
      followed.add(current);
      break;
    }
  }
}

/** Of the link of that name, or of those that its last part matches. */
function targetsOf(path: string, links: Links): readonly string[] {
  if (links.size === 0) return [];
  const {dir, base} = posix.parse(path);
  if (!/[*?[\\]/.test(base)) return targetOf(path, links);
  const matches = compileGoMatch(base);
  return [...links.keys()].flatMap((link) => {
    const own = posix.parse(link);
    return own.dir === dir && matches(own.base) === 'yes' ? targetOf(link, links) : [];
  });
}

function targetOf(path: string, links: Links): readonly string[] {
  const target = links.get(path);
  if (target === undefined) return [];
  return [posix.join('/', target.startsWith('/') ? target : `${posix.dirname(path)}/${target}`)];
}
