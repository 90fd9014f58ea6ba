/** A layer that an earlier run has read is looked up, and its blob held to its digest; others are read. */
import type {Deps} from '../../deps.ts';
import type {Descriptor} from '../../domain/image/manifest.ts';
import {BadLayer, readLayer, type LayerSource, type ReadLayer} from './layer.ts';
import {plainLayer} from './plain-view.ts';
import type {LayerCache} from './layer-cache.ts';

export interface FoundLayer extends Pick<ReadLayer, 'facts' | 'entries'> {
  /** What the scanner is given of it; undefined when its plain tar could not be written. */
  readonly view?: Descriptor;
}

/** @throws {BadLayer} as `readLayer` does */
export async function findLayer(
  source: LayerSource,
  layerCache: LayerCache | undefined,
  deps: Pick<Deps, 'files' | 'signal'>,
): Promise<FoundLayer> {
  const {path, descriptor, diffId} = source;
  const kept = await layerCache?.take({digest: descriptor.digest, diffId});
  if (kept?.facts.downloadBytes === descriptor.size) {
    const found = `sha256:${await deps.files.sha256(path)}`;
    if (found !== descriptor.digest)
      throw new BadLayer(
        `the digest of layer ${descriptor.digest} is ${found}, and the image says ${descriptor.digest}`,
      );
    source.budget.take(kept.facts.unpackedBytes, descriptor.digest);
    return {...kept, view: descriptor};
  }
  const {facts, entries, tarBytes, isCopied} = await readLayer(source, deps);
  layerCache?.put({facts, entries});
  return {facts, entries, ...(isCopied && {view: plainLayer(diffId, tarBytes)})};
}
