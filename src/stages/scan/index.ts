/** Trivy once over one layout, with a cache folder of its own. */
import {join} from 'node:path';
import {scanLayout} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import type {Attachment, Layout, Scanned} from '../../domain/examined.ts';
import {keptReport} from '../../domain/findings/kept.ts';
import {warningsOf} from '../../domain/findings/log.ts';
import {readScan} from '../../domain/findings/scan-facts.ts';
import {sbomOf} from '../../domain/findings/sbom.ts';
import {parseTrivyReport} from '../../domain/findings/schema.ts';
import {fileNameOf, type ImageId} from '../../domain/image-id.ts';
import type {VexDocument} from '../../domain/policy/vex.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {messageOf} from '../../errors.ts';
import {giveAnalyses, takeAnalyses} from './analyses.ts';
import type {Database} from './database.ts';
import {giveVex} from './vex.ts';
import {suppliedTools, type SuppliedTools, type Supply} from './supply.ts';

export interface ScanCall {
  readonly layout: Layout;
  /** The folder that Trivy is given: the layout, or the same image with plain layers. */
  readonly scannable: string;
  /** For what only our own look inside knows: files, archives, environment. */
  readonly facts: Known<ImageFacts>;
  readonly supply: Supply;
  /** A file of analyses that earlier runs have kept, and that later ones get; absent: none. */
  readonly analyses?: string | undefined;
  readonly vex: readonly VexDocument[];
  readonly deadlineSeconds?: number;
}

const DEADLINE_SECONDS = 15 * 60;

/** Never throws: whatever goes wrong is `unable`, with Trivy's own reason. */
export async function scanImage(call: ScanCall, deps: Deps): Promise<Scanned> {
  try {
    const supplied = await suppliedTools(call.supply);
    if (!isKnown(supplied)) return nothing(supplied.unable);
    const tools = {...supplied.value, java: await javaFor(call)};
    return await scan(call, tools, deps);
  } catch (error) {
    return nothing(`The image could not be scanned: ${messageOf(error)}.`);
  }
}

/** Undefined for an image without archives of Java: what such a scan gives does not hang on it. */
async function javaFor({facts, supply}: ScanCall): Promise<Known<Database> | undefined> {
  const jars = isKnown(facts) ? facts.value.contents.jars : [];
  return jars.length === 0 ? undefined : supply.javaDatabase();
}

function nothing(reason: string): Scanned {
  return {facts: unable(reason), attachments: [], notices: []};
}

interface Tools extends SuppliedTools {
  readonly java: Known<Database> | undefined;
}

async function scan(
  {layout, scannable, facts, analyses, vex, deadlineSeconds = DEADLINE_SECONDS}: ScanCall,
  {folder, scanner, database, java}: Tools,
  deps: Deps,
): Promise<Scanned> {
  const cache = join(folder, fileNameOf(layout.image.id));
  const readsArchives = java !== undefined && isKnown(java);
  const databases = [database, ...(readsArchives ? [java.value] : [])];
  if (analyses !== undefined) await giveAnalyses(analyses, cache, deps);
  const scanned = await scanLayout(
    {
      ...{scanner, layout: scannable, cache, databases, readsArchives, deadlineSeconds},
      vex: await giveVex(vex, cache, deps),
    },
    deps,
  );
  if (!isKnown(scanned)) return nothing(scanned.unable);
  const parsed = parseTrivyReport(scanned.value.json);
  if (!isKnown(parsed)) return nothing(`Trivy could not scan the image: ${parsed.unable}.`);
  // Without its database Java's archives look like none, and later scans would believe that.
  if (analyses !== undefined && (java === undefined || readsArchives))
    await takeAnalyses(analyses, cache, deps);
  const seen = isKnown(facts) ? facts.value : undefined;
  const reading = readScan(parsed.value.report, {
    image: layout.image,
    facts: seen,
    warnings: warningsOf(scanned.value.log),
    ...(java !== undefined && !isKnown(java) && {withoutJava: java.unable}),
  });
  // Before anything of the report is written: publishers mask what is known by then.
  deps.secrets.add(reading.values);
  const kept = keptReport(parsed.value.document, {
    artifact: scanned.value.artifact,
    name: layout.image.name,
    digests: new Map((seen?.layers ?? []).map(({diffId, digest}) => [diffId, digest])),
  });
  return {facts: known(reading.facts), ...attachmentsOf(JSON.stringify(kept), layout.image.id)};
}

/** The SBOM is made of what may be kept, so it holds nothing else. */
function attachmentsOf(text: string, image: ImageId): Pick<Scanned, 'attachments' | 'notices'> {
  const report: Attachment = {image, kind: 'trivy', text};
  const kept = parseTrivyReport(text);
  return isKnown(kept)
    ? {attachments: [report, {image, kind: 'sbom', text: sbomOf(kept.value.report)}], notices: []}
    : {attachments: [report], notices: [`There is no SBOM: ${kept.unable}.`]};
}
