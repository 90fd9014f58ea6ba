/** Parts of versions: numbers of any length, and words. Pure, and linear. */

/** Digits alone, by value. Without BigInt: a stranger's may be a million digits. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [withoutLeadingZeros(a), withoutLeadingZeros(b)];
  return left.length - right.length || compareText(left, right);
}

function withoutLeadingZeros(digits: string): string {
  let from = 0;
  while (digits[from] === '0') from += 1;
  return digits.slice(from);
}

export function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

export function isNumber(part: string): boolean {
  return /^\d+$/.test(part);
}

/** What one of two lists has, the other may not have. The first difference decides. */
export function compareLists<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T | undefined, b: T | undefined, index: number) => number,
): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = compare(a[index], b[index], index);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Of numbers between dots; what is missing is zero. */
export function compareReleases(a: string, b: string): number {
  return compareLists(a.split('.'), b.split('.'), (x = '0', y = '0') => compareNumbers(x, y));
}
