/** Foreign text in SARIF: it links nowhere, fills no placeholder and mentions nobody (threats.md rule 6). Pure. */
import {plainLine} from './plain-text.ts';

/** Printable, without backslash, brackets, braces and @, and what `cut` ends with: most text by far. */
const HARMLESS = /^[ -?A-Z^-z|~…]*$/;

/**
 * Any text as part of a message: `[a](b)` would be a link there, `{0}` a placeholder, and a message may
 * be shown in a comment, where `@name` mentions somebody (a word joiner, which nobody sees, prevents it).
 */
export function sarifText(text: string): string {
  if (HARMLESS.test(text)) return text.trimEnd();
  return plainLine(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\{/g, '{{')
    .replace(/\}/g, '}}')
    .replace(/(^|[^\w])@(?=\w)/g, '$1@\u2060');
}

/** A path as a URI relative to the repository's root: `a b/ü` -> `a%20b/%C3%BC`. */
export function relativeUri(path: string): string {
  if (/^[\w./-]*$/.test(path)) return path;
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
}

/** Undefined unless it is a link of the web without a login in it. */
export function webLink(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (url === null) return undefined;
  const {protocol, username, password, href} = url;
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return username === '' && password === ''
    ? href.replace(/[()<>]/g, encodeURIComponent)
    : undefined;
}
