/** The scanner sees nothing to steal (threats.md rule 4), shown by a stand-in that tells all it can see. */
import {execFileSync} from 'node:child_process';
import {chmodSync, writeFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {scanLayout} from '../../src/clients/trivy.ts';
import {VULNERABILITIES} from '../../src/domain/registry/databases.ts';
import {isKnown, type Known} from '../../src/domain/known.ts';
import {makeSandbox} from '../../src/stages/scan/sandbox.ts';
import {findGround, makeScanner, type MadeScanner} from '../../src/stages/scan/scanner/index.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';
import {buildStandIn, type Behaviour} from '../support/stand-in.ts';

lab();
const folder = folders();
const made: TestDeps[] = [];
afterAll(async () => {
  for (const deps of made) await deps.cleanup.run('job');
});

function freshDeps(env: Record<string, string> = {}): TestDeps {
  const deps = testDeps({env});
  made.push(deps);
  return deps;
}

/** Containers and images of this run that the engine still has. */
function leftOf({runId}: TestDeps): string {
  const filter = ['--quiet', '--filter', `label=plimsoll.run=${runId}`];
  const list = (args: readonly string[]): string =>
    execFileSync('docker', [...args, ...filter], {encoding: 'utf8'});
  return list(['ps', '--all']) + list(['images']);
}

/** A docker whose engine sees other files than we do. */
function foreignDisk(): string {
  const docker = execFileSync('sh', ['-c', 'command -v docker'], {encoding: 'utf8'}).trim();
  const shim = folder();
  const script = [
    '#!/bin/sh',
    'for one in "$@"; do shift; set -- "$@" "$(printf %s "$one" | sed "s|,src=/|,src=/nowhere/|")"; done',
    `exec ${docker} "$@"`,
  ];
  writeFileSync(join(shim, 'docker'), `${script.join('\n')}\n`);
  chmodSync(join(shim, 'docker'), 0o755);
  return `${shim}:${process.env['PATH'] ?? ''}`;
}

function valueOf<T>(thing: Known<T>): T {
  if (!isKnown(thing)) throw new Error(thing.unable);
  return thing.value;
}

let programs: Record<Behaviour, string>;
beforeAll(() => {
  const into = folder();
  programs = {
    look: buildStandIn(into, 'look'),
    eat: buildStandIn(into, 'eat'),
    hang: buildStandIn(into, 'hang'),
    warn: buildStandIn(into, 'warn'),
  };
});

interface Tried {
  readonly made: MadeScanner;
  readonly json: Known<string>;
}

interface Try {
  readonly behaviour: Behaviour;
  readonly deps: TestDeps;
  readonly memoryBytes?: number;
  readonly deadlineSeconds?: number;
}

/** One scan of a layout with one blob, which only its owner may read. */
async function scanBy({behaviour, deps, memoryBytes, deadlineSeconds}: Try): Promise<Tried> {
  const cells = await makeSandbox(deps);
  const cell = cells.sandbox;
  const program = programs[behaviour];
  const ground = await findGround({cells, memoryBytes: memoryBytes ?? 256_000_000}, deps);
  const scanner = valueOf(await makeScanner({program, sandbox: cell, ground}, deps));
  const layout = folder({'layout/blobs/sha256/aa': 'a blob'});
  chmodSync(join(layout, 'layout/blobs/sha256/aa'), 0o600);
  const scanned = await scanLayout(
    {
      scanner: scanner.scanner,
      layout: join(layout, 'layout'),
      cache: join(cell.folder, 'scan'),
      databases: [
        {kind: VULNERABILITIES, folder: folder({'trivy.db': 'x', 'metadata.json': '{}'})},
      ],

      vex: [],
      secretConfig: 'no-rules.yaml',
      deadlineSeconds: deadlineSeconds ?? 30,
    },
    deps,
  );
  const json = isKnown(scanned) ? {value: scanned.value.json} : scanned;
  return {made: scanner, json};
}

interface Seen {
  readonly env: readonly string[];
  readonly interfaces: readonly string[];
  readonly dialled: boolean;
  readonly files: readonly string[];
  readonly writable: readonly string[];
  readonly processes: readonly string[];
  readonly status: Readonly<Record<string, string>>;
}

/** What every container has, from the engine and the kernel. */
const OF_ANY_CONTAINER =
  /^\/$|^\/(\.dockerenv|etc(\/(hostname|hosts|resolv\.conf|mtab))?|plimsoll-input|trivy)$/;
const CANARIES = {
  INPUT_TOKEN: 'canary-input',
  GITHUB_TOKEN: 'canary-token',
  AWS_SECRET_ACCESS_KEY: 'canary-cloud',
  TRIVY_SEVERITY: 'LOW',
  HTTPS_PROXY: 'http://canary:canary@127.0.0.1:1',
};

describe('the scanner in a container', () => {
  const ways = [
    {way: 'that our files are mounted into', path: () => process.env['PATH'] ?? ''},
    {way: 'that our files are copied into', path: foreignDisk},
  ];
  it.each(ways)('$way sees nothing to steal', async ({path}) => {
    const listener = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    const port = (listener.address() as AddressInfo).port;
    const deps = freshDeps({...CANARIES, PATH: path(), PORT_OF_TEST: `${port}`});
    const {made: scanner, json} = await scanBy({behaviour: 'look', deps});
    listener.close();
    expect(scanner.bare()).toBeUndefined();
    const text = valueOf(json);
    expect(text.includes('canary')).toBe(false);
    const seen = JSON.parse(text) as Seen;
    const variables = seen.env
      .map((line) => line.split('='))
      .filter(([, value]) => value !== '')
      .map(([name]) => name);
    expect(variables).toEqual([
      ...['GOGC', 'GOMEMLIMIT', 'HOME', 'HOSTNAME', 'PATH', 'TMPDIR'],
      ...['TRIVY_DISABLE_TELEMETRY', 'TRIVY_SKIP_VERSION_CHECK'],
    ]);
    expect(seen).toMatchObject({interfaces: ['lo'], dialled: false, processes: ['1']});
    expect(seen.status).toMatchObject({
      ...{CapEff: '0000000000000000', CapBnd: '0000000000000000', NoNewPrivs: '1'},
      ...{Uid: '65534 65534 65534 65534', Gid: '65534 65534 65534 65534', Groups: '65534'},
    });
    const others = seen.files.filter((file) => !OF_ANY_CONTAINER.test(file));
    expect(others.map((file) => file.replace(/^(\/work)?\/(plimsoll-)?/, ''))).toEqual(
      expect.arrayContaining(['cache/db/trivy.db', 'input/blobs/sha256/aa', 'cache/no-ignores']),
    );
    expect(
      others.filter(
        (file) => !/^(\/work)?\/(cache|plimsoll-input|input)(\/|$)|^\/work$/.test(file),
      ),
    ).toEqual([]);
    expect(seen.writable.every((one) => /^(\/work)?\/cache(\/|$)/.test(one))).toBe(true);
    expect(seen.writable.length).toBeGreaterThan(0);
    await deps.cleanup.run('run');
    expect(leftOf(deps)).toBe('');
  });

  it('is ended by its memory limit, and that is said', async () => {
    const deps = freshDeps();
    const {json} = await scanBy({behaviour: 'eat', deps, memoryBytes: 64_000_000});
    expect(json).toEqual({
      unable:
        'Trivy could not scan the image: it needed more than the 64.0 MB of memory that it may use.',
    });
    await deps.cleanup.run('run');
    expect(leftOf(deps)).toBe('');
  });

  it('is ended at its deadline, container and all', async () => {
    const deps = freshDeps();
    const {json} = await scanBy({behaviour: 'hang', deps, deadlineSeconds: 1});
    expect(json).toEqual({
      unable: expect.stringMatching(
        /^Trivy could not scan the image: it was ended after \d seconds\.$/,
      ),
    });
    await deps.cleanup.run('run');
    expect(leftOf(deps)).toBe('');
  });

  it('is gone within 7 seconds when the run is stopped', async () => {
    const deps = freshDeps();
    const scanned = scanBy({behaviour: 'hang', deps});
    for (let tries = 0; !leftOf(deps).includes('\n'); tries += 1) {
      if (tries > 100) throw new Error('No container was started.');
      await pause(100);
    }
    await pause(1500);
    const start = performance.now();
    deps.abort(new Error('stopped'));
    await deps.cleanup.run('run');
    expect(isKnown((await scanned).json)).toBe(false);
    expect(performance.now() - start).toBeLessThan(7000);
    expect(leftOf(deps)).toBe('');
  });

  it('is not disturbed by what it prints beside its report', async () => {
    const {json} = await scanBy({behaviour: 'warn', deps: freshDeps()});
    expect(JSON.parse(valueOf(json))).toMatchObject({SchemaVersion: 2});
  });
});

describe('without an engine', () => {
  it('the scanner runs in an empty folder with listed variables, and that is said', async () => {
    const deps = freshDeps({...CANARIES, PATH: folder()});
    const {made: scanner, json} = await scanBy({behaviour: 'look', deps});
    expect(scanner.bare()).toBe(
      'the engine takes no image (the program is not installed or not on PATH)',
    );
    const text = valueOf(json);
    expect(text.includes('canary')).toBe(false);
    expect(JSON.parse(text)).toMatchObject({files: ['.']});
  });
});
