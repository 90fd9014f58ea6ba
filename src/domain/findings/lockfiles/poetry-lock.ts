import type {LockfileFormat} from './format.ts';
import {parseTomlPackages} from './toml-packages.ts';

export const poetryLock: LockfileFormat = {
  ecosystem: 'pypi',
  kind: 'lockfile',
  files: /(?:^|\/)poetry\.lock$/,
  parse: parseTomlPackages,
};
