/**
 * Rule 15. The attacker is an accident or an author of a pull request: a build prints a secret in some
 * encoding, cut or parted, and it must stand in nothing that is written. Names must stay what they are.
 */
import {randomBytes} from 'node:crypto';
import {
  namedVariables,
  saysSecret,
  secretVariables,
  urlPasswords,
  withheldValues,
} from '../../src/domain/environment/job-secrets.ts';
import {childEnvironment} from '../../src/domain/environment/withheld.ts';
import {lastErrorLine} from '../../src/clients/tool.ts';
import {Progress} from '../../src/domain/build/progress.ts';
import {withoutCommands} from '../../src/domain/findings/kept-analyses.ts';
import {lastLines} from '../../src/domain/health/lines.ts';
import {
  cachePlaces,
  targetIdentities,
  refuseSecretNames,
} from '../../src/domain/plan/identities.ts';
import {breakable, code, escapeMarkdown} from '../../src/domain/text/markdown.ts';
import {LineSplitter} from '../../src/domain/text/line-splitter.ts';
import {withoutUrlSecrets} from '../../src/domain/text/urls.ts';
import {liveSecrets} from '../../src/platform/secrets.ts';
import {UserError} from '../../src/errors.ts';
import {holdToNames, maskNamed} from '../../src/stages/plan/secrets.ts';

const CANARIES = [
  'npm_AbCdEf0123456789xyz-1',
  '_-*<>&"\'canary|`$~(){}[]#+!@',
  'pässwörd-日本-😀-canary',
  'L'.repeat(70) + 'o'.repeat(70) + 'ng-canary-without-a-break',
  '100%canary%41\\n\\u0041\\x',
  'Zm9vYmFy+/canary==',
];

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What tools, our own Markdown and people make of a text. */
const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  literal: (text) => text,
  markdown: escapeMarkdown,
  code,
  breakable,
  percent: encodeURIComponent,
  'percent in small letters': (text) =>
    encodeURIComponent(text).replace(/%../g, (one) => one.toLowerCase()),
  JSON: (text) => JSON.stringify(text),
  'JSON in Markdown': (text) => escapeMarkdown(JSON.stringify(text)),
  entities: (text) => Array.from(text, (one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  base64,
  'base64 after one byte': (text) => base64(`u${text}`),
  'base64 of user and secret': (text) => base64(`me:${text}:`),
  'base64 for URLs': (text) => Buffer.from(`u:${text}`).toString('base64url'),
  'base64 on lines': (text) => base64(`user:${text}`).replace(/.{76}/g, '$&\n'),
  hex: (text) => Buffer.from(text).toString('hex'),
  HEX: (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'colour in the middle': (text) => `${text.slice(0, 5)}\u001b[31m${text.slice(5)}`,
  'without width': (text) => `${text.slice(0, 5)}\u200b${text.slice(5)}`,
};

describe.each(Object.entries(ENCODINGS))('A secret as %s', (_, encode) => {
  test.each(CANARIES)('%s is taken out', (canary) => {
    const secrets = liveSecrets();
    secrets.add([canary]);
    const shown = secrets.mask(`401 with "${encode(canary)}" here`);
    expect(shown).toContain('***');
    expect(shown.replace(/&#8203;|<\/?code>/g, '').length).toBeLessThan(
      '401 with "***" here'.length + 12,
    );
    expect(shown.startsWith('401 with ')).toBe(true);
    expect(shown.endsWith(' here')).toBe(true);
  });
});

test('What a limit cuts off is taken out, and of several lines each', () => {
  const secrets = liveSecrets();
  secrets.add(['npm_AbCdEf0123456789xyz', 'first-line-1\nsecond-line-2']);
  expect(secrets.mask('x npm_AbCdEf01234…')).toBe('x ***…');
  expect(secrets.mask('x npm_AbCdEf01234')).toBe('x ***');
  expect(secrets.mask('a first-line-1 b second-line-2')).toBe('a *** b ***');
  expect(secrets.mask('npm_AbCd is how they begin')).toBe('npm_AbCd is how they begin');
});

const LONG_WORDS = `no ${'x'.repeat(440)} npm_${'aB3'.repeat(100)}`;

test.each([
  ['the last words of a tool', lastErrorLine(`ERROR: ${LONG_WORDS}.`)],
  ['a line of a container', lastLines([LONG_WORDS.slice(200)]).join('')],
  ['a line of a stream', shownOf([Buffer.from(LONG_WORDS)], 480).join('')],
])('What we cut off ourselves of %s is taken out', (_, words) => {
  const secrets = liveSecrets();
  secrets.add([`npm_${'aB3'.repeat(100)}`]);
  expect(secrets.mask(`It failed: ${words}.`)).toMatch(
    /^It failed: no x+ \*\*\*….$|^It failed: x+ \*\*\*….$/,
  );
});

function shownOf(chunks: readonly Buffer[], longest: number): readonly string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line), longest);
  for (const chunk of chunks) splitter.add(chunk);
  splitter.end();
  return lines;
}

