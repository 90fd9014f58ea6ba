import {expect, it} from '@jest/globals';
import {isReleaseKnown} from '../../../src/domain/findings/releases.ts';

const BUCKETS = new Set([
  'debian 12',
  'alpine 3.20',
  'ubuntu 22.04',
  'ubuntu 14.04-ESM',
  'rocky 9',
]);

it.each([
  ['debian 12', true],
  ['debian 12.15', true],
  ['debian 11.9', false],
  ['debian 120', false],
  ['alpine 3.20', true],
  ['alpine 3.20.1', true],
  ['alpine 3.2', false],
  ['alpine 3.21.0', false],
  ['ubuntu 22.04', true],
  ['ubuntu 14.04', true],
  ['ubuntu 23.10', false],
  ['rocky 9.3', true],
  ['alma 9.3', false],
  // How the scanner finds these is not known here.
  ['alpine 3.21_alpha20240923', undefined],
  ['debian forky/sid', undefined],
  ['redhat 9.3', undefined],
  ['wolfi 20230201', undefined],
  ['debian', undefined],
])('%s: %s', (system, known) => {
  expect(isReleaseKnown(system, BUCKETS)).toBe(known);
});
