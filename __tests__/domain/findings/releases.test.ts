import {expect, it} from '@jest/globals';
import {isReleaseKnown} from '../../../src/domain/findings/releases.ts';

const BUCKETS = new Set([
  ...[
    'debian 12',
    'alpine 3.20',
    'ubuntu 22.04',
    'ubuntu 14.04-ESM',
    'rocky 9',
    'Red Hat',
    'wolfi',
  ],
  ...['Oracle Linux 8', 'amazon linux 2023', 'amazon linux 1', 'Photon OS 4.0', 'Azure Linux 3.0'],
  'openSUSE Leap 15.5',
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
  ['redhat 9.3', true],
  ['centos 7.9', true],
  ['wolfi 20230201', true],
  ['chainguard 20230214', false],
  ['oracle 8.9', true],
  ['oracle 9.1', false],
  ['amazon 2023.3 (Amazon Linux)', true],
  ['amazon 2018.03 (Amazon Linux AMI)', true],
  ['amazon 2', false],
  ['photon 4.0', true],
  ['photon 5.0', false],
  ['azurelinux 3.0.20240824', true],
  ['cbl-mariner 2.0.20220226', false],
  ['opensuse-leap 15.5', true],
  ['opensuse-tumbleweed 20240101', false],
  // How the scanner finds these is not known here.
  ['alpine 3.21_alpha20240923', undefined],
  ['alpine 3.21.1_x', false],
  ['alpine latest-stable', false],
  ['debian forky/sid', undefined],
  ['fedora 40', undefined],
  ['sles 15.5', undefined],
  ['constructor 1', undefined],
  ['debian', undefined],
])('%s: %s', (system, known) => {
  expect(isReleaseKnown(system, BUCKETS)).toBe(known);
});
