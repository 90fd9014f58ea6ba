/**
 * A tar archive, read block by block as Go's archive/tar does: engines are written in Go. Names are bytes,
 * one character each: no library at hand keeps those of pax records that are not UTF-8, and none tells the
 * logical size of a sparse file. Pure: chunks in, entries out.
 */
import {BadArchive, oddEntry} from './bad-archive.ts';
import {
  toEntry,
  parseHeader,
  parseText,
  type Extra,
  type EntryHead,
  type Header,
} from './tar-header.ts';
import {parsePax} from './tar-pax.ts';
import {checkMap, LARGEST_MAP, parseMap, unpacked, type Fragment} from './tar-sparse.ts';
import type {TreeEntry} from './entry.ts';

const BLOCK = 512;
const EMPTY = Buffer.alloc(BLOCK);
const MOST_ENTRIES = 5_000_000;
/** Of one pax header or long name. */
const LARGEST_EXTRA = 1024 * 1024;

export interface TarReaderOptions {
  readonly onEntry: (entry: TreeEntry) => void;
  /** True for a file whose content is to be kept. */
  readonly wants: (name: string, bytes: number) => boolean;
  /** Gets the data of the file whose entry came last and that nobody `wants`, piece by piece. */
  readonly onData?: (data: Buffer) => void;
}

type State =
  | {readonly at: 'header'}
  | {readonly at: 'sparse map'; readonly head: EntryHead; readonly text: string}
  | {readonly at: 'first empty block'}
  | DataState
  | {readonly at: 'end'};

interface DataState {
  readonly at: 'data';
  readonly use: (data: Buffer) => void;
  readonly kept: Kept | undefined;
}

/** The first bytes of an entry's data. */
interface Kept {
  readonly parts: Buffer[];
  /** Bytes that are still wanted. */
  wanted: number;
}

/** ELF, the format of Linux programs, begins so (System V gABI, "ELF Header"). */
const ELF = Buffer.from('\x7fELF', 'latin1');
const EXECUTABLE = 0o111;

export class TarReader {
  readonly #options: TarReaderOptions;
  #state: State = {at: 'header'};
  /** Data of the current entry that is still to come, and the filling of its last block. */
  #data = 0;
  #padding = 0;
  #rest: Buffer = Buffer.alloc(0);
  #entries = 0;
  #extra: Extra = {pax: new Map()};

  constructor(options: TarReaderOptions) {
    this.#options = options;
  }

