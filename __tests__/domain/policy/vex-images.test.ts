import {expect, it} from '@jest/globals';
import type {Finding, Member} from '../../../src/domain/findings/facts.ts';
import {readPackageUrl} from '../../../src/domain/findings/package-url.ts';
import {parseVex} from '../../../src/domain/policy/vex.ts';
import {withImageAnswers} from '../../../src/domain/policy/vex-images.ts';
import {isImage, type NamedImage} from '../../../src/domain/policy/vex-names.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const BARE: NamedImage = {name: 'web', target: 'web', platform: 'linux/amd64', digest: DIGEST};
const TAGGED: NamedImage = {
  ...{...BARE, name: 'site.1', target: 'site_1', platform: 'linux/arm/v7'},
  tags: ['ghcr.io/Team/Web:1.2', 'localhost:5000/other'],
};
const HUB: NamedImage = {...BARE, tags: ['web', 'team/shop:2']};

it.each([
  ['pkg:oci/web', BARE, true],
  ['pkg:oci/WEB', BARE, true],
  ['pkg:oci/we', BARE, false],
  ['pkg:oci/web2', BARE, false],
  ['pkg:docker/web', BARE, false],
  ['pkg:oci/team/web', BARE, false],
  ['pkg:oci/web#sub', BARE, false],
  [`pkg:oci/web@${DIGEST}`, BARE, true],
  [`pkg:oci/web@${DIGEST.replace(':', '%3A')}`, BARE, true],
  [`pkg:oci/web@${DIGEST}`, {...BARE, digest: undefined}, false],
  [`pkg:oci/web@sha256:${'b'.repeat(64)}`, BARE, false],
  ['pkg:oci/web@1.2', TAGGED, false],
  ['pkg:oci/web?arch=amd64', BARE, true],
  ['pkg:oci/web?arch=arm64', BARE, false],
  ['pkg:oci/web?arch=arm', TAGGED, true],
  ['pkg:oci/web?os=linux', BARE, false],
  ['pkg:oci/web', TAGGED, true],
  ['pkg:oci/other', TAGGED, true],
  ['pkg:oci/team', TAGGED, false],
  ['pkg:oci/site.1', TAGGED, true],
  ['pkg:oci/site_1', TAGGED, true],
  ['pkg:oci/web?tag=1.2', TAGGED, true],
  ['pkg:oci/web?tag=1.3', TAGGED, false],
  ['pkg:oci/other?tag=latest', TAGGED, true],
  ['pkg:oci/web?tag=1.2', BARE, false],
  // The definition says no repository: there is nothing to compare with.
  ['pkg:oci/web?repository_url=ghcr.io/team/web', BARE, true],
  ['pkg:oci/web?repository_url=ghcr.io/team/web', TAGGED, true],
  ['pkg:oci/web?repository_url=ghcr.io%2Fteam%2Fweb&arch=arm', TAGGED, true],
  ['pkg:oci/web?repository_url=https://ghcr.io/team/web/', TAGGED, true],
  ['pkg:oci/web?repository_url=ghcr.io/team', TAGGED, false],
  ['pkg:oci/web?repository_url=ghcr.io/else/web', TAGGED, false],
  ['pkg:oci/other?repository_url=ghcr.io/team/web', TAGGED, false],
  ['pkg:oci/other?repository_url=localhost:5000/other', TAGGED, true],
  ['pkg:oci/site.1?repository_url=ghcr.io/team/site.1', TAGGED, false],
  ['pkg:oci/web?repository_url=index.docker.io/library/web', HUB, true],
  ['pkg:oci/web?repository_url=docker.io/library/web', HUB, true],
  ['pkg:oci/shop?repository_url=docker.io/team/shop', HUB, true],
  ['pkg:oci/web?repository_url=docker.io/team/web', HUB, false],
])('%s for %j: %j', (written, image, expected) => {
  const product = readPackageUrl(written);
  expect(product !== undefined && isImage(product, image)).toBe(expected);
});

const ZLIB = 'pkg:deb/debian/zlib1g@1.2.13?arch=amd64&distro=debian-12';
const MEMBERS: readonly Member[] = [
  {package: 'zlib1g', version: '1.2.13', purl: ZLIB},
  {package: 'ws', version: '8.0.0', purl: 'pkg:npm/ws@8.0.0'},
  {package: 'nameless', version: '1'},
];
const FINDING: Finding = {
  ...{identity: 'f', id: 'CVE-1', package: 'zlib', severity: 'high', status: 'affected'},
  members: MEMBERS,
};
const NOT_AFFECTED = {status: 'not_affected', justification: 'component_not_present'};

/** The packages that are answered, with what is said of them. */
function answered(...documents: readonly object[]): readonly unknown[] {
  const read = documents.map((document) => {
    const text = JSON.stringify({'@context': 'https://openvex.dev/ns/v0.2.0', ...document});
    return parseVex(text, 'a.vex.json');
  });
  return withImageAnswers([FINDING], read, BARE).flatMap(({members}) =>
    members.flatMap(({vex, ...one}) => (vex === undefined ? [] : [[one.package, vex]])),
  );
}

/** Of one document with one statement. */
function answeredBy(products: readonly unknown[], change: object = {}): readonly unknown[] {
  const statement = {vulnerability: {name: 'CVE-1'}, products, ...NOT_AFFECTED, ...change};
  return answered({statements: [statement]}).map((row) => (row as readonly unknown[])[0]);
}

