/** Any document as JSON that a terminal can show: what nobody would see is written as an escape. Pure. */
export function renderJson(document: unknown, indent?: number): string {
  return JSON.stringify(document, undefined, indent).replace(HIDDEN, (found) =>
    found
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** JSON escapes the first controls itself, and its own line ends are no part of a string. */
const HIDDEN = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** No document that is read here has twenty levels, and whatever goes through one calls itself for each. */
const DEEPEST = 64;

/** Whether a document is nested more deeply than whoever walks through it can bear. */
export function isDeep(document: unknown, left = DEEPEST): boolean {
  if (typeof document !== 'object' || document === null) return false;
  if (left === 0) return true;
  return Object.values(document).some((value: unknown) => isDeep(value, left - 1));
}
