/** Foreign YAML up to its first mistake: the library collects thousands, which takes far longer than a sound file. Pure. */
import {
  Composer,
  Parser,
  type CST,
  type Document,
  type DocumentOptions,
  type LineCounter,
  type ParseOptions,
  type SchemaOptions,
} from 'yaml';

export class BadYaml extends Error {
  override readonly name = 'BadYaml';
  /** Where in the text. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** @throws {BadYaml} at the first mistake; and whatever the library throws of what is nested too deeply */
export function* soundDocuments(
  text: string,
  options: DocumentOptions & ParseOptions & SchemaOptions,
  lines?: LineCounter,
): Generator<Document> {
  for (const document of new Composer(options).compose(undamagedTokens(text, lines))) {
    const [mistake] = document.errors;
    if (mistake !== undefined) throw new BadYaml(mistake.message, mistake.pos[0]);
    yield document;
  }
}

/** @throws {BadYaml} */
export function* undamagedTokens(text: string, lines?: LineCounter): Generator<CST.Token> {
  for (const token of new Parser(lines?.addNewLine).parse(text)) {
    if (token.type === 'error') throw new BadYaml(token.message, token.offset);
    yield token;
  }
}
