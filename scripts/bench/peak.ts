import {readFileSync} from 'node:fs';

/**
 * The most memory that this process has held, in KiB (Linux). Not `resourceUsage().maxRSS`: that begins
 * with what the parent held when it forked.
 */
export function peakKiB(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
}
