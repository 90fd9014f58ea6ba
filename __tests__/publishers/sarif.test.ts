import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {SarifOptions} from '../../src/publishers/sarif/render.ts';
import {heldScore} from '../../src/publishers/sarif/findings.ts';
import {staleAlertNotices} from '../../src/publishers/sarif/stale-alerts.ts';
import {relativeUri, sarifText, webLink} from '../../src/domain/text/sarif.ts';
import type {Report, ReportImage} from '../../src/domain/report/schema.ts';
import {withUpgrades} from '../../src/domain/report/upgrades.ts';
import {image, report, vulnerability} from '../support/reports.ts';
import {finding} from '../support/findings.ts';
import {renderLog} from '../support/sarif-log.ts';
import {fingerprintsOf} from '../support/sarif.ts';

const UPLOAD: Omit<SarifOptions, 'mask'> = {least: 'unknown', most: 5000, withAccepted: false};

function render(
  changes: Partial<ReportImage>,
  options: Partial<SarifOptions> = {},
  around: Partial<Report> = {},
): ReturnType<typeof renderLog> {
  const one = image({definedAt: {file: 'Dockerfile', startLine: 1}, ...changes});
  return renderLog(report({images: [one], ...around}), one, {...UPLOAD, ...options});
}

type Rendered = ReturnType<typeof render>;
const resultsOf = ({log}: Rendered): NonNullable<(typeof log.runs)[0]['results']> =>
  log.runs[0]?.results ?? [];
const rulesOf = ({log}: Rendered): NonNullable<(typeof log.runs)[0]['tool']['driver']['rules']> =>
  log.runs[0]?.tool.driver.rules ?? [];

