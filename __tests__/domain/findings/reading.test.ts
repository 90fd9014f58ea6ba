import {describe, expect, it} from '@jest/globals';
import {keptReport} from '../../../src/domain/findings/kept-report.ts';
import {parseFailureReason, parseWarnings} from '../../../src/domain/findings/trivy-log.ts';
import type {ScanFacts} from '../../../src/domain/findings/facts.ts';
import {parseDockerfile} from '../../../src/domain/dockerfile/dockerfile.ts';
import {
  isFromScratch,
  scanLimits,
  onScratch,
  type ScanCoverage,
} from '../../../src/domain/findings/scan-coverage.ts';
import {
  parseDatabaseDates,
  parseTrivyReport,
  parseTrivyVersion,
} from '../../../src/domain/findings/trivy-schema.ts';
import {secretKey} from '../../../src/domain/findings/identity.ts';
import {toSecretFacts} from '../../../src/domain/findings/secrets.ts';
import {trivyReport} from '../../support/trivy-report.ts';

describe("Trivy's report", () => {
  it.each([
    ['', /not JSON/],
    ['WARN\n{"SchemaVersion": 2, "ArtifactName": "x"}', /not JSON/],
    ['[]', /\(the whole: /],
    ['{"SchemaVersion": 1, "ArtifactName": "x"}', /\(SchemaVersion: /],
    ['{"SchemaVersion": 2, "ArtifactName": "x", "Results": [{}]}', /\(Results\.0\.Target: /],
    [
      '{"SchemaVersion": 2, "ArtifactName": "x", "Results": [{"Target": "t", "Vulnerabilities": [{"PkgName": "p"}]}]}',
      /\(Results\.0\.Vulnerabilities\.0\.VulnerabilityID: /,
    ],
  ])('is refused when it is %p', (json, reason) => {
    expect(parseTrivyReport(json)).toEqual({unable: expect.stringMatching(reason)});
  });

  it.each([
    '{"SchemaVersion": 2, "ArtifactName": "x"}',
    '{"SchemaVersion": 2, "ArtifactName": "x", "Results": null, "New": 1}',
  ])('is taken when it is %s', (json) => {
    expect(parseTrivyReport(json)).toHaveProperty('value');
  });

  it('is kept without config, matches and lines, under the name of the image', () => {
    const document = {
      ArtifactName: '/layout',
      CreatedAt: '2026-01-01T00:00:00.123456789Z',
      Metadata: {ImageConfig: {config: {Env: ['A=b']}}, OS: {Family: 'debian'}},
      Results: [
        {
          Target: '/layout (debian 12)',
          Secrets: [{RuleID: 'r', Match: 'm', Code: {}, Layer: {CreatedBy: 'c'}}],
        },
        {
          Target: 'Node.js',
          Packages: [
            {Name: '/layout', Layer: {Digest: 'plain', DiffID: 'plain'}},
            {Name: 'x', Layer: {Digest: 'other', DiffID: 'other'}},
          ],
        },
      ],
    };
    const digests = new Map([['plain', 'packed']]);
    expect(keptReport(document, {artifact: '/layout', name: 'app', digests})).toEqual({
      ArtifactName: 'app',
      CreatedAt: '2026-01-01T00:00:00Z',
      Metadata: {OS: {Family: 'debian'}},
      Results: [
        {Target: 'app (debian 12)', Secrets: [{RuleID: 'r', Layer: {}}]},
        {
          Target: 'Node.js',
          Packages: [
            {Name: '/layout', Layer: {Digest: 'packed', DiffID: 'plain'}},
            {Name: 'x', Layer: {Digest: 'other', DiffID: 'other'}},
          ],
        },
      ],
    });
  });
});

describe('what Trivy tells of itself', () => {
  it('is its version', () => {
    expect(parseTrivyVersion('{"Version": "0.74.0"}')).toBe('0.74.0');
    expect(parseTrivyVersion('Version: 0.74.0')).toBeUndefined();
  });

  it('is the dates of a database, as far as they can be read', () => {
    const UpdatedAt = '2026-11-24T04:47:25.951509066Z';
    expect(parseDatabaseDates(JSON.stringify({UpdatedAt}))).toEqual({updatedAt: UpdatedAt});
    expect(parseDatabaseDates('{"UpdatedAt": "yesterday"}')).toEqual({});
    expect(parseDatabaseDates('no')).toEqual({});
  });
});

describe("Trivy's log", () => {
  const time = '2026-11-24T04:59:42Z\t';

  it('gives the last fatal line with the causes below it, and nothing of the chain before', () => {
    const log = `${time}INFO\t[vulndb] x\n${time}FATAL\tFatal error\trun error: init error: DB error: failed to download: 1 error occurred:\n\t* GET https://me:pw@host/v2/x?token=1: MANIFEST_UNKNOWN: no; map[Tag:2]\n\n\n${time}INFO\tafter\n`;
    expect(parseFailureReason(log)).toBe(
      'failed to download: 1 error occurred: GET https://host/v2/x MANIFEST_UNKNOWN: no; map[Tag:2]',
    );
  });

  it.each([
    [`\u001b[31m${time}ERROR\tbad\u001b[0m\n${time}INFO\tlater\n`, 'bad'],
    ['panic: no memory\n', 'panic: no memory'],
    [
      `${time}FATAL\trun error: a: b: write /cache/x: no space left on device\n`,
      expect.stringMatching(/^the disk is full where it works, no space left on device; free some/),
    ],
    ['\n \n', undefined],
    [`${time}FATAL\t${'x'.repeat(600)} end\n`, expect.stringMatching(/^\.{3}x+ end$/)],
  ])('%p -> %p', (log, reason) => {
    expect(parseFailureReason(log)).toEqual(reason);
  });

  it('gives its warnings alone', () => {
    expect(
      parseWarnings(`${time}INFO\ta\n${time}WARN\tUnsupported os\tfamily="x"\nWARN b\n`),
    ).toEqual(['Unsupported os family="x"']);
  });
});

describe('what nobody looked at', () => {
  const whole: ScanCoverage = {
    system: 'debian 12',
    ...{packages: 9, systemPackages: 9, files: 9, jars: [], warnings: []},
    namelessJars: [],
    unseenRecords: [],
    facts: {named: 'debian 12', lists: ['dpkg'], files: []},
  };

  it('is nothing where system and packages are known', () => {
    expect(scanLimits(whole)).toEqual({notLookedAt: []});
  });

  it.each([
    [{system: undefined, packages: 0, systemPackages: 0}, true],
    [{system: undefined, packages: 0, systemPackages: 0, files: undefined}, true],
    [{system: undefined, packages: 0, systemPackages: 0, files: 0}, false],
    [{system: undefined, packages: 0, systemPackages: 0, jars: ['a.jar']}, true],
    [{system: undefined, packages: 0, systemPackages: 0, jars: ['a'], withoutJava: 'x'}, false],
    [{system: undefined, packages: 1, systemPackages: 0}, false],
  ])('%j: nothing that the scanner understands? %p', (parts, nothing) => {
    const facts = {lists: [], files: []};
    expect('nothingKnown' in scanLimits({...whole, facts, ...parts})).toBe(nothing);
  });

  it.each([
    [{systemPackages: 0}, /^The packages of debian 12 were not looked at/],
    [{warnings: ['Unsupported os family="x"']}, /^The packages of debian 12 were not judged/],
    [
      {jars: ['a', 'b', 'c', 'd', 'e'], withoutJava: 'There is no Java database.'},
      /^Java archives were not looked at \(a, b, c and 2 more\)\. There is no Java database\.$/,
    ],
    [
      {warnings: ['This OS version is not on the EOL list family="debian" version="forky/sid"']},
      /^The packages of debian 12 were not judged: the vulnerability database knows no such release/,
    ],
    [
      {facts: {named: 'debian 12', lists: ['apk'], files: []}},
      /^The packages of debian 12 were not judged: its list of packages is one of apk/,
    ],
    [
      {system: undefined, facts: {named: 'arch rolling', lists: ['pacman'], files: []}},
      /^The packages of the arch rolling were not judged: the scanner does not know that system/,
      'arch rolling',
    ],
    [
      {system: undefined, facts: {lists: ['dpkg'], files: []}},
      /^The packages of the unnamed system were not judged: it keeps a list of packages \(dpkg\)/,
      'unnamed system',
    ],
  ] satisfies readonly (readonly [Partial<ScanCoverage>, RegExp, string?])[])(
    '%j leaves a gap, and says so',
    (...row) => {
      const [parts, words] = row;
      const unjudged = 'withoutJava' in parts ? undefined : (row[2] ?? 'debian 12');
      const limits = scanLimits({...whole, ...parts});
      const [gap] = limits.gaps ?? [];
      expect(gap?.sentence).toMatch(words);
      expect(gap?.unjudged).toBe(unjudged);
      expect(limits.notLookedAt).toEqual([gap?.sentence]);
    },
  );

  it('tells what the scanner skipped, and no other warning', () => {
    const skipped = 'Some OS packages were skipped due to mismatched PURL namespace';
    const {notLookedAt} = scanLimits({
      ...whole,
      warnings: [skipped, 'Using severities from others'],
    });
    expect(notLookedAt).toEqual([skipped]);
  });

  it.each([
    ['FROM scratch\n', undefined, true],
    ['FROM --platform=linux/amd64 SCRATCH AS x\nFROM x\n', undefined, true],
    ['FROM debian AS scratchy\nFROM scratchy\n', undefined, false],
    ['FROM scratch AS a\nFROM debian AS b\n', undefined, false],
    ['FROM scratch AS a\nFROM debian AS b\n', 'a', true],
    ['not a Dockerfile', undefined, false],
    [undefined, undefined, false],
  ])('%p at stage %p is from scratch: %p', (text, stage, expected) => {
    const dockerfile = parseDockerfile(text ?? '', stage === undefined ? {} : {stage});
    expect(isFromScratch(dockerfile)).toBe(expected);
  });

  it('is no gap where the image is built upon nothing: that is said', () => {
    const facts: ScanFacts = {
      ...{packages: [], findings: [], secrets: [], advisories: new Map(), notLookedAt: ['a']},
      nothingKnown: 'nothing',
    };
    const found = onScratch(facts);
    expect(found).not.toHaveProperty('nothingKnown');
    expect(found.notLookedAt).toEqual(['a', expect.stringContaining('FROM scratch')]);
    const debian = {...facts, system: 'debian 12'};
    expect(onScratch(debian)).toBe(debian);
  });
});

describe('secrets', () => {
  const config = {
    config: {Env: ['A=<b>&' + 's3cret12', 'B=x'], Labels: {token: 'label-12'}},
    history: [{created_by: 'RUN |1 T=s3cret12 /bin/sh -c x'}, {created_by: 'RUN y histor12'}],
  };
  // As Trivy counts: the lines of the indented config, from 1.
  const lines = JSON.stringify(config, null, 1).split('\n');
  const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
  const secretAt = (text: string, Match: string): Readonly<Record<string, unknown>> => ({
    RuleID: 'r',
    StartLine: lineOf(text),
    Match,
  });
  const read = (
    Secrets: readonly unknown[],
    Target = '/layout',
  ): ReturnType<typeof toSecretFacts> =>
    toSecretFacts(
      trivyReport({Metadata: {ImageConfig: config}, Results: [{Target, Class: 'secret', Secrets}]}),
      'RUN echo "in-a-dockerfile"',
    );

  it('are found again in the environment, escaped as Go does', () => {
    const {secrets, values} = read([secretAt('A=', '  "A=\\u003cb\\u003e\\u0026********",')]);
    expect(secrets).toEqual([
      {rule: 'r', title: 'r', severity: 'unknown', where: 'environment', variable: 'A'},
    ]);
    expect(values).toEqual(['s3cret12']);
  });

  it('are masked as the whole value when the line looks different', () => {
    expect(read([secretAt('A=', 'odd')]).values).toEqual(['<b>&s3cret12']);
  });

  it('are said once when the history only repeats the environment', () => {
    const inHistory = secretAt('T=', 'T=******** /bin/sh -c x"');
    const inEnvironment = secretAt('A=', '\\u0026********"');
    expect(read([inHistory, inEnvironment]).secrets.map(({where}) => where)).toEqual([
      'environment',
    ]);
    expect(read([inHistory]).secrets.map(({where}) => where)).toEqual(['history']);
  });

  it('are of the history and of the config where those hold others', () => {
    const {secrets, values} = read([
      secretAt('histor12', 'RUN y ********"'),
      secretAt('label-12', '"token": "********"'),
    ]);
    expect(secrets.map(({where}) => where).sort()).toEqual(['config', 'history']);
    expect([...values].sort()).toEqual(['histor12', 'label-12']);
  });

  it('of a file are looked for in the Dockerfile, and told once for a layer', () => {
    const found = {RuleID: 'r', Match: 'echo "***************"', Layer: {DiffID: 'sha256:1'}};
    const {secrets, values} = read([found, found], '/etc/x');
    expect(secrets).toMatchObject([{where: 'file', path: 'etc/x', diffId: 'sha256:1'}]);
    expect(values).toEqual(['in-a-dockerfile']);
  });

  it('of one rule in one file are as many as Trivy counts, each with its line', () => {
    const at = (StartLine: number, Offset: number): Readonly<Record<string, unknown>> => ({
      ...{RuleID: 'r', StartLine, Offset, Match: 'both = **** ****'},
      Layer: {DiffID: 'sha256:1'},
    });
    const {secrets} = read([at(9, 95), at(2, 6), at(9, 54), at(9, 54)], '/etc/x');
    expect(secrets.map(({line, nth}) => [line, nth])).toEqual([
      [2, undefined],
      [9, 2],
      [9, 3],
    ]);
    expect(new Set(secrets.map(secretKey)).size).toBe(3);
  });

  it('of one rule in one place of the config are told apart by what they are', () => {
    const twice = (value: string): Readonly<Record<string, unknown>> =>
      secretAt(value, `RUN y ${'*'.repeat(value.length)}"`);
    expect(read([twice('histor12'), twice('histor12')]).secrets).toHaveLength(1);
    const both = read([
      secretAt('histor12', 'RUN y ********"'),
      secretAt('T=', 'T=******** /bin/sh -c x"'),
    ]);
    expect(both.secrets.map(({where, nth}) => [where, nth])).toEqual([
      ['history', undefined],
      ['history', 2],
    ]);
  });

  it('are none in a report without any', () => {
    expect(toSecretFacts(trivyReport({}), undefined)).toEqual({secrets: [], values: []});
  });
});
