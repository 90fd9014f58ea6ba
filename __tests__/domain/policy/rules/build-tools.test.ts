import {expect, it} from '@jest/globals';
import {RULES} from '../../../../src/domain/policy/rules/index.ts';

it.each([
  [['apt archives'], false, /^Clean them in the same RUN/],
  [['apt lists', 'pip cache'], false, /^Clean them in the same RUN/],
  [['apt archives', 'gcc'], false, /^Install them in an earlier stage/],
  [['apt archives'], true, /^Take a base/],
])('%j (of the base: %p) is mended by what mends it', (names, base, advice) => {
  const tools = names.map((name) => ({name, bytes: 1}));
  const words = RULES['build-tools'].read({base, bytes: names.length, tools})?.words;
  expect(JSON.stringify(words)).toMatch(new RegExp(advice.source.slice(1)));
});
