import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import {
  errorMessage
} from "./chunk-D2TINDH7.js";
import "./chunk-5726KR7J.js";

// src/platform/worker-task-child.ts
var cached = { key: external_exports.string(), path: external_exports.string() };
var schema = external_exports.discriminatedUnion("verb", [
  external_exports.strictObject({ verb: external_exports.literal("save"), ...cached }),
  external_exports.strictObject({ verb: external_exports.literal("restore"), prefixes: external_exports.array(external_exports.string()), ...cached }),
  external_exports.strictObject({
    verb: external_exports.literal("upload"),
    name: external_exports.string(),
    folder: external_exports.string(),
    files: external_exports.array(external_exports.string()).readonly()
  })
]);
async function runWorkerTask(text) {
  try {
    const found = await run(text);
    if (found !== void 0) process.stderr.write(`${found}
`);
  } catch (error) {
    process.stderr.write(`${errorMessage(error)}
`);
    process.exitCode = 1;
  }
}
async function run(text) {
  const errand = schema.parse(JSON.parse(text));
  if (errand.verb === "upload") {
    await (await import("./artifact-task-KXTKWDVO.js")).uploadFolder(errand);
    return void 0;
  }
  return (await import("./cache-task-4KCPZRDL.js")).saveOrRestore(errand);
}
export {
  runWorkerTask
};
