/** Lines that move never take a second row: what is taken away is counted in rows. */
import {describe, expect, it} from '@jest/globals';
import {fitted, liveStatus} from '../../src/platform/status.ts';

describe('a live line', () => {
  it.each([
    ['web: built', 20, 'web: built'],
    ['0123456789', 10, '012345678'],
    ['a界界界', 6, 'a界界'],
    ['a😀😀😀', 5, 'a😀'],
  ])('%s is cut at %i columns', (line, columns, expected) => {
    expect(fitted(line, columns)).toBe(expected);
  });

  it('is as wide as the terminal is when it is drawn', () => {
    const written: string[] = [];
    let columns = 10;
    const status = liveStatus(
      true,
      (text) => void written.push(text),
      () => columns,
    );
    status.show('web', 'scanning packages');
    columns = 14;
    status.show('web', 'scanning packages');
    expect(written).toEqual(['web: scan\n', '\u001b[1A\u001b[J', 'web: scanning\n']);
  });
});
