/** The process of github-server.ts: the script comes as its argument, the asks go back by message. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {commentRoom, type CommentAnswer} from './github-comments.ts';
import {blobOf, runsAnswer, type RunsAnswer} from './github-runs.ts';
import type {RecordedAsk, Scripted, ServerScript} from './github-server.ts';

const script = JSON.parse(process.argv[2] ?? '{}') as ServerScript;
const asks: RecordedAsk[] = [];
const faults = (script.faults ?? []).flatMap((one): Scripted[] =>
  Array.from({length: one.times ?? 1}, () => one),
);
const processing = [
  ...(script.processing ?? [{processing_status: 'pending'}, {processing_status: 'complete'}]),
];
const uploads = new Set<string>();
const room = commentRoom(script);

const server = createServer((request, response) => {
  void take(request).then((ask) => {
    asks.push(ask);
    const index = faults.findIndex(({route}) => `${ask.method} ${ask.path}`.startsWith(route));
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    if (fault === undefined) usual(ask, response);
    else if (fault.fault.kind === 'reset') request.socket.destroy();
    else if (fault.fault.kind === 'lost') {
      commentsOf(ask);
      request.socket.destroy();
    } else if (fault.fault.kind === 'late') {
      const {status, body} = commentsOf(ask) ?? {status: 404};
      setTimeout(() => {
        answer(response, status, body);
      }, fault.fault.seconds * 1000);
    } else if (fault.fault.kind === 'answer')
      answer(response, fault.fault.status, fault.fault.body, fault.fault.headers);
  });
});

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

function commentsOf(ask: RecordedAsk): CommentAnswer | undefined {
  return room.take(ask, restOf(ask.path));
}

/** What is elsewhere is here under another name, which is another origin. */
function runsOf(ask: RecordedAsk, rest: string): RunsAnswer | undefined {
  const found = runsAnswer(script.runs, ask, rest);
  const location = found?.headers?.['location'];
  if (found === undefined || location === undefined) return found;
  const elsewhere = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {...found, headers: {location: location.replace('ELSEWHERE', elsewhere)}};
}

function usual(ask: RecordedAsk, response: ServerResponse): void {
  const {method, path, headers} = ask;
  const rest = restOf(path);
  const isKnown = /^(token|bearer) \S+$/i.test(headers['authorization'] ?? '');
  const about: RunsAnswer | undefined = isKnown
    ? (commentsOf(ask) ?? runsOf(ask, rest))
    : undefined;
  const blob = blobOf(script.runs, ask);
  if (blob !== undefined) response.end(blob);
  else if (!isKnown) answer(response, 401, {message: 'Bad credentials'});
  else if (about !== undefined) answer(response, about.status, about.body, about.headers);
  else if (method === 'POST' && rest === 'code-scanning/sarifs') {
    const id = `00000000-0000-4000-8000-${String(uploads.size).padStart(12, '0')}`;
    uploads.add(id);
    answer(response, 202, {id, url: `http://127.0.0.1${path}/${id}`});
  } else if (method === 'GET' && rest.startsWith('code-scanning/sarifs/')) {
    const known = uploads.has(rest.slice('code-scanning/sarifs/'.length));
    const now = processing.length > 1 ? processing.shift() : processing[0];
    answer(
      response,
      known ? 200 : 404,
      known ? {analyses_url: '', ...now} : {message: 'Not Found'},
    );
  } else if (method === 'GET' && rest.startsWith('code-scanning/analyses')) {
    const {analyses} = script;
    answer(
      response,
      analyses === undefined ? 404 : 200,
      analyses ?? {message: 'no analysis found'},
    );
  } else
    answer(response, 404, {
      message: 'Not Found',
      documentation_url: 'https://docs.github.com/rest',
    });
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

process.on('message', (what) => process.send?.(what === 'comments' ? room.kept() : asks));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
