/** That the goldens of the comments can fail: what is read out of a comment. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {comparable, figures, imageCells, layerRows} from '../../support/comment-text.ts';

const BODY = readFileSync(
  join(import.meta.dirname, '../../e2e/comments/run-line-added.md'),
  'utf8',
);

describe('what is read out of a comment', () => {
  it('is every cell of the first table that has a figure', () => {
    expect(imageCells(BODY)['api']).toEqual({
      size: ['3.7 MB of 5.0 MB', '+420.0 kB (+12.7 %)', 'download 2.0 MB', '+230.0 kB (+12.7 %)'],
      fixable: ['1 critical, 1 high, 1 medium, 1 low', '3 introduced, 0 fixed'],
      user: '1000',
    });
  });

  it('is every row of its layers', () => {
    expect(layerRows(BODY)).toEqual({api: [['+420.0 kB', '0 B → 420.0 kB']]});
  });

  it('is every other figure, and none of places and instructions', () => {
    expect(figures(BODY)).toEqual([
      ...['1 of', '2 images', '14.2.24', '14.2.25', '1 critical', 'CVE-2025-29927', '+420.0 kB'],
      ...['introduced: 3', '1 of'],
      ...['CVE-2025-57822', '14.2.32', 'CVE-2025-48068', '14.2.30', '1 added', '14.2.24'],
      ...['1 differs', '+420.0 kB', '0 B', '420.0 kB'],
    ]);
  });

  it('stays as it is but for names and times', () => {
    const sha = '0123456789abcdef'.repeat(2).padEnd(40, '0');
    const text = `build: 1.0&nbsp;s of 2026&#45;11&#45;26 02:40 UTC · vulnerability database 8 hours old · [${sha.slice(0, 12)}](${sha}) 1.0 MB`;
    expect(comparable(text, new Map([[sha, 'COMMIT']]))).toBe(
      'build: SECONDS of TIME · vulnerability database AGE old · [COMMIT](COMMIT) 1.0 MB',
    );
  });
});
