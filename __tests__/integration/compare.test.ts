/** An image before and after, each a real build: every difference has the cause that somebody really gave it. */
import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {ComparedImage} from '../../src/domain/report/changes.ts';
import {comparedOf} from '../../src/domain/report/changes.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {registry} = lab();
const folder = folders();
const POLICY = 'version: 1\nrules: {healthcheck: {level: off}, user: {level: off}}';

/** Runs the gate on a folder; the report is the baseline of the next one. */
function gate(work: string, args: readonly string[] = []): {report: Report; reports: string} {
  const reports = folder();
  const {stderr} = runCommand({
    args: ['--report-dir', reports, '--policy', POLICY, ...args, work],
    env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
  });
  const report = readReport(reports);
  if (report.images[0]?.state !== 'built') throw new Error(stderr);
  return {report, reports};
}

/** Pushes a base image of its own with so many random bytes, and tells its digest. */
function pushBase(reference: string, bytes: number): string {
  const work = folder({
    Dockerfile: `FROM busybox\nRUN head -c ${bytes} /dev/urandom > /base-data\n`,
  });
  const metadata = join(work, 'metadata.json');
  execFileSync(
    'docker',
    [
      ...[
        'buildx',
        'build',
        '--quiet',
        '--no-cache',
        '--provenance=false',
        '--metadata-file',
        metadata,
      ],
      ...['--output', `type=image,name=${reference},push=true,store=false`, work],
    ],
    {stdio: 'pipe'},
  );
  const text = execFileSync('cat', [metadata], {encoding: 'utf8'});
  return /"containerimage.digest": "(sha256:[0-9a-f]{64})"/.exec(text)?.[1] ?? '';
}

/** The engine remembers what earlier runs of the tests built. */
function nonce(): string {
  return randomBytes(6).toString('hex');
}

function reference(): string {
  return `${registry}/plimsoll-test/base-${nonce()}:1`;
}

interface Change {
  readonly files: Readonly<Record<string, string>>;
  /** What is done between the two builds. */
  readonly edit: (work: string) => void;
  readonly args?: readonly string[];
}

/** Builds, changes something, builds again, and compares. */
function beforeAndAfter({files, edit, args = []}: Change): {
  compared: ComparedImage;
  report: Report;
} {
  const work = folder(files);
  const before = gate(work);
  edit(work);
  const {report} = gate(work, ['--baseline', `file=${before.reports}`, ...args]);
  const [image] = report.images;
  const compared = image === undefined ? undefined : comparedOf(image);
  if (compared === undefined) throw new Error('nothing was compared');
  const sum = compared.causes.reduce((total, cause) => total + cause.unpackedBytes, 0);
  expect(sum).toBe(compared.unpacked.after - compared.unpacked.before);
  expect(compared.unpacked.after).toBe(image?.unpackedBytes);
  return {compared, report};
}

/** `Dockerfile:3 this change +5`. */
function told({layers}: ComparedImage): readonly string[] {
  return layers.map(
    ({place, cause, unpacked, base}) =>
      `${base ? 'base ' : ''}${place?.file ?? ''}:${place?.startLine ?? ''} ${cause} ${unpacked.after - unpacked.before}`,
  );
}

const write =
  (name: string, text: string) =>
  (work: string): void => {
    writeFileSync(join(work, name), text);
  };

