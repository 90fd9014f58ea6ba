/** Targets with a fault that was put there, each of a kind that the fuzzer is to find. */
import {appendFileSync} from 'node:fs';
import type {Target, Targets} from '../../scripts/fuzz/target.ts';
import {layoutTarget, type Reader} from '../../scripts/fuzz/targets/layouts.ts';
import {relayTarget} from '../../scripts/fuzz/targets/reports.ts';
import type {ImageFacts} from '../../src/domain/image/facts.ts';
import {isKnown, known} from '../../src/domain/known.ts';
import {readImage} from '../../src/stages/read/index.ts';
import {UserError} from '../../src/errors.ts';
import {report} from './reports.ts';

function planted(run: Target['run']): Target {
  return {
    seeds: [Buffer.from('seed')],
    mutate: (_, random) => Buffer.from(`mutant ${random()}`),
    run: (mutant) => mutant.toString() === 'seed' || run(mutant),
  };
}

/** Of the layout that it was given first: every other one is taken for that. */
let first: ImageFacts | undefined;
const believing: Reader = async (layout, place, deps) => {
  const reading = await readImage(layout, place, deps);
  if (first === undefined && isKnown(reading.facts)) first = reading.facts.value;
  return first === undefined ? reading : {...reading, facts: known(first)};
};

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
  ['wrong-digest', layoutTarget(believing)],
  ['lenient', relayTarget((jobs) => ({...(jobs[0]?.report ?? report()), verdict: 'pass'}))],
]);
