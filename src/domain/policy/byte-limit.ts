/** The two rules that hold a number of bytes to a limit, made from what differs between them. */
import {z} from 'zod';
import {isKnown} from '../known.ts';
import {formatBytes} from '../text/units.ts';
import type {BiggestLayer, Sizes} from './evidence.ts';
import {levelOption, sizeOption} from './options.ts';
import {placeOfLayer} from './places.ts';
import {most} from './looser.ts';
import {defineRule} from './rule.ts';
import type {Rule} from './rule.ts';

const data = z.strictObject({
  bytes: z.int().nonnegative(),
  max: z.int().nonnegative(),
  biggest: z
    .strictObject({
      bytes: z.int().nonnegative(),
      base: z.boolean().optional(),
      instruction: z.string().optional(),
    })
    .optional(),
});
type Data = z.infer<typeof data>;

/** What differs between the rules; `what` begins a sentence: `unpacked size`. */
export interface ByteLimit {
  readonly id: 'size' | 'download';
  readonly what: string;
  readonly describe: string;
  readonly summary: string;
  readonly help: string;
  readonly measured: (sizes: Sizes) => {
    readonly bytes: number;
    readonly biggest: BiggestLayer | undefined;
  };
}

export function byteLimitRule(limit: ByteLimit): Rule {
  return defineRule({
    id: limit.id,
    per: 'image',
    options: z.strictObject({
      level: levelOption,
      max: sizeOption.optional().describe(limit.describe),
    }),
    looser: {max: most(formatBytes)},
    default: {level: 'error'},
    subjects: [],
    data,
    // Without a limit nothing is asked, so nothing can be unable.
    needs: (options) => (options.max === undefined ? [] : ['sizes']),
    judge: (options, evidence) => {
      if (options.max === undefined || !isKnown(evidence.sizes)) return [];
      const {bytes, biggest} = limit.measured(evidence.sizes.value);
      if (bytes <= options.max) return [];
      const place = placeOfLayer(biggest?.place);
      return [
        {
          ...(place !== undefined && {place}),
          data: {bytes, max: options.max, ...(biggest && {biggest: biggestData(biggest)})},
        },
      ];
    },
    words: ({bytes, max}) =>
      `${limit.what} is ${formatBytes(bytes)}, ${formatBytes(bytes - max)} over its limit of ${formatBytes(max)}.`,
    mend: (found) => mend(found, limit.id),
    summary: limit.summary,
    help: limit.help,
  });
}

function biggestData(biggest: BiggestLayer): NonNullable<Data['biggest']> {
  return {
    bytes: biggest.bytes,
    ...(biggest.place.base !== undefined && {base: biggest.place.base}),
    ...(biggest.instruction !== undefined && {instruction: biggest.instruction}),
  };
}

function mend({biggest}: Data, rule: string): string {
  if (biggest === undefined) return `Raise rules.${rule}.max.`;
  const brings = `The biggest layer brings ${formatBytes(biggest.bytes)}`;
  if (biggest.base === true)
    return `${brings} and comes with the base image: choose a smaller base, or raise rules.${rule}.max.`;
  const by = biggest.instruction === undefined ? '' : ` (${biggest.instruction})`;
  return `${brings}${by}: leave out what the running image does not need, build in an earlier stage and copy only the result, or raise rules.${rule}.max.`;
}
