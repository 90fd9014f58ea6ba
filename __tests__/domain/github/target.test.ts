import {describe, expect, it} from '@jest/globals';
import {githubLinks} from '../../../src/domain/github/links.ts';
import {analysisTarget, isForkRun, isReadOnlyRun} from '../../../src/domain/github/target.ts';
import {definedAt} from '../../../src/domain/plan/defined-at.ts';

const [SHA, HEAD, OTHER] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
const env = (ref: string): Record<string, string> => ({
  GITHUB_REPOSITORY: 'owner/name',
  GITHUB_REF: ref,
  GITHUB_SHA: SHA,
});

describe('the ref and commit of an analysis', () => {
  const at = {owner: 'owner', repo: 'name'};
  const about = {commit: SHA as string | undefined, pullHead: HEAD, asked: undefined};
  const asked = {ref: 'refs/heads/release-1.x', sha: HEAD};

  it.each([
    ['push', 'refs/heads/main', SHA, 'refs/heads/main'],
    ['tag', 'refs/tags/v1', SHA, 'refs/tags/v1'],
    ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-1-x', SHA, undefined],
    ['pull_request, merge commit', 'refs/pull/7/merge', SHA, 'refs/pull/7/merge'],
    ['pull_request, head checked out', 'refs/pull/7/merge', HEAD, 'refs/pull/7/head'],
  ])('%s', (_, ref, commit, expected = ref) => {
    expect(analysisTarget(env(ref), {...about, commit})).toEqual({
      value: {...at, ref: expected, commit},
    });
  });

  it.each<[string, string, Partial<typeof about>, RegExp]>([
    ['another branch on schedule', 'refs/heads/main', {commit: HEAD}, /the inputs ref and sha/],
    [
      'another branch on a pull request',
      'refs/pull/7/merge',
      {commit: OTHER},
      /the event is about/,
    ],
    [
      'a commit that is not known',
      'refs/heads/main',
      {commit: undefined},
      /not known which commit/,
    ],
  ])('%s belongs nowhere', (_, ref, changes, reason) => {
    expect(analysisTarget(env(ref), {...about, ...changes})).toEqual({
      unable: expect.stringMatching(reason),
    });
  });

  it('is what the inputs say, of the commit that was built alone', () => {
    const main = env('refs/heads/main');
    const value = {...at, ref: asked.ref, commit: HEAD};
    expect(analysisTarget(main, {...about, commit: HEAD, asked})).toEqual({value});
    expect(analysisTarget(main, {...about, commit: undefined, asked})).toEqual({value});
    expect(analysisTarget(main, {...about, asked})).toEqual({
      unable: `the input sha is ${HEAD}, and ${SHA} was built`,
    });
  });

  it('is not known outside of a workflow', () => {
    expect(analysisTarget({}, about)).toEqual({unable: expect.any(String)});
  });
});

describe('a token that mostly reads only', () => {
  const pull = (name: string | null): unknown => ({
    pull_request: {head: {repo: name === null ? null : {full_name: name}}},
  });

  it.each([
    ['a fork’s pull request', pull('stranger/name'), true],
    ['a fork that is gone', pull(null), true],
    ['one of the repository’s own', pull('owner/name'), false],
    ['no pull request', {}, false],
    ['no event at all', undefined, false],
  ])('%s', (_, event, expected) => {
    expect(isReadOnlyRun(env('refs/pull/7/merge'), event)).toBe(expected);
  });

  it('is Dependabot’s', () => {
    expect(isReadOnlyRun({...env('x'), GITHUB_ACTOR: 'dependabot[bot]'}, undefined)).toBe(true);
  });
});

describe('a fork’s pull request', () => {
  it('is not Dependabot’s, to whose token a workflow may grant more', () => {
    const event = {pull_request: {head: {repo: {full_name: 'stranger/name'}}}};
    expect(isForkRun(env('x'), event)).toBe(true);
    expect(isForkRun({...env('x'), GITHUB_ACTOR: 'dependabot[bot]'}, undefined)).toBe(false);
  });
});

describe('addresses', () => {
  const job = {
    ...env('refs/heads/main'),
    ...{GITHUB_SERVER_URL: 'https://git.example', GITHUB_RUN_ID: '5', GITHUB_RUN_ATTEMPT: '2'},
  };

  it('are those of the repository, its commit and this attempt', () => {
    expect(githubLinks(job, SHA)).toEqual({
      repository: 'https://git.example/owner/name',
      blob: `https://git.example/owner/name/blob/${SHA}`,
      run: 'https://git.example/owner/name/actions/runs/5/attempts/2',
    });
  });

  it.each([
    ['no server', {...job, GITHUB_SERVER_URL: ''}, SHA, []],
    ['no commit', job, undefined, ['repository', 'run']],
    ['no run', {...job, GITHUB_RUN_ID: ''}, SHA, ['repository', 'blob']],
  ])('are left out where the job tells of %s', (_, variables, commit, names) => {
    expect(Object.keys(githubLinks(variables, commit))).toEqual(names);
  });
});

describe('where an image is defined', () => {
  const compose = {
    file: 'compose.yml',
    text: 'services:\n  web:\n    image: x\n  web-old:\n    build: .\n',
  };

  it('is its Dockerfile’s first FROM', () => {
    const image = {
      name: 'web',
      dockerfile: 'a/Dockerfile',
      dockerfileText: '# x\nARG A\nFROM b\n',
    };
    expect(definedAt(image, [compose])).toEqual({definedAt: {file: 'a/Dockerfile', startLine: 3}});
  });

  it.each([
    ['compose', compose, 'web-old', 4],
    ['HCL', {file: 'b.hcl', text: '\ntarget "web-old" {\n'}, 'web-old', 2],
    ['JSON', {file: 'b.json', text: '{"target": {\n  "web-old": {\n'}, 'web-old', 2],
    ['a target of a matrix', compose, 'web-1', 1],
  ])('else the line of the file that names it: %s', (_, file, target, startLine) => {
    expect(definedAt({name: target}, [file])).toEqual({definedAt: {file: file.file, startLine}});
  });

  it('is nowhere when the file is elsewhere', () => {
    expect(definedAt({name: 'web'}, [{...compose, file: '../compose.yml'}])).toEqual({});
  });
});
