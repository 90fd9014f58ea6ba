import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  failureReport,
  publish
} from "./chunk-YXFBHH7R.js";
import "./chunk-KRBFO6DS.js";
import "./chunk-N4DH4EHX.js";
import "./chunk-APOYRPQO.js";
import "./chunk-5726KR7J.js";

// src/modes/failed.ts
function failed(failure, deps) {
  const report = failureReport({ ...failure, endedAt: deps.clock.now() });
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
