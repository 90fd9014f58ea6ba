/** Where what a step brings into an image can come from. Pure. */
import type {BuildStep} from '../../provenance/steps.ts';

export type OriginStep = Pick<BuildStep, 'id' | 'inputs' | 'text'>;

type Steps = ReadonlyMap<string, OriginStep>;

export interface Origin {
  /** Nearest first: the step itself; what it copies or mounts from other stages; all that it is built upon. */
  readonly reaches: readonly ReadonlySet<string>[];
  /** What was run for it, as BuildKit has it. */
  readonly commands: readonly string[];
}

/** @param steps of the image's build, by id */
export function stepOrigin(step: string, steps: Steps): Origin {
  // The first input is what the step is done upon.
  const others = steps.get(step)?.inputs.slice(1) ?? [];
  const all = closureOf([step], steps);
  const texts = [...all].map((id) => steps.get(id)?.text ?? '');
  return {
    reaches: [new Set([step]), closureOf(others, steps), all],
    commands: texts.filter((text) => text.startsWith('{"exec":')),
  };
}

function closureOf(start: readonly string[], steps: Steps): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(steps.get(next)?.inputs ?? []));
  }
  return reached;
}
