/** What a fetch takes and gives, with and without a proxy. */
/** What node's fetch and undici's have in common. */
export type Fetched = Pick<Response, 'status' | 'body'> & {
  readonly headers: Pick<Headers, 'get' | 'entries'>;
};

export interface Init {
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly redirect: 'manual';
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}
