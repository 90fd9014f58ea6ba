import {z} from 'zod';
import {UNWANTED_KINDS} from '../../context/context-facts.ts';
import {isKnown} from '../../known.ts';
import {formatBytes} from '../../text/units.ts';
import {levelOption, sizeOption} from '../options.ts';
import {upperLimit} from '../permissiveness.ts';
import {defineRule} from '../rule.ts';

const bytes = z.int().nonnegative();
const data = z.discriminatedUnion('mistake', [
  z.strictObject({
    mistake: z.literal('too-large'),
    bytes,
    max: bytes,
    biggest: z.strictObject({path: z.string(), bytes}).optional(),
  }),
  z.strictObject({
    mistake: z.literal('unwanted'),
    found: z.array(
      z.strictObject({kind: z.enum(UNWANTED_KINDS), path: z.string(), bytes, line: z.string()}),
    ),
    ignoreFile: z.string().optional(),
  }),
  z.strictObject({mistake: z.literal('unused-ignore-file'), file: z.string(), reason: z.string()}),
]);
type BuildContextData = z.infer<typeof data>;

const NAMED = 5;

export const buildContext = defineRule({
  id: 'build-context',
  per: 'image',
  isCoarse: true,
  options: z.strictObject({
    level: levelOption,
    max: sizeOption.optional().describe('The most bytes that the build context may send'),
  }),
  permissiveness: {max: upperLimit(formatBytes)},
  default: {level: 'warning'},
  subjects: [],
  data,
  needs: () => ['context'],
  judge: (options, evidence) => {
    if (!isKnown(evidence.context)) return [];
    const {bytes: sent, biggestFolders, unwanted, ignoreFile, unused} = evidence.context.value;
    const place = ignoreFile === undefined ? {} : {place: {file: ignoreFile}};
    const violations: {
      readonly place?: {readonly file: string};
      readonly data: BuildContextData;
    }[] = [];
    if (options.max !== undefined && sent > options.max) {
      const [biggest] = biggestFolders;
      const named = {mistake: 'too-large', bytes: sent, max: options.max} as const;
      violations.push({...place, data: {...named, ...(biggest && {biggest})}});
    }
    if (unwanted.length > 0) {
      const found = unwanted.map(({kind, path, bytes: size, line}) => ({
        kind,
        path,
        bytes: size,
        line,
      }));
      const file = ignoreFile === undefined ? {} : {ignoreFile};
      violations.push({...place, data: {mistake: 'unwanted', found, ...file}});
    }
    for (const {file, reason} of unused)
      violations.push({place: {file}, data: {mistake: 'unused-ignore-file', file, reason}});
    return violations;
  },
  apart: (found) =>
    found.mistake === 'unused-ignore-file'
      ? {mistake: found.mistake, file: found.file}
      : {mistake: found.mistake},
  message,
  advice,
  saves: (found) =>
    found.mistake === 'unwanted' ? found.found.reduce((sum, one) => sum + one.bytes, 0) : 0,
  distrust: (given) =>
    given.mistake === 'unused-ignore-file' ? {...given, reason: 'nobody reads it'} : given,
  summary: 'bytes that the build context sends, and what should not be sent',
  help: 'What lies in the build context and is not ignored is sent to the builder, ends up in images by `COPY . .`, and makes the cache miss when it changes. Secrets and keys get out that way. List in `.dockerignore` at the root of the context (or in `<Dockerfile>.dockerignore`) what the build does not need, or begin it with `*` and take back what it does (`!src`).',
});

function message(found: BuildContextData): string {
  switch (found.mistake) {
    case 'too-large':
      return `The build context sends ${formatBytes(found.bytes)}, ${formatBytes(found.bytes - found.max)} over its limit of ${formatBytes(found.max)}.`;
    case 'unwanted':
      return `The build context sends what should stay at home: ${found.found
        .slice(0, NAMED)
        .map(
          ({kind, path, bytes: size}) =>
            `${path === kind ? kind : `${path} (${kind})`} ${formatBytes(size)}`,
        )
        .join(
          ', ',
        )}${found.found.length > NAMED ? ` and ${found.found.length - NAMED} more` : ''}.`;
    case 'unused-ignore-file':
      return `Nobody reads ${found.file}: ${found.reason}.`;
  }
}

function advice(found: BuildContextData): string {
  switch (found.mistake) {
    case 'too-large':
      return found.biggest === undefined
        ? 'Raise rules.build-context.max.'
        : `Most of it is ${found.biggest.path} (${formatBytes(found.biggest.bytes)}): ignore it if the build does not need it, or raise rules.build-context.max.`;
    case 'unwanted': {
      const lines = [...new Set(found.found.map(({line}) => line))];
      const file = found.ignoreFile ?? 'a new .dockerignore at the root of the context';
      return `Add to ${file}, a line each: ${lines.slice(0, NAMED * 2).join('  ')}`;
    }
    case 'unused-ignore-file':
      return 'Move its lines into the file that is read, and remove it.';
  }
}
