/**
 * A name for a folder that @actions/cache can hand to tar: it joins the arguments with blanks, quotes
 * none of them and takes them apart again (`tar.js`), so that a blank in a path breaks it.
 */
import {mkdir, mkdtemp, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** What its argument parser and its globs read as themselves. */
const PLAIN = /^[^\s"'\\*?[\]]+$/;

/** Gives the work the folders by plain names: their own, or links that go with it. */
export async function withPlainPaths<T>(
  paths: readonly string[],
  work: (plain: readonly string[]) => Promise<T>,
): Promise<T> {
  if (paths.every((path) => PLAIN.test(path))) return work(paths);
  const base = [tmpdir(), '/tmp'].find((path) => PLAIN.test(path)) ?? '/tmp';
  const links = await mkdtemp(join(base, 'plimsoll-links-'));
  try {
    const plain = await Promise.all(
      paths.map(async (path, index) => {
        await mkdir(path, {recursive: true});
        await symlink(path, join(links, `${index}`));
        return join(links, `${index}`);
      }),
    );
    return await work(plain);
  } finally {
    await rm(links, {recursive: true, force: true});
  }
}
