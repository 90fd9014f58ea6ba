/** Where in the user's own files a mistake stands that bake or compose tell of by names alone. Pure. */
import type {Place} from '../../errors.ts';
import type {DefinitionText} from './defined-at.ts';

const HCL_PLACE = /(?<!\S)(\S{1,500}):(\d+),\d+/;
const YAML_PATH = /\bservices\.([\w.-]+)/;
const SERVICE = /\bservice "([\w.-]+)"/;
const UNKNOWN_KEY = /additional propert(?:y|ies) '([^']{1,100})'/;

export function bakeErrorPlace(words: string, files: readonly DefinitionText[]): Place | undefined {
  const inside = files.filter(({file}) => !file.startsWith('../') && !file.startsWith('/'));
  const [, named = '', line] = HCL_PLACE.exec(words) ?? [];
  const hcl = inside.find(({file}) => named === file || named.endsWith(`/${file}`));
  if (hcl !== undefined) return {file: hcl.file, startLine: Number(line)};
  const path = YAML_PATH.exec(words)?.[1] ?? SERVICE.exec(words)?.[1];
  if (path === undefined) return undefined;
  const keys = path.replace(/\.$/, '').split('.');
  const wanted = ['services', ...keys, ...(UNKNOWN_KEY.exec(words)?.slice(1) ?? [])];
  const found = inside.map(({file, text}) => ({file, ...deepest(text, wanted)}));
  const best = found.reduce<(typeof found)[number] | undefined>(
    (most, one) => (one.known > (most?.known ?? 1) ? one : most),
    undefined,
  );
  return best === undefined ? undefined : {file: best.file, startLine: best.line};
}

/** As many of the keys as stand below each other, and the line of the last one. */
function deepest(text: string, keys: readonly string[]): {known: number; line: number} {
  let [known, line] = [0, 0];
  let depth = -1;
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const key = keys[known];
    const [, indent = '', name] = /^(\s*)["']?([\w.-]+)["']?\s*:/.exec(content) ?? [];
    if (name === undefined) continue;
    // What was looked for below is not there.
    if (known > 0 && indent.length <= depth) break;
    if (name !== key) continue;
    [known, line, depth] = [known + 1, index + 1, indent.length];
  }
  return {known, line};
}
