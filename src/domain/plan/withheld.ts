/** A definition that names a withheld variable is refused (threats.md rule 1). Pure. */
import {UserError} from '../../errors.ts';
import {isWithheld} from '../environment/withheld.ts';

export interface DefinitionFile {
  /** As the reader knows it. */
  readonly file: string;
  readonly text: string;
}

const WORDS = /[A-Za-z_][A-Za-z0-9_-]*/g;

/** @throws {UserError} at the first line, outside of comments, that names a withheld variable */
export function refuseWithheld(files: readonly DefinitionFile[]): void {
  for (const {file, text} of files) {
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      const name = line
        .replace(/^\s*(#|\/\/).*$/, '')
        .match(WORDS)
        ?.find(isNamed);
      if (name !== undefined)
        throw refusal(name, {place: {file, startLine: index + 1}, where: `${file}:${index + 1}`});
    }
  }
}

/**
 * Names out of the resolved definition: environment variables of secrets.
 * @throws {UserError}
 */
export function refuseWithheldNames(names: readonly string[], where: string): void {
  const name = names.find(isNamed);
  if (name !== undefined) throw refusal(name, {where});
}

/** A bare `INPUT_` prefix inside of words that are not a variable (`input_shape`) is no reason. */
function isNamed(name: string): boolean {
  return name === name.toUpperCase() && isWithheld(name);
}

function refusal(
  name: string,
  at: {
    readonly where: string;
    readonly place?: {readonly file: string; readonly startLine: number};
  },
): UserError {
  return new UserError(
    `${at.where} names ${name}, a variable of the runner that holds a token or an input; it is withheld from builds, because an image, a log or a cache could carry it away. Take it out of the definition, and hand over what the build needs as a variable of your own.`,
    at.place === undefined ? {} : {place: at.place},
  );
}
