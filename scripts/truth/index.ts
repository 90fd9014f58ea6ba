/**
 * `npm run truth`: our figures beside those of tools that others wrote. Exit status 1 when one differs
 * without an explanation, or when a tool did not run.
 */
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {contextRows} from './context-transfer.ts';
import {filteredRows} from './filtered.ts';
import {rowsOf} from './checks/index.ts';
import {definitionRows} from './definitions.ts';
import {isFailure, renderReasons, renderRow, renderTotals, type Row} from './row.ts';
import {subjects} from './subjects.ts';
import {systemRows} from './systems.ts';
import {userRows} from './users.ts';
import {bringUpTools, runAsRoot} from './tools.ts';

/** Parts of names of images; none: all. */
const wanted = process.argv.slice(2);
const work = await mkdtemp(join(tmpdir(), 'plimsoll-truth-'));
const rows: Row[] = [];
function tell(row: Row): void {
  console.log(renderRow(row));
  rows.push(row);
}

try {
  await bringUpTools();
  for await (const made of subjects(work, wanted)) {
    for await (const row of rowsOf(made)) tell(row);
  }
  for await (const row of userRows(work, wanted)) tell(row);
  for await (const row of definitionRows(work, wanted)) tell(row);
  for await (const row of contextRows(wanted)) tell(row);
  for await (const row of filteredRows(work, wanted)) tell(row);
  for await (const row of systemRows(work, wanted)) tell(row);
} finally {
  await runAsRoot({program: 'rm', args: ['-rf', work]});
}
console.log(`Explained:\n${renderReasons(rows)}`);
console.log(renderTotals(rows));
process.exitCode = rows.length === 0 || rows.some(isFailure) ? 1 : 0;
