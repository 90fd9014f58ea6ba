/** The upload to code scanning: what GitHub does with it is waited for, and costs no verdict. */
import {
  listAnalyses,
  readProcessing,
  uploadSarif,
  type Analysis,
} from '../../clients/code-scanning.ts';
import {RETRY_POLICY, type GitHubContext, type RetryPolicy} from '../../clients/github.ts';
import type {Deps} from '../../deps.ts';
import type {AnalysisTarget} from '../../domain/github/target.ts';
import {isKnown} from '../../domain/known.ts';
import {plainLine} from '../../domain/text/plain-text.ts';
import {gzipTexts} from './encode.ts';

/** GitHub takes no more, compressed. */
const LARGEST_UPLOAD = 10_000_000;
/** Refusals that are about one document; all others hold for every one. */
const OF_ONE = [413, 422];

export interface UploadTimes {
  readonly retryPolicy: RetryPolicy;
  /** The first pause before asking what became of it; each one is half as long again. */
  readonly pollSeconds: number;
  readonly deadlineSeconds: number;
}

export const UPLOAD_TIMES: UploadTimes = {
  retryPolicy: RETRY_POLICY,
  pollSeconds: 1,
  deadlineSeconds: 120,
};

export interface UploadDocument {
  readonly image: string;
  /** The document with this many results at the most. */
  readonly json: (most: number) => Iterable<string>;
  readonly results: number;
}

export interface UploadCall {
  readonly target: AnalysisTarget;
  /** Refused reading says nothing of it: GitHub may take what it does not show. */
  readonly triesAnyway: boolean;
  readonly checkoutUri: string;
  readonly startedAt: string;
  readonly token: string;
  readonly times: UploadTimes;
}

export type UploadState = 'processed' | 'pending' | 'refused';

export interface Uploaded {
  readonly states: ReadonlyMap<string, UploadState>;
  readonly notices: readonly string[];
  /** What code scanning had of this ref before. */
  readonly before: readonly Analysis[];
}

/** How bad it is: of several targets the worst is told. */
const WORSE: readonly UploadState[] = ['processed', 'pending', 'refused'];

/** The same to several refs: pull requests may have one head. */
export async function uploadToEach(
  documents: readonly UploadDocument[],
  {targets, ...call}: Omit<UploadCall, 'target'> & {readonly targets: readonly AnalysisTarget[]},
  deps: Pick<Deps, 'github' | 'clock' | 'signal'>,
): Promise<Uploaded> {
  const states = new Map<string, UploadState>();
  const notices = new Set<string>();
  const before: Analysis[] = [];
  for (const target of targets) {
    const uploaded = await uploadAll(documents, {...call, target}, deps);
    for (const [image, state] of uploaded.states) {
      const known = states.get(image) ?? state;
      states.set(image, WORSE.indexOf(state) > WORSE.indexOf(known) ? state : known);
    }
    for (const notice of uploaded.notices) notices.add(notice);
    before.push(...uploaded.before);
  }
  return {states, notices: [...notices], before};
}

export async function uploadAll(
  documents: readonly UploadDocument[],
  call: UploadCall,
  deps: Pick<Deps, 'github' | 'clock' | 'signal'>,
): Promise<Uploaded> {
  const asking = {github: deps.github(call.token), retryPolicy: call.times.retryPolicy, deps};
  const before = await listAnalyses(call.target, call.target.ref, asking);
  if ('refused' in before && !call.triesAnyway)
    return {...allRefused(documents, before.refused), before: []};
  const sent = await sendAll(documents, call, asking);
  const ends = await awaitAll(sent.ids, call, asking);
  return {
    states: new Map([...sent.states, ...ends.states]),
    notices: [...sent.notices, ...ends.notices],
    before: 'value' in before ? before.value : [],
  };
}

function allRefused(
  documents: readonly UploadDocument[],
  notice: string,
): Pick<Uploaded, 'states' | 'notices'> {
  return {states: new Map(documents.map(({image}) => [image, 'refused'])), notices: [notice]};
}

interface Sent extends Pick<Uploaded, 'states' | 'notices'> {
  readonly ids: ReadonlyMap<string, string>;
}

async function sendAll(
  documents: readonly UploadDocument[],
  call: UploadCall,
  asking: GitHubContext,
): Promise<Sent> {
  const states = new Map<string, UploadState>();
  const ids = new Map<string, string>();
  const notices: string[] = [];
  for (const [index, document] of documents.entries()) {
    const {ref, commit} = call.target;
    const {checkoutUri, startedAt} = call;
    const sarif = (await compressed(document)).toString('base64');
    const upload = {ref, commit, sarif, checkoutUri, startedAt};
    const answer = await uploadSarif(call.target, upload, asking);
    if ('value' in answer) {
      ids.set(document.image, answer.value);
      continue;
    }
    if (!OF_ONE.includes(answer.status ?? 0)) {
      const rest = allRefused(documents.slice(index), answer.refused);
      return {
        ids,
        states: new Map([...states, ...rest.states]),
        notices: [...notices, answer.refused],
      };
    }
    states.set(document.image, 'refused');
    notices.push(`${document.image}: ${answer.refused}`);
  }
  return {ids, states, notices};
}

/** With half the results until GitHub can take it: what goes is the least severe. */
async function compressed({json, results}: UploadDocument): Promise<Buffer> {
  for (let most = Math.max(1, results); ; most = Math.floor(most / 2)) {
    const bytes = await gzipTexts(json(most));
    if (bytes.length <= LARGEST_UPLOAD || most === 0) return bytes;
  }
}

/** Growing pauses, all uploads together, until GitHub has told of each or the deadline is over. */
async function awaitAll(
  ids: ReadonlyMap<string, string>,
  call: UploadCall,
  asking: GitHubContext,
): Promise<Pick<Uploaded, 'states' | 'notices'>> {
  const {clock, signal} = asking.deps;
  const {pollSeconds, deadlineSeconds} = call.times;
  const end = clock.seconds() + deadlineSeconds;
  const open = new Map(ids);
  const states = new Map<string, UploadState>([...ids.keys()].map((image) => [image, 'pending']));
  const notices: string[] = [];
  for (let pause = pollSeconds; open.size > 0; pause *= 1.5) {
    const left = end - clock.seconds();
    if (left <= 0 || signal.aborted) break;
    await clock.sleep(Math.min(pause, left), signal);
    for (const [image, id] of open) {
      const read = await readProcessing(call.target, id, asking);
      if (isKnown(read) && read.value.status === 'pending') continue;
      open.delete(image);
      if (isKnown(read) && read.value.status === 'complete') states.set(image, 'processed');
      else notices.push(`${image}: ${isKnown(read) ? failed(read.value.errors) : read.unable}`);
      if (isKnown(read) && read.value.status === 'failed') states.set(image, 'refused');
    }
  }
  if (open.size > 0)
    notices.push(
      `${[...open.keys()].join(', ')}: GitHub took the upload and had not processed it within ${deadlineSeconds} seconds; it mostly does so later.`,
    );
  return {states, notices};
}

function failed(errors: readonly string[]): string {
  const words = errors.map(plainLine).join(' ');
  return `GitHub could not process the upload to code scanning: ${words === '' ? 'it gives no reason.' : words}`;
}
