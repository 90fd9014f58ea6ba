import {join} from 'node:path';
import {DefaultArtifactClient} from '@actions/artifact';
import type {UploadErrand} from './errand.ts';

export async function uploadFolder({name, folder, files}: UploadErrand): Promise<void> {
  const paths = files.map((file) => join(folder, file));
  await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
}
