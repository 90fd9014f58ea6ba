/** When two names, or two versions, of one ecosystem are the same. */
import {textBefore} from '../../text/truncate.ts';
import type {Ecosystem} from './format.ts';

/** PEP 503 for Python: `Typing_Extensions` -> `typing-extensions`; of the others the case alone. */
export function normalName(ecosystem: Ecosystem, name: string): string {
  const lower = name.toLowerCase();
  return ecosystem === 'pypi' ? lower.replace(/[-_.]+/g, '-') : lower;
}

/**
 * `v1.2.3` is `1.2.3`. For Python (PEP 440) `4.2` is `4.2.0`, and `2.0` stated is `2.0+cpu` installed.
 */
export function isVersion(ecosystem: Ecosystem, stated: string, installed: string): boolean {
  const [wanted, there] = [normalVersion(ecosystem, stated), normalVersion(ecosystem, installed)];
  if (ecosystem !== 'pypi' || wanted.includes('+')) return wanted === there;
  return wanted === normalVersion(ecosystem, textBefore(there, '+'));
}

function normalVersion(ecosystem: Ecosystem, version: string): string {
  const plain = version.toLowerCase().replace(/^v/, '');
  if (ecosystem !== 'pypi') return plain;
  let end = plain.length;
  while (plain.startsWith('.0', end - 2)) end -= 2;
  return plain.slice(0, end);
}
