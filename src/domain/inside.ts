/** Where paths lie, as they are written: links are for those who look at the disk. Pure. */
import {isAbsolute, relative} from 'node:path';

/** Whether an absolute path is that folder or lies in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith('../') && !isAbsolute(way);
}

/** Relative to the repository's root where it lies in it. */
export function nameIn(repository: string, path: string): string {
  return isInside(path, repository) ? relative(repository, path) : path;
}
