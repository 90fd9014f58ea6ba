/** The outputs of the action. Pure. */
import {jsonOf} from '../../domain/text/json.ts';
import type {Publication} from '../publisher.ts';

/** An output that is larger is left out: the runner takes 1 MB for all of a job. */
const LARGEST = 256 * 1024;

export function renderOutputs({
  report,
  folder,
  layouts,
  metadata,
}: Publication): Readonly<Record<string, string>> {
  const images = report.images
    .filter((image) => image.state === 'built')
    .map(({id, name, platform, verdict, digest}) => ({
      id,
      name,
      platform,
      verdict,
      digest,
      layout: layouts.find((layout) => layout.image.id === id)?.path,
    }));
  const all = {
    verdict: report.verdict,
    'report-dir': folder,
    images: jsonOf(images),
    metadata: metadata === undefined ? '' : jsonOf(withoutProvenance(metadata)),
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, value.length > LARGEST ? '' : value]),
  );
}

/** Provenance holds the values of build arguments: it is read, used and not handed on (threats.md rule 3). */
function withoutProvenance(metadata: unknown): unknown {
  if (Array.isArray(metadata)) return metadata.map(withoutProvenance);
  if (typeof metadata !== 'object' || metadata === null) return metadata;
  const kept = Object.entries(metadata).filter(([name]) => name !== 'buildx.build.provenance');
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutProvenance(value)]));
}
