import type {Invocation, Workflow} from '../deps.ts';
import {withSavedState} from './saved-state.ts';

/** What both invocations have in common. */
export type ProcessContext = Pick<Workflow, 'env' | 'args' | 'cwd' | 'end'>;

export function liveProcessContext(): ProcessContext {
  const variables = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
  return {
    env: withSavedState(Object.fromEntries(variables.map(([name, value]) => [name, value ?? '']))),
    args: process.argv.slice(2),
    cwd: process.cwd(),
    end: (status) => {
      process.exit(status);
    },
  };
}

/**
 * A JavaScript action gets a variable for each input of its action.yml, and even an empty one is there;
 * the command in a `run:` step of a workflow gets none.
 */
export function detectInvocation(env: Readonly<Record<string, string>>): Invocation {
  return env['GITHUB_ACTIONS'] === 'true' && env['INPUT_WORKDIR'] !== undefined
    ? 'action'
    : 'command';
}
