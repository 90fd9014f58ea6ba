/** A second run on one machine: what the first one has kept is used, and never believed. */
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {readReport, runCommand, type Ran} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const POLICY = 'version: 1\nrules: {user: {level: off}, healthcheck: {level: off}}';
const [machine, work] = [folder(), folder({Dockerfile: 'FROM debian:bookworm-slim\n'})];

interface Run extends Ran {
  readonly reports: string;
}

function run(): Run {
  const reports = folder();
  const args = ['--policy', POLICY, '--keep', '--report-dir', reports, work];
  const env = {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, RUNNER_TOOL_CACHE: machine};
  return {...runCommand({args, env}), reports};
}

/** The folder of its image, which goes when it was looked at. */
function blobsOf({stderr}: Run): readonly string[] {
  const layout = /linux\/amd64 {2}(\/\S+)/.exec(stderr)?.[1] ?? '';
  const names = readdirSync(join(layout, 'blobs/sha256'));
  rmSync(join(layout, '..'), {recursive: true});
  return names.sort();
}

function kept(): readonly string[] {
  const shelf = join(machine, 'plimsoll/blobs');
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf).flatMap((image) =>
    readdirSync(join(shelf, image))
      // Beside them lies the list that they are held to.
      .filter((name) => name !== 'contents')
      .map((name) => join(shelf, image, name)),
  );
}

const REPEATED = 'the answer of an earlier run to the same question';

describe('a second run', () => {
  let first: Run;
  let blobs: readonly string[];
  beforeAll(() => {
    first = run();
    blobs = blobsOf(first);
  });

  it('gives the same layout and the same verdict, and scans nothing', () => {
    const second = run();
    expect(first.stderr).not.toContain(REPEATED);
    expect(second.stderr).toContain(REPEATED);
    expect(second.status).toBe(first.status);
    expect(blobsOf(second)).toEqual(blobs);
    const imagesOf = ({reports}: Run): unknown =>
      readReport(reports).images.map(({findings, packages, layers}) => [
        findings,
        packages,
        layers,
      ]);
    expect(imagesOf(second)).toEqual(imagesOf(first));
  });

  it('holds nothing of an image that is another one now', () => {
    const [before] = kept();
    writeFileSync(join(work, 'Dockerfile'), 'FROM busybox\n');
    const names = blobsOf(run());
    expect(names).not.toContain(before?.split('/').at(-1));
    expect(kept().every((path) => names.includes(path.split('/').at(-1) ?? ''))).toBe(true);
    writeFileSync(join(work, 'Dockerfile'), 'FROM debian:bookworm-slim\n');
    blobsOf(run());
  });

  it('does not believe a layer that was changed since, and has it anew', () => {
    const [path = ''] = kept();
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    rmSync(path);
    writeFileSync(path, bytes);
    const damaged = run();
    expect(damaged.status).toBe(first.status);
    expect(damaged.stderr).toMatch(/What an earlier run has kept is not what it was \(blobs\//);
    expect(blobsOf(damaged)).toEqual(blobs);
    expect(kept().length).toBeGreaterThan(0);
  });
});
