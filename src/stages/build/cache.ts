/** Settles before the build which cache it uses: what cannot work is not tried, and that is said. */
import {join} from 'node:path';
import {definitionArgs} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import {cacheArgs, GHA, type CacheArgs} from '../../domain/build/cache.ts';
import {cacheScope} from '../../domain/image-id.ts';
import {isInJob} from '../../domain/keep/event-commits.ts';
import {isKnown} from '../../domain/known.ts';
import {escapeTemplates} from '../../domain/plan/escape-templates.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {Notice} from '../../domain/notice.ts';
import type {Inputs} from '../../inputs.ts';
import type {Rights} from '../cache/rights.ts';
import {ownProperty} from '../../domain/own-property.ts';

/** Threats.md rule 1: what the one bake gets that uses GitHub's cache. */
const TOKEN_NAMES = [
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_CACHE_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_SERVICE_V2',
];

export interface BuildCache extends CacheArgs {
  /** `gha`, or the type that was given; absent: none is used. */
  readonly kind?: string;
  /** What names the definition: a file of it as it was resolved, before there was a token. */
  readonly definition: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly notices: readonly Notice[];
}

export interface BuildCacheRequest {
  readonly plan: Plan;
  readonly inputs: Pick<Inputs, 'cache' | 'cacheWrite' | 'key'>;
  readonly rights: Promise<Rights>;
}

export async function prepareCache(
  ask: BuildCacheRequest,
  deps: Pick<Deps, 'cache' | 'files' | 'workflow'>,
): Promise<BuildCache> {
  const {plan, inputs} = ask;
  const none: BuildCache = {
    from: [],
    to: [],
    env: {},
    notices: [],
    definition: await resolvedArgs(plan, deps),
  };
  const {cache} = inputs;
  if (cache.kind === 'off') return none;
  if (cache.kind === 'given') {
    const args = cacheArgs(targetsOf(ask), cache.fields);
    const to = inputs.cacheWrite === 'never' || !(await mayWrite(ask, deps)) ? [] : args.to;
    return {...none, ...args, to, kind: cache.fields.get('type') ?? ''};
  }
  if (cache.kind === 'auto' && deps.cache === undefined) return none;
  const service = (await ask.rights).cache;
  if (isKnown(service)) return {...none, ...(await githubCache(ask, deps))};
  // Where the job has a service, why it is not used is said for all who would use it.
  if (deps.cache !== undefined || cache.kind === 'auto') return none;
  const message = `The input cache is gha, and the cache service of GitHub Actions is not used: ${service.unable}.`;
  return {...none, notices: [{from: 'cache', message}]};
}

/** Nothing in it is a variable any more, and no other file is named: the files are read once, in plan. */
async function resolvedArgs(
  {definition, resolved}: Plan,
  deps: Pick<Deps, 'files'>,
): Promise<readonly string[]> {
  const folder = await deps.files.makeTemporary('plimsoll-bake', 'run');
  const file = join(folder, 'resolved.json');
  await deps.files.write(file, escapeTemplates(resolved));
  return definitionArgs({...definition, files: [file], set: []});
}

async function githubCache(
  ask: BuildCacheRequest,
  deps: Pick<Deps, 'workflow'>,
): Promise<Omit<BuildCache, 'notices' | 'definition'>> {
  const args = cacheArgs(targetsOf(ask), GHA);
  const {env} = deps.workflow;
  const given = TOKEN_NAMES.flatMap((name) => {
    const value = ownProperty(env, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    kind: 'gha',
    env: Object.fromEntries(given),
    from: args.from,
    to: (await mayWrite(ask, deps)) ? args.to : [],
  };
}

/** Of each image its own; what the definition itself says of a target's cache goes before ours. */
function targetsOf({plan, inputs}: BuildCacheRequest): Parameters<typeof cacheArgs>[0] {
  const targets = [...new Set(plan.images.map(({target}) => target))];
  return targets
    .filter((target) => !plan.cachedTargets.includes(target))
    .map((target) => {
      const platforms = plan.images.flatMap((image) =>
        image.target === target ? [image.platform] : [],
      );
      return {target, scope: cacheScope({key: inputs.key, name: target, platforms})};
    });
}

/** A run outside of Actions is nobody's but its user's. */
async function mayWrite(
  {inputs, rights}: BuildCacheRequest,
  {workflow}: Pick<Deps, 'workflow'>,
): Promise<boolean> {
  if (inputs.cacheWrite !== 'default-branch') return inputs.cacheWrite === 'always';
  return !isInJob(workflow) || isKnown((await rights).writing);
}
