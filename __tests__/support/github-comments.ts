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

  const list = (query: string): CommentAnswer => {
    const [size, page] = [numberOf(query, 'per_page', 30), numberOf(query, 'page', 1)];
    return {status: 200, body: kept.slice((page - 1) * size, page * size).map(shape)};
  };
  const add = (ask: RecordedAsk): CommentAnswer => {
    const body = bodyOf(ask);
    if (body.length > 65_536)
      return {status: 422, body: {message: 'Body is too long (maximum is 65536 characters)'}};
    kept = [...kept, make({body})];
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
  const graphql = (ask: RecordedAsk): CommentAnswer => {
    const {variables} = JSON.parse(ask.body) as {variables: {ids: string[]}};
    const nodes = variables.ids.map((id) => {
      const found = kept.find(({node}) => node === id);
      return found === undefined ? null : {id, isMinimized: found.isMinimized};
    });
    return {status: 200, body: {data: {viewer: {login: viewer}, nodes}}};
  };

  return {
    kept: () => kept,
    take: (ask, rest) => {
      const [, number, query = ''] = LIST.exec(rest) ?? [];
      const one = ONE.exec(rest)?.[1];
      if (ask.path === '/graphql') return graphql(ask);
      if (number !== undefined) return ask.method === 'POST' ? add(ask) : list(query);
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
