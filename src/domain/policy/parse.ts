import {parseYaml} from './document.ts';
import type {YamlSource} from './document.ts';
import {checkSchema} from './check-schema.ts';
import {policySchema} from './schema.ts';
import type {PolicyFile} from './schema.ts';

/** A policy as it was written, with the lines of everything in it. */
export interface PolicyDocument {
  readonly source: YamlSource;
  readonly policy: PolicyFile;
}

/**
 * Reads a policy: `.github/plimsoll.yml` (`file` relative to the repository's root) or the input
 * `policy` (`file` is `INLINE`).
 * @throws {UserError} that names file, line, the value and what is allowed
 */
export function parsePolicy(text: string, file: string): PolicyDocument {
  const source = parseYaml(text, file);
  return {source, policy: checkSchema(source, policySchema)};
}
