/** Versions as the package managers of languages compare them; undefined: one is no such version. Pure. */
import {compareLists, compareNumbers, compareReleases, compareText, isNumber} from './words.ts';

const SEMANTIC = /^[v=]?(\d+(?:\.\d+)*)(?:-([0-9a-z.-]+))?(?:\+[0-9a-z.-]*)?$/i;

/** Semantic Versioning 2, with any number of numbers (`1.20`, NuGet's four): npm, Go, Rust and others. */
export function compareSemantic(a: string, b: string): number | undefined {
  const [left, right] = [SEMANTIC.exec(a.trim()), SEMANTIC.exec(b.trim())];
  if (left === null || right === null) return undefined;
  return compareReleases(left[1] ?? '', right[1] ?? '') || comparePre(left[2], right[2]);
}

function comparePre(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareLists(a.split('.'), b.split('.'), (x, y) => {
    if (x === undefined || y === undefined)
      return Number(y === undefined) - Number(x === undefined);
    return kindOf(y) - kindOf(x) || compareAlike(x, y);
  });
}

/** Words are 0, numbers 1. */
function kindOf(part: string): number {
  return Number(isNumber(part));
}

/** Of one kind. */
function compareAlike(a: string, b: string): number {
  return isNumber(a) ? compareNumbers(a, b) : compareText(a, b);
}

/** As semantic, and case makes no difference. */
export function compareNuget(a: string, b: string): number | undefined {
  return compareSemantic(a.toLowerCase(), b.toLowerCase());
}

const PYTHON =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?([-_.]?dev[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
/** `dev`: of a release itself, which is before its first pre-release. */
const PYTHON_PHASES = ['dev', 'a', 'b', 'rc', 'release'];
const PYTHON_ALIASES: ReadonlyMap<string, string> = new Map([
  ...[['alpha', 'a'] as const, ['beta', 'b'] as const],
  ...(['c', 'pre', 'preview'] as const).map((name) => [name, 'rc'] as const),
]);

interface PythonVersion {
  readonly epoch: string;
  readonly release: string;
  /** Phase and its number, post release and its number, whether it is no development version and its number. */
  readonly ranks: readonly string[];
  readonly local: readonly string[];
}

/** PEP 440. */
export function comparePython(a: string, b: string): number | undefined {
  const [left, right] = [readPython(a), readPython(b)];
  if (left === undefined || right === undefined) return undefined;
  return (
    compareNumbers(left.epoch, right.epoch) ||
    compareReleases(left.release, right.release) ||
    compareLists(left.ranks, right.ranks, (x = '', y = '') => compareNumbers(x, y)) ||
    compareLocal(left.local, right.local)
  );
}

function readPython(text: string): PythonVersion | undefined {
  const found = PYTHON.exec(text.trim().toLowerCase());
  if (found === null) return undefined;
  const [, epoch = '', release = '', phase, phaseNumber = '', dashed, post, postNumber = ''] =
    found;
  const [dev, devNumber = '', local] = found.slice(8);
  const isPost = post !== undefined || dashed !== undefined;
  const named = phase ?? (dev !== undefined && !isPost ? 'dev' : 'release');
  return {
    epoch,
    release,
    ranks: [
      String(PYTHON_PHASES.indexOf(PYTHON_ALIASES.get(named) ?? named)),
      phaseNumber,
      isPost ? '1' : '0',
      dashed ?? postNumber,
      dev === undefined ? '1' : '0',
      devNumber,
    ],
    local: local?.split(/[-_.]/) ?? [],
  };
}

/** Words are before numbers, and the longer one is higher. */
function compareLocal(a: readonly string[], b: readonly string[]): number {
  return compareLists(a, b, (x, y) => {
    if (x === undefined || y === undefined)
      return Number(y === undefined) - Number(x === undefined);
    return kindOf(x) - kindOf(y) || compareAlike(x, y);
  });
}

const GEM = /^\d+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;

/** Gem::Version: words are before numbers, zeros at an end do not count. */
export function compareGem(a: string, b: string): number | undefined {
  if (!GEM.test(a.trim()) || !GEM.test(b.trim())) return undefined;
  return compareLists(
    gemSegments(a),
    gemSegments(b),
    (x = '0', y = '0') => kindOf(x) - kindOf(y) || compareAlike(x, y),
  );
}

function gemSegments(text: string): readonly string[] {
  const segments =
    text
      .trim()
      .replaceAll('-', '.pre.')
      .match(/\d+|[a-z]+/gi) ?? [];
  const word = segments.findIndex((segment) => !isNumber(segment));
  const release = word < 0 ? segments : segments.slice(0, word);
  return [...withoutZeros(release), ...withoutZeros(word < 0 ? [] : segments.slice(word))];
}

function withoutZeros(segments: readonly string[]): readonly string[] {
  return segments.slice(0, segments.findLastIndex((segment) => !/^0+$/.test(segment)) + 1);
}

const COMPOSER =
  /^v?(\d+(?:\.\d+){0,3})(?:[-_.]?(stable|alpha|beta|a|b|rc|patch|pl|p)(?:[-.]?(\d+))?)?(?:\+\S*)?$/i;
const COMPOSER_PHASES = ['a', 'b', 'rc', 'stable', 'p'];

/** composer/semver: `2.4.4-p3` is above `2.4.4`. */
export function compareComposer(a: string, b: string): number | undefined {
  const [left, right] = [COMPOSER.exec(a.trim()), COMPOSER.exec(b.trim())];
  if (left === null || right === null) return undefined;
  return (
    compareReleases(left[1] ?? '', right[1] ?? '') ||
    composerPhase(left[2]) - composerPhase(right[2]) ||
    compareNumbers(left[3] ?? '', right[3] ?? '')
  );
}

function composerPhase(word = 'stable'): number {
  return COMPOSER_PHASES.findIndex((phase) => word.toLowerCase().startsWith(phase));
}
