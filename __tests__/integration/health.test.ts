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
import {BUNDLE, readReport, ROOT, runCommand} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab, variable} from '../support/lab.ts';
import {buildLayout} from '../support/scan.ts';

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

interface Started {
  readonly health: Known<RunningHealth>;
  /** What was registered, in the order of its making. */
  readonly owned: readonly Owned[];
  readonly log: readonly string[];
}

interface StartAsk {
  readonly files: Readonly<Record<string, string>>;
  readonly engine?: Engine;
  readonly running?: Partial<RunningOptions>;
  readonly env?: Readonly<Record<string, string>>;
  /** More options of the build. */
  readonly build?: readonly string[];
}

/** The stage alone, on a layout that the main engine built. */
async function start(ask: StartAsk): Promise<Started> {
  const {files, engine = CONTAINERD, running, env, build} = ask;
  const layout = buildLayout(folder(files), 'app', build);
  const deps = testDeps({env: {...engine.env, ...env}});
  const {facts} = await readImage(layout, {spare: folder()}, deps);
  if (!isKnown(facts)) throw new Error(facts.unable);
  const owned: Owned[] = [];
  const own = (thing: Owned): void => {
    owned.push(thing);
    deps.cleanup.own(thing);
  };
  const health = await findHealth(
    {
      layout,
      facts: facts.value,
      running: {env: {}, writable: ['/tmp'], ...running},
      cwd: ROOT,
    },
    {...deps, cleanup: {...deps.cleanup, own}},
  );
  expect(deps.recorded.owned).toEqual([]);
  for (const thing of owned) if (thing.kind !== 'folder') expectGone(thing.name, engine);
  return {health, owned, log: deps.recorded.lines};
}

function expectGone(name: string, engine: Engine): void {
  expect(docker(['inspect', name], engine).trim()).toBe('[]');
}

describe.each(ENGINES)('with %s, an image', (_, engineOf) => {
  it('is loaded, started and healthy, and leaves nothing', async () => {
    const files = {Dockerfile: server(ASK_ITSELF, SERVE)};
    const {health, owned} = await start({files, engine: engineOf()});
    expect(health).toMatchObject({value: {status: 'healthy'}});
    expect(owned.map(({kind}) => kind)).toEqual(['image', 'container']);
  });

  it('that ends at once shows its last lines', async () => {
    const files = {
      Dockerfile: server(ASK_ITSELF, 'echo begin; sleep 0.2; echo no licence >&2; exit 3'),
    };
    const {health} = await start({files, engine: engineOf()});
    expect(health).toMatchObject({
      value: {status: 'exited', exitCode: 3, outOfMemory: false, output: ['begin', 'no licence']},
    });
  });

  it('that needs a variable gets it', async () => {
    const command = `test "$MODE" = "a b" || { echo "MODE is missing"; exit 1; }; ${SERVE}`;
    const files = {Dockerfile: server(ASK_ITSELF, command)};
    const engine = engineOf();
    expect((await start({files, engine})).health).toMatchObject({
      value: {status: 'exited', output: ['MODE is missing']},
    });
    const running = {env: {MODE: 'a b'}};
    expect((await start({files, engine, running})).health).toMatchObject({
      value: {status: 'healthy'},
    });
  });

  it('that writes may do so where it is said, as any user, and to /tmp', async () => {
    const files = {Dockerfile: server(ASK_ITSELF, `touch /tmp/a /run/app/b && ${SERVE}`)};
    const engine = engineOf();
    expect((await start({files, engine})).health).toMatchObject({value: {status: 'exited'}});
    const running = {writable: ['/tmp', '/run/app']};
    expect((await start({files, engine, running})).health).toMatchObject({
      value: {status: 'healthy'},
    });
  });

  it('for another processor is not judged', async () => {
    const {health} = await start({
      files: {Dockerfile: FOREIGN},
      engine: engineOf(),
      build: ['--platform=linux/arm64'],
    });
    expect(health).toEqual({
      unable: expect.stringMatching(
        /^The engine runs linux\/amd64 and cannot start an image for linux\/arm64: /,
      ),
    });
  });
});

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

