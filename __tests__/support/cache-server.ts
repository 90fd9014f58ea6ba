/**
 * Version 2 of the Actions cache service, as github.com serves it: Twirp calls in JSON that hand out
 * addresses, and block blobs behind these (Azure's "Put Blob", "Put Block", "Put Block List", "Get Blob"
 * with ranges). The lab has no ready one. Faults are injected by path.
 */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {buffer} from 'node:stream/consumers';
import {BlockBlobs, LoopbackServer} from './loopback-server.ts';

export interface Entry {
  readonly key: string;
  /** A hash of paths and compression, as the client says it. */
  readonly version: string;
  data: Buffer;
  isWhole: boolean;
}

export interface Call {
  readonly method: string;
  /** Of a Twirp call its name; else the path. */
  readonly name: string;
  /** That a Twirp call is about. */
  readonly key: string;
}

/** Answers in place of the server; true when it did. */
export type Fault = (call: Call, response: ServerResponse) => boolean;

/** What every answer of Azure's blob service carries. */
const OF_BLOBS = {
  'x-ms-request-id': '00000000-0000-0000-0000-000000000001',
  'x-ms-version': '2025-01-05',
  etag: '"0x8D0000000000001"',
  'last-modified': 'Wed, 25 Nov 2026 00:00:00 GMT',
};
const TWIRP = '/twirp/github.actions.results.api.v1.CacheService/';

export class CacheServer extends LoopbackServer {
  readonly entries: Entry[] = [];
  readonly calls: Call[] = [];
  fault: Fault = () => false;
  readonly #blobs = new BlockBlobs();

  /** Of entries that are whole, in the order in which they came. */
  keys(): readonly string[] {
    return this.entries.filter(({isWhole}) => isWhole).map(({key}) => key);
  }

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const method = request.method ?? '';
    const name = url.pathname.startsWith(TWIRP) ? url.pathname.slice(TWIRP.length) : url.pathname;
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    const isTwirp = url.pathname.startsWith(TWIRP);
    const key = isTwirp ? (JSON.parse(body.toString()) as {key?: string}).key : undefined;
    const call = {method, name, key: key ?? ''};
    this.calls.push(call);
    if (this.fault(call, response)) return;
    // BuildKit 0.25 ends with its daemon where an answer of the blob service lacks them.
    if (!isTwirp)
      for (const [header, value] of Object.entries(OF_BLOBS)) response.setHeader(header, value);
    if (isTwirp) this.#twirp(name, body, response);
    else if (method === 'PUT') this.#put(url, body, response);
    else this.#get(url, request, response);
  }

  #twirp(name: string, body: Buffer, response: ServerResponse): void {
    const ask = JSON.parse(body.toString()) as Record<string, unknown>;
    const [key, version] = [String(ask['key']), String(ask['version'])];
    const same = this.entries.findIndex((one) => one.key === key && one.version === version);
    const json = (document: object): void => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(document));
    };
    if (name === 'CreateCacheEntry') {
      if (same !== -1) {
        response.statusCode = 409;
        json({code: 'already_exists', msg: 'cache entry already exists'});
        return;
      }
      this.entries.push({key, version, data: Buffer.alloc(0), isWhole: false});
      json({ok: true, signed_upload_url: `${this.url}blob/${this.entries.length - 1}`});
    } else if (name === 'FinalizeCacheEntryUpload') {
      const entry = this.entries[same];
      if (entry !== undefined) entry.isWhole = true;
      json({ok: entry !== undefined, entry_id: String(same + 1)});
    } else this.#lookUp({key, version, restoreKeys: ask['restore_keys']}, json);
  }

  #lookUp(
    ask: {readonly key: string; readonly version: string; readonly restoreKeys: unknown},
    json: (document: object) => void,
  ): void {
    const more: readonly unknown[] = Array.isArray(ask.restoreKeys) ? ask.restoreKeys : [];
    const prefixes = [ask.key, ...more];
    const whole = this.entries.filter((one) => one.isWhole && one.version === ask.version);
    const found =
      whole.find(({key}) => key === ask.key) ??
      prefixes.flatMap(
        (prefix) => whole.findLast(({key}) => key.startsWith(String(prefix))) ?? [],
      )[0];
    json(
      found === undefined
        ? {ok: false}
        : {
            ok: true,
            signed_download_url: `${this.url}blob/${this.entries.indexOf(found)}`,
            matched_key: found.key,
          },
    );
  }

  #put(url: URL, body: Buffer, response: ServerResponse): void {
    const entry = this.entries[Number(url.pathname.split('/').at(-1))];
    response.statusCode = entry === undefined ? 404 : 201;
    if (entry !== undefined) entry.data = this.#blobs.put(url, body) ?? entry.data;
    response.end();
  }

  #get(url: URL, {headers, method}: IncomingMessage, response: ServerResponse): void {
    const entry = this.entries[Number(url.pathname.split('/').at(-1))];
    if (entry === undefined) {
      response.statusCode = 404;
      response.end();
      return;
    }
    const asked = headers['x-ms-range'] ?? headers.range;
    const range = /^bytes=(\d+)-(\d*)$/.exec(String(asked ?? ''));
    const from = Number(range?.[1] ?? 0);
    const to =
      range?.[2] === undefined || range[2] === '' ? entry.data.length : Number(range[2]) + 1;
    const part = entry.data.subarray(from, to);
    if (range !== null) {
      response.statusCode = 206;
      response.setHeader(
        'content-range',
        `bytes ${from}-${from + part.length - 1}/${entry.data.length}`,
      );
    }
    response.setHeader('content-length', part.length);
    response.end(method === 'HEAD' ? undefined : part);
  }
}
