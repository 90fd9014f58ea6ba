/** What was asked, read once. Names and descriptions live in action.yml alone. */
import {resolve} from 'node:path';
import actionDocument from '../action.yml';
import {parseCacheInputs, type CacheInputs} from './domain/inputs/cache.ts';
import {parseBaseline, type BaselineSource} from './domain/keep/baseline-source.ts';
import {parseTrivySource, type TrivySource} from './domain/supply/trivy-source.ts';
import {parseModeInputs, type Mode, type ModeInputs} from './domain/inputs/mode.ts';
import {
  checkRepositories,
  parseChoice,
  parseDuration,
  parseSize,
  parseSwitch,
} from './domain/inputs/values.ts';
import {parsePublishingInputs, type PublishingInputs} from './domain/inputs/publishing.ts';
import type {Invocation} from './deps.ts';
import {
  checkMode,
  INPUT_NAMES,
  inputRow,
  parseInputList,
  type InputName,
  type InputText,
  type RawInputs,
} from './domain/inputs/table.ts';
import {policyInputs, type PolicyInputs} from './domain/policy/mirrored-inputs.ts';

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
  readonly trivy: TrivySource;
  /** In order of preference; empty: Trivy's own. */
  readonly dbRepositories: readonly string[];
  /** A folder that holds `db/trivy.db` (a Trivy cache folder); nothing is fetched then. */
  readonly dbPath: string | undefined;
  /** Nothing is fetched; what is kept on this machine is used. */
  readonly offline: boolean;
  /** Absolute: a record or a report folder to compare with; undefined: nothing is compared. */
  readonly baseline: BaselineSource | undefined;
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

export type {RawInputs};

const CWD = 'cwd://';

export interface InvocationContext {
  readonly invocation: Invocation;
  /** Absolute: what relative paths of inputs start from. */
  readonly cwd: string;
  readonly json: boolean;
  readonly keep: boolean;
}

/** As action.yml has it; one that is an expression is filled in by the runner alone. */
export function inputDefault(name: InputName): string | undefined {
  const text = actionDocument.inputs[name]?.default;
  return text?.includes('${{') === true ? undefined : text;
}

/**
 * What somebody wrote, in an input or a flag: no default, which the runner gives as if it were written.
 * @throws {UserError} at one that the mode does not take
 */
export function checkGiven(raw: RawInputs, mode: Mode): void {
  const given = INPUT_NAMES.filter((name) => {
    const value = written(raw, name);
    return value !== undefined && value !== actionDocument.inputs[name]?.default;
  });
  checkMode(mode, given);
}

function written(raw: RawInputs, name: InputName): string | undefined {
  const value = raw[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** As bake-action’s users write what is here and not in a remote definition. */
function withoutCwd(file: string): string {
  return file.startsWith(CWD) ? file.slice(CWD.length) : file;
}

/**
 * Checks what either invocation gave.
 * @throws {UserError} that names the input, its value and what is allowed
 */
export function parseInputs(raw: RawInputs, doorway: InvocationContext): Inputs {
  const text: InputText = (name) => written(raw, name) ?? inputDefault(name);
  const word = (name: InputName): string => text(name) ?? '';
  const list = (name: InputName): readonly string[] => parseInputList(name, text(name));
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
    config: text('config'),
    policy: text('policy'),
    policyFrom: parseChoice('policy-from', text('policy-from') ?? 'head', POLICY_SOURCES),
    key: text('key'),
    mirrors: policyInputs(text),
    enforce: parseSwitch('enforce', word('enforce')),
    timeoutSeconds: parseDuration('timeout', word('timeout')),
    maxUnpackedBytes: parseSize('max-unpacked', word('max-unpacked')),
    ...parseCacheInputs(word),
    builder: text('builder'),
    keepBuilder: parseSwitch('keep-builder', word('keep-builder')),
    buildkitImage: text('buildkit-image'),
    trivy: trivyOf(text, path),
    dbRepositories: checkRepositories(list('db-repositories')),
    dbPath: path('db-path'),
    offline: parseSwitch('offline', word('offline')),
    baseline: parseBaseline(text('baseline'), doorway),
    reportDir: path('report-dir'),
    ...parsePublishingInputs(text),
    ...parseModeInputs(text, list),
    json: doorway.json,
    keep: doorway.keep,
    request: requestOf(raw),
  };
}

function trivyOf(text: InputText, path: InputText): TrivySource {
  return parseTrivySource({
    version: text('trivy-version') ?? '',
    checksum: text('trivy-checksum'),
    url: text('trivy-url'),
    path: path('trivy-path'),
  });
}

function requestOf(raw: RawInputs): Inputs['request'] {
  const given = INPUT_NAMES.filter((name) => inputRow(name).inReport === true).flatMap((name) => {
    const value = written(raw, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
