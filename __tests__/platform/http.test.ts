import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {buffer} from 'node:stream/consumers';
import {describe, expect, it} from '@jest/globals';
import {liveHttp} from '../../src/platform/http.ts';
import {servers} from '../support/http.ts';

const serve = servers();
const http = liveHttp({env: {}, signal: new AbortController().signal});

describe('a GET', () => {
  it('gives status, headers and the bytes as they are stored', async () => {
    const {url} = await serve((request, response) => {
      response.writeHead(404, {'X-Seen': request.headers['accept-encoding']}).end('no');
    });
    const answer = await http.get({url, deadlineSeconds: 3});
    expect(answer).toMatchObject({status: 404, headers: {'x-seen': 'identity'}});
    expect((await buffer(answer.body)).toString()).toBe('no');
  });

  it('follows redirects, and shows its token to the first origin alone', async () => {
    const other = await serve((request, response) => {
      response.end(`${request.headers.authorization} ${request.headers.accept}`);
    });
    const {url} = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, {location: '/next'}).end('moved');
      else response.writeHead(307, {location: `${other.url}/there`}).end();
    });
    const headers = {authorization: 'Bearer x', accept: 'a/b'};
    const {body} = await http.get({url, headers, deadlineSeconds: 3});
    expect((await buffer(body)).toString()).toBe('undefined a/b');
  });

  it.each([
    ['a redirect loop', (url: string) => `${url}/again`, /redirects more than 5 times/],
    ['a redirect to a file', () => 'file:///etc/passwd', /file: is no protocol of the web/],
  ])('ends %s in words', async (_what, location, words) => {
    const {url} = await serve((_, response) => {
      response.writeHead(302, {location: location('')}).end();
    });
    await expect(http.get({url, deadlineSeconds: 3})).rejects.toThrow(words);
  });

  it('says why nobody answers', async () => {
    await expect(http.get({url: 'http://127.0.0.1:1/', deadlineSeconds: 3})).rejects.toThrow(
      /bad port|ECONNREFUSED/,
    );
  });

  it('ends at its deadline: before the answer, and in the middle of it', async () => {
    const silent = await serve(() => undefined);
    await expect(http.get({url: silent.url, deadlineSeconds: 0.2})).rejects.toThrow(
      'no full answer within 1 seconds',
    );
    const half = await serve((_, response) => {
      response.writeHead(200, {'content-length': '10'}).write('half');
    });
    const {body} = await http.get({url: half.url, deadlineSeconds: 0.2});
    await expect(buffer(body)).rejects.toThrow('no full answer within 1 seconds');
  });

  it('says that the other side broke off', async () => {
    const {url} = await serve((_, response) => {
      response.writeHead(200, {'content-length': '10'}).write('half', () => response.destroy());
    });
    const {body} = await http.get({url, deadlineSeconds: 3});
    await expect(buffer(body)).rejects.toThrow(/closed|terminated/);
  });

  it('ends with the run', async () => {
    const run = new AbortController();
    const silent = await serve(() => {
      run.abort();
    });
    await expect(
      liveHttp({env: {}, signal: run.signal}).get({url: silent.url, deadlineSeconds: 3}),
    ).rejects.toThrow('the run was stopped');
  });

  it('goes through the proxy that is named', async () => {
    const seen: string[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      seen.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const before = process.env['https_proxy'];
    process.env['https_proxy'] = address;
    try {
      const by = liveHttp({env: {https_proxy: address}, signal: new AbortController().signal});
      await expect(by.get({url: 'https://example.invalid/x', deadlineSeconds: 3})).rejects.toThrow(
        /403/,
      );
      expect(seen).toEqual(['example.invalid:443']);
    } finally {
      if (before === undefined) delete process.env['https_proxy'];
      else process.env['https_proxy'] = before;
      proxy.close();
    }
  });
});
