import type {HealthcheckFacts, HealthTiming} from '../../../../src/domain/image/facts.ts';
import type {RunningHealth} from '../../../../src/domain/health/running.ts';
import {known} from '../../../../src/domain/known.ts';
import {healthcheck} from '../../../../src/domain/policy/rules/healthcheck.ts';
import {GOOD} from '../../../support/evidence.ts';

const CHECKED: HealthcheckFacts = {declared: true, test: ['CMD', '/app/check']};

function judged(
  facts: HealthcheckFacts,
  require = 'declared',
  running: RunningHealth = {status: 'healthy', seconds: 1},
): readonly string[] {
  const evidence = {...GOOD, healthcheck: known(facts), running: known(running)};
  return healthcheck
    .judge({...healthcheck.default, require}, evidence)
    .map(({told}) => told.words.message);
}

test.each<[HealthcheckFacts, string]>([
  [{declared: false}, 'The image declares no health check.'],
  [{declared: true, test: []}, 'The image declares no health check.'],
  [
    {declared: false, test: ['NONE']},
    'The image switches its health check off (HEALTHCHECK NONE).',
  ],
  [{declared: true, test: ['NONE']}, 'The image switches its health check off (HEALTHCHECK NONE).'],
  [
    {declared: true, test: ['CMD-SHELL', 'curl -f localhost || true']},
    'The health check cannot fail: its test is `curl -f localhost || true`.',
  ],
  [
    {declared: true, test: ['CMD', 'sh', '-c', 'exit 0']},
    'The health check cannot fail: its test is `sh -c exit 0`.',
  ],
])('%j fails', (facts, sentence) => {
  expect(judged(facts)).toEqual([sentence]);
  expect(judged(facts, 'passing', {status: 'not-started'})).toEqual([sentence]);
  expect(judged(facts, 'any')).toEqual([]);
});

test.each<HealthcheckFacts>([
  {declared: true, test: ['CMD', '/app/check']},
  {declared: true, test: ['CMD-SHELL', 'curl -f localhost || exit 1']},
])('%j passes', (facts) => {
  expect(judged(facts)).toEqual([]);
  expect(judged(facts, 'passing')).toEqual([]);
});

const SAID = {check: ['1', '2', '3', 'refused\u001b[31m'], output: ['hello']};

test.each<[RunningHealth, string]>([
  [
    {status: 'unhealthy', isCheckMissing: false, seconds: 90.2, ...SAID},
    'The image was started and not healthy within 90 s. Its check says: 2 / 3 / refused. Its last lines: hello.',
  ],
  [
    {status: 'starting', isCheckMissing: false, seconds: 10.1, check: [], output: []},
    'The image was started, and its health check gave no answer within 10 s.',
  ],
  [
    {status: 'exited', seconds: 0.52, exitCode: 3, outOfMemory: false, check: [], output: ['no']},
    'The image was started and ended after 0.5 s with exit status 3, before it was healthy. Its last lines: no.',
  ],
  [
    {status: 'exited', seconds: 4, exitCode: 137, outOfMemory: true, check: [], output: []},
    'The image was started and killed after 4.0 s, because it needed more than 1 GiB of memory.',
  ],
])('%j fails where it must pass, and nowhere else', (running, sentence) => {
  expect(judged(CHECKED, 'passing', running)).toEqual([sentence]);
  expect(judged(CHECKED, 'declared', running)).toEqual([]);
});

test('an image is started only where it must pass, with what the policy gives it', () => {
  const policy = {...healthcheck.default, env: {DEBUG: '0'}, writable: ['/tmp', '/run']};
  expect(healthcheck.needs({...policy, require: 'declared'})).toEqual(['healthcheck']);
  expect(healthcheck.needs({...policy, require: 'passing'})).toEqual(['healthcheck', 'running']);
  expect(healthcheck.requests({...policy, require: 'passing'})).toEqual({
    running: {env: {DEBUG: '0'}, writable: ['/tmp', '/run']},
  });
});

test('of a check that calls what is not there the mending speaks of the check', () => {
  const data = {mistake: 'unhealthy', isCheckMissing: true, check: ['sh: curl: not found']};
  expect(healthcheck.read(data)?.words.advice).toMatch(
    /^The image does not have what its check calls/,
  );
});

test.each([
  [['x: Read-only file system'], /rules\.healthcheck\.writable\.$/],
  [["EROFS: nothing, open '/app/x'"], /rules\.healthcheck\.writable\.$/],
  [['dd: /data/x: No space left on device'], /^Its volumes are memory of 256 MiB/],
  [['something else'], /rules\.healthcheck\.env and writable/],
])('of %j the mending says what to give', (output, mend) => {
  const data = {mistake: 'exited', exitCode: 1, seconds: 1, output};
  expect(healthcheck.read(data)?.words.advice).toMatch(mend);
});

const DAY = 86_400;

test.each<[HealthTiming, string]>([
  [
    {intervalSeconds: 87_600 * 3600},
    'up to 262800 h to call a container that hangs unhealthy (start period 0 s, then 3 × (interval 87600 h + timeout 30 s))',
  ],
  [{retries: 1_000_000}, '1000000 × (interval 30 s + timeout 30 s)'],
  [{startPeriodSeconds: DAY}, '(start period 24 h, then 3 × '],
  [{timeoutSeconds: DAY, retries: 1}, '1 × (interval 30 s + timeout 24 h)'],
  [{intervalSeconds: 1171}, 'up to 60 min 3 s to call'],
])('a check with %j says too late that something is wrong', (timing, words) => {
  const facts = {...CHECKED, timing};
  expect(judged(facts)).toEqual([expect.stringContaining(words)]);
  expect(judged(facts, 'passing')).toEqual([expect.stringContaining(words)]);
});

test.each<HealthTiming>([
  {},
  {intervalSeconds: 1170},
  {startPeriodSeconds: 3000, retries: 10},
  {intervalSeconds: 300, timeoutSeconds: 30, retries: 10},
])('a check with %j says it in time', (timing) => {
  expect(judged({...CHECKED, timing})).toEqual([]);
});

test('the mending differs for a missing check and for one that cannot fail', () => {
  expect(healthcheck.read({mistake: 'missing'})?.words.advice).toBe(
    'Add a test that asks the running service: HEALTHCHECK --interval=30s CMD ["/app/healthcheck"], or a few lines in the image’s own language where it has no curl.',
  );
  expect(healthcheck.read({mistake: 'cannot-fail', test: ['CMD', 'true']})?.words.advice).toBe(
    'Let the test ask the running service and end with its status: no true, echo or sleep, and nothing like || true or exit 0 at the end.',
  );
});

test('the violation stands on the HEALTHCHECK line', () => {
  const evidence = {...GOOD, healthcheck: known({declared: true, test: ['CMD', 'true']})};
  expect(healthcheck.judge(healthcheck.default, evidence)[0]?.place).toEqual({
    file: 'Dockerfile',
    startLine: 6,
    endLine: 7,
  });
});
