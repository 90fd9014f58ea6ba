import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  findCheckout
} from "./chunk-2FXX2ERW.js";
import {
  isKnown,
  known,
  unable
} from "./chunk-IUT7DATS.js";

// src/stages/plan/built-commit.ts
import { dirname } from "node:path";
async function builtCheckout({ images, definition, workdir }, deps) {
  if (deps.workflow.invocation !== "action") return unable("this is no workflow run");
  const written = definition.kind === "dockerfile" ? [] : definition.files;
  const files = [...written, ...images.flatMap(({ dockerfilePath }) => dockerfilePath ?? [])];
  const contexts = images.flatMap(({ contextPath }) => contextPath ?? []);
  const folders = /* @__PURE__ */ new Set([...contexts, ...files.map((file) => dirname(file))]);
  const found = await Promise.all([...folders].map((folder) => findCheckout(deps, folder)));
  const checkouts = found.filter(isKnown).map(({ value }) => value);
  const [first] = checkouts;
  if (first === void 0) return findCheckout(deps, workdir);
  const others = checkouts.filter(({ commit }) => commit !== first.commit);
  if (others.length === 0) return known(first);
  const commits = [...new Set(checkouts.map(({ commit }) => commit))];
  return unable(`it lies in checkouts of several commits (${commits.join(", ")})`);
}
async function commitAt(workdir, deps) {
  if (deps.workflow.invocation !== "action") return void 0;
  const found = await findCheckout(deps, workdir);
  return isKnown(found) ? found.value.commit : void 0;
}
function checkoutNotices(checkout, { workflow }) {
  if (workflow.invocation !== "action" || isKnown(checkout)) return [];
  const message = `Which commit was built is not known: ${checkout.unable}. So it is compared with no earlier run and kept for no later one, and no link leads to its files.`;
  return [{ from: "plan", message }];
}

export {
  builtCheckout,
  commitAt,
  checkoutNotices
};
