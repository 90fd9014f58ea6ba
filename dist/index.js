#!/usr/bin/env node
import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  INPUT_NAMES,
  KEPT_FOLDER,
  LineSplitter,
  checkMode,
  checkRepositories,
  inputRow,
  parseBuildCache,
  parseCacheWrite,
  parseChoice,
  parseDuration,
  parseInputList,
  parseModeInputs,
  parseSize,
  parseSwitch,
  parseTrivySource,
  policyInputs
} from "./chunks/chunk-2CENB6LP.js";
import {
  ESCAPES,
  PERMANENT_ERROR_CODE,
  SEVERITIES,
  VERSION,
  childEnvironment,
  closest,
  endedBy,
  isInside,
  maskDocument,
  ownProperty,
  plainLine,
  secretVariables,
  urlPasswords,
  withheldValues,
  withoutUrlSecrets
} from "./chunks/chunk-IUT7DATS.js";
import {
  external_exports
} from "./chunks/chunk-APOYRPQO.js";
import {
  exec
} from "./chunks/chunk-2TFAPPUH.js";
import {
  defined,
  textBefore,
  withoutTrailing
} from "./chunks/chunk-MVMEKKJL.js";
import {
  Interrupted,
  RUN_OVER,
  RefusedFile,
  TimeOver,
  ToolError,
  UserError,
  errorMessage,
  hasCode
} from "./chunks/chunk-D2TINDH7.js";
import "./chunks/chunk-5726KR7J.js";

// src/command.ts
import { parseArgs } from "node:util";

// action.yml
var action_default = { name: "Plimsoll", description: "Builds the repository's container images, looks inside them, scans them, and holds them to their load line.", author: "The Plimsoll authors", branding: { icon: "anchor", color: "blue" }, inputs: { files: { description: "Bake files, compose files or Dockerfiles to build, one a line or separated by commas. Found by itself when absent." }, targets: { description: "Bake targets or groups, or compose services, one a line or separated by commas. All that the files build by default when absent." }, set: { description: "Values that override the definition, as in `docker buildx bake --set`, one a line (`TARGET.KEY=VALUE`)." }, allow: { description: "What the definition may touch beyond its working directory, as in `docker buildx bake --allow`, one a line (`fs.read=PATH`, `network.host`, `ssh`)." }, workdir: { description: "The folder to work in, relative to the repository's root.", default: "." }, "no-cache": { description: "Build without any cache.", default: "false" }, pull: { description: "Always ask the registries for newer base images.", default: "false" }, config: { description: "Path of the policy file. `.github/plimsoll.yml` where it is there when absent." }, policy: { description: "Policy as inline YAML, of the same shape as the file; it goes before the file." }, "policy-from": { description: "On a pull request, whose policy file, ignore files and VEX documents are read, `head` (its own) or `base`, with the permission to read contents. `head` when absent." }, key: { description: "Tells apart jobs that build the same target, such as the legs of a matrix." }, "max-size": { description: "The most that an image may take unpacked (`500MB`), or one `image=value` a line. (policy key rules.size.max, default no limit)" }, user: { description: "What the image's user must be. (policy key rules.user.require, default non-root)" }, healthcheck: { description: "What is asked of the image's health check (`declared`, `passing`, `any`). (policy key rules.healthcheck.require, default declared)" }, "fail-on": { description: "The least severity of a fixable vulnerability that fails. (policy key rules.vulnerabilities.fail-on, default high)" }, enforce: { description: "When `false`, rules are reported but never fail the step; a failed build still does.", default: "true" }, timeout: { description: "The most time that the whole run may take (`90s`, `30m`, `1h`).", default: "30m" }, "max-unpacked": { description: "The most that the layers of one image may unpack to (`20GB`, `500MB`); an image that has more is given up, and its verdict is `unable`.", default: "20GB" }, builder: { description: "The buildx builder to use. When absent, the current one where it can export OCI layouts, else a container builder of Plimsoll's own." }, "keep-builder": { description: "Keep Plimsoll's own builder, with its cache, for the next run on this machine (for self-hosted runners; outside GitHub Actions it is always kept).", default: "false" }, "buildkit-image": { description: "The BuildKit image of Plimsoll's own builder. Pinned by version and digest when absent." }, "trivy-version": { description: "Which Trivy is fetched, from its releases. Only those whose checksums stand in Plimsoll's source, unless `trivy-checksum` names another's.", default: "0.74.0" }, "trivy-checksum": { description: "The SHA-256 of Trivy's archive, for a build of one's own. The one that stands in Plimsoll's source when absent." }, "trivy-url": { description: "Where Trivy's archive (`.tar.gz`) is, for a mirror or a build of one's own (`https:`, `http:` or `file:`); `{version}` and `{platform}` in it are filled in. Trivy's own releases when absent." }, "trivy-path": { description: "Path of an installed Trivy, which is then not fetched; the one way on macOS and Windows. It goes before the three inputs above." }, "db-repositories": { description: "Where the vulnerability database is fetched from, in order, one a line or separated by commas (`HOST/NAME:TAG`; a login is docker's own). Java's is looked for beside it (`trivy-java-db`), or where a name has `java-db`. Trivy's own two when absent." }, "db-path": { description: "A folder that holds the vulnerability database (a Trivy cache folder); nothing is fetched then." }, offline: { description: "When `true`, no database is fetched; one that an earlier run has kept on this machine is used.", default: "false" }, cache: { description: "Where steps of earlier builds come from: `auto` (GitHub's own cache under Actions, else none), `gha`, `off`, or a cache as BuildKit writes it (`type=registry,ref=HOST/NAME:TAG`, `type=local,src=DIR,dest=DIR`, …), of which each image gets a place of its own. What the definition says of a target's cache goes before it.", default: "auto" }, "cache-write": { description: "When steps are left there; `default-branch`, `always` or `never`. Pull requests read what the default branch has left.", default: "default-branch" }, "cache-timeout": { description: "The most that the cache service is waited for (`60s`, `2m`), for each thing that is taken from it or left there.", default: "60s" }, baseline: { description: "What to compare with. `cache` is the record of the commit that this one is built on (a push, a pull request), as its run on the default branch has kept it; `file=PATH` names a report folder of an earlier run, or the record.json in it; `none` compares with nothing. `cache` when absent under GitHub Actions, else `none`." }, sarif: { description: "What becomes of the findings in code scanning. `upload` tells GitHub (needs `security-events write`), `file` only writes the files, `off` does neither. Outside GitHub Actions nothing is uploaded.", default: "upload" }, "sarif-severity": { description: "The least severe vulnerability that code scanning is told of (`unknown`, `low`, `medium`, `high`, `critical`); the gate has `fail-on`.", default: "unknown" }, ref: { description: "Where in code scanning the findings go when another commit is checked out than the event's (`refs/heads/release-1.x`); with `sha`. Where neither is given, what is not of the event or its pull request is not uploaded, and one line says so." }, sha: { description: "The commit that is checked out, with `ref` (the output `commit` of actions/checkout)." }, comment: { description: "When the pull request gets a comment (needs `pull-requests write`). `material` when something changed that a reviewer has to know, `always`, `on-failure` or `off`. One that is there is brought up to date. On `pull_request` alone.", default: "material" }, artifact: { description: "When the report folder is kept as an artifact of the run (`plimsoll-<hash>-<attempt>`). `auto` is for pull requests of forks, for Dependabot and where a `key` is set; `always`, `off`. `mode check` alone does it, and GitHub Enterprise Server has no such artifacts.", default: "auto" }, mode: { description: "What is done: `check` builds and judges; `collect` joins the reports of several jobs (`reports`) into one summary and one verdict; `relay` publishes, on `workflow_run`, what the run of a fork's pull request has reported.", default: "check" }, reports: { description: "For `mode collect`, where the reports are, one folder, file or pattern a line. What `actions/download-artifact` leaves in the workspace when absent (`plimsoll-*/report.json`)." }, expect: { description: "For `mode collect`, the ids of images (`backend/linux/amd64`), or the keys of jobs, that must be among the reports, one a line. One that is missing is named, and the verdict is `unable`." }, "run-id": { description: "For `mode relay`, the workflow run whose report is published. The one that the event is about when absent." }, token: { description: "The token that GitHub's API is asked with.", default: "${{ github.token }}" }, "report-dir": { description: "Where the report is written. A temporary folder when absent (`.plimsoll` outside GitHub Actions)." } }, outputs: { verdict: { description: "`pass`, `fail` or `unable`." }, "report-dir": { description: "The folder that holds report.json and its attachments." }, "sarif-dir": { description: "The folder that holds what is uploaded to code scanning, a file for each image, for an upload of one's own. Empty when there is nothing to tell." }, "sarif-dirs": { description: "A JSON list of such folders, 20 images in each: GitHub takes no more in one upload. The first one is `sarif-dir`." }, images: { description: "A JSON list of the images that were built: id, name, platform, verdict, digest, layout (a folder, kept until the job ends). What is longer than 127 KiB is the path of a file in the report folder instead." }, metadata: { description: "The metadata that `docker buildx bake` wrote, as JSON, or, where it is longer than 127 KiB, the path of a file in the report folder that holds it." } }, runs: { using: "node24", main: "dist/index.js", post: "dist/index.js", "post-if": "always()" } };

// src/inputs.ts
import { resolve as resolve2 } from "node:path";

// src/domain/inputs/cache.ts
function parseCacheInputs(word) {
  return {
    noCache: parseSwitch("no-cache", word("no-cache")),
    pull: parseSwitch("pull", word("pull")),
    cache: parseBuildCache(word("cache")),
    cacheWrite: parseCacheWrite(word("cache-write")),
    cacheTimeoutSeconds: parseDuration("cache-timeout", word("cache-timeout"))
  };
}

// src/domain/keep/baseline-source.ts
import { resolve } from "node:path";
function parseBaseline(value, { invocation, cwd }) {
  if (value === "none" || value === void 0 && invocation === "command") return void 0;
  if (invocation === "action" && (value === void 0 || value === "cache")) return { kind: "cache" };
  const path = /^file=(.+)$/s.exec(value ?? "")?.[1];
  if (path !== void 0) return { kind: "file", path: resolve(cwd, path.trim()) };
  throw new UserError(
    `Input baseline is "${value ?? ""}"; it takes cache (under GitHub Actions alone), file=PATH, where PATH is a report folder of an earlier run or the record.json in it, or none.`
  );
}

// src/domain/inputs/comment-modes.ts
var COMMENT_MODES = ["material", "always", "on-failure", "off"];

