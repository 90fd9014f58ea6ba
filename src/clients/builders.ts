/** Builders of buildx: asked and made. Removing is the clean-up's. */
import {z} from 'zod';
import {orEmptyList} from '../domain/nullish-schemas.ts';
import type {Deps} from '../deps.ts';
import {parseInspection, type InspectedBuilder, type MadeBuilder} from '../domain/build/builder.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {describeEnding, hasSucceeded} from './tool.ts';

const INSPECT_SECONDS = 60;
const CREATE_SECONDS = 300;

export interface BuilderCall {
  readonly deps: Deps;
  readonly cwd: string;
}

/** @param name undefined: the one that bake would use */
export async function inspectBuilder(
  {deps, cwd}: BuilderCall,
  name?: string,
): Promise<Known<InspectedBuilder>> {
  const result = await deps.exec.run('docker', {
    // What it can do is told to those who debug.
    args: ['buildx', '--debug', 'inspect', ...(name === undefined ? [] : [name])],
    cwd,
    deadlineSeconds: INSPECT_SECONDS,
  });
  if (!hasSucceeded(result)) return unable(describeEnding(result));
  const found = parseInspection(result.stdout);
  return found === undefined
    ? unable('buildx describes it in a form that is not known')
    : known(found);
}

/** Starts one that is there; `unable` with how docker ended. */
export async function bootBuilder(
  {deps, cwd}: BuilderCall,
  name: string,
): Promise<Known<undefined>> {
  const args = ['buildx', 'inspect', '--bootstrap', name];
  const result = await deps.exec.run('docker', {args, cwd, deadlineSeconds: CREATE_SECONDS});
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

/** By which buildx also calls the builder of the engine itself. */
export async function contextName({deps, cwd}: BuilderCall): Promise<string> {
  const args = ['context', 'show'];
  const result = await deps.exec.run('docker', {args, cwd, deadlineSeconds: INSPECT_SECONDS});
  const name = result.stdout.trim();
  return hasSucceeded(result) && name !== '' ? name : 'default';
}

/** Makes a container builder and starts it; `unable` with how docker ended. */
export async function createBuilder(
  {deps, cwd}: BuilderCall,
  {
    name,
    options,
    configFile,
  }: Pick<MadeBuilder, 'options'> & {
    readonly name: string;
    readonly configFile: string | undefined;
  },
): Promise<Known<undefined>> {
  const result = await deps.exec.run('docker', {
    args: [
      ...['buildx', 'create', '--name', name, '--driver', 'docker-container', '--bootstrap'],
      ...options.map((option) => `--driver-opt=${option}`),
      ...(configFile === undefined ? [] : [`--buildkitd-config=${configFile}`]),
    ],
    cwd,
    deadlineSeconds: CREATE_SECONDS,
  });
  return hasSucceeded(result) ? known(undefined) : unable(describeEnding(result));
}

/** What is left of one that could not be started. Whether it was there is nobody's concern. */
export async function forgetBuilder({deps, cwd}: BuilderCall, name: string): Promise<void> {
  const args = ['buildx', 'rm', '--force', name];
  await deps.exec.run('docker', {args, cwd, deadlineSeconds: INSPECT_SECONDS});
}

const mirrorsSchema = orEmptyList(z.string());

/** Where the engine looks before Docker Hub: `http://127.0.0.1:5000/`. */
export async function registryMirrors({deps, cwd}: BuilderCall): Promise<readonly string[]> {
  const args = ['info', '--format', '{{json .RegistryConfig.Mirrors}}'];
  const result = await deps.exec.run('docker', {args, cwd, deadlineSeconds: INSPECT_SECONDS});
  try {
    return mirrorsSchema.parse(JSON.parse(result.stdout));
  } catch {
    return [];
  }
}
