/** A builder that is there and does not run yet is started here, and not by bake: what cannot be pulled is tried again. */
import {
  bootBuilder,
  contextName,
  inspectBuilder,
  type BuilderCall,
} from '../../clients/builders.ts';
import type {Deps} from '../../deps.ts';
import {
  canExport,
  isTransientRegistryError,
  type InspectedBuilder,
} from '../../domain/build/builder.ts';
import {isKnown, unable, type Known} from '../../domain/known.ts';

export const PAUSES_SECONDS = [2, 8];

export interface Starting {
  /** Between two attempts at pulling BuildKit. */
  readonly pausesSeconds: readonly number[];
  readonly deps: Deps;
}

/** Registries have limits and bad minutes: after such a failure an attempt is made again. */
export async function untilStarted(
  attempt: () => Promise<Known<undefined>>,
  {pausesSeconds, deps}: Starting,
): Promise<Known<undefined>> {
  let last: Known<undefined> = unable('it was not tried');
  for (const pause of [...pausesSeconds, undefined]) {
    last = await attempt();
    if (isKnown(last) || pause === undefined || !isTransientRegistryError(last.unable)) break;
    deps.log.untrusted(
      `The builder could not be started (${last.unable}); trying again in ${pause} s.`,
    );
    await deps.clock.sleep(pause, deps.signal);
  }
  return last;
}

/** The same builder, running; `unable` with how docker ended. */
export async function startBuilder(
  found: InspectedBuilder,
  call: BuilderCall,
  pausesSeconds: readonly number[] = PAUSES_SECONDS,
): Promise<Known<InspectedBuilder>> {
  const {name, driver} = found.facts;
  // The engine's own runs with it, and a bake says best that it does not.
  if (found.isRunning || driver === 'docker') return {value: found};
  const {deps} = call;
  const started = await untilStarted(() => bootBuilder(call, name), {pausesSeconds, deps});
  return isKnown(started) ? inspectBuilder(call, name) : started;
}

/** The engine's own builder, which needs no image; undefined where it cannot do what is needed. */
export async function engineBuilder(call: BuilderCall): Promise<InspectedBuilder | undefined> {
  const found = await inspectBuilder(call, await contextName(call));
  if (!isKnown(found) || found.value.facts.driver !== 'docker') return undefined;
  return found.value.isRunning && canExport(found.value) ? found.value : undefined;
}
