import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);

// src/domain/policy/verdict.ts
function worst(verdicts) {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("unable") ? "unable" : "pass";
}

export {
  worst
};
