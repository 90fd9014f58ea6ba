import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  messageOf
} from "./chunk-N4DH4EHX.js";
import {
  external_exports
} from "./chunk-APOYRPQO.js";

// src/clients/answer.ts
import { createHash } from "node:crypto";
import { Transform } from "node:stream";

// src/domain/registry/retry.ts
function parseRetryAfter(header, now) {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1e3);
}
function isPassing(status) {
  return status === 408 || status === 429 || status >= 500;
}

// src/clients/answer.ts
var PullFailed = class extends Error {
  name = "PullFailed";
  /** Seconds to wait at least before it may go better; undefined: trying again is no use. */
  wait;
  constructor(message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.wait = options.wait;
  }
};
var LARGEST_ERROR = 64 * 1024;
var errorSchema = external_exports.object({
  errors: external_exports.array(external_exports.object({ code: external_exports.string().regex(/^[A-Z_]{1,40}$/) })).min(1)
});
async function failureOf(answer, now) {
  const { status, headers } = answer;
  const body = await readAll(answer.body, LARGEST_ERROR).catch(() => Buffer.alloc(0));
  const parsed = errorSchema.safeParse(parseJson(body));
  const code = parsed.success ? parsed.data.errors[0]?.code : void 0;
  const words = `it answered ${status}${code === void 0 ? "" : ` ${code}`}`;
  if (!isPassing(status)) return new PullFailed(words);
  const wait = parseRetryAfter(headers["retry-after"], now);
  const asked = wait > 0 ? ` and asks to wait ${Math.ceil(wait)} seconds` : "";
  return new PullFailed(`${words}${asked}`, { wait });
}
async function readAll(body, most) {
  const parts = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > most) break;
      parts.push(Buffer.from(chunk));
    }
  } catch (cause) {
    throw new PullFailed(messageOf(cause), { wait: 0, cause });
  }
  if (bytes > most) throw new PullFailed(`its answer has more than ${most} bytes`);
  return Buffer.concat(parts);
}
function parseJson(bytes) {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return void 0;
  }
}
var Meter = class extends Transform {
  #hash = createHash("sha256");
  bytes = 0;
  constructor(most) {
    super({
      transform: (chunk, _, done) => {
        this.#hash.update(chunk);
        this.bytes += chunk.length;
        if (this.bytes > most) done(new Error(`there are more than ${most} bytes`));
        else done(null, chunk);
      }
    });
  }
  /** Once, at the end. */
  digest() {
    return `sha256:${this.#hash.digest("hex")}`;
  }
};

export {
  isPassing,
  PullFailed,
  failureOf,
  readAll,
  parseJson,
  Meter
};
