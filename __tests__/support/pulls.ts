/** One push and the pull requests that are built on it, each under the workflow runner; GitHub is a recording one. */
import {randomBytes} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {reportSchema, type Report} from '../../src/domain/report/schema.ts';
import {act, git} from './act.ts';
import {ROOT} from './command.ts';
import {startGitHub, type KeptComment} from './github-server.ts';
import {lab} from './lab.ts';
import {INDEX, pushBase, repositoryFiles, write, type Pull} from './pulls-files.ts';

const REDIRECTION = join(ROOT, '__tests__/support/act-github.mjs');
/** A builder that knows nothing of the steps that ask the index. */
const FRESH = 'api.no-cache=true';
const TOKEN = 'lab-token-of-this-test';

export interface Seen {
  readonly report: Report;
  readonly verdict: string;
  /** Of the repository as it was checked out, with a layout for each image: `layouts/api`. */
  readonly folder: string;
  readonly log: string;
}

export interface SeenPull extends Seen {
  readonly comments: readonly KeptComment[];
  /** What differs from run to run, and what stands for it. */
  readonly names: ReadonlyMap<string, string>;
}

export interface Pulls {
  readonly base: Seen;
  readonly run: (pull: Pull) => Promise<SeenPull>;
}

/** Makes the repository in `place`, and runs its first commit. */
export function startPulls(place: string): Pulls {
  const setting = makeSetting(place);
  const {repository, image} = setting;
  const before = moveBase(setting, {nanoid: '3.3.8', bytes: 1_000_000});
  writeFileSync(setting.index, INDEX);
  for (const name of ['action.yml', 'dist'])
    cpSync(join(ROOT, name), join(repository, name), {recursive: true});
  write(repository, repositoryFiles(image));
  write(repository, {'.github/workflows/gate.yml': JSON.stringify(workflow(setting))});
  git(repository, 'init', '-q', '-b', 'main');
  git(repository, 'remote', 'add', 'origin', 'https://github.com/owner/name');
  commit(repository, 'The images');
  const base = runIn(setting, 'push', {});
  const names = new Map([
    [setting.nonce, 'NONCE'],
    [git(repository, 'rev-parse', 'main'), 'BASE_COMMIT'],
    [before, 'sha256:BEFORE'],
  ]);
  return {base, run: (pull) => runPull({setting, names}, pull)};
}

interface Setting {
  readonly place: string;
  readonly repository: string;
  /** What the FROM lines name. */
  readonly image: string;
  readonly nonce: string;
  /** Of the package manager. */
  readonly index: string;
}

function makeSetting(place: string): Setting {
  const nonce = randomBytes(6).toString('hex');
  const repository = join(place, 'repository');
  mkdirSync(repository);
  const image = `base-${nonce}:1`;
  return {place, repository, image, nonce, index: join(place, 'index')};
}

function moveBase(
  {place, image, nonce}: Setting,
  what: {readonly nanoid: string; readonly bytes: number},
): string {
  return pushBase(join(place, 'base'), {name: image, nonce, ...what});
}

function commit(repository: string, message: string): void {
  git(repository, 'add', '-A');
  git(repository, 'commit', '-q', '-m', message);
}

async function runPull(
  {setting, names}: {readonly setting: Setting; readonly names: ReadonlyMap<string, string>},
  {name, files, moves}: Pull,
): Promise<SeenPull> {
  const {repository, image, index} = setting;
  git(repository, 'checkout', '-q', '-B', name, 'main');
  write(repository, files(image));
  commit(repository, name);
  const head = git(repository, 'rev-parse', 'HEAD');
  // As GitHub merges it: what the workflow sees is no commit of any branch.
  git(repository, 'checkout', '-q', '--detach', 'main');
  git(repository, 'merge', '-q', '--no-ff', '-m', 'Merge', name);
  const own = new Map([
    ...names,
    [git(repository, 'rev-parse', 'HEAD'), 'MERGE_COMMIT'],
    [head, 'HEAD_COMMIT'],
  ]);
  if (moves === 'base')
    own.set(moveBase(setting, {nanoid: '4.0.0', bytes: 1_260_000}), 'sha256:AFTER');
  if (moves === 'index') writeFileSync(index, INDEX.replace('ws 6.2.3 120000', 'ws 8.16.0 150000'));
  const github = await startGitHub();
  try {
    const seen = runIn(setting, name, {
      ...{event: 'pull_request', vars: {GITHUB: github.url, SET: moves === 'index' ? FRESH : ''}},
      document: pullDocument({name, head, base: git(repository, 'rev-parse', 'main')}),
    });
    return {...seen, comments: await github.comments(), names: own};
  } finally {
    await github.end();
    writeFileSync(index, INDEX);
  }
}

function pullDocument({
  name,
  head,
  base,
}: Readonly<Record<'name' | 'head' | 'base', string>>): object {
  const repo = {full_name: 'owner/name'};
  const sides = {base: {ref: 'main', sha: base, repo}, head: {ref: name, sha: head, repo}};
  return {number: 7, pull_request: {number: 7, ...sides}};
}

interface RunIn {
  readonly event?: string;
  readonly document?: object;
  readonly vars?: Readonly<Record<string, string>>;
}

function runIn({place, repository}: Setting, name: string, call: RunIn): Seen {
  const seen = join(place, 'seen', name);
  mkdirSync(seen, {recursive: true});
  const log = act({repository, folder: place, seen, token: TOKEN, ...call});
  const read = (file: string): string => readFileSync(join(seen, file), 'utf8');
  return {
    ...{log, folder: seen, verdict: read('verdict')},
    report: reportSchema.parse(JSON.parse(read('report.json'))),
  };
}

/** `comment: always`: what nobody has to know is to be read here too. */
function workflow({index}: Setting): object {
  const {trivyUrl, trivyChecksum, dbRepositories} = lab();
  const inputs = {
    ...{'trivy-url': trivyUrl, 'trivy-checksum': trivyChecksum, 'db-repositories': dbRepositories},
    ...{set: `*.secrets=id=index,src=${index}\n\${{ vars.SET }}`, allow: `fs.read=${index}`},
    ...{cache: 'off', comment: 'always'},
    sarif: 'file',
  };
  const keep = [
    'printf %s "$VERDICT" > "$SEEN/verdict"',
    'cp "$FOLDER/report.json" "$SEEN/report.json"',
    'cp .github/plimsoll.yml "$SEEN/plimsoll.yml"',
    'node -e \'for (const {name, layout} of JSON.parse(process.env.IMAGES)) require("fs").cpSync(layout, `${process.env.SEEN}/layouts/${name}`, {recursive: true})\'',
  ];
  const gate = {
    ...{uses: './', id: 'gate', 'continue-on-error': true, with: inputs},
    env: {LAB_GITHUB: '${{ vars.GITHUB }}', NODE_OPTIONS: `--import=${REDIRECTION}`},
  };
  const env = {
    VERDICT: '${{ steps.gate.outputs.verdict }}',
    IMAGES: '${{ steps.gate.outputs.images }}',
    FOLDER: '${{ steps.gate.outputs.report-dir }}',
  };
  const checkout = {uses: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd'};
  const steps = [checkout, gate, {env, run: keep.join('\n')}];
  return {on: ['push', 'pull_request'], jobs: {gate: {'runs-on': 'ubuntu-latest', steps}}};
}
