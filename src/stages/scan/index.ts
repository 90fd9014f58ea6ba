/** Trivy once over one layout, with a cache folder of its own; or what it answered before. */
import {join} from 'node:path';
import {scanLayout, type Scanning} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {notScanned, type Layout, type Scanned} from '../../domain/examined.ts';
import {warningsOf} from '../../domain/findings/log.ts';
import {fileNameOf} from '../../domain/image-id.ts';
import type {VexDocument} from '../../domain/policy/vex.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import {isKnown, known, type Known} from '../../domain/known.ts';
import {messageOf} from '../../errors.ts';
import {giveAnalyses, takeAnalyses} from './analyses.ts';
import {keepAnswer, takeAnswer, type Question} from './answer.ts';
import type {Database} from './database.ts';
import {readAnswer} from './read-answer.ts';
import {suppliedTools, type Supply} from './supply.ts';
import {giveVex} from './vex.ts';

export interface ScanCall {
  readonly layout: Layout;
  /** The folder that Trivy is given: the layout, or the same image with plain layers. */
  readonly scannable: string;
  /** For what only our own look inside knows: files, archives, environment. */
  readonly facts: Known<ImageFacts>;
  readonly supply: Supply;
  /** Files that earlier runs may have left, and that later ones get; absent: none. */
  readonly kept?: KeptScan | undefined;
  readonly vex: readonly VexDocument[];
  readonly deadlineSeconds?: number;
}

export interface KeptScan {
  /** What an earlier run has left; absent: nothing. */
  readonly before?: KeptScanFiles | undefined;
  /** What later ones get; absent: nothing. */
  readonly after?: KeptScanFiles | undefined;
}

export interface KeptScanFiles {
  /** What the scanner saw in layers. */
  readonly analyses: string;
  /** Its whole report. */
  readonly answer: string;
}

const DEADLINE_SECONDS = 15 * 60;

/** Never throws: whatever goes wrong is `unable`, with Trivy's own reason. */
export async function scanImage(call: ScanCall, deps: Deps): Promise<Scanned> {
  try {
    const java = await javaFor(call);
    const question = await questionOf(call, java);
    const before = await answeredBefore(call, question, deps);
    if (before !== undefined) return before;
    const scanning = await scan(call, java, deps);
    if (!isKnown(scanning)) return notScanned(scanning.unable);
    const scanned = readAnswer(scanning.value, {...call, java}, deps);
    const {cache} = scanning.value;
    // Without its database Java's archives look like none, and later scans would believe that.
    if (call.kept?.after !== undefined && (java === undefined || isKnown(java)))
      await takeAnalyses(call.kept.after.analyses, cache, deps);
    if (question !== undefined && (await isLasting(scanning.value, scanned, call)))
      await leave(scanned, {call, question}, deps);
    return scanned;
  } catch (error) {
    return notScanned(`The image could not be scanned: ${messageOf(error)}.`);
  }
}

/** Undefined for an image without archives of Java: what such a scan gives does not hang on it. */
async function javaFor({facts, supply}: ScanCall): Promise<Known<Database> | undefined> {
  const jars = isKnown(facts) ? facts.value.contents.jars : [];
  return jars.length === 0 ? undefined : supply.javaDatabase();
}

/** Undefined where not all is known that the answer hangs on. */
async function questionOf(
  {facts, supply, vex}: ScanCall,
  java: Known<Database> | undefined,
): Promise<Question | undefined> {
  const [binary, database] = await Promise.all([supply.binary, supply.database]);
  if (!isKnown(binary) || !isKnown(database) || !isKnown(facts)) return undefined;
  const {digest: program} = binary.value;
  if (program === undefined || (java !== undefined && !isKnown(java))) return undefined;
  const databases = [database.value, ...(java === undefined ? [] : [java.value])];
  return {program, databases, image: facts.value.digest, vex};
}

async function answeredBefore(
  call: ScanCall,
  question: Question | undefined,
  deps: Deps,
): Promise<Scanned | undefined> {
  if (call.kept?.before === undefined || question === undefined) return undefined;
  const json = await takeAnswer(call.kept.before.answer, question, deps);
  if (json === undefined) return undefined;
  const answer = {json, log: '', artifact: call.layout.image.name};
  const scanned = readAnswer(answer, {...call, java: undefined}, deps);
  return isKnown(scanned.facts) ? {...scanned, isRepeated: true} : undefined;
}

async function scan(
  {layout, scannable, kept, supply, vex, deadlineSeconds = DEADLINE_SECONDS}: ScanCall,
  java: Known<Database> | undefined,
  deps: Deps,
): Promise<Known<Scanning & {readonly cache: string}>> {
  const supplied = await suppliedTools(supply);
  if (!isKnown(supplied)) return supplied;
  const {folder, scanner, database} = supplied.value;
  const cache = join(folder, fileNameOf(layout.image.id));
  const readsArchives = java !== undefined && isKnown(java);
  const databases = [database, ...(readsArchives ? [java.value] : [])];
  if (kept?.before !== undefined) await giveAnalyses(kept.before.analyses, cache, deps);
  const scanned = await scanLayout(
    {
      ...{scanner, layout: scannable, cache, databases, readsArchives, deadlineSeconds},
      vex: await giveVex(vex, cache, deps),
    },
    deps,
  );
  return isKnown(scanned) ? known({...scanned.value, cache}) : scanned;
}

/** Not what was said with a warning, outside of a container, or beside a secret, which is not kept. */
async function isLasting({log}: Scanning, {facts}: Scanned, {supply}: ScanCall): Promise<boolean> {
  const scanner = await supply.scanner();
  const isConfined = isKnown(scanner) && scanner.value.bare() === undefined;
  return (
    isConfined && isKnown(facts) && facts.value.secrets.length === 0 && warningsOf(log).length === 0
  );
}

async function leave(
  {attachments}: Scanned,
  {call, question}: {readonly call: ScanCall; readonly question: Question},
  deps: Deps,
): Promise<void> {
  const report = attachments.find(({kind}) => kind === 'trivy');
  if (call.kept?.after === undefined || report === undefined || !('text' in report)) return;
  await keepAnswer(call.kept.after.answer, {question, answer: report.text}, deps);
}
