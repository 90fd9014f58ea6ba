/** Runtime tokens as GitHub makes them, signed by nobody. */

export interface TokenOf {
  /** Seconds. */
  readonly exp?: number;
  readonly permission?: number;
  /** In place of the one scope with that permission. */
  readonly ac?: unknown;
}

/** In base64url, as those who take the token apart expect it. */
const SIGNATURE = 'c2lnbmF0dXJl';
const IN_2023 = 1_700_000_000;
const IN_2100 = 4_102_444_800;

export function runtimeToken({exp = IN_2100, permission = 3, ac}: TokenOf = {}): string {
  const scopes = ac ?? [{Scope: 'refs/heads/main', Permission: permission}];
  // BuildKit wants to know from when, too.
  const payload = {
    nbf: IN_2023,
    exp,
    // Of which run and job an artifact is.
    scp: 'Actions.GenericRead:lab Actions.Results:run-of-the-lab:job-of-the-lab',
    ac: typeof scopes === 'string' ? scopes : JSON.stringify(scopes),
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({alg: 'none'})}.${part(payload)}.${SIGNATURE}`;
}
