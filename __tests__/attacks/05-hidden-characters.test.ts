/**
 * Rules 5 and 6. The attacker names something (a file, a package, a target, a reason): in their hands is
 * any string of a report. No publisher may write a character that a terminal obeys or that nobody sees.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it, test} from '@jest/globals';
import {reportSchema, type Report} from '../../src/domain/report/schema.ts';
import {parseInputs} from '../../src/inputs.ts';
import {liveLog} from '../../src/platform/log.ts';
import {publish} from '../../src/stages/publish/index.ts';
import {COMPARED} from '../support/compared.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer} from '../support/github-server.ts';
import {hostileReport} from '../support/hostile-report.ts';
import {image} from '../support/reports.ts';

const folder = folders();

/** A bell, a colour, a title, C1, directions, no width, line ends of Unicode, marks of other scripts. */
const HIDDEN =
  '\u0007\u001b[31m\u001b]0;x\u0007\u0085\u009b1m\u00ad\u061c\u200b\u200e\u2028\u2029\u202e\u2066\u2060\ufeff\u{e0041}\u007f\r';
/** We put a word joiner behind an @ ourselves. */
const SEEN = /(?!\n)(?!(?<=@)\u2060)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Of every rule that has words of its own about foreign names. */
const PROBLEMS: readonly (readonly [string, unknown])[] = [
  ['user', {mistake: 'a-name', declared: 'nobody', uid: 65534}],
  ['user', {mistake: 'unknown-name', declared: 'nobody'}],
  ['healthcheck', {mistake: 'cannot-fail', test: ['CMD-SHELL', 'true']}],
  ['healthcheck', {mistake: 'exited', seconds: 1, exitCode: 1, output: ['a'], check: ['b']}],
  [
    'secrets',
    {...{rule: 'github-pat', title: 'A token', severity: 'high'}, where: 'file', path: 'a/b'},
  ],
  [
    'secrets',
    {...{rule: 'github-pat', title: 'A', severity: 'high'}, where: 'environment', variable: 'A'},
  ],
  ['build-checks', {check: 'JSONArgsRecommended', message: 'm', detail: 'd', url: 'https://a.b/'}],
  [
    'build-context',
    {
      mistake: 'unwanted',
      found: [{kind: 'environment file', path: 'a/.env', bytes: 9, line: '**/.env'}],
    },
  ],
  [
    'vulnerabilities',
    {
      ...{id: 'CVE-2026-1', severity: 'high', package: 'django', more: 0, fixed: '4.2.10'},
      ...{base: false, failOn: 'high', installed: [{package: 'django', version: '4.2'}]},
    },
  ],
  ['obey', 'words'],
];

function base(): Report {
  const hostile = hostileReport();
  const [first, ...others] = hostile.images;
  const [run] = hostile.runs;
  if (first === undefined || run === undefined) throw new Error('It has an image and a run.');
  const id = 'web/linux/amd64';
  return {
    ...hostile,
    images: [
      {
        ...image({
          ...first,
          comparison: COMPARED,
          verdict: 'fail',
          definedAt: {file: 'compose.yaml'},
        }),
        layers: [
          {
            ...{digest: 'sha256:1', diffId: 'sha256:2', unpackedBytes: 9_000_000},
            ...{downloadBytes: 5, instruction: 'RUN a', file: 'Dockerfile', startLine: 2},
          },
        ],
        packages: [{name: 'django', version: '4.2', purl: 'pkg:pypi/django@4.2'}],
        overrides: [{key: 'user', value: 'nobody'}],
      },
      ...others,
      image({id: 'bad/linux/amd64', state: 'not-built', reason: 'why', verdict: 'unable'}),
    ],
    violations: PROBLEMS.flatMap(([rule, data]) =>
      (['error', 'warning'] as const).map((level) => ({
        ...{rule, image: id, level, data, message: 'words'},
        place: {file: 'Dockerfile', startLine: 5},
      })),
    ),
    verdict: 'fail',
    runs: [
      {
        ...run,
        baseline: {madeAt: '2025-12-30T10:11:12.000Z', commit: 'abc', commitsBack: 3},
        builder: {name: 'b', driver: 'docker', buildkit: 'v1'},
      },
    ],
  };
}

type Path = readonly string[];
type Change = (text: string, path: Path) => string;

/** Names of properties too, where they are the document's own. */
function changed(value: unknown, change: Change, path: Path = []): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value))
    return value.map((item, at) => changed(item, change, [...path, String(at)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      change(name, [...path, name, 'NAME']),
      changed(item, change, [...path, name]),
    ]),
  );
}

function pathsIn(document: unknown): readonly Path[] {
  const found: Path[] = [];
  changed(document, (text, path) => {
    found.push(path);
    return text;
  });
  return found;
}

const planted = (text: string): string => `${text.slice(0, 1)}${HIDDEN}${text.slice(1)}`;

