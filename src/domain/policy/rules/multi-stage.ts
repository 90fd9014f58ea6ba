import {z} from 'zod';
import {defined} from '../../defined.ts';
import {isKnown} from '../../known.ts';
import {levelOption} from '../options.ts';
import {placeOfInstruction} from '../places.ts';
import {lowerLimit} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({stages: z.int().nonnegative(), min: z.int().positive()});

export const multiStage = defineRule({
  id: 'multi-stage',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    min: z
      .int()
      .min(1)
      .describe(
        'The fewest stages that must lead to the image; stages that it does not use do not count',
      ),
  }),
  permissiveness: {min: lowerLimit},
  default: {level: 'off', min: 2},
  subjects: [],
  data,
  needs: () => ['dockerfile'],
  judge: (options, evidence) => {
    if (!isKnown(evidence.dockerfile)) return [];
    const stages = evidence.dockerfile.value.usedStages.length;
    if (stages >= options.min) return [];
    const place = placeOfInstruction(evidence.dockerfile, 'FROM');
    return [{...defined({place}), data: {stages, min: options.min}}];
  },
  message: ({stages, min}) =>
    `${stages === 1 ? 'One stage leads' : `${stages} stages lead`} to the image, where at least ${min} are asked for.`,
  advice: () =>
    'Build in a stage of its own (FROM … AS build) and take only the result into the final one: COPY --from=build.',
  summary: 'number of stages that lead to the image',
  help: 'What a build needs (compilers, package managers, sources) has no place in the image that runs. With a stage for building, the final one takes only the result by `COPY --from`.',
});
