/** Fitting text to a limit by leaving out whole parts, the least important first. */
import {withoutTrailing} from './truncate.ts';

export interface TextPart {
  /** What a reader calls it: `packages`. */
  readonly name: string;
  readonly text: string;
  /** The highest stay longest; parts of `Infinity` always stay. */
  readonly priority: number;
}

/** Undefined where there is nothing to say. */
export function part(name: string, text: string, priority: number): TextPart | undefined {
  return text === '' ? undefined : {name, text, priority};
}

const encoder = new TextEncoder();

/** Parts in their order, within `limit` bytes of UTF-8; `note` says what was left out. */
export function fit(
  parts: readonly TextPart[],
  limit: number,
  note: (names: readonly string[]) => string,
): string {
  const kept = [...parts];
  const out: string[] = [];
  for (;;) {
    const text = [...kept.map((part) => part.text), ...(out.length === 0 ? [] : [note(out)])].join(
      '\n\n',
    );
    if (encoder.encode(text).length <= limit) return text;
    const least = kept.reduce<TextPart | undefined>(
      (low, part) => (low === undefined || part.priority < low.priority ? part : low),
      undefined,
    );
    if (least === undefined || least.priority === Number.POSITIVE_INFINITY) return cut(text, limit);
    kept.splice(kept.indexOf(least), 1);
    out.push(least.name);
  }
}

function cut(text: string, limit: number): string {
  return withoutTrailing(
    new TextDecoder().decode(encoder.encode(text).subarray(0, limit)),
    '\ufffd',
  );
}
