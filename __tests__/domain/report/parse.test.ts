import {describe, expect, it} from '@jest/globals';
import {parseReport} from '../../../src/domain/report/parse.ts';
import {report} from '../../support/reports.ts';

describe('parseReport', () => {
  it('takes what was written', () => {
    expect(parseReport(JSON.stringify(report()))).toEqual({value: report()});
  });

  it.each([
    ['no JSON', '<html>', /it is not JSON/],
    ['another version', JSON.stringify({...report(), version: 1}), /version .*same version/],
    ['a field that nobody knows', JSON.stringify({...report(), more: 1}), /of this version/],
    ['another tool', JSON.stringify({...report(), tool: {name: 'x', version: '1'}}), /tool\.name/],
  ])('refuses %s', (_, text, words) => {
    expect(parseReport(text)).toEqual({unable: expect.stringMatching(words)});
  });

  it('refuses what is nested so deeply that whoever walks through it falls', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const violation = `{"rule":"user","level":"error","message":"m","data":${deep}}`;
    const text = JSON.stringify({...report(), violations: ['HERE']}).replace('"HERE"', violation);
    expect(parseReport(text)).toEqual({unable: expect.stringMatching(/nested too deeply/)});
  });
});
