/** What is fuzzed: seeds that pass, and what is done with a mutant. Gives true when it got past the first parser. */
import {readFileSync} from 'node:fs';
import {parseExcludes, parseIgnore} from '../../src/domain/context/ignore.ts';
import {usedPaths} from '../../src/domain/context/uses.ts';
import {configSchema, indexSchema, manifestSchema} from '../../src/domain/image/manifest.ts';
import {dictionary} from '../../src/domain/own.ts';
import {inheritedNames} from '../../src/domain/plan/discover.ts';
import {parsePolicy} from '../../src/domain/policy/parse.ts';
import {parseTrivyignore, parseTrivyignoreYaml} from '../../src/domain/policy/trivyignore.ts';
import {parseVex} from '../../src/domain/policy/vex.ts';
import {parseRecord} from '../../src/domain/record/parse.ts';
import {distrust} from '../../src/domain/relay/distrust.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {z} from 'zod';

export interface Target {
  readonly seeds: readonly string[];
  readonly run: (text: string) => boolean;
}

const PATHS = ['a', 'src/a.ts', 'src/deep/b.ts', 'c++', 'constructor', 'a'.repeat(300)];
const ran = (work: () => unknown): true => {
  work();
  return true;
};
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').slice(0, 4000);
const REPORT = JSON.stringify({
  ...{version: 0, tool: {name: 'plimsoll', version: '0.0.0'}, verdict: 'pass', runs: []},
  ...{images: [], outcomes: [], violations: [], advisories: {}, attachments: [], omitted: {}},
});
const DIGEST = `sha256:${'a'.repeat(64)}`;

export const TARGETS: ReadonlyMap<string, Target> = new Map([
  [
    'ignore',
    {
      seeds: ['*\n!src\n**/*.ts\n# c\na{2}*|b\n', 'c++\na)\n[a-z]*\n\\d*\n[[:alpha:]]?\n/x/**\n'],
      run: (text) => ran(() => PATHS.filter(parseIgnore(text).ignores)),
    },
  ],
  [
    'excludes',
    {
      seeds: ['*.md\n**/x', '/src/*\n!a'],
      run: (text) =>
        ran(() => {
          const [pattern = '', ...excludes] = text.split('\n');
          parseExcludes(excludes);
          usedPaths(PATHS, {context: 'context', pattern, excludes});
        }),
    },
  ],
  [
    'policy',
    {
      seeds: [
        'version: 1\nrules:\n  size: {max: 200MB}\nwaivers:\n  - {rule: user, reason: "x", expires: 2027-01-31}\n',
      ],
      run: (text) => ran(() => parsePolicy(text, 'p.yml')),
    },
  ],
  [
    'trivyignore',
    {
      seeds: ['# why\nCVE-2026-1 exp:2027-01-01\n'],
      run: (text) => ran(() => parseTrivyignore(text, '.trivyignore')),
    },
  ],
  [
    'trivyignore-yaml',
    {
      seeds: ['vulnerabilities:\n  - id: CVE-2026-1\n    paths: ["usr/**"]\n    statement: no\n'],
      run: (text) => ran(() => parseTrivyignoreYaml(text, '.trivyignore.yaml')),
    },
  ],
  [
    'vex',
    {
      seeds: [
        '{"@context":"https://openvex.dev/ns/v0.2.0","@id":"x","author":"a","timestamp":"2026-01-01T00:00:00Z","version":1,"statements":[{"vulnerability":{"name":"CVE-2026-1"},"products":[{"@id":"pkg:npm/a@1"}],"status":"not_affected","justification":"component_not_present"}]}',
      ],
      run: (text) => ran(() => parseVex(text, 'vex.json')),
    },
  ],
  ['record', {seeds: ['{"version":0,"images":[]}'], run: (text) => 'value' in parseRecord(text)}],
  [
    'relay',
    {
      seeds: [REPORT],
      run: (text) => {
        const read = reportSchema.safeParse(parsed(text));
        if (read.success) distrust({from: 'a', report: read.data});
        return read.success;
      },
    },
  ],
  [
    'layout',
    {
      seeds: [
        `{"schemaVersion":2,"manifests":[{"mediaType":"a","digest":"${DIGEST}","size":1}],"config":{"mediaType":"a","digest":"${DIGEST}","size":1},"layers":[],"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}`,
      ],
      run: (text) =>
        [indexSchema, manifestSchema, configSchema].filter(
          (schema) => schema.safeParse(parsed(text)).success,
        ).length > 0,
    },
  ],
  [
    'definition',
    {
      seeds: ['{"web":{"context":".","args":{"A":"b"}},"__proto__":{}}'],
      run: (text) => dictionary(z.looseObject({})).safeParse(parsed(text)).success,
    },
  ],
  [
    'bake',
    {
      seeds: ['target "a" {\n  inherits = ["b", "c"]\n}\n', readme],
      run: (text) => ran(() => inheritedNames(text)),
    },
  ],
]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
