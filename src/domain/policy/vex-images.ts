/**
 * OpenVEX statements about whole images (`pkg:oci/NAME`). The scanner holds such a product against the
 * digest that a registry gave, and a layout has none: they are matched here by name, and else as the
 * scanner does it (go-vex, VEX.Matches). Pure.
 */
import {z} from 'zod';
import type {Finding, VexAnswer} from '../findings/facts.ts';
import {matchesPackage, readPackageUrl, type PackageUrl} from '../findings/package-url.ts';
import type {YamlSource} from './document.ts';
import {checkSchema} from './check-schema.ts';
import {isImage, type NamedImage} from './vex-names.ts';

/** What a statement says of images, whatever its status: one may overrule another. */
export interface ImageStatement {
  /** Its vulnerability, with aliases. */
  readonly names: readonly string[];
  /** What the scanner orders by: the vulnerability's name, and milliseconds. */
  readonly order: readonly [string, number];
  /** Absent: it ends no finding. */
  readonly answer?: VexAnswer;
  readonly products: readonly ImageProduct[];
}

interface ImageProduct {
  readonly image: PackageUrl;
  /** Of packages, as written; absent: all that is in the image. */
  readonly within?: readonly string[];
}

const component = {
  '@id': z.string().nullish(),
  identifiers: z.record(z.string(), z.string()).nullish(),
};
type Component = z.infer<z.ZodObject<typeof component>>;

const productSchema = z
  .object({...component, subcomponents: z.array(z.object(component)).nullish()})
  .transform(({subcomponents, ...one}) => ({
    // As the record has it: what nobody is shown must not excuse.
    names: [productName(one)],
    within: (subcomponents ?? []).map(namesOf),
  }));
/** Of OpenVEX 0.0.1, which the scanner does not take. */
const oldSchema = z.string().transform(() => ({names: [], within: []}));

const schema = z.object({
  timestamp: z.string().nullish(),
  statements: z.array(
    z.object({
      timestamp: z.string().nullish(),
      status: z.string(),
      justification: z.string().nullish(),
      products: z.array(z.union([oldSchema, productSchema])).nullish(),
    }),
  ),
});

/** What a product is called where it has several names: a package URL before others. */
export function productName({'@id': id, identifiers}: Component): string {
  const purl = identifiers?.['purl'];
  return (
    [id, purl].find((one) => one?.startsWith('pkg:')) ??
    id ??
    Object.values(identifiers ?? {})[0] ??
    'a product without a name'
  );
}

function namesOf({'@id': id, identifiers}: Component): readonly string[] {
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(identifiers ?? {})];
}

/** What is known of one already: what it calls its vulnerability. */
export interface NamedVulnerability {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * Those that are about images, in the document's order.
 * @param about of each statement of the document
 */
export function imageStatements(
  source: YamlSource,
  about: readonly NamedVulnerability[],
): readonly ImageStatement[] {
  const document = checkSchema(source, schema);
  return document.statements.flatMap((one, index) => {
    const products = (one.products ?? []).flatMap(({names, within}) => {
      const limit = within.length === 0 ? {} : {within: within.flat()};
      return names
        .flatMap((name) => readPackageUrl(name) ?? [])
        .filter(({type}) => type === 'oci')
        .map((image) => ({image, ...limit}));
    });
    if (products.length === 0) return [];
    const {id = '', names = []} = about[index] ?? {};
    const at = Date.parse(one.timestamp ?? document.timestamp ?? '');
    const {status, justification: reason} = one;
    const isEnd = status === 'not_affected' || status === 'fixed';
    const answer = {status, ...(typeof reason === 'string' && {reason})};
    return [
      {
        names,
        order: [id, Number.isNaN(at) ? -Infinity : at] as const,
        products,
        ...(isEnd && {answer}),
      },
    ];
  });
}

type Stated = readonly {readonly images?: readonly ImageStatement[] | undefined}[];

/** The findings, with what the documents answer for this image. */
export function withImageAnswers(
  findings: readonly Finding[],
  documents: Stated,
  image: NamedImage,
): readonly Finding[] {
  const perDocument = documents
    .map(({images = []}) => byVulnerability(images, image))
    .filter((byId) => byId.size > 0);
  if (perDocument.length === 0) return findings;
  return findings.map((finding) => ({
    ...finding,
    members: finding.members.map((member) => {
      if (member.vex !== undefined) return member;
      const vex = perDocument
        .map((byId) => answerOf(byId.get(finding.id) ?? [], member.purl))
        .find((answer) => answer !== undefined);
      return vex === undefined ? member : {...member, vex};
    }),
  }));
}

interface Meant extends Pick<ImageStatement, 'order' | 'answer'> {
  /** Of what is in the image. */
  readonly isAbout: (purl: string | undefined) => boolean;
}

function byVulnerability(
  statements: readonly ImageStatement[],
  image: NamedImage,
): ReadonlyMap<string, readonly Meant[]> {
  const meant = statements.flatMap(({names, products, ...one}) => {
    const its = products.filter((product) => isImage(product.image, image));
    if (its.length === 0) return [];
    const isAbout = packageTest(its);
    return names.map((name) => ({name, one: {...one, isAbout}}));
  });
  return new Map(
    [...Map.groupBy(meant, ({name}) => name)].map(([name, all]) => [name, all.map(({one}) => one)]),
  );
}

function packageTest(products: readonly ImageProduct[]): (purl: string | undefined) => boolean {
  if (products.some(({within}) => within === undefined)) return () => true;
  const texts = new Set(products.flatMap(({within = []}) => within));
  const wanted = [...texts].flatMap((text) => readPackageUrl(text) ?? []);
  return (written) => {
    if (written === undefined) return false;
    const found = readPackageUrl(written);
    return (
      texts.has(written) ||
      (found !== undefined && wanted.some((purl) => matchesPackage(purl, found)))
    );
  };
}

/** The latest counts; of those of one time the first of the document, as the scanner has it. */
function answerOf(statements: readonly Meant[], purl: string | undefined): VexAnswer | undefined {
  const about = statements.filter(({isAbout}) => isAbout(purl)).toReversed();
  const sorted = about.toSorted(({order: [a, first]}, {order: [b, second]}) => {
    if (a !== b) return a < b ? -1 : 1;
    return first === second ? 0 : first - second;
  });
  return sorted.at(-1)?.answer;
}
