/** A small real server on loopback, which answers as a test tells it. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll} from '@jest/globals';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** `GET /path` of each request, in order. */
  readonly requests: readonly string[];
}

/** Starts servers, and ends them after the tests of a file, connections that hang included. */
export function servers(): (answer: Answer) => Promise<TestServer> {
  const made: Server[] = [];
  afterAll(() => {
    for (const server of made) {
      server.close();
      server.closeAllConnections();
    }
  });
  return async (answer) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
      answer(request, response);
    });
    made.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    return {url: `http://127.0.0.1:${port}`, requests};
  };
}
