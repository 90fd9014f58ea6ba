/** Addresses on GitHub of what a run is about. Pure. */
import type {Variables} from './target.ts';

export interface Links {
  /** `https://server/owner/repository`. */
  readonly repository?: string;
  /** `https://server/owner/repository/blob/commit`: places become links. */
  readonly blob?: string;
  /** This run, of this attempt. */
  readonly run?: string;
}

/**
 * Each where the job's environment names all that it takes.
 * @param commit that the places are of; undefined where it is not known
 */
export function githubLinks(env: Variables, commit: string | undefined): Links {
  const {GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: name = ''} = env;
  const {GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = ''} = env;
  if (server === '' || name === '') return {};
  const repository = `${server}/${name}`;
  return {
    repository,
    ...(commit === undefined ? {} : {blob: `${repository}/blob/${commit}`}),
    ...(run === ''
      ? {}
      : {run: `${repository}/actions/runs/${run}${attempt === '' ? '' : `/attempts/${attempt}`}`}),
  };
}
