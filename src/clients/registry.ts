/**
 * An artifact of one layer, pulled as the OCI distribution specification 1.1 says. Own code: the clients
 * on npm hold a layer whole in memory, or neither check its digest nor know docker's login.
 */
import {createHash} from 'node:crypto';
import type {Transform, Writable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {z} from 'zod';
import {defined} from '../domain/defined.ts';
import type {Deps, HttpResponse} from '../deps.ts';
import {descriptorSchema, manifestSchema, type Descriptor} from '../domain/image/manifest.ts';
import {parseChallenge} from '../domain/registry/challenge.ts';
import {registryApiUrl, isLoopback, type Reference} from '../domain/registry/reference.ts';
import {
  brokenOff,
  readPullFailure,
  Meter,
  parseJson,
  PullFailed,
  readAll,
} from './pull-response.ts';
import {readLogin} from './docker-login.ts';

export interface Pull {
  readonly reference: Reference;
  /** Of the layer; the artifact has one such. */
  readonly mediaType: string;
  readonly largestLayer: number;
  /** Each takes what the one before gives; the first gets the layer's bytes as they come. */
  readonly into: () => readonly [...Transform[], Writable];
  readonly deadlineSeconds: number;
}

export interface Pulled {
  /** Of the manifest. */
  readonly digest: string;
}

const MANIFEST_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
const LARGEST_MANIFEST = 1024 * 1024;
/** A small answer that takes longer will not come. */
const ANSWER_SECONDS = 30;

/** @throws {PullFailed} after which nothing that was written may be used */
export async function pullLayer(pull: Pull, deps: Deps): Promise<Pulled> {
  const session = new Session(pull, deps);
  const {digest, layer} = await readManifest(session, pull);
  const answer = await session.get(`blobs/${layer.digest}`, {accept: '*/*'});
  const meter = new Meter(layer.size);
  try {
    await pipeline([answer.body, meter, ...pull.into()], {signal: deps.signal});
  } catch (error) {
    throw brokenOff(error, 'the layer could not be taken: ');
  }
  if (meter.bytes !== layer.size)
    throw new PullFailed(`the layer ends after ${meter.bytes} of ${layer.size} bytes`, {wait: 0});
  if (meter.digest() !== layer.digest)
    throw new PullFailed('the layer’s digest is not the one that its manifest says', {wait: 0});
  return {digest};
}

async function readManifest(
  session: Session,
  {reference, mediaType, largestLayer}: Pull,
): Promise<{readonly digest: string; readonly layer: Descriptor}> {
  const path = `manifests/${reference.version}`;
  const answer = await session.get(path, {accept: MANIFEST_TYPES.join(', '), small: true});
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  if (!MANIFEST_TYPES.includes(type)) {
    answer.body.destroy();
    throw new PullFailed(`what is there is no artifact (${type === '' ? 'of no type' : type})`);
  }
  const bytes = await readAll(answer.body, LARGEST_MANIFEST);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  if (reference.version.startsWith('sha256:') && reference.version !== digest)
    throw new PullFailed(`its manifest has the digest ${digest}`, {wait: 0});
  const manifest = manifestSchema.safeParse(parseJson(bytes));
  if (!manifest.success) throw new PullFailed('its manifest is not one that is understood');
  const [layer, ...more] = manifest.data.layers.filter((one) => one.mediaType === mediaType);
  if (layer === undefined || more.length > 0) {
    const types = manifest.data.layers.map((one) => one.mediaType ?? 'no type').slice(0, 3);
    throw new PullFailed(`it has no layer of the type ${mediaType}, but ${types.join(', ')}`);
  }
  if (layer.size > largestLayer)
    throw new PullFailed(
      `its layer has ${layer.size} bytes, and at most ${largestLayer} are taken`,
    );
  return {digest, layer: descriptorSchema.parse(layer)};
}

interface Want {
  readonly accept: string;
  readonly small?: boolean;
}

/** What is asked of one repository, with what the registry asked for. */
class Session {
  readonly #pull: Pull;
  readonly #deps: Deps;
  readonly #end: number;
  #authorization: string | undefined;

  constructor(pull: Pull, deps: Deps) {
    this.#pull = pull;
    this.#deps = deps;
    this.#end = deps.clock.seconds() + pull.deadlineSeconds;
  }

  /** @throws {PullFailed} unless it is there */
  async get(path: string, want: Want): Promise<HttpResponse> {
    const url = `${registryApiUrl(this.#pull.reference)}/${path}`;
    const ask = (): Promise<HttpResponse> =>
      this.#ask(url, {want, authorization: this.#authorization});
    let answer = await ask();
    if (answer.status === 401 && this.#authorization === undefined) {
      answer.body.destroy();
      this.#authorization = await this.#authorize(answer.headers['www-authenticate'] ?? '');
      answer = await ask();
    }
    if (answer.status === 200) return answer;
    throw await readPullFailure(answer, this.#deps.clock.now());
  }

  async #ask(
    url: string,
    {want, authorization}: {readonly want: Want; readonly authorization: string | undefined},
  ): Promise<HttpResponse> {
    const left = this.#end - this.#deps.clock.seconds();
    const deadlineSeconds = Math.max(
      0,
      want.small === true ? Math.min(left, ANSWER_SECONDS) : left,
    );
    const headers = {accept: want.accept, ...defined({authorization})};
    try {
      return await this.#deps.http.get({url, headers, deadlineSeconds});
    } catch (cause) {
      throw brokenOff(cause);
    }
  }

  /** The header that answers a challenge; docker's own login where there is one. */
  async #authorize(header: string): Promise<string> {
    const {host, name} = this.#pull.reference;
    const challenge = parseChallenge(header);
    if (challenge === undefined)
      throw new PullFailed('it asks for a login in a way that is not understood');
    const login = await readLogin(host, this.#deps);
    const basic =
      login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
    if (challenge.scheme === 'basic') {
      if (basic === undefined) throw new PullFailed(needsLogin(host));
      return basic;
    }
    const url = new URL(challenge.realm);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.host)))
      throw new PullFailed('it asks for a login over another protocol than https');
    if (challenge.service !== undefined) url.searchParams.set('service', challenge.service);
    url.searchParams.set('scope', `repository:${name}:pull`);
    const want = {accept: 'application/json', small: true};
    const answer = await this.#ask(url.href, {want, authorization: basic});
    if (answer.status === 401 || answer.status === 403) {
      answer.body.destroy();
      throw new PullFailed(basic === undefined ? needsLogin(host) : refused(host));
    }
    if (answer.status !== 200) throw await readPullFailure(answer, this.#deps.clock.now());
    const token = tokenOf(await readAll(answer.body, LARGEST_MANIFEST));
    if (token === undefined) throw new PullFailed('its login gave no token');
    this.#deps.secrets.add([token]);
    return `Bearer ${token}`;
  }
}

function needsLogin(host: string): string {
  return `it asks for a login, and docker has none for ${host} (docker login ${host})`;
}

function refused(host: string): string {
  return `it refused docker’s login for ${host}`;
}

const tokenSchema = z.object({token: z.string().optional(), access_token: z.string().optional()});

function tokenOf(bytes: Buffer): string | undefined {
  const parsed = tokenSchema.safeParse(parseJson(bytes));
  const token = parsed.success ? (parsed.data.token ?? parsed.data.access_token) : undefined;
  return token === undefined || !/^[\x21-\x7e]+$/.test(token) ? undefined : token;
}
