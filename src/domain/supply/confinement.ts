/** How the scanner is shut in: threats.md rule 4. Pure. */
import {csvField} from '../text/csv-fields.ts';
import {noProxies} from '../health/create-args.ts';

/** Secret scanning of an image of 650 MB took 400 MB; archives within archives take more. */
export const MEMORY_BYTES = 2_000_000_000;
const NOBODY = 65534;

/** Where things are inside of the container. */
export const INSIDE = {
  program: '/trivy',
  /** Trivy repeats it in its report, where no path of an image should be taken for it. */
  input: '/plimsoll-input',
  cache: '/cache',
  /** For what is copied in. */
  volume: '/work',
} as const;

export interface Ids {
  readonly uid: number;
  readonly gid: number;
}

/** Root has no use here; and where there are no ids (Windows), nobody does. */
export function idsFor({uid = 0, gid = 0}: {readonly uid?: number; readonly gid?: number}): Ids {
  return uid === 0 ? {uid: NOBODY, gid: NOBODY} : {uid, gid};
}

export interface Mount {
  /** On this machine. */
  readonly source: string;
  /** In the container. */
  readonly target: string;
  readonly isWritable?: boolean;
}

export interface Confinement {
  readonly name: string;
  readonly runId: string;
  readonly image: string;
  readonly ids: Ids;
  readonly memoryBytes: number;
  readonly mounts: readonly Mount[];
  /** A folder of its own, for what is copied in where nothing is mounted. */
  readonly volume?: string;
  /** Where its cache folder is, inside. */
  readonly cache: string;
}

/** What follows `docker create` or `docker run`, up to the program's own arguments. */
export function confinedArgs(ask: Confinement): readonly string[] {
  const {name, runId, image, ids, memoryBytes, mounts, volume, cache} = ask;
  return [
    ...['--name', name, '--label', `plimsoll.run=${runId}`, '--pull', 'never'],
    ...['--network', 'none', '--ipc', 'none', '--cap-drop', 'ALL', '--read-only'],
    ...['--security-opt', 'no-new-privileges', '--user', `${ids.uid}:${ids.gid}`],
    // Files of ours carry no label that a container of SELinux may read.
    ...['--security-opt', 'label=disable', '--pids-limit', '256'],
    ...['--memory', `${memoryBytes}`, '--memory-swap', `${memoryBytes}`],
    // Its words come to us, and are not kept by the engine.
    ...['--log-driver', 'none', '--workdir', '/'],
    ...Object.entries(environment(cache, memoryBytes)).flatMap(([key, value]) => [
      '--env',
      `${key}=${value}`,
    ]),
    ...mounts.flatMap((mount) => ['--mount', mountText(mount)]),
    ...(volume === undefined ? [] : ['--mount', `type=volume,dst=${volume}`]),
    image,
    INSIDE.program,
  ];
}

function mountText({source, target, isWritable = false}: Mount): string {
  return `type=bind,${csvField('src', source)},dst=${target}${isWritable ? '' : ',readonly'}`;
}

/** All that it has. */
function environment(cache: string, memoryBytes: number): Readonly<Record<string, string>> {
  return {
    ...noProxies(),
    HOME: `${cache}/home`,
    TMPDIR: `${cache}/tmp`,
    ...trivyVariables(),
    // The collector works harder before the engine ends the program.
    GOMEMLIMIT: `${Math.floor(memoryBytes * 0.9)}`,
  };
}

/** What any Trivy of ours is told by variables. */
export function trivyVariables(): Readonly<Record<string, string>> {
  return {
    // Go's garbage collector, told to wait longer: a tenth less time, 40 MB more memory.
    GOGC: '400',
    // Neither is anybody's to hear of; as variables, because older versions do not know the flags.
    TRIVY_DISABLE_TELEMETRY: 'true',
    TRIVY_SKIP_VERSION_CHECK: 'true',
  };
}
