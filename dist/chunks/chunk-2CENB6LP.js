import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  BYTE_UNITS,
  known,
  ownProperty,
  parseBytes,
  toFileName,
  unable
} from "./chunk-IUT7DATS.js";
import {
  defined,
  truncate
} from "./chunk-MVMEKKJL.js";
import {
  UserError
} from "./chunk-D2TINDH7.js";

// src/domain/text/csv-fields.ts
function csvField(name, value) {
  const field = `${name}=${value}`;
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
function csvFields(line) {
  const field = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
  return [...line.matchAll(field)].map(
    ([, quoted, plain = ""]) => quoted === void 0 ? plain : quoted.replaceAll('""', '"')
  );
}

// src/domain/build/cache.ts
var PLACES = {
  gha: ["scope"],
  registry: ["ref"],
  local: ["src", "dest"],
  s3: ["name"],
  azblob: ["name"]
};
var EXPORT_ONLY = ["mode", "dest", "ignore-error", "compression", "compression-level"];
var IMPORT_ONLY = ["src"];
function parseBuildCache(value) {
  if (value === "auto" || value === "gha" || value === "off") return { kind: value };
  const fields = new Map(
    csvFields(value).map((part) => {
      const [name = "", ...rest] = part.trim().split("=");
      return [name, rest.join("=")];
    })
  );
  const type = fields.get("type");
  if (type !== void 0 && type !== "") return { kind: "given", fields };
  throw new UserError(
    `Input cache is "${value}"; it takes auto, gha, off, or a cache as BuildKit writes it, such as type=registry,ref=HOST/NAME:TAG.`
  );
}
function parseCacheWrite(value) {
  if (value === "default-branch" || value === "always" || value === "never") return value;
  throw new UserError(`Input cache-write is "${value}"; it takes default-branch, always or never.`);
}
function cacheArgs(targets, fields) {
  const each = targets.map(({ target, scope }) => ({ target, own: placed(fields, scope) }));
  const text = (own, without) => [...own].filter(([name]) => !without.includes(name)).map(([name, value]) => csvField(name, value)).join(",");
  return {
    from: each.map(({ target, own }) => `--set=${target}.cache-from=${text(own, EXPORT_ONLY)}`),
    to: each.map(({ target, own }) => `--set=${target}.cache-to=${text(exported(own), IMPORT_ONLY)}`)
  };
}
var GHA = /* @__PURE__ */ new Map([["type", "gha"]]);
function exported(own) {
  return new Map([["mode", "max"], ["ignore-error", "true"], ...own]);
}
function placed(fields, scope) {
  const places = ownProperty(PLACES, fields.get("type") ?? "") ?? [];
  const moved = [...fields].map(
    ([name, value]) => places.includes(name) ? [name, joined(name, value, scope)] : [name, value]
  );
  const isGha = fields.get("type") === "gha" && !fields.has("scope");
  return new Map(isGha ? [...moved, ["scope", scope]] : moved);
}
function joined(name, value, scope) {
  if (name === "src" || name === "dest") return `${value.replace(/\/$/, "")}/${scope}`;
  if (name === "ref" && !value.includes(":", value.lastIndexOf("/") + 1))
    return `${value}:${scope}`;
  return `${value}-${scope}`;
}

// src/domain/registry/reference.ts
var HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
var PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^sha256:[0-9a-f]{64}$/;
function parseReference(text, tag) {
  const [path = "", digest, ...more] = text.split("@");
  const colon = path.lastIndexOf(":");
  const hasTag = colon > path.lastIndexOf("/");
  const bare = hasTag ? path.slice(0, colon) : path;
  const given = hasTag ? path.slice(colon + 1) : void 0;
  const [host = "", ...parts] = bare.split("/");
  const version = digest ?? given ?? tag;
  if (more.length > 0 || !HOST.test(host) || !/[.:]|^localhost$/.test(host)) return void 0;
  if (parts.length === 0 || !parts.every((part) => PART.test(part))) return void 0;
  if (!(digest === void 0 ? TAG : DIGEST).test(version)) return void 0;
  const name = parts.join("/");
  const mark = digest === void 0 ? ":" : "@";
  return { host, name, version, text: `${host}/${name}${mark}${version}` };
}
function registryApiUrl({ host, name }) {
  const server = host === "docker.io" ? "registry-1.docker.io" : host;
  return `${isLoopback(host) ? "http" : "https"}://${server}/v2/${name}`;
}
function isLoopback(host) {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(host);
}

// src/domain/inputs/values.ts
function parseSwitch(name, value) {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw new UserError(`Input ${name} is "${value}"; it takes true or false.`);
}
function parseChoice(name, value, words) {
  const word = words.find((one) => one === value);
  if (word !== void 0) return word;
  throw new UserError(`Input ${name} is "${value}"; it takes ${words.join(", ")}.`);
}
function parseDuration(name, value) {
  const factors = /* @__PURE__ */ new Map([
    ["s", 1],
    ["m", 60],
    ["h", 3600]
  ]);
  const match = /^(\d{1,6})\s*(s|m|h)$/.exec(value);
  const seconds = Number(match?.[1] ?? 0) * (factors.get(match?.[2] ?? "") ?? 0);
  if (seconds < 1 || seconds > 86400) {
    throw new UserError(
      `Input ${name} is "${value}"; it takes a whole number of seconds, minutes or hours up to a day, such as 90s, 30m or 1h.`
    );
  }
  return seconds;
}
function parseSize(name, value) {
  const bytes = parseBytes(value);
  if (bytes !== void 0 && bytes > 0) return bytes;
  throw new UserError(
    `Input ${name} is "${value}"; it takes a size with one of the units ${BYTE_UNITS.join(", ")}, such as 20GB.`
  );
}
function checkRepositories(repositories) {
  const wrong = repositories.find((text) => parseReference(text, "any") === void 0);
  if (wrong === void 0) return repositories;
  throw new UserError(
    `Input db-repositories has "${wrong.replace(/^.*@/s, "")}"; it takes HOST/NAME or HOST/NAME:TAG, such as ghcr.io/aquasecurity/trivy-db:2, without a protocol. A login is docker's own (docker login).`
  );
}

// src/domain/inputs/mode.ts
var MODE_IDS = ["check", "collect", "relay"];
var ARTIFACT_MODES = ["auto", "always", "off"];
function parseModeInputs(text, list) {
  const runId = text("run-id");
  if (runId !== void 0 && !/^[1-9]\d{0,19}$/.test(runId))
    throw new UserError(
      `Input run-id is "${runId}"; it takes the number of a workflow run, such as \${{ github.event.workflow_run.id }}.`
    );
  return {
    mode: parseChoice("mode", text("mode") ?? "", MODE_IDS),
    reports: list("reports"),
    expect: list("expect"),
    runId,
    artifact: parseChoice("artifact", text("artifact") ?? "", ARTIFACT_MODES)
  };
}

// src/domain/inputs/table.ts
var CHECK = { modes: ["check"] };
var EVERYWHERE = { modes: MODE_IDS };
var REPORTED = { modes: ["check", "collect"] };
var REPEATED = { inReport: true };
var INPUTS = {
  files: { kind: "list", ...CHECK, ...REPEATED },
  targets: { kind: "list", ...CHECK, ...REPEATED },
  set: { kind: "lines", ...CHECK },
  allow: { kind: "lines", ...CHECK },
  workdir: { kind: "text", ...EVERYWHERE, ...REPEATED },
  "no-cache": { kind: "switch", ...CHECK, ...REPEATED },
  pull: { kind: "switch", ...CHECK, ...REPEATED },
  config: { kind: "text", ...CHECK, ...REPEATED },
  policy: { kind: "text", ...CHECK },
  "policy-from": { kind: "text", ...CHECK, ...REPEATED },
  key: { kind: "text", ...EVERYWHERE, ...REPEATED },
  "max-size": { kind: "lines", ...CHECK, ...REPEATED, policy: { rule: "size", option: "max" } },
  user: { kind: "text", ...CHECK, ...REPEATED, policy: { rule: "user", option: "require" } },
  healthcheck: {
    kind: "text",
    ...CHECK,
    ...REPEATED,
    policy: { rule: "healthcheck", option: "require" }
  },
  "fail-on": {
    kind: "text",
    ...CHECK,
    ...REPEATED,
    policy: { rule: "vulnerabilities", option: "fail-on" }
  },
  enforce: { kind: "switch", ...EVERYWHERE, ...REPEATED },
  timeout: { kind: "text", ...EVERYWHERE, ...REPEATED },
  "max-unpacked": { kind: "text", ...CHECK },
  cache: { kind: "text", ...CHECK },
  "cache-write": { kind: "text", ...CHECK, ...REPEATED },
  "cache-timeout": { kind: "text", ...CHECK, ...REPEATED },
  builder: { kind: "text", ...CHECK },
  "keep-builder": { kind: "switch", ...CHECK },
  "buildkit-image": { kind: "text", ...CHECK },
  "trivy-version": { kind: "text", ...CHECK, ...REPEATED },
  "trivy-checksum": { kind: "text", ...CHECK },
  "trivy-url": { kind: "text", ...CHECK },
  "trivy-path": { kind: "text", ...CHECK },
  "db-repositories": { kind: "list", ...CHECK },
  "db-path": { kind: "text", ...CHECK },
  offline: { kind: "switch", ...CHECK, ...REPEATED },
  baseline: { kind: "text", ...CHECK, ...REPEATED },
  sarif: { kind: "text", ...EVERYWHERE, ...REPEATED },
  "sarif-severity": { kind: "text", ...EVERYWHERE, ...REPEATED },
  ref: { kind: "text", ...REPORTED, ...REPEATED },
  sha: { kind: "text", ...REPORTED, ...REPEATED },
  comment: { kind: "text", ...EVERYWHERE, ...REPEATED },
  artifact: { kind: "text", ...CHECK, ...REPEATED },
  mode: { kind: "text", ...EVERYWHERE, ...REPEATED },
  reports: { kind: "lines", modes: ["collect"] },
  expect: { kind: "lines", modes: ["collect"], ...REPEATED },
  "run-id": { kind: "text", modes: ["relay"], ...REPEATED },
  token: { kind: "text", ...EVERYWHERE },
  "report-dir": { kind: "text", ...EVERYWHERE }
};
var INPUT_NAMES = Object.keys(INPUTS).filter(
  (name) => Object.hasOwn(INPUTS, name)
);
function inputRow(name) {
  return INPUTS[name];
}
function parseInputList(name, value) {
  const separator = inputRow(name).kind === "list" ? /[\n,]/ : /\n/;
  return (value ?? "").split(separator).map((item) => item.trim()).filter((item) => item !== "");
}
function checkMode(mode, given) {
  const wrong = given.find((name) => !inputRow(name).modes.includes(mode));
  if (wrong === void 0) return;
  throw new UserError(
    `Input ${wrong} is not for mode ${mode}, and would change nothing: it is for mode ${inputRow(wrong).modes.join(" and ")}. Leave it out, or mend mode.`
  );
}

// src/domain/supply/trivy-releases.ts
var TRIVY_RELEASES = [
  {
    version: "0.74.0",
    platform: "Linux-64bit",
    archive: "2ae6fe3ee734b7fdf11335663e18c75ea12dccc76062f09f164a3b0f8be4371a",
    binary: "d89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791"
  },
  {
    version: "0.74.0",
    platform: "Linux-ARM64",
    archive: "b94ce1976bbf3c15b514b605ee88be7c6d94a29be2302847ff01cb794d47aad5",
    binary: "fed2c9ca7d27191ada34524b5eaf5216a845c6d6f3246143c3b475552ffe5358"
  }
];
var MALICIOUS = /* @__PURE__ */ new Set(["0.69.4", "0.69.5", "0.69.6"]);
function compromiseReason(version) {
  if (!MALICIOUS.has(version)) return void 0;
  return `Trivy ${version} was published by attackers in March 2026 and steals credentials (GHSA-69fq-xp46-6x23)`;
}
function knownVersions() {
  return [...new Set(TRIVY_RELEASES.map(({ version }) => version))];
}

// src/domain/supply/trivy-source.ts
import { fileURLToPath } from "node:url";
function parseTrivySource({ version, checksum, url, path }) {
  if (url !== void 0) checkUrl(url);
  const digest = checksum === void 0 ? void 0 : parseChecksum(checksum);
  return {
    version: parseVersion(version, { isOwn: digest !== void 0 }),
    ...defined({ path, checksum: digest, url })
  };
}
function parseVersion(value, { isOwn }) {
  const version = value.replace(/^v/, "");
  const takes = `it takes ${knownVersions().join(", ")}, or any version of one's own archive together with trivy-checksum`;
  const malice = compromiseReason(version);
  if (malice !== void 0)
    throw new UserError(`Input trivy-version is "${value}": ${malice}; ${takes}.`);
  if (version === "latest")
    throw new UserError(
      `Input trivy-version is "latest": nobody knows beforehand what that will be, so it cannot be verified; ${takes}.`
    );
  if (!/^\d+\.\d+\.\d+$/.test(version) || !isOwn && !knownVersions().includes(version))
    throw new UserError(`Input trivy-version is "${value}": its checksum is not known; ${takes}.`);
  return version;
}
function parseChecksum(value) {
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(value)?.[1];
  if (digest !== void 0) return digest.toLowerCase();
  throw new UserError(
    `Input trivy-checksum is "${value}"; it takes the SHA-256 of the archive, 64 hexadecimal digits.`
  );
}
function checkUrl(value) {
  try {
    const url = new URL(value);
    if (url.protocol === "file:") fileURLToPath(url);
    if (["http:", "https:", "file:"].includes(url.protocol)) return;
  } catch {
  }
  throw new UserError(
    "Input trivy-url is no address of an archive; it takes https://..., http://... or file:///..., in which {version} and {platform} are filled in."
  );
}
var RELEASE = "https://github.com/aquasecurity/trivy/releases/download/v{version}/trivy_{version}_{platform}.tar.gz";
function selectTrivyArchive({ version, checksum, url = RELEASE }, machine) {
  const platform = platformOf(machine);
  if (platform === void 0)
    return unable(
      `Trivy is fetched for Linux on x64 and arm64 only, and this is ${machine.os} on ${machine.arch}: install it, and name it with the input trivy-path.`
    );
  const release = TRIVY_RELEASES.find(
    (one) => one.version === version && one.platform === platform
  );
  const digest = checksum ?? release?.archive;
  if (digest === void 0)
    return unable(`The checksum of Trivy ${version} for ${platform} is not known.`);
  const binary = digest === release?.archive ? { binary: release.binary } : {};
  return known({ version, platform, digest, ...binary, url: filled(url, { version, platform }) });
}
function platformOf({ os, arch }) {
  if (os !== "linux") return void 0;
  return arch === "x64" ? "Linux-64bit" : arch === "arm64" ? "Linux-ARM64" : void 0;
}
function filled(url, values) {
  return url.replace(
    /(?:\{|%7B)(version|platform)(?:\}|%7D)/gi,
    (all, name) => ownProperty(values, name) ?? all
  );
}

// src/domain/text/line-splitter.ts
import { StringDecoder } from "node:string_decoder";
var LONGEST_LINE = 4 * 1024 * 1024;
var LineSplitter = class {
  #onLine;
  #longest;
  #decoder = new StringDecoder("utf8");
  /** Of the line that has not ended, as they came: joining them for each chunk would be quadratic. */
  #rest = [];
  #length = 0;
  #isCut = false;
  constructor(onLine, longest = LONGEST_LINE) {
    this.#onLine = onLine;
    this.#longest = longest;
  }
  add(chunk) {
    const [first = "", ...others] = this.#decoder.write(chunk).split("\n");
    this.#keep(first);
    for (const line of others) {
      if (!this.#isCut) this.#give((whole) => whole.endsWith("\r") ? whole.slice(0, -1) : whole);
      this.#isCut = false;
      this.#keep(line);
    }
  }
  end() {
    if (this.#length > 0) this.#give((whole) => whole);
  }
  #keep(piece) {
    if (this.#isCut) return;
    this.#rest.push(piece);
    this.#length += piece.length;
    if (this.#length <= this.#longest) return;
    this.#give((whole) => truncate(whole, this.#longest));
    this.#isCut = true;
  }
  #give(change) {
    const whole = this.#rest.join("");
    this.#rest = [];
    this.#length = 0;
    this.#onLine(change(whole));
  }
};

// src/domain/keep/keys.ts
import { createHash } from "node:crypto";
var KEPT_FOLDER = "plimsoll-kept";
var SHAPE = "plimsoll-1";
function layersKey(image, { trivy, diffIds }) {
  const prefix = layersPrefix(image, trivy);
  return { prefixes: [prefix], key: `${prefix}${shortHash(diffIds.join("\n"))}` };
}
function layersPrefix(image, trivy) {
  return `${SHAPE}-layers-${keyText(trivy)}-${toFileName(image)}-`;
}
function recordKey(image, { commit, run, attempt }) {
  const prefix = recordPrefix(image, commit);
  return { prefixes: [prefix], key: `${prefix}${run}-${attempt}` };
}
var RECORDS = `${SHAPE}-record-`;
function recordPrefix(image, commit) {
  return `${RECORDS}${toFileName(image)}-${commit}-`;
}
function runKey(images, { commit, run, attempt }) {
  const prefix = runPrefix(commit);
  const which = shortHash(images.toSorted().join("\n"));
  return { prefixes: [prefix], key: `${prefix}${which}-${run}-${attempt}` };
}
var RUNS = `${SHAPE}-run-`;
function runPrefix(commit) {
  return `${RUNS}${commit}-`;
}
function databaseKey(cacheFolder, name) {
  const prefix = `${SHAPE}-${cacheFolder}-`;
  return { prefixes: [prefix], key: `${prefix}${name}` };
}
function binaryKey(name) {
  const key = `${SHAPE}-trivy-${name}`;
  return { key, prefixes: [key] };
}
function keyText(text) {
  return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 64);
}
function shortHash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

// src/domain/policy/mirrored-inputs.ts
var MIRRORS = INPUT_NAMES.flatMap((input) => {
  const { policy } = inputRow(input);
  return policy === void 0 ? [] : [{ input, ...policy }];
});
function policyInputs(text) {
  const given = MIRRORS.flatMap(({ input }) => {
    const value = text(input);
    return value === void 0 ? [] : [[input, valuesOf(input, value)]];
  });
  return Object.fromEntries(given);
}
function valuesOf(input, value) {
  if (inputRow(input).kind === "text") return { all: value };
  const pairs = parseInputList(input, value).map((line) => {
    const at = line.indexOf("=");
    return at === -1 ? ["", line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
  const everywhere = pairs.filter(([image]) => image === "");
  if (everywhere.length > 1) {
    throw new UserError(
      `Input ${input} has ${everywhere.length} values for all images; write one, and the others as image=value.`
    );
  }
  const all = everywhere[0]?.[1];
  const images = new Map(pairs.filter(([image]) => image !== ""));
  return { ...defined({ all }), images };
}

export {
  parseReference,
  registryApiUrl,
  isLoopback,
  parseSwitch,
  parseChoice,
  parseDuration,
  parseSize,
  checkRepositories,
  parseModeInputs,
  INPUT_NAMES,
  inputRow,
  parseInputList,
  checkMode,
  csvField,
  parseBuildCache,
  parseCacheWrite,
  cacheArgs,
  GHA,
  TRIVY_RELEASES,
  compromiseReason,
  parseTrivySource,
  selectTrivyArchive,
  MIRRORS,
  policyInputs,
  LineSplitter,
  KEPT_FOLDER,
  layersKey,
  layersPrefix,
  recordKey,
  RECORDS,
  recordPrefix,
  runKey,
  RUNS,
  runPrefix,
  databaseKey,
  binaryKey
};
