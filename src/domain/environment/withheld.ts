import {WITHOUT_GIT, steersGit} from './git-steering.ts';

/**
 * Variables of the job that no child may see, and no definition may name (threats.md rule 1). Not
 * `ACTIONS_CACHE_SERVICE_V2`: it says which protocol the cache service speaks, BuildKit reads it too, and
 * its value is a word like `true`.
 */
const NAMES = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'] as const;
const PREFIXES = ['INPUT_', 'ACTIONS_ID_TOKEN_REQUEST_'] as const;

/** True for a variable that is ours alone. Names are compared as the runner writes them, in any case. */
export function isWithheld(name: string): boolean {
  const upper = name.toUpperCase();
  return (
    NAMES.some((known) => known === upper) || PREFIXES.some((prefix) => upper.startsWith(prefix))
  );
}

/** The job's environment as a child may see it. */
export function childEnvironment(
  env: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const given = Object.entries(env).filter(([name]) => !isWithheld(name) && !steersGit(name));
  return {...Object.fromEntries(given), ...WITHOUT_GIT};
}
