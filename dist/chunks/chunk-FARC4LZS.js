import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  isInside,
  nameIn
} from "./chunk-IUT7DATS.js";
import {
  UserError
} from "./chunk-D2TINDH7.js";

// src/stages/plan/named-files.ts
import { resolve } from "node:path";

// src/domain/plan/entitlements.ts
function requiredEntitlements(target, wants) {
  const read = (what, path) => ({
    target,
    what,
    need: { kind: "fs.read", path }
  });
  const entitlement = (what, name) => ({
    target,
    what,
    need: { kind: "entitlement", name }
  });
  const readIf = (what, path) => path === void 0 ? [] : [read(what, path)];
  return [
    ...readIf("its context", localPath(wants.context ?? ".")),
    ...readIf("its Dockerfile", dockerfilePath(wants)),
    ...Object.entries(wants.contexts ?? {}).flatMap(
      ([name, value]) => readIf(`the context ${name}`, localPath(value))
    ),
    // buildx takes the id for a file's path when nothing else is said.
    ...(wants.secret ?? []).flatMap(({ id, env, src }) => {
      const path = src ?? (env === void 0 ? id : void 0);
      return readIf(`the secret ${id ?? path ?? ""}`, path);
    }),
    ...(wants.ssh ?? []).flatMap(
      ({ id, paths }) => paths === void 0 || paths === null || paths.length === 0 ? [entitlement("the user's ssh agent", "ssh")] : paths.map((path) => read(`the ssh key ${id ?? "default"}`, path))
    ),
    ...(wants["cache-from"] ?? []).flatMap(
      ({ type, src }) => type === "local" ? readIf("its cache", src) : []
    ),
    ...(wants["cache-to"] ?? []).flatMap(
      ({ type, dest }) => type === "local" && dest !== void 0 ? [{ target, what: "its cache", need: { kind: "fs.write", path: dest } }] : []
    ),
    ...(wants.entitlements ?? []).map((name) => entitlement("its entitlements", name))
  ];
}
function dockerfilePath(wants) {
  const { dockerfile } = wants;
  if (dockerfile === void 0 || wants["dockerfile-inline"] !== void 0) return void 0;
  const path = localPath(dockerfile);
  if (path === void 0 || path.startsWith("/") || dockerfile.startsWith("cwd://")) return path;
  const context = localPath(wants.context ?? ".");
  return context === void 0 ? void 0 : `${context}/${path}`;
}
function localPath(reference) {
  const layout = /^oci-layout:\/\/(.+?)(?:@sha256:[0-9a-f]+|:[\w.-]+)?$/.exec(reference)?.[1];
  if (layout !== void 0) return layout;
  if (reference.startsWith("cwd://")) return reference.slice("cwd://".length);
  const isElsewhere = /^(target|docker-image):/.test(reference) || /^(https?|git|ssh):\/\//i.test(reference) || /^(git@|github\.com\/)/.test(reference);
  return isElsewhere ? void 0 : reference;
}
var SETS_PATH = /^[^.=]+\.(?:secrets|ssh|cache-from|cache-to)\+?=(.*)$/s;
function parseGrants(allow, set) {
  const pairs = allow.map((entry) => {
    const at = entry.indexOf("=");
    return at < 0 ? [entry, ""] : [entry.slice(0, at), entry.slice(at + 1)];
  });
  const every = pairs.find(([key, value]) => key.startsWith("fs") && value === "*");
  if (every !== void 0) {
    throw new UserError(
      `Input allow holds ${every[0]}=*, which opens the whole machine to the definition; name the folders that it needs, one a line.`
    );
  }
  const paths = (...keys) => pairs.flatMap(([key, value]) => keys.includes(key) ? [value] : []);
  const meant = set.flatMap((entry) => {
    const [, value] = SETS_PATH.exec(entry) ?? [];
    return (value ?? "").split(",").map((field) => field.slice(field.lastIndexOf("=") + 1));
  });
  return {
    read: [...paths("fs", "fs.read"), ...meant],
    write: [...paths("fs", "fs.write"), ...meant],
    entitlements: allow.filter((entry) => !entry.startsWith("fs"))
  };
}
function refuseEntitlements(missing, wider) {
  if (missing.length === 0) return;
  const needs = missing.map(
    ({ target, what, need }) => `${what} of ${target}${need.kind === "entitlement" ? "" : ` (${need.path})`}`
  );
  const lines = missing.map(
    ({ need }) => need.kind === "entitlement" ? need.name : `${need.kind}=${need.path}`
  );
  const all = [...new Set(needs)].join(", ");
  if (wider !== void 0)
    throw new UserError(
      `The definition asks for more than its working directory holds: ${all}. Work in the folder that holds it: workdir: ${wider.workdir} and files: ${wider.files.join(", ")}.`
    );
  throw new UserError(
    `The definition asks for more than its working directory holds: ${all}. If that is meant, grant it with the input allow: ${[...new Set(lines)].join(", ")}.`
  );
}

// src/stages/plan/named-files.ts
function parseBounds({ workdir, allow, set }, repository) {
  const { read } = parseGrants(allow, set);
  return { repository, allowed: read.map((path) => resolve(workdir, path)) };
}
function namedAs(path, { bounds, by, maxBytes }) {
  const { repository, allowed } = bounds;
  const isFree = by === "user" && !isInside(path, repository);
  return {
    name: nameIn(repository, path),
    ...isFree ? {} : { within: [repository, ...allowed] },
    maxBytes
  };
}
async function readNamedText(path, naming, { files }) {
  return new TextDecoder().decode(await files.readNamed(path, namedAs(path, naming)));
}

export {
  requiredEntitlements,
  dockerfilePath,
  localPath,
  parseGrants,
  refuseEntitlements,
  parseBounds,
  readNamedText
};
