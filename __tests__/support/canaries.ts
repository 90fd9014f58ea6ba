/** Programs that leave their name when they run, and repositories whose configuration names them. */
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

export interface Canaries {
  /** A program of this name; it fails, as one that is not what it is taken for. */
  readonly program: (name: string) => string;
  /** Which ran since it was last asked. */
  readonly ran: () => readonly string[];
}

/** @param folder empty, and the caller's to remove */
export function canaries(folder: string): Canaries {
  const log = join(folder, 'log');
  return {
    program: (name) => {
      const path = join(folder, name.replace(/[^\w.-]/g, '_'));
      writeFileSync(path, `#!/bin/sh\necho '${name.replaceAll("'", '')}' >>'${log}'\nexit 1\n`);
      chmodSync(path, 0o755);
      return path;
    },
    ran: () => {
      const names = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
      rmSync(log, {force: true});
      return [...new Set(names)];
    },
  };
}

/** Not in git's own list: other programs', and those of a newer git. */
const MORE = [
  'filter.canary.process',
  'filter.a=b.clean',
  'filter.a=b.process',
  'filter.a.b c.clean',
  'filter.lfs.clean',
  'filter.lfs.process',
  'lfs.extension.canary.clean',
  'lfs.customtransfer.canary.path',
  'hook.canary.command',
  'trailer.canary.command',
  'trailer.canary.cmd',
  'alias.status',
  'alias.rev-parse',
  'pager.status',
];
/** These say what a repository is: another value makes it none. */
const NOT_SET =
  /^(core\.(bare|worktree|repositoryformatversion)|extensions\.|include|safe\.|protocol\.|remote\.canary\.(url|promisor))/i;
const ASKED = [
  ['status', '--porcelain'],
  ['ls-files'],
  ['rev-parse', '--show-toplevel'],
  ['config', '--list'],
  ['cat-file', 'commit', 'HEAD'],
  ['ls-tree', '-r', 'HEAD'],
  ['read-tree', 'HEAD'],
  ['check-attr', '--all', 'f'],
];

/** Every key that git knows, with a canary as its value, if git takes one there; as the text of a configuration. */
export function namedEverywhere(scratch: string, {program}: Canaries): ReadonlyMap<string, string> {
  const known = spawnSync('git', ['help', '-c'], {encoding: 'utf8'}).stdout.split('\n');
  const keys = [...known.map((key) => key.trim().replace(/<[^>]*>|\*/g, 'canary')), ...MORE].filter(
    (key) => /^[a-z-]+\.(.+\.)?[a-z][a-z0-9-]*$/i.test(key) && !NOT_SET.test(key),
  );
  const settings = new Map(keys.map((key) => [key, setting(key, program(key))]));
  const config = join(scratch, '.git/config');
  const own = readFileSync(config, 'utf8');
  const refusal = (): string | undefined => {
    writeFileSync(config, own + [...settings.values()].join(''));
    for (const args of ASKED) {
      const {stderr} = spawnSync('git', args, {cwd: scratch, encoding: 'utf8'});
      if (stderr.includes('fatal: ')) return stderr;
    }
    return undefined;
  };
  for (let words = refusal(); words !== undefined; words = refusal()) {
    const said = words.toLowerCase();
    // "bad boolean config value '...' for 'core.filemode'"
    const named = [...settings.keys()].filter((key) =>
      [`'${key}'`, `/${key}'`, `/${key}\n`].some((form) => said.includes(form.toLowerCase())),
    );
    if (named.length === 0) throw new Error(`git refuses: ${words}`);
    for (const key of named) settings.delete(key);
  }
  return settings;
}

function setting(key: string, value: string): string {
  const [section = '', ...rest] = key.split('.');
  const name = rest.pop() ?? '';
  const inner = rest.length === 0 ? '' : ` "${rest.join('.')}"`;
  const written = /^(alias|submodule)$/.test(section) ? `!${value}` : value;
  return `[${section}${inner}]\n\t${name} = "${written}"\n`;
}

export function plantHooks(folder: string, {program}: Canaries): void {
  mkdirSync(folder, {recursive: true});
  for (const name of [
    'post-index-change',
    'post-checkout',
    'reference-transaction',
    'pre-commit',
  ]) {
    writeFileSync(join(folder, name), readFileSync(program(`hooks/${name}`)));
    chmodSync(join(folder, name), 0o755);
  }
}

/** A bare repository in the open, as a pull request can commit one. */
export function nestedRepository(settings: string, head: string): Readonly<Record<string, string>> {
  return {
    HEAD: `${head}\n`,
    config: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${settings}`,
    'objects/keep': '',
    'refs/keep': '',
  };
}
