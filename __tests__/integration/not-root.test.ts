/** The gate by a user who is not root: the scanner runs as that user, and leaves nothing that it cannot remove. */
import {execFileSync, spawnSync} from 'node:child_process';
import {chownSync, copyFileSync, cpSync, linkSync, mkdirSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, it} from '@jest/globals';
import {readReport, ROOT} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const {trivyUrl, trivyChecksum, dbRepositories} = lab();
const folder = folders();
const UID = 23_456;

/** The group that may talk to the engine: of its socket. */
const gid = statSync('/var/run/docker.sock').gid;

it('scans confined, as itself', () => {
  const home = folder({
    'work/Dockerfile': 'FROM debian:bookworm-slim\nUSER 1000\nHEALTHCHECK CMD ["/bin/true"]\n',
    'work/.github/plimsoll.yml':
      'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {level: off}}\n',
  });
  // What lies in root's own folders is given to it under other names.
  const node = join(home, 'node');
  try {
    linkSync(process.execPath, node);
  } catch {
    copyFileSync(process.execPath, node);
  }
  cpSync(join(ROOT, 'dist'), join(home, 'dist'), {recursive: true});
  copyFileSync(join(ROOT, 'package.json'), join(home, 'package.json'));
  copyFileSync(fileURLToPath(trivyUrl), join(home, 'trivy.tar.gz'));
  mkdirSync(join(home, 'temporary'));
  execFileSync('chown', ['-R', `${UID}:${gid}`, join(home, 'work'), join(home, 'temporary')]);
  chownSync(home, UID, gid);
  const ran = spawnSync(
    node,
    [join(home, 'dist/index.js'), '--report-dir', join(home, 'report'), join(home, 'work')],
    {
      ...{uid: UID, gid, cwd: home, encoding: 'utf8'},
      env: {
        ...{PATH: '/usr/bin:/bin', HOME: home, RUNNER_TEMP: join(home, 'temporary')},
        PLIMSOLL_TRIVY_URL: `file://${join(home, 'trivy.tar.gz')}`,
        PLIMSOLL_TRIVY_CHECKSUM: trivyChecksum,
        PLIMSOLL_DB_REPOSITORIES: dbRepositories,
      },
    },
  );
  expect({status: ran.status, stderr: ran.stderr}).toMatchObject({status: 0});
  const report = readReport(join(home, 'report'));
  expect(report.verdict).toBe('pass');
  expect(report.runs[0]?.scanner).toMatchObject({verified: true, confined: true});
  expect(report.images[0]?.packages?.length).toBeGreaterThan(50);
  expect(readdirSync(join(home, 'temporary'))).toEqual([]);
});
