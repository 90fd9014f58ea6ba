/** What `npm run truth` compares: our figures beside those of tools that others wrote. */
import {beforeAll, describe, expect, it} from '@jest/globals';
import {rowsOf} from '../../scripts/truth/checks/index.ts';
import {exampleSubjects} from '../../scripts/truth/example.ts';
import {isFailure, renderRow, type Row} from '../../scripts/truth/row.ts';
import type {Subject} from '../../scripts/truth/subject.ts';
import {awkwardSubjects} from '../../scripts/truth/subjects.ts';
import {bringUpTools} from '../../scripts/truth/tools.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const MINUTES = 60_000;

beforeAll(bringUpTools, 5 * MINUTES);

async function allRows(subjects: AsyncIterable<Subject>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const subject of subjects) for await (const row of rowsOf(subject)) rows.push(row);
  return rows;
}

function imagesOf(rows: readonly Row[]): number {
  return new Set(rows.map(({image}) => image)).size;
}

describe('our figures are those of others, or differ by what is explained', () => {
  it(
    "for the example's two images of today; npm run truth has those of before too",
    async () => {
      const rows = await allRows(exampleSubjects(folder(), ['today']));
      expect(rows.filter(isFailure).map(renderRow)).toEqual([]);
      expect(imagesOf(rows)).toBe(2);
      expect(new Set(rows.map(({tool}) => tool.replace(/ [\d.]+$/, '')))).toEqual(
        new Set(['GNU tar', 'skopeo', 'crane', 'umoci', 'dive', 'buildx', 'trivy']),
      );
    },
    6 * MINUTES,
  );

  it(
    'for images made to be awkward',
    async () => {
      const rows = await allRows(awkwardSubjects(folder()));
      expect(rows.filter(isFailure).map(renderRow)).toEqual([]);
      expect(imagesOf(rows)).toBeGreaterThan(30);
    },
    3 * MINUTES,
  );

  it('and a figure of ours that is one byte off is seen, by every tool that has it', async () => {
    const first = await opaqueFolders();
    const figures = {
      ...first.figures,
      unpackedBytes: first.figures.unpackedBytes + 1,
      downloadBytes: first.figures.downloadBytes - 1,
      wasteBytes: first.figures.wasteBytes + 1,
      inUseBytes: first.figures.inUseBytes - 1,
    };
    const layers = first.layers.slice(0, -1);
    const rows = await allRows(one({...first, figures, layers}));
    expect(rows.filter(isFailure).map(({tool, figure}) => `${tool}: ${figure}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^GNU tar .*: unpacked bytes/),
        expect.stringMatching(/^GNU tar .*: files in layers/),
        expect.stringMatching(/^skopeo .*: download bytes/),
        expect.stringMatching(/^crane .*: download bytes/),
        expect.stringMatching(/^umoci .*: paths that differ/),
        expect.stringMatching(/^umoci .*: bytes in use/),
        expect.stringMatching(/^dive .*: unpacked bytes/),
        expect.stringMatching(/^dive .*: waste/),
        expect.stringMatching(/^buildx .*: paths that differ/),
      ]),
    );
  });

  it('and a tool that does not run is a failure', async () => {
    const first = await opaqueFolders();
    const rows = await allRows(one({...first, view: `${first.view}/nowhere`}));
    const failed = rows.filter(({outcome}) => outcome === 'DID NOT RUN').map(({tool}) => tool);
    expect(failed).toEqual(expect.arrayContaining(['skopeo', 'crane', 'umoci', 'dive', 'buildx']));
  });
});

async function opaqueFolders(): Promise<Subject> {
  for await (const subject of awkwardSubjects(folder(), ['opaque folders'])) return subject;
  throw new Error('there is no such image');
}

// eslint-disable-next-line @typescript-eslint/require-await -- a list of one, as the others come
async function* one(subject: Subject): AsyncGenerator<Subject> {
  yield subject;
}
