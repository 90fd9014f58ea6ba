/** What report.json says of the files in an image. */
import {z} from 'zod';
import {UNWANTED_KINDS} from '../context/context-facts.ts';
import {WASTE_KINDS} from '../image/waste.ts';
import {TOOL_KINDS} from '../image/tools.ts';
import {placeSchema} from './place-schema.ts';

const bytes = z.int().nonnegative();
const count = z.int().nonnegative();

/** Who brought bytes: the base image, or a line. */
const byFields = {base: z.boolean().optional(), place: placeSchema.optional()};
const shareSchema = z.strictObject({path: z.string(), bytes, ...byFields});

const wasteSchema = z.strictObject({
  kind: z.enum(WASTE_KINDS),
  path: z.string().describe('A file, or the folder that they all lie in'),
  bytes,
  files: count,
  made: z.strictObject(byFields).describe('The step that brought them'),
  killed: z.strictObject(byFields).describe('The step that removed or overwrote them'),
});

const toolSchema = z.strictObject({
  kind: z.enum(TOOL_KINDS),
  name: z.string(),
  bytes,
  files: count,
  ...byFields,
});

const contextSchema = z.strictObject({
  bytes,
  files: count,
  folder: z
    .strictObject({bytes, files: count})
    .optional()
    .describe('What the ignore files let through, where this build asks for less'),
  named: z
    .array(z.strictObject({name: z.string(), path: z.string(), bytes, files: count}))
    .describe('Further contexts of the definition; counted in bytes and files'),
  ignoreFile: z.string().optional(),
  unusedIgnoreFiles: z.array(z.string()).describe('There, and read by nobody'),
  biggestFolders: z.array(z.strictObject({path: z.string(), bytes})),
  unwanted: z.array(
    z.strictObject({
      kind: z.enum(UNWANTED_KINDS),
      path: z.string(),
      bytes,
      files: count,
      line: z.string().describe('What to write into the ignore file'),
    }),
  ),
});

/** Fields of an image. */
export const contentFields = {
  context: contextSchema.optional().describe('What the build context sends'),
  inUseBytes: bytes.optional().describe('Of regular files in the final tree, an inode once'),
  wasteBytes: bytes.optional().describe('Unpacked and not in use'),
  waste: z.array(wasteSchema).optional(),
  tools: z.array(toolSchema).optional(),
  biggest: z
    .strictObject({files: z.array(shareSchema), folders: z.array(shareSchema)})
    .optional()
    .describe('In the final tree'),
  privileged: z
    .array(shareSchema.extend({mode: z.int()}))
    .optional()
    .describe('Executables with setuid or setgid'),
};
