/** Masks that stand before the first word: threats.md rule 15. */
import {resolve} from 'node:path';
import type {Deps} from '../deps.ts';
import {secretVariables, urlPasswords, withheldValues} from '../domain/environment/job-secrets.ts';

export async function maskJob({
  workflow,
  secrets,
  files,
}: Pick<Deps, 'workflow' | 'secrets' | 'files'>): Promise<void> {
  const {env, cwd} = workflow;
  secrets.add([...withheldValues(env), ...urlPasswords(env)]);
  const values = [...secretVariables(env).values()];
  const paths = await Promise.all(values.map((value) => isPath(value, {cwd, files})));
  secrets.suspect(values.filter((_, index) => paths[index] !== true));
}

const LONGEST_PATH = 4096;

/** `SSH_AUTH_SOCK`, `GOOGLE_CREDENTIALS=/run/key.json`: a place, and no secret. */
async function isPath(
  value: string,
  at: Pick<Deps, 'files'> & {readonly cwd: string},
): Promise<boolean> {
  if (value.length > LONGEST_PATH || !/^[.~]?\/|^[\w.-]+$/.test(value)) return false;
  try {
    return (await at.files.stat(resolve(at.cwd, value))) !== undefined;
  } catch {
    return false;
  }
}
