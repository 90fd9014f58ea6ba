/** BuildKit's progress stream (`--progress=rawjson`, one JSON a line) as facts and readable lines. Pure. */
import {Buffer} from 'node:buffer';
import {z} from 'zod';
import {classifyStepEnd} from './step-end.ts';
import {defined} from '../defined.ts';
import {orUndefined} from '../nullish-schemas.ts';
import {largest, smallest} from '../numbers.ts';
import {LineSplitter} from '../text/line-splitter.ts';
import {parseCheck, warningSchema, type BuildCheck} from './checks.ts';

const vertexSchema = z.looseObject({
  digest: z.string(),
  name: z.string().default(''),
  inputs: orUndefined(z.array(z.string())),
  cached: orUndefined(z.boolean()),
  started: orUndefined(z.string()),
  completed: orUndefined(z.string()),
  error: orUndefined(z.string()),
});

const eventSchema = z.looseObject({
  vertexes: orUndefined(z.array(vertexSchema)),
  statuses: orUndefined(
    z.array(
      z.looseObject({
        id: orUndefined(z.string()),
        vertex: z.string(),
        current: orUndefined(z.int()),
      }),
    ),
  ),
  logs: orUndefined(z.array(z.looseObject({vertex: z.string(), data: orUndefined(z.string())}))),
  warnings: orUndefined(z.array(warningSchema)),
});
export type ProgressEvent = z.infer<typeof eventSchema>;

/** Undefined for a line that is no event: other words of buildx share the stream. */
export function parseProgressLine(line: string): ProgressEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const parsed = eventSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** A stretch of time, in milliseconds since the epoch. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

export interface Step {
  readonly digest: string;
  /** Every name it was shown by: targets that share a step each have their own. */
  readonly names: ReadonlySet<string>;
  readonly cached: boolean;
  readonly interval?: Interval;
  /** That it took: targets that share a step each tell of it, at times of their own. */
  readonly seconds: number;
  /** Digests of the steps that it is built upon. */
  readonly inputs: readonly string[];
  readonly error?: string;
  /** Of a build context: bytes that were moved to the builder. */
  readonly transferredBytes: number;
  /** Its last lines of output. */
  readonly output: readonly string[];
}

/** A line for the log; `untrusted` is text of the build itself. */
export interface ProgressLine {
  readonly untrusted: boolean;
  readonly text: string;
}

const OUTPUT_KEPT = 20;
/** What a line has beyond this is not told. */
const LONGEST_LINE = 64 * 1024;

interface StepState {
  readonly names: Set<string>;
  cached: boolean;
  readonly intervals: Interval[];
  inputs: readonly string[];
  error: string | undefined;
  transferredBytes: number;
  readonly output: string[];
  readonly lines: LineSplitter;
  /** Lines that have ended and are not told yet. */
  readonly ended: string[];
  /** Its line is in the log already. */
  shown: boolean;
  underWay: boolean;
}

/** Takes events one by one; gives the lines to show for each, and at the end the steps. */
export class Progress {
  readonly #steps = new Map<string, StepState>();
  readonly #checks = new Map<string, BuildCheck>();

