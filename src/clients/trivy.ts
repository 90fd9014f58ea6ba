import {stripVTControlCharacters} from 'node:util';
import type {Deps, RunResult} from '../deps.ts';
import {parseTrivyVersion} from '../domain/findings/schema.ts';
import {known, unable, type Known} from '../domain/known.ts';
import {endingOf} from './tool.ts';

export interface Trivy {
  /** A path, or the name on PATH. */
  readonly program: string;
  readonly version: string;
}

/** Where Trivy runs: an empty folder of ours and an environment of listed names (threats.md rules 4, 7). */
export interface Cell {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

const LARGEST_REPORT = 512 * 1024 * 1024;
const LONGEST_REASON = 500;

export async function findTrivy(program: string, cell: Cell, deps: Deps): Promise<Known<Trivy>> {
  const result = await deps.exec.run(program, {
    args: ['version', '--format', 'json', '--cache-dir', cell.folder],
    cwd: cell.folder,
    onlyEnv: cell.env,
    deadlineSeconds: 30,
  });
  const version = parseTrivyVersion(result.stdout);
  if (result.ended === 'exit' && result.exitCode === 0 && version !== undefined)
    return known({program, version});
  const reason =
    result.ended === 'exit' && result.exitCode === 0
      ? 'it does not say its version'
      : endingOf(result);
  return unable(
    `Trivy could not be started (${program}: ${reason}); install it, or name it with the input trivy-path.`,
  );
}

export interface Fetch {
  readonly trivy: Trivy;
  readonly cell: Cell;
  readonly cache: string;
  /** Empty: Trivy's own. */
  readonly repositories: readonly string[];
}

/** Fetches the vulnerability database into a cache folder; `unable` says Trivy's own reason. */
export async function fetchDatabase(
  {trivy, cell, cache, repositories}: Fetch,
  deps: Deps,
): Promise<Known<string>> {
  const result = await deps.exec.run(trivy.program, {
    args: [
      ...['image', '--download-db-only', '--cache-dir', cache, '--no-progress'],
      ...repositories.flatMap((repository) => ['--db-repository', repository]),
      // Plain HTTP only where it cannot leave the machine.
      ...(repositories.length > 0 && repositories.every(isLoopback) ? ['--insecure'] : []),
    ],
    cwd: cell.folder,
    onlyEnv: cell.env,
    deadlineSeconds: 300,
  });
  if (result.ended === 'exit' && result.exitCode === 0) return known(cache);
  return unable(`The vulnerability database could not be fetched: ${trivyReason(result)}.`);
}

function isLoopback(repository: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])(:\d+)?\//.test(repository);
}

export interface Scan {
  readonly trivy: Trivy;
  readonly cell: Cell;
  readonly layout: string;
  readonly cache: string;
  readonly deadlineSeconds: number;
}

/** One scan of one layout: Trivy's JSON as it came, or why there is none. */
export async function scanLayout(scan: Scan, deps: Deps): Promise<Known<string>> {
  const {trivy, cell, layout, cache} = scan;
  const result = await deps.exec.run(trivy.program, {
    args: [
      ...['image', '--input', layout, '--format', 'json', '--list-all-pkgs', '--no-progress'],
      ...['--scanners', 'vuln,secret', '--image-config-scanners', 'secret'],
      ...[
        '--cache-dir',
        cache,
        '--ignorefile',
        `${cell.folder}/no-ignores`,
        '--config',
        `${cell.folder}/no-config.yaml`,
      ],
      ...['--skip-db-update', '--skip-java-db-update', '--offline-scan', '--skip-version-check'],
    ],
    cwd: cell.folder,
    onlyEnv: cell.env,
    deadlineSeconds: scan.deadlineSeconds,
    maxOutputBytes: LARGEST_REPORT,
  });
  if (result.ended !== 'exit' || result.exitCode !== 0)
    return unable(`Trivy could not scan the image: ${trivyReason(result)}.`);
  if (result.truncated)
    return unable('Trivy wrote a report of more than 512 MiB, which is not read.');
  // Some versions print a warning before their JSON.
  const start = result.stdout.indexOf('{');
  return start === -1
    ? unable('Trivy could not scan the image: it ended well and printed no JSON.')
    : known(result.stdout.slice(start));
}

/** Trivy's JSON as CycloneDX. */
export async function convertToSbom(
  convert: {readonly trivy: Trivy; readonly cell: Cell; readonly report: string},
  deps: Deps,
): Promise<Known<string>> {
  const {trivy, cell, report} = convert;
  const result = await deps.exec.run(trivy.program, {
    args: ['convert', '--format', 'cyclonedx', '--cache-dir', cell.folder, report],
    cwd: cell.folder,
    onlyEnv: cell.env,
    deadlineSeconds: 120,
    maxOutputBytes: LARGEST_REPORT,
  });
  if (result.ended === 'exit' && result.exitCode === 0) return known(result.stdout);
  return unable(`Trivy could not write the SBOM: ${trivyReason(result)}.`);
}

/** Trivy's last fatal line, with the causes that it writes indented below; without its chain of wrappers. */
function trivyReason(result: RunResult): string {
  if (result.ended !== 'exit') return endingOf(result);
  const lines = stripVTControlCharacters(result.stderr)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const at = lines.findLastIndex((line) => /\b(FATAL|ERROR)\b/.test(line));
  const words = lines
    .slice(at === -1 ? -1 : at)
    .map((line) =>
      line.replace(/^\S+\s+(FATAL|ERROR)\s+(Fatal error\s+)?/, '').replace(/^\s*\*?\s*/, ''),
    )
    .join(' ')
    .replace(/\.$/, '');
  if (words === '') return `exit status ${result.exitCode}`;
  return words.length <= LONGEST_REASON ? words : `...${words.slice(-LONGEST_REASON)}`;
}
