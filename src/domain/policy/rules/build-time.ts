import {z} from 'zod';
import {isKnown} from '../../known.ts';
import {formatSeconds} from '../../text/units.ts';
import {durationOption, levelOption} from '../options.ts';
import {upperLimit} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({
  seconds: z.number().nonnegative(),
  maxSeconds: z.number().nonnegative(),
  how: z.enum(['measured', 'added up']),
});

export const buildTime = defineRule({
  id: 'build-time',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    max: durationOption.describe('The longest that a build without cache may take'),
  }),
  permissiveness: {max: upperLimit(formatSeconds)},
  default: {level: 'warning', max: 300},
  subjects: [],
  data,
  needs: () => ['buildTime'],
  judge: ({max}, {buildTime: time}) => {
    if (!isKnown(time) || time.value.seconds <= max) return [];
    return [{data: {seconds: time.value.seconds, maxSeconds: max, how: time.value.how}}];
  },
  message: ({seconds, maxSeconds, how}) =>
    `The build takes ${formatSeconds(seconds)} without a cache${how === 'measured' ? '' : ' (the last uncached times of its steps, along the longest chain)'}; at most ${formatSeconds(maxSeconds)} are allowed.`,
  advice: () =>
    'Let steps that seldom change come first, copy lockfiles and install before copying the sources, mount caches (RUN --mount=type=cache), and build independent parts in stages of their own, which run side by side.',
  summary: 'seconds of the longest chain of steps that lead to the image, without cache',
  help: 'A build that is slow without its cache is slow whenever the cache is lost. The time is that of the longest chain of steps that lead to the image: a slow neighbour in the same build does not count, a stage that both share counts for each. Measured when no step came from the cache; else by the last uncached seconds of the steps on the longest chain, where the baseline’s record has them.',
});
