import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  GHA,
  KEPT_FOLDER,
  LineSplitter,
  MIRRORS,
  RECORDS,
  RUNS,
  TRIVY_RELEASES,
  binaryKey,
  cacheArgs,
  compromiseReason,
  csvField,
  databaseKey,
  isLoopback,
  layersKey,
  layersPrefix,
  parseReference,
  recordKey,
  recordPrefix,
  registryApiUrl,
  runKey,
  runPrefix,
  selectTrivyArchive
} from "./chunk-2CENB6LP.js";
import {
  dockerfilePath,
  localPath,
  parseBounds,
  parseGrants,
  readNamedText,
  refuseEntitlements,
  requiredEntitlements
} from "./chunk-FARC4LZS.js";
import {
  builtCheckout,
  checkoutNotices
} from "./chunk-PL5ZKOLF.js";
import {
  CAUSES,
  LEVELS,
  MOST_ANCESTORS,
  MOST_SILENT_SECONDS,
  Meter,
  PullFailed,
  RECORD_NAME,
  RETRY_POLICY,
  RULES,
  RULE_IDS,
  SUBJECT_KEYS,
  WasteCollector,
  ageInDays,
  ageText,
  askedReportFolder,
  attachmentName,
  baselineCommits,
  brokenOff,
  cannotFail,
  classifyChange,
  compareWorkTree,
  contextFacts,
  currentJob,
  describeEnding,
  expectSuccess,
  findDirty,
  findHead,
  findParents,
  findRoot,
  findingIdentity,
  fixVersions,
  fixesSince,
  formatList,
  formatValue,
  gapNotices,
  hasSucceeded,
  isChange,
  isFresh,
  isInJob,
  isOfEvent,
  isOfOthers,
  isTransientStatus,
  jsonText,
  languagePackageKey,
  layerPositions,
  lineFields,
  lineage,
  linkedOnce,
  listFiles,
  listSubmodules,
  makeReport,
  mapRules,
  maskedAttachment,
  maskedDocument,
  matchesPackage,
  nameText,
  nearestFirst,
  notScanned,
  openViolations,
  overtime,
  packageType,
  parseDockerfile,
  parseEvent,
  parseJson,
  parseRepository,
  parseStages,
  placeOfLayer,
  placeText,
  publish,
  purlWithoutVersion,
  ranked,
  readAll,
  readEventText,
  readPackageUrl,
  readPullFailure,
  recordFindings,
  recordImage,
  recordSchema,
  refusalMessage,
  removeEarlierReport,
  repositoryParameters,
  requestTyped,
  requestWithRetry,
  requireRoom,
  require_packageurl_js,
  rulesFor,
  scannedSecrets,
  secretKey,
  silentSeconds,
  startRun,
  systemPackageKey,
  toStepLine,
  toolAtPath,
  versionOrder,
  wholeTiming,
  worst
} from "./chunk-2FXX2ERW.js";
import {
  SEVERITIES,
  STATUSES,
  VERSION,
  cacheScope,
  closest,
  dictionary,
  distance,
  endedReport,
  folderImageName,
  formatBytes,
  imageId,
  isDeep,
  isInside,
  isKnown,
  isTransientError,
  isWithheld,
  known,
  mapKnown,
  nameIn,
  namedVariables,
  ownProperty,
  renderJson,
  secretVariables,
  toFileName,
  unable,
  withoutEscapes,
  withoutUrlSecrets
} from "./chunk-IUT7DATS.js";
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import {
  defined,
  textBefore,
  truncate,
  withoutTrailing
} from "./chunk-MVMEKKJL.js";
import {
  RUN_OVER,
  RefusedFile,
  ToolError,
  UserError,
  errorMessage,
  hasCode
} from "./chunk-D2TINDH7.js";
import {
  __commonJS,
  __require,
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
    var isAlias3 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap4 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair3 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar4 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq3 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
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
    var hasAnchor = (node) => (isScalar4(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias3;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap4;
    exports.isNode = isNode2;
    exports.isPair = isPair3;
    exports.isScalar = isScalar4;
    exports.isSeq = isSeq3;
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
    function visit4(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit4.BREAK = BREAK;
    visit4.SKIP = SKIP;
    visit4.REMOVE = REMOVE;
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
    exports.visit = visit4;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit4 = require_visit();
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
          visit4.visit(doc.contents, (_key, node) => {
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
    var visit4 = require_visit();
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
      visit4.visit(root, {
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
    var visit4 = require_visit();
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
          visit4.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found2 = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found2 = node;
        }
        if (found2 && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found2);
          if (!data) {
            toJS.toJS(found2, null, ctx);
            data = anchors2.get(found2);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found2, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found2;
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
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema6, sourceObjects } = ctx;
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
      let tagObj = findTagObject(value, tagName, schema6.tags);
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
        tagObj = value instanceof Map ? schema6[identity.MAP] : Symbol.iterator in Object(value) ? schema6[identity.SEQ] : schema6[identity.MAP];
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
    function collectionFromPath(schema6, path, value) {
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
        schema: schema6,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema6) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema6,
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
      clone(schema6) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema6)
          copy.schema = schema6;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema6) : it);
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
    function foldFlowLines(text5, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text5;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text5.length <= endStep)
        return text5;
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
        i = consumeMoreIndentedLines(text5, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text5[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text5[i + 1]) {
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
            i = consumeMoreIndentedLines(text5, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text5[i + 1];
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
                ch = text5[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text5;
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
        return text5;
      if (onFold)
        onFold();
      let res = text5.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold2 = folds[i2];
        const end2 = folds[i2 + 1] || text5.length;
        if (fold2 === 0)
          res = `
${indent}${text5.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold2])
            res += `${text5[fold2]}\\`;
          res += `
${indent}${text5.slice(fold2 + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text5, i, indent) {
      let end = i;
      let start3 = i + 1;
      let ch = text5[start3];
      while (ch === " " || ch === "	") {
        if (i < start3 + indent) {
          ch = text5[++i];
        } else {
          do {
            ch = text5[++i];
          } while (ch && ch !== "\n");
          end = i;
          start3 = i + 1;
          ch = text5[start3];
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
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
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
      if (!literal2) {
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
      clone(schema6) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema6);
        if (identity.isNode(value))
          value = value.clone(schema6);
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
    var YAMLMap2 = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema6) {
        super(identity.MAP, schema6);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema6, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema6);
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
        if (typeof schema6.sortMapEntries === "function") {
          map.items.sort(schema6.sortMapEntries);
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
    exports.YAMLMap = YAMLMap2;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap2 = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap2.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema6, obj, ctx) => YAMLMap2.YAMLMap.from(schema6, obj, ctx)
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
      constructor(schema6) {
        super(identity.SEQ, schema6);
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
      static from(schema6, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema6);
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
      createNode: (schema6, obj, ctx) => YAMLSeq.YAMLSeq.from(schema6, obj, ctx)
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
    function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
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
    var schema6 = [
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
    exports.schema = schema6;
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
    var schema6 = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema6;
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
    function createPairs(schema6, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema6);
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
    var YAMLMap2 = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap2.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap2.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap2.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap2.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap2.YAMLMap.prototype.set.bind(this);
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
      static from(schema6, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema6, iterable, ctx);
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
      createNode: (schema6, iterable, ctx) => YAMLOMap.from(schema6, iterable, ctx)
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
    var YAMLMap2 = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap2.YAMLMap {
      constructor(schema6) {
        super(schema6);
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
        const prev = YAMLMap2.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap2.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap2.findPair(this.items, key);
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
      static from(schema6, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema6);
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
      createNode: (schema6, iterable, ctx) => YAMLSet.from(schema6, iterable, ctx),
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
    var schema6 = [
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
    exports.schema = schema6;
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
    var schema6 = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema6.schema],
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
      constructor({ compat, customTags, merge, resolveKnownTags, schema: schema6, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema6 === "string" && schema6 || "core";
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
      let spaceBefore2 = false;
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
      let found2 = null;
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
              else if (!found2 || indicator !== "seq-item-ind")
                spaceBefore2 = true;
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
            if (found2)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found2 = token;
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
        found: found2,
        spaceBefore: spaceBefore2,
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
    var YAMLMap2 = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap2.YAMLMap;
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
    var YAMLMap2 = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap4 = fc.start.source === "{";
      const fcName = isMap4 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap4 ? YAMLMap2.YAMLMap : YAMLSeq.YAMLSeq);
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
          if (!isMap4 && ctx.options.strict && utilContainsNewline.containsNewline(key))
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
        if (!isMap4 && !sep && !props.found) {
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
            if (!isMap4 && !props.found && ctx.options.strict) {
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
          if (isMap4) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap2.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap4 ? "}" : "]";
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
    var YAMLMap2 = require_YAMLMap();
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
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap2.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
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
      const lines = scalar.source ? splitLines2(scalar.source) : [];
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
    function splitLines2(source) {
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
    function findScalarTagByName(schema6, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema6[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema6.tags) {
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
      const kt = schema6.knownTags[tagName];
      if (kt && !kt.collection) {
        schema6.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema6[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema: schema6 }, value, token, onError) {
      const tag = schema6.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema6[identity.SCALAR];
      if (schema6.compat) {
        const compat = schema6.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema6[identity.SCALAR];
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
      const { spaceBefore: spaceBefore2, comment, anchor, tag } = props;
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
      if (spaceBefore2)
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
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore: spaceBefore2, comment, anchor, tag, end }, onError) {
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
      if (spaceBefore2)
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
    var Composer3 = class {
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
    exports.Composer = Composer3;
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
    function visit4(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit4.BREAK = BREAK;
    visit4.SKIP = SKIP;
    visit4.REMOVE = REMOVE;
    visit4.itemAtPath = (cst, path) => {
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
    visit4.parentCollection = (cst, path) => {
      const parent = visit4.itemAtPath(cst, path.slice(0, -1));
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
    exports.visit = visit4;
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
    var isScalar4 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
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
    exports.isScalar = isScalar4;
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
    var LineCounter4 = class {
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
    exports.LineCounter = LineCounter4;
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
    var Parser3 = class {
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
    exports.Parser = Parser3;
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
    function parseDocument3(source, options = {}) {
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
    function parse3(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument3(src, options);
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
    exports.parse = parse3;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument3;
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
    var YAMLMap2 = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit4 = require_visit();
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
    exports.YAMLMap = YAMLMap2.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit4.visit;
    exports.visitAsync = visit4.visitAsync;
  }
});

// src/domain/day.ts
function toDay(time) {
  return time.slice(0, "YYYY-MM-DD".length);
}

// src/domain/build/tool-version.ts
function isAtLeast(version, needed) {
  const parts = /(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(version ?? "")?.slice(1);
  if (parts === void 0) return false;
  const found2 = parts.map(Number);
  const different = needed.findIndex((part, index) => found2[index] !== part);
  return different === -1 || (found2[different] ?? 0) > (needed[different] ?? 0);
}

// src/domain/build/build-policy.ts
var NO_BUILD_POLICY = { files: [], denials: [] };
var BUILDX = [0, 31, 0];
var BUILDKIT = [0, 26, 0];
var DENIED = /source "((?:[^"\\]|\\.){1,2000})" not allowed by policy: action DENY/;
function denialIn(words2) {
  const lines = words2.split("\n");
  const error = lines.find((line2) => line2.startsWith("ERROR: ") && DENIED.test(line2));
  const source = DENIED.exec(error ?? "")?.[1];
  if (error === void 0 || source === void 0) return void 0;
  const target = /^ERROR: target (\S+?): /.exec(error)?.[1];
  const messages = lines.flatMap((line2) => /^Policy: (.+)$/.exec(line2.trimEnd())?.[1] ?? []);
  return { source, messages, ...defined({ target }) };
}
function buildPolicyFacts({ buildPolicy, target }, { buildx, builder, failure: failure2 }) {
  const { files, saidIn } = buildPolicy ?? { files: [], saidIn: void 0 };
  const denied = failure2?.denied;
  const denials = denied !== void 0 && (denied.target ?? target) === target ? [denied] : [];
  const isKnowing = isAtLeast(buildx, BUILDX);
  const all = [
    .../* @__PURE__ */ new Set([
      ...files.map(({ file }) => file),
      ...saidIn === void 0 || isKnowing ? [] : [saidIn]
    ])
  ];
  if (all.length === 0 || denials.length > 0) return known({ files: all, denials });
  const name = all.length === 1 ? "The build policy" : "The build policies";
  if (!isKnowing)
    return unable(
      `${name} in ${all.join(", ")} ${verb(all)} not enforced: ${buildx === void 0 ? "the version of buildx is not known" : `buildx ${buildx} does not know build policies`}, and ${BUILDX.join(".")} or newer is needed.`
    );
  if (isAtLeast(builder?.buildkit, BUILDKIT)) return known({ files: all, denials });
  return unable(
    `${name} in ${all.join(", ")} ${verb(all)} not enforced: ${builder?.buildkit === void 0 ? "the builder does not tell its version of BuildKit" : `BuildKit ${builder.buildkit} does not know build policies`}, and ${BUILDKIT.join(".")} or newer is needed.`
  );
}
function verb(all) {
  return all.length === 1 ? "was" : "were";
}

// src/domain/policy/evidence.ts
function nothingKnown(reason3) {
  const reasoned = unable(reason3);
  return {
    sizes: reasoned,
    contents: reasoned,
    context: reasoned,
    buildChecks: reasoned,
    buildPolicy: known(NO_BUILD_POLICY),
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

// src/domain/findings/narrow.ts
function mergePlaces(all) {
  const places = [...all.flatMap(({ pins }) => pins), ...all.flatMap(({ lines }) => lines)];
  const bases = all.flatMap(({ base }) => base ?? []);
  return {
    places: [...new Map(places.map((place) => [JSON.stringify(place), place])).values()],
    ...bases.length > 0 && { base: bases.every((base) => base) }
  };
}
function narrowed(finding, isLeft) {
  const members = finding.members.filter(isLeft);
  if (members.length === finding.members.length) return finding;
  const { fixed: _, base: __, placesOf: placesOf2, ...rest } = finding;
  const left = placesOf2?.filter((_of, index) => {
    const member = finding.members[index];
    return member !== void 0 && isLeft(member);
  });
  const isTold2 = finding.members.some(({ fixedVersion }) => fixedVersion !== void 0);
  const fixed = isTold2 ? fixVersions(members).join(", ") : finding.fixed ?? "";
  return {
    ...rest,
    members,
    ...fixed !== "" && { fixed },
    ...left === void 0 ? { ...defined({ base: finding.base }) } : { ...mergePlaces(left), placesOf: left }
  };
}

// src/domain/text/linear-match.ts
var literal = (expected) => ({
  kind: "one",
  character: expected,
  test: (character) => character === expected
});
function matchesWhole(items, text5) {
  return advance(items, [0], text5).at(-1) === text5.length;
}
function advance(items, from, text5) {
  let places = from;
  for (const item of items) {
    if (places.length === 0) break;
    places = step(item, places, text5);
  }
  return places;
}
function step(item, from, text5) {
  switch (item.kind) {
    case "one":
      return one(item.test, from, text5);
    case "many":
      return many(item.test, from, text5);
    case "some":
      return some(item, from, text5);
    case "folders":
      return folders(item.test, from, text5);
    case "place":
      return from.filter((at) => item.test(text5[at - 1], text5[at]));
    case "either":
      return either(item.choices, from, text5);
  }
}
function one(test, from, text5) {
  const to = [];
  for (const at of from) if (at < text5.length && test(text5[at] ?? "")) to.push(at + 1);
  return to;
}
function many(test, from, text5) {
  const to = [];
  let last = -1;
  for (const at of from) {
    if (at <= last) continue;
    to.push(at);
    for (last = at; last < text5.length && test(text5[last] ?? ""); last += 1) to.push(last + 1);
  }
  return to;
}
function some({ test, least, most }, from, text5) {
  const first = from[0] ?? 0;
  const last = Math.min(text5.length, (from.at(-1) ?? 0) + most);
  const before = reachedBefore(from, last);
  const to = [];
  let run3 = 0;
  for (let at = first; at <= last; at += 1) {
    run3 = at > first && test(text5[at - 1] ?? "") ? run3 + 1 : 0;
    const longest = Math.min(most, run3);
    if (longest < least) continue;
    const begins = (before[at - least + 1 - first] ?? 0) - (before[at - longest - first] ?? 0);
    if (begins > 0) to.push(at);
  }
  return to;
}
function reachedBefore(places, last) {
  const first = places[0] ?? 0;
  const counts = [0];
  let count = 0;
  for (let at = first; at <= last; at += 1) {
    if (places[count] === at) count += 1;
    counts.push(count);
  }
  return counts;
}
function folders(test, from, text5) {
  const to = [];
  let [next, isOpen] = [0, false];
  for (let at = from[0] ?? 0; at <= text5.length; at += 1) {
    const isBegin = from[next] === at;
    if (isBegin) next += 1;
    if (isBegin || isOpen && text5[at - 1] === "/") to.push(at);
    isOpen = (isOpen || isBegin) && test(text5[at] ?? "");
  }
  return to;
}
function either(choices, from, text5) {
  const to = new Set(choices.flatMap((choice) => advance(choice, from, text5)));
  return [...to].sort((a, b) => a - b);
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
  return (path) => matchesWhole(items, Array.from(path.replace(/^\/+/, "")));
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
        return this.escaped();
      case void 0:
        return void 0;
      default:
        return literal(character);
    }
  }
  escaped() {
    const character = this.text[this.at];
    this.at += 1;
    return character === void 0 ? void 0 : literal(character);
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
    return { kind: "folders", test: anything };
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

// src/domain/policy/ignores.ts
function activeIgnores(ignores, today) {
  const isExpired = ({ expires: expires2 }) => expires2 !== void 0 && expires2 <= today;
  const expired = ignores.filter(isExpired);
  const active = ignores.filter((ignore) => !isExpired(ignore)).map((ignore) => ({
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
  const byId = Map.groupBy(ignores, ({ ignore }) => ignore.id);
  return {
    suppressed,
    evidence: {
      ...evidence,
      vulnerabilities: isKnown(vulnerabilities) ? known({
        ...vulnerabilities.value,
        findings: vulnerabilities.value.findings.flatMap(
          (finding) => remaining(finding, byId.get(finding.id) ?? [], suppressed)
        )
      }) : vulnerabilities,
      secrets: isKnown(secrets) ? known(
        secrets.value.filter(
          (secret) => !isIgnored(secret, byId.get(secret.rule) ?? [], suppressed)
        )
      ) : secrets
    }
  };
}
function remaining(finding, ignores, suppressed) {
  const candidates = ignores.filter(({ ignore }) => ignore.kind !== "secret");
  if (candidates.length === 0 && finding.members.every(({ vex }) => vex === void 0))
    return [finding];
  const matching = (member2) => candidates.find(
    (candidate) => candidate.matchesPath(member2.path) && candidate.matchesPurl(member2.purl)
  );
  const matches = finding.members.map((member2) => ({ member: member2, by: matching(member2) }));
  for (const { by: by2 } of matches) if (by2 !== void 0) by2.used = true;
  const left = new Set(
    matches.filter(({ by: by2, member: member2 }) => by2 === void 0 && member2.vex === void 0).map(({ member: member2 }) => member2)
  );
  const [first] = matches;
  if (left.size > 0 || first === void 0)
    return [narrowed(finding, (member2) => left.has(member2))];
  const { by, member } = first;
  suppressed.set(
    finding.identity,
    by === void 0 ? suppressionOf(member) : suppressionBy(by.ignore)
  );
  return [];
}
function suppressionOf({ vex }) {
  const words2 = [vex?.status, vex?.reason].filter((word) => word !== void 0);
  return { by: "vex", reason: words2.join(": ") };
}
function isIgnored(secret, ignores, suppressed) {
  const by = ignores.find(
    ({ ignore, matchesPath }) => ignore.kind !== "vulnerability" && matchesPath(secret.path)
  );
  if (by === void 0) return false;
  by.used = true;
  suppressed.set(secretKey(secret), suppressionBy(by.ignore));
  return true;
}
function suppressionBy({ statement, expires: expires2 }) {
  return {
    by: "trivyignore",
    ...defined({ reason: statement, expires: expires2 })
  };
}
function pathTest(patterns2) {
  if (patterns2 === void 0 || patterns2.length === 0) return () => true;
  const tests = patterns2.map((pattern) => compileGlob(pattern) ?? (() => false));
  return (path) => path !== void 0 && tests.some((test) => test(path));
}
function purlTest(purls) {
  if (purls === void 0 || purls.length === 0) return () => true;
  const wanted = purls.flatMap((purl) => readPackageUrl(purl) ?? []);
  return (written2) => {
    const found2 = written2 === void 0 ? void 0 : readPackageUrl(written2);
    return found2 !== void 0 && wanted.some((purl) => matchesPackage(purl, found2));
  };
}
var NAMED = 10;
function ignoreNotices(expired, unused) {
  return [
    ...perFile(expired, "no longer hold because their date has passed"),
    ...perFile(unused, "suppressed nothing in this run")
  ];
}
function perFile(given3, what) {
  return [...Map.groupBy(given3, ({ file }) => file)].map(([file, entries]) => {
    const named3 = entries.slice(0, NAMED).map(({ id, line: line2 }) => `${formatValue(id)}${line2 === void 0 ? "" : ` in line ${line2}`}`);
    const more = entries.length > NAMED ? ` and ${entries.length - NAMED} more` : "";
    return `${file}: entries that ${what}: ${named3.join(", ")}${more}. Remove them.`;
  });
}

// src/domain/policy/novelty.ts
function isNewViolation(violation, { rule, image, evidence }) {
  const { comparison } = evidence;
  if (!isKnown(comparison)) return void 0;
  if (comparison.value.state === "new") return true;
  const { isNew } = RULES[rule];
  if (isNew !== void 0) return isNew(violation, evidence);
  const before = ownProperty(comparison.value.comparison.violated ?? {}, rule);
  if (before === void 0) return void 0;
  const isLikeOne = before.includes(violation.told.identityIn(image));
  return isLikeOne && RULES[rule].isCoarse ? void 0 : !isLikeOne;
}
function violatedIn({ outcomes, violations }, image) {
  const judged = outcomes.filter(
    (one2) => one2.image === image && one2.outcome !== "unable" && RULES[one2.rule].isNew === void 0
  );
  return Object.fromEntries(
    judged.map(({ rule }) => {
      const found2 = violations.filter((one2) => one2.image === image && one2.rule === rule);
      const identities3 = found2.map(({ told }) => told.identityIn(image));
      return [rule, [...new Set(identities3)].sort()];
    })
  );
}

// src/domain/policy/document.ts
var import_yaml = __toESM(require_dist(), 1);
var INLINE = "input policy";
var MOST_ALIASES = 100;
function parseYaml(text5, file, form = {}) {
  const lines = new import_yaml.LineCounter();
  const lineAt = (offset) => Math.max(1, lines.linePos(offset).line);
  const document = readable(file, () => read(text5, lines, form));
  const mistake = document.errors[0] ?? secondKey(document.contents) ?? document.warnings[0];
  if (mistake !== void 0) {
    throw errorAt({
      file,
      line: lineAt(mistake.pos[0]),
      sentence: sentenceOf(mistake, text5)
    });
  }
  const lineOf2 = (path) => lineAt(offsetOf(document, path));
  return { file, data: toData(document, file), lineOf: lineOf2 };
}
function sentenceOf({ code, message, pos }, text5) {
  const key = /^\s*("[^"\n]*"|'[^'\n]*'|[^:\n]+)/.exec(text5.slice(pos[0], pos[0] + 200))?.[1];
  if (code === "DUPLICATE_KEY")
    return `the key ${formatValue(key?.trim() ?? "")} stands here a second time: remove one of the two.`;
  if (code === "MULTIPLE_DOCS") return "a second YAML document begins here: keep one.";
  if (code === "RESOURCE_EXHAUSTION") return "this YAML is nested too deeply: nest it less.";
  return `this YAML cannot be read: ${message}.`;
}
function errorAt(mistake) {
  const { file, line: line2, sentence: sentence2 } = mistake;
  return new UserError(
    `${locationText(file, line2)}: ${sentence2}`,
    file === INLINE ? void 0 : { place: { file, startLine: line2 } }
  );
}
function locationText(file, line2) {
  return file === INLINE ? `${file}, line ${line2}` : `${file}:${line2}`;
}
function read(text5, lineCounter, { merge = false }) {
  const options = {
    lineCounter,
    prettyErrors: false,
    schema: "core",
    version: "1.2",
    // The library compares each key with each other one: `secondKey` is ours.
    uniqueKeys: false,
    strict: true,
    merge
  };
  return (0, import_yaml.parseDocument)(text5, options);
}
function toData(document, file) {
  return readable(file, () => document.toJS({ maxAliasCount: MOST_ALIASES }));
}
function readable(file, make2) {
  try {
    return make2();
  } catch (error) {
    const sentence2 = /alias count/i.test(errorMessage(error)) ? "this YAML refers to itself too often: write out what its aliases (`*name`) stand for." : `this YAML cannot be read: ${errorMessage(error)}.`;
    throw errorAt({ file, line: 1, sentence: sentence2 });
  }
}
function secondKey(contents) {
  const open2 = [contents];
  for (let node = open2.pop(); node !== void 0; node = open2.pop()) {
    if ((0, import_yaml.isPair)(node)) open2.push(node.value, node.key);
    if ((0, import_yaml.isSeq)(node)) for (const item of node.items.toReversed()) open2.push(item);
    if (!(0, import_yaml.isMap)(node)) continue;
    const seen = /* @__PURE__ */ new Set();
    for (const { key } of node.items) {
      if (!(0, import_yaml.isScalar)(key)) continue;
      const at = key.range?.[0] ?? 0;
      if (seen.has(key.value)) return { code: "DUPLICATE_KEY", message: "", pos: [at, at] };
      seen.add(key.value);
    }
    for (const pair of node.items.toReversed()) open2.push(pair);
  }
  return void 0;
}
function offsetOf(document, path) {
  let node = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step2 of path) {
    const found2 = child((0, import_yaml.isAlias)(node) ? node.resolve(document) : node, step2);
    if (found2 === void 0) return offset;
    offset = startOf(found2.at) ?? offset;
    node = found2.value;
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

// src/domain/policy/waivers.ts
function activeWaivers(waivers, today) {
  const isExpired = ({ expires: expires2 }) => expires2 < today;
  const expired = waivers.filter(isExpired);
  const active = waivers.filter((waiver2) => !isExpired(waiver2)).map((waiver2) => ({
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
  const candidates = waivers.filter(
    ({ waiver: waiver2 }) => waiver2.rule === accused.rule && waiver2.unjudged === void 0 && (waiver2.image === void 0 || waiver2.image === accused.image) && (waiver2.id === void 0 || waiver2.id === accused.subject?.id)
  );
  const members = accused.subject?.members ?? [];
  const covering = (members.length === 0 ? [{ packages: [] }] : members).map(
    (member) => candidates.filter((candidate) => covers(candidate, member))
  );
  if (covering.some((waiversOfOne) => waiversOfOne.length === 0)) return void 0;
  const used = covering.flat();
  for (const candidate of used) candidate.used = true;
  const [first, ...others] = used.map(({ waiver: waiver2 }) => waiver2);
  return others.reduce((one2, other) => other.expires < (one2?.expires ?? "") ? other : one2, first);
}
function judgeGap(gap, accused, waivers) {
  const found2 = waivers.find(
    ({ waiver: waiver2 }) => waiver2.rule === accused.rule && (waiver2.image === void 0 || waiver2.image === accused.image) && isNamedBy(gap.unjudged, waiver2.unjudged)
  );
  if (found2 === void 0) return gap;
  found2.used = true;
  return { ...gap, accepted: { reason: found2.waiver.reason, expires: found2.waiver.expires } };
}
function isNamedBy(part, named3) {
  if (part === void 0 || named3 === void 0 || named3 === "") return false;
  const [whole2, beginning] = [part.toLowerCase(), named3.toLowerCase()];
  return whole2.startsWith(beginning) && !/^[a-z0-9]/.test(whole2.slice(beginning.length));
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
  const keys = ["image", "id", "package", "path", "unjudged"].flatMap(
    (key) => waiver2[key] === void 0 ? [] : [`${key} ${formatValue(waiver2[key])}`]
  );
  const about = keys.length === 0 ? "" : ` (${keys.join(", ")})`;
  return `${locationText(waiver2.source.file, waiver2.source.line)}: the waiver for ${formatValue(waiver2.rule)}${about}`;
}

// src/domain/policy/vex.ts
import { createHash } from "node:crypto";

// src/domain/policy/check-schema.ts
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
function checkSchema(source, schema6) {
  const result = schema6.safeParse(source.data, { error: predicate });
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => ({
    line: source.lineOf(
      issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path
    ),
    words: `${subject(issue.path)} ${issue.message}.`
  }));
  const sorted = mistakes.toSorted((a, b) => a.line - b.line);
  const sentences = sorted.slice(0, MOST).map(({ line: line2, words: words2 }) => `${locationText(source.file, line2)}: ${words2}`);
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
    return issue.origin === "string" ? "is empty" : `is ${formatValue(issue.input)}: the least is ${issue.minimum.toString()}`;
  return void 0;
}
function wrongType(value, expected) {
  if (value === void 0) return "is missing";
  return `is ${value === null ? "empty" : formatValue(value)}, where ${ownProperty(KINDS, expected) ?? expected} is expected`;
}
function unknownKey(key, known2) {
  return `has no key ${formatValue(key)}: use ${formatList(nearestFirst(known2, key))}`;
}
function wrongValue(value, allowed) {
  if (value === void 0) return `is missing: use ${formatList(allowed)}`;
  const written2 = typeof value === "string" ? value : JSON.stringify(value);
  return `is ${formatValue(value)}: use ${formatList(nearestFirst(allowed, written2))}`;
}
function knownKeys(schema6) {
  return schema6 instanceof external_exports.ZodObject ? Object.keys(schema6.shape) : [];
}
function subject(path) {
  if (path.length === 0) return "the document";
  const text5 = path.map((step2) => typeof step2 === "number" ? `[${step2}]` : `.${String(step2)}`).join("");
  return formatValue(text5.replace(/^\./, ""));
}

// src/domain/policy/vex-names.ts
function isImage(product, image) {
  const { type, namespace, name, version, subpath, qualifiers } = product;
  if (type !== "oci" || namespace !== "" || subpath !== "") return false;
  if (version !== "" && version !== image.digest) return false;
  const { repository_url: url, tag, arch, ...others } = Object.fromEntries(qualifiers);
  if (Object.keys(others).length > 0) return false;
  if (arch !== void 0 && arch !== image.platform.split("/")[1]) return false;
  const wanted = name.toLowerCase();
  const references = (image.tags ?? []).map(readTag);
  const meant = references.filter(
    (one2) => lastOf(one2.repository) === wanted && (url === void 0 || isAt(one2.repository, url))
  );
  if (tag !== void 0) return meant.some((one2) => one2.tag === tag);
  if (meant.length > 0) return true;
  const isByItself = url === void 0 || references.length === 0;
  return isByItself && [image.name, image.target].some((one2) => one2.toLowerCase() === wanted);
}
function wholeTags(tags) {
  const whole2 = tags.map((text5) => readTag(text5)).map(({ repository, tag }) => `${repository}:${tag}`);
  return [...new Set(whole2)].toSorted();
}
function readTag(text5) {
  const [path = ""] = text5.split("@");
  const colon = path.lastIndexOf(":");
  const hasTag = colon > path.lastIndexOf("/");
  return {
    repository: whole(hasTag ? path.slice(0, colon) : path),
    tag: hasTag ? path.slice(colon + 1) : "latest"
  };
}
function whole(repository) {
  const parts = repository.toLowerCase().split("/");
  const [first = "", ...rest] = parts;
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const [host, names] = isHost ? [first, rest] : ["docker.io", parts];
  if (host !== "docker.io" && host !== "index.docker.io") return [host, ...names].join("/");
  return ["index.docker.io", ...names.length === 1 ? ["library"] : [], ...names].join("/");
}
function lastOf(repository) {
  return repository.slice(repository.lastIndexOf("/") + 1);
}
function isAt(repository, url) {
  return whole(url.replace(/^https?:\/\//i, "").replace(/\/$/, "")) === repository;
}

// src/domain/policy/vex-images.ts
var component = {
  "@id": external_exports.string().nullish(),
  identifiers: external_exports.record(external_exports.string(), external_exports.string()).nullish()
};
var productSchema = external_exports.object({ ...component, subcomponents: external_exports.array(external_exports.object(component)).nullish() }).transform(({ subcomponents, ...one2 }) => ({
  // As the record has it: what nobody is shown must not excuse.
  names: [productName(one2)],
  within: (subcomponents ?? []).map(namesOf)
}));
var oldSchema = external_exports.string().transform(() => ({ names: [], within: [] }));
var schema = external_exports.object({
  timestamp: external_exports.string().nullish(),
  statements: external_exports.array(
    external_exports.object({
      timestamp: external_exports.string().nullish(),
      status: external_exports.string(),
      justification: external_exports.string().nullish(),
      products: external_exports.array(external_exports.union([oldSchema, productSchema])).nullish()
    })
  )
});
function productName({ "@id": id, identifiers }) {
  const purl = identifiers?.["purl"];
  return [id, purl].find((one2) => one2?.startsWith("pkg:")) ?? id ?? Object.values(identifiers ?? {})[0] ?? "a product without a name";
}
function namesOf({ "@id": id, identifiers }) {
  return [...typeof id === "string" ? [id] : [], ...Object.values(identifiers ?? {})];
}
function imageStatements(source, about) {
  const document = checkSchema(source, schema);
  return document.statements.flatMap((one2, index) => {
    const products = (one2.products ?? []).flatMap(({ names: names2, within: within2 }) => {
      const limit = within2.length === 0 ? {} : { within: within2.flat() };
      return names2.flatMap((name) => readPackageUrl(name) ?? []).filter(({ type }) => type === "oci").map((image) => ({ image, ...limit }));
    });
    if (products.length === 0) return [];
    const { id = "", names = [] } = about[index] ?? {};
    const at = Date.parse(one2.timestamp ?? document.timestamp ?? "");
    const { status, justification: reason3 } = one2;
    const isEnd = status === "not_affected" || status === "fixed";
    const answer = { status, ...typeof reason3 === "string" && { reason: reason3 } };
    return [
      {
        names,
        order: [id, Number.isNaN(at) ? -Infinity : at],
        products,
        ...isEnd && { answer }
      }
    ];
  });
}
function withImageAnswers(findings, documents, image) {
  const perDocument = documents.map(({ images = [] }) => byVulnerability(images, image)).filter((byId) => byId.size > 0);
  if (perDocument.length === 0) return findings;
  return findings.map((finding) => ({
    ...finding,
    members: finding.members.map((member) => {
      if (member.vex !== void 0) return member;
      const vex = perDocument.map((byId) => answerOf(byId.get(finding.id) ?? [], member.purl)).find((answer) => answer !== void 0);
      return vex === void 0 ? member : { ...member, vex };
    })
  }));
}
function byVulnerability(statements, image) {
  const meant = statements.flatMap(({ names, products, ...one2 }) => {
    const its = products.filter((product) => isImage(product.image, image));
    if (its.length === 0) return [];
    const isAbout = packageTest(its);
    return names.map((name) => ({ name, one: { ...one2, isAbout } }));
  });
  return new Map(
    [...Map.groupBy(meant, ({ name }) => name)].map(([name, all]) => [name, all.map(({ one: one2 }) => one2)])
  );
}
function packageTest(products) {
  if (products.some(({ within: within2 }) => within2 === void 0)) return () => true;
  const texts = new Set(products.flatMap(({ within: within2 = [] }) => within2));
  const wanted = [...texts].flatMap((text5) => readPackageUrl(text5) ?? []);
  return (written2) => {
    if (written2 === void 0) return false;
    const found2 = readPackageUrl(written2);
    return texts.has(written2) || found2 !== void 0 && wanted.some((purl) => matchesPackage(purl, found2));
  };
}
function answerOf(statements, purl) {
  const about = statements.filter(({ isAbout }) => isAbout(purl)).toReversed();
  const sorted = about.toSorted(({ order: [a, first] }, { order: [b, second] }) => {
    if (a !== b) return a < b ? -1 : 1;
    return first === second ? 0 : first - second;
  });
  return sorted.at(-1)?.answer;
}

// src/domain/policy/vex.ts
var STATUSES2 = ["not_affected", "affected", "fixed", "under_investigation"];
var CONTEXT = "https://openvex.dev/ns";
var nameSchema = external_exports.union([
  external_exports.string(),
  external_exports.object({
    "@id": external_exports.string().optional(),
    identifiers: external_exports.record(external_exports.string(), external_exports.string()).optional()
  }).transform(productName)
]);
var vulnerabilitySchema = external_exports.union([
  external_exports.string(),
  external_exports.object({ name: external_exports.string() }).transform(({ name }) => name)
]);
var schema2 = external_exports.object({
  "@context": external_exports.string().startsWith(CONTEXT, {
    error: `is not ${CONTEXT}/…: only OpenVEX documents are taken`
  }),
  statements: external_exports.array(
    external_exports.object({
      vulnerability: vulnerabilitySchema,
      products: external_exports.array(nameSchema).optional(),
      status: external_exports.enum(STATUSES2)
    })
  )
});
var wholeSchema = external_exports.object({
  timestamp: external_exports.unknown().optional(),
  statements: external_exports.array(external_exports.record(external_exports.string(), external_exports.unknown()))
});
var WORDS = /* @__PURE__ */ new Set([
  ...["timestamp", "last_updated", "version", "status_notes", "justification", "supplier"],
  ...["impact_statement", "action_statement", "action_statement_timestamp"]
]);
var DOCUMENT_WORDS = /* @__PURE__ */ new Set([
  ...WORDS,
  ...["@context", "@id", "author", "role", "tooling", "statements"]
]);
function parseVex(text5, file) {
  const source = parseYaml(text5, file);
  refuseOtherForms(source);
  const { statements } = checkSchema(source, schema2);
  const whole2 = checkSchema(source, wholeSchema);
  const shared = withoutNames(source.data, DOCUMENT_WORDS);
  const read5 = statements.map(({ vulnerability: id, products = [], status }, index) => {
    const meaning = hashOf([shared, withoutNames(whole2.statements[index], WORDS)]);
    const { vulnerability, ...when } = whole2.statements[index] ?? {};
    const said = shortHash([meaning, when["timestamp"], whole2.timestamp]);
    return { statement: { id, products, status, meaning, file }, said, names: namesOf2(vulnerability) };
  });
  const disputes = disputesIn(read5);
  const about = read5.map(({ statement: { id }, names }) => ({ id, names }));
  const images = imageStatements(source, about);
  return {
    file,
    text: text5,
    ...images.length > 0 && { images },
    statements: read5.map(({ statement, names }) => {
      const among = names.flatMap((name) => disputes.get(name) ?? []);
      return { ...statement, ...among.length === 0 ? {} : { among } };
    })
  };
}
var otherForms = external_exports.object({
  bomFormat: external_exports.literal("CycloneDX").optional().catch(void 0),
  document: external_exports.object({ csaf_version: external_exports.string() }).optional().catch(void 0)
});
function refuseOtherForms({ data, file }) {
  const { bomFormat, document } = otherForms.safeParse(data).data ?? {};
  const form = document === void 0 ? bomFormat : "CSAF";
  if (form === void 0) return;
  throw errorAt({
    file,
    line: 1,
    sentence: `this is a VEX document of ${form}, and only OpenVEX (a JSON document with \`@context\` and \`statements\`, https://openvex.dev) is taken: write its answers as such, by vexctl for one.`
  });
}
var FEW = 8;
function disputesIn(read5) {
  const named3 = read5.flatMap((one2) => one2.names.map((name) => ({ name, one: one2 })));
  const groups = [...Map.groupBy(named3, ({ name }) => name)].flatMap(([name, all]) => {
    if (all.every(({ one: one2 }) => isAnswer(one2.statement))) return [];
    const said = all.map(({ one: one2 }) => one2.said);
    return [[name, said.length > FEW ? [shortHash(said)] : said]];
  });
  return new Map(groups);
}
function shortHash(data) {
  return hashOf(data).slice(0, 16);
}
function isAnswer({ status }) {
  return status === "not_affected" || status === "fixed";
}
var namesSchema = external_exports.object({
  name: external_exports.string().optional().catch(void 0),
  "@id": external_exports.string().optional().catch(void 0),
  aliases: external_exports.array(external_exports.string()).optional().catch(void 0)
});
function namesOf2(vulnerability) {
  if (typeof vulnerability === "string") return [vulnerability];
  const { name, "@id": id, aliases = [] } = namesSchema.safeParse(vulnerability).data ?? {};
  return [.../* @__PURE__ */ new Set([name, id, ...aliases])].filter((one2) => one2 !== void 0).toSorted();
}
function hashOf(data) {
  return createHash("sha256").update(canonical(data)).digest("hex");
}
function withoutNames(data, names) {
  const entries = typeof data === "object" && data !== null ? Object.entries(data) : [];
  return Object.fromEntries(entries.filter(([name]) => !names.has(name)));
}
function canonical(data) {
  return JSON.stringify(
    data,
    (_, value) => typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1)) : value
  );
}

// src/domain/policy/unused.ts
function unusedAcceptances(accepting, judged) {
  const { policy, ignores } = accepting;
  if (policy.isPart === true) return { waivers: [], ignores: [], vex: [] };
  const waivers = unusedWaivers(accepting, judged);
  const images = judged.map(({ image }) => image);
  const isWhole3 = images.every(
    ({ evidence }) => isKnown(evidence.vulnerabilities) && isKnown(evidence.secrets)
  );
  if (!isWhole3) return { waivers, ignores: [], vex: [] };
  return {
    waivers,
    vex: unusedStatements(policy.vex, images),
    ignores: ignores.filter(({ used }) => !used).map(({ ignore }) => ignore)
  };
}
function unusedWaivers({ waivers }, judged) {
  return waivers.filter(({ used, waiver: waiver2 }) => {
    const about = judged.filter(
      ({ image }) => waiver2.image === void 0 || waiver2.image === image.name
    );
    const open2 = about.some(
      ({ outcomes }) => outcomes.some((one2) => one2.rule === waiver2.rule && !isJudgedWhole(one2))
    );
    return !used && !open2 && about.length > 0;
  }).map(({ waiver: waiver2 }) => waiver2);
}
function isJudgedWhole({ outcome, excused = [] }) {
  return outcome !== "unable" && !excused.some(isOfOthers);
}
function unusedStatements(statements, images) {
  const answered = new Set(
    images.flatMap(
      ({ evidence: { vulnerabilities } }) => isKnown(vulnerabilities) ? vulnerabilities.value.findings.filter(({ members }) => members.some(({ vex }) => vex !== void 0)).map(({ id }) => id) : []
    )
  );
  const named3 = new Set(statements.map(({ id }) => id));
  if ([...answered].some((id) => !named3.has(id))) return [];
  return statements.filter((one2) => isAnswer(one2) && !answered.has(one2.id));
}

// src/domain/policy/evaluate.ts
var NO_BASELINE = unable("There is no baseline whose policy is known.");
function judge({ policy, images, today, loosenings }) {
  const waivers = activeWaivers(policy.waivers, today);
  const ignores = activeIgnores(policy.ignores, today);
  const context = { policy, waivers: waivers.active, ignores: ignores.active };
  const judged = images.map((image) => judgeImage(image, context));
  const ofRun = judgeRun(loosenings ?? NO_BASELINE, context);
  const unused = unusedAcceptances(context, judged);
  const notices = [
    ...waiverNotices(waivers.expired, unused.waivers),
    ...ignoreNotices(ignores.expired, [...unused.ignores, ...unused.vex])
  ];
  return {
    verdict: worst([
      ...judged.map((one2) => one2.verdict),
      ...judged.length === 0 ? [] : [ofRun.verdict]
    ]),
    verdicts: new Map(judged.map((one2) => [one2.image.id, one2.verdict])),
    outcomes: [ofRun, ...judged].flatMap((one2) => one2.outcomes),
    violations: [ofRun, ...judged].flatMap((one2) => one2.violations),
    suppressed: new Map(judged.map((one2) => [one2.image.id, one2.suppressed])),
    findings: new Map(judged.map((one2) => [one2.image.id, one2.findings])),
    notices: [...images.length === 0 ? ["There was no image to judge."] : [], ...notices].map(
      (message) => ({ from: "policy", message })
    )
  };
}
function judgeImage(image, context) {
  const { evidence, suppressed } = applyIgnores(image.evidence, context.ignores);
  const results = activeRules(rulesFor(context.policy, image.name), "image").filter(({ id }) => RULES[id].applies(evidence)).map((rule) => judgeRule(rule, { image, evidence }, context));
  const missing = image.missing === void 0 ? [] : ["unable"];
  const judged = together(results);
  return {
    ...judged,
    image,
    findings: isKnown(evidence.vulnerabilities) ? evidence.vulnerabilities.value.findings : [],
    suppressed: new Map([...suppressed, ...results.flatMap((result) => [...result.waived])]),
    verdict: worst([...missing, judged.verdict])
  };
}
function judgeRun(loosenings, context) {
  const evidence = { ...nothingKnown("It is of an image."), loosenings };
  const rules = activeRules(context.policy.rules, "run");
  return together(rules.map((rule) => judgeRule(rule, { evidence }, context)));
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
function judgeRule(active, { image, evidence }, context) {
  const { id, options, level } = active;
  const rule = RULES[id];
  const outcome = { rule: id, ...image && { image: image.id }, level };
  const reason3 = (rule.judgesMissing ? void 0 : image?.missing) ?? unableReason(rule, options, evidence);
  if (reason3 !== void 0)
    return { outcome: { ...outcome, outcome: "unable", reason: reason3 }, violations: [], waived: [] };
  const found2 = rule.judge(options, evidence).map((violation) => judgeViolation(violation, { active, image, evidence }, context));
  const accused = { rule: id, image: image?.name };
  const gaps = rule.gaps(options, evidence).map((gap) => judgeGap(gap, accused, context.waivers));
  const open2 = gaps.filter(({ accepted }) => accepted === void 0);
  const scope = rule.scope(options, evidence);
  const excused = rule.excused(options, evidence);
  const fails = found2.some(({ shown: shown2, judged }) => !shown2 && judged.waived === void 0);
  const end = fails ? "fail" : open2.length === 0 ? "pass" : "unable";
  return {
    outcome: {
      ...outcome,
      outcome: end,
      ...end === "unable" && { reason: open2.map(({ sentence: sentence2 }) => sentence2).join(" ") },
      ...defined({ stance: scope }),
      ...excused.length > 0 && { excused },
      ...gaps.length > 0 && { gaps }
    },
    violations: found2.map(({ judged }) => judged),
    waived: found2.flatMap(({ suppression }) => suppression === void 0 ? [] : [suppression])
  };
}
function unableReason(rule, options, evidence) {
  for (const key of rule.needs(options)) {
    const thing = evidence[key];
    if (!isKnown(thing)) return thing.unable;
  }
  return void 0;
}
function judgeViolation(violation, { active, image, evidence }, context) {
  const { subject: subject2, place, told } = violation;
  const accused = { rule: active.id, image: image?.name, subject: subject2 };
  const waiver2 = waiverFor(accused, context.waivers);
  const waived = waiver2 && { reason: waiver2.reason, expires: waiver2.expires };
  const isNew = image && isNewViolation(violation, { rule: active.id, image: image.id, evidence });
  return {
    judged: {
      rule: active.id,
      ...image && { image: image.id },
      level: violation.shown === true ? "warning" : active.level,
      ...defined({ place }),
      told,
      ...defined({ waived, isNew })
    },
    shown: violation.shown === true,
    suppression: waived && subject2 && [subject2.identity, { by: "waiver", ...waived }]
  };
}

// src/domain/findings/releases.ts
var after = (prefix, pattern) => (version) => {
  const part = pattern.exec(version)?.[0];
  return part === void 0 ? [] : [`${prefix} ${part}`];
};
var only = (name) => () => [name];
var MAJOR = /^\d+/;
var MINOR = /^\d+\.\d+(?=$|\.)/;
var WHOLE = /^\d+(?:\.\d+)*$/;
function alpineNames(version) {
  return /^[a-z][a-z-]*$/.test(version) ? [`alpine ${version}`] : after("alpine", MINOR)(version);
}
var NAMINGS = {
  debian: after("debian", MAJOR),
  ubuntu: (version) => WHOLE.test(version) ? [`ubuntu ${version}`, `ubuntu ${version}-ESM`] : [],
  alpine: alpineNames,
  wolfi: only("wolfi"),
  chainguard: only("chainguard"),
  rocky: after("rocky", MAJOR),
  alma: after("alma", MAJOR),
  redhat: only("Red Hat"),
  centos: only("Red Hat"),
  oracle: after("Oracle Linux", MAJOR),
  amazon: (version) => {
    const [major = ""] = MAJOR.exec(version) ?? [];
    return [`amazon linux ${["2", "2022", "2023"].includes(major) ? major : "1"}`];
  },
  photon: after("Photon OS", WHOLE),
  azurelinux: after("Azure Linux", MINOR),
  "cbl-mariner": after("CBL-Mariner", MINOR),
  "opensuse-leap": after("openSUSE Leap", WHOLE),
  "opensuse-tumbleweed": only("openSUSE Tumbleweed")
};
function isReleaseKnown(system, buckets) {
  const [family = "", version = ""] = system.split(" ");
  const names = ownProperty(NAMINGS, family)?.(version) ?? [];
  return names.length === 0 ? void 0 : names.some((name) => buckets.has(name));
}

// src/domain/findings/strange-system.ts
var INSTALLERS = {
  debian: "dpkg",
  ubuntu: "dpkg",
  echo: "dpkg",
  alpine: "apk",
  wolfi: "apk",
  chainguard: "apk",
  minimos: "apk",
  arch: "pacman"
};
function strangeSystem({ system, facts }) {
  const { named: named3, lists } = facts;
  if (system === void 0) {
    if (named3 === void 0 && lists.length === 0) return [];
    const unjudged = named3 ?? "unnamed system";
    const why = named3 === void 0 ? `it keeps a list of packages (${lists.join(", ")}), and no file says which system it is` : "the scanner does not know that system";
    return [{ sentence: `The packages of the ${unjudged} were not judged: ${why}.`, unjudged }];
  }
  const fitting = ownProperty(INSTALLERS, familyOf(system)) ?? "rpm";
  if (lists.length === 0 || lists.includes(fitting)) return [];
  return [
    {
      sentence: `The packages of ${system} were not judged: its list of packages is one of ${lists.join(", ")}, which that system does not have.`,
      unjudged: system
    }
  ];
}
function familyOf(system) {
  return system.split(" ", 1)[0] ?? "";
}

// src/domain/findings/scan-coverage.ts
function scanLimits(look) {
  const strange = strangeSystem(look);
  const gaps = [
    ...[noPackageList(look), unsupported(look), unknownRelease(look)].flatMap(
      (sentence2) => sentence2 === void 0 ? [] : [{ sentence: sentence2, ...defined({ unjudged: look.system }) }]
    ),
    ...strange,
    ...archives(look),
    ...unseen(look)
  ];
  const nothing2 = strange.length > 0 ? void 0 : nothingKnown2(look);
  return {
    notLookedAt: [
      ...gaps.map(({ sentence: sentence2 }) => sentence2),
      ...nameless(look),
      ...look.warnings.filter(isSkipped)
    ],
    ...gaps.length > 0 && { gaps },
    ...defined({ nothingKnown: nothing2 })
  };
}
function isFromScratch(dockerfile) {
  if (!isKnown(dockerfile)) return false;
  const { instructions, usedStages } = dockerfile.value;
  const first = lineage(parseStages(instructions, /* @__PURE__ */ new Map()), usedStages.at(-1) ?? 0).at(-1);
  return instructions.some(
    (instruction) => instruction.keyword === "FROM" && instruction.stage === first && /^FROM\s+(?:--\S+\s+)*scratch(?:\s|$)/i.test(instruction.text)
  );
}
function nothingKnown2(look) {
  const { system, packages, files, withoutJava } = look;
  if (system !== void 0 || packages > 0 || files === 0) return void 0;
  if (withoutJava !== void 0) return void 0;
  return "There is nothing in the image that the scanner understands: no system that it knows and no package. Take a base that keeps its list of packages, or FROM scratch for a single binary.";
}
function noPackageList({ system, systemPackages }) {
  if (system === void 0 || systemPackages > 0) return void 0;
  return `The packages of ${system} were not looked at: its list of packages is missing or empty. Keep it in the image (/var/lib/dpkg, /lib/apk/db or the rpm database).`;
}
function unsupported({ system, warnings }) {
  if (!warnings.some((line2) => /\bUnsupported os\b/.test(line2))) return void 0;
  return `The packages of ${system ?? "the system"} were not judged: the scanner has no advisories for that system.`;
}
function unknownRelease({ system, buckets, warnings }) {
  const isOdd = warnings.some((line2) => /\bOS version is not on the EOL list\b/i.test(line2));
  const judgedAs = mixedWith(warnings) ?? system;
  const isMissing2 = judgedAs !== void 0 && buckets !== void 0 && isReleaseKnown(judgedAs, buckets) === false;
  if (!isOdd && !isMissing2) return void 0;
  return `The packages of ${system ?? "the system"} were not judged: the vulnerability database knows no such release. Take a base of a release that it knows, or accept it in the policy by a waiver with \`unjudged\`.`;
}
function mixedWith(warnings) {
  const line2 = warnings.find((one2) => /\bMixing Alpine versions\b/.test(one2));
  const release = /\brepository="([^"]{1,100})"/.exec(line2 ?? "")?.[1];
  return release && `alpine ${release}`;
}
var NAMED2 = 3;
function archives({ jars, withoutJava }) {
  if (withoutJava === void 0) return [];
  const which = jars.length === 0 ? "" : ` (${firstOf(jars)})`;
  return [{ sentence: `Java archives were not looked at${which}. ${withoutJava}` }];
}
function unseen({ unseenRecords }) {
  if (unseenRecords.length === 0) return [];
  return [
    {
      sentence: `What is told by ${firstOf(unseenRecords)} was not judged: the scanner does not see these files as the engine does (hard links under another name, layers that replace folders). Copy them instead of linking them, or accept it in the policy by a waiver with \`unjudged: unseen files\`.`,
      unjudged: "unseen files"
    }
  ];
}
function nameless({ namelessJars, withoutJava }) {
  if (namelessJars.length === 0 || withoutJava !== void 0) return [];
  return [`Java archives of which nobody knows what they are: ${firstOf(namelessJars)}.`];
}
function firstOf(jars) {
  const more = jars.length > NAMED2 ? ` and ${jars.length - NAMED2} more` : "";
  return `${jars.slice(0, NAMED2).join(", ")}${more}`;
}
function onScratch(facts) {
  if (facts.packages.length > 0 || facts.system !== void 0) return facts;
  const { nothingKnown: _nothing, ...rest } = facts;
  const words2 = "The files of the image: it is FROM scratch, and no package that the scanner knows is in it.";
  return { ...rest, notLookedAt: [...facts.notLookedAt, words2] };
}
function isSkipped(line2) {
  return /not supported for vulnerability|were skipped/i.test(line2);
}

// src/domain/findings/lockfiles/finder.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);

// src/domain/findings/lockfiles/names.ts
function normalName(ecosystem, name) {
  const lower = name.toLowerCase();
  return ecosystem === "pypi" ? lower.replace(/[-_.]+/g, "-") : lower;
}
function isVersion(ecosystem, stated, installed2) {
  const [wanted, there] = [normalVersion(ecosystem, stated), normalVersion(ecosystem, installed2)];
  if (ecosystem !== "pypi" || wanted.includes("+")) return wanted === there;
  return wanted === normalVersion(ecosystem, textBefore(there, "+"));
}
function normalVersion(ecosystem, version) {
  const plain2 = version.toLowerCase().replace(/^v/, "");
  if (ecosystem !== "pypi") return plain2;
  let end = plain2.length;
  while (plain2.startsWith(".0", end - 2)) end -= 2;
  return plain2.slice(0, end);
}

// src/domain/findings/lockfiles/origin.ts
function stepOrigin(step2, steps) {
  const others = steps.get(step2)?.inputs.slice(1) ?? [];
  const all = closureOf([step2], steps);
  const texts = [...all].map((id) => steps.get(id)?.text ?? "");
  return {
    reaches: [/* @__PURE__ */ new Set([step2]), closureOf(others, steps), all],
    commands: texts.filter((text5) => text5.startsWith('{"exec":'))
  };
}
function closureOf(start3, steps) {
  const reached = /* @__PURE__ */ new Set();
  const open2 = [...start3];
  for (let next = open2.pop(); next !== void 0; next = open2.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open2.push(...steps.get(next)?.inputs ?? []);
  }
  return reached;
}

// src/domain/findings/lockfiles/finder.ts
var MOST_LINES = 20;
var GLOBAL = /^usr\/(?:local\/)?lib\/node_modules\//;
function pinFinder(lockfiles, { steps, packages }) {
  const byId = new Map(steps.map((step2) => [step2.id, step2]));
  const namesAt = Map.groupBy(packages, ({ path }) => path);
  return (member, step2) => {
    const isOf2 = ({ owner, ecosystem }) => owner === void 0 || (namesAt.get(member.path) ?? []).some(
      ({ name }) => normalName(ecosystem, name) === normalName(ecosystem, owner)
    );
    const found2 = lockfiles.filter(isOf2).flatMap((lockfile) => candidateOf(lockfile, member));
    if (found2.length === 0 || GLOBAL.test(member.path ?? "")) return [];
    const chosen = choose(found2, step2 === void 0 ? void 0 : stepOrigin(step2, byId));
    if (chosen === void 0) return [];
    return chosen.pins.slice(0, MOST_LINES).map(({ line: line2 }) => ({ file: chosen.lockfile.file, startLine: line2 }));
  };
}
function candidateOf(lockfile, member) {
  const { ecosystem, pins } = lockfile;
  const name = nameIn2(ecosystem, member);
  const named3 = name === void 0 ? [] : pins.get(normalName(ecosystem, name)) ?? [];
  const exact = named3.filter(
    ({ version }) => version !== void 0 && isVersion(ecosystem, version, member.version)
  );
  if (exact.length > 0) return [{ lockfile, pins: exact, isExact: true }];
  const open2 = named3.filter(({ version }) => version === void 0);
  return open2.length > 0 ? [{ lockfile, pins: open2, isExact: false }] : [];
}
function nameIn2(ecosystem, { purl }) {
  if (purl?.startsWith(`pkg:${ecosystem}/`) !== true) return void 0;
  try {
    const { namespace, name, subpath } = import_packageurl_js.PackageURL.fromString(purl);
    return [namespace, name, subpath].filter((part) => part !== void 0).join("/");
  } catch {
    return void 0;
  }
}
function choose(found2, origin) {
  const { reaches, commands } = origin ?? { reaches: [], commands: [] };
  const takenIn = (reach) => found2.filter(({ lockfile }) => lockfile.takenBy.some((step2) => reach.has(step2)));
  const near = reaches.map(takenIn).find((some2) => some2.length > 0);
  const exact = near === void 0 ? found2.filter(({ isExact }) => isExact) : preferred(near, ({ isExact }) => isExact);
  const locks = preferred(exact, ({ lockfile }) => lockfile.kind === "lockfile");
  const [first, ...others] = preferred(locks, ({ lockfile }) => isNamed(lockfile, commands));
  return others.length === 0 ? first : void 0;
}
function isNamed({ file }, commands) {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return commands.some((command) => command.split(/\\[nrt]|[^\w.-]+/).includes(name));
}
function preferred(all, isBetter) {
  const better = all.filter(isBetter);
  return better.length > 0 ? better : all;
}

// src/domain/numbers.ts
function smallest(numbers) {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}
function largest(numbers) {
  let most = Number.NEGATIVE_INFINITY;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

// src/domain/provenance/step-source.ts
var sourceSchema = external_exports.object({ identifier: external_exports.string() });
function isSource(step2) {
  return step2?.op?.Op?.["source"] !== void 0;
}
function isImage2(step2) {
  return /^(docker-image|oci-layout)/.test(sourceOf(step2));
}
function isOwnLayout(step2) {
  return sourceOf(step2).startsWith("oci-layout:");
}
function sourceOf(step2) {
  const source = sourceSchema.safeParse(step2?.op?.Op?.["source"]);
  return source.success ? source.data.identifier : "";
}

// src/domain/provenance/step-path.ts
var fileOpSchema = external_exports.object({
  file: external_exports.object({ actions: external_exports.tuple([external_exports.object({ input: external_exports.int() })]).rest(external_exports.unknown()) })
});
var runOpSchema = external_exports.object({
  exec: external_exports.object({ mounts: external_exports.array(external_exports.object({ dest: external_exports.string(), input: external_exports.int().optional() })) })
});
function traceStepPath(graph, output) {
  const steps = /* @__PURE__ */ new Set();
  let current = output;
  while (current !== void 0 && !steps.has(stepId(current))) {
    steps.add(stepId(current));
    current = parentOf(graph.steps.get(stepId(current)));
  }
  const list3 = [...steps];
  return { output, steps: list3, source: list3.find((id) => isImage2(graph.steps.get(id))) };
}
function parentOf(step2) {
  const input = rootInput(step2);
  return input < 0 ? void 0 : step2?.inputs?.[input];
}
function rootInput(step2) {
  const file = fileOpSchema.safeParse(step2?.op?.Op);
  if (file.success) return file.data.file.actions[0].input;
  const run3 = runOpSchema.safeParse(step2?.op?.Op);
  return run3.data?.exec.mounts.find(({ dest }) => dest === "/")?.input ?? 0;
}
function isFromScratch2({ steps }) {
  const graph = { steps: new Map(steps.map((step2) => [step2.id, step2])) };
  const output = steps.at(-1)?.inputs?.[0];
  if (output === void 0) return false;
  return !traceStepPath(graph, output).steps.some((id) => isSource(graph.steps.get(id)));
}
function stepId(output) {
  return output.split(":")[0] ?? output;
}

// src/domain/provenance/layer-owners.ts
function layerOwners(predicate2, layers) {
  if (layers.length === 0) return known([]);
  const graph = graphOf(predicate2);
  const output = predicate2.steps.at(-1)?.inputs?.[0];
  if (output === void 0)
    return unable("The build's provenance names no step that made the image.");
  const path = traceStepPath(graph, output);
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
  const startLine = smallest(ranges.map(({ start: start3 }) => start3.line));
  const endLine = largest(ranges.map(({ end }) => end.line));
  return [{ dockerfile: sourceIndex ?? 0, startLine, endLine }];
}
function makersOf(graph, image) {
  const makers = /* @__PURE__ */ new Map();
  const steps = new Set(image.path.steps);
  const onPath = ([output]) => steps.has(stepId(output));
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
  const own2 = path.steps.filter((id) => !isSource(graph.steps.get(id))).reverse();
  const anchors = anchorsOf(image);
  const order = { own: own2, positions: new Map(own2.map((id, position) => [id, position])) };
  const base = own2.length === 0 ? chain.length : baseLength(graph, { path, order, anchors });
  const makers = /* @__PURE__ */ new Map();
  let before = { index: base - 1, step: "" };
  for (const anchor of anchors) {
    for (const [index, step2] of between(order, before, anchor)) makers.set(index, step2);
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
  const { path, order, anchors } = image;
  if (path.source === void 0) return 0;
  const chain = graph.chains.get(`${path.source}:0`)?.[0];
  const [first] = anchors;
  if (chain !== void 0) return chain.length;
  return Math.max(0, (first?.index ?? 0) - (order.positions.get(first?.step ?? "") ?? 0));
}
function between({ own: own2, positions }, before, anchor) {
  const start3 = (positions.get(before.step) ?? -1) + 1;
  const missing = own2.slice(start3, positions.get(anchor.step) ?? 0);
  const count = anchor.index - before.index - 1;
  const all = Array(Math.max(0, count)).fill(anchor.step);
  const steps = missing.length === 0 ? all : missing;
  const placed2 = steps.length === count ? steps : [];
  return [
    ...placed2.map((step2, position) => [before.index + 1 + position, step2]),
    [anchor.index, anchor.step]
  ];
}
function baseOwner(graph, image) {
  const step2 = image.path.source ?? stepId(image.path.output);
  const base = !isOwnLayout(graph.steps.get(step2));
  return { index: image.index, base, step: step2, places: graph.places.get(step2) ?? [] };
}
function isPrefix(chain, full) {
  return chain.every((digest2, position) => digest2 === full[position]);
}

// src/domain/provenance/schema.ts
var line = external_exports.object({ line: external_exports.int().positive() });
var stepSchema = external_exports.object({
  id: external_exports.string(),
  op: external_exports.object({ Op: dictionary(external_exports.unknown()).nullish() }).nullish(),
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
  digestMapping: dictionary(external_exports.string()).nullish()
});
var metadataSchema = external_exports.object({
  layers: dictionary(chainsSchema).nullish(),
  source: external_exports.object({
    locations: dictionary(locationsSchema).nullish(),
    infos: external_exports.array(external_exports.object({ filename: external_exports.string(), data: external_exports.base64() })).nullish()
  }).nullish()
});
var argsSchema = external_exports.object({ args: dictionary(external_exports.string()).nullish() });
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

// src/domain/provenance/sent-paths.ts
var localSchema = external_exports.object({
  identifier: external_exports.templateLiteral(["local://", external_exports.string()]),
  attrs: external_exports.looseObject({
    "local.followpaths": external_exports.string().optional(),
    "local.includepattern": external_exports.string().optional()
  }).nullish()
});
var pathsSchema = external_exports.array(external_exports.string());
function parseSentPaths({ steps }) {
  const sends = /* @__PURE__ */ new Map();
  for (const step2 of steps) {
    const local = localSchema.safeParse(step2.op?.Op?.["source"]).data;
    if (local === void 0) continue;
    const name = local.identifier.slice("local://".length);
    const found2 = pathsOf(
      local.attrs?.["local.followpaths"],
      local.attrs?.["local.includepattern"]
    );
    const before = sends.has(name) ? sends.get(name) : [];
    const both = found2 === void 0 || before === void 0 ? void 0 : [...before, ...found2];
    sends.set(name, both);
  }
  return sends;
}
function pathsOf(follow2, include) {
  const all = [follow2, include].flatMap((text5) => text5 === void 0 ? [] : [text5]);
  const lists = all.map((text5) => parsed(text5));
  const paths = lists.flatMap((list3) => list3 ?? []);
  return paths.length === 0 || lists.includes(void 0) ? void 0 : paths;
}
function parsed(text5) {
  try {
    return pathsSchema.safeParse(JSON.parse(text5)).data;
  } catch {
    return void 0;
  }
}

// src/domain/provenance/steps.ts
var sourceSchema2 = external_exports.object({ identifier: external_exports.string() });
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
        ...defined({ vertex })
      }
    ];
  });
}
function identifierOf(step2) {
  const source = sourceSchema2.safeParse(step2.op?.Op?.["source"]);
  return source.success ? source.data.identifier : void 0;
}
function workOf(step2, { declared, written: written2 }) {
  const identifier2 = identifierOf(step2);
  if (identifier2 !== void 0) return sourceOf2(identifier2, written2);
  const exec = execSchema.safeParse(step2.op?.Op?.["exec"]);
  if (!exec.success)
    return { kind: "work", text: JSON.stringify(step2.op?.Op ?? {}), environment: [] };
  const { env = [], ...meta } = exec.data.meta;
  const environment2 = env.filter((entry3) => declared.has(entry3.split("=")[0] ?? ""));
  return { kind: "work", text: JSON.stringify({ exec: { ...exec.data, meta } }), environment: environment2 };
}
function sourceOf2(identifier2, written2) {
  const image = /^(?:docker-image|oci-layout):\/\/(.+?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(
    identifier2
  );
  if (image === null) return { kind: "other source", text: identifier2, environment: [] };
  const [, name = "", digest2] = image;
  const isWritten = digest2 !== void 0 && written2.has(digest2);
  const reference = isWritten ? `${name}@${digest2}` : name;
  return {
    kind: "image",
    text: reference,
    environment: [],
    reference,
    ...defined({ digest: digest2 })
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

// src/domain/provenance/provenance.ts
function parseProvenance(document, context) {
  const statement = statementSchema.safeParse(document);
  const parsed4 = predicateSchema.safeParse(statement.success ? statement.data.predicate : document);
  if (!parsed4.success)
    return unable("The build's provenance is not of a shape that tells steps (mode=max).");
  const owners = layerOwners(parsed4.data, context.layers);
  if (!isKnown(owners)) return owners;
  const dockerfiles = dockerfilesOf(parsed4.data);
  const main = mainOf({ dockerfiles, owners: owners.value, entryPoint: parsed4.data.entryPoint });
  const target = parsed4.data.args["target"];
  return known({
    owners: owners.value,
    dockerfiles,
    fromScratch: isFromScratch2(parsed4.data),
    sentPaths: parseSentPaths(parsed4.data),
    ...defined({ mainDockerfile: main }),
    ...target === void 0 || target === "" ? {} : { target },
    args: buildArgs(parsed4.data.args),
    steps: stepsOf(parsed4.data, dockerfiles)
  });
}
function stepsOf(predicate2, dockerfiles) {
  const texts = dockerfiles.map(({ text: text5 }) => text5);
  const places = stepPlaces(predicate2);
  const given3 = [...buildArgs(predicate2.args).keys()];
  return buildSteps(predicate2, {
    places: (id) => places.get(id) ?? [],
    declared: /* @__PURE__ */ new Set([...given3, ...texts.flatMap(declaredNames)]),
    written: new Set([...texts, ...Object.values(predicate2.args)].flatMap(digestsIn))
  });
}
function digestsIn(text5) {
  return text5.match(/sha256:[0-9a-f]{64}/g) ?? [];
}
function declaredNames(text5) {
  const dockerfile = parseDockerfile(text5);
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

// src/stages/attribute/index.ts
function attribute(examined, sources) {
  return examined.map((image) => attributeImage(image, sources));
}
function attributeImage(examined, { built, lockfiles }) {
  const { facts, scanned } = examined;
  const document = built.provenance.get(examined.image.id);
  const provenance = document === void 0 || !isKnown(facts) ? unable("The build left no provenance, so lines are not known.") : parseProvenance(document, { layers: facts.value.layers.map(({ digest: digest2 }) => digest2) });
  const dockerfile = dockerfileOf(examined, provenance);
  const layers = isKnown(facts) ? layersOf(facts.value, { provenance, dockerfile }) : [];
  const steps = mapKnown(
    provenance,
    ({ steps: all, mainDockerfile }) => all.map((step2) => ({
      ...step2,
      ...toStepLine(step2.places, { main: mainDockerfile ?? 0, dockerfile }) ?? {}
    }))
  );
  const scan = isKnown(scanned.facts) ? scanned.facts.value : void 0;
  const isScratch = isKnown(provenance) ? provenance.value.fromScratch : isFromScratch(dockerfile);
  const secrets = scannedSecrets(scanned);
  const findPins = pinFinder(lockfiles.get(examined.image.id) ?? [], {
    steps: isKnown(steps) ? steps.value : [],
    packages: scan?.packages ?? []
  });
  return {
    ...examined,
    ...isScratch && { scanned: { ...scanned, facts: mapKnown(scanned.facts, onScratch) } },
    dockerfile,
    layers,
    steps,
    findings: (scan?.findings ?? []).map((finding) => placeFinding(finding, { layers, findPins })),
    secrets: (isKnown(secrets) ? secrets.value : []).map(
      (secret) => placeSecret(secret, { layers, dockerfile })
    ),
    ...isKnown(provenance) && { sentPaths: provenance.value.sentPaths },
    // BuildKit tells no steps of an image without layers, and there is nothing to place.
    ...isKnown(provenance) || layers.length === 0 ? {} : { placesUnknown: provenance.unable }
  };
}
function dockerfileOf({ image }, provenance) {
  const read5 = isKnown(provenance) ? provenance.value.dockerfiles[provenance.value.mainDockerfile ?? 0]?.text : void 0;
  const text5 = read5 ?? image.dockerfileText;
  if (text5 === void 0)
    return unable("The Dockerfile is not on this disk, and the build left no copy of it.");
  return parseDockerfile(text5, {
    ...defined({ file: image.dockerfile, stage: image.stage }),
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
    return { ...layer2, base, step: step2, ...toStepLine(places, { main: mainDockerfile ?? 0, dockerfile }) };
  });
}
function placeFinding(finding, { layers, findPins }) {
  const placesOf2 = finding.members.map((member) => {
    const layer2 = layers.find(({ diffId }) => diffId === member.diffId);
    const line2 = placeOfLayer(layer2);
    return {
      ...layer2?.base !== void 0 && { base: layer2.base },
      pins: layer2 === void 0 || layer2.base === true ? [] : findPins(member, layer2.step),
      lines: line2 === void 0 ? [] : [line2]
    };
  });
  return { ...finding, ...mergePlaces(placesOf2), placesOf: placesOf2 };
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
    ...defined({ place })
  };
}
function placeOfVariable(name, dockerfile) {
  if (!isKnown(dockerfile) || dockerfile.value.file === void 0) return void 0;
  const { file, instructions, usedStages } = dockerfile.value;
  const line2 = instructions.findLast(
    ({ keyword, text: text5, stage }) => keyword === "ENV" && usedStages.includes(stage) && text5.split(/[\s=]+/).some((word) => word === name)
  );
  return line2 === void 0 ? void 0 : { file, startLine: line2.startLine, endLine: line2.endLine };
}

// src/stages/build/cache.ts
import { join } from "node:path";

// src/domain/nullish-schemas.ts
function orUndefined(schema6) {
  return external_exports.preprocess((value) => value ?? void 0, schema6.optional());
}
function orEmptyList(item, most = 1e6) {
  return external_exports.preprocess((value) => value ?? [], external_exports.array(item).max(most));
}

// src/clients/buildx.ts
var BAKE = "docker buildx bake";
var listSchema = orEmptyList(external_exports.object({ name: external_exports.string(), group: orUndefined(external_exports.boolean()) }));
async function listTargets(deps, source) {
  const result = await ask(deps, {
    ...source,
    args: [...fileArgs(source.files), "--list=type=targets,format=json"]
  });
  const entries = printed(result, listSchema);
  return {
    targets: entries.filter((entry3) => entry3.group !== true).map((entry3) => entry3.name),
    groups: entries.filter((entry3) => entry3.group === true).map((entry3) => entry3.name)
  };
}
var secretSchema = external_exports.looseObject({
  id: orUndefined(external_exports.string()),
  env: orUndefined(external_exports.string()),
  src: orUndefined(external_exports.string())
});
var cacheSchema = external_exports.looseObject({
  type: orUndefined(external_exports.string()),
  src: orUndefined(external_exports.string()),
  dest: orUndefined(external_exports.string())
});
var targetSchema = external_exports.looseObject({
  context: orUndefined(external_exports.string()),
  contexts: orUndefined(dictionary(external_exports.string())),
  dockerfile: orUndefined(external_exports.string()),
  "dockerfile-inline": orUndefined(external_exports.string()),
  target: orUndefined(external_exports.string()),
  platforms: orUndefined(external_exports.array(external_exports.string())),
  tags: orUndefined(external_exports.array(external_exports.string())),
  args: orUndefined(dictionary(external_exports.string().nullable())),
  labels: orUndefined(dictionary(external_exports.string().nullable())),
  secret: orUndefined(external_exports.array(secretSchema)),
  ssh: orUndefined(
    external_exports.array(external_exports.looseObject({ id: orUndefined(external_exports.string()), paths: orUndefined(external_exports.array(external_exports.string())) }))
  ),
  "cache-from": orUndefined(external_exports.array(cacheSchema)),
  "cache-to": orUndefined(external_exports.array(cacheSchema)),
  output: orUndefined(external_exports.array(external_exports.looseObject({ type: orUndefined(external_exports.string()) }))),
  call: orUndefined(external_exports.string()),
  policy: orUndefined(external_exports.array(external_exports.unknown())),
  entitlements: orUndefined(external_exports.array(external_exports.string()))
});
var printSchema = external_exports.object({
  group: orUndefined(dictionary(external_exports.object({ targets: orEmptyList(external_exports.string()) }))),
  target: orUndefined(dictionary(targetSchema))
});
async function printDefinition(deps, place) {
  const { definition } = place;
  const args = [...definitionArgs(definition), "--print", ...definition.targets];
  const resolved2 = await ask(deps, { ...place, args });
  const { target: targets = {}, group: groups = {} } = printed(resolved2, printSchema);
  const isTold2 = ownProperty(groups, "default") !== void 0 || definition.targets.length === 0;
  const asked = isTold2 ? ["default"] : definition.targets;
  return { built: expand(asked, groups), targets, resolved: resolved2 };
}
function printed(text5, schema6) {
  try {
    const document = JSON.parse(text5);
    if (isDeep(document)) throw new Error("it is nested too deeply");
    return schema6.parse(document);
  } catch (cause) {
    throw new ToolError(
      BAKE,
      `${BAKE} printed the build definition in a form that is not known; use the buildx of a current docker release, or a newer Plimsoll.`,
      { cause }
    );
  }
}
function expand(names, groups) {
  const found2 = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const open2 = names.map((name) => ({ name, isTarget: false })).reverse();
  for (let next = open2.pop(); next !== void 0; next = open2.pop()) {
    const { name } = next;
    const members = next.isTarget ? void 0 : ownProperty(groups, name)?.targets;
    if (members === void 0) found2.add(name);
    else if (!seen.has(name))
      for (const member of members.toReversed())
        open2.push({ name: member, isTarget: member === name });
    seen.add(name);
  }
  return [...found2];
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
async function ask(deps, { args, cwd, mirror }) {
  const { stdout, stderr, ...rest } = await bake(deps, { args, cwd });
  const result = {
    ...rest,
    stdout: stdout.replaceAll(mirror, ""),
    stderr: stderr.replaceAll(mirror, "")
  };
  return expectSuccess(result, { tool: BAKE, doing: "read the build definition" }).stdout;
}
async function readProvenance(deps, ask2) {
  const result = await deps.exec.run("docker", {
    args: [
      "buildx",
      ...["history", "inspect", "attachment", ...ask2.builder],
      "--platform",
      ask2.platform,
      "--type",
      "provenance",
      ask2.ref
    ],
    cwd: ask2.cwd,
    deadlineSeconds: 60
  });
  if (result.exitCode !== 0) return void 0;
  try {
    return JSON.parse(result.stdout);
  } catch {
    return void 0;
  }
}

// src/domain/plan/escape-templates.ts
var WRITTEN_WELL = ["args", "labels", "annotations", "dockerfile-inline"];
function escapeTemplates(resolved2) {
  return JSON.stringify(escape(JSON.parse(resolved2), []));
}
function escape(value, path) {
  if (typeof value === "string")
    return value.replaceAll("${", () => "$${").replaceAll("%{", () => "%%{");
  if (Array.isArray(value)) return value.map((item) => escape(item, path));
  if (typeof value !== "object" || value === null) return value;
  const isTarget = path.length === 2 && path[0] === "target";
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isTarget && WRITTEN_WELL.includes(key) ? inner : escape(inner, [...path, key])
    ])
  );
}

// src/stages/build/cache.ts
var TOKEN_NAMES = [
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_CACHE_URL",
  "ACTIONS_RESULTS_URL",
  "ACTIONS_CACHE_SERVICE_V2"
];
async function prepareCache(ask2, deps) {
  const { plan, inputs } = ask2;
  const none = {
    from: [],
    to: [],
    env: {},
    notices: [],
    definition: await resolvedArgs(plan, deps)
  };
  const { cache } = inputs;
  if (cache.kind === "off") return none;
  if (cache.kind === "given") {
    const args = cacheArgs(targetsOf(ask2), cache.fields);
    const to = inputs.cacheWrite === "never" || !await mayWrite(ask2, deps) ? [] : args.to;
    return { ...none, ...args, to, kind: cache.fields.get("type") ?? "" };
  }
  if (cache.kind === "auto" && deps.cache === void 0) return none;
  const service = (await ask2.rights).cache;
  if (isKnown(service)) return { ...none, ...await githubCache(ask2, deps) };
  if (deps.cache !== void 0 || cache.kind === "auto") return none;
  const message = `The input cache is gha, and the cache service of GitHub Actions is not used: ${service.unable}.`;
  return { ...none, notices: [{ from: "cache", message }] };
}
async function resolvedArgs({ definition, resolved: resolved2 }, deps) {
  const folder = await deps.files.makeTemporary("plimsoll-bake", "run");
  const file = join(folder, "resolved.json");
  await deps.files.write(file, escapeTemplates(resolved2));
  return definitionArgs({ ...definition, files: [file], set: [] });
}
async function githubCache(ask2, deps) {
  const args = cacheArgs(targetsOf(ask2), GHA);
  const { env } = deps.workflow;
  const given3 = TOKEN_NAMES.flatMap((name) => {
    const value = ownProperty(env, name);
    return value === void 0 ? [] : [[name, value]];
  });
  return {
    kind: "gha",
    env: Object.fromEntries(given3),
    from: args.from,
    to: await mayWrite(ask2, deps) ? args.to : []
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
  return !isInJob(workflow) || isKnown((await rights).writing);
}

// src/domain/build/batches.ts
var MOST_TARGETS = 20;
var targetSchema2 = external_exports.looseObject({
  context: orUndefined(external_exports.string()),
  dockerfile: orUndefined(external_exports.string()),
  "dockerfile-inline": orUndefined(external_exports.string()),
  contexts: orUndefined(dictionary(external_exports.string()))
});
var resolvedSchema = external_exports.looseObject({ target: orUndefined(dictionary(targetSchema2)) });
function splitIntoBatches(targets, resolved2) {
  if (targets.length <= MOST_TARGETS) return [targets];
  const { target: all = {} } = resolvedSchema.parse(JSON.parse(resolved2));
  const related = groupsBy(targets, (name) => [...linksOf(name, all), placeOf2(name, all)]);
  const groups = related.flatMap(
    (group) => group.length <= MOST_TARGETS ? [group] : groupsBy(group, (name) => linksOf(name, all))
  );
  const batches = [];
  for (const piece of groups.flatMap(pieces)) {
    const room = batches.find((batch) => batch.length + piece.length <= MOST_TARGETS);
    if (room === void 0) batches.push([...piece]);
    else room.push(...piece);
  }
  return batches;
}
function groupsBy(targets, signsOf) {
  const groups = [];
  for (const name of targets) {
    const signs = new Set(signsOf(name));
    const met = groups.filter((group) => [...signs].some((sign) => group.signs.has(sign)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({
      names: [...met.flatMap((group) => group.names), name],
      signs: /* @__PURE__ */ new Set([...met.flatMap((group) => [...group.signs]), ...signs])
    });
  }
  return groups.map(({ names }) => names);
}
function linksOf(target, all) {
  const found2 = /* @__PURE__ */ new Set([target]);
  for (const name of found2)
    for (const context of Object.values(ownProperty(all, name)?.contexts ?? {}))
      if (context.startsWith("target:")) found2.add(context.slice("target:".length));
  return [...found2];
}
function placeOf2(target, all) {
  const {
    context = ".",
    dockerfile = "",
    "dockerfile-inline": inline = ""
  } = ownProperty(all, target) ?? {};
  return ["", context, dockerfile, inline].join("\0");
}
function pieces(group) {
  const count = Math.ceil(group.length / MOST_TARGETS);
  return Array.from(
    { length: count },
    (_, index) => group.slice(index * MOST_TARGETS, (index + 1) * MOST_TARGETS)
  );
}
function mergeSteps(bakes) {
  const all = /* @__PURE__ */ new Map();
  for (const step2 of bakes.flat()) {
    const known2 = all.get(step2.digest);
    all.set(step2.digest, known2 === void 0 ? step2 : sameStep(known2, step2));
  }
  return [...all.values()];
}
function sameStep(one2, other) {
  const ran = one2.cached && !other.cached ? other : one2;
  return {
    ...one2,
    ...ran,
    names: /* @__PURE__ */ new Set([...one2.names, ...other.names]),
    transferredBytes: Math.max(one2.transferredBytes, other.transferredBytes)
  };
}
function stepsIn(bakes, all) {
  const merged = new Map(all.map((step2) => [step2.digest, step2]));
  const names = new Map(mergeSteps(bakes).map((step2) => [step2.digest, step2.names]));
  return [...names].flatMap(([digest2, own2]) => {
    const step2 = merged.get(digest2);
    return step2 === void 0 ? [] : [{ ...step2, names: own2 }];
  });
}
var LOST_JOB = /^ERROR: (?:target [^\s:]+: )?(?:failed to \w[\w ]{0,40}: )?(?:rpc error: code = \w+ desc = |Unknown: |NotFound: )*no such job\b/;
function isLostJob(stderr) {
  return stderr.split("\n").some((line2) => LOST_JOB.test(line2));
}

// src/domain/build/progress.ts
import { Buffer as Buffer2 } from "node:buffer";

// src/domain/build/step-end.ts
var PROCESS = 'process "';
var ENDED = '" did not complete successfully: ';
var CANCELED = "context canceled";
function classifyStepEnd(error) {
  if (error === void 0) return "well";
  const end = error.lastIndexOf(ENDED);
  const isProcess = error.startsWith(PROCESS) && end >= 0;
  const words2 = isProcess ? error.slice(end + ENDED.length) : error;
  if (words2.trimEnd().endsWith(CANCELED)) return "canceled";
  return isProcess ? "process" : "engine";
}
function ownWords(text5) {
  return text5.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

// src/domain/build/checks.ts
var warningSchema = external_exports.looseObject({
  short: orUndefined(external_exports.string()),
  detail: orUndefined(external_exports.array(external_exports.string())),
  url: orUndefined(external_exports.string()),
  sourceInfo: orUndefined(external_exports.looseObject({ data: orUndefined(external_exports.string()) })),
  range: orUndefined(
    external_exports.array(
      external_exports.looseObject({
        start: external_exports.looseObject({ line: external_exports.int().positive() }),
        end: external_exports.looseObject({ line: external_exports.int().positive() })
      })
    )
  )
});
function parseCheck(warning) {
  const { short = "", detail, url, sourceInfo, range } = warning;
  const [, rule, message] = /^([A-Z][A-Za-z]+): (.+?)(?: \(line \d+\))?$/s.exec(decoded(short)) ?? [];
  if (rule === void 0 || message === void 0) return void 0;
  const lines = (range ?? []).flatMap(({ start: start3, end }) => [start3.line, end.line]);
  const why = (detail ?? []).map(decoded).join(" ");
  return {
    rule,
    message,
    source: decoded(sourceInfo?.data ?? ""),
    ...why === "" ? {} : { detail: why },
    ...defined({ url }),
    ...lines.length === 0 ? {} : { startLine: smallest(lines), endLine: largest(lines) }
  };
}
function decoded(base64) {
  return Buffer.from(base64, "base64").toString("utf8");
}

// src/domain/build/progress.ts
var vertexSchema = external_exports.looseObject({
  digest: external_exports.string(),
  name: external_exports.string().default(""),
  inputs: orUndefined(external_exports.array(external_exports.string())),
  cached: orUndefined(external_exports.boolean()),
  started: orUndefined(external_exports.string()),
  completed: orUndefined(external_exports.string()),
  error: orUndefined(external_exports.string())
});
var eventSchema = external_exports.looseObject({
  vertexes: orUndefined(external_exports.array(vertexSchema)),
  statuses: orUndefined(
    external_exports.array(
      external_exports.looseObject({
        id: orUndefined(external_exports.string()),
        vertex: external_exports.string(),
        current: orUndefined(external_exports.int())
      })
    )
  ),
  logs: orUndefined(external_exports.array(external_exports.looseObject({ vertex: external_exports.string(), data: orUndefined(external_exports.string()) }))),
  warnings: orUndefined(external_exports.array(warningSchema))
});
function parseProgressLine(line2) {
  if (!line2.startsWith("{")) return void 0;
  try {
    const parsed4 = eventSchema.safeParse(JSON.parse(line2));
    return parsed4.success ? parsed4.data : void 0;
  } catch {
    return void 0;
  }
}
var OUTPUT_KEPT = 20;
var LONGEST_LINE = 64 * 1024;
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
  /** Names of steps that have begun and not ended: `[web 2/3] RUN npm ci`. */
  underWay() {
    return [...this.#steps.values()].filter(({ underWay }) => underWay).map(({ names }) => [...names].at(-1) ?? "").filter(isShown);
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
        seconds: coveredSeconds(step2.intervals),
        inputs: step2.inputs,
        transferredBytes: step2.transferredBytes,
        ...defined({ interval, error: step2.error })
      };
    });
  }
  #step(digest2) {
    const known2 = this.#steps.get(digest2);
    if (known2 !== void 0) return known2;
    const ended2 = [];
    const fresh = {
      names: /* @__PURE__ */ new Set(),
      cached: false,
      intervals: [],
      inputs: [],
      error: void 0,
      transferredBytes: 0,
      output: [],
      lines: new LineSplitter((line2) => ended2.push(line2), LONGEST_LINE),
      ended: ended2,
      shown: false,
      underWay: false
    };
    this.#steps.set(digest2, fresh);
    return fresh;
  }
  #vertex(vertex) {
    const step2 = this.#step(vertex.digest);
    step2.names.add(vertex.name);
    step2.inputs = vertex.inputs ?? step2.inputs;
    step2.cached ||= vertex.cached === true;
    step2.error ??= vertex.error === "" ? void 0 : vertex.error;
    step2.underWay = vertex.started !== void 0 && vertex.completed === void 0;
    if (vertex.started === void 0 || vertex.completed === void 0) return [];
    const interval = { start: Date.parse(vertex.started), end: Date.parse(vertex.completed) };
    step2.intervals.push(interval);
    if (step2.shown || !isShown(vertex.name)) return [];
    step2.shown = true;
    const seconds = ((interval.end - interval.start) / 1e3).toFixed(1);
    const how = {
      canceled: "CANCELED",
      process: "FAILED",
      engine: "FAILED",
      well: step2.cached ? "CACHED" : `${seconds} s`
    }[classifyStepEnd(step2.error)];
    return [{ untrusted: true, text: `${vertex.name}  ${how}` }];
  }
  #log(digest2, data) {
    const step2 = this.#step(digest2);
    step2.lines.add(Buffer2.from(data, "base64"));
    const whole2 = step2.ended.splice(0).map(lastShown);
    for (const line2 of whole2.slice(-OUTPUT_KEPT)) step2.output.push(line2);
    step2.output.splice(0, Math.max(0, step2.output.length - OUTPUT_KEPT));
    const whose = /^\[[^\]]*\]/.exec([...step2.names].at(-1) ?? "")?.[0];
    const prefix = whose === void 0 ? "    " : `    ${whose} `;
    return whole2.map((text5) => ({ untrusted: true, text: `${prefix}${text5}` }));
  }
};
function lastShown(line2) {
  return line2.split("\r").findLast((piece) => piece !== "") ?? "";
}
function isShown(name) {
  return name !== "" && !/\binternal\]/.test(name) && !name.includes("resolving provenance");
}
function spanOf(intervals) {
  if (intervals.length === 0) return void 0;
  return {
    start: smallest(intervals.map((interval) => interval.start)),
    end: largest(intervals.map((interval) => interval.end))
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

// src/stages/build/layouts.ts
import { join as join4 } from "node:path";

// src/domain/image/manifest.ts
import { posix } from "node:path";
var digest = external_exports.string().regex(/^sha256:[0-9a-f]{64}$/);
var MOST_ENTRIES = 1e3;
var descriptorSchema = external_exports.looseObject({
  mediaType: external_exports.string().optional(),
  digest,
  size: external_exports.int().nonnegative(),
  urls: orUndefined(external_exports.array(external_exports.string())),
  annotations: orUndefined(dictionary(external_exports.string())),
  platform: external_exports.looseObject({ os: external_exports.string(), architecture: external_exports.string(), variant: external_exports.string().optional() }).optional()
});
var indexSchema = external_exports.looseObject({ manifests: orEmptyList(descriptorSchema, MOST_ENTRIES) });
var manifestSchema = external_exports.looseObject({
  config: descriptorSchema,
  layers: orEmptyList(descriptorSchema, MOST_ENTRIES)
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
  rootfs: external_exports.looseObject({ diff_ids: orEmptyList(digest, MOST_ENTRIES) }),
  config: external_exports.looseObject({
    User: external_exports.string().nullish(),
    Env: external_exports.array(external_exports.string()).nullish(),
    Volumes: dictionary(external_exports.unknown()).nullish(),
    Healthcheck: external_exports.looseObject({
      Test: external_exports.array(external_exports.string()).nullish(),
      StartPeriod: external_exports.number().nullish().catch(void 0),
      Interval: external_exports.number().nullish().catch(void 0),
      Timeout: external_exports.number().nullish().catch(void 0),
      Retries: external_exports.number().nullish().catch(void 0)
    }).nullish()
  }).nullish()
});
function parseHealthcheck(config) {
  const test = config.config?.Healthcheck?.Test ?? [];
  if (test.length === 0) return { declared: false };
  const timing = timingOf(config.config?.Healthcheck ?? {});
  const [kind, ...command] = test;
  const declared = (kind === "CMD" || kind === "CMD-SHELL") && command.length > 0;
  return { declared, test, ...defined({ timing }) };
}
function timingOf(declared) {
  const said = (value) => value !== null && value !== void 0 && value > 0 ? value : void 0;
  const { StartPeriod, Interval, Timeout } = declared;
  const [start3, interval, timeout] = [said(StartPeriod), said(Interval), said(Timeout)];
  const retries = said(declared.Retries);
  const timing = {
    ...start3 !== void 0 && { startPeriodSeconds: start3 / 1e9 },
    ...interval !== void 0 && { intervalSeconds: interval / 1e9 },
    ...timeout !== void 0 && { timeoutSeconds: timeout / 1e9 },
    ...defined({ retries })
  };
  return Object.keys(timing).length === 0 ? void 0 : timing;
}
function formatPlatform(named3) {
  return [named3.os, named3.architecture, named3.variant].filter((part) => part !== void 0 && part !== "").join("/");
}
function blobPath(folder, digest2) {
  return posix.join(folder, "blobs/sha256", digest2.slice("sha256:".length));
}
function detectCompression(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  if (head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253) return "zstd";
  return "none";
}

// src/domain/plan/images.ts
import { posix as posix3 } from "node:path";

// src/domain/plan/target.ts
import { posix as posix2 } from "node:path";
function isRemote(context) {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(context) || /^(git@|github\.com\/)/.test(context) || context === "-";
}
function builtFrom(target, around) {
  return { ...recipeOf(target, around), contexts: contextsOf(target, around, /* @__PURE__ */ new Set()) };
}
function recipeOf({ context, dockerfile, inline, stage }, around) {
  const { folder, repository } = around;
  const isHere = inline === void 0 && !isRemote(context);
  const path = posix2.resolve(folder, context, dockerfile);
  return {
    ...isHere ? { dockerfile: posix2.relative(repository, path) } : {},
    ...defined({ stage }),
    context: placeOf3(context, around)
  };
}
var TARGET = "target:";
function contextsOf({ contexts }, around, seen) {
  const sorted = Object.entries(contexts).toSorted(([a], [b]) => a < b ? -1 : 1);
  return sorted.flatMap(([name, value]) => {
    if (isRemote(value)) return [];
    if (!value.startsWith(TARGET)) return [{ name, context: placeOf3(value, around) }];
    const target = value.slice(TARGET.length);
    const other = ownProperty(around.targets, target);
    if (other === void 0 || seen.has(target)) return [{ name, target }];
    const below = contextsOf(other, around, /* @__PURE__ */ new Set([...seen, target]));
    return [{ name, target, ...recipeOf(other, around) }, ...below];
  });
}
function placeOf3(context, { folder, repository }) {
  return isRemote(context) ? withoutUrlSecrets(context) : posix2.relative(repository, posix2.resolve(folder, context));
}

// src/domain/plan/images.ts
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
  return platformsOf(target, around).map((platform) => {
    return {
      id: imageId({ key: around.key, name: target.name, platform }),
      name: target.name,
      target: target.target,
      platform,
      ...placesOf(target, around),
      namedContexts: namedContexts(target, around),
      builtFrom: builtFrom(target, around),
      ...defined({ dockerfileText: target.inline, stage: target.stage }),
      ...target.tags === void 0 || target.tags.length === 0 ? {} : { tags: target.tags },
      overrides: around.overrides.get(target.name) ?? []
    };
  });
}
function platformsOf({ platforms }, around) {
  const written2 = platforms.flatMap((text5) => text5.split(",")).map((text5) => text5.trim());
  const named3 = written2.filter((text5) => text5 !== "");
  const all = named3.length === 0 ? [around.platform] : named3;
  return [
    ...new Set(all.map((text5) => text5 === "local" ? around.platform : normalPlatform(text5)))
  ];
}
function placesOf(target, around) {
  if (isRemote(target.context)) return {};
  const contextPath = posix3.resolve(around.folder, target.context);
  if (target.inline !== void 0) return { contextPath };
  const dockerfilePath2 = posix3.resolve(contextPath, target.dockerfile);
  const inside = posix3.relative(around.repository, dockerfilePath2);
  const isInside2 = inside !== "" && !inside.startsWith("../") && !posix3.isAbsolute(inside);
  return { contextPath, dockerfilePath: dockerfilePath2, ...isInside2 ? { dockerfile: inside } : {} };
}
function namedContexts({ contexts }, { folder }) {
  return Object.fromEntries(
    Object.entries(contexts).filter(([, value]) => !isRemote(value) && !value.startsWith("target:")).map(([name, value]) => [name, posix3.resolve(folder, value)])
  );
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
  const name = ownProperty(known2, architecture) ?? architecture;
  const plain2 = variant === void 0 || name === "arm64" && variant === "v8" || name === "amd64" && variant === "v1";
  return plain2 ? name === "arm" ? `${os}/arm/v7` : `${os}/${name}` : `${os}/${name}/${variant}`;
}
function targetName(name) {
  return name.replace(/[^A-Za-z0-9_-]/g, "_");
}

// src/stages/build/layout-index.ts
import { join as join2 } from "node:path";
async function writeLayoutIndex(folder, manifest, { files }) {
  await files.write(join2(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  await files.write(
    join2(folder, "index.json"),
    JSON.stringify({ schemaVersion: 2, manifests: [manifest] })
  );
}

// src/stages/build/preseed.ts
import { join as join3 } from "node:path";
var LARGEST_MANIFEST = 4 * 1024 * 1024;
async function preseed(output, blobCache) {
  const blobs = join3(output.folder, "blobs/sha256");
  const names = await Promise.all(output.images.map(({ id }) => blobCache.restore(id, blobs)));
  return { ...output, preseeded: names.flat() };
}
async function removeUnreferenced({ folder, preseeded: seeded }, manifests, { files }) {
  if (seeded.length === 0) return;
  const named3 = await Promise.all(
    manifests.map(async ({ digest: digest2 }) => {
      const text5 = await files.readText(blobPath(folder, digest2), LARGEST_MANIFEST);
      return manifestSchema.parse(JSON.parse(text5)).layers.map((layer2) => layer2.digest);
    })
  );
  const wanted = new Set(named3.flat());
  for (const name of seeded)
    if (!wanted.has(`sha256:${name}`)) await files.remove(join3(folder, "blobs/sha256", name));
}

// src/stages/build/layouts.ts
var LARGEST_INDEX = 4 * 1024 * 1024;
async function readIndex(path, deps) {
  try {
    const text5 = await deps.files.readText(path, LARGEST_INDEX);
    return indexSchema.parse(JSON.parse(text5)).manifests;
  } catch {
    return void 0;
  }
}
async function isComplete(folder, deps) {
  return await readIndex(join4(folder, "index.json"), deps) !== void 0;
}
async function completeLayouts(output, deps) {
  const { folder, images } = output;
  const top = await readIndex(join4(folder, "index.json"), deps);
  if (top === void 0) return void 0;
  const nested = await Promise.all(
    top.map((descriptor) => manifestsOf(descriptor, { folder, deps }))
  );
  const manifests = nested.flat();
  await removeUnreferenced(output, manifests, deps).catch(() => void 0);
  const [first] = images;
  if (images.length === 1 && first !== void 0) return [{ image: first, path: folder }];
  const views = images.flatMap((image) => {
    const manifest = manifests.find(
      ({ platform }) => platform !== void 0 && normalPlatform(formatPlatform(platform)) === image.platform
    );
    return manifest === void 0 ? [] : [{ image, manifest }];
  });
  return Promise.all(views.map((view) => makeView(folder, view, deps)));
}
async function largestFirst(layouts, deps) {
  const weighed = await Promise.all(
    layouts.map(async (layout) => ({ layout, bytes: await layoutBytes(layout, deps) }))
  );
  return weighed.sort((one2, other) => other.bytes - one2.bytes).map(({ layout }) => layout);
}
async function layoutBytes({ path }, { files }) {
  const blobs = join4(path, "blobs/sha256");
  const stats = (await files.list(blobs)).map((name) => files.stat(join4(blobs, name)));
  return (await Promise.all(stats)).reduce((sum, stat) => sum + (stat?.bytes ?? 0), 0);
}
async function manifestsOf(descriptor, at) {
  if (!isIndex(descriptor)) return [descriptor];
  const blob = blobPath(at.folder, descriptor.digest);
  const inner = await readIndex(blob, at.deps) ?? [];
  return inner.filter((entry3) => !isAttestation(entry3));
}
async function makeView(folder, view, deps) {
  const path = join4(`${folder}-views`, toFileName(view.image.id));
  const blobs = join4(path, "blobs/sha256");
  await deps.files.makeFolder(blobs);
  const names = await deps.files.list(join4(folder, "blobs/sha256"));
  await Promise.all(
    names.map((name) => deps.files.hardLink(join4(folder, "blobs/sha256", name), join4(blobs, name)))
  );
  await writeLayoutIndex(path, view.manifest, deps);
  return { image: view.image, path };
}

// src/stages/build/export-cache.ts
var BYTES_PER_SECOND = 5e6;
async function exportCache({ plan, inputs, builder, cache, deps }, built) {
  if (cache.to.length === 0 || built.failure !== void 0) return { notices: [] };
  const targets = [...new Set(plan.images.map(({ target }) => target))];
  const bytes2 = await Promise.all(built.layouts.map((layout) => layoutBytes(layout, deps)));
  const sum = bytes2.reduce((all, one2) => all + one2, 0);
  const allSeconds = inputs.cacheTimeoutSeconds + sum / BYTES_PER_SECOND;
  let seconds = 0;
  const troubles = [];
  for (const batch of splitIntoBatches(targets, plan.resolved)) {
    const left = allSeconds - seconds;
    const exported = await exportBatch({ plan, builder, cache, deps }, batch, left);
    seconds += exported.seconds;
    if (exported.why === void 0) continue;
    troubles.push(exported.why);
    if (!exported.isExit) break;
  }
  const [why] = troubles;
  const message = `The build cache was not written as a whole: ${why ?? ""}. The next build may build more than it must.`;
  return { seconds, notices: why === void 0 ? [] : [{ from: "cache", message }] };
}
async function exportBatch({ plan, builder, cache, deps }, targets, deadlineSeconds) {
  const progress = new Progress();
  const exporting = bake(deps, {
    args: [
      ...[...builder.args, ...cache.definition, ...cache.to, "--progress=rawjson"],
      ...targets.map((target) => `--set=${target}.output=type=cacheonly`),
      ...targets
    ],
    cwd: plan.definition.folder,
    deadlineSeconds,
    addEnv: { ...cache.env, BUILDX_NO_DEFAULT_ATTESTATIONS: "1" },
    onStderrLine: (line2) => {
      const event = parseProgressLine(line2);
      if (event !== void 0) progress.add(event);
    }
  });
  const result = await deps.running.during("export of the build cache", () => exporting);
  const failed = progress.steps().find(({ error }) => error !== void 0)?.error;
  return {
    seconds: result.seconds,
    why: hasSucceeded(result) ? failed : describeEnding(result),
    isExit: result.ended === "exit"
  };
}

// src/stages/cache/cache-store.ts
import { join as join6, relative } from "node:path";

// src/domain/supply/machine-cache.ts
import { posix as posix4 } from "node:path";
function machineCache(env) {
  const { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: user, HOME: home } = env;
  return [tools, user, home === void 0 ? void 0 : posix4.join(home, ".cache")].find(
    (path) => path !== void 0 && path.startsWith("/")
  );
}

// src/stages/cache/sealed.ts
import { basename, dirname, join as join5 } from "node:path";

// src/domain/keep/contents-list.ts
import { createHash as createHash2 } from "node:crypto";
function contentsText(files) {
  const lines = files.map(({ name, bytes: bytes2, digest: digest2 }) => `${digest2} ${bytes2} ${name}
`).join("");
  return `${lines}${digestOf(lines)}
`;
}
function parseContents(text5) {
  const end = text5.lastIndexOf("\n", text5.length - 2) + 1;
  const lines = text5.slice(0, end);
  if (text5.slice(end) !== `${digestOf(lines)}
`) return void 0;
  const files = /* @__PURE__ */ new Map();
  for (const line2 of lines.split("\n").slice(0, -1)) {
    const [, digest2 = "", bytes2 = "", name = ""] = /^([0-9a-f]{64}) (\d{1,15}) (.+)$/.exec(line2) ?? [];
    if (name === "") return void 0;
    files.set(name, { name, bytes: Number(bytes2), digest: digest2 });
  }
  return files;
}
function digestOf(text5) {
  return createHash2("sha256").update(text5).digest("hex");
}

// src/stages/cache/sealed.ts
var CONTENTS = "contents";
var LARGEST_CONTENTS = 4 * 1024 * 1024;
var MOST_TRIES = 3;
async function openSealed(folder, options, deps) {
  for (let tries = 1; ; tries += 1) {
    const before = await readList(folder, deps);
    const sealed = await compare(folder, before, { ...options, deps }).catch(() => ({
      state: "damaged",
      file: CONTENTS
    }));
    if (sealed.state !== "damaged" || tries === MOST_TRIES) return sealed;
    if (await readList(folder, deps) === before) return sealed;
  }
}
async function readList(folder, { files }) {
  const path = join5(folder, CONTENTS);
  try {
    if ((await files.stat(path))?.kind !== "file") return void 0;
    return await files.readText(path, LARGEST_CONTENTS);
  } catch {
    return void 0;
  }
}
async function compare(folder, list3, { digests, deps }) {
  const found2 = await namesIn(folder, deps);
  if (list3 === void 0 && found2.length === 0) return { state: "absent" };
  const files = list3 === void 0 ? void 0 : parseContents(list3);
  if (files === void 0) return { state: "damaged", file: CONTENTS };
  const strange = found2.find((name) => name !== CONTENTS && !files.has(name));
  if (strange !== void 0) return { state: "damaged", file: strange };
  for (const { name, bytes: bytes2, digest: digest2 } of files.values()) {
    const stat = await deps.files.stat(join5(folder, name));
    const isThere = stat?.kind === "file" && stat.bytes === bytes2;
    if (!isThere || digests && await deps.files.sha256(join5(folder, name)) !== digest2)
      return { state: "damaged", file: name };
  }
  return { state: "whole", files };
}
async function namesIn(folder, deps, below = "") {
  const all = [];
  for (const name of await deps.files.list(join5(folder, below))) {
    const path = below === "" ? name : `${below}/${name}`;
    const isFolder = (await deps.files.stat(join5(folder, path)))?.kind === "folder";
    all.push(...isFolder ? await namesIn(folder, deps, path) : [path]);
  }
  return all;
}
async function replaceSealed(folder, wanted, deps) {
  const { files, cleanup, runId } = deps;
  const beside = (word) => join5(dirname(folder), `.${word}-${runId}-${basename(folder)}`);
  const [fresh, old] = [beside("fresh"), beside("old")];
  const owned = [fresh, old].map((path) => ({ kind: "folder", path, life: "run" }));
  for (const thing of owned) cleanup.own(thing);
  try {
    await files.makeFolder(fresh);
    await files.setMode(fresh, 448);
    const listed = [];
    for (const { name, from, digest: digest2 } of wanted) {
      const path = join5(fresh, name);
      await files.makeFolder(dirname(path));
      await shareFile(from, path, deps);
      const bytes2 = (await files.stat(path))?.bytes ?? 0;
      listed.push({ name, bytes: bytes2, digest: digest2 ?? await files.sha256(path) });
    }
    await files.write(join5(fresh, CONTENTS), contentsText(listed));
    if (await files.stat(folder) !== void 0) await files.rename(folder, old);
    await files.rename(fresh, folder);
  } finally {
    for (const thing of owned) await cleanup.remove(thing);
  }
}
async function shareFile(from, to, { files, runId }) {
  try {
    await files.hardLink(from, to);
  } catch {
    const unfinished = join5(dirname(to), `.${runId}-${basename(to)}`);
    await files.copy(from, unfinished);
    await files.rename(unfinished, to);
  }
}

// src/stages/cache/cache-store.ts
function makeCacheStore(rights, deadlineSeconds, deps) {
  const root = rootOf(deps);
  const damages = [];
  const mayLeave = async () => isKnown((await rights).keeping);
  const { restore, save, end, failure: failure2 } = serviceOf({ root, rights, deadlineSeconds }, deps);
  return {
    root,
    restore,
    save,
    end,
    maySave: mayLeave,
    open: async (folder, options = { digests: true }) => {
      const sealed = await openSealed(folder, options, deps);
      if (sealed.state !== "damaged") return sealed;
      damages.push(damageNotice(relative(root ?? "/", join6(folder, sealed.file))));
      if (await mayLeave()) await deps.files.remove(folder).catch(() => void 0);
      return { state: "absent" };
    },
    notices: () => [...damages, ...failure2()]
  };
}
function serviceOf({ root, rights, deadlineSeconds }, { running, files }) {
  const told = /* @__PURE__ */ new Set();
  const saving = [];
  const attempt = patient(told, running);
  const save = async (folder, key) => {
    const { cache, writing } = await rights;
    if (!isKnown(cache) || !isKnown(writing)) return;
    const ask2 = { key, folder, deadlineSeconds };
    const saved = await attempt("be written", () => cache.value.save(ask2));
    if (saved === "there" && key.startsWith(RECORDS)) told.add(TWICE);
  };
  return {
    restore: async (folder, key) => {
      const { cache } = await rights;
      if (!isKnown(cache) || root === void 0) return void 0;
      const ask2 = { ...key, folder, deadlineSeconds };
      await files.makeOwnFolder(root).catch(() => void 0);
      return attempt("be read", () => cache.value.restore(ask2));
    },
    save: (folder, key) => {
      const saved = save(folder, key);
      saving.push(saved);
      return saved;
    },
    end: async () => {
      await Promise.all(saving);
    },
    failure: () => [...told]
  };
}
function patient(told, running) {
  const failures = [];
  return async (what, work) => {
    if (failures.length > 0) return void 0;
    try {
      return await running.during("the cache service", work);
    } catch (error) {
      failures.push(failureOf(what, error));
      told.add(failures[0] ?? failureOf(what, error));
      return void 0;
    }
  };
}
var TWICE = {
  from: "keep",
  message: "Another job of this run has left a record of the same image, and the two share their category in code scanning and their comment: what one says, the other overwrites. Set the input key to another value in each."
};
function failureOf(what, error) {
  const message = `The cache service could not ${what}: ${errorMessage(error)}. Later runs start without what this one could have kept; the verdict does not hang on it.`;
  return { from: "keep", message };
}
function damageNotice(path) {
  return {
    from: "keep",
    message: `What an earlier run has kept is not what it was (${path}): it is not used, and this run does that work again.`
  };
}
function rootOf({
  cache,
  workflow,
  cleanup
}) {
  const machine = machineCache(workflow.env);
  const temporary = workflow.env["RUNNER_TEMP"];
  if (cache === void 0 || temporary === void 0 || !temporary.startsWith("/"))
    return machine === void 0 ? void 0 : join6(machine, "plimsoll");
  const path = join6(temporary, KEPT_FOLDER);
  cleanup.own({ kind: "folder", path, life: "job" });
  return path;
}

// src/stages/cache/blob-cache.ts
import { basename as basename2, dirname as dirname2, join as join7, relative as relative2 } from "node:path";
var LARGEST_SHARE = 0.1;
var OPEN = { digests: false };
var NO_BLOB_CACHE = {
  restore: () => Promise.resolve([]),
  save: () => Promise.resolve(),
  findDamage: () => Promise.resolve(void 0)
};
function openBlobCache({ root, open: open2, maySave: mayLeave }, deps) {
  if (root === void 0) return NO_BLOB_CACHE;
  const folderOf2 = (image) => join7(root, "blobs", toFileName(image));
  return {
    restore: async (image, blobs) => {
      const folder = folderOf2(image);
      const sealed = await open2(folder, OPEN);
      if (sealed.state !== "whole") return [];
      return giveAll([...sealed.files.keys()], { folder, blobs }, deps).catch(() => []);
    },
    save: async (image, layout) => {
      if (await mayLeave()) await leaveAll(folderOf2(image), layout, deps).catch(() => void 0);
    },
    findDamage: async (image) => {
      const path = await damagedIn(folderOf2(image), deps).catch(() => void 0);
      if (path === void 0) return void 0;
      if (await mayLeave()) await deps.files.remove(dirname2(path)).catch(() => void 0);
      return relative2(root, path);
    }
  };
}
async function giveAll(names, { folder, blobs }, deps) {
  if (names.length > 0) await deps.files.makeFolder(blobs);
  await Promise.all(
    names.map(async (name) => {
      const to = join7(blobs, name);
      if (await deps.files.stat(to) === void 0) await shareFile(join7(folder, name), to, deps);
    })
  );
  return names;
}
async function damagedIn(folder, { files }) {
  for (const name of await files.list(folder)) {
    const path = join7(folder, name);
    if (/^[0-9a-f]{64}$/.test(name) && await files.sha256(path) !== name) return path;
  }
  return void 0;
}
async function leaveAll(folder, { path, layers }, deps) {
  const { files } = deps;
  const sizes = new Map(layers.map(({ digest: digest2, downloadBytes }) => [digest2, downloadBytes]));
  const bytes2 = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const wanted = [...sizes.keys()].map((digest2) => {
    const from = blobPath(path, digest2);
    return { name: basename2(from), from, digest: basename2(from) };
  });
  const parent = dirname2(folder);
  await files.makeFolder(parent);
  await files.setMode(parent, 448);
  if (bytes2 > LARGEST_SHARE * await files.freeBytes(parent)) return files.remove(folder);
  await replaceSealed(folder, wanted, deps);
}

// src/stages/build/index.ts
import { dirname as dirname5, join as join11 } from "node:path";

// src/clients/buildx-version.ts
var NEEDED = [0, 22, 0];
var LONGEST_REASON = 500;
var NO_PLUGIN = /is not a docker command|unknown command: docker buildx|unknown shorthand flag/;
var REASONS = /permission denied|too many open files|no such file|cannot allocate|resource temporarily|context .* (?:does not exist|not found)|unable to resolve docker endpoint/i;
function firstReason({ ended: ended2, stderr }) {
  if (ended2 !== "exit") return void 0;
  const line2 = withoutEscapes(stderr).split(/[\r\n]+/).find((one2) => REASONS.test(one2));
  return line2 === void 0 ? void 0 : truncate(line2.trim().replace(/\.$/, ""), LONGEST_REASON);
}
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
  const version = /(\d{1,6})\.(\d{1,6})\.(\d{1,6})/.exec(result.stdout);
  if (result.exitCode !== 0 || version === null) {
    const why = firstReason(result) ?? describeEnding(result);
    const isMissing2 = result.ended === "exit" && firstReason(result) === void 0 && NO_PLUGIN.test(result.stderr);
    throw new ToolError(
      "buildx",
      isMissing2 ? `The docker client has no buildx (needed: ${needed} or newer); install the plugin docker-buildx. It says: ${why}.` : `The docker client could not start buildx: ${why}.`
    );
  }
  if (!isAtLeast(version[0], NEEDED)) {
    throw new ToolError(
      "buildx",
      `buildx ${version[0]} is too old: ${needed} or newer is needed; update the plugin docker-buildx.`
    );
  }
  return version[0];
}

// src/stages/builder/index.ts
import { join as join8 } from "node:path";

// src/domain/build/builder.ts
function parseInspection(text5) {
  const field = (name2) => new RegExp(`^${name2}:[ \\t]*(\\S.*)$`, "m").exec(text5)?.[1]?.trim();
  const name = field("Name");
  const driver = field("Driver");
  if (name === void 0 || driver === void 0) return void 0;
  const buildkit = field("BuildKit version");
  const isVersion2 = buildkit !== void 0 && !buildkit.startsWith("v0.0.0");
  const features = [...text5.matchAll(/^ (\S[^:\n]*):[ \t]+(true|false)$/gm)].map(
    ([, feature = "", value]) => [feature, value === "true"]
  );
  return {
    facts: { name, driver, ...isVersion2 ? { buildkit } : {} },
    features: new Map(features),
    isRunning: !(/^Status:[ \t]+(inactive|stopped)$/m.test(text5) && !/^Status:[ \t]+running$/m.test(text5))
  };
}
function canExport({ features }) {
  return features.get("OCI exporter") !== false;
}
var LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/;
function containerBuilder(image, mirrors) {
  const hosts = mirrors.map((mirror) => ({
    host: withoutTrailing(mirror.replace(/^https?:\/\//, ""), "/"),
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
function isTransientRegistryError(words2) {
  return /toomanyrequests|too many requests|\b429\b|\b50[234]\b|timeout|connection reset|EOF/i.test(
    words2
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
  if (!hasSucceeded(result)) return unable(describeEnding(result));
  const found2 = parseInspection(result.stdout);
  return found2 === void 0 ? unable("buildx describes it in a form that is not known") : known(found2);
}
async function bootBuilder({ deps, cwd }, name) {
  const args = ["buildx", "inspect", "--bootstrap", name];
  const result = await deps.exec.run("docker", { args, cwd, deadlineSeconds: CREATE_SECONDS });
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function contextName({ deps, cwd }) {
  const args = ["context", "show"];
  const result = await deps.exec.run("docker", { args, cwd, deadlineSeconds: INSPECT_SECONDS });
  const name = result.stdout.trim();
  return hasSucceeded(result) && name !== "" ? name : "default";
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
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function forgetBuilder({ deps, cwd }, name) {
  const args = ["buildx", "rm", "--force", name];
  await deps.exec.run("docker", { args, cwd, deadlineSeconds: INSPECT_SECONDS });
}
var mirrorsSchema = orEmptyList(external_exports.string());
async function registryMirrors({ deps, cwd }) {
  const args = ["info", "--format", "{{json .RegistryConfig.Mirrors}}"];
  const result = await deps.exec.run("docker", { args, cwd, deadlineSeconds: INSPECT_SECONDS });
  try {
    return mirrorsSchema.parse(JSON.parse(result.stdout));
  } catch {
    return [];
  }
}

// src/stages/builder/start.ts
var PAUSES_SECONDS = [2, 8];
async function untilStarted(attempt, { pausesSeconds, deps }) {
  let last = unable("it was not tried");
  for (const pause of [...pausesSeconds, void 0]) {
    last = await attempt();
    if (isKnown(last) || pause === void 0 || !isTransientRegistryError(last.unable)) break;
    deps.log.untrusted(
      `The builder could not be started (${last.unable}); trying again in ${pause} s.`
    );
    await deps.clock.sleep(pause, deps.signal);
  }
  return last;
}
async function startBuilder(found2, call, pausesSeconds = PAUSES_SECONDS) {
  const { name, driver } = found2.facts;
  if (found2.isRunning || driver === "docker") return { value: found2 };
  const { deps } = call;
  const started = await untilStarted(() => bootBuilder(call, name), { pausesSeconds, deps });
  return isKnown(started) ? inspectBuilder(call, name) : started;
}
async function engineBuilder(call) {
  const found2 = await inspectBuilder(call, await contextName(call));
  if (!isKnown(found2) || found2.value.facts.driver !== "docker") return void 0;
  return found2.value.isRunning && canExport(found2.value) ? found2.value : void 0;
}

// src/stages/builder/index.ts
var KEPT_NAME = "plimsoll";
async function findBuilder(ask2, deps) {
  const { builder } = ask2.inputs;
  const call = { deps, cwd: ask2.cwd };
  const found2 = await inspectBuilder(call, builder);
  const chosen = ownProperty(deps.workflow.env, "BUILDX_BUILDER") ?? "";
  if (!isKnown(found2) && builder === void 0 && chosen !== "" && /no builder ".*" found/.test(found2.unable))
    return refuse(chosen, found2.unable, "the variable BUILDX_BUILDER");
  if (!isKnown(found2))
    return builder === void 0 ? { found: void 0, args: [], notices: [] } : refuse(builder, found2.unable);
  const started = canExport(found2.value) ? await startBuilder(found2.value, call, ask2.pausesSeconds) : found2;
  if (builder !== void 0) return askedBuilder(builder, started);
  if (!isKnown(started)) return otherBuilder(found2.value, { call, why: started.unable });
  if (canExport(started.value)) return using(started.value, []);
  return ownBuilder(ask2, started.value, call);
}
async function otherBuilder({ facts: { name, driver } }, { call, why }) {
  const words2 = `The builder ${name} could not be started (driver ${driver}: ${why})`;
  const other = await engineBuilder(call);
  if (other === void 0) {
    const advice = `and the engine's own builder cannot do what is needed either. Name another with the input builder, or leave the choice to Plimsoll: docker buildx rm ${name}`;
    throw new ToolError("buildx", `${words2}, ${advice}.`);
  }
  const message = `${words2}; the engine's own builder ${other.facts.name} (driver docker) can do what is needed and is used instead.`;
  call.deps.log.untrusted(message);
  return using(other, [{ from: "builder", message }]);
}
function refuse(name, why, by = "the input builder") {
  const words2 = `The builder ${name}, which ${by} names, cannot be used: ${why}. docker buildx ls lists those that are there.`;
  throw new ToolError("buildx", words2);
}
function askedBuilder(name, found2) {
  if (!isKnown(found2)) return refuse(name, found2.unable);
  if (canExport(found2.value)) return using(found2.value, []);
  const words2 = `The builder ${name}, which the input builder names, cannot export OCI layouts (driver ${found2.value.facts.driver}). Leave the input out, and one that can is made, or make one: docker buildx create --driver docker-container.`;
  throw new ToolError("buildx", words2);
}
function using(found2, notices) {
  return { found: found2, args: [`--builder=${found2.facts.name}`], notices };
}
async function ownBuilder(ask2, current, call) {
  const { deps } = call;
  const isKept = !isInJob(deps.workflow) || ask2.inputs.keepBuilder;
  const name = isKept ? KEPT_NAME : `${KEPT_NAME}-${deps.runId}`;
  const there = isKept ? await inspectBuilder(call, name) : void 0;
  const notices = isKept ? [keptNotice(name)] : [];
  if (there !== void 0 && isKnown(there) && canExport(there.value))
    return using(there.value, notices);
  if (!isKept) deps.cleanup.own({ kind: "builder", name, life: "job" });
  deps.log.line(
    `The builder ${current.facts.name} (driver ${current.facts.driver}) cannot export OCI layouts; making the container builder ${name}.`
  );
  return using(await makeAndAsk({ ...ask2, name, current }, call), notices);
}
async function freshBuilder(ask2, current, deps) {
  const name = `${KEPT_NAME}-${deps.runId}-fresh`;
  deps.cleanup.own({ kind: "builder", name, life: "job" });
  return using(await makeAndAsk({ ...ask2, name, current }, { deps, cwd: ask2.cwd }), []);
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
  const path = join8(folder, "buildkitd.toml");
  await deps.files.write(path, config);
  return path;
}

// src/domain/build/interrupted-builds.ts
function buildsUnderWay(targets, steps) {
  const found2 = steps.map((step2) => {
    const [, place = "", words2 = step2] = /^\[([^\]]*)\] (.*)$/s.exec(step2) ?? [];
    const target = targets.find((name) => place.split(" ")[0] === name);
    return { target: target ?? (targets.length === 1 ? targets[0] : void 0), words: words2 };
  });
  const named3 = found2.flatMap(
    ({ target, words: words2 }) => target === void 0 ? [] : [`build of ${target} (${words2})`]
  );
  return named3.length === 0 ? [`build of ${targets.join(", ")}`] : [...new Set(named3)];
}

// src/stages/build/bake.ts
async function runBake({ plan, inputs, builder, cache, deps }, run3, watch) {
  const section = deps.log.live(
    `Build ${run3.outputs.flatMap(({ images }) => images.map(({ id }) => id)).join(", ")}`
  );
  const call = {
    args: [...builder.args, ...bakeArgs({ inputs, cache, run: run3 })],
    cwd: plan.definition.folder,
    deadlineSeconds: inputs.timeoutSeconds,
    // Provenance comes with the metadata, and nothing is added to the layouts (threats.md rule 3).
    addEnv: {
      ...cache.env,
      BUILDX_METADATA_PROVENANCE: "max",
      BUILDX_NO_DEFAULT_ATTESTATIONS: "1"
    },
    ...defined({ signal: watch?.signal }),
    onStderrLine: (line2) => {
      const event = parseProgressLine(line2);
      if (event === void 0) return;
      watch?.see(event);
      for (const shown2 of run3.progress.add(event)) section.untrusted(shown2.text);
    }
  };
  const targets = run3.outputs.map(({ target }) => target);
  const result = await deps.running.during(
    () => buildsUnderWay(targets, run3.progress.underWay()),
    () => bake(deps, call)
  );
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
      ({ target, folder }) => `--set=${target}.output=type=oci,${csvField("dest", folder)},tar=false`
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
var IMPORT = /^importing cache manifest/;
var LOOK_SECONDS = 0.25;
var BAD_BLOB = /unexpected digest|failed precondition|failed to (?:load|copy|read)/i;
var NO_SPACE = /no space left on device/i;
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
        if (!IMPORT.test(name)) continue;
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
  const imported = failed.find(({ names }) => [...names].some((name) => IMPORT.test(name)));
  if (imported?.error !== void 0) return `could not be read (${imported.error})`;
  const blob = failed.find(
    ({ error = "" }) => classifyStepEnd(error) === "engine" && BAD_BLOB.test(ownWords(error)) && !NO_SPACE.test(error)
  );
  return isFailed && blob?.error !== void 0 ? `gave what it should not (${blob.error})` : void 0;
}

// src/stages/build/cache-fallback.ts
async function bakeWithCacheFallback(call, run3) {
  const seconds = call.inputs.cacheTimeoutSeconds;
  const watch = watchImport(seconds, call.deps.clock);
  const result = await runBake(call, run3, watch);
  watch.end();
  if (call.deps.signal.aborted) return { result, next: call, notices: [] };
  if (watch.signal.aborted) return bakeElsewhere(call, run3, result);
  const trouble = importTrouble(run3.progress.steps(), { isFailed: !hasSucceeded(result) });
  if (trouble === void 0) return { result, next: call, notices: [] };
  const notices = [noticeOf(call, `${trouble} and was given up: the images were built without it`)];
  const next = withoutCache(call);
  return { result: hasSucceeded(result) ? result : await runBake(next, run3), next, notices };
}
async function bakeElsewhere(call, run3, first) {
  const { inputs, plan, builder: stuck, deps } = call;
  const silent = `did not answer for ${inputs.cacheTimeoutSeconds} s, and the builder waits for it on`;
  try {
    const builder = await freshBuilder({ inputs, cwd: plan.workdir }, stuck.found, deps);
    const name = builder.found?.facts.name ?? "of our own";
    const notice2 = noticeOf(
      call,
      `${silent}: the images were built without it, by the container builder ${name}`
    );
    const next = { ...withoutCache(call), builder };
    return { result: await runBake(next, run3), next, notices: [notice2] };
  } catch (error) {
    const notice2 = noticeOf(
      call,
      `${silent}; another builder could not be made: ${errorMessage(error).replace(/\.$/, "")}`
    );
    return { result: first, next: call, notices: [notice2] };
  }
}
function withoutCache(call) {
  return { ...call, cache: { ...call.cache, from: [] } };
}
function noticeOf({ deps }, words2) {
  const message = `The build cache ${words2}.`;
  deps.log.untrusted(message);
  return { from: "cache", message };
}

// src/stages/build/provenance.ts
var LARGEST_METADATA = 64 * 1024 * 1024;
async function readMetadata(path, deps) {
  try {
    return metadataSchema2.parse(JSON.parse(await deps.files.readText(path, LARGEST_METADATA)));
  } catch {
    return {};
  }
}
var targetSchema3 = external_exports.looseObject({
  "buildx.build.provenance": external_exports.unknown().optional(),
  "buildx.build.ref": external_exports.string().optional()
});
var metadataSchema2 = dictionary(external_exports.unknown());
async function readAllProvenance({ metadata, plan, builder }, deps) {
  const found2 = await Promise.all(
    plan.images.map(async (image) => {
      const target = targetSchema3.safeParse(ownProperty(metadata, image.target));
      if (!target.success) return [image.id, void 0];
      const direct = target.data["buildx.build.provenance"];
      const ref = target.data["buildx.build.ref"]?.split("/").at(-1);
      if (direct !== void 0 || ref === void 0) return [image.id, direct];
      return [
        image.id,
        await readProvenance(deps, {
          ref,
          platform: image.platform,
          cwd: plan.workdir,
          builder: builder.args
        })
      ];
    })
  );
  return new Map(found2.filter(([, document]) => document !== void 0));
}

// src/stages/build/batches.ts
var LATE_SECONDS = 60;
async function bakeInBatches(call, { outputs, folder }) {
  const targets = outputs.map(({ target }) => target);
  const batches = [];
  const notices = [];
  let metadata = {};
  let current = call;
  for (const names of splitIntoBatches(targets, call.plan.resolved)) {
    const own2 = outputs.filter(({ target }) => names.includes(target));
    const baked = await bakeBatch(current, { outputs: own2, folder });
    batches.push(baked.batch);
    notices.push(...baked.notices);
    metadata = { ...metadata, ...baked.metadata };
    current = baked.next;
    if (call.deps.signal.aborted || baked.batch.result.ended !== "exit") break;
  }
  return { batches, metadata, builder: current.builder, notices };
}
async function bakeBatch(call, { outputs, folder }) {
  const first = await bakeOne(call, { outputs, folder });
  const left = isLostJob(first.result.stderr) && !hasSucceeded(first.result) ? await openOf(outputs, call) : [];
  const isAgain = left.length > 0 && !call.deps.signal.aborted;
  if (isAgain) call.deps.log.line("BuildKit lost a job of this build: it is built once more.");
  const second = isAgain ? await bakeOne(first.next, { outputs: left, folder }) : void 0;
  const last = second ?? first;
  const known2 = { ...first.metadata, ...second?.metadata };
  const late = hasSucceeded(first.result) ? {} : await lateMetadata(last.next, { outputs, folder, known: known2 });
  return {
    batch: {
      outputs,
      bakes: [first.progress, ...second === void 0 ? [] : [second.progress]],
      seconds: first.result.seconds + (second?.result.seconds ?? 0),
      result: last.result
    },
    metadata: { ...known2, ...late },
    notices: [...first.notices, ...second?.notices ?? []],
    next: last.next
  };
}
async function openOf(outputs, { deps }) {
  const ends = await Promise.all(outputs.map(({ folder }) => isComplete(folder, deps)));
  return outputs.filter((_, index) => ends[index] === false);
}
async function bakeOne(call, { outputs, folder }) {
  const progress = new Progress();
  const metadataFile = metadataIn(outputs, folder);
  const baked = await bakeWithCacheFallback(call, { outputs, folder, metadataFile, progress });
  return { ...baked, progress, metadata: await readMetadata(metadataFile, call.deps) };
}
function metadataIn(outputs, folder) {
  return `${outputs[0]?.folder ?? folder}-metadata.json`;
}
async function lateMetadata(call, { outputs, folder, known: known2 }) {
  const { builder, cache, plan, deps } = call;
  const open2 = new Set(await openOf(outputs, call));
  const late = outputs.filter(
    (output) => !open2.has(output) && ownProperty(known2, output.target) === void 0
  );
  const targets = late.map(({ target }) => target);
  if (targets.length === 0 || deps.signal.aborted) return {};
  const file = metadataIn(late, folder);
  await deps.running.during(
    "what the builder says of the images that were built",
    () => bake(deps, {
      args: [
        ...[...builder.args, ...cache.definition, "--progress=rawjson", `--metadata-file=${file}`],
        ...targets.flatMap((target) => [
          `--set=${target}.output=type=cacheonly`,
          `--set=${target}.no-cache=false`
        ]),
        ...targets
      ],
      cwd: plan.definition.folder,
      deadlineSeconds: LATE_SECONDS,
      addEnv: {
        ...cache.env,
        BUILDX_METADATA_PROVENANCE: "max",
        BUILDX_NO_DEFAULT_ATTESTATIONS: "1"
      }
    })
  );
  return readMetadata(file, deps);
}

// src/domain/build/engine-name.ts
var NAMES = ["DOCKER_HOST", "DOCKER_CONTEXT"];
function namedBy(env) {
  return NAMES.find((name) => (ownProperty(env, name) ?? "") !== "");
}

// src/domain/build/failures.ts
import { dirname as dirname3 } from "node:path";
import { basename as basename3 } from "node:path/posix";

// src/domain/build/mistakes.ts
import { posix as posix5 } from "node:path";

// src/domain/build/unsent.ts
var SIGNS = {
  ignore: /syntax error in pattern$/m,
  dockerfile: /stream terminated by RST_STREAM|string field contains invalid UTF-8/,
  name: /string field contains invalid UTF-8/,
  path: /file name too long/
};
function mayBeUnsent(stderr, what) {
  return SIGNS[what].test(ownWords(lastError(stderr)));
}
function lastError(stderr) {
  return stderr.split("\n").findLast((line2) => line2.startsWith("ERROR:")) ?? "";
}
var LONGEST_SHOWN = 80;
function unsentSentence(unsent) {
  const { target } = unsent;
  switch (unsent.what) {
    case "ignore":
      return `The context of target ${target} cannot be sent: ${unsent.file}:${unsent.line} is no pattern. Correct it, or write a backslash before a bracket that is meant as such.`;
    case "dockerfile":
      return `The Dockerfile of target ${target} cannot be read: ${unsent.file} is not UTF-8. Save it as UTF-8.`;
    case "name":
      return `The context of target ${target} cannot be sent: the name of ${shown(unsent.path)} is not UTF-8. Rename it, or leave it out by .dockerignore.`;
    case "path":
      return `The context of target ${target} cannot be sent: a path in it is longer than the 4,096 bytes that Linux takes. It begins with ${shown(unsent.path)}. Remove it, or leave it out by .dockerignore.`;
  }
}
function unsentPlace(unsent) {
  if (unsent.what !== "ignore") return void 0;
  const { file, line: line2 } = unsent;
  return { file, startLine: line2, endLine: line2 };
}
function shown(path) {
  return truncate(nameText(Buffer.from(path).toString("latin1")), LONGEST_SHOWN);
}

// src/domain/build/mistakes.ts
function mistakeIn(failing) {
  const { words: words2, excerpt, images = [], definition, unsent } = failing;
  if (definition === void 0) return void 0;
  const last = lastError(words2);
  const target = /^ERROR: target (\S+?): /.exec(last)?.[1];
  const its = images.filter((image) => target === void 0 || image.target === target);
  const around = { last, excerpt, images: its, folder: definition.folder, kind: definition.kind };
  if (unsent !== void 0) return notSent(unsent);
  return missingStage(around) ?? missingContext(around) ?? missingDockerfile(around) ?? misspeltFrom(around) ?? missingSource(around);
}
function notSent(unsent) {
  const place = unsentPlace(unsent);
  return { message: unsentSentence(unsent), ...defined({ place }) };
}
function missingStage({ last, images }) {
  const stage = /target stage "([^"]{1,300})" could not be found/.exec(last)?.[1];
  const image = images.find((one2) => one2.stage === stage);
  if (stage === void 0 || image === void 0) return void 0;
  const there = stagesOf(image.dockerfileText ?? "");
  const stages = there.length === 0 ? "it names none" : `it has ${there.join(", ")}`;
  const file = image.dockerfile ?? "its Dockerfile";
  return {
    message: `Target ${image.target} builds the stage ${stage}, which ${file} does not have (${stages}): correct one of the two.`,
    ...placeOf4(image.definedAt)
  };
}
function stagesOf(text5) {
  return text5.split("\n").flatMap((line2) => {
    const words2 = line2.trim().split(/\s+/);
    const isNamed3 = words2[0]?.toUpperCase() === "FROM" && words2.at(-2)?.toUpperCase() === "AS";
    return isNamed3 ? words2.at(-1) ?? [] : [];
  });
}
function missingContext({ last, images, folder }) {
  const main = /unable to prepare context: path "([^"]+)" not found/.exec(last)?.[1];
  const [, name, path] = /failed to get build context (\S+): stat (.+): no such file/.exec(last) ?? [];
  const wanted = posix5.resolve(folder, main ?? path ?? "");
  if (main === void 0 && path === void 0) return void 0;
  const image = images.find(
    (one2) => name === void 0 ? one2.contextPath === wanted : ownProperty(one2.namedContexts, name) === wanted
  );
  if (image === void 0) return void 0;
  const what = name === void 0 ? "context" : `named context ${name}`;
  return {
    message: `The ${what} of target ${image.target} is not there: there is no folder ${main ?? path ?? ""}. Correct its path; it starts from the folder of the definition.`,
    ...placeOf4(image.definedAt)
  };
}
function missingDockerfile({ last, images }) {
  const file = /failed to read dockerfile: open (.+): no such file/.exec(last)?.[1];
  if (file === void 0) return void 0;
  const image = images.find(
    (one2) => one2.dockerfileText === void 0 && posix5.basename(one2.dockerfilePath ?? "") === posix5.basename(file)
  );
  if (image === void 0) return void 0;
  return {
    message: `The Dockerfile of target ${image.target} is not there: ${image.dockerfile ?? file}. Correct its path; it starts from the target’s context.`,
    ...placeOf4(image.definedAt)
  };
}
var UNRESOLVED = /(?:^|: )([^\s:]{1,200}): failed to resolve source metadata for \S+ .*\(did you mean (\S{1,200})\?\)/;
function misspeltFrom({ last, excerpt }) {
  const [, name, meant] = UNRESOLVED.exec(last) ?? [];
  if (name === void 0 || meant === void 0 || excerpt === void 0) return void 0;
  return {
    message: `There is neither a stage nor an image ${name}, which ${excerpt.file}:${excerpt.startLine} names; did you mean ${meant}?`
  };
}
function missingSource({ last, excerpt, images, kind }) {
  const path = /failed to calculate checksum of ref \S+: "([^"]+)": not found/.exec(last)?.[1];
  if (path === void 0 || excerpt === void 0) return void 0;
  const [image] = images.filter(({ dockerfile }) => dockerfile === excerpt.file);
  const context = image === void 0 ? void 0 : folderOf(image);
  if (image === void 0 || context === void 0) return void 0;
  const why = kind === "dockerfile" ? `the Dockerfile’s own folder. If it wants another one, the input set names it, from workdir on (${image.target}.context=.)` : "as the definition says it";
  return {
    message: `${excerpt.file}:${excerpt.startLine} copies ${path}, which is not in the context, or left out of it by .dockerignore. The context is ${context}, ${why}.`
  };
}
function folderOf({ contextPath, dockerfile, dockerfilePath: dockerfilePath2 }) {
  if (contextPath === void 0 || dockerfile === void 0 || dockerfilePath2 === void 0)
    return void 0;
  const root = dockerfilePath2.slice(0, dockerfilePath2.length - dockerfile.length);
  return posix5.relative(root, contextPath) || "the repository’s root";
}
function placeOf4(place) {
  if (place?.startLine === void 0) return {};
  const { file, startLine, endLine = startLine } = place;
  return { place: { file, startLine, endLine } };
}

// src/domain/build/failures.ts
var KNOWN = [
  {
    pattern: /no space left on device/i,
    says: () => "The disk is full: no space left on device. Free some (docker system prune, docker buildx prune), or use a larger runner."
  },
  {
    pattern: /permission denied while trying to connect to the docker|dial unix \S+: connect: permission denied/i,
    says: () => "This user may not talk to the container engine: permission denied on docker’s socket. Add the user to the group docker (sudo usermod -aG docker USER, then log in again; on a self-hosted runner start its service again), or use a rootless engine and set DOCKER_HOST to its socket."
  },
  {
    pattern: /cannot connect to the docker daemon at (\S{1,300}?)\.? |is the docker daemon running|dial unix \S+: connect/i,
    says: (_, { chosenBy }) => `The container engine${chosenBy === void 0 ? "" : ` that ${chosenBy} names`} is not running: docker cannot connect to its daemon. Start it, or set ${chosenBy ?? "DOCKER_HOST"} to the one to use.`
  },
  {
    // Buildx looks for a builder of the context's name.
    pattern: /^ERROR: no builder "" found$/m,
    says: (_, { chosenBy }) => chosenBy === "DOCKER_CONTEXT" ? "There is no context of the name that DOCKER_CONTEXT has. docker context ls lists those that are there." : "The builder that docker’s configuration names is not there. docker buildx ls lists those that are; docker buildx use NAME chooses one."
  },
  {
    pattern: /failed to receive status: rpc error: code = Unavailable|error reading from server: EOF/i,
    says: () => "The engine, or the builder in it, ended during the build: its connection broke off. Look at its log (a lack of memory does that), start it, and run again."
  },
  {
    pattern: /(OCI exporter|Attestations?|Cache export|Multi-platform build|docker exporter)[^.\n]{0,200} (is|are) not supported for the docker driver/i,
    says: (match) => `This engine cannot export what is needed ("${match[1] ?? "OCI exporter"} is not supported for the docker driver"). There are two ways out: make a builder that can (docker buildx create --use --driver docker-container), or switch on the engine's containerd image store ("features": {"containerd-snapshotter": true} in its daemon.json).`
  },
  {
    pattern: /exec format error|no match for platform in manifest/i,
    says: (match) => noEmulator(match[0])
  },
  {
    pattern: /additional privileges requested|entitlement \S+ is not allowed|--allow=?\s?fs\.\S+/i,
    says: () => "The definition asks for more than its working directory gives. Name what it needs with the input allow (fs.read=PATH, network.host, ssh)."
  },
  {
    pattern: /failed to resolve source metadata for (\S{1,300}?):? .{0,500}?(not found|denied|unauthorized|no such host)/i,
    says: (match, { at }) => `The base image ${match[1] ?? ""} cannot be had${at} (${match[2] ?? ""}): check its name and tag, and docker login for a private registry.`
  }
];
function describeFailure(bake2) {
  const words2 = withoutEscapes(bake2.stderr).split("\n").filter((line2) => !line2.startsWith("{")).join("\n");
  const denied = bake2.ending === void 0 ? denialIn(words2) : void 0;
  if (denied !== void 0) return { message: deniedSentence(denied), denied, output: [] };
  const step2 = firstFailed(bake2.steps);
  const isAbout = step2?.error === void 0 || words2.includes(step2.error);
  const excerpt = isAbout ? placeIn(words2, bake2) : void 0;
  const mistake = classifyStepEnd(step2?.error) === "process" ? void 0 : mistakeIn({ words: words2, excerpt, ...bake2.built });
  const place = excerpt ?? mistake?.place;
  const name = step2 === void 0 ? void 0 : [...step2.names].at(-1);
  const { chosenBy } = bake2;
  const told = mistake?.message ?? sentence(isAbout ? words2 : "", { step: step2, place, chosenBy });
  return {
    message: bake2.ending === void 0 ? foreignSentence(bake2, step2) ?? fullFolder(bake2, step2) ?? told : `The build did not finish: ${bake2.ending}.`,
    ...defined({ step: name, place }),
    output: step2?.output ?? []
  };
}
function deniedSentence({ source, messages }) {
  const why = messages.length === 0 ? "" : `: ${messages.join("; ").replace(/\.$/, "")}`;
  return `A build policy does not allow ${source}${why}.`;
}
var NO_EMULATOR = "exec format error";
function foreignSentence({ isForeign }, step2) {
  const [line2 = "", ...others] = step2?.output ?? [];
  const isRuntime = others.length === 0 && line2.startsWith("exec ") && line2.endsWith(NO_EMULATOR);
  if (isForeign !== true || classifyStepEnd(step2?.error) !== "process" || !isRuntime)
    return void 0;
  return noEmulator(NO_EMULATOR);
}
function fullFolder({ folder }, step2) {
  const { error = "" } = step2 ?? {};
  const isOurs = folder !== void 0 && error.includes(`write ${folder}/`);
  if (!isOurs || classifyStepEnd(error) !== "engine" || !error.trimEnd().endsWith("no space left on device"))
    return void 0;
  return `The disk is full where the images are written (${dirname3(folder)}): no space left on device. Free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one.`;
}
function noEmulator(words2) {
  return `A platform cannot be built here (${words2}): the machine has no emulator for it, or the base image is not made for it. Set one up (docker run --privileged tonistiigi/binfmt --install all), or leave the platform out.`;
}
function firstFailed(steps) {
  const failed = steps.filter(({ error }) => ["process", "engine"].includes(classifyStepEnd(error)));
  const end = ({ interval }) => interval?.end ?? Number.POSITIVE_INFINITY;
  return failed.reduce(
    (first, one2) => first === void 0 || end(one2) < end(first) ? one2 : first,
    void 0
  );
}
function engineWords(words2, step2) {
  const lines = words2.split("\n").filter((line2) => !/^\s*\d+ \|/.test(line2));
  return ownWords([...lines, step2?.error].join("\n"));
}
function sentence(words2, { step: step2, place, chosenBy }) {
  const known2 = classifyStepEnd(step2?.error) === "process" ? [] : KNOWN;
  const text5 = engineWords(words2, step2);
  const at = place === void 0 ? "" : ` at ${place.file}:${place.startLine}`;
  for (const { pattern, says } of known2) {
    const match = pattern.exec(text5);
    if (match !== null) return says(match, { at, chosenBy });
  }
  return `The build failed${at}: ${reason(words2, step2)}.`;
}
function reason(words2, step2) {
  const last = words2.split("\n").filter((line2) => line2.startsWith("ERROR:")).at(-1);
  const text5 = last?.replace(/^ERROR: (target \S+: )?(failed to solve: )?/, "") ?? step2?.error ?? "buildx gave no reason";
  return truncate(text5.replace(/\.$/, ""), 500);
}
var HEAD = /^(\S+):(\d+)$/;
function placeIn(words2, { dockerfiles }) {
  const lines = words2.split("\n");
  const start3 = lines.findIndex(
    (line3, index) => /^-{5,}$/.test(line3) && HEAD.test(lines[index - 1] ?? "")
  );
  const [, file = "", number] = HEAD.exec(lines[start3 - 1] ?? "") ?? [];
  const excerpt = lines.slice(start3 + 1);
  const end = excerpt.findIndex((line3) => line3.startsWith("-----"));
  if (number === void 0 || end < 0) return void 0;
  const marked = excerpt.slice(0, end).flatMap((text5) => /^\s*(\d+) \| >>>/.exec(text5)?.[1] ?? []).map(Number);
  const line2 = Number(number);
  const target = /^ERROR: target (\S+?): /m.exec(words2)?.[1];
  const named3 = [...new Set(dockerfiles.values())].filter((path) => basename3(path) === file);
  const [only2] = dockerfiles.size === 1 ? dockerfiles.values() : named3.length === 1 ? named3 : [];
  return {
    file: (target === void 0 ? only2 : dockerfiles.get(target)) ?? file,
    startLine: marked[0] ?? line2,
    endLine: marked.at(-1) ?? line2
  };
}

// src/domain/build/summarize.ts
var EXPORT = /exporting to (oci|docker|image|client)/;
var IMPORT2 = /^importing cache manifest/;
var PLATFORM = /^[a-z]+\/[a-z0-9]+/;
var CACHE = /(?:importing|exporting) cache/i;
function sumBuildTimes(steps) {
  const intervals = (wanted) => steps.flatMap(
    (step2) => step2.interval !== void 0 && [...step2.names].some(wanted) ? [step2.interval] : []
  );
  return {
    buildSeconds: coveredSeconds(intervals((name) => !isOverhead(name))),
    exportSeconds: coveredSeconds(intervals((name) => EXPORT.test(name))),
    importSeconds: coveredSeconds(intervals((name) => IMPORT2.test(name)))
  };
}
function isOverhead(name) {
  return EXPORT.test(name) || isOfCache(name) || name.includes("resolving provenance");
}
function isOfCache(name) {
  const lower = name.toLowerCase();
  const export_ = lower.indexOf("exporting to ");
  return CACHE.test(name) || export_ >= 0 && lower.includes("cache", export_);
}
function stepFacts(steps) {
  return steps.filter((step2) => step2.interval !== void 0).map((step2) => ({
    name: [...step2.names].at(-1) ?? "",
    digest: step2.digest,
    seconds: step2.seconds,
    cached: step2.cached,
    ...defined({ error: step2.error })
  }));
}
function countSteps(steps, images) {
  const targets = new Set(images.map((image) => image.target));
  const endOf2 = chainEnds(steps);
  return new Map(
    images.map((image) => {
      const own2 = steps.filter(
        (step2) => [...step2.names].some((name) => isStepOf(name, { image, targets }))
      );
      return [
        image.id,
        {
          steps: own2.length,
          cachedSteps: own2.filter((step2) => step2.cached).length,
          transferredBytes: steps.filter((step2) => [...step2.names].some((name) => isContextOf(name, { image, targets }))).reduce((sum, step2) => sum + step2.transferredBytes, 0),
          seconds: largest([
            0,
            ...steps.filter((step2) => [...step2.names].some((name) => isFor(name, { image, targets }))).map(({ digest: digest2 }) => endOf2(digest2))
          ])
        }
      ];
    })
  );
}
function isContextOf(name, { image, targets }) {
  const words2 = /^\[([^\]]*)\] load (?:build context|from client)/.exec(name)?.[1]?.split(/\s+/);
  return words2 !== void 0 && (targets.size === 1 || words2[0] === image.target);
}
function isFor(name, { image, targets }) {
  if (isOverhead(name)) return false;
  const words2 = /^\[([^\]]*)\]/.exec(name)?.[1]?.split(/\s+/);
  const platform = words2?.find((word) => PLATFORM.test(word));
  if (platform !== void 0 && platform !== image.platform) return false;
  return targets.size === 1 || words2?.[0] === image.target;
}
function chainEnds(steps) {
  const all = new Map(steps.map((step2) => [step2.digest, step2]));
  const ends = /* @__PURE__ */ new Map();
  for (const { digest: digest2 } of steps) {
    if (ends.has(digest2)) continue;
    const open2 = [digest2];
    const seen = /* @__PURE__ */ new Set();
    for (let next = open2.at(-1); next !== void 0; next = open2.at(-1)) {
      const { inputs = [], seconds = 0 } = all.get(next) ?? {};
      const left = seen.has(next) ? [] : inputs.filter((input) => !ends.has(input));
      seen.add(next);
      for (const input of left) open2.push(input);
      if (left.length === 0) {
        ends.set(
          next,
          ends.get(next) ?? seconds + largest([0, ...inputs.map((one2) => ends.get(one2) ?? 0)])
        );
        open2.pop();
      }
    }
  }
  return (digest2) => ends.get(digest2) ?? 0;
}
function isStepOf(name, whose) {
  const { image, targets } = whose;
  const [, inside = ""] = /^\[([^\]]*)\] (?!FROM\b)/.exec(name) ?? [];
  const words2 = inside.split(/\s+/);
  if (!/^\d+\/\d+$/.test(words2.at(-1) ?? "")) return false;
  const target = targets.size > 1 ? words2[0] : image.target;
  const platform = words2.find((word) => PLATFORM.test(word));
  return target === image.target && (platform === void 0 || platform === image.platform);
}

// src/stages/build/unsent.ts
import { join as join10 } from "node:path";

// src/domain/context/ignore-lines.ts
import { posix as posix6 } from "node:path";
var BLANKS = new Set(
  "	\n\v\f\r              \u2028\u2029  　"
);
var LONGEST_LINE2 = 65535;
function ignoreLines(text5) {
  return text5.split("\n").flatMap((written2, index) => {
    const line2 = index + 1;
    if (new TextEncoder().encode(written2).length > LONGEST_LINE2)
      throw new Error(`line ${line2} of the ignore file is longer than ${LONGEST_LINE2} bytes`);
    const pattern = patternOf(index === 0 ? written2.replace(/^\uFEFF/, "") : written2);
    return pattern === "" ? [] : [{ line: line2, pattern }];
  });
}
function patternOf(line2) {
  if (line2.startsWith("#")) return "";
  const trimmed2 = trimBlanks(line2);
  if (!trimmed2.startsWith("!")) return trimmed2 === "" ? "" : relative3(trimmed2);
  const rest = trimBlanks(trimmed2.slice(1));
  return rest === "" ? "!" : `!${relative3(rest)}`;
}
function relative3(pattern) {
  const clean = cleanPath(pattern);
  return clean.length > 1 && clean.startsWith("/") ? clean.slice(1) : clean;
}
function cleanPath(path) {
  const normal = posix6.normalize(path);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}
function trimBlanks(text5) {
  let [start3, end] = [0, text5.length];
  while (start3 < end && BLANKS.has(text5[start3] ?? "")) start3 += 1;
  while (end > start3 && BLANKS.has(text5[end - 1] ?? "")) end -= 1;
  return text5.slice(start3, end);
}

// src/domain/context/go-match.ts
function compileGoMatch(pattern) {
  const chunks = [...chunksOf(Array.from(pattern))];
  return (name) => {
    const text5 = Array.from(name);
    let at = 0;
    for (const { tests, ...chunk } of chunks) {
      if (tests === void 0) return "bad pattern";
      if (chunk.isFloating && tests.length === 0)
        return text5.slice(at).includes("/") ? "no" : "yes";
      const end = endOf(chunk, { tests, text: text5, at });
      if (end === void 0) return "no";
      at = end;
    }
    return at === text5.length ? "yes" : "no";
  };
}
function endOf({ isFloating, isLast }, { tests, text: text5, at }) {
  const fits = (start3) => start3 + tests.length <= text5.length && (!isLast || start3 + tests.length === text5.length) && tests.every((test, index) => test(text5[start3 + index] ?? ""));
  if (fits(at)) return at + tests.length;
  if (!isFloating) return void 0;
  for (let start3 = at; start3 < text5.length && text5[start3] !== "/"; start3 += 1)
    if (fits(start3 + 1)) return start3 + 1 + tests.length;
  return void 0;
}
function* chunksOf(pattern) {
  for (let at = 0; at < pattern.length; ) {
    let start3 = at;
    while (pattern[start3] === "*") start3 += 1;
    let end = start3;
    let isInClass = false;
    for (; end < pattern.length && (isInClass || pattern[end] !== "*"); end += 1) {
      if (pattern[end] === "\\" && end + 1 < pattern.length) end += 1;
      else if (pattern[end] === "[") isInClass = true;
      else if (pattern[end] === "]") isInClass = false;
    }
    yield {
      isFloating: start3 > at,
      tests: testsOf(pattern.slice(start3, end)),
      isLast: end === pattern.length
    };
    at = end;
  }
}
function testsOf(chunk) {
  const tests = [];
  for (let at = 0; at < chunk.length; ) {
    const character = chunk[at];
    if (character === "[") {
      const read5 = classAt(chunk, at + 1);
      if (read5 === void 0) return void 0;
      tests.push(read5.test);
      at = read5.end;
      continue;
    }
    if (character === "\\") at += 1;
    const expected = chunk[at];
    if (expected === void 0) return void 0;
    tests.push(character === "?" ? (found2) => found2 !== "/" : (found2) => found2 === expected);
    at += 1;
  }
  return tests;
}
function classAt(chunk, begin2) {
  const isNegated = chunk[begin2] === "^";
  const ranges = [];
  let at = isNegated ? begin2 + 1 : begin2;
  while (ranges.length === 0 || chunk[at] !== "]") {
    const low = memberAt(chunk, at);
    if (low === void 0) return void 0;
    const high = chunk[low.end] === "-" ? memberAt(chunk, low.end + 1) : low;
    if (high === void 0) return void 0;
    ranges.push([low.code, high.code]);
    at = high.end;
  }
  const isMember2 = (code) => ranges.some(([low, high]) => low <= code && code <= high);
  return { test: (found2) => isMember2(found2.codePointAt(0) ?? 0) !== isNegated, end: at + 1 };
}
function memberAt(chunk, at) {
  if (chunk[at] === "-" || chunk[at] === "]") return void 0;
  const place = chunk[at] === "\\" ? at + 1 : at;
  const code = chunk[place]?.codePointAt(0);
  if (code === void 0 || place + 1 >= chunk.length) return void 0;
  return { code, end: place + 1 };
}

// src/domain/context/go-classes.ts
function within(ranges) {
  return (character) => {
    for (let at = 0; at < ranges.length; at += 2)
      if ((ranges[at] ?? "") <= character && character <= (ranges[at + 1] ?? "")) return true;
    return false;
  };
}
var isWord = within("09AZaz__");
var PERL = /* @__PURE__ */ new Map([
  ["d", within("09")],
  ["s", within("	\n\f\r  ")],
  ["w", isWord]
]);
var POSIX = /* @__PURE__ */ new Map([
  ["alnum", within("09AZaz")],
  ["alpha", within("AZaz")],
  ["ascii", within("\0")],
  ["blank", within("		  ")],
  ["cntrl", within("\0")],
  ["digit", within("09")],
  ["graph", within("!~")],
  ["lower", within("az")],
  ["print", within(" ~")],
  ["punct", within("!/:@[`{~")],
  ["space", within("	\r  ")],
  ["upper", within("AZ")],
  ["word", isWord],
  ["xdigit", within("09AFaf")]
]);
function unicodeCategory(name) {
  if (!/^[A-Za-z_]{1,40}$/.test(name)) return void 0;
  const written2 = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  for (const property of ["gc", "sc"]) {
    try {
      const expression = new RegExp(`^\\p{${property}=${written2}}$`, "u");
      return (character) => expression.test(character);
    } catch {
    }
  }
  return void 0;
}
var CONTROLS = /* @__PURE__ */ new Map([
  ["a", "\x07"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["v", "\v"]
]);

// src/domain/context/go-characters.ts
var Characters = class {
  text;
  at = 0;
  /** Looked for once: `[:` without an end may stand there ten thousand times. */
  lastNameEnd;
  constructor(text5) {
    this.text = Array.from(text5);
    this.lastNameEnd = this.text.findLastIndex(
      (character, at) => character === ":" && this.text[at + 1] === "]"
    );
  }
  /** `\d`, `\W`, `\pL`; undefined where there is none. */
  namedSet() {
    const letter = this.text[this.at] ?? "";
    const isNegated = /^[DSWP]$/.test(letter);
    const perl = PERL.get(letter.toLowerCase());
    const isCategory = letter === "p" || letter === "P";
    if (perl === void 0 && !isCategory) return void 0;
    this.at += 1;
    const test = perl ?? this.category();
    return test === void 0 ? "unknown" : negatedIf(isNegated, test);
  }
  /** After `\p`: one letter, or a name in braces, which `^` turns round. */
  category() {
    if (!this.skip("{")) return unicodeCategory(this.take() ?? "");
    const isNegated = this.skip("^");
    const end = this.text.indexOf("}", this.at);
    if (end === -1) return void 0;
    const test = unicodeCategory(this.text.slice(this.at, end).join(""));
    this.at = end + 1;
    return test === void 0 ? void 0 : negatedIf(isNegated, test);
  }
  escapedCharacter() {
    const character = this.take() ?? "";
    if (/^[0-7]$/.test(character)) return this.octal(character);
    if (character === "x") return this.hexadecimal();
    const isMark = /^[^0-9A-Za-z\u{80}-\u{10FFFF}]$/u.test(character);
    return isMark ? character : CONTROLS.get(character);
  }
  /** `\1` alone would be a reference, which Go has not. */
  octal(first) {
    let digits = first;
    while (digits.length < 3 && /^[0-7]$/.test(this.text[this.at] ?? ""))
      digits += this.take() ?? "";
    if (first !== "0" && digits.length === 1) return void 0;
    return String.fromCodePoint(Number.parseInt(digits, 8));
  }
  hexadecimal() {
    if (this.skip("{")) return this.bracedHexadecimal();
    const digits = `${this.take() ?? ""}${this.take() ?? ""}`;
    if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return void 0;
    return String.fromCodePoint(Number.parseInt(digits, 16));
  }
  bracedHexadecimal() {
    const end = this.text.indexOf("}", this.at);
    const digits = this.text.slice(this.at, end === -1 ? this.at : end).join("");
    const code = /^[0-9A-Fa-f]+$/.test(digits) ? Number.parseInt(digits, 16) : Infinity;
    this.at = end + 1;
    return code > 1114111 ? void 0 : String.fromCodePoint(code);
  }
  /** After its `[`. */
  characterClass() {
    const isNegated = this.skip("^");
    const members = [];
    while (members.length === 0 || this.text[this.at] !== "]") {
      const member = this.member();
      if (member === void 0) return void 0;
      members.push(member);
    }
    this.at += 1;
    return negatedIf(isNegated, (character) => members.some((test) => test(character)));
  }
  member() {
    const posix12 = this.posix();
    if (posix12 !== void 0) return posix12 === "unknown" ? void 0 : posix12;
    if (this.text[this.at] === "\\") {
      this.at += 1;
      const named3 = this.namedSet();
      if (named3 !== void 0) return named3 === "unknown" ? void 0 : named3;
      this.at -= 1;
    }
    return this.range();
  }
  range() {
    const low = this.memberCode();
    const next = this.text[this.at + 1];
    if (this.text[this.at] !== "-" || next === void 0 || next === "]")
      return low === void 0 ? void 0 : (character) => character.codePointAt(0) === low;
    this.at += 1;
    const high = this.memberCode();
    if (low === void 0 || high === void 0 || high < low) return void 0;
    return (character) => {
      const code = character.codePointAt(0) ?? 0;
      return low <= code && code <= high;
    };
  }
  memberCode() {
    const character = this.skip("\\") ? this.escapedCharacter() : this.take();
    return character?.codePointAt(0);
  }
  /** `[:alpha:]` inside of a class; `[:` without its end stands for itself. */
  posix() {
    const begin2 = this.at + 2;
    if (this.text[this.at] !== "[" || this.text[this.at + 1] !== ":") return void 0;
    if (this.lastNameEnd < begin2) return void 0;
    let end = begin2;
    while (this.text[end] !== ":" || this.text[end + 1] !== "]") end += 1;
    const isNegated = this.text[begin2] === "^";
    const test = POSIX.get(this.text.slice(isNegated ? begin2 + 1 : begin2, end).join(""));
    this.at = end + 2;
    return test === void 0 ? "unknown" : negatedIf(isNegated, test);
  }
  take() {
    const character = this.text[this.at];
    this.at += 1;
    return character;
  }
  skip(expected) {
    if (this.text[this.at] !== expected) return false;
    this.at += 1;
    return true;
  }
};
function negatedIf(isNegated, test) {
  return isNegated ? (character) => !test(character) : test;
}

// src/domain/context/go-regexp.ts
var ANY_FOLDERS = "(.*/)?";
var notNewline = (character) => character !== "\n";
var BEGIN = { kind: "place", test: (before) => before === void 0 };
var END = { kind: "place", test: (_, after2) => after2 === void 0 };
var FOLDERS = { kind: "folders", test: notNewline };
var isEdge = (before, after2) => isWord(before ?? " ") !== isWord(after2 ?? " ");
var PLACES = /* @__PURE__ */ new Map([
  ["A", BEGIN],
  ["z", END],
  ["b", { kind: "place", test: isEdge }],
  ["B", { kind: "place", test: (before, after2) => !isEdge(before, after2) }]
]);
var MOST_TIMES = 1e3;
function parseGoRegexp(text5) {
  return new Parser(text5).items();
}
var Parser = class extends Characters {
  items() {
    const choices = [[]];
    let canRepeat = false;
    while (this.at < this.text.length) {
      const current = choices.at(-1) ?? [];
      const count = this.count();
      if (count === void 0 && this.skip("|")) choices.push([]);
      else if (count === void 0) {
        const read5 = this.next();
        if (read5 === void 0) return void 0;
        current.push(...read5);
        canRepeat = !read5.some(({ kind }) => kind === "many" || kind === "folders");
        continue;
      } else {
        const item = canRepeat ? current.pop() : void 0;
        if (item === void 0 || count === "bad") return void 0;
        current.push(...repeated(item, count));
      }
      canRepeat = false;
    }
    return found(choices);
  }
  /** `{2}`, `{2,}`, `{2,3}`; anything else in braces stands for itself. */
  count() {
    if (this.text[this.at] !== "{") return void 0;
    let end = this.at + 1;
    while (/^[0-9,]$/.test(this.text[end] ?? "")) end += 1;
    const inside = this.text.slice(this.at + 1, end).join("");
    const [all, first, comma, second] = /^(0|[1-9][0-9]*)(?:(,)(0|[1-9][0-9]*)?)?$/.exec(inside) ?? [];
    if (all === void 0 || this.text[end] !== "}") return void 0;
    this.at = end + 1;
    const least = Number(first);
    const most = second === void 0 ? comma === void 0 ? least : Infinity : Number(second);
    const isBad = least > MOST_TIMES || second !== void 0 && (most > MOST_TIMES || most < least);
    return isBad ? "bad" : { least, most };
  }
  next() {
    const character = this.take() ?? "";
    switch (character) {
      case "^":
        return [BEGIN];
      case "$":
        return [END];
      case "(":
        this.at += ANY_FOLDERS.length - 1;
        return [FOLDERS];
      case ".":
        return this.repeatable(notNewline);
      case "[":
        return this.repeatable(this.characterClass());
      case "\\":
        return this.escaped();
      default:
        return [literal(character)];
    }
  }
  repeatable(test) {
    if (test === void 0) return void 0;
    return [{ kind: this.skip("*") ? "many" : "one", test }];
  }
  escaped() {
    if (this.skip("Q")) return this.quoted();
    const place = PLACES.get(this.text[this.at]);
    if (place !== void 0) {
      this.at += 1;
      return [place];
    }
    const named3 = this.namedSet();
    if (named3 !== void 0) return named3 === "unknown" ? void 0 : [{ kind: "one", test: named3 }];
    const character = this.escapedCharacter();
    return character === void 0 ? void 0 : [literal(character)];
  }
  /** `\Q...\E`, or up to the end: every character for itself. */
  quoted() {
    const items = [];
    while (this.at < this.text.length) {
      const character = this.take() ?? "";
      if (character === "\\" && this.skip("E")) break;
      items.push(literal(character));
    }
    return items;
  }
};
function repeated(item, { least, most }) {
  if (item.kind === "one") return [{ kind: "some", test: item.test, least, most }];
  return most === 0 || least === 0 && item.kind === "place" ? [] : [item];
}
function found(choices) {
  const [only2 = [], ...others] = choices;
  if (others.length === 0 && only2[0] === BEGIN && only2.at(-1) === END) return only2;
  const anything2 = { kind: "many", test: () => true };
  return [anything2, { kind: "either", choices }, anything2];
}

// src/domain/context/ignore-pattern.ts
function parsePattern(text5) {
  if (compileGoMatch(text5)(".") === "bad pattern") return void 0;
  const { shape, expression } = shapeOf(text5);
  switch (shape) {
    case "name":
      return { kind: "name", name: text5 };
    case "begin": {
      const begin2 = text5.slice(0, -"**".length);
      return { kind: "test", matches: (path) => path.startsWith(begin2) };
    }
    case "end": {
      const end = text5.slice("**".length);
      const whole2 = end.startsWith("/") ? end.slice(1) : void 0;
      return { kind: "test", matches: (path) => path.endsWith(end) || path === whole2 };
    }
    case "expression": {
      const items = parseGoRegexp(expression);
      return items === void 0 ? { kind: "bad" } : expressionPattern(items);
    }
  }
}
function expressionPattern(items) {
  const { begin: begin2, part, end } = neededBy(items);
  return {
    kind: "test",
    matches: (path, characters) => path.startsWith(begin2) && path.endsWith(end) && path.includes(part) && matchesWhole(items, characters())
  };
}
function neededBy(items) {
  const runs = [""];
  for (const item of items) {
    const character = item.kind === "one" ? item.character : void 0;
    if (character === void 0) runs.push("");
    else runs.push(`${runs.pop() ?? ""}${character}`);
  }
  return {
    begin: items[0]?.kind === "place" ? runs[1] ?? "" : "",
    end: items.at(-1)?.kind === "place" ? runs.at(-2) ?? "" : "",
    part: runs.reduce((longest, run3) => run3.length > longest.length ? run3 : longest, "")
  };
}
function withoutMark(text5) {
  return text5.replace(/^\uFEFF/, "");
}
function shapeOf(text5) {
  const characters = Array.from(withoutMark(text5));
  const out = ["^"];
  let shape = "name";
  for (let at = 0; at < characters.length; ) {
    const read5 = pieceAt(characters, at);
    const isEnd = read5.isFolders && read5.end === characters.length;
    if (read5.isFolders && isEnd && shape === "name") shape = "begin";
    else {
      out.push(isEnd ? ".*" : read5.piece);
      if (read5.isWild) shape = "expression";
    }
    if (read5.isFolders && at === 0) shape = "end";
    at = read5.end;
  }
  return { shape, expression: `${out.join("")}$` };
}
function pieceAt(characters, at) {
  const character = characters[at] ?? "";
  const next = characters[at + 1];
  const end = at + 1;
  if (character === "*" && next === "*") {
    const isSlash = characters[at + 2] === "/";
    return { piece: ANY_FOLDERS, end: isSlash ? at + 3 : at + 2, isWild: true, isFolders: true };
  }
  if (character === "*") return { piece: "[^/]*", end, isWild: true };
  if (character === "?") return { piece: "[^/]", end, isWild: true };
  if (character === "\\" && next !== void 0)
    return { piece: `\\${next}`, end: at + 2, isWild: true };
  if (character === "[" || character === "]") return { piece: character, end, isWild: true };
  const isMark = /^[.+()$]$/.test(character);
  return { piece: isMark ? `\\${character}` : character, end, isWild: false };
}

// src/domain/context/ignore.ts
var NOTHING = { ignores: () => false, isFinal: true };
function parseIgnore(text5) {
  return text5 === void 0 ? NOTHING : ignoreOf(ignoreLines(text5));
}
function parseExcludes(patterns2) {
  return ignoreOf(patterns2.map((pattern, index) => ({ pattern, line: index + 1 })));
}
function ignoreOf(lines) {
  const rules = lines.flatMap(ruleOf);
  const matcher = new Matcher(rules);
  return {
    ignores: (path) => matcher.judge(path).isIgnored,
    isFinal: !rules.some(({ isException }) => isException)
  };
}
function ruleOf({ line: line2, pattern }) {
  const trimmed2 = trimBlanks(pattern);
  if (trimmed2 === "") return [];
  const clean = cleanPath(trimmed2);
  const isException = clean.startsWith("!");
  const read5 = clean === "!" ? void 0 : parsePattern(isException ? clean.slice(1) : clean);
  if (read5 === void 0) throw badPattern(line2);
  return [{ line: line2, pattern, isException, read: read5 }];
}
function refusedLine(text5) {
  try {
    parseIgnore(text5).ignores("a");
    return void 0;
  } catch (error) {
    const [, line2] = /^line (\d+) /.exec(errorMessage(error)) ?? [];
    return line2 === void 0 ? void 0 : Number(line2);
  }
}
function badPattern(line2) {
  return new Error(`line ${line2} of what it ignores is no pattern`);
}
var ROOT = { isIgnored: false, inherited: [] };
var Matcher = class {
  rules;
  /** Names are looked up: lists of ten thousand of them are made by tools. */
  names = /* @__PURE__ */ new Map();
  others;
  folders = /* @__PURE__ */ new Map();
  constructor(rules) {
    this.rules = rules;
    this.others = rules.flatMap(
      ({ read: read5 }, index) => read5.kind === "name" ? [] : [[index, read5]]
    );
    for (const [index, { read: read5 }] of rules.entries()) {
      if (read5.kind !== "name") continue;
      const same = this.names.get(read5.name);
      if (same === void 0) this.names.set(read5.name, [index]);
      else same.push(index);
    }
  }
  judge(path) {
    return this.judgeIn(this.folderAbove(path), path);
  }
  judgeIn(folder, path) {
    const inherited = new Set(folder.inherited);
    const next = [];
    let isIgnored2 = false;
    for (const index of this.candidates(path, inherited)) {
      const rule = this.rules[index];
      if (rule === void 0) continue;
      if (!inherited.has(index)) {
        if (rule.isException !== isIgnored2) continue;
        if (rule.read.kind === "bad") throw badPattern(rule.line);
      }
      next.push(index);
      isIgnored2 = !rule.isException;
    }
    return { isIgnored: isIgnored2, inherited: next };
  }
  /** Rules that match the path itself, or that a folder above has matched; bad ones too. */
  candidates(path, inherited) {
    let split;
    const characters = () => split ??= Array.from(path);
    const found2 = [...inherited, ...this.names.get(path) ?? []];
    for (const [index, read5] of this.others)
      if (!inherited.has(index) && (read5.kind === "bad" || read5.matches(path, characters)))
        found2.push(index);
    return [...new Set(found2)].sort((a, b) => a - b);
  }
  /** Each folder is judged once, from the highest that is not known yet. */
  folderAbove(path) {
    let end = path.lastIndexOf("/");
    while (end > 0 && !this.folders.has(path.slice(0, end))) end = path.lastIndexOf("/", end - 1);
    let folder = this.folders.get(path.slice(0, Math.max(end, 0))) ?? ROOT;
    for (end = path.indexOf("/", end + 1); end !== -1; end = path.indexOf("/", end + 1)) {
      const above = path.slice(0, end);
      folder = this.judgeIn(folder, above);
      this.folders.set(above, folder);
    }
    return folder;
  }
};

// src/stages/plan/contexts.ts
import { basename as basename4, dirname as dirname4, join as join9 } from "node:path";

// src/domain/memoize.ts
function memoize(make2, keyOf2) {
  const made = /* @__PURE__ */ new Map();
  return (ask2) => {
    const key = keyOf2(ask2);
    const there = made.get(key);
    if (there !== void 0) return there;
    const fresh = make2(ask2);
    made.set(key, fresh);
    return fresh;
  };
}

// src/stages/plan/contexts.ts
var LARGEST_IGNORE = 1024 * 1024;
var MOST_FILES = 1e6;
function listContexts(deps) {
  return memoize(
    (place) => list(place, deps),
    ({ root, dockerfile }) => JSON.stringify([root, dockerfile])
  );
}
async function findListing({ contextPath, dockerfilePath: dockerfilePath2, namedContexts: namedContexts2 }, context, contexts) {
  const isMain = context === "context";
  const root = isMain ? contextPath : ownProperty(namedContexts2, context);
  if (root === void 0) return void 0;
  const listing = await contexts({ root, ...isMain && { dockerfile: dockerfilePath2 } });
  return isKnown(listing) ? listing.value : void 0;
}
async function list(place, deps) {
  try {
    const found2 = await findIgnore(place, deps);
    const at = { root: place.root, ignore: parseIgnore(found2.text), files: [], links: [] };
    await walk(at, "", deps);
    return known({ ...at, found: found2 });
  } catch (error) {
    return unable(`The build context could not be looked through: ${errorMessage(error)}.`);
  }
}
async function findIgnore({ root, dockerfile }, deps) {
  const isThere = async (path2) => await deps.files.stat(path2) !== void 0;
  const general = join9(root, ".dockerignore");
  const special = dockerfile === void 0 ? void 0 : `${dockerfile}.dockerignore`;
  const isSpecial = special !== void 0 && await isThere(special);
  const path = isSpecial ? special : await isThere(general) ? general : void 0;
  const text5 = path === void 0 ? void 0 : await readIgnore(path, root, deps);
  const beside = dockerfile === void 0 ? void 0 : join9(dirname4(dockerfile), ".dockerignore");
  const others = [
    [isSpecial ? general : void 0, `${basename4(special ?? "")} goes before it`],
    [beside === general ? void 0 : beside, "Docker looks for it at the root of the context"],
    [join9(root, "dockerignore"), "its name has no dot"],
    [join9(root, ".dockerignore.txt"), "its name ends in .txt"]
  ];
  const unused = await Promise.all(
    others.map(
      async ([file, reason3]) => file !== void 0 && await isThere(file) ? [{ file, reason: reason3 }] : []
    )
  );
  return {
    ...path === void 0 || text5 === void 0 ? {} : { path, text: text5 },
    unused: [
      ...path !== void 0 && text5 === void 0 ? [{ file: path, reason: LEADS_OUT }] : [],
      ...unused.flat()
    ]
  };
}
var LEADS_OUT = "it is a link that leads out of its folder, and BuildKit does not follow it";
async function readIgnore(path, root, { files }) {
  const named3 = {
    name: basename4(path),
    maxBytes: LARGEST_IGNORE,
    within: [basename4(path) === ".dockerignore" ? root : dirname4(path)]
  };
  try {
    return new TextDecoder().decode(await files.readNamed(path, named3));
  } catch (error) {
    if (error instanceof RefusedFile && ["outside", "absent"].includes(error.refusal))
      return void 0;
    throw error;
  }
}
async function holdIgnores(images, deps) {
  for (const { contextPath, dockerfilePath: dockerfilePath2, namedContexts: namedContexts2 } of images) {
    const roots = [
      ...contextPath === void 0 ? [] : [contextPath],
      ...Object.values(namedContexts2)
    ];
    for (const root of roots) await readIgnore(join9(root, ".dockerignore"), root, deps);
    if (dockerfilePath2 !== void 0)
      await readIgnore(`${dockerfilePath2}.dockerignore`, dirname4(dockerfilePath2), deps);
  }
}
async function walk(at, folder, deps) {
  const names = await deps.files.list(join9(at.root, folder));
  for (const name of names) {
    const path = folder === "" ? name : `${folder}/${name}`;
    const isIgnored2 = at.ignore.ignores(path);
    if (isIgnored2 && at.ignore.isFinal) continue;
    const stat = await deps.files.stat(join9(at.root, path));
    if (stat?.kind === "folder") await walk(at, path, deps);
    else if (stat?.kind === "file" && !isIgnored2)
      at.files.push({
        path,
        bytes: stat.bytes,
        ...defined({ linked: stat.linked })
      });
    else if (stat?.kind === "link" && !isIgnored2) at.links.push(path);
    if (at.files.length > MOST_FILES) throw new Error(`it has more than ${MOST_FILES} files`);
  }
}

// src/stages/build/unsent.ts
async function findUnsent(stderr, { images, repository }, deps) {
  for (const image of images) {
    const found2 = unreadable(image, stderr) ?? await inContext(image, { stderr, repository }, deps).catch(() => void 0);
    if (found2 !== void 0) return found2;
  }
  return void 0;
}
var NO_TEXT = /[\0\uFFFD]/;
function unreadable({ target, dockerfile: file, dockerfileText = "" }, stderr) {
  if (!mayBeUnsent(stderr, "dockerfile") || !NO_TEXT.test(dockerfileText)) return void 0;
  return { what: "dockerfile", target, file: file ?? "its Dockerfile" };
}
async function inContext({ target, contextPath: root, dockerfilePath: dockerfile }, { stderr, repository }, deps) {
  const what = ["ignore", "name", "path"].find((one2) => mayBeUnsent(stderr, one2));
  if (root === void 0 || what === void 0) return void 0;
  const found2 = await findIgnore({ root, dockerfile }, deps);
  if (what === "ignore") {
    const line2 = refusedLine(found2.text ?? "");
    if (found2.path === void 0 || line2 === void 0) return void 0;
    return { what, target, file: nameIn(repository, found2.path), line: line2 };
  }
  const path = await firstOdd({ root, ignore: parseIgnore(found2.text), what, files: deps.files }, "");
  return path === void 0 ? void 0 : { what, target, path };
}
async function firstOdd(walk4, folder) {
  const { root, ignore, what, files } = walk4;
  try {
    for (const name of await files.list(join10(root, folder))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (ignore.ignores(path)) continue;
      if (what === "name" && name.includes("�")) return path;
      const isFolder = (await files.stat(join10(root, path)))?.kind === "folder";
      const found2 = isFolder ? await firstOdd(walk4, path) : void 0;
      if (found2 !== void 0) return found2;
    }
    return void 0;
  } catch (error) {
    if (what === "path" && hasCode(error, "ENAMETOOLONG")) return folder;
    throw error;
  }
}

// src/stages/build/batch-sums.ts
function sumBatches(batches) {
  const bakes = batches.flatMap((batch) => batch.bakes);
  const ran = batches.map((batch) => ({ batch, steps: batch.bakes.map((bake2) => bake2.steps()) }));
  const steps = mergeSteps(ran.flatMap((one2) => one2.steps));
  const checks = bakes.flatMap((bake2) => bake2.checks());
  return {
    seconds: batches.reduce((sum, { seconds }) => sum + seconds, 0),
    ...sumBuildTimes(steps),
    steps: stepFacts(steps),
    imageSteps: new Map(
      ran.flatMap((one2) => [...countSteps(stepsIn(one2.steps, steps), imagesOf2(one2.batch))])
    ),
    checks: [...new Map(checks.map((check3) => [JSON.stringify(check3), check3])).values()]
  };
}
function imagesOf2({ outputs }) {
  return outputs.flatMap(({ images }) => images);
}
var OCI_ARCH = { x64: "amd64", arm64: "arm64" };
async function findBuildFailure(batches, failing) {
  const failed = batches.filter(({ result }) => !hasSucceeded(result));
  const failures = await Promise.all(failed.map((batch) => describe(batch, failing)));
  const [first] = failures;
  const messages = new Set(failures.map(({ message }) => message));
  return first === void 0 ? void 0 : { ...first, message: [...messages].join(" ") };
}
async function describe(batch, { folder, plan, deps }) {
  const { result, bakes } = batch;
  const images = imagesOf2(batch);
  const dockerfiles = images.flatMap(
    ({ target, dockerfile }) => dockerfile === void 0 ? [] : [[target, dockerfile]]
  );
  const unsent = await findUnsent(result.stderr, plan, deps);
  const architecture = ownProperty(OCI_ARCH, deps.machine.arch);
  return describeFailure({
    stderr: result.stderr,
    steps: bakes.at(-1)?.steps() ?? [],
    folder,
    chosenBy: namedBy(deps.workflow.env),
    dockerfiles: new Map(dockerfiles),
    built: { images, definition: plan.definition, unsent },
    isForeign: images.some(({ platform }) => platform.split("/")[1] !== architecture),
    ...result.ended === "exit" ? {} : { ending: describeEnding(result) }
  });
}

// src/stages/build/index.ts
var POLL_SECONDS = 0.1;
var LITTLE_SPACE = 2e9;
async function build(call) {
  const { plan, deps } = call;
  const folder = await deps.files.makeTemporary("plimsoll-layouts", "job");
  const outputs = await Promise.all(
    outputsOf(plan.images, folder).map((output) => preseed(output, call.blobs))
  );
  const notices = await spaceNotices(folder, deps);
  const watcher = watchLayouts(outputs, call);
  const buildx = requireBuildx(deps, plan.workdir);
  void buildx.catch(() => void 0);
  const { batches, builder, metadata, notices: said } = await bakeInBatches(call, { outputs, folder });
  const layouts = await watcher.end();
  const failure2 = await findBuildFailure(batches, { folder, plan, deps });
  if (failure2 !== void 0) deps.log.untrusted(failure2.message);
  return {
    buildx: await buildx,
    ...sumBatches(batches),
    ...defined({ cacheKind: call.cache.kind }),
    layouts,
    provenance: await readAllProvenance({ metadata, plan, builder }, deps),
    notices: [...builder.notices, ...call.cache.notices, ...notices, ...said],
    ...defined({ builder: builder.found?.facts, failure: failure2 }),
    ...Object.keys(metadata).length === 0 ? {} : { metadata }
  };
}
async function spaceNotices(folder, deps) {
  const free = await deps.files.freeBytes(folder);
  if (free >= LITTLE_SPACE) return [];
  const message = `Only ${formatBytes(free)} are free where the images are written (${dirname5(folder)}): builds of this size may fill the disk. Free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one.`;
  deps.log.line(message);
  return [{ from: "build", message }];
}
function outputsOf(images, folder) {
  const targets = [...new Set(images.map((image) => image.target))];
  return targets.map((target, index) => ({
    target,
    images: images.filter((image) => image.target === target),
    folder: join11(folder, `image-${index}`),
    preseeded: []
  }));
}
function watchLayouts(outputs, { deps, onLayout }) {
  const done = new AbortController();
  const layouts = [];
  const open2 = new Set(outputs);
  const look = async () => {
    const found2 = await Promise.all(
      [...open2].map(async (output) => {
        const complete2 = await completeLayouts(output, deps);
        if (complete2 === void 0) return [];
        open2.delete(output);
        return complete2;
      })
    );
    for (const layout of await largestFirst(found2.flat(), deps)) {
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

// src/stages/build/rebuild-damaged.ts
async function rebuildDamaged(call, built, examine2) {
  const { plan, blobs } = call;
  const unread = (await examine2(built)).filter(({ state }) => state === "unreadable");
  const targets = new Set(unread.map(({ image }) => image.target));
  const images = plan.images.filter(({ target }) => targets.has(target));
  const damages = await Promise.all(images.map(({ id }) => blobs.findDamage(id)));
  const damaged2 = damages.filter((path) => path !== void 0);
  if (damaged2.length === 0) return built;
  const notices = damaged2.map(damageNotice);
  for (const { message } of notices) call.deps.log.untrusted(message);
  const again = await build({ ...call, plan: { ...plan, images }, blobs: NO_BLOB_CACHE });
  const renewed = new Set(again.layouts.map(({ image }) => image.id));
  return {
    ...built,
    layouts: [...built.layouts.filter(({ image }) => !renewed.has(image.id)), ...again.layouts],
    notices: [...built.notices, ...notices]
  };
}

// src/domain/compare/pairs.ts
var MOST_DIFFERENT = 0.6;
var LONGEST_TEXT = 500;
function comparedUnits(before, after2) {
  const [old, now] = [before, after2].map(({ layers }) => [...layers.entries()]);
  const same = { before: /* @__PURE__ */ new Set(), after: /* @__PURE__ */ new Set() };
  for (const [position, layer2] of now ?? []) {
    const twin = old?.find(
      ([other, candidate]) => !same.before.has(other) && isSameLayer(candidate, layer2) && !(isTold(candidate) && isTold(layer2))
    );
    if (twin === void 0) continue;
    same.before.add(twin[0]);
    same.after.add(position);
  }
  return { before: groupsOf(before, same.before), after: groupsOf(after2, same.after) };
}
function isSameLayer(one2, other) {
  return one2.diffId === other.diffId && one2.unpackedBytes === other.unpackedBytes && one2.downloadBytes === other.downloadBytes;
}
function isTold({ base, step: step2 }) {
  return base === true || step2 !== void 0;
}
function groupsOf(image, without2) {
  const units = [];
  for (const [position, layer2] of image.layers.entries()) {
    if (without2.has(position)) continue;
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
function pairUnits(before, after2) {
  const pairs = [];
  const left = new Set(before);
  const open2 = new Set(after2);
  const match = (isMatch) => {
    for (const unit of after2) {
      if (!open2.has(unit)) continue;
      const other = [...left].find((candidate) => isMatch(candidate, unit));
      if (other === void 0) continue;
      left.delete(other);
      open2.delete(unit);
      pairs.push({ before: other, after: unit });
    }
  };
  match((one2, other) => one2.base && other.base);
  const sameSide = (one2, other) => !one2.base && !other.base;
  match((one2, other) => sameSide(one2, other) && isSameInput(one2, other));
  match((one2, other) => sameSide(one2, other) && diffIds(one2) === diffIds(other));
  match((one2, other) => sameSide(one2, other) && isSameLine(one2, other));
  match((one2, other) => sameSide(one2, other) && isEditedLine(one2, other));
  if (left.size > 0 && open2.size > 0 && ![...left, ...open2].every(isTold))
    return [...pairs, { before: together2([...left]), after: together2([...open2]) }];
  return [
    ...pairs,
    ...[...left].map((unit) => ({ before: unit, after: void 0 })),
    ...[...open2].map((unit) => ({ before: void 0, after: unit }))
  ];
}
function together2(units) {
  return {
    base: false,
    step: void 0,
    layers: units.flatMap(({ layers }) => layers),
    positions: units.flatMap(({ positions }) => positions)
  };
}
function diffIds({ layers }) {
  return layers.map(({ diffId }) => diffId).join(" ");
}
function isSameInput({ step: one2 }, { step: other }) {
  return one2 !== void 0 && one2.input === other?.input;
}
function isSameLine({ step: one2 }, { step: other }) {
  return one2?.instruction !== void 0 && one2.instruction === other?.instruction;
}
function isEditedLine({ step: one2 }, { step: other }) {
  const [old, now] = [one2?.instruction, other?.instruction].map(
    (text5) => text5?.slice(0, LONGEST_TEXT)
  );
  if (old === void 0 || now === void 0) return false;
  if (old.split(/\s/, 1)[0] !== now.split(/\s/, 1)[0]) return false;
  return distance(old, now) <= MOST_DIFFERENT * Math.max(old.length, now.length);
}

// src/domain/compare/layers.ts
function compareLayers(before, after2) {
  const units = comparedUnits(before, after2);
  const pairs = pairUnits(units.before, units.after);
  const isCompared = before.steps !== void 0 && after2.steps !== void 0;
  const found2 = pairs.filter(isDifferent).map((pair) => ({ pair, change: changeIn(pair, isCompared ? causeOf(pair) : "unknown") }));
  const changes = found2.map(({ change }) => change);
  const byLayer = /* @__PURE__ */ new Map();
  for (const { pair, change } of found2)
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
function isDifferent({ before, after: after2 }) {
  if (before === void 0 || after2 === void 0 || diffIds(before) !== diffIds(after2))
    return true;
  return bytesOf(before, "unpackedBytes") !== bytesOf(after2, "unpackedBytes") || bytesOf(before, "downloadBytes") !== bytesOf(after2, "downloadBytes");
}
function changeIn(pair, cause) {
  const { before, after: after2 } = pair;
  const there = { before: before !== void 0, after: after2 !== void 0 };
  const both = (key) => ({
    before: bytesOf(before, key),
    after: bytesOf(after2, key)
  });
  const unpacked2 = both("unpackedBytes");
  return {
    change: classifyChange(unpacked2, there),
    cause,
    base: (after2 ?? before)?.base ?? false,
    unpacked: unpacked2,
    download: both("downloadBytes"),
    ...lineFields((after2 ?? before)?.step ?? {})
  };
}
function causeOf({ before, after: after2 }) {
  const [old, now] = [before?.step, after2?.step];
  if (before !== void 0 && after2 !== void 0) {
    if (old === void 0 || now === void 0) return "unknown";
    return causeOfSteps(old, now);
  }
  return (before ?? after2)?.step === void 0 ? "unknown" : "this change";
}
function causeOfSteps(before, after2) {
  if (before.input !== after2.input) return "this change";
  if (before.isOpen || after2.isOpen) return "unknown";
  return before.resolved === after2.resolved ? "drift" : "base image";
}
function bytesOf(unit, key) {
  const layers = unit?.layers ?? [];
  return layers.reduce((sum, layer2) => sum + layer2[key], 0);
}
function sumsOf(changes) {
  return CAUSES.flatMap((cause) => {
    const own2 = changes.filter((change) => change.cause === cause);
    const sum = (key) => own2.reduce((total, change) => total + change[key].after - change[key].before, 0);
    return own2.length === 0 ? [] : [{ cause, unpackedBytes: sum("unpacked"), downloadBytes: sum("download") }];
  });
}
function weightOf({ unpacked: unpacked2 }) {
  return Math.abs(unpacked2.after - unpacked2.before);
}

// src/domain/compare/misses.ts
var MOST_FILES2 = 3;
function findMisses(before, after2) {
  const isMissed = after2.map((step2) => step2.kind === "work" && step2.cached === false);
  const old = indexOf(before);
  const blame = /* @__PURE__ */ new Map();
  const followers = /* @__PURE__ */ new Map();
  const roots = [];
  for (const [index, step2] of after2.entries()) {
    if (!(isMissed[index] ?? false)) continue;
    const parent = step2.inputs.find((input) => isMissed[input]);
    const own2 = ownReason(step2, old);
    if (own2 === void 0 && parent !== void 0) {
      const root = blame.get(parent) ?? parent;
      blame.set(index, root);
      followers.set(root, (followers.get(root) ?? 0) + 1);
    } else roots.push({ index, reason: own2 ?? reasonBelow(step2, { before: old, after: after2 }) });
  }
  return roots.map(({ index, reason: reason3 }) => ({
    reason: reason3,
    followers: followers.get(index) ?? 0,
    ...lineFields(after2[index] ?? {})
  }));
}
function indexOf(steps) {
  const reversed = steps.toReversed();
  return {
    byInput: new Map(reversed.map((step2) => [step2.input, step2])),
    byInstruction: new Map(
      reversed.flatMap(
        (step2) => step2.instruction === void 0 ? [] : [[step2.instruction, step2]]
      )
    )
  };
}
function ownReason(step2, before) {
  if (before.byInput.has(step2.input)) return void 0;
  const old = step2.instruction === void 0 ? void 0 : before.byInstruction.get(step2.instruction);
  if (old === void 0) return "it is new, or its text changed";
  if (old.text !== step2.text) return "its text changed";
  if (old.environment !== step2.environment) return "an argument or variable changed";
  return old.content?.hash === step2.content?.hash ? void 0 : contentReason(old, step2);
}
function reasonBelow(step2, { before, after: after2 }) {
  const same = before.byInput.get(step2.input);
  if (same !== void 0)
    return same.resolved === step2.resolved ? "the cache had no entry for it: none was imported, or it was evicted" : "the base image moved";
  const open2 = new Set(step2.inputs);
  for (const position of open2) {
    const below = after2[position];
    if (below === void 0) continue;
    const reason3 = ownReason(below, before);
    if (reason3 !== void 0) return `it is built upon ${below.instruction ?? "a step"}: ${reason3}`;
    for (const input of below.inputs) if (input < position) open2.add(input);
  }
  return "something that it is built upon changed";
}
function contentReason(old, now) {
  const [before, after2] = [old.content?.files ?? {}, now.content?.files ?? {}];
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after2)])].filter((name) => ownProperty(before, name) !== ownProperty(after2, name)).sort();
  if (names.length === 0) return "what it takes from the context could not be compared";
  const more = names.length > MOST_FILES2 ? ` and ${names.length - MOST_FILES2} more` : "";
  return `${names.slice(0, MOST_FILES2).join(", ")}${more} changed`;
}

// src/domain/compare/packages.ts
function comparePackages(before, after2, { causeIn }) {
  const [old, now] = [byKey(before), byKey(after2)];
  return [.../* @__PURE__ */ new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const gone = without(old.get(key) ?? [], now.get(key) ?? []);
    const fresh = without(now.get(key) ?? [], old.get(key) ?? []);
    return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, index) => {
      const [from, to] = [gone[index], fresh[index]];
      const cause = to === void 0 ? causeIn("before", from?.layer) : causeIn("after", to.layer);
      return { ...changeOf(from, to), cause };
    });
  });
}
function byKey(packages) {
  const groups = Map.groupBy(packages, ({ name, purl }) => purlWithoutVersion(purl) ?? name);
  for (const group of groups.values())
    if (group.length > 1) {
      const order = orderOfPackages(group);
      group.sort((a, b) => order(a.version, b.version));
    }
  return groups;
}
function orderOfPackages(packages) {
  return versionOrder(
    packageType(packages[0]?.purl),
    packages.map(({ version }) => version)
  );
}
function without(list3, others) {
  const left = /* @__PURE__ */ new Map();
  for (const { version } of others) left.set(version, (left.get(version) ?? 0) + 1);
  return list3.filter(({ version }) => {
    const count = left.get(version) ?? 0;
    left.set(version, count - 1);
    return count < 1;
  });
}
function changeOf(from, to) {
  const { name = "", purl } = to ?? from ?? {};
  const named3 = { name, ...defined({ purl }) };
  if (from === void 0) return { ...named3, change: "added", ...to && { after: to.version } };
  if (to === void 0) return { ...named3, change: "removed", before: from.version };
  const order = orderOfPackages([from, to]);
  const change = order(to.version, from.version) < 0 ? "downgraded" : "upgraded";
  return { ...named3, change, before: from.version, after: to.version };
}
function compareFindings(before, after2, { causeIn }) {
  const [old, now] = [identities(before), identities(after2)];
  const told = (side) => ({ identity, id, package: about, severity, fixed, layers }) => ({
    identity,
    id,
    package: about,
    severity,
    ...defined({ fixed }),
    cause: causeIn(side, layers[0])
  });
  return {
    new: after2.filter(({ identity }) => !old.has(identity)).map(told("after")),
    fixed: before.filter(({ identity }) => !now.has(identity)).map(told("before")),
    still: after2.filter(({ identity }) => old.has(identity)).length
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
function parseListing(text5) {
  const files = [];
  for (const line2 of text5.split("\n")) {
    if (line2 === "") continue;
    const { kind, path, bytes: bytes2, layer: layer2, package: owner } = lineSchema.parse(JSON.parse(line2));
    if (kind === "file") files.push({ path, bytes: bytes2, layer: layer2, ...defined({ package: owner }) });
  }
  return files;
}
function comparePaths(before, after2, { causeIn }) {
  const [one2, other] = [ownersOf(before), ownersOf(after2)];
  const [old, now] = [sumsOf2(before, other), sumsOf2(after2, one2)];
  const changes = [];
  for (const name of /* @__PURE__ */ new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(name), now.get(name)];
    const bytes2 = { before: from?.bytes ?? 0, after: to?.bytes ?? 0 };
    if (bytes2.before === bytes2.after) continue;
    changes.push({
      name: nameOf(name, from?.version, to?.version),
      kind: (to ?? from)?.kind ?? "file",
      change: classifyChange(bytes2, { before: from !== void 0, after: to !== void 0 }),
      ...bytes2,
      cause: to === void 0 ? causeIn("before", from?.layer) : causeIn("after", to.layer)
    });
  }
  return changes.sort((a, b) => weightOf2(b) - weightOf2(a));
}
function ownersOf(files) {
  return new Map(Array.from(files, ({ path, package: owner }) => [path, owner]));
}
function sumsOf2(files, others) {
  const sums = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes2, layer: layer2, package: told } of files) {
    const isAlone = others.has(path) && others.get(path) === void 0;
    const owner = isAlone ? void 0 : told;
    const [, called = "", version = ""] = /^(.*) (\S*)$/.exec(owner ?? "") ?? [];
    const name = owner === void 0 ? `/${path}` : `=${called}`;
    const sum = sums.get(name);
    if (sum !== void 0) sum.bytes += bytes2;
    else if (owner === void 0) sums.set(name, { bytes: bytes2, layer: layer2, kind: "file" });
    else sums.set(name, { bytes: bytes2, layer: layer2, kind: "package", version });
  }
  return sums;
}
function nameOf(key, before, after2) {
  const name = key.slice(1);
  if (before === void 0 || after2 === void 0 || before === after2)
    return `${name} ${after2 ?? before ?? ""}`.trim();
  return `${name} ${before} → ${after2}`;
}
function weightOf2({ before, after: after2 }) {
  return Math.abs(after2 - before);
}

// src/domain/compare/compare.ts
function compare2({ before, after: after2, findingsBefore, files }) {
  const layers = compareLayers(before, after2);
  const [packagesBefore, packagesAfter] = [before.packages, after2.packages];
  const both = (key) => ({
    before: before[key],
    after: after2[key]
  });
  return {
    unpacked: both("unpackedBytes"),
    download: both("downloadBytes"),
    causes: layers.causes,
    layers: layers.changes,
    bases: movedBases(before, after2),
    ...defined({ paths: files && comparePaths(files.before, files.after, layers) }),
    ...packagesBefore === void 0 || packagesAfter === void 0 ? {} : { packages: comparePackages(packagesBefore, packagesAfter, layers) },
    ...findingsBefore === void 0 || after2.findings === void 0 ? {} : { findings: compareFindings(findingsBefore, after2.findings, layers) },
    // Without the steps of one run every step of the other would be new.
    misses: before.steps === void 0 || after2.steps === void 0 ? [] : findMisses(before.steps, after2.steps),
    ...defined({ violations: before.violations, violated: before.violated })
  };
}
function movedBases(before, after2) {
  const digests = new Map(
    (before.steps ?? []).flatMap(
      ({ reference, digest: digest2 }) => reference === void 0 || digest2 === void 0 ? [] : [[reference, digest2]]
    )
  );
  const moved = (after2.steps ?? []).flatMap(({ reference, digest: digest2 }) => {
    const old = digests.get(reference ?? "");
    if (reference === void 0 || digest2 === void 0 || old === void 0 || old === digest2)
      return [];
    return [[reference, { reference, before: old, after: digest2 }]];
  });
  return [...new Map(moved).values()];
}

// src/stages/read/compressed-listing.ts
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
  const plain2 = await promisify(zlib.gunzip)(gzip, { maxOutputLength: LARGEST_LISTING });
  return parseListing(plain2.toString("utf8"));
}

// src/stages/compare/index.ts
var NO_BASELINE2 = "There is no baseline to compare with: name a report folder of an earlier run with the input baseline (file=PATH).";
async function compareAll(comparing) {
  const { images, records, baseline } = comparing;
  const notices = [];
  if (baseline === void 0) return { of: () => unable(NO_BASELINE2), notices };
  const found2 = /* @__PURE__ */ new Map();
  for (const image of images) {
    const { id } = image.image;
    const after2 = records.find((record) => record.id === id);
    const before = baseline.image(id);
    if (after2 === void 0) found2.set(id, unable("The image could not be read."));
    else if (before === void 0) found2.set(id, known({ state: "new" }));
    else {
      const { compared, gaps } = await compareOne(image, { before, after: after2 });
      found2.set(id, known(compared));
      notices.push(...gaps.map((message) => ({ from: "compare", message: `${id}: ${message}` })));
    }
  }
  const ids = new Set(images.map(({ image }) => image.id));
  for (const { id } of baseline.record.images)
    if (!ids.has(id))
      notices.push({ from: "compare", message: `${id} is in the baseline and is not built here.` });
  return { of: (id) => found2.get(id) ?? unable("The image is not of this run."), notices };
}
async function compareOne(image, { before, after: after2 }) {
  const findings = await before.findings;
  const old = await before.files();
  const now = isKnown(old) ? await filesOf(image) : void 0;
  const files = isKnown(old) && now !== void 0 ? { before: old.value, after: now } : void 0;
  const comparison = compare2({
    before: before.facts,
    after: after2,
    files,
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

// src/stages/examine/index.ts
import { join as join33 } from "node:path";

// src/domain/image/listing.ts
var MOST2 = 100;
function* listLines(tree, owners) {
  const seen = /* @__PURE__ */ new Set();
  for (const { path, node } of tree.entries()) {
    const owner = node.kind === "file" ? owners.of(path, node) : void 0;
    const isAgain = node.links > 1 && seen.has(node);
    if (node.links > 1) seen.add(node);
    const { kind, mode, uid, gid, layer: layer2, target } = node;
    yield `${renderJson({
      path: nameText(path),
      kind,
      bytes: isAgain ? 0 : node.size,
      mode: mode.toString(8),
      uid,
      gid,
      layer: layer2,
      ...target === void 0 ? {} : { target: nameText(target) },
      ...defined({ package: owner && `${owner.name} ${owner.version}` })
    })}
`;
  }
}
function unownedPrograms(tree, owners) {
  const found2 = [];
  for (const { path, node } of tree.files())
    if (node.isProgram && owners.of(path, node) === void 0)
      found2.push({ path: nameText(path), bytes: node.size, layer: node.layer });
  return found2.sort((a, b) => b.bytes - a.bytes).slice(0, MOST2);
}

// src/domain/image/package-owners.ts
var MODULE = /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+)\//;
function packageOwners(tree, packages) {
  const nodes = /* @__PURE__ */ new Map();
  const folders2 = /* @__PURE__ */ new Map();
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
    if (folder !== void 0) folders2.set(folder, owner);
  }
  return { of: (path, node) => nodes.get(node) ?? folders2.get(MODULE.exec(path)?.[1] ?? "") };
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

// src/domain/image/system-programs.ts
var OF_SYSTEM = /^(?:usr\/)?(?:s?bin\/[^/]+|lib(?:32|64|x32)?\/(?:[^/]+-linux-[^/]+\/)?[^/]+)$/;
var LISTS = ["var/lib/dpkg/status", "lib/apk/db/installed", "usr/lib/apk/db/installed"];
function systemPrograms(tree, owners, packages) {
  const isTold2 = LISTS.some((path) => tree.at(path)?.kind === "file");
  if (!isTold2 && !packages.some(({ files = [] }) => files.length > 0)) return [];
  const counts = /* @__PURE__ */ new Map();
  for (const { path, node } of tree.files()) {
    if (!node.isProgram || !OF_SYSTEM.test(path)) continue;
    const { programs, unowned } = counts.get(node.layer) ?? { programs: 0, unowned: 0 };
    const isUnowned = owners.of(path, node) === void 0;
    counts.set(node.layer, {
      layer: node.layer,
      programs: programs + 1,
      unowned: unowned + (isUnowned ? 1 : 0)
    });
  }
  return [...counts.values()];
}

// src/stages/read/index.ts
import { join as join13 } from "node:path";

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(text5, ignoreTrivia = false) {
  const len = text5.length;
  let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
  function scanHexDigits(count, exact) {
    let digits = 0;
    let value2 = 0;
    while (digits < count || !exact) {
      let ch = text5.charCodeAt(pos);
      if (ch >= 48 && ch <= 57) {
        value2 = value2 * 16 + ch - 48;
      } else if (ch >= 65 && ch <= 70) {
        value2 = value2 * 16 + ch - 65 + 10;
      } else if (ch >= 97 && ch <= 102) {
        value2 = value2 * 16 + ch - 97 + 10;
      } else {
        break;
      }
      pos++;
      digits++;
    }
    if (digits < count) {
      value2 = -1;
    }
    return value2;
  }
  function setPosition(newPosition) {
    pos = newPosition;
    value = "";
    tokenOffset = 0;
    token = 16;
    scanError = 0;
  }
  function scanNumber() {
    let start3 = pos;
    if (text5.charCodeAt(pos) === 48) {
      pos++;
    } else {
      pos++;
      while (pos < text5.length && isDigit(text5.charCodeAt(pos))) {
        pos++;
      }
    }
    if (pos < text5.length && text5.charCodeAt(pos) === 46) {
      pos++;
      if (pos < text5.length && isDigit(text5.charCodeAt(pos))) {
        pos++;
        while (pos < text5.length && isDigit(text5.charCodeAt(pos))) {
          pos++;
        }
      } else {
        scanError = 3;
        return text5.substring(start3, pos);
      }
    }
    let end = pos;
    if (pos < text5.length && (text5.charCodeAt(pos) === 69 || text5.charCodeAt(pos) === 101)) {
      pos++;
      if (pos < text5.length && text5.charCodeAt(pos) === 43 || text5.charCodeAt(pos) === 45) {
        pos++;
      }
      if (pos < text5.length && isDigit(text5.charCodeAt(pos))) {
        pos++;
        while (pos < text5.length && isDigit(text5.charCodeAt(pos))) {
          pos++;
        }
        end = pos;
      } else {
        scanError = 3;
      }
    }
    return text5.substring(start3, end);
  }
  function scanString() {
    let result = "", start3 = pos;
    while (true) {
      if (pos >= len) {
        result += text5.substring(start3, pos);
        scanError = 2;
        break;
      }
      const ch = text5.charCodeAt(pos);
      if (ch === 34) {
        result += text5.substring(start3, pos);
        pos++;
        break;
      }
      if (ch === 92) {
        result += text5.substring(start3, pos);
        pos++;
        if (pos >= len) {
          scanError = 2;
          break;
        }
        const ch2 = text5.charCodeAt(pos++);
        switch (ch2) {
          case 34:
            result += '"';
            break;
          case 92:
            result += "\\";
            break;
          case 47:
            result += "/";
            break;
          case 98:
            result += "\b";
            break;
          case 102:
            result += "\f";
            break;
          case 110:
            result += "\n";
            break;
          case 114:
            result += "\r";
            break;
          case 116:
            result += "	";
            break;
          case 117:
            const ch3 = scanHexDigits(4, true);
            if (ch3 >= 0) {
              result += String.fromCharCode(ch3);
            } else {
              scanError = 4;
            }
            break;
          default:
            scanError = 5;
        }
        start3 = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31) {
        if (isLineBreak(ch)) {
          result += text5.substring(start3, pos);
          scanError = 2;
          break;
        } else {
          scanError = 6;
        }
      }
      pos++;
    }
    return result;
  }
  function scanNext() {
    value = "";
    scanError = 0;
    tokenOffset = pos;
    lineStartOffset = lineNumber;
    prevTokenLineStartOffset = tokenLineStartOffset;
    if (pos >= len) {
      tokenOffset = len;
      return token = 17;
    }
    let code = text5.charCodeAt(pos);
    if (isWhiteSpace(code)) {
      do {
        pos++;
        value += String.fromCharCode(code);
        code = text5.charCodeAt(pos);
      } while (isWhiteSpace(code));
      return token = 15;
    }
    if (isLineBreak(code)) {
      pos++;
      value += String.fromCharCode(code);
      if (code === 13 && text5.charCodeAt(pos) === 10) {
        pos++;
        value += "\n";
      }
      lineNumber++;
      tokenLineStartOffset = pos;
      return token = 14;
    }
    switch (code) {
      // tokens: []{}:,
      case 123:
        pos++;
        return token = 1;
      case 125:
        pos++;
        return token = 2;
      case 91:
        pos++;
        return token = 3;
      case 93:
        pos++;
        return token = 4;
      case 58:
        pos++;
        return token = 6;
      case 44:
        pos++;
        return token = 5;
      // strings
      case 34:
        pos++;
        value = scanString();
        return token = 10;
      // comments
      case 47:
        const start3 = pos - 1;
        if (text5.charCodeAt(pos + 1) === 47) {
          pos += 2;
          while (pos < len) {
            if (isLineBreak(text5.charCodeAt(pos))) {
              break;
            }
            pos++;
          }
          value = text5.substring(start3, pos);
          return token = 12;
        }
        if (text5.charCodeAt(pos + 1) === 42) {
          pos += 2;
          const safeLength = len - 1;
          let commentClosed = false;
          while (pos < safeLength) {
            const ch = text5.charCodeAt(pos);
            if (ch === 42 && text5.charCodeAt(pos + 1) === 47) {
              pos += 2;
              commentClosed = true;
              break;
            }
            pos++;
            if (isLineBreak(ch)) {
              if (ch === 13 && text5.charCodeAt(pos) === 10) {
                pos++;
              }
              lineNumber++;
              tokenLineStartOffset = pos;
            }
          }
          if (!commentClosed) {
            pos++;
            scanError = 1;
          }
          value = text5.substring(start3, pos);
          return token = 13;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
      // numbers
      case 45:
        value += String.fromCharCode(code);
        pos++;
        if (pos === len || !isDigit(text5.charCodeAt(pos))) {
          return token = 16;
        }
      // found a minus, followed by a number so
      // we fall through to proceed with scanning
      // numbers
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        value += scanNumber();
        return token = 11;
      // literals and unknown symbols
      default:
        while (pos < len && isUnknownContentCharacter(code)) {
          pos++;
          code = text5.charCodeAt(pos);
        }
        if (tokenOffset !== pos) {
          value = text5.substring(tokenOffset, pos);
          switch (value) {
            case "true":
              return token = 8;
            case "false":
              return token = 9;
            case "null":
              return token = 7;
          }
          return token = 16;
        }
        value += String.fromCharCode(code);
        pos++;
        return token = 16;
    }
  }
  function isUnknownContentCharacter(code) {
    if (isWhiteSpace(code) || isLineBreak(code)) {
      return false;
    }
    switch (code) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return false;
    }
    return true;
  }
  function scanNextNonTrivia() {
    let result;
    do {
      result = scanNext();
    } while (result >= 12 && result <= 15);
    return result;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes2) {
  CharacterCodes2[CharacterCodes2["lineFeed"] = 10] = "lineFeed";
  CharacterCodes2[CharacterCodes2["carriageReturn"] = 13] = "carriageReturn";
  CharacterCodes2[CharacterCodes2["space"] = 32] = "space";
  CharacterCodes2[CharacterCodes2["_0"] = 48] = "_0";
  CharacterCodes2[CharacterCodes2["_1"] = 49] = "_1";
  CharacterCodes2[CharacterCodes2["_2"] = 50] = "_2";
  CharacterCodes2[CharacterCodes2["_3"] = 51] = "_3";
  CharacterCodes2[CharacterCodes2["_4"] = 52] = "_4";
  CharacterCodes2[CharacterCodes2["_5"] = 53] = "_5";
  CharacterCodes2[CharacterCodes2["_6"] = 54] = "_6";
  CharacterCodes2[CharacterCodes2["_7"] = 55] = "_7";
  CharacterCodes2[CharacterCodes2["_8"] = 56] = "_8";
  CharacterCodes2[CharacterCodes2["_9"] = 57] = "_9";
  CharacterCodes2[CharacterCodes2["a"] = 97] = "a";
  CharacterCodes2[CharacterCodes2["b"] = 98] = "b";
  CharacterCodes2[CharacterCodes2["c"] = 99] = "c";
  CharacterCodes2[CharacterCodes2["d"] = 100] = "d";
  CharacterCodes2[CharacterCodes2["e"] = 101] = "e";
  CharacterCodes2[CharacterCodes2["f"] = 102] = "f";
  CharacterCodes2[CharacterCodes2["g"] = 103] = "g";
  CharacterCodes2[CharacterCodes2["h"] = 104] = "h";
  CharacterCodes2[CharacterCodes2["i"] = 105] = "i";
  CharacterCodes2[CharacterCodes2["j"] = 106] = "j";
  CharacterCodes2[CharacterCodes2["k"] = 107] = "k";
  CharacterCodes2[CharacterCodes2["l"] = 108] = "l";
  CharacterCodes2[CharacterCodes2["m"] = 109] = "m";
  CharacterCodes2[CharacterCodes2["n"] = 110] = "n";
  CharacterCodes2[CharacterCodes2["o"] = 111] = "o";
  CharacterCodes2[CharacterCodes2["p"] = 112] = "p";
  CharacterCodes2[CharacterCodes2["q"] = 113] = "q";
  CharacterCodes2[CharacterCodes2["r"] = 114] = "r";
  CharacterCodes2[CharacterCodes2["s"] = 115] = "s";
  CharacterCodes2[CharacterCodes2["t"] = 116] = "t";
  CharacterCodes2[CharacterCodes2["u"] = 117] = "u";
  CharacterCodes2[CharacterCodes2["v"] = 118] = "v";
  CharacterCodes2[CharacterCodes2["w"] = 119] = "w";
  CharacterCodes2[CharacterCodes2["x"] = 120] = "x";
  CharacterCodes2[CharacterCodes2["y"] = 121] = "y";
  CharacterCodes2[CharacterCodes2["z"] = 122] = "z";
  CharacterCodes2[CharacterCodes2["A"] = 65] = "A";
  CharacterCodes2[CharacterCodes2["B"] = 66] = "B";
  CharacterCodes2[CharacterCodes2["C"] = 67] = "C";
  CharacterCodes2[CharacterCodes2["D"] = 68] = "D";
  CharacterCodes2[CharacterCodes2["E"] = 69] = "E";
  CharacterCodes2[CharacterCodes2["F"] = 70] = "F";
  CharacterCodes2[CharacterCodes2["G"] = 71] = "G";
  CharacterCodes2[CharacterCodes2["H"] = 72] = "H";
  CharacterCodes2[CharacterCodes2["I"] = 73] = "I";
  CharacterCodes2[CharacterCodes2["J"] = 74] = "J";
  CharacterCodes2[CharacterCodes2["K"] = 75] = "K";
  CharacterCodes2[CharacterCodes2["L"] = 76] = "L";
  CharacterCodes2[CharacterCodes2["M"] = 77] = "M";
  CharacterCodes2[CharacterCodes2["N"] = 78] = "N";
  CharacterCodes2[CharacterCodes2["O"] = 79] = "O";
  CharacterCodes2[CharacterCodes2["P"] = 80] = "P";
  CharacterCodes2[CharacterCodes2["Q"] = 81] = "Q";
  CharacterCodes2[CharacterCodes2["R"] = 82] = "R";
  CharacterCodes2[CharacterCodes2["S"] = 83] = "S";
  CharacterCodes2[CharacterCodes2["T"] = 84] = "T";
  CharacterCodes2[CharacterCodes2["U"] = 85] = "U";
  CharacterCodes2[CharacterCodes2["V"] = 86] = "V";
  CharacterCodes2[CharacterCodes2["W"] = 87] = "W";
  CharacterCodes2[CharacterCodes2["X"] = 88] = "X";
  CharacterCodes2[CharacterCodes2["Y"] = 89] = "Y";
  CharacterCodes2[CharacterCodes2["Z"] = 90] = "Z";
  CharacterCodes2[CharacterCodes2["asterisk"] = 42] = "asterisk";
  CharacterCodes2[CharacterCodes2["backslash"] = 92] = "backslash";
  CharacterCodes2[CharacterCodes2["closeBrace"] = 125] = "closeBrace";
  CharacterCodes2[CharacterCodes2["closeBracket"] = 93] = "closeBracket";
  CharacterCodes2[CharacterCodes2["colon"] = 58] = "colon";
  CharacterCodes2[CharacterCodes2["comma"] = 44] = "comma";
  CharacterCodes2[CharacterCodes2["dot"] = 46] = "dot";
  CharacterCodes2[CharacterCodes2["doubleQuote"] = 34] = "doubleQuote";
  CharacterCodes2[CharacterCodes2["minus"] = 45] = "minus";
  CharacterCodes2[CharacterCodes2["openBrace"] = 123] = "openBrace";
  CharacterCodes2[CharacterCodes2["openBracket"] = 91] = "openBracket";
  CharacterCodes2[CharacterCodes2["plus"] = 43] = "plus";
  CharacterCodes2[CharacterCodes2["slash"] = 47] = "slash";
  CharacterCodes2[CharacterCodes2["formFeed"] = 12] = "formFeed";
  CharacterCodes2[CharacterCodes2["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces = new Array(20).fill(0).map((_, index) => {
  return " ".repeat(index);
});
var maxCachedValues = 200;
var cachedBreakLinesWithSpaces = {
  " ": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + " ".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + " ".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + " ".repeat(index);
    })
  },
  "	": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\n" + "	".repeat(index);
    }),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r" + "	".repeat(index);
    }),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
      return "\r\n" + "	".repeat(index);
    })
  }
};

// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions2) {
  ParseOptions2.DEFAULT = {
    allowTrailingComma: false
  };
})(ParseOptions || (ParseOptions = {}));
function visit(text5, visitor, options = ParseOptions.DEFAULT) {
  const _scanner = createScanner(text5, false);
  const _jsonPath = [];
  let suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks++;
      } else {
        let cbReturn = visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice());
        if (cbReturn === false) {
          suppressedCallbacks = 1;
        }
      }
    } : () => true;
  }
  function toEndVisit(visitFunction) {
    return visitFunction ? () => {
      if (suppressedCallbacks > 0) {
        suppressedCallbacks--;
      }
      if (suppressedCallbacks === 0) {
        visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
      }
    } : () => true;
  }
  const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
  const disallowComments = options && options.disallowComments;
  const allowTrailingComma = options && options.allowTrailingComma;
  function scanNext() {
    while (true) {
      const token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(
            14
            /* ParseErrorCode.InvalidUnicode */
          );
          break;
        case 5:
          handleError(
            15
            /* ParseErrorCode.InvalidEscapeCharacter */
          );
          break;
        case 3:
          handleError(
            13
            /* ParseErrorCode.UnexpectedEndOfNumber */
          );
          break;
        case 1:
          if (!disallowComments) {
            handleError(
              11
              /* ParseErrorCode.UnexpectedEndOfComment */
            );
          }
          break;
        case 2:
          handleError(
            12
            /* ParseErrorCode.UnexpectedEndOfString */
          );
          break;
        case 6:
          handleError(
            16
            /* ParseErrorCode.InvalidCharacter */
          );
          break;
      }
      switch (token) {
        case 12:
        case 13:
          if (disallowComments) {
            handleError(
              10
              /* ParseErrorCode.InvalidCommentToken */
            );
          } else {
            onComment();
          }
          break;
        case 16:
          handleError(
            1
            /* ParseErrorCode.InvalidSymbol */
          );
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    onError(error);
    if (skipUntilAfter.length + skipUntil.length > 0) {
      let token = _scanner.getToken();
      while (token !== 17) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1) {
          break;
        }
        token = scanNext();
      }
    }
  }
  function parseString(isValue) {
    const value = _scanner.getTokenValue();
    if (isValue) {
      onLiteralValue(value);
    } else {
      onObjectProperty(value);
      _jsonPath.push(value);
    }
    scanNext();
    return true;
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        const tokenValue = _scanner.getTokenValue();
        let value = Number(tokenValue);
        if (isNaN(value)) {
          handleError(
            2
            /* ParseErrorCode.InvalidNumberFormat */
          );
          value = 0;
        }
        onLiteralValue(value);
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(true);
        break;
      case 9:
        onLiteralValue(false);
        break;
      default:
        return false;
    }
    scanNext();
    return true;
  }
  function parseProperty() {
    if (_scanner.getToken() !== 10) {
      handleError(3, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
      return false;
    }
    parseString(false);
    if (_scanner.getToken() === 6) {
      onSeparator(":");
      scanNext();
      if (!parseValue()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
    } else {
      handleError(5, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]);
    }
    _jsonPath.pop();
    return true;
  }
  function parseObject() {
    onObjectBegin();
    scanNext();
    let needsComma = false;
    while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 2 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (!parseProperty()) {
        handleError(4, [], [
          2,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onObjectEnd();
    if (_scanner.getToken() !== 2) {
      handleError(7, [
        2
        /* SyntaxKind.CloseBraceToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseArray() {
    onArrayBegin();
    scanNext();
    let isFirstElement = true;
    let needsComma = false;
    while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
      if (_scanner.getToken() === 5) {
        if (!needsComma) {
          handleError(4, [], []);
        }
        onSeparator(",");
        scanNext();
        if (_scanner.getToken() === 4 && allowTrailingComma) {
          break;
        }
      } else if (needsComma) {
        handleError(6, [], []);
      }
      if (isFirstElement) {
        _jsonPath.push(0);
        isFirstElement = false;
      } else {
        _jsonPath[_jsonPath.length - 1]++;
      }
      if (!parseValue()) {
        handleError(4, [], [
          4,
          5
          /* SyntaxKind.CommaToken */
        ]);
      }
      needsComma = true;
    }
    onArrayEnd();
    if (!isFirstElement) {
      _jsonPath.pop();
    }
    if (_scanner.getToken() !== 4) {
      handleError(8, [
        4
        /* SyntaxKind.CloseBracketToken */
      ], []);
    } else {
      scanNext();
    }
    return true;
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray();
      case 1:
        return parseObject();
      case 10:
        return parseString(true);
      default:
        return parseLiteral();
    }
  }
  scanNext();
  if (_scanner.getToken() === 17) {
    if (options.allowEmptyContent) {
      return true;
    }
    handleError(4, [], []);
    return false;
  }
  if (!parseValue()) {
    handleError(4, [], []);
    return false;
  }
  if (_scanner.getToken() !== 17) {
    handleError(9, [], []);
  }
  return true;
}

// node_modules/jsonc-parser/lib/esm/main.js
var ScanError;
(function(ScanError2) {
  ScanError2[ScanError2["None"] = 0] = "None";
  ScanError2[ScanError2["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
  ScanError2[ScanError2["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
  ScanError2[ScanError2["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
  ScanError2[ScanError2["InvalidUnicode"] = 4] = "InvalidUnicode";
  ScanError2[ScanError2["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
  ScanError2[ScanError2["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind2) {
  SyntaxKind2[SyntaxKind2["OpenBraceToken"] = 1] = "OpenBraceToken";
  SyntaxKind2[SyntaxKind2["CloseBraceToken"] = 2] = "CloseBraceToken";
  SyntaxKind2[SyntaxKind2["OpenBracketToken"] = 3] = "OpenBracketToken";
  SyntaxKind2[SyntaxKind2["CloseBracketToken"] = 4] = "CloseBracketToken";
  SyntaxKind2[SyntaxKind2["CommaToken"] = 5] = "CommaToken";
  SyntaxKind2[SyntaxKind2["ColonToken"] = 6] = "ColonToken";
  SyntaxKind2[SyntaxKind2["NullKeyword"] = 7] = "NullKeyword";
  SyntaxKind2[SyntaxKind2["TrueKeyword"] = 8] = "TrueKeyword";
  SyntaxKind2[SyntaxKind2["FalseKeyword"] = 9] = "FalseKeyword";
  SyntaxKind2[SyntaxKind2["StringLiteral"] = 10] = "StringLiteral";
  SyntaxKind2[SyntaxKind2["NumericLiteral"] = 11] = "NumericLiteral";
  SyntaxKind2[SyntaxKind2["LineCommentTrivia"] = 12] = "LineCommentTrivia";
  SyntaxKind2[SyntaxKind2["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
  SyntaxKind2[SyntaxKind2["LineBreakTrivia"] = 14] = "LineBreakTrivia";
  SyntaxKind2[SyntaxKind2["Trivia"] = 15] = "Trivia";
  SyntaxKind2[SyntaxKind2["Unknown"] = 16] = "Unknown";
  SyntaxKind2[SyntaxKind2["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
var visit2 = visit;
var ParseErrorCode;
(function(ParseErrorCode2) {
  ParseErrorCode2[ParseErrorCode2["InvalidSymbol"] = 1] = "InvalidSymbol";
  ParseErrorCode2[ParseErrorCode2["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
  ParseErrorCode2[ParseErrorCode2["PropertyNameExpected"] = 3] = "PropertyNameExpected";
  ParseErrorCode2[ParseErrorCode2["ValueExpected"] = 4] = "ValueExpected";
  ParseErrorCode2[ParseErrorCode2["ColonExpected"] = 5] = "ColonExpected";
  ParseErrorCode2[ParseErrorCode2["CommaExpected"] = 6] = "CommaExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBraceExpected"] = 7] = "CloseBraceExpected";
  ParseErrorCode2[ParseErrorCode2["CloseBracketExpected"] = 8] = "CloseBracketExpected";
  ParseErrorCode2[ParseErrorCode2["EndOfFileExpected"] = 9] = "EndOfFileExpected";
  ParseErrorCode2[ParseErrorCode2["InvalidCommentToken"] = 10] = "InvalidCommentToken";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
  ParseErrorCode2[ParseErrorCode2["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
  ParseErrorCode2[ParseErrorCode2["InvalidUnicode"] = 14] = "InvalidUnicode";
  ParseErrorCode2[ParseErrorCode2["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
  ParseErrorCode2[ParseErrorCode2["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));

// src/domain/image/go-json.ts
var DESCRIPTOR_KEYS = ["mediaType", "digest", "size", "urls", "annotations", "data", "platform"];
var PLATFORM2 = { keys: ["architecture", "os", "os.version", "os.features", "variant"] };
var DESCRIPTOR = {
  keys: [...DESCRIPTOR_KEYS, "artifactType"],
  deeper: { platform: PLATFORM2 }
};
var DOCUMENT_KEYS = ["schemaVersion", "mediaType", "artifactType", "subject", "annotations"];
var MANIFEST = {
  keys: [...DOCUMENT_KEYS, "config", "layers"],
  deeper: { config: DESCRIPTOR, layers: DESCRIPTOR, subject: DESCRIPTOR }
};
var INDEX = {
  keys: [...DOCUMENT_KEYS, "manifests"],
  deeper: { manifests: DESCRIPTOR, subject: DESCRIPTOR }
};
var CONFIG = {
  keys: [
    ...["created", "author", "architecture", "os", "os.version", "os.features", "variant"],
    ...["config", "rootfs", "history"]
  ],
  deeper: {
    config: {
      keys: [
        ...["User", "ExposedPorts", "Env", "Entrypoint", "Cmd", "Volumes", "WorkingDir", "Labels"],
        ...["StopSignal", "ArgsEscaped", "Memory", "MemorySwap", "CpuShares", "Healthcheck"],
        ...["OnBuild", "Shell", "Hostname", "Domainname", "MacAddress", "NetworkDisabled", "Image"],
        ...["StopTimeout", "AttachStdin", "AttachStdout", "AttachStderr", "Tty", "OpenStdin"],
        "StdinOnce"
      ],
      deeper: {
        Healthcheck: {
          keys: ["Test", "Interval", "Timeout", "StartPeriod", "StartInterval", "Retries"]
        }
      }
    },
    rootfs: { keys: ["type", "diff_ids"] },
    history: { keys: ["created", "created_by", "author", "comment", "empty_layer"] }
  }
};
function ambiguityIn(text5, root) {
  const open2 = [];
  let found2;
  visit2(text5, {
    onObjectBegin: () => {
      open2.push({
        struct: open2.length === 0 ? root : open2.at(-1)?.next,
        seen: /* @__PURE__ */ new Set(),
        next: void 0
      });
    },
    onObjectEnd: () => {
      open2.pop();
    },
    onObjectProperty: (name) => {
      const object = open2.at(-1);
      const known2 = knownKey(object?.struct, name);
      if (object === void 0) return;
      object.next = known2 === void 0 ? void 0 : ownProperty(object.struct?.deeper ?? {}, known2);
      if (known2 === void 0) return;
      if (object.seen.has(known2)) found2 ??= `its key ${JSON.stringify(known2)} stands in it twice`;
      else if (known2 !== name)
        found2 ??= `its key ${JSON.stringify(name)} is ${JSON.stringify(known2)} to the engine`;
      object.seen.add(known2);
    }
  });
  return found2;
}
function knownKey(struct, name) {
  const folded = fold(name);
  return struct?.keys.find((key) => fold(key) === folded);
}
function fold(key) {
  return key.replaceAll("ſ", "s").replaceAll("K", "k").replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// src/domain/image/system.ts
var RELEASES = ["etc/os-release", "usr/lib/os-release"];
var FILES = [
  ...RELEASES,
  ...["etc/debian_version", "etc/alpine-release", "etc/lsb-release", "etc/system-release"],
  ...["etc/redhat-release", "etc/centos-release", "etc/rocky-release", "etc/almalinux-release"],
  ...["etc/fedora-release", "etc/oracle-release", "etc/photon-release", "etc/SuSE-release"]
];
var LISTS2 = {
  dpkg: ["var/lib/dpkg/status", "var/lib/dpkg/status.d"],
  apk: ["lib/apk/db/installed", "usr/lib/apk/db/installed"],
  rpm: ["var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm"].flatMap(
    (folder) => ["Packages", "Packages.db", "rpmdb.sqlite"].map((name) => `${folder}/${name}`)
  ),
  pacman: ["var/lib/pacman/local"]
};
function toSystemFacts(tree) {
  const named3 = RELEASES.map((path) => releaseName(tree, path)).find((name) => name !== void 0);
  const lists = Object.keys(LISTS2).filter(
    (list3) => LISTS2[list3].some((path) => isFilled(tree, path))
  );
  const files = FILES.flatMap((path) => {
    const node = tree.at(path);
    return node?.kind === "file" ? [{ path, layer: node.layer }] : [];
  });
  return { ...defined({ named: named3 }), lists, files };
}
function isFilled(tree, path) {
  const node = tree.at(path);
  return node?.kind === "folder" ? (node.children?.size ?? 0) > 0 : (node?.size ?? 0) > 0;
}
function releaseName(tree, path) {
  const content = tree.content(path);
  if (content === void 0) return void 0;
  const values = new Map(
    Buffer.from(content).toString("latin1").split("\n").flatMap((line2) => {
      const [, key, value] = /^([A-Z_]+)=(.*)$/.exec(line2.trim()) ?? [];
      return key === void 0 || value === void 0 ? [] : [[key, unquoted(value)]];
    })
  );
  const id = values.get("ID");
  if (id === void 0 || id === "") return void 0;
  const version = values.get("VERSION_ID") ?? values.get("VERSION_CODENAME");
  return nameText([id, version].filter((part) => part !== void 0).join(" "));
}
function unquoted(value) {
  const mark = value[0];
  const isQuoted = (mark === '"' || mark === "'") && value.length > 1 && value.endsWith(mark);
  return isQuoted ? value.slice(1, -1) : value;
}

// src/domain/image/contents.ts
var MOST3 = 100;
var JAR = /\.(jar|war|ear|par)$/i;
var DEPTH = 4;
var SETUID_SETGID = 3072;
var EXECUTABLE = 73;
function imageContents(tree, views) {
  const seen = /* @__PURE__ */ new Set();
  const files = [];
  const folders2 = new Sums();
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
    for (const folder of foldersOf(path)) folders2.add(folder, node);
    const tool = toolAtPath(path);
    if (tool !== void 0) tools.add(`${tool.kind}\0${tool.name}`, node);
  }
  const unseenRecords = views?.view.unseen(tree) ?? [];
  const removedRecords = views?.history.removed(tree) ?? [];
  return {
    ...unseenRecords.length > 0 && { unseenRecords },
    ...removedRecords.length > 0 && { removedRecords },
    files: count,
    inUseBytes,
    privileged,
    jars,
    system: toSystemFacts(tree),
    biggestFiles: named2(biggest(files)),
    biggestFolders: named2(biggest(telling(folders2.all()))),
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
      path,
      bytes: bytes2,
      files,
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
function telling(folders2) {
  const below = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes2 } of folders2) {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    below.set(parent, Math.max(below.get(parent) ?? 0, bytes2));
  }
  return folders2.filter(({ path, bytes: bytes2 }) => (below.get(path) ?? 0) < bytes2 * 0.8);
}
function keepBiggest(list3, share2) {
  list3.push(share2);
  if (list3.length >= MOST3 * 20) list3.splice(0, list3.length, ...biggest(list3));
}
function biggest(list3) {
  return [...list3].sort((a, b) => b.bytes - a.bytes).slice(0, MOST3);
}
function named2(shares) {
  return shares.map(({ path, bytes: bytes2, layer: layer2 }) => ({ path: nameText(path), bytes: bytes2, layer: layer2 }));
}

// src/domain/image/folder-records.ts
var NODE = {
  ofRecord: (path) => /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(path)?.[1],
  ofFile: (path) => /^(.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+)\//.exec(path)?.slice(1) ?? []
};
var GEM = {
  ofRecord: (path) => {
    const [, home, name] = /^(.*)\/specifications\/([^/]+)\.gemspec$/.exec(path) ?? [];
    return home === void 0 || name === void 0 ? void 0 : `${home}/gems/${name}`;
  },
  // A home may have such a name itself: `rvm/gems/ruby-3.2.0/gems/rack-2.0.0`.
  ofFile: (path) => [...path.matchAll(/\/gems\/[^/]+(?=\/)/g)].map(
    ({ 0: { length }, index }) => path.slice(0, index + length)
  )
};
var PYTHON_RECORD = /\.(?:dist-info\/METADATA|egg-info(?:\/PKG-INFO)?)$/;
var PYTHON = {
  ofRecord: (path) => PYTHON_RECORD.test(path) ? pythonModule(path) : void 0,
  ofFile: (path) => {
    const module = pythonModule(path);
    return module === void 0 ? [] : [module];
  }
};
function pythonModule(path) {
  const home = Math.max(path.lastIndexOf("site-packages/"), path.lastIndexOf("dist-packages/"));
  if (home < 0) return void 0;
  const start3 = home + "site-packages/".length;
  const name = /^[^/.-]+/.exec(path.slice(start3))?.[0];
  return name && `${path.slice(0, start3)}${name.toLowerCase()}`;
}
var COMPOSER = {
  ofRecord: () => void 0,
  ofFile: (path) => /^(.*(?:^|\/)vendor\/[^/]+\/[^/]+)\//.exec(path)?.slice(1) ?? []
};
var FORMATS = [NODE, GEM, PYTHON, COMPOSER];
function folderOfListed(list3, name) {
  const home = /^(.*(?:^|\/)vendor)\/composer\/installed\.json$/.exec(list3)?.[1];
  return home === void 0 ? void 0 : `${home}/${name}`;
}
function isRecordFile(path) {
  return PYTHON_RECORD.test(path) || folderOfRecord(path) !== void 0;
}
function folderOfRecord(path) {
  return FORMATS.map(({ ofRecord }) => ofRecord(path)).find((folder) => folder !== void 0);
}
function foldersOfFile(path) {
  return FORMATS.flatMap(({ ofFile }) => ofFile(path));
}

// src/domain/image/names.ts
var MOST_LINKS = 40;
var LONGEST_PATH = 4095;
var DEEPEST2 = 2048;
var SLICED = 13;
var EscapingName = class extends Error {
  name = "EscapingName";
  constructor(path) {
    super(`the name ${JSON.stringify(nameText(path))} leaves the image's root`);
  }
};
function pathParts(name) {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw new EscapingName(name);
  if (parts.length > DEEPEST2) throw new Error(`a name in it has more than ${DEEPEST2} parts`);
  return parts;
}
function relativeTo(depth, target) {
  const names = [];
  let up = target.startsWith("/") ? depth : 0;
  for (const part of target.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") names.push(part);
    else if (names.pop() === void 0) up = Math.min(depth, up + 1);
  }
  return { up, names };
}
function flat(part) {
  return part.length < SLICED ? part : Buffer.from(part, "latin1").toString("latin1");
}
function joined(folder, name) {
  return folder === "" ? name : `${folder}/${name}`;
}

// src/domain/image/package-lists.ts
var NAME_LISTS = [
  {
    path: /^(?:usr\/)?lib\/apk\/db\/installed$/,
    names: (content) => content.split("\n\n").filter((one2) => /^V:\d\S*$/m.test(one2)).flatMap((one2) => /^P:(\S+)$/m.exec(one2)?.[1] ?? [])
  },
  {
    path: /^var\/lib\/dpkg\/status$/,
    names: (content) => content.split("\n\n").filter((one2) => /^Status: .* installed$/m.test(one2)).flatMap(debianName)
  },
  {
    // Distroless images: a file for each package.
    path: /^var\/lib\/dpkg\/status\.d\/[^/]+(?<!\.md5sums)$/,
    names: debianName
  },
  { path: /^(?:.*\/)?vendor\/composer\/installed\.json$/, names: composerNames }
];
function debianName(entry3) {
  if (!/^Version: \d[A-Za-z0-9.+:~-]*$/m.test(entry3)) return [];
  return /^Package: (\S+)/m.exec(entry3)?.slice(1) ?? [];
}
function namesIn2(path, content) {
  return NAME_LISTS.find((list3) => list3.path.test(path))?.names(textOf(content));
}
var FILE_LISTS = [
  {
    // The specification "Recording installed projects": relative to the folder of the record's own.
    path: /\.dist-info\/RECORD$/,
    record: (path) => path.replace(/RECORD$/, "METADATA"),
    files: (path, content) => under(path, -2, linesOf(content).map(withoutSum))
  },
  {
    // setuptools, relative to the record's own folder.
    path: /\.egg-info\/installed-files\.txt$/,
    record: (path) => path.replace(/installed-files\.txt$/, "PKG-INFO"),
    files: (path, content) => under(
      path,
      -2,
      linesOf(content).flatMap((line2) => /^\.\.\/(.+)$/.exec(line2)?.[1] ?? [])
    )
  }
];
function filesIn(path, content) {
  const list3 = FILE_LISTS.find((one2) => one2.path.test(path));
  return list3 && { record: list3.record(path), files: list3.files(path, textOf(content)) };
}
function isDatabase(path) {
  return /^(?:var\/lib\/rpm|usr\/lib\/sysimage\/rpm|usr\/share\/rpm)\/(?:Packages(?:\.db)?|rpmdb\.sqlite)$/.test(
    path
  );
}
function isPackageList(path) {
  return [...NAME_LISTS, ...FILE_LISTS].some((list3) => list3.path.test(path));
}
function under(path, depth, files) {
  const folder = path.split("/").slice(0, depth).join("/");
  return files.filter((file) => file !== "" && !file.startsWith("/") && !file.includes("..")).map((file) => joined(folder, file));
}
function withoutSum(line2) {
  return line2.split(",", 1)[0] ?? "";
}
function linesOf(content) {
  return content.split("\n").map((line2) => line2.trimEnd());
}
function composerNames(content) {
  const document = parsed2(content);
  const packages = Array.isArray(document) ? document : listIn(document, "packages");
  return packages.flatMap((one2) => {
    const name = isObject(one2) ? ownProperty(one2, "name") : void 0;
    return typeof name === "string" ? [name] : [];
  });
}
function listIn(document, key) {
  const list3 = isObject(document) ? ownProperty(document, key) : void 0;
  return Array.isArray(list3) ? list3 : [];
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}
function parsed2(content) {
  try {
    return JSON.parse(content);
  } catch {
    return void 0;
  }
}
function textOf(content) {
  return Buffer.from(content).toString("latin1");
}

// src/domain/image/whiteouts.ts
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
function deletedBy(entries) {
  return new Set(entries.flatMap(({ name }) => deletedName(name) ?? []));
}
function deletedName(name) {
  if (!name.includes(WHITEOUT)) return void 0;
  const parts = pathParts(name);
  const last = parts.at(-1) ?? "";
  if (!last.startsWith(WHITEOUT)) return void 0;
  const folder = parts.slice(0, -1).join("/");
  return last === OPAQUE ? folder : joined(folder, last.slice(WHITEOUT.length));
}
function foldersAnd(path) {
  const parts = path.split("/");
  return ["", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}

// src/domain/image/removed-records.ts
var CODE = /\.(?:py|so(?:\.[\d.]+)?|js|mjs|cjs|node|pl|pm|rb|php|jar|a|dll)$|(?:^|\/)s?bin\/[^/]+$/i;
function isCode(path) {
  return CODE.test(path) && !/(?:^|\/)(?:__pycache__|doc|docs|man|licenses)\//.test(path);
}
function isStillThere(tree, path, layers) {
  const node = isCode(path) ? tree.at(path) : void 0;
  return node?.kind === "file" && node.layer < layers;
}
var RecordHistory = class {
  /** Of single packages: all that any layer brought, the last of each path. */
  #records = /* @__PURE__ */ new Map();
  /** By record, the package's own files as any list beside it had them: a later one may be emptied. */
  #files = /* @__PURE__ */ new Map();
  /** Each state of a list; one that is deleted is empty. */
  #lists = /* @__PURE__ */ new Map();
  #layer = -1;
  apply(entries) {
    this.#layer += 1;
    this.#delete(deletedBy(entries));
    for (const { name, kind, content } of entries) {
      if (kind !== "file") continue;
      const path = pathParts(name).join("/");
      if (isRecordFile(path)) this.#records.set(path, { layer: this.#layer });
      if (isDatabase(path)) this.#list(path, []);
      if (content === void 0) continue;
      const listed = filesIn(path, content);
      if (listed !== void 0) this.#listFiles(listed);
      const names = namesIn2(path, content);
      if (names !== void 0) this.#list(path, names);
    }
  }
  #listFiles({ record, files }) {
    const known2 = this.#files.get(record) ?? /* @__PURE__ */ new Set();
    for (const file of files) known2.add(file);
    this.#files.set(record, known2);
  }
  #delete(deleted) {
    if (deleted.size === 0) return;
    const isDeleted = (path) => foldersAnd(path).some((name) => deleted.has(name));
    for (const [path, seen] of this.#records)
      if (seen.removedBy === void 0 && isDeleted(path))
        this.#records.set(path, { ...seen, removedBy: this.#layer });
    for (const path of this.#lists.keys()) if (isDeleted(path)) this.#list(path, []);
  }
  #list(path, names) {
    const states = this.#lists.get(path) ?? [];
    states.push({ layer: this.#layer, names });
    this.#lists.set(path, states);
  }
  /** Of packages of a language those alone of which code is still there; of a system's nobody knows yet. */
  removed(tree) {
    const lists = [...this.#ofLists()];
    return [
      ...lists.filter((one2) => foldersOfList(one2).length === 0),
      ...this.#withFiles(tree),
      ...this.#ofFolders(tree, lists)
    ];
  }
  *#ofLists() {
    for (const [path, states] of this.#lists) {
      const later = /* @__PURE__ */ new Set();
      for (const [index, { layer: layer2, names }] of [...states.entries()].reverse()) {
        const next = states[index + 1];
        const removed = next && { path, layers: layer2 + 1, removedBy: next.layer };
        const gone = names.filter((name) => !later.has(name));
        if (removed !== void 0 && isDatabase(path)) yield { ...removed, isDatabase: true };
        else if (removed !== void 0 && gone.length > 0) yield { ...removed, names: gone };
        for (const name of names) later.add(name);
      }
    }
  }
  *#missing(tree) {
    for (const [path, { layer: layer2, removedBy }] of this.#records)
      if (tree.at(path)?.kind !== "file") yield { path, layers: layer2 + 1, ...defined({ removedBy }) };
  }
  *#withFiles(tree) {
    for (const record of this.#missing(tree))
      for (const file of this.#files.get(record.path) ?? []) {
        if (!isStillThere(tree, file, record.layers)) continue;
        yield record;
        break;
      }
  }
  *#ofFolders(tree, lists) {
    const missing = /* @__PURE__ */ new Map();
    for (const record of this.#missing(tree)) {
      const isListed = (this.#files.get(record.path)?.size ?? 0) > 0;
      const folder = isListed ? void 0 : folderOfRecord(record.path);
      if (folder !== void 0) missing.set(folder, record);
    }
    for (const list3 of lists)
      for (const [folder, name] of foldersOfList(list3))
        missing.set(folder, { ...list3, names: [name] });
    for (const path of this.#records.keys())
      if (tree.at(path)?.kind === "file") missing.delete(folderOfRecord(path) ?? "");
    if (missing.size > 0) yield* stillInFolders(tree, missing);
  }
};
function foldersOfList({ path, names = [] }) {
  return names.flatMap((name) => {
    const folder = folderOfListed(path, name);
    return folder === void 0 ? [] : [[folder, name]];
  });
}
function* stillInFolders(tree, missing) {
  for (const { path, node } of tree.files()) {
    if (!isCode(path)) continue;
    for (const folder of foldersOfFile(path)) {
      const found2 = missing.get(folder);
      if (found2 === void 0 || node.layer >= found2.layers) continue;
      missing.delete(folder);
      yield found2;
    }
  }
}

// src/domain/image/scanner-view.ts
var RECORD = /\.(?:jar|war|ear|par)$|\.dist-info\/METADATA$|\.egg-info(?:\/PKG-INFO)?$|(?:^|\/)package\.json$|\.gemspec$|(?:^|\/)conda-meta\/[^/]+\.json$|\.deps\.json$|(?:^|\/)vendor\/composer\/installed\.json$|^var\/lib\/dpkg\/status(?:\.d\/[^/]+)?$|^(?:usr\/)?lib\/apk\/db\/installed$|(?:^|\/)(?:Packages|Packages\.db|rpmdb\.sqlite)$/i;
function isRecord(path) {
  return RECORD.test(path);
}
var ScannerView = class {
  /** Position of the layer whose file is seen, by path. */
  #seen = /* @__PURE__ */ new Map();
  #layer = -1;
  apply(entries) {
    this.#layer += 1;
    this.#delete(deletedBy(entries));
    for (const { name, kind, isProgram } of entries) {
      if (kind !== "file") continue;
      const path = pathParts(name).join("/");
      if (isProgram === true || isRecord(path)) this.#seen.set(path, this.#layer);
    }
  }
  /** @param deleted files, and folders with all that is in them; of an opaque folder itself */
  #delete(deleted) {
    if (deleted.size === 0) return;
    for (const path of this.#seen.keys())
      if (foldersAnd(path).some((name) => deleted.has(name))) this.#seen.delete(path);
  }
  /** Records of the final tree that the scanner does not see under any of their names. */
  unseen(tree) {
    const candidates = [];
    const seen = /* @__PURE__ */ new Set();
    for (const { path, node } of tree.files()) {
      if (this.#seen.get(path) === node.layer) seen.add(node);
      else if (isRecord(path)) candidates.push({ path, node });
    }
    return candidates.filter(({ node }) => !seen.has(node)).map(({ path }) => nameText(path));
  }
};

// src/domain/archive/bad-archive.ts
var BadArchive = class extends Error {
  name = "BadArchive";
};
function oddEntry(name, why) {
  return new BadArchive(`its entry ${JSON.stringify(nameText(name))} ${why}`);
}

// src/domain/image/tree-node.ts
var FOLDER = { kind: "folder", size: 0, mode: 493, uid: 0, gid: 0, mtime: 0 };
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
function newNode({ size, mode, uid, gid, mtime, target, isProgram = false, content }, {
  kind,
  layer: layer2,
  old
}) {
  return {
    kind,
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

// src/domain/image/layer-parents.ts
var SETGID = 1024;
var Covered = class {
  #names = /* @__PURE__ */ new Map();
  add(siblings, name) {
    const names = this.#names.get(siblings) ?? /* @__PURE__ */ new Set();
    this.#names.set(siblings, names.add(flat(name)));
  }
  has(siblings, name) {
    return this.#names.get(siblings)?.has(name) === true;
  }
};
var ParentFinder = class {
  #on;
  /** Folders of this layer that no entry names, and what was put there through a link. */
  #unnamed = /* @__PURE__ */ new Set();
  #followed = /* @__PURE__ */ new Set();
  #gone = /* @__PURE__ */ new Map();
  constructor(on) {
    this.#on = on;
  }
  /** Brought by this layer, or a folder that it makes again for what it puts there. */
  isHere(node) {
    return node.layer === this.#on.layer || this.#unnamed.has(node);
  }
  /** Brought by an entry under its own name. */
  isNamed(node) {
    return !this.#unnamed.has(node);
  }
  isFollowed(node) {
    return this.#followed.has(node);
  }
  leaveUnnamed(node) {
    this.#unnamed.add(node);
  }
  goneFrom(siblings) {
    const gone = this.#gone.get(siblings) ?? /* @__PURE__ */ new Map();
    this.#gone.set(siblings, gone);
    return gone;
  }
  /** Makes folders that no entry names, and follows links as an engine does. @throws {BadArchive} */
  find(parts, entry3) {
    const walk4 = {
      entry: entry3,
      above: [this.#on.root],
      rest: parts.toReversed(),
      own: parts.length,
      links: 0,
      isCovered: false
    };
    for (let part = walk4.rest.pop(); part !== void 0; part = walk4.rest.pop())
      this.#step(walk4, part);
    return { folder: walk4.above.at(-1) ?? this.#on.root, isThrough: walk4.links > 0 };
  }
  #step(walk4, part) {
    const { above, rest, entry: entry3 } = walk4;
    if (walk4.links > 0) this.#on.walk(1);
    const isOwn = rest.length < walk4.own;
    if (part === "" || part === ".") return;
    if (part === "..") {
      if (above.length > 1) above.pop();
      return;
    }
    const folder = above.at(-1) ?? this.#on.root;
    const node = folder.children?.get(part);
    if (node === void 0) above.push(this.#make(walk4, part, isOwn));
    else if (node.kind === "symlink") this.#enter(walk4, node, isOwn);
    else if (node.kind !== "folder") throw oddEntry(entry3.name, "is in a folder that is none");
    else if (!isOwn && !this.isHere(node))
      throw oddEntry(entry3.name, "is behind a link into a layer below");
    else {
      if (!this.isHere(node)) this.#unnamed.add(node);
      above.push(node);
    }
    walk4.isCovered ||= this.#on.covered.has(folder.children, part);
  }
  #make({ entry: entry3, above, isCovered }, part, isOwn) {
    const { children, mode, gid } = above.at(-1) ?? this.#on.root;
    if (!isOwn) throw oddEntry(entry3.name, "is behind a link to what is not there");
    if (this.#gone.get(children)?.has(part) === true)
      throw oddEntry(entry3.name, "is in a folder that its layer has removed");
    if (isCovered) throw oddEntry(entry3.name, "is in a folder that no entry names, in a new one");
    const made = newFolder(this.#on.layer);
    if ((mode & SETGID) !== 0) made.gid = gid;
    this.#unnamed.add(made);
    children?.set(flat(part), made);
    return made;
  }
  /** An overlay does not see links of other layers, and makes a folder in their place. */
  #enter(walk4, link, isOwn) {
    const { entry: entry3, above } = walk4;
    if (link.layer !== this.#on.layer)
      throw oddEntry(entry3.name, "is behind a link of a layer below");
    walk4.links += 1;
    if (walk4.links > MOST_LINKS) throw oddEntry(entry3.name, "is behind links in a circle");
    this.#followed.add(link);
    const target = link.target ?? "";
    this.#on.walk(target.length + walk4.rest.length);
    if (isOwn) walk4.own = walk4.rest.length;
    if (target.startsWith("/")) above.length = 1;
    walk4.rest = [...walk4.rest, ...target.split("/").toReversed()];
  }
};

// src/domain/image/layer-replay.ts
var LONGEST_NAME = 255;
var LayerReplay = class {
  #on;
  #parents;
  #deleted = [];
  constructor(on) {
    this.#on = on;
    this.#parents = new ParentFinder(on);
  }
  /** @throws {BadArchive} */
  put(entry3) {
    const parts = partsOf(entry3);
    const name = parts.at(-1);
    if (name === void 0) {
      if (entry3.kind !== "folder") throw oddEntry(entry3.name, "is the root, and no folder");
      return;
    }
    if (entry3.kind === "global") this.#passOver(entry3, parts);
    const { folder, isThrough } = this.#parents.find(parts.slice(0, -1), entry3);
    const siblings = folder.children ?? /* @__PURE__ */ new Map();
    const place = { entry: entry3, parts, name, folder, siblings, isThrough };
    if (name === OPAQUE) this.#makeOpaque(place);
    else if (name.startsWith(WHITEOUT)) this.#delete(place);
    else if (entry3.kind === "folder") this.#putFolder(place);
    else this.#putOther(place, entry3.kind);
  }
  /** After all entries. */
  end() {
    for (const { siblings, name } of this.#deleted) this.#on.covered.add(siblings, name);
  }
  /** Some make the folders of its name, and remove what is there; others pass over it. */
  #passOver({ name }, parts) {
    const isKnown2 = parts.length === 1 || this.#at(parts.slice(0, -1))?.kind === "folder";
    if (!isKnown2 || this.#at(parts) !== void 0)
      throw oddEntry(name, "is a header for the whole archive, and changes what is there");
  }
  /** No link is followed. */
  #at(parts) {
    let node = this.#on.root;
    for (const part of parts) node = node?.children?.get(part);
    return node;
  }
  #delete({ entry: entry3, parts, name: whiteout, siblings }) {
    const name = whiteout.slice(WHITEOUT.length);
    const node = siblings.get(name);
    if (entry3.kind === "global" || ["", ".", ".."].includes(name))
      throw oddEntry(entry3.name, "deletes what engines do not agree upon");
    if (node !== void 0 && this.#parents.isHere(node))
      throw oddEntry(entry3.name, "deletes what its own layer brings");
    const gone = this.#parents.goneFrom(siblings);
    if (gone.has(name)) throw oddEntry(entry3.name, "deletes what is deleted already");
    gone.set(name, node?.kind ?? "other");
    this.#deleted.push({ siblings, name });
    if (node !== void 0) this.#drop(node, { path: [...parts.slice(0, -1), name].join("/") });
    siblings.delete(name);
  }
  #makeOpaque({ entry: entry3, parts, folder, siblings, isThrough }) {
    const isShown2 = folder === this.#on.root && this.#on.layer > 0 && siblings.size > 0;
    if (entry3.kind === "global" || isThrough || isShown2)
      throw oddEntry(entry3.name, "hides what engines do not agree upon");
    this.#hide(folder, parts.slice(0, -1).join("/"), entry3);
  }
  /** Of what is in it, all that this layer did not bring by name. */
  #hide(folder, path, entry3) {
    if (folder.children === void 0) return;
    for (const [name, node] of folder.children) {
      this.#on.walk(1);
      if (!this.#parents.isHere(node)) {
        this.#drop(node, { path: joined(path, name) });
        folder.children.delete(name);
        this.#on.covered.add(folder.children, name);
      } else if (this.#parents.isNamed(node)) this.#hide(node, joined(path, name), entry3);
      else
        throw oddEntry(
          entry3.name,
          `hides ${JSON.stringify(name)}, which its own layer fills before`
        );
    }
  }
  #putFolder({ entry: entry3, parts, name, siblings, isThrough }) {
    const old = siblings.get(name);
    const gone = this.#parents.goneFrom(siblings);
    if (gone.get(name) === "folder")
      throw oddEntry(entry3.name, "is a folder again, after its layer has removed it");
    gone.delete(name);
    if (old !== void 0 && old.kind !== "folder")
      this.#replace(old, { entry: entry3, parts, name, siblings });
    const fresh = newNode(entry3, { kind: "folder", layer: this.#on.layer, old });
    if (isThrough) this.#parents.leaveUnnamed(fresh);
    siblings.set(old === void 0 ? flat(name) : name, fresh);
  }
  #putOther(place, kind) {
    const { entry: entry3, name, siblings, isThrough } = place;
    const old = siblings.get(name);
    const gone = this.#parents.goneFrom(siblings);
    if (kind === "global") {
      if (gone.has(name)) throw oddEntry(entry3.name, "is a header for what its layer has removed");
      return;
    }
    if (old?.kind === "folder") {
      if (this.#parents.isHere(old)) throw oddEntry(entry3.name, "was a folder in the same layer");
      gone.set(name, "folder");
    } else if (gone.get(name) !== "folder") gone.delete(name);
    if (old !== void 0) this.#replace(old, place);
    siblings.delete(name);
    const fresh = kind === "hardlink" ? this.#linked(entry3) : this.#made(entry3, kind);
    if (isThrough) this.#parents.leaveUnnamed(fresh);
    siblings.set(flat(name), fresh);
  }
  #made(entry3, kind) {
    const length = entry3.target?.length ?? 1;
    if (kind === "symlink" && (length === 0 || length > LONGEST_PATH))
      throw oddEntry(entry3.name, "is a link to nowhere");
    return newNode(entry3, { kind, layer: this.#on.layer, old: void 0 });
  }
  /** One inode, with the owner and rights that came last. An overlay finds it only in its own layer. */
  #linked(entry3) {
    const node = this.#at(pathParts(entry3.target ?? ""));
    if (node === void 0 || node.kind === "folder" || !this.#parents.isHere(node))
      throw oddEntry(entry3.name, "is a hard link to what its layer has no file for");
    const { mode, uid, gid, mtime } = entry3;
    Object.assign(node, node.kind === "symlink" ? { uid, gid, mtime } : { mode, uid, gid, mtime });
    node.links += 1;
    return node;
  }
  #replace(old, place) {
    const { entry: entry3, parts, name, siblings } = place;
    if (this.#parents.isFollowed(old))
      throw oddEntry(entry3.name, "replaces a link that its layer has gone through");
    if (!this.#parents.isHere(old)) this.#on.covered.add(siblings, name);
    this.#drop(old, { path: parts.join("/"), by: entry3 });
  }
  #drop(node, lost) {
    node.links -= 1;
    if (node.links > 0) return;
    const { waste: losses, layer: layer2 } = this.#on;
    if (node.kind === "file") losses.add({ ...lost, node, removedIn: layer2 });
    for (const [name, child2] of node.children ?? [])
      this.#drop(child2, { path: joined(lost.path, name) });
  }
};
function partsOf({ name }) {
  const parts = pathParts(name);
  const length = parts.reduce((sum, part) => sum + part.length + 1, 0);
  if (length > LONGEST_PATH || parts.some((part) => part.length > LONGEST_NAME))
    throw oddEntry(name, "has a longer name than any file");
  if (parts.slice(0, -1).some((part) => part.startsWith(WHITEOUT)))
    throw oddEntry(name, "is in a folder that is named as what deletes");
  return parts;
}

// src/domain/image/tree.ts
var STEPS = { atFirst: 5e6, byEntry: 200 };
var Tree = class {
  #root = newFolder(-1);
  #losses = new WasteCollector();
  #covered = new Covered();
  #layer = -1;
  #stepsLeft = STEPS.atFirst;
  /** Applies one layer. @throws {BadArchive} where engines do not agree upon what it means */
  apply(entries) {
    this.#layer += 1;
    this.#stepsLeft += STEPS.byEntry * entries.length;
    const replay = new LayerReplay({
      root: this.#root,
      waste: this.#losses,
      covered: this.#covered,
      layer: this.#layer,
      walk: (steps) => {
        this.#walk(steps);
      }
    });
    for (const entry3 of entries) replay.put(entry3);
    replay.end();
  }
  /** How many were applied. */
  get layers() {
    return this.#layer + 1;
  }
  /** What was brought in and is not in the final tree. */
  waste() {
    return this.#losses.all();
  }
  /** @throws when links lead a longer way than any system would go: the work stays in proportion to the image */
  #walk(steps) {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) throw new BadArchive("its links lead too long a way");
  }
  /** What a path leads to in the final tree, links followed. */
  #follow(path, mostLinks = MOST_LINKS) {
    let rest = path.toReversed();
    const above = [this.#root];
    let links = 0;
    for (let part = rest.pop(); part !== void 0; part = rest.pop()) {
      if (links > 0) this.#walk(1);
      const folder = above.at(-1);
      const node = folder?.children?.get(part);
      if (node?.kind !== "symlink") {
        if (node === void 0 || rest.length === 0) return node;
        above.push(node);
        continue;
      }
      links += 1;
      const target = node.target ?? "";
      if (links >= mostLinks || target.length > LONGEST_PATH) return void 0;
      this.#walk(target.length + rest.length);
      const { up, names } = relativeTo(above.length - 1, target);
      above.length -= up;
      rest = [...rest, ...names.toReversed()];
    }
    return void 0;
  }
  /** What a file holds, links followed; undefined when it is not there or nobody kept it. */
  content(path) {
    return this.#follow(pathParts(path))?.content;
  }
  /** Where a name leads when links are followed; undefined when nothing is there. */
  at(path, mostLinks) {
    return this.#follow(pathParts(path), mostLinks);
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
function* walk2(folder, prefix) {
  for (const [name, node] of folder.children ?? []) {
    const path = joined(prefix, name);
    yield { path, node };
    if (node.children !== void 0) yield* walk2(node, path);
  }
}

// src/domain/limit-concurrency.ts
function limitConcurrency(most) {
  const waiting = [];
  let free = most;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise((resolve10) => waiting.push(resolve10));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === void 0) free += 1;
      else next();
    }
  };
}

// src/domain/image/user.ts
var LARGEST_ID = 2 ** 31 - 1;
var LONGEST_LINE3 = 65535;
function resolveUser(declared, { passwd, group }) {
  const [user = "", ...rest] = bytesOf2(declared).split(":");
  const named3 = rest.join(":");
  const number = numberIn(user);
  const numeric = number !== void 0;
  const accounts = rowsOf(passwd).map(accountOf);
  const found2 = accounts.find(
    ({ name, id }) => user === "" ? id === 0 : numeric ? id === number : name === user
  );
  const uid = found2?.id ?? (user === "" ? 0 : number);
  const gid = named3 === "" ? found2?.gid ?? 0 : groupOf(named3, group);
  const refused2 = refusalOf({ uid, gid, isUnread: isUnreadable(passwd) });
  return {
    declared,
    ...uid === void 0 || refused2 !== void 0 ? {} : { uid },
    ...gid === void 0 || refused2 !== void 0 ? {} : { gid },
    isRoot: uid === 0,
    numeric,
    ...defined({ refused: refused2 })
  };
}
function refusalOf({
  uid,
  gid,
  isUnread
}) {
  if (isUnread) return "file";
  if (uid === void 0) return "user";
  if (gid === void 0) return "group";
  return [uid, gid].every((id) => id >= 0 && id <= LARGEST_ID) ? void 0 : "range";
}
function groupOf(named3, group) {
  const number = numberIn(named3);
  const groups = isUnreadable(group) ? [] : rowsOf(group).map(accountOf);
  const found2 = groups.find(
    ({ name, id }) => number === void 0 ? name === named3 : id === number
  );
  return found2?.id ?? number;
}
function accountOf(row) {
  const [name = "", , id = "", gid = ""] = row.split(":");
  return { name, id: numberIn(id) ?? 0, gid: numberIn(gid) ?? 0 };
}
function rowsOf(file) {
  return file === void 0 ? [] : linesOf2(file).map(trimmed).filter((row) => row !== "");
}
function isUnreadable(file) {
  return file !== void 0 && linesOf2(file).some((line2) => line2.length > LONGEST_LINE3);
}
function linesOf2(file) {
  return Buffer.from(file).toString("latin1").split("\n");
}
function numberIn(text5) {
  return /^[+-]?\d+$/.test(text5) ? Number(text5) + 0 : void 0;
}
var SPACES = new Set(
  [
    ...["	", "\n", "\v", "\f", "\r", " ", "", " ", " ", "\u2028", "\u2029"],
    ...[" ", " ", "　"],
    ...Array.from({ length: 11 }, (_, at) => String.fromCodePoint(8192 + at))
  ].map(bytesOf2)
);
var LENGTHS = [1, 2, 3];
function trimmed(line2) {
  let start3 = 0;
  let end = line2.length;
  for (let step2 = spaceAt(line2, start3); step2 > 0; step2 = spaceAt(line2, start3)) start3 += step2;
  for (let step2 = spaceBefore(line2, end); step2 > 0 && end > start3; step2 = spaceBefore(line2, end))
    end -= step2;
  return line2.slice(start3, end);
}
function spaceAt(line2, at) {
  return LENGTHS.find((length) => SPACES.has(line2.slice(at, at + length))) ?? 0;
}
function spaceBefore(line2, end) {
  return LENGTHS.find((length) => SPACES.has(line2.slice(Math.max(0, end - length), end))) ?? 0;
}
function bytesOf2(text5) {
  return Buffer.from(text5, "utf8").toString("latin1");
}

// src/stages/read/accounts.ts
var ACCOUNT_FILES = ["etc/passwd", "etc/group"];
var MOST_LINKS2 = 256;
var LARGEST = 4 * 1024 * 1024;
function imageUser(config, tree) {
  const [passwd, group] = ACCOUNT_FILES.map((path) => tree.at(path, MOST_LINKS2));
  if ([passwd, group].some((node) => node !== void 0 && node.content === void 0))
    return unable(
      "Who the image starts as is not known: its /etc/passwd or /etc/group leads to what cannot be read as a file."
    );
  return known(
    resolveUser(config.config?.User ?? "", { passwd: passwd?.content, group: group?.content })
  );
}
function unreadAccounts(tree) {
  const wanted = new Set(
    ACCOUNT_FILES.flatMap((path) => tree.at(path, MOST_LINKS2) ?? []).filter(
      ({ kind, content, size }) => kind === "file" && content === void 0 && size <= LARGEST
    )
  );
  if (wanted.size === 0) return /* @__PURE__ */ new Set();
  return new Set([...tree.files()].filter(({ node }) => wanted.has(node)).map(({ path }) => path));
}

// src/stages/read/document.ts
import { createHash as createHash5 } from "node:crypto";
import { join as join12 } from "node:path";

// src/stages/read/layer.ts
import { createHash as createHash4 } from "node:crypto";
import { dirname as dirname6 } from "node:path";
import { Transform as Transform2, Writable } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";
import zlib2 from "node:zlib";

// src/domain/archive/tar-numbers.ts
var ZERO = 48;
var SPACE = 32;
var LARGEST2 = 2n ** 63n;
function numberAt(block, start3, length) {
  const plain2 = plainOctal(block, start3, start3 + length);
  if (plain2 !== void 0) return plain2;
  const field = block.subarray(start3, start3 + length);
  if (((field[0] ?? 0) & 128) === 0) return octalOf(field);
  const value = binaryOf(field);
  if (value >= LARGEST2 || value < -LARGEST2) throw damaged();
  return Number(value);
}
function octalAt(block, start3, length) {
  return plainOctal(block, start3, start3 + length) ?? octalOf(block.subarray(start3, start3 + length));
}
function modeAt(block) {
  const mode = numberAt(block, 100, 8);
  const field = block.subarray(100, 108);
  return Number.isSafeInteger(mode) ? mode & 4095 : Number(BigInt.asUintN(12, binaryOf(field)));
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
function octalOf(field) {
  const isFilling = (byte) => byte === 0 || byte === SPACE;
  const from = field.findIndex((byte) => !isFilling(byte));
  const to = field.findLastIndex((byte) => !isFilling(byte));
  const [text5 = ""] = field.toString("latin1", Math.max(from, 0), to + 1).split("\0");
  if (!/^[0-7]*$/.test(text5)) throw damaged();
  return Number.parseInt(`0${text5}`, 8);
}
function binaryOf(field) {
  const value = field.reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
  return BigInt.asIntN(field.length * 8 - 1, value);
}
function damaged() {
  return new BadArchive("a number in a tar header of it is damaged");
}

// src/domain/archive/tar-pax.ts
var SPARSE_MAP = "GNU.sparse.map";
var SPARSE_PARTS = ["GNU.sparse.offset", "GNU.sparse.numbytes"];
var TEXTS = /* @__PURE__ */ new Set(["path", "linkpath", "uname", "gname"]);
function parsePax(data) {
  const records = /* @__PURE__ */ new Map();
  const map = [];
  for (let at = 0; at < data.length; ) {
    const { key, value, length } = recordAt(data, at);
    at += length;
    if (!SPARSE_PARTS.includes(key)) records.set(key, value);
    else if (key === SPARSE_PARTS[map.length % 2] && !value.includes(",")) map.push(value);
    else throw damagedPax();
  }
  if (map.length > 0) records.set(SPARSE_MAP, map.join(","));
  return records;
}
function recordAt(data, at) {
  const space = data.indexOf(32, at);
  const digits = data.toString("latin1", at, space < 0 ? at : Math.min(space, at + 10));
  const length = Number(digits);
  const end = at + length;
  if (!/^\d{1,9}$/.test(digits) || length < 5 || end > data.length || end - 1 <= space)
    throw damagedPax();
  const record = data.toString("latin1", space + 1, end - 1);
  const equals = record.indexOf("=");
  const key = record.slice(0, equals);
  const value = record.slice(equals + 1);
  const isWhole3 = data[end - 1] === 10 && equals > 0;
  if (!isWhole3 || (TEXTS.has(key) ? value : key).includes("\0")) throw damagedPax();
  return { key, value, length };
}
function textIn(pax, key) {
  const value = pax.get(key);
  return value === "" ? void 0 : value;
}
function countIn(pax, key) {
  const value = textIn(pax, key);
  return value === void 0 ? void 0 : parseCount(value);
}
function parseCount(value) {
  if (!/^\d{1,20}$/.test(value) || !Number.isSafeInteger(Number(value))) throw damagedPax();
  return Number(value);
}
function timeIn(pax, key) {
  const value = textIn(pax, key);
  if (value === void 0) return void 0;
  if (!/^-?\d{1,18}(?:\.\d*)?$/.test(value)) throw damagedPax();
  return Number(value);
}
function damagedPax() {
  return new BadArchive("a pax header of it is damaged");
}

// src/domain/archive/tar-sparse.ts
var LARGEST_MAP = 1024 * 1024;
function toSparseMap(pax) {
  const version = ["major", "minor"].map((part) => pax.get(`GNU.sparse.${part}`) ?? "").join(".");
  if (version === "1.0") return "before the content";
  const map = textIn(pax, "GNU.sparse.map");
  if (version !== "0.0" && version !== "0.1" && (version !== "." || map === void 0))
    return void 0;
  const numbers = map === void 0 ? [] : map.split(",");
  if (numbers.length !== 2 * parseCount(pax.get("GNU.sparse.numblocks") ?? ""))
    throw new BadArchive("the map of a sparse file in it is damaged");
  return paired(numbers);
}
function parseMap(text5) {
  const lines = text5.split("\n");
  const [first = ""] = lines;
  if (lines.length < 2) return void 0;
  const count = 2 * parseCount(first);
  return lines.length < count + 2 ? void 0 : paired(lines.slice(1, count + 1));
}
function paired(numbers) {
  return numbers.flatMap(
    (offset, index) => index % 2 === 0 ? [{ offset: parseCount(offset), length: parseCount(numbers[index + 1] ?? "") }] : []
  );
}
function checkMap(map, { size, stored }) {
  let end = 0;
  let bytes2 = 0;
  for (const { offset, length } of map) {
    if (offset < end) throw new BadArchive("the map of a sparse file in it is damaged");
    end = offset + length;
    bytes2 += length;
  }
  if (end > size || bytes2 !== stored)
    throw new BadArchive("the map of a sparse file in it is damaged");
}
function unpacked(data, map, bytes2) {
  const file = Buffer.alloc(bytes2);
  let taken = 0;
  for (const { offset, length } of map) {
    if (offset < bytes2) data.copy(file, offset, taken, taken + length);
    taken += length;
  }
  return file;
}

// src/domain/archive/tar-header.ts
var HEADER_ONLY = "123456";
function parseHeader(block) {
  checkSum(block);
  const { prefix, device } = beyondV7(block);
  const name = parseText(block.subarray(0, 100));
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    target: parseText(block.subarray(157, 257)),
    type: String.fromCharCode(block[156] ?? 0),
    size: numberAt(block, 124, 12),
    mode: modeAt(block),
    uid: numberAt(block, 108, 8),
    gid: numberAt(block, 116, 8),
    mtime: numberAt(block, 136, 12),
    device
  };
}
function beyondV7(block) {
  const mark = block.toString("latin1", 257, 265);
  const isPosix = mark.startsWith("ustar\0");
  const isGnu = mark === "ustar  \0";
  if (!isPosix && !isGnu) return { prefix: "", device: { major: 0, minor: 0 } };
  const device = { major: numberAt(block, 329, 8), minor: numberAt(block, 337, 8) };
  return { prefix: isGnu ? oldGoPrefix(block) : posixPrefix(block), device };
}
function posixPrefix(block) {
  if (block.toString("latin1", 508, 512) !== "tar\0") return parseText(block.subarray(345, 500));
  numberAt(block, 476, 12);
  numberAt(block, 488, 12);
  return parseText(block.subarray(345, 476));
}
function oldGoPrefix(block) {
  if (isTime(block, 345) && isTime(block, 357)) return "";
  const prefix = parseText(block.subarray(345, 500));
  return /^[\0-\x7f]*$/.test(prefix) ? prefix : "";
}
function isTime(block, start3) {
  if (block[start3] === 0) return true;
  try {
    numberAt(block, start3, 12);
    return true;
  } catch {
    return false;
  }
}
function checkSum(block) {
  const said = octalAt(block, 148, 8);
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
function parseText(bytes2) {
  if (bytes2[0] === 0) return "";
  const end = bytes2.indexOf(0);
  return bytes2.toString("latin1", 0, end < 0 ? bytes2.length : end);
}
function toEntry(header, extra) {
  const { pax } = extra;
  const named3 = given(extra.name) ?? textIn(pax, "path") ?? header.name;
  const kind = kindOf(header, named3);
  const stored = countIn(pax, "size") ?? header.size;
  if (header.size < 0 && !HEADER_ONLY.includes(header.type))
    throw oddEntry(named3, "has a size below zero");
  const sparse = toSparseMap(pax);
  const name = (sparse && textIn(pax, "GNU.sparse.name")) ?? named3;
  const target = given(extra.target) ?? textIn(pax, "linkpath") ?? header.target;
  checkRecords(name, pax);
  if (name.includes("\0")) throw oddEntry(name, "has a name with a NUL");
  if (kind !== "file") {
    if (sparse !== void 0) throw oddEntry(name, "is a sparse file, and no file");
    return {
      stored: 0,
      entry: { name, kind, size: 0, ...ownersOf2(header, pax, name), ...isLink(kind) && { target } }
    };
  }
  const size = sparse === void 0 ? stored : countIn(pax, "GNU.sparse.size") ?? countIn(pax, "GNU.sparse.realsize") ?? stored;
  if (![size, stored].every(Number.isSafeInteger)) throw oddEntry(name, "is larger than any file");
  return {
    stored,
    entry: { name, kind, size, ...ownersOf2(header, pax, name) },
    ...sparse && { sparse }
  };
}
function ownersOf2(header, pax, name) {
  const uid = countIn(pax, "uid") ?? header.uid;
  const gid = countIn(pax, "gid") ?? header.gid;
  if (![uid, gid].every((id) => id >= 0 && id < 4294967295))
    throw oddEntry(name, "has an owner that no system has");
  timeIn(pax, "atime");
  timeIn(pax, "ctime");
  const mtime = Math.floor(timeIn(pax, "mtime") ?? header.mtime);
  return {
    mode: header.mode,
    uid,
    gid,
    mtime: mtime >= 0 && Number.isSafeInteger(mtime) ? mtime : 0
  };
}
function checkRecords(name, pax) {
  for (const key of pax.keys())
    if (/^SCHILY\.xattr\.(?:trusted|user)\.overlay\./.test(key))
      throw oddEntry(
        name,
        `has the attribute ${JSON.stringify(key)}, which belongs to overlay file systems`
      );
}
function given(value) {
  return value === "" ? void 0 : value;
}
function isLink(kind) {
  return kind === "symlink" || kind === "hardlink";
}
function kindOf({ type, device }, name) {
  switch (type) {
    case "0":
      return "file";
    case "\0":
      return name.endsWith("/") ? "folder" : "file";
    case "1":
      return "hardlink";
    case "2":
      return "symlink";
    case "3":
    case "4":
      checkDevice(name, type, device);
      return "other";
    case "5":
      return "folder";
    case "6":
      return "other";
    case "g":
      return "global";
    default:
      throw oddEntry(name, `is of the type ${JSON.stringify(type)}, which engines do not unpack`);
  }
}
function checkDevice(name, type, { major, minor }) {
  const isOne = major >= 0 && major <= 4095 && minor >= 0 && minor <= 1048575;
  if (!isOne || type === "3" && major === 0 && minor === 0)
    throw oddEntry(name, `is a device ${major}:${minor}, which engines do not all read alike`);
}

// src/domain/archive/tar.ts
var BLOCK = 512;
var EMPTY = Buffer.alloc(BLOCK);
var MOST_ENTRIES2 = 5e6;
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
    if (this.#state.at === "data" && this.#data === 0) this.#close(this.#state);
    if (this.#state.at === "end") return;
    const isBetween = this.#state.at === "header" || this.#state.at === "first empty block";
    if (!isBetween || this.#rest.length > 0)
      throw new BadArchive("it ends in the middle of an entry");
  }
  /** How many bytes were used; undefined when more are needed. */
  #takeBlock(bytes2) {
    if (bytes2.length < BLOCK) return void 0;
    const block = bytes2.subarray(0, BLOCK);
    if (this.#state.at === "sparse map") this.#mapped(this.#state, block);
    else if (this.#state.at === "first empty block") {
      if (!block.equals(EMPTY)) throw new BadArchive("it goes on after its end");
      this.#state = { at: "end" };
    } else if (block.equals(EMPTY)) this.#state = { at: "first empty block" };
    else this.#head(parseHeader(block));
    return BLOCK;
  }
  #head(header) {
    if (!"LKxg".includes(header.type)) {
      this.#start(toEntry(header, this.#extra));
      return;
    }
    if (header.size < 0 || header.size > LARGEST_EXTRA)
      throw new BadArchive(`a header of it has ${header.size} bytes`);
    this.#expect(header.size, (data) => {
      this.#learn(header, data);
    });
  }
  #learn(header, data) {
    if (header.type === "L") this.#extra = { ...this.#extra, name: parseText(data) };
    else if (header.type === "K") this.#extra = { ...this.#extra, target: parseText(data) };
    else if (header.type === "x") this.#extra = { ...this.#extra, pax: parsePax(data) };
    else this.#start(toEntry(header, { pax: parsePax(data) }));
  }
  #start(head) {
    this.#extra = { pax: /* @__PURE__ */ new Map() };
    this.#entries += 1;
    if (this.#entries > MOST_ENTRIES2)
      throw new BadArchive(`it has more than ${MOST_ENTRIES2} entries`);
    if (head.sparse === "before the content") this.#state = { at: "sparse map", head, text: "" };
    else this.#content(head, head.sparse);
  }
  /** The map stands in whole blocks before the content, and they are part of what is stored. */
  #mapped({ head, text: before }, block) {
    const text5 = before + block.toString("latin1");
    const stored = head.stored - BLOCK;
    if (stored < 0 || text5.length > LARGEST_MAP)
      throw oddEntry(head.entry.name, "is a sparse file without a map");
    const map = parseMap(text5);
    const rest = { ...head, stored };
    if (map === void 0) this.#state = { at: "sparse map", head: rest, text: text5 };
    else this.#content(rest, map);
  }
  #content({ entry: entry3, stored }, map) {
    const { onEntry, wants, onData } = this.#options;
    const { size } = entry3;
    if (map !== void 0) checkMap(map, { size, stored });
    if (map !== void 0 && onData !== void 0) throw oddEntry(entry3.name, "is a sparse file");
    const whole2 = (data, bytes2) => map === void 0 ? data : unpacked(data, map, bytes2);
    if (entry3.kind === "file" && wants(entry3.name, size)) {
      this.#expect(stored, (content) => {
        onEntry({ ...entry3, content: whole2(content, size) });
      });
      return;
    }
    const isProgram = (entry3.mode & EXECUTABLE2) !== 0 && size > ELF.length;
    if (entry3.kind === "file" && isProgram && onData === void 0) {
      const tell = (head) => {
        onEntry(whole2(head, ELF.length).equals(ELF) ? { ...entry3, isProgram: true } : entry3);
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
    const { kept } = this.#state;
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
    if (this.#padding === 0) this.#close(this.#state);
    return data + padding;
  }
  #close({ kept, use }) {
    this.#state = { at: "header" };
    if (kept !== void 0) use(Buffer.concat(kept.parts));
  }
};

// src/stages/read/budget.ts
var MOST_UNPACKED = 2e10;
var TooLarge = class extends Error {
  name = "TooLarge";
};
var Budget = class {
  #most;
  #used = 0;
  constructor(most) {
    this.#most = most;
  }
  /** @throws {TooLarge} that names the layer */
  take(bytes2, layer2) {
    this.#used += bytes2;
    if (this.#used > this.#most)
      throw new TooLarge(
        `its layers unpack to more than ${formatBytes(this.#most)} (${this.#used} bytes when layer ${layer2} was given up); the input max-unpacked allows more`
      );
  }
};

// src/stages/read/plain-view.ts
import { createHash as createHash3 } from "node:crypto";
import { Transform } from "node:stream";
var PLAIN_LAYER = "application/vnd.oci.image.layer.v1.tar";
var MANIFEST2 = "application/vnd.oci.image.manifest.v1+json";
var MOST_GROWTH = 8;
var LEFT_FREE = 2e9;
var ASKED_EVERY = 64 * 1024 * 1024;
async function hasRoom(folder, layers, deps) {
  const bytes2 = layers.reduce((sum, layer2) => sum + layer2.size, 0);
  return await deps.files.freeBytes(folder) > bytes2 * MOST_GROWTH + LEFT_FREE;
}
async function isRoomLeft(folder, deps) {
  return await deps.files.freeBytes(folder) > LEFT_FREE;
}
var PlainCopy = class extends Transform {
  failed = false;
  #unasked = 0;
  constructor(to, { chunkBytes, hasRoom: hasRoom2 }) {
    super({
      highWaterMark: chunkBytes,
      transform: (chunk, _, done) => {
        void this.#ask(chunk.length, hasRoom2).then(() => {
          if (this.failed) done(null, chunk);
          else
            to.write(chunk, () => {
              done(null, chunk);
            });
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
  /** While it grows: an archive of few bytes may unpack to any number. */
  async #ask(bytes2, hasRoom2) {
    this.#unasked += bytes2;
    if (this.failed || this.#unasked < ASKED_EVERY) return;
    this.#unasked = 0;
    if (!await hasRoom2().catch(() => false)) this.failed = true;
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
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType: MANIFEST2, config, layers });
  const digest2 = `sha256:${createHash3("sha256").update(manifest).digest("hex")}`;
  await files.write(blobPath(folder, digest2), manifest);
  const size = Buffer.byteLength(manifest);
  await writeLayoutIndex(folder, { mediaType: MANIFEST2, digest: digest2, size }, deps);
}

// src/stages/read/layer.ts
var CHUNK2 = 512 * 1024;
var MOST_KEPT = 16 * 1024 * 1024;
var KEPT = /(^|\/)(etc\/(passwd|group)|(etc|usr\/lib)\/os-release)$/;
var MAY_BE_KEPT = /passwd|group|os-release|RECORD|status|installed/;
var BadLayer = class extends Error {
  name = "BadLayer";
};
async function readLayer(source, deps) {
  const { path, descriptor, diffId, plain: plain2, budget, alsoKept } = source;
  const blob = new Meter2();
  const tar = new Meter2((bytes2) => {
    budget.take(bytes2, descriptor.digest);
  });
  const archive = new LayerArchive(alsoKept);
  const copy = plain2 === void 0 ? void 0 : copyTo(plain2, deps);
  const unpacking = [blob, ...await decompressor(path, deps), tar];
  const steps = copy === void 0 ? unpacking : [...unpacking, copy];
  try {
    const { signal } = deps;
    await pipeline2([deps.files.stream(path, CHUNK2), ...steps, archive.sink()], { signal });
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw new BadLayer(`layer ${descriptor.digest} is damaged: ${errorMessage(error)}`);
  }
  if (plain2 !== void 0 && copy?.failed === true) await deps.files.remove(plain2);
  const layer2 = descriptor.digest;
  check("digest", { found: blob.digest(), said: descriptor.digest, layer: layer2 });
  check("size", { found: String(blob.bytes), said: String(descriptor.size), layer: layer2 });
  check("diffID", { found: tar.digest(), said: diffId, layer: layer2 });
  const { unpackedBytes, entries } = archive;
  return {
    facts: {
      digest: descriptor.digest,
      diffId,
      downloadBytes: blob.bytes,
      unpackedBytes,
      entries: entries.length
    },
    entries,
    tarBytes: tar.bytes,
    isCopied: copy?.failed !== true
  };
}
function copyTo(plain2, deps) {
  const hasRoom2 = () => isRoomLeft(dirname6(plain2), deps);
  return new PlainCopy(deps.files.sparseSink(plain2), { chunkBytes: CHUNK2, hasRoom: hasRoom2 });
}
function check(what, { found: found2, said, layer: layer2 }) {
  if (found2 !== said)
    throw new BadLayer(`the ${what} of layer ${layer2} is ${found2}, and the image says ${said}`);
}
var Meter2 = class extends Transform2 {
  #hash = createHash4("sha256");
  bytes = 0;
  /** @param see is told how many bytes each time; what it throws ends it all */
  constructor(see = () => void 0) {
    super({
      highWaterMark: CHUNK2,
      transform: (chunk, _, done) => {
        queueMicrotask(() => {
          try {
            see(chunk.length);
          } catch (error) {
            done(error instanceof Error ? error : new Error(String(error)));
            return;
          }
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
  switch (detectCompression(first instanceof Uint8Array ? first : new Uint8Array())) {
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
  #alsoKept;
  constructor(alsoKept = /* @__PURE__ */ new Set()) {
    this.#alsoKept = alsoKept;
  }
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
    if (this.#alsoKept.size === 0 && !MAY_BE_KEPT.test(name)) return false;
    const path = pathParts(name).join("/");
    const isKept = KEPT.test(path) || isPackageList(path) || this.#alsoKept.has(path);
    if (!isKept || this.#kept + bytes2 > MOST_KEPT) return false;
    this.#kept += bytes2;
    return true;
  }
};

// src/stages/read/document.ts
var LARGEST_DOCUMENT = 8 * 1024 * 1024;
function parseDocument2(data, { schema: schema6, struct, what }) {
  const text5 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(data);
  const parsed4 = schema6.safeParse(parseJson2(text5));
  if (!parsed4.success)
    throw new BadLayer(`its ${what} is not of the shape that the OCI specification gives`);
  const ambiguity = ambiguityIn(text5, struct);
  if (ambiguity !== void 0)
    throw new BadLayer(`its ${what} would mean something else to the engine: ${ambiguity}`);
  return parsed4.data;
}
function parseJson2(text5) {
  try {
    return JSON.parse(text5);
  } catch {
    return void 0;
  }
}
async function findManifest(folder, deps) {
  const top = await deps.files.read(join12(folder, "index.json"), LARGEST_DOCUMENT);
  const index = parseDocument2(top, { schema: indexSchema, struct: INDEX, what: "index.json" });
  const nested = await Promise.all(
    index.manifests.map(async (descriptor) => {
      if (!isIndex(descriptor)) return [descriptor];
      const inner = await readDocument(descriptor, {
        folder,
        deps,
        schema: indexSchema,
        struct: INDEX,
        what: "index"
      });
      return inner.manifests.map((entry3) => descriptorSchema.parse(entry3));
    })
  );
  const manifests = nested.flat().filter((descriptor) => !isAttestation(descriptor));
  const [only2] = manifests;
  if (only2 === void 0 || manifests.length > 1)
    throw new BadLayer(`its layout names ${manifests.length} images, and one is expected`);
  return only2;
}
async function readDocument(descriptor, { folder, deps, what, ...rest }) {
  const data = await deps.files.read(blobPath(folder, descriptor.digest), LARGEST_DOCUMENT);
  const found2 = `sha256:${createHash5("sha256").update(data).digest("hex")}`;
  if (found2 !== descriptor.digest)
    throw new BadLayer(
      `the digest of its ${what} is ${found2}, and the layout says ${descriptor.digest}`
    );
  return parseDocument2(data, { ...rest, what: `${what} ${descriptor.digest}` });
}

// src/stages/read/find-layer.ts
async function findLayer(source, layerCache, deps) {
  const { path, descriptor, diffId } = source;
  const kept = await layerCache?.take({ digest: descriptor.digest, diffId });
  if (kept?.facts.downloadBytes === descriptor.size) {
    const found2 = `sha256:${await deps.files.sha256(path)}`;
    if (found2 !== descriptor.digest)
      throw new BadLayer(
        `the digest of layer ${descriptor.digest} is ${found2}, and the image says ${descriptor.digest}`
      );
    source.budget.take(kept.facts.unpackedBytes, descriptor.digest);
    return { ...kept, view: descriptor };
  }
  const { facts, entries, tarBytes, isCopied } = await readLayer(source, deps);
  layerCache?.put({ facts, entries });
  return { facts, entries, ...isCopied && { view: plainLayer(diffId, tarBytes) } };
}

// src/stages/read/index.ts
var LAYERS_AT_ONCE = 3;
async function readImage(layout, place, deps) {
  try {
    const { facts, tree, isPlain } = await read2(layout.path, place, deps);
    return { facts: known(facts), tree, scannable: isPlain ? place.spare : layout.path };
  } catch (error) {
    const facts = unable(`The image cannot be read: ${errorMessage(error)}.`);
    return { facts, scannable: layout.path, isTooLarge: error instanceof TooLarge };
  }
}
var MANIFEST_DOCUMENT = { schema: manifestSchema, struct: MANIFEST, what: "manifest" };
var CONFIG_DOCUMENT = { schema: configSchema, struct: CONFIG, what: "config" };
async function read2(folder, { spare, layerCache, mostBytes }, deps) {
  const manifestDescriptor = await findManifest(folder, deps);
  const at = { folder, deps };
  const manifest = await readDocument(manifestDescriptor, { ...at, ...MANIFEST_DOCUMENT });
  const config = await readDocument(manifest.config, { ...at, ...CONFIG_DOCUMENT });
  const plain2 = await hasRoom(spare, manifest.layers, deps) ? spare : void 0;
  const limits = { mostBytes: mostBytes ?? MOST_UNPACKED };
  const context = { ...at, ...limits, plain: plain2, layerCache, config };
  const { tree: first, view, history, layers } = await readLayers(manifest.layers, context);
  const alsoKept = unreadAccounts(first);
  const again = { ...context, plain: void 0, layerCache: void 0, alsoKept };
  const { tree } = alsoKept.size === 0 ? { tree: first } : await readLayers(manifest.layers, again);
  const views = layers.flatMap(({ view: view2 }) => view2 ?? []);
  const isWhole3 = plain2 !== void 0 && views.length === layers.length;
  const isPlain = isWhole3 && views.some(isPlainLayer);
  if (isPlain)
    await writePlainView(
      { folder: spare, layout: folder, config: manifest.config, layers: views },
      deps
    );
  const named3 = { digest: manifestDescriptor.digest, configDigest: manifest.config.digest };
  return { facts: { ...named3, ...factsOf(config, layers, { tree, view, history }) }, tree, isPlain };
}
function factsOf(config, layers, { tree, ...others }) {
  const sum = (pick) => layers.reduce((total, layer2) => total + pick(layer2), 0);
  return {
    platform: formatPlatform(config),
    unpackedBytes: sum((layer2) => layer2.facts.unpackedBytes),
    downloadBytes: sum((layer2) => layer2.facts.downloadBytes),
    layers: layers.map((layer2) => layer2.facts),
    user: imageUser(config, tree),
    healthcheck: parseHealthcheck(config),
    volumes: Object.keys(config.config?.Volumes ?? {}),
    env: config.config?.Env ?? [],
    contents: imageContents(tree, others),
    waste: tree.waste()
  };
}
async function readLayers(descriptors, { folder, plain: plain2, layerCache, config, mostBytes, alsoKept, deps }) {
  const diffIds2 = config.rootfs.diff_ids;
  if (diffIds2.length !== descriptors.length)
    throw new BadLayer(
      `its manifest has ${descriptors.length} layers and its config ${diffIds2.length}`
    );
  if (plain2 !== void 0) await deps.files.makeFolder(join13(plain2, "blobs/sha256"));
  const tree = new Tree();
  const [view, history] = [new ScannerView(), new RecordHistory()];
  const waiting = /* @__PURE__ */ new Map();
  const takeTurn = limitConcurrency(LAYERS_AT_ONCE);
  const budget = new Budget(mostBytes);
  const readOne3 = async (descriptor, index) => {
    const path = blobPath(folder, descriptor.digest);
    await requireBlob(path, descriptor, deps);
    const diffId = diffIds2[index] ?? "";
    const isFirst = diffIds2.indexOf(diffId) === index;
    const copy = plain2 === void 0 || !isFirst ? {} : { plain: blobPath(plain2, diffId) };
    const source = { path, descriptor, diffId, budget, ...alsoKept && { alsoKept }, ...copy };
    const { entries, ...layer2 } = await findLayer(source, layerCache, deps);
    waiting.set(index, entries);
    for (let next = waiting.get(tree.layers); next !== void 0; next = waiting.get(tree.layers)) {
      const layer3 = descriptors[tree.layers]?.digest ?? "";
      waiting.delete(tree.layers);
      apply(next, { tree, layer: layer3 });
      for (const one2 of [view, history]) one2.apply(next);
    }
    return layer2;
  };
  const layers = await Promise.all(
    descriptors.map((descriptor, index) => takeTurn(() => readOne3(descriptor, index)))
  );
  return { tree, view, history, layers };
}
function apply(entries, { tree, layer: layer2 }) {
  try {
    tree.apply(entries);
  } catch (error) {
    throw new BadLayer(
      `layer ${layer2} does not mean the same to all engines: ${errorMessage(error)}`
    );
  }
}
async function requireBlob(path, { digest: digest2, urls }, deps) {
  if (await deps.files.stat(path) !== void 0) return;
  const why = (urls ?? []).length > 0 ? "is foreign: its blob is kept elsewhere" : "has no blob in the layout";
  throw new BadLayer(`layer ${digest2} ${why}`);
}

// src/domain/findings/trivy-log.ts
var LONGEST = 500;
var LONGEST_SAID = 1e4;
var LINE = /^\S+\s+(DEBUG|INFO|WARN|ERROR|FATAL)\s/;
function parseFailureReason(stderr) {
  const lines = linesOf3(stderr);
  const start3 = lines.findLastIndex(({ level }) => level === "FATAL");
  const fallback = lines.findLastIndex(({ level }) => level === "ERROR");
  const from = start3 >= 0 ? start3 : fallback >= 0 ? fallback : lines.length - 1;
  const [first, ...rest] = lines.slice(Math.max(from, 0));
  if (first === void 0) return void 0;
  const end = rest.findIndex(({ level }) => level !== void 0);
  const goesOn = end < 0 ? rest : rest.slice(0, end);
  const reason3 = tidy([first, ...goesOn].map(({ text: text5 }) => text5).join(" "));
  return reason3.includes("no space left on device") ? DISK_FULL : reason3;
}
var DISK_FULL = "the disk is full where it works, no space left on device; free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one";
function parseWarnings(stderr) {
  return linesOf3(stderr).filter(({ level }) => level === "WARN").map(({ text: text5 }) => tidy(text5));
}
function linesOf3(stderr) {
  return withoutEscapes(stderr).split(/[\r\n]+/).filter((line2) => line2.trim() !== "").map((line2) => {
    const [head = "", level] = LINE.exec(line2) ?? [];
    return { level, text: line2.slice(head.length).trimStart() };
  });
}
function tidy(text5) {
  const tidied = text5.slice(-LONGEST_SAID).replace(/\s+/g, " ").replace(/^Fatal error\s*/, "").replace(/^(?:(?:run|init|DB|flag|image scan|scan) error: )+/, "").replace(/(:\/\/)[^\s/@]{0,500}@/g, "$1").replace(/(:\/\/[^\s?]{0,2000})\?\S*/g, "$1").replace(/ \* /g, " ").trim().replace(/[.;]$/, "");
  return tidied.length <= LONGEST ? tidied : `...${tidied.slice(-LONGEST)}`;
}

// src/stages/scan/analyses.ts
import { join as join15 } from "node:path";

// src/clients/trivy.ts
import { join as join14 } from "node:path";
var SBOM_SECONDS = 120;
var ANALYSES = "fanal/fanal.db";
var LARGEST_REPORT = 256 * 1024 * 1024;
var ARCHIVES = "**/*.[jJwWeEpP][aA][rR]";
var WANTS_JAVA = "Unable to initialize the Java DB";
var REFUSES_RULES = "secrets config decode error: ";
async function scanLayout(scan, deps) {
  const { scanner, layout, cache, databases, deadlineSeconds } = scan;
  const written2 = await runFor(
    {
      scanner,
      cache,
      databases,
      deadlineSeconds,
      input: layout,
      output: "report.json",
      kept: [ANALYSES],
      args: (at) => scanArgs(at, scan)
    },
    deps
  );
  return isKnown(written2) ? known({ json: written2.value.text, log: written2.value.log, artifact: written2.value.input }) : unable(`${failureWords(written2.unable)}.`);
}
function failureWords(reason3) {
  const [, ofRules] = reason3.split(REFUSES_RULES);
  return ofRules === void 0 ? `Trivy could not scan the image: ${reason3}` : `Trivy does not take the rules of trivy-secret.yaml: ${ofRules}`;
}
function wantsJava(scanned) {
  return !isKnown(scanned) && scanned.unable.includes(WANTS_JAVA);
}
async function runFor({ scanner, output, kept = [], args, ...call }, deps) {
  const result = await scanner.run({
    ...call,
    args: (at) => [...args(at), ...["--output", join14(at.cache, output)]],
    outputs: [output, ...kept]
  });
  if (result.failure !== void 0) return unable(result.failure);
  const path = join14(call.cache, output);
  const file = await deps.files.stat(path);
  if (file?.kind !== "file") return unable("it ended well and wrote no report");
  if (file.bytes > LARGEST_REPORT)
    return unable(`its report has ${file.bytes} bytes, and at most ${LARGEST_REPORT} are read`);
  const { log, input } = result;
  const named3 = { name: output, within: [call.cache], maxBytes: LARGEST_REPORT };
  const text5 = new TextDecoder().decode(await deps.files.readNamed(path, named3));
  return known({ text: text5, log, input });
}
function scanArgs({ input, cache }, { deadlineSeconds, secretsAlone = false, skipsArchives = false, ...given3 }) {
  const scanners = secretsAlone ? "secret" : "vuln,secret";
  return [
    ...["image", "--input", input, "--format", "json"],
    ...["--list-all-pkgs", "--scanners", scanners, "--image-config-scanners", "secret"],
    ...["--skip-db-update", "--skip-java-db-update", "--offline-scan", "--no-progress"],
    ...steeredByNothing(cache),
    ...["--secret-config", join14(cache, given3.secretConfig)],
    // Its own limit is five minutes.
    ...["--timeout", `${Math.ceil(deadlineSeconds)}s`],
    ...skipsArchives ? ["--skip-files", ARCHIVES] : [],
    // What they answer is told beside the findings, instead of nowhere.
    ...given3.vex.flatMap((name) => ["--vex", join14(cache, name), "--show-suppressed"])
  ];
}
var EMPTY_FILES = { ignores: "no-ignores", config: "no-config.yaml" };
function steeredByNothing(cache) {
  return [
    ...["--cache-dir", cache, "--ignorefile", join14(cache, EMPTY_FILES.ignores)],
    ...["--config", join14(cache, EMPTY_FILES.config)]
  ];
}
async function scanSbom({ scanner, sbom, cache, databases }, deps) {
  const written2 = await runFor(
    {
      scanner,
      cache,
      databases,
      input: sbom,
      output: "report.json",
      deadlineSeconds: SBOM_SECONDS,
      args: (at) => [
        ...["sbom", at.input, "--format", "json", "--list-all-pkgs", "--no-progress"],
        ...["--skip-db-update", "--skip-java-db-update", "--offline-scan"],
        ...steeredByNothing(at.cache)
      ]
    },
    deps
  );
  return mapKnown(written2, ({ text: text5 }) => text5);
}

// src/domain/findings/kept-analyses.ts
import { Buffer as Buffer3 } from "node:buffer";
var COMMAND = '"CreatedBy":"';
var [QUOTE, BACKSLASH, BLANK] = [34, 92, 32];
function withoutCommands(database) {
  const bytes2 = Buffer3.from(database);
  for (let at = bytes2.indexOf(COMMAND); at >= 0; at = bytes2.indexOf(COMMAND, at + 1)) {
    const start3 = at + COMMAND.length;
    const end = endOfString(bytes2, start3);
    if (end !== void 0) bytes2.fill(BLANK, start3, end);
  }
  return bytes2;
}
function endOfString(bytes2, start3) {
  for (let at = start3; at < bytes2.length; at += 1) {
    const byte = bytes2[at] ?? 0;
    if (byte === QUOTE) return at;
    if (byte < BLANK) return void 0;
    if (byte === BACKSLASH) at += 1;
  }
  return void 0;
}

// src/stages/scan/analyses.ts
var LARGEST3 = 128 * 1024 * 1024;
async function giveAnalyses(kept, cache, { files }) {
  const found2 = await files.stat(kept);
  if (found2?.kind !== "file" || found2.bytes > LARGEST3) return;
  await files.makeFolder(join15(cache, "fanal"));
  await files.copy(kept, join15(cache, ANALYSES));
}
async function takeAnalyses(kept, cache, deps) {
  const { files, secrets } = deps;
  const named3 = { name: ANALYSES, within: [cache], maxBytes: LARGEST3 };
  const found2 = await files.readNamed(join15(cache, ANALYSES), named3).catch(() => void 0);
  if (found2 === void 0) return;
  const bytes2 = withoutCommands(found2);
  const text5 = Buffer.from(bytes2).toString("utf8");
  if (secrets.mask(text5) === text5) await files.write(kept, bytes2);
}

// src/stages/scan/kept-answer.ts
import { createHash as createHash6 } from "node:crypto";
import { join as join16 } from "node:path";
var LARGEST4 = 64 * 1024 * 1024;
async function takeAnswer(file, hash, { files }) {
  try {
    const text5 = await files.readText(file, LARGEST4);
    const head = `${await hash()}
`;
    return text5.startsWith(head) ? text5.slice(head.length) : void 0;
  } catch {
    return void 0;
  }
}
async function keepAnswer(file, { hash, answer }, { files, secrets }) {
  if (answer.length > LARGEST4 || secrets.mask(answer) !== answer) return;
  const text5 = `${await hash()}
${answer}`;
  await files.write(file, text5).catch(() => void 0);
}
async function questionHash({ program, databases, image, ...given3 }, deps) {
  const day = toDay(deps.clock.now().toISOString());
  const known2 = await Promise.all(databases.map((database) => identityOf(database, deps)));
  const { vex, secretRules = [] } = given3;
  const texts = [vex, secretRules].map((all) => all.map(({ text: text5 }) => text5));
  const parts = [VERSION, day, program, known2, image, texts];
  return createHash6("sha256").update(JSON.stringify(parts)).digest("hex");
}
var identities2 = /* @__PURE__ */ new WeakMap();
function identityOf(database, { files }) {
  const { kind, folder, digest: digest2 } = database;
  const identity = identities2.get(database) ?? (digest2 === void 0 ? Promise.all(kind.files.map((name) => files.sha256(join16(folder, name)))) : Promise.resolve([kind.folder, digest2]));
  identities2.set(database, identity);
  return identity;
}

// src/stages/scan/ask-scanner.ts
import { join as join32 } from "node:path";

// src/stages/scan/secret-rules.ts
import { randomBytes } from "node:crypto";
import { join as join17 } from "node:path";

// src/domain/policy/secret-rules.ts
import { createHash as createHash7 } from "node:crypto";
var MOST_RULES = 200;
var LONGEST_RULE = 16 * 1024;
var text = external_exports.string();
var patterns = external_exports.object({ description: text.nullish(), regexes: external_exports.array(text).nullish() }).nullish();
var ruleSchema = external_exports.object({
  id: text,
  category: text.nullish(),
  title: text.nullish(),
  severity: text.nullish(),
  regex: text,
  keywords: external_exports.array(text).nullish(),
  path: text.nullish(),
  "secret-group-name": text.nullish(),
  "allow-rules": external_exports.array(
    external_exports.object({
      id: text.nullish(),
      description: text.nullish(),
      regex: text.nullish(),
      path: text.nullish()
    })
  ).nullish(),
  "exclude-block": patterns
});
var schema3 = external_exports.looseObject({ rules: external_exports.array(ruleSchema).nullish() }).nullable();
function parseSecretRules(written2, file) {
  const source = parseYaml(written2, file, { merge: true });
  const { rules: given3, ...others } = checkSchema(source, schema3) ?? {};
  const rules = (given3 ?? []).map((rule) => ({
    id: rule.id,
    text: JSON.stringify(rule, withoutNull)
  }));
  const tooLong = rules.findIndex((rule) => rule.text.length > LONGEST_RULE);
  if (rules.length > MOST_RULES || tooLong >= 0)
    throw errorAt({
      file,
      line: source.lineOf(tooLong >= 0 ? ["rules", tooLong] : ["rules"]),
      sentence: tooLong >= 0 ? `this rule has more than ${LONGEST_RULE} characters, which a scan would have to look for: shorten it.` : `there are ${rules.length} rules for secrets, and at most ${MOST_RULES} are looked for: leave some out.`
    });
  return { rules, notices: noticesOf(Object.keys(others), { rules, file }) };
}
function withoutNull(_, value) {
  return value === null ? void 0 : value;
}
function noticesOf(keys, { rules, file }) {
  if (keys.length === 0) return [];
  const used = rules.length === 0 ? "" : `its own \`rules\` are looked for, but `;
  const what = keys.map(formatValue).join(", ");
  return [
    `${file}: ${used}${what} ${keys.length === 1 ? "has" : "have"} no effect here: secrets are looked for by all of Trivy’s own rules; accept what is none in .github/plimsoll.yml by a waiver (rule secrets, with id or path).`
  ];
}
function secretConfig(rules) {
  const all = `{"rules":[${rules.map((rule) => rule.text).join(",")}]}`;
  return all.replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufff0-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function secretRuleHash({ text: said }) {
  return createHash7("sha256").update(said).digest("hex");
}

// src/stages/scan/secret-rules.ts
async function giveSecretRules(rules, cache, { files }) {
  const name = `secret-rules-${randomBytes(16).toString("hex")}.yaml`;
  if (rules.length > 0) await files.write(join17(cache, name), secretConfig(rules));
  return name;
}
function isByOwnRules({ secretRules = [] }) {
  return secretRules.length === 0;
}

// src/domain/registry/databases.ts
var GB = 1e9;
var VULNERABILITIES = {
  what: "vulnerability database",
  folder: "db",
  files: ["trivy.db", "metadata.json"],
  mediaType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
  tag: "2",
  cacheFolder: "trivy-db",
  largestLayer: GB,
  largestUnpacked: 10 * GB
};
var JAVA = {
  what: "Java database",
  folder: "java-db",
  files: ["trivy-java.db", "metadata.json"],
  mediaType: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
  tag: "1",
  cacheFolder: "trivy-java-db",
  largestLayer: 6 * GB,
  largestUnpacked: 20 * GB
};
var DEFAULTS = ["mirror.gcr.io/aquasec/trivy-db", "ghcr.io/aquasecurity/trivy-db"];
function databaseMirrors(repositories) {
  const named3 = repositories.length === 0 ? DEFAULTS : repositories;
  const java = named3.filter(isJava);
  const others = named3.filter((text5) => !isJava(text5));
  const vulnerabilities = parseAll(others, VULNERABILITIES);
  if (java.length > 0) return { vulnerabilities, java: parseAll(java, JAVA) };
  const beside = vulnerabilities.flatMap(({ host, name }) => {
    const other = name.replace(/(^|\/)trivy-db$/, "$1trivy-java-db");
    return other === name ? [] : [`${host}/${other}`];
  });
  return { vulnerabilities, java: parseAll(beside, JAVA) };
}
function isJava(text5) {
  return /java-db[^/]*$/.test(text5);
}
function parseAll(texts, { tag }) {
  return texts.flatMap((text5) => parseReference(text5, tag) ?? []);
}

// src/domain/health/volumes.ts
import { posix as posix7 } from "node:path";
var MOST_BYTES = 2 ** 30;
var MOST_OF_ONE = 2 ** 28;
var MOST_VOLUMES = 16;
function boundedVolumes(ask2) {
  const { declared, writable, name, runId } = ask2;
  const given3 = new Set(writable.map(plainPath));
  const paths = [...new Set(declared.map(plainPath))].filter((path) => !given3.has(path));
  const odd = paths.find((path) => !path.startsWith("/") || path === "/");
  if (odd !== void 0)
    return unable(`it declares the volume ${JSON.stringify(odd)}, which is no folder in it`);
  if (paths.length > MOST_VOLUMES)
    return unable(`it declares ${paths.length} volumes, and at most ${MOST_VOLUMES} are given`);
  const bytes2 = Math.min(MOST_OF_ONE, Math.floor(MOST_BYTES / Math.max(1, paths.length)));
  return known(paths.map((path, index) => ({ name: `${name}-volume-${index}`, runId, path, bytes: bytes2 })));
}
function plainPath(path) {
  const normal = posix7.normalize(path);
  return normal.length > 1 ? normal.replace(/\/$/, "") : normal;
}
function volumeArgs(volumes) {
  return volumes.flatMap((volume) => ["--mount", mountOf(volume, [`dst=${volume.path}`])]);
}
function holderArgs(volumes) {
  return volumes.flatMap((volume, index) => [
    ...["--mount", mountOf(volume, [`dst=/held-${index}`, "volume-nocopy"])]
  ]);
}
function mountOf({ name, runId, bytes: bytes2 }, fields) {
  return [
    ...["type=volume", `src=${name}`, ...fields, `volume-label=plimsoll.run=${runId}`],
    ...["volume-driver=local", "volume-opt=type=tmpfs", "volume-opt=device=tmpfs"],
    // The mode that a folder has which the engine makes.
    `volume-opt=o=size=${bytes2},mode=0755`
  ].map((field) => /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field).join(",");
}

// src/domain/health/create-args.ts
var ASK_EVERY = "200ms";
var NEVER_JUDGED = "1h";
var PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];
function createArgs(ask2) {
  const { name, runId, image, platform, running, volumes } = ask2;
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
    ...volumeArgs(volumes),
    ...environmentOf(ask2).flatMap(([key, value]) => ["--env", `${key}=${value}`]),
    image
  ];
}
function environmentOf({
  imageEnv,
  running
}) {
  const own2 = new Map(
    imageEnv.map((line2) => {
      const at = line2.indexOf("=");
      return at === -1 ? [line2, ""] : [line2.slice(0, at), line2.slice(at + 1)];
    })
  );
  return [
    ...new Map([
      ...Object.keys(noProxies()).map((key) => [key, own2.get(key) ?? ""]),
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
function confinedArgs(ask2) {
  const { name, runId, image, ids, memoryBytes, mounts, volume, cache } = ask2;
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
  return `type=bind,${csvField("src", source)},dst=${target}${isWritable ? "" : ",readonly"}`;
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
import { randomBytes as randomBytes2 } from "node:crypto";
import { basename as basename5, join as join19 } from "node:path";

// src/stages/scan/binary/download.ts
import { createHash as createHash8 } from "node:crypto";
import { join as join18 } from "node:path";
import { Transform as Transform3 } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";
import { fileURLToPath } from "node:url";
var LARGEST_ARCHIVE = 512 * 1024 * 1024;
var CHUNK3 = 1024 * 1024;
async function downloadArchive({ archive, folder, limits }, deps) {
  const end = deps.clock.seconds() + limits.seconds;
  let failure2 = "there was no time left";
  for (const [index, pause] of [0, ...limits.pauses].entries()) {
    if (index > 0) await deps.clock.sleep(pause, deps.signal);
    const deadlineSeconds = end - deps.clock.seconds();
    if (deadlineSeconds <= 0 || deps.signal.aborted) break;
    const to = join18(folder, `archive-${index}`);
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
function wrongDigest(archive, found2) {
  return `The archive of Trivy ${archive.version} from ${nameOf2(archive)} is refused and removed: its SHA-256 is ${found2}, and must be ${archive.digest}. Look at what was put there, or name its checksum with the input trivy-checksum when the archive is your own.`;
}
async function tryOnce({ url, to, deadlineSeconds }, deps) {
  try {
    const opened = await open(url, deadlineSeconds, deps);
    if ("failure" in opened) return opened;
    const hash = createHash8("sha256");
    let bytes2 = 0;
    const meter = new Transform3({
      transform: (chunk, _, done) => {
        bytes2 += chunk.length;
        hash.update(chunk);
        if (bytes2 > LARGEST_ARCHIVE) done(new TooLarge2());
        else done(null, chunk);
      }
    });
    await pipeline3(opened.body, meter, deps.files.sink(to));
    return { digest: hash.digest("hex") };
  } catch (error) {
    return {
      failure: errorMessage(error),
      mayPass: !(error instanceof TooLarge2) && isTransientError(error)
    };
  }
}
var TooLarge2 = class extends Error {
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
  return { failure: `the answer was status ${status}`, mayPass: isTransientStatus(status) };
}

// src/stages/scan/binary/unpack.ts
import { pipeline as pipeline4 } from "node:stream/promises";
import zlib3 from "node:zlib";
var PROGRAM = "trivy";
var PROGRAM_MODE = 493;
var CHUNK4 = 1024 * 1024;
var LARGEST_BINARY = 512 * 1024 * 1024;
var LARGEST_TAR = 1024 * 1024 * 1024;
async function unpackBinary({ archive, to }, { files, signal }) {
  const source = files.stream(archive, CHUNK4);
  const plain2 = zlib3.createGunzip({ chunkSize: CHUNK4 });
  source.on("error", (error) => plain2.destroy(error));
  const found2 = { programs: 0 };
  try {
    await pipeline4(programIn(source.pipe(plain2), found2), files.sink(to), { signal });
    await files.setMode(to, PROGRAM_MODE);
  } finally {
    source.destroy();
  }
  if (found2.failure !== void 0)
    return unable(`Trivy's archive cannot be unpacked: ${found2.failure}.`);
  return found2.programs === 0 ? unable(`Trivy's archive holds no program ${PROGRAM} of at most ${LARGEST_BINARY} bytes.`) : known(void 0);
}
async function* programIn(tar, found2) {
  try {
    yield* piecesOf(tar, found2);
  } catch (error) {
    found2.failure = errorMessage(error);
  }
}
async function* piecesOf(tar, found2) {
  let pieces2 = [];
  let isProgram = false;
  const reader = new TarReader({
    wants: () => false,
    onEntry: ({ kind, name, size }) => {
      isProgram = kind === "file" && nameOf3(name) === PROGRAM && size <= LARGEST_BINARY;
      if (isProgram && (found2.programs += 1) > 1) throw new Error(`it holds ${PROGRAM} twice`);
    },
    onData: (data) => {
      if (isProgram) pieces2.push(data);
    }
  });
  let bytes2 = 0;
  for await (const chunk of tar) {
    if (!(chunk instanceof Uint8Array)) continue;
    bytes2 += chunk.length;
    if (bytes2 > LARGEST_TAR) throw new Error(`it has more than ${LARGEST_TAR} bytes`);
    reader.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    yield* pieces2;
    pieces2 = [];
  }
  reader.end();
}
function nameOf3(name) {
  return name.replace(/^\.\//, "");
}

// src/stages/scan/binary/index.ts
async function findBinary(ask2, sources, deps) {
  if (ask2.path !== void 0) return known(await installed(ask2.path, deps));
  const archive = selectTrivyArchive(ask2, deps.machine);
  if (!isKnown(archive)) return archive;
  return fetchBinary(archive.value, sources, deps);
}
async function installed(path, deps) {
  const real = await deps.files.realPath(path).catch(() => path);
  const digest2 = await digestOf2(real, LARGEST_BINARY, deps).catch(() => void 0);
  const isVerified = TRIVY_RELEASES.some(({ binary }) => binary === digest2);
  return { path: real, isVerified, notices: [], ...defined({ digest: digest2 }) };
}
async function fetchBinary(archive, { limits, cacheStore }, deps) {
  const { folder, notices: placing } = await keepingPlace(archive, deps);
  const kept = join19(folder, archive.binary === void 0 ? "trivy.tar.gz" : "trivy");
  const shared = binaryKey(basename5(folder));
  if (await deps.files.stat(kept) === void 0) await cacheStore?.restore(folder, shared);
  const state = await stateOf(kept, archive, deps);
  const notices = [...placing, ...state === "changed" ? [changed(archive)] : []];
  if (state !== "good") {
    const made = await make({ archive, folder, kept, limits }, deps);
    if (!isKnown(made)) return made;
    void cacheStore?.save(folder, shared.key);
  }
  const digest2 = archive.binary ?? archive.digest;
  if (archive.binary !== void 0) return known({ path: kept, isVerified: true, digest: digest2, notices });
  const path = join19(await deps.files.makeTemporary("plimsoll-trivy", "run"), "trivy");
  const unpacked2 = await unpackBinary({ archive: kept, to: path }, deps);
  return isKnown(unpacked2) ? known({ path, isVerified: true, digest: digest2, notices }) : unpacked2;
}
function changed({ version }) {
  return `The Trivy ${version} that was kept from an earlier run was changed since: it was removed, and fetched again.`;
}
async function keepingPlace({ version, platform, digest: digest2 }, deps) {
  const root = machineCache(deps.workflow.env);
  const name = `${version}-${platform}-${digest2.slice(0, 16)}`;
  try {
    if (root === void 0) throw new Error("no folder for caches is named");
    const folder = join19(root, "plimsoll", "trivy", name);
    await deps.files.makeFolder(folder);
    return { folder, notices: [] };
  } catch (error) {
    const folder = await deps.files.makeTemporary("plimsoll-kept", "run");
    return { folder, notices: [`Trivy is not kept for the next run: ${errorMessage(error)}.`] };
  }
}
async function digestOf2(path, mostBytes, { files }) {
  const found2 = await files.stat(path);
  return found2?.kind === "file" && found2.bytes <= mostBytes ? files.sha256(path) : void 0;
}
async function stateOf(path, archive, deps) {
  if (await deps.files.stat(path) === void 0) return "absent";
  const most = Math.max(LARGEST_BINARY, LARGEST_ARCHIVE);
  const digest2 = await digestOf2(path, most, deps);
  if (digest2 === (archive.binary ?? archive.digest)) return "good";
  await deps.files.remove(path);
  return "changed";
}
async function make({ archive, folder, kept, limits }, deps) {
  const path = join19(folder, `unfinished-${randomBytes2(8).toString("hex")}`);
  const unfinished = { kind: "folder", path, life: "run" };
  deps.cleanup.own(unfinished);
  try {
    await deps.files.makeFolder(path);
    const downloaded = await deps.running.during(
      `download of Trivy ${archive.version}`,
      () => downloadArchive({ archive, folder: path, limits }, deps)
    );
    if (!isKnown(downloaded)) return downloaded;
    if (archive.binary === void 0) await deps.files.rename(downloaded.value, kept);
    else {
      const whole2 = join19(path, "trivy");
      const program = await verifiedProgram({ archive: downloaded.value, to: whole2 }, archive, deps);
      if (!isKnown(program)) return program;
      await deps.files.rename(whole2, kept);
    }
    return known(void 0);
  } finally {
    await deps.cleanup.remove(unfinished);
  }
}
async function verifiedProgram(unpacking, { version, binary }, deps) {
  const unpacked2 = await unpackBinary(unpacking, deps);
  if (!isKnown(unpacked2)) return unpacked2;
  const digest2 = await deps.files.sha256(unpacking.to);
  return digest2 === binary ? unpacked2 : unable(
    `The program in the archive of Trivy ${version} is refused: its SHA-256 is ${digest2}, and must be ${binary}.`
  );
}

// src/stages/scan/sandbox.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import { join as join20 } from "node:path";
async function makeSandbox(deps) {
  const { env } = deps.workflow;
  const folder = await deps.files.makeTemporary("plimsoll-scan", "run");
  const cwd = join20(folder, "empty");
  const home = join20(folder, "home");
  const temporary = join20(folder, "tmp");
  for (const path of [cwd, home, temporary]) await deps.files.makeFolder(path);
  const nonce = { path: join20(folder, "nonce"), content: randomBytes3(16).toString("hex") };
  await deps.files.write(nonce.path, nonce.content);
  const scanning = {
    PATH: env["PATH"] ?? "",
    HOME: home,
    TMPDIR: temporary,
    ...trivyVariables()
  };
  return {
    nonce,
    sandbox: { folder, cwd, env: scanning }
  };
}

// src/stages/scan/describe.ts
function describeTools(scans, { binary, scanner, memoryBytes, database, java }) {
  const version = scans.find((scan) => scan.scanner !== void 0)?.scanner;
  const hasAnswered = scanner === void 0 ? version !== void 0 : isKnown(scanner);
  const isThere = hasAnswered && isKnown(binary);
  const why = scanner !== void 0 && isKnown(scanner) ? scanner.value.bare() : void 0;
  return {
    versions: version === void 0 ? {} : { trivy: version },
    ...isThere ? { scanner: scannerFacts(binary.value, why, memoryBytes) } : {},
    ...isKnown(database) ? { database: describe2(database.value) } : {},
    notices: [
      ...isThere ? noticesOf2(binary.value, why) : [],
      ...[database, java].flatMap(databaseNotice)
    ]
  };
}
function describe2({ dates, digest: digest2, from }) {
  return { ...dates, from, ...defined({ digest: digest2 }) };
}
function databaseNotice(database) {
  if (database === void 0 || !isKnown(database)) return [];
  const { notice: notice2 } = database.value;
  return notice2 === void 0 ? [] : [{ from: "database", message: notice2 }];
}
function scannerFacts({ isVerified }, why, memoryBytes) {
  const isConfined = why === void 0;
  return { verified: isVerified, confined: isConfined, ...isConfined ? { memoryBytes } : {} };
}
function noticesOf2({ isVerified, notices }, why) {
  const words2 = [
    ...notices,
    ...isVerified ? [] : ["Trivy is not verified: its digest is none of those in the source of Plimsoll."],
    ...why === void 0 ? [] : [
      `Trivy ran not confined, as a process of its own in an empty folder with listed variables: ${why}.`
    ]
  ];
  return words2.map((message) => ({ from: "scanner", message }));
}

// src/stages/scan/fetch-database.ts
import { basename as basename6, dirname as dirname7, join as join25 } from "node:path";
import zlib4 from "node:zlib";

// src/clients/registry.ts
import { createHash as createHash9 } from "node:crypto";
import { pipeline as pipeline5 } from "node:stream/promises";

// src/domain/registry/challenge.ts
var NAME = /[\s,]*([a-z_]+)\s*=\s*/iy;
var QUOTED = /"((?:[^"\\]|\\.)*)"/y;
var PLAIN = /[^\s",]+/y;
var LONGEST2 = 16384;
function parseChallenge(header) {
  if (header.length > LONGEST2) return void 0;
  const bearer = /(?:^|,\s{0,9})Bearer\s/i.exec(header);
  if (bearer === null) return /(?:^|,\s{0,9})Basic\b/i.test(header) ? { scheme: "basic" } : void 0;
  const values = parametersOf(header, bearer.index + bearer[0].length);
  const realm = values.get("realm");
  if (realm === void 0 || !URL.canParse(realm)) return void 0;
  return { scheme: "bearer", realm, service: values.get("service") };
}
function parametersOf(header, start3) {
  const values = /* @__PURE__ */ new Map();
  for (let at = start3; at < header.length; ) {
    const name = matchAt(NAME, header, at);
    if (name === void 0) break;
    at += name[0].length;
    const quoted = matchAt(QUOTED, header, at);
    const value = quoted ?? matchAt(PLAIN, header, at);
    if (value === void 0) break;
    at += value[0].length;
    const key = name[1]?.toLowerCase() ?? "";
    if (!values.has(key)) values.set(key, quoted?.[1]?.replace(/\\(.)/g, "$1") ?? value[0]);
  }
  return values;
}
function matchAt(pattern, text5, at) {
  pattern.lastIndex = at;
  return pattern.exec(text5) ?? void 0;
}

// src/clients/docker-login.ts
import { join as join21 } from "node:path";

// src/domain/registry/docker-login.ts
var text2 = external_exports.string().optional().catch(void 0);
var entrySchema = external_exports.object({ auth: text2, username: text2, password: text2 }).catch({});
var configSchema2 = external_exports.object({
  auths: dictionary(entrySchema).catch({}).default({}),
  credHelpers: dictionary(external_exports.string()).catch({}).default({}),
  credsStore: text2
});
var DOCKER_HUB = "https://index.docker.io/v1/";
var HELPER = /^[\w.-]{1,64}$/;
function findLogin(json, host) {
  const config = configSchema2.safeParse(parseJson3(json));
  if (!config.success) return void 0;
  const { auths, credHelpers, credsStore } = config.data;
  const server = host === "docker.io" ? DOCKER_HUB : host;
  const key = Object.keys(auths).find((name) => hostOf(name) === hostOf(server));
  const helper = ownProperty(credHelpers, host) ?? (credsStore === "" ? void 0 : credsStore);
  if (helper !== void 0 && HELPER.test(helper))
    return { from: "helper", helper, server: key ?? server };
  const login = key === void 0 ? void 0 : loginOf(ownProperty(auths, key));
  return login && { from: "config", login };
}
function parseHelperAnswer(json) {
  const schema6 = external_exports.object({ Username: external_exports.string().min(1), Secret: external_exports.string().min(1) });
  const answer = schema6.safeParse(parseJson3(json));
  return answer.success ? { user: answer.data.Username, password: answer.data.Secret } : void 0;
}
function loginOf(entry3) {
  const { auth, username, password } = entry3 ?? {};
  if (auth === void 0 || auth === "")
    return username && password ? { user: username, password } : void 0;
  const decoded2 = Buffer.from(auth, "base64").toString("utf8");
  const colon = decoded2.indexOf(":");
  if (colon < 1) return void 0;
  return { user: decoded2.slice(0, colon), password: withoutTrailing(decoded2.slice(colon + 1), "\0") };
}
function hostOf(key) {
  return textBefore(key.replace(/^https?:\/\//, ""), "/");
}
function parseJson3(json) {
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
async function readConfig({
  workflow: { env },
  files
}) {
  const home = env["HOME"] ?? env["USERPROFILE"];
  const folder = env["DOCKER_CONFIG"] ?? (home === void 0 ? void 0 : join21(home, ".docker"));
  if (folder === void 0) return void 0;
  return files.readText(join21(folder, "config.json"), LARGEST_CONFIG).catch(() => void 0);
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
async function* bytesOf3(text5) {
  yield await Promise.resolve(Buffer.from(text5));
}

// src/clients/registry.ts
var MANIFEST_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var LARGEST_MANIFEST2 = 1024 * 1024;
var ANSWER_SECONDS = 30;
async function pullLayer(pull, deps) {
  const session = new Session(pull, deps);
  const { digest: digest2, layer: layer2 } = await readManifest(session, pull);
  const answer = await session.get(`blobs/${layer2.digest}`, { accept: "*/*" });
  const meter = new Meter(layer2.size);
  try {
    await pipeline5([answer.body, meter, ...pull.into()], { signal: deps.signal });
  } catch (error) {
    throw brokenOff(error, "the layer could not be taken: ");
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
  const bytes2 = await readAll(answer.body, LARGEST_MANIFEST2);
  const digest2 = `sha256:${createHash9("sha256").update(bytes2).digest("hex")}`;
  if (reference.version.startsWith("sha256:") && reference.version !== digest2)
    throw new PullFailed(`its manifest has the digest ${digest2}`, { wait: 0 });
  const manifest = manifestSchema.safeParse(parseJson(bytes2));
  if (!manifest.success) throw new PullFailed("its manifest is not one that is understood");
  const [layer2, ...more] = manifest.data.layers.filter((one2) => one2.mediaType === mediaType);
  if (layer2 === void 0 || more.length > 0) {
    const types2 = manifest.data.layers.map((one2) => one2.mediaType ?? "no type").slice(0, 3);
    throw new PullFailed(`it has no layer of the type ${mediaType}, but ${types2.join(", ")}`);
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
    const url = `${registryApiUrl(this.#pull.reference)}/${path}`;
    const ask2 = () => this.#ask(url, { want, authorization: this.#authorization });
    let answer = await ask2();
    if (answer.status === 401 && this.#authorization === void 0) {
      answer.body.destroy();
      this.#authorization = await this.#authorize(answer.headers["www-authenticate"] ?? "");
      answer = await ask2();
    }
    if (answer.status === 200) return answer;
    throw await readPullFailure(answer, this.#deps.clock.now());
  }
  async #ask(url, { want, authorization }) {
    const left = this.#end - this.#deps.clock.seconds();
    const deadlineSeconds = Math.max(
      0,
      want.small === true ? Math.min(left, ANSWER_SECONDS) : left
    );
    const headers = { accept: want.accept, ...defined({ authorization }) };
    try {
      return await this.#deps.http.get({ url, headers, deadlineSeconds });
    } catch (cause) {
      throw brokenOff(cause);
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
      throw new PullFailed("it asks for a login over another protocol than https");
    if (challenge.service !== void 0) url.searchParams.set("service", challenge.service);
    url.searchParams.set("scope", `repository:${name}:pull`);
    const want = { accept: "application/json", small: true };
    const answer = await this.#ask(url.href, { want, authorization: basic });
    if (answer.status === 401 || answer.status === 403) {
      answer.body.destroy();
      throw new PullFailed(basic === void 0 ? needsLogin(host) : refused(host));
    }
    if (answer.status !== 200) throw await readPullFailure(answer, this.#deps.clock.now());
    const token = tokenOf(await readAll(answer.body, LARGEST_MANIFEST2));
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
  const parsed4 = tokenSchema.safeParse(parseJson(bytes2));
  const token = parsed4.success ? parsed4.data.token ?? parsed4.data.access_token : void 0;
  return token === void 0 || !/^[\x21-\x7e]+$/.test(token) ? void 0 : token;
}

// src/stages/scan/database.ts
import { join as join22 } from "node:path";

// src/domain/findings/trivy-schema.ts
var text3 = external_exports.string().nullish();
var layer = external_exports.object({ Digest: text3, DiffID: text3 }).nullish();
var identifier = external_exports.object({ PURL: text3, UID: text3 }).nullish();
var packageSchema = external_exports.object({
  ID: text3,
  Name: external_exports.string(),
  Identifier: identifier,
  Version: text3,
  Release: text3,
  Epoch: external_exports.number().nullish(),
  SrcName: text3,
  SrcVersion: text3,
  SrcRelease: text3,
  SrcEpoch: external_exports.number().nullish(),
  Modularitylabel: text3,
  Maintainer: text3,
  Licenses: external_exports.array(external_exports.string()).nullish(),
  DependsOn: external_exports.array(external_exports.string()).nullish(),
  FilePath: text3,
  InstalledFiles: external_exports.array(external_exports.string()).nullish(),
  Layer: layer,
  /** Ours: the diffID of the layer that removed its record; empty where nobody knows it. */
  RemovedBy: text3
});
var vulnerabilitySchema2 = external_exports.object({
  VulnerabilityID: external_exports.string(),
  PkgID: text3,
  PkgName: external_exports.string(),
  PkgPath: text3,
  PkgIdentifier: identifier,
  InstalledVersion: text3,
  FixedVersion: text3,
  Status: text3,
  Severity: text3,
  SeveritySource: text3,
  PrimaryURL: text3,
  References: external_exports.array(external_exports.string()).nullish(),
  Title: text3,
  Description: text3,
  PublishedDate: text3,
  CVSS: external_exports.record(
    external_exports.string(),
    external_exports.object({
      V2Score: external_exports.number().nullish(),
      V3Score: external_exports.number().nullish(),
      V40Score: external_exports.number().nullish(),
      V2Vector: text3,
      V3Vector: text3,
      V40Vector: text3
    })
  ).nullish(),
  Layer: layer
});
var secretSchema2 = external_exports.object({
  RuleID: external_exports.string(),
  Title: text3,
  Severity: text3,
  StartLine: external_exports.number().nullish(),
  /** Bytes from the file's beginning: what stands twice in one line has two. */
  Offset: external_exports.number().nullish(),
  /** The line it stands in, with what matched written as asterisks. */
  Match: text3,
  Layer: layer
});
var resultSchema = external_exports.object({
  Target: external_exports.string(),
  Class: text3,
  Type: text3,
  Packages: external_exports.array(packageSchema).nullish(),
  Vulnerabilities: external_exports.array(vulnerabilitySchema2).nullish(),
  Secrets: external_exports.array(secretSchema2).nullish(),
  /** What VEX documents answered (`--show-suppressed`). */
  ExperimentalModifiedFindings: external_exports.array(
    external_exports.object({
      Type: external_exports.literal("vulnerability"),
      Status: text3,
      Statement: text3,
      Finding: vulnerabilitySchema2
    })
  ).nullish()
});
var reportSchema = external_exports.object({
  SchemaVersion: external_exports.literal(2),
  Trivy: external_exports.object({ Version: text3 }).nullish(),
  CreatedAt: text3,
  ArtifactName: external_exports.string(),
  Metadata: external_exports.object({
    ImageID: text3,
    DiffIDs: external_exports.array(external_exports.string()).nullish(),
    OS: external_exports.object({ Family: external_exports.string(), Name: text3, EOSL: external_exports.boolean().nullish() }).nullish(),
    /** The image's config as it is, with environment and expanded history: to be masked, never kept. */
    ImageConfig: external_exports.unknown().optional()
  }).nullish(),
  Results: external_exports.array(resultSchema).nullish()
});
function parseTrivyReport(json) {
  const document = parseJson4(json);
  return document === void 0 ? unable("what it wrote is not JSON") : parseTrivyDocument(document);
}
function parseTrivyDocument(document) {
  if (isDeep(document)) return unable("its JSON is nested too deeply for a report");
  const checked = reportSchema.safeParse(document);
  if (checked.success) return known({ report: checked.data, document });
  const issue = checked.error.issues[0];
  const path = issue?.path.join(".") ?? "";
  return unable(
    `its JSON is not a report that Plimsoll knows (${path === "" ? "the whole" : path}: ${issue?.message ?? "wrong"})`
  );
}
var configSchema3 = external_exports.object({ config: external_exports.object({ Env: external_exports.array(external_exports.string()) }) });
function imageEnvironment(report) {
  const checked = configSchema3.safeParse(report.Metadata?.ImageConfig);
  return checked.success ? checked.data.config.Env : [];
}
function parseJson4(json) {
  try {
    return JSON.parse(json);
  } catch {
    return void 0;
  }
}
var databaseSchema = external_exports.object({ UpdatedAt: external_exports.iso.datetime(), NextUpdate: external_exports.iso.datetime() });
function parseDatabaseDates(json) {
  const checked = databaseSchema.partial().safeParse(parseJson4(json));
  if (!checked.success) return {};
  const { UpdatedAt, NextUpdate } = checked.data;
  return {
    ...defined({ updatedAt: UpdatedAt, nextUpdate: NextUpdate })
  };
}
function parseTrivyVersion(json) {
  const checked = external_exports.object({ Version: external_exports.string() }).safeParse(parseJson4(json));
  return checked.success ? checked.data.Version : void 0;
}

// src/domain/findings/bolt.ts
var META_BYTES = 80;
var PAGE_HEADER = 16;
var ELEMENT = 16;
var MAGIC = 3977042669;
var [BRANCH, LEAF, IS_BUCKET] = [1, 2, 1];
var PAGE_SIZES = [1024, 65536];
function parseMeta(bytes2) {
  if (bytes2.length < META_BYTES || bytes2.readUInt32LE(PAGE_HEADER) !== MAGIC) return void 0;
  const pageSize = bytes2.readUInt32LE(PAGE_HEADER + 8);
  const isPossible = pageSize >= PAGE_SIZES[0] && pageSize <= PAGE_SIZES[1];
  if (!isPossible) return void 0;
  return {
    pageSize,
    root: Number(bytes2.readBigUInt64LE(PAGE_HEADER + 16)),
    transaction: bytes2.readBigUInt64LE(PAGE_HEADER + 48)
  };
}
function parsePageHeader(bytes2) {
  const flags = bytes2.readUInt16LE(8);
  if (flags !== BRANCH && flags !== LEAF) return void 0;
  return {
    overflow: bytes2.readUInt32LE(12),
    count: bytes2.readUInt16LE(10),
    isBranch: flags === BRANCH
  };
}
function parseChildPages(bytes2, { count }) {
  return Array.from(
    { length: count },
    (_, index) => Number(bytes2.readBigUInt64LE(PAGE_HEADER + index * ELEMENT + 8))
  );
}
function parseBucketNames(bytes2, { count }) {
  return Array.from({ length: count }, (_, index) => PAGE_HEADER + index * ELEMENT).flatMap((at) => {
    if ((bytes2.readUInt32LE(at) & IS_BUCKET) === 0) return [];
    const start3 = at + bytes2.readUInt32LE(at + 4);
    const end = start3 + bytes2.readUInt32LE(at + 8);
    if (end > bytes2.length) throw new RangeError("a name ends beyond its page");
    return [bytes2.toString("utf8", start3, end)];
  });
}

// src/stages/scan/buckets.ts
var HEADER_BYTES = 16;
var MOST_PAGES = 1e4;
async function readBuckets(path, deps) {
  const read5 = async (offset, bytes2) => Buffer.from(await deps.files.readAt(path, offset, bytes2));
  try {
    const meta = await laterMeta(read5);
    return meta === void 0 ? void 0 : await namesBelow(meta, read5);
  } catch {
    return void 0;
  }
}
async function laterMeta(read5) {
  const first = parseMeta(await read5(0, META_BYTES));
  const second = first && parseMeta(await read5(first.pageSize, META_BYTES));
  if (first === void 0 || second === void 0) return first;
  return second.transaction > first.transaction ? second : first;
}
async function namesBelow({ root, pageSize }, read5) {
  const names = /* @__PURE__ */ new Set();
  const open2 = [root];
  let pages = 0;
  for (let at = open2.pop(); at !== void 0; at = open2.pop()) {
    const header = await read5(at * pageSize, HEADER_BYTES);
    const page = parsePageHeader(header);
    if (page === void 0) return void 0;
    pages += 1 + page.overflow;
    if (pages > MOST_PAGES) return void 0;
    const bytes2 = await read5(at * pageSize, (1 + page.overflow) * pageSize);
    if (page.isBranch) open2.push(...parseChildPages(bytes2, page));
    else for (const name of parseBucketNames(bytes2, page)) names.add(name);
  }
  return names;
}

// src/stages/scan/database.ts
var LARGEST_METADATA2 = 64 * 1024;
async function readDatabase(kind, cache, deps) {
  const folder = join22(cache, kind.folder);
  for (const name of kind.files) {
    const path = await deps.files.realPath(join22(folder, name)).catch(() => void 0);
    if (path === void 0 || (await deps.files.stat(path))?.kind !== "file")
      return unable(`${kind.folder}/${name} is missing`);
  }
  const metadata = await deps.files.readText(join22(folder, "metadata.json"), LARGEST_METADATA2);
  const buckets = kind === VULNERABILITIES ? await readBuckets(join22(folder, kind.files[0]), deps) : void 0;
  return known({
    kind,
    folder,
    dates: parseDatabaseDates(metadata),
    ...defined({ buckets })
  });
}

// src/stages/scan/kept-databases.ts
import { join as join23 } from "node:path";
var originSchema = external_exports.strictObject({
  from: external_exports.string(),
  digest: external_exports.string(),
  files: external_exports.record(external_exports.string(), external_exports.string())
});
var ORIGIN = "origin.json";
var LARGEST_ORIGIN = 64 * 1024;
var mostKept = ({ cache }) => cache === void 0 ? 2 : 1;
function databaseCacheFolder(kind, env) {
  const root = machineCache(env);
  return root === void 0 ? void 0 : join23(root, "plimsoll", kind.cacheFolder);
}
async function newestKept({ kind, mirrors }, deps) {
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  if (cacheFolder === void 0) return void 0;
  for (const name of (await entriesOf(cacheFolder, deps)).toReversed()) {
    const cache = join23(cacheFolder, name);
    const origin = await readOrigin(cache, deps);
    if (origin !== void 0 && !mirrors.some(({ text: text5 }) => text5 === origin.from)) continue;
    const read5 = await readDatabase(kind, cache, deps);
    if (origin !== void 0 && isKnown(read5) && await isWhole(read5.value, origin, deps))
      return { ...read5.value, digest: origin.digest, from: origin.from };
    await deps.files.remove(cache);
  }
  return void 0;
}
async function keep(fresh, deps) {
  const { kind, folder, digest: digest2, from, dates } = fresh;
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  const cache = join23(folder, "..");
  if (cacheFolder === void 0 || join23(cache, "..") !== cacheFolder || digest2 === void 0)
    return fresh;
  if (dates.updatedAt === void 0) return fresh;
  const files = await Promise.all(
    kind.files.map(async (name) => [name, await deps.files.sha256(join23(folder, name))])
  );
  const origin = { from, digest: digest2, files: Object.fromEntries(files) };
  await deps.files.write(join23(cache, ORIGIN), JSON.stringify(origin));
  const place = join23(cacheFolder, nameOf4(dates.updatedAt, digest2));
  try {
    await deps.files.rename(cache, place);
  } catch {
    return fresh;
  }
  for (const name of (await entriesOf(cacheFolder, deps)).slice(0, -mostKept(deps)))
    await deps.files.remove(join23(cacheFolder, name));
  return { ...fresh, folder: join23(place, kind.folder) };
}
function nameOf4(updatedAt, digest2) {
  const time = new Date(updatedAt).toISOString().replace(/\.\d+Z$/, "Z").replace(/[-:]/g, "");
  return `${time}-${digest2.replace("sha256:", "").slice(0, 12)}`;
}
async function entriesOf(cacheFolder, deps) {
  const names = await deps.files.list(cacheFolder);
  return names.filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]{12}$/.test(name));
}
async function readOrigin(cache, deps) {
  try {
    const text5 = await deps.files.readText(join23(cache, ORIGIN), LARGEST_ORIGIN);
    return originSchema.parse(JSON.parse(text5));
  } catch {
    return void 0;
  }
}
async function isWhole({ kind, folder }, { files }, deps) {
  for (const name of kind.files) {
    if (await deps.files.sha256(join23(folder, name)) !== ownProperty(files, name)) return false;
  }
  return true;
}

// src/stages/scan/mirrors.ts
var TRIES = 4;
async function takeFirst({ mirrors, limits, take }, deps) {
  const start3 = deps.clock.seconds();
  const end = start3 + limits.fetchSeconds;
  const all = mirrors.map((reference) => ({
    reference,
    tries: 0,
    next: start3,
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
      return { taken, others: all.filter((one2) => one2.tries > 0 && one2 !== mirror).map(reasonOf) };
    } catch (error) {
      if (!(error instanceof PullFailed)) throw error;
      mirror.reason = error.message;
      const pause = limits.pauseSeconds * 2 ** (mirror.tries - 1);
      const again = error.wait !== void 0 && mirror.tries < TRIES;
      mirror.next = again ? deps.clock.seconds() + Math.max(pause, error.wait) : Number.POSITIVE_INFINITY;
    }
  }
  return { reasons: all.map(reasonOf) };
}
function reasonOf({ reference, reason: reason3 }) {
  return `${reference.text}: ${reason3}`;
}
function soonest(all) {
  const next = Math.min(...all.map((mirror) => mirror.next));
  return all.find((mirror) => mirror.next === next);
}

// src/stages/scan/unpack.ts
import { join as join24 } from "node:path";
import { Writable as Writable2 } from "node:stream";
var FOR_ALL = 420;
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
    const pieces2 = this.#pieces;
    this.#pieces = [];
    for (const { to, data } of pieces2) {
      await settled((done) => {
        to.write(data, done);
      });
    }
  }
  async end() {
    this.#reader.end();
    for (const [name, sink] of this.#opened) {
      await settled((done) => {
        sink.end(done);
      });
      await this.#deps.files.setMode(join24(this.#unpacking.folder, name), FOR_ALL);
    }
  }
  destroy() {
    for (const sink of this.#opened.values()) sink.destroy();
  }
  #open({ kind, name }) {
    const plain2 = name.replace(/^\.\//, "");
    if (kind !== "file" || !this.#unpacking.names.includes(plain2)) return void 0;
    if (this.#opened.has(plain2)) throw new BadArchive(`it has ${plain2} twice`);
    const sink = this.#deps.files.sink(join24(this.#unpacking.folder, plain2));
    sink.on("error", () => void 0);
    this.#opened.set(plain2, sink);
    return sink;
  }
};
function settled(start3) {
  return new Promise((resolve10, reject) => {
    start3((error) => {
      if (error) reject(error);
      else resolve10();
    });
  });
}

// src/stages/scan/fetch-database.ts
var CHUNK5 = 1024 * 1024;
async function findDatabase(ask2, deps) {
  const { kind, dbPath, offline, mirrors } = ask2;
  if (dbPath !== void 0) return givenDatabase(kind, dbPath, deps);
  const isGood = ({ dates }) => offline || isFresh(dates, deps.clock.now());
  const here = await newestKept(ask2, deps);
  if (here !== void 0 && isGood(here)) return known(here);
  const kept = offline ? here : await bringKept(ask2, deps);
  if (kept !== void 0 && isGood(kept)) return known(kept);
  if (offline)
    return unable(
      `No ${kind.what} of ${mirrors.map(({ text: text5 }) => text5).join(" or ")} is kept on this machine, and offline is set, so that nothing is fetched. Name a Trivy cache folder with the input db-path, or run once without offline.`
    );
  const fetching = deps.running.during(
    `download of the ${kind.what}`,
    () => fetchDatabase(ask2, deps)
  );
  const fetched = await fetching.catch((error) => ({
    // A full disk, mostly.
    reasons: [errorMessage(error)]
  }));
  if ("taken" in fetched) {
    leaveForOthers(fetched.taken, ask2, deps);
    return known(fetched.taken);
  }
  const why = `The ${kind.what} could not be fetched (${fetched.reasons.join("; ")})`;
  if (kept !== void 0) return known({ ...kept, notice: `${why}; ${usedInstead(kept, deps)}.` });
  return unable(
    `${why}. Name a registry that can be reached with the input db-repositories, or a Trivy cache folder with db-path.`
  );
}
async function bringKept(ask2, deps) {
  const cacheFolder = databaseCacheFolder(ask2.kind, deps.workflow.env);
  if (cacheFolder !== void 0)
    await ask2.cacheStore?.restore(cacheFolder, databaseKey(ask2.kind.cacheFolder, ""));
  return newestKept(ask2, deps);
}
function leaveForOthers({ folder }, { kind, cacheStore }, deps) {
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  const place = dirname7(folder);
  if (cacheStore === void 0 || cacheFolder === void 0 || dirname7(place) !== cacheFolder)
    return;
  void cacheStore.save(cacheFolder, databaseKey(kind.cacheFolder, basename6(place)).key);
}
async function givenDatabase(kind, cache, deps) {
  const read5 = await readDatabase(kind, cache, deps);
  return isKnown(read5) ? known({ ...read5.value, from: "the input db-path" }) : unable(
    `There is no ${kind.what} in ${cache} (${read5.unable}); the input db-path takes a Trivy cache folder that has one.`
  );
}
function usedInstead({ dates }, deps) {
  const days = ageInDays(dates, deps.clock.now());
  const age = days === void 0 || days < 0 ? "" : `, ${ageText(days)} old,`;
  return `the one that was kept${age} is used`;
}
async function fetchDatabase({ kind, mirrors, limits }, deps) {
  if (mirrors.length === 0) return { reasons: [`no repository is known that has it`] };
  const cache = await makeRoom(kind, deps);
  const take = (mirror, deadlineSeconds) => fetchFrom(mirror, { kind, cache, deadlineSeconds }, deps);
  const fetched = await takeFirst({ mirrors, limits, take }, deps);
  if (!("taken" in fetched)) return fetched;
  const taken = await keep(fetched.taken, deps);
  if (fetched.others.length === 0) return { taken };
  const notice2 = `The ${kind.what} was taken from ${taken.from}, because a mirror before it gave none (${fetched.others.join("; ")}).`;
  return { taken: { ...taken, notice: notice2 } };
}
async function makeRoom(kind, deps) {
  const cacheFolder = databaseCacheFolder(kind, deps.workflow.env);
  if (cacheFolder !== void 0) {
    const path = join25(cacheFolder, `.new-${deps.runId}`);
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
  const { mediaType, largestLayer, largestUnpacked, files: names } = kind;
  const folder = join25(cache, kind.folder);
  await deps.files.remove(folder);
  await deps.files.makeFolder(folder);
  const into = () => [
    zlib4.createGunzip({ chunkSize: CHUNK5 }),
    new Meter(largestUnpacked),
    unpackInto({ folder, names }, deps)
  ];
  const pull = { reference, mediaType, largestLayer, into, deadlineSeconds };
  const { digest: digest2 } = await pullLayer(pull, deps);
  const read5 = await readDatabase(kind, cache, deps);
  if (!isKnown(read5)) throw new PullFailed(`there is no database in it (${read5.unable})`);
  return { ...read5.value, digest: digest2, from: reference.text };
}

// src/clients/bare-trivy.ts
var VERSION_SECONDS = 30;
var LARGEST_LOG = 4 * 1024 * 1024;
function runBare(call, deps) {
  return deps.exec.run(call.program, {
    args: call.args,
    cwd: call.sandbox.cwd,
    onlyEnv: call.sandbox.env,
    deadlineSeconds: call.deadlineSeconds ?? VERSION_SECONDS,
    maxOutputBytes: call.maxOutputBytes ?? LARGEST_LOG
  });
}
var VERSION_ARGS = ["version", "--format", "json"];
function versionOf(failure2, stdout) {
  if (failure2 !== void 0) return unable(failure2);
  const version = parseTrivyVersion(stdout);
  return version === void 0 ? unable("it does not tell its version as Trivy does") : known(version);
}
async function askVersion(program, cell, deps) {
  const result = await runBare({ program, args: VERSION_ARGS, sandbox: cell }, deps);
  const version = versionOf(trivyFailure(result), result.stdout);
  return isKnown(version) ? version : unable(
    `Trivy could not be started (${program}: ${version.unable}); install it, or name it with the input trivy-path.`
  );
}
function trivyFailure(result) {
  switch (result.ended) {
    case "missing":
      return "there is no such program";
    case "deadline":
      return `it was ended after ${result.seconds.toFixed(0)} seconds`;
    case "stopped":
      return RUN_OVER;
    case "aborted":
      return "it took too long and was given up";
    case "signal":
      return "it could not be run, or was killed; a lack of memory does that";
    case "exit":
      if (result.exitCode === 0) return void 0;
      return parseFailureReason(result.stderr) ?? `exit status ${result.exitCode}, without a word`;
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
import { join as join27 } from "node:path";

// src/stages/scan/scanner/cache-folder.ts
import { join as join26 } from "node:path";
async function prepareCache2(cache, { files, signal }) {
  if (signal.aborted) throw new Error(RUN_OVER);
  for (const name of ["db", "java-db", "home", "tmp"]) await files.makeFolder(join26(cache, name));
  for (const name of Object.values(EMPTY_FILES)) await files.write(join26(cache, name), "");
}
async function databaseFiles(databases, { files }) {
  const names = databases.flatMap(
    ({ kind, folder }) => kind.files.map((file) => ({ path: join26(folder, file), name: `${kind.folder}/${file}` }))
  );
  return Promise.all(
    names.map(async ({ path, name }) => ({ source: await files.realPath(path), name }))
  );
}

// src/stages/scan/scanner/bare.ts
function bareScanner({ program, sandbox: cell }, deps) {
  return {
    program,
    run: async ({ args, input, cache, databases, deadlineSeconds }) => {
      await prepareCache2(cache, deps);
      await linkDatabases(databases, cache, deps);
      const call = { program, sandbox: cell, args: args({ input, cache }), deadlineSeconds };
      const result = await runBare(call, deps);
      const failure2 = trivyFailure(result);
      return { input, log: result.stderr, ...defined({ failure: failure2 }) };
    }
  };
}
async function linkDatabases(databases, cache, deps) {
  for (const { source, name } of await databaseFiles(databases, deps)) {
    const link = join27(cache, name);
    await deps.files.remove(link);
    await deps.files.symlink(source, link);
  }
}

// src/stages/scan/scanner/container.ts
import { randomBytes as randomBytes4 } from "node:crypto";

// src/domain/health/lines.ts
var MOST_LINES2 = 10;
var LONGEST_LINE4 = 300;
function lastLines(lines) {
  return lines.map((line2) => withoutEscapes(line2).trimEnd()).filter((line2) => line2.trim() !== "").slice(-MOST_LINES2).map((line2) => truncate(line2, LONGEST_LINE4));
}
function logLines(streams) {
  return streams.flatMap((text5) => text5.split("\n")).filter((line2) => line2 !== "").map((line2) => {
    const [stamp = "", ...words2] = line2.split(" ");
    return { stamp, words: words2.join(" ") };
  }).toSorted((a, b) => a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0).map(({ words: words2 }) => words2.replace(/\r$/, ""));
}

// src/domain/health/state.ts
var schema4 = external_exports.looseObject({
  Status: external_exports.string(),
  ExitCode: external_exports.int(),
  Error: orUndefined(external_exports.string()),
  OOMKilled: orUndefined(external_exports.boolean()),
  Health: external_exports.looseObject({
    Status: external_exports.string(),
    Log: external_exports.array(external_exports.looseObject({ ExitCode: external_exports.int(), Output: external_exports.string() })).nullish()
  }).nullish()
});
function parseState(text5) {
  const parsed4 = schema4.safeParse(jsonOf(text5));
  if (!parsed4.success)
    return unable("the engine does not say the state of a container in a form that is known");
  const { Status, ExitCode, Error: error, OOMKilled, Health } = parsed4.data;
  const last = Health?.Log?.at(-1);
  const isUp = Status === "running";
  const hasEnded = Status === "exited" || Status === "dead";
  return known({
    phase: hasEnded ? "ended" : isUp && Health?.Status === "healthy" ? "healthy" : "awaited",
    exitCode: ExitCode,
    outOfMemory: OOMKilled === true,
    error: error ?? "",
    isCheckMissing: last !== void 0 && isMissing(last),
    ...defined({ check: last && lastLines(last.Output.split("\n")) })
  });
}
function isMissing(check3) {
  const { ExitCode, Output } = check3;
  return ExitCode === 126 || ExitCode === 127 || ExitCode === -1 && /^OCI runtime exec/.test(Output);
}
function jsonOf(text5) {
  try {
    return JSON.parse(text5);
  } catch {
    return void 0;
  }
}
function isCommandMissing({ exitCode }) {
  return exitCode === 126 || exitCode === 127;
}
function isForeignProgram(words2) {
  return words2.some((line2) => /\bexec format error\b/i.test(line2));
}

// src/clients/containers.ts
var LOAD_SECONDS = 300;
var CALL_SECONDS = 60;
var LARGEST_LOG2 = 4 * 1024 * 1024;
async function loadImage({ deps, cwd }, archive) {
  const result = await deps.exec.run("docker", {
    args: ["load", "--quiet"],
    cwd,
    stdin: archive,
    deadlineSeconds: LOAD_SECONDS
  });
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function importImage({ deps, cwd }, { tag, runId, content }) {
  const result = await deps.exec.run("docker", {
    args: ["import", "--change", `LABEL plimsoll.run=${runId}`, "-", tag],
    cwd,
    stdin: content,
    deadlineSeconds: LOAD_SECONDS
  });
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function copyInto({ deps, cwd }, { name, path, content }) {
  const result = await deps.exec.run("docker", {
    args: ["cp", "-", `${name}:${path}`],
    cwd,
    stdin: content,
    deadlineSeconds: LOAD_SECONDS
  });
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function copyOut(call, { name, path, to }) {
  const result = await docker(call, ["cp", `${name}:${path}`, to]);
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function fileContains(call, { name, path, words: words2 }) {
  const result = await docker(call, ["cp", `${name}:${path}`, "-"]);
  return hasSucceeded(result) && result.stdout.includes(words2);
}
var namesSchema2 = external_exports.object({ RepoTags: orUndefined(external_exports.array(external_exports.string())) });
async function imageTags(call, id) {
  const result = await docker(call, ["image", "inspect", "--format", "{{json .}}", id]);
  if (!hasSucceeded(result)) return void 0;
  try {
    return namesSchema2.parse(JSON.parse(result.stdout)).RepoTags ?? [];
  } catch {
    return [];
  }
}
async function createContainer(call, args) {
  const result = await docker(call, ["create", ...args]);
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function startContainer(call, name) {
  const result = await docker(call, ["start", name]);
  return hasSucceeded(result) ? known(void 0) : unable(describeEnding(result));
}
async function inspectContainer(call, name) {
  const result = await docker(call, [
    ...["inspect", "--type", "container", "--format", "{{json .State}}", name]
  ]);
  return hasSucceeded(result) ? parseState(result.stdout) : unable(describeEnding(result));
}
var mountsSchema = orEmptyList(external_exports.looseObject({ Type: external_exports.string(), Name: orUndefined(external_exports.string()) }));
async function listMounts(call, name) {
  const result = await docker(call, [
    ...["inspect", "--type", "container", "--format", "{{json .Mounts}}", name]
  ]);
  if (!hasSucceeded(result)) return unable(describeEnding(result));
  const parsed4 = mountsSchema.safeParse(jsonOf2(result.stdout));
  return parsed4.success ? known(parsed4.data.map(({ Type, Name }) => Type === "volume" ? Name ?? Type : Type)) : unable("the engine does not say the mounts of a container in a form that is known");
}
function jsonOf2(text5) {
  try {
    return JSON.parse(text5);
  } catch {
    return void 0;
  }
}
async function readContainerLog(call, { name, lines }) {
  const result = await docker(call, ["logs", "--timestamps", "--tail", `${lines}`, name]);
  return hasSucceeded(result) ? logLines([result.stdout, result.stderr]) : [];
}
function docker({ deps, cwd }, args) {
  return deps.exec.run("docker", {
    args,
    cwd,
    deadlineSeconds: CALL_SECONDS,
    maxOutputBytes: LARGEST_LOG2
  });
}

// src/stages/scan/scanner/container.ts
var LARGEST_LOG3 = 4 * 1024 * 1024;
async function ownImage({ call, made }, content) {
  const tag = `plimsoll-${randomBytes4(8).toString("hex")}:scanner`;
  own({ kind: "image", name: tag, life: "run" }, { call, made });
  const imported = await importImage(call, { tag, runId: call.deps.runId, content });
  return isKnown(imported) ? { value: tag } : imported;
}
async function inContainer(making, work) {
  const name = `plimsoll-${randomBytes4(8).toString("hex")}`;
  const thing = own({ kind: "container", name, life: "run" }, making);
  try {
    return await work(name);
  } finally {
    void making.call.deps.cleanup.remove(thing);
  }
}
function own(thing, { call, made }) {
  call.deps.cleanup.own(thing);
  made.push(thing);
  return thing;
}
async function endAll({ call, made }) {
  for (const kind of ["container", "image"])
    await Promise.all(
      made.filter((thing) => thing.kind === kind).map((thing) => call.deps.cleanup.remove(thing))
    );
}
var KILLED = 137;
var NOT_RUN = /* @__PURE__ */ new Set([125, 126, 127]);
async function endingIn(result, container) {
  const log = result.stderr;
  if (isNotStarted(result)) return notStarted(describeEnding(result), log);
  const failure2 = await failureIn(result, container);
  return { log, ...defined({ failure: failure2 }) };
}
function isNotStarted({ ended: ended2, exitCode, stderr }) {
  if (ended2 !== "exit") return false;
  return NOT_RUN.has(exitCode) || exitCode === 255 && stderr.startsWith(`exec ${INSIDE.program}:`);
}
function notStarted(why, log = "") {
  return { log, failure: `the engine could not run it: ${why}`, notStarted: true };
}
async function failureIn(result, { call, memoryBytes, name }) {
  if (result.ended !== "exit") return trivyFailure(result);
  if (result.exitCode !== KILLED) return trivyFailure(result);
  const state = await inspectContainer(call, name);
  const most = `the ${formatBytes(memoryBytes)} of memory that it may use`;
  return isKnown(state) && state.value.outOfMemory ? `it needed more than ${most}` : `it was killed; needing more than ${most} does that`;
}

// src/stages/scan/scanner/copied.ts
import { join as join28 } from "node:path";
var CHUNK6 = 1024 * 1024;
var PATHS = { input: `${INSIDE.volume}/input`, cache: `${INSIDE.volume}/cache` };
async function* programArchive(program, deps) {
  yield* entry({ path: program, name: "trivy", traits: { mode: 493 } }, deps);
  yield ARCHIVE_END;
}
function copiedScanner(shell) {
  return { program: shell.program, run: (call) => run(shell, call) };
}
async function run(shell, call) {
  const { deps } = shell.call;
  await prepareCache2(call.cache, deps);
  const { input } = PATHS;
  return inContainer(shell, async (name) => {
    const made = await createContainer(shell.call, argsOf(shell, name, call.args(PATHS)));
    if (!isKnown(made)) return { input, ...notStarted(made.unable) };
    const content = everything(shell, call);
    const given3 = await copyInto(shell.call, { name, path: INSIDE.volume, content });
    if (!isKnown(given3))
      return { input, log: "", failure: `nothing could be copied to the engine: ${given3.unable}` };
    const result = await start(shell, name, call.deadlineSeconds);
    const ending = await endingIn(result, { ...shell, name });
    if (ending.failure === void 0)
      for (const output of call.outputs) {
        const [path, to] = [join28(PATHS.cache, output), join28(call.cache, output)];
        await copyOut(shell.call, { name, path, to });
      }
    return { input, ...ending };
  });
}
async function* everything({ call: { deps }, ids }, { input, cache, databases }) {
  yield* entry({ path: input, name: "input", traits: {} }, deps);
  yield* entry({ path: cache, name: "cache", traits: { owner: ids } }, deps);
  for (const { source, name } of await databaseFiles(databases, deps))
    yield* entry({ path: source, name: `cache/${name}`, traits: {} }, deps);
  yield ARCHIVE_END;
}
async function* entry({ path, name, traits }, deps) {
  const found2 = await deps.files.stat(path);
  if (found2?.kind === "folder") {
    yield archiveHeader(name, 0, { ...traits, isFolder: true, mode: 493 });
    for (const inner of await deps.files.list(path))
      yield* entry({ path: join28(path, inner), name: `${name}/${inner}`, traits }, deps);
  }
  if (found2?.kind !== "file") return;
  yield archiveHeader(name, found2.bytes, traits);
  for await (const chunk of deps.files.stream(path, CHUNK6))
    if (chunk instanceof Uint8Array) yield chunk;
  yield archivePadding(found2.bytes);
}
function start({ call: { deps, cwd } }, name, seconds) {
  return deps.exec.run("docker", {
    args: ["start", "--attach", name],
    cwd,
    deadlineSeconds: seconds,
    maxOutputBytes: LARGEST_LOG3
  });
}
function argsOf(shell, name, args) {
  const { call, image, ids, memoryBytes } = shell;
  const { volume } = INSIDE;
  const ask2 = { name, runId: call.deps.runId, image, ids, memoryBytes, mounts: [], volume };
  return [...confinedArgs({ ...ask2, cache: PATHS.cache }), ...args];
}

// src/stages/scan/scanner/mounted.ts
import { join as join29 } from "node:path";
async function sharesDisk(shell, { path, content: words2 }) {
  const { call } = shell;
  await handOver(shell, path);
  return inContainer(shell, async (name) => {
    const mounts = [{ source: path, target: INSIDE.input }];
    const made = await createContainer(call, argsOf2(shell, { name, mounts }));
    return isKnown(made) && await fileContains(call, { name, path: INSIDE.input, words: words2 });
  });
}
function mountedScanner(shell) {
  return { program: shell.program, run: (call) => run2(shell, call) };
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
  for (const path of [call.cache, call.input]) await handOver(shell, path);
  return inContainer(shell, async (name) => {
    const { deadlineSeconds } = call;
    const result = await start2(shell, { name, mounts, deadlineSeconds, args: call.args(INSIDE) });
    return { input: INSIDE.input, ...await endingIn(result, { ...shell, name }) };
  });
}
function programMount({ program }) {
  return { source: program, target: INSIDE.program };
}
async function databaseMounts({ databases, cache }, { call: { deps } }) {
  const mounts = [];
  for (const { source, name } of await databaseFiles(databases, deps)) {
    await deps.files.write(join29(cache, name), "");
    mounts.push({ source, target: `${INSIDE.cache}/${name}` });
  }
  return mounts;
}
async function handOver({ call: { deps }, ids }, path) {
  if (deps.machine.uid === 0) await deps.files.setOwner(path, ids);
}
function start2(shell, { name, mounts, args, deadlineSeconds }) {
  const { deps, cwd } = shell.call;
  return deps.exec.run("docker", {
    args: ["run", ...argsOf2(shell, { name, mounts }), ...args],
    cwd,
    deadlineSeconds,
    maxOutputBytes: LARGEST_LOG3
  });
}
function argsOf2({ call, image, ids, memoryBytes }, { name, mounts }) {
  const { runId } = call.deps;
  return confinedArgs({ name, runId, image, ids, memoryBytes, mounts, cache: INSIDE.cache });
}

// src/stages/scan/scanner/index.ts
async function findGround({ cells, memoryBytes }, deps) {
  const call = { deps, cwd: cells.sandbox.cwd };
  const making = { call, made: [] };
  const image = await ownImage(making, nothing());
  if (!isKnown(image)) return unable(`the engine takes no image (${image.unable})`);
  const shell = { ...making, memoryBytes, ids: idsFor(deps.machine), image: image.value };
  return known({ ...shell, sharesDisk: await sharesDisk(shell, cells.nonce) });
}
async function* nothing() {
  yield await Promise.resolve(ARCHIVE_END);
}
async function makeScanner(ask2, deps) {
  const { program, ground } = ask2;
  const end = async () => {
    if (isKnown(ground)) await endAll(ground.value);
  };
  const confined = isKnown(ground) ? await confine(program, ground.value) : ground;
  if (isKnown(confined)) return known({ ...orBare(confined.value, ask2, deps), end });
  const scanner = await makeBare(ask2, deps);
  return mapKnown(scanner, (made) => ({ scanner: made, bare: () => confined.unable, end }));
}
function orBare(confined, ask2, deps) {
  let hasRun = false;
  let why;
  let other;
  const run3 = async (call) => {
    const ended2 = await confined.run(call);
    hasRun ||= ended2.notStarted !== true;
    if (hasRun) return ended2;
    why ??= `it does not run alone in a container (${ended2.failure ?? ""})`;
    other ??= makeBare(ask2, deps);
    const made = await other;
    return isKnown(made) ? made.value.run(call) : { ...ended2, failure: made.unable };
  };
  return { scanner: { program: confined.program, run: run3 }, bare: () => why };
}
async function makeBare({ program, sandbox: cell }, deps) {
  const version = await askVersion(program, cell, deps);
  if (!isKnown(version)) return version;
  const malice = versionRefusal(version.value);
  return malice === void 0 ? known(bareScanner({ program, sandbox: cell }, deps)) : unable(malice);
}
function versionRefusal(version) {
  const malice = compromiseReason(version);
  return malice === void 0 ? void 0 : `${malice}: it is not used`;
}
async function confine(program, ground) {
  const shell = { ...ground, program };
  if (ground.sharesDisk) return known(mountedScanner(shell));
  ground.call.deps.log.line(
    "The engine does not see the files of this machine: what Trivy needs is copied into its container."
  );
  const full = await ownImage(ground, programArchive(program, ground.call.deps));
  if (!isKnown(full)) return unable(`the engine does not see our files (${full.unable})`);
  return known(copiedScanner({ ...shell, image: full.value }));
}

// src/stages/scan/supply.ts
var LIMITS = {
  fetchSeconds: 300,
  pauseSeconds: 2,
  memoryBytes: MEMORY_BYTES,
  binary: { seconds: 300, pauses: [1, 3, 9] }
};
function startSupply({ inputs, first, cacheStore }, deps, limits = LIMITS) {
  const cells = knownOr("Trivy has no folder to run in", async () => ({
    value: await makeSandbox(deps)
  }));
  const { memoryBytes } = limits;
  const binary = knownOr("Trivy could not be had", async () => {
    await Promise.allSettled([first]);
    return findBinary(inputs.trivy, { limits: limits.binary, cacheStore }, deps);
  });
  const scanner = onDemand("Trivy could not be started", async () => {
    await Promise.allSettled([first]);
    return prepareScanner({ cells: await cells, binary, memoryBytes }, deps);
  });
  const { database, java } = startDatabases(inputs, { limits, cacheStore }, deps);
  return {
    sandbox: cells,
    binary,
    database,
    scanner: scanner.get,
    javaDatabase: java.get,
    tools: async (scans) => describeTools(scans, {
      binary: await binary,
      scanner: await scanner.asked(),
      memoryBytes,
      database: await database,
      java: await java.asked()
    }),
    end: async () => {
      const made = await scanner.asked();
      if (made !== void 0 && isKnown(made)) await made.value.end();
    }
  };
}
function onDemand(failing, make2) {
  let made;
  return { get: () => made ??= knownOr(failing, make2), asked: () => made };
}
function startDatabases({ dbPath, dbRepositories, offline }, sources, deps) {
  const { vulnerabilities, java: mirrors } = databaseMirrors(dbRepositories);
  const asked = { dbPath, offline, ...sources };
  return {
    database: knownOr(
      "The vulnerability database could not be had",
      () => findDatabase({ ...asked, kind: VULNERABILITIES, mirrors: vulnerabilities }, deps)
    ),
    java: onDemand(
      "The Java database could not be had",
      () => findDatabase({ ...asked, kind: JAVA, mirrors }, deps)
    )
  };
}
async function prepareScanner({ cells, binary, memoryBytes }, deps) {
  if (!isKnown(cells)) return cells;
  const cell = cells.value.sandbox;
  const [found2, ground] = await Promise.all([
    binary,
    findGround({ cells: cells.value, memoryBytes }, deps)
  ]);
  if (!isKnown(found2)) return found2;
  return makeScanner({ program: found2.value.path, sandbox: cell, ground }, deps);
}
async function suppliedTools(supply) {
  const [cells, made, database] = await Promise.all([
    supply.sandbox,
    supply.scanner(),
    supply.database
  ]);
  if (!isKnown(cells)) return cells;
  if (!isKnown(made)) return made;
  const { folder } = cells.value.sandbox;
  return known({ folder, scanner: made.value.scanner, database });
}
async function knownOr(failing, make2) {
  try {
    return await make2();
  } catch (error) {
    return unable(`${failing}: ${errorMessage(error)}.`);
  }
}

// src/domain/findings/remaining-packages.ts
function remainingPackages({ report, document }, below) {
  const raw = listOf(document, "Results");
  return (report.Results ?? []).flatMap((result, at) => {
    const whole2 = raw[at];
    const packages = listOf(whole2, "Packages");
    const removers = (result.Packages ?? []).map((one2) => removerOf(one2, result.Target, below));
    const there = (result.Packages ?? []).filter((_, index) => removers[index] !== void 0);
    if (there.length === 0 || !isObject2(whole2)) return [];
    const Packages = packages.flatMap(
      (one2, index) => removers[index] === void 0 || !isObject2(one2) ? [] : [{ ...one2, RemovedBy: removers[index] }]
    );
    const isOfThem = (found2) => there.some((one2) => isOf(found2, one2));
    const Vulnerabilities = listOf(whole2, "Vulnerabilities").filter((_, index) => {
      const found2 = result.Vulnerabilities?.[index];
      return found2 !== void 0 && isOfThem(found2);
    });
    const ExperimentalModifiedFindings = listOf(whole2, "ExperimentalModifiedFindings").filter(
      (_, index) => {
        const answered = result.ExperimentalModifiedFindings?.[index];
        return answered !== void 0 && isOfThem(answered.Finding);
      }
    );
    return [{ ...whole2, Packages, Vulnerabilities, ExperimentalModifiedFindings, Secrets: [] }];
  });
}
function systemPackageNames({ report }) {
  return (report.Results ?? []).filter(({ Class }) => Class === "os-pkgs").flatMap(({ Packages }) => (Packages ?? []).map(({ Name }) => Name));
}
function withResults(document, results) {
  return isObject2(document) ? { ...document, Results: [...listOf(document, "Results"), ...results] } : document;
}
function removerOf({ Name, FilePath, InstalledFiles }, target, { removed, tree, diffIds: diffIds2, names: there }) {
  const found2 = removed.find(({ path, names, isDatabase: isDatabase2, layers }) => {
    if (names?.includes(Name) === false) return false;
    if (path === bytesOf4(FilePath ?? target ?? "")) return true;
    const isOfMany = (names !== void 0 || isDatabase2 === true) && !there.has(Name);
    return isOfMany && (InstalledFiles ?? []).some((file) => isStillThere(tree, bytesOf4(file), layers));
  });
  return found2 && (diffIds2[found2.removedBy ?? -1] ?? "");
}
function bytesOf4(path) {
  return Buffer.from(path).toString("latin1");
}
function isOf(found2, one2) {
  const [uid, other] = [found2.PkgIdentifier?.UID ?? "", one2.Identifier?.UID ?? ""];
  if (uid !== "" && other !== "") return uid === other;
  return found2.PkgName === one2.Name && (found2.PkgPath ?? "") === (one2.FilePath ?? "");
}
function listOf(value, key) {
  const list3 = isObject2(value) ? ownProperty(value, key) : void 0;
  return Array.isArray(list3) ? list3 : [];
}
function isObject2(value) {
  return typeof value === "object" && value !== null;
}

// src/stages/scan/lower-layout.ts
import { createHash as createHash10 } from "node:crypto";
import { join as join30 } from "node:path";
var MANIFEST3 = "application/vnd.oci.image.manifest.v1+json";
var CONFIG2 = "application/vnd.oci.image.config.v1+json";
var PACKED = "application/vnd.oci.image.layer.v1.tar+gzip";
async function writeLowerLayout(scannable, layers, deps) {
  const { files } = deps;
  const folder = join30(await files.makeTemporary("plimsoll-below", "run"), "layout");
  await files.makeFolder(join30(folder, "blobs/sha256"));
  const descriptors = [];
  for (const { diffId, digest: digest2 } of layers) {
    const plain2 = await files.stat(blobPath(scannable, diffId));
    const layer2 = plain2 === void 0 ? { mediaType: PACKED, digest: digest2, size: (await files.stat(blobPath(scannable, digest2)))?.bytes } : plainLayer(diffId, plain2.bytes);
    const target = blobPath(folder, layer2.digest);
    if (await files.stat(target) === void 0)
      await files.hardLink(blobPath(scannable, layer2.digest), target);
    descriptors.push(layer2);
  }
  const write = async (data, mediaType) => {
    const text5 = JSON.stringify(data);
    const digest2 = `sha256:${createHash10("sha256").update(text5).digest("hex")}`;
    await files.write(blobPath(folder, digest2), text5);
    return { mediaType, digest: digest2, size: Buffer.byteLength(text5) };
  };
  const diffIds2 = layers.map(({ diffId }) => diffId);
  const config = await write(
    { os: "linux", architecture: "amd64", config: {}, rootfs: { type: "layers", diff_ids: diffIds2 } },
    CONFIG2
  );
  const manifest = { schemaVersion: 2, mediaType: MANIFEST3, config, layers: descriptors };
  await writeLayoutIndex(folder, await write(manifest, MANIFEST3), deps);
  return folder;
}

// src/stages/scan/remaining-packages.ts
var MOST_RUNS = 32;
async function withRemainingPackages(scanning, {
  call: { facts, tree, scannable },
  ask: ask2
}, deps) {
  const removed = isKnown(facts) ? facts.value.contents.removedRecords ?? [] : [];
  if (!isKnown(facts) || tree === void 0 || removed.length === 0) return known(scanning);
  const whole2 = parseTrivyReport(scanning.json);
  if (!isKnown(whole2)) return known(scanning);
  const { layers } = facts.value;
  const groups = [...Map.groupBy(removed, (one2) => one2.layers)].sort(([a], [b]) => b - a);
  if (groups.length > MOST_RUNS)
    return unable(
      `Records of packages were removed by ${groups.length} layers while files of the packages are there, and at most ${MOST_RUNS} are looked into.`
    );
  const results = [];
  const names = new Set(systemPackageNames(whole2.value));
  const diffIds2 = layers.map(({ diffId }) => diffId);
  for (const [count, records] of groups) {
    const layout = await writeLowerLayout(scannable, layers.slice(0, count), deps);
    const answer = await ask2(layout);
    await deps.files.remove(layout);
    if (!isKnown(answer)) return answer;
    const parsed4 = parseTrivyReport(answer.value.json);
    if (!isKnown(parsed4)) return unable(`Trivy could not scan the image: ${parsed4.unable}.`);
    results.push(...remainingPackages(parsed4.value, { removed: records, tree, diffIds: diffIds2, names }));
    for (const name of systemPackageNames(parsed4.value)) names.add(name);
  }
  if (results.length === 0) return known(scanning);
  return known({ ...scanning, json: JSON.stringify(withResults(whole2.value.document, results)) });
}

// src/stages/scan/vex.ts
import { join as join31 } from "node:path";
function giveVex(documents, cache, { files }) {
  return Promise.all(
    documents.map(async ({ text: text5 }, index) => {
      const name = `vex-${index}.json`;
      await files.write(join31(cache, name), text5);
      return name;
    })
  );
}

// src/stages/scan/ask-scanner.ts
var DEADLINE_SECONDS = 15 * 60;
async function askScanner(call, expected, deps) {
  const supplied = await suppliedTools(call.supply);
  if (!isKnown(supplied)) return supplied;
  const { folder, scanner, database } = supplied.value;
  const cache = join32(folder, toFileName(call.layout.image.id));
  const { kept, scannable: layout, deadlineSeconds = DEADLINE_SECONDS } = call;
  if (kept?.before !== void 0 && isByOwnRules(call))
    await giveAnalyses(kept.before.analyses, cache, deps);
  const vex = await giveVex(call.vex, cache, deps);
  const secretConfig2 = await giveSecretRules(call.secretRules ?? [], cache, deps);
  const ask2 = (given3) => scanLayout({ scanner, layout, cache, vex, secretConfig: secretConfig2, deadlineSeconds, ...given3 }, deps);
  if (!isKnown(database)) {
    const alone = await ask2({ databases: [], secretsAlone: true });
    if (!isKnown(alone)) return database;
    return known({
      scanning: alone.value,
      cache,
      java: void 0,
      withoutDatabase: database.unable
    });
  }
  const askWith = (java2, other = layout) => java2 !== void 0 && isKnown(java2) ? ask2({ layout: other, databases: [database.value, java2.value] }) : ask2({ layout: other, databases: [database.value], skipsArchives: java2 !== void 0 });
  const first = await askWith(expected);
  const isWanted = expected === void 0 && wantsJava(first);
  const java = isWanted ? await call.supply.javaDatabase() : expected;
  const scanned = isWanted ? await askWith(java) : first;
  if (!isKnown(scanned)) return scanned;
  const again = (other) => askWith(java, other);
  const whole2 = await withRemainingPackages(scanned.value, { call, ask: again }, deps);
  return mapKnown(whole2, (scanning) => ({ scanning, java, cache }));
}

// src/domain/findings/kept-report.ts
var DROPPED = ["ImageConfig", "Match", "Code", "CreatedBy", "Fingerprint"];
var LINKS = ["PrimaryURL", "References", "URL"];
function keptReport(document, keeping) {
  return keep2(document, "", keeping);
}
function keep2(value, key, keeping) {
  if (typeof value === "string") return keepText(value, key, keeping);
  if (Array.isArray(value)) return value.map((item) => keep2(item, key, keeping));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(withDigest(value, keeping.digests)).filter(
    ([name]) => !DROPPED.includes(name)
  );
  return Object.fromEntries(entries.map(([name, item]) => [name, keep2(item, name, keeping)]));
}
function withDigest(value, digests) {
  if (!("Digest" in value) || !("DiffID" in value)) return value;
  const digest2 = digests.get(String(value.DiffID));
  return digest2 === void 0 ? value : { ...value, Digest: digest2 };
}
function keepText(text5, key, { artifact, name }) {
  if ((key === "ArtifactName" || key === "Target") && `${text5} (`.startsWith(`${artifact} (`))
    return `${name}${text5.slice(artifact.length)}`;
  if (key !== "CreatedAt") return LINKS.includes(key) ? text5 : withoutUrlSecrets(text5);
  return text5.replace(/\.\d+/, "");
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
function renderSbom(report) {
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
      "bom-ref": root,
      type: "container",
      name: ArtifactName,
      properties: properties([
        ["ImageID", Metadata?.ImageID],
        ...(Metadata?.DiffIDs ?? []).map((id) => ["DiffID", id]),
        ["SchemaVersion", "2"]
      ])
    }
  };
}
function partOf(result, { report, refs }) {
  const packages = (result.Packages ?? []).map((one2) => ({ one: one2, ref: refs.take(purlOf(one2)) }));
  if (packages.length === 0 && result.Class !== OS_CLASS)
    return { components: [], dependencies: [], roots: [] };
  const libraries = packages.map(({ one: one2, ref: ref2 }) => library(one2, { ref: ref2, type: result.Type }));
  const byId = new Map(packages.map(({ one: one2, ref: ref2 }) => [one2.ID, ref2]));
  const edges = packages.flatMap(({ one: one2, ref: ref2 }) => {
    const dependsOn = (one2.DependsOn ?? []).flatMap((id) => byId.get(id) ?? []);
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
    "bom-ref": refs.take("os"),
    type: "operating-system",
    name: Family,
    version: Name ?? void 0,
    properties: told
  };
}
function library(one2, { ref, type }) {
  const { Maintainer, Licenses } = one2;
  return {
    "bom-ref": ref,
    type: "library",
    name: one2.Name,
    version: versionOf2(one2),
    ...Maintainer == null || Maintainer === "" ? {} : { supplier: { name: Maintainer } },
    ...Licenses == null ? {} : { licenses: Licenses.map((name) => ({ license: { name } })) },
    purl: one2.Identifier?.PURL ?? void 0,
    properties: properties([
      ["PkgID", one2.ID],
      ["PkgType", type],
      ["FilePath", one2.FilePath],
      ["SrcName", one2.SrcName],
      ["SrcVersion", one2.SrcVersion],
      ["SrcRelease", one2.SrcRelease],
      ["SrcEpoch", one2.SrcEpoch],
      ["Modularitylabel", one2.Modularitylabel],
      ["LayerDiffID", one2.Layer?.DiffID],
      ["LayerDigest", one2.Layer?.Digest]
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

// src/domain/text/secrets.ts
var SHORTEST = 8;
function valuesToMask(values, committed) {
  return values.filter(
    (value) => value.length >= SHORTEST && !committed.some((text5) => text5.includes(value))
  );
}
function maskValues(text5, values) {
  return values.filter((value) => value.length >= SHORTEST).toSorted((a, b) => b.length - a.length).reduce((shown2, value) => shown2.replaceAll(value, "***"), text5);
}
function valueOfVariable(line2) {
  return line2.slice(line2.indexOf("=") + 1);
}

// src/domain/findings/packages.ts
var GATHERED = ["python-pkg", "conda-pkg", "gemspec", "node-pkg", "jar", "kubernetes"];
function toPackages(report) {
  return (report.Results ?? []).flatMap(
    (result) => (result.Packages ?? []).map((found2) => ({
      name: found2.Name,
      version: versionOf3(found2),
      ...optional("purl", found2.Identifier?.PURL),
      ...optional("diffId", found2.Layer?.DiffID),
      ...optional("path", fileOf(found2, result)),
      ...typeof found2.RemovedBy === "string" && { removedBy: found2.RemovedBy },
      ...given2(found2.InstalledFiles?.[0]) && { files: found2.InstalledFiles ?? [] }
    }))
  );
}
function countSystemPackages(report) {
  return (report.Results ?? []).filter(isSystem).reduce((sum, result) => sum + (result.Packages?.length ?? 0), 0);
}
function packageFinder(result) {
  const type = result.Type ?? result.Class ?? "unknown";
  if (!isSystem(result))
    return (found2) => {
      const purl = purlWithoutVersion(given2(found2.PkgIdentifier?.PURL));
      const fallback = { ecosystem: type, name: found2.PkgName };
      const key = languagePackageKey(given2(found2.PkgIdentifier?.PURL), fallback);
      return { key, name: found2.PkgName, ...optional("purl", purl) };
    };
  const sources = sourcesOf(result.Packages ?? []);
  return (found2) => {
    const name = referencesTo(found2).flatMap((key) => sources.get(key) ?? [])[0] ?? found2.PkgName;
    return { key: systemPackageKey(type, name), name };
  };
}
function fileOf(found2, result) {
  if (isSystem(result)) return void 0;
  return given2(found2.FilePath) ?? (GATHERED.includes(result.Type ?? "") ? void 0 : result.Target);
}
function packagePath(found2, result) {
  const own2 = given2(found2.PkgPath);
  if (own2 !== void 0 || isSystem(result)) return own2;
  return GATHERED.includes(result.Type ?? "") ? void 0 : result.Target;
}
function isSystem(result) {
  return result.Class === "os-pkgs";
}
function sourcesOf(packages) {
  const entries = packages.flatMap((found2) => {
    const source = given2(found2.SrcName) ?? found2.Name;
    const keys = [
      uidKey(found2.Identifier?.UID),
      idKey(found2.ID),
      versionKey(found2.Name, versionOf3(found2))
    ];
    return keys.filter((key) => key !== void 0).map((key) => [key, source]);
  });
  return new Map(entries);
}
function referencesTo(found2) {
  return [
    uidKey(found2.PkgIdentifier?.UID),
    idKey(found2.PkgID),
    versionKey(found2.PkgName, found2.InstalledVersion ?? "")
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
function versionOf3({ Epoch, Version, Release }) {
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

// src/domain/findings/vulnerabilities.ts
function toFindings(report, image) {
  const groups = Map.groupBy(sightingsOf(report, image), ({ identity }) => identity);
  return [...groups.values()].flatMap(toFinding).sort(compareFindings2);
}
function toAdvisories(report) {
  const pairs = (report.Results ?? []).flatMap((result) => [
    ...result.Vulnerabilities ?? [],
    ...(result.ExperimentalModifiedFindings ?? []).map(({ Finding }) => Finding)
  ]).map((found2) => [found2.VulnerabilityID, toAdvisory(found2)]).sort(([, a], [, b]) => compareText(JSON.stringify(a), JSON.stringify(b)));
  return new Map(pairs);
}
function parseSeverity(word) {
  return SEVERITIES.find((severity) => severity === word?.toLowerCase()) ?? "unknown";
}
function sightingsOf(report, image) {
  return (report.Results ?? []).flatMap((result) => {
    const find = packageFinder(result);
    const answered = result.ExperimentalModifiedFindings ?? [];
    const all = [
      ...(result.Vulnerabilities ?? []).map((found2) => ({ found: found2, answer: void 0 })),
      ...answered.map((answer) => ({ found: answer.Finding, answer }))
    ];
    return all.map(({ found: found2, answer }) => {
      const about = find(found2);
      const key = { advisory: found2.VulnerabilityID, package: about.key, image };
      const member = {
        package: found2.PkgName,
        version: found2.InstalledVersion ?? "",
        ...optional("purl", found2.PkgIdentifier?.PURL),
        ...optional("fixedVersion", found2.FixedVersion),
        ...optional("diffId", found2.Layer?.DiffID),
        ...optional("path", packagePath(found2, result)),
        ...defined({ vex: answer && answerOf2(answer) })
      };
      return { identity: findingIdentity(key), about, member, found: found2 };
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
      severity: worst2(sightings.map(({ found: found2 }) => parseSeverity(found2.Severity))),
      status: mostPressing(sightings.map(({ found: found2 }) => statusOf(found2))),
      ...optional("fixed", fixVersions(sightings.map(({ member }) => member)).join(", ")),
      ...optional("published", publishedOf(sightings)),
      members: membersOf(sightings)
    }
  ];
}
function publishedOf(sightings) {
  const days = sightings.flatMap(
    ({ found: found2 }) => /^\d{4}-\d{2}-\d{2}/.exec(found2.PublishedDate ?? "")?.[0] ?? []
  );
  return days.sort()[0];
}
function answerOf2({ Status: status, Statement: reason3 }) {
  return { status: given2(status) ?? "answered", ...optional("reason", reason3) };
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
function statusOf(found2) {
  const word = STATUSES.find((status) => status === found2.Status?.toLowerCase()) ?? "unknown";
  return word === "unknown" && given2(found2.FixedVersion) !== void 0 ? "fixed" : word;
}
var MOST_REFERENCES = 5;
function toAdvisory(found2) {
  const scores = ownProperty(found2.CVSS ?? {}, found2.SeveritySource ?? "");
  const [score, vector] = [
    [scores?.V3Score, scores?.V3Vector],
    [scores?.V40Score, scores?.V40Vector],
    [scores?.V2Score, scores?.V2Vector]
  ].find(([given3]) => typeof given3 === "number") ?? [void 0, void 0];
  const references = (found2.References ?? []).slice(0, MOST_REFERENCES);
  return {
    title: given2(found2.Title) ?? found2.VulnerabilityID,
    ...typeof score === "number" && { score },
    ...optional("url", found2.PrimaryURL),
    ...optional("text", found2.Description),
    ...optional("source", found2.SeveritySource),
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
function toSecretFacts(report, dockerfileText) {
  const config = configLines(report.Metadata?.ImageConfig);
  const dockerfile = (dockerfileText ?? "").split(/\r?\n/);
  const sightings = (report.Results ?? []).flatMap(
    ({ Target, Secrets }) => (Secrets ?? []).map(
      (found2) => (
        // What is in the config has the artifact itself as its place.
        Target === report.ArtifactName ? inConfig(found2, config) : {
          secret: inFile(found2, Target),
          values: reveal(found2.Match, dockerfile),
          mark: `${found2.StartLine ?? ""} ${found2.Offset ?? ""}`
        }
      )
    )
  );
  const places = Map.groupBy(withoutEchoes(sightings), ({ secret }) => placeOf5(secret));
  return {
    secrets: [...places].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([, all]) => numbered(all)),
    values: [...new Set(sightings.flatMap(({ values }) => values))]
  };
}
function placeOf5(secret) {
  return `${secretKey(secret)} ${secret.diffId ?? ""}`;
}
function numbered(sightings) {
  const different = Map.groupBy(sightings, ({ mark }) => mark);
  return [...different.values()].flatMap(([first]) => first === void 0 ? [] : [first.secret]).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).map((secret, index) => index === 0 ? secret : { ...secret, nth: index + 1 });
}
function withoutEchoes(sightings) {
  const environment2 = sightings.filter(({ secret }) => secret.where === "environment").flatMap(({ values }) => values);
  const known2 = new Set(environment2);
  return sightings.filter(
    ({ secret, values }) => secret.where !== "history" || values.length === 0 || !values.every((value) => known2.has(value))
  );
}
function inFile(found2, target) {
  return {
    ...saidOf(found2),
    where: "file",
    path: target.replace(/^\/+/, ""),
    ...found2.StartLine === void 0 || found2.StartLine === null || found2.StartLine < 1 ? {} : { line: found2.StartLine },
    ...optional("diffId", found2.Layer?.DiffID)
  };
}
function inConfig(found2, config) {
  const line2 = config[(found2.StartLine ?? 0) - 1] ?? "";
  const exact = reveal(found2.Match, [`  ${line2}`]).map(unescape);
  const values = exact.length > 0 ? exact : [wholeOf(line2)];
  const told = { values, mark: JSON.stringify(values) };
  if (line2.startsWith('"created_by": "'))
    return { secret: { ...saidOf(found2), where: "history" }, ...told };
  const variable = /^"([A-Za-z_]\w*)=/.exec(line2)?.[1];
  if (variable === void 0) return { secret: { ...saidOf(found2), where: "config" }, ...told };
  return { secret: { ...saidOf(found2), where: "environment", variable }, ...told };
}
function saidOf(found2) {
  return {
    rule: found2.RuleID,
    title: given2(found2.Title) ?? found2.RuleID,
    severity: parseSeverity(found2.Severity)
  };
}
function configLines(config) {
  const text5 = JSON.stringify(config, null, 1);
  if (typeof text5 !== "string") return [];
  return text5.split("\n").map((line2) => line2.trim().replace(/[<>&\u2028\u2029]/g, goEscape));
}
function goEscape(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
var LONGEST_MATCH = 500;
function reveal(match, lines) {
  if (match === null || match === void 0 || !match.includes("****")) return [];
  if (match.length > LONGEST_MATCH) return [];
  const pieces2 = match.match(/\*{4,}|[^*]+|\*/g) ?? [];
  const literal2 = pieces2.reduce(
    (long, piece) => piece.startsWith("*") || piece.length < long.length ? long : piece,
    ""
  );
  const pattern = new RegExp(
    pieces2.map(
      (piece) => piece.startsWith("****") ? `(.{${piece.length}})` : piece.replace(/[^\w ]/g, "\\$&")
    ).join("")
  );
  return lines.filter((line2) => line2.includes(literal2)).flatMap((line2) => pattern.exec(line2)?.slice(1) ?? []).filter((value) => !/^\*+$/.test(value));
}
function unescape(piece) {
  try {
    const text5 = JSON.parse(`"${piece}"`);
    return typeof text5 === "string" ? text5 : piece;
  } catch {
    return piece;
  }
}
function wholeOf(line2) {
  const text5 = /^(?:"[^"]*": )?"(.*)",?$/.exec(line2)?.[1] ?? "";
  return unescape(text5).replace(/^[A-Za-z_]\w*=/, "");
}

// src/domain/findings/scan-facts.ts
function parseScan(report, context) {
  const { image, facts, warnings, buckets, withoutJava } = context;
  const system = systemOf(report);
  const packages = toPackages(report);
  const found2 = toSecretFacts(report, image.dockerfileText);
  const jars = facts?.contents.jars ?? [];
  const limits = scanLimits({
    system,
    facts: facts?.contents.system ?? { lists: [], files: [] },
    packages: packages.length,
    systemPackages: countSystemPackages(report),
    files: facts?.contents.files,
    jars,
    namelessJars: namelessOf(jars, packages),
    unseenRecords: facts?.contents.unseenRecords ?? [],
    warnings,
    ...defined({ buckets, withoutJava })
  });
  const committed = image.dockerfileText === void 0 ? [] : [image.dockerfileText];
  const environment2 = [...imageEnvironment(report), ...facts?.env ?? []].map(valueOfVariable);
  return {
    facts: {
      ...defined({ system }),
      ...report.Metadata?.OS?.EOSL === true && { endOfLife: true },
      packages,
      findings: toFindings(report, image.id),
      secrets: found2.secrets,
      advisories: toAdvisories(report),
      ...limits
    },
    values: [.../* @__PURE__ */ new Set([...found2.values, ...valuesToMask(environment2, committed)])]
  };
}
function systemOf(report) {
  const system = report.Metadata?.OS;
  if (system === null || system === void 0) return void 0;
  if (system.Family === "" || system.Family === "none") return void 0;
  return `${system.Family} ${system.Name ?? ""}`.trim();
}
function namelessOf(jars, packages) {
  const left = new Set(jars);
  for (const path of new Set(packages.map((one2) => one2.path ?? ""))) {
    left.delete(path);
    for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1))
      left.delete(path.slice(0, end));
  }
  return [...left];
}

// src/stages/scan/read-answer.ts
function readAnswer({ json, log, artifact }, { layout: { image }, facts, vex, java, withoutDatabase, buckets }, deps) {
  const parsed4 = parseTrivyReport(json);
  if (!isKnown(parsed4)) return notScanned(`Trivy could not scan the image: ${parsed4.unable}.`);
  const { report, document } = parsed4.value;
  const version = report.Trivy?.Version ?? void 0;
  const refusal2 = version === void 0 ? void 0 : versionRefusal(version);
  if (refusal2 !== void 0) return notScanned(`${refusal2}.`);
  const seen = isKnown(facts) ? facts.value : void 0;
  const reading = parseScan(report, {
    image,
    facts: seen,
    warnings: parseWarnings(log),
    ...defined({ buckets }),
    ...java !== void 0 && !isKnown(java) && { withoutJava: java.unable }
  });
  deps.secrets.add(reading.values);
  const by = version === void 0 ? {} : { scanner: version };
  if (withoutDatabase !== void 0)
    return { ...notScanned(withoutDatabase), secretsAlone: reading.facts.secrets, ...by };
  const digests = new Map((seen?.layers ?? []).map(({ diffId, digest: digest2 }) => [diffId, digest2]));
  const kept = keptReport(document, { artifact, name: image.name, digests });
  const called = { ...image, digest: seen?.digest };
  const findings = withImageAnswers(reading.facts.findings, vex, called);
  return {
    facts: known({ ...reading.facts, findings }),
    ...attachmentsOf(kept, image.id),
    ...by
  };
}
function attachmentsOf(document, image) {
  const report = { image, kind: "trivy", text: JSON.stringify(document) };
  const kept = parseTrivyDocument(document);
  return isKnown(kept) ? {
    attachments: [report, { image, kind: "sbom", text: renderSbom(kept.value.report) }],
    notices: []
  } : { attachments: [report], notices: [`There is no SBOM: ${kept.unable}.`] };
}

// src/stages/scan/index.ts
async function scanImage(call, deps) {
  try {
    const java = await expectedJava(call);
    const question = await questionOf(call, java, deps);
    const before = await answeredBefore(call, question, deps);
    if (before !== void 0) return before;
    const ran = await askScanner(call, java, deps);
    if (!isKnown(ran)) return notScanned(ran.unable);
    const { scanning, cache, ...databases } = ran.value;
    const scanned = readAnswer(
      scanning,
      { ...call, ...databases, buckets: await bucketsOf(call) },
      deps
    );
    if (call.kept?.after !== void 0 && isWhole2(databases) && isByOwnRules(call))
      await takeAnalyses(call.kept.after.analyses, cache, deps);
    const isForQuestion = question !== void 0 && databases.java === java;
    if (isForQuestion && await isLasting(scanning, scanned, call))
      await leave(scanned, { call, question }, deps);
    return scanned;
  } catch (error) {
    return notScanned(`The image could not be scanned: ${errorMessage(error)}.`);
  }
}
async function expectedJava({ facts, supply }) {
  const jars = isKnown(facts) ? facts.value.contents.jars : [];
  return jars.length === 0 ? void 0 : supply.javaDatabase();
}
async function questionOf({ facts, supply, vex, secretRules }, java, deps) {
  const [binary, database] = await Promise.all([supply.binary, supply.database]);
  if (!isKnown(binary) || !isKnown(database) || !isKnown(facts)) return void 0;
  const { digest: program } = binary.value;
  if (program === void 0 || java !== void 0 && !isKnown(java)) return void 0;
  const databases = [database.value, ...java === void 0 ? [] : [java.value]];
  const question = { program, databases, image: facts.value.digest, vex, secretRules };
  let hash;
  return () => hash ??= questionHash(question, deps);
}
async function answeredBefore(call, question, deps) {
  if (call.kept?.before === void 0 || question === void 0) return void 0;
  const json = await takeAnswer(call.kept.before.answer, question, deps);
  if (json === void 0) return void 0;
  const answer = { json, log: "", artifact: call.layout.image.name };
  const scanned = readAnswer(
    answer,
    { ...call, java: void 0, buckets: await bucketsOf(call) },
    deps
  );
  return isKnown(scanned.facts) ? { ...scanned, isRepeated: true } : void 0;
}
async function bucketsOf({ supply }) {
  const database = await supply.database;
  return isKnown(database) ? database.value.buckets : void 0;
}
function isWhole2({ java, withoutDatabase }) {
  return withoutDatabase === void 0 && (java === void 0 || isKnown(java));
}
async function isLasting({ log }, { facts }, { supply }) {
  const scanner = await supply.scanner();
  const isConfined = isKnown(scanner) && scanner.value.bare() === void 0;
  return isConfined && isKnown(facts) && facts.value.secrets.length === 0 && parseWarnings(log).length === 0;
}
async function leave({ attachments }, { call, question }, deps) {
  const report = attachments.find(({ kind }) => kind === "trivy");
  if (call.kept?.after === void 0 || report === void 0 || !("text" in report)) return;
  await keepAnswer(call.kept.after.answer, { hash: question, answer: report.text }, deps);
}

// src/stages/examine/index.ts
function examineAll(given3) {
  const { plan, supply, maxUnpackedBytes, kept, deps } = given3;
  const lanes = /* @__PURE__ */ new Map();
  const { vex, policy } = plan;
  const lane = {
    vex,
    secretRules: policy.secretRules,
    supply,
    maxUnpackedBytes,
    kept,
    toRead: limitConcurrency(1),
    deps
  };
  for (const { id } of plan.images) void prepareFor(id, lane);
  return {
    start: (layout) => lanes.set(layout.image.id, examine(layout, lane)),
    end: (built) => Promise.all(
      plan.images.map((image) => lanes.get(image.id) ?? Promise.resolve(notBuilt(image, built)))
    )
  };
}
async function prepareFor(image, { kept, supply, deps }) {
  const known2 = await kept(image);
  const path = known2?.scan.before?.answer;
  const answer = path === void 0 ? void 0 : await deps.files.stat(path);
  if (answer === void 0) void supply.scanner();
}
async function examine(layout, lane) {
  const { vex, secretRules, supply, kept, toRead, deps } = lane;
  const { image } = layout;
  const { during } = deps.running;
  const section = deps.log.task(`Look inside ${image.id}`);
  deps.log.status(image.id, "reading and scanning");
  const start3 = deps.clock.seconds();
  const known2 = await kept(image.id);
  const reading = await toRead(
    () => during(`reading of ${image.id}`, () => read3(layout, known2?.layerCache, lane))
  );
  const { facts, scannable, tree, spare } = reading;
  const call = { layout, scannable, facts, tree, supply, kept: known2?.scan, vex, secretRules };
  const scanned = reading.isTooLarge === true && !isKnown(facts) ? notScanned(facts.unable) : await during(`scan of ${image.id}`, () => scanImage(call, deps));
  const listed = await listFiles2(tree, { image, scanned, deps });
  await deps.files.remove(spare);
  section.untrusted(isKnown(facts) ? readLine(facts.value) : facts.unable);
  section.untrusted(scanLine(scanned));
  section.line(`${(deps.clock.seconds() - start3).toFixed(1)} s`);
  section.end();
  deps.log.status(image.id, "");
  return {
    image,
    state: isKnown(facts) ? "built" : "unreadable",
    facts,
    scanned: { ...scanned, attachments: [...scanned.attachments, ...listed.attachments] },
    unowned: listed.unowned,
    systemPrograms: listed.systemPrograms
  };
}
function readLine({ layers, contents }) {
  return `read: ${layers.length} layers, ${contents.files} files`;
}
function scanLine({ facts, isRepeated }) {
  if (!isKnown(facts)) return facts.unable;
  const { packages, findings, secrets } = facts.value;
  const repeated2 = isRepeated === true ? " (the answer of an earlier run to the same question)" : "";
  return `scanned: ${packages.length} packages, ${findings.length} findings, ${secrets.length} secrets${repeated2}`;
}
async function read3(layout, layerCache, { maxUnpackedBytes: mostBytes, deps }) {
  const spare = join33(await deps.files.makeTemporary("plimsoll-plain", "run"), "layout");
  await deps.files.makeFolder(spare);
  const place = { spare, mostBytes, ...defined({ layerCache }) };
  return { ...await readImage(layout, place, deps), spare };
}
async function listFiles2(tree, { image, scanned, deps }) {
  if (tree === void 0) return { attachments: [], unowned: [], systemPrograms: [] };
  const packages = isKnown(scanned.facts) ? scanned.facts.value.packages : [];
  const owners = packageOwners(tree, packages);
  const gzip = await compressLines(listLines(tree, owners), deps.secrets.mask);
  return {
    attachments: [{ image: image.id, kind: "files", gzip }],
    unowned: packages.length === 0 ? [] : unownedPrograms(tree, owners),
    systemPrograms: systemPrograms(tree, owners, packages)
  };
}
function notBuilt(image, built) {
  const reason3 = `The image was not built. ${built.failure?.message ?? "The build wrote no layout for it."}`;
  return {
    image,
    state: "not-built",
    facts: unable(reason3),
    scanned: notScanned(reason3),
    unowned: []
  };
}

// src/domain/build/time.ts
function resolveBuildTime({ count, steps }) {
  if (count === void 0) return unable("The build does not tell which steps were cached.");
  if (count.cachedSteps === 0) return known({ seconds: count.seconds, how: "measured" });
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

// src/domain/image/placed-contents.ts
function placeContents(facts, layers) {
  const { unpackedBytes, contents, waste: losses } = facts;
  const placeOf6 = (index) => {
    const layer2 = layers[index];
    return layer2 === void 0 ? void 0 : layerPlace(layer2);
  };
  const placed2 = (one2) => {
    const by = placeOf6(one2.layer);
    return { ...one2, ...by && { by } };
  };
  return {
    unpackedBytes,
    inUseBytes: contents.inUseBytes,
    wasteBytes: unpackedBytes - contents.inUseBytes,
    waste: losses.map((loss) => {
      const [madeBy, killedBy] = [placeOf6(loss.made), placeOf6(loss.removedIn)];
      return { ...loss, ...madeBy && { madeBy }, ...killedBy && { removedBy: killedBy } };
    }),
    tools: contents.tools.map(placed2),
    biggestFiles: contents.biggestFiles.map(placed2),
    biggestFolders: contents.biggestFolders.map(placed2),
    privileged: contents.privileged.map(placed2)
  };
}
function layerPlace({ base, file, startLine, endLine }) {
  return {
    ...defined({ base, file, startLine, endLine })
  };
}

// src/domain/examined/system-gaps.ts
function changedSystem({ system, facts }, packages, layers) {
  if (system === void 0) return [];
  const owners = /* @__PURE__ */ new Map();
  for (const one2 of packages) for (const file of one2.files ?? []) owners.set(plain(file), one2);
  const ofDebian = packages.find(({ name }) => name === "base-files");
  const changed2 = facts.files.flatMap(({ path, layer: layer2 }) => {
    const owner = owners.get(path) ?? ofDebian;
    const by = layers[layer2];
    const isChanged = owner?.diffId !== void 0 && by?.diffId !== owner.diffId && by?.base !== true;
    return isChanged ? [{ path, owner: owner.name, line: placeText(by ?? {}) }] : [];
  });
  return changed2.slice(0, 1).map(({ path, owner, line: line2 }) => ({
    sentence: `The packages of ${system} were not judged: ${line2 === "" ? "a layer" : line2} changes /${path}, by which the system is told, and not its package ${owner}.`,
    unjudged: system
  }));
}
function plain(path) {
  return path.replace(/^\/+/, "");
}
function copiedSystem({ system }, { layers, systemPrograms: systemPrograms2 = [] }) {
  if (system === void 0) return [];
  const hasBase = layers.some(({ base }) => base === true);
  const counted = systemPrograms2.filter(({ layer: layer2 }) => !hasBase || layers[layer2]?.base === true);
  const programs = counted.reduce((sum, one2) => sum + one2.programs, 0);
  const unowned = counted.reduce((sum, one2) => sum + one2.unowned, 0);
  if (unowned * 2 <= programs) return [];
  return [
    {
      sentence: `The packages of ${system} were not judged: ${unowned} of the ${programs} programs in its own folders (/usr/bin, /usr/sbin, …) belong to no package of its list. Copy the whole list of packages with the system, take a base that has it, or accept it in the policy by a waiver with \`unjudged\`.`,
      unjudged: system
    }
  ];
}
function systemGaps(scan, inside) {
  const { system: facts, layers } = inside;
  const before = scan.gaps ?? [];
  if (facts === void 0) return before;
  const judged = { system: scan.system, facts };
  const changed2 = changedSystem(judged, scan.packages, layers);
  const copied = before.length + changed2.length > 0 ? [] : copiedSystem(judged, inside);
  return [...before, ...changed2, ...copied];
}

// src/domain/policy/needed-evidence.ts
function neededEvidence(rules) {
  const active = RULE_IDS.filter((id) => rules[id].level !== "off");
  return new Set(active.flatMap((id) => RULES[id].needs(rules[id])));
}
function evidenceRequests(rules) {
  const active = RULE_IDS.filter((id) => rules[id].level !== "off");
  return active.reduce(
    (asks, id) => ({ ...asks, ...RULES[id].requests(rules[id]) }),
    {}
  );
}

// src/stages/gather/context.ts
import { dirname as dirname8, join as join34, relative as relative4 } from "node:path";

// src/domain/context/sent-path-filter.ts
import { posix as posix8 } from "node:path";
function sentPathFilter(asked, links) {
  if (asked === void 0) return () => true;
  const followed = /* @__PURE__ */ new Set();
  for (const path of asked) follow(path, links, followed);
  if (followed.has(".")) return () => true;
  try {
    const { ignores } = parseExcludes([...followed].sort());
    return (path) => ignores(path);
  } catch {
    return () => true;
  }
}
function follow(asked, links, followed) {
  const open2 = [asked];
  for (let next = open2.pop(); next !== void 0; next = open2.pop()) {
    const parts = posix8.join(".", next).replace(/\/$/, "").split("/");
    for (let end = 1; end <= parts.length; end += 1) {
      const current = parts.slice(0, end).join("/");
      const rest = parts.slice(end).join("/");
      const targets = targetsOf2(current, links);
      const isEnd = targets.length > 0 || rest === "";
      if (!isEnd) continue;
      if (!followed.has(current)) for (const target of targets) open2.push(`${target}/${rest}`);
      followed.add(current);
      break;
    }
  }
}
function targetsOf2(path, links) {
  if (links.size === 0) return [];
  const { dir, base } = posix8.parse(path);
  if (!/[*?[\\]/.test(base)) return targetOf(path, links);
  const matches = compileGoMatch(base);
  return [...links.keys()].flatMap((link) => {
    const own2 = posix8.parse(link);
    return own2.dir === dir && matches(own2.base) === "yes" ? targetOf(link, links) : [];
  });
}
function targetOf(path, links) {
  const target = links.get(path);
  if (target === void 0) return [];
  return [posix8.join("/", target.startsWith("/") ? target : `${posix8.dirname(path)}/${target}`)];
}

// src/stages/gather/context.ts
async function readContext(ask2, deps) {
  const { contextPath, dockerfilePath: dockerfilePath2, namedContexts: namedContexts2 } = ask2.image;
  if (contextPath === void 0) return unable("The build context is not on this disk.");
  const listing = await ask2.contexts({ root: contextPath, dockerfile: dockerfilePath2 });
  if (!isKnown(listing)) return listing;
  const main = await sentOf("context", listing.value, { ask: ask2, deps });
  const named3 = await Promise.all(
    Object.entries(namedContexts2).map(async ([name, root]) => {
      const found2 = await ask2.contexts({ root });
      return isKnown(found2) ? [await sentOf(name, found2.value, { ask: ask2, deps })] : [];
    })
  );
  return known(factsOf2(main, named3.flat(), ask2));
}
async function sentOf(name, listing, {
  ask: { sentPaths: sends },
  deps
}) {
  if (sends !== void 0 && !sends.has(name))
    return { name, listing, files: [], isSent: () => false };
  const asked = sends?.get(name);
  const links = asked === void 0 ? [] : await linksOf2(listing, deps);
  const isSent = sentPathFilter(asked, new Map(links));
  return { name, listing, isSent, files: linkedOnce(listing.files.filter(({ path }) => isSent(path))) };
}
async function linksOf2({ root, links }, { files }) {
  const read5 = links.map(async (path) => {
    try {
      return [[path, await files.readLink(join34(root, path))]];
    } catch {
      return [];
    }
  });
  return (await Promise.all(read5)).flat();
}
function factsOf2(main, named3, ask2) {
  const { root, found: found2, ignore } = main.listing;
  const report = relative4(root, ask2.reportFolder ?? dirname8(root));
  const isInside2 = report !== "" && !report.startsWith("..");
  const isSent = isInside2 && !ignore.ignores(report) && main.isSent(report);
  const inside = (path) => relative4(ask2.repository, path);
  const all = [main, ...named3].flatMap(({ listing }) => linkedOnce(listing.files));
  const sent = [main, ...named3].flatMap(({ files }) => files);
  return contextFacts(main.files, {
    ...found2.path === void 0 ? {} : { ignoreFile: inside(found2.path) },
    ...isSent ? { reportFolder: report } : {},
    ...all.length === sent.length ? {} : { folder: { bytes: bytesOf5(all), files: all.length } },
    unused: found2.unused.map(({ file, reason: reason3 }) => ({ file: inside(file), reason: reason3 })),
    named: named3.map(({ name, listing, files }) => ({
      name,
      files,
      path: relative4(ask2.repository, listing.root) || "."
    }))
  });
}
function bytesOf5(files) {
  return files.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0);
}

// src/stages/gather/health/index.ts
import { randomBytes as randomBytes5 } from "node:crypto";

// src/domain/health/health-timeout.ts
var LEAST_SECONDS = 10;
var MOST_SECONDS = 120;
function healthTimeout(timing) {
  const { startPeriodSeconds, intervalSeconds, retries } = wholeTiming(timing);
  const own2 = startPeriodSeconds + retries * intervalSeconds;
  return {
    seconds: Math.min(Math.max(own2, LEAST_SECONDS), MOST_SECONDS),
    withoutCheckSeconds: LEAST_SECONDS
  };
}

// src/stages/gather/health/archive.ts
var CHUNK7 = 1024 * 1024;
async function* imageArchive({ folder, facts, tag }, { files }) {
  const config = blobPath("", facts.configDigest);
  const layers = facts.layers.map(({ digest: digest2 }) => blobPath("", digest2));
  for (const digest2 of /* @__PURE__ */ new Set([facts.configDigest, ...facts.layers.map((one2) => one2.digest)])) {
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
var schema5 = external_exports.object({ Version: external_exports.string(), Os: external_exports.string(), Arch: external_exports.string() });
var ANSWER_SECONDS2 = 10;
function requireAnswer(deps, cwd) {
  const answer = answerOf3(deps, cwd);
  answer.catch(() => void 0);
  return answer;
}
async function answerOf3(deps, cwd) {
  const result = await askServer(deps, { cwd, deadlineSeconds: ANSWER_SECONDS2 });
  if (result.ended === "deadline") {
    const name = namedBy(deps.workflow.env);
    const which = name === void 0 ? "" : ` that ${name} names`;
    throw new ToolError(
      "docker",
      `The container engine${which} does not answer: docker version was given up after ${ANSWER_SECONDS2} s. Look at its log and start it again${name === void 0 ? "" : `, or set ${name} to another one`}.`
    );
  }
  return serverOf(result);
}
async function findServer(deps, cwd) {
  return serverOf(await askServer(deps, { cwd, deadlineSeconds: 30 }));
}
function askServer({ exec }, place) {
  return exec.run("docker", { args: ["version", "--format", "{{json .Server}}"], ...place });
}
function serverOf(result) {
  if (!hasSucceeded(result)) return unable(describeEnding(result));
  try {
    const server = schema5.parse(JSON.parse(result.stdout));
    return known({ version: server.Version, platform: `${server.Os}/${server.Arch}` });
  } catch {
    return unable("the engine does not say its version in a form that is known");
  }
}

// src/stages/gather/health/await.ts
var POLL_SECONDS2 = 0.1;
var LOG_LINES = 50;
async function awaitHealth(call, ask2) {
  const { clock } = call.deps;
  const begin2 = clock.seconds();
  const passed = () => Math.round((clock.seconds() - begin2) * 10) / 10;
  const started = await startContainer(call, ask2.name);
  if (!isKnown(started)) return notStarted2(call, ask2, started.unable);
  for (; ; ) {
    const state = await inspectContainer(call, ask2.name);
    const seconds = passed();
    if (!isKnown(state)) return unable(`The image could not be awaited: ${state.unable}.`);
    if (state.value.phase === "healthy") return known({ status: "healthy", seconds });
    if (state.value.phase === "ended") return ended(call, ask2, { state: state.value, seconds });
    const most = state.value.isCheckMissing ? ask2.timeout.withoutCheckSeconds : ask2.timeout.seconds;
    if (seconds >= most) return unwell(call, ask2, { state: state.value, seconds });
    await clock.sleep(POLL_SECONDS2, call.deps.signal);
  }
}
async function notStarted2(call, ask2, reason3) {
  const state = await inspectContainer(call, ask2.name);
  if (isKnown(state) && isCommandMissing(state.value))
    return ended(call, ask2, { state: state.value, seconds: 0 });
  if (isForeignProgram([reason3])) {
    const foreign = await foreignPlatform(call, ask2.platform);
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

// src/stages/gather/health/with-owned.ts
async function withOwned(things, { cleanup }, work) {
  for (const thing of things) cleanup.own(thing);
  try {
    return await work();
  } finally {
    for (const thing of things.toReversed()) await cleanup.remove(thing);
  }
}

// src/domain/health/holder.ts
var PROCESSORS = /* @__PURE__ */ new Map([
  // mov eax, 34 (pause); syscall; jmp to the beginning
  ["linux/amd64", { machine: 62, code: [184, 34, 0, 0, 0, 15, 5, 235, 247] }],
  // x8 = 73 (ppoll); x0 to x4 = 0: of no files, for ever; svc 0; b to the beginning
  [
    "linux/arm64",
    {
      machine: 183,
      code: words([
        ...[3531606312, 3531603968, 3531603969, 3531603970, 3531603971, 3531603972],
        ...[3556769793, 402653177]
      ])
    }
  ]
]);
var HEADER = 64;
var SEGMENT = 56;
var ADDRESS = 4194304;
var PAGE = 65536;
function holderProgram(platform) {
  const processor = PROCESSORS.get(platform);
  if (processor === void 0) return void 0;
  const { machine, code } = processor;
  const start3 = HEADER + SEGMENT;
  const program = Buffer.alloc(start3 + code.length);
  program.set([127, 69, 76, 70, 2, 1, 1], 0);
  program.writeUInt16LE(2, 16);
  program.writeUInt16LE(machine, 18);
  program.writeUInt32LE(1, 20);
  program.writeBigUInt64LE(BigInt(ADDRESS + start3), 24);
  program.writeBigUInt64LE(BigInt(HEADER), 32);
  program.writeUInt16LE(HEADER, 52);
  program.writeUInt16LE(SEGMENT, 54);
  program.writeUInt16LE(1, 56);
  program.writeUInt32LE(1, HEADER);
  program.writeUInt32LE(5, HEADER + 4);
  for (const at of [16, 24]) program.writeBigUInt64LE(BigInt(ADDRESS), HEADER + at);
  for (const at of [32, 40]) program.writeBigUInt64LE(BigInt(program.length), HEADER + at);
  program.writeBigUInt64LE(BigInt(PAGE), HEADER + 48);
  program.set(code, start3);
  return program;
}
function words(all) {
  return all.flatMap((word) => [0, 8, 16, 24].map((shift) => word >>> shift & 255));
}

// src/stages/gather/health/volumes.ts
var PROGRAM2 = "hold";
async function withVolumes({ call, name, volumes }, work) {
  if (volumes.length === 0) return work();
  const server = await findServer(call.deps, call.cwd);
  if (!isKnown(server)) return server;
  const { platform } = server.value;
  const program = holderProgram(platform);
  if (program === void 0)
    return unable(
      `The image has volumes, and on an engine of ${platform} they cannot be bounded: it is not started. Ask for a health check that is declared only.`
    );
  const image = `${name}:holder`;
  const holder = `${name}-holder`;
  const owned = [
    { kind: "image", name: image, life: "run" },
    ...volumes.map((volume) => ({ kind: "volume", name: volume.name, life: "run" })),
    { kind: "container", name: holder, life: "run" }
  ];
  return withOwned(owned, call.deps, async () => {
    const made = await hold({ call, image, holder, volumes }, program);
    return isKnown(made) ? work() : unable(`The image has volumes, and they could not be bounded: ${made.unable}.`);
  });
}
async function hold({ call, image, holder, volumes }, program) {
  const { runId } = call.deps;
  const imported = await importImage(call, { tag: image, runId, content: archiveOf(program) });
  if (!isKnown(imported)) return imported;
  const made = await createContainer(call, [
    ...["--name", holder, "--label", `plimsoll.run=${runId}`, "--pull", "never"],
    ...["--network", "none", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
    ...["--read-only", "--pids-limit", "16", "--log-driver", "none"],
    ...[...holderArgs(volumes), image, `/${PROGRAM2}`]
  ]);
  return isKnown(made) ? startContainer(call, holder) : made;
}
async function* archiveOf(program) {
  yield await Promise.resolve(archiveHeader(PROGRAM2, program.length, { mode: 493 }));
  yield program;
  yield archivePadding(program.length);
  yield ARCHIVE_END;
}
async function hasOnly(call, { name, volumes }) {
  const mounts = await listMounts(call, name);
  if (!isKnown(mounts)) return mounts;
  const ours = new Set(volumes.map((volume) => volume.name));
  return mounts.value.every((mount) => ours.has(mount)) ? known(void 0) : unable("it would get a volume without a bound");
}

// src/stages/gather/health/index.ts
async function findHealth(ask2, deps) {
  const { declared, test = [], timing } = ask2.facts.healthcheck;
  const isTrivial = cannotFail(test) || silentSeconds(timing) > MOST_SILENT_SECONDS;
  if (!declared || isTrivial) return known({ status: "not-started" });
  maskEnvironment(ask2, deps);
  const { id } = ask2.layout.image;
  const section = deps.log.task(`Start ${id} and wait for its health check`);
  deps.log.status(id, "waiting to be healthy");
  try {
    const trying = deps.running.during(`health check of ${id}`, () => tryHealth(ask2, deps));
    const health = masked(await trying, ask2.running);
    for (const line2 of story(health)) section.untrusted(line2);
    return health;
  } catch (error) {
    return unable(`The image could not be started: ${errorMessage(error)}.`);
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
async function tryHealth(ask2, deps) {
  const call = { deps, cwd: ask2.cwd };
  const name = `plimsoll-${randomBytes5(8).toString("hex")}`;
  const { configDigest } = ask2.facts;
  if ((await imageTags(call, configDigest))?.length === 0)
    return runImage(ask2, { call, name, image: configDigest });
  const image = `${name}:health`;
  return withOwned([{ kind: "image", name: image, life: "run" }], deps, async () => {
    const archive = imageArchive({ folder: ask2.layout.path, facts: ask2.facts, tag: image }, deps);
    const loaded = await loadImage(call, archive);
    return isKnown(loaded) ? runImage(ask2, { call, name, image }) : unable(`The image could not be loaded into the engine: ${loaded.unable}.`);
  });
}
async function runImage(ask2, naming) {
  const { call, name } = naming;
  const { running, facts } = ask2;
  const volumes = boundedVolumes({
    declared: facts.volumes ?? [],
    writable: running.writable,
    name,
    runId: call.deps.runId
  });
  return isKnown(volumes) ? withVolumes({ call, name, volumes: volumes.value }, () => runWith(volumes.value, ask2, naming)) : unable(`The image is not started: ${volumes.unable}.`);
}
function runWith(volumes, { facts, running }, { call, name, image }) {
  const { deps } = call;
  const { platform, env: imageEnv } = facts;
  return withOwned([{ kind: "container", name, life: "run" }], deps, async () => {
    const { runId } = deps;
    const args = createArgs({ name, runId, image, platform, imageEnv, running, volumes });
    const made = await createContainer(call, args);
    if (!isKnown(made)) return unable(`The engine could not start the image: ${made.unable}.`);
    const bounded = await hasOnly(call, { name, volumes });
    if (!isKnown(bounded)) return unable(`The image is not started: ${bounded.unable}.`);
    const timeout = healthTimeout(facts.healthcheck.timing ?? {});
    return awaitHealth(call, { name, platform, timeout });
  });
}

// src/stages/gather/index.ts
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
      const found2 = missing === void 0 ? await evidenceOf(image, gathering, readers) : nothingKnown(missing);
      const evidence = { ...found2, buildPolicy: buildPolicyFacts(image.image, gathering.built) };
      return { id, name, ...defined({ missing }), evidence };
    })
  );
}
function contextReader({ plan: { repository }, inputs, contexts }, deps) {
  const reportFolder = askedReportFolder(inputs, deps);
  return memoize(
    ({ image, sentPaths: sends }) => readContext({ image, sentPaths: sends, contexts, repository, reportFolder }, deps),
    ({ image }) => image.id
  );
}
var STARTED_AT_A_TIME = 2;
function runningReader({ plan, built }, deps) {
  const takeTurn = limitConcurrency(STARTED_AT_A_TIME);
  return async ({ image, facts }) => {
    const layout = built.layouts.find((one2) => one2.image.id === image.id);
    if (layout === void 0 || !isKnown(facts)) return unable("The image is not on this disk.");
    const { running } = evidenceRequests(rulesFor(plan.policy, image.name));
    if (running === void 0) return unable("No active rule says how to start the image.");
    const ask2 = { layout, facts: facts.value, running, cwd: plan.repository };
    return takeTurn(() => findHealth(ask2, deps));
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
    sizes: mapKnown(facts, (read5) => sizesOf(read5, image.layers)),
    contents: mapKnown(facts, (read5) => placeContents(read5, image.layers)),
    context,
    buildChecks: checksOf(image, built.checks),
    comparison: comparisons.of(image.image.id),
    pullRequest: known(readers.isChange),
    buildTime: resolveBuildTime({
      count: built.imageSteps.get(image.image.id),
      steps: records.find(({ id }) => id === image.image.id)?.steps
    }),
    user: "unable" in facts ? facts : facts.value.user,
    healthcheck: mapKnown(facts, (read5) => read5.healthcheck),
    running,
    dockerfile: image.dockerfile,
    vulnerabilities: findingsOf(image, gathering),
    secrets: mapKnown(scannedSecrets(scanned), () => image.secrets),
    freshness: freshnessOf(image, gathering),
    loosenings: unable("They are of the run.")
  };
}
function checksOf({ image }, checks) {
  const text5 = image.dockerfileText;
  if (text5 === void 0) return unable("The Dockerfile is not on this disk.");
  return known(checks.filter(({ source }) => source === text5));
}
function findingsOf({ image, facts, layers, systemPrograms: systemPrograms2, scanned, findings }, { baseline, startedAt }) {
  if ("unable" in scanned.facts) return scanned.facts;
  const { nothingKnown: nothingKnown3 } = scanned.facts.value;
  const system = isKnown(facts) ? facts.value.contents.system : void 0;
  const gaps = systemGaps(scanned.facts.value, {
    system,
    layers,
    ...defined({ systemPrograms: systemPrograms2 })
  });
  if (nothingKnown3 !== void 0) return unable(nothingKnown3);
  const before = baseline?.image(image.id)?.facts.findings;
  const earlier = baseline && before && { findings: before, day: toDay(baseline.record.madeAt) };
  return known({
    findings,
    ...gaps.length > 0 && { gaps },
    fixedSince: fixesSince(findings, earlier),
    today: toDay(startedAt.toISOString())
  });
}
function freshnessOf({ scanned }, { tools, startedAt }) {
  const days = ageInDays(tools.database ?? {}, startedAt);
  return mapKnown(scanned.facts, ({ endOfLife, system }) => ({
    ...defined({ databaseAgeDays: days }),
    ...endOfLife === true && { endOfLife: system ?? "a system" }
  }));
}
function sizesOf(facts, layers) {
  const biggestUnpacked = biggest2(layers, (layer2) => layer2.unpackedBytes);
  const biggestDownload = biggest2(layers, (layer2) => layer2.downloadBytes);
  return {
    unpackedBytes: facts.unpackedBytes,
    downloadBytes: facts.downloadBytes,
    ...defined({ biggestUnpacked, biggestDownload })
  };
}
function biggest2(layers, bytesOf6) {
  const [first, ...others] = layers;
  if (first === void 0) return void 0;
  const layer2 = others.reduce((one2, other) => bytesOf6(other) > bytesOf6(one2) ? other : one2, first);
  const { instruction } = layer2;
  return {
    bytes: bytesOf6(layer2),
    place: layerPlace(layer2),
    ...defined({ instruction })
  };
}

// src/stages/keep/baseline.ts
import { dirname as dirname9, join as join35 } from "node:path";

// src/domain/record/parse.ts
function parseRecord(text5) {
  let document;
  try {
    document = JSON.parse(text5);
  } catch {
    return unable("is no record of Plimsoll: it is not JSON.");
  }
  if (isDeep(document)) return unable("is no record of Plimsoll: it is nested too deeply.");
  const parsed4 = recordSchema.safeParse(document);
  if (parsed4.success) return known(parsed4.data);
  const [issue] = parsed4.error.issues;
  const where = issue === void 0 || issue.path.length === 0 ? "it" : issue.path.join(".");
  return unable(
    `is no record of this version of Plimsoll: ${where} ${issue?.message ?? "is wrong"}. Take the record.json of a run of this version.`
  );
}

// src/stages/keep/baseline.ts
var LARGEST_RECORD = 64 * 1024 * 1024;
var LARGEST_SBOM = 256 * 1024 * 1024;
async function readBaseline(path, supply, deps) {
  const isFolder = (await deps.files.stat(path))?.kind === "folder";
  const file = isFolder ? join35(path, RECORD_NAME) : path;
  const record = parseRecord(await readRecord(file, deps));
  if (!isKnown(record)) throw new UserError(`The baseline ${file} ${record.unable}`);
  const folder = dirname9(file);
  const images = record.value.images.map((facts) => {
    const id = facts.id;
    const beside = (kind) => join35(folder, attachmentName(id, kind));
    return [
      id,
      {
        facts,
        findings: scanAgain(
          { facts, cache: `baseline-${toFileName(id)}`, sbom: beside("sbom"), supply },
          deps
        ),
        files: () => readList2(beside("files"), deps)
      }
    ];
  });
  const byId = new Map(images);
  return { record: record.value, image: (id) => byId.get(id) };
}
async function readRecord(file, deps) {
  try {
    return new TextDecoder().decode(await readBeside(file, LARGEST_RECORD, deps));
  } catch (cause) {
    throw new UserError(
      `The baseline ${file} cannot be read (${errorMessage(cause)}); the input baseline takes file=PATH with the report folder of an earlier run, or the ${RECORD_NAME} in it.`,
      { cause }
    );
  }
}
function readBeside(path, maxBytes, { files, workflow }) {
  const { cwd } = workflow;
  return files.readNamed(path, {
    name: nameIn(cwd, path),
    maxBytes,
    within: [isInside(path, cwd) ? cwd : dirname9(path)]
  });
}
async function scanAgain({ facts, cache: name, sbom, supply }, deps) {
  try {
    if (await deps.files.stat(sbom) === void 0) return unable("The baseline has no SBOM.");
    const tools = await suppliedTools(supply);
    if (!isKnown(tools)) return tools;
    const { folder, scanner, database } = tools.value;
    if (!isKnown(database)) return database;
    const cache = join35(folder, name);
    const copy = `${cache}.json`;
    await deps.files.write(copy, await readBeside(sbom, LARGEST_SBOM, deps));
    const scanned = await scanSbom({ scanner, sbom: copy, cache, databases: [database.value] }, deps);
    return isKnown(scanned) ? readFindings(scanned.value, facts) : scanned;
  } catch (error) {
    return unable(`The baseline's SBOM could not be scanned again: ${errorMessage(error)}.`);
  }
}
function readFindings(json, facts) {
  const parsed4 = parseTrivyReport(json);
  if (!isKnown(parsed4)) return parsed4;
  const findings = toFindings(parsed4.value.report, facts.id);
  return known(recordFindings(findings, layerPositions(facts.layers)));
}
async function readList2(path, deps) {
  try {
    return known(await readListing(await readBeside(path, LARGEST_LISTING, deps)));
  } catch (error) {
    return unable(`The list of files ${path} cannot be read: ${errorMessage(error)}.`);
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
import { basename as basename7, dirname as dirname10, join as join37 } from "node:path";

// src/stages/read/layer-cache.ts
import { join as join36 } from "node:path";
import { gunzip } from "node:zlib";
import { promisify as promisify2 } from "node:util";

// src/domain/image/kept-layer.ts
var VERSION2 = 6;
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
  kind: external_exports.enum(["file", "folder", "symlink", "hardlink", "other", "global"]),
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
function parseKeptLayer(text5) {
  try {
    const [head, ...lines] = text5.split("\n").filter((line2) => line2 !== "");
    const { version, ...facts } = headSchema.parse(JSON.parse(head ?? ""));
    if (facts.entries !== lines.length) return void 0;
    const entries = lines.map(parseEntry);
    const unpacked2 = entries.reduce((sum, entry3) => sum + entry3.size, 0);
    return unpacked2 === facts.unpackedBytes ? { facts, entries } : void 0;
  } catch {
    return void 0;
  }
}
function parseEntry(line2) {
  const { content, ...entry3 } = entrySchema2.parse(JSON.parse(line2));
  return content === void 0 ? entry3 : { ...entry3, content: Buffer.from(content, "base64") };
}

// src/stages/read/layer-cache.ts
var ENDING = ".jsonl.gz";
var LARGEST5 = 8 * 1024 * 1024;
var LARGEST_PLAIN = 64 * 1024 * 1024;
function layerFileName(digest2) {
  return `${digest2.replace("sha256:", "")}${ENDING}`;
}
function openLayerCache({ from, to }, deps) {
  const { files, secrets } = deps;
  const ahead = from === void 0 ? Promise.resolve(NOTHING2) : readAll2(from, deps);
  const writing = [];
  const write = async (layer2, folder) => {
    for (const { content } of layer2.entries)
      if (content !== void 0) expectPublic(Buffer.from(content).toString("utf8"), secrets);
    const gzip = await compressLines(keptLines(layer2), (text5) => expectPublic(text5, secrets));
    const path = join36(folder, layerFileName(layer2.facts.digest));
    if (gzip.length <= LARGEST5) await files.write(path, gzip);
  };
  return {
    take: async ({ digest: digest2, diffId }) => {
      const kept = await (await ahead).get(layerFileName(digest2));
      const isWanted = kept?.facts.digest === digest2 && kept.facts.diffId === diffId;
      return isWanted ? kept : void 0;
    },
    put: (layer2) => {
      if (to === void 0 || layer2.entries.length > MOST_KEPT_ENTRIES) return;
      writing.push(write(layer2, to).catch(() => void 0));
    },
    end: async () => {
      await Promise.all(writing);
    }
  };
}
var NOTHING2 = /* @__PURE__ */ new Map();
async function readAll2(folder, deps) {
  const names = await deps.files.list(folder).catch(() => []);
  return new Map(names.map((name) => [name, readOne(join36(folder, name), deps)]));
}
async function readOne(path, { files }) {
  try {
    if ((await files.stat(path))?.kind !== "file") return void 0;
    const gzip = await files.read(path, LARGEST5);
    const plain2 = await promisify2(gunzip)(gzip, { maxOutputLength: LARGEST_PLAIN });
    return parseKeptLayer(plain2.toString("utf8"));
  } catch {
    return void 0;
  }
}
function expectPublic(text5, { mask }) {
  if ([text5, nameText(text5)].some((one2) => mask(one2) !== one2)) throw new Error("it holds a secret");
  return text5;
}

// src/stages/keep/layers.ts
function findLayers({ images, trivy, cacheStore }, deps) {
  const found2 = new Map(
    images.map(
      (image) => [image, findOne(image, { trivy, cacheStore, deps }).catch(() => void 0)]
    )
  );
  return (image) => found2.get(image) ?? Promise.resolve(void 0);
}
async function findOne(image, { trivy, cacheStore, deps }) {
  if (cacheStore.root === void 0) return void 0;
  const folder = join37(cacheStore.root, "layers", toFileName(image));
  const prefix = layersPrefix(image, trivy);
  const from = await cacheStore.restore(folder, { key: prefix, prefixes: [prefix] });
  const before = (await cacheStore.open(folder)).state === "whole" ? folder : void 0;
  const after2 = await cacheStore.maySave() ? newPlace(folder, deps) : void 0;
  const read5 = (place) => place && join37(place, READ);
  const layerCache = openLayerCache({ from: read5(before), to: read5(after2) }, deps);
  return {
    layerCache,
    scan: { before: scanFiles(before), after: scanFiles(after2) },
    save: async (layers) => {
      await layerCache.end();
      if (after2 === void 0) return;
      const digests = layers.map(({ digest: digest2 }) => digest2);
      await leaveFiles(folder, { before, after: after2, digests }, deps).catch(() => void 0);
      const { key } = layersKey(image, { trivy, diffIds: layers.map(({ diffId }) => diffId) });
      if (key !== from) await cacheStore.save(folder, key);
    }
  };
}
var READ = "read";
var [ANALYSES2, ANSWER] = ["fanal.db", "answer"];
function scanFiles(place) {
  if (place === void 0) return void 0;
  return { analyses: join37(place, ANALYSES2), answer: join37(place, ANSWER) };
}
function newPlace(folder, { cleanup, runId }) {
  const path = join37(dirname10(folder), `.new-${runId}-${basename7(folder)}`);
  cleanup.own({ kind: "folder", path, life: "run" });
  return path;
}
async function leaveFiles(folder, { before, after: after2, digests }, deps) {
  const names = [
    ...new Set(digests.map((digest2) => `${READ}/${layerFileName(digest2)}`)),
    ...[ANALYSES2, ANSWER]
  ];
  const isThere = async (path) => (await deps.files.stat(path))?.kind === "file";
  const wanted = [];
  let isNew = before === void 0;
  for (const name of names) {
    if (await isThere(join37(after2, name))) {
      isNew = true;
      wanted.push({ name, from: join37(after2, name) });
    } else if (before !== void 0 && await isThere(join37(before, name)))
      wanted.push({ name, from: join37(before, name) });
  }
  const count = before === void 0 ? 0 : (await deps.files.list(join37(before, READ))).length;
  if (isNew || count !== wanted.filter(({ name }) => name.startsWith(`${READ}/`)).length)
    await replaceSealed(folder, wanted, deps);
}

// src/stages/keep/read-kept.ts
var NOTHING_KEPT = { baseline: void 0, notices: [] };
function nothingFound(missing, notices = []) {
  return { baseline: void 0, notices, missing };
}
async function readKept({ folder, of, commit }, { shelter: cacheStore, supply }, deps) {
  const which = `the record of ${of} that commit ${commit.slice(0, 12)} has kept`;
  if ((await cacheStore.open(folder)).state !== "whole") return nothingFound(`${which} is damaged`);
  try {
    return { baseline: await readBaseline(folder, supply, deps), notices: [] };
  } catch (error) {
    const message = `The${which.slice("the".length)} is not used: ${errorMessage(error)}`;
    return nothingFound(`${which} cannot be read`, [{ from: "baseline", message }]);
  }
}

// src/stages/keep/records.ts
import { join as join40 } from "node:path";

// src/stages/keep/ancestors.ts
import { join as join38 } from "node:path";

// src/clients/history.ts
var commitsSchema = external_exports.array(external_exports.object({ sha: external_exports.string() })).transform((all) => all.map(({ sha }) => sha));
var cachesSchema = external_exports.object({ actions_caches: external_exports.array(external_exports.object({ key: external_exports.string() })) }).transform(({ actions_caches: all }) => all.map(({ key }) => key));
function findCommits(at, { sha, most }, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/commits",
    parameters: { ...repositoryParameters(at), sha, per_page: most }
  };
  const asked = {
    what: "a look at the commits before the base",
    permission: "contents: read",
    unseen: "there is no such commit"
  };
  return requestTyped(ask2, { asked, schema: commitsSchema, asking });
}
function findCacheKeys(at, prefix, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/actions/caches",
    parameters: {
      ...repositoryParameters(at),
      key: prefix,
      per_page: 100,
      sort: "created_at",
      direction: "desc"
    }
  };
  const asked = {
    what: "a look at the caches",
    permission: "actions: read",
    unseen: "there are none"
  };
  return requestTyped(ask2, { asked, schema: cachesSchema, asking });
}
var comparisonSchema = external_exports.object({ status: external_exports.enum(["ahead", "behind", "diverged", "identical"]) });
async function isInBranch(at, { branch, commit }, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/compare/{basehead}",
    parameters: { ...at, basehead: `${branch}...${commit}`, per_page: 1 }
  };
  const asked = {
    what: `a look at whether ${branch} has the commit ${commit}`,
    permission: "contents: read",
    unseen: "there is no such commit in it"
  };
  const answer = await requestTyped(ask2, { asked, schema: comparisonSchema, asking });
  if ("refused" in answer) return answer;
  return { value: ["behind", "identical"].includes(answer.value.status) };
}

// src/domain/keep/nearest.ts
function nearestKept(commits, { keys, images }) {
  return nearest(
    commits,
    (commit) => images.some((image) => keys.some((key) => key.startsWith(recordPrefix(image, commit))))
  );
}
function nearestRun(commits, keys) {
  return nearest(commits, (commit) => keys.some((key) => key.startsWith(runPrefix(commit))));
}
function nearest(commits, isKept) {
  const back = commits.findIndex(isKept);
  const commit = commits[back];
  return commit === void 0 ? void 0 : { commit, back };
}

// src/stages/keep/ancestors.ts
async function findAncestor(ask2, deps) {
  const { base: sha, images, token } = ask2;
  const at = parseRepository(deps.workflow.env);
  if (at === void 0 || token === void 0) return void 0;
  const asking = { github: deps.github(token), retryPolicy: ONCE, deps };
  const commits = await findCommits(at, { sha, most: MOST_ANCESTORS }, asking);
  if ("refused" in commits) return void 0;
  const keys = await findCacheKeys(at, RECORDS, asking);
  if ("refused" in keys) return tryOut(commits.value, ask2);
  const kept = nearestKept(commits.value, { keys: keys.value, images });
  if (kept !== void 0) return kept;
  const runs = await findCacheKeys(at, RUNS, asking);
  const run3 = "refused" in runs ? void 0 : nearestRun(commits.value, runs.value);
  return run3 && { ...run3, isRun: true };
}
var ONCE = { ...RETRY_POLICY, askSeconds: 10, pauses: [] };
var PREFIXES = 9;
var MOST_RESTORES = 5;
async function tryOut(commits, { images: [image], cacheStore }) {
  if (image === void 0 || cacheStore.root === void 0) return void 0;
  const folder = join38(cacheStore.root, "records", toFileName(image));
  for (let at = 0; at < Math.min(commits.length, MOST_RESTORES * PREFIXES); at += PREFIXES) {
    const prefixes = commits.slice(at, at + PREFIXES).map((commit) => recordPrefix(image, commit));
    const [key = ""] = prefixes;
    const found2 = await cacheStore.restore(folder, { key, prefixes });
    const kept = found2 === void 0 ? [] : [found2];
    const nearest2 = nearestKept(commits, { keys: kept, images: [image] });
    if (nearest2 !== void 0) return { ...nearest2, restored: image };
  }
  return void 0;
}

// src/stages/keep/run-record.ts
import { join as join39 } from "node:path";
async function leaveRunRecord({ root, shelter: cacheStore }, { record, identity }, deps) {
  const folder = folderIn(root);
  const place = `${folder}.new`;
  const from = join39(place, RECORD_NAME);
  const document = maskedDocument({ ...record, images: [] }, deps.secrets.mask);
  await deps.files.write(from, jsonText(document));
  await replaceSealed(folder, [{ name: RECORD_NAME, from }], deps);
  await deps.files.remove(place);
  const ids = record.policy.built.map(({ id }) => id);
  await cacheStore.save(folder, runKey(ids, identity).key);
}
async function findRunRecord({ commit }, { cacheStore, images, supply }, deps) {
  if (cacheStore.root === void 0) return NOTHING_KEPT;
  const folder = folderIn(cacheStore.root);
  const prefix = runPrefix(commit);
  const restored = await cacheStore.restore(folder, { key: prefix, prefixes: [prefix] });
  if (restored === void 0) return NOTHING_KEPT;
  const found2 = await readKept(
    { folder, of: "the run", commit },
    { shelter: cacheStore, supply },
    deps
  );
  const before = found2.baseline?.record.policy.built ?? [];
  return before.some(({ id }) => images.some((one2) => one2 === id)) ? NOTHING_KEPT : found2;
}
function folderIn(root) {
  return join39(root, "run");
}

// src/stages/keep/records.ts
var BESIDE = ["sbom", "files"];
async function leaveRecords({ cacheStore, rights }, { record, images }, deps) {
  const { root } = cacheStore;
  const { writing } = await rights;
  const { GITHUB_SHA: sha, GITHUB_RUN_ID: run3, GITHUB_RUN_ATTEMPT: attempt } = deps.workflow.env;
  const { commit } = record;
  if (root === void 0 || !isKnown(writing) || commit === void 0) return [];
  if (commit !== sha) return [elsewhereNotice(commit, sha)];
  const identity = { commit, run: run3 ?? "", attempt: attempt ?? "" };
  await Promise.all([
    leaveRunRecord({ root, shelter: cacheStore }, { record, identity }, deps),
    ...images.map(async ({ image, scanned }) => {
      const own2 = record.images.filter(({ id }) => id === image.id);
      if (own2.length === 0 || !isKnown(scanned.facts)) return;
      const folder = join40(root, "records", toFileName(image.id));
      const { mask } = deps.secrets;
      const place = `${folder}.new`;
      const names = [RECORD_NAME];
      const text5 = jsonText(maskedDocument({ ...record, images: own2 }, mask));
      await deps.files.write(join40(place, RECORD_NAME), text5);
      for (const attachment of scanned.attachments) {
        if (!BESIDE.includes(attachment.kind)) continue;
        const name = attachmentName(image.id, attachment.kind);
        const beside = maskedAttachment(attachment, mask);
        names.push(name);
        await deps.files.write(join40(place, name), "gzip" in beside ? beside.gzip : beside.text);
      }
      const files = names.map((name) => ({ name, from: join40(place, name) }));
      await replaceSealed(folder, files, deps);
      await deps.files.remove(place);
      await cacheStore.save(folder, recordKey(image.id, identity).key);
    })
  ]);
  return [];
}
function elsewhereNotice(commit, sha) {
  const message = `No record is kept: what was built lies in another checkout, of commit ${commit}, and the event is about ${sha ?? "none"}. Later runs are compared with an earlier commit’s.`;
  return { from: "keep", message };
}
async function findRecords(ask2, deps) {
  const { event, cache } = await ask2.rights;
  const { GITHUB_EVENT_NAME: name = "", GITHUB_SHA: sha } = deps.workflow.env;
  const { checkout } = ask2;
  if (!isKnown(checkout))
    return nothingFound(`which commit was built is not known: ${checkout.unable}`);
  if (!isKnown(cache)) return nothingFound(`the cache service is not used: ${cache.unable}`);
  const { root, commit: head } = checkout.value;
  const parents = await findParents(deps, root);
  const commits = baselineCommits(name, { event, parents, head, sha });
  const [base] = commits;
  if (base === void 0) return nothingFound(`the event ${name} names no commit before this one`);
  const tries = [];
  for (const find of [recordsOf, findRunRecord])
    for (const commit of commits) {
      const found3 = await find({ commit }, ask2, deps);
      if (found3.baseline !== void 0 || found3.notices.length > 0) return found3;
      tries.push(found3);
    }
  const isOwn = isOfEvent(head, { sha, pullHead: event.headSha });
  const nothing2 = tries.find(({ missing }) => missing !== void 0) ?? nothingFound(unkept(base));
  if (!isOwn || !isChange(deps.workflow)) return nothing2;
  const nearest2 = await findAncestor({ ...ask2, base: event.baseSha ?? base }, deps);
  if (nearest2 === void 0) return nothing2;
  const found2 = await (nearest2.isRun === true ? findRunRecord : recordsOf)(nearest2, ask2, deps);
  const { baseline } = found2;
  if (baseline !== void 0) return { ...found2, baseline: { ...baseline, back: nearest2.back } };
  return { ...found2, missing: found2.missing ?? nothing2.missing };
}
function unkept(commit) {
  return `no run has kept a record of the commit ${commit.slice(0, 12)}`;
}
async function recordsOf(where, ask2, deps) {
  const found2 = await Promise.all(ask2.images.map((image) => findRecord(image, where, { ask: ask2, deps })));
  const baseline = joinBaselines(found2.flatMap((one2) => one2.baseline ?? []));
  const notices = found2.flatMap((one2) => one2.notices);
  const missing = found2.find((one2) => one2.missing !== void 0)?.missing;
  return { baseline, notices, ...defined({ missing }) };
}
async function findRecord(image, { commit, restored }, { ask: { cacheStore, supply }, deps }) {
  if (cacheStore.root === void 0) return NOTHING_KEPT;
  const folder = join40(cacheStore.root, "records", toFileName(image));
  const prefix = recordPrefix(image, commit);
  const isThere = image === restored || await cacheStore.restore(folder, { key: prefix, prefixes: [prefix] }) !== void 0;
  return isThere ? readKept({ folder, of: String(image), commit }, { shelter: cacheStore, supply }, deps) : NOTHING_KEPT;
}

// src/clients/cache-service.ts
import { text as text4 } from "node:stream/consumers";
var MOST_SECONDS2 = 5;
var KEY = "plimsoll-probe";
var VERSION3 = "0".repeat(64);
async function probeCacheService(patienceSeconds, { http, workflow }) {
  try {
    const deadlineSeconds = Math.min(MOST_SECONDS2, patienceSeconds);
    const { status, body } = await http.get({ ...probeOf(workflow.env), deadlineSeconds });
    const words2 = await text4(body);
    if (status === 401 || status === 403) return `the service refuses the token (status ${status})`;
    if (status !== 200 && status !== 204) return `the service answered with status ${status}`;
    if (words2 !== "") JSON.parse(words2);
    return void 0;
  } catch (error) {
    return error instanceof SyntaxError ? "the service answered with words that are none of its own" : `the service does not answer (${errorMessage(error)})`;
  }
}
function probeOf(env) {
  const { ACTIONS_RUNTIME_TOKEN: token = "", ACTIONS_RESULTS_URL: two = "" } = env;
  const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
  if (env["ACTIONS_CACHE_SERVICE_V2"] === void 0) {
    const one2 = env["ACTIONS_CACHE_URL"] ?? "";
    const url = `${one2}_apis/artifactcache/cache?keys=${KEY}&version=${VERSION3}`;
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
function isMeantToKeep({ event, ref, defaultBranch }) {
  if (event === void 0 || !EVENTS.includes(event))
    return unable(`it is made on the default branch only, and this is ${event ?? "no event"}`);
  if (defaultBranch === void 0) return unable("the event does not name the default branch");
  return ref === `refs/heads/${defaultBranch}` ? known(void 0) : unable(`it is made on the default branch (${defaultBranch}) only`);
}
function isOfItsCommit({ sha, head, dirty }) {
  if (!isKnown(head)) return head;
  if (head.value !== sha)
    return unable(
      `commit ${head.value} is checked out, and not that of the event (${sha ?? "none"})`
    );
  if (!isKnown(dirty)) return dirty;
  return dirty.value === void 0 ? known(void 0) : unable(`${dirty.value} was changed after it was checked out`);
}

// src/domain/keep/runtime-token.ts
var READ2 = 1;
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
  if (!has(READ2)) return unable("the runtime token gives no right to any cache");
  return known({ canRead: true, canWrite: has(WRITE) });
}
function payloadOf(token) {
  const [, payload, signature] = token.split(".");
  if (payload === void 0 || signature === void 0) return void 0;
  const parsed4 = payloadSchema.safeParse(jsonOf3(Buffer.from(payload, "base64url").toString()));
  return parsed4.success ? parsed4.data : void 0;
}
function scopesOf(claim) {
  const parsed4 = external_exports.array(scopeSchema).safeParse(claim === void 0 ? void 0 : jsonOf3(claim));
  return parsed4.success ? parsed4.data : void 0;
}
function jsonOf3(text5) {
  try {
    return JSON.parse(text5);
  } catch {
    return void 0;
  }
}

// src/stages/cache/rights.ts
async function findRights({ workdir, cacheTimeoutSeconds }, deps) {
  const { env } = deps.workflow;
  const event = parseEvent(await readEventText(deps));
  const cache = await usable(cacheTimeoutSeconds, deps);
  const meant = isMeantToKeep({
    event: env["GITHUB_EVENT_NAME"],
    ref: env["GITHUB_REF"],
    defaultBranch: event.defaultBranch
  });
  const rule = isKnown(meant) ? await ofItsCommit(workdir, deps) : meant;
  const keeping = isInJob(deps.workflow) ? rule : known(void 0);
  if (!isKnown(cache)) return { cache, writing: cache, keeping, event };
  const writing = withToken(rule, deps);
  const isMissed = isKnown(meant) && !isKnown(writing);
  return { cache, writing, keeping, event, ...isMissed ? { missed: writing.unable } : {} };
}
async function ofItsCommit(workdir, deps) {
  return isOfItsCommit({
    sha: deps.workflow.env["GITHUB_SHA"],
    head: await findHead(deps, workdir),
    dirty: await findDirty(deps, workdir)
  });
}
function withToken(rule, deps) {
  const token = rightsOf(deps);
  return isKnown(rule) && isKnown(token) && !token.value.canWrite ? unable("the runtime token gives no right to write") : rule;
}
async function usable(patienceSeconds, deps) {
  if (deps.cache === void 0) return unable("this job has no runtime token");
  const token = rightsOf(deps);
  if (!isKnown(token)) return token;
  const failure2 = await probeCacheService(patienceSeconds, deps);
  return failure2 === void 0 ? known(deps.cache) : unable(failure2);
}
async function rightsNotices(rights, { workflow, cache }) {
  const { ACTIONS_RESULTS_URL: two = "", ACTIONS_CACHE_URL: one2 = "" } = workflow.env;
  const isService = workflow.invocation === "action" && (one2 !== "" || two !== "");
  if (!isService) return [];
  const found2 = await rights;
  if (!isKnown(found2.cache))
    return [
      notice(
        `is not used: ${found2.cache.unable}. Nothing of earlier runs is used, and nothing is left for later ones`
      )
    ];
  return cache === void 0 || found2.missed === void 0 ? [] : [notice(`is only read: ${found2.missed}. Nothing is left for later runs`)];
}
function notice(words2) {
  return { from: "cache", message: `The cache service of GitHub Actions ${words2}.` };
}
function rightsOf({
  workflow,
  clock
}) {
  return parseRuntimeToken(workflow.env["ACTIONS_RUNTIME_TOKEN"] ?? "", clock.now());
}

// src/stages/keep/index.ts
function openStore(inputs, deps) {
  const rights = findRights(inputs, deps);
  return { rights, cacheStore: makeCacheStore(rights, inputs.cacheTimeoutSeconds, deps) };
}
function startKeeping({ inputs, plan, store }, deps) {
  const { rights, cacheStore } = store;
  const trivy = inputs.trivy.path === void 0 ? inputs.trivy.version : "own";
  const images = plan.images.map(({ id }) => id);
  const layersOf2 = findLayers({ images, trivy, cacheStore }, deps);
  const blobs = deps.cache === void 0 ? openBlobCache(cacheStore, deps) : NO_BLOB_CACHE;
  return {
    baseline: async (supply) => {
      if (inputs.baseline?.kind === "file") {
        const baseline = await readBaseline(inputs.baseline.path, supply, deps);
        return () => Promise.resolve({ baseline, notices: [] });
      }
      if (inputs.baseline === void 0) return () => Promise.resolve(unasked(deps));
      const { token } = inputs;
      const ask2 = { cacheStore, rights, images, checkout: plan.checkout, supply, token };
      const found2 = findRecords(ask2, deps);
      return () => found2;
    },
    layersOf: layersOf2,
    blobs,
    save: async (examined, { record, layouts }) => {
      const layers = examined.map(async ({ image, facts, scanned }) => {
        if (!isKnown(facts) || !isKnown(scanned.facts)) return;
        await (await layersOf2(image.id))?.save(facts.value.layers);
      });
      const kept = leaveRecords({ cacheStore, rights }, { record, images: examined }, deps);
      await Promise.all([...layers, leaveBlobs(blobs, examined, layouts)]);
      const said = await kept;
      await cacheStore.end();
      return [...await rightsNotices(rights, deps), ...said, ...cacheStore.notices()];
    }
  };
}
function unasked({ workflow }) {
  return workflow.invocation === "command" ? NOTHING_KEPT : nothingFound("the input baseline is none");
}
async function leaveBlobs(blobCache, examined, layouts) {
  const left = layouts.map(async ({ image: { id }, path }) => {
    const facts = examined.find(({ image }) => image.id === id)?.facts;
    if (facts === void 0 || !isKnown(facts)) return;
    await blobCache.save(id, { path, layers: facts.value.layers });
  });
  await Promise.all(left);
}

// src/domain/policy/build-policies.ts
function weakenedPolicies(before, now) {
  const images = new Map(now.map((image) => [image.id, image]));
  return before.flatMap(({ id, name, policies = [] }) => {
    const image = images.get(id);
    if (image === void 0) return [];
    const hashes = new Map((image.policies ?? []).map(({ file, hash }) => [file, hash]));
    return policies.flatMap(({ file, hash }) => {
      const found2 = hashes.get(file);
      if (found2 === hash) return [];
      const is = found2 === void 0 ? "asked no longer" : "asked with another text";
      return [{ about: `the build policy ${file}`, images: [name], before: "asked", now: is }];
    });
  });
}

// src/domain/policy/newly-meant.ts
function newlyMeant(before, now) {
  const known2 = new Set(productsOf(before));
  return productsOf(now).flatMap((written2) => {
    const product = readPackageUrl(written2);
    if (product?.type !== "oci" || !known2.has(written2)) return [];
    const meant = namesOf3(before, product);
    const images = namesOf3(now, product).filter((name) => !meant.includes(name));
    const about = `VEX of ${written2}`;
    return images.length === 0 ? [] : [{ about, images, before: "not about it", now: "about it by its name" }];
  });
}
function productsOf({ vex = [] }) {
  return [...new Set(vex.filter(isAnswer).flatMap(({ products }) => products))];
}
function namesOf3({ built }, { qualifiers, ...product }) {
  const told = [...qualifiers].filter(([key]) => key === "repository_url" || key === "tag");
  const bare2 = { ...product, version: "", qualifiers: new Map(told) };
  const meant = built.filter((image) => isImage(bare2, namedBy2(image)));
  return [...new Set(meant.map(({ name }) => name))];
}
function namedBy2({ name, tags }) {
  return { name, target: name, tags, platform: "" };
}

// src/domain/policy/weakened-secret-rules.ts
function weakenedSecretRules({ secretRules: before = [] }, { secretRules: now = [] }) {
  const hashes = new Set(now.map(({ hash }) => hash));
  const ids = new Set(now.map(({ id }) => id));
  const gone = before.filter(({ hash }) => !hashes.has(hash)).map(({ id }) => id);
  return [...new Set(gone)].map((id) => ({
    about: `the secret rule ${formatValue(id)}`,
    before: "looked for",
    now: ids.has(id) ? "looked for with another text" : "looked for no longer"
  }));
}

// src/domain/policy/loosenings.ts
var LEVEL = ranked(...LEVELS.map((level) => [level]));
function policyLoosenings(before, now) {
  return [
    ...before.enforce && !now.enforce ? [{ about: "enforce", before: "true", now: "false" }] : [],
    ...ruleLoosenings(before, now),
    ...buildLoosenings(before, now),
    ...longer(before.waivers, now.waivers, waiverName),
    ...longer(before.ignores, now.ignores, ignoreName),
    ...answerLoosenings(before, now),
    ...weakenedSecretRules(before, now)
  ];
}
function buildLoosenings(before, now) {
  return [
    ...before.built.filter(({ id }) => !isBuilt(id, now)).map(({ id }) => ({ about: id, before: "built and judged", now: "neither" })),
    ...otherwiseBuilt(before, now),
    ...weakenedPolicies(before.built, now.built),
    ...newlyMeant(before, now)
  ];
}
function uncomparedSentences(before, now) {
  const names = now.built.map(({ name }) => name);
  const rules = RULE_IDS.filter(
    (rule) => names.some((name) => !RULES[rule].options.safeParse(settingsOf(before, name, rule)).success)
  );
  const images = before.built.filter((one2) => one2.contexts === void 0 && isBuilt(one2.id, now));
  return [
    ...rules.length === 0 ? [] : [
      `${rules.length === 1 ? "The rule" : "The rules"} ${rules.join(", ")} ${rules.length === 1 ? "was" : "were"} not compared, because the baseline’s record has options that this version of Plimsoll does not know.`
    ],
    ...images.length === 0 ? [] : [
      `What ${images.map(({ id }) => id).join(", ")} was built upon was not compared, because the baseline’s record does not say it.`
    ]
  ];
}
function otherwiseBuilt(before, now) {
  const known2 = new Map(before.built.map((image) => [image.id, image]));
  return now.built.flatMap((image) => {
    const old = known2.get(image.id);
    if (old === void 0 || !isSaid(old)) return [];
    const { contexts, policies: _policies, ...rest } = image;
    const comparable = old.contexts === void 0 ? rest : { ...rest, contexts: contexts ?? [] };
    const [was, is] = [sourceText(old), sourceText(comparable)];
    return was === is ? [] : [{ about: image.id, before: was, now: is }];
  });
}
function isSaid({ dockerfile, context }) {
  return dockerfile !== void 0 || context !== void 0;
}
function sourceText(image) {
  const named3 = (image.contexts ?? []).map(
    ({ name, target, ...recipe }) => target === void 0 ? `with ${name} of ${placeText2(recipe)}` : `with ${name} of the target ${target} (${recipeText(recipe)})`
  );
  return [`built ${recipeText(image)}`, ...named3].join(", ");
}
function recipeText({ dockerfile, stage, context }) {
  return [
    ...dockerfile === void 0 ? [] : [`from ${dockerfile}`],
    ...stage === void 0 ? [] : [`to its stage ${stage}`],
    ...context === void 0 ? [] : [`in ${placeText2({ context })}`]
  ].join(" ");
}
function placeText2({ context = "" }) {
  return context === "" ? "the repository’s root" : context;
}
function ruleLoosenings(before, now) {
  const names = [...new Set(now.built.map(({ name }) => name))];
  const perImage = names.flatMap(
    (name) => RULE_IDS.flatMap(
      (rule) => optionLoosenings(
        rule,
        [before, now].map((one2) => settingsOf(one2, name, rule))
      )
    ).map((found2) => ({ name, found: found2 }))
  );
  const groups = Map.groupBy(perImage, ({ found: found2 }) => JSON.stringify(found2));
  return [...groups.values()].flatMap(
    (group) => group.slice(0, 1).map(({ found: found2 }) => ({
      ...found2,
      ...group.length === names.length ? {} : { images: group.map(({ name }) => name) }
    }))
  );
}
function isBuilt(id, { built }) {
  return built.some((image) => image.id === id);
}
function settingsOf(policy, image, rule) {
  return (ownProperty(policy.images, image) ?? policy.rules)[rule];
}
function optionLoosenings(rule, sides) {
  const { options, permissiveness } = RULES[rule];
  const [before, now] = sides.map(
    (side) => options.safeParse(side).data
  );
  if (before === void 0 || now === void 0 || before.level === "off") return [];
  const orders = Object.entries({ level: LEVEL, ...now.level === "off" ? {} : permissiveness });
  return orders.filter(
    ([key, order]) => order.isMorePermissive(ownProperty(before, key), ownProperty(now, key))
  ).map(([key, order]) => ({
    about: `rules.${rule}.${key}`,
    before: order.text(ownProperty(before, key)),
    now: order.text(ownProperty(now, key))
  }));
}
function longer(before, now, name) {
  const ends = /* @__PURE__ */ new Map();
  for (const one2 of before) {
    const [key, end] = [identityOf2(one2), one2.expires ?? FOR_EVER];
    ends.set(key, [ends.get(key) ?? "", end].toSorted().at(-1) ?? end);
  }
  return now.flatMap((one2) => {
    const end = one2.expires ?? FOR_EVER;
    const old = ends.get(identityOf2(one2));
    if (old !== void 0 && end <= old) return [];
    return [
      { about: name(one2), before: old === void 0 ? "not there" : until(old), now: until(end) }
    ];
  });
}
function identityOf2(one2) {
  const given3 = Object.entries(one2).filter(
    ([name, value]) => name !== "expires" && value !== void 0
  );
  return JSON.stringify(given3.toSorted(([a], [b]) => a < b ? -1 : 1));
}
var FOR_EVER = "~";
function until(end) {
  return end === FOR_EVER ? "for ever" : `until ${end}`;
}
function waiverName({ rule, ...subject2 }) {
  const about = ["id", "package", "path", "unjudged", "image"].flatMap(
    (key) => subject2[key] === void 0 ? [] : [`${key} ${subject2[key]}`]
  );
  return `a waiver for ${[rule, ...about].join(", ")}`;
}
function ignoreName({ id, kind, paths = [], purls = [] }) {
  const where = [...kind === void 0 ? [] : [kind], ...paths, ...purls];
  return `.trivyignore of ${[id, ...where].join(", ")}`;
}
function answerLoosenings(before, now) {
  const key = ({ among: _among, ...fields }) => identityOf2(fields);
  const known2 = Map.groupBy(before.vex.filter(isAnswer), key);
  return now.vex.filter(isAnswer).flatMap((answer) => {
    const old = known2.get(key(answer));
    if (old === void 0)
      return [{ about: vexName(answer), before: "not there", now: until(FOR_EVER) }];
    return old.some(({ among = [] }) => isWithin(among, answer.among ?? [])) ? [] : [{ about: vexName(answer), before: "overruled by other statements", now: "no longer so" }];
  });
}
function isWithin(some2, all) {
  let at = 0;
  for (const one2 of all) if (one2 === some2[at]) at += 1;
  return at === some2.length;
}
function vexName({ id, status, products }) {
  return `VEX of ${[id, ...products].join(", ")} (${status})`;
}

// src/domain/policy/policy-record.ts
function builtImages(images) {
  return images.map(({ id, name, tags, builtFrom: builtFrom2, buildPolicy }) => ({
    id,
    name,
    ...defined({ tags: tags && wholeTags(tags) }),
    ...builtFrom2 === void 0 ? {} : { ...builtFrom2, contexts: builtFrom2.contexts.map((one2) => ({ ...one2 })) },
    ...buildPolicy === void 0 || buildPolicy.files.length === 0 ? {} : { policies: buildPolicy.files.map((one2) => ({ ...one2 })) }
  }));
}
function policyRecord(policy, { built, enforce }) {
  return {
    rules: { ...policy.rules },
    images: Object.fromEntries([...policy.images].map(([name, rules]) => [name, { ...rules }])),
    waivers: policy.waivers.map(({ source: _source, reason: _reason, ...waiver2 }) => waiver2),
    ignores: policy.ignores.map(({ id, kind, paths, purls, expires: expires2 }) => ({
      id,
      ...defined({ kind, paths: paths && [...paths], purls: purls && [...purls], expires: expires2 })
    })),
    vex: policy.vex.map(({ id, status, products, meaning, among }) => ({
      id,
      status,
      products: [...products],
      meaning,
      ...defined({ among: among && [...among] })
    })),
    ...defined({
      secretRules: policy.secretRules && policy.secretRules.map((rule) => ({ id: rule.id, hash: secretRuleHash(rule) }))
    }),
    built: [...built],
    enforce
  };
}

// src/clients/commit-files.ts
import { relative as relative5 } from "node:path";
var READING = {
  what: "a look at the base’s files",
  permission: "contents: read",
  unseen: "it has no such commit"
};
var fileSchema2 = external_exports.object({
  type: external_exports.string(),
  size: external_exports.number(),
  content: external_exports.string().optional(),
  encoding: external_exports.string().optional()
});
var folderSchema = external_exports.array(external_exports.object({ name: external_exports.string() }));
var RAW = "application/vnd.github.raw+json";
var LARGEST_FILE = 16e6;
var MODES = { file: 420, folder: 493, other: 511 };
function commitFiles(ask2, asking) {
  const { root } = ask2;
  const find = memoize(
    async (path) => {
      const data = await read4({ path }, ask2, asking);
      const content = data === void 0 ? void 0 : contentOf(data);
      if (content?.kind !== "large") return content;
      const { bytes: bytes2 } = content;
      if (bytes2 > LARGEST_FILE)
        throw new ToolError(
          "github",
          `${path} has ${bytes2} bytes, and at most ${LARGEST_FILE} are read`
        );
      const raw = textOf2(await read4({ path, headers: { accept: RAW } }, ask2, asking));
      if (raw === void 0)
        throw new ToolError("github", `GitHub did not give the text of ${path}`);
      return { kind: "file", bytes: bytes2, text: raw };
    },
    (path) => path
  );
  const look = (path) => find(relative5(root, path));
  return {
    stat: async (path) => statOf(await look(path)),
    list: async (path) => {
      const found2 = await look(path);
      return found2?.kind === "folder" ? found2.names : [];
    },
    readNamed: async (path, { name, maxBytes }) => {
      if (!isInside(path, root)) throw new RefusedFile(name, "outside");
      const found2 = await look(path);
      if (found2 === void 0) throw new RefusedFile(name, "absent");
      if (found2.kind !== "file") throw new RefusedFile(name, "not-a-file");
      if (found2.bytes > maxBytes) throw new RefusedFile(name, "too-large", `${found2.bytes} bytes`);
      return Buffer.from(found2.text);
    },
    tracked: () => listTree(ask2, asking)
  };
}
var treeSchema = external_exports.object({
  truncated: external_exports.boolean(),
  tree: external_exports.array(external_exports.object({ path: external_exports.string(), type: external_exports.string() }))
});
async function listTree({ at, commit }, asking) {
  const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
  const parameters = { ...repositoryParameters(at), tree_sha: commit, recursive: "1" };
  const found2 = await requestTyped(
    { route, parameters },
    { asked: READING, schema: treeSchema, asking }
  );
  if ("refused" in found2) throw new ToolError("github", found2.refused);
  const { truncated, tree } = found2.value;
  if (truncated) throw new ToolError("github", "GitHub does not list all files of the base");
  return tree.flatMap(({ path, type }) => type === "blob" ? [path] : []);
}
async function read4(wanted, { at, commit }, asking) {
  const route = "GET /repos/{owner}/{repo}/contents/{path}";
  const parameters = { ...repositoryParameters(at), ...wanted, ref: commit };
  const answer = await requestWithRetry({ route, parameters }, asking);
  if (!isKnown(answer)) throw new ToolError("github", `GitHub gave no answer: ${answer.unable}.`);
  const { status, data } = answer.value;
  if (status === 404) return void 0;
  if (status !== 200) throw new ToolError("github", refusalMessage(answer.value, READING));
  return data;
}
function textOf2(raw) {
  if (raw instanceof ArrayBuffer) return new TextDecoder().decode(raw);
  return typeof raw === "string" ? raw : void 0;
}
function contentOf(data) {
  const folder = folderSchema.safeParse(data);
  if (folder.success) return { kind: "folder", names: folder.data.map(({ name }) => name).toSorted() };
  const { type, size: bytes2, content, encoding } = fileSchema2.parse(data);
  if (type === "file" && encoding === "none") return { kind: "large", bytes: bytes2 };
  return type === "file" && content !== void 0 ? { kind: "file", bytes: bytes2, text: Buffer.from(content, "base64").toString("utf8") } : { kind: "other", bytes: bytes2 };
}
function statOf(content) {
  if (content === void 0) return void 0;
  const bytes2 = content.kind === "folder" ? 0 : content.bytes;
  return { kind: content.kind, bytes: bytes2, mode: MODES[content.kind] };
}

// src/stages/plan/base-files.ts
function isJudgedByBase({ policyFrom }, workflow) {
  return policyFrom === "base" && isChange(workflow);
}
async function baseFiles({ repository, token }, deps) {
  const at = parseRepository(deps.workflow.env);
  const { baseSha: commit } = parseEvent(await readEventText(deps));
  if (at === void 0 || commit === void 0) return unable("the event names no base commit");
  if (token === void 0) return unable("there is no token to ask GitHub with");
  const asking = { github: deps.github(token), retryPolicy: RETRY_POLICY, deps };
  const files = commitFiles({ at, commit, root: repository }, asking);
  try {
    if (await files.stat(repository) !== void 0) return known(files);
    return unable("the token does not see it; give the job permissions: contents: read");
  } catch (error) {
    return unable(errorMessage(error).replace(/\.$/, ""));
  }
}

// src/stages/gather/base-images.ts
import { relative as relative13 } from "node:path";

// src/stages/plan/build-policies.ts
import { relative as relative6, resolve } from "node:path";

// src/domain/provenance/input-hash.ts
import { createHash as createHash11 } from "node:crypto";
function useKey({ context, pattern, excludes }) {
  return JSON.stringify([context, pattern, excludes]);
}
function hashSteps(steps, contents) {
  const positions = new Map(steps.map(({ id }, index) => [id, index]));
  const done = [];
  for (const step2 of steps) {
    const inputs = step2.inputs.flatMap((id) => positions.get(id) ?? []);
    const below = inputs.flatMap((index) => done[index] ?? []);
    const found2 = step2.uses.map((use) => contents.get(useKey(use)));
    const known2 = found2.filter((content2) => content2 !== void 0);
    const content = known2.length === 0 ? void 0 : joined2(known2);
    const own2 = [step2.kind, step2.text, step2.environment, content?.hash ?? ""];
    done.push({
      input: hashJson([...own2, below.map(({ input }) => input)]),
      resolved: hashJson([...own2, step2.digest ?? "", below.map(({ resolved: resolved2 }) => resolved2)]),
      text: hashJson([step2.kind, step2.text]),
      environment: hashJson(step2.environment),
      ...defined({ content }),
      isOpen: known2.length < found2.length || below.some(({ isOpen }) => isOpen),
      inputs
    });
  }
  return done;
}
function joined2(contents) {
  const [only2] = contents;
  if (only2 !== void 0 && contents.length === 1) return only2;
  return {
    hash: hashJson(contents.map(({ hash }) => hash)),
    files: Object.assign({}, ...contents.map(({ files }) => files))
  };
}
function hashJson(value) {
  return createHash11("sha256").update(JSON.stringify(value)).digest("hex");
}

// src/domain/plan/build-policy.ts
var COMMENT = /^\s*(?:#|\/\/)/;
var POLICY = /(?:^|[{,;\s])(?:policy\s*=(?!=)|"policy"\s*[:=])/;
function namesPolicy(text5) {
  return text5.split("\n").some((line2) => !COMMENT.test(line2) && POLICY.test(line2));
}

// src/stages/plan/build-policies.ts
var entrySchema3 = external_exports.union([
  external_exports.string().transform((filename) => ({ filename })),
  external_exports.looseObject({
    filename: external_exports.string().nullish(),
    reset: external_exports.boolean().nullish(),
    disabled: external_exports.boolean().nullish()
  })
]);
var LARGEST6 = 1024 * 1024;
async function withBuildPolicy(image, { printed: printed2, definition, written: written2, bounds }, deps) {
  const said = (ownProperty(printed2.targets, image.target)?.policy ?? []).flatMap(
    (entry3) => entrySchema3.safeParse(entry3).data ?? []
  );
  if (said.some(({ disabled }) => disabled === true)) return image;
  const beside = said.some(({ reset: reset2 }) => reset2 === true) ? void 0 : besideDockerfile(image);
  const reset = said.findLastIndex((entry3) => entry3.reset === true);
  const named3 = said.slice(Math.max(reset, 0)).flatMap(({ filename }) => typeof filename === "string" ? [filename] : []);
  const found2 = await Promise.all([
    ...beside === void 0 ? [] : [readPolicy(beside, { bounds, isNamed: false }, deps)],
    ...named3.map(
      (name) => readPolicy(resolve(definition.folder, name), { bounds, isNamed: true }, deps)
    )
  ]);
  const files = found2.flat();
  const saidIn = definition.kind === "bake" ? written2.find(({ text: text5 }) => namesPolicy(text5))?.file : void 0;
  if (files.length === 0 && saidIn === void 0) return image;
  return { ...image, buildPolicy: { files, ...defined({ saidIn }) } };
}
function besideDockerfile({ dockerfilePath: dockerfilePath2 }) {
  const isHere = dockerfilePath2 !== void 0 && !isRemote(dockerfilePath2);
  return isHere ? `${dockerfilePath2}.rego` : void 0;
}
async function readPolicy(path, { bounds, isNamed: isNamed3 }, deps) {
  const file = isInside(path, bounds.repository) ? relative6(bounds.repository, path) : path;
  try {
    const naming = { bounds, by: "repository", maxBytes: LARGEST6 };
    return [{ file, hash: hashJson(await readNamedText(path, naming, deps)) }];
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return error.refusal === "absent" && !isNamed3 ? [] : [{ file, hash: "" }];
  }
}

// src/stages/plan/definition.ts
import { basename as basename8, dirname as dirname13, join as join44, relative as relative9, resolve as resolve5 } from "node:path";

// src/clients/compose.ts
var serviceSchema = external_exports.looseObject({
  build: external_exports.unknown().optional(),
  platform: orUndefined(external_exports.string()),
  profiles: orEmptyList(external_exports.string()),
  user: orUndefined(external_exports.string()),
  healthcheck: orUndefined(
    external_exports.looseObject({
      disable: orUndefined(external_exports.boolean()),
      test: orUndefined(external_exports.union([external_exports.string(), external_exports.array(external_exports.string())]))
    })
  )
});
var configSchema4 = external_exports.object({ services: orUndefined(dictionary(serviceSchema)) });
var buildSchema = external_exports.looseObject({
  context: orUndefined(external_exports.string()),
  dockerfile: orUndefined(external_exports.string()),
  dockerfile_inline: orUndefined(external_exports.string())
});
function serviceBuild({ build: build2 }) {
  return buildSchema.safeParse(build2).data;
}
var NO_REMOTES = { COMPOSE_EXPERIMENTAL_GIT_REMOTE: "0", COMPOSE_EXPERIMENTAL_OCI_REMOTE: "0" };
async function readServices(deps, ask2) {
  const result = await deps.exec.run("docker", {
    args: [
      ...["compose", "--project-directory", ask2.cwd],
      ...ask2.files.flatMap((file) => ["-f", file]),
      // bake builds what is behind a profile too.
      ...["--profile", "*", "config", "--format", "json"]
    ],
    cwd: ask2.cwd,
    addEnv: NO_REMOTES,
    deadlineSeconds: 60
  });
  if (result.ended !== "exit" || result.exitCode !== 0) {
    const stderr = result.stderr.replaceAll(ask2.mirror, "");
    return unable(describeEnding({ ...result, stderr }));
  }
  try {
    return known(configSchema4.parse(JSON.parse(result.stdout)).services ?? {});
  } catch {
    return unable("its output has a form that is not known");
  }
}

// src/domain/plan/discover.ts
import { posix as posix10 } from "node:path";

// src/domain/plan/left-out.ts
import { posix as posix9 } from "node:path";
var DOCKERFILE_NAME = /^(Dockerfile|Containerfile)([.\-_].+)?$|\.(Dockerfile|Containerfile)$/i;
var COMPOSE_NAME = /^(docker-)?compose([.\-_].+)?\.ya?ml$/i;
var BAKE_NAME = /^docker-bake([.\-_].+)?\.(hcl|json)$/i;
var NO_DOCKERFILE = /\.(dockerignore|rego|md|rst|html|j2|jinja2?|tmpl|tpl|template|erb|mustache|in)$/i;
var MOST_NAMED = 10;
function isDockerfileName(name) {
  return DOCKERFILE_NAME.test(name);
}
function looksLikeDefinition(path) {
  const name = posix9.basename(path);
  const isDockerfile2 = isDockerfileName(name) && !NO_DOCKERFILE.test(name);
  return isDockerfile2 || COMPOSE_NAME.test(name) || BAKE_NAME.test(name);
}
function renderSomePaths(paths) {
  const depth = (path) => path.split("/").length;
  const sorted = paths.toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const more = sorted.length > MOST_NAMED ? ` and ${sorted.length - MOST_NAMED} more` : "";
  return `${sorted.slice(0, MOST_NAMED).join(", ")}${more}`;
}
function leftOutSentences({ first, paths, named: named3 }) {
  const begin2 = first === void 0 ? "Not built by itself" : `Passed over, because a ${first} comes first`;
  return [
    ...paths.length === 0 ? [] : [`${begin2}: ${renderSomePaths(paths)}. The input files names what else to build.`],
    ...named3 === void 0 ? [] : [
      `COMPOSE_FILE in ${named3.by} names ${named3.paths.join(", ")}: docker compose builds that, and bake, as here, does not look at it. The input files builds it.`
    ]
  ];
}
function parseComposeFiles(environment2, dotenv) {
  const set = (name) => ownProperty(environment2, name) ?? ownProperty(dotenv, name);
  const value = set("COMPOSE_FILE") ?? "";
  const separator = set("COMPOSE_PATH_SEPARATOR") ?? "";
  const paths = value.split(separator === "" ? ":" : separator).map((path) => path.trim());
  const named3 = paths.filter((path) => path !== "").map((path) => posix9.normalize(path));
  if (named3.length === 0) return void 0;
  return { by: environment2["COMPOSE_FILE"] === void 0 ? ".env" : "the environment", paths: named3 };
}

// src/domain/plan/discover.ts
var BAKE2 = ["docker-bake.hcl", "docker-bake.json"];
var COMPOSE = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
var COMPOSE_OVERRIDES = ["compose.override", "docker-compose.override"].flatMap((name) => [
  `${name}.yml`,
  `${name}.yaml`
]);
var BAKE_OVERRIDES = ["docker-bake.override.json", "docker-bake.override.hcl"];
var KIND_WORDS = {
  bake: "bake file",
  compose: "compose file",
  dockerfile: "Dockerfile"
};
var BUILT_BY_ITSELF = ["Dockerfile", "Containerfile"];
var PASSED_OVER = /* @__PURE__ */ new Set(["test", "tests", "fixtures", "examples", "vendor", "node_modules"]);
var DEEPEST3 = 3;
function discover(names, tracked, { untold, gone = [], named: named3, ofSubmodules = [] } = {}) {
  const found2 = [
    ["bake", names.filter((name) => BAKE2.includes(name))],
    ["compose", names.filter((name) => COMPOSE.includes(name))],
    ["dockerfile", foundDockerfiles(tracked)]
  ];
  const away = awayWords(gone);
  const seen = /* @__PURE__ */ new Set([...found2.flatMap(([, paths]) => paths), ...tracked, ...ofSubmodules]);
  const [first] = found2.filter(([, paths]) => paths.length > 0);
  if (first === void 0) {
    const left = leftOutSentences({ paths: [...seen].filter(looksLikeDefinition), named: named3 });
    throw nothingFound2(names, { untold, says: [...left, ...away] });
  }
  const [kind, files] = first;
  if (kind !== "dockerfile" && files.length > 1) {
    throw new UserError(
      `Both ${files.join(" and ")} are here; say which one is meant with the input files.`
    );
  }
  const overrides = overridesOf(kind, names);
  const all = [...files, ...overrides];
  const over = overrides.length === 0 ? "" : `, with ${overrides.join(" and ")} over it`;
  return {
    kind,
    files: all,
    says: [`Found ${KIND_WORDS[kind]} ${files.join(", ")}${over}.`, ...away],
    left: [...seen].filter((path) => looksLikeDefinition(path) && !all.includes(path))
  };
}
function awayWords(gone) {
  if (gone.length === 0) return [];
  return [
    `Left out, because a sparse checkout or a deletion took what git tracks away from the disk: ${renderSomePaths(gone)}.`
  ];
}
function nothingFound2(names, { untold, says }) {
  if (untold !== void 0)
    return new UserError(
      `Which Dockerfiles git tracks is not known: ${untold}. Name what to build with the input files.`
    );
  const untracked = names.includes("Dockerfile") ? " (the one that is here is not tracked: git add it)" : "";
  return new UserError(
    `There is nothing to build here: no docker-bake.hcl or docker-bake.json, no compose file, and no Dockerfile tracked by git at most three folders deep${untracked}. Name what to build with the input files, or the folder with workdir.${says.map((words2) => ` ${words2}`).join("")}`
  );
}
function overridesOf(kind, names) {
  if (kind === "bake") return BAKE_OVERRIDES.filter((name) => names.includes(name));
  const there = COMPOSE_OVERRIDES.filter((name) => names.includes(name));
  return kind === "compose" ? there.slice(0, 1) : [];
}
function foundDockerfiles(tracked) {
  const found2 = tracked.filter(isDockerfile);
  const all = new Set(found2);
  return found2.filter(
    (path) => posix10.basename(path) === "Dockerfile" || !all.has(posix10.join(posix10.dirname(path), "Dockerfile"))
  );
}
function isDockerfile(path) {
  const folders2 = path.split("/").slice(0, -1);
  return BUILT_BY_ITSELF.includes(posix10.basename(path)) && folders2.length <= DEEPEST3 && !folders2.some((folder) => PASSED_OVER.has(folder));
}
function definitionKind(files) {
  const kinds = new Set(files.map(kindOfFile));
  if (kinds.has("dockerfile") && kinds.size > 1) {
    throw new UserError(
      `The input files mixes Dockerfiles with bake or compose files (${files.join(", ")}); name one kind.`
    );
  }
  return kinds.has("dockerfile") ? "dockerfile" : kinds.has("bake") ? "bake" : "compose";
}
function kindOfFile(path) {
  const name = posix10.basename(path);
  if (/\.(hcl|json)$/.test(name)) return "bake";
  if (/\.ya?ml$/.test(name)) return "compose";
  if (isDockerfileName(name)) return "dockerfile";
  throw new UserError(
    `The input files names ${path}, which is no bake file (.hcl, .json), compose file (.yml, .yaml) or Dockerfile by its name.`
  );
}
function leadingTargets(all, used) {
  const leading = all.filter((name) => !used.has(name));
  return leading.length === 0 ? all : leading;
}
var INHERITS = /inherits"?\s*[=:]\s*\[/y;
function inheritedNames(text5) {
  const names = /* @__PURE__ */ new Set();
  let at = text5.indexOf("inherits");
  while (at >= 0) {
    INHERITS.lastIndex = at;
    const isWord2 = at === 0 || !/\w/.test(text5.charAt(at - 1));
    const start3 = isWord2 && INHERITS.test(text5) ? INHERITS.lastIndex : void 0;
    const end = start3 === void 0 ? at : text5.indexOf("]", start3);
    if (end < 0) break;
    const list3 = start3 === void 0 ? "" : text5.slice(start3, end);
    for (const [, name = ""] of list3.matchAll(/"([^"]+)"/g)) names.add(name);
    at = text5.indexOf("inherits", end + 1);
  }
  return names;
}

// src/domain/plan/no-image.ts
var NO_IMAGES = ["cacheonly", "local", "tar"];
function withoutImages(built, targets) {
  const found2 = built.map((name) => ({ name, why: whyNone(ownProperty(targets, name) ?? {}) }));
  const passed = found2.flatMap(({ name, why }) => why === void 0 ? [] : [`${name} (${why})`]);
  const images = found2.flatMap(({ name, why }) => why === void 0 ? [name] : []);
  if (passed.length === 0) return { images, says: [] };
  return { images, says: [`Passed over, because they make no image: ${passed.join(", ")}.`] };
}
function whyNone({ output = [], call }) {
  if (call !== void 0 && call !== "" && call !== "build") return `call ${call}`;
  const types2 = output.map(({ type }) => type ?? "");
  const isNone = types2.length > 0 && types2.every((type) => NO_IMAGES.includes(type));
  return isNone ? `output ${[...new Set(types2)].join(", ")}` : void 0;
}

// src/domain/plan/set-paths.ts
import { posix as posix11 } from "node:path";
var PATH_KEY = /^[^.=]+\.contexts?(?:\.[^=]+)?\+?$/;
var FIELDS_KEY = /^[^.=]+\.(?:secrets|ssh|cache-from|cache-to)\+?$/;
var LAYOUT = "oci-layout://";
function setFrom(workdir, { entry: entry3, folder }) {
  const at = entry3.indexOf("=");
  if (at < 0 || folder === workdir) return entry3;
  const [key, value] = [entry3.slice(0, at), entry3.slice(at + 1)];
  if (PATH_KEY.test(key)) return `${key}=${placed(value, workdir)}`;
  if (!FIELDS_KEY.test(key)) return entry3;
  const fields = value.split(",").map((field) => {
    const [, name = "", path = ""] = /^((?:src|source|dest)=)(.*)$/s.exec(field) ?? [];
    return name === "" ? field : `${name}${placed(path, workdir)}`;
  });
  return `${key}=${fields.join(",")}`;
}
function placed(value, workdir) {
  if (value.startsWith(LAYOUT))
    return `${LAYOUT}${posix11.resolve(workdir, value.slice(LAYOUT.length))}`;
  const path = localPath(value);
  return path === void 0 || value === "-" ? value : posix11.resolve(workdir, path);
}

// src/domain/plan/services.ts
function serviceTargetName(service) {
  return service.replaceAll(".", "_");
}
function servicesByTarget(services, targets) {
  const wanted = new Set(targets);
  const found2 = /* @__PURE__ */ new Map();
  for (const service of services) {
    const target = serviceTargetName(service);
    if (!wanted.has(target)) continue;
    const other = found2.get(target);
    if (other !== void 0)
      throw new UserError(
        `The services ${other} and ${service} are one target to bake (${target}), which builds only one of them; rename one of the two.`
      );
    found2.set(target, service);
  }
  return found2;
}

// src/domain/plan/withheld.ts
var WORDS2 = /[A-Za-z_][A-Za-z0-9_-]*/g;
function refuseWithheld(files) {
  for (const { file, text: text5 } of files) {
    for (const [index, line2] of text5.split(/\r?\n/).entries()) {
      const name = line2.replace(/^\s*(#|\/\/).*$/, "").match(WORDS2)?.find(isNamed2);
      if (name !== void 0)
        throw refusal(name, { place: { file, startLine: index + 1 }, where: `${file}:${index + 1}` });
    }
  }
}
function refuseWithheldNames(names, where) {
  const name = names.find(isNamed2);
  if (name !== void 0) throw refusal(name, { where });
}
function isNamed2(name) {
  return name === name.toUpperCase() && isWithheld(name);
}
function refusal(name, at) {
  return new UserError(
    `${at.where} names ${name}, a variable of the runner that holds a token or an input; it is withheld from builds, because an image, a log or a cache could carry it away. Take it out of the definition, and hand over what the build needs as a variable of your own.`,
    at.place === void 0 ? {} : { place: at.place }
  );
}

// src/stages/plan/secrets.ts
import { resolve as resolve2 } from "node:path";

// src/domain/plan/identities.ts
function targetIdentities(targets) {
  return Object.entries(targets).flatMap(([name, target]) => {
    const kinds = {
      "name of a target": [name],
      stage: [target.target],
      context: [target.context, ...Object.entries(target.contexts ?? {}).flat()],
      dockerfile: [target.dockerfile],
      platform: target.platforms ?? [],
      tag: target.tags ?? []
    };
    return Object.entries(kinds).flatMap(
      ([kind, texts]) => texts.flatMap((text5) => text5 === void 0 ? [] : [{ kind, text: withoutUrlSecrets(text5) }])
    );
  });
}
function cachePlaces(targets) {
  return Object.values(targets).flatMap((target) => [...target["cache-from"] ?? [], ...target["cache-to"] ?? []]).flatMap(
    (entry3) => ["scope", "ref", "src", "dest", "name"].map((key) => ownProperty(entry3, key))
  ).filter((value) => typeof value === "string");
}
function refuseSecretNames({ identities: identities3, secrets, committed }) {
  const open2 = committed.map(bare);
  const names = identities3.map(({ kind, text: text5 }) => ({ kind, text: bare(text5) }));
  for (const [variable, value] of secrets) {
    const hidden = bare(value);
    if (hidden.length < SHORTEST2 || open2.some((text5) => text5.includes(hidden))) continue;
    const found2 = names.find(({ text: text5 }) => text5.includes(hidden));
    if (found2 !== void 0)
      throw new UserError(
        `The build definition makes the ${found2.kind} of the variable ${variable}, which is a secret; names, paths, platforms and tags stand in every output. Write it out in the definition, or take it from a variable that is not called like a secret.`
      );
  }
}
var SHORTEST2 = 8;
function bare(text5) {
  return text5.toLowerCase().replace(/[^a-z\d]/g, "");
}

// src/stages/plan/secrets.ts
var TOKENS = ["GITHUB_TOKEN", "GH_TOKEN"];
var LARGEST_SECRET = 64 * 1024;
function maskNamed({ texts, committed, set }, { secrets, workflow }) {
  const given3 = set.map((entry3) => entry3.slice(entry3.indexOf("=") + 1));
  secrets.suspect([...namedVariables(texts, workflow.env), ...given3]);
  secrets.clear((value) => committed.some((text5) => text5.includes(value)));
}
function holdToNames({ targets, folder, committed, isFound }, { secrets, workflow: { env } }) {
  const identities3 = targetIdentities(targets).map(({ kind, text: text5 }) => ({
    kind,
    text: text5.replaceAll(folder, "")
  }));
  const declared = declaredVariables(Object.values(targets)).flatMap((name) => {
    const value = ownProperty(env, name);
    return value === void 0 ? [] : [[name, value]];
  });
  const named3 = [...secretVariables(env)].filter(([, value]) => secrets.mask(value) !== value);
  const variables = new Map([...named3, ...declared]);
  if (!isFound) refuseSecretNames({ identities: identities3, secrets: variables, committed });
  const open2 = [...identities3.map(({ text: text5 }) => text5), ...cachePlaces(targets)];
  secrets.clear((value) => open2.some((text5) => text5.includes(value)));
}
async function maskPlan(plan, deps) {
  const { env } = deps.workflow;
  const { targets, committed } = plan;
  const declared = targets.flatMap((target) => target.secret ?? []);
  const files = await Promise.all(
    declared.map((secret) => secretFile(pathOf(secret), { plan, deps }))
  );
  const given3 = targets.flatMap(({ args }) => Object.values(args ?? {}));
  deps.secrets.add(
    [...TOKENS, ...declaredVariables(targets)].flatMap((name) => ownProperty(env, name) ?? [])
  );
  deps.secrets.add(files);
  deps.secrets.add(
    valuesToMask(
      given3.filter((value) => value !== null),
      committed
    )
  );
  deps.secrets.clear((value) => committed.some((text5) => text5.includes(value)));
}
function declaredVariables(targets) {
  return targets.flatMap((target) => target.secret ?? []).flatMap((secret) => secret.env ?? (secret.src === void 0 ? secret.id ?? [] : []));
}
async function secretFile(src, { plan, deps }) {
  if (src === void 0) return "";
  const naming = { bounds: plan.bounds, by: "repository", maxBytes: LARGEST_SECRET };
  try {
    return await readNamedText(resolve2(plan.folder, src), naming, deps);
  } catch (error) {
    if (error instanceof RefusedFile && error.refusal === "not-a-file") throw error;
    return "";
  }
}
function pathOf({ id, env, src }) {
  return src ?? (env === void 0 ? id : void 0);
}

// src/stages/plan/generate-definition.ts
import { dirname as dirname11, join as join41, relative as relative7 } from "node:path";
async function generateDefinition(paths, { repository }, deps) {
  const names = /* @__PURE__ */ new Map();
  const targets = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const name = folderImageName(relative7(repository, dirname11(path)));
    const target = targetName(name);
    const other = targets.get(target);
    if (other !== void 0) {
      throw new UserError(
        `${path} and ${other.dockerfile} would both be the image ${name}; name one of them with the input files, or write a bake file that names both targets.`
      );
    }
    names.set(target, name);
    targets.set(target, { context: dirname11(path), dockerfile: path });
  }
  const folder = await deps.files.makeTemporary("plimsoll-bake", "run");
  const file = join41(folder, "docker-bake.json");
  const document = {
    group: { default: { targets: [...targets.keys()] } },
    target: Object.fromEntries(targets)
  };
  await deps.files.write(file, escapeTemplates(JSON.stringify(document)));
  return { file, names };
}

// src/domain/plan/bake-error-place.ts
var HCL_PLACE = /(?<!\S)(\S{1,500}):(\d+),\d+/;
var YAML_PATH = /\bservices\.([\w.-]+)/;
var SERVICE = /\bservice "([\w.-]+)"/;
var UNKNOWN_KEY = /additional propert(?:y|ies) '([^']{1,100})'/;
function bakeErrorPlace(words2, files) {
  const inside = files.filter(({ file }) => !file.startsWith("../") && !file.startsWith("/"));
  const [, named3 = "", line2] = HCL_PLACE.exec(words2) ?? [];
  const hcl = inside.find(({ file }) => named3 === file || named3.endsWith(`/${file}`));
  if (hcl !== void 0) return { file: hcl.file, startLine: Number(line2) };
  const path = YAML_PATH.exec(words2)?.[1] ?? SERVICE.exec(words2)?.[1];
  if (path === void 0) return void 0;
  const keys = path.replace(/\.$/, "").split(".");
  const wanted = ["services", ...keys, ...UNKNOWN_KEY.exec(words2)?.slice(1) ?? []];
  const found2 = inside.map(({ file, text: text5 }) => ({ file, ...deepest(text5, wanted) }));
  const best = found2.reduce(
    (most, one2) => one2.known > (most?.known ?? 1) ? one2 : most,
    void 0
  );
  return best === void 0 ? void 0 : { file: best.file, startLine: best.line };
}
function deepest(text5, keys) {
  let [known2, line2] = [0, 0];
  let depth = -1;
  for (const [index, content] of text5.split(/\r?\n/).entries()) {
    const key = keys[known2];
    const [, indent = "", name] = /^(\s*)["']?([\w.-]+)["']?\s*:/.exec(content) ?? [];
    if (name === void 0) continue;
    if (known2 > 0 && indent.length <= depth) break;
    if (name !== key) continue;
    [known2, line2, depth] = [known2 + 1, index + 1, indent.length];
  }
  return { known: known2, line: line2 };
}

// src/stages/plan/explain-bake-error.ts
function explainBakeError(error, {
  written: written2,
  services
}) {
  if (!(error instanceof ToolError) || error.place !== void 0) throw error;
  const own2 = error.message.replace(/\.$/, "");
  const more = isKnown(services) ? "" : services.unable.replace(/^exit status \d+, /, "");
  const isNew = more !== "" && !own2.includes(more);
  const message = isNew ? `${own2}; docker compose says: ${more}` : own2;
  const place = bakeErrorPlace(isNew ? `${more} ${own2}` : own2, written2);
  const at = place === void 0 ? "" : ` (${place.file}:${place.startLine ?? 1})`;
  throw new ToolError(error.tool, `${message}${at}.`, {
    cause: error,
    ...defined({ place })
  });
}

// src/stages/plan/left-out.ts
import { join as join42, relative as relative8, resolve as resolve3 } from "node:path";
import { parseEnv } from "node:util";
var LARGEST_ENV = 1024 * 1024;
async function namedByVariable({ workdir, bounds }, deps) {
  const naming = { bounds, by: "repository", maxBytes: LARGEST_ENV };
  const text5 = await readNamedText(join42(workdir, ".env"), naming, deps).catch(() => "");
  const found2 = parseComposeFiles(deps.workflow.env, parseEnv(text5));
  const paths = found2?.paths ?? [];
  const there = await Promise.all(paths.map((path) => deps.files.stat(resolve3(workdir, path))));
  const named3 = paths.filter((_, index) => there[index]?.kind === "file");
  return found2 === void 0 || named3.length === 0 ? void 0 : { ...found2, paths: named3 };
}
async function findLeftOut(found2, around, deps) {
  const { where, mirror, definition } = around;
  const toName = (path) => relative8(where.workdir, path);
  const read5 = mirror.files.map(({ path }) => toName(path));
  const { composeFiles } = found2;
  const isSame = composeFiles?.paths.join("\n") === found2.files.join("\n");
  const named3 = isSame ? void 0 : composeFiles;
  const without2 = /* @__PURE__ */ new Set([...read5, ...named3?.paths ?? []]);
  const candidates = found2.left.filter((path) => !without2.has(path));
  const built = candidates.length === 0 ? [] : await builtDockerfiles(around, deps);
  const builtHere = new Set(built.map(toName));
  return {
    ...definition.kind === "dockerfile" ? {} : { first: KIND_WORDS[definition.kind] },
    paths: candidates.filter((path) => !builtHere.has(path)),
    named: named3
  };
}
async function builtDockerfiles(around, deps) {
  const { folder, printed: printed2, services } = around;
  const targets = [...Object.values(printed2.targets), ...await otherTargets(around, deps)];
  const ofTargets = targets.map((target) => ({ ...target, inline: target["dockerfile-inline"] }));
  const ofServices = Object.values(isKnown(services) ? services.value : {}).flatMap((service) => {
    const build2 = serviceBuild(service);
    return build2 === void 0 ? [] : [{ ...build2, inline: build2.dockerfile_inline }];
  });
  return [...ofTargets, ...ofServices].flatMap(
    ({ context = ".", dockerfile = "Dockerfile", inline }) => isRemote(context) || inline !== void 0 ? [] : [resolve3(folder, context, dockerfile)]
  );
}
async function otherTargets({ definition, printed: printed2, mirror: { root: mirror } }, deps) {
  if (definition.kind !== "bake") return [];
  const { folder: cwd, files } = definition;
  try {
    const all = (await listTargets(deps, { files, cwd, mirror })).targets;
    const targets = all.filter((name) => ownProperty(printed2.targets, name) === void 0);
    if (targets.length === 0) return [];
    const others = await printDefinition(deps, { definition: { ...definition, targets }, cwd, mirror });
    return Object.values(others.targets);
  } catch (error) {
    if (error instanceof ToolError) return [];
    throw error;
  }
}

// src/stages/plan/mirror.ts
import { dirname as dirname12, join as join43, resolve as resolve4 } from "node:path";
import { parseEnv as parseEnv2 } from "node:util";

// src/domain/plan/compose-file.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/domain/text/yaml.ts
var import_yaml2 = __toESM(require_dist(), 1);
var BadYaml = class extends Error {
  name = "BadYaml";
  /** Where in the text. */
  offset;
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
};
function* soundDocuments(text5, options, lines) {
  for (const document of new import_yaml2.Composer(options).compose(undamagedTokens(text5, lines))) {
    const [mistake] = document.errors;
    if (mistake !== void 0) throw new BadYaml(mistake.message, mistake.pos[0]);
    yield document;
  }
}
function* undamagedTokens(text5, lines) {
  for (const token of new import_yaml2.Parser(lines?.addNewLine).parse(text5)) {
    if (token.type === "error") throw new BadYaml(token.message, token.offset);
    yield token;
  }
}

// src/domain/plan/compose-file.ts
var READ3 = { schema: "failsafe", version: "1.2", uniqueKeys: false, prettyErrors: false };
var PRINT = { lineWidth: 0, verifyAliasOrder: false, directives: false };
var TAGS = /^(?:!reset|!override|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|merge))$/;
var NOT_NEEDED = ["env_file", "label_file"];
function parseCompose(text5, file) {
  try {
    return new Reader2(text5, file).read();
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${file} is no YAML that can be read: it is nested too deeply.`);
  }
}
var Reader2 = class {
  #text;
  #file;
  #lines = new import_yaml3.LineCounter();
  #targets = /* @__PURE__ */ new Map();
  constructor(text5, file) {
    this.#text = text5;
    this.#file = file;
  }
  read() {
    const documents = this.#documents();
    for (const document of documents) this.#prepare(document);
    const roots = documents.flatMap((document) => this.#map(document.contents));
    const items = roots.flatMap((root) => this.#values(root, "services")).flatMap((node) => this.#map(node)).flatMap((map) => this.#merged(map).flatMap((each) => each.items));
    const services = items.flatMap(({ value }) => this.#map(value));
    for (const service of services) this.#strip(service);
    return {
      services: items.map(({ key }) => this.#word(key)),
      includes: roots.flatMap((root) => this.#values(root, "include")).flatMap((node) => this.#includes(node)),
      extended: services.flatMap((service) => this.#values(service, "extends")).flatMap((node) => this.#map(node)).flatMap((map) => this.#values(map, "file")).flatMap((node) => this.#references(node)),
      print: () => documents.map((document) => `---
${document.toString(PRINT)}`).join("")
    };
  }
  #documents() {
    try {
      return [...soundDocuments(this.#text, READ3, this.#lines)];
    } catch (error) {
      if (!(error instanceof BadYaml)) throw error;
      throw this.#mistake(error.offset, `is no YAML that can be read: ${error.message}`);
    }
  }
  /** What an alias stands for is the last anchor of that name before it. */
  #prepare(document) {
    const anchors = /* @__PURE__ */ new Map();
    (0, import_yaml3.visit)(document, {
      Node: (_, node) => {
        const tag = textIn2(node, "tag");
        if (tag !== void 0 && !TAGS.test(tag))
          throw this.#mistake(
            node.range?.[0],
            `uses the YAML tag ${tag}, which compose does not need`
          );
        if ((0, import_yaml3.isAlias)(node)) {
          const target = anchors.get(node.source);
          if (target !== void 0) this.#targets.set(node, target);
        } else {
          const anchor = textIn2(node, "anchor");
          if (anchor !== void 0) anchors.set(anchor, node);
        }
        if ((0, import_yaml3.isScalar)(node) && node.type === "PLAIN" && node.value === "") node.value = "null";
      }
    });
  }
  /** `- other.yml` becomes a map, so that its folder can be said. */
  #includes(node) {
    const list3 = this.#resolve(node);
    if (!(0, import_yaml3.isSeq)(list3)) return [];
    list3.items = list3.items.map((item) => {
      const found2 = this.#resolve(item);
      if (!(0, import_yaml3.isScalar)(found2)) return item;
      const map = new import_yaml3.YAMLMap();
      map.range = found2.range ?? null;
      map.set("path", found2.clone());
      return map;
    });
    return list3.items.flatMap((item) => this.#map(item)).map((map) => this.#include(map));
  }
  #include(map) {
    const of = (key) => this.#values(map, key).flatMap((value) => this.#each(value)).flatMap((value) => this.#references(value));
    const [folder] = of("project_directory");
    return {
      paths: of("path"),
      environment: of("env_file"),
      ...defined({ folder }),
      setFolder: (path) => {
        map.set("project_directory", path);
      }
    };
  }
  #references(node) {
    const scalar = this.#resolve(node);
    if (!(0, import_yaml3.isScalar)(scalar)) return [];
    const path = String(scalar.value);
    const offset = (node ?? scalar).range?.[0];
    if (path.includes("$"))
      throw this.#mistake(offset, "names another file through a variable: write its path");
    const move = (to) => {
      scalar.value = to;
      scalar.type = "QUOTE_DOUBLE";
    };
    return [{ path, line: this.#line(offset), move }];
  }
  #strip(service) {
    for (const map of this.#merged(service))
      map.items = map.items.filter(({ key }) => !NOT_NEEDED.includes(this.#word(key)));
  }
  #resolve(node) {
    let at = node;
    for (let steps = 0; (0, import_yaml3.isAlias)(at) && steps < 100; steps += 1) at = this.#targets.get(at);
    return at ?? void 0;
  }
  #word(node) {
    if (typeof node === "string") return node;
    const scalar = this.#resolve(node);
    return (0, import_yaml3.isScalar)(scalar) ? String(scalar.value) : "";
  }
  #map(node) {
    const found2 = this.#resolve(node);
    return (0, import_yaml3.isMap)(found2) ? [found2] : [];
  }
  #each(node) {
    const found2 = this.#resolve(node);
    return (0, import_yaml3.isSeq)(found2) ? found2.items : found2 === void 0 ? [] : [found2];
  }
  /** The map itself and what it merges by `<<`. */
  #merged(map, seen = /* @__PURE__ */ new Set()) {
    if (seen.has(map)) return [];
    seen.add(map);
    const others = map.items.filter(({ key }) => this.#word(key) === "<<").flatMap(({ value }) => this.#each(value)).flatMap((node) => this.#map(node));
    return [map, ...others.flatMap((other) => this.#merged(other, seen))];
  }
  #values(map, name) {
    return this.#merged(map).flatMap(
      ({ items }) => items.flatMap(
        ({ key, value }) => this.#word(key) === name && value !== null ? [value] : []
      )
    );
  }
  #line(offset) {
    return Math.max(1, this.#lines.linePos(offset ?? 0).line);
  }
  #mistake(offset, sentence2) {
    const line2 = this.#line(offset);
    return new UserError(`${this.#file}:${line2} ${sentence2}.`, {
      place: { file: this.#file, startLine: line2 }
    });
  }
};
function textIn2(node, key) {
  const value = Reflect.get(node, key);
  return typeof value === "string" ? value : void 0;
}

// src/stages/plan/mirror.ts
var LARGEST7 = 4 * 1024 * 1024;
var MOST_FILES3 = 500;
var NAMES_OF_COMPOSE = ["COMPOSE_FILE", "COMPOSE_PROFILES"];
async function makeMirror(ask2, deps) {
  const root = await deps.files.makeTemporary("plimsoll-definition", "run");
  const copying = new Copying(ask2, root, deps);
  const { folder } = ask2;
  for (const path of ask2.paths) await copying.add({ path, base: folder, by: ask2.by });
  const isCompose = ask2.paths.some((path) => isYaml(path));
  await copying.environment(join43(folder, ".env"), isCompose);
  const committed = await copying.sort();
  return { root, files: copying.files, reads: [...copying.reads], committed };
}
function isYaml(path) {
  return /\.ya?ml$/i.test(path);
}
function isRemote2(path) {
  const [host = ""] = path.split("/", 1);
  const at = host.indexOf("@");
  return /^[a-z][a-z0-9+.-]*:/i.test(path) || at >= 0 && host.includes(":", at) || host.toLowerCase() === "github.com";
}
var Copying = class {
  files = [];
  reads = /* @__PURE__ */ new Set();
  #ask;
  #root;
  #deps;
  #seen = /* @__PURE__ */ new Set();
  #environments = /* @__PURE__ */ new Map();
  constructor(ask2, root, deps) {
    this.#ask = ask2;
    this.#root = root;
    this.#deps = deps;
  }
  /** Files that name each other in a circle are for compose to complain about. */
  async add({ path, base, by }) {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    if (this.#seen.size > MOST_FILES3)
      throw new UserError(`The compose files name more than ${MOST_FILES3} others; name fewer.`);
    this.reads.add(path);
    const text5 = await this.#read(path, by);
    if (!isYaml(path)) {
      this.files.push({ path, text: text5, services: [] });
      return this.#write(path, text5);
    }
    const compose = parseCompose(text5, this.#name(path));
    this.files.push({ path, text: text5, services: compose.services });
    await this.#follow(compose, { path, base });
    await this.#write(path, compose.print());
  }
  /** A project's `.env`: read by both tools where it is. */
  async environment(path, isUsed) {
    if (isUsed) this.reads.add(path);
    const kind = (await this.#deps.files.stat(path))?.kind;
    if (kind === void 0 || kind === "folder") return;
    try {
      this.#environments.set(path, await this.#read(path, "repository"));
    } catch (error) {
      if (isUsed || !(error instanceof RefusedFile) || error.refusal === "not-a-file") throw error;
    }
  }
  /** What stands in a file that git does not know is nobody else's to read; where git cannot tell, `.env` alone. */
  async sort() {
    const { paths, bounds } = this.#ask;
    const tracked = await listFiles(this.#deps, bounds.repository);
    const names = isKnown(tracked) ? tracked.value : [];
    const known2 = new Set(names.map((name) => join43(bounds.repository, name)));
    for (const [path, text5] of this.#environments)
      if (!known2.has(path))
        this.#deps.secrets.add(
          Object.entries(parseEnv2(text5)).flatMap(
            ([name, value]) => value === void 0 || NAMES_OF_COMPOSE.includes(name) ? [] : [value]
          )
        );
    return this.files.filter(({ path }) => !isKnown(tracked) || known2.has(path) || paths.includes(path)).map(({ text: text5 }) => text5);
  }
  async #follow(compose, from) {
    for (const reference of compose.extended) {
      const path = await this.#find(reference, from);
      reference.move(`${this.#root}${path}`);
      await this.add({ path, base: dirname12(path), by: "repository" });
    }
    for (const include of compose.includes) {
      const places = [];
      for (const reference of include.paths) places.push(await this.#find(reference, from));
      const folder = include.folder === void 0 ? dirname12(places[0] ?? from.base) : resolve4(from.base, include.folder.path);
      include.setFolder(folder);
      for (const reference of include.environment) {
        if (reference.path === "/dev/null") continue;
        const path = await this.#find(reference, from);
        await this.environment(path, true);
        reference.move(path);
      }
      if (include.environment.length === 0) await this.environment(join43(folder, ".env"), true);
      for (const [index, path] of places.entries()) {
        include.paths[index]?.move(`${this.#root}${path}`);
        await this.add({ path, base: folder, by: "repository" });
      }
    }
  }
  async #find({ path: written2, line: line2 }, from) {
    const where = `${this.#name(from.path)}:${line2}`;
    const place = { file: this.#name(from.path), startLine: line2 };
    if (isRemote2(written2))
      throw new UserError(
        `${where} names ${written2}, which is not on this disk: what builds is defined by files of the repository alone; put a copy there and name that.`,
        { place }
      );
    const path = resolve4(from.base, written2);
    this.reads.add(path);
    if (await this.#deps.files.stat(path) !== void 0) return path;
    throw new UserError(`${where} names ${written2}, and there is no such file: correct the path.`, {
      place
    });
  }
  #read(path, by) {
    return readNamedText(path, { bounds: this.#ask.bounds, by, maxBytes: LARGEST7 }, this.#deps);
  }
  #write(path, text5) {
    return this.#deps.files.write(`${this.#root}${path}`, text5);
  }
  #name(path) {
    const { repository } = this.#ask.bounds;
    return isInside(path, repository) ? nameIn(repository, path) : path;
  }
};

// src/stages/plan/targets.ts
async function chooseTargets(asked, choice, deps) {
  const { definition, files, texts, mirror } = choice;
  const { folder: cwd } = definition;
  if (asked.length === 0 && definition.kind !== "bake") return [];
  const { targets, groups } = await listTargets(deps, { files: definition.files, cwd, mirror });
  if (targets.length === 0)
    throw new UserError(
      `${files.join(", ")} defines no target, so there is nothing to build; name what builds with the input files (a bake or compose file, or Dockerfiles).`
    );
  const known2 = [.../* @__PURE__ */ new Set([...targets, ...groups])];
  const named3 = definition.kind === "compose" ? asked.map(serviceTargetName) : asked;
  for (const name of named3) {
    if (!known2.includes(name) && !name.includes("*")) {
      throw new UserError(
        `There is no target ${name} in ${files.join(", ")}; the nearest is ${closest(name, known2)}, and all are: ${known2.join(", ")}.`
      );
    }
  }
  if (named3.length > 0) return named3;
  if (known2.includes("default")) return [];
  const all = await printDefinition(deps, { definition: { ...definition, targets }, cwd, mirror });
  const contexts = Object.values(all.targets).flatMap(
    (target) => Object.values(target.contexts ?? {})
  );
  const serving = contexts.filter((context) => context.startsWith("target:")).map((context) => context.slice("target:".length));
  const inherited = texts.flatMap((text5) => [...inheritedNames(text5)]);
  return leadingTargets(targets, /* @__PURE__ */ new Set([...serving, ...inherited]));
}

// src/stages/plan/definition.ts
async function findDefinition(inputs, where, deps) {
  const found2 = await findFiles(inputs, where, deps);
  const paths = found2.files.map((file) => resolve5(where.workdir, file));
  const { bounds, guard } = where;
  const folder = found2.kind === "compose" ? dirname13(paths[0] ?? "") : where.workdir;
  const wanted = { paths, by: found2.by, bounds, folder };
  const { committed, ...mirror } = await makeHeldMirror(wanted, guard, deps);
  const texts = mirror.files.map(({ text: text5 }) => text5);
  const nameOf6 = (path) => relative9(where.repository, path);
  const written2 = mirror.files.map(({ path, text: text5 }) => ({ file: nameOf6(path), text: text5 }));
  maskNamed({ texts, committed, set: inputs.set }, deps);
  if (found2.kind !== "dockerfile") refuseWithheld(written2);
  const generated = found2.kind === "dockerfile" ? await generateDefinition(paths, where, deps) : void 0;
  const copies = paths.map((path) => `${mirror.root}${path}`);
  const files = generated === void 0 ? copies : [generated.file];
  const bare2 = bareDefinition(inputs, { kind: found2.kind, folder, files });
  const choice = { definition: bare2, files: found2.files, texts, mirror: mirror.root };
  const targets = await chooseTargets(inputs.targets, choice, deps).catch(
    (error) => explainBakeError(error, { written: written2, services: known({}) })
  );
  const definition = { ...bare2, targets };
  const resolved2 = await resolveDefinition({ definition, mirror: mirror.root, written: written2 }, deps);
  const { targets: all } = resolved2.printed;
  holdToNames({ targets: all, folder, committed, isFound: found2.kind === "dockerfile" }, deps);
  const names = generated?.names ?? namesOfServices(resolved2, mirror);
  const { printed: printed2, says } = imagesAlone(resolved2.printed);
  const rest = { definition, ...resolved2, printed: printed2, names, texts, committed, written: written2 };
  const around = { where, folder, mirror, ...resolved2, definition: bare2 };
  const left = await findLeftOut(found2, around, deps);
  const said = leftOutSentences(left);
  return { ...rest, left: said, says: [...found2.says, ...said, ...says] };
}
function imagesAlone(printed2) {
  const { images, says } = withoutImages(printed2.built, printed2.targets);
  return { printed: { ...printed2, built: images }, says };
}
function bareDefinition({ workdir, set, allow }, found2) {
  const { folder } = found2;
  return { ...found2, targets: [], allow, set: set.map((entry3) => setFrom(workdir, { entry: entry3, folder })) };
}
async function makeHeldMirror(ask2, guard, deps) {
  const hold2 = (paths) => {
    const reads = paths.map((path) => ({ kind: "file", what: basename8(path), path }));
    return guard.hold(reads, { folder: ask2.folder });
  };
  await hold2(ask2.paths);
  const mirror = await makeMirror(ask2, deps);
  await hold2(mirror.reads);
  return mirror;
}
function namesOfServices({ printed: printed2, services }, mirror) {
  const written2 = [...new Set(mirror.files.flatMap((file) => file.services))];
  const built = isKnown(services) ? Object.entries(services.value).flatMap(([name, { build: build2 }]) => isNothing(build2) ? [] : [name]) : written2;
  return servicesByTarget(built, Object.keys(printed2.targets));
}
function isNothing(value) {
  return value === void 0 || value === null;
}
async function resolveDefinition({ definition, mirror, written: written2 }, deps) {
  const { folder: cwd, files } = definition;
  const reading = definition.kind === "compose" ? readServices(deps, { files, cwd, mirror }) : known({});
  const printing = printDefinition(deps, { definition, cwd, mirror }).catch(
    async (error) => explainBakeError(error, { written: written2, services: await reading })
  );
  const [printed2, services] = await Promise.all([printing, reading]);
  return { printed: printed2, services };
}
async function findFiles(inputs, where, deps) {
  const named3 = inputs.files.length > 0 ? { paths: inputs.files, by: "user" } : where.configured;
  if (named3.paths.length > 0)
    return {
      kind: definitionKind(named3.paths),
      files: named3.paths,
      says: [],
      left: [],
      by: named3.by
    };
  const names = await deps.files.list(where.workdir);
  const tracked = where.tracked === void 0 ? await listFiles(deps, where.workdir) : known(where.tracked);
  const composeFiles = await namedByVariable(where, deps);
  if (!isKnown(tracked) && where.mute !== void 0) {
    const untold = `${where.mute.reason}, and ${tracked.unable}`;
    return { ...discover(names, [], { untold, named: composeFiles }), by: "repository", composeFiles };
  }
  const all = isKnown(tracked) ? tracked.value : await walk3(where.workdir, deps);
  const gone = await goneOf(all.filter(isDockerfile), where.workdir, deps);
  const left = all.filter((path) => !gone.includes(path));
  const ofSubmodules = await inSubmodules(where.workdir, deps);
  const discovered = discover(names, left, { gone, named: composeFiles, ofSubmodules });
  return { ...discovered, by: "repository", composeFiles };
}
async function inSubmodules(workdir, deps) {
  const folders2 = await listSubmodules(deps, workdir);
  const found2 = await Promise.all(
    folders2.map(async (folder) => {
      const depth = Math.min(DEEPEST3, folder.split("/").length);
      const inner = await walk3(join44(workdir, folder), deps, depth);
      return inner.map((path) => `${folder}/${path}`);
    })
  );
  return found2.flat();
}
async function goneOf(paths, workdir, { files }) {
  const found2 = await Promise.all(paths.map((path) => files.stat(join44(workdir, path))));
  return paths.filter((_, index) => found2[index] === void 0);
}
async function walk3(folder, deps, depth = 0) {
  const names = await deps.files.list(folder);
  const nested = await Promise.all(
    names.map(async (name) => {
      const kind = (await deps.files.stat(join44(folder, name)))?.kind;
      if (kind !== "folder") return [name];
      if (depth === DEEPEST3 || name.startsWith(".")) return [];
      return (await walk3(join44(folder, name), deps, depth + 1)).map((inner) => `${name}/${inner}`);
    })
  );
  return nested.flat();
}

// src/stages/plan/guard.ts
import { relative as relative11 } from "node:path";

// src/domain/plan/event.ts
var HARMLESS = /* @__PURE__ */ new Set([
  ...["push", "schedule", "workflow_dispatch", "repository_dispatch", "merge_group", "release"],
  ...["pull_request", "pull_request_review", "pull_request_review_comment"]
]);
function isPrivileged2(event) {
  return event !== void 0 && event !== "" && !HARMLESS.has(event);
}
var OF_THE_REPOSITORY = /* @__PURE__ */ new Set([
  ...["push", "schedule", "workflow_dispatch", "merge_group"]
]);
var SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var runSchema = external_exports.object({
  repository: external_exports.object({ id: external_exports.int() }),
  workflow_run: external_exports.object({
    event: external_exports.string(),
    head_sha: external_exports.string(),
    head_repository: external_exports.object({ id: external_exports.int() })
  })
});
function ownCommits({ event, sha }, json) {
  const ofRun = event === "workflow_run" ? commitOfRun(json) : void 0;
  return [sha, ofRun].filter(isCommit);
}
function commitOfRun(json) {
  try {
    const { repository, workflow_run: run3 } = runSchema.parse(JSON.parse(json));
    const isOurs = OF_THE_REPOSITORY.has(run3.event) && run3.head_repository.id === repository.id;
    return isOurs ? run3.head_sha : void 0;
  } catch {
    return void 0;
  }
}
function isCommit(text5) {
  return text5 !== void 0 && SHA.test(text5);
}
var SAFE_WAY = "Build on pull_request, which has no such rights, and publish with mode: relay on workflow_run; a file that a step generates is made in a stage of the Dockerfile instead.";
function refusalWords(event, what) {
  return `On ${event} the workflow runs with the default branch’s rights and secrets, and ${what}: building it could hand them to a stranger. ${SAFE_WAY}`;
}

// src/domain/plan/git-reference.ts
var BEFORE = /(?:^|[\s"'`,=[({]|:-)$/;
var AFTER = /^(?:$|[\s"'`,\])}])/;
function isNamedLiterally(reference, texts) {
  return reference !== "" && texts.some((text5) => hasWhole(text5, reference));
}
function hasWhole(text5, reference) {
  for (let at = text5.indexOf(reference); at >= 0; at = text5.indexOf(reference, at + 1)) {
    const end = at + reference.length;
    if (BEFORE.test(text5.slice(Math.max(0, at - 2), at)) && AFTER.test(text5.slice(end, end + 1)))
      return true;
  }
  return false;
}
function commitOfReference(reference, env) {
  const server = URL.parse(env["GITHUB_SERVER_URL"] ?? "https://github.com")?.host ?? "";
  const name = (env["GITHUB_REPOSITORY"] ?? "").toLowerCase();
  const [address = "", fragment = ""] = reference.split("#", 2);
  const [commit] = fragment.split(":", 1);
  const [, host, path] = /^(?:(?:https|ssh|git):\/\/(?:[^/@]*@)?|git@)?([^/:]+(?::\d+)?)[/:](.+)$/.exec(address) ?? [];
  const isOurs = name !== "" && host?.toLowerCase() === server.toLowerCase() && path?.toLowerCase().replace(/\.git$/, "") === name;
  return isOurs && isCommit(commit) ? commit : void 0;
}

// src/stages/plan/untrusted-paths.ts
import { dirname as dirname14, join as join45, relative as relative10, resolve as resolve6 } from "node:path";
var SHORT_COMMIT = 12;
function untrustedPathFinder(holding) {
  const headOf = memoize(
    (root) => findHead(holding.deps, root),
    (root) => root
  );
  return memoize(
    (path) => doubtsOf(path, { ...holding, headOf }),
    (path) => path
  );
}
async function doubtsOf(path, looking) {
  const roots = await rootsAbove(path, looking);
  let nearest2;
  for (const root of roots) {
    const commit = await standing(root, looking);
    if (!isKnown(commit)) {
      nearest2 ??= commit;
      continue;
    }
    const found2 = await compare3({ root, commit: commit.value, path }, looking);
    const isClean = isKnown(found2) && found2.value.length === 0;
    if (nearest2 === void 0 || isClean) return found2;
    return nearest2;
  }
  return nearest2 ?? unable("lies in no checkout of this repository");
}
async function standing(root, { headOf, mayBuild, workspace }) {
  const head = await headOf(root);
  const name = relative10(workspace.real, root) || "the workspace";
  if (!isKnown(head)) return unable(`lies in ${name}, whose commit is not known (${head.unable})`);
  const verdict = await mayBuild(head.value);
  return isKnown(verdict) ? head : verdict;
}
async function compare3({ root, commit, path }, { deps }) {
  const asked = { root, commit, paths: [relative10(root, path) || "."] };
  const compared = await compareWorkTree(deps, asked);
  const of = `commit ${commit.slice(0, SHORT_COMMIT)}`;
  if (!isKnown(compared)) return unable(`cannot be compared with ${of} (${compared.unable})`);
  const { changed: changed2, untracked, unknown } = compared.value;
  const doubt = (name, why) => ({ path: join45(root, name), why });
  return known([
    ...changed2.map((name) => doubt(name, `is not as ${of} has it`)),
    ...untracked.map((name) => doubt(name, `is not in ${of}`)),
    ...unknown.map(
      ({ path: name, reason: reason3 }) => doubt(name, `is not known to be as ${of} has it (${reason3})`)
    )
  ]);
}
async function rootsAbove(path, { deps, workspace }) {
  const roots = [];
  for (let folder = path; ; folder = dirname14(folder)) {
    if (!isInside(folder, workspace.real)) return roots;
    const isRoot = await deps.files.stat(join45(folder, ".git")) !== void 0;
    if (isRoot && await findRealPath(folder, deps) === folder) roots.push(folder);
  }
}
async function resolvePaths(written2, { folder, holding }) {
  const { deps, workspace } = holding;
  const whole2 = written2.startsWith("/") ? written2 : `${folder}/${written2}`;
  const plain2 = resolve6(whole2);
  const place = isInside(plain2, workspace.named) ? join45(workspace.real, relative10(workspace.named, plain2)) : plain2;
  const [real, other] = await Promise.all([findRealPath(plain2, deps), findRealPath(whole2, deps)]);
  return other === void 0 || other === real ? [place] : [place, other];
}
async function findRealPath(path, { files }) {
  try {
    return await files.realPath(path);
  } catch {
    return void 0;
  }
}

// src/stages/plan/trusted-commits.ts
async function trustedCommits({ event, token }, deps) {
  const { env } = deps.workflow;
  const text5 = await readEventText(deps);
  const own2 = ownCommits({ event, sha: env["GITHUB_SHA"] }, text5);
  const at = parseRepository(env);
  const { defaultBranch: branch } = parseEvent(text5);
  const ask2 = async (commit) => {
    const not = (reason3) => unable(`is of commit ${commit}, which is not the event’s own, and ${reason3}`);
    if (at === void 0 || branch === void 0)
      return not("the event does not name the default branch");
    if (token === void 0)
      return not(`without the input token nobody can be asked whether ${branch} has it`);
    const asking = { github: deps.github(token), retryPolicy: RETRY_POLICY, deps };
    const answer = await isInBranch(at, { branch, commit }, asking);
    if ("refused" in answer)
      return not(
        `whether ${branch} has it is not known (${answer.refused.replace(/\.$/, "")}; this takes contents: read)`
      );
    return answer.value ? known(void 0) : not(`${branch} does not have it`);
  };
  const asked = memoize(ask2, (commit) => commit);
  return async (commit) => own2.includes(commit) ? known(void 0) : asked(commit);
}

// src/stages/plan/guard.ts
async function openGuard({ token }, deps) {
  const { env, cwd } = deps.workflow;
  const event = env["GITHUB_EVENT_NAME"];
  if (!isInJob(deps.workflow) || !isPrivileged2(event))
    return { isHolding: false, hold: () => Promise.resolve() };
  const named3 = env["GITHUB_WORKSPACE"] ?? cwd;
  const holding = {
    deps,
    workspace: { named: named3, real: await findRealPath(named3, deps) ?? named3 },
    mayBuild: await trustedCommits({ event, token }, deps)
  };
  const guarding = { ...holding, doubts: untrustedPathFinder(holding) };
  return {
    isHolding: true,
    hold: async (reads, around) => {
      for (const read5 of reads) {
        const verdict = await judge2(read5, around, guarding);
        if (!isKnown(verdict)) throw new UserError(refusalWords(event, verdict.unable));
      }
    }
  };
}
async function judge2(read5, around, guarding) {
  if (read5.kind === "remote") return judgeRemote(read5, around, guarding);
  const places = await resolvePaths(read5.path, { folder: around.folder, holding: guarding });
  const dockerfiles = read5.kind === "context" && read5.dockerfile !== void 0 ? await resolvePaths(read5.dockerfile, { folder: around.folder, holding: guarding }) : [];
  for (const place of places) {
    const verdict = read5.kind === "context" ? await judgeContext({ what: read5.what, place, dockerfiles }, guarding) : await judgeFile({ ...read5, place }, guarding);
    if (!isKnown(verdict)) return verdict;
  }
  return known(void 0);
}
async function judgeRemote({ what, reference }, { texts = [] }, { mayBuild, deps }) {
  if (isNamedLiterally(reference, texts)) return known(void 0);
  const commit = commitOfReference(reference, deps.workflow.env);
  if (commit === void 0)
    return unable(
      `${what} (${reference}) does not stand in the committed definition in so many words, and names no commit of this repository`
    );
  const verdict = await mayBuild(commit);
  return isKnown(verdict) ? verdict : unable(`${what} (${reference}) ${verdict.unable}`);
}
async function judgeFile({ what, kind, place }, { doubts, deps, workspace }) {
  const isThere = await deps.files.stat(place) !== void 0;
  if (!isInside(place, workspace.real))
    return isThere && kind === "file" ? unable(`${what} (${place}) lies outside of the workspace`) : known(void 0);
  const found2 = await doubts(place);
  const name = relative11(workspace.real, place);
  if (!isKnown(found2))
    return isThere ? unable(`${what} (${name}) ${found2.unable}`) : known(void 0);
  const [doubt] = found2.value;
  if (doubt === void 0) return known(void 0);
  return unable(`${what} (${relative11(workspace.real, doubt.path)}) ${doubt.why}`);
}
async function judgeContext({ what, place, dockerfiles }, guarding) {
  const { deps, workspace, doubts } = guarding;
  if (!isInside(place, workspace.real))
    return unable(`${what} (${place}) lies outside of the workspace`);
  const name = relative11(workspace.real, place) || ".";
  const root = await findRealPath(place, deps);
  if (root === void 0) return unable(`${what} (${name}) is not there`);
  const ignoreFiles = [place, ...dockerfiles].map(
    (path) => path === place ? `${place}/.dockerignore` : `${path}.dockerignore`
  );
  for (const path of ignoreFiles) {
    const about = { what: `the ignore file of ${what}`, kind: "file", place: path };
    const verdict = await judgeFile(about, guarding);
    if (!isKnown(verdict)) return verdict;
  }
  const found2 = await doubts(place);
  if (!isKnown(found2)) return unable(`${what} (${name}) ${found2.unable}`);
  const [dockerfile] = dockerfiles;
  const { ignores } = parseIgnore((await findIgnore({ root, dockerfile }, deps)).text);
  const isSent = (path) => path === root || !isInside(path, root) || !ignores(relative11(root, path));
  const doubt = found2.value.find(({ path }) => isSent(path));
  return doubt === void 0 ? known(void 0) : unable(`${relative11(workspace.real, doubt.path)}, which ${what} sends, ${doubt.why}`);
}

// src/stages/plan/images.ts
var FALLBACK_PLATFORM = "linux/amd64";
function defaultPlatform(server) {
  return isKnown(server) ? server.value.platform : FALLBACK_PLATFORM;
}
function imagesToBuild({ printed: printed2, names, definition }, { inputs: { key }, ...around }) {
  const targets = Object.fromEntries(
    Object.entries(printed2.targets).map(([name, target]) => [
      name,
      resolveTarget(name, { target, names })
    ])
  );
  const built = printed2.built.flatMap((name) => ownProperty(targets, name) ?? []);
  return plannedImages(built, { ...around, key, folder: definition.folder, targets });
}
function resolveTarget(name, given3) {
  const { target, names } = given3;
  const inline = target["dockerfile-inline"];
  return {
    target: name,
    name: names.get(name) ?? name,
    context: target.context ?? ".",
    dockerfile: target.dockerfile ?? "Dockerfile",
    contexts: target.contexts ?? {},
    ...defined({ inline, stage: target.target }),
    platforms: target.platforms ?? [],
    tags: target.tags ?? []
  };
}

// src/stages/plan/policy.ts
import { join as join47, relative as relative12, resolve as resolve7 } from "node:path";

// src/domain/policy/merge.ts
function mergePolicy(sources) {
  const strangers = sources.documents.flatMap(
    (document) => unknownImages(document, sources.images)
  );
  const first = strangers[0];
  if (first !== void 0 && !sources.partial)
    throw errorAt({ ...first, sentence: `${unknownImage(first.image, sources.images)}.` });
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
      ...strangers.map(
        ({ file, line: line2, image }) => `${locationText(file, line2)}: ${notInThisRun(image)}`
      ),
      ...notices
    ]
  };
}
function settingsOf2(layers, image) {
  const layered = layers.flatMap((layer2) => [
    layer2.rules,
    image === void 0 ? {} : layer2.images.get(image) ?? {}
  ]);
  return mapRules(
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
    ...defined({
      image: waiver2.image,
      id: waiver2.id,
      package: waiver2.package,
      path: waiver2.path,
      unjudged: waiver2.unjudged
    }),
    reason: waiver2.reason,
    expires: waiver2.expires,
    source: { file: source.file, line: source.lineOf(["waivers", at]) }
  }));
}
function unknownImages({ policy, source }, known2) {
  const there = new Set(known2);
  const named3 = [
    ...Object.keys(policy.images ?? {}).map((image) => ({ image, path: ["images", image] })),
    ...(policy.waivers ?? []).flatMap(
      ({ image }, at) => image === void 0 ? [] : [{ image, path: ["waivers", at, "image"] }]
    )
  ];
  return named3.filter(({ image }) => !there.has(image)).map(({ image, path }) => ({ image, file: source.file, line: source.lineOf(path) }));
}
function unknownImage(image, known2) {
  return `there is no image ${formatValue(image)} in this run: use ${formatList(nearestFirst(known2, image))}`;
}
function notInThisRun(image) {
  return `there is no image ${formatValue(image)} in this run, so what is said of it is not used.`;
}
function inputSource({ mirrors, images, partial }) {
  const rules = {};
  const perImage = /* @__PURE__ */ new Map();
  const notices = [];
  for (const mirror of MIRRORS) {
    const { all, images: byImage } = mirrors[mirror.input] ?? {};
    if (all !== void 0) rules[mirror.rule] = parsed3(mirror, all);
    for (const [image, value] of byImage ?? []) {
      if (!images.includes(image)) {
        const input = `Input ${formatValue(mirror.input)}`;
        if (!partial) throw new UserError(`${input}: ${unknownImage(image, images)}.`);
        notices.push(`${input}: ${notInThisRun(image)}`);
      }
      perImage.set(image, { ...perImage.get(image), [mirror.rule]: parsed3(mirror, value) });
    }
  }
  return { input: { rules, images: perImage }, notices };
}
function parsed3(mirror, value) {
  const result = RULES[mirror.rule].options.partial().safeParse({ [mirror.option]: value }, { error: predicate });
  if (result.success) return result.data;
  throw new UserError(
    `Input ${formatValue(mirror.input)} ${result.error.issues[0]?.message ?? ""}.`
  );
}

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
  error: ({ input }) => input === void 0 ? "is missing: write the last day that the waiver holds, as `2027-01-31`" : `is ${formatValue(input)}, which is no day: write it as \`2027-01-31\``
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
    error: ({ input }) => `is ${formatValue(input)}, which is no pattern: close its brackets and keep it under ${LONGEST_GLOB} characters`
  }).optional().describe("A glob over paths in the image: `usr/lib/**`"),
  unjudged: external_exports.string().min(1).optional().describe(
    "Accepts that a part is not judged, which is else unable: the system as the report names it, `debian forky/sid`"
  ),
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
      `names ${formatValue(wrong)}, which a violation of ${formatValue(given3.rule)} does not have: ${instead(subjects)}`
    );
  else if (given3.unjudged !== void 0 && named3.length > 1)
    add("names `unjudged` beside a violation’s own: make two waivers of it");
  else if (subjects.length > 0 && named3.length === 0)
    add(`would accept every violation of ${formatValue(given3.rule)}: ${instead(subjects)}`);
});
function instead(subjects) {
  return subjects.length === 0 ? "leave it out" : `name ${formatList(subjects)}`;
}
var policySchema = external_exports.strictObject({
  version: external_exports.literal(1, {
    error: ({ input }) => input === void 0 ? "is missing: begin with `version: 1`" : `is ${formatValue(JSON.stringify(input))}, and this Plimsoll knows version \`1\` only`
  }),
  files: external_exports.array(external_exports.string().min(1)).min(1, { error: "is empty: name a file, or leave the key out" }).optional().describe("Bake files, compose files or Dockerfiles; found by itself when absent"),
  rules: ruleSettings.optional(),
  images: dictionary(imageSettings).optional().describe("What differs for one image, by its name"),
  vex: external_exports.array(external_exports.string().min(1)).min(1, { error: "is empty: name a file, or leave the key out" }).optional().describe("OpenVEX documents, whose word on a vulnerability is taken"),
  waivers: external_exports.array(waiver).optional().describe("Violations that are accepted for a while")
}).describe("Policy of Plimsoll");

// src/domain/policy/parse.ts
function parsePolicy(text5, file) {
  const source = parseYaml(text5, file);
  return { source, policy: checkSchema(source, policySchema) };
}

// src/stages/plan/policy-files.ts
var LARGEST_FILE2 = 1024 * 1024;
function readOwn(path, by, { files, bounds }) {
  return readNamedText(path, { bounds, by, maxBytes: LARGEST_FILE2 }, { files });
}
function policyFileName(path, { repository }) {
  return nameIn(repository, path);
}

// src/stages/plan/trivy-files.ts
import { join as join46 } from "node:path";

// src/domain/policy/trivyignore.ts
function parseTrivyignore(text5, file) {
  const ignores = [];
  const notices = [];
  for (const [index, content] of text5.split("\n").entries()) {
    const [id, ...fields] = content.trim().split(/\s+/);
    if (id === void 0 || id === "" || id.startsWith("#")) continue;
    const line2 = index + 1;
    const expires2 = fields.find((field) => field.startsWith("exp:"))?.slice("exp:".length);
    if (expires2 !== void 0 && !external_exports.iso.date().safeParse(expires2).success)
      notices.push(
        `${file}:${line2}: the entry for ${formatValue(id)} has no effect: ${formatValue(expires2)} is no day; write it as \`exp:2027-01-31\`.`
      );
    else ignores.push({ id, file, line: line2, ...defined({ expires: expires2 }) });
  }
  return { ignores, notices };
}
var entry2 = external_exports.object({
  // Without one nothing is ever ignored.
  id: external_exports.string().optional(),
  paths: external_exports.array(
    external_exports.string().refine((pattern) => compileGlob(pattern) !== void 0, {
      error: ({ input }) => `is ${formatValue(input)}, which is no pattern: close its brackets`
    })
  ).optional(),
  purls: external_exports.array(
    external_exports.string().refine((purl) => readPackageUrl(purl) !== void 0, {
      error: ({ input }) => `is ${formatValue(input)}, which is no package URL: write it as \`pkg:npm/lodash@4.17.20\``
    })
  ).optional(),
  statement: external_exports.string().optional(),
  expired_at: external_exports.string().refine((day) => external_exports.iso.date().safeParse(dayOf(day)).success, {
    error: ({ input }) => `is ${formatValue(input)}, which is no day: write it as \`2027-01-31\``
  }).optional()
});
var list2 = external_exports.array(entry2).nullish();
var ignoreFile = external_exports.object({
  vulnerabilities: list2,
  secrets: list2,
  misconfigurations: external_exports.array(external_exports.unknown()).nullish(),
  licenses: external_exports.array(external_exports.unknown()).nullish()
}).nullable();
function parseTrivyignoreYaml(text5, file) {
  const source = parseYaml(text5, file, { merge: true });
  const parsed4 = checkSchema(source, ignoreFile);
  const readList3 = (key, kind) => (parsed4?.[key] ?? []).map((item, at) => ({
    id: item.id ?? "",
    file,
    line: source.lineOf([key, at]),
    kind,
    ...defined({ paths: item.paths, purls: item.purls, statement: item.statement }),
    ...item.expired_at !== void 0 && { expires: dayOf(item.expired_at) }
  }));
  const read5 = [...readList3("vulnerabilities", "vulnerability"), ...readList3("secrets", "secret")];
  const others = (parsed4?.misconfigurations?.length ?? 0) + (parsed4?.licenses?.length ?? 0);
  return {
    ignores: read5.filter(({ id }) => id !== ""),
    notices: [
      ...unknownKeys(source),
      ...read5.filter(({ id }) => id === "").map(({ line: line2 }) => `${file}:${line2}: this entry has no effect: it has no \`id\`.`),
      ...others === 0 ? [] : [
        `${file}: ${others} entries for misconfigurations and licenses have no effect here: Plimsoll judges vulnerabilities and secrets.`
      ]
    ]
  };
}
var wholeFile = external_exports.object({
  vulnerabilities: external_exports.array(external_exports.unknown()).nullish(),
  secrets: external_exports.array(external_exports.unknown()).nullish()
}).nullable();
function unknownKeys(source) {
  const { file, data, lineOf: lineOf2 } = source;
  const whole2 = checkSchema(source, wholeFile);
  const items = ["vulnerabilities", "secrets"].flatMap(
    (key) => (whole2?.[key] ?? []).map((item, at) => ({ path: [key, at], item }))
  );
  const places = [
    { path: [], item: data, known: Object.keys(ignoreFile.unwrap().shape) },
    ...items.map((place) => ({ ...place, known: Object.keys(entry2.shape) }))
  ];
  return places.flatMap(
    ({ path, item, known: known2 }) => keysOf(item).filter((key) => !known2.includes(key)).map(
      (key) => `${file}:${lineOf2([...path, key])}: the key ${formatValue(key)} has no effect: Trivy knows ${formatList(nearestFirst(known2, key))}.`
    )
  );
}
function keysOf(data) {
  return typeof data === "object" && data !== null ? Object.keys(data) : [];
}
function dayOf(timestamp) {
  return timestamp.split(/[Tt ]/, 1)[0] ?? "";
}

// src/stages/plan/trivy-files.ts
var POLICY_FILE = ".github/plimsoll.yml";
var IGNORE_FILES = [
  { name: ".trivyignore", parse: parseTrivyignore },
  { name: ".trivyignore.yaml", parse: parseTrivyignoreYaml }
];
var TRIVY_FILE = "trivy.yaml";
var SECRET_FILE = "trivy-secret.yaml";
var TRIVY_READS = [SECRET_FILE, ...IGNORE_FILES.map(({ name }) => name)];
async function readIgnores(reading) {
  const { folders: folders2, files } = reading;
  for (const folder of /* @__PURE__ */ new Set([folders2.workdir, folders2.repository])) {
    const there = await present(folder, files);
    const parsed4 = await Promise.all(
      there.map(async ({ name, parse: parse3 }) => {
        const path = join46(folder, name);
        return parse3(await readOwn(path, "repository", reading), policyFileName(path, folders2));
      })
    );
    if (parsed4.length > 0)
      return {
        ignores: parsed4.flatMap(({ ignores }) => ignores),
        notices: parsed4.flatMap(({ notices }) => notices)
      };
  }
  return { ignores: [], notices: [] };
}
async function present(folder, files) {
  const names = await files.list(folder);
  return IGNORE_FILES.filter(({ name }) => names.includes(name));
}
async function readSecretRules(reading) {
  const { folders: folders2, files } = reading;
  for (const folder of /* @__PURE__ */ new Set([folders2.workdir, folders2.repository])) {
    const path = join46(folder, SECRET_FILE);
    if (await files.stat(path) !== void 0)
      return parseSecretRules(
        await readOwn(path, "repository", reading),
        policyFileName(path, folders2)
      );
  }
  return { rules: [], notices: [] };
}
async function unusedConfigs(folders2, files) {
  const notices = [];
  for (const folder of /* @__PURE__ */ new Set([folders2.workdir, folders2.repository])) {
    const path = join46(folder, TRIVY_FILE);
    if (await files.stat(path) !== void 0)
      notices.push(
        `${policyFileName(path, folders2)} is not used: Plimsoll sets Trivy’s options itself; say in ${POLICY_FILE} what to judge.`
      );
  }
  return notices;
}

// src/stages/plan/policy.ts
var POLICY_FILE2 = ".github/plimsoll.yml";
function policyReads({ config }, { repository, workdir }) {
  const names = [POLICY_FILE2, ...TRIVY_READS];
  const found2 = [.../* @__PURE__ */ new Set([workdir, repository])].flatMap(
    (folder) => names.map((name) => join47(folder, name))
  );
  return [...found2, ...config === void 0 ? [] : [resolve7(workdir, config)]].map(policyRead);
}
function policyRead(path) {
  return { kind: "file", what: "a file of the policy", path };
}
async function readPolicyDocuments(inputs, folders2, { files }) {
  const reading = { folders: folders2, files, bounds: parseBounds(inputs, folders2.repository) };
  const path = await findConfig(inputs, folders2, files);
  const documents = [];
  if (path !== void 0)
    documents.push(
      parsePolicy(await readOwn(path, "user", reading), policyFileName(path, folders2))
    );
  if (inputs.policy !== void 0) documents.push(parsePolicy(inputs.policy, INLINE));
  const atRoot = path === join47(folders2.repository, POLICY_FILE2);
  const named3 = (key) => pathsOf2(documents, key, { atRoot, folders: folders2 });
  const ignored = await readIgnores(reading);
  const secrets = await readSecretRules(reading);
  const unused = await unusedConfigs(folders2, files);
  return {
    documents,
    files: named3("files"),
    ignores: ignored.ignores,
    vex: await readVex(named3("vex"), reading),
    secretRules: secrets.rules,
    notices: [...ignored.notices, ...unused, ...secrets.notices].map((message) => ({
      from: "policy",
      message
    }))
  };
}
function resolvePolicy(documents, inputs, images) {
  const { mirrors, targets } = inputs;
  const { policy, notices } = mergeDocuments(documents, {
    mirrors,
    images,
    partial: targets.length > 0
  });
  return { policy, notices: [...documents.notices, ...notices] };
}
function mergeDocuments({ documents, ignores, vex, secretRules }, asked) {
  const { notices, ...merged } = mergePolicy({ documents, ...asked });
  return {
    policy: {
      ...merged,
      ignores,
      vex: vex.flatMap(({ statements }) => statements),
      ...secretRules.length > 0 && { secretRules },
      ...asked.partial && { isPart: true }
    },
    notices: notices.map((message) => ({ from: "policy", message }))
  };
}
async function findConfig(inputs, { repository, workdir }, files) {
  if (inputs.config !== void 0) {
    const path = resolve7(workdir, inputs.config);
    if (await files.stat(path) === void 0)
      throw new UserError(
        `Input \`config\` names ${inputs.config}, and there is no such file: correct the path, which starts at ${workdir}.`
      );
    return path;
  }
  for (const folder of /* @__PURE__ */ new Set([workdir, repository])) {
    const path = join47(folder, POLICY_FILE2);
    if (await files.stat(path) !== void 0) return path;
  }
  return void 0;
}
function pathsOf2(documents, key, { atRoot, folders: folders2 }) {
  const document = documents.findLast(({ policy }) => policy[key] !== void 0);
  const written2 = document?.policy[key] ?? [];
  const { repository, workdir } = folders2;
  const isInline = document?.source.file === INLINE;
  const isOwn = document === void 0 || isInline;
  const by = isOwn || !isInside(resolve7(repository, document.source.file), repository);
  const fromRoot = atRoot && !isInline && repository !== workdir;
  const paths = fromRoot ? written2.map((file) => relative12(workdir, resolve7(repository, file))) : written2;
  return { paths, by: by ? "user" : "repository" };
}
function readVex({ paths, by }, reading) {
  const { folders: folders2 } = reading;
  return Promise.all(
    paths.map(async (written2) => {
      const path = resolve7(folders2.workdir, written2);
      return parseVex(await readOwn(path, by, reading), policyFileName(path, folders2));
    })
  );
}

// src/stages/gather/base-images.ts
async function baseImages({ plan: { repository, workdir }, inputs }, base, deps) {
  const there = { ...deps, files: { ...deps.files, ...base } };
  try {
    const documents = await readPolicyDocuments(inputs, { repository, workdir }, there);
    const tracked = (await base.tracked()).map((path) => `${repository}/${path}`).filter((path) => isInside(path, workdir)).map((path) => relative13(workdir, path));
    const where = {
      workdir,
      repository,
      configured: documents.files,
      tracked,
      bounds: parseBounds(inputs, repository),
      guard: await openGuard(inputs, deps)
    };
    const found2 = await findDefinition(inputs, where, there);
    const platform = defaultPlatform(await findServer(deps, workdir));
    const images = imagesToBuild(found2, { inputs, repository, platform, overrides: /* @__PURE__ */ new Map() });
    const around = { ...found2, bounds: where.bounds };
    const all = await Promise.all(images.map((image) => withBuildPolicy(image, around, there)));
    return known(builtImages(all));
  } catch (error) {
    return unable(errorMessage(error).replace(/\.$/, ""));
  }
}

// src/stages/gather/loosenings.ts
async function findLoosenings(ask2, deps) {
  const found2 = await compareWithBase(ask2, deps);
  if (deps.workflow.invocation === "action")
    for (const words2 of found2.uncompared) deps.log.untrusted(words2);
  return found2;
}
async function compareWithBase(ask2, deps) {
  const { baseline, missing, plan, inputs } = ask2;
  const byBase = isJudgedByBase(inputs, deps.workflow);
  const now = policyRecord(plan.policy, { built: builtImages(plan.images), enforce: inputs.enforce });
  const before = baseline?.record.policy;
  const inEffect = before === void 0 ? [] : policyLoosenings(before, now);
  const gaps = before === void 0 ? [] : uncomparedSentences(before, now);
  if (before !== void 0 && !byBase) return { loosenings: known(inEffect), uncompared: gaps };
  if (!isChange(deps.workflow)) return incomparable(missing);
  const files = await betweenFiles(ask2, deps);
  if (!isKnown(files))
    return incomparable(missing, `the base’s policy cannot be read: ${files.unable}`);
  const { loosenings, base } = files.value;
  const found2 = byBase ? loosenings.map((one2) => ({ ...one2, when: "merged" })) : loosenings;
  if (before !== void 0) return { loosenings: known([...inEffect, ...found2]), uncompared: gaps };
  const built = await baseImages(ask2, base, deps);
  const elsewhere2 = isKnown(built) ? buildLoosenings({ built: [...built.value], vex: now.vex }, now) : [];
  return {
    loosenings: known([...elsewhere2, ...found2]),
    uncompared: [
      `The inputs were not compared with the base’s, because ${missing ?? NO_RECORD}.`,
      ...isKnown(built) ? [] : [`What the base builds was not compared, because ${built.unable}.`]
    ]
  };
}
var NO_RECORD = "there is no record of it";
function incomparable(...reasons) {
  const why = reasons.filter((reason3) => reason3 !== void 0).join(", and ");
  if (why === "") return { loosenings: unable(NOTHING_ASKED), uncompared: [] };
  const words2 = `The rules were not compared, because ${why}.`;
  return { loosenings: unable(words2), uncompared: [words2] };
}
var NOTHING_ASKED = "There is no baseline whose policy is known.";
async function betweenFiles(ask2, deps) {
  const { repository } = ask2.plan;
  const base = await baseFiles({ repository, token: ask2.inputs.token }, deps);
  if (!isKnown(base)) return base;
  try {
    const before = await written(ask2, { ...deps, files: { ...deps.files, ...base.value } });
    const loosenings = policyLoosenings(before, await written(ask2, deps));
    return known({ loosenings, base: base.value });
  } catch (error) {
    return unable(errorMessage(error).replace(/\.$/, ""));
  }
}
async function written({ plan, inputs }, deps) {
  const folders2 = { repository: plan.repository, workdir: plan.workdir };
  const documents = await readPolicyDocuments({ ...inputs, policy: void 0 }, folders2, deps);
  const images = [...new Set(plan.images.map(({ name }) => name))];
  const { policy } = mergeDocuments(documents, { mirrors: {}, images, partial: true });
  return policyRecord(policy, { built: builtImages(plan.images), enforce: true });
}

// src/stages/plan/lfs-pointers.ts
import { join as join48 } from "node:path";

// src/domain/context/lfs.ts
var POINTER_BYTES = { least: 110, most: 1024 };
var FIRST_LINE = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n/;
function isPointer(text5) {
  return FIRST_LINE.test(text5) && /^oid sha256:[0-9a-f]{64}$/m.test(text5);
}
var SOME = 3;
function listOfSome(names) {
  const more = names.length - SOME;
  return `${names.slice(0, SOME).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/stages/plan/lfs-pointers.ts
var ATTRIBUTES = ".gitattributes";
var LARGEST_ATTRIBUTES = 1024 * 1024;
var MOST4 = 5e3;
async function pointerNotices({ images, repository }, contexts, { files }) {
  const text5 = async (root, name, maxBytes) => {
    const bytes2 = await files.readNamed(join48(root, name), { name, within: [root], maxBytes }).catch(() => new Uint8Array());
    return new TextDecoder().decode(bytes2);
  };
  const usesLfs = async (root, name) => (await text5(root, name, LARGEST_ATTRIBUTES)).includes("filter=lfs");
  const found2 = /* @__PURE__ */ new Set();
  const isRootLfs = await usesLfs(repository, ATTRIBUTES);
  for (const image of images) {
    const { contextPath: root, dockerfilePath: dockerfilePath2, namedContexts: namedContexts2 } = image;
    const places = [
      ...root === void 0 ? [] : [{ root, dockerfile: dockerfilePath2 }],
      ...Object.values(namedContexts2).map((named3) => ({ root: named3 }))
    ];
    for (const place of places) {
      const listing = await contexts(place);
      if (!isKnown(listing)) continue;
      const sent = listing.value.files;
      const attributes = sent.filter(({ path }) => `/${path}`.endsWith(`/${ATTRIBUTES}`));
      const own2 = attributes.map(({ path }) => usesLfs(place.root, path));
      if (!isRootLfs && !(await Promise.all(own2)).includes(true)) continue;
      const small = sent.filter(
        ({ bytes: bytes2 }) => bytes2 >= POINTER_BYTES.least && bytes2 < POINTER_BYTES.most
      );
      for (const { path } of small.slice(0, MOST4))
        if (isPointer(await text5(place.root, path, POINTER_BYTES.most)))
          found2.add(nameIn(repository, join48(place.root, path)));
    }
  }
  if (found2.size === 0) return [];
  const message = `Git LFS has not fetched ${listOfSome([...found2].toSorted())}: the build context has the pointer, a text of about 130 bytes, in place of the file. Fetch the files before the build (lfs: true of actions/checkout, or git lfs pull).`;
  return [{ from: "context", message }];
}

// src/stages/attribute/lockfiles.ts
import { join as join49, relative as relative14 } from "node:path";

// src/domain/context/uses.ts
var MOST_NAMES = 200;
var DEEPEST4 = 6;
function usedPaths(paths, { pattern, excludes }) {
  const sourceOf3 = sourceFinder(cleanPath(`/${pattern}`).slice(1));
  const { ignores } = parseExcludes(excludes);
  return paths.filter((path) => {
    const source = sourceOf3(path);
    if (source === void 0 || source === path) return source === path;
    return !ignores(source === "" ? path : path.slice(source.length + 1));
  });
}
function sourceFinder(wanted) {
  const parts = wanted.split("/");
  const firstWild = parts.findIndex(isWild);
  const plain2 = (firstWild === -1 ? parts : parts.slice(0, firstWild)).join("/");
  const base = plain2.replace(/\\(.)/gs, "$1");
  const start3 = base === "" ? 0 : base.length + 1;
  const isIn = (path) => base === "" || path.startsWith(`${base}/`);
  if (firstWild === -1) return (path) => path === base || isIn(path) ? base : void 0;
  const matches = compileGoMatch(parts.slice(firstWild).join("/"));
  return (path) => {
    if (!isIn(path)) return void 0;
    for (let end = start3; end !== -1 && end <= path.length; ) {
      const slash = path.indexOf("/", end);
      end = slash === -1 ? path.length : slash;
      if (matches(path.slice(start3, end)) === "yes") return path.slice(0, end);
      end += 1;
    }
    return void 0;
  };
}
function isWild(part) {
  for (let at = 0; at < part.length; at += 1) {
    if (part[at] === "\\") at += 1;
    else if ("*?[".includes(part[at] ?? "")) return true;
  }
  return false;
}
function hashContent(marks) {
  const sorted = [...marks].sort(([a], [b]) => a < b ? -1 : Number(a > b));
  return { hash: hashJson(sorted), files: foldedTo(sorted) };
}
function foldedTo(marks) {
  if (marks.length <= MOST_NAMES) return Object.fromEntries(marks);
  for (let depth = DEEPEST4; depth > 0; depth -= 1) {
    const groups = Map.groupBy(marks, ([path]) => path.split("/").slice(0, depth).join("/"));
    if (groups.size > MOST_NAMES) continue;
    return Object.fromEntries([...groups].map(([folder, list3]) => [folder, hashJson(list3)]));
  }
  return { ".": hashJson(marks) };
}

// src/domain/findings/lockfiles/format.ts
function splitLines(text5) {
  return text5.split(/\r?\n/);
}

// src/domain/findings/lockfiles/go-mod.ts
var goMod = {
  ecosystem: "golang",
  kind: "manifest",
  files: /(?:^|\/)go\.mod$/,
  parse: (text5) => {
    const pins = [];
    let block;
    for (const [index, whole2] of splitLines(text5).entries()) {
      const words2 = textBefore(whole2, "//").trim().split(/\s+/).map(unquoted2);
      if (block === void 0 && words2[1] === "(") {
        block = words2[0];
        continue;
      }
      if (words2[0] === ")") {
        block = void 0;
        continue;
      }
      const [verb2 = "", ...rest] = block === void 0 ? words2 : [block, ...words2];
      pins.push(...pinOf(verb2, rest).map((pin) => ({ ...pin, line: index + 1 })));
    }
    return pins;
  },
  ownerOf: (text5) => {
    const name = /^module\s+(\S+)/m.exec(text5)?.[1];
    return name === void 0 ? void 0 : unquoted2(name);
  }
};
function pinOf(verb2, words2) {
  const arrow = words2.indexOf("=>");
  if (verb2 !== (arrow < 0 ? "require" : "replace")) return [];
  const [name, version] = words2.slice(arrow + 1);
  return name === void 0 || version?.startsWith("v") !== true ? [] : [{ name, version }];
}
function unquoted2(word) {
  return word.replace(/^(["`])(.*)\1$/, "$2");
}

// node_modules/@humanwhocodes/momoa/dist/momoa.js
var CHAR_0 = 48;
var CHAR_1 = 49;
var CHAR_9 = 57;
var CHAR_BACKSLASH = 92;
var CHAR_DOLLAR = 36;
var CHAR_DOT = 46;
var CHAR_DOUBLE_QUOTE = 34;
var CHAR_LOWER_A = 97;
var CHAR_LOWER_E = 101;
var CHAR_LOWER_F = 102;
var CHAR_LOWER_N = 110;
var CHAR_LOWER_T = 116;
var CHAR_LOWER_U = 117;
var CHAR_LOWER_X = 120;
var CHAR_LOWER_Z = 122;
var CHAR_MINUS = 45;
var CHAR_NEWLINE = 10;
var CHAR_PLUS = 43;
var CHAR_RETURN = 13;
var CHAR_SINGLE_QUOTE = 39;
var CHAR_SLASH = 47;
var CHAR_SPACE = 32;
var CHAR_TAB = 9;
var CHAR_UNDERSCORE = 95;
var CHAR_UPPER_A = 65;
var CHAR_UPPER_E = 69;
var CHAR_UPPER_F = 70;
var CHAR_UPPER_N = 78;
var CHAR_UPPER_X = 88;
var CHAR_UPPER_Z = 90;
var CHAR_LOWER_B = 98;
var CHAR_LOWER_R = 114;
var CHAR_LOWER_V = 118;
var CHAR_LINE_SEPARATOR = 8232;
var CHAR_PARAGRAPH_SEPARATOR = 8233;
var CHAR_UPPER_I = 73;
var CHAR_STAR = 42;
var CHAR_VTAB = 11;
var CHAR_FORM_FEED = 12;
var CHAR_NBSP = 160;
var CHAR_BOM = 65279;
var CHAR_NON_BREAKING_SPACE = 160;
var CHAR_EN_QUAD = 8192;
var CHAR_EM_QUAD = 8193;
var CHAR_EN_SPACE = 8194;
var CHAR_EM_SPACE = 8195;
var CHAR_THREE_PER_EM_SPACE = 8196;
var CHAR_FOUR_PER_EM_SPACE = 8197;
var CHAR_SIX_PER_EM_SPACE = 8198;
var CHAR_FIGURE_SPACE = 8199;
var CHAR_PUNCTUATION_SPACE = 8200;
var CHAR_THIN_SPACE = 8201;
var CHAR_HAIR_SPACE = 8202;
var CHAR_NARROW_NO_BREAK_SPACE = 8239;
var CHAR_MEDIUM_MATHEMATICAL_SPACE = 8287;
var CHAR_IDEOGRAPHIC_SPACE = 12288;
var LBRACKET = "[";
var RBRACKET = "]";
var LBRACE = "{";
var RBRACE = "}";
var COLON = ":";
var COMMA = ",";
var TRUE = "true";
var FALSE = "false";
var NULL = "null";
var NAN$1 = "NaN";
var INFINITY$1 = "Infinity";
var QUOTE2 = '"';
var escapeToChar = /* @__PURE__ */ new Map([
  [CHAR_DOUBLE_QUOTE, QUOTE2],
  [CHAR_BACKSLASH, "\\"],
  [CHAR_SLASH, "/"],
  [CHAR_LOWER_B, "\b"],
  [CHAR_LOWER_N, "\n"],
  [CHAR_LOWER_F, "\f"],
  [CHAR_LOWER_R, "\r"],
  [CHAR_LOWER_T, "	"]
]);
var json5EscapeToChar = new Map([
  ...escapeToChar,
  [CHAR_LOWER_V, "\v"],
  [CHAR_0, "\0"]
]);
var charToEscape = /* @__PURE__ */ new Map([
  [QUOTE2, QUOTE2],
  ["\\", "\\"],
  ["/", "/"],
  ["\b", "b"],
  ["\n", "n"],
  ["\f", "f"],
  ["\r", "r"],
  ["	", "t"]
]);
var json5CharToEscape = new Map([
  ...charToEscape,
  ["\v", "v"],
  ["\0", "0"],
  ["\u2028", "u2028"],
  ["\u2029", "u2029"]
]);
var knownTokenTypes = /* @__PURE__ */ new Map([
  [LBRACKET, "LBracket"],
  [RBRACKET, "RBracket"],
  [LBRACE, "LBrace"],
  [RBRACE, "RBrace"],
  [COLON, "Colon"],
  [COMMA, "Comma"],
  [TRUE, "Boolean"],
  [FALSE, "Boolean"],
  [NULL, "Null"]
]);
var knownJSON5TokenTypes = new Map([
  ...knownTokenTypes,
  [NAN$1, "Number"],
  [INFINITY$1, "Number"]
]);
var json5LineTerminators = /* @__PURE__ */ new Set([
  CHAR_NEWLINE,
  CHAR_RETURN,
  CHAR_LINE_SEPARATOR,
  CHAR_PARAGRAPH_SEPARATOR
]);
var ErrorWithLocation = class extends Error {
  /**
   * Creates a new instance.
   * @param {string} message The error message to report. 
   * @param {Location} loc The location information for the error.
   */
  constructor(message, { line: line2, column, offset }) {
    super(`${message} (${line2}:${column})`);
    this.line = line2;
    this.column = column;
    this.offset = offset;
  }
};
var UnexpectedChar = class extends ErrorWithLocation {
  /**
   * Creates a new instance.
   * @param {number} unexpected The character that was found.
   * @param {Location} loc The location information for the found character.
   */
  constructor(unexpected, loc) {
    super(`Unexpected character '${String.fromCharCode(unexpected)}' found.`, loc);
  }
};
var UnexpectedIdentifier = class extends ErrorWithLocation {
  /**
   * Creates a new instance.
   * @param {string} unexpected The character that was found.
   * @param {Location} loc The location information for the found character.
   */
  constructor(unexpected, loc) {
    super(`Unexpected identifier '${unexpected}' found.`, loc);
  }
};
var UnexpectedToken = class extends ErrorWithLocation {
  /**
   * Creates a new instance.
   * @param {Token} token The token that was found. 
   */
  constructor(token) {
    super(`Unexpected token ${token.type} found.`, token.loc.start);
  }
};
var UnexpectedEOF = class extends ErrorWithLocation {
  /**
   * Creates a new instance.
   * @param {Location} loc The location information for the found character.
   */
  constructor(loc) {
    super("Unexpected end of input found.", loc);
  }
};
var ID_Start = /[\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02C1\u02C6-\u02D1\u02E0-\u02E4\u02EC\u02EE\u0370-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u048A-\u052F\u0531-\u0556\u0559\u0561-\u0587\u05D0-\u05EA\u05F0-\u05F2\u0620-\u064A\u066E\u066F\u0671-\u06D3\u06D5\u06E5\u06E6\u06EE\u06EF\u06FA-\u06FC\u06FF\u0710\u0712-\u072F\u074D-\u07A5\u07B1\u07CA-\u07EA\u07F4\u07F5\u07FA\u0800-\u0815\u081A\u0824\u0828\u0840-\u0858\u0860-\u086A\u08A0-\u08B4\u08B6-\u08BD\u0904-\u0939\u093D\u0950\u0958-\u0961\u0971-\u0980\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BD\u09CE\u09DC\u09DD\u09DF-\u09E1\u09F0\u09F1\u09FC\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A59-\u0A5C\u0A5E\u0A72-\u0A74\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABD\u0AD0\u0AE0\u0AE1\u0AF9\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B3D\u0B5C\u0B5D\u0B5F-\u0B61\u0B71\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9\u0BD0\u0C05-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3D\u0C58-\u0C5A\u0C60\u0C61\u0C80\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3\u0CB5-\u0CB9\u0CBD\u0CDE\u0CE0\u0CE1\u0CF1\u0CF2\u0D05-\u0D0C\u0D0E-\u0D10\u0D12-\u0D3A\u0D3D\u0D4E\u0D54-\u0D56\u0D5F-\u0D61\u0D7A-\u0D7F\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD\u0DC0-\u0DC6\u0E01-\u0E30\u0E32\u0E33\u0E40-\u0E46\u0E81\u0E82\u0E84\u0E87\u0E88\u0E8A\u0E8D\u0E94-\u0E97\u0E99-\u0E9F\u0EA1-\u0EA3\u0EA5\u0EA7\u0EAA\u0EAB\u0EAD-\u0EB0\u0EB2\u0EB3\u0EBD\u0EC0-\u0EC4\u0EC6\u0EDC-\u0EDF\u0F00\u0F40-\u0F47\u0F49-\u0F6C\u0F88-\u0F8C\u1000-\u102A\u103F\u1050-\u1055\u105A-\u105D\u1061\u1065\u1066\u106E-\u1070\u1075-\u1081\u108E\u10A0-\u10C5\u10C7\u10CD\u10D0-\u10FA\u10FC-\u1248\u124A-\u124D\u1250-\u1256\u1258\u125A-\u125D\u1260-\u1288\u128A-\u128D\u1290-\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0\u12C2-\u12C5\u12C8-\u12D6\u12D8-\u1310\u1312-\u1315\u1318-\u135A\u1380-\u138F\u13A0-\u13F5\u13F8-\u13FD\u1401-\u166C\u166F-\u167F\u1681-\u169A\u16A0-\u16EA\u16EE-\u16F8\u1700-\u170C\u170E-\u1711\u1720-\u1731\u1740-\u1751\u1760-\u176C\u176E-\u1770\u1780-\u17B3\u17D7\u17DC\u1820-\u1877\u1880-\u1884\u1887-\u18A8\u18AA\u18B0-\u18F5\u1900-\u191E\u1950-\u196D\u1970-\u1974\u1980-\u19AB\u19B0-\u19C9\u1A00-\u1A16\u1A20-\u1A54\u1AA7\u1B05-\u1B33\u1B45-\u1B4B\u1B83-\u1BA0\u1BAE\u1BAF\u1BBA-\u1BE5\u1C00-\u1C23\u1C4D-\u1C4F\u1C5A-\u1C7D\u1C80-\u1C88\u1CE9-\u1CEC\u1CEE-\u1CF1\u1CF5\u1CF6\u1D00-\u1DBF\u1E00-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u2071\u207F\u2090-\u209C\u2102\u2107\u210A-\u2113\u2115\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149\u214E\u2160-\u2188\u2C00-\u2C2E\u2C30-\u2C5E\u2C60-\u2CE4\u2CEB-\u2CEE\u2CF2\u2CF3\u2D00-\u2D25\u2D27\u2D2D\u2D30-\u2D67\u2D6F\u2D80-\u2D96\u2DA0-\u2DA6\u2DA8-\u2DAE\u2DB0-\u2DB6\u2DB8-\u2DBE\u2DC0-\u2DC6\u2DC8-\u2DCE\u2DD0-\u2DD6\u2DD8-\u2DDE\u2E2F\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303C\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312E\u3131-\u318E\u31A0-\u31BA\u31F0-\u31FF\u3400-\u4DB5\u4E00-\u9FEA\uA000-\uA48C\uA4D0-\uA4FD\uA500-\uA60C\uA610-\uA61F\uA62A\uA62B\uA640-\uA66E\uA67F-\uA69D\uA6A0-\uA6EF\uA717-\uA71F\uA722-\uA788\uA78B-\uA7AE\uA7B0-\uA7B7\uA7F7-\uA801\uA803-\uA805\uA807-\uA80A\uA80C-\uA822\uA840-\uA873\uA882-\uA8B3\uA8F2-\uA8F7\uA8FB\uA8FD\uA90A-\uA925\uA930-\uA946\uA960-\uA97C\uA984-\uA9B2\uA9CF\uA9E0-\uA9E4\uA9E6-\uA9EF\uA9FA-\uA9FE\uAA00-\uAA28\uAA40-\uAA42\uAA44-\uAA4B\uAA60-\uAA76\uAA7A\uAA7E-\uAAAF\uAAB1\uAAB5\uAAB6\uAAB9-\uAABD\uAAC0\uAAC2\uAADB-\uAADD\uAAE0-\uAAEA\uAAF2-\uAAF4\uAB01-\uAB06\uAB09-\uAB0E\uAB11-\uAB16\uAB20-\uAB26\uAB28-\uAB2E\uAB30-\uAB5A\uAB5C-\uAB65\uAB70-\uABE2\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uF900-\uFA6D\uFA70-\uFAD9\uFB00-\uFB06\uFB13-\uFB17\uFB1D\uFB1F-\uFB28\uFB2A-\uFB36\uFB38-\uFB3C\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46-\uFBB1\uFBD3-\uFD3D\uFD50-\uFD8F\uFD92-\uFDC7\uFDF0-\uFDFB\uFE70-\uFE74\uFE76-\uFEFC\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC]|\uD800[\uDC00-\uDC0B\uDC0D-\uDC26\uDC28-\uDC3A\uDC3C\uDC3D\uDC3F-\uDC4D\uDC50-\uDC5D\uDC80-\uDCFA\uDD40-\uDD74\uDE80-\uDE9C\uDEA0-\uDED0\uDF00-\uDF1F\uDF2D-\uDF4A\uDF50-\uDF75\uDF80-\uDF9D\uDFA0-\uDFC3\uDFC8-\uDFCF\uDFD1-\uDFD5]|\uD801[\uDC00-\uDC9D\uDCB0-\uDCD3\uDCD8-\uDCFB\uDD00-\uDD27\uDD30-\uDD63\uDE00-\uDF36\uDF40-\uDF55\uDF60-\uDF67]|\uD802[\uDC00-\uDC05\uDC08\uDC0A-\uDC35\uDC37\uDC38\uDC3C\uDC3F-\uDC55\uDC60-\uDC76\uDC80-\uDC9E\uDCE0-\uDCF2\uDCF4\uDCF5\uDD00-\uDD15\uDD20-\uDD39\uDD80-\uDDB7\uDDBE\uDDBF\uDE00\uDE10-\uDE13\uDE15-\uDE17\uDE19-\uDE33\uDE60-\uDE7C\uDE80-\uDE9C\uDEC0-\uDEC7\uDEC9-\uDEE4\uDF00-\uDF35\uDF40-\uDF55\uDF60-\uDF72\uDF80-\uDF91]|\uD803[\uDC00-\uDC48\uDC80-\uDCB2\uDCC0-\uDCF2]|\uD804[\uDC03-\uDC37\uDC83-\uDCAF\uDCD0-\uDCE8\uDD03-\uDD26\uDD50-\uDD72\uDD76\uDD83-\uDDB2\uDDC1-\uDDC4\uDDDA\uDDDC\uDE00-\uDE11\uDE13-\uDE2B\uDE80-\uDE86\uDE88\uDE8A-\uDE8D\uDE8F-\uDE9D\uDE9F-\uDEA8\uDEB0-\uDEDE\uDF05-\uDF0C\uDF0F\uDF10\uDF13-\uDF28\uDF2A-\uDF30\uDF32\uDF33\uDF35-\uDF39\uDF3D\uDF50\uDF5D-\uDF61]|\uD805[\uDC00-\uDC34\uDC47-\uDC4A\uDC80-\uDCAF\uDCC4\uDCC5\uDCC7\uDD80-\uDDAE\uDDD8-\uDDDB\uDE00-\uDE2F\uDE44\uDE80-\uDEAA\uDF00-\uDF19]|\uD806[\uDCA0-\uDCDF\uDCFF\uDE00\uDE0B-\uDE32\uDE3A\uDE50\uDE5C-\uDE83\uDE86-\uDE89\uDEC0-\uDEF8]|\uD807[\uDC00-\uDC08\uDC0A-\uDC2E\uDC40\uDC72-\uDC8F\uDD00-\uDD06\uDD08\uDD09\uDD0B-\uDD30\uDD46]|\uD808[\uDC00-\uDF99]|\uD809[\uDC00-\uDC6E\uDC80-\uDD43]|[\uD80C\uD81C-\uD820\uD840-\uD868\uD86A-\uD86C\uD86F-\uD872\uD874-\uD879][\uDC00-\uDFFF]|\uD80D[\uDC00-\uDC2E]|\uD811[\uDC00-\uDE46]|\uD81A[\uDC00-\uDE38\uDE40-\uDE5E\uDED0-\uDEED\uDF00-\uDF2F\uDF40-\uDF43\uDF63-\uDF77\uDF7D-\uDF8F]|\uD81B[\uDF00-\uDF44\uDF50\uDF93-\uDF9F\uDFE0\uDFE1]|\uD821[\uDC00-\uDFEC]|\uD822[\uDC00-\uDEF2]|\uD82C[\uDC00-\uDD1E\uDD70-\uDEFB]|\uD82F[\uDC00-\uDC6A\uDC70-\uDC7C\uDC80-\uDC88\uDC90-\uDC99]|\uD835[\uDC00-\uDC54\uDC56-\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDEA5\uDEA8-\uDEC0\uDEC2-\uDEDA\uDEDC-\uDEFA\uDEFC-\uDF14\uDF16-\uDF34\uDF36-\uDF4E\uDF50-\uDF6E\uDF70-\uDF88\uDF8A-\uDFA8\uDFAA-\uDFC2\uDFC4-\uDFCB]|\uD83A[\uDC00-\uDCC4\uDD00-\uDD43]|\uD83B[\uDE00-\uDE03\uDE05-\uDE1F\uDE21\uDE22\uDE24\uDE27\uDE29-\uDE32\uDE34-\uDE37\uDE39\uDE3B\uDE42\uDE47\uDE49\uDE4B\uDE4D-\uDE4F\uDE51\uDE52\uDE54\uDE57\uDE59\uDE5B\uDE5D\uDE5F\uDE61\uDE62\uDE64\uDE67-\uDE6A\uDE6C-\uDE72\uDE74-\uDE77\uDE79-\uDE7C\uDE7E\uDE80-\uDE89\uDE8B-\uDE9B\uDEA1-\uDEA3\uDEA5-\uDEA9\uDEAB-\uDEBB]|\uD869[\uDC00-\uDED6\uDF00-\uDFFF]|\uD86D[\uDC00-\uDF34\uDF40-\uDFFF]|\uD86E[\uDC00-\uDC1D\uDC20-\uDFFF]|\uD873[\uDC00-\uDEA1\uDEB0-\uDFFF]|\uD87A[\uDC00-\uDFE0]|\uD87E[\uDC00-\uDE1D]/;
var ID_Continue = /[\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02C1\u02C6-\u02D1\u02E0-\u02E4\u02EC\u02EE\u0300-\u0374\u0376\u0377\u037A-\u037D\u037F\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03F5\u03F7-\u0481\u0483-\u0487\u048A-\u052F\u0531-\u0556\u0559\u0561-\u0587\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u05D0-\u05EA\u05F0-\u05F2\u0610-\u061A\u0620-\u0669\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06E8\u06EA-\u06FC\u06FF\u0710-\u074A\u074D-\u07B1\u07C0-\u07F5\u07FA\u0800-\u082D\u0840-\u085B\u0860-\u086A\u08A0-\u08B4\u08B6-\u08BD\u08D4-\u08E1\u08E3-\u0963\u0966-\u096F\u0971-\u0983\u0985-\u098C\u098F\u0990\u0993-\u09A8\u09AA-\u09B0\u09B2\u09B6-\u09B9\u09BC-\u09C4\u09C7\u09C8\u09CB-\u09CE\u09D7\u09DC\u09DD\u09DF-\u09E3\u09E6-\u09F1\u09FC\u0A01-\u0A03\u0A05-\u0A0A\u0A0F\u0A10\u0A13-\u0A28\u0A2A-\u0A30\u0A32\u0A33\u0A35\u0A36\u0A38\u0A39\u0A3C\u0A3E-\u0A42\u0A47\u0A48\u0A4B-\u0A4D\u0A51\u0A59-\u0A5C\u0A5E\u0A66-\u0A75\u0A81-\u0A83\u0A85-\u0A8D\u0A8F-\u0A91\u0A93-\u0AA8\u0AAA-\u0AB0\u0AB2\u0AB3\u0AB5-\u0AB9\u0ABC-\u0AC5\u0AC7-\u0AC9\u0ACB-\u0ACD\u0AD0\u0AE0-\u0AE3\u0AE6-\u0AEF\u0AF9-\u0AFF\u0B01-\u0B03\u0B05-\u0B0C\u0B0F\u0B10\u0B13-\u0B28\u0B2A-\u0B30\u0B32\u0B33\u0B35-\u0B39\u0B3C-\u0B44\u0B47\u0B48\u0B4B-\u0B4D\u0B56\u0B57\u0B5C\u0B5D\u0B5F-\u0B63\u0B66-\u0B6F\u0B71\u0B82\u0B83\u0B85-\u0B8A\u0B8E-\u0B90\u0B92-\u0B95\u0B99\u0B9A\u0B9C\u0B9E\u0B9F\u0BA3\u0BA4\u0BA8-\u0BAA\u0BAE-\u0BB9\u0BBE-\u0BC2\u0BC6-\u0BC8\u0BCA-\u0BCD\u0BD0\u0BD7\u0BE6-\u0BEF\u0C00-\u0C03\u0C05-\u0C0C\u0C0E-\u0C10\u0C12-\u0C28\u0C2A-\u0C39\u0C3D-\u0C44\u0C46-\u0C48\u0C4A-\u0C4D\u0C55\u0C56\u0C58-\u0C5A\u0C60-\u0C63\u0C66-\u0C6F\u0C80-\u0C83\u0C85-\u0C8C\u0C8E-\u0C90\u0C92-\u0CA8\u0CAA-\u0CB3\u0CB5-\u0CB9\u0CBC-\u0CC4\u0CC6-\u0CC8\u0CCA-\u0CCD\u0CD5\u0CD6\u0CDE\u0CE0-\u0CE3\u0CE6-\u0CEF\u0CF1\u0CF2\u0D00-\u0D03\u0D05-\u0D0C\u0D0E-\u0D10\u0D12-\u0D44\u0D46-\u0D48\u0D4A-\u0D4E\u0D54-\u0D57\u0D5F-\u0D63\u0D66-\u0D6F\u0D7A-\u0D7F\u0D82\u0D83\u0D85-\u0D96\u0D9A-\u0DB1\u0DB3-\u0DBB\u0DBD\u0DC0-\u0DC6\u0DCA\u0DCF-\u0DD4\u0DD6\u0DD8-\u0DDF\u0DE6-\u0DEF\u0DF2\u0DF3\u0E01-\u0E3A\u0E40-\u0E4E\u0E50-\u0E59\u0E81\u0E82\u0E84\u0E87\u0E88\u0E8A\u0E8D\u0E94-\u0E97\u0E99-\u0E9F\u0EA1-\u0EA3\u0EA5\u0EA7\u0EAA\u0EAB\u0EAD-\u0EB9\u0EBB-\u0EBD\u0EC0-\u0EC4\u0EC6\u0EC8-\u0ECD\u0ED0-\u0ED9\u0EDC-\u0EDF\u0F00\u0F18\u0F19\u0F20-\u0F29\u0F35\u0F37\u0F39\u0F3E-\u0F47\u0F49-\u0F6C\u0F71-\u0F84\u0F86-\u0F97\u0F99-\u0FBC\u0FC6\u1000-\u1049\u1050-\u109D\u10A0-\u10C5\u10C7\u10CD\u10D0-\u10FA\u10FC-\u1248\u124A-\u124D\u1250-\u1256\u1258\u125A-\u125D\u1260-\u1288\u128A-\u128D\u1290-\u12B0\u12B2-\u12B5\u12B8-\u12BE\u12C0\u12C2-\u12C5\u12C8-\u12D6\u12D8-\u1310\u1312-\u1315\u1318-\u135A\u135D-\u135F\u1380-\u138F\u13A0-\u13F5\u13F8-\u13FD\u1401-\u166C\u166F-\u167F\u1681-\u169A\u16A0-\u16EA\u16EE-\u16F8\u1700-\u170C\u170E-\u1714\u1720-\u1734\u1740-\u1753\u1760-\u176C\u176E-\u1770\u1772\u1773\u1780-\u17D3\u17D7\u17DC\u17DD\u17E0-\u17E9\u180B-\u180D\u1810-\u1819\u1820-\u1877\u1880-\u18AA\u18B0-\u18F5\u1900-\u191E\u1920-\u192B\u1930-\u193B\u1946-\u196D\u1970-\u1974\u1980-\u19AB\u19B0-\u19C9\u19D0-\u19D9\u1A00-\u1A1B\u1A20-\u1A5E\u1A60-\u1A7C\u1A7F-\u1A89\u1A90-\u1A99\u1AA7\u1AB0-\u1ABD\u1B00-\u1B4B\u1B50-\u1B59\u1B6B-\u1B73\u1B80-\u1BF3\u1C00-\u1C37\u1C40-\u1C49\u1C4D-\u1C7D\u1C80-\u1C88\u1CD0-\u1CD2\u1CD4-\u1CF9\u1D00-\u1DF9\u1DFB-\u1F15\u1F18-\u1F1D\u1F20-\u1F45\u1F48-\u1F4D\u1F50-\u1F57\u1F59\u1F5B\u1F5D\u1F5F-\u1F7D\u1F80-\u1FB4\u1FB6-\u1FBC\u1FBE\u1FC2-\u1FC4\u1FC6-\u1FCC\u1FD0-\u1FD3\u1FD6-\u1FDB\u1FE0-\u1FEC\u1FF2-\u1FF4\u1FF6-\u1FFC\u203F\u2040\u2054\u2071\u207F\u2090-\u209C\u20D0-\u20DC\u20E1\u20E5-\u20F0\u2102\u2107\u210A-\u2113\u2115\u2119-\u211D\u2124\u2126\u2128\u212A-\u212D\u212F-\u2139\u213C-\u213F\u2145-\u2149\u214E\u2160-\u2188\u2C00-\u2C2E\u2C30-\u2C5E\u2C60-\u2CE4\u2CEB-\u2CF3\u2D00-\u2D25\u2D27\u2D2D\u2D30-\u2D67\u2D6F\u2D7F-\u2D96\u2DA0-\u2DA6\u2DA8-\u2DAE\u2DB0-\u2DB6\u2DB8-\u2DBE\u2DC0-\u2DC6\u2DC8-\u2DCE\u2DD0-\u2DD6\u2DD8-\u2DDE\u2DE0-\u2DFF\u2E2F\u3005-\u3007\u3021-\u302F\u3031-\u3035\u3038-\u303C\u3041-\u3096\u3099\u309A\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u3105-\u312E\u3131-\u318E\u31A0-\u31BA\u31F0-\u31FF\u3400-\u4DB5\u4E00-\u9FEA\uA000-\uA48C\uA4D0-\uA4FD\uA500-\uA60C\uA610-\uA62B\uA640-\uA66F\uA674-\uA67D\uA67F-\uA6F1\uA717-\uA71F\uA722-\uA788\uA78B-\uA7AE\uA7B0-\uA7B7\uA7F7-\uA827\uA840-\uA873\uA880-\uA8C5\uA8D0-\uA8D9\uA8E0-\uA8F7\uA8FB\uA8FD\uA900-\uA92D\uA930-\uA953\uA960-\uA97C\uA980-\uA9C0\uA9CF-\uA9D9\uA9E0-\uA9FE\uAA00-\uAA36\uAA40-\uAA4D\uAA50-\uAA59\uAA60-\uAA76\uAA7A-\uAAC2\uAADB-\uAADD\uAAE0-\uAAEF\uAAF2-\uAAF6\uAB01-\uAB06\uAB09-\uAB0E\uAB11-\uAB16\uAB20-\uAB26\uAB28-\uAB2E\uAB30-\uAB5A\uAB5C-\uAB65\uAB70-\uABEA\uABEC\uABED\uABF0-\uABF9\uAC00-\uD7A3\uD7B0-\uD7C6\uD7CB-\uD7FB\uF900-\uFA6D\uFA70-\uFAD9\uFB00-\uFB06\uFB13-\uFB17\uFB1D-\uFB28\uFB2A-\uFB36\uFB38-\uFB3C\uFB3E\uFB40\uFB41\uFB43\uFB44\uFB46-\uFBB1\uFBD3-\uFD3D\uFD50-\uFD8F\uFD92-\uFDC7\uFDF0-\uFDFB\uFE00-\uFE0F\uFE20-\uFE2F\uFE33\uFE34\uFE4D-\uFE4F\uFE70-\uFE74\uFE76-\uFEFC\uFF10-\uFF19\uFF21-\uFF3A\uFF3F\uFF41-\uFF5A\uFF66-\uFFBE\uFFC2-\uFFC7\uFFCA-\uFFCF\uFFD2-\uFFD7\uFFDA-\uFFDC]|\uD800[\uDC00-\uDC0B\uDC0D-\uDC26\uDC28-\uDC3A\uDC3C\uDC3D\uDC3F-\uDC4D\uDC50-\uDC5D\uDC80-\uDCFA\uDD40-\uDD74\uDDFD\uDE80-\uDE9C\uDEA0-\uDED0\uDEE0\uDF00-\uDF1F\uDF2D-\uDF4A\uDF50-\uDF7A\uDF80-\uDF9D\uDFA0-\uDFC3\uDFC8-\uDFCF\uDFD1-\uDFD5]|\uD801[\uDC00-\uDC9D\uDCA0-\uDCA9\uDCB0-\uDCD3\uDCD8-\uDCFB\uDD00-\uDD27\uDD30-\uDD63\uDE00-\uDF36\uDF40-\uDF55\uDF60-\uDF67]|\uD802[\uDC00-\uDC05\uDC08\uDC0A-\uDC35\uDC37\uDC38\uDC3C\uDC3F-\uDC55\uDC60-\uDC76\uDC80-\uDC9E\uDCE0-\uDCF2\uDCF4\uDCF5\uDD00-\uDD15\uDD20-\uDD39\uDD80-\uDDB7\uDDBE\uDDBF\uDE00-\uDE03\uDE05\uDE06\uDE0C-\uDE13\uDE15-\uDE17\uDE19-\uDE33\uDE38-\uDE3A\uDE3F\uDE60-\uDE7C\uDE80-\uDE9C\uDEC0-\uDEC7\uDEC9-\uDEE6\uDF00-\uDF35\uDF40-\uDF55\uDF60-\uDF72\uDF80-\uDF91]|\uD803[\uDC00-\uDC48\uDC80-\uDCB2\uDCC0-\uDCF2]|\uD804[\uDC00-\uDC46\uDC66-\uDC6F\uDC7F-\uDCBA\uDCD0-\uDCE8\uDCF0-\uDCF9\uDD00-\uDD34\uDD36-\uDD3F\uDD50-\uDD73\uDD76\uDD80-\uDDC4\uDDCA-\uDDCC\uDDD0-\uDDDA\uDDDC\uDE00-\uDE11\uDE13-\uDE37\uDE3E\uDE80-\uDE86\uDE88\uDE8A-\uDE8D\uDE8F-\uDE9D\uDE9F-\uDEA8\uDEB0-\uDEEA\uDEF0-\uDEF9\uDF00-\uDF03\uDF05-\uDF0C\uDF0F\uDF10\uDF13-\uDF28\uDF2A-\uDF30\uDF32\uDF33\uDF35-\uDF39\uDF3C-\uDF44\uDF47\uDF48\uDF4B-\uDF4D\uDF50\uDF57\uDF5D-\uDF63\uDF66-\uDF6C\uDF70-\uDF74]|\uD805[\uDC00-\uDC4A\uDC50-\uDC59\uDC80-\uDCC5\uDCC7\uDCD0-\uDCD9\uDD80-\uDDB5\uDDB8-\uDDC0\uDDD8-\uDDDD\uDE00-\uDE40\uDE44\uDE50-\uDE59\uDE80-\uDEB7\uDEC0-\uDEC9\uDF00-\uDF19\uDF1D-\uDF2B\uDF30-\uDF39]|\uD806[\uDCA0-\uDCE9\uDCFF\uDE00-\uDE3E\uDE47\uDE50-\uDE83\uDE86-\uDE99\uDEC0-\uDEF8]|\uD807[\uDC00-\uDC08\uDC0A-\uDC36\uDC38-\uDC40\uDC50-\uDC59\uDC72-\uDC8F\uDC92-\uDCA7\uDCA9-\uDCB6\uDD00-\uDD06\uDD08\uDD09\uDD0B-\uDD36\uDD3A\uDD3C\uDD3D\uDD3F-\uDD47\uDD50-\uDD59]|\uD808[\uDC00-\uDF99]|\uD809[\uDC00-\uDC6E\uDC80-\uDD43]|[\uD80C\uD81C-\uD820\uD840-\uD868\uD86A-\uD86C\uD86F-\uD872\uD874-\uD879][\uDC00-\uDFFF]|\uD80D[\uDC00-\uDC2E]|\uD811[\uDC00-\uDE46]|\uD81A[\uDC00-\uDE38\uDE40-\uDE5E\uDE60-\uDE69\uDED0-\uDEED\uDEF0-\uDEF4\uDF00-\uDF36\uDF40-\uDF43\uDF50-\uDF59\uDF63-\uDF77\uDF7D-\uDF8F]|\uD81B[\uDF00-\uDF44\uDF50-\uDF7E\uDF8F-\uDF9F\uDFE0\uDFE1]|\uD821[\uDC00-\uDFEC]|\uD822[\uDC00-\uDEF2]|\uD82C[\uDC00-\uDD1E\uDD70-\uDEFB]|\uD82F[\uDC00-\uDC6A\uDC70-\uDC7C\uDC80-\uDC88\uDC90-\uDC99\uDC9D\uDC9E]|\uD834[\uDD65-\uDD69\uDD6D-\uDD72\uDD7B-\uDD82\uDD85-\uDD8B\uDDAA-\uDDAD\uDE42-\uDE44]|\uD835[\uDC00-\uDC54\uDC56-\uDC9C\uDC9E\uDC9F\uDCA2\uDCA5\uDCA6\uDCA9-\uDCAC\uDCAE-\uDCB9\uDCBB\uDCBD-\uDCC3\uDCC5-\uDD05\uDD07-\uDD0A\uDD0D-\uDD14\uDD16-\uDD1C\uDD1E-\uDD39\uDD3B-\uDD3E\uDD40-\uDD44\uDD46\uDD4A-\uDD50\uDD52-\uDEA5\uDEA8-\uDEC0\uDEC2-\uDEDA\uDEDC-\uDEFA\uDEFC-\uDF14\uDF16-\uDF34\uDF36-\uDF4E\uDF50-\uDF6E\uDF70-\uDF88\uDF8A-\uDFA8\uDFAA-\uDFC2\uDFC4-\uDFCB\uDFCE-\uDFFF]|\uD836[\uDE00-\uDE36\uDE3B-\uDE6C\uDE75\uDE84\uDE9B-\uDE9F\uDEA1-\uDEAF]|\uD838[\uDC00-\uDC06\uDC08-\uDC18\uDC1B-\uDC21\uDC23\uDC24\uDC26-\uDC2A]|\uD83A[\uDC00-\uDCC4\uDCD0-\uDCD6\uDD00-\uDD4A\uDD50-\uDD59]|\uD83B[\uDE00-\uDE03\uDE05-\uDE1F\uDE21\uDE22\uDE24\uDE27\uDE29-\uDE32\uDE34-\uDE37\uDE39\uDE3B\uDE42\uDE47\uDE49\uDE4B\uDE4D-\uDE4F\uDE51\uDE52\uDE54\uDE57\uDE59\uDE5B\uDE5D\uDE5F\uDE61\uDE62\uDE64\uDE67-\uDE6A\uDE6C-\uDE72\uDE74-\uDE77\uDE79-\uDE7C\uDE7E\uDE80-\uDE89\uDE8B-\uDE9B\uDEA1-\uDEA3\uDEA5-\uDEA9\uDEAB-\uDEBB]|\uD869[\uDC00-\uDED6\uDF00-\uDFFF]|\uD86D[\uDC00-\uDF34\uDF40-\uDFFF]|\uD86E[\uDC00-\uDC1D\uDC20-\uDFFF]|\uD873[\uDC00-\uDEA1\uDEB0-\uDFFF]|\uD87A[\uDC00-\uDFE0]|\uD87E[\uDC00-\uDE1D]|\uDB40[\uDD00-\uDDEF]/;
var CHAR_CR = 13;
var CHAR_LF = 10;
var CharCodeReader = class {
  /**
   * The text to read from.
   * @type {string}
   */
  #text = "";
  /**
   * The current line number.
   * @type {number}
   */
  #line = 1;
  /**
   * The current column number.
   * @type {number}
   */
  #column = 0;
  /**
   * The current offset in the text.
   * @type {number}
   */
  #offset = -1;
  /**
   * Whether the last character read was a new line.
   * @type {boolean}
   */
  #newLine = false;
  /**
   * The last character code read.
   * @type {number}
   */
  #last = -1;
  /**
   * Whether the reader has ended.
   * @type {boolean}
   */
  #ended = false;
  /**
   * Creates a new instance.
   * @param {string} text The text to read from
   */
  constructor(text5) {
    this.#text = text5;
  }
  /**
   * Ends the reader.
   * @returns {void}
   */
  #end() {
    if (this.#ended) {
      return;
    }
    this.#column++;
    this.#offset++;
    this.#last = -1;
    this.#ended = true;
  }
  /**
   * Returns the current position of the reader.
   * @returns {Location} An object with line, column, and offset properties.
   */
  locate() {
    return {
      line: this.#line,
      column: this.#column,
      offset: this.#offset
    };
  }
  /**
   * Reads the next character code in the text.
   * @returns {number} The next character code, or -1 if there are no more characters.
   */
  next() {
    if (this.#offset >= this.#text.length - 1) {
      this.#end();
      return -1;
    }
    this.#offset++;
    const charCode = this.#text.charCodeAt(this.#offset);
    if (this.#newLine) {
      this.#line++;
      this.#column = 1;
      this.#newLine = false;
    } else {
      this.#column++;
    }
    if (charCode === CHAR_CR) {
      this.#newLine = true;
      if (this.peek() === CHAR_LF) {
        this.#offset++;
      }
    } else if (charCode === CHAR_LF) {
      this.#newLine = true;
    }
    this.#last = charCode;
    return charCode;
  }
  /**
   * Peeks at the next character code in the text.
   * @returns {number} The next character code, or -1 if there are no more characters.
   */
  peek() {
    if (this.#offset === this.#text.length - 1) {
      return -1;
    }
    return this.#text.charCodeAt(this.#offset + 1);
  }
  /**
   * Determines if the next character code in the text matches a specific character code.
   * @param {(number) => boolean} fn A function to call on the next character.
   * @returns {boolean} True if the next character code matches, false if not.
   */
  match(fn) {
    if (fn(this.peek())) {
      this.next();
      return true;
    }
    return false;
  }
  /**
   * Returns the last character code read.
   * @returns {number} The last character code read.
   */
  current() {
    return this.#last;
  }
};
var INFINITY = "Infinity";
var NAN = "NaN";
var keywordStarts = /* @__PURE__ */ new Set([CHAR_LOWER_T, CHAR_LOWER_F, CHAR_LOWER_N]);
var whitespace = /* @__PURE__ */ new Set([CHAR_SPACE, CHAR_TAB, CHAR_NEWLINE, CHAR_RETURN]);
var json5Whitespace = /* @__PURE__ */ new Set([
  ...whitespace,
  CHAR_VTAB,
  CHAR_FORM_FEED,
  CHAR_NBSP,
  CHAR_LINE_SEPARATOR,
  CHAR_PARAGRAPH_SEPARATOR,
  CHAR_BOM,
  CHAR_NON_BREAKING_SPACE,
  CHAR_EN_QUAD,
  CHAR_EM_QUAD,
  CHAR_EN_SPACE,
  CHAR_EM_SPACE,
  CHAR_THREE_PER_EM_SPACE,
  CHAR_FOUR_PER_EM_SPACE,
  CHAR_SIX_PER_EM_SPACE,
  CHAR_FIGURE_SPACE,
  CHAR_PUNCTUATION_SPACE,
  CHAR_THIN_SPACE,
  CHAR_HAIR_SPACE,
  CHAR_NARROW_NO_BREAK_SPACE,
  CHAR_MEDIUM_MATHEMATICAL_SPACE,
  CHAR_IDEOGRAPHIC_SPACE
]);
var DEFAULT_OPTIONS$1 = {
  mode: "json",
  ranges: false
};
var jsonKeywords = /* @__PURE__ */ new Set(["true", "false", "null"]);
var tt = {
  EOF: 0,
  Number: 1,
  String: 2,
  Boolean: 3,
  Null: 4,
  NaN: 5,
  Infinity: 6,
  Identifier: 7,
  Colon: 20,
  LBrace: 21,
  RBrace: 22,
  LBracket: 23,
  RBracket: 24,
  Comma: 25,
  LineComment: 40,
  BlockComment: 41
};
function isDigit2(c) {
  return c >= CHAR_0 && c <= CHAR_9;
}
function isHexDigit(c) {
  return isDigit2(c) || c >= CHAR_UPPER_A && c <= CHAR_UPPER_F || c >= CHAR_LOWER_A && c <= CHAR_LOWER_F;
}
function isPositiveDigit(c) {
  return c >= CHAR_1 && c <= CHAR_9;
}
function isKeywordStart(c) {
  return keywordStarts.has(c);
}
function isNumberStart(c) {
  return isDigit2(c) || c === CHAR_DOT || c === CHAR_MINUS;
}
function isJSON5NumberStart(c) {
  return isNumberStart(c) || c === CHAR_PLUS;
}
function isStringStart(c, json5) {
  return c === CHAR_DOUBLE_QUOTE || json5 && c === CHAR_SINGLE_QUOTE;
}
function isJSON5IdentifierStart(c) {
  if (c === CHAR_DOLLAR || c === CHAR_UNDERSCORE || c === CHAR_BACKSLASH) {
    return true;
  }
  if (c >= CHAR_LOWER_A && c <= CHAR_LOWER_Z || c >= CHAR_UPPER_A && c <= CHAR_UPPER_Z) {
    return true;
  }
  if (c === 8204 || c === 8205) {
    return true;
  }
  const ct = String.fromCharCode(c);
  return ID_Start.test(ct);
}
function isJSON5IdentifierPart(c) {
  if (isJSON5IdentifierStart(c) || isDigit2(c)) {
    return true;
  }
  const ct = String.fromCharCode(c);
  return ID_Continue.test(ct);
}
var Tokenizer = class {
  /**
   * Options for the tokenizer.
   * @type {TokenizeOptions}
   */
  #options;
  /**
   * The source text to tokenize.
   * @type {string}
   */
  #text;
  /**
   * The reader for the source text.
   * @type {CharCodeReader}
   */
  #reader;
  /**
   * Indicates if the tokenizer is in JSON5 mode.
   * @type {boolean}
   */
  #json5;
  /**
   * Indicates if comments are allowed.
   * @type {boolean}
   */
  #allowComments;
  /**
   * Indicates if ranges should be included in the tokens.
   * @type {boolean}
   */
  #ranges;
  /**
   * The last token type read.
   * @type {Token}
   */
  #token;
  /**
   * Determines if a character is an escaped character.
   * @type {(c:number) => boolean}
   */
  #isEscapedCharacter;
  /**
   * Determines if a character is a JSON5 line terminator.
   * @type {(c:number) => boolean}
   */
  #isJSON5LineTerminator;
  /**
   * Determines if a character is a JSON5 hex escape.
   * @type {(c:number) => boolean}
   */
  #isJSON5HexEscape;
  /**
   * Determines if a character is whitespace.
   * @type {(c:number) => boolean}
   */
  #isWhitespace;
  /**
   * Creates a new instance of the tokenizer.
   * @param {string} text The source text
   * @param {TokenizeOptions} [options] Options for the tokenizer.
   */
  constructor(text5, options) {
    this.#text = text5;
    this.#options = {
      ...DEFAULT_OPTIONS$1,
      ...options
    };
    this.#reader = new CharCodeReader(text5);
    this.#json5 = this.#options.mode === "json5";
    this.#allowComments = this.#options.mode !== "json";
    this.#ranges = this.#options.ranges;
    this.#isEscapedCharacter = this.#json5 ? json5EscapeToChar.has.bind(json5EscapeToChar) : escapeToChar.has.bind(escapeToChar);
    this.#isJSON5LineTerminator = this.#json5 ? json5LineTerminators.has.bind(json5LineTerminators) : () => false;
    this.#isJSON5HexEscape = this.#json5 ? (c) => c === CHAR_LOWER_X : () => false;
    this.#isWhitespace = this.#json5 ? json5Whitespace.has.bind(json5Whitespace) : whitespace.has.bind(whitespace);
  }
  // #region Errors
  /**
   * Convenience function for throwing unexpected character errors.
   * @param {number} c The unexpected character.
   * @param {Location} [loc] The location of the unexpected character.
   * @returns {never}
   * @throws {UnexpectedChar} always.
   */
  #unexpected(c, loc = this.#reader.locate()) {
    throw new UnexpectedChar(c, loc);
  }
  /**
   * Convenience function for throwing unexpected identifier errors.
   * @param {string} identifier The unexpected identifier.
   * @param {Location} [loc] The location of the unexpected identifier.
   * @returns {never}
   * @throws {UnexpectedIdentifier} always.
   */
  #unexpectedIdentifier(identifier2, loc = this.#reader.locate()) {
    throw new UnexpectedIdentifier(identifier2, loc);
  }
  /**
  * Convenience function for throwing unexpected EOF errors.
  * @returns {never}
  * @throws {UnexpectedEOF} always.
  */
  #unexpectedEOF() {
    throw new UnexpectedEOF(this.#reader.locate());
  }
  // #endregion
  // #region Helpers
  /**
   * Creates a new token.
   * @param {TokenType} tokenType The type of token to create.
   * @param {number} length The length of the token.
   * @param {Location} startLoc The start location for the token.
   * @param {Location} [endLoc] The end location for the token.
   * @returns {Token} The token.
   */
  #createToken(tokenType, length, startLoc, endLoc) {
    const endOffset = startLoc.offset + length;
    let range = this.#options.ranges ? {
      range: (
        /** @type {Range} */
        [startLoc.offset, endOffset]
      )
    } : void 0;
    return {
      type: tokenType,
      loc: {
        start: startLoc,
        end: endLoc || {
          line: startLoc.line,
          column: startLoc.column + length,
          offset: endOffset
        }
      },
      ...range
    };
  }
  /**
   * Reads in a specific number of hex digits.
   * @param {number} count The number of hex digits to read.
   * @returns {string} The hex digits read.
   */
  #readHexDigits(count) {
    let value = "";
    let c;
    for (let i = 0; i < count; i++) {
      c = this.#reader.peek();
      if (isHexDigit(c)) {
        this.#reader.next();
        value += String.fromCharCode(c);
        continue;
      }
      this.#unexpected(c);
    }
    return value;
  }
  /**
   * Reads in a JSON5 identifier. Also used for JSON but we validate
   * the identifier later.
   * @param {number} c The first character of the identifier.
   * @returns {string} The identifier read.
   * @throws {UnexpectedChar} when the identifier cannot be read.
   */
  #readIdentifier(c) {
    let value = "";
    do {
      value += String.fromCharCode(c);
      if (c === CHAR_BACKSLASH) {
        c = this.#reader.next();
        if (c !== CHAR_LOWER_U) {
          this.#unexpected(c);
        }
        value += String.fromCharCode(c);
        const hexDigits = this.#readHexDigits(4);
        const charCode = parseInt(hexDigits, 16);
        if (value.length === 2 && !isJSON5IdentifierStart(charCode)) {
          const loc = this.#reader.locate();
          this.#unexpected(CHAR_BACKSLASH, { line: loc.line, column: loc.column - 5, offset: loc.offset - 5 });
        } else if (!isJSON5IdentifierPart(charCode)) {
          const loc = this.#reader.locate();
          this.#unexpected(charCode, { line: loc.line, column: loc.column - 5, offset: loc.offset - 5 });
        }
        value += hexDigits;
      }
      c = this.#reader.peek();
      if (!isJSON5IdentifierPart(c)) {
        break;
      }
      this.#reader.next();
    } while (true);
    return value;
  }
  /**
   * Reads in a string. Works for both JSON and JSON5.
   * @param {number} c The first character of the string (either " or ').
   * @returns {number} The length of the string.
   * @throws {UnexpectedChar} when the string cannot be read.
   * @throws {UnexpectedEOF} when EOF is reached before the string is finalized.
   */
  #readString(c) {
    const delimiter = c;
    let length = 1;
    c = this.#reader.peek();
    while (c !== -1 && c !== delimiter) {
      this.#reader.next();
      length++;
      if (c === CHAR_BACKSLASH) {
        c = this.#reader.peek();
        if (this.#isEscapedCharacter(c) || this.#isJSON5LineTerminator(c)) {
          this.#reader.next();
          length++;
        } else if (c === CHAR_LOWER_U) {
          this.#reader.next();
          length++;
          const result = this.#readHexDigits(4);
          length += result.length;
        } else if (this.#isJSON5HexEscape(c)) {
          this.#reader.next();
          length++;
          const result = this.#readHexDigits(2);
          length += result.length;
        } else if (this.#json5) {
          this.#reader.next();
          length++;
        } else {
          this.#unexpected(c);
        }
      }
      c = this.#reader.peek();
    }
    if (c === -1) {
      this.#reader.next();
      this.#unexpectedEOF();
    }
    this.#reader.next();
    length++;
    return length;
  }
  /**
   * Reads a number. Works for both JSON and JSON5.
   * @param {number} c The first character of the number.
   * @returns {number} The length of the number.
   * @throws {UnexpectedChar} when the number cannot be read.
   * @throws {UnexpectedEOF} when EOF is reached before the number is finalized.
   */
  #readNumber(c) {
    let length = 1;
    if (c === CHAR_MINUS || this.#json5 && c === CHAR_PLUS) {
      c = this.#reader.peek();
      if (this.#json5) {
        if (c === CHAR_UPPER_I || c === CHAR_UPPER_N) {
          this.#reader.next();
          const identifier2 = this.#readIdentifier(c);
          if (identifier2 !== INFINITY && identifier2 !== NAN) {
            this.#unexpected(c);
          }
          return length + identifier2.length;
        }
      }
      if (!isDigit2(c)) {
        this.#unexpected(c);
      }
      this.#reader.next();
      length++;
    }
    if (c === CHAR_0) {
      c = this.#reader.peek();
      if (this.#json5 && (c === CHAR_LOWER_X || c === CHAR_UPPER_X)) {
        this.#reader.next();
        length++;
        c = this.#reader.peek();
        if (!isHexDigit(c)) {
          this.#reader.next();
          this.#unexpected(c);
        }
        do {
          this.#reader.next();
          length++;
          c = this.#reader.peek();
        } while (isHexDigit(c));
      } else if (isDigit2(c)) {
        this.#unexpected(c);
      }
    } else {
      if (!this.#json5 || c !== CHAR_DOT) {
        if (!isPositiveDigit(c)) {
          this.#unexpected(c);
        }
        c = this.#reader.peek();
        while (isDigit2(c)) {
          this.#reader.next();
          length++;
          c = this.#reader.peek();
        }
      }
    }
    if (c === CHAR_DOT) {
      let digitCount = -1;
      this.#reader.next();
      length++;
      digitCount++;
      c = this.#reader.peek();
      while (isDigit2(c)) {
        this.#reader.next();
        length++;
        digitCount++;
        c = this.#reader.peek();
      }
      if (!this.#json5 && digitCount === 0) {
        this.#reader.next();
        if (c) {
          this.#unexpected(c);
        } else {
          this.#unexpectedEOF();
        }
      }
    }
    if (c === CHAR_LOWER_E || c === CHAR_UPPER_E) {
      this.#reader.next();
      length++;
      c = this.#reader.peek();
      if (c === CHAR_PLUS || c === CHAR_MINUS) {
        this.#reader.next();
        length++;
        c = this.#reader.peek();
      }
      if (c === -1) {
        this.#reader.next();
        this.#unexpectedEOF();
      }
      if (!isDigit2(c)) {
        this.#reader.next();
        this.#unexpected(c);
      }
      while (isDigit2(c)) {
        this.#reader.next();
        length++;
        c = this.#reader.peek();
      }
    }
    return length;
  }
  /**
   * Reads a comment. Works for both JSON and JSON5.
   * @param {number} c The first character of the comment.
   * @returns {{length: number, multiline: boolean}} The length of the comment, and whether the comment is multi-line.
   * @throws {UnexpectedChar} when the comment cannot be read.
   * @throws {UnexpectedEOF} when EOF is reached before the comment is finalized.
   */
  #readComment(c) {
    let length = 1;
    c = this.#reader.peek();
    if (c === CHAR_SLASH) {
      do {
        this.#reader.next();
        length += 1;
        c = this.#reader.peek();
      } while (c > -1 && c !== CHAR_RETURN && c !== CHAR_NEWLINE);
      return { length, multiline: false };
    }
    if (c === CHAR_STAR) {
      this.#reader.next();
      length += 1;
      while (c > -1) {
        c = this.#reader.peek();
        if (c === CHAR_STAR) {
          this.#reader.next();
          length += 1;
          c = this.#reader.peek();
          if (c === CHAR_SLASH) {
            this.#reader.next();
            length += 1;
            return { length, multiline: true };
          }
        } else {
          this.#reader.next();
          length += 1;
        }
      }
      this.#reader.next();
      this.#unexpectedEOF();
    }
    this.#reader.next();
    this.#unexpected(c);
  }
  // #endregion
  /**
   * Returns the next token in the source text.
   * @returns {number} The code for the next token.
   */
  next() {
    let c = this.#reader.next();
    while (this.#isWhitespace(c)) {
      c = this.#reader.next();
    }
    if (c === -1) {
      return tt.EOF;
    }
    const start3 = this.#reader.locate();
    const ct = String.fromCharCode(c);
    if (this.#json5) {
      if (knownJSON5TokenTypes.has(ct)) {
        this.#token = this.#createToken(knownJSON5TokenTypes.get(ct), 1, start3);
      } else if (isJSON5IdentifierStart(c)) {
        const value = this.#readIdentifier(c);
        if (knownJSON5TokenTypes.has(value)) {
          this.#token = this.#createToken(knownJSON5TokenTypes.get(value), value.length, start3);
        } else {
          this.#token = this.#createToken("Identifier", value.length, start3);
        }
      } else if (isJSON5NumberStart(c)) {
        const result = this.#readNumber(c);
        this.#token = this.#createToken("Number", result, start3);
      } else if (isStringStart(c, this.#json5)) {
        const result = this.#readString(c);
        const lastCharLoc = this.#reader.locate();
        this.#token = this.#createToken("String", result, start3, {
          line: lastCharLoc.line,
          column: lastCharLoc.column + 1,
          offset: lastCharLoc.offset + 1
        });
      } else if (c === CHAR_SLASH && this.#allowComments) {
        const result = this.#readComment(c);
        const lastCharLoc = this.#reader.locate();
        this.#token = this.#createToken(!result.multiline ? "LineComment" : "BlockComment", result.length, start3, {
          line: lastCharLoc.line,
          column: lastCharLoc.column + 1,
          offset: lastCharLoc.offset + 1
        });
      } else {
        this.#unexpected(c);
      }
    } else {
      if (knownTokenTypes.has(ct)) {
        this.#token = this.#createToken(knownTokenTypes.get(ct), 1, start3);
      } else if (isKeywordStart(c)) {
        const value = this.#readIdentifier(c);
        if (!jsonKeywords.has(value)) {
          this.#unexpectedIdentifier(value, start3);
        }
        this.#token = this.#createToken(knownTokenTypes.get(value), value.length, start3);
      } else if (isNumberStart(c)) {
        const result = this.#readNumber(c);
        this.#token = this.#createToken("Number", result, start3);
      } else if (isStringStart(c, this.#json5)) {
        const result = this.#readString(c);
        this.#token = this.#createToken("String", result, start3);
      } else if (c === CHAR_SLASH && this.#allowComments) {
        const result = this.#readComment(c);
        const lastCharLoc = this.#reader.locate();
        this.#token = this.#createToken(!result.multiline ? "LineComment" : "BlockComment", result.length, start3, {
          line: lastCharLoc.line,
          column: lastCharLoc.column + 1,
          offset: lastCharLoc.offset + 1
        });
      } else {
        this.#unexpected(c);
      }
    }
    return tt[this.#token.type];
  }
  /**
   * Returns the current token in the source text.
   * @returns {Token} The current token.
   */
  get token() {
    return this.#token;
  }
};
var types = {
  /**
   * Creates a document node.
   * @param {ValueNode} body The body of the document.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {DocumentNode} The document node.
   */
  document(body, parts = {}) {
    return {
      type: "Document",
      body,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates a string node.
   * @param {string} value The value for the string.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {StringNode} The string node.
   */
  string(value, parts = {}) {
    return {
      type: "String",
      value,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates a number node.
   * @param {number} value The value for the number.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {NumberNode} The number node.
   */
  number(value, parts = {}) {
    return {
      type: "Number",
      value,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates a boolean node.
   * @param {boolean} value The value for the boolean.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {BooleanNode} The boolean node.
   */
  boolean(value, parts = {}) {
    return {
      type: "Boolean",
      value,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates a null node.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {NullNode} The null node.
   */
  null(parts = {}) {
    return {
      type: "Null",
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates an array node.
   * @param {Array<ElementNode>} elements The elements to add.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {ArrayNode} The array node.
   */
  array(elements, parts = {}) {
    return {
      type: "Array",
      elements,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates an element node.
   * @param {ValueNode} value The value for the element.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {ElementNode} The element node.
   */
  element(value, parts = {}) {
    return {
      type: "Element",
      value,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates an object node.
   * @param {Array<MemberNode>} members The members to add.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {ObjectNode} The object node.
   */
  object(members, parts = {}) {
    return {
      type: "Object",
      members,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates a member node.
   * @param {StringNode|IdentifierNode} name The name for the member.
   * @param {ValueNode} value The value for the member.
   * @param {NodeParts} parts Additional properties for the node. 
   * @returns {MemberNode} The member node.
   */
  member(name, value, parts = {}) {
    return {
      type: "Member",
      name,
      value,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates an identifier node.
   * @param {string} name The name for the identifier.
   * @param {NodeParts} parts Additional properties for the node.
   * @returns {IdentifierNode} The identifier node.
   */
  identifier(name, parts = {}) {
    return {
      type: "Identifier",
      name,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates a NaN node.
   * @param {Sign} sign The sign for the Infinity.
   * @param {NodeParts} parts Additional properties for the node.
   * @returns {NaNNode} The NaN node.
   */
  nan(sign = "", parts = {}) {
    return {
      type: "NaN",
      sign,
      loc: parts.loc,
      ...parts
    };
  },
  /**
   * Creates an Infinity node.
   * @param {Sign} sign The sign for the Infinity.
   * @param {NodeParts} parts Additional properties for the node.
   * @returns {InfinityNode} The Infinity node.
   */
  infinity(sign = "", parts = {}) {
    return {
      type: "Infinity",
      sign,
      loc: parts.loc,
      ...parts
    };
  }
};
var DEFAULT_OPTIONS = {
  mode: "json",
  ranges: false,
  tokens: false,
  allowTrailingCommas: false
};
var UNICODE_SEQUENCE = /\\u[\da-fA-F]{4}/gu;
function normalizeIdentifier(identifier2) {
  return identifier2.replace(UNICODE_SEQUENCE, (unicodeEscape) => {
    return String.fromCharCode(parseInt(unicodeEscape.slice(2), 16));
  });
}
function getEndLocation(text5) {
  let line2 = 1;
  let column = 1;
  for (let i = 0; i < text5.length; i++) {
    const char = text5[i];
    if (char === "\n") {
      line2++;
      column = 1;
    } else if (char === "\r") {
      if (text5[i + 1] === "\n") {
        i++;
      }
      line2++;
      column = 1;
    } else {
      column++;
    }
  }
  return {
    line: line2,
    column,
    offset: text5.length
  };
}
function getStringValue(value, token, json5 = false) {
  let result = "";
  let escapeIndex = value.indexOf("\\");
  let lastIndex = 0;
  while (escapeIndex >= 0) {
    result += value.slice(lastIndex, escapeIndex);
    const escapeChar = value.charAt(escapeIndex + 1);
    const escapeCharCode = escapeChar.charCodeAt(0);
    if (json5 && json5EscapeToChar.has(escapeCharCode)) {
      result += json5EscapeToChar.get(escapeCharCode);
      lastIndex = escapeIndex + 2;
    } else if (escapeToChar.has(escapeCharCode)) {
      result += escapeToChar.get(escapeCharCode);
      lastIndex = escapeIndex + 2;
    } else if (escapeChar === "u") {
      const hexCode = value.slice(escapeIndex + 2, escapeIndex + 6);
      if (hexCode.length < 4 || /[^0-9a-f]/i.test(hexCode)) {
        throw new ErrorWithLocation(
          `Invalid unicode escape \\u${hexCode}.`,
          {
            line: token.loc.start.line,
            column: token.loc.start.column + escapeIndex,
            offset: token.loc.start.offset + escapeIndex
          }
        );
      }
      result += String.fromCharCode(parseInt(hexCode, 16));
      lastIndex = escapeIndex + 6;
    } else if (json5 && escapeChar === "x") {
      const hexCode = value.slice(escapeIndex + 2, escapeIndex + 4);
      if (hexCode.length < 2 || /[^0-9a-f]/i.test(hexCode)) {
        throw new ErrorWithLocation(
          `Invalid hex escape \\x${hexCode}.`,
          {
            line: token.loc.start.line,
            column: token.loc.start.column + escapeIndex,
            offset: token.loc.start.offset + escapeIndex
          }
        );
      }
      result += String.fromCharCode(parseInt(hexCode, 16));
      lastIndex = escapeIndex + 4;
    } else if (json5 && json5LineTerminators.has(escapeCharCode)) {
      lastIndex = escapeIndex + 2;
      if (escapeChar === "\r" && value.charAt(lastIndex) === "\n") {
        lastIndex++;
      }
    } else {
      if (json5) {
        result += escapeChar;
        lastIndex = escapeIndex + 2;
      } else {
        throw new ErrorWithLocation(
          `Invalid escape \\${escapeChar}.`,
          {
            line: token.loc.start.line,
            column: token.loc.start.column + escapeIndex,
            offset: token.loc.start.offset + escapeIndex
          }
        );
      }
    }
    escapeIndex = value.indexOf("\\", lastIndex);
  }
  result += value.slice(lastIndex);
  return result;
}
function getLiteralValue(value, token, json5 = false) {
  switch (token.type) {
    case "Boolean":
      return value === "true";
    case "Number":
      if (json5) {
        if (value.charCodeAt(0) === 45) {
          return -Number(value.slice(1));
        }
        if (value.charCodeAt(0) === 43) {
          return Number(value.slice(1));
        }
      }
      return Number(value);
    case "String":
      return getStringValue(value.slice(1, -1), token, json5);
    default:
      throw new TypeError(`Unknown token type "${token.type}.`);
  }
}
function parse2(text5, options) {
  options = Object.freeze({
    ...DEFAULT_OPTIONS,
    ...options
  });
  const tokens = [];
  const tokenizer = new Tokenizer(text5, {
    mode: options.mode,
    ranges: options.ranges
  });
  const json5 = options.mode === "json5";
  const allowTrailingCommas = options.allowTrailingCommas || json5;
  function nextNoComments() {
    const nextType = tokenizer.next();
    if (nextType && options.tokens) {
      tokens.push(tokenizer.token);
    }
    return nextType;
  }
  function nextSkipComments() {
    const nextType = tokenizer.next();
    if (nextType && options.tokens) {
      tokens.push(tokenizer.token);
    }
    if (nextType >= tt.LineComment) {
      return nextSkipComments();
    }
    return nextType;
  }
  const next = options.mode === "json" ? nextNoComments : nextSkipComments;
  function assertTokenType(token, type) {
    if (token !== type) {
      throw new UnexpectedToken(tokenizer.token);
    }
  }
  function assertTokenTypes(token, types2) {
    if (!types2.includes(token)) {
      throw new UnexpectedToken(tokenizer.token);
    }
  }
  function createRange(start3, end) {
    return options.ranges ? {
      range: [start3.offset, end.offset]
    } : void 0;
  }
  function createLiteralNode(tokenType) {
    const token = tokenizer.token;
    const range = createRange(token.loc.start, token.loc.end);
    const value = getLiteralValue(
      text5.slice(token.loc.start.offset, token.loc.end.offset),
      token,
      json5
    );
    const loc = {
      start: {
        ...token.loc.start
      },
      end: {
        ...token.loc.end
      }
    };
    const parts = { loc, ...range };
    switch (tokenType) {
      case tt.String:
        return types.string(
          /** @type {string} */
          value,
          parts
        );
      case tt.Number:
        return types.number(
          /** @type {number} */
          value,
          parts
        );
      case tt.Boolean:
        return types.boolean(
          /** @type {boolean} */
          value,
          parts
        );
      default:
        throw new TypeError(`Unknown token type ${token.type}.`);
    }
  }
  function createJSON5IdentifierNode(token) {
    const range = createRange(token.loc.start, token.loc.end);
    const identifier2 = text5.slice(token.loc.start.offset, token.loc.end.offset);
    const loc = {
      start: {
        ...token.loc.start
      },
      end: {
        ...token.loc.end
      }
    };
    const parts = { loc, ...range };
    if (token.type !== "Identifier") {
      let sign = "";
      if (identifier2[0] === "+" || identifier2[0] === "-") {
        sign = identifier2[0];
      }
      return types[identifier2.includes("NaN") ? "nan" : "infinity"](
        /** @type {Sign} */
        sign,
        parts
      );
    }
    return types.identifier(normalizeIdentifier(identifier2), parts);
  }
  function createNullNode(token) {
    const range = createRange(token.loc.start, token.loc.end);
    return types.null({
      loc: {
        start: {
          ...token.loc.start
        },
        end: {
          ...token.loc.end
        }
      },
      ...range
    });
  }
  function parseProperty(tokenType) {
    if (json5) {
      assertTokenTypes(tokenType, [tt.String, tt.Identifier, tt.Number]);
    } else {
      assertTokenType(tokenType, tt.String);
    }
    const token = tokenizer.token;
    if (json5 && tokenType === tt.Number && /[+\-0-9]/.test(text5[token.loc.start.offset])) {
      throw new UnexpectedToken(token);
    }
    let key = tokenType === tt.String ? (
      /** @type {StringNode} */
      createLiteralNode(tokenType)
    ) : (
      /** @type {IdentifierNode|NaNNode|InfinityNode} */
      createJSON5IdentifierNode(token)
    );
    if (json5 && (key.type === "NaN" || key.type === "Infinity")) {
      if (key.sign !== "") {
        throw new UnexpectedToken(tokenizer.token);
      }
      key = types.identifier(key.type, { loc: key.loc, ...createRange(key.loc.start, key.loc.end) });
    }
    tokenType = next();
    assertTokenType(tokenType, tt.Colon);
    const value = parseValue();
    const range = createRange(key.loc.start, value.loc.end);
    return types.member(
      /** @type {StringNode|IdentifierNode} */
      key,
      /** @type {ValueNode} */
      value,
      {
        loc: {
          start: {
            ...key.loc.start
          },
          end: {
            ...value.loc.end
          }
        },
        ...range
      }
    );
  }
  function parseObject(firstTokenType) {
    assertTokenType(firstTokenType, tt.LBrace);
    const firstToken = tokenizer.token;
    const members = [];
    let tokenType = next();
    if (tokenType !== tt.RBrace) {
      do {
        members.push(parseProperty(tokenType));
        tokenType = next();
        if (!tokenType) {
          throw new UnexpectedEOF(members[members.length - 1].loc.end);
        }
        if (tokenType === tt.Comma) {
          tokenType = next();
          if (allowTrailingCommas && tokenType === tt.RBrace) {
            break;
          }
        } else {
          break;
        }
      } while (tokenType);
    }
    assertTokenType(tokenType, tt.RBrace);
    const lastToken = tokenizer.token;
    const range = createRange(firstToken.loc.start, lastToken.loc.end);
    return types.object(members, {
      loc: {
        start: {
          ...firstToken.loc.start
        },
        end: {
          ...lastToken.loc.end
        }
      },
      ...range
    });
  }
  function parseArray(firstTokenType) {
    assertTokenType(firstTokenType, tt.LBracket);
    const firstToken = tokenizer.token;
    const elements = [];
    let tokenType = next();
    if (tokenType !== tt.RBracket) {
      do {
        const value = parseValue(tokenType);
        elements.push(types.element(
          /** @type {ValueNode} */
          value,
          { loc: value.loc }
        ));
        tokenType = next();
        if (tokenType === tt.Comma) {
          tokenType = next();
          if (allowTrailingCommas && tokenType === tt.RBracket) {
            break;
          }
        } else {
          break;
        }
      } while (tokenType);
    }
    assertTokenType(tokenType, tt.RBracket);
    const lastToken = tokenizer.token;
    const range = createRange(firstToken.loc.start, lastToken.loc.end);
    return types.array(elements, {
      loc: {
        start: {
          ...firstToken.loc.start
        },
        end: {
          ...lastToken.loc.end
        }
      },
      ...range
    });
  }
  function parseValue(tokenType) {
    tokenType = tokenType ?? next();
    const token = tokenizer.token;
    if (!tokenType) {
      throw new UnexpectedEOF({
        line: 1,
        column: 1,
        offset: 0
      });
    }
    switch (tokenType) {
      case tt.String:
      case tt.Boolean:
        return createLiteralNode(tokenType);
      case tt.Number:
        if (json5) {
          let tokenText = text5.slice(token.loc.start.offset, token.loc.end.offset);
          if (tokenText[0] === "+" || tokenText[0] === "-") {
            tokenText = tokenText.slice(1);
          }
          if (tokenText === "NaN" || tokenText === "Infinity") {
            return createJSON5IdentifierNode(token);
          }
        }
        return createLiteralNode(tokenType);
      case tt.Null:
        return createNullNode(token);
      case tt.LBrace:
        return parseObject(tokenType);
      case tt.LBracket:
        return parseArray(tokenType);
      default:
        throw new UnexpectedToken(token);
    }
  }
  const docBody = parseValue();
  const unexpectedToken = next();
  if (unexpectedToken) {
    throw new UnexpectedToken(tokenizer.token);
  }
  const textEndLocation = getEndLocation(text5);
  const docParts = {
    loc: {
      start: {
        line: 1,
        column: 1,
        offset: 0
      },
      end: {
        ...textEndLocation
      }
    }
  };
  if (options.tokens) {
    docParts.tokens = tokens;
  }
  if (options.ranges) {
    docParts.range = [
      docParts.loc.start.offset,
      docParts.loc.end.offset
    ];
  }
  return types.document(
    /** @type {ValueNode} */
    docBody,
    docParts
  );
}

// src/domain/findings/lockfiles/package-lock.ts
var FOLDER2 = "node_modules/";
var packageLock = {
  ecosystem: "npm",
  kind: "lockfile",
  files: /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/,
  parse: (text5) => {
    const root = parse2(text5.replace(/^\uFEFF/, " ")).body;
    const packages = objectOf(memberOf(root, "packages"));
    if (packages !== void 0) return membersOf2(packages).flatMap(pinOfFolder);
    return pinsOfTree(objectOf(memberOf(root, "dependencies")));
  }
};
function pinOfFolder(member) {
  const folder = keyOf(member);
  const start3 = folder.lastIndexOf(FOLDER2);
  const version = textOf3(memberOf(member.value, "version"));
  if (start3 < 0 || version === void 0) return [];
  const alias = memberOf(member.value, "name");
  const written2 = textOf3(alias);
  const inFolder = folder.slice(start3 + FOLDER2.length);
  if (alias === void 0 || written2 === void 0 || written2 === inFolder)
    return [{ name: inFolder, version, line: lineOf(member) }];
  return [{ name: written2, version, line: lineOf(alias) }];
}
function pinsOfTree(dependencies) {
  return membersOf2(dependencies).flatMap((member) => {
    const version = memberOf(member.value, "version");
    const below = pinsOfTree(objectOf(memberOf(member.value, "dependencies")));
    const written2 = textOf3(version);
    if (version === void 0 || written2 === void 0) return below;
    const [, name, aliased] = /^npm:(.+)@([^@]+)$/.exec(written2) ?? [];
    return name === void 0 || aliased === void 0 ? [{ name: keyOf(member), version: written2, line: lineOf(member) }, ...below] : [{ name, version: aliased, line: lineOf(version) }, ...below];
  });
}
function membersOf2(object) {
  return object?.members ?? [];
}
function memberOf(value, key) {
  return value.type === "Object" ? value.members.findLast((member) => keyOf(member) === key) : void 0;
}
function objectOf(member) {
  return member?.value.type === "Object" ? member.value : void 0;
}
function textOf3(member) {
  return member?.value.type === "String" ? member.value.value : void 0;
}
function keyOf({ name }) {
  return name.type === "String" ? name.value : name.name;
}
function lineOf({ loc }) {
  return loc.start.line;
}

// src/domain/findings/lockfiles/pnpm-lock.ts
var import_yaml5 = __toESM(require_dist(), 1);
var pnpmLock = {
  ecosystem: "npm",
  kind: "lockfile",
  files: /(?:^|\/)pnpm-lock\.yaml$/,
  parse: (text5) => {
    const lines = new import_yaml5.LineCounter();
    const tokens = undamagedTokens(text5, lines);
    const documents = new import_yaml5.Composer({ uniqueKeys: false }).compose(tokens);
    return [...documents].flatMap((document) => pinsOf(document, lines));
  }
};
function pinsOf(document, lines) {
  const packages = document.get("packages");
  if (document.errors.length > 0 || !(0, import_yaml5.isMap)(packages)) return [];
  return packages.items.flatMap(({ key }) => {
    if (!(0, import_yaml5.isScalar)(key) || typeof key.value !== "string") return [];
    const found2 = packageOf(key.value);
    const [start3 = 0] = key.range ?? [];
    return found2 === void 0 ? [] : [{ ...found2, line: lines.linePos(start3).line }];
  });
}
function packageOf(key) {
  const [, name, version] = /^\/?((?:@[^/@():]+\/)?[^/@():]+)[/@](\d[^_()/]*)/.exec(key) ?? [];
  return name === void 0 || version === void 0 ? void 0 : { name, version };
}

// src/domain/findings/lockfiles/toml-packages.ts
var TOKEN = /[ \t\r]+|#[^\n]*|\n|"""(?:[^"\\]|\\[^]|"{1,2}(?!"))*"{3,5}|'''(?:[^']|'{1,2}(?!'))*'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+:-]+|[=,[\]{}]/y;
function parseTomlPackages(text5) {
  const found2 = [];
  let isOpen = false;
  for (const statement of statementsOf(text5)) {
    const [key, equals, value, ...rest] = statement;
    if (key?.text === "[") {
      isOpen = isPackage(statement);
      if (isOpen) found2.push({});
      continue;
    }
    if (!isPair2(statement)) throw new Error("This is not TOML.");
    const name = valueOf(key);
    if (!isOpen || equals?.text !== "=" || rest.length > 0) continue;
    if (value === void 0 || name !== "name" && name !== "version") continue;
    const table = found2.at(-1);
    if (table !== void 0) table[name] = value;
  }
  return found2.flatMap(({ name, version }) => pinOf2(name, version));
}
function* statementsOf(text5) {
  let [line2, depth] = [1, 0];
  let statement = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text5.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text5)?.[0];
    if (token === void 0) throw new Error(`Line ${line2} is not TOML.`);
    if ("[{".includes(token)) depth += 1;
    if ("]}".includes(token)) depth -= 1;
    if (token === "\n" && depth === 0 && statement.length > 0) {
      yield statement;
      statement = [];
    }
    if (!/^[\s#]/.test(token)) statement.push({ text: token, line: line2 });
    line2 += token.split("\n").length - 1;
  }
  if (depth !== 0) throw new Error("A bracket is not closed.");
  if (statement.length > 0) yield statement;
}
function isPackage(header) {
  const shape = header.map(({ text: text5 }, at) => at === 2 ? "" : text5).join("");
  return shape === "[[]]" && valueOf(header[2]) === "package";
}
function isPair2(statement) {
  const equals = statement.findIndex(({ text: text5 }) => text5 === "=");
  return equals > 0 && statement.slice(0, equals).every(({ text: text5 }) => /^[\w."'-]/.test(text5));
}
function pinOf2(name, version) {
  const [called, stated] = [stringOf(name), stringOf(version)];
  if (name === void 0 || called === void 0) return [];
  return [{ name: called, line: name.line, ...defined({ version: stated }) }];
}
function valueOf(key) {
  return stringOf(key) ?? key?.text;
}
function stringOf(token) {
  const text5 = token?.text ?? "";
  if (/^"""|^'''|^[^"']/.test(text5) || token === void 0) return void 0;
  return text5.startsWith("'") ? text5.slice(1, -1) : external_exports.string().parse(JSON.parse(text5));
}

// src/domain/findings/lockfiles/poetry-lock.ts
var poetryLock = {
  ecosystem: "pypi",
  kind: "lockfile",
  files: /(?:^|\/)poetry\.lock$/,
  parse: parseTomlPackages
};

// src/domain/findings/lockfiles/requirements.ts
var NAME2 = /^[A-Za-z0-9][\w.-]*/;
var EXTRAS = /^\[[^\]]*\]/;
var requirements = {
  ecosystem: "pypi",
  kind: "manifest",
  files: /(?:^|\/)requirements(?:[^/]*|\/[^/]+)\.txt$/i,
  parse: (text5) => logicalLines(text5).flatMap(pinOf3)
};
function logicalLines(text5) {
  const joined3 = [];
  let open2;
  for (const [index, line2] of splitLines(text5.replace(/^\uFEFF/, "")).entries()) {
    const goesOn = line2.endsWith("\\") && !/^\s*#/.test(line2);
    const piece = goesOn ? line2.slice(0, -1) : line2;
    open2 = { text: `${open2?.text ?? ""} ${piece}`, line: open2?.line ?? index + 1 };
    if (goesOn) continue;
    joined3.push(open2);
    open2 = void 0;
  }
  return open2 === void 0 ? joined3 : [...joined3, open2];
}
function pinOf3({ text: text5, line: line2 }) {
  const wanted = upTo(/(?:^|\s)#/, text5).trim();
  const word = NAME2.exec(wanted)?.[0] ?? "";
  const name = withoutTrailing(word, "_.-");
  const behind = wanted.slice(name.length).trimStart();
  const rest = behind.slice(EXTRAS.exec(behind)?.[0].length ?? 0).trimStart();
  if (name === "" || /^[:/\\]/.test(rest)) return [];
  const specifiers = textBefore(upTo(/(?:^|\s)--[a-z]/, rest), ";").trim();
  if (specifiers !== "" && !/^[@(=<>!~]/.test(specifiers)) return [];
  const version = pinnedBy(specifiers);
  return [{ name, line: line2, ...defined({ version }) }];
}
function upTo(mark, text5) {
  const at = text5.search(mark);
  return at < 0 ? text5 : text5.slice(0, at);
}
function pinnedBy(specifiers) {
  const open2 = specifiers.startsWith("(") ? specifiers.slice(1).trimStart() : specifiers;
  const closed = open2.endsWith(")") ? open2.slice(0, -1).trimEnd() : open2;
  const [equals] = /^={2,3}/.exec(closed) ?? [];
  const version = closed.slice(equals?.length ?? 0).trimStart();
  return equals === void 0 || !/^[^\s,;*()]+$/.test(version) ? void 0 : version;
}

// src/domain/findings/lockfiles/uv-lock.ts
var uvLock = {
  ecosystem: "pypi",
  kind: "lockfile",
  files: /(?:^|\/)uv\.lock$/,
  parse: parseTomlPackages
};

// src/domain/findings/lockfiles/yarn-lock.ts
var yarnLock = {
  ecosystem: "npm",
  kind: "lockfile",
  files: /(?:^|\/)yarn\.lock$/,
  parse: (text5) => {
    const pins = [];
    let head;
    for (const [index, line2] of splitLines(text5).entries()) {
      if (line2.startsWith("__metadata:")) return [];
      if (/^[^\s#]/.test(line2)) {
        const name = nameOf5(line2);
        head = name === void 0 ? void 0 : { name, line: index + 1 };
      }
      const version = /^ {2}version "?([^"\s]+)"?\s*$/.exec(line2)?.[1];
      if (head === void 0 || version === void 0) continue;
      pins.push({ ...head, version });
      head = void 0;
    }
    return pins;
  }
};
function nameOf5(head) {
  const [, written2, range = ""] = /^"?((?:@[^/@\s]+\/)?[^@\s",]+)@([^",]*)/.exec(head) ?? [];
  return /^npm:((?:@[^/@\s]+\/)?[^@\s":]+)/.exec(range)?.[1] ?? written2;
}

// src/domain/findings/lockfiles/index.ts
var FORMATS2 = {
  "package-lock": packageLock,
  "pnpm-lock": pnpmLock,
  "yarn-lock": yarnLock,
  "poetry-lock": poetryLock,
  "uv-lock": uvLock,
  requirements,
  "go-mod": goMod
};
var INSTALLED = /(?:^|\/)(?:node_modules|site-packages|vendor|\.git)\//;
function lockfileFormat(path) {
  if (INSTALLED.test(path)) return void 0;
  return Object.values(FORMATS2).find(({ files }) => files.test(path));
}
function parsePins(format2, text5) {
  const { ecosystem, kind, parse: parse3, ownerOf: ownerOf2 } = format2;
  try {
    const pins = Map.groupBy(parse3(text5), ({ name }) => normalName(ecosystem, name));
    const owner = ownerOf2?.(text5);
    return { ecosystem, kind, pins, ...defined({ owner }) };
  } catch {
    return { ecosystem, kind, pins: /* @__PURE__ */ new Map() };
  }
}

// src/stages/attribute/lockfiles.ts
var LARGEST8 = 4 * 1024 * 1024;
var DEEPEST5 = 12;
var MOST_FILES4 = 100;
var MOST_BYTES2 = 4 * LARGEST8;
async function readLockfiles(ask2, deps) {
  const { images, repository } = ask2.plan;
  const read5 = memoize(
    (found2) => readOne2(found2, repository, deps),
    ({ path }) => path
  );
  const entries = await Promise.all(
    images.map(async (image) => [image.id, await lockfilesOf(image, ask2, read5)])
  );
  return new Map(entries);
}
async function lockfilesOf(image, ask2, read5) {
  const found2 = await Promise.all(
    (await takenFrom(image, ask2)).map(async ({ file, steps }) => {
      const lockfile = await read5(file);
      return lockfile === void 0 ? [] : [{ ...lockfile, takenBy: [...steps] }];
    })
  );
  return found2.flat();
}
async function takenFrom(image, { built, contexts }) {
  const provenance = parseProvenance(built.provenance.get(image.id), { layers: [] });
  const steps = isKnown(provenance) ? provenance.value.steps : [];
  const filesIn2 = memoize(
    async (context) => lockfilesIn(await findListing(image, context, contexts)),
    (context) => context
  );
  const taken = /* @__PURE__ */ new Map();
  for (const { step: step2, use } of steps.flatMap(({ id, uses }) => uses.map((use2) => ({ step: id, use: use2 })))) {
    const files = await filesIn2(use.context);
    for (const path of usedPaths([...files.keys()], use)) {
      const file = files.get(path);
      if (file === void 0) continue;
      const known2 = taken.get(file.path) ?? { file, steps: /* @__PURE__ */ new Set() };
      taken.set(file.path, { ...known2, steps: known2.steps.add(step2) });
    }
  }
  const all = [...taken.values()];
  const bytes2 = all.reduce((sum, { file }) => sum + file.bytes, 0);
  return all.length > MOST_FILES4 || bytes2 > MOST_BYTES2 ? [] : all;
}
function lockfilesIn(listing) {
  const { root = "", files = [] } = listing ?? {};
  return new Map(
    files.flatMap(({ path, bytes: bytes2 }) => {
      const format2 = lockfileFormat(path);
      if (format2 === void 0 || bytes2 > LARGEST8 || path.split("/").length > DEEPEST5) return [];
      return [[path, { path: join49(root, path), bytes: bytes2, format: format2 }]];
    })
  );
}
async function readOne2({ path, format: format2 }, repository, deps) {
  const file = relative14(repository, path);
  try {
    const naming = {
      bounds: { repository, allowed: [] },
      by: "repository",
      maxBytes: LARGEST8
    };
    return { file, ...parsePins(format2, await readNamedText(path, naming, deps)) };
  } catch {
    return void 0;
  }
}

// src/stages/plan/index.ts
import { resolve as resolve9 } from "node:path";

// src/domain/plan/compose-differs.ts
function composeDiffers(images, services) {
  const names = [...new Set(images.map(({ name }) => name))];
  const built = names.flatMap((name) => {
    const service = ownProperty(services, name);
    const its = images.filter((image) => image.name === name);
    return service === void 0 ? [] : [{ name, service, its }];
  });
  const others = built.flatMap(({ name, service: { platform }, its: [image, ...more] }) => {
    if (platform === void 0 || platform === "" || image === void 0) return [];
    const here = [image, ...more].map((one2) => one2.platform);
    const meant = normalPlatform(platform);
    const set = `${image.target}.platform=${platform}`;
    return here.includes(meant) ? [] : [{ name, meant, here: here.join(" and "), set }];
  });
  const behind = built.flatMap(
    ({ name, service: { profiles } }) => profiles.length === 0 ? [] : [`${name} (${profiles.join(", ")})`]
  );
  return [
    ...others.map(
      ({ name, meant, here, set }) => `docker compose builds ${name} for ${meant}, as its platform says; bake, as here, does not read that and builds it for ${here}. The input set (${set}) builds what compose does.`
    ),
    ...behind.length === 0 ? [] : [
      `Behind a profile: ${behind.join(", ")}. docker compose leaves that out unless the profile is named; bake, as here, builds it. The input targets leaves it out.`
    ]
  ];
}

// src/domain/plan/defined-at.ts
function definedAt({ dockerfile, dockerfileText, name }, definitions) {
  if (dockerfile !== void 0 && (dockerfileText !== void 0 || definitions.length === 0)) {
    const lines = (dockerfileText ?? "").split("\n");
    const from = lines.findIndex((line2) => /^\s*FROM\s/i.test(line2));
    return { definedAt: { file: dockerfile, startLine: Math.max(from, 0) + 1 } };
  }
  const inside = definitions.filter(({ file }) => !file.startsWith("../") && !file.startsWith("/"));
  const named3 = inside.flatMap((definition) => {
    const startLine = linesOfNames(definition).get(name);
    return startLine === void 0 ? [] : [{ file: definition.file, startLine }];
  });
  const [first] = [...named3, ...inside.map(({ file }) => ({ file, startLine: 1 }))];
  return first === void 0 ? {} : { definedAt: first };
}
function nameOn(line2) {
  const text5 = line2.trim();
  const block = /^target\s+"([^"]+)"/.exec(text5)?.[1];
  if (block !== void 0) return block;
  const [head = "", key] = /^["']?([\w.-]+)["']?/.exec(text5) ?? [];
  const behind = text5.slice(head.length).trimStart();
  if (!behind.startsWith(":")) return void 0;
  const value = behind.slice(1).trimStart();
  const rest = value.startsWith("{") ? value.slice(1).trimStart() : value;
  return rest === "" || rest.startsWith("#") ? key : void 0;
}
var NAMES2 = /* @__PURE__ */ new WeakMap();
function linesOfNames(definition) {
  const known2 = NAMES2.get(definition);
  if (known2 !== void 0) return known2;
  const lines = /* @__PURE__ */ new Map();
  for (const [index, line2] of definition.text.split(/\r?\n/).entries()) {
    const name = nameOn(line2);
    if (name !== void 0 && !lines.has(name)) lines.set(name, index + 1);
  }
  NAMES2.set(definition, lines);
  return lines;
}

// src/domain/plan/reads.ts
function readsForTarget(target, wants) {
  const context = wants.context ?? ".";
  const dockerfile = wants.dockerfile ?? "Dockerfile";
  const isInline = wants["dockerfile-inline"] !== void 0;
  const path = dockerfilePath({ ...wants, dockerfile });
  const isRemoteFile = !isInline && localPath(dockerfile) === void 0;
  return [
    ...contextReads(`the context of ${target}`, context, path),
    ...path === void 0 ? [] : fileReads(`the Dockerfile of ${target}`, path),
    ...path === void 0 ? [] : [policyRead2(target, path)],
    ...isRemoteFile ? [remote(`the Dockerfile of ${target}`, dockerfile)] : [],
    ...Object.entries(wants.contexts ?? {}).flatMap(
      ([name, value]) => isImageOrTarget(value) ? [] : contextReads(`the context ${name} of ${target}`, value)
    ),
    ...grantedReads(target, wants)
  ];
}
function isImageOrTarget(context) {
  return /^(target|docker-image):/.test(context);
}
function contextReads(what, reference, dockerfile) {
  const path = localPath(reference);
  if (path === void 0) return [remote(what, reference)];
  return [{ kind: "context", what, path, ...defined({ dockerfile }) }];
}
function fileReads(what, path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const small = `${path.slice(0, path.length - name.length)}${name.toLowerCase()}`;
  return [.../* @__PURE__ */ new Set([path, small])].map((one2) => ({ kind: "file", what, path: one2 }));
}
function policyRead2(target, path) {
  return { kind: "file", what: `the build policy of ${target}`, path: `${path}.rego` };
}
function grantedReads(target, wants) {
  const secrets = (wants.secret ?? []).flatMap(({ id, env, src }) => {
    const path = src ?? (env === void 0 ? id : void 0);
    return path === void 0 ? [] : [{ what: `the secret ${id ?? path} of ${target}`, path }];
  });
  const caches = (wants["cache-from"] ?? []).flatMap(
    ({ type, src }) => type === "local" && src !== void 0 ? [{ what: `the cache of ${target}`, path: src }] : []
  );
  return [...secrets, ...caches].map((one2) => ({ kind: "granted", ...one2 }));
}
function remote(what, reference) {
  return { kind: "remote", what, reference };
}

// src/domain/plan/overrides.ts
function composeOverrides(service) {
  const user = service.user === void 0 ? [] : [{ key: "user", value: service.user }];
  return [...user, ...healthcheckOf(service)];
}
function healthcheckOf(service) {
  if (service.healthcheck === void 0) return [];
  const { disable, test } = service.healthcheck;
  if (disable === true || Array.isArray(test) && test[0] === "NONE")
    return [{ key: "healthcheck", value: "disabled" }];
  return test === void 0 ? [] : [{ key: "healthcheck", value: "replaced" }];
}

// src/stages/plan/entitlements.ts
import { join as join50, resolve as resolve8 } from "node:path";
async function requireEntitlements(reaching, deps) {
  const { definition, targets, workdir } = reaching;
  const grants = parseGrants(definition.allow, definition.set);
  const granted = async (paths) => Promise.all([workdir, ...paths].map((path) => whereItLeads(resolve8(workdir, path), deps)));
  const roots = { "fs.read": await granted(grants.read), "fs.write": await granted(grants.write) };
  const isGranted = async ({ need }) => {
    if (need.kind === "entitlement") return grants.entitlements.includes(need.name);
    const written2 = need.path.startsWith("/") ? need.path : `${definition.folder}/${need.path}`;
    const places = await Promise.all(
      [written2, resolve8(written2)].map((path) => whereItLeads(path, deps))
    );
    return places.every((place) => roots[need.kind].some((root) => isInside(place, root)));
  };
  const all = Object.entries(targets).flatMap(
    ([name, target]) => requiredEntitlements(name, target)
  );
  const verdicts = await Promise.all(all.map(isGranted));
  const missing = all.filter((_, index) => verdicts[index] === false);
  refuseEntitlements(missing, widerOf(missing, reaching));
}
function widerOf(missing, reaching) {
  const { definition, workdir, repository, files } = reaching;
  const isHeld = missing.every(
    ({ need }) => need.kind !== "entitlement" && isInside(resolve8(definition.folder, need.path), repository)
  );
  if (definition.kind !== "compose" || workdir === repository || !isHeld) return void 0;
  return { workdir: ".", files };
}
async function whereItLeads(path, { files }) {
  const follow2 = (part) => files.realPath(part).catch(() => void 0);
  const whole2 = await follow2(path);
  if (whole2 !== void 0) return whole2;
  let [real, end] = ["/", 0];
  for (let slash = path.indexOf("/", 1); slash >= 0; slash = path.indexOf("/", slash + 1)) {
    const found2 = await follow2(path.slice(0, slash));
    if (found2 === void 0) break;
    [real, end] = [found2, slash];
  }
  return join50(real, path.slice(end));
}

// src/stages/plan/index.ts
var LARGEST_DOCKERFILE = 4 * 1024 * 1024;
async function makePlan(inputs, deps) {
  const { workdir } = inputs;
  await requireFolder(workdir, deps);
  const root = await findRoot(deps, workdir);
  const { root: repository, mute } = root;
  const guard = await openGuard(inputs, deps);
  const server = requireAnswer(deps, workdir);
  const documents = await heldPolicy(inputs, { repository, workdir, guard }, deps);
  const bounds = parseBounds(inputs, repository);
  const where = { workdir, repository, configured: documents.files, bounds, guard, mute };
  const found2 = await findDefinition(inputs, where, deps).catch(async (error) => {
    await requireBuildx(deps, workdir);
    throw error;
  });
  const planning = { inputs, found: found2, repository, server: await server, guard };
  const { images, notices } = await planImages(planning, deps);
  const resolved2 = resolvePolicy(documents, inputs, [
    ...new Set(images.map((image) => image.name))
  ]);
  const says = [...muteSays(root, deps), ...found2.says].map((message) => ({ from: "plan", message }));
  for (const { message } of says) deps.log.line(message);
  const { definition, printed: printed2 } = found2;
  const checkout = await builtCheckout({ images, definition, workdir }, deps);
  return {
    workdir,
    repository,
    checkout,
    definition,
    resolved: printed2.resolved,
    cachedTargets: cachedOf(printed2.targets),
    images,
    policy: resolved2.policy,
    vex: documents.vex,
    tools: toolsOf(await server),
    notices: [...says, ...notices, ...resolved2.notices, ...checkoutNotices(checkout, deps)]
  };
}
function muteSays({ root, mute }, { workflow }) {
  if (mute === void 0 || workflow.invocation === "action") return [];
  return [
    `Git does not answer for ${root}: ${mute.reason}. Which files it tracks was read from its index, and which commit this is stays unknown.`
  ];
}
async function requireFolder(workdir, { files }) {
  if ((await files.stat(workdir))?.kind === "folder") return;
  throw new UserError(
    `There is no folder ${workdir}; the input workdir (or the argument DIR) names the one to work in.`
  );
}
async function heldPolicy(inputs, { guard, ...folders2 }, deps) {
  const around = { folder: folders2.repository };
  await guard.hold(policyReads(inputs, folders2), around);
  const documents = await policyOf(inputs, folders2, deps);
  const vex = documents.vex.map(({ file }) => policyRead(resolve9(folders2.repository, file)));
  await guard.hold(vex, around);
  return documents;
}
async function policyOf(inputs, folders2, deps) {
  if (!isJudgedByBase(inputs, deps.workflow)) return readPolicyDocuments(inputs, folders2, deps);
  const base = await baseFiles({ repository: folders2.repository, token: inputs.token }, deps);
  if (isKnown(base)) return readPolicyDocuments(inputs, folders2, { files: base.value });
  throw new UserError(
    `Input policy-from is base, and the base’s policy cannot be read: ${base.unable}.`
  );
}
function cachedOf(targets) {
  return Object.entries(targets).flatMap(([name, target]) => {
    const own2 = [...target["cache-from"] ?? [], ...target["cache-to"] ?? []];
    return own2.length === 0 ? [] : [name];
  });
}
function toolsOf(server) {
  return isKnown(server) ? { docker: server.value.version } : {};
}
async function planImages(planning, deps) {
  const { inputs, found: found2, repository, server, guard } = planning;
  const { folder } = found2.definition;
  requireBuilt(found2);
  const targets = Object.values(found2.printed.targets);
  refuseWithheldNames(
    targets.flatMap((target) => (target.secret ?? []).flatMap((secret) => secret.env ?? [])),
    "A secret of the build definition"
  );
  await guard.hold(targetReads(found2), { folder, texts: found2.texts });
  await requireEntitlements(
    {
      definition: found2.definition,
      targets: found2.printed.targets,
      workdir: inputs.workdir,
      repository,
      files: found2.written.map(({ file }) => file)
    },
    deps
  );
  const { overrides, notices } = readOverrides(found2);
  const bare2 = imagesToBuild(found2, {
    inputs,
    repository,
    overrides,
    platform: defaultPlatform(server)
  });
  const differs = isKnown(found2.services) ? composeDiffers(bare2, found2.services.value) : [];
  const bounds = parseBounds(inputs, repository);
  await holdIgnores(bare2, deps);
  const images = await Promise.all(bare2.map((image) => withTexts(image, { found: found2, bounds }, deps)));
  const texts = textsOnDisk(images);
  await maskPlan({ targets, folder, bounds, committed: [...found2.committed, ...texts] }, deps);
  const says = differs.map((message) => ({ from: "plan", message }));
  return { images, notices: [...notices, ...says] };
}
async function withTexts(image, { found: found2, bounds }, deps) {
  const text5 = await withText(image, bounds, deps);
  const read5 = await withBuildPolicy(text5, { ...found2, bounds }, deps);
  return { ...read5, ...definedAt(read5, found2.written) };
}
function requireBuilt({ printed: printed2, written: written2, left }) {
  if (printed2.built.some((name) => ownProperty(printed2.targets, name) !== void 0)) return;
  throw new UserError(
    `${written2.map(({ file }) => file).join(", ")} builds nothing: no service has a build section and no target is a default one. Name targets with the input targets, or other files (a Dockerfile) with the input files.${left.map((words2) => ` ${words2}`).join("")}`
  );
}
function targetReads({ printed: printed2 }) {
  return Object.entries(printed2.targets).flatMap(([name, target]) => readsForTarget(name, target));
}
function textsOnDisk(images) {
  return images.flatMap(
    ({ dockerfilePath: dockerfilePath2, dockerfileText }) => dockerfilePath2 === void 0 ? [] : dockerfileText ?? []
  );
}
async function withText(image, bounds, deps) {
  const { dockerfilePath: dockerfilePath2 } = image;
  if (dockerfilePath2 === void 0 || isRemote(dockerfilePath2)) return image;
  const naming = { bounds, by: "repository", maxBytes: LARGEST_DOCKERFILE };
  try {
    return { ...image, dockerfileText: await readNamedText(dockerfilePath2, naming, deps) };
  } catch (error) {
    if (error instanceof RefusedFile && error.refusal === "absent") return image;
    throw error;
  }
}
function readOverrides({ services }) {
  if (!isKnown(services)) {
    const message = `What compose sets over the images at run time is not known: docker compose config did not answer (${services.unable}).`;
    return { overrides: /* @__PURE__ */ new Map(), notices: [{ from: "plan", message }] };
  }
  const entries = Object.entries(services.value).map(
    ([name, service]) => [name, composeOverrides(service)]
  );
  return { overrides: new Map(entries), notices: [] };
}

// src/stages/compare/context-contents.ts
import { createHash as createHash12 } from "node:crypto";
import { join as join51 } from "node:path";
var AT_ONCE = 8;
var EXECUTABLE3 = 73;
async function readContents(images, { built, contexts }, deps) {
  const takeTurn = limitConcurrency(AT_ONCE);
  const mark = memoize(
    (file) => takeTurn(() => markOf(file, deps)),
    ({ root, path }) => join51(root, path)
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
  const own2 = contents.get(image.id) ?? /* @__PURE__ */ new Map();
  return mapKnown(steps, (all) => {
    const hashes = hashSteps(all, own2);
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
    const listing = await findListing(image, use.context, reading.contexts);
    const content = listing === void 0 ? void 0 : await readUse(use, listing, reading);
    if (content !== void 0) contents.set(key, content);
  }
  return contents;
}
async function readUse(use, { root, files, links }, { mark }) {
  const paths = usedPaths([...files.map(({ path }) => path), ...links], use);
  try {
    return hashContent(
      await Promise.all(paths.map(async (path) => [path, await mark({ root, path })]))
    );
  } catch {
    return void 0;
  }
}
async function markOf({ root, path }, { files, signal }) {
  signal.throwIfAborted();
  const place = join51(root, path);
  const { kind, mode = 0, bytes: maxBytes = 0 } = await files.stat(place) ?? {};
  if (kind === "link") return hashJson(["link", await files.readLink(place)]);
  const hash = createHash12("sha256");
  for await (const piece of files.streamNamed(place, { name: path, within: [root], maxBytes }))
    hash.update(piece);
  return hashJson([(mode & EXECUTABLE3) !== 0, hash.digest("hex")]);
}

// src/stages/compare/records.ts
function recordImages(recording) {
  const { images, built, contents, baseline, today } = recording;
  return images.flatMap((image) => {
    const record = recordImage({
      image,
      timed: built.steps,
      previous: baseline?.image(image.image.id)?.facts,
      today,
      steps: hashedSteps(image, contents)
    });
    return record === void 0 ? [] : [record];
  });
}
function runRecord(images, { plan, enforce, judgement }, { clock }) {
  return {
    version: 0,
    tool: { name: "plimsoll", version: VERSION },
    madeAt: clock.now().toISOString(),
    ...isKnown(plan.checkout) ? { commit: plan.checkout.value.commit } : {},
    images: images.map((image) => ({
      ...image,
      violations: openViolations(judgement.violations, image.id),
      violated: violatedIn(judgement, image.id)
    })),
    policy: policyRecord(plan.policy, { built: builtImages(plan.images), enforce })
  };
}

// src/stages/start/tool-cache.ts
import { join as join52 } from "node:path";
var SHELVES = ["trivy", VULNERABILITIES.cacheFolder, JAVA.cacheFolder];
var PROBE_BYTES = 64 * 1024;
var ROOM = 1024 ** 3;
async function openToolCache(deps) {
  const root = machineCache(deps.workflow.env);
  if (root === void 0) return { deps, notices: [] };
  const kept = join52(root, "plimsoll");
  const unwritable = await whyUnwritable(kept, deps);
  if (unwritable !== void 0) return elsewhere(kept, unwritable, deps);
  const free = await deps.files.freeBytes(kept);
  if (free >= ROOM) return { deps, notices: [] };
  const temporary = await deps.files.makeTemporary("plimsoll-room", "run");
  if (await deps.files.freeBytes(temporary) <= free) return { deps, notices: [] };
  return elsewhere(kept, `only ${formatBytes(free)} are free`, deps);
}
async function whyUnwritable(kept, { files, runId }) {
  try {
    const probe = join52(kept, `.probe-${runId}`);
    await files.makeOwnFolder(kept);
    await files.write(probe, new Uint8Array(PROBE_BYTES));
    await files.remove(probe);
    return void 0;
  } catch (error) {
    return errorMessage(error);
  }
}
async function elsewhere(kept, why, deps) {
  const folder = await deps.files.makeTemporary("plimsoll-tools", "job");
  await share(kept, join52(folder, "plimsoll"), deps);
  const message = `The folder ${kept} cannot be written (${why}): what this run fetches lies in a temporary folder, and nothing is kept on this machine for the next run.`;
  deps.log.untrusted(message);
  const { workflow } = deps;
  const env = { ...workflow.env, RUNNER_TOOL_CACHE: folder };
  return { deps: { ...deps, workflow: { ...workflow, env } }, notices: [{ from: "keep", message }] };
}
async function share(from, to, { files }) {
  for (const kind of SHELVES) {
    await files.makeFolder(join52(to, kind));
    for (const name of await files.list(join52(from, kind)).catch(() => []))
      await files.symlink(join52(from, kind, name), join52(to, kind, name));
  }
}

// src/modes/check.ts
async function check2(asked, deps) {
  const inputs = { ...asked, workdir: await withoutLinks(asked.workdir, deps) };
  const startedAt = startRun(inputs, deps);
  await removeEarlierReport(inputs, deps);
  await requireRoom(deps);
  const tools = await openToolCache(deps);
  const said = [...tools.notices, ...gapNotices(deps)];
  return gate({ inputs, startedAt, said }, tools.deps);
}
async function withoutLinks(folder, { files }) {
  try {
    return await files.realPath(folder);
  } catch {
    return folder;
  }
}
async function gate({ inputs, startedAt, said }, deps) {
  const { plan, builder, supply, store } = await begin(inputs, deps);
  const contexts = listContexts(deps);
  const keeping = startKeeping({ inputs, plan, store }, deps);
  const baselineFound = await keeping.baseline(supply);
  const { maxUnpackedBytes } = inputs;
  const lanes = examineAll({ plan, supply, maxUnpackedBytes, kept: keeping.layersOf, deps });
  const cache = await prepareCache({ plan, inputs, rights: store.rights }, deps);
  const building = { plan, inputs, builder, cache, deps };
  const call = { ...building, blobs: keeping.blobs, onLayout: lanes.start };
  const first = await build(call);
  const exporting = exportCache(building, first);
  const hashing = readContents(plan.images, { built: first, contexts }, deps);
  const pinning = readLockfiles({ plan, built: first, contexts }, deps);
  const built = await rebuildDamaged(call, first, lanes.end);
  const images = attribute(await lanes.end(built), { built, lockfiles: await pinning });
  const { baseline, notices, missing } = await baselineFound();
  const today = toDay(startedAt.toISOString());
  const records = recordImages({ images, built, contents: await hashing, baseline, today });
  const comparisons = await compareAll({ images, records, baseline });
  void supply.end();
  const tools = await supply.tools(images.map(({ scanned }) => scanned));
  const about = { images, plan, inputs, built, contexts, comparisons, records, baseline };
  const gathered = await gather({ ...about, tools, startedAt }, deps);
  const { loosenings, uncompared } = await findLoosenings({ baseline, missing, plan, inputs }, deps);
  const over = overtime(deps);
  const judgement = judge({ policy: plan.policy, images: gathered, today, loosenings });
  const record = runRecord(records, { plan, enforce: inputs.enforce, judgement }, deps);
  const left = keeping.save(images, { record, layouts: built.layouts });
  const [exported, kept] = await Promise.all([exporting, left]);
  const told = [said, notices, comparisons.notices, exported.notices, kept];
  told.push(await pointerNotices(plan, contexts, deps));
  const judged = { ...about, gathered, judgement, tools, uncompared };
  const times = { startedAt, endedAt: deps.clock.now(), cacheExportSeconds: exported.seconds };
  const job = currentJob(deps.workflow.env);
  const made = makeReport({ ...judged, ...times, ...job, notices: told.flat() });
  const report = over === void 0 ? made : endedReport(made, over);
  return publish({ report, images, built, record, inputs, deps });
}
async function begin(inputs, deps) {
  const { during } = deps.running;
  const planning = Promise.all([
    during("reading what is to be built", () => makePlan(inputs, deps)),
    during("getting a builder", () => findBuilder({ inputs, cwd: inputs.workdir }, deps))
  ]);
  const store = openStore(inputs, deps);
  const supply = startSupply({ inputs, first: planning, cacheStore: store.cacheStore }, deps);
  const [plan, builder] = await planning;
  return { plan, builder, supply, store };
}
export {
  check2 as check
};
