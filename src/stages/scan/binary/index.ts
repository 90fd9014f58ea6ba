/** Trivy's program: an installed one, or a fetched one that is kept and verified again on every use. */
import {randomBytes} from 'node:crypto';
import {basename, join} from 'node:path';
import {defined} from '../../../domain/defined.ts';
import type {Deps, Owned} from '../../../deps.ts';
import {isKnown, known, unable, type Known} from '../../../domain/known.ts';
import {binaryKey} from '../../../domain/keep/keys.ts';
import {machineCache} from '../../../domain/supply/machine-cache.ts';
import {
  selectTrivyArchive,
  type TrivyArchive,
  type TrivySource,
} from '../../../domain/supply/trivy-source.ts';
import {TRIVY_RELEASES} from '../../../domain/supply/trivy-releases.ts';
import {errorMessage} from '../../../errors.ts';
import type {CacheStore} from '../../cache/cache-store.ts';
import {downloadArchive, LARGEST_ARCHIVE, type DownloadLimits} from './download.ts';
import {LARGEST_BINARY, unpackBinary, type Unpacking} from './unpack.ts';

export interface Binary {
  readonly path: string;
  /** Its digest, or its archive's, is one that was known beforehand. */
  readonly isVerified: boolean;
  /** SHA-256 of it, or of the archive that it came in; absent where it cannot be read. */
  readonly digest?: string;
  /** What the reader of the report should know of how it came. */
  readonly notices: readonly string[];
}

export interface BinarySources {
  readonly limits: DownloadLimits;
  /** What other runs have kept; absent: nothing. */
  readonly cacheStore?: CacheStore | undefined;
}

/** Never rejects for want of a place to keep it: then it lives as long as the run. */
export async function findBinary(
  ask: TrivySource,
  sources: BinarySources,
  deps: Deps,
): Promise<Known<Binary>> {
  if (ask.path !== undefined) return known(await installed(ask.path, deps));
  const archive = selectTrivyArchive(ask, deps.machine);
  if (!isKnown(archive)) return archive;
  return fetchBinary(archive.value, sources, deps);
}

async function installed(path: string, deps: Pick<Deps, 'files'>): Promise<Binary> {
  const real = await deps.files.realPath(path).catch(() => path);
  const digest = await digestOf(real, LARGEST_BINARY, deps).catch(() => undefined);
  const isVerified = TRIVY_RELEASES.some(({binary}) => binary === digest);
  return {path: real, isVerified, notices: [], ...defined({digest})};
}

/** Where the program's own digest is known, it is kept; else the archive, unpacked at each use. */
export async function fetchBinary(
  archive: TrivyArchive,
  {limits, cacheStore}: BinarySources,
  deps: Deps,
): Promise<Known<Binary>> {
  const {folder, notices: placing} = await keepingPlace(archive, deps);
  const kept = join(folder, archive.binary === undefined ? 'trivy.tar.gz' : 'trivy');
  const shared = binaryKey(basename(folder));
  if ((await deps.files.stat(kept)) === undefined) await cacheStore?.restore(folder, shared);
  const state = await stateOf(kept, archive, deps);
  const notices = [...placing, ...(state === 'changed' ? [changed(archive)] : [])];
  if (state !== 'good') {
    const made = await make({archive, folder, kept, limits}, deps);
    if (!isKnown(made)) return made;
    void cacheStore?.save(folder, shared.key);
  }
  const digest = archive.binary ?? archive.digest;
  if (archive.binary !== undefined) return known({path: kept, isVerified: true, digest, notices});
  const path = join(await deps.files.makeTemporary('plimsoll-trivy', 'run'), 'trivy');
  const unpacked = await unpackBinary({archive: kept, to: path}, deps);
  return isKnown(unpacked) ? known({path, isVerified: true, digest, notices}) : unpacked;
}

function changed({version}: TrivyArchive): string {
  return `The Trivy ${version} that was kept from an earlier run was changed since: it was removed, and fetched again.`;
}

/** On this machine; else for this run alone. */
async function keepingPlace(
  {version, platform, digest}: TrivyArchive,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<{readonly folder: string; readonly notices: readonly string[]}> {
  const root = machineCache(deps.workflow.env);
  const name = `${version}-${platform}-${digest.slice(0, 16)}`;
  try {
    if (root === undefined) throw new Error('no folder for caches is named');
    const folder = join(root, 'plimsoll', 'trivy', name);
    await deps.files.makeFolder(folder);
    return {folder, notices: []};
  } catch (error) {
    const folder = await deps.files.makeTemporary('plimsoll-kept', 'run');
    return {folder, notices: [`Trivy is not kept for the next run: ${errorMessage(error)}.`]};
  }
}

/** SHA-256 of a plain file; undefined where there is none of at most so many bytes. */
async function digestOf(
  path: string,
  mostBytes: number,
  {files}: Pick<Deps, 'files'>,
): Promise<string | undefined> {
  const found = await files.stat(path);
  return found?.kind === 'file' && found.bytes <= mostBytes ? files.sha256(path) : undefined;
}

type State = 'good' | 'absent' | 'changed';

/** What was changed is taken away at once. */
async function stateOf(
  path: string,
  archive: TrivyArchive,
  deps: Pick<Deps, 'files'>,
): Promise<State> {
  if ((await deps.files.stat(path)) === undefined) return 'absent';
  const most = Math.max(LARGEST_BINARY, LARGEST_ARCHIVE);
  const digest = await digestOf(path, most, deps);
  if (digest === (archive.binary ?? archive.digest)) return 'good';
  await deps.files.remove(path);
  return 'changed';
}

interface BinaryDownload {
  readonly archive: TrivyArchive;
  readonly folder: string;
  readonly kept: string;
  readonly limits: DownloadLimits;
}

/** In a folder beside it, so that what is kept appears whole or not at all. */
async function make(
  {archive, folder, kept, limits}: BinaryDownload,
  deps: Deps,
): Promise<Known<undefined>> {
  const path = join(folder, `unfinished-${randomBytes(8).toString('hex')}`);
  const unfinished: Owned = {kind: 'folder', path, life: 'run'};
  deps.cleanup.own(unfinished);
  try {
    await deps.files.makeFolder(path);
    const downloaded = await deps.running.during(`download of Trivy ${archive.version}`, () =>
      downloadArchive({archive, folder: path, limits}, deps),
    );
    if (!isKnown(downloaded)) return downloaded;
    if (archive.binary === undefined) await deps.files.rename(downloaded.value, kept);
    else {
      const whole = join(path, 'trivy');
      const program = await verifiedProgram({archive: downloaded.value, to: whole}, archive, deps);
      if (!isKnown(program)) return program;
      await deps.files.rename(whole, kept);
    }
    return known(undefined);
  } finally {
    await deps.cleanup.remove(unfinished);
  }
}

async function verifiedProgram(
  unpacking: Unpacking,
  {version, binary}: TrivyArchive,
  deps: Pick<Deps, 'files' | 'signal'>,
): Promise<Known<undefined>> {
  const unpacked = await unpackBinary(unpacking, deps);
  if (!isKnown(unpacked)) return unpacked;
  const digest = await deps.files.sha256(unpacking.to);
  return digest === binary
    ? unpacked
    : unable(
        `The program in the archive of Trivy ${version} is refused: its SHA-256 is ${digest}, and must be ${binary}.`,
      );
}
