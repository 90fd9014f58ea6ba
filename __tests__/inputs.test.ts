import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {ACTION_INPUTS} from './support/defaults.ts';
import {parseCommand} from '../src/command.ts';
import {INPUT_NAMES, inputRow} from '../src/domain/inputs/table.ts';
import {MODE_IDS} from '../src/domain/inputs/mode.ts';
import {checkGiven, inputDefault, parseInputs, type Inputs, type RawInputs} from '../src/inputs.ts';

const ROOT = join(import.meta.dirname, '..');
const parse = (raw: RawInputs): Inputs =>
  parseInputs(raw, {invocation: 'command', cwd: '/repo', json: false, keep: false});
const command = (
  args: string[],
  env: Record<string, string> = {},
): ReturnType<typeof parseCommand> =>
  parseCommand({invocation: 'command', env, args, cwd: '/repo'});

function inputsOf(asked: ReturnType<typeof parseCommand>): Inputs {
  if (asked.kind !== 'check') throw new Error('no inputs were asked for');
  return asked.inputs;
}

describe('parseInputs', () => {
  it('works with nothing at all', () => {
    expect(parse({})).toMatchObject({
      workdir: '/repo',
      files: [],
      enforce: true,
      noCache: false,
      timeoutSeconds: 1800,
      maxUnpackedBytes: 20e9,
      cache: {kind: 'auto'},
      cacheWrite: 'default-branch',
      cacheTimeoutSeconds: 60,
      mirrors: {},
    });
  });

  it('splits lists by lines and commas, and what may hold a comma by lines alone', () => {
    const {files, set} = parse({files: 'a.hcl, b.hcl\nc.hcl', set: '*.args.X=1,2\n\n*.args.Y=3'});
    expect(files).toEqual(['a.hcl', 'b.hcl', 'c.hcl']);
    expect(set).toEqual(['*.args.X=1,2', '*.args.Y=3']);
  });

  it('takes a size for all images and for single ones', () => {
    const {'max-size': size} = parse({'max-size': '500MB\nweb = 200MB'}).mirrors;
    expect(size?.all).toBe('500MB');
    expect([...(size?.images ?? [])]).toEqual([['web', '200MB']]);
    expect(() => parse({'max-size': '1MB\n2MB'})).toThrow(
      'Input max-size has 2 values for all images',
    );
  });

  it.each([
    ['90s', 90],
    ['30m', 1800],
    ['1h', 3600],
  ])('reads the time %s', (timeout, seconds) => {
    expect(parse({timeout}).timeoutSeconds).toBe(seconds);
  });

  it('takes a word for when the pull request gets a comment', () => {
    expect(parse({}).comment).toBe('material');
    expect(parse({comment: 'on-failure'}).comment).toBe('on-failure');
    expect(() => parse({comment: 'often'})).toThrow(
      'Input comment is "often"; it takes material, always, on-failure, off.',
    );
  });

  it.each([
    ['refs/heads/release-1.x', 'A'.repeat(40)],
    ['refs/tags/v1.0', 'a'.repeat(64)],
    ['refs/pull/7/head', 'b'.repeat(40)],
  ])('takes %s and a commit for code scanning', (ref, sha) => {
    expect(parse({ref, sha}).analysis).toEqual({ref, sha: sha.toLowerCase()});
  });

  it.each([
    [{ref: 'refs/heads/main'}, 'Input ref is given without sha'],
    [{sha: 'a'.repeat(40)}, 'Input sha is given without ref'],
    [{ref: 'main', sha: 'a'.repeat(40)}, 'Input ref is "main"; it takes refs/heads/BRANCH'],
    [{ref: 'refs/heads/a..b', sha: 'a'.repeat(40)}, 'Input ref is'],
    [{ref: 'refs/heads/a b', sha: 'a'.repeat(40)}, 'Input ref is'],
    [{ref: 'refs/pull/x/head', sha: 'a'.repeat(40)}, 'Input ref is'],
    [{ref: 'refs/heads/main', sha: 'abc'}, 'Input sha is "abc"; it takes the whole commit'],
  ])('refuses %j for code scanning', (raw, words) => {
    expect(() => parse(raw)).toThrow(words);
  });

  it.each(['0s', '25h', '30', 'soon', '-1m'])('refuses the time %s', (timeout) => {
    expect(() => parse({timeout})).toThrow(
      `Input timeout is "${timeout}"; it takes a whole number`,
    );
  });

  it('takes true and false as YAML writes them, and nothing else', () => {
    expect(parse({enforce: 'False'}).enforce).toBe(false);
    expect(() => parse({enforce: 'no'})).toThrow('Input enforce is "no"; it takes true or false.');
  });

  it('repeats in the report nothing that can hold a secret', () => {
    expect(
      parse({
        ...{files: 'a.hcl', set: '*.args.T=secret', policy: 'version: 1'},
        'db-repositories': 'reg.example/x',
      }).request,
    ).toEqual({files: 'a.hcl'});
  });

  it.each(['x', 'https://reg.example/x', 'reg.example/X', 'reg.example/x:a/b', 'reg.example'])(
    'refuses the repository %s, and says how one is written',
    (repository) => {
      expect(() => parse({'db-repositories': `ghcr.io/a/b,${repository}`})).toThrow(
        `Input db-repositories has "${repository}"; it takes HOST/NAME or HOST/NAME:TAG`,
      );
    },
  );

  it('repeats no login that stands in a repository', () => {
    expect(() => parse({'db-repositories': 'https://me:canary@reg.example/x'})).toThrow(
      'has "reg.example/x"; it takes',
    );
  });
});

