import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-TZS4MVFS.js";
import "./chunk-TYVAL3OH.js";
import "./chunk-5726KR7J.js";
export {
  context,
  getOctokit
};