// src/domain/inputs/publishing.ts
var SARIF_MODES = ["upload", "file", "off"];
function parsePublishingInputs(text) {
  return {
    sarif: parseChoice("sarif", text("sarif") ?? "", SARIF_MODES),
    sarifSeverity: parseChoice("sarif-severity", text("sarif-severity") ?? "", SEVERITIES),
    analysis: parseAnalysis(text("ref"), text("sha")),
    comment: parseChoice("comment", text("comment") ?? "", COMMENT_MODES),
    token: text("token")
  };
}
var REF = /^refs\/(?:heads|tags)\/(?!.*(?:\.\.|\/\/|\/\.|@\{|\.lock$|[/.]$))(?!\.)[^\s~^:?*[\\\p{Cc}]+$|^refs\/pull\/[1-9]\d{0,9}\/(?:merge|head)$/u;
function parseAnalysis(ref, sha) {
  if (ref === void 0 && sha === void 0) return void 0;
  if (ref === void 0 || sha === void 0)
    throw new UserError(
      `Input ${ref === void 0 ? "sha is given without ref" : "ref is given without sha"}; both say where the commit that is built belongs, or neither.`
    );
  if (ref.length > 1e3 || !REF.test(ref))
    throw new UserError(
      `Input ref is "${ref.slice(0, 100)}"; it takes refs/heads/BRANCH, refs/tags/TAG, refs/pull/NUMBER/merge or refs/pull/NUMBER/head.`
    );
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(sha))
    throw new UserError(
      `Input sha is "${sha.slice(0, 100)}"; it takes the whole commit, such as the output commit of actions/checkout.`
    );
  return { ref, sha: sha.toLowerCase() };
}

// src/inputs.ts
var POLICY_SOURCES = ["head", "base"];
var CWD = "cwd://";
function inputDefault(name) {
  const text = action_default.inputs[name]?.default;
  return text?.includes("${{") === true ? void 0 : text;
}
function checkGiven(raw, mode) {
  const given = INPUT_NAMES.filter((name) => {
    const value = written(raw, name);
    return value !== void 0 && value !== action_default.inputs[name]?.default;
  });
  checkMode(mode, given);
}
function written(raw, name) {
  const value = raw[name]?.trim();
  return value === void 0 || value === "" ? void 0 : value;
}
function withoutCwd(file) {
  return file.startsWith(CWD) ? file.slice(CWD.length) : file;
}
function parseInputs(raw, doorway) {
  const text = (name) => written(raw, name) ?? inputDefault(name);
  const word = (name) => text(name) ?? "";
  const list2 = (name) => parseInputList(name, text(name));
  const path = (name) => {
    const value = text(name);
    return value === void 0 ? void 0 : resolve2(doorway.cwd, value);
  };
  return {
    workdir: path("workdir") ?? doorway.cwd,
    files: list2("files").map(withoutCwd),
    targets: list2("targets"),
    set: list2("set"),
    allow: list2("allow"),
    config: text("config"),
    policy: text("policy"),
    policyFrom: parseChoice("policy-from", text("policy-from") ?? "head", POLICY_SOURCES),
    key: text("key"),
    mirrors: policyInputs(text),
    enforce: parseSwitch("enforce", word("enforce")),
    timeoutSeconds: parseDuration("timeout", word("timeout")),
    maxUnpackedBytes: parseSize("max-unpacked", word("max-unpacked")),
    ...parseCacheInputs(word),
    builder: text("builder"),
    keepBuilder: parseSwitch("keep-builder", word("keep-builder")),
    buildkitImage: text("buildkit-image"),
    trivy: trivyOf(text, path),
    dbRepositories: checkRepositories(list2("db-repositories")),
    dbPath: path("db-path"),
    offline: parseSwitch("offline", word("offline")),
    baseline: parseBaseline(text("baseline"), doorway),
    reportDir: path("report-dir"),
    ...parsePublishingInputs(text),
    ...parseModeInputs(text, list2),
    json: doorway.json,
    keep: doorway.keep,
    request: requestOf(raw)
  };
}
function trivyOf(text, path) {
  return parseTrivySource({
    version: text("trivy-version") ?? "",
    checksum: text("trivy-checksum"),
    url: text("trivy-url"),
    path: path("trivy-path")
  });
}
function requestOf(raw) {
  const given = INPUT_NAMES.filter((name) => inputRow(name).inReport === true).flatMap((name) => {
    const value = written(raw, name);
    return value === void 0 ? [] : [[name, value]];
  });
  return Object.fromEntries(given);
}

// src/command.ts
var COMMAND_FLAGS = {
  json: "Print report.json to standard output, and nothing else there.",
  keep: "Keep the image layouts after the run.",
  help: "Print this help.",
  version: "Print the version."
};
function environmentVariableName(name) {
  return `PLIMSOLL_${name.toUpperCase().replaceAll("-", "_")}`;
}
function parseCommand(workflow) {
  if (workflow.invocation === "action") {
    const raw2 = rawFrom((name) => ownProperty(workflow.env, `INPUT_${name.toUpperCase()}`));
    const doorway2 = { invocation: workflow.invocation, cwd: workflow.cwd, json: false, keep: false };
    return asked(raw2, { given: raw2, doorway: doorway2 });
  }
  const { values, positionals } = parseFlags(workflow.args);
  if (values["help"] === true) return { kind: "words", text: helpText(workflow.columns ?? 80) };
  if (values["version"] === true) return { kind: "words", text: `${VERSION}
` };
  if (positionals.length > 1) {
    throw new UserError(
      `Only one folder is gated at a time, and ${positionals.length} were given: ${positionals.join(", ")}.`
    );
  }
  const given = rawFrom((name) => flagText(values[name]));
  const raw = rawFrom(
    (name) => given[name] ?? ownProperty(workflow.env, environmentVariableName(name))
  );
  const [folder] = positionals;
  const placed = folder === void 0 ? raw : { ...raw, workdir: folder };
  const doorway = {
    invocation: workflow.invocation,
    cwd: workflow.cwd,
    json: values["json"] === true,
    keep: values["keep"] === true
  };
  return asked(placed, { given, doorway });
}
function asked(raw, { given, doorway }) {
  const inputs = parseInputs(raw, doorway);
  checkGiven(given, inputs.mode);
  return { kind: "check", inputs };
}
function rawFrom(valueOf) {
  const pairs = INPUT_NAMES.map((name) => [name, valueOf(name)]);
  return Object.fromEntries(pairs.filter((pair) => pair[1] !== void 0));
}
function flagText(value) {
  if (value === void 0) return void 0;
  return Array.isArray(value) ? value.join("\n") : String(value);
}
function parseFlags(args) {
  try {
    const { values, positionals } = parseArgs({
      args: args.map(expandSwitch),
      options: flagOptions(),
      allowPositionals: true
    });
    return { values, positionals };
  } catch (cause) {
    throw new UserError(flagError(args, cause), { cause });
  }
}
function flagOptions() {
  const inputs = INPUT_NAMES.map(
    (name) => [name, { type: "string", multiple: ["list", "lines"].includes(inputRow(name).kind) }]
  );
  const own = Object.keys(COMMAND_FLAGS).map((name) => [name, { type: "boolean" }]);
  return {
    ...Object.fromEntries(inputs),
    ...Object.fromEntries(own),
    help: { type: "boolean", short: "h" }
  };
}
function expandSwitch(arg) {
  const name = INPUT_NAMES.find((known) => arg === `--${known}`);
  return name !== void 0 && inputRow(name).kind === "switch" ? `${arg}=true` : arg;
}
function flagError(args, cause) {
  const known = [...INPUT_NAMES, ...Object.keys(COMMAND_FLAGS)];
  const unknown = args.filter((arg) => arg.startsWith("-")).map((arg) => textBefore(arg.replace(/^-+/, ""), "=")).find((name) => name !== "h" && !known.includes(name));
  if (unknown !== void 0) {
    return `There is no flag --${unknown}; the nearest is --${closest(unknown, known)}. \`plimsoll --help\` lists them all.`;
  }
  return `The command line is not understood: ${cause instanceof Error ? cause.message : String(cause)}. \`plimsoll --help\` shows how it is written.`;
}
function helpText(columns) {
  const { inputs } = action_default;
  const width = Math.max(40, Math.min(columns, 100));
  const entries = INPUT_NAMES.map((name) => {
    const input = inputs[name];
    const fallback = input?.default === void 0 ? "" : ` Default: ${input.default}.`;
    return describe(`--${name}`, { text: `${input?.description ?? ""}${fallback}`, width });
  });
  const own = Object.entries(COMMAND_FLAGS).map(
    ([name, text]) => describe(`--${name}`, { text, width })
  );
  return [
    "Usage: plimsoll [flags] [DIR]",
    "",
    "Builds the container images of DIR (here when absent), looks inside them, scans them and holds",
    "them to their load line. Each flag may also be a variable: --max-size is PLIMSOLL_MAX_SIZE.",
    "",
    ...entries,
    ...own,
    "",
    "Exit status: 0 pass, 1 fail, 2 unable, 64 wrong use or configuration, 130 interrupted.",
    ""
  ].join("\n");
}
function describe(flag, { text, width }) {
  const indent = " ".repeat(22);
  const lines = [];
  let line = "";
  for (const word of text.replaceAll("`", "").split(/\s+/)) {
    if (line !== "" && indent.length + line.length + word.length >= width) {
      lines.push(line);
      line = "";
    }
    line += `${line === "" ? "" : " "}${word}`;
  }
  const rows = [...lines, line].map(
    (row, index) => index === 0 ? `  ${flag.padEnd(19)} ${row}` : indent + row
  );
  return rows.join("\n");
}

// src/domain/ended-log.ts
function endedLog({ log, signal }) {
  const isTold = (text) => !signal.aborted || !text.includes(RUN_OVER);
  const quiet2 = (to) => ({
    ...to,
    line: (text) => {
      if (isTold(text)) to.line(text);
    },
    untrusted: (text) => {
      if (isTold(text)) to.untrusted(text);
    }
  });
  return {
    ...quiet2(log),
    live: (title) => quiet2(log.live(title)),
    task: (title) => quiet2(log.task(title))
  };
}

// src/domain/report/exit.ts
function exitStatus({ report, enforce, invocation, mode }) {
  const status = mode === "relay" ? relayStatus(report) : commandStatus(report, enforce);
  return invocation === "action" ? Math.min(status, 1) : status;
}
function commandStatus(report, enforce) {
  if (report.error !== void 0) return report.error.kind === "user" ? 64 : 2;
  const built = report.images.every((image) => image.state !== "not-built");
  if (!enforce && built) return 0;
  switch (report.verdict) {
    case "pass":
      return 0;
    case "fail":
      return 1;
    case "unable":
      return 2;
  }
}
function relayStatus({ error, images, runs }) {
  const isRefused = images.some(({ sarif }) => sarif?.upload === "refused") || runs.some(({ notices }) => notices.some(({ from }) => from === "comment"));
  return error !== void 0 || isRefused ? 2 : 0;
}

// src/modes/cleanup.ts
async function cleanup(deps) {
  for (const failure of await deps.cleanup.run("job")) deps.log.untrusted(failure);
}

// src/modes/early-end.ts
import { once } from "node:events";
var GRACE_SECONDS = 30;
async function stopping({
  signal,
  clock,
  watchdog
}) {
  const stuck = watchdog === void 0 ? [] : [watchdog.stuck];
  if (!signal.aborted) await Promise.race([once(signal, "abort"), ...stuck]);
  if (signal.reason instanceof TimeOver) await clock.sleep(GRACE_SECONDS);
  throw signal.reason;
}
function endingReason(thrown, { signal, log }) {
  const reason = signal.aborted ? signal.reason : thrown;
  if (reason instanceof Interrupted) log.untrusted(reason.message);
  return reason;
}
function hasReport({ signal }) {
  return !signal.aborted || signal.reason instanceof TimeOver;
}

// src/modes/index.ts
var MODES = {
  check: async (inputs, deps) => (await import("./chunks/check-J6EB66QO.js")).check(inputs, deps),
  collect: async (inputs, deps) => (await import("./chunks/collect-G4AVG256.js")).collect(inputs, deps),
  relay: async (inputs, deps) => (await import("./chunks/relay-7JSWIV34.js")).relay(inputs, deps)
};

// src/main.ts
async function run(given) {
  const deps = { ...given, log: endedLog(given) };
  if (deps.workflow.workerTask !== void 0) return deps.workflow.workerTask();
  if (deps.workflow.isPost) return cleanup(deps);
  const { status, keep } = await gate(deps);
  const life = keep && hasReport(deps) ? "run" : "job";
  deps.abort(new Interrupted("The run has ended."));
  for (const failure of await deps.cleanup.run(life)) deps.log.untrusted(failure);
  deps.workflow.end(status);
}
async function gate(deps) {
  const [{ invocation }, startedAt] = [deps.workflow, deps.clock.now()];
  let inputs;
  const end = (status) => ({
    status,
    keep: invocation === "action" || inputs?.keep === true
  });
  try {
    const asked2 = parseCommand(deps.workflow);
    if (asked2.kind === "words") {
      await deps.workflow.writeStdout(asked2.text);
      return end(0);
    }
    inputs = asked2.inputs;
    const report = await Promise.race([MODES[inputs.mode](inputs, deps), stopping(deps)]);
    return end(exitStatus({ ...inputs, report, invocation }));
  } catch (thrown) {
    const error = endingReason(thrown, deps);
    if (error instanceof Interrupted) return end(130);
    const { failedRun } = await import("./chunks/failed-run-A355DE7L.js");
    const given = inputs === void 0 ? {} : { inputs };
    const report = await failedRun({ error, ...given, startedAt }, deps);
    return end(exitStatus({ report, enforce: true, invocation }));
  }
}

// src/platform/live-deps.ts
import { randomBytes as randomBytes4 } from "node:crypto";

// src/platform/worker-task.ts
import { realpathSync } from "node:fs";
var WORKER_TASK = "PLIMSOLL_ERRAND";
async function sendWorkerTask({ task, cwd, addEnv, deadlineSeconds }, { env, exec: exec2, script }) {
  const { ended, exitCode, stdout, stderr } = await exec2.run(process.execPath, {
    args: [realpathSync(script)],
    cwd,
    onlyEnv: { ...withoutInputs(env), ...addEnv, [WORKER_TASK]: JSON.stringify(task) },
    deadlineSeconds
  });
  if (ended === "deadline") throw new Error(`no full answer within ${deadlineSeconds} seconds`);
  if (ended === "stopped") throw new Error(RUN_OVER);
  if (ended !== "exit") throw new Error("it could not be run, or was killed");
  return { exitCode, stdout, stderr };
}
function withoutInputs(env) {
  const kept = Object.entries(env).filter(([name]) => !/^(INPUT|STATE)_/i.test(name));
  return Object.fromEntries(kept);
}
function lastLine(text) {
  const line = text.trim().split("\n").at(-1);
  return line === "" ? void 0 : line;
}

// src/platform/artifacts.ts
function liveArtifacts(options) {
  const { ACTIONS_RUNTIME_TOKEN: token = "", ACTIONS_RESULTS_URL: url = "" } = options.env;
  if (token === "" || url === "") return void 0;
  return {
    upload: async ({ name, folder, files, deadlineSeconds }) => {
      const task = { verb: "upload", name, folder, files };
      const call = { task, cwd: folder, addEnv: {}, deadlineSeconds };
      const { exitCode, stderr } = await sendWorkerTask(call, options);
      if (exitCode !== 0) throw new Error(lastLine(stderr) ?? `it ended with status ${exitCode}`);
    }
  };
}

// src/platform/cache.ts
import { mkdir as mkdir2 } from "node:fs/promises";
import { basename, dirname, join as join2 } from "node:path";

// src/platform/plain-path.ts
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var PLAIN = /^[^\s"'\\*?[\]]+$/;
async function withPlainPaths(paths, work) {
  if (paths.every((path) => PLAIN.test(path))) return work(paths);
  const base = [tmpdir(), "/tmp"].find((path) => PLAIN.test(path)) ?? "/tmp";
  const links = await mkdtemp(join(base, "plimsoll-links-"));
  try {
    const plain = await Promise.all(
      paths.map(async (path, index) => {
        await mkdir(path, { recursive: true });
        await symlink(path, join(links, `${index}`));
        return join(links, `${index}`);
      })
    );
    return await work(plain);
  } finally {
    await rm(links, { recursive: true, force: true });
  }
}

// src/platform/temporary.ts
import { tmpdir as tmpdir2 } from "node:os";
function temporaryFolder(env) {
  const { RUNNER_TEMP: own = "" } = env;
  return own.startsWith("/") || /^[A-Za-z]:[\\/]/.test(own) ? own : tmpdir2();
}

// src/platform/cache.ts
function liveCache(options) {
  const { env } = options;
  const { ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: two, ACTIONS_CACHE_URL: one } = env;
  if ((token ?? "") === "" || (one ?? "") === "" && (two ?? "") === "") return void 0;
  const run2 = async (task, { folder, deadlineSeconds }) => {
    const workspace = dirname(folder);
    const unfinished = join2(temporaryFolder(env), KEPT_FOLDER, "unfinished");
    await mkdir2(workspace, { recursive: true });
    const { exitCode, stdout, stderr } = await withPlainPaths(
      [workspace, unfinished],
      ([at, to]) => sendWorkerTask(
        {
          task,
          cwd: workspace,
          deadlineSeconds,
          addEnv: { GITHUB_WORKSPACE: at ?? workspace, RUNNER_TEMP: to ?? unfinished }
        },
        options
      )
    );
    const failure = TAKEN.test(stdout) ? void 0 : failureIn(stdout);
    if (failure !== void 0 || exitCode !== 0)
      throw new Error(failure ?? lastLine(stderr) ?? `it ended with status ${exitCode}`);
    return { stdout, stderr };
  };
  const errandOf2 = ({ key, folder }) => ({ key, path: basename(folder) });
  return {
    restore: async ({ prefixes, ...ask }) => lastLine((await run2({ verb: "restore", prefixes, ...errandOf2(ask) }, ask)).stderr),
    save: async (ask) => {
      const { stdout } = await run2({ verb: "save", ...errandOf2(ask) }, ask);
      return TAKEN.test(stdout) ? "there" : "saved";
    }
  };
}
var TAKEN = /^(?:::warning::)?Failed to save: Unable to reserve cache with key /m;
function failureIn(stdout) {
  const denied = /^Failed to (?:save|restore): (cache (?:write|read) denied.*)$/m.exec(stdout)?.[1];
  const logged = /^::(?:warning|error)(?: [^:]*)?::(?:Failed to (?:save|restore): )?(.*)$/m.exec(
    stdout
  )?.[1];
  return (denied ?? logged)?.replaceAll("%0A", " ").replaceAll("%0D", " ").replaceAll("%25", "%");
}

// src/platform/cleanup.ts
import { readFile, readdir } from "node:fs/promises";
import { setTimeout as wait2 } from "node:timers/promises";

// src/platform/removal.ts
import { rm as rm2 } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
var DEADLINE_SECONDS = 5;
var LATE_MS = 300;
function removals(exec2) {
  const last = /* @__PURE__ */ new Map();
  const after = async (thing, earlier) => {
    if (earlier !== void 0 && await earlier === void 0) return void 0;
    return removeOwned(thing, exec2);
  };
  return (thing) => {
    const removal = after(thing, last.get(thing));
    last.set(thing, removal);
    return removal;
  };
}
async function removeOwned(thing, exec2) {
  switch (thing.kind) {
    case "folder":
      return removeFolder(thing.path);
    case "container":
      return removeFromEngine(thing.name, ["rm", "--force", "--volumes", thing.name], exec2);
    case "image":
      return removeFromEngine(thing.name, ["image", "rm", thing.name], exec2);
    case "volume":
      return removeFromEngine(thing.name, ["volume", "rm", thing.name], exec2);
    case "builder":
      return removeFromEngine(thing.name, ["buildx", "rm", "--force", thing.name], exec2);
  }
}
async function removeFolder(path) {
  try {
    await rm2(path, { recursive: true, force: true, maxRetries: 3 });
    return void 0;
  } catch (error) {
    return `${path} could not be removed: ${errorMessage(error)}`;
  }
}
async function removeFromEngine(name, args, exec2) {
  const run2 = () => exec2.run("docker", { args, cwd: "/", deadlineSeconds: DEADLINE_SECONDS });
  const first = await run2();
  if (!isAbsent(first)) return failureOf(name, first);
  await wait(LATE_MS);
  const second = await run2();
  return isAbsent(second) ? void 0 : failureOf(name, second);
}
function isAbsent({ stderr }) {
  return /No such (container|image|volume)|no builder "[^"]*" found/i.test(stderr);
}
function failureOf(name, { ended, exitCode, stderr }) {
  if (ended === "exit" && exitCode === 0) return void 0;
  const why = ended === "exit" ? stderr.trim() : `docker did not answer (${ended})`;
  return `${name} could not be removed from the engine: ${why}`;
}

// src/platform/child-mark.ts
var STARTED_BY = "PLIMSOLL_STARTED_BY";

// src/platform/cleanup.ts
function liveCleanup({ before, save, exec: exec2 }) {
  let owned = [...before.owned];
  let isOver = false;
  const keep = (things) => {
    owned = [...things];
    save({ runId: before.runId, owned });
  };
  const remove = removals(exec2);
  const take2 = async (thing) => {
    const failure = await remove(thing);
    if (failure === void 0) owned = owned.filter((other) => other !== thing);
    return failure;
  };
  return {
    own: (thing) => {
      if (isOver) throw new Error("the run has ended");
      keep([...owned, thing]);
    },
    remove: async (thing) => {
      if (!owned.includes(thing)) return;
      await take2(thing);
      keep(owned);
    },
    run: async (life) => {
      isOver = true;
      if (life === "job") await endChildren(before.runId);
      const due = owned.filter((thing) => isDue(thing.life, life));
      const [lasting2, others] = [due.filter(isHeld), due.filter((thing) => !isHeld(thing))];
      const failures = [
        ...await Promise.all(others.map(take2)),
        ...await Promise.all(lasting2.map(take2))
      ];
      keep(owned);
      return failures.filter((failure) => failure !== void 0);
    }
  };
}
function isHeld({ kind }) {
  return kind === "image" || kind === "volume";
}
function isDue(own, ending) {
  return ending === "job" || own === "run";
}
var KILL_TRIES = 50;
async function endChildren(runId) {
  for (let tries = 0; tries < KILL_TRIES; tries += 1) {
    const left = await childrenOf(runId);
    if (left.length === 0) return;
    for (const pid of left) kill(pid);
    await wait2(50);
  }
}
async function childrenOf(runId) {
  const names = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  const pids = await Promise.all(
    names.map(async (name) => {
      const environment = await readFile(`/proc/${name}/environ`, "utf8").catch(() => "");
      const isOurs = environment.split("\0").includes(`${STARTED_BY}=${runId}`);
      return isOurs && Number(name) !== process.pid ? [Number(name)] : [];
    })
  );
  return pids.flat();
}
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
  }
}

