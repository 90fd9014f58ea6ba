/** A record that lies where the cache service has put it, and why there may be none. */
import type {Deps} from '../../deps.ts';
import type {Notice} from '../../domain/notice.ts';
import {errorMessage} from '../../errors.ts';
import {readBaseline, type Baseline} from './baseline.ts';
import type {Supply} from '../scan/supply.ts';
import type {CacheStore} from '../cache/cache-store.ts';

export interface FoundBaseline {
  readonly baseline: Baseline | undefined;
  readonly notices: readonly Notice[];
  /** Why there is none, in words that can follow `because`; absent where nobody asked for one. */
  readonly missing?: string | undefined;
}

/** The commit has none. */
export const NOTHING_KEPT: FoundBaseline = {baseline: undefined, notices: []};

export function nothingFound(missing: string, notices: readonly Notice[] = []): FoundBaseline {
  return {baseline: undefined, notices, missing};
}

export interface Kept {
  readonly folder: string;
  /** What it is the record of. */
  readonly of: string;
  readonly commit: string;
}

/** Never rejects. */
export async function readKept(
  {folder, of, commit}: Kept,
  {shelter: cacheStore, supply}: {readonly shelter: CacheStore; readonly supply: Supply},
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<FoundBaseline> {
  const which = `the record of ${of} that commit ${commit.slice(0, 12)} has kept`;
  if ((await cacheStore.open(folder)).state !== 'whole') return nothingFound(`${which} is damaged`);
  try {
    return {baseline: await readBaseline(folder, supply, deps), notices: []};
  } catch (error) {
    const message = `The${which.slice('the'.length)} is not used: ${errorMessage(error)}`;
    return nothingFound(`${which} cannot be read`, [{from: 'baseline', message}]);
  }
}
