/** The process of github-server.ts: a server for each script that comes by message, and what one has recorded. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {commentRoom, type CommentAnswer} from './github-comments.ts';
import {blobOf, runsAnswer, type RunsAnswer} from './github-runs.ts';
import type {HostAsk, KeptComment, RecordedAsk, ServerScript} from './github-server.ts';

class Host {
  readonly asks: RecordedAsk[] = [];
  readonly #script: ServerScript;
  readonly #faults;
  readonly #processing;
  readonly #room;
  readonly #uploads = new Set<string>();
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response);
  });

  constructor(script: ServerScript) {
    this.#script = script;
    this.#faults = (script.faults ?? []).flatMap((one) =>
      Array.from({length: one.times ?? 1}, () => one),
    );
    this.#processing = [...(script.processing ?? [{processing_status: 'complete'}])];
    this.#room = commentRoom(script);
  }

  get comments(): readonly KeptComment[] {
    return this.#room.kept();
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  end(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ask = await take(request);
    this.asks.push(ask);
    const index = this.#faults.findIndex(({route}) =>
      `${ask.method} ${ask.path}`.startsWith(route),
    );
    const [scripted] = index < 0 ? [] : this.#faults.splice(index, 1);
    const fault = scripted?.fault;
    if (fault === undefined) this.#usual(ask, response);
    else if (fault.kind === 'reset') request.socket.destroy();
    else if (fault.kind === 'lost') {
      this.#commentsOf(ask);
      request.socket.destroy();
    } else if (fault.kind === 'late') {
      const {status, body} = this.#commentsOf(ask) ?? {status: 404};
      setTimeout(() => {
        answer(response, status, body);
      }, fault.seconds * 1000);
    } else if (fault.kind === 'answer') answer(response, fault.status, fault.body, fault.headers);
  }

  #commentsOf(ask: RecordedAsk): CommentAnswer | undefined {
    return this.#room.take(ask, restOf(ask.path));
  }

  /** What is elsewhere is here under another name, which is another origin. */
  #runsOf(ask: RecordedAsk, rest: string): RunsAnswer | undefined {
    const found = runsAnswer(this.#script.runs, ask, rest);
    const location = found?.headers?.['location'];
    if (found === undefined || location === undefined) return found;
    const elsewhere = `http://localhost:${this.port}`;
    return {...found, headers: {location: location.replace('ELSEWHERE', elsewhere)}};
  }

  #usual(ask: RecordedAsk, response: ServerResponse): void {
    const {method, path, headers} = ask;
    const rest = restOf(path);
    const isKnown = /^(token|bearer) \S+$/i.test(headers['authorization'] ?? '');
    const about: RunsAnswer | undefined = isKnown
      ? (this.#commentsOf(ask) ?? this.#runsOf(ask, rest))
      : undefined;
    const blob = blobOf(this.#script.runs, ask);
    if (blob !== undefined) response.end(blob);
    else if (!isKnown) answer(response, 401, {message: 'Bad credentials'});
    else if (about !== undefined) answer(response, about.status, about.body, about.headers);
    else if (method === 'POST' && rest === 'code-scanning/sarifs') {
      const id = `00000000-0000-4000-8000-${String(this.#uploads.size).padStart(12, '0')}`;
      this.#uploads.add(id);
      answer(response, 202, {id, url: `http://127.0.0.1${path}/${id}`});
    } else if (method === 'GET' && rest.startsWith('code-scanning/sarifs/')) {
      const known = this.#uploads.has(rest.slice('code-scanning/sarifs/'.length));
      const now = this.#processing.length > 1 ? this.#processing.shift() : this.#processing[0];
      const told = known ? {analyses_url: '', ...now} : {message: 'Not Found'};
      answer(response, known ? 200 : 404, told);
    } else if (method === 'GET' && rest.startsWith('code-scanning/analyses')) {
      const {analyses} = this.#script;
      const status = analyses === undefined ? 404 : 200;
      answer(response, status, analyses ?? {message: 'no analysis found'});
    } else answer(response, 404, NOT_FOUND);
  }
}

const NOT_FOUND = {message: 'Not Found', documentation_url: 'https://docs.github.com/rest'};

async function take(request: IncomingMessage): Promise<RecordedAsk> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function restOf(path: string): string {
  return /^\/repos\/[^/]+\/[^/]+\/(.*)$/.exec(path)?.[1] ?? '';
}

function answer(
  response: ServerResponse,
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = typeof body === 'string' ? 'text/html' : 'application/json; charset=utf-8';
  response.writeHead(status, {'content-type': type, 'x-github-request-id': 'LAB', ...headers});
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const hosts = new Map<number, Host>();

async function told(ask: HostAsk): Promise<unknown> {
  if (ask.what === 'start') {
    const host = await new Host(ask.script).start();
    hosts.set(host.port, host);
    return host.port;
  }
  const host = hosts.get(ask.port);
  if (ask.what !== 'end') return host?.[ask.what];
  host?.end();
  return undefined;
}

process.on('message', (ask: HostAsk) => {
  void told(ask).then((answered) => process.send?.({id: ask.id, answered}));
});