describe('this change', () => {
  it('is an edited FROM line, with everything that is built on it', () => {
    const [one, other] = [reference(), reference()];
    pushBase(one, 1000);
    pushBase(other, 4000);
    const rest = 'RUN echo hello > /hello\n';
    const {compared} = beforeAndAfter({
      files: {Dockerfile: `FROM ${one}\n${rest}`},
      edit: write('Dockerfile', `FROM ${other}\n${rest}`),
    });
    expect(told(compared)).toEqual([
      'base Dockerfile:1 this change 3000',
      'Dockerfile:2 this change 0',
    ]);
  });

  it('is a digest that the user bumped', () => {
    const base = reference();
    const first = pushBase(base, 1000);
    const second = pushBase(base, 2500);
    const {compared} = beforeAndAfter({
      files: {Dockerfile: `FROM ${base}@${first}\n`},
      edit: write('Dockerfile', `FROM ${base}@${second}\n`),
    });
    expect(told(compared)).toEqual(['base Dockerfile:1 this change 1500']);
  });

  it('is a file that was edited, also for the unchanged RUN after it', () => {
    const {compared, report} = beforeAndAfter({
      files: {
        Dockerfile: [
          'FROM busybox',
          'COPY package.json ./',
          `RUN : ${nonce()} && head -c $(head -n 1 package.json) /dev/zero > /node_modules`,
          '',
        ].join('\n'),
        'package.json': '1000',
      },
      edit: write('package.json', `3500\n${nonce()}`),
    });
    expect(told(compared)).toEqual([
      'Dockerfile:3 this change 2500',
      'Dockerfile:2 this change 13',
    ]);
    expect(compared.paths?.[0]).toMatchObject({name: 'node_modules', before: 1000, after: 3500});
    expect(report.images[0]?.build?.misses).toMatchObject([
      {reason: 'package.json changed', followers: 1, place: {startLine: 2}},
    ]);
  });

  it('is an argument whose default was changed', () => {
    const once = nonce();
    const lines = (bytes: number): string =>
      `FROM busybox\nARG N=${bytes}\nRUN : ${once} && head -c $N /dev/zero > /zeros\n`;
    const {compared, report} = beforeAndAfter({
      files: {Dockerfile: lines(100)},
      edit: write('Dockerfile', lines(700)),
    });
    expect(told(compared)).toEqual(['Dockerfile:3 this change 600']);
    expect(report.images[0]?.build?.misses).toMatchObject([
      {reason: 'an argument or variable changed'},
    ]);
  });

  it.each([
    ['added', ['b'], ['b', 'a'], ['Dockerfile:3 this change 10']],
    [
      'put before another',
      ['a'],
      ['b', 'a'],
      ['Dockerfile:2 this change 20', 'Dockerfile:3 this change 0'],
    ],
    ['removed', ['a', 'b'], ['a'], ['Dockerfile:3 this change -20']],
    ['moved', ['a', 'b'], ['b', 'a'], ['Dockerfile:2 this change 0', 'Dockerfile:3 this change 0']],
  ])('is a step that was %s', (_, before, after, expected) => {
    const bytes = new Map([
      ['a', 10],
      ['b', 20],
    ]);
    const lines = (names: readonly string[]): string =>
      [
        'FROM busybox',
        ...names.map((name) => `RUN head -c ${bytes.get(name) ?? 0} /dev/urandom > /${name}`),
        '',
      ].join('\n');
    const {compared} = beforeAndAfter({
      files: {Dockerfile: lines(before)},
      edit: write('Dockerfile', lines(after)),
    });
    expect(told(compared).toSorted()).toEqual(expected.toSorted());
  });

  it('is a named context’s file', () => {
    const bake = JSON.stringify({
      target: {default: {context: '.', contexts: {libs: './libs'}}},
    });
    const {compared, report} = beforeAndAfter({
      files: {
        'docker-bake.json': bake,
        Dockerfile: 'FROM busybox\nCOPY --from=libs . /libs\n',
        'libs/x': '12345',
        'libs/.dockerignore': 'ignored',
        'libs/ignored': 'x',
      },
      edit: write('libs/x', '123456789'),
    });
    expect(told(compared)).toEqual(['Dockerfile:2 this change 4']);
    expect(report.images[0]?.context?.named).toEqual([
      {name: 'libs', path: 'libs', bytes: 16, files: 2},
    ]);
  });
});

