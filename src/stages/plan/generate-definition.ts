/** The definition of found Dockerfiles: our own. */
import {dirname, join, relative} from 'node:path';
import type {Deps} from '../../deps.ts';
import {folderImageName} from '../../domain/image-id.ts';
import {targetName} from '../../domain/plan/images.ts';
import {escapeTemplates} from '../../domain/plan/escape-templates.ts';
import {UserError} from '../../errors.ts';

/** A bake file that builds each Dockerfile in its own folder. */
export async function generateDefinition(
  paths: readonly string[],
  {repository}: {readonly repository: string},
  deps: Pick<Deps, 'files'>,
): Promise<{readonly file: string; readonly names: ReadonlyMap<string, string>}> {
  const names = new Map<string, string>();
  const targets = new Map<string, {context: string; dockerfile: string}>();
  for (const path of paths) {
    const name = folderImageName(relative(repository, dirname(path)));
    const target = targetName(name);
    const other = targets.get(target);
    if (other !== undefined) {
      throw new UserError(
        `${path} and ${other.dockerfile} would both be the image ${name}; name one of them with the input files, or write a bake file that names both targets.`,
      );
    }
    names.set(target, name);
    // Absolute: with another context, by the input set, it stays the same file.
    targets.set(target, {context: dirname(path), dockerfile: path});
  }
  const folder = await deps.files.makeTemporary('plimsoll-bake', 'run');
  const file = join(folder, 'docker-bake.json');
  const document = {
    group: {default: {targets: [...targets.keys()]}},
    target: Object.fromEntries(targets),
  };
  await deps.files.write(file, escapeTemplates(JSON.stringify(document)));
  return {file, names};
}
