/**
 * Rule 16: foreign text meets linear code only.
 *
 * The attacker writes what a pull request holds, what an image holds, or what a build, a tool or a registry
 * says. They must not get a run that computes for longer than its text is long: each row grows at most
 * 15-fold where its input grows tenfold, up to a million characters. The linter finds an expression that is
 * not linear (eslint-plugin-regexp); loops, and libraries, are found here alone.
 */
import {lastErrorLine} from '../../src/clients/tool.ts';
import {describeFailure} from '../../src/domain/build/failures.ts';
import {Progress} from '../../src/domain/build/progress.ts';
import {countSteps, sumBuildTimes as buildTimes} from '../../src/domain/build/summarize.ts';
import {findMisses} from '../../src/domain/compare/misses.ts';
import {comparePackages} from '../../src/domain/compare/packages.ts';
import {contextFacts} from '../../src/domain/context/context-facts.ts';
import {parseIgnore} from '../../src/domain/context/ignore.ts';
import {commonUpgrade} from '../../src/domain/findings/fixes.ts';
import {FORMATS, parsePins} from '../../src/domain/findings/lockfiles/index.ts';
import {isVersion} from '../../src/domain/findings/lockfiles/names.ts';
import {parseFailureReason} from '../../src/domain/findings/trivy-log.ts';
import {lastLines} from '../../src/domain/health/lines.ts';
import {parseDockerfile} from '../../src/domain/dockerfile/dockerfile.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';
import {Tree} from '../../src/domain/image/tree.ts';
import {definedAt} from '../../src/domain/plan/defined-at.ts';
import {inheritedNames, definitionKind} from '../../src/domain/plan/discover.ts';
import {refuseWithheld} from '../../src/domain/plan/withheld.ts';
import {parseYaml} from '../../src/domain/policy/document.ts';
import {compileGlob} from '../../src/domain/policy/glob.ts';
import {activeIgnores} from '../../src/domain/policy/ignores.ts';
import {parseTrivyignore, parseTrivyignoreYaml} from '../../src/domain/policy/trivyignore.ts';
import {parseVex} from '../../src/domain/policy/vex.ts';
import {parseChallenge} from '../../src/domain/registry/challenge.ts';
import {nameText} from '../../src/domain/text/bytes.ts';
import {breakable, escapeMarkdown} from '../../src/domain/text/markdown.ts';
import {plainLine} from '../../src/domain/text/plain-text.ts';
import {sarifText} from '../../src/domain/text/sarif.ts';
import {withoutUrlSecrets} from '../../src/domain/text/urls.ts';
import {LineSplitter} from '../../src/domain/text/line-splitter.ts';
import {versionOrder} from '../../src/domain/versions/order.ts';
import {again, complaint, type Row} from '../support/linear.ts';

/** Texts by what they are given to: a beginning, and what is repeated behind it. */
function texts(
  name: string,
  run: (text: string) => unknown,
  pumps: readonly (readonly [string, string])[],
): readonly Row[] {
  return pumps.map(([before, piece]) => ({
    name: `${name} <- ${JSON.stringify(before)} ${JSON.stringify(piece)}`,
    pump: (characters) => before + again(piece, characters),
    run: (input) => {
      try {
        return run(input);
      } catch {
        // A refusal is an answer.
        return undefined;
      }
    },
  }));
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({length: count}, (_, index) => line(index)).join('\n');
}

function lists<T>(name: string, pump: (count: number) => T, run: (list: T) => unknown): Row {
  return {name, pump: (characters) => pump(Math.ceil(characters / 20)), run};
}

const ENTRY = {kind: 'file', size: 1, mode: 0o644, uid: 0, gid: 0, mtime: 0} as const;

/** 38 links in a chain, each at the end of a long way, and files below the first. */
function chained(count: number): readonly TreeEntry[] {
  const deep = again('d/', 2000);
  const link = (index: number): string => `${deep}l${index}`;
  return [
    {...ENTRY, name: `${deep}end`, kind: 'folder', size: 0},
    ...Array.from({length: 38}, (_, index) => ({
      ...{...ENTRY, name: link(index), kind: 'symlink' as const, size: 0},
      target: index === 37 ? `/${deep}end` : `/${link(index + 1)}`,
    })),
    ...Array.from({length: count}, (_, index) => ({...ENTRY, name: `${link(0)}/${index}`})),
  ];
}

