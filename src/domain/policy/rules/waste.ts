import {z} from 'zod';
import {defined} from '../../defined.ts';
import {WASTE_KINDS, type WasteKind} from '../../image/waste.ts';
import {isKnown} from '../../known.ts';
import {formatBytes, formatPercent} from '../../text/units.ts';
import {levelOption, percentOption} from '../options.ts';
import {placeOfLayer} from '../places.ts';
import {upperLimit} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({
  wasteBytes: z.int().nonnegative(),
  unpackedBytes: z.int().positive(),
  max: z.number().nonnegative(),
  biggest: z.strictObject({kind: z.enum(WASTE_KINDS), path: z.string(), bytes: z.int().positive()}),
});

export const waste = defineRule({
  id: 'waste',
  per: 'image',
  options: z.strictObject({
    level: levelOption,
    max: percentOption.describe(
      'The share of the unpacked bytes that may be overwritten or deleted by a later step',
    ),
  }),
  permissiveness: {max: upperLimit(formatPercent)},
  default: {level: 'warning', max: 10},
  subjects: [],
  data,
  needs: () => ['contents'],
  judge: (options, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const {wasteBytes, unpackedBytes, waste: losses} = evidence.contents.value;
    const [biggest] = losses;
    if (biggest === undefined || wasteBytes * 100 <= unpackedBytes * options.max) return [];
    const place = placeOfLayer(biggest.madeBy);
    const {kind, path, bytes} = biggest;
    return [
      {
        ...defined({place}),
        data: {wasteBytes, unpackedBytes, max: options.max, biggest: {kind, path, bytes}},
      },
    ];
  },
  message: ({wasteBytes, unpackedBytes, max}) =>
    `${formatBytes(wasteBytes)} of ${formatBytes(unpackedBytes)} (${((wasteBytes / unpackedBytes) * 100).toFixed(0)} %) are brought in by one step and removed or overwritten by a later one: nobody sees them and everybody pulls them; at most ${max} % are allowed.`,
  advice: ({biggest: {kind, path, bytes}}) =>
    `Most of it: ${kind}, ${formatBytes(bytes)} in /${path}. ${MEND[kind]}`,
  saves: ({wasteBytes}) => wasteBytes,
  summary: 'share of the unpacked bytes that a later step overwrites or deletes',
  help: 'A layer never gets smaller: what one step writes and a later one removes stays in the image and is pulled by everybody. Remove in the same `RUN` that wrote, keep caches in a cache mount (`RUN --mount=type=cache,target=…`), set owners while copying (`COPY --chown=…`), and do the rest in an earlier stage.',
});

const SAME_STEP =
  'Remove them in the same RUN that brings them in, or do that step in an earlier stage.';
const MEND: Readonly<Record<WasteKind, string>> = {
  'apt lists':
    'End the RUN that calls apt-get update with && rm -rf /var/lib/apt/lists/*, or mount a cache there (--mount=type=cache,target=/var/lib/apt/lists).',
  'apt archives':
    'Mount a cache at /var/cache/apt (--mount=type=cache), or run apt-get clean in the same RUN.',
  'pip cache':
    'Install with pip --no-cache-dir, or mount a cache (--mount=type=cache,target=/root/.cache/pip).',
  'npm cache':
    'Mount a cache (--mount=type=cache,target=/root/.npm), or install in an earlier stage.',
  'deleted archive': 'Fetch, unpack and remove it in one RUN, or in an earlier stage.',
  'owner or mode changed':
    'Set owner and mode while copying: COPY --chown=10001:10001 --chmod=…, instead of chown or chmod in a later RUN.',
  overwritten:
    'Write it once: in one step, or in an earlier stage from which the result is copied.',
  deleted: SAME_STEP,
};
