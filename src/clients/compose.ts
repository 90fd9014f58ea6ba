import {z} from 'zod';
import type {Deps} from '../deps.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {orEmptyList, orUndefined} from '../domain/nullish-schemas.ts';
import {describeEnding} from './tool.ts';
import {dictionary} from '../domain/own-property.ts';

const serviceSchema = z.looseObject({
  build: z.unknown().optional(),
  platform: orUndefined(z.string()),
  profiles: orEmptyList(z.string()),
  user: orUndefined(z.string()),
  healthcheck: orUndefined(
    z.looseObject({
      disable: orUndefined(z.boolean()),
      test: orUndefined(z.union([z.string(), z.array(z.string())])),
    }),
  ),
});
export type ComposeService = z.infer<typeof serviceSchema>;

const configSchema = z.object({services: orUndefined(dictionary(serviceSchema))});

const buildSchema = z.looseObject({
  context: orUndefined(z.string()),
  dockerfile: orUndefined(z.string()),
  dockerfile_inline: orUndefined(z.string()),
});

/** What a service builds from, where it builds. */
export function serviceBuild({build}: ComposeService): z.infer<typeof buildSchema> | undefined {
  return buildSchema.safeParse(build).data;
}

export interface ComposeRequest {
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
  deps: Pick<Deps, 'exec'>,
  ask: ComposeRequest,
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
    return unable(describeEnding({...result, stderr}));
  }
  try {
    return known(configSchema.parse(JSON.parse(result.stdout)).services ?? {});
  } catch {
    return unable('its output has a form that is not known');
  }
}
