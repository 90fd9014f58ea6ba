/** How a health check's script can end: every way that cannot be ruled out without running it. */
import {isIdle} from './idle.ts';
import {parseScript} from './syntax.ts';
import type {Group, List, Part, Pipeline, Simple} from './syntax.ts';
import type {Word} from './tokens.ts';

/** `ok` and `fail` go on with the next statement, the others end the script. */
type Outcome = 'ok' | 'fail' | 'exit-ok' | 'exit-fail';
type Outcomes = ReadonlySet<Outcome>;

const OK: Outcomes = new Set<Outcome>(['ok']);
const ANY: Outcomes = new Set<Outcome>(['ok', 'fail']);
const ALWAYS_OK = new Set(['true', ':', 'echo', 'printf', 'sleep', 'unset', 'export']);
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);
const PREFIXES = new Set(['exec', 'command', 'builtin', 'env', 'busybox', 'nohup']);
/** A script inside a script inside a script is not followed further. */
const DEEPEST = 5;
/** Longer scripts are taken for ones that can fail. */
const LONGEST = 20_000;

interface Shell {
  /** `set -e` was seen: a failing statement ends the script. */
  errexit: boolean;
  readonly depth: number;
}

/** True when a script gives status 0 whatever happens inside the container. */
export function scriptNeverFails(script: string): boolean {
  return neverFails(outcomesOf(script, {errexit: false, depth: 0}));
}

/** The same for a command that is started without a shell. */
export function commandNeverFails(argv: readonly string[]): boolean {
  const words = argv.map((text): Word => ({kind: 'word', text, quoted: true, dynamic: false}));
  return neverFails(
    runSimple({kind: 'simple', words, risky: false}, OK, {errexit: false, depth: 0}),
  );
}

function neverFails(outcomes: Outcomes): boolean {
  return !outcomes.has('fail') && !outcomes.has('exit-fail');
}

function outcomesOf(script: string, shell: Shell): Outcomes {
  const followed = shell.depth <= DEEPEST && script.length <= LONGEST;
  const list = followed ? parseScript(script) : undefined;
  return list === undefined ? ANY : runList(list, OK, shell);
}

function runList(list: List, before: Outcomes, shell: Shell): Outcomes {
  return list.reduce<Outcomes>((state, statement) => {
    const after = runParts(statement.parts, state, shell);
    if (statement.background) return union(only(state, ['exit-ok', 'exit-fail']), OK);
    return shell.errexit && after.has('fail') ? union(after, new Set(['exit-fail'])) : after;
  }, before);
}

function runParts(parts: readonly Part[], before: Outcomes, shell: Shell): Outcomes {
  return parts.reduce<Outcomes>((state, {after, pipeline}) => {
    if (after === undefined) return runOn(pipeline, state, {on: ['ok', 'fail'], shell});
    return runOn(pipeline, state, {on: [after === '&&' ? 'ok' : 'fail'], shell});
  }, before);
}

/** Runs a pipeline for those of the states that lead to it; the others stay. */
function runOn(
  pipeline: Pipeline,
  state: Outcomes,
  {on, shell}: {on: readonly Outcome[]; shell: Shell},
): Outcomes {
  const live = only(state, on);
  if (live.size === 0) return state;
  const rest = new Set([...state].filter((outcome) => !on.includes(outcome)));
  const ran = runPipeline(pipeline, live, shell);
  return union(rest, pipeline.optional ? union(union(ran, live), OK) : ran);
}

function runPipeline(pipeline: Pipeline, live: Outcomes, shell: Shell): Outcomes {
  const {last} = pipeline;
  const ran = last.kind === 'group' ? runGroup(last, live, shell) : runSimple(last, live, shell);
  const status = pipeline.length > 1 ? asStatus(ran) : ran;
  return pipeline.negated ? mapped(status, {ok: 'fail', fail: 'ok'}) : status;
}

function runGroup(group: Group, live: Outcomes, shell: Shell): Outcomes {
  if (!group.subshell) return runList(group.list, live, shell);
  return asStatus(runList(group.list, live, {...shell}));
}

function runSimple(command: Simple, live: Outcomes, shell: Shell): Outcomes {
  const words = withoutPrefixes(command.words);
  const [name, ...rest] = words;
  if (command.risky) return ANY;
  if (command.words.length === 0) return live;
  if (name === undefined) return command.words.some((word) => word.dynamic) ? ANY : OK;
  if (name.dynamic) return ANY;
  const program = name.text.slice(name.text.lastIndexOf('/') + 1);
  if (program === 'exit') return runExit(rest[0], live);
  if (program === 'set') return runSet(rest, shell);
  if (program === 'false') return new Set<Outcome>(['fail']);
  if (SHELLS.has(program)) return runShell(rest, shell);
  return ALWAYS_OK.has(program) || isIdle(program, rest) ? OK : ANY;
}

/** Without `A=1`, `exec`, `env` and the like, which only start what follows. */
function withoutPrefixes(words: readonly Word[]): readonly Word[] {
  const start = words.findIndex(
    (word) =>
      !/^[A-Za-z_]\w*=/.test(word.text) &&
      !PREFIXES.has(word.text.slice(word.text.lastIndexOf('/') + 1)),
  );
  return start === -1 ? [] : words.slice(start);
}

function runExit(status: Word | undefined, live: Outcomes): Outcomes {
  if (status === undefined || status.text === '$?')
    return mapped(live, {ok: 'exit-ok', fail: 'exit-fail'});
  if (status.dynamic) return new Set<Outcome>(['exit-ok', 'exit-fail']);
  return new Set<Outcome>([Number(status.text) % 256 === 0 ? 'exit-ok' : 'exit-fail']);
}

function runSet(options: readonly Word[], shell: Shell): Outcomes {
  // pipefail makes the status of every pipeline depend on all its commands.
  if (options.some((word) => /^-\w*e|^errexit$|^pipefail$/.test(word.text))) shell.errexit = true;
  return OK;
}

/** `sh -c 'script'`, `bash -euo pipefail -c 'script'`. */
function runShell(words: readonly Word[], shell: Shell): Outcomes {
  const flag = words.findIndex((word) => /^-\w*c$/.test(word.text));
  const script = words[flag + 1];
  if (flag === -1 || script === undefined || script.dynamic) return ANY;
  const errexit = words.slice(0, flag + 1).some((word) => /^-\w*e|^errexit$/.test(word.text));
  return asStatus(outcomesOf(script.text, {errexit, depth: shell.depth + 1}));
}

/** What a shell or subshell gives to the one that started it. */
function asStatus(outcomes: Outcomes): Outcomes {
  return mapped(outcomes, {'exit-ok': 'ok', 'exit-fail': 'fail'});
}

function mapped(outcomes: Outcomes, change: Partial<Record<Outcome, Outcome>>): Outcomes {
  return new Set([...outcomes].map((outcome) => change[outcome] ?? outcome));
}

function only(outcomes: Outcomes, kept: readonly Outcome[]): Outcomes {
  return new Set([...outcomes].filter((outcome) => kept.includes(outcome)));
}

function union(one: Outcomes, other: Outcomes): Outcomes {
  return new Set([...one, ...other]);
}
