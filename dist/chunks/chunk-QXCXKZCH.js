import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);

// src/domain/withheld.ts
var NAMES = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_CACHE_URL", "ACTIONS_RESULTS_URL"];
var PREFIXES = ["INPUT_", "ACTIONS_ID_TOKEN_REQUEST_"];
function isWithheld(name) {
  const upper = name.toUpperCase();
  return NAMES.some((known) => known === upper) || PREFIXES.some((prefix) => upper.startsWith(prefix));
}
function childEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isWithheld(name)));
}

export {
  isWithheld,
  childEnvironment
};
