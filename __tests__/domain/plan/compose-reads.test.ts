import {expect, it} from '@jest/globals';
import {composeReads} from '../../../src/domain/plan/compose-reads.ts';

/** The library ends some of them in an exception: on `pull_request_target` that was an error of ours. */
it.each([
  ['deeper than the stack', `x-a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`],
  ['deeper than the stack, in maps', '? '.repeat(20_000)],
  ['deeper than the stack, on one line', 'services:\n  a:\n    '.concat('build:  '.repeat(17_000))],
  [
    'of aliases of aliases',
    `a0: &a0 [x, x]\n${Array.from({length: 30}, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]\n`).join('')}`,
  ],
])('does not know what a file reads that is %s', (_, text) => {
  expect(composeReads(text)).toEqual({unable: expect.stringMatching(/^it is no YAML/)});
});
