import {renderJson} from './json.ts';
import {mapStrings} from './map-strings.ts';

/** By its beginning: JSON, or a JSON document on each line. */
export function isDocument(text: string): boolean {
  return /^(?:\{\s*(?:"|\})|\[\s*(?:["[\]{\d]|$))/.test(text);
}

/** Of a text that may be one JSON document: numbers and quotes of one stay what they are. */
export function maskDocument(text: string, mask: (text: string) => string): string {
  return /^[[{]/.test(text) ? maskJson(text, mask) : mask(text);
}

/** A value to mask may be a number elsewhere, or hold quotes: only strings are touched. */
export function maskJson(text: string, mask: (text: string) => string): string {
  if (mask(text) === text) return text;
  const document: unknown = JSON.parse(text);
  return renderJson(mapStrings(document, mask));
}
