import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  core_exports,
  saveState,
  setOutput,
  summary
} from "./chunk-MF5M4UFG.js";
import "./chunk-2TFAPPUH.js";
import {
  defined,
  withoutTrailing
} from "./chunk-MVMEKKJL.js";
import {
  errorMessage
} from "./chunk-D2TINDH7.js";
import "./chunk-TAQJBAEF.js";
import "./chunk-TYVAL3OH.js";
import "./chunk-5726KR7J.js";

// src/platform/action-workflow.ts
function actionWorkflow(around) {
  const attempt = teller();
  return {
    ...around,
    args: [],
    invocation: "action",
    isPost: around.env["STATE_isPost"] !== void 0,
    annotate,
    setOutput: (name, value) => {
      void attempt("outputs", () => {
        setOutput(name, value);
      });
    },
    writeSummary: (markdown) => attempt("step summary", async () => {
      await summary.addRaw(markdown).write();
    }),
    writeStdout: () => Promise.resolve()
  };
}
function teller() {
  const told = /* @__PURE__ */ new Set();
  return async (what, write) => {
    try {
      await write();
    } catch (error) {
      if (told.has(what)) return;
      told.add(what);
      const title = "Plimsoll";
      const message = `The ${what} of this step could not be written, and its verdict stands: ${withoutTrailing(errorMessage(error), ". ")}.`;
      annotate({ level: "warning", title, message });
    }
  };
}
function annotate(annotation) {
  const { level, message, title, file, startLine, endLine } = annotation;
  const properties = {
    title,
    ...defined({ file, startLine, endLine })
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
