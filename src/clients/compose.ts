import {z} from 'zod';
import type {Deps} from '../deps.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {endingOf} from './tool.ts';
import {dictionary} from '../domain/own.ts';

const serviceSchema = z.looseObject({
  user: z.string().optional(),
  healthcheck: z
    .looseObject({
      disable: z.boolean().optional(),
      test: z.union([z.string(), z.array(z.string())]).optional(),
    })
    .optional(),
});
export type ComposeService = z.infer<typeof serviceSchema>;

const configSchema = z.object({services: dictionary(serviceSchema).optional()});

/** Services by name, as compose resolves them. What it holds is used and not kept (threats.md rule 3). */
export async function readServices(
  deps: Deps,
  ask: {readonly files: readonly string[]; readonly cwd: string},
): Promise<Known<Readonly<Record<string, ComposeService>>>> {
  const result = await deps.exec.run('docker', {
    args: ['compose', ...ask.files.flatMap((file) => ['-f', file]), 'config', '--format', 'json'],
    cwd: ask.cwd,
    deadlineSeconds: 60,
  });
  if (result.ended !== 'exit' || result.exitCode !== 0) return unable(endingOf(result));
  try {
    return known(configSchema.parse(JSON.parse(result.stdout)).services ?? {});
  } catch {
    return unable('its output has a form that is not known');
  }
}
