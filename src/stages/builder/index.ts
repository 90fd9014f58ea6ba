/** The builder: the one that is asked for or current where it can export layouts, else one of our own. */
import {join} from 'node:path';
import {
  createBuilder,
  forgetBuilder,
  inspectBuilder,
  registryMirrors,
  type BuilderCall,
} from '../../clients/builders.ts';
import type {Deps} from '../../deps.ts';
import {
  BUILDKIT_IMAGE,
  canExport,
  containerBuilder,
  type InspectedBuilder,
} from '../../domain/build/builder.ts';
import {isInJob} from '../../domain/keep/event-commits.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import type {Notice} from '../../domain/notice.ts';
import {ToolError} from '../../errors.ts';
import {ownProperty} from '../../domain/own-property.ts';
import type {Inputs} from '../../inputs.ts';
import {engineBuilder, PAUSES_SECONDS, startBuilder, untilStarted} from './start.ts';

/** The one that is kept between runs. */
const KEPT_NAME = 'plimsoll';

export interface Builder {
  /** Undefined: it cannot be asked, and bake says why. */
  readonly found: InspectedBuilder | undefined;
  /** For every `docker buildx` that builds or asks about builds. */
  readonly args: readonly string[];
  readonly notices: readonly Notice[];
}

export interface BuilderRequest {
  readonly inputs: Pick<Inputs, 'builder' | 'keepBuilder' | 'buildkitImage'>;
  readonly cwd: string;
  /** Between two attempts at pulling BuildKit; for tests. */
  readonly pausesSeconds?: readonly number[] | undefined;
}

/** @throws {ToolError} when the builder that is asked for cannot do it, or none could be made */
export async function findBuilder(ask: BuilderRequest, deps: Deps): Promise<Builder> {
  const {builder} = ask.inputs;
  const call = {deps, cwd: ask.cwd};
  const found = await inspectBuilder(call, builder);
  const chosen = ownProperty(deps.workflow.env, 'BUILDX_BUILDER') ?? '';
  if (
    !isKnown(found) &&
    builder === undefined &&
    chosen !== '' &&
    /no builder ".*" found/.test(found.unable)
  )
    return refuse(chosen, found.unable, 'the variable BUILDX_BUILDER');
  if (!isKnown(found))
    return builder === undefined
      ? {found: undefined, args: [], notices: []}
      : refuse(builder, found.unable);
  const started = canExport(found.value)
    ? await startBuilder(found.value, call, ask.pausesSeconds)
    : found;
  if (builder !== undefined) return askedBuilder(builder, started);
  if (!isKnown(started)) return otherBuilder(found.value, {call, why: started.unable});
  if (canExport(started.value)) return using(started.value, []);
  return ownBuilder(ask, started.value, call);
}

/** The current one cannot be started; nobody has asked for it by name. */
async function otherBuilder(
  {facts: {name, driver}}: InspectedBuilder,
  {call, why}: {readonly call: BuilderCall; readonly why: string},
): Promise<Builder> {
  const words = `The builder ${name} could not be started (driver ${driver}: ${why})`;
  const other = await engineBuilder(call);
  if (other === undefined) {
    const advice = `and the engine's own builder cannot do what is needed either. Name another with the input builder, or leave the choice to Plimsoll: docker buildx rm ${name}`;
    throw new ToolError('buildx', `${words}, ${advice}.`);
  }
  const message = `${words}; the engine's own builder ${other.facts.name} (driver docker) can do what is needed and is used instead.`;
  call.deps.log.untrusted(message);
  return using(other, [{from: 'builder', message}]);
}

function refuse(name: string, why: string, by = 'the input builder'): never {
  const words = `The builder ${name}, which ${by} names, cannot be used: ${why}. docker buildx ls lists those that are there.`;
  throw new ToolError('buildx', words);
}

function askedBuilder(name: string, found: Known<InspectedBuilder>): Builder {
  if (!isKnown(found)) return refuse(name, found.unable);
  if (canExport(found.value)) return using(found.value, []);
  const words = `The builder ${name}, which the input builder names, cannot export OCI layouts (driver ${found.value.facts.driver}). Leave the input out, and one that can is made, or make one: docker buildx create --driver docker-container.`;
  throw new ToolError('buildx', words);
}

