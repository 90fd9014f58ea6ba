/**
 * What a stranger's report may hold in each of its fields, by the name that the field goes by: names and
 * figures as tools write them, of a length that a reader can use, and no sentence (threats.md rule 18). Pure.
 */
import {plainLine} from '../text/plain-text.ts';

/** A form that a text has, and what stands for one that has it not. */
export interface FieldForm {
  readonly isFit: (text: string) => boolean;
  readonly instead: string;
}

/** Linear: one class of characters at a time, and nothing that could begin again. */
function form(pattern: RegExp, longest: number, instead: string): FieldForm {
  return {isFit: (text) => text.length <= longest && pattern.test(text), instead};
}

/** Blank-separated parts, each of a form, at most so many. */
function words(part: RegExp, most: number): (text: string) => boolean {
  return (text) => {
    const parts = text.split(' ');
    return parts.length <= most && parts.every((one) => part.test(one));
  };
}

const leftOut = (what: string): string => `${what} (name left out)`;

/** One word of letters, digits and signs of any script: no blank, and no sign that begins a markup. */
const NAME = /^[\p{L}\p{N}_@$][\p{L}\p{M}\p{N}._+:/@~$-]*$/u;
/** Beginnings of comparisons, then something with a digit in it. */
const VERSION_PART =
  /^[<>=~^!,|]{0,4}(?:[\p{L}\p{N}][\p{L}\p{N}.+~:_*^-]*,?)?$|^[<>=~^!,|&-]{1,4}$/u;
const SYSTEM_PART = /^[A-Za-z0-9(][\w./+~()-]*$/;

const hasDigit = /\d/;

function isVersion(text: string): boolean {
  if (text.length > 120 || !words(VERSION_PART, 12)(text)) return false;
  const named = text.split(' ').filter((part) => /[\p{L}\p{N}]/u.test(part));
  return named.every((part) => hasDigit.test(part) || /^[0-9a-f]{7,64}$/.test(part));
}

/** `debian 12.5`, `Debian GNU/Linux 12`, `debian forky/sid`: short words of which one is a release, or one word. */
function isSystem(text: string): boolean {
  const parts = text.split(' ');
  return (
    text.length <= 80 &&
    words(SYSTEM_PART, 6)(text) &&
    (parts.length === 1 || parts.slice(1).some((part) => hasDigit.test(part) || isRolling(part)))
  );
}

/** Releases that have a name and no number. */
const ROLLING = new Set(['rolling', 'edge', 'unstable', 'sid', 'testing', 'tumbleweed']);

function isRolling(part: string): boolean {
  return part.split('/').some((word) => ROLLING.has(word));
}

const MOST_BLANKS = 4;

/** A path as people name files, in any script; a sentence has more blanks. */
function isPath(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 300 &&
    plainLine(text) === text &&
    !text.includes('://') &&
    text.split(' ').length <= MOST_BLANKS + 1
  );
}

/** An empty text says that there is none. */
const orNone = (one: FieldForm): FieldForm => ({
  ...one,
  isFit: (text) => text === '' || one.isFit(text),
});

export const FORMS = {
  advisory: form(/^[A-Za-z][A-Za-z0-9:._-]{2,79}$/, 80, leftOut('an advisory')),
  package: form(NAME, 200, leftOut('a package')),
  version: {isFit: isVersion, instead: 'a version (left out)'},
  purl: form(
    /^pkg:[a-z][a-z0-9.+-]*\/[\w.~%:@/?=&+*-]+(?:#[\w./%-]+)?$/,
    400,
    'pkg:generic/left-out',
  ),
  path: {isFit: isPath, instead: leftOut('a file')},
  digest: form(/^sha256:[0-9a-f]{64}$/, 71, `sha256:${'0'.repeat(64)}`),
  commit: form(/^[0-9a-f]{40,64}$/, 64, '0'.repeat(40)),
  identity: form(/^[0-9a-f]{32}$/, 32, '0'.repeat(32)),
  user: orNone(
    form(/^[\p{L}\p{N}_][\p{L}\p{N}_.$+-]*(?::[\p{L}\p{N}_.$+-]+)?$/u, 66, leftOut('a user')),
  ),
  variable: form(/^[A-Za-z_][A-Za-z0-9_]*$/, 100, leftOut('a variable')),
  reference: form(/^[a-z0-9][\w.:/@-]*$/i, 255, leftOut('an image')),
  system: {isFit: isSystem, instead: leftOut('a system')},
  image: form(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._@/-]*$/u, 300, leftOut('an image')),
  rule: form(/^[a-z][a-z0-9-]*(?:\/[A-Za-z0-9-]+)?$/, 80, 'unknown'),
  check: form(/^[A-Za-z]+$/, 60, 'unknown'),
  /** Of a list of the schema's own, or a word of ours. */
  word: form(/^[A-Za-z._][A-Za-z0-9/._ -]*$/, 40, 'left out'),
  date: form(/^(?:19[7-9]|20\d)\d-[\dT:.Z-]+$/, 30, '1970-01-01T00:00:00.000Z'),
} as const satisfies Readonly<Record<string, FieldForm>>;
export type FormId = keyof typeof FORMS;
