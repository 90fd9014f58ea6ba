/**
 * `npm run bench`: what Plimsoll costs over the bare tools, as ratios in one run. Exit status 1 when a
 * figure is over its limit. With a word, only rows whose part has that name: `npm run bench -- read`.
 */
import {loadavg} from 'node:os';
import {compareRow} from './compare.ts';
import {freshRow} from './fresh.ts';
import {againRow, bigAgainRow, bigGateRow, gateRow} from './gate.ts';
import {describeMemory, describeRow, describeSize, measure, median, type Row} from './measure.ts';
import {linearRows, memoryRows, readRow} from './read.ts';
import {recordRows} from './record.ts';
import {sarifMemoryRow, sarifRow} from './sarif.ts';
import {scanRow} from './scan.ts';
import {startRow} from './start.ts';
import {supplyRow} from './supply.ts';
import {secondRunRow, todayRow} from './today.ts';

const ROWS: Readonly<Record<string, () => Promise<Row>>> = {
  start: startRow,
  read: readRow,
  gate: gateRow,
  big: bigGateRow,
  again: againRow,
  'big-again': bigAgainRow,
  today: todayRow,
  'second-run': secondRunRow,
  fresh: freshRow,
  supply: supplyRow,
  sarif: sarifRow,
};

console.log(
  `load average: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`,
);
const [only] = process.argv.slice(2);
const asked = (part: string): boolean => only === undefined || only === part;
let over = false;
for (const [part, makeRow] of Object.entries(ROWS)) {
  if (!asked(part)) continue;
  const row = await makeRow();
  const measured = await measure(row);
  await row.end?.();
  console.log(describeRow(measured));
  over ||= measured.ratio > measured.limit;
}
if (asked('scan')) {
  const {end, ...row} = await scanRow();
  const measured = await measure(row);
  await end();
  console.log(describeRow(measured));
  const more = median(measured.ours) - median(measured.bare);
  console.log(`${more < 1 ? 'holds' : 'OVER'}  confined scan: ${more.toFixed(2)} s more (< 1)`);
  over ||= measured.ratio > measured.limit || more >= 1;
}
if (asked('record')) {
  const {ratios, size, end} = await recordRows();
  for (const row of ratios) {
    const measured = await measure(row);
    console.log(describeRow(measured));
    over ||= measured.ratio > measured.limit;
  }
  await end();
  console.log(describeSize(size));
  over ||= size.kilobytes > size.limit;
}
if (asked('memory'))
  for (const row of [...(await memoryRows()), await sarifMemoryRow()]) {
    console.log(describeMemory(row));
    over ||= row.megabytes > row.limit;
  }
if (asked('linear'))
  for (const {name, text} of await linearRows()) console.log(`shown  ${name}: ${text}`);
if (asked('compare')) {
  const {name, text} = await compareRow();
  console.log(`shown  ${name}: ${text}`);
}
process.exitCode = over ? 1 : 0;
