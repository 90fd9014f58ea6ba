/** Where something stands, in words. Pure. */

/** `apps/web/Dockerfile:12`; empty when the place is not known. */
export function placeText(place: {
  readonly file?: string | undefined;
  readonly startLine?: number | undefined;
}): string {
  if (place.file === undefined) return '';
  return place.startLine === undefined ? place.file : `${place.file}:${place.startLine}`;
}
