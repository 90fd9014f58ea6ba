/** yarn.lock, version 1: blocks whose first line names package and ranges, `version` indented below. */
import {splitLines, type LockfileFormat, type Pin} from './format.ts';

export const yarnLock: LockfileFormat = {
  ecosystem: 'npm',
  kind: 'lockfile',
  files: /(?:^|\/)yarn\.lock$/,
  parse: (text) => {
    const pins: Pin[] = [];
    let head: Omit<Pin, 'version'> | undefined;
    for (const [index, line] of splitLines(text).entries()) {
      if (line.startsWith('__metadata:')) return [];
      if (/^[^\s#]/.test(line)) {
        const name = nameOf(line);
        head = name === undefined ? undefined : {name, line: index + 1};
      }
      const version = /^ {2}version "?([^"\s]+)"?\s*$/.exec(line)?.[1];
      if (head === undefined || version === undefined) continue;
      pins.push({...head, version});
      head = undefined;
    }
    return pins;
  },
};

/** `"@x/a@^1.0.0", "@x/a@~1.1":` -> `@x/a`; `b@npm:a@^1.0.0:` -> `a`. */
function nameOf(head: string): string | undefined {
  const [, written, range = ''] = /^"?((?:@[^/@\s]+\/)?[^@\s",]+)@([^",]*)/.exec(head) ?? [];
  return /^npm:((?:@[^/@\s]+\/)?[^@\s":]+)/.exec(range)?.[1] ?? written;
}
