/** Commands that ask nobody: they end well whatever the container does. */
import type {Word} from './tokens.ts';

/** How an interpreter is given its script. */
const INTERPRETERS: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^(?:python|pypy)[\d.]*$/, new Set(['-c'])],
  [/^(?:node|nodejs|bun)$/, new Set(['-e', '--eval', '-p', '--print', '-pe'])],
  [/^(?:perl|ruby)[\d.]*$/, new Set(['-e', '-E'])],
  [/^php[\d.]*$/, new Set(['-r'])],
];

/** Statements that do nothing but end well. */
const IDLE: readonly RegExp[] = [
  /^(?:import (?:sys|os|time)(?:, ?(?:sys|os|time))*|from sys import exit|pass|true|null|undefined|0|1)$/,
  /^(?:sys\.|os\._|process\.)?(?:exit|quit)(?:\(0?\)| 0)?$/,
  /^(?:print|puts|echo|console\.log) ?\(?(?:"[^"]*"|'[^']*'|\d*)\)?$/,
];
const VERSIONS = new Set(['--version', '-version', '-V', '--help']);

/** @param program its name without folders */
export function isIdle(program: string, words: readonly Word[]): boolean {
  if (words.some(({dynamic}) => dynamic)) return false;
  const texts = words.map(({text}) => text);
  const [first = '', second = ''] = texts;
  if (texts.length === 1 && VERSIONS.has(first)) return true;
  // The first process is there as long as the container is.
  if (program === 'kill') return first === '-0' && second === '1' && texts.length === 2;
  const flags = INTERPRETERS.find(([name]) => name.test(program))?.[1];
  const script = flags?.has(first) === true ? texts[1] : undefined;
  return script !== undefined && doesNothing(script);
}

function doesNothing(script: string): boolean {
  return script
    .split(/[;\n]/)
    .map((statement) => statement.trim())
    .every((statement) => statement === '' || IDLE.some((idle) => idle.test(statement)));
}
