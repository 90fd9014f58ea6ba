/** An image before and after, each a real build: every difference has the cause that somebody really gave it. */
import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {readdirSync, rmSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {ComparedImage} from '../../src/domain/report/changes.ts';
import {toComparedImage} from '../../src/domain/report/changes.ts';
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
  /** Of bake's target: paths begin in the change's own folder. */
  readonly contexts?: Readonly<Record<string, string>>;
}

const write =
  (name: string, text: string) =>
  (work: string): void => {
    writeFileSync(join(work, name), text);
  };

const ONE = reference();
const OTHER = reference();
const BUMPED = reference();
const MOVED = reference();
const HELLO = 'RUN echo hello > /hello\n';
const [DEFAULTED, COPIED] = [nonce(), nonce()];
const FIRST_DIGEST = pushBase(BUMPED, 1000);
const SECOND_DIGEST = pushBase(BUMPED, 2500);
const argument = (bytes: number): string =>
  `FROM busybox\nARG N=${bytes}\nRUN : ${DEFAULTED} && head -c $N /dev/zero > /zeros\n`;
const BYTES: Readonly<Record<string, number>> = {a: 10, b: 20};
/** The same names mean the same layers, so each change has its own. */
const steps = (change: string, names: readonly string[]): string =>
  [
    'FROM busybox',
    ...names.map(
      (name) => `RUN : ${change} && head -c ${BYTES[name] ?? 0} /dev/urandom > /${name}`,
    ),
    '',
  ].join('\n');
const stepped = (change: string, before: readonly string[], after: readonly string[]): Change => ({
  files: {Dockerfile: steps(change, before)},
  edit: write('Dockerfile', steps(change, after)),
});
const next = (version: string): string => JSON.stringify({name: 'next', version});
const VULNERABLE = {
  Dockerfile: 'FROM debian:bookworm-slim\nCOPY package.json /app/node_modules/next/package.json\n',
  'package.json': next('14.1.0'),
};

/** One target each, built in one run before and in one after. */
const CHANGES = {
  from: {
    files: {Dockerfile: `FROM ${ONE}\n${HELLO}`},
    edit: write('Dockerfile', `FROM ${OTHER}\n${HELLO}`),
  },
  digest: {
    files: {Dockerfile: `FROM ${BUMPED}@${FIRST_DIGEST}\n`},
    edit: write('Dockerfile', `FROM ${BUMPED}@${SECOND_DIGEST}\n`),
  },
  file: {
    files: {
      Dockerfile: [
        'FROM busybox',
        'COPY package.json ./',
        `RUN : ${COPIED} && head -c $(head -n 1 package.json) /dev/zero > /node_modules`,
        '',
      ].join('\n'),
      'package.json': '1000',
    },
    edit: write('package.json', `3500\n${nonce()}`),
  },
  argument: {files: {Dockerfile: argument(100)}, edit: write('Dockerfile', argument(700))},
  added: stepped('added', ['b'], ['b', 'a']),
  'put-before': stepped('put', ['a'], ['b', 'a']),
  removed: stepped('removed', ['a', 'b'], ['a']),
  moved: stepped('moved', ['a', 'b'], ['b', 'a']),
  named: {
    contexts: {libs: 'libs'},
    files: {
      Dockerfile: 'FROM busybox\nCOPY --from=libs . /libs\n',
      'libs/x': '12345',
      'libs/.dockerignore': 'ignored',
      'libs/ignored': 'x',
    },
    edit: write('libs/x', '123456789'),
  },
  base: {
    files: {Dockerfile: `FROM ${MOVED}\nRUN head -c $(wc -c < /base-data) /base-data > /copy\n`},
    edit: () => pushBase(MOVED, 1600),
  },
  fixes: {files: VULNERABLE, edit: write('package.json', next('16.4.5'))},
  brings: {
    files: {...VULNERABLE, 'package.json': next('16.4.5')},
    edit: write('package.json', next('14.1.0')),
  },
  touched: {
    files: {Dockerfile: 'FROM busybox\nCOPY . /src\n', a: 'a'},
    edit: (work: string) => {
      rmSync(join(work, 'a'));
      writeFileSync(join(work, 'a'), 'a');
    },
  },
} satisfies Record<string, Change>;
type Name = keyof typeof CHANGES;
const NAMES = Object.keys(CHANGES) as Name[];

