/** How git changes a file between the commit and the disk, by its attributes. Pure. */
export const ATTRIBUTES = ['text', 'crlf', 'eol', 'ident', 'working-tree-encoding', 'filter'];

/** By name; what is not specified is absent. */
export type Attributes = ReadonlyMap<string, string>;

/** What `git check-attr -z` prints: path, attribute, value, path, ... */
export function parseAttributes(text: string): ReadonlyMap<string, Attributes> {
  const parts = text.split('\0');
  const found = new Map<string, Map<string, string>>();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = '', name = '', value = ''] = parts.slice(at, at + 3);
    const of = found.get(path) ?? new Map<string, string>();
    found.set(path, of);
    if (value !== 'unspecified') of.set(name, value);
  }
  return found;
}

/** `lines`: line ends may differ; `text-lines`: those of a text; `unknown`: only its program could tell. */
export type Conversion =
  | {readonly kind: 'none' | 'lines' | 'text-lines'}
  | {readonly kind: 'unknown'; readonly reason: string};

/** `core.autocrlf` counts where no attribute speaks of line ends. */
export function toConversion(attributes: Attributes, autocrlf: string): Conversion {
  const of = (name: string): string | undefined => {
    const value = attributes.get(name);
    return value === 'unset' || value === '' ? undefined : value;
  };
  const filter = of('filter');
  // Its pointer has been compared.
  if (filter !== undefined && filter !== 'lfs')
    return unknown(`the filter ${filter} changes it, and Plimsoll runs no filter`);
  for (const name of ['ident', 'working-tree-encoding'])
    if (of(name) !== undefined) return unknown(`the attribute ${name} changes it`);
  const text = attributes.get('text') ?? attributes.get('crlf');
  if (text === 'unset') return {kind: 'none'};
  if (text === 'auto') return {kind: 'text-lines'};
  if (text !== undefined || of('eol') !== undefined) return {kind: 'lines'};
  return {kind: ['true', 'input'].includes(autocrlf) ? 'text-lines' : 'none'};
}

function unknown(reason: string): Conversion {
  return {kind: 'unknown', reason};
}

/** With the line ends of the commit; undefined where git would leave them as they are. */
export function withLineFeeds(
  bytes: Uint8Array,
  kind: 'lines' | 'text-lines',
): Uint8Array | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const lines = text.replaceAll('\r\n', '\n');
  // Git leaves what it takes for binary as it is.
  return kind === 'lines' || !/[\0\r]/.test(lines) ? Buffer.from(lines, 'latin1') : undefined;
}
