import {describe, expect, it} from '@jest/globals';
import {parseCheck} from '../../../src/domain/build/checks.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('parseCheck', () => {
  it('takes rule, message, reason, link and lines apart', () => {
    expect(
      parseCheck({
        short: base64("StageNameCasing: Stage name 'Base' should be lowercase (line 1)"),
        detail: [base64('Stage names should be lowercase')],
        url: 'https://docs.example/rule/',
        sourceInfo: {data: base64('FROM x AS Base\n')},
        range: [
          {start: {line: 4}, end: {line: 4}},
          {start: {line: 2}, end: {line: 6}},
        ],
      }),
    ).toEqual({
      rule: 'StageNameCasing',
      message: "Stage name 'Base' should be lowercase",
      detail: 'Stage names should be lowercase',
      url: 'https://docs.example/rule/',
      source: 'FROM x AS Base\n',
      ...{startLine: 2, endLine: 6},
    });
  });

  it('says no more than it was told', () => {
    expect(parseCheck({short: base64('Rule: text')})).toEqual({
      ...{rule: 'Rule', message: 'text', source: ''},
    });
  });

  it.each(['', 'no rule here', 'two words: text', 'lower: text'])('is none for %j', (text) => {
    expect(parseCheck({short: base64(text)})).toBeUndefined();
  });
});
