/** The two rules that hold a number of bytes to a limit, made from what differs between them. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import type {Difference, LayerChange} from '../compare/facts.ts';
import {isKnown} from '../known.ts';
import {formatBytes} from '../text/units.ts';
import type {BiggestLayer, Evidence, Sizes} from './evidence.ts';
import {levelOption, sizeOption} from './options.ts';
import {placeOfLayer} from './places.ts';
import {upperLimit} from './permissiveness.ts';
import {defineRule} from './rule.ts';
import type {Rule} from './rule.ts';

const part = z.strictObject({
  bytes: z.int().nonnegative(),
  base: z.boolean().optional(),
  instruction: z.string().optional(),
});
const data = z.strictObject({
  bytes: z.int().nonnegative(),
  max: z.int().nonnegative(),
  biggest: part.optional(),
  /** What grew most against the baseline; absent: nothing did, or nobody knows. */
  grown: part.optional(),
});
type ByteLimitData = z.infer<typeof data>;
type Part = z.infer<typeof part>;

/** What differs between the rules; `what` begins a sentence: `unpacked size`. */
export interface ByteLimit {
  readonly id: 'size' | 'download';
  readonly what: string;
  readonly describe: string;
  readonly summary: string;
  readonly help: string;
  readonly measure: 'unpacked' | 'download';
}

export function byteLimitRule(limit: ByteLimit): Rule {
  return defineRule({
    id: limit.id,
    per: 'image',
    options: z.strictObject({
      level: levelOption,
      max: sizeOption.optional().describe(limit.describe),
    }),
    permissiveness: {max: upperLimit(formatBytes)},
    default: {level: 'error'},
    subjects: [],
    data,
    // Without a limit nothing is asked, so nothing can be unable.
    needs: (options) => (options.max === undefined ? [] : ['sizes']),
    judge: (options, evidence) => {
      if (options.max === undefined || !isKnown(evidence.sizes)) return [];
      const {bytes, biggest} = measured(evidence.sizes.value, limit.measure);
      if (bytes <= options.max) return [];
      const grown = grownLayer(evidence.comparison, limit.measure, options.max);
      const place = placeOfLayer(grown ?? biggest?.place);
      return [
        {
          ...defined({place}),
          data: {
            bytes,
            max: options.max,
            ...(biggest && {biggest: partOf(biggest.bytes, {...biggest, ...biggest.place})}),
            ...(grown && {grown: partOf(growthOf(grown[limit.measure]), grown)}),
          },
        },
      ];
    },
    limits: ({max}) => (max === undefined ? {} : {[`${limit.measure}Bytes`]: max}),
    message: ({bytes, max}) =>
      `${limit.what} is ${formatBytes(bytes)}, ${formatBytes(bytes - max)} over its limit of ${formatBytes(max)}.`,
    advice: (found) => advice(found, limit.id),
    summary: limit.summary,
    help: limit.help,
  });
}

function measured(
  sizes: Sizes,
  measure: ByteLimit['measure'],
): {readonly bytes: number; readonly biggest: BiggestLayer | undefined} {
  return measure === 'unpacked'
    ? {bytes: sizes.unpackedBytes, biggest: sizes.biggestUnpacked}
    : {bytes: sizes.downloadBytes, biggest: sizes.biggestDownload};
}

/**
 * The line that grew most since the image was within its limit, whoever's doing it is; undefined where it was
 * over already: what came since is not why.
 */
function grownLayer(
  comparison: Evidence['comparison'],
  measure: ByteLimit['measure'],
  max: number,
): LayerChange | undefined {
  if (!isKnown(comparison) || comparison.value.state === 'new') return undefined;
  const {comparison: compared} = comparison.value;
  if (compared[measure].before > max) return undefined;
  const [most] = compared.layers
    .filter((layer) => layer.file !== undefined && growthOf(layer[measure]) > 0)
    .toSorted((a, b) => growthOf(b[measure]) - growthOf(a[measure]));
  return most;
}

function growthOf({before, after}: Difference): number {
  return after - before;
}

function partOf(
  bytes: number,
  {
    base,
    instruction,
  }: {readonly base?: boolean | undefined; readonly instruction?: string | undefined},
): Part {
  return {
    bytes,
    ...defined({base, instruction}),
  };
}

function advice({biggest, grown}: ByteLimitData, rule: string): string {
  const raise = `raise rules.${rule}.max.`;
  if (grown !== undefined) return grownMend(grown, raise);
  if (biggest === undefined) return `Raise rules.${rule}.max.`;
  const brings = `The biggest layer brings ${formatBytes(biggest.bytes)}`;
  if (biggest.base === true)
    return `${brings} and comes with the base image: choose a smaller base, or ${raise}`;
  return `${brings}${by(biggest)}: ${LEAVE_OUT}, or ${raise}`;
}

const LEAVE_OUT =
  'leave out what the running image does not need, build in an earlier stage and copy only the result';

function grownMend(grown: Part, raise: string): string {
  const more = `${formatBytes(grown.bytes)} more than in the baseline`;
  return grown.base === true
    ? `The base image${by(grown)} brings ${more}: choose a smaller base, or ${raise}`
    : `This line${by(grown)} brings ${more}: ${LEAVE_OUT}, or ${raise}`;
}

function by({instruction}: Part): string {
  return instruction === undefined ? '' : ` (${instruction})`;
}
