/** The outputs of the action. Pure. */
import {join} from 'node:path';
import {renderJson} from '../../domain/text/json.ts';
import type {Publication} from '../publisher.ts';

/**
 * Linux takes 128 KiB for a variable of a step's `env:`, its name with it (MAX_ARG_STRLEN): with more the
 * step cannot be started.
 */
const LARGEST = 128 * 1024 - 1024;

export interface Outputs {
  readonly values: Readonly<Record<string, string>>;
  /** In the report folder: what is too long for a value, which is the file's path then. */
  readonly files: Readonly<Record<string, string>>;
}

export function renderOutputs({report, folder, layouts, metadata}: Publication): Outputs {
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
    images: renderJson(images),
    metadata: metadata === undefined ? '' : renderJson(withoutProvenance(metadata)),
  };
  const long = Object.entries(all).filter(([, value]) => Buffer.byteLength(value) > LARGEST);
  const paths = long.map(([name]) => [name, join(folder, fileOf(name))] as const);
  return {
    values: {...all, ...Object.fromEntries(paths)},
    files: Object.fromEntries(long.map(([name, value]) => [fileOf(name), value])),
  };
}

function fileOf(name: string): string {
  return `output-${name}.json`;
}

/** Provenance holds the values of build arguments: it is read, used and not handed on (threats.md rule 3). */
function withoutProvenance(metadata: unknown): unknown {
  if (Array.isArray(metadata)) return metadata.map(withoutProvenance);
  if (typeof metadata !== 'object' || metadata === null) return metadata;
  const kept = Object.entries(metadata).filter(([name]) => name !== 'buildx.build.provenance');
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutProvenance(value)]));
}
