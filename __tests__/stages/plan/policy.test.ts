import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {UserError} from '../../../src/errors.ts';
import type {Inputs} from '../../../src/inputs.ts';
import {parseInputs} from '../../../src/inputs.ts';
import type {RawInputs} from '../../../src/inputs.ts';
import {readPolicyDocuments, resolvePolicy} from '../../../src/stages/plan/policy.ts';
import type {PolicyDocuments} from '../../../src/stages/plan/policy.ts';
import {testDeps} from '../../support/deps.ts';

const deps = testDeps();
let repository: string;
let workdir: string;

beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'plimsoll-policy-'));
  workdir = join(repository, 'app');
  await mkdir(workdir);
});

afterEach(async () => {
  await rm(repository, {recursive: true});
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(repository, path)), {recursive: true});
  await writeFile(join(repository, path), text);
}

function inputs(raw: RawInputs = {}): Inputs {
  return parseInputs(raw, {invocation: 'command', cwd: workdir, json: false, keep: false});
}

function read(raw: RawInputs = {}): Promise<PolicyDocuments> {
  return readPolicyDocuments(inputs(raw), {repository, workdir}, deps);
}

async function maxOf(raw: RawInputs = {}): Promise<unknown> {
  return resolvePolicy(await read(raw), inputs(raw), ['web']).policy.rules.size['max'];
}

const limit = (size: string): string => `version: 1\nrules: {size: {max: ${size}}}`;

describe('the policy file', () => {
  test('is not needed', async () => {
    expect(await read()).toMatchObject({
      documents: [],
      files: {paths: []},
      ignores: [],
      vex: [],
      notices: [],
    });
    expect(await maxOf()).toBeUndefined();
  });

  test('is that of the working directory, else of the repository', async () => {
    await put('.github/plimsoll.yml', limit('1MB'));
    expect(await maxOf()).toBe(1e6);
    await put('app/.github/plimsoll.yml', limit('2MB'));
    expect(await maxOf()).toBe(2e6);
  });

  test('is the one that the input config names, relative to the working directory', async () => {
    await put('.github/plimsoll.yml', limit('1MB'));
    await put('app/gate.yml', limit('3MB'));
    expect(await maxOf({config: 'gate.yml'})).toBe(3e6);
  });

  test('must be there when it is named', async () => {
    await expect(read({config: 'gate.yml'})).rejects.toThrow(
      new UserError(
        `Input \`config\` names gate.yml, and there is no such file: correct the path, which starts at ${workdir}.`,
      ),
    );
  });

  test('is overruled by the inline policy, and that by an input', async () => {
    await put('.github/plimsoll.yml', limit('1MB'));
    expect(await maxOf({policy: limit('2MB')})).toBe(2e6);
    expect(await maxOf({policy: limit('2MB'), 'max-size': '3MB'})).toBe(3e6);
  });

  test('is named by its path from the repository in errors', async () => {
    await put('app/.github/plimsoll.yml', 'version: 1\nrulez: {}');
    await expect(read()).rejects.toMatchObject({
      message:
        'app/.github/plimsoll.yml:2: the document has no key `rulez`: use `rules`, `files`, `vex`, `images`, `version` or `waivers`.',
      place: {file: 'app/.github/plimsoll.yml', startLine: 2},
    });
  });

  test('that is a link out of the repository is not read, and nothing of it is shown', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'plimsoll-outside-'));
    await writeFile(join(outside, 'secret'), 'TOKEN=canary');
    await mkdir(join(repository, '.github'));
    await symlink(join(outside, 'secret'), join(repository, '.github/plimsoll.yml'));
    await expect(read()).rejects.toThrow(
      new UserError(
        '.github/plimsoll.yml leads out of the repository: put the file itself there, or name where it lies with the input allow (fs.read=PATH).',
      ),
    );
    await rm(join(repository, '.github'), {recursive: true});
    await symlink(outside, join(repository, '.github'));
    await writeFile(join(outside, 'plimsoll.yml'), 'TOKEN: canary');
    await expect(read()).rejects.toThrow(/ leads out of the repository: /);
    await rm(outside, {recursive: true});
  });

  test('may be a link inside the repository', async () => {
    await put('policies/gate.yml', limit('4MB'));
    await mkdir(join(repository, '.github'));
    await symlink('../policies/gate.yml', join(repository, '.github/plimsoll.yml'));
    expect(await maxOf()).toBe(4e6);
  });

  test('that is a folder, too large or a broken link is refused', async () => {
    const path = join(repository, '.github/plimsoll.yml');
    await mkdir(path, {recursive: true});
    await expect(read()).rejects.toThrow(
      new UserError('.github/plimsoll.yml is not a file: put the text itself there.'),
    );
    await rm(path, {recursive: true});
    await put('.github/plimsoll.yml', '#'.repeat(1024 * 1024 + 1));
    await expect(read()).rejects.toThrow(
      new UserError('.github/plimsoll.yml is too large and is not read (at most 1048576 bytes).'),
    );
    await rm(path);
    await symlink('nowhere', path);
    await expect(read()).rejects.toThrow(/^\.github\/plimsoll\.yml is not there: /);
    await expect(read()).rejects.toBeInstanceOf(UserError);
  });

  test('says what to build, in paths from the working directory', async () => {
    await put('.github/plimsoll.yml', 'version: 1\nfiles: [compose.yml, app/bake.hcl]');
    expect((await read()).files.paths).toEqual(['../compose.yml', 'bake.hcl']);
    await put('app/.github/plimsoll.yml', 'version: 1\nfiles: [compose.yml]');
    expect((await read()).files.paths).toEqual(['compose.yml']);
    expect((await read({policy: 'version: 1\nfiles: [other.yml]'})).files.paths).toEqual([
      'other.yml',
    ]);
    expect((await read({policy: limit('1MB')})).files.paths).toEqual(['compose.yml']);
  });
});

