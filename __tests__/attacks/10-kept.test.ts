/**
 * Rule 10: what is kept is held to a digest of all that it holds. The attacker, or a failing disk, has
 * changed what an earlier run has kept on this machine; they must not get another verdict by it, nor a
 * run that gives up. A pull request on a runner that is used again must leave nothing there.
 */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {contentsText, parseContents} from '../../src/domain/keep/contents-list.ts';
import {openSealed, replaceSealed} from '../../src/stages/cache/sealed.ts';
import {runAction} from '../support/action.ts';
import {readReport, runCommand} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {checkout} from '../support/fault-job.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const DOCKERFILE = 'FROM debian:bookworm-slim\nUSER 1000\nHEALTHCHECK CMD test -e /x\n';
const KEPT = /What an earlier run has kept is not what it was \(([^)]*)\)/;

function filesBelow(root: string): readonly string[] {
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((name) => statSync(join(root, name)).isFile())
    .sort();
}

interface Run {
  readonly status: number | null;
  /** What was said to be damaged. */
  readonly damaged: readonly string[];
  readonly judged: unknown;
}

function run(machine: string, work: string): Run {
  const reports = folder();
  const ran = runCommand({
    args: ['--report-dir', reports, work],
    env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined, RUNNER_TOOL_CACHE: machine},
  });
  const {verdict, violations, images, runs} = readReport(reports);
  const notices = runs.flatMap((one) => one.notices.map(({message}) => message));
  return {
    status: ran.status,
    damaged: notices.flatMap((message) => KEPT.exec(message)?.[1] ?? []).toSorted(),
    judged: [
      verdict,
      violations,
      images.map(({findings, packages, layers}) => [findings, packages, layers]),
    ],
  };
}