test('No piece of a line begins in the middle of a secret, and no character is halved', () => {
  const bytes = Buffer.from(`${'a'.repeat(90)} pässwörd-日本 behind\nnext\n`);
  const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
  expect(shownOf(pieces, 1000)).toEqual([`${'a'.repeat(90)} pässwörd-日本 behind`, 'next']);
  expect(shownOf(pieces, 97)).toEqual([`${'a'.repeat(90)} pässw…`, 'next']);
  const progress = new Progress();
  const told = pieces.flatMap((piece) =>
    progress.add({logs: [{vertex: 'a', data: piece.toString('base64')}]}),
  );
  expect(told.map(({text}) => text.trim())).toEqual([
    `${'a'.repeat(90)} pässwörd-日本 behind`,
    'next',
  ]);
});

test('A kept database of the scanner holds no command, and is as long as it was', () => {
  const page = (text: string): string => `\u0001\u0000${text}\u0000\u0002`;
  const left = page('{"DiffID":"sha256:1","CreatedBy":"RUN |1 T=npm_secret\\" \\\\ x","Size":1}');
  const givenUp = page('"CreatedBy":"RUN |1 T=npm_');
  const kept = Buffer.from(withoutCommands(Buffer.from(left + givenUp + left))).toString();
  expect(kept).not.toContain('npm_secret');
  expect(kept).toHaveLength((left + givenUp + left).length);
  expect(kept).toContain(givenUp);
  expect(kept).toMatch(/"DiffID":"sha256:1","CreatedBy":" +","Size":1/);
});

test('The second line leaves what identifies', () => {
  const secrets = liveSecrets();
  secrets.add(['postgres', 'npm_AbCdEf0123456789']);
  secrets.spare(['postgres/linux/amd64']);
  expect(secrets.sweep('postgres npm&#95;AbCdEf0123456789')).toBe('postgres ***');
  expect(secrets.mask('postgres')).toBe('***');
});

test('200 secrets are found in a million characters full of escapes', () => {
  const secrets = liveSecrets();
  const values = Array.from({length: 200}, () => `npm_${randomBytes(20).toString('base64')}`);
  secrets.add(values);
  const text = `${'npm_ and %41 \\n <b> &#42; more\n'.repeat(33_000)}${values[7] ?? ''}`;
  const before = performance.now();
  expect(secrets.mask(text).endsWith('***')).toBe(true);
  expect(performance.now() - before).toBeLessThan(6000);
});

