/** Identities of findings and secrets: stable over tags, digests, layers and lines. */
import type {SecretFacts} from './facts.ts';

/** Tells one secret of an image from another, by the scanner's rule and where it lies; never by its value. */
export function secretKey({rule, where, path, variable}: SecretFacts): string {
  return JSON.stringify([rule, where, path ?? '', variable ?? '']);
}
