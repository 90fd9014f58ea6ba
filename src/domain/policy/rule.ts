import {z} from 'zod';
import type {Place} from '../../errors.ts';
import type {Evidence, EvidenceKey} from './evidence.ts';

export const LEVELS = ['error', 'warning', 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** Options of a rule as configuration holds them; every rule's schema has `level`. */
export type RuleOptions = {readonly level: Level} & Readonly<Record<string, unknown>>;

/** What a waiver can name, and a violation can be about. */
export interface Subject {
  readonly id?: string;
  readonly package?: string;
  /** Paths in the image; a waiver's pattern must match all of them. */
  readonly paths?: readonly string[];
}

/** What a rule found wrong: data, never words (style.md). */
export interface RuleViolation<Data> {
  readonly place?: Place;
  readonly subject?: Subject;
  readonly data: Data;
}

/** What a rule's author writes; one module and one line in index.ts. */
export interface RuleDefinition<Options extends {readonly level: Level}, Data> {
  readonly id: string;
  readonly per: 'image' | 'run';
  /** Strict; says with `.describe()` what each option is. Sizes and days are written as people write them. */
  readonly options: z.ZodType<Options>;
  readonly default: Options;
  /** The shape of a violation's data: report.json of another job is foreign. */
  readonly data: z.ZodType<Data>;
  readonly needs: (options: Options) => readonly EvidenceKey[];
  /** Only called when everything that it needs is known. Pure. */
  readonly judge: (options: Options, evidence: Evidence) => readonly RuleViolation<Data>[];
  /** One sentence: what is wrong, measured against allowed. Plain text; may hold foreign text. */
  readonly words: (data: Data) => string;
  /** One sentence: what to change. Plain text, our own. */
  readonly mend: (data: Data) => string;
  /** One sentence for tables: what the rule judges. */
  readonly summary: string;
  /** A paragraph of Markdown for SARIF and the README: why, and how to mend it. */
  readonly help: string;
}

/** A rule with its types checked at run time instead of compile time, so that all rules are of one type. */
export interface Rule {
  readonly id: string;
  readonly per: 'image' | 'run';
  readonly options: z.ZodType<RuleOptions>;
  readonly default: RuleOptions;
  readonly needs: (options: RuleOptions) => readonly EvidenceKey[];
  readonly judge: (options: RuleOptions, evidence: Evidence) => readonly RuleViolation<unknown>[];
  /** Undefined when `data` is not of the rule's shape. */
  readonly words: (data: unknown) => {readonly message: string; readonly mend: string} | undefined;
  readonly summary: string;
  readonly help: string;
}

/** Makes a rule usable beside others. */
export function defineRule<Options extends RuleOptions, Data>(
  definition: RuleDefinition<Options, Data>,
): Rule {
  const own = (options: RuleOptions): Options => definition.options.parse(options);
  return {
    id: definition.id,
    per: definition.per,
    options: definition.options,
    default: definition.default,
    needs: (options) => definition.needs(own(options)),
    judge: (options, evidence) => definition.judge(own(options), evidence),
    words: (data) => {
      const parsed = definition.data.safeParse(data);
      if (!parsed.success) return undefined;
      return {message: definition.words(parsed.data), mend: definition.mend(parsed.data)};
    },
    summary: definition.summary,
    help: definition.help,
  };
}
