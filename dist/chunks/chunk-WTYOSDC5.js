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
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
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

export {
  UserError,
  ToolError,
  messageOf,
  hasCode,
  Interrupted
};