function folderOfAll(): string {
  const changes = Object.entries<Change>(CHANGES);
  const targets = changes.map(([name, {contexts = {}}]): [string, object] => [
    name,
    {
      context: `./${name}`,
      contexts: Object.fromEntries(
        Object.entries(contexts).map(([key, path]) => [key, `./${name}/${path}`]),
      ),
    },
  ]);
  const files = changes.flatMap(([name, change]) =>
    Object.entries(change.files).map(([path, text]): [string, string] => [`${name}/${path}`, text]),
  );
  const bake = {group: {default: {targets: NAMES}}, target: Object.fromEntries(targets)};
  return folder({'docker-bake.json': JSON.stringify(bake), ...Object.fromEntries(files)});
}

let after: Report;
beforeAll(() => {
  pushBase(ONE, 1000);
  pushBase(OTHER, 4000);
  pushBase(MOVED, 1000);
  const work = folderOfAll();
  const {reports} = gate(work);
  for (const name of NAMES) CHANGES[name].edit(join(work, name));
  after = gate(work, ['--baseline', `file=${reports}`]).report;
}, 600_000);

interface Changed {
  readonly compared: ComparedImage;
  readonly image: Report['images'][number];
  readonly violations: Report['violations'];
}

/** Of a change: its causes add up to the byte. */
function changed(name: Name): Changed {
  const image = after.images.find((one) => one.name === name);
  const compared = image === undefined ? undefined : toComparedImage(image);
  if (image === undefined || compared === undefined) throw new Error('nothing was compared');
  expectSum(compared, image);
  return {compared, image, violations: after.violations.filter((one) => one.image === image.id)};
}

function expectSum(compared: ComparedImage, image: Report['images'][number]): void {
  const sum = compared.causes.reduce((total, cause) => total + cause.unpackedBytes, 0);
  expect(sum).toBe(compared.unpacked.after - compared.unpacked.before);
  expect(compared.unpacked.after).toBe(image.unpackedBytes);
}

/** `Dockerfile:3 this change +5`. */
function told({layers}: ComparedImage): readonly string[] {
  return layers.map(
    ({place, cause, unpacked, base}) =>
      `${base ? 'base ' : ''}${basename(place?.file ?? '')}:${place?.startLine ?? ''} ${cause} ${unpacked.after - unpacked.before}`,
  );
}

describe('this change', () => {
  it('is an edited FROM line, with everything that is built on it', () => {
    expect(told(changed('from').compared)).toEqual([
      'base Dockerfile:1 this change 3000',
      'Dockerfile:2 this change 0',
    ]);
  });

  it('is a digest that the user bumped', () => {
    expect(told(changed('digest').compared)).toEqual(['base Dockerfile:1 this change 1500']);
  });

  it('is a file that was edited, also for the unchanged RUN after it', () => {
    const {compared, image} = changed('file');
    expect(told(compared)).toEqual([
      'Dockerfile:3 this change 2500',
      'Dockerfile:2 this change 13',
    ]);
    expect(compared.paths?.[0]).toMatchObject({name: 'node_modules', before: 1000, after: 3500});
    expect(image.build?.misses).toMatchObject([
      {reason: 'package.json changed', followers: 1, place: {startLine: 2}},
    ]);
  });

  it('is an argument whose default was changed', () => {
    const {compared, image} = changed('argument');
    expect(told(compared)).toEqual(['Dockerfile:3 this change 600']);
    expect(image.build?.misses).toMatchObject([{reason: 'an argument or variable changed'}]);
  });

  it.each<[Name, readonly string[]]>([
    ['added', ['Dockerfile:3 this change 10']],
    ['put-before', ['Dockerfile:2 this change 20', 'Dockerfile:3 this change 0']],
    ['removed', ['Dockerfile:3 this change -20']],
    ['moved', ['Dockerfile:2 this change 0', 'Dockerfile:3 this change 0']],
  ])('is a step that was %s', (name, expected) => {
    expect(told(changed(name).compared).toSorted()).toEqual(expected.toSorted());
  });

  it('is a named context’s file', () => {
    const {compared, image} = changed('named');
    expect(told(compared)).toEqual(['Dockerfile:2 this change 4']);
    expect(image.context?.named).toEqual([{name: 'libs', path: 'named/libs', bytes: 16, files: 2}]);
  });
});

