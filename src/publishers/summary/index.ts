import {githubLinks} from '../../domain/github/links.ts';
import {relayedLinks} from '../../domain/relay/relayed.ts';
import {reportCommit} from '../../domain/report/commit.ts';
import type {Publisher} from '../publisher.ts';
import {renderSummary} from './render.ts';

/** GitHub takes 1 MiB a step. */
const LIMIT = 1024 * 1024 - 1024;

export const summary: Publisher = {
  applies: (_, deps) => deps.workflow.invocation === 'action',
  publish: ({report, relay}, deps) => {
    const {env} = deps.workflow;
    const {blob} =
      relay === undefined ? githubLinks(env, reportCommit(report)) : relayedLinks(env, relay);
    const link = blob === undefined ? {} : {linkBase: blob};
    const note = relay === undefined ? {} : {note: relay.message};
    return deps.workflow.writeSummary(renderSummary(report, {limit: LIMIT, ...link, ...note}));
  },
};
