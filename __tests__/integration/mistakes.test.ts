/** Mistakes of definitions, in the words of the real buildx and BuildKit. */
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {describeFailure} from '../../src/domain/build/failures.ts';
import type {BuildFailure} from '../../src/domain/build/facts.ts';
import type {Plan} from '../../src/domain/plan/plan.ts';
import {parseInputs, type RawInputs} from '../../src/inputs.ts';
import {findUnsent} from '../../src/stages/build/unsent.ts';
import {makePlan} from '../../src/stages/plan/index.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {committed} from '../support/git.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();

function planOf(cwd: string, raw: Partial<RawInputs>): Promise<Plan> {
  const inputs = parseInputs(raw, {invocation: 'command', cwd, json: false, keep: false});
  return makePlan(inputs, testDeps({cwd, temporary: folder()}));
}

async function failureOf(
  files: Readonly<Record<string, string>>,
  raw: Partial<RawInputs> = {},
): Promise<BuildFailure> {
  const work = folder(files);
  committed(work);
  return failureIn(work, raw);
}

async function failureIn(work: string, raw: Partial<RawInputs> = {}): Promise<BuildFailure> {
  const plan = await planOf(work, raw);
  const {resolved, images, definition} = plan;
  const {stderr} = spawnSync(
    'docker',
    ['buildx', 'bake', '-f-', '--progress=rawjson', '--set=*.output=type=cacheonly'],
    {cwd: definition.folder, input: resolved, encoding: 'utf8'},
  );
  const dockerfiles = images.flatMap(({target, dockerfile}) =>
    dockerfile === undefined ? [] : [[target, dockerfile] as const],
  );
  return describeFailure({
    ...{stderr, steps: [], dockerfiles: new Map(dockerfiles)},
    built: {images, definition, unsent: await findUnsent(stderr, plan, testDeps())},
  });
}

const TWO = 'FROM scratch AS build\nCOPY x /x\nFROM scratch AS run\nCOPY --from=build /x /x\n';
const OTHER = {'other/Dockerfile': TWO, 'other/x': '', x: ''};
const bakeOf = (body: string): string =>
  `group "default" {targets = ["web", "other"]}\ntarget "other" {context = "other"}\ntarget "web" {\n${body}\n}\n`;
const at = (file: string, startLine: number) => ({file, startLine, endLine: startLine});

describe('of two targets, one with a mistake', () => {
  it.each([
    [
      'a stage that is not there',
      {Dockerfile: TWO, 'docker-bake.hcl': bakeOf('target = "prod"')},
      'Target web builds the stage prod, which Dockerfile does not have \\(it has build, run\\)',
      at('Dockerfile', 1),
    ],
    [
      'a misspelt --from',
      {Dockerfile: TWO.replace('from=build', 'from=biuld'), 'docker-bake.hcl': bakeOf('')},
      'There is neither a stage nor an image biuld, which Dockerfile:4 names; did you mean build?',
      at('Dockerfile', 4),
    ],
    [
      'a base image that is not there',
      {Dockerfile: `${TWO}FROM busybox:nosuch\n`, 'docker-bake.hcl': bakeOf('')},
      /^The base image \S+busybox:nosuch cannot be had at Dockerfile:5 \(not found\)/,
      at('Dockerfile', 5),
    ],
    [
      'a context that is not there',
      {'docker-bake.hcl': bakeOf('context = "gone"')},
      'The context of target web is not there: there is no folder gone.',
      at('docker-bake.hcl', 3),
    ],
    [
      'a named context that is not there',
      {Dockerfile: TWO, 'docker-bake.hcl': bakeOf('contexts = {m = "gone"}')},
      'The named context m of target web is not there: there is no folder gone.',
      at('Dockerfile', 1),
    ],
    [
      'a Dockerfile that is not there',
      {'docker-bake.hcl': bakeOf('dockerfile = "gone.Dockerfile"')},
      'The Dockerfile of target web is not there: gone.Dockerfile.',
      at('docker-bake.hcl', 3),
    ],
    [
      'a bad ignore pattern',
      {Dockerfile: TWO, '.dockerignore': '# c\nok\n\n[a\n', 'docker-bake.hcl': bakeOf('')},
      'The context of target web cannot be sent: .dockerignore:4 is no pattern.',
      at('.dockerignore', 4),
    ],
  ])('%s is told with target, file and line', async (_, files, message, place) => {
    const failure = await failureOf({...OTHER, ...files});
    expect(failure.message).toEqual(expect.stringMatching(message));
    expect(failure.place).toEqual(place);
  });
});

