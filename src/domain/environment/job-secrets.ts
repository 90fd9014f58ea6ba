/** Which values of the job's environment are secrets, by the names of their variables (threats.md rule 15). Pure. */
import {isWithheld} from './withheld.ts';

export type Environment = Readonly<Record<string, string>>;

const SAYING = [
  ...['token', 'tokens', 'secret', 'secrets', 'key', 'keys', 'apikey', 'apikeys', 'pwd', 'pat'],
  ...['credential', 'credentials', 'auth', 'dsn', 'webhook', 'connection'],
];

/** `PGPASSWORD` and `NPMTOKEN` are one word each. */
const ENDINGS = /(?:password|passwords|passwd|passphrase|token|secret|apikey)$/;

/** `CACHE_KEY` and `PUBLIC_KEY` are shown to everybody. */
const OPEN_KEYS = ['cache', 'public'];

/** `NPM_TOKEN`, `dbPassword`, `PGPASSWORD`; not `PWD`, `MONKEY`, `CACHE_KEY`. */
export function saysSecret(name: string): boolean {
  const words = name
    .replace(/([a-z\d])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const isOpen = words.some((word) => OPEN_KEYS.includes(word));
  return words.some((word) => {
    if (word === 'pwd') return words.length > 1;
    if (word === 'key' || word === 'keys') return !isOpen;
    return SAYING.includes(word) || ENDINGS.test(word);
  });
}

/** Of what is ours alone: tokens, and inputs whose names say secret. */
export function withheldValues(env: Environment): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    isWithheld(name) && (!name.toUpperCase().startsWith('INPUT_') || saysSecret(name))
      ? [value]
      : [],
  );
}

/** Variables whose names say secret, and that may be one; a value may still prove to be open. */
export function secretVariables(env: Environment): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(env).filter(([name, value]) => saysSecret(name) && !isPlain(value)),
  );
}

/** Apostrophes may stand in a login (RFC 3986), and many write an `@` there as it is. */
const LOGIN = /[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/?#"<>]{1,2000})@/gi;

/** Passwords, and user names that stand alone, in the URLs of any variable. */
export function urlPasswords(env: Environment): readonly string[] {
  return Object.values(env).flatMap((value) =>
    [...value.matchAll(LOGIN)].flatMap(([, login = '']) => {
      const colon = login.indexOf(':');
      const password = login.slice(colon + 1);
      return [password, decoded(password)];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * What GitHub documents of its runner, and what every shell has (POSIX.1, Base Definitions, chapter 8):
 * `/bin/bash` of SHELL is no secret of a file that has `CMD-SHELL`.
 */
const DOCUMENTED =
  /^(?:GITHUB_|RUNNER_|LC_)|^(?:CI|EDITOR|HOME|HOSTNAME|LANG|LANGUAGE|LOGNAME|OLDPWD|PAGER|PATH|PWD|SHELL|TEMP|TERM|TMP|TMPDIR|TZ|USER|USERNAME|VISUAL)$/;

/** They stand in links and names that we write. */
export const DOCUMENTED_IDENTITIES = [
  ...['GITHUB_REPOSITORY', 'GITHUB_SERVER_URL', 'GITHUB_API_URL', 'GITHUB_SHA', 'GITHUB_REF'],
];

/** Other variables that a definition names: any word of it may be one. */
export function namedVariables(texts: readonly string[], env: Environment): readonly string[] {
  const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []));
  return Object.entries(env).flatMap(([name, value]) =>
    words.has(name) && !DOCUMENTED.test(name) && !isPlain(value) ? [value] : [],
  );
}

/** Values that switch something, whatever the variable is called: `AUTH=disabled`. */
const SWITCHES = [
  'disabled',
  'required',
  'optional',
  'anonymous',
  'external',
  'internal',
  'password',
];

function isPlain(value: string): boolean {
  return /^[\d.,:_+-]*$/.test(value) || SWITCHES.includes(value.toLowerCase());
}
