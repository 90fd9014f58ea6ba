import type {Report} from './report/schema.ts';

export interface Ending {
  readonly report: Report;
  readonly enforce: boolean;
  readonly door: 'action' | 'command';
}

/**
 * 0 pass, 1 fail, 2 unable and every unexpected error, 64 wrong use or configuration (design.md
 * section 9); under Actions a step only passes or fails. `enforce: false` excuses rules and nothing else.
 */
export function exitStatus({report, enforce, door}: Ending): number {
  const status = commandStatus(report, enforce);
  return door === 'action' ? Math.min(status, 1) : status;
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
