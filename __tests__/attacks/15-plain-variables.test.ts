/**
 * Rule 15, the other side: nobody attacks. Variables that every job has hold words that stand in every
 * report, and no report is another one for them.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {MASK} from '../../src/domain/text/mask.ts';
import {runAction} from '../support/action.ts';
import {runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();

const VALUES = {TAG: 'production', PLATFORM: 'linux/amd64', CACHE_KEY: 'linux-node-20'};
const WORDS = `rails in ${Object.values(VALUES).join(' with ')}`;

/** A definition writes each of them out, or takes it from the variable. */
type Write = (name: keyof typeof VALUES) => string;
const literal: Write = (name) => VALUES[name];
const variable: Write = (name) => `\${${name}}`;

const repository = (write: Write): string => {
  const [tag, platform, key] = [write('TAG'), write('PLATFORM'), write('CACHE_KEY')];
  const blocks = Object.keys(VALUES).map((name) => `variable "${name}" {}`);
  const target = `target "default" {
  tags = ["web:${tag}"]
  platforms = ["${platform}"]
  cache-from = ["type=gha,scope=${key}"]
}`;
  const build = {context: '.', platforms: [platform], cache_from: [`type=gha,scope=${key}`]};
  return folder({
    'docker-bake.hcl': [...blocks, target].join('\n'),
    'compose.yaml': JSON.stringify({services: {default: {image: `web:${tag}`, build}}}),
    ...{'words.txt': WORDS, '.dockerignore': '*\n!words.txt\n'},
    Dockerfile:
      'FROM busybox\nCOPY words.txt /\nRUN cat /words.txt && mkdir -p /data && head -c 2000000 /dev/zero >"/data/$(cat /words.txt | tr / _)"\nUSER 1000\n',
  });
};

type Environment = Readonly<Record<string, string | undefined>>;
/** Gives outputs by their names. */
type Run = (work: string, reports: string, env: Environment) => Readonly<Record<string, string>>;

const NONE = {TAG: undefined, PLATFORM: undefined, CACHE_KEY: undefined};
const NOT_OF_THE_LAB = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined};

const DOORS: readonly (readonly [string, Run])[] = [
  [
    'the command',
    (work, reports, env) => {
      const {stdout, stderr} = runCommand({
        cwd: work,
        args: ['--files=docker-bake.hcl', `--report-dir=${reports}`],
        env: {...NOT_OF_THE_LAB, ...env},
      });
      return {stdout, stderr};
    },
  ],
  [
    'the action',
    (work, reports, env) => {
      const {stdout, stderr, summary, outputs} = runAction({
        job: folder(),
        workspace: work,
        inputs: {
          ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum, files: 'compose.yaml'},
          ...{'db-repositories': dbRepositories, 'report-dir': reports},
          ...{cache: 'off', baseline: 'none', sarif: 'file'},
        },
        env: {...NOT_OF_THE_LAB, ...env, GITHUB_EVENT_NAME: 'push'},
      });
      return {stdout, stderr, summary, ...Object.fromEntries(outputs)};
    },
  ],
];

/** Times, sizes that hang on them, and what a run calls itself. */
function timeless(text: string): string {
  return text
    .replace(/plimsoll(?:-|&#45;|\w)+/g, 'FOLDER')
    .replace(/"default\/default\/\w+"|"[\da-f]{8}-[\da-f-]{27}"/g, '"ID"')
    .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+(?: ?UTC|Z)?/g, 'TIME')
    .replace(/"(\w*[sS]econds|bytes|run|id)": ?[\d."a-f-]+/g, '"$1": N')
    .replace(/\d+(?:\.\d+)? s\b/g, 'N s')
    .replace(/::[\da-f]{32}::|::stop-commands::[\da-f]{32}/g, '::TOKEN::');
}

function filesOf(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(root, {recursive: true, withFileTypes: true}).flatMap((entry) => {
      if (!entry.isFile()) return [];
      const data = readFileSync(join(entry.parentPath, entry.name));
      return [[entry.name, (entry.name.endsWith('.gz') ? gunzipSync(data) : data).toString()]];
    }),
  );
}

/** By output, the lines that only one of the two has. */
function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  expect(Object.keys(after)).toEqual(Object.keys(before));
  return Object.entries(after).flatMap(([name, text]) => {
    const [old, fresh] = [before[name] ?? '', text].map((one) => one.split('\n'));
    const gone = (old ?? []).filter((line) => fresh?.includes(line) !== true);
    const came = (fresh ?? []).filter((line) => old?.includes(line) !== true);
    return [...gone.map((line) => `${name} - ${line}`), ...came.map((line) => `${name} + ${line}`)];
  });
}

describe.each(DOORS)('%s', (_, run) => {
  const told = (work: string, env: Environment): Readonly<Record<string, string>> => {
    const reports = folder();
    const said = run(work, reports, env);
    return Object.fromEntries(
      Object.entries({...said, ...filesOf(reports)}).map(([name, text]) => [
        name,
        timeless(text.replaceAll(reports, 'REPORTS').replaceAll(work, 'WORK')),
      ]),
    );
  };
  let [bare, given] = [{}, {}];
  beforeAll(() => {
    // So that both find its steps in the builder.
    run(repository(literal), folder(), NONE);
    bare = told(repository(literal), NONE);
    given = told(repository(variable), VALUES);
  });

  it('says the same whether a job has TAG, PLATFORM and CACHE_KEY or not', () => {
    expect(changesBetween(bare, given)).toEqual([]);
  });

  it('shows every one of these words', () => {
    const text = Object.values(given).join('\n');
    for (const value of Object.values(VALUES)) expect(text).toContain(value);
    expect(text.split('\n').filter((line) => line.includes(MASK))).toEqual([]);
  });
});
