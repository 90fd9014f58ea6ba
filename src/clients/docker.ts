import {z} from 'zod';
import type {Deps} from '../deps.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {endingOf, isWell} from './tool.ts';

export interface ServerFacts {
  readonly version: string;
  /** `linux/amd64`, as OCI names it. */
  readonly platform: string;
}

const schema = z.object({Version: z.string(), Os: z.string(), Arch: z.string()});

/** Asks the engine who it is; `unable` when there is no docker client or no engine behind it. */
export async function findServer(deps: Deps, cwd: string): Promise<Known<ServerFacts>> {
  const result = await deps.exec.run('docker', {
    args: ['version', '--format', '{{json .Server}}'],
    cwd,
    deadlineSeconds: 30,
  });
  if (!isWell(result)) return unable(endingOf(result));
  try {
    const server = schema.parse(JSON.parse(result.stdout));
    return known({version: server.Version, platform: `${server.Os}/${server.Arch}`});
  } catch {
    return unable('the engine does not say its version in a form that is known');
  }
}
