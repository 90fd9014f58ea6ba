import {z} from 'zod';
import type {HealthcheckFacts} from '../../image/facts.ts';
import {isKnown} from '../../known.ts';
import {cannotFail} from '../health-test/index.ts';
import {levelOption} from '../options.ts';
import {placeOfInstruction} from '../places.ts';
import {defineRule} from '../rule.ts';
import {shown} from '../say.ts';

const data = z.strictObject({
  mistake: z.enum(['missing', 'none', 'cannot-fail']),
  test: z.array(z.string()).optional(),
});
type Mistake = z.infer<typeof data>['mistake'];

export const healthcheck = defineRule({
  id: 'healthcheck',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    require: z
      .enum(['declared', 'any'])
      .describe('declared: a health check whose test can fail; any: not judged'),
  }),
  default: {level: 'error', require: 'declared'},
  subjects: [],
  data,
  needs: (options) => (options.require === 'any' ? [] : ['healthcheck']),
  judge: (options, evidence) => {
    if (options.require === 'any' || !isKnown(evidence.healthcheck)) return [];
    const {test} = evidence.healthcheck.value;
    const mistake = mistakeOf(evidence.healthcheck.value);
    if (mistake === undefined) return [];
    const place = placeOfInstruction(evidence.dockerfile, 'HEALTHCHECK');
    return [
      {
        ...(place !== undefined && {place}),
        data: {mistake, ...(mistake === 'cannot-fail' && test !== undefined && {test: [...test]})},
      },
    ];
  },
  words: ({mistake, test}) => {
    switch (mistake) {
      case 'missing':
        return 'The image declares no health check.';
      case 'none':
        return 'The image switches its health check off (HEALTHCHECK NONE).';
      case 'cannot-fail':
        return `The health check cannot fail: its test is ${shown((test ?? []).slice(1).join(' '))}.`;
    }
  },
  mend: ({mistake}) =>
    mistake === 'cannot-fail'
      ? 'Let the test ask the running service and end with its status: no true, echo or sleep, and nothing like || true or exit 0 at the end.'
      : 'Add a test that asks the running service: HEALTHCHECK --interval=30s CMD ["/app/healthcheck"], or a few lines in the image’s own language where it has no curl.',
  summary: 'a health check that is declared and can fail',
  help: 'Without a health check an orchestrator that relies on it sends traffic to a container that hangs. A test that cannot fail (`true`, `echo ok`, `curl … || true`) is worse than none: it says healthy. Let it ask the service itself, in the image’s own language where there is no curl.',
});

function mistakeOf(facts: HealthcheckFacts): Mistake | undefined {
  const test = facts.test ?? [];
  if (test[0]?.toUpperCase() === 'NONE') return 'none';
  if (!facts.declared || test.length === 0) return 'missing';
  return cannotFail(test) ? 'cannot-fail' : undefined;
}
