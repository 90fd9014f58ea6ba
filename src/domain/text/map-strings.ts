/**
 * The same document with every string changed, names of properties too.
 *
 * @param change gets the string and the name it stands under (`''` for a name itself)
 */
export function mapStrings<T>(document: T, change: (text: string, key: string) => string): T;
export function mapStrings(
  document: unknown,
  change: (text: string, key: string) => string,
): unknown {
  return walk(document, '', change);
}

function walk(value: unknown, key: string, change: (text: string, key: string) => string): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((item) => walk(item, key, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [change(name, ''), walk(item, name, change)]),
  );
}
