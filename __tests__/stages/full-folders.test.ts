/** Folders that are full: the run goes on elsewhere, and what lies there is never an earlier run's verdict. */
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {parseInputs} from '../../src/inputs.ts';
import {openToolCache} from '../../src/stages/start/tool-cache.ts';
import {publish} from '../../src/stages/publish/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {report} from '../support/reports.ts';
import {smallDisk} from '../support/small-disk.ts';

let small = '';
let undo = (): void => undefined;
beforeAll(() => {
  small = folder();
  undo = smallDisk(small, '2m');
});
// Before the folders are removed.
afterAll(() => {
  undo();
});
const folder = folders();

/** Nothing more fits on the small disk, and what is there stays. */
function fill(): void {
  try {
    writeFileSync(join(small, 'full'), Buffer.alloc(4_000_000));
  } catch {
    // That it ends is meant.
  }
}

describe('the report folder', () => {
  it('that is full holds no earlier verdict, and the terminal tells where this one is', async () => {
    const asked = join(small, 'reports');
    mkdirSync(asked);
    writeFileSync(join(asked, 'report.json'), '{"verdict": "pass"}');
    writeFileSync(join(asked, 'record.json'), '{}');
    const notices = Array.from({length: 40_000}, (_, index) => ({
      from: 'build',
      message: `message ${index} of this run that takes some room`,
    }));
    const [run] = report().runs;
    if (run === undefined) throw new Error('no run');
    const inputs = parseInputs(
      {'report-dir': asked},
      {invocation: 'command', cwd: folder(), json: false, keep: false},
    );
    const deps = testDeps();
    const failed = report({verdict: 'fail', runs: [{...run, notices}]});
    await publish({report: failed, images: [], inputs, deps});
    expect(readdirSync(asked)).toEqual([]);
    const [, place = ''] = /The whole report: (.+)/.exec(deps.recorded.summaries.join('')) ?? [];
    expect(place).not.toContain(asked);
    const written: unknown = JSON.parse(readFileSync(join(place, 'report.json'), 'utf8'));
    expect(written).toMatchObject({verdict: 'fail'});
    expect(deps.recorded.lines.join('\n')).toMatch(
      /is not written to .+: it cannot be written there \(ENOSPC/,
    );
  });

  it('in which nothing can be written at all is not named as the place of the report', async () => {
    const blocked = join(folder({file: ''}), 'file');
    const deps = testDeps({cwd: folder()});
    const {files} = deps;
    const write: typeof files.write = async (path, data) =>
      path.endsWith('report.json') ? Promise.reject(new Error('ENOSPC')) : files.write(path, data);
    const inputs = parseInputs(
      {'report-dir': join(blocked, 'x')},
      {invocation: 'command', cwd: folder(), json: false, keep: false},
    );
    await publish({
      report: report(),
      images: [],
      inputs,
      deps: {...deps, files: {...files, write}},
    });
    const text = deps.recorded.summaries.join('');
    expect(text).toContain('could not be published here: ENOSPC');
    expect(text).not.toContain('The whole report');
  });
});

describe('the cache folder of the user', () => {
  it.each([
    {name: 'full', isFull: true, why: /ENOSPC/},
    {name: 'nearly full', isFull: false, why: /only .+ are free/},
  ])('that is $name is left for a temporary one, which is said', async ({isFull, why}) => {
    if (isFull) fill();
    else undo();
    if (!isFull) undo = smallDisk(small, '2m');
    const deps = testDeps({onlyEnv: {XDG_CACHE_HOME: small, HOME: folder()}});
    const {deps: opened, notices} = await openToolCache(deps);
    const place = opened.workflow.env['RUNNER_TOOL_CACHE'] ?? '';
    expect(existsSync(join(place, 'plimsoll/trivy'))).toBe(true);
    expect(place).not.toContain(small);
    expect(notices).toEqual([{from: 'keep', message: expect.stringMatching(why)}]);
  });

  it('is the one below HOME where XDG_CACHE_HOME is relative', async () => {
    const home = folder();
    await openToolCache(testDeps({onlyEnv: {XDG_CACHE_HOME: 'cache', HOME: home}}));
    expect(existsSync(join(home, '.cache/plimsoll'))).toBe(true);
  });
});
