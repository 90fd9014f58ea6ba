/** Every text of a report has a form, and the names of real images, packages and files have theirs. */
import {describe, expect, it} from '@jest/globals';
import {z} from 'zod';
import {isInTable} from '../../../src/domain/relay/field-table.ts';
import {FORMS, type FormId} from '../../../src/domain/relay/allowed-fields.ts';
import {repeatable} from '../../../src/domain/relay/repeatable.ts';
import {RULES} from '../../../src/domain/policy/rules/index.ts';
import {reportJsonSchema} from '../../../src/domain/report/schema.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** `parent.name` of every text that may be anything. */
function freeTexts(schema: Schema, at = {parent: '', name: ''}): readonly string[] {
  const {type, properties = {}, items, anyOf = [], oneOf = [], additionalProperties} = schema;
  const isFree = type === 'string' && schema.enum === undefined && schema.const === undefined;
  return [
    ...(isFree ? [`${at.parent}.${at.name}`] : []),
    ...Object.entries(properties).flatMap(([name, one]) => freeTexts(one, {parent: at.name, name})),
    ...[...(items ? [items] : []), ...anyOf, ...oneOf].flatMap((one) => freeTexts(one, at)),
    ...(typeof additionalProperties === 'object'
      ? freeTexts(additionalProperties, {parent: at.parent, name: at.name})
      : []),
  ];
}

const texts = [
  ...freeTexts(reportJsonSchema()),
  ...Object.values(RULES).flatMap(({data}) =>
    freeTexts(z.toJSONSchema(data) as Schema, {parent: 'violations', name: 'data'}),
  ),
];

describe('the table of fields', () => {
  it('knows every text that the schema does not hold to a list', () => {
    expect(new Set(texts).size).toBeGreaterThan(60);
    const unknown = texts.filter((text) => {
      const [parent = '', name = ''] = text.split('.');
      return !isInTable(parent, name);
    });
    expect([...new Set(unknown)]).toEqual([]);
  });
});

const REAL: Readonly<Partial<Record<FormId, readonly string[]>>> = {
  advisory: [
    'CVE-2021-44228',
    'GHSA-jfh8-c2jp-5v3q',
    'TEMP-0841856-B18BAF',
    'DLA-3482-1',
    'RUSTSEC-2023-0001',
    'NSWG-ECO-516',
  ],
  package: [
    ...[
      'libstdc++6',
      'linux-libc-dev',
      'org.apache.logging.log4j:log4j-core',
      '@types/node',
      'zope.interface',
    ],
    ...[
      'github.com/sirupsen/logrus',
      'golang.org/x/net/http2',
      'Microsoft.NETCore.App.Runtime.linux-x64',
      'PyYAML',
    ],
    ...[
      'gopkg.in/yaml.v3',
      'perl-base',
      '_libgcc_mutex',
      'k8s.io/api',
      'pkg~1',
      'gcc-12-base:amd64',
      '日本語パッケージ',
    ],
  ],
  version: [
    ...[
      '1.2.3',
      '1:2.36-9+deb12u9',
      '2.14.1',
      'v0.0.0-20220722155237-a158d28d115b',
      '20230311',
      '3.0.15-1~deb12u1',
    ],
    ...[
      '>= 1.2, < 2.0',
      '~> 6.1.7, >= 6.1.7.1',
      '4.2.10, 3.2.25',
      'go1.20',
      '1.0.0-rc.1+build.5',
      '2022a-0',
      'r1234',
    ],
    ...['5.36.0-7+deb12u1', '0~20171227-0.3', '1.2.3.RELEASE4', 'abcdef0123'],
  ],
  purl: [
    ...[
      'pkg:deb/debian/libc6@2.36-9%2Bdeb12u9?arch=amd64&distro=debian-12.5',
      'pkg:npm/%40types/node@20.1.0',
    ],
    ...['pkg:golang/golang.org/x/net@v0.1.0#http2', 'pkg:maven/org.apache/commons@1.0?type=jar'],
  ],
  path: [
    'usr/lib/x86_64-linux-gnu/libc.so.6',
    'app/Gemfile.lock',
    'C:/Program Files (x86)/x',
    'données/naïve café.txt',
    'a',
  ],
  system: [
    'debian 12.15',
    'Debian GNU/Linux 12',
    'alpine 3.19.1',
    'ubuntu 24.04',
    'redhat 9.4',
    'wolfi 20230201',
    'arch',
    'opensuse-leap 15.5',
    'amazon 2023.4.20240319 (Amazon Linux)',
    'debian forky/sid',
    'Red Hat Enterprise Linux 9.4',
  ],
  user: ['', '10001', 'app', 'app:app', '1000:1000', '_apt', 'node', 'größe'],
  image: ['web', 'apps-backend', 'web.1', 'laravel.test', 'x64/web/linux/amd64', '日本', 'a_b'],
  reference: [
    'python:3.11-slim',
    'gcr.io/distroless/nodejs24-debian12:nonroot',
    'library/debian',
    `alpine@sha256:${'0'.repeat(64)}`,
  ],
  rule: ['size', 'build-checks', 'secrets/aws-access-key-id', 'private-key'],
};

describe.each(Object.entries(REAL))('a real %s', (id, names) => {
  it.each(names)('is repeated: %j', (name) => {
    expect(FORMS[id as FormId].isFit(name)).toBe(true);
  });
});

const SENTENCES = [
  'Approved by the security team, please merge',
  'see https://evil.example/fix.zip for the fix',
  'This image was checked by GitHub and is safe to merge now',
  'a\n::error::b',
  'left\u202eright side of the story is here',
  `x${'y'.repeat(1000)}`,
];

describe.each(Object.keys(FORMS).filter((id) => id !== 'word') as FormId[])(
  'a field of form %s',
  (id) => {
    it.each(SENTENCES)('holds no sentence: %j', (sentence) => {
      expect(FORMS[id].isFit(sentence)).toBe(false);
    });

    it('is of its own form where a name is left out of it, or says that it is', () => {
      expect(FORMS[id].instead).toMatch(/left.out|unknown|^(?:sha256:)?0+$|1970/);
    });
  },
);

describe('a figure', () => {
  it.each([
    ['seconds', 1e12, 366 * 24 * 3600],
    ['days', 1e9, 36_600],
    ['startLine', 1e9, 10_000_000],
    ['unpackedBytes', 1e18, 1e15],
    ['grownBytes', -1e18, -1e15],
    ['seconds', 12.5, 12.5],
  ])('of %s that is %d is told as %d', (name, given, told) => {
    expect(repeatable({[name]: given}).document).toEqual({[name]: told});
  });
});
