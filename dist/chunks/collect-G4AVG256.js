import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  readNamedText
} from "./chunk-FARC4LZS.js";
import {
  joinReports
} from "./chunk-JPVVMA6R.js";
import {
  LARGEST_REPORT,
  attemptNumber,
  currentJob,
  listFiles,
  newestAttempts,
  ownRun,
  parseReport,
  publish,
  removeEarlierReport,
  startRun,
  strangeness
} from "./chunk-2FXX2ERW.js";
import {
  isKnown
} from "./chunk-IUT7DATS.js";
import "./chunk-APOYRPQO.js";
import "./chunk-MVMEKKJL.js";
import {
  UserError,
  errorMessage
} from "./chunk-D2TINDH7.js";
import "./chunk-5726KR7J.js";

// src/stages/collect/find-reports.ts
import { basename, dirname, relative, resolve } from "node:path";

// src/domain/report/superseded.ts
function withoutSuperseded(jobs) {
  const last = /* @__PURE__ */ new Map();
  for (const { report } of jobs) {
    const { key, attempt } = identityOf(report);
    last.set(key, Math.max(attempt, last.get(key) ?? 0));
  }
  return jobs.filter(({ report }) => {
    const { key, attempt } = identityOf(report);
    return report.images.length > 0 || key === void 0 || attempt >= (last.get(key) ?? 0);
  });
}
function identityOf({ runs }) {
  const [run] = runs;
  const attempt = run?.workflow === void 0 ? 0 : attemptNumber(run.workflow);
  return { key: run?.request["key"], attempt };
}

// src/stages/collect/find-reports.ts
var USUAL = ["plimsoll-*", "report.json"];
var NAME = "report.json";
var MOST = 200;
async function findReports(asked, deps) {
  const places = asked.length === 0 ? USUAL : asked;
  const found = /* @__PURE__ */ new Set();
  for (const place of places) for (const file of await filesOf(place, deps)) found.add(file);
  const { files, notices } = await untracked([...found].toSorted(), deps);
  refuseCount(files.length, places);
  const { cwd } = deps.workflow;
  const read = await Promise.all(
    files.map(async (file) => ({ file, one: await readOne(file, relative(cwd, file), deps) }))
  );
  const unread = read.flatMap(({ one }) => "reason" in one ? [one] : []);
  const whole = read.flatMap(({ file, one }) => "report" in one ? [{ file, one }] : []);
  const newest = newestAttempts(whole, ({ file }) => basename(dirname(file)));
  const jobs = withoutSuperseded(newest.map(({ one }) => one));
  const older = whole.length - jobs.length;
  return {
    jobs,
    unread,
    notices: [...notices, ...older === 0 ? [] : [notice(olderWords(older))]]
  };
}
function notice(message) {
  return { from: "collect", message };
}
async function untracked(files, deps) {
  const { cwd, invocation } = deps.workflow;
  if (invocation !== "action")
    return { files, notices: [notice("It was not asked which workflow run the reports are of.")] };
  const tracked = await listFiles(deps, cwd);
  const known = new Set(isKnown(tracked) ? tracked.value.map((path) => resolve(cwd, path)) : []);
  const own = files.filter((file) => !known.has(file));
  const count = files.length - own.length;
  const words = `git tracks ${count} of the reports that were found: they are no parts of this run, and were passed over.`;
  return { files: own, notices: count === 0 ? [] : [notice(words)] };
}
function olderWords(count) {
  return `${count} ${count === 1 ? "report is" : "reports are"} of an earlier attempt of the same job; the last one counts.`;
}
function refuseCount(count, places) {
  const where = `(input reports: ${places.join(", ")})`;
  if (count === 0)
    throw new UserError(
      `There is no report to collect ${where}. Download them before, by actions/download-artifact with the pattern plimsoll-*, and let each job leave one: a key of its own, or artifact: always.`
    );
  if (count > MOST)
    throw new UserError(
      `There are ${count} reports to collect ${where}; at most ${MOST} are taken.`
    );
}
async function filesOf(place, { files, workflow }) {
  const path = resolve(workflow.cwd, place);
  const isThere = await files.stat(path) !== void 0;
  const matches = isThere ? [path] : await files.glob(place, workflow.cwd);
  const all = matches.map(async (match) => {
    const { kind } = await files.stat(match) ?? {};
    if (kind === "file") return [match];
    return kind === "folder" ? files.glob(`**/${NAME}`, match) : [];
  });
  return (await Promise.all(all)).flat();
}
async function readOne(path, from, { files, workflow }) {
  try {
    if ((await files.stat(path))?.kind !== "file") return { from, reason: "it is no plain file." };
    const naming = {
      bounds: { repository: workflow.cwd, allowed: [] },
      by: "user",
      maxBytes: LARGEST_REPORT
    };
    const report = parseReport(await readNamedText(path, naming, { files }));
    if (!isKnown(report)) return { from, reason: `this file ${report.unable}` };
    const strange = workflow.invocation === "action" ? strangenessOf(report.value, workflow.env) : void 0;
    return strange === void 0 ? { from, report: report.value } : { from, reason: `it is no part of this workflow run: ${strange}.` };
  } catch (error) {
    return { from, reason: `it cannot be read: ${errorMessage(error)}` };
  }
}
function strangenessOf({ runs }, env) {
  const { workflow: own } = currentJob(env);
  const all = runs.length === 0 ? [void 0] : runs.map(({ workflow }) => workflow);
  return all.map((part) => strangeness(part, own)).find((words) => words !== void 0);
}

// src/modes/collect.ts
async function collect(inputs, deps) {
  const startedAt = startRun(inputs, deps);
  const { jobs, unread, notices } = await findReports(inputs.reports, deps);
  await removeEarlierReport(inputs, deps);
  const endedAt = deps.clock.now();
  const job = currentJob(deps.workflow.env);
  const own = ownRun({ id: "collect", inputs, startedAt, endedAt, ...job, notices });
  const report = joinReports({ jobs, unread, expect: inputs.expect, own });
  return publish({ report, images: [], inputs, deps });
}
export {
  collect
};
