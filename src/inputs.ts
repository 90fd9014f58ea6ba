/** What was asked, read once. Names and descriptions live in action.yml alone. */
import {resolve} from 'node:path';
import {parseCacheInputs, type CacheInputs} from './domain/build/cache-inputs.ts';
import {parseBaseline, type BaselineAsk} from './domain/keep/baseline-ask.ts';
import {parseTrivyAsk, type TrivyAsk} from './domain/supply/trivy-ask.ts';
import {parseModeInputs, type ModeInputs} from './domain/mode-inputs.ts';
import {
  checkRepositories,
  parseChoice,
  parseDuration,
  parseSize,
  parseSwitch,
} from './domain/input-values.ts';
import {parsePublishingInputs, type PublishingInputs} from './domain/publishing-inputs.ts';
import type {Door} from './deps.ts';
import {mirrorsOf, type PolicyInputs} from './domain/policy/mirror-inputs.ts';

export interface Inputs extends CacheInputs, ModeInputs, PublishingInputs {
  /** Absolute. */
  readonly workdir: string;
  /** As written, relative to `workdir`. */
  readonly files: readonly string[];
  readonly targets: readonly string[];
  readonly set: readonly string[];
  readonly allow: readonly string[];
  /** Path as written; undefined: `.github/plimsoll.yml` where it is. */
  readonly config: string | undefined;
  /** The same YAML, inline. */
  readonly policy: string | undefined;
  /** Of a pull request: whose policy files are read. */
  readonly policyFrom: (typeof POLICY_SOURCES)[number];
  readonly key: string | undefined;
  readonly mirrors: PolicyInputs;
  readonly enforce: boolean;
  /** For the whole run. */
  readonly timeoutSeconds: number;
  /** What the layers of one image may unpack to. */
  readonly maxUnpackedBytes: number;
  /** The builder to use; undefined: the current one where it will do, else one of our own. */
  readonly builder: string | undefined;
  /** On a machine that is used again: a builder of our own stays for the next run. */
  readonly keepBuilder: boolean;
  /** Undefined: the pinned one. */
  readonly buildkitImage: string | undefined;
  readonly trivy: TrivyAsk;
  /** In order of preference; empty: Trivy's own. */
  readonly dbRepositories: readonly string[];
  /** A folder that holds `db/trivy.db` (a Trivy cache folder); nothing is fetched then. */
  readonly dbPath: string | undefined;
  /** Nothing is fetched; what is kept on this machine is used. */
  readonly offline: boolean;
  /** Absolute: a record or a report folder to compare with; undefined: nothing is compared. */
  readonly baseline: BaselineAsk | undefined;
  /** Absolute; undefined: a temporary folder under Actions, `.plimsoll` on a laptop. */
  readonly reportDir: string | undefined;
  /** Command only: report.json to standard output, nothing else there. */
  readonly json: boolean;
  /** Command only: keep the layouts after the run. */
  readonly keep: boolean;
  /** What was asked in so many words, by input name, for the report: an allow-list. */
  readonly request: Readonly<Record<string, string | boolean | readonly string[]>>;
}

const POLICY_SOURCES = ['head', 'base'] as const;

/** How each input is written. `list`: lines or commas; `lines`: lines alone. */
export const INPUT_KINDS = {
  files: 'list',
  targets: 'list',
  set: 'lines',
  allow: 'lines',
  workdir: 'text',
  'no-cache': 'switch',
  pull: 'switch',
  config: 'text',
  policy: 'text',
  'policy-from': 'text',
  key: 'text',
  'max-size': 'lines',
  user: 'text',
  healthcheck: 'text',
  'fail-on': 'text',
  enforce: 'switch',
  timeout: 'text',
  'max-unpacked': 'text',
  cache: 'text',
  'cache-write': 'text',
  'cache-timeout': 'text',
  builder: 'text',
  'keep-builder': 'switch',
  'buildkit-image': 'text',
  'trivy-version': 'text',
  'trivy-checksum': 'text',
  'trivy-url': 'text',
  'trivy-path': 'text',
  'db-repositories': 'list',
  'db-path': 'text',
  offline: 'switch',
  baseline: 'text',
  sarif: 'text',
  'sarif-severity': 'text',
  ref: 'text',
  sha: 'text',
  comment: 'text',
  artifact: 'text',
  mode: 'text',
  reports: 'lines',
  expect: 'lines',
  'run-id': 'text',
  token: 'text',
  'report-dir': 'text',
} as const;
export type InputName = keyof typeof INPUT_KINDS;

