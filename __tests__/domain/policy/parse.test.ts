import {INLINE} from '../../../src/domain/policy/document.ts';
import {parsePolicy} from '../../../src/domain/policy/parse.ts';
import {policyJsonSchema} from '../../../src/domain/policy/schema.ts';
import {UserError} from '../../../src/errors.ts';

const FILE = '.github/plimsoll.yml';

function errorOf(text: string, file = FILE): UserError {
  try {
    parsePolicy(text, file);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`No error for ${text}`);
}

test('a whole policy is read, sizes as bytes', () => {
  const {policy} = parsePolicy(
    `version: 1
files: [docker-compose.yml]
rules:
  size: {max: 500MB}
  download: {max: 1.5 GiB, level: warning}
  user: {require: numeric}
  healthcheck: {require: passing, env: {DEBUG: "0"}, writable: [/tmp, /var/cache]}
  vulnerabilities: {fail-on: low, unfixed: report, ignore-statuses: [will_not_fix]}
  secrets: {level: off}
  multi-stage: {min: 3, level: error}
images:
  backend: {rules: {size: {max: 1048576}}}
waivers:
  - {rule: user, image: legacy, reason: "user namespace", expires: 2027-01-31}
  - {rule: vulnerabilities, id: CVE-2026-1, package: zlib1g, path: "usr/**", reason: "not reachable", expires: 2027-01-31}
`,
    FILE,
  );
  expect(policy).toEqual({
    version: 1,
    files: ['docker-compose.yml'],
    rules: {
      size: {max: 500_000_000},
      download: {max: 1_610_612_736, level: 'warning'},
      user: {require: 'numeric'},
      healthcheck: {require: 'passing', env: {DEBUG: '0'}, writable: ['/tmp', '/var/cache']},
      vulnerabilities: {
        'fail-on': 'low',
        unfixed: 'report',
        'ignore-statuses': ['will_not_fix'],
      },
      secrets: {level: 'off'},
      'multi-stage': {min: 3, level: 'error'},
    },
    images: {backend: {rules: {size: {max: 1_048_576}}}},
    waivers: [
      {rule: 'user', image: 'legacy', reason: 'user namespace', expires: '2027-01-31'},
      {
        rule: 'vulnerabilities',
        id: 'CVE-2026-1',
        package: 'zlib1g',
        path: 'usr/**',
        reason: 'not reachable',
        expires: '2027-01-31',
      },
    ],
  });
});

