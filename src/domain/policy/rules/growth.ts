import {z} from 'zod';
import {defined} from '../../defined.ts';
import type {LayerChange} from '../../compare/facts.ts';
import {isKnown} from '../../known.ts';
import {formatBytes, formatPercent} from '../../text/units.ts';
import type {Evidence} from '../evidence.ts';
import {levelOption, percentOption, sizeOption} from '../options.ts';
import {placeOfLayer} from '../places.ts';
import {upperLimit} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';
import {
  blameOption,
  blameSchema,
  judgementScope,
  type JudgementScopeOptions,
  type Blame,
  type Excused,
  type JudgementScope,
  BLAME_ORDER,
} from '../judgement-scope.ts';

const data = z.strictObject({
  grownBytes: z.int().positive(),
  beforeBytes: z.int().nonnegative(),
  maxBytes: z.int().nonnegative(),
  blame: blameSchema,
  biggest: z.strictObject({bytes: z.int(), instruction: z.string().optional()}).optional(),
});
type GrowthData = z.infer<typeof data>;

export const growth = defineRule({
  id: 'growth',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    max: percentOption
      .optional()
      .describe('How much the unpacked size may grow against the baseline, as a share of it'),
    'max-bytes': sizeOption.optional().describe('The same in bytes; the lower of the two holds'),
    blame: blameOption,
  }),
  permissiveness: {
    max: upperLimit(formatPercent),
    'max-bytes': upperLimit(formatBytes),
    blame: BLAME_ORDER,
  },
  default: {level: 'warning', blame: 'auto'},
  subjects: [],
  data,
  // Without a limit nothing is asked, so nothing can be unable.
  needs: (options) => (hasLimit(options) ? ['comparison'] : []),
  judge: (options, evidence) => {
    if (!isKnown(evidence.comparison) || evidence.comparison.value.state === 'new') return [];
    const {comparison} = evidence.comparison.value;
    const beforeBytes = comparison.unpacked.before;
    const limits = [
      options.max === undefined ? [] : [Math.floor((beforeBytes * options.max) / 100)],
      options['max-bytes'] ?? [],
    ].flat();
    const maxBytes = Math.min(...limits);
    const {blame} = standing(options, evidence);
    const changes = comparison.layers.filter((change) => isBlamed(change, blame));
    const grownBytes = sumOf(changes);
    if (limits.length === 0 || grownBytes <= maxBytes) return [];
    const biggest = [...changes].sort((a, b) => bytesOf(b) - bytesOf(a))[0];
    const place = placeOfLayer(biggest);
    return [
      {
        ...defined({place}),
        data: {
          grownBytes,
          beforeBytes,
          maxBytes,
          blame,
          ...(biggest && {biggest: biggestOf(biggest)}),
        },
      },
    ];
  },
  scope: (options, evidence) => (hasLimit(options) ? standing(options, evidence) : undefined),
  excused: (options, evidence) => {
    if (!hasLimit(options)) return [];
    if (!isKnown(evidence.comparison) || evidence.comparison.value.state === 'new') return [];
    const {blame} = standing(options, evidence);
    const others = evidence.comparison.value.comparison.layers.filter(
      (change) => !isBlamed(change, blame),
    );
    return [...Map.groupBy(others, whyOf)].flatMap(([why, changes]) => {
      const bytes = sumOf(changes);
      return bytes > 0 ? [{why, bytes}] : [];
    });
  },
  // Of the baseline's growth against its own baseline it says nothing.
  isNew: () => true,
  message: ({grownBytes, beforeBytes, maxBytes, blame}) =>
    `${WHOSE[blame]} ${formatBytes(grownBytes)} (${share(grownBytes, beforeBytes)}) against the baseline's ${formatBytes(beforeBytes)}; at most ${formatBytes(maxBytes)} are allowed.`,
  advice: ({biggest}) =>
    biggest === undefined
      ? 'Raise rules.growth.max.'
      : `The largest part, ${formatBytes(biggest.bytes)}, comes with ${biggest.instruction ?? 'one layer'}: leave out what the running image does not need, or raise rules.growth.max.`,
  saves: ({grownBytes, maxBytes}) => grownBytes - maxBytes,
  summary: 'unpacked size against the baseline’s',
  help: 'Images grow a little with every change, and nobody notices until pulls are slow. The rule compares with a record of an earlier run (`baseline`) and on a pull request blames only what the change itself did: a base image that moved, or a package that drifted upstream, is shown and not counted.',
});

const WHOSE: Readonly<Record<Blame, string>> = {
  'this-change': 'This change makes the image grow by',
  own: 'The image’s own layers grow by',
  any: 'The image grows by',
};

function hasLimit(options: {
  readonly max?: number | undefined;
  readonly 'max-bytes'?: number | undefined;
}): boolean {
  return options.max !== undefined || options['max-bytes'] !== undefined;
}

/** What grew is always compared with the baseline. */
function standing(
  {blame}: Pick<JudgementScopeOptions, 'blame'>,
  evidence: Evidence,
): JudgementScope {
  return judgementScope({judge: 'new', blame}, evidence, isKnown(evidence.comparison));
}

function isBlamed({base, cause}: LayerChange, blame: Blame): boolean {
  switch (blame) {
    case 'any':
      return true;
    case 'own':
      return !base;
    case 'this-change':
      return cause === 'this change';
  }
}

function whyOf({base, cause}: LayerChange): Excused['why'] {
  return base ? 'base image' : cause;
}

function sumOf(changes: readonly LayerChange[]): number {
  return changes.reduce((sum, change) => sum + bytesOf(change), 0);
}

function bytesOf({unpacked}: LayerChange): number {
  return unpacked.after - unpacked.before;
}

function biggestOf(change: LayerChange): NonNullable<GrowthData['biggest']> {
  const {instruction} = change;
  return {bytes: bytesOf(change), ...defined({instruction})};
}

function share(bytes: number, of: number): string {
  return of === 0 ? 'from nothing' : `${((bytes / of) * 100).toFixed(1)} %`;
}
