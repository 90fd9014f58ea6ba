/** An image that a damaged layer of an earlier build has spoilt is exported once more, in the same run. */
import type {BuildFacts} from '../../domain/build/facts.ts';
import type {Examined} from '../../domain/examined/examined.ts';
import {damageNotice} from '../cache/cache-store.ts';
import {NO_BLOB_CACHE} from '../cache/blob-cache.ts';
import {build} from './index.ts';
import {type BuildCall} from './build-call.ts';

/** @param examine gives all images as they were read; those that are exported again, anew */
export async function rebuildDamaged(
  call: BuildCall,
  built: BuildFacts,
  examine: (built: BuildFacts) => Promise<readonly Examined[]>,
): Promise<BuildFacts> {
  const {plan, blobs} = call;
  const unread = (await examine(built)).filter(({state}) => state === 'unreadable');
  const targets = new Set(unread.map(({image}) => image.target));
  const images = plan.images.filter(({target}) => targets.has(target));
  const damages = await Promise.all(images.map(({id}) => blobs.findDamage(id)));
  const damaged = damages.filter((path) => path !== undefined);
  if (damaged.length === 0) return built;
  const notices = damaged.map(damageNotice);
  for (const {message} of notices) call.deps.log.untrusted(message);
  const again = await build({...call, plan: {...plan, images}, blobs: NO_BLOB_CACHE});
  const renewed = new Set(again.layouts.map(({image}) => image.id));
  return {
    ...built,
    layouts: [...built.layouts.filter(({image}) => !renewed.has(image.id)), ...again.layouts],
    notices: [...built.notices, ...notices],
  };
}
