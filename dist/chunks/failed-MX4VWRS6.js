import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  commitAt
} from "./chunk-QSPTHHB6.js";
import {
  failureReport,
  jobOf,
  publish
} from "./chunk-ZZC4VTMJ.js";
import "./chunk-E53B7XI4.js";
import "./chunk-APOYRPQO.js";
import "./chunk-UIIRCSEI.js";
import "./chunk-6VYBF27L.js";
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