// src/platform/clock.ts
import { setTimeout as wait3 } from "node:timers/promises";
var liveClock = {
  now: () => /* @__PURE__ */ new Date(),
  seconds: () => performance.now() / 1e3,
  sleep: async (seconds, signal) => {
    try {
      await wait3(seconds * 1e3, void 0, signal === void 0 ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  }
};

// src/platform/exec.ts
import { pipeline } from "node:stream/promises";

// src/platform/group.ts
var LEAVE_AFTER_SECONDS = 1;
var Group = class {
  #options;
  #signal;
  #over = Promise.withResolvers();
  #timers = [];
  #leader;
  #reason;
  #isOver = false;
  constructor(options) {
    const { own, ofRun, deadlineSeconds } = options;
    this.#options = options;
    this.#signal = AbortSignal.any([ofRun, ...own === void 0 ? [] : [own]]);
    this.#after(deadlineSeconds, () => {
      this.#terminate("deadline");
    });
    if (this.#signal.aborted) this.#onAbort();
    else this.#signal.addEventListener("abort", this.#onAbort, { once: true });
  }
  /** Why it has to end; undefined while it may go on. */
  get reason() {
    return this.#reason;
  }
  /** Waiting has no use any more. */
  get over() {
    return this.#over.promise;
  }
  lead(pid) {
    this.#leader = pid;
    if (this.#reason !== void 0) this.kill(this.#isOver ? "SIGKILL" : "SIGTERM");
  }
  /** Signals all of it; a group that is gone already is no error. */
  kill(signal) {
    if (this.#leader === void 0) return;
    try {
      process.kill(-this.#leader, signal);
    } catch {
    }
  }
  /** The leader has ended; where it had to, nothing of its group stays. */
  end() {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#signal.removeEventListener("abort", this.#onAbort);
    if (this.#reason !== void 0) this.kill("SIGKILL");
  }
  /** What the run's end breaks off is no failure. */
  #onAbort = () => {
    this.#terminate(this.#options.ofRun.aborted ? "stopped" : "aborted");
  };
  #terminate(reason) {
    if (this.#reason !== void 0) return;
    this.#reason = reason;
    const { isLed } = this.#options;
    this.kill("SIGTERM");
    this.#after(isLed ? this.#options.graceSeconds : 0, () => {
      this.kill("SIGKILL");
      this.#after(isLed ? LEAVE_AFTER_SECONDS : 0, () => {
        this.#over.resolve(void 0);
      });
    });
  }
  #after(seconds, work) {
    this.#timers.push(setTimeout(work, seconds * 1e3));
  }
};

