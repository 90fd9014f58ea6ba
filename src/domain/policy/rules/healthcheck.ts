import {defined} from '../../defined.ts';
import {withoutTrailing} from '../../text/truncate.ts';
import {z} from 'zod';
import type {HealthcheckFacts, HealthTiming} from '../../image/facts.ts';
import type {RunningHealth} from '../../health/running.ts';
import {MOST_SILENT_SECONDS, silentSeconds, wholeTiming} from '../../health/timing.ts';
import {isKnown} from '../../known.ts';
import {plainLine} from '../../text/plain-text.ts';
import {formatSeconds} from '../../text/units.ts';
import {cannotFail} from '../health-test/index.ts';
import {environmentOption, folderOption, levelOption} from '../options.ts';
import {placeOfInstruction} from '../places.ts';
import {allowList, ranked} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';
import {formatValue} from '../format.ts';

const MISTAKES = [
  'missing',
  'none',
  'unknown-kind',
  'cannot-fail',
  'too-late',
  'unhealthy',
  'starting',
  'exited',
] as const;

const timing = z.strictObject({
  startPeriodSeconds: z.number(),
  intervalSeconds: z.number(),
  timeoutSeconds: z.number(),
  retries: z.number(),
});

const data = z.strictObject({
  mistake: z.enum(MISTAKES),
  test: z.array(z.string()).optional(),
  timing: timing.optional(),
  seconds: z.number().optional(),
  exitCode: z.int().optional(),
  outOfMemory: z.boolean().optional(),
  isCheckMissing: z.boolean().optional(),
  check: z.array(z.string()).optional().describe('The last lines of the failing check'),
  output: z.array(z.string()).optional().describe('The last lines of the container'),
});
type HealthcheckData = z.infer<typeof data>;

export const healthcheck = defineRule({
  id: 'healthcheck',
  per: 'image',
  isCoarse: true,
  options: z.strictObject({
    level: levelOption,
    require: z
      .enum(['declared', 'passing', 'any'])
      .describe(
        'declared: a health check whose test can fail; passing: the image is also started, without network, capabilities and a writable root, and must become healthy; any: not judged',
      ),
    env: environmentOption.describe('passing: environment that the image is started with'),
    writable: z
      .array(folderOption)
      .describe('passing: folders that the image may write to while it runs; they are empty'),
  }),
  permissiveness: {
    require: ranked(['passing'], ['declared'], ['any']),
    env: allowList,
    writable: allowList,
  },
  default: {level: 'error', require: 'declared', env: {}, writable: ['/tmp']},
  subjects: [],
  data,
  needs: ({require}) =>
    (({any: [], declared: ['healthcheck'], passing: ['healthcheck', 'running']}) as const)[require],
  requests: ({env, writable}) => ({running: {env, writable}}),
  judge: ({require}, evidence) => {
    if (require === 'any' || !isKnown(evidence.healthcheck)) return [];
    const found =
      mistakeOf(evidence.healthcheck.value) ??
      (require === 'passing' && isKnown(evidence.running)
        ? failureOf(evidence.running.value)
        : undefined);
    if (found === undefined) return [];
    const place = placeOfInstruction(evidence.dockerfile, 'HEALTHCHECK');
    return [{...defined({place}), data: found}];
  },
  // Frozen: of a check that was run, its mistake was never part of the identity.
  apart: ({mistake, check}) => (check === undefined ? {mistake} : {}),
  message: (given) => message(given),
  advice: (given) => advice(given),
  distrust: ({check: _check, output: _output, test: _test, ...given}) => given,
  summary:
    'a health check that is declared and can fail, or that says healthy of the started image',
  help: 'Without a health check an orchestrator that relies on it sends traffic to a container that hangs. A test that cannot fail (`true`, `echo ok`, `curl … || true`) is worse than none: it says healthy. One that needs more than an hour to say unhealthy (start period + retries × (interval + timeout), with docker’s own values for what is not given) is none either. Let it ask the service itself, in the image’s own language where there is no curl.',
});

function mistakeOf(facts: HealthcheckFacts): HealthcheckData | undefined {
  const test = facts.test ?? [];
  if (test[0]?.toUpperCase() === 'NONE') return {mistake: 'none'};
  if (test.length === 0) return {mistake: 'missing'};
  if (!facts.declared) return {mistake: 'unknown-kind', test: [...test]};
  if (cannotFail(test)) return {mistake: 'cannot-fail', test: [...test]};
  return silentSeconds(facts.timing) > MOST_SILENT_SECONDS
    ? {mistake: 'too-late', timing: wholeTiming(facts.timing)}
    : undefined;
}

