/** The whole gate in this process, from arguments to clean-up, with deadlines that a test can wait for. */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import type {Deps} from '../../src/deps.ts';
import {headline} from '../../src/domain/report/view.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {run} from '../../src/main.ts';
import {readReport} from './command.ts';
import {testDeps, type TestDeps} from './deps.ts';
import {CANARY, type Outcome, type Place} from './faults.ts';

export interface GateCall {
  /** The folder that is gated, and the place of its report. */
  readonly work: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What is otherwise than in life: shorter deadlines, mostly. */
  readonly change?: (deps: TestDeps) => Deps;
}

export interface Gated extends Pick<Outcome, 'verdict' | 'sentences' | 'written'> {
  readonly report: Report;
  readonly lines: readonly string[];
  readonly status: number;
}

const POLICY =
  'version: 1\nrules: {healthcheck: {level: off}, vulnerabilities: {fail-on: critical}}\n';

/** What most rows build: a system that is known, with one package that has a finding, and nothing else to read. */
export const FILES = {
  Dockerfile: 'FROM scratch\nCOPY system /\nUSER 1000\n',
  'system/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
  'system/etc/debian_version': '12.5\n',
  'system/var/lib/dpkg/status': [
    ...['Package: zlib1g', 'Source: zlib', 'Status: install ok installed', 'Architecture: amd64'],
    ...['Version: 1:1.2.13.dfsg-1', 'Maintainer: x', 'Description: x', '', ''],
  ].join('\n'),
  '.github/plimsoll.yml': POLICY,
};

/** A whole system, where its size is what matters. */
export const WHOLE = {
  Dockerfile: 'FROM debian:bookworm-slim\nUSER 1000\n',
  '.github/plimsoll.yml': POLICY,
};

const CANARIES = {
  ...{INPUT_TOKEN: CANARY, GITHUB_TOKEN: CANARY, AWS_SECRET_ACCESS_KEY: CANARY},
  // The lab's own values for builds with a network are for its example alone.
  ...{PLIMSOLL_SET: '', PLIMSOLL_ALLOW: ''},
};

export async function gateIn(place: Place, call: GateCall): Promise<Gated> {
  const reports = join(call.work, '.plimsoll');
  let status = -1;
  const deps = testDeps({
    temporary: place.temporary,
    env: {...CANARIES, RUNNER_TEMP: place.temporary, ...call.env},
    cwd: call.work,
    args: [...(call.args ?? []), call.work],
    end: (code) => (status = code),
  });
  await run(call.change?.(deps) ?? deps);
  const report = readReport(reports);
  const {recorded, secrets} = deps;
  const lines = recorded.lines.map(secrets.mask);
  const said = [...recorded.summaries, ...recorded.stdout].map(secrets.mask);
  return {
    ...{report, lines, status},
    verdict: report.verdict,
    sentences: [...new Set([...sentencesOf(report), ...lines])],
    written: [...lines, ...said, ...textsBelow(reports)],
  };
}

/** What the report says in words. */
function sentencesOf(report: Report): readonly string[] {
  return [
    headline(report),
    ...report.violations.map(({image, message}) => `${image ?? 'run'}: ${message}`),
    ...report.runs.flatMap(({notices}) => notices.map(({message}) => message)),
    ...report.runs.flatMap(({failure}) => (failure === undefined ? [] : [failure.message])),
    ...report.outcomes.flatMap(({reason}) => (reason === undefined ? [] : [reason])),
    ...(report.error === undefined ? [] : [report.error.message]),
  ];
}

function textsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'));
}

/** No answer, no program and no pause takes longer than this. */
export function within(seconds: number): (deps: TestDeps) => Deps {
  return (deps) => ({
    ...deps,
    http: {
      get: (ask) =>
        deps.http.get({...ask, deadlineSeconds: Math.min(seconds, ask.deadlineSeconds)}),
    },
    clock: {
      ...deps.clock,
      // The deadline of the whole run stays what it is.
      sleep: (pause, signal) =>
        deps.clock.sleep(pause > 60 ? pause : Math.min(pause, 0.05), signal),
    },
  });
}
