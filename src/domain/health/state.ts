/** What `docker inspect` says of a container that is awaited. Pure. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import {known, unable, type Known} from '../known.ts';
import {orUndefined} from '../nullish-schemas.ts';
import {lastLines} from './lines.ts';

/** `Health` is absent where the engine has not begun to ask, or asks nothing. */
const schema = z.looseObject({
  Status: z.string(),
  ExitCode: z.int(),
  Error: orUndefined(z.string()),
  OOMKilled: orUndefined(z.boolean()),
  Health: z
    .looseObject({
      Status: z.string(),
      Log: z.array(z.looseObject({ExitCode: z.int(), Output: z.string()})).nullish(),
    })
    .nullish(),
});

export interface ContainerState {
  readonly phase: 'awaited' | 'healthy' | 'ended';
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  /** Why the engine could not start it; empty when it could. */
  readonly error: string;
  /** What the last check said that failed; absent while none has answered. */
  readonly check?: readonly string[];
  /** The image does not have the program that the last check called. */
  readonly isCheckMissing: boolean;
}

/** @param text the JSON of `.State` */
export function parseState(text: string): Known<ContainerState> {
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success)
    return unable('the engine does not say the state of a container in a form that is known');
  const {Status, ExitCode, Error: error, OOMKilled, Health} = parsed.data;
  const last = Health?.Log?.at(-1);
  // An engine calls a container that has ended unhealthy.
  const isUp = Status === 'running';
  const hasEnded = Status === 'exited' || Status === 'dead';
  return known({
    phase: hasEnded ? 'ended' : isUp && Health?.Status === 'healthy' ? 'healthy' : 'awaited',
    exitCode: ExitCode,
    outOfMemory: OOMKilled === true,
    error: error ?? '',
    isCheckMissing: last !== undefined && isMissing(last),
    ...defined({check: last && lastLines(last.Output.split('\n'))}),
  });
}

/** A shell's own exit statuses for it, and the engine's words (a check that took too long has -1 too). */
function isMissing(check: {readonly ExitCode: number; readonly Output: string}): boolean {
  const {ExitCode, Output} = check;
  return (
    ExitCode === 126 || ExitCode === 127 || (ExitCode === -1 && /^OCI runtime exec/.test(Output))
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Docker's own exit statuses for a command that is not in the image, or that is not to be run. */
export function isCommandMissing({exitCode}: ContainerState): boolean {
  return exitCode === 126 || exitCode === 127;
}

/** The kernel's word for a program of another processor, or for a script without its first line. */
export function isForeignProgram(words: readonly string[]): boolean {
  return words.some((line) => /\bexec format error\b/i.test(line));
}
