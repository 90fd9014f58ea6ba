import {linksOf} from '../../domain/github/links.ts';
import type {Publisher} from '../publisher.ts';
import {renderSummary} from './render.ts';

/** GitHub takes 1 MiB a step. */
const LIMIT = 1024 * 1024 - 1024;

export const summary: Publisher = {
  applies: (_, deps) => deps.workflow.door === 'action',
  publish: ({report}, deps) => {
    const {blob} = linksOf(deps.workflow.env);
    const link = blob === undefined ? {} : {linkBase: blob};
    return deps.workflow.writeSummary(
      deps.secrets.mask(renderSummary(report, {limit: LIMIT, ...link})),
    );
  },
};
