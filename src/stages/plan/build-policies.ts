/** Policies of the build's own: beside the Dockerfile, and where the definition names them. */
import {relative, resolve} from 'node:path';
import {z} from 'zod';
import {defined} from '../../domain/defined.ts';
import type {Files} from '../../deps.ts';
import {hashJson} from '../../domain/provenance/input-hash.ts';
import {isInside} from '../../domain/inside.ts';
import {ownProperty} from '../../domain/own-property.ts';
import type {BuildPolicyFile, PlannedImage} from '../../domain/planned-image.ts';
import {namesPolicy} from '../../domain/plan/build-policy.ts';
import {isRemote} from '../../domain/plan/target.ts';
import {RefusedFile} from '../../errors.ts';
import {readNamedText, type Bounds} from './named-files.ts';
import type {FoundDefinition} from './definition.ts';

interface Entry {
  readonly filename?: string | null | undefined;
  readonly reset?: boolean | null | undefined;
  readonly disabled?: boolean | null | undefined;
}

const entrySchema: z.ZodType<Entry> = z.union([
  z.string().transform((filename) => ({filename})),
  z.looseObject({
    filename: z.string().nullish(),
    reset: z.boolean().nullish(),
    disabled: z.boolean().nullish(),
  }),
]);

const LARGEST = 1024 * 1024;

interface BuildPolicyContext extends Pick<FoundDefinition, 'printed' | 'definition' | 'written'> {
  readonly bounds: Bounds;
}

/** What buildx would ask: its own file beside the Dockerfile, and those that the target names. */
export async function withBuildPolicy(
  image: PlannedImage,
  {printed, definition, written, bounds}: BuildPolicyContext,
  deps: {readonly files: Pick<Files, 'readNamed'>},
): Promise<PlannedImage> {
  const said: readonly Entry[] = (ownProperty(printed.targets, image.target)?.policy ?? []).flatMap(
    (entry) => entrySchema.safeParse(entry).data ?? [],
  );
  if (said.some(({disabled}) => disabled === true)) return image;
  const beside = said.some(({reset}) => reset === true) ? undefined : besideDockerfile(image);
  const reset = said.findLastIndex((entry) => entry.reset === true);
  const named = said
    .slice(Math.max(reset, 0))
    .flatMap(({filename}) => (typeof filename === 'string' ? [filename] : []));
  const found = await Promise.all([
    ...(beside === undefined ? [] : [readPolicy(beside, {bounds, isNamed: false}, deps)]),
    ...named.map((name) =>
      readPolicy(resolve(definition.folder, name), {bounds, isNamed: true}, deps),
    ),
  ]);
  const files = found.flat();
  const saidIn =
    definition.kind === 'bake' ? written.find(({text}) => namesPolicy(text))?.file : undefined;
  if (files.length === 0 && saidIn === undefined) return image;
  return {...image, buildPolicy: {files, ...defined({saidIn})}};
}

function besideDockerfile({dockerfilePath}: PlannedImage): string | undefined {
  const isHere = dockerfilePath !== undefined && !isRemote(dockerfilePath);
  return isHere ? `${dockerfilePath}.rego` : undefined;
}

/** One that is named and not there is buildx's to complain about. */
async function readPolicy(
  path: string,
  {bounds, isNamed}: {readonly bounds: Bounds; readonly isNamed: boolean},
  deps: {readonly files: Pick<Files, 'readNamed'>},
): Promise<readonly BuildPolicyFile[]> {
  const file = isInside(path, bounds.repository) ? relative(bounds.repository, path) : path;
  try {
    const naming = {bounds, by: 'repository', maxBytes: LARGEST} as const;
    return [{file, hash: hashJson(await readNamedText(path, naming, deps))}];
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return error.refusal === 'absent' && !isNamed ? [] : [{file, hash: ''}];
  }
}
