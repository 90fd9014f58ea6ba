/**
 * All inputs, a row each: names and descriptions stand in action.yml, and so do defaults. Flags,
 * variables, `--help`, the README's table and what a report repeats of the request are made from it.
 * Pure.
 */
import {UserError} from '../../errors.ts';
import {MODE_IDS, type Mode} from './mode.ts';

/** Rules whose names the policy knows: `policy/mirrored-inputs.ts` does not compile otherwise. */
type MirroredRule = 'size' | 'user' | 'healthcheck' | 'vulnerabilities';

export interface InputRow {
  /** How it is written. `list`: lines or commas; `lines`: lines alone. */
  readonly kind: 'text' | 'switch' | 'list' | 'lines';
  /** Elsewhere it is a mistake to give it. */
  readonly modes: readonly Mode[];
  /** A report may repeat it: it can hold no secret. */
  readonly inReport?: true;
  /** The key of the policy that it goes before; such an input has no default of its own. */
  readonly policy?: {readonly rule: MirroredRule; readonly option: string};
}

const CHECK = {modes: ['check']} as const;
const EVERYWHERE = {modes: MODE_IDS} as const;
const REPORTED = {modes: ['check', 'collect']} as const;
const REPEATED = {inReport: true} as const;

export const INPUTS = {
  files: {kind: 'list', ...CHECK, ...REPEATED},
  targets: {kind: 'list', ...CHECK, ...REPEATED},
  set: {kind: 'lines', ...CHECK},
  allow: {kind: 'lines', ...CHECK},
  workdir: {kind: 'text', ...EVERYWHERE, ...REPEATED},
  'no-cache': {kind: 'switch', ...CHECK, ...REPEATED},
  pull: {kind: 'switch', ...CHECK, ...REPEATED},
  config: {kind: 'text', ...CHECK, ...REPEATED},
  policy: {kind: 'text', ...CHECK},
  'policy-from': {kind: 'text', ...CHECK, ...REPEATED},
  key: {kind: 'text', ...EVERYWHERE, ...REPEATED},
  'max-size': {kind: 'lines', ...CHECK, ...REPEATED, policy: {rule: 'size', option: 'max'}},
  user: {kind: 'text', ...CHECK, ...REPEATED, policy: {rule: 'user', option: 'require'}},
  healthcheck: {
    kind: 'text',
    ...CHECK,
    ...REPEATED,
    policy: {rule: 'healthcheck', option: 'require'},
  },
  'fail-on': {
    kind: 'text',
    ...CHECK,
    ...REPEATED,
    policy: {rule: 'vulnerabilities', option: 'fail-on'},
  },
  enforce: {kind: 'switch', ...EVERYWHERE, ...REPEATED},
  timeout: {kind: 'text', ...EVERYWHERE, ...REPEATED},
  'max-unpacked': {kind: 'text', ...CHECK},
  cache: {kind: 'text', ...CHECK},
  'cache-write': {kind: 'text', ...CHECK, ...REPEATED},
  'cache-timeout': {kind: 'text', ...CHECK, ...REPEATED},
  builder: {kind: 'text', ...CHECK},
  'keep-builder': {kind: 'switch', ...CHECK},
  'buildkit-image': {kind: 'text', ...CHECK},
  'trivy-version': {kind: 'text', ...CHECK, ...REPEATED},
  'trivy-checksum': {kind: 'text', ...CHECK},
  'trivy-url': {kind: 'text', ...CHECK},
  'trivy-path': {kind: 'text', ...CHECK},
  'db-repositories': {kind: 'list', ...CHECK},
  'db-path': {kind: 'text', ...CHECK},
  offline: {kind: 'switch', ...CHECK, ...REPEATED},
  baseline: {kind: 'text', ...CHECK, ...REPEATED},
  sarif: {kind: 'text', ...EVERYWHERE, ...REPEATED},
  'sarif-severity': {kind: 'text', ...EVERYWHERE, ...REPEATED},
  ref: {kind: 'text', ...REPORTED, ...REPEATED},
  sha: {kind: 'text', ...REPORTED, ...REPEATED},
  comment: {kind: 'text', ...EVERYWHERE, ...REPEATED},
  artifact: {kind: 'text', ...CHECK, ...REPEATED},
  mode: {kind: 'text', ...EVERYWHERE, ...REPEATED},
  reports: {kind: 'lines', modes: ['collect']},
  expect: {kind: 'lines', modes: ['collect'], ...REPEATED},
  'run-id': {kind: 'text', modes: ['relay'], ...REPEATED},
  token: {kind: 'text', ...EVERYWHERE},
  'report-dir': {kind: 'text', ...EVERYWHERE},
} as const satisfies Readonly<Record<string, InputRow>>;
export type InputName = keyof typeof INPUTS;

export const INPUT_NAMES = Object.keys(INPUTS).filter((name): name is InputName =>
  Object.hasOwn(INPUTS, name),
);

/** By name, as any row: `INPUTS` keeps each one's own type. */
export function inputRow(name: InputName): InputRow {
  return INPUTS[name];
}

/** Raw values by input name; absent and empty mean the same. */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

/** Of one value; undefined: there is none. */
export type InputText = (name: InputName) => string | undefined;

/** The values of an input, as its row says that they are written. */
export function parseInputList(name: InputName, value: string | undefined): readonly string[] {
  const separator = inputRow(name).kind === 'list' ? /[\n,]/ : /\n/;
  return (value ?? '')
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/**
 * @param given what somebody wrote, without defaults and variables of the surroundings
 * @throws {UserError} at the first that this mode does not take
 */
export function checkMode(mode: Mode, given: readonly InputName[]): void {
  const wrong = given.find((name) => !inputRow(name).modes.includes(mode));
  if (wrong === undefined) return;
  throw new UserError(
    `Input ${wrong} is not for mode ${mode}, and would change nothing: it is for mode ${inputRow(wrong).modes.join(' and ')}. Leave it out, or mend mode.`,
  );
}
