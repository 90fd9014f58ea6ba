/** Images that are started and awaited on real engines: with the containerd image store, and without. */
import {execFileSync, spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Owned} from '../../src/deps.ts';
import type {RunningOptions, RunningHealth} from '../../src/domain/health/running.ts';
import {isKnown, type Known} from '../../src/domain/known.ts';
import type {Layout} from '../../src/domain/layout.ts';
import type {ImageFacts} from '../../src/domain/image/facts.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {loadImage} from '../../src/clients/containers.ts';
import {imageArchive} from '../../src/stages/gather/health/archive.ts';
import {findHealth} from '../../src/stages/gather/health/index.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {bakeLayouts, type Recipe} from '../support/bake.ts';
import {BUNDLE, readReport, ROOT, runCommand} from '../support/command.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab, variable} from '../support/lab.ts';

lab();
const folder = folders();

beforeAll(() => {
  execFileSync('bash', [join(ROOT, 'lab/up'), 'engine-plain'], {stdio: 'pipe'});
}, 120_000);

/** Of the main engine where none is named. */
interface Engine {
  readonly env: Readonly<Record<string, string>>;
}
const CONTAINERD: Engine = {env: {}};
const plain = (): Engine => ({env: {DOCKER_HOST: variable('PLIMSOLL_LAB_PLAIN_ENGINE')}});
const ENGINES: readonly (readonly [string, () => Engine])[] = [
  ['the containerd image store', () => CONTAINERD],
  ['the image store of older engines', plain],
];

function docker(args: readonly string[], {env}: Engine = CONTAINERD): string {
  return spawnSync('docker', [...args], {encoding: 'utf8', env: {...process.env, ...env}}).stdout;
}

/** Serves a page, as a user without rights, when what it needs is there. */
const server = (check: string, command: string): string =>
  [
    'FROM busybox:latest',
    'RUN mkdir /www && echo fine > /www/index.html',
    'USER 1000',
    `HEALTHCHECK --interval=1s --retries=2 CMD ${check}`,
    `CMD ["sh", "-c", ${JSON.stringify(command)}]`,
  ].join('\n');
const ASK_ITSELF = 'wget -q -O /dev/null http://127.0.0.1:8080/';
const SERVE = 'exec httpd -f -p 8080 -h /www';

/** The head of a program for another processor: an ELF file of machine 183 (AArch64) with one segment. */
const FOREIGN = [
  'FROM --platform=linux/amd64 busybox:latest AS made',
  String.raw`RUN printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\267\0\1\0\0\0\170\0\100\0\0\0\0\0\100\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\100\0\70\0\1\0\0\0\0\0\0\0\1\0\0\0\5\0\0\0' > /app && dd if=/dev/zero bs=200 count=1 >> /app && chmod 755 /app`,
  'FROM scratch',
  'COPY --from=made /app /app',
  'USER 1000',
  'HEALTHCHECK CMD ["/app", "check"]',
  'CMD ["/app"]',
].join('\n');

