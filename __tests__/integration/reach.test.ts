/** What a definition may touch: the same as buildx itself allows where it asks (not with rawjson). */
import {spawnSync} from 'node:child_process';
import {generateKeyPairSync} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {UserError} from '../../src/errors.ts';
import {parseInputs} from '../../src/inputs.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {readReport, runCommand} from '../support/command.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const OUTSIDE = mkdtempSync('/var/tmp/plimsoll-test-');

beforeAll(() => {
  mkdirSync(join(OUTSIDE, 'nested'));
  for (const name of ['file.txt', 'Dockerfile'])
    writeFileSync(join(OUTSIDE, name), 'FROM scratch\nCOPY . /\n');
  // One that buildx takes: of another it says so, before it asks for anything.
  const {privateKey} = generateKeyPairSync('ed25519');
  writeFileSync(join(OUTSIDE, 'key'), privateKey.export({type: 'pkcs8', format: 'pem'}));
});
afterAll(() => {
  rmSync(OUTSIDE, {recursive: true});
});

interface Case {
  readonly target: string;
  readonly allow?: readonly string[];
  readonly set?: readonly string[];
}

function workOf({target}: Case): string {
  const work = folder({
    'docker-bake.hcl': `target "default" {\n${target}\n}\n`,
    Dockerfile: 'FROM scratch\nCOPY here /here\n',
    here: 'x',
    'inner/Dockerfile': 'FROM scratch\nCOPY Dockerfile /x\n',
  });
  symlinkSync(OUTSIDE, join(work, 'link'));
  symlinkSync('here', join(work, 'inside'));
  return work;
}

const flags = ({allow, set}: Case): readonly string[] => [
  ...(allow ?? []).map((entry) => `--allow=${entry}`),
  ...(set ?? []).map((entry) => `--set=${entry}`),
];

/** What buildx says when it is asked for plain progress. */
function buildxRefuses(one: Case): boolean {
  const work = workOf(one);
  const args = ['buildx', 'bake', '-f', 'docker-bake.hcl', '--call=check', '--progress=plain'];
  const {stderr} = spawnSync('docker', [...args, ...flags(one)], {cwd: work, encoding: 'utf8'});
  return stderr.includes('additional privileges requested');
}

const CASES: readonly (readonly [string, Case])[] = [
  ['nothing beyond the folder', {target: ''}],
  ['a folder inside', {target: '  context = "inner"'}],
  ['a named context outside', {target: `  contexts = {o = "${OUTSIDE}"}`}],
  [
    'one that is allowed',
    {target: `  contexts = {o = "${OUTSIDE}"}`, allow: [`fs.read=${OUTSIDE}`]},
  ],
  [
    'one below what is allowed',
    {target: `  contexts = {o = "${OUTSIDE}/nested"}`, allow: [`fs=${OUTSIDE}`]},
  ],
  [
    'one above what is allowed',
    {target: `  contexts = {o = "${OUTSIDE}"}`, allow: [`fs.read=${OUTSIDE}/nested`]},
  ],
  [
    'one that may only be written',
    {target: `  contexts = {o = "${OUTSIDE}"}`, allow: [`fs.write=${OUTSIDE}`]},
  ],
  ['a context outside', {target: `  context = "${OUTSIDE}"`}],
  ['a context that the user sets', {target: '', set: [`default.context=${OUTSIDE}`]}],
  ['a way out by dots', {target: '  context = "../.."'}],
  ['a way out by a link', {target: '  contexts = {o = "link/nested"}'}],
  ['a link that stays inside', {target: '  secret = ["id=s,src=inside"]'}],
  ['a Dockerfile outside', {target: `  dockerfile = "${OUTSIDE}/Dockerfile"`}],
  ['a secret file outside', {target: `  secret = ["id=s,src=${OUTSIDE}/key"]`}],
  ['a secret that the user sets', {target: '', set: [`*.secrets=id=s,src=${OUTSIDE}/key`]}],
  ['an ssh key outside', {target: `  ssh = ["k=${OUTSIDE}/key"]`}],
  ['a local cache outside', {target: `  cache-from = ["type=local,src=${OUTSIDE}"]`}],
  ['a local cache to write outside', {target: `  cache-to = ["type=local,dest=${OUTSIDE}/new"]`}],
  ['the network of the host', {target: '  entitlements = ["network.host"]'}],
  ['all rights', {target: '  entitlements = ["security.insecure"]'}],
];

/** What planning says against it; nothing is built. */
async function refusalOf(one: Case): Promise<string> {
  const work = workOf(one);
  const raw = {set: (one.set ?? []).join('\n'), allow: (one.allow ?? []).join('\n')};
  const inputs = parseInputs(raw, {invocation: 'command', cwd: work, json: false, keep: false});
  const deps = testDeps({cwd: work});
  try {
    await makePlan(inputs, deps);
    return '';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  } finally {
    await deps.cleanup.run('run');
  }
}

describe('a definition that wants', () => {
  it.each(CASES)('%s is held to what buildx holds it to', async (_, one) => {
    const refusal = await refusalOf(one);
    const refused = refusal.includes('asks for more than its working directory holds');
    expect(refused).toBe(buildxRefuses(one));
  });

  it('the file that its id names is held as well, though buildx does not ask', () => {
    const reports = folder();
    const one = {target: `  secret = ["id=${OUTSIDE}/key"]`};
    const {status, stderr} = runCommand({
      args: ['--report-dir', reports, workOf(one)],
      env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
    });
    expect(status).toBe(64);
    expect(stderr).toContain(`grant it with the input allow: fs.read=${OUTSIDE}/key`);
    expect(readReport(reports)).toMatchObject({verdict: 'unable', error: {kind: 'user'}});
  });
});
