import {describe, expect, it} from '@jest/globals';
import {composeDiffers} from '../../../src/domain/plan/compose-differs.ts';
import {
  parseComposeFiles,
  leftOutSentences,
  looksLikeDefinition,
} from '../../../src/domain/plan/left-out.ts';

describe('what looks like a definition', () => {
  it.each([
    ...[
      'Dockerfile',
      'Dockerfile.worker',
      'Dockerfile-dev',
      'worker.Dockerfile',
      'a/api.dockerfile',
    ],
    ...['Containerfile', 'dev.Containerfile', 'compose.prod.yml', 'x/docker-compose-dev.yaml'],
    ...['docker-bake.hcl', 'ci/docker-bake.release.json', 'examples/a/b/c/d/Dockerfile'],
  ])('%s does', (path) => {
    expect(looksLikeDefinition(path)).toBe(true);
  });

  it.each([
    ...['Dockerfile.dockerignore', 'Dockerfile.rego', 'Dockerfile.md', 'Dockerfile.j2'],
    ...['main.tf.json', 'variables.hcl', 'composer.json', 'dockerfiles/a.txt', 'mycompose.yml'],
  ])('%s does not', (path) => {
    expect(looksLikeDefinition(path)).toBe(false);
  });
});

describe('what is left out', () => {
  it('is said once, the nearest first, with a count past ten and how to choose it', () => {
    const paths = Array.from({length: 12}, (_, at) => `a/Dockerfile.${at}`);
    const said = leftOutSentences({first: 'compose file', paths: [...paths, 'worker.Dockerfile']});
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^Passed over, because a compose file comes first: worker\.Dockerfile, a\/Dockerfile\.0, .* and 3 more\. The input files names what else to build\.$/,
    );
    expect(leftOutSentences({paths: []})).toEqual([]);
  });

  it('is what COMPOSE_FILE names, as compose reads the variable', () => {
    expect(parseComposeFiles({}, {COMPOSE_FILE: 'a.yml:./b.yml'})).toEqual({
      by: '.env',
      paths: ['a.yml', 'b.yml'],
    });
    const separated = {COMPOSE_FILE: 'a.yml;b.yml', COMPOSE_PATH_SEPARATOR: ';'};
    expect(parseComposeFiles({COMPOSE_FILE: 'c.yml;d.yml'}, separated)).toEqual({
      by: 'the environment',
      paths: ['c.yml', 'd.yml'],
    });
    expect(parseComposeFiles({}, {COMPOSE_FILE: ''})).toBeUndefined();
  });
});

describe('where compose builds another thing than bake', () => {
  const image = {name: 'a.b', target: 'a_b', platform: 'linux/amd64'};

  it('is said: the platform of a service, and a profile', () => {
    const says = composeDiffers([image, {...image, name: 'c', target: 'c'}], {
      'a.b': {platform: 'linux/arm64/v8', profiles: []},
      c: {platform: 'linux/x86_64', profiles: ['dev', 'test']},
      unbuilt: {platform: 'linux/s390x', profiles: ['x']},
    });
    expect(says).toHaveLength(2);
    expect(says[0]).toContain('docker compose builds a.b for linux/arm64, ');
    expect(says[0]).toContain('(a_b.platform=linux/arm64/v8)');
    expect(says[1]).toContain('Behind a profile: c (dev, test).');
  });

  it('is nothing where one of several platforms is the one of the service', () => {
    const both = [image, {...image, platform: 'linux/arm64'}];
    expect(composeDiffers(both, {'a.b': {platform: 'linux/arm64', profiles: []}})).toEqual([]);
  });
});