/** Of one file. A name of its own first: the layout of another run may have the same one. */
const CHANGES: Readonly<Record<string, (path: string) => void>> = {
  flipped: (path) => {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    rmSync(path);
    writeFileSync(path, bytes);
  },
  truncated: (path) => {
    cpSync(path, `${path}.copy`);
    rmSync(path);
    cpSync(`${path}.copy`, path);
    rmSync(`${path}.copy`);
    truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  removed: (path) => {
    rmSync(path);
  },
  joined: (path) => {
    writeFileSync(`${path}.more`, '{}');
  },
};

describe('what an earlier run has kept', () => {
  const [machine, work] = [folder(), folder({Dockerfile: DOCKERFILE})];
  let first: Run;
  beforeAll(() => {
    first = run(machine, work);
  }, 120_000);

  it('is what a second run starts from, which changes nothing of it', () => {
    const names = (): readonly string[] => filesBelow(join(machine, 'plimsoll'));
    const before = names();
    for (const kind of [/^layers\/.*\/answer$/, /fanal\.db$/, /\.jsonl\.gz$/, /^blobs\//])
      expect(before).toContainEqual(expect.stringMatching(kind));
    expect(run(machine, work)).toEqual(first);
    expect(names()).toEqual(before);
  });

  it('is believed by nobody with a milder word in the answer', () => {
    const root = join(machine, 'plimsoll');
    const name = filesBelow(root).find((path) => path.endsWith('/answer')) ?? '';
    const answer = readFileSync(join(root, name), 'utf8');
    const milder = answer.replaceAll(/"Severity":\s*"(CRITICAL|HIGH|MEDIUM)"/g, '"Severity":"LOW"');
    expect(milder).not.toBe(answer);
    writeFileSync(join(root, name), milder);
    expect(run(machine, work)).toEqual({...first, damaged: [name]});
  });

  // What is known of layers and the layers themselves lie apart: one run for both.
  const [ANALYSES, LAYER, CONTENTS] = [/fanal\.db$/, /\.jsonl\.gz$/, /^layers\/.*\/contents$/];
  it.each<[string, RegExp]>([
    ['flipped', ANALYSES],
    ['truncated', LAYER],
    ['removed', LAYER],
    ['joined', CONTENTS],
  ])(
    'is dropped, said and made again in the same run when a file of it is %s',
    (how, kind) => {
      const root = join(machine, 'plimsoll');
      const names = filesBelow(root);
      const changed = [kind, /^blobs\/.*\/[0-9a-f]{64}$/].map(
        (one) => names.find((name) => one.test(name)) ?? '',
      );
      for (const name of changed) CHANGES[how]?.(join(root, name));
      const damaged = changed.map((name) => (how === 'joined' ? `${name}.more` : name)).toSorted();
      expect(run(machine, work)).toEqual({...first, damaged});
      expect(filesBelow(root)).toEqual(names);
    },
    120_000,
  );
});

it('a pull request leaves nothing on a runner that is used again', () => {
  const [machine, job, workspace] = [folder(), folder(), folder({Dockerfile: DOCKERFILE})];
  run(machine, folder({Dockerfile: DOCKERFILE}));
  const state = (): readonly string[] =>
    filesBelow(machine)
      .filter((name) => !/^plimsoll\/(trivy|vulnerabilities)/.test(name))
      .map((name) => {
        const {mtimeMs, ino} = statSync(join(machine, name));
        const digest = createHash('sha256')
          .update(readFileSync(join(machine, name)))
          .digest('hex');
        return `${name} ${digest} ${ino} ${mtimeMs}`;
      });
  const before = state();
  expect(before.length).toBeGreaterThan(3);
  const event = join(job, 'event.json');
  writeFileSync(event, JSON.stringify({repository: {default_branch: 'main'}}));
  const ran = runAction({
    ...{job, workspace, inputs: {baseline: 'none', sarif: 'off', comment: 'off', artifact: 'off'}},
    env: {
      ...{RUNNER_TOOL_CACHE: machine, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event},
      ...{GITHUB_REF: 'refs/pull/1/merge', GITHUB_SHA: checkout(workspace)},
      ...{PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
      ...{INPUT_BASELINE: 'none', ACTIONS_RUNTIME_TOKEN: undefined},
    },
  });
  expect(ran.outputs.get('verdict')).toBeDefined();
  expect(state()).toEqual(before);
}, 120_000);

describe('a kept folder', () => {
  const deps = testDeps();
  async function kept(): Promise<string> {
    const path = join(folder(), 'kept');
    const from = folder({a: 'one', b: 'two'});
    const files = [
      {name: 'a', from: join(from, 'a')},
      {name: 'in/b', from: join(from, 'b')},
    ];
    await replaceSealed(path, files, deps);
    return path;
  }

  it('is whole as it was left, absent where there is none', async () => {
    expect(await openSealed(await kept(), {digests: true}, deps)).toMatchObject({state: 'whole'});
    expect(await openSealed(join(folder(), 'x'), {digests: true}, deps)).toEqual({state: 'absent'});
    expect(deps.recorded.owned).toEqual([]);
  });

  it.each<[string, (path: string) => void, string]>([
    [
      'a file more',
      (path) => {
        writeFileSync(join(path, 'in/c'), '');
      },
      'in/c',
    ],
    [
      'a link more',
      (path) => {
        symlinkSync('a', join(path, 'l'));
      },
      'l',
    ],
    [
      'a link for a file',
      (path) => {
        rmSync(join(path, 'a'));
        symlinkSync('in/b', join(path, 'a'));
      },
      'a',
    ],
    [
      'a folder for a file',
      (path) => {
        rmSync(join(path, 'a'));
        mkdirSync(join(path, 'a'));
      },
      'a',
    ],
    [
      'a file less',
      (path) => {
        rmSync(join(path, 'in/b'));
      },
      'in/b',
    ],
    [
      'another text as long',
      (path) => {
        rmSync(join(path, 'a'));
        writeFileSync(join(path, 'a'), 'ONE');
      },
      'a',
    ],
    [
      'no list',
      (path) => {
        rmSync(join(path, 'contents'));
      },
      'contents',
    ],
    [
      'a list without its digest',
      (path) => {
        writeFileSync(join(path, 'contents'), '');
      },
      'contents',
    ],
  ])('with %s is damaged', async (_, change, file) => {
    const path = await kept();
    change(path);
    expect(await openSealed(path, {digests: true}, deps)).toEqual({state: 'damaged', file});
  });

  it('has a list of which no bit can be another', () => {
    const files = [{name: 'a b', bytes: 3, digest: 'a'.repeat(64)}];
    const text = contentsText(files);
    expect([...(parseContents(text)?.values() ?? [])]).toEqual(files);
    for (let at = 0; at < text.length; at += 1) {
      const other = Buffer.from(text);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(parseContents(other.toString('latin1'))).toBeUndefined();
    }
    for (let end = 0; end < text.length; end += 1)
      expect(parseContents(text.slice(0, end))).toBeUndefined();
  });
});
