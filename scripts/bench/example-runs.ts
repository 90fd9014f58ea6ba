/** The example as it was, and the example of today compared with it: report folders of two real runs. */
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {runCommand} from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

export interface ExampleRuns {
  readonly before: string;
  readonly today: string;
  readonly end: () => Promise<void>;
}

export async function exampleRuns(): Promise<ExampleRuns> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const [before, today] = [join(folder, 'before'), join(folder, 'today')];
  const end = (): Promise<void> => rm(folder, {recursive: true, force: true});
  try {
    await gate(['--files', 'docker-compose.before.yml', '--report-dir', before]);
    await gate(['--report-dir', today, '--baseline', `file=${before}`]);
    return {before, today, end};
  } catch (error) {
    await end();
    throw error;
  }
}

function gate(args: readonly string[]): Promise<void> {
  return runCommand({
    program: process.execPath,
    args: [join(root, 'dist/index.js'), ...args, join(root, 'examples/financehub')],
    statuses: [0, 1],
  });
}
