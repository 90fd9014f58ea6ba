/** The definition as `bake --print` resolves it, made ready to be read again. Pure. */

/** Values of these bake writes so that they mean themselves (bake.go of 0.29.1: Target.MarshalJSON). */
const WRITTEN_WELL = ['args', 'labels', 'annotations', 'dockerfile-inline'];

/** `"context": "a${x}"` -> `"context": "a$${x}"`: read again, nothing in it is a variable. */
export function escapeTemplates(resolved: string): string {
  return JSON.stringify(escape(JSON.parse(resolved), []));
}

function escape(value: unknown, path: readonly string[]): unknown {
  if (typeof value === 'string')
    return value.replaceAll('${', () => '$${').replaceAll('%{', () => '%%{');
  if (Array.isArray(value)) return value.map((item) => escape(item, path));
  if (typeof value !== 'object' || value === null) return value;
  const isTarget = path.length === 2 && path[0] === 'target';
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isTarget && WRITTEN_WELL.includes(key) ? inner : escape(inner, [...path, key]),
    ]),
  );
}
