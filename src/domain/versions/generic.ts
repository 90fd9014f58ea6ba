/** The order of versions of which no rule is known, and of what a rule cannot read. Pure. */
import {textBefore} from '../text/truncate.ts';
import {compareLists, compareNumbers, compareText, isNumber} from './words.ts';

/**
 * Numbers by value, words by their characters; a version that goes on with a word is a pre-release and
 * lower: `2.0.0-rc1 < 2.0.0 < 2.0.0.1`. What follows a plus says how it was built, and decides last.
 */
export function compareGeneric(a: string, b: string): number {
  const [left, right] = [withoutV(a), withoutV(b)];
  return (
    compareParts(textBefore(left, '+'), textBefore(right, '+')) ||
    compareParts(behindPlus(left), behindPlus(right))
  );
}

/** With a number in front: `1.2 < 1.2+deb12u1 < 1.2+deb12u2`. */
function behindPlus(version: string): string {
  const at = version.indexOf('+');
  return at < 0 ? '' : `1.${version.slice(at + 1)}`;
}

function withoutV(version: string): string {
  return version.replace(/^v/, '');
}

function compareParts(a: string, b: string): number {
  return compareLists<string>(partsOf(a), partsOf(b), (x, y) => {
    const difference = rankOf(x) - rankOf(y);
    if (difference !== 0 || x === undefined || y === undefined) return difference;
    return isNumber(x) ? compareNumbers(x, y) : compareText(x, y);
  });
}

function partsOf(text: string): readonly string[] {
  return text.match(/\d+|[A-Za-z]+/g) ?? [];
}

function rankOf(part: string | undefined): number {
  if (part === undefined) return 1;
  return isNumber(part) ? 2 : 0;
}
