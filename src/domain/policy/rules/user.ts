import {z} from 'zod';
import {defined} from '../../defined.ts';
import type {UserFacts} from '../../image/facts.ts';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {placeOfInstruction} from '../places.ts';
import {ranked} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';

const REQUIRE = ['non-root', 'numeric', 'any'] as const;
type Require = (typeof REQUIRE)[number];

const data = z.strictObject({
  mistake: z.enum([
    'nobody-declared',
    'root',
    'unknown-name',
    'unknown-group',
    'out-of-range',
    'unreadable',
    'a-name',
  ]),
  declared: z.string(),
  uid: z.int().nonnegative().optional(),
});
type Mistake = z.infer<typeof data>['mistake'];

export const user = defineRule({
  id: 'user',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    require: z
      .enum(REQUIRE)
      .describe(
        'non-root: a user that the image knows and that is not root; numeric: such a user, given as a number; any: not judged',
      ),
  }),
  permissiveness: {require: ranked(['numeric'], ['non-root'], ['any'])},
  default: {level: 'error', require: 'non-root'},
  subjects: [],
  data,
  needs: (options) => (options.require === 'any' ? [] : ['user']),
  judge: (options, evidence) => {
    if (options.require === 'any' || !isKnown(evidence.user)) return [];
    const {declared, uid} = evidence.user.value;
    const mistake = mistakeOf(evidence.user.value, options.require);
    if (mistake === undefined) return [];
    const place = placeOfInstruction(evidence.dockerfile, 'USER');
    return [
      {
        ...defined({place}),
        data: {mistake, declared, ...defined({uid})},
      },
    ];
  },
  apart: ({mistake}) => ({mistake}),
  message: ({mistake, declared}) => {
    switch (mistake) {
      case 'nobody-declared':
        return 'The image names no user, so it starts as root.';
      case 'root':
        return `The image starts as root (USER ${declared}).`;
      case 'unknown-name':
        return `The image does not know its own user (USER ${declared}): no such name in its /etc/passwd.`;
      case 'unknown-group':
        return `The engine does not start the image: it does not know the group of its user (USER ${declared}), no such name in its /etc/group.`;
      case 'out-of-range':
        return `The engine does not start the image: its user (USER ${declared}) has an id that is not between 0 and 2147483647.`;
      case 'unreadable':
        return `The engine does not start the image (USER ${declared}): a line of its /etc/passwd is longer than 64 KiB.`;
      case 'a-name':
        return `The image’s user is a name (USER ${declared}), where a number is asked for.`;
    }
  },
  advice: ({mistake, declared, uid}) => {
    switch (mistake) {
      case 'nobody-declared':
      case 'root':
        return 'End the final stage with a user that is not root: USER 10001.';
      case 'unknown-group':
      case 'out-of-range':
      case 'unreadable':
        return 'Create user and group in the final stage, or give numbers: USER 10001:10001.';
      case 'unknown-name':
        return `Create ${declared} in the final stage, or give a number: USER 10001.`;
      case 'a-name':
        return `Write the number instead of the name: USER ${uid ?? 10001}.`;
    }
  },
  summary: 'the user that the image starts as, resolved in the image’s own files',
  help: 'A process that breaks out of a container that runs as root is root outside as well, unless a user namespace stands between. A name is no proof: it is looked up in the image’s own final `/etc/passwd`, and orchestrators that check for non-root (`runAsNonRoot`) can only do so for a number. End the final stage with `USER 10001`.',
});

const REFUSALS = {
  user: 'unknown-name',
  group: 'unknown-group',
  range: 'out-of-range',
  file: 'unreadable',
} as const satisfies Record<NonNullable<UserFacts['refused']>, Mistake>;

function mistakeOf(facts: UserFacts, require: Require): Mistake | undefined {
  if (facts.declared === '') return 'nobody-declared';
  if (facts.isRoot) return 'root';
  if (facts.refused !== undefined) return REFUSALS[facts.refused];
  return require === 'numeric' && !facts.numeric ? 'a-name' : undefined;
}