describe('an image', () => {
  it('that is never healthy shows what its check says, and its own last lines', async () => {
    const files = {Dockerfile: server('echo no database; exit 1', 'echo waiting; sleep 60')};
    const {health} = await start({files});
    expect(health).toMatchObject({
      value: {status: 'unhealthy', check: ['no database'], output: ['waiting']},
    });
  });

  it('whose check calls what it does not have is not waited for as long as others', async () => {
    const files = {
      Dockerfile: server('curl -f localhost', 'sleep 120').replace('interval=1s', 'interval=30s'),
    };
    expect((await start({files})).health).toMatchObject({
      value: {status: 'unhealthy', isCheckMissing: true, check: ['/bin/sh: curl: not found']},
    });
  });

  it('whose check hangs is still starting when its time is over', async () => {
    const files = {Dockerfile: server('sleep 60 && test -e /x', 'sleep 60')};
    expect((await start({files})).health).toMatchObject({value: {status: 'starting', check: []}});
  });

  it('without its own command says so', async () => {
    const files = {
      Dockerfile: server(ASK_ITSELF, SERVE).replace(/CMD \["sh.*$/, 'CMD ["/nothing"]'),
    };
    expect((await start({files})).health).toMatchObject({
      value: {
        status: 'exited',
        exitCode: 127,
        output: [expect.stringContaining('"/nothing": stat /nothing: no such file')],
      },
    });
  });

  it('that declares no check that could fail is not started', async () => {
    const files = {Dockerfile: server('true', SERVE)};
    expect(await start({files})).toMatchObject({
      ...{health: {value: {status: 'not-started'}}, owned: []},
    });
  });

  it("knows nothing of the docker client's proxies, and nothing of the job's environment", async () => {
    const config = folder({
      'config.json': '{"proxies": {"default": {"httpProxy": "http://me:password@proxy:1"}}}',
    });
    const files = {Dockerfile: server(ASK_ITSELF, `env; exit 1`)};
    const env = {DOCKER_CONFIG: config, JOB_VALUE: 'of-the-job'};
    const {health} = await start({files, env});
    const said = JSON.stringify(health);
    expect(said).toContain('HTTP_PROXY=');
    expect(said).not.toMatch(/password|of-the-job|PLIMSOLL/);
  });

  it('that repeats what the policy gives it is masked', async () => {
    const files = {Dockerfile: server(ASK_ITSELF, 'echo "I have $KEY"; exit 1')};
    const started = await start({files, running: {env: {KEY: 'a-long-password'}}});
    expect(started.health).toMatchObject({value: {output: ['I have ***']}});
    expect(started.log.join('\n')).not.toContain('a-long-password');
  });

  it('that the user has without a tag is started as it is, and stays', async () => {
    const engine = plain();
    const deps = testDeps({env: engine.env});
    const tag = `plimsoll-test-${Date.now()}:a`;
    const load = async (text: string): Promise<{layout: Layout; facts: ImageFacts}> => {
      const layout = buildLayout(folder({Dockerfile: `${text}\nLABEL of=${tag}`}));
      const {facts} = await readImage(layout, {spare: folder()}, deps);
      if (!isKnown(facts)) throw new Error(facts.unable);
      const archive = imageArchive({folder: layout.path, facts: facts.value, tag}, deps);
      expect(await loadImage({deps, cwd: ROOT}, archive)).toEqual({value: undefined});
      return {layout, facts: facts.value};
    };
    const first = await load(server(ASK_ITSELF, SERVE));
    const second = await load(server(ASK_ITSELF, 'exit 1'));
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
    const env = {DOCKER_HOST: 'unix:///nowhere/docker.sock'};
    const files = {Dockerfile: server(ASK_ITSELF, SERVE)};
    const layout = buildLayout(folder(files));
    const deps = testDeps({env});
    const {facts} = await readImage(layout, {spare: folder()}, deps);
    if (!isKnown(facts)) throw new Error(facts.unable);
    const running = {env: {}, writable: []};
    const ask = {layout, facts: facts.value, running, cwd: ROOT};
    expect(await findHealth(ask, deps)).toEqual({
      unable: expect.stringMatching(/^The image could not be loaded into the engine: /),
    });
  });
});

describe('the gate', () => {
  const QUIET = 'vulnerabilities: {level: off}, secrets: {level: off}';

  function gate(dockerfile: string, policy: string): {status: number | null; report: Report} {
    const reports = folder();
    const work = folder({Dockerfile: dockerfile});
    const {status} = runCommand({
      args: ['--policy', `version: 1\nrules: {${QUIET}, ${policy}}`, '--report-dir', reports, work],
      env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
    });
    return {status, report: readReport(reports)};
  }

  it('starts no image unless it must pass', () => {
    const {status, report} = gate(server(ASK_ITSELF, 'exit 1'), 'size: {max: 1GB}');
    expect(status).toBe(0);
    expect(report.images[0]?.healthcheck).not.toHaveProperty('status');
  });

  it('shows how the image does', () => {
    const {status, report} = gate(server(ASK_ITSELF, SERVE), 'healthcheck: {require: passing}');
    expect(status).toBe(0);
    expect(report.images[0]?.healthcheck).toMatchObject({declared: true, status: 'healthy'});
  });

  it('fails for an image that ends, on the line of its check', () => {
    const {status, report} = gate(
      server(ASK_ITSELF, 'echo no licence; exit 3'),
      'healthcheck: {require: passing}',
    );
    expect(status).toBe(1);
    expect(report.images[0]?.healthcheck).toMatchObject({status: 'exited'});
    expect(report.violations).toMatchObject([
      {
        rule: 'healthcheck',
        place: {file: 'Dockerfile', startLine: 4},
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

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves no container and no image, within 7 s',
    async (signal) => {
      const temporary = folder();
      const {child, name, image} = await startWaiting({RUNNER_TEMP: temporary});
      const begin = performance.now();
      const end = ended(child);
      child.kill(signal);
      expect(await end).toBe(130);
      expect(performance.now() - begin).toBeLessThan(7000);
      expect(image).toMatch(/^plimsoll-[0-9a-f]{16}:health$/);
      expectGone(name, CONTAINERD);
      expectGone(image, CONTAINERD);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

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
    expectGone(name, CONTAINERD);
    expectGone(image, CONTAINERD);
  });
});
