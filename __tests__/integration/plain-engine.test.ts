/** An engine without the containerd image store, as some hosted runners have it. */
import {execFileSync} from 'node:child_process';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {join} from 'node:path';
import {readReport, ROOT, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {variable} from '../support/lab.ts';

const folder = folders();

beforeAll(() => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'engine-plain'], {stdio: 'pipe'});
}, 120_000);

describe('an engine that cannot export OCI layouts', () => {
  it('is named, with the two ways out, and nothing is judged clean', () => {
    const reports = folder();
    const work = folder({Dockerfile: 'FROM scratch\nCOPY Dockerfile /x\nUSER 1\n'});
    const {status, stderr} = runCommand({
      args: ['--report-dir', reports, work],
      env: {DOCKER_HOST: variable('PLIMSOLL_LAB_PLAIN_ENGINE'), PLIMSOLL_SET: undefined},
    });
    expect(status).toBe(2);
    expect(stderr).toContain('docker buildx create --use --driver docker-container');
    expect(stderr).toContain('"containerd-snapshotter": true');
    expect(readReport(reports)).toMatchObject({verdict: 'unable', images: [{state: 'not-built'}]});
  });
});
