/** Who reads what we print, and the runner's files, may go away: that costs what would stand there, and no verdict. */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {runAction} from '../support/action.ts';
import {BUNDLE} from '../support/command.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
/** Builds nothing: its end is a mistake in the policy. */
const MISTAKEN = {
  Dockerfile: 'FROM scratch\n',
  '.github/plimsoll.yml': 'version: 1\nrules: {nothing: {}}\n',
};

it.each([
  ['node', '2>&1 | head -1'],
  ['node', '2>/dev/null | head -c 1'],
  ['node', '2>&1 >/dev/null | true'],
])('%s with its output to %s ends as without', (_, pipe) => {
  const repository = folder(MISTAKEN);
  const run = (rest: string): string =>
    spawnSync(
      'bash',
      [
        '-c',
        `"${process.execPath}" "${BUNDLE}" "${repository}" ${rest}; echo status \${PIPESTATUS[0]}`,
      ],
      {encoding: 'utf8'},
    ).stdout;
  expect(run(pipe)).toContain('status 64');
  expect(existsSync(join(repository, '.plimsoll/report.json'))).toBe(true);
  expect(run('>/dev/null 2>&1')).toContain('status 64');
});

it('keeps its verdict where the runner’s own files cannot be written, and says each once', () => {
  const workspace = folder(MISTAKEN);
  const gone = join(workspace, 'gone/file');
  const env = {GITHUB_OUTPUT: gone, GITHUB_STATE: gone, GITHUB_STEP_SUMMARY: gone};
  const {status, stdout, stderr} = runAction({job: folder(), workspace, env});
  expect({status, stderr}).toEqual({status: 1, stderr: ''});
  const warnings = stdout.split('\n').filter((line) => line.startsWith('::warning'));
  const said = (what: string) =>
    expect.stringMatching(
      new RegExp(`The ${what} of this step could not be written, and its verdict stands`),
    );
  expect(warnings.toSorted()).toEqual([said('outputs'), said('step summary')]);
});
