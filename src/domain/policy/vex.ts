/** OpenVEX documents: the scanner applies them; what they say is parsed, so that a mistake is told and a loosening seen. */
import {z} from 'zod';
import {parseYaml} from './document.ts';
import {checked} from './mistakes.ts';

/** The word of one document on one vulnerability. */
export interface VexStatement {
  readonly id: string;
  /** Package URLs, as written. */
  readonly products: readonly string[];
  readonly status: string;
  /** Relative to the repository's root. */
  readonly file: string;
}

/** What is given to the scanner. */
export interface VexDocument {
  readonly file: string;
  readonly text: string;
  readonly statements: readonly VexStatement[];
}

const STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
const CONTEXT = 'https://openvex.dev/ns';

/** OpenVEX 0.2.0 names by `@id`, 0.0.1 by the text itself. */
const nameSchema = z.union([
  z.string(),
  z.object({'@id': z.string()}).transform((one) => one['@id']),
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

/**
 * OpenVEX Specification, "VEX Documents" and "Statement"; JSON is read as the YAML that it is.
 * @throws {UserError} that names file and line
 */
export function parseVex(text: string, file: string): VexDocument {
  const {statements} = checked(parseYaml(text, file), schema);
  return {
    ...{file, text},
    statements: statements.map(({vulnerability: id, products = [], status}) => ({
      ...{id, products, status, file},
    })),
  };
}
