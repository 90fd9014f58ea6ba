import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Deps} from '../../deps.ts';
import {secretConfig, type SecretRule} from '../../domain/policy/secret-rules.ts';
import type {ScanCall} from './scan-call.ts';

/**
 * Puts the rules where the scanner sees them; their name in its cache folder. The scanner does not look into
 * a file at an image's root that is called like its rules, also where there are none: nobody can foresee this name.
 */
export async function giveSecretRules(
  rules: readonly SecretRule[],
  cache: string,
  {files}: Pick<Deps, 'files'>,
): Promise<string> {
  const name = `secret-rules-${randomBytes(16).toString('hex')}.yaml`;
  if (rules.length > 0) await files.write(join(cache, name), secretConfig(rules));
  return name;
}

/** By the scanner's own rules alone. Analyses hang on the name of the rules, which is never the same: by others they would only pile up. */
export function isByOwnRules({secretRules = []}: Pick<ScanCall, 'secretRules'>): boolean {
  return secretRules.length === 0;
}
