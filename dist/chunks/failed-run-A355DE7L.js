import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  commitAt
} from "./chunk-PL5ZKOLF.js";
import {
  currentJob,
  failureReport,
  publish
} from "./chunk-2FXX2ERW.js";
import "./chunk-IUT7DATS.js";
import "./chunk-APOYRPQO.js";
import {
  defined
} from "./chunk-MVMEKKJL.js";
import "./chunk-D2TINDH7.js";
import "./chunk-5726KR7J.js";

// src/modes/failed-run.ts
async function failedRun(failure, deps) {
  const { inputs } = failure;
  const commit = inputs === void 0 ? void 0 : await commitAt(inputs.workdir, deps);
  const of = { ...currentJob(deps.workflow.env), ...defined({ commit }) };
  const report = failureReport({ ...failure, ...of, endedAt: deps.clock.now() });
  return publish({
    report,
    images: [],
    ...defined({ inputs: failure.inputs }),
    deps
  });
}
export {
  failedRun
};