describe('a finding as a result', () => {
  it('says package, installed, fixed in, image, whose it is and how to mend it', () => {
    const rendered = render({findings: [finding('CVE-1')]});
    expect(resultsOf(rendered)[0]?.message.text).toBe(
      'openssl has CVE-1 (high). Installed: libssl3 3.0.1. Image web, linux/amd64 (own layer). Fixed in 3.0.2: bump the package to openssl 3.0.2.',
    );
  });

  it('names the version that mends all that is judged of the package, as the other outputs do', () => {
    const judged = (id: string, fixed: string): Report['violations'][number] => ({
      ...user,
      rule: 'vulnerabilities',
      data: {
        ...{id, severity: 'high', package: 'openssl', fixed, more: 0, failOn: 'high'},
        installed: [{package: 'libssl3', version: '3.0.1'}],
      },
    });
    const violations = [judged('CVE-1', '3.0.2'), judged('CVE-2', '3.0.11')];
    const images = [image({findings: [finding('CVE-1')]})];
    const told = withUpgrades(report({images, violations}));
    const [result] = resultsOf(render({findings: told.images[0]?.findings}));
    expect(result?.message.text).toMatch(
      /Fixed in 3\.0\.2: bump the package to openssl 3\.0\.11\.$/,
    );
  });

  it('says of the base image that a newer one mends it, and of an unfixed one that nothing does', () => {
    const [base, unfixed] = resultsOf(
      render({
        findings: [
          finding('CVE-1', {base: true}),
          finding('CVE-2', {fixed: undefined, severity: 'low'}),
        ],
      }),
    );
    expect(base?.message.text).toMatch(
      /\(base image\)\. Fixed in 3\.0\.2: rebuild on a newer base/,
    );
    expect(unfixed?.message.text).toMatch(/There is no fix yet\.$/);
  });

  it('has the identity as its fingerprint, and the advisory as its rule and nothing else', () => {
    const rendered = render({findings: [finding('CVE-1')]});
    const [result] = resultsOf(rendered);
    expect(result?.ruleId).toBe('CVE-1');
    expect(result?.partialFingerprints).toEqual({
      primaryLocationLineHash: `${finding('CVE-1').identity}:1`,
      'plimsoll/v1': finding('CVE-1').identity,
    });
    expect(rulesOf(rendered)[0]).toMatchObject({id: 'CVE-1', name: 'CVE-1 in openssl'});
  });

  it('names all packages of one advisory in its rule, once', () => {
    const findings = ['a', 'b', 'c', 'd'].map((name) =>
      finding('CVE-1', {package: name, identity: `id-${name}`}),
    );
    const rendered = render({findings});
    expect(rulesOf(rendered).map(({name}) => name)).toEqual(['CVE-1 in a, b, c and 1 more']);
    expect(new Set(resultsOf(rendered).map(({ruleIndex}) => ruleIndex))).toEqual(new Set([0]));
  });

  it('leads with the lockfile, and relates the Dockerfile', () => {
    const lockfile = {file: 'apps/web/package-lock.json', startLine: 7};
    const copy = {file: 'apps/web/Dockerfile', startLine: 3, endLine: 4};
    const layers = [
      {digest: 'd', diffId: 'd', unpackedBytes: 1, downloadBytes: 1, file: copy.file},
    ];
    const [result] = resultsOf(
      render({layers, findings: [finding('CVE-1', {places: [lockfile, copy]})]}),
    );
    expect(result?.locations?.map((one) => one.physicalLocation)).toEqual([
      {artifactLocation: {uri: 'apps/web/package-lock.json'}, region: {startLine: 7}},
    ]);
    expect(result?.relatedLocations?.[0]).toMatchObject({
      id: 1,
      physicalLocation: {
        artifactLocation: {uri: 'apps/web/Dockerfile'},
        region: {startLine: 3, endLine: 4},
      },
    });
    expect(result?.message.text).toMatch(/\[here\]\(1\)\.$/);
  });

  it('has all lines of the lockfile as its own places, and nothing related without a Dockerfile line', () => {
    const places = [2, 9].map((startLine) => ({file: 'yarn.lock', startLine}));
    const [result] = resultsOf(render({findings: [finding('CVE-1', {places})]}));
    expect(result?.locations?.map((one) => one.physicalLocation?.region?.startLine)).toEqual([
      2, 9,
    ]);
    expect(result?.relatedLocations).toBeUndefined();
    expect(result?.message.text).not.toContain('[here]');
  });

  it('keeps its fingerprint when a lockfile takes over from the Dockerfile', () => {
    const copy = {file: 'Dockerfile', startLine: 3};
    const of = (places: (typeof copy)[]): readonly string[] =>
      fingerprintsOf(render({findings: [finding('CVE-1', {places})]}).log);
    expect(of([{file: 'yarn.lock', startLine: 2}, copy])).toEqual(of([copy]));
  });

  it.each([
    [[]],
    [[{file: '../elsewhere/Dockerfile', startLine: 2}]],
    [[{file: '/x', startLine: 2}]],
  ])('without a place in the repository sits where the image is defined (%j)', (places) => {
    const definedAt = {file: 'docker-compose.yml', startLine: 4};
    const [result] = resultsOf(render({definedAt, findings: [finding('CVE-1', {places})]}));
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: {uri: 'docker-compose.yml'},
      region: {startLine: 4},
    });
  });

  it('is counted where there is no place at all', () => {
    const {counts} = render({definedAt: undefined, findings: [finding('CVE-1', {places: []})]});
    expect(counts).toMatchObject({results: 0, withoutPlace: 1});
  });

  it('is an error or a warning where the summary has one, else a note', () => {
    const violations = [
      {...vulnerability('CVE-1', {package: 'openssl'})},
      {...vulnerability('CVE-2', {package: 'openssl'}), level: 'warning' as const},
    ];
    const findings = ['CVE-1', 'CVE-2', 'CVE-3'].map((id) => finding(id));
    const levels = resultsOf(render({findings}, {}, {violations})).map(({level}) => level);
    expect(levels).toEqual(['error', 'warning', 'note']);
  });
});

