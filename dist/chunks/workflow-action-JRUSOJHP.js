import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  core_exports,
  saveState,
  setOutput,
  summary
} from "./chunk-IMPKL6QP.js";
import "./chunk-XYXV4VSV.js";
import "./chunk-HAPF6BW3.js";
import "./chunk-6LUAD7YL.js";

// src/platform/workflow-action.ts
function actionWorkflow(around) {
  return {
    ...around,
    args: [],
    door: "action",
    isPost: around.env["STATE_isPost"] !== void 0,
    annotate,
    setOutput: (name, value) => {
      setOutput(name, value);
    },
    writeSummary: async (markdown) => {
      await summary.addRaw(markdown).write();
    },
    writeStdout: () => Promise.resolve()
  };
}
function annotate(annotation) {
  const { level, message, title, file, startLine, endLine } = annotation;
  const properties = {
    title,
    ...file === void 0 ? {} : { file },
    ...startLine === void 0 ? {} : { startLine },
    ...endLine === void 0 ? {} : { endLine }
  };
  core_exports[level](message, properties);
}
function saveState2(name, value) {
  saveState(name, value);
}
export {
  actionWorkflow,
  saveState2 as saveState
};
