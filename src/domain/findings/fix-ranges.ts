/** What Trivy writes as a fixed version: versions, or constraints of gems. Pure. */
import type {VersionOrder} from '../versions/order.ts';

const CONSTRAINT = /^(~>|[<>!=]=?|[~^])\s*/;

/** Versions from one on, and below another. */
export interface Range {
  readonly from?: string | undefined;
  readonly below?: string | undefined;
}

/** `1.2, 2.3`, each of them a version or a constraint. */
export function versionsIn(fixed: string): string[] {
  return fixed
    .split(',')
    .map((version) => version.trim())
    .filter((version) => version !== '');
}

export function isConstraint(version: string): boolean {
  return CONSTRAINT.test(version);
}

/** Without the signs of constraints. */
export function namedIn(fixed: string): readonly string[] {
  return versionsIn(fixed).map(withoutSign);
}

function withoutSign(constraint: string): string {
  return constraint.replace(CONSTRAINT, '').trim();
}

/** `~> 6.1.7, >= 6.1.7.1, >= 7.0.4.1`: those that fit together hold together. Undefined: one cannot be read. */
export function parseRanges(fixed: string, order: VersionOrder): readonly Range[] | undefined {
  const ranges: Range[] = [];
  for (const range of versionsIn(fixed).map(rangeOf)) {
    if (range === undefined) return undefined;
    const last = ranges.at(-1);
    const both = last === undefined ? undefined : shared(last, range, order);
    if (both === undefined) ranges.push(range);
    else ranges[ranges.length - 1] = both;
  }
  return ranges;
}

/** Undefined: of a form that names no version that mends. */
function rangeOf(constraint: string): Range | undefined {
  const sign = CONSTRAINT.exec(constraint)?.[1] ?? '=';
  const version = withoutSign(constraint);
  if (!/^v?\d\S*$/.test(version)) return undefined;
  if (sign === '>=') return {from: version};
  if (sign === '<') return {below: version};
  if (sign !== '~>') return undefined;
  const numbers = version.split('.').slice(0, -1);
  const line = numbers.length === 0 ? [version] : numbers;
  const below = [...line.slice(0, -1), String(Number(line.at(-1)) + 1)].join('.');
  return {from: version, below};
}

/** Undefined where no version is in both. */
function shared(a: Range, b: Range, order: VersionOrder): Range | undefined {
  const from = [a.from, b.from]
    .filter((one) => one !== undefined)
    .sort(order)
    .at(-1);
  const below = [a.below, b.below].filter((one) => one !== undefined).sort(order)[0];
  const isEmpty = from !== undefined && below !== undefined && order(from, below) >= 0;
  return isEmpty ? undefined : {from, below};
}
