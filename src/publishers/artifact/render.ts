/** What of the report folder is ours: the folder may be the user's, with other things in it. Pure. */
import {attachmentName} from '../../domain/examined.ts';
import {RECORD_NAME} from '../../domain/record/schema.ts';
import type {Publication} from '../publisher.ts';
import {UPLOAD_FOLDER} from '../sarif/index.ts';

/** Names in the folder. */
export function artifactFiles({report, record, attachments}: Publication): readonly string[] {
  return [
    'report.json',
    ...(record === undefined ? [] : [RECORD_NAME]),
    ...attachments.map(({image, kind}) => attachmentName(image, kind)),
    ...report.attachments.flatMap(({kind, path}) =>
      kind === 'sarif' ? [path, `${UPLOAD_FOLDER}/${path}`] : [path],
    ),
  ];
}
