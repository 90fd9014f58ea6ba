/** Comparing and rendering two images, over `JSON.parse` of the two records. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {compare} from '../../src/domain/compare/compare.ts';
import {recordSchema, type RunRecord} from '../../src/domain/record/schema.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {median, runCommand, type Shown} from './measure.ts';

const root = resolve(import.meta.dirname, '../..');
const RUNS = 9;

export async function compareRow(): Promise<Shown> {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  try {
    const [before, today] = [join(folder, 'before'), join(folder, 'today')];
    await gate(['--files', 'docker-compose.before.yml', '--report-dir', before]);
    await gate(['--report-dir', today, '--baseline', `file=${before}`]);
    return {
      name: 'compare and render two images over JSON.parse of the two records',
      text: timed(before, today),
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function gate(args: readonly string[]): Promise<void> {
  return runCommand({
    program: process.execPath,
    args: [join(root, 'dist/index.js'), ...args, join(root, 'examples/financehub')],
    statuses: [0, 1],
  });
}

function timed(before: string, today: string): string {
  const texts = [before, today].map((folder) => readFileSync(join(folder, 'record.json'), 'utf8'));
  const report = reportSchema.parse(JSON.parse(readFileSync(join(today, 'report.json'), 'utf8')));
  const [old, now] = texts.map((text) => recordSchema.parse(JSON.parse(text)));
  const parsing = millisecondsOf(() => {
    for (const text of texts) JSON.parse(text);
  });
  const ours = millisecondsOf(() => {
    compareAll(old, now);
    renderSummary(report, {limit: 1_000_000});
  });
  return `${(ours / parsing).toFixed(1)} (${ours.toFixed(1)} ms over ${parsing.toFixed(1)} ms)`;
}

function compareAll(old: RunRecord | undefined, now: RunRecord | undefined): void {
  for (const after of now?.images ?? []) {
    const before = old?.images.find(({id}) => id === after.id);
    if (before === undefined) throw new Error(`the baseline has no ${after.id}`);
    compare({before, after, findingsBefore: before.findings, files: undefined});
  }
}

function millisecondsOf(work: () => void): number {
  const times = Array.from({length: RUNS}, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}
