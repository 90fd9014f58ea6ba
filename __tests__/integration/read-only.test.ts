/** Folders that cannot be written: the disk itself is read-only, for root too. */
import {execFileSync} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {runCommand, type Ran} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {committed} from '../support/git.ts';
import {readOnlyDisk} from '../support/small-disk.ts';

let unmount: () => void;
// Before the folders themselves go.
afterAll(() => {
  unmount();
});
const folder = folders();
const disk = folder();
const work = folder({
  Dockerfile: 'FROM debian:bookworm-slim\nUSER 1000\n',
  '.github/plimsoll.yml':
    'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {fail-on: critical}}\n',
});
beforeAll(() => {
  committed(work);
  unmount = readOnlyDisk(disk);
});

describe('the user’s cache folder and the report folder', () => {
  let ran: Ran;
  beforeAll(() => {
    const env = {XDG_CACHE_HOME: disk, RUNNER_TOOL_CACHE: undefined};
    ran = runCommand({cwd: work, env, args: [`--report-dir=${disk}/out`]});
  });

  it('change no verdict, and each is said once with its reason', () => {
    expect(ran.status).toBe(0);
    expect(ran.stderr).toContain(
      `keep: The folder ${disk}/plimsoll cannot be written (EROFS: read-only file system`,
    );
    expect(ran.stderr).toContain(
      `folder: The report is not written to ${disk}/out: it cannot be written there (EROFS: read-only file system`,
    );
    expect(ran.stderr).not.toContain('The folder for temporary files');
  });

  it('leave the report in another place, which is there', () => {
    const [, place = ''] = /The whole report: (\S+)/.exec(ran.stderr) ?? [];
    expect(place).not.toContain(disk);
    expect(execFileSync('ls', [place], {encoding: 'utf8'})).toContain('report.json');
  });
});

it('the folder for temporary files is named, and nothing else is blamed', () => {
  const {status, stderr} = runCommand({cwd: work, env: {TMPDIR: disk}, args: []});
  expect(status).toBe(2);
  expect(stderr).toContain(
    `The folder for temporary files, ${disk}, cannot be used (EROFS: read-only file system`,
  );
});
