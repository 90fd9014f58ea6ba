import type {Publisher} from '../publisher.ts';
import {renderOutputs} from './render.ts';

export const outputs: Publisher = {
  applies: () => true,
  publish: (publication, deps) => {
    for (const [name, value] of Object.entries(renderOutputs(publication)))
      deps.workflow.setOutput(name, value);
    return Promise.resolve();
  },
};
