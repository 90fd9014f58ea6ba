import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  getProxyUrl
} from "./chunk-TAQJBAEF.js";
import {
  require_undici
} from "./chunk-TYVAL3OH.js";
import {
  __toESM
} from "./chunk-5726KR7J.js";

// src/platform/proxy.ts
var import_undici = __toESM(require_undici(), 1);
async function fetchByProxy(url, init) {
  const proxy = getProxyUrl(url.href);
  if (proxy === "") return fetch(url, init);
  const headers = Object.fromEntries(init.headers);
  return (0, import_undici.fetch)(url, { ...init, headers, dispatcher: new import_undici.ProxyAgent(proxy) });
}
export {
  fetchByProxy
};
