import type {Publisher} from '../publisher.ts';
import {renderAnnotations} from './render.ts';

export const annotations: Publisher = {
  // What a stranger has reported is no check of this repository's own commit.
  applies: ({relay}, deps) => relay === undefined && deps.workflow.door === 'action',
  publish: ({report}, deps) => {
    for (const annotation of renderAnnotations(report)) deps.workflow.annotate(annotation);
    return Promise.resolve();
  },
};
