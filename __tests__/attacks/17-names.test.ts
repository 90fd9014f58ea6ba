/**
 * Rule 17: names mean what they mean to the engine. The author of a pull request calls folders, targets,
 * labels and files as what every object of JavaScript has; none of them may get lost, be taken for another,
 * or end the run.
 */
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const NAMES = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'];
const DOCKERFILE = 'FROM busybox\nCOPY . /app/\nUSER 1\nLABEL __proto__=a constructor=b\n';

interface Gated {
  readonly images: readonly (readonly string[])[];
  /** Image and rule of every one that fails. */
  readonly failing: readonly string[];
  readonly stderr: string;
}

function gate(files: Readonly<Record<string, string>>): Gated {
  const work = folder({
    ...files,
    // Each image has its own line, which only one of them is over.
    '.github/plimsoll.yml': [
      'version: 1',
      'rules: {user: {level: off}, healthcheck: {level: off}, vulnerabilities: {level: off}}',
      'images:',
      ...NAMES.map((name) => `  ${name}: {rules: {size: {max: ${name === NAMES[0] ? 1 : 100}MB}}}`),
      'waivers: []',
    ].join('\n'),
  });
  const reports = folder();
  const {stderr} = runCommand({
    args: ['--report-dir', reports, work],
    env: {PLIMSOLL_SET: undefined, PLIMSOLL_ALLOW: undefined},
  });
  const {images, violations} = readReport(reports);
  return {
    images: images.map(({id, name, state}) => [id, name, state]),
    failing: violations
      .filter(({level}) => level === 'error')
      .map(({image, rule}) => `${image ?? ''} ${rule}`),
    stderr,
  };
}

const expected = NAMES.map((name) => [`${name}/linux/amd64`, name, 'built']);

function expectAll({images, failing, stderr}: Gated): void {
  expect(images.toSorted()).toEqual(expected.toSorted());
  expect(failing).toEqual(['__proto__/linux/amd64 size']);
  expect(stderr).not.toMatch(/undefined|\[object|native code|TypeError/);
}

it('folders of such names are images of such names', () => {
  const dockerfiles = NAMES.map((name) => [`${name}/Dockerfile`, DOCKERFILE] as const);
  const more = NAMES.map((name) => [`constructor/${name}`, name] as const);
  expectAll(gate(Object.fromEntries([...dockerfiles, ...more])));
}, 120_000);

it('targets of such names are images of such names, and other targets build on them', () => {
  const targets = NAMES.map((name) => `target "${name}" { context = "." }`);
  const group = `group "default" { targets = ${JSON.stringify(NAMES)} }`;
  const hcl = [group, ...targets].join('\n');
  expectAll(
    gate({'docker-bake.hcl': hcl, Dockerfile: DOCKERFILE, [join('sub', '__proto__')]: 'x'}),
  );
}, 120_000);
