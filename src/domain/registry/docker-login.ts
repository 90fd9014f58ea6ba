/** Docker's own login: `config.json` of DOCKER_CONFIG, as the docker CLI reads it. Pure. */
import {textBefore, withoutTrailing} from '../text/truncate.ts';
import {z} from 'zod';
import {dictionary, ownProperty} from '../own-property.ts';

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Where the login of a host is to be had. */
export type LoginSource =
  | {readonly from: 'config'; readonly login: Login}
  /** The program `docker-credential-HELPER`, asked for `server`. */
  | {readonly from: 'helper'; readonly helper: string; readonly server: string};

const text = z.string().optional().catch(undefined);
const entrySchema = z.object({auth: text, username: text, password: text}).catch({});
const configSchema = z.object({
  auths: dictionary(entrySchema).catch({}).default({}),
  credHelpers: dictionary(z.string()).catch({}).default({}),
  credsStore: text,
});

/** Docker Hub goes by this name there. */
const DOCKER_HUB = 'https://index.docker.io/v1/';
const HELPER = /^[\w.-]{1,64}$/;

/** `config.json` and a host -> who knows the login; undefined: nobody. */
export function findLogin(json: string, host: string): LoginSource | undefined {
  const config = configSchema.safeParse(parseJson(json));
  if (!config.success) return undefined;
  const {auths, credHelpers, credsStore} = config.data;
  const server = host === 'docker.io' ? DOCKER_HUB : host;
  const key = Object.keys(auths).find((name) => hostOf(name) === hostOf(server));
  const helper = ownProperty(credHelpers, host) ?? (credsStore === '' ? undefined : credsStore);
  if (helper !== undefined && HELPER.test(helper))
    return {from: 'helper', helper, server: key ?? server};
  const login = key === undefined ? undefined : loginOf(ownProperty(auths, key));
  return login && {from: 'config', login};
}

/** What `docker-credential-* get` prints. */
export function parseHelperAnswer(json: string): Login | undefined {
  const schema = z.object({Username: z.string().min(1), Secret: z.string().min(1)});
  const answer = schema.safeParse(parseJson(json));
  return answer.success ? {user: answer.data.Username, password: answer.data.Secret} : undefined;
}

/** `auth` is base64 of `USER:PASSWORD`. */
function loginOf(entry: z.infer<typeof entrySchema> | undefined): Login | undefined {
  const {auth, username, password} = entry ?? {};
  if (auth === undefined || auth === '')
    return username && password ? {user: username, password} : undefined;
  const decoded = Buffer.from(auth, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 1) return undefined;
  return {user: decoded.slice(0, colon), password: withoutTrailing(decoded.slice(colon + 1), '\0')};
}

/** `https://reg.example/v1/` -> `reg.example`. */
function hostOf(key: string): string {
  return textBefore(key.replace(/^https?:\/\//, ''), '/');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
