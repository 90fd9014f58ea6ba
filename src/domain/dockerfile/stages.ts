/** Stages of a Dockerfile, and which of them lead to the one that is built. */
import type {DockerfileInstruction} from './instruction.ts';

const COPY_FROM = /^--from=(.+)$/;
const MOUNT_FROM = /^--mount=(?:.*,)?from=([^,]+)/;

/** What a stage is built from, as far as it is in the same file. */
export interface Stage {
  readonly name: string | undefined;
  /** Position of the stage that its FROM line names; absent for an image from elsewhere. */
  readonly parent: number | undefined;
  /** Positions of the stages that it copies or mounts from. */
  readonly sources: readonly number[];
}

/**
 * @param instructions of the whole file, in order
 * @param args build arguments that were given, over the defaults of the file
 */
export function parseStages(
  instructions: readonly DockerfileInstruction[],
  args: ReadonlyMap<string, string>,
): readonly Stage[] {
  const values = globalArgs(instructions, args);
  const byStage = Map.groupBy(instructions, ({stage}) => stage);
  const stages: Stage[] = [];
  const names: Names = new Map();
  for (const from of instructions.filter(({keyword}) => keyword === 'FROM')) {
    const words = from.text
      .split(/\s+/)
      .slice(1)
      .filter((word) => !word.startsWith('--'));
    const [image = '', as, name] = words;
    const own = byStage.get(from.stage) ?? [];
    const called = as?.toLowerCase() === 'as' ? name : undefined;
    const before = {names, count: stages.length};
    const stage = {
      name: called,
      // Only a name can be a parent: `FROM 0` is an image called 0.
      parent: names.get(substitute(image, values).toLowerCase()),
      sources: own.flatMap(sourcesOf).flatMap((reference) => findStage(before, reference) ?? []),
    };
    if (called !== undefined) names.set(called.toLowerCase(), stages.length);
    stages.push(stage);
  }
  return stages;
}

/**
 * Positions of the stages that lead to `target` (name or position; default the last), it last.
 * Undefined when there is no such stage.
 */
export function usedStages(
  stages: readonly Stage[],
  target: string | undefined,
): readonly number[] | undefined {
  const names = new Map(stages.map(({name}, index) => [name?.toLowerCase() ?? '', index]));
  const all = {names, count: stages.length};
  const built = target === undefined ? stages.length - 1 : findStage(all, target);
  if (built === undefined) return undefined;
  const used = new Set<number>();
  const open = [built];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (used.has(next)) continue;
    used.add(next);
    const stage = stages[next];
    for (const source of stage?.sources ?? []) open.push(source);
    if (stage?.parent !== undefined) open.push(stage.parent);
  }
  // A stage can only use earlier ones: in order, the built one is the last.
  return [...used].sort((a, b) => a - b);
}

/** The built stage, its parent, and so on: whose steps can be layers of the image. */
export function lineage(stages: readonly Stage[], built: number): readonly number[] {
  const list = [built];
  for (let parent = stages[built]?.parent; parent !== undefined; parent = stages[parent]?.parent)
    list.push(parent);
  return list;
}

/** In lower case: the position of the latest of that name. */
type Names = Map<string, number>;

/** By name, else by position. */
function findStage(
  stages: {readonly names: Names; readonly count: number},
  reference: string,
): number | undefined {
  const named = reference === '' ? undefined : stages.names.get(reference.toLowerCase());
  if (named !== undefined) return named;
  const position = /^\d{1,6}$/.test(reference) ? Number(reference) : -1;
  return position >= 0 && position < stages.count ? position : undefined;
}

const FLAGS = new Map([
  ['COPY', COPY_FROM],
  ['ADD', COPY_FROM],
  ['RUN', MOUNT_FROM],
]);

/** What `COPY --from`, `ADD --from` and `RUN --mount=...,from=` name, also behind ONBUILD. */
function sourcesOf({text}: DockerfileInstruction): readonly string[] {
  const words = text.split(/\s+/);
  const start = words[0]?.toUpperCase() === 'ONBUILD' ? 1 : 0;
  const flag = FLAGS.get(words[start]?.toUpperCase() ?? '');
  if (flag === undefined) return [];
  const rest = words.slice(start + 1);
  const end = rest.findIndex((word) => !word.startsWith('--'));
  // What stands behind the flags is the command's own: `RUN tool --from=x`.
  const flags = end < 0 ? rest : rest.slice(0, end);
  return flags.flatMap((word) => flag.exec(word)?.[1] ?? []);
}

/** Values of the arguments that stand before the first FROM. */
function globalArgs(
  instructions: readonly DockerfileInstruction[],
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const {text} of instructions.filter(({keyword, stage}) => keyword === 'ARG' && stage < 0)) {
    for (const word of text.split(/\s+/).slice(1)) {
      const [name = '', ...rest] = word.split('=');
      const value = given.get(name) ?? substitute(unquoted(rest.join('=')), values);
      values.set(name, value.slice(0, LONGEST_NAME));
    }
  }
  return values;
}

/** Arguments that double each other grow without end, and are no name of a stage long before. */
const LONGEST_NAME = 1000;

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** `${BASE:-build}` and `$BASE` by their values. One without its end stands for itself. */
function substitute(text: string, values: ReadonlyMap<string, string>): string {
  const last = text.lastIndexOf('}');
  let made = '';
  let at = 0;
  for (let dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
    const reference = referenceAt(text, {at: dollar, last});
    made += text.slice(at, dollar);
    made += reference === undefined ? '$' : (values.get(reference.name) ?? reference.fallback);
    at = reference?.end ?? dollar + 1;
  }
  return made + text.slice(at);
}

const REFERENCE = /(\{?)(\w+)(:?-)?/y;

/** @param last where the last brace closes: behind it nothing is looked for */
function referenceAt(
  text: string,
  {at, last}: {readonly at: number; readonly last: number},
): {readonly name: string; readonly fallback: string; readonly end: number} | undefined {
  REFERENCE.lastIndex = at + 1;
  const [, brace, name = '', otherwise] = REFERENCE.exec(text) ?? [];
  if (brace === undefined) return undefined;
  if (brace === '') return {name, fallback: '', end: at + 1 + name.length};
  const start = REFERENCE.lastIndex;
  if (start > last) return undefined;
  const close = otherwise === undefined ? start : text.indexOf('}', start);
  if (text[close] !== '}') return undefined;
  return {name, fallback: text.slice(start, close), end: close + 1};
}
