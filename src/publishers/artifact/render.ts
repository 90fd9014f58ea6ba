/** What of the report folder is ours: the folder may be the user's, with other things in it. Pure. */
import {attachmentName} from '../../domain/examined/examined.ts';
import {RECORD_NAME} from '../../domain/record/schema.ts';
import type {Publication} from '../publisher.ts';
import {uploadFolder} from '../sarif/upload-folders.ts';

/** Names in the folder. */
export function artifactFiles({report, record, attachments}: Publication): readonly string[] {
  const isSarif = ({kind}: {readonly kind: string}): boolean => kind === 'sarif';
  const uploaded = report.attachments.filter(isSarif);
  return [
    'report.json',
    ...(record === undefined ? [] : [RECORD_NAME]),
    ...attachments.map(({image, kind}) => attachmentName(image, kind)),
    ...report.attachments.map(({path}) => path),
    ...uploaded.map(({path}, position) => `${uploadFolder(position)}/${path}`),
  ];
}
