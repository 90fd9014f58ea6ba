import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);

// src/domain/text/ends.ts
function withoutTrailing(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
function before(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
function cut(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed().trimEnd()}…`;
}

export {
  withoutTrailing,
  before,
  cut
};
