/** go.mod: what `require` lists, and what `replace` puts in its place. A program names the module that it is of. */
import {textBefore} from '../../text/truncate.ts';
import {splitLines, type LockfileFormat, type Pin} from './format.ts';

export const goMod: LockfileFormat = {
  ecosystem: 'golang',
  kind: 'manifest',
  files: /(?:^|\/)go\.mod$/,
  parse: (text) => {
    const pins: Pin[] = [];
    let block: string | undefined;
    for (const [index, whole] of splitLines(text).entries()) {
      const words = textBefore(whole, '//').trim().split(/\s+/).map(unquoted);
      if (block === undefined && words[1] === '(') {
        block = words[0];
        continue;
      }
      if (words[0] === ')') {
        block = undefined;
        continue;
      }
      const [verb = '', ...rest] = block === undefined ? words : [block, ...words];
      pins.push(...pinOf(verb, rest).map((pin) => ({...pin, line: index + 1})));
    }
    return pins;
  },
  ownerOf: (text) => {
    const name = /^module\s+(\S+)/m.exec(text)?.[1];
    return name === undefined ? undefined : unquoted(name);
  },
};

/** `require a v1.0.0`; `replace a [v1.0.0] => b v1.1.0`, but not by a folder. */
function pinOf(verb: string, words: readonly string[]): readonly Omit<Pin, 'line'>[] {
  const arrow = words.indexOf('=>');
  if (verb !== (arrow < 0 ? 'require' : 'replace')) return [];
  const [name, version] = words.slice(arrow + 1);
  return name === undefined || version?.startsWith('v') !== true ? [] : [{name, version}];
}

function unquoted(word: string): string {
  return word.replace(/^(["`])(.*)\1$/, '$2');
}
