/** Hands the finished report to every publisher; one that fails costs a notice, never the verdict. */
import {defined} from '../../domain/defined.ts';
import type {Deps} from '../../deps.ts';
import {ownProperty} from '../../domain/own-property.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import type {AttributedImage, Attachment} from '../../domain/examined/examined.ts';
import {DOCUMENTED_IDENTITIES} from '../../domain/environment/job-secrets.ts';
import type {RunRecord} from '../../domain/record/schema.ts';
import type {Relayed} from '../../domain/relay/relayed.ts';
import {
  identitiesIn,
  maskedAttachment,
  maskedDocument,
  maskedMetadata,
} from '../../domain/report/masked.ts';
import {withNotices} from '../../domain/report/notices.ts';
import {withRunEnd} from '../../domain/report/run-end.ts';
import type {Report} from '../../domain/report/schema.ts';
import {violationIdentities} from '../../domain/report/told.ts';
import {renderJson} from '../../domain/text/json.ts';
import {mapStrings} from '../../domain/text/map-strings.ts';
import {withoutUrlSecrets} from '../../domain/text/urls.ts';
import {Interrupted, errorMessage} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {PUBLISHERS} from '../../publishers/index.ts';
import type {Publication} from '../../publishers/publisher.ts';
import {openReportFolder} from '../start/report-folder.ts';
import {publisherDeps} from './publisher-deps.ts';
import {overtime} from '../start/index.ts';

export interface PublishCall {
  readonly report: Report;
  readonly images: readonly AttributedImage[];
  readonly built?: BuildFacts;
  readonly record?: RunRecord;
  readonly inputs?: Inputs;
  /** Of a report that is a stranger's. */
  readonly relay?: Relayed;
  readonly deps: Deps;
}

export async function publish(call: PublishCall): Promise<Report> {
  const {report, images, built, record, inputs, relay, deps} = call;
  const {folder, refused} = await openReportFolder(inputs, {bytes: bytesOf(call), deps});
  if (refused !== undefined) deps.log.untrusted(refused);
  const said =
    refused === undefined ? report : withNotices(report, [{from: 'folder', message: refused}]);
  const unmasked = mapStrings(withoutBroken(said, deps), withoutUrls);
  let publication = masked(
    {
      report: unmasked,
      identities: violationIdentities(unmasked),
      folder,
      attachments: images.flatMap(attachmentsOf),
      layouts: built?.layouts ?? [],
      ...defined({record, metadata: built?.metadata, inputs, relay}),
    },
    deps,
  );
  const own = publisherDeps(deps);
  for (const [id, publisher] of Object.entries(PUBLISHERS)) {
    // Of a run that was interrupted nothing is published any more.
    if (deps.signal.reason instanceof Interrupted) throw deps.signal.reason;
    if (!publisher.applies(publication, deps)) continue;
    try {
      const told = await deps.running.during(`publishing (${id})`, async () =>
        publisher.publish(publication, own),
      );
      if (typeof told === 'object')
        publication = masked({...publication, report: withoutBroken(told, deps)}, deps);
    } catch (error) {
      const message = `The report could not be published here: ${errorMessage(error)}.`;
      deps.log.untrusted(`${id}: ${message}`);
      const told = withoutBroken(withNotices(publication.report, [{from: id, message}]), deps);
      const isUnwritten = publication.isUnwritten === true || id === 'folder';
      publication = masked({...publication, report: told, isUnwritten}, deps);
    }
  }
  return publication.report;
}

/** About as many as are written of it. */
function bytesOf({report, record, images}: PublishCall): number {
  const attachments = images.flatMap(attachmentsOf);
  const texts = [renderJson(report, 2), renderJson(record ?? {})].map((text) =>
    Buffer.byteLength(text),
  );
  const sizes = attachments.map((one) =>
    'gzip' in one ? one.gzip.length : Buffer.byteLength(one.text),
  );
  return [...texts, ...sizes].reduce((sum, size) => sum + size, 0);
}

/** What the run's own end has broken off is told by its reason alone. */
function withoutBroken(report: Report, deps: Pick<Deps, 'signal'>): Report {
  const over = overtime(deps);
  return over === undefined ? report : withRunEnd(report, over);
}

/**
 * The waist: no publisher sees a secret, whatever it does with what it sees. Again after each one that
 * had something to say, which may be the words of a server.
 */
function masked(
  publication: Publication,
  {secrets, workflow}: Pick<Deps, 'secrets' | 'workflow'>,
): Publication {
  const {report, record, relay, metadata, attachments, layouts, folder} = publication;
  const {mask} = secrets;
  const names = DOCUMENTED_IDENTITIES.map((name) => ownProperty(workflow.env, name) ?? '');
  secrets.spare([...identitiesIn(report), ...layouts.map(({path}) => path), folder, ...names]);
  return {
    ...publication,
    report: maskedDocument(report, mask),
    attachments: attachments.map((attachment) => maskedAttachment(attachment, mask)),
    ...defined({
      record: record && maskedDocument(record, mask),
      relay: relay && {...relay, message: mask(relay.message)},
    }),
    ...(metadata === undefined ? {} : {metadata: maskedMetadata(metadata, mask)}),
  };
}

/** What an advisory links to, and what stands in a committed Dockerfile, is no secret. */
function withoutUrls(text: string, key: string): string {
  return ['url', 'references', 'instruction'].includes(key) ? text : withoutUrlSecrets(text);
}

/** What the scanner left, and every layer with its place. */
function attachmentsOf(image: AttributedImage): readonly Attachment[] {
  if (image.layers.length === 0) return image.scanned.attachments;
  const text = JSON.stringify({image: image.image.id, layers: image.layers}, undefined, 2);
  return [...image.scanned.attachments, {image: image.image.id, kind: 'layers', text}];
}
