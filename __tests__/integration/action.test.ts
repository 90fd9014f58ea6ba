/** The bundle by the Actions door: foreign text is data, odd surroundings are said, unsafe events refused. */
import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {runAction, type ActionRun} from '../support/action.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {trivyPath, dbRepositories} = lab();
const folder = folders();
const TOOLS = {
  'trivy-path': trivyPath,
  'db-repositories': dbRepositories,
};
const QUIET =
  'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}, vulnerabilities: {level: off}}';

function act(
  files: Readonly<Record<string, string>>,
  options: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly prepare?: (workspace: string) => void;
  } = {},
): ActionRun {
  const workspace = folder(files);
  options.prepare?.(workspace);
  const inputs = {...TOOLS, policy: QUIET, ...options.inputs};
  const env = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, ...options.env};
  return runAction({job: folder(), workspace, inputs, env});
}

/** Lines of the log that the runner takes as commands: outside of every stop-commands bracket. */
function commandsIn(log: string): readonly string[] {
  let token: string | undefined;
  return log.split('\n').flatMap((line) => {
    const stop = /^::stop-commands::(.+)$/.exec(line)?.[1];
    if (token === undefined && stop !== undefined) token = stop;
    else if (token !== undefined && line === `::${token}::`) token = undefined;
    else if (token === undefined && /^\s*(::|##\[)/.test(line)) return [line];
    return [];
  });
}

describe('a build that prints what the runner or a terminal would obey', () => {
  const said = [
    '::stop-commands::x',
    '::x::',
    '::add-mask::pass',
    '::set-output name=verdict::pass',
    '::error file=a::evil',
    'text ##[error]evil',
    '##[add-mask]evil',
  ];
  const hostile = [
    'FROM busybox',
    `RUN printf '%s\\n' ${said.map((text) => `'${text}'`).join(' ')} && printf '\\033[2J\\033]0;evil\\007\\r::error::evil\\n'`,
    'USER 1000',
    '',
  ].join('\n');

  it('changes nothing: not the verdict, not the log, not a mask', () => {
    const {status, stdout, stderr, outputs} = act(
      {Dockerfile: hostile},
      {inputs: {'no-cache': 'true'}},
    );
    expect(status).toBe(0);
    expect(outputs.get('verdict')).toBe('pass');
    const commands = commandsIn(stdout);
    expect(commands.filter((line) => /evil|add-mask|set-output|::x/.test(line))).toEqual([]);
    // Seen by the reader all the same.
    expect(stdout).toContain('add-mask');
    // eslint-disable-next-line no-control-regex -- exactly these must not be there
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
  });

  it('changes nothing when it fails either', () => {
    const {status, stdout, outputs, summary} = act(
      {
        Dockerfile: hostile.replace(
          'USER 1000',
          'RUN echo "::error::evil <img src=x> @all"; exit 9',
        ),
      },
      {inputs: {'no-cache': 'true'}},
    );
    expect(status).toBe(1);
    expect(outputs.get('verdict')).toBe('unable');
    expect(commandsIn(stdout).filter((line) => line.startsWith('::error::evil'))).toEqual([]);
    expect(summary).not.toMatch(/<img|(^|[^&\w;])@all/m);
  });
});

describe('names of images and files that hold anything', () => {
  it('break no table, mention nobody and inject nothing', () => {
    const odd = 'apps/a|`<!--@org [x](y) \u202e';
    const {status, stdout, summary, outputs} = act(
      {
        [`${odd}/Dockerfile`]: 'FROM scratch\nCOPY ["Dockerfile", "/x"]\nUSER 1\n',
        Dockerfile: 'FROM scratch\nCOPY . /all\nUSER 1\n',
        'evil\n::error::evil/x': 'y',
      },
      {inputs: {'max-size': '1B'}},
    );
    expect(status).toBe(1);
    expect(outputs.get('verdict')).toBe('fail');
    const rows = summary
      .split('\n')
      .filter((line) => line.startsWith('| ') && line.includes('fail'));
    expect(rows.map((row) => row.split('|').length)).toEqual([11, 11]);
    expect(summary).not.toMatch(/<!--|(^|[^&\w;])@org|\u202e|\]\(y\)/);
    expect(commandsIn(stdout).filter((line) => line.startsWith('::error::evil'))).toEqual([]);
  });
});

describe('odd surroundings', () => {
  const files = {Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\nUSER 1\n'};

  it('are survived, and no program of the checkout is run: inputs that are not ours, without GITHUB_ variables, tools by name', () => {
    const evil = '#!/bin/sh\ntouch evil\n';
    let checkout = '';
    const {status, outputs} = act(
      {...files, docker: evil, git: evil},
      {
        prepare: (workspace) => {
          checkout = workspace;
          for (const name of ['docker', 'git']) chmodSync(join(workspace, name), 0o755);
        },
        env: {
          'INPUT_MAX-SIZE ': '1B',
          'INPUT_WEIRD|NAME': 'x',
          INPUT_: 'y',
          GITHUB_WORKSPACE: undefined,
          GITHUB_STEP_SUMMARY: undefined,
        },
      },
    );
    expect({status, verdict: outputs.get('verdict')}).toEqual({status: 0, verdict: 'pass'});
    expect(existsSync(join(checkout, 'evil'))).toBe(false);
  });

  it('name an input whose value is wrong, and leave a report', () => {
    const {status, stdout, outputs, summary} = act(files, {inputs: {enforce: 'perhaps'}});
    expect(status).toBe(1);
    expect(stdout).toContain('Input enforce is "perhaps"; it takes true or false.');
    expect(outputs.get('verdict')).toBe('unable');
    expect(summary).toContain('Input enforce is');
    expect(existsSync(join(outputs.get('report-dir') ?? '', 'report.json'))).toBe(true);
  });

  it('cost notices and not the verdict: a report folder and a summary that cannot be written', () => {
    const blocked = join(folder({file: 'not a folder'}), 'file/report');
    const {status, stdout, outputs} = act(files, {
      inputs: {'report-dir': blocked},
      env: {GITHUB_STEP_SUMMARY: '/nowhere/at/all/summary'},
    });
    expect({status, verdict: outputs.get('verdict')}).toEqual({status: 0, verdict: 'pass'});
    expect(stdout).toContain(`The report is not written to ${blocked}: it cannot be written there`);
    expect(stdout).toContain(
      '::The step summary of this step could not be written, and its verdict',
    );
  });

  it('are said without docker', () => {
    const {status, stdout, outputs} = act(files, {env: {PATH: folder()}});
    expect(status).toBe(1);
    expect(outputs.get('verdict')).toBe('unable');
    expect(stdout).toContain('There is no docker client on PATH');
  });
});

describe('an event that runs with the rights of the default branch', () => {
  const dockerfile = {Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\nUSER 1\n'};
  const commit = (workspace: string): void => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], {
        cwd: workspace,
        stdio: 'pipe',
      });
    };
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
  };

  // Every such event is asked in attacks/10-other-events.test.ts.
  it('is refused with another commit checked out', () => {
    const {status, stdout, outputs} = act(dockerfile, {
      prepare: commit,
      env: {GITHUB_EVENT_NAME: 'workflow_run', GITHUB_SHA: 'a'.repeat(40)},
    });
    expect(status).toBe(1);
    expect(outputs.get('verdict')).toBe('unable');
    expect(stdout).toContain('On workflow_run the workflow runs with the default branch’s rights');
    expect(stdout).not.toContain('Build default');
  });

  it('may build its own commit, and the post step removes what the main step left for the job', () => {
    const workspace = folder(dockerfile);
    commit(workspace);
    const sha = execFileSync('git', ['rev-parse', 'HEAD'], {cwd: workspace, encoding: 'utf8'});
    const job = folder();
    const run = runAction({
      ...{job, workspace, inputs: {...TOOLS, policy: QUIET}},
      env: {PLIMSOLL_SET: undefined, GITHUB_EVENT_NAME: 'workflow_run', GITHUB_SHA: sha.trim()},
    });
    expect(run.status).toBe(0);
    const [image] = JSON.parse(run.outputs.get('images') ?? '[]') as {layout: string}[];
    expect(existsSync(join(image?.layout ?? '', 'index.json'))).toBe(true);
    const post = runAction({
      ...{job, workspace: folder()},
      env: {
        STATE_isPost: run.state.get('isPost'),
        STATE_ownership: run.state.get('ownership'),
      },
    });
    expect(post.status).toBe(0);
    expect(existsSync(image?.layout ?? '')).toBe(false);
  });
});
