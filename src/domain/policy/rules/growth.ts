import {z} from 'zod';
import type {Comparison, LayerChange} from '../../compare/facts.ts';
import {isKnown} from '../../known.ts';
import {formatBytes} from '../../text/units.ts';
import {levelOption, percentOption, sizeOption} from '../options.ts';
import {placeOfLayer} from '../places.ts';
import {defineRule} from '../rule.ts';

const BLAMES = ['any', 'own', 'this-change'] as const;
type Blame = (typeof BLAMES)[number];

const data = z.strictObject({
  grownBytes: z.int().positive(),
  beforeBytes: z.int().nonnegative(),
  maxBytes: z.int().nonnegative(),
  blame: z.enum(BLAMES),
  biggest: z.strictObject({bytes: z.int(), instruction: z.string().optional()}).optional(),
});
type Data = z.infer<typeof data>;

export const growth = defineRule({
  id: 'growth',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    max: percentOption
      .optional()
      .describe('How much the unpacked size may grow against the baseline, as a share of it'),
    'max-bytes': sizeOption.optional().describe('The same in bytes; the lower of the two holds'),
    blame: z
      .enum(BLAMES)
      .describe(
        'Whose growth counts. this-change: of steps whose text, arguments or files changed; own: of all own layers; any: base image and drift too',
      ),
  }),
  default: {level: 'warning', blame: 'this-change'},
  subjects: [],
  data,
  // Without a limit nothing is asked, so nothing can be unable.
  needs: (options) =>
    options.max === undefined && options['max-bytes'] === undefined ? [] : ['comparison'],
  judge: (options, evidence) => {
    if (!isKnown(evidence.comparison) || evidence.comparison.value.state === 'new') return [];
    const {comparison} = evidence.comparison.value;
    const beforeBytes = comparison.unpacked.before;
    const limits = [
      options.max === undefined ? [] : [Math.floor((beforeBytes * options.max) / 100)],
      options['max-bytes'] ?? [],
    ].flat();
    const maxBytes = Math.min(...limits);
    const changes = blamed(comparison, options.blame);
    const grownBytes = changes.reduce((sum, change) => sum + bytesOf(change), 0);
    if (limits.length === 0 || grownBytes <= maxBytes) return [];
    const biggest = [...changes].sort((a, b) => bytesOf(b) - bytesOf(a))[0];
    const place = placeOfLayer(biggest);
    return [
      {
        ...(place !== undefined && {place}),
        data: {
          ...{grownBytes, beforeBytes, maxBytes, blame: options.blame},
          ...(biggest && {biggest: biggestOf(biggest)}),
        },
      },
    ];
  },
  words: ({grownBytes, beforeBytes, maxBytes, blame}) =>
    `${WHOSE[blame]} ${formatBytes(grownBytes)} (${share(grownBytes, beforeBytes)}) against the baseline's ${formatBytes(beforeBytes)}; at most ${formatBytes(maxBytes)} are allowed.`,
  mend: ({biggest}) =>
    biggest === undefined
      ? 'Raise rules.growth.max.'
      : `The largest part, ${formatBytes(biggest.bytes)}, comes with ${biggest.instruction ?? 'one layer'}: leave out what the running image does not need, or raise rules.growth.max.`,
  saves: ({grownBytes, maxBytes}) => grownBytes - maxBytes,
  summary: 'unpacked size against the baseline’s',
  help: 'Images grow a little with every change, and nobody notices until pulls are slow. The rule compares with a record of an earlier run (`baseline`) and blames only what this change did: a base image that moved, or a package that drifted upstream, is shown and not counted.',
});

const WHOSE: Readonly<Record<Blame, string>> = {
  'this-change': 'This change makes the image grow by',
  own: 'The image’s own layers grow by',
  any: 'The image grows by',
};

function blamed(comparison: Comparison, blame: Blame): readonly LayerChange[] {
  switch (blame) {
    case 'any':
      return comparison.layers;
    case 'own':
      return comparison.layers.filter(({base}) => !base);
    case 'this-change':
      return comparison.layers.filter(({cause}) => cause === 'this change');
  }
}

function bytesOf({unpacked}: LayerChange): number {
  return unpacked.after - unpacked.before;
}

function biggestOf(change: LayerChange): NonNullable<Data['biggest']> {
  const {instruction} = change;
  return {bytes: bytesOf(change), ...(instruction === undefined ? {} : {instruction})};
}

function share(bytes: number, of: number): string {
  return of === 0 ? 'from nothing' : `${((bytes / of) * 100).toFixed(1)} %`;
}
