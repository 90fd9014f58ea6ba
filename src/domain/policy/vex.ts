/** OpenVEX documents: the scanner applies them; what they say is parsed, so that a mistake is told and a loosening seen. */
import {createHash} from 'node:crypto';
import {z} from 'zod';
import {errorAt, parseYaml, type YamlSource} from './document.ts';
import {checkSchema} from './check-schema.ts';
import {imageStatements, productName, type ImageStatement} from './vex-images.ts';

/** The word of one document on one vulnerability. */
export interface VexStatement {
  readonly id: string;
  /** Package URLs, as written. */
  readonly products: readonly string[];
  readonly status: string;
  /** SHA-256, hexadecimal, of all that the scanner may go by: aliases, identifiers, subcomponents and whatever else. */
  readonly meaning: string;
  /**
   * Where others of its document on the same vulnerability may overrule it: all of them in their order, each
   * as a hash of what it says and of when it was said. Which one counts is the scanner's to say.
   */
  readonly among?: readonly string[];
  /** Relative to the repository's root. */
  readonly file: string;
}

/** What is given to the scanner. */
export interface VexDocument {
  readonly file: string;
  readonly text: string;
  readonly statements: readonly VexStatement[];
  /** Those about whole images, which the scanner cannot apply; absent: none. */
  readonly images?: readonly ImageStatement[];
}

const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
const CONTEXT = 'https://openvex.dev/ns';

/** OpenVEX 0.2.0 names by `@id` or by identifiers ("Product"), 0.0.1 by the text itself. */
const nameSchema = z.union([
  z.string(),
  z
    .object({
      '@id': z.string().optional(),
      identifiers: z.record(z.string(), z.string()).optional(),
    })
    .transform(productName),
]);
const vulnerabilitySchema = z.union([
  z.string(),
  z.object({name: z.string()}).transform(({name}) => name),
]);

const schema = z.object({
  '@context': z.string().startsWith(CONTEXT, {
    error: `is not ${CONTEXT}/…: only OpenVEX documents are taken`,
  }),
  statements: z.array(
    z.object({
      vulnerability: vulnerabilitySchema,
      products: z.array(nameSchema).optional(),
      status: z.enum(STATUSES),
    }),
  ),
});
/** The same once more, with everything that it holds. */
const wholeSchema = z.object({
  timestamp: z.unknown().optional(),
  statements: z.array(z.record(z.string(), z.unknown())),
});

/** OpenVEX 0.2.0: when it was said, by whom and why; no scanner matches by these. */
const WORDS = new Set([
  ...['timestamp', 'last_updated', 'version', 'status_notes', 'justification', 'supplier'],
  ...['impact_statement', 'action_statement', 'action_statement_timestamp'],
]);
const DOCUMENT_WORDS = new Set([
  ...WORDS,
  ...['@context', '@id', 'author', 'role', 'tooling', 'statements'],
]);

/**
 * OpenVEX Specification, "VEX Documents" and "Statement"; JSON is read as the YAML that it is.
 * @throws {UserError} that names file and line
 */
export function parseVex(text: string, file: string): VexDocument {
  const source = parseYaml(text, file);
  refuseOtherForms(source);
  const {statements} = checkSchema(source, schema);
  const whole = checkSchema(source, wholeSchema);
  const shared = withoutNames(source.data, DOCUMENT_WORDS);
  const read = statements.map(({vulnerability: id, products = [], status}, index) => {
    const meaning = hashOf([shared, withoutNames(whole.statements[index], WORDS)]);
    const {vulnerability, ...when} = whole.statements[index] ?? {};
    const said = shortHash([meaning, when['timestamp'], whole.timestamp]);
    return {statement: {id, products, status, meaning, file}, said, names: namesOf(vulnerability)};
  });
  const disputes = disputesIn(read);
  const about = read.map(({statement: {id}, names}) => ({id, names}));
  const images = imageStatements(source, about);
  return {
    file,
    text,
    ...(images.length > 0 && {images}),
    statements: read.map(({statement, names}) => {
      const among = names.flatMap((name) => disputes.get(name) ?? []);
      return {...statement, ...(among.length === 0 ? {} : {among})};
    }),
  };
}

const otherForms = z.object({
  bomFormat: z.literal('CycloneDX').optional().catch(undefined),
  document: z.object({csaf_version: z.string()}).optional().catch(undefined),
});

/** @throws {UserError} for the forms of VEX that the scanner takes too: what they loosen could not be shown */
function refuseOtherForms({data, file}: YamlSource): void {
  const {bomFormat, document} = otherForms.safeParse(data).data ?? {};
  const form = document === undefined ? bomFormat : 'CSAF';
  if (form === undefined) return;
  throw errorAt({
    file,
    line: 1,
    sentence: `this is a VEX document of ${form}, and only OpenVEX (a JSON document with \`@context\` and \`statements\`, https://openvex.dev) is taken: write its answers as such, by vexctl for one.`,
  });
}

interface ReadStatement {
  readonly statement: VexStatement;
  readonly said: string;
  readonly names: readonly string[];
}

/** So many are kept one by one; of more, every change counts as one. */
const FEW = 8;

/** By name of a vulnerability, where not all that is said of it ends a finding. */
function disputesIn(read: readonly ReadStatement[]): ReadonlyMap<string, readonly string[]> {
  const named = read.flatMap((one) => one.names.map((name) => ({name, one})));
  const groups = [...Map.groupBy(named, ({name}) => name)].flatMap(([name, all]) => {
    if (all.every(({one}) => isAnswer(one.statement))) return [];
    const said = all.map(({one}) => one.said);
    return [[name, said.length > FEW ? [shortHash(said)] : said] as const];
  });
  return new Map(groups);
}

function shortHash(data: unknown): string {
  return hashOf(data).slice(0, 16);
}

/** Whether its word ends a finding. */
export function isAnswer({status}: {readonly status: string}): boolean {
  return status === 'not_affected' || status === 'fixed';
}

const namesSchema = z.object({
  name: z.string().optional().catch(undefined),
  '@id': z.string().optional().catch(undefined),
  aliases: z.array(z.string()).optional().catch(undefined),
});

function namesOf(vulnerability: unknown): readonly string[] {
  if (typeof vulnerability === 'string') return [vulnerability];
  const {name, '@id': id, aliases = []} = namesSchema.safeParse(vulnerability).data ?? {};
  return [...new Set([name, id, ...aliases])].filter((one) => one !== undefined).toSorted();
}

function hashOf(data: unknown): string {
  return createHash('sha256').update(canonical(data)).digest('hex');
}

function withoutNames(data: unknown, names: ReadonlySet<string>): object {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  return Object.fromEntries(entries.filter(([name]) => !names.has(name)));
}

/** JSON that is the same whatever the order of keys. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
