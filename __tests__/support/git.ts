/** Repositories made by the real git. */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';

const WHO = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** @throws with git's own words */
export function git(folder: string, ...args: readonly string[]): string {
  const {status, stdout, stderr} = spawnSync('git', ['-c', 'protocol.file.allow=always', ...args], {
    cwd: folder,
    env: {...process.env, ...WHO},
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** All that is there becomes one commit of a new repository. @returns its name */
export function committed(folder: string): string {
  git(folder, 'init', '-q', '-b', 'main');
  return commitAll(folder);
}

/** @returns the name of a commit that holds what is in the folder, in a repository that may be another one */
export function commitAll(folder: string, repository: string = folder): string {
  const at = ['--git-dir', join(repository, '.git'), '--work-tree', '.'];
  const own = repository === folder ? [] : at;
  git(folder, ...own, 'add', '-A');
  git(folder, ...own, 'commit', '-q', '--allow-empty', '-m', 'all');
  return git(folder, ...own, 'rev-parse', 'HEAD').trim();
}
