/** The effective policy as a record keeps it: read back, it is foreign. Pure. */
import {z} from 'zod';
import {dictionary} from '../own-property.ts';

const settings = dictionary(z.looseObject({level: z.string()}));
const optional = z.string().optional();

const waiverSchema = z.strictObject({
  rule: z.string(),
  image: optional,
  id: optional,
  package: optional,
  path: optional,
  unjudged: optional,
  expires: z.string(),
});

const ignoreSchema = z.strictObject({
  id: z.string(),
  kind: optional,
  paths: z.array(z.string()).optional(),
  purls: z.array(z.string()).optional(),
  expires: optional,
});

const vexSchema = z.strictObject({
  id: z.string(),
  status: z.string(),
  products: z.array(z.string()),
  meaning: z
    .string()
    .optional()
    .describe('SHA-256 of all that the scanner may go by; absent in records of before'),
  among: z
    .array(z.string())
    .optional()
    .describe(
      'Hashes of what its document says of the same vulnerability, where that may overrule it',
    ),
});

const recipe = {
  dockerfile: optional,
  stage: optional,
  context: optional.describe('Relative to the root of the repository, or an address elsewhere'),
};

const builtSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  ...recipe,
  tags: z
    .array(z.string())
    .optional()
    .describe('As the definition has them, with registry and tag; absent where there are none'),
  contexts: z
    .array(z.strictObject({name: z.string(), target: optional, ...recipe}))
    .optional()
    .describe('Named ones: folders, and other targets; absent in records of before'),
  policies: z
    .array(z.strictObject({file: z.string(), hash: z.string()}))
    .optional()
    .describe(
      'Policies of the build itself; absent in records of before, and where there are none',
    ),
});

export const policyRecordSchema = z.strictObject({
  rules: settings,
  images: dictionary(settings).describe('What differs for one image, by its name'),
  waivers: z.array(waiverSchema),
  ignores: z.array(ignoreSchema),
  vex: z.array(vexSchema),
  secretRules: z
    .array(z.strictObject({id: z.string(), hash: z.string()}))
    .optional()
    .describe('Own rules for secrets; absent where there are none'),
  built: z
    .array(builtSchema)
    .describe('The images that were asked for, and what they are built from'),
  enforce: z.boolean(),
});
export type PolicyRecord = z.infer<typeof policyRecordSchema>;

export type BuiltImage = PolicyRecord['built'][number];
