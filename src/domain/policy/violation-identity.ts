/**
 * What tells violations of one rule in one image apart, in the next run too: no size, no line. Frozen: a
 * changed byte opens every alert of every user anew, and makes every violation new to its baseline. Pure.
 */
import {createHash} from 'node:crypto';

/** What of its data a rule tells its violations apart by. */
export interface Apart {
  readonly message?: string;
  readonly mistake?: string;
  readonly what?: string;
  readonly base?: boolean;
  readonly file?: string;
  readonly where?: string;
  readonly path?: string | undefined;
  readonly variable?: string | undefined;
  readonly nth?: number | undefined;
}

export interface Identified {
  readonly image: string;
  /** The rule, or the part of it that a tool has a name for: `secrets/github-pat`. */
  readonly name: string;
  readonly apart: Apart;
}

export function identityOf({image, name, apart}: Identified): string {
  const {message, mistake, what, base, file, where, path, variable, nth} = apart;
  const parts = ['plimsoll', image, name, message, mistake, what, base, file, where];
  const told = [...parts, path, variable, ...(nth === undefined ? [] : [nth])];
  const text = JSON.stringify(told.map((part) => part ?? ''));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
