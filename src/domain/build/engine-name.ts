/** Which variable of the user's has chosen the engine. Pure. */
import {ownProperty} from '../own-property.ts';

/** In docker's own order. */
const NAMES = ['DOCKER_HOST', 'DOCKER_CONTEXT'] as const;

/** Undefined: none, and docker takes its current context. */
export function namedBy(env: Readonly<Record<string, string>>): string | undefined {
  return NAMES.find((name) => (ownProperty(env, name) ?? '') !== '');
}