describe('Trivy’s own files', () => {
  test('.trivyignore and .trivyignore.yaml of the working directory are read together', async () => {
    await put('.trivyignore', 'CVE-0');
    await put('app/.trivyignore', 'CVE-1');
    await put('app/.trivyignore.yaml', 'secrets:\n  - id: pat');
    expect((await read()).ignores).toEqual([
      {id: 'CVE-1', file: 'app/.trivyignore', line: 1},
      {id: 'pat', file: 'app/.trivyignore.yaml', line: 2, kind: 'secret'},
    ]);
  });

  test('else those of the repository', async () => {
    await put('.trivyignore', 'CVE-0');
    expect((await read()).ignores).toEqual([{id: 'CVE-0', file: '.trivyignore', line: 1}]);
  });

  test('a line without effect and a trivy.yaml are said', async () => {
    await put('app/.trivyignore', 'CVE-1 exp:never');
    await put('trivy.yaml', 'severity: [LOW]');
    await put('app/trivy.yaml', '');
    await put('trivy-secret.yaml', 'disable-rules: [github-pat]');
    const documents = await read();
    const notices = [
      'app/.trivyignore:1: the entry for `CVE-1` has no effect: `never` is no day; write it as `exp:2027-01-31`.',
      'app/trivy.yaml is not used: Plimsoll sets Trivy’s options itself; say in .github/plimsoll.yml what to judge.',
      'trivy.yaml is not used: Plimsoll sets Trivy’s options itself; say in .github/plimsoll.yml what to judge.',
      'trivy-secret.yaml: `disable-rules` has no effect here: secrets are looked for by all of Trivy’s own rules; accept what is none in .github/plimsoll.yml by a waiver (rule secrets, with id or path).',
    ].map((message) => ({from: 'policy', message}));
    expect(documents.notices).toEqual(notices);
    expect(resolvePolicy(documents, inputs(), ['web']).notices).toEqual(notices);
  });
});

test('an image that the run does not have is an error, and a notice where targets were named', async () => {
  const raw = {policy: 'version: 1\nimages: {wbe: {rules: {size: {max: 1MB}}}}'};
  const documents = await read(raw);
  expect(() => resolvePolicy(documents, inputs(raw), ['web'])).toThrow(
    new UserError('input policy, line 2: there is no image `wbe` in this run: use `web`.'),
  );
  const {notices} = resolvePolicy(documents, inputs({...raw, targets: 'web'}), ['web']);
  expect(notices).toEqual([
    {
      from: 'policy',
      message:
        'input policy, line 2: there is no image `wbe` in this run, so what is said of it is not used.',
    },
  ]);
});
