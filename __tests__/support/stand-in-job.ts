/** A push to main of a small repository, for runs with `stand-in-tools.ts`. */
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {folders} from './folders.ts';
import {standInDatabase, TRIVY} from './stand-in-tools.ts';

type Folder = ReturnType<typeof folders>;

/** One image, of a repository whose commit is checked out. */
export function standInRepository(folder: Folder): string {
  const work = folder({
    Dockerfile: 'FROM scratch\nCOPY server /app/server\nRUN npm ci\n',
    server: 'It serves.',
    'docker-bake.json': JSON.stringify({target: {web: {context: '.'}}}),
    '.github/plimsoll.yml':
      'version: 1\nrules: {healthcheck: {require: passing}, vulnerabilities: {fail-on: critical}}\n',
  });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@t.example', ...args], {
      ...{cwd: work, encoding: 'utf8'},
    });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'It');
  return work;
}

/** The job's environment, with tools that answer at once. */
export function standInJob(work: string, folder: Folder): Record<string, string> {
  const event = join(folder(), 'event.json');
  writeFileSync(event, JSON.stringify({repository: {default_branch: 'main'}}));
  const head = execFileSync('git', ['rev-parse', 'HEAD'], {cwd: work, encoding: 'utf8'}).trim();
  return {
    ...{PATH: process.env['PATH'] ?? '', RUNNER_TEMP: folder(), RUNNER_TOOL_CACHE: folder()},
    ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_SHA: head, GITHUB_REF: 'refs/heads/main'},
    ...{GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: event, GITHUB_WORKSPACE: work},
    ...{INPUT_WORKDIR: work, INPUT_CACHE: 'off'},
    ...{'INPUT_TRIVY-PATH': TRIVY, 'INPUT_DB-PATH': standInDatabase(folder())},
  };
}
