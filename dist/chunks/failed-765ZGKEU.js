import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  failureReport,
  publish
} from "./chunk-ZNZV7NG5.js";
import "./chunk-UHKTF7H4.js";
import "./chunk-EBMGXPEE.js";
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
