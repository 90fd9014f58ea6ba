/** An OCI layout's documents, checked: OCI image specification 1.1, and Docker's own media types. Pure. */
import {posix} from 'node:path';
import {z} from 'zod';
import {defined} from '../defined.ts';
import {orEmptyList, orUndefined} from '../nullish-schemas.ts';
import {dictionary} from '../own-property.ts';
import type {HealthcheckFacts, HealthTiming} from './facts.ts';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const MOST_ENTRIES = 1000;

export const descriptorSchema = z.looseObject({
  mediaType: z.string().optional(),
  digest,
  size: z.int().nonnegative(),
  urls: orUndefined(z.array(z.string())),
  annotations: orUndefined(dictionary(z.string())),
  platform: z
    .looseObject({os: z.string(), architecture: z.string(), variant: z.string().optional()})
    .optional(),
});
export type Descriptor = z.infer<typeof descriptorSchema>;

export const indexSchema = z.looseObject({manifests: orEmptyList(descriptorSchema, MOST_ENTRIES)});

export const manifestSchema = z.looseObject({
  config: descriptorSchema,
  layers: orEmptyList(descriptorSchema, MOST_ENTRIES),
});

const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

export function isIndex(descriptor: Descriptor): boolean {
  return INDEX_TYPES.includes(descriptor.mediaType ?? '');
}

export function isAttestation(descriptor: Descriptor): boolean {
  return descriptor.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
}

export const configSchema = z.looseObject({
  os: z.string(),
  architecture: z.string(),
  variant: z.string().optional(),
  rootfs: z.looseObject({diff_ids: orEmptyList(digest, MOST_ENTRIES)}),
  config: z
    .looseObject({
      User: z.string().nullish(),
      Env: z.array(z.string()).nullish(),
      Volumes: dictionary(z.unknown()).nullish(),
      Healthcheck: z
        .looseObject({
          Test: z.array(z.string()).nullish(),
          StartPeriod: z.number().nullish().catch(undefined),
          Interval: z.number().nullish().catch(undefined),
          Timeout: z.number().nullish().catch(undefined),
          Retries: z.number().nullish().catch(undefined),
        })
        .nullish(),
    })
    .nullish(),
});
export type ImageConfig = z.infer<typeof configSchema>;

/**
 * The engine knows `CMD` and `CMD-SHELL`, spelt so and with something behind; `["CMD"]` alone ends its
 * daemon when the image is started. An empty test inherits, and in a config nothing is left to inherit.
 */
export function parseHealthcheck(config: ImageConfig): HealthcheckFacts {
  const test = config.config?.Healthcheck?.Test ?? [];
  if (test.length === 0) return {declared: false};
  const timing = timingOf(config.config?.Healthcheck ?? {});
  const [kind, ...command] = test;
  const declared = (kind === 'CMD' || kind === 'CMD-SHELL') && command.length > 0;
  return {declared, test, ...defined({timing})};
}

type Declared = NonNullable<NonNullable<ImageConfig['config']>['Healthcheck']>;

/** A config counts nanoseconds; 0 stands for what the engine takes by itself. */
function timingOf(declared: Partial<Declared>): HealthTiming | undefined {
  const said = (value: number | null | undefined): number | undefined =>
    value !== null && value !== undefined && value > 0 ? value : undefined;
  const {StartPeriod, Interval, Timeout} = declared;
  const [start, interval, timeout] = [said(StartPeriod), said(Interval), said(Timeout)];
  const retries = said(declared.Retries);
  const timing = {
    ...(start !== undefined && {startPeriodSeconds: start / 1e9}),
    ...(interval !== undefined && {intervalSeconds: interval / 1e9}),
    ...(timeout !== undefined && {timeoutSeconds: timeout / 1e9}),
    ...defined({retries}),
  };
  return Object.keys(timing).length === 0 ? undefined : timing;
}

/** `linux/arm/v7`, of a config or of a descriptor's platform. */
export function formatPlatform(
  named: Pick<ImageConfig, 'os' | 'architecture' | 'variant'>,
): string {
  return [named.os, named.architecture, named.variant]
    .filter((part) => part !== undefined && part !== '')
    .join('/');
}

/** Where a layout keeps a blob (OCI image layout, "Blobs"). */
export function blobPath(folder: string, digest: string): string {
  return posix.join(folder, 'blobs/sha256', digest.slice('sha256:'.length));
}

export type Compression = 'gzip' | 'zstd' | 'none';

/** By the first bytes: what a blob is, whatever its media type says. */
export function detectCompression(head: Uint8Array): Compression {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return 'none';
}
