/**
 * GitHub's REST API on loopback, as far as Plimsoll asks it: it records what comes and speaks the real
 * protocol (JSON with `message` and `documentation_url`, rate limit headers, 202 with an id). Faults are
 * scripted by route and used up in order. It runs in a process of its own: tests that start the bundle
 * synchronously block theirs.
 */
import {fork, type ChildProcess} from 'node:child_process';
import {on} from 'node:events';
import {fileURLToPath} from 'node:url';
import {afterAll} from '@jest/globals';
import type {RunsScript} from './github-runs.ts';

export interface RecordedAsk {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came; empty without a body. */
  readonly body: string;
}

/** What an ask gets instead of what it should. */
export type Fault =
  /** The connection is cut once the ask is there. */
  | {readonly kind: 'reset'}
  /** It is taken and never answered. */
  | {readonly kind: 'silence'}
  /** It is done, and the answer does not arrive. */
  | {readonly kind: 'lost'}
  /** It is done, and the answer arrives later. */
  | {readonly kind: 'late'; readonly seconds: number}
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    };

export interface Scripted {
  /** `POST /repos/o/r/code-scanning/sarifs`: the beginning of method and path. */
  readonly route: string;
  readonly fault: Fault;
  /** How often; default 1. */
  readonly times?: number;
}

export interface ServerScript {
  readonly faults?: readonly Scripted[];
  /** Answers of `GET .../sarifs/{id}`, in order; the last one stays. Default: complete. */
  readonly processing?: readonly {
    readonly processing_status: string;
    readonly errors?: readonly string[];
  }[];
  /** What code scanning has: `GET .../analyses`. */
  readonly analyses?: readonly {readonly category: string; readonly created_at: string}[];
  /** What is on the pull request already, the oldest first; by the token's own unless it says who. */
  readonly comments?: readonly Partial<Omit<KeptComment, 'id' | 'node'>>[];
  /** A workflow run with its artifacts, and the open pull requests. */
  readonly runs?: RunsScript;
  /** Whether the token may hide comments; default true. */
  readonly mayHide?: boolean;
  /** Whose the token is; default `github-actions[bot]`. */
  readonly viewer?: string;
}

/** A comment as the server keeps it. */
export interface KeptComment {
  readonly id: number;
  /** Its name in GraphQL. */
  readonly node: string;
  readonly body: string;
  /** Empty: an account that is gone. */
  readonly login: string;
  readonly isMinimized: boolean;
  /** Of which pull request; default: whichever is asked for. */
  readonly pull?: number;
}

export interface GitHubServer {
  /** For GITHUB_API_URL. */
  readonly url: string;
  readonly asks: () => Promise<readonly RecordedAsk[]>;
  /** What is on the pull request now. */
  readonly comments: () => Promise<readonly KeptComment[]>;
  readonly end: () => Promise<void>;
}

/** What the tests ask of the process, by a number of their own. */
export type HostAsk = {readonly id: number} & (
  | {readonly what: 'start'; readonly script: ServerScript}
  | {readonly what: 'asks' | 'comments' | 'end'; readonly port: number}
);

const HOST = fileURLToPath(new URL('github-server-host.ts', import.meta.url));

/** One process holds all servers of a file: it starts with the first of them. */
let child: ChildProcess | undefined;
let lastId = 0;
afterAll(() => {
  child?.disconnect();
  child?.kill();
});

export async function startGitHub(script: ServerScript = {}): Promise<GitHubServer> {
  const port = (await ask({what: 'start', script})) as number;
  return {
    url: `http://127.0.0.1:${port}`,
    asks: async () => (await ask({what: 'asks', port})) as readonly RecordedAsk[],
    comments: async () => (await ask({what: 'comments', port})) as readonly KeptComment[],
    end: async () => {
      // What a file does in its end comes after the process is gone.
      if (child?.connected === true) await ask({what: 'end', port});
    },
  };
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

async function ask(what: Without<HostAsk, 'id'>): Promise<unknown> {
  child ??= fork(HOST, {stdio: ['ignore', 'inherit', 'inherit', 'ipc']}).setMaxListeners(0);
  const id = ++lastId;
  child.send({id, ...what});
  for await (const [said] of on(child, 'message')) {
    const {id: of, answered} = said as {readonly id: number; readonly answered?: unknown};
    if (of === id) return answered;
  }
  return undefined;
}
