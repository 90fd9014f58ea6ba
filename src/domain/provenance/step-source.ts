/** Where a step of the build's provenance takes what it brings in. Pure. */
import {z} from 'zod';
import type {Step} from './schema.ts';

const sourceSchema = z.object({identifier: z.string()});

export function isSource(step: Step | undefined): boolean {
  return step?.op?.Op?.['source'] !== undefined;
}

/** Not for a local, git or http context. */
export function isImage(step: Step | undefined): boolean {
  return /^(docker-image|oci-layout)/.test(sourceOf(step));
}

/** An image that is brought along as a layout on disk, and is in no registry. */
export function isOwnLayout(step: Step | undefined): boolean {
  return sourceOf(step).startsWith('oci-layout:');
}

/** `docker-image://docker.io/library/debian:12@sha256:…`; empty for a step that is no source. */
function sourceOf(step: Step | undefined): string {
  const source = sourceSchema.safeParse(step?.op?.Op?.['source']);
  return source.success ? source.data.identifier : '';
}