describe('the base image', () => {
  it('moved under an unchanged reference: its layers, and an own one that was rebuilt on it', () => {
    const {compared} = changed('base');
    expect(told(compared).toSorted()).toEqual([
      'Dockerfile:2 base image 600',
      'base Dockerfile:1 base image 600',
    ]);
    expect(compared.causes).toMatchObject([{cause: 'base image', unpackedBytes: 1200}]);
    expect(compared.bases).toMatchObject([{reference: MOVED}]);
  });
});

describe('drift', () => {
  it('comes from a build stage through COPY --from', () => {
    // What a package index would do: the same command, and another result.
    const work = folder({
      Dockerfile: [
        'FROM busybox AS build',
        'RUN head -c 1$(tr -dc 0-9 < /dev/urandom | head -c 6) /dev/urandom > /fetched',
        'FROM busybox',
        'COPY --from=build /fetched /fetched',
        '',
      ].join('\n'),
    });
    const before = gate(work);
    const {report} = gate(work, ['--baseline', `file=${before.reports}`, '--no-cache']);
    const [image] = report.images;
    const compared = image === undefined ? undefined : toComparedImage(image);
    if (image === undefined || compared === undefined) throw new Error('nothing was compared');
    expectSum(compared, image);
    expect(compared.layers).toMatchObject([{cause: 'drift', place: {startLine: 4}}]);
    expect(compared.causes.map(({cause}) => cause)).toEqual(['drift']);
  });
});

describe('vulnerabilities', () => {
  it('that a change fixes are told, the others are still there, and none is new', () => {
    const {compared, image, violations} = changed('fixes');
    expect(compared.findings).toMatchObject({new: []});
    expect(compared.findings?.fixed.length).toBeGreaterThan(3);
    expect(new Set(compared.findings?.fixed.map(({cause}) => cause))).toEqual(
      new Set(['this change']),
    );
    expect(compared.findings?.still).toBe(image.findings?.length);
    expect(violations.length).toBeGreaterThan(0);
    expect(violations.filter(({isNew}) => isNew === true)).toEqual([]);
    expect(compared.packages).toMatchObject([
      {name: 'next', change: 'upgraded', before: '14.1.0', after: '16.4.5', cause: 'this change'},
    ]);
  });

  it('that a change brings are new, each with the place that it has', () => {
    const {compared, image, violations} = changed('brings');
    const causes = image.findings?.filter(({cause}) => cause !== undefined) ?? [];
    expect(causes.length).toBe(compared.findings?.new.length);
    expect(causes.length).toBeGreaterThan(3);
    expect(causes[0]).toMatchObject({cause: 'this change', places: [{startLine: 2}]});
    const news = Map.groupBy(violations, ({isNew}) => isNew);
    expect(new Set(news.get(true)?.map(({rule}) => rule))).toEqual(new Set(['vulnerabilities']));
    const vulnerable = violations.filter(({rule}) => rule === 'vulnerabilities');
    expect(vulnerable.every(({isNew}) => isNew !== undefined)).toBe(true);
  });

  it('are not compared without the baseline’s SBOM, and the report says so', () => {
    const work = folder(VULNERABLE);
    const before = gate(work);
    for (const name of readdirSync(before.reports))
      if (/sbom|files/.test(name)) rmSync(join(before.reports, name));
    const {report} = gate(work, ['--baseline', `file=${before.reports}`]);
    const [image] = report.images;
    expect(image === undefined ? undefined : toComparedImage(image)).toMatchObject({packages: []});
    expect(image === undefined ? undefined : toComparedImage(image)).not.toHaveProperty('findings');
    expect(image === undefined ? undefined : toComparedImage(image)).not.toHaveProperty('paths');
    const notices = report.runs[0]?.notices.map(({message}) => message).join('\n');
    expect(notices).toContain('findings are not compared');
    expect(notices).toContain('files are not compared');
  });
});

describe('nobody’s doing', () => {
  it('is a file that was only touched: nothing differs', () => {
    const {compared, image} = changed('touched');
    expect(compared).toMatchObject({layers: [], causes: [], paths: [], packages: []});
    expect(image.build?.misses).toEqual([]);
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
