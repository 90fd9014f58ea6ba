/**
 * A pull request writes the ignore file and `COPY --exclude`, and names the files of the context. No
 * pattern may mean another thing to us than to the builder: what we say is sent is what the engine takes.
 * That none keeps a gate busy is asked in 16-linear.test.ts.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {parseIgnore} from '../../src/domain/context/ignore.ts';
import {usedPaths} from '../../src/domain/context/uses.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

const NAMES = [
  ...[
    'c++',
    'a)',
    '(',
    '+',
    '[',
    ']',
    '{',
    '}',
    '^',
    '$',
    '|',
    '.x',
    '\\',
    'a b',
    'aXb',
    'a.b',
    'é',
  ],
  ...[
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'valueOf',
    'd1',
    'a-b',
    'a,b',
    'aa',
  ],
];
const TREE = NAMES.flatMap((name) => [`files/${name}`, `${name}.d/${name}`, `deep/${name}/in/x`]);

/** Every name as a line, alone and in places; and what has a meaning of its own. */
const IGNORES = [
  ...NAMES.map((name) => `files/${name.replaceAll(/[\\[]/g, '\\$&')}\n${name}*`).map((text) =>
    text.replaceAll(/^\\\*$|^\[\*$/gm, ''),
  ),
  ...NAMES.map((name) => `**/${name.replaceAll(/[\\[]/g, '\\$&')}`),
  '*\n!files\n!deep/aa\ndeep/aa/in',
  'files\n!files/a.b\nfiles',
  'deep/aa/in\n!deep/aa',
  'files/a?b\n**/[^a-z]',
  'files/[[:alpha:]]*\n!**/toString',
  'files/a*|b',
  'files/a{2}|zz*',
  'files/a{2}*\nfiles/[a-z]{3}?*',
  'files/\\d*\n**/\\{',
  '**/in/**\n!deep/c++/in/x',
  '/files//./aa/\n  # x\n!\t/files/aa',
  '**a\n***b',
  '*.d/*\n!*.d/c++',
  '\uFEFFfiles/aa\r\nfiles/d1\r\n',
];
const COPIES: readonly (readonly [string, readonly string[]])[] = [
  ['files', []],
  ['.', ['files']],
  ['.', ['files/a*', '!files/aa']],
  ['files', ['a*', '**/toString']],
  ['files', ['files/a*']],
  ['files/a*', ['*']],
  ['*.d', ['c++', 'constructor']],
  ['d[e]ep/[^a]*', ['in']],
  ['deep/c++/in', []],
];
const BAD = ['[', 'files/[a', 'files/\\', '!', '!/', '[]a]', 'a[-x]'];

function arrivedIn(root: string): readonly string[] {
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

interface Case {
  readonly dockerfile: string;
  readonly ignore?: string;
}

/** One bake of all cases over one context, each with an ignore file beside its Dockerfile. */
function arrivals(cases: readonly Case[]): readonly (readonly string[])[] {
  const [work, out] = [folder(), folder()];
  for (const path of TREE) {
    mkdirSync(join(work, dirname(path)), {recursive: true});
    writeFileSync(join(work, path), path);
  }
  mkdirSync(join(work, 'build'));
  const target = cases.map(({dockerfile, ignore}, index) => {
    writeFileSync(join(work, `build/${index}`), `FROM scratch\n${dockerfile}\n`);
    writeFileSync(join(work, `build/${index}.dockerignore`), `${ignore ?? ''}\nbuild`);
    const output = [`type=local,dest=${join(out, `${index}`)}`];
    return [`t${index}`, {context: work, dockerfile: `build/${index}`, output}] as const;
  });
  const group = {default: {targets: target.map(([name]) => name)}};
  const file = join(out, 'bake.json');
  writeFileSync(file, JSON.stringify({group, target: Object.fromEntries(target)}));
  const allow = ['--allow', `fs.read=${work}`, '--allow', `fs.write=${out}`];
  execFileSync('docker', ['buildx', 'bake', '--provenance=false', ...allow, '--file', file], {
    stdio: 'pipe',
    cwd: out,
  });
  return cases.map((_, index) => arrivedIn(join(out, `${index}`)));
}

describe('what the engine takes', () => {
  it('is what we say is sent, for every ignore file', () => {
    const arrived = arrivals(IGNORES.map((ignore) => ({dockerfile: 'COPY . /', ignore})));
    const sent = IGNORES.map((ignore) => {
      const {ignores} = parseIgnore(`${ignore}\nbuild`);
      return TREE.filter((path) => !ignores(path)).sort();
    });
    const differing = IGNORES.flatMap((ignore, index) =>
      JSON.stringify(sent[index]) === JSON.stringify(arrived[index])
        ? []
        : [{ignore, ours: sent[index], theirs: arrived[index]}],
    );
    expect(differing).toEqual([]);
    expect(new Set(sent.map((paths) => paths.length)).size).toBeGreaterThan(5);
  });

  describe('by COPY', () => {
    const flags = (excludes: readonly string[]): string =>
      excludes.map((pattern) => `--exclude=${pattern}`).join(' ');
    let taken: readonly (readonly string[])[];
    beforeAll(() => {
      taken = arrivals(
        COPIES.map(([source, excludes]) => ({
          dockerfile: `# syntax\nCOPY ${flags(excludes)} ${source} /to/`,
        })),
      );
    });

    it.each(COPIES.map(([source, excludes], at) => ({source, excludes, at})))(
      '$source without $excludes is what we say is used',
      ({source, excludes, at}) => {
        const used = usedPaths(TREE, {context: 'context', pattern: `/${source}`, excludes});
        // Each file's content is its path.
        expect(used.length).toBe(taken[at]?.length);
      },
    );
  });

  it.each(BAD)('is nothing where %j is in the file: the builder refuses it too', (ignore) => {
    expect(() => arrivals([{dockerfile: 'COPY . /', ignore}])).toThrow();
    expect(() => parseIgnore(ignore)).toThrow(/^line 1 of what it ignores is no pattern$/);
  });
});
