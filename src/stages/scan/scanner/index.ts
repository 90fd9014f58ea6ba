/** The closest confinement that this machine's engine allows: threats.md rule 4. */
import {askVersion, type Sandbox} from '../../../clients/bare-trivy.ts';
import type {EngineCall} from '../../../clients/containers.ts';
import type {Scanner, ScannerCall, ScannerRun} from '../../../clients/scanner.ts';
import type {Deps} from '../../../deps.ts';
import {ARCHIVE_END} from '../../../domain/health/archive.ts';
import {isKnown, known, mapKnown, unable, type Known} from '../../../domain/known.ts';
import {idsFor} from '../../../domain/supply/confinement.ts';
import {compromiseReason} from '../../../domain/supply/trivy-releases.ts';
import type {ScanSandbox} from '../sandbox.ts';
import {bareScanner} from './bare.ts';
import {endAll, ownImage, type Shell} from './container.ts';
import {copiedScanner, programArchive} from './copied.ts';
import {mountedScanner, sharesDisk} from './mounted.ts';

/** What can be settled before there is a program: it is fetched meanwhile. */
export interface Ground extends Omit<Shell, 'program'> {
  readonly sharesDisk: boolean;
}

export async function findGround(
  {cells, memoryBytes}: {readonly cells: ScanSandbox; readonly memoryBytes: number},
  deps: Deps,
): Promise<Known<Ground>> {
  const call: EngineCall = {deps, cwd: cells.sandbox.cwd};
  const making = {call, made: []};
  const image = await ownImage(making, nothing());
  if (!isKnown(image)) return unable(`the engine takes no image (${image.unable})`);
  const shell = {...making, memoryBytes, ids: idsFor(deps.machine), image: image.value};
  return known({...shell, sharesDisk: await sharesDisk(shell, cells.nonce)});
}

/** An archive of nothing. */
async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(ARCHIVE_END);
}

export interface ScannerRequest {
  readonly program: string;
  readonly sandbox: Sandbox;
  readonly ground: Known<Ground>;
}

export interface MadeScanner {
  readonly scanner: Scanner;
  /** Undefined: every scan until now was confined; else why not, in words without a full stop. */
  readonly bare: () => string | undefined;
  /** After the last scan: what was made for them in the engine goes. */
  readonly end: () => Promise<void>;
}

export async function makeScanner(
  ask: ScannerRequest,
  deps: Pick<Deps, 'exec' | 'files' | 'signal'>,
): Promise<Known<MadeScanner>> {
  const {program, ground} = ask;
  const end = async (): Promise<void> => {
    if (isKnown(ground)) await endAll(ground.value);
  };
  const confined = isKnown(ground) ? await confine(program, ground.value) : ground;
  if (isKnown(confined)) return known({...orBare(confined.value, ask, deps), end});
  const scanner = await makeBare(ask, deps);
  return mapKnown(scanner, (made) => ({scanner: made, bare: () => confined.unable, end}));
}

/** One that cannot be started alone in a container, not even once, is a process of its own. */
function orBare(
  confined: Scanner,
  ask: ScannerRequest,
  deps: Pick<Deps, 'exec' | 'files' | 'signal'>,
): Omit<MadeScanner, 'end'> {
  let hasRun = false;
  let why: string | undefined;
  let other: Promise<Known<Scanner>> | undefined;
  const run = async (call: ScannerCall): Promise<ScannerRun> => {
    const ended = await confined.run(call);
    hasRun ||= ended.notStarted !== true;
    if (hasRun) return ended;
    why ??= `it does not run alone in a container (${ended.failure ?? ''})`;
    other ??= makeBare(ask, deps);
    const made = await other;
    return isKnown(made) ? made.value.run(call) : {...ended, failure: made.unable};
  };
  return {scanner: {program: confined.program, run}, bare: () => why};
}

/** Asked for its version first: there it could take what it finds. */
async function makeBare(
  {program, sandbox: cell}: ScannerRequest,
  deps: Pick<Deps, 'exec' | 'files' | 'signal'>,
): Promise<Known<Scanner>> {
  const version = await askVersion(program, cell, deps);
  if (!isKnown(version)) return version;
  const malice = versionRefusal(version.value);
  return malice === undefined ? known(bareScanner({program, sandbox: cell}, deps)) : unable(malice);
}

/** Why what a version of Trivy says is not taken; undefined where nothing is known against it. */
export function versionRefusal(version: string): string | undefined {
  const malice = compromiseReason(version);
  return malice === undefined ? undefined : `${malice}: it is not used`;
}

async function confine(program: string, ground: Ground): Promise<Known<Scanner>> {
  const shell: Shell = {...ground, program};
  if (ground.sharesDisk) return known(mountedScanner(shell));
  ground.call.deps.log.line(
    'The engine does not see the files of this machine: what Trivy needs is copied into its container.',
  );
  const full = await ownImage(ground, programArchive(program, ground.call.deps));
  if (!isKnown(full)) return unable(`the engine does not see our files (${full.unable})`);
  return known(copiedScanner({...shell, image: full.value}));
}
