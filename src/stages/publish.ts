/** Hands the finished report to every publisher; one that fails costs a notice, never the verdict. */
import type {Deps} from '../deps.ts';
import type {BuildFacts} from '../domain/build/facts.ts';
import type {AttributedImage, Attachment} from '../domain/examined.ts';
import type {RunRecord} from '../domain/record/schema.ts';
import type {Relayed} from '../domain/relay/relayed.ts';
import {withNotices} from '../domain/report/notices.ts';
import type {Report} from '../domain/report/schema.ts';
import {mapStrings} from '../domain/text/map-strings.ts';
import {withoutUrlSecrets} from '../domain/text/urls.ts';
import {messageOf} from '../errors.ts';
import type {Inputs} from '../inputs.ts';
import {PUBLISHER_IDS, PUBLISHERS} from '../publishers/index.ts';
import type {Publication} from '../publishers/publisher.ts';
import {openReportFolder} from './report-folder.ts';

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
  const {folder, refused} = await openReportFolder(inputs, deps);
  if (refused !== undefined) deps.log.foreign(refused);
  const said =
    refused === undefined ? report : withNotices(report, [{from: 'folder', message: refused}]);
  let publication: Publication = {
    report: mapStrings(said, withoutUrls),
    folder,
    attachments: images.flatMap(attachmentsOf),
    layouts: built?.layouts ?? [],
    ...(record === undefined ? {} : {record}),
    ...(built?.metadata === undefined ? {} : {metadata: built.metadata}),
    ...(inputs === undefined ? {} : {inputs}),
    ...(relay === undefined ? {} : {relay}),
  };
  for (const id of PUBLISHER_IDS) {
    if (!PUBLISHERS[id].applies(publication, deps)) continue;
    try {
      const told = await PUBLISHERS[id].publish(publication, deps);
      if (typeof told === 'object') publication = {...publication, report: told};
    } catch (error) {
      const message = `The report could not be published here: ${messageOf(error)}.`;
      deps.log.foreign(`${id}: ${message}`);
      publication = {
        ...publication,
        report: withNotices(publication.report, [{from: id, message}]),
      };
    }
  }
  return publication.report;
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
