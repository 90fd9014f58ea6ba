import {truncate} from '../domain/text/truncate.ts';
import {withoutEscapes} from '../domain/text/plain-text.ts';
import type {RunResult} from '../deps.ts';
import {RUN_OVER, ToolError} from '../errors.ts';

export interface ToolTask {
  /** The program's name, as a reader knows it. */
  readonly tool: string;
  /** What it was asked to do: `print the build definition`. */
  readonly doing: string;
}

/** @throws {ToolError} with the tool's own last words unless it ended well */
export function expectSuccess(result: RunResult, {tool, doing}: ToolTask): RunResult {
  if (hasSucceeded(result)) return result;
  throw new ToolError(tool, `${tool} could not ${doing}: ${describeEnding(result)}.`);
}

export function hasSucceeded({ended, exitCode}: RunResult): boolean {
  return ended === 'exit' && exitCode === 0;
}

/** How a child ended badly, in words without a full stop. */
export function describeEnding(result: RunResult): string {
  switch (result.ended) {
    case 'missing':
      return 'the program is not installed or not on PATH';
    case 'deadline':
      return `it was ended after ${Math.round(result.seconds)} seconds`;
    case 'stopped':
      return RUN_OVER;
    case 'aborted':
      return 'it took too long and was given up';
    case 'signal':
      return `it was killed${wordsAfter(lastErrorLine(result.stderr))}`;
    case 'exit':
      return `exit status ${result.exitCode}${wordsAfter(lastErrorLine(result.stderr))}`;
  }
}

function wordsAfter(words: string): string {
  return words === '' ? '' : `, ${words}`;
}

/** The last line of standard error that says something, without colours, the word ERROR and a full stop. */
export function lastErrorLine(stderr: string): string {
  const lines = withoutEscapes(stderr)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const errors = lines.filter((line) => /^(ERROR|FATAL|fatal|error)\b/.test(line));
  const line = errors.at(-1) ?? lines.at(-1) ?? '';
  return truncate(line.replace(/^(ERROR|error|fatal):\s*/, '').replace(/\.$/, ''), 500);
}
