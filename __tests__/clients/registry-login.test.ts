/** Docker's login goes where a registry's challenge points, but never over plain HTTP to another machine. */
import {Readable, Writable} from 'node:stream';
import {describe, expect, it} from '@jest/globals';
import {pullLayer} from '../../src/clients/registry.ts';
import type {HttpResponse, HttpRequest} from '../../src/deps.ts';
import {testDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';

const folder = folders();
const LOGIN = Buffer.from('captain:a-password-of-docker').toString('base64');
const REFERENCE = {
  host: 'reg.example',
  name: 'team/db',
  version: '2',
  text: 'reg.example/team/db:2',
};

/** What was asked after the challenge, with what; and why it ended. */
async function pull(challenge: string): Promise<{readonly asked: string[]; readonly why: string}> {
  const docker = folder({
    'config.json': JSON.stringify({auths: {'reg.example': {auth: LOGIN}}}),
  });
  const asked: string[] = [];
  const get = ({url, headers}: HttpRequest): Promise<HttpResponse> => {
    asked.push(`${url} ${headers?.['authorization'] ?? '-'}`);
    const answer = {status: 401, headers: {'www-authenticate': challenge}};
    return Promise.resolve({...answer, body: Readable.from([])});
  };
  const deps = {...testDeps({env: {DOCKER_CONFIG: docker}}), http: {get}};
  const sink = (): readonly [Writable] => [
    new Writable({
      write: (_, __, done) => {
        done();
      },
    }),
  ];
  const why = await pullLayer(
    {reference: REFERENCE, mediaType: 'x', largestLayer: 1, into: sink, deadlineSeconds: 5},
    deps,
  ).then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  return {asked: asked.slice(1), why};
}

describe('a login', () => {
  it.each([
    'https://auth.elsewhere.example/token',
    'http://localhost:5000/token',
    'http://127.0.0.1/token',
    'http://127.9.9.9:81/token',
    'http://[::1]:9/token',
  ])('is sent to %s', async (realm) => {
    const {asked} = await pull(`Bearer realm="${realm}",service="s"`);
    expect(asked).toEqual([expect.stringMatching(new RegExp(` Basic ${LOGIN}$`))]);
    expect(asked[0]?.startsWith(`${realm}?service=s&scope=repository`)).toBe(true);
  });

  it.each([
    'http://reg.example/token',
    'http://auth.elsewhere.example/token',
    'http://10.0.0.5/token',
    'http://localhost.elsewhere.example/token',
    'http://127.0.0.1.elsewhere.example/token',
    'http://127.0.0.1@elsewhere.example/token',
    'http://elsewhere.example#@localhost/token',
    'http://[::ffff:10.0.0.5]/token',
    'http://0x7f.elsewhere.example/token',
    'ftp://reg.example/token',
    'file:///etc/passwd',
    'data:application/json,{}',
  ])('is not sent to %s', async (realm) => {
    const {asked, why} = await pull(`Bearer realm="${realm}",service="s"`);
    expect(asked).toEqual([]);
    expect(why).toBe('it asks for a login over another protocol than https');
  });

  it('in the basic way goes to the registry itself', async () => {
    const {asked} = await pull('Basic realm="http://elsewhere.example"');
    expect(asked).toEqual([`https://reg.example/v2/team/db/manifests/2 Basic ${LOGIN}`]);
  });
});
