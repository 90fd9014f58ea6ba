/** 25,000 findings as compressed SARIF, over writing the same data as JSON and compressing that. */
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {BUNDLING} from '../bundling.mjs';
import {LARGEST_RUN} from '../../src/publishers/sarif/render.ts';
import {largeReport} from './large-report.ts';
import type {MemoryRow, Row} from './measure.ts';
import {compressedSarif} from './sarif-maker.ts';

const LIMIT_MB = 200;

export function sarifRow(): Promise<Row> {
  const {report} = largeReport(LARGEST_RUN);
  return Promise.resolve({
    name: `rendering and compressing ${LARGEST_RUN} findings as SARIF over JSON and gzip of the same data`,
    ...{limit: 3, runs: 7},
    ours: async () => {
      await compressedSarif(report);
    },
    bare: () => Promise.resolve(void gzipSync(JSON.stringify(report))),
  });
}

/** Of a process that reads the report and makes its SARIF, and nothing else. */
export async function sarifMemoryRow(): Promise<MemoryRow> {
  const folder = process.env['PLIMSOLL_LAB_CACHE'] ?? tmpdir();
  const [script, path] = [join(folder, 'bench-sarif.mjs'), join(folder, 'bench-sarif.json')];
  writeFileSync(path, JSON.stringify(largeReport(LARGEST_RUN).report));
  // As the action runs: node translating sources would count as ours.
  await build({
    entryPoints: [resolve(import.meta.dirname, 'sarif-maker.ts')],
    outfile: script,
    ...BUNDLING,
    logLevel: 'error',
  });
  const printed = execFileSync(process.execPath, [script, path], {encoding: 'utf8'});
  return {
    name: `peak memory, ${LARGEST_RUN} findings as compressed SARIF`,
    limit: LIMIT_MB,
    megabytes: (Number(printed) * 1024) / 1e6,
  };
}
