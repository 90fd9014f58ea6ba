/** Trivy's report as it may lie beside ours: threats.md rule 3. */
import {withoutUrlSecrets} from '../text/urls.ts';

/**
 * The config with environment and expanded history, the lines that secrets were found in, and Trivy's
 * own mark of a finding, which differs with the folder that it was given.
 */
const DROPPED = ['ImageConfig', 'Match', 'Code', 'CreatedBy', 'Fingerprint'];

/** Where advisories say what to read. */
const LINKS = ['PrimaryURL', 'References', 'URL'];

export interface Keeping {
  /** The folder that Trivy was given, which is no reader's business. */
  readonly artifact: string;
  /** What stands for it. */
  readonly name: string;
  /** The image's layers by diffID: Trivy was given plain ones, whose digest is their diffID. */
  readonly digests: ReadonlyMap<string, string>;
}

/** The same document without secrets, the layout's path and fractions of seconds. */
export function keptReport(document: unknown, keeping: Keeping): unknown {
  return keep(document, '', keeping);
}

function keep(value: unknown, key: string, keeping: Keeping): unknown {
  if (typeof value === 'string') return keepText(value, key, keeping);
  if (Array.isArray(value)) return value.map((item) => keep(item, key, keeping));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(withDigest(value, keeping.digests)).filter(
    ([name]) => !DROPPED.includes(name),
  );
  return Object.fromEntries(entries.map(([name, item]) => [name, keep(item, name, keeping)]));
}

/** `{Digest, DiffID}` names one layer. */
function withDigest(value: object, digests: Keeping['digests']): object {
  if (!('Digest' in value) || !('DiffID' in value)) return value;
  const digest = digests.get(String(value.DiffID));
  return digest === undefined ? value : {...value, Digest: digest};
}

function keepText(text: string, key: string, {artifact, name}: Keeping): string {
  if ((key === 'ArtifactName' || key === 'Target') && `${text} (`.startsWith(`${artifact} (`))
    return `${name}${text.slice(artifact.length)}`;
  if (key !== 'CreatedAt') return LINKS.includes(key) ? text : withoutUrlSecrets(text);
  // Go writes as many digits as it needs: equal reports would have different sizes.
  return text.replace(/\.\d+/, '');
}
