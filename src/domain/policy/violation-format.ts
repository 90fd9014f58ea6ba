/** How a rule's violations are told: all that knows the shape of their data. Pure. */
import type {z} from 'zod';
import {defined} from '../defined.ts';
import type {Severity} from '../findings/facts.ts';
import type {KeyedFinding} from '../findings/finding-key.ts';
import {identityOf, type Apart} from './violation-identity.ts';

/** What a rule's author writes of its violations; the type of `Data` is the rule's own. */
export interface ViolationFormat<Data> {
  /** The shape of a violation's data: report.json of another job is foreign. */
  readonly data: z.ZodType<Data>;
  /** One sentence: what is wrong, measured against allowed. Plain text; may hold foreign text. */
  readonly message: (data: Data) => string;
  /** One sentence: what to change. Plain text, our own. */
  readonly advice: (data: Data) => string;
  /** Bytes that following `advice` would save, where that is known. */
  readonly saves?: (data: Data) => number;
  /** The same without sentences and links of others, where `data` has any: a stranger may have written it. */
  readonly distrust?: (data: Data) => Data;
  /** What tells those of one image apart; frozen (violation-identity.ts). Absent: nothing does. */
  readonly apart?: (data: Data) => Apart;
  /** Where a tool has found it: each kind is a rule of its own in the security tab. */
  readonly kind?: (data: Data) => ViolationKind;
  /** Where it tells of a finding that the report lists, and needs to be told once. */
  readonly finding?: FindingFormat<Data>;
  /** Where many of them are one thing to do: rows instead of sentences. */
  readonly table?: Table<Data>;
  /** Where they are told right under the verdict: the line above their words. */
  readonly banner?: Banner<Data>;
}

export interface ViolationKind {
  /** The tool's own: `github-pat`. Part of the identity. */
  readonly name: string;
  /** Instead of the rule's summary. */
  readonly title?: string;
  /** Of what is a matter of security. */
  readonly severity?: Severity;
  readonly url?: string | undefined;
}

/** What a violation says of a finding that the report may have no room for. */
export interface ViolationFinding extends KeyedFinding {
  readonly installed: readonly {readonly version: string}[];
  /** Absent: there is no fix. */
  readonly fixed?: string | undefined;
}

interface FindingFormat<Data> {
  readonly of: (data: Data) => ViolationFinding;
  /** With the version that mends all that is judged of its package. */
  readonly withUpgrade: (data: Data, upgrade: string) => Data;
}

/** As a report has it; lines count from 1. */
export interface ViolationPlace {
  readonly file: string;
  readonly startLine?: number | undefined;
  readonly endLine?: number | undefined;
}

/** A violation's data with what the report says beside it. */
export interface PlacedViolation<Data> {
  readonly level: 'error' | 'warning';
  readonly place?: ViolationPlace | undefined;
  /** The baseline did not have it; false: it did, or that is not known. */
  readonly isNew: boolean;
  readonly data: Data;
}

export interface Table<Data> {
  /** Of the cells; where it is comes beside them. */
  readonly head: readonly string[];
  /** Of one image's, in the order in which they are shown. */
  readonly rows: (all: readonly PlacedViolation<Data>[]) => readonly TableRow[];
}

export type Banner<Data> = (all: readonly Data[]) => string;

/** Plain text; may hold foreign text. */
export interface TableRow {
  readonly level: 'error' | 'warning';
  readonly cells: readonly string[];
  /** The same where there are no columns: what is wrong and what to do, and what there is more to say. */
  readonly line: string;
  readonly detail: string;
  readonly base: boolean;
  readonly place?: ViolationPlace | undefined;
}

export interface RuleMessage {
  readonly message: string;
  readonly advice: string;
  /** Bytes that following `advice` would save, where that is known. */
  readonly saves?: number;
}

/** What a rule says of one violation, for those who do not know the shape of its data. */
export interface FormattedViolation {
  /** As the report has it. */
  readonly data: unknown;
  readonly words: RuleMessage;
  /** The rule, or the part of it that a tool has a name for: `secrets/github-pat`. */
  readonly name: string;
  readonly kind: ViolationKind | undefined;
  readonly finding: (ViolationFinding & Advisable) | undefined;
  /** By which the next run knows it again. */
  readonly identityIn: (image: string) => string;
  /** What of a stranger's may be repeated. */
  readonly distrusted: () => FormattedViolation;
}

interface Advisable {
  /** The violation's data with it. */
  readonly withUpgrade: (upgrade: string) => unknown;
}

export function formatViolation<Data>(
  rule: string,
  telling: ViolationFormat<Data>,
  data: Data,
): FormattedViolation {
  const {finding, distrust} = telling;
  const kind = telling.kind?.(data);
  const name = kind === undefined ? rule : `${rule}/${kind.name}`;
  const saves = telling.saves?.(data);
  return {
    data,
    words: {
      message: telling.message(data),
      advice: telling.advice(data),
      ...defined({saves}),
    },
    name,
    kind,
    finding: finding && {
      ...finding.of(data),
      withUpgrade: (upgrade) => finding.withUpgrade(data, upgrade),
    },
    identityIn: (image) => identityOf({image, name, apart: telling.apart?.(data) ?? {}}),
    distrusted: () => formatViolation(rule, telling, distrust?.(data) ?? data),
  };
}

/** Undefined where the data is not of the rule's shape. */
export function parseViolation<Data>(
  rule: string,
  telling: ViolationFormat<Data>,
  data: unknown,
): FormattedViolation | undefined {
  const [own] = parsed(telling, data).map((one) => formatViolation(rule, telling, one));
  return own;
}

/** What is not of the rule's shape has no row. */
export function untypedTable<Data>(telling: ViolationFormat<Data>): Table<unknown> | undefined {
  const {table} = telling;
  return (
    table && {
      head: table.head,
      rows: (all) =>
        table.rows(all.flatMap((one) => parsed(telling, one.data).map((data) => ({...one, data})))),
    }
  );
}

export function untypedBanner<Data>(telling: ViolationFormat<Data>): Banner<unknown> | undefined {
  const {banner} = telling;
  return banner && ((all) => banner(all.flatMap((data) => parsed(telling, data))));
}

/** One, or none where it is not of the rule's shape. */
function parsed<Data>(telling: ViolationFormat<Data>, data: unknown): readonly Data[] {
  const result = telling.data.safeParse(data);
  return result.success ? [result.data] : [];
}
