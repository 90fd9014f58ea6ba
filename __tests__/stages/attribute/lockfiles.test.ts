import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import type {Lockfile} from '../../../src/domain/findings/lockfiles/finder.ts';
import type {PlannedImage} from '../../../src/domain/planned-image.ts';
import {listContexts} from '../../../src/stages/plan/contexts.ts';
import {readLockfiles} from '../../../src/stages/attribute/lockfiles.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';
import {copyStep, fromContext, fromImage, provenanceOf, runStep} from '../../support/provenance.ts';
import {planned} from '../../support/scan.ts';

const folder = folders();
const YARN = 'a@^1:\n  version "1.0.0"\n';

/** What the image takes, by `COPY` lines, from the context `app` of a repository with these files. */
async function read(
  files: Readonly<Record<string, string>>,
  sources: readonly string[],
  change: Partial<PlannedImage> = {},
): Promise<readonly Lockfile[]> {
  const repository = folder(files);
  return readIn(repository, sources, change);
}

async function readIn(
  repository: string,
  sources: readonly string[],
  change: Partial<PlannedImage> = {},
): Promise<readonly Lockfile[]> {
  const image = {...planned('web'), contextPath: join(repository, 'app'), ...change};
  const copies = sources.map((src, index) => ({
    op: copyStep(src),
    inputs: [index === 0 ? 0 : index + 1, 1],
  }));
  const document = provenanceOf('FROM debian', [
    {op: fromImage('debian')},
    {op: fromContext()},
    ...copies,
    {op: runStep('true'), inputs: [copies.length + 1]},
  ]);
  const deps = testDeps();
  const ask = {
    plan: {images: [image], repository},
    built: {provenance: new Map([[image.id, document]])},
    contexts: listContexts(deps),
  };
  return (await readLockfiles(ask, deps)).get(image.id) ?? [];
}

const filesOf = (lockfiles: readonly Lockfile[]): readonly string[] =>
  lockfiles.map(({file}) => file);

describe('the lockfiles of an image', () => {
  it('are those that a step takes, with the steps, and what they pin', async () => {
    const files = {
      'app/yarn.lock': YARN,
      'app/api/requirements.txt': 'django==4.2',
      'app/docs/yarn.lock': YARN,
      'yarn.lock': YARN,
      'app/package.json': '{}',
    };
    const found = await read(files, ['/yarn.lock', '/api', '/*.lock']);
    expect(found.map(({file, takenBy}) => [file, takenBy])).toEqual([
      ['app/yarn.lock', ['step2', 'step4']],
      ['app/api/requirements.txt', ['step3']],
    ]);
    expect(found[0]?.pins.get('a')).toEqual([{name: 'a', version: '1.0.0', line: 1}]);
    expect(found[1]).toMatchObject({ecosystem: 'pypi', kind: 'manifest'});
  });

  it('are not those that the ignore file holds back, or that were installed', async () => {
    const files = {
      'app/.dockerignore': 'docs\n',
      'app/yarn.lock': YARN,
      'app/docs/yarn.lock': YARN,
      'app/node_modules/b/yarn.lock': YARN,
    };
    expect(filesOf(await read(files, ['/']))).toEqual(['app/yarn.lock']);
  });

  it('are found under names of any kind, and links are not followed', async () => {
    const repository = folder({'app/ü b/yarn.lock': YARN, 'elsewhere/uv.lock': ''});
    symlinkSync(join(repository, 'elsewhere/uv.lock'), join(repository, 'app/uv.lock'));
    expect(filesOf(await readIn(repository, ['/']))).toEqual(['app/ü b/yarn.lock']);
  });

  it('are none outside of the repository', async () => {
    const outside = folder({'yarn.lock': YARN});
    expect(await read({}, ['/'], {contextPath: outside})).toEqual([]);
  });

  it('pin nothing where they are damaged', async () => {
    const [lockfile] = await read({'app/package-lock.json': '{"packages": {'}, ['/']);
    expect(lockfile?.pins.size).toBe(0);
  });
});

describe('the bounds', () => {
  it('leave out what is too large, or lies too deep', async () => {
    const deep = Array.from({length: 12}, () => 'd').join('/');
    const files = {
      'app/yarn.lock': YARN,
      'app/big/yarn.lock': YARN + '#'.repeat(4 * 1024 * 1024),
      [`app/${deep}/yarn.lock`]: YARN,
    };
    expect(filesOf(await read(files, ['/']))).toEqual(['app/yarn.lock']);
  });

  it('leave out all where there are more than anybody tells apart', async () => {
    const many = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({length: count}, (_, index) => [`app/${index}/yarn.lock`, YARN]),
      );
    expect(await read(many(100), ['/'])).toHaveLength(100);
    expect(await read(many(101), ['/'])).toEqual([]);
  });
});

it('of an image without provenance, or without a context that is there, are none', async () => {
  const repository = folder({'app/yarn.lock': YARN});
  const deps = testDeps();
  const image = {...planned('web'), contextPath: join(repository, 'app')};
  const ask = {
    plan: {images: [image], repository},
    built: {provenance: new Map()},
    contexts: listContexts(deps),
  };
  expect([...(await readLockfiles(ask, deps)).values()]).toEqual([[]]);
  expect(await read({'app/yarn.lock': YARN}, ['/'], {contextPath: '/nowhere'})).toEqual([]);
});
