/** Which commit a report is of. Pure. */
import type {Report} from './schema.ts';

/** The one of all that was built; undefined where it is not known, or there are several. */
export function reportCommit({runs, images}: Report): string | undefined {
  // A run that joins the reports of others has built nothing.
  const named = runs.filter(
    ({id, commit}) =>
      commit !== undefined || images.some(({run, state}) => run === id && state === 'built'),
  );
  const commits = new Set(named.map(({commit}) => commit));
  const [commit] = commits;
  return commits.size === 1 ? commit : undefined;
}
