/** By what a comment of ours is found again. Pure. */
import {toFileName} from '../image-id.ts';

/**
 * The last line of the comment, which nobody sees. There is one comment for each `key`.
 * `undefined` -> `<!-- plimsoll-comment -->`, `x64` -> `<!-- plimsoll-comment x64-5a3c0f1e -->`.
 */
export function commentMarker(key: string | undefined): string {
  return `<!-- plimsoll-comment${key === undefined ? '' : ` ${toFileName(key).replaceAll(/-+/g, '-')}`} -->`;
}
