/** Trivy once over one layout, with a cache folder of its own; or what it answered before. */
import type {Scanning} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {notScanned, type Scanned} from '../../domain/examined/examined.ts';
import {parseWarnings} from '../../domain/findings/trivy-log.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import {errorMessage} from '../../errors.ts';
import {takeAnalyses} from './analyses.ts';
import {keepAnswer, questionHash, takeAnswer, type Hash} from './kept-answer.ts';
import {askScanner} from './ask-scanner.ts';
import type {Database} from './database.ts';
import {readAnswer} from './read-answer.ts';
import type {Ran, ScanCall} from './scan-call.ts';
import {isByOwnRules} from './secret-rules.ts';

/** Never throws: whatever goes wrong is `unable`, with Trivy's own reason. */
export async function scanImage(
  call: ScanCall,
  deps: Pick<Deps, 'clock' | 'files' | 'secrets'>,
): Promise<Scanned> {
  try {
    const java = await expectedJava(call);
    const question = await questionOf(call, java, deps);
    const before = await answeredBefore(call, question, deps);
    if (before !== undefined) return before;
    const ran = await askScanner(call, java, deps);
    if (!isKnown(ran)) return notScanned(ran.unable);
    const {scanning, cache, ...databases} = ran.value;
    const scanned = readAnswer(
      scanning,
      {...call, ...databases, buckets: await bucketsOf(call)},
      deps,
    );
    if (call.kept?.after !== undefined && isWhole(databases) && isByOwnRules(call))
      await takeAnalyses(call.kept.after.analyses, cache, deps);
    const isForQuestion = question !== undefined && databases.java === java;
    if (isForQuestion && (await isLasting(scanning, scanned, call)))
      await leave(scanned, {call, question}, deps);
    return scanned;
  } catch (error) {
    return notScanned(`The image could not be scanned: ${errorMessage(error)}.`);
  }
}

/** Our own look spares the scanner a run in vain, and no more: what it does not see is not skipped. */
async function expectedJava({facts, supply}: ScanCall): Promise<Known<Database> | undefined> {
  const jars = isKnown(facts) ? facts.value.contents.jars : [];
  return jars.length === 0 ? undefined : supply.javaDatabase();
}

/** Undefined where not all is known that the answer hangs on. */
async function questionOf(
  {facts, supply, vex, secretRules}: ScanCall,
  java: Known<Database> | undefined,
  deps: Pick<Deps, 'clock' | 'files'>,
): Promise<Hash | undefined> {
  const [binary, database] = await Promise.all([supply.binary, supply.database]);
  if (!isKnown(binary) || !isKnown(database) || !isKnown(facts)) return undefined;
  const {digest: program} = binary.value;
  if (program === undefined || (java !== undefined && !isKnown(java))) return undefined;
  const databases = [database.value, ...(java === undefined ? [] : [java.value])];
  const question = {program, databases, image: facts.value.digest, vex, secretRules};
  let hash: Promise<string> | undefined;
  return () => (hash ??= questionHash(question, deps));
}

async function answeredBefore(
  call: ScanCall,
  question: Hash | undefined,
  deps: Pick<Deps, 'files' | 'secrets'>,
): Promise<Scanned | undefined> {
  if (call.kept?.before === undefined || question === undefined) return undefined;
  const json = await takeAnswer(call.kept.before.answer, question, deps);
  if (json === undefined) return undefined;
  const answer = {json, log: '', artifact: call.layout.image.name};
  const scanned = readAnswer(
    answer,
    {...call, java: undefined, buckets: await bucketsOf(call)},
    deps,
  );
  return isKnown(scanned.facts) ? {...scanned, isRepeated: true} : undefined;
}

async function bucketsOf({supply}: ScanCall): Promise<ReadonlySet<string> | undefined> {
  const database = await supply.database;
  return isKnown(database) ? database.value.buckets : undefined;
}

/** Without a database things look as if they were not there, and later scans would believe that. */
function isWhole({java, withoutDatabase}: Pick<Ran, 'java' | 'withoutDatabase'>): boolean {
  return withoutDatabase === undefined && (java === undefined || isKnown(java));
}

/** Not what was said with a warning, outside of a container, or beside a secret, which is not kept. */
async function isLasting({log}: Scanning, {facts}: Scanned, {supply}: ScanCall): Promise<boolean> {
  const scanner = await supply.scanner();
  const isConfined = isKnown(scanner) && scanner.value.bare() === undefined;
  return (
    isConfined &&
    isKnown(facts) &&
    facts.value.secrets.length === 0 &&
    parseWarnings(log).length === 0
  );
}

async function leave(
  {attachments}: Scanned,
  {call, question}: {readonly call: ScanCall; readonly question: Hash},
  deps: Pick<Deps, 'files' | 'secrets'>,
): Promise<void> {
  const report = attachments.find(({kind}) => kind === 'trivy');
  if (call.kept?.after === undefined || report === undefined || !('text' in report)) return;
  await keepAnswer(call.kept.after.answer, {hash: question, answer: report.text}, deps);
}
