import {expect, it} from '@jest/globals';
import {parseVex} from '../../../src/domain/policy/vex.ts';

const FILE = 'security/app.vex.json';

function documentOf(...statements: readonly object[]): string {
  return JSON.stringify({'@context': 'https://openvex.dev/ns/v0.2.0', statements}, undefined, 2);
}

it.each([
  ['0.2.0', {name: 'CVE-2026-1'}, [{'@id': 'pkg:deb/debian/zlib1g'}]],
  ['0.0.1', 'CVE-2026-1', ['pkg:deb/debian/zlib1g']],
])('a statement of OpenVEX %s is read', (_version, vulnerability, products) => {
  const text = documentOf({vulnerability, products, status: 'not_affected', justification: 'x'});
  expect(parseVex(text, FILE)).toEqual({
    file: FILE,
    text,
    statements: [
      {
        ...{id: 'CVE-2026-1', products: ['pkg:deb/debian/zlib1g'], status: 'not_affected'},
        ...{meaning: expect.stringMatching(/^[0-9a-f]{64}$/), file: FILE},
      },
    ],
  });
});

it.each([
  ['{', `${FILE}:1: this YAML cannot be read`],
  [
    JSON.stringify({'@context': 'https://cyclonedx.org', statements: []}),
    `${FILE}:1: \`@context\` is not https://openvex.dev/ns/…: only OpenVEX documents are taken.`,
  ],
  [
    documentOf({vulnerability: 'CVE-1', status: 'wontfix'}),
    `${FILE}:6: \`statements[0].status\` is \`wontfix\`: use \``,
  ],
])('%j is refused with file and line', (text, words) => {
  expect(() => parseVex(text, FILE)).toThrow(words);
});
