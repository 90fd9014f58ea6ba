import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  GHA,
  KEPT_FOLDER,
  RECORDS,
  TRIVY_RELEASES,
  apiOf,
  archiveOf,
  binaryKey,
  cacheArgs,
  databaseKey,
  isLoopback,
  isWithheld,
  layersKey,
  layersPrefix,
  maliceOf,
  parseReference,
  recordKey,
  recordPrefix
} from "./chunk-HXUFUEBD.js";
import {
  CAUSES,
  LEVELS,
  Losses,
  PATIENCE,
  RECORD_NAME,
  RULES,
  RULE_IDS,
  SUBJECT_KEYS,
  askPatiently,
  askedReportFolder,
  attachmentData,
  attachmentName,
  cacheOf,
  cannotFail,
  changeOf,
  compareVersions,
  contextFacts,
  findHead,
  findParents,
  findRoot,
  findingIdentity,
  fixFor,
  fixesSince,
  forEachRule,
  formatBytes,
  isClean,
  jsonText,
  languagePackageKey,
  lineFields,
  lineOf,
  listFiles,
  listed,
  makeReport,
  nameText,
  nearestFirst,
  parseIgnore,
  placeOfLayer,
  policyRecord,
  publish,
  purlWithoutVersion,
  ranked,
  recordSchema,
  refusalOf,
  repositoryOf,
  require_packageurl_js,
  rulesFor,
  secretKey,
  shown,
  systemPackageKey
} from "./chunk-PCILT355.js";
import {
  SEVERITIES,
  STATUSES,
  VERSION,
  cacheScope,
  fileNameOf,
  imageId,
  isKnown,
  known,
  mapKnown,
  nameOfFolder,
  require_mod,
  unable,
  withoutUrlSecrets
} from "./chunk-DLLEUWTK.js";
import {
  ToolError,
  UserError,
  messageOf
} from "./chunk-WTYOSDC5.js";
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import {
  __commonJS,
  __esm,
  __export,
  __require,
  __toCommonJS,
  __toESM
} from "./chunk-5726KR7J.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode2(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar2(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap2;
    exports.isNode = isNode2;
    exports.isPair = isPair;
    exports.isScalar = isScalar2;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path) {
      const ctrl = callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = visit_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path) {
      const ctrl = await callVisitor(key, node, visitor, path);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path = Object.freeze(path.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path = Object.freeze(path.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key, node, visitor, path) {
      if (typeof visitor === "function")
        return visitor(key, node, path);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
      return void 0;
    }
    function replaceNode(key, path, node) {
      const parent = path[path.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line2, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line2.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count)
            count = c;
        }
        return count;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema5, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema5.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema5[identity.MAP] : Symbol.iterator in Object(value) ? schema5[identity.SEQ] : schema5[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema5, path, value) {
      let v = value;
      for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema: schema5,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema5) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema5,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema5) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema5)
          copy.schema = schema5;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema5) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path, value) {
        if (isEmptyPath(path))
          this.add(value);
        else {
          const [key, ...rest] = path;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text4, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text4;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text4.length <= endStep)
        return text4;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text4, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text4[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text4[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text4, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text4[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text4[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text4;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text4;
      if (onFold)
        onFold();
      let res = text4.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold2 = folds[i2];
        const end2 = folds[i2 + 1] || text4.length;
        if (fold2 === 0)
          res = `
${indent}${text4.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold2])
            res += `${text4[fold2]}\\`;
          res += `
${indent}${text4.slice(fold2 + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text4, i, indent) {
      let end = i;
      let start3 = i + 1;
      let ch = text4[start3];
      while (ch === " " || ch === "	") {
        if (i < start3 + indent) {
          ch = text4[++i];
        } else {
          do {
            ch = text4[++i];
          } while (ch && ch !== "\n");
          end = i;
          start3 = i + 1;
          ch = text4[start3];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start3 = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start3 > limit)
            return true;
          start3 = i + 1;
          if (strLen - start3 <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start3 = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start3, i) + "\\ ";
          i += 1;
          start3 = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start3, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start3 = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start3, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start3 = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start3 ? str + json.slice(start3) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start3 = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start3) {
        value = value.substring(start3.length);
        start3 = start3.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start3}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start3}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema5) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema5);
        if (identity.isNode(value))
          value = value.clone(schema5);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line2 = lines[i];
          str += line2 ? `
${indent}${line2}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line2) => sum + line2.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start: start3, end } = flowChars;
      if (lines.length === 0) {
        return start3 + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line2) => sum + line2.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start3;
          for (const line2 of lines)
            str += line2 ? `
${indentStep}${indent}${line2}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start3}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema5) {
        super(identity.MAP, schema5);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema5, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema5);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema5.sortMapEntries === "function") {
          map.items.sort(schema5.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema5, obj, ctx) => YAMLMap.YAMLMap.from(schema5, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema5) {
        super(identity.SEQ, schema5);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema5, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema5);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema5, obj, ctx) => YAMLSeq.YAMLSeq.from(schema5, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema5 = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema5;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema5 = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema5;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer2 = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer2[i] = str.charCodeAt(i);
          return buffer2;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema5, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema5);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema5, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema5, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema5, iterable, ctx) => YAMLOMap.from(schema5, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema5) {
        super(schema5);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema5, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema5);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema5, iterable, ctx) => YAMLSet.from(schema5, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema5 = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema5;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema5 = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema5.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema = class _Schema {
      constructor({ compat, customTags, merge, resolveKnownTags, schema: schema5, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema5 === "string" && schema5 || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path) {
        if (Collection.isEmptyPath(path))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line: line2, col } = error.linePos[0];
      error.message += ` at line ${line2}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line2 - 1], lc.lineStarts[line2]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line2 > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line2 - 2], lc.lineStarts[line2 - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line2 && end.col > col) {
          count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start3 = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start3 ?? (start3 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start3 ?? (start3 = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start3 ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual(pair.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start: start3, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start3, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start3[start3.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start3, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start: start3, value } of bs.items) {
        const props = resolveProps.resolveProps(start3, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start3, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap2 = fc.start.source === "{";
      const fcName = isMap2 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start: start3, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start3, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap2 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start3) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap2 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start3, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap2 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap2) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap2 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start3 = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start3, start3, start3] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start3 + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start3, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start3 + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start3, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line2 = /(.*?)\r?\n/sy;
      let match = line2.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line2.lastIndex;
      while (match = line2.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line2.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold: fold2, offset } = foldNewline(source, i);
          res += fold2;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold2 = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold2 += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold2)
        fold2 = " ";
      return { fold: fold2, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    function findScalarTagByName(schema5, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema5[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema5.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema5.knownTags[tagName];
      if (kt && !kt.collection) {
        schema5.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema5[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema: schema5 }, value, token, onError) {
      const tag = schema5.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema5[identity.SCALAR];
      if (schema5.compat) {
        const compat = schema5.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema5[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start: start3, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start3, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start3, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = (pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start: start3, key, sep, value }) {
      let res = "";
      for (const st of start3)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path) => {
      let item = cst;
      for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path) => {
      const parent = visit.itemAtPath(cst, path.slice(0, -1));
      const field = path[path.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path, item, visitor) {
      let ctrl = visitor(item, path);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token) => !!token && "items" in token;
    var isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar2;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line2 = this.getLine();
        if (line2 === null)
          return this.setNext("stream");
        if (line2[0] === cst.BOM) {
          yield* this.pushCount(1);
          line2 = line2.substring(1);
        }
        if (line2[0] === "%") {
          let dirEnd = line2.length;
          let cs = line2.indexOf("#");
          while (cs !== -1) {
            const ch = line2[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line2.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line2[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line2.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line2.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line2 = this.getLine();
        if (line2 === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line2[n]) {
          case "#":
            yield* this.pushCount(line2.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line2.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line2 = this.getLine();
        if (line2 === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line2[0] !== "#" || indent === 0 && (line2.startsWith("---") || line2.startsWith("...")) && isEmpty(line2[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line2[0] === "]" || line2[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line2[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line2[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line2.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start3 = this.lineStarts[low - 1];
          return { line: low, col: offset - start3 + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list3, type) {
      for (let i = 0; i < list3.length; ++i)
        if (list3[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list3) {
      for (let i = 0; i < list3.length; ++i) {
        switch (list3[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start3 = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start: start3, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start3 = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start3 = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start3.push(this.sourceToken);
                map.items.push({ start: start3 });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start3.push(this.sourceToken);
                map.items.push({ start: start3, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start4 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start4, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start3, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start4 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start4, key, sep }]
                  });
                } else if (start3.length > 0) {
                  it.sep = it.sep.concat(start3, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start: start3, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start: start3, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start: start3 });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start3 = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start: start3, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start3 = getFirstKeyStartProps(prev);
            start3.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start3, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start3 = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: start3, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start3, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start3.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// node_modules/dockerfile-ast/lib/argument.js
var require_argument = __commonJS({
  "node_modules/dockerfile-ast/lib/argument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Argument = void 0;
    var Argument = class {
      constructor(value, range) {
        this.value = value;
        this.range = range;
      }
      toString() {
        return this.value;
      }
      getRange() {
        return this.range;
      }
      getValue() {
        return this.value;
      }
      isAfter(position) {
        if (this.range.end.line < position.line) {
          return false;
        }
        return this.range.start.line > position.line ? true : this.range.start.character > position.character;
      }
      isBefore(position) {
        if (this.range.start.line < position.line) {
          return true;
        }
        return this.range.end.line > position.line ? false : this.range.end.character < position.character;
      }
    };
    exports.Argument = Argument;
  }
});

// node_modules/dockerfile-ast/lib/jsonArgument.js
var require_jsonArgument = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonArgument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONArgument = void 0;
    var argument_1 = require_argument();
    var JSONArgument = class extends argument_1.Argument {
      constructor(value, range, jsonRange) {
        super(value, range);
        this.jsonRange = jsonRange;
      }
      getJSONRange() {
        return this.jsonRange;
      }
      getJSONValue() {
        let value = super.getValue();
        value = value.substring(1, value.length - 1);
        return value;
      }
    };
    exports.JSONArgument = JSONArgument;
  }
});

// node_modules/vscode-languageserver-types/lib/esm/main.js
var main_exports = {};
__export(main_exports, {
  AnnotatedTextEdit: () => AnnotatedTextEdit,
  ApplyKind: () => ApplyKind,
  ChangeAnnotation: () => ChangeAnnotation,
  ChangeAnnotationIdentifier: () => ChangeAnnotationIdentifier,
  CodeAction: () => CodeAction,
  CodeActionContext: () => CodeActionContext,
  CodeActionKind: () => CodeActionKind,
  CodeActionTag: () => CodeActionTag,
  CodeActionTriggerKind: () => CodeActionTriggerKind,
  CodeDescription: () => CodeDescription,
  CodeLens: () => CodeLens,
  Color: () => Color,
  ColorInformation: () => ColorInformation,
  ColorPresentation: () => ColorPresentation,
  Command: () => Command,
  CompletionItem: () => CompletionItem,
  CompletionItemKind: () => CompletionItemKind,
  CompletionItemLabelDetails: () => CompletionItemLabelDetails,
  CompletionItemTag: () => CompletionItemTag,
  CompletionList: () => CompletionList,
  CreateFile: () => CreateFile,
  DeleteFile: () => DeleteFile,
  Diagnostic: () => Diagnostic,
  DiagnosticRelatedInformation: () => DiagnosticRelatedInformation,
  DiagnosticSeverity: () => DiagnosticSeverity,
  DiagnosticTag: () => DiagnosticTag,
  DocumentHighlight: () => DocumentHighlight,
  DocumentHighlightKind: () => DocumentHighlightKind,
  DocumentLink: () => DocumentLink,
  DocumentSymbol: () => DocumentSymbol,
  DocumentUri: () => DocumentUri,
  EOL: () => EOL,
  FoldingRange: () => FoldingRange,
  FoldingRangeKind: () => FoldingRangeKind,
  FormattingOptions: () => FormattingOptions,
  Hover: () => Hover,
  InlayHint: () => InlayHint,
  InlayHintKind: () => InlayHintKind,
  InlayHintLabelPart: () => InlayHintLabelPart,
  InlineCompletionContext: () => InlineCompletionContext,
  InlineCompletionItem: () => InlineCompletionItem,
  InlineCompletionList: () => InlineCompletionList,
  InlineCompletionTriggerKind: () => InlineCompletionTriggerKind,
  InlineValueContext: () => InlineValueContext,
  InlineValueEvaluatableExpression: () => InlineValueEvaluatableExpression,
  InlineValueText: () => InlineValueText,
  InlineValueVariableLookup: () => InlineValueVariableLookup,
  InsertReplaceEdit: () => InsertReplaceEdit,
  InsertTextFormat: () => InsertTextFormat,
  InsertTextMode: () => InsertTextMode,
  LanguageKind: () => LanguageKind,
  Location: () => Location,
  LocationLink: () => LocationLink,
  MarkedString: () => MarkedString,
  MarkupContent: () => MarkupContent,
  MarkupKind: () => MarkupKind,
  OptionalVersionedTextDocumentIdentifier: () => OptionalVersionedTextDocumentIdentifier,
  ParameterInformation: () => ParameterInformation,
  Position: () => Position,
  Range: () => Range,
  RenameFile: () => RenameFile,
  SelectedCompletionInfo: () => SelectedCompletionInfo,
  SelectionRange: () => SelectionRange,
  SemanticTokenModifiers: () => SemanticTokenModifiers,
  SemanticTokenTypes: () => SemanticTokenTypes,
  SemanticTokens: () => SemanticTokens,
  SignatureInformation: () => SignatureInformation,
  SnippetTextEdit: () => SnippetTextEdit,
  StringValue: () => StringValue,
  SymbolInformation: () => SymbolInformation,
  SymbolKind: () => SymbolKind,
  SymbolTag: () => SymbolTag,
  TextDocument: () => TextDocument,
  TextDocumentEdit: () => TextDocumentEdit,
  TextDocumentIdentifier: () => TextDocumentIdentifier,
  TextDocumentItem: () => TextDocumentItem,
  TextEdit: () => TextEdit,
  URI: () => URI,
  VersionedTextDocumentIdentifier: () => VersionedTextDocumentIdentifier,
  WorkspaceChange: () => WorkspaceChange,
  WorkspaceEdit: () => WorkspaceEdit,
  WorkspaceFolder: () => WorkspaceFolder,
  WorkspaceSymbol: () => WorkspaceSymbol,
  integer: () => integer,
  uinteger: () => uinteger
});
var DocumentUri, URI, integer, uinteger, Position, Range, Location, LocationLink, Color, ColorInformation, ColorPresentation, FoldingRangeKind, FoldingRange, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, CodeDescription, Diagnostic, Command, TextEdit, ChangeAnnotation, ChangeAnnotationIdentifier, AnnotatedTextEdit, TextDocumentEdit, CreateFile, RenameFile, DeleteFile, WorkspaceEdit, TextEditChangeImpl, SnippetTextEdit, ChangeAnnotations, WorkspaceChange, TextDocumentIdentifier, VersionedTextDocumentIdentifier, OptionalVersionedTextDocumentIdentifier, LanguageKind, TextDocumentItem, MarkupKind, MarkupContent, CompletionItemKind, InsertTextFormat, CompletionItemTag, InsertReplaceEdit, InsertTextMode, ApplyKind, CompletionItemLabelDetails, CompletionItem, CompletionList, MarkedString, Hover, ParameterInformation, SignatureInformation, DocumentHighlightKind, DocumentHighlight, SymbolKind, SymbolTag, SymbolInformation, WorkspaceSymbol, DocumentSymbol, CodeActionKind, CodeActionTriggerKind, CodeActionContext, CodeActionTag, CodeAction, CodeLens, FormattingOptions, DocumentLink, SelectionRange, SemanticTokenTypes, SemanticTokenModifiers, SemanticTokens, InlineValueText, InlineValueVariableLookup, InlineValueEvaluatableExpression, InlineValueContext, InlayHintKind, InlayHintLabelPart, InlayHint, StringValue, InlineCompletionItem, InlineCompletionList, InlineCompletionTriggerKind, SelectedCompletionInfo, InlineCompletionContext, WorkspaceFolder, EOL, TextDocument, FullTextDocument, Is;
var init_main = __esm({
  "node_modules/vscode-languageserver-types/lib/esm/main.js"() {
    "use strict";
    (function(DocumentUri2) {
      function is(value) {
        return typeof value === "string";
      }
      DocumentUri2.is = is;
    })(DocumentUri || (DocumentUri = {}));
    (function(URI2) {
      function is(value) {
        return typeof value === "string";
      }
      URI2.is = is;
    })(URI || (URI = {}));
    (function(integer2) {
      integer2.MIN_VALUE = -2147483648;
      integer2.MAX_VALUE = 2147483647;
      function is(value) {
        return typeof value === "number" && integer2.MIN_VALUE <= value && value <= integer2.MAX_VALUE;
      }
      integer2.is = is;
    })(integer || (integer = {}));
    (function(uinteger2) {
      uinteger2.MIN_VALUE = 0;
      uinteger2.MAX_VALUE = 2147483647;
      function is(value) {
        return typeof value === "number" && uinteger2.MIN_VALUE <= value && value <= uinteger2.MAX_VALUE;
      }
      uinteger2.is = is;
    })(uinteger || (uinteger = {}));
    (function(Position2) {
      function create(line2, character) {
        if (line2 === Number.MAX_VALUE) {
          line2 = uinteger.MAX_VALUE;
        }
        if (character === Number.MAX_VALUE) {
          character = uinteger.MAX_VALUE;
        }
        return { line: line2, character };
      }
      Position2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.line) && Is.uinteger(candidate.character);
      }
      Position2.is = is;
    })(Position || (Position = {}));
    (function(Range2) {
      function create(one, two, three, four) {
        if (Is.uinteger(one) && Is.uinteger(two) && Is.uinteger(three) && Is.uinteger(four)) {
          return { start: Position.create(one, two), end: Position.create(three, four) };
        } else if (Position.is(one) && Position.is(two)) {
          return { start: one, end: two };
        } else {
          throw new Error(`Range#create called with invalid arguments[${one}, ${two}, ${three}, ${four}]`);
        }
      }
      Range2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Position.is(candidate.start) && Position.is(candidate.end);
      }
      Range2.is = is;
    })(Range || (Range = {}));
    (function(Location2) {
      function create(uri, range) {
        return { uri, range };
      }
      Location2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (Is.string(candidate.uri) || Is.undefined(candidate.uri));
      }
      Location2.is = is;
    })(Location || (Location = {}));
    (function(LocationLink2) {
      function create(targetUri, targetRange, targetSelectionRange, originSelectionRange) {
        return { targetUri, targetRange, targetSelectionRange, originSelectionRange };
      }
      LocationLink2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.targetRange) && Is.string(candidate.targetUri) && Range.is(candidate.targetSelectionRange) && (Range.is(candidate.originSelectionRange) || Is.undefined(candidate.originSelectionRange));
      }
      LocationLink2.is = is;
    })(LocationLink || (LocationLink = {}));
    (function(Color2) {
      function create(red, green, blue, alpha) {
        return {
          red,
          green,
          blue,
          alpha
        };
      }
      Color2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.numberRange(candidate.red, 0, 1) && Is.numberRange(candidate.green, 0, 1) && Is.numberRange(candidate.blue, 0, 1) && Is.numberRange(candidate.alpha, 0, 1);
      }
      Color2.is = is;
    })(Color || (Color = {}));
    (function(ColorInformation2) {
      function create(range, color) {
        return {
          range,
          color
        };
      }
      ColorInformation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && Color.is(candidate.color);
      }
      ColorInformation2.is = is;
    })(ColorInformation || (ColorInformation = {}));
    (function(ColorPresentation2) {
      function create(label, textEdit, additionalTextEdits) {
        return {
          label,
          textEdit,
          additionalTextEdits
        };
      }
      ColorPresentation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.undefined(candidate.textEdit) || TextEdit.is(candidate.textEdit)) && (Is.undefined(candidate.additionalTextEdits) || Is.typedArray(candidate.additionalTextEdits, TextEdit.is));
      }
      ColorPresentation2.is = is;
    })(ColorPresentation || (ColorPresentation = {}));
    (function(FoldingRangeKind2) {
      FoldingRangeKind2.Comment = "comment";
      FoldingRangeKind2.Imports = "imports";
      FoldingRangeKind2.Region = "region";
    })(FoldingRangeKind || (FoldingRangeKind = {}));
    (function(FoldingRange2) {
      function create(startLine, endLine, startCharacter, endCharacter, kind, collapsedText) {
        const result = {
          startLine,
          endLine
        };
        if (Is.defined(startCharacter)) {
          result.startCharacter = startCharacter;
        }
        if (Is.defined(endCharacter)) {
          result.endCharacter = endCharacter;
        }
        if (Is.defined(kind)) {
          result.kind = kind;
        }
        if (Is.defined(collapsedText)) {
          result.collapsedText = collapsedText;
        }
        return result;
      }
      FoldingRange2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.startLine) && Is.uinteger(candidate.endLine) && (Is.undefined(candidate.startCharacter) || Is.uinteger(candidate.startCharacter)) && (Is.undefined(candidate.endCharacter) || Is.uinteger(candidate.endCharacter)) && (Is.undefined(candidate.kind) || Is.string(candidate.kind));
      }
      FoldingRange2.is = is;
    })(FoldingRange || (FoldingRange = {}));
    (function(DiagnosticRelatedInformation2) {
      function create(location, message) {
        return {
          location,
          message
        };
      }
      DiagnosticRelatedInformation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Location.is(candidate.location) && Is.string(candidate.message);
      }
      DiagnosticRelatedInformation2.is = is;
    })(DiagnosticRelatedInformation || (DiagnosticRelatedInformation = {}));
    (function(DiagnosticSeverity2) {
      DiagnosticSeverity2.Error = 1;
      DiagnosticSeverity2.Warning = 2;
      DiagnosticSeverity2.Information = 3;
      DiagnosticSeverity2.Hint = 4;
    })(DiagnosticSeverity || (DiagnosticSeverity = {}));
    (function(DiagnosticTag2) {
      DiagnosticTag2.Unnecessary = 1;
      DiagnosticTag2.Deprecated = 2;
    })(DiagnosticTag || (DiagnosticTag = {}));
    (function(CodeDescription2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.href);
      }
      CodeDescription2.is = is;
    })(CodeDescription || (CodeDescription = {}));
    (function(Diagnostic2) {
      function create(range, message, severity, code, source, relatedInformation) {
        const result = { range, message };
        if (Is.defined(severity)) {
          result.severity = severity;
        }
        if (Is.defined(code)) {
          result.code = code;
        }
        if (Is.defined(source)) {
          result.source = source;
        }
        if (Is.defined(relatedInformation)) {
          result.relatedInformation = relatedInformation;
        }
        return result;
      }
      Diagnostic2.create = create;
      function is(value) {
        var _a;
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.string(candidate.message) || MarkupContent.is(candidate.message)) && (Is.number(candidate.severity) || Is.undefined(candidate.severity)) && (Is.integer(candidate.code) || Is.string(candidate.code) || Is.undefined(candidate.code)) && (Is.undefined(candidate.codeDescription) || Is.string((_a = candidate.codeDescription) === null || _a === void 0 ? void 0 : _a.href)) && (Is.string(candidate.source) || Is.undefined(candidate.source)) && (Is.undefined(candidate.relatedInformation) || Is.typedArray(candidate.relatedInformation, DiagnosticRelatedInformation.is));
      }
      Diagnostic2.is = is;
      function is3_17(value) {
        return Is.string(value.message);
      }
      Diagnostic2.is3_17 = is3_17;
      function getMessageString(diagnostic) {
        if (Is.string(diagnostic.message)) {
          return diagnostic.message;
        } else if (MarkupContent.is(diagnostic.message)) {
          return diagnostic.message.value;
        } else {
          throw new Error(`Unknown message type ${typeof diagnostic.message}`);
        }
      }
      Diagnostic2.getMessageString = getMessageString;
    })(Diagnostic || (Diagnostic = {}));
    (function(Command2) {
      function create(title, command, ...args) {
        const result = { title, command };
        if (Is.defined(args) && args.length > 0) {
          result.arguments = args;
        }
        return result;
      }
      Command2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.title) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip)) && Is.string(candidate.command);
      }
      Command2.is = is;
    })(Command || (Command = {}));
    (function(TextEdit2) {
      function replace(range, newText) {
        return { range, newText };
      }
      TextEdit2.replace = replace;
      function insert(position, newText) {
        return { range: { start: position, end: position }, newText };
      }
      TextEdit2.insert = insert;
      function del(range) {
        return { range, newText: "" };
      }
      TextEdit2.del = del;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.newText) && Range.is(candidate.range);
      }
      TextEdit2.is = is;
    })(TextEdit || (TextEdit = {}));
    (function(ChangeAnnotation2) {
      function create(label, needsConfirmation, description) {
        const result = { label };
        if (needsConfirmation !== void 0) {
          result.needsConfirmation = needsConfirmation;
        }
        if (description !== void 0) {
          result.description = description;
        }
        return result;
      }
      ChangeAnnotation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.boolean(candidate.needsConfirmation) || candidate.needsConfirmation === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      ChangeAnnotation2.is = is;
    })(ChangeAnnotation || (ChangeAnnotation = {}));
    (function(ChangeAnnotationIdentifier2) {
      function is(value) {
        const candidate = value;
        return Is.string(candidate);
      }
      ChangeAnnotationIdentifier2.is = is;
    })(ChangeAnnotationIdentifier || (ChangeAnnotationIdentifier = {}));
    (function(AnnotatedTextEdit2) {
      function replace(range, newText, annotation) {
        return { range, newText, annotationId: annotation };
      }
      AnnotatedTextEdit2.replace = replace;
      function insert(position, newText, annotation) {
        return { range: { start: position, end: position }, newText, annotationId: annotation };
      }
      AnnotatedTextEdit2.insert = insert;
      function del(range, annotation) {
        return { range, newText: "", annotationId: annotation };
      }
      AnnotatedTextEdit2.del = del;
      function is(value) {
        const candidate = value;
        return TextEdit.is(candidate) && (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      AnnotatedTextEdit2.is = is;
    })(AnnotatedTextEdit || (AnnotatedTextEdit = {}));
    (function(TextDocumentEdit2) {
      function create(textDocument, edits) {
        return { textDocument, edits };
      }
      TextDocumentEdit2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && OptionalVersionedTextDocumentIdentifier.is(candidate.textDocument) && Array.isArray(candidate.edits);
      }
      TextDocumentEdit2.is = is;
    })(TextDocumentEdit || (TextDocumentEdit = {}));
    (function(CreateFile2) {
      function create(uri, options, annotation) {
        const result = {
          kind: "create",
          uri
        };
        if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      CreateFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "create" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      CreateFile2.is = is;
    })(CreateFile || (CreateFile = {}));
    (function(RenameFile2) {
      function create(oldUri, newUri, options, annotation) {
        const result = {
          kind: "rename",
          oldUri,
          newUri
        };
        if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      RenameFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "rename" && Is.string(candidate.oldUri) && Is.string(candidate.newUri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      RenameFile2.is = is;
    })(RenameFile || (RenameFile = {}));
    (function(DeleteFile2) {
      function create(uri, options, annotation) {
        const result = {
          kind: "delete",
          uri
        };
        if (options !== void 0 && (options.recursive !== void 0 || options.ignoreIfNotExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      DeleteFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "delete" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.recursive === void 0 || Is.boolean(candidate.options.recursive)) && (candidate.options.ignoreIfNotExists === void 0 || Is.boolean(candidate.options.ignoreIfNotExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      DeleteFile2.is = is;
    })(DeleteFile || (DeleteFile = {}));
    (function(WorkspaceEdit2) {
      function is(value) {
        const candidate = value;
        return candidate && (candidate.changes !== void 0 || candidate.documentChanges !== void 0) && (candidate.documentChanges === void 0 || candidate.documentChanges.every((change) => {
          if (Is.string(change.kind)) {
            return CreateFile.is(change) || RenameFile.is(change) || DeleteFile.is(change);
          } else {
            return TextDocumentEdit.is(change);
          }
        }));
      }
      WorkspaceEdit2.is = is;
    })(WorkspaceEdit || (WorkspaceEdit = {}));
    TextEditChangeImpl = class {
      constructor(edits, changeAnnotations) {
        this.edits = edits;
        this.changeAnnotations = changeAnnotations;
      }
      insert(position, newText, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.insert(position, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.insert(position, newText, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.insert(position, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      replace(range, newText, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.replace(range, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.replace(range, newText, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.replace(range, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      delete(range, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.del(range);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.del(range, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.del(range, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      add(edit) {
        this.edits.push(edit);
      }
      all() {
        return this.edits;
      }
      clear() {
        this.edits.splice(0, this.edits.length);
      }
      assertChangeAnnotations(value) {
        if (value === void 0) {
          throw new Error(`Text edit change is not configured to manage change annotations.`);
        }
      }
    };
    (function(SnippetTextEdit2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && StringValue.isSnippet(candidate.snippet) && (candidate.annotationId === void 0 || (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId)));
      }
      SnippetTextEdit2.is = is;
    })(SnippetTextEdit || (SnippetTextEdit = {}));
    ChangeAnnotations = class {
      constructor(annotations) {
        this._annotations = annotations === void 0 ? /* @__PURE__ */ Object.create(null) : annotations;
        this._counter = 0;
        this._size = 0;
      }
      all() {
        return this._annotations;
      }
      get size() {
        return this._size;
      }
      manage(idOrAnnotation, annotation) {
        let id;
        if (ChangeAnnotationIdentifier.is(idOrAnnotation)) {
          id = idOrAnnotation;
        } else {
          id = this.nextId();
          annotation = idOrAnnotation;
        }
        if (this._annotations[id] !== void 0) {
          throw new Error(`Id ${id} is already in use.`);
        }
        if (annotation === void 0) {
          throw new Error(`No annotation provided for id ${id}`);
        }
        this._annotations[id] = annotation;
        this._size++;
        return id;
      }
      nextId() {
        this._counter++;
        return this._counter.toString();
      }
    };
    WorkspaceChange = class {
      constructor(workspaceEdit) {
        this._textEditChanges = /* @__PURE__ */ Object.create(null);
        if (workspaceEdit !== void 0) {
          this._workspaceEdit = workspaceEdit;
          if (workspaceEdit.documentChanges) {
            this._changeAnnotations = new ChangeAnnotations(workspaceEdit.changeAnnotations);
            workspaceEdit.changeAnnotations = this._changeAnnotations.all();
            workspaceEdit.documentChanges.forEach((change) => {
              if (TextDocumentEdit.is(change)) {
                const textEditChange = new TextEditChangeImpl(change.edits, this._changeAnnotations);
                this._textEditChanges[change.textDocument.uri] = textEditChange;
              }
            });
          } else if (workspaceEdit.changes) {
            Object.keys(workspaceEdit.changes).forEach((key) => {
              const textEditChange = new TextEditChangeImpl(workspaceEdit.changes[key]);
              this._textEditChanges[key] = textEditChange;
            });
          }
        } else {
          this._workspaceEdit = {};
        }
      }
      /**
       * Returns the underlying {@link WorkspaceEdit} literal
       * use to be returned from a workspace edit operation like rename.
       */
      get edit() {
        this.initDocumentChanges();
        if (this._changeAnnotations !== void 0) {
          if (this._changeAnnotations.size === 0) {
            this._workspaceEdit.changeAnnotations = void 0;
          } else {
            this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
          }
        }
        return this._workspaceEdit;
      }
      getTextEditChange(key) {
        if (OptionalVersionedTextDocumentIdentifier.is(key)) {
          this.initDocumentChanges();
          if (this._workspaceEdit.documentChanges === void 0) {
            throw new Error("Workspace edit is not configured for document changes.");
          }
          const textDocument = { uri: key.uri, version: key.version };
          let result = this._textEditChanges[textDocument.uri];
          if (!result) {
            const edits = [];
            const textDocumentEdit = {
              textDocument,
              edits
            };
            this._workspaceEdit.documentChanges.push(textDocumentEdit);
            result = new TextEditChangeImpl(edits, this._changeAnnotations);
            this._textEditChanges[textDocument.uri] = result;
          }
          return result;
        } else {
          this.initChanges();
          if (this._workspaceEdit.changes === void 0) {
            throw new Error("Workspace edit is not configured for normal text edit changes.");
          }
          let result = this._textEditChanges[key];
          if (!result) {
            const edits = [];
            this._workspaceEdit.changes[key] = edits;
            result = new TextEditChangeImpl(edits);
            this._textEditChanges[key] = result;
          }
          return result;
        }
      }
      initDocumentChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._changeAnnotations = new ChangeAnnotations();
          this._workspaceEdit.documentChanges = [];
          this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
        }
      }
      initChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._workspaceEdit.changes = /* @__PURE__ */ Object.create(null);
        }
      }
      createFile(uri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = CreateFile.create(uri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = CreateFile.create(uri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      renameFile(oldUri, newUri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = RenameFile.create(oldUri, newUri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = RenameFile.create(oldUri, newUri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      deleteFile(uri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = DeleteFile.create(uri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = DeleteFile.create(uri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
    };
    (function(TextDocumentIdentifier2) {
      function create(uri) {
        return { uri };
      }
      TextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri);
      }
      TextDocumentIdentifier2.is = is;
    })(TextDocumentIdentifier || (TextDocumentIdentifier = {}));
    (function(VersionedTextDocumentIdentifier2) {
      function create(uri, version) {
        return { uri, version };
      }
      VersionedTextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.integer(candidate.version);
      }
      VersionedTextDocumentIdentifier2.is = is;
    })(VersionedTextDocumentIdentifier || (VersionedTextDocumentIdentifier = {}));
    (function(OptionalVersionedTextDocumentIdentifier2) {
      function create(uri, version) {
        return { uri, version };
      }
      OptionalVersionedTextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && (candidate.version === null || Is.integer(candidate.version));
      }
      OptionalVersionedTextDocumentIdentifier2.is = is;
    })(OptionalVersionedTextDocumentIdentifier || (OptionalVersionedTextDocumentIdentifier = {}));
    (function(LanguageKind2) {
      LanguageKind2.ABAP = "abap";
      LanguageKind2.WindowsBat = "bat";
      LanguageKind2.BibTeX = "bibtex";
      LanguageKind2.Clojure = "clojure";
      LanguageKind2.Coffeescript = "coffeescript";
      LanguageKind2.C = "c";
      LanguageKind2.CPP = "cpp";
      LanguageKind2.CSharp = "csharp";
      LanguageKind2.CSS = "css";
      LanguageKind2.D = "d";
      LanguageKind2.Delphi = "pascal";
      LanguageKind2.Diff = "diff";
      LanguageKind2.Dart = "dart";
      LanguageKind2.Dockerfile = "dockerfile";
      LanguageKind2.Elixir = "elixir";
      LanguageKind2.Erlang = "erlang";
      LanguageKind2.FSharp = "fsharp";
      LanguageKind2.GitCommit = "git-commit";
      LanguageKind2.GitRebase = "git-rebase";
      LanguageKind2.Go = "go";
      LanguageKind2.Groovy = "groovy";
      LanguageKind2.Handlebars = "handlebars";
      LanguageKind2.Haskell = "haskell";
      LanguageKind2.HTML = "html";
      LanguageKind2.Ini = "ini";
      LanguageKind2.Java = "java";
      LanguageKind2.JavaScript = "javascript";
      LanguageKind2.JavaScriptReact = "javascriptreact";
      LanguageKind2.JSON = "json";
      LanguageKind2.LaTeX = "latex";
      LanguageKind2.Less = "less";
      LanguageKind2.Lua = "lua";
      LanguageKind2.Makefile = "makefile";
      LanguageKind2.Markdown = "markdown";
      LanguageKind2.ObjectiveC = "objective-c";
      LanguageKind2.ObjectiveCPP = "objective-cpp";
      LanguageKind2.Pascal = "pascal";
      LanguageKind2.Perl = "perl";
      LanguageKind2.Perl6 = "perl6";
      LanguageKind2.PHP = "php";
      LanguageKind2.Plaintext = "plaintext";
      LanguageKind2.Powershell = "powershell";
      LanguageKind2.Pug = "jade";
      LanguageKind2.Python = "python";
      LanguageKind2.R = "r";
      LanguageKind2.Razor = "razor";
      LanguageKind2.Ruby = "ruby";
      LanguageKind2.Rust = "rust";
      LanguageKind2.SCSS = "scss";
      LanguageKind2.SASS = "sass";
      LanguageKind2.Scala = "scala";
      LanguageKind2.ShaderLab = "shaderlab";
      LanguageKind2.ShellScript = "shellscript";
      LanguageKind2.SQL = "sql";
      LanguageKind2.Swift = "swift";
      LanguageKind2.TypeScript = "typescript";
      LanguageKind2.TypeScriptReact = "typescriptreact";
      LanguageKind2.TeX = "tex";
      LanguageKind2.VisualBasic = "vb";
      LanguageKind2.XML = "xml";
      LanguageKind2.XSL = "xsl";
      LanguageKind2.YAML = "yaml";
    })(LanguageKind || (LanguageKind = {}));
    (function(TextDocumentItem2) {
      function create(uri, languageId, version, text4) {
        return { uri, languageId, version, text: text4 };
      }
      TextDocumentItem2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.string(candidate.languageId) && Is.integer(candidate.version) && Is.string(candidate.text);
      }
      TextDocumentItem2.is = is;
    })(TextDocumentItem || (TextDocumentItem = {}));
    (function(MarkupKind2) {
      MarkupKind2.PlainText = "plaintext";
      MarkupKind2.Markdown = "markdown";
      function is(value) {
        const candidate = value;
        return candidate === MarkupKind2.PlainText || candidate === MarkupKind2.Markdown;
      }
      MarkupKind2.is = is;
    })(MarkupKind || (MarkupKind = {}));
    (function(MarkupContent2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(value) && MarkupKind.is(candidate.kind) && Is.string(candidate.value);
      }
      MarkupContent2.is = is;
    })(MarkupContent || (MarkupContent = {}));
    (function(CompletionItemKind2) {
      CompletionItemKind2.Text = 1;
      CompletionItemKind2.Method = 2;
      CompletionItemKind2.Function = 3;
      CompletionItemKind2.Constructor = 4;
      CompletionItemKind2.Field = 5;
      CompletionItemKind2.Variable = 6;
      CompletionItemKind2.Class = 7;
      CompletionItemKind2.Interface = 8;
      CompletionItemKind2.Module = 9;
      CompletionItemKind2.Property = 10;
      CompletionItemKind2.Unit = 11;
      CompletionItemKind2.Value = 12;
      CompletionItemKind2.Enum = 13;
      CompletionItemKind2.Keyword = 14;
      CompletionItemKind2.Snippet = 15;
      CompletionItemKind2.Color = 16;
      CompletionItemKind2.File = 17;
      CompletionItemKind2.Reference = 18;
      CompletionItemKind2.Folder = 19;
      CompletionItemKind2.EnumMember = 20;
      CompletionItemKind2.Constant = 21;
      CompletionItemKind2.Struct = 22;
      CompletionItemKind2.Event = 23;
      CompletionItemKind2.Operator = 24;
      CompletionItemKind2.TypeParameter = 25;
    })(CompletionItemKind || (CompletionItemKind = {}));
    (function(InsertTextFormat2) {
      InsertTextFormat2.PlainText = 1;
      InsertTextFormat2.Snippet = 2;
    })(InsertTextFormat || (InsertTextFormat = {}));
    (function(CompletionItemTag2) {
      CompletionItemTag2.Deprecated = 1;
    })(CompletionItemTag || (CompletionItemTag = {}));
    (function(InsertReplaceEdit2) {
      function create(newText, insert, replace) {
        return { newText, insert, replace };
      }
      InsertReplaceEdit2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.newText) && Range.is(candidate.insert) && Range.is(candidate.replace);
      }
      InsertReplaceEdit2.is = is;
    })(InsertReplaceEdit || (InsertReplaceEdit = {}));
    (function(InsertTextMode2) {
      InsertTextMode2.asIs = 1;
      InsertTextMode2.adjustIndentation = 2;
    })(InsertTextMode || (InsertTextMode = {}));
    (function(ApplyKind2) {
      ApplyKind2.Replace = 1;
      ApplyKind2.Merge = 2;
    })(ApplyKind || (ApplyKind = {}));
    (function(CompletionItemLabelDetails2) {
      function is(value) {
        const candidate = value;
        return candidate && (Is.string(candidate.detail) || candidate.detail === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      CompletionItemLabelDetails2.is = is;
    })(CompletionItemLabelDetails || (CompletionItemLabelDetails = {}));
    (function(CompletionItem2) {
      function create(label) {
        return { label };
      }
      CompletionItem2.create = create;
    })(CompletionItem || (CompletionItem = {}));
    (function(CompletionList2) {
      function create(items, isIncomplete) {
        return { items: items ? items : [], isIncomplete: !!isIncomplete };
      }
      CompletionList2.create = create;
    })(CompletionList || (CompletionList = {}));
    (function(MarkedString2) {
      function fromPlainText(plainText) {
        return plainText.replace(/[\\`*_{}[\]()#+\-.!]/g, "\\$&");
      }
      MarkedString2.fromPlainText = fromPlainText;
      function is(value) {
        const candidate = value;
        return Is.string(candidate) || Is.objectLiteral(candidate) && Is.string(candidate.language) && Is.string(candidate.value);
      }
      MarkedString2.is = is;
    })(MarkedString || (MarkedString = {}));
    (function(Hover2) {
      function is(value) {
        const candidate = value;
        return !!candidate && Is.objectLiteral(candidate) && (MarkupContent.is(candidate.contents) || MarkedString.is(candidate.contents) || Is.typedArray(candidate.contents, MarkedString.is)) && (value.range === void 0 || Range.is(value.range));
      }
      Hover2.is = is;
    })(Hover || (Hover = {}));
    (function(ParameterInformation2) {
      function create(label, documentation) {
        return documentation ? { label, documentation } : { label };
      }
      ParameterInformation2.create = create;
    })(ParameterInformation || (ParameterInformation = {}));
    (function(SignatureInformation2) {
      function create(label, documentation, ...parameters) {
        const result = { label };
        if (Is.defined(documentation)) {
          result.documentation = documentation;
        }
        if (Is.defined(parameters)) {
          result.parameters = parameters;
        } else {
          result.parameters = [];
        }
        return result;
      }
      SignatureInformation2.create = create;
    })(SignatureInformation || (SignatureInformation = {}));
    (function(DocumentHighlightKind2) {
      DocumentHighlightKind2.Text = 1;
      DocumentHighlightKind2.Read = 2;
      DocumentHighlightKind2.Write = 3;
    })(DocumentHighlightKind || (DocumentHighlightKind = {}));
    (function(DocumentHighlight2) {
      function create(range, kind) {
        const result = { range };
        if (Is.number(kind)) {
          result.kind = kind;
        }
        return result;
      }
      DocumentHighlight2.create = create;
    })(DocumentHighlight || (DocumentHighlight = {}));
    (function(SymbolKind2) {
      SymbolKind2.File = 1;
      SymbolKind2.Module = 2;
      SymbolKind2.Namespace = 3;
      SymbolKind2.Package = 4;
      SymbolKind2.Class = 5;
      SymbolKind2.Method = 6;
      SymbolKind2.Property = 7;
      SymbolKind2.Field = 8;
      SymbolKind2.Constructor = 9;
      SymbolKind2.Enum = 10;
      SymbolKind2.Interface = 11;
      SymbolKind2.Function = 12;
      SymbolKind2.Variable = 13;
      SymbolKind2.Constant = 14;
      SymbolKind2.String = 15;
      SymbolKind2.Number = 16;
      SymbolKind2.Boolean = 17;
      SymbolKind2.Array = 18;
      SymbolKind2.Object = 19;
      SymbolKind2.Key = 20;
      SymbolKind2.Null = 21;
      SymbolKind2.EnumMember = 22;
      SymbolKind2.Struct = 23;
      SymbolKind2.Event = 24;
      SymbolKind2.Operator = 25;
      SymbolKind2.TypeParameter = 26;
    })(SymbolKind || (SymbolKind = {}));
    (function(SymbolTag2) {
      SymbolTag2.Deprecated = 1;
    })(SymbolTag || (SymbolTag = {}));
    (function(SymbolInformation2) {
      function create(name, kind, range, uri, containerName) {
        const result = {
          name,
          kind,
          location: { uri, range }
        };
        if (containerName) {
          result.containerName = containerName;
        }
        return result;
      }
      SymbolInformation2.create = create;
    })(SymbolInformation || (SymbolInformation = {}));
    (function(WorkspaceSymbol2) {
      function create(name, kind, uri, range) {
        return range !== void 0 ? { name, kind, location: { uri, range } } : { name, kind, location: { uri } };
      }
      WorkspaceSymbol2.create = create;
    })(WorkspaceSymbol || (WorkspaceSymbol = {}));
    (function(DocumentSymbol2) {
      function create(name, detail, kind, range, selectionRange, children) {
        const result = {
          name,
          detail,
          kind,
          range,
          selectionRange
        };
        if (children !== void 0) {
          result.children = children;
        }
        return result;
      }
      DocumentSymbol2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.name) && Is.number(candidate.kind) && Range.is(candidate.range) && Range.is(candidate.selectionRange) && (candidate.detail === void 0 || Is.string(candidate.detail)) && (candidate.deprecated === void 0 || Is.boolean(candidate.deprecated)) && (candidate.children === void 0 || Array.isArray(candidate.children)) && (candidate.tags === void 0 || Array.isArray(candidate.tags));
      }
      DocumentSymbol2.is = is;
    })(DocumentSymbol || (DocumentSymbol = {}));
    (function(CodeActionKind2) {
      CodeActionKind2.Empty = "";
      CodeActionKind2.QuickFix = "quickfix";
      CodeActionKind2.Refactor = "refactor";
      CodeActionKind2.RefactorExtract = "refactor.extract";
      CodeActionKind2.RefactorInline = "refactor.inline";
      CodeActionKind2.RefactorMove = "refactor.move";
      CodeActionKind2.RefactorRewrite = "refactor.rewrite";
      CodeActionKind2.Source = "source";
      CodeActionKind2.SourceOrganizeImports = "source.organizeImports";
      CodeActionKind2.SourceFixAll = "source.fixAll";
      CodeActionKind2.Notebook = "notebook";
    })(CodeActionKind || (CodeActionKind = {}));
    (function(CodeActionTriggerKind2) {
      CodeActionTriggerKind2.Invoked = 1;
      CodeActionTriggerKind2.Automatic = 2;
    })(CodeActionTriggerKind || (CodeActionTriggerKind = {}));
    (function(CodeActionContext2) {
      function create(diagnostics, only, triggerKind) {
        const result = { diagnostics };
        if (only !== void 0 && only !== null) {
          result.only = only;
        }
        if (triggerKind !== void 0 && triggerKind !== null) {
          result.triggerKind = triggerKind;
        }
        return result;
      }
      CodeActionContext2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.typedArray(candidate.diagnostics, Diagnostic.is) && (candidate.only === void 0 || Is.typedArray(candidate.only, Is.string)) && (candidate.triggerKind === void 0 || candidate.triggerKind === CodeActionTriggerKind.Invoked || candidate.triggerKind === CodeActionTriggerKind.Automatic);
      }
      CodeActionContext2.is = is;
    })(CodeActionContext || (CodeActionContext = {}));
    (function(CodeActionTag2) {
      CodeActionTag2.LLMGenerated = 1;
      function is(value) {
        return Is.defined(value) && value === CodeActionTag2.LLMGenerated;
      }
      CodeActionTag2.is = is;
    })(CodeActionTag || (CodeActionTag = {}));
    (function(CodeAction2) {
      function create(title, kindOrCommandOrEdit, kind) {
        const result = { title };
        let checkKind = true;
        if (typeof kindOrCommandOrEdit === "string") {
          checkKind = false;
          result.kind = kindOrCommandOrEdit;
        } else if (Command.is(kindOrCommandOrEdit)) {
          result.command = kindOrCommandOrEdit;
        } else {
          result.edit = kindOrCommandOrEdit;
        }
        if (checkKind && kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      CodeAction2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.title) && (candidate.diagnostics === void 0 || Is.typedArray(candidate.diagnostics, Diagnostic.is)) && (candidate.kind === void 0 || Is.string(candidate.kind)) && (candidate.edit !== void 0 || candidate.command !== void 0) && (candidate.command === void 0 || Command.is(candidate.command)) && (candidate.isPreferred === void 0 || Is.boolean(candidate.isPreferred)) && (candidate.edit === void 0 || WorkspaceEdit.is(candidate.edit)) && (candidate.tags === void 0 || Is.typedArray(candidate.tags, CodeActionTag.is));
      }
      CodeAction2.is = is;
    })(CodeAction || (CodeAction = {}));
    (function(CodeLens2) {
      function create(range, data) {
        const result = { range };
        if (Is.defined(data)) {
          result.data = data;
        }
        return result;
      }
      CodeLens2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.command) || Command.is(candidate.command));
      }
      CodeLens2.is = is;
    })(CodeLens || (CodeLens = {}));
    (function(FormattingOptions2) {
      function create(tabSize, insertSpaces) {
        return { tabSize, insertSpaces };
      }
      FormattingOptions2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.uinteger(candidate.tabSize) && Is.boolean(candidate.insertSpaces);
      }
      FormattingOptions2.is = is;
    })(FormattingOptions || (FormattingOptions = {}));
    (function(DocumentLink2) {
      function create(range, target, data) {
        return { range, target, data };
      }
      DocumentLink2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.target) || Is.string(candidate.target));
      }
      DocumentLink2.is = is;
    })(DocumentLink || (DocumentLink = {}));
    (function(SelectionRange2) {
      function create(range, parent) {
        return { range, parent };
      }
      SelectionRange2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (candidate.parent === void 0 || SelectionRange2.is(candidate.parent));
      }
      SelectionRange2.is = is;
    })(SelectionRange || (SelectionRange = {}));
    (function(SemanticTokenTypes2) {
      SemanticTokenTypes2["namespace"] = "namespace";
      SemanticTokenTypes2["type"] = "type";
      SemanticTokenTypes2["class"] = "class";
      SemanticTokenTypes2["enum"] = "enum";
      SemanticTokenTypes2["interface"] = "interface";
      SemanticTokenTypes2["struct"] = "struct";
      SemanticTokenTypes2["typeParameter"] = "typeParameter";
      SemanticTokenTypes2["parameter"] = "parameter";
      SemanticTokenTypes2["variable"] = "variable";
      SemanticTokenTypes2["property"] = "property";
      SemanticTokenTypes2["enumMember"] = "enumMember";
      SemanticTokenTypes2["event"] = "event";
      SemanticTokenTypes2["function"] = "function";
      SemanticTokenTypes2["method"] = "method";
      SemanticTokenTypes2["macro"] = "macro";
      SemanticTokenTypes2["keyword"] = "keyword";
      SemanticTokenTypes2["modifier"] = "modifier";
      SemanticTokenTypes2["comment"] = "comment";
      SemanticTokenTypes2["string"] = "string";
      SemanticTokenTypes2["number"] = "number";
      SemanticTokenTypes2["regexp"] = "regexp";
      SemanticTokenTypes2["operator"] = "operator";
      SemanticTokenTypes2["decorator"] = "decorator";
      SemanticTokenTypes2["label"] = "label";
    })(SemanticTokenTypes || (SemanticTokenTypes = {}));
    (function(SemanticTokenModifiers2) {
      SemanticTokenModifiers2["declaration"] = "declaration";
      SemanticTokenModifiers2["definition"] = "definition";
      SemanticTokenModifiers2["readonly"] = "readonly";
      SemanticTokenModifiers2["static"] = "static";
      SemanticTokenModifiers2["deprecated"] = "deprecated";
      SemanticTokenModifiers2["abstract"] = "abstract";
      SemanticTokenModifiers2["async"] = "async";
      SemanticTokenModifiers2["modification"] = "modification";
      SemanticTokenModifiers2["documentation"] = "documentation";
      SemanticTokenModifiers2["defaultLibrary"] = "defaultLibrary";
    })(SemanticTokenModifiers || (SemanticTokenModifiers = {}));
    (function(SemanticTokens2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && (candidate.resultId === void 0 || typeof candidate.resultId === "string") && Array.isArray(candidate.data) && (candidate.data.length === 0 || typeof candidate.data[0] === "number");
      }
      SemanticTokens2.is = is;
    })(SemanticTokens || (SemanticTokens = {}));
    (function(InlineValueText2) {
      function create(range, text4) {
        return { range, text: text4 };
      }
      InlineValueText2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.string(candidate.text);
      }
      InlineValueText2.is = is;
    })(InlineValueText || (InlineValueText = {}));
    (function(InlineValueVariableLookup2) {
      function create(range, variableName, caseSensitiveLookup) {
        return { range, variableName, caseSensitiveLookup };
      }
      InlineValueVariableLookup2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.boolean(candidate.caseSensitiveLookup) && (Is.string(candidate.variableName) || candidate.variableName === void 0);
      }
      InlineValueVariableLookup2.is = is;
    })(InlineValueVariableLookup || (InlineValueVariableLookup = {}));
    (function(InlineValueEvaluatableExpression2) {
      function create(range, expression) {
        return { range, expression };
      }
      InlineValueEvaluatableExpression2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && (Is.string(candidate.expression) || candidate.expression === void 0);
      }
      InlineValueEvaluatableExpression2.is = is;
    })(InlineValueEvaluatableExpression || (InlineValueEvaluatableExpression = {}));
    (function(InlineValueContext2) {
      function create(frameId, stoppedLocation) {
        return { frameId, stoppedLocation };
      }
      InlineValueContext2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(value.stoppedLocation);
      }
      InlineValueContext2.is = is;
    })(InlineValueContext || (InlineValueContext = {}));
    (function(InlayHintKind2) {
      InlayHintKind2.Type = 1;
      InlayHintKind2.Parameter = 2;
      function is(value) {
        return value === 1 || value === 2;
      }
      InlayHintKind2.is = is;
    })(InlayHintKind || (InlayHintKind = {}));
    (function(InlayHintLabelPart2) {
      function create(value) {
        return { value };
      }
      InlayHintLabelPart2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.location === void 0 || Location.is(candidate.location)) && (candidate.command === void 0 || Command.is(candidate.command));
      }
      InlayHintLabelPart2.is = is;
    })(InlayHintLabelPart || (InlayHintLabelPart = {}));
    (function(InlayHint2) {
      function create(position, label, kind) {
        const result = { position, label };
        if (kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      InlayHint2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Position.is(candidate.position) && (Is.string(candidate.label) || Is.typedArray(candidate.label, InlayHintLabelPart.is)) && (candidate.kind === void 0 || InlayHintKind.is(candidate.kind)) && candidate.textEdits === void 0 || Is.typedArray(candidate.textEdits, TextEdit.is) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.paddingLeft === void 0 || Is.boolean(candidate.paddingLeft)) && (candidate.paddingRight === void 0 || Is.boolean(candidate.paddingRight));
      }
      InlayHint2.is = is;
    })(InlayHint || (InlayHint = {}));
    (function(StringValue2) {
      function createSnippet(value) {
        return { kind: "snippet", value };
      }
      StringValue2.createSnippet = createSnippet;
      function isSnippet(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && candidate.kind === "snippet" && Is.string(candidate.value);
      }
      StringValue2.isSnippet = isSnippet;
    })(StringValue || (StringValue = {}));
    (function(InlineCompletionItem2) {
      function create(insertText, filterText, range, command) {
        return { insertText, filterText, range, command };
      }
      InlineCompletionItem2.create = create;
    })(InlineCompletionItem || (InlineCompletionItem = {}));
    (function(InlineCompletionList2) {
      function create(items) {
        return { items };
      }
      InlineCompletionList2.create = create;
    })(InlineCompletionList || (InlineCompletionList = {}));
    (function(InlineCompletionTriggerKind2) {
      InlineCompletionTriggerKind2.Invoked = 1;
      InlineCompletionTriggerKind2.Automatic = 2;
    })(InlineCompletionTriggerKind || (InlineCompletionTriggerKind = {}));
    (function(SelectedCompletionInfo2) {
      function create(range, text4) {
        return { range, text: text4 };
      }
      SelectedCompletionInfo2.create = create;
    })(SelectedCompletionInfo || (SelectedCompletionInfo = {}));
    (function(InlineCompletionContext2) {
      function create(triggerKind, selectedCompletionInfo) {
        return { triggerKind, selectedCompletionInfo };
      }
      InlineCompletionContext2.create = create;
    })(InlineCompletionContext || (InlineCompletionContext = {}));
    (function(WorkspaceFolder2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && URI.is(candidate.uri) && Is.string(candidate.name);
      }
      WorkspaceFolder2.is = is;
    })(WorkspaceFolder || (WorkspaceFolder = {}));
    EOL = ["\n", "\r\n", "\r"];
    (function(TextDocument3) {
      function create(uri, languageId, version, content) {
        return new FullTextDocument(uri, languageId, version, content);
      }
      TextDocument3.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && (Is.undefined(candidate.languageId) || Is.string(candidate.languageId)) && Is.uinteger(candidate.lineCount) && Is.func(candidate.getText) && Is.func(candidate.positionAt) && Is.func(candidate.offsetAt) ? true : false;
      }
      TextDocument3.is = is;
      function applyEdits(document, edits) {
        let text4 = document.getText();
        const sortedEdits = mergeSort2(edits, (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = text4.length;
        for (let i = sortedEdits.length - 1; i >= 0; i--) {
          const e = sortedEdits[i];
          const startOffset = document.offsetAt(e.range.start);
          const endOffset = document.offsetAt(e.range.end);
          if (endOffset <= lastModifiedOffset) {
            text4 = text4.substring(0, startOffset) + e.newText + text4.substring(endOffset, text4.length);
          } else {
            throw new Error("Overlapping edit");
          }
          lastModifiedOffset = startOffset;
        }
        return text4;
      }
      TextDocument3.applyEdits = applyEdits;
      function mergeSort2(data, compare2) {
        if (data.length <= 1) {
          return data;
        }
        const p = data.length / 2 | 0;
        const left = data.slice(0, p);
        const right = data.slice(p);
        mergeSort2(left, compare2);
        mergeSort2(right, compare2);
        let leftIdx = 0;
        let rightIdx = 0;
        let i = 0;
        while (leftIdx < left.length && rightIdx < right.length) {
          const ret = compare2(left[leftIdx], right[rightIdx]);
          if (ret <= 0) {
            data[i++] = left[leftIdx++];
          } else {
            data[i++] = right[rightIdx++];
          }
        }
        while (leftIdx < left.length) {
          data[i++] = left[leftIdx++];
        }
        while (rightIdx < right.length) {
          data[i++] = right[rightIdx++];
        }
        return data;
      }
    })(TextDocument || (TextDocument = {}));
    FullTextDocument = class {
      constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start3 = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start3, end);
        }
        return this._content;
      }
      update(event, version) {
        this._content = event.text;
        this._version = version;
        this._lineOffsets = void 0;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          const lineOffsets = [];
          const text4 = this._content;
          let isLineStart = true;
          for (let i = 0; i < text4.length; i++) {
            if (isLineStart) {
              lineOffsets.push(i);
              isLineStart = false;
            }
            const ch = text4.charAt(i);
            isLineStart = ch === "\r" || ch === "\n";
            if (ch === "\r" && i + 1 < text4.length && text4.charAt(i + 1) === "\n") {
              i++;
            }
          }
          if (isLineStart && text4.length > 0) {
            lineOffsets.push(text4.length);
          }
          this._lineOffsets = lineOffsets;
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
          return Position.create(0, offset);
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line2 = low - 1;
        return Position.create(line2, offset - lineOffsets[line2]);
      }
      offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets[position.line];
        const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
        return Math.max(Math.min(lineOffset + position.character, nextLineOffset), lineOffset);
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
    };
    (function(Is2) {
      const toString = Object.prototype.toString;
      function defined(value) {
        return typeof value !== "undefined";
      }
      Is2.defined = defined;
      function undefined2(value) {
        return typeof value === "undefined";
      }
      Is2.undefined = undefined2;
      function boolean(value) {
        return value === true || value === false;
      }
      Is2.boolean = boolean;
      function string(value) {
        return toString.call(value) === "[object String]";
      }
      Is2.string = string;
      function number(value) {
        return toString.call(value) === "[object Number]";
      }
      Is2.number = number;
      function numberRange(value, min, max) {
        return toString.call(value) === "[object Number]" && min <= value && value <= max;
      }
      Is2.numberRange = numberRange;
      function integer2(value) {
        return toString.call(value) === "[object Number]" && -2147483648 <= value && value <= 2147483647;
      }
      Is2.integer = integer2;
      function uinteger2(value) {
        return toString.call(value) === "[object Number]" && 0 <= value && value <= 2147483647;
      }
      Is2.uinteger = uinteger2;
      function func(value) {
        return toString.call(value) === "[object Function]";
      }
      Is2.func = func;
      function objectLiteral(value) {
        return value !== null && typeof value === "object";
      }
      Is2.objectLiteral = objectLiteral;
      function typedArray(value, check3) {
        return Array.isArray(value) && value.every(check3);
      }
      Is2.typedArray = typedArray;
    })(Is || (Is = {}));
  }
});

// node_modules/dockerfile-ast/lib/line.js
var require_line = __commonJS({
  "node_modules/dockerfile-ast/lib/line.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Line = void 0;
    var Line = class {
      constructor(document, range) {
        this.document = document;
        this.range = range;
      }
      getRange() {
        return this.range;
      }
      getTextContent() {
        return this.document.getText().substring(this.document.offsetAt(this.range.start), this.document.offsetAt(this.range.end));
      }
      isAfter(line2) {
        return this.range.start.line > line2.range.start.line;
      }
      isBefore(line2) {
        return this.range.start.line < line2;
      }
    };
    exports.Line = Line;
  }
});

// node_modules/dockerfile-ast/lib/util.js
var require_util = __commonJS({
  "node_modules/dockerfile-ast/lib/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Util = void 0;
    var Util = class _Util {
      static isUTF8BOM(char) {
        const uintArray = Uint8Array.from(Buffer.from(char, "UTF-8"));
        return uintArray[0] === 239 && uintArray[1] == 187 && uintArray[2] == 191;
      }
      static isWhitespace(char) {
        return char === " " || char === "	" || _Util.isNewline(char);
      }
      static isNewline(char) {
        return char === "\r" || char === "\n";
      }
      static findLeadingNonWhitespace(content, escapeChar) {
        whitespaceCheck: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case escapeChar:
              escapeCheck: for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    i = j + 1;
                    continue whitespaceCheck;
                  case "\n":
                    i = j;
                    continue whitespaceCheck;
                  default:
                    break escapeCheck;
                }
              }
              return -1;
            default:
              return i;
          }
        }
        return -1;
      }
      /**
       * Determines if the given position is contained within the given range.
       *
       * @param position the position to check
       * @param range the range to see if the position is inside of
       */
      static isInsideRange(position, range) {
        if (range.start.line === range.end.line) {
          return range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character;
        } else if (range.start.line === position.line) {
          return range.start.character <= position.character;
        } else if (range.end.line === position.line) {
          return position.character <= range.end.character;
        }
        return range.start.line < position.line && position.line < range.end.line;
      }
      static parseHeredocName(value) {
        value = value.substring(2);
        if (value.charAt(0) === "-") {
          value = value.substring(1);
        }
        if (value.charAt(0) === '"') {
          if (value.charAt(value.length - 1) !== '"') {
            return null;
          }
          value = value.substring(1, value.length - 1);
        }
        if (value.charAt(0) === "'") {
          if (value.charAt(value.length - 1) !== "'") {
            return null;
          }
          value = value.substring(1, value.length - 1);
        }
        if (value.charAt(0) === "<") {
          return null;
        }
        return value;
      }
    };
    exports.Util = Util;
  }
});

// node_modules/dockerfile-ast/lib/comment.js
var require_comment = __commonJS({
  "node_modules/dockerfile-ast/lib/comment.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Comment = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var line_1 = require_line();
    var util_1 = require_util();
    var Comment = class extends line_1.Line {
      constructor(document, range) {
        super(document, range);
      }
      toString() {
        const content = this.getContent();
        if (content) {
          return "# " + content;
        }
        return "#";
      }
      /**
       * Returns the content of this comment. This excludes leading and
       * trailing whitespace as well as the # symbol. If the comment only
       * consists of whitespace, the empty string will be returned.
       */
      getContent() {
        let range = this.getContentRange();
        if (range === null) {
          return "";
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      /**
       * Returns a range that includes the content of the comment
       * excluding any leading and trailing whitespace as well as the #
       * symbol. May return null if the comment only consists of whitespace
       * characters.
       */
      getContentRange() {
        let range = this.getRange();
        const startOffset = this.document.offsetAt(range.start);
        let raw = this.document.getText().substring(startOffset, this.document.offsetAt(range.end));
        let start3 = -1;
        let end = -1;
        for (let i = 1; i < raw.length; i++) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            start3 = i;
            break;
          }
        }
        if (start3 === -1) {
          return null;
        }
        for (let i = raw.length - 1; i >= 1; i--) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            end = i + 1;
            break;
          }
        }
        return vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + start3), this.document.positionAt(startOffset + end));
      }
    };
    exports.Comment = Comment;
  }
});

// node_modules/vscode-languageserver-textdocument/lib/esm/main.js
var main_exports2 = {};
__export(main_exports2, {
  TextDocument: () => TextDocument2
});
function mergeSort(data, compare2) {
  if (data.length <= 1) {
    return data;
  }
  const p = data.length / 2 | 0;
  const left = data.slice(0, p);
  const right = data.slice(p);
  mergeSort(left, compare2);
  mergeSort(right, compare2);
  let leftIdx = 0;
  let rightIdx = 0;
  let i = 0;
  while (leftIdx < left.length && rightIdx < right.length) {
    const ret = compare2(left[leftIdx], right[rightIdx]);
    if (ret <= 0) {
      data[i++] = left[leftIdx++];
    } else {
      data[i++] = right[rightIdx++];
    }
  }
  while (leftIdx < left.length) {
    data[i++] = left[leftIdx++];
  }
  while (rightIdx < right.length) {
    data[i++] = right[rightIdx++];
  }
  return data;
}
function computeLineOffsets(text4, isAtLineStart, textOffset = 0) {
  const result = isAtLineStart ? [textOffset] : [];
  for (let i = 0; i < text4.length; i++) {
    const ch = text4.charCodeAt(i);
    if (isEOL(ch)) {
      if (ch === 13 && i + 1 < text4.length && text4.charCodeAt(i + 1) === 10) {
        i++;
      }
      result.push(textOffset + i + 1);
    }
  }
  return result;
}
function isEOL(char) {
  return char === 13 || char === 10;
}
function getWellformedRange(range) {
  const start3 = range.start;
  const end = range.end;
  if (start3.line > end.line || start3.line === end.line && start3.character > end.character) {
    return { start: end, end: start3 };
  }
  return range;
}
function getWellformedEdit(textEdit) {
  const range = getWellformedRange(textEdit.range);
  if (range !== textEdit.range) {
    return { newText: textEdit.newText, range };
  }
  return textEdit;
}
var FullTextDocument2, TextDocument2;
var init_main2 = __esm({
  "node_modules/vscode-languageserver-textdocument/lib/esm/main.js"() {
    "use strict";
    FullTextDocument2 = class _FullTextDocument {
      constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start3 = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start3, end);
        }
        return this._content;
      }
      update(changes, version) {
        for (const change of changes) {
          if (_FullTextDocument.isIncremental(change)) {
            const range = getWellformedRange(change.range);
            const startOffset = this.offsetAt(range.start);
            const endOffset = this.offsetAt(range.end);
            this._content = this._content.substring(0, startOffset) + change.text + this._content.substring(endOffset, this._content.length);
            const insertedEndOffset = startOffset + change.text.length;
            const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 && this._content.charCodeAt(startOffset) === 10;
            const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 && this._content.charCodeAt(insertedEndOffset) === 10;
            if (crlfAtStart || crlfAtEnd) {
              this._lineOffsets = void 0;
              continue;
            }
            const startLine = Math.max(range.start.line, 0);
            const endLine = Math.max(range.end.line, 0);
            let lineOffsets = this._lineOffsets;
            const addedLineOffsets = computeLineOffsets(change.text, false, startOffset);
            if (endLine - startLine === addedLineOffsets.length) {
              for (let i = 0, len = addedLineOffsets.length; i < len; i++) {
                lineOffsets[i + startLine + 1] = addedLineOffsets[i];
              }
            } else {
              if (addedLineOffsets.length < 1e4) {
                lineOffsets.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
              } else {
                this._lineOffsets = lineOffsets = lineOffsets.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets.slice(endLine + 1));
              }
            }
            const diff = change.text.length - (endOffset - startOffset);
            if (diff !== 0) {
              for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets.length; i < len; i++) {
                lineOffsets[i] = lineOffsets[i] + diff;
              }
            }
          } else if (_FullTextDocument.isFull(change)) {
            this._content = change.text;
            this._lineOffsets = void 0;
          } else {
            throw new Error("Unknown change event received");
          }
        }
        this._version = version;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          this._lineOffsets = computeLineOffsets(this._content, true);
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
          return { line: 0, character: offset };
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line2 = low - 1;
        offset = this.ensureBeforeEOL(offset, lineOffsets[line2]);
        return { line: line2, character: offset - lineOffsets[line2] };
      }
      offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets[position.line];
        if (position.character <= 0) {
          return lineOffset;
        }
        const nextLineOffset = position.line + 1 < lineOffsets.length ? lineOffsets[position.line + 1] : this._content.length;
        const offset = Math.min(lineOffset + position.character, nextLineOffset);
        return this.ensureBeforeEOL(offset, lineOffset);
      }
      getLineRange(line2) {
        const lineOffsets = this.getLineOffsets();
        if (line2 >= lineOffsets.length) {
          const lastLine = lineOffsets.length - 1;
          return { start: { line: lastLine, character: 0 }, end: { line: lastLine, character: this._content.length - lineOffsets[lastLine] } };
        } else if (line2 < 0) {
          return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        }
        const startOffset = lineOffsets[line2];
        const nextLineOffset = line2 + 1 < lineOffsets.length ? lineOffsets[line2 + 1] : this._content.length;
        const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
        return { start: { line: line2, character: 0 }, end: { line: line2, character: endOffset - startOffset } };
      }
      getEOLCharacters(line2) {
        const lineOffsets = this.getLineOffsets();
        if (line2 >= lineOffsets.length) {
          return "";
        } else if (line2 < 0) {
          return "";
        }
        const nextLineOffset = line2 + 1 < lineOffsets.length ? lineOffsets[line2 + 1] : this._content.length;
        const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets[line2]);
        return this._content.substring(eolOffset, nextLineOffset);
      }
      ensureBeforeEOL(offset, lineOffset) {
        while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) {
          offset--;
        }
        return offset;
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
      static isIncremental(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range !== void 0 && (candidate.rangeLength === void 0 || typeof candidate.rangeLength === "number");
      }
      static isFull(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range === void 0 && candidate.rangeLength === void 0;
      }
    };
    (function(TextDocument3) {
      function create(uri, languageId, version, content) {
        return new FullTextDocument2(uri, languageId, version, content);
      }
      TextDocument3.create = create;
      function update(document, changes, version) {
        if (document instanceof FullTextDocument2) {
          document.update(changes, version);
          return document;
        } else {
          throw new Error("TextDocument.update: document must be created by TextDocument.create");
        }
      }
      TextDocument3.update = update;
      function applyEdits(document, edits) {
        const text4 = document.getText();
        const sortedEdits = mergeSort(edits.map(getWellformedEdit), (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = 0;
        const spans = [];
        for (const e of sortedEdits) {
          const startOffset = document.offsetAt(e.range.start);
          if (startOffset < lastModifiedOffset) {
            throw new Error("Overlapping edit");
          } else if (startOffset > lastModifiedOffset) {
            spans.push(text4.substring(lastModifiedOffset, startOffset));
          }
          if (e.newText.length) {
            spans.push(e.newText);
          }
          lastModifiedOffset = document.offsetAt(e.range.end);
        }
        spans.push(text4.substr(lastModifiedOffset));
        return spans.join("");
      }
      TextDocument3.applyEdits = applyEdits;
    })(TextDocument2 || (TextDocument2 = {}));
  }
});

// node_modules/dockerfile-ast/lib/parserDirective.js
var require_parserDirective = __commonJS({
  "node_modules/dockerfile-ast/lib/parserDirective.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ParserDirective = void 0;
    var main_1 = require_main();
    var line_1 = require_line();
    var ParserDirective = class extends line_1.Line {
      constructor(document, range, nameRange, valueRange) {
        super(document, range);
        this.nameRange = nameRange;
        this.valueRange = valueRange;
      }
      toString() {
        return "# " + this.getName() + "=" + this.getValue();
      }
      getNameRange() {
        return this.nameRange;
      }
      getValueRange() {
        return this.valueRange;
      }
      getName() {
        return this.document.getText().substring(this.document.offsetAt(this.nameRange.start), this.document.offsetAt(this.nameRange.end));
      }
      getValue() {
        return this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
      }
      getDirective() {
        const directive = main_1.Directive[this.getName().toLowerCase()];
        return directive === void 0 ? null : directive;
      }
    };
    exports.ParserDirective = ParserDirective;
  }
});

// node_modules/dockerfile-ast/lib/heredoc.js
var require_heredoc = __commonJS({
  "node_modules/dockerfile-ast/lib/heredoc.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Heredoc = void 0;
    var Heredoc = class {
      constructor(startRange, name, nameRange, contentRange, endRange) {
        this.startRange = startRange;
        this.name = name;
        this.nameRange = nameRange;
        this.contentRange = contentRange;
        this.endRange = endRange;
      }
      /**
       * Returns the name of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range of the start operator and the name. If the
       * here-document is initialized with <<EOT then the start range would
       * encompass all five characters.
       *
       * This API is experimental and subject to change.
       */
      getStartRange() {
        return this.startRange;
      }
      /**
       * Returns the range of this here-document's name that is declared at
       * the beginning of the here-document with the operator. If the
       * here-document is initialized with <<EOT then the name range would
       * encompass the latter three "EOT" characters.
       *
       * This API is experimental and subject to change.
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the content of this here-document. This may
       * be null if the here-document has no content because:
       * - the start range is the only thing that was declared
       * - the end range was declared immediately and there is no content
       *
       * This API is experimental and subject to change.
       */
      getContentRange() {
        return this.contentRange;
      }
      /**
       * Returns the range of the here-document's name on a line that
       * represents the end of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getDelimiterRange() {
        return this.endRange;
      }
    };
    exports.Heredoc = Heredoc;
  }
});

// node_modules/dockerfile-ast/lib/variable.js
var require_variable = __commonJS({
  "node_modules/dockerfile-ast/lib/variable.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Variable = void 0;
    var Variable = class {
      constructor(name, nameRange, range, modifier, modifierRange, substitutionParameter, substitutionRange, defined, buildVariable, stringValue) {
        this.name = name;
        this.nameRange = nameRange;
        this.range = range;
        this.modifier = modifier;
        this.modifierRange = modifierRange;
        this.substitutionParameter = substitutionParameter;
        this.substitutionRange = substitutionRange;
        this.defined = defined;
        this.buildVariable = buildVariable;
        this.stringValue = stringValue;
      }
      toString() {
        return this.stringValue;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the entire variable. This includes the symbols for
       * the declaration of the variable such as the $, {, and } symbols.
       *
       * @return the range in the document that this variable encompasses in its
       *         entirety
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the modifier character that has been set for
       * specifying how this variable should be expanded and resolved.
       * If this variable is ${variable:+value} then the modifier
       * character is '+'. Will be the empty string if the variable is
       * declared as ${variable:}. Otherwise, will be null if this
       * variable will not use variable substitution at all (such as
       * ${variable} or $variable).
       *
       * @return this variable's modifier character, or the empty
       *         string if it does not have one, or null if this
       *         variable will not use variable substitution
       */
      getModifier() {
        return this.modifier;
      }
      getModifierRange() {
        return this.modifierRange;
      }
      /**
       * Returns the parameter that will be used for substitution if
       * this variable uses modifiers to define how its value should be
       * resolved. If this variable is ${variable:+value} then the
       * substitution value will be 'value'. Will be the empty string
       * if the variable is declared as ${variable:+} or some other
       * variant where the only thing that follows the modifier
       * character (excluding considerations of escape characters and
       * so on) is the variable's closing bracket. May be null if this
       * variable does not have a modifier character defined (such as
       * ${variable} or $variable).
       *
       * @return this variable's substitution parameter, or the empty
       *         string if it does not have one, or null if there is
       *         not one defined
       */
      getSubstitutionParameter() {
        return this.substitutionParameter;
      }
      getSubstitutionRange() {
        return this.substitutionRange;
      }
      /**
       * Returns whether this variable has been defined or not.
       *
       * @return true if this variable has been defined, false otherwise
       */
      isDefined() {
        return this.defined;
      }
      isBuildVariable() {
        return this.buildVariable === true;
      }
      isEnvironmentVariable() {
        return this.buildVariable === false;
      }
    };
    exports.Variable = Variable;
  }
});

// node_modules/dockerfile-ast/lib/instruction.js
var require_instruction = __commonJS({
  "node_modules/dockerfile-ast/lib/instruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Instruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var line_1 = require_line();
    var argument_1 = require_argument();
    var heredoc_1 = require_heredoc();
    var variable_1 = require_variable();
    var main_1 = require_main();
    var Instruction = class extends line_1.Line {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range);
        this.dockerfile = dockerfile;
        this.escapeChar = escapeChar;
        this.instruction = instruction;
        this.instructionRange = instructionRange;
      }
      toString() {
        let value = this.getKeyword();
        for (let arg of this.getRawArguments()) {
          value += " ";
          value += arg.getValue();
        }
        return value;
      }
      getRangeContent(range) {
        if (range === null) {
          return null;
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      getInstructionRange() {
        return this.instructionRange;
      }
      getInstruction() {
        return this.instruction;
      }
      getKeyword() {
        return this.getInstruction().toUpperCase();
      }
      getArgumentsRange() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end);
      }
      getArgumentsRanges() {
        let args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        if (args[0].getRange().start.line === args[args.length - 1].getRange().end.line) {
          return [vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end)];
        }
        let ranges = [];
        let end = -1;
        let startPosition = args[0].getRange().start;
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(startPosition) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra, this.document.offsetAt(args[args.length - 1].getRange().end) - this.document.offsetAt(range.start));
        let offset = this.document.offsetAt(range.start) + extra;
        let start3 = false;
        let comment = false;
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                switch (fullArgs.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    if (startPosition !== null) {
                      ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                    }
                    startPosition = null;
                    start3 = true;
                    comment = false;
                    i = j;
                    break whitespaceCheck;
                  default:
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                startPosition = null;
              }
              start3 = true;
              comment = false;
              i += 2;
            } else if (next === "\n") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
              }
              startPosition = null;
              start3 = true;
              comment = false;
              i++;
            } else {
              i++;
            }
          } else if (util_1.Util.isNewline(char)) {
            if (comment) {
              startPosition = null;
              start3 = true;
              comment = false;
            }
          } else {
            if (!comment) {
              if (startPosition === null) {
                if (char === "#") {
                  comment = true;
                  continue;
                }
                let position = this.document.positionAt(offset + i);
                if (position.character !== 0) {
                  startPosition = vscode_languageserver_types_1.Position.create(position.line, 0);
                }
              }
              end = i;
            }
          }
        }
        if (startPosition === null) {
          ranges.push(vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + end), this.document.positionAt(offset + end + 1)));
        } else {
          ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
        }
        return ranges;
      }
      getRawArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end));
      }
      getArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        let content = "";
        let ranges = this.getArgumentsRanges();
        let documentText = this.document.getText();
        for (let range of ranges) {
          content += documentText.substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
        }
        return content;
      }
      getArguments() {
        return this.getRawArguments();
      }
      getRawArguments() {
        let args = [];
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(range.end) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let offset = this.document.offsetAt(range.start) + extra;
        let start3 = false;
        let comment = false;
        let found = -1;
        let escapedWhitespaceDetected = false;
        let escaping = false;
        let escapeMarker = -1;
        let escapedArg = "";
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (util_1.Util.isWhitespace(char)) {
            if (escaping) {
              escapedWhitespaceDetected = true;
              if (util_1.Util.isNewline(char)) {
                escapedWhitespaceDetected = false;
                if (comment) {
                  comment = false;
                  start3 = true;
                }
              }
              continue;
            } else if (found !== -1) {
              if (escapeMarker === -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + i))));
              } else {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
              }
              escapeMarker = -1;
              escapedArg = "";
              found = -1;
            }
          } else if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                let newlineCheck = fullArgs.charAt(j);
                switch (newlineCheck) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    comment = false;
                    escaping = true;
                    start3 = true;
                    if (found !== -1) {
                      escapeMarker = i;
                    }
                    i = j;
                    break whitespaceCheck;
                  default:
                    escapeMarker = i;
                    if (found === -1) {
                      i = j - 1;
                    }
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              comment = false;
              escaping = true;
              start3 = true;
              if (found !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i += 2;
            } else if (next === "\n") {
              comment = false;
              escaping = true;
              start3 = true;
              if (found !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i++;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found = -1;
              }
              escapeMarker = -1;
              escapedWhitespaceDetected = false;
              escaping = false;
              if (next === "$") {
                escapedArg = escapedArg + char + next;
              } else if (next === "") {
                break;
              } else {
                escapedArg = escapedArg + next;
              }
              if (found === -1) {
                found = i;
              }
              i++;
            }
          } else if (!comment) {
            if (start3 && char === "#") {
              comment = true;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found = -1;
              }
              escapedWhitespaceDetected = false;
              escaping = false;
              escapeMarker = -1;
              escapedArg = escapedArg + char;
              if (found === -1) {
                found = i;
              }
            }
            start3 = false;
          }
        }
        if (found !== -1) {
          if (escapeMarker === -1) {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + fullArgs.length))));
          } else {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
          }
        }
        return args;
      }
      getExpandedArguments() {
        let args = this.getArguments();
        for (let i = 0; i < args.length; i++) {
          const argRange = args[i].getRange();
          let offset = this.document.offsetAt(argRange.start);
          const variables = this.parseVariables(offset, args[i].getValue());
          const swaps = [];
          let requiresExpansion = false;
          for (let variable of variables) {
            const value = this.dockerfile.resolveVariable(variable.getName(), variable.getNameRange().start.line);
            swaps.push(value);
            requiresExpansion = requiresExpansion || value !== void 0;
          }
          if (requiresExpansion) {
            let expanded = "";
            for (let j = 0; j < swaps.length; j++) {
              const variableRange = variables[j].getRange();
              const start3 = this.document.offsetAt(variableRange.start);
              const end = this.document.offsetAt(variableRange.end);
              if (swaps[j]) {
                expanded += this.document.getText().substring(offset, start3);
                expanded += swaps[j];
                offset = end;
              } else {
                expanded += this.document.getText().substring(offset, end);
                offset = end;
              }
            }
            const argEnd = this.document.offsetAt(argRange.end);
            if (argEnd !== offset) {
              expanded += this.document.getText().substring(offset, argEnd);
            }
            args[i] = new argument_1.Argument(expanded, argRange);
          }
        }
        return args;
      }
      getVariables() {
        const variables = [];
        const args = this.getRawArguments();
        for (const arg of args) {
          let range = arg.getRange();
          let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
          const parsedVariables = this.parseVariables(this.document.offsetAt(arg.getRange().start), rawValue);
          for (const parsedVariable of parsedVariables) {
            variables.push(parsedVariable);
          }
        }
        return variables;
      }
      parseVariables(offset, arg) {
        let variables = [];
        variableLoop: for (let i = 0; i < arg.length; i++) {
          switch (arg.charAt(i)) {
            case this.escapeChar:
              if (arg.charAt(i + 1) === "$") {
                i++;
              }
              break;
            case "$":
              if (arg.charAt(i + 1) === "{") {
                let escapedString = "${";
                let escapedName = "";
                let nameEnd = -1;
                let escapedSubstitutionParameter = "";
                let substitutionStart = -1;
                let substitutionEnd = -1;
                let modifierRead = -1;
                nameLoop: for (let j = i + 2; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      break;
                    case "}":
                      escapedString += "}";
                      let modifier = null;
                      let modifierRange = null;
                      let substitutionParameter = modifierRead !== -1 ? escapedSubstitutionParameter : null;
                      let substitutionRange = null;
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (nameEnd + 1 === j) {
                        modifier = "";
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + nameEnd + 1), this.document.positionAt(offset + nameEnd + 1));
                      } else {
                        if (substitutionStart === -1) {
                          substitutionStart = modifierRead + 1;
                          substitutionEnd = modifierRead + 1;
                        } else {
                          substitutionEnd = substitutionEnd + 1;
                        }
                        modifier = arg.substring(modifierRead, modifierRead + 1);
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + modifierRead), this.document.positionAt(offset + modifierRead + 1));
                        substitutionRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + substitutionStart), this.document.positionAt(offset + substitutionEnd));
                      }
                      let start3 = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 2), this.document.positionAt(offset + nameEnd)), vscode_languageserver_types_1.Range.create(start3, this.document.positionAt(offset + j + 1)), modifier, modifierRange, substitutionParameter, substitutionRange, this.dockerfile.resolveVariable(escapedName, start3.line) !== void 0, this.isBuildVariable(escapedName, start3.line), escapedString));
                      i = j;
                      continue variableLoop;
                    case ":":
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += ":";
                      } else {
                        modifierRead = j;
                      }
                      escapedString += ":";
                      break;
                    case "\n":
                    case "\r":
                    case " ":
                    case "	":
                      break;
                    default:
                      if (nameEnd === -1) {
                        escapedName += char;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += char;
                      } else {
                        modifierRead = j;
                      }
                      escapedString += char;
                      break;
                  }
                }
                break variableLoop;
              } else if (util_1.Util.isWhitespace(arg.charAt(i + 1)) || i === arg.length - 1) {
                continue;
              } else {
                let escapedName = "";
                nameLoop: for (let j = i + 1; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case "\r":
                    case "\n":
                    case " ":
                    case "	":
                      continue;
                    case "$":
                    case "'":
                    case '"':
                      let varStart = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                      i = j - 1;
                      continue variableLoop;
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      let start4 = this.document.positionAt(offset + i);
                      variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(start4, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start4.line) !== void 0, this.isBuildVariable(escapedName, start4.line), "$" + escapedName));
                      break variableLoop;
                  }
                  if (char.match(/^[a-z0-9_]+$/i) === null) {
                    let varStart = this.document.positionAt(offset + i);
                    variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                    i = j - 1;
                    continue variableLoop;
                  }
                  escapedName += char;
                }
                let start3 = this.document.positionAt(offset + i);
                variables.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + arg.length)), vscode_languageserver_types_1.Range.create(start3, this.document.positionAt(offset + arg.length)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start3.line) !== void 0, this.isBuildVariable(escapedName, start3.line), "$" + escapedName));
              }
              break variableLoop;
          }
        }
        return variables;
      }
      isBuildVariable(variable, line2) {
        if (this.getKeyword() === main_1.Keyword.FROM) {
          for (const initialArg of this.dockerfile.getInitialARGs()) {
            const arg = initialArg;
            const property = arg.getProperty();
            if (property && variable === property.getName()) {
              return true;
            }
          }
          return void 0;
        }
        let image = this.dockerfile.getContainingImage(vscode_languageserver_types_1.Position.create(line2, 0));
        let envs = image.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line2)) {
            for (let property of envs[i].getProperties()) {
              if (property.getName() === variable) {
                return false;
              }
            }
          }
        }
        let args = image.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line2)) {
            let property = args[i].getProperty();
            if (property && property.getName() === variable) {
              return true;
            }
          }
        }
        return void 0;
      }
      createSingleLineHeredocs(args) {
        const heredocs = [];
        for (const arg of args) {
          const value = arg.getValue();
          if (value.startsWith("<<") && util_1.Util.parseHeredocName(value) !== null) {
            const startRange = arg.getRange();
            const nameRange = this.getNameRange(startRange);
            const name = this.getName(nameRange);
            heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
          }
        }
        return heredocs;
      }
      getName(nameRange) {
        const content = this.document.getText(nameRange);
        let escaping = false;
        let name = "";
        nameLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    i = j + 1;
                    continue nameLoop;
                  case "\n":
                    i = j;
                    continue nameLoop;
                  default:
                    name += content.charAt(j);
                    i = j;
                    continue nameLoop;
                }
              }
              break;
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue nameLoop;
                  }
                }
              }
            case " ":
            case "	":
            case "\r":
            case "\n":
              if (escaping) {
                break;
              }
            default:
              name += ch;
              break;
          }
        }
        return name;
      }
      getNameRange(startRange) {
        const content = this.document.getText(startRange);
        let endFound = false;
        let searchHyphen = false;
        let start3 = -1;
        let end = -1;
        let escaping = false;
        let quote = null;
        contentLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case '"':
            case "'":
              if (quote === ch) {
                break contentLoop;
              }
              quote = ch;
              continue;
            case this.escapeChar:
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case "\n":
                    escaping = true;
                    j = i;
                    continue contentLoop;
                }
              }
              break;
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "<":
              if (endFound) {
                searchHyphen = true;
              } else {
                endFound = true;
              }
              break;
            case "-":
              if (searchHyphen) {
                searchHyphen = false;
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (start3 === -1) {
                start3 = i;
              }
              if (quote !== null) {
                end = i + 1;
                break;
              }
              break contentLoop;
          }
        }
        if (start3 === -1) {
          return vscode_languageserver_types_1.Range.create(startRange.end, startRange.end);
        }
        const nameStart = this.document.positionAt(this.document.offsetAt(startRange.start) + start3);
        const nameEnd = quote !== null ? this.document.positionAt(this.document.offsetAt(startRange.start) + end) : startRange.end;
        return vscode_languageserver_types_1.Range.create(nameStart, nameEnd);
      }
      getHeredocs() {
        const args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        const heredocs = [];
        const range = this.getRange();
        if (range.start.line === range.end.line) {
          return this.createSingleLineHeredocs(args);
        }
        const heredocDefinitions = [];
        let heredocsProcessed = false;
        let escaping = false;
        let contentStart = -1;
        let contentEnd = -1;
        let lineStart = -1;
        let currentHeredoc = 0;
        const startOffset = this.document.offsetAt(args[0].getRange().start);
        const content = this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end));
        contentLoop: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    j++;
                  case "\n":
                    i = j;
                    continue contentLoop;
                  default:
                    i = j;
                    continue contentLoop;
                }
              }
              break;
            case "\r":
              break;
            case "\n":
              if (escaping) {
                break;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                contentEnd = i;
                const arg = heredocDefinitions[currentHeredoc];
                const startRange = arg.getRange();
                const nameRange = this.getNameRange(startRange);
                const name = this.getName(nameRange);
                const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), this.document.positionAt(startOffset + i)));
                if (delimiterRange !== null) {
                  const contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + lineStart - 1));
                  heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
                  contentStart = -1;
                  currentHeredoc++;
                }
                lineStart = -1;
              } else {
                const offsetLimit = startOffset + i;
                for (const arg of args) {
                  if (this.document.offsetAt(arg.getRange().start) < offsetLimit) {
                    if (arg.getValue().startsWith("<<")) {
                      heredocDefinitions.push(arg);
                    }
                  } else {
                    break;
                  }
                }
                heredocsProcessed = true;
                lineStart = -1;
                continue contentLoop;
              }
              break;
            case " ":
            case "	":
              if (escaping) {
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (escaping) {
                escaping = false;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                if (lineStart === -1) {
                  lineStart = i;
                }
              }
              break;
          }
        }
        if (heredocsProcessed) {
          const arg = heredocDefinitions[currentHeredoc];
          const startRange = arg.getRange();
          const nameRange = this.getNameRange(startRange);
          const name = this.getName(nameRange);
          let contentRange = null;
          const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), range.end));
          if (delimiterRange === null) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), range.end);
          } else if (contentEnd !== -1) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + contentEnd));
          }
          heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
          currentHeredoc++;
          for (let i = currentHeredoc; i < heredocDefinitions.length; i++) {
            const arg2 = heredocDefinitions[currentHeredoc];
            const startRange2 = arg2.getRange();
            const nameRange2 = this.getNameRange(startRange2);
            const name2 = this.getName(nameRange2);
            heredocs.push(new heredoc_1.Heredoc(startRange2, name2, nameRange2, null, null));
            currentHeredoc++;
          }
        } else {
          return this.createSingleLineHeredocs(args);
        }
        return heredocs;
      }
      getDelimiterRange(startArg, name, candidateRange) {
        const text4 = this.document.getText(candidateRange);
        if (startArg.getValue().startsWith("<<-")) {
          let index = 0;
          while (text4.charAt(index) === "	") {
            index++;
          }
          if (text4.substring(index) === name) {
            return vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(candidateRange.start.line, index), candidateRange.end);
          }
          return null;
        }
        return text4 === name ? candidateRange : null;
      }
    };
    exports.Instruction = Instruction;
  }
});

// node_modules/dockerfile-ast/lib/flagOption.js
var require_flagOption = __commonJS({
  "node_modules/dockerfile-ast/lib/flagOption.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.FlagOption = void 0;
    var FlagOption = class {
      constructor(range, name, nameRange, value, valueRange) {
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value;
        this.valueRange = valueRange;
      }
      toString() {
        if (this.valueRange !== null) {
          return this.name + "=" + this.value;
        }
        return this.name;
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
    };
    exports.FlagOption = FlagOption;
  }
});

// node_modules/dockerfile-ast/lib/flag.js
var require_flag = __commonJS({
  "node_modules/dockerfile-ast/lib/flag.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Flag = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flagOption_1 = require_flagOption();
    var Flag = class {
      constructor(document, range, name, nameRange, value, valueRange) {
        this.options = [];
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value;
        this.valueRange = valueRange;
        if (this.value !== null) {
          let offset = document.offsetAt(valueRange.start);
          let nameStart = -1;
          let valueStart = -1;
          let hasOptions = false;
          for (let i = 0; i < value.length; i++) {
            switch (value.charAt(i)) {
              case "=":
                hasOptions = true;
                if (valueStart === -1) {
                  valueStart = i + 1;
                  break;
                }
                break;
              case ",":
                this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, i));
                nameStart = -1;
                valueStart = -1;
                break;
              default:
                if (nameStart === -1) {
                  nameStart = i;
                }
                break;
            }
          }
          if (hasOptions && nameStart !== -1) {
            this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, value.length));
          }
        }
      }
      createFlagOption(document, content, documentOffset, nameStart, valueStart, valueEnd) {
        const optionRange = vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueEnd));
        if (valueStart === -1) {
          return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueEnd), optionRange, null, null);
        }
        return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueStart - 1), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueStart - 1)), content.substring(valueStart, valueEnd), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + valueStart), document.positionAt(documentOffset + valueEnd)));
      }
      toString() {
        if (this.valueRange) {
          return "--" + this.name + "=" + this.value;
        }
        return "--" + this.name;
      }
      /**
       * Returns the range that encompasses this entire flag. This includes the
       * -- prefix in the beginning to the last character of the flag's value (if
       * it has been defined).
       *
       * @return the entire range of this flag
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the name of this flag. The name does not include the -- prefix.
       * Thus, for HEALTHCHECK's --interval flag, interval is the flag's name and
       * not --interval.
       *
       * @return this flag's name
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range that encompasses the flag's name
       *
       * @return the range containing the flag's name
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the value that has been set to this flag. May be null if the
       * flag is invalid and has no value set like a --start-period. If the flag
       * is instead a --start-period= with an equals sign then the flag's value
       * is the empty string.
       *
       * @return this flag's value if it has been defined, null otherwise
       */
      getValue() {
        return this.value;
      }
      /**
       * Returns the range that encompasses this flag's value. If no value has
       * been set then null will be returned.
       *
       * @return the range containing this flag's value, or null if the flag
       *         has no value defined
       */
      getValueRange() {
        return this.valueRange;
      }
      getOption(name) {
        for (const option of this.options) {
          if (option.getName() === name) {
            return option;
          }
        }
        return null;
      }
      getOptions() {
        return this.options;
      }
      hasOptions() {
        return this.options.length > 0;
      }
    };
    exports.Flag = Flag;
  }
});

// node_modules/dockerfile-ast/lib/modifiableInstruction.js
var require_modifiableInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/modifiableInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ModifiableInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flag_1 = require_flag();
    var instruction_1 = require_instruction();
    var ModifiableInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getFlags() {
        if (!this.flags) {
          this.flags = [];
          for (let arg of this.getArguments()) {
            let value = arg.getValue();
            if (this.stopSearchingForFlags(value)) {
              return this.flags;
            } else if (value.indexOf("--") === 0) {
              let range = arg.getRange();
              let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
              let nameIndex = value.indexOf("=");
              let index = rawValue.indexOf("=");
              let firstMatch = false;
              let secondMatch = false;
              let startIndex = -1;
              nameSearchLoop: for (let i = 0; i < rawValue.length; i++) {
                switch (rawValue.charAt(i)) {
                  case "\\":
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                    break;
                  case "-":
                    if (secondMatch) {
                      startIndex = i;
                      break nameSearchLoop;
                    } else if (firstMatch) {
                      secondMatch = true;
                    } else {
                      firstMatch = true;
                    }
                    break;
                  default:
                    startIndex = i;
                    break nameSearchLoop;
                }
              }
              let nameStart = this.document.positionAt(this.document.offsetAt(range.start) + startIndex);
              if (index === -1) {
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2), vscode_languageserver_types_1.Range.create(nameStart, range.end), null, null));
              } else if (index === value.length - 1) {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, index), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), "", vscode_languageserver_types_1.Range.create(range.end, range.end)));
              } else {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, nameIndex), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), value.substring(nameIndex + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(this.document.offsetAt(range.start) + index + 1), range.end)));
              }
            }
          }
        }
        return this.flags;
      }
      getArguments() {
        const args = super.getArguments();
        const flags = this.getFlags();
        if (flags.length === 0) {
          return args;
        }
        for (let i = 0; i < flags.length; i++) {
          args.shift();
        }
        return args;
      }
    };
    exports.ModifiableInstruction = ModifiableInstruction;
  }
});

// node_modules/dockerfile-ast/lib/jsonInstruction.js
var require_jsonInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var argument_1 = require_argument();
    var jsonArgument_1 = require_jsonArgument();
    var modifiableInstruction_1 = require_modifiableInstruction();
    var JSONInstruction = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
        this.openingBracket = null;
        this.closingBracket = null;
        this.jsonStrings = [];
        const argsContent = this.getRawArgumentsContent();
        if (argsContent === null) {
          return;
        }
        const args = this.getArguments();
        if (args.length === 1 && args[0].getValue() === "[]") {
          let argRange = args[0].getRange();
          this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character, argRange.start.line, argRange.start.character + 1));
          this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character + 1, argRange.end.line, argRange.end.character));
          return;
        } else if (args.length === 2 && args[0].getValue() === "[" && args[1].getValue() === "]") {
          this.openingBracket = args[0];
          this.closingBracket = args[1];
          return;
        }
        const argsOffset = document.offsetAt(this.getArgumentsRange().start);
        let start3 = -1;
        let last = "";
        let quoted = false;
        let escapedArg = "";
        argsCheck: for (let i = 0; i < argsContent.length; i++) {
          let char = argsContent.charAt(i);
          switch (char) {
            case "[":
              if (last === "") {
                this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                last = "[";
              } else if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                break argsCheck;
              }
              break;
            case '"':
              if (last === "[" || last === ",") {
                start3 = i;
                quoted = true;
                last = '"';
                escapedArg = escapedArg + char;
                continue;
              } else if (last === '"') {
                if (quoted) {
                  escapedArg = escapedArg + char;
                  quoted = false;
                  this.jsonStrings.push(new jsonArgument_1.JSONArgument(escapedArg, vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start3), document.positionAt(argsOffset + i + 1)), vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start3 + 1), document.positionAt(argsOffset + i))));
                  escapedArg = "";
                } else {
                  break argsCheck;
                }
              } else {
                break argsCheck;
              }
              break;
            case ",":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                if (last === '"') {
                  last = ",";
                } else {
                  break argsCheck;
                }
              }
              break;
            case "]":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else if (last !== "") {
                this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                break argsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            case "\\":
              if (quoted) {
                switch (argsContent.charAt(i + 1)) {
                  case '"':
                  case "\\":
                    escapedArg = escapedArg + argsContent.charAt(i + 1);
                    i++;
                    continue;
                  case " ":
                  case "	":
                    escapeCheck: for (let j = i + 2; j < argsContent.length; j++) {
                      switch (argsContent.charAt(j)) {
                        case "\r":
                          j++;
                        case "\n":
                          i = j;
                          continue argsCheck;
                        case " ":
                        case "	":
                          break;
                        default:
                          break escapeCheck;
                      }
                    }
                    break;
                  case "\r":
                    i++;
                  default:
                    i++;
                    continue;
                }
              } else {
                escapeCheck: for (let j = i + 1; j < argsContent.length; j++) {
                  switch (argsContent.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue argsCheck;
                    case " ":
                    case "	":
                      break;
                    default:
                      break escapeCheck;
                  }
                }
              }
              break argsCheck;
            default:
              if (!quoted) {
                break argsCheck;
              }
              escapedArg = escapedArg + char;
              break;
          }
        }
      }
      stopSearchingForFlags(_value) {
        return true;
      }
      getOpeningBracket() {
        return this.openingBracket;
      }
      getJSONStrings() {
        return this.jsonStrings;
      }
      getClosingBracket() {
        return this.closingBracket;
      }
    };
    exports.JSONInstruction = JSONInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/add.js
var require_add = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/add.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Add = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Add = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
    };
    exports.Add = Add;
  }
});

// node_modules/dockerfile-ast/lib/property.js
var require_property = __commonJS({
  "node_modules/dockerfile-ast/lib/property.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Property = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var Property = class _Property {
      constructor(document, escapeChar, arg, arg2) {
        this.assignmentOperatorRange = null;
        this.assignmentOperator = null;
        this.valueRange = null;
        this.value = null;
        this.document = document;
        this.escapeChar = escapeChar;
        this.nameRange = _Property.getNameRange(document, arg);
        let value = document.getText().substring(document.offsetAt(this.nameRange.start), document.offsetAt(this.nameRange.end));
        this.name = _Property.getValue(value, escapeChar);
        if (arg2) {
          this.valueRange = arg2.getRange();
          value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
          this.value = _Property.getValue(value, escapeChar);
          this.range = vscode_languageserver_types_1.Range.create(this.nameRange.start, this.valueRange.end);
        } else {
          let argRange = arg.getRange();
          if (this.nameRange.start.line === argRange.start.line && this.nameRange.start.character === argRange.start.character && this.nameRange.end.line === argRange.end.line && this.nameRange.end.character === argRange.end.character) {
          } else {
            this.valueRange = _Property.getValueRange(document, arg);
            value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
            this.value = _Property.getValue(value, escapeChar);
            this.assignmentOperatorRange = vscode_languageserver_types_1.Range.create(this.nameRange.end, this.valueRange.start);
            this.assignmentOperator = "=";
          }
          this.range = argRange;
        }
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
      /**
       * Retrieves the operator used for delimiting between the name and
       * value of this property. This will either be the "=" character
       * or null if a character was not used or if this property has no
       * value defined.
       */
      getAssignmentOperator() {
        return this.assignmentOperator;
      }
      getAssignmentOperatorRange() {
        return this.assignmentOperatorRange;
      }
      /**
       * Returns the value of this property including any enclosing
       * single or double quotes and relevant escape characters.
       * Escaped newlines and its associated contiguous whitespace
       * characters however will not be returned as they are deemed to
       * be uninteresting to clients trying to return a Dockerfile.
       *
       * @return the unescaped value of this property or null if this
       *         property has no associated value
       */
      getUnescapedValue() {
        if (this.valueRange === null) {
          return null;
        }
        let escaped = false;
        let rawValue = "";
        let value = this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
        rawLoop: for (let i = 0; i < value.length; i++) {
          let char = value.charAt(i);
          switch (char) {
            case this.escapeChar:
              for (let j = i + 1; j < value.length; j++) {
                switch (value.charAt(j)) {
                  case "\r":
                    j++;
                  case "\n":
                    escaped = true;
                    i = j;
                    continue rawLoop;
                  case " ":
                  case "	":
                    break;
                  default:
                    rawValue = rawValue + char;
                    continue rawLoop;
                }
              }
              rawValue = rawValue + char;
              break;
            case "\r":
            case "\n":
              break;
            case " ":
            case "	":
              if (!escaped) {
                rawValue = rawValue + char;
              }
              break;
            case "#":
              if (escaped) {
                for (let j = i + 1; j < value.length; j++) {
                  switch (value.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue rawLoop;
                  }
                }
              } else {
                rawValue = rawValue + char;
              }
              break;
            default:
              rawValue = rawValue + char;
              escaped = false;
              break;
          }
        }
        return rawValue;
      }
      static getNameRange(document, arg) {
        let value = arg.getValue();
        let index = value.indexOf("=");
        if (index !== -1) {
          let initial = value.charAt(0);
          let before = value.charAt(index - 1);
          if (initial === '"' && before === '"' || initial === "'" && before === "'" || initial !== '"' && initial !== "'") {
            return vscode_languageserver_types_1.Range.create(arg.getRange().start, document.positionAt(document.offsetAt(arg.getRange().start) + index));
          }
        }
        return arg.getRange();
      }
      static getValueRange(document, arg) {
        return vscode_languageserver_types_1.Range.create(document.positionAt(document.offsetAt(arg.getRange().start) + arg.getValue().indexOf("=") + 1), document.positionAt(document.offsetAt(arg.getRange().end)));
      }
      /**
       * Returns the actual value of this key-value pair. The value will
       * have its escape characters removed if applicable. If the value
       * spans multiple lines and there are comments nested within the
       * lines, they too will be removed.
       *
       * @return the value that this key-value pair will actually be, may
       *         be null if no value is defined, may be the empty string
       *         if the value only consists of whitespace
       */
      static getValue(value, escapeChar) {
        let escaped = false;
        const skip = util_1.Util.findLeadingNonWhitespace(value, escapeChar);
        if (skip !== 0 && value.charAt(skip) === "#") {
          escaped = true;
        }
        value = value.substring(skip);
        let first = value.charAt(0);
        let last = value.charAt(value.length - 1);
        let literal = first === "'" || first === '"';
        let inSingle = first === "'" && last === "'";
        let inDouble = false;
        if (first === '"') {
          for (let i = 1; i < value.length; i++) {
            if (value.charAt(i) === escapeChar) {
              i++;
            } else if (value.charAt(i) === '"' && i === value.length - 1) {
              inDouble = true;
            }
          }
        }
        if (inSingle || inDouble) {
          value = value.substring(1, value.length - 1);
        }
        let commentCheck = -1;
        let escapedValue = "";
        let start3 = 0;
        parseValue: for (let i = 0; i < value.length; i++) {
          let char = value.charAt(i);
          switch (char) {
            case escapeChar:
              if (i + 1 === value.length) {
                escapedValue = escapedValue + escapeChar;
                break parseValue;
              }
              char = value.charAt(i + 1);
              if (char === " " || char === "	") {
                whitespaceCheck: for (let j = i + 2; j < value.length; j++) {
                  let char2 = value.charAt(j);
                  switch (char2) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                      j++;
                    case "\n":
                      escaped = true;
                      i = j;
                      continue parseValue;
                    default:
                      if (!inDouble && !inSingle && !literal) {
                        if (char2 === escapeChar) {
                          escapedValue = escapedValue + char;
                          i = i + 1;
                        } else {
                          escapedValue = escapedValue + char + char2;
                          i = j;
                        }
                        continue parseValue;
                      }
                      break whitespaceCheck;
                  }
                }
              }
              if (inDouble) {
                if (char === "\r") {
                  escaped = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped = true;
                  i++;
                } else if (char !== '"') {
                  if (char === escapeChar) {
                    i++;
                  }
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (inSingle || literal) {
                if (char === "\r") {
                  escaped = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped = true;
                  i++;
                } else {
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (char === escapeChar) {
                escapedValue = escapedValue + escapeChar;
                i++;
              } else if (char === "\r") {
                escaped = true;
                i = i + 2;
              } else if (char === "\n") {
                escaped = true;
                i++;
                start3 = i;
              } else {
                escapedValue = escapedValue + char;
                i++;
              }
              break;
            case " ":
            case "	":
              if (escaped && commentCheck === -1) {
                commentCheck = i;
              }
              escapedValue = escapedValue + char;
              break;
            case "\r":
              i++;
            case "\n":
              if (escaped && commentCheck !== -1) {
                escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck - 1));
                commentCheck = -1;
              }
              break;
            case "#":
              if (escaped) {
                if (commentCheck !== -1) {
                  escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck));
                  commentCheck = -1;
                }
                newlineCheck: for (let j = i + 1; j < value.length; j++) {
                  switch (value.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      break newlineCheck;
                  }
                }
                continue parseValue;
              }
            default:
              if (escaped) {
                escaped = false;
                commentCheck = -1;
              }
              escapedValue = escapedValue + char;
              break;
          }
        }
        return escapedValue;
      }
    };
    exports.Property = Property;
  }
});

// node_modules/dockerfile-ast/lib/propertyInstruction.js
var require_propertyInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/propertyInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PropertyInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var instruction_1 = require_instruction();
    var property_1 = require_property();
    var argument_1 = require_argument();
    var util_1 = require_util();
    var PropertyInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
        this.properties = void 0;
      }
      getProperties() {
        if (this.properties === void 0) {
          let args = this.getPropertyArguments();
          if (args.length === 0) {
            this.properties = [];
          } else if (args.length === 1) {
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0])];
          } else if (args.length === 2) {
            if (args[0].getValue().indexOf("=") === -1) {
              this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], args[1])];
            } else {
              this.properties = [
                new property_1.Property(this.document, this.escapeChar, args[0]),
                new property_1.Property(this.document, this.escapeChar, args[1])
              ];
            }
          } else if (args[0].getValue().indexOf("=") === -1) {
            let text4 = this.document.getText();
            let start3 = args[1].getRange().start;
            let end = args[args.length - 1].getRange().end;
            text4 = text4.substring(this.document.offsetAt(start3), this.document.offsetAt(end));
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], new argument_1.Argument(text4, vscode_languageserver_types_1.Range.create(args[1].getRange().start, args[args.length - 1].getRange().end)))];
          } else {
            this.properties = [];
            for (let i = 0; i < args.length; i++) {
              this.properties.push(new property_1.Property(this.document, this.escapeChar, args[i]));
            }
          }
        }
        return this.properties;
      }
      /**
       * Goes from the back of the string and returns the first
       * non-whitespace character that is found. If an escape character
       * is found with newline characters, the escape character will
       * not be considered a non-whitespace character and its index in
       * the string will not be returned.
       *
       * @param content the string to search through
       * @return the index in the string for the first non-whitespace
       *         character when searching from the end of the string
       */
      findTrailingNonWhitespace(content) {
        let index = content.length;
        whitespaceCheck: for (let i = content.length - 1; i >= 0; i--) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case "\n":
              if (content.charAt(i - 1) === "\r") {
                i = i - 1;
              }
            case "\r":
              newlineCheck: for (let j = i - 1; j >= 0; j--) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                  case this.escapeChar:
                    continue;
                  default:
                    index = j;
                    break newlineCheck;
                }
              }
              break whitespaceCheck;
            default:
              index = i;
              break whitespaceCheck;
          }
        }
        return index;
      }
      getPropertyArguments() {
        const args = [];
        let range = this.getInstructionRange();
        let instructionNameEndOffset = this.document.offsetAt(range.end);
        let extra = instructionNameEndOffset - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let start3 = util_1.Util.findLeadingNonWhitespace(fullArgs, this.escapeChar);
        if (start3 === -1) {
          return [];
        }
        const startPosition = this.document.positionAt(instructionNameEndOffset + start3);
        let escaped = range.start.line !== startPosition.line;
        let endingEscape = false;
        let mark = -1;
        let end = this.findTrailingNonWhitespace(fullArgs);
        content = fullArgs.substring(start3, end + 1);
        let argStart = escaped ? -1 : 0;
        let spaced = false;
        argumentLoop: for (let i = 0; i < content.length; i++) {
          let char = content.charAt(i);
          switch (char) {
            case this.escapeChar:
              if (i + 1 === content.length) {
                endingEscape = true;
                break argumentLoop;
              }
              if (!escaped) {
                mark = i;
              }
              switch (content.charAt(i + 1)) {
                case " ":
                case "	":
                  if (!util_1.Util.isWhitespace(content.charAt(i + 2))) {
                    i = i + 1;
                    continue argumentLoop;
                  }
                  whitespaceCheck: for (let j = i + 2; j < content.length; j++) {
                    switch (content.charAt(j)) {
                      case "\r":
                        j++;
                      case "\n":
                        escaped = true;
                        i = j;
                        continue argumentLoop;
                      case " ":
                      case "	":
                        break;
                      default:
                        args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start3 + argStart), this.document.positionAt(instructionNameEndOffset + start3 + i + 2))));
                        argStart = j;
                        break whitespaceCheck;
                    }
                  }
                  i = argStart - 1;
                  continue argumentLoop;
                case "\r":
                  i++;
                case "\n":
                  escaped = true;
                  i = i + 1;
                  continue argumentLoop;
                case this.escapeChar:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  i = i + 1;
                  continue argumentLoop;
                default:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  continue argumentLoop;
              }
            case "'":
            case '"':
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start3);
                argStart = i;
                spaced = false;
              }
              if (argStart === -1) {
                argStart = i;
              }
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case char:
                    if (content.charAt(j + 1) !== " " && content.charAt(j + 1) !== "") {
                      i = j;
                      continue argumentLoop;
                    }
                    args.push(new argument_1.Argument(content.substring(argStart, j + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start3 + argStart), this.document.positionAt(instructionNameEndOffset + start3 + j + 1))));
                    i = j;
                    argStart = -1;
                    continue argumentLoop;
                  case this.escapeChar:
                    j++;
                    break;
                }
              }
              break argumentLoop;
            case " ":
            case "	":
              if (escaped) {
                if (argStart !== -1) {
                  spaced = true;
                }
              } else if (argStart !== -1) {
                args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start3 + argStart), this.document.positionAt(instructionNameEndOffset + start3 + i))));
                argStart = -1;
              }
              break;
            case "\r":
              i++;
            case "\n":
              spaced = false;
              break;
            case "#":
              if (escaped) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      spaced = false;
                      continue argumentLoop;
                  }
                }
                if (argStart !== -1) {
                  let value = content.substring(argStart, mark);
                  args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start3 + argStart), this.document.positionAt(instructionNameEndOffset + start3 + mark))));
                  argStart = -1;
                }
                break argumentLoop;
              } else if (argStart === -1) {
                argStart = i;
              }
              break;
            default:
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start3);
                argStart = i;
                spaced = false;
              }
              escaped = false;
              if (argStart === -1) {
                argStart = i;
              }
              if (char === "$" && content.charAt(i + 1) === "{") {
                let singleQuotes = false;
                let doubleQuotes = false;
                let escaped2 = false;
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case this.escapeChar:
                      escaped2 = true;
                      break;
                    case "\r":
                    case "\n":
                      break;
                    case "'":
                      singleQuotes = !singleQuotes;
                      escaped2 = false;
                      break;
                    case '"':
                      doubleQuotes = !doubleQuotes;
                      escaped2 = false;
                      break;
                    case " ":
                    case "	":
                      if (escaped2 || singleQuotes || doubleQuotes) {
                        break;
                      }
                      i = j - 1;
                      continue argumentLoop;
                    case "}":
                      i = j;
                      continue argumentLoop;
                    default:
                      escaped2 = false;
                      break;
                  }
                }
                break argumentLoop;
              }
              break;
          }
        }
        if (argStart !== -1 && argStart !== content.length) {
          let end2 = endingEscape ? content.length - 1 : content.length;
          let value = content.substring(argStart, end2);
          args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start3 + argStart), this.document.positionAt(instructionNameEndOffset + start3 + end2))));
        }
        return args;
      }
      createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start3) {
        if (argStart !== -1) {
          args.push(new argument_1.Argument(content.substring(argStart, mark), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start3 + argStart), this.document.positionAt(instructionNameEndOffset + start3 + mark))));
        }
      }
    };
    exports.PropertyInstruction = PropertyInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/arg.js
var require_arg = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/arg.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Arg = void 0;
    var property_1 = require_property();
    var propertyInstruction_1 = require_propertyInstruction();
    var Arg = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
        this.property = null;
        const args = this.getPropertyArguments();
        if (args.length === 1) {
          this.property = new property_1.Property(this.document, this.escapeChar, args[0]);
        } else {
          this.property = null;
        }
      }
      /**
       * Returns the variable defined by this ARG. This may be null if
       * this ARG instruction is malformed and has no variable
       * declaration.
       */
      getProperty() {
        return this.property;
      }
    };
    exports.Arg = Arg;
  }
});

// node_modules/dockerfile-ast/lib/instructions/cmd.js
var require_cmd = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/cmd.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Cmd = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Cmd = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Cmd = Cmd;
  }
});

// node_modules/dockerfile-ast/lib/instructions/copy.js
var require_copy = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/copy.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Copy = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Copy = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getFromFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "from" ? flags[0] : null;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Copy = Copy;
  }
});

// node_modules/dockerfile-ast/lib/instructions/env.js
var require_env = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/env.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Env = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var Env = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Env = Env;
  }
});

// node_modules/dockerfile-ast/lib/instructions/entrypoint.js
var require_entrypoint = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/entrypoint.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Entrypoint = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Entrypoint = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Entrypoint = Entrypoint;
  }
});

// node_modules/dockerfile-ast/lib/instructions/from.js
var require_from = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/from.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.From = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var modifiableInstruction_1 = require_modifiableInstruction();
    var From = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getImage() {
        const args = this.getArguments();
        return args.length > 0 ? args[0].getValue() : null;
      }
      /**
       * Returns the name of the image that will be used as the base image.
       *
       * @return the base image's name, or null if unspecified
       */
      getImageName() {
        const imageName = this.getRangeContent(this.getImageNameRange());
        if (imageName === null) {
          return null;
        }
        let commented = false;
        let escaped = false;
        let name = "";
        for (let i = 0; i < imageName.length; i++) {
          const ch = imageName.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaped = true;
              break;
            case "\r":
              continue;
            case "\n":
              commented = false;
              break;
            case " ":
            case "	":
              break;
            case "#":
              if (escaped) {
                commented = true;
              } else {
                name = name + ch;
                escaped = false;
              }
              break;
            default:
              if (!commented) {
                name = name + ch;
                escaped = false;
              }
              break;
          }
        }
        return name;
      }
      /**
       * Returns the range that covers the name of the image used by
       * this instruction.
       *
       * @return the range of the name of this instruction's argument,
       *         or null if no image has been specified
       */
      getImageNameRange() {
        let range = this.getImageRange();
        if (range) {
          let registryRange = this.getRegistryRange();
          if (registryRange) {
            range.start = this.document.positionAt(this.document.offsetAt(registryRange.end) + 1);
          }
          let tagRange = this.getImageTagRange();
          let digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          return range;
        }
        return null;
      }
      /**
       * Returns the range that covers the image argument of this
       * instruction. This includes the tag or digest of the image if
       * it has been specified by the instruction.
       *
       * @return the range of the image argument, or null if no image
       *         has been specified
       */
      getImageRange() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0].getRange() : null;
      }
      getImageTag() {
        return this.getRangeContent(this.getImageTagRange());
      }
      /**
       * Returns the range in the document that the tag of the base
       * image encompasses.
       *
       * @return the base image's tag's range in the document, or null
       *         if no tag has been specified
       */
      getImageTagRange() {
        const range = this.getImageRange();
        if (range) {
          const rangeStartOffset = this.document.offsetAt(range.start);
          const content = this.getRangeContent(range);
          const atIndex = this.indexOf(rangeStartOffset, content, "@");
          const slashIndex = content.indexOf("/");
          if (atIndex === -1) {
            const colonIndex = this.lastIndexOf(rangeStartOffset, content, ":");
            if (colonIndex > slashIndex) {
              return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + colonIndex + 1), range.end);
            }
          }
          const subcontent = content.substring(0, atIndex);
          const subcolonIndex = subcontent.indexOf(":");
          if (subcolonIndex === -1) {
            return null;
          }
          if (slashIndex === -1) {
            return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + atIndex));
          }
          if (subcolonIndex < slashIndex) {
            return null;
          }
          return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + subcontent.length));
        }
        return null;
      }
      getImageDigest() {
        return this.getRangeContent(this.getImageDigestRange());
      }
      /**
       * Returns the range in the document that the digest of the base
       * image encompasses.
       *
       * @return the base image's digest's range in the document, or null
       *         if no digest has been specified
       */
      getImageDigestRange() {
        let range = this.getImageRange();
        if (range) {
          let content = this.getRangeContent(range);
          let index = this.lastIndexOf(this.document.offsetAt(range.start), content, "@");
          if (index !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start.line, range.start.character + index + 1, range.end.line, range.end.character);
          }
        }
        return null;
      }
      indexOf(documentOffset, content, searchString) {
        let index = content.indexOf(searchString);
        const variables = this.getVariables();
        for (let i = 0; i < variables.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            const offset = this.document.offsetAt(variableRange.end) - documentOffset;
            const substring = content.substring(offset);
            const subIndex = substring.indexOf(searchString);
            if (subIndex === -1) {
              return -1;
            }
            index = subIndex + offset;
            i = -1;
            continue;
          }
        }
        return index;
      }
      lastIndexOf(documentOffset, content, searchString) {
        let index = content.lastIndexOf(searchString);
        const variables = this.getVariables();
        for (let i = 0; i < variables.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            index = content.substring(0, index).lastIndexOf(searchString);
            if (index === -1) {
              return -1;
            }
            i = -1;
            continue;
          }
        }
        return index;
      }
      getRegistry() {
        return this.getRangeContent(this.getRegistryRange());
      }
      getRegistryRange() {
        const range = this.getImageRange();
        if (range) {
          const tagRange = this.getImageTagRange();
          const digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          const content = this.getRangeContent(range);
          const rangeStart = this.document.offsetAt(range.start);
          const startingSlashIndex = this.indexOf(rangeStart, content, "/");
          if (startingSlashIndex === -1) {
            return null;
          }
          const portIndex = this.indexOf(rangeStart, content, ":");
          const dotIndex = this.indexOf(rangeStart, content, ".");
          if (portIndex !== -1 || dotIndex !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
          const registry = content.substring(0, startingSlashIndex);
          if (registry === "localhost") {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
        }
        return null;
      }
      getBuildStage() {
        let range = this.getBuildStageRange();
        return range === null ? null : this.getRangeContent(range);
      }
      getBuildStageRange() {
        let args = this.getArguments();
        if (args.length > 2 && args[1].getValue().toUpperCase() === "AS") {
          return args[2].getRange();
        }
        return null;
      }
      getPlatformFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "platform" ? flags[0] : null;
      }
    };
    exports.From = From;
  }
});

// node_modules/dockerfile-ast/lib/instructions/healthcheck.js
var require_healthcheck = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/healthcheck.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Healthcheck = void 0;
    var modifiableInstruction_1 = require_modifiableInstruction();
    var Healthcheck = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        argument = argument.toUpperCase();
        return argument === "CMD" || argument === "NONE";
      }
      getSubcommand() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0] : null;
      }
    };
    exports.Healthcheck = Healthcheck;
  }
});

// node_modules/dockerfile-ast/lib/instructions/label.js
var require_label = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/label.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Label = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var util_1 = require_util();
    var Label = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getVariables() {
        const variables = super.getVariables();
        const properties2 = this.getProperties();
        for (const property of properties2) {
          const value = property.getUnescapedValue();
          if (value !== null && value.length > 2 && value.charAt(0) === "'" && value.charAt(value.length - 1) === "'") {
            const range = property.getValueRange();
            for (let i = 0; i < variables.length; i++) {
              if (util_1.Util.isInsideRange(variables[i].getRange().start, range)) {
                variables.splice(i, 1);
                i--;
              }
            }
          }
        }
        return variables;
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Label = Label;
  }
});

// node_modules/dockerfile-ast/lib/instructions/onbuild.js
var require_onbuild = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/onbuild.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Onbuild = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var parser_1 = require_parser2();
    var instruction_1 = require_instruction();
    var Onbuild = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getTrigger() {
        let trigger = this.getTriggerWord();
        return trigger === null ? null : trigger.toUpperCase();
      }
      getTriggerWord() {
        return this.getRangeContent(this.getTriggerRange());
      }
      getTriggerRange() {
        let args = this.getArguments();
        return args.length > 0 ? args[0].getRange() : null;
      }
      getTriggerInstruction() {
        let triggerRange = this.getTriggerRange();
        if (triggerRange === null) {
          return null;
        }
        let args = this.getArguments();
        return parser_1.Parser.createInstruction(this.document, this.dockerfile, this.escapeChar, vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end), this.getTriggerWord(), triggerRange);
      }
    };
    exports.Onbuild = Onbuild;
  }
});

// node_modules/dockerfile-ast/lib/instructions/run.js
var require_run = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/run.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Run = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Run = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Run = Run;
  }
});

// node_modules/dockerfile-ast/lib/instructions/shell.js
var require_shell = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/shell.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Shell = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Shell = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Shell = Shell;
  }
});

// node_modules/dockerfile-ast/lib/instructions/stopsignal.js
var require_stopsignal = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/stopsignal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Stopsignal = void 0;
    var instruction_1 = require_instruction();
    var Stopsignal = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Stopsignal = Stopsignal;
  }
});

// node_modules/dockerfile-ast/lib/instructions/workdir.js
var require_workdir = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/workdir.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Workdir = void 0;
    var instruction_1 = require_instruction();
    var Workdir = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      /**
       * Returns the path that has been defined. Note that this path may
       * be absolute or relative depending on what was written in the
       * instruction.
       *
       * @return the working directory's path, or null if this
       *         instruction has no arguments
       */
      getPath() {
        return this.getArgumentsContent();
      }
      /**
       * Returns the absolute path that this instruction resolves to. The
       * function will inspect prior WORKDIR instructions in the current
       * image or another build stage in the Dockerfile to try to
       * determine this.
       *
       * @return the absolute path of the working directory, or null if
       *         this instruction has no arguments, or undefined if it
       *         cannot be determined because only relative paths could be
       *         found
       */
      getAbsolutePath() {
        const path = this.getPath();
        if (path === null || path.startsWith("/")) {
          return path;
        }
        const startLine = this.getRange().start.line;
        const hierarchy = this.dockerfile.getStageHierarchy(startLine);
        for (let i = hierarchy.length - 1; i >= 0; i--) {
          const workdirs = hierarchy[i].getWORKDIRs();
          for (let j = workdirs.length - 1; j >= 0; j--) {
            if (workdirs[j].getRange().start.line < startLine) {
              const parent = workdirs[j].getAbsolutePath();
              if (parent === void 0 || parent === null) {
                return void 0;
              }
              return parent.endsWith("/") ? parent + path : parent + "/" + path;
            }
          }
        }
        return void 0;
      }
    };
    exports.Workdir = Workdir;
  }
});

// node_modules/dockerfile-ast/lib/instructions/user.js
var require_user = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/user.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.User = void 0;
    var instruction_1 = require_instruction();
    var User = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.User = User;
  }
});

// node_modules/dockerfile-ast/lib/instructions/volume.js
var require_volume = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/volume.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Volume = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Volume = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Volume = Volume;
  }
});

// node_modules/dockerfile-ast/lib/imageTemplate.js
var require_imageTemplate = __commonJS({
  "node_modules/dockerfile-ast/lib/imageTemplate.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ImageTemplate = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var onbuild_1 = require_onbuild();
    var util_1 = require_util();
    var workdir_1 = require_workdir();
    var ImageTemplate = class {
      constructor() {
        this.comments = [];
        this.instructions = [];
      }
      addComment(comment) {
        this.comments.push(comment);
      }
      getComments() {
        return this.comments;
      }
      addInstruction(instruction) {
        this.instructions.push(instruction);
      }
      getInstructions() {
        return this.instructions;
      }
      getInstructionAt(line2) {
        for (let instruction of this.instructions) {
          if (util_1.Util.isInsideRange(vscode_languageserver_types_1.Position.create(line2, 0), instruction.getRange())) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the ARG instructions that are defined in this image.
       */
      getARGs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof arg_1.Arg) {
            args.push(instruction);
          }
        }
        return args;
      }
      /**
       * Gets all the CMD instructions that are defined in this image.
       */
      getCMDs() {
        let cmds = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof cmd_1.Cmd) {
            cmds.push(instruction);
          }
        }
        return cmds;
      }
      /**
       * Gets all the COPY instructions that are defined in this image.
       */
      getCOPYs() {
        let copies = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof copy_1.Copy) {
            copies.push(instruction);
          }
        }
        return copies;
      }
      /**
       * Gets all the ENTRYPOINT instructions that are defined in this image.
       */
      getENTRYPOINTs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof entrypoint_1.Entrypoint) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the ENV instructions that are defined in this image.
       */
      getENVs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof env_1.Env) {
            args.push(instruction);
          }
        }
        return args;
      }
      getFROM() {
        for (const instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the FROM instructions that are defined in this image.
       */
      getFROMs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the HEALTHCHECK instructions that are defined in this image.
       */
      getHEALTHCHECKs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof healthcheck_1.Healthcheck) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      getWORKDIRs() {
        const workdirs = [];
        for (const instruction of this.instructions) {
          if (instruction instanceof workdir_1.Workdir) {
            workdirs.push(instruction);
          }
        }
        return workdirs;
      }
      getOnbuildTriggers() {
        let triggers = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof onbuild_1.Onbuild) {
            let trigger = instruction.getTriggerInstruction();
            if (trigger) {
              triggers.push(trigger);
            }
          }
        }
        return triggers;
      }
      getAvailableVariables(currentLine) {
        const variables = [];
        for (const arg of this.getARGs()) {
          if (arg.isBefore(currentLine)) {
            const property = arg.getProperty();
            if (property) {
              const variable = property.getName();
              if (variables.indexOf(variable) === -1) {
                variables.push(variable);
              }
            }
          }
        }
        for (const env of this.getENVs()) {
          if (env.isBefore(currentLine)) {
            for (const property of env.getProperties()) {
              const variable = property.getName();
              if (variables.indexOf(variable) === -1) {
                variables.push(variable);
              }
            }
          }
        }
        return variables;
      }
      /**
       * Resolves a variable with the given name at the specified line
       * to its value. If null is returned, then the variable has been
       * defined but no value was given. If undefined is returned, then
       * a variable with the given name has not been defined yet as of
       * the given line.
       *
       * @param variable the name of the variable to resolve
       * @param line the line number that the variable is on, zero-based
       * @return the value of the variable as defined by an ARG or ENV
       *         instruction, or null if no value has been specified, or
       *         undefined if a variable with the given name has not
       *         been defined
       */
      resolveVariable(variable, line2) {
        let envs = this.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line2)) {
            for (let property of envs[i].getProperties()) {
              if (property.getName() === variable) {
                return property.getValue();
              }
            }
          }
        }
        let args = this.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line2)) {
            let property = args[i].getProperty();
            if (property && property.getName() === variable) {
              return property.getValue();
            }
          }
        }
        return void 0;
      }
      getRange() {
        const instructions = this.getInstructions();
        if (instructions.length === 0) {
          return vscode_languageserver_types_1.Range.create(0, 0, 0, 0);
        }
        const instructionStart = instructions[0].getRange().start;
        const instructionEnd = instructions[instructions.length - 1].getRange().end;
        return vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
      }
      contains(position) {
        const range = this.getRange();
        if (range === null) {
          return false;
        }
        return util_1.Util.isInsideRange(position, range);
      }
    };
    exports.ImageTemplate = ImageTemplate;
  }
});

// node_modules/dockerfile-ast/lib/dockerfile.js
var require_dockerfile = __commonJS({
  "node_modules/dockerfile-ast/lib/dockerfile.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Dockerfile = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var ast = require_main();
    var imageTemplate_1 = require_imageTemplate();
    var from_1 = require_from();
    var util_1 = require_util();
    var main_1 = require_main();
    var Dockerfile = class extends imageTemplate_1.ImageTemplate {
      constructor(document) {
        super();
        this.initialInstructions = new imageTemplate_1.ImageTemplate();
        this.buildStages = [];
        this.directives = [];
        this.foundFrom = false;
        this.document = document;
      }
      getEscapeCharacter() {
        for (const directive of this.directives) {
          if (directive.getDirective() === ast.Directive.escape) {
            const value = directive.getValue();
            if (value === "\\" || value === "`") {
              return value;
            }
          }
        }
        return "\\";
      }
      getInitialARGs() {
        return this.initialInstructions.getARGs();
      }
      getContainingImage(position) {
        let range = vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(0, 0), this.document.positionAt(this.document.getText().length));
        if (!util_1.Util.isInsideRange(position, range)) {
          return null;
        }
        if (this.initialInstructions.getComments().length > 0 || this.initialInstructions.getInstructions().length > 0) {
          if (util_1.Util.isInsideRange(position, this.initialInstructions.getRange())) {
            return this.initialInstructions;
          }
        }
        for (const buildStage of this.buildStages) {
          if (util_1.Util.isInsideRange(position, buildStage.getRange())) {
            return buildStage;
          }
        }
        return this;
      }
      addInstruction(instruction) {
        if (instruction.getKeyword() === main_1.Keyword.FROM) {
          this.currentBuildStage = new imageTemplate_1.ImageTemplate();
          this.buildStages.push(this.currentBuildStage);
          this.foundFrom = true;
        } else if (!this.foundFrom) {
          this.initialInstructions.addInstruction(instruction);
        }
        if (this.foundFrom) {
          this.currentBuildStage.addInstruction(instruction);
        }
        super.addInstruction(instruction);
      }
      setDirectives(directives) {
        this.directives = directives;
      }
      getDirective() {
        return this.directives.length === 0 ? null : this.directives[0];
      }
      getDirectives() {
        return this.directives;
      }
      resolveVariable(variable, line2) {
        for (let from of this.getFROMs()) {
          let range = from.getRange();
          if (range.start.line <= line2 && line2 <= range.end.line) {
            let initialARGs = new imageTemplate_1.ImageTemplate();
            for (let instruction of this.initialInstructions.getARGs()) {
              initialARGs.addInstruction(instruction);
            }
            return initialARGs.resolveVariable(variable, line2);
          }
        }
        let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line2, 0));
        if (image === null) {
          return void 0;
        }
        let resolvedVariable = image.resolveVariable(variable, line2);
        if (resolvedVariable === null) {
          let initialARGs = new imageTemplate_1.ImageTemplate();
          for (let instruction of this.initialInstructions.getARGs()) {
            initialARGs.addInstruction(instruction);
          }
          return initialARGs.resolveVariable(variable, line2);
        }
        return resolvedVariable;
      }
      getAvailableVariables(currentLine) {
        if (this.getInstructionAt(currentLine) instanceof from_1.From) {
          let variables = [];
          for (let arg of this.getInitialARGs()) {
            let property = arg.getProperty();
            if (property) {
              variables.push(property.getName());
            }
          }
          return variables;
        }
        let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(currentLine, 0));
        return image ? image.getAvailableVariables(currentLine) : [];
      }
      getParentStage(image) {
        const templateFrom = image.getFROM();
        const imageName = templateFrom === null ? null : templateFrom.getImageName();
        if (imageName === null) {
          return null;
        }
        for (const from of this.getFROMs()) {
          if (from.getBuildStage() === imageName) {
            const range = from.getRange();
            if (range.start.line === templateFrom.getRange().start.line) {
              return null;
            }
            return this.getContainingImage(range.start);
          }
        }
        return null;
      }
      getStageHierarchy(line2) {
        const image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line2, 0));
        if (image === null) {
          return [];
        }
        const stages = [image];
        let stage = this.getParentStage(image);
        while (stage !== null) {
          stages.splice(0, 0, stage);
          stage = this.getParentStage(stage);
        }
        return stages;
      }
      getAvailableWorkingDirectories(line2) {
        const availableDirectories = /* @__PURE__ */ new Set();
        for (const image of this.getStageHierarchy(line2)) {
          for (const workdir of image.getWORKDIRs()) {
            if (workdir.getRange().end.line < line2) {
              let directory = workdir.getAbsolutePath();
              if (directory !== void 0 && directory !== null) {
                if (!directory.endsWith("/")) {
                  directory += "/";
                }
                availableDirectories.add(directory);
              }
            }
          }
        }
        return Array.from(availableDirectories);
      }
      /**
       * Internally reorganize the comments in the Dockerfile and allocate
       * them to the relevant build stages that they belong to.
       */
      organizeComments() {
        const comments = this.getComments();
        for (let i = 0; i < comments.length; i++) {
          if (util_1.Util.isInsideRange(comments[i].getRange().end, this.initialInstructions.getRange())) {
            this.initialInstructions.addComment(comments[i]);
          } else {
            for (const buildStage of this.buildStages) {
              if (util_1.Util.isInsideRange(comments[i].getRange().start, buildStage.getRange())) {
                buildStage.addComment(comments[i]);
              }
            }
          }
        }
      }
      getRange() {
        const comments = this.getComments();
        const instructions = this.getInstructions();
        let range = null;
        if (comments.length === 0) {
          if (instructions.length > 0) {
            range = vscode_languageserver_types_1.Range.create(instructions[0].getRange().start, instructions[instructions.length - 1].getRange().end);
          }
        } else if (instructions.length === 0) {
          range = vscode_languageserver_types_1.Range.create(comments[0].getRange().start, comments[comments.length - 1].getRange().end);
        } else {
          const commentStart = comments[0].getRange().start;
          const commentEnd = comments[comments.length - 1].getRange().end;
          const instructionStart = instructions[0].getRange().start;
          const instructionEnd = instructions[instructions.length - 1].getRange().end;
          if (commentStart.line < instructionStart.line) {
            if (commentEnd.line < instructionEnd.line) {
              range = vscode_languageserver_types_1.Range.create(commentStart, instructionEnd);
            }
            range = vscode_languageserver_types_1.Range.create(commentStart, commentEnd);
          } else if (commentEnd.line < instructionEnd.line) {
            range = vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
          } else {
            range = vscode_languageserver_types_1.Range.create(instructionStart, commentEnd);
          }
        }
        if (range === null) {
          if (this.directives.length === 0) {
            return null;
          }
          return this.directives[0].getRange();
        } else if (this.directives.length === 0) {
          return range;
        }
        return vscode_languageserver_types_1.Range.create(this.directives[0].getRange().start, range.end);
      }
    };
    exports.Dockerfile = Dockerfile;
  }
});

// node_modules/dockerfile-ast/lib/parser.js
var require_parser2 = __commonJS({
  "node_modules/dockerfile-ast/lib/parser.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Parser = void 0;
    var vscode_languageserver_textdocument_1 = (init_main2(), __toCommonJS(main_exports2));
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var comment_1 = require_comment();
    var parserDirective_1 = require_parserDirective();
    var instruction_1 = require_instruction();
    var add_1 = require_add();
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var label_1 = require_label();
    var onbuild_1 = require_onbuild();
    var run_1 = require_run();
    var shell_1 = require_shell();
    var stopsignal_1 = require_stopsignal();
    var workdir_1 = require_workdir();
    var user_1 = require_user();
    var volume_1 = require_volume();
    var dockerfile_1 = require_dockerfile();
    var util_1 = require_util();
    var main_1 = require_main();
    var Parser = class _Parser {
      constructor() {
        this.escapeChar = null;
      }
      static createInstruction(document, dockerfile, escapeChar, lineRange, instruction, instructionRange) {
        switch (instruction.toUpperCase()) {
          case "ADD":
            return new add_1.Add(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ARG":
            return new arg_1.Arg(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "CMD":
            return new cmd_1.Cmd(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "COPY":
            return new copy_1.Copy(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ENTRYPOINT":
            return new entrypoint_1.Entrypoint(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ENV":
            return new env_1.Env(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "FROM":
            return new from_1.From(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "HEALTHCHECK":
            return new healthcheck_1.Healthcheck(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "LABEL":
            return new label_1.Label(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ONBUILD":
            return new onbuild_1.Onbuild(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "RUN":
            return new run_1.Run(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "SHELL":
            return new shell_1.Shell(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "STOPSIGNAL":
            return new stopsignal_1.Stopsignal(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "WORKDIR":
            return new workdir_1.Workdir(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "USER":
            return new user_1.User(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "VOLUME":
            return new volume_1.Volume(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
        }
        return new instruction_1.Instruction(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
      }
      getParserDirectives(document, buffer2) {
        const directives = [];
        this.escapeChar = "";
        const offset = util_1.Util.isUTF8BOM(buffer2.substring(0, 1)) ? 1 : 0;
        directiveCheck: for (let i = offset; i < buffer2.length; i++) {
          switch (buffer2.charAt(i)) {
            case " ":
            case "	":
              break;
            case "\r":
            case "\n":
              break directiveCheck;
            case "#":
              let directiveStart = -1;
              let directiveEnd = -1;
              for (let j = i + 1; j < buffer2.length; j++) {
                let char = buffer2.charAt(j);
                switch (char) {
                  case " ":
                  case "	":
                    if (directiveStart !== -1 && directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    break;
                  case "\r":
                  case "\n":
                    break directiveCheck;
                  case "=":
                    let valueStart = -1;
                    let valueEnd = -1;
                    if (directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    let lineEnd = buffer2.length;
                    directiveValue: for (let k = j + 1; k < buffer2.length; k++) {
                      char = buffer2.charAt(k);
                      switch (char) {
                        case "\r":
                        case "\n":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          lineEnd = k;
                          break directiveValue;
                        case "	":
                        case " ":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          continue;
                        default:
                          if (valueStart === -1) {
                            valueStart = k;
                          }
                          break;
                      }
                    }
                    if (directiveStart === -1) {
                      break directiveCheck;
                    }
                    if (valueStart === -1) {
                      valueStart = j + 1;
                      valueEnd = lineEnd;
                    } else if (valueEnd === -1) {
                      valueEnd = buffer2.length;
                    }
                    const lineRange = vscode_languageserver_types_1.Range.create(document.positionAt(i), document.positionAt(lineEnd));
                    const nameRange = vscode_languageserver_types_1.Range.create(document.positionAt(directiveStart), document.positionAt(directiveEnd));
                    const valueRange = vscode_languageserver_types_1.Range.create(document.positionAt(valueStart), document.positionAt(valueEnd));
                    directives.push(new parserDirective_1.ParserDirective(document, lineRange, nameRange, valueRange));
                    directiveStart = -1;
                    if (buffer2.charAt(valueEnd) === "\r") {
                      i = valueEnd + 1;
                    } else {
                      i = valueEnd;
                    }
                    continue directiveCheck;
                  default:
                    if (directiveStart === -1) {
                      directiveStart = j;
                    }
                    break;
                }
              }
              break;
            default:
              break directiveCheck;
          }
        }
        return directives;
      }
      parse(buffer2) {
        this.document = vscode_languageserver_textdocument_1.TextDocument.create("", "", 0, buffer2);
        this.buffer = buffer2;
        let dockerfile = new dockerfile_1.Dockerfile(this.document);
        let directives = this.getParserDirectives(this.document, this.buffer);
        let offset = 0;
        this.escapeChar = "\\";
        if (directives.length > 0) {
          dockerfile.setDirectives(directives);
          this.escapeChar = dockerfile.getEscapeCharacter();
          offset = this.document.offsetAt(vscode_languageserver_types_1.Position.create(directives.length, 0));
        } else if (util_1.Util.isUTF8BOM(buffer2.substring(0, 1))) {
          offset = 1;
        }
        for (let i = offset; i < this.buffer.length; i++) {
          const char = this.buffer.charAt(i);
          switch (char) {
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "#":
              i = this.processComment(dockerfile, i);
              break;
            default:
              i = this.processInstruction(dockerfile, char, i);
              break;
          }
        }
        dockerfile.organizeComments();
        return dockerfile;
      }
      processInstruction(dockerfile, char, start3) {
        let instruction = char;
        let instructionEnd = -1;
        let escapedInstruction = false;
        instructionCheck: for (let i = start3 + 1; i < this.buffer.length; i++) {
          char = this.buffer.charAt(i);
          switch (char) {
            case this.escapeChar:
              escapedInstruction = true;
              char = this.buffer.charAt(i + 1);
              if (char === "\r" || char === "\n") {
                if (instructionEnd === -1) {
                  instructionEnd = i;
                }
                i++;
              } else if (char === " " || char === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      instructionEnd = i + 1;
                      instruction = instruction + this.escapeChar;
                      i = j - 2;
                      continue instructionCheck;
                  }
                }
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                break instructionCheck;
              } else {
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                escapedInstruction = false;
              }
              break;
            case " ":
            case "	":
              if (escapedInstruction) {
                escapeCheck: for (let j = i + 1; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      break escapeCheck;
                  }
                }
                escapedInstruction = false;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              i = this.processArguments(dockerfile, instruction, instructionEnd, start3, i);
              dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start3, instructionEnd, i));
              return i;
            case "\r":
            case "\n":
              if (escapedInstruction) {
                continue;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start3, i, i));
              return i;
            case "#":
              if (escapedInstruction) {
                continue;
              }
            default:
              instructionEnd = i + 1;
              instruction = instruction + char;
              escapedInstruction = false;
              break;
          }
        }
        if (instructionEnd === -1) {
          instructionEnd = this.buffer.length;
        }
        dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start3, instructionEnd, this.buffer.length));
        return this.buffer.length;
      }
      processHeredocs(instruction, offset) {
        let keyword = instruction.getKeyword();
        if (keyword === main_1.Keyword.ONBUILD) {
          instruction = instruction.getTriggerInstruction();
          if (instruction === null) {
            return offset;
          }
          keyword = instruction.getKeyword();
        }
        if (keyword !== main_1.Keyword.ADD && keyword !== main_1.Keyword.COPY && keyword !== main_1.Keyword.RUN) {
          return offset;
        }
        const heredocs = [];
        let tabbed = false;
        for (const arg of instruction.getArguments()) {
          const value = arg.getValue();
          if (value.startsWith("<<") && value.length > 2) {
            if (value.startsWith("<<-")) {
              tabbed = true;
            }
            const name = util_1.Util.parseHeredocName(value);
            if (name !== null) {
              heredocs.push(name);
            }
          }
        }
        if (heredocs.length > 0) {
          for (const heredoc of heredocs) {
            offset = this.parseHeredoc(heredoc, offset, tabbed);
          }
        }
        return offset;
      }
      processArguments(dockerfile, instruction, instructionEnd, start3, offset) {
        let escaped = false;
        argumentsCheck: for (let i = offset + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              if (escaped) {
                continue;
              }
              return this.processHeredocs(this.createInstruction(dockerfile, instruction, start3, instructionEnd, i), i);
            case this.escapeChar:
              const next = this.buffer.charAt(i + 1);
              if (next === "\n" || next === "\r") {
                escaped = true;
                i++;
              } else if (next === " " || next === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      escaped = true;
                    default:
                      i = j;
                      continue argumentsCheck;
                  }
                }
                return this.buffer.length;
              }
              continue;
            case "#":
              if (escaped) {
                i = this.processComment(dockerfile, i);
                continue argumentsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            default:
              if (escaped) {
                escaped = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      processComment(dockerfile, start3) {
        let end = this.buffer.length;
        commentLoop: for (let i = start3 + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              end = i;
              break commentLoop;
          }
        }
        const range = vscode_languageserver_types_1.Range.create(this.document.positionAt(start3), this.document.positionAt(end));
        dockerfile.addComment(new comment_1.Comment(this.document, range));
        return end;
      }
      parseHeredoc(heredocName, offset, tabbed) {
        let startWord = -1;
        let lineStart = true;
        for (let i = offset; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case " ":
              lineStart = false;
              break;
            case "	":
              if (!tabbed) {
                lineStart = false;
              }
              break;
            case "\r":
            case "\n":
              if (startWord !== -1 && heredocName === this.buffer.substring(startWord, i)) {
                return i;
              }
              startWord = -1;
              lineStart = true;
              break;
            default:
              if (lineStart) {
                startWord = i;
                lineStart = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      createInstruction(dockerfile, instruction, start3, instructionEnd, end) {
        const startPosition = this.document.positionAt(start3);
        const instructionRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(instructionEnd));
        const lineRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(end));
        return _Parser.createInstruction(this.document, dockerfile, this.escapeChar, lineRange, instruction, instructionRange);
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/dockerfile-ast/lib/main.js
var require_main = __commonJS({
  "node_modules/dockerfile-ast/lib/main.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DockerfileParser = exports.DefaultVariables = exports.Directive = exports.Keyword = exports.Workdir = exports.Volume = exports.User = exports.Stopsignal = exports.Shell = exports.Run = exports.PropertyInstruction = exports.Onbuild = exports.ModifiableInstruction = exports.Label = exports.JSONInstruction = exports.Heredoc = exports.Healthcheck = exports.From = exports.Env = exports.Entrypoint = exports.Copy = exports.Cmd = exports.Arg = exports.Add = exports.Variable = exports.Property = exports.ParserDirective = exports.Line = exports.Instruction = exports.Flag = exports.Comment = exports.JSONArgument = exports.Argument = void 0;
    var argument_1 = require_argument();
    Object.defineProperty(exports, "Argument", { enumerable: true, get: function() {
      return argument_1.Argument;
    } });
    var jsonArgument_1 = require_jsonArgument();
    Object.defineProperty(exports, "JSONArgument", { enumerable: true, get: function() {
      return jsonArgument_1.JSONArgument;
    } });
    var comment_1 = require_comment();
    Object.defineProperty(exports, "Comment", { enumerable: true, get: function() {
      return comment_1.Comment;
    } });
    var parser_1 = require_parser2();
    var flag_1 = require_flag();
    Object.defineProperty(exports, "Flag", { enumerable: true, get: function() {
      return flag_1.Flag;
    } });
    var instruction_1 = require_instruction();
    Object.defineProperty(exports, "Instruction", { enumerable: true, get: function() {
      return instruction_1.Instruction;
    } });
    var line_1 = require_line();
    Object.defineProperty(exports, "Line", { enumerable: true, get: function() {
      return line_1.Line;
    } });
    var parserDirective_1 = require_parserDirective();
    Object.defineProperty(exports, "ParserDirective", { enumerable: true, get: function() {
      return parserDirective_1.ParserDirective;
    } });
    var property_1 = require_property();
    Object.defineProperty(exports, "Property", { enumerable: true, get: function() {
      return property_1.Property;
    } });
    var variable_1 = require_variable();
    Object.defineProperty(exports, "Variable", { enumerable: true, get: function() {
      return variable_1.Variable;
    } });
    var add_1 = require_add();
    Object.defineProperty(exports, "Add", { enumerable: true, get: function() {
      return add_1.Add;
    } });
    var arg_1 = require_arg();
    Object.defineProperty(exports, "Arg", { enumerable: true, get: function() {
      return arg_1.Arg;
    } });
    var cmd_1 = require_cmd();
    Object.defineProperty(exports, "Cmd", { enumerable: true, get: function() {
      return cmd_1.Cmd;
    } });
    var copy_1 = require_copy();
    Object.defineProperty(exports, "Copy", { enumerable: true, get: function() {
      return copy_1.Copy;
    } });
    var entrypoint_1 = require_entrypoint();
    Object.defineProperty(exports, "Entrypoint", { enumerable: true, get: function() {
      return entrypoint_1.Entrypoint;
    } });
    var env_1 = require_env();
    Object.defineProperty(exports, "Env", { enumerable: true, get: function() {
      return env_1.Env;
    } });
    var from_1 = require_from();
    Object.defineProperty(exports, "From", { enumerable: true, get: function() {
      return from_1.From;
    } });
    var healthcheck_1 = require_healthcheck();
    Object.defineProperty(exports, "Healthcheck", { enumerable: true, get: function() {
      return healthcheck_1.Healthcheck;
    } });
    var heredoc_1 = require_heredoc();
    Object.defineProperty(exports, "Heredoc", { enumerable: true, get: function() {
      return heredoc_1.Heredoc;
    } });
    var jsonInstruction_1 = require_jsonInstruction();
    Object.defineProperty(exports, "JSONInstruction", { enumerable: true, get: function() {
      return jsonInstruction_1.JSONInstruction;
    } });
    var label_1 = require_label();
    Object.defineProperty(exports, "Label", { enumerable: true, get: function() {
      return label_1.Label;
    } });
    var modifiableInstruction_1 = require_modifiableInstruction();
    Object.defineProperty(exports, "ModifiableInstruction", { enumerable: true, get: function() {
      return modifiableInstruction_1.ModifiableInstruction;
    } });
    var onbuild_1 = require_onbuild();
    Object.defineProperty(exports, "Onbuild", { enumerable: true, get: function() {
      return onbuild_1.Onbuild;
    } });
    var propertyInstruction_1 = require_propertyInstruction();
    Object.defineProperty(exports, "PropertyInstruction", { enumerable: true, get: function() {
      return propertyInstruction_1.PropertyInstruction;
    } });
    var run_1 = require_run();
    Object.defineProperty(exports, "Run", { enumerable: true, get: function() {
      return run_1.Run;
    } });
    var shell_1 = require_shell();
    Object.defineProperty(exports, "Shell", { enumerable: true, get: function() {
      return shell_1.Shell;
    } });
    var stopsignal_1 = require_stopsignal();
    Object.defineProperty(exports, "Stopsignal", { enumerable: true, get: function() {
      return stopsignal_1.Stopsignal;
    } });
    var user_1 = require_user();
    Object.defineProperty(exports, "User", { enumerable: true, get: function() {
      return user_1.User;
    } });
    var volume_1 = require_volume();
    Object.defineProperty(exports, "Volume", { enumerable: true, get: function() {
      return volume_1.Volume;
    } });
    var workdir_1 = require_workdir();
    Object.defineProperty(exports, "Workdir", { enumerable: true, get: function() {
      return workdir_1.Workdir;
    } });
    var Keyword;
    (function(Keyword2) {
      Keyword2["ADD"] = "ADD";
      Keyword2["ARG"] = "ARG";
      Keyword2["CMD"] = "CMD";
      Keyword2["COPY"] = "COPY";
      Keyword2["ENTRYPOINT"] = "ENTRYPOINT";
      Keyword2["ENV"] = "ENV";
      Keyword2["EXPOSE"] = "EXPOSE";
      Keyword2["FROM"] = "FROM";
      Keyword2["HEALTHCHECK"] = "HEALTHCHECK";
      Keyword2["LABEL"] = "LABEL";
      Keyword2["MAINTAINER"] = "MAINTAINER";
      Keyword2["ONBUILD"] = "ONBUILD";
      Keyword2["RUN"] = "RUN";
      Keyword2["SHELL"] = "SHELL";
      Keyword2["STOPSIGNAL"] = "STOPSIGNAL";
      Keyword2["USER"] = "USER";
      Keyword2["VOLUME"] = "VOLUME";
      Keyword2["WORKDIR"] = "WORKDIR";
    })(Keyword || (exports.Keyword = Keyword = {}));
    var Directive;
    (function(Directive2) {
      Directive2["escape"] = "escape";
      Directive2["syntax"] = "syntax";
    })(Directive || (exports.Directive = Directive = {}));
    exports.DefaultVariables = [
      "ALL_PROXY",
      "all_proxy",
      "FTP_PROXY",
      "ftp_proxy",
      "HTTP_PROXY",
      "http_proxy",
      "HTTPS_PROXY",
      "https_proxy",
      "NO_PROXY",
      "no_proxy"
    ];
    var DockerfileParser2;
    (function(DockerfileParser3) {
      function parse(content) {
        let parser = new parser_1.Parser();
        return parser.parse(content);
      }
      DockerfileParser3.parse = parse;
    })(DockerfileParser2 || (exports.DockerfileParser = DockerfileParser2 = {}));
  }
});

// src/domain/policy/evidence.ts
function nothingKnown(reason3) {
  const reasoned = unable(reason3);
  return {
    sizes: reasoned,
    contents: reasoned,
    context: reasoned,
    buildChecks: reasoned,
    comparison: reasoned,
    pullRequest: reasoned,
    buildTime: reasoned,
    user: reasoned,
    healthcheck: reasoned,
    running: reasoned,
    dockerfile: reasoned,
    vulnerabilities: reasoned,
    secrets: reasoned,
    freshness: reasoned,
    loosenings: reasoned
  };
}

// src/domain/policy/glob.ts
var LONGEST_GLOB = 1e3;
var DEEPEST = 10;
var inSegment = (character) => character !== "/";
var anything = () => true;
function compileGlob(pattern) {
  if (pattern.length > LONGEST_GLOB) return void 0;
  const reader = new Reader(pattern.replace(/^\/+/, ""));
  const items = reader.sequence(0);
  if (items === void 0 || !reader.atEnd()) return void 0;
  return (path) => {
    const text4 = Array.from(path.replace(/^\/+/, ""));
    const start3 = new Uint8Array(text4.length + 1);
    start3[0] = 1;
    return advance(items, start3, text4)[text4.length] === 1;
  };
}
function advance(items, from, text4) {
  return items.reduce((places, item) => step(item, places, text4), from);
}
function step(item, from, text4) {
  const to = item.kind === "many" ? from.slice() : new Uint8Array(from.length);
  if (item.kind === "either") {
    for (const choice of item.choices)
      for (const [at, reached] of advance(choice, from, text4).entries())
        if (reached === 1) to[at] = 1;
    return to;
  }
  const source = item.kind === "many" ? to : from;
  for (const [at, character] of text4.entries())
    if (source[at] === 1 && item.test(character)) to[at + 1] = 1;
  return to;
}
var Reader = class {
  text;
  at = 0;
  constructor(pattern) {
    this.text = Array.from(pattern);
  }
  atEnd() {
    return this.at >= this.text.length;
  }
  /** Up to the end, or inside braces up to `,` or `}`. Undefined for what is no pattern. */
  sequence(depth) {
    const items = [];
    while (!this.atEnd() && !(depth > 0 && /[,}]/.test(this.text[this.at] ?? ""))) {
      const item = this.item(depth);
      if (item === void 0) return void 0;
      items.push(item);
    }
    return items;
  }
  item(depth) {
    const character = this.text[this.at];
    const segmentStart = this.at === 0 || this.text[this.at - 1] === "/";
    this.at += 1;
    switch (character) {
      case "*":
        return this.stars(segmentStart);
      case "?":
        return { kind: "one", test: inSegment };
      case "[":
        return this.characterClass();
      case "{":
        return depth < DEEPEST ? this.braces(depth + 1) : void 0;
      case "\\":
        return this.literal(this.text[this.at++]);
      case void 0:
      default:
        return this.literal(character);
    }
  }
  literal(expected) {
    if (expected === void 0) return void 0;
    return { kind: "one", test: (character) => character === expected };
  }
  /** `**` is special only as a whole segment: `a/**`, a whole segment before `/b`. */
  stars(segmentStart) {
    let count = 1;
    while (this.text[this.at] === "*") {
      this.at += 1;
      count += 1;
    }
    if (count < 2 || !segmentStart) return { kind: "many", test: inSegment };
    const next = this.text[this.at];
    if (next === void 0) return { kind: "many", test: anything };
    if (next !== "/") return { kind: "many", test: inSegment };
    this.at += 1;
    const slash = { kind: "one", test: (character) => character === "/" };
    return { kind: "either", choices: [[], [{ kind: "many", test: anything }, slash]] };
  }
  characterClass() {
    const end = this.text.indexOf("]", this.at + 1);
    if (end === -1) return void 0;
    const inside = this.text.slice(this.at, end);
    this.at = end + 1;
    const negated = inside[0] === "!" || inside[0] === "^";
    const members = negated ? inside.slice(1) : inside;
    const test = (character) => inSegment(character) && isMember(members, character) !== negated;
    return { kind: "one", test };
  }
  braces(depth) {
    const choices = [];
    for (; ; ) {
      const choice = this.sequence(depth);
      const end = this.text[this.at];
      if (choice === void 0 || end === void 0) return void 0;
      choices.push(choice);
      this.at += 1;
      if (end === "}") return { kind: "either", choices };
    }
  }
};
function isMember(members, character) {
  for (let at = 0; at < members.length; at += 1) {
    const [first, dash, end] = members.slice(at, at + 3);
    if (dash === "-" && end !== void 0) {
      if (first !== void 0 && first <= character && character <= end) return true;
      at += 2;
    } else if (first === character) return true;
  }
  return false;
}

// src/domain/policy/trivyignore.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);

// src/domain/policy/document.ts
var import_yaml = __toESM(require_dist(), 1);
var INLINE = "input policy";
var MOST_ALIASES = 100;
function parseYaml(text4, file) {
  const lines = new import_yaml.LineCounter();
  const lineAt = (offset) => Math.max(1, lines.linePos(offset).line);
  const document = read(text4, file, lines);
  const mistake = document.errors[0] ?? document.warnings[0];
  if (mistake !== void 0) {
    throw mistakeAt({
      file,
      line: lineAt(mistake.pos[0]),
      sentence: sentenceOf(mistake, text4)
    });
  }
  const lineOf2 = (path) => lineAt(offsetOf(document, path));
  return { file, data: toData(document, file), lineOf: lineOf2 };
}
function sentenceOf({ code, message, pos }, text4) {
  const key = /^\s*("[^"\n]*"|'[^'\n]*'|[^:\n]+)/.exec(text4.slice(pos[0]))?.[1]?.trim();
  if (code === "DUPLICATE_KEY")
    return `the key ${shown(key ?? "")} stands here a second time: remove one of the two.`;
  if (code === "MULTIPLE_DOCS") return "a second YAML document begins here: keep one.";
  if (code === "RESOURCE_EXHAUSTION") return "this YAML is nested too deeply: nest it less.";
  return `this YAML cannot be read: ${message}.`;
}
function mistakeAt(mistake) {
  const { file, line: line2, sentence: sentence2 } = mistake;
  return new UserError(
    `${whereOf(file, line2)}: ${sentence2}`,
    file === INLINE ? void 0 : { place: { file, startLine: line2 } }
  );
}
function whereOf(file, line2) {
  return file === INLINE ? `${file}, line ${line2}` : `${file}:${line2}`;
}
function read(text4, file, lineCounter) {
  const options = {
    lineCounter,
    prettyErrors: false,
    schema: "core",
    version: "1.2",
    uniqueKeys: true,
    strict: true
  };
  return readable(file, () => (0, import_yaml.parseDocument)(text4, options));
}
function toData(document, file) {
  return readable(file, () => document.toJS({ maxAliasCount: MOST_ALIASES }));
}
function readable(file, make2) {
  try {
    return make2();
  } catch (error) {
    const sentence2 = /alias count/i.test(messageOf(error)) ? "this YAML refers to itself too often: write out what its aliases (`*name`) stand for." : `this YAML cannot be read: ${messageOf(error)}.`;
    throw mistakeAt({ file, line: 1, sentence: sentence2 });
  }
}
function offsetOf(document, path) {
  let node = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step2 of path) {
    const found = child((0, import_yaml.isAlias)(node) ? node.resolve(document) : node, step2);
    if (found === void 0) return offset;
    offset = startOf(found.at) ?? offset;
    node = found.value;
  }
  return offset;
}
function child(node, step2) {
  if ((0, import_yaml.isMap)(node)) {
    const pair = node.items.find(({ key }) => (0, import_yaml.isScalar)(key) && String(key.value) === String(step2));
    return pair === void 0 ? void 0 : { at: pair.key, value: pair.value };
  }
  if (!(0, import_yaml.isSeq)(node) || typeof step2 !== "number") return void 0;
  const item = node.items[step2];
  return item === void 0 ? void 0 : { at: item, value: item };
}
function startOf(node) {
  return isNode(node) ? node.range?.[0] : void 0;
}
function isNode(node) {
  return (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isScalar)(node) || (0, import_yaml.isAlias)(node);
}

// src/domain/policy/mistakes.ts
var MOST = 10;
var KINDS = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "a mapping of keys",
  record: "a mapping of keys",
  string: "text"
};
function checked(source, schema5) {
  const result = schema5.safeParse(source.data, { error: predicate });
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => ({
    line: source.lineOf(
      issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path
    ),
    words: `${subject(issue.path)} ${issue.message}.`
  }));
  const sorted = mistakes.toSorted((a, b) => a.line - b.line);
  const sentences = sorted.slice(0, MOST).map(({ line: line2, words }) => `${whereOf(source.file, line2)}: ${words}`);
  if (sorted.length > MOST) sentences.push(`and ${sorted.length - MOST} more mistakes.`);
  const startLine = sorted[0]?.line ?? 1;
  throw new UserError(
    sentences.join("\n"),
    source.file === INLINE ? void 0 : { place: { file: source.file, startLine } }
  );
}
function predicate(issue) {
  if (issue.code === "unrecognized_keys")
    return unknownKey(issue.keys[0] ?? "", knownKeys(issue.inst));
  if (issue.code === "invalid_value") return wrongValue(issue.input, issue.values.map(String));
  if (issue.code === "invalid_type") return wrongType(issue.input, issue.expected);
  if (issue.code === "too_small")
    return issue.origin === "string" ? "is empty" : `is ${shown(issue.input)}: the least is ${issue.minimum.toString()}`;
  return void 0;
}
function wrongType(value, expected) {
  if (value === void 0) return "is missing";
  return `is ${value === null ? "empty" : shown(value)}, where ${KINDS[expected] ?? expected} is expected`;
}
function unknownKey(key, known2) {
  return `has no key ${shown(key)}: use ${listed(nearestFirst(known2, key))}`;
}
function wrongValue(value, allowed) {
  if (value === void 0) return `is missing: use ${listed(allowed)}`;
  const written2 = typeof value === "string" ? value : JSON.stringify(value);
  return `is ${shown(value)}: use ${listed(nearestFirst(allowed, written2))}`;
}
function knownKeys(schema5) {
  return schema5 instanceof external_exports.ZodObject ? Object.keys(schema5.shape) : [];
}
function subject(path) {
  if (path.length === 0) return "the document";
  const text4 = path.map((step2) => typeof step2 === "number" ? `[${step2}]` : `.${String(step2)}`).join("");
  return shown(text4.replace(/^\./, ""));
}

// src/domain/policy/trivyignore.ts
function parseTrivyignore(text4, file) {
  const ignores = [];
  const notices = [];
  for (const [index, content] of text4.split("\n").entries()) {
    const [id, ...fields] = content.trim().split(/\s+/);
    if (id === void 0 || id === "" || id.startsWith("#")) continue;
    const line2 = index + 1;
    const expires2 = fields.find((field) => field.startsWith("exp:"))?.slice("exp:".length);
    if (expires2 !== void 0 && !external_exports.iso.date().safeParse(expires2).success)
      notices.push(
        `${file}:${line2}: the entry for ${shown(id)} has no effect: ${shown(expires2)} is no day; write it as \`exp:2027-01-31\`.`
      );
    else ignores.push({ id, file, line: line2, ...expires2 !== void 0 && { expires: expires2 } });
  }
  return { ignores, notices };
}
var entry = external_exports.strictObject({
  id: external_exports.string().min(1),
  paths: external_exports.array(
    external_exports.string().refine((pattern) => compileGlob(pattern) !== void 0, {
      error: ({ input }) => `is ${shown(input)}, which is no pattern: close its brackets`
    })
  ).optional(),
  purls: external_exports.array(
    external_exports.string().refine((purl) => readPurl(purl) !== void 0, {
      error: ({ input }) => `is ${shown(input)}, which is no package URL: write it as \`pkg:npm/lodash@4.17.20\``
    })
  ).optional(),
  statement: external_exports.string().optional(),
  expired_at: external_exports.string().refine((day) => external_exports.iso.date().safeParse(dayOf(day)).success, {
    error: ({ input }) => `is ${shown(input)}, which is no day: write it as \`2027-01-31\``
  }).optional()
});
var list = external_exports.array(entry).nullish();
var ignoreFile = external_exports.strictObject({
  vulnerabilities: list,
  secrets: list,
  misconfigurations: external_exports.array(external_exports.unknown()).nullish(),
  licenses: external_exports.array(external_exports.unknown()).nullish()
}).nullable();
function parseTrivyignoreYaml(text4, file) {
  const source = parseYaml(text4, file);
  const parsed2 = checked(source, ignoreFile);
  const read4 = (key, kind) => (parsed2?.[key] ?? []).map((item, at) => ({
    id: item.id,
    file,
    line: source.lineOf([key, at]),
    kind,
    ...item.paths !== void 0 && { paths: item.paths },
    ...item.purls !== void 0 && { purls: item.purls },
    ...item.statement !== void 0 && { statement: item.statement },
    ...item.expired_at !== void 0 && { expires: dayOf(item.expired_at) }
  }));
  const others = (parsed2?.misconfigurations?.length ?? 0) + (parsed2?.licenses?.length ?? 0);
  return {
    ignores: [...read4("vulnerabilities", "vulnerability"), ...read4("secrets", "secret")],
    notices: others === 0 ? [] : [
      `${file}: ${others} entries for misconfigurations and licenses have no effect here: Plimsoll judges vulnerabilities and secrets.`
    ]
  };
}
function dayOf(timestamp) {
  return timestamp.split(/[Tt ]/, 1)[0] ?? "";
}
function readPurl(text4) {
  try {
    return import_packageurl_js.PackageURL.fromString(text4);
  } catch {
    return void 0;
  }
}

// src/domain/policy/ignores.ts
function activeIgnores(ignores, today) {
  const expired = ignores.filter(({ expires: expires2 }) => expires2 !== void 0 && expires2 <= today);
  const active = ignores.filter((ignore) => !expired.includes(ignore)).map((ignore) => ({
    ignore,
    matchesPath: pathTest(ignore.paths),
    matchesPurl: purlTest(ignore.purls),
    used: false
  }));
  return { active, expired };
}
function applyIgnores(evidence, ignores) {
  const suppressed = /* @__PURE__ */ new Map();
  const { vulnerabilities, secrets } = evidence;
  return {
    suppressed,
    evidence: {
      ...evidence,
      vulnerabilities: isKnown(vulnerabilities) ? known({
        ...vulnerabilities.value,
        findings: vulnerabilities.value.findings.flatMap(
          (finding) => remaining(finding, ignores, suppressed)
        )
      }) : vulnerabilities,
      secrets: isKnown(secrets) ? known(secrets.value.filter((secret) => !isIgnored(secret, ignores, suppressed))) : secrets
    }
  };
}
function remaining(finding, ignores, suppressed) {
  const candidates2 = ignores.filter(
    ({ ignore }) => ignore.kind !== "secret" && ignore.id === finding.id
  );
  if (candidates2.length === 0 && finding.members.every(({ vex }) => vex === void 0))
    return [finding];
  const matching = (member2) => candidates2.find(
    (candidate) => candidate.matchesPath(member2.path) && candidate.matchesPurl(member2.purl)
  );
  const matches = finding.members.map((member2) => ({ member: member2, by: matching(member2) }));
  for (const { by: by2 } of matches) if (by2 !== void 0) by2.used = true;
  const left = matches.filter(({ by: by2, member: member2 }) => by2 === void 0 && member2.vex === void 0).map(({ member: member2 }) => member2);
  const [first] = matches;
  if (left.length > 0 || first === void 0) return [{ ...finding, members: left }];
  const { by, member } = first;
  suppressed.set(
    finding.identity,
    by === void 0 ? suppressionOf(member) : suppressionBy(by.ignore)
  );
  return [];
}
function suppressionOf({ vex }) {
  const words = [vex?.status, vex?.reason].filter((word) => word !== void 0);
  return { by: "vex", reason: words.join(": ") };
}
function isIgnored(secret, ignores, suppressed) {
  const by = ignores.find(
    ({ ignore, matchesPath }) => ignore.kind !== "vulnerability" && ignore.id === secret.rule && matchesPath(secret.path)
  );
  if (by === void 0) return false;
  by.used = true;
  suppressed.set(secretKey(secret), suppressionBy(by.ignore));
  return true;
}
function suppressionBy({ statement, expires: expires2 }) {
  return {
    by: "trivyignore",
    ...statement !== void 0 && { reason: statement },
    ...expires2 !== void 0 && { expires: expires2 }
  };
}
function pathTest(patterns) {
  if (patterns === void 0 || patterns.length === 0) return () => true;
  const tests = patterns.map((pattern) => compileGlob(pattern) ?? (() => false));
  return (path) => path !== void 0 && tests.some((test) => test(path));
}
function purlTest(purls) {
  if (purls === void 0 || purls.length === 0) return () => true;
  const wanted = purls.flatMap((purl) => readPurl(purl) ?? []);
  return (written2) => {
    const found = written2 === void 0 ? void 0 : readPurl(written2);
    if (found === void 0) return false;
    return wanted.some(
      (purl) => purl.type === found.type && (purl.namespace ?? "") === (found.namespace ?? "") && purl.name === found.name && (purl.version === void 0 || purl.version === found.version) && (purl.subpath === void 0 || purl.subpath === found.subpath) && Object.entries(purl.qualifiers ?? {}).every(
        ([key, value]) => found.qualifiers?.[key] === value
      )
    );
  };
}
var NAMED = 10;
function ignoreNotices(expired, unused) {
  return [
    ...perFile(expired, "no longer hold because their date has passed"),
    ...perFile(unused, "suppressed nothing in this run")
  ];
}
function perFile(ignores, what) {
  const files = [...new Set(ignores.map(({ file }) => file))];
  return files.map((file) => {
    const entries = ignores.filter((ignore) => ignore.file === file);
    const named3 = entries.slice(0, NAMED).map(({ id, line: line2 }) => `${shown(id)} in line ${line2}`);
    const more = entries.length > NAMED ? ` and ${entries.length - NAMED} more` : "";
    return `${file}: entries that ${what}: ${named3.join(", ")}${more}. Remove them.`;
  });
}

// src/domain/policy/waivers.ts
function activeWaivers(waivers, today) {
  const expired = waivers.filter(({ expires: expires2 }) => expires2 < today);
  const active = waivers.filter((waiver2) => !expired.includes(waiver2)).map((waiver2) => ({
    waiver: waiver2,
    matchesPath: (waiver2.path === void 0 ? void 0 : compileGlob(waiver2.path)) ?? never,
    used: false
  }));
  return { active, expired };
}
function never() {
  return false;
}
function waiverFor(accused, waivers) {
  const candidates2 = waivers.filter(
    ({ waiver: waiver2 }) => waiver2.rule === accused.rule && (waiver2.image === void 0 || waiver2.image === accused.image) && (waiver2.id === void 0 || waiver2.id === accused.subject?.id)
  );
  const members = accused.subject?.members ?? [];
  const covering = (members.length === 0 ? [{ packages: [] }] : members).map(
    (member) => candidates2.filter((candidate) => covers(candidate, member))
  );
  if (covering.some((waiversOfOne) => waiversOfOne.length === 0)) return void 0;
  const used = covering.flat();
  for (const candidate of used) candidate.used = true;
  const [first, ...others] = used.map(({ waiver: waiver2 }) => waiver2);
  return others.reduce((one, other) => other.expires < (one?.expires ?? "") ? other : one, first);
}
function covers({ waiver: waiver2, matchesPath }, member) {
  return (waiver2.package === void 0 || member.packages.includes(waiver2.package)) && (waiver2.path === void 0 || member.path !== void 0 && matchesPath(member.path));
}
function waiverNotices(expired, unused) {
  return [
    ...expired.map(
      (waiver2) => `${named(waiver2)} expired on ${waiver2.expires}: mend the violation, or renew the waiver.`
    ),
    ...unused.map((waiver2) => `${named(waiver2)} excused nothing in this run: remove it.`)
  ];
}
function named(waiver2) {
  const keys = ["image", "id", "package", "path"].flatMap(
    (key) => waiver2[key] === void 0 ? [] : [`${key} ${shown(waiver2[key])}`]
  );
  const about = keys.length === 0 ? "" : ` (${keys.join(", ")})`;
  return `${whereOf(waiver2.source.file, waiver2.source.line)}: the waiver for ${shown(waiver2.rule)}${about}`;
}

// src/domain/policy/evaluate.ts
var NO_BASELINE = unable("There is no baseline whose policy is known.");
function judge({ policy, images, today, loosenings }) {
  const waivers = activeWaivers(policy.waivers, today);
  const ignores = activeIgnores(policy.ignores, today);
  const court = { policy, waivers: waivers.active, ignores: ignores.active };
  const judged = images.map((image) => judgeImage(image, court));
  const ofRun = judgeRun(loosenings ?? NO_BASELINE, court);
  const notices = [
    ...waiverNotices(waivers.expired, unusedWaivers(court, judged)),
    ...ignoreNotices(ignores.expired, unusedIgnores(court, images))
  ];
  return {
    verdict: worst([
      ...judged.map((one) => one.verdict),
      ...judged.length === 0 ? [] : [ofRun.verdict]
    ]),
    verdicts: new Map(judged.map((one) => [one.image.id, one.verdict])),
    outcomes: [ofRun, ...judged].flatMap((one) => one.outcomes),
    violations: [ofRun, ...judged].flatMap((one) => one.violations),
    suppressed: new Map(judged.map((one) => [one.image.id, one.suppressed])),
    notices: [...images.length === 0 ? ["There was no image to judge."] : [], ...notices].map(
      (message) => ({ from: "policy", message })
    )
  };
}
function judgeImage(image, court) {
  const { evidence, suppressed } = applyIgnores(image.evidence, court.ignores);
  const rules = activeRules(rulesFor(court.policy, image.name), "image");
  const results = rules.map((rule) => judgeRule(rule, { image, evidence }, court));
  const missing = image.missing === void 0 ? [] : ["unable"];
  const judged = together(results);
  return {
    ...judged,
    image,
    suppressed: new Map([...suppressed, ...results.flatMap((result) => [...result.waived])]),
    verdict: worst([...missing, judged.verdict])
  };
}
function judgeRun(loosenings, court) {
  const evidence = { ...nothingKnown("It is of an image."), loosenings };
  const rules = activeRules(court.policy.rules, "run");
  return together(rules.map((rule) => judgeRule(rule, { evidence }, court)));
}
function activeRules(settings, per) {
  return RULE_IDS.flatMap((id) => {
    const options = settings[id];
    const { level } = options;
    return level === "off" || RULES[id].per !== per ? [] : [{ id, options, level }];
  });
}
function together(results) {
  const outcomes = results.map((result) => result.outcome);
  return {
    outcomes,
    violations: results.flatMap((result) => result.violations),
    verdict: worst([
      "pass",
      ...outcomes.filter(({ level }) => level === "error").map(({ outcome }) => outcome)
    ])
  };
}
function judgeRule(active, { image, evidence }, court) {
  const { id, options, level } = active;
  const rule = RULES[id];
  const outcome = { rule: id, ...image && { image: image.id }, level };
  const reason3 = image?.missing ?? unableReason(rule, options, evidence);
  if (reason3 !== void 0)
    return { outcome: { ...outcome, outcome: "unable", reason: reason3 }, violations: [], waived: [] };
  const found = rule.judge(options, evidence).map((violation) => judgeViolation(violation, { active, image }, court));
  const incomplete = rule.incomplete(options, evidence);
  const stance = rule.stance(options, evidence);
  const excused = rule.excused(options, evidence);
  const fails = found.some(({ shown: shown2, judged }) => !shown2 && judged.waived === void 0);
  const end = fails ? "fail" : incomplete === void 0 ? "pass" : "unable";
  return {
    outcome: {
      ...outcome,
      outcome: end,
      ...end === "unable" && incomplete !== void 0 && { reason: incomplete },
      ...stance !== void 0 && { stance },
      ...excused.length > 0 && { excused }
    },
    violations: found.map(({ judged }) => judged),
    waived: found.flatMap(({ suppression }) => suppression === void 0 ? [] : [suppression])
  };
}
function unableReason(rule, options, evidence) {
  for (const key of rule.needs(options)) {
    const thing = evidence[key];
    if (!isKnown(thing)) return thing.unable;
  }
  return void 0;
}
function judgeViolation(violation, { active, image }, court) {
  const { subject: subject2, place, data } = violation;
  const accused = { rule: active.id, image: image?.name, subject: subject2 };
  const waiver2 = waiverFor(accused, court.waivers);
  const waived = waiver2 && { reason: waiver2.reason, expires: waiver2.expires };
  const words = RULES[active.id].words(data);
  if (words === void 0) throw new Error(`Rule ${active.id} does not know its own violation.`);
  return {
    judged: {
      rule: active.id,
      ...image && { image: image.id },
      level: violation.shown === true ? "warning" : active.level,
      ...place !== void 0 && { place },
      data,
      message: words.message,
      ...words.saves !== void 0 && { savesBytes: words.saves },
      ...waived !== void 0 && { waived }
    },
    shown: violation.shown === true,
    suppression: waived && subject2 && [subject2.identity, { by: "waiver", ...waived }]
  };
}
function unusedWaivers(court, judged) {
  return court.waivers.filter(({ used, waiver: waiver2 }) => {
    const about = judged.filter(
      ({ image }) => waiver2.image === void 0 || waiver2.image === image.name
    );
    const unable2 = about.some(
      ({ outcomes }) => outcomes.some(({ rule, outcome }) => rule === waiver2.rule && outcome === "unable")
    );
    return !used && !unable2 && about.length > 0;
  }).map(({ waiver: waiver2 }) => waiver2);
}
function unusedIgnores(court, images) {
  const unable2 = images.some(
    ({ evidence }) => !isKnown(evidence.vulnerabilities) || !isKnown(evidence.secrets)
  );
  if (unable2) return [];
  return court.ignores.filter(({ used }) => !used).map(({ ignore }) => ignore);
}
function worst(verdicts) {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("unable") ? "unable" : "pass";
}

// src/domain/image/dockerfile.ts
var import_dockerfile_ast = __toESM(require_main(), 1);

// src/domain/image/stages.ts
var COPY_FROM = /^--from=(.+)$/;
var MOUNT_FROM = /^--mount=(?:.*,)?from=([^,]+)/;
function stagesOf(instructions, args) {
  const values = globalArgs(instructions, args);
  const stages = [];
  for (const from of instructions.filter(({ keyword }) => keyword === "FROM")) {
    const words = from.text.split(/\s+/).slice(1).filter((word) => !word.startsWith("--"));
    const [image = "", as, name] = words;
    const own = instructions.filter(({ stage }) => stage === from.stage);
    stages.push({
      name: as?.toLowerCase() === "as" ? name : void 0,
      // Only a name can be a parent: `FROM 0` is an image called 0.
      parent: findName(stages, substitute(image, values)),
      sources: own.flatMap(sourcesOf).flatMap((reference) => findStage(stages, reference) ?? [])
    });
  }
  return stages;
}
function usedStages(stages, target) {
  const built = target === void 0 ? stages.length - 1 : findStage(stages, target);
  if (built === void 0) return void 0;
  const used = /* @__PURE__ */ new Set();
  const open2 = [built];
  for (let next = open2.pop(); next !== void 0; next = open2.pop()) {
    if (used.has(next)) continue;
    used.add(next);
    const stage = stages[next];
    open2.push(...stage?.sources ?? []);
    if (stage?.parent !== void 0) open2.push(stage.parent);
  }
  return [...used].sort((a, b) => a - b);
}
function lineage(stages, built) {
  const list3 = [built];
  for (let parent = stages[built]?.parent; parent !== void 0; parent = stages[parent]?.parent)
    list3.push(parent);
  return list3;
}
function findName(stages, reference) {
  const wanted = reference.toLowerCase();
  const index = stages.findLastIndex(({ name }) => name?.toLowerCase() === wanted);
  return index < 0 ? void 0 : index;
}
function findStage(stages, reference) {
  const named3 = findName(stages, reference);
  if (named3 !== void 0) return named3;
  const position = /^\d{1,6}$/.test(reference) ? Number(reference) : -1;
  return position >= 0 && position < stages.length ? position : void 0;
}
function sourcesOf({ text: text4 }) {
  const words = text4.split(/\s+/);
  const start3 = words[0]?.toUpperCase() === "ONBUILD" ? 1 : 0;
  const flag = { COPY: COPY_FROM, ADD: COPY_FROM, RUN: MOUNT_FROM }[words[start3]?.toUpperCase() ?? ""];
  if (flag === void 0) return [];
  const rest = words.slice(start3 + 1);
  const end = rest.findIndex((word) => !word.startsWith("--"));
  const flags = end < 0 ? rest : rest.slice(0, end);
  return flags.flatMap((word) => flag.exec(word)?.[1] ?? []);
}
function globalArgs(instructions, given3) {
  const values = /* @__PURE__ */ new Map();
  for (const { text: text4 } of instructions.filter(({ keyword, stage }) => keyword === "ARG" && stage < 0)) {
    for (const word of text4.split(/\s+/).slice(1)) {
      const [name = "", ...rest] = word.split("=");
      const value = given3.get(name) ?? substitute(rest.join("=").replace(/^(["'])(.*)\1$/, "$2"), values);
      values.set(name, value);
    }
  }
  return values;
}
function substitute(text4, values) {
  return text4.replace(/\$(?:\{\w+(?::?-[^}]*)?\}|\w+)/g, (reference) => {
    const [, name = "", fallback = ""] = /^\$\{?(\w+)(?::?-([^}]*))?/.exec(reference) ?? [];
    return values.get(name) ?? fallback;
  });
}

// src/domain/image/dockerfile.ts
var MAX_LENGTH = 1e6;
function parseDockerfile(text4, context = {}) {
  if (text4.length > MAX_LENGTH) return unable("The Dockerfile is larger than a Dockerfile can be.");
  const instructions = instructionsOf(text4);
  const stages = stagesOf(instructions, context.args ?? /* @__PURE__ */ new Map());
  if (stages.length === 0) return unable("The Dockerfile has no FROM line.");
  const used = usedStages(stages, context.stage);
  if (used === void 0)
    return unable(`The Dockerfile has no stage "${context.stage ?? ""}" that could be built.`);
  return known({
    ...context.file === void 0 ? {} : { file: context.file },
    instructions,
    usedStages: used
  });
}
function instructionsOf(text4) {
  const dockerfile = import_dockerfile_ast.DockerfileParser.parse(text4);
  const lines = text4.split(/\r?\n/);
  const escape = dockerfile.getEscapeCharacter();
  let stage = -1;
  return dockerfile.getInstructions().flatMap((instruction) => {
    const range = instruction.getRange();
    const keyword = instruction.getKeyword();
    if (keyword === "FROM") stage += 1;
    const own = lines.slice(range.start.line, range.end.line + 1);
    return [
      {
        keyword,
        text: fold(own, escape),
        startLine: range.start.line + 1,
        endLine: range.end.line + 1,
        stage
      }
    ];
  });
}
function fold(lines, escape) {
  return lines.filter((line2, index) => index === 0 || !/^\s*(#|$)/.test(line2)).map((line2) => {
    const trimmed = line2.trim();
    return trimmed.endsWith(escape) ? trimmed.slice(0, -1).trimEnd() : trimmed;
  }).filter((line2) => line2 !== "").join(" ");
}

// src/domain/image/layer-owners.ts
var fileOpSchema = external_exports.object({
  file: external_exports.object({ actions: external_exports.tuple([external_exports.object({ input: external_exports.int() })]).rest(external_exports.unknown()) })
});
function layerOwners(predicate2, layers) {
  if (layers.length === 0) return known([]);
  const graph = graphOf(predicate2);
  const output = predicate2.steps.at(-1)?.inputs?.[0];
  if (output === void 0)
    return unable("The build's provenance names no step that made the image.");
  const path = pathOf(graph, output);
  const full = (graph.chains.get(output) ?? []).filter((chain) => chain.length === layers.length);
  const [best] = (full.length === 0 ? [layers] : full).map((chain) => ({ chain, makers: makersOf(graph, { full: chain, path }) })).sort((a, b) => b.makers.size - a.makers.size);
  return known(best === void 0 ? [] : complete(graph, { path, ...best }));
}
function stepPlaces({ metadata }) {
  const places = Object.entries(metadata.source?.locations ?? {}).map(
    ([id, { locations }]) => [
      id,
      (locations ?? []).flatMap(({ sourceIndex, ranges }) => placeOf(sourceIndex, ranges))
    ]
  );
  return new Map(places);
}
function graphOf(predicate2) {
  const { steps, metadata } = predicate2;
  const chains = Object.entries(metadata.layers ?? {}).map(
    ([output, list3]) => [output, list3.map((chain) => chain.map(({ digest: digest2 }) => digest2))]
  );
  return {
    steps: new Map(steps.map((step2) => [step2.id, step2])),
    chains: new Map(chains),
    places: stepPlaces(predicate2)
  };
}
function placeOf(sourceIndex, ranges) {
  if (ranges === null || ranges === void 0 || ranges.length === 0) return [];
  const startLine = Math.min(...ranges.map(({ start: start3 }) => start3.line));
  const endLine = Math.max(...ranges.map(({ end }) => end.line));
  return [{ dockerfile: sourceIndex ?? 0, startLine, endLine }];
}
function pathOf(graph, output) {
  const steps = /* @__PURE__ */ new Set();
  let current = output;
  while (current !== void 0 && !steps.has(stepId(current))) {
    steps.add(stepId(current));
    current = parentOf(graph.steps.get(stepId(current)));
  }
  const list3 = [...steps];
  return { output, steps: list3, source: list3.find((id) => isImage(graph.steps.get(id))) };
}
function parentOf(step2) {
  const file = fileOpSchema.safeParse(step2?.op?.Op);
  const input = file.success ? file.data.file.actions[0].input : 0;
  return input < 0 ? void 0 : step2?.inputs?.[input];
}
function makersOf(graph, image) {
  const makers = /* @__PURE__ */ new Map();
  const onPath = ([output]) => image.path.steps.includes(stepId(output));
  const all = [...graph.chains];
  for (const [output, chains] of [
    ...all.filter(onPath),
    ...all.filter((entry3) => !onPath(entry3))
  ]) {
    if (isSource(graph.steps.get(stepId(output)))) continue;
    for (const chain of chains) {
      const index = chain.length - 1;
      if (index >= 0 && !makers.has(index) && isPrefix(chain, image.full))
        makers.set(index, stepId(output));
    }
  }
  return makers;
}
function complete(graph, image) {
  const { path, chain } = image;
  const own = path.steps.filter((id) => !isSource(graph.steps.get(id))).reverse();
  const anchors = anchorsOf(image);
  const base = own.length === 0 ? chain.length : baseLength(graph, { path, own, anchors });
  const makers = /* @__PURE__ */ new Map();
  let before = { index: base - 1, step: "" };
  for (const anchor of anchors) {
    for (const [index, step2] of between(own, before, anchor)) makers.set(index, step2);
    before = anchor;
  }
  return chain.map((_, index) => {
    if (index < base) return baseOwner(graph, { path, index });
    const step2 = makers.get(index);
    if (step2 === void 0) return void 0;
    return { index, base: false, step: step2, places: graph.places.get(step2) ?? [] };
  });
}
function anchorsOf(image) {
  const last = image.chain.length - 1;
  const all = new Map([[last, stepId(image.path.output)], ...image.makers]);
  return [...all].map(([index, step2]) => ({ index, step: step2 })).sort((a, b) => a.index - b.index);
}
function baseLength(graph, image) {
  const { path, own, anchors } = image;
  if (path.source === void 0) return 0;
  const chain = graph.chains.get(`${path.source}:0`)?.[0];
  const [first] = anchors;
  if (chain !== void 0) return chain.length;
  return Math.max(0, (first?.index ?? 0) - Math.max(0, own.indexOf(first?.step ?? "")));
}
function between(own, before, anchor) {
  const missing = own.slice(own.indexOf(before.step) + 1, Math.max(0, own.indexOf(anchor.step)));
  const count = anchor.index - before.index - 1;
  const steps = missing.length === 0 ? Array(Math.max(0, count)).fill(anchor.step) : missing;
  const placed = steps.length === count ? steps : [];
  return [
    ...placed.map((step2, position) => [before.index + 1 + position, step2]),
    [anchor.index, anchor.step]
  ];
}
function baseOwner(graph, image) {
  const step2 = image.path.source ?? stepId(image.path.output);
  return { index: image.index, base: true, step: step2, places: graph.places.get(step2) ?? [] };
}
function isPrefix(chain, full) {
  return chain.every((digest2, position) => digest2 === full[position]);
}
function isSource(step2) {
  return step2?.op?.Op?.["source"] !== void 0;
}
function isImage(step2) {
  const source = step2?.op?.Op?.["source"];
  if (typeof source !== "object" || source === null || !("identifier" in source)) return false;
  return /^(docker-image|oci-layout)/.test(String(source.identifier));
}
function stepId(output) {
  return output.split(":")[0] ?? output;
}

// src/domain/image/provenance-schema.ts
var line = external_exports.object({ line: external_exports.int().positive() });
var stepSchema = external_exports.object({
  id: external_exports.string(),
  op: external_exports.object({ Op: external_exports.record(external_exports.string(), external_exports.unknown()).nullish() }).nullish(),
  inputs: external_exports.array(external_exports.string()).nullish()
});
var chainsSchema = external_exports.array(external_exports.array(external_exports.object({ digest: external_exports.string() })));
var locationsSchema = external_exports.object({
  locations: external_exports.array(
    external_exports.object({
      sourceIndex: external_exports.int().nonnegative().nullish(),
      ranges: external_exports.array(external_exports.object({ start: line, end: line })).nullish()
    })
  ).nullish()
});
var buildConfigSchema = external_exports.object({
  llbDefinition: external_exports.array(stepSchema).min(1),
  digestMapping: external_exports.record(external_exports.string(), external_exports.string()).nullish()
});
var metadataSchema = external_exports.object({
  layers: external_exports.record(external_exports.string(), chainsSchema).nullish(),
  source: external_exports.object({
    locations: external_exports.record(external_exports.string(), locationsSchema).nullish(),
    infos: external_exports.array(external_exports.object({ filename: external_exports.string(), data: external_exports.base64() })).nullish()
  }).nullish()
});
var argsSchema = external_exports.object({ args: external_exports.record(external_exports.string(), external_exports.string()).nullish() });
var v02Schema = external_exports.object({
  invocation: external_exports.object({
    configSource: external_exports.object({ entryPoint: external_exports.string().nullish() }).nullish(),
    parameters: argsSchema.nullish()
  }),
  buildConfig: buildConfigSchema,
  metadata: external_exports.object({ "https://mobyproject.org/buildkit@v1#metadata": metadataSchema })
}).transform(({ invocation, buildConfig, metadata }) => ({
  entryPoint: invocation.configSource?.entryPoint ?? void 0,
  args: invocation.parameters?.args ?? {},
  steps: buildConfig.llbDefinition,
  vertexes: buildConfig.digestMapping ?? {},
  metadata: metadata["https://mobyproject.org/buildkit@v1#metadata"]
}));
var v1Schema = external_exports.object({
  buildDefinition: external_exports.object({
    externalParameters: external_exports.object({
      configSource: external_exports.object({ path: external_exports.string().nullish() }).nullish(),
      request: argsSchema.nullish()
    }),
    internalParameters: external_exports.object({ buildConfig: buildConfigSchema })
  }),
  runDetails: external_exports.object({ metadata: external_exports.object({ buildkit_metadata: metadataSchema }) })
}).transform(({ buildDefinition, runDetails }) => ({
  entryPoint: buildDefinition.externalParameters.configSource?.path ?? void 0,
  args: buildDefinition.externalParameters.request?.args ?? {},
  steps: buildDefinition.internalParameters.buildConfig.llbDefinition,
  vertexes: buildDefinition.internalParameters.buildConfig.digestMapping ?? {},
  metadata: runDetails.metadata.buildkit_metadata
}));
var predicateSchema = external_exports.union([v02Schema, v1Schema]);
var statementSchema = external_exports.object({ predicateType: external_exports.string(), predicate: external_exports.unknown() });

// src/domain/image/steps.ts
var sourceSchema = external_exports.object({ identifier: external_exports.string() });
var mountSchema = external_exports.looseObject({ input: external_exports.int().optional(), selector: external_exports.string().optional() });
var execSchema = external_exports.looseObject({
  meta: external_exports.looseObject({ env: external_exports.array(external_exports.string()).optional() }),
  mounts: external_exports.array(mountSchema).optional()
});
var copySchema = external_exports.looseObject({
  src: external_exports.string(),
  excludePatterns: external_exports.array(external_exports.string()).optional()
});
var actionSchema = external_exports.looseObject({
  input: external_exports.int().optional(),
  secondaryInput: external_exports.int().optional(),
  Action: external_exports.looseObject({ copy: copySchema.optional() }).optional()
});
var fileSchema = external_exports.looseObject({ actions: external_exports.array(actionSchema) });
function buildSteps(predicate2, context) {
  const locals = new Map(
    predicate2.steps.flatMap((step2) => {
      const name = /^local:\/\/(.+)$/.exec(identifierOf(step2) ?? "")?.[1];
      return name === void 0 ? [] : [[step2.id, name]];
    })
  );
  const vertexes = new Map(Object.entries(predicate2.vertexes).map(([digest2, id]) => [id, digest2]));
  return predicate2.steps.slice(0, -1).flatMap((step2) => {
    if (locals.has(step2.id)) return [];
    const ids = (step2.inputs ?? []).map((input) => input.split(":")[0] ?? input);
    const vertex = vertexes.get(step2.id);
    return [
      {
        id: step2.id,
        ...workOf(step2, context),
        uses: ids.flatMap((id, index) => usesOf(step2, { index, name: locals.get(id) })),
        inputs: ids.filter((id) => !locals.has(id)),
        places: context.places(step2.id),
        ...vertex === void 0 ? {} : { vertex }
      }
    ];
  });
}
function identifierOf(step2) {
  const source = sourceSchema.safeParse(step2.op?.Op?.["source"]);
  return source.success ? source.data.identifier : void 0;
}
function workOf(step2, { declared, written: written2 }) {
  const identifier2 = identifierOf(step2);
  if (identifier2 !== void 0) return sourceOf(identifier2, written2);
  const exec = execSchema.safeParse(step2.op?.Op?.["exec"]);
  if (!exec.success)
    return { kind: "work", text: JSON.stringify(step2.op?.Op ?? {}), environment: [] };
  const { env = [], ...meta } = exec.data.meta;
  const environment2 = env.filter((entry3) => declared.has(entry3.split("=")[0] ?? ""));
  return { kind: "work", text: JSON.stringify({ exec: { ...exec.data, meta } }), environment: environment2 };
}
function sourceOf(identifier2, written2) {
  const image = /^(?:docker-image|oci-layout):\/\/(.+?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(
    identifier2
  );
  if (image === null) return { kind: "other source", text: identifier2, environment: [] };
  const [, name = "", digest2] = image;
  const isWritten = digest2 !== void 0 && written2.some((text4) => text4.includes(digest2));
  const reference = isWritten ? `${name}@${digest2}` : name;
  return {
    ...{ kind: "image", text: reference, environment: [], reference },
    ...digest2 === void 0 ? {} : { digest: digest2 }
  };
}
function usesOf(step2, { index, name }) {
  if (name === void 0) return [];
  const all = { context: name, pattern: "/", excludes: [] };
  const exec = execSchema.safeParse(step2.op?.Op?.["exec"]);
  if (exec.success)
    return (exec.data.mounts ?? []).filter(({ input = 0 }) => input === index).map(({ selector = "/" }) => ({ ...all, pattern: selector }));
  const file = fileSchema.safeParse(step2.op?.Op?.["file"]);
  if (!file.success) return [all];
  return file.data.actions.flatMap(({ input, secondaryInput, Action }) => {
    if (input === index) return [all];
    const copy = Action?.copy;
    if (secondaryInput !== index || copy === void 0) return [];
    return [{ context: name, pattern: copy.src, excludes: copy.excludePatterns ?? [] }];
  });
}

// src/domain/image/provenance.ts
function parseProvenance(document, context) {
  const statement = statementSchema.safeParse(document);
  const parsed2 = predicateSchema.safeParse(statement.success ? statement.data.predicate : document);
  if (!parsed2.success)
    return unable("The build's provenance is not of a shape that tells steps (mode=max).");
  const owners = layerOwners(parsed2.data, context.layers);
  if (!isKnown(owners)) return owners;
  const dockerfiles = dockerfilesOf(parsed2.data);
  const main = mainOf({ dockerfiles, owners: owners.value, entryPoint: parsed2.data.entryPoint });
  const target = parsed2.data.args["target"];
  return known({
    owners: owners.value,
    dockerfiles,
    ...main === void 0 ? {} : { mainDockerfile: main },
    ...target === void 0 || target === "" ? {} : { target },
    args: buildArgs(parsed2.data.args),
    steps: stepsOf(parsed2.data, dockerfiles)
  });
}
function stepsOf(predicate2, dockerfiles) {
  const texts = dockerfiles.map(({ text: text4 }) => text4);
  const places = stepPlaces(predicate2);
  const given3 = [...buildArgs(predicate2.args).keys()];
  return buildSteps(predicate2, {
    places: (id) => places.get(id) ?? [],
    declared: /* @__PURE__ */ new Set([...given3, ...texts.flatMap(declaredNames)]),
    written: [...texts, ...Object.values(predicate2.args)]
  });
}
function declaredNames(text4) {
  const dockerfile = parseDockerfile(text4);
  if (!isKnown(dockerfile)) return [];
  return dockerfile.value.instructions.filter(({ keyword }) => keyword === "ARG" || keyword === "ENV").flatMap((instruction) => instruction.text.split(/[\s=]+/).slice(1));
}
function dockerfilesOf({ metadata }) {
  return (metadata.source?.infos ?? []).map(({ filename, data }) => ({
    name: filename,
    text: Buffer.from(data, "base64").toString("utf8")
  }));
}
function mainOf(provenance) {
  const { dockerfiles, owners, entryPoint } = provenance;
  if (dockerfiles.length === 1) return 0;
  const named3 = dockerfiles.flatMap(({ name }, index) => name === entryPoint ? [index] : []);
  if (named3.length === 1) return named3[0];
  return owners.findLast((owner) => owner?.base === false)?.places[0]?.dockerfile;
}
function buildArgs(args) {
  const prefix = "build-arg:";
  return new Map(
    Object.entries(args).flatMap(
      ([name, value]) => name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []
    )
  );
}

// src/stages/attribute.ts
function attribute(examined, built) {
  return examined.map((image) => attributeImage(image, built));
}
function attributeImage(examined, built) {
  const { facts, scanned } = examined;
  const document = built.provenance.get(examined.image.id);
  const provenance = document === void 0 || !isKnown(facts) ? unable("The build left no provenance, so lines are not known.") : parseProvenance(document, { layers: facts.value.layers.map(({ digest: digest2 }) => digest2) });
  const dockerfile = dockerfileOf(examined, provenance);
  const layers = isKnown(facts) ? layersOf(facts.value, { provenance, dockerfile }) : [];
  const steps = mapKnown(
    provenance,
    ({ steps: all, mainDockerfile }) => all.map((step2) => ({
      ...step2,
      ...lineOf(step2.places, { main: mainDockerfile ?? 0, dockerfile }) ?? {}
    }))
  );
  const scan2 = isKnown(scanned.facts) ? scanned.facts.value : void 0;
  return {
    ...examined,
    dockerfile,
    layers,
    steps,
    findings: (scan2?.findings ?? []).map((finding) => placeFinding(finding, layers)),
    secrets: (scan2?.secrets ?? []).map((secret) => placeSecret(secret, { layers, dockerfile })),
    ...isKnown(provenance) ? {} : { placesUnknown: provenance.unable }
  };
}
function dockerfileOf({ image }, provenance) {
  const read4 = isKnown(provenance) ? provenance.value.dockerfiles[provenance.value.mainDockerfile ?? 0]?.text : void 0;
  const text4 = read4 ?? image.dockerfileText;
  if (text4 === void 0)
    return unable("The Dockerfile is not on this disk, and the build left no copy of it.");
  return parseDockerfile(text4, {
    ...image.dockerfile === void 0 ? {} : { file: image.dockerfile },
    ...image.stage === void 0 ? {} : { stage: image.stage },
    ...isKnown(provenance) ? { args: provenance.value.args } : {}
  });
}
function layersOf(facts, { provenance, dockerfile }) {
  if (!isKnown(provenance)) return facts.layers;
  const { owners, mainDockerfile } = provenance.value;
  return facts.layers.map((layer2, index) => {
    const owner = owners[index];
    if (owner === void 0) return layer2;
    const { base, step: step2, places } = owner;
    return { ...layer2, base, step: step2, ...lineOf(places, { main: mainDockerfile ?? 0, dockerfile }) };
  });
}
function placeFinding(finding, layers) {
  const own = finding.members.flatMap(
    (member) => layers.find((layer2) => layer2.diffId === member.diffId) ?? []
  );
  const places = own.flatMap((layer2) => placeOfLayer(layer2) ?? []);
  const unique = new Map(places.map((place) => [JSON.stringify(place), place]));
  const bases = own.flatMap((layer2) => layer2.base ?? []);
  return {
    ...finding,
    places: [...unique.values()],
    ...bases.length === 0 ? {} : { base: bases.every((base) => base) }
  };
}
function placeSecret(secret, { layers, dockerfile }) {
  if (secret.variable !== void 0) {
    const place2 = placeOfVariable(secret.variable, dockerfile);
    return { ...secret, ...place2 === void 0 ? {} : { base: false, place: place2 } };
  }
  const layer2 = layers.find((candidate) => candidate.diffId === secret.diffId);
  const place = placeOfLayer(layer2);
  return {
    ...secret,
    ...layer2?.base === void 0 ? {} : { base: layer2.base },
    ...place === void 0 ? {} : { place }
  };
}
function placeOfVariable(name, dockerfile) {
  if (!isKnown(dockerfile) || dockerfile.value.file === void 0) return void 0;
  const { file, instructions, usedStages: usedStages2 } = dockerfile.value;
  const line2 = instructions.findLast(
    ({ keyword, text: text4, stage }) => keyword === "ENV" && usedStages2.includes(stage) && text4.split(/[\s=]+/).some((word) => word === name)
  );
  return line2 === void 0 ? void 0 : { file, startLine: line2.startLine, endLine: line2.endLine };
}

// src/stages/build/cache.ts
import { join } from "node:path";

// src/clients/tool.ts
import { stripVTControlCharacters } from "node:util";
function expectSuccess(result, { tool, doing }) {
  if (isWell(result)) return result;
  throw new ToolError(tool, `${tool} could not ${doing}: ${endingOf(result)}.`);
}
function isWell({ ended: ended2, exitCode }) {
  return ended2 === "exit" && exitCode === 0;
}
function endingOf(result) {
  switch (result.ended) {
    case "missing":
      return "the program is not installed or not on PATH";
    case "deadline":
      return `it was ended after ${Math.round(result.seconds)} seconds`;
    case "aborted":
      return "the run was stopped";
    case "signal":
      return `it was killed${wordsAfter(lastWords(result.stderr))}`;
    case "exit":
      return `exit status ${result.exitCode}${wordsAfter(lastWords(result.stderr))}`;
  }
}
function wordsAfter(words) {
  return words === "" ? "" : `, ${words}`;
}
function lastWords(stderr) {
  const lines = stripVTControlCharacters(stderr).split(/[\r\n]+/).map((line3) => line3.trim()).filter((line3) => line3 !== "");
  const errors = lines.filter((line3) => /^(ERROR|FATAL|fatal|error)\b/.test(line3));
  const line2 = errors.at(-1) ?? lines.at(-1) ?? "";
  return line2.replace(/^(ERROR|error|fatal):\s*/, "").replace(/\.$/, "").slice(0, 500);
}

// src/clients/buildx.ts
var NEEDED = [0, 22, 0];
async function requireBuildx(deps, cwd) {
  const result = await deps.exec.run("docker", {
    args: ["buildx", "version"],
    cwd,
    deadlineSeconds: 30
  });
  const needed = NEEDED.join(".");
  if (result.ended === "missing") {
    throw new ToolError(
      "docker",
      "There is no docker client on PATH; install Docker (or start its runner image) and buildx with it."
    );
  }
  const version = /(\d+)\.(\d+)\.(\d+)/.exec(result.stdout);
  if (result.exitCode !== 0 || version === null) {
    throw new ToolError(
      "buildx",
      `The docker client has no buildx (needed: ${needed} or newer); install the plugin docker-buildx. It says: ${endingOf(result)}.`
    );
  }
  if (isOlder(version.slice(1).map(Number), NEEDED)) {
    throw new ToolError(
      "buildx",
      `buildx ${version[0]} is too old: ${needed} or newer is needed; update the plugin docker-buildx.`
    );
  }
  return version[0];
}
function isOlder(found, needed) {
  const different = needed.findIndex((part, index) => found[index] !== part);
  return different !== -1 && (found[different] ?? 0) < (needed[different] ?? 0);
}
var listSchema = external_exports.array(external_exports.object({ name: external_exports.string(), group: external_exports.boolean().optional() }));
async function listTargets(deps, source) {
  const result = await bake(deps, {
    args: [...fileArgs(source.files), "--list=type=targets,format=json"],
    cwd: source.cwd
  });
  const entries = listSchema.parse(JSON.parse(definitionOf(result).stdout));
  return {
    targets: entries.filter((entry3) => entry3.group !== true).map((entry3) => entry3.name),
    groups: entries.filter((entry3) => entry3.group === true).map((entry3) => entry3.name)
  };
}
var secretSchema = external_exports.looseObject({
  id: external_exports.string().optional(),
  env: external_exports.string().optional(),
  src: external_exports.string().optional()
});
var cacheSchema = external_exports.looseObject({
  type: external_exports.string().optional(),
  src: external_exports.string().optional(),
  dest: external_exports.string().optional()
});
var targetSchema = external_exports.looseObject({
  context: external_exports.string().optional(),
  contexts: external_exports.record(external_exports.string(), external_exports.string()).optional(),
  dockerfile: external_exports.string().optional(),
  "dockerfile-inline": external_exports.string().optional(),
  target: external_exports.string().optional(),
  platforms: external_exports.array(external_exports.string()).optional(),
  args: external_exports.record(external_exports.string(), external_exports.string().nullable()).optional(),
  labels: external_exports.record(external_exports.string(), external_exports.string().nullable()).optional(),
  secret: external_exports.array(secretSchema).optional(),
  ssh: external_exports.array(external_exports.looseObject({ id: external_exports.string().optional(), paths: external_exports.array(external_exports.string()).nullish() })).optional(),
  "cache-from": external_exports.array(cacheSchema).optional(),
  "cache-to": external_exports.array(cacheSchema).optional(),
  entitlements: external_exports.array(external_exports.string()).optional()
});
var printSchema = external_exports.object({
  group: external_exports.record(external_exports.string(), external_exports.object({ targets: external_exports.array(external_exports.string()) })).optional(),
  target: external_exports.record(external_exports.string(), targetSchema).optional()
});
async function printDefinition(deps, ask) {
  const { definition, cwd } = ask;
  const args = [...definitionArgs(definition), "--print", ...definition.targets];
  const resolved2 = definitionOf(await bake(deps, { args, cwd })).stdout;
  const printed = printSchema.parse(JSON.parse(resolved2));
  const targets = printed.target ?? {};
  const groups = printed.group ?? {};
  const asked = definition.targets.length === 0 ? ["default"] : definition.targets;
  return { built: [...new Set(asked.flatMap((name) => expand(name, groups)))], targets, resolved: resolved2 };
}
function expand(name, groups) {
  const members = groups[name]?.targets;
  return members === void 0 ? [name] : members.flatMap((member) => member === name ? [member] : expand(member, groups));
}
function definitionArgs(definition) {
  return [
    ...fileArgs(definition.files),
    ...definition.allow.map((entry3) => `--allow=${entry3}`),
    ...definition.set.map((entry3) => `--set=${entry3}`)
  ];
}
function fileArgs(files) {
  return files.flatMap((file) => ["-f", file]);
}
function bake(deps, call) {
  const { args, deadlineSeconds, ...rest } = call;
  return deps.exec.run("docker", {
    ...rest,
    args: ["buildx", "bake", ...args],
    deadlineSeconds: deadlineSeconds ?? 120
  });
}
function definitionOf(result) {
  return expectSuccess(result, { tool: "docker buildx bake", doing: "read the build definition" });
}
async function readProvenance(deps, ask) {
  const result = await deps.exec.run("docker", {
    args: [
      "buildx",
      ...["history", "inspect", "attachment", ...ask.builder],
      "--platform",
      ask.platform,
      "--type",
      "provenance",
      ask.ref
    ],
    cwd: ask.cwd,
    deadlineSeconds: 60
  });
  if (result.exitCode !== 0) return void 0;
  try {
    return JSON.parse(result.stdout);
  } catch {
    return void 0;
  }
}

// src/stages/build/cache.ts
var TOKEN_NAMES = [
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_CACHE_URL",
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_SERVICE_V2"
];
async function prepareCache(ask, deps) {
  const { plan, inputs } = ask;
  const none = {
    ...{ from: [], to: [], env: {}, notices: [] },
    definition: definitionArgs(plan.definition)
  };
  const { cache } = inputs;
  if (cache.kind === "off") return none;
  if (cache.kind === "given") {
    const args = cacheArgs(targetsOf(ask), cache.fields);
    const to = inputs.cacheWrite === "never" || !await mayWrite(ask, deps) ? [] : args.to;
    return { ...none, ...args, to, kind: cache.fields.get("type") ?? "" };
  }
  if (cache.kind === "auto" && deps.cache === void 0) return none;
  const service = (await ask.rights).cache;
  if (isKnown(service)) return { ...none, ...await githubCache(ask, deps) };
  if (deps.cache !== void 0 || cache.kind === "auto") return none;
  const message = `The input cache is gha, and the cache service of GitHub Actions is not used: ${service.unable}.`;
  return { ...none, notices: [{ from: "cache", message }] };
}
async function githubCache(ask, deps) {
  const args = cacheArgs(targetsOf(ask), GHA);
  const folder = await deps.files.makeTemporary("plimsoll-bake", "run");
  const file = join(folder, "resolved.json");
  await deps.files.write(file, ask.plan.resolved.replaceAll("${", "$${"));
  const { env } = deps.workflow;
  const given3 = TOKEN_NAMES.flatMap((name) => {
    const value = env[name];
    return value === void 0 ? [] : [[name, value]];
  });
  return {
    kind: "gha",
    definition: definitionArgs({ ...ask.plan.definition, files: [file], set: [] }),
    env: Object.fromEntries(given3),
    from: args.from,
    to: await mayWrite(ask, deps) ? args.to : []
  };
}
function targetsOf({ plan, inputs }) {
  const targets = [...new Set(plan.images.map(({ target }) => target))];
  return targets.filter((target) => !plan.cachedTargets.includes(target)).map((target) => {
    const platforms = plan.images.flatMap(
      (image) => image.target === target ? [image.platform] : []
    );
    return { target, scope: cacheScope({ key: inputs.key, name: target, platforms }) };
  });
}
async function mayWrite({ inputs, rights }, { workflow }) {
  if (inputs.cacheWrite !== "default-branch") return inputs.cacheWrite === "always";
  return workflow.door === "command" || isKnown((await rights).writing);
}

// src/domain/build/progress.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/domain/build/checks.ts
var warningSchema = external_exports.looseObject({
  short: external_exports.string().optional(),
  detail: external_exports.array(external_exports.string()).nullish(),
  url: external_exports.string().optional(),
  sourceInfo: external_exports.looseObject({ data: external_exports.string().optional() }).nullish(),
  range: external_exports.array(
    external_exports.looseObject({
      start: external_exports.looseObject({ line: external_exports.int().positive() }),
      end: external_exports.looseObject({ line: external_exports.int().positive() })
    })
  ).nullish()
});
function parseCheck(warning) {
  const { short = "", detail, url, sourceInfo, range } = warning;
  const [, rule, message] = /^([A-Z][A-Za-z]+): (.+?)(?: \(line \d+\))?$/s.exec(decoded(short)) ?? [];
  if (rule === void 0 || message === void 0) return void 0;
  const lines = (range ?? []).flatMap(({ start: start3, end }) => [start3.line, end.line]);
  const why = (detail ?? []).map(decoded).join(" ");
  return {
    ...{ rule, message, source: decoded(sourceInfo?.data ?? "") },
    ...why === "" ? {} : { detail: why },
    ...url === void 0 ? {} : { url },
    ...lines.length === 0 ? {} : { startLine: Math.min(...lines), endLine: Math.max(...lines) }
  };
}
function decoded(base64) {
  return Buffer.from(base64, "base64").toString("utf8");
}

// src/domain/build/progress.ts
var vertexSchema = external_exports.looseObject({
  digest: external_exports.string(),
  name: external_exports.string().default(""),
  cached: external_exports.boolean().optional(),
  started: external_exports.string().optional(),
  completed: external_exports.string().optional(),
  error: external_exports.string().optional()
});
var eventSchema = external_exports.looseObject({
  vertexes: external_exports.array(vertexSchema).optional(),
  statuses: external_exports.array(
    external_exports.looseObject({
      id: external_exports.string().optional(),
      vertex: external_exports.string(),
      current: external_exports.int().optional()
    })
  ).optional(),
  logs: external_exports.array(external_exports.looseObject({ vertex: external_exports.string(), data: external_exports.string().optional() })).optional(),
  warnings: external_exports.array(warningSchema).optional()
});
function parseProgressLine(line2) {
  if (!line2.startsWith("{")) return void 0;
  try {
    const parsed2 = eventSchema.safeParse(JSON.parse(line2));
    return parsed2.success ? parsed2.data : void 0;
  } catch {
    return void 0;
  }
}
var OUTPUT_KEPT = 20;
var Progress = class {
  #steps = /* @__PURE__ */ new Map();
  #checks = /* @__PURE__ */ new Map();
  add(event) {
    const lines = [];
    for (const vertex of event.vertexes ?? []) lines.push(...this.#vertex(vertex));
    for (const warning of event.warnings ?? []) {
      const check3 = parseCheck(warning);
      if (check3 !== void 0) this.#checks.set(JSON.stringify(check3), check3);
    }
    for (const { id = "", vertex, current = 0 } of event.statuses ?? [])
      if (id.startsWith("transferring ") && id !== "transferring dockerfile:") {
        const step2 = this.#step(vertex);
        step2.transferredBytes = Math.max(step2.transferredBytes, current);
      }
    for (const log of event.logs ?? []) lines.push(...this.#log(log.vertex, log.data ?? ""));
    return lines;
  }
  checks() {
    return [...this.#checks.values()];
  }
  steps() {
    return [...this.#steps].map(([digest2, step2]) => {
      const interval = spanOf(step2.intervals);
      return {
        digest: digest2,
        names: step2.names,
        cached: step2.cached,
        output: step2.output,
        transferredBytes: step2.transferredBytes,
        ...interval === void 0 ? {} : { interval },
        ...step2.error === void 0 ? {} : { error: step2.error }
      };
    });
  }
  #step(digest2) {
    const known2 = this.#steps.get(digest2);
    if (known2 !== void 0) return known2;
    const fresh = {
      names: /* @__PURE__ */ new Set(),
      cached: false,
      intervals: [],
      error: void 0,
      transferredBytes: 0,
      output: [],
      partial: "",
      shown: false
    };
    this.#steps.set(digest2, fresh);
    return fresh;
  }
  #vertex(vertex) {
    const step2 = this.#step(vertex.digest);
    step2.names.add(vertex.name);
    step2.cached ||= vertex.cached === true;
    step2.error ??= vertex.error === "" ? void 0 : vertex.error;
    if (vertex.started === void 0 || vertex.completed === void 0) return [];
    const interval = { start: Date.parse(vertex.started), end: Date.parse(vertex.completed) };
    step2.intervals.push(interval);
    if (step2.shown || !isShown(vertex.name)) return [];
    step2.shown = true;
    const seconds = ((interval.end - interval.start) / 1e3).toFixed(1);
    const how = step2.error !== void 0 ? "FAILED" : step2.cached ? "CACHED" : `${seconds} s`;
    return [{ foreign: true, text: `${vertex.name}  ${how}` }];
  }
  #log(digest2, data) {
    const step2 = this.#step(digest2);
    const parts = (step2.partial + Buffer2.from(data, "base64").toString("utf8")).split("\n");
    step2.partial = parts.pop() ?? "";
    const whole = parts.map(
      (part) => part.split("\r").filter((piece) => piece !== "").at(-1) ?? ""
    );
    step2.output.push(...whole);
    step2.output.splice(0, Math.max(0, step2.output.length - OUTPUT_KEPT));
    const whose = /^\[[^\]]*\]/.exec([...step2.names].at(-1) ?? "")?.[0];
    const prefix = whose === void 0 ? "    " : `    ${whose} `;
    return whole.map((text4) => ({ foreign: true, text: `${prefix}${text4}` }));
  }
};
function isShown(name) {
  return name !== "" && !/\binternal\]/.test(name) && !name.includes("resolving provenance");
}
function spanOf(intervals) {
  if (intervals.length === 0) return void 0;
  return {
    start: Math.min(...intervals.map((interval) => interval.start)),
    end: Math.max(...intervals.map((interval) => interval.end))
  };
}
function coveredSeconds(intervals) {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start: start3, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start3, reached));
    reached = Math.max(reached, end);
  }
  return covered / 1e3;
}

// src/stages/build/export-cache.ts
var BYTES_PER_SECOND = 5e6;
async function exportCache({ plan, inputs, builder, cache, deps }, built) {
  if (cache.to.length === 0 || built.failure !== void 0) return { notices: [] };
  const targets = [...new Set(plan.images.map(({ target }) => target))];
  const progress = new Progress();
  const result = await bake(deps, {
    args: [
      ...[...builder.args, ...cache.definition, ...cache.to, "--progress=rawjson"],
      ...targets.map((target) => `--set=${target}.output=type=cacheonly`),
      ...targets
    ],
    cwd: plan.workdir,
    deadlineSeconds: inputs.cacheTimeoutSeconds + await bytesOf(built, deps) / BYTES_PER_SECOND,
    addEnv: { ...cache.env, BUILDX_NO_DEFAULT_ATTESTATIONS: "1" },
    onStderrLine: (line2) => {
      const event = parseProgressLine(line2);
      if (event !== void 0) progress.add(event);
    }
  });
  const failed = progress.steps().find(({ error }) => error !== void 0)?.error;
  const why = isWell(result) ? failed : endingOf(result);
  const message = `The build cache was not written as a whole: ${why ?? ""}. The next build may build more than it must.`;
  return {
    seconds: result.seconds,
    notices: why === void 0 ? [] : [{ from: "cache", message }]
  };
}
async function bytesOf({ layouts }, { files }) {
  const sizes = layouts.map(async ({ path }) => {
    const blobs = `${path}/blobs/sha256`;
    const stats = (await files.list(blobs)).map((name) => files.stat(`${blobs}/${name}`));
    return (await Promise.all(stats)).reduce((sum, stat) => sum + (stat?.bytes ?? 0), 0);
  });
  return (await Promise.all(sizes)).reduce((sum, bytes2) => sum + bytes2, 0);
}

// src/stages/build/index.ts
import { dirname, join as join5 } from "node:path";

// src/domain/build/failures.ts
import { stripVTControlCharacters as stripVTControlCharacters2 } from "node:util";
var KNOWN = [
  {
    pattern: /no space left on device/i,
    says: () => "The disk is full: no space left on device. Free some (docker system prune, docker buildx prune), or use a larger runner."
  },
  {
    pattern: /cannot connect to the docker daemon at (\S+?)\.? |is the docker daemon running|dial unix \S+: connect/i,
    says: () => "The container engine is not running: docker cannot connect to its daemon. Start it, or set DOCKER_HOST to the one to use."
  },
  {
    pattern: /failed to receive status: rpc error: code = Unavailable|error reading from server: EOF/i,
    says: () => "The engine, or the builder in it, ended during the build: its connection broke off. Look at its log (a lack of memory does that), start it, and run again."
  },
  {
    pattern: /(OCI exporter|Attestations?|Cache export|Multi-platform build|docker exporter)[^.\n]* (is|are) not supported for the docker driver/i,
    says: (match) => `This engine cannot export what is needed ("${match[1] ?? "OCI exporter"} is not supported for the docker driver"). There are two ways out: make a builder that can (docker buildx create --use --driver docker-container), or switch on the engine's containerd image store ("features": {"containerd-snapshotter": true} in its daemon.json).`
  },
  {
    pattern: /exec format error|no match for platform in manifest/i,
    says: (match) => `A platform cannot be built here (${match[0]}): the machine has no emulator for it, or the base image is not made for it. Set one up (docker run --privileged tonistiigi/binfmt --install all), or leave the platform out.`
  },
  {
    pattern: /additional privileges requested|entitlement \S+ is not allowed|--allow=?\s?fs\.\S+/i,
    says: () => "The definition asks for more than its working directory gives. Name what it needs with the input allow (fs.read=PATH, network.host, ssh)."
  },
  {
    pattern: /failed to resolve source metadata for (\S+?):? .*?(not found|denied|unauthorized)/i,
    says: (match) => `The base image ${match[1] ?? ""} cannot be had (${match[2] ?? ""}): check its name and tag, and docker login for a private registry.`
  }
];
function describeFailure(bake2) {
  const words = stripVTControlCharacters2(bake2.stderr).split("\n").filter((line2) => !line2.startsWith("{")).join("\n");
  const step2 = bake2.steps.find(
    (candidate) => candidate.error !== void 0 && !candidate.error.includes("context canceled")
  );
  const place = placeIn(words, bake2.dockerfiles);
  const name = step2 === void 0 ? void 0 : [...step2.names].at(-1);
  return {
    message: bake2.ending === void 0 ? sentence(words, step2, place) : `The build did not finish: ${bake2.ending}.`,
    ...name === void 0 ? {} : { step: name },
    ...place === void 0 ? {} : { place },
    output: step2?.output ?? []
  };
}
function sentence(words, step2, place) {
  for (const { pattern, says } of KNOWN) {
    const match = pattern.exec([words, step2?.error, ...step2?.output ?? []].join("\n"));
    if (match !== null) return says(match);
  }
  const at = place === void 0 ? "" : ` at ${place.file}:${place.startLine}`;
  return `The build failed${at}: ${reason(words, step2)}.`;
}
function reason(words, step2) {
  const last = words.split("\n").filter((line2) => line2.startsWith("ERROR:")).at(-1);
  const text4 = last?.replace(/^ERROR: (target \S+: )?(failed to solve: )?/, "") ?? step2?.error ?? "buildx gave no reason";
  return text4.replace(/\.$/, "").slice(0, 500);
}
function placeIn(words, dockerfiles) {
  const head = /^(\S+):(\d+)\n-{5,}\n([\s\S]*?)\n-{5,}/m.exec(words);
  if (head === null) return void 0;
  const marked = [...(head[3] ?? "").matchAll(/^\s*(\d+) \| >>>/gm)].map(
    (match) => Number(match[1])
  );
  const line2 = Number(head[2]);
  const target = /^ERROR: target (\S+?): /m.exec(words)?.[1];
  const [only] = dockerfiles.size === 1 ? dockerfiles.values() : [];
  return {
    file: (target === void 0 ? only : dockerfiles.get(target)) ?? head[1] ?? "",
    startLine: marked[0] ?? line2,
    endLine: marked.at(-1) ?? line2
  };
}

// src/domain/build/summarize.ts
var EXPORT = /exporting to (oci|docker|image|client)/;
var IMPORT = /^importing cache manifest/;
var CACHE = /(importing|exporting) cache|exporting to .*cache|importing cache manifest/i;
function timesOf(steps) {
  const intervals = (wanted) => steps.flatMap(
    (step2) => step2.interval !== void 0 && [...step2.names].some(wanted) ? [step2.interval] : []
  );
  const isOverhead = (name) => EXPORT.test(name) || CACHE.test(name) || name.includes("resolving provenance");
  return {
    buildSeconds: coveredSeconds(intervals((name) => !isOverhead(name))),
    exportSeconds: coveredSeconds(intervals((name) => EXPORT.test(name))),
    importSeconds: coveredSeconds(intervals((name) => IMPORT.test(name)))
  };
}
function stepFacts(steps) {
  return steps.filter((step2) => step2.interval !== void 0).map((step2) => ({
    name: [...step2.names].at(-1) ?? "",
    digest: step2.digest,
    seconds: step2.interval === void 0 ? 0 : (step2.interval.end - step2.interval.start) / 1e3,
    cached: step2.cached,
    ...step2.error === void 0 ? {} : { error: step2.error }
  }));
}
function countSteps(steps, images) {
  const targets = new Set(images.map((image) => image.target));
  return new Map(
    images.map((image) => {
      const own = steps.filter(
        (step2) => [...step2.names].some((name) => isStepOf(name, { image, targets }))
      );
      return [
        image.id,
        {
          steps: own.length,
          cachedSteps: own.filter((step2) => step2.cached).length,
          transferredBytes: steps.filter((step2) => [...step2.names].some((name) => isContextOf(name, { image, targets }))).reduce((sum, step2) => sum + step2.transferredBytes, 0)
        }
      ];
    })
  );
}
function isContextOf(name, { image, targets }) {
  const words = /^\[([^\]]*)\] load (?:build context|from client)/.exec(name)?.[1]?.split(/\s+/);
  return words !== void 0 && (targets.size === 1 || words[0] === image.target);
}
function isStepOf(name, whose) {
  const { image, targets } = whose;
  const words = /^\[([^\]]*)\d+\/\d+\] (?!FROM\b)/.exec(name)?.[1]?.trim().split(/\s+/);
  if (words === void 0) return false;
  const target = targets.size > 1 ? words[0] : image.target;
  const platform = words.find((word) => /^[a-z]+\/[a-z0-9]+/.test(word));
  return target === image.target && (platform === void 0 || platform === image.platform);
}

// src/stages/builder.ts
import { join as join2 } from "node:path";

// src/domain/build/builder.ts
function parseInspection(text4) {
  const field = (name2) => new RegExp(`^${name2}:[ \\t]*(\\S.*)$`, "m").exec(text4)?.[1]?.trim();
  const name = field("Name");
  const driver = field("Driver");
  if (name === void 0 || driver === void 0) return void 0;
  const buildkit = field("BuildKit version");
  const isVersion = buildkit !== void 0 && !buildkit.startsWith("v0.0.0");
  const features = [...text4.matchAll(/^ (\S[^:\n]*):[ \t]+(true|false)$/gm)].map(
    ([, feature = "", value]) => [feature, value === "true"]
  );
  return {
    facts: { name, driver, ...isVersion ? { buildkit } : {} },
    features: new Map(features),
    isRunning: !(/^Status:[ \t]+(inactive|stopped)$/m.test(text4) && !/^Status:[ \t]+running$/m.test(text4))
  };
}
function canExport({ features }) {
  return features.get("OCI exporter") !== false;
}
var LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;
function containerBuilder(image, mirrors) {
  const hosts = mirrors.map((mirror) => ({
    host: mirror.replace(/^https?:\/\//, "").replace(/\/+$/, ""),
    isPlain: mirror.startsWith("http://")
  }));
  const isLocal = hosts.some(({ host }) => LOOPBACK.test(host));
  const config = [
    ...hosts.length === 0 ? [] : ['[registry."docker.io"]', `  mirrors = ${JSON.stringify(hosts.map(({ host }) => host))}`],
    ...hosts.filter(({ isPlain }) => isPlain).flatMap(({ host }) => [`[registry.${JSON.stringify(host)}]`, "  http = true"])
  ];
  return {
    options: [`image=${image}`, ...isLocal ? ["network=host"] : []],
    ...config.length === 0 ? {} : { config: `${config.join("\n")}
` }
  };
}
var BUILDKIT_IMAGE = "moby/buildkit:v0.31.0@sha256:a095b3d11ce1a9a05b6064ef515dfca0291ec5bcf2ea8178da8f6461924294e1";
function isPassing(words) {
  return /toomanyrequests|too many requests|\b429\b|\b50[234]\b|timeout|connection reset|EOF/i.test(
    words
  );
}

// src/clients/builders.ts
var INSPECT_SECONDS = 60;
var CREATE_SECONDS = 300;
async function inspectBuilder({ deps, cwd }, name) {
  const result = await deps.exec.run("docker", {
    // What it can do is told to those who debug.
    args: ["buildx", "--debug", "inspect", ...name === void 0 ? [] : [name]],
    cwd,
    deadlineSeconds: INSPECT_SECONDS
  });
  if (!isWell(result)) return unable(endingOf(result));
  const found = parseInspection(result.stdout);
  return found === void 0 ? unable("buildx describes it in a form that is not known") : known(found);
}
async function bootBuilder({ deps, cwd }, name) {
  const args = ["buildx", "inspect", "--bootstrap", name];
  const result = await deps.exec.run("docker", { args, cwd, deadlineSeconds: CREATE_SECONDS });
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function contextName({ deps, cwd }) {
  const args = ["context", "show"];
  const result = await deps.exec.run("docker", { args, cwd, deadlineSeconds: INSPECT_SECONDS });
  const name = result.stdout.trim();
  return isWell(result) && name !== "" ? name : "default";
}
async function createBuilder({ deps, cwd }, {
  name,
  options,
  configFile
}) {
  const result = await deps.exec.run("docker", {
    args: [
      ...["buildx", "create", "--name", name, "--driver", "docker-container", "--bootstrap"],
      ...options.map((option) => `--driver-opt=${option}`),
      ...configFile === void 0 ? [] : [`--buildkitd-config=${configFile}`]
    ],
    cwd,
    deadlineSeconds: CREATE_SECONDS
  });
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function forgetBuilder({ deps, cwd }, name) {
  const args = ["buildx", "rm", "--force", name];
  await deps.exec.run("docker", { args, cwd, deadlineSeconds: INSPECT_SECONDS });
}
var mirrorsSchema = external_exports.array(external_exports.string()).nullable();
async function registryMirrors({ deps, cwd }) {
  const args = ["info", "--format", "{{json .RegistryConfig.Mirrors}}"];
  const result = await deps.exec.run("docker", { args, cwd, deadlineSeconds: INSPECT_SECONDS });
  try {
    return mirrorsSchema.parse(JSON.parse(result.stdout)) ?? [];
  } catch {
    return [];
  }
}

// src/stages/start-builder.ts
var PAUSES_SECONDS = [2, 8];
async function untilStarted(attempt, { pausesSeconds, deps }) {
  let last = unable("it was not tried");
  for (const pause of [...pausesSeconds, void 0]) {
    last = await attempt();
    if (isKnown(last) || pause === void 0 || !isPassing(last.unable)) break;
    deps.log.foreign(
      `The builder could not be started (${last.unable}); trying again in ${pause} s.`
    );
    await deps.clock.sleep(pause, deps.signal);
  }
  return last;
}
async function startBuilder(found, call, pausesSeconds = PAUSES_SECONDS) {
  const { name, driver } = found.facts;
  if (found.isRunning || driver === "docker") return { value: found };
  const { deps } = call;
  const started = await untilStarted(() => bootBuilder(call, name), { pausesSeconds, deps });
  return isKnown(started) ? inspectBuilder(call, name) : started;
}
async function engineBuilder(call) {
  const found = await inspectBuilder(call, await contextName(call));
  if (!isKnown(found) || found.value.facts.driver !== "docker") return void 0;
  return found.value.isRunning && canExport(found.value) ? found.value : void 0;
}

// src/stages/builder.ts
var KEPT_NAME = "plimsoll";
async function findBuilder(ask, deps) {
  const { builder } = ask.inputs;
  const call = { deps, cwd: ask.cwd };
  const found = await inspectBuilder(call, builder);
  if (!isKnown(found))
    return builder === void 0 ? { found: void 0, args: [], notices: [] } : refuse(builder, found.unable);
  const started = canExport(found.value) ? await startBuilder(found.value, call, ask.pausesSeconds) : found;
  if (builder !== void 0) return askedBuilder(builder, started);
  if (!isKnown(started)) return otherBuilder(found.value, { call, why: started.unable });
  if (canExport(started.value)) return using(started.value, []);
  return ownBuilder(ask, started.value, call);
}
async function otherBuilder({ facts: { name, driver } }, { call, why }) {
  const words = `The builder ${name} could not be started (driver ${driver}: ${why})`;
  const other = await engineBuilder(call);
  if (other === void 0) {
    const mend = `and the engine's own builder cannot do what is needed either. Name another with the input builder, or leave the choice to Plimsoll: docker buildx rm ${name}`;
    throw new ToolError("buildx", `${words}, ${mend}.`);
  }
  const message = `${words}; the engine's own builder ${other.facts.name} (driver docker) can do what is needed and is used instead.`;
  call.deps.log.foreign(message);
  return using(other, [{ from: "builder", message }]);
}
function refuse(name, why) {
  const words = `The builder ${name}, which the input builder names, cannot be used: ${why}. docker buildx ls lists those that are there.`;
  throw new ToolError("buildx", words);
}
function askedBuilder(name, found) {
  if (!isKnown(found)) return refuse(name, found.unable);
  if (canExport(found.value)) return using(found.value, []);
  const words = `The builder ${name}, which the input builder names, cannot export OCI layouts (driver ${found.value.facts.driver}). Leave the input out, and one that can is made, or make one: docker buildx create --driver docker-container.`;
  throw new ToolError("buildx", words);
}
function using(found, notices) {
  return { found, args: [`--builder=${found.facts.name}`], notices };
}
async function ownBuilder(ask, current, call) {
  const { deps } = call;
  const isKept = deps.workflow.door === "command" || ask.inputs.keepBuilder;
  const name = isKept ? KEPT_NAME : `${KEPT_NAME}-${deps.runId}`;
  const there = isKept ? await inspectBuilder(call, name) : void 0;
  const notices = isKept ? [keptNotice(name)] : [];
  if (there !== void 0 && isKnown(there) && canExport(there.value))
    return using(there.value, notices);
  if (!isKept) deps.cleanup.own({ kind: "builder", name, life: "job" });
  deps.log.line(
    `The builder ${current.facts.name} (driver ${current.facts.driver}) cannot export OCI layouts; making the container builder ${name}.`
  );
  return using(await makeAndAsk({ ...ask, name, current }, call), notices);
}
async function freshBuilder(ask, current, deps) {
  const name = `${KEPT_NAME}-${deps.runId}-fresh`;
  deps.cleanup.own({ kind: "builder", name, life: "job" });
  return using(await makeAndAsk({ ...ask, name, current }, { deps, cwd: ask.cwd }), []);
}
async function makeAndAsk(making, call) {
  const { name } = making;
  await makeBuilder(making, call);
  const made = await inspectBuilder(call, name);
  if (isKnown(made)) return made.value;
  throw new ToolError(
    "buildx",
    `The builder ${name} was made and cannot be asked: ${made.unable}.`
  );
}
function keptNotice(name) {
  const message = `The container builder ${name} is kept for the next run; docker buildx rm ${name} removes it.`;
  return { from: "builder", message };
}
async function makeBuilder({ name, current, inputs, pausesSeconds = PAUSES_SECONDS }, call) {
  const { deps } = call;
  const image = inputs.buildkitImage ?? BUILDKIT_IMAGE;
  const { options, config } = containerBuilder(image, await registryMirrors(call));
  const configFile = config === void 0 ? void 0 : await writeConfig(config, deps);
  const attempt = async () => {
    const made2 = await createBuilder(call, { name, options, configFile });
    if (!isKnown(made2)) await forgetBuilder(call, name);
    return made2;
  };
  const made = await untilStarted(attempt, { pausesSeconds, deps });
  if (!isKnown(made)) throw new ToolError("buildx", failure(current, { image, reason: made.unable }));
}
function failure(current, { image, reason: reason3 }) {
  return `This engine cannot export OCI layouts${current === void 0 ? "" : ` (driver ${current.facts.driver})`}, and a container builder could not be started from ${image}: ${reason3}. There are three ways out: name an image that can be pulled with the input buildkit-image, make a builder yourself (docker buildx create --use --driver docker-container), or switch on the engine's containerd image store ("features": {"containerd-snapshotter": true} in its daemon.json).`;
}
async function writeConfig(config, deps) {
  const folder = await deps.files.makeTemporary("plimsoll-builder", "run");
  const path = join2(folder, "buildkitd.toml");
  await deps.files.write(path, config);
  return path;
}

// src/stages/build/bake.ts
async function runBake({ plan, inputs, builder, cache, deps }, run3, watch) {
  const section = deps.log.live(`Build ${plan.images.map((image) => image.id).join(", ")}`);
  const result = await bake(deps, {
    args: [...builder.args, ...bakeArgs({ inputs, cache, run: run3 })],
    cwd: plan.workdir,
    deadlineSeconds: inputs.timeoutSeconds,
    // Provenance comes with the metadata, and nothing is added to the layouts (threats.md rule 3).
    addEnv: {
      ...cache.env,
      ...{ BUILDX_METADATA_PROVENANCE: "max", BUILDX_NO_DEFAULT_ATTESTATIONS: "1" }
    },
    ...watch === void 0 ? {} : { signal: watch.signal },
    onStderrLine: (line2) => {
      const event = parseProgressLine(line2);
      if (event === void 0) return;
      watch?.see(event);
      for (const shown2 of run3.progress.add(event)) section.foreign(shown2.text);
    }
  });
  section.end();
  return result;
}
function bakeArgs({
  inputs,
  cache,
  run: run3
}) {
  return [
    ...cache.definition,
    ...cache.from,
    ...run3.outputs.map(
      ({ target, folder }) => `--set=${target}.output=type=oci,dest=${folder},tar=false`
    ),
    `--allow=fs.write=${run3.folder}`,
    "--progress=rawjson",
    `--metadata-file=${run3.metadataFile}`,
    ...inputs.noCache ? ["--no-cache"] : [],
    ...inputs.pull ? ["--pull"] : [],
    ...run3.outputs.map(({ target }) => target)
  ];
}

// src/stages/build/import-watch.ts
var IMPORT2 = /^importing cache manifest/;
var LOOK_SECONDS = 0.25;
var BAD_BLOB = /unexpected digest|failed precondition|failed to (?:load|copy|read)/i;
function watchImport(patienceSeconds, clock) {
  const hanging = new AbortController();
  const ended2 = new AbortController();
  const importing = /* @__PURE__ */ new Set();
  let last = clock.seconds();
  void (async () => {
    while (!ended2.signal.aborted) {
      await clock.sleep(LOOK_SECONDS, ended2.signal);
      const isSilent = clock.seconds() - last > patienceSeconds;
      if (importing.size > 0 && isSilent) hanging.abort();
    }
  })();
  return {
    see: ({ vertexes = [] }) => {
      last = clock.seconds();
      for (const { digest: digest2, name, started, completed } of vertexes) {
        if (!IMPORT2.test(name)) continue;
        if (completed !== void 0) importing.delete(digest2);
        else if (started !== void 0) importing.add(digest2);
      }
    },
    signal: hanging.signal,
    end: () => {
      ended2.abort();
    }
  };
}
function importTrouble(steps, { isFailed }) {
  const failed = steps.filter(({ error }) => error !== void 0);
  const imported = failed.find(({ names: names2 }) => [...names2].some((name) => IMPORT2.test(name)));
  if (imported?.error !== void 0) return `could not be read (${imported.error})`;
  const blob = failed.find(({ error = "" }) => BAD_BLOB.test(error));
  return isFailed && blob?.error !== void 0 ? `gave what it should not (${blob.error})` : void 0;
}

// src/stages/build/patience.ts
async function bakePatiently(call, run3) {
  const seconds = call.inputs.cacheTimeoutSeconds;
  const watch = watchImport(seconds, call.deps.clock);
  const result = await runBake(call, run3, watch);
  watch.end();
  const { builder } = call;
  if (call.deps.signal.aborted) return { result, builder, notices: [] };
  if (watch.signal.aborted) return bakeElsewhere(call, run3, result);
  const trouble = importTrouble(run3.progress.steps(), { isFailed: !isWell(result) });
  if (trouble === void 0) return { result, builder, notices: [] };
  const notices = [noticeOf(call, `${trouble} and was given up: the images were built without it`)];
  if (isWell(result)) return { result, builder, notices };
  return { result: await runBake(withoutCache(call), run3), builder, notices };
}
async function bakeElsewhere(call, run3, first) {
  const { inputs, plan, builder: stuck, deps } = call;
  const silent = `did not answer for ${inputs.cacheTimeoutSeconds} s, and the builder waits for it on`;
  try {
    const builder = await freshBuilder({ inputs, cwd: plan.workdir }, stuck.found, deps);
    const name = builder.found?.facts.name ?? "of our own";
    const notice3 = noticeOf(
      call,
      `${silent}: the images were built without it, by the container builder ${name}`
    );
    const result = await runBake({ ...withoutCache(call), builder }, run3);
    return { result, builder, notices: [notice3] };
  } catch (error) {
    const notice3 = noticeOf(
      call,
      `${silent}; another builder could not be made: ${messageOf(error).replace(/\.$/, "")}`
    );
    return { result: first, builder: stuck, notices: [notice3] };
  }
}
function withoutCache(call) {
  return { ...call, cache: { ...call.cache, from: [] } };
}
function noticeOf({ deps }, words) {
  const message = `The build cache ${words}.`;
  deps.log.foreign(message);
  return { from: "cache", message };
}

// src/stages/build/layouts.ts
import { join as join4 } from "node:path";

// src/domain/image/manifest.ts
import { posix } from "node:path";
var digest = external_exports.string().regex(/^sha256:[0-9a-f]{64}$/);
var descriptorSchema = external_exports.looseObject({
  mediaType: external_exports.string().optional(),
  digest,
  size: external_exports.int().nonnegative(),
  urls: external_exports.array(external_exports.string()).optional(),
  annotations: external_exports.record(external_exports.string(), external_exports.string()).nullish(),
  platform: external_exports.looseObject({ os: external_exports.string(), architecture: external_exports.string(), variant: external_exports.string().optional() }).optional()
});
var indexSchema = external_exports.looseObject({ manifests: external_exports.array(descriptorSchema).max(1e3) });
var manifestSchema = external_exports.looseObject({
  config: descriptorSchema,
  layers: external_exports.array(descriptorSchema).max(1e3)
});
var INDEX_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
];
function isIndex(descriptor) {
  return INDEX_TYPES.includes(descriptor.mediaType ?? "");
}
function isAttestation(descriptor) {
  return descriptor.annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
}
var configSchema = external_exports.looseObject({
  os: external_exports.string(),
  architecture: external_exports.string(),
  variant: external_exports.string().optional(),
  rootfs: external_exports.looseObject({ diff_ids: external_exports.array(digest).max(1e3) }),
  config: external_exports.looseObject({
    User: external_exports.string().nullish(),
    Env: external_exports.array(external_exports.string()).nullish(),
    Healthcheck: external_exports.looseObject({
      Test: external_exports.array(external_exports.string()).nullish(),
      StartPeriod: external_exports.number().nullish().catch(void 0),
      Interval: external_exports.number().nullish().catch(void 0),
      Retries: external_exports.number().nullish().catch(void 0)
    }).nullish()
  }).nullish()
});
function healthcheckOf(config) {
  const test = config.config?.Healthcheck?.Test ?? [];
  if (test.length === 0) return { declared: false };
  const timing = timingOf(config.config?.Healthcheck ?? {});
  return { declared: test[0] !== "NONE", test, ...timing !== void 0 && { timing } };
}
function timingOf({ StartPeriod, Interval, Retries }) {
  const said = (value) => value !== null && value !== void 0 && value > 0 ? value : void 0;
  const [start3, interval, retries] = [said(StartPeriod), said(Interval), said(Retries)];
  if (start3 === void 0 && interval === void 0 && retries === void 0) return void 0;
  return {
    ...start3 !== void 0 && { startPeriodSeconds: start3 / 1e9 },
    ...interval !== void 0 && { intervalSeconds: interval / 1e9 },
    ...retries !== void 0 && { retries }
  };
}
function platformOf(named3) {
  return [named3.os, named3.architecture, named3.variant].filter((part) => part !== void 0 && part !== "").join("/");
}
function blobPath(folder, digest2) {
  return posix.join(folder, "blobs/sha256", digest2.slice("sha256:".length));
}
function compressionOf(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  if (head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253) return "zstd";
  return "none";
}

// src/domain/plan/images.ts
import { posix as posix2 } from "node:path";
function plannedImages(targets, around) {
  const images = targets.flatMap((target) => imagesOf(target, around));
  const first = /* @__PURE__ */ new Map();
  for (const image of images) {
    const other = first.get(image.id);
    if (other !== void 0) {
      throw new UserError(
        `Targets ${other.target} and ${image.target} both make the image ${image.id}; leave one out with the input targets, or tell them apart by name.`
      );
    }
    first.set(image.id, image);
  }
  return images;
}
function imagesOf(target, around) {
  const platforms = target.platforms.length === 0 ? [around.platform] : target.platforms;
  return platforms.map((written2) => {
    const platform = normalPlatform(written2);
    return {
      id: imageId({ key: around.key, name: target.name, platform }),
      name: target.name,
      target: target.target,
      platform,
      ...placesOf(target, around),
      namedContexts: namedContexts(target, around),
      ...target.inline === void 0 ? {} : { dockerfileText: target.inline },
      ...target.stage === void 0 ? {} : { stage: target.stage },
      overrides: around.overrides.get(target.target) ?? []
    };
  });
}
function placesOf(target, around) {
  if (isRemote(target.context)) return {};
  const contextPath = posix2.resolve(around.workdir, target.context);
  if (target.inline !== void 0) return { contextPath };
  const dockerfilePath2 = posix2.resolve(contextPath, target.dockerfile);
  const inside = posix2.relative(around.repository, dockerfilePath2);
  const isInside3 = inside !== "" && !inside.startsWith("../") && !posix2.isAbsolute(inside);
  return { contextPath, dockerfilePath: dockerfilePath2, ...isInside3 ? { dockerfile: inside } : {} };
}
function namedContexts({ contexts }, { workdir }) {
  return Object.fromEntries(
    Object.entries(contexts).filter(([, value]) => !isRemote(value) && !value.startsWith("target:")).map(([name, value]) => [name, posix2.resolve(workdir, value)])
  );
}
function isRemote(context) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(context) || /^(git@|github\.com\/)/.test(context) || context === "-";
}
function normalPlatform(written2) {
  const parts = written2.toLowerCase().split("/");
  const [os = "linux", architecture = "amd64", variant] = parts.length === 1 ? ["linux", ...parts] : parts;
  const known2 = {
    x86_64: "amd64",
    "x86-64": "amd64",
    aarch64: "arm64",
    armhf: "arm",
    i386: "386"
  };
  const name = known2[architecture] ?? architecture;
  const plain = variant === void 0 || name === "arm64" && variant === "v8" || name === "amd64" && variant === "v1";
  return plain ? name === "arm" ? `${os}/arm/v7` : `${os}/${name}` : `${os}/${name}/${variant}`;
}
function targetName(name) {
  return name.replace(/[^A-Za-z0-9_-]/g, "_");
}

// src/stages/layout-index.ts
import { join as join3 } from "node:path";
async function writeLayoutIndex(folder, manifest, { files }) {
  await files.write(join3(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await files.write(
    join3(folder, "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests: [manifest] })
  );
}

// src/stages/build/layouts.ts
var LARGEST_INDEX = 4 * 1024 * 1024;
async function readIndex(path, deps) {
  try {
    const text4 = await deps.files.readText(path, LARGEST_INDEX);
    return indexSchema.parse(JSON.parse(text4)).manifests;
  } catch {
    return void 0;
  }
}
async function completeLayouts(folder, images, deps) {
  const top = await readIndex(join4(folder, "index.json"), deps);
  if (top === void 0) return void 0;
  const [first] = images;
  if (images.length === 1 && first !== void 0) return [{ image: first, path: folder }];
  const nested = await Promise.all(
    top.map((descriptor) => manifestsOf(descriptor, { folder, deps }))
  );
  const manifests = nested.flat();
  const views = images.flatMap((image) => {
    const manifest = manifests.find(
      ({ platform }) => platform !== void 0 && normalPlatform(platformOf(platform)) === image.platform
    );
    return manifest === void 0 ? [] : [{ image, manifest }];
  });
  return Promise.all(views.map((view) => makeView(folder, view, deps)));
}
async function largestFirst(layouts, { files }) {
  const weighed = await Promise.all(
    layouts.map(async (layout) => {
      const blobs = join4(layout.path, "blobs/sha256");
      const stats = await Promise.all(
        (await files.list(blobs)).map((name) => files.stat(join4(blobs, name)))
      );
      return { layout, bytes: stats.reduce((sum, stat) => sum + (stat?.bytes ?? 0), 0) };
    })
  );
  return weighed.sort((one, other) => other.bytes - one.bytes).map(({ layout }) => layout);
}
async function manifestsOf(descriptor, at) {
  if (!isIndex(descriptor)) return [descriptor];
  const blob = blobPath(at.folder, descriptor.digest);
  const inner = await readIndex(blob, at.deps) ?? [];
  return inner.filter((entry3) => !isAttestation(entry3));
}
async function makeView(folder, view, deps) {
  const path = join4(`${folder}-views`, fileNameOf(view.image.id));
  const blobs = join4(path, "blobs/sha256");
  await deps.files.makeFolder(blobs);
  const names2 = await deps.files.list(join4(folder, "blobs/sha256"));
  await Promise.all(
    names2.map((name) => deps.files.hardLink(join4(folder, "blobs/sha256", name), join4(blobs, name)))
  );
  await writeLayoutIndex(path, view.manifest, deps);
  return { image: view.image, path };
}

// src/stages/build/provenance.ts
var LARGEST_METADATA = 64 * 1024 * 1024;
async function readMetadata(path, deps) {
  try {
    return JSON.parse(await deps.files.readText(path, LARGEST_METADATA));
  } catch {
    return void 0;
  }
}
var targetSchema2 = external_exports.looseObject({
  "buildx.build.provenance": external_exports.unknown().optional(),
  "buildx.build.ref": external_exports.string().optional()
});
var metadataSchema2 = external_exports.record(external_exports.string(), external_exports.unknown());
async function readAllProvenance({ metadata, plan, builder }, deps) {
  const targets = metadataSchema2.safeParse(metadata);
  if (!targets.success) return /* @__PURE__ */ new Map();
  const found = await Promise.all(
    plan.images.map(async (image) => {
      const target = targetSchema2.safeParse(targets.data[image.target]);
      if (!target.success) return [image.id, void 0];
      const direct = target.data["buildx.build.provenance"];
      const ref = target.data["buildx.build.ref"]?.split("/").at(-1);
      if (direct !== void 0 || ref === void 0) return [image.id, direct];
      return [
        image.id,
        await readProvenance(deps, {
          ...{ ref, platform: image.platform, cwd: plan.workdir },
          builder: builder.args
        })
      ];
    })
  );
  return new Map(found.filter(([, document]) => document !== void 0));
}

// src/stages/build/index.ts
var POLL_SECONDS = 0.1;
var LITTLE_SPACE = 2e9;
async function build(call) {
  const { plan, deps } = call;
  const folder = await deps.files.makeTemporary("plimsoll-layouts", "job");
  const outputs = outputsOf(plan.images, folder);
  const notices = await spaceNotices(folder, deps);
  const progress = new Progress();
  const metadataFile = join5(folder, "metadata.json");
  const watcher = watchLayouts(outputs, call);
  const baked = await bakePatiently(call, { outputs, folder, metadataFile, progress });
  const { result, builder } = baked;
  const layouts = await watcher.end();
  const metadata = await readMetadata(metadataFile, deps);
  const steps = progress.steps();
  const failure2 = failureOf(result, { progress, plan });
  if (failure2 !== void 0) deps.log.foreign(failure2.message);
  return {
    seconds: result.seconds,
    ...timesOf(steps),
    ...call.cache.kind === void 0 ? {} : { cacheKind: call.cache.kind },
    steps: stepFacts(steps),
    imageSteps: countSteps(steps, plan.images),
    layouts,
    provenance: await readAllProvenance({ metadata, plan, builder }, deps),
    notices: [...builder.notices, ...call.cache.notices, ...notices, ...baked.notices],
    checks: progress.checks(),
    ...builder.found === void 0 ? {} : { builder: builder.found.facts },
    ...failure2 === void 0 ? {} : { failure: failure2 },
    ...metadata === void 0 ? {} : { metadata }
  };
}
async function spaceNotices(folder, deps) {
  const free = await deps.files.freeBytes(folder);
  if (free >= LITTLE_SPACE) return [];
  const message = `Only ${formatBytes(free)} are free where the images are written (${dirname(folder)}): builds of this size may fill the disk. Free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one.`;
  deps.log.line(message);
  return [{ from: "build", message }];
}
function outputsOf(images, folder) {
  const targets = [...new Set(images.map((image) => image.target))];
  return targets.map((target, index) => ({
    target,
    images: images.filter((image) => image.target === target),
    folder: join5(folder, `image-${index}`)
  }));
}
function watchLayouts(outputs, { deps, onLayout }) {
  const done = new AbortController();
  const layouts = [];
  const open2 = new Set(outputs);
  const look = async () => {
    const found = await Promise.all(
      [...open2].map(async (output) => {
        const complete2 = await completeLayouts(output.folder, output.images, deps);
        if (complete2 === void 0) return [];
        open2.delete(output);
        return complete2;
      })
    );
    for (const layout of await largestFirst(found.flat(), deps)) {
      layouts.push(layout);
      deps.log.status(layout.image.id, "built");
      onLayout(layout);
    }
  };
  const watching = (async () => {
    while (!done.signal.aborted) {
      await look();
      await deps.clock.sleep(POLL_SECONDS, done.signal);
    }
  })();
  return {
    end: async () => {
      done.abort();
      await watching;
      await look();
      return layouts;
    }
  };
}
function failureOf(result, { progress, plan }) {
  if (isWell(result)) return void 0;
  const dockerfiles = plan.images.flatMap(
    ({ target, dockerfile }) => dockerfile === void 0 ? [] : [[target, dockerfile]]
  );
  return describeFailure({
    stderr: result.stderr,
    steps: progress.steps(),
    dockerfiles: new Map(dockerfiles),
    ...result.ended === "exit" ? {} : { ending: endingOf(result) }
  });
}

// src/domain/compare/pairs.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var MOST_DIFFERENT = 0.6;
var LONGEST_TEXT = 500;
function unitsOf(image) {
  const units = [];
  for (const [position, layer2] of image.layers.entries()) {
    const base = layer2.base === true;
    const step2 = layer2.step === void 0 ? void 0 : image.steps?.[layer2.step];
    const last = units.at(-1);
    const isSame = last !== void 0 && last.base === base && (base || step2 !== void 0 && last.step === step2);
    if (!isSame) units.push({ base, step: step2, layers: [layer2], positions: [position] });
    else
      units.splice(-1, 1, {
        ...last,
        layers: [...last.layers, layer2],
        positions: [...last.positions, position]
      });
  }
  return units;
}
function pairUnits(before, after) {
  const pairs = [];
  const left = new Set(before);
  const open2 = new Set(after);
  const match = (isMatch) => {
    for (const unit of after) {
      if (!open2.has(unit)) continue;
      const other = [...left].find((candidate) => isMatch(candidate, unit));
      if (other === void 0) continue;
      left.delete(other);
      open2.delete(unit);
      pairs.push({ before: other, after: unit });
    }
  };
  match((one, other) => one.base && other.base);
  const sameSide = (one, other) => !one.base && !other.base;
  match((one, other) => sameSide(one, other) && isSameInput(one, other));
  match((one, other) => sameSide(one, other) && diffIds(one) === diffIds(other));
  match((one, other) => sameSide(one, other) && isSameLine(one, other));
  match((one, other) => sameSide(one, other) && isEditedLine(one, other));
  return [
    ...pairs,
    ...[...left].map((unit) => ({ before: unit, after: void 0 })),
    ...[...open2].map((unit) => ({ before: void 0, after: unit }))
  ];
}
function diffIds({ layers }) {
  return layers.map(({ diffId }) => diffId).join(" ");
}
function isSameInput({ step: one }, { step: other }) {
  return one !== void 0 && one.input === other?.input;
}
function isSameLine({ step: one }, { step: other }) {
  return one?.instruction !== void 0 && one.instruction === other?.instruction;
}
function isEditedLine({ step: one }, { step: other }) {
  const [old, now] = [one?.instruction, other?.instruction].map(
    (text4) => text4?.slice(0, LONGEST_TEXT)
  );
  if (old === void 0 || now === void 0) return false;
  if (old.split(/\s/, 1)[0] !== now.split(/\s/, 1)[0]) return false;
  return (0, import_fastest_levenshtein.distance)(old, now) <= MOST_DIFFERENT * Math.max(old.length, now.length);
}

// src/domain/compare/layers.ts
function compareLayers(before, after) {
  const pairs = pairUnits(unitsOf(before), unitsOf(after));
  const found = pairs.filter(isDifferent).map((pair) => ({ pair, change: changeIn(pair) }));
  const changes = found.map(({ change }) => change);
  const byLayer = /* @__PURE__ */ new Map();
  for (const { pair, change } of found)
    for (const side of ["before", "after"])
      for (const position of pair[side]?.positions ?? [])
        byLayer.set(`${side} ${position}`, change.cause);
  const strongest = CAUSES.find((cause) => changes.some((change) => change.cause === cause));
  return {
    changes: [...changes].sort((a, b) => weightOf(b) - weightOf(a)),
    causes: sumsOf(changes),
    causeIn: (side, position) => byLayer.get(`${side} ${position ?? ""}`) ?? strongest ?? "unknown"
  };
}
function isDifferent({ before, after }) {
  if (before === void 0 || after === void 0 || diffIds(before) !== diffIds(after))
    return true;
  return bytesOf2(before, "unpackedBytes") !== bytesOf2(after, "unpackedBytes") || bytesOf2(before, "downloadBytes") !== bytesOf2(after, "downloadBytes");
}
function changeIn(pair) {
  const { before, after } = pair;
  const there = { before: before !== void 0, after: after !== void 0 };
  const both = (key) => ({
    before: bytesOf2(before, key),
    after: bytesOf2(after, key)
  });
  const unpacked = both("unpackedBytes");
  return {
    change: changeOf(unpacked, there),
    cause: causeOf(pair),
    base: (after ?? before)?.base ?? false,
    ...{ unpacked, download: both("downloadBytes") },
    ...lineFields((after ?? before)?.step ?? {})
  };
}
function causeOf({ before, after }) {
  const [old, now] = [before?.step, after?.step];
  if (before !== void 0 && after !== void 0) {
    if (old === void 0 || now === void 0) return "unknown";
    return causeOfSteps(old, now);
  }
  return (before ?? after)?.step === void 0 ? "unknown" : "this change";
}
function causeOfSteps(before, after) {
  if (before.input !== after.input) return "this change";
  if (before.isOpen || after.isOpen) return "unknown";
  return before.resolved === after.resolved ? "drift" : "base image";
}
function bytesOf2(unit, key) {
  const layers = unit?.layers ?? [];
  return layers.reduce((sum, layer2) => sum + layer2[key], 0);
}
function sumsOf(changes) {
  return CAUSES.flatMap((cause) => {
    const own = changes.filter((change) => change.cause === cause);
    const sum = (key) => own.reduce((total, change) => total + change[key].after - change[key].before, 0);
    return own.length === 0 ? [] : [{ cause, unpackedBytes: sum("unpacked"), downloadBytes: sum("download") }];
  });
}
function weightOf({ unpacked }) {
  return Math.abs(unpacked.after - unpacked.before);
}

// src/domain/compare/misses.ts
var MOST_FILES = 3;
function findMisses(before, after) {
  const isMissed = after.map((step2) => step2.kind === "work" && step2.cached === false);
  const blame = /* @__PURE__ */ new Map();
  const roots = [];
  for (const [index, step2] of after.entries()) {
    if (!(isMissed[index] ?? false)) continue;
    const parent = step2.inputs.find((input) => isMissed[input]);
    const own = ownReason(step2, before);
    if (own === void 0 && parent !== void 0) blame.set(index, rootOf(parent, blame));
    else roots.push({ index, reason: own ?? reasonBelow(step2, { before, after }) });
  }
  return roots.map(({ index, reason: reason3 }) => ({
    reason: reason3,
    followers: [...blame.values()].filter((root) => root === index).length,
    ...lineFields(after[index] ?? {})
  }));
}
function rootOf(index, blame) {
  return blame.get(index) ?? index;
}
function ownReason(step2, before) {
  if (before.some(({ input }) => input === step2.input)) return void 0;
  const old = before.find(
    ({ instruction }) => instruction !== void 0 && instruction === step2.instruction
  );
  if (old === void 0) return "it is new, or its text changed";
  if (old.text !== step2.text) return "its text changed";
  if (old.environment !== step2.environment) return "an argument or variable changed";
  return old.content?.hash === step2.content?.hash ? void 0 : contentReason(old, step2);
}
function reasonBelow(step2, { before, after }) {
  const same = before.find(({ input }) => input === step2.input);
  if (same !== void 0)
    return same.resolved === step2.resolved ? "the cache had no entry for it: none was imported, or it was evicted" : "the base image moved";
  const open2 = [...step2.inputs];
  for (let at = open2.shift(); at !== void 0; at = open2.shift()) {
    const position = at;
    const below = after[position];
    if (below === void 0) continue;
    const reason3 = ownReason(below, before);
    if (reason3 !== void 0) return `it is built upon ${below.instruction ?? "a step"}: ${reason3}`;
    open2.push(...below.inputs.filter((input) => input < position));
  }
  return "something that it is built upon changed";
}
function contentReason(old, now) {
  const [before, after] = [old.content?.files ?? {}, now.content?.files ?? {}];
  const names2 = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]).sort();
  if (names2.length === 0) return "what it takes from the context could not be compared";
  const more = names2.length > MOST_FILES ? ` and ${names2.length - MOST_FILES} more` : "";
  return `${names2.slice(0, MOST_FILES).join(", ")}${more} changed`;
}

// src/domain/compare/packages.ts
function comparePackages(before, after, { causeIn }) {
  const [old, now] = [byKey(before), byKey(after)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const gone = without(old.get(key) ?? [], now.get(key) ?? []);
    const fresh = without(now.get(key) ?? [], old.get(key) ?? []);
    return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, index) => {
      const [from, to] = [gone[index], fresh[index]];
      const cause = to === void 0 ? causeIn("before", from?.layer) : causeIn("after", to.layer);
      return { ...changeOf2(from, to), cause };
    });
  });
}
function byKey(packages) {
  return Map.groupBy(
    [...packages].sort((a, b) => compareVersions(a.version, b.version)),
    ({ name, purl }) => purlWithoutVersion(purl) ?? name
  );
}
function without(list3, others) {
  const left = others.map(({ version }) => version);
  return list3.filter(({ version }) => {
    const at = left.indexOf(version);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
function changeOf2(from, to) {
  const { name = "", purl } = to ?? from ?? {};
  const named3 = { name, ...purl === void 0 ? {} : { purl } };
  if (from === void 0) return { ...named3, change: "added", ...to && { after: to.version } };
  if (to === void 0) return { ...named3, change: "removed", before: from.version };
  const change = compareVersions(to.version, from.version) < 0 ? "downgraded" : "upgraded";
  return { ...named3, change, before: from.version, after: to.version };
}
function compareFindings(before, after, { causeIn }) {
  const [old, now] = [identities(before), identities(after)];
  const told = (side) => ({ identity, id, package: about, severity, fixed, layers }) => ({
    ...{ identity, id, package: about, severity },
    ...fixed === void 0 ? {} : { fixed },
    cause: causeIn(side, layers[0])
  });
  return {
    new: after.filter(({ identity }) => !old.has(identity)).map(told("after")),
    fixed: before.filter(({ identity }) => !now.has(identity)).map(told("before")),
    still: after.filter(({ identity }) => old.has(identity)).length
  };
}
function identities(findings) {
  return new Set(findings.map(({ identity }) => identity));
}

// src/domain/compare/paths.ts
var lineSchema = external_exports.object({
  path: external_exports.string(),
  kind: external_exports.string(),
  bytes: external_exports.int().nonnegative(),
  layer: external_exports.int().nonnegative(),
  package: external_exports.string().optional()
});
function parseListing(text4) {
  const files = [];
  for (const line2 of text4.split("\n")) {
    if (line2 === "") continue;
    const { kind, path, bytes: bytes2, layer: layer2, package: owner } = lineSchema.parse(JSON.parse(line2));
    if (kind === "file")
      files.push({ path, bytes: bytes2, layer: layer2, ...owner === void 0 ? {} : { package: owner } });
  }
  return files;
}
function comparePaths(before, after, { causeIn }) {
  const [old, now] = [sumsOf2(before), sumsOf2(after)];
  const changes = [];
  for (const name of /* @__PURE__ */ new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(name), now.get(name)];
    const bytes2 = { before: from?.bytes ?? 0, after: to?.bytes ?? 0 };
    if (bytes2.before === bytes2.after) continue;
    changes.push({
      name: nameOf(name, from?.version, to?.version),
      kind: (to ?? from)?.kind ?? "file",
      change: changeOf(bytes2, { before: from !== void 0, after: to !== void 0 }),
      ...bytes2,
      cause: to === void 0 ? causeIn("before", from?.layer) : causeIn("after", to.layer)
    });
  }
  return changes.sort((a, b) => weightOf2(b) - weightOf2(a));
}
function sumsOf2(files) {
  const sums = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes2, layer: layer2, package: owner } of files) {
    const [, called = "", version = ""] = /^(.*) (\S*)$/.exec(owner ?? "") ?? [];
    const name = owner === void 0 ? `/${path}` : `=${called}`;
    const sum = sums.get(name);
    if (sum !== void 0) sum.bytes += bytes2;
    else if (owner === void 0) sums.set(name, { bytes: bytes2, layer: layer2, kind: "file" });
    else sums.set(name, { bytes: bytes2, layer: layer2, kind: "package", version });
  }
  return sums;
}
function nameOf(key, before, after) {
  const name = key.slice(1);
  if (before === void 0 || after === void 0 || before === after)
    return `${name} ${after ?? before ?? ""}`.trim();
  return `${name} ${before} → ${after}`;
}
function weightOf2({ before, after }) {
  return Math.abs(after - before);
}

// src/domain/compare/compare.ts
function compare({ before, after, findingsBefore, files }) {
  const layers = compareLayers(before, after);
  const [packagesBefore, packagesAfter] = [before.packages, after.packages];
  const both = (key) => ({
    before: before[key],
    after: after[key]
  });
  return {
    ...{ unpacked: both("unpackedBytes"), download: both("downloadBytes") },
    ...{ causes: layers.causes, layers: layers.changes, bases: movedBases(before, after) },
    ...files === void 0 ? {} : { paths: comparePaths(files.before, files.after, layers) },
    ...packagesBefore === void 0 || packagesAfter === void 0 ? {} : { packages: comparePackages(packagesBefore, packagesAfter, layers) },
    ...findingsBefore === void 0 || after.findings === void 0 ? {} : { findings: compareFindings(findingsBefore, after.findings, layers) },
    misses: findMisses(before.steps ?? [], after.steps ?? [])
  };
}
function movedBases(before, after) {
  const digests = new Map(
    (before.steps ?? []).flatMap(
      ({ reference, digest: digest2 }) => reference === void 0 || digest2 === void 0 ? [] : [[reference, digest2]]
    )
  );
  const moved = (after.steps ?? []).flatMap(({ reference, digest: digest2 }) => {
    const old = digests.get(reference ?? "");
    if (reference === void 0 || digest2 === void 0 || old === void 0 || old === digest2)
      return [];
    return [[reference, { reference, before: old, after: digest2 }]];
  });
  return [...new Map(moved).values()];
}

// src/stages/read/list.ts
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import zlib from "node:zlib";
var CHUNK = 256 * 1024;
var LARGEST_LISTING = 256 * 1024 * 1024;
async function compressLines(lines, mask) {
  const chunks = Readable.from(chunked(lines, mask), { objectMode: false });
  return pipeline(chunks, zlib.createGzip({ level: 5 }), (gzip) => buffer(gzip));
}
function* chunked(lines, mask) {
  let parts = "";
  for (const line2 of lines) {
    parts += line2;
    if (parts.length < CHUNK) continue;
    yield Buffer.from(mask(parts));
    parts = "";
  }
  yield Buffer.from(mask(parts));
}
async function readListing(gzip) {
  const plain = await promisify(zlib.gunzip)(gzip, { maxOutputLength: LARGEST_LISTING });
  return parseListing(plain.toString("utf8"));
}

// src/stages/compare.ts
var NO_BASELINE2 = "There is no baseline to compare with: name a report folder of an earlier run with the input baseline (file=PATH).";
async function compareAll(comparing) {
  const { images, records, baseline } = comparing;
  const notices = [];
  if (baseline === void 0) return { of: () => unable(NO_BASELINE2), notices };
  const found = /* @__PURE__ */ new Map();
  for (const image of images) {
    const { id } = image.image;
    const after = records.find((record) => record.id === id);
    const before = baseline.image(id);
    if (after === void 0) found.set(id, unable("The image could not be read."));
    else if (before === void 0) found.set(id, known({ state: "new" }));
    else {
      const { compared, gaps } = await compareOne(image, { before, after });
      found.set(id, known(compared));
      notices.push(...gaps.map((message) => ({ from: "compare", message: `${id}: ${message}` })));
    }
  }
  const ids = new Set(images.map(({ image }) => image.id));
  for (const { id } of baseline.record.images)
    if (!ids.has(id))
      notices.push({ from: "compare", message: `${id} is in the baseline and is not built here.` });
  return { of: (id) => found.get(id) ?? unable("The image is not of this run."), notices };
}
async function compareOne(image, { before, after }) {
  const findings = await before.findings;
  const old = await before.files();
  const now = isKnown(old) ? await filesOf(image) : void 0;
  const files = isKnown(old) && now !== void 0 ? { before: old.value, after: now } : void 0;
  const comparison = compare({
    ...{ before: before.facts, after, files },
    findingsBefore: isKnown(findings) ? findings.value : void 0
  });
  const gaps = [
    ...isKnown(findings) ? [] : [
      `findings are not compared, because the baseline could not be scanned again: ${findings.unable}`
    ],
    ...isKnown(old) ? [] : [`files are not compared. ${old.unable}`]
  ];
  return { compared: { state: "compared", comparison }, gaps };
}
async function filesOf(image) {
  const list3 = image.scanned.attachments.find((attachment) => attachment.kind === "files");
  return list3 === void 0 ? void 0 : readListing(list3.gzip);
}

// src/stages/contexts.ts
import { basename, dirname as dirname2, join as join6 } from "node:path";

// src/domain/once.ts
function once(make2, keyOf) {
  const made = /* @__PURE__ */ new Map();
  return (ask) => {
    const key = keyOf(ask);
    const there = made.get(key);
    if (there !== void 0) return there;
    const fresh = make2(ask);
    made.set(key, fresh);
    return fresh;
  };
}

// src/stages/contexts.ts
var LARGEST_IGNORE = 1024 * 1024;
var MOST_FILES2 = 1e6;
function listContexts(deps) {
  return once(
    (place) => list2(place, deps),
    ({ root, dockerfile }) => JSON.stringify([root, dockerfile])
  );
}
async function list2(place, deps) {
  try {
    const found = await findIgnore(place, deps);
    const at = { root: place.root, ignore: parseIgnore(found.text), files: [], links: [] };
    await walk(at, "", deps);
    return known({ ...at, found });
  } catch (error) {
    return unable(`The build context could not be looked through: ${messageOf(error)}.`);
  }
}
async function findIgnore({ root, dockerfile }, deps) {
  const isThere = async (path2) => await deps.files.stat(path2) !== void 0;
  const general = join6(root, ".dockerignore");
  const special = dockerfile === void 0 ? void 0 : `${dockerfile}.dockerignore`;
  const isSpecial = special !== void 0 && await isThere(special);
  const path = isSpecial ? special : await isThere(general) ? general : void 0;
  const beside = dockerfile === void 0 ? void 0 : join6(dirname2(dockerfile), ".dockerignore");
  const others = [
    [isSpecial ? general : void 0, `${basename(special ?? "")} goes before it`],
    [beside === general ? void 0 : beside, "Docker looks for it at the root of the context"],
    [join6(root, "dockerignore"), "its name has no dot"],
    [join6(root, ".dockerignore.txt"), "its name ends in .txt"]
  ];
  const unused = await Promise.all(
    others.map(
      async ([file, reason3]) => file !== void 0 && await isThere(file) ? [{ file, reason: reason3 }] : []
    )
  );
  return {
    ...path === void 0 ? {} : { path, text: await deps.files.readText(path, LARGEST_IGNORE) },
    unused: unused.flat()
  };
}
async function walk(at, folder, deps) {
  const names2 = await deps.files.list(join6(at.root, folder));
  for (const name of names2) {
    const path = folder === "" ? name : `${folder}/${name}`;
    const isIgnored2 = at.ignore.ignores(path);
    if (isIgnored2 && at.ignore.isFinal) continue;
    const stat = await deps.files.stat(join6(at.root, path));
    if (stat?.kind === "folder") await walk(at, path, deps);
    else if (stat?.kind === "file" && !isIgnored2) at.files.push({ path, bytes: stat.bytes });
    else if (stat?.kind === "link" && !isIgnored2) at.links.push(path);
    if (at.files.length > MOST_FILES2) throw new Error(`it has more than ${MOST_FILES2} files`);
  }
}

// src/stages/examine.ts
import { join as join24 } from "node:path";

// src/domain/image/listing.ts
var MOST2 = 100;
function* listLines(tree, owners) {
  const seen = /* @__PURE__ */ new Set();
  for (const { path, node } of tree.entries()) {
    const owner = node.kind === "file" ? owners.of(path, node) : void 0;
    const isAgain = node.links > 1 && seen.has(node);
    if (node.links > 1) seen.add(node);
    const { kind, mode, uid, gid, layer: layer2, target } = node;
    yield `${JSON.stringify({
      path: nameText(path),
      kind,
      bytes: isAgain ? 0 : node.size,
      mode: mode.toString(8),
      ...{ uid, gid, layer: layer2 },
      ...target === void 0 ? {} : { target: nameText(target) },
      ...owner === void 0 ? {} : { package: `${owner.name} ${owner.version}` }
    })}
`;
  }
}
function unownedPrograms(tree, owners) {
  const found = [];
  for (const { path, node } of tree.files())
    if (node.isProgram && owners.of(path, node) === void 0)
      found.push({ path: nameText(path), bytes: node.size, layer: node.layer });
  return found.sort((a, b) => b.bytes - a.bytes).slice(0, MOST2);
}

// src/domain/image/owners.ts
var MODULE = /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+)\//;
function ownersOf(tree, packages) {
  const nodes = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  for (const { name, version, path, files } of packages) {
    const owner = { name, version };
    const claim = (file) => {
      const node = safely(() => tree.at(file));
      if (node?.kind === "file" && !nodes.has(node)) nodes.set(node, owner);
    };
    for (const file of files ?? []) claim(file);
    if (path === void 0) continue;
    claim(path);
    for (const file of recordedFiles(tree, path)) claim(file);
    const folder = /^(.*node_modules\/.+)\/package\.json$/.exec(path)?.[1];
    if (folder !== void 0) folders.set(folder, owner);
  }
  return { of: (path, node) => nodes.get(node) ?? folders.get(MODULE.exec(path)?.[1] ?? "") };
}
function safely(look) {
  try {
    return look();
  } catch {
    return void 0;
  }
}
function recordedFiles(tree, metadata) {
  const folder = /^(.*)\/[^/]+\.dist-info\/METADATA$/.exec(metadata)?.[1];
  if (folder === void 0) return [];
  const content = safely(() => tree.content(metadata.replace(/METADATA$/, "RECORD")));
  if (content === void 0) return [];
  return Buffer.from(content).toString("latin1").split("\n").map((line2) => /^(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(line2)).map((match) => match?.[1]?.replaceAll('""', '"') ?? match?.[2] ?? "").filter((name) => name !== "").map((name) => resolved(folder, name));
}
function resolved(folder, name) {
  const parts = name.startsWith("/") ? [] : folder.split("/");
  for (const part of name.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

// src/stages/read/index.ts
import { createHash as createHash3 } from "node:crypto";
import { join as join7 } from "node:path";

// src/domain/image/tools.ts
var BIN = "(?:usr/)?(?:local/)?s?bin/";
var TOOLS = [
  [
    "compiler",
    "gcc",
    new RegExp(
      `^(?:usr/lib/gcc/|usr/libexec/gcc/|${BIN}(?:[\\w-]+-)?(?:gcc|g\\+\\+|cpp|cc|c\\+\\+|cc1)(?:-[\\d.]+)?$)`
    )
  ],
  [
    "compiler",
    "binutils",
    new RegExp(`^${BIN}(?:[\\w-]+-)?(?:as|ld|ld\\.(?:bfd|gold)|ar|objdump|objcopy|ranlib|strip)$`)
  ],
  [
    "compiler",
    "clang",
    new RegExp(`^(?:usr/lib/llvm-[\\d.]+/|${BIN}clang(?:\\+\\+)?(?:-[\\d.]+)?$)`)
  ],
  ["compiler", "make", new RegExp(`^${BIN}(?:g?make|cmake|ninja)$`)],
  ["compiler", "go", /^usr\/local\/go\//],
  ["compiler", "rust", /^(?:.*\/)?\.(?:cargo|rustup)\//],
  ["package manager", "apt", new RegExp(`^(?:usr/lib/apt/|${BIN}apt(?:-\\w+)*$)`)],
  ["package manager", "apk", new RegExp(`^(?:${BIN}apk$|(?:usr/)?lib/apk/)`)],
  ["package manager", "rpm", new RegExp(`^${BIN}(?:rpm|dnf\\d?|microdnf|yum)$`)],
  [
    "package manager",
    "pip",
    new RegExp(`^(?:.*/(?:site|dist)-packages/pip(?:-[\\w.]+\\.dist-info)?/|${BIN}pip[\\d.]*$)`)
  ],
  [
    "package manager",
    "npm",
    new RegExp(
      `^(?:usr/(?:local/)?lib/node_modules/(?:npm|corepack)/|${BIN}(?:npm|npx|corepack)$)`
    )
  ],
  ["package manager", "yarn", new RegExp(`^(?:opt/yarn-[^/]+/|${BIN}(?:yarn|pnpm)(?:pkg)?$)`)],
  ["headers", "headers", /^usr\/(?:local\/)?include\//],
  ["shell", "shell", new RegExp(`^${BIN}(?:ba|da|z|k|c|tc|fi|a)?sh$`)],
  ["shell", "busybox", new RegExp(`^${BIN}busybox$`)]
];
function toolOf(path) {
  const cache = cacheOf(path);
  if (cache !== void 0) return { kind: "cache", name: cache.name };
  for (const [kind, name, pattern] of TOOLS) if (pattern.test(path)) return { kind, name };
  return void 0;
}

// src/domain/image/contents.ts
var MOST3 = 100;
var JAR = /\.(jar|war|ear|par)$/i;
var DEPTH = 4;
var SETUID_SETGID = 3072;
var EXECUTABLE = 73;
function contentsOf(tree) {
  const seen = /* @__PURE__ */ new Set();
  const files = [];
  const folders = new Sums();
  const tools = new Sums();
  const privileged = [];
  const jars = [];
  let count = 0;
  let inUseBytes = 0;
  for (const { path, node } of tree.files()) {
    count += 1;
    if (JAR.test(path)) jars.push(nameText(path));
    if (isPrivileged(node))
      privileged.push({ path: nameText(path), bytes: node.size, layer: node.layer, mode: node.mode });
    if (node.links > 1 && seen.has(node)) continue;
    if (node.links > 1) seen.add(node);
    inUseBytes += node.size;
    keepBiggest(files, { path, bytes: node.size, layer: node.layer });
    for (const folder of foldersOf(path)) folders.add(folder, node);
    const tool = toolOf(path);
    if (tool !== void 0) tools.add(`${tool.kind}\0${tool.name}`, node);
  }
  return {
    ...{ files: count, inUseBytes, privileged, jars },
    biggestFiles: named2(biggest(files)),
    biggestFolders: named2(biggest(telling(folders.all()))),
    tools: tools.all().filter(({ bytes: bytes2 }) => bytes2 > 0).map(({ path, ...sum }) => ({ ...toolNamed(path), ...sum }))
  };
}
var Sums = class {
  #sums = /* @__PURE__ */ new Map();
  add(name, { size, layer: layer2 }) {
    const sum = this.#sums.get(name) ?? { bytes: 0, files: 0, layers: /* @__PURE__ */ new Map() };
    sum.bytes += size;
    sum.files += 1;
    sum.layers.set(layer2, (sum.layers.get(layer2) ?? 0) + size);
    this.#sums.set(name, sum);
  }
  all() {
    return [...this.#sums].map(([path, { bytes: bytes2, files, layers }]) => ({
      ...{ path, bytes: bytes2, files },
      layer: [...layers].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
    })).sort((a, b) => b.bytes - a.bytes);
  }
};
function toolNamed(key) {
  const [kind, name = ""] = key.split("\0");
  return { kind, name };
}
function isPrivileged({ mode }) {
  return (mode & SETUID_SETGID) !== 0 && (mode & EXECUTABLE) !== 0;
}
function foldersOf(path) {
  const parts = path.split("/").slice(0, -1).slice(0, DEPTH);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
function telling(folders) {
  const below = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes2 } of folders) {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    below.set(parent, Math.max(below.get(parent) ?? 0, bytes2));
  }
  return folders.filter(({ path, bytes: bytes2 }) => (below.get(path) ?? 0) < bytes2 * 0.8);
}
function keepBiggest(list3, share) {
  list3.push(share);
  if (list3.length >= MOST3 * 20) list3.splice(0, list3.length, ...biggest(list3));
}
function biggest(list3) {
  return [...list3].sort((a, b) => b.bytes - a.bytes).slice(0, MOST3);
}
function named2(shares) {
  return shares.map(({ path, bytes: bytes2, layer: layer2 }) => ({ path: nameText(path), bytes: bytes2, layer: layer2 }));
}

// src/domain/image/names.ts
var DEEPEST2 = 2048;
var SLICED = 13;
var EscapingName = class extends Error {
  name = "EscapingName";
  constructor(path) {
    super(`the name ${JSON.stringify(path)} leaves the image's root`);
  }
};
function pathParts(name) {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw new EscapingName(name);
  if (parts.length > DEEPEST2) throw new Error(`a name in it has more than ${DEEPEST2} parts`);
  return parts;
}
function resolveLink(folder, target) {
  const resolved2 = target.startsWith("/") ? [] : [...folder];
  for (const part of target.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") resolved2.pop();
    else resolved2.push(part);
  }
  return resolved2;
}
function flat(part) {
  return part.length < SLICED ? part : Buffer.from(part, "latin1").toString("latin1");
}
function joined(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}

// src/domain/image/tree.ts
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var MOST_LINKS = 40;
var FOLDER = { kind: "folder", size: 0, mode: 493, uid: 0, gid: 0, mtime: 0 };
var Tree = class {
  #root = newFolder(-1);
  #losses = new Losses();
  #layer = -1;
  /** Applies one layer: what it deletes is deleted from the layers below, whatever the order in the archive. */
  apply(entries) {
    this.#layer += 1;
    for (const { name } of entries) if (name.includes(WHITEOUT)) this.#delete(pathParts(name));
    for (const entry3 of entries) {
      const parts = pathParts(entry3.name);
      if (!(parts.at(-1) ?? "").startsWith(WHITEOUT)) this.#put(parts, entry3);
    }
  }
  /** How many were applied. */
  get layers() {
    return this.#layer + 1;
  }
  /** What was brought in and is not in the final tree. */
  losses() {
    return this.#losses.all();
  }
  #delete(parts) {
    const name = parts.at(-1) ?? "";
    if (!name.startsWith(WHITEOUT)) return;
    const folder = this.#find(parts.slice(0, -1));
    const path = parts.slice(0, -1).join("/");
    const victims = name === OPAQUE ? [...folder?.children?.keys() ?? []] : [name.slice(WHITEOUT.length)];
    for (const victim of victims) {
      const node = folder?.children?.get(victim);
      if (node === void 0) continue;
      this.#drop(node, { path: joined(path, victim) });
      folder?.children?.delete(victim);
    }
  }
  #put(parts, entry3) {
    const name = parts.at(-1);
    if (name === void 0) return;
    const { children } = this.#makeFolder(parts.slice(0, -1));
    if (children === void 0) return;
    const old = children.get(name);
    const source = entry3.kind === "hardlink" ? this.#linked(entry3.target ?? "") : void 0;
    if (source !== void 0 && source === old) return;
    const fresh = source ?? newNode(entry3, { layer: this.#layer, old });
    if (source !== void 0) source.links += 1;
    const stays = old?.kind === "folder" && fresh.kind === "folder";
    if (old !== void 0 && !stays) this.#drop(old, { path: parts.join("/"), by: entry3 });
    children.set(old === void 0 ? flat(name) : name, fresh);
  }
  /**
   * Makes folders that no entry names. A link that this layer brought is followed, to what is not there yet
   * too; one from a layer below is covered by a folder: so does overlay, which sees one layer at a time.
   */
  #makeFolder(parts, links = 0) {
    let node = this.#root;
    const seen = [];
    for (const part of parts) {
      let next = node.children?.get(part);
      seen.push(part);
      if (next?.kind === "symlink" && next.layer === this.#layer && links < MOST_LINKS) {
        const target = resolveLink(seen.slice(0, -1), next.target ?? "");
        const led = this.#follow(seen) ?? this.#makeFolder(target, links + 1);
        if (led.kind === "folder") next = led;
      }
      if (next?.children === void 0) {
        if (next !== void 0) this.#drop(next, { path: seen.join("/") });
        next = newFolder(this.#layer);
        node.children?.set(part, next);
      }
      node = next;
    }
    return node;
  }
  #drop(node, lost) {
    node.links -= 1;
    if (node.links > 0) return;
    if (node.kind === "file") this.#losses.add({ ...lost, node, killed: this.#layer });
    for (const [name, child2] of node.children ?? [])
      this.#drop(child2, { path: joined(lost.path, name) });
  }
  /** No file system links folders. */
  #linked(target) {
    const node = this.#find(pathParts(target));
    return node?.kind === "folder" ? void 0 : node;
  }
  #find(parts) {
    let node = this.#root;
    for (const part of parts) node = node?.children?.get(part);
    return node;
  }
  /** What a path leads to in the final tree, links followed. */
  #follow(path) {
    let rest = [...path];
    let folder = [];
    for (let links = 0; rest.length > 0 && links < MOST_LINKS; ) {
      const [part = "", ...others] = rest;
      const node = this.#find([...folder, part]);
      if (node === void 0) return void 0;
      if (node.kind === "symlink") {
        links += 1;
        rest = [...resolveLink(folder, node.target ?? ""), ...others];
        folder = [];
        continue;
      }
      if (others.length === 0) return node;
      folder = [...folder, part];
      rest = others;
    }
    return void 0;
  }
  /** What a file holds, links followed; undefined when it is not there or nobody kept it. */
  content(path) {
    return this.#follow(pathParts(path))?.content;
  }
  /** Where a name leads when links in its folders are followed; undefined when nothing is there. */
  at(path) {
    return this.#follow(pathParts(path));
  }
  /** All names of regular files; one of several links comes several times. */
  *files() {
    for (const entry3 of this.entries()) if (entry3.node.kind === "file") yield entry3;
  }
  /** Everything but the root, folders before what is in them. */
  *entries() {
    yield* walk2(this.#root, "");
  }
};
function newFolder(layer2) {
  return {
    ...FOLDER,
    target: void 0,
    isProgram: false,
    content: void 0,
    layer: layer2,
    links: 1,
    children: /* @__PURE__ */ new Map()
  };
}
function newNode({ kind, size, mode, uid, gid, mtime, target, isProgram = false, content }, { layer: layer2, old }) {
  return {
    // A hard link to nothing is a file without bytes.
    kind: kind === "hardlink" ? "file" : kind,
    size,
    mode,
    uid,
    gid,
    mtime,
    target,
    isProgram,
    content,
    layer: layer2,
    links: 1,
    children: kind === "folder" ? old?.children ?? /* @__PURE__ */ new Map() : void 0
  };
}
function* walk2(folder, prefix) {
  for (const [name, node] of folder.children ?? []) {
    const path = joined(prefix, name);
    yield { path, node };
    if (node.children !== void 0) yield* walk2(node, path);
  }
}

// src/domain/image/user.ts
function resolveUser(declared, { passwd, group }) {
  const [user = "", named3] = declared.trim().split(":");
  const accounts = rows(passwd);
  const numeric = /^\d+$/.test(user);
  const account = user === "" ? void 0 : accounts.find((row) => numeric ? Number(row[2]) === Number(user) : row[0] === user);
  const uid = user === "" ? 0 : numeric ? Number(user) : numberOf(account?.[2]);
  const gid = named3 === void 0 || named3 === "" ? user === "" ? 0 : numberOf(account?.[3]) ?? (numeric ? 0 : void 0) : groupOf(named3, group);
  return {
    declared: declared.trim(),
    ...uid === void 0 ? {} : { uid },
    ...gid === void 0 ? {} : { gid },
    isRoot: uid === 0,
    numeric
  };
}
function groupOf(named3, group) {
  if (/^\d+$/.test(named3)) return Number(named3);
  return numberOf(rows(group).find((row) => row[0] === named3)?.[2]);
}
function rows(text4) {
  return text4.split("\n").map((line2) => line2.split(":"));
}
function numberOf(text4) {
  return text4 !== void 0 && /^\d+$/.test(text4) ? Number(text4) : void 0;
}

// src/stages/turns.ts
function turns(most) {
  const waiting = [];
  let free = most;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve5) => waiting.push(resolve5));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === void 0) free += 1;
      else next();
    }
  };
}

// src/stages/read/layer.ts
import { createHash as createHash2 } from "node:crypto";
import { Transform as Transform2, Writable } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";
import zlib2 from "node:zlib";

// src/domain/image/tar-header.ts
var ZERO = 48;
var SPACE = 32;
var BadArchive = class extends Error {
  name = "BadArchive";
};
function parseHeader(block) {
  checkSum(block);
  const prefix = prefixOf(block);
  const name = textOf(block.subarray(0, 100));
  const type = String.fromCharCode(block[156] ?? 0);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    target: textOf(block.subarray(157, 257)),
    type,
    stored: hasData(type) ? sizeAt(block, 124) : 0,
    mode: modeAt(block),
    uid: numberAt(block, 108, 8),
    gid: numberAt(block, 116, 8),
    mtime: numberAt(block, 136, 12),
    realSize: type === "S" ? sizeAt(block, 483) : 0,
    isExtended: block[482] !== 0
  };
}
function prefixOf(block) {
  const mark = block.toString("latin1", 257, 265);
  const prefix = textOf(block.subarray(345, 500));
  if (mark.startsWith("ustar\0")) return prefix;
  const isOldGo = mark === "ustar  \0" && !(isTime(block, 345) && isTime(block, 357));
  return isOldGo && /^[\0-\x7f]*$/.test(prefix) ? prefix : "";
}
function isTime(block, start3) {
  const field = block.subarray(start3, start3 + 12);
  return field[0] === 0 || isBinary(field) || /^[ \0]*[0-7]*[ \0]*$/.test(field.toString("latin1"));
}
function hasData(type) {
  return !"123456".includes(type);
}
function checkSum(block) {
  const said = numberAt(block, 148, 8);
  let unsigned = 8 * 32;
  let negative = 0;
  for (let at = 0; at < block.length; at += 1) {
    if (at === 148) at = 156;
    const byte = block[at] ?? 0;
    unsigned += byte;
    if (byte > 127) negative += 256;
  }
  if (said !== unsigned && said !== unsigned - negative)
    throw new BadArchive("a tar header of it is damaged");
}
function textOf(bytes2) {
  if (bytes2[0] === 0) return "";
  const end = bytes2.indexOf(0);
  return bytes2.toString("latin1", 0, end < 0 ? bytes2.length : end);
}
function numberAt(block, start3, length) {
  const plain = plainOctal(block, start3, start3 + length);
  if (plain !== void 0) return plain;
  const field = block.subarray(start3, start3 + length);
  if (isBinary(field)) {
    const value = binaryOf(field);
    return value < 0n ? 0 : safe(Number(value));
  }
  const text4 = textOf(
    field.subarray(field.findIndex((byte) => byte !== 0 && byte !== 32))
  ).trim();
  if (text4 === "") return 0;
  if (!/^[0-7]+$/.test(text4)) throw new BadArchive("a number in a tar header of it is damaged");
  return safe(Number.parseInt(text4, 8));
}
function plainOctal(block, start3, end) {
  let at = start3;
  while (at < end && (block[at] === 0 || block[at] === SPACE)) at += 1;
  let value = 0;
  for (; at < end; at += 1) {
    const digit = (block[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  return at === end || block[at] === 0 ? value : void 0;
}
function sizeAt(block, start3) {
  const field = block.subarray(start3, start3 + 12);
  if (isBinary(field) && binaryOf(field) < 0n)
    throw new BadArchive("a size in a tar header of it is below zero");
  return numberAt(block, start3, 12);
}
function modeAt(block) {
  const field = block.subarray(100, 108);
  return isBinary(field) ? Number(BigInt.asUintN(12, binaryOf(field))) : numberAt(block, 100, 8);
}
function isBinary(field) {
  return ((field[0] ?? 0) & 128) !== 0;
}
function binaryOf(field) {
  const value = field.reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
  return BigInt.asIntN(field.length * 8 - 1, value);
}
function safe(value) {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new BadArchive("a number in a tar header of it is larger than any file");
  return value;
}
function parsePax(data) {
  const records = /* @__PURE__ */ new Map();
  for (let at = 0; at < data.length; ) {
    const space = data.indexOf(32, at);
    const length = Number(data.toString("latin1", at, space < 0 ? at : space));
    const record = data.toString("latin1", space + 1, at + length - 1);
    const equals = record.indexOf("=");
    if (!Number.isInteger(length) || length < 5 || at + length > data.length || equals < 1)
      throw new BadArchive("a pax header of it is damaged");
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}
function entryOf(header, extra) {
  const pax = (key) => given(extra.pax.get(key));
  const count = (key) => {
    const value = pax(key);
    if (value === void 0) return void 0;
    if (!/^\d+(\.\d*)?$/.test(value)) throw new BadArchive("a pax header of it is damaged");
    return safe(Math.floor(Number(value)));
  };
  const isSparse = isSparsePax(extra.pax);
  const renamed = isSparse ? pax("GNU.sparse.name") : void 0;
  const name = renamed ?? given(extra.name) ?? pax("path") ?? header.name;
  const kind = kindOf(header.type, name);
  const stored = hasData(header.type) ? count("size") ?? header.stored : 0;
  const sparse = isSparse ? count("GNU.sparse.size") ?? count("GNU.sparse.realsize") : void 0;
  const logical = header.type === "S" ? header.realSize : sparse ?? stored;
  const target = given(extra.target) ?? pax("linkpath") ?? header.target;
  return {
    stored,
    entry: {
      name,
      kind,
      size: kind === "file" ? logical : 0,
      mode: header.mode & 4095,
      uid: count("uid") ?? header.uid,
      gid: count("gid") ?? header.gid,
      mtime: Math.floor(Number(pax("mtime") ?? header.mtime)) || 0,
      ...kind === "symlink" || kind === "hardlink" ? { target } : {}
    }
  };
}
function isSparsePax(pax) {
  const version = ["major", "minor"].map((part) => pax.get(`GNU.sparse.${part}`) ?? "").join(".");
  if (version !== ".") return ["0.0", "0.1", "1.0"].includes(version);
  return given(pax.get("GNU.sparse.map")) !== void 0 || pax.has("GNU.sparse.offset");
}
function given(value) {
  return value === "" ? void 0 : value;
}
function kindOf(type, name) {
  switch (type) {
    case "0":
    case "7":
    case "S":
      return "file";
    case "\0":
      return name.endsWith("/") ? "folder" : "file";
    case "1":
      return "hardlink";
    case "2":
      return "symlink";
    case "5":
      return "folder";
    default:
      return "other";
  }
}

// src/domain/image/tar.ts
var BLOCK = 512;
var EMPTY = Buffer.alloc(BLOCK);
var MOST_ENTRIES = 5e6;
var LARGEST_EXTRA = 1024 * 1024;
var ELF = Buffer.from("ELF", "latin1");
var EXECUTABLE2 = 73;
var TarReader = class {
  #options;
  #state = { at: "header" };
  /** Data of the current entry that is still to come, and the filling of its last block. */
  #data = 0;
  #padding = 0;
  #rest = Buffer.alloc(0);
  #entries = 0;
  #extra = { pax: /* @__PURE__ */ new Map() };
  constructor(options) {
    this.#options = options;
  }
  /** @throws {BadArchive} */
  write(chunk) {
    let rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#state.at !== "end") {
      const used = this.#state.at === "data" ? this.#takeData(rest) : this.#takeBlock(rest);
      if (used === void 0) break;
      rest = rest.subarray(used);
    }
    this.#rest = this.#state.at === "end" ? Buffer.alloc(0) : Buffer.from(rest);
  }
  /** @throws {BadArchive} when the archive ends in the middle of an entry */
  end() {
    if (this.#state.at === "end") return;
    if (this.#state.at !== "header" || this.#rest.length > 0)
      throw new BadArchive("it ends in the middle of an entry");
  }
  /** How many bytes were used; undefined when more are needed. */
  #takeBlock(bytes2) {
    if (bytes2.length < BLOCK) return void 0;
    const block = bytes2.subarray(0, BLOCK);
    if (this.#state.at === "sparse map") {
      if (block[504] === 0) this.#start(this.#state.header);
      return BLOCK;
    }
    if (block.equals(EMPTY)) this.#state = { at: "end" };
    else this.#head(parseHeader(block));
    return BLOCK;
  }
  #head(header) {
    if ("LKxg".includes(header.type)) {
      if (header.stored > LARGEST_EXTRA)
        throw new BadArchive(`a header of it has ${header.stored} bytes`);
      this.#expect(header.stored, (data) => {
        this.#learn(header.type, data);
      });
    } else if (header.type === "S" && header.isExtended) this.#state = { at: "sparse map", header };
    else this.#start(header);
  }
  #learn(type, data) {
    if (type === "L") this.#extra = { ...this.#extra, name: textOf(data) };
    else if (type === "K") this.#extra = { ...this.#extra, target: textOf(data) };
    else if (type === "x") this.#extra = { ...this.#extra, pax: parsePax(data) };
    else this.#forget(data);
  }
  /** Engines pass over a global header and, as Go does, over what came before it for the next entry. */
  #forget(data) {
    parsePax(data);
    this.#extra = { pax: /* @__PURE__ */ new Map() };
  }
  #start(header) {
    this.#entries += 1;
    if (this.#entries > MOST_ENTRIES)
      throw new BadArchive(`it has more than ${MOST_ENTRIES} entries`);
    const { entry: entry3, stored } = entryOf(header, this.#extra);
    this.#extra = { pax: /* @__PURE__ */ new Map() };
    const { onEntry, wants, onData } = this.#options;
    if (entry3.kind === "file" && wants(entry3.name, entry3.size)) {
      this.#expect(stored, (content) => {
        onEntry({ ...entry3, content });
      });
      return;
    }
    const isProgram = (entry3.mode & EXECUTABLE2) !== 0 && stored > ELF.length;
    if (entry3.kind === "file" && isProgram && onData === void 0) {
      const tell = (head) => {
        onEntry(head.equals(ELF) ? { ...entry3, isProgram: true } : entry3);
      };
      this.#expect(stored, tell, ELF.length);
      return;
    }
    onEntry(entry3);
    this.#skip(stored);
  }
  /** Calls back when all the data is there, with the first `wanted` bytes of it. */
  #expect(bytes2, use, wanted = bytes2) {
    this.#skip(bytes2);
    if (bytes2 === 0) use(Buffer.alloc(0));
    else this.#state = { at: "data", use, kept: { parts: [], wanted } };
  }
  #skip(bytes2) {
    this.#data = bytes2;
    this.#padding = (BLOCK - bytes2 % BLOCK) % BLOCK;
    this.#state = bytes2 === 0 ? { at: "header" } : { at: "data", use: () => void 0, kept: void 0 };
  }
  #takeData(bytes2) {
    if (this.#state.at !== "data" || bytes2.length === 0) return void 0;
    const { kept, use } = this.#state;
    const data = Math.min(bytes2.length, this.#data);
    if (data > 0) {
      if (kept === void 0) this.#options.onData?.(bytes2.subarray(0, data));
      if (kept !== void 0 && kept.wanted > 0) {
        const part = Buffer.from(bytes2.subarray(0, Math.min(data, kept.wanted)));
        kept.parts.push(part);
        kept.wanted -= part.length;
      }
      this.#data -= data;
      if (this.#data > 0) return data;
    }
    const padding = Math.min(bytes2.length - data, this.#padding);
    this.#padding -= padding;
    if (this.#padding === 0) {
      this.#state = { at: "header" };
      if (kept !== void 0) use(Buffer.concat(kept.parts));
    }
    return data + padding;
  }
};

// src/stages/read/plain.ts
import { createHash } from "node:crypto";
import { Transform } from "node:stream";
var PLAIN_LAYER = "application/vnd.oci.image.layer.v1.tar";
var MANIFEST = "application/vnd.oci.image.manifest.v1+json";
var MOST_GROWTH = 8;
var LEFT_FREE = 2e9;
async function hasRoom(folder, layers, deps) {
  const bytes2 = layers.reduce((sum, layer2) => sum + layer2.size, 0);
  return await deps.files.freeBytes(folder) > bytes2 * MOST_GROWTH + LEFT_FREE;
}
var PlainCopy = class extends Transform {
  failed = false;
  constructor(to, chunkBytes) {
    super({
      highWaterMark: chunkBytes,
      transform: (chunk, _, done) => {
        if (this.failed) {
          done(null, chunk);
          return;
        }
        to.write(chunk, () => {
          done(null, chunk);
        });
      },
      flush: (done) => {
        to.end(() => {
          done();
        });
      },
      destroy: (error, done) => {
        to.destroy();
        done(error);
      }
    });
    to.on("error", () => {
      this.failed = true;
    });
  }
};
function plainLayer(diffId, tarBytes) {
  return { mediaType: PLAIN_LAYER, digest: diffId, size: tarBytes };
}
function isPlainLayer({ mediaType }) {
  return mediaType === PLAIN_LAYER;
}
async function writePlainView({ folder, layout, config, layers }, deps) {
  const { files } = deps;
  const taken = [config, ...layers.filter((layer2) => !isPlainLayer(layer2))];
  for (const digest3 of new Set(taken.map((blob) => blob.digest)))
    await files.hardLink(blobPath(layout, digest3), blobPath(folder, digest3));
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST, config, layers });
  const digest2 = `sha256:${createHash("sha256").update(manifest).digest("hex")}`;
  await files.write(blobPath(folder, digest2), manifest);
  const size = Buffer.byteLength(manifest);
  await writeLayoutIndex(folder, { mediaType: MANIFEST, digest: digest2, size }, deps);
}

// src/stages/read/layer.ts
var CHUNK2 = 512 * 1024;
var MOST_KEPT = 16 * 1024 * 1024;
var KEPT = /(^|\/)etc\/(passwd|group)$|\.dist-info\/RECORD$/;
var BadLayer = class extends Error {
  name = "BadLayer";
};
async function readLayer(source, deps) {
  const { path, descriptor, diffId, plain } = source;
  const blob = new Meter();
  const tar = new Meter();
  const archive = new LayerArchive();
  const copy = plain === void 0 ? void 0 : new PlainCopy(deps.files.sink(plain), CHUNK2);
  const steps = [
    ...[blob, ...await decompressor(path, deps), tar],
    ...copy === void 0 ? [] : [copy]
  ];
  try {
    const { signal } = deps;
    await pipeline2([deps.files.stream(path, CHUNK2), ...steps, archive.sink()], { signal });
  } catch (error) {
    throw new BadLayer(`layer ${descriptor.digest} is damaged: ${messageOf(error)}`);
  }
  const layer2 = descriptor.digest;
  check("digest", { found: blob.digest(), said: descriptor.digest, layer: layer2 });
  check("size", { found: String(blob.bytes), said: String(descriptor.size), layer: layer2 });
  check("diffID", { found: tar.digest(), said: diffId, layer: layer2 });
  const { unpackedBytes, entries } = archive;
  return {
    facts: {
      ...{ digest: descriptor.digest, diffId, downloadBytes: blob.bytes, unpackedBytes },
      entries: entries.length
    },
    entries,
    tarBytes: tar.bytes,
    isCopied: copy?.failed !== true
  };
}
function check(what, { found, said, layer: layer2 }) {
  if (found !== said)
    throw new BadLayer(`the ${what} of layer ${layer2} is ${found}, and the image says ${said}`);
}
var Meter = class extends Transform2 {
  #hash = createHash2("sha256");
  bytes = 0;
  constructor() {
    super({
      highWaterMark: CHUNK2,
      transform: (chunk, _, done) => {
        queueMicrotask(() => {
          this.#hash.update(chunk);
          this.bytes += chunk.length;
          done(null, chunk);
        });
      }
    });
  }
  /** Once, at the end. */
  digest() {
    return `sha256:${this.#hash.digest("hex")}`;
  }
};
async function decompressor(path, deps) {
  const head = deps.files.stream(path, 4);
  const first = (await head[Symbol.asyncIterator]().next()).value;
  head.destroy();
  switch (compressionOf(first instanceof Uint8Array ? first : new Uint8Array())) {
    case "gzip":
      return [zlib2.createGunzip({ chunkSize: CHUNK2 })];
    case "zstd":
      return [zlib2.createZstdDecompress({ chunkSize: CHUNK2 })];
    case "none":
      return [];
  }
}
function letGo({ buffer: buffer2, byteOffset, byteLength }) {
  const isFull = buffer2.byteLength === CHUNK2 && byteOffset + byteLength === CHUNK2;
  if (isFull && "transfer" in buffer2) buffer2.transfer(0);
}
var LayerArchive = class {
  entries = [];
  unpackedBytes = 0;
  #kept = 0;
  sink() {
    const reader = new TarReader({
      onEntry: (entry3) => {
        pathParts(entry3.name);
        this.entries.push(entry3);
        this.unpackedBytes += entry3.size;
      },
      wants: (name, bytes2) => this.#wants(name, bytes2)
    });
    const guarded = (work, done) => {
      try {
        work();
        done();
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    };
    return new Writable({
      highWaterMark: CHUNK2,
      write: (chunk, _, done) => {
        guarded(() => {
          reader.write(chunk);
          letGo(chunk);
        }, done);
      },
      final: (done) => {
        guarded(() => {
          reader.end();
        }, done);
      }
    });
  }
  #wants(name, bytes2) {
    if (!/passwd|group|RECORD/.test(name)) return false;
    if (!KEPT.test(pathParts(name).join("/")) || this.#kept + bytes2 > MOST_KEPT) return false;
    this.#kept += bytes2;
    return true;
  }
};

// src/stages/read/known-layer.ts
async function findLayer(source, shelf, deps) {
  const { path, descriptor, diffId } = source;
  const kept = await shelf?.take({ digest: descriptor.digest, diffId });
  if (kept?.facts.downloadBytes === descriptor.size) {
    const found = `sha256:${await deps.files.sha256(path)}`;
    if (found !== descriptor.digest)
      throw new BadLayer(
        `the digest of layer ${descriptor.digest} is ${found}, and the image says ${descriptor.digest}`
      );
    return { ...kept, view: descriptor };
  }
  const { facts, entries, tarBytes, isCopied } = await readLayer(source, deps);
  shelf?.put({ facts, entries });
  return { facts, entries, ...isCopied && { view: plainLayer(diffId, tarBytes) } };
}

// src/stages/read/index.ts
var LAYERS_AT_ONCE = 3;
var LARGEST_DOCUMENT = 8 * 1024 * 1024;
async function readImage(layout, place, deps) {
  try {
    const { facts, tree, isPlain } = await read2(layout.path, place, deps);
    return { facts: known(facts), tree, scannable: isPlain ? place.spare : layout.path };
  } catch (error) {
    const facts = unable(`The image cannot be read: ${messageOf(error)}.`);
    return { facts, scannable: layout.path };
  }
}
async function read2(folder, { spare, shelf }, deps) {
  const manifestDescriptor = await findManifest(folder, deps);
  const manifest = await readDocument(manifestDescriptor, {
    folder,
    deps,
    schema: manifestSchema,
    what: "manifest"
  });
  const config = await readDocument(manifest.config, {
    folder,
    deps,
    schema: configSchema,
    what: "config"
  });
  const plain = await hasRoom(spare, manifest.layers, deps) ? spare : void 0;
  const { tree, layers } = await readLayers(manifest.layers, { folder, plain, shelf, config, deps });
  const views = layers.flatMap(({ view }) => view ?? []);
  const isWhole2 = plain !== void 0 && views.length === layers.length;
  const isPlain = isWhole2 && views.some(isPlainLayer);
  if (isPlain)
    await writePlainView(
      { folder: spare, layout: folder, config: manifest.config, layers: views },
      deps
    );
  const named3 = { digest: manifestDescriptor.digest, configDigest: manifest.config.digest };
  return { facts: { ...named3, ...factsOf(config, layers, tree) }, tree, isPlain };
}
function factsOf(config, layers, tree) {
  const sum = (pick) => layers.reduce((total, layer2) => total + pick(layer2), 0);
  return {
    platform: platformOf(config),
    unpackedBytes: sum((layer2) => layer2.facts.unpackedBytes),
    downloadBytes: sum((layer2) => layer2.facts.downloadBytes),
    layers: layers.map((layer2) => layer2.facts),
    user: known(
      resolveUser(config.config?.User ?? "", {
        passwd: textOf2(tree, "etc/passwd"),
        group: textOf2(tree, "etc/group")
      })
    ),
    healthcheck: healthcheckOf(config),
    env: config.config?.Env ?? [],
    contents: contentsOf(tree),
    losses: tree.losses()
  };
}
function textOf2(tree, path) {
  const content = tree.content(path);
  return content === void 0 ? "" : new TextDecoder().decode(content);
}
async function findManifest(folder, deps) {
  const index = indexSchema.parse(
    JSON.parse(await deps.files.readText(join7(folder, "index.json"), LARGEST_DOCUMENT))
  );
  const nested = await Promise.all(
    index.manifests.map(async (descriptor) => {
      if (!isIndex(descriptor)) return [descriptor];
      const inner = await readDocument(descriptor, {
        folder,
        deps,
        schema: indexSchema,
        what: "index"
      });
      return inner.manifests.map((entry3) => descriptorSchema.parse(entry3));
    })
  );
  const manifests = nested.flat().filter((descriptor) => !isAttestation(descriptor));
  const [only] = manifests;
  if (only === void 0 || manifests.length > 1)
    throw new BadLayer(`its layout names ${manifests.length} images, and one is expected`);
  return only;
}
async function readDocument(descriptor, { folder, deps, schema: schema5, what }) {
  const data = await deps.files.read(blobPath(folder, descriptor.digest), LARGEST_DOCUMENT);
  const found = `sha256:${createHash3("sha256").update(data).digest("hex")}`;
  if (found !== descriptor.digest)
    throw new BadLayer(
      `the digest of its ${what} is ${found}, and the layout says ${descriptor.digest}`
    );
  const parsed2 = schema5.safeParse(parseJson(data));
  if (!parsed2.success)
    throw new BadLayer(
      `its ${what} ${descriptor.digest} is not of the shape that the OCI specification gives`
    );
  return parsed2.data;
}
function parseJson(data) {
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return void 0;
  }
}
async function readLayers(descriptors, { folder, plain, shelf, config, deps }) {
  const diffIds2 = config.rootfs.diff_ids;
  if (diffIds2.length !== descriptors.length)
    throw new BadLayer(
      `its manifest has ${descriptors.length} layers and its config ${diffIds2.length}`
    );
  if (plain !== void 0) await deps.files.makeFolder(join7(plain, "blobs/sha256"));
  const tree = new Tree();
  const waiting = /* @__PURE__ */ new Map();
  const takeTurn = turns(LAYERS_AT_ONCE);
  const readOne = async (descriptor, index) => {
    const path = blobPath(folder, descriptor.digest);
    await requireBlob(path, descriptor, deps);
    const diffId = diffIds2[index] ?? "";
    const isFirst = diffIds2.indexOf(diffId) === index;
    const copy = plain === void 0 || !isFirst ? {} : { plain: blobPath(plain, diffId) };
    const source = { path, descriptor, diffId, ...copy };
    const { entries, ...layer2 } = await findLayer(source, shelf, deps);
    waiting.set(index, entries);
    for (let next = waiting.get(tree.layers); next !== void 0; next = waiting.get(tree.layers)) {
      waiting.delete(tree.layers);
      tree.apply(next);
    }
    return layer2;
  };
  const layers = await Promise.all(
    descriptors.map((descriptor, index) => takeTurn(() => readOne(descriptor, index)))
  );
  return { tree, layers };
}
async function requireBlob(path, { digest: digest2, urls }, deps) {
  if (await deps.files.stat(path) !== void 0) return;
  const why = (urls ?? []).length > 0 ? "is foreign: its blob is kept elsewhere" : "has no blob in the layout";
  throw new BadLayer(`layer ${digest2} ${why}`);
}

// src/stages/scan/index.ts
import { join as join23 } from "node:path";

// src/clients/trivy.ts
import { join as join8 } from "node:path";
var SBOM_SECONDS = 120;
var ANALYSES = "fanal/fanal.db";
var LARGEST_REPORT = 256 * 1024 * 1024;
var ARCHIVES = ["**/*.[jJwWeEpP][aA][rR]"];
async function scanLayout(scan2, deps) {
  const { scanner, layout, cache, databases, deadlineSeconds } = scan2;
  const written2 = await runFor(
    {
      ...{ scanner, cache, databases, deadlineSeconds, input: layout, output: "report.json" },
      kept: [ANALYSES],
      args: (at) => scanArgs(at, scan2)
    },
    deps
  );
  return isKnown(written2) ? known({ json: written2.value.text, log: written2.value.log, artifact: written2.value.input }) : unable(`Trivy could not scan the image: ${written2.unable}.`);
}
async function runFor({ scanner, output, kept = [], args, ...call }, deps) {
  const result = await scanner.run({
    ...call,
    args: (at) => [...args(at), ...["--output", join8(at.cache, output)]],
    outputs: [output, ...kept]
  });
  if (result.failure !== void 0) return unable(result.failure);
  const path = join8(call.cache, output);
  const file = await deps.files.stat(path);
  if (file?.kind !== "file") return unable("it ended well and wrote no report");
  if (file.bytes > LARGEST_REPORT)
    return unable(`its report has ${file.bytes} bytes, and at most ${LARGEST_REPORT} are read`);
  const { log, input } = result;
  return known({ text: await deps.files.readText(path, LARGEST_REPORT), log, input });
}
function scanArgs({ input, cache }, { deadlineSeconds, readsArchives, vex }) {
  return [
    ...["image", "--input", input, "--format", "json"],
    ...["--list-all-pkgs", "--scanners", "vuln,secret", "--image-config-scanners", "secret"],
    ...["--skip-db-update", "--skip-java-db-update", "--offline-scan", "--no-progress"],
    ...steeredByNothing(cache),
    // Its own limit is five minutes.
    ...["--timeout", `${Math.ceil(deadlineSeconds)}s`],
    ...(readsArchives ? [] : ARCHIVES).flatMap((pattern) => ["--skip-files", pattern]),
    // What they answer is told beside the findings, instead of nowhere.
    ...vex.flatMap((name) => ["--vex", join8(cache, name), "--show-suppressed"])
  ];
}
var EMPTY_FILES = { ignores: "no-ignores", config: "no-config.yaml" };
function steeredByNothing(cache) {
  return [
    ...["--cache-dir", cache, "--ignorefile", join8(cache, EMPTY_FILES.ignores)],
    ...["--config", join8(cache, EMPTY_FILES.config)]
  ];
}
async function scanSbom({ scanner, sbom, cache, databases }, deps) {
  const written2 = await runFor(
    {
      ...{ scanner, cache, databases, input: sbom, output: "report.json" },
      deadlineSeconds: SBOM_SECONDS,
      args: (at) => [
        ...["sbom", at.input, "--format", "json", "--list-all-pkgs", "--no-progress"],
        ...["--skip-db-update", "--skip-java-db-update", "--offline-scan"],
        ...steeredByNothing(at.cache)
      ]
    },
    deps
  );
  return mapKnown(written2, ({ text: text4 }) => text4);
}

// src/domain/findings/kept.ts
var DROPPED = ["ImageConfig", "Match", "Code", "CreatedBy", "Fingerprint"];
var LINKS = ["PrimaryURL", "References", "URL"];
function keptReport(document, keeping) {
  return keep(document, "", keeping);
}
function keep(value, key, keeping) {
  if (typeof value === "string") return keepText(value, key, keeping);
  if (Array.isArray(value)) return value.map((item) => keep(item, key, keeping));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(withDigest(value, keeping.digests)).filter(
    ([name]) => !DROPPED.includes(name)
  );
  return Object.fromEntries(entries.map(([name, item]) => [name, keep(item, name, keeping)]));
}
function withDigest(value, digests) {
  if (!("Digest" in value) || !("DiffID" in value)) return value;
  const digest2 = digests.get(String(value.DiffID));
  return digest2 === void 0 ? value : { ...value, Digest: digest2 };
}
function keepText(text4, key, { artifact, name }) {
  if ((key === "ArtifactName" || key === "Target") && `${text4} (`.startsWith(`${artifact} (`))
    return `${name}${text4.slice(artifact.length)}`;
  if (key !== "CreatedAt") return LINKS.includes(key) ? text4 : withoutUrlSecrets(text4);
  return text4.replace(/\.\d+/, "");
}

// src/domain/findings/log.ts
import { stripVTControlCharacters as stripVTControlCharacters3 } from "node:util";
var LONGEST = 500;
var LINE = /^\S+\s+(DEBUG|INFO|WARN|ERROR|FATAL)\s+(.*)$/;
function reasonOf(stderr) {
  const lines = linesOf(stderr);
  const start3 = lines.findLastIndex(({ level }) => level === "FATAL");
  const fallback = lines.findLastIndex(({ level }) => level === "ERROR");
  const from = start3 >= 0 ? start3 : fallback >= 0 ? fallback : lines.length - 1;
  const [first, ...rest] = lines.slice(Math.max(from, 0));
  if (first === void 0) return void 0;
  const end = rest.findIndex(({ level }) => level !== void 0);
  const goesOn = end < 0 ? rest : rest.slice(0, end);
  const reason3 = tidy([first, ...goesOn].map(({ text: text4 }) => text4).join(" "));
  return reason3.includes("no space left on device") ? DISK_FULL : reason3;
}
var DISK_FULL = "the disk is full where it works, no space left on device; free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one";
function warningsOf(stderr) {
  return linesOf(stderr).filter(({ level }) => level === "WARN").map(({ text: text4 }) => tidy(text4));
}
function linesOf(stderr) {
  return stripVTControlCharacters3(stderr).split(/[\r\n]+/).filter((line2) => line2.trim() !== "").map((line2) => {
    const [, level, text4] = LINE.exec(line2) ?? [];
    return { level, text: text4 ?? line2 };
  });
}
function tidy(text4) {
  const tidied = text4.replace(/\s+/g, " ").replace(/^Fatal error\s*/, "").replace(/^(?:(?:run|init|DB|flag|image scan|scan) error: )+/, "").replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, "$1").replace(/([a-z][a-z0-9+.-]*:\/\/[^\s?]*)\?\S*/gi, "$1").replace(/ \* /g, " ").trim().replace(/[.;]$/, "");
  return tidied.length <= LONGEST ? tidied : `...${tidied.slice(-LONGEST)}`;
}

// src/domain/text/secrets.ts
var SHORTEST = 8;
function valuesToMask(values, committed) {
  return values.filter(
    (value) => value.length >= SHORTEST && !committed.some((text4) => text4.includes(value))
  );
}
function maskValues(text4, values) {
  return values.filter((value) => value.length >= SHORTEST).toSorted((a, b) => b.length - a.length).reduce((shown2, value) => shown2.replaceAll(value, "***"), text4);
}
function valueOfVariable(line2) {
  return line2.slice(line2.indexOf("=") + 1);
}

// src/domain/findings/looked-at.ts
function limitsOf(look) {
  const gaps = [noPackageList(look), unsupported(look), archives(look)].filter(
    (gap) => gap !== void 0
  );
  const nothing3 = nothingKnown2(look);
  return {
    notLookedAt: [...gaps, ...nameless(look), ...scratch(look), ...look.warnings.filter(isSkipped)],
    ...gaps.length > 0 && { incomplete: gaps.join(" ") },
    ...nothing3 !== void 0 && { nothingKnown: nothing3 }
  };
}
function isFromScratch(dockerfileText, stage) {
  const parsed2 = parseDockerfile(dockerfileText ?? "", stage === void 0 ? {} : { stage });
  if (!isKnown(parsed2)) return false;
  const { instructions, usedStages: usedStages2 } = parsed2.value;
  const first = lineage(stagesOf(instructions, /* @__PURE__ */ new Map()), usedStages2.at(-1) ?? 0).at(-1);
  return instructions.some(
    (instruction) => instruction.keyword === "FROM" && instruction.stage === first && /^FROM\s+(?:--\S+\s+)*scratch(?:\s|$)/i.test(instruction.text)
  );
}
function nothingKnown2(look) {
  const { system, packages, files, jars, fromScratch, withoutJava } = look;
  if (system !== void 0 || packages > 0 || fromScratch || files === 0) return void 0;
  if (jars.length > 0 && withoutJava !== void 0) return void 0;
  return "There is nothing in the image that the scanner understands: no system that it knows and no package. Take a base that keeps its list of packages, or FROM scratch for a single binary.";
}
function noPackageList({ system, systemPackages }) {
  if (system === void 0 || systemPackages > 0) return void 0;
  return `The packages of ${system} were not looked at: its list of packages is missing or empty. Keep it in the image (/var/lib/dpkg, /lib/apk/db or the rpm database).`;
}
function unsupported({ system, warnings }) {
  if (!warnings.some((line2) => /unsupported os\b/i.test(line2))) return void 0;
  return `The packages of ${system ?? "the system"} were not judged: the scanner has no advisories for that system.`;
}
var NAMED2 = 3;
function archives({ jars, withoutJava }) {
  if (jars.length === 0 || withoutJava === void 0) return void 0;
  return `Java archives were not looked at (${firstOf(jars)}). ${withoutJava}`;
}
function nameless({ namelessJars, withoutJava }) {
  if (namelessJars.length === 0 || withoutJava !== void 0) return [];
  return [`Java archives of which nobody knows what they are: ${firstOf(namelessJars)}.`];
}
function firstOf(jars) {
  const more = jars.length > NAMED2 ? ` and ${jars.length - NAMED2} more` : "";
  return `${jars.slice(0, NAMED2).join(", ")}${more}`;
}
function scratch({ fromScratch, packages, system }) {
  if (!fromScratch || packages > 0 || system !== void 0) return [];
  return [
    "The files of the image: it is FROM scratch, and no package that the scanner knows is in it."
  ];
}
function isSkipped(line2) {
  return /not supported for vulnerability|were skipped/i.test(line2);
}

// src/domain/findings/packages.ts
var GATHERED = ["python-pkg", "conda-pkg", "gemspec", "node-pkg", "jar", "kubernetes"];
function packagesOf(report) {
  return (report.Results ?? []).flatMap(
    (result) => (result.Packages ?? []).map((found) => ({
      name: found.Name,
      version: versionOf(found),
      ...optional("purl", found.Identifier?.PURL),
      ...optional("diffId", found.Layer?.DiffID),
      ...optional("path", fileOf(found, result)),
      ...given2(found.InstalledFiles?.[0]) && { files: found.InstalledFiles ?? [] }
    }))
  );
}
function countSystemPackages(report) {
  return (report.Results ?? []).filter(isSystem).reduce((sum, result) => sum + (result.Packages?.length ?? 0), 0);
}
function packageFinder(result) {
  const type = result.Type ?? result.Class ?? "unknown";
  if (!isSystem(result))
    return (found) => {
      const purl = purlWithoutVersion(given2(found.PkgIdentifier?.PURL));
      const fallback = { ecosystem: type, name: found.PkgName };
      const key = languagePackageKey(given2(found.PkgIdentifier?.PURL), fallback);
      return { key, name: found.PkgName, ...optional("purl", purl) };
    };
  const sources = sourcesOf2(result.Packages ?? []);
  return (found) => {
    const name = referencesTo(found).flatMap((key) => sources.get(key) ?? [])[0] ?? found.PkgName;
    return { key: systemPackageKey(type, name), name };
  };
}
function fileOf(found, result) {
  if (isSystem(result)) return void 0;
  return given2(found.FilePath) ?? (GATHERED.includes(result.Type ?? "") ? void 0 : result.Target);
}
function pathOf2(found, result) {
  const own = given2(found.PkgPath);
  if (own !== void 0 || isSystem(result)) return own;
  return GATHERED.includes(result.Type ?? "") ? void 0 : result.Target;
}
function isSystem(result) {
  return result.Class === "os-pkgs";
}
function sourcesOf2(packages) {
  const entries = packages.flatMap((found) => {
    const source = given2(found.SrcName) ?? found.Name;
    const keys = [
      uidKey(found.Identifier?.UID),
      idKey(found.ID),
      versionKey(found.Name, versionOf(found))
    ];
    return keys.filter((key) => key !== void 0).map((key) => [key, source]);
  });
  return new Map(entries);
}
function referencesTo(found) {
  return [
    uidKey(found.PkgIdentifier?.UID),
    idKey(found.PkgID),
    versionKey(found.PkgName, found.InstalledVersion ?? "")
  ].filter((key) => key !== void 0);
}
function uidKey(uid) {
  return given2(uid) === void 0 ? void 0 : `uid ${uid ?? ""}`;
}
function idKey(id) {
  return given2(id) === void 0 ? void 0 : `id ${id ?? ""}`;
}
function versionKey(name, version) {
  return `${name} ${version}`;
}
function versionOf({ Epoch, Version, Release }) {
  const epoch = (Epoch ?? 0) === 0 ? "" : `${Epoch ?? 0}:`;
  const release = given2(Release) === void 0 ? "" : `-${Release ?? ""}`;
  return `${epoch}${Version ?? ""}${release}`;
}
function given2(value) {
  return value === null || value === "" ? void 0 : value;
}
function optional(name, value) {
  const there = given2(value);
  const made = {};
  if (there !== void 0) made[name] = there;
  return made;
}

// src/domain/findings/schema.ts
var text = external_exports.string().nullish();
var layer = external_exports.object({ Digest: text, DiffID: text }).nullish();
var identifier = external_exports.object({ PURL: text, UID: text }).nullish();
var packageSchema = external_exports.object({
  ID: text,
  Name: external_exports.string(),
  Identifier: identifier,
  Version: text,
  Release: text,
  Epoch: external_exports.number().nullish(),
  SrcName: text,
  SrcVersion: text,
  SrcRelease: text,
  SrcEpoch: external_exports.number().nullish(),
  Modularitylabel: text,
  Maintainer: text,
  Licenses: external_exports.array(external_exports.string()).nullish(),
  DependsOn: external_exports.array(external_exports.string()).nullish(),
  FilePath: text,
  InstalledFiles: external_exports.array(external_exports.string()).nullish(),
  Layer: layer
});
var vulnerabilitySchema = external_exports.object({
  VulnerabilityID: external_exports.string(),
  PkgID: text,
  PkgName: external_exports.string(),
  PkgPath: text,
  PkgIdentifier: identifier,
  InstalledVersion: text,
  FixedVersion: text,
  Status: text,
  Severity: text,
  SeveritySource: text,
  PrimaryURL: text,
  References: external_exports.array(external_exports.string()).nullish(),
  Title: text,
  Description: text,
  PublishedDate: text,
  CVSS: external_exports.record(
    external_exports.string(),
    external_exports.object({
      V2Score: external_exports.number().nullish(),
      V3Score: external_exports.number().nullish(),
      V40Score: external_exports.number().nullish(),
      V2Vector: text,
      V3Vector: text,
      V40Vector: text
    })
  ).nullish(),
  Layer: layer
});
var secretSchema2 = external_exports.object({
  RuleID: external_exports.string(),
  Title: text,
  Severity: text,
  StartLine: external_exports.number().nullish(),
  /** The line it stands in, with what matched written as asterisks. */
  Match: text,
  Layer: layer
});
var resultSchema = external_exports.object({
  Target: external_exports.string(),
  Class: text,
  Type: text,
  Packages: external_exports.array(packageSchema).nullish(),
  Vulnerabilities: external_exports.array(vulnerabilitySchema).nullish(),
  Secrets: external_exports.array(secretSchema2).nullish(),
  /** What VEX documents answered (`--show-suppressed`). */
  ExperimentalModifiedFindings: external_exports.array(
    external_exports.object({
      Type: external_exports.literal("vulnerability"),
      Status: text,
      Statement: text,
      Finding: vulnerabilitySchema
    })
  ).nullish()
});
var reportSchema = external_exports.object({
  SchemaVersion: external_exports.literal(2),
  Trivy: external_exports.object({ Version: text }).nullish(),
  CreatedAt: text,
  ArtifactName: external_exports.string(),
  Metadata: external_exports.object({
    ImageID: text,
    DiffIDs: external_exports.array(external_exports.string()).nullish(),
    OS: external_exports.object({ Family: external_exports.string(), Name: text, EOSL: external_exports.boolean().nullish() }).nullish(),
    /** The image's config as it is, with environment and expanded history: to be masked, never kept. */
    ImageConfig: external_exports.unknown().optional()
  }).nullish(),
  Results: external_exports.array(resultSchema).nullish()
});
function parseTrivyReport(json) {
  const document = parseJson2(json);
  if (document === void 0) return unable("what it wrote is not JSON");
  const checked2 = reportSchema.safeParse(document);
  if (checked2.success) return known({ report: checked2.data, document });
  const issue = checked2.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  return unable(
    `its JSON is not a report that Plimsoll knows (${path === "" ? "the whole" : path}: ${issue?.message ?? "wrong"})`
  );
}
var configSchema2 = external_exports.object({ config: external_exports.object({ Env: external_exports.array(external_exports.string()) }) });
function environmentOf(report) {
  const checked2 = configSchema2.safeParse(report.Metadata?.ImageConfig);
  return checked2.success ? checked2.data.config.Env : [];
}
function parseJson2(json) {
  try {
    return JSON.parse(json);
  } catch {
    return void 0;
  }
}
var databaseSchema = external_exports.object({ UpdatedAt: external_exports.iso.datetime(), NextUpdate: external_exports.iso.datetime() });
function parseDatabaseDates(json) {
  const checked2 = databaseSchema.partial().safeParse(parseJson2(json));
  if (!checked2.success) return {};
  const { UpdatedAt, NextUpdate } = checked2.data;
  return {
    ...UpdatedAt !== void 0 && { updatedAt: UpdatedAt },
    ...NextUpdate !== void 0 && { nextUpdate: NextUpdate }
  };
}
function parseTrivyVersion(json) {
  const checked2 = external_exports.object({ Version: external_exports.string() }).safeParse(parseJson2(json));
  return checked2.success ? checked2.data.Version : void 0;
}

// src/domain/findings/vulnerabilities.ts
function findingsOf(report, image) {
  const groups = Map.groupBy(sightingsOf(report, image), ({ identity }) => identity);
  return [...groups.values()].flatMap(toFinding).sort(compareFindings2);
}
function advisoriesOf(report) {
  const pairs = (report.Results ?? []).flatMap((result) => [
    ...result.Vulnerabilities ?? [],
    ...(result.ExperimentalModifiedFindings ?? []).map(({ Finding }) => Finding)
  ]).map((found) => [found.VulnerabilityID, toAdvisory(found)]).sort(([, a], [, b]) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return new Map(pairs);
}
function severityOf(word) {
  return SEVERITIES.find((severity) => severity === word?.toLowerCase()) ?? "unknown";
}
function sightingsOf(report, image) {
  return (report.Results ?? []).flatMap((result) => {
    const find = packageFinder(result);
    const answered2 = result.ExperimentalModifiedFindings ?? [];
    const all = [
      ...(result.Vulnerabilities ?? []).map((found) => ({ found, answer: void 0 })),
      ...answered2.map((answer) => ({ found: answer.Finding, answer }))
    ];
    return all.map(({ found, answer }) => {
      const about = find(found);
      const key = { advisory: found.VulnerabilityID, package: about.key, image };
      const member = {
        package: found.PkgName,
        version: found.InstalledVersion ?? "",
        ...optional("purl", found.PkgIdentifier?.PURL),
        ...optional("fixedVersion", found.FixedVersion),
        ...optional("diffId", found.Layer?.DiffID),
        ...optional("path", pathOf2(found, result)),
        ...answer !== void 0 && { vex: answerOf(answer) }
      };
      return { identity: findingIdentity(key), about, member, found };
    });
  });
}
function toFinding(sightings) {
  const [first] = [...sightings].sort((a, b) => compareText(a.about.name, b.about.name));
  if (first === void 0) return [];
  return [
    {
      identity: first.identity,
      id: first.found.VulnerabilityID,
      package: first.about.name,
      ...optional("purl", first.about.purl),
      severity: worst2(sightings.map(({ found }) => severityOf(found.Severity))),
      status: mostPressing(sightings.map(({ found }) => statusOf(found))),
      ...optional("fixed", fixesOf(sightings).join(", ")),
      ...optional("published", publishedOf(sightings)),
      members: membersOf(sightings)
    }
  ];
}
function publishedOf(sightings) {
  const days = sightings.flatMap(
    ({ found }) => /^\d{4}-\d{2}-\d{2}/.exec(found.PublishedDate ?? "")?.[0] ?? []
  );
  return days.sort()[0];
}
function answerOf({ Status: status, Statement: reason3 }) {
  return { status: given2(status) ?? "answered", ...optional("reason", reason3) };
}
function fixesOf(sightings) {
  const fixes = sightings.flatMap(
    ({ member }) => member.fixedVersion === void 0 ? [] : [fixFor(member.version, member.fixedVersion)]
  );
  return [...new Set(fixes)].sort((a, b) => compareVersions(a, b) || compareText(a, b));
}
function membersOf(sightings) {
  const different = new Map(sightings.map(({ member }) => [JSON.stringify(member), member]));
  return [...different].sort(([a], [b]) => compareText(a, b)).map(([, member]) => member);
}
function worst2(severities) {
  return SEVERITIES.findLast((severity) => severities.includes(severity)) ?? "unknown";
}
var PRESSING = [
  "fixed",
  "affected",
  "under_investigation",
  "fix_deferred",
  "will_not_fix",
  "end_of_life",
  "unknown",
  "not_affected"
];
function mostPressing(statuses) {
  return PRESSING.find((status) => statuses.includes(status)) ?? "unknown";
}
function statusOf(found) {
  const word = STATUSES.find((status) => status === found.Status?.toLowerCase()) ?? "unknown";
  return word === "unknown" && given2(found.FixedVersion) !== void 0 ? "fixed" : word;
}
var MOST_REFERENCES = 5;
function toAdvisory(found) {
  const scores = found.CVSS?.[found.SeveritySource ?? ""];
  const [score, vector] = [
    [scores?.V3Score, scores?.V3Vector],
    [scores?.V40Score, scores?.V40Vector],
    [scores?.V2Score, scores?.V2Vector]
  ].find(([given3]) => typeof given3 === "number") ?? [void 0, void 0];
  const references = (found.References ?? []).slice(0, MOST_REFERENCES);
  return {
    title: given2(found.Title) ?? found.VulnerabilityID,
    ...typeof score === "number" && { score },
    ...optional("url", found.PrimaryURL),
    ...optional("text", found.Description),
    ...optional("source", found.SeveritySource),
    ...optional("vector", vector),
    ...references.length > 0 && { references }
  };
}
function compareFindings2(a, b) {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  return severity || compareText(a.id, b.id) || compareText(a.package, b.package) || compareText(a.identity, b.identity);
}
function compareText(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/domain/findings/secrets.ts
function secretsOf(report, dockerfileText) {
  const config = configLines(report.Metadata?.ImageConfig);
  const dockerfile = (dockerfileText ?? "").split(/\r?\n/);
  const sightings = (report.Results ?? []).flatMap(
    ({ Target, Secrets }) => (Secrets ?? []).map(
      (found) => (
        // What is in the config has the artifact itself as its place.
        Target === report.ArtifactName ? inConfig(found, config) : {
          secret: inFile(found, Target),
          values: dockerfile.flatMap((line2) => reveal(found.Match, line2))
        }
      )
    )
  );
  const different = new Map(
    withoutEchoes(sightings).map(({ secret }) => [
      `${secretKey(secret)} ${secret.diffId ?? ""}`,
      secret
    ])
  );
  return {
    secrets: [...different].sort(([a], [b]) => a < b ? -1 : 1).map(([, secret]) => secret),
    values: [...new Set(sightings.flatMap(({ values }) => values))]
  };
}
function withoutEchoes(sightings) {
  const environment2 = sightings.filter(({ secret }) => secret.where === "environment").flatMap(({ values }) => values);
  return sightings.filter(
    ({ secret, values }) => secret.where !== "history" || values.length === 0 || !values.every((value) => environment2.includes(value))
  );
}
function inFile(found, target) {
  return {
    ...saidOf(found),
    where: "file",
    path: target.replace(/^\/+/, ""),
    ...optional("diffId", found.Layer?.DiffID)
  };
}
function inConfig(found, config) {
  const line2 = config[(found.StartLine ?? 0) - 1] ?? "";
  const exact = reveal(found.Match, `  ${line2}`).map(unescape);
  const values = exact.length > 0 ? exact : [wholeOf(line2)];
  if (line2.startsWith('"created_by": "'))
    return { secret: { ...saidOf(found), where: "history" }, values };
  const variable = /^"([A-Za-z_]\w*)=/.exec(line2)?.[1];
  if (variable === void 0) return { secret: { ...saidOf(found), where: "config" }, values };
  return { secret: { ...saidOf(found), where: "environment", variable }, values };
}
function saidOf(found) {
  return {
    rule: found.RuleID,
    title: given2(found.Title) ?? found.RuleID,
    severity: severityOf(found.Severity)
  };
}
function configLines(config) {
  const text4 = JSON.stringify(config, null, 1);
  if (typeof text4 !== "string") return [];
  return text4.split("\n").map((line2) => line2.trim().replace(/[<>&\u2028\u2029]/g, goEscape));
}
function goEscape(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function reveal(match, line2) {
  if (match === null || match === void 0 || !/\*{4}/.test(match)) return [];
  const pattern = match.replace(
    /\*{4,}|[^*]+|\*/g,
    (piece) => piece.startsWith("****") ? `(.{${piece.length}})` : piece.replace(/[^\w ]/g, "\\$&")
  );
  const found = new RegExp(pattern).exec(line2);
  return (found?.slice(1) ?? []).filter((value) => !/^\*+$/.test(value));
}
function unescape(piece) {
  try {
    const text4 = JSON.parse(`"${piece}"`);
    return typeof text4 === "string" ? text4 : piece;
  } catch {
    return piece;
  }
}
function wholeOf(line2) {
  const text4 = /^(?:"[^"]*": )?"(.*)",?$/.exec(line2)?.[1] ?? "";
  return unescape(text4).replace(/^[A-Za-z_]\w*=/, "");
}

// src/domain/findings/scan-facts.ts
function readScan(report, context) {
  const { image, facts, warnings, withoutJava } = context;
  const system = systemOf(report);
  const packages = packagesOf(report);
  const found = secretsOf(report, image.dockerfileText);
  const jars = facts?.contents.jars ?? [];
  const limits = limitsOf({
    system,
    packages: packages.length,
    systemPackages: countSystemPackages(report),
    files: facts?.contents.files,
    jars,
    namelessJars: jars.filter((jar) => !packages.some(({ path }) => isIn(path, jar))),
    fromScratch: isFromScratch(image.dockerfileText, image.stage),
    warnings,
    ...withoutJava !== void 0 && { withoutJava }
  });
  const committed = image.dockerfileText === void 0 ? [] : [image.dockerfileText];
  const environment2 = [...environmentOf(report), ...facts?.env ?? []].map(valueOfVariable);
  return {
    facts: {
      ...system !== void 0 && { system },
      ...report.Metadata?.OS?.EOSL === true && { endOfLife: true },
      packages,
      findings: findingsOf(report, image.id),
      secrets: found.secrets,
      advisories: advisoriesOf(report),
      ...limits
    },
    values: [.../* @__PURE__ */ new Set([...found.values, ...valuesToMask(environment2, committed)])]
  };
}
function systemOf(report) {
  const system = report.Metadata?.OS;
  if (system === null || system === void 0) return void 0;
  if (system.Family === "" || system.Family === "none") return void 0;
  return `${system.Family} ${system.Name ?? ""}`.trim();
}
function isIn(path, jar) {
  return path === jar || path?.startsWith(`${jar}/`) === true;
}

// src/domain/findings/sbom.ts
var LOOSE = /* @__PURE__ */ new Set([
  "node-pkg",
  "python-pkg",
  "gemspec",
  "jar",
  "conda-pkg",
  "conda-environment"
]);
var OS_CLASS = "os-pkgs";
function sbomOf(report) {
  const refs = new Refs();
  const root = refs.take("image");
  const parts = (report.Results ?? []).map((result) => partOf(result, { report, refs }));
  return JSON.stringify({
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: metadataOf(report, root),
    components: parts.flatMap(({ components }) => components),
    dependencies: [
      { ref: root, dependsOn: parts.flatMap(({ roots }) => roots) },
      ...parts.flatMap(({ dependencies }) => dependencies)
    ]
  });
}
function metadataOf({ Trivy, CreatedAt, ArtifactName, Metadata }, root) {
  const version = Trivy?.Version ?? void 0;
  const trivy = { type: "application", group: "aquasecurity", name: "trivy", version };
  return {
    timestamp: CreatedAt ?? void 0,
    tools: { components: [trivy] },
    component: {
      ...{ "bom-ref": root, type: "container", name: ArtifactName },
      properties: properties([
        ["ImageID", Metadata?.ImageID],
        ...(Metadata?.DiffIDs ?? []).map((id) => ["DiffID", id]),
        ["SchemaVersion", "2"]
      ])
    }
  };
}
function partOf(result, { report, refs }) {
  const packages = (result.Packages ?? []).map((one) => ({ one, ref: refs.take(purlOf(one)) }));
  if (packages.length === 0 && result.Class !== OS_CLASS)
    return { components: [], dependencies: [], roots: [] };
  const libraries = packages.map(({ one, ref: ref2 }) => library(one, { ref: ref2, type: result.Type }));
  const byId = new Map(packages.map(({ one, ref: ref2 }) => [one.ID, ref2]));
  const edges = packages.flatMap(({ one, ref: ref2 }) => {
    const dependsOn = (one.DependsOn ?? []).flatMap((id) => byId.get(id) ?? []);
    return dependsOn.length === 0 ? [] : [{ ref: ref2, dependsOn: [...new Set(dependsOn)] }];
  });
  const owned = packages.map(({ ref: ref2 }) => ref2);
  if (result.Type != null && LOOSE.has(result.Type))
    return { components: libraries, dependencies: edges, roots: owned };
  const owner = ownerOf(result, { report, refs });
  const ref = owner["bom-ref"];
  return {
    components: [owner, ...libraries],
    dependencies: [{ ref, dependsOn: owned }, ...edges],
    roots: [ref]
  };
}
function ownerOf({ Class, Type, Target }, { report, refs }) {
  const told = properties([
    ["Class", Class],
    ["Type", Type]
  ]);
  if (Class !== OS_CLASS)
    return { "bom-ref": refs.take(Target), type: "application", name: Target, properties: told };
  const { Family, Name } = report.Metadata?.OS ?? { Family: Type ?? "", Name: void 0 };
  return {
    ...{ "bom-ref": refs.take("os"), type: "operating-system", name: Family },
    ...{ version: Name ?? void 0, properties: told }
  };
}
function library(one, { ref, type }) {
  const { Maintainer, Licenses } = one;
  return {
    ...{ "bom-ref": ref, type: "library", name: one.Name, version: versionOf2(one) },
    ...Maintainer == null || Maintainer === "" ? {} : { supplier: { name: Maintainer } },
    ...Licenses == null ? {} : { licenses: Licenses.map((name) => ({ license: { name } })) },
    purl: one.Identifier?.PURL ?? void 0,
    properties: properties([
      ["PkgID", one.ID],
      ["PkgType", type],
      ["FilePath", one.FilePath],
      ["SrcName", one.SrcName],
      ["SrcVersion", one.SrcVersion],
      ["SrcRelease", one.SrcRelease],
      ["SrcEpoch", one.SrcEpoch],
      ["Modularitylabel", one.Modularitylabel],
      ["LayerDiffID", one.Layer?.DiffID],
      ["LayerDigest", one.Layer?.Digest]
    ])
  };
}
function versionOf2({ Epoch, Version, Release }) {
  const release = Release == null || Release === "" ? "" : `-${Release}`;
  return `${Epoch == null || Epoch === 0 ? "" : `${Epoch}:`}${Version ?? ""}${release}`;
}
function purlOf({ Identifier, ID, Name }) {
  return Identifier?.PURL ?? ID ?? Name;
}
function properties(told) {
  return told.flatMap(
    ([name, value]) => value == null || value === "" || value === 0 ? [] : [{ name: `aquasecurity:trivy:${name}`, value: String(value) }]
  );
}
var Refs = class {
  #taken = /* @__PURE__ */ new Map();
  take(name) {
    const count = this.#taken.get(name) ?? 0;
    this.#taken.set(name, count + 1);
    return count === 0 ? name : `${name}#${count + 1}`;
  }
};

// src/stages/scan/analyses.ts
import { join as join9 } from "node:path";
var LARGEST = 128 * 1024 * 1024;
async function giveAnalyses(kept, cache, { files }) {
  const found = await files.stat(kept);
  if (found?.kind !== "file" || found.bytes > LARGEST) return;
  await files.makeFolder(join9(cache, "fanal"));
  await files.copy(kept, join9(cache, ANALYSES));
}
async function takeAnalyses(kept, cache, { files }) {
  const found = await files.stat(join9(cache, ANALYSES));
  if (found?.kind !== "file" || found.bytes > LARGEST) return;
  await files.write(kept, await files.read(join9(cache, ANALYSES), LARGEST));
}

// src/stages/scan/vex.ts
import { join as join10 } from "node:path";
function giveVex(documents, cache, { files }) {
  return Promise.all(
    documents.map(async ({ text: text4 }, index) => {
      const name = `vex-${index}.json`;
      await files.write(join10(cache, name), text4);
      return name;
    })
  );
}

// src/domain/registry/databases.ts
var GB = 1e9;
var VULNERABILITIES = {
  what: "vulnerability database",
  folder: "db",
  files: ["trivy.db", "metadata.json"],
  mediaType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
  tag: "2",
  shelf: "trivy-db",
  largestLayer: GB,
  largestUnpacked: 10 * GB
};
var JAVA = {
  what: "Java database",
  folder: "java-db",
  files: ["trivy-java.db", "metadata.json"],
  mediaType: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
  tag: "1",
  shelf: "trivy-java-db",
  largestLayer: 6 * GB,
  largestUnpacked: 20 * GB
};
var DEFAULTS = ["mirror.gcr.io/aquasec/trivy-db", "ghcr.io/aquasecurity/trivy-db"];
function mirrorsOf(repositories) {
  const named3 = repositories.length === 0 ? DEFAULTS : repositories;
  const java = named3.filter(isJava);
  const others = named3.filter((text4) => !isJava(text4));
  const vulnerabilities = parseAll(others, VULNERABILITIES);
  if (java.length > 0) return { vulnerabilities, java: parseAll(java, JAVA) };
  const beside = vulnerabilities.flatMap(({ host, name }) => {
    const other = name.replace(/(^|\/)trivy-db$/, "$1trivy-java-db");
    return other === name ? [] : [`${host}/${other}`];
  });
  return { vulnerabilities, java: parseAll(beside, JAVA) };
}
function isJava(text4) {
  return /java-db[^/]*$/.test(text4);
}
function parseAll(texts, { tag }) {
  return texts.flatMap((text4) => parseReference(text4, tag) ?? []);
}

// src/domain/health/create-args.ts
var ASK_EVERY = "200ms";
var NEVER_JUDGED = "1h";
var PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];
function createArgs(ask) {
  const { name, runId, image, platform, running } = ask;
  return [
    ...["--name", name, "--label", `plimsoll.run=${runId}`],
    ...["--platform", platform, "--pull", "never"],
    ...["--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
    ...["--pids-limit", "256", "--memory", "1g", "--cpus", "1", "--read-only"],
    // Bounded, and readable whatever log driver the engine has.
    ...["--log-driver", "json-file", "--log-opt", "max-size=1m", "--log-opt", "max-file=2"],
    ...["--health-interval", ASK_EVERY, "--health-start-interval", ASK_EVERY],
    ...["--health-start-period", NEVER_JUDGED],
    ...running.writable.flatMap((path) => ["--tmpfs", `${path}:exec,mode=1777`]),
    ...environmentOf2(ask).flatMap(([key, value]) => ["--env", `${key}=${value}`]),
    image
  ];
}
function environmentOf2({ imageEnv, running }) {
  const own = new Map(
    imageEnv.map((line2) => {
      const at = line2.indexOf("=");
      return at === -1 ? [line2, ""] : [line2.slice(0, at), line2.slice(at + 1)];
    })
  );
  return [
    ...new Map([
      ...Object.keys(noProxies()).map((key) => [key, own.get(key) ?? ""]),
      ...Object.entries(running.env)
    ])
  ];
}
function noProxies() {
  return Object.fromEntries(
    PROXIES.flatMap((key) => [key, key.toLowerCase()]).map((key) => [key, ""])
  );
}

// src/domain/supply/confinement.ts
var MEMORY_BYTES = 2e9;
var NOBODY = 65534;
var INSIDE = {
  program: "/trivy",
  /** Trivy repeats it in its report, where no path of an image should be taken for it. */
  input: "/plimsoll-input",
  cache: "/cache",
  /** For what is copied in. */
  volume: "/work"
};
function idsFor({ uid = 0, gid = 0 }) {
  return uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid };
}
function confinedArgs(ask) {
  const { name, runId, image, ids, memoryBytes, mounts, volume, cache } = ask;
  return [
    ...["--name", name, "--label", `plimsoll.run=${runId}`, "--pull", "never"],
    ...["--network", "none", "--ipc", "none", "--cap-drop", "ALL", "--read-only"],
    ...["--security-opt", "no-new-privileges", "--user", `${ids.uid}:${ids.gid}`],
    // Files of ours carry no label that a container of SELinux may read.
    ...["--security-opt", "label=disable", "--pids-limit", "256"],
    ...["--memory", `${memoryBytes}`, "--memory-swap", `${memoryBytes}`],
    // Its words come to us, and are not kept by the engine.
    ...["--log-driver", "none", "--workdir", "/"],
    ...Object.entries(environment(cache, memoryBytes)).flatMap(([key, value]) => [
      "--env",
      `${key}=${value}`
    ]),
    ...mounts.flatMap((mount) => ["--mount", mountText(mount)]),
    ...volume === void 0 ? [] : ["--mount", `type=volume,dst=${volume}`],
    image,
    INSIDE.program
  ];
}
function mountText({ source, target, isWritable = false }) {
  const field = /[",\n]/.test(source) ? `"src=${source.replaceAll('"', '""')}"` : `src=${source}`;
  return `type=bind,${field},dst=${target}${isWritable ? "" : ",readonly"}`;
}
function environment(cache, memoryBytes) {
  return {
    ...noProxies(),
    HOME: `${cache}/home`,
    TMPDIR: `${cache}/tmp`,
    ...trivyVariables(),
    // The collector works harder before the engine ends the program.
    GOMEMLIMIT: `${Math.floor(memoryBytes * 0.9)}`
  };
}
function trivyVariables() {
  return {
    // Go's garbage collector, told to wait longer: a tenth less time, 40 MB more memory.
    GOGC: "400",
    // Neither is anybody's to hear of; as variables, because older versions do not know the flags.
    TRIVY_DISABLE_TELEMETRY: "true",
    TRIVY_SKIP_VERSION_CHECK: "true"
  };
}

// src/stages/scan/binary/index.ts
import { createHash as createHash5, randomBytes } from "node:crypto";
import { basename as basename2, join as join12 } from "node:path";
import { Readable as Readable2 } from "node:stream";
import { pipeline as pipeline4 } from "node:stream/promises";

// src/domain/supply/machine-cache.ts
import { posix as posix3 } from "node:path";
function machineCache(env) {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: user, HOME: home } = env;
  return [tools, user, home === void 0 ? void 0 : posix3.join(home, ".cache")].find(
    (path) => path !== void 0 && path.startsWith("/")
  );
}

// src/stages/scan/binary/download.ts
import { createHash as createHash4 } from "node:crypto";
import { join as join11 } from "node:path";
import { Transform as Transform3 } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";
import { fileURLToPath } from "node:url";

// src/domain/registry/retry.ts
function parseRetryAfter(header, now) {
  const text4 = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text4)) return Number(text4);
  const at = Date.parse(text4);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1e3);
}
function isPassing2(status) {
  return status === 408 || status === 429 || status >= 500;
}

// src/stages/scan/binary/download.ts
var LARGEST_ARCHIVE = 512 * 1024 * 1024;
var CHUNK3 = 1024 * 1024;
async function downloadArchive({ archive, folder, limits }, deps) {
  const end = deps.clock.seconds() + limits.seconds;
  let failure2 = "there was no time left";
  for (const [index, pause] of [0, ...limits.pauses].entries()) {
    if (index > 0) await deps.clock.sleep(pause, deps.signal);
    const deadlineSeconds = end - deps.clock.seconds();
    if (deadlineSeconds <= 0 || deps.signal.aborted) break;
    const to = join11(folder, `archive-${index}`);
    const tried = await tryOnce({ url: archive.url, to, deadlineSeconds }, deps);
    if ("digest" in tried && tried.digest === archive.digest) return known(to);
    await deps.files.remove(to);
    if ("digest" in tried) return unable(wrongDigest(archive, tried.digest));
    failure2 = tried.failure;
    if (!tried.mayPass) break;
  }
  return unable(
    `Trivy ${archive.version} could not be fetched from ${nameOf2(archive)}: ${failure2}. Name a mirror with the input trivy-url, or an installed one with trivy-path.`
  );
}
function nameOf2({ url }) {
  return withoutUrlSecrets(url);
}
function wrongDigest(archive, found) {
  return `The archive of Trivy ${archive.version} from ${nameOf2(archive)} is refused and removed: its SHA-256 is ${found}, and must be ${archive.digest}. Look at what was put there, or name its checksum with the input trivy-checksum when the archive is your own.`;
}
async function tryOnce({ url, to, deadlineSeconds }, deps) {
  try {
    const opened = await open(url, deadlineSeconds, deps);
    if ("failure" in opened) return opened;
    const hash = createHash4("sha256");
    let bytes2 = 0;
    const meter = new Transform3({
      transform: (chunk, _, done) => {
        bytes2 += chunk.length;
        hash.update(chunk);
        if (bytes2 > LARGEST_ARCHIVE) done(new TooLarge());
        else done(null, chunk);
      }
    });
    await pipeline3(opened.body, meter, deps.files.sink(to));
    return { digest: hash.digest("hex") };
  } catch (error) {
    return { failure: messageOf(error), mayPass: !(error instanceof TooLarge) };
  }
}
var TooLarge = class extends Error {
  message = `it has more than ${LARGEST_ARCHIVE} bytes`;
};
async function open(url, deadlineSeconds, deps) {
  if (new URL(url).protocol === "file:") {
    const path = fileURLToPath(url);
    const there = await deps.files.realPath(path).catch(() => void 0);
    return there === void 0 ? { failure: "there is no such file", mayPass: false } : { body: deps.files.stream(there, CHUNK3) };
  }
  const { status, body } = await deps.http.get({ url, deadlineSeconds });
  if (status === 200) return { body };
  body.destroy();
  return { failure: `the answer was status ${status}`, mayPass: isPassing2(status) };
}

// src/stages/scan/binary/unpack.ts
import zlib3 from "node:zlib";
var PROGRAM = "trivy";
var CHUNK4 = 1024 * 1024;
var LARGEST_BINARY = 512 * 1024 * 1024;
var LARGEST_TAR = 1024 * 1024 * 1024;
async function unpackBinary(archive, { files }) {
  let found;
  const reader = new TarReader({
    wants: (name, bytes3) => nameOf3(name) === PROGRAM && bytes3 <= LARGEST_BINARY,
    onEntry: ({ name, content }) => {
      if (nameOf3(name) === PROGRAM && content !== void 0) found = content;
    }
  });
  const source = files.stream(archive, CHUNK4);
  const plain = zlib3.createGunzip({ chunkSize: CHUNK4 });
  source.on("error", (error) => plain.destroy(error));
  let bytes2 = 0;
  try {
    for await (const chunk of source.pipe(plain)) {
      if (!(chunk instanceof Uint8Array)) continue;
      bytes2 += chunk.length;
      if (bytes2 > LARGEST_TAR) throw new Error(`it has more than ${LARGEST_TAR} bytes`);
      reader.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    }
    reader.end();
  } catch (error) {
    return unable(`Trivy's archive cannot be unpacked: ${messageOf(error)}.`);
  } finally {
    source.destroy();
  }
  return found === void 0 ? unable(`Trivy's archive holds no program ${PROGRAM} of at most ${LARGEST_BINARY} bytes.`) : known(found);
}
function nameOf3(name) {
  return name.replace(/^\.\//, "");
}

// src/stages/scan/binary/index.ts
var PROGRAM_MODE = 493;
async function findBinary(ask, sources, deps) {
  if (ask.path !== void 0) return known(await installed(ask.path, deps));
  const archive = archiveOf(ask, deps.machine);
  if (!isKnown(archive)) return archive;
  return fetchBinary(archive.value, sources, deps);
}
async function installed(path, deps) {
  const real = await deps.files.realPath(path).catch(() => path);
  const digest2 = await digestOf(real, LARGEST_BINARY, deps).catch(() => void 0);
  const isVerified = TRIVY_RELEASES.some(({ binary }) => binary === digest2);
  return { path: real, isVerified, notices: [] };
}
async function fetchBinary(archive, { limits, shelter }, deps) {
  const { folder, notices: placing } = await keepingPlace(archive, deps);
  const kept = join12(folder, archive.binary === void 0 ? "trivy.tar.gz" : "trivy");
  const shared = binaryKey(basename2(folder));
  if (await deps.files.stat(kept) === void 0) await shelter?.restore(folder, shared);
  const state = await stateOf(kept, archive, deps);
  const notices = [...placing, ...state === "changed" ? [changed(archive)] : []];
  if (state !== "good") {
    const made = await make({ archive, folder, kept, limits }, deps);
    if (!isKnown(made)) return made;
    void shelter?.save(folder, shared.key);
  }
  if (archive.binary !== void 0) return known({ path: kept, isVerified: true, notices });
  const path = join12(await deps.files.makeTemporary("plimsoll-trivy", "run"), "trivy");
  const program = await unpackBinary(kept, deps);
  if (!isKnown(program)) return program;
  await writeProgram(path, program.value, deps);
  return known({ path, isVerified: true, notices });
}
function changed({ version }) {
  return `The Trivy ${version} that was kept from an earlier run was changed since: it was removed, and fetched again.`;
}
async function keepingPlace({ version, platform, digest: digest2 }, deps) {
  const root = machineCache(deps.workflow.env);
  const name = `${version}-${platform}-${digest2.slice(0, 16)}`;
  try {
    if (root === void 0) throw new Error("no folder for caches is named");
    const folder = join12(root, "plimsoll", "trivy", name);
    await deps.files.makeFolder(folder);
    return { folder, notices: [] };
  } catch (error) {
    const folder = await deps.files.makeTemporary("plimsoll-kept", "run");
    return { folder, notices: [`Trivy is not kept for the next run: ${messageOf(error)}.`] };
  }
}
async function digestOf(path, mostBytes, { files }) {
  const found = await files.stat(path);
  return found?.kind === "file" && found.bytes <= mostBytes ? files.sha256(path) : void 0;
}
async function stateOf(path, archive, deps) {
  if (await deps.files.stat(path) === void 0) return "absent";
  const most = Math.max(LARGEST_BINARY, LARGEST_ARCHIVE);
  const digest2 = await digestOf(path, most, deps);
  if (digest2 === (archive.binary ?? archive.digest)) return "good";
  await deps.files.remove(path);
  return "changed";
}
async function make({ archive, folder, kept, limits }, deps) {
  const path = join12(folder, `unfinished-${randomBytes(8).toString("hex")}`);
  const unfinished = { kind: "folder", path, life: "run" };
  deps.cleanup.own(unfinished);
  try {
    await deps.files.makeFolder(path);
    const downloaded = await downloadArchive({ archive, folder: path, limits }, deps);
    if (!isKnown(downloaded)) return downloaded;
    if (archive.binary === void 0) await deps.files.rename(downloaded.value, kept);
    else {
      const program = await verifiedProgram(downloaded.value, archive, deps);
      if (!isKnown(program)) return program;
      const whole = join12(path, "trivy");
      await writeProgram(whole, program.value, deps);
      await deps.files.rename(whole, kept);
    }
    return known(void 0);
  } finally {
    await deps.cleanup.remove(unfinished);
  }
}
async function verifiedProgram(path, { version, binary }, deps) {
  const program = await unpackBinary(path, deps);
  if (!isKnown(program)) return program;
  const digest2 = createHash5("sha256").update(program.value).digest("hex");
  return digest2 === binary ? program : unable(
    `The program in the archive of Trivy ${version} is refused: its SHA-256 is ${digest2}, and must be ${binary}.`
  );
}
async function writeProgram(path, data, { files, signal }) {
  await pipeline4(Readable2.from([data]), files.sink(path), { signal });
  await files.setMode(path, PROGRAM_MODE);
}

// src/stages/scan/cell.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { join as join13 } from "node:path";
async function makeCells(deps) {
  const { env } = deps.workflow;
  const folder = await deps.files.makeTemporary("plimsoll-scan", "run");
  const cwd = join13(folder, "empty");
  const home = join13(folder, "home");
  const temporary = join13(folder, "tmp");
  for (const path of [cwd, home, temporary]) await deps.files.makeFolder(path);
  const nonce = { path: join13(folder, "nonce"), words: randomBytes2(16).toString("hex") };
  await deps.files.write(nonce.path, nonce.words);
  const scanning = {
    PATH: env["PATH"] ?? "",
    HOME: home,
    TMPDIR: temporary,
    ...trivyVariables()
  };
  return {
    nonce,
    scanning: { folder, cwd, env: scanning }
  };
}

// src/stages/scan/fetch-database.ts
import { basename as basename3, dirname as dirname3, join as join18 } from "node:path";
import zlib4 from "node:zlib";

// src/clients/answer.ts
import { createHash as createHash6 } from "node:crypto";
import { Transform as Transform4 } from "node:stream";
var PullFailed = class extends Error {
  name = "PullFailed";
  /** Seconds to wait at least before it may go better; undefined: trying again is no use. */
  wait;
  constructor(message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.wait = options.wait;
  }
};
var LARGEST_ERROR = 64 * 1024;
var errorSchema = external_exports.object({
  errors: external_exports.array(external_exports.object({ code: external_exports.string().regex(/^[A-Z_]{1,40}$/) })).min(1)
});
async function failureOf2(answer, now) {
  const { status, headers } = answer;
  const body = await readAll(answer.body, LARGEST_ERROR).catch(() => Buffer.alloc(0));
  const parsed2 = errorSchema.safeParse(parseJson3(body));
  const code = parsed2.success ? parsed2.data.errors[0]?.code : void 0;
  const words = `it answered ${status}${code === void 0 ? "" : ` ${code}`}`;
  if (!isPassing2(status)) return new PullFailed(words);
  const wait = parseRetryAfter(headers["retry-after"], now);
  const asked = wait > 0 ? ` and asks to wait ${Math.ceil(wait)} seconds` : "";
  return new PullFailed(`${words}${asked}`, { wait });
}
async function readAll(body, most) {
  const parts = [];
  let bytes2 = 0;
  try {
    for await (const chunk of body) {
      bytes2 += chunk.length;
      if (bytes2 > most) break;
      parts.push(Buffer.from(chunk));
    }
  } catch (cause) {
    throw new PullFailed(messageOf(cause), { wait: 0, cause });
  }
  if (bytes2 > most) throw new PullFailed(`its answer has more than ${most} bytes`);
  return Buffer.concat(parts);
}
function parseJson3(bytes2) {
  try {
    return JSON.parse(bytes2.toString("utf8"));
  } catch {
    return void 0;
  }
}
var Meter2 = class extends Transform4 {
  #hash = createHash6("sha256");
  bytes = 0;
  constructor(most) {
    super({
      transform: (chunk, _, done) => {
        this.#hash.update(chunk);
        this.bytes += chunk.length;
        if (this.bytes > most) done(new Error(`there are more than ${most} bytes`));
        else done(null, chunk);
      }
    });
  }
  /** Once, at the end. */
  digest() {
    return `sha256:${this.#hash.digest("hex")}`;
  }
};

// src/clients/registry.ts
import { createHash as createHash7 } from "node:crypto";
import { pipeline as pipeline5 } from "node:stream/promises";

// src/domain/registry/challenge.ts
var PARAMETER = /([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;
function parseChallenge(header) {
  const bearer = /(?:^|,\s*)Bearer\s+(.*)$/is.exec(header)?.[1];
  if (bearer === void 0)
    return /(?:^|,\s*)Basic\b/i.test(header) ? { scheme: "basic" } : void 0;
  const values = /* @__PURE__ */ new Map();
  for (const [, name = "", quoted, plain] of bearer.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, quoted?.replace(/\\(.)/g, "$1") ?? plain ?? "");
  }
  const realm = values.get("realm");
  if (realm === void 0 || !URL.canParse(realm)) return void 0;
  return { scheme: "bearer", realm, service: values.get("service") };
}

// src/clients/docker-login.ts
import { join as join14 } from "node:path";

// src/domain/registry/login.ts
var text2 = external_exports.string().optional().catch(void 0);
var entrySchema = external_exports.object({ auth: text2, username: text2, password: text2 }).catch({});
var configSchema3 = external_exports.object({
  auths: external_exports.record(external_exports.string(), entrySchema).catch({}).default({}),
  credHelpers: external_exports.record(external_exports.string(), external_exports.string()).catch({}).default({}),
  credsStore: text2
});
var DOCKER_HUB = "https://index.docker.io/v1/";
var HELPER = /^[\w.-]{1,64}$/;
function findLogin(json, host) {
  const config = configSchema3.safeParse(parseJson4(json));
  if (!config.success) return void 0;
  const { auths, credHelpers, credsStore } = config.data;
  const server = host === "docker.io" ? DOCKER_HUB : host;
  const key = Object.keys(auths).find((name) => hostOf(name) === hostOf(server));
  const helper = credHelpers[host] ?? (credsStore === "" ? void 0 : credsStore);
  if (helper !== void 0 && HELPER.test(helper))
    return { from: "helper", helper, server: key ?? server };
  const login = key === void 0 ? void 0 : loginOf(auths[key]);
  return login && { from: "config", login };
}
function parseHelperAnswer(json) {
  const schema5 = external_exports.object({ Username: external_exports.string().min(1), Secret: external_exports.string().min(1) });
  const answer = schema5.safeParse(parseJson4(json));
  return answer.success ? { user: answer.data.Username, password: answer.data.Secret } : void 0;
}
function loginOf(entry3) {
  const { auth, username, password } = entry3 ?? {};
  if (auth === void 0 || auth === "")
    return username && password ? { user: username, password } : void 0;
  const decoded2 = Buffer.from(auth, "base64").toString("utf8");
  const colon = decoded2.indexOf(":");
  if (colon < 1) return void 0;
  return { user: decoded2.slice(0, colon), password: decoded2.slice(colon + 1).replace(/\0+$/, "") };
}
function hostOf(key) {
  return key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}
function parseJson4(json) {
  try {
    return JSON.parse(json);
  } catch {
    return void 0;
  }
}

// src/clients/docker-login.ts
var LARGEST_CONFIG = 1024 * 1024;
var HELPER_SECONDS = 20;
async function readLogin(host, deps) {
  const json = await readConfig(deps);
  const source = json === void 0 ? void 0 : findLogin(json, host);
  if (source === void 0) return void 0;
  const login = source.from === "config" ? source.login : await askHelper(source.helper, source.server, deps);
  if (login !== void 0) {
    const { user, password } = login;
    deps.secrets.add([password, Buffer.from(`${user}:${password}`).toString("base64")]);
  }
  return login;
}
async function readConfig({ workflow: { env }, files }) {
  const home = env["HOME"] ?? env["USERPROFILE"];
  const folder = env["DOCKER_CONFIG"] ?? (home === void 0 ? void 0 : join14(home, ".docker"));
  if (folder === void 0) return void 0;
  return files.readText(join14(folder, "config.json"), LARGEST_CONFIG).catch(() => void 0);
}
async function askHelper(helper, server, deps) {
  const result = await deps.exec.run(`docker-credential-${helper}`, {
    args: ["get"],
    cwd: "/",
    deadlineSeconds: HELPER_SECONDS,
    stdin: bytesOf3(server)
  });
  return result.ended === "exit" && result.exitCode === 0 ? parseHelperAnswer(result.stdout) : void 0;
}
async function* bytesOf3(text4) {
  yield await Promise.resolve(Buffer.from(text4));
}

// src/clients/registry.ts
var MANIFEST_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var LARGEST_MANIFEST = 1024 * 1024;
var ANSWER_SECONDS = 30;
async function pullLayer(pull, deps) {
  const session = new Session(pull, deps);
  const { digest: digest2, layer: layer2 } = await readManifest(session, pull);
  const answer = await session.get(`blobs/${layer2.digest}`, { accept: "*/*" });
  const meter = new Meter2(layer2.size);
  try {
    await pipeline5([answer.body, meter, ...pull.into()], { signal: deps.signal });
  } catch (error) {
    throw new PullFailed(`the layer could not be taken: ${messageOf(error)}`, {
      wait: 0,
      cause: error
    });
  }
  if (meter.bytes !== layer2.size)
    throw new PullFailed(`the layer ends after ${meter.bytes} of ${layer2.size} bytes`, { wait: 0 });
  if (meter.digest() !== layer2.digest)
    throw new PullFailed("the layer’s digest is not the one that its manifest says", { wait: 0 });
  return { digest: digest2 };
}
async function readManifest(session, { reference, mediaType, largestLayer }) {
  const path = `manifests/${reference.version}`;
  const answer = await session.get(path, { accept: MANIFEST_TYPES.join(", "), small: true });
  const type = (answer.headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  if (!MANIFEST_TYPES.includes(type)) {
    answer.body.destroy();
    throw new PullFailed(`what is there is no artifact (${type === "" ? "of no type" : type})`);
  }
  const bytes2 = await readAll(answer.body, LARGEST_MANIFEST);
  const digest2 = `sha256:${createHash7("sha256").update(bytes2).digest("hex")}`;
  if (reference.version.startsWith("sha256:") && reference.version !== digest2)
    throw new PullFailed(`its manifest has the digest ${digest2}`, { wait: 0 });
  const manifest = manifestSchema.safeParse(parseJson3(bytes2));
  if (!manifest.success) throw new PullFailed("its manifest is not one that is understood");
  const [layer2, ...more] = manifest.data.layers.filter((one) => one.mediaType === mediaType);
  if (layer2 === void 0 || more.length > 0) {
    const types = manifest.data.layers.map((one) => one.mediaType ?? "no type").slice(0, 3);
    throw new PullFailed(`it has no layer of the type ${mediaType}, but ${types.join(", ")}`);
  }
  if (layer2.size > largestLayer)
    throw new PullFailed(
      `its layer has ${layer2.size} bytes, and at most ${largestLayer} are taken`
    );
  return { digest: digest2, layer: descriptorSchema.parse(layer2) };
}
var Session = class {
  #pull;
  #deps;
  #end;
  #authorization;
  constructor(pull, deps) {
    this.#pull = pull;
    this.#deps = deps;
    this.#end = deps.clock.seconds() + pull.deadlineSeconds;
  }
  /** @throws {PullFailed} unless it is there */
  async get(path, want) {
    const url = `${apiOf(this.#pull.reference)}/${path}`;
    const ask = () => this.#ask(url, { want, authorization: this.#authorization });
    let answer = await ask();
    if (answer.status === 401 && this.#authorization === void 0) {
      answer.body.destroy();
      this.#authorization = await this.#authorize(answer.headers["www-authenticate"] ?? "");
      answer = await ask();
    }
    if (answer.status === 200) return answer;
    throw await failureOf2(answer, this.#deps.clock.now());
  }
  async #ask(url, { want, authorization }) {
    const left = this.#end - this.#deps.clock.seconds();
    const deadlineSeconds = Math.max(
      0,
      want.small === true ? Math.min(left, ANSWER_SECONDS) : left
    );
    const headers = { accept: want.accept, ...authorization !== void 0 && { authorization } };
    try {
      return await this.#deps.http.get({ url, headers, deadlineSeconds });
    } catch (cause) {
      throw new PullFailed(messageOf(cause), { wait: 0, cause });
    }
  }
  /** The header that answers a challenge; docker's own login where there is one. */
  async #authorize(header) {
    const { host, name } = this.#pull.reference;
    const challenge = parseChallenge(header);
    if (challenge === void 0)
      throw new PullFailed("it asks for a login in a way that is not understood");
    const login = await readLogin(host, this.#deps);
    const basic = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString("base64")}`;
    if (challenge.scheme === "basic") {
      if (basic === void 0) throw new PullFailed(needsLogin(host));
      return basic;
    }
    const url = new URL(challenge.realm);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.host)))
      throw new PullFailed("it asks for a login over plain HTTP");
    if (challenge.service !== void 0) url.searchParams.set("service", challenge.service);
    url.searchParams.set("scope", `repository:${name}:pull`);
    const want = { accept: "application/json", small: true };
    const answer = await this.#ask(url.href, { want, authorization: basic });
    if (answer.status === 401 || answer.status === 403) {
      answer.body.destroy();
      throw new PullFailed(basic === void 0 ? needsLogin(host) : refused(host));
    }
    if (answer.status !== 200) throw await failureOf2(answer, this.#deps.clock.now());
    const token = tokenOf(await readAll(answer.body, LARGEST_MANIFEST));
    if (token === void 0) throw new PullFailed("its login gave no token");
    this.#deps.secrets.add([token]);
    return `Bearer ${token}`;
  }
};
function needsLogin(host) {
  return `it asks for a login, and docker has none for ${host} (docker login ${host})`;
}
function refused(host) {
  return `it refused docker’s login for ${host}`;
}
var tokenSchema = external_exports.object({ token: external_exports.string().optional(), access_token: external_exports.string().optional() });
function tokenOf(bytes2) {
  const parsed2 = tokenSchema.safeParse(parseJson3(bytes2));
  const token = parsed2.success ? parsed2.data.token ?? parsed2.data.access_token : void 0;
  return token === void 0 || !/^[\x21-\x7e]+$/.test(token) ? void 0 : token;
}

// src/domain/findings/fresh.ts
var DAY_MS = 864e5;
var LONGEST_DAYS = 7;
function ageInDays({ updatedAt }, now) {
  if (updatedAt === void 0) return void 0;
  return Math.max(0, (now.getTime() - Date.parse(updatedAt)) / DAY_MS);
}
function isFresh(dates, now) {
  const age = ageInDays(dates, now);
  if (age === void 0 || age > LONGEST_DAYS || dates.nextUpdate === void 0) return false;
  return now.getTime() < Date.parse(dates.nextUpdate);
}
function ageText(days) {
  const [count, unit] = days < 2 ? [Math.floor(days * 24), "hour"] : [Math.floor(days), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

// src/stages/scan/database.ts
import { join as join15 } from "node:path";
var LARGEST_METADATA2 = 64 * 1024;
async function readDatabase(kind, cache, deps) {
  const folder = join15(cache, kind.folder);
  for (const name of kind.files) {
    const path = await deps.files.realPath(join15(folder, name)).catch(() => void 0);
    if (path === void 0 || (await deps.files.stat(path))?.kind !== "file")
      return unable(`${kind.folder}/${name} is missing`);
  }
  const metadata = await deps.files.readText(join15(folder, "metadata.json"), LARGEST_METADATA2);
  return known({ kind, folder, dates: parseDatabaseDates(metadata) });
}

// src/stages/scan/kept-databases.ts
import { join as join16 } from "node:path";
var originSchema = external_exports.strictObject({
  from: external_exports.string(),
  digest: external_exports.string(),
  files: external_exports.record(external_exports.string(), external_exports.string())
});
var ORIGIN = "origin.json";
var LARGEST_ORIGIN = 64 * 1024;
var mostKept = ({ cache }) => cache === void 0 ? 2 : 1;
function shelfOf(kind, env) {
  const root = machineCache(env);
  return root === void 0 ? void 0 : join16(root, "plimsoll", kind.shelf);
}
async function newestKept({ kind, mirrors }, deps) {
  const shelf = shelfOf(kind, deps.workflow.env);
  if (shelf === void 0) return void 0;
  for (const name of (await entriesOf(shelf, deps)).toReversed()) {
    const cache = join16(shelf, name);
    const origin = await readOrigin(cache, deps);
    if (origin !== void 0 && !mirrors.some(({ text: text4 }) => text4 === origin.from)) continue;
    const read4 = await readDatabase(kind, cache, deps);
    if (origin !== void 0 && isKnown(read4) && await isWhole(read4.value, origin, deps))
      return { ...read4.value, digest: origin.digest, from: origin.from };
    await deps.files.remove(cache);
  }
  return void 0;
}
async function keep2(fresh, deps) {
  const { kind, folder, digest: digest2, from, dates } = fresh;
  const shelf = shelfOf(kind, deps.workflow.env);
  const cache = join16(folder, "..");
  if (shelf === void 0 || join16(cache, "..") !== shelf || digest2 === void 0) return fresh;
  if (dates.updatedAt === void 0) return fresh;
  const files = await Promise.all(
    kind.files.map(async (name) => [name, await deps.files.sha256(join16(folder, name))])
  );
  const origin = { from, digest: digest2, files: Object.fromEntries(files) };
  await deps.files.write(join16(cache, ORIGIN), JSON.stringify(origin));
  const place = join16(shelf, nameOf4(dates.updatedAt, digest2));
  try {
    await deps.files.rename(cache, place);
  } catch {
    return fresh;
  }
  for (const name of (await entriesOf(shelf, deps)).slice(0, -mostKept(deps)))
    await deps.files.remove(join16(shelf, name));
  return { ...fresh, folder: join16(place, kind.folder) };
}
function nameOf4(updatedAt, digest2) {
  const time = new Date(updatedAt).toISOString().replace(/\.\d+Z$/, "Z").replace(/[-:]/g, "");
  return `${time}-${digest2.replace("sha256:", "").slice(0, 12)}`;
}
async function entriesOf(shelf, deps) {
  const names2 = await deps.files.list(shelf);
  return names2.filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]{12}$/.test(name));
}
async function readOrigin(cache, deps) {
  try {
    const text4 = await deps.files.readText(join16(cache, ORIGIN), LARGEST_ORIGIN);
    return originSchema.parse(JSON.parse(text4));
  } catch {
    return void 0;
  }
}
async function isWhole({ kind, folder }, { files }, deps) {
  for (const name of kind.files) {
    if (await deps.files.sha256(join16(folder, name)) !== files[name]) return false;
  }
  return true;
}

// src/stages/scan/mirrors.ts
var TRIES = 4;
async function takeFirst({ mirrors, limits, take }, deps) {
  const start3 = deps.clock.seconds();
  const end = start3 + limits.fetchSeconds;
  const all = mirrors.map((reference) => ({
    ...{ reference, tries: 0, next: start3 },
    reason: "there was no time left"
  }));
  for (; ; ) {
    const mirror = soonest(all);
    if (mirror === void 0 || mirror.next >= end || deps.signal.aborted) break;
    await deps.clock.sleep(Math.max(0, mirror.next - deps.clock.seconds()), deps.signal);
    const others = all.filter(({ tries }) => tries === 0).length;
    const deadlineSeconds = (end - deps.clock.seconds()) / Math.max(1, others);
    mirror.tries += 1;
    try {
      const taken = await take(mirror.reference, deadlineSeconds);
      return { taken, others: all.filter((one) => one.tries > 0 && one !== mirror).map(reasonOf2) };
    } catch (error) {
      if (!(error instanceof PullFailed)) throw error;
      mirror.reason = error.message;
      const pause = limits.pauseSeconds * 2 ** (mirror.tries - 1);
      const again = error.wait !== void 0 && mirror.tries < TRIES;
      mirror.next = again ? deps.clock.seconds() + Math.max(pause, error.wait) : Number.POSITIVE_INFINITY;
    }
  }
  return { reasons: all.map(reasonOf2) };
}
function reasonOf2({ reference, reason: reason3 }) {
  return `${reference.text}: ${reason3}`;
}
function soonest(all) {
  const next = Math.min(...all.map((mirror) => mirror.next));
  return all.find((mirror) => mirror.next === next);
}

// src/stages/scan/unpack.ts
import { join as join17 } from "node:path";
import { Writable as Writable2 } from "node:stream";
function unpackInto(unpacking, deps) {
  const archive = new Unpacker(unpacking, deps);
  return new Writable2({
    write: (chunk, _, done) => {
      archive.write(chunk).then(() => {
        done();
      }, done);
    },
    final: (done) => {
      archive.end().then(() => {
        done();
      }, done);
    },
    destroy: (error, done) => {
      archive.destroy();
      done(error);
    }
  });
}
var Unpacker = class {
  #unpacking;
  #deps;
  #opened = /* @__PURE__ */ new Map();
  #reader;
  #current;
  #pieces = [];
  constructor(unpacking, deps) {
    this.#unpacking = unpacking;
    this.#deps = deps;
    this.#reader = new TarReader({
      onEntry: (entry3) => {
        this.#current = this.#open(entry3);
      },
      wants: () => false,
      onData: (data) => {
        if (this.#current !== void 0) this.#pieces.push({ to: this.#current, data });
      }
    });
  }
  /** Done when the disk has taken it. */
  async write(chunk) {
    this.#reader.write(chunk);
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const { to, data } of pieces) {
      await settled((done) => {
        to.write(data, done);
      });
    }
  }
  async end() {
    this.#reader.end();
    for (const sink of this.#opened.values()) {
      await settled((done) => {
        sink.end(done);
      });
    }
  }
  destroy() {
    for (const sink of this.#opened.values()) sink.destroy();
  }
  #open({ kind, name }) {
    const plain = name.replace(/^\.\//, "");
    if (kind !== "file" || !this.#unpacking.names.includes(plain)) return void 0;
    if (this.#opened.has(plain)) throw new BadArchive(`it has ${plain} twice`);
    const sink = this.#deps.files.sink(join17(this.#unpacking.folder, plain));
    sink.on("error", () => void 0);
    this.#opened.set(plain, sink);
    return sink;
  }
};
function settled(start3) {
  return new Promise((resolve5, reject) => {
    start3((error) => {
      if (error) reject(error);
      else resolve5();
    });
  });
}

// src/stages/scan/fetch-database.ts
var CHUNK5 = 1024 * 1024;
async function findDatabase(ask, deps) {
  const { kind, dbPath, offline, mirrors } = ask;
  if (dbPath !== void 0) return givenDatabase(kind, dbPath, deps);
  const isGood = ({ dates }) => offline || isFresh(dates, deps.clock.now());
  const here = await newestKept(ask, deps);
  if (here !== void 0 && isGood(here)) return known(here);
  const kept = offline ? here : await bringKept(ask, deps);
  if (kept !== void 0 && isGood(kept)) return known(kept);
  if (offline)
    return unable(
      `No ${kind.what} of ${mirrors.map(({ text: text4 }) => text4).join(" or ")} is kept on this machine, and offline is set, so that nothing is fetched. Name a Trivy cache folder with the input db-path, or run once without offline.`
    );
  const fetched = await fetchDatabase(ask, deps).catch((error) => ({
    // A full disk, mostly.
    reasons: [messageOf(error)]
  }));
  if ("taken" in fetched) {
    leaveForOthers(fetched.taken, ask, deps);
    return known(fetched.taken);
  }
  const why = `The ${kind.what} could not be fetched (${fetched.reasons.join("; ")})`;
  if (kept !== void 0) return known({ ...kept, notice: `${why}; ${usedInstead(kept, deps)}.` });
  return unable(
    `${why}. Name a registry that can be reached with the input db-repositories, or a Trivy cache folder with db-path.`
  );
}
async function bringKept(ask, deps) {
  const shelf = shelfOf(ask.kind, deps.workflow.env);
  if (shelf !== void 0) await ask.shelter?.restore(shelf, databaseKey(ask.kind.shelf, ""));
  return newestKept(ask, deps);
}
function leaveForOthers({ folder }, { kind, shelter }, deps) {
  const shelf = shelfOf(kind, deps.workflow.env);
  const place = dirname3(folder);
  if (shelter === void 0 || shelf === void 0 || dirname3(place) !== shelf) return;
  void shelter.save(shelf, databaseKey(kind.shelf, basename3(place)).key);
}
async function givenDatabase(kind, cache, deps) {
  const read4 = await readDatabase(kind, cache, deps);
  return isKnown(read4) ? known({ ...read4.value, from: "the input db-path" }) : unable(
    `There is no ${kind.what} in ${cache} (${read4.unable}); the input db-path takes a Trivy cache folder that has one.`
  );
}
function usedInstead({ dates }, deps) {
  const days = ageInDays(dates, deps.clock.now());
  const age = days === void 0 ? "" : `, ${ageText(days)} old,`;
  return `the one that was kept${age} is used`;
}
async function fetchDatabase({ kind, mirrors, limits }, deps) {
  if (mirrors.length === 0) return { reasons: [`no repository is known that has it`] };
  const cache = await makeRoom(kind, deps);
  const take = (mirror, deadlineSeconds) => fetchFrom(mirror, { kind, cache, deadlineSeconds }, deps);
  const fetched = await takeFirst({ mirrors, limits, take }, deps);
  if (!("taken" in fetched)) return fetched;
  const taken = await keep2(fetched.taken, deps);
  if (fetched.others.length === 0) return { taken };
  const notice3 = `The ${kind.what} was taken from ${taken.from}, because a mirror before it gave none (${fetched.others.join("; ")}).`;
  return { taken: { ...taken, notice: notice3 } };
}
async function makeRoom(kind, deps) {
  const shelf = shelfOf(kind, deps.workflow.env);
  if (shelf !== void 0) {
    const path = join18(shelf, `.new-${deps.runId}`);
    deps.cleanup.own({ kind: "folder", path, life: "run" });
    try {
      await deps.files.makeFolder(path);
      return path;
    } catch {
    }
  }
  return deps.files.makeTemporary(`plimsoll-${kind.folder}`, "run");
}
async function fetchFrom(reference, { kind, cache, deadlineSeconds }, deps) {
  const { mediaType, largestLayer, largestUnpacked, files: names2 } = kind;
  const folder = join18(cache, kind.folder);
  await deps.files.remove(folder);
  await deps.files.makeFolder(folder);
  const into = () => [
    zlib4.createGunzip({ chunkSize: CHUNK5 }),
    new Meter2(largestUnpacked),
    unpackInto({ folder, names: names2 }, deps)
  ];
  const pull = { reference, mediaType, largestLayer, into, deadlineSeconds };
  const { digest: digest2 } = await pullLayer(pull, deps);
  const read4 = await readDatabase(kind, cache, deps);
  if (!isKnown(read4)) throw new PullFailed(`there is no database in it (${read4.unable})`);
  return { ...read4.value, digest: digest2, from: reference.text };
}

// src/clients/bare-trivy.ts
var VERSION_SECONDS = 30;
var LARGEST_LOG = 4 * 1024 * 1024;
function runBare(call, deps) {
  return deps.exec.run(call.program, {
    args: call.args,
    cwd: call.cell.cwd,
    onlyEnv: call.cell.env,
    deadlineSeconds: call.deadlineSeconds ?? VERSION_SECONDS,
    maxOutputBytes: call.maxOutputBytes ?? LARGEST_LOG
  });
}
var VERSION_ARGS = ["version", "--format", "json"];
function versionOf3(failure2, stdout) {
  if (failure2 !== void 0) return unable(failure2);
  const version = parseTrivyVersion(stdout);
  return version === void 0 ? unable("it does not tell its version as Trivy does") : known(version);
}
async function askVersion(program, cell, deps) {
  const result = await runBare({ program, args: VERSION_ARGS, cell }, deps);
  const version = versionOf3(failureOf3(result), result.stdout);
  return isKnown(version) ? version : unable(
    `Trivy could not be started (${program}: ${version.unable}); install it, or name it with the input trivy-path.`
  );
}
function failureOf3(result) {
  switch (result.ended) {
    case "missing":
      return "there is no such program";
    case "deadline":
      return `it was ended after ${result.seconds.toFixed(0)} seconds`;
    case "aborted":
      return "the run was stopped";
    case "signal":
      return "it could not be run, or was killed; a lack of memory does that";
    case "exit":
      if (result.exitCode === 0) return void 0;
      return reasonOf(result.stderr) ?? `exit status ${result.exitCode}, without a word`;
  }
}

// src/domain/health/archive.ts
var BLOCK2 = 512;
var LARGEST_OCTAL = 8589934591;
function archiveManifest({ tag, config, layers }) {
  return JSON.stringify([{ Config: config, RepoTags: [tag], Layers: layers }]);
}
function archiveHeader(name, bytes2, { isFolder = false, mode = 420, owner = { uid: 0, gid: 0 } } = {}) {
  const block = Buffer.alloc(BLOCK2);
  block.write(isFolder ? `${name}/` : name, 0, 100, "latin1");
  block.write(octal(mode, 8), 100, "latin1");
  block.write(octal(owner.uid, 8), 108, "latin1");
  block.write(octal(owner.gid, 8), 116, "latin1");
  if (bytes2 <= LARGEST_OCTAL) block.write(octal(bytes2, 12), 124, "latin1");
  else {
    block.writeUInt8(128, 124);
    block.writeBigUInt64BE(BigInt(bytes2), 128);
  }
  block.write(octal(0, 12), 136, "latin1");
  block.write(`        ${isFolder ? "5" : "0"}`, 148, "latin1");
  block.write("ustar\x0000", 257, "latin1");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}
function octal(value, length) {
  return `${value.toString(8).padStart(length - 1, "0")}\0`;
}
function archivePadding(bytes2) {
  return new Uint8Array((BLOCK2 - bytes2 % BLOCK2) % BLOCK2);
}
var ARCHIVE_END = new Uint8Array(2 * BLOCK2);

// src/stages/scan/scanner/bare.ts
import { join as join20 } from "node:path";

// src/stages/scan/scanner/cache-folder.ts
import { join as join19 } from "node:path";
async function prepareCache2(cache, { files, signal }) {
  if (signal.aborted) throw new Error("the run was stopped");
  for (const name of ["db", "java-db", "home", "tmp"]) await files.makeFolder(join19(cache, name));
  for (const name of Object.values(EMPTY_FILES)) await files.write(join19(cache, name), "");
}
async function databaseFiles(databases, { files }) {
  const names2 = databases.flatMap(
    ({ kind, folder }) => kind.files.map((file) => ({ path: join19(folder, file), name: `${kind.folder}/${file}` }))
  );
  return Promise.all(
    names2.map(async ({ path, name }) => ({ source: await files.realPath(path), name }))
  );
}

// src/stages/scan/scanner/bare.ts
function bareScanner({ program, version, cell }, deps) {
  return {
    program,
    version,
    run: async ({ args, input, cache, databases, deadlineSeconds }) => {
      await prepareCache2(cache, deps);
      await linkDatabases(databases, cache, deps);
      const call = { program, cell, args: args({ input, cache }), deadlineSeconds };
      const result = await runBare(call, deps);
      const failure2 = failureOf3(result);
      return { input, log: result.stderr, ...failure2 === void 0 ? {} : { failure: failure2 } };
    }
  };
}
async function linkDatabases(databases, cache, deps) {
  for (const { source, name } of await databaseFiles(databases, deps)) {
    const link = join20(cache, name);
    await deps.files.remove(link);
    await deps.files.symlink(source, link);
  }
}

// src/stages/scan/scanner/container.ts
import { randomBytes as randomBytes3 } from "node:crypto";

// src/domain/health/lines.ts
import { stripVTControlCharacters as stripVTControlCharacters4 } from "node:util";
var MOST_LINES = 10;
var LONGEST_LINE = 300;
function lastLines(lines) {
  return lines.map((line2) => stripVTControlCharacters4(line2).trimEnd()).filter((line2) => line2.trim() !== "").slice(-MOST_LINES).map((line2) => line2.length > LONGEST_LINE ? `${line2.slice(0, LONGEST_LINE - 1)}…` : line2);
}
function logLines(streams) {
  return streams.flatMap((text4) => text4.split("\n")).filter((line2) => line2 !== "").map((line2) => {
    const [stamp = "", ...words] = line2.split(" ");
    return { stamp, words: words.join(" ") };
  }).toSorted((a, b) => a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0).map(({ words }) => words.replace(/\r$/, ""));
}

// src/domain/health/state.ts
var schema = external_exports.looseObject({
  Status: external_exports.string(),
  ExitCode: external_exports.int(),
  Error: external_exports.string().optional(),
  OOMKilled: external_exports.boolean().optional(),
  Health: external_exports.looseObject({
    Status: external_exports.string(),
    Log: external_exports.array(external_exports.looseObject({ ExitCode: external_exports.int(), Output: external_exports.string() })).nullish()
  }).nullish()
});
function parseState(text4) {
  const parsed2 = schema.safeParse(jsonOf(text4));
  if (!parsed2.success)
    return unable("the engine does not say the state of a container in a form that is known");
  const { Status, ExitCode, Error: error, OOMKilled, Health } = parsed2.data;
  const last = Health?.Log?.at(-1);
  const isUp = Status === "running";
  const hasEnded = Status === "exited" || Status === "dead";
  return known({
    phase: hasEnded ? "ended" : isUp && Health?.Status === "healthy" ? "healthy" : "awaited",
    exitCode: ExitCode,
    outOfMemory: OOMKilled === true,
    error: error ?? "",
    isCheckMissing: last !== void 0 && isMissing(last),
    ...last !== void 0 && { check: lastLines(last.Output.split("\n")) }
  });
}
function isMissing(check3) {
  const { ExitCode, Output } = check3;
  return ExitCode === 126 || ExitCode === 127 || ExitCode === -1 && /^OCI runtime exec/.test(Output);
}
function jsonOf(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}
function isCommandMissing({ exitCode }) {
  return exitCode === 126 || exitCode === 127;
}
function isForeignProgram(words) {
  return words.some((line2) => /\bexec format error\b/i.test(line2));
}

// src/clients/containers.ts
var LOAD_SECONDS = 300;
var CALL_SECONDS = 60;
var LARGEST_LOG2 = 4 * 1024 * 1024;
async function loadImage({ deps, cwd }, archive) {
  const result = await deps.exec.run("docker", {
    args: ["load", "--quiet"],
    ...{ cwd, stdin: archive, deadlineSeconds: LOAD_SECONDS }
  });
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function importImage({ deps, cwd }, { tag, runId, content }) {
  const result = await deps.exec.run("docker", {
    args: ["import", "--change", `LABEL plimsoll.run=${runId}`, "-", tag],
    ...{ cwd, stdin: content, deadlineSeconds: LOAD_SECONDS }
  });
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function copyInto({ deps, cwd }, { name, path, content }) {
  const result = await deps.exec.run("docker", {
    args: ["cp", "-", `${name}:${path}`],
    ...{ cwd, stdin: content, deadlineSeconds: LOAD_SECONDS }
  });
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function copyOut(call, { name, path, to }) {
  const result = await docker(call, ["cp", `${name}:${path}`, to]);
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function holds(call, { name, path, words }) {
  const result = await docker(call, ["cp", `${name}:${path}`, "-"]);
  return isWell(result) && result.stdout.includes(words);
}
var namesSchema = external_exports.object({ RepoTags: external_exports.array(external_exports.string()).nullish() });
async function imageTags(call, id) {
  const result = await docker(call, ["image", "inspect", "--format", "{{json .}}", id]);
  if (!isWell(result)) return void 0;
  try {
    return namesSchema.parse(JSON.parse(result.stdout)).RepoTags ?? [];
  } catch {
    return [];
  }
}
async function createContainer(call, args) {
  const result = await docker(call, ["create", ...args]);
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function startContainer(call, name) {
  const result = await docker(call, ["start", name]);
  return isWell(result) ? known(void 0) : unable(endingOf(result));
}
async function inspectContainer(call, name) {
  const result = await docker(call, [
    ...["inspect", "--type", "container", "--format", "{{json .State}}", name]
  ]);
  return isWell(result) ? parseState(result.stdout) : unable(endingOf(result));
}
async function readContainerLog(call, { name, lines }) {
  const result = await docker(call, ["logs", "--timestamps", "--tail", `${lines}`, name]);
  return isWell(result) ? logLines([result.stdout, result.stderr]) : [];
}
function docker({ deps, cwd }, args) {
  return deps.exec.run("docker", {
    ...{ args, cwd, deadlineSeconds: CALL_SECONDS, maxOutputBytes: LARGEST_LOG2 }
  });
}

// src/stages/scan/scanner/container.ts
var LARGEST_LOG3 = 4 * 1024 * 1024;
var VERSION_SECONDS2 = 60;
async function ownImage(call, content) {
  const { deps } = call;
  const tag = `plimsoll-${randomBytes3(8).toString("hex")}:scanner`;
  deps.cleanup.own({ kind: "image", name: tag, life: "run" });
  const made = await importImage(call, { tag, runId: deps.runId, content });
  return isKnown(made) ? { value: tag } : made;
}
async function inContainer(deps, work) {
  const name = `plimsoll-${randomBytes3(8).toString("hex")}`;
  const thing = { kind: "container", name, life: "run" };
  deps.cleanup.own(thing);
  try {
    return await work(name);
  } finally {
    void deps.cleanup.remove(thing);
  }
}
var KILLED = 137;
var NOT_RUN = /* @__PURE__ */ new Set([125, 126, 127]);
async function failureIn(result, { call, memoryBytes, name }) {
  if (result.ended !== "exit") return failureOf3(result);
  if (NOT_RUN.has(result.exitCode)) return `the engine could not run it: ${endingOf(result)}`;
  if (result.exitCode !== KILLED) return failureOf3(result);
  const state = await inspectContainer(call, name);
  const most = `the ${formatBytes(memoryBytes)} of memory that it may use`;
  return isKnown(state) && state.value.outOfMemory ? `it needed more than ${most}` : `it was killed; needing more than ${most} does that`;
}

// src/stages/scan/scanner/copied.ts
import { join as join21 } from "node:path";
var CHUNK6 = 1024 * 1024;
var PATHS = { input: `${INSIDE.volume}/input`, cache: `${INSIDE.volume}/cache` };
async function* programArchive(program, deps) {
  yield* entry2({ path: program, name: "trivy", traits: { mode: 493 } }, deps);
  yield ARCHIVE_END;
}
function copiedVersion(shell) {
  return inContainer(shell.call.deps, async (name) => {
    const made = await createContainer(shell.call, argsOf(shell, name, VERSION_ARGS));
    if (!isKnown(made)) return made;
    const result = await start(shell, name, VERSION_SECONDS2);
    return versionOf3(await failureIn(result, { ...shell, name }), result.stdout);
  });
}
function copiedScanner(shell, version) {
  return { program: shell.program, version, run: (call) => run(shell, call) };
}
async function run(shell, call) {
  const { deps } = shell.call;
  await prepareCache2(call.cache, deps);
  return inContainer(deps, async (name) => {
    const failed = (why) => ({ input: PATHS.input, log: "", failure: why });
    const made = await createContainer(shell.call, argsOf(shell, name, call.args(PATHS)));
    if (!isKnown(made)) return failed(`the engine could not run it: ${made.unable}`);
    const content = everything(shell, call);
    const given3 = await copyInto(shell.call, { name, path: INSIDE.volume, content });
    if (!isKnown(given3)) return failed(`nothing could be copied to the engine: ${given3.unable}`);
    const result = await start(shell, name, call.deadlineSeconds);
    const failure2 = await failureIn(result, { ...shell, name });
    if (failure2 !== void 0) return { ...failed(failure2), log: result.stderr };
    for (const output of call.outputs) {
      const [path, to] = [join21(PATHS.cache, output), join21(call.cache, output)];
      await copyOut(shell.call, { name, path, to });
    }
    return { input: PATHS.input, log: result.stderr };
  });
}
async function* everything({ call: { deps }, ids }, { input, cache, databases }) {
  yield* entry2({ path: input, name: "input", traits: {} }, deps);
  yield* entry2({ path: cache, name: "cache", traits: { owner: ids } }, deps);
  for (const { source, name } of await databaseFiles(databases, deps))
    yield* entry2({ path: source, name: `cache/${name}`, traits: {} }, deps);
  yield ARCHIVE_END;
}
async function* entry2({ path, name, traits }, deps) {
  const found = await deps.files.stat(path);
  if (found?.kind === "folder") {
    yield archiveHeader(name, 0, { ...traits, isFolder: true, mode: 493 });
    for (const inner of await deps.files.list(path))
      yield* entry2({ path: join21(path, inner), name: `${name}/${inner}`, traits }, deps);
  }
  if (found?.kind !== "file") return;
  yield archiveHeader(name, found.bytes, traits);
  for await (const chunk of deps.files.stream(path, CHUNK6))
    if (chunk instanceof Uint8Array) yield chunk;
  yield archivePadding(found.bytes);
}
function start({ call: { deps, cwd } }, name, seconds) {
  return deps.exec.run("docker", {
    args: ["start", "--attach", name],
    ...{ cwd, deadlineSeconds: seconds, maxOutputBytes: LARGEST_LOG3 }
  });
}
function argsOf(shell, name, args) {
  const { call, image, ids, memoryBytes } = shell;
  const { volume } = INSIDE;
  const ask = { name, runId: call.deps.runId, image, ids, memoryBytes, mounts: [], volume };
  return [...confinedArgs({ ...ask, cache: PATHS.cache }), ...args];
}

// src/stages/scan/scanner/mounted.ts
import { join as join22 } from "node:path";
var FOR_ALL = 45;
var FOR_ALL_FILE = 36;
async function sharesDisk(shell, { path, words }) {
  const { call } = shell;
  return inContainer(call.deps, async (name) => {
    const mounts = [{ source: path, target: INSIDE.input }];
    const made = await createContainer(call, argsOf2(shell, { name, mounts }));
    return isKnown(made) && await holds(call, { name, path: INSIDE.input, words });
  });
}
async function mountedVersion(shell) {
  const mounts = [programMount(shell)];
  return inContainer(shell.call.deps, async (name) => {
    const result = await start2(shell, {
      ...{ name, mounts, deadlineSeconds: VERSION_SECONDS2 },
      args: VERSION_ARGS
    });
    return versionOf3(await failureIn(result, { ...shell, name }), result.stdout);
  });
}
function mountedScanner(shell, version) {
  return { program: shell.program, version, run: (call) => run2(shell, call) };
}
async function run2(shell, call) {
  const { deps } = shell.call;
  await prepareCache2(call.cache, deps);
  const mounts = [
    programMount(shell),
    { source: call.input, target: INSIDE.input },
    { source: call.cache, target: INSIDE.cache, isWritable: true },
    ...await databaseMounts(call, shell)
  ];
  await handOver(shell, call);
  return inContainer(deps, async (name) => {
    const { deadlineSeconds } = call;
    const result = await start2(shell, { name, mounts, deadlineSeconds, args: call.args(INSIDE) });
    const failure2 = await failureIn(result, { ...shell, name });
    return { input: INSIDE.input, log: result.stderr, ...failure2 === void 0 ? {} : { failure: failure2 } };
  });
}
function programMount({ program }) {
  return { source: program, target: INSIDE.program };
}
async function databaseMounts({ databases, cache }, { call: { deps } }) {
  const mounts = [];
  for (const { source, name } of await databaseFiles(databases, deps)) {
    await deps.files.write(join22(cache, name), "");
    mounts.push({ source, target: `${INSIDE.cache}/${name}` });
  }
  return mounts;
}
async function handOver({ call: { deps }, ids }, { cache, input }) {
  if (deps.machine.uid !== 0) return;
  await deps.files.setOwner(cache, ids);
  await makeReadable(input, deps);
}
async function makeReadable(path, deps) {
  const found = await deps.files.stat(path);
  if (found === void 0) return;
  const wanted = found.mode | (found.kind === "folder" ? FOR_ALL : FOR_ALL_FILE);
  if (found.kind !== "file" && found.kind !== "folder") return;
  if (wanted !== found.mode) await deps.files.setMode(path, wanted);
  if (found.kind === "file") return;
  for (const name of await deps.files.list(path)) await makeReadable(join22(path, name), deps);
}
function start2(shell, { name, mounts, args, deadlineSeconds }) {
  const { deps, cwd } = shell.call;
  return deps.exec.run("docker", {
    args: ["run", ...argsOf2(shell, { name, mounts }), ...args],
    ...{ cwd, deadlineSeconds, maxOutputBytes: LARGEST_LOG3 }
  });
}
function argsOf2({ call, image, ids, memoryBytes }, { name, mounts }) {
  const { runId } = call.deps;
  return confinedArgs({ name, runId, image, ids, memoryBytes, mounts, cache: INSIDE.cache });
}

// src/stages/scan/scanner/index.ts
async function findGround({ cells, memoryBytes }, deps) {
  const call = { deps, cwd: cells.scanning.cwd };
  const image = await ownImage(call, nothing());
  if (!isKnown(image)) return unable(`the engine takes no image (${image.unable})`);
  const shell = { call, memoryBytes, ids: idsFor(deps.machine), image: image.value };
  return known({ ...shell, sharesDisk: await sharesDisk(shell, cells.nonce) });
}
async function* nothing() {
  yield await Promise.resolve(ARCHIVE_END);
}
async function makeScanner(ask, deps) {
  const { program, cell, ground } = ask;
  const confined = isKnown(ground) ? await confine(program, ground.value) : ground;
  if (isKnown(confined)) return expectBenign({ scanner: confined.value });
  const version = await askVersion(program, cell, deps);
  if (!isKnown(version)) return version;
  const scanner = bareScanner({ program, cell, version: version.value }, deps);
  return expectBenign({ scanner, bare: confined.unable });
}
function expectBenign(made) {
  const malice = maliceOf(made.scanner.version);
  return malice === void 0 ? known(made) : unable(`${malice}: it is not used.`);
}
async function confine(program, ground) {
  const shell = { ...ground, program };
  if (ground.sharesDisk) {
    const version2 = await mountedVersion(shell);
    return isKnown(version2) ? known(mountedScanner(shell, version2.value)) : unable(`it does not run alone in a container (${version2.unable})`);
  }
  ground.call.deps.log.line(
    "The engine does not see the files of this machine: what Trivy needs is copied into its container."
  );
  const full = await ownImage(ground.call, programArchive(program, ground.call.deps));
  if (!isKnown(full)) return unable(`the engine does not see our files (${full.unable})`);
  const copied = { ...shell, image: full.value };
  const version = await copiedVersion(copied);
  return isKnown(version) ? known(copiedScanner(copied, version.value)) : unable(`it does not run alone in a container (${version.unable})`);
}

// src/stages/scan/supply.ts
var LIMITS = {
  ...{ fetchSeconds: 300, pauseSeconds: 2, memoryBytes: MEMORY_BYTES },
  binary: { seconds: 300, pauses: [1, 3, 9] }
};
function startSupply({ inputs, first, shelter }, deps, limits = LIMITS) {
  const cells = knownOr("Trivy has no folder to run in", async () => ({
    value: await makeCells(deps)
  }));
  const scanner = knownOr("Trivy could not be started", async () => {
    const binary = findBinary(inputs.trivy, { limits: limits.binary, shelter }, deps);
    await Promise.allSettled([first]);
    return makeSupplied({ cells: await cells, binary, limits }, deps);
  });
  const databases = startDatabases(inputs, { limits, shelter }, deps);
  const facts = { scanner, memoryBytes: limits.memoryBytes };
  return { cells, scanner, ...databases, tools: () => describeTools(facts, databases) };
}
function startDatabases({ dbPath, dbRepositories, offline }, sources, deps) {
  const { vulnerabilities, java: mirrors } = mirrorsOf(dbRepositories);
  const asked = { dbPath, offline, ...sources };
  let java;
  return {
    database: knownOr(
      "The vulnerability database could not be had",
      () => findDatabase({ ...asked, kind: VULNERABILITIES, mirrors: vulnerabilities }, deps)
    ),
    javaDatabase: () => {
      java ??= knownOr(
        "The Java database could not be had",
        () => findDatabase({ ...asked, kind: JAVA, mirrors }, deps)
      );
      return java;
    },
    java: () => java
  };
}
async function makeSupplied({ cells, binary, limits: { memoryBytes } }, deps) {
  if (!isKnown(cells)) return cells;
  const cell = cells.value.scanning;
  const [found, ground] = await Promise.all([
    binary,
    findGround({ cells: cells.value, memoryBytes }, deps)
  ]);
  if (!isKnown(found)) return found;
  const { path, isVerified, notices } = found.value;
  const made = await makeScanner({ program: path, cell, ground }, deps);
  return isKnown(made) ? known({ ...made.value, isVerified, notices }) : made;
}
async function suppliedTools(supply) {
  const [cells, made, database] = await Promise.all([
    supply.cells,
    supply.scanner,
    supply.database
  ]);
  if (!isKnown(cells)) return cells;
  if (!isKnown(made)) return made;
  if (!isKnown(database)) return database;
  const { folder } = cells.value.scanning;
  return known({ folder, scanner: made.value.scanner, database: database.value });
}
async function knownOr(failing, make2) {
  try {
    return await make2();
  } catch (error) {
    return unable(`${failing}: ${messageOf(error)}.`);
  }
}
async function describeTools({ scanner, memoryBytes }, { database, java }) {
  const found = await scanner;
  const judgedBy = await database;
  const facts = isKnown(found) ? scannerFacts(found.value, memoryBytes) : void 0;
  return {
    versions: isKnown(found) ? { trivy: found.value.scanner.version } : {},
    ...facts === void 0 ? {} : { scanner: facts },
    ...isKnown(judgedBy) ? { database: describe(judgedBy.value) } : {},
    notices: [
      ...isKnown(found) ? noticesOf(found.value) : [],
      ...[judgedBy, await java()].flatMap(databaseNotice)
    ]
  };
}
function describe({ dates, digest: digest2, from }) {
  return { ...dates, from, ...digest2 !== void 0 && { digest: digest2 } };
}
function databaseNotice(database) {
  if (database === void 0 || !isKnown(database)) return [];
  const { notice: notice3 } = database.value;
  return notice3 === void 0 ? [] : [{ from: "database", message: notice3 }];
}
function scannerFacts({ isVerified, bare }, memoryBytes) {
  return {
    verified: isVerified,
    confined: bare === void 0,
    ...bare === void 0 ? { memoryBytes } : {}
  };
}
function noticesOf({ isVerified, bare, notices }) {
  const words = [
    ...notices,
    ...isVerified ? [] : ["Trivy is not verified: its digest is none of those in the source of Plimsoll."],
    ...bare === void 0 ? [] : [
      `Trivy ran not confined, as a process of its own in an empty folder with listed variables: ${bare}.`
    ]
  ];
  return words.map((message) => ({ from: "scanner", message }));
}

// src/stages/scan/index.ts
var DEADLINE_SECONDS = 15 * 60;
async function scanImage(call, deps) {
  try {
    const supplied = await suppliedTools(call.supply);
    if (!isKnown(supplied)) return nothing2(supplied.unable);
    const tools = { ...supplied.value, java: await javaFor(call) };
    return await scan(call, tools, deps);
  } catch (error) {
    return nothing2(`The image could not be scanned: ${messageOf(error)}.`);
  }
}
async function javaFor({ facts, supply }) {
  const jars = isKnown(facts) ? facts.value.contents.jars : [];
  return jars.length === 0 ? void 0 : supply.javaDatabase();
}
function nothing2(reason3) {
  return { facts: unable(reason3), attachments: [], notices: [] };
}
async function scan({ layout, scannable, facts, analyses, vex, deadlineSeconds = DEADLINE_SECONDS }, { folder, scanner, database, java }, deps) {
  const cache = join23(folder, fileNameOf(layout.image.id));
  const readsArchives = java !== void 0 && isKnown(java);
  const databases = [database, ...readsArchives ? [java.value] : []];
  if (analyses !== void 0) await giveAnalyses(analyses, cache, deps);
  const scanned = await scanLayout(
    {
      ...{ scanner, layout: scannable, cache, databases, readsArchives, deadlineSeconds },
      vex: await giveVex(vex, cache, deps)
    },
    deps
  );
  if (!isKnown(scanned)) return nothing2(scanned.unable);
  const parsed2 = parseTrivyReport(scanned.value.json);
  if (!isKnown(parsed2)) return nothing2(`Trivy could not scan the image: ${parsed2.unable}.`);
  if (analyses !== void 0 && (java === void 0 || readsArchives))
    await takeAnalyses(analyses, cache, deps);
  const seen = isKnown(facts) ? facts.value : void 0;
  const reading = readScan(parsed2.value.report, {
    image: layout.image,
    facts: seen,
    warnings: warningsOf(scanned.value.log),
    ...java !== void 0 && !isKnown(java) && { withoutJava: java.unable }
  });
  deps.secrets.add(reading.values);
  const kept = keptReport(parsed2.value.document, {
    artifact: scanned.value.artifact,
    name: layout.image.name,
    digests: new Map((seen?.layers ?? []).map(({ diffId, digest: digest2 }) => [diffId, digest2]))
  });
  return { facts: known(reading.facts), ...attachmentsOf(JSON.stringify(kept), layout.image.id) };
}
function attachmentsOf(text4, image) {
  const report = { image, kind: "trivy", text: text4 };
  const kept = parseTrivyReport(text4);
  return isKnown(kept) ? { attachments: [report, { image, kind: "sbom", text: sbomOf(kept.value.report) }], notices: [] } : { attachments: [report], notices: [`There is no SBOM: ${kept.unable}.`] };
}

// src/stages/examine.ts
function examineAll({ plan, supply, kept, deps }) {
  const lanes = /* @__PURE__ */ new Map();
  const lane = { vex: plan.vex, supply, kept, toRead: turns(1), deps };
  return {
    start: (layout) => lanes.set(layout.image.id, examine(layout, lane)),
    end: (built) => Promise.all(
      plan.images.map((image) => lanes.get(image.id) ?? Promise.resolve(notBuilt(image, built)))
    )
  };
}
async function examine(layout, { vex, supply, kept, toRead, deps }) {
  const { image } = layout;
  const section = deps.log.task(`Look inside ${image.id}`);
  deps.log.status(image.id, "reading and scanning");
  const start3 = deps.clock.seconds();
  const known2 = await kept(image.id);
  const { facts, scannable, tree, spare } = await toRead(() => read3(layout, known2?.shelf, deps));
  const { analyses } = known2 ?? {};
  const scanned = await scanImage({ layout, scannable, facts, supply, analyses, vex }, deps);
  const listed2 = tree === void 0 ? void 0 : await listFiles2(tree, { image, scanned, deps });
  await deps.files.remove(spare);
  const seconds = (deps.clock.seconds() - start3).toFixed(1);
  if (isKnown(facts))
    section.foreign(
      `read: ${facts.value.layers.length} layers, ${facts.value.contents.files} files`
    );
  else section.foreign(facts.unable);
  if (isKnown(scanned.facts))
    section.foreign(
      `scanned: ${scanned.facts.value.packages.length} packages, ${scanned.facts.value.findings.length} findings, ${scanned.facts.value.secrets.length} secrets`
    );
  else section.foreign(scanned.facts.unable);
  section.line(`${seconds} s`);
  section.end();
  deps.log.status(image.id, "");
  return {
    ...{ image, state: isKnown(facts) ? "built" : "unreadable", facts },
    scanned: { ...scanned, attachments: [...scanned.attachments, ...listed2?.attachments ?? []] },
    unowned: listed2?.unowned ?? []
  };
}
async function read3(layout, shelf, deps) {
  const spare = join24(await deps.files.makeTemporary("plimsoll-plain", "run"), "layout");
  await deps.files.makeFolder(spare);
  const place = { spare, ...shelf === void 0 ? {} : { shelf } };
  return { ...await readImage(layout, place, deps), spare };
}
async function listFiles2(tree, { image, scanned, deps }) {
  const packages = isKnown(scanned.facts) ? scanned.facts.value.packages : [];
  const owners = ownersOf(tree, packages);
  const gzip = await compressLines(listLines(tree, owners), deps.secrets.mask);
  return {
    attachments: [{ image: image.id, kind: "files", gzip }],
    unowned: packages.length === 0 ? [] : unownedPrograms(tree, owners)
  };
}
function notBuilt(image, built) {
  const reason3 = `The image was not built. ${built.failure?.message ?? "The build wrote no layout for it."}`;
  return {
    image,
    state: "not-built",
    facts: unable(reason3),
    scanned: { facts: unable(reason3), attachments: [], notices: [] },
    unowned: []
  };
}

// src/domain/build/time.ts
function buildTimeOf({ buildSeconds, count, steps }) {
  if (count === void 0) return unable("The build does not tell which steps were cached.");
  if (count.cachedSteps === 0) return known({ seconds: buildSeconds, how: "measured" });
  if (steps?.every(({ kind, seconds }) => kind !== "work" || seconds !== void 0) !== true)
    return unable("Steps were cached, not judged: no earlier run tells how long all of them take.");
  return known({ seconds: longestChain(steps), how: "added up" });
}
function longestChain(steps) {
  const ends = [];
  for (const { inputs, seconds = 0 } of steps)
    ends.push(seconds + Math.max(0, ...inputs.map((input) => ends[input] ?? 0)));
  return Math.max(0, ...ends);
}

// src/domain/image/placed.ts
function placeContents(facts, layers) {
  const { unpackedBytes, contents, losses } = facts;
  const placeOf2 = (index) => {
    const layer2 = layers[index];
    return layer2 === void 0 ? void 0 : layerPlace(layer2);
  };
  const placed = (one) => {
    const by = placeOf2(one.layer);
    return { ...one, ...by && { by } };
  };
  return {
    ...{ unpackedBytes, inUseBytes: contents.inUseBytes },
    wasteBytes: unpackedBytes - contents.inUseBytes,
    losses: losses.map((loss) => {
      const [madeBy, killedBy] = [placeOf2(loss.made), placeOf2(loss.killed)];
      return { ...loss, ...madeBy && { madeBy }, ...killedBy && { killedBy } };
    }),
    tools: contents.tools.map(placed),
    biggestFiles: contents.biggestFiles.map(placed),
    biggestFolders: contents.biggestFolders.map(placed),
    privileged: contents.privileged.map(placed)
  };
}
function layerPlace({ base, file, startLine, endLine }) {
  return {
    ...base !== void 0 && { base },
    ...file !== void 0 && { file },
    ...startLine !== void 0 && { startLine },
    ...endLine !== void 0 && { endLine }
  };
}

// src/domain/keep/event.ts
var sha = external_exports.string().regex(/^[0-9a-f]{40,64}$/);
var schema2 = external_exports.object({
  repository: external_exports.object({ default_branch: external_exports.string() }).optional().catch(void 0),
  /** Of a push: what the branch was at. */
  before: sha.optional().catch(void 0),
  pull_request: external_exports.object({ base: external_exports.object({ sha }) }).optional().catch(void 0),
  merge_group: external_exports.object({ base_sha: sha }).optional().catch(void 0)
});
function parseEvent(json) {
  try {
    const { repository, before, ...change } = schema2.parse(JSON.parse(json));
    const baseSha = change.pull_request?.base.sha ?? change.merge_group?.base_sha;
    return {
      ...repository === void 0 ? {} : { defaultBranch: repository.default_branch },
      ...before === void 0 || /^0+$/.test(before) ? {} : { before },
      ...baseSha === void 0 ? {} : { baseSha }
    };
  } catch {
    return {};
  }
}
function baselineCommits(name, { event, parents }) {
  const [first] = parents;
  const found = candidates[name ?? ""]?.(event, first) ?? [];
  return [...new Set(found.filter((commit) => commit !== void 0))];
}
var candidates = {
  // The merge commit that is checked out was made of the base, then of the pull request.
  pull_request: ({ baseSha }, parent) => [parent, baseSha],
  merge_group: ({ baseSha }) => [baseSha],
  push: ({ before }, parent) => [before, parent]
};
var MOST_ANCESTORS = 50;
function isChange({
  door,
  env
}) {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  return door === "action" && ["pull_request", "merge_group"].includes(event);
}

// src/domain/policy/asks.ts
function neededEvidence(rules) {
  const active = RULE_IDS.filter((id) => rules[id].level !== "off");
  return new Set(active.flatMap((id) => RULES[id].needs(rules[id])));
}
function evidenceAsks(rules) {
  const active = RULE_IDS.filter((id) => rules[id].level !== "off");
  return active.reduce((asks, id) => ({ ...asks, ...RULES[id].asks(rules[id]) }), {});
}

// src/stages/evidence/context.ts
import { dirname as dirname4, relative } from "node:path";
async function readContext(ask) {
  const { contextPath, dockerfilePath: dockerfilePath2, namedContexts: namedContexts2 } = ask.image;
  if (contextPath === void 0) return unable("The build context is not on this disk.");
  const listing = await ask.contexts({ root: contextPath, dockerfile: dockerfilePath2 });
  const named3 = await Promise.all(
    Object.entries(namedContexts2).map(async ([name, root]) => {
      const found = await ask.contexts({ root });
      return isKnown(found) ? [namedFacts(name, found.value, ask)] : [];
    })
  );
  return mapKnown(listing, (found) => factsOf2(found, named3.flat(), ask));
}
function factsOf2({ root, found, ignore, files }, named3, ask) {
  const report = relative(root, ask.reportFolder ?? dirname4(root));
  const isSent = report !== "" && !report.startsWith("..") && !ignore.ignores(report);
  const inside = (path) => relative(ask.repository, path);
  return contextFacts(files, {
    ...found.path === void 0 ? {} : { ignoreFile: inside(found.path) },
    ...isSent ? { reportFolder: report } : {},
    unused: found.unused.map(({ file, reason: reason3 }) => ({ file: inside(file), reason: reason3 })),
    named: named3
  });
}
function namedFacts(name, { root, files }, ask) {
  return { name, path: relative(ask.repository, root) || ".", files };
}

// src/stages/evidence/health/index.ts
import { randomBytes as randomBytes4 } from "node:crypto";

// src/domain/health/patience.ts
var DEFAULTS2 = { startPeriodSeconds: 0, intervalSeconds: 30, retries: 3 };
var LEAST_SECONDS = 10;
var MOST_SECONDS = 120;
function patienceWith(timing) {
  const { startPeriodSeconds, intervalSeconds, retries } = { ...DEFAULTS2, ...timing };
  const own = startPeriodSeconds + retries * intervalSeconds;
  return { seconds: Math.min(Math.max(own, LEAST_SECONDS), MOST_SECONDS), hopeless: LEAST_SECONDS };
}

// src/stages/evidence/health/archive.ts
var CHUNK7 = 1024 * 1024;
async function* imageArchive({ folder, facts, tag }, { files }) {
  const config = blobPath("", facts.configDigest);
  const layers = facts.layers.map(({ digest: digest2 }) => blobPath("", digest2));
  for (const digest2 of /* @__PURE__ */ new Set([facts.configDigest, ...facts.layers.map((one) => one.digest)])) {
    const path = blobPath(folder, digest2);
    const bytes2 = (await files.stat(path))?.bytes ?? 0;
    yield archiveHeader(blobPath("", digest2), bytes2);
    let seen = 0;
    for await (const chunk of files.stream(path, CHUNK7)) {
      if (!(chunk instanceof Uint8Array)) throw new Error(`${path} gives no bytes`);
      seen += chunk.length;
      yield chunk;
    }
    if (seen !== bytes2) throw new Error(`${path} changed while it was read`);
    yield archivePadding(bytes2);
  }
  const manifest = new TextEncoder().encode(archiveManifest({ tag, config, layers }));
  yield archiveHeader("manifest.json", manifest.length);
  yield manifest;
  yield archivePadding(manifest.length);
  yield ARCHIVE_END;
}

// src/clients/docker.ts
var schema3 = external_exports.object({ Version: external_exports.string(), Os: external_exports.string(), Arch: external_exports.string() });
async function findServer(deps, cwd) {
  const result = await deps.exec.run("docker", {
    args: ["version", "--format", "{{json .Server}}"],
    cwd,
    deadlineSeconds: 30
  });
  if (!isWell(result)) return unable(endingOf(result));
  try {
    const server = schema3.parse(JSON.parse(result.stdout));
    return known({ version: server.Version, platform: `${server.Os}/${server.Arch}` });
  } catch {
    return unable("the engine does not say its version in a form that is known");
  }
}

// src/stages/evidence/health/await.ts
var POLL_SECONDS2 = 0.1;
var LOG_LINES = 50;
async function awaitHealth(call, ask) {
  const { clock } = call.deps;
  const begin2 = clock.seconds();
  const passed = () => Math.round((clock.seconds() - begin2) * 10) / 10;
  const started = await startContainer(call, ask.name);
  if (!isKnown(started)) return notStarted(call, ask, started.unable);
  for (; ; ) {
    const state = await inspectContainer(call, ask.name);
    const seconds = passed();
    if (!isKnown(state)) return unable(`The image could not be awaited: ${state.unable}.`);
    if (state.value.phase === "healthy") return known({ status: "healthy", seconds });
    if (state.value.phase === "ended") return ended(call, ask, { state: state.value, seconds });
    const most = state.value.isCheckMissing ? ask.patience.hopeless : ask.patience.seconds;
    if (seconds >= most) return unwell(call, ask, { state: state.value, seconds });
    await clock.sleep(POLL_SECONDS2, call.deps.signal);
  }
}
async function notStarted(call, ask, reason3) {
  const state = await inspectContainer(call, ask.name);
  if (isKnown(state) && isCommandMissing(state.value))
    return ended(call, ask, { state: state.value, seconds: 0 });
  if (isForeignProgram([reason3])) {
    const foreign = await foreignPlatform(call, ask.platform);
    if (foreign !== void 0) return unable(foreign);
  }
  return unable(`The engine could not start the image: ${reason3}.`);
}
async function ended(call, { name, platform }, { state, seconds }) {
  const log = await readContainerLog(call, { name, lines: LOG_LINES });
  const output = lastLines(state.error === "" ? log : [...log, state.error]);
  if (isForeignProgram(output)) {
    const foreign = await foreignPlatform(call, platform);
    if (foreign !== void 0) return unable(foreign);
  }
  const { exitCode, outOfMemory, check: check3 = [] } = state;
  return known({ status: "exited", exitCode, outOfMemory, seconds, check: check3, output });
}
async function unwell(call, { name }, { state, seconds }) {
  const output = lastLines(await readContainerLog(call, { name, lines: LOG_LINES }));
  const { check: check3, isCheckMissing } = state;
  const status = check3 === void 0 ? "starting" : "unhealthy";
  return known({ status, isCheckMissing, seconds, check: check3 ?? [], output });
}
async function foreignPlatform(call, platform) {
  const server = await findServer(call.deps, call.cwd);
  if (!isKnown(server) || processorOf(server.value.platform) === processorOf(platform))
    return void 0;
  return `The engine runs ${server.value.platform} and cannot start an image for ${platform}: set up emulation for it (QEMU), or ask for a health check that is declared only.`;
}
function processorOf(platform) {
  return platform.split("/").slice(0, 2).join("/");
}

// src/stages/evidence/health/index.ts
async function findHealth(ask, deps) {
  const { declared, test = [] } = ask.facts.healthcheck;
  if (!declared || cannotFail(test)) return known({ status: "not-started" });
  maskEnvironment(ask, deps);
  const { id } = ask.layout.image;
  const section = deps.log.task(`Start ${id} and wait for its health check`);
  deps.log.status(id, "waiting to be healthy");
  try {
    const health = masked(await tryHealth(ask, deps), ask.running);
    for (const line2 of story(health)) section.foreign(line2);
    return health;
  } catch (error) {
    return unable(`The image could not be started: ${messageOf(error)}.`);
  } finally {
    section.end();
    deps.log.status(id, "");
  }
}
function maskEnvironment({ layout, facts }, deps) {
  const { dockerfileText } = layout.image;
  const values = facts.env.map(valueOfVariable);
  deps.secrets.add(valuesToMask(values, dockerfileText === void 0 ? [] : [dockerfileText]));
}
function masked(health, { env }) {
  if (!isKnown(health) || !("output" in health.value)) return health;
  const mask = (lines) => lines.map((line2) => maskValues(line2, Object.values(env)));
  const { value } = health;
  return known({ ...value, check: mask(value.check), output: mask(value.output) });
}
function story(health) {
  if (!isKnown(health)) return [health.unable];
  const { value } = health;
  if (value.status === "not-started") return [];
  const end = `${value.status} after ${value.seconds.toFixed(1)} s`;
  if (value.status === "healthy") return [end];
  const part = (title, lines) => lines.length === 0 ? [] : [title, ...lines.map((line2) => `  ${line2}`)];
  return [end, ...part("Its check says:", value.check), ...part("It says:", value.output)];
}
async function tryHealth(ask, deps) {
  const call = { deps, cwd: ask.cwd };
  const name = `plimsoll-${randomBytes4(8).toString("hex")}`;
  const { configDigest } = ask.facts;
  if ((await imageTags(call, configDigest))?.length === 0)
    return runImage(ask, { call, name, image: configDigest });
  const image = `${name}:health`;
  return during({ kind: "image", name: image, life: "run" }, deps, async () => {
    const archive = imageArchive({ folder: ask.layout.path, facts: ask.facts, tag: image }, deps);
    const loaded = await loadImage(call, archive);
    return isKnown(loaded) ? runImage(ask, { call, name, image }) : unable(`The image could not be loaded into the engine: ${loaded.unable}.`);
  });
}
async function during(thing, deps, work) {
  deps.cleanup.own(thing);
  try {
    return await work();
  } finally {
    await deps.cleanup.remove(thing);
  }
}
function runImage({ facts, running }, { call, name, image }) {
  const { deps } = call;
  const { platform, env: imageEnv } = facts;
  return during({ kind: "container", name, life: "run" }, deps, async () => {
    const { runId } = deps;
    const args = createArgs({ name, runId, image, platform, imageEnv, running });
    const made = await createContainer(call, args);
    if (!isKnown(made)) return unable(`The engine could not start the image: ${made.unable}.`);
    const patience = patienceWith(facts.healthcheck.timing ?? {});
    return awaitHealth(call, { name, platform, patience });
  });
}

// src/stages/gather.ts
function gather(gathering, deps) {
  const { images } = gathering;
  const readers = {
    context: contextReader(gathering, deps),
    running: runningReader(gathering, deps),
    isChange: isChange(deps.workflow)
  };
  return Promise.all(
    images.map(async (image) => {
      const missing = missingReason(image);
      const { id, name } = image.image;
      const evidence = missing === void 0 ? await evidenceOf(image, gathering, readers) : nothingKnown(missing);
      return { id, name, ...missing !== void 0 && { missing }, evidence };
    })
  );
}
function contextReader({ plan: { repository }, inputs, contexts }, deps) {
  const reportFolder = askedReportFolder(inputs, deps);
  return once(
    ({ image }) => readContext({ image, contexts, repository, reportFolder }),
    ({ image }) => image.target
  );
}
var STARTED_AT_A_TIME = 2;
function runningReader({ plan, built }, deps) {
  const takeTurn = turns(STARTED_AT_A_TIME);
  return async ({ image, facts }) => {
    const layout = built.layouts.find((one) => one.image.id === image.id);
    if (layout === void 0 || !isKnown(facts)) return unable("The image is not on this disk.");
    const { running } = evidenceAsks(rulesFor(plan.policy, image.name));
    if (running === void 0) return unable("No active rule says how to start the image.");
    const ask = { layout, facts: facts.value, running, cwd: plan.repository };
    return takeTurn(() => findHealth(ask, deps));
  };
}
function missingReason({ state, facts }) {
  if (state === "built") return void 0;
  if ("unable" in facts) return facts.unable;
  return state === "not-built" ? "The image was not built." : "The image could not be read.";
}
async function evidenceOf(image, gathering, readers) {
  const { plan, built, comparisons, records } = gathering;
  const { facts, scanned } = image;
  const needed = neededEvidence(rulesFor(plan.policy, image.image.name));
  const [context, running] = await Promise.all([
    needed.has("context") ? readers.context(image) : unable("No active rule asks for the build context."),
    needed.has("running") ? readers.running(image) : unable("No active rule asks that the image be started.")
  ]);
  return {
    sizes: mapKnown(facts, (read4) => sizesOf(read4, image.layers)),
    contents: mapKnown(facts, (read4) => placeContents(read4, image.layers)),
    context,
    buildChecks: checksOf(image, built.checks),
    comparison: comparisons.of(image.image.id),
    pullRequest: known(readers.isChange),
    buildTime: buildTimeOf({
      buildSeconds: built.buildSeconds,
      count: built.imageSteps.get(image.image.id),
      steps: records.find(({ id }) => id === image.image.id)?.steps
    }),
    user: "unable" in facts ? facts : facts.value.user,
    healthcheck: mapKnown(facts, (read4) => read4.healthcheck),
    running,
    dockerfile: image.dockerfile,
    vulnerabilities: findingsOf2(image, gathering),
    secrets: mapKnown(scanned.facts, () => image.secrets),
    freshness: freshnessOf(image, gathering),
    loosenings: unable("They are of the run.")
  };
}
function checksOf({ image }, checks) {
  const text4 = image.dockerfileText;
  if (text4 === void 0) return unable("The Dockerfile is not on this disk.");
  return known(checks.filter(({ source }) => source === text4));
}
function findingsOf2({ image, scanned, findings }, { baseline, startedAt }) {
  if ("unable" in scanned.facts) return scanned.facts;
  const { incomplete, nothingKnown: nothingKnown3 } = scanned.facts.value;
  if (nothingKnown3 !== void 0) return unable(nothingKnown3);
  const before = baseline?.image(image.id)?.facts.findings;
  const earlier = baseline && before && { findings: before, day: dayOf2(baseline.record.madeAt) };
  return known({
    findings,
    ...incomplete !== void 0 && { incomplete },
    fixedSince: fixesSince(findings, earlier),
    today: dayOf2(startedAt.toISOString())
  });
}
function dayOf2(time) {
  return time.slice(0, "YYYY-MM-DD".length);
}
function freshnessOf({ scanned }, { tools, startedAt }) {
  const days = ageInDays(tools.database ?? {}, startedAt);
  return mapKnown(scanned.facts, ({ endOfLife, system }) => ({
    ...days !== void 0 && { databaseAgeDays: days },
    ...endOfLife === true && { endOfLife: system ?? "a system" }
  }));
}
function sizesOf(facts, layers) {
  const biggestUnpacked = biggest2(layers, (layer2) => layer2.unpackedBytes);
  const biggestDownload = biggest2(layers, (layer2) => layer2.downloadBytes);
  return {
    unpackedBytes: facts.unpackedBytes,
    downloadBytes: facts.downloadBytes,
    ...biggestUnpacked !== void 0 && { biggestUnpacked },
    ...biggestDownload !== void 0 && { biggestDownload }
  };
}
function biggest2(layers, bytesOf4) {
  const [first, ...others] = layers;
  if (first === void 0) return void 0;
  const layer2 = others.reduce((one, other) => bytesOf4(other) > bytesOf4(one) ? other : one, first);
  const { instruction } = layer2;
  return {
    bytes: bytesOf4(layer2),
    place: layerPlace(layer2),
    ...instruction !== void 0 && { instruction }
  };
}

// src/stages/baseline.ts
import { dirname as dirname5, join as join25 } from "node:path";

// src/domain/record/make.ts
function recordImage(parts) {
  const { image, steps, previous, today } = parts;
  if (!isKnown(image.facts)) return void 0;
  const { digest: digest2, configDigest, unpackedBytes, downloadBytes } = image.facts.value;
  const { id, name, platform } = image.image;
  const scan2 = isKnown(image.scanned.facts) ? image.scanned.facts.value : void 0;
  const layerOf = layerPositions(image.layers);
  const packages = scan2?.packages.map(({ diffId, name: called, version, purl }) => {
    const layer2 = layerOf.get(diffId ?? "");
    return {
      ...{ name: called, version },
      ...purl === void 0 ? {} : { purl },
      ...layer2 === void 0 ? {} : { layer: layer2 }
    };
  });
  return {
    ...{ id, name, platform, digest: digest2, configDigest, unpackedBytes, downloadBytes },
    layers: layersOf2(image, steps),
    ...isKnown(steps) ? { steps: steps.value.map((step2) => stepOf(step2, parts)) } : {},
    ...packages === void 0 ? {} : { packages },
    ...scan2 === void 0 ? {} : {
      findings: withFixDates(recordFindings(image.findings, layerOf), {
        ...{ before: previous?.findings, today }
      })
    }
  };
}
function layerPositions(layers) {
  return new Map(layers.map(({ diffId }, index) => [diffId, index]));
}
function recordFindings(findings, layerOf) {
  return findings.map(({ identity, id, package: about, severity, fixed, members }) => ({
    ...{ identity, id, package: about, severity },
    ...fixed === void 0 ? {} : { fixed },
    layers: [...new Set(members.flatMap(({ diffId }) => layerOf.get(diffId ?? "") ?? []))]
  }));
}
function withFixDates(findings, { before = [], today }) {
  const dates = new Map(before.map(({ identity, fixedSince }) => [identity, fixedSince]));
  return findings.map(
    (finding) => finding.fixed === void 0 ? finding : { ...finding, fixedSince: dates.get(finding.identity) ?? today }
  );
}
function layersOf2(image, steps) {
  const positions = new Map(
    isKnown(steps) ? steps.value.map(({ id }, index) => [id, index]) : []
  );
  return image.layers.map(({ diffId, unpackedBytes, downloadBytes, base, step: step2 }) => {
    const position = positions.get(step2 ?? "");
    return {
      ...{ diffId, unpackedBytes, downloadBytes },
      ...base === void 0 ? {} : { base },
      ...position === void 0 ? {} : { step: position }
    };
  });
}
function stepOf(step2, { timed, previous }) {
  const { kind, hash, reference, digest: digest2 } = step2;
  const { content, inputs, ...hashes } = hash;
  const now = timed.find((one) => one.digest === step2.vertex);
  const seconds = now?.cached === false ? now.seconds : lastSeconds(hash.resolved, previous);
  return {
    kind,
    ...hashes,
    inputs: [...inputs],
    ...content === void 0 ? {} : { content: { hash: content.hash, files: { ...content.files } } },
    ...reference === void 0 ? {} : { reference: withoutUrlSecrets(reference) },
    ...digest2 === void 0 ? {} : { digest: digest2 },
    ...lineFields(step2),
    ...now === void 0 ? {} : { cached: now.cached },
    ...seconds === void 0 ? {} : { seconds }
  };
}
function lastSeconds(resolved2, previous) {
  return previous?.steps?.find((step2) => step2.resolved === resolved2)?.seconds;
}

// src/domain/record/parse.ts
function parseRecord(text4) {
  let document;
  try {
    document = JSON.parse(text4);
  } catch {
    return unable("is no record of Plimsoll: it is not JSON.");
  }
  const parsed2 = recordSchema.safeParse(document);
  if (parsed2.success) return known(parsed2.data);
  const [issue] = parsed2.error.issues;
  const where = issue === void 0 || issue.path.length === 0 ? "it" : issue.path.join(".");
  return unable(
    `is no record of this version of Plimsoll: ${where} ${issue?.message ?? "is wrong"}. Take the record.json of a run of this version.`
  );
}

// src/stages/baseline.ts
var LARGEST_RECORD = 64 * 1024 * 1024;
var LARGEST_SBOM = 256 * 1024 * 1024;
async function readBaseline(path, supply, deps) {
  const isFolder = (await deps.files.stat(path))?.kind === "folder";
  const file = isFolder ? join25(path, RECORD_NAME) : path;
  const record = parseRecord(await readRecord(file, deps));
  if (!isKnown(record)) throw new UserError(`The baseline ${file} ${record.unable}`);
  const folder = dirname5(file);
  const images = record.value.images.map((facts) => {
    const id = facts.id;
    const beside = (kind) => join25(folder, attachmentName(id, kind));
    return [
      id,
      {
        facts,
        findings: scanAgain(
          { facts, cache: `baseline-${fileNameOf(id)}`, sbom: beside("sbom"), supply },
          deps
        ),
        files: () => readList(beside("files"), deps)
      }
    ];
  });
  const byId = new Map(images);
  return { record: record.value, image: (id) => byId.get(id) };
}
async function readRecord(file, deps) {
  try {
    return await deps.files.readText(file, LARGEST_RECORD);
  } catch (cause) {
    throw new UserError(
      `The baseline ${file} cannot be read (${messageOf(cause)}); the input baseline takes file=PATH with the report folder of an earlier run, or the ${RECORD_NAME} in it.`,
      { cause }
    );
  }
}
async function scanAgain({ facts, cache: name, sbom, supply }, deps) {
  try {
    if (await deps.files.stat(sbom) === void 0) return unable("The baseline has no SBOM.");
    const tools = await suppliedTools(supply);
    if (!isKnown(tools)) return tools;
    const { folder, scanner, database } = tools.value;
    const cache = join25(folder, name);
    const copy = `${cache}.json`;
    await deps.files.write(copy, await deps.files.read(sbom, LARGEST_SBOM));
    const scanned = await scanSbom({ scanner, sbom: copy, cache, databases: [database] }, deps);
    return isKnown(scanned) ? readFindings(scanned.value, facts) : scanned;
  } catch (error) {
    return unable(`The baseline's SBOM could not be scanned again: ${messageOf(error)}.`);
  }
}
function readFindings(json, facts) {
  const parsed2 = parseTrivyReport(json);
  if (!isKnown(parsed2)) return parsed2;
  const findings = findingsOf(parsed2.value.report, facts.id);
  return known(recordFindings(findings, layerPositions(facts.layers)));
}
async function readList(path, deps) {
  try {
    return known(await readListing(await deps.files.read(path, LARGEST_LISTING)));
  } catch (error) {
    return unable(`The list of files ${path} cannot be read: ${messageOf(error)}.`);
  }
}
function joinBaselines(all) {
  const [first] = all;
  if (first === void 0) return void 0;
  const images = all.flatMap(({ record }) => record.images);
  return {
    record: { ...first.record, images },
    image: (id) => all.map(({ image }) => image(id)).find((image) => image !== void 0)
  };
}

// src/stages/keep/layers.ts
import { join as join27 } from "node:path";

// src/stages/read/shelf.ts
import { join as join26 } from "node:path";
import { gunzip } from "node:zlib";
import { promisify as promisify2 } from "node:util";

// src/domain/image/kept-layer.ts
var VERSION2 = 1;
var MOST_KEPT_ENTRIES = 5e4;
var bytes = external_exports.number().int().nonnegative();
var headSchema = external_exports.strictObject({
  version: external_exports.literal(VERSION2),
  digest: external_exports.string(),
  diffId: external_exports.string(),
  downloadBytes: bytes,
  unpackedBytes: bytes,
  entries: bytes.max(MOST_KEPT_ENTRIES)
});
var entrySchema2 = external_exports.strictObject({
  name: external_exports.string(),
  kind: external_exports.enum(["file", "folder", "symlink", "hardlink", "other"]),
  size: bytes,
  mode: bytes,
  uid: bytes,
  gid: bytes,
  mtime: bytes,
  target: external_exports.string().exactOptional(),
  isProgram: external_exports.boolean().exactOptional(),
  /** Base64. */
  content: external_exports.string().exactOptional()
});
function* keptLines({ facts, entries }) {
  yield `${JSON.stringify({ version: VERSION2, ...facts })}
`;
  for (const { content, ...entry3 } of entries)
    yield `${JSON.stringify(
      content === void 0 ? entry3 : { ...entry3, content: Buffer.from(content).toString("base64") }
    )}
`;
}
function parseKeptLayer(text4, wanted) {
  try {
    const [head, ...lines] = text4.split("\n").filter((line2) => line2 !== "");
    const { version, ...facts } = headSchema.parse(JSON.parse(head ?? ""));
    const isWanted = facts.digest === wanted.digest && facts.diffId === wanted.diffId;
    if (!isWanted || facts.entries !== lines.length) return void 0;
    const entries = lines.map(parseEntry);
    const unpacked = entries.reduce((sum, entry3) => sum + entry3.size, 0);
    return unpacked === facts.unpackedBytes ? { facts, entries } : void 0;
  } catch {
    return void 0;
  }
}
function parseEntry(line2) {
  const { content, ...entry3 } = entrySchema2.parse(JSON.parse(line2));
  return content === void 0 ? entry3 : { ...entry3, content: Buffer.from(content, "base64") };
}

// src/stages/read/shelf.ts
var ENDING = ".jsonl.gz";
var LARGEST2 = 8 * 1024 * 1024;
var LARGEST_PLAIN = 64 * 1024 * 1024;
function layerShelf(folder, { files, secrets }) {
  const writing = [];
  const pathOf3 = (digest2) => join26(folder, `${digest2.replace("sha256:", "")}${ENDING}`);
  const write = async (layer2) => {
    for (const { content } of layer2.entries)
      if (content !== void 0) expectPublic(Buffer.from(content).toString("utf8"), secrets);
    const gzip = await compressLines(keptLines(layer2), (text4) => expectPublic(text4, secrets));
    if (gzip.length <= LARGEST2) await files.write(pathOf3(layer2.facts.digest), gzip);
  };
  return {
    take: async (wanted) => {
      try {
        const found = await files.stat(pathOf3(wanted.digest));
        if (found?.kind !== "file") return void 0;
        const gzip = await files.read(pathOf3(wanted.digest), LARGEST2);
        const plain = await promisify2(gunzip)(gzip, { maxOutputLength: LARGEST_PLAIN });
        return parseKeptLayer(plain.toString("utf8"), wanted);
      } catch {
        return void 0;
      }
    },
    put: (layer2) => {
      if (layer2.entries.length > MOST_KEPT_ENTRIES) return;
      writing.push(write(layer2).catch(() => void 0));
    },
    end: async (digests) => {
      await Promise.all(writing);
      const wanted = new Set(digests.map(pathOf3));
      for (const name of await files.list(folder))
        if (!wanted.has(join26(folder, name))) await files.remove(join26(folder, name));
    }
  };
}
function expectPublic(text4, { mask }) {
  if (mask(text4) !== text4) throw new Error("it holds a secret");
  return text4;
}

// src/stages/keep/layers.ts
function findLayers({ images, trivy, shelter }, deps) {
  const found = new Map(
    images.map((image) => [image, findOne(image, { trivy, shelter, deps })])
  );
  return (image) => found.get(image) ?? Promise.resolve(void 0);
}
async function findOne(image, { trivy, shelter, deps }) {
  if (shelter.root === void 0) return void 0;
  const folder = join27(shelter.root, "layers", fileNameOf(image));
  const prefix = layersPrefix(image, trivy);
  const from = await shelter.restore(folder, { key: prefix, prefixes: [prefix] });
  const shelf = layerShelf(join27(folder, "read"), deps);
  return {
    shelf,
    analyses: join27(folder, "fanal.db"),
    leave: async (layers) => {
      await shelf.end(layers.map(({ digest: digest2 }) => digest2));
      const { key } = layersKey(image, { trivy, diffIds: layers.map(({ diffId }) => diffId) });
      if (key !== from) await shelter.save(folder, key);
    }
  };
}

// src/stages/keep/records.ts
import { join as join29 } from "node:path";

// src/stages/keep/ancestors.ts
import { join as join28 } from "node:path";

// src/clients/history.ts
var commitsSchema = external_exports.array(external_exports.object({ sha: external_exports.string() }));
var cachesSchema = external_exports.object({ actions_caches: external_exports.array(external_exports.object({ key: external_exports.string() })) });
function findCommits(at, { sha: sha2, most }, asking) {
  const ask = {
    route: "GET /repos/{owner}/{repo}/commits",
    parameters: { ...at, sha: sha2, per_page: most }
  };
  return answered(ask, asking, (data) => commitsSchema.parse(data).map((one) => one.sha));
}
function findCacheKeys(at, prefix, asking) {
  const ask = {
    route: "GET /repos/{owner}/{repo}/actions/caches",
    parameters: { ...at, key: prefix, per_page: 100, sort: "created_at", direction: "desc" }
  };
  return answered(
    ask,
    asking,
    (data) => cachesSchema.parse(data).actions_caches.map(({ key }) => key)
  );
}
async function answered(ask, asking, read4) {
  const answer = await askPatiently(ask, asking);
  if (!isKnown(answer)) return answer;
  if (answer.value.status !== 200) return unable(`status ${answer.value.status}`);
  try {
    return known(read4(answer.value.data));
  } catch {
    return unable("its answer is not what it should be");
  }
}

// src/domain/keep/nearest.ts
function nearestKept(commits, { keys, images }) {
  const isKept = (commit2) => images.some((image) => keys.some((key) => key.startsWith(recordPrefix(image, commit2))));
  const back = commits.findIndex(isKept);
  const commit = commits[back];
  return commit === void 0 ? void 0 : { commit, back };
}

// src/stages/keep/ancestors.ts
async function findAncestor(ask, deps) {
  const { base: sha2, images, token } = ask;
  const at = repositoryOf(deps.workflow.env);
  if (at === void 0 || token === void 0) return void 0;
  const asking = { github: deps.github(token), patience: ONCE, deps };
  const commits = await findCommits(at, { sha: sha2, most: MOST_ANCESTORS }, asking);
  if (!isKnown(commits)) return void 0;
  const keys = await findCacheKeys(at, RECORDS, asking);
  return isKnown(keys) ? nearestKept(commits.value, { keys: keys.value, images }) : tryOut(commits.value, ask);
}
var ONCE = { ...PATIENCE, askSeconds: 10, pauses: [] };
var PREFIXES = 9;
var MOST_RESTORES = 5;
async function tryOut(commits, { images: [image], shelter }) {
  if (image === void 0 || shelter.root === void 0) return void 0;
  const folder = join28(shelter.root, "records", fileNameOf(image));
  for (let at = 0; at < Math.min(commits.length, MOST_RESTORES * PREFIXES); at += PREFIXES) {
    const prefixes = commits.slice(at, at + PREFIXES).map((commit) => recordPrefix(image, commit));
    const [key = ""] = prefixes;
    const found = await shelter.restore(folder, { key, prefixes });
    const kept = found === void 0 ? [] : [found];
    const nearest = nearestKept(commits, { keys: kept, images: [image] });
    if (nearest !== void 0) return nearest;
  }
  return void 0;
}

// src/stages/keep/records.ts
var BESIDE = ["sbom", "files"];
async function leaveRecords({ shelter, rights }, { record, images }, deps) {
  const { root } = shelter;
  const { writing } = await rights;
  const { GITHUB_SHA: commit, GITHUB_RUN_ID: run3, GITHUB_RUN_ATTEMPT: attempt } = deps.workflow.env;
  if (root === void 0 || !isKnown(writing) || commit === void 0) return;
  const identity = { commit, run: run3 ?? "", attempt: attempt ?? "" };
  await Promise.all(
    images.map(async ({ image, scanned }) => {
      const own = record.images.filter(({ id }) => id === image.id);
      if (own.length === 0 || !isKnown(scanned.facts)) return;
      const folder = join29(root, "records", fileNameOf(image.id));
      const { mask } = deps.secrets;
      await deps.files.remove(folder);
      const text4 = jsonText({ ...record, images: own }, mask);
      await deps.files.write(join29(folder, RECORD_NAME), text4);
      for (const attachment of scanned.attachments)
        if (BESIDE.includes(attachment.kind))
          await deps.files.write(
            join29(folder, attachmentName(image.id, attachment.kind)),
            attachmentData(attachment, mask)
          );
      await shelter.save(folder, recordKey(image.id, identity).key);
    })
  );
}
var NOTHING = { baseline: void 0, notices: [] };
async function findRecords(ask, deps) {
  const { event, cache } = await ask.rights;
  const name = deps.workflow.env["GITHUB_EVENT_NAME"];
  const parents = await findParents(deps, ask.workdir);
  const commits = baselineCommits(name, { event, parents });
  for (const commit of commits) {
    const found2 = await recordsOf(commit, ask, deps);
    if (found2 !== void 0) return found2;
  }
  const [base] = commits;
  if (!isChange(deps.workflow) || base === void 0 || !isKnown(cache)) return NOTHING;
  const nearest = await findAncestor({ ...ask, base: event.baseSha ?? base }, deps);
  if (nearest === void 0) return NOTHING;
  const found = await recordsOf(nearest.commit, ask, deps) ?? NOTHING;
  const { baseline } = found;
  return baseline === void 0 ? found : { ...found, baseline: { ...baseline, back: nearest.back } };
}
async function recordsOf(commit, ask, deps) {
  const found = await Promise.all(
    ask.images.map((image) => findRecord(image, commit, { ask, deps }))
  );
  const baseline = joinBaselines(found.flatMap((one) => one.baseline ?? []));
  const notices = found.flatMap((one) => one.notices);
  return baseline === void 0 && notices.length === 0 ? void 0 : { baseline, notices };
}
async function findRecord(image, commit, { ask: { shelter, supply }, deps }) {
  if (shelter.root === void 0) return NOTHING;
  const folder = join29(shelter.root, "records", fileNameOf(image));
  const prefix = recordPrefix(image, commit);
  const found = await shelter.restore(folder, { key: prefix, prefixes: [prefix] });
  if (found === void 0) return NOTHING;
  try {
    return { baseline: await readBaseline(folder, supply, deps), notices: [] };
  } catch (error) {
    const words = `The record of ${image} that commit ${commit.slice(0, 12)} has kept is not used: ${messageOf(error)}`;
    return { baseline: void 0, notices: [{ from: "baseline", message: words }] };
  }
}

// src/clients/cache-service.ts
import { text as text3 } from "node:stream/consumers";
var MOST_SECONDS2 = 5;
var KEY = "plimsoll-probe";
var VERSION3 = "0".repeat(64);
async function probeCacheService(patienceSeconds, { http, workflow }) {
  try {
    const deadlineSeconds = Math.min(MOST_SECONDS2, patienceSeconds);
    const { status, body } = await http.get({ ...probeOf(workflow.env), deadlineSeconds });
    const words = await text3(body);
    if (status === 401 || status === 403) return `the service refuses the token (status ${status})`;
    if (status !== 200 && status !== 204) return `the service answered with status ${status}`;
    if (words !== "") JSON.parse(words);
    return void 0;
  } catch (error) {
    return error instanceof SyntaxError ? "the service answered with words that are none of its own" : `the service does not answer (${messageOf(error)})`;
  }
}
function probeOf(env) {
  const { ACTIONS_RUNTIME_TOKEN: token = "", ACTIONS_RESULTS_URL: two = "" } = env;
  const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
  if (env["ACTIONS_CACHE_SERVICE_V2"] === void 0) {
    const one = env["ACTIONS_CACHE_URL"] ?? "";
    const url = `${one}_apis/artifactcache/cache?keys=${KEY}&version=${VERSION3}`;
    return { url, headers };
  }
  return {
    url: `${two}twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL`,
    headers: { ...headers, "content-type": "application/json" },
    json: { key: KEY, restore_keys: [], version: VERSION3 }
  };
}

// src/domain/keep/may-keep.ts
var EVENTS = ["push", "schedule", "workflow_dispatch", "repository_dispatch"];
function mayKeep(facts) {
  const { event, ref, defaultBranch, sha: sha2, head, isClean: isClean2 } = facts;
  if (event === void 0 || !EVENTS.includes(event))
    return unable(`it is made on the default branch only, and this is ${event ?? "no event"}`);
  if (defaultBranch === void 0) return unable("the event does not name the default branch");
  if (ref !== `refs/heads/${defaultBranch}`)
    return unable(`it is made on the default branch (${defaultBranch}) only`);
  if (head === void 0 || head !== sha2)
    return unable("the commit that is checked out is not that of the event");
  if (!isClean2) return unable("files were changed after they were checked out");
  return known(void 0);
}

// src/domain/keep/runtime-token.ts
var READ = 1;
var WRITE = 2;
var scopeSchema = external_exports.object({ Scope: external_exports.string(), Permission: external_exports.number().int() });
var payloadSchema = external_exports.looseObject({ exp: external_exports.number().optional(), ac: external_exports.string().optional() });
function parseRuntimeToken(token, now) {
  const payload = payloadOf(token);
  if (payload === void 0) return unable("the runtime token is not one that can be read");
  if (payload.exp !== void 0 && payload.exp * 1e3 <= now.getTime())
    return unable("the runtime token has expired");
  const scopes = scopesOf(payload.ac);
  if (scopes === void 0)
    return unable("the runtime token does not say what it may do with caches");
  const has = (bit) => scopes.some(({ Permission }) => (Permission & bit) !== 0);
  if (!has(READ)) return unable("the runtime token gives no right to any cache");
  return known({ canRead: true, canWrite: has(WRITE) });
}
function payloadOf(token) {
  const [, payload, signature] = token.split(".");
  if (payload === void 0 || signature === void 0) return void 0;
  const parsed2 = payloadSchema.safeParse(jsonOf2(Buffer.from(payload, "base64url").toString()));
  return parsed2.success ? parsed2.data : void 0;
}
function scopesOf(claim) {
  const parsed2 = external_exports.array(scopeSchema).safeParse(claim === void 0 ? void 0 : jsonOf2(claim));
  return parsed2.success ? parsed2.data : void 0;
}
function jsonOf2(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}

// src/stages/event.ts
var LARGEST_EVENT = 32 * 1024 * 1024;
async function readEvent({
  workflow,
  files
}) {
  const path = workflow.env["GITHUB_EVENT_PATH"] ?? "";
  if (path === "") return {};
  return parseEvent(await files.readText(path, LARGEST_EVENT).catch(() => ""));
}

// src/stages/keep/rights.ts
async function findRights({ workdir, cacheTimeoutSeconds }, deps) {
  const { env } = deps.workflow;
  const event = await readEvent(deps);
  const cache = await usable(cacheTimeoutSeconds, deps);
  if (!isKnown(cache)) return { cache, writing: cache, isDenied: false, event };
  const rule = mayKeep({
    event: env["GITHUB_EVENT_NAME"],
    ref: env["GITHUB_REF"],
    defaultBranch: event.defaultBranch,
    sha: env["GITHUB_SHA"],
    head: await findHead(deps, workdir),
    isClean: await isClean(deps, workdir)
  });
  const token = rightsOf(deps);
  const isDenied = isKnown(token) && !token.value.canWrite && isKnown(rule);
  const writing = isDenied ? unable("the runtime token gives no right to write caches") : rule;
  return { cache, writing, isDenied, event };
}
async function usable(patienceSeconds, deps) {
  if (deps.cache === void 0) return unable("this job has no runtime token");
  const token = rightsOf(deps);
  if (!isKnown(token)) return token;
  const failure2 = await probeCacheService(patienceSeconds, deps);
  return failure2 === void 0 ? known(deps.cache) : unable(failure2);
}
async function rightsNotices(rights, { workflow, cache }) {
  const { ACTIONS_RESULTS_URL: two = "", ACTIONS_CACHE_URL: one = "" } = workflow.env;
  const isService = workflow.door === "action" && (one !== "" || two !== "");
  if (!isService) return [];
  const found = await rights;
  if (!isKnown(found.cache))
    return [
      notice(
        `is not used: ${found.cache.unable}. Nothing of earlier runs is used, and nothing is left for later ones`
      )
    ];
  return cache !== void 0 && found.isDenied ? [
    notice(
      "is only read: the runtime token gives no right to write, so that nothing is left for later runs"
    )
  ] : [];
}
function notice(words) {
  return { from: "cache", message: `The cache service of GitHub Actions ${words}.` };
}
function rightsOf({ workflow, clock }) {
  return parseRuntimeToken(workflow.env["ACTIONS_RUNTIME_TOKEN"] ?? "", clock.now());
}

// src/stages/keep/shelter.ts
import { join as join30 } from "node:path";
function makeShelter(rights, deadlineSeconds, deps) {
  let failure2;
  const saving = [];
  const attempt = async (what, work) => {
    if (failure2 !== void 0) return void 0;
    try {
      return await work();
    } catch (error) {
      const message = `The cache service could not ${what}: ${messageOf(error)}. Later runs start without what this one could have kept; the verdict does not hang on it.`;
      failure2 ??= { from: "keep", message };
      return void 0;
    }
  };
  const save = async (folder, key) => {
    const { cache, writing } = await rights;
    if (!isKnown(cache) || !isKnown(writing)) return;
    const ask = { key, folder, deadlineSeconds };
    await attempt("be written", () => cache.value.save(ask));
  };
  return {
    root: rootOf2(deps),
    restore: async (folder, key) => {
      const { cache } = await rights;
      if (!isKnown(cache)) return void 0;
      const ask = { ...key, folder, deadlineSeconds };
      return attempt("be read", () => cache.value.restore(ask));
    },
    save: (folder, key) => {
      const saved = save(folder, key);
      saving.push(saved);
      return saved;
    },
    end: async () => {
      await Promise.all(saving);
    },
    notices: () => failure2 === void 0 ? [] : [failure2]
  };
}
function rootOf2({ cache, workflow, cleanup }) {
  const machine = machineCache(workflow.env);
  const temporary = workflow.env["RUNNER_TEMP"];
  if (cache === void 0 || temporary === void 0)
    return machine === void 0 ? void 0 : join30(machine, "plimsoll");
  const path = join30(temporary, KEPT_FOLDER);
  cleanup.own({ kind: "folder", path, life: "job" });
  return path;
}

// src/stages/keep/index.ts
function openStore(inputs, deps) {
  const rights = findRights(inputs, deps);
  return { rights, shelter: makeShelter(rights, inputs.cacheTimeoutSeconds, deps) };
}
function startKeeping({ inputs, plan, store }, deps) {
  const { rights, shelter } = store;
  const trivy = inputs.trivy.path === void 0 ? inputs.trivy.version : "own";
  const images = plan.images.map(({ id }) => id);
  const layersOf3 = findLayers({ images, trivy, shelter }, deps);
  return {
    baseline: async (supply) => {
      if (inputs.baseline?.kind === "file") {
        const baseline = await readBaseline(inputs.baseline.path, supply, deps);
        return () => Promise.resolve({ baseline, notices: [] });
      }
      if (inputs.baseline === void 0)
        return () => Promise.resolve({ baseline: void 0, notices: [] });
      const { token } = inputs;
      const ask = { shelter, rights, images, workdir: plan.workdir, supply, token };
      const found = findRecords(ask, deps);
      return () => found;
    },
    layersOf: layersOf3,
    leave: async (examined, record) => {
      const layers = examined.map(async ({ image, facts, scanned }) => {
        if (!isKnown(facts) || !isKnown(scanned.facts)) return;
        await (await layersOf3(image.id))?.leave(facts.value.layers);
      });
      const kept = leaveRecords({ shelter, rights }, { record, images: examined }, deps);
      await Promise.all([...layers, kept]);
      await shelter.end();
    },
    notices: async () => [...await rightsNotices(rights, deps), ...shelter.notices()]
  };
}

// src/domain/policy/loosenings.ts
var LEVEL = ranked(...LEVELS.map((level) => [level]));
function looseningsOf(before, now) {
  return [
    ...before.enforce && !now.enforce ? [{ about: "enforce", before: "true", now: "false" }] : [],
    ...ruleLoosenings(before, now),
    ...before.built.filter(({ id }) => !isBuilt(id, now)).map(({ id }) => ({ about: id, before: "built and judged", now: "neither" })),
    ...longer(before.waivers, now.waivers, waiverName),
    ...longer(before.ignores, now.ignores, ignoreName),
    ...longer(vexAnswers(before), vexAnswers(now), vexName)
  ];
}
function ruleLoosenings(before, now) {
  const names2 = [...new Set(now.built.filter(({ id }) => isBuilt(id, before)).map(({ name }) => name))];
  const perImage = names2.flatMap(
    (name) => RULE_IDS.flatMap(
      (rule) => optionLoosenings(
        rule,
        [before, now].map((one) => settingsOf(one, name, rule))
      )
    ).map((found) => ({ name, found }))
  );
  const groups = Map.groupBy(perImage, ({ found }) => JSON.stringify(found));
  return [...groups.values()].flatMap(
    (group) => group.slice(0, 1).map(({ found }) => ({
      ...found,
      ...group.length === names2.length ? {} : { images: group.map(({ name }) => name) }
    }))
  );
}
function isBuilt(id, { built }) {
  return built.some((image) => image.id === id);
}
function settingsOf(policy, image, rule) {
  return (policy.images[image] ?? policy.rules)[rule];
}
function optionLoosenings(rule, sides) {
  const { options, looser } = RULES[rule];
  const [before, now] = sides.map(
    (side) => options.safeParse(side).data
  );
  if (before === void 0 || now === void 0 || before.level === "off") return [];
  const orders = Object.entries({ level: LEVEL, ...now.level === "off" ? {} : looser });
  return orders.filter(([key, order]) => order.isLooser(before[key], now[key])).map(([key, order]) => ({
    about: `rules.${rule}.${key}`,
    before: order.text(before[key]),
    now: order.text(now[key])
  }));
}
function longer(before, now, name) {
  const ends = new Map(before.map((one) => [name(one), one.expires ?? FOR_EVER]));
  return now.flatMap((one) => {
    const [about, end] = [name(one), one.expires ?? FOR_EVER];
    const old = ends.get(about);
    if (old !== void 0 && end <= old) return [];
    return [{ about, before: old === void 0 ? "none" : until(old), now: until(end) }];
  });
}
var FOR_EVER = "~";
function until(end) {
  return end === FOR_EVER ? "for ever" : `until ${end}`;
}
function waiverName({
  rule,
  image,
  id,
  package: about,
  path
}) {
  return `a waiver for ${[rule, id, about, path, image].filter((word) => word !== void 0).join(", ")}`;
}
function ignoreName({ id, kind, paths = [], purls = [] }) {
  const where = [...kind === void 0 ? [] : [kind], ...paths, ...purls];
  return `.trivyignore of ${[id, ...where].join(", ")}`;
}
function vexAnswers({ vex }) {
  return vex.filter(({ status }) => status === "not_affected" || status === "fixed");
}
function vexName({ id, status, products }) {
  return `VEX of ${[id, ...products].join(", ")} (${status})`;
}

// src/domain/policy/mirrors.ts
var MIRRORS = [
  {
    input: "max-size",
    rule: "size",
    option: "max",
    values: ({ maxSize }) => maxSize ?? {}
  },
  {
    input: "user",
    rule: "user",
    option: "require",
    values: ({ user }) => user === void 0 ? {} : { all: user }
  },
  {
    input: "healthcheck",
    rule: "healthcheck",
    option: "require",
    values: ({ healthcheck }) => healthcheck === void 0 ? {} : { all: healthcheck }
  },
  {
    input: "fail-on",
    rule: "vulnerabilities",
    option: "fail-on",
    values: ({ failOn }) => failOn === void 0 ? {} : { all: failOn }
  }
];

// src/domain/policy/merge.ts
function mergePolicy(sources) {
  const strangers = sources.documents.flatMap(
    (document) => unknownImages(document, sources.images)
  );
  const first = strangers[0];
  if (first !== void 0 && !sources.partial)
    throw mistakeAt({ ...first, sentence: `${unknownImage(first.image, sources.images)}.` });
  const { input, notices } = inputSource(sources);
  const layers = [...sources.documents.map(documentSource), input];
  const named3 = new Set(layers.flatMap((layer2) => [...layer2.images.keys()]));
  return {
    rules: settingsOf2(layers, void 0),
    images: new Map(
      sources.images.filter((image) => named3.has(image)).map((image) => [image, settingsOf2(layers, image)])
    ),
    waivers: sources.documents.flatMap(waiversOf),
    notices: [
      ...strangers.map(({ file, line: line2, image }) => `${whereOf(file, line2)}: ${notInThisRun(image)}`),
      ...notices
    ]
  };
}
function settingsOf2(layers, image) {
  const layered = layers.flatMap((layer2) => [
    layer2.rules,
    image === void 0 ? {} : layer2.images.get(image) ?? {}
  ]);
  return forEachRule(
    (id) => layered.reduce(
      (options, settings) => ({ ...options, ...settings[id] }),
      RULES[id].default
    )
  );
}
function documentSource({ policy }) {
  return {
    rules: policy.rules ?? {},
    images: new Map(
      Object.entries(policy.images ?? {}).map(([image, { rules }]) => [image, rules ?? {}])
    )
  };
}
function waiversOf({ policy, source }) {
  return (policy.waivers ?? []).map((waiver2, at) => ({
    rule: waiver2.rule,
    ...waiver2.image !== void 0 && { image: waiver2.image },
    ...waiver2.id !== void 0 && { id: waiver2.id },
    ...waiver2.package !== void 0 && { package: waiver2.package },
    ...waiver2.path !== void 0 && { path: waiver2.path },
    reason: waiver2.reason,
    expires: waiver2.expires,
    source: { file: source.file, line: source.lineOf(["waivers", at]) }
  }));
}
function unknownImages({ policy, source }, known2) {
  const named3 = [
    ...Object.keys(policy.images ?? {}).map((image) => ({ image, path: ["images", image] })),
    ...(policy.waivers ?? []).flatMap(
      ({ image }, at) => image === void 0 ? [] : [{ image, path: ["waivers", at, "image"] }]
    )
  ];
  return named3.filter(({ image }) => !known2.includes(image)).map(({ image, path }) => ({ image, file: source.file, line: source.lineOf(path) }));
}
function unknownImage(image, known2) {
  return `there is no image ${shown(image)} in this run: use ${listed(nearestFirst(known2, image))}`;
}
function notInThisRun(image) {
  return `there is no image ${shown(image)} in this run, so what is said of it is not used.`;
}
function inputSource({ mirrors, images, partial }) {
  const rules = {};
  const perImage = /* @__PURE__ */ new Map();
  const notices = [];
  for (const mirror of MIRRORS) {
    const { all, images: byImage } = mirror.values(mirrors);
    if (all !== void 0) rules[mirror.rule] = parsed(mirror, all);
    for (const [image, value] of byImage ?? []) {
      if (!images.includes(image)) {
        const input = `Input ${shown(mirror.input)}`;
        if (!partial) throw new UserError(`${input}: ${unknownImage(image, images)}.`);
        notices.push(`${input}: ${notInThisRun(image)}`);
      }
      perImage.set(image, { ...perImage.get(image), [mirror.rule]: parsed(mirror, value) });
    }
  }
  return { input: { rules, images: perImage }, notices };
}
function parsed(mirror, value) {
  const result = RULES[mirror.rule].options.partial().safeParse({ [mirror.option]: value }, { error: predicate });
  if (result.success) return result.data;
  throw new UserError(`Input ${shown(mirror.input)} ${result.error.issues[0]?.message ?? ""}.`);
}

// src/clients/commit-files.ts
import { relative as relative2 } from "node:path";
var READING = { what: "a look at the base’s files", permission: "contents: read" };
var fileSchema2 = external_exports.object({
  type: external_exports.string(),
  size: external_exports.number(),
  content: external_exports.string().optional()
});
var folderSchema = external_exports.array(external_exports.object({ name: external_exports.string() }));
var MODES = { file: 420, folder: 493, other: 511 };
function commitFiles({ at, commit, root }, asking) {
  const find = once(
    async (path) => {
      const route = "GET /repos/{owner}/{repo}/contents/{path}";
      const answer = await askPatiently({ route, parameters: { ...at, path, ref: commit } }, asking);
      if (!isKnown(answer))
        throw new ToolError("github", `GitHub gave no answer: ${answer.unable}.`);
      if (answer.value.status === 404) return void 0;
      if (answer.value.status !== 200)
        throw new ToolError("github", refusalOf(answer.value, READING));
      return contentOf(answer.value.data);
    },
    (path) => path
  );
  const look = (path) => find(relative2(root, path));
  return {
    realPath: (path) => Promise.resolve(path),
    stat: async (path) => statOf(await look(path)),
    list: async (path) => {
      const found = await look(path);
      return found?.kind === "folder" ? found.names : [];
    },
    readText: async (path) => {
      const found = await look(path);
      if (found?.kind !== "file") throw new ToolError("github", "it is no file there");
      return found.text;
    }
  };
}
function contentOf(data) {
  const folder = folderSchema.safeParse(data);
  if (folder.success) return { kind: "folder", names: folder.data.map(({ name }) => name).toSorted() };
  const { type, size: bytes2, content } = fileSchema2.parse(data);
  return type === "file" && content !== void 0 ? { kind: "file", bytes: bytes2, text: Buffer.from(content, "base64").toString("utf8") } : { kind: "other", bytes: bytes2 };
}
function statOf(content) {
  if (content === void 0) return void 0;
  const bytes2 = content.kind === "folder" ? 0 : content.bytes;
  return { kind: content.kind, bytes: bytes2, mode: MODES[content.kind] };
}

// src/stages/base-files.ts
async function baseFiles({ repository, token }, deps) {
  const at = repositoryOf(deps.workflow.env);
  const { baseSha: commit } = await readEvent(deps);
  if (at === void 0 || commit === void 0) return unable("the event names no base commit");
  if (token === void 0) return unable("there is no token to ask GitHub with");
  const asking = { github: deps.github(token), patience: PATIENCE, deps };
  const files = commitFiles({ at, commit, root: repository }, asking);
  try {
    if (await files.stat(repository) !== void 0) return known(files);
    return unable("the token does not see it; give the job permissions: contents: read");
  } catch (error) {
    return unable(messageOf(error).replace(/\.$/, ""));
  }
}

// src/stages/plan/policy.ts
import { isAbsolute, join as join31, relative as relative3, resolve } from "node:path";

// src/domain/policy/schema.ts
function settingsOf3(ids) {
  return external_exports.strictObject(
    Object.fromEntries(
      ids.map((id) => [
        id,
        RULES[id].options.partial().meta({ description: RULES[id].summary, default: RULES[id].default }).optional()
      ])
    )
  ).describe("What each rule asks for; what is not said keeps its default");
}
var ruleSettings = settingsOf3(RULE_IDS);
var imageSettings = external_exports.strictObject({
  rules: settingsOf3(RULE_IDS.filter((id) => RULES[id].per === "image")).optional().describe("Over what holds for every image")
});
var expires = external_exports.iso.date({
  error: ({ input }) => input === void 0 ? "is missing: write the last day that the waiver holds, as `2027-01-31`" : `is ${shown(input)}, which is no day: write it as \`2027-01-31\``
}).describe("The last day (UTC) that the waiver holds");
var reason2 = external_exports.string({
  error: ({ input }) => input === void 0 ? "is missing: say why the violation is accepted" : void 0
}).trim().min(1, { error: "is empty: say why the violation is accepted" }).describe("Why the violation is accepted; it is shown in the report");
var waiver = external_exports.strictObject({
  rule: external_exports.enum(RULE_IDS).describe("The rule whose violation is accepted"),
  image: external_exports.string().min(1).optional().describe("The image; absent: every image"),
  id: external_exports.string().min(1).optional().describe("The advisory, or the scanner’s rule for a secret"),
  package: external_exports.string().min(1).optional().describe("The installed or the source package"),
  path: external_exports.string().min(1).refine((pattern) => compileGlob(pattern) !== void 0, {
    error: ({ input }) => `is ${shown(input)}, which is no pattern: close its brackets and keep it under ${LONGEST_GLOB} characters`
  }).optional().describe("A glob over paths in the image: `usr/lib/**`"),
  reason: reason2,
  expires
}).superRefine((given3, context) => {
  const { subjects } = RULES[given3.rule];
  const named3 = SUBJECT_KEYS.filter((key) => given3[key] !== void 0);
  const wrong = named3.find((key) => !subjects.some((known2) => known2 === key));
  const add = (message) => {
    context.addIssue({ code: "custom", message });
  };
  if (wrong !== void 0)
    add(
      `names ${shown(wrong)}, which a violation of ${shown(given3.rule)} does not have: ${instead(subjects)}`
    );
  else if (subjects.length > 0 && named3.length === 0)
    add(`would accept every violation of ${shown(given3.rule)}: ${instead(subjects)}`);
});
function instead(subjects) {
  return subjects.length === 0 ? "leave it out" : `name ${listed(subjects)}`;
}
var policySchema = external_exports.strictObject({
  version: external_exports.literal(1, {
    error: ({ input }) => input === void 0 ? "is missing: begin with `version: 1`" : `is ${shown(JSON.stringify(input))}, and this Plimsoll knows version \`1\` only`
  }),
  files: external_exports.array(external_exports.string().min(1)).min(1, { error: "is empty: name a file, or leave the key out" }).optional().describe("Bake files, compose files or Dockerfiles; found by itself when absent"),
  rules: ruleSettings.optional(),
  images: external_exports.record(external_exports.string(), imageSettings).optional().describe("What differs for one image, by its name"),
  vex: external_exports.array(external_exports.string().min(1)).min(1, { error: "is empty: name a file, or leave the key out" }).optional().describe("OpenVEX documents, whose word on a vulnerability is taken"),
  waivers: external_exports.array(waiver).optional().describe("Violations that are accepted for a while")
}).describe("Policy of Plimsoll");

// src/domain/policy/parse.ts
function parsePolicy(text4, file) {
  const source = parseYaml(text4, file);
  return { source, policy: checked(source, policySchema) };
}

// src/domain/policy/vex.ts
var STATUSES2 = ["not_affected", "affected", "fixed", "under_investigation"];
var CONTEXT = "https://openvex.dev/ns";
var nameSchema = external_exports.union([
  external_exports.string(),
  external_exports.object({ "@id": external_exports.string() }).transform((one) => one["@id"])
]);
var vulnerabilitySchema2 = external_exports.union([
  external_exports.string(),
  external_exports.object({ name: external_exports.string() }).transform(({ name }) => name)
]);
var schema4 = external_exports.object({
  "@context": external_exports.string().startsWith(CONTEXT, {
    error: `is not ${CONTEXT}/…: only OpenVEX documents are taken`
  }),
  statements: external_exports.array(
    external_exports.object({
      vulnerability: vulnerabilitySchema2,
      products: external_exports.array(nameSchema).optional(),
      status: external_exports.enum(STATUSES2)
    })
  )
});
function parseVex(text4, file) {
  const { statements } = checked(parseYaml(text4, file), schema4);
  return {
    ...{ file, text: text4 },
    statements: statements.map(({ vulnerability: id, products = [], status }) => ({
      ...{ id, products, status, file }
    }))
  };
}

// src/stages/plan/policy.ts
var POLICY_FILE = ".github/plimsoll.yml";
var IGNORE_FILES = [
  { name: ".trivyignore", parse: parseTrivyignore },
  { name: ".trivyignore.yaml", parse: parseTrivyignoreYaml }
];
var TRIVY_CONFIG = "trivy.yaml";
var LARGEST_FILE = 1024 * 1024;
async function readPolicyDocuments(inputs, folders, { files }) {
  const path = await findConfig(inputs, folders, files);
  const documents = [];
  if (path !== void 0)
    documents.push(parsePolicy(await readOwn(path, folders, files), nameOf5(path, folders)));
  if (inputs.policy !== void 0) documents.push(parsePolicy(inputs.policy, INLINE));
  const atRoot = path === join31(folders.repository, POLICY_FILE);
  const named3 = (key) => pathsOf(documents, key, { atRoot, folders });
  const ignored = await readIgnores(folders, files);
  const unused = await unusedConfigs(folders, files);
  return {
    documents,
    files: named3("files"),
    ignores: ignored.ignores,
    vex: await readVex(named3("vex"), folders, files),
    notices: [...ignored.notices, ...unused].map((message) => ({ from: "policy", message }))
  };
}
function resolvePolicy(documents, inputs, images) {
  const { notices, ...merged } = mergePolicy({
    documents: documents.documents,
    mirrors: inputs.mirrors,
    images,
    partial: inputs.targets.length > 0
  });
  return {
    policy: {
      ...merged,
      ignores: documents.ignores,
      vex: documents.vex.flatMap(({ statements }) => statements)
    },
    notices: [...documents.notices, ...notices.map((message) => ({ from: "policy", message }))]
  };
}
async function findConfig(inputs, { repository, workdir }, files) {
  if (inputs.config !== void 0) {
    const path = resolve(workdir, inputs.config);
    if (await files.stat(path) === void 0)
      throw new UserError(
        `Input \`config\` names ${inputs.config}, and there is no such file: correct the path, which starts at ${workdir}.`
      );
    return path;
  }
  for (const folder of /* @__PURE__ */ new Set([workdir, repository])) {
    const path = join31(folder, POLICY_FILE);
    if (await files.stat(path) !== void 0) return path;
  }
  return void 0;
}
function pathsOf(documents, key, { atRoot, folders }) {
  const document = documents.findLast(({ policy }) => policy[key] !== void 0);
  const written2 = document?.policy[key] ?? [];
  const { repository, workdir } = folders;
  if (!atRoot || document?.source.file === INLINE || repository === workdir) return written2;
  return written2.map((file) => relative3(workdir, resolve(repository, file)));
}
async function readIgnores(folders, files) {
  for (const folder of /* @__PURE__ */ new Set([folders.workdir, folders.repository])) {
    const there = await present(folder, files);
    const parsed2 = await Promise.all(
      there.map(async ({ name, parse }) => {
        const path = join31(folder, name);
        return parse(await readOwn(path, folders, files), nameOf5(path, folders));
      })
    );
    if (parsed2.length > 0)
      return {
        ignores: parsed2.flatMap(({ ignores }) => ignores),
        notices: parsed2.flatMap(({ notices }) => notices)
      };
  }
  return { ignores: [], notices: [] };
}
function readVex(paths, folders, files) {
  return Promise.all(
    paths.map(async (written2) => {
      const path = resolve(folders.workdir, written2);
      return parseVex(await readOwn(path, folders, files), nameOf5(path, folders));
    })
  );
}
async function present(folder, files) {
  const names2 = await files.list(folder);
  return IGNORE_FILES.filter(({ name }) => names2.includes(name));
}
async function unusedConfigs(folders, files) {
  const notices = [];
  for (const folder of /* @__PURE__ */ new Set([folders.workdir, folders.repository])) {
    const path = join31(folder, TRIVY_CONFIG);
    if (await files.stat(path) !== void 0)
      notices.push(
        `${nameOf5(path, folders)} is not used: Plimsoll sets Trivy’s options itself; say in ${POLICY_FILE} what to judge.`
      );
  }
  return notices;
}
async function readOwn(path, folders, files) {
  const name = nameOf5(path, folders);
  try {
    const [real, root] = await Promise.all([
      files.realPath(path),
      files.realPath(folders.repository)
    ]);
    if (isInside(path, folders.repository) && !isInside(real, root))
      throw new UserError(
        `${name} is a link that leads out of the repository: put the file itself there.`
      );
    if ((await files.stat(real))?.kind !== "file")
      throw new UserError(`${name} is not a file: put the text itself there.`);
    return await files.readText(real, LARGEST_FILE);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${name} cannot be read (${messageOf(error)}): put a text file there, or remove it.`,
      { cause: error }
    );
  }
}
function nameOf5(path, { repository }) {
  return isInside(path, repository) ? relative3(repository, path) : path;
}
function isInside(path, folder) {
  const way = relative3(folder, path);
  return way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}

// src/stages/loosenings.ts
async function findLoosenings(ask, deps) {
  const { record, baseline } = ask;
  if (baseline !== void 0)
    return { loosenings: known(looseningsOf(baseline.record.policy, record.policy)), notices: [] };
  if (!isChange(deps.workflow))
    return { loosenings: unable("There is no baseline whose policy is known."), notices: [] };
  const {
    plan: { repository },
    inputs: { token }
  } = ask;
  const base = await baseFiles({ repository, token }, deps);
  if (!isKnown(base)) return unknown(base.unable);
  try {
    const before = await written(ask, { ...deps, files: { ...deps.files, ...base.value } });
    const now = await written(ask, deps);
    return {
      loosenings: known(looseningsOf(before, now)),
      notices: [
        notice2(
          "There is no baseline: the policy’s files were compared with the base’s, and inputs were not."
        )
      ]
    };
  } catch (error) {
    return unknown(messageOf(error).replace(/\.$/, ""));
  }
}
async function written({ plan, inputs }, deps) {
  const folders = { repository: plan.repository, workdir: plan.workdir };
  const { documents, ignores, vex } = await readPolicyDocuments(
    { ...inputs, policy: void 0 },
    folders,
    deps
  );
  const images = [...new Set(plan.images.map(({ name }) => name))];
  const merged = mergePolicy({ documents, mirrors: {}, images, partial: true });
  const policy = { ...merged, ignores, vex: vex.flatMap(({ statements }) => statements) };
  return policyRecord(policy, { built: plan.images, enforce: true });
}
function unknown(why) {
  const words = `The policy could not be compared with the base’s: ${why}.`;
  return { loosenings: unable(words), notices: [notice2(words)] };
}
function notice2(message) {
  return { from: "policy", message };
}

// src/domain/plan/defined-at.ts
function definedAt({
  dockerfile,
  dockerfileText,
  target
}, definitions) {
  if (dockerfile !== void 0) {
    const lines = (dockerfileText ?? "").split("\n");
    const from = lines.findIndex((line2) => /^\s*FROM\s/i.test(line2));
    return { definedAt: { file: dockerfile, startLine: Math.max(from, 0) + 1 } };
  }
  const inside = definitions.filter(({ file }) => !file.startsWith("../") && !file.startsWith("/"));
  const named3 = inside.flatMap(({ file, text: text4 }) => {
    const index = text4.split(/\r?\n/).findIndex((line2) => names(line2, target));
    return index < 0 ? [] : [{ file, startLine: index + 1 }];
  });
  const [first] = [...named3, ...inside.map(({ file }) => ({ file, startLine: 1 }))];
  return first === void 0 ? {} : { definedAt: first };
}
function names(line2, target) {
  const [, block, key] = /^\s*(?:target\s+"([^"]+)"|["']?([\w.-]+)["']?\s*:(?:\s*\{?\s*(?:#.*)?$))/.exec(line2) ?? [];
  return (block ?? key) === target;
}

// src/domain/plan/event.ts
var PRIVILEGED = ["pull_request_target", "issue_comment", "workflow_run"];
function refuseUnsafe({ event, sha: sha2, head }) {
  if (event === void 0 || !PRIVILEGED.includes(event)) return;
  if (head !== void 0 && head === sha2) return;
  const checkedOut = head === void 0 ? "git cannot tell which commit is checked out" : `commit ${head} is checked out`;
  throw new UserError(
    `On ${event} the workflow runs with the default branch's rights and secrets, and ${checkedOut} instead of ${sha2 ?? "the commit of the event"}: building it could hand them to a stranger. Run Plimsoll on pull_request instead, which has neither.`
  );
}

// src/domain/plan/overrides.ts
function overridesOf(service) {
  const user = service.user === void 0 ? [] : [{ key: "user", value: service.user }];
  return [...user, ...healthcheckOf2(service)];
}
function healthcheckOf2(service) {
  if (service.healthcheck === void 0) return [];
  const { disable, test } = service.healthcheck;
  if (disable === true || Array.isArray(test) && test[0] === "NONE")
    return [{ key: "healthcheck", value: "disabled" }];
  return test === void 0 ? [] : [{ key: "healthcheck", value: "replaced" }];
}

// src/domain/plan/withheld.ts
var WORDS = /[A-Za-z_][A-Za-z0-9_-]*/g;
function refuseWithheld(files) {
  for (const { file, text: text4 } of files) {
    for (const [index, line2] of text4.split(/\r?\n/).entries()) {
      const name = line2.replace(/^\s*(#|\/\/).*$/, "").match(WORDS)?.find(isNamed);
      if (name !== void 0)
        throw refusal(name, { place: { file, startLine: index + 1 }, where: `${file}:${index + 1}` });
    }
  }
}
function refuseWithheldNames(names2, where) {
  const name = names2.find(isNamed);
  if (name !== void 0) throw refusal(name, { where });
}
function isNamed(name) {
  return name === name.toUpperCase() && isWithheld(name);
}
function refusal(name, at) {
  return new UserError(
    `${at.where} names ${name}, a variable of the runner that holds a token or an input; it is withheld from builds, because an image, a log or a cache could carry it away. Take it out of the definition, and hand over what the build needs as a variable of your own.`,
    at.place === void 0 ? {} : { place: at.place }
  );
}

// src/stages/plan/definition.ts
var import_fastest_levenshtein2 = __toESM(require_mod(), 1);
import { dirname as dirname6, join as join32, relative as relative4, resolve as resolve2 } from "node:path";

// src/clients/compose.ts
var serviceSchema = external_exports.looseObject({
  user: external_exports.string().optional(),
  healthcheck: external_exports.looseObject({
    disable: external_exports.boolean().optional(),
    test: external_exports.union([external_exports.string(), external_exports.array(external_exports.string())]).optional()
  }).optional()
});
var configSchema4 = external_exports.object({ services: external_exports.record(external_exports.string(), serviceSchema).optional() });
async function readServices(deps, ask) {
  const result = await deps.exec.run("docker", {
    args: ["compose", ...ask.files.flatMap((file) => ["-f", file]), "config", "--format", "json"],
    cwd: ask.cwd,
    deadlineSeconds: 60
  });
  if (result.ended !== "exit" || result.exitCode !== 0) return unable(endingOf(result));
  try {
    return known(configSchema4.parse(JSON.parse(result.stdout)).services ?? {});
  } catch {
    return unable("its output has a form that is not known");
  }
}

// src/domain/plan/discover.ts
import { posix as posix4 } from "node:path";
var BAKE = ["docker-bake.hcl", "docker-bake.json"];
var COMPOSE = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
var KIND_WORDS = {
  bake: "bake file",
  compose: "compose file",
  dockerfile: "Dockerfile"
};
var PASSED_OVER = /* @__PURE__ */ new Set(["test", "tests", "fixtures", "examples", "vendor", "node_modules"]);
var DEEPEST3 = 3;
function discover(names2, tracked) {
  const found = [
    ["bake", names2.filter((name) => BAKE.includes(name))],
    ["compose", names2.filter((name) => COMPOSE.includes(name))],
    ["dockerfile", tracked.filter(isDockerfile)]
  ];
  const [first, ...others] = found.filter(([, files2]) => files2.length > 0);
  if (first === void 0) throw nothingFound(names2);
  const [kind, files] = first;
  if (kind !== "dockerfile" && files.length > 1) {
    throw new UserError(
      `Both ${files.join(" and ")} are here; say which one is meant with the input files.`
    );
  }
  const passed = others.map(([other, paths]) => `${KIND_WORDS[other]} ${paths.join(", ")}`);
  return {
    kind,
    files: [...files, ...overridesOf2(kind, { file: files[0] ?? "", names: names2 })],
    says: [
      `Found ${KIND_WORDS[kind]} ${files.join(", ")}.`,
      ...passed.length === 0 ? [] : [
        `Passed over, because a ${KIND_WORDS[kind]} comes first: ${passed.join("; ")}. The input files names others.`
      ]
    ]
  };
}
function nothingFound(names2) {
  const untracked = names2.includes("Dockerfile") ? " (the one that is here is not tracked: git add it)" : "";
  return new UserError(
    `There is nothing to build here: no docker-bake.hcl or docker-bake.json, no compose file, and no Dockerfile tracked by git at most three folders deep${untracked}. Name what to build with the input files, or the folder with workdir.`
  );
}
function overridesOf2(kind, around) {
  if (kind === "dockerfile") return [];
  const { name, ext } = posix4.parse(around.file);
  const endings = kind === "bake" ? [ext] : [".yaml", ".yml"];
  return endings.map((ending) => `${name}.override${ending}`).filter((name2) => around.names.includes(name2));
}
function isDockerfile(path) {
  const folders = path.split("/").slice(0, -1);
  return posix4.basename(path) === "Dockerfile" && folders.length <= DEEPEST3 && !folders.some((folder) => PASSED_OVER.has(folder));
}
function kindOf2(files) {
  const kinds = new Set(files.map(kindOfFile));
  if (kinds.has("dockerfile") && kinds.size > 1) {
    throw new UserError(
      `The input files mixes Dockerfiles with bake or compose files (${files.join(", ")}); name one kind.`
    );
  }
  return kinds.has("dockerfile") ? "dockerfile" : kinds.has("bake") ? "bake" : "compose";
}
function kindOfFile(path) {
  const name = posix4.basename(path);
  if (/\.(hcl|json)$/.test(name)) return "bake";
  if (/\.ya?ml$/.test(name)) return "compose";
  if (/^(Dockerfile|Containerfile)(\..+)?$|\.(Dockerfile|Containerfile)$/i.test(name))
    return "dockerfile";
  throw new UserError(
    `The input files names ${path}, which is no bake file (.hcl, .json), compose file (.yml, .yaml) or Dockerfile by its name.`
  );
}
function leadingTargets(all, used) {
  const leading = all.filter((name) => !used.has(name));
  return leading.length === 0 ? all : leading;
}
function inheritedNames(text4) {
  const lists = [...text4.matchAll(/"?\binherits"?\s*[=:]\s*\[([^\]]*)\]/g)].map(
    (match) => match[1] ?? ""
  );
  return new Set(
    lists.flatMap((list3) => [...list3.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ""))
  );
}

// src/stages/plan/definition.ts
var LARGEST_DEFINITION = 4 * 1024 * 1024;
async function findDefinition(inputs, where, deps) {
  const found = await findFiles(inputs, where, deps);
  const paths = found.files.map((file) => resolve2(where.workdir, file));
  const texts = await Promise.all(paths.map((path) => readDefinition(path, deps)));
  const written2 = paths.map((path, index) => ({
    file: relative4(where.repository, path),
    text: texts[index] ?? ""
  }));
  if (found.kind !== "dockerfile") refuseWithheld(written2);
  const generated = found.kind === "dockerfile" ? await generate(paths, where, deps) : void 0;
  const bare = {
    kind: found.kind,
    files: generated === void 0 ? paths : [generated.file],
    targets: [],
    set: inputs.set,
    allow: inputs.allow
  };
  const definition = {
    ...bare,
    targets: await chooseTargets(
      inputs.targets,
      { definition: bare, files: found.files, texts, cwd: where.workdir },
      deps
    )
  };
  const resolved2 = await resolveDefinition({ definition, paths, cwd: where.workdir }, deps);
  const names2 = generated?.names ?? /* @__PURE__ */ new Map();
  return { definition, ...resolved2, names: names2, texts, written: written2, says: found.says };
}
async function resolveDefinition({ definition, paths, cwd }, deps) {
  const [printed, services] = await Promise.all([
    printDefinition(deps, { definition, cwd }),
    definition.kind === "compose" ? readServices(deps, { files: paths, cwd }) : known({})
  ]);
  return { printed, services };
}
async function findFiles(inputs, where, deps) {
  const named3 = inputs.files.length > 0 ? inputs.files : where.configured;
  if (named3.length > 0) return { kind: kindOf2(named3), files: named3, says: [] };
  const names2 = await deps.files.list(where.workdir);
  const tracked = await listFiles(deps, where.workdir) ?? await walk3(where.workdir, deps);
  return discover(names2, tracked);
}
async function walk3(folder, deps, depth = 0) {
  const names2 = await deps.files.list(folder);
  const nested = await Promise.all(
    names2.map(async (name) => {
      const kind = (await deps.files.stat(join32(folder, name)))?.kind;
      if (kind !== "folder") return [name];
      if (depth === DEEPEST3 || name.startsWith(".")) return [];
      return (await walk3(join32(folder, name), deps, depth + 1)).map((inner) => `${name}/${inner}`);
    })
  );
  return nested.flat();
}
async function readDefinition(path, deps) {
  try {
    return await deps.files.readText(path, LARGEST_DEFINITION);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      `${path} cannot be read, and it is one of the files to build from: check the input files.`,
      { cause }
    );
  }
}
async function generate(paths, where, deps) {
  const names2 = /* @__PURE__ */ new Map();
  const targets = {};
  for (const path of paths) {
    const name = nameOfFolder(relative4(where.repository, dirname6(path)));
    const target = targetName(name);
    const other = targets[target];
    if (other !== void 0) {
      throw new UserError(
        `${path} and ${other.context}/${other.dockerfile} would both be the image ${name}; name one of them with the input files, or write a bake file that names both targets.`
      );
    }
    names2.set(target, name);
    targets[target] = { context: dirname6(path), dockerfile: relative4(dirname6(path), path) };
  }
  const folder = await deps.files.makeTemporary("plimsoll-bake", "run");
  const file = join32(folder, "docker-bake.json");
  const document = { group: { default: { targets: Object.keys(targets) } }, target: targets };
  await deps.files.write(file, JSON.stringify(document));
  return { file, names: names2 };
}
async function chooseTargets(asked, choice, deps) {
  const { definition, files, texts, cwd } = choice;
  if (asked.length === 0 && definition.kind !== "bake") return [];
  const { targets, groups } = await listTargets(deps, { files: definition.files, cwd });
  const known2 = [.../* @__PURE__ */ new Set([...targets, ...groups])];
  for (const name of asked) {
    if (!known2.includes(name) && !name.includes("*")) {
      throw new UserError(
        `There is no target ${name} in ${files.join(", ")}; the nearest is ${(0, import_fastest_levenshtein2.closest)(name, known2)}, and all are: ${known2.join(", ")}.`
      );
    }
  }
  if (asked.length > 0) return asked;
  if (known2.includes("default")) return [];
  const all = await printDefinition(deps, { definition: { ...definition, targets }, cwd });
  const contexts = Object.values(all.targets).flatMap(
    (target) => Object.values(target.contexts ?? {})
  );
  const serving = contexts.filter((context) => context.startsWith("target:")).map((context) => context.slice("target:".length));
  const inherited = texts.flatMap((text4) => [...inheritedNames(text4)]);
  return leadingTargets(targets, /* @__PURE__ */ new Set([...serving, ...inherited]));
}

// src/stages/plan/reach.ts
import { basename as basename4, dirname as dirname7, join as join33, resolve as resolve3 } from "node:path";

// src/domain/plan/reach.ts
function reachOf(target, wants) {
  const read4 = (what, path) => ({
    ...{ target, what },
    need: { kind: "fs.read", path }
  });
  const entitlement = (what, name) => ({
    ...{ target, what },
    need: { kind: "entitlement", name }
  });
  const readIf = (what, path) => path === void 0 ? [] : [read4(what, path)];
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
      ({ id, paths }) => paths === void 0 || paths === null || paths.length === 0 ? [entitlement("the user's ssh agent", "ssh")] : paths.map((path) => read4(`the ssh key ${id ?? "default"}`, path))
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
function grantsOf(allow, set) {
  const pairs = allow.map((entry3) => {
    const at = entry3.indexOf("=");
    return at < 0 ? [entry3, ""] : [entry3.slice(0, at), entry3.slice(at + 1)];
  });
  const every = pairs.find(([key, value]) => key.startsWith("fs") && value === "*");
  if (every !== void 0) {
    throw new UserError(
      `Input allow holds ${every[0]}=*, which opens the whole machine to the definition; name the folders that it needs, one a line.`
    );
  }
  const paths = (...keys) => pairs.flatMap(([key, value]) => keys.includes(key) ? [value] : []);
  const meant = set.flatMap((entry3) => {
    const [, value] = SETS_PATH.exec(entry3) ?? [];
    return (value ?? "").split(",").map((field) => field.slice(field.lastIndexOf("=") + 1));
  });
  return {
    read: [...paths("fs", "fs.read"), ...meant],
    write: [...paths("fs", "fs.write"), ...meant],
    entitlements: allow.filter((entry3) => !entry3.startsWith("fs"))
  };
}
function refuseReach(missing) {
  if (missing.length === 0) return;
  const needs = missing.map(
    ({ target, what, need }) => `${what} of ${target}${need.kind === "entitlement" ? "" : ` (${need.path})`}`
  );
  const lines = missing.map(
    ({ need }) => need.kind === "entitlement" ? need.name : `${need.kind}=${need.path}`
  );
  throw new UserError(
    `The definition asks for more than its working directory holds: ${[...new Set(needs)].join(", ")}. If that is meant, grant it with the input allow: ${[...new Set(lines)].join(", ")}.`
  );
}

// src/stages/plan/reach.ts
async function holdToWorkdir(reaching, deps) {
  const { definition, targets, workdir } = reaching;
  const grants = grantsOf(definition.allow, definition.set);
  const granted = async (paths) => Promise.all([workdir, ...paths].map((path) => whereItLeads(resolve3(workdir, path), deps)));
  const roots = { "fs.read": await granted(grants.read), "fs.write": await granted(grants.write) };
  const isGranted = async ({ need }) => {
    if (need.kind === "entitlement") return grants.entitlements.includes(need.name);
    const written2 = need.path.startsWith("/") ? need.path : `${workdir}/${need.path}`;
    const places = await Promise.all(
      [written2, resolve3(written2)].map((path) => whereItLeads(path, deps))
    );
    return places.every((place) => roots[need.kind].some((root) => isInside2(place, root)));
  };
  const all = Object.entries(targets).flatMap(([name, target]) => reachOf(name, target));
  const verdicts = await Promise.all(all.map(isGranted));
  refuseReach(all.filter((_, index) => verdicts[index] === false));
}
async function whereItLeads(path, deps, rest = "") {
  try {
    return join33(await deps.files.realPath(path), rest);
  } catch {
    const parent = dirname7(path);
    return parent === path ? join33(path, rest) : whereItLeads(parent, deps, `${basename4(path)}/${rest}`);
  }
}
function isInside2(path, root) {
  return path === root || path.startsWith(root.endsWith("/") ? root : `${root}/`);
}

// src/stages/plan/secrets.ts
import { resolve as resolve4 } from "node:path";
var TOKENS = [
  "INPUT_TOKEN",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN"
];
var LARGEST_SECRET = 64 * 1024;
async function maskPlan(plan, deps) {
  const { env } = deps.workflow;
  const { targets, committed } = plan;
  const declared = targets.flatMap((target) => target.secret ?? []);
  const fromEnv = declared.flatMap((secret) => [
    secret.env ?? (secret.src === void 0 ? secret.id : void 0)
  ]);
  const files = await Promise.all(
    declared.map((secret) => secretFile(secret.src, { workdir: plan.workdir, deps }))
  );
  const args = targets.flatMap((target) => Object.values(target.args ?? {}));
  deps.secrets.add(
    [...TOKENS, ...fromEnv].flatMap((name) => name === void 0 ? [] : env[name] ?? [])
  );
  deps.secrets.add(files);
  deps.secrets.add(
    valuesToMask(
      args.filter((value) => value !== null),
      committed
    )
  );
}
async function secretFile(src, at) {
  if (src === void 0) return "";
  try {
    return await at.deps.files.readText(resolve4(at.workdir, src), LARGEST_SECRET);
  } catch {
    return "";
  }
}

// src/stages/plan/index.ts
var LARGEST_DOCKERFILE = 4 * 1024 * 1024;
var FALLBACK_PLATFORM = "linux/amd64";
async function makePlan(inputs, deps) {
  const { workdir } = inputs;
  if ((await deps.files.stat(workdir))?.kind !== "folder") {
    throw new UserError(
      `There is no folder ${workdir}; the input workdir (or the argument DIR) names the one to work in.`
    );
  }
  const repository = await findRoot(deps, workdir) ?? workdir;
  await refuseUnsafeEvent(deps, workdir);
  const server = findServer(deps, workdir);
  const buildx = requireBuildx(deps, workdir);
  void buildx.catch(() => void 0);
  const documents = await policyOf(inputs, { repository, workdir }, deps);
  const finding = findDefinition(inputs, { workdir, repository, configured: documents.files }, deps);
  await Promise.allSettled([buildx, finding]);
  const tools = { ...toolsOf(await server), buildx: await buildx };
  const found = await finding;
  const planning = { inputs, found, repository, server: await server };
  const { images, notices } = await planImages(planning, deps);
  const resolved2 = resolvePolicy(documents, inputs, [
    ...new Set(images.map((image) => image.name))
  ]);
  const says = found.says.map((message) => ({ from: "plan", message }));
  for (const { message } of says) deps.log.line(message);
  return {
    workdir,
    repository,
    definition: found.definition,
    resolved: found.printed.resolved,
    cachedTargets: cachedOf(found.printed.targets),
    images,
    policy: resolved2.policy,
    vex: documents.vex,
    tools,
    notices: [...says, ...notices, ...resolved2.notices]
  };
}
async function policyOf(inputs, folders, deps) {
  if (inputs.policyFrom === "head" || !isChange(deps.workflow))
    return readPolicyDocuments(inputs, folders, deps);
  const base = await baseFiles({ repository: folders.repository, token: inputs.token }, deps);
  if (isKnown(base)) return readPolicyDocuments(inputs, folders, { files: base.value });
  throw new UserError(
    `Input policy-from is base, and the base’s policy cannot be read: ${base.unable}.`
  );
}
function cachedOf(targets) {
  return Object.entries(targets).flatMap(([name, target]) => {
    const own = [...target["cache-from"] ?? [], ...target["cache-to"] ?? []];
    return own.length === 0 ? [] : [name];
  });
}
function toolsOf(server) {
  return isKnown(server) ? { docker: server.value.version } : {};
}
async function refuseUnsafeEvent(deps, cwd) {
  if (deps.workflow.door !== "action") return;
  const { env } = deps.workflow;
  refuseUnsafe({
    event: env["GITHUB_EVENT_NAME"],
    sha: env["GITHUB_SHA"],
    head: await findHead(deps, cwd)
  });
}
async function planImages(planning, deps) {
  const { inputs, found, repository, server } = planning;
  const { workdir } = inputs;
  const built = found.printed.built.flatMap((name) => {
    const target = found.printed.targets[name];
    return target === void 0 ? [] : [{ name, target }];
  });
  if (built.length === 0) {
    throw new UserError(
      `${found.definition.files.join(", ")} builds nothing: no service has a build section and no target is a default one. Name targets with the input targets.`
    );
  }
  const targets = Object.values(found.printed.targets);
  refuseWithheldNames(
    targets.flatMap((target) => (target.secret ?? []).flatMap((secret) => secret.env ?? [])),
    "A secret of the build definition"
  );
  await holdToWorkdir(
    { definition: found.definition, targets: found.printed.targets, workdir },
    deps
  );
  const { overrides, notices } = readOverrides(found);
  const resolved2 = built.map(({ name, target }) => resolveTarget(name, { target, names: found.names }));
  const platform = isKnown(server) ? server.value.platform : FALLBACK_PLATFORM;
  const bare = plannedImages(resolved2, { key: inputs.key, workdir, repository, platform, overrides });
  const images = await Promise.all(
    bare.map(async (image) => {
      const read4 = await withText(image, deps);
      return { ...read4, ...definedAt(read4, found.written) };
    })
  );
  const texts = images.flatMap((image) => image.dockerfileText ?? []);
  await maskPlan({ targets, workdir, committed: [...found.texts, ...texts] }, deps);
  return { images, notices };
}
function resolveTarget(name, given3) {
  const { target, names: names2 } = given3;
  const inline = target["dockerfile-inline"];
  return {
    target: name,
    name: names2.get(name) ?? name,
    context: target.context ?? ".",
    dockerfile: target.dockerfile ?? "Dockerfile",
    contexts: target.contexts ?? {},
    ...inline === void 0 ? {} : { inline },
    ...target.target === void 0 ? {} : { stage: target.target },
    platforms: target.platforms ?? []
  };
}
async function withText(image, deps) {
  if (image.dockerfilePath === void 0 || isRemote(image.dockerfilePath)) return image;
  try {
    return {
      ...image,
      dockerfileText: await deps.files.readText(image.dockerfilePath, LARGEST_DOCKERFILE)
    };
  } catch {
    return image;
  }
}
function readOverrides({ services }) {
  if (!isKnown(services)) {
    const message = `What compose sets over the images at run time is not known: docker compose config did not answer (${services.unable}).`;
    return { overrides: /* @__PURE__ */ new Map(), notices: [{ from: "plan", message }] };
  }
  const entries = Object.entries(services.value).map(
    ([name, service]) => [name, overridesOf(service)]
  );
  return { overrides: new Map(entries), notices: [] };
}

// src/stages/steps.ts
import { join as join34 } from "node:path";

// src/domain/compare/input-hash.ts
import { createHash as createHash8 } from "node:crypto";
function useKey({ context, pattern, excludes }) {
  return JSON.stringify([context, pattern, excludes]);
}
function hashSteps(steps, contents) {
  const positions = new Map(steps.map(({ id }, index) => [id, index]));
  const done = [];
  for (const step2 of steps) {
    const inputs = step2.inputs.flatMap((id) => positions.get(id) ?? []);
    const below = inputs.flatMap((index) => done[index] ?? []);
    const found = step2.uses.map((use) => contents.get(useKey(use)));
    const known2 = found.filter((content2) => content2 !== void 0);
    const content = known2.length === 0 ? void 0 : joined2(known2);
    const own = [step2.kind, step2.text, step2.environment, content?.hash ?? ""];
    done.push({
      input: hashOf([...own, below.map(({ input }) => input)]),
      resolved: hashOf([...own, step2.digest ?? "", below.map(({ resolved: resolved2 }) => resolved2)]),
      text: hashOf([step2.kind, step2.text]),
      environment: hashOf(step2.environment),
      ...content === void 0 ? {} : { content },
      isOpen: known2.length < found.length || below.some(({ isOpen }) => isOpen),
      inputs
    });
  }
  return done;
}
function joined2(contents) {
  const [only] = contents;
  if (only !== void 0 && contents.length === 1) return only;
  return {
    hash: hashOf(contents.map(({ hash }) => hash)),
    files: Object.assign({}, ...contents.map(({ files }) => files))
  };
}
function hashOf(value) {
  return createHash8("sha256").update(JSON.stringify(value)).digest("hex");
}

// src/domain/context/uses.ts
var MOST_NAMES = 200;
var DEEPEST4 = 6;
function usedPaths(paths, { pattern, excludes }) {
  const wanted = pattern.split("/").filter((part) => part !== "" && part !== ".");
  const { ignores } = parseIgnore(excludes.length === 0 ? void 0 : excludes.join("\n"));
  const matches = compileGlob(wanted.join("/").replace(/[{}]/g, "\\$&")) ?? (() => false);
  return paths.filter((path) => {
    const parts = path.split("/");
    if (parts.length < wanted.length) return false;
    const isUnder = wanted.length === 0 || matches(parts.slice(0, wanted.length).join("/"));
    return isUnder && !ignores(path);
  });
}
function contentOf2(marks) {
  const sorted = [...marks].sort(([a], [b]) => a < b ? -1 : Number(a > b));
  return { hash: hashOf(sorted), files: foldedTo(sorted) };
}
function foldedTo(marks) {
  if (marks.length <= MOST_NAMES) return Object.fromEntries(marks);
  for (let depth = DEEPEST4; depth > 0; depth -= 1) {
    const groups = Map.groupBy(marks, ([path]) => path.split("/").slice(0, depth).join("/"));
    if (groups.size > MOST_NAMES) continue;
    return Object.fromEntries([...groups].map(([folder, list3]) => [folder, hashOf(list3)]));
  }
  return { ".": hashOf(marks) };
}

// src/stages/steps.ts
var AT_ONCE = 8;
var EXECUTABLE3 = 73;
async function readContents(images, { built, contexts }, deps) {
  const takeTurn = turns(AT_ONCE);
  const mark = once(
    (path) => takeTurn(() => markOf(path, deps)),
    (path) => path
  );
  const reading = { contexts, mark };
  const entries = await Promise.all(
    images.map(async (image) => {
      const provenance = parseProvenance(built.provenance.get(image.id), { layers: [] });
      const uses = isKnown(provenance) ? provenance.value.steps.flatMap((step2) => step2.uses) : [];
      return [image.id, await readUses(image, uses, reading)];
    })
  );
  return new Map(entries);
}
function hashedSteps({ image, steps }, contents) {
  const own = contents.get(image.id) ?? /* @__PURE__ */ new Map();
  return mapKnown(steps, (all) => {
    const hashes = hashSteps(all, own);
    return all.flatMap((step2, index) => {
      const hash = hashes[index];
      return hash === void 0 ? [] : [{ ...step2, hash }];
    });
  });
}
async function readUses(image, uses, reading) {
  const unique = new Map(uses.map((use) => [useKey(use), use]));
  const contents = /* @__PURE__ */ new Map();
  for (const [key, use] of unique) {
    const listing = await listingOf(image, use, reading.contexts);
    const content = listing === void 0 ? void 0 : await readUse(use, listing, reading);
    if (content !== void 0) contents.set(key, content);
  }
  return contents;
}
async function listingOf({ contextPath, dockerfilePath: dockerfilePath2, namedContexts: namedContexts2 }, { context }, contexts) {
  const isMain = context === "context";
  const root = isMain ? contextPath : namedContexts2[context];
  if (root === void 0) return void 0;
  const listing = await contexts({ root, ...isMain && { dockerfile: dockerfilePath2 } });
  return isKnown(listing) ? listing.value : void 0;
}
async function readUse(use, { root, files, links }, { mark }) {
  const paths = usedPaths([...files.map(({ path }) => path), ...links], use);
  try {
    return contentOf2(
      await Promise.all(paths.map(async (path) => [path, await mark(join34(root, path))]))
    );
  } catch {
    return void 0;
  }
}
async function markOf(path, deps) {
  deps.signal.throwIfAborted();
  const stat = await deps.files.stat(path);
  if (stat?.kind === "link") return hashOf(["link", await deps.files.readLink(path)]);
  const isExecutable = ((stat?.mode ?? 0) & EXECUTABLE3) !== 0;
  return hashOf([isExecutable, await deps.files.sha256(path)]);
}

// src/stages/records.ts
function recordImages(recording) {
  const { images, built, contents, baseline, today } = recording;
  return images.flatMap((image) => {
    const record = recordImage({
      ...{ image, timed: built.steps, previous: baseline?.image(image.image.id)?.facts, today },
      steps: hashedSteps(image, contents)
    });
    return record === void 0 ? [] : [record];
  });
}
function runRecord(images, { plan, enforce }, { clock, workflow }) {
  const commit = workflow.env["GITHUB_SHA"];
  return {
    version: 0,
    tool: { name: "plimsoll", version: VERSION },
    madeAt: clock.now().toISOString(),
    ...commit === void 0 ? {} : { commit },
    images: [...images],
    policy: policyRecord(plan.policy, { built: plan.images, enforce })
  };
}

// src/modes/check.ts
async function check2(inputs, deps) {
  endInTime(inputs.timeoutSeconds, deps);
  deps.secrets.add(inputs.token === void 0 ? [] : [inputs.token]);
  const startedAt = deps.clock.now();
  const { plan, builder, supply, store } = await begin(inputs, deps);
  const contexts = listContexts(deps);
  const keeping = startKeeping({ inputs, plan, store }, deps);
  const baselineFound = await keeping.baseline(supply);
  const lanes = examineAll({ plan, supply, kept: keeping.layersOf, deps });
  const cache = await prepareCache({ plan, inputs, rights: store.rights }, deps);
  const building = { plan, inputs, builder, cache, deps };
  const built = await build({ ...building, onLayout: lanes.start });
  const exporting = exportCache(building, built);
  const hashing = readContents(plan.images, { built, contexts }, deps);
  const images = attribute(await lanes.end(built), built);
  const { baseline, notices } = await baselineFound();
  const today = dayOf3(startedAt);
  const records = recordImages({ images, built, contents: await hashing, baseline, today });
  const comparisons = await compareAll({ images, records, baseline });
  const tools = await supply.tools();
  const about = { images, plan, inputs, built, contexts, comparisons, records, baseline };
  const gathered = await gather({ ...about, tools, startedAt }, deps);
  const record = runRecord(records, { plan, enforce: inputs.enforce }, deps);
  const left = keeping.leave(images, record);
  const { loosenings, notices: loosened } = await findLoosenings(
    { record, baseline, plan, inputs },
    deps
  );
  const judgement = judge({ policy: plan.policy, images: gathered, today, loosenings });
  const [exported] = await Promise.all([exporting, left]);
  const said = [notices, loosened, comparisons.notices, exported.notices, await keeping.notices()];
  const report = makeReport({
    ...{ plan, inputs, startedAt, built, images, gathered, judgement, tools, baseline },
    cacheExportSeconds: exported.seconds,
    ...{ notices: said.flat(), endedAt: deps.clock.now(), job: deps.workflow.env["GITHUB_JOB"] }
  });
  return publish({ report, images, built, record, inputs, deps });
}
async function begin(inputs, deps) {
  const planning = Promise.all([
    makePlan(inputs, deps),
    findBuilder({ inputs, cwd: inputs.workdir }, deps)
  ]);
  const store = openStore(inputs, deps);
  const supply = startSupply({ inputs, first: planning, shelter: store.shelter }, deps);
  const [plan, builder] = await planning;
  return { plan, builder, supply, store };
}
function dayOf3(time) {
  return time.toISOString().slice(0, "YYYY-MM-DD".length);
}
function endInTime(seconds, deps) {
  const words = `The run took longer than ${seconds} seconds and was ended; the input timeout allows more.`;
  void deps.clock.sleep(seconds, deps.signal).then(() => {
    deps.abort(new ToolError("plimsoll", words));
  });
}
export {
  check2 as check
};
