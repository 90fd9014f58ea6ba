/**
 * Rule 18, of `mode: collect`: only what a job of this very workflow run has left is a part of it. The
 * attacker commits report folders of any name, or has artifacts of other runs downloaded; a part that says
 * pass must not take the place of one that says fail.
 */
import {execFileSync} from 'node:child_process';
import {describe, expect, it} from '@jest/globals';
import {withoutSuperseded} from '../../src/domain/report/superseded.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {runAction} from '../support/action.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {image, report} from '../support/reports.ts';

const folder = folders();
const NAME = 'plimsoll-aaaaaaaaaaaaaaaa';
const SHA = 'a'.repeat(40);
const RUN = {repository: 'owner/name', run: '42', attempt: '1', sha: SHA};

function part(changes: Partial<Report>, workflow?: object): string {
  const made = report({images: [image({id: 'a', name: 'a'})], ...changes});
  const runs = made.runs.map((run) => ({...run, ...(workflow && {workflow})}));
  return JSON.stringify({...made, runs});
}

const failing = part({verdict: 'fail'}, RUN);

function collect(workspace: string): {readonly report: Report; readonly status: number | null} {
  const ran = runAction({
    ...{job: folder(), workspace},
    inputs: {mode: 'collect', sarif: 'off', comment: 'off'},
    env: {
      ...{GITHUB_EVENT_NAME: 'push', GITHUB_SHA: SHA, GITHUB_JOB: 'all'},
      ...{GITHUB_REPOSITORY: 'Owner/Name', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '2'},
    },
  });
  return {status: ran.status, report: readReport(ran.outputs.get('report-dir') ?? '')};
}

const said = ({images, runs}: Report): string =>
  [
    ...images.map(({reason}) => reason),
    ...runs.flatMap(({notices}) => notices.map(({message}) => message)),
  ].join('\n');

describe('a part', () => {
  it.each([
    ['another repository', {...RUN, repository: 'stranger/name'}],
    ['another workflow run', {...RUN, run: '41'}],
    ['another commit', {...RUN, sha: 'b'.repeat(40)}],
    ['an attempt to come', {...RUN, attempt: '99'}],
    ['an attempt that is no number', {...RUN, attempt: '1e9'}],
    ['no run that it names', undefined],
  ])('of %s is none, and the verdict is no pass', (_, workflow) => {
    const ran = collect(folder({[`${NAME}-2/report.json`]: part({}, workflow)}));
    expect(ran).toMatchObject({status: 1, report: {verdict: 'unable'}});
    expect(said(ran.report)).toMatch(/it is no part of this workflow run: it /);
  });

  it('of another run does not take the place of this run’s own', () => {
    const ran = collect(
      folder({
        [`${NAME}-1/report.json`]: failing,
        [`${NAME}-99/report.json`]: part({}, {...RUN, run: '41', attempt: '99'}),
      }),
    );
    expect(ran).toMatchObject({status: 1, report: {verdict: 'fail'}});
  });

  it('that the repository has committed is passed over, whatever it says', () => {
    const workspace = folder({[`${NAME}-2/report.json`]: part({}, {...RUN, attempt: '2'})});
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=Lab', '-c', 'user.email=lab@lab.example', ...args], {
        cwd: workspace,
      });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'A report of somebody’s making');
    const none = collect(workspace);
    expect(none).toMatchObject({status: 1, report: {verdict: 'unable'}});
    expect(none.report.error?.message).toMatch(/There is no report to collect/);
  });

  it('of this run counts, an earlier attempt too', () => {
    expect(collect(folder({[`${NAME}-1/report.json`]: part({}, RUN)}))).toMatchObject({
      ...{status: 0, report: {verdict: 'pass'}},
    });
  });

  it('is asked nothing on a laptop, and the report says so', () => {
    const work = folder({[`${NAME}-1/report.json`]: part({})});
    const ran = runCommand({args: ['--mode', 'collect', '--json'], cwd: work});
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('It was not asked which workflow run the reports are of.');
  });
});

describe('a run that ended before it knew its images', () => {
  const ended = (key: string | undefined, attempt: string): Report => {
    const made = report({images: [], error: {kind: 'tool', message: 'x'}, verdict: 'unable'});
    const request = key === undefined ? {} : {key};
    return {
      ...made,
      runs: made.runs.map((run) => ({...run, request, workflow: {...RUN, attempt}})),
    };
  };
  const whole = (key: string | undefined, attempt: string): Report => ({
    ...ended(key, attempt),
    ...{images: [image()], verdict: 'pass'},
  });
  const left = (...reports: readonly Report[]): number =>
    withoutSuperseded(reports.map((one, index) => ({from: `${index}`, report: one}))).length;

  it('is replaced by a later attempt with its key, and by nothing else', () => {
    expect(left(ended('k', '1'), whole('k', '2'))).toBe(1);
    expect(left(ended('k', '2'), whole('k', '1'))).toBe(2);
    expect(left(ended('k', '1'), whole('other', '2'))).toBe(2);
    expect(left(ended(undefined, '1'), whole(undefined, '2'))).toBe(2);
    expect(left(ended('k', '1'))).toBe(1);
  });
});
