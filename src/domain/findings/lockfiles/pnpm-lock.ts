/** pnpm-lock.yaml, versions 5 to 9. */
import {Composer, LineCounter, isMap, isScalar, type Document} from 'yaml';
import {undamagedTokens} from '../../text/yaml.ts';
import type {LockfileFormat, Pin} from './format.ts';

export const pnpmLock: LockfileFormat = {
  ecosystem: 'npm',
  kind: 'lockfile',
  files: /(?:^|\/)pnpm-lock\.yaml$/,
  parse: (text) => {
    const lines = new LineCounter();
    const tokens = undamagedTokens(text, lines);
    // The library compares each key with each other one.
    const documents = new Composer({uniqueKeys: false}).compose(tokens);
    return [...documents].flatMap((document) => pinsOf(document, lines));
  },
};

function pinsOf(document: Document, lines: LineCounter): readonly Pin[] {
  const packages = document.get('packages');
  if (document.errors.length > 0 || !isMap(packages)) return [];
  return packages.items.flatMap(({key}): readonly Pin[] => {
    if (!isScalar(key) || typeof key.value !== 'string') return [];
    const found = packageOf(key.value);
    const [start = 0] = key.range ?? [];
    return found === undefined ? [] : [{...found, line: lines.linePos(start).line}];
  });
}

/**
 * `/@x/a/1.0.0_react@18.2.0` (version 5), `/@x/a@1.0.0(react@18.2.0)` (6), `@x/a@1.0.0` (9). What is
 * not of the registry (`file:…`, `https:…`) has no version there.
 */
function packageOf(key: string): Pick<Required<Pin>, 'name' | 'version'> | undefined {
  const [, name, version] = /^\/?((?:@[^/@():]+\/)?[^/@():]+)[/@](\d[^_()/]*)/.exec(key) ?? [];
  return name === undefined || version === undefined ? undefined : {name, version};
}
