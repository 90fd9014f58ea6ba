import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {compareCounts} from '../../../src/domain/findings/count-comparison.ts';
import {
  toAdvisories,
  toFindings,
  parseSeverity,
} from '../../../src/domain/findings/vulnerabilities.ts';
import {imageId} from '../../../src/domain/image-id.ts';
import {npm, npmReport, trivyReport, type Sighting} from '../../support/trivy-report.ts';

const image = imageId({name: 'app', platform: 'linux/amd64'});
const one = (lines: readonly Sighting[]): ReturnType<typeof toFindings>[number] | undefined =>
  toFindings(npmReport(lines), image)[0];

describe('grouping', () => {
  it('makes one finding of one package in several versions and places', () => {
    const found = toFindings(
      npmReport([
        npm('8.0.0', {FixedVersion: '7.5.10, 8.17.1', PkgPath: 'a', Layer: {DiffID: 'sha256:1'}}),
        npm('7.0.0', {FixedVersion: '7.5.10, 8.17.1', PkgPath: 'b'}),
        npm('7.0.0', {FixedVersion: '7.5.10, 8.17.1', PkgPath: 'b'}),
      ]),
      image,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      package: 'ws',
      purl: 'pkg:npm/ws',
      fixed: '7.5.10, 8.17.1',
      members: [
        {version: '7.0.0', path: 'b'},
        {version: '8.0.0', path: 'a', diffId: 'sha256:1'},
      ],
    });
  });

  it('keeps what a VEX document answers with its members, and dates the finding by its advisory', () => {
    const answer = {Type: 'vulnerability', Status: 'not_affected', Statement: 'inline_mitigations'};
    const [result] =
      npmReport([npm('7.0.0', {PublishedDate: '2026-03-02T01:02:03Z'})]).Results ?? [];
    const answered = npm('8.0.0', {PublishedDate: '2026-03-01T00:00:00Z'});
    const report = trivyReport({
      Results: [{...result, ExperimentalModifiedFindings: [{...answer, Finding: answered}]}],
    });
    expect(toFindings(report, image)).toMatchObject([
      {
        published: '2026-03-01',
        members: [
          {version: '7.0.0'},
          {version: '8.0.0', vex: {status: 'not_affected', reason: 'inline_mitigations'}},
        ],
      },
    ]);
    expect(toAdvisories(report).size).toBe(1);
  });

  it.each([
    ['by unique id', {PkgIdentifier: {UID: 'u1'}, InstalledVersion: 'odd'}],
    ['by package id', {PkgID: 'zlib1g@1:1.2.13-1', InstalledVersion: 'odd'}],
    ['by name and version', {}],
  ])('finds the source of a system package %s', (_how, reference) => {
    const report = trivyReport({
      Results: [
        {
          Target: '/layout (debian 12)',
          Class: 'os-pkgs',
          Type: 'debian',
          Packages: [
            {
              ID: 'zlib1g@1:1.2.13-1',
              Name: 'zlib1g',
              Identifier: {UID: 'u1'},
              ...{Epoch: 1, Version: '1.2.13', Release: '1', SrcName: 'zlib'},
            },
          ],
          Vulnerabilities: [
            {
              VulnerabilityID: 'CVE-2',
              PkgName: 'zlib1g',
              InstalledVersion: '1:1.2.13-1',
              ...reference,
            },
          ],
        },
      ],
    });
    expect(toFindings(report, image)).toMatchObject([
      {package: 'zlib', status: 'unknown', severity: 'unknown', members: [{package: 'zlib1g'}]},
    ]);
  });

  it('takes the file of a binary that is looked at alone as the path', () => {
    const report = trivyReport({
      Results: [
        {Target: 'app', Class: 'lang-pkgs', Type: 'gobinary', Vulnerabilities: [npm('1.0.0')]},
      ],
    });
    expect(toFindings(report, image)[0]?.members[0]?.path).toBe('app');
  });

  it('takes the worst severity and the answer that asks most', () => {
    const found = one([
      npm('1.0.0', {Severity: 'LOW', Status: 'will_not_fix'}),
      npm('2.0.0', {Severity: 'CRITICAL', Status: 'affected'}),
    ]);
    expect(found).toMatchObject({severity: 'critical', status: 'affected'});
  });

  it('knows a fix where Trivy gives a version and no status', () => {
    expect(one([npm('1.0.0', {FixedVersion: '1.0.1'})])).toMatchObject({
      status: 'fixed',
      fixed: '1.0.1',
    });
  });

  it('puts the most severe first', () => {
    const lines = ['LOW', 'CRITICAL', 'MEDIUM', 'HIGH', 'odd'].map((Severity, index) =>
      npm('1', {Severity, VulnerabilityID: `CVE-${index}`}),
    );
    expect(toFindings(npmReport(lines), image).map(({severity}) => severity)).toEqual([
      ...['critical', 'high', 'medium', 'low', 'unknown'],
    ]);
  });

  const lines = fc.array(
    fc
      .record({
        id: fc.constantFrom('CVE-1', 'CVE-2'),
        name: fc.constantFrom('ws', 'tar'),
        version: fc.constantFrom('1.0.0', '2.0.0'),
        path: fc.constantFrom('a', 'b'),
        severity: fc.constantFrom('LOW', 'HIGH', 'UNKNOWN'),
        status: fc.constantFrom('fixed', 'affected', 'will_not_fix'),
        title: fc.constantFrom('x', 'y'),
      })
      .map(({id, name, version, path, severity, status, title}) =>
        npm(version, {
          ...{VulnerabilityID: id, PkgName: name, PkgPath: path, Severity: severity},
          PkgIdentifier: {PURL: `pkg:npm/${name}@${version}`},
          ...{Status: status, Title: title},
        }),
      ),
    {maxLength: 12},
  );
  const shuffled = lines.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, {minLength: some.length})),
  );

  it('does not depend on the order of the report', () => {
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        const [a, b] = [npmReport(some), npmReport(other)];
        expect(toFindings(b, image)).toEqual(toFindings(a, image));
        expect(Object.fromEntries(toAdvisories(b))).toEqual(Object.fromEntries(toAdvisories(a)));
      }),
    );
  });

  it('loses nothing, and the balance sees what is missing', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const report = npmReport(some);
        const findings = toFindings(report, image);
        expect(compareCounts(report, findings).differing).toEqual([]);
        if (findings.length > 0)
          expect(compareCounts(report, findings.slice(1)).differing).not.toEqual([]);
        expect(compareCounts(npmReport([]), findings).differing).toHaveLength(
          compareCounts(report, findings).kept,
        );
      }),
    );
  });
});

describe('an advisory', () => {
  it("has the score of the severity's own source", () => {
    const CVSS = {nvd: {V3Score: 9.8}, ghsa: {V2Score: 5, V3Score: 7.5, V40Score: 8}};
    const scoreOf = (SeveritySource: string): number | undefined =>
      toAdvisories(npmReport([npm('1', {SeveritySource, CVSS})])).get('CVE-1')?.score;
    expect(scoreOf('ghsa')).toBe(7.5);
    expect(scoreOf('nvd')).toBe(9.8);
    expect(scoreOf('debian')).toBeUndefined();
  });

  it('is called by its id when it has no title', () => {
    expect(toAdvisories(npmReport([npm('1', {Title: ''})])).get('CVE-1')).toEqual({title: 'CVE-1'});
  });
});

describe('a severity', () => {
  it.each([
    ['CRITICAL', 'critical'],
    ['low', 'low'],
    ['odd', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('%p -> %s', (word, severity) => {
    expect(parseSeverity(word)).toBe(severity);
  });
});
