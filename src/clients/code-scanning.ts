/** Code scanning's REST API as typed calls. Every refusal is one sentence. */
import {z} from 'zod';
import type {GitHubResponse} from '../domain/github/api.ts';
import type {RequestPurpose} from '../domain/github/refusal.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {
  requestWithRetry,
  toApiResult,
  type GitHubContext,
  type GitHubRepository,
  type ApiResult,
  repositoryParameters,
} from './github.ts';

export interface SarifUpload {
  readonly ref: string;
  readonly commit: string;
  /** Gzip, then base64. */
  readonly sarif: string;
  /** What absolute paths in it would start from. */
  readonly checkoutUri: string;
  readonly startedAt: string;
}

/** What became of an upload. */
export interface Processing {
  readonly status: 'pending' | 'complete' | 'failed';
  readonly errors: readonly string[];
}

const SCANNING: Omit<RequestPurpose, 'what'> = {
  permission: 'security-events: write',
  unseen: 'it has no code scanning (GitHub Enterprise Server: an administrator switches it on)',
  tooLarge: 'the input sarif-severity leaves out what is less severe',
};
const UPLOAD: RequestPurpose = {what: 'the upload to code scanning', ...SCANNING};
const READING: RequestPurpose = {what: 'a look into code scanning', ...SCANNING};

const uploadedSchema = z.object({id: z.string()});

/** Gives the id by which GitHub tells what became of it. */
export async function uploadSarif(
  at: GitHubRepository,
  {ref, commit, sarif, checkoutUri, startedAt}: SarifUpload,
  asking: GitHubContext,
): Promise<ApiResult<string>> {
  const ask = {
    route: 'POST /repos/{owner}/{repo}/code-scanning/sarifs',
    parameters: {
      ...repositoryParameters(at),
      ref,
      commit_sha: commit,
      sarif,
      checkout_uri: checkoutUri,
      started_at: startedAt,
      tool_name: 'Plimsoll',
    },
  };
  const answer = toApiResult(await requestWithRetry(ask, asking), UPLOAD);
  if ('refused' in answer) return answer;
  const parsed = uploadedSchema.safeParse(answer.value.data);
  return parsed.success
    ? {value: parsed.data.id}
    : {refused: 'GitHub took the upload and gave no id for it, so nobody knows what became of it.'};
}

const statusSchema = z.object({
  processing_status: z.enum(['pending', 'complete', 'failed']),
  errors: z.array(z.string()).nullish(),
});

/** An upload that GitHub does not know yet is pending. */
export async function readProcessing(
  at: GitHubRepository,
  id: string,
  asking: GitHubContext,
): Promise<Known<Processing>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}',
    parameters: {...repositoryParameters(at), sarif_id: id},
  };
  const answer = await requestWithRetry(ask, asking);
  if (isKnown(answer) && answer.value.status === 404) return known({status: 'pending', errors: []});
  const read = toApiResult(answer, READING);
  if ('refused' in read) return unable(read.refused);
  const parsed = statusSchema.safeParse(read.value.data);
  if (!parsed.success) return unable('GitHub’s answer about the upload is not one that is known.');
  return known({status: parsed.data.processing_status, errors: parsed.data.errors ?? []});
}

const analysesSchema = z.array(z.object({category: z.string(), created_at: z.string()}));
export type Analysis = z.infer<typeof analysesSchema>[number];

/** The newest hundred of ours on this ref; none where there is no analysis yet. */
export async function listAnalyses(
  at: GitHubRepository,
  ref: string,
  asking: GitHubContext,
): Promise<ApiResult<readonly Analysis[]>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/code-scanning/analyses',
    parameters: {...repositoryParameters(at), ref, tool_name: 'Plimsoll', per_page: 100},
  };
  const answer = await requestWithRetry(ask, asking);
  if (isKnown(answer) && answer.value.status === 404 && /no analysis/i.test(textOf(answer.value)))
    return {value: []};
  const read = toApiResult(answer, READING);
  if ('refused' in read) return read;
  const parsed = analysesSchema.safeParse(read.value.data);
  return {value: parsed.success ? parsed.data : []};
}

function textOf({data}: GitHubResponse): string {
  return JSON.stringify(data);
}
