/** What an image was built upon, as provenance has its steps. Pure. */
import {z} from 'zod';
import type {Predicate, Step} from './schema.ts';
import {isImage, isSource} from './step-source.ts';

const fileOpSchema = z.object({
  file: z.object({actions: z.tuple([z.object({input: z.int()})]).rest(z.unknown())}),
});

const runOpSchema = z.object({
  exec: z.object({mounts: z.array(z.object({dest: z.string(), input: z.int().optional()}))}),
});

/** What the image was built upon, step by step. */
export interface StepPath {
  /** The output that is the image. */
  readonly output: string;
  /** Step ids from the image's last one down its first inputs. */
  readonly steps: readonly string[];
  /** The step that brings the image of the FROM line; absent when built from scratch. */
  readonly source: string | undefined;
}

type Steps = ReadonlyMap<string, Step>;

export function traceStepPath(graph: {readonly steps: Steps}, output: string): StepPath {
  const steps = new Set<string>();
  let current: string | undefined = output;
  while (current !== undefined && !steps.has(stepId(current))) {
    steps.add(stepId(current));
    current = parentOf(graph.steps.get(stepId(current)));
  }
  const list = [...steps];
  return {output, steps: list, source: list.find((id) => isImage(graph.steps.get(id)))};
}

/** The output that a step builds upon; none for one that starts from scratch. */
function parentOf(step: Step | undefined): string | undefined {
  const input = rootInput(step);
  return input < 0 ? undefined : step?.inputs?.[input];
}

/** Which of its inputs is changed: others are only copied from, or mounted beside. */
function rootInput(step: Step | undefined): number {
  const file = fileOpSchema.safeParse(step?.op?.Op);
  if (file.success) return file.data.file.actions[0].input;
  const run = runOpSchema.safeParse(step?.op?.Op);
  return run.data?.exec.mounts.find(({dest}) => dest === '/')?.input ?? 0;
}

/** True where no image lies below its first step. */
export function isFromScratch({steps}: Pick<Predicate, 'steps'>): boolean {
  const graph = {steps: new Map(steps.map((step) => [step.id, step]))};
  const output = steps.at(-1)?.inputs?.[0];
  if (output === undefined) return false;
  return !traceStepPath(graph, output).steps.some((id) => isSource(graph.steps.get(id)));
}

/** `step12:0` -> `step12`. */
export function stepId(output: string): string {
  return output.split(':')[0] ?? output;
}
