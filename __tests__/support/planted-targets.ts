/** Targets with a fault that was put there, each of a kind that the fuzzer is to find. */
import {appendFileSync} from 'node:fs';
import {inFolder, unpacked} from '../../scripts/fuzz/folder.ts';
import type {Target, Targets} from '../../scripts/fuzz/target.ts';
import {layoutTarget, type Reader} from '../../scripts/fuzz/targets/layouts.ts';
import {relayTarget} from '../../scripts/fuzz/targets/reports.ts';
import {UserError} from '../../src/errors.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {report} from './reports.ts';

function planted(run: Target['run']): Target {
  return {
    seeds: [Buffer.from('seed')],
    mutate: (_, random) => Buffer.from(`mutant ${random()}`),
    run: (mutant) => mutant.toString() === 'seed' || run(mutant),
  };
}

const layouts = layoutTarget();
const [layout = Buffer.alloc(0)] = layouts.seeds;

/** Takes every layout for the first seed. */
const believing: Reader = async (given, place, deps) => {
  const reading = await inFolder(unpacked(layout), (path) =>
    readImage({...given, path}, place, deps),
  );
  return {facts: reading.facts, scannable: given.path};
};

const relay = relayTarget((jobs) => ({...(jobs[0]?.report ?? report()), verdict: 'pass'}));
const [good, bad] = relay.seeds;

const log = process.env['PLIMSOLL_PLANTED_LOG'];

export const TARGETS: Targets = new Map<string, Target>([
  ['sound', planted(() => true)],
  ['answers', planted(() => Promise.reject(new UserError('This is for the user.')))],
  ['throws', planted(() => Promise.reject(new TypeError('planted: not a function')))],
  [
    'lonely',
    planted(() => {
      void Promise.reject(new Error('planted: nobody waits for it'));
      return true;
    }),
  ],
  [
    'slow',
    planted(() => {
      if (log !== undefined) appendFileSync(log, 'slow\n');
      for (;;);
    }),
  ],
  ['after-slow', planted(() => false)],
  ['wrong-digest', {...layoutTarget(believing), seeds: [layout]}],
  ['lenient', {...relay, seeds: good === undefined ? [] : [good], mutate: (seed) => bad ?? seed}],
]);
