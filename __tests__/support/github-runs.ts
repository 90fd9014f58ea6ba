/** Workflow runs, their artifacts and pull requests of a recording GitHub, as far as a relay asks for them. */
import {readFileSync} from 'node:fs';
import type {RecordedAsk} from './github-server.ts';

export interface ScriptedPull {
  readonly number: number;
  readonly sha: string;
  /** `owner/name`; null: it was deleted. */
  readonly repository: string | null;
  readonly branch: string;
  /** Default: it is open. */
  readonly state?: 'closed';
}

export interface ScriptedArtifact {
  readonly name: string;
  /** Path of a zip. */
  readonly file: string;
  /** As GitHub says it; default the file's own. */
  readonly bytes?: number;
  readonly expired?: boolean;
}

export interface ScriptedRun {
  readonly id: number;
  readonly event: string;
  readonly sha: string;
  readonly repository: string | null;
  readonly branch: string;
  readonly actor?: string;
  readonly artifacts: readonly ScriptedArtifact[];
}

export interface RunsScript {
  readonly run: ScriptedRun;
  readonly pulls: readonly ScriptedPull[];
}

export interface RunsAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Undefined: it is no ask about runs. */
export function runsAnswer(
  script: RunsScript | undefined,
  {path}: RecordedAsk,
  rest: string,
): RunsAnswer | undefined {
  if (script === undefined) return undefined;
  const {run, pulls} = script;
  const url = new URL(rest, 'http://github.lab');
  const zip = /^\/actions\/artifacts\/(\d+)\/zip$/.exec(url.pathname)?.[1];
  // Another origin: a token that came along would be a fault.
  if (zip !== undefined) return {status: 302, headers: {location: `ELSEWHERE/blob/${zip}?sig=lab`}};
  if (url.pathname === `/actions/runs/${run.id}`) return {status: 200, body: shapeOfRun(run)};
  if (url.pathname === `/actions/runs/${run.id}/artifacts`)
    return {
      status: 200,
      body: {
        total_count: run.artifacts.length,
        artifacts: pageOf(run.artifacts.map(shapeOfArtifact), url),
      },
    };
  if (url.pathname === '/pulls' && path.startsWith('/repos/'))
    return {status: 200, body: pageOf(pulls.filter(isAsked(url)).map(shapeOfPull), url)};
  return undefined;
}

/** Bytes of an artifact, where it lies; undefined: it is no ask for one, or one that has a token. */
export function blobOf(
  script: RunsScript | undefined,
  {path, headers}: RecordedAsk,
): Uint8Array | undefined {
  const index = /^\/blob\/(\d+)\?sig=lab$/.exec(path)?.[1];
  const artifact = script?.run.artifacts[Number(index) - 1];
  if (artifact === undefined || headers['authorization'] !== undefined) return undefined;
  return readFileSync(artifact.file);
}

function pageOf(all: readonly object[], {searchParams}: URL): readonly object[] {
  const [size, page] = [numberOf(searchParams, 'per_page', 30), numberOf(searchParams, 'page', 1)];
  return all.slice((page - 1) * size, page * size);
}

function numberOf(query: URLSearchParams, name: string, otherwise: number): number {
  return Number(query.get(name) ?? otherwise);
}

function isAsked({searchParams}: URL): (pull: ScriptedPull) => boolean {
  const [head, state] = [searchParams.get('head'), searchParams.get('state') ?? 'open'];
  return ({repository, branch, state: own = 'open'}) =>
    head === `${ownerOf(repository)}:${branch}` && ['all', own].includes(state);
}

/** GitHub finds a pull request of a repository that is gone by its owner all the same. */
function ownerOf(repository: string | null): string {
  return repository?.split('/')[0] ?? 'stranger';
}

function shapeOfRepository(name: string | null): object | null {
  return name === null ? null : {full_name: name, owner: {login: ownerOf(name)}};
}

function shapeOfRun({id, event, sha, repository, branch, actor = 'stranger'}: ScriptedRun): object {
  return {
    ...{id, event, head_sha: sha, head_branch: branch, status: 'completed'},
    ...{run_attempt: 1, pull_requests: []},
    ...{head_repository: shapeOfRepository(repository), actor: {login: actor}},
  };
}

function shapeOfPull({number, sha, repository, branch, state}: ScriptedPull): object {
  return {
    number,
    state: state ?? 'open',
    head: {ref: branch, sha, repo: shapeOfRepository(repository)},
  };
}

function shapeOfArtifact(
  {name, file, bytes, expired = false}: ScriptedArtifact,
  index: number,
): object {
  return {id: index + 1, name, size_in_bytes: bytes ?? readFileSync(file).length, expired};
}
