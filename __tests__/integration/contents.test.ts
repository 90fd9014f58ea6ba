/** What is in an image, on builds of the real BuildKit: waste and tools with their lines, and the final tree against the one that BuildKit itself exports. */
import {execFileSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {TarReader} from '../../src/domain/archive/tar.ts';
import type {TreeEntry} from '../../src/domain/archive/entry.ts';
import {Tree} from '../../src/domain/image/tree.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {layersIn} from '../support/layouts.ts';

lab();
const folder = folders();

const WASTEFUL = [
  'FROM debian:bookworm-slim',
  'RUN mkdir -p /var/lib/apt/lists/x && head -c 4000000 /dev/urandom > /var/lib/apt/lists/x/y',
  'RUN mkdir -p /srv/app && head -c 3000000 /dev/urandom > /srv/app/data',
  'RUN head -c 2000000 /dev/urandom > /tmp/source.tar.gz',
  'RUN rm -r /var/lib/apt/lists/x',
  'RUN chown -R 1000:1000 /srv/app',
  'RUN rm /tmp/source.tar.gz && head -c 9000000 /dev/zero > /filler',
  'USER 1000',
  '',
].join('\n');

describe('bytes that nobody sees', () => {
  it('are named with the line that brought and the line that removed them', () => {
    const reports = folder();
    const work = folder({Dockerfile: WASTEFUL});
    const {stderr} = runCommand({
      args: [
        '--report-dir',
        reports,
        '--policy',
        'version: 1\nrules: {healthcheck: {level: off}, waste: {max: 5%}}',
        work,
      ],
      env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
    });
    const report = readReport(reports);
    const [image] = report.images;
    const told = (image?.waste ?? [])
      .slice(0, 3)
      .map(({kind, path, bytes, made, killed}) =>
        [kind, path, bytes, made.place?.startLine, killed.place?.startLine].join(' '),
      );
    expect(told).toEqual([
      'apt lists var/lib/apt/lists 4000000 2 5',
      'owner or mode changed srv/app 3000000 3 6',
      'deleted archive tmp/source.tar.gz 2000000 4 7',
    ]);
    expect((image?.inUseBytes ?? 0) + (image?.wasteBytes ?? 0)).toBe(image?.unpackedBytes);
    expect(report.violations).toMatchObject([
      {rule: 'build-tools', level: 'warning', place: {startLine: 1}},
      {rule: 'waste', level: 'warning', place: {file: 'Dockerfile', startLine: 2}},
    ]);
    expect(stderr).toContain(
      'apt lists, /var/lib/apt/lists: by Dockerfile:2, gone by Dockerfile:5',
    );
  });
});

const AWKWARD = [
  'FROM busybox',
  'RUN mkdir -p /a/b/c /opaque/x && echo 1 > /a/b/c/f && ln /a/b/c/f /a/hard && echo z > /opaque/x/y',
  'RUN ln -s /a/b /link && ln -s nowhere /dangling && mkdir -m 1777 /sticky && touch "/name with |<>" && mkfifo /pipe',
  'RUN ln /a/b/c/f /a/second && echo more >> /a/b/c/f',
  'RUN rm -r /opaque && mkdir /opaque && echo new > /opaque/new',
  'RUN rm -r /a/b && echo file > /a/b && chmod 4755 /bin/busybox',
  'RUN rm /a/b && mkdir /a/b && echo back > /a/b/back && rm /link && mkdir /link && echo in > /link/in',
  'RUN chown -h 12:34 /dangling && truncate -s 3000000 /sparse && i=0; while [ $i -lt 120 ]; do d=$d/long; i=$((i+1)); done; mkdir -p $d && echo x > $d/f',
  'RUN touch "$(printf \'/odd-\\377\')"',
  '',
].join('\n');

/** `kind mode owner size target` by path, hard links by what they lead to. */
function listing(entries: readonly TreeEntry[][]): ReadonlyMap<string, string> {
  const tree = new Tree();
  for (const layer of entries) tree.apply(layer);
  return new Map(
    [...tree.entries()].map(({path, node}) => [
      path,
      [node.kind, node.mode.toString(8), node.uid, node.gid, node.size, node.target ?? ''].join(
        ' ',
      ),
    ]),
  );
}

describe('the final tree', () => {
  it('is the one that BuildKit exports: names, kinds, sizes, modes, owners, targets', () => {
    const work = folder({Dockerfile: AWKWARD});
    const out = folder();
    const build = (output: string): void => {
      execFileSync(
        'docker',
        ['buildx', 'build', '--quiet', '--provenance=false', '--output', output, work],
        {stdio: 'pipe'},
      );
    };
    build(`type=oci,dest=${out}/layout,tar=false`);
    build(`type=tar,dest=${out}/rootfs.tar`);
    const exported: TreeEntry[] = [];
    const reader = new TarReader({onEntry: (entry) => exported.push(entry), wants: () => false});
    reader.write(execFileSync('cat', [join(out, 'rootfs.tar')], {maxBuffer: 1e9}));
    reader.end();
    const ours = listing(layersIn(join(out, 'layout')));
    const theirs = listing([exported]);
    expect(ours.size).toBeGreaterThan(400);
    expect([...ours].sort()).toEqual([...theirs].sort());
    expect(readdirSync(out).sort()).toEqual(['layout', 'rootfs.tar']);
  });
});
