/**
 * The artifacts of GitHub's results service, version 4 and later: Twirp calls in JSON that hand out an
 * address, and a block blob behind it (Azure's "Put Blob", "Put Block", "Put Block List").
 */
import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {buffer} from 'node:stream/consumers';
import {BlockBlobs, LoopbackServer} from './loopback-server.ts';

export interface Artifact {
  readonly name: string;
  /** A zip. */
  data: Buffer;
  isWhole: boolean;
}

/** Answers in place of the server; true when it did. */
export type Fault = (call: string, response: ServerResponse) => boolean;

const TWIRP = '/twirp/github.actions.results.api.v1.ArtifactService/';

export class ArtifactServer extends LoopbackServer {
  readonly artifacts: Artifact[] = [];
  fault: Fault = () => false;
  readonly #blobs = new BlockBlobs();

  protected async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await buffer(request).catch(() => Buffer.alloc(0));
    const call = url.pathname.startsWith(TWIRP) ? url.pathname.slice(TWIRP.length) : 'blob';
    if (this.fault(call, response)) return;
    if (call === 'blob') this.#put(url, body, response);
    else if (!/^Bearer \S+$/.test(request.headers.authorization ?? ''))
      json(response, {code: 'unauthenticated', msg: 'no token'}, 401);
    else this.#twirp(call, JSON.parse(body.toString()) as Record<string, string>, response);
  }

  #twirp(call: string, ask: Record<string, string>, response: ServerResponse): void {
    const {name = ''} = ask;
    const at = this.artifacts.findIndex((one) => one.name === name);
    const there = this.artifacts[at];
    if (call === 'CreateArtifact') {
      if (there !== undefined) {
        const msg = 'an artifact with this name already exists on the workflow run';
        json(response, {code: 'already_exists', msg}, 409);
        return;
      }
      const count = this.artifacts.push({name, data: Buffer.alloc(0), isWhole: false});
      json(response, {ok: true, signed_upload_url: `${this.url}blob/${count - 1}?sig=lab`});
    } else if (there === undefined) json(response, {code: 'not_found', msg: name}, 404);
    else {
      const hash = `sha256:${createHash('sha256').update(there.data).digest('hex')}`;
      there.isWhole = ask['size'] === String(there.data.length) && ask['hash'] === hash;
      json(response, {ok: there.isWhole, artifact_id: String(at + 1)});
    }
  }

  #put(url: URL, body: Buffer, response: ServerResponse): void {
    const artifact = this.artifacts[Number(url.pathname.split('/').at(-1))];
    response.statusCode = artifact === undefined ? 404 : 201;
    response.setHeader('x-ms-request-id', '00000000-0000-0000-0000-000000000001');
    response.setHeader('x-ms-version', '2025-01-05');
    if (artifact !== undefined) artifact.data = this.#blobs.put(url, body) ?? artifact.data;
    response.end();
  }
}

function json(response: ServerResponse, document: object, status = 200): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(document));
}
