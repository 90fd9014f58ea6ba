/** YAML that somebody wrote by hand: its data, with a line for everything in it. */
import {LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument} from 'yaml';
import type {Document, Node, YAMLError} from 'yaml';
import {UserError, errorMessage} from '../../errors.ts';
import {formatValue} from './format.ts';

/** The name of the policy that came by the input `policy`, where messages name a file. */
export const INLINE = 'input policy';

export interface YamlSource {
  /** Relative to the repository's root, or `INLINE`. */
  readonly file: string;
  readonly data: unknown;
  /** The line of a value, or of a key of it; of the nearest thing above where there is none. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type Mistake = Pick<YAMLError, 'code' | 'message' | 'pos'>;

/** More aliases than this are an attack, not a policy. */
const MOST_ALIASES = 100;

export interface YamlForm {
  /** `<<: *name` brings what the anchor has, as in YAML 1.1 and in Go's readers. */
  readonly merge?: boolean;
}

/** @throws {UserError} for what is not one YAML 1.2 document with unique keys; it names file and line */
export function parseYaml(text: string, file: string, form: YamlForm = {}): YamlSource {
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const document = readable(file, () => read(text, lines, form));
  const mistake = document.errors[0] ?? secondKey(document.contents) ?? document.warnings[0];
  if (mistake !== undefined) {
    throw errorAt({
      file,
      line: lineAt(mistake.pos[0]),
      sentence: sentenceOf(mistake, text),
    });
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  return {file, data: toData(document, file), lineOf};
}

function sentenceOf({code, message, pos}: Mistake, text: string): string {
  const key = /^\s*("[^"\n]*"|'[^'\n]*'|[^:\n]+)/.exec(text.slice(pos[0], pos[0] + 200))?.[1];
  if (code === 'DUPLICATE_KEY')
    return `the key ${formatValue(key?.trim() ?? '')} stands here a second time: remove one of the two.`;
  if (code === 'MULTIPLE_DOCS') return 'a second YAML document begins here: keep one.';
  if (code === 'RESOURCE_EXHAUSTION') return 'this YAML is nested too deeply: nest it less.';
  return `this YAML cannot be read: ${message}.`;
}

/** A mistake in a file of the user, or in the inline policy, which has no place to annotate. */
export function errorAt(mistake: {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}): UserError {
  const {file, line, sentence} = mistake;
  return new UserError(
    `${locationText(file, line)}: ${sentence}`,
    file === INLINE ? undefined : {place: {file, startLine: line}},
  );
}

/** `.github/plimsoll.yml:5`, or `input policy, line 5`. */
export function locationText(file: string, line: number): string {
  return file === INLINE ? `${file}, line ${line}` : `${file}:${line}`;
}

function read(text: string, lineCounter: LineCounter, {merge = false}: YamlForm): Document {
  const options = {
    lineCounter,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    // The library compares each key with each other one: `secondKey` is ours.
    uniqueKeys: false,
    strict: true,
    merge,
  } as const;
  return parseDocument(text, options);
}

function toData(document: Document, file: string): unknown {
  return readable(file, (): unknown => document.toJS({maxAliasCount: MOST_ALIASES}));
}

/** The parser recurses, and counts aliases as it goes: both end in an exception. */
function readable<T>(file: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const sentence = /alias count/i.test(errorMessage(error))
      ? 'this YAML refers to itself too often: write out what its aliases (`*name`) stand for.'
      : `this YAML cannot be read: ${errorMessage(error)}.`;
    throw errorAt({file, line: 1, sentence});
  }
}

/** The first key that stands in its mapping a second time. */
function secondKey(contents: unknown): Mistake | undefined {
  const open: unknown[] = [contents];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isPair(node)) open.push(node.value, node.key);
    if (isSeq(node)) for (const item of node.items.toReversed()) open.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const {key} of node.items) {
      if (!isScalar(key)) continue;
      const at = key.range?.[0] ?? 0;
      if (seen.has(key.value)) return {code: 'DUPLICATE_KEY', message: '', pos: [at, at]};
      seen.add(key.value);
    }
    for (const pair of node.items.toReversed()) open.push(pair);
  }
  return undefined;
}

/** Follows the path as far as it goes: the offset of the last key or item found. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const found = child(isAlias(node) ? node.resolve(document) : node, step);
    if (found === undefined) return offset;
    offset = startOf(found.at) ?? offset;
    node = found.value;
  }
  return offset;
}

function child(node: unknown, step: PropertyKey): {at: unknown; value: unknown} | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(step));
    return pair === undefined ? undefined : {at: pair.key, value: pair.value};
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : {at: item, value: item};
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function isNode(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
}
