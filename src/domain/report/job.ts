/** Which job a run of ours was, as its surroundings say: what a part of a matrix is held to. Pure. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import type {Variables} from '../github/target.ts';

export const workflowSchema = z
  .strictObject({
    repository: z.string(),
    run: z.string(),
    attempt: z.string(),
    sha: z.string().describe('GITHUB_SHA: of the event, whatever is checked out'),
  })
  .describe('The workflow run that it was part of; absent outside of GitHub Actions');
export type ReportedWorkflow = z.infer<typeof workflowSchema>;

export interface Job {
  readonly job?: string;
  readonly workflow?: ReportedWorkflow;
}

export function currentJob(env: Variables): Job {
  const {GITHUB_JOB: job, GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = ''} = env;
  const {GITHUB_RUN_ATTEMPT: attempt = '1', GITHUB_SHA: sha = ''} = env;
  const isKnown = repository !== '' && run !== '' && sha !== '';
  return {
    ...defined({job}),
    ...(isKnown ? {workflow: {repository, run, attempt, sha}} : {}),
  };
}

/**
 * Why a report is no part of this workflow run; undefined where it is one.
 * @returns words that can follow a colon
 */
export function strangeness(
  part: ReportedWorkflow | undefined,
  own: ReportedWorkflow | undefined,
): string | undefined {
  if (own === undefined) return 'it is not known which workflow run this is';
  if (part === undefined) return 'it does not say which workflow run it is of';
  if (part.repository.toLowerCase() !== own.repository.toLowerCase())
    return 'it is of another repository';
  if (part.run !== own.run) return 'it is of another workflow run';
  if (part.sha !== own.sha) return 'it is of another commit';
  return attemptNumber(part) > attemptNumber(own)
    ? 'it says to be of an attempt to come'
    : undefined;
}

export function attemptNumber({attempt}: Pick<ReportedWorkflow, 'attempt'>): number {
  return /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : Number.POSITIVE_INFINITY;
}
