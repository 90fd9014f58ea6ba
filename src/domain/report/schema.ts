/**
 * `report.json`: the waist between those who find out and those who publish (architecture.md section 9).
 * camelCase, bytes and seconds as numbers; a field that is not known is absent, never null or 0.
 * `schema/report.schema.json` is made from this file.
 */
import {verdictSchema} from '../policy/verdict.ts';
import {z} from 'zod';
import {dictionary} from '../own-property.ts';
import {advisorySchema} from './advisory-schema.ts';
import {comparisonSchema, missSchema} from './comparison-schema.ts';
import {contentFields} from './contents-schema.ts';
import {findingSchema, secretSchema} from './finding-schema.ts';
import {workflowSchema} from './job.ts';
import {placeSchema} from './place-schema.ts';
import {sarifSchema} from './sarif-schema.ts';
import {databaseSchema, scannerSchema} from './scanner-schema.ts';
import {excusedSchema, judgementScopeSchema} from '../policy/judgement-scope.ts';

const bytes = z.int().nonnegative();
const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const line = z.int().positive();
export const noticeSchema = z.strictObject({from: z.string(), message: z.string()});

const runSchema = z.strictObject({
  id: z.string(),
  job: z.string().optional(),
  workflow: workflowSchema.optional(),
  startedAt: z.iso.datetime(),
  seconds,
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional()
    .describe('That was checked out and built; absent: it is not known'),
  request: z
    .record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]))
    .describe('An allow-list of what was asked'),
  buildSeconds: seconds
    .optional()
    .describe('Of all images together, without cache import and export and image export'),
  builder: z
    .strictObject({name: z.string(), driver: z.string(), buildkit: z.string().optional()})
    .optional(),
  buildCache: z
    .strictObject({kind: z.string(), importSeconds: seconds, exportSeconds: seconds.optional()})
    .optional()
    .describe('Seconds of taking steps from it, and of leaving them there; absent: none was used'),
  tools: z
    .record(z.string(), z.string())
    .describe('Versions by name: plimsoll, docker, buildx, trivy'),
  scanner: scannerSchema.optional(),
  database: databaseSchema.optional(),
  baseline: z
    .strictObject({
      madeAt: z.iso.datetime(),
      commit: z.string().optional(),
      commitsBack: count.optional().describe('From the commit that was looked for; absent: none'),
    })
    .optional()
    .describe('The run that this one is compared with'),
  failure: z
    .strictObject({
      message: z.string(),
      step: z.string().optional(),
      place: placeSchema.optional(),
      output: z.array(z.string()).describe('The last lines of the failing step'),
    })
    .optional()
    .describe('Why the build failed'),
  notices: z.array(noticeSchema),
  uncompared: z
    .array(z.string())
    .optional()
    .describe('Sentences: what of the policy was compared with nothing, and why'),
});

const userSchema = z.strictObject({
  declared: z.string(),
  uid: count.optional(),
  gid: count.optional(),
  isRoot: z.boolean(),
});

const healthcheckSchema = z.strictObject({
  declared: z.boolean(),
  test: z.array(z.string()).optional(),
  status: z
    .enum(['healthy', 'unhealthy', 'starting', 'exited'])
    .optional()
    .describe('Of the image when it was started; absent: it was not'),
  seconds: seconds.optional().describe('From its start until that was known'),
});

const layerSchema = z.strictObject({
  digest: z.string(),
  diffId: z.string(),
  unpackedBytes: bytes,
  downloadBytes: bytes,
  base: z.boolean().optional(),
  instruction: z.string().optional(),
  file: z.string().optional(),
  startLine: line.optional(),
  endLine: line.optional(),
});

const packageSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  purl: z.string().optional(),
  base: z.boolean().optional(),
});

const buildSchema = z.strictObject({
  seconds: seconds.describe(
    'Of the longest chain of steps that lead to it, shared ones too, without cache import and export and image export',
  ),
  exportSeconds: seconds.describe('Of all images of the run'),
  steps: count,
  cachedSteps: count,
  transferredBytes: bytes.optional().describe('That BuildKit really moved of the context'),
  uncachedSeconds: seconds
    .optional()
    .describe('Without cache: measured, or the last times of the steps on the longest chain'),
  misses: z
    .array(missSchema)
    .optional()
    .describe(
      'Steps that could have come from the cache; absent: nothing is known of the last run',
    ),
});

