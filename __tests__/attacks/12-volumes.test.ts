/**
 * Rule 12 and 19: what is started may do little, and takes no more of the machine than it is given. The
 * attacker wrote the image that `healthcheck: passing` starts; in their hands are its files and its
 * config. They must not get disk of the engine's machine by way of a volume, and an image that means no
 * harm must find in its volumes what it has put there.
 */
import {createHash} from 'node:crypto';
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {Owned} from '../../src/deps.ts';
import type {Layout} from '../../src/domain/layout.ts';
import {boundedVolumes} from '../../src/domain/health/volumes.ts';
import type {RunningHealth} from '../../src/domain/health/running.ts';
import {indexSchema, manifestSchema} from '../../src/domain/image/manifest.ts';
import {isKnown, type Known} from '../../src/domain/known.ts';
import {findHealth} from '../../src/stages/gather/health/index.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {ROOT} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {buildLayout} from '../support/scan.ts';

const folder = folders();
const MOST = 2 ** 28;

/** Starts it, and expects that nothing of it stays in the engine. */
async function start(layout: Layout): Promise<Known<RunningHealth>> {
  const deps = testDeps();
  const {facts} = await readImage(layout, {spare: folder()}, deps);
  if (!isKnown(facts)) throw new Error(facts.unable);
  const owned: Owned[] = [];
  const own = (thing: Owned): void => {
    owned.push(thing);
    deps.cleanup.own(thing);
  };
  const running = {env: {}, writable: ['/tmp']};
  const ask = {layout, facts: facts.value, running, cwd: ROOT};
  const health = await findHealth(ask, {...deps, cleanup: {...deps.cleanup, own}});
  expect(deps.recorded.owned).toEqual([]);
  for (const thing of owned)
    if (thing.kind !== 'folder')
      expect(spawnSync('docker', ['inspect', thing.name], {encoding: 'utf8'}).stdout).toBe('[]\n');
  return health;
}

const image = (lines: readonly string[], command: string): Layout =>
  buildLayout(
    folder({
      Dockerfile: [
        'FROM busybox:latest',
        ...lines,
        'USER 1000',
        'HEALTHCHECK --interval=1s --retries=1 CMD test -e /tmp/well',
        `CMD ["sh", "-c", ${JSON.stringify(command)}]`,
      ].join('\n'),
    }),
  );

/** What it printed before it ended by itself. */
function printed(health: Known<RunningHealth>): readonly string[] {
  if (!isKnown(health)) throw new Error(health.unable);
  expect(health.value).toMatchObject({status: 'exited', exitCode: 7});
  return 'output' in health.value ? health.value.output : [];
}

describe('an image with volumes', () => {
  it('finds there what it has, as it owns it, and no room for more than the bound', async () => {
    const seen = await start(
      image(
        [
          'RUN mkdir -p /data/sub /empty && echo seed > /data/sub/f && chmod 640 /data/sub/f',
          'RUN chmod 1750 /data/sub && chown -R 1000:1001 /data && chmod 700 /data /empty && chown 1000 /empty',
          'VOLUME /data /empty/ /nowhere',
        ],
        [
          'stat -c "%u:%g %a %n" /data /data/sub /data/sub/f /empty /nowhere; cat /data/sub/f',
          'dd if=/dev/zero of=/data/big bs=1M count=1600 2>&1 | grep -o "No space.*"',
          'stat -c %s /data/big; touch /empty/x || echo not mine; exit 7',
        ].join('; '),
      ),
    );
    expect(printed(seen)).toEqual([
      '1000:1001 700 /data',
      '1000:1001 1750 /data/sub',
      '1000:1001 640 /data/sub/f',
      '1000:0 700 /empty',
      '0:0 755 /nowhere',
      'seed',
      'No space left on device',
      // A page of it has the seed.
      `${MOST - 4096}`,
    ]);
  });

  it('gets memory for each, also by way of a link and for a folder that the policy gives', async () => {
    const seen = await start(
      image(
        [
          'RUN mkdir /data && chmod 777 /data && ln -s /data /link',
          'VOLUME ["/tmp", "/data", "/link", "/a,b \\"c\\"", "/dev/shm/x"]',
        ],
        `awk '$4 ~ /^rw/ && $3 !~ /^(tmpfs|proc|sysfs|cgroup2?|devpts|mqueue)$/' /proc/mounts; echo end; exit 7`,
      ),
    );
    expect(printed(seen)).toEqual(['end']);
  });

  it('is not started when its volumes have more than the bound already', async () => {
    const lines = ['RUN mkdir /data && truncate -s 260M /data/x', 'VOLUME /data'];
    expect(await start(image(lines, 'exit 7'))).toEqual({
      unable: expect.stringMatching(/^The engine could not start the image: .*no space left/),
    });
  });

  it('whose config names them in a way that only engines read is not started', async () => {
    const layout = image(['VOLUME /data'], 'exit 7');
    changeConfig(layout.path, (text) => text.replace('"Volumes":', '"volumes":'));
    await expect(start(layout)).rejects.toThrow(/its key "volumes" is "Volumes" to the engine/);
  });
});

/** As the attacker's own builder would have written it: with digests that hold. */
function changeConfig(layout: string, change: (text: string) => string): void {
  const path = (digest: string): string => join(layout, 'blobs/sha256', digest.slice(7));
  const put = (text: string): {digest: string; size: number} => {
    const digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
    writeFileSync(path(digest), text);
    return {digest, size: Buffer.byteLength(text)};
  };
  const index = indexSchema.parse(JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')));
  const [image] = index.manifests;
  if (image === undefined) throw new Error('no image');
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path(image.digest), 'utf8')));
  const before = readFileSync(path(manifest.config.digest), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  const config = {...manifest.config, ...put(after)};
  const changed = {...image, ...put(JSON.stringify({...manifest, config}))};
  writeFileSync(join(layout, 'index.json'), JSON.stringify({...index, manifests: [changed]}));
}

describe('the volumes that an image declares', () => {
  const of = (...declared: readonly string[]): ReturnType<typeof boundedVolumes> =>
    boundedVolumes({declared, writable: ['/tmp'], name: 'plimsoll-1', runId: 'run'});

  it('are counted as the engine does, and share what there is', () => {
    const many = Array.from({length: 16}, (_, at) => `/v${at}`);
    const paths = (known: ReturnType<typeof of>): readonly string[] =>
      isKnown(known) ? known.value.map(({path, bytes}) => `${path} ${bytes}`) : [known.unable];
    expect(paths(of('/data//x/', '/data/x', '/tmp/', '/a/../b'))).toEqual([
      `/data/x ${MOST}`,
      `/b ${MOST}`,
    ]);
    expect(paths(of(...many))).toEqual(many.map((path) => `${path} ${2 ** 26}`));
    expect(paths(of(...many, '/w'))).toEqual(['it declares 17 volumes, and at most 16 are given']);
    for (const odd of ['data', '', '/', '..', '__proto__'])
      expect(paths(of(odd))).toEqual([expect.stringMatching(/which is no folder in it$/)]);
  });
});
