import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  readNamedText
} from "./chunk-6ELZCGJQ.js";
import {
  joinReports
} from "./chunk-EUXVXSCB.js";
import "./chunk-M2IPORBZ.js";
import {
  LARGEST_REPORT,
  newestAttempts,
  ownRun,
  parseReport,
  publish,
  startRun
} from "./chunk-NAWL6T4Q.js";
import {
  isKnown
} from "./chunk-RUAN6VOR.js";
import {
  UserError,
  messageOf
} from "./chunk-IQEXAYKY.js";
import "./chunk-EK5MMMWZ.js";
import "./chunk-6LUAD7YL.js";

// src/stages/find-reports.ts
import { basename, dirname, relative, resolve } from "node:path";
var USUAL = ["plimsoll-*", "report.json"];
var NAME = "report.json";
var MOST = 200;
async function findReports(asked, deps) {
  const places = asked.length === 0 ? USUAL : asked;
  const found = /* @__PURE__ */ new Set();
  for (const place of places) for (const file of await filesOf(place, deps)) found.add(file);
  const files = [...found].toSorted();
  refuseCount(files.length, places);
  const newest = newestAttempts(files, (file) => basename(dirname(file)));
  const { cwd } = deps.workflow;
  const read = await Promise.all(newest.map((file) => readOne(file, relative(cwd, file), deps)));
  const older = files.length - newest.length;
  return {
    jobs: read.flatMap((one) => "report" in one ? [one] : []),
    unread: read.flatMap((one) => "reason" in one ? [one] : []),
    notices: older === 0 ? [] : [{ from: "collect", message: olderWords(older) }]
  };
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
    return isKnown(report) ? { from, report: report.value } : { from, reason: `this file ${report.unable}` };
  } catch (error) {
    return { from, reason: `it cannot be read: ${messageOf(error)}` };
  }
}

// src/modes/collect.ts
async function collect(inputs, deps) {
  const startedAt = startRun(inputs, deps);
  const { jobs, unread, notices } = await findReports(inputs.reports, deps);
  const endedAt = deps.clock.now();
  const job = deps.workflow.env["GITHUB_JOB"];
  const own = ownRun({ id: "collect", inputs, startedAt, endedAt, job, notices });
  const report = joinReports({ jobs, unread, expect: inputs.expect, own });
  return publish({ report, images: [], inputs, deps });
}
export {
  collect
};
