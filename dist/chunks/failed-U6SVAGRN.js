import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  commitAt
} from "./chunk-6SXZOD36.js";
import {
  failureReport,
  jobOf,
  publish
} from "./chunk-7CQRL7X6.js";
import "./chunk-VHY7LT4L.js";
import "./chunk-APOYRPQO.js";
import "./chunk-UIIRCSEI.js";
import "./chunk-IQEXAYKY.js";
import "./chunk-5726KR7J.js";

// src/modes/failed.ts
async function failed(failure, deps) {
  const { inputs } = failure;
  const commit = inputs === void 0 ? void 0 : await commitAt(inputs.workdir, deps);
  const of = { ...jobOf(deps.workflow.env), ...commit === void 0 ? {} : { commit } };
  const report = failureReport({ ...failure, ...of, endedAt: deps.clock.now() });
  return publish({
    report,
    images: [],
    ...failure.inputs === void 0 ? {} : { inputs: failure.inputs },
    deps
  });
}
export {
  failed
};