// src/platform/launch.ts
import { AsyncLocalStorage } from "node:async_hooks";
import { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
var Call = class {
  launch;
  isTaken = false;
  constructor(launch) {
    this.launch = launch;
  }
};
var calls = new AsyncLocalStorage();
var isListening = false;
function canLead() {
  if (!isListening) subscribe("child_process", take);
  isListening = true;
  const unheard = { options: {}, onStart: () => void 0, onFailure: () => void 0 };
  const call = new Call(unheard);
  calls.run(call, () => new ChildProcess());
  return call.isTaken;
}
function launched(launch, task) {
  return calls.run(new Call(launch), task);
}
function take(told) {
  const call = calls.getStore();
  if (call === void 0 || call.isTaken) return;
  if (typeof told !== "object" || told === null || !("process" in told)) return;
  if (!(told.process instanceof ChildProcess)) return;
  const child = told.process;
  const spawn = Reflect.get(child, "spawn");
  if (typeof spawn !== "function") return;
  const { options, onStart, onFailure } = call.launch;
  call.isTaken = true;
  child.once("error", onFailure);
  child.once("spawn", () => {
    onStart(child);
  });
  const start2 = (asked2) => Reflect.apply(spawn, child, [{ ...asked2, ...options }]);
  Object.assign(child, { spawn: (asked2) => orTold(child, () => start2(asked2)) });
}
function orTold(child, start2) {
  try {
    return start2();
  } catch (error) {
    process.nextTick(() => child.emit("error", error));
    return void 0;
  }
}

// src/platform/output.ts
var DEFAULT_OUTPUT_BYTES = 64 * 1024 * 1024;
var STREAMS = ["stdout", "stderr"];
var OutputBuffer = class {
  #limit;
  #chunks = [];
  #bytes = 0;
  truncated = false;
  constructor(limit) {
    this.#limit = limit;
  }
  add(chunk) {
    const room = this.#limit - this.#bytes;
    if (chunk.length > room) this.truncated = true;
    if (room <= 0) return;
    const kept = chunk.subarray(0, room);
    this.#chunks.push(kept);
    this.#bytes += kept.length;
  }
  text(encoding = "utf8") {
    return Buffer.concat(this.#chunks).toString(encoding);
  }
};
var Output = class {
  #run;
  #buffers;
  #lines;
  #child;
  constructor(run2) {
    const limit = run2.maxOutputBytes ?? DEFAULT_OUTPUT_BYTES;
    this.#run = run2;
    this.#buffers = { stdout: new OutputBuffer(limit), stderr: new OutputBuffer(limit) };
    this.#lines = new LineSplitter(run2.onStderrLine ?? (() => void 0));
  }
  listeners = {
    stdout: (chunk) => {
      this.#buffers.stdout.add(chunk);
    },
    stderr: (chunk) => {
      this.#buffers.stderr.add(chunk);
      this.#lines.add(chunk);
    }
  };
  /** From now on @actions/exec hears nothing: it keeps a line without bound, and searches it anew for each piece. */
  take(child) {
    this.#child = child;
    for (const name of STREAMS) {
      child[name]?.removeAllListeners("data");
      child[name]?.on("data", this.listeners[name]);
    }
  }
  /** Whoever still holds the streams is not waited for. */
  end() {
    for (const name of STREAMS) this.#child?.[name]?.destroy();
    this.#lines.end();
  }
  result() {
    const { stdout, stderr } = this.#buffers;
    return {
      stdout: stdout.text(this.#run.encoding),
      stderr: stderr.text(),
      truncated: stdout.truncated || stderr.truncated
    };
  }
};

// src/platform/program.ts
import { access, constants, stat } from "node:fs/promises";
import { isAbsolute, join as join3, resolve as resolve3 } from "node:path";
var ENV = "/usr/bin/env";
var NO_PATH = "/bin:/usr/bin";
var DENIED = "denied";
async function findProgram(program, { path = NO_PATH, cwd }) {
  const folders = path.split(":").filter((folder) => isAbsolute(folder));
  const candidates = program.includes("/") ? [resolve3(cwd, program)] : folders.map((folder) => join3(folder, program));
  let isDenied = false;
  for (const candidate of candidates) {
    const mode = await modeOfFile(candidate);
    if (mode === void 0) continue;
    if (await mayExecute(candidate)) return argvOf(candidate, mode);
    isDenied = true;
  }
  return isDenied ? DENIED : void 0;
}
async function modeOfFile(path) {
  try {
    const found = await stat(path);
    return found.isFile() ? found.mode : void 0;
  } catch {
    return void 0;
  }
}
async function mayExecute(path) {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
function argvOf(path, mode) {
  const isForAll = (mode & constants.S_IXOTH) !== 0;
  if (isForAll && !/["\\\s]/.test(path)) return [path];
  return path.includes("=") ? void 0 : [ENV, path];
}
async function isFolder(path) {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

// src/platform/exec.ts
var NEVER_MS = 2 ** 31 - 1;
var GRACE_SECONDS2 = 5;
var GAP = "This release of node does not hand out the processes that it starts: they cannot be ended as a group and are given no input. What outlives its deadline is ended when the job ends.";
function liveExec(options) {
  const inherited = childEnvironment(options.env);
  const isLed = canLead();
  return {
    ...isLed ? {} : { gap: GAP },
    run: (program, run2) => {
      const base = run2.onlyEnv ?? { ...inherited, ...run2.addEnv };
      const env = { ...base, [STARTED_BY]: options.runId };
      const { signal, graceSeconds = GRACE_SECONDS2 } = options;
      return runChild(program, run2, { env, signal, graceSeconds, isLed });
    }
  };
}
var MISSING = { ended: "missing", exitCode: -1 };
async function runChild(program, run2, around) {
  const start2 = performance.now();
  const output = new Output(run2);
  const { deadlineSeconds, signal: own } = run2;
  const { signal: ofRun, graceSeconds, isLed } = around;
  const group = new Group({ deadlineSeconds, own, ofRun, graceSeconds, isLed });
  const { failure, ...ended } = await endOf(program, { run: run2, around, output, group });
  const { reason } = group;
  group.end();
  output.end();
  const written2 = output.result();
  return {
    ...reason === void 0 ? ended : { ended: reason, exitCode: -1 },
    ...written2,
    stderr: failure ?? written2.stderr,
    seconds: (performance.now() - start2) / 1e3
  };
}
async function endOf(program, call) {
  const { run: run2, around } = call;
  const given = [program, ...run2.args, run2.cwd, ...Object.entries(around.env).flat()];
  if (given.some((text) => text.includes("\0"))) return notStarted("it was given a NUL");
  if (run2.stdin !== void 0 && !around.isLed) return notStarted("it cannot be given its input");
  const looking = look(program, call);
  const argv = await Promise.race([looking, call.group.over]);
  if (argv === void 0) return MISSING;
  if (argv === DENIED) return notStarted("permission denied");
  return call.group.reason === void 0 ? start(argv, call) : MISSING;
}
async function look(program, { run: run2, around }) {
  const argv = await findProgram(program, { path: around.env["PATH"], cwd: run2.cwd });
  return await isFolder(run2.cwd) ? argv : void 0;
}
function notStarted(failure) {
  return { ended: "signal", exitCode: -1, failure };
}
async function start([file, ...before], { run: run2, around, output, group }) {
  const failures = [];
  const stdin = run2.stdin === void 0 ? "ignore" : "pipe";
  const launch = {
    options: { detached: true, stdio: [stdin, "pipe", "pipe"] },
    onStart: (child) => {
      output.take(child);
      group.lead(child.pid);
      void feed(child, run2, group);
    },
    onFailure: (error) => failures.push(error)
  };
  const options = {
    cwd: run2.cwd,
    env: { ...around.env },
    listeners: output.listeners,
    silent: true,
    ignoreReturnCode: true,
    delay: NEVER_MS
  };
  const task = async () => exec(file, [...before, ...run2.args], options);
  const exited = launched(launch, task).catch(() => void 0);
  const code = await Promise.race([exited, group.over]);
  if (typeof code === "number") return { ended: "exit", exitCode: code };
  const [failure] = failures;
  if (failure !== void 0 && !hasCode(failure, "ENOENT")) return notStarted(failure.message);
  return code === void 0 ? MISSING : { ended: "signal", exitCode: -1 };
}
async function feed({ stdin }, run2, group) {
  if (stdin === null || run2.stdin === void 0) return;
  try {
    await pipeline(run2.stdin, stdin);
  } catch (error) {
    if (!hasCode(error, "EPIPE", "ECONNRESET")) group.kill("SIGTERM");
  }
}

// src/platform/files.ts
import {
  closeSync as closeSync2,
  constants as constants3,
  createReadStream,
  createWriteStream,
  fstatSync as fstatSync2,
  lstatSync,
  openSync as openSync2,
  read as readDescriptor2,
  readFileSync as readFileSync2
} from "node:fs";
import * as fs2 from "node:fs/promises";
import { createHash as createHash2, randomBytes as randomBytes2 } from "node:crypto";
import { dirname as dirname3, join as join5, resolve as resolve5 } from "node:path";
import { setImmediate as setImmediate2 } from "node:timers/promises";
import { promisify as promisify2 } from "node:util";

// src/platform/make-folder.ts
import { mkdir as mkdir3, stat as stat2 } from "node:fs/promises";
import { dirname as dirname2, relative } from "node:path";
var NO_ROOM = ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM"];
function withFolderName(folder, error) {
  if (!hasCode(error, ...NO_ROOM)) return error;
  return new ToolError(
    "plimsoll",
    `Nothing can be written in ${folder} (${errorMessage(error)}).`,
    {
      cause: error
    }
  );
}
async function makeFolders(path, mode) {
  try {
    await mkdir3(path, { recursive: true, ...defined({ mode }) });
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    let missing = path;
    while (!await isThere(dirname2(missing))) missing = dirname2(missing);
    await mkdir3(missing);
    throw error;
  }
}
async function isThere(path) {
  return path === dirname2(path) || await stat2(path).catch(() => void 0) !== void 0;
}
function isOurTemporary(path, temporary) {
  return isInside(path, temporary) && relative(temporary, path).startsWith("plimsoll-");
}
function withTemporaryName(folder, error) {
  const words = `The folder for temporary files, ${folder}, cannot be used (${errorMessage(error)}): make room in it, or set TMPDIR (RUNNER_TEMP on a runner) to another one.`;
  return new ToolError("plimsoll", words, { cause: error });
}

// src/platform/named-file.ts
import {
  closeSync,
  constants as constants2,
  fstatSync,
  openSync,
  read as readDescriptor,
  readSync,
  realpathSync as realpathSync2,
  statSync
} from "node:fs";
import { resolve as resolve4 } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
var SMALL = 16 * 1024;
var CHUNK = 256 * 1024;
var READS_AT_ONCE = 2;
var readInto = promisify(readDescriptor);
async function readNamed(path, named) {
  const pieces = [];
  for await (const piece of streamNamed(path, named)) pieces.push(piece);
  return Buffer.concat(pieces);
}
async function* streamNamed(path, named) {
  try {
    const file = open(path, named);
    try {
      yield* piecesOf(file, named);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    if (hasCode(error, "ENOENT", "ENOTDIR")) throw new RefusedFile(named.name, "absent");
    throw new RefusedFile(named.name, "unreadable", codeOf(error));
  }
}
function open(path, { name, within }) {
  const real = realpathSync2.native(path);
  if (within?.some((root) => isInside(real, realOf(root))) === false)
    throw new RefusedFile(name, "outside");
  const found = statSync(real, { bigint: true });
  if (!found.isFile()) throw new RefusedFile(name, "not-a-file");
  const flags = constants2.O_RDONLY | constants2.O_NONBLOCK | constants2.O_NOFOLLOW;
  const file = openSync(real, flags);
  try {
    const opened = fstatSync(file, { bigint: true });
    const isSame = opened.dev === found.dev && opened.ino === found.ino;
    if (isSame && realpathSync2.native(real) === real) return file;
    throw new RefusedFile(name, "unreadable", "it changed meanwhile");
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
function realOf(root) {
  try {
    return realpathSync2.native(root);
  } catch {
    return resolve4(root);
  }
}
async function* piecesOf(file, { name, maxBytes }) {
  for (let bytes = 0, reads = 0; ; reads += 1) {
    const isSmall = reads < READS_AT_ONCE;
    const buffer = Buffer.allocUnsafeSlow(isSmall ? SMALL : CHUNK);
    const count = isSmall ? readSync(file, buffer) : (await readInto(file, buffer, 0, CHUNK, null)).bytesRead;
    if (count === 0) return setImmediate();
    bytes += count;
    if (bytes > maxBytes) throw new RefusedFile(name, "too-large", `at most ${maxBytes} bytes`);
    yield buffer.subarray(0, count);
  }
}
function codeOf(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}

// src/platform/run-folders.ts
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import * as fs from "node:fs/promises";
import { hostname } from "node:os";
import { join as join4 } from "node:path";
import process2 from "node:process";
var LEASE = "plimsoll-room";
var NAME = /^(plimsoll-[a-z]+)-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}$/;
function runFolderName(prefix) {
  return `${prefix}-${here()}-${process2.pid}-${randomBytes(8).toString("hex")}`;
}
function here() {
  const parts = [
    hostname(),
    orNothing(() => readlinkSync("/proc/self/ns/pid")),
    orNothing(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim())
  ];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 8);
}
function orNothing(ask) {
  try {
    return ask();
  } catch {
    return "";
  }
}
async function removeLeftovers(temporary) {
  const names = await fs.readdir(temporary).catch(() => []);
  const place = here();
  const found = names.flatMap((name) => {
    const [, prefix, at, pid] = NAME.exec(name) ?? [];
    return at === place && pid !== void 0 ? [{ name, prefix, pid }] : [];
  });
  const killed = /* @__PURE__ */ new Set();
  for (const { name, prefix, pid } of found)
    if (prefix === LEASE && !isAlive(Number(pid)) && await isOwn(join4(temporary, name)))
      killed.add(pid);
  const due = found.filter(({ pid }) => killed.has(pid));
  for (const { name } of due.toSorted((a, b) => rank(a) - rank(b)))
    await removeOwn(join4(temporary, name)).catch(() => void 0);
}
function rank({ prefix }) {
  return prefix === LEASE ? 1 : 0;
}
function isAlive(pid) {
  try {
    process2.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}
async function isOwn(path) {
  const stat4 = await fs.lstat(path).catch(() => void 0);
  const isClosed = stat4?.uid === process2.getuid?.() && ((stat4?.mode ?? 63) & 63) === 0;
  return stat4?.isDirectory() === true && isClosed;
}
async function removeOwn(path) {
  if (await isOwn(path)) await fs.rm(path, { recursive: true, force: true });
}

// src/platform/sparse.ts
import { open as open2 } from "node:fs/promises";
import { Writable } from "node:stream";
var PIECE = 64 * 1024;
var ZEROS = Buffer.alloc(PIECE);
function sparseSink(path) {
  let file;
  let at = 0;
  const write2 = async (chunk) => {
    for (const { start: start2, end } of filledRuns(chunk))
      await file?.write(chunk, start2, end - start2, at + start2);
    at += chunk.length;
  };
  const close = async () => {
    const open4 = file;
    file = void 0;
    await open4?.close();
  };
  return new Writable({
    construct: (done) => {
      const opening = open2(path, "wx").then((opened) => file = opened);
      settle(opening, done);
    },
    write: (chunk, _, done) => {
      settle(write2(chunk), done);
    },
    // The last hole is in the file's length alone.
    final: (done) => {
      settle(file?.truncate(at) ?? Promise.resolve(), done);
    },
    destroy: (error, done) => {
      close().then(
        () => {
          done(error);
        },
        (failure) => {
          done(error ?? (failure instanceof Error ? failure : new Error(String(failure))));
        }
      );
    }
  });
}
function settle(work, done) {
  work.then(() => {
    done();
  }, done);
}
function filledRuns(chunk) {
  const runs = [];
  for (let start2 = 0; start2 < chunk.length; start2 += PIECE) {
    const end = Math.min(start2 + PIECE, chunk.length);
    if (chunk.subarray(start2, end).equals(ZEROS.subarray(0, end - start2))) continue;
    const last = runs.at(-1);
    if (last?.end === start2) runs[runs.length - 1] = { start: last.start, end };
    else runs.push({ start: start2, end });
  }
  return runs;
}

// src/platform/files.ts
var OURS = 448;
function liveFiles(options) {
  return {
    readNamed,
    streamNamed,
    read,
    readText: async (path, maxBytes) => new TextDecoder().decode(await read(path, maxBytes)),
    readAt,
    stat: stat3,
    sha256,
    readLink: (path) => fs2.readlink(path),
    realPath: (path) => fs2.realpath(path),
    list,
    glob: glob2,
    stream: (path, chunkBytes) => createReadStream(path, { highWaterMark: chunkBytes }),
    sink: (path) => createWriteStream(path, { flags: "wx" }),
    sparseSink,
    write: (path, data) => write(path, data, options.temporary),
    makeFolder: (path) => makeFolder(path),
    makeOwnFolder: (path) => makeFolder(path, OURS),
    ...temporaryFolders(options),
    hardLink: (from, to) => fs2.link(from, to),
    rename: (from, to) => fs2.rename(from, to),
    setMode: (path, mode) => fs2.chmod(path, mode),
    setOwner,
    symlink: (target, path) => fs2.symlink(target, path),
    copy: (from, to) => fs2.cp(from, to, { recursive: true }),
    remove: (path) => fs2.rm(path, { recursive: true, force: true }),
    freeBytes: async (path) => {
      const { bavail, bsize } = await fs2.statfs(path);
      return bavail * bsize;
    }
  };
}
function temporaryFolders({ temporary, cleanup: cleanup2 }) {
  return {
    makeTemporary: async (prefix, life) => {
      const path = join5(temporary, runFolderName(prefix));
      cleanup2.own({ kind: "folder", path, life });
      await makeIn(temporary, path);
      return path;
    },
    makeLasting: async (prefix) => {
      const path = join5(temporary, runFolderName(prefix));
      await makeIn(temporary, path);
      return path;
    },
    removeLeftovers: () => removeLeftovers(temporary)
  };
}
async function makeIn(temporary, path) {
  try {
    await makeFolders(temporary);
    await fs2.mkdir(path, { mode: OURS });
  } catch (error) {
    throw withTemporaryName(temporary, error);
  }
}
async function makeFolder(path, mode) {
  await makeFolders(path, mode);
}
async function setOwner(path, { uid, gid }) {
  await fs2.lchown(path, uid, gid);
  if (!(await fs2.lstat(path)).isDirectory()) return;
  for (const inner of await fs2.readdir(path, { recursive: true }))
    await fs2.lchown(join5(path, inner), uid, gid);
}
async function read(path, maxBytes) {
  const handle = await fs2.open(path, "r");
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) {
      throw new UserError(
        `${path} has ${size} bytes and is not read: at most ${maxBytes} are allowed here.`
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
async function readAt(path, offset, bytes) {
  const handle = await fs2.open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
function stat3(path) {
  return new Promise((resolve7) => {
    resolve7(statNow(path));
  });
}
function statNow(path) {
  try {
    const found = lstatSync(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : found.isSymbolicLink() ? "link" : "other";
    const isLinked = kind === "file" && found.nlink > 1;
    return {
      kind,
      bytes: found.size,
      mode: found.mode & 4095,
      ...isLinked && { linked: `${found.dev}:${found.ino}` }
    };
  } catch (error) {
    if (isAbsent2(error)) return void 0;
    throw error;
  }
}
var SMALL2 = 256 * 1024;
async function sha256(path) {
  const file = openSync2(path, constants3.O_RDONLY | constants3.O_NONBLOCK);
  let isOpen = true;
  try {
    const found = fstatSync2(file);
    if (!found.isFile()) throw new Error(`${path} is no regular file`);
    if (found.size > SMALL2) return await sha256OfLarge(file);
    const hash = createHash2("sha256").update(readFileSync2(file));
    closeSync2(file);
    isOpen = false;
    await setImmediate2();
    return hash.digest("hex");
  } finally {
    if (isOpen) closeSync2(file);
  }
}
var readInto2 = promisify2(readDescriptor2);
async function sha256OfLarge(file) {
  const hash = createHash2("sha256");
  const buffer = Buffer.allocUnsafeSlow(SMALL2);
  for (; ; ) {
    const { bytesRead } = await readInto2(file, buffer, 0, SMALL2, null);
    if (bytesRead === 0) return hash.digest("hex");
    hash.update(buffer.subarray(0, bytesRead));
  }
}
async function list(path) {
  try {
    return (await fs2.readdir(path)).sort();
  } catch (error) {
    if (isAbsent2(error)) return [];
    throw error;
  }
}
async function glob2(pattern, folder) {
  const found = [];
  for await (const path of fs2.glob(pattern, { cwd: folder })) found.push(resolve5(folder, path));
  return found.sort();
}
async function write(path, data, temporary) {
  const unfinished = `${path}.${randomBytes2(6).toString("hex")}`;
  try {
    await makeFolders(dirname3(path));
    await fs2.writeFile(unfinished, data);
    await fs2.rename(unfinished, path);
  } catch (error) {
    await fs2.rm(unfinished, { force: true }).catch(() => void 0);
    throw isOurTemporary(path, temporary) ? withTemporaryName(temporary, error) : withFolderName(dirname3(path), error);
  }
}
function isAbsent2(error) {
  return hasCode(error, "ENOENT", "ENOTDIR");
}

// src/platform/first-masks.ts
import { resolve as resolve6 } from "node:path";
async function maskJob({
  workflow,
  secrets,
  files
}) {
  const { env, cwd } = workflow;
  secrets.add([...withheldValues(env), ...urlPasswords(env)]);
  const values = [...secretVariables(env).values()];
  const paths = await Promise.all(values.map((value) => isPath(value, { cwd, files })));
  secrets.suspect(values.filter((_, index) => paths[index] !== true));
}
var LONGEST_PATH = 4096;
async function isPath(value, at) {
  if (value.length > LONGEST_PATH || !/^[.~]?\/|^[\w.-]+$/.test(value)) return false;
  try {
    return await at.files.stat(resolve6(at.cwd, value)) !== void 0;
  } catch {
    return false;
  }
}

// src/platform/github.ts
function liveGitHub(token, { env, signal }) {
  let octokit;
  return {
    request: async ({ route, parameters, deadlineSeconds }) => {
      octokit ??= connect(token, env);
      const { request } = await octokit;
      const limit = AbortSignal.any([signal, AbortSignal.timeout(deadlineSeconds * 1e3)]);
      try {
        return answerOf(
          await request(route, { ...parameters, request: { signal: limit, retries: 0 } })
        );
      } catch (error) {
        const answer = responseOf(error);
        if (answer !== void 0) return answer;
        throw new Error(wordsOf(error, { run: signal, limit, deadlineSeconds }), { cause: error });
      }
    }
  };
}
async function connect(token, env) {
  const { getOctokit } = await import("./chunks/github-5ZGPCSV3.js");
  const quiet2 = () => void 0;
  const options = {
    ...env["GITHUB_API_URL"] === void 0 ? {} : { baseUrl: env["GITHUB_API_URL"] },
    // Foreign words go to the log by our own writer alone.
    log: { debug: quiet2, info: quiet2, warn: quiet2, error: quiet2 }
  };
  return getOctokit(token, options);
}
function answerOf({ status, headers, data }) {
  const pairs = Object.entries(headers);
  const texts = pairs.map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { status, headers: Object.fromEntries(texts), data };
}
function responseOf(error) {
  if (!isObject(error) || !("response" in error) || !isObject(error.response)) return void 0;
  const { response } = error;
  if (!("status" in response) || typeof response.status !== "number") return void 0;
  const headers = "headers" in response && isObject(response.headers) ? response.headers : {};
  return answerOf({
    status: response.status,
    headers,
    data: "data" in response ? response.data : ""
  });
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}
function wordsOf(error, { run: run2, limit, deadlineSeconds }) {
  if (run2.aborted) return RUN_OVER;
  if (limit.aborted) return `no full answer within ${Math.ceil(deadlineSeconds)} seconds`;
  return innermost(error).replace(/\.$/, "");
}
function innermost(error) {
  if (!isObject(error)) return String(error);
  if ("cause" in error && isObject(error.cause)) return innermost(error.cause);
  if ("message" in error && typeof error.message === "string" && error.message !== "")
    return error.message;
  return "code" in error ? String(error.code) : "no reason was given";
}

// src/platform/http.ts
import { Readable } from "node:stream";
var MOST_REDIRECTS = 5;
var REDIRECTS = /* @__PURE__ */ new Set([301, 302, 303, 307, 308]);
var PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"];
function liveHttp({ env, signal }) {
  return {
    get: async (ask) => {
      const limit = limitOf(ask.deadlineSeconds, signal);
      try {
        return answerOf2(await follow(ask, { env, signal: limit.signal }), limit);
      } catch (error) {
        limit.end();
        throw new Error(wordsOf2(error), { cause: error });
      }
    }
  };
}
function limitOf(seconds, run2) {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`no full answer within ${Math.ceil(seconds)} seconds`));
  }, seconds * 1e3);
  const onRunEnd = () => {
    controller.abort(new Error(RUN_OVER));
  };
  if (run2.aborted) onRunEnd();
  run2.addEventListener("abort", onRunEnd, { once: true });
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      run2.removeEventListener("abort", onRunEnd);
    }
  };
}
async function follow(ask, options) {
  let url = new URL(ask.url);
  const headers = new Headers({ "accept-encoding": "identity", ...ask.headers });
  const content = ask.json === void 0 ? { method: "GET" } : { method: "POST", body: JSON.stringify(ask.json) };
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const answer = await fetchOnce(url, { ...content, headers }, options);
    const location = answer.headers.get("location");
    if (!REDIRECTS.has(answer.status) || location === null) return answer;
    await answer.body?.cancel();
    const next = new URL(location, url);
    if (url.protocol === "https:" && next.protocol !== "https:")
      throw lasting("it redirects from https to another protocol");
    if (next.origin !== url.origin) headers.delete("authorization");
    url = next;
  }
  throw lasting(`it redirects more than ${MOST_REDIRECTS} times`);
}
function lasting(words) {
  return Object.assign(new Error(words), { code: PERMANENT_ERROR_CODE });
}
async function fetchOnce(url, content, { env, signal }) {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw lasting(`${url.protocol} is no protocol of the web`);
  const init = { ...content, signal, redirect: "manual" };
  if (!PROXIES.some((name) => (ownProperty(env, name) ?? "") !== "")) return fetch(url, init);
  const { fetchByProxy } = await import("./chunks/proxy-3TBRYWO2.js");
  return fetchByProxy(url, init);
}
function answerOf2(response, limit) {
  const body = response.body === null ? Readable.from([]) : Readable.from(bytesOf(response));
  body.on("error", () => void 0);
  body.once("close", limit.end);
  return { status: response.status, headers: Object.fromEntries(response.headers.entries()), body };
}
async function* bytesOf({ body }) {
  try {
    for await (const chunk of body ?? []) yield chunk;
  } catch (error) {
    throw new Error(wordsOf2(error), { cause: error });
  }
}
function wordsOf2(error) {
  if (!isError(error)) return String(error);
  if (isError(error.cause)) return wordsOf2(error.cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (error.message === "" ? code : error.message).replace(/\.$/, "");
}
function isError(error) {
  return typeof error === "object" && error !== null && "message" in error;
}

// src/platform/log.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/platform/status.ts
var NOTHING = {
  show: () => void 0,
  around: (write2) => {
    write2();
  }
};
var USUAL_COLUMNS = 80;
var FIRST_WIDE = 4352;
function fitted(line, columns) {
  let left = columns - 1;
  let end = 0;
  for (const character of line) {
    left -= (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? 2 : 1;
    if (left < 0) return line.slice(0, end);
    end += character.length;
  }
  return line;
}
function liveStatus(terminal, write2, columns = () => 0) {
  if (!terminal) return NOTHING;
  const lines = /* @__PURE__ */ new Map();
  let drawn = 0;
  const erase = () => {
    if (drawn > 0) write2(`\x1B[${drawn}A\x1B[J`);
    drawn = 0;
  };
  const draw = () => {
    const width = columns() || USUAL_COLUMNS;
    for (const [name, text] of lines) write2(`${fitted(`${name}: ${text}`, width)}
`);
    drawn = lines.size;
  };
  return {
    show: (name, text) => {
      erase();
      if (text === "") lines.delete(name);
      else lines.set(name, text);
      draw();
    },
    around: (own) => {
      erase();
      own();
      draw();
    }
  };
}

// src/platform/log.ts
var TASK_LINES = 2e3;
var LINE_CHARACTERS = 4e3;
var Writer = class {
  #options;
  #status;
  #token = randomBytes3(16).toString("hex");
  #open;
  constructor(options, status) {
    this.#options = options;
    this.#status = status;
  }
  put(lines) {
    const context = { token: this.#token, options: this.#options };
    const text = lines.map((line) => render(line, context)).join("");
    this.#status.around(() => {
      this.#options.write(text);
    });
  }
  openLive(title) {
    this.#open = title;
    this.#group(title);
  }
  closeLive() {
    this.#open = void 0;
    this.#endGroup();
  }
  /** A group of its own; an open live group is closed before and goes on after it. */
  whole(title, lines) {
    if (this.#open !== void 0) this.#endGroup();
    this.#group(title);
    this.put(lines);
    this.#endGroup();
    if (this.#open !== void 0) this.#group(`${this.#open} (continued)`);
  }
  #group(title) {
    const words = quiet(title);
    this.put([
      {
        untrusted: false,
        text: this.#options.invocation === "action" ? `::group::${words}` : `── ${words}`
      }
    ]);
  }
  #endGroup() {
    if (this.#options.invocation === "action") this.put([{ untrusted: false, text: "::endgroup::" }]);
  }
};
function liveLog(options) {
  const status = liveStatus(options.terminal, options.write, options.columns);
  const writer = new Writer(options, status);
  const put = (lines) => {
    writer.put(lines);
  };
  return {
    line: (text) => {
      put([{ untrusted: false, text: quiet(text) }]);
    },
    untrusted: (text) => {
      put([{ untrusted: true, text }]);
    },
    live: (title) => {
      writer.openLive(title);
      return liveSection(put, () => {
        writer.closeLive();
      });
    },
    task: (title) => taskSection((lines) => {
      writer.whole(title, lines);
    }),
    status: (name, text) => {
      status.show(clean(name), clean(options.secrets.mask(text)));
    }
  };
}
function liveSection(put, end) {
  return {
    line: (text) => {
      put([{ untrusted: false, text: quiet(text) }]);
    },
    untrusted: (text) => {
      put([{ untrusted: true, text }]);
    },
    end
  };
}
function taskSection(finish) {
  const lines = [];
  let dropped = 0;
  const keep = (line) => {
    if (lines.length < TASK_LINES) lines.push(line);
    else dropped += 1;
  };
  return {
    line: (text) => {
      keep({ untrusted: false, text: quiet(text) });
    },
    untrusted: (text) => {
      keep({ untrusted: true, text });
    },
    end: () => {
      const more = dropped === 0 ? [] : [{ untrusted: false, text: `(${dropped} more lines are not shown)` }];
      finish([...lines, ...more]);
    }
  };
}
function quiet(text) {
  return text.replaceAll("::", ": :").replaceAll("##[", "## [");
}
function render(line, context) {
  const { token, options } = context;
  const masked2 = withoutUrlSecrets(options.secrets.mask(line.text));
  if (!line.untrusted) return `${clean(masked2)}
`;
  const rows = masked2.split(/\r\n|\r|\n/).map((row) => quietLegacy(clean(row)));
  if (options.invocation === "command") return `${rows.join("\n")}
`;
  return `::stop-commands::${token}
${rows.join("\n")}
::${token}::
`;
}
function quietLegacy(text) {
  return text.replaceAll("##[", "## [");
}
function clean(text) {
  return plainLine(text.slice(0, LINE_CHARACTERS).replaceAll("	", "    "));
}

// src/platform/machine.ts
function liveMachine() {
  const { platform: os, arch } = process;
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  return {
    os,
    arch,
    ...defined({ uid, gid })
  };
}

// src/platform/running.ts
function liveRunning() {
  const all = /* @__PURE__ */ new Set();
  return {
    during: async (what, work) => {
      const one = { what };
      all.add(one);
      try {
        return await work();
      } finally {
        all.delete(one);
      }
    },
    names: () => [...all].flatMap(({ what }) => typeof what === "string" ? [what] : what())
  };
}

// src/domain/text/find-values.ts
var BEGINNING = 8;
var LEAST_OF_A_CUT = 12;
var CUTS = ["", "\n", "\r", "…"];
var ValueIndex = class {
  #byBeginning;
  /** Of one length, so that whole values of any length and likeness take one pass. */
  #beginnings;
  constructor(values) {
    const long = [...values].filter(({ length }) => length >= BEGINNING);
    this.#byBeginning = Map.groupBy(long, (value) => value.slice(0, BEGINNING));
    const all = [...this.#byBeginning.keys()].toSorted();
    this.#beginnings = new RegExp(all.map(literally).join("|"), "g");
  }
  /** In the order of their starts; some overlap. A value is not looked for inside of itself. */
  *find(text) {
    if (this.#byBeginning.size === 0) return;
    const ends = /* @__PURE__ */ new Map();
    this.#beginnings.lastIndex = 0;
    for (; ; ) {
      const match = this.#beginnings.exec(text);
      if (match === null) return;
      const start2 = match.index;
      for (const value of this.#byBeginning.get(match[0]) ?? []) {
        if ((ends.get(value) ?? 0) > start2) continue;
        const length = commonLength(text, start2, value);
        if (length < value.length && !isCut(text, start2, length)) continue;
        ends.set(value, start2 + length);
        yield { start: start2, end: start2 + length, value };
      }
      this.#beginnings.lastIndex = start2 + 1;
    }
  }
};
function literally(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function commonLength(text, start2, value) {
  let length = BEGINNING;
  while (length < value.length && text.charCodeAt(start2 + length) === value.charCodeAt(length))
    length += 1;
  return length;
}
function isCut(text, start2, length) {
  return length >= LEAST_OF_A_CUT && CUTS.includes(text.charAt(start2 + length));
}

// src/domain/text/decoded-views.ts
var NAMED = new Map([
  ...[
    ["&amp;", "&"],
    ["&lt;", "<"],
    ["&gt;", ">"],
    ["&quot;", '"'],
    ["&apos;", "'"]
  ]
]);
var SHOWN = {
  signs: /[&\p{Cc}\p{Cf}]/u,
  escapes: new RegExp(
    String.raw`&#[xX]?[\da-fA-F]{1,8};|&[a-z]{2,5};|${ESCAPES.source}|[\p{Cc}\p{Cf}]`,
    "gu"
  ),
  decode: (escape) => {
    if (!escape.startsWith("&")) return "";
    const [, hex, digits = ""] = /^&#(x?)([\da-f]+);$/i.exec(escape) ?? [];
    if (hex === void 0) return NAMED.get(escape) ?? escape;
    const point = Number.parseInt(digits, hex === "" ? 10 : 16);
    const isCharacter = point <= 1114111;
    return isCharacter ? String.fromCodePoint(point).replace(/[\p{Cc}\p{Cf}]/u, "") : "";
  }
};
var TAGS = { signs: /</, escapes: /<[^<>]{1,200}>/g, decode: () => "" };
var PERCENT = {
  signs: /%/,
  escapes: /(?:%[\da-f]{2}){1,1000}/gi,
  decode: (escape) => Buffer.from(escape.replaceAll("%", ""), "hex").toString()
};
var CONTROLS = new Map([
  ...[
    ["n", "\n"],
    ["r", "\r"],
    ["t", "	"],
    ["b", "\b"],
    ["f", "\f"],
    ["e", "\x1B"]
  ]
]);
var BACKSLASH = {
  signs: /\\/,
  escapes: /\\(?:u[\da-f]{4}|x[\da-f]{2}|[0-7]{3}|[^])/gi,
  decode: (escape) => {
    const [, hex, octal] = /^\\(?:[ux]([\da-f]{2,4})|([0-7]{3}))$/i.exec(escape) ?? [];
    if (hex !== void 0) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== void 0) return String.fromCharCode(Number.parseInt(octal, 8));
    return CONTROLS.get(escape.charAt(1)) ?? escape.slice(1);
  }
};
function decodeView(text, { signs, escapes, decode }) {
  if (!signs.test(text)) return void 0;
  const pieces = [];
  const shown = [];
  let at = 0;
  let end = 0;
  for (const match of text.matchAll(escapes)) {
    const before = text.slice(end, match.index);
    const decoded = decode(match[0]);
    at += before.length;
    end = match.index + match[0].length;
    pieces.push({ at, length: decoded.length, written: { start: match.index, end } });
    shown.push(before, decoded);
    at += decoded.length;
  }
  if (pieces.length === 0) return void 0;
  const written2 = (offset) => writtenAt(pieces, offset);
  return {
    text: [...shown, text.slice(end)].join(""),
    written: (part) => ({ start: written2(part.start).start, end: written2(part.end - 1).end })
  };
}
function writtenAt(pieces, offset) {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  if (piece === void 0) return { start: offset, end: offset + 1 };
  if (offset < piece.at + piece.length) return piece.written;
  const start2 = piece.written.end + offset - piece.at - piece.length;
  return { start: start2, end: start2 + 1 };
}

// src/domain/text/mask.ts
var MASK = "***";
function maskText(text, index, isSpared = () => false) {
  const parts = partsIn(text, (one) => [...index.find(one)].filter((it) => !isSpared(it.value)));
  if (parts.length === 0) return text;
  const pieces = [];
  let end = 0;
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    if (part.start >= end) pieces.push(text.slice(end, part.start), MASK);
    end = Math.max(end, part.end);
  }
  return [...pieces, text.slice(end)].join("");
}
function partsIn(text, find) {
  const shown = decodeView(text, SHOWN);
  const base = shown?.text ?? text;
  const decoded = [TAGS, PERCENT, BACKSLASH].flatMap((decoding) => {
    const view = decodeView(base, decoding);
    return view === void 0 ? [] : find(view.text).map(view.written);
  });
  if (shown === void 0) return [...find(text), ...decoded];
  return [...find(text), ...[...find(base), ...decoded].map(shown.written)];
}

// src/domain/text/value-forms.ts
function writtenForms(value) {
  const lines = value.split(/\r?\n/);
  const texts = /* @__PURE__ */ new Set([value, value.trim(), ...lines.map((line) => line.trim())]);
  const long = [...texts].filter((text) => text.length >= BEGINNING);
  const forms = long.flatMap((text) => [
    text,
    plainLine(text),
    text.replaceAll(" ", "+"),
    ...encodedForms(Buffer.from(text))
  ]);
  return [...new Set(forms)].filter((form) => form.length >= BEGINNING);
}
var BASE64_LINES = [76, 64];
var HEX_LINE = 60;
function encodedForms(bytes) {
  const whole = withoutTrailing(bytes.toString("base64"), "=");
  const hex = bytes.toString("hex");
  const base64 = [
    ...[0, 1, 2].map((before) => alignedBase64(bytes, before)),
    ...BASE64_LINES.flatMap((width) => piecesOf2(whole, width))
  ];
  const hexadecimal = [hex, ...piecesOf2(hex, HEX_LINE)];
  return [
    ...base64.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]),
    ...hexadecimal.flatMap((form) => [form, form.toUpperCase()])
  ];
}
var BITS = 6;
function alignedBase64(bytes, before) {
  const all = Buffer.concat([Buffer.alloc(before), bytes]);
  return all.toString("base64").slice(Math.ceil(before * 8 / BITS), Math.floor(all.length * 8 / BITS));
}
function piecesOf2(text, width) {
  if (text.length <= width) return [];
  return Array.from(
    { length: Math.ceil(text.length / width) },
    (_, at) => text.slice(at * width, (at + 1) * width)
  );
}

// src/platform/secrets.ts
function liveSecrets() {
  const added = /* @__PURE__ */ new Set();
  const suspected = /* @__PURE__ */ new Set();
  const cleared = /* @__PURE__ */ new Set();
  const identities = [];
  let index;
  let spared;
  const changed = () => {
    [index, spared] = [void 0, void 0];
  };
  const current = () => {
    const values = [...added, ...[...suspected].filter((value) => !cleared.has(value))];
    return index ??= new ValueIndex(new Set(values.flatMap(writtenForms)));
  };
  const sparedForms = () => spared ??= new Set([...current().find(identities.join("\n\n"))].map(({ value }) => value));
  return {
    add: (values) => {
      for (const value of values) added.add(value);
      changed();
    },
    suspect: (values) => {
      for (const value of values) suspected.add(value);
      changed();
    },
    clear: (isOpen) => {
      for (const value of suspected) if (isOpen(value)) cleared.add(value);
      changed();
    },
    mask: (text) => maskText(text, current()),
    spare: (more) => {
      for (const one of more) identities.push(one);
      spared = void 0;
    },
    sweep: (text) => {
      const open4 = sparedForms();
      return maskText(text, current(), (form) => open4.has(form));
    }
  };
}

// src/platform/saved-state.ts
import { createHash as createHash3, createHmac } from "node:crypto";
import { readFileSync as readFileSync3, writeFileSync } from "node:fs";
import { join as join6 } from "node:path";
var schema = external_exports.object({ values: external_exports.record(external_exports.string(), external_exports.string()), seal: external_exports.string() });
function stateSaver(env, write2) {
  return (values) => {
    try {
      for (const [name, value] of Object.entries(values)) write2(name, value);
    } catch {
      try {
        const seal = sealOf(values, env);
        writeFileSync(besideOf(env), JSON.stringify({ values, seal }), { mode: 384 });
      } catch {
      }
    }
  };
}
function withSavedState(env) {
  if (env["STATE_isPost"] !== void 0 || env["GITHUB_ACTIONS"] !== "true") return env;
  try {
    const { values, seal } = schema.parse(JSON.parse(readFileSync3(besideOf(env), "utf8")));
    if (seal !== sealOf(values, env)) return env;
    const state = Object.entries(values).map(([name, value]) => [`STATE_${name}`, value]);
    return { ...env, ...Object.fromEntries(state) };
  } catch {
    return env;
  }
}
function sealOf(values, { ACTIONS_RUNTIME_TOKEN: token = "" }) {
  if (token === "") throw new Error("there is no runtime token");
  return createHmac("sha256", token).update(JSON.stringify(values)).digest("hex");
}
function besideOf(env) {
  const names = ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT", "GITHUB_JOB", "GITHUB_ACTION"];
  const step = JSON.stringify([
    ...names.map((name) => ownProperty(env, name)),
    env["RUNNER_TRACKING_ID"]
  ]);
  const mark = createHash3("sha256").update(step).digest("hex").slice(0, 16);
  return join6(temporaryFolder(env), `plimsoll-state-${mark}.json`);
}

// src/platform/process-context.ts
function liveProcessContext() {
  const variables = Object.entries(process.env).filter((entry) => entry[1] !== void 0);
  return {
    env: withSavedState(Object.fromEntries(variables.map(([name, value]) => [name, value ?? ""]))),
    args: process.argv.slice(2),
    cwd: process.cwd(),
    end: (status) => {
      process.exit(status);
    }
  };
}
function detectInvocation(env) {
  return env["GITHUB_ACTIONS"] === "true" && env["INPUT_WORKDIR"] !== void 0 ? "action" : "command";
}

// src/platform/watchdog.ts
import { Worker } from "node:worker_threads";
var BEAT_MS = 250;
var STUCK_LIMITS = { signals: 3, deadline: 5 };
function liveWatchdog(arm, limits = STUCK_LIMITS) {
  const { promise: stuck, reject } = Promise.withResolvers();
  stuck.catch(() => void 0);
  return {
    stuck,
    start: (deadlineSeconds) => {
      const shared = new Int32Array(new SharedArrayBuffer(8));
      const words = `the ${deadlineSeconds} seconds of timeout are over, and a computation that makes no pause went on behind them; it was ended. The input timeout allows more`;
      const workerData = { shared, deadlineSeconds, patience: limits, beatMs: BEAT_MS, words };
      const worker = new Worker(`(${watch.toString()})()`, { eval: true, workerData, env: {} });
      worker.on("error", () => void 0);
      worker.unref();
      setInterval(() => {
        Atomics.add(shared, 0, 1);
        if (process.listenerCount("SIGTERM") === 0) arm();
        if (Atomics.load(shared, 1) > 0)
          reject(new ToolError("plimsoll", `The run was ended: ${words}.`));
      }, BEAT_MS).unref();
    }
  };
}
function watch() {
  const threads = process.getBuiltinModule("node:worker_threads");
  const { Session } = process.getBuiltinModule("node:inspector");
  const { writeSync } = process.getBuiltinModule("node:fs");
  const { shared, deadlineSeconds, patience: limits, beatMs, words } = threads.workerData;
  const tell = (method, params) => {
    const session = new Session();
    session.connectToMainThread();
    session.post(method, params, () => {
      session.disconnect();
    });
  };
  const beatsIn = (seconds) => Math.ceil(seconds * 1e3 / beatMs);
  const mute = "for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name)";
  let [seen, silent, ticks] = [0, 0, 0];
  setInterval(() => {
    ticks += 1;
    const now = Atomics.load(shared, 0);
    silent = now === seen ? silent + 1 : 0;
    seen = now;
    if (silent === beatsIn(limits.signals)) tell("Runtime.evaluate", { expression: mute });
    if (ticks < beatsIn(deadlineSeconds) || silent < beatsIn(limits.deadline)) return;
    if (silent % beatsIn(limits.deadline) !== 0) return;
    if (silent < 2 * beatsIn(limits.deadline)) {
      Atomics.add(shared, 1, 1);
      tell("Runtime.terminateExecution", {});
      return;
    }
    writeSync(2, `plimsoll: ${words}.
`);
    process.kill(process.pid, "SIGKILL");
  }, beatMs);
}

// src/platform/command-workflow.ts
function commandWorkflow(around) {
  return {
    ...around,
    invocation: "command",
    isPost: false,
    ...process.stderr.isTTY ? { columns: process.stderr.columns } : {},
    annotate: () => void 0,
    setOutput: () => void 0,
    writeSummary: (text) => writeAll(process.stderr, text),
    writeStdout: (text) => writeAll(process.stdout, text)
  };
}
function writeAll(stream, text) {
  return new Promise((resolve7) => {
    stream.write(text, () => {
      resolve7();
    });
  });
}

// src/platform/live-deps.ts
var STATE = "ownership";
async function liveDeps() {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
  const around = liveProcessContext();
  const secrets = liveSecrets();
  const isAction = detectInvocation(around.env) === "action";
  const action = isAction ? await import("./chunks/action-workflow-36Y4MJP6.js") : void 0;
  const save = action && stateSaver(around.env, action.saveState);
  const bare = action?.actionWorkflow(around) ?? commandWorkflow(around);
  const controller = new AbortController();
  const running = liveRunning();
  const { abort, arm } = listen(controller, running);
  const before = await ownership(around.env[`STATE_${STATE}`]);
  const { runId } = before;
  const cleanup2 = cleanupOf(before, around.env, save);
  const files = liveFiles({ temporary: temporaryFolder(around.env), cleanup: cleanup2 });
  await maskJob({ workflow: bare, secrets, files });
  return {
    workflow: { ...masked(bare, secrets), ...errandOf(around.env[WORKER_TASK]) },
    log: liveLog({
      invocation: bare.invocation,
      secrets,
      write: (text) => (isAction ? process.stdout : process.stderr).write(text),
      terminal: !isAction && process.stderr.isTTY,
      columns: () => process.stderr.columns
    }),
    secrets,
    ...reachOf(bare, { signal: controller.signal, runId }),
    files,
    machine: liveMachine(),
    clock: liveClock,
    running,
    cleanup: cleanup2,
    runId,
    signal: controller.signal,
    abort,
    watchdog: liveWatchdog(arm)
  };
}
function cleanupOf(before, env, save) {
  return liveCleanup({
    before,
    save: (ownership2) => {
      save?.({ isPost: "true", [STATE]: JSON.stringify(ownership2) });
    },
    // A run that was stopped still cleans up; the children that it ends are others.
    exec: liveExec({ env, signal: new AbortController().signal, runId: `${before.runId}-end` })
  });
}
function reachOf({ invocation, env }, run2) {
  const exec2 = liveExec({ env, ...run2 });
  const script = process.argv[1] ?? "";
  const job = { env, exec: exec2, script };
  const [cache, artifacts] = invocation === "action" ? [liveCache(job), liveArtifacts(job)] : [void 0, void 0];
  return {
    exec: exec2,
    http: liveHttp({ env, signal: run2.signal }),
    github: (token) => liveGitHub(token, { env, signal: run2.signal }),
    ...defined({ cache, artifacts })
  };
}
function errandOf(asked2) {
  if (asked2 === void 0) return {};
  return { workerTask: async () => (await import("./chunks/worker-task-child-EP5BJHQV.js")).runWorkerTask(asked2) };
}
async function ownership(saved) {
  if (saved === void 0 || saved === "")
    return { runId: randomBytes4(8).toString("hex"), owned: [] };
  const { parseOwnership } = await import("./chunks/ownership-GCBP56NF.js");
  return parseOwnership(saved);
}
function listen(controller, running) {
  const abort = (reason) => {
    if (!controller.signal.aborted) controller.abort(reason);
  };
  const arm = () => {
    for (const name of ["SIGINT", "SIGTERM"]) {
      process.on(name, () => {
        if (controller.signal.aborted) process.exit(130);
        abort(new Interrupted(endedBy(`Stopped by ${name}`, running.names())));
      });
    }
  };
  arm();
  process.on("unhandledRejection", (reason) => {
    abort(reason instanceof Error ? reason : new Error(errorMessage(reason)));
  });
  return { abort, arm };
}
function masked(workflow, secrets) {
  const { sweep } = secrets;
  return {
    ...workflow,
    annotate: (annotation) => {
      workflow.annotate({
        ...annotation,
        title: sweep(annotation.title),
        message: sweep(annotation.message)
      });
    },
    setOutput: (name, value) => {
      workflow.setOutput(name, maskDocument(value, sweep));
    },
    writeSummary: (text) => workflow.writeSummary(sweep(text)),
    writeStdout: (text) => workflow.writeStdout(maskDocument(text, sweep))
  };
}

// src/index.ts
await run(await liveDeps());
