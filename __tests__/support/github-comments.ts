/** The comments of a recording GitHub: REST in pages, and what GraphQL alone tells. */
import type {KeptComment, RecordedAsk, ServerScript} from './github-server.ts';

export interface CommentAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface CommentRoom {
  readonly kept: () => readonly KeptComment[];
  /** Undefined: it is no ask about comments. */
  readonly take: (ask: RecordedAsk, rest: string) => CommentAnswer | undefined;
}

interface GraphqlAsk {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What is asked for here, of GitHub's own schema (docs.github.com/graphql); anything else is refused as there. */
const SCHEMA: ReadonlySet<string> = new Set([
  ...['query', 'mutation', 'on', 'id', 'ids', 'ID', 'viewer', 'login', 'nodes', 'IssueComment'],
  ...['minimizeComment', 'input', 'subjectId', 'classifier', 'OUTDATED'],
  ...['minimizedComment', 'isMinimized'],
]);

const NOT_FOUND: CommentAnswer = {status: 404, body: {message: 'Not Found'}};
const LIST = /^issues\/(\d+)\/comments(?:\?(.*))?$/;
const ONE = /^issues\/comments\/(\d+)$/;

export function commentRoom(script: ServerScript): CommentRoom {
  const viewer = script.viewer ?? 'github-actions[bot]';
  let next = 1;
  const make = (one: Partial<KeptComment>): KeptComment => ({
    ...{id: next, body: '', login: viewer, isMinimized: false},
    ...one,
    node: `IC_${next++}`,
  });
  let kept = (script.comments ?? []).map(make);
  const bodyOf = (ask: RecordedAsk): string => (JSON.parse(ask.body) as {body: string}).body;

  const list = (of: number, query: string): CommentAnswer => {
    const all = kept.filter(({pull = of}) => pull === of);
    const [size, page] = [numberOf(query, 'per_page', 30), numberOf(query, 'page', 1)];
    return {status: 200, body: all.slice((page - 1) * size, page * size).map(shape)};
  };
  const add = (pull: number, ask: RecordedAsk): CommentAnswer => {
    const body = bodyOf(ask);
    if (body.length > 65_536)
      return {status: 422, body: {message: 'Body is too long (maximum is 65536 characters)'}};
    kept = [...kept, make({body, pull})];
    return {status: 201, body: shape(kept[kept.length - 1])};
  };
  const change = (ask: RecordedAsk, id: number): CommentAnswer => {
    if (!kept.some((one) => one.id === id)) return NOT_FOUND;
    if (ask.method === 'DELETE') kept = kept.filter((one) => one.id !== id);
    else kept = kept.map((one) => (one.id === id ? {...one, body: bodyOf(ask)} : one));
    return ask.method === 'DELETE'
      ? {status: 204}
      : {status: 200, body: shape(kept.find((one) => one.id === id))};
  };
  const standing = (ids: readonly string[]): object => {
    const nodes = ids.map((id) => {
      const found = kept.find(({node}) => node === id);
      return found === undefined ? null : {id, isMinimized: found.isMinimized};
    });
    return {data: {viewer: {login: viewer}, nodes}};
  };
  const hide = (id: string): object => {
    const fail = (type: string, message: string): object => ({
      data: {minimizeComment: null},
      errors: [{type, path: ['minimizeComment'], message}],
    });
    if (script.mayHide === false)
      return fail('FORBIDDEN', 'Resource not accessible by integration');
    if (!kept.some(({node}) => node === id))
      return fail('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
    kept = kept.map((one) => (one.node === id ? {...one, isMinimized: true} : one));
    return {data: {minimizeComment: {minimizedComment: {isMinimized: true}}}};
  };
  const graphql = (ask: RecordedAsk): CommentAnswer => {
    const {query, variables} = JSON.parse(ask.body) as GraphqlAsk;
    const unknown = (query.match(/[A-Za-z]\w*/g) ?? []).find((name) => !SCHEMA.has(name));
    const body =
      unknown === undefined
        ? query.startsWith('mutation')
          ? hide(String(variables['id']))
          : standing(variables['ids'] as string[])
        : {errors: [{message: `Field '${unknown}' doesn't exist`}]};
    return {status: 200, body};
  };

  return {
    kept: () => kept,
    take: (ask, rest) => {
      const [, number, query = ''] = LIST.exec(rest) ?? [];
      const one = ONE.exec(rest)?.[1];
      if (ask.path === '/graphql') return graphql(ask);
      if (number !== undefined)
        return ask.method === 'POST' ? add(Number(number), ask) : list(Number(number), query);
      return one === undefined ? undefined : change(ask, Number(one));
    },
  };
}

function numberOf(query: string, name: string, otherwise: number): number {
  return Number(new URLSearchParams(query).get(name) ?? otherwise);
}

function shape(one: KeptComment | undefined): object {
  if (one === undefined) return {};
  const {id, node, body, login} = one;
  return {
    ...{id, node_id: node, body},
    user: login === '' ? null : {login, type: login.endsWith('[bot]') ? 'Bot' : 'User'},
  };
}
