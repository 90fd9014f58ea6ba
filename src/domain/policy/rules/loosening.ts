import {z} from 'zod';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({
  about: z.string(),
  images: z.array(z.string()).optional(),
  before: z.string(),
  now: z.string(),
  when: z.literal('merged').optional(),
});

export const loosening = defineRule({
  id: 'loosening',
  per: 'run',
  options: z.strictObject({level: levelOption}),
  permissiveness: {},
  default: {level: 'warning'},
  subjects: [],
  data,
  // As a warning it only shows: where there is nothing to compare with, there is nothing to show.
  needs: ({level}) => (level === 'error' ? ['loosenings'] : []),
  judge: (_, {loosenings}) =>
    isKnown(loosenings)
      ? loosenings.value.map(({images, ...found}) => ({
          data: {...found, ...(images && {images: [...images]})},
        }))
      : [],
  message: ({about, images, before, now, when}) => {
    const what = `${about}${images === undefined ? '' : ` (${images.join(', ')})`}`;
    return when === 'merged'
      ? `${what} is ${before} in the base’s policy, which judged this run, and will be ${now} once this is merged.`
      : `${what} was ${before}, and is ${now}.`;
  },
  banner: (all) =>
    all.every(({when}) => when === 'merged')
      ? 'Once merged, the policy lets more pass than the base’s'
      : 'The policy lets more pass than the baseline’s',
  advice: () => 'Let somebody who answers for the policy agree to it, or take it back.',
  // Whoever loosens it must not choose the words for it.
  distrust: ({when}) => ({
    about: 'something of its policy',
    before: 'stricter',
    now: 'looser',
    ...(when && {when}),
  }),
  summary: 'the effective policy against the baseline’s',
  help: 'A change that makes an image worse can raise the limit in the same breath. What the policy of this change lets pass and the baseline’s did not is shown right under the verdict: levels, limits, waivers, ignores, VEX answers and images that are no longer built. Where the base’s policy judges (`policy-from: base`), what the change’s own files would let pass once they are merged is shown so, too.',
});
