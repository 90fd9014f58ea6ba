/** Which run is relayed, and which pull request it was of: asked of GitHub, never of the artifact. */
import {z} from 'zod';

import {readEvent} from '../../clients/event.ts';
import {RETRY_POLICY, type GitHubContext, type GitHubRepository} from '../../clients/github.ts';
import {listPulls, readRun} from '../../clients/workflow-runs.ts';
import type {Deps} from '../../deps.ts';
import {repositoryKey} from '../../domain/github/target.ts';
import {isKnown, mapKnown, type Known} from '../../domain/known.ts';
import {
  relayedHead,
  relayedPull,
  type RelayedPull,
  type RelayRepository,
  type RunFacts,
} from '../../domain/relay/pull.ts';
import {UserError} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';

export interface RelaySource {
  readonly at: GitHubRepository;
  readonly runId: string;
  readonly token: string;
  readonly asking: GitHubContext;
}

const eventSchema = z.object({workflow_run: z.object({id: z.int().positive()})});

/** @throws {UserError} when it is not known what to relay */
export async function openSource(
  {runId, token}: Pick<Inputs, 'runId' | 'token'>,
  deps: Deps,
): Promise<RelaySource> {
  const name = deps.workflow.env['GITHUB_REPOSITORY'] ?? '';
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(name) ?? [];
  if (owner === undefined || repo === undefined || token === undefined)
    throw new UserError(
      'Mode relay asks GitHub’s API: it needs a workflow run of a repository (GITHUB_REPOSITORY) and the input token.',
    );
  const event = eventSchema.safeParse(await readEvent(deps));
  const id = runId ?? (event.success ? String(event.data.workflow_run.id) : undefined);
  if (id === undefined)
    throw new UserError(
      'Mode relay needs a workflow run: start the workflow on workflow_run, or name one with the input run-id.',
    );
  const asking = {github: deps.github(token), retryPolicy: RETRY_POLICY, deps};
  return {at: {owner, repo}, runId: id, token, asking};
}

/** `unable`: why there is nothing to relay. @throws {ToolError} when GitHub does not tell */
export async function findPull({at, runId, asking}: RelaySource): Promise<Known<RelayedPull>> {
  const run = await readRun(at, runId, asking);
  const facts: RunFacts = {
    event: run.event,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? undefined,
    headRepository: relayRepository(run.head_repository),
    actor: run.actor?.login,
    pulls: (run.pull_requests ?? []).map(({number}) => number),
  };
  const own = repositoryKey({id: run.repository?.id, full_name: `${at.owner}/${at.repo}`});
  const head = relayedHead(facts, own);
  if (!isKnown(head)) return head;
  const {branch} = head.value;
  const owner = run.head_repository?.owner.login ?? '';
  const pulls = await listPulls(at, {owner, branch}, asking);
  const found = pulls.map(({number, head: {sha, repo}}) => ({
    number,
    headSha: sha,
    headRepository: relayRepository(repo),
  }));
  const attempt = run.run_attempt ?? 1;
  return mapKnown(relayedPull(head.value, facts, found), (pull) => ({...pull, attempt}));
}

type NamedRepository =
  {readonly id?: number | undefined; readonly full_name: string} | null | undefined;

function relayRepository(repository: NamedRepository): RelayRepository | undefined {
  if (repository === undefined || repository === null) return undefined;
  return {key: repositoryKey(repository), name: repository.full_name};
}