describe('the base image', () => {
  it('moved under an unchanged reference: its layers, and an own one that was rebuilt on it', () => {
    const base = reference();
    pushBase(base, 1000);
    const {compared} = beforeAndAfter({
      files: {
        Dockerfile: `FROM ${base}\nRUN head -c $(wc -c < /base-data) /base-data > /copy\n`,
      },
      edit: () => pushBase(base, 1600),
    });
    expect(told(compared).toSorted()).toEqual([
      'Dockerfile:2 base image 600',
      'base Dockerfile:1 base image 600',
    ]);
    expect(compared.causes).toMatchObject([{cause: 'base image', unpackedBytes: 1200}]);
    expect(compared.bases).toMatchObject([{reference: base}]);
  });
});

describe('drift', () => {
  it('comes from a build stage through COPY --from', () => {
    // What a package index would do: the same command, and another result.
    const {compared} = beforeAndAfter({
      files: {
        Dockerfile: [
          'FROM busybox AS build',
          'RUN head -c 1$(tr -dc 0-9 < /dev/urandom | head -c 6) /dev/urandom > /fetched',
          'FROM busybox',
          'COPY --from=build /fetched /fetched',
          '',
        ].join('\n'),
      },
      edit: () => undefined,
      args: ['--no-cache'],
    });
    expect(compared.layers).toMatchObject([{cause: 'drift', place: {startLine: 4}}]);
    expect(compared.causes.map(({cause}) => cause)).toEqual(['drift']);
  });
});

describe('vulnerabilities', () => {
  const next = (version: string): string => JSON.stringify({name: 'next', version});
  const files = {
    Dockerfile:
      'FROM debian:bookworm-slim\nCOPY package.json /app/node_modules/next/package.json\n',
    'package.json': next('14.1.0'),
  };

  it('that a change fixes are told, the others are still there, and none is new', () => {
    const {compared, report} = beforeAndAfter({files, edit: write('package.json', next('16.4.5'))});
    expect(compared.findings).toMatchObject({new: []});
    expect(compared.findings?.fixed.length).toBeGreaterThan(3);
    expect(new Set(compared.findings?.fixed.map(({cause}) => cause))).toEqual(
      new Set(['this change']),
    );
    expect(compared.findings?.still).toBe(report.images[0]?.findings?.length);
    const news = new Set(report.violations.map(({isNew}) => isNew));
    expect(news).toEqual(new Set([false]));
    expect(compared.packages).toMatchObject([
      {name: 'next', change: 'upgraded', before: '14.1.0', after: '16.4.5', cause: 'this change'},
    ]);
  });

  it('that a change brings are new, each with the place that it has', () => {
    const {compared, report} = beforeAndAfter({
      files: {...files, 'package.json': next('16.4.5')},
      edit: write('package.json', next('14.1.0')),
    });
    const causes = report.images[0]?.findings?.filter(({cause}) => cause !== undefined) ?? [];
    expect(causes.length).toBe(compared.findings?.new.length);
    expect(causes.length).toBeGreaterThan(3);
    expect(causes[0]).toMatchObject({cause: 'this change', places: [{startLine: 2}]});
    const news = Map.groupBy(report.violations, ({isNew}) => isNew);
    expect(new Set(news.get(true)?.map(({rule}) => rule))).toEqual(new Set(['vulnerabilities']));
    expect([...news.keys()]).not.toContain(undefined);
  });

  it('are not compared without the baseline’s SBOM, and the report says so', () => {
    const work = folder(files);
    const before = gate(work);
    for (const name of readdirSync(before.reports))
      if (/sbom|files/.test(name)) rmSync(join(before.reports, name));
    const {report} = gate(work, ['--baseline', `file=${before.reports}`]);
    const [image] = report.images;
    expect(image === undefined ? undefined : comparedOf(image)).toMatchObject({packages: []});
    expect(image === undefined ? undefined : comparedOf(image)).not.toHaveProperty('findings');
    expect(image === undefined ? undefined : comparedOf(image)).not.toHaveProperty('paths');
    const notices = report.runs[0]?.notices.map(({message}) => message).join('\n');
    expect(notices).toContain('findings are not compared');
    expect(notices).toContain('files are not compared');
  });
});