function applied(entries: readonly TreeEntry[]): void {
  try {
    new Tree().apply(entries);
  } catch {
    // `unable`: the links lead too long a way.
  }
}

const named = (name: string) => [
  {...{digest: 'a', names: new Set([name]), cached: false, interval: {start: 0, end: 1}}, ...REST},
];
const REST = {seconds: 0, inputs: [], transferredBytes: 0, output: []};
const IMAGES = [{id: 'web/linux/amd64', target: 'web', platform: 'linux/amd64'}] as never;
const failure = (stderr: string) =>
  describeFailure({stderr, steps: [], dockerfiles: new Map([['web', 'Dockerfile']])});

/** A step is built upon the one before it, twice: a way doubles with each. */
const STEP = {kind: 'work', resolved: 'r', text: 't', environment: 'e', isOpen: false} as const;
const stepped = (count: number) =>
  Array.from({length: count}, (_, at) => ({
    ...{...STEP, input: String(at), inputs: at === 0 ? [] : [at - 1, at - 1]},
    ...(at === count - 1 ? {cached: false} : {cached: true}),
  }));

/** A path that patterns of an ignore file are held against. */
const DEEP = Array.from({length: 20}, () => 'a'.repeat(54)).join('/');
const FILES = Array.from({length: 100}, (_, index) => `src/mod${index % 50}/file${index}.ts`);

const IGNORE_ROWS: readonly Row[] = [
  ...texts('an ignore file', (text) => parseIgnore(text).ignores(DEEP), [['', '[[:']]),
  ...texts('an ignore file and one letter', (text) => parseIgnore(`${text}b`).ignores(DEEP), [
    ['', '**/*a*/'],
    ['', '*a'],
  ]),
  ...texts('an ignore file and a wildcard', (text) => parseIgnore(`${text}*`).ignores(DEEP), [
    ['', 'a{1000}'],
  ]),
  ...texts('an ignore file of ten long lines', ignoresOfTen, [['', ' ']]),
  ...['**/*a*/**/*a*/**/*a*/**/*a*/**/b', '**/*a*/'.repeat(20), '*a'.repeat(50)].flatMap(
    (pattern) =>
      texts(`a path under ${pattern}`, parseIgnore(pattern).ignores, [['', `${'a'.repeat(54)}/`]]),
  ),
  ...[
    (index: number) => `node_modules/package-${index}`,
    (index: number) => `*.extension${index}`,
    (index: number) => `[ab]${index}*`,
  ].map((line) =>
    lists(
      `an ignore file of many lines like ${line(1)}`,
      (n) => lines(n, line),
      (text) => {
        const {ignores} = parseIgnore(text);
        if (FILES.some(ignores)) throw new Error('It ignores what it does not name.');
      },
    ),
  ),
];

function ignoresOfTen(text: string): void {
  parseIgnore(`${text}x\n`.repeat(10)).ignores(DEEP);
}

