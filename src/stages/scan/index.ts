/** Trivy once over one layout, in a folder and with a cache of its own. */
import {join} from 'node:path';
import {convertToSbom, scanLayout, type Cell, type Trivy} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import type {Attachment, Layout, Scanned} from '../../domain/examined.ts';
import {keepable, scanFacts} from '../../domain/findings/scan-facts.ts';
import {parseTrivyReport, type ParsedReport} from '../../domain/findings/schema.ts';
import {fileNameOf} from '../../domain/image-id.ts';
import type {ImageFacts} from '../../domain/image/facts.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import {valuesToMask} from '../../domain/text/secrets.ts';
import {messageOf} from '../../errors.ts';
import type {Supply} from './supply.ts';

export interface ScanCall {
  readonly layout: Layout;
  /** For what only our own look inside knows: jars, environment. */
  readonly facts: Promise<Known<ImageFacts>>;
  readonly supply: Supply;
}

const DEADLINE_SECONDS = 15 * 60;

/** Never throws: whatever goes wrong is `unable`, with Trivy's own reason. */
export async function scanImage(call: ScanCall, deps: Deps): Promise<Scanned> {
  try {
    return await scan(call, deps);
  } catch (error) {
    return nothing(`The image could not be scanned: ${messageOf(error)}.`);
  }
}

function nothing(reason: string): Scanned {
  return {facts: unable(reason), attachments: [], notices: []};
}

async function scan({layout, facts, supply}: ScanCall, deps: Deps): Promise<Scanned> {
  const trivy = await supply.scanner;
  if (!isKnown(trivy)) return nothing(trivy.unable);
  const database = await supply.database;
  if (!isKnown(database)) return nothing(database.unable);
  const cell = await supply.cell;
  const folder = join(cell.folder, fileNameOf(layout.image.id));
  await deps.files.makeFolder(folder);
  // Trivy locks its cache folder: each scan has one, with the same database in it (facts.md).
  await deps.files.symlink(database.value.folder, join(folder, 'db'));
  const json = await scanLayout(
    {
      trivy: trivy.value,
      cell,
      layout: layout.path,
      cache: folder,
      deadlineSeconds: DEADLINE_SECONDS,
    },
    deps,
  );
  if (!isKnown(json)) return nothing(json.unable);
  const parsed = parseTrivyReport(json.value);
  if (!isKnown(parsed)) return nothing(`Trivy's report cannot be used: ${parsed.unable}.`);
  const read = await facts;
  if (isKnown(read)) maskEnvironment(layout, {facts: read.value, deps});
  const seen = {
    image: layout.image.id,
    jars: isKnown(read) ? read.value.jars.length : 0,
    fromScratch: isFromScratch(layout.image.dockerfileText ?? '', layout.image.stage),
  };
  const kept = await keep({layout, parsed: parsed.value, trivy: trivy.value, cell}, deps);
  return {facts: known(scanFacts(parsed.value.report, seen)), ...kept};
}

/** Values of ENV that stand in no committed file are masked in free text (threats.md rule 3). */
function maskEnvironment(
  layout: Layout,
  {facts, deps}: {readonly facts: ImageFacts; readonly deps: Deps},
): void {
  const values = facts.env.map((line) => line.slice(line.indexOf('=') + 1));
  deps.secrets.add(valuesToMask(values, [layout.image.dockerfileText ?? '']));
}

/** The last stage, or the one that is built, starts from nothing. */
function isFromScratch(text: string, stage: string | undefined): boolean {
  const bases = [...text.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/gim)];
  const built =
    stage === undefined
      ? bases.at(-1)
      : bases.find((base) => base[2]?.toLowerCase() === stage.toLowerCase());
  return built?.[1]?.toLowerCase() === 'scratch';
}

interface Keeping {
  readonly layout: Layout;
  readonly parsed: ParsedReport;
  readonly trivy: Trivy;
  readonly cell: Cell;
}

/** Trivy's report and the SBOM made of it, without what may not be kept. */
async function keep(
  {layout, parsed, trivy, cell}: Keeping,
  deps: Deps,
): Promise<Pick<Scanned, 'attachments' | 'notices'>> {
  const image = layout.image.id;
  const document = keepable(parsed.document, {folder: layout.path, image});
  const text = JSON.stringify(document);
  const path = join(cell.folder, `${fileNameOf(image)}.json`);
  await deps.files.write(path, text);
  const report: Attachment = {image, kind: 'trivy', text};
  const sbom = await convertToSbom({trivy, cell, report: path}, deps);
  if (!isKnown(sbom)) return {attachments: [report], notices: [sbom.unable]};
  return {attachments: [report, {image, kind: 'sbom', text: sbom.value}], notices: []};
}
