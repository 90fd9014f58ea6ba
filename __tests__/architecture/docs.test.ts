/** Tables, descriptions and schemas are what their one source says. */
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {generated} from '../../scripts/docs/generate.ts';
import {INPUT_NAMES} from '../../src/domain/inputs/table.ts';
import {MIRRORS} from '../../src/domain/policy/mirrored-inputs.ts';
import {VERSION} from '../../src/domain/plimsoll-version.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

describe('generated files', () => {
  it.each(Object.entries(generated(read)))('%s is up to date (npm run docs)', (path, text) => {
    expect(read(path)).toBe(text);
  });

  it('has a table of inputs, outputs and rules in the README', () => {
    for (const name of ['inputs', 'outputs', 'rules'])
      expect(read('README.md')).toContain(`<!-- /${name} -->`);
  });
});

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {inputs: Record<string, {default?: string}>};

  it('has the inputs that are read, and no others', () => {
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUT_NAMES].sort());
  });

  it('has no default for an input that mirrors a policy key', () => {
    expect(MIRRORS).not.toEqual([]);
    const mirrored = MIRRORS.filter(({input}) => action.inputs[input]?.default !== undefined);
    expect(mirrored).toEqual([]);
  });
});

describe('the version', () => {
  it('is the same in package.json and in the source', () => {
    expect(VERSION).toBe((JSON.parse(read('package.json')) as {version: string}).version);
  });
});