const MODE = `test "$MODE" = "a b" || { echo begin; sleep 0.2; echo "MODE is missing" >&2; exit 3; }`;
const MARK = `plimsoll-test-${process.pid}-${Date.now()}`;
const DOCKERFILES = {
  demanding: server(ASK_ITSELF, `${MODE}; touch /tmp/a /run/app/b && ${SERVE}`),
  foreign: FOREIGN,
  failing: server('echo no database; exit 1', 'echo waiting; echo "I have $KEY"; sleep 60'),
  checkless: server('curl -f localhost', 'sleep 120').replace('interval=1s', 'interval=30s'),
  hanging: server('sleep 60 && test -e /x', 'sleep 60'),
  commandless: server(ASK_ITSELF, SERVE).replace(/CMD \["sh.*$/, 'CMD ["/nothing"]'),
  trivial: server('true', SERVE),
  telling: server(ASK_ITSELF, `env; exit 1`),
  // Of this test alone: nobody else has them with a tag.
  untagged: `${server(ASK_ITSELF, SERVE)}\nLABEL of=${MARK}`,
  usurper: `${server(ASK_ITSELF, 'exit 1')}\nLABEL of=${MARK}`,
};
type Name = keyof typeof DOCKERFILES;

let layouts: Readonly<Record<Name, Layout>>;
beforeAll(() => {
  const recipes = Object.entries(DOCKERFILES).map(([name, Dockerfile]) => [
    name,
    {files: {Dockerfile}, ...(name === 'foreign' && {platform: 'linux/arm64'})},
  ]);
  layouts = bakeLayouts(folder(), Object.fromEntries(recipes) as Record<Name, Recipe>);
}, 120_000);

async function factsOf(layout: Layout, deps: TestDeps): Promise<ImageFacts> {
  const {facts} = await readImage(layout, {spare: folder()}, deps);
  if (!isKnown(facts)) throw new Error(facts.unable);
  return facts.value;
}

interface Started {
  readonly health: Known<RunningHealth>;
  /** What was registered, in the order of its making. */
  readonly owned: readonly Owned[];
  readonly log: readonly string[];
}

interface StartAsk {
  readonly image: Name;
  readonly engine?: Engine;
  readonly running?: Partial<RunningOptions>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The stage alone, on a layout that the main engine built. */
async function start({image, engine = CONTAINERD, running, env}: StartAsk): Promise<Started> {
  const layout = layouts[image];
  const deps = testDeps({env: {...engine.env, ...env}});
  const facts = await factsOf(layout, deps);
  const owned: Owned[] = [];
  const own = (thing: Owned): void => {
    owned.push(thing);
    deps.cleanup.own(thing);
  };
  const asked = {env: {}, writable: ['/tmp'], ...running};
  const health = await findHealth(
    {layout, facts, running: asked, cwd: ROOT},
    {...deps, cleanup: {...deps.cleanup, own}},
  );
  expect(deps.recorded.owned).toEqual([]);
  expectGone(
    owned.flatMap((thing) => (thing.kind === 'folder' ? [] : [thing.name])),
    engine,
  );
  return {health, owned, log: deps.recorded.lines};
}

function expectGone(names: readonly string[], engine: Engine): void {
  if (names.length > 0) expect(docker(['inspect', ...names], engine).trim()).toBe('[]');
}

describe.each(ENGINES)('with %s, an image', (_, engineOf) => {
  const running = {env: {MODE: 'a b'}, writable: ['/tmp', '/run/app']};

  it('is loaded, started with what it is given, healthy, and leaves nothing', async () => {
    const {health, owned} = await start({image: 'demanding', engine: engineOf(), running});
    expect(health).toMatchObject({value: {status: 'healthy'}});
    expect(owned.map(({kind}) => kind)).toEqual(['image', 'container']);
  });

  it('that lacks a variable ends, and shows its last lines', async () => {
    const {health} = await start({image: 'demanding', engine: engineOf()});
    expect(health).toMatchObject({
      value: {
        ...{status: 'exited', exitCode: 3, outOfMemory: false},
        output: ['begin', 'MODE is missing'],
      },
    });
  });

  it('that writes where it is not said ends', async () => {
    const asked = {...running, writable: ['/tmp']};
    const {health} = await start({image: 'demanding', engine: engineOf(), running: asked});
    expect(health).toMatchObject({
      value: {status: 'exited', exitCode: 1, output: [expect.stringContaining('/run/app/b')]},
    });
  });

  it('for another processor is not judged', async () => {
    const {health} = await start({image: 'foreign', engine: engineOf()});
    expect(health).toEqual({
      unable: expect.stringMatching(
        /^The engine runs linux\/amd64 and cannot start an image for linux\/arm64: /,
      ),
    });
  });
});

describe('an image that is waited for', () => {
  let failing: Started, checkless: Started, hanging: Started;
  beforeAll(async () => {
    // All the patience there is, side by side.
    [failing, checkless, hanging] = await Promise.all([
      start({image: 'failing', running: {env: {KEY: 'a-long-password'}}}),
      start({image: 'checkless'}),
      start({image: 'hanging'}),
    ]);
  });

  it('and is never healthy shows what its check says, and its own last lines, masked', () => {
    expect(failing.health).toMatchObject({
      value: {
        ...{status: 'unhealthy', check: ['no database']},
        output: ['waiting', 'I have ***'],
      },
    });
    expect(failing.log.join('\n')).not.toContain('a-long-password');
  });

  it('is not waited for as long as others where its check calls what it does not have', () => {
    expect(checkless.health).toMatchObject({
      value: {status: 'unhealthy', isCheckMissing: true, check: ['/bin/sh: curl: not found']},
    });
  });

  it('is still starting when its time is over and its check hangs', () => {
    expect(hanging.health).toMatchObject({value: {status: 'starting', check: []}});
  });
});

describe('an image', () => {
  it('without its own command says so', async () => {
    expect((await start({image: 'commandless'})).health).toMatchObject({
      value: {
        status: 'exited',
        exitCode: 127,
        output: [expect.stringContaining('"/nothing": stat /nothing: no such file')],
      },
    });
  });

  it('that declares no check that could fail is not started', async () => {
    expect(await start({image: 'trivial'})).toMatchObject({
      ...{health: {value: {status: 'not-started'}}, owned: []},
    });
  });

  it("knows nothing of the docker client's proxies, and nothing of the job's environment", async () => {
    const config = folder({
      'config.json': '{"proxies": {"default": {"httpProxy": "http://me:password@proxy:1"}}}',
    });
    const env = {DOCKER_CONFIG: config, JOB_VALUE: 'of-the-job'};
    const said = JSON.stringify((await start({image: 'telling', env})).health);
    expect(said).toContain('HTTP_PROXY=');
    expect(said).not.toMatch(/password|of-the-job|PLIMSOLL/);
  });

  it('that the user has without a tag is started as it is, and stays', async () => {
    const engine = plain();
    const deps = testDeps({env: engine.env});
    const tag = `${MARK}:a`;
    const load = async (layout: Layout): Promise<{layout: Layout; facts: ImageFacts}> => {
      const facts = await factsOf(layout, deps);
      const archive = imageArchive({folder: layout.path, facts, tag}, deps);
      expect(await loadImage({deps, cwd: ROOT}, archive)).toEqual({value: undefined});
      return {layout, facts};
    };
    const first = await load(layouts.untagged);
    const second = await load(layouts.usurper);
    const isThere = (): string =>
      docker(['image', 'inspect', '--format', '{{.RepoTags}}', first.facts.configDigest], engine);
    try {
      expect(isThere()).toBe('[]\n');
      const running = {env: {}, writable: []};
      expect(await findHealth({...first, running, cwd: ROOT}, deps)).toMatchObject({
        value: {status: 'healthy'},
      });
      expect(isThere()).toBe('[]\n');
    } finally {
      docker(['image', 'rm', first.facts.configDigest, second.facts.configDigest], engine);
    }
  });

  it('that cannot be loaded is not judged', async () => {
    const deps = testDeps({env: {DOCKER_HOST: 'unix:///nowhere/docker.sock'}});
    const layout = layouts.untagged;
    const running = {env: {}, writable: []};
    const ask = {layout, facts: await factsOf(layout, deps), running, cwd: ROOT};
    expect(await findHealth(ask, deps)).toEqual({
      unable: expect.stringMatching(/^The image could not be loaded into the engine: /),
    });
  });
});

describe('the gate', () => {
  let status: number | null;
  let report: Report;
  beforeAll(() => {
    const reports = folder();
    const work = folder({
      'fine.Dockerfile': server(ASK_ITSELF, SERVE),
      'bad.Dockerfile': server(ASK_ITSELF, 'echo no licence; exit 3'),
      'docker-bake.json': JSON.stringify({
        group: {default: {targets: ['fine', 'bad', 'unasked']}},
        target: {
          fine: {dockerfile: 'fine.Dockerfile'},
          bad: {dockerfile: 'bad.Dockerfile'},
          unasked: {dockerfile: 'bad.Dockerfile', args: {UNASKED: '1'}},
        },
      }),
    });
    const policy = [
      'version: 1',
      'rules: {vulnerabilities: {level: off}, secrets: {level: off}, healthcheck: {require: passing}}',
      'images: {unasked: {rules: {healthcheck: {require: declared}}}}',
    ].join('\n');
    ({status} = runCommand({
      args: ['--policy', policy, '--report-dir', reports, work],
      env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
    }));
    report = readReport(reports);
  });
  const healthOf = (name: string): unknown =>
    report.images.find((image) => image.name === name)?.healthcheck;

  it('starts no image unless it must pass', () => {
    expect(healthOf('unasked')).toMatchObject({declared: true});
    expect(healthOf('unasked')).not.toHaveProperty('status');
  });

  it('shows how the image does', () => {
    expect(healthOf('fine')).toMatchObject({declared: true, status: 'healthy'});
  });

  it('fails for an image that ends, on the line of its check, and for no other', () => {
    expect(status).toBe(1);
    expect(healthOf('bad')).toMatchObject({status: 'exited'});
    expect(report.violations).toMatchObject([
      {
        rule: 'healthcheck',
        image: 'bad/linux/amd64',
        place: {file: 'bad.Dockerfile', startLine: 4},
        message: expect.stringMatching(
          /^The image was started and ended after \d\.\d s with exit status 3, before it was healthy\. Its last lines: no licence\.$/,
        ),
      },
    ]);
  });
});

describe('a run that ends before the image is healthy', () => {
  const RULES =
    'rules: {vulnerabilities: {level: off}, secrets: {level: off}, healthcheck: {require: passing, env: {MARK: ';

  /** The container that was given this mark, and the tag of its image. */
  function containerWith(mark: string): {name: string; image: string} | undefined {
    const ids = docker(['ps', '--quiet', '--filter', 'label=plimsoll.run']).split(/\s+/);
    return ids
      .filter((id) => id !== '')
      .map((id) => docker(['inspect', '--format', '{{json .Config}} {{.Name}}', id]))
      .filter((text) => text.includes(`MARK=${mark}`))
      .map((text) => ({
        name: /\/(plimsoll-\S+)\s*$/.exec(text)?.[1] ?? '',
        image: /"Image":"([^"]+)"/.exec(text)?.[1] ?? '',
      }))[0];
  }

  async function startWaiting(env: Record<string, string>): Promise<{
    readonly child: ChildProcess;
    readonly name: string;
    readonly image: string;
  }> {
    const mark = `mark-${Date.now()}-${Math.random()}`;
    const work = folder({
      Dockerfile: server('exit 1', 'sleep 600').replace('interval=1s', 'interval=60s'),
      '.github/plimsoll.yml': `version: 1\n${RULES}"${mark}"}}}\n`,
    });
    const child = spawn(process.execPath, [BUNDLE, work], {
      env: {...process.env, PLIMSOLL_SET: '', PLIMSOLL_ALLOW: '', ...env, INPUT_WORKDIR: work},
      ...{cwd: work, stdio: 'ignore'},
    });
    for (let tries = 0; tries < 300; tries += 1) {
      const found = containerWith(mark);
      if (found !== undefined) return {child, ...found};
      await pause(100);
    }
    throw new Error('The container did not start within 30 s.');
  }

  const ended = (child: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => child.once('exit', resolve));

  it('by SIGTERM leaves no container and no image, within 7 s', async () => {
    const temporary = folder();
    const {child, name, image} = await startWaiting({RUNNER_TEMP: temporary});
    const begin = performance.now();
    const end = ended(child);
    child.kill('SIGTERM');
    expect(await end).toBe(130);
    expect(performance.now() - begin).toBeLessThan(7000);
    expect(image).toMatch(/^plimsoll-[0-9a-f]{16}:health$/);
    expectGone([name, image], CONTAINERD);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('by SIGKILL is cleaned up by the post step', async () => {
    const files = folder({state: '', output: '', summary: ''});
    const env = {
      GITHUB_ACTIONS: 'true',
      RUNNER_TEMP: folder(),
      GITHUB_STATE: join(files, 'state'),
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(files, 'summary'),
    };
    const {child, name, image} = await startWaiting(env);
    const end = ended(child);
    child.kill('SIGKILL');
    await end;
    expect(docker(['inspect', '--format', '{{.State.Running}}', name])).toBe('true\n');
    const state = readFileSync(join(files, 'state'), 'utf8');
    const saved = [...state.matchAll(/^ownership<<(\S+)\n(.*)\n\1$/gm)].at(-1)?.[2] ?? '';
    const post = spawn(process.execPath, [BUNDLE], {
      env: {
        ...process.env,
        ...env,
        INPUT_WORKDIR: '.',
        STATE_isPost: 'true',
        STATE_ownership: saved,
      },
      stdio: 'ignore',
    });
    expect(await ended(post)).toBe(0);
    expectGone([name, image], CONTAINERD);
  });
});
