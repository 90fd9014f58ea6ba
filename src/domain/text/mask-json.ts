import {renderJson} from './json.ts';
import {mapStrings} from './map-strings.ts';

/** Of a text that may be one JSON document: numbers and quotes of one stay what they are. */
export function maskDocument(text: string, mask: (text: string) => string): string {
  if (!/^[[{]/.test(text)) return mask(text);
  try {
    return maskJson(text, mask);
  } catch {
    return mask(text);
  }
}

/** A value to mask may be a number elsewhere, or hold quotes: only strings are touched. */
export function maskJson(text: string, mask: (text: string) => string): string {
  if (mask(text) === text) return text;
  const document: unknown = JSON.parse(text);
  return renderJson(mapStrings(document, mask));
}
