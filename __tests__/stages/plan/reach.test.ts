import {symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {requireEntitlements} from '../../../src/stages/plan/entitlements.ts';
import {testDeps} from '../../support/deps.ts';
import {folders} from '../../support/folders.ts';

const folder = folders();
const definition = {kind: 'bake', files: [], targets: [], set: [], allow: []} as const;

/** How often the disk was asked, where it is let pass. */
async function asks(workdir: string, context: string): Promise<number> {
  const deps = testDeps();
  let count = 0;
  const realPath = (path: string): Promise<string> => {
    count += 1;
    return deps.files.realPath(path);
  };
  const targets = {web: {context}};
  const own = {...deps, files: {...deps.files, realPath}};
  await requireEntitlements(
    {
      definition: {...definition, folder: workdir},
      targets,
      workdir,
      repository: workdir,
      files: [],
    },
    own,
  );
  return count;
}

describe('a path of a definition', () => {
  it('costs no more where thousands of its folders are not there', async () => {
    const workdir = folder();
    const few = await asks(workdir, 'a/b/c');
    expect(await asks(workdir, 'not-there/'.repeat(20_000))).toBe(few);
  });

  it('is followed through links as far as it is there', async () => {
    const [workdir, outside] = [folder({'a/x': ''}), folder()];
    symlinkSync(outside, join(workdir, 'out'));
    symlinkSync('a', join(workdir, 'in'));
    await expect(asks(workdir, 'in/not/there')).resolves.toBeGreaterThan(0);
    for (const context of ['out', 'out/not/there', 'a/../out/x', 'not/../../x', 'in/../../x'])
      await expect(asks(workdir, context)).rejects.toThrow(/allow/);
  });
});
