/** What a baseline costs: restoring it, comparing two images with it, and rendering the comment. */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import {compare} from '../../src/domain/compare/compare.ts';
import {attachmentName} from '../../src/domain/examined/examined.ts';
import type {ImageId} from '../../src/domain/image-id.ts';
import {isKnown} from '../../src/domain/known.ts';
import {parseRecord} from '../../src/domain/record/parse.ts';
import {RECORD_NAME, type RecordImage, type RunRecord} from '../../src/domain/record/schema.ts';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {renderComment} from '../../src/publishers/comment/render.ts';
import {readListing} from '../../src/stages/read/compressed-listing.ts';
import {exampleRuns, type ExampleRuns} from './example-runs.ts';
import type {Row, SizeRow} from './measure.ts';

/** Of what one image leaves in the cache service. */
const LIMIT_KB = 300;

export interface RecordRows {
  readonly ratios: readonly Row[];
  readonly size: SizeRow;
  readonly end: () => Promise<void>;
}

export async function recordRows(): Promise<RecordRows> {
  const runs = await exampleRuns();
  const report = reportSchema.parse(
    JSON.parse(await readFile(join(runs.today, 'report.json'), 'utf8')),
  );
  const what = 'restoring, comparing and rendering two images over parsing their two records';
  // The first ones are slow on our side alone: node has not translated it yet.
  const runsOf = {limit: 10, runs: 41};
  const ours = (withFiles: boolean) => async (): Promise<void> => {
    await restoreAndCompare(runs, withFiles);
    renderComment(report, {links: {}});
  };
  const size = await sizeOf(runs.today);
  return {
    ratios: [
      {
        ...{...runsOf, name: what, ours: ours(false)},
        bare: async () => {
          await parseRecords(runs);
        },
      },
      {
        ...{...runsOf, name: `${what} and lists of files`, ours: ours(true)},
        bare: async () => {
          await parseRecords(runs);
          await parseLists(runs);
        },
      },
    ],
    size,
    end: runs.end,
  };
}

/** The findings of the baseline are those of its record: Trivy's second look is no part of this. */
async function restoreAndCompare({before, today}: ExampleRuns, withFiles: boolean): Promise<void> {
  const [old, now] = [await restore(before), await restore(today)];
  for (const after of now.images) {
    const one = old.images.find(({id}) => id === after.id);
    if (one === undefined) throw new Error(`The baseline has no ${after.id}.`);
    const files = withFiles
      ? {before: await listOf(before, one), after: await listOf(today, after)}
      : undefined;
    compare({before: one, after, findingsBefore: one.findings, files});
  }
}

async function restore(folder: string): Promise<RunRecord> {
  const record = parseRecord(await readFile(join(folder, RECORD_NAME), 'utf8'));
  if (!isKnown(record)) throw new Error(record.unable);
  return record.value;
}

async function listOf(folder: string, {id}: RecordImage): ReturnType<typeof readListing> {
  return readListing(await readFile(beside(folder, id, 'files')));
}

function beside(folder: string, id: string, kind: 'files' | 'sbom'): string {
  return join(folder, attachmentName(id as ImageId, kind));
}

async function parseRecords({before, today}: ExampleRuns): Promise<readonly RunRecord[]> {
  const texts = await Promise.all(
    [before, today].map((folder) => readFile(join(folder, RECORD_NAME), 'utf8')),
  );
  return texts.map((text) => JSON.parse(text) as RunRecord);
}

async function parseLists(runs: ExampleRuns): Promise<void> {
  const records = await parseRecords(runs);
  for (const [index, folder] of [runs.before, runs.today].entries())
    for (const {id} of records[index]?.images ?? []) {
      const lines = gunzipSync(await readFile(beside(folder, id, 'files'))).toString('utf8');
      for (const line of lines.split('\n')) if (line !== '') JSON.parse(line);
    }
}

/** Record, SBOM and list of files of the larger image, compressed as they are kept. */
async function sizeOf(folder: string): Promise<SizeRow> {
  const record = await restore(folder);
  const sizes = await Promise.all(
    record.images.map(async (image) => {
      const own = gzipSync(JSON.stringify({...record, images: [image]}));
      const sbom = gzipSync(await readFile(beside(folder, image.id, 'sbom')));
      const files = await readFile(beside(folder, image.id, 'files'));
      return own.length + sbom.length + files.length;
    }),
  );
  return {
    name: 'what an image of the example leaves for the next run: record, SBOM and list of files',
    ...{limit: LIMIT_KB, kilobytes: Math.max(...sizes) / 1000},
  };
}
