/** The bundle as an action, under a real workflow runner, on the example. */
import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Report} from '../../src/domain/report/schema.ts';
import {runAct, runNext, type ActRun} from '../support/act.ts';
import {readReport, runCommand} from '../support/command.ts';
import {folders} from '../support/folders.ts';
import {lab} from '../support/lab.ts';

const folder = folders();
const MINUTES = 60_000;

function labInputs(): Record<string, string> {
  const {set, allow, trivyUrl, trivyChecksum, dbRepositories} = lab();
  return {
    workdir: 'examples/financehub',
    set: set.join('\n'),
    allow: allow.join('\n'),
    'trivy-url': trivyUrl,
    'trivy-checksum': trivyChecksum,
    'db-repositories': dbRepositories,
  };
}

/** Without what differs from run to run: times, digests that hold a time, step counts of a warm cache. */
function comparable(report: Report): unknown {
  return {
    verdict: report.verdict,
    images: report.images.map(
      ({
        id,
        verdict,
        unpackedBytes,
        user,
        healthcheck,
        stages,
        packages,
        findings,
        secrets,
        layers,
      }) => ({
        ...{id, verdict, unpackedBytes, user, healthcheck, stages, packages, secrets},
        findings: findings?.map(({members, ...finding}) => ({...finding, members: members.length})),
        layers: layers?.map(({unpackedBytes: bytes, base, instruction, file, startLine}) => ({
          bytes,
          base,
          instruction,
          file,
          startLine,
        })),
      }),
    ),
    outcomes: report.outcomes,
    violations: report.violations,
  };
}

describe('the action under a real runner', () => {
  const place = folder();
  let run: ActRun;

  beforeAll(() => {
    run = runAct(place, labInputs());
  }, 10 * MINUTES);

  it('passes on the example of today', () => {
    expect({verdict: run.verdict, outcome: run.outcome}).toEqual({
      verdict: 'pass',
      outcome: 'success',
    });
    expect(run.report.verdict).toBe('pass');
  });

  it('hands over the layouts of both images until the job ends', () => {
    expect(run.images.map(({id, verdict, isThere}) => ({id, verdict, isThere}))).toEqual([
      {id: 'backend/linux/amd64', verdict: 'pass', isThere: true},
      {id: 'frontend/linux/amd64', verdict: 'pass', isThere: true},
    ]);
  });

  it('writes the summary that the runner shows', () => {
    expect(run.log).toContain('Plimsoll: within the line. 2 images passed.');
    expect(run.log).toContain('| backend/linux/amd64 | pass |');
  });

  it(
    'finds in version 1 of the cache service what the commit before has left',
    () => {
      const next = runNext(place);
      const [before] = run.report.runs;
      const [now] = next.report.runs;
      expect(before?.buildCache).toMatchObject({kind: 'gha', exportSeconds: expect.any(Number)});
      expect(before?.baseline).toBeUndefined();
      expect(now?.buildCache?.kind).toBe('gha');
      expect(now?.baseline?.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(now?.notices.filter(({from}) => from === 'cache' || from === 'keep')).toEqual([]);
      expect(next.report.images.map(({comparison}) => comparison?.state)).toEqual([
        'compared',
        'compared',
      ]);
    },
    5 * MINUTES,
  );

  it(
    'says the same as the command on a laptop',
    () => {
      const reports = folder();
      const {status} = runCommand({args: ['--report-dir', reports, 'examples/financehub']});
      expect(status).toBe(0);
      expect(comparable(readReport(reports))).toEqual(comparable(run.report));
    },
    5 * MINUTES,
  );
});

describe('the action with a limit that cannot be held', () => {
  it(
    'fails the step, and says which image is over which line',
    () => {
      const run = runAct(folder(), {...labInputs(), 'max-size': 'backend=1MB'});
      expect({verdict: run.verdict, outcome: run.outcome}).toEqual({
        verdict: 'fail',
        outcome: 'failure',
      });
      expect(run.report.images.map(({name, verdict}) => ({name, verdict}))).toEqual([
        {name: 'backend', verdict: 'fail'},
        {name: 'frontend', verdict: 'pass'},
      ]);
      expect(run.log).toContain('over its limit of 1.0 MB');
    },
    10 * MINUTES,
  );
});
