/** Who named a file, and where it may therefore lie: threats.md rule 14. */
import {resolve} from 'node:path';
import type {Files, NamedFileOptions} from '../../deps.ts';
import {isInside, nameIn} from '../../domain/inside.ts';
import {parseGrants} from '../../domain/plan/entitlements.ts';
import type {Inputs} from '../../inputs.ts';

export interface Bounds {
  /** Absolute. */
  readonly repository: string;
  /** Absolute paths that the user allows to be read. */
  readonly allowed: readonly string[];
}

/** An input of the user's own, or anything that the repository contains. */
export type Namer = 'user' | 'repository';

/** @throws {UserError} for a grant of every path */
export function parseBounds(
  {workdir, allow, set}: Pick<Inputs, 'workdir' | 'allow' | 'set'>,
  repository: string,
): Bounds {
  const {read} = parseGrants(allow, set);
  return {repository, allowed: read.map((path) => resolve(workdir, path))};
}

export interface Naming {
  readonly bounds: Bounds;
  readonly by: Namer;
  readonly maxBytes: number;
}

/** A path outside that the user wrote is meant; what lies in the repository is what the repository made of it. */
export function namedAs(path: string, {bounds, by, maxBytes}: Naming): NamedFileOptions {
  const {repository, allowed} = bounds;
  const isFree = by === 'user' && !isInside(path, repository);
  return {
    name: nameIn(repository, path),
    ...(isFree ? {} : {within: [repository, ...allowed]}),
    maxBytes,
  };
}

/** @throws {RefusedFile} */
export async function readNamedText(
  path: string,
  naming: Naming,
  {files}: {readonly files: Pick<Files, 'readNamed'>},
): Promise<string> {
  return new TextDecoder().decode(await files.readNamed(path, namedAs(path, naming)));
}
