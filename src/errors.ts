/** Where in a file of the user a mistake stands. Lines count from 1. */
export interface Place {
  readonly file: string;
  readonly startLine?: number;
  readonly endLine?: number;
}

/** The workflow's author can mend it. The message says what failed, why, and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: Place | undefined;

  constructor(message: string, options?: {readonly cause?: unknown; readonly place?: Place}) {
    super(message, options?.cause === undefined ? undefined : {cause: options.cause});
    this.place = options?.place;
  }
}

/** Why a file that the repository names was not read. */
export type Refusal = 'absent' | 'outside' | 'not-a-file' | 'too-large' | 'unreadable';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  absent: 'is not there: put a file there, or take out what names it',
  outside:
    'leads out of the repository: put the file itself there, or name where it lies with the input allow (fs.read=PATH)',
  'not-a-file': 'is not a file: put the text itself there',
  'too-large': 'is too large and is not read',
  unreadable: 'cannot be read',
};

/** A file that the repository names and that did not pass (threats.md rule 14): place and kind, never a word of it. */
export class RefusedFile extends UserError {
  readonly refusal: Refusal;

  /** @param name as the reader knows it @param detail a figure or a code of the system */
  constructor(name: string, refusal: Refusal, detail?: string) {
    super(`${name} ${REFUSALS[refusal]}${detail === undefined ? '' : ` (${detail})`}.`);
    this.refusal = refusal;
  }
}

/** A tool (docker, buildx, Trivy, git) failed. The message says what failed, why, and what to do. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly tool: string;
  readonly place: Place | undefined;

  constructor(
    tool: string,
    message: string,
    options?: {readonly cause?: unknown; readonly place?: Place},
  ) {
    super(message, options?.cause === undefined ? undefined : {cause: options.cause});
    this.tool = tool;
    this.place = options?.place;
  }
}

/**
 * How everything that the run's own end has broken off is told, until the report has the run's reason
 * instead (`domain/report/run-end.ts`): it is no failure of a tool.
 */
export const RUN_OVER = 'the run was stopped';

/** The message of anything that was thrown. */
export function errorMessage(error: unknown): string {
  if (isOfRunEnd(error)) return RUN_OVER;
  const message: unknown =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message : String(error);
}

/** Whether it is one of node's own errors, by its code (`ENOENT`). */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    // Not instanceof: under jest the error is of another realm.
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    codes.some((code) => error.code === code)
  );
}

/** The user, or the runner, asked the run to stop. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The time that the input `timeout` gives is over: the run is ended, and reports what it has. */
export class TimeOver extends Error {
  override readonly name = 'TimeOver';
}

/** The end itself, or node's AbortError that has it as its cause (a broken stream). */
function isOfRunEnd(error: unknown): boolean {
  if (error instanceof TimeOver || error instanceof Interrupted) return true;
  if (typeof error !== 'object' || error === null || !('cause' in error)) return false;
  return hasCode(error, 'ABORT_ERR') && isOfRunEnd(error.cause);
}
