/** What this run may take from the cache service, and whether it may leave something there. */
import {findHead, isClean} from '../../clients/git.ts';
import type {Cache, Deps} from '../../deps.ts';
import {parseEvent, type EventDocument} from '../../domain/keep/event.ts';
import {mayKeep} from '../../domain/keep/may-keep.ts';
import {parseRuntimeToken} from '../../domain/keep/runtime-token.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';

const LARGEST_EVENT = 32 * 1024 * 1024;

export interface Rights {
  /** `unable`: why the cache service is not used, in words that can follow a colon. */
  readonly cache: Known<Cache>;
  /** `unable`: why nothing is left there. */
  readonly writing: Known<undefined>;
  readonly event: EventDocument;
}

/** Never rejects. */
export async function findRights(workdir: string, deps: Deps): Promise<Rights> {
  const {env} = deps.workflow;
  const event = await readEvent(deps);
  const cache = usable(deps);
  if (!isKnown(cache)) return {cache, writing: cache, event};
  const rule = mayKeep({
    event: env['GITHUB_EVENT_NAME'],
    ref: env['GITHUB_REF'],
    defaultBranch: event.defaultBranch,
    sha: env['GITHUB_SHA'],
    head: await findHead(deps, workdir),
    isClean: await isClean(deps, workdir),
  });
  const token = rightsOf(deps);
  const writing =
    isKnown(token) && !token.value.canWrite
      ? unable('the runtime token gives no right to write caches')
      : rule;
  return {cache, writing, event};
}

function usable(deps: Deps): Known<Cache> {
  if (deps.cache === undefined) return unable('this job has none');
  const token = rightsOf(deps);
  return isKnown(token) ? known(deps.cache) : token;
}

function rightsOf({workflow, clock}: Deps): ReturnType<typeof parseRuntimeToken> {
  return parseRuntimeToken(workflow.env['ACTIONS_RUNTIME_TOKEN'] ?? '', clock.now());
}

async function readEvent({workflow, files}: Deps): Promise<EventDocument> {
  const path = workflow.env['GITHUB_EVENT_PATH'] ?? '';
  if (path === '') return {};
  return parseEvent(await files.readText(path, LARGEST_EVENT).catch(() => ''));
}