describe('nobody’s doing', () => {
  it('is a file that was only touched: nothing differs', () => {
    const {compared, report} = beforeAndAfter({
      files: {Dockerfile: 'FROM busybox\nCOPY . /src\n', a: 'a'},
      edit: (work) => {
        rmSync(join(work, 'a'));
        writeFileSync(join(work, 'a'), 'a');
      },
    });
    expect(compared).toMatchObject({layers: [], causes: [], paths: [], packages: []});
    expect(report.images[0]?.build?.misses).toEqual([]);
  });
});

describe('a baseline that is none', () => {
  it.each([
    ['is not there', 'file=/nowhere/at/all', 'cannot be read'],
    ['is of another shape', 'file=RECORD', 'is no record of this version of Plimsoll: version'],
    ['is written otherwise', 'yesterday', 'Input baseline is "yesterday"; it takes cache'],
  ])('%s: one sentence, and exit status 64', (_, value, words) => {
    const work = folder({Dockerfile: 'FROM busybox\n', 'record.json': '{"version": 7}'});
    const {status, stderr} = runCommand({
      args: ['--report-dir', folder(), '--baseline', value.replace('RECORD', work), work],
    });
    expect(status).toBe(64);
    expect(stderr).toContain(words);
  });
});

describe('a build from the cache', () => {
  it('is told how long it takes without, by what the baseline remembers', () => {
    const work = folder({Dockerfile: `FROM busybox\nRUN : ${nonce()} && sleep 1\n`});
    const before = gate(work);
    const {report} = gate(work, ['--baseline', `file=${before.reports}`]);
    const build = report.images[0]?.build;
    expect(build).toMatchObject({steps: 1, cachedSteps: 1, misses: []});
    expect(build?.uncachedSeconds).toBeGreaterThan(1);
    expect(report.outcomes.find(({rule}) => rule === 'build-time')?.outcome).toBe('pass');
    expect(gate(work).report.outcomes.find(({rule}) => rule === 'build-time')).toMatchObject({
      outcome: 'unable',
      reason: expect.stringContaining('Steps were cached'),
    });
  });

  it('moves nothing of the context that it has', () => {
    const work = folder({Dockerfile: 'FROM busybox\nCOPY big /\n', big: nonce().repeat(50_000)});
    expect(gate(work).report.images[0]?.build?.transferredBytes).toBeGreaterThan(600_000);
    expect(gate(work).report.images[0]?.build?.transferredBytes).toBeLessThan(1000);
  });
});

describe('the rule growth', () => {
  const rules =
    'version: 1\nrules: {healthcheck: {level: off}, user: {level: off}, vulnerabilities: {level: off}, growth: {max-bytes: 1kB, level: error}}';

  it('fails on the line that grew, and passes what the base image did', () => {
    const work = folder({Dockerfile: 'FROM busybox\nRUN head -c 100 /dev/urandom > /x\n'});
    const before = gate(work, ['--policy', rules]);
    writeFileSync(join(work, 'Dockerfile'), 'FROM busybox\nRUN head -c 9100 /dev/urandom > /x\n');
    const {report} = gate(work, ['--baseline', `file=${before.reports}`, '--policy', rules]);
    expect(report.violations).toMatchObject([
      {rule: 'growth', level: 'error', savesBytes: 8000, place: {file: 'Dockerfile', startLine: 2}},
    ]);
    expect(report.verdict).toBe('fail');
  });

  it('is unable without a baseline, and says how to give one', () => {
    const {report} = gate(folder({Dockerfile: 'FROM busybox\n'}), ['--policy', rules]);
    expect(report.outcomes.find(({rule}) => rule === 'growth')).toMatchObject({
      outcome: 'unable',
      reason: expect.stringContaining('file=PATH'),
    });
  });
});
