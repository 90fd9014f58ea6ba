/** What both invocations ask for: inputs of action.yml, the same names as flags, variables of the command. */
import {textBefore} from './domain/text/truncate.ts';
import {parseArgs, type ParseArgsOptionsConfig} from 'node:util';
import {closest} from 'fastest-levenshtein';
import actionDocument from '../action.yml';
import type {Workflow} from './deps.ts';
import {VERSION} from './domain/plimsoll-version.ts';
import {UserError} from './errors.ts';
import {INPUT_NAMES, inputRow, type InputName, type RawInputs} from './domain/inputs/table.ts';
import {checkGiven, parseInputs, type InvocationContext, type Inputs} from './inputs.ts';
import {ownProperty} from './domain/own-property.ts';

export type ParsedCommand =
  | {readonly kind: 'check'; readonly inputs: Inputs}
  /** Printed, and that is all. */
  | {readonly kind: 'words'; readonly text: string};

/** Flags of the command alone. */
const COMMAND_FLAGS = {
  json: 'Print report.json to standard output, and nothing else there.',
  keep: 'Keep the image layouts after the run.',
  help: 'Print this help.',
  version: 'Print the version.',
} as const;

/** `max-size` -> `PLIMSOLL_MAX_SIZE`. */
export function environmentVariableName(name: InputName): string {
  return `PLIMSOLL_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** @throws {UserError} for a flag or a value that is not known */
export function parseCommand(
  workflow: Pick<Workflow, 'invocation' | 'env' | 'args' | 'cwd' | 'columns'>,
): ParsedCommand {
  if (workflow.invocation === 'action') {
    const raw = rawFrom((name) => ownProperty(workflow.env, `INPUT_${name.toUpperCase()}`));
    const doorway = {invocation: workflow.invocation, cwd: workflow.cwd, json: false, keep: false};
    return asked(raw, {given: raw, doorway});
  }
  const {values, positionals} = parseFlags(workflow.args);
  if (values['help'] === true) return {kind: 'words', text: helpText(workflow.columns ?? 80)};
  if (values['version'] === true) return {kind: 'words', text: `${VERSION}\n`};
  if (positionals.length > 1) {
    throw new UserError(
      `Only one folder is gated at a time, and ${positionals.length} were given: ${positionals.join(', ')}.`,
    );
  }
  const given = rawFrom((name) => flagText(values[name]));
  const raw = rawFrom(
    (name) => given[name] ?? ownProperty(workflow.env, environmentVariableName(name)),
  );
  const [folder] = positionals;
  const placed = folder === undefined ? raw : {...raw, workdir: folder};
  const doorway = {
    invocation: workflow.invocation,
    cwd: workflow.cwd,
    json: values['json'] === true,
    keep: values['keep'] === true,
  };
  return asked(placed, {given, doorway});
}

/** Variables of a machine may be there for another mode. */
function asked(
  raw: RawInputs,
  {given, doorway}: {readonly given: RawInputs; readonly doorway: InvocationContext},
): ParsedCommand {
  const inputs = parseInputs(raw, doorway);
  checkGiven(given, inputs.mode);
  return {kind: 'check', inputs};
}

function rawFrom(valueOf: (name: InputName) => string | undefined): RawInputs {
  const pairs = INPUT_NAMES.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(pairs.filter((pair) => pair[1] !== undefined));
}

type FlagValue = string | boolean | (string | boolean)[] | undefined;

/** A list may be given by repeating its flag. */
function flagText(value: FlagValue): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join('\n') : String(value);
}

function parseFlags(args: readonly string[]): {
  values: Record<string, FlagValue>;
  positionals: string[];
} {
  try {
    const {values, positionals} = parseArgs({
      args: args.map(expandSwitch),
      options: flagOptions(),
      allowPositionals: true,
    });
    return {values, positionals};
  } catch (cause) {
    throw new UserError(flagError(args, cause), {cause});
  }
}

function flagOptions(): ParseArgsOptionsConfig {
  const inputs = INPUT_NAMES.map(
    (name) =>
      [name, {type: 'string', multiple: ['list', 'lines'].includes(inputRow(name).kind)}] as const,
  );
  const own = Object.keys(COMMAND_FLAGS).map((name) => [name, {type: 'boolean'}] as const);
  return {
    ...Object.fromEntries(inputs),
    ...Object.fromEntries(own),
    help: {type: 'boolean', short: 'h'},
  };
}

/** A switch may stand alone: `--pull` is `--pull=true`. */
function expandSwitch(arg: string): string {
  const name = INPUT_NAMES.find((known) => arg === `--${known}`);
  return name !== undefined && inputRow(name).kind === 'switch' ? `${arg}=true` : arg;
}

function flagError(args: readonly string[], cause: unknown): string {
  const known = [...INPUT_NAMES, ...Object.keys(COMMAND_FLAGS)];
  const unknown = args
    .filter((arg) => arg.startsWith('-'))
    .map((arg) => textBefore(arg.replace(/^-+/, ''), '='))
    .find((name) => name !== 'h' && !known.includes(name));
  if (unknown !== undefined) {
    return `There is no flag --${unknown}; the nearest is --${closest(unknown, known)}. \`plimsoll --help\` lists them all.`;
  }
  return `The command line is not understood: ${cause instanceof Error ? cause.message : String(cause)}. \`plimsoll --help\` shows how it is written.`;
}

/** The help of the command, made from action.yml. */
function helpText(columns: number): string {
  const {inputs} = actionDocument;
  const width = Math.max(40, Math.min(columns, 100));
  const entries = INPUT_NAMES.map((name) => {
    const input = inputs[name];
    const fallback = input?.default === undefined ? '' : ` Default: ${input.default}.`;
    return describe(`--${name}`, {text: `${input?.description ?? ''}${fallback}`, width});
  });
  const own = Object.entries(COMMAND_FLAGS).map(([name, text]) =>
    describe(`--${name}`, {text, width}),
  );
  return [
    'Usage: plimsoll [flags] [DIR]',
    '',
    'Builds the container images of DIR (here when absent), looks inside them, scans them and holds',
    'them to their load line. Each flag may also be a variable: --max-size is PLIMSOLL_MAX_SIZE.',
    '',
    ...entries,
    ...own,
    '',
    'Exit status: 0 pass, 1 fail, 2 unable, 64 wrong use or configuration, 130 interrupted.',
    '',
  ].join('\n');
}

function describe(
  flag: string,
  {text, width}: {readonly text: string; readonly width: number},
): string {
  const indent = ' '.repeat(22);
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll('`', '').split(/\s+/)) {
    if (line !== '' && indent.length + line.length + word.length >= width) {
      lines.push(line);
      line = '';
    }
    line += `${line === '' ? '' : ' '}${word}`;
  }
  const rows = [...lines, line].map((row, index) =>
    index === 0 ? `  ${flag.padEnd(19)} ${row}` : indent + row,
  );
  return rows.join('\n');
}