const ROWS: readonly Row[] = [
  ...IGNORE_ROWS,
  ...texts('the YAML of a policy', (text) => parseYaml(text, 'f'), [
    ['a:', ' '],
    ['a: ', '"'],
    ['', '- a\n'],
    ['a: ', '{a: '],
    ['# ', 'a'],
  ]),
  lists(
    'keys of a policy',
    (n) => lines(n, (at) => `k${at}: 1`),
    (text) => parseYaml(text, 'f'),
  ),
  lists(
    'keys of a flow mapping',
    (n) => `a: {${lines(n, (at) => `k${at}: 1,`).replaceAll('\n', ' ')}}`,
    (text) => parseYaml(text, 'f'),
  ),
  ...texts('an ignore list', (text) => parseTrivyignore(text, 'f'), [
    ['CVE-1', ' '],
    ['', 'CVE-1 exp:\n'],
  ]),
  ...texts('an ignore list in YAML', (text) => parseTrivyignoreYaml(text, 'f'), [
    ['vulnerabilities:\n', '  - id: a\n'],
    ['vulnerabilities:\n  - id: a\n    purls: ["pkg:', '%'],
  ]),
  ...texts('a VEX document', (text) => parseVex(text, 'f'), [['{"statements": [', '{},']]),
  lists(
    'ignores, some over',
    (n) => Array.from({length: n}, () => ({id: 'a', file: 'f', line: 1, expires: '2020-01-01'})),
    (ignores) => activeIgnores(ignores, '2026-01-01'),
  ),
  ...texts('where a target is defined', (text) => definedAt({name: 'w'}, [{file: 'f', text}]), [
    ['x-a:', ' '],
    ['x-a:', ' {'],
    ['target', ' '],
    ['"', 'a'],
  ]),
  ...texts(
    'a Dockerfile, looked for its FROM',
    (text) => definedAt({name: 'w', dockerfile: 'd', dockerfileText: text}, []),
    [['', ' ']],
  ),
  ...texts('what bake targets inherit', inheritedNames, [
    ['# ', 'inherits=['],
    ['inherits=[', '"'],
    ['', 'inherits '],
    ['inherits', ' '],
  ]),
  ...texts('the kind of a file', (text) => definitionKind([text]), [
    ['Dockerfile', '.'],
    ['', '.Dockerfile'],
  ]),
  ...texts(
    'withheld names',
    (text) => {
      refuseWithheld([{file: 'f', text}]);
    },
    [
      ['', 'A_'],
      ['', ' #'],
    ],
  ),
  ...texts('a Dockerfile', (text) => parseDockerfile(text), [
    ['', 'FROM a\n'],
    ['', 'FROM a AS b\n'],
    ['FROM a\n', 'COPY --from=0 a b\n'],
    ['FROM a\n', 'RUN a\n'],
    ['FROM a\nRUN a', ' \\\n'],
    ['FROM a\nRUN a \\\n', '# a\n'],
    ['FROM a\nRUN ', '<<A '],
    ['FROM a\nRUN ', '<<A\n'],
    ['FROM a\nRUN ', '"\\'],
    ['FROM a\nRUN --mount=', ',from=a'],
    ['FROM a\nRUN', ' '],
    ['# escape', ' '],
    ['FROM ', '${a-'],
    ['FROM ', '$a'],
  ]),
  ...texts('an argument of a Dockerfile', (text) => parseDockerfile(`${text}\nFROM $x`), [
    ['ARG x=', '${a-'],
    ['ARG a=aa\n', 'ARG a=$a$a\n'],
  ]),
  ...Object.entries(FORMATS).flatMap(([id, format]) =>
    texts(`the lockfile ${id}`, (text) => parsePins(format, text), [
      ['', ' '],
      ['', '\n'],
      ['a==1', ' '],
      ['a', '-'],
      ['a==', '='],
      ['a[', '['],
      ['a ', ';\r'],
      ['a', ' #'],
      ['require a v1 ', '//\r'],
      ['"', '@a'],
      ['packages:\n  ', '/a'],
      ['{"a": ', '"'],
      ['', '[[package]]\n'],
      ['[[package]]\n', 'name = "a"\n'],
      ['a = """', 'a'],
      ['a = """', '"\\'],
      ['', 'a: b\n'],
      ['packages:\n', '  a@1: {}\n'],
    ]),
  ),
  ...texts('versions', (text) => isVersion('pypi', text, `${text}x`), [
    ['1', '.0'],
    ['1', '+'],
  ]),
  ...['deb', 'rpm', 'apk', 'npm', 'pypi', 'gem', 'maven', 'composer', undefined].flatMap((kind) =>
    texts(
      `versions of ${kind ?? 'no known kind'}, compared`,
      (text) => versionOrder(kind, [])(text, `${text}1`),
      [
        ['', '1.'],
        ['1', '0'],
        ['1.0', kind === 'apk' ? '_p1' : '-a1'],
      ],
    ),
  ),
  ...texts('the log of the scanner', parseFailureReason, [
    ['x FATAL', ' '],
    ['x FATAL ', 'a'],
    ['x FATAL ', 'a://'],
    ['x FATAL ', 'a://?'],
    ['', '\x1b]0;a'],
  ]),
  ...texts('the last words of a tool', lastErrorLine, [
    ['', '\x1b]0;a'],
    ['', '\x1b]'],
    ['ERROR:', ' '],
    ['', 'ERROR: a\n'],
  ]),
  ...texts('why a build failed', failure, [
    ['', '\x1b]0;a'],
    ['Dockerfile:1\n-----\n', '1 | >>>'],
    ['', 'a:1\n-----\n'],
    ['', 'failed to resolve source metadata for '],
    ['', 'failed to resolve source metadata for a: '],
    ['', 'OCI exporter '],
    ['', 'dial unix '],
    ['ERROR: target ', 'a'],
    ['', 'entitlement '],
  ]),
  ...texts('names of steps', (text) => [buildTimes(named(text)), countSteps(named(text), IMAGES)], [
    ['[', '1'],
    ['[', '1/'],
    ['[web] ', '1/1] '],
    ['', 'exporting to '],
    ['[', ' '],
  ]),
  ...texts(
    'output of a step, piece by piece',
    (text) => {
      const progress = new Progress();
      for (let at = 0; at < text.length; at += 100) {
        const data = Buffer.from(text.slice(at, at + 100)).toString('base64');
        progress.add({logs: [{vertex: 'a', data}]});
      }
    },
    [
      ['', 'a'],
      ['', '\r'],
      ['', '\n'],
    ],
  ),
  ...texts(
    'lines of a stream, piece by piece',
    (text) => {
      const splitter = new LineSplitter(() => undefined);
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += 50) splitter.add(bytes.subarray(at, at + 50));
      splitter.end();
    },
    [
      ['', 'a'],
      ['', '\n'],
      ['', '\r'],
    ],
  ),
  ...texts('the words of a health check', (text) => lastLines([text]), [
    ['', '\x1b]0;a'],
    ['', '\x1b['],
  ]),
  ...texts('a challenge', parseChallenge, [
    ['Bearer ', 'a'],
    ['Bearer', ' '],
    ['Bearer realm="', '\\'],
    ['', ', '],
  ]),
  ...texts('a path under a glob', (text) => compileGlob('**/*a*/**/*a*/**/{a,b*}')?.(text), [
    ['', 'a/'],
    ['', 'a'],
  ]),
  ...[plainLine, escapeMarkdown, breakable, sarifText, nameText].flatMap((clean) =>
    texts(clean.name, clean, [
      ['', '\x1b]0;a'],
      ['', '\x1b['],
      ['', '\x9d'],
      ['', '@'],
      ['', '#1'],
      ['\xff', 'a'],
      ['', ' '],
      ['', '\u202e'],
      ['', 'http:'],
    ]),
  ),
  ...texts('secrets in URLs', withoutUrlSecrets, [
    ['', 'a://'],
    ['a://', '@'],
    ['', 'a'],
    ['://', 'a'],
  ]),
  lists(
    'folders with pyvenv.cfg',
    (n) => Array.from({length: n}, (_, at) => ({path: `v${at}/pyvenv.cfg`, bytes: 1})),
    (files) => contextFacts(files, {unused: []}),
  ),
  lists('a tree with links in a chain', chained, applied),
  lists('steps that were run again', stepped, (steps) =>
    findMisses([{...STEP, input: 'x', inputs: []}] as never, steps as never),
  ),
  lists(
    'upgrades of a package that is there often',
    (n) => Array.from({length: n}, (_, at) => ({version: `1.${at}`, fixedVersion: '2.1, 3.1'})),
    commonUpgrade,
  ),
  lists(
    'versions of one package',
    (n) => Array.from({length: n}, (_, at) => ({name: 'a', version: String(at)})),
    (packages) => comparePackages(packages, packages.toReversed(), {causeIn: () => 'drift'}),
  ),
];

it.each(ROWS.map((row) => [row.name, row] as const))(
  '%s',
  (_, row) => {
    expect(complaint(row)).toBeUndefined();
  },
  60_000,
);

it('finds what is quadratic', () => {
  // Of the processor's time, not of steps: on a fast machine steps would go on to the largest size.
  const run = (text: string): void => {
    const most = 6 * (text.length / 9900) ** 2;
    const start = process.threadCpuUsage().user;
    while (process.threadCpuUsage().user - start < most * 1000);
  };
  const row = {name: 'squares', pump: (characters: number) => again('a', characters), run};
  expect(complaint(row)).toMatch(/^squares: /);
});

it('refuses a key that stands twice, with the line of the second', () => {
  const text = 'a: 1\nb: {c: 1, d: 2}\nd:\n  - c: 1\n    c: 2\n';
  expect(() => parseYaml(text, 'f.yml')).toThrow(
    'f.yml:5: the key `c` stands here a second time: remove one of the two.',
  );
});
