/**
 * Rule 13, through the whole gate: what docker, buildx and compose start on their own runs no program of a
 * repository's configuration either, and a nested repository takes neither policy nor guard away.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {runAction} from '../support/action.ts';
import {canaries, nestedRepository} from '../support/canaries.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {committed, git} from '../support/git.ts';
import {lab} from '../support/lab.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();
const own = canaries(folder());
const NO_SET = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, BUILDX_GIT_LABELS: 'full'};

/** Built from a compose file in a folder that is a bare repository in the open. */
function attacked(head: string): {readonly root: string; readonly sha: string} {
  const settings = `\tworktree = .\n\tfsmonitor = "${own.program('nested')}; false"\n[remote "origin"]\n\turl = /nowhere\n\tuploadpack = ${own.program('uploadpack')}\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n`;
  const nested = Object.entries(nestedRepository(settings, head)).map(
    ([name, text]) => [`services/api/${name}`, text] as const,
  );
  const root = folder({
    '.github/plimsoll.yml': 'version: 1\nrules: {user: {require: numeric, level: error}}\n',
    'services/api/Dockerfile': 'FROM scratch\nCOPY Dockerfile /\nUSER app\n',
    'services/api/compose.yaml': 'services: {api: {build: .}}\n',
    ...Object.fromEntries(nested),
  });
  const sha = committed(root);
  const programs = {'core.fsmonitor': 'fsmonitor', 'core.sshCommand': 'ssh', 'core.pager': 'pager'};
  for (const [key, name] of Object.entries(programs)) git(root, 'config', key, own.program(name));
  return {root, sha};
}

describe('a bare repository that a pull request commits', () => {
  it('runs nothing by the command, and the policy of the root is read', () => {
    const {root} = attacked('f'.repeat(40));
    const reports = folder();
    own.ran();
    runCommand({
      args: ['--report-dir', reports, join(root, 'services/api')],
      env: NO_SET,
    });
    expect(own.ran()).toEqual([]);
    const {violations, images} = readReport(reports);
    expect(images.map(({state}) => state)).toEqual(['built']);
    expect(violations).toContainEqual(expect.objectContaining({rule: 'user', level: 'error'}));
  });

  it('runs nothing by the action, and does not pass for the event’s own commit', () => {
    const base = 'e'.repeat(40);
    const {root} = attacked(base);
    const job = folder();
    const event = join(job, 'event.json');
    writeFileSync(event, JSON.stringify({repository: {default_branch: 'main'}}));
    own.ran();
    const built = (name: string): readonly string[] => {
      const ran = runAction({
        ...{job, workspace: root},
        inputs: {
          ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum, sarif: 'off'},
          ...{'db-repositories': dbRepositories, workdir: 'services/api'},
        },
        env: {
          ...{...NO_SET, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: event, GITHUB_SHA: base},
          ...{GITHUB_REF: 'refs/heads/main', GITHUB_REPOSITORY: 'o/r'},
        },
      });
      const {images} = readReport(ran.outputs.get('report-dir') ?? '');
      return images.map(({state}) => state);
    };
    expect(built('pull_request_target')).toEqual([]);
    expect(own.ran()).toEqual([]);
    expect(built('pull_request')).toEqual(['built']);
    expect(own.ran()).toEqual([]);
  });
});