describe('what BuildKit’s client cannot send', () => {
  const COPIES = 'FROM scratch\nCOPY . /x\n';
  const utf16 = Buffer.concat([Buffer.from('\uFEFF', 'utf16le'), Buffer.from(COPIES, 'utf16le')]);
  const deep = Array.from({length: 20}, () => 'd'.repeat(220)).join('/');
  const inFolder = (work: string, path: string): Buffer =>
    Buffer.concat([Buffer.from(`${work}/`), Buffer.from(path, 'latin1')]);

  it.each<[string, (work: string) => void, RegExp]>([
    [
      'a Dockerfile of UTF-16',
      (work) => {
        writeFileSync(`${work}/Dockerfile`, utf16);
      },
      /^The Dockerfile of target default cannot be read: Dockerfile is not UTF-8\./,
    ],
    [
      'a name that is not UTF-8',
      (work) => {
        writeFileSync(inFolder(work, 'a\xff'), '');
      },
      /cannot be sent: the name of a\uFFFD is not UTF-8\. Rename it/,
    ],
    [
      'a path of more than 4,096 bytes',
      (work) => {
        spawnSync('sh', ['-c', `for d in ${deep.replaceAll('/', ' ')}; do mkdir $d; cd $d; done`], {
          cwd: work,
        });
      },
      /longer than the 4,096 bytes that Linux takes\. It begins with d{79}…\. Remove it/,
    ],
  ])('%s is named', async (_, make, message) => {
    const work = folder({Dockerfile: COPIES});
    committed(work);
    make(work);
    expect((await failureIn(work)).message).toMatch(message);
  });

  it('is no file that the ignore file leaves out, and nothing that a step says', async () => {
    const say = 'FROM busybox\nRUN echo "file name too long: invalid UTF-8" && exit 1\n';
    const work = folder({Dockerfile: say, '.dockerignore': 'a*\n'});
    committed(work);
    writeFileSync(inFolder(work, 'a\xff'), '');
    expect((await failureIn(work)).message).toMatch(/^The build failed/);
  });
});

describe('a Dockerfile that wants the root as its context', () => {
  const FILES = {
    'apps/web/Dockerfile': 'FROM scratch\nCOPY shared /s\n',
    'shared/x': '',
    Dockerfile: TWO,
  };

  it('is told its context and what changes it; and that does', async () => {
    const {message, place} = await failureOf(FILES, {files: 'apps/web/Dockerfile'});
    expect(message).toContain('apps/web/Dockerfile:2 copies /shared, which is not in the context');
    expect(message).toContain('The context is apps/web, the Dockerfile’s own folder. ');
    expect(place).toEqual(at('apps/web/Dockerfile', 2));
    const set = /\((\S+\.context=\.)\)/.exec(message)?.[1] ?? '';
    const mended = await failureOf(FILES, {files: 'apps/web/Dockerfile', set});
    expect(mended.message).toBe('The build failed: buildx gave no reason.');
  });
});

describe('what bake and compose refuse', () => {
  it.each([
    [
      'compose.yml',
      'services:\n  db: {image: a}\n  web:\n    biuld: .\n',
      /additional properties 'biuld' not allowed \(compose\.yml:4\)\.$/,
    ],
    [
      'compose.yml',
      'services:\n  web:\n    build:\n      args: 3\n',
      /must be a mapping.* \(compose\.yml:4\)/,
    ],
    [
      'compose.yml',
      'services:\n  web:\n    build:\n      args: {X: "${NOT_THERE:?say it}"}\n      context: .\n',
      /say it \(compose\.yml:4\)/,
    ],
    [
      'compose.yml',
      'services:\n  web:\n    extends: {service: nope}\n',
      /"nope" not found.* \(compose\.yml:2\)/,
    ],
    [
      'docker-bake.hcl',
      'target "a" {\n  context = foo\n}\n',
      /no variable named "foo".* \(docker-bake\.hcl:2\)/,
    ],
  ])('%s: %j has its line', async (file, text, words) => {
    const work = folder({[file]: text, Dockerfile: TWO});
    const refusal = planOf(work, {files: `cwd://${file}`});
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.toHaveProperty('place.file', file);
  });
});
