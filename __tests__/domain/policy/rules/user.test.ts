import type {UserFacts} from '../../../../src/domain/image/facts.ts';
import {known, unable} from '../../../../src/domain/known.ts';
import type {Rule} from '../../../../src/domain/policy/rule.ts';
import {user} from '../../../../src/domain/policy/rules/user.ts';
import {GOOD} from '../../../support/evidence.ts';

function judged(facts: UserFacts, require = 'non-root'): readonly string[] {
  const evidence = {...GOOD, user: known(facts)};
  return user
    .judge({level: 'error', require}, evidence)
    .map(({told: {words}}) => `${words.message} ${words.advice}`);
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
  [':1000', {uid: 0, isRoot: true}, `The image starts as root (USER :1000). ${ROOT}`],
  ['root', {uid: 0, isRoot: true}, `The image starts as root (USER root). ${ROOT}`],
  ['+0', {uid: 0, isRoot: true}, `The image starts as root (USER +0). ${ROOT}`],
  ['0:none', {isRoot: true, refused: 'group'}, `The image starts as root (USER 0:none). ${ROOT}`],
  [
    'ghost',
    {refused: 'user'},
    'The image does not know its own user (USER ghost): no such name in its /etc/passwd. Create ghost in the final stage, or give a number: USER 10001.',
  ],
  [
    'app:none',
    {refused: 'group'},
    'The engine does not start the image: it does not know the group of its user (USER app:none), no such name in its /etc/group. Create user and group in the final stage, or give numbers: USER 10001:10001.',
  ],
  [
    '2147483648',
    {refused: 'range', numeric: true},
    'The engine does not start the image: its user (USER 2147483648) has an id that is not between 0 and 2147483647. Create user and group in the final stage, or give numbers: USER 10001:10001.',
  ],
  [
    'app',
    {refused: 'file'},
    'The engine does not start the image (USER app): a line of its /etc/passwd is longer than 64 KiB. Create user and group in the final stage, or give numbers: USER 10001:10001.',
  ],
] satisfies readonly (readonly [string, Partial<UserFacts>, string])[])(
  '%j (%j) fails',
  (declared, resolved, sentence) => {
    expect(judged(facts(declared, resolved))).toEqual([sentence]);
    expect(judged(facts(declared, resolved), 'numeric')).toHaveLength(1);
    expect(judged(facts(declared, resolved), 'any')).toEqual([]);
  },
);

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
  const evidence = {...GOOD, user: known(facts('root', {isRoot: true}))};
  expect(user.judge(user.default, evidence)[0]?.place).toEqual({
    file: 'Dockerfile',
    startLine: 5,
    endLine: 5,
  });
});

test('without a Dockerfile it is judged all the same', () => {
  const evidence = {
    ...GOOD,
    user: known(facts('root', {isRoot: true})),
    dockerfile: unable('remote'),
  };
  const [violation] = user.judge(user.default, evidence);
  expect(violation).not.toHaveProperty('place');
  expect(violation?.told.data).toEqual({mistake: 'root', declared: 'root'});
});

test('it needs the user unless anything goes', () => {
  const rule: Rule = user;
  expect(rule.needs(rule.default)).toEqual(['user']);
  expect(rule.needs({level: 'error', require: 'any'})).toEqual([]);
});
