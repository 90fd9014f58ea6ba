/** Code scanning's REST API as typed calls. Every refusal is one sentence. */
import {z} from 'zod';
import type {GitHubAnswer} from '../domain/github/api.ts';
import type {Asked} from '../domain/github/refusal.ts';
import {isKnown, known, unable, type Known} from '../domain/known.ts';
import {askPatiently, taken, type Asking, type Repository, type Tried, named} from './github.ts';

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

const SCANNING: Omit<Asked, 'what'> = {
  permission: 'security-events: write',
  unseen: 'it has no code scanning (GitHub Enterprise Server: an administrator switches it on)',
  tooLarge: 'the input sarif-severity leaves out what is less severe',
};
const UPLOAD: Asked = {what: 'the upload to code scanning', ...SCANNING};
const READING: Asked = {what: 'a look into code scanning', ...SCANNING};

const uploadedSchema = z.object({id: z.string()});

/** Gives the id by which GitHub tells what became of it. */
export async function uploadSarif(
  at: Repository,
  {ref, commit, sarif, checkoutUri, startedAt}: SarifUpload,
  asking: Asking,
): Promise<Tried<string>> {
  const ask = {
    route: 'POST /repos/{owner}/{repo}/code-scanning/sarifs',
    parameters: {
      ...named(at),
      ref,
      commit_sha: commit,
      sarif,
      checkout_uri: checkoutUri,
      started_at: startedAt,
      tool_name: 'Plimsoll',
    },
  };
  const answer = taken(await askPatiently(ask, asking), UPLOAD);
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
  at: Repository,
  id: string,
  asking: Asking,
): Promise<Known<Processing>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}',
    parameters: {...named(at), sarif_id: id},
  };
  const answer = await askPatiently(ask, asking);
  if (isKnown(answer) && answer.value.status === 404) return known({status: 'pending', errors: []});
  const read = taken(answer, READING);
  if ('refused' in read) return unable(read.refused);
  const parsed = statusSchema.safeParse(read.value.data);
  if (!parsed.success) return unable('GitHub’s answer about the upload is not one that is known.');
  return known({status: parsed.data.processing_status, errors: parsed.data.errors ?? []});
}

const analysesSchema = z.array(z.object({category: z.string(), created_at: z.string()}));
export type Analysis = z.infer<typeof analysesSchema>[number];

/** The newest hundred of ours on this ref; none where there is no analysis yet. */
export async function listAnalyses(
  at: Repository,
  ref: string,
  asking: Asking,
): Promise<Tried<readonly Analysis[]>> {
  const ask = {
    route: 'GET /repos/{owner}/{repo}/code-scanning/analyses',
    parameters: {...named(at), ref, tool_name: 'Plimsoll', per_page: 100},
  };
  const answer = await askPatiently(ask, asking);
  if (isKnown(answer) && answer.value.status === 404 && /no analysis/i.test(textOf(answer.value)))
    return {value: []};
  const read = taken(answer, READING);
  if ('refused' in read) return read;
  const parsed = analysesSchema.safeParse(read.value.data);
  return {value: parsed.success ? parsed.data : []};
}

function textOf({data}: GitHubAnswer): string {
  return JSON.stringify(data);
}
