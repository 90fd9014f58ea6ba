/** A loosened gate has one title, wherever it is read. */
import {expect, it} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {renderComment} from '../../src/publishers/comment/render.ts';
import {renderSummary} from '../../src/publishers/summary/render.ts';
import {renderTerminal} from '../../src/publishers/terminal/render.ts';
import {report} from '../support/reports.ts';

const loosened = (when?: 'merged'): Report['violations'][number] => ({
  ...{rule: 'loosening', level: 'warning', message: 'never used by publishers'},
  data: {about: 'rules.size.max', before: '1 MB', now: '9 MB', ...(when && {when})},
});

const NOW = 'The policy lets more pass than the baseline’s';
const MERGED = 'Once merged, the policy lets more pass than the base’s';

it.each([
  ['holds now', [loosened()], NOW],
  ['holds from the merge on', [loosened('merged')], MERGED],
  ['holds now, beside one that will', [loosened('merged'), loosened()], NOW],
])('one that %s', (_, violations, title) => {
  const made = report({violations});
  const markdown = `\n\n**${title}**\n\n- rules.size.max `;
  expect(renderComment(made, {links: {}})).toContain(markdown);
  expect(renderSummary(made, {limit: 1_000_000})).toContain(markdown);
  const lines = renderTerminal(made, {colours: false, folder: '', kept: []}).split('\n');
  expect(lines.filter((line) => line.startsWith(title))).toHaveLength(1);
});
