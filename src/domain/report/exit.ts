import type {Mode} from '../inputs/mode.ts';
import type {Report} from './schema.ts';

export interface RunOutcome {
  readonly report: Report;
  readonly enforce: boolean;
  readonly invocation: 'action' | 'command';
  /** Absent when the run ended before it had one. */
  readonly mode?: Mode;
}

/**
 * 0 pass, 1 fail, 2 unable and every unexpected error, 64 wrong use or configuration (architecture.md
 * section 9); under Actions a step only passes or fails. `enforce: false` excuses rules and nothing else.
 * A relay is no gate: it ends well unless GitHub did not take what there was to publish.
 */
export function exitStatus({report, enforce, invocation, mode}: RunOutcome): number {
  const status = mode === 'relay' ? relayStatus(report) : commandStatus(report, enforce);
  return invocation === 'action' ? Math.min(status, 1) : status;
}

function commandStatus(report: Report, enforce: boolean): number {
  if (report.error !== undefined) return report.error.kind === 'user' ? 64 : 2;
  const built = report.images.every((image) => image.state !== 'not-built');
  if (!enforce && built) return 0;
  switch (report.verdict) {
    case 'pass':
      return 0;
    case 'fail':
      return 1;
    case 'unable':
      return 2;
  }
}

/** What a stranger has reported is its own run's business; that its own notices are left out is held by a test. */
function relayStatus({error, images, runs}: Report): number {
  const isRefused =
    images.some(({sarif}) => sarif?.upload === 'refused') ||
    runs.some(({notices}) => notices.some(({from}) => from === 'comment'));
  return error !== undefined || isRefused ? 2 : 0;
}
