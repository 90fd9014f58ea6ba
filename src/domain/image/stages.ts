/** Stages of a Dockerfile, and which of them lead to the one that is built. */
import type {DockerfileInstruction} from './dockerfile.ts';

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
export function stagesOf(
  instructions: readonly DockerfileInstruction[],
  args: ReadonlyMap<string, string>,
): readonly Stage[] {
  const values = globalArgs(instructions, args);
  const stages: Stage[] = [];
  for (const from of instructions.filter(({keyword}) => keyword === 'FROM')) {
    const words = from.text
      .split(/\s+/)
      .slice(1)
      .filter((word) => !word.startsWith('--'));
    const [image = '', as, name] = words;
    const own = instructions.filter(({stage}) => stage === from.stage);
    stages.push({
      name: as?.toLowerCase() === 'as' ? name : undefined,
      // Only a name can be a parent: `FROM 0` is an image called 0.
      parent: findName(stages, substitute(image, values)),
      sources: own.flatMap(sourcesOf).flatMap((reference) => findStage(stages, reference) ?? []),
    });
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
  const built = target === undefined ? stages.length - 1 : findStage(stages, target);
  if (built === undefined) return undefined;
  const used = new Set<number>();
  const open = [built];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (used.has(next)) continue;
    used.add(next);
    const stage = stages[next];
    open.push(...(stage?.sources ?? []));
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

/** In any case; the latest of that name. */
function findName(stages: readonly Stage[], reference: string): number | undefined {
  const wanted = reference.toLowerCase();
  const index = stages.findLastIndex(({name}) => name?.toLowerCase() === wanted);
  return index < 0 ? undefined : index;
}

/** By name, else by position. */
function findStage(stages: readonly Stage[], reference: string): number | undefined {
  const named = findName(stages, reference);
  if (named !== undefined) return named;
  const position = /^\d{1,6}$/.test(reference) ? Number(reference) : -1;
  return position >= 0 && position < stages.length ? position : undefined;
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
      const value =
        given.get(name) ?? substitute(rest.join('=').replace(/^(["'])(.*)\1$/, '$2'), values);
      values.set(name, value);
    }
  }
  return values;
}

/** `${BASE:-build}` and `$BASE` by their values. */
function substitute(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{\w+(?::?-[^}]*)?\}|\w+)/g, (reference) => {
    const [, name = '', fallback = ''] = /^\$\{?(\w+)(?::?-([^}]*))?/.exec(reference) ?? [];
    return values.get(name) ?? fallback;
  });
}
