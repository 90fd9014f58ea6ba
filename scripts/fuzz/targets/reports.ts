/** Reports of others: of a fork's run (`mode: relay`), and of the jobs of a matrix (`mode: collect`). */
import {testDeps} from '../../../__tests__/support/deps.ts';
import type {Exec} from '../../../src/deps.ts';
import {isRelayedWorthTelling} from '../../../src/domain/comment/material.ts';
import {isKnown, known} from '../../../src/domain/known.ts';
import {relayed} from '../../../src/domain/relay/report.ts';
import {joinReports, type JobReport} from '../../../src/domain/report/join.ts';
import {parseReport} from '../../../src/domain/report/parse.ts';
import type {Report} from '../../../src/domain/report/schema.ts';
import {findReports, type FoundReports} from '../../../src/stages/collect/find-reports.ts';
import {inFolder, packed, unpacked} from '../folder.ts';
import {kinOf, mutateJson, mutatorOf, textOf} from '../mutate-json.ts';
import {below, oneOf, type Random} from '../random.ts';
import {REPORTS} from '../report-seeds.ts';
import {answerOf, FalseAnswer, isAnswered, type Target} from '../target.ts';
import {expectNoBetter, expectPublishable, OWN, PULL} from './judged.ts';

const relaySeeds = REPORTS.map((one) => Buffer.from(JSON.stringify(one)));

/** What relay makes of reports; another one in the test of the fuzzer. */
export type Relaying = (left: readonly JobReport[]) => Report;

const relaying: Relaying = (jobs) => {
  const made = relayed({pull: PULL, left: known({jobs, unread: []}), own: OWN, runId: '42'});
  isRelayedWorthTelling(made.report, 'material');
  return made.report;
};

export function relayTarget(relay: Relaying = relaying): Target {
  return {
    seeds: relaySeeds,
    mutate: mutatorOf(relaySeeds),
    run: (mutant) => {
      const parsed = parseReport(mutant.toString());
      if (!isKnown(parsed)) return false;
      const report = relay([{from: 'plimsoll-0123456789abcdef-1', report: parsed.value}]);
      // Where nothing is relayed, nothing is said of it.
      if (report.images.length > 0 || report.verdict === 'pass')
        expectNoBetter(report.verdict, [parsed.value]);
      expectPublishable(report);
      return true;
    },
  };
}

const SHA = 'a'.repeat(40);
const ENV = {
  ...{GITHUB_REPOSITORY: 'owner/name', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '2'},
  ...{GITHUB_SHA: SHA, GITHUB_EVENT_NAME: 'push', GITHUB_JOB: 'all'},
};
const workflow = {repository: 'owner/name', run: '42', attempt: '1', sha: SHA};

/** As the jobs of this run have left them, each with images of its own. */
const parts = REPORTS.map((one, index): Report => {
  const own = (id: string): string => `job${index}/${id}`;
  return {
    ...one,
    runs: one.runs.map((run) => ({...run, workflow})),
    images: one.images.map((image) => ({...image, id: own(image.id)})),
    outcomes: one.outcomes.map(({image, ...rest}) =>
      image === undefined ? rest : {...rest, image: own(image)},
    ),
    violations: one.violations.map(({image, ...rest}) =>
      image === undefined ? rest : {...rest, image: own(image)},
    ),
  };
});
const partName = (index: number, attempt: number): string =>
  `plimsoll-${String(index).repeat(16)}-${attempt}/report.json`;
const folderOf = (chosen: readonly (readonly [string, Report])[]): Buffer =>
  packed(new Map(chosen.map(([name, one]) => [name, Buffer.from(textOf(one))])));
const named = parts.map((one, index) => [partName(index, 1), one] as const);
const kin = kinOf(parts);

/** Each part may be changed; one may have an earlier attempt beside it. */
function mutateParts(random: Random): Buffer {
  const chosen = named.filter(() => random() < 0.6);
  const at = below(named.length, random);
  const one = parts[at] ?? oneOf(parts, random);
  const changed = [partName(at, 1 + below(3, random)), mutateJson(one, kin, random)] as const;
  return folderOf([...chosen, changed]);
}

const NO_GIT: Exec = {
  run: () =>
    Promise.resolve({
      ...{ended: 'missing', exitCode: -1, stdout: '', stderr: '', truncated: false, seconds: 0},
    }),
};
const deps = {...testDeps({door: 'action', onlyEnv: ENV}), exec: NO_GIT};

function find(cwd: string): Promise<FoundReports | undefined> {
  return answerOf(() => findReports([], {...deps, workflow: {...deps.workflow, cwd}}));
}

export const collect: Target = {
  seeds: [folderOf(named), ...named.map((one) => folderOf([one]))],
  mutate: (_, random) => mutateParts(random),
  run: async (mutant) => {
    const files = unpacked(mutant);
    const found = await inFolder(files, find);
    const read = [...files.values()].map((data) => parseReport(data.toString()));
    if (found === undefined) return false;
    const {jobs, unread} = found;
    await isAnswered(() => {
      const report = joinReports({jobs, unread, expect: [], own: OWN});
      const all = jobs.map((job) => job.report);
      if (all.length > 0) expectNoBetter(report.verdict, all);
      if (unread.length > 0 && report.verdict === 'pass')
        throw new FalseAnswer('it is a pass, and a part of it could not be read');
      expectPublishable(report);
    });
    return read.every(isKnown);
  },
};
