/** What a lockfile format gives: which packages a text pins, each with its line. */

/** As package URLs call them. */
export type Ecosystem = 'npm' | 'pypi' | 'golang';

export type FormatId =
  | 'package-lock'
  | 'pnpm-lock'
  | 'yarn-lock'
  | 'poetry-lock'
  | 'uv-lock'
  | 'requirements'
  | 'go-mod';

export interface Pin {
  /** As it is written there. */
  readonly name: string;
  /** Absent where the line leaves it open. */
  readonly version?: string;
  /** The line that holds the name; from 1. */
  readonly line: number;
}

export interface LockfileFormat {
  readonly ecosystem: Ecosystem;
  /** A tool writes a lockfile, a person a manifest: the first goes before the second. */
  readonly kind: 'lockfile' | 'manifest';
  /** Paths of such files. */
  readonly files: RegExp;
  /** What a text pins; it may throw for a damaged one. */
  readonly parse: (text: string) => readonly Pin[];
  /** Of what the file is, where what is installed tells that too: only its packages are pinned here. */
  readonly ownerOf?: (text: string) => string | undefined;
}

/** Without their ends, whichever they are. */
export function splitLines(text: string): readonly string[] {
  return text.split(/\r?\n/);
}
