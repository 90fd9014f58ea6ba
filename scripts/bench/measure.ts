/** Ratios of times in one run: medians of interleaved runs, with their spread. */
import {spawn} from 'node:child_process';

/** One side of a ratio: does its work once. */
export type Work = () => Promise<void>;

export interface Row {
  readonly name: string;
  readonly limit: number;
  /** How many times each side runs. */
  readonly runs: number;
  readonly ours: Work;
  readonly bare: Work;
  /** Before each side, and not measured. */
  readonly before?: Work;
  /** What was made for it goes. */
  readonly end?: () => Promise<unknown>;
}

export interface Measured {
  readonly name: string;
  readonly limit: number;
  readonly ratio: number;
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

/** A figure without a limit. */
export interface Shown {
  readonly name: string;
  readonly text: string;
}

/** Runs both sides in turn, so that a slow minute of the machine falls on both. */
export async function measure(row: Row): Promise<Measured> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < row.runs; run += 1) {
    await row.before?.();
    bare.push(await secondsOf(row.bare));
    await row.before?.();
    ours.push(await secondsOf(row.ours));
  }
  return {name: row.name, limit: row.limit, ratio: median(ours) / median(bare), ours, bare};
}

async function secondsOf(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** `whole gate  1.18 (<= 1.25)  ours 9.10 s [8.90..9.60]  bare 7.70 s [7.60..8.10]`. */
export function describeRow(measured: Measured): string {
  const side = (values: readonly number[]): string =>
    `${median(values).toFixed(3)} s [${Math.min(...values).toFixed(3)}..${Math.max(...values).toFixed(3)}]`;
  const verdict = measured.ratio <= measured.limit ? 'holds' : 'OVER';
  return (
    `${verdict}  ${measured.name}: ${measured.ratio.toFixed(2)} (<= ${measured.limit.toFixed(2)}), ` +
    `ours ${side(measured.ours)}, bare ${side(measured.bare)}`
  );
}

export interface MemoryRow {
  readonly name: string;
  /** MB of 10^6 bytes. */
  readonly limit: number;
  readonly megabytes: number;
}

/** `holds  peak memory, an image of 5 GB: 150 MB (<= 200)`. */
export function describeMemory({name, limit, megabytes}: MemoryRow): string {
  const verdict = megabytes <= limit ? 'holds' : 'OVER';
  return `${verdict}  ${name}: ${megabytes.toFixed(0)} MB (<= ${limit})`;
}

export interface SizeRow {
  readonly name: string;
  /** kB of 10^3 bytes. */
  readonly limit: number;
  readonly kilobytes: number;
}

/** `holds  what an image leaves: 180 kB (<= 300)`. */
export function describeSize({name, limit, kilobytes}: SizeRow): string {
  const verdict = kilobytes <= limit ? 'holds' : 'OVER';
  return `${verdict}  ${name}: ${kilobytes.toFixed(0)} kB (<= ${limit})`;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit statuses that are no failure; 0 alone when absent. */
  readonly statuses?: readonly number[];
}

/** A variable of the lab. */
export function fromEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: run 'lab/up' and 'eval "$(lab/env)"' first.`);
  }
  return value;
}

/** Runs a program to its end. @throws with its last words when it does not exit with 0 */
export function runCommand(command: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: {...process.env, ...command.env},
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if ((command.statuses ?? [0]).includes(code ?? -1)) resolve();
      else reject(new Error(`${command.program} ended with ${String(code)}: ${words}`));
    });
  });
}
