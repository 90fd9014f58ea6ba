import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import type {Descriptor} from '../../domain/image/manifest.ts';

/** Makes a folder of blobs the layout of one image (OCI image layout, `oci-layout` and `index.json`). */
export async function writeLayoutIndex(
  folder: string,
  manifest: Descriptor,
  {files}: Pick<Deps, 'files'>,
): Promise<void> {
  await files.write(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await files.write(
    join(folder, 'index.json'),
    JSON.stringify({schemaVersion: 2, manifests: [manifest]}),
  );
}
