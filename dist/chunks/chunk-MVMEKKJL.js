import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);

// src/domain/text/truncate.ts
function withoutTrailing(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
function textBefore(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
function truncate(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed().trimEnd()}…`;
}

// src/domain/defined.ts
function defined(fields) {
  const entries = Object.entries(fields).filter(([, value]) => value !== void 0);
  return Object.fromEntries(entries);
}

export {
  withoutTrailing,
  textBefore,
  truncate,
  defined
};
