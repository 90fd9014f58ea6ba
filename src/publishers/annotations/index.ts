import {readEventText} from '../../clients/event.ts';
import {isOfEvent} from '../../domain/github/target.ts';
import {parseEvent} from '../../domain/keep/event-commits.ts';
import {reportCommit} from '../../domain/report/commit.ts';
import type {Publisher} from '../publisher.ts';
import {renderAnnotations, withoutPlace} from './render.ts';

export const annotations: Publisher = {
  // What a stranger has reported is no check of this repository's own commit.
  applies: ({relay}, deps) => relay === undefined && deps.workflow.invocation === 'action',
  publish: async ({report}, deps) => {
    const commit = reportCommit(report);
    const {headSha: pullHead} = parseEvent(await readEventText(deps));
    // GitHub shows the lines of the event's commit.
    const isElsewhere =
      commit !== undefined && !isOfEvent(commit, {sha: deps.workflow.env['GITHUB_SHA'], pullHead});
    for (const annotation of renderAnnotations(report))
      deps.workflow.annotate(isElsewhere ? withoutPlace(annotation, commit) : annotation);
  },
};
