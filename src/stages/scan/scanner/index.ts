/** The closest confinement that this machine's engine allows: threats.md rule 4. */
import {askVersion, type Cell} from '../../../clients/bare-trivy.ts';
import type {EngineCall} from '../../../clients/containers.ts';
import type {Scanner} from '../../../clients/scanner.ts';
import type {Deps} from '../../../deps.ts';
import {ARCHIVE_END} from '../../../domain/health/archive.ts';
import {isKnown, known, unable, type Known} from '../../../domain/known.ts';
import {idsFor} from '../../../domain/supply/confinement.ts';
import {maliceOf} from '../../../domain/supply/trivy-releases.ts';
import type {Cells} from '../cell.ts';
import {bareScanner} from './bare.ts';
import {ownImage, type Shell} from './container.ts';
import {copiedScanner, copiedVersion, programArchive} from './copied.ts';
import {mountedScanner, mountedVersion, sharesDisk} from './mounted.ts';

/** What can be settled before there is a program: it is fetched meanwhile. */
export interface Ground extends Omit<Shell, 'program'> {
  readonly sharesDisk: boolean;
}

export async function findGround(
  {cells, memoryBytes}: {readonly cells: Cells; readonly memoryBytes: number},
  deps: Deps,
): Promise<Known<Ground>> {
  const call: EngineCall = {deps, cwd: cells.scanning.cwd};
  const image = await ownImage(call, nothing());
  if (!isKnown(image)) return unable(`the engine takes no image (${image.unable})`);
  const shell = {call, memoryBytes, ids: idsFor(deps.machine), image: image.value};
  return known({...shell, sharesDisk: await sharesDisk(shell, cells.nonce)});
}

/** An archive of nothing. */
async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(ARCHIVE_END);
}

export interface ScannerAsk {
  readonly program: string;
  readonly cell: Cell;
  readonly ground: Known<Ground>;
}

export interface MadeScanner {
  readonly scanner: Scanner;
  /** Undefined: confined; else why not, in words without a full stop. */
  readonly bare?: string;
}

export async function makeScanner(ask: ScannerAsk, deps: Deps): Promise<Known<MadeScanner>> {
  const {program, cell, ground} = ask;
  const confined = isKnown(ground) ? await confine(program, ground.value) : ground;
  if (isKnown(confined)) return expectBenign({scanner: confined.value});
  const version = await askVersion(program, cell, deps);
  if (!isKnown(version)) return version;
  const scanner = bareScanner({program, cell, version: version.value}, deps);
  return expectBenign({scanner, bare: confined.unable});
}

function expectBenign(made: MadeScanner): Known<MadeScanner> {
  const malice = maliceOf(made.scanner.version);
  return malice === undefined ? known(made) : unable(`${malice}: it is not used.`);
}

async function confine(program: string, ground: Ground): Promise<Known<Scanner>> {
  const shell: Shell = {...ground, program};
  if (ground.sharesDisk) {
    const version = await mountedVersion(shell);
    return isKnown(version)
      ? known(mountedScanner(shell, version.value))
      : unable(`it does not run alone in a container (${version.unable})`);
  }
  ground.call.deps.log.line(
    'The engine does not see the files of this machine: what Trivy needs is copied into its container.',
  );
  const full = await ownImage(ground.call, programArchive(program, ground.call.deps));
  if (!isKnown(full)) return unable(`the engine does not see our files (${full.unable})`);
  const copied: Shell = {...shell, image: full.value};
  const version = await copiedVersion(copied);
  return isKnown(version)
    ? known(copiedScanner(copied, version.value))
    : unable(`it does not run alone in a container (${version.unable})`);
}
