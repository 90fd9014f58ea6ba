/** An image's volumes as bounded memory, kept by a container of ours while the image runs. */
import {
  createContainer,
  importImage,
  listMounts,
  startContainer,
  type EngineCall,
} from '../../../clients/containers.ts';
import {findServer} from '../../../clients/docker.ts';
import type {Owned} from '../../../deps.ts';
import {ARCHIVE_END, archiveHeader, archivePadding} from '../../../domain/health/archive.ts';
import {holderProgram} from '../../../domain/health/holder.ts';
import {holderArgs, type BoundedVolume} from '../../../domain/health/volumes.ts';
import {isKnown, known, unable, type Known} from '../../../domain/known.ts';
import {withOwned} from './with-owned.ts';

const PROGRAM = 'hold';

export interface VolumesCall {
  readonly call: EngineCall;
  /** What the names of all that is made begin with. */
  readonly name: string;
  readonly volumes: readonly BoundedVolume[];
}

/** Does the work while the volumes are there; at once where there are none. */
export async function withVolumes<T>(
  {call, name, volumes}: VolumesCall,
  work: () => Promise<Known<T>>,
): Promise<Known<T>> {
  if (volumes.length === 0) return work();
  const server = await findServer(call.deps, call.cwd);
  if (!isKnown(server)) return server;
  const {platform} = server.value;
  const program = holderProgram(platform);
  if (program === undefined)
    return unable(
      `The image has volumes, and on an engine of ${platform} they cannot be bounded: it is not started. Ask for a health check that is declared only.`,
    );
  const image = `${name}:holder`;
  const holder = `${name}-holder`;
  const owned: Owned[] = [
    {kind: 'image', name: image, life: 'run'},
    ...volumes.map((volume): Owned => ({kind: 'volume', name: volume.name, life: 'run'})),
    {kind: 'container', name: holder, life: 'run'},
  ];
  return withOwned(owned, call.deps, async () => {
    const made = await hold({call, image, holder, volumes}, program);
    return isKnown(made)
      ? work()
      : unable(`The image has volumes, and they could not be bounded: ${made.unable}.`);
  });
}

interface Holding {
  readonly call: EngineCall;
  readonly image: string;
  readonly holder: string;
  readonly volumes: readonly BoundedVolume[];
}

async function hold(
  {call, image, holder, volumes}: Holding,
  program: Uint8Array,
): Promise<Known<undefined>> {
  const {runId} = call.deps;
  const imported = await importImage(call, {tag: image, runId, content: archiveOf(program)});
  if (!isKnown(imported)) return imported;
  const made = await createContainer(call, [
    ...['--name', holder, '--label', `plimsoll.run=${runId}`, '--pull', 'never'],
    ...['--network', 'none', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--read-only', '--pids-limit', '16', '--log-driver', 'none'],
    ...[...holderArgs(volumes), image, `/${PROGRAM}`],
  ]);
  return isKnown(made) ? startContainer(call, holder) : made;
}

async function* archiveOf(program: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(archiveHeader(PROGRAM, program.length, {mode: 0o755}));
  yield program;
  yield archivePadding(program.length);
  yield ARCHIVE_END;
}

/** Whatever the image's config says, and however: it gets these and nothing else. */
export async function hasOnly(
  call: EngineCall,
  {name, volumes}: {readonly name: string; readonly volumes: readonly BoundedVolume[]},
): Promise<Known<undefined>> {
  const mounts = await listMounts(call, name);
  if (!isKnown(mounts)) return mounts;
  const ours = new Set(volumes.map((volume) => volume.name));
  return mounts.value.every((mount) => ours.has(mount))
    ? known(undefined)
    : unable('it would get a volume without a bound');
}
