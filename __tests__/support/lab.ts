/** The lab that a test runs on. A part that is missing fails the test and is named. */
export interface Lab {
  readonly cache: string;
  /** `127.0.0.1:PORT`. */
  readonly registry: string;
  /** The program itself, for tests that call it. */
  readonly trivyPath: string;
  /** Where its archive is, as the inputs take it. */
  readonly trivyUrl: string;
  readonly trivyChecksum: string;
  readonly dbRepositories: string;
  /** Certificate bundle of a machine behind an intercepting proxy. */
  readonly ca: string | undefined;
  /** Values for `--set` and `--allow` that builds with a network need here. */
  readonly set: readonly string[];
  readonly allow: readonly string[];
}

/** @throws when a variable of `lab/env` is missing: says which, and what to run */
export function lab(): Lab {
  return {
    cache: variable('PLIMSOLL_LAB_CACHE'),
    registry: variable('PLIMSOLL_LAB_REGISTRY'),
    trivyPath: variable('PLIMSOLL_LAB_TRIVY'),
    trivyUrl: variable('PLIMSOLL_TRIVY_URL'),
    trivyChecksum: variable('PLIMSOLL_TRIVY_CHECKSUM'),
    dbRepositories: variable('PLIMSOLL_DB_REPOSITORIES'),
    ca: process.env['PLIMSOLL_LAB_CA'],
    set: lines('PLIMSOLL_SET'),
    allow: lines('PLIMSOLL_ALLOW'),
  };
}

export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(
      `The lab is not there (${name} is not set): run lab/up, then eval "$(lab/env)".`,
    );
  }
  return value;
}

function lines(name: string): readonly string[] {
  return (process.env[name] ?? '').split('\n').filter((line) => line !== '');
}
