/** Starts an image, waits until its own health check says healthy, and takes it away again. */
import {randomBytes} from 'node:crypto';
import {
  createContainer,
  imageTags,
  loadImage,
  type EngineCall,
} from '../../../clients/containers.ts';
import type {Deps} from '../../../deps.ts';
import type {Layout} from '../../../domain/layout.ts';
import {createArgs} from '../../../domain/health/create-args.ts';
import {healthTimeout} from '../../../domain/health/health-timeout.ts';
import type {RunningOptions, RunningHealth} from '../../../domain/health/running.ts';
import {MOST_SILENT_SECONDS, silentSeconds} from '../../../domain/health/timing.ts';
import type {ImageFacts} from '../../../domain/image/facts.ts';
import {isKnown, known, unable, type Known} from '../../../domain/known.ts';
import {boundedVolumes, type BoundedVolume} from '../../../domain/health/volumes.ts';
import {cannotFail} from '../../../domain/policy/health-test/index.ts';
import {maskValues, valueOfVariable, valuesToMask} from '../../../domain/text/secrets.ts';
import {errorMessage} from '../../../errors.ts';
import {imageArchive} from './archive.ts';
import {awaitHealth} from './await.ts';
import {withOwned} from './with-owned.ts';
import {hasOnly, withVolumes} from './volumes.ts';

export interface HealthRequest {
  readonly layout: Layout;
  readonly facts: ImageFacts;
  readonly running: RunningOptions;
  /** Where docker runs. */
  readonly cwd: string;
}

/** `unable` when the engine could not be asked, or cannot run the image's platform. */
export async function findHealth(ask: HealthRequest, deps: Deps): Promise<Known<RunningHealth>> {
  const {declared, test = [], timing} = ask.facts.healthcheck;
  const isTrivial = cannotFail(test) || silentSeconds(timing) > MOST_SILENT_SECONDS;
  if (!declared || isTrivial) return known({status: 'not-started'});
  maskEnvironment(ask, deps);
  const {id} = ask.layout.image;
  const section = deps.log.task(`Start ${id} and wait for its health check`);
  deps.log.status(id, 'waiting to be healthy');
  try {
    const trying = deps.running.during(`health check of ${id}`, () => tryHealth(ask, deps));
    const health = masked(await trying, ask.running);
    for (const line of story(health)) section.untrusted(line);
    return health;
  } catch (error) {
    return unable(`The image could not be started: ${errorMessage(error)}.`);
  } finally {
    section.end();
    deps.log.status(id, '');
  }
}

/** A container may print its whole environment. */
function maskEnvironment({layout, facts}: HealthRequest, deps: Pick<Deps, 'secrets'>): void {
  const {dockerfileText} = layout.image;
  const values = facts.env.map(valueOfVariable);
  deps.secrets.add(valuesToMask(values, dockerfileText === undefined ? [] : [dockerfileText]));
}

/** What the policy gives it stays readable elsewhere: only what it says itself is masked. */
function masked(health: Known<RunningHealth>, {env}: RunningOptions): Known<RunningHealth> {
  if (!isKnown(health) || !('output' in health.value)) return health;
  const mask = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => maskValues(line, Object.values(env)));
  const {value} = health;
  return known({...value, check: mask(value.check), output: mask(value.output)});
}

function story(health: Known<RunningHealth>): readonly string[] {
  if (!isKnown(health)) return [health.unable];
  const {value} = health;
  if (value.status === 'not-started') return [];
  const end = `${value.status} after ${value.seconds.toFixed(1)} s`;
  if (value.status === 'healthy') return [end];
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  return [end, ...part('Its check says:', value.check), ...part('It says:', value.output)];
}

async function tryHealth(ask: HealthRequest, deps: Deps): Promise<Known<RunningHealth>> {
  const call: EngineCall = {deps, cwd: ask.cwd};
  const name = `plimsoll-${randomBytes(8).toString('hex')}`;
  const {configDigest} = ask.facts;
  // An image that the user has without any tag would go with our own; it is started as it is.
  if ((await imageTags(call, configDigest))?.length === 0)
    return runImage(ask, {call, name, image: configDigest});
  const image = `${name}:health`;
  return withOwned([{kind: 'image', name: image, life: 'run'}], deps, async () => {
    const archive = imageArchive({folder: ask.layout.path, facts: ask.facts, tag: image}, deps);
    const loaded = await loadImage(call, archive);
    return isKnown(loaded)
      ? runImage(ask, {call, name, image})
      : unable(`The image could not be loaded into the engine: ${loaded.unable}.`);
  });
}

interface Naming {
  readonly call: EngineCall;
  /** Of the container. */
  readonly name: string;
  /** What the engine knows the image by. */
  readonly image: string;
}

async function runImage(ask: HealthRequest, naming: Naming): Promise<Known<RunningHealth>> {
  const {call, name} = naming;
  const {running, facts} = ask;
  const volumes = boundedVolumes({
    declared: facts.volumes ?? [],
    writable: running.writable,
    name,
    runId: call.deps.runId,
  });
  return isKnown(volumes)
    ? withVolumes({call, name, volumes: volumes.value}, () => runWith(volumes.value, ask, naming))
    : unable(`The image is not started: ${volumes.unable}.`);
}

function runWith(
  volumes: readonly BoundedVolume[],
  {facts, running}: HealthRequest,
  {call, name, image}: Naming,
): Promise<Known<RunningHealth>> {
  const {deps} = call;
  const {platform, env: imageEnv} = facts;
  return withOwned([{kind: 'container', name, life: 'run'}], deps, async () => {
    const {runId} = deps;
    const args = createArgs({name, runId, image, platform, imageEnv, running, volumes});
    const made = await createContainer(call, args);
    if (!isKnown(made)) return unable(`The engine could not start the image: ${made.unable}.`);
    const bounded = await hasOnly(call, {name, volumes});
    if (!isKnown(bounded)) return unable(`The image is not started: ${bounded.unable}.`);
    const timeout = healthTimeout(facts.healthcheck.timing ?? {});
    return awaitHealth(call, {name, platform, timeout});
  });
}
