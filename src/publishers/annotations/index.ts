import type {Publisher} from '../publisher.ts';
import {renderAnnotations} from './render.ts';

export const annotations: Publisher = {
  applies: (_, deps) => deps.workflow.door === 'action',
  publish: ({report}, deps) => {
    for (const annotation of renderAnnotations(report)) deps.workflow.annotate(annotation);
    return Promise.resolve();
  },
};
