import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import {
  truncate
} from "./chunk-MVMEKKJL.js";
import {
  RUN_OVER
} from "./chunk-D2TINDH7.js";

// src/domain/known.ts
function known(value) {
  return { value };
}
function unable(reason) {
  return { unable: reason };
}
function isKnown(thing) {
  return "value" in thing;
}
function mapKnown(thing, change) {
  return isKnown(thing) ? known(change(thing.value)) : thing;
}

// src/domain/text/plain-text.ts
var ESCAPES = (
  // eslint-disable-next-line no-control-regex -- these characters are what it is about
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]/g
);
var HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
var PRINTABLE = /^[ -~]*$/;
function withoutEscapes(text) {
  return text.replace(ESCAPES, "");
}
function plainLine(text) {
  if (PRINTABLE.test(text)) return text.trimEnd();
  return withoutEscapes(text).replace(HIDDEN, " ").trimEnd();
}
var HIDDEN_IN_LINES = /(?:(?!\n|(?<=@)\u2060)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+/gu;
function plainLines(text) {
  return PRINTABLE.test(text) ? text : withoutEscapes(text).replace(HIDDEN_IN_LINES, " ");
}
var LONGEST = 80;
function shortened(path) {
  const half = Math.floor(LONGEST / 2);
  return path.length <= LONGEST ? path : `${path.slice(0, half)}…${path.slice(-half)}`;
}

// src/domain/report/run-end.ts
var MOST_NAMED = 5;
var LONGEST_NAME = 120;
function endedBy(reason, running) {
  const all = [...new Set(running)];
  const named = all.slice(0, MOST_NAMED).map((name) => truncate(plainLine(name), LONGEST_NAME));
  const more = all.length - named.length;
  const rest = more === 0 ? "" : ` and ${more} more`;
  return named.length === 0 ? `${reason}.` : `${reason}; still running: ${named.join(", ")}${rest}.`;
}
function timeoutWords(seconds, running) {
  return `${endedBy(`The ${seconds} s of \`timeout\` are over`, running)} The input timeout allows more.`;
}
function endedReport(report, reason) {
  return withRunEnd({ ...report, verdict: "unable", error: { kind: "tool", message: reason } }, reason);
}
function withRunEnd(report, reason) {
  const told = (one) => isBrokenOff(one.reason) ? { ...one, reason } : one;
  return {
    ...report,
    images: report.images.map(told),
    outcomes: report.outcomes.map(told),
    runs: report.runs.map(({ failure, ...run }) => ({
      ...run,
      // A build that was ended has not failed.
      ...failure === void 0 || isBrokenOff(failure.message) ? {} : { failure },
      notices: noticesOf(run.notices, { report, reason })
    }))
  };
}
function noticesOf(notices, { report: { error }, reason }) {
  const others = notices.filter(({ message }) => !isBrokenOff(message));
  const isSaid = error?.message === reason || others.some(({ message }) => message === reason);
  const isBroken = others.length < notices.length;
  return isSaid || !isBroken ? others : [...others, { from: "run", message: reason }];
}
function isBrokenOff(text = "") {
  return text.includes(RUN_OVER);
}

// src/domain/plimsoll-version.ts
var VERSION = "0.0.0";

// src/domain/text/units.ts
var FACTORS = /* @__PURE__ */ new Map([
  ["B", 1],
  ["kB", 1e3],
  ["MB", 1e6],
  ["GB", 1e9],
  ["TB", 1e12],
  ["KiB", 2 ** 10],
  ["MiB", 2 ** 20],
  ["GiB", 2 ** 30],
  ["TiB", 2 ** 40]
]);
var BYTE_UNITS = [...FACTORS.keys()];
function parseBytes(text) {
  const match = /^(\d{1,16}(?:\.\d{1,6})?)\s{0,4}([A-Za-z]*)$/.exec(text.trim());
  if (match === null) return void 0;
  const unit = (match[2] ?? "").toLowerCase();
  const entry = [...FACTORS].find(([name]) => name.toLowerCase() === (unit === "" ? "b" : unit));
  if (entry === void 0) return void 0;
  const bytes = Math.round(Number(match[1]) * entry[1]);
  return Number.isSafeInteger(bytes) ? bytes : void 0;
}
function formatMoment(iso) {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
function formatSeconds(seconds) {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds >= 7200) return `${Number((seconds / 3600).toFixed(1))} h`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}
function formatDifference(bytes) {
  if (bytes === 0) return formatBytes(0);
  return `${bytes < 0 ? "−" : "+"}${formatBytes(Math.abs(bytes))}`;
}
function formatBytes(bytes) {
  const units = ["kB", "MB", "GB", "TB"];
  if (Math.abs(bytes) < 1e3) return `${bytes} B`;
  let value = bytes / 1e3;
  let unit = 0;
  while (Math.abs(value) >= 999.95 && unit < units.length - 1) {
    value /= 1e3;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit] ?? "TB"}`;
}
function formatDays(days) {
  const whole = Math.floor(days);
  return `${whole} ${whole === 1 ? "day" : "days"}`;
}
function formatPercent(percent) {
  return `${percent} %`;
}

