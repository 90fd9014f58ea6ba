/**
 * `record.json`: what a later run compares itself with (design.md section 3). It is read back as
 * foreign text. `schema/record.schema.json` is made from this file.
 */
import {z} from 'zod';
import {dictionary} from '../own.ts';
import {policyRecordSchema} from './policy.ts';
import {SEVERITIES} from '../findings/facts.ts';

/** Its name in the report folder; lists of files and SBOMs of its images lie beside it. */
export const RECORD_NAME = 'record.json';

const bytes = z.int().nonnegative();
const index = z.int().nonnegative();
const line = z.int().positive();
const seconds = z.number().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const stepSchema = z.strictObject({
  kind: z.enum(['work', 'image', 'other source']),
  input: hash.describe('Of everything that the user can have changed (design.md section 5)'),
  resolved: hash.describe('The same, with what references of images led to'),
  text: hash,
  environment: hash,
  content: z
    .strictObject({hash, files: dictionary(hash)})
    .optional()
    .describe('What it takes from the build context'),
  isOpen: z
    .boolean()
    .describe('It, or what it is built upon, takes files that nobody could look at'),
  inputs: z.array(index),
  reference: z.string().optional().describe('Of an image, as written'),
  digest: digest.optional().describe('What the reference led to'),
  instruction: z.string().optional(),
  file: z.string().optional(),
  startLine: line.optional(),
  endLine: line.optional(),
  cached: z.boolean().optional(),
  seconds: seconds.optional().describe('The last time that it was not cached'),
});

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

export type RecordStep = z.infer<typeof stepSchema>;
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