  /** @throws {BadArchive} */
  write(chunk: Buffer): void {
    let rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#state.at !== 'end') {
      const used = this.#state.at === 'data' ? this.#takeData(rest) : this.#takeBlock(rest);
      if (used === undefined) break;
      rest = rest.subarray(used);
    }
    this.#rest = this.#state.at === 'end' ? Buffer.alloc(0) : Buffer.from(rest);
  }

  /** @throws {BadArchive} when the archive ends in the middle of an entry */
  end(): void {
    // Go does not miss what fills the last block.
    if (this.#state.at === 'data' && this.#data === 0) this.#close(this.#state);
    if (this.#state.at === 'end') return;
    const isBetween = this.#state.at === 'header' || this.#state.at === 'first empty block';
    if (!isBetween || this.#rest.length > 0)
      throw new BadArchive('it ends in the middle of an entry');
  }

  /** How many bytes were used; undefined when more are needed. */
  #takeBlock(bytes: Buffer): number | undefined {
    if (bytes.length < BLOCK) return undefined;
    const block = bytes.subarray(0, BLOCK);
    if (this.#state.at === 'sparse map') this.#mapped(this.#state, block);
    else if (this.#state.at === 'first empty block') {
      if (!block.equals(EMPTY)) throw new BadArchive('it goes on after its end');
      this.#state = {at: 'end'};
    } else if (block.equals(EMPTY)) this.#state = {at: 'first empty block'};
    else this.#head(parseHeader(block));
    return BLOCK;
  }

  #head(header: Header): void {
    if (!'LKxg'.includes(header.type)) {
      this.#start(toEntry(header, this.#extra));
      return;
    }
    if (header.size < 0 || header.size > LARGEST_EXTRA)
      throw new BadArchive(`a header of it has ${header.size} bytes`);
    this.#expect(header.size, (data) => {
      this.#learn(header, data);
    });
  }

  #learn(header: Header, data: Buffer): void {
    if (header.type === 'L') this.#extra = {...this.#extra, name: parseText(data)};
    else if (header.type === 'K') this.#extra = {...this.#extra, target: parseText(data)};
    else if (header.type === 'x') this.#extra = {...this.#extra, pax: parsePax(data)};
    // To Go a global header is an entry of its own: what came before it is not for the next one.
    else this.#start(toEntry(header, {pax: parsePax(data)}));
  }

  #start(head: EntryHead): void {
    this.#extra = {pax: new Map()};
    this.#entries += 1;
    if (this.#entries > MOST_ENTRIES)
      throw new BadArchive(`it has more than ${MOST_ENTRIES} entries`);
    if (head.sparse === 'before the content') this.#state = {at: 'sparse map', head, text: ''};
    else this.#content(head, head.sparse);
  }

  /** The map stands in whole blocks before the content, and they are part of what is stored. */
  #mapped(
    {head, text: before}: {readonly head: EntryHead; readonly text: string},
    block: Buffer,
  ): void {
    const text = before + block.toString('latin1');
    const stored = head.stored - BLOCK;
    if (stored < 0 || text.length > LARGEST_MAP)
      throw oddEntry(head.entry.name, 'is a sparse file without a map');
    const map = parseMap(text);
    const rest = {...head, stored};
    if (map === undefined) this.#state = {at: 'sparse map', head: rest, text};
    else this.#content(rest, map);
  }

  #content({entry, stored}: EntryHead, map: readonly Fragment[] | undefined): void {
    const {onEntry, wants, onData} = this.#options;
    const {size} = entry;
    if (map !== undefined) checkMap(map, {size, stored});
    if (map !== undefined && onData !== undefined) throw oddEntry(entry.name, 'is a sparse file');
    const whole = (data: Buffer, bytes: number): Buffer =>
      map === undefined ? data : unpacked(data, map, bytes);
    if (entry.kind === 'file' && wants(entry.name, size)) {
      this.#expect(stored, (content) => {
        onEntry({...entry, content: whole(content, size)});
      });
      return;
    }
    const isProgram = (entry.mode & EXECUTABLE) !== 0 && size > ELF.length;
    if (entry.kind === 'file' && isProgram && onData === undefined) {
      const tell = (head: Buffer): void => {
        onEntry(whole(head, ELF.length).equals(ELF) ? {...entry, isProgram: true} : entry);
      };
      this.#expect(stored, tell, ELF.length);
      return;
    }
    onEntry(entry);
    this.#skip(stored);
  }

  /** Calls back when all the data is there, with the first `wanted` bytes of it. */
  #expect(bytes: number, use: (data: Buffer) => void, wanted = bytes): void {
    this.#skip(bytes);
    if (bytes === 0) use(Buffer.alloc(0));
    else this.#state = {at: 'data', use, kept: {parts: [], wanted}};
  }

  #skip(bytes: number): void {
    this.#data = bytes;
    this.#padding = (BLOCK - (bytes % BLOCK)) % BLOCK;
    this.#state =
      bytes === 0 ? {at: 'header'} : {at: 'data', use: () => undefined, kept: undefined};
  }

  #takeData(bytes: Buffer): number | undefined {
    if (this.#state.at !== 'data' || bytes.length === 0) return undefined;
    const {kept} = this.#state;
    const data = Math.min(bytes.length, this.#data);
    if (data > 0) {
      if (kept === undefined) this.#options.onData?.(bytes.subarray(0, data));
      if (kept !== undefined && kept.wanted > 0) {
        const part = Buffer.from(bytes.subarray(0, Math.min(data, kept.wanted)));
        kept.parts.push(part);
        kept.wanted -= part.length;
      }
      this.#data -= data;
      if (this.#data > 0) return data;
    }
    const padding = Math.min(bytes.length - data, this.#padding);
    this.#padding -= padding;
    if (this.#padding === 0) this.#close(this.#state);
    return data + padding;
  }

  #close({kept, use}: DataState): void {
    this.#state = {at: 'header'};
    if (kept !== undefined) use(Buffer.concat(kept.parts));
  }
}
