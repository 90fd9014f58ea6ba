/**
 * Rule 16: the deadline holds. The attacker makes something hang (an engine, a registry, a disk, GitHub);
 * the run must end at its `timeout`, say that it is its timeout and what was still running, and must blame
 * no tool for what it broke off itself.
 */
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {setTimeout as pause} from 'node:timers/promises';
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {RunOptions, RunResult} from '../../src/deps.ts';
import {headline} from '../../src/domain/report/view.ts';
import type {Report} from '../../src/domain/report/schema.ts';
import {Interrupted} from '../../src/errors.ts';
import {run} from '../../src/main.ts';
import {readReport} from '../support/command.ts';
import {testDeps, type TestDeps} from '../support/deps.ts';
import {folders} from '../support/folders.ts';
import {servers} from '../support/http.ts';
import {standInJob, standInRepository} from '../support/stand-in-job.ts';
import {standInExec, stepUnderWay, TRIVY} from '../support/stand-in-tools.ts';

const folder = folders();
const server = servers();
const TIMEOUT = 20;
/** That a run has to report what it has. */
const GRACE = 30;

const STOPPED: RunResult = {
  ...{ended: 'stopped', exitCode: -1, stdout: '', stderr: '', truncated: false, seconds: 20},
};

interface Row {
  readonly what: string;
  /** A call that never ends by itself. */
  readonly call?: string;
  readonly step?: string;
  /** The address of something that takes every ask and never answers, to where it is used. */
  readonly silent?: (url: string) => Readonly<Record<string, string>>;
  readonly disk?: true;
  /** What is named as still running. */
  readonly running: string;
  /** Of the report: `unable`, unless the verdict was there before. */
  readonly verdict?: Report['verdict'];
  /** Of the one image; absent: there is none yet. */
  readonly image?: {readonly state: string; readonly unpackedBytes?: number};
}

const READ = {state: 'built', unpackedBytes: 10};

const ROWS: readonly Row[] = [
  {what: 'the plan', call: '--print', running: 'reading what is to be built'},
  {what: 'the look for buildx', call: 'docker buildx --debug', running: 'getting a builder'},
  {
    what: 'the download of Trivy',
    silent: (url) => ({'INPUT_TRIVY-PATH': '', 'INPUT_TRIVY-URL': `${url}/trivy.tar.gz`}),
    running: 'download of Trivy 0.74.0, scan of web/linux/amd64',
    image: READ,
  },
  {
    what: 'the download of the database',
    silent: (url) => ({'INPUT_DB-PATH': '', 'INPUT_DB-REPOSITORIES': `${url.slice(7)}/db:2`}),
    running: 'download of the vulnerability database, scan of web/linux/amd64',
    image: READ,
  },
  {
    what: 'the bake',
    ...{call: '--progress=rawjson', step: '[2/2] RUN npm ci'},
    running: 'build of web (RUN npm ci)',
    image: {state: 'not-built'},
  },
  {what: 'reading', disk: true, running: 'reading of web/linux/amd64'},
  {what: 'the scan', call: `${TRIVY} image`, running: 'scan of web/linux/amd64', image: READ},
  {
    what: 'starting the image',
    ...{call: 'docker start', running: 'health check of web/linux/amd64', image: READ},
  },
  {
    what: 'its health',
    call: 'docker inspect --type container',
    ...{running: 'health check of web/linux/amd64', image: READ},
  },
  {
    what: 'publishing',
    silent: (url) => ({GITHUB_API_URL: url, INPUT_TOKEN: 'token-of-this-test'}),
    ...{running: 'publishing (sarif)', verdict: 'pass', image: READ},
  },
];

interface Ended {
  /** Absent where none was written. */
  readonly report?: Report;
  readonly lines: readonly string[];
  readonly summary: string;
  readonly status: number;
  readonly reported: boolean;
}