export const imageSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  platform: z.string(),
  run: z.string(),
  state: z.enum(['built', 'not-built', 'unreadable']),
  reason: z.string().optional().describe('Why it is not built or not readable'),
  verdict: verdictSchema,
  digest: z.string().optional(),
  configDigest: z.string().optional(),
  unpackedBytes: bytes.optional(),
  downloadBytes: bytes.optional(),
  ...contentFields,
  user: userSchema.optional(),
  healthcheck: healthcheckSchema.optional(),
  overrides: z
    .array(
      z.discriminatedUnion('key', [
        z.strictObject({key: z.literal('user'), value: z.string()}),
        z.strictObject({key: z.literal('healthcheck'), value: z.enum(['disabled', 'replaced'])}),
      ]),
    )
    .optional()
    .describe('What compose sets over the image at run time'),
  stages: count.optional(),
  system: z.string().optional(),
  layers: z.array(layerSchema).optional(),
  packages: z.array(packageSchema).optional(),
  findings: z.array(findingSchema).optional(),
  secrets: z.array(secretSchema).optional(),
  unjudged: z
    .array(
      z.strictObject({
        part: z.string(),
        accepted: z.strictObject({reason: z.string(), expires: z.string()}).optional(),
      }),
    )
    .optional()
    .describe('Parts whose vulnerabilities were not judged, and the waiver that accepts it'),
  notLookedAt: z.array(z.string()),
  definedAt: placeSchema
    .optional()
    .describe('Its Dockerfile, or the bake or compose file where that is not in the repository'),
  sarif: sarifSchema.optional(),
  limits: z
    .strictObject({unpackedBytes: bytes.optional(), downloadBytes: bytes.optional()})
    .optional(),
  build: buildSchema.optional(),
  comparison: comparisonSchema.optional().describe('Against the baseline; absent: there is none'),
});
export type ReportImage = z.infer<typeof imageSchema>;

export const outcomeSchema = z.strictObject({
  rule: z.string(),
  image: z.string().optional(),
  level: z.enum(['error', 'warning']),
  outcome: verdictSchema,
  reason: z.string().optional().describe('Why it is unable'),
  stance: judgementScopeSchema.optional().describe('Of a rule that compares: what was judged'),
  excused: z.array(excusedSchema).optional().describe('Over the line, and not held against it'),
});
export type Outcome = z.infer<typeof outcomeSchema>;

export const violationSchema = z.strictObject({
  rule: z.string(),
  image: z.string().optional(),
  level: z.enum(['error', 'warning']),
  place: placeSchema.optional(),
  data: z.unknown(),
  message: z.string().describe('For people who read the file; publishers never use it'),
  savesBytes: bytes.optional().describe("What following the rule's help would save"),
  waived: z.strictObject({reason: z.string(), expires: z.string()}).optional(),
  isNew: z
    .boolean()
    .optional()
    .describe('Whether the baseline did not have it; absent: that is not known'),
});
export type Violation = z.infer<typeof violationSchema>;

export const reportSchema = z.strictObject({
  version: z.literal(0),
  tool: z.strictObject({name: z.literal('plimsoll'), version: z.string()}),
  verdict: verdictSchema,
  error: z
    .strictObject({
      kind: z.enum(['user', 'tool', 'internal']),
      message: z.string(),
      place: placeSchema.optional(),
    })
    .optional()
    .describe('What ended the run before its verdict'),
  runs: z.array(runSchema),
  images: z.array(imageSchema),
  outcomes: z.array(outcomeSchema),
  violations: z.array(violationSchema),
  advisories: dictionary(advisorySchema),
  attachments: z.array(
    z.strictObject({image: z.string(), kind: z.string(), path: z.string(), bytes}),
  ),
  omitted: z.array(z.strictObject({image: z.string().optional(), list: z.string(), count})),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportRun = Report['runs'][number];

/** What `schema/report.schema.json` holds. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema);
}
