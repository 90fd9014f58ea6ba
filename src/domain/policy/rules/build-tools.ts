import {z} from 'zod';
import {defined} from '../../defined.ts';
import {isKnown} from '../../known.ts';
import {CACHE_NAMES} from '../../image/caches.ts';
import {formatBytes} from '../../text/units.ts';
import type {PlacedTool} from '../../image/placed-contents.ts';
import {levelOption} from '../options.ts';
import {placeOfLayer} from '../places.ts';
import {defineRule} from '../rule.ts';

const data = z.strictObject({
  base: z.boolean(),
  bytes: z.int().nonnegative(),
  tools: z.array(z.strictObject({name: z.string(), bytes: z.int().nonnegative()})),
});

/** Shells and headers are told in the report; a shell alone is no build tool. */
const JUDGED = ['compiler', 'package manager', 'cache'];

export const buildTools = defineRule({
  id: 'build-tools',
  per: 'image',
  isCoarse: true,
  options: z.strictObject({level: levelOption}),
  permissiveness: {},
  default: {level: 'warning'},
  subjects: [],
  data,
  needs: () => ['contents'],
  judge: (_, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const tools = evidence.contents.value.tools.filter(({kind}) => JUDGED.includes(kind));
    return [false, true].flatMap((base) => {
      const some = tools.filter(({by}) => (by?.base ?? false) === base);
      return some.length === 0 ? [] : [violationOf(some, base)];
    });
  },
  apart: ({base}) => ({base}),
  message: ({base, bytes, tools}) =>
    `${base ? 'The base image brings' : 'The image holds'} what builds and not what runs: ${tools.map((tool) => `${tool.name} (${formatBytes(tool.bytes)})`).join(', ')}; ${formatBytes(bytes)} in all.`,
  advice: ({base, tools}) =>
    !base && tools.every(({name}) => isCache(name))
      ? 'Clean them in the same RUN that fills them (apt-get clean, rm -rf /var/lib/apt/lists/*, pip --no-cache-dir), or mount a cache there: RUN --mount=type=cache,target=….'
      : base
        ? 'Take a base for running (distroless, or a slim one without them), or copy what is needed onto FROM scratch.'
        : 'Install them in an earlier stage and copy only the result: COPY --from=build.',
  saves: ({bytes}) => bytes,
  summary: 'compilers, package managers and their caches that are left in the final image',
  help: 'Compilers, package managers and what they fetched make an image larger, bring vulnerabilities of their own, and help whoever breaks in. Build in an earlier stage and copy the result; run on a base that has none of them.',
});

function isCache(name: string): boolean {
  return CACHE_NAMES.some((cache) => cache === name);
}

function violationOf(
  tools: readonly PlacedTool[],
  base: boolean,
): {
  readonly place?: NonNullable<ReturnType<typeof placeOfLayer>>;
  readonly data: z.infer<typeof data>;
} {
  const place = placeOfLayer(tools[0]?.by);
  return {
    ...defined({place}),
    data: {
      base,
      bytes: tools.reduce((sum, tool) => sum + tool.bytes, 0),
      tools: tools.map(({name, bytes}) => ({name, bytes})),
    },
  };
}
