/** What a headline begins with: whose it is, for which key, and the verdict. Pure. */
import {shortened} from '../text/plain-text.ts';
import type {Verdict} from '../policy/verdict.ts';

const SAID: Readonly<Record<Verdict, string>> = {
  pass: 'within the line',
  fail: 'over the line',
  unable: 'unable to tell',
};

/** `Plimsoll: over the line.`, and with the key `x64`: `Plimsoll (x64): over the line.` */
export function title(verdict: Verdict, key: string | undefined): string {
  return `Plimsoll${key === undefined ? '' : ` (${shortened(key)})`}: ${SAID[verdict]}.`;
}

/** What each of its headlines begins with. */
export function titles(key: string | undefined): readonly string[] {
  return (['pass', 'fail', 'unable'] as const).map((verdict) => title(verdict, key));
}