  add(event: ProgressEvent): readonly ProgressLine[] {
    const lines: ProgressLine[] = [];
    for (const vertex of event.vertexes ?? []) lines.push(...this.#vertex(vertex));
    for (const warning of event.warnings ?? []) {
      const check = parseCheck(warning);
      // The stream says each several times.
      if (check !== undefined) this.#checks.set(JSON.stringify(check), check);
    }
    for (const {id = '', vertex, current = 0} of event.statuses ?? [])
      if (id.startsWith('transferring ') && id !== 'transferring dockerfile:') {
        const step = this.#step(vertex);
        step.transferredBytes = Math.max(step.transferredBytes, current);
      }
    for (const log of event.logs ?? []) lines.push(...this.#log(log.vertex, log.data ?? ''));
    return lines;
  }

  /** Names of steps that have begun and not ended: `[web 2/3] RUN npm ci`. */
  underWay(): readonly string[] {
    return [...this.#steps.values()]
      .filter(({underWay}) => underWay)
      .map(({names}) => [...names].at(-1) ?? '')
      .filter(isShown);
  }

  checks(): readonly BuildCheck[] {
    return [...this.#checks.values()];
  }

  steps(): readonly Step[] {
    return [...this.#steps].map(([digest, step]) => {
      const interval = spanOf(step.intervals);
      return {
        digest,
        names: step.names,
        cached: step.cached,
        output: step.output,
        seconds: coveredSeconds(step.intervals),
        inputs: step.inputs,
        transferredBytes: step.transferredBytes,
        ...defined({interval, error: step.error}),
      };
    });
  }

  #step(digest: string): StepState {
    const known = this.#steps.get(digest);
    if (known !== undefined) return known;
    const ended: string[] = [];
    const fresh: StepState = {
      names: new Set(),
      cached: false,
      intervals: [],
      inputs: [],
      error: undefined,
      transferredBytes: 0,
      output: [],
      lines: new LineSplitter((line) => ended.push(line), LONGEST_LINE),
      ended,
      shown: false,
      underWay: false,
    };
    this.#steps.set(digest, fresh);
    return fresh;
  }

  #vertex(vertex: z.infer<typeof vertexSchema>): readonly ProgressLine[] {
    const step = this.#step(vertex.digest);
    step.names.add(vertex.name);
    step.inputs = vertex.inputs ?? step.inputs;
    step.cached ||= vertex.cached === true;
    step.error ??= vertex.error === '' ? undefined : vertex.error;
    step.underWay = vertex.started !== undefined && vertex.completed === undefined;
    if (vertex.started === undefined || vertex.completed === undefined) return [];
    const interval = {start: Date.parse(vertex.started), end: Date.parse(vertex.completed)};
    step.intervals.push(interval);
    if (step.shown || !isShown(vertex.name)) return [];
    step.shown = true;
    const seconds = ((interval.end - interval.start) / 1000).toFixed(1);
    const how = {
      canceled: 'CANCELED',
      process: 'FAILED',
      engine: 'FAILED',
      well: step.cached ? 'CACHED' : `${seconds} s`,
    }[classifyStepEnd(step.error)];
    return [{untrusted: true, text: `${vertex.name}  ${how}`}];
  }

  #log(digest: string, data: string): readonly ProgressLine[] {
    const step = this.#step(digest);
    step.lines.add(Buffer.from(data, 'base64'));
    const whole = step.ended.splice(0).map(lastShown);
    for (const line of whole.slice(-OUTPUT_KEPT)) step.output.push(line);
    step.output.splice(0, Math.max(0, step.output.length - OUTPUT_KEPT));
    // Steps run side by side: each line says whose it is.
    const whose = /^\[[^\]]*\]/.exec([...step.names].at(-1) ?? '')?.[0];
    const prefix = whose === undefined ? '    ' : `    ${whose} `;
    return whole.map((text) => ({untrusted: true, text: `${prefix}${text}`}));
  }
}

/** Of a line that was written over and over (a progress bar) what stood there in the end. */
function lastShown(line: string): string {
  return line.split('\r').findLast((piece) => piece !== '') ?? '';
}

/** BuildKit's own chores (`[internal] ...`) are not what a reader of the log looks for. */
function isShown(name: string): boolean {
  return name !== '' && !/\binternal\]/.test(name) && !name.includes('resolving provenance');
}

function spanOf(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined;
  return {
    start: smallest(intervals.map((interval) => interval.start)),
    end: largest(intervals.map((interval) => interval.end)),
  };
}

/** Seconds that at least one of the intervals covers. */
export function coveredSeconds(intervals: readonly Interval[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const {start, end} of [...intervals].sort((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered / 1000;
}
