/**
 * Temporary folders of runs: by their names a later run knows those of one that was killed. A name holds the
 * machine (with the container that it may be) and the process; numbers of processes mean nothing elsewhere.
 */
import {createHash, randomBytes} from 'node:crypto';
import {readFileSync, readlinkSync} from 'node:fs';
import * as fs from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {hasCode} from '../errors.ts';

/** A run makes it first of all, and removes it when it ends, whatever else it keeps. */
export const LEASE = 'plimsoll-room';
const NAME = /^(plimsoll-[a-z]+)-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}$/;

export function runFolderName(prefix: string): string {
  return `${prefix}-${here()}-${process.pid}-${randomBytes(8).toString('hex')}`;
}

/** Linux: the machine's start and its process numbers; elsewhere the machine alone. */
function here(): string {
  const parts = [
    hostname(),
    orNothing(() => readlinkSync('/proc/self/ns/pid')),
    orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}

function orNothing(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}

/** What runs of this user left here that were killed; what cannot be removed stays. Never rejects. */
export async function removeLeftovers(temporary: string): Promise<void> {
  const names = await fs.readdir(temporary).catch(() => []);
  const place = here();
  const found = names.flatMap((name) => {
    const [, prefix, at, pid] = NAME.exec(name) ?? [];
    return at === place && pid !== undefined ? [{name, prefix, pid}] : [];
  });
  // One that ended by itself has removed its lease: what is left of it was meant to stay (`--keep`).
  const killed = new Set<string>();
  for (const {name, prefix, pid} of found)
    if (prefix === LEASE && !isAlive(Number(pid)) && (await isOwn(join(temporary, name))))
      killed.add(pid);
  // The lease goes last: a removal that is ended in between is gone on with.
  const due = found.filter(({pid}) => killed.has(pid));
  for (const {name} of due.toSorted((a, b) => rank(a) - rank(b)))
    await removeOwn(join(temporary, name)).catch(() => undefined);
}

function rank({prefix}: {readonly prefix: string | undefined}): number {
  return prefix === LEASE ? 1 : 0;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** The folder is for all to write in: what is somebody else's, or may be changed by others, is left alone. */
async function isOwn(path: string): Promise<boolean> {
  const stat = await fs.lstat(path).catch(() => undefined);
  const isClosed = stat?.uid === process.getuid?.() && ((stat?.mode ?? 0o077) & 0o077) === 0;
  return stat?.isDirectory() === true && isClosed;
}

async function removeOwn(path: string): Promise<void> {
  if (await isOwn(path)) await fs.rm(path, {recursive: true, force: true});
}
