import {z} from 'zod';
import {CAUSES} from '../compare/facts.ts';
import {SEVERITIES, STATUSES} from '../findings/facts.ts';
import {placeSchema} from './place-schema.ts';

const memberSchema = z.strictObject({
  package: z.string(),
  version: z.string(),
  purl: z.string().optional(),
  fixedVersion: z.string().optional(),
  diffId: z.string().optional(),
  path: z.string().optional(),
  vex: z
    .strictObject({status: z.string(), reason: z.string().optional()})
    .optional()
    .describe('What a VEX document answered: it is not judged'),
});

const suppressionSchema = z.strictObject({
  by: z.enum(['waiver', 'trivyignore', 'vex']),
  reason: z.string().optional(),
  expires: z.string().optional(),
});

export const findingSchema = z.strictObject({
  identity: z.string(),
  id: z.string(),
  package: z.string(),
  purl: z.string().optional(),
  severity: z.enum(SEVERITIES),
  status: z.enum(STATUSES),
  fixed: z.string().optional().describe('The lowest fixed version; absent: no fix'),
  upgrade: z
    .string()
    .optional()
    .describe('The version of the package that mends all that is judged of it; absent: `fixed`'),
  published: z.iso.date().optional().describe('First day of the advisory'),
  base: z.boolean().optional(),
  cause: z.enum(CAUSES).optional().describe('Of a finding that the baseline does not have'),
  places: z.array(placeSchema),
  suppressed: suppressionSchema.optional(),
  members: z.array(memberSchema),
});

export const secretSchema = z.strictObject({
  rule: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  where: z.enum(['environment', 'history', 'config', 'file']),
  variable: z.string().optional(),
  path: z.string().optional(),
  line: z.int().positive().optional().describe('In the image’s file, where it begins'),
  nth: z
    .int()
    .min(2)
    .optional()
    .describe('There are others of its rule in the same place, before it'),
  base: z.boolean().optional(),
  place: placeSchema.optional(),
  suppressed: suppressionSchema.optional(),
});
