/** `npm run fuzz` finds what is put there to be found, and its mutants get past the first parser. */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {ROOT} from '../support/command.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const PLANTED = join(ROOT, '__tests__/support/planted-targets.ts');

interface Ran {
  readonly status: number | null;
  readonly out: string;
}

const YAML = ['--import', './scripts/yaml-import.mjs'];

function fuzz(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const temporary = join(folder(), 'tmp');
  mkdirSync(temporary);
  const ran = spawnSync(process.execPath, [...YAML, 'scripts/fuzz/index.ts', ...args], {
    cwd: ROOT,
    env: {...process.env, TMPDIR: temporary, ...env},
    encoding: 'utf8',
  });
  return {status: ran.status, out: `${ran.stdout}${ran.stderr}`};
}

/** By target: `3 mutants, 67 % past the first parser, slowest 4 ms, 1 finds`. */
function figures(out: string): ReadonlyMap<string, readonly number[]> {
  const lines = out.matchAll(
    /^([\w-]+): (\d+) mutants, (\d+) % past the first parser, slowest (\d+) ms, (\d+) finds$/gm,
  );
  return new Map([...lines].map(([, name = '', ...rest]) => [name, rest.map(Number)]));
}

describe('faults that were put there', () => {
  let log = '';
  let ran: Ran;
  beforeAll(() => {
    log = join(folder(), 'log');
    const asked = ['--mutants', '1', '--seed', '7', '--longest', '2'];
    ran = fuzz(['--targets', PLANTED, ...asked], {
      PLIMSOLL_PLANTED_LOG: log,
    });
  }, 180_000);

  it('end it with status 1, and the seed of the run', () => {
    expect(ran).toMatchObject({status: 1, out: expect.stringContaining('First seed: 7')});
  });

  it.each([
    ['throws', /TypeError: planted: not a function/],
    ['lonely', /the worker died of it: Error: planted: nobody waits for it/],
    ['slow', /it takes more than 2 s, and did so again in a fresh worker/],
    ['wrong-digest', /FalseAnswer: /],
    ['lenient', /FalseAnswer: the verdict is pass, and what it is made of is/],
  ])('are found: %s', (name, words) => {
    const [line = ''] = ran.out.match(new RegExp(`^FOUND in ${name}, .*`, 'm')) ?? [];
    expect(line).toMatch(words);
    const [, seed, file] = /--seed (\d+), (\S+):/.exec(line) ?? [];
    expect(Number(seed)).toBeGreaterThanOrEqual(7);
    expect(file).toMatch(new RegExp(`${name}-${seed}$`));
    expect(existsSync(file ?? '')).toBe(true);
  });

  it('are not found where none are, nor in what is an error for the user', () => {
    const counts = figures(ran.out);
    expect(counts.get('sound')).toEqual([1, 100, expect.anything(), 0]);
    expect(counts.get('answers')).toEqual([1, 0, expect.anything(), 0]);
  });

  it('that hang are tried twice, and answer nothing that was asked after them', () => {
    expect(readFileSync(log, 'utf8')).toBe('slow\n'.repeat(2));
    expect(figures(ran.out).get('after-slow')).toEqual([1, 0, expect.anything(), 0]);
  });

  it('are found again by the seed, and by the file', () => {
    const [, seed = '', file = ''] = /FOUND in throws, --seed (\d+), (\S+):/.exec(ran.out) ?? [];
    const some = ['--targets', PLANTED, '--target', 'throws'];
    const again = fuzz([...some, '--seed', seed, '--mutants', '1']);
    expect(again).toMatchObject({status: 1, out: expect.stringContaining('planted: not a')});
    const same = /FOUND in throws, --seed \d+, (\S+):/.exec(again.out)?.[1] ?? '';
    expect(readFileSync(same)).toEqual(readFileSync(file));
    expect(fuzz([...some, '--file', file])).toMatchObject({
      ...{status: 1, out: expect.stringContaining('planted: not a function')},
    });
  });
});

describe('what is asked of it wrongly', () => {
  it('is named: a target that is none, with those that are', () => {
    expect(fuzz(['--target', 'nobody'])).toMatchObject({
      status: 64,
      out: expect.stringMatching(/There is no target nobody; the targets are: .*layout.*collect/),
    });
  });

  it('is named: a target that refuses its own seed', () => {
    const module = join(ROOT, '__tests__/support/refusing-targets.ts');
    const ran = fuzz(['--targets', module, '--mutants', '1']);
    expect(ran.status).toBe(1);
    expect(ran.out).toMatch(/The target refusing refuses its own seed 1/);
  });
});

it('has targets of whose mutants more than half get past the first parser', () => {
  const ran = fuzz(['--mutants', '60', '--seed', '1']);
  expect(ran).toMatchObject({status: 0});
  const counts = [...figures(ran.out)];
  expect(counts.length).toBeGreaterThan(15);
  expect(counts.filter(([, [mutants]]) => mutants !== 60)).toEqual([]);
  expect(counts.filter(([, [, share = 0]]) => share <= 50)).toEqual([]);
}, 300_000);
