import type {HealthcheckFacts} from '../../../../src/domain/image/facts.ts';
import {known} from '../../../../src/domain/known.ts';
import {healthcheck} from '../../../../src/domain/policy/rules/healthcheck.ts';
import {GOOD} from '../../../support/evidence.ts';

function judged(facts: HealthcheckFacts, require = 'declared'): readonly string[] {
  const evidence = {...GOOD, healthcheck: known(facts)};
  return healthcheck
    .judge({level: 'error', require}, evidence)
    .map(({data}) => healthcheck.words(data)?.message ?? '');
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
  expect(judged(facts, 'any')).toEqual([]);
});

test.each<HealthcheckFacts>([
  {declared: true, test: ['CMD', '/app/check']},
  {declared: true, test: ['CMD-SHELL', 'curl -f localhost || exit 1']},
])('%j passes', (facts) => {
  expect(judged(facts)).toEqual([]);
});

test('the mending differs for a missing check and for one that cannot fail', () => {
  expect(healthcheck.words({mistake: 'missing'})?.mend).toBe(
    'Add a test that asks the running service: HEALTHCHECK --interval=30s CMD ["/app/healthcheck"], or a few lines in the image’s own language where it has no curl.',
  );
  expect(healthcheck.words({mistake: 'cannot-fail', test: ['CMD', 'true']})?.mend).toBe(
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
