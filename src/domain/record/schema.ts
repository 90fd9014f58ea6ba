/**
 * `record.json`: what a later run compares itself with (architecture.md section 3). It is read back as
 * foreign text. `schema/record.schema.json` is made from this file.
 */
import {z} from 'zod';
import {dictionary} from '../own-property.ts';
import {policyRecordSchema} from './policy.ts';
import {SEVERITIES} from '../findings/facts.ts';
import {bytes, digest, index} from './fields.ts';
import {stepSchema} from './step-schema.ts';

/** Its name in the report folder; lists of files and SBOMs of its images lie beside it. */
export const RECORD_NAME = 'record.json';

const layerSchema = z.strictObject({
  diffId: digest,
  unpackedBytes: bytes,
  downloadBytes: bytes,
  base: z.boolean().optional(),
  step: index.optional(),
});

const packageSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  purl: z.string().optional(),
  layer: index.optional(),
});

const findingSchema = z.strictObject({
  identity: z.string(),
  id: z.string(),
  package: z.string(),
  severity: z.enum(SEVERITIES),
  fixed: z.string().optional(),
  fixedSince: z.iso.date().optional().describe('The day of the first record that had the fix'),
  layers: z.array(index).describe('Where its members lie'),
});

export const recordImageSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    platform: z.string(),
    digest,
    configDigest: digest,
    unpackedBytes: bytes,
    downloadBytes: bytes,
    layers: z.array(layerSchema).max(1000),
    steps: z.array(stepSchema).max(10_000).optional().describe('Absent: no provenance'),
    packages: z.array(packageSchema).optional().describe('Absent: not scanned'),
    findings: z.array(findingSchema).optional(),
    violations: dictionary(z.int().positive())
      .optional()
      .describe('How many of each rule nobody had waived; absent: not known'),
    violated: dictionary(z.array(z.string()))
      .optional()
      .describe(
        'Of each rule that was judged, the identities of what it found, waived or not; absent in records of before',
      ),
  })
  .refine(
    ({layers, unpackedBytes, downloadBytes}) =>
      sumOf(layers, 'unpackedBytes') === unpackedBytes &&
      sumOf(layers, 'downloadBytes') === downloadBytes,
    {error: 'has layers that do not sum to its bytes'},
  );

export const recordSchema = z.strictObject({
  version: z.literal(0),
  tool: z.strictObject({name: z.literal('plimsoll'), version: z.string()}),
  madeAt: z.iso.datetime(),
  commit: z.string().optional(),
  images: z.array(recordImageSchema).max(1000),
  policy: policyRecordSchema.describe('The effective one, inputs merged in'),
});

export type RecordLayer = z.infer<typeof layerSchema>;
export type RecordPackage = z.infer<typeof packageSchema>;
export type RecordFinding = z.infer<typeof findingSchema>;
export type RecordImage = z.infer<typeof recordImageSchema>;
export type RunRecord = z.infer<typeof recordSchema>;

function sumOf(layers: readonly RecordLayer[], key: 'unpackedBytes' | 'downloadBytes'): number {
  return layers.reduce((sum, layer) => sum + layer[key], 0);
}

/** What `schema/record.schema.json` holds. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(recordSchema);
}