const CWD = 'cwd://';

/** What a report may repeat of the request: nothing that can hold a secret. */
const REPEATED: readonly InputName[] = [
  ...([
    'files',
    'targets',
    'workdir',
    'no-cache',
    'pull',
    'config',
    'policy-from',
    'key',
    'max-size',
  ] as const),
  ...(['user', 'healthcheck', 'fail-on', 'enforce', 'timeout', 'baseline', 'offline'] as const),
  ...(['cache-write', 'cache-timeout', 'trivy-version'] as const),
  ...([
    'sarif',
    'sarif-severity',
    'ref',
    'sha',
    'comment',
    'artifact',
    'mode',
    'expect',
    'run-id',
  ] as const),
];

/** Raw values by input name; absent and empty mean the same. */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

export interface Doorway {
  readonly door: Door;
  /** Absolute: what relative paths of inputs start from. */
  readonly cwd: string;
  readonly json: boolean;
  readonly keep: boolean;
}

/** As bake-action’s users write what is here and not in a remote definition. */
function withoutCwd(file: string): string {
  return file.startsWith(CWD) ? file.slice(CWD.length) : file;
}

/**
 * Checks what either door gave.
 * @throws {UserError} that names the input, its value and what is allowed
 */
export function parseInputs(raw: RawInputs, doorway: Doorway): Inputs {
  const text = (name: InputName): string | undefined => {
    const value = raw[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  const list = (name: InputName): readonly string[] => split(text(name), INPUT_KINDS[name]);
  const path = (name: InputName): string | undefined => {
    const value = text(name);
    return value === undefined ? undefined : resolve(doorway.cwd, value);
  };
  return {
    workdir: path('workdir') ?? doorway.cwd,
    files: list('files').map(withoutCwd),
    targets: list('targets'),
    set: list('set'),
    allow: list('allow'),
    ...{config: text('config'), policy: text('policy')},
    policyFrom: parseChoice('policy-from', text('policy-from') ?? 'head', POLICY_SOURCES),
    key: text('key'),
    mirrors: mirrorsOf(text, list('max-size')),
    enforce: parseSwitch('enforce', text('enforce') ?? 'true'),
    ...limitsOf(text),
    ...parseCacheInputs(text),
    ...builderOf(text),
    trivy: parseTrivyAsk({
      version: text('trivy-version'),
      checksum: text('trivy-checksum'),
      url: text('trivy-url'),
      path: path('trivy-path'),
    }),
    dbRepositories: checkRepositories(list('db-repositories')),
    dbPath: path('db-path'),
    offline: parseSwitch('offline', text('offline') ?? 'false'),
    baseline: parseBaseline(text('baseline'), doorway),
    reportDir: path('report-dir'),
    ...{...parsePublishingInputs(text), ...parseModeInputs(text, list)},
    ...{json: doorway.json, keep: doorway.keep},
    request: requestOf(text),
  };
}

function limitsOf(
  text: (name: InputName) => string | undefined,
): Pick<Inputs, 'timeoutSeconds' | 'maxUnpackedBytes'> {
  return {
    timeoutSeconds: parseDuration('timeout', text('timeout') ?? '30m'),
    maxUnpackedBytes: parseSize('max-unpacked', text('max-unpacked') ?? '20GB'),
  };
}

function builderOf(
  text: (name: InputName) => string | undefined,
): Pick<Inputs, 'builder' | 'keepBuilder' | 'buildkitImage'> {
  return {
    builder: text('builder'),
    keepBuilder: parseSwitch('keep-builder', text('keep-builder') ?? 'false'),
    buildkitImage: text('buildkit-image'),
  };
}

function split(value: string | undefined, kind: (typeof INPUT_KINDS)[InputName]): string[] {
  const separator = kind === 'list' ? /[\n,]/ : /\n/;
  return (value ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function requestOf(text: (name: InputName) => string | undefined): Inputs['request'] {
  const given = REPEATED.flatMap((name) => {
    const value = text(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
