import {join} from 'node:path';
import type {Publisher} from '../publisher.ts';
import {renderOutputs} from './render.ts';

export const outputs: Publisher = {
  applies: () => true,
  publish: async (publication, {files, secrets, workflow}) => {
    const outputs = renderOutputs(publication);
    for (const [name, value] of Object.entries(outputs.values)) workflow.setOutput(name, value);
    for (const [name, text] of Object.entries(outputs.files))
      await files.write(join(publication.folder, name), secrets.mask(text));
  },
};
