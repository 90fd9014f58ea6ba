import {describe, expect, it} from '@jest/globals';
import {
  discover,
  inheritedNames,
  definitionKind,
  leadingTargets,
} from '../../../src/domain/plan/discover.ts';

describe('discover', () => {
  it('takes bake files before compose files before Dockerfiles, and names what it passed over', () => {
    const found = discover(['compose.yml', 'docker-bake.hcl'], ['Dockerfile']);
    expect(found).toMatchObject({kind: 'bake', files: ['docker-bake.hcl']});
    expect(found.says).toEqual(['Found bake file docker-bake.hcl.']);
    expect(found.left).toEqual(['compose.yml', 'Dockerfile']);
  });

  it.each([
    ['compose.yml', ['compose.override.yaml'], ['compose.override.yaml']],
    ['compose.yml', ['compose.override.yaml', 'compose.override.yml'], ['compose.override.yml']],
    ['compose.yml', ['docker-compose.override.yml'], ['docker-compose.override.yml']],
    ['docker-compose.yml', ['compose.override.yml'], ['compose.override.yml']],
    ['docker-bake.hcl', ['docker-bake.override.json'], ['docker-bake.override.json']],
  ])('reads beside %s of %j what docker reads, and says so', (file, others, read) => {
    const found = discover([file, ...others], others);
    expect(found.files).toEqual([file, ...read]);
    expect(found.says[0]).toContain(`${file}, with ${read.join()} over it.`);
    expect(found.left).toEqual(others.filter((name) => !read.includes(name)));
  });

  it('takes Dockerfiles three folders deep, and none of tests, fixtures, examples, vendor, node_modules', () => {
    const tracked = [
      'a/b/c/Dockerfile',
      'a/b/c/d/Dockerfile',
      ...['test', 'tests', 'fixtures', 'examples', 'vendor', 'node_modules'].map(
        (name) => `${name}/Dockerfile`,
      ),
    ];
    expect(discover([], tracked).files).toEqual(['a/b/c/Dockerfile']);
  });

  it('takes a Containerfile where no Dockerfile is beside it, and names what it leaves out', () => {
    const left = [
      'Dockerfile.worker',
      'examples/Dockerfile',
      'a/b/c/d/Dockerfile',
      'b/Containerfile',
    ];
    const found = discover(
      [],
      ['a/Containerfile', 'b/Dockerfile', ...left, 'Dockerfile.dockerignore'],
    );
    expect(found.files).toEqual(['a/Containerfile', 'b/Dockerfile']);
    expect(found.left).toEqual(left);
    const more = [...left, 'c/compose.prod.yml'];
    expect(discover(['compose.yml'], more).left.toSorted()).toEqual(more.toSorted());
  });

  it('refuses two files of one kind, and nothing at all', () => {
    expect(() => discover(['docker-bake.hcl', 'docker-bake.json'], [])).toThrow(
      'Both docker-bake.hcl and docker-bake.json are here; say which one is meant with the input files.',
    );
    expect(() => discover([], [])).toThrow('There is nothing to build here');
    expect(() => discover(['Dockerfile'], [])).toThrow('is not tracked: git add it');
    const named = {by: '.env', paths: ['prod.yml']};
    expect(() => discover([], ['x/worker.Dockerfile', 'README.md'], {named})).toThrow(
      /with workdir\. Not built by itself: x\/worker\.Dockerfile\. The input files .* COMPOSE_FILE in \.env names prod\.yml: /,
    );
  });
});

describe('kindOf', () => {
  it.each([
    [['a.hcl'], 'bake'],
    [['a.hcl', 'compose.yml'], 'bake'],
    [['deploy/compose.prod.yaml'], 'compose'],
    [['apps/web/Dockerfile.prod', 'Containerfile', 'web.Dockerfile'], 'dockerfile'],
  ])('%j is %s', (files, kind) => {
    expect(definitionKind(files)).toBe(kind);
  });

  it('refuses a mix with Dockerfiles, and a name that is none of them', () => {
    expect(() => definitionKind(['Dockerfile', 'compose.yml'])).toThrow(
      'mixes Dockerfiles with bake or compose files',
    );
    expect(() => definitionKind(['notes.txt'])).toThrow('The input files names notes.txt');
  });
});

describe('leadingTargets', () => {
  it('leaves out those that serve others, unless that is all', () => {
    expect(leadingTargets(['a', 'b'], new Set(['b']))).toEqual(['a']);
    expect(leadingTargets(['a'], new Set(['a']))).toEqual(['a']);
  });

  it('knows what is inherited in HCL and JSON', () => {
    expect([...inheritedNames('target "a" { inherits = ["b", "c"] }')]).toEqual(['b', 'c']);
    expect([...inheritedNames('{"target": {"a": {"inherits": ["d"]}}}')]).toEqual(['d']);
  });
});
