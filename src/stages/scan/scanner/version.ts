import {parseTrivyVersion} from '../../../domain/findings/schema.ts';
import {known, unable, type Known} from '../../../domain/known.ts';

export {VERSION_ARGS} from '../../../clients/bare-trivy.ts';
export const VERSION_SECONDS = 60;

/** What it printed, unless it failed; `unable` in words without a full stop. */
export function versionOf(failure: string | undefined, stdout: string): Known<string> {
  if (failure !== undefined) return unable(failure);
  const version = parseTrivyVersion(stdout);
  return version === undefined
    ? unable('it does not tell its version as Trivy does')
    : known(version);
}
