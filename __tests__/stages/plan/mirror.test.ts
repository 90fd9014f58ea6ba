/** What bake and compose get to read are copies of what came through the one door: threats.md rule 14. */
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {makeMirror, type Mirror} from '../../../src/stages/plan/mirror.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {committed} from '../../support/git.ts';

const folder = folders();

interface Made {
  readonly mirror: Mirror;
  readonly repository: string;
  readonly mask: (text: string) => string;
}

async function make(
  files: Readonly<Record<string, string>>,
  name = 'compose.yaml',
  change: (repository: string) => void = () => undefined,
): Promise<Made> {
  const repository = folder(files);
  committed(repository);
  change(repository);
  const deps = testDeps({cwd: repository, temporary: folder()});
  const path = join(repository, name);
  const ask = {paths: [path], by: 'repository', folder: dirname(path)} as const;
  const mirror = await makeMirror({...ask, bounds: {repository, allowed: []}}, deps);
  return {mirror, repository, mask: deps.secrets.mask};
}

/** Relative to the repository, sorted. */
const inside = (paths: readonly string[], repository: string): readonly string[] =>
  paths.map((path) => path.replace(`${repository}/`, '')).toSorted();

describe('a mirror', () => {
  const FILES = {
    'app/compose.yaml':
      'include: [part.yml]\nservices: {w: {extends: {file: base.yml, service: b}}}\n',
    'app/part.yml': 'services: {}\n',
    'app/base.yml': 'services: {b: {image: x, env_file: none.env}}\n',
  };

  it('holds the files, and leads to itself alone', async () => {
    const {mirror, repository} = await make(FILES, 'app/compose.yaml');
    expect(
      inside(
        mirror.files.map(({path}) => path),
        repository,
      ),
    ).toEqual(['app/base.yml', 'app/compose.yaml', 'app/part.yml']);
    const copied = join(mirror.root, repository, 'app');
    expect(readdirSync(copied).toSorted()).toEqual(['base.yml', 'compose.yaml', 'part.yml']);
    const text = readFileSync(join(copied, 'compose.yaml'), 'utf8');
    expect(text).toContain(join(copied, 'part.yml'));
    expect(text).toContain(join(copied, 'base.yml'));
    expect(readFileSync(join(copied, 'base.yml'), 'utf8')).not.toContain('env_file');
  });

  it('names all that the definition hangs on, also what is not there', async () => {
    const {mirror, repository} = await make(FILES, 'app/compose.yaml');
    expect(inside(mirror.reads, repository)).toEqual([
      'app/.env',
      'app/base.yml',
      'app/compose.yaml',
      'app/part.yml',
    ]);
    const bake = await make({'docker-bake.hcl': 'target "a" {}'}, 'docker-bake.hcl');
    expect(inside(bake.mirror.reads, bake.repository)).toEqual(['docker-bake.hcl']);
  });

  it('ends where files name each other', async () => {
    const {mirror} = await make({
      'compose.yaml': 'include: [b.yml]\n',
      'b.yml': 'include: [compose.yaml]\n',
    });
    expect(mirror.files).toHaveLength(2);
  });

  it('masks what an untracked .env holds, and nothing of one that is committed', async () => {
    const compose = {'compose.yaml': 'services: {}\n'};
    const untracked = await make(compose, undefined, (at) => {
      writeFileSync(join(at, '.env'), 'KEY="a value of nobody"\n');
    });
    expect(untracked.mask('a value of nobody')).toBe('***');
    const tracked = await make({...compose, '.env': 'KEY=a-value-of-all\n'});
    expect(tracked.mask('a-value-of-all')).toBe('a-value-of-all');
  });

  it.each<[string, string, (at: string) => void, RegExp]>([
    [
      'a folder that is a link',
      'include: [sub/x.yml]',
      (at) => {
        symlinkSync('/etc', join(at, 'sub'));
      },
      /no such file|leads out/,
    ],
    ['what is elsewhere', 'include: [github.com/a/b]', () => undefined, /is not on this disk/],
    [
      'what is not there',
      'include: [x.yml]',
      () => undefined,
      /compose\.yaml:1 names x\.yml, and there is no such file/,
    ],
    [
      'a folder',
      'include: [sub]',
      (at) => {
        mkdirSync(join(at, 'sub'));
      },
      /is not a file/,
    ],
  ])('is not made of %s', async (_, text, change, words) => {
    await expect(make({'compose.yaml': text}, undefined, change)).rejects.toThrow(words);
  });
});
