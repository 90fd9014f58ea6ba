/**
 * Sparse files of pax archives (GNU tar manual, "Storing Sparse Files", versions 0.0, 0.1 and 1.0): the
 * archive holds fragments, and a map says where they belong. Go's rules, which are those of engines. Pure.
 */
import {BadArchive} from './bad-archive.ts';
import {parseCount, textIn, type Pax} from './tar-pax.ts';

export interface Fragment {
  readonly offset: number;
  readonly length: number;
}

/** Go's own limit. */
export const LARGEST_MAP = 1024 * 1024;

/** Where the map is: in the header, or before the content. Undefined: it is no sparse file. @throws {BadArchive} */
export function toSparseMap(pax: Pax): readonly Fragment[] | 'before the content' | undefined {
  const version = ['major', 'minor'].map((part) => pax.get(`GNU.sparse.${part}`) ?? '').join('.');
  if (version === '1.0') return 'before the content';
  const map = textIn(pax, 'GNU.sparse.map');
  // Without a map, its other records say nothing.
  if (version !== '0.0' && version !== '0.1' && (version !== '.' || map === undefined))
    return undefined;
  const numbers = map === undefined ? [] : map.split(',');
  if (numbers.length !== 2 * parseCount(pax.get('GNU.sparse.numblocks') ?? ''))
    throw new BadArchive('the map of a sparse file in it is damaged');
  return paired(numbers);
}

/**
 * Of version 1.0: a number of lines, how many fragments there are being the first.
 * Undefined: more of it is to come.
 */
export function parseMap(text: string): readonly Fragment[] | undefined {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (lines.length < 2) return undefined;
  const count = 2 * parseCount(first);
  return lines.length < count + 2 ? undefined : paired(lines.slice(1, count + 1));
}

function paired(numbers: readonly string[]): readonly Fragment[] {
  return numbers.flatMap((offset, index) =>
    index % 2 === 0
      ? [{offset: parseCount(offset), length: parseCount(numbers[index + 1] ?? '')}]
      : [],
  );
}

/** @throws {BadArchive} when fragments overlap, leave the file, or are not what the archive holds */
export function checkMap(
  map: readonly Fragment[],
  {size, stored}: {readonly size: number; readonly stored: number},
): void {
  let end = 0;
  let bytes = 0;
  for (const {offset, length} of map) {
    if (offset < end) throw new BadArchive('the map of a sparse file in it is damaged');
    end = offset + length;
    bytes += length;
  }
  if (end > size || bytes !== stored)
    throw new BadArchive('the map of a sparse file in it is damaged');
}

/** The first bytes of a file, from as many of what the archive holds. */
export function unpacked(data: Buffer, map: readonly Fragment[], bytes: number): Buffer {
  const file = Buffer.alloc(bytes);
  let taken = 0;
  for (const {offset, length} of map) {
    if (offset < bytes) data.copy(file, offset, taken, taken + length);
    taken += length;
  }
  return file;
}
