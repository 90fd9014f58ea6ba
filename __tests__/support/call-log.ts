/** A `docker` first on PATH that writes down each call, then makes it for real. */
import {execFileSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';

export interface CallLog {
  /** For the environment of what is watched. */
  readonly path: string;
  /** What was called since it was last asked: all arguments of a call in one line. */
  readonly take: () => readonly string[];
}

/** @param folder empty, and the caller's to remove */
export function logCalls(folder: string): CallLog {
  const docker = execFileSync('sh', ['-c', 'command -v docker'], {encoding: 'utf8'}).trim();
  const [bin, log] = [join(folder, 'bin'), join(folder, 'calls')];
  mkdirSync(bin, {recursive: true});
  const script = [
    '#!/bin/sh',
    // One write a line: calls run side by side.
    `printf '%s\\n' "$(printf '%s ' "$@" | tr '\\n' ' ')" >>'${log}'`,
    `exec '${docker}' "$@"`,
  ];
  writeFileSync(join(bin, 'docker'), `${script.join('\n')}\n`);
  chmodSync(join(bin, 'docker'), 0o755);
  return {
    path: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    take: () => {
      const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
      rmSync(log, {force: true});
      return lines;
    },
  };
}

export interface Counted {
  /** Bakes that make images. */
  readonly builds: number;
  readonly imageScans: number;
  readonly sbomScans: number;
  /** Calls that would build, fetch or move an image in another way. */
  readonly others: readonly string[];
}

/** Trivy is a program in a container: its subcommand follows the engine's own arguments. */
export function count(calls: readonly string[]): Counted {
  const bakes = calls.filter((call) => call.startsWith('buildx bake '));
  const scans = (kind: string): number =>
    calls.filter((call) => /^(run|start|exec|create) /.test(call) && call.includes(` ${kind} `))
      .length;
  return {
    builds: bakes.filter((call) => !/--(print|list|call)\b|type=cacheonly/.test(call)).length,
    imageScans: scans('image --input'),
    sbomScans: scans('sbom /plimsoll-input'),
    others: calls.filter((call) =>
      /^(build|buildx build|image build|pull|push|load|save|commit) /.test(call),
    ),
  };
}