describe('the security severity', () => {
  it.each([
    ['critical', 7.5, '9.0'],
    ['high', 9.8, '8.9'],
    ['high', 7.5, '7.5'],
    ['medium', undefined, '4.0'],
    ['low', 0, '0.1'],
    ['unknown', 9.8, undefined],
  ] as const)('of %s with score %s is %s', (severity, score, held) => {
    expect(heldScore(severity, score)).toBe(held);
  });
});

describe('what is left out', () => {
  const accepted = finding('CVE-9', {
    suppressed: {by: 'waiver', reason: 'not reachable', expires: '2027-01-31'},
  });

  it('accepted ones are not uploaded, and suppressed with reason and date in the folder', () => {
    expect(resultsOf(render({findings: [accepted]}))).toEqual([]);
    const full = render({findings: [accepted]}, {withAccepted: true});
    expect(full.counts).toMatchObject({results: 0, accepted: 1});
    expect(resultsOf(full)[0]?.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'not reachable (waiver, until 2027-01-31).',
      },
    ]);
  });

  it('less severe ones than asked for are counted, our own rules never', () => {
    const findings = [finding('CVE-1'), finding('CVE-2', {severity: 'low'})];
    const violations = [user];
    const rendered = render({findings}, {least: 'medium'}, {violations});
    expect(resultsOf(rendered).map(({ruleId}) => ruleId)).toEqual(['user', 'CVE-1']);
    expect(rendered.counts).toMatchObject({results: 2, belowSeverity: 1});
  });

  it('the most severe and fixable are kept, in the same order whatever the order they came in', () => {
    const findings = [
      finding('CVE-1', {severity: 'low'}),
      finding('CVE-2', {severity: 'high', fixed: undefined}),
      finding('CVE-3', {severity: 'critical', fixed: undefined}),
      finding('CVE-4', {severity: 'high'}),
    ];
    const rendered = render({findings}, {most: 3});
    expect(resultsOf(rendered).map(({ruleId}) => ruleId)).toEqual(['CVE-3', 'CVE-4', 'CVE-2']);
    expect(rendered.counts).toMatchObject({results: 3, leftOut: 1});
    expect(render({findings: findings.toReversed()}, {most: 3}).log).toEqual(rendered.log);
  });

  it('an image without findings still has a run, with its category', () => {
    const [run] = render({findings: []}).log.runs;
    expect(run).toMatchObject({results: [], automationDetails: {id: 'plimsoll/web/linux/amd64/'}});
  });
});

const user: Report['violations'][number] = {
  rule: 'user',
  image: 'web/linux/amd64',
  level: 'error',
  place: {file: 'Dockerfile', startLine: 9},
  data: {mistake: 'root', declared: 'root', uid: 0},
  message: 'never used',
};

function secret(path: string, line: number): Report['violations'][number] {
  return {
    ...user,
    rule: 'secrets',
    place: {file: 'Dockerfile', startLine: line},
    data: {
      rule: 'aws-access-key-id',
      title: 'AWS Access Key ID',
      severity: 'critical',
      where: 'file',
      path,
    },
  };
}

