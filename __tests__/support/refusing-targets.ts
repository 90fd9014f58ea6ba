/** A target whose seed is none. */
import type {Targets} from '../../scripts/fuzz/target.ts';

export const TARGETS: Targets = new Map([
  ['refusing', {seeds: [Buffer.from('x')], mutate: (seed) => seed, run: () => false}],
]);
