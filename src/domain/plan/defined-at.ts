/** Where the repository says that an image is built: the place of what has none of its own. Pure. */
import type {Place} from '../../errors.ts';
import type {PlannedImage} from '../planned-image.ts';

export interface DefinitionText {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly text: string;
}

/**
 * The image's Dockerfile, on its first FROM; where that is inline, remote or outside of the repository, the line of the
 * bake or compose file that names the target, else that file's first. Nothing when those are outside too.
 */
export function definedAt(
  {dockerfile, dockerfileText, name}: Pick<PlannedImage, 'dockerfile' | 'dockerfileText' | 'name'>,
  definitions: readonly DefinitionText[],
): {definedAt?: Place} {
  // What was not read is not there: the mistake is where it is named.
  if (dockerfile !== undefined && (dockerfileText !== undefined || definitions.length === 0)) {
    const lines = (dockerfileText ?? '').split('\n');
    const from = lines.findIndex((line) => /^\s*FROM\s/i.test(line));
    return {definedAt: {file: dockerfile, startLine: Math.max(from, 0) + 1}};
  }
  const inside = definitions.filter(({file}) => !file.startsWith('../') && !file.startsWith('/'));
  const named = inside.flatMap((definition) => {
    const startLine = linesOfNames(definition).get(name);
    return startLine === undefined ? [] : [{file: definition.file, startLine}];
  });
  const [first] = [...named, ...inside.map(({file}) => ({file, startLine: 1}))];
  return first === undefined ? {} : {definedAt: first};
}

/** `  web:` (compose), `target "web" {` (HCL), `"web": {` (JSON). */
function nameOn(line: string): string | undefined {
  const text = line.trim();
  const block = /^target\s+"([^"]+)"/.exec(text)?.[1];
  if (block !== undefined) return block;
  const [head = '', key] = /^["']?([\w.-]+)["']?/.exec(text) ?? [];
  const behind = text.slice(head.length).trimStart();
  if (!behind.startsWith(':')) return undefined;
  const value = behind.slice(1).trimStart();
  const rest = value.startsWith('{') ? value.slice(1).trimStart() : value;
  return rest === '' || rest.startsWith('#') ? key : undefined;
}

/** Where each name stands first, by file: many targets are looked for in one text. */
const NAMES = new WeakMap<DefinitionText, ReadonlyMap<string, number>>();

function linesOfNames(definition: DefinitionText): ReadonlyMap<string, number> {
  const known = NAMES.get(definition);
  if (known !== undefined) return known;
  const lines = new Map<string, number>();
  for (const [index, line] of definition.text.split(/\r?\n/).entries()) {
    const name = nameOn(line);
    if (name !== undefined && !lines.has(name)) lines.set(name, index + 1);
  }
  NAMES.set(definition, lines);
  return lines;
}
