/** Trivy as typed calls. It sees an empty folder and an environment of listed names: threats.md rules 4, 7. */
import {join} from 'node:path';
import type {Deps, RunResult} from '../deps.ts';
import {reasonOf} from '../domain/findings/log.ts';
import {parseTrivyVersion} from '../domain/findings/schema.ts';
import {known, unable, type Known} from '../domain/known.ts';

export interface Trivy {
  /** A path, or the name on PATH. */
  readonly program: string;
  readonly version: string;
}

/** Where Trivy runs. */
export interface Cell {
  /** Ours, for caches and reports. */
  readonly folder: string;
  /** Empty: no trivy.yaml, .trivyignore or trivy-secret.yaml is found there. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const VERSION_SECONDS = 30;
const CONVERT_SECONDS = 120;
const LARGEST_REPORT = 256 * 1024 * 1024;
const LARGEST_LOG = 4 * 1024 * 1024;
/**
 * Trivy fails as a whole when it meets an archive and has no Java database, whatever it is told to skip.
 * In any case, as its own analyser looks for them.
 */
const ARCHIVES = ['**/*.[jJwWeEpP][aA][rR]'];

/** Starts it once; `unable` says what to set. */
export async function findTrivy(program: string, cell: Cell, deps: Deps): Promise<Known<Trivy>> {
  const result = await run(program, {args: ['version', '--format', 'json'], cell}, deps);
  const version = parseTrivyVersion(result.stdout);
  if (isWell(result) && version !== undefined) return known({program, version});
  const reason = isWell(result) ? 'it does not tell its version as Trivy does' : endingOf(result);
  return unable(
    `Trivy could not be started (${program}: ${reason}); install it, or name it with the input trivy-path.`,
  );
}

export interface Fetch {
  readonly trivy: Trivy;
  readonly cell: Cell;
  /** Where it is put: `db/trivy.db` in this folder. */
  readonly cache: string;
  /** Undefined: Trivy's own. */
  readonly repository: string | undefined;
  readonly deadlineSeconds: number;
}

/** Fetches the vulnerability database by Trivy itself, which takes plain HTTP from loopback alone. */
export async function fetchDatabase(
  {trivy, cell, cache, repository, deadlineSeconds}: Fetch,
  deps: Deps,
): Promise<Known<string>> {
  const args = [
    ...['image', '--download-db-only', '--no-progress', '--cache-dir', cache],
    ...['--config', join(cell.folder, 'no-config.yaml')],
    ...(repository === undefined ? [] : ['--db-repository', repository]),
  ];
  const result = await run(trivy.program, {args, cell, deadlineSeconds}, deps);
  return isWell(result) ? known(cache) : unable(endingOf(result));
}

export interface Scan {
  readonly trivy: Trivy;
  readonly cell: Cell;
  /** A folder with one manifest; no `@` or `:` in its path. */
  readonly layout: string;
  /** Of this scan alone: Trivy locks it. */
  readonly cache: string;
  /** Where the report is written. */
  readonly report: string;
  /** True when the cache holds the Java database. */
  readonly readsArchives: boolean;
  readonly deadlineSeconds: number;
}

export interface Scanning {
  /** Trivy's JSON as it came. */
  readonly json: string;
  /** Its log. */
  readonly log: string;
}

/** One scan of one layout; `unable` is one sentence with Trivy's own reason. */
export async function scanLayout(scan: Scan, deps: Deps): Promise<Known<Scanning>> {
  const {trivy, cell, report, deadlineSeconds} = scan;
  const result = await run(trivy.program, {args: scanArgs(scan), cell, deadlineSeconds}, deps);
  if (!isWell(result)) return unable(`Trivy could not scan the image: ${endingOf(result)}.`);
  const file = await deps.files.stat(report);
  if (file === undefined)
    return unable('Trivy could not scan the image: it ended well and wrote no report.');
  if (file.bytes > LARGEST_REPORT)
    return unable(`Trivy's report has ${file.bytes} bytes; at most ${LARGEST_REPORT} are read.`);
  return known({json: await deps.files.readText(report, LARGEST_REPORT), log: result.stderr});
}

export interface SbomScan {
  readonly trivy: Trivy;
  readonly cell: Cell;
  readonly sbom: string;
  /** Of this scan alone: Trivy locks it. */
  readonly cache: string;
}

/** The vulnerabilities of an SBOM that Trivy wrote, as its JSON. */
export async function scanSbom(
  {trivy, cell, sbom, cache}: SbomScan,
  deps: Deps,
): Promise<Known<string>> {
  const args = [
    ...['sbom', '--format', 'json', '--list-all-pkgs', '--no-progress', '--cache-dir', cache],
    ...['--skip-db-update', '--skip-java-db-update', '--offline-scan'],
    ...['--ignorefile', join(cell.folder, 'no-ignores')],
    ...['--config', join(cell.folder, 'no-config.yaml'), sbom],
  ];
  const call = {args, cell, deadlineSeconds: CONVERT_SECONDS, maxOutputBytes: LARGEST_REPORT};
  const result = await run(trivy.program, call, deps);
  return isWell(result) && !result.truncated ? known(result.stdout) : unable(endingOf(result));
}

/** Never `--exit-code`: a database that cannot be had ends Trivy just so (facts.md). */
function scanArgs(scan: Scan): readonly string[] {
  const {cell, layout, cache, report, deadlineSeconds} = scan;
  return [
    ...['image', '--input', layout, '--format', 'json', '--output', report, '--list-all-pkgs'],
    ...['--scanners', 'vuln,secret', '--image-config-scanners', 'secret', '--no-progress'],
    ...['--skip-db-update', '--skip-java-db-update', '--offline-scan', '--cache-dir', cache],
    ...['--ignorefile', join(cell.folder, 'no-ignores')],
    ...['--config', join(cell.folder, 'no-config.yaml')],
    // Its own limit is five minutes.
    ...['--timeout', `${Math.ceil(deadlineSeconds)}s`],
    ...(scan.readsArchives ? [] : ARCHIVES).flatMap((pattern) => ['--skip-files', pattern]),
  ];
}

export interface Conversion {
  readonly trivy: Trivy;
  readonly cell: Cell;
  readonly report: string;
}

/** A report of `--list-all-pkgs` as CycloneDX. */
export async function convertToSbom(
  {trivy, cell, report}: Conversion,
  deps: Deps,
): Promise<Known<string>> {
  const args = [
    ...['convert', '--format', 'cyclonedx', '--cache-dir', cell.folder],
    ...['--config', join(cell.folder, 'no-config.yaml'), report],
  ];
  const call = {args, cell, deadlineSeconds: CONVERT_SECONDS, maxOutputBytes: LARGEST_REPORT};
  const result = await run(trivy.program, call, deps);
  if (!isWell(result)) return unable(`Trivy could not write the SBOM: ${endingOf(result)}.`);
  return result.truncated
    ? unable(`Trivy's SBOM is larger than ${LARGEST_REPORT} bytes and is left out.`)
    : known(result.stdout);
}

interface Call {
  readonly args: readonly string[];
  readonly cell: Cell;
  readonly deadlineSeconds?: number;
  readonly maxOutputBytes?: number;
}

function run(program: string, call: Call, deps: Deps): Promise<RunResult> {
  return deps.exec.run(program, {
    args: call.args,
    cwd: call.cell.cwd,
    onlyEnv: call.cell.env,
    deadlineSeconds: call.deadlineSeconds ?? VERSION_SECONDS,
    maxOutputBytes: call.maxOutputBytes ?? LARGEST_LOG,
  });
}

function isWell({ended, exitCode}: RunResult): boolean {
  return ended === 'exit' && exitCode === 0;
}

/** How it ended badly, in words without a full stop. */
function endingOf(result: RunResult): string {
  switch (result.ended) {
    case 'missing':
      return 'there is no such program';
    case 'deadline':
      return `it was ended after ${result.seconds.toFixed(0)} seconds`;
    case 'aborted':
      return 'the run was stopped';
    case 'signal':
      return 'it could not be run, or was killed; a lack of memory does that';
    case 'exit':
      return reasonOf(result.stderr) ?? `exit status ${result.exitCode}, without a word`;
  }
}
