/** What outlives a run and makes the next one quick (design.md section 3, `keep`). */
import type {Deps} from '../../deps.ts';
import type {Examined} from '../../domain/examined.ts';
import type {ImageId} from '../../domain/image-id.ts';
import {isKnown} from '../../domain/known.ts';
import type {Notice, Plan} from '../../domain/plan.ts';
import type {Inputs} from '../../inputs.ts';
import {findLayers, type KeptLayers} from './layers.ts';
import {findRights} from './rights.ts';
import {KEEP_LIMITS, makeShelter, type KeepLimits} from './shelter.ts';

export interface KeepingAsk {
  readonly inputs: Pick<Inputs, 'trivy'>;
  readonly plan: Pick<Plan, 'images' | 'workdir'>;
}

export interface Keeping {
  readonly layersOf: (image: ImageId) => Promise<KeptLayers | undefined>;
  /** Of every image that was read and scanned. Never rejects. */
  readonly leaveLayers: (images: readonly Examined[]) => Promise<void>;
  readonly notices: () => readonly Notice[];
}

/** Starts at once to look for what earlier runs have kept. */
export function startKeeping(
  {inputs, plan}: KeepingAsk,
  deps: Deps,
  limits: KeepLimits = KEEP_LIMITS,
): Keeping {
  const shelter = makeShelter(findRights(plan.workdir, deps), limits, deps);
  const trivy = inputs.trivy.path === undefined ? inputs.trivy.version : 'own';
  const images = plan.images.map(({id}) => id);
  const layersOf = findLayers({images, trivy, shelter}, deps);
  return {
    layersOf,
    leaveLayers: async (examined) => {
      await Promise.all(
        examined.map(async ({image, facts, scanned}) => {
          if (!isKnown(facts) || !isKnown(scanned.facts)) return;
          await (await layersOf(image.id))?.leave(facts.value.layers);
        }),
      );
    },
    notices: shelter.notices,
  };
}