// src/domain/own-property.ts
function ownProperty(record, name) {
  return Object.hasOwn(record, name) ? record[name] : void 0;
}
var PROTO = "__proto__";
var Dictionary = external_exports.core.$constructor("Dictionary", (schema, definition) => {
  external_exports.ZodRecord.init(schema, definition);
  const parse = schema._zod.parse.bind(schema._zod);
  schema._zod.parse = (payload, context) => {
    const input = payload.value;
    const parsed = parse(payload, context);
    const hasIt = typeof input === "object" && input !== null && Object.hasOwn(input, PROTO);
    if (!hasIt || parsed instanceof Promise) return parsed;
    const found = Object.getOwnPropertyDescriptor(input, PROTO)?.value;
    const one = definition.valueType._zod.run({ value: found, issues: [] }, context);
    if (one instanceof Promise) throw new Error("A dictionary is parsed at once.");
    parsed.issues.push(...external_exports.core.util.prefixIssues(PROTO, one.issues));
    if (typeof parsed.value === "object" && parsed.value !== null)
      Object.defineProperty(parsed.value, PROTO, {
        value: one.value,
        enumerable: true,
        writable: true,
        configurable: true
      });
    return parsed;
  };
});
function dictionary(value) {
  const made = new Dictionary({ type: "record", keyType: external_exports.string(), valueType: value });
  return made;
}

// src/domain/image-id.ts
import { createHash } from "node:crypto";
function imageId(parts) {
  const key = parts.key === void 0 || parts.key === "" ? [] : [encodePart(parts.key)];
  return [...key, encodePart(parts.name), parts.platform].join("/");
}
function encodePart(part) {
  return part.replace(/[%/]/g, (character) => character === "/" ? "%2F" : "%25");
}
var PLAIN = /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,79}$/;
function toFileName(id) {
  const readable = id.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 80);
  const hash = createHash("sha256").update(id).digest("hex");
  const mark = hash.slice(0, PLAIN.test(id) ? 8 : 16);
  return readable === "" ? mark : `${readable}-${mark}`;
}
function cacheScope({
  key,
  name,
  platforms
}) {
  return `plimsoll-${toFileName(imageId({ key, name, platform: platforms.toSorted().join("+") }))}`;
}
function folderImageName(folder) {
  const parts = folder.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 ? "default" : parts.join("-");
}

