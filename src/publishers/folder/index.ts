import {join} from 'node:path';
import type {Publisher} from '../publisher.ts';
import {renderFiles} from './render.ts';

export const folder: Publisher = {
  applies: () => true,
  publish: async (publication, deps) => {
    const {files} = deps;
    const isOurs = publication.inputs?.reportDir === undefined;
    if (isOurs && deps.workflow.invocation === 'command')
      await files.write(join(publication.folder, '.gitignore'), '*\n');
    for (const {name, data} of renderFiles(publication)) {
      await files.write(join(publication.folder, name), data);
    }
  },
};
