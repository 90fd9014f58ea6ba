/** What a reviewer gets to read of a pull request, for each kind of change: reviewed texts, and their figures once more. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {
  comparable,
  figures,
  imageCells,
  layerRows,
  type ImageCells,
} from '../support/comment-text.ts';
import {folders} from '../support/folders.ts';
import {BASE_LAYERS, PULLS, type Pull} from '../support/pulls-files.ts';
import {startPulls, type Pulls, type SeenPull} from '../support/pulls.ts';

const MINUTES = 60_000;
const SCRIPT = join(import.meta.dirname, '../support/figures.mjs');
const folder = folders();

interface Recomputed {
  readonly images: Readonly<
    Record<
      string,
      {readonly cells: ImageCells; readonly rows: readonly {readonly cells: readonly string[]}[]}
    >
  >;
  readonly figures: readonly string[];
}

function recompute(base: string, head: string, moves = ''): Recomputed {
  const args = [SCRIPT, base, head, String(BASE_LAYERS), moves];
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Recomputed;
}

/** The reviewed text. What is seen goes to the folder that PLIMSOLL_COMMENTS_SEEN names, to be reviewed. */
function reviewed({name}: Pull, seen: string): string {
  const {PLIMSOLL_COMMENTS_SEEN: to} = process.env;
  if (to !== undefined) {
    mkdirSync(to, {recursive: true});
    writeFileSync(join(to, `${name}.md`), `${seen}\n`);
  }
  return readFileSync(join(import.meta.dirname, 'comments', `${name}.md`), 'utf8');
}

let pulls: Pulls;
beforeAll(() => {
  pulls = startPulls(folder());
}, 5 * MINUTES);

it('the push keeps what the pull requests are held against', () => {
  expect(pulls.base.report.images.map(({id, state}) => ({id, state}))).toEqual([
    {id: 'api/linux/amd64', state: 'built'},
    {id: 'worker/linux/amd64', state: 'built'},
  ]);
  expect(pulls.base.report.runs[0]?.baseline).toBeUndefined();
});

describe.each(PULLS)('$name', (pull) => {
  let seen: SeenPull;
  let body: string;
  beforeAll(async () => {
    seen = await pulls.run(pull);
    body = seen.comments[0]?.body ?? '';
  }, 5 * MINUTES);

  it('gets one comment, the one that was reviewed', () => {
    expect(seen.comments).toHaveLength(1);
    const text = comparable(body, seen.names);
    expect(`${text}\n`).toBe(reviewed(pull, text));
  });

  it('tells no figure that the layouts do not give', () => {
    const again = recompute(pulls.base.folder, seen.folder, pull.moves);
    const images = Object.entries(again.images);
    expect(imageCells(body)).toEqual(
      Object.fromEntries(images.map(([name, {cells}]) => [name, cells])),
    );
    const changed = images.filter(([, {rows}]) => rows.length > 0);
    expect(layerRows(body)).toEqual(
      Object.fromEntries(changed.map(([name, {rows}]) => [name, rows.map(({cells}) => cells)])),
    );
    const text = comparable(body, seen.names);
    expect(figures(text).filter((figure) => !again.figures.includes(figure))).toEqual([]);
  });
});
