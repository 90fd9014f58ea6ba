/** A disk that is soon full: a small tmpfs, for root alone. */
import {execFileSync} from 'node:child_process';

/** Mounts it over a folder; gives what takes it away again. */
export function smallDisk(folder: string, size: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'plimsoll-test', folder]);
  return () => {
    execFileSync('umount', [folder]);
  };
}

/** Mounts one over a folder that nobody can write to. */
export function readOnlyDisk(folder: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'plimsoll-test', folder]);
  return () => {
    execFileSync('umount', [folder]);
  };
}
