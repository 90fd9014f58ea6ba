/** What the small servers of GitHub's results service share: a port of this machine, and blobs in blocks. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export abstract class LoopbackServer {
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.answer(request, response);
    });
  }

  protected abstract answer(request: IncomingMessage, response: ServerResponse): Promise<void>;

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Breaks off whatever waits for an answer. */
  hangUp(): void {
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** With a slash at its end. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }
}

/** Azure's "Put Blob", "Put Block" and "Put Block List". */
export class BlockBlobs {
  readonly #blocks = new Map<string, Buffer>();

  /** The whole blob once it is there; undefined after a block of it. */
  put(url: URL, body: Buffer): Buffer | undefined {
    const name = (id: string): string => `${url.pathname}#${id}`;
    const part = url.searchParams.get('comp');
    if (part === 'block') {
      this.#blocks.set(name(url.searchParams.get('blockid') ?? ''), body);
      return undefined;
    }
    if (part !== 'blocklist') return body;
    const ids = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)];
    return Buffer.concat(ids.flatMap(([, id]) => this.#blocks.get(name(id ?? '')) ?? []));
  }
}
