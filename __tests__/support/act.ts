/** The real workflow runner on a copy of the repository: `uses: ./` as GitHub would run it. */
import {execFileSync, spawnSync} from 'node:child_process';
import {randomInt} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {reportSchema, type Report} from '../../src/domain/report/schema.ts';
import {ROOT} from './command.ts';
import {lab} from './lab.ts';
import {runtimeToken} from './runtime-token.ts';

export interface ActRun {
  readonly log: string;
  readonly verdict: string;
  /** Of the step: `success` or `failure`. */
  readonly outcome: string;
  readonly images: readonly {id: string; verdict: string; layout: string; isThere: boolean}[];
  readonly report: Report;
}

/** Makes a repository of its own in `folder` with a workflow that gates the example, and runs it. */
export function runAct(folder: string, inputs: Readonly<Record<string, string>>): ActRun {
  makeRepository(folder, inputs);
  return run(folder);
}

/** The next commit, which changes nothing, with what the run before has left in the runner's cache service. */
export function runNext(folder: string): ActRun {
  commit(join(folder, 'repository'));
  return run(folder);
}

function run(folder: string): ActRun {
  const repository = join(folder, 'repository');
  const seen = join(folder, 'seen');
  mkdirSync(seen, {recursive: true});
  const log = act({repository, folder, seen});
  const read = (name: string): string => readFileSync(join(seen, name), 'utf8');
  return {
    log,
    verdict: read('verdict'),
    outcome: read('outcome'),
    images: JSON.parse(read('images.json')) as ActRun['images'],
    report: reportSchema.parse(JSON.parse(read('report.json'))),
  };
}

function makeRepository(folder: string, inputs: Readonly<Record<string, string>>): void {
  const repository = join(folder, 'repository');
  for (const name of ['action.yml', 'dist', 'examples']) {
    cpSync(join(ROOT, name), join(repository, name), {
      recursive: true,
      filter: (path) => !/node_modules|\.plimsoll|\.next/.test(path),
    });
  }
  mkdirSync(join(repository, '.github/workflows'), {recursive: true});
  writeFileSync(join(repository, '.github/workflows/gate.yml'), JSON.stringify(workflow(inputs)));
  commit(repository);
}

function workflow(inputs: Readonly<Record<string, string>>): object {
  const script = [
    'printf %s "$VERDICT" > "$SEEN/verdict"',
    'printf %s "$OUTCOME" > "$SEEN/outcome"',
    'node -e \'const fs = require("fs"); const list = JSON.parse(process.env.IMAGES).map((image) => ({...image, isThere: fs.existsSync(`${image.layout}/index.json`)})); fs.writeFileSync(`${process.env.SEEN}/images.json`, JSON.stringify(list))\'',
    'cp "$FOLDER/report.json" "$SEEN/report.json"',
  ];
  return {
    on: 'push',
    jobs: {
      gate: {
        'runs-on': 'ubuntu-latest',
        steps: [
          {uses: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd'},
          {uses: './', id: 'gate', 'continue-on-error': true, with: inputs},
          {
            env: {
              VERDICT: '${{ steps.gate.outputs.verdict }}',
              OUTCOME: '${{ steps.gate.outcome }}',
              IMAGES: '${{ steps.gate.outputs.images }}',
              FOLDER: '${{ steps.gate.outputs.report-dir }}',
            },
            run: script.join('\n'),
          },
        ],
      },
    },
  };
}

function commit(repository: string): void {
  git(repository, 'init', '-q', '-b', 'main');
  git(repository, 'add', '-A');
  git(repository, 'commit', '-q', '--allow-empty', '-m', 'The example');
}

export function git(repository: string, ...args: readonly string[]): string {
  const author = ['-c', 'user.name=Lab', '-c', 'user.email=lab@lab.example'];
  return execFileSync('git', [...author, ...args], {
    cwd: repository,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

export interface ActCall {
  /** What is checked out there is what runs. */
  readonly repository: string;
  /** Where the runner keeps event, caches and artifacts: calls with the same one are of one runner. */
  readonly folder: string;
  /** `$SEEN` of the steps. */
  readonly seen: string;
  /** Default `push`, of an event that names the default branch. */
  readonly event?: string;
  readonly document?: object;
  /** For the context `vars`. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** @throws with the end of its log when the workflow failed */
export function act(call: ActCall): string {
  const {repository, folder, event = 'push', document, vars = {}, token} = call;
  const file = join(folder, 'event.json');
  writeFileSync(file, JSON.stringify({repository: {default_branch: 'main'}, ...document}));
  const result = spawnSync(
    join(lab().cache, 'bin/act'),
    [
      ...[event, '--eventpath', file, '-P', 'ubuntu-latest=-self-hosted'],
      ...['--env', `SEEN=${call.seen}`],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
      ...(token === undefined ? [] : ['--secret', `GITHUB_TOKEN=${token}`]),
      ...serverArgs('cache', folder),
      ...serverArgs('artifact', folder),
      // Its own default is one for all: two runners at once would not both start.
      `--artifact-server-port=${randomInt(20_000, 32_000)}`,
    ],
    // Its own token gives no right to any cache.
    {
      cwd: repository,
      env: {...process.env, ACTIONS_RUNTIME_TOKEN: runtimeToken()},
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  const log = `${result.stdout}\n${result.stderr}`;
  if (result.status !== 0)
    throw new Error(`act ended with ${String(result.status)}: ${log.slice(-3000)}`);
  return log;
}

function serverArgs(kind: 'cache' | 'artifact', folder: string): readonly string[] {
  return [
    ...[`--${kind}-server-path`, join(folder, kind)],
    ...[`--${kind}-server-addr`, '127.0.0.1'],
  ];
}
