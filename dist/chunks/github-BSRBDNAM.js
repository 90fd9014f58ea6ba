import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-3CJPNHWF.js";
import "./chunk-HAPF6BW3.js";
import "./chunk-6LUAD7YL.js";
export {
  context,
  getOctokit
};
