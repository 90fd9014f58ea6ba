/** Ends of foreign texts, each character looked at once: `/x+$/` and `/x.*$/` begin anew at each x. Pure. */

/** Without what stands at its end and is one of the characters. */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What stands before the first mark; all of it where there is none. */
export function textBefore(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

/**
 * At most this many characters; the end says that there was more, to a reader and to a mask, which else
 * could not tell what is left of a secret.
 */
export function truncate(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
