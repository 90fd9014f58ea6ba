/** What bake and compose say against a definition, with the place in the user's own files. */
import {defined} from '../../domain/defined.ts';
import {isKnown, type Known} from '../../domain/known.ts';
import type {DefinitionText} from '../../domain/plan/defined-at.ts';
import {bakeErrorPlace} from '../../domain/plan/bake-error-place.ts';
import {ToolError} from '../../errors.ts';

/**
 * Where bake refuses a compose file, compose often says what is wrong with it.
 * @throws the error itself, or the same with its place and with compose's words
 */
export function explainBakeError(
  error: unknown,
  {
    written,
    services,
  }: {readonly written: readonly DefinitionText[]; readonly services: Known<unknown>},
): never {
  if (!(error instanceof ToolError) || error.place !== undefined) throw error;
  const own = error.message.replace(/\.$/, '');
  const more = isKnown(services) ? '' : services.unable.replace(/^exit status \d+, /, '');
  const isNew = more !== '' && !own.includes(more);
  const message = isNew ? `${own}; docker compose says: ${more}` : own;
  const place = bakeErrorPlace(isNew ? `${more} ${own}` : own, written);
  const at = place === undefined ? '' : ` (${place.file}:${place.startLine ?? 1})`;
  throw new ToolError(error.tool, `${message}${at}.`, {
    cause: error,
    ...defined({place}),
  });
}
