/** Any document as JSON that a terminal can show: what nobody would see is written as an escape. Pure. */
export function jsonOf(document: unknown, indent?: number): string {
  return JSON.stringify(document, undefined, indent).replace(HIDDEN, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** JSON escapes the first controls itself, and its own line ends are no part of a string. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
