import {z} from 'zod';
import type {Deps} from '../deps.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {listOf, orNothing} from '../domain/nothing.ts';
import {endingOf} from './tool.ts';
import {dictionary} from '../domain/own.ts';

const serviceSchema = z.looseObject({
  build: z.unknown().optional(),
  platform: orNothing(z.string()),
  profiles: listOf(z.string()),
  user: orNothing(z.string()),
  healthcheck: orNothing(
    z.looseObject({
      disable: orNothing(z.boolean()),
      test: orNothing(z.union([z.string(), z.array(z.string())])),
    }),
  ),
});
export type ComposeService = z.infer<typeof serviceSchema>;

const configSchema = z.object({services: orNothing(dictionary(serviceSchema))});

const buildSchema = z.looseObject({
  context: orNothing(z.string()),
  dockerfile: orNothing(z.string()),
  dockerfile_inline: orNothing(z.string()),
});

/** What a service builds from, where it builds. */
export function buildOf({build}: ComposeService): z.infer<typeof buildSchema> | undefined {
  return buildSchema.safeParse(build).data;
}

export interface ComposeAsk {
  /** Copies, in the folder `mirror`, which is taken out of all that is answered. */
  readonly files: readonly string[];
  readonly mirror: string;
  /** The folder of the first file itself. */
  readonly cwd: string;
}

/** Nothing is fetched for a definition, by nobody's `.env`: threats.md rule 13. */
const NO_REMOTES = {COMPOSE_EXPERIMENTAL_GIT_REMOTE: '0', COMPOSE_EXPERIMENTAL_OCI_REMOTE: '0'};

/** Services by name, as compose resolves them. What it holds is used and not kept (threats.md rule 3). */
export async function readServices(
  deps: Deps,
  ask: ComposeAsk,
): Promise<Known<Readonly<Record<string, ComposeService>>>> {
  const result = await deps.exec.run('docker', {
    args: [
      ...['compose', '--project-directory', ask.cwd],
      ...ask.files.flatMap((file) => ['-f', file]),
      // bake builds what is behind a profile too.
      ...['--profile', '*', 'config', '--format', 'json'],
    ],
    cwd: ask.cwd,
    addEnv: NO_REMOTES,
    deadlineSeconds: 60,
  });
  if (result.ended !== 'exit' || result.exitCode !== 0) {
    const stderr = result.stderr.replaceAll(ask.mirror, '');
    return unable(endingOf({...result, stderr}));
  }
  try {
    return known(configSchema.parse(JSON.parse(result.stdout)).services ?? {});
  } catch {
    return unable('its output has a form that is not known');
  }
}
