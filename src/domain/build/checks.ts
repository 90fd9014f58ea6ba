/** BuildKit's own checks of a Dockerfile, as every build reports them on its way. Pure. */
import {z} from 'zod';
import {defined} from '../defined.ts';
import {orUndefined} from '../nullish-schemas.ts';
import {largest, smallest} from '../numbers.ts';

/** As the progress stream has it: texts in base64. */
export const warningSchema = z.looseObject({
  short: orUndefined(z.string()),
  detail: orUndefined(z.array(z.string())),
  url: orUndefined(z.string()),
  sourceInfo: orUndefined(z.looseObject({data: orUndefined(z.string())})),
  range: orUndefined(
    z.array(
      z.looseObject({
        start: z.looseObject({line: z.int().positive()}),
        end: z.looseObject({line: z.int().positive()}),
      }),
    ),
  ),
});

export interface BuildCheck {
  /** `StageNameCasing`. */
  readonly rule: string;
  /** What is wrong here; foreign text. */
  readonly message: string;
  /** Why it matters. */
  readonly detail?: string;
  readonly url?: string;
  readonly startLine?: number;
  readonly endLine?: number;
  /** The Dockerfile's text, which tells whose it is. */
  readonly source: string;
}

/** Undefined for a warning that is no check: the frontend has words of its own. */
export function parseCheck(warning: z.infer<typeof warningSchema>): BuildCheck | undefined {
  const {short = '', detail, url, sourceInfo, range} = warning;
  const [, rule, message] =
    /^([A-Z][A-Za-z]+): (.+?)(?: \(line \d+\))?$/s.exec(decoded(short)) ?? [];
  if (rule === undefined || message === undefined) return undefined;
  const lines = (range ?? []).flatMap(({start, end}) => [start.line, end.line]);
  const why = (detail ?? []).map(decoded).join(' ');
  return {
    rule,
    message,
    source: decoded(sourceInfo?.data ?? ''),
    ...(why === '' ? {} : {detail: why}),
    ...defined({url}),
    ...(lines.length === 0 ? {} : {startLine: smallest(lines), endLine: largest(lines)}),
  };
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}