const ALL = ['zlib1g', 'ws', 'nameless'];

it.each<[string, readonly unknown[], object, readonly string[]]>([
  ['the whole image', [{'@id': 'pkg:oci/web'}], {}, ALL],
  ['by identifiers', [{identifiers: {purl: 'pkg:oci/web'}}], {}, ALL],
  // What the record shows is the one name.
  [
    'a second name beside another image’s',
    [{'@id': 'pkg:oci/other', identifiers: {purl: 'pkg:oci/web'}}],
    {},
    [],
  ],
  [
    'a package URL beside an address',
    [{'@id': 'https://example.com/web', identifiers: {purl: 'pkg:oci/web'}}],
    {},
    ALL,
  ],
  [
    'an identifier of another kind',
    [{'@id': 'https://example.com/web', identifiers: {cpe23: 'pkg:oci/web'}}],
    {},
    [],
  ],
  ['no subcomponents', [{'@id': 'pkg:oci/web', subcomponents: []}], {}, ALL],
  ['null subcomponents', [{'@id': 'pkg:oci/web', subcomponents: null}], {}, ALL],
  ['mended', [{'@id': 'pkg:oci/web'}], {status: 'fixed'}, ALL],
  ['affected', [{'@id': 'pkg:oci/web'}], {status: 'affected'}, []],
  ['not known', [{'@id': 'pkg:oci/web'}], {status: 'under_investigation'}, []],
  ['another image', [{'@id': 'pkg:oci/api'}], {}, []],
  ['another vulnerability', [{'@id': 'pkg:oci/web'}], {vulnerability: {name: 'CVE-2'}}, []],
  [
    'an alias',
    [{'@id': 'pkg:oci/web'}],
    {vulnerability: {name: 'GHSA-1', aliases: ['CVE-1']}},
    ALL,
  ],
  ['a package', [within('pkg:npm/ws')], {}, ['ws']],
  ['a version', [within(ZLIB)], {}, ['zlib1g']],
  ['another version', [within('pkg:npm/ws@8.0.1')], {}, []],
  ['two packages', [within('pkg:deb/debian/zlib1g', 'pkg:npm/ws')], {}, ['zlib1g', 'ws']],
  ['a package without a name', [{'@id': 'pkg:oci/web', subcomponents: [{}]}], {}, []],
  ['a part of another image', [{...within('pkg:npm/ws'), '@id': 'pkg:oci/api'}], {}, []],
  ['OpenVEX 0.0.1, which the scanner does not take', ['pkg:oci/web'], {}, []],
])('%s', (_what, products, change, expected) => {
  expect(answeredBy(products, change)).toEqual(expected);
});

function within(...packages: readonly string[]): object {
  return {'@id': 'pkg:oci/web', subcomponents: packages.map((purl) => ({'@id': purl}))};
}

it('what is said is kept with its reason', () => {
  const statement = {vulnerability: {name: 'CVE-1'}, products: [within('pkg:npm/ws')]};
  expect(answered({statements: [{...statement, ...NOT_AFFECTED}]})).toEqual([
    ['ws', {status: 'not_affected', reason: 'component_not_present'}],
  ]);
  expect(answered({statements: [{...statement, status: 'fixed'}]})).toEqual([
    ['ws', {status: 'fixed'}],
  ]);
});

const ALIASED = {vulnerability: {name: 'GHSA-1', aliases: ['CVE-1']}};

/** Each row as Trivy 0.74 had it of the same image in a registry; true: everything is answered. */
it.each<[string, readonly object[], boolean]>([
  ['the later one ends it', [said('affected', 1), said('fixed', 2)], true],
  ['the later one opens it', [said('fixed', 1), said('affected', 2)], false],
  ['the later one stands first', [said('affected', 2), said('fixed', 1)], false],
  ['at one time the first counts', [said('affected'), said('fixed')], false],
  ['at one time the first counts, too', [said('fixed'), said('affected')], true],
  ['who says when is later than the document', [said('fixed'), said('affected', 2)], false],
  ['names go before times', [{...said('fixed', 1), ...ALIASED}, said('affected', 2)], true],
])('%s', (_what, statements, isAnswered) => {
  const timestamp = '2026-01-01T00:00:00Z';
  expect(answered({timestamp, statements})).toHaveLength(isAnswered ? MEMBERS.length : 0);
});

function said(status: string, day?: number): object {
  return {
    ...{vulnerability: {name: 'CVE-1'}, products: [{'@id': 'pkg:oci/web'}], status},
    ...(day !== undefined && {timestamp: `2026-02-0${day}T00:00:00Z`}),
  };
}

it('one document is enough, and the scanner’s own answer stays', () => {
  const documents = [{statements: [said('affected')]}, {statements: [said('fixed')]}];
  expect(answered(...documents)).toHaveLength(MEMBERS.length);
  const text = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    statements: [said('fixed')],
  });
  const vex = {status: 'not_affected', reason: 'by the scanner'};
  const before = {...FINDING, members: MEMBERS.map((member) => ({...member, vex}))};
  expect(withImageAnswers([before], [parseVex(text, 'a')], BARE)).toEqual([before]);
});

it.each([
  [{subcomponents: 'pkg:npm/ws'}, 'statements[0].products[0]'],
  [{subcomponents: [7]}, 'statements[0].products[0]'],
])('a limit that cannot be read widens nothing: %j', (change, where) => {
  expect(() => answeredBy([{'@id': 'pkg:oci/web', ...change}])).toThrow(where);
});