test.each([
  ['', 1, 'the document is empty, where a mapping of keys is expected.'],
  ['[]', 1, 'the document is `[]`, where a mapping of keys is expected.'],
  ['rules: {}', 1, '`version` is missing: begin with `version: 1`.'],
  ['version: 2', 1, '`version` is `2`, and this Plimsoll knows version `1` only.'],
  ['version: "1"', 1, '`version` is `"1"`, and this Plimsoll knows version `1` only.'],
  [
    'version: 1\nrulez: {}',
    2,
    'the document has no key `rulez`: use `rules`, `files`, `vex`, `images`, `version` or `waivers`.',
  ],
  [
    'version: 1\nrules:\n  user: {}\n  vulnerability: {}',
    4,
    '`rules` has no key `vulnerability`: use `vulnerabilities`, `build-policy`, `user`, `download`, `growth`, `secrets`, `multi-stage`, `build-tools`, `build-context`, `waste`, `build-time`, `loosening`, `size`, `build-checks`, `freshness` or `healthcheck`.',
  ],
  [
    'version: 1\nrules:\n  vulnerabilities:\n    level: error\n    fail_on: high',
    5,
    '`rules.vulnerabilities` has no key `fail_on`: use `fail-on`, `blame`, `level`, `unfixed`, `judge`, `grace` or `ignore-statuses`.',
  ],
  [
    'version: 1\nrules:\n  vulnerabilities:\n    fail-on: HIHG',
    4,
    '`rules.vulnerabilities.fail-on` is `HIHG`: use `high`, `low`, `medium`, `unknown` or `critical`.',
  ],
  [
    'version: 1\nrules:\n  healthcheck: {require: pasing}',
    3,
    '`rules.healthcheck.require` is `pasing`: use `passing`, `any` or `declared`.',
  ],
  [
    'version: 1\nrules:\n  healthcheck:\n    env:\n      DEBUG: 0',
    5,
    '`rules.healthcheck.env.DEBUG` is `0`, where text is expected.',
  ],
  [
    'version: 1\nrules:\n  healthcheck: {env: {"A=B": x}}',
    3,
    '`rules.healthcheck.env.A=B` has a name that no variable has: use letters, digits and _.',
  ],
  [
    'version: 1\nrules:\n  user: {require: no-root}',
    3,
    '`rules.user.require` is `no-root`: use `non-root`, `numeric` or `any`.',
  ],
  [
    'version: 1\nrules:\n  size: {max: 500MiBs}',
    3,
    '`rules.size.max` is `500MiBs`, whose unit `MiBs` is not known: use `MiB`, `MB`, `KiB`, `GiB`, `TiB`, `B`, `kB`, `GB` or `TB`.',
  ],
  [
    'version: 1\nrules:\n  size: {max: big}',
    3,
    '`rules.size.max` is `big`, which is no size: write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes.',
  ],
  [
    'version: 1\nrules:\n  size: {max: 99999999999TB}',
    3,
    '`rules.size.max` is `99999999999TB`, which is no size: write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes.',
  ],
  [
    'version: 1\nrules:\n  size: {max: [1]}',
    3,
    '`rules.size.max` is `[1]`, which is no size: write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes.',
  ],
  [
    'version: 1\nrules:\n  size:\n    max:',
    4,
    '`rules.size.max` is empty, which is no size: write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes.',
  ],
  [
    'version: 1\nrules:\n  size: 500MB',
    3,
    '`rules.size` is `500MB`, where a mapping of keys is expected.',
  ],
  [
    'version: 1\nrules:\n  multi-stage: {min: 0}',
    3,
    '`rules.multi-stage.min` is `0`: the least is 1.',
  ],
  [
    'version: 1\nrules:\n  multi-stage: {min: 1.5}',
    3,
    '`rules.multi-stage.min` is `1.5`, where a whole number is expected.',
  ],
  [
    'version: 1\nrules:\n  secrets: {level: of}',
    3,
    '`rules.secrets.level` is `of`: use `off`, `error` or `warning`.',
  ],
  [
    'version: 1\nimages:\n  web:\n    size: {max: 1MB}',
    4,
    '`images.web` has no key `size`: use `rules`.',
  ],
  ['version: 1\nfiles: []', 2, '`files` is empty: name a file, or leave the key out.'],
  ['version: 1\nfiles: compose.yml', 2, '`files` is `compose.yml`, where a list is expected.'],
  [
    'version: 1\nwaivers:\n  - rule: user\n    expires: 2027-01-31',
    3,
    '`waivers[0].reason` is missing: say why the violation is accepted.',
  ],
  [
    'version: 1\nwaivers:\n  - rule: user\n    reason: " "\n    expires: 2027-01-31',
    4,
    '`waivers[0].reason` is empty: say why the violation is accepted.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: user, reason: x, expires: 2027-01-31}\n  - {rule: size, reason: x}',
    4,
    '`waivers[1].expires` is missing: write the last day that the waiver holds, as `2027-01-31`.',
  ],
  [
    'version: 1\nwaivers:\n  - rule: user\n    reason: x\n    expires: 2027-02-29',
    5,
    '`waivers[0].expires` is `2027-02-29`, which is no day: write it as `2027-01-31`.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: usr, reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0].rule` is `usr`: use `user`, `size`, `waste`, `growth`, `secrets`, `download`, `freshness`, `loosening`, `multi-stage`, `build-time`, `build-tools`, `healthcheck`, `build-checks`, `build-policy`, `build-context` or `vulnerabilities`.',
  ],
  [
    'version: 1\nwaivers:\n  - {reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0].rule` is missing: use `size`, `download`, `growth`, `user`, `healthcheck`, `vulnerabilities`, `secrets`, `multi-stage`, `build-tools`, `build-context`, `build-checks`, `build-policy`, `waste`, `build-time`, `freshness` or `loosening`.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: vulnerabilities, image: web, reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0]` would accept every violation of `vulnerabilities`: name `id`, `package`, `path` or `unjudged`.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: secrets, reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0]` would accept every violation of `secrets`: name `id` or `path`.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: user, id: X, reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0]` names `id`, which a violation of `user` does not have: leave it out.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: secrets, package: x, reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0]` names `package`, which a violation of `secrets` does not have: name `id` or `path`.',
  ],
  [
    'version: 1\nwaivers:\n  - {rule: secrets, path: "app/[", reason: x, expires: 2027-01-31}',
    3,
    '`waivers[0].path` is `app/[`, which is no pattern: close its brackets and keep it under 1000 characters.',
  ],
  [
    'version: 1\nrules:\n  size: {max: 1MB}\n  user: {}\n  size: {max: 2MB}',
    5,
    'the key `size` stands here a second time: remove one of the two.',
  ],
  [
    'version: 1\nrules:\n  size: {max: 1MB, max: 2MB}',
    3,
    'the key `max` stands here a second time: remove one of the two.',
  ],
  ['version: 1\n---\nversion: 1', 2, 'a second YAML document begins here: keep one.'],
  ['version: !!foo 1', 1, 'this YAML cannot be read: Unresolved tag: tag:yaml.org,2002:foo.'],
  [
    'version: *x',
    1,
    'this YAML cannot be read: Unresolved alias (the anchor must be set before the alias): x.',
  ],
  [
    'version: 1\n<<: {files: [a]}',
    2,
    'the document has no key `<<`: use `vex`, `files`, `rules`, `images`, `version` or `waivers`.',
  ],
])('refuses %j', (text, line, sentence) => {
  const error = errorOf(text);
  expect(error.message).toBe(`${FILE}:${line}: ${sentence}`);
  expect(error.place).toEqual({file: FILE, startLine: line});
});

