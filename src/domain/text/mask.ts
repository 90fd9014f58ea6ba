/** Takes values out of a text, however it writes them. Pure. */
import type {Found, ValueIndex} from './find-values.ts';
import {BACKSLASH, PERCENT, SHOWN, TAGS, decodeView, type TextRange} from './decoded-views.ts';

export const MASK = '***';

/** @param isSpared values that may stand there */
export function maskText(
  text: string,
  index: ValueIndex,
  isSpared: (value: string) => boolean = () => false,
): string {
  const parts = partsIn(text, (one) => [...index.find(one)].filter((it) => !isSpared(it.value)));
  if (parts.length === 0) return text;
  const pieces: string[] = [];
  let end = 0;
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    if (part.start >= end) pieces.push(text.slice(end, part.start), MASK);
    end = Math.max(end, part.end);
  }
  return [...pieces, text.slice(end)].join('');
}

/** As it is written, as it is shown, and in what is shown through each other decoding. */
function partsIn(text: string, find: (text: string) => readonly Found[]): readonly TextRange[] {
  const shown = decodeView(text, SHOWN);
  const base = shown?.text ?? text;
  const decoded = [TAGS, PERCENT, BACKSLASH].flatMap((decoding) => {
    const view = decodeView(base, decoding);
    return view === undefined ? [] : find(view.text).map(view.written);
  });
  if (shown === undefined) return [...find(text), ...decoded];
  return [...find(text), ...[...find(base), ...decoded].map(shown.written)];
}