/** What the schema leaves open, and so others fill: undefined where a path is none of these. */
function plantedAt(report: Report, paths: ReadonlySet<string>): Report | undefined {
  const document = changed(report, (text, path) =>
    paths.has(path.join('/')) ? planted(text) : text,
  );
  return reportSchema.safeParse(document).data;
}

const REPORT = base();
const OPEN = pathsIn(REPORT)
  .map((path) => path.join('/'))
  .filter((path) => plantedAt(REPORT, new Set([path])) !== undefined);

let github: GitHubServer;
const EVENT = {
  pull_request: {
    ...{number: 7, base: {sha: 'b'.repeat(40)}},
    head: {sha: 'a'.repeat(40), repo: {full_name: 'o/r'}},
  },
};
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(() => github.end());

interface Written {
  readonly name: string;
  readonly text: string;
}

/** All that the publishers of one front door write. */
async function publishedBy(
  door: 'action' | 'command',
  report: Report,
): Promise<readonly Written[]> {
  const reports = folder();
  const event = join(folder({'event.json': JSON.stringify(EVENT)}), 'event.json');
  const recorded = testDeps({
    door,
    env: {
      ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event, GITHUB_API_URL: github.url},
      ...{GITHUB_REPOSITORY: 'o/r', GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '1'},
      ...{GITHUB_SHA: 'a'.repeat(40), GITHUB_REF: 'refs/pull/7/merge'},
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    },
  });
  const lines: string[] = [];
  const write = (text: string): void => void lines.push(text);
  const log = liveLog({invocation: door, secrets: recorded.secrets, write, terminal: false});
  const inputs = parseInputs(
    {'report-dir': reports, comment: 'always', artifact: 'off', token: 'a-token-of-the-lab'},
    {invocation: door, cwd: folder(), json: true, keep: false},
  );
  const already = (await github.asks()).length;
  await publish({report, images: [], inputs, deps: {...recorded, log}});
  const {annotations, outputs, summaries, stdout} = recorded.recorded;
  const asks = (await github.asks()).slice(already);
  return [
    {name: 'log', text: lines.join('')},
    ...annotations.flatMap((one) =>
      [one.title, one.message, one.file ?? ''].map((text) => ({name: 'annotation', text})),
    ),
    ...[...outputs].map(([name, text]) => ({name: `output ${name}`, text})),
    ...summaries.map((text) => ({name: 'summary', text})),
    ...stdout.map((text) => ({name: 'stdout', text})),
    ...asks.map(({method, path, body}) => ({name: `${method} ${path}`, text: body})),
    ...readdirSync(reports, {recursive: true, withFileTypes: true}).flatMap((entry) => [
      {name: 'name of a file', text: entry.name},
      ...(entry.isFile()
        ? [{name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8')}]
        : []),
    ]),
  ];
}

/** SARIF is shown by GitHub: what its JSON says counts too. */
function hiddenIn(written: readonly Written[]): readonly string[] {
  return written.flatMap(({name, text}) => {
    const texts = [text];
    const document = name.endsWith('.sarif') ? (JSON.parse(text) as unknown) : undefined;
    changed(document, (one) => {
      texts.push(one);
      return one;
    });
    return texts.flatMap((one) => {
      const at = SEEN.exec(one)?.index;
      return at === undefined
        ? []
        : [`${name}: ${JSON.stringify(one.slice(Math.max(0, at - 40), at + 40))}`];
    });
  });
}

const DOORS = ['action', 'command'] as const;

describe.each(DOORS)('through the %s, no hidden character is in what is written', (door) => {
  it('of a report that has them in every string', async () => {
    const everywhere = plantedAt(REPORT, new Set(OPEN));
    if (everywhere === undefined) throw new Error('Not all of these go together.');
    expect(hiddenIn(await publishedBy(door, everywhere))).toEqual([]);
  });

  it('of one whose rules are known', async () => {
    const some = plantedAt(REPORT, new Set(OPEN.filter((path) => !isLinking(path))));
    if (some === undefined) throw new Error('Not all of these go together.');
    const written = await publishedBy(door, some);
    expect(hiddenIn(written)).toEqual([]);
    expect(written.map(({name}) => name.replace(/ .*/, ''))).toEqual(
      expect.arrayContaining(
        door === 'action'
          ? [
              'log',
              'annotation',
              'output',
              'summary',
              'report.json',
              'POST',
              'web-linux-amd64-57713756.sarif',
            ]
          : ['summary', 'stdout', 'report.json', 'web-linux-amd64-57713756.sarif'],
      ),
    );
  });
});

/** By these one part of a report names another one, or a rule its words. */
function isLinking(path: string): boolean {
  return (
    (/\/(?:rule|image|run|id|mistake|where|kind|check|severity)$|NAME$/.test(path) &&
      path.startsWith('violations')) ||
    /^(?:images\/\d+\/(?:id|run|state|verdict)|runs\/\d+\/id|outcomes)/.test(path)
  );
}

test('Nearly every string of a report is open to what others write', () => {
  expect(OPEN.length).toBeGreaterThan(150);
});
