import type {LockfileFormat} from './format.ts';
import {parseTomlPackages} from './toml-packages.ts';

export const uvLock: LockfileFormat = {
  ecosystem: 'pypi',
  kind: 'lockfile',
  files: /(?:^|\/)uv\.lock$/,
  parse: parseTomlPackages,
};
