/** Starts a container and asks the engine until it is known how its image does. */
import {
  inspectContainer,
  readContainerLog,
  startContainer,
  type EngineCall,
} from '../../../clients/containers.ts';
import {findServer} from '../../../clients/docker.ts';
import {lastLines} from '../../../domain/health/lines.ts';
import type {HealthTimeout} from '../../../domain/health/health-timeout.ts';
import type {RunningHealth} from '../../../domain/health/running.ts';
import {
  isCommandMissing,
  isForeignProgram,
  type ContainerState,
} from '../../../domain/health/state.ts';
import {isKnown, known, unable, type Known} from '../../../domain/known.ts';

const POLL_SECONDS = 0.1;
const LOG_LINES = 50;

export interface AwaitRequest {
  /** Of a container that was made. */
  readonly name: string;
  readonly platform: string;
  readonly timeout: HealthTimeout;
}

export async function awaitHealth(
  call: EngineCall,
  ask: AwaitRequest,
): Promise<Known<RunningHealth>> {
  const {clock} = call.deps;
  const begin = clock.seconds();
  const passed = (): number => Math.round((clock.seconds() - begin) * 10) / 10;
  const started = await startContainer(call, ask.name);
  if (!isKnown(started)) return notStarted(call, ask, started.unable);
  for (;;) {
    const state = await inspectContainer(call, ask.name);
    const seconds = passed();
    if (!isKnown(state)) return unable(`The image could not be awaited: ${state.unable}.`);
    if (state.value.phase === 'healthy') return known({status: 'healthy', seconds});
    if (state.value.phase === 'ended') return ended(call, ask, {state: state.value, seconds});
    const most = state.value.isCheckMissing ? ask.timeout.withoutCheckSeconds : ask.timeout.seconds;
    if (seconds >= most) return unwell(call, ask, {state: state.value, seconds});
    await clock.sleep(POLL_SECONDS, call.deps.signal);
  }
}

interface ObservedState {
  readonly state: ContainerState;
  readonly seconds: number;
}

/** A command that the image does not have is the image's mistake; all else is the engine's. */
async function notStarted(
  call: EngineCall,
  ask: AwaitRequest,
  reason: string,
): Promise<Known<RunningHealth>> {
  const state = await inspectContainer(call, ask.name);
  if (isKnown(state) && isCommandMissing(state.value))
    return ended(call, ask, {state: state.value, seconds: 0});
  if (isForeignProgram([reason])) {
    const foreign = await foreignPlatform(call, ask.platform);
    if (foreign !== undefined) return unable(foreign);
  }
  return unable(`The engine could not start the image: ${reason}.`);
}

async function ended(
  call: EngineCall,
  {name, platform}: AwaitRequest,
  {state, seconds}: ObservedState,
): Promise<Known<RunningHealth>> {
  const log = await readContainerLog(call, {name, lines: LOG_LINES});
  const output = lastLines(state.error === '' ? log : [...log, state.error]);
  if (isForeignProgram(output)) {
    const foreign = await foreignPlatform(call, platform);
    if (foreign !== undefined) return unable(foreign);
  }
  const {exitCode, outOfMemory, check = []} = state;
  return known({status: 'exited', exitCode, outOfMemory, seconds, check, output});
}

async function unwell(
  call: EngineCall,
  {name}: AwaitRequest,
  {state, seconds}: ObservedState,
): Promise<Known<RunningHealth>> {
  const output = lastLines(await readContainerLog(call, {name, lines: LOG_LINES}));
  const {check, isCheckMissing} = state;
  const status = check === undefined ? 'starting' : 'unhealthy';
  return known({status, isCheckMissing, seconds, check: check ?? [], output});
}

/** Why an image for another processor does not run; undefined for the engine's own. */
async function foreignPlatform(call: EngineCall, platform: string): Promise<string | undefined> {
  const server = await findServer(call.deps, call.cwd);
  if (!isKnown(server) || processorOf(server.value.platform) === processorOf(platform))
    return undefined;
  return `The engine runs ${server.value.platform} and cannot start an image for ${platform}: set up emulation for it (QEMU), or ask for a health check that is declared only.`;
}

/** `linux/arm/v7` -> `linux/arm`. */
function processorOf(platform: string): string {
  return platform.split('/').slice(0, 2).join('/');
}
