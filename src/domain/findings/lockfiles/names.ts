/** When two names, or two versions, of one ecosystem are the same. */
import type {Ecosystem} from './format.ts';

/** PEP 503 for Python: `Typing_Extensions` -> `typing-extensions`; of the others the case alone. */
export function normalName(ecosystem: Ecosystem, name: string): string {
  const lower = name.toLowerCase();
  return ecosystem === 'pypi' ? lower.replace(/[-_.]+/g, '-') : lower;
}

/** `v1.2.3` -> `1.2.3`; for Python `4.2.0` -> `4.2`, which PEP 440 holds for equal. */
export function normalVersion(ecosystem: Ecosystem, version: string): string {
  const plain = version.toLowerCase().replace(/^v/, '');
  return ecosystem === 'pypi' ? plain.replace(/(?:\.0)+$/, '') : plain;
}
