/** Foreign text in SARIF: it links nowhere, fills no placeholder and mentions nobody (threats.md rule 6). Pure. */
import {plainLine} from './plain.ts';

/** At most this many characters; the end says that there was more. */
export function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/**
 * Any text as part of a message: `[a](b)` would be a link there, `{0}` a placeholder, and a message may
 * be shown in a comment, where `@name` mentions somebody (a word joiner, which nobody sees, prevents it).
 */
export function sarifText(text: string): string {
  const plain = plainLine(text);
  if (!/[\\[\]{}@]/.test(plain)) return plain;
  return plain
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{/g, '{{')
    .replace(/\}/g, '}}')
    .replace(/(^|[^\w])@(?=\w)/g, '$1@\u2060');
}

/** A path as a URI relative to the repository's root: `a b/ü` -> `a%20b/%C3%BC`. */
export function relativeUri(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
}

/** Undefined unless it is a link of the web without a login in it. */
export function webLink(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const {protocol, username, password, href} = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return username === '' && password === ''
    ? href.replace(/[()<>]/g, encodeURIComponent)
    : undefined;
}