function failureOf(running: RunningHealth): HealthcheckData | undefined {
  if (running.status === 'healthy' || running.status === 'not-started') return undefined;
  const {status, check, output, ...rest} = running;
  return {...rest, mistake: status, check: [...check], output: [...output]};
}

/** As many of the last lines as one sentence bears. */
const SAID_LINES = 3;

function message(given: HealthcheckData): string {
  const {mistake, test, timing, seconds = 0, exitCode, outOfMemory, check, output} = given;
  const says = `${said(' Its check says', check)}${said(' Its last lines', output)}`;
  switch (mistake) {
    case 'missing':
      return 'The image declares no health check.';
    case 'none':
      return 'The image switches its health check off (HEALTHCHECK NONE).';
    case 'unknown-kind':
      return `The engine runs no health check: its test is ${formatValue(JSON.stringify(test ?? []))}, and it knows CMD and CMD-SHELL, spelt so and with a command.`;
    case 'cannot-fail':
      return `The health check cannot fail${test === undefined ? '' : `: its test is ${formatValue(test.slice(1).join(' '))}`}.`;
    case 'too-late':
      return lateWords(timing);
    case 'unhealthy':
      return `The image was started and not healthy within ${seconds.toFixed(0)} s.${says}`;
    case 'starting':
      return `The image was started, and its health check gave no answer within ${seconds.toFixed(0)} s.${says}`;
    case 'exited':
      return outOfMemory === true
        ? `The image was started and killed after ${seconds.toFixed(1)} s, because it needed more than 1 GiB of memory.${says}`
        : `The image was started and ended after ${seconds.toFixed(1)} s with exit status ${exitCode ?? 'unknown'}, before it was healthy.${says}`;
  }
}

function lateWords(declared?: HealthTiming): string {
  const {startPeriodSeconds, intervalSeconds, timeoutSeconds, retries} = wholeTiming(declared);
  const sum = `start period ${formatSeconds(startPeriodSeconds)}, then ${retries} × (interval ${formatSeconds(intervalSeconds)} + timeout ${formatSeconds(timeoutSeconds)})`;
  return `The health check takes up to ${formatSeconds(silentSeconds(declared))} to call a container that hangs unhealthy (${sum}), and at most ${formatSeconds(MOST_SILENT_SECONDS)} count as a check.`;
}

/** Foreign text. */
function said(title: string, lines: readonly string[] = []): string {
  const last = lines.slice(-SAID_LINES).map(plainLine);
  return last.length === 0 ? '' : `${title}: ${withoutTrailing(last.join(' / '), '. ')}.`;
}

const NO_SPACE = /no space left on device|\bENOSPC\b/i;
const READ_ONLY = /read-only file system|\bEROFS\b/i;

function advice({mistake, isCheckMissing, check = [], output = []}: HealthcheckData): string {
  if (isCheckMissing === true)
    return 'The image does not have what its check calls: write the check in the image’s own language, or bring the program along.';
  switch (mistake) {
    case 'missing':
    case 'none':
    case 'unknown-kind':
      return 'Add a test that asks the running service: HEALTHCHECK --interval=30s CMD ["/app/healthcheck"], or a few lines in the image’s own language where it has no curl.';
    case 'cannot-fail':
      return 'Let the test ask the running service and end with its status: no true, echo or sleep, and nothing like || true or exit 0 at the end.';
    case 'too-late':
      return 'Let it ask every minute or oftener: HEALTHCHECK --interval=30s --timeout=5s --retries=3, with a --start-period as long as the service takes to start.';
    case 'unhealthy':
    case 'starting':
    case 'exited':
      return mendRunning([...check, ...output]);
  }
}

function mendRunning(lines: readonly string[]): string {
  if (lines.some((line) => NO_SPACE.test(line)))
    return 'Its volumes are memory of 256 MiB each and 1 GiB together: let it start with less, or ask for a health check that is declared only.';
  return lines.some((line) => READ_ONLY.test(line))
    ? 'It wants to write where it may not: name the folder in the policy under rules.healthcheck.writable.'
    : 'It runs alone, without network and capabilities, with a root that it cannot write to: give it what it needs under rules.healthcheck.env and writable, or let it start without.';
}
