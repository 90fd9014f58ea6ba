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
  [{identifiers: {purl: 'pkg:npm/ws'}}, 'pkg:npm/ws'],
  [{identifiers: {cpe23: 'cpe:2.3:a:b:c'}, subcomponents: []}, 'cpe:2.3:a:b:c'],
  [{'@id': 'pkg:oci/web', identifiers: {purl: 'pkg:npm/ws'}}, 'pkg:oci/web'],
  [{'@id': 'https://a.example/web', identifiers: {purl: 'pkg:oci/web'}}, 'pkg:oci/web'],
  [{'@id': 'https://a.example/web', identifiers: {cpe23: 'cpe:2.3:a'}}, 'https://a.example/web'],
  [{supplier: 'x'}, 'a product without a name'],
])('the product %j is named %s', (product, name) => {
  const text = documentOf({
    ...{vulnerability: {name: 'CVE-2026-1'}, products: [product], status: 'fixed'},
  });
  expect(parseVex(text, FILE).statements[0]?.products).toEqual([name]);
});

it.each([
  ['CSAF', {document: {category: 'csaf_vex', csaf_version: '2.0'}, vulnerabilities: []}],
  ['CycloneDX', {bomFormat: 'CycloneDX', specVersion: '1.6', vulnerabilities: []}],
])('a document of %s is told what is taken', (form, document) => {
  expect(() => parseVex(JSON.stringify(document), FILE)).toThrow(
    `${FILE}:1: this is a VEX document of ${form}, and only OpenVEX (`,
  );
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
