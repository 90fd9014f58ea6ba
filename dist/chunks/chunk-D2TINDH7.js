import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
  place;
  constructor(message, options) {
    super(message, options?.cause === void 0 ? void 0 : { cause: options.cause });
    this.place = options?.place;
  }
};
var REFUSALS = {
  absent: "is not there: put a file there, or take out what names it",
  outside: "leads out of the repository: put the file itself there, or name where it lies with the input allow (fs.read=PATH)",
  "not-a-file": "is not a file: put the text itself there",
  "too-large": "is too large and is not read",
  unreadable: "cannot be read"
};
var RefusedFile = class extends UserError {
  refusal;
  /** @param name as the reader knows it @param detail a figure or a code of the system */
  constructor(name, refusal, detail) {
    super(`${name} ${REFUSALS[refusal]}${detail === void 0 ? "" : ` (${detail})`}.`);
    this.refusal = refusal;
  }
};
var ToolError = class extends Error {
  name = "ToolError";
  tool;
  place;
  constructor(tool, message, options) {
    super(message, options?.cause === void 0 ? void 0 : { cause: options.cause });
    this.tool = tool;
    this.place = options?.place;
  }
};
var RUN_OVER = "the run was stopped";
function errorMessage(error) {
  if (isOfRunEnd(error)) return RUN_OVER;
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : void 0;
  return typeof message === "string" ? message : String(error);
}
function hasCode(error, ...codes) {
  return (
    // Not instanceof: under jest the error is of another realm.
    typeof error === "object" && error !== null && "code" in error && codes.some((code) => error.code === code)
  );
}
var Interrupted = class extends Error {
  name = "Interrupted";
};
var TimeOver = class extends Error {
  name = "TimeOver";
};
function isOfRunEnd(error) {
  if (error instanceof TimeOver || error instanceof Interrupted) return true;
  if (typeof error !== "object" || error === null || !("cause" in error)) return false;
  return hasCode(error, "ABORT_ERR") && isOfRunEnd(error.cause);
}

export {
  UserError,
  RefusedFile,
  ToolError,
  RUN_OVER,
  errorMessage,
  hasCode,
  Interrupted,
  TimeOver
};
