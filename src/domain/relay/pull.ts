/** Which pull request a run was of, by GitHub's word alone: threats.md rule 11. Pure. */
import {known, unable, type Known} from '../known.ts';

/** A repository keeps its key when it is renamed. */
export interface RelayRepository {
  readonly key: string;
  /** `owner/name`, for people. */
  readonly name: string;
}

/** As GitHub's API says it. */
export interface RunFacts {
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string | undefined;
  /** Undefined when it was deleted. */
  readonly headRepository: RelayRepository | undefined;
  readonly actor: string | undefined;
  /** Of the repository's own branches; a fork's run names none. */
  readonly pulls: readonly number[];
}

/** The head that a pull request of the run must have. */
export interface Head {
  readonly by: RelayedPull['by'];
  readonly repository: RelayRepository;
  readonly branch: string;
  readonly sha: string;
}

export interface PullFacts {
  readonly number: number;
  readonly headSha: string;
  readonly headRepository: RelayRepository | undefined;
}

/** One commit may be the head of several: each of them is told. */
export interface RelayedPull {
  readonly numbers: readonly number[];
  /** How many more have this head. */
  readonly leftOut: number;
  readonly commit: string;
  readonly by: 'fork' | 'Dependabot';
  /** Of the run, as GitHub counts it. */
  readonly attempt?: number | undefined;
  /** Who has reported it, and is believed nothing: `stranger/name`. */
  readonly from: string;
}

/** A stranger opens as many of one head as there are branches to merge it into. */
const MOST_PULLS = 5;
const DEPENDABOT = 'dependabot[bot]';

/**
 * @param repository the key of the one that the run is in
 * @returns `unable`: why its report is nothing to relay, in words that can follow a colon
 */
export function relayedHead(run: RunFacts, repository: string): Known<Head> {
  const {event, headSha: sha, headBranch: branch, headRepository, actor} = run;
  if (event !== 'pull_request')
    return unable(`the run was started by ${event}, and only those of pull_request are relayed`);
  if (headRepository === undefined || branch === undefined)
    return unable('the repository or the branch that the run was of is gone');
  if (headRepository.key === repository && actor !== DEPENDABOT)
    return unable('the pull request is of this repository, and its own run publishes by itself');
  const by = headRepository.key === repository ? 'Dependabot' : 'fork';
  return known({by, repository: headRepository, branch, sha});
}

/** @returns `unable`: as above */
export function relayedPull(
  {by, repository, branch, sha}: Head,
  run: Pick<RunFacts, 'pulls'>,
  found: readonly PullFacts[],
): Known<RelayedPull> {
  const named = found.filter(({number}) => run.pulls.length === 0 || run.pulls.includes(number));
  const own = named.filter(({headRepository}) => headRepository?.key === repository.key);
  const current = own.filter(({headSha}) => headSha === sha).map(({number}) => number);
  if (current.length > 0) {
    const numbers = current.toSorted((a, b) => a - b).slice(0, MOST_PULLS);
    const leftOut = current.length - numbers.length;
    return known({numbers, leftOut, commit: sha, by, from: repository.name});
  }
  const [moved] = own;
  if (moved !== undefined)
    return unable(
      `the head of pull request ${moved.number} is ${moved.headSha}, and the run was of ${sha}: another run tells of it`,
    );
  const [foreign] = named;
  return unable(
    foreign === undefined
      ? `no open pull request has the head ${repository.name}:${branch}`
      : `pull request ${foreign.number} comes from ${foreign.headRepository?.name ?? 'a repository that is gone'}, and the run was of ${repository.name}`,
  );
}
