/** The files of a definition, held before any tool reads them: threats.md rule 10. */
import {basename, dirname, resolve} from 'node:path';
import type {Deps} from '../../deps.ts';
import {isKnown} from '../../domain/known.ts';
import {composeReads} from '../../domain/plan/compose-reads.ts';
import type {Kind} from '../../domain/plan/discover.ts';
import {isRemote} from '../../domain/plan/target.ts';
import type {Read} from '../../domain/plan/reads.ts';
import {UserError} from '../../errors.ts';
import type {Guard} from './guard.ts';

export interface DefinitionFiles {
  readonly kind: Kind;
  /** Absolute. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly workdir: string;
}

const LARGEST_DEFINITION = 4 * 1024 * 1024;
const MOST_FILES = 1000;

/** @throws {UserError} as `Guard.hold` does; and where it cannot be told what compose reads */
export async function holdDefinition(
  {kind, paths, workdir}: DefinitionFiles,
  guard: Guard,
  deps: Deps,
): Promise<void> {
  const around = {folder: workdir};
  await guard.hold(paths.map(asRead), around);
  if (kind !== 'compose' || !guard.isHolding) return;
  const folders = [workdir, ...paths.map((path) => dirname(path))];
  await guard.hold(
    [...new Set(folders)].map((folder) => asRead(resolve(folder, '.env'))),
    around,
  );
  const seen = new Set(paths);
  for (const path of seen) {
    if (seen.size > MOST_FILES)
      throw new UserError(
        `${basename(path)} and what it includes are more than ${MOST_FILES} files.`,
      );
    const reads = composeReads(await textOf(path, deps));
    if (!isKnown(reads))
      throw new UserError(
        `It is not known which files ${basename(path)} has compose read: ${reads.unable}. On this event each of them must be known, because the workflow runs with the default branch’s rights and secrets.`,
      );
    const {definitions, variables} = reads.value;
    const near = definitions.filter((one) => !isRemote(one));
    const next = near.map((one) => resolve(dirname(path), one));
    const files = variables.map((one) => resolve(dirname(path), one));
    await guard.hold([...next, ...files].map(asRead), around);
    for (const one of next) seen.add(one);
  }
}

/** Where it lies was held before; what the door refuses (a FIFO, a device) is refused again where it is planned. */
async function textOf(path: string, {files}: Deps): Promise<string> {
  const named = {name: basename(path), maxBytes: LARGEST_DEFINITION};
  return files
    .readNamed(path, named)
    .then((bytes) => new TextDecoder().decode(bytes))
    .catch(() => '');
}

function asRead(path: string): Read {
  return {kind: 'file', what: basename(path), path};
}