/** @param over ends the run, in the way of the case */
async function endedIn(row: Row, end: (deps: TestDeps, over: () => void) => void): Promise<Ended> {
  const work = standInRepository(folder);
  let [over, hang] = [(): void => undefined, (): Promise<void> => Promise.resolve()];
  const isOver = new Promise<void>((resolve) => (over = resolve));
  const silent = await server(() => {
    void hang();
  });
  let status = -1;
  const deps = testDeps({
    ...{door: 'action', cwd: work, temporary: folder(), end: (code) => (status = code)},
    onlyEnv: {
      ...standInJob(work, folder),
      INPUT_TIMEOUT: `${TIMEOUT}s`,
      ...row.silent?.(silent.url),
    },
  });
  hang = async () => {
    // All else has come to its end by then, whatever else was begun.
    const isAlone = (): boolean => deps.running.names().join(', ') === row.running;
    while (!isAlone() && !deps.signal.aborted) await pause(5);
    end(deps, over);
    if (!deps.signal.aborted) await once(deps.signal, 'abort');
  };
  const before = async (call: string, options: RunOptions): Promise<RunResult | undefined> => {
    if (deps.signal.aborted) return STOPPED;
    if (row.call === undefined || !call.includes(row.call)) return undefined;
    if (row.step !== undefined) stepUnderWay(options, row.step);
    await hang();
    return STOPPED;
  };
  await run({
    ...deps,
    exec: standInExec(deps.exec, before),
    files: {
      ...deps.files,
      stream: (path, chunk) =>
        row.disk === undefined
          ? deps.files.stream(path, chunk)
          : new Readable({read: () => void hang()}),
    },
    clock: {
      ...deps.clock,
      sleep: (seconds, signal) =>
        seconds === TIMEOUT
          ? isOver
          : deps.clock.sleep(
              seconds === GRACE && row.disk === undefined ? 10 : Math.min(seconds, 0.01),
              signal,
            ),
    },
  });
  const {recorded} = deps;
  const reports = recorded.outputs.get('report-dir') ?? '';
  const reported = existsSync(join(reports, 'report.json'));
  return {
    ...(reported ? {report: readReport(reports)} : {}),
    ...{reported, lines: recorded.lines, summary: recorded.summaries.join('\n'), status},
  };
}

const sentences = ({runs, outcomes, images, error}: Report): readonly string[] =>
  [
    error?.message,
    ...runs.flatMap(({notices, failure}) => [
      ...notices.map(({message}) => message),
      failure?.message,
    ]),
    ...outcomes.map(({reason}) => reason),
    ...images.map(({reason}) => reason),
  ].filter((one) => one !== undefined);

/** What only a tool, a mirror or a user could be blamed for. */
const BLAME =
  /install|could not be (?!wholly scanned)|cannot|failed|gave no|answer|Name (?:a|an|another)|aborted|stopped/;

/** What is said where nothing hangs. */
let usually: {readonly said: readonly string[]; readonly lines: readonly string[]};
beforeAll(async () => {
  const {report, lines} = await endedIn({what: '', running: ''}, () => undefined);
  if (report?.verdict !== 'pass') throw new Error('The stand-ins do not pass.');
  usually = {said: sentences(report), lines};
});

describe('a run that its timeout ends', () => {
  it.each(ROWS)('during $what says so, and what was still running', async (row) => {
    const {report, lines, summary, status} = await endedIn(row, (_, over) => {
      over();
    });
    const reason = `The 20 s of \`timeout\` are over; still running: ${row.running}`;
    const verdict = row.verdict ?? 'unable';
    if (report === undefined) throw new Error('There is no report.');
    expect(report.verdict).toBe(verdict);
    const said = sentences(report);
    expect(said).toContainEqual(expect.stringContaining(reason));
    const usual = [...usually.said, ...usually.lines];
    const blamed = [...said, ...lines].filter((one) => !usual.includes(one) && BLAME.test(one));
    expect(blamed).toEqual([]);
    expect(lines).toContainEqual(expect.stringContaining(reason));
    if (verdict === 'unable') {
      expect(headline(report)).toContain(reason);
      expect(summary).toContain('s of');
      expect(status).toBe(1);
    }
    const images = report.images.map(({state, unpackedBytes}) => ({
      state,
      ...(unpackedBytes === undefined ? {} : {unpackedBytes}),
    }));
    expect(images).toEqual(row.image === undefined ? [] : [row.image]);
  });

  it('in time says nothing of it', () => {
    const {said, lines} = usually;
    expect([...said, ...lines].filter((one) => one.includes('timeout'))).toEqual([]);
  });
});

describe('a run that is interrupted', () => {
  it.each(ROWS)('during $what says that in its log, and no more', async (row) => {
    const words = 'SIGINT; still running: it.';
    const {lines, status, summary, reported} = await endedIn(row, (deps) => {
      deps.abort(new Interrupted(words));
    });
    expect({status, summary, reported}).toEqual({status: 130, summary: '', reported: false});
    expect(lines).toContain(words);
    expect(lines.filter((line) => !usually.lines.includes(line) && BLAME.test(line))).toEqual([]);
  });
});
