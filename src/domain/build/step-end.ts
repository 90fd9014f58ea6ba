/** How a step ended: what a program of the build's own did is told apart from what BuildKit could not do. Pure. */

/** `process`: a program of the build ended badly; `engine`: BuildKit itself failed (source, cache, export). */
export type StepEnd = 'well' | 'canceled' | 'process' | 'engine';

/** BuildKit quotes the command before it, as Go's `%q` does. */
const PROCESS = 'process "';
const ENDED = '" did not complete successfully: ';
const CANCELED = 'context canceled';

/** @param error of the vertex; a command that it quotes is the repository's own text */
export function classifyStepEnd(error: string | undefined): StepEnd {
  if (error === undefined) return 'well';
  const end = error.lastIndexOf(ENDED);
  const isProcess = error.startsWith(PROCESS) && end >= 0;
  const words = isProcess ? error.slice(end + ENDED.length) : error;
  if (words.trimEnd().endsWith(CANCELED)) return 'canceled';
  return isProcess ? 'process' : 'engine';
}

/** Without what is quoted: commands, names and lines of the repository. */
export function ownWords(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}
