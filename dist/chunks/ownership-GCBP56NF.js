import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import "./chunk-5726KR7J.js";

// src/platform/ownership.ts
import { randomBytes } from "node:crypto";
var life = external_exports.enum(["run", "job"]);
var name = external_exports.string().regex(/^plimsoll-[0-9a-z:-]+$/);
var schema = external_exports.object({
  runId: external_exports.string(),
  owned: external_exports.array(
    external_exports.discriminatedUnion("kind", [
      external_exports.object({ kind: external_exports.literal("folder"), path: external_exports.string(), life }),
      external_exports.object({ kind: external_exports.enum(["container", "image", "builder", "volume"]), name, life })
    ])
  )
});
function parseOwnership(saved) {
  try {
    return schema.parse(JSON.parse(saved));
  } catch {
    return { runId: randomBytes(8).toString("hex"), owned: [] };
  }
}
export {
  parseOwnership
};
