/** Whether the test of a health check can fail at all. */
import {commandNeverFails, scriptNeverFails} from './script-outcomes.ts';

/**
 * True for a test that gives status 0 whatever the container does: `true`, `exit 0`, `echo ok`,
 * `curl … || true`, `["CMD", "sh", "-c", "…; exit 0"]`. Where that cannot be told without running
 * it, false. `test` is the config's: `["CMD", …]` or `["CMD-SHELL", "…"]`.
 */
export function cannotFail(test: readonly string[]): boolean {
  const [form, ...rest] = test;
  if (form === 'CMD-SHELL') return scriptNeverFails(rest[0] ?? '');
  if (form !== 'CMD') return false;
  const only = rest.length === 1 ? rest[0] : undefined;
  // `["CMD", "curl -f localhost || true"]` is no program's name; what was meant is a script.
  return only !== undefined && /\s/.test(only) ? scriptNeverFails(only) : commandNeverFails(rest);
}
