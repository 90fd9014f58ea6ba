import {describe, expect, it} from '@jest/globals';
import {joinReports, type JobReport, type JoinParts} from '../../../src/domain/report/join.ts';
import {reportSchema, type Report} from '../../../src/domain/report/schema.ts';
import {UserError} from '../../../src/errors.ts';
import {image, report} from '../../support/reports.ts';

const own = {
  id: 'collect',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 1,
  request: {},
  tools: {plimsoll: '0.0.0'},
  notices: [],
};
const run = (changes: Partial<Report['runs'][number]> = {}): Report['runs'][number] => ({
  ...own,
  id: 'run',
  ...changes,
});

/** A job that built one image of this id. */
function job(
  id: string,
  changes: Partial<Report> = {},
  runs = [run({job: `job-of-${id}`})],
): JobReport {
  return {from: `${id}/report.json`, report: report({images: [image({id})], runs, ...changes})};
}

function join(parts: Partial<JoinParts>): Report {
  const joined = joinReports({jobs: [], unread: [], expect: [], own, ...parts});
  return reportSchema.parse(joined);
}

const outcome = (id: string, end: 'pass' | 'fail' | 'unable'): Report['outcomes'][number] => ({
  ...{rule: 'user', image: id, level: 'error', outcome: end},
  ...(end === 'unable' ? {reason: 'nobody knows'} : {}),
});

describe('joinReports', () => {
  it('is concatenation: images, outcomes, violations, advisories, omissions and runs, each run told apart', () => {
    const violation = {rule: 'user', image: 'a', level: 'warning', data: 1, message: 'm'} as const;
    const omitted = [{image: 'b', list: 'packages', count: 3}];
    const joined = join({
      jobs: [
        job('a', {outcomes: [outcome('a', 'pass')], violations: [violation]}),
        job('b', {outcomes: [outcome('b', 'pass')], advisories: {'CVE-1': {title: 't'}}, omitted}),
      ],
    });
    expect(joined.verdict).toBe('pass');
    expect(joined.images.map(({id, run: of}) => [id, of])).toEqual([
      ['a', 'run-1'],
      ['b', 'run-2'],
    ]);
    expect(joined.runs.map(({id, job: name}) => [id, name])).toEqual([
      ['run-1', 'job-of-a'],
      ['run-2', 'job-of-b'],
      ['collect', undefined],
    ]);
    expect(joined.outcomes.map(({image: about}) => about)).toEqual(['a', 'b']);
    expect(joined.violations).toEqual([violation]);
    expect(joined.advisories).toEqual({'CVE-1': {title: 't'}});
    expect(joined.omitted).toEqual(omitted);
  });

  it.each([
    [['pass', 'fail'], 'fail'],
    [['pass', 'unable'], 'unable'],
    [['unable', 'fail'], 'fail'],
    [['pass', 'pass'], 'pass'],
  ] as const)('judges %s again: %s, whatever the files say', (ends, verdict) => {
    const jobs = ends.map((end, index) =>
      job(`i${index}`, {verdict: 'pass', outcomes: [outcome(`i${index}`, end)]}),
    );
    const joined = join({jobs});
    expect(joined.verdict).toBe(verdict);
    expect(joined.images.map((one) => one.verdict)).toEqual(ends);
  });

  it('takes an image that was not built, or that its own job did not pass, for no better than that', () => {
    const jobs = [job('a', {images: [image({id: 'a', state: 'unreadable', reason: 'broken'})]})];
    expect(join({jobs}).verdict).toBe('unable');
    expect(join({jobs: [job('a', {images: [image({id: 'a', verdict: 'fail'})]})]}).verdict).toBe(
      'fail',
    );
  });

  it('counts a rule about a whole run, and no warning', () => {
    const whole = {rule: 'freshness', level: 'error', outcome: 'fail'} as const;
    expect(join({jobs: [job('a', {outcomes: [whole]})]}).verdict).toBe('fail');
    expect(join({jobs: [job('a', {outcomes: [{...whole, level: 'warning'}]})]}).verdict).toBe(
      'pass',
    );
  });

  it('has nothing to pass without a report', () => {
    expect(join({}).verdict).toBe('unable');
  });

  it('names the two jobs that report one image', () => {
    const twice = (): Report =>
      join({jobs: [job('a'), {...job('a', {}, [run({job: 'other'})]), from: 'x/report.json'}]});
    expect(twice).toThrow(UserError);
    expect(twice).toThrow(
      /^The image a is reported twice, by the job job-of-a \(a\/report\.json\) and by the job other \(x\/report\.json\)\. .*input key/,
    );
  });
});

describe('what is not there', () => {
  const keyed = job('blue/web/linux/amd64', {}, [run({request: {key: 'blue'}})]);

  it('is named, by id or by key, and makes the verdict unable', () => {
    const expect_ = ['blue/web/linux/amd64', 'blue', 'green', 'web/linux/amd64', 'green'];
    const joined = join({jobs: [keyed], expect: expect_});
    expect(joined.verdict).toBe('unable');
    const missing = joined.images.filter(({state}) => state === 'not-built');
    expect(missing.map(({id, verdict}) => [id, verdict])).toEqual([
      ['green', 'unable'],
      ['web/linux/amd64', 'unable'],
    ]);
    expect(missing[0]?.reason).toMatch(/^no job has reported it\. .*input expect/);
  });

  it('does not hide what fails', () => {
    const failing = job('a', {outcomes: [outcome('a', 'fail')]});
    expect(join({jobs: [failing], expect: ['b']}).verdict).toBe('fail');
  });

  it.each([
    ['its key', run({job: 'build', request: {key: 'blue'}}), 'blue'],
    ['its job', run({job: 'build'}), 'build'],
    ['its file', run(), 'x/report.json'],
  ])('of a job that ended before its verdict has a row under %s', (_, own, name) => {
    const error = {kind: 'user', message: 'There is no Dockerfile.'} as const;
    const jobs = [{from: 'x/report.json', report: report({images: [], error, runs: [own]})}];
    const joined = join({jobs, expect: name === 'blue' ? ['blue'] : []});
    expect(joined).toMatchObject({verdict: 'unable'});
    expect(joined.error).toBeUndefined();
    expect(joined.images).toEqual([
      expect.objectContaining({
        id: name,
        reason: 'the run ended before its verdict: There is no Dockerfile.',
      }),
    ]);
  });

  it('of a file that cannot be used has a row under the file', () => {
    const unread = [
      {from: 'y/report.json', reason: 'this file is no report of Plimsoll: it is not JSON.'},
    ];
    const joined = join({jobs: [job('a')], unread});
    expect(joined.verdict).toBe('unable');
    expect(joined.images[1]).toMatchObject({id: 'y/report.json', reason: unread[0]?.reason});
  });
});
