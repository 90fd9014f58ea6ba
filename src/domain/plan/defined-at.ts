/** Where the repository says that an image is built: the place of what has none of its own. Pure. */
import type {Place} from '../../errors.ts';
import type {PlannedImage} from '../plan.ts';

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
  {
    dockerfile,
    dockerfileText,
    target,
  }: Pick<PlannedImage, 'dockerfile' | 'dockerfileText' | 'target'>,
  definitions: readonly DefinitionText[],
): {definedAt?: Place} {
  if (dockerfile !== undefined) {
    const lines = (dockerfileText ?? '').split('\n');
    const from = lines.findIndex((line) => /^\s*FROM\s/i.test(line));
    return {definedAt: {file: dockerfile, startLine: Math.max(from, 0) + 1}};
  }
  const inside = definitions.filter(({file}) => !file.startsWith('../') && !file.startsWith('/'));
  const named = inside.flatMap(({file, text}) => {
    const index = text.split(/\r?\n/).findIndex((line) => names(line, target));
    return index < 0 ? [] : [{file, startLine: index + 1}];
  });
  const [first] = [...named, ...inside.map(({file}) => ({file, startLine: 1}))];
  return first === undefined ? {} : {definedAt: first};
}

/** `  web:` (compose), `target "web" {` (HCL), `"web": {` (JSON). */
function names(line: string, target: string): boolean {
  const [, block, key] =
    /^\s*(?:target\s+"([^"]+)"|["']?([\w.-]+)["']?\s*:(?:\s*\{?\s*(?:#.*)?$))/.exec(line) ?? [];
  return (block ?? key) === target;
}
