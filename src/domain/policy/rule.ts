import type {z} from 'zod';
import {defined} from '../defined.ts';
import type {Place} from '../../errors.ts';
import type {Gap} from '../findings/facts.ts';
import type {Evidence, EvidenceRequests, EvidenceKey} from './evidence.ts';
import type {Permissiveness} from './permissiveness.ts';
import type {Excused, JudgementScope} from './judgement-scope.ts';

export const LEVELS = ['error', 'warning', 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** Options of a rule as configuration holds them; every rule's schema has `level`. */
export type RuleOptions = {readonly level: Level} & Readonly<Record<string, unknown>>;

/** The keys of a waiver that say what it is about. */
export const SUBJECT_KEYS = ['id', 'package', 'path', 'unjudged'] as const;
export type SubjectKey = (typeof SUBJECT_KEYS)[number];

/** One installed thing that a violation is about; a waiver must match each of them. */
export interface SubjectMember {
  /** The names it goes by: binary and source package. */
  readonly packages: readonly string[];
  /** In the image; foreign text. */
  readonly path?: string;
}

/** What a violation is about, as far as a waiver can name it. */
export interface Subject {
  readonly id: string;
  /** Finding identity or secret key: says in the report which of them is suppressed. */
  readonly identity: string;
  readonly members: readonly SubjectMember[];
}

/** What a rule found wrong: data, never words (style.md rule 5). */
export interface RuleViolation<Data> {
  /** Shown and never failing, whatever the rule's level. */
  readonly shown?: true;
  readonly place?: Place;
  readonly subject?: Subject;
  readonly data: Data;
}

export type NoveltyCheck = (
  violation: Pick<RuleViolation<unknown>, 'subject'>,
  evidence: Pick<Evidence, 'comparison'>,
) => boolean | undefined;

/** What a rule's author writes; one module and one line in index.ts. */
export interface RuleDefinition<Options extends {readonly level: Level}, Data> {
  readonly id: string;
  readonly per: 'image' | 'run';
  /**
   * Strict, and says with `.describe()` what each option is. Sizes and days are written as people
   * write them; parsing what was parsed changes nothing.
   */
  readonly options: z.ZodObject & z.ZodType<Options>;
  /** Of each option, when it lets more pass. */
  readonly permissiveness: Readonly<Record<Exclude<keyof Options, 'level'>, Permissiveness>>;
  readonly default: Options;
  /** What its violations are about; a waiver must name one of these, when there are any. */
  readonly subjects: readonly SubjectKey[];
  /** The shape of a violation's data: report.json of another job is foreign. */
  readonly data: z.ZodType<Data>;
  readonly needs: (options: Options) => readonly EvidenceKey[];
  /** Where it has nothing to say at all; absent: it is judged always. */
  readonly applies?: (evidence: Evidence) => boolean;
  /** It is about the build: an image that was not built has its evidence too. */
  readonly judgesMissing?: true;
  /** How what it needs is to be made. */
  readonly requests?: (options: Options) => EvidenceRequests;
  /** Only called when everything that it needs is known. Pure. */
  readonly judge: (options: Options, evidence: Evidence) => readonly RuleViolation<Data>[];
  /** Parts that could not be judged although the rest was: unable, unless the rest fails or they are accepted. */
  readonly gaps?: (options: Options, evidence: Evidence) => readonly Gap[];
  /** Of a rule that compares: what it judges here, and whose doing counts. */
  readonly scope?: (options: Options, evidence: Evidence) => JudgementScope | undefined;
  /** What is over the line and not held against the run. */
  readonly excused?: (options: Options, evidence: Evidence) => readonly Excused[];
  /**
   * Of a rule that compares by itself: whether the baseline did not have what it found; undefined: not
   * known. Absent: the identities in the baseline's record say it.
   */
  readonly isNew?: NoveltyCheck;
  /** Its violations say more than tells them apart: one like it need not be the same one. */
  readonly isCoarse?: true;
  /** One sentence: what is wrong, measured against allowed. Plain text; may hold foreign text. */
  readonly message: (data: Data) => string;
  /** One sentence: what to change. Plain text, our own. */
  readonly advice: (data: Data) => string;
  /** Bytes that following `advice` would save, where that is known. */
  readonly saves?: (data: Data) => number;
  /** The same without sentences and links of others, where `data` has any: a stranger may have written it. */
  readonly distrust?: (data: Data) => Data;
  /** One sentence for tables: what the rule judges. */
  readonly summary: string;
  /** A paragraph of Markdown for SARIF and the README: why, and how to mend it. */
  readonly help: string;
}

/** A rule with its types checked at run time instead of compile time, so that all rules are of one type. */
export interface Rule {
  readonly id: string;
  readonly per: 'image' | 'run';
  readonly options: z.ZodObject;
  readonly permissiveness: Readonly<Record<string, Permissiveness>>;
  readonly default: RuleOptions;
  /** The shape of a violation's data. */
  readonly data: z.ZodType;
  readonly subjects: readonly SubjectKey[];
  readonly needs: (options: RuleOptions) => readonly EvidenceKey[];
  readonly applies: (evidence: Evidence) => boolean;
  readonly judgesMissing: boolean;
  readonly requests: (options: RuleOptions) => EvidenceRequests;
  readonly judge: (options: RuleOptions, evidence: Evidence) => readonly RuleViolation<unknown>[];
  readonly gaps: (options: RuleOptions, evidence: Evidence) => readonly Gap[];
  readonly scope: (options: RuleOptions, evidence: Evidence) => JudgementScope | undefined;
  readonly excused: (options: RuleOptions, evidence: Evidence) => readonly Excused[];
  readonly isNew: NoveltyCheck | undefined;
  readonly isCoarse: boolean;
  /** Undefined when `data` is not of the rule's shape. */
  readonly describeViolation: (data: unknown) => RuleMessage | undefined;
  /** What of a stranger's `data` may be repeated; undefined when it is not of the rule's shape. */
  readonly distrust: (data: unknown) => unknown;
  readonly summary: string;
  readonly help: string;
}

export interface RuleMessage {
  readonly message: string;
  readonly advice: string;
  /** Bytes that following `advice` would save, where that is known. */
  readonly saves?: number;
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
    permissiveness: definition.permissiveness,
    default: definition.default,
    data: definition.data,
    subjects: definition.subjects,
    needs: (options) => definition.needs(own(options)),
    applies: (evidence) => definition.applies?.(evidence) ?? true,
    judgesMissing: definition.judgesMissing ?? false,
    requests: (options) => definition.requests?.(own(options)) ?? {},
    judge: (options, evidence) => definition.judge(own(options), evidence),
    gaps: (options, evidence) => definition.gaps?.(own(options), evidence) ?? [],
    scope: (options, evidence) => definition.scope?.(own(options), evidence),
    excused: (options, evidence) => definition.excused?.(own(options), evidence) ?? [],
    isNew: definition.isNew,
    isCoarse: definition.isCoarse === true,
    describeViolation: (data) => ruleMessage(definition, data),
    distrust: (data) => {
      const parsed = definition.data.safeParse(data);
      if (!parsed.success) return undefined;
      return definition.distrust?.(parsed.data) ?? parsed.data;
    },
    summary: definition.summary,
    help: definition.help,
  };
}

function ruleMessage<Options extends RuleOptions, Data>(
  definition: RuleDefinition<Options, Data>,
  data: unknown,
): RuleMessage | undefined {
  const parsed = definition.data.safeParse(data);
  if (!parsed.success) return undefined;
  const saves = definition.saves?.(parsed.data);
  return {
    message: definition.message(parsed.data),
    advice: definition.advice(parsed.data),
    ...defined({saves}),
  };
}
