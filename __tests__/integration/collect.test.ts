/** `mode: collect` through the bundle, as the last job of a matrix runs it. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {runAction, type ActionRun} from '../support/action.ts';
import {readReport} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {startGitHub} from '../support/github-server.ts';
import {image, report} from '../support/reports.ts';
import type {Report} from '../../src/domain/report/schema.ts';

const folder = folders();
const A = 'plimsoll-aaaaaaaaaaaaaaaa';
const B = 'plimsoll-bbbbbbbbbbbbbbbb';

const EVENT = {
  number: 7,
  pull_request: {
    ...{number: 7, base: {sha: 'c'.repeat(40)}},
    head: {repo: {full_name: 'owner/name'}},
  },
};
const BASELINE = {madeAt: '2026-01-01T00:00:00.000Z', commit: 'c'.repeat(40)};

const SHA = 'a'.repeat(40);
const RUN = {repository: 'owner/name', run: '42', attempt: '1', sha: SHA};

const of = (id: string, changes: Partial<Report> = {}, workflow: object = RUN): string => {
  const made = report({images: [image({id, name: id})], ...changes});
  return JSON.stringify({...made, runs: made.runs.map((run) => ({...run, workflow}))});
};
const failing = (id: string): string =>
  of(id, {outcomes: [{rule: 'user', image: id, level: 'error', outcome: 'fail'}]});

interface Collected extends ActionRun {
  readonly report: Report;
}

function collect(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Collected {
  const ran = runAction({
    ...{job: folder(), workspace: folder(files)},
    inputs: {mode: 'collect', sarif: 'upload', token: 'lab-token-of-this-test', ...inputs},
    // An event under whose rights nothing is built.
    env: {
      ...{GITHUB_EVENT_NAME: 'workflow_run', GITHUB_SHA: SHA, GITHUB_JOB: 'all'},
      ...{GITHUB_REPOSITORY: 'Owner/Name', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '2'},
    },
  });
  return {...ran, report: readReport(ran.outputs.get('report-dir') ?? '')};
}

describe('collect', () => {
  it('makes one report, one summary and one verdict of what download-artifact has left', () => {
    const ran = collect({
      [`${A}-1/report.json`]: of('a'),
      [`${B}-1/report.json`]: of('b'),
      'elsewhere/report.json': 'not looked at',
    });
    expect(ran.status).toBe(0);
    expect(ran.outputs.get('verdict')).toBe('pass');
    expect(JSON.parse(ran.outputs.get('images') ?? '')).toHaveLength(2);
    expect(ran.summary).toContain('2 images passed');
    expect(ran.report.images.map(({id}) => id)).toEqual(['a', 'b']);
    expect(ran.report.runs.at(-1)).toMatchObject({id: 'collect', job: 'all'});
  });

  it('fails by the verdict, and not where rules are not enforced', () => {
    const files = {[`${A}-1/report.json`]: of('a'), [`${B}-1/report.json`]: failing('b')};
    expect(collect(files)).toMatchObject({status: 1, report: {verdict: 'fail'}});
    expect(collect(files, {enforce: 'false'})).toMatchObject({
      status: 0,
      report: {verdict: 'fail'},
    });
  });

  it('names what was expected and is missing', () => {
    const ran = collect({[`${A}-1/report.json`]: of('a')}, {expect: 'a\nb'});
    expect(ran).toMatchObject({status: 1, report: {verdict: 'unable'}});
    expect(ran.summary).toMatch(/b: no job has reported it/);
  });

  it('takes the last attempt of a job that was run again', () => {
    const ran = collect({[`${A}-1/report.json`]: failing('a'), [`${A}-2/report.json`]: of('a')});
    expect(ran).toMatchObject({status: 0, report: {verdict: 'pass'}});
    expect(ran.summary).toContain('1 report is of an earlier attempt');
  });

  it.each([
    ['a folder', 'out', ['a', 'b']],
    ['a pattern', 'out/*/report.json', ['a']],
    ['a pattern of folders', 'out/*', ['a', 'b']],
    ['files', 'out/x/report.json\nout/y/z/report.json', ['a', 'b']],
  ])('finds reports by %s', (_, reports, ids) => {
    const files = {'out/x/report.json': of('a'), 'out/y/z/report.json': of('b')};
    expect(collect(files, {reports}).report.images.map(({id}) => id)).toEqual(ids);
  });

  it('says where it looked when there is none, and what is broken when there is', () => {
    const none = collect({});
    expect(none).toMatchObject({status: 1, report: {verdict: 'unable', error: {kind: 'user'}}});
    expect(none.report.error?.message).toMatch(/reports: plimsoll-\*, report\.json/);
    const broken = collect({[`${A}-1/report.json`]: of('a'), [`${B}-1/report.json`]: '{}'});
    expect(broken).toMatchObject({status: 1, report: {verdict: 'unable'}});
    expect(broken.summary).toMatch(/bbb&#45;1\/report\.json: this file is no report/);
  });

  it('names both jobs that report one image', () => {
    const ran = collect({[`${A}-1/report.json`]: of('a'), [`${B}-1/report.json`]: of('a')});
    expect(ran.status).toBe(1);
    expect(ran.report.error?.message).toMatch(/a is reported twice, by plimsoll-a.* plimsoll-b/);
  });

  it('uploads nothing again: that is for the jobs', () => {
    const ran = collect({[`${A}-1/report.json`]: of('a')});
    expect(ran.outputs.get('sarif-dir')).toBeUndefined();
    expect(existsSync(join(ran.outputs.get('report-dir') ?? '', 'sarif'))).toBe(false);
  });
});

describe('on a pull request', () => {
  it('there is one comment for all jobs, with what each was compared with', async () => {
    const server = await startGitHub();
    try {
      const event = join(folder({'event.json': JSON.stringify(EVENT)}), 'event.json');
      const [a, b] = ['a', 'b'].map((id) =>
        of(id, {runs: report().runs.map((run) => ({...run, baseline: BASELINE}))}),
      );
      runAction({
        job: folder(),
        workspace: folder({[`${A}-1/report.json`]: a ?? '', [`${B}-1/report.json`]: b ?? ''}),
        inputs: {mode: 'collect', comment: 'always', token: 'lab-token-of-this-test'},
        env: {
          ...{GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event},
          ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_API_URL: server.url},
          ...{GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '1', GITHUB_SHA: SHA},
          ...{GITHUB_GRAPHQL_URL: `${server.url}/graphql`},
          ...{HTTP_PROXY: undefined, http_proxy: undefined},
        },
      });
      const comments = await server.comments();
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).toMatch(/2 images passed[^]*\*\*a\*\*[^]*\*\*b\*\*/);
      expect(comments[0]?.body).toMatch(/<sub>baseline: commit c{12} of 2026[^·]*<\/sub>/);
    } finally {
      await server.end();
    }
  });
});
