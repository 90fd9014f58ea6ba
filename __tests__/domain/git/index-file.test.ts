/** What an index holds, held to what git itself lists of it. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {parseIndex} from '../../../src/domain/git/index-file.ts';
import {folders} from '../../support/folders.ts';
import {commitAll, git} from '../../support/git.ts';

const folder = folders();

const FILES = Object.fromEntries(
  Array.from({length: 60}, (_, index) => [
    `${'d'.repeat(index % 9)}x/${'n'.repeat(index % 17)}${index} ü`,
    String(index),
  ]),
);

function repository(objects: string): string {
  const root = folder(FILES);
  git(root, 'init', '-q', `--object-format=${objects}`);
  commitAll(root);
  return root;
}

function expectAsGit(root: string): void {
  const listed = git(root, 'ls-files', '-z').split('\0').filter(Boolean);
  expect(parseIndex(readFileSync(join(root, '.git/index')))).toEqual({value: [...new Set(listed)]});
}

describe('an index', () => {
  it.each(
    ['sha1', 'sha256'].flatMap((objects) => [2, 3, 4].map((version) => ({objects, version}))),
  )('of version $version with $objects is read as git reads it', ({objects, version}) => {
    const root = repository(objects);
    // Version 3 is written where an entry has a flag of its own.
    writeFileSync(join(root, 'later'), '');
    git(root, 'add', '-N', 'later');
    git(root, 'update-index', '--index-version', String(version));
    expectAsGit(root);
  });

  it('without a checksum, and with conflicts, is read too', () => {
    const root = repository('sha1');
    git(root, 'config', 'index.skipHash', 'true');
    const sha = git(root, 'rev-parse', ':x/0 ü').trim();
    const stages = [1, 2, 3].map((stage) => `100644 ${sha} ${stage}\tboth`).join('\n');
    writeFileSync(join(root, 'stages'), `${stages}\n`);
    git(root, '-c', 'alias.put=!git update-index --index-info <stages', 'put');
    expectAsGit(root);
  });

  it('that is cut, split or of another form is not known', () => {
    const root = repository('sha1');
    const bytes = readFileSync(join(root, '.git/index'));
    for (const end of [0, 4, 11, 40, 200, bytes.length - 1])
      expect(parseIndex(bytes.subarray(0, end))).toHaveProperty('unable');
    git(root, 'update-index', '--split-index');
    expect(parseIndex(readFileSync(join(root, '.git/index')))).toEqual({
      unable: 'its index is a split one',
    });
  });
});
