/** What scans of tests have in common: layouts built by the engine, inputs, and Trivy's stand-ins. */
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {TestDeps} from './deps.ts';
import {lab} from './lab.ts';
import type {Scanned} from '../../src/domain/examined/examined.ts';
import type {Layout} from '../../src/domain/layout.ts';
import {imageId} from '../../src/domain/image-id.ts';
import type {ContentFacts} from '../../src/domain/image/contents.ts';
import type {ImageFacts} from '../../src/domain/image/facts.ts';
import {known, type Known} from '../../src/domain/known.ts';
import {MEMORY_BYTES} from '../../src/domain/supply/confinement.ts';
import type {TrivySource} from '../../src/domain/supply/trivy-source.ts';
import {DEFAULT_TRIVY} from './defaults.ts';
import type {DownloadLimits} from '../../src/stages/scan/binary/download.ts';
import {scanImage} from '../../src/stages/scan/index.ts';
import {type ScanCall} from '../../src/stages/scan/scan-call.ts';
import {startSupply, type Supply} from '../../src/stages/scan/supply.ts';

/** Builds a folder that holds a Dockerfile into a layout below it. */
export function buildLayout(
  context: string,
  name = 'app',
  options: readonly string[] = [],
): Layout {
  const path = join(context, 'layout');
  const built = spawnSync(
    'docker',
    [
      ...['buildx', 'build', '--provenance=false', '--quiet'],
      ...[...options, '--output', `type=oci,dest=${path},tar=false`, context],
    ],
    {encoding: 'utf8'},
  );
  if (built.status !== 0)
    throw new Error(`The lab's engine could not build ${name}; is lab/up done? ${built.stderr}`);
  return {image: planned(name), path};
}

/** An image of the plan, with this Dockerfile. */
export function planned(name = 'app', dockerfileText?: string): Layout['image'] {
  const platform = 'linux/amd64';
  return {
    id: imageId({name, platform}),
    ...{name, target: name, platform, namedContexts: {}, overrides: []},
    ...(dockerfileText !== undefined && {dockerfileText}),
  };
}

export interface SupplyOf {
  readonly trivyPath?: string;
  readonly dbPath?: string;
  readonly dbRepositories?: readonly string[];
  readonly offline?: boolean;
  readonly fetchSeconds?: number;
  readonly pauseSeconds?: number;
  /** An archive, fetched and unpacked; by default the lab's own program is taken as it is. */
  readonly trivy?: Partial<TrivySource>;
  readonly binary?: DownloadLimits;
  readonly memoryBytes?: number;
}

/** The lab's Trivy and database, unless told otherwise. */
export function supplyOf(deps: TestDeps, given: SupplyOf = {}): Supply {
  const {trivyPath, trivyUrl, trivyChecksum, dbRepositories} = lab();
  const inputs = {
    trivy: {
      ...{version: DEFAULT_TRIVY, url: trivyUrl, checksum: trivyChecksum},
      ...(given.trivy ?? {path: given.trivyPath ?? trivyPath}),
    },
    dbPath: given.dbPath,
    dbRepositories: given.dbRepositories ?? [dbRepositories],
    offline: given.offline ?? false,
  };
  return startSupply({inputs}, deps, {
    ...{fetchSeconds: given.fetchSeconds ?? 60, pauseSeconds: given.pauseSeconds ?? 0},
    binary: given.binary ?? {seconds: 60, pauses: []},
    memoryBytes: given.memoryBytes ?? MEMORY_BYTES,
  });
}

export interface ScanOf {
  readonly deps: TestDeps;
  readonly supply: Supply;
  readonly layout: Layout;
  readonly facts?: Known<ImageFacts>;
  readonly vex?: ScanCall['vex'];
  readonly secretRules?: ScanCall['secretRules'];
  readonly deadlineSeconds?: number;
}

export function scanOf({
  deps,
  supply,
  layout,
  facts,
  vex,
  secretRules,
  deadlineSeconds,
}: ScanOf): Promise<Scanned> {
  return scanImage(
    {
      layout,
      supply,
      scannable: layout.path,
      facts: facts ?? known(imageFacts()),
      vex: vex ?? [],
      secretRules,
      ...(deadlineSeconds !== undefined && {deadlineSeconds}),
    },
    deps,
  );
}

/** Of an image with one file, of which nothing is said. */
export function contents(change: Partial<ContentFacts> = {}): ContentFacts {
  return {
    ...{files: 1, inUseBytes: 0, biggestFiles: [], biggestFolders: []},
    ...{tools: [], privileged: [], jars: [], system: {lists: [], files: []}},
    ...change,
  };
}

/** What our own look inside gives, as far as the scan reads it. */
export function imageFacts(facts: Partial<ImageFacts> = {}): ImageFacts {
  return {
    platform: 'linux/amd64',
    ...{digest: '', configDigest: '', unpackedBytes: 0, downloadBytes: 0, layers: []},
    user: {unable: 'not asked'},
    healthcheck: {declared: false},
    ...{env: [], contents: contents(), waste: []},
    ...facts,
  };
}

/**
 * A program in the place of Trivy that tells its version as Trivy does, and at a
 * scan and at a conversion does what it is told; `$report` is where a report goes, `$trivy` the real one.
 */
export function standIn(folder: string, scan: string, convert = 'exec "$trivy" "$@"'): string {
  const path = join(folder, 'stand-in');
  const script = [
    '#!/bin/sh',
    `trivy='${lab().trivyPath}'`,
    'report= previous=',
    'for one in "$@"; do [ "$previous" = --output ] && report=$one; previous=$one; done',
    'case "$*" in version*) echo \'{"Version": "0.74.0"}\'; exit;; esac',
    `case "$1" in convert) ${convert};; esac`,
    scan,
  ].join('\n');
  mkdirSync(folder, {recursive: true});
  writeFileSync(path, `${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What lies beside the report; empty when it is not there. */
export function attachmentText({attachments}: Scanned, kind: 'trivy' | 'sbom'): string {
  const found = attachments.find((attachment) => attachment.kind === kind);
  return found !== undefined && 'text' in found ? found.text : '';
}
