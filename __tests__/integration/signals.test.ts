/** Whatever ends a run, no child and no folder of it stays behind (architecture.md principle 8). */
import {spawn, type ChildProcess} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {describe, expect, it} from '@jest/globals';
import {BUNDLE} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

lab();
const folder = folders();
const SLOW = {Dockerfile: 'FROM busybox\nRUN sleep 60\n'};

/** Commands of processes that run in the given temporary folder's name or hold it in their arguments. */
function processesWith(mark: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return command.includes(mark) ? [command] : [];
      } catch {
        return [];
      }
    });
}

async function startSlowBuild(
  temporary: string,
  env: Record<string, string>,
): Promise<ChildProcess> {
  const work = folder(SLOW);
  const child = spawn(process.execPath, [BUNDLE, '--no-cache', work], {
    env: {...process.env, PLIMSOLL_SET: '', PLIMSOLL_ALLOW: '', RUNNER_TEMP: temporary, ...env},
    cwd: work,
    stdio: 'ignore',
  });
  for (let tries = 0; processesWith(`${temporary}/plimsoll-layouts`).length === 0; tries += 1) {
    if (tries > 200) throw new Error('The build did not start within 20 s.');
    await pause(100);
  }
  return child;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('a run that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends its children, removes its folders and exits with 130',
    async (signal) => {
      const temporary = folder();
      const child = await startSlowBuild(temporary, {});
      const end = ended(child);
      child.kill(signal);
      expect(await end).toBe(130);
      expect(processesWith(temporary)).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});

describe('a run that is stopped while it makes', () => {
  // As they come: a build, the scanner, what it may see, the layers for it.
  it.each(['layouts', 'trivy', 'scan', 'plain'])(
    'plimsoll-%s leaves nothing, whatever else was being made',
    async (name) => {
      const [temporary, tools] = [folder(), folder()];
      const work = folder({Dockerfile: 'FROM busybox\n'});
      const places = {RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: tools};
      const child = spawn(process.execPath, [BUNDLE, work], {
        env: {...process.env, PLIMSOLL_SET: '', PLIMSOLL_ALLOW: '', ...places},
        cwd: work,
        stdio: 'ignore',
      });
      const end = ended(child);
      const isMaking = (): boolean =>
        readdirSync(temporary).some((one) => one.startsWith(`plimsoll-${name}`));
      while (!isMaking() && child.exitCode === null) await pause(5);
      child.kill('SIGINT');
      expect(await end).toBe(130);
      expect(readdirSync(temporary)).toEqual([]);
      expect(processesWith(temporary)).toEqual([]);
    },
  );
});

describe('a run that is killed', () => {
  it('is cleaned up by the post step', async () => {
    const temporary = folder();
    const state = join(folder({state: '', output: '', summary: ''}), 'state');
    const files = {
      GITHUB_STATE: state,
      GITHUB_OUTPUT: state.replace(/state$/, 'output'),
      GITHUB_STEP_SUMMARY: state.replace(/state$/, 'summary'),
    };
    const work = folder(SLOW);
    const env = {GITHUB_ACTIONS: 'true', INPUT_WORKDIR: work, 'INPUT_NO-CACHE': 'true', ...files};
    const child = await startSlowBuild(temporary, env);
    const end = ended(child);
    child.kill('SIGKILL');
    await end;
    expect(readdirSync(temporary).length).toBeGreaterThan(0);
    const saved =
      [...readFileSync(state, 'utf8').matchAll(/^ownership<<(\S+)\n(.*)\n\1$/gm)].at(-1)?.[2] ?? '';
    const post = spawn(process.execPath, [BUNDLE], {
      env: {
        ...process.env,
        ...env,
        RUNNER_TEMP: temporary,
        STATE_isPost: 'true',
        STATE_ownership: saved,
      },
      stdio: 'ignore',
    });
    expect(await ended(post)).toBe(0);
    await pause(200);
    expect(processesWith(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(existsSync(state)).toBe(true);
  });
});
