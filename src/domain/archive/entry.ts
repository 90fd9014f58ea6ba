/** One entry of an archive, as both readers of the engine understand it. */

/** `global`: a header for the whole archive, which is nothing in the tree and yet has a name. */
export type EntryKind = 'file' | 'folder' | 'symlink' | 'hardlink' | 'other' | 'global';

export interface TreeEntry {
  /** As the archive writes it. */
  readonly name: string;
  readonly kind: EntryKind;
  /** Logical bytes of a regular file; 0 for everything else. */
  readonly size: number;
  /** Permission bits, setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds. */
  readonly mtime: number;
  readonly target?: string;
  /** An executable that begins as programs do (ELF). */
  readonly isProgram?: boolean;
  /** Only of files that somebody asked for. */
  readonly content?: Uint8Array;
}
