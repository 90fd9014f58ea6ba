import {describe, expect, it} from '@jest/globals';
import {parseTrivyReport} from '../../../src/domain/findings/trivy-schema.ts';
import {POLICY} from '../../support/records.ts';
import {parseRecord} from '../../../src/domain/record/parse.ts';
import {isDeep} from '../../../src/domain/text/json.ts';

const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

/** The document with what is too deep under a key that its schema lets through. */
function withDeep(document: object): string {
  return JSON.stringify(document).replace('"DEEP"', DEEP);
}

describe('what is nested too deeply', () => {
  it('is told from what is not', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect([nested(20), nested(64), {a: [{b: 'c'}]}, 'x', null].map((one) => isDeep(one))).toEqual(
      Array.from({length: 5}, () => false),
    );
    expect([nested(66), JSON.parse(DEEP), {a: [nested(70)]}].map((one) => isDeep(one))).toEqual(
      Array.from({length: 3}, () => true),
    );
  });

  it('is no report of the scanner', () => {
    const text = withDeep({SchemaVersion: 2, ArtifactName: 'x', Metadata: {ImageConfig: 'DEEP'}});
    expect(parseTrivyReport(text)).toEqual({unable: expect.stringMatching(/nested too deeply/)});
  });

  it('is no record', () => {
    const rules = {...POLICY.rules, user: {level: 'error', more: 'DEEP'}};
    const tool = {name: 'plimsoll', version: '0.0.0'};
    const madeAt = '2026-11-20T10:11:12.000Z';
    const text = withDeep({version: 0, tool, madeAt, images: [], policy: {...POLICY, rules}});
    expect(parseRecord(text)).toEqual({unable: expect.stringMatching(/nested too deeply/)});
  });
});
