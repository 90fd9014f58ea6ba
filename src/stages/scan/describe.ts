/** What the report says of the scanner and its database. */
import {defined} from '../../domain/defined.ts';
import type {Scanned} from '../../domain/examined/examined.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import type {RunTools, ScannerFacts} from '../../domain/report/make.ts';
import type {ReportDatabase} from '../../domain/report/scanner-schema.ts';
import type {Binary} from './binary/index.ts';
import type {Database} from './database.ts';
import type {MadeScanner} from './scanner/index.ts';

export interface Used {
  readonly binary: Known<Binary>;
  /** Undefined: no scan needed it. */
  readonly scanner: Known<MadeScanner> | undefined;
  readonly memoryBytes: number;
  readonly database: Known<Database>;
  /** Undefined: no image has archives of Java. */
  readonly java: Known<Database> | undefined;
}

/** @param scans of this run: each knows of which version its scanner was */
export function describeTools(
  scans: readonly Pick<Scanned, 'scanner'>[],
  {binary, scanner, memoryBytes, database, java}: Used,
): RunTools {
  const version = scans.find((scan) => scan.scanner !== undefined)?.scanner;
  const hasAnswered = scanner === undefined ? version !== undefined : isKnown(scanner);
  const isThere = hasAnswered && isKnown(binary);
  // Answers that are kept were all given in a container.
  const why = scanner !== undefined && isKnown(scanner) ? scanner.value.bare() : undefined;
  return {
    versions: version === undefined ? {} : {trivy: version},
    ...(isThere ? {scanner: scannerFacts(binary.value, why, memoryBytes)} : {}),
    ...(isKnown(database) ? {database: describe(database.value)} : {}),
    notices: [
      ...(isThere ? noticesOf(binary.value, why) : []),
      ...[database, java].flatMap(databaseNotice),
    ],
  };
}

function describe({dates, digest, from}: Database): ReportDatabase {
  return {...dates, from, ...defined({digest})};
}

function databaseNotice(database: Known<Database> | undefined): RunTools['notices'] {
  if (database === undefined || !isKnown(database)) return [];
  const {notice} = database.value;
  return notice === undefined ? [] : [{from: 'database', message: notice}];
}

function scannerFacts(
  {isVerified}: Binary,
  why: string | undefined,
  memoryBytes: number,
): ScannerFacts {
  const isConfined = why === undefined;
  return {verified: isVerified, confined: isConfined, ...(isConfined ? {memoryBytes} : {})};
}

/** @param why it was not confined; undefined: it was */
function noticesOf({isVerified, notices}: Binary, why: string | undefined): RunTools['notices'] {
  const words = [
    ...notices,
    ...(isVerified
      ? []
      : ['Trivy is not verified: its digest is none of those in the source of Plimsoll.']),
    ...(why === undefined
      ? []
      : [
          `Trivy ran not confined, as a process of its own in an empty folder with listed variables: ${why}.`,
        ]),
  ];
  return words.map((message) => ({from: 'scanner', message}));
}
