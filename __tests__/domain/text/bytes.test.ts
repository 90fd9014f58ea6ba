import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {nameText} from '../../../src/domain/text/bytes.ts';

const bytes = (...values: number[]): string => Buffer.from(values).toString('latin1');

describe('nameText', () => {
  it.each([
    ['usr/bin', 'usr/bin'],
    [bytes(0xc3, 0xa4), 'ä'],
    [bytes(0xf0, 0x9f, 0x90, 0x8b), '🐋'],
    [bytes(0x61, 0xff, 0x62), 'a\\xffb'],
    [bytes(0xc3), '\\xc3'],
    [bytes(0xc3, 0xa4, 0xc3), 'ä\\xc3'],
    [bytes(0xed, 0xa0, 0x80), '\\xed\\xa0\\x80'],
    ['', ''],
  ])('%j -> %s', (name, text) => {
    expect(nameText(name)).toBe(text);
  });

  it('gives any text back that was UTF-8', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        const wellFormed = text.toWellFormed();
        expect(nameText(Buffer.from(wellFormed, 'utf8').toString('latin1'))).toBe(wellFormed);
      }),
    );
  });
});
