import {join} from 'node:path';
import {DefaultArtifactClient} from '@actions/artifact';
import type {UploadTask} from './worker-task.ts';

export async function uploadFolder({name, folder, files}: UploadTask): Promise<void> {
  const paths = files.map((file) => join(folder, file));
  await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
}
