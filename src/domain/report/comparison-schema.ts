/** What report.json says of an image against its baseline. */
import {z} from 'zod';
import {CAUSES, CHANGES, PACKAGE_CHANGES} from '../compare/facts.ts';
import {SEVERITIES} from '../findings/facts.ts';
import {placeSchema} from './place-schema.ts';

const bytes = z.int().nonnegative();
const count = z.int().nonnegative();
const difference = z.strictObject({before: bytes, after: bytes});
const cause = z
  .enum(CAUSES)
  .describe(
    'this change: its text, arguments or files differ; base image: a reference leads elsewhere; drift: all the same, and another result; unknown: no provenance',
  );

const layerSchema = z.strictObject({
  change: z.enum(CHANGES),
  cause,
  base: z.boolean(),
  unpacked: difference,
  download: difference,
  instruction: z.string().optional(),
  place: placeSchema.optional(),
});

const pathSchema = z.strictObject({
  name: z.string().describe('A path, or a package with all its files'),
  kind: z.enum(['file', 'package']),
  change: z.enum(CHANGES),
  before: bytes,
  after: bytes,
  cause,
});

const packageSchema = z.strictObject({
  name: z.string(),
  purl: z.string().optional(),
  change: z.enum(PACKAGE_CHANGES),
  before: z.string().optional(),
  after: z.string().optional(),
  cause,
});

const findingSchema = z.strictObject({
  identity: z.string(),
  id: z.string(),
  package: z.string(),
  severity: z.enum(SEVERITIES),
  fixed: z.string().optional(),
  upgrade: z.string().optional().describe('As in the image’s own list; absent: `fixed`'),
  cause,
});

export const missSchema = z.strictObject({
  reason: z.string(),
  followers: count.describe('Steps that were run again only because this one was'),
  instruction: z.string().optional(),
  place: placeSchema.optional(),
});

export const comparisonSchema = z.discriminatedUnion('state', [
  z.strictObject({state: z.literal('new')}),
  z.strictObject({
    state: z.literal('compared'),
    unpacked: difference,
    download: difference,
    causes: z
      .array(z.strictObject({cause, unpackedBytes: z.int(), downloadBytes: z.int()}))
      .describe('They sum to the differences above, to the byte'),
    layers: z.array(layerSchema).describe('By step; largest difference first'),
    bases: z.array(z.strictObject({reference: z.string(), before: z.string(), after: z.string()})),
    paths: z.array(pathSchema).optional().describe('Absent: a list of files is not there'),
    packages: z.array(packageSchema).optional().describe('Absent: one of them was not scanned'),
    findings: z
      .strictObject({new: z.array(findingSchema), fixed: z.array(findingSchema), still: count})
      .optional()
      .describe('Both judged with the same database; absent: the baseline was not scanned again'),
    violations: z
      .record(z.string(), count)
      .optional()
      .describe('How many of each rule the baseline had; absent: not known'),
  }),
]);
export type ReportComparison = z.infer<typeof comparisonSchema>;
