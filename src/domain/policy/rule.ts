import type {z} from 'zod';
import type {Place} from '../../errors.ts';
import type {Gap} from '../findings/facts.ts';
import type {Evidence, EvidenceRequests, EvidenceKey} from './evidence.ts';
import type {Permissiveness} from './permissiveness.ts';
import type {Excused, JudgementScope} from './judgement-scope.ts';
import {
  untypedBanner,
  parseViolation,
  untypedTable,
  formatViolation,
  type Banner,
  type Table,
  type ViolationFormat,
  type FormattedViolation,
} from './violation-format.ts';

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

/** The same for those who do not know the shape of its data. */
export interface ToldViolation extends Omit<RuleViolation<unknown>, 'data'> {
  readonly told: FormattedViolation;
}

export type NoveltyCheck = (
  violation: Pick<ToldViolation, 'subject'>,
  evidence: Pick<Evidence, 'comparison'>,
) => boolean | undefined;

/** Bytes; absent: no limit. */
export interface Limits {
  readonly unpackedBytes?: number;
  readonly downloadBytes?: number;
}

/** What a rule's author writes; one module and one line in index.ts. */
export interface RuleDefinition<
  Options extends {readonly level: Level},
  Data,
> extends ViolationFormat<Data> {
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
  /** It judges what the scanner found: where it is unable, no alert may close. */
  readonly isOfScan?: true;
  /** Of its alerts; absent: that it is about a container, and its id. */
  readonly tags?: readonly string[];
  /** What of its options the table of images shows beside the figures, in bytes. */
  readonly limits?: (options: Options) => Limits;
  /** One sentence for tables: what the rule judges. */
  readonly summary: string;
  /** A paragraph of Markdown for SARIF and the README: why, and how to mend it. */
  readonly help: string;
}

/** A rule beside others: what knows the types of its own is closed over, so that all rules are of one type. */
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
  readonly judge: (options: RuleOptions, evidence: Evidence) => readonly ToldViolation[];
  readonly gaps: (options: RuleOptions, evidence: Evidence) => readonly Gap[];
  readonly scope: (options: RuleOptions, evidence: Evidence) => JudgementScope | undefined;
  readonly excused: (options: RuleOptions, evidence: Evidence) => readonly Excused[];
  readonly isNew: NoveltyCheck | undefined;
  readonly isCoarse: boolean;
  readonly isOfScan: boolean;
  readonly tags: readonly string[];
  readonly limits: (options: RuleOptions) => Limits;
  /** Of a report's violation; undefined when `data` is not of the rule's shape. */
  readonly read: (data: unknown) => FormattedViolation | undefined;
  readonly table: Table<unknown> | undefined;
  readonly banner: Banner<unknown> | undefined;
  readonly summary: string;
  readonly help: string;
}

/** Makes a rule usable beside others. */
export function defineRule<Options extends RuleOptions, Data>(
  definition: RuleDefinition<Options, Data>,
): Rule {
  const own = (options: RuleOptions): Options => definition.options.parse(options);
  const {
    id,
    per,
    options: schema,
    permissiveness,
    data,
    subjects,
    isNew,
    summary,
    help,
  } = definition;
  const texts = {id, per, data, subjects, isNew, summary, help};
  return {
    ...texts,
    options: schema,
    permissiveness,
    default: definition.default,
    needs: (options) => definition.needs(own(options)),
    applies: (evidence) => definition.applies?.(evidence) ?? true,
    judgesMissing: definition.judgesMissing ?? false,
    requests: (options) => definition.requests?.(own(options)) ?? {},
    judge: (options, evidence) =>
      definition.judge(own(options), evidence).map((found) => toldViolation(definition, found)),
    gaps: (options, evidence) => definition.gaps?.(own(options), evidence) ?? [],
    scope: (options, evidence) => definition.scope?.(own(options), evidence),
    excused: (options, evidence) => definition.excused?.(own(options), evidence) ?? [],
    isCoarse: definition.isCoarse ?? false,
    isOfScan: definition.isOfScan ?? false,
    tags: definition.tags ?? ['container', id],
    limits: (options) => definition.limits?.(own(options)) ?? {},
    read: (foreign) => parseViolation(id, definition, foreign),
    table: untypedTable(definition),
    banner: untypedBanner(definition),
  };
}

function toldViolation<Data>(
  telling: ViolationFormat<Data> & {readonly id: string},
  {data, ...violation}: RuleViolation<Data>,
): ToldViolation {
  // The type says nothing of a key too many, and who reads the report would leave such a violation out.
  if (!telling.data.safeParse(data).success)
    throw new Error(`Rule ${telling.id} does not know its own violation.`);
  return {...violation, told: formatViolation(telling.id, telling, data)};
}
