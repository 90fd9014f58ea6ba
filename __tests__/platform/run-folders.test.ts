import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {expect, it} from '@jest/globals';
import {LEASE, removeLeftovers, runFolderName} from '../../src/platform/run-folders.ts';
import {folders} from '../support/folders.ts';

const folder = folders();

/** Of a process that has ended. */
function ofTheDead(name: string): string {
  const {pid} = spawnSync('true');
  return ofProcess(name, pid);
}

function ofProcess(name: string, pid: number): string {
  return name.replace(`-${process.pid}-`, `-${pid}-`);
}

function make(temporary: string, name: string, mode = 0o700): string {
  mkdirSync(join(temporary, name, 'inner'), {recursive: true});
  // The umask of this process may be any.
  spawnSync('chmod', [mode.toString(8), join(temporary, name)]);
  return name;
}

it('what a killed run left is removed, with its lease', async () => {
  const temporary = folder();
  const lease = make(temporary, ofTheDead(runFolderName(LEASE)));
  const [, pid = ''] = /-(\d+)-[0-9a-f]{16}$/.exec(lease) ?? [];
  make(temporary, ofProcess(runFolderName('plimsoll-layouts'), Number(pid)));
  await removeLeftovers(temporary);
  expect(readdirSync(temporary)).toEqual([]);
});

it('what is somebody else’s, still used, meant to stay, of another machine or open to others stays', async () => {
  const temporary = folder();
  const dead = ofTheDead(runFolderName(LEASE));
  const stays = [
    make(temporary, runFolderName(LEASE)),
    make(temporary, runFolderName('plimsoll-layouts')),
    make(temporary, ofTheDead(runFolderName('plimsoll-kept'))),
    make(temporary, ofTheDead(runFolderName(LEASE)).replace(/-[0-9a-f]{8}-/, '-00000000-')),
    make(temporary, dead, 0o777),
    make(temporary, 'plimsoll-room-0123456789abcdef'),
  ];
  await removeLeftovers(temporary);
  expect(readdirSync(temporary).sort()).toEqual(stays.sort());
});

it('a link in place of a folder is not followed', async () => {
  const [temporary, outside] = [folder(), folder({'a/b': ''})];
  symlinkSync(outside, join(temporary, ofTheDead(runFolderName(LEASE))));
  await removeLeftovers(temporary);
  expect(existsSync(join(outside, 'a/b'))).toBe(true);
});

it('a folder that is not there has no leftovers', async () => {
  await expect(removeLeftovers(join(folder(), 'nowhere'))).resolves.toBeUndefined();
});

it('a lease that others could have made removes nothing', async () => {
  const temporary = folder();
  const kept = make(temporary, ofTheDead(runFolderName('plimsoll-layouts')));
  const lease = runFolderName(LEASE).replace(
    `-${process.pid}-`,
    `-${/-(\d+)-[0-9a-f]{16}$/.exec(kept)?.[1] ?? ''}-`,
  );
  writeFileSync(join(temporary, lease), '');
  await removeLeftovers(temporary);
  expect(readdirSync(temporary).sort()).toEqual([kept, lease].sort());
});
