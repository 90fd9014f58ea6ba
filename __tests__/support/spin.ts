/**
 * A child for the test of the watchdog: the real run of `main.ts` over the real platform's signals and
 * watchdog, with a mode that never pauses. Arguments: what computes, the deadline in seconds.
 */
import {liveWatchdog} from '../../src/platform/watchdog.ts';

const [kind = '', deadline = ''] = process.argv.slice(2);
const PATIENCE = {signals: 0.5, deadline: 1};

function arm(): void {
  for (const name of ['SIGINT', 'SIGTERM'])
    process.on(name, () => {
      console.log(`in order: ${name}`);
      process.exit(130);
    });
}

async function compute(): Promise<void> {
  await Promise.resolve();
  console.log('computing');
  if (kind === 'expression') /^(a+)+$/.test(`${'a'.repeat(60)}b`);
  if (kind === 'loop') for (;;);
  if (kind === 'caught')
    for (;;) {
      try {
        for (;;);
      } catch {
        // Goes on.
      }
    }
  if (kind === 'pauses') for (;;) await new Promise((resolve) => setTimeout(resolve, 20));
}

arm();
const watchdog = liveWatchdog(arm, PATIENCE);
watchdog.start(Number(deadline));
try {
  await Promise.race([compute(), watchdog.stuck]);
} catch (error) {
  console.log(String(error));
  process.exit(2);
}