describe('the command', () => {
  it('takes flags before variables, and a folder', () => {
    expect(
      inputsOf(
        command(['--max-size=1MB', 'app'], {PLIMSOLL_MAX_SIZE: '2MB', PLIMSOLL_USER: 'numeric'}),
      ),
    ).toMatchObject({
      workdir: '/repo/app',
      mirrors: {'max-size': {all: '1MB'}, user: {all: 'numeric'}},
    });
  });

  it('takes a switch without a value, and a list by repeating its flag', () => {
    expect(inputsOf(command(['--pull', '--set', 'a', '--set', 'b']))).toMatchObject({
      pull: true,
      set: ['a', 'b'],
    });
  });

  it('has a help that names every flag', () => {
    const asked = command(['--help']);
    expect(asked.kind === 'words' ? asked.text : '').toMatch(
      /--max-size[\s\S]*--report-dir[\s\S]*--json[\s\S]*Exit status: 0 pass/,
    );
  });

  it('refuses two folders', () => {
    expect(() => command(['a', 'b'])).toThrow(
      'Only one folder is gated at a time, and 2 were given: a, b.',
    );
  });
});

describe('modes', () => {
  it('is check unless it says otherwise', () => {
    expect(parse({})).toMatchObject({mode: 'check', reports: [], expect: [], artifact: 'auto'});
    expect(parse({mode: 'collect', reports: 'a b\nc', expect: 'x,y\nz'})).toMatchObject({
      ...{mode: 'collect', reports: ['a b', 'c'], expect: ['x,y', 'z']},
    });
    expect(parse({mode: 'relay', 'run-id': '42'})).toMatchObject({mode: 'relay', runId: '42'});
  });

  it.each([
    [{mode: 'chek'}, 'Input mode is "chek"; it takes check, collect, relay.'],
    [{artifact: 'yes'}, 'Input artifact is "yes"; it takes auto, always, off.'],
    [{'run-id': '4/../5'}, /Input run-id is "4\/\.\.\/5"; it takes the number/],
    [{'run-id': '0'}, /it takes the number/],
  ])('refuses %j', (raw, words) => {
    expect(() => parse(raw)).toThrow(words);
  });
});

describe('the action', () => {
  it('reads inputs as the runner hands them over, and no variables of the command', () => {
    const env = {'INPUT_MAX-SIZE': '1MB', PLIMSOLL_USER: 'any'};
    expect(
      inputsOf(parseCommand({invocation: 'action', env, args: [], cwd: '/repo'})).mirrors,
    ).toEqual({
      'max-size': {all: '1MB', images: new Map()},
    });
  });

  it('takes what the runner fills in for a default in every mode', () => {
    const filled = Object.entries(ACTION_INPUTS).map(
      ([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default ?? ''] as const,
    );
    for (const mode of MODE_IDS) {
      const env = {...Object.fromEntries(filled), INPUT_MODE: mode};
      expect(inputsOf(parseCommand({invocation: 'action', env, args: [], cwd: '/repo'})).mode).toBe(
        mode,
      );
    }
  });

  it('names an input that the mode does not take', () => {
    const env = {INPUT_MODE: 'relay', 'INPUT_MAX-SIZE': '1MB'};
    expect(() => parseCommand({invocation: 'action', env, args: [], cwd: '/repo'})).toThrow(
      'Input max-size is not for mode relay, and would change nothing: it is for mode check. Leave it out, or mend mode.',
    );
  });
});

describe('a mode', () => {
  it.each(INPUT_NAMES)('takes %s where its row says so, and nowhere else', (name) => {
    for (const mode of MODE_IDS) {
      const tried = (): void => {
        checkGiven({[name]: 'x'}, mode);
      };
      if (inputRow(name).modes.includes(mode)) expect(tried).not.toThrow();
      else expect(tried).toThrow(`Input ${name} is not for mode ${mode}`);
    }
  });

  it('leaves variables of a machine alone, which may be there for another one', () => {
    const env = {PLIMSOLL_SET: '*.args.A=1'};
    expect(inputsOf(command(['--mode', 'collect'], env)).mode).toBe('collect');
    expect(() => command(['--mode', 'collect', '--set', '*.args.A=1'], env)).toThrow(
      'Input set is not for mode collect',
    );
  });
});

describe('a default', () => {
  const defaults = INPUT_NAMES.filter((name) => inputDefault(name) !== undefined);

  it('of an input that mirrors a key of the policy stands with its rule', () => {
    for (const name of defaults) expect(inputRow(name).policy).toBeUndefined();
  });

  it.each(defaults)('of %s stands in action.yml alone', (name) => {
    const readers = globSync('src/**/*.ts', {cwd: ROOT}).filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      return new RegExp(`\\('${name}'\\)\\s*\\?\\?\\s*'[^']`).test(text);
    });
    expect(readers).toEqual([]);
  });

  it.each(defaults)('of %s is a value that it takes', (name) => {
    expect(parse({[name]: inputDefault(name)})).toEqual({
      ...parse({}),
      request: inputRow(name).inReport === true ? {[name]: inputDefault(name)} : {},
    });
  });
});
