import type {UserFacts} from '../../../../src/domain/image/facts.ts';
import {known, unable} from '../../../../src/domain/known.ts';
import type {Rule} from '../../../../src/domain/policy/rule.ts';
import {user} from '../../../../src/domain/policy/rules/user.ts';
import {GOOD} from '../../../support/evidence.ts';

function judged(facts: UserFacts, require = 'non-root'): readonly string[] {
  const evidence = {...GOOD, user: known(facts)};
  return user.judge({level: 'error', require}, evidence).map(({data}) => {
    const words = user.words(data);
    return `${words?.message ?? ''} ${words?.mend ?? ''}`;
  });
}

const facts = (declared: string, resolved: Partial<UserFacts> = {}): UserFacts => ({
  declared,
  isRoot: false,
  numeric: false,
  ...resolved,
});

const ROOT = 'End the final stage with a user that is not root: USER 10001.';

test.each([
  ['', {uid: 0, isRoot: true}, `The image names no user, so it starts as root. ${ROOT}`],
  [' ', {}, `The image names no user, so it starts as root. ${ROOT}`],
  [':1000', {}, `The image names no user, so it starts as root. ${ROOT}`],
  ['root', {uid: 0, isRoot: true}, `The image starts as root (USER root). ${ROOT}`],
  ['root', {}, `The image starts as root (USER root). ${ROOT}`],
  ['root:root', {uid: 0, isRoot: true}, `The image starts as root (USER root:root). ${ROOT}`],
  ['0', {uid: 0, isRoot: true, numeric: true}, `The image starts as root (USER 0). ${ROOT}`],
  ['0', {numeric: true}, `The image starts as root (USER 0). ${ROOT}`],
  ['000', {numeric: true}, `The image starts as root (USER 000). ${ROOT}`],
  ['+0', {}, `The image starts as root (USER +0). ${ROOT}`],
  ['0:0', {uid: 0, isRoot: true, numeric: true}, `The image starts as root (USER 0:0). ${ROOT}`],
  ['0:1000', {numeric: true}, `The image starts as root (USER 0:1000). ${ROOT}`],
  ['toor', {uid: 0, isRoot: true}, `The image starts as root (USER toor). ${ROOT}`],
  ['toor', {uid: 0}, `The image starts as root (USER toor). ${ROOT}`],
  [
    'ghost',
    {},
    'The image does not know its own user (USER ghost): no such name in its /etc/passwd. Create ghost in the final stage, or give a number: USER 10001.',
  ],
])('%j (%j) fails', (declared, resolved, sentence) => {
  expect(judged(facts(declared, resolved))).toEqual([sentence]);
  expect(judged(facts(declared, resolved), 'numeric')).toHaveLength(1);
  expect(judged(facts(declared, resolved), 'any')).toEqual([]);
});

test.each([
  ['10001', {uid: 10001, numeric: true}],
  ['10001:0', {uid: 10001, gid: 0, numeric: true}],
  ['1000', {numeric: true}],
  ['0100', {uid: 100, numeric: true}],
  ['app', {uid: 1000}],
  ['app:root', {uid: 1000, gid: 0}],
])('%j (%j) passes', (declared, resolved) => {
  expect(judged(facts(declared, resolved))).toEqual([]);
});

test('where a number is asked for, a name that is known fails and its number is proposed', () => {
  expect(judged(facts('app', {uid: 1000}), 'numeric')).toEqual([
    'The image’s user is a name (USER app), where a number is asked for. Write the number instead of the name: USER 1000.',
  ]);
  expect(judged(facts('1000', {uid: 1000, numeric: true}), 'numeric')).toEqual([]);
});

test('the violation stands on the USER line', () => {
  const evidence = {...GOOD, user: known(facts('root'))};
  expect(user.judge(user.default, evidence)[0]?.place).toEqual({
    file: 'Dockerfile',
    startLine: 5,
    endLine: 5,
  });
});

test('without a Dockerfile it is judged all the same', () => {
  const evidence = {...GOOD, user: known(facts('root')), dockerfile: unable('remote')};
  const [violation] = user.judge(user.default, evidence);
  expect(violation).toEqual({data: {mistake: 'root', declared: 'root'}});
});

test('it needs the user unless anything goes', () => {
  const rule: Rule = user;
  expect(rule.needs(rule.default)).toEqual(['user']);
  expect(rule.needs({level: 'error', require: 'any'})).toEqual([]);
});
