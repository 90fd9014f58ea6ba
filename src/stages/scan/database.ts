/** A database of the scanner as it lies on the disk. */
import {join} from 'node:path';
import {defined} from '../../domain/defined.ts';
import type {Deps} from '../../deps.ts';
import {parseDatabaseDates, type DatabaseDates} from '../../domain/findings/trivy-schema.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import {VULNERABILITIES, type DatabaseKind} from '../../domain/registry/databases.ts';
import {readBuckets} from './buckets.ts';

export interface Database {
  readonly kind: DatabaseKind;
  /** Absolute: the kind's files are in it; shared, and only read. */
  readonly folder: string;
  readonly dates: DatabaseDates;
  /** Names of what it has advisories of; absent: of no use, or they could not be read. */
  readonly buckets?: ReadonlySet<string>;
  /** Of its manifest in a registry; absent where nobody knows it. */
  readonly digest?: string;
  /** The repository, or the input that named a folder. */
  readonly from: string;
  /** Why it is an older one. */
  readonly notice?: string;
}

const LARGEST_METADATA = 64 * 1024;

/** @param cache a Trivy cache folder, absolute; `unable` names the file that is missing */
export async function readDatabase(
  kind: DatabaseKind,
  cache: string,
  deps: Pick<Deps, 'files'>,
): Promise<Known<Pick<Database, 'kind' | 'folder' | 'dates' | 'buckets'>>> {
  const folder = join(cache, kind.folder);
  for (const name of kind.files) {
    const path = await deps.files.realPath(join(folder, name)).catch(() => undefined);
    if (path === undefined || (await deps.files.stat(path))?.kind !== 'file')
      return unable(`${kind.folder}/${name} is missing`);
  }
  const metadata = await deps.files.readText(join(folder, 'metadata.json'), LARGEST_METADATA);
  const buckets =
    kind === VULNERABILITIES ? await readBuckets(join(folder, kind.files[0]), deps) : undefined;
  return known({
    kind,
    folder,
    dates: parseDatabaseDates(metadata),
    ...defined({buckets}),
  });
}
