/** Columns and lists of a terminal. Pure; foreign text is made harmless here. */
import {plainLine} from '../../domain/text/plain-text.ts';

/** Columns as wide as their widest cell. */
export function grid(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(plainLine));
  const widths = (clean[0] ?? []).map((_, column) =>
    Math.max(...clean.map((row) => row[column]?.length ?? 0)),
  );
  return clean
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A title and what stands under it; nothing without lines. */
export function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [plainLine(title), ...lines.map((line) => `  ${plainLine(line)}`)].join('\n');
}
