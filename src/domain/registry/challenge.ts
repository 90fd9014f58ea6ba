/** What a registry asks for with status 401: RFC 9110 section 11.6.1. Pure. */

export type Challenge =
  | {readonly scheme: 'basic'}
  | {readonly scheme: 'bearer'; readonly realm: string; readonly service: string | undefined};

const NAME = /[\s,]*([a-z_]+)\s*=\s*/iy;
const QUOTED = /"((?:[^"\\]|\\.)*)"/y;
const PLAIN = /[^\s",]+/y;
/** Of a header that is longer nothing is believed. */
const LONGEST = 16_384;

/** `Bearer realm="https://x/token",service="x"` -> that; undefined for a scheme that is not known. */
export function parseChallenge(header: string): Challenge | undefined {
  if (header.length > LONGEST) return undefined;
  const bearer = /(?:^|,\s{0,9})Bearer\s/i.exec(header);
  if (bearer === null) return /(?:^|,\s{0,9})Basic\b/i.test(header) ? {scheme: 'basic'} : undefined;
  const values = parametersOf(header, bearer.index + bearer[0].length);
  const realm = values.get('realm');
  if (realm === undefined || !URL.canParse(realm)) return undefined;
  return {scheme: 'bearer', realm, service: values.get('service')};
}

/** Up to the first thing that is no parameter: another scheme, or nothing that has a meaning. */
function parametersOf(header: string, start: number): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (let at = start; at < header.length;) {
    const name = matchAt(NAME, header, at);
    if (name === undefined) break;
    at += name[0].length;
    const quoted = matchAt(QUOTED, header, at);
    const value = quoted ?? matchAt(PLAIN, header, at);
    if (value === undefined) break;
    at += value[0].length;
    const key = name[1]?.toLowerCase() ?? '';
    if (!values.has(key)) values.set(key, quoted?.[1]?.replace(/\\(.)/g, '$1') ?? value[0]);
  }
  return values;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