function using(found: InspectedBuilder, notices: readonly Notice[]): Builder {
  return {found, args: [`--builder=${found.facts.name}`], notices};
}

async function ownBuilder(
  ask: BuilderRequest,
  current: InspectedBuilder,
  call: BuilderCall,
): Promise<Builder> {
  const {deps} = call;
  const isKept = !isInJob(deps.workflow) || ask.inputs.keepBuilder;
  const name = isKept ? KEPT_NAME : `${KEPT_NAME}-${deps.runId}`;
  const there = isKept ? await inspectBuilder(call, name) : undefined;
  const notices = isKept ? [keptNotice(name)] : [];
  if (there !== undefined && isKnown(there) && canExport(there.value))
    return using(there.value, notices);
  if (!isKept) deps.cleanup.own({kind: 'builder', name, life: 'job'});
  deps.log.line(
    `The builder ${current.facts.name} (driver ${current.facts.driver}) cannot export OCI layouts; making the container builder ${name}.`,
  );
  return using(await makeAndAsk({...ask, name, current}, call), notices);
}

/**
 * A container builder beside the one that is in use, for the rest of the job.
 * @throws {ToolError} when it could not be made
 */
export async function freshBuilder(
  ask: BuilderRequest,
  current: InspectedBuilder | undefined,
  deps: Deps,
): Promise<Builder> {
  const name = `${KEPT_NAME}-${deps.runId}-fresh`;
  deps.cleanup.own({kind: 'builder', name, life: 'job'});
  return using(await makeAndAsk({...ask, name, current}, {deps, cwd: ask.cwd}), []);
}

async function makeAndAsk(making: NewBuilder, call: BuilderCall): Promise<InspectedBuilder> {
  const {name} = making;
  await makeBuilder(making, call);
  const made = await inspectBuilder(call, name);
  if (isKnown(made)) return made.value;
  throw new ToolError(
    'buildx',
    `The builder ${name} was made and cannot be asked: ${made.unable}.`,
  );
}

function keptNotice(name: string): Notice {
  const message = `The container builder ${name} is kept for the next run; docker buildx rm ${name} removes it.`;
  return {from: 'builder', message};
}

interface NewBuilder extends BuilderRequest {
  readonly name: string;
  readonly current: InspectedBuilder | undefined;
}

async function makeBuilder(
  {name, current, inputs, pausesSeconds = PAUSES_SECONDS}: NewBuilder,
  call: BuilderCall,
): Promise<void> {
  const {deps} = call;
  const image = inputs.buildkitImage ?? BUILDKIT_IMAGE;
  const {options, config} = containerBuilder(image, await registryMirrors(call));
  const configFile = config === undefined ? undefined : await writeConfig(config, deps);
  const attempt = async (): Promise<Known<undefined>> => {
    const made = await createBuilder(call, {name, options, configFile});
    if (!isKnown(made)) await forgetBuilder(call, name);
    return made;
  };
  const made = await untilStarted(attempt, {pausesSeconds, deps});
  if (!isKnown(made)) throw new ToolError('buildx', failure(current, {image, reason: made.unable}));
}

function failure(
  current: InspectedBuilder | undefined,
  {image, reason}: {readonly image: string; readonly reason: string},
): string {
  return `This engine cannot export OCI layouts${current === undefined ? '' : ` (driver ${current.facts.driver})`}, and a container builder could not be started from ${image}: ${reason}. There are three ways out: name an image that can be pulled with the input buildkit-image, make a builder yourself (docker buildx create --use --driver docker-container), or switch on the engine's containerd image store ("features": {"containerd-snapshotter": true} in its daemon.json).`;
}

async function writeConfig(config: string, deps: Pick<Deps, 'files'>): Promise<string> {
  const folder = await deps.files.makeTemporary('plimsoll-builder', 'run');
  const path = join(folder, 'buildkitd.toml');
  await deps.files.write(path, config);
  return path;
}
