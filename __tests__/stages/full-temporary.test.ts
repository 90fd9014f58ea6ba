/** A temporary folder without room is named, and neither the cache nor Plimsoll is blamed for it. */
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {describeFailure} from '../../src/domain/build/failures.ts';
import {parseInputs} from '../../src/inputs.ts';
import {run} from '../../src/main.ts';
import {check} from '../../src/modes/check.ts';
import {importTrouble} from '../../src/stages/build/import-watch.ts';
import {requireRoom} from '../../src/stages/start/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {smallDisk} from '../support/small-disk.ts';

let small = '';
let undo = (): void => undefined;
beforeAll(() => {
  small = folder();
  undo = smallDisk(small, '64k');
});
// Before the folders are removed.
afterAll(() => {
  undo();
});
const folder = folders();
const NAMED =
  /^The folder for temporary files, .+, cannot be used \(E.+\): make room in it, or set TMPDIR/;

describe('a temporary folder', () => {
  it('that is full ends the run at its start, and what is in it stays', async () => {
    const full = join(small, 'full');
    try {
      writeFileSync(full, Buffer.alloc(4_000_000));
    } catch {
      // That it ends is meant.
    }
    const [work, statuses] = [folder({Dockerfile: 'FROM busybox\n'}), [] as number[]];
    const deps = testDeps({
      ...{cwd: work, temporary: small},
      end: (status) => statuses.push(status),
    });
    await run(deps);
    rmSync(full);
    const report: unknown = JSON.parse(readFileSync(join(work, '.plimsoll/report.json'), 'utf8'));
    expect(report).toMatchObject({
      verdict: 'unable',
      error: {kind: 'tool', message: expect.stringMatching(NAMED)},
    });
    expect(statuses).toEqual([2]);
  });

  it('that has room is not said', async () => {
    await expect(requireRoom(testDeps({temporary: folder()}))).resolves.toBeUndefined();
  });

  it('in which no folder can be made is named, and the report lies where there is room', async () => {
    const work = folder({Dockerfile: 'FROM busybox\n', file: ''});
    const deps = testDeps({door: 'action', cwd: work, temporary: join(work, 'file')});
    await run({...deps, workflow: {...deps.workflow, env: {...deps.workflow.env, INPUT_MODE: ''}}});
    const report: unknown = JSON.parse(readFileSync(join(work, '.plimsoll/report.json'), 'utf8'));
    expect(report).toMatchObject({error: {message: expect.stringMatching(NAMED)}});
  });
});

describe('a build that fills it', () => {
  const error =
    'failed to copy: failed to send write: rpc error: code = Unknown desc = write /tmp/layouts/image-0/ingest/b6/data: no space left on device';
  const step = {
    ...{digest: 'a', names: new Set(['exporting to oci image format']), cached: false, error},
    ...{transferredBytes: 0, seconds: 0, inputs: [], output: []},
  };
  const failed = (folder: string): string =>
    describeFailure({stderr: '', steps: [step], dockerfiles: new Map(), folder}).message;

  it('is told by the folder that the images are written in, and not by the engine’s disk', () => {
    expect(failed('/tmp/layouts')).toMatch(
      /^The disk is full where the images are written \(\/tmp\): /,
    );
    expect(failed('/other')).toMatch(/^The disk is full: .*docker system prune/);
  });

  it('is no fault of the build cache', () => {
    expect(importTrouble([step], {isFailed: true})).toBeUndefined();
    const bad = {...step, error: 'failed to copy: unexpected digest'};
    expect(importTrouble([bad], {isFailed: true})).toMatch(/gave what it should not/);
  });
});

describe('the report of an earlier run', () => {
  /** Before anything is asked of git, docker or the network: the run ends there. */
  const start = async (work: string): Promise<void> => {
    const deps = testDeps({cwd: work});
    const inputs = parseInputs({}, {invocation: 'command', cwd: work, json: false, keep: false});
    const makeTemporary = (): Promise<never> => Promise.reject(new Error('killed'));
    await expect(check(inputs, {...deps, files: {...deps.files, makeTemporary}})).rejects.toThrow(
      'killed',
    );
    // Its timers with it.
    deps.abort(new Error('over'));
  };

  it('is gone where this one was killed; a file of somebody else stays', async () => {
    const ours = JSON.stringify({tool: {name: 'plimsoll'}, verdict: 'pass'});
    const [work, other] = [
      folder({'.plimsoll/report.json': ours, '.plimsoll/record.json': '{}'}),
      folder({'.plimsoll/report.json': '{"verdict": "pass"}'}),
    ];
    await start(work);
    expect(existsSync(join(work, '.plimsoll/report.json'))).toBe(false);
    expect(existsSync(join(work, '.plimsoll/record.json'))).toBe(true);
    await start(other);
    expect(existsSync(join(other, '.plimsoll/report.json'))).toBe(true);
  });
});
