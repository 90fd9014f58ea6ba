/** Versions as the package managers of systems compare them; undefined: one is no such version. Pure. */
import {compareLists, compareNumbers, compareText, isNumber} from './words.ts';

interface SystemVersion {
  readonly epoch: string;
  readonly version: string;
  readonly release: string;
}

/** `1:2.3-4`; dpkg and rpm. */
function partsOf(text: string): SystemVersion | undefined {
  const found = /^(?:(\d+):)?([^:\s]+)$/.exec(text.trim());
  if (found === null) return undefined;
  const [, epoch = '0', rest = ''] = found;
  const dash = rest.lastIndexOf('-');
  return dash < 0
    ? {epoch, version: rest, release: ''}
    : {epoch, version: rest.slice(0, dash), release: rest.slice(dash + 1)};
}

/** deb-version(7). */
export function compareDebian(a: string, b: string): number | undefined {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left === undefined || right === undefined) return undefined;
  return (
    compareNumbers(left.epoch, right.epoch) ||
    compareDebianPart(left.version, right.version) ||
    compareDebianPart(left.release, right.release)
  );
}

/** Runs of what is no digit, and of digits, by turns. */
function compareDebianPart(a: string, b: string): number {
  return compareLists(byTurns(a), byTurns(b), (x = '', y = '', index) =>
    index % 2 === 0 ? compareDebianWords(x, y) : compareNumbers(x, y),
  );
}

function byTurns(text: string): readonly string[] {
  const runs = text.match(/\D+|\d+/g) ?? [];
  return isNumber(runs[0] ?? '') ? ['', ...runs] : runs;
}

/** A tilde is before the end, letters are before all else. */
function compareDebianWords(a: string, b: string): number {
  return compareLists(
    Array.from(a),
    Array.from(b),
    (x = '', y = '') => debianRank(x) - debianRank(y),
  );
}

function debianRank(character: string): number {
  if (character === '~') return -1;
  if (character === '') return 0;
  return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}

/** rpm-version(7). */
export function compareRpm(a: string, b: string): number | undefined {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left === undefined || right === undefined) return undefined;
  return (
    compareNumbers(left.epoch, right.epoch) ||
    compareRpmPart(left.version, right.version) ||
    compareRpmPart(left.release, right.release)
  );
}

function compareRpmPart(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|[A-Za-z]+|[~^]/g) ?? []);
  return compareLists<string>(left ?? [], right ?? [], compareRpmRuns);
}

/** Where both are of one kind by value, else by kind. */
function compareRpmRuns(a: string | undefined, b: string | undefined): number {
  const difference = rpmRank(a) - rpmRank(b);
  if (difference !== 0 || a === undefined || b === undefined) return difference;
  return isNumber(a) ? compareNumbers(a, b) : compareText(a, b);
}

/** `1~rc1 < 1 < 1^git1 < 1.a < 1.1` */
function rpmRank(run: string | undefined): number {
  if (run === undefined) return 1;
  if (run === '~') return 0;
  if (run === '^') return 2;
  return isNumber(run) ? 4 : 3;
}

const ALPINE = /^(\d+(?:\.\d+)*)([a-z]?)((?:_[a-z]+\d*)*)(?:~[0-9a-f]+)?(?:-r(\d+))?$/;
const ALPINE_SUFFIXES = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'];

/** apk-package(5). */
export function compareAlpine(a: string, b: string): number | undefined {
  const [left, right] = [ALPINE.exec(a.trim()), ALPINE.exec(b.trim())];
  if (left === null || right === null) return undefined;
  const [one, other] = [suffixesOf(left[3] ?? ''), suffixesOf(right[3] ?? '')];
  if (one === undefined || other === undefined) return undefined;
  return (
    compareAlpineNumbers(left[1] ?? '', right[1] ?? '') ||
    compareText(left[2] ?? '', right[2] ?? '') ||
    compareSuffixes(one, other) ||
    Number(left[4] !== undefined) - Number(right[4] !== undefined) ||
    compareNumbers(left[4] ?? '', right[4] ?? '')
  );
}

/** The longer one is higher: `1.2 < 1.2.0`. A part behind the first with a zero in front is a fraction. */
function compareAlpineNumbers(a: string, b: string): number {
  return compareLists(a.split('.'), b.split('.'), (x, y, index) => {
    if (x === undefined || y === undefined)
      return Number(x !== undefined) - Number(y !== undefined);
    const isFraction = index > 0 && (x.startsWith('0') || y.startsWith('0'));
    return isFraction ? compareText(x, y) : compareNumbers(x, y);
  });
}

interface Suffix {
  readonly rank: number;
  readonly number: string;
}

function suffixesOf(text: string): readonly Suffix[] | undefined {
  const suffixes = [...text.matchAll(/_([a-z]+)(\d*)/g)].map(([, word = '', number = '']) => ({
    rank: ALPINE_SUFFIXES.indexOf(word),
    number,
  }));
  return suffixes.some(({rank}) => rank < 0) ? undefined : suffixes;
}

const NO_SUFFIX: Suffix = {rank: ALPINE_SUFFIXES.indexOf(''), number: ''};

function compareSuffixes(a: readonly Suffix[], b: readonly Suffix[]): number {
  return compareLists(
    a,
    b,
    (x = NO_SUFFIX, y = NO_SUFFIX) => x.rank - y.rank || compareNumbers(x.number, y.number),
  );
}
