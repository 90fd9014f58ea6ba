import type {Secrets} from '../deps.ts';
import {withoutTrailing} from '../domain/text/ends.ts';

const SHORTEST = 8;
const MASK = '***';

/** Keeps the values that must appear in no output (threats.md rule 3), in every form they may take. */
export function liveSecrets(): Secrets {
  const forms = new Set<string>();
  let pattern: RegExp | undefined;
  return {
    add: (values) => {
      for (const value of values) for (const form of formsOf(value)) forms.add(form);
      const longestFirst = [...forms].sort((a, b) => b.length - a.length);
      pattern =
        longestFirst.length === 0 ? undefined : new RegExp(longestFirst.map(escape).join('|'), 'g');
    },
    mask: (text) => (pattern === undefined ? text : text.replace(pattern, MASK)),
  };
}

/** A value as it is, its lines, and how URLs, JSON and base64 write them. */
function formsOf(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim());
  return [value.trim(), ...lines]
    .filter((text) => text.length >= SHORTEST)
    .flatMap((text) => [
      text,
      encodeURIComponent(text.toWellFormed()),
      JSON.stringify(text).slice(1, -1),
      withoutTrailing(Buffer.from(text).toString('base64'), '='),
    ]);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
