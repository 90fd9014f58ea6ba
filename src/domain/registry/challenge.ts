/** What a registry asks for with status 401: RFC 9110 section 11.6.1. Pure. */

export type Challenge =
  | {readonly scheme: 'basic'}
  | {readonly scheme: 'bearer'; readonly realm: string; readonly service: string | undefined};

const PARAMETER = /([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;

/** `Bearer realm="https://x/token",service="x"` -> that; undefined for a scheme that is not known. */
export function parseChallenge(header: string): Challenge | undefined {
  const bearer = /(?:^|,\s*)Bearer\s+(.*)$/is.exec(header)?.[1];
  if (bearer === undefined)
    return /(?:^|,\s*)Basic\b/i.test(header) ? {scheme: 'basic'} : undefined;
  const values = new Map<string, string>();
  for (const [, name = '', quoted, plain] of bearer.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  const realm = values.get('realm');
  if (realm === undefined || !URL.canParse(realm)) return undefined;
  return {scheme: 'bearer', realm, service: values.get('service')};
}
