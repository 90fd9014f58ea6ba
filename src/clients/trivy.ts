/** Trivy as typed calls, over a scanner that shows it nothing else: threats.md rules 4, 7. */
import {join} from 'node:path';
import type {Deps} from '../deps.ts';
import {isKnown, known, mapKnown, unable, type Known} from '../domain/known.ts';
import type {Scanner, ScannerCall, ScannerPaths, SharedDatabase} from './scanner.ts';

const SBOM_SECONDS = 120;
/** Where Trivy keeps what it saw in layers, in its cache folder. */
export const ANALYSES = 'fanal/fanal.db';
const LARGEST_REPORT = 256 * 1024 * 1024;
/** In any case, as its own analyser looks for them. */
const ARCHIVES = '**/*.[jJwWeEpP][aA][rR]';
/** How Trivy ends when it meets an archive of Java and has no Java database. */
const WANTS_JAVA = 'Unable to initialize the Java DB';
/** What stands before the reason, where it cannot read rules for secrets. */
const REFUSES_RULES = 'secrets config decode error: ';

export interface Scan {
  readonly scanner: Scanner;
  /** A folder with one manifest; no `@` or `:` in its path. */
  readonly layout: string;
  /** Of this scan alone: Trivy locks it. */
  readonly cache: string;
  readonly databases: readonly SharedDatabase[];
  /** The vulnerability database could not be had: secrets are looked for without it. */
  readonly secretsAlone?: boolean;
  /** The Java database could not be had, and Trivy fails as a whole where it meets an archive without it. */
  readonly skipsArchives?: boolean;
  /** Names in the cache folder of documents whose word is taken. */
  readonly vex: readonly string[];
  /** Name in the cache folder of rules for secrets; Trivy passes over a file of an image that is called so. */
  readonly secretConfig: string;
  readonly deadlineSeconds: number;
}

export interface Scanning {
  /** Trivy's JSON as it came. */
  readonly json: string;
  /** Its log. */
  readonly log: string;
  /** What it calls the layout. */
  readonly artifact: string;
}

/** One scan of one layout; `unable` is one sentence with Trivy's own reason. */
export async function scanLayout(scan: Scan, deps: Pick<Deps, 'files'>): Promise<Known<Scanning>> {
  const {scanner, layout, cache, databases, deadlineSeconds} = scan;
  const written = await runFor(
    {
      scanner,
      cache,
      databases,
      deadlineSeconds,
      input: layout,
      output: 'report.json',
      kept: [ANALYSES],
      args: (at) => scanArgs(at, scan),
    },
    deps,
  );
  return isKnown(written)
    ? known({json: written.value.text, log: written.value.log, artifact: written.value.input})
    : unable(`${failureWords(written.unable)}.`);
}

function failureWords(reason: string): string {
  const [, ofRules] = reason.split(REFUSES_RULES);
  return ofRules === undefined
    ? `Trivy could not scan the image: ${reason}`
    : `Trivy does not take the rules of trivy-secret.yaml: ${ofRules}`;
}

/** Its own sign that there are archives of Java: nothing else says so for certain. */
export function wantsJava(scanned: Known<Scanning>): boolean {
  return !isKnown(scanned) && scanned.unable.includes(WANTS_JAVA);
}

interface RunFor extends Omit<ScannerCall, 'outputs'> {
  readonly scanner: Scanner;
  /** Of a file that it writes into its cache folder: what it prints may be anything. */
  readonly output: string;
  /** Other files of the cache folder that are wanted, where they are there. */
  readonly kept?: readonly string[];
}

/** What it wrote; `unable` in words without a full stop. */
async function runFor(
  {scanner, output, kept = [], args, ...call}: RunFor,
  deps: Pick<Deps, 'files'>,
): Promise<Known<{readonly text: string; readonly log: string; readonly input: string}>> {
  const result = await scanner.run({
    ...call,
    args: (at) => [...args(at), ...['--output', join(at.cache, output)]],
    outputs: [output, ...kept],
  });
  if (result.failure !== undefined) return unable(result.failure);
  const path = join(call.cache, output);
  const file = await deps.files.stat(path);
  // A link would be followed on our side.
  if (file?.kind !== 'file') return unable('it ended well and wrote no report');
  if (file.bytes > LARGEST_REPORT)
    return unable(`its report has ${file.bytes} bytes, and at most ${LARGEST_REPORT} are read`);
  const {log, input} = result;
  const named = {name: output, within: [call.cache], maxBytes: LARGEST_REPORT};
  const text = new TextDecoder().decode(await deps.files.readNamed(path, named));
  return known({text, log, input});
}

/** Never `--exit-code`: a database that cannot be had ends Trivy just so (facts.md). */
function scanArgs(
  {input, cache}: ScannerPaths,
  {deadlineSeconds, secretsAlone = false, skipsArchives = false, ...given}: Scan,
): readonly string[] {
  const scanners = secretsAlone ? 'secret' : 'vuln,secret';
  return [
    ...['image', '--input', input, '--format', 'json'],
    ...['--list-all-pkgs', '--scanners', scanners, '--image-config-scanners', 'secret'],
    ...['--skip-db-update', '--skip-java-db-update', '--offline-scan', '--no-progress'],
    ...steeredByNothing(cache),
    ...['--secret-config', join(cache, given.secretConfig)],
    // Its own limit is five minutes.
    ...['--timeout', `${Math.ceil(deadlineSeconds)}s`],
    ...(skipsArchives ? ['--skip-files', ARCHIVES] : []),
    // What they answer is told beside the findings, instead of nowhere.
    ...given.vex.flatMap((name) => ['--vex', join(cache, name), '--show-suppressed']),
  ];
}

/** Files that every scanner puts there, and that are empty. */
export const EMPTY_FILES = {ignores: 'no-ignores', config: 'no-config.yaml'} as const;

function steeredByNothing(cache: string): readonly string[] {
  return [
    ...['--cache-dir', cache, '--ignorefile', join(cache, EMPTY_FILES.ignores)],
    ...['--config', join(cache, EMPTY_FILES.config)],
  ];
}

export interface SbomScan {
  readonly scanner: Scanner;
  readonly sbom: string;
  /** Of this scan alone: Trivy locks it. */
  readonly cache: string;
  readonly databases: readonly SharedDatabase[];
}

/** The vulnerabilities of an SBOM that Trivy wrote, as its JSON; `unable` in words. */
export async function scanSbom(
  {scanner, sbom, cache, databases}: SbomScan,
  deps: Pick<Deps, 'files'>,
): Promise<Known<string>> {
  const written = await runFor(
    {
      scanner,
      cache,
      databases,
      input: sbom,
      output: 'report.json',
      deadlineSeconds: SBOM_SECONDS,
      args: (at) => [
        ...['sbom', at.input, '--format', 'json', '--list-all-pkgs', '--no-progress'],
        ...['--skip-db-update', '--skip-java-db-update', '--offline-scan'],
        ...steeredByNothing(at.cache),
      ],
    },
    deps,
  );
  return mapKnown(written, ({text}) => text);
}
