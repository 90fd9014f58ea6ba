import {describe, expect, it} from '@jest/globals';
import {isWorthTelling, materialChanges} from '../../../src/domain/comment/material.ts';
import {COMMENT_MODES, type CommentMode} from '../../../src/domain/inputs/comment-modes.ts';
import {reportSchema, type Report} from '../../../src/domain/report/schema.ts';
import {COMPARED, type Compared} from '../../support/compared.ts';
import {image, report, vulnerability} from '../../support/reports.ts';

const STILL: Compared = {
  ...COMPARED,
  ...{causes: [], layers: [], findings: {new: [], fixed: [], still: 4}, violations: {}},
};

function against(change: Partial<Compared>, more: Partial<Report> = {}): Report {
  const images = [image({comparison: {...STILL, ...change}})];
  return reportSchema.parse(report({images, ...more}));
}

const WARNING = {...vulnerability('CVE-1'), rule: 'waste', level: 'warning' as const};
const finding = (cause: 'this change' | 'base image' | 'drift' | 'unknown') => ({
  ...{identity: 'i', id: 'CVE-1', package: 'zlib', severity: 'low' as const, cause},
});
const size = (
  cause: 'this change' | 'base image' | 'drift' | 'unknown',
  unpackedBytes: number,
  downloadBytes = 0,
): Partial<Compared> => ({causes: [{cause, unpackedBytes, downloadBytes}]});

describe('what a reviewer has to hear of', () => {
  it.each<[string, Report, readonly string[]]>([
    ['nothing', against({}), []],
    [
      'an error rule that fails',
      against({}, {outcomes: [{rule: 'user', image: 'w', level: 'error', outcome: 'fail'}]}),
      ['verdict'],
    ],
    [
      'an error rule that could not be judged',
      against({}, {outcomes: [{rule: 'user', level: 'error', outcome: 'unable'}]}),
      ['verdict'],
    ],
    [
      'not a warning rule that fails',
      against({}, {outcomes: [{rule: 'waste', level: 'warning', outcome: 'fail'}]}),
      [],
    ],
    ['a run that ended before its verdict', report({verdict: 'unable', images: []}), ['verdict']],
    [
      'a warning that the baseline did not have',
      against({}, {violations: [WARNING]}),
      ['violation'],
    ],
    ['not one that it had', against({violations: {waste: 1}}, {violations: [WARNING]}), []],
    [
      'not one that is waived',
      against({}, {violations: [{...WARNING, waived: {reason: 'r', expires: '2027-01-01'}}]}),
      [],
    ],
    [
      'one more of the same rule',
      against({violations: {waste: 1}}, {violations: [WARNING, WARNING]}),
      ['violation'],
    ],
    [
      'another one in place of one of the same rule',
      against({violations: {waste: 1}}, {violations: [{...WARNING, isNew: true}]}),
      ['violation'],
    ],
    [
      'a loosening',
      against({}, {violations: [{rule: 'loosening', level: 'warning', data: {}, message: ''}]}),
      ['banner'],
    ],
    [
      'a finding that this change brings',
      against({findings: {new: [finding('this change')], fixed: [], still: 0}}),
      ['finding'],
    ],
    [
      'one that it fixes',
      against({findings: {new: [], fixed: [finding('this change')], still: 0}}),
      ['finding'],
    ],
    [
      'not one of the base image, nor of drift',
      against({findings: {new: [finding('base image')], fixed: [finding('drift')], still: 0}}),
      [],
    ],
    ['1 MB and a byte more by this change', against(size('this change', 1_000_001)), ['size']],
    ['not 1 MB of 100 MB', against(size('this change', 1_000_000)), []],
    ['as much less', against(size('this change', -1_000_001)), ['size']],
    ['more to download', against(size('this change', 0, 500_001)), ['size']],
    ['not by the base image', against(size('base image', 50_000_000)), []],
    ['not by drift', against(size('drift', 50_000_000)), []],
    ['what nobody knows the cause of', against(size('unknown', 50_000_000)), ['size']],
    ['no baseline', report(), ['no baseline']],
    [
      'an image that the baseline does not have',
      report({images: [image({comparison: {state: 'new'}})]}),
      ['no baseline'],
    ],
  ])('%s', (_, told, matters) => {
    expect(materialChanges(told)).toEqual(matters);
  });

  it('1 % of a small image is less than 1 MB', () => {
    const unpacked = {before: 10_000_000, after: 10_100_001};
    const grown = (bytes: number): Report => against({unpacked, ...size('this change', bytes)});
    expect(materialChanges(grown(100_001))).toEqual(['size']);
    expect(materialChanges(grown(100_000))).toEqual([]);
  });

  it('a baseline that does not tell its violations makes none of them new', () => {
    const {violations: _, ...silent} = STILL;
    const images = [image({comparison: silent})];
    expect(materialChanges(report({images, violations: [WARNING]}))).toEqual([]);
  });
});

it('the input comment says when', () => {
  const told = (one: Report): readonly CommentMode[] =>
    COMMENT_MODES.filter((mode) => isWorthTelling(one, mode));
  expect(told(against({}))).toEqual(['always']);
  expect(told(against(size('this change', 9_000_000)))).toEqual(['material', 'always']);
  expect(told(report({verdict: 'fail'}))).toEqual(['material', 'always', 'on-failure']);
});
