/** What this run is compared with: the record of an earlier one, and what lies beside it. */
import {dirname, join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import zlib from 'node:zlib';
import {scanSbom} from '../clients/trivy.ts';
import type {Deps} from '../deps.ts';
import {parseListing, type ListedFile} from '../domain/compare/paths.ts';
import {attachmentName} from '../domain/examined.ts';
import {parseTrivyReport} from '../domain/findings/schema.ts';
import {findingsOf} from '../domain/findings/vulnerabilities.ts';
import type {ImageId} from '../domain/image-id.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {recordFindings} from '../domain/record/make.ts';
import {parseRecord} from '../domain/record/parse.ts';
import {
  RECORD_NAME,
  type RecordFinding,
  type RecordImage,
  type RunRecord,
} from '../domain/record/schema.ts';
import {messageOf, UserError} from '../errors.ts';
import type {Supply} from './scan/supply.ts';

const LARGEST_RECORD = 64 * 1024 * 1024;
const LARGEST_SBOM = 256 * 1024 * 1024;
const LARGEST_LIST = 256 * 1024 * 1024;

export interface Baseline {
  readonly record: RunRecord;
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
export async function readBaseline(path: string, supply: Supply, deps: Deps): Promise<Baseline> {
  const isFolder = (await deps.files.stat(path))?.kind === 'folder';
  const file = isFolder ? join(path, RECORD_NAME) : path;
  const record = parseRecord(await readRecord(file, deps));
  if (!isKnown(record)) throw new UserError(`The baseline ${file} ${record.unable}`);
  const folder = dirname(file);
  const images = record.value.images.map((facts, index): readonly [string, BaselineImage] => {
    const id = facts.id as ImageId;
    const beside = (kind: 'sbom' | 'files'): string => join(folder, attachmentName(id, kind));
    return [
      id,
      {
        facts,
        findings: scanAgain({facts, index, sbom: beside('sbom'), supply}, deps),
        files: () => readList(beside('files'), deps),
      },
    ];
  });
  const byId = new Map(images);
  return {record: record.value, image: (id) => byId.get(id)};
}

async function readRecord(file: string, deps: Deps): Promise<string> {
  try {
    return await deps.files.readText(file, LARGEST_RECORD);
  } catch (cause) {
    throw new UserError(
      `The baseline ${file} cannot be read (${messageOf(cause)}); the input baseline takes file=PATH with the report folder of an earlier run, or the ${RECORD_NAME} in it.`,
      {cause},
    );
  }
}

interface Again {
  readonly facts: RecordImage;
  readonly index: number;
  readonly sbom: string;
  readonly supply: Supply;
}

/** Never rejects: what could not be scanned compares as not known. */
async function scanAgain(
  {facts, index, sbom, supply}: Again,
  deps: Deps,
): Promise<Known<readonly RecordFinding[]>> {
  try {
    if ((await deps.files.stat(sbom)) === undefined) return unable('The baseline has no SBOM.');
    const [cells, scanner, database] = await Promise.all([
      supply.cells,
      supply.scanner,
      supply.database,
    ]);
    if (!isKnown(cells)) return cells;
    if (!isKnown(scanner)) return scanner;
    if (!isKnown(database)) return database;
    const cache = join(cells.value.scanning.folder, `baseline-${index}`);
    // Under a name of ours: the path may hold anything.
    const copy = `${cache}.json`;
    await deps.files.write(copy, await deps.files.read(sbom, LARGEST_SBOM));
    const call = {scanner: scanner.value.scanner, sbom: copy, cache, databases: [database.value]};
    const scanned = await scanSbom(call, deps);
    return isKnown(scanned) ? readFindings(scanned.value, facts) : scanned;
  } catch (error) {
    return unable(`The baseline's SBOM could not be scanned again: ${messageOf(error)}.`);
  }
}

function readFindings(json: string, facts: RecordImage): Known<readonly RecordFinding[]> {
  const parsed = parseTrivyReport(json);
  if (!isKnown(parsed)) return parsed;
  const layerOf = new Map(facts.layers.map(({diffId}, index) => [diffId, index]));
  return known(recordFindings(findingsOf(parsed.value.report, facts.id as ImageId), layerOf));
}

async function readList(path: string, deps: Deps): Promise<Known<readonly ListedFile[]>> {
  try {
    const plain = await gunzip(await deps.files.read(path, LARGEST_LIST));
    return known(parseListing(plain.toString('utf8')));
  } catch (error) {
    return unable(`The list of files ${path} cannot be read: ${messageOf(error)}.`);
  }
}

/** @throws when it is damaged, or larger than a list can be */
export async function gunzip(data: Uint8Array): Promise<Buffer> {
  const stream = zlib.createGunzip({maxOutputLength: LARGEST_LIST});
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LARGEST_LIST) stream.destroy(new Error(`it has more than ${LARGEST_LIST} bytes`));
  });
  stream.end(data);
  return buffer(stream);
}
