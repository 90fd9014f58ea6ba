/**
 * Rule 10: the attacker has opened a pull request, or said something on one, and a workflow runs with the
 * default branch's rights. In their hands is all that their commits hold, and what a step copies of it; they
 * must not get anything of it built.
 */
import {appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {folders} from '../support/folders.ts';
import {startGitHub, type GitHubServer} from '../support/github-server.ts';
import {
  checkOut,
  commit,
  comparisons,
  git,
  makeOrigin,
  plan,
  type Attempt,
  type Origin,
  type Tried,
} from '../support/privileged.ts';

/** One of each kind; tests of `domain/plan/event.ts` have all that GitHub documents. */
const PRIVILEGED = ['pull_request_target', 'issue_comment', 'invented_event'];
const HARMLESS = ['push', 'pull_request', 'release'];
const BAKE = 'variable "WHERE" { default = "." }\ntarget "web" { context = WHERE }\n';
const FILES = {
  Dockerfile: 'FROM scratch\nCOPY app.txt /\n',
  'app.txt': 'first\n',
  'services/api/Dockerfile': 'FROM scratch\nCOPY main.txt /\n',
  'services/api/main.txt': 'api\n',
  '.dockerignore': '.git\npr\nnotes\n',
  '.gitignore': 'ignored.txt\n',
  'bake/docker-bake.hcl': BAKE,
  'bake/literal.hcl': 'target "web" { context = "https://github.com/elsewhere/x.git#main" }\n',
  'inc/compose.yaml': 'include: [part.yaml]\nservices: {web: {build: ../services/api}}\n',
  'inc/part.yaml': 'services: {}\n',
  'compose.yaml': 'services: {web: {build: "${WHERE:-.}"}}\n',
};

const folder = folders();
let origin: Origin;
let github: GitHubServer;
beforeAll(async () => {
  origin = makeOrigin(folder(FILES));
  const {old, main, release, stranger} = origin;
  github = await startGitHub({
    faults: comparisons({
      ...{[old]: 'behind', [main]: 'identical'},
      ...{[release]: 'diverged', [stranger]: 'ahead'},
    }),
  });
});
afterAll(() => github.end());

const workspaceAt = (sha: string): string => checkOut(origin, sha, join(folder(), 'ws'));

function attempt(workspace: string, {inputs, ...changes}: Partial<Attempt> = {}): Promise<Tried> {
  return plan({
    ...{event: 'pull_request_target', sha: origin.main, url: github.url, folder, workspace},
    ...changes,
    inputs: {files: 'Dockerfile', ...inputs},
  });
}

const NOTHING_OF_IT = /buildx bake|compose/;

function expectRefused({refused, started}: Tried, reason: string | RegExp): void {
  expect(refused).toMatch(reason);
  expect(refused).toContain('Build on pull_request');
  expect(refused).toContain('mode: relay');
  expect(refused).toContain('made in a stage');
  expect(started.filter((args) => NOTHING_OF_IT.test(args))).toEqual([]);
}

describe('a stranger’s commit at the root', () => {
  it('is built by no event that is not known to be harmless', async () => {
    const workspace = workspaceAt(origin.stranger);
    for (const event of PRIVILEGED) {
      const tried = await attempt(workspace, {event});
      expectRefused(tried, `On ${event} the workflow runs with the default branch’s rights`);
      expect(tried.refused).toContain(`(Dockerfile) is of commit ${origin.stranger}`);
    }
  }, 240_000);

  it('is built by the command in a step of the workflow as little', async () => {
    const workspace = workspaceAt(origin.stranger);
    const tried = await attempt(workspace, {event: 'issue_comment', door: 'command'});
    expectRefused(tried, `(Dockerfile) is of commit ${origin.stranger}`);
  });

  it('is built by those that have no such rights', async () => {
    const workspace = workspaceAt(origin.stranger);
    const tried = await Promise.all(HARMLESS.map((event) => attempt(workspace, {event})));
    expect(tried.map(({refused}) => refused)).toEqual(HARMLESS.map(() => ''));
  }, 240_000);
});

describe('what the default branch has', () => {
  it.each<[string, () => string]>([
    ['the event’s own commit', () => origin.main],
    ['an older one', () => origin.old],
  ])('%s is built', async (_, sha) => {
    expect((await attempt(workspaceAt(sha()))).refused).toBe('');
  });

  it('a branch beside it is not, whatever git’s own refs say', async () => {
    const workspace = workspaceAt(origin.release);
    for (const ref of ['refs/heads/main', 'refs/remotes/origin/main', 'refs/tags/main'])
      git(workspace, 'update-ref', ref, origin.release);
    git(workspace, 'symbolic-ref', 'HEAD', 'refs/heads/main');
    expectRefused(await attempt(workspace), 'main does not have it');
  });

  it('a replaced commit, and a tag that is called as the event’s, are what they are', async () => {
    const workspace = workspaceAt(origin.stranger);
    git(workspace, 'update-ref', `refs/tags/${origin.main}`, origin.stranger);
    git(workspace, 'update-ref', `refs/replace/${origin.main}`, origin.stranger);
    expectRefused(await attempt(workspace), origin.stranger);
    git(workspace, 'update-ref', '--no-deref', 'HEAD', origin.main);
    expectRefused(await attempt(workspace), 'Dockerfile) is not as commit');
  });

  it('cannot be told without an answer: the permission is named', async () => {
    const workspace = workspaceAt(origin.old);
    const silent = await startGitHub({});
    expectRefused(await attempt(workspace, {url: silent.url}), /not known .*contents: read/);
    expectRefused(await attempt(workspace, {inputs: {token: ''}}), 'without the input token');
    await silent.end();
  });
});

describe('a run that started another workflow', () => {
  const of = (event: string, changes: object = {}): object => ({
    workflow_run: {
      ...{event, head_sha: origin.release, head_branch: 'main', head_repository: {id: 1}},
      ...changes,
    },
  });

  it.each(['push', 'schedule', 'workflow_dispatch', 'merge_group'])(
    'by %s of this repository is of a commit that may be built',
    async (event) => {
      const workspace = workspaceAt(origin.release);
      const tried = await attempt(workspace, {event: 'workflow_run', document: of(event)});
      expect(tried.refused).toBe('');
    },
  );

  it.each<[string, () => object]>([
    ['a pull request', () => of('pull_request')],
    ['a comment', () => of('issue_comment')],
    ['a push to a fork', () => of('push', {head_repository: {id: 2}})],
    ['a push to a repository that is gone', () => of('push', {head_repository: null})],
    ['a push of another commit', () => of('push', {head_sha: origin.old})],
    ['nothing that is known', () => ({workflow_run: 'push'})],
  ])('by %s is of none', async (_, document) => {
    const workspace = workspaceAt(origin.release);
    const tried = await attempt(workspace, {event: 'workflow_run', document: document()});
    expectRefused(tried, origin.release);
  });

  it('is believed on workflow_run alone', async () => {
    const workspace = workspaceAt(origin.release);
    expectRefused(await attempt(workspace, {event: 'issues', document: of('push')}), 'On issues');
  });
});

describe('a stranger’s checkout beside that of the default branch', () => {
  const beside = (): string => {
    const workspace = workspaceAt(origin.main);
    checkOut(origin, origin.stranger, join(workspace, 'pr'));
    return workspace;
  };
  let workspace: string;
  beforeAll(() => {
    workspace = beside();
  });
  const OF_STRANGER = 'pr/Dockerfile) is of commit';

  it('is refused as files, as workdir and by a link', async () => {
    expectRefused(await attempt(workspace, {inputs: {files: 'pr/Dockerfile'}}), OF_STRANGER);
    expectRefused(await attempt(workspace, {inputs: {workdir: 'pr'}}), 'pr/');
    symlinkSync('pr', join(workspace, 'notes'));
    const linked = await attempt(workspace, {inputs: {files: 'notes/Dockerfile'}});
    expectRefused(linked, 'notes');
  });

  it.each<[string, Partial<Attempt>]>([
    ['a bake context', {inputs: {files: 'bake/docker-bake.hcl'}, env: {WHERE: 'pr'}}],
    ['a compose context', {inputs: {files: 'compose.yaml'}, env: {WHERE: 'pr'}}],
    ['a context that an input names', {inputs: {set: '*.context=pr'}}],
    ['a Dockerfile that an input names', {inputs: {set: '*.dockerfile=pr/Dockerfile'}}],
    ['a named context', {inputs: {set: '*.contexts.base=pr'}}],
    ['a secret', {inputs: {set: '*.secrets=id=npmrc,src=pr/app.txt'}}],
    ['a cache', {inputs: {set: '*.cache-from=type=local,src=pr'}}],
    ['a folder of git’s own', {inputs: {set: '*.context=.git/info'}}],
  ])('is refused as %s', async (_, changes) => {
    const {refused, started} = await attempt(workspace, changes);
    expect(refused).toMatch(/On pull_request_target .*(pr|\.git)/);
    // What is named literally was resolved, and nothing more.
    expect(started.filter((args) => /bake/.test(args) && !/--print|--list/.test(args))).toEqual([]);
  });

  it('does not stand in the way of what does not send it', async () => {
    expect((await attempt(workspace)).refused).toBe('');
    const api = await attempt(workspace, {inputs: {files: 'services/api/Dockerfile'}});
    expect(api.refused).toBe('');
  });

  it('of the default branch’s own is built', async () => {
    const two = workspaceAt(origin.main);
    checkOut(origin, origin.old, join(two, 'pr'));
    expect((await attempt(two, {inputs: {files: 'pr/Dockerfile'}})).refused).toBe('');
  });
});

describe('a stranger’s files over a tree of the default branch', () => {
  it.each<[string, (workspace: string) => void, string | RegExp, Attempt['inputs']?]>([
    [
      'copied',
      (at) => {
        const from = checkOut(origin, origin.stranger, join(folder(), 'pr'));
        rmSync(join(from, '.git'), {recursive: true});
        cpSync(from, at, {recursive: true});
      },
      'Dockerfile) is not as commit',
    ],
    [
      'in a file that git is told not to look at',
      (at) => {
        git(at, 'update-index', '--assume-unchanged', 'Dockerfile');
        git(at, 'update-index', '--skip-worktree', 'app.txt');
        writeFileSync(join(at, 'Dockerfile'), 'FROM scratch\nRUN steal\n');
      },
      'Dockerfile) is not as commit',
    ],
    [
      'with an index that has them',
      (at) => {
        writeFileSync(join(at, 'Dockerfile'), 'FROM scratch\nRUN steal\n');
        git(at, 'add', '-A');
      },
      'Dockerfile) is not as commit',
    ],
    [
      'in the context',
      (at) => {
        appendFileSync(join(at, 'app.txt'), 'x');
      },
      'app.txt, which the context',
    ],
    [
      'beside it',
      (at) => {
        writeFileSync(join(at, 'new.txt'), '');
      },
      'new.txt, which the context',
    ],
    [
      'that git ignores',
      (at) => {
        writeFileSync(join(at, 'ignored.txt'), '');
      },
      'ignored.txt, which the context',
    ],
    [
      'that are gone',
      (at) => {
        rmSync(join(at, 'app.txt'));
      },
      'app.txt, which the context',
    ],
    [
      'as an ignore file',
      (at) => {
        appendFileSync(join(at, '.dockerignore'), '!pr\n');
      },
      'ignore file of',
    ],
    [
      'as an ignore file that goes before',
      (at) => {
        writeFileSync(join(at, 'Dockerfile.dockerignore'), '');
      },
      'ignore file of',
    ],
    [
      'as a policy',
      (at) => {
        mkdirSync(join(at, '.github'));
        writeFileSync(join(at, '.github/plimsoll.yml'), 'version: 1\n');
      },
      'a file of the policy',
    ],
    [
      'as what Trivy ignores',
      (at) => {
        writeFileSync(join(at, '.trivyignore'), 'CVE-2020-1\n');
      },
      'a file of the policy',
    ],
    [
      'as a VEX document',
      (at) => {
        writeFileSync(
          join(at, 'vex.json'),
          '{"@context": "https://openvex.dev/ns/v0.2.0", "statements": []}',
        );
      },
      'a file of the policy',
      {policy: 'version: 1\nvex: [vex.json]'},
    ],
    [
      'as a bake file that is found first',
      (at) => {
        writeFileSync(join(at, 'docker-bake.hcl'), 'target "default" {}\n');
      },
      'docker-bake.hcl',
      {files: ''},
    ],
    [
      'as variables of compose',
      (at) => {
        writeFileSync(join(at, '.env'), 'WHERE=pr\n');
      },
      '.env',
      {files: 'compose.yaml'},
    ],
    [
      'as another compose file',
      (at) => {
        writeFileSync(join(at, 'compose.override.yaml'), '');
      },
      'compose.override.yaml',
      {files: ''},
    ],
    [
      'as what a compose file includes',
      (at) => {
        writeFileSync(join(at, 'inc/part.yaml'), 'services: {other: {build: ../pr}}\n');
      },
      'inc/part.yaml) is not as commit',
      {files: 'inc/compose.yaml'},
    ],
    [
      'as variables of what is included',
      (at) => {
        writeFileSync(join(at, 'inc/.env'), 'WHERE=pr\n');
      },
      '(inc/.env) is not in commit',
      {files: 'inc/compose.yaml'},
    ],
    [
      'as a link',
      (at) => {
        rmSync(join(at, 'app.txt'));
        symlinkSync('Dockerfile', join(at, 'app.txt'));
      },
      'app.txt, which the context',
    ],
    [
      'as a folder that is a link',
      (at) => {
        rmSync(join(at, 'services'), {recursive: true});
        symlinkSync('.', join(at, 'services'));
      },
      'services',
      {files: 'services/api/Dockerfile'},
    ],
  ])('%s are refused', async (...row) => {
    // By name jest would take the last one, where a row is shorter, for a callback.
    const [, attack, reason, inputs] = row;
    const workspace = workspaceAt(origin.main);
    attack(workspace);
    const {refused} = await attempt(workspace, {inputs: {...inputs}});
    expect(refused).toMatch(reason);
    expect(refused).toContain('On pull_request_target');
  });

  it('may lie where nothing is sent of them', async () => {
    const workspace = workspaceAt(origin.main);
    mkdirSync(join(workspace, 'notes'));
    writeFileSync(join(workspace, 'notes/x'), 'held back by the ignore file');
    expect((await attempt(workspace)).refused).toBe('');
  });

  it('may lie where compose does not look for what a file includes', async () => {
    const workspace = workspaceAt(origin.main);
    writeFileSync(join(workspace, 'part.yaml'), 'services: {other: {build: pr}}\n');
    const {refused, images} = await attempt(workspace, {inputs: {files: 'inc/compose.yaml'}});
    expect({refused, images}).toEqual({refused: '', images: ['web']});
  });
});

describe('a reference to what is elsewhere', () => {
  it.each<[string, string]>([
    ['from a variable', 'https://github.com/stranger/x.git#main'],
    ['from a variable, to a branch of this repository', 'https://github.com/o/r.git#main'],
    ['in scp’s form', 'git@github.com:stranger/x.git'],
    ['with a user of its own', 'me@github.com:stranger/x.git'],
    ['to an archive', 'https://stranger.example/x.tar.gz'],
  ])('%s is refused', async (_, WHERE) => {
    const workspace = workspaceAt(origin.main);
    // Without an agent bake itself refuses what would need one.
    const socket = join(folder(), 'agent');
    const agent = createServer().listen(socket);
    const env = {WHERE, SSH_AUTH_SOCK: socket};
    const tried = await attempt(workspace, {inputs: {files: 'bake/docker-bake.hcl'}, env});
    agent.close();
    expect(tried.refused).toContain('On pull_request_target');
  });

  it('is held to its commit where it leads to this repository', async () => {
    const workspace = workspaceAt(origin.main);
    const to = async (sha: string): Promise<string> => {
      const env = {WHERE: `https://github.com/o/r.git#${sha}:services/api`};
      return (await attempt(workspace, {inputs: {files: 'bake/docker-bake.hcl'}, env})).refused;
    };
    expect([await to(origin.old), await to(origin.main)]).toEqual(['', '']);
    expect(await to(origin.stranger)).toContain('main does not have it');
  });

  it('is meant where the committed definition has it in so many words', async () => {
    const workspace = workspaceAt(origin.main);
    expect((await attempt(workspace, {inputs: {files: 'bake/literal.hcl'}})).refused).toBe('');
  });
});

describe('a submodule', () => {
  it('is built at the commit that is recorded, and at no other one', async () => {
    const library = folder({'lib.txt': 'one\n', Dockerfile: 'FROM scratch\nCOPY lib.txt /\n'});
    git(library, 'init', '-q', '-b', 'main');
    commit(library);
    const own = makeOriginWith(library);
    const workspace = join(folder(), 'ws');
    git(own.path, 'clone', '-q', '--recurse-submodules', own.path, workspace);
    const server = await startGitHub({});
    const go = (files: string): Promise<Tried> =>
      attempt(workspace, {sha: own.sha, url: server.url, inputs: {files}});
    expect([(await go('Dockerfile')).refused, (await go('lib/Dockerfile')).refused]).toEqual([
      '',
      '',
    ]);
    writeFileSync(join(workspace, 'lib/lib.txt'), 'two\n');
    git(join(workspace, 'lib'), 'config', 'user.name', 'Lab');
    commit(join(workspace, 'lib'));
    expect((await go('Dockerfile')).refused).toContain('lib/lib.txt, which the context');
    expect((await go('lib/Dockerfile')).refused).toContain('On pull_request_target');
    await server.end();
  });
});

function makeOriginWith(library: string): {readonly path: string; readonly sha: string} {
  const path = folder({Dockerfile: 'FROM scratch\nCOPY lib /lib\n', '.dockerignore': '.git\n'});
  git(path, 'init', '-q', '-b', 'main');
  git(path, 'submodule', 'add', '-q', library, 'lib');
  return {path, sha: commit(path)};
}
