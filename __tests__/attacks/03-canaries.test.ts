/**
 * Rule 3. What a build, a tool or a server says holds secrets in many forms: nothing of them stands in
 * anything that a publisher writes.
 */
import {mkdtemp, readdir, readFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {parseInputs} from '../../src/inputs.ts';
import {mapKinds} from '../../src/domain/report/strings.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {publish} from '../../src/stages/publish/index.ts';
import {decoded} from '../support/decoded.ts';
import {testDeps} from '../support/deps.ts';
import {hostileReport} from '../support/hostile-report.ts';

const CANARIES = [
  'npm_AbCdEf0123456789xyz-1',
  '_-*<>&"\'canary|`$~(){}[]#+!@',
  'Longer-than-a-line-'.repeat(12),
  '100%canary%41\\n\\u0041\\x',
  'Zm9vYmFy+/canary0',
];

/** What two characters at either end may still show. */
function core(canary: string): string {
  return canary.slice(2, -2);
}

test('The decoder finds a canary in each encoding', () => {
  const [canary = ''] = CANARIES;
  const forms = [
    ...[canary, encodeURIComponent(canary), JSON.stringify(canary), canary.replace('_', '&#95;')],
    ...[`${canary.slice(0, 9)}<wbr>${canary.slice(9)}`, Buffer.from(canary).toString('hex')],
    ...['', 'u', 'uu'].map((before) => Buffer.from(before + canary).toString('base64')),
    Buffer.from(`u:${canary}`).toString('base64url'),
  ];
  expect(forms.filter((form) => !decoded(`x ${form} y`).includes(canary))).toEqual([]);
  expect(decoded(gzipSync(canary))).toContain(canary);
});

function said(report: Report, words: string): Report {
  return mapKinds(report, (text, kind) => (kind === 'text' ? `${text} ${words}` : text));
}

test('No canary is in anything that is published', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-canaries-'));
  const deps = testDeps({door: 'action', env: {GITHUB_EVENT_NAME: 'push'}});
  deps.secrets.add(CANARIES);
  const words = CANARIES.flatMap((one) => [
    ...[one, encodeURIComponent(one), JSON.stringify(one)],
    Buffer.from(`user:${one}`).toString('base64'),
  ]).join(' ');
  const inputs = parseInputs(
    {'report-dir': folder, sarif: 'file', comment: 'off', artifact: 'off'},
    {invocation: 'action', cwd: folder, json: false, keep: false},
  );
  await publish({report: said(hostileReport(), words), images: [], inputs, deps});
  const {lines, annotations, outputs, summaries, stdout} = deps.recorded;
  const names = await readdir(folder, {recursive: true});
  const files = await Promise.all(
    names.map((name) => readFile(join(folder, name)).catch(() => name)),
  );
  const written = [
    ...[JSON.stringify(annotations), JSON.stringify([...outputs])],
    ...[...lines, ...summaries, ...stdout, ...names, ...files],
  ];
  const seen = written.map(decoded);
  expect(seen.join('\n')).toContain('***');
  expect(CANARIES.filter((one) => seen.some((text) => text.includes(core(one))))).toEqual([]);
});

test('A mask that is in force changes no fingerprint', async () => {
  const [canary = ''] = CANARIES;
  const about = {image: 'web/linux/amd64', level: 'error' as const, message: 'words'};
  const found = {rule: 'r', title: 't', severity: 'high', where: 'file', path: `a/${canary}/b`};
  const violations = [
    {...about, rule: 'build-checks', data: {check: 'C', message: `no ${canary}`, detail: 'd'}},
    {...about, rule: 'secrets', data: found},
  ].map((one) => ({...one, place: {file: 'Dockerfile', startLine: 1}}));
  const [open = '', masked = ''] = await Promise.all(
    [[], [canary]].map(async (secrets) => {
      const folder = await mkdtemp(join(tmpdir(), 'plimsoll-canaries-'));
      const deps = testDeps({door: 'command'});
      deps.secrets.add(secrets);
      const inputs = parseInputs(
        {'report-dir': folder, sarif: 'file'},
        {invocation: 'command', cwd: folder, json: false, keep: false},
      );
      await publish({report: hostileReport({violations}), images: [], inputs, deps});
      return readFile(join(folder, 'web-linux-amd64-57713756.sarif'), 'utf8');
    }),
  );
  expect(masked).not.toContain(core(canary));
  expect(open).toContain(core(canary));
  const all = [open, masked].map((text) => text.match(/"plimsoll\/v1":"[\da-f]{32}"/g));
  expect(all[0]?.length).toBeGreaterThan(2);
  expect(all[1]).toEqual(all[0]);
});
