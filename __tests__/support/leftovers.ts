/** What a run may leave behind, and must not: processes, containers, images, volumes, builders, folders. */
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';

/** Containers, images, volumes and builders of any run of Plimsoll that an engine has. */
export function engineTraces(host?: string): readonly string[] {
  const env = {...process.env, ...(host !== undefined && {DOCKER_HOST: host})};
  const list = (...args: readonly string[]): readonly string[] =>
    execFileSync('docker', args, {env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})
      .split('\n')
      .filter((line) => line !== '');
  const ours = ['--filter', 'label=plimsoll.run'];
  return [
    ...list('ps', '--all', ...ours, '--format', 'container {{.Names}}'),
    ...list('ps', '--all', '--filter', 'name=buildx_buildkit_plimsoll', '--format', '{{.Names}}'),
    ...list('images', ...ours, '--format', 'image {{.Repository}}:{{.Tag}}'),
    ...list('volume', 'ls', ...ours, '--format', 'volume {{.Name}}'),
    ...list('buildx', 'ls', '--format', 'builder {{.Name}}').filter((line) =>
      line.startsWith('builder plimsoll'),
    ),
  ];
}

/** Commands of other processes whose environment or arguments name this folder. */
export function processesOf(folder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== `${process.pid}`)
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return `${command}\0${environment}`.includes(folder) ? [command] : [];
      } catch {
        return [];
      }
    });
}
