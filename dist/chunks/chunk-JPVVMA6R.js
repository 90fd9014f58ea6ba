import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  TOOL,
  worst
} from "./chunk-2FXX2ERW.js";
import {
  UserError
} from "./chunk-D2TINDH7.js";

// src/domain/report/recomputed-verdicts.ts
function recomputeVerdicts(report) {
  const said = saidBy(report);
  const images = report.images.map(
    (image) => worst([image.verdict, ...stateOf(image), ...said.get(image.id) ?? []])
  );
  const isBroken = report.error !== void 0 || report.runs.some(({ failure }) => failure !== void 0);
  const all = new Set([...said.values()].flat());
  return {
    images,
    verdict: worst([report.verdict, ...isBroken ? ["unable"] : [], ...images, ...all])
  };
}
function stateOf({ state }) {
  return state === "built" ? [] : ["unable"];
}
function saidBy({ outcomes, violations }) {
  const said = [
    ...outcomes.map(({ image, level, outcome }) => ({ image, level, outcome })),
    ...violations.filter(({ waived }) => waived === void 0).map(({ image, level }) => ({ image, level, outcome: "fail" }))
  ].filter(({ level }) => level === "error");
  const groups = Map.groupBy(said, ({ image }) => image);
  return new Map(
    [...groups].map(([image, all]) => [image, [...new Set(all.map(({ outcome }) => outcome))]])
  );
}
function verdictContradiction(report) {
  const { verdict } = recomputeVerdicts(report);
  return verdict === report.verdict ? void 0 : `it says ${report.verdict}, and what it holds is ${verdict}; it counts as ${verdict}`;
}

// src/domain/report/join.ts
function joinReports({ jobs, unread, expect, own }) {
  refuseTwice(jobs);
  const renamed = jobs.map(({ from, report }, index) => ({
    from,
    report: withRuns(report, index + 1)
  }));
  const reports = renamed.map(({ report }) => report);
  const images = [
    ...reports.flatMap(judgedAgain),
    ...renamed.flatMap(({ from, report }) => withoutImage(report, from)),
    ...unread.map(({ from, reason }) => absent(from, { reason, run: own.id })),
    ...missing(jobs, expect).map((name) => absent(name, { reason: MISSING, run: own.id }))
  ];
  return {
    version: 0,
    tool: TOOL,
    verdict: worst([
      ...images.map(({ verdict }) => verdict),
      ...reports.map((one) => recomputeVerdicts(one).verdict)
    ]),
    runs: [
      ...reports.flatMap(({ runs }) => runs),
      { ...own, notices: [...own.notices, ...contradictions(jobs, own.id)] }
    ],
    images,
    outcomes: reports.flatMap(({ outcomes }) => outcomes),
    violations: reports.flatMap(({ violations }) => violations),
    advisories: Object.assign(
      {},
      ...reports.map(({ advisories }) => advisories)
    ),
    attachments: [],
    omitted: reports.flatMap(({ omitted }) => omitted)
  };
}
var MISSING = "no job has reported it. Its job failed before it had a report, did not leave one for this job, or is called otherwise (input expect).";
function refuseTwice(jobs) {
  const seen = /* @__PURE__ */ new Map();
  for (const job of jobs) {
    for (const { id } of job.report.images) {
      const other = seen.get(id);
      if (other !== void 0)
        throw new UserError(
          `The image ${id} is reported twice, by ${nameOf(other)} and by ${nameOf(job)}. Give jobs that build the same target a key each (input key), or name the reports that count (input reports).`
        );
      seen.set(id, job);
    }
  }
}
function nameOf({ from, report }) {
  const job = report.runs.find((run) => run.job !== void 0)?.job;
  return job === void 0 ? from : `the job ${job} (${from})`;
}
function withRuns(report, position) {
  const named = (run) => `${run}-${position}`;
  return {
    ...report,
    runs: report.runs.map((run) => ({ ...run, id: named(run.id) })),
    images: report.images.map((image) => ({ ...image, run: named(image.run) }))
  };
}
function judgedAgain(report) {
  const { images } = recomputeVerdicts(report);
  return report.images.map((image, index) => ({ ...image, verdict: images[index] ?? "unable" }));
}
function contradictions(jobs, from) {
  return jobs.flatMap((job) => {
    const words = verdictContradiction(job.report);
    return words === void 0 ? [] : [{ from, message: `The report of ${nameOf(job)} contradicts itself: ${words}.` }];
  });
}
function withoutImage({ error, images, runs }, from) {
  if (error === void 0 && images.length > 0) return [];
  const [first] = runs;
  const name = keyOf(first) ?? first?.job ?? from;
  const reason = error === void 0 ? `there was no image to judge (${from})` : `the run ended before its verdict: ${error.message}`;
  return [absent(name, { reason, run: first?.id ?? "" })];
}
function keyOf(run) {
  const key = run?.request["key"];
  return typeof key === "string" ? key : void 0;
}
function missing(jobs, expect) {
  const there = jobs.flatMap(({ report: { images, runs } }) => [
    ...images.map(({ id }) => id),
    ...runs.flatMap((run) => keyOf(run) ?? [])
  ]);
  return [...new Set(expect)].filter((name) => !there.includes(name));
}
function absent(name, { reason, run }) {
  return {
    id: name,
    name,
    platform: "unknown",
    run,
    reason,
    state: "not-built",
    verdict: "unable",
    notLookedAt: []
  };
}

export {
  recomputeVerdicts,
  verdictContradiction,
  joinReports
};
