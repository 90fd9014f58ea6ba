/** Comparing and rendering two images, over `JSON.parse` of the two records. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {compare} from '../../src/domain/compare/compare.ts';
import {recordSchema, type RunRecord} from '../../src/domain/record/schema.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {exampleRuns} from './example-runs.ts';
import {median, type Shown} from './measure.ts';

const RUNS = 9;

export async function compareRow(): Promise<Shown> {
  const {before, today, end} = await exampleRuns();
  try {
    return {
      name: 'compare and render two images over JSON.parse of the two records',
      text: timed(before, today),
    };
  } finally {
    await end();
  }
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
