/** What outlives a run and makes the next one quick (architecture.md section 3, `keep`). */
import type {Deps} from '../../deps.ts';
import type {Examined} from '../../domain/examined/examined.ts';
import type {Layout} from '../../domain/layout.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {isKnown} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {Notice} from '../../domain/notice.ts';
import type {RunRecord} from '../../domain/record/schema.ts';
import type {Inputs} from '../../inputs.ts';
import {readBaseline} from './baseline.ts';
import type {Supply} from '../scan/supply.ts';
import {openBlobCache, NO_BLOB_CACHE, type BlobCache} from '../cache/blob-cache.ts';
import {findLayers, type KeptLayers} from './layers.ts';
import {nothingFound, NOTHING_KEPT, type FoundBaseline} from './read-kept.ts';
import {findRecords, leaveRecords} from './records.ts';
import {findRights, rightsNotices, type Rights} from '../cache/rights.ts';
import {makeCacheStore, type CacheStore} from '../cache/cache-store.ts';

export interface KeepingRequest {
  readonly inputs: Pick<Inputs, 'trivy' | 'baseline' | 'token'>;
  readonly plan: Pick<Plan, 'images' | 'checkout'>;
  readonly store: Store;
}

/** What this run may use of what outlives it. */
export interface Store {
  readonly rights: Promise<Rights>;
  readonly cacheStore: CacheStore;
}

/** Before the plan: what the scanner needs is looked for at once. */
export function openStore(
  inputs: Pick<Inputs, 'workdir' | 'cacheTimeoutSeconds'>,
  deps: Deps,
): Store {
  const rights = findRights(inputs, deps);
  return {rights, cacheStore: makeCacheStore(rights, inputs.cacheTimeoutSeconds, deps)};
}

export interface Keeping {
  /**
   * What this run is compared with. The record of a file is read at once; one of the cache service is
   * awaited where it is used, and its want is a notice.
   * @throws {UserError} when the file is no record
   */
  readonly baseline: (supply: Supply) => Promise<() => Promise<FoundBaseline>>;
  readonly layersOf: (image: ImageId) => Promise<KeptLayers | undefined>;
  readonly blobs: BlobCache;
  /** Of every image that was read and scanned. Gives what the reader is told of it. Never rejects. */
  readonly save: (images: readonly Examined[], made: Made) => Promise<readonly Notice[]>;
}

interface Made {
  readonly record: RunRecord;
  readonly layouts: readonly Layout[];
}

/** Starts at once to look for what earlier runs have kept. */
export function startKeeping({inputs, plan, store}: KeepingRequest, deps: Deps): Keeping {
  const {rights, cacheStore} = store;
  const trivy = inputs.trivy.path === undefined ? inputs.trivy.version : 'own';
  const images = plan.images.map(({id}) => id);
  const layersOf = findLayers({images, trivy, cacheStore}, deps);
  // The cache service is too small for them, and slower than the builder.
  const blobs = deps.cache === undefined ? openBlobCache(cacheStore, deps) : NO_BLOB_CACHE;
  return {
    baseline: async (supply) => {
      if (inputs.baseline?.kind === 'file') {
        const baseline = await readBaseline(inputs.baseline.path, supply, deps);
        return () => Promise.resolve({baseline, notices: []});
      }
      if (inputs.baseline === undefined) return () => Promise.resolve(unasked(deps));
      const {token} = inputs;
      const ask = {cacheStore, rights, images, checkout: plan.checkout, supply, token};
      const found = findRecords(ask, deps);
      return () => found;
    },
    layersOf,
    blobs,
    save: async (examined, {record, layouts}) => {
      const layers = examined.map(async ({image, facts, scanned}) => {
        if (!isKnown(facts) || !isKnown(scanned.facts)) return;
        await (await layersOf(image.id))?.save(facts.value.layers);
      });
      const kept = leaveRecords({cacheStore, rights}, {record, images: examined}, deps);
      await Promise.all([...layers, leaveBlobs(blobs, examined, layouts)]);
      const said = await kept;
      await cacheStore.end();
      return [...(await rightsNotices(rights, deps)), ...said, ...cacheStore.notices()];
    },
  };
}

/** On a laptop nobody deceives anybody, and a baseline is asked for by name. */
function unasked({workflow}: Pick<Deps, 'workflow'>): FoundBaseline {
  return workflow.invocation === 'command'
    ? NOTHING_KEPT
    : nothingFound('the input baseline is none');
}

async function leaveBlobs(
  blobCache: BlobCache,
  examined: readonly Examined[],
  layouts: readonly Layout[],
): Promise<void> {
  const left = layouts.map(async ({image: {id}, path}) => {
    const facts = examined.find(({image}) => image.id === id)?.facts;
    if (facts === undefined || !isKnown(facts)) return;
    await blobCache.save(id, {path, layers: facts.value.layers});
  });
  await Promise.all(left);
}
