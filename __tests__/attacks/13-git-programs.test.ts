/**
 * Rule 13: no configuration that a stranger wrote names a program of ours. The attacker commits a bare
 * repository into a folder that is built, or wrote the `.git` of a folder that somebody downloaded; no git,
 * docker, buildx or compose that the run starts may run a program of theirs, and the root's policy counts.
 */
import {spawnSync} from 'node:child_process';
import {appendFileSync, chmodSync, mkdirSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {
  compareWorkTree,
  findDirty,
  findHead,
  findParents,
  findRepository,
  listFiles,
} from '../../src/clients/git.ts';
import {canaries, namedEverywhere, nestedRepository, plantHooks} from '../support/canaries.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {commitAll, committed, git} from '../support/git.ts';

const folder = folders();
const own = canaries(folder());

/** What a git before 2.38 makes of the run's environment. */
function oldGit(): string {
  const real = spawnSync('sh', ['-c', 'command -v git'], {encoding: 'utf8'}).stdout.trim();
  const bin = folder();
  writeFileSync(
    join(bin, 'git'),
    [
      '#!/bin/sh',
      'unset GIT_NO_LAZY_FETCH',
      'export GIT_CONFIG_KEY_$GIT_CONFIG_COUNT=safe.bareRepository GIT_CONFIG_VALUE_$GIT_CONFIG_COUNT=all',
      'export GIT_CONFIG_COUNT=$((GIT_CONFIG_COUNT + 1))',
      `exec '${real}' "$@"`,
    ].join('\n'),
  );
  chmodSync(join(bin, 'git'), 0o755);
  return bin;
}

/** Every question that we ask git; the answers. */
async function askAll(deps: TestDeps, cwd: string, commit: string): Promise<readonly unknown[]> {
  const {root} = await findRepository(deps, cwd);
  const answers: unknown[] = [root];
  for (const ask of [findHead, findParents, listFiles, findDirty])
    answers.push(await ask(deps, cwd));
  answers.push(await compareWorkTree(deps, {root: root ?? cwd, commit, paths: ['.']}));
  return answers;
}

const PATHS = [
  ['git as it is here', process.env['PATH'] ?? ''],
  ['an older git', `${oldGit()}${delimiter}${process.env['PATH'] ?? ''}`],
] as const;

let settings: ReadonlyMap<string, string>;
beforeAll(() => {
  const scratch = folder({f: ''});
  committed(scratch);
  settings = namedEverywhere(scratch, own);
});

beforeEach(() => {
  own.ran();
});

describe.each(PATHS)('%s', (_, PATH) => {
  const deps = testDeps({env: {PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'}});

  it('runs nothing that a configuration names, and answers all the same', async () => {
    const root = realpathSync(
      folder({
        '.gitattributes':
          '*.x filter=canary diff=canary merge=canary\n*.y filter=a=b\n*.z filter=lfs',
      }),
    );
    const inner = folder({f: '1'});
    committed(inner);
    for (const name of ['a.x', 'a.y', 'a.z', 'sub.x/f', 'plain']) {
      mkdirSync(join(root, name, '..'), {recursive: true});
      writeFileSync(join(root, name), name);
    }
    committed(root);
    git(root, 'submodule', '--quiet', 'add', inner, 'vendor');
    const commit = commitAll(root);
    appendFileSync(join(root, '.git/config'), [...settings.values()].join(''));
    plantHooks(join(root, '.git/hooks'), own);
    git(join(root, 'vendor'), 'config', 'core.fsmonitor', own.program('submodule'));
    for (const name of ['a.x', 'a.y', 'a.z']) writeFileSync(join(root, name), name.toUpperCase());
    spawnSync('git', ['status'], {cwd: root});
    for (const name of ['a.y', 'a.z']) spawnSync('git', ['hash-object', name], {cwd: root});
    // It is a trap: git by itself steps into it.
    expect(own.ran()).toEqual(
      expect.arrayContaining(['core.fsmonitor', 'filter.a=b.process', 'filter.canary.process']),
    );
    const answers = await askAll(deps, join(root, 'sub.x'), commit);
    expect(own.ran()).toEqual([]);
    expect(answers).toEqual([
      root,
      {value: commit},
      [expect.any(String)],
      {value: ['f']},
      {value: 'a.z'},
      {value: expect.objectContaining({changed: ['a.z']})},
    ]);
  });

  it('fetches nothing that is not there', async () => {
    for (const url of ['/nowhere', `ext::${own.program('ext')}`, 'ssh://example.invalid/x']) {
      const root = realpathSync(folder({'a/f': '1'}));
      const commit = committed(root);
      const settings = {
        'core.repositoryformatversion': '1',
        'extensions.partialClone': 'origin',
        'remote.origin.promisor': 'true',
        'remote.origin.url': url,
        'remote.origin.uploadpack': own.program('uploadpack'),
        'protocol.ext.allow': 'always',
        'protocol.file.allow': 'always',
        'core.sshCommand': own.program('ssh'),
      };
      for (const [key, value] of Object.entries(settings)) git(root, 'config', key, value);
      rmSync(join(root, '.git/objects', commit.slice(0, 2)), {recursive: true});
      rmSync(join(root, '.git/index'));
      spawnSync('git', ['cat-file', '-p', 'HEAD'], {cwd: root});
      expect(own.ran()).toHaveLength(1);
      const answers = await askAll(deps, root, commit);
      expect(own.ran()).toEqual([]);
      expect(answers.slice(-2)).toEqual([
        {unable: expect.stringContaining('git could not tell')},
        {unable: expect.stringContaining('git could not tell')},
      ]);
    }
  });

  it('takes no committed folder for a repository', async () => {
    const settings = `\tworktree = .\n\tfsmonitor = "${own.program('nested')}; false"\n`;
    const evil = 'f'.repeat(40);
    const nested = Object.entries(nestedRepository(settings, evil));
    const root = realpathSync(
      folder(Object.fromEntries(nested.map(([name, text]) => [`services/api/${name}`, text]))),
    );
    const api = join(root, 'services/api');
    writeFileSync(join(api, 'Dockerfile'), 'FROM scratch\n');
    const commit = committed(root);
    spawnSync('git', ['ls-files'], {cwd: api});
    expect(own.ran()).toEqual(['nested']);
    const answers = await askAll(deps, api, commit);
    expect(own.ran()).toEqual([]);
    expect(answers).toEqual([
      root,
      {value: commit},
      [],
      {value: expect.arrayContaining(['Dockerfile', 'HEAD', 'config'])},
      {value: undefined},
      {value: {changed: [], untracked: [], unknown: []}},
    ]);
    // Nor the root itself where its own .git is none.
    rmSync(join(root, '.git'), {recursive: true});
    mkdirSync(join(api, '.git'));
    expect(await findHead(deps, api)).toEqual({unable: expect.any(String)});
    expect(own.ran()).toEqual([]);
  });

  it('is led nowhere by variables of the caller', async () => {
    const root = realpathSync(folder({a: '1'}));
    const commit = committed(root);
    const other = folder({b: '2'});
    committed(other);
    const led = testDeps({
      env: {
        ...{PATH, GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other, GIT_INDEX_FILE: '/nowhere'},
        ...{GIT_OBJECT_DIRECTORY: other, GIT_COMMON_DIR: other, GIT_NAMESPACE: 'x'},
        GIT_CONFIG_PARAMETERS: `'core.fsmonitor'='${own.program('parameters')}'`,
        ...{GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'core.fsmonitor'},
        ...{GIT_CONFIG_VALUE_0: own.program('count'), GIT_TRACE: join(other, 'trace')},
        ...{GIT_ALLOW_PROTOCOL: 'ext:ssh:file', GIT_SSH_COMMAND: own.program('ssh')},
      },
    });
    const answers = await askAll(led, root, commit);
    expect(own.ran()).toEqual([]);
    expect(answers).toEqual([
      ...[root, {value: commit}, [], {value: ['a']}, {value: undefined}],
      {value: {changed: [], untracked: [], unknown: []}},
    ]);
    const child = await led.exec.run('env', {args: [], cwd: root, deadlineSeconds: 5});
    expect(child.stdout).not.toMatch(/^GIT_(DIR|WORK_TREE|INDEX_FILE|CONFIG_PARAMETERS)=/m);
    expect(child.stdout).toMatch(/^BUILDX_GIT_INFO=false$/m);
  });
});
