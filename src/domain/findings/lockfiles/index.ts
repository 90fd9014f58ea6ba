/** The lockfiles and manifests that findings are placed in: a further format is one module and one line here. */
import {defined} from '../../defined.ts';
import type {FormatId, LockfileFormat, Pin} from './format.ts';
import {goMod} from './go-mod.ts';
import {normalName} from './names.ts';
import {packageLock} from './package-lock.ts';
import {pnpmLock} from './pnpm-lock.ts';
import {poetryLock} from './poetry-lock.ts';
import {requirements} from './requirements.ts';
import {uvLock} from './uv-lock.ts';
import {yarnLock} from './yarn-lock.ts';

export const FORMATS = {
  'package-lock': packageLock,
  'pnpm-lock': pnpmLock,
  'yarn-lock': yarnLock,
  'poetry-lock': poetryLock,
  'uv-lock': uvLock,
  requirements,
  'go-mod': goMod,
} as const satisfies Record<FormatId, LockfileFormat>;

/** What one file says. */
export interface Pinned extends Pick<LockfileFormat, 'ecosystem' | 'kind'> {
  /** By `normalName`. */
  readonly pins: ReadonlyMap<string, readonly Pin[]>;
  /** See `LockfileFormat`. */
  readonly owner?: string;
}

/** What others installed here keeps the lockfiles of others. */
const INSTALLED = /(?:^|\/)(?:node_modules|site-packages|vendor|\.git)\//;

/** The format of a file, by its path; undefined for all else. */
export function lockfileFormat(path: string): LockfileFormat | undefined {
  if (INSTALLED.test(path)) return undefined;
  return Object.values<LockfileFormat>(FORMATS).find(({files}) => files.test(path));
}

/** What a text pins; nothing for a damaged one, whose lines mean nothing. Never throws. */
export function parsePins(format: LockfileFormat, text: string): Pinned {
  const {ecosystem, kind, parse, ownerOf} = format;
  try {
    const pins = Map.groupBy(parse(text), ({name}) => normalName(ecosystem, name));
    const owner = ownerOf?.(text);
    return {ecosystem, kind, pins, ...defined({owner})};
  } catch {
    return {ecosystem, kind, pins: new Map()};
  }
}
