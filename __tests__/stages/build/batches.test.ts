/** The build stage with a docker that answers as told: which bakes there are, and what comes of one that fails. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import type {RunOptions, RunResult} from '../../../src/deps.ts';
import {imageId} from '../../../src/domain/image-id.ts';
import {unable} from '../../../src/domain/known.ts';
import type {BuildFacts} from '../../../src/domain/build/facts.ts';
import {parseInputs} from '../../../src/inputs.ts';
import {build} from '../../../src/stages/build/index.ts';
import {NO_BLOB_CACHE} from '../../../src/stages/cache/blob-cache.ts';
import {testDeps} from '../../support/deps.ts';
import {policy} from '../../support/evidence.ts';

const WELL: RunResult = {
  ...{ended: 'exit', exitCode: 0, stdout: '', stderr: '', truncated: false, seconds: 1},
};
const failed = (stderr: string): RunResult => ({...WELL, exitCode: 1, stderr});

interface Bake {
  readonly targets: readonly string[];
  /** Only asks the builder what it knows. */
  readonly isLate: boolean;
  readonly finish: (target: string) => void;
  readonly leaveMetadata: () => void;
  readonly number: number;
}

type Answer = (bake: Bake) => RunResult;

/** Layouts and metadata of all targets. */
const well: Answer = ({targets, finish, leaveMetadata}) => {
  for (const target of targets) finish(target);
  leaveMetadata();
  return WELL;
};

function bakeOf({args}: RunOptions, number: number): Bake {
  const valueOf = (start: string): string =>
    args.find((arg) => arg.startsWith(start))?.slice(start.length) ?? '';
  const targets = args.slice(2).filter((arg) => /^t\d+$/.test(arg));
  return {
    ...{targets, number, isLate: args.some((arg) => arg.endsWith('.output=type=cacheonly'))},
    finish: (target) => {
      const [, dest] = /dest=(.*),tar=false/.exec(valueOf(`--set=${target}.output=`)) ?? [];
      // A bake for the sake of its metadata writes no layout.
      if (dest === undefined) return;
      mkdirSync(join(dest, 'blobs/sha256'), {recursive: true});
      writeFileSync(join(dest, 'index.json'), '{"schemaVersion": 2, "manifests": []}');
    },
    leaveMetadata: () => {
      const all = targets.map((name) => [name, {'buildx.build.provenance': {of: name, number}}]);
      writeFileSync(valueOf('--metadata-file='), JSON.stringify(Object.fromEntries(all)));
    },
  };
}

async function buildWith(
  count: number,
  answer: Answer,
): Promise<{bakes: Bake[]; built: BuildFacts}> {
  const bakes: Bake[] = [];
  const deps = testDeps();
  const targets = Array.from({length: count}, (_, index) => `t${index}`);
  const exec = {
    run: (_: string, run: RunOptions): Promise<RunResult> => {
      if (run.args[1] !== 'bake')
        return Promise.resolve({...WELL, stdout: 'github.com/docker/buildx v0.36.1 abc'});
      const bake = bakeOf(run, bakes.length);
      bakes.push(bake);
      return Promise.resolve(answer(bake));
    },
  };
  const built = await build({
    plan: {
      ...{workdir: '/', repository: '/', checkout: unable('none')},
      definition: {
        ...{kind: 'bake', folder: '/', files: [], targets: [], set: [], allow: []},
      },
      resolved: JSON.stringify({
        target: Object.fromEntries(targets.map((name) => [name, {context: name}])),
      }),
      ...{cachedTargets: [], policy: policy(), vex: [], tools: {}, notices: []},
      images: targets.map((name) => ({
        id: imageId({name, platform: 'linux/amd64'}),
        ...{name, target: name, platform: 'linux/amd64', namedContexts: {}, overrides: []},
      })),
    },
    inputs: parseInputs({}, {invocation: 'command', cwd: '/', json: false, keep: false}),
    builder: {found: undefined, args: [], notices: []},
    cache: {from: [], to: [], env: {}, notices: [], definition: []},
    blobs: NO_BLOB_CACHE,
    onLayout: () => undefined,
    deps: {...deps, exec},
  });
  await deps.cleanup.run('job');
  return {bakes, built};
}

it('a hundred targets are five bakes, and all of their metadata is there', async () => {
  const {bakes, built} = await buildWith(100, well);
  expect(bakes.map(({targets}) => targets.length)).toEqual([20, 20, 20, 20, 20]);
  expect([built.layouts.length, built.provenance.size, built.failure]).toEqual([
    100,
    100,
    undefined,
  ]);
});

it('a batch that fails ends no other, and what it did build keeps its provenance', async () => {
  const {bakes, built} = await buildWith(45, (bake) => {
    if (bake.number !== 0) return well(bake);
    bake.finish('t3');
    return failed('ERROR: target t0: failed to solve: it broke');
  });
  expect(bakes.map(({targets, isLate}) => [targets.length, isLate])).toEqual([
    [20, false],
    [1, true],
    [20, false],
    [5, false],
  ]);
  expect(bakes[1]?.targets).toEqual(['t3']);
  expect([built.layouts.length, built.failure?.message]).toEqual([
    26,
    'The build failed: it broke.',
  ]);
  const kept = [...built.provenance].filter(([, document]) => document !== undefined);
  expect(kept).toHaveLength(26);
});

it('a job that BuildKit lost is built once more, without what was complete', async () => {
  const {bakes, built} = await buildWith(3, (bake) => {
    if (bake.number !== 0) return well(bake);
    bake.finish('t1');
    return failed('ERROR: target t0: failed to solve: no such job q1w2e3');
  });
  expect(bakes.map(({targets, isLate}) => [targets, isLate])).toEqual([
    [['t0', 't1', 't2'], false],
    [['t0', 't2'], false],
    [['t1'], true],
  ]);
  expect([built.layouts.length, built.failure]).toEqual([3, undefined]);
});

it('a job that is lost twice is a failure', async () => {
  const lost = failed('ERROR: failed to solve: no such job q1w2e3');
  const {bakes, built} = await buildWith(2, () => lost);
  expect(bakes).toHaveLength(2);
  expect(built.failure?.message).toContain('no such job');
});

it.each(['deadline', 'signal', 'stopped'] as const)(
  'an end by %s is the end of all',
  async (ended) => {
    const {bakes} = await buildWith(45, () => ({...WELL, ended, exitCode: -1}));
    expect(bakes).toHaveLength(1);
  },
);
