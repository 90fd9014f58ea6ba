/** References to what is not on this disk: whether a committed definition names them itself, and which commit they lead to. Pure. */
import type {Variables} from '../github/target.ts';
import {isCommit} from './event.ts';

/** What stands around a whole reference in HCL, JSON and YAML; `${NAME:-reference}` is the default of a variable. */
const BEFORE = /(?:^|[\s"'`,=[({]|:-)$/;
const AFTER = /^(?:$|[\s"'`,\])}])/;

/** A part of a longer one is another reference: the rest may come from a variable. */
export function isNamedLiterally(reference: string, texts: readonly string[]): boolean {
  return reference !== '' && texts.some((text) => hasWhole(text, reference));
}

function hasWhole(text: string, reference: string): boolean {
  for (let at = text.indexOf(reference); at >= 0; at = text.indexOf(reference, at + 1)) {
    const end = at + reference.length;
    if (BEFORE.test(text.slice(Math.max(0, at - 2), at)) && AFTER.test(text.slice(end, end + 1)))
      return true;
  }
  return false;
}

/** The commit of this very repository that a git reference ends with; undefined for anything else. */
export function commitOfReference(reference: string, env: Variables): string | undefined {
  const server = URL.parse(env['GITHUB_SERVER_URL'] ?? 'https://github.com')?.host ?? '';
  const name = (env['GITHUB_REPOSITORY'] ?? '').toLowerCase();
  const [address = '', fragment = ''] = reference.split('#', 2);
  const [commit] = fragment.split(':', 1);
  const [, host, path] =
    /^(?:(?:https|ssh|git):\/\/(?:[^/@]*@)?|git@)?([^/:]+(?::\d+)?)[/:](.+)$/.exec(address) ?? [];
  const isOurs =
    name !== '' &&
    host?.toLowerCase() === server.toLowerCase() &&
    path?.toLowerCase().replace(/\.git$/, '') === name;
  return isOurs && isCommit(commit) ? commit : undefined;
}
