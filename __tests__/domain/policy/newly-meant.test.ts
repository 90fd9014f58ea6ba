import {expect, it} from '@jest/globals';
import {buildLoosenings} from '../../../src/domain/policy/loosenings.ts';
import {type PolicyRecord} from '../../../src/domain/record/policy.ts';
import {builtImages} from '../../../src/domain/policy/policy-record.ts';
import {planned} from '../../support/scan.ts';

const ANSWER = {id: 'CVE-1', status: 'not_affected'};

function recordOf(
  images: Readonly<Record<string, readonly string[]>>,
  products: readonly string[],
  status = ANSWER.status,
): Pick<PolicyRecord, 'built' | 'vex'> {
  const all = Object.entries(images).map(([name, tags]) => ({...planned(name), tags}));
  return {built: builtImages(all), vex: [{...ANSWER, status, products: [...products]}]};
}

const WEB = ['pkg:oci/web'];
const AT = ['pkg:oci/web?repository_url=ghcr.io/team/web&arch=amd64'];

it.each([
  ['a new tag', {api: ['ghcr.io/team/api:1']}, {api: ['ghcr.io/team/web:1']}, WEB],
  ['one more tag', {api: ['x/api']}, {api: ['x/api', 'x/web']}, WEB],
  ['another registry', {api: ['x/web']}, {api: ['ghcr.io/team/web']}, AT],
  ['another tag of the repository', {api: ['x/web:2']}, {api: ['x/web:1']}, ['pkg:oci/web?tag=1']],
  ['a new image', {}, {api: ['ghcr.io/team/web:1']}, WEB],
])('%s that an old answer means is told', (_what, before, now, products) => {
  const found = buildLoosenings(recordOf(before, products), recordOf(now, products));
  expect(found).toContainEqual({
    ...{about: `VEX of ${products[0]}`, images: ['api']},
    ...{before: 'not about it', now: 'about it by its name'},
  });
});

it.each([
  ['another version', {web: ['x/web:1']}, {web: ['x/web:2']}, WEB],
  ['a tag that nobody speaks of', {web: ['x/web']}, {web: ['x/web', 'x/other']}, WEB],
  ['a tag of the same name', {web: []}, {web: ['x/web']}, WEB],
  ['a package', {api: ['x/api']}, {api: ['x/web']}, ['pkg:npm/web']],
])('%s is no loosening', (_what, before, now, products) => {
  expect(buildLoosenings(recordOf(before, products), recordOf(now, products))).toEqual([]);
});

it('an answer that is new, or none, is not told here', () => {
  const [before, now] = [{api: ['x/api']}, {api: ['x/web']}];
  expect(buildLoosenings(recordOf(before, []), recordOf(now, WEB))).toEqual([]);
  const affected = (images: Readonly<Record<string, readonly string[]>>) =>
    recordOf(images, WEB, 'affected');
  expect(buildLoosenings(affected(before), affected(now))).toEqual([]);
});
