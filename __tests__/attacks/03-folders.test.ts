/**
 * Rule 3: another user of the machine reads along, where an umask lets everybody in, or the author of a pull
 * request leads the report away by a link. What is ours nobody else may enter; where the user named the
 * place, the umask holds, and the scanner can read what it must all the same.
 */
import {mkdirSync, readdirSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {openReportFolder} from '../../src/stages/start/report-folder.ts';
import {readReport, runCommand} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {committed} from '../support/git.ts';

const folder = folders();
const DOCKERFILE =
  'FROM debian:bookworm-slim\nCOPY Dockerfile /x\nUSER 1\nHEALTHCHECK CMD test -e /x\n';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

interface Run {
  readonly work: string;
  /** Absolute: the layout that the user kept. */
  readonly layout: string;
  readonly isScanned: boolean;
  readonly isConfined: boolean | undefined;
  /** Absolute: the machine's and the run's. */
  readonly tools: string;
  readonly temporary: string;
}

function run(umask: number, ...flags: readonly string[]): Run {
  const [place, temporary] = [folder(), folder()];
  const [work, tools] = [folder({Dockerfile: DOCKERFILE}), join(place, 'tools')];
  const before = process.umask(umask);
  try {
    const {stderr} = runCommand({
      args: ['--keep', ...flags, work],
      cwd: work,
      env: {
        ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, RUNNER_TEMP: undefined},
        ...{TMPDIR: temporary, RUNNER_TOOL_CACHE: tools},
      },
    });
    const layout = /default\/linux\/amd64 {2}(\/\S+)/.exec(stderr)?.[1] ?? '';
    const {images, runs} = readReport(join(work, flags[1] ?? '.plimsoll'));
    const isScanned = images.some(({findings = []}) => findings.length > 0);
    const isConfined = runs[0]?.scanner?.confined;
    return {work, tools, temporary, layout, isScanned, isConfined};
  } finally {
    process.umask(before);
  }
}

/** Modes of all that is below, each once. */
function modesBelow(path: string): readonly string[] {
  const names = readdirSync(path, {recursive: true, encoding: 'utf8'});
  return [...new Set(names.map((name) => modeOf(join(path, name))))];
}

it('what we make is entered by nobody else, where an umask lets everybody in', () => {
  const {work, tools, temporary, isScanned, layout} = run(0o000);
  expect(isScanned).toBe(true);
  expect(modeOf(join(work, '.plimsoll'))).toBe('700');
  expect([modeOf(tools), modeOf(join(tools, 'plimsoll'))]).toEqual(['700', '700']);
  // What the run keeps lies in it.
  const [kept, ...others] = readdirSync(temporary);
  expect([modeOf(join(temporary, kept ?? '')), others]).toEqual(['700', []]);
  expect(layout.startsWith(join(temporary, kept ?? ''))).toBe(true);
}, 120_000);

it.each([
  [0o022, '755', '644'],
  [0o027, '750', '640'],
])(
  'in a folder that report-dir names, and in a layout, an umask of %i holds, and all is scanned',
  (umask, ofFolder, ofFile) => {
    const {work, layout, isScanned, isConfined} = run(umask, '--report-dir', 'out/reports');
    expect([isScanned, isConfined]).toEqual([true, true]);
    for (const name of ['out', 'out/reports']) expect(modeOf(join(work, name))).toBe(ofFolder);
    expect(modesBelow(join(work, 'out')).toSorted()).toEqual([ofFile, ofFolder]);
    for (const mode of modesBelow(layout)) expect(Number.parseInt(mode, 8) & umask).toBe(0);
  },
  120_000,
);

describe('a folder for the report that is a link', () => {
  const open = (work: string, reportDir?: string): ReturnType<typeof openReportFolder> => {
    const deps = testDeps({door: 'command', cwd: work, temporary: folder()});
    return openReportFolder({workdir: work, reportDir} as never, {bytes: 0, deps});
  };

  it.each<[string, string | undefined, (work: string, outside: string) => void]>([
    [
      'by its own name',
      undefined,
      (work, to) => {
        symlinkSync(to, join(work, '.plimsoll'));
      },
    ],
    [
      'as report-dir names it',
      'out',
      (work, to) => {
        symlinkSync(to, join(work, 'out'));
      },
    ],
    [
      'on the way',
      'a/b/out',
      (work, to) => {
        mkdirSync(join(work, 'a'));
        symlinkSync(to, join(work, 'a/b'));
      },
    ],
    [
      'in it',
      'out',
      (work, to) => {
        mkdirSync(join(work, 'out'));
        symlinkSync(to, join(work, 'out/sarif'));
      },
    ],
    [
      'to nothing',
      'out',
      (work, to) => {
        symlinkSync(join(to, 'new'), join(work, 'out'));
      },
    ],
  ])('is not gone through: %s', async (_, name, attack) => {
    const [work, outside] = [folder({Dockerfile: DOCKERFILE}), folder()];
    committed(work);
    attack(work, outside);
    const opened = await open(work, name === undefined ? undefined : join(work, name));
    expect(opened.folder.startsWith(work)).toBe(false);
    expect(opened.folder.startsWith(outside)).toBe(false);
    expect(opened.refused).toMatch(/is a link that the repository may have made/);
    expect(readdirSync(outside)).toEqual([]);
  });

  it('is the user’s own outside of the repository', async () => {
    const [work, outside] = [folder({Dockerfile: DOCKERFILE}), folder()];
    committed(work);
    const link = join(folder(), 'link');
    symlinkSync(outside, link);
    expect(await open(work, link)).toEqual({folder: link});
  });
});
