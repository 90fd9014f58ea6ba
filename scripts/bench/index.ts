/**
 * `npm run bench`: what Plimsoll costs over the bare tools, as ratios in one run. Exit status 1 when a
 * figure is over its limit.
 */
import {describeRow, measure} from './measure.ts';
import {gateRow} from './gate.ts';
import {startRow} from './start.ts';

let over = false;
for (const makeRow of [startRow, gateRow]) {
  const measured = await measure(await makeRow());
  console.log(describeRow(measured));
  over ||= measured.ratio > measured.limit;
}
process.exitCode = over ? 1 : 0;
