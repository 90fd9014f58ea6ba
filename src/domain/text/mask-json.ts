import {renderJson} from './json.ts';
import {mapStrings} from './map-strings.ts';

/** A value to mask may be a number elsewhere, or hold quotes: only strings are touched. */
export function maskJson(text: string, mask: (text: string) => string): string {
  if (mask(text) === text) return text;
  const document: unknown = JSON.parse(text);
  return renderJson(mapStrings(document, mask));
}
