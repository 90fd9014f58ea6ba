/** Manifest and config as skopeo reads them from the layout, and as crane has them from a registry. */
import {z} from 'zod';
import {sha256, type Subject} from '../subject.ts';
import type {Finding} from '../row.ts';
import {run} from '../tools.ts';

const inspectedSchema = z.object({Digest: z.string()});
const manifestSchema = z.object({layers: z.array(z.object({size: z.int()}))});
const configSchema = z.object({
  os: z.string(),
  architecture: z.string(),
  variant: z.string().optional(),
  config: z
    .object({
      User: z.string().optional(),
      Healthcheck: z.object({Test: z.array(z.string()).optional()}).optional(),
    })
    .optional(),
});

function downloadBytes(manifest: Buffer): number {
  const {layers} = manifestSchema.parse(JSON.parse(manifest.toString()));
  return layers.reduce((sum, {size}) => sum + size, 0);
}

export async function bySkopeo({layout, view, figures}: Subject): Promise<readonly Finding[]> {
  const inspect = (...args: readonly string[]): Promise<Buffer> =>
    run({program: 'skopeo', args: ['inspect', ...args]});
  // Of the layout as it was built: which of its manifests is the image, skopeo finds out by itself.
  const inspected = inspectedSchema.parse(JSON.parse((await inspect(`oci:${layout}`)).toString()));
  const config = await inspect('--config', '--raw', `oci:${layout}`);
  return [
    {figure: 'digest', theirs: inspected.Digest, ours: figures.digest},
    {
      figure: 'download bytes',
      theirs: downloadBytes(await inspect('--raw', `oci:${view}:truth`)),
      ours: figures.downloadBytes,
    },
    {figure: 'config digest', theirs: sha256(config), ours: figures.configDigest},
  ];
}

export async function byCrane({view, figures}: Subject): Promise<readonly Finding[]> {
  const reference = `${registry()}/truth/${figures.digest.slice('sha256:'.length, 19)}:truth`;
  const ask = (command: string): Promise<Buffer> =>
    run({program: 'crane', args: [command, '--insecure', reference]});
  await run({
    program: 'crane',
    args: ['push', '--insecure', '--allow-nondistributable-artifacts', view, reference],
  });
  const config = await ask('config');
  return [
    {figure: 'digest', theirs: (await ask('digest')).toString().trim(), ours: figures.digest},
    {
      figure: 'download bytes',
      theirs: downloadBytes(await ask('manifest')),
      ours: figures.downloadBytes,
    },
    {figure: 'config digest', theirs: sha256(config), ours: figures.configDigest},
    ...configFindings(configSchema.parse(JSON.parse(config.toString())), figures),
  ];
}

function configFindings(
  {os, architecture, variant, config}: z.infer<typeof configSchema>,
  figures: Subject['figures'],
): readonly Finding[] {
  const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
  return [
    {figure: 'platform', theirs: parts.join('/'), ours: figures.platform},
    {figure: 'user', theirs: config?.User ?? '', ours: figures.user},
    {
      figure: 'health check',
      theirs: (config?.Healthcheck?.Test ?? []).join(' '),
      ours: figures.healthcheck.join(' '),
    },
  ];
}

function registry(): string {
  const address = process.env['PLIMSOLL_LAB_REGISTRY'];
  if (address === undefined) throw new Error('The lab has no registry: run lab/up.');
  return address;
}