test.each(['tmp', '/', '/a/../b', '/a:exec', '/tmp/'])('%s is nothing to write to', (path) => {
  const text = `version: 1\nrules:\n  healthcheck: {writable: ["${path}"]}`;
  expect(errorOf(text).message).toBe(
    `${FILE}:3: \`rules.healthcheck.writable[0]\` is \`${path}\`, which is no folder of an image: write it like \`/var/cache\`.`,
  );
});

test('an unknown image setting of an alias is named where the alias is resolved', () => {
  const text = 'version: 1\nimages:\n  a: &a\n    rulez: {}\n  b: *a';
  expect(errorOf(text).message).toBe(
    [
      `${FILE}:4: \`images.a\` has no key \`rulez\`: use \`rules\`.`,
      `${FILE}:4: \`images.b\` has no key \`rulez\`: use \`rules\`.`,
    ].join('\n'),
  );
});

test('the inline policy is named so, and has no place in a file', () => {
  const error = errorOf('version: 1\nrulez: {}', INLINE);
  expect(error.message).toBe(
    'input policy, line 2: the document has no key `rulez`: use `rules`, `files`, `vex`, `images`, `version` or `waivers`.',
  );
  expect(error.place).toBeUndefined();
});

test('all mistakes are named at once, in the order of lines, ten at most', () => {
  const error = errorOf(
    `version: 3\nwaivers:\n${'  - {rule: usr, reason: x, expires: 2027-01-31}\n'.repeat(12)}`,
  );
  const lines = error.message.split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe(
    `${FILE}:1: \`version\` is \`3\`, and this Plimsoll knows version \`1\` only.`,
  );
  expect(lines[9]).toMatch(/^\.github\/plimsoll\.yml:11: `waivers\[8\]\.rule` is `usr`: use /);
  expect(lines[10]).toBe('and 3 more mistakes.');
});

test('a foreign value is shown short, on one line, without escapes', () => {
  const error = errorOf(
    `version: 1\nrules:\n  user: {require: "a\\e[31m\\n::error::x\`\\u202e${'y'.repeat(200)}"}`,
  );
  expect(error.message).toBe(
    `${FILE}:3: \`rules.user.require\` is \`a [31m ::error::x ${'y'.repeat(61)}…\`: use \`numeric\`, \`non-root\` or \`any\`.`,
  );
});

test.each([
  ['brackets', `version: 1\nrules: ${'['.repeat(20_000)}`],
  ['closed brackets', `version: 1\nrules: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['maps', `version: 1\nrules: ${'{a: '.repeat(20_000)}`],
])('too deep %s are refused and take no time', (_what, text) => {
  const started = performance.now();
  expect(errorOf(text).message).toBe(`${FILE}:2: this YAML is nested too deeply: nest it less.`);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('aliases that multiply are refused', () => {
  const bomb = Array.from('bcdefghij', (name, at) => {
    const before = String.fromCharCode(name.charCodeAt(0) - 1);
    return `${name}: &${name} [${Array.from({length: 9}, () => `*${before}`).join(', ')}] # ${at}`;
  });
  expect(errorOf(['a: &a [x]', ...bomb].join('\n')).message).toBe(
    `${FILE}:1: this YAML refers to itself too often: write out what its aliases (\`*name\`) stand for.`,
  );
});

test('a YAML 1.1 directive changes neither dates nor switches', () => {
  const {policy} = parsePolicy(
    '%YAML 1.1\n---\nversion: 1\nrules: {secrets: {level: off}}\nwaivers: [{rule: user, reason: x, expires: 2027-01-01}]',
    FILE,
  );
  expect(policy.rules?.['secrets']).toEqual({level: 'off'});
  expect(policy.waivers?.[0]?.expires).toBe('2027-01-01');
});

test('the JSON Schema allows exactly what the parser allows, and describes every option', () => {
  const schema = JSON.stringify(policyJsonSchema());
  expect(policyJsonSchema()).toMatchObject({
    title: 'Plimsoll policy',
    type: 'object',
    required: ['version'],
    additionalProperties: false,
    properties: {version: {const: 1}},
  });
  for (const word of ['fail-on', 'ignore-statuses', 'multi-stage', 'numeric', 'expires'])
    expect(schema).toContain(`"${word}"`);
  expect(schema).toContain('The last day (UTC) that the waiver holds');
});