describe('our own rules', () => {
  it('are results of the same run, with line and help', () => {
    const rendered = render({}, {}, {violations: [user]});
    expect(resultsOf(rendered)[0]).toMatchObject({
      ruleId: 'user',
      level: 'error',
      locations: [{physicalLocation: {region: {startLine: 9}}}],
    });
    expect(rulesOf(rendered)[0]?.help?.markdown).toBeTruthy();
  });

  it('tell build checks and secrets by their own rule', () => {
    const check = {
      ...user,
      rule: 'build-checks',
      level: 'warning' as const,
      data: {check: 'StageNameCasing', message: 'Stage name should be lowercase'},
    };
    const rendered = render({}, {}, {violations: [check, secret('app/a', 3)]});
    expect(rulesOf(rendered).map(({id}) => id)).toEqual([
      'secrets/aws-access-key-id',
      'build-checks/StageNameCasing',
    ]);
    expect(rulesOf(rendered)[0]?.properties?.['security-severity']).toBe('9.0');
  });

  it('make one result of one fingerprint, with all places', () => {
    const violations = [secret('app/a', 3), secret('app/a', 5), secret('app/b', 5)];
    const results = resultsOf(render({}, {}, {violations}));
    expect(results.map(({locations}) => locations?.length).toSorted()).toEqual([1, 2]);
  });

  it('make of two secrets in one place two results, and the first keeps its fingerprint', () => {
    const [first, second] = [secret('app/a', 3), secret('app/a', 3)];
    const at = (one: typeof first, more: object): typeof first => ({
      ...one,
      data: {...(one.data as object), ...more},
    });
    const told = (violations: (typeof first)[]): readonly (string | undefined)[] =>
      resultsOf(render({}, {}, {violations})).map(
        ({partialFingerprints}) => partialFingerprints?.['primaryLocationLineHash'],
      );
    const both = told([at(first, {line: 8}), at(second, {line: 9, nth: 2})]);
    expect(new Set(both).size).toBe(2);
    expect(both).toContain(told([first])[0]);
  });

  it('keep their fingerprint when size and line change', () => {
    const size = (line: number, bytes: number): Report['violations'][number] => ({
      ...user,
      rule: 'size',
      place: {file: 'Dockerfile', startLine: line},
      data: {bytes, max: 5},
    });
    const of = (one: Report['violations'][number]): readonly string[] =>
      fingerprintsOf(render({}, {}, {violations: [one]}).log);
    expect(of(size(3, 10))).toHaveLength(1);
    expect(of(size(3, 10))).toEqual(of(size(9, 20)));
  });
});

describe('foreign text', () => {
  it('links nowhere, fills no placeholder and mentions nobody', () => {
    expect(sarifText('[x](http://evil) {0} @octocat a@b\u202e\n@scope/p')).toBe(
      '\\[x\\](http://evil) {{0}} @\u2060octocat a@b @\u2060scope/p',
    );
  });

  it('of any kind leaves the document whole', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (name, file) => {
        const findings = [finding('CVE-1', {package: name, places: [{file, startLine: 1}]})];
        const [result] = resultsOf(render({findings}));
        const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '?';
        expect(uri).toMatch(/^[\w.!~*'()%/-]+$/);
        expect(result?.message.text).not.toMatch(/(?<!\\)[[\]]|(?<!\{)\{(?!\{)/);
      }),
    );
  });

  it('as a path is percent-encoded, and as a link only when it is one of the web', () => {
    expect(relativeUri('apps/über app/Dockerfile#1')).toBe('apps/%C3%BCber%20app/Dockerfile%231');
    expect(webLink('javascript:alert(1)')).toBeUndefined();
    expect(webLink('https://u:p@x.example/')).toBeUndefined();
    expect(webLink('https://x.example/a>b')).toBe('https://x.example/a%3Eb');
  });
});

describe('an image that this run did not build', () => {
  const analysis = (category: string): {category: string; created_at: string} => ({
    category,
    created_at: '2026-01-01T00:00:00Z',
  });
  const all = [
    analysis('plimsoll/web/linux/amd64'),
    analysis('plimsoll/old/linux/amd64/'),
    analysis('plimsoll/old/linux/amd64/'),
    analysis('plimsoll/leg/old/linux/amd64'),
    analysis('/language:go'),
  ];
  const whole = {targets: [], files: [], key: undefined};

  it('is named once, with how to close its alerts', () => {
    const notices = staleAlertNotices(all, report(), whole);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/image old\/linux\/amd64, .*delete the configuration plimsoll\/old/);
  });

  it.each([{targets: ['web']}, {files: ['a.yml']}, {key: 'leg'}])(
    'is not in a part (%j)',
    (part) => {
      expect(staleAlertNotices(all, report(), {...whole, ...part})).toEqual([]);
    },
  );
});
