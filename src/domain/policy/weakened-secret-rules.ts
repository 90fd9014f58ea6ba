/** Own rules for secrets that are gone, or say something else: what they find only the scanner knows. Pure. */
import type {PolicyRecord} from '../record/policy.ts';
import type {Loosening} from './loosening.ts';
import {formatValue} from './format.ts';

type Ruled = Pick<PolicyRecord, 'secretRules'>;

export function weakenedSecretRules(
  {secretRules: before = []}: Ruled,
  {secretRules: now = []}: Ruled,
): readonly Loosening[] {
  const hashes = new Set(now.map(({hash}) => hash));
  const ids = new Set(now.map(({id}) => id));
  const gone = before.filter(({hash}) => !hashes.has(hash)).map(({id}) => id);
  return [...new Set(gone)].map((id) => ({
    about: `the secret rule ${formatValue(id)}`,
    before: 'looked for',
    now: ids.has(id) ? 'looked for with another text' : 'looked for no longer',
  }));
}
