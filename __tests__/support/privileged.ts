/** Checkouts of a repository and of a stranger's pull request, under events of one's choice, as far as the plan. */
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {errorMessage} from '../../src/errors.ts';
import type {Invocation} from '../../src/deps.ts';
import {parseInputs, type RawInputs} from '../../src/inputs.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {testDeps} from './deps.ts';
import type {Scripted} from './github-server.ts';

type Folder = (files?: Readonly<Record<string, string>>) => string;

export function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Lab', '-c', 'user.email=lab@lab.example'];
  const own = ['-c', 'protocol.file.allow=always', '-c', 'commit.gpgsign=false'];
  const all = [...who, ...own, ...args];
  return execFileSync('git', all, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

export function commit(cwd: string): string {
  git(cwd, 'add', '-A', '-f');
  git(cwd, 'commit', '-q', '--allow-empty', '-m', 'It');
  return git(cwd, 'rev-parse', 'HEAD');
}

export interface Origin {
  readonly path: string;
  /** What main was at, what it is at, a branch beside it, and a pull request's head. */
  readonly old: string;
  readonly main: string;
  readonly release: string;
  readonly stranger: string;
}

export function makeOrigin(path: string): Origin {
  git(path, 'init', '-q', '-b', 'main');
  const old = commit(path);
  writeFileSync(join(path, 'app.txt'), 'second\n');
  const main = commit(path);
  git(path, 'checkout', '-q', '-b', 'release-1.x', old);
  writeFileSync(join(path, 'app.txt'), 'release\n');
  const release = commit(path);
  git(path, 'checkout', '-q', '-b', 'stranger', main);
  writeFileSync(join(path, 'app.txt'), 'stranger\n');
  writeFileSync(join(path, 'Dockerfile'), 'FROM scratch\nRUN steal\n');
  const stranger = commit(path);
  git(path, 'checkout', '-q', 'main');
  return {path, old, main, release, stranger};
}

/** A checkout as `actions/checkout` leaves one. */
export function checkOut(origin: Origin, sha: string, at: string): string {
  git(origin.path, 'clone', '-q', '--no-checkout', origin.path, at);
  git(at, 'checkout', '-q', '--detach', sha);
  return at;
}

export function comparisons(of: Readonly<Record<string, string>>): readonly Scripted[] {
  return Object.entries(of).map(([sha, status]) => ({
    route: `GET /repos/o/r/compare/main...${sha}`,
    fault: {kind: 'answer', status: 200, body: {status}},
    times: 1000,
  }));
}

export interface Attempt {
  readonly event: string;
  readonly sha: string;
  readonly workspace: string;
  /** Of GitHub. */
  readonly url: string;
  /** Of the event, over what every one has. */
  readonly document?: object;
  readonly inputs?: RawInputs;
  readonly env?: Readonly<Record<string, string>>;
  /** `command`: in a `run:` step of the job. */
  readonly door?: Invocation;
  readonly folder: Folder;
}

export interface Tried {
  /** Empty: it would have been built. */
  readonly refused: string;
  /** What was started of docker. */
  readonly started: readonly string[];
  /** The images that would have been built. */
  readonly images: readonly string[];
}

export async function plan(attempt: Attempt): Promise<Tried> {
  const {event, sha, workspace, url, document, inputs, env, folder, door = 'action'} = attempt;
  const job = folder({
    'event.json': JSON.stringify({repository: {id: 1, default_branch: 'main'}, ...document}),
  });
  const deps = testDeps({
    door,
    cwd: workspace,
    env: {
      ...{
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event,
        GITHUB_SHA: sha,
        GITHUB_REPOSITORY: 'o/r',
      },
      ...{GITHUB_WORKSPACE: workspace, GITHUB_REF: 'refs/heads/main', GITHUB_API_URL: url},
      ...{GITHUB_EVENT_PATH: join(job, 'event.json'), GITHUB_SERVER_URL: 'https://github.com'},
      ...env,
    },
  });
  const started: string[] = [];
  const run: typeof deps.exec.run = (program, options) => {
    if (program === 'docker') started.push(options.args.join(' '));
    return deps.exec.run(program, options);
  };
  const raw = {token: 'a-token-of-the-lab', ...inputs};
  const given = parseInputs(raw, {invocation: door, cwd: workspace, json: false, keep: false});
  try {
    const {images} = await makePlan(given, {...deps, exec: {run}});
    return {refused: '', started, images: images.map(({name}) => name)};
  } catch (error) {
    return {refused: errorMessage(error), started, images: []};
  }
}
