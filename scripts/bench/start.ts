import {resolve} from 'node:path';
import {runCommand, type Row} from './measure.ts';

const entry = resolve(import.meta.dirname, '../../dist/index.js');

/** Starting the bundle for its help, over starting node for nothing. */
export function startRow(): Promise<Row> {
  const node = (args: readonly string[]) => () => runCommand({program: process.execPath, args});
  return Promise.resolve({
    name: 'start: dist/index.js --help over node -e 0',
    limit: 4,
    runs: 15,
    ours: node([entry, '--help']),
    bare: node(['-e', '0']),
  });
}
