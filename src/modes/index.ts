import type {Deps} from '../deps.ts';
import type {Mode} from '../domain/inputs/mode.ts';
import type {Report} from '../domain/report/schema.ts';
import type {Inputs} from '../inputs.ts';

/** What a run can be; each is loaded when it is asked for: help is quick. */
export const MODES = {
  check: async (inputs, deps) => (await import('./check.ts')).check(inputs, deps),
  collect: async (inputs, deps) => (await import('./collect.ts')).collect(inputs, deps),
  relay: async (inputs, deps) => (await import('./relay.ts')).relay(inputs, deps),
} satisfies Record<Mode, (inputs: Inputs, deps: Deps) => Promise<Report>>;
