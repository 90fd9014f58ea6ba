/** An engine of a test's own, which it may kill: never the lab's. For root alone. */
import {execFileSync, spawn, type ChildProcess} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {lab} from './lab.ts';

export interface Engine {
  /** As DOCKER_HOST names it. */
  readonly host: string;
  /** Its folder, not under the temporary one. */
  readonly folder: string;
  /** At once, with all that it has started. */
  readonly kill: () => Promise<void>;
}

export interface EngineAsk {
  /** Its temporary folder is another than ours: it sees nothing of what we put there. */
  readonly hasOtherDisk?: boolean;
  /** Of dockerd. */
  readonly options?: readonly string[];
}

const BRIDGE = 'plimsoll-faults';
const START_SECONDS = 30;

/** Starts one that keeps images in containerd and asks the lab's registry first; `kill` it. */
export async function startEngine({
  hasOtherDisk = false,
  options = [],
}: EngineAsk = {}): Promise<Engine> {
  makeBridge();
  const folder = mkdtempSync('/var/tmp/plimsoll-engine-');
  const host = `unix://${join(folder, 'engine.sock')}`;
  const config = {
    features: {'containerd-snapshotter': true},
    'registry-mirrors': [`http://${lab().registry}`],
  };
  writeFileSync(join(folder, 'daemon.json'), JSON.stringify(config));
  mkdirSync(join(folder, 'exec'));
  const command = [
    ...['dockerd', '--config-file', join(folder, 'daemon.json'), '--host', host],
    ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
    // The rules of the machine are the lab's engine's: facts.md.
    ...['--pidfile', join(folder, 'pid'), '--bridge', BRIDGE, '--iptables=false'],
    ...['--ip6tables=false', ...options],
  ];
  const own = ['unshare', '--mount', '--propagation', 'private', 'sh', '-c'];
  const [program = '', ...args] = hasOtherDisk
    ? [...own, 'mount -t tmpfs plimsoll-test /tmp && exec "$@"', 'sh', ...command]
    : command;
  const child = spawn(program, args, {stdio: 'ignore', detached: true});
  const engine = {host, folder, kill: () => kill(child, folder)};
  try {
    await answers(host, child);
  } catch (error) {
    await engine.kill();
    throw error;
  }
  return engine;
}

/** Its own, so that the lab's stays as it is. */
function makeBridge(): void {
  const ip = (...args: readonly string[]): void => {
    execFileSync('ip', args, {stdio: 'ignore'});
  };
  try {
    ip('link', 'show', BRIDGE);
  } catch {
    ip('link', 'add', BRIDGE, 'type', 'bridge');
    ip('address', 'add', '172.31.254.1/24', 'dev', BRIDGE);
    ip('link', 'set', BRIDGE, 'up');
  }
}

async function answers(host: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < START_SECONDS * 5; tries += 1) {
    if (child.exitCode !== null) break;
    try {
      execFileSync('docker', ['--host', host, 'version'], {stdio: 'ignore'});
      return;
    } catch {
      await pause(200);
    }
  }
  throw new Error(
    "The test's own engine did not start; it needs root, and a machine as lab/up does.",
  );
}

async function kill(child: ChildProcess, folder: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await gone;
  }
  for (let tries = 0; tries < 50 && endAll(folder) > 0; tries += 1) await pause(100);
  for (const path of mountsBelow(folder)) execFileSync('umount', ['--lazy', path]);
  rmSync(folder, {recursive: true, force: true});
  try {
    execFileSync('ip', ['link', 'delete', BRIDGE], {stdio: 'ignore'});
  } catch {
    // It was not made, or is another engine's still.
  }
}

/** What it has started names its folder in its arguments; what runs in a container of it has its root there. */
function endAll(folder: string): number {
  const pids = readdirSync('/proc').filter(
    (name) =>
      /^\d+$/.test(name) &&
      name !== `${process.pid}` &&
      (textOf(`/proc/${name}/cmdline`).includes(folder) ||
        (rootOf(textOf(`/proc/${name}/mountinfo`)) ?? '').includes(`${folder}/`)),
  );
  for (const pid of pids)
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  return pids.length;
}

/** The line of a process's own root. */
function rootOf(mountinfo: string): string | undefined {
  return mountinfo.split('\n').find((line) => line.split(' ')[4] === '/');
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The deepest first. */
function mountsBelow(folder: string): readonly string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((path) => path.startsWith(`${folder}/`))
    .sort()
    .reverse();
}
