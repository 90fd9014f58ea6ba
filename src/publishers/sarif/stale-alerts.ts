/** Images that code scanning knows and the repository builds no more: their alerts would stay open. Pure. */
import {withoutTrailing} from '../../domain/text/truncate.ts';
import type {Analysis} from '../../clients/code-scanning.ts';
import type {Report} from '../../domain/report/schema.ts';
import {plainLine, plainLines} from '../../domain/text/plain-text.ts';
import type {Inputs} from '../../inputs.ts';

const PREFIX = 'plimsoll/';

/** Nothing is said of a run that builds only a part, or that has a key: other jobs have the rest. */
export function staleAlertNotices(
  before: readonly Analysis[],
  report: Report,
  {targets, files, key}: Pick<Inputs, 'targets' | 'files' | 'key'>,
): readonly string[] {
  if (targets.length > 0 || files.length > 0 || key !== undefined) return [];
  const known = new Set(report.images.map(({id}) => plainLines(id)));
  const gone = before.flatMap(({category}) => {
    const id = idOf(category);
    // With a key there are four parts or more: name, system, architecture.
    return id === undefined || known.has(id) || id.split('/').length !== 3 ? [] : [id];
  });
  return [...new Set(gone)].map(
    (id) =>
      `Code scanning has alerts of the image ${plainLine(id)}, which this run did not build. If it is gone from the repository, close them in the Security tab: Code scanning, Tool status, Plimsoll, and delete the configuration ${PREFIX}${plainLine(id)}.`,
  );
}

/** `plimsoll/web/linux/amd64/` -> `web/linux/amd64`. */
function idOf(category: string): string | undefined {
  const trimmed = withoutTrailing(category, '/');
  return trimmed.startsWith(PREFIX) ? trimmed.slice(PREFIX.length) : undefined;
}
