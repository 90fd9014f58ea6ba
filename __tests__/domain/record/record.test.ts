import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {Deps} from '../../../src/deps.ts';
import {known, unable} from '../../../src/domain/known.ts';
import {judge} from '../../../src/domain/policy/evaluate.ts';
import {openViolations} from '../../../src/domain/record/make.ts';
import {parseRecord} from '../../../src/domain/record/parse.ts';
import type {RunRecord} from '../../../src/domain/record/schema.ts';
import {runRecord} from '../../../src/stages/compare/records.ts';
import {gathered, policy} from '../../support/evidence.ts';
import {image, layer, POLICY, step} from '../../support/records.ts';

const RECORD: RunRecord = {
  version: 0,
  tool: {name: 'plimsoll', version: '0.0.0'},
  madeAt: '2026-11-20T10:11:12.000Z',
  images: [image([layer('a', 10, {step: 0})], {steps: [step('a')], packages: []})],
  policy: POLICY,
};

describe('a record', () => {
  it('is read as it was written', () => {
    expect(parseRecord(JSON.stringify(RECORD))).toEqual({value: RECORD});
  });

  it.each([
    ['no JSON', 'x', 'is no record of Plimsoll: it is not JSON.'],
    ['of another version', JSON.stringify({...RECORD, version: 1}), 'version '],
    ['with a key that is not known', JSON.stringify({...RECORD, more: 1}), 'Unrecognized key'],
    [
      'whose layers are not its bytes',
      JSON.stringify({...RECORD, images: [{...RECORD.images[0], unpackedBytes: 11}]}),
      'images.0 has layers that do not sum to its bytes',
    ],
  ])('that is %s is refused with one sentence', (_, text, words) => {
    const parsed = parseRecord(text);
    expect('unable' in parsed ? parsed.unable : 'taken').toContain(words);
  });

  it('counts what each rule found and nobody waived, image by image', () => {
    const violations = [
      {rule: 'waste', image: 'a'},
      {rule: 'waste', image: 'a'},
      {rule: 'waste', image: 'a', waived: {reason: 'r', expires: '2027-01-01'}},
      {rule: 'user', image: 'b'},
      {rule: 'loosening'},
    ];
    expect(openViolations(violations, 'a')).toEqual({waste: 2});
    expect(openViolations(violations, 'c')).toEqual({});
  });

  it('has what was violated, and is read with it', () => {
    const user = known({declared: 'root', uid: 0, isRoot: true, numeric: false});
    const images = [gathered({user})];
    const judgement = judge({policy: policy(), images, today: '2026-11-20'});
    const [found] = judgement.violations;
    const plan = {
      ...{policy: policy(), images: [], repository: '/r'},
      checkout: unable('There is none.'),
    };
    const clock = {now: () => new Date('2026-11-20T10:11:12.000Z')} as Deps['clock'];
    const made = runRecord(RECORD.images, {plan, enforce: true, judgement}, {clock});
    const identity = found?.told.identityIn('web/linux/amd64');
    expect(made.images[0]).toMatchObject({violations: {user: 1}, violated: {user: [identity]}});
    expect(parseRecord(JSON.stringify(made))).toEqual({value: made});
  });

  it('is parsed or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseRecord(text)).toHaveProperty('unable');
      }),
      {numRuns: 300},
    );
  });
});
