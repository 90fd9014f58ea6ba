/**
 * Rule 18 for what is built: somebody who may change definition and policy wants an image of theirs to pass
 * unseen, under another name, under a name that another image had, or upon something else.
 */
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {rulesFor} from '../../src/domain/policy/policy.ts';
import {RULES} from '../../src/domain/policy/rules/index.ts';
import {policyOf, said, type PolicySide} from '../support/policy-pairs.ts';

type Targets = NonNullable<PolicySide['targets']>;

const ROOT = 'in the repository’s root';
const LIB: Targets = {
  web: {contexts: {base: 'target:lib', files: './files'}},
  lib: {context: 'lib', contexts: {inner: 'target:core'}, serves: true},
  core: {context: 'core', serves: true},
  stub: {context: 'stub', serves: true},
};

/** `LIB` with this of `name` otherwise. */
const pointed = (name: string, change: Targets[string]): PolicySide => ({
  targets: {...LIB, [name]: {...LIB[name], ...change}},
});

describe('the same name that leads to something else', () => {
  it.each<[string, PolicySide, string]>([
    ['another Dockerfile', pointed('web', {dockerfile: 'stub/Dockerfile'}), 'from stub/Dockerfile'],
    ['another stage', pointed('web', {stage: 'empty'}), 'to its stage empty'],
    ['another context', pointed('web', {context: 'stub'}), 'in stub, with base'],
    [
      'another repository',
      pointed('web', {context: 'https://me:secret@example.org/x.git'}),
      'is built in https://example.org/x.git,',
    ],
    [
      'another base target',
      pointed('web', {contexts: {base: 'target:stub', files: './files'}}),
      'is built from Dockerfile in the repository’s root, with base of the target stub (from stub/Dockerfile in stub), with files of files.',
    ],
    [
      'the base target of another Dockerfile',
      pointed('lib', {dockerfile: 'Stub'}),
      'with base of the target lib (from lib/Stub in lib)',
    ],
    [
      'a base target upon another one',
      pointed('lib', {contexts: {inner: 'target:stub'}}),
      'with inner of the target stub',
    ],
    [
      'a base target that is built elsewhere',
      pointed('core', {stage: 'empty'}),
      'to its stage empty',
    ],
    ['no base target', pointed('web', {contexts: {}}), `is built from Dockerfile ${ROOT}.`],
    [
      'another folder',
      pointed('web', {contexts: {base: 'target:lib', files: './stub'}}),
      'with files of stub.',
    ],
  ])('%s is said', (_, now, words) => {
    expect(said({targets: LIB}, now)).toEqual([expect.stringContaining(words)]);
    expect(said({targets: LIB}, now)[0]).not.toContain('secret');
  });

  it('nothing is said of the same definition, and of targets that the image is not built upon', () => {
    expect(said({targets: LIB}, {targets: LIB})).toEqual([]);
    expect(said({targets: LIB}, pointed('stub', {stage: 'other'}))).toEqual([]);
  });

  it('a definition that leads back to itself ends', () => {
    const targets = {web: {contexts: {base: 'target:web'}}};
    expect(said({targets}, {targets})).toEqual([]);
  });
});

describe('other names', () => {
  const off = (name: string) => ({policy: {images: {[name]: {rules: {user: {level: 'off'}}}}}});

  it('`web` that becomes `web2` with its rules off', () => {
    const now = {targets: {web2: {}, api: {}}, ...off('web2')};
    expect(said({}, now)).toEqual([
      'rules.user.level (web2) was error, and is off.',
      'web/linux/amd64 was built and judged, and is neither.',
    ]);
  });

  it('a new image with its rules off', () => {
    const now = {targets: {web: {}, api: {}, more: {}}, ...off('more')};
    expect(said({}, now)).toEqual(['rules.user.level (more) was error, and is off.']);
  });

  it('whatever is renamed, added and switched off is said', () => {
    const names = ['web', 'api', 'web2', 'api2', 'more'];
    const ids = Object.entries(RULES).flatMap(([id, {per}]) => (per === 'image' ? [id] : []));
    const levels = fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({level: fc.constantFrom('error', 'warning', 'off')}),
      {maxKeys: 3},
    );
    const side = fc
      .record({
        built: fc.uniqueArray(fc.constantFrom(...names), {minLength: 1}),
        rules: levels,
        images: fc.dictionary(fc.constantFrom(...names), fc.record({rules: levels})),
      })
      .map(({built, rules, images}): PolicySide => ({
        targets: Object.fromEntries(built.map((name) => [name, {}])),
        policy: {rules, images},
      }));
    type Rules = ReturnType<typeof policyOf>['rules'];
    const strength = (rules: Rules, rule: string): number =>
      ['off', 'warning', 'error'].indexOf(rules[rule as keyof Rules].level);
    fc.assert(
      fc.property(side, side, (before, now) => {
        const lines = said(before, now);
        const [old, next] = [policyOf(before), policyOf(now)];
        const [was, is] = [before, now].map(({targets = {}}) => Object.keys(targets));
        const gone = (was ?? []).filter((name) => !is?.includes(name));
        const looser = (is ?? []).flatMap((name) => {
          const held = was?.includes(name) === true ? rulesFor(old, name) : old.rules;
          const rules = rulesFor(next, name);
          return ids
            .filter((rule) => strength(rules, rule) < strength(held, rule))
            .map((rule) => `${rule} of ${name}`);
        });
        const told = lines.flatMap((line) => {
          const [, rule, names] = /^rules\.([\w-]+)\.level(?: \((.*)\))? was/.exec(line) ?? [];
          return rule === undefined
            ? []
            : (names?.split(', ') ?? is ?? []).map((name) => `${rule} of ${name}`);
        });
        expect(told.toSorted()).toEqual(looser.toSorted());
        expect(lines.filter((line) => line.endsWith('is neither.')).toSorted()).toEqual(
          gone.map((id) => `${id}/linux/amd64 was built and judged, and is neither.`).toSorted(),
        );
      }),
      {numRuns: 200},
    );
  });
});
