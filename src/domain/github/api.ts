/** GitHub's REST API as deps.ts has it. */
export interface GitHubRequest {
  /** `POST /repos/{owner}/{repo}/code-scanning/sarifs`. */
  readonly route: string;
  /** What fills the route, and then the query or the body. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly deadlineSeconds: number;
}

export interface GitHubResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Foreign: to be parsed. */
  readonly data: unknown;
}

/** GitHub's REST API, with one token. */
export interface GitHub {
  /**
   * Once, without a retry. Any status is an answer.
   * @throws with words that can follow a colon: no answer in time, a connection that broke
   */
  request(ask: GitHubRequest): Promise<GitHubResponse>;
}
