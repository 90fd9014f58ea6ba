import type {Publisher} from '../publisher.ts';
import {renderSummary} from './render.ts';

/** GitHub takes 1 MiB a step. */
const LIMIT = 1024 * 1024 - 1024;

export const summary: Publisher = {
  applies: (_, deps) => deps.workflow.door === 'action',
  publish: ({report}, deps) => {
    const {
      GITHUB_SERVER_URL: server,
      GITHUB_REPOSITORY: repository,
      GITHUB_SHA: sha,
    } = deps.workflow.env;
    const known = server !== undefined && repository !== undefined && sha !== undefined;
    const link = known ? {linkBase: `${server}/${repository}/blob/${sha}`} : {};
    return deps.workflow.writeSummary(
      deps.secrets.mask(renderSummary(report, {limit: LIMIT, ...link})),
    );
  },
};
