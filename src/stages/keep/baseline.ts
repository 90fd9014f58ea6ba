/** What this run is compared with: the record of an earlier one, and what lies beside it. */
import {dirname, join} from 'node:path';
import {scanSbom} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import type {ListedFile} from '../../domain/compare/paths.ts';
import {attachmentName} from '../../domain/examined/examined.ts';
import {parseTrivyReport} from '../../domain/findings/trivy-schema.ts';
import {toFindings} from '../../domain/findings/vulnerabilities.ts';
import {toFileName, type ImageId} from '../../domain/image-id.ts';
import {isInside, nameIn} from '../../domain/inside.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {layerPositions, recordFindings} from '../../domain/record/make.ts';
import {parseRecord} from '../../domain/record/parse.ts';
import {
  RECORD_NAME,
  type RecordFinding,
  type RecordImage,
  type RunRecord,
} from '../../domain/record/schema.ts';
import {errorMessage, UserError} from '../../errors.ts';
import {LARGEST_LISTING, readListing} from '../read/compressed-listing.ts';
import {suppliedTools, type Supply} from '../scan/supply.ts';

const LARGEST_RECORD = 64 * 1024 * 1024;
const LARGEST_SBOM = 256 * 1024 * 1024;

export interface Baseline {
  readonly record: RunRecord;
  /** Commits between it and the one that was looked for; absent: none. */
  readonly back?: number;
  /** Its image of that id, with what is known of it; undefined: it had none. */
  readonly image: (id: ImageId) => BaselineImage | undefined;
}

export interface BaselineImage {
  readonly facts: RecordImage;
  /** Judged with the database of this run. */
  readonly findings: Promise<Known<readonly RecordFinding[]>>;
  readonly files: () => Promise<Known<readonly ListedFile[]>>;
}

/**
 * Reads the record, and starts to scan its SBOMs again.
 * @param path a report folder, or the record in it
 * @throws {UserError} when there is no record, or it is none
 */
export async function readBaseline(
  path: string,
  supply: Supply,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<Baseline> {
  const isFolder = (await deps.files.stat(path))?.kind === 'folder';
  const file = isFolder ? join(path, RECORD_NAME) : path;
  const record = parseRecord(await readRecord(file, deps));
  if (!isKnown(record)) throw new UserError(`The baseline ${file} ${record.unable}`);
  const folder = dirname(file);
  const images = record.value.images.map((facts): readonly [string, BaselineImage] => {
    const id = facts.id as ImageId;
    const beside = (kind: 'sbom' | 'files'): string => join(folder, attachmentName(id, kind));
    return [
      id,
      {
        facts,
        findings: scanAgain(
          {facts, cache: `baseline-${toFileName(id)}`, sbom: beside('sbom'), supply},
          deps,
        ),
        files: () => readList(beside('files'), deps),
      },
    ];
  });
  const byId = new Map(images);
  return {record: record.value, image: (id) => byId.get(id)};
}

async function readRecord(file: string, deps: Pick<Deps, 'files' | 'workflow'>): Promise<string> {
  try {
    return new TextDecoder().decode(await readBeside(file, LARGEST_RECORD, deps));
  } catch (cause) {
    throw new UserError(
      `The baseline ${file} cannot be read (${errorMessage(cause)}); the input baseline takes file=PATH with the report folder of an earlier run, or the ${RECORD_NAME} in it.`,
      {cause},
    );
  }
}

/** A baseline in the checkout is what the repository made of it; another one lies in its folder. */
function readBeside(
  path: string,
  maxBytes: number,
  {files, workflow}: Pick<Deps, 'files' | 'workflow'>,
): Promise<Uint8Array> {
  const {cwd} = workflow;
  return files.readNamed(path, {
    name: nameIn(cwd, path),
    maxBytes,
    within: [isInside(path, cwd) ? cwd : dirname(path)],
  });
}

interface Again {
  readonly facts: RecordImage;
  /** Of this scan alone: a name in the scanner's folder. */
  readonly cache: string;
  readonly sbom: string;
  readonly supply: Supply;
}

/** Never rejects: what could not be scanned compares as not known. */
async function scanAgain(
  {facts, cache: name, sbom, supply}: Again,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<Known<readonly RecordFinding[]>> {
  try {
    if ((await deps.files.stat(sbom)) === undefined) return unable('The baseline has no SBOM.');
    const tools = await suppliedTools(supply);
    if (!isKnown(tools)) return tools;
    const {folder, scanner, database} = tools.value;
    if (!isKnown(database)) return database;
    const cache = join(folder, name);
    // Under a name of ours: the path may hold anything.
    const copy = `${cache}.json`;
    await deps.files.write(copy, await readBeside(sbom, LARGEST_SBOM, deps));
    const scanned = await scanSbom({scanner, sbom: copy, cache, databases: [database.value]}, deps);
    return isKnown(scanned) ? readFindings(scanned.value, facts) : scanned;
  } catch (error) {
    return unable(`The baseline's SBOM could not be scanned again: ${errorMessage(error)}.`);
  }
}

function readFindings(json: string, facts: RecordImage): Known<readonly RecordFinding[]> {
  const parsed = parseTrivyReport(json);
  if (!isKnown(parsed)) return parsed;
  const findings = toFindings(parsed.value.report, facts.id as ImageId);
  return known(recordFindings(findings, layerPositions(facts.layers)));
}

async function readList(
  path: string,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<Known<readonly ListedFile[]>> {
  try {
    return known(await readListing(await readBeside(path, LARGEST_LISTING, deps)));
  } catch (error) {
    return unable(`The list of files ${path} cannot be read: ${errorMessage(error)}.`);
  }
}

/** Of records that hold an image each, of one commit. */
export function joinBaselines(all: readonly Baseline[]): Baseline | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const images = all.flatMap(({record}) => record.images);
  return {
    record: {...first.record, images},
    image: (id) => all.map(({image}) => image(id)).find((image) => image !== undefined),
  };
}