test.each([
  ...['NPM_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'dbPassword', 'PGPASSWORD', 'API_KEY', 'DB_PWD'],
  ...['MY_PAT', 'SENTRY_DSN', 'SLACK_WEBHOOK', 'DB_CONNECTION', 'x-auth', 'GITHUB_TOKEN'],
])('%s says that it is a secret', (name) => {
  expect(saysSecret(name)).toBe(true);
});

test.each([
  ...['PWD', 'OLDPWD', 'PATH', 'MONKEY', 'KEYBOARD', 'CACHE_KEY', 'PUBLIC_KEY', 'AUTHOR', 'TAG'],
  ...['PLATFORM', 'TOKENIZER', 'GITHUB_ACTION_PATH', 'RUNNER_TEMP', 'CI', 'HOME', 'PATCH'],
])('%s does not', (name) => {
  expect(saysSecret(name)).toBe(false);
});

test('Of the job: what is withheld, named a secret, or a password in a URL', () => {
  const env = {
    ...{INPUT_TOKEN: 'input-token-1', INPUT_FILES: 'docker-bake.hcl', TAG: 'production'},
    ...{ACTIONS_RUNTIME_TOKEN: 'runtime-1', MYSQL_PASSWORD: '1234567890', X_AUTH: 'disabled'},
    ...{DB_URL: 'postgres://me:p%40ssword1@db/x', AWS_SECRET_ACCESS_KEY: 'wJalrXUt'},
  };
  expect(withheldValues(env)).toEqual(['input-token-1', 'runtime-1']);
  expect([...secretVariables(env).keys()]).toEqual([
    ...['INPUT_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'AWS_SECRET_ACCESS_KEY'],
  ]);
  expect(urlPasswords(env)).toEqual(['p%40ssword1', 'p@ssword1']);
  // A switch, which BuildKit reads.
  const open = {ACTIONS_CACHE_SERVICE_V2: 'true', ...childEnvironment({})};
  expect(childEnvironment(open)).toEqual(open);
  expect([...withheldValues(open), ...secretVariables(open).keys()]).toEqual([]);
  const odd = {A: "x://me:it's-a-secret@h", B: 'x://me:p@ssword1@h/y', C: 'x://me:long"pass@h'};
  expect(urlPasswords(odd)).toEqual([
    ...["it's-a-secret", "it's-a-secret", 'p@ssword1', 'p@ssword1'],
  ]);
  expect(withoutUrlSecrets("at x://me:it's@h/y")).toBe('at x://h/y');
  expect(namedVariables(['FROM ${TAG}'], env)).toEqual(['production']);
});

it('what every shell has is no secret of a definition that has the same word', () => {
  const env = {SHELL: '/bin/bash', USER: 'developer', LANG: 'en_GB.UTF-8', TOOLS: '/opt/tools'};
  expect(namedVariables(['test: [CMD-SHELL, x]', '$USER $LANG $TOOLS'], env)).toEqual([
    '/opt/tools',
  ]);
});

describe('A definition', () => {
  const secrets = new Map([['AWS_SECRET_ACCESS_KEY', 'wJalr/XUtnFEMI']]);
  const committed = ['target "web" {}'];

  test.each([
    {'web-wJalr_XUtnFEMI': {}},
    {web: {dockerfile: 'wJalr/XUtnFEMI'}},
    {web: {target: 'wjalr-xutnfemi'}},
    {web: {platforms: ['linux/wJalr/XUtnFEMI']}},
    {web: {tags: ['web:wJalr-XUtnFEMI']}},
    {web: {context: './wJalr/XUtnFEMI'}},
  ])('that makes a name of a secret is refused: %j', (targets) => {
    const refuse = (): void => {
      refuseSecretNames({identities: targetIdentities(targets), secrets, committed});
    };
    expect(refuse).toThrow(UserError);
    expect(refuse).toThrow('AWS_SECRET_ACCESS_KEY');
    expect(refuse).not.toThrow('XUtnFEMI');
  });

  test('may be called like a secret in its own text, and hold one in a URL', () => {
    const targets = {
      postgres: {context: 'https://me:ghp_canary123@github.com/o/r.git'},
    };
    const all = new Map([...secrets, ['DB_PASSWORD', 'postgres'], ['GH_PAT', 'ghp_canary123']]);
    const identities = targetIdentities(targets);
    expect(() => {
      refuseSecretNames({identities, secrets: all, committed: ['target "postgres" {}']});
    }).not.toThrow();
  });

  test('that uses TAG, PLATFORM and CACHE_KEY leaves every word readable', () => {
    const env = {
      TAG: 'production',
      PLATFORM: 'linux/amd64',
      CACHE_KEY: 'linux-node-20',
      OTHER: 'other-value',
    };
    const deps = {secrets: liveSecrets(), workflow: {env}};
    const given = {secrets: deps.secrets, workflow: deps.workflow} as unknown as Parameters<
      typeof holdToNames
    >[1];
    deps.secrets.suspect(secretVariables(env).values());
    const texts = ['${TAG} ${PLATFORM} ${CACHE_KEY} ${OTHER}'];
    maskNamed({texts, committed: texts, set: []}, given);
    const targets = {
      web: {
        ...{tags: ['web:production'], platforms: ['linux/amd64']},
        'cache-from': [{type: 'gha', scope: 'linux-node-20'}],
      },
    };
    expect(cachePlaces(targets)).toEqual(['linux-node-20']);
    holdToNames({targets, folder: '/w', committed: texts, isFound: false}, given);
    const words = 'rails in production on linux/amd64 with linux-node-20';
    expect(deps.secrets.mask(`${words}, other-value`)).toBe(`${words}, ***`);
  });
});
