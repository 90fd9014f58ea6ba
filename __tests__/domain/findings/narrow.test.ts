import {expect, it} from '@jest/globals';
import type {AttributedFinding} from '../../../src/domain/findings/facts.ts';
import {narrowed} from '../../../src/domain/findings/narrow.ts';

const place = (startLine: number) => ({file: 'Dockerfile', startLine});
const finding: AttributedFinding = {
  ...{
    identity: 'x',
    id: 'CVE-1',
    package: 'a',
    severity: 'high',
    status: 'fixed',
    fixed: '1.2, 2.3',
  },
  members: [
    {package: 'a', version: '1.0', fixedVersion: '1.2, 2.3', path: 'app/a'},
    {package: 'a', version: '2.0', fixedVersion: '1.2, 2.3', path: 'base/a'},
  ],
  ...{base: false, places: [place(9), place(3), place(1)]},
  placesOf: [
    {base: false, pins: [place(9)], lines: [place(3)]},
    {base: true, pins: [], lines: [place(1)]},
  ],
};

it.each([
  ['app/a', {fixed: '1.2', base: false, places: [place(9), place(3)]}],
  ['base/a', {fixed: '2.3', base: true, places: [place(1)]}],
])('what is said of %s alone comes from it', (path, said) => {
  const one = narrowed(finding, (member) => member.path === path);
  expect(one.members.map((member) => member.path)).toEqual([path]);
  expect(one).toMatchObject(said);
});

it('what has no fix of its own says none', () => {
  const members = [...finding.members, {package: 'a', version: '3.0', path: 'c'}];
  const one = narrowed({...finding, members}, ({path}) => path === 'c');
  expect(one).not.toHaveProperty('fixed');
});

it('nothing changes where all are left', () => {
  expect(narrowed(finding, () => true)).toBe(finding);
});
