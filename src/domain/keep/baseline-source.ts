/** The input `baseline`. Pure. */
import {resolve} from 'node:path';
import type {Invocation} from '../../deps.ts';
import {UserError} from '../../errors.ts';

/** What this run is compared with: the record of the commit it is built on, or one that lies on this disk. */
export type BaselineSource =
  | {readonly kind: 'cache'}
  | {
      readonly kind: 'file';
      /** Absolute: a report folder, or the record in it. */
      readonly path: string;
    };

/** `cache`, `file=PATH`, or `none`. @throws {UserError} */
export function parseBaseline(
  value: string | undefined,
  {invocation, cwd}: {readonly invocation: Invocation; readonly cwd: string},
): BaselineSource | undefined {
  if (value === 'none' || (value === undefined && invocation === 'command')) return undefined;
  if (invocation === 'action' && (value === undefined || value === 'cache')) return {kind: 'cache'};
  const path = /^file=(.+)$/s.exec(value ?? '')?.[1];
  if (path !== undefined) return {kind: 'file', path: resolve(cwd, path.trim())};
  throw new UserError(
    `Input baseline is "${value ?? ''}"; it takes cache (under GitHub Actions alone), file=PATH, where PATH is a report folder of an earlier run or the record.json in it, or none.`,
  );
}
