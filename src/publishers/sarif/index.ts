/** SARIF for code scanning: files beside the report, and the upload. Never changes the verdict. */
import {dirname, join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {pathToFileURL} from 'node:url';
import {defined} from '../../domain/defined.ts';
import {readEvent, readEventText} from '../../clients/event.ts';
import type {Deps} from '../../deps.ts';
import {analysisTarget, isReadOnlyRun} from '../../domain/github/target.ts';
import {toFileName} from '../../domain/image-id.ts';
import {parseEvent} from '../../domain/keep/event-commits.ts';
import {isKnown, mapKnown} from '../../domain/known.ts';
import {ruleNamed} from '../../domain/policy/rules/index.ts';
import {relayedTargets} from '../../domain/relay/relayed.ts';
import {reportCommit} from '../../domain/report/commit.ts';
import {withNotices} from '../../domain/report/notices.ts';
import type {Report, ReportImage} from '../../domain/report/schema.ts';
import type {Inputs} from '../../inputs.ts';
import type {Publication, Publisher} from '../publisher.ts';
import {encodeChunks} from './encode.ts';
import {uploadFolder, uploadFolders} from './upload-folders.ts';
import {staleAlertNotices} from './stale-alerts.ts';
import {
  KEPT_OF_A_RUN,
  LARGEST_RUN,
  renderSarif,
  type SarifCounts,
  type SarifOptions,
} from './render.ts';
import {UPLOAD_TIMES, uploadToEach, type Uploaded, type UploadTimes} from './upload.ts';

export const sarif: Publisher = {
  // What is collected was uploaded by its own job.
  applies: ({inputs}) =>
    inputs !== undefined && inputs.sarif !== 'off' && inputs.mode !== 'collect',
  publish: (publication, deps) => publishSarif(publication, deps, UPLOAD_TIMES),
};

interface Document {
  readonly image: ReportImage;
  readonly counts: SarifCounts;
  readonly name: string;
  readonly bytes: number;
  /** What is uploaded, with this many results at the most. */
  readonly json: (most: number) => Iterable<string>;
}

export async function publishSarif(
  publication: Publication,
  deps: Deps,
  times: UploadTimes,
): Promise<Report> {
  const {report, inputs, folder, relay} = publication;
  if (inputs === undefined) return report;
  const told = report.images.filter((image) => isTold(report, image));
  const documents: Document[] = [];
  for (const [position, image] of told.entries())
    documents.push(await writeDocument(image, {...publication, position, inputs, deps}));
  const folders = uploadFolders(documents.length).map((name) => join(folder, name));
  if (folders[0] !== undefined) deps.workflow.setOutput('sarif-dir', folders[0]);
  deps.workflow.setOutput('sarif-dirs', JSON.stringify(folders));
  const uploaded = await upload(documents, {publication, inputs, deps, times});
  const silent = report.images.filter((image) => image.state === 'built' && !told.includes(image));
  const notices = [
    ...silent.map(
      ({id}) =>
        `${id}: it could not be wholly scanned, so code scanning is told nothing: its alerts would close.`,
    ),
    ...uploaded.notices,
    // A stranger may leave out what it likes.
    ...(relay === undefined ? staleAlertNotices(uploaded.before, report, inputs) : []),
  ];
  return withAll(report, {documents, uploaded, notices});
}

/** "Could not scan" closes no alert. */
function isTold(report: Report, image: ReportImage): boolean {
  const isUnable = report.outcomes.some(
    ({rule, outcome, image: about}) =>
      about === image.id && outcome === 'unable' && ruleNamed(rule)?.isOfScan === true,
  );
  return image.state === 'built' && image.findings !== undefined && !isUnable;
}

interface Writing extends Pick<Publication, 'report' | 'folder' | 'identities'> {
  /** Among all documents, from 0. */
  readonly position: number;
  readonly inputs: Inputs;
  readonly deps: Deps;
}

/** One after the other: a large image's text is not kept while the next one is made. */
async function writeDocument(
  image: ReportImage,
  {report, identities, position, inputs, deps, folder}: Writing,
): Promise<Document> {
  const toolUrl = toolUrlOf(deps.workflow.env);
  const options: SarifOptions = {
    least: inputs.sarifSeverity,
    most: KEPT_OF_A_RUN,
    withAccepted: false,
    mask: deps.secrets.sweep,
    identities,
    ...defined({toolUrl}),
  };
  const name = `${toFileName(image.id)}.sarif`;
  const full = renderSarif(report, image, {...options, most: LARGEST_RUN, withAccepted: true});
  const bytes = await writePieces(join(folder, name), full.json(), deps);
  const {json, counts} = renderSarif(report, image, options);
  await writePieces(join(folder, uploadFolder(position), name), json(), deps);
  return {
    image,
    counts,
    name,
    bytes,
    json: (most) =>
      renderSarif(report, image, {...options, most: Math.min(most, KEPT_OF_A_RUN)}).json(),
  };
}

/** Gives its size. An earlier run's goes; this one's appears whole or not at all. */
async function writePieces(
  path: string,
  texts: Iterable<string>,
  {files}: Pick<Deps, 'files'>,
): Promise<number> {
  let bytes = 0;
  const counted = function* (): Generator<Buffer, void> {
    for (const piece of encodeChunks(texts)) {
      bytes += piece.length;
      yield piece;
    }
  };
  const unfinished = `${path}.unfinished`;
  await files.makeFolder(dirname(path));
  for (const earlier of [path, unfinished]) await files.remove(earlier);
  try {
    await pipeline(Readable.from(counted()), files.sink(unfinished));
    await files.rename(unfinished, path);
  } finally {
    await files.remove(unfinished);
  }
  return bytes;
}

/** The repository that the action comes from; of a workflow that has it in its own, that one. */
function toolUrlOf(env: Readonly<Record<string, string>>): string | undefined {
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
  const name = repository === '' ? (env['GITHUB_REPOSITORY'] ?? '') : repository;
  return server === '' || name === '' ? undefined : `${server}/${name}`;
}

interface UploadAbout {
  readonly publication: Publication;
  readonly inputs: Inputs;
  readonly deps: Deps;
  readonly times: UploadTimes;
}

const NOTHING: Uploaded = {states: new Map(), notices: [], before: []};

async function upload(
  documents: readonly Document[],
  {publication, inputs, deps, times}: UploadAbout,
): Promise<Uploaded> {
  const {env, invocation} = deps.workflow;
  if (documents.length === 0 || inputs.sarif !== 'upload' || invocation !== 'action')
    return NOTHING;
  const pull = publication.relay?.pull;
  const {headSha: pullHead} = parseEvent(await readEventText(deps));
  const about = {commit: reportCommit(publication.report), pullHead, asked: inputs.analysis};
  const targets =
    pull === undefined
      ? mapKnown(analysisTarget(env, about), (target) => [target])
      : relayedTargets(env, pull);
  const {token} = inputs;
  if (token === undefined || !isKnown(targets)) {
    const missing = isKnown(targets) ? 'there is no token' : targets.unable;
    return {...NOTHING, notices: [`Nothing was uploaded to code scanning: ${missing}.`]};
  }
  const triesAnyway = isReadOnlyRun(env, await readEvent(deps));
  const checkoutUri = pathToFileURL(env['GITHUB_WORKSPACE'] ?? inputs.workdir).href;
  const startedAt = publication.report.runs[0]?.startedAt ?? deps.clock.now().toISOString();
  return uploadToEach(
    documents.map(({image, json, counts}) => ({image: image.id, json, results: counts.results})),
    {targets: targets.value, triesAnyway, checkoutUri, startedAt, token, times},
    deps,
  );
}

interface UploadOutcome {
  readonly documents: readonly Document[];
  readonly uploaded: Uploaded;
  readonly notices: readonly string[];
}

function withAll(report: Report, {documents, uploaded, notices}: UploadOutcome): Report {
  const said = notices.map((message) => ({from: 'sarif', message}));
  return {
    ...withNotices(report, said),
    images: report.images.map((image) => {
      const found = documents.find((document) => document.image.id === image.id);
      if (found === undefined) return image;
      const upload = uploaded.states.get(image.id) ?? 'not-asked';
      return {...image, sarif: {...found.counts, upload}};
    }),
    attachments: [
      ...report.attachments,
      ...documents.map(({image, name, bytes}) => ({
        image: image.id,
        kind: 'sarif',
        path: name,
        bytes,
      })),
    ],
  };
}