// src/domain/text/json.ts
function renderJson(document, indent) {
  return JSON.stringify(document, void 0, indent).replace(
    HIDDEN2,
    (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  );
}
var HIDDEN2 = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
var DEEPEST = 64;
function isDeep(document, left = DEEPEST) {
  if (typeof document !== "object" || document === null) return false;
  if (left === 0) return true;
  return Object.values(document).some((value) => isDeep(value, left - 1));
}

// src/domain/text/urls.ts
var URL_PARTS = /(?<![a-z0-9+.-])(?!docker-image:|oci-layout:)([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/?#"<>]*@)?([^\s?#"'<>]*)(?:\?[^\s#"'<>]*)?/gi;
function withoutUrlSecrets(text) {
  return text.includes("://") ? text.replace(URL_PARTS, "$1$2") : text;
}

// src/domain/inside.ts
import { isAbsolute, relative } from "node:path";
function isInside(path, folder) {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}
function nameIn(repository, path) {
  return isInside(path, repository) ? relative(repository, path) : path;
}

// src/domain/text/map-strings.ts
function mapStrings(document, change) {
  return walk(document, "", change);
}
function walk(value, key, change) {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((item) => walk(item, key, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [change(name, ""), walk(item, name, change)])
  );
}

// src/domain/environment/git-steering.ts
var STEERING = [
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_CEILING_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_CONFIG",
  "GIT_CONFIG_PARAMETERS",
  "GIT_DIR",
  "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  "GIT_GRAFT_FILE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_QUARANTINE_PATH",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE"
];
function steersGit(name) {
  return STEERING.includes(name);
}
var WITHOUT_GIT = { BUILDX_GIT_INFO: "false", BUILDX_GIT_LABELS: "false" };

// src/domain/environment/withheld.ts
var NAMES = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_CACHE_URL", "ACTIONS_RESULTS_URL"];
var PREFIXES = ["INPUT_", "ACTIONS_ID_TOKEN_REQUEST_"];
function isWithheld(name) {
  const upper = name.toUpperCase();
  return NAMES.some((known2) => known2 === upper) || PREFIXES.some((prefix) => upper.startsWith(prefix));
}
function childEnvironment(env) {
  const given = Object.entries(env).filter(([name]) => !isWithheld(name) && !steersGit(name));
  return { ...Object.fromEntries(given), ...WITHOUT_GIT };
}

// src/domain/environment/job-secrets.ts
var SAYING = [
  ...["token", "tokens", "secret", "secrets", "key", "keys", "apikey", "apikeys", "pwd", "pat"],
  ...["credential", "credentials", "auth", "dsn", "webhook", "connection"]
];
var ENDINGS = /(?:password|passwords|passwd|passphrase|token|secret|apikey)$/;
var OPEN_KEYS = ["cache", "public"];
function saysSecret(name) {
  const words = name.replace(/([a-z\d])(?=[A-Z])/g, "$1_").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
  const isOpen = words.some((word) => OPEN_KEYS.includes(word));
  return words.some((word) => {
    if (word === "pwd") return words.length > 1;
    if (word === "key" || word === "keys") return !isOpen;
    return SAYING.includes(word) || ENDINGS.test(word);
  });
}
function withheldValues(env) {
  return Object.entries(env).flatMap(
    ([name, value]) => isWithheld(name) && (!name.toUpperCase().startsWith("INPUT_") || saysSecret(name)) ? [value] : []
  );
}
function secretVariables(env) {
  return new Map(
    Object.entries(env).filter(([name, value]) => saysSecret(name) && !isPlain(value))
  );
}
var LOGIN = /[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/?#"<>]{1,2000})@/gi;
function urlPasswords(env) {
  return Object.values(env).flatMap(
    (value) => [...value.matchAll(LOGIN)].flatMap(([, login = ""]) => {
      const colon = login.indexOf(":");
      const password = login.slice(colon + 1);
      return [password, decoded(password)];
    })
  );
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var DOCUMENTED = /^(?:GITHUB_|RUNNER_|LC_)|^(?:CI|EDITOR|HOME|HOSTNAME|LANG|LANGUAGE|LOGNAME|OLDPWD|PAGER|PATH|PWD|SHELL|TEMP|TERM|TMP|TMPDIR|TZ|USER|USERNAME|VISUAL)$/;
var DOCUMENTED_IDENTITIES = [
  ...["GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_API_URL", "GITHUB_SHA", "GITHUB_REF"]
];
function namedVariables(texts, env) {
  const words = new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []));
  return Object.entries(env).flatMap(
    ([name, value]) => words.has(name) && !DOCUMENTED.test(name) && !isPlain(value) ? [value] : []
  );
}
var SWITCHES = [
  "disabled",
  "required",
  "optional",
  "anonymous",
  "external",
  "internal",
  "password"
];
function isPlain(value) {
  return /^[\d.,:_+-]*$/.test(value) || SWITCHES.includes(value.toLowerCase());
}

// src/domain/text/mask-json.ts
function isDocument(text) {
  return /^(?:\{\s*(?:"|\})|\[\s*(?:["[\]{\d]|$))/.test(text);
}
function maskDocument(text, mask) {
  return /^[[{]/.test(text) ? maskJson(text, mask) : mask(text);
}
function maskJson(text, mask) {
  if (mask(text) === text) return text;
  const document = JSON.parse(text);
  return renderJson(mapStrings(document, mask));
}

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536);
var myers_32 = (a, b) => {
  const n = a.length;
  const m = b.length;
  const lst = 1 << n - 1;
  let pv = -1;
  let mv = 0;
  let sc = n;
  let i = n;
  while (i--) {
    peq[a.charCodeAt(i)] |= 1 << i;
  }
  for (i = 0; i < m; i++) {
    let eq = peq[b.charCodeAt(i)];
    const xv = eq | mv;
    eq |= (eq & pv) + pv ^ pv;
    mv |= ~(eq | pv);
    pv &= eq;
    if (mv & lst) {
      sc++;
    }
    if (pv & lst) {
      sc--;
    }
    mv = mv << 1 | 1;
    pv = pv << 1 | ~(xv | mv);
    mv &= xv;
  }
  i = n;
  while (i--) {
    peq[a.charCodeAt(i)] = 0;
  }
  return sc;
};
var myers_x = (b, a) => {
  const n = a.length;
  const m = b.length;
  const mhc = [];
  const phc = [];
  const hsize = Math.ceil(n / 32);
  const vsize = Math.ceil(m / 32);
  for (let i = 0; i < hsize; i++) {
    phc[i] = -1;
    mhc[i] = 0;
  }
  let j = 0;
  for (; j < vsize - 1; j++) {
    let mv2 = 0;
    let pv2 = -1;
    const start2 = j * 32;
    const vlen2 = Math.min(32, m) + start2;
    for (let k = start2; k < vlen2; k++) {
      peq[b.charCodeAt(k)] |= 1 << k;
    }
    for (let i = 0; i < n; i++) {
      const eq = peq[a.charCodeAt(i)];
      const pb = phc[i / 32 | 0] >>> i & 1;
      const mb = mhc[i / 32 | 0] >>> i & 1;
      const xv = eq | mv2;
      const xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb;
      let ph = mv2 | ~(xh | pv2);
      let mh = pv2 & xh;
      if (ph >>> 31 ^ pb) {
        phc[i / 32 | 0] ^= 1 << i;
      }
      if (mh >>> 31 ^ mb) {
        mhc[i / 32 | 0] ^= 1 << i;
      }
      ph = ph << 1 | pb;
      mh = mh << 1 | mb;
      pv2 = mh | ~(xv | ph);
      mv2 = ph & xv;
    }
    for (let k = start2; k < vlen2; k++) {
      peq[b.charCodeAt(k)] = 0;
    }
  }
  let mv = 0;
  let pv = -1;
  const start = j * 32;
  const vlen = Math.min(32, m - start) + start;
  for (let k = start; k < vlen; k++) {
    peq[b.charCodeAt(k)] |= 1 << k;
  }
  let score = m;
  for (let i = 0; i < n; i++) {
    const eq = peq[a.charCodeAt(i)];
    const pb = phc[i / 32 | 0] >>> i & 1;
    const mb = mhc[i / 32 | 0] >>> i & 1;
    const xv = eq | mv;
    const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
    let ph = mv | ~(xh | pv);
    let mh = pv & xh;
    score += ph >>> m - 1 & 1;
    score -= mh >>> m - 1 & 1;
    if (ph >>> 31 ^ pb) {
      phc[i / 32 | 0] ^= 1 << i;
    }
    if (mh >>> 31 ^ mb) {
      mhc[i / 32 | 0] ^= 1 << i;
    }
    ph = ph << 1 | pb;
    mh = mh << 1 | mb;
    pv = mh | ~(xv | ph);
    mv = ph & xv;
  }
  for (let k = start; k < vlen; k++) {
    peq[b.charCodeAt(k)] = 0;
  }
  return score;
};
var distance = (a, b) => {
  if (a.length < b.length) {
    const tmp = b;
    b = a;
    a = tmp;
  }
  if (b.length === 0) {
    return a.length;
  }
  if (a.length <= 32) {
    return myers_32(a, b);
  }
  return myers_x(a, b);
};
var closest = (str, arr) => {
  let min_distance = Infinity;
  let min_index = 0;
  for (let i = 0; i < arr.length; i++) {
    const dist = distance(str, arr[i]);
    if (dist < min_distance) {
      min_distance = dist;
      min_index = i;
    }
  }
  return arr[min_index];
};

// src/domain/findings/facts.ts
var SEVERITIES = ["unknown", "low", "medium", "high", "critical"];
var STATUSES = [
  "unknown",
  "not_affected",
  "affected",
  "fixed",
  "under_investigation",
  "will_not_fix",
  "fix_deferred",
  "end_of_life"
];

// src/domain/retry.ts
var LASTING = [
  /^ENOTFOUND$/,
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_SSL|^ERR_TLS|^EPROTO$/,
  /^HPE_(?!INVALID_EOF)/,
  /^ERR_INVALID|^UND_ERR_INVALID|^ERR_UNESCAPED|HEADERS_OVERFLOW$/
];
var PERMANENT_ERROR_CODE = "ERR_INVALID_ASK";
function isTransientError(error) {
  if (typeof error !== "object" || error === null) return true;
  if ("code" in error && typeof error.code === "string" && isLasting(error.code)) return false;
  if ("cause" in error && error.cause !== void 0) return isTransientError(error.cause);
  return !("name" in error && ["TypeError", "HTTPParserError"].includes(String(error.name)));
}
function isLasting(code) {
  return LASTING.some((pattern) => pattern.test(code));
}

export {
  distance,
  closest,
  VERSION,
  BYTE_UNITS,
  parseBytes,
  formatMoment,
  formatSeconds,
  formatDifference,
  formatBytes,
  formatDays,
  formatPercent,
  ownProperty,
  dictionary,
  known,
  unable,
  isKnown,
  mapKnown,
  SEVERITIES,
  STATUSES,
  ESCAPES,
  withoutEscapes,
  plainLine,
  plainLines,
  shortened,
  imageId,
  toFileName,
  cacheScope,
  folderImageName,
  endedBy,
  timeoutWords,
  endedReport,
  withRunEnd,
  renderJson,
  isDeep,
  withoutUrlSecrets,
  isInside,
  nameIn,
  PERMANENT_ERROR_CODE,
  isTransientError,
  isWithheld,
  childEnvironment,
  mapStrings,
  withheldValues,
  secretVariables,
  urlPasswords,
  DOCUMENTED_IDENTITIES,
  namedVariables,
  isDocument,
  maskDocument,
  maskJson
};
