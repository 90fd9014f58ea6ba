/** Documents as they may leave: free text without secrets, and what identifies as it is (threats.md rule 15). Pure. */
import type {Attachment} from '../examined/examined.ts';
import {renderJson} from '../text/json.ts';
import {mapStrings} from '../text/map-strings.ts';
import {mapKinds} from './strings.ts';

export type Mask = (text: string) => string;

/** Of a report, a record or a list of layers. */
export function maskedDocument<T>(document: T, mask: Mask): T {
  return mapKinds(document, (text, kind) => (kind === 'identity' ? text : mask(text)));
}

/** What `sweep` must leave. */
export function identitiesIn(document: unknown): readonly string[] {
  const found = new Set<string>();
  mapKinds(document, (text, kind) => {
    if (kind === 'identity') found.add(text);
    return text;
  });
  return [...found];
}

/** Of the scanner's report and of an SBOM: whose text it is, which of them, and fixed words. */
const SCANNER_IDENTITIES: ReadonlySet<string> = new Set([
  ...[
    'ID',
    'UID',
    'Name',
    'PkgName',
    'PkgID',
    'Version',
    'InstalledVersion',
    'FixedVersion',
    'PURL',
  ],
  ...[
    'VulnerabilityID',
    'VendorIDs',
    'DependsOn',
    'Digest',
    'DiffID',
    'RuleID',
    'Severity',
    'Status',
  ],
  ...[
    'Class',
    'Type',
    'Family',
    'Category',
    'SrcName',
    'SrcVersion',
    'Release',
    'SrcRelease',
    'Arch',
  ],
  ...[
    'ArtifactName',
    'ImageID',
    'DiffIDs',
    'SeveritySource',
    'CreatedAt',
    'PublishedDate',
    'BOMRef',
  ],
  ...['bom-ref', 'ref', 'dependsOn', 'purl', 'name', 'version', 'type', 'specVersion', 'bomFormat'],
  ...['serialNumber', 'timestamp', 'group', '$schema', 'alg', 'content'],
]);

export function maskedAttachment(attachment: Attachment, mask: Mask): Attachment {
  if ('gzip' in attachment) return attachment;
  const document: unknown = JSON.parse(attachment.text);
  const masked =
    attachment.kind === 'layers'
      ? maskedDocument(document, mask)
      : mapStrings(document, (text, key) =>
          key === '' || SCANNER_IDENTITIES.has(key) ? text : mask(text),
        );
  return {...attachment, text: renderJson(masked, attachment.kind === 'layers' ? 2 : undefined)};
}

const METADATA_IDENTITIES = ['image.name', 'digest', 'mediaType', 'platform', 'architecture', 'os'];

/** bake's own, for an output. */
export function maskedMetadata(metadata: unknown, mask: Mask): unknown {
  return mapStrings(metadata, (text, key) =>
    key === '' || METADATA_IDENTITIES.includes(key) || key.endsWith('.digest') ? text : mask(text),
  );
}
