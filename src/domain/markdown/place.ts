/** Places as Markdown, with a link to the commit where there is one. Pure. */
import {whoseText} from '../report/view.ts';
import {placeText} from '../text/place.ts';
import {code} from '../text/markdown.ts';
import {isInRepository} from '../text/repository-path.ts';

export interface PlaceOptions {
  /** `https://server/owner/repository/blob/sha`: places become links. */
  readonly linkBase?: string;
}

export function place(
  at: {
    readonly file?: string | undefined;
    readonly startLine?: number | undefined;
    readonly endLine?: number | undefined;
  },
  {linkBase}: PlaceOptions,
): string {
  const text = placeText(at);
  if (text === '') return 'place unknown';
  if (linkBase === undefined || at.file === undefined || !isInRepository(at.file))
    return code(text);
  const path = at.file
    .toWellFormed()
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  const lines =
    at.startLine === undefined
      ? ''
      : `#L${at.startLine}${at.endLine === undefined || at.endLine === at.startLine ? '' : `-L${at.endLine}`}`;
  return `[${code(text.slice(text.lastIndexOf('/') + 1))}](${linkBase}/${path}${lines})`;
}

/** Who brought or removed something: the base image, or a line. */
export function whose(
  by: {
    readonly base?: boolean | undefined;
    readonly place?:
      | {
          readonly file: string;
          readonly startLine?: number | undefined;
          readonly endLine?: number | undefined;
        }
      | undefined;
  },
  options: PlaceOptions,
): string {
  return by.base === true || by.place === undefined ? whoseText(by) : place(by.place, options);
}
