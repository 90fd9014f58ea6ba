/** Files that a compose file has compose and bake read to interpolate and merge it: threats.md rule 10. Pure. */
import {posix} from 'node:path';
import {z} from 'zod';
import {isKnown, known, unable, type Known} from '../known.ts';
import {BadYaml, soundDocuments} from '../text/yaml.ts';

const paths = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());
const includeSchema = z.union([
  z.string().transform((path) => ({path: [path]})),
  z.object({
    path: paths,
    env_file: paths.optional(),
    project_directory: z.string().optional(),
  }),
]);
const serviceSchema = z
  .object({
    extends: z
      .union([z.string().transform(() => ({})), z.object({file: z.string().optional()})])
      .optional(),
  })
  .nullish();
const composeSchema = z
  .object({
    include: z.array(includeSchema).nullish(),
    services: z.record(z.string(), serviceSchema).nullish(),
  })
  .nullish();

export interface ComposeReads {
  /** Compose files, which can read others again. */
  readonly definitions: readonly string[];
  /** Of variables. */
  readonly variables: readonly string[];
}

/**
 * Paths as they are written, relative to the file's own folder; addresses too.
 * @returns `unable`: it is not known what is read, in words that can follow a colon
 */
export function composeReads(text: string): Known<ComposeReads> {
  const documents = documentsOf(text);
  if (!isKnown(documents)) return documents;
  const found: ComposeReads[] = [];
  for (const document of documents.value) {
    const parsed = composeSchema.safeParse(document);
    if (!parsed.success) return unable('its include or extends is not one that is known');
    const {include, services} = parsed.data ?? {};
    const extended = Object.values(services ?? {}).flatMap((one) => fileOf(one?.extends));
    const included = (include ?? []).map((one) => ({env_file: [], project_directory: '', ...one}));
    found.push({
      definitions: [...included.flatMap(({path}) => path), ...extended],
      variables: included.flatMap(
        ({path, env_file: files = [], project_directory: folder = ''}) => [
          ...files,
          posix.join(folder === '' ? posix.dirname(path[0] ?? '.') : folder, '.env'),
        ],
      ),
    });
  }
  const all = {
    definitions: found.flatMap(({definitions}) => definitions),
    variables: found.flatMap(({variables}) => variables),
  };
  return [...all.definitions, ...all.variables].some((path) => path.includes('$'))
    ? unable('a variable says which file it includes or extends')
    : known(all);
}

/** The library recurses, and counts aliases as it goes: both end in an exception. */
function documentsOf(text: string): Known<readonly unknown[]> {
  try {
    const documents = soundDocuments(text, {merge: true, uniqueKeys: false});
    return known([...documents].map((document): unknown => document.toJS()));
  } catch (error) {
    return error instanceof BadYaml
      ? unable('it is no YAML')
      : unable('it is no YAML that can be read: it is nested too deeply');
  }
}

function fileOf(written: {readonly file?: string | undefined} | undefined): readonly string[] {
  return written?.file === undefined ? [] : [written.file];
}
