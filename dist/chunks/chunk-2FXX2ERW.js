import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  BYTE_UNITS,
  DOCUMENTED_IDENTITIES,
  SEVERITIES,
  STATUSES,
  VERSION,
  childEnvironment,
  dictionary,
  distance,
  formatBytes,
  formatDays,
  formatDifference,
  formatMoment,
  formatPercent,
  formatSeconds,
  isDeep,
  isDocument,
  isInside,
  isKnown,
  isTransientError,
  known,
  mapKnown,
  mapStrings,
  maskJson,
  nameIn,
  ownProperty,
  parseBytes,
  plainLine,
  plainLines,
  renderJson,
  shortened,
  timeoutWords,
  toFileName,
  unable,
  withRunEnd,
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
  Interrupted,
  RUN_OVER,
  RefusedFile,
  TimeOver,
  ToolError,
  UserError,
  errorMessage
} from "./chunk-D2TINDH7.js";
import {
  __commonJS,
  __toESM
} from "./chunk-5726KR7J.js";

// node_modules/packageurl-js/src/error.js
var require_error = __commonJS({
  "node_modules/packageurl-js/src/error.js"(exports, module) {
    "use strict";
    function formatPurlErrorMessage(message3 = "") {
      const { length } = message3;
      let formatted = "";
      if (length) {
        const code0 = message3.charCodeAt(0);
        formatted = code0 >= 65 || code0 <= 90 ? `${message3[0].toLowerCase()}${message3.slice(1)}` : message3;
        if (length > 1 && message3.charCodeAt(length - 1) === 46 && message3.charCodeAt(length - 2) !== 46) {
          formatted = formatted.slice(0, -1);
        }
      }
      return `Invalid purl: ${formatted}`;
    }
    var PurlError = class extends Error {
      constructor(message3) {
        super(formatPurlErrorMessage(message3));
      }
    };
    module.exports = {
      formatPurlErrorMessage,
      PurlError
    };
  }
});

// node_modules/packageurl-js/src/decode.js
var require_decode = __commonJS({
  "node_modules/packageurl-js/src/decode.js"(exports, module) {
    "use strict";
    var { PurlError } = require_error();
    var { decodeURIComponent: decodeURIComponent2 } = globalThis;
    function decodePurlComponent(comp, encodedURIComponent) {
      try {
        return decodeURIComponent2(encodedURIComponent);
      } catch {
      }
      throw new PurlError(`unable to decode "${comp}" component`);
    }
    module.exports = {
      decodePurlComponent
    };
  }
});

// node_modules/packageurl-js/src/constants.js
var require_constants = __commonJS({
  "node_modules/packageurl-js/src/constants.js"(exports, module) {
    "use strict";
    var LOOP_SENTINEL = 1e6;
    var REUSED_SEARCH_PARAMS = new URLSearchParams();
    var REUSED_SEARCH_PARAMS_KEY = "_";
    var REUSED_SEARCH_PARAMS_OFFSET = 2;
    module.exports = {
      LOOP_SENTINEL,
      REUSED_SEARCH_PARAMS,
      REUSED_SEARCH_PARAMS_KEY,
      REUSED_SEARCH_PARAMS_OFFSET
    };
  }
});

// node_modules/packageurl-js/src/objects.js
var require_objects = __commonJS({
  "node_modules/packageurl-js/src/objects.js"(exports, module) {
    "use strict";
    var { LOOP_SENTINEL } = require_constants();
    function isObject(value) {
      return value !== null && typeof value === "object";
    }
    function recursiveFreeze(value_) {
      if (value_ === null || !(typeof value_ === "object" || typeof value_ === "function") || Object.isFrozen(value_)) {
        return value_;
      }
      const queue = [value_];
      let { length: queueLength } = queue;
      let pos = 0;
      while (pos < queueLength) {
        if (pos === LOOP_SENTINEL) {
          throw new Error(
            "Detected infinite loop in object crawl of recursiveFreeze"
          );
        }
        const obj = queue[pos++];
        Object.freeze(obj);
        if (Array.isArray(obj)) {
          for (let i = 0, { length } = obj; i < length; i += 1) {
            const item = obj[i];
            if (item !== null && (typeof item === "object" || typeof item === "function") && !Object.isFrozen(item)) {
              queue[queueLength++] = item;
            }
          }
        } else {
          const keys = Reflect.ownKeys(obj);
          for (let i = 0, { length } = keys; i < length; i += 1) {
            const propValue = obj[keys[i]];
            if (propValue !== null && (typeof propValue === "object" || typeof propValue === "function") && !Object.isFrozen(propValue)) {
              queue[queueLength++] = propValue;
            }
          }
        }
      }
      return value_;
    }
    module.exports = {
      isObject,
      recursiveFreeze
    };
  }
});

// node_modules/packageurl-js/src/strings.js
var require_strings = __commonJS({
  "node_modules/packageurl-js/src/strings.js"(exports, module) {
    "use strict";
    var { compare: localeCompare } = new Intl.Collator();
    var regexSemverNumberedGroups = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;
    function isBlank(str) {
      for (let i = 0, { length } = str; i < length; i += 1) {
        const code2 = str.charCodeAt(i);
        if (!// Whitespace characters according to ECMAScript spec:
        // https://tc39.es/ecma262/#sec-white-space
        (code2 === 32 || // Space
        code2 === 9 || // Tab
        code2 === 10 || // Line Feed
        code2 === 11 || // Vertical Tab
        code2 === 12 || // Form Feed
        code2 === 13 || // Carriage Return
        code2 === 160 || // No-Break Space
        code2 === 5760 || // Ogham Space Mark
        code2 === 8192 || // En Quad
        code2 === 8193 || // Em Quad
        code2 === 8194 || // En Space
        code2 === 8195 || // Em Space
        code2 === 8196 || // Three-Per-Em Space
        code2 === 8197 || // Four-Per-Em Space
        code2 === 8198 || // Six-Per-Em Space
        code2 === 8199 || // Figure Space
        code2 === 8200 || // Punctuation Space
        code2 === 8201 || // Thin Space
        code2 === 8202 || // Hair Space
        code2 === 8232 || // Line Separator
        code2 === 8233 || // Paragraph Separator
        code2 === 8239 || // Narrow No-Break Space
        code2 === 8287 || // Medium Mathematical Space
        code2 === 12288 || // Ideographic Space
        code2 === 65279)) {
          return false;
        }
      }
      return true;
    }
    function isNonEmptyString(value) {
      return typeof value === "string" && value.length > 0;
    }
    function isSemverString(value) {
      return typeof value === "string" && regexSemverNumberedGroups.test(value);
    }
    function lowerName(purl) {
      purl.name = purl.name.toLowerCase();
    }
    function lowerNamespace(purl) {
      const { namespace } = purl;
      if (typeof namespace === "string") {
        purl.namespace = namespace.toLowerCase();
      }
    }
    function lowerVersion(purl) {
      const { version } = purl;
      if (typeof version === "string") {
        purl.version = version.toLowerCase();
      }
    }
    function replaceDashesWithUnderscores(str) {
      let result = "";
      let fromIndex = 0;
      let index2 = 0;
      while ((index2 = str.indexOf("-", fromIndex)) !== -1) {
        result = result + str.slice(fromIndex, index2) + "_";
        fromIndex = index2 + 1;
      }
      return fromIndex ? result + str.slice(fromIndex) : str;
    }
    function replaceUnderscoresWithDashes(str) {
      let result = "";
      let fromIndex = 0;
      let index2 = 0;
      while ((index2 = str.indexOf("_", fromIndex)) !== -1) {
        result = result + str.slice(fromIndex, index2) + "-";
        fromIndex = index2 + 1;
      }
      return fromIndex ? result + str.slice(fromIndex) : str;
    }
    function trimLeadingSlashes(str) {
      let start = 0;
      while (str.charCodeAt(start) === 47) {
        start += 1;
      }
      return start === 0 ? str : str.slice(start);
    }
    module.exports = {
      isBlank,
      isNonEmptyString,
      isSemverString,
      localeCompare,
      lowerName,
      lowerNamespace,
      lowerVersion,
      replaceDashesWithUnderscores,
      replaceUnderscoresWithDashes,
      trimLeadingSlashes
    };
  }
});

// node_modules/packageurl-js/src/encode.js
var require_encode = __commonJS({
  "node_modules/packageurl-js/src/encode.js"(exports, module) {
    "use strict";
    var {
      REUSED_SEARCH_PARAMS,
      REUSED_SEARCH_PARAMS_KEY,
      REUSED_SEARCH_PARAMS_OFFSET
    } = require_constants();
    var { isObject } = require_objects();
    var { isNonEmptyString } = require_strings();
    var { encodeURIComponent: encodeURIComponent2 } = globalThis;
    function encodeNamespace(namespace) {
      return isNonEmptyString(namespace) ? encodeURIComponent2(namespace).replace(/%3A/g, ":").replace(/%2F/g, "/") : "";
    }
    function encodeQualifierParam(param) {
      if (isNonEmptyString(param)) {
        REUSED_SEARCH_PARAMS.set(REUSED_SEARCH_PARAMS_KEY, param);
        return replacePlusSignWithPercentEncodedSpace(
          REUSED_SEARCH_PARAMS.toString().slice(REUSED_SEARCH_PARAMS_OFFSET)
        );
      }
      return "";
    }
    function encodeQualifiers(qualifiers) {
      if (isObject(qualifiers)) {
        const qualifiersKeys = Object.keys(qualifiers).sort();
        const searchParams = new URLSearchParams();
        for (let i = 0, { length } = qualifiersKeys; i < length; i += 1) {
          const key = qualifiersKeys[i];
          searchParams.set(key, qualifiers[key]);
        }
        return replacePlusSignWithPercentEncodedSpace(searchParams.toString());
      }
      return "";
    }
    function encodeSubpath(subpath) {
      return isNonEmptyString(subpath) ? encodeURIComponent2(subpath).replace(/%2F/g, "/") : "";
    }
    function encodeVersion(version) {
      return isNonEmptyString(version) ? encodeURIComponent2(version).replace(/%3A/g, ":").replace(/%2B/g, "+") : "";
    }
    function replacePlusSignWithPercentEncodedSpace(str) {
      return str.replace(/\+/g, "%20");
    }
    module.exports = {
      encodeNamespace,
      encodeVersion,
      encodeQualifiers,
      encodeQualifierParam,
      encodeSubpath,
      encodeURIComponent: encodeURIComponent2
    };
  }
});

// node_modules/packageurl-js/src/helpers.js
var require_helpers = __commonJS({
  "node_modules/packageurl-js/src/helpers.js"(exports, module) {
    "use strict";
    function createHelpersNamespaceObject(helpers, options_ = {}) {
      const { comparator, ...defaults } = { __proto__: null, ...options_ };
      const helperNames = Object.keys(helpers).sort();
      const propNames = [
        ...new Set([...Object.values(helpers)].map(Object.keys).flat())
      ].sort(comparator);
      const nsObject = /* @__PURE__ */ Object.create(null);
      for (let i = 0, { length } = propNames; i < length; i += 1) {
        const propName = propNames[i];
        const helpersForProp = /* @__PURE__ */ Object.create(null);
        for (let j = 0, { length: length_j } = helperNames; j < length_j; j += 1) {
          const helperName = helperNames[j];
          const helperValue = helpers[helperName][propName] ?? defaults[helperName];
          if (helperValue !== void 0) {
            helpersForProp[helperName] = helperValue;
          }
        }
        nsObject[propName] = helpersForProp;
      }
      return nsObject;
    }
    module.exports = {
      createHelpersNamespaceObject
    };
  }
});

// node_modules/packageurl-js/src/normalize.js
var require_normalize = __commonJS({
  "node_modules/packageurl-js/src/normalize.js"(exports, module) {
    "use strict";
    var { isObject } = require_objects();
    var { isBlank } = require_strings();
    function normalizeName(rawName) {
      return typeof rawName === "string" ? rawName.trim() : void 0;
    }
    function normalizeNamespace(rawNamespace) {
      return typeof rawNamespace === "string" ? normalizePath(rawNamespace) : void 0;
    }
    function normalizePath(pathname, callback) {
      let collapsed = "";
      let start = 0;
      while (pathname.charCodeAt(start) === 47) {
        start += 1;
      }
      let nextIndex = pathname.indexOf("/", start);
      if (nextIndex === -1) {
        return pathname.slice(start);
      }
      while (nextIndex !== -1) {
        const segment = pathname.slice(start, nextIndex);
        if (callback === void 0 || callback(segment)) {
          collapsed = collapsed + (collapsed.length === 0 ? "" : "/") + segment;
        }
        start = nextIndex + 1;
        while (pathname.charCodeAt(start) === 47) {
          start += 1;
        }
        nextIndex = pathname.indexOf("/", start);
      }
      const lastSegment = pathname.slice(start);
      if (lastSegment.length !== 0 && (callback === void 0 || callback(lastSegment))) {
        collapsed = collapsed + "/" + lastSegment;
      }
      return collapsed;
    }
    function normalizeQualifiers(rawQualifiers) {
      let qualifiers;
      for (const { 0: key, 1: value } of qualifiersToEntries(rawQualifiers)) {
        const strValue = typeof value === "string" ? value : String(value);
        const trimmed3 = strValue.trim();
        if (trimmed3.length === 0) {
          continue;
        }
        if (qualifiers === void 0) {
          qualifiers = { __proto__: null };
        }
        qualifiers[key.toLowerCase()] = trimmed3;
      }
      return qualifiers;
    }
    function normalizeSubpath(rawSubpath) {
      return typeof rawSubpath === "string" ? normalizePath(rawSubpath, subpathFilter) : void 0;
    }
    function normalizeType(rawType) {
      return typeof rawType === "string" ? rawType.trim().toLowerCase() : void 0;
    }
    function normalizeVersion(rawVersion) {
      return typeof rawVersion === "string" ? rawVersion.trim() : void 0;
    }
    function qualifiersToEntries(rawQualifiers) {
      if (isObject(rawQualifiers)) {
        return rawQualifiers instanceof URLSearchParams ? rawQualifiers.entries() : Object.entries(rawQualifiers);
      }
      return typeof rawQualifiers === "string" ? new URLSearchParams(rawQualifiers).entries() : Object.entries({});
    }
    function subpathFilter(segment) {
      const { length } = segment;
      if (length === 1 && segment.charCodeAt(0) === 46) return false;
      if (length === 2 && segment.charCodeAt(0) === 46 && segment.charCodeAt(1) === 46) {
        return false;
      }
      return !isBlank(segment);
    }
    module.exports = {
      normalizeName,
      normalizeNamespace,
      normalizePath,
      normalizeQualifiers,
      normalizeSubpath,
      normalizeType,
      normalizeVersion
    };
  }
});

// node_modules/packageurl-js/src/lang.js
var require_lang = __commonJS({
  "node_modules/packageurl-js/src/lang.js"(exports, module) {
    "use strict";
    function isNullishOrEmptyString(value) {
      return value === null || value === void 0 || typeof value === "string" && value.length === 0;
    }
    module.exports = {
      isNullishOrEmptyString
    };
  }
});

// node_modules/packageurl-js/src/validate.js
var require_validate = __commonJS({
  "node_modules/packageurl-js/src/validate.js"(exports, module) {
    "use strict";
    var { PurlError } = require_error();
    var { isNullishOrEmptyString } = require_lang();
    var { isNonEmptyString } = require_strings();
    function validateEmptyByType(type, name, value, throws2) {
      if (!isNullishOrEmptyString(value)) {
        if (throws2) {
          throw new PurlError(`${type} "${name}" component must be empty`);
        }
        return false;
      }
      return true;
    }
    function validateName(name, throws2) {
      return validateRequired("name", name, throws2) && validateStrings("name", name, throws2);
    }
    function validateNamespace(namespace, throws2) {
      return validateStrings("namespace", namespace, throws2);
    }
    function validateQualifiers(qualifiers, throws2) {
      if (qualifiers === null || qualifiers === void 0) {
        return true;
      }
      if (typeof qualifiers !== "object") {
        if (throws2) {
          throw new PurlError('"qualifiers" must be an object');
        }
        return false;
      }
      const keysIterable = (
        // URL searchParams have an "keys" method that returns an iterator.
        typeof qualifiers.keys === "function" ? qualifiers.keys() : Object.keys(qualifiers)
      );
      for (const key of keysIterable) {
        if (!validateQualifierKey(key, throws2)) {
          return false;
        }
      }
      return true;
    }
    function validateQualifierKey(key, throws2) {
      if (!validateStartsWithoutNumber("qualifier", key, throws2)) {
        return false;
      }
      for (let i = 0, { length } = key; i < length; i += 1) {
        const code2 = key.charCodeAt(i);
        if (!(code2 >= 48 && code2 <= 57 || // 0-9
        code2 >= 65 && code2 <= 90 || // A-Z
        code2 >= 97 && code2 <= 122 || // a-z
        code2 === 46 || // .
        code2 === 45 || // -
        code2 === 95)) {
          if (throws2) {
            throw new PurlError(
              `qualifier "${key}" contains an illegal character`
            );
          }
          return false;
        }
      }
      return true;
    }
    function validateRequired(name, value, throws2) {
      if (isNullishOrEmptyString(value)) {
        if (throws2) {
          throw new PurlError(`"${name}" is a required component`);
        }
        return false;
      }
      return true;
    }
    function validateRequiredByType(type, name, value, throws2) {
      if (isNullishOrEmptyString(value)) {
        if (throws2) {
          throw new PurlError(`${type} requires a "${name}" component`);
        }
        return false;
      }
      return true;
    }
    function validateStartsWithoutNumber(name, value, throws2) {
      if (isNonEmptyString(value)) {
        const code2 = value.charCodeAt(0);
        if (code2 >= 48 && code2 <= 57) {
          if (throws2) {
            throw new PurlError(
              `${name} "${value}" cannot start with a number`
            );
          }
          return false;
        }
      }
      return true;
    }
    function validateStrings(name, value, throws2) {
      if (value === null || value === void 0 || typeof value === "string") {
        return true;
      }
      if (throws2) {
        throw new PurlError(`"'${name}" must be a string`);
      }
      return false;
    }
    function validateSubpath(subpath, throws2) {
      return validateStrings("subpath", subpath, throws2);
    }
    function validateType(type, throws2) {
      if (!validateRequired("type", type, throws2) || !validateStrings("type", type, throws2) || !validateStartsWithoutNumber("type", type, throws2)) {
        return false;
      }
      for (let i = 0, { length } = type; i < length; i += 1) {
        const code2 = type.charCodeAt(i);
        if (!(code2 >= 48 && code2 <= 57 || // 0-9
        code2 >= 65 && code2 <= 90 || // A-Z
        code2 >= 97 && code2 <= 122 || // a-z
        code2 === 46 || // .
        code2 === 43 || // +
        code2 === 45)) {
          if (throws2) {
            throw new PurlError(
              `type "${type}" contains an illegal character`
            );
          }
          return false;
        }
      }
      return true;
    }
    function validateVersion(version, throws2) {
      return validateStrings("version", version, throws2);
    }
    module.exports = {
      validateEmptyByType,
      validateName,
      validateNamespace,
      validateQualifiers,
      validateQualifierKey,
      validateRequired,
      validateRequiredByType,
      validateStartsWithoutNumber,
      validateStrings,
      validateSubpath,
      validateType,
      validateVersion
    };
  }
});

// node_modules/packageurl-js/src/purl-component.js
var require_purl_component = __commonJS({
  "node_modules/packageurl-js/src/purl-component.js"(exports, module) {
    "use strict";
    var {
      encodeNamespace,
      encodeVersion,
      encodeQualifiers,
      encodeQualifierParam,
      encodeSubpath,
      encodeURIComponent: encodeURIComponent2
    } = require_encode();
    var { createHelpersNamespaceObject } = require_helpers();
    var {
      normalizeType,
      normalizeNamespace,
      normalizeName,
      normalizeVersion,
      normalizeQualifiers,
      normalizeSubpath
    } = require_normalize();
    var { localeCompare, isNonEmptyString } = require_strings();
    var {
      validateType,
      validateNamespace,
      validateName,
      validateVersion,
      validateQualifiers,
      validateQualifierKey,
      validateSubpath
    } = require_validate();
    var PurlComponentEncoder = (comp) => isNonEmptyString(comp) ? encodeURIComponent2(comp) : "";
    var PurlComponentStringNormalizer = (comp) => typeof comp === "string" ? comp : void 0;
    var PurlComponentValidator = (_comp, _throws) => true;
    var componentSortOrderLookup = {
      __proto__: null,
      type: 0,
      namespace: 1,
      name: 2,
      version: 3,
      qualifiers: 4,
      qualifierKey: 5,
      qualifierValue: 6,
      subpath: 7
    };
    function componentSortOrder(comp) {
      return componentSortOrderLookup[comp] ?? comp;
    }
    function componentComparator(compA, compB) {
      return localeCompare(componentSortOrder(compA), componentSortOrder(compB));
    }
    module.exports = {
      // Rules for each purl component:
      // https://github.com/package-url/purl-spec/blob/master/PURL-SPECIFICATION.rst#rules-for-each-purl-component
      PurlComponent: createHelpersNamespaceObject(
        {
          encode: {
            namespace: encodeNamespace,
            version: encodeVersion,
            qualifiers: encodeQualifiers,
            qualifierKey: encodeQualifierParam,
            qualifierValue: encodeQualifierParam,
            subpath: encodeSubpath
          },
          normalize: {
            type: normalizeType,
            namespace: normalizeNamespace,
            name: normalizeName,
            version: normalizeVersion,
            qualifiers: normalizeQualifiers,
            subpath: normalizeSubpath
          },
          validate: {
            type: validateType,
            namespace: validateNamespace,
            name: validateName,
            version: validateVersion,
            qualifierKey: validateQualifierKey,
            qualifiers: validateQualifiers,
            subpath: validateSubpath
          }
        },
        {
          comparator: componentComparator,
          encode: PurlComponentEncoder,
          normalize: PurlComponentStringNormalizer,
          validate: PurlComponentValidator
        }
      )
    };
  }
});

// node_modules/packageurl-js/src/purl-qualifier-names.js
var require_purl_qualifier_names = __commonJS({
  "node_modules/packageurl-js/src/purl-qualifier-names.js"(exports, module) {
    "use strict";
    module.exports = {
      // Known qualifiers:
      // https://github.com/package-url/purl-spec/blob/master/PURL-SPECIFICATION.rst#known-qualifiers-keyvalue-pairs
      PurlQualifierNames: {
        __proto__: null,
        RepositoryUrl: "repository_url",
        DownloadUrl: "download_url",
        VcsUrl: "vcs_url",
        FileName: "file_name",
        Checksum: "checksum"
      }
    };
  }
});

// node_modules/packageurl-js/src/purl-type.js
var require_purl_type = __commonJS({
  "node_modules/packageurl-js/src/purl-type.js"(exports, module) {
    "use strict";
    var { isNullishOrEmptyString } = require_lang();
    var { createHelpersNamespaceObject } = require_helpers();
    var {
      isSemverString,
      lowerName,
      lowerNamespace,
      lowerVersion,
      replaceDashesWithUnderscores,
      replaceUnderscoresWithDashes
    } = require_strings();
    var { validateEmptyByType, validateRequiredByType } = require_validate();
    var { PurlError } = require_error();
    var PurlTypNormalizer = (purl) => purl;
    var PurlTypeValidator = (_purl, _throws) => true;
    module.exports = {
      // PURL types:
      // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst
      PurlType: createHelpersNamespaceObject(
        {
          normalize: {
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#alpm
            alpm(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#apk
            apk(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#bitbucket
            bitbucket(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#bitnami
            bitnami(purl) {
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#composer
            composer(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#deb
            deb(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#other-candidate-types-to-define
            gitlab(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#github
            github(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#golang
            // golang(purl) {
            //     // Ignore case-insensitive rule because go.mod are case-sensitive.
            //     // Pending spec change: https://github.com/package-url/purl-spec/pull/196
            //     lowerNamespace(purl)
            //     lowerName(purl)
            //     return purl
            // },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#hex
            hex(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#huggingface
            huggingface(purl) {
              lowerVersion(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#mlflow
            mlflow(purl) {
              if (purl.qualifiers?.repository_url?.includes("databricks")) {
                lowerName(purl);
              }
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#npm
            npm(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#luarocks
            luarocks(purl) {
              lowerVersion(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#oci
            oci(purl) {
              lowerName(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#pub
            pub(purl) {
              lowerName(purl);
              purl.name = replaceDashesWithUnderscores(purl.name);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#pypi
            pypi(purl) {
              lowerNamespace(purl);
              lowerName(purl);
              purl.name = replaceUnderscoresWithDashes(purl.name);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#qpkg
            qpkg(purl) {
              lowerNamespace(purl);
              return purl;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#rpm
            rpm(purl) {
              lowerNamespace(purl);
              return purl;
            }
          },
          validate: {
            // TODO: cocoapods name validation
            // TODO: cpan namespace validation
            // TODO: swid qualifier validation
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#conan
            conan(purl, throws2) {
              if (isNullishOrEmptyString(purl.namespace)) {
                if (purl.qualifiers?.channel) {
                  if (throws2) {
                    throw new PurlError(
                      'conan requires a "namespace" component when a "channel" qualifier is present'
                    );
                  }
                  return false;
                }
              } else if (isNullishOrEmptyString(purl.qualifiers)) {
                if (throws2) {
                  throw new PurlError(
                    'conan requires a "qualifiers" component when a namespace is present'
                  );
                }
                return false;
              }
              return true;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#cran
            cran(purl, throws2) {
              return validateRequiredByType(
                "cran",
                "version",
                purl.version,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#golang
            golang(purl) {
              const { version } = purl;
              const length = typeof version === "string" ? version.length : 0;
              if (length && version.charCodeAt(0) === 118 && !isSemverString(version.slice(1))) {
                if (throws) {
                  throw new PurlError(
                    'golang "version" component starting with a "v" must be followed by a valid semver version'
                  );
                }
                return false;
              }
              return true;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#maven
            maven(purl, throws2) {
              return validateRequiredByType(
                "maven",
                "namespace",
                purl.namespace,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#mlflow
            mlflow(purl, throws2) {
              return validateEmptyByType(
                "mlflow",
                "namespace",
                purl.namespace,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#oci
            oci(purl, throws2) {
              return validateEmptyByType(
                "oci",
                "namespace",
                purl.namespace,
                throws2
              );
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#pub
            pub(purl, throws2) {
              const { name } = purl;
              for (let i = 0, { length } = name; i < length; i += 1) {
                const code2 = name.charCodeAt(i);
                if (!(code2 >= 48 && code2 <= 57 || // 0-9
                code2 >= 97 && code2 <= 122 || // a-z
                code2 === 95)) {
                  if (throws2) {
                    throw new PurlError(
                      'pub "name" component may only contain [a-z0-9_] characters'
                    );
                  }
                  return false;
                }
              }
              return true;
            },
            // https://github.com/package-url/purl-spec/blob/master/PURL-TYPES.rst#swift
            swift(purl, throws2) {
              return validateRequiredByType(
                "swift",
                "namespace",
                purl.namespace,
                throws2
              ) && validateRequiredByType(
                "swift",
                "version",
                purl.version,
                throws2
              );
            }
          }
        },
        {
          normalize: PurlTypNormalizer,
          validate: PurlTypeValidator
        }
      )
    };
  }
});

// node_modules/packageurl-js/src/package-url.js
var require_package_url = __commonJS({
  "node_modules/packageurl-js/src/package-url.js"(exports, module) {
    "use strict";
    var { decodePurlComponent } = require_decode();
    var { isObject, recursiveFreeze } = require_objects();
    var { isBlank, isNonEmptyString, trimLeadingSlashes } = require_strings();
    var { PurlComponent } = require_purl_component();
    var { PurlQualifierNames } = require_purl_qualifier_names();
    var { PurlType } = require_purl_type();
    var { PurlError } = require_error();
    var PackageURL2 = class _PackageURL {
      static Component = recursiveFreeze(PurlComponent);
      static KnownQualifierNames = recursiveFreeze(PurlQualifierNames);
      static Type = recursiveFreeze(PurlType);
      constructor(rawType, rawNamespace, rawName, rawVersion, rawQualifiers, rawSubpath) {
        const type = isNonEmptyString(rawType) ? PurlComponent.type.normalize(rawType) : rawType;
        PurlComponent.type.validate(type, true);
        const namespace = isNonEmptyString(rawNamespace) ? PurlComponent.namespace.normalize(rawNamespace) : rawNamespace;
        PurlComponent.namespace.validate(namespace, true);
        const name = isNonEmptyString(rawName) ? PurlComponent.name.normalize(rawName) : rawName;
        PurlComponent.name.validate(name, true);
        const version = isNonEmptyString(rawVersion) ? PurlComponent.version.normalize(rawVersion) : rawVersion;
        PurlComponent.version.validate(version, true);
        const qualifiers = typeof rawQualifiers === "string" || isObject(rawQualifiers) ? PurlComponent.qualifiers.normalize(rawQualifiers) : rawQualifiers;
        PurlComponent.qualifiers.validate(qualifiers, true);
        const subpath = isNonEmptyString(rawSubpath) ? PurlComponent.subpath.normalize(rawSubpath) : rawSubpath;
        PurlComponent.subpath.validate(subpath, true);
        this.type = type;
        this.name = name;
        this.namespace = namespace ?? void 0;
        this.version = version ?? void 0;
        this.qualifiers = qualifiers ?? void 0;
        this.subpath = subpath ?? void 0;
        const typeHelpers = PurlType[type];
        if (typeHelpers) {
          typeHelpers.normalize(this);
          typeHelpers.validate(this, true);
        }
      }
      toString() {
        const { namespace, name, version, qualifiers, subpath, type } = this;
        let purlStr = `pkg:${PurlComponent.type.encode(type)}/`;
        if (namespace) {
          purlStr = `${purlStr}${PurlComponent.namespace.encode(namespace)}/`;
        }
        purlStr = `${purlStr}${PurlComponent.name.encode(name)}`;
        if (version) {
          purlStr = `${purlStr}@${PurlComponent.version.encode(version)}`;
        }
        if (qualifiers) {
          purlStr = `${purlStr}?${PurlComponent.qualifiers.encode(qualifiers)}`;
        }
        if (subpath) {
          purlStr = `${purlStr}#${PurlComponent.subpath.encode(subpath)}`;
        }
        return purlStr;
      }
      static fromString(purlStr) {
        return new _PackageURL(..._PackageURL.parseString(purlStr));
      }
      static parseString(purlStr) {
        if (typeof purlStr !== "string") {
          throw new Error("A purl string argument is required.");
        }
        if (isBlank(purlStr)) {
          return [
            void 0,
            void 0,
            void 0,
            void 0,
            void 0,
            void 0
          ];
        }
        const colonIndex = purlStr.indexOf(":");
        let url;
        let maybeUrlWithAuth;
        if (colonIndex !== -1) {
          try {
            const beforeColon = purlStr.slice(0, colonIndex);
            const afterColon = purlStr.slice(colonIndex + 1);
            const trimmedAfterColon = trimLeadingSlashes(afterColon);
            url = new URL(`${beforeColon}:${trimmedAfterColon}`);
            maybeUrlWithAuth = afterColon.length === trimmedAfterColon.length ? url : new URL(purlStr);
          } catch (e) {
            throw new PurlError("failed to parse as URL", {
              cause: e
            });
          }
        }
        if (url?.protocol !== "pkg:") {
          throw new PurlError('missing required "pkg" scheme component');
        }
        if (maybeUrlWithAuth.username !== "" || maybeUrlWithAuth.password !== "") {
          throw new PurlError('cannot contain a "user:pass@host:port"');
        }
        const { pathname } = url;
        const firstSlashIndex = pathname.indexOf("/");
        const rawType = decodePurlComponent(
          "type",
          firstSlashIndex === -1 ? pathname : pathname.slice(0, firstSlashIndex)
        );
        if (firstSlashIndex < 1) {
          return [
            rawType,
            void 0,
            void 0,
            void 0,
            void 0,
            void 0
          ];
        }
        let rawVersion;
        let atSignIndex = pathname.lastIndexOf("@");
        if (atSignIndex !== -1 && pathname.charCodeAt(atSignIndex - 1) === 47) {
          atSignIndex = -1;
        }
        const beforeVersion = pathname.slice(
          rawType.length + 1,
          atSignIndex === -1 ? pathname.length : atSignIndex
        );
        if (atSignIndex !== -1) {
          rawVersion = decodePurlComponent(
            "version",
            pathname.slice(atSignIndex + 1)
          );
        }
        let rawNamespace;
        let rawName;
        const lastSlashIndex = beforeVersion.lastIndexOf("/");
        if (lastSlashIndex === -1) {
          rawName = decodePurlComponent("name", beforeVersion);
        } else {
          rawName = decodePurlComponent(
            "name",
            beforeVersion.slice(lastSlashIndex + 1)
          );
          rawNamespace = decodePurlComponent(
            "namespace",
            beforeVersion.slice(0, lastSlashIndex)
          );
        }
        let rawQualifiers;
        const { searchParams } = url;
        if (searchParams.size !== 0) {
          searchParams.forEach(
            (value) => decodePurlComponent("qualifiers", value)
          );
          rawQualifiers = searchParams;
        }
        let rawSubpath;
        const { hash: hash2 } = url;
        if (hash2.length !== 0) {
          rawSubpath = decodePurlComponent("subpath", hash2.slice(1));
        }
        return [
          rawType,
          rawNamespace,
          rawName,
          rawVersion,
          rawQualifiers,
          rawSubpath
        ];
      }
    };
    for (const staticProp of ["Component", "KnownQualifierNames", "Type"]) {
      Reflect.defineProperty(PackageURL2, staticProp, {
        ...Reflect.getOwnPropertyDescriptor(PackageURL2, staticProp),
        writable: false
      });
    }
    Reflect.setPrototypeOf(PackageURL2.prototype, null);
    module.exports = {
      PackageURL: PackageURL2,
      PurlComponent,
      PurlQualifierNames,
      PurlType
    };
  }
});

// node_modules/packageurl-js/index.js
var require_packageurl_js = __commonJS({
  "node_modules/packageurl-js/index.js"(exports, module) {
    "use strict";
    var {
      PackageURL: PackageURL2,
      PurlComponent,
      PurlQualifierNames,
      PurlType
    } = require_package_url();
    module.exports = {
      PackageURL: PackageURL2,
      PurlComponent,
      PurlQualifierNames,
      PurlType
    };
  }
});

// src/domain/report/job.ts
var workflowSchema = external_exports.strictObject({
  repository: external_exports.string(),
  run: external_exports.string(),
  attempt: external_exports.string(),
  sha: external_exports.string().describe("GITHUB_SHA: of the event, whatever is checked out")
}).describe("The workflow run that it was part of; absent outside of GitHub Actions");
function currentJob(env) {
  const { GITHUB_JOB: job, GITHUB_REPOSITORY: repository2 = "", GITHUB_RUN_ID: run = "" } = env;
  const { GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_SHA: sha3 = "" } = env;
  const isKnown2 = repository2 !== "" && run !== "" && sha3 !== "";
  return {
    ...defined({ job }),
    ...isKnown2 ? { workflow: { repository: repository2, run, attempt, sha: sha3 } } : {}
  };
}
function strangeness(part3, own) {
  if (own === void 0) return "it is not known which workflow run this is";
  if (part3 === void 0) return "it does not say which workflow run it is of";
  if (part3.repository.toLowerCase() !== own.repository.toLowerCase())
    return "it is of another repository";
  if (part3.run !== own.run) return "it is of another workflow run";
  if (part3.sha !== own.sha) return "it is of another commit";
  return attemptNumber(part3) > attemptNumber(own) ? "it says to be of an attempt to come" : void 0;
}
function attemptNumber({ attempt }) {
  return /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : Number.POSITIVE_INFINITY;
}

// src/domain/report/own-run.ts
function ownRun(own) {
  const { id, inputs, startedAt, endedAt, job, workflow, commit, notices } = own;
  return {
    id,
    ...defined({ job, workflow }),
    startedAt: startedAt.toISOString(),
    seconds: secondsBetween(startedAt, endedAt),
    ...defined({ commit }),
    request: inputs === void 0 ? {} : reportRequest(inputs),
    tools: { plimsoll: VERSION },
    notices: [...notices ?? []]
  };
}
function secondsBetween(start, end) {
  return (end.getTime() - start.getTime()) / 1e3;
}
function reportRequest(inputs) {
  return Object.fromEntries(
    Object.entries(inputs.request).map(([name, value]) => [
      name,
      typeof value === "object" ? [...value] : value
    ])
  );
}

// src/domain/dockerfile/instructions.ts
var DIRECTIVE = /^#[ \t]*([a-z][a-z0-9]*)[ \t]*=[ \t]*(\S*)$/i;
var TAKES_HEREDOCS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD"]);
function splitInstructions(text) {
  const lines2 = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escape = escapeOf(lines2);
  const found = [];
  for (let at = 0; at < lines2.length; at += 1) {
    const { pieces, last: last2 } = logicalLine(lines2, { from: at, escape });
    const own = pieces.join(" ");
    const end = own === "" ? last2 : endOfHeredocs(own, { lines: lines2, from: last2 });
    if (own !== "") {
      const inside = folded(lines2.slice(last2 + 1, end + 1), escape);
      const whole = [own, ...inside].join(" ");
      found.push({ keyword: wordOf(own), text: whole, startLine: at + 1, endLine: end + 1 });
    }
    at = end;
  }
  return found;
}
function logicalLine(lines2, { from, escape }) {
  const pieces = [];
  let last2 = from;
  for (let at = from; at < lines2.length; at += 1) {
    const line4 = (lines2[at] ?? "").trim();
    if (isPassedOver(line4)) {
      if (at === from) break;
      continue;
    }
    last2 = at;
    pieces.push(...folded([line4], escape));
    if (!continues(line4, escape)) break;
  }
  return { pieces, last: last2 };
}
function folded(lines2, escape) {
  return lines2.map((line4) => line4.trim()).filter((line4) => !isPassedOver(line4)).map((line4) => continues(line4, escape) ? line4.slice(0, -1).trimEnd() : line4).filter((line4) => line4 !== "");
}
function escapeOf(lines2) {
  for (const line4 of lines2) {
    const [, name, value] = DIRECTIVE.exec(line4.trim()) ?? [];
    if (name === void 0) return "\\";
    if (name.toLowerCase() === "escape") return value === "`" ? "`" : "\\";
  }
  return "\\";
}
function isPassedOver(line4) {
  return line4 === "" || line4.startsWith("#");
}
function continues(line4, escape) {
  return line4.endsWith(escape) && line4.at(-2) !== escape;
}
function wordOf(text) {
  return /^\S*/.exec(text)?.[0].toUpperCase() ?? "";
}
function endOfHeredocs(text, { lines: lines2, from }) {
  const keyword = wordOf(text);
  const inner = keyword === "ONBUILD" ? wordOf(text.slice(keyword.length).trimStart()) : keyword;
  if (!TAKES_HEREDOCS.has(inner) || !text.includes("<<")) return from;
  let at = from;
  for (const { name, chomp } of heredocsIn(text)) {
    do
      at += 1;
    while (at < lines2.length && (chomp ? withoutTabs(lines2[at] ?? "") : lines2[at]) !== name);
  }
  return Math.min(at, lines2.length - 1);
}
function withoutTabs(line4) {
  return line4.replace(/^\t+/, "");
}
function heredocsIn(text) {
  return wordsOf(text).flatMap((word) => {
    const [, dash, name = ""] = /^\d*<<(-?)([^<]*)$/.exec(word) ?? [];
    const plain = name.replace(/["'\\]/g, "");
    return dash === void 0 || plain === "" ? [] : [{ name: plain, chomp: dash === "-" }];
  });
}
function wordsOf(text) {
  return text.match(/(?:[^\s"'\\]|\\[^]?|"(?:[^"\\]|\\[^]?)*(?:"|$)|'[^']*(?:'|$))+/g) ?? [];
}

// src/domain/dockerfile/stages.ts
var COPY_FROM = /^--from=(.+)$/;
var MOUNT_FROM = /^--mount=(?:.*,)?from=([^,]+)/;
function parseStages(instructions, args) {
  const values = globalArgs(instructions, args);
  const byStage = Map.groupBy(instructions, ({ stage }) => stage);
  const stages = [];
  const names = /* @__PURE__ */ new Map();
  for (const from of instructions.filter(({ keyword }) => keyword === "FROM")) {
    const words2 = from.text.split(/\s+/).slice(1).filter((word) => !word.startsWith("--"));
    const [image = "", as, name] = words2;
    const own = byStage.get(from.stage) ?? [];
    const called = as?.toLowerCase() === "as" ? name : void 0;
    const before = { names, count: stages.length };
    const stage = {
      name: called,
      // Only a name can be a parent: `FROM 0` is an image called 0.
      parent: names.get(substitute(image, values).toLowerCase()),
      sources: own.flatMap(sourcesOf).flatMap((reference) => findStage(before, reference) ?? [])
    };
    if (called !== void 0) names.set(called.toLowerCase(), stages.length);
    stages.push(stage);
  }
  return stages;
}
function usedStages(stages, target) {
  const names = new Map(stages.map(({ name }, index2) => [name?.toLowerCase() ?? "", index2]));
  const all = { names, count: stages.length };
  const built = target === void 0 ? stages.length - 1 : findStage(all, target);
  if (built === void 0) return void 0;
  const used = /* @__PURE__ */ new Set();
  const open = [built];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (used.has(next)) continue;
    used.add(next);
    const stage = stages[next];
    for (const source of stage?.sources ?? []) open.push(source);
    if (stage?.parent !== void 0) open.push(stage.parent);
  }
  return [...used].sort((a, b) => a - b);
}
function lineage(stages, built) {
  const list2 = [built];
  for (let parent = stages[built]?.parent; parent !== void 0; parent = stages[parent]?.parent)
    list2.push(parent);
  return list2;
}
function findStage(stages, reference) {
  const named = reference === "" ? void 0 : stages.names.get(reference.toLowerCase());
  if (named !== void 0) return named;
  const position = /^\d{1,6}$/.test(reference) ? Number(reference) : -1;
  return position >= 0 && position < stages.count ? position : void 0;
}
var FLAGS = /* @__PURE__ */ new Map([
  ["COPY", COPY_FROM],
  ["ADD", COPY_FROM],
  ["RUN", MOUNT_FROM]
]);
function sourcesOf({ text }) {
  const words2 = text.split(/\s+/);
  const start = words2[0]?.toUpperCase() === "ONBUILD" ? 1 : 0;
  const flag = FLAGS.get(words2[start]?.toUpperCase() ?? "");
  if (flag === void 0) return [];
  const rest = words2.slice(start + 1);
  const end = rest.findIndex((word) => !word.startsWith("--"));
  const flags = end < 0 ? rest : rest.slice(0, end);
  return flags.flatMap((word) => flag.exec(word)?.[1] ?? []);
}
function globalArgs(instructions, given) {
  const values = /* @__PURE__ */ new Map();
  for (const { text } of instructions.filter(({ keyword, stage }) => keyword === "ARG" && stage < 0)) {
    for (const word of text.split(/\s+/).slice(1)) {
      const [name = "", ...rest] = word.split("=");
      const value = given.get(name) ?? substitute(unquoted(rest.join("=")), values);
      values.set(name, value.slice(0, LONGEST_NAME));
    }
  }
  return values;
}
var LONGEST_NAME = 1e3;
function unquoted(text) {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
function substitute(text, values) {
  const last2 = text.lastIndexOf("}");
  let made = "";
  let at = 0;
  for (let dollar = text.indexOf("$"); dollar >= 0; dollar = text.indexOf("$", at)) {
    const reference = referenceAt(text, { at: dollar, last: last2 });
    made += text.slice(at, dollar);
    made += reference === void 0 ? "$" : values.get(reference.name) ?? reference.fallback;
    at = reference?.end ?? dollar + 1;
  }
  return made + text.slice(at);
}
var REFERENCE = /(\{?)(\w+)(:?-)?/y;
function referenceAt(text, { at, last: last2 }) {
  REFERENCE.lastIndex = at + 1;
  const [, brace, name = "", otherwise] = REFERENCE.exec(text) ?? [];
  if (brace === void 0) return void 0;
  if (brace === "") return { name, fallback: "", end: at + 1 + name.length };
  const start = REFERENCE.lastIndex;
  if (start > last2) return void 0;
  const close = otherwise === void 0 ? start : text.indexOf("}", start);
  if (text[close] !== "}") return void 0;
  return { name, fallback: text.slice(start, close), end: close + 1 };
}

// src/domain/dockerfile/dockerfile.ts
var MAX_LENGTH = 1e6;
function parseDockerfile(text, context = {}) {
  if (text.length > MAX_LENGTH) return unable("The Dockerfile is larger than a Dockerfile can be.");
  const instructions = instructionsOf(text);
  const stages = parseStages(instructions, context.args ?? /* @__PURE__ */ new Map());
  if (stages.length === 0) return unable("The Dockerfile has no FROM line.");
  const used = usedStages(stages, context.stage);
  if (used === void 0)
    return unable(`The Dockerfile has no stage "${context.stage ?? ""}" that could be built.`);
  return known({
    ...defined({ file: context.file }),
    instructions,
    usedStages: used
  });
}
function instructionsOf(text) {
  let stage = -1;
  return splitInstructions(text).map((instruction) => {
    if (instruction.keyword === "FROM") stage += 1;
    return { ...instruction, stage };
  });
}
function instructionAt(instructions, line4) {
  let [low, high] = [0, instructions.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const found = instructions[middle];
    if (found === void 0 || line4 < found.startLine) high = middle - 1;
    else if (line4 > found.endLine) low = middle + 1;
    else return found;
  }
  return void 0;
}

// src/domain/provenance/lines.ts
function lineFields({
  file,
  startLine,
  endLine,
  instruction
}) {
  return {
    ...defined({ file, startLine, endLine, instruction })
  };
}
function toStepLine(places, lines2) {
  const place2 = choosePlace(places, lines2);
  return place2 === void 0 ? void 0 : placeOnLine(place2, lines2);
}
function choosePlace(places, { main, dockerfile }) {
  const own = places.filter((place2) => place2.dockerfile === main);
  if (!isKnown(dockerfile)) return own[0] ?? places[0];
  const { instructions, usedStages: usedStages2 } = dockerfile.value;
  const ranks = new Map(own.length < 2 ? [] : usedStages2.map((stage, rank3) => [stage, rank3]));
  const rankOf3 = (place2) => ranks.get(instructionAt(instructions, place2.startLine)?.stage ?? -1) ?? -1;
  const [first] = own.toSorted((a, b) => rankOf3(b) - rankOf3(a));
  return first ?? fromLine(dockerfile.value, main);
}
function fromLine({ instructions, usedStages: usedStages2 }, dockerfile) {
  const built = usedStages2.at(-1);
  const from = instructions.find((one) => one.keyword === "FROM" && one.stage === built);
  return from === void 0 ? void 0 : { dockerfile, startLine: from.startLine, endLine: from.endLine };
}
function placeOnLine(place2, { main, dockerfile }) {
  if (place2.dockerfile !== main || !isKnown(dockerfile))
    return { startLine: place2.startLine, endLine: place2.endLine };
  const { file, instructions } = dockerfile.value;
  const text = instructionAt(instructions, place2.startLine)?.text;
  return {
    ...defined({ file }),
    startLine: place2.startLine,
    endLine: place2.endLine,
    ...defined({ instruction: text })
  };
}

// src/domain/policy/policy.ts
function rulesFor(policy, image) {
  return policy.images.get(image) ?? policy.rules;
}

// src/domain/policy/violation-identity.ts
import { createHash } from "node:crypto";
function identityOf({ image, name, apart: apart2 }) {
  const { message: message3, mistake, what, base, file, where, path, variable, nth } = apart2;
  const parts = ["plimsoll", image, name, message3, mistake, what, base, file, where];
  const told = [...parts, path, variable, ...nth === void 0 ? [] : [nth]];
  const text = JSON.stringify(told.map((part3) => part3 ?? ""));
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

// src/domain/policy/violation-format.ts
function formatViolation(rule, telling, data16) {
  const { finding, distrust } = telling;
  const kind = telling.kind?.(data16);
  const name = kind === void 0 ? rule : `${rule}/${kind.name}`;
  const saves = telling.saves?.(data16);
  return {
    data: data16,
    words: {
      message: telling.message(data16),
      advice: telling.advice(data16),
      ...defined({ saves })
    },
    name,
    kind,
    finding: finding && {
      ...finding.of(data16),
      withUpgrade: (upgrade) => finding.withUpgrade(data16, upgrade)
    },
    identityIn: (image) => identityOf({ image, name, apart: telling.apart?.(data16) ?? {} }),
    distrusted: () => formatViolation(rule, telling, distrust?.(data16) ?? data16)
  };
}
function parseViolation(rule, telling, data16) {
  const [own] = parsed(telling, data16).map((one) => formatViolation(rule, telling, one));
  return own;
}
function untypedTable(telling) {
  const { table: table2 } = telling;
  return table2 && {
    head: table2.head,
    rows: (all) => table2.rows(all.flatMap((one) => parsed(telling, one.data).map((data16) => ({ ...one, data: data16 }))))
  };
}
function untypedBanner(telling) {
  const { banner } = telling;
  return banner && ((all) => banner(all.flatMap((data16) => parsed(telling, data16))));
}
function parsed(telling, data16) {
  const result = telling.data.safeParse(data16);
  return result.success ? [result.data] : [];
}

// src/domain/policy/rule.ts
var LEVELS = ["error", "warning", "off"];
var SUBJECT_KEYS = ["id", "package", "path", "unjudged"];
function defineRule(definition) {
  const own = (options2) => definition.options.parse(options2);
  const {
    id,
    per,
    options: schema2,
    permissiveness,
    data: data16,
    subjects: subjects2,
    isNew,
    summary: summary2,
    help
  } = definition;
  const texts = { id, per, data: data16, subjects: subjects2, isNew, summary: summary2, help };
  return {
    ...texts,
    options: schema2,
    permissiveness,
    default: definition.default,
    needs: (options2) => definition.needs(own(options2)),
    applies: (evidence) => definition.applies?.(evidence) ?? true,
    judgesMissing: definition.judgesMissing ?? false,
    requests: (options2) => definition.requests?.(own(options2)) ?? {},
    judge: (options2, evidence) => definition.judge(own(options2), evidence).map((found) => toldViolation(definition, found)),
    gaps: (options2, evidence) => definition.gaps?.(own(options2), evidence) ?? [],
    scope: (options2, evidence) => definition.scope?.(own(options2), evidence),
    excused: (options2, evidence) => definition.excused?.(own(options2), evidence) ?? [],
    isCoarse: definition.isCoarse ?? false,
    isOfScan: definition.isOfScan ?? false,
    tags: definition.tags ?? ["container", id],
    limits: (options2) => definition.limits?.(own(options2)) ?? {},
    read: (foreign) => parseViolation(id, definition, foreign),
    table: untypedTable(definition),
    banner: untypedBanner(definition)
  };
}
function toldViolation(telling, { data: data16, ...violation3 }) {
  if (!telling.data.safeParse(data16).success)
    throw new Error(`Rule ${telling.id} does not know its own violation.`);
  return { ...violation3, told: formatViolation(telling.id, telling, data16) };
}

// src/domain/policy/format.ts
var LONGEST = 80;
function formatValue(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line4 = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, " ");
  const characters = Array.from(line4);
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : line4;
  return `\`${short}\``;
}
function formatList(values) {
  const quoted2 = values.map(formatValue);
  const last2 = quoted2.pop() ?? "nothing";
  return quoted2.length === 0 ? last2 : `${quoted2.join(", ")} or ${last2}`;
}
function nearestFirst(values, written2) {
  return values.toSorted((a, b) => apart(a, written2) - apart(b, written2));
}
function apart(one, other) {
  return distance(one.toLowerCase(), other.toLowerCase());
}

// src/domain/policy/options.ts
var levelOption = external_exports.enum(LEVELS).describe("error: a violation fails the run; warning: it is shown; off: the rule is not judged");
var HOW = "write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes";
var sizeOption = external_exports.union([external_exports.string(), external_exports.int().nonnegative()], {
  error: ({ input }) => `is ${input === null ? "empty" : formatValue(input)}, which is no size: ${HOW}`
}).transform((value, context) => {
  const bytes7 = typeof value === "number" ? value : parseBytes(value);
  if (bytes7 !== void 0) return bytes7;
  context.addIssue({ code: "custom", message: sizeMistake(String(value)) });
  return external_exports.NEVER;
});
var percentOption = external_exports.union([external_exports.string(), external_exports.number()], {
  error: ({ input }) => `is ${formatValue(input)}, which is no share: write it like \`10%\``
}).transform((value, context) => {
  const match2 = /^(\d{1,3}(?:\.\d{1,3})?)\s?%?$/.exec(String(value).trim());
  const percent = Number(match2?.[1] ?? Number.NaN);
  if (percent >= 0 && percent <= 100) return percent;
  context.addIssue({
    code: "custom",
    message: `is ${formatValue(value)}, which is no share of a hundred: write it like \`10%\``
  });
  return external_exports.NEVER;
});
var SECONDS = { s: 1, m: 60, min: 60, h: 3600 };
var durationOption = external_exports.union([external_exports.string(), external_exports.number().nonnegative()], {
  error: ({ input }) => `is ${formatValue(input)}, which is no time: write it like \`5m\` or \`90s\``
}).transform((value, context) => {
  const match2 = /^(\d{1,6}(?:\.\d{1,3})?)\s?(s|m|min|h)?$/.exec(String(value).trim());
  if (match2 !== null) return Number(match2[1]) * (ownProperty(SECONDS, match2[2] ?? "s") ?? 1);
  context.addIssue({
    code: "custom",
    message: `is ${formatValue(value)}, which is no time: write it like \`5m\` or \`90s\``
  });
  return external_exports.NEVER;
});
var daysOption = external_exports.union([external_exports.string(), external_exports.number().nonnegative()], {
  error: ({ input }) => `is ${formatValue(input)}, which is no time: write it like \`3d\``
}).transform((value, context) => {
  const match2 = /^(\d{1,5}(?:\.\d{1,3})?)\s?(d|days?|h)?$/.exec(String(value).trim());
  if (match2 !== null) return Number(match2[1]) / (match2[2] === "h" ? 24 : 1);
  context.addIssue({
    code: "custom",
    message: `is ${formatValue(value)}, which is no time: write it like \`3d\` or \`72h\``
  });
  return external_exports.NEVER;
});
var VARIABLE = /^[A-Za-z_][A-Za-z0-9_.-]{0,199}$/;
var environmentOption = dictionary(external_exports.string()).superRefine((given, context) => {
  for (const name of Object.keys(given).filter((key) => !VARIABLE.test(key)))
    context.addIssue({
      code: "custom",
      path: [name],
      message: `has a name that no variable has: use letters, digits and _`
    });
});
var folderOption = external_exports.string().superRefine((path, context) => {
  const parts = path.split("/").slice(1);
  const isPlain = parts.every((part3) => part3 !== "" && part3 !== "." && part3 !== "..");
  if (path.startsWith("/") && isPlain && !/[:,\p{Cc}]/u.test(path)) return;
  context.addIssue({
    code: "custom",
    message: `is ${formatValue(path)}, which is no folder of an image: write it like \`/var/cache\``
  });
});
function sizeMistake(text) {
  const unit = /^\s*\d+(?:\.\d+)?\s*([^\d\s.].*)$/.exec(text)?.[1]?.trim();
  if (unit === void 0 || parseBytes(`1${unit}`) !== void 0)
    return `is ${formatValue(text)}, which is no size: ${HOW}`;
  return `is ${formatValue(text)}, whose unit ${formatValue(unit)} is not known: use ${formatList(nearestFirst(BYTE_UNITS, unit))}`;
}

// src/domain/policy/places.ts
function placeOfLayer(layer) {
  if (layer?.file === void 0) return void 0;
  return {
    file: layer.file,
    ...defined({ startLine: layer.startLine, endLine: layer.endLine })
  };
}
function placeOfInstruction(dockerfile, keyword) {
  if (!isKnown(dockerfile) || dockerfile.value.file === void 0) return void 0;
  const facts = dockerfile.value;
  const built = facts.usedStages.at(-1);
  if (built === void 0) return void 0;
  const instruction = leading(facts, built, keyword) ?? last(facts, built, "FROM");
  if (instruction === void 0) return void 0;
  return {
    file: dockerfile.value.file,
    startLine: instruction.startLine,
    endLine: instruction.endLine
  };
}
function leading(facts, stage, keyword) {
  const own = last(facts, stage, keyword);
  if (own !== void 0) return own;
  const parent = parentStage(facts, stage);
  return parent === void 0 ? void 0 : leading(facts, parent, keyword);
}
function parentStage(facts, stage) {
  const from = words(last(facts, stage, "FROM"));
  const name = from.find((word) => !word.startsWith("--"))?.toLowerCase();
  const stages = facts.instructions.filter(
    (instruction) => instruction.keyword === "FROM" && instruction.stage < stage && stageName(instruction) === name
  );
  return stages.at(-1)?.stage;
}
function stageName(from) {
  const parts = words(from);
  const as = parts.findIndex((word) => word.toLowerCase() === "as");
  return as === -1 ? void 0 : parts[as + 1]?.toLowerCase();
}
function words(instruction) {
  return (instruction?.text ?? "").split(/\s+/).filter(Boolean).slice(1);
}
function last(facts, stage, keyword) {
  return facts.instructions.findLast(
    (instruction) => instruction.stage === stage && instruction.keyword === keyword
  );
}

// src/domain/policy/rules/build-checks.ts
var data = external_exports.strictObject({
  check: external_exports.string(),
  message: external_exports.string(),
  detail: external_exports.string().optional(),
  url: external_exports.string().optional()
});
var buildChecks = defineRule({
  id: "build-checks",
  per: "image",
  isCoarse: true,
  options: external_exports.strictObject({ level: levelOption }),
  permissiveness: {},
  default: { level: "warning" },
  subjects: [],
  data,
  needs: () => ["buildChecks"],
  judge: (_, evidence) => {
    if (!isKnown(evidence.buildChecks)) return [];
    const file = isKnown(evidence.dockerfile) ? evidence.dockerfile.value.file : void 0;
    return evidence.buildChecks.value.map(({ rule, message: message3, detail, url, ...lines2 }) => {
      const place2 = placeOfLayer({ ...lines2, ...defined({ file }) });
      return {
        ...defined({ place: place2 }),
        data: {
          check: rule,
          message: message3,
          ...defined({ detail, url })
        }
      };
    });
  },
  apart: ({ message: message3 }) => ({ message: message3 }),
  kind: ({ check, url }) => ({ name: check, url }),
  message: ({ check, message: message3 }) => `${message3} (${check}).`,
  advice: ({ detail, url }) => [
    detail === void 0 ? "" : `${detail.replace(/\.$/, "")}.`,
    url === void 0 ? "" : `See ${url}`
  ].filter((part3) => part3 !== "").join(" "),
  distrust: ({ check }) => ({
    check: /^[A-Za-z]{1,60}$/.test(check) ? check : "unknown",
    message: "A check of BuildKit does not pass"
  }),
  summary: "BuildKit’s own checks of the Dockerfile",
  help: "BuildKit looks at every Dockerfile that it builds: stage names, relative working directories, secrets in `ARG` and `ENV`, deprecated instructions. `# check=skip=RULE` in the Dockerfile’s first lines switches one off, `# check=error=true` lets the build itself fail."
});

// src/domain/context/context-facts.ts
var UNWANTED_KINDS = [
  ".git",
  "environment file",
  "private key",
  "node_modules",
  "virtual environment",
  "build output"
];
function linkedOnce(files) {
  const seen = /* @__PURE__ */ new Set();
  return files.map((file) => {
    if (file.linked === void 0 || !seen.has(file.linked)) {
      if (file.linked !== void 0) seen.add(file.linked);
      return file;
    }
    return { ...file, bytes: 0 };
  });
}
var OUTPUT = /^(?:\.next|\.nuxt|\.svelte-kit|\.turbo|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.gradle|\.nyc_output)$/;
var ENVIRONMENT = /^\.env(?:\.(?!example$|sample$|template$|dist$|defaults$).+)?$/;
var KEY = /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:key|p12|pfx|jks|keystore)$|key[^/]*\.pem$/i;
var MOST = 20;
function contextFacts(own, { named = [], ...found }) {
  const files = [...own, ...named.flatMap(filesOfNamed)];
  const folders = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes7 } of files) {
    const parts = path.split("/").slice(0, -1);
    const folder2 = parts.length === 0 ? "." : parts.slice(0, 2).join("/");
    folders.set(folder2, (folders.get(folder2) ?? 0) + bytes7);
  }
  return {
    ...found,
    named: named.map(({ name, path, files: list2 }) => ({
      name,
      path,
      files: list2.length,
      bytes: sumOf(list2)
    })),
    bytes: sumOf(files),
    files: files.length,
    biggestFolders: [...folders].map(([path, bytes7]) => ({ path, bytes: bytes7 })).sort((a, b) => b.bytes - a.bytes).slice(0, MOST),
    unwanted: unwantedIn(files)
  };
}
function sumOf(files) {
  return files.reduce((sum, { bytes: bytes7 }) => sum + bytes7, 0);
}
function filesOfNamed({ path, files }) {
  return files.map((file) => ({ ...file, path: `${path}/${file.path}` }));
}
function unwantedIn(files) {
  const environments = new Set(
    files.flatMap(
      ({ path }) => path.endsWith("/pyvenv.cfg") ? [path.slice(0, -"/pyvenv.cfg".length)] : []
    )
  );
  const found = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes7 } of files) {
    const name = kindOf(path, environments);
    if (name === void 0) continue;
    const old = found.get(name.path) ?? { ...name, bytes: 0, files: 0 };
    found.set(name.path, { ...old, bytes: old.bytes + bytes7, files: old.files + 1 });
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}
function folderIn(folders, path) {
  if (folders.size === 0) return void 0;
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1))
    if (folders.has(path.slice(0, end))) return path.slice(0, end);
  return void 0;
}
function kindOf(path, environments) {
  const parts = path.split("/");
  const upTo = (index2) => parts.slice(0, index2 + 1).join("/");
  const git = parts.indexOf(".git");
  if (git >= 0) return { kind: ".git", path: upTo(git), line: "**/.git" };
  const modules = parts.slice(0, -1).indexOf("node_modules");
  if (modules >= 0) return { kind: "node_modules", path: upTo(modules), line: "**/node_modules" };
  const environment = folderIn(environments, path);
  if (environment !== void 0)
    return { kind: "virtual environment", path: environment, line: environment };
  const output = parts.slice(0, -1).findIndex((part3) => OUTPUT.test(part3));
  if (output >= 0)
    return { kind: "build output", path: upTo(output), line: `**/${parts[output] ?? ""}` };
  const base = parts.at(-1) ?? "";
  if (ENVIRONMENT.test(base)) return { kind: "environment file", path, line: `**/${base}` };
  return KEY.test(base) ? { kind: "private key", path, line: path } : void 0;
}

// src/domain/policy/permissiveness.ts
function upperLimit(format) {
  const size2 = (value) => typeof value === "number" ? value : Infinity;
  return {
    isMorePermissive: (before, now) => size2(now) > size2(before),
    text: (value) => typeof value === "number" ? format(value) : "no limit"
  };
}
var lowerLimit = {
  isMorePermissive: (before, now) => Number(now) < Number(before),
  text: String
};
function ranked(...ranks) {
  const rank3 = (value) => ranks.findIndex((words2) => words2.some((one) => one === value));
  return { isMorePermissive: (before, now) => rank3(now) > rank3(before), text: String };
}
var allowList = {
  isMorePermissive: (before, now) => {
    const known2 = new Set(listOf(before));
    return listOf(now).some((entry) => !known2.has(entry));
  },
  text: (value) => listOf(value).length === 0 ? "none" : listOf(value).join(", ")
};
function listOf(value) {
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value) ? value.map(String) : Object.entries(value).map(([key, one]) => `${key}=${String(one)}`);
}

// src/domain/policy/rules/build-context.ts
var bytes = external_exports.int().nonnegative();
var data2 = external_exports.discriminatedUnion("mistake", [
  external_exports.strictObject({
    mistake: external_exports.literal("too-large"),
    bytes,
    max: bytes,
    biggest: external_exports.strictObject({ path: external_exports.string(), bytes }).optional()
  }),
  external_exports.strictObject({
    mistake: external_exports.literal("unwanted"),
    found: external_exports.array(
      external_exports.strictObject({ kind: external_exports.enum(UNWANTED_KINDS), path: external_exports.string(), bytes, line: external_exports.string() })
    ),
    ignoreFile: external_exports.string().optional()
  }),
  external_exports.strictObject({ mistake: external_exports.literal("unused-ignore-file"), file: external_exports.string(), reason: external_exports.string() })
]);
var NAMED = 5;
var buildContext = defineRule({
  id: "build-context",
  per: "image",
  isCoarse: true,
  options: external_exports.strictObject({
    level: levelOption,
    max: sizeOption.optional().describe("The most bytes that the build context may send")
  }),
  permissiveness: { max: upperLimit(formatBytes) },
  default: { level: "warning" },
  subjects: [],
  data: data2,
  needs: () => ["context"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.context)) return [];
    const { bytes: sent, biggestFolders, unwanted, ignoreFile, unused } = evidence.context.value;
    const place2 = ignoreFile === void 0 ? {} : { place: { file: ignoreFile } };
    const violations = [];
    if (options2.max !== void 0 && sent > options2.max) {
      const [biggest] = biggestFolders;
      const named = { mistake: "too-large", bytes: sent, max: options2.max };
      violations.push({ ...place2, data: { ...named, ...biggest && { biggest } } });
    }
    if (unwanted.length > 0) {
      const found = unwanted.map(({ kind, path, bytes: size2, line: line4 }) => ({
        kind,
        path,
        bytes: size2,
        line: line4
      }));
      const file = ignoreFile === void 0 ? {} : { ignoreFile };
      violations.push({ ...place2, data: { mistake: "unwanted", found, ...file } });
    }
    for (const { file, reason } of unused)
      violations.push({ place: { file }, data: { mistake: "unused-ignore-file", file, reason } });
    return violations;
  },
  apart: (found) => found.mistake === "unused-ignore-file" ? { mistake: found.mistake, file: found.file } : { mistake: found.mistake },
  message,
  advice,
  saves: (found) => found.mistake === "unwanted" ? found.found.reduce((sum, one) => sum + one.bytes, 0) : 0,
  distrust: (given) => given.mistake === "unused-ignore-file" ? { ...given, reason: "nobody reads it" } : given,
  summary: "bytes that the build context sends, and what should not be sent",
  help: "What lies in the build context and is not ignored is sent to the builder, ends up in images by `COPY . .`, and makes the cache miss when it changes. Secrets and keys get out that way. List in `.dockerignore` at the root of the context (or in `<Dockerfile>.dockerignore`) what the build does not need, or begin it with `*` and take back what it does (`!src`)."
});
function message(found) {
  switch (found.mistake) {
    case "too-large":
      return `The build context sends ${formatBytes(found.bytes)}, ${formatBytes(found.bytes - found.max)} over its limit of ${formatBytes(found.max)}.`;
    case "unwanted":
      return `The build context sends what should stay at home: ${found.found.slice(0, NAMED).map(
        ({ kind, path, bytes: size2 }) => `${path === kind ? kind : `${path} (${kind})`} ${formatBytes(size2)}`
      ).join(
        ", "
      )}${found.found.length > NAMED ? ` and ${found.found.length - NAMED} more` : ""}.`;
    case "unused-ignore-file":
      return `Nobody reads ${found.file}: ${found.reason}.`;
  }
}
function advice(found) {
  switch (found.mistake) {
    case "too-large":
      return found.biggest === void 0 ? "Raise rules.build-context.max." : `Most of it is ${found.biggest.path} (${formatBytes(found.biggest.bytes)}): ignore it if the build does not need it, or raise rules.build-context.max.`;
    case "unwanted": {
      const lines2 = [...new Set(found.found.map(({ line: line4 }) => line4))];
      const file = found.ignoreFile ?? "a new .dockerignore at the root of the context";
      return `Add to ${file}, a line each: ${lines2.slice(0, NAMED * 2).join("  ")}`;
    }
    case "unused-ignore-file":
      return "Move its lines into the file that is read, and remove it.";
  }
}

// src/domain/policy/rules/build-policy.ts
var data3 = external_exports.strictObject({ about: external_exports.string(), messages: external_exports.array(external_exports.string()) });
var buildPolicy = defineRule({
  id: "build-policy",
  per: "image",
  isCoarse: true,
  options: external_exports.strictObject({ level: levelOption }),
  permissiveness: {},
  default: { level: "error" },
  subjects: [],
  data: data3,
  needs: () => ["buildPolicy"],
  applies: ({ buildPolicy: found }) => !isKnown(found) || found.value.files.length > 0 || found.value.denials.length > 0,
  judgesMissing: true,
  judge: (_, { buildPolicy: found }) => {
    if (!isKnown(found)) return [];
    const { files, denials } = found.value;
    const [file] = files;
    return denials.map(({ source, messages }) => ({
      ...file === void 0 ? {} : { place: { file } },
      data: { about: source, messages: [...messages] }
    }));
  },
  message: ({ about, messages }) => `The build policy does not allow ${about}${messages.length === 0 ? "" : `: ${messages.join("; ").replace(/\.$/, "")}`}.`,
  advice: () => "Build from what the policy allows, or let somebody who answers for it change it.",
  distrust: () => ({ about: "something that is built from", messages: [] }),
  summary: "build policies beside the Dockerfile (`Dockerfile.rego`, bake’s `policy`)",
  help: "buildx 0.31 and BuildKit 0.26 ask a build policy whether they may take an image, a repository or a download; older ones pass it over in silence. What the policy denies fails with the policy’s own words, and a policy that nobody asked makes the image unable. It is only judged where there is such a policy."
});

// src/domain/policy/rules/build-time.ts
var data4 = external_exports.strictObject({
  seconds: external_exports.number().nonnegative(),
  maxSeconds: external_exports.number().nonnegative(),
  how: external_exports.enum(["measured", "added up"])
});
var buildTime = defineRule({
  id: "build-time",
  per: "image",
  options: external_exports.strictObject({
    level: levelOption,
    max: durationOption.describe("The longest that a build without cache may take")
  }),
  permissiveness: { max: upperLimit(formatSeconds) },
  default: { level: "warning", max: 300 },
  subjects: [],
  data: data4,
  needs: () => ["buildTime"],
  judge: ({ max }, { buildTime: time }) => {
    if (!isKnown(time) || time.value.seconds <= max) return [];
    return [{ data: { seconds: time.value.seconds, maxSeconds: max, how: time.value.how } }];
  },
  message: ({ seconds: seconds3, maxSeconds, how }) => `The build takes ${formatSeconds(seconds3)} without a cache${how === "measured" ? "" : " (the last uncached times of its steps, along the longest chain)"}; at most ${formatSeconds(maxSeconds)} are allowed.`,
  advice: () => "Let steps that seldom change come first, copy lockfiles and install before copying the sources, mount caches (RUN --mount=type=cache), and build independent parts in stages of their own, which run side by side.",
  summary: "seconds of the longest chain of steps that lead to the image, without cache",
  help: "A build that is slow without its cache is slow whenever the cache is lost. The time is that of the longest chain of steps that lead to the image: a slow neighbour in the same build does not count, a stage that both share counts for each. Measured when no step came from the cache; else by the last uncached seconds of the steps on the longest chain, where the baseline’s record has them."
});

// src/domain/image/caches.ts
var CACHE_NAMES = ["apt lists", "apt archives", "pip cache", "npm cache"];
var CACHES = {
  "apt lists": /^var\/lib\/apt\/lists(?=\/)/,
  "apt archives": /^var\/cache\/apt(?=\/)/,
  "pip cache": /^(?:.*\/)?\.cache\/pip(?=\/)/,
  "npm cache": /^(?:.*\/)?\.npm(?=\/)/
};
function cacheAtPath(path) {
  for (const name of CACHE_NAMES) {
    const folder2 = CACHES[name].exec(path)?.[0];
    if (folder2 !== void 0) return { name, folder: folder2 };
  }
  return void 0;
}

// src/domain/policy/rules/build-tools.ts
var data5 = external_exports.strictObject({
  base: external_exports.boolean(),
  bytes: external_exports.int().nonnegative(),
  tools: external_exports.array(external_exports.strictObject({ name: external_exports.string(), bytes: external_exports.int().nonnegative() }))
});
var JUDGED = ["compiler", "package manager", "cache"];
var buildTools = defineRule({
  id: "build-tools",
  per: "image",
  isCoarse: true,
  options: external_exports.strictObject({ level: levelOption }),
  permissiveness: {},
  default: { level: "warning" },
  subjects: [],
  data: data5,
  needs: () => ["contents"],
  judge: (_, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const tools = evidence.contents.value.tools.filter(({ kind }) => JUDGED.includes(kind));
    return [false, true].flatMap((base) => {
      const some = tools.filter(({ by: by2 }) => (by2?.base ?? false) === base);
      return some.length === 0 ? [] : [violationOf(some, base)];
    });
  },
  apart: ({ base }) => ({ base }),
  message: ({ base, bytes: bytes7, tools }) => `${base ? "The base image brings" : "The image holds"} what builds and not what runs: ${tools.map((tool) => `${tool.name} (${formatBytes(tool.bytes)})`).join(", ")}; ${formatBytes(bytes7)} in all.`,
  advice: ({ base, tools }) => !base && tools.every(({ name }) => isCache(name)) ? "Clean them in the same RUN that fills them (apt-get clean, rm -rf /var/lib/apt/lists/*, pip --no-cache-dir), or mount a cache there: RUN --mount=type=cache,target=…." : base ? "Take a base for running (distroless, or a slim one without them), or copy what is needed onto FROM scratch." : "Install them in an earlier stage and copy only the result: COPY --from=build.",
  saves: ({ bytes: bytes7 }) => bytes7,
  summary: "compilers, package managers and their caches that are left in the final image",
  help: "Compilers, package managers and what they fetched make an image larger, bring vulnerabilities of their own, and help whoever breaks in. Build in an earlier stage and copy the result; run on a base that has none of them."
});
function isCache(name) {
  return CACHE_NAMES.some((cache) => cache === name);
}
function violationOf(tools, base) {
  const place2 = placeOfLayer(tools[0]?.by);
  return {
    ...defined({ place: place2 }),
    data: {
      base,
      bytes: tools.reduce((sum, tool) => sum + tool.bytes, 0),
      tools: tools.map(({ name, bytes: bytes7 }) => ({ name, bytes: bytes7 }))
    }
  };
}

// src/domain/policy/byte-limit.ts
var part = external_exports.strictObject({
  bytes: external_exports.int().nonnegative(),
  base: external_exports.boolean().optional(),
  instruction: external_exports.string().optional()
});
var data6 = external_exports.strictObject({
  bytes: external_exports.int().nonnegative(),
  max: external_exports.int().nonnegative(),
  biggest: part.optional(),
  /** What grew most against the baseline; absent: nothing did, or nobody knows. */
  grown: part.optional()
});
function byteLimitRule(limit) {
  return defineRule({
    id: limit.id,
    per: "image",
    options: external_exports.strictObject({
      level: levelOption,
      max: sizeOption.optional().describe(limit.describe)
    }),
    permissiveness: { max: upperLimit(formatBytes) },
    default: { level: "error" },
    subjects: [],
    data: data6,
    // Without a limit nothing is asked, so nothing can be unable.
    needs: (options2) => options2.max === void 0 ? [] : ["sizes"],
    judge: (options2, evidence) => {
      if (options2.max === void 0 || !isKnown(evidence.sizes)) return [];
      const { bytes: bytes7, biggest } = measured(evidence.sizes.value, limit.measure);
      if (bytes7 <= options2.max) return [];
      const grown = grownLayer(evidence.comparison, limit.measure, options2.max);
      const place2 = placeOfLayer(grown ?? biggest?.place);
      return [
        {
          ...defined({ place: place2 }),
          data: {
            bytes: bytes7,
            max: options2.max,
            ...biggest && { biggest: partOf(biggest.bytes, { ...biggest, ...biggest.place }) },
            ...grown && { grown: partOf(growthOf(grown[limit.measure]), grown) }
          }
        }
      ];
    },
    limits: ({ max }) => max === void 0 ? {} : { [`${limit.measure}Bytes`]: max },
    message: ({ bytes: bytes7, max }) => `${limit.what} is ${formatBytes(bytes7)}, ${formatBytes(bytes7 - max)} over its limit of ${formatBytes(max)}.`,
    advice: (found) => advice2(found, limit.id),
    summary: limit.summary,
    help: limit.help
  });
}
function measured(sizes, measure) {
  return measure === "unpacked" ? { bytes: sizes.unpackedBytes, biggest: sizes.biggestUnpacked } : { bytes: sizes.downloadBytes, biggest: sizes.biggestDownload };
}
function grownLayer(comparison, measure, max) {
  if (!isKnown(comparison) || comparison.value.state === "new") return void 0;
  const { comparison: compared } = comparison.value;
  if (compared[measure].before > max) return void 0;
  const [most] = compared.layers.filter((layer) => layer.file !== void 0 && growthOf(layer[measure]) > 0).toSorted((a, b) => growthOf(b[measure]) - growthOf(a[measure]));
  return most;
}
function growthOf({ before, after }) {
  return after - before;
}
function partOf(bytes7, {
  base,
  instruction
}) {
  return {
    bytes: bytes7,
    ...defined({ base, instruction })
  };
}
function advice2({ biggest, grown }, rule) {
  const raise = `raise rules.${rule}.max.`;
  if (grown !== void 0) return grownMend(grown, raise);
  if (biggest === void 0) return `Raise rules.${rule}.max.`;
  const brings = `The biggest layer brings ${formatBytes(biggest.bytes)}`;
  if (biggest.base === true)
    return `${brings} and comes with the base image: choose a smaller base, or ${raise}`;
  return `${brings}${by(biggest)}: ${LEAVE_OUT}, or ${raise}`;
}
var LEAVE_OUT = "leave out what the running image does not need, build in an earlier stage and copy only the result";
function grownMend(grown, raise) {
  const more = `${formatBytes(grown.bytes)} more than in the baseline`;
  return grown.base === true ? `The base image${by(grown)} brings ${more}: choose a smaller base, or ${raise}` : `This line${by(grown)} brings ${more}: ${LEAVE_OUT}, or ${raise}`;
}
function by({ instruction }) {
  return instruction === void 0 ? "" : ` (${instruction})`;
}

// src/domain/policy/rules/download.ts
var download = byteLimitRule({
  id: "download",
  what: "The download size",
  describe: "The most that pulling the image may move, as `200MB`, `1.5GiB` or plain bytes: its compressed layers",
  measure: "download",
  summary: "compressed bytes of all layers: what a pull moves",
  help: "A node without the image waits for its compressed layers before it can start it. Fewer and smaller files help; so does a base image that the nodes have already."
});

// src/domain/policy/rules/freshness.ts
var data7 = external_exports.discriminatedUnion("what", [
  external_exports.strictObject({
    what: external_exports.literal("database"),
    days: external_exports.number().nonnegative(),
    maxDays: external_exports.number().nonnegative()
  }),
  external_exports.strictObject({ what: external_exports.literal("system"), system: external_exports.string() })
]);
var FROM_THE_FUTURE = "The vulnerability database is newer than the time of this machine, whose clock is behind: how old it is, and which waivers have expired, is not known; set the clock.";
var freshness = defineRule({
  id: "freshness",
  per: "image",
  options: external_exports.strictObject({
    level: levelOption,
    "max-age": daysOption.describe("The oldest that the vulnerability database may be"),
    "end-of-life": external_exports.enum(["none", "any"]).describe("none: no base system past its end of life; any: not judged")
  }),
  permissiveness: { "max-age": upperLimit(formatDays), "end-of-life": ranked(["none"], ["any"]) },
  default: { level: "warning", "max-age": 3, "end-of-life": "none" },
  subjects: [],
  data: data7,
  needs: () => ["freshness"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.freshness)) return [];
    const { databaseAgeDays: days, endOfLife: system } = evidence.freshness.value;
    const maxDays = options2["max-age"];
    const isOld = days !== void 0 && days > maxDays;
    const place2 = placeOfInstruction(evidence.dockerfile, "FROM");
    return [
      ...isOld ? [{ data: { what: "database", days, maxDays } }] : [],
      ...system === void 0 || options2["end-of-life"] === "any" ? [] : [{ ...place2 && { place: place2 }, data: { what: "system", system } }]
    ];
  },
  gaps: (_options, { freshness: known2 }) => {
    if (!isKnown(known2)) return [];
    const { databaseAgeDays: days } = known2.value;
    if (days === void 0)
      return [{ sentence: "The vulnerability database does not say of which day it is." }];
    return days < 0 ? [{ sentence: FROM_THE_FUTURE }] : [];
  },
  apart: ({ what }) => ({ what }),
  message: (found) => found.what === "database" ? `The vulnerability database is ${formatDays(found.days)} old; at most ${formatDays(found.maxDays)} are allowed.` : `The image is made of ${found.system}, which is past its end of life: nobody mends it any more.`,
  advice: (found) => found.what === "database" ? "Let the run reach a mirror (input db-repositories), or bring the folder of db-path up to date." : "Take a base image of a release that is still maintained.",
  summary: "age of the vulnerability database; a base system past its end of life",
  help: 'A database of last week knows nothing of this week’s vulnerabilities, so "none found" says less every day. For a system past its end of life no advisories are written any more, so it looks better the older it gets. Let runs fetch the database, and move to a base image that is maintained.'
});

// src/domain/compare/facts.ts
var CAUSES = ["this change", "base image", "drift", "unknown"];
var CHANGES = ["came", "grew", "shrank", "went", "replaced"];
function isOfThisChange({ cause: cause2 }) {
  return cause2 === "this change" || cause2 === "unknown";
}
var PACKAGE_CHANGES = ["added", "removed", "upgraded", "downgraded"];
function classifyChange({ before, after }, isThere2) {
  if (!isThere2.before) return "came";
  if (!isThere2.after) return "went";
  if (after === before) return "replaced";
  return after > before ? "grew" : "shrank";
}

// src/domain/policy/judgement-scope.ts
var JUDGED2 = ["all", "new"];
var BLAMED = ["any", "own", "this-change"];
var judgementScopeSchema = external_exports.strictObject({ judge: external_exports.enum(JUDGED2), blame: external_exports.enum(BLAMED) });
var blameSchema = external_exports.enum(BLAMED);
var AUTO = "auto: on a pull request with a baseline";
var judgeOption = external_exports.enum(["auto", ...JUDGED2]).describe(
  `all: everything; new: what the baseline does not have, both judged with the same database; ${AUTO} new, else all`
);
var blameOption = external_exports.enum(["auto", ...BLAMED]).describe(
  `Whose doing counts. any: anybody’s; own: that of the image’s own layers; this-change: that of steps whose text, arguments or files changed; ${AUTO} this-change, else any`
);
var JUDGE_ORDER = ranked(["all"], ["new", "auto"]);
var BLAME_ORDER = ranked(["any"], ["own"], ["this-change", "auto"]);
function judgementScope({ judge, blame }, { pullRequest }, canCompare) {
  const isHeld = isKnown(pullRequest) && pullRequest.value && canCompare;
  return {
    judge: judge === "auto" ? isHeld ? "new" : "all" : judge,
    blame: blame === "auto" ? isHeld ? "this-change" : "any" : blame
  };
}
function newFindings({
  comparison
}) {
  if (!isKnown(comparison)) return void 0;
  return causesIn(comparison.value);
}
function causesIn(compared) {
  if (compared.state === "new") return () => "this change";
  const { findings } = compared.comparison;
  if (findings === void 0) return void 0;
  const causes = new Map(findings.new.map(({ identity, cause: cause2 }) => [identity, cause2]));
  return (identity) => causes.get(identity);
}
var EXCUSES = ["no fix", "status", "in the baseline", ...CAUSES];
var excusedSchema = external_exports.strictObject({
  why: external_exports.enum(EXCUSES),
  detail: external_exports.string().optional(),
  severity: external_exports.enum(SEVERITIES).optional(),
  count: external_exports.int().positive().optional(),
  bytes: external_exports.int().positive().optional()
});
function isOfOthers({ why }) {
  return why !== "no fix" && why !== "status";
}
function countExcused(excuses) {
  const rank3 = ({ severity }) => SEVERITIES.indexOf(severity ?? "unknown");
  return [...Map.groupBy(excuses, (one) => JSON.stringify(one)).values()].flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, count: group.length }))).sort((a, b) => rank3(b) - rank3(a));
}

// src/domain/policy/rules/growth.ts
var data8 = external_exports.strictObject({
  grownBytes: external_exports.int().positive(),
  beforeBytes: external_exports.int().nonnegative(),
  maxBytes: external_exports.int().nonnegative(),
  blame: blameSchema,
  biggest: external_exports.strictObject({ bytes: external_exports.int(), instruction: external_exports.string().optional() }).optional()
});
var growth = defineRule({
  id: "growth",
  per: "image",
  options: external_exports.strictObject({
    level: levelOption,
    max: percentOption.optional().describe("How much the unpacked size may grow against the baseline, as a share of it"),
    "max-bytes": sizeOption.optional().describe("The same in bytes; the lower of the two holds"),
    blame: blameOption
  }),
  permissiveness: {
    max: upperLimit(formatPercent),
    "max-bytes": upperLimit(formatBytes),
    blame: BLAME_ORDER
  },
  default: { level: "warning", blame: "auto" },
  subjects: [],
  data: data8,
  // Without a limit nothing is asked, so nothing can be unable.
  needs: (options2) => hasLimit(options2) ? ["comparison"] : [],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.comparison) || evidence.comparison.value.state === "new") return [];
    const { comparison } = evidence.comparison.value;
    const beforeBytes = comparison.unpacked.before;
    const limits = [
      options2.max === void 0 ? [] : [Math.floor(beforeBytes * options2.max / 100)],
      options2["max-bytes"] ?? []
    ].flat();
    const maxBytes = Math.min(...limits);
    const { blame } = standing(options2, evidence);
    const changes = comparison.layers.filter((change) => isBlamed(change, blame));
    const grownBytes = sumOf2(changes);
    if (limits.length === 0 || grownBytes <= maxBytes) return [];
    const biggest = [...changes].sort((a, b) => bytesOf(b) - bytesOf(a))[0];
    const place2 = placeOfLayer(biggest);
    return [
      {
        ...defined({ place: place2 }),
        data: {
          grownBytes,
          beforeBytes,
          maxBytes,
          blame,
          ...biggest && { biggest: biggestOf(biggest) }
        }
      }
    ];
  },
  scope: (options2, evidence) => hasLimit(options2) ? standing(options2, evidence) : void 0,
  excused: (options2, evidence) => {
    if (!hasLimit(options2)) return [];
    if (!isKnown(evidence.comparison) || evidence.comparison.value.state === "new") return [];
    const { blame } = standing(options2, evidence);
    const others = evidence.comparison.value.comparison.layers.filter(
      (change) => !isBlamed(change, blame)
    );
    return [...Map.groupBy(others, whyOf)].flatMap(([why, changes]) => {
      const bytes7 = sumOf2(changes);
      return bytes7 > 0 ? [{ why, bytes: bytes7 }] : [];
    });
  },
  // Of the baseline's growth against its own baseline it says nothing.
  isNew: () => true,
  message: ({ grownBytes, beforeBytes, maxBytes, blame }) => `${WHOSE[blame]} ${formatBytes(grownBytes)} (${share(grownBytes, beforeBytes)}) against the baseline's ${formatBytes(beforeBytes)}; at most ${formatBytes(maxBytes)} are allowed.`,
  advice: ({ biggest }) => biggest === void 0 ? "Raise rules.growth.max." : `The largest part, ${formatBytes(biggest.bytes)}, comes with ${biggest.instruction ?? "one layer"}: leave out what the running image does not need, or raise rules.growth.max.`,
  saves: ({ grownBytes, maxBytes }) => grownBytes - maxBytes,
  summary: "unpacked size against the baseline’s",
  help: "Images grow a little with every change, and nobody notices until pulls are slow. The rule compares with a record of an earlier run (`baseline`) and on a pull request blames only what the change itself did: a base image that moved, or a package that drifted upstream, is shown and not counted."
});
var WHOSE = {
  "this-change": "This change makes the image grow by",
  own: "The image’s own layers grow by",
  any: "The image grows by"
};
function hasLimit(options2) {
  return options2.max !== void 0 || options2["max-bytes"] !== void 0;
}
function standing({ blame }, evidence) {
  return judgementScope({ judge: "new", blame }, evidence, isKnown(evidence.comparison));
}
function isBlamed({ base, cause: cause2 }, blame) {
  switch (blame) {
    case "any":
      return true;
    case "own":
      return !base;
    case "this-change":
      return cause2 === "this change";
  }
}
function whyOf({ base, cause: cause2 }) {
  return base ? "base image" : cause2;
}
function sumOf2(changes) {
  return changes.reduce((sum, change) => sum + bytesOf(change), 0);
}
function bytesOf({ unpacked }) {
  return unpacked.after - unpacked.before;
}
function biggestOf(change) {
  const { instruction } = change;
  return { bytes: bytesOf(change), ...defined({ instruction }) };
}
function share(bytes7, of2) {
  return of2 === 0 ? "from nothing" : `${(bytes7 / of2 * 100).toFixed(1)} %`;
}

// src/domain/health/timing.ts
var DEFAULTS = { startPeriodSeconds: 0, intervalSeconds: 30, timeoutSeconds: 30, retries: 3 };
var MOST_SILENT_SECONDS = 3600;
function wholeTiming(timing2 = {}) {
  return { ...DEFAULTS, ...timing2 };
}
function silentSeconds(timing2) {
  const { startPeriodSeconds, intervalSeconds, timeoutSeconds, retries } = wholeTiming(timing2);
  return startPeriodSeconds + retries * (intervalSeconds + timeoutSeconds);
}

// src/domain/policy/health-test/idle.ts
var INTERPRETERS = [
  [/^(?:python|pypy)[\d.]*$/, /* @__PURE__ */ new Set(["-c"])],
  [/^(?:node|nodejs|bun)$/, /* @__PURE__ */ new Set(["-e", "--eval", "-p", "--print", "-pe"])],
  [/^(?:perl|ruby)[\d.]*$/, /* @__PURE__ */ new Set(["-e", "-E"])],
  [/^php[\d.]*$/, /* @__PURE__ */ new Set(["-r"])]
];
var IDLE = [
  /^(?:import (?:sys|os|time)(?:, ?(?:sys|os|time))*|from sys import exit|pass|true|null|undefined|0|1)$/,
  /^(?:sys\.|os\._|process\.)?(?:exit|quit)(?:\(0?\)| 0)?$/,
  /^(?:print|puts|echo|console\.log) ?\(?(?:"[^"]*"|'[^']*'|\d*)\)?$/
];
var VERSIONS = /* @__PURE__ */ new Set(["--version", "-version", "-V", "--help"]);
function isIdle(program, words2) {
  if (words2.some(({ dynamic }) => dynamic)) return false;
  const texts = words2.map(({ text }) => text);
  const [first = "", second = ""] = texts;
  if (texts.length === 1 && VERSIONS.has(first)) return true;
  if (program === "kill") return first === "-0" && second === "1" && texts.length === 2;
  const flags = INTERPRETERS.find(([name]) => name.test(program))?.[1];
  const script = flags?.has(first) === true ? texts[1] : void 0;
  return script !== void 0 && doesNothing(script);
}
function doesNothing(script) {
  return script.split(/[;\n]/).map((statement) => statement.trim()).every((statement) => statement === "" || IDLE.some((idle) => idle.test(statement)));
}

// src/domain/policy/health-test/tokens.ts
var OPERATORS = [
  ["&>>", ">"],
  ["<<<", ">"],
  ["&&", "&&"],
  ["||", "||"],
  ["&>", ">"],
  [">>", ">"],
  [">|", ">"],
  ["<>", ">"],
  [">&", ">"],
  ["<&", ">"],
  ["|&", "|"],
  [">", ">"],
  ["<", ">"],
  ["|", "|"],
  ["&", "&"],
  [";", ";"],
  ["\n", ";"],
  ["(", "("],
  [")", ")"]
];
var NOT_FOLLOWED = [";;", "<<", "<(", ">("];
var PIECES = [
  [/\\\n/y, () => ({ text: "" })],
  [/\\([^\n])/y, (text) => ({ text: text.slice(1), quoted: true })],
  [/'[^']*'/y, (text) => ({ text: text.slice(1, -1), quoted: true })],
  [/"(?:\\[^]|[^"\\])*"/y, doubleQuoted],
  [/`[^`]*`/y, (text) => ({ text, dynamic: true })],
  [/\$\((?:[^()]|\([^()]*\))*\)/y, (text) => ({ text, dynamic: true })],
  [/\$/y, (text) => ({ text, dynamic: true })],
  [/[^\s"'`$\\|&;<>()]+/y, (text) => ({ text })]
];
function doubleQuoted(text) {
  const inside = text.slice(1, -1).replace(/\\\n/g, "");
  return {
    text: inside.replace(/\\([$`"\\])/g, "$1"),
    quoted: true,
    dynamic: /(?<!\\)[$`]/.test(inside)
  };
}
function parseTokens(script) {
  const tokens = [];
  let at = 0;
  while (at < script.length) {
    const blank = match(/(?:[ \t\r]|\\\n)+|#[^\n]*/y, script, at);
    if (blank !== void 0) {
      at += blank.length;
      continue;
    }
    const rest = script.slice(at, at + 3);
    const operator = OPERATORS.find(([text]) => rest.startsWith(text));
    if (operator === void 0) {
      const word = wordAt(script, at);
      if (word === void 0) return void 0;
      at = word.end;
      if (!isDescriptor(word.token, script[at])) tokens.push(word.token);
    } else {
      if (operator[0] !== "<<<" && NOT_FOLLOWED.some((text) => rest.startsWith(text)))
        return void 0;
      tokens.push({ kind: "operator", text: operator[1] });
      at += operator[0].length;
    }
  }
  return tokens;
}
function wordAt(script, start) {
  let end = start;
  let word = { kind: "word", text: "", quoted: false, dynamic: false };
  for (; ; ) {
    const piece = pieceAt(script, end);
    if (piece === void 0) break;
    word = {
      kind: "word",
      text: word.text + piece.text,
      quoted: word.quoted || piece.quoted === true,
      dynamic: word.dynamic || piece.dynamic === true
    };
    end += piece.length;
  }
  return end === start ? void 0 : { token: word, end };
}
function pieceAt(script, at) {
  for (const [pattern, read2] of PIECES) {
    const text = match(pattern, script, at);
    if (text !== void 0) return { ...read2(text), length: text.length };
  }
  return void 0;
}
function isDescriptor(word, next) {
  return (next === ">" || next === "<") && !word.quoted && /^\d+$/.test(word.text);
}
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

// src/domain/policy/health-test/syntax.ts
var BEGINS = /* @__PURE__ */ new Set(["if", "while", "until"]);
var GOES_ON = /* @__PURE__ */ new Set(["then", "elif", "else", "do"]);
var ENDS = /* @__PURE__ */ new Set(["fi", "done"]);
var NOT_FOLLOWED2 = /* @__PURE__ */ new Set(["case", "for", "function", "select", "trap", "eval", "source", "."]);
var HARMLESS = /^(?:\/dev\/(?:null|stdout|stderr)|\/proc\/(?:1|self)\/fd\/[12]|\d+|-)$/;
var DEEPEST = 20;
var NotFollowed = class extends Error {
};
function parseScript(script) {
  const tokens = parseTokens(script);
  if (tokens === void 0) return void 0;
  const cursor = { tokens, at: 0, depth: 0, open: 0 };
  try {
    const list2 = parseList(cursor, () => false);
    return cursor.at === tokens.length && cursor.open === 0 ? list2 : void 0;
  } catch (error) {
    if (error instanceof NotFollowed) return void 0;
    throw error;
  }
}
function parseList(cursor, isEnd) {
  const statements = [];
  for (; ; ) {
    while (isOperator(cursor, ";")) cursor.at += 1;
    if (cursor.at >= cursor.tokens.length || isOperator(cursor, ")") || isEnd()) return statements;
    const parts = [{ after: void 0, pipeline: parsePipeline(cursor) }];
    for (let after = andOr(cursor); after !== void 0; after = andOr(cursor)) {
      cursor.at += 1;
      while (isOperator(cursor, ";")) cursor.at += 1;
      parts.push({ after, pipeline: parsePipeline(cursor) });
    }
    const background = isOperator(cursor, "&");
    if (background) cursor.at += 1;
    else if (cursor.at < cursor.tokens.length && !isOperator(cursor, ";") && !isOperator(cursor, ")"))
      throw new NotFollowed();
    statements.push({ parts, background });
  }
}
function parsePipeline(cursor) {
  let negated = false;
  for (let word = reserved(cursor); word !== void 0; word = reserved(cursor)) {
    if (word === "!") negated = !negated;
    else if (BEGINS.has(word)) cursor.open += 1;
    else if (!GOES_ON.has(word)) break;
    cursor.at += 1;
  }
  const optional2 = cursor.open > 0;
  let last2 = parseCommand(cursor);
  let length = 1;
  while (isOperator(cursor, "|")) {
    cursor.at += 1;
    last2 = parseCommand(cursor);
    length += 1;
  }
  return { negated, optional: optional2, last: last2, length };
}
function parseCommand(cursor) {
  const word = reserved(cursor);
  if (word !== void 0 && NOT_FOLLOWED2.has(word)) throw new NotFollowed();
  if (isOperator(cursor, "(")) return parseGroup(cursor, ")");
  if (word === "{") return parseGroup(cursor, "}");
  return parseSimple(cursor);
}
function parseGroup(cursor, end) {
  cursor.at += 1;
  cursor.depth += 1;
  if (cursor.depth > DEEPEST) throw new NotFollowed();
  const isEnd = () => end === ")" ? isOperator(cursor, ")") : reserved(cursor) === "}";
  const list2 = parseList(cursor, isEnd);
  if (!isEnd()) throw new NotFollowed();
  cursor.at += 1;
  cursor.depth -= 1;
  if (redirections(cursor)) throw new NotFollowed();
  return { kind: "group", list: list2, subshell: end === ")" };
}
function parseSimple(cursor) {
  const words2 = [];
  let risky = false;
  for (; ; ) {
    if (redirections(cursor)) risky = true;
    const token = cursor.tokens[cursor.at];
    if (token?.kind !== "word") break;
    words2.push(token);
    cursor.at += 1;
  }
  if (isOperator(cursor, "(")) throw new NotFollowed();
  if (!isEndWord(words2[0])) return { kind: "simple", words: words2, risky };
  cursor.open -= 1;
  if (cursor.open < 0 || words2.length > 1) throw new NotFollowed();
  return { kind: "simple", words: [], risky };
}
function isEndWord(word) {
  return word !== void 0 && !word.quoted && ENDS.has(word.text);
}
function redirections(cursor) {
  let risky = false;
  while (isOperator(cursor, ">")) {
    const target = cursor.tokens[cursor.at + 1];
    if (target?.kind !== "word") throw new NotFollowed();
    risky ||= target.dynamic || !HARMLESS.test(target.text);
    cursor.at += 2;
  }
  return risky;
}
function andOr(cursor) {
  if (isOperator(cursor, "&&")) return "&&";
  return isOperator(cursor, "||") ? "||" : void 0;
}
function reserved(cursor) {
  const token = cursor.tokens[cursor.at];
  return token?.kind === "word" && !token.quoted && !token.dynamic ? token.text : void 0;
}
function isOperator(cursor, text) {
  const token = cursor.tokens[cursor.at];
  return token?.kind === "operator" && token.text === text;
}

// src/domain/policy/health-test/script-outcomes.ts
var OK = /* @__PURE__ */ new Set(["ok"]);
var ANY = /* @__PURE__ */ new Set(["ok", "fail"]);
var ALWAYS_OK = /* @__PURE__ */ new Set(["true", ":", "echo", "printf", "sleep", "unset", "export"]);
var SHELLS = /* @__PURE__ */ new Set(["sh", "bash", "ash", "dash", "zsh", "ksh"]);
var PREFIXES = /* @__PURE__ */ new Set(["exec", "command", "builtin", "env", "busybox", "nohup"]);
var DEEPEST2 = 5;
var LONGEST2 = 2e4;
function scriptNeverFails(script) {
  return neverFails(outcomesOf(script, { errexit: false, depth: 0 }));
}
function commandNeverFails(argv) {
  const words2 = argv.map((text) => ({ kind: "word", text, quoted: true, dynamic: false }));
  return neverFails(
    runSimple({ kind: "simple", words: words2, risky: false }, OK, { errexit: false, depth: 0 })
  );
}
function neverFails(outcomes) {
  return !outcomes.has("fail") && !outcomes.has("exit-fail");
}
function outcomesOf(script, shell) {
  const followed = shell.depth <= DEEPEST2 && script.length <= LONGEST2;
  const list2 = followed ? parseScript(script) : void 0;
  return list2 === void 0 ? ANY : runList(list2, OK, shell);
}
function runList(list2, before, shell) {
  return list2.reduce((state, statement) => {
    const after = runParts(statement.parts, state, shell);
    if (statement.background) return union(only(state, ["exit-ok", "exit-fail"]), OK);
    return shell.errexit && after.has("fail") ? union(after, /* @__PURE__ */ new Set(["exit-fail"])) : after;
  }, before);
}
function runParts(parts, before, shell) {
  return parts.reduce((state, { after, pipeline: pipeline2 }) => {
    if (after === void 0) return runOn(pipeline2, state, { on: ["ok", "fail"], shell });
    return runOn(pipeline2, state, { on: [after === "&&" ? "ok" : "fail"], shell });
  }, before);
}
function runOn(pipeline2, state, { on, shell }) {
  const live = only(state, on);
  if (live.size === 0) return state;
  const rest = new Set([...state].filter((outcome) => !on.includes(outcome)));
  const ran = runPipeline(pipeline2, live, shell);
  return union(rest, pipeline2.optional ? union(union(ran, live), OK) : ran);
}
function runPipeline(pipeline2, live, shell) {
  const { last: last2 } = pipeline2;
  const ran = last2.kind === "group" ? runGroup(last2, live, shell) : runSimple(last2, live, shell);
  const status = pipeline2.length > 1 ? asStatus(ran) : ran;
  return pipeline2.negated ? mapped(status, { ok: "fail", fail: "ok" }) : status;
}
function runGroup(group, live, shell) {
  if (!group.subshell) return runList(group.list, live, shell);
  return asStatus(runList(group.list, live, { ...shell }));
}
function runSimple(command, live, shell) {
  const words2 = withoutPrefixes(command.words);
  const [name, ...rest] = words2;
  if (command.risky) return ANY;
  if (command.words.length === 0) return live;
  if (name === void 0) return command.words.some((word) => word.dynamic) ? ANY : OK;
  if (name.dynamic) return ANY;
  const program = name.text.slice(name.text.lastIndexOf("/") + 1);
  if (program === "exit") return runExit(rest[0], live);
  if (program === "set") return runSet(rest, shell);
  if (program === "false") return /* @__PURE__ */ new Set(["fail"]);
  if (SHELLS.has(program)) return runShell(rest, shell);
  return ALWAYS_OK.has(program) || isIdle(program, rest) ? OK : ANY;
}
function withoutPrefixes(words2) {
  const start = words2.findIndex(
    (word) => !/^[A-Za-z_]\w*=/.test(word.text) && !PREFIXES.has(word.text.slice(word.text.lastIndexOf("/") + 1))
  );
  return start === -1 ? [] : words2.slice(start);
}
function runExit(status, live) {
  if (status === void 0 || status.text === "$?")
    return mapped(live, { ok: "exit-ok", fail: "exit-fail" });
  if (status.dynamic) return /* @__PURE__ */ new Set(["exit-ok", "exit-fail"]);
  return /* @__PURE__ */ new Set([Number(status.text) % 256 === 0 ? "exit-ok" : "exit-fail"]);
}
function runSet(options2, shell) {
  if (options2.some((word) => /^-\w*e|^errexit$|^pipefail$/.test(word.text))) shell.errexit = true;
  return OK;
}
function runShell(words2, shell) {
  const flag = words2.findIndex((word) => /^-\w*c$/.test(word.text));
  const script = words2[flag + 1];
  if (flag === -1 || script === void 0 || script.dynamic) return ANY;
  const errexit = words2.slice(0, flag + 1).some((word) => /^-\w*e|^errexit$/.test(word.text));
  return asStatus(outcomesOf(script.text, { errexit, depth: shell.depth + 1 }));
}
function asStatus(outcomes) {
  return mapped(outcomes, { "exit-ok": "ok", "exit-fail": "fail" });
}
function mapped(outcomes, change) {
  return new Set([...outcomes].map((outcome) => change[outcome] ?? outcome));
}
function only(outcomes, kept) {
  return new Set([...outcomes].filter((outcome) => kept.includes(outcome)));
}
function union(one, other) {
  return /* @__PURE__ */ new Set([...one, ...other]);
}

// src/domain/policy/health-test/index.ts
function cannotFail(test) {
  const [form, ...rest] = test;
  if (form === "CMD-SHELL") return scriptNeverFails(rest[0] ?? "");
  if (form !== "CMD") return false;
  const only2 = rest.length === 1 ? rest[0] : void 0;
  return only2 !== void 0 && /\s/.test(only2) ? scriptNeverFails(only2) : commandNeverFails(rest);
}

// src/domain/policy/rules/healthcheck.ts
var MISTAKES = [
  "missing",
  "none",
  "unknown-kind",
  "cannot-fail",
  "too-late",
  "unhealthy",
  "starting",
  "exited"
];
var timing = external_exports.strictObject({
  startPeriodSeconds: external_exports.number(),
  intervalSeconds: external_exports.number(),
  timeoutSeconds: external_exports.number(),
  retries: external_exports.number()
});
var data9 = external_exports.strictObject({
  mistake: external_exports.enum(MISTAKES),
  test: external_exports.array(external_exports.string()).optional(),
  timing: timing.optional(),
  seconds: external_exports.number().optional(),
  exitCode: external_exports.int().optional(),
  outOfMemory: external_exports.boolean().optional(),
  isCheckMissing: external_exports.boolean().optional(),
  check: external_exports.array(external_exports.string()).optional().describe("The last lines of the failing check"),
  output: external_exports.array(external_exports.string()).optional().describe("The last lines of the container")
});
var healthcheck = defineRule({
  id: "healthcheck",
  per: "image",
  isCoarse: true,
  options: external_exports.strictObject({
    level: levelOption,
    require: external_exports.enum(["declared", "passing", "any"]).describe(
      "declared: a health check whose test can fail; passing: the image is also started, without network, capabilities and a writable root, and must become healthy; any: not judged"
    ),
    env: environmentOption.describe("passing: environment that the image is started with"),
    writable: external_exports.array(folderOption).describe("passing: folders that the image may write to while it runs; they are empty")
  }),
  permissiveness: {
    require: ranked(["passing"], ["declared"], ["any"]),
    env: allowList,
    writable: allowList
  },
  default: { level: "error", require: "declared", env: {}, writable: ["/tmp"] },
  subjects: [],
  data: data9,
  needs: ({ require: require2 }) => ({ any: [], declared: ["healthcheck"], passing: ["healthcheck", "running"] })[require2],
  requests: ({ env, writable }) => ({ running: { env, writable } }),
  judge: ({ require: require2 }, evidence) => {
    if (require2 === "any" || !isKnown(evidence.healthcheck)) return [];
    const found = mistakeOf(evidence.healthcheck.value) ?? (require2 === "passing" && isKnown(evidence.running) ? failureOf(evidence.running.value) : void 0);
    if (found === void 0) return [];
    const place2 = placeOfInstruction(evidence.dockerfile, "HEALTHCHECK");
    return [{ ...defined({ place: place2 }), data: found }];
  },
  // Frozen: of a check that was run, its mistake was never part of the identity.
  apart: ({ mistake, check }) => check === void 0 ? { mistake } : {},
  message: (given) => message2(given),
  advice: (given) => advice3(given),
  distrust: ({ check: _check, output: _output, test: _test, ...given }) => given,
  summary: "a health check that is declared and can fail, or that says healthy of the started image",
  help: "Without a health check an orchestrator that relies on it sends traffic to a container that hangs. A test that cannot fail (`true`, `echo ok`, `curl … || true`) is worse than none: it says healthy. One that needs more than an hour to say unhealthy (start period + retries × (interval + timeout), with docker’s own values for what is not given) is none either. Let it ask the service itself, in the image’s own language where there is no curl."
});
function mistakeOf(facts) {
  const test = facts.test ?? [];
  if (test[0]?.toUpperCase() === "NONE") return { mistake: "none" };
  if (test.length === 0) return { mistake: "missing" };
  if (!facts.declared) return { mistake: "unknown-kind", test: [...test] };
  if (cannotFail(test)) return { mistake: "cannot-fail", test: [...test] };
  return silentSeconds(facts.timing) > MOST_SILENT_SECONDS ? { mistake: "too-late", timing: wholeTiming(facts.timing) } : void 0;
}
function failureOf(running) {
  if (running.status === "healthy" || running.status === "not-started") return void 0;
  const { status, check, output, ...rest } = running;
  return { ...rest, mistake: status, check: [...check], output: [...output] };
}
var SAID_LINES = 3;
function message2(given) {
  const { mistake, test, timing: timing2, seconds: seconds3 = 0, exitCode, outOfMemory, check, output } = given;
  const says = `${said(" Its check says", check)}${said(" Its last lines", output)}`;
  switch (mistake) {
    case "missing":
      return "The image declares no health check.";
    case "none":
      return "The image switches its health check off (HEALTHCHECK NONE).";
    case "unknown-kind":
      return `The engine runs no health check: its test is ${formatValue(JSON.stringify(test ?? []))}, and it knows CMD and CMD-SHELL, spelt so and with a command.`;
    case "cannot-fail":
      return `The health check cannot fail${test === void 0 ? "" : `: its test is ${formatValue(test.slice(1).join(" "))}`}.`;
    case "too-late":
      return lateWords(timing2);
    case "unhealthy":
      return `The image was started and not healthy within ${seconds3.toFixed(0)} s.${says}`;
    case "starting":
      return `The image was started, and its health check gave no answer within ${seconds3.toFixed(0)} s.${says}`;
    case "exited":
      return outOfMemory === true ? `The image was started and killed after ${seconds3.toFixed(1)} s, because it needed more than 1 GiB of memory.${says}` : `The image was started and ended after ${seconds3.toFixed(1)} s with exit status ${exitCode ?? "unknown"}, before it was healthy.${says}`;
  }
}
function lateWords(declared) {
  const { startPeriodSeconds, intervalSeconds, timeoutSeconds, retries } = wholeTiming(declared);
  const sum = `start period ${formatSeconds(startPeriodSeconds)}, then ${retries} × (interval ${formatSeconds(intervalSeconds)} + timeout ${formatSeconds(timeoutSeconds)})`;
  return `The health check takes up to ${formatSeconds(silentSeconds(declared))} to call a container that hangs unhealthy (${sum}), and at most ${formatSeconds(MOST_SILENT_SECONDS)} count as a check.`;
}
function said(title2, lines2 = []) {
  const last2 = lines2.slice(-SAID_LINES).map(plainLine);
  return last2.length === 0 ? "" : `${title2}: ${withoutTrailing(last2.join(" / "), ". ")}.`;
}
var NO_SPACE = /no space left on device|\bENOSPC\b/i;
var READ_ONLY = /read-only file system|\bEROFS\b/i;
function advice3({ mistake, isCheckMissing, check = [], output = [] }) {
  if (isCheckMissing === true)
    return "The image does not have what its check calls: write the check in the image’s own language, or bring the program along.";
  switch (mistake) {
    case "missing":
    case "none":
    case "unknown-kind":
      return 'Add a test that asks the running service: HEALTHCHECK --interval=30s CMD ["/app/healthcheck"], or a few lines in the image’s own language where it has no curl.';
    case "cannot-fail":
      return "Let the test ask the running service and end with its status: no true, echo or sleep, and nothing like || true or exit 0 at the end.";
    case "too-late":
      return "Let it ask every minute or oftener: HEALTHCHECK --interval=30s --timeout=5s --retries=3, with a --start-period as long as the service takes to start.";
    case "unhealthy":
    case "starting":
    case "exited":
      return mendRunning([...check, ...output]);
  }
}
function mendRunning(lines2) {
  if (lines2.some((line4) => NO_SPACE.test(line4)))
    return "Its volumes are memory of 256 MiB each and 1 GiB together: let it start with less, or ask for a health check that is declared only.";
  return lines2.some((line4) => READ_ONLY.test(line4)) ? "It wants to write where it may not: name the folder in the policy under rules.healthcheck.writable." : "It runs alone, without network and capabilities, with a root that it cannot write to: give it what it needs under rules.healthcheck.env and writable, or let it start without.";
}

// src/domain/policy/rules/loosening.ts
var data10 = external_exports.strictObject({
  about: external_exports.string(),
  images: external_exports.array(external_exports.string()).optional(),
  before: external_exports.string(),
  now: external_exports.string(),
  when: external_exports.literal("merged").optional()
});
var loosening = defineRule({
  id: "loosening",
  per: "run",
  options: external_exports.strictObject({ level: levelOption }),
  permissiveness: {},
  default: { level: "warning" },
  subjects: [],
  data: data10,
  // As a warning it only shows: where there is nothing to compare with, there is nothing to show.
  needs: ({ level }) => level === "error" ? ["loosenings"] : [],
  judge: (_, { loosenings }) => isKnown(loosenings) ? loosenings.value.map(({ images, ...found }) => ({
    data: { ...found, ...images && { images: [...images] } }
  })) : [],
  message: ({ about, images, before, now, when }) => {
    const what = `${about}${images === void 0 ? "" : ` (${images.join(", ")})`}`;
    return when === "merged" ? `${what} is ${before} in the base’s policy, which judged this run, and will be ${now} once this is merged.` : `${what} was ${before}, and is ${now}.`;
  },
  banner: (all) => all.every(({ when }) => when === "merged") ? "Once merged, the policy lets more pass than the base’s" : "The policy lets more pass than the baseline’s",
  advice: () => "Let somebody who answers for the policy agree to it, or take it back.",
  // Whoever loosens it must not choose the words for it.
  distrust: ({ when }) => ({
    about: "something of its policy",
    before: "stricter",
    now: "looser",
    ...when && { when }
  }),
  summary: "the effective policy against the baseline’s",
  help: "A change that makes an image worse can raise the limit in the same breath. What the policy of this change lets pass and the baseline’s did not is shown right under the verdict: levels, limits, waivers, ignores, VEX answers and images that are no longer built. Where the base’s policy judges (`policy-from: base`), what the change’s own files would let pass once they are merged is shown so, too."
});

// src/domain/policy/rules/multi-stage.ts
var data11 = external_exports.strictObject({ stages: external_exports.int().nonnegative(), min: external_exports.int().positive() });
var multiStage = defineRule({
  id: "multi-stage",
  per: "image",
  options: external_exports.strictObject({
    level: levelOption,
    min: external_exports.int().min(1).describe(
      "The fewest stages that must lead to the image; stages that it does not use do not count"
    )
  }),
  permissiveness: { min: lowerLimit },
  default: { level: "off", min: 2 },
  subjects: [],
  data: data11,
  needs: () => ["dockerfile"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.dockerfile)) return [];
    const stages = evidence.dockerfile.value.usedStages.length;
    if (stages >= options2.min) return [];
    const place2 = placeOfInstruction(evidence.dockerfile, "FROM");
    return [{ ...defined({ place: place2 }), data: { stages, min: options2.min } }];
  },
  message: ({ stages, min }) => `${stages === 1 ? "One stage leads" : `${stages} stages lead`} to the image, where at least ${min} are asked for.`,
  advice: () => "Build in a stage of its own (FROM … AS build) and take only the result into the final one: COPY --from=build.",
  summary: "number of stages that lead to the image",
  help: "What a build needs (compilers, package managers, sources) has no place in the image that runs. With a stage for building, the final one takes only the result by `COPY --from`."
});

// src/domain/findings/identity.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);
import { createHash as createHash2 } from "node:crypto";

// src/domain/findings/package-url.ts
var LOWER_NAMESPACE = [
  ...["alpm", "apk", "bitbucket", "composer", "deb", "github", "golang", "rpm", "qpkg"]
];
var LOWER_NAME = [
  ...["alpm", "apk", "bitbucket", "bitnami", "chrome-extension", "composer", "deb", "github"],
  "golang"
];
var NEEDS_NAMESPACE = ["cpan", "swift", "vscode-extension"];
function readPackageUrl(text) {
  if (text.slice(0, 4).toLowerCase() !== "pkg:") return void 0;
  const [beforeSubpath, subpath] = cutAt(withoutSlashes(text.slice(4)), "#");
  const [path, query] = cutAt(beforeSubpath, "?");
  const [type, rest] = cutAt(path, "/");
  const qualifiers = readQualifiers(query);
  const parts = readParts(type.toLowerCase(), rest);
  if (qualifiers === void 0 || parts === void 0) return void 0;
  const url = { ...parts, qualifiers, subpath: trimmed(subpath) };
  return isAllowed(url, subpath) ? url : void 0;
}
function matchesPackage(wanted, found) {
  return wanted.type === found.type && wanted.namespace === found.namespace && wanted.name === found.name && (wanted.version === "" || wanted.version === found.version) && (wanted.subpath === "" || wanted.subpath === found.subpath) && [...wanted.qualifiers].every(([key, value]) => found.qualifiers.get(key) === value);
}
function readParts(type, rest) {
  if (type !== "npm" && rest.startsWith("@")) return void 0;
  const at = rest.lastIndexOf("@");
  const path = at > 0 ? rest.slice(0, at) : rest;
  const slash = path.lastIndexOf("/");
  const version = decoded(at > 0 ? rest.slice(at + 1) : "");
  const name = decoded(path.slice(slash + 1));
  const segments = path.slice(0, Math.max(0, slash)).split("/").filter((segment) => segment !== "").map(decoded);
  if (version === void 0 || name === void 0 || name === "") return void 0;
  if (segments.includes(void 0)) return void 0;
  const namespace = trimmed(segments.join("/"));
  return {
    type,
    version,
    name: nameOf(type, name),
    namespace: LOWER_NAMESPACE.includes(type) ? namespace.toLowerCase() : namespace
  };
}
function nameOf(type, name) {
  if (type === "pypi") return name.replaceAll("_", "-").toLowerCase();
  return LOWER_NAME.includes(type) ? name.toLowerCase() : name;
}
function readQualifiers(query) {
  const pairs = query.split("&").filter((pair) => pair !== "");
  const found = /* @__PURE__ */ new Map();
  for (const pair of pairs) {
    const [written2, encoded] = cutAt(pair, "=");
    const [key, value] = [written2.toLowerCase(), decoded(encoded)];
    if (pair.includes(";") || !/^[a-z._-][\w.-]*$/.test(key)) return void 0;
    if (value === void 0 || found.has(key)) return void 0;
    if (value !== "") found.set(key, value);
  }
  return found;
}
function isAllowed({ type, namespace, qualifiers }, subpath) {
  if (!/^[a-z.+-][a-z0-9.+-]*$/.test(type)) return false;
  if (NEEDS_NAMESPACE.includes(type) && namespace === "") return false;
  if (type === "julia" && !qualifiers.has("uuid")) return false;
  return !subpath.split("/").some((segment, index2) => index2 > 0 && (segment === "." || segment === ".."));
}
function cutAt(text, mark) {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
function withoutSlashes(text) {
  let start = 0;
  while (text[start] === "/") start += 1;
  return text.slice(start);
}
function trimmed(text) {
  let end = text.length;
  while (text[end - 1] === "/") end -= 1;
  return withoutSlashes(text.slice(0, end));
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}

// src/domain/findings/identity.ts
function findingIdentity(key) {
  return digest([key.image, key.advisory, key.package]);
}
function systemPackageKey(family, source) {
  return `${family}/${source}`;
}
function languagePackageKey(purl, fallback) {
  return purlWithoutVersion(purl) ?? `${fallback.ecosystem}/${fallback.name}`;
}
var NAMING_QUALIFIERS = ["channel", "repository_url", "user", "uuid"];
function purlWithoutVersion(purl) {
  if (purl === void 0) return void 0;
  try {
    const { type, namespace, name, qualifiers, subpath } = packageOf(purl);
    const naming = Object.entries(qualifiers ?? {}).filter(
      ([key]) => NAMING_QUALIFIERS.includes(key)
    );
    const kept = naming.length === 0 ? void 0 : Object.fromEntries(naming);
    return new import_packageurl_js.PackageURL(type, namespace, name, void 0, kept, subpath).toString();
  } catch {
    return void 0;
  }
}
function packageOf(purl) {
  try {
    return import_packageurl_js.PackageURL.fromString(purl);
  } catch (refusal) {
    const read2 = readPackageUrl(purl);
    if (read2 === void 0) throw refusal;
    const { type, namespace, name, qualifiers, subpath } = read2;
    return new import_packageurl_js.PackageURL(
      type,
      namespace,
      name,
      void 0,
      Object.fromEntries(qualifiers),
      subpath
    );
  }
}
function secretKey({ where, rule, path, variable, nth }) {
  return digest([where, rule, path ?? variable ?? "", ...nth === void 0 ? [] : [`${nth}`]]);
}
function digest(parts) {
  return createHash2("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

// src/domain/policy/rules/secrets.ts
var data12 = external_exports.strictObject({
  rule: external_exports.string(),
  title: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  where: external_exports.enum(["environment", "history", "config", "file"]),
  path: external_exports.string().optional(),
  line: external_exports.int().positive().optional(),
  variable: external_exports.string().optional(),
  nth: external_exports.int().min(2).optional()
});
var secrets = defineRule({
  id: "secrets",
  per: "image",
  options: external_exports.strictObject({ level: levelOption }),
  permissiveness: {},
  default: { level: "error" },
  subjects: ["id", "path"],
  data: data12,
  needs: () => ["secrets"],
  judge: (_options, evidence) => isKnown(evidence.secrets) ? evidence.secrets.value.filter((secret) => secret.base !== true).map(violation) : [],
  isOfScan: true,
  tags: ["security", "secret"],
  apart: ({ where, path, variable, nth }) => ({ where, path, variable, nth }),
  kind: ({ rule, title: title2, severity }) => ({ name: rule, title: `${title2} in the image`, severity }),
  message: (found) => `${found.title} (${found.rule}) lies in ${placeInWords(found)}${found.nth !== void 0 && found.line === void 0 ? `, number ${found.nth} of its kind there` : ""}.`,
  advice: ({ where }) => where === "file" ? "Remove the file, give it to the one step that needs it by RUN --mount=type=secret, and replace the secret: whoever has the image has it." : "Give it to the one step that needs it by RUN --mount=type=secret instead of ARG or ENV, and replace the secret: whoever has the image has it.",
  distrust: (found) => ({
    ...found,
    rule: /^[a-z0-9-]{1,60}$/.test(found.rule) ? found.rule : "unknown",
    title: "A secret"
  }),
  summary: "secrets in the environment, the history, build arguments and own layers’ files; those of the base image are shown",
  help: "Whoever can pull an image reads all of its layers, also files that a later layer deletes, its environment and its history with the values of build arguments. Use `RUN --mount=type=secret` and replace what was in an image."
});
function violation(secret) {
  const { rule, title: title2, severity, where, path, line: line4, variable, nth } = secret;
  return {
    ...defined({ place: secret.place }),
    subject: {
      id: rule,
      identity: secretKey(secret),
      members: [{ packages: [], ...defined({ path }) }]
    },
    data: {
      rule,
      title: title2,
      severity,
      where,
      ...defined({ path, line: line4, variable, nth })
    }
  };
}
function placeInWords({ where, path, line: line4, variable }) {
  switch (where) {
    case "file":
      return path === void 0 ? "a file of the image" : `${path}${line4 === void 0 ? "" : `:${line4}`}`;
    case "environment":
      return `the image’s environment${variable === void 0 ? "" : ` (${variable})`}`;
    case "history":
      return "the image’s history (a build argument or an instruction’s text)";
    case "config":
      return "the image’s configuration";
  }
}

// src/domain/policy/rules/size.ts
var size = byteLimitRule({
  id: "size",
  what: "The unpacked size",
  describe: "The most that the image may take on disk, as `500MB`, `1.5GiB` or plain bytes: the regular files of all its layers",
  measure: "unpacked",
  summary: "unpacked bytes of all layers: what a node’s disk pays",
  help: "Every node that runs the image stores its layers unpacked. A file that a later layer deletes still counts: it lies in the layer that brought it. Build in an earlier stage, copy only the result, and clean up in the same `RUN` that makes the mess."
});

// src/domain/policy/rules/user.ts
var REQUIRE = ["non-root", "numeric", "any"];
var data13 = external_exports.strictObject({
  mistake: external_exports.enum([
    "nobody-declared",
    "root",
    "unknown-name",
    "unknown-group",
    "out-of-range",
    "unreadable",
    "a-name"
  ]),
  declared: external_exports.string(),
  uid: external_exports.int().nonnegative().optional()
});
var user = defineRule({
  id: "user",
  per: "image",
  options: external_exports.strictObject({
    level: levelOption,
    require: external_exports.enum(REQUIRE).describe(
      "non-root: a user that the image knows and that is not root; numeric: such a user, given as a number; any: not judged"
    )
  }),
  permissiveness: { require: ranked(["numeric"], ["non-root"], ["any"]) },
  default: { level: "error", require: "non-root" },
  subjects: [],
  data: data13,
  needs: (options2) => options2.require === "any" ? [] : ["user"],
  judge: (options2, evidence) => {
    if (options2.require === "any" || !isKnown(evidence.user)) return [];
    const { declared, uid } = evidence.user.value;
    const mistake = mistakeOf2(evidence.user.value, options2.require);
    if (mistake === void 0) return [];
    const place2 = placeOfInstruction(evidence.dockerfile, "USER");
    return [
      {
        ...defined({ place: place2 }),
        data: { mistake, declared, ...defined({ uid }) }
      }
    ];
  },
  apart: ({ mistake }) => ({ mistake }),
  message: ({ mistake, declared }) => {
    switch (mistake) {
      case "nobody-declared":
        return "The image names no user, so it starts as root.";
      case "root":
        return `The image starts as root (USER ${declared}).`;
      case "unknown-name":
        return `The image does not know its own user (USER ${declared}): no such name in its /etc/passwd.`;
      case "unknown-group":
        return `The engine does not start the image: it does not know the group of its user (USER ${declared}), no such name in its /etc/group.`;
      case "out-of-range":
        return `The engine does not start the image: its user (USER ${declared}) has an id that is not between 0 and 2147483647.`;
      case "unreadable":
        return `The engine does not start the image (USER ${declared}): a line of its /etc/passwd is longer than 64 KiB.`;
      case "a-name":
        return `The image’s user is a name (USER ${declared}), where a number is asked for.`;
    }
  },
  advice: ({ mistake, declared, uid }) => {
    switch (mistake) {
      case "nobody-declared":
      case "root":
        return "End the final stage with a user that is not root: USER 10001.";
      case "unknown-group":
      case "out-of-range":
      case "unreadable":
        return "Create user and group in the final stage, or give numbers: USER 10001:10001.";
      case "unknown-name":
        return `Create ${declared} in the final stage, or give a number: USER 10001.`;
      case "a-name":
        return `Write the number instead of the name: USER ${uid ?? 10001}.`;
    }
  },
  summary: "the user that the image starts as, resolved in the image’s own files",
  help: "A process that breaks out of a container that runs as root is root outside as well, unless a user namespace stands between. A name is no proof: it is looked up in the image’s own final `/etc/passwd`, and orchestrators that check for non-root (`runAsNonRoot`) can only do so for a number. End the final stage with `USER 10001`."
});
var REFUSALS = {
  user: "unknown-name",
  group: "unknown-group",
  range: "out-of-range",
  file: "unreadable"
};
function mistakeOf2(facts, require2) {
  if (facts.declared === "") return "nobody-declared";
  if (facts.isRoot) return "root";
  if (facts.refused !== void 0) return REFUSALS[facts.refused];
  return require2 === "numeric" && !facts.numeric ? "a-name" : void 0;
}

// src/domain/record/grace.ts
var DAY_MS = 864e5;
function fixesSince(findings, earlier) {
  const before = new Map(earlier?.findings.map((finding) => [finding.identity, finding]));
  const dated = findings.flatMap((finding) => {
    if (finding.fixed === void 0) return [];
    const old = before.get(finding.identity);
    const recorded = old?.fixed === void 0 ? old && earlier?.day : old.fixedSince;
    if (recorded !== void 0) return [[finding.identity, { day: recorded, from: "record" }]];
    const { published } = finding;
    return published === void 0 ? [] : [[finding.identity, { day: published, from: "advisory" }]];
  });
  return new Map(dated);
}
function graceUntil(since, { days, today }) {
  if (since === void 0) return void 0;
  const end = new Date(Date.parse(since.day) + days * DAY_MS).toISOString().slice(0, 10);
  return today < end ? end : void 0;
}
function withFixDates(findings, {
  before = [],
  today
}) {
  const dates = new Map(before.map(({ identity, fixedSince }) => [identity, fixedSince]));
  return findings.map(
    (finding) => finding.fixed === void 0 ? finding : { ...finding, fixedSince: dates.get(finding.identity) ?? today }
  );
}

// src/domain/policy/vulnerability.ts
var data14 = external_exports.strictObject({
  id: external_exports.string(),
  /** Of the finding: two packages may have one name. */
  identity: external_exports.string().optional(),
  severity: external_exports.enum(SEVERITIES),
  package: external_exports.string(),
  installed: external_exports.array(external_exports.strictObject({ package: external_exports.string(), version: external_exports.string() })),
  more: external_exports.int().nonnegative(),
  fixed: external_exports.string().optional(),
  /** Of the package, for all that is judged of it; absent: `fixed`. */
  upgrade: external_exports.string().optional(),
  base: external_exports.boolean().optional(),
  failOn: external_exports.enum(SEVERITIES),
  grace: external_exports.strictObject({ until: external_exports.iso.date(), from: external_exports.enum(["record", "advisory"]) }).optional()
});
var VULNERABILITY = {
  data: data14,
  message: (found) => `${found.id} (${found.severity}) in ${installed(found)}: ${found.fixed === void 0 ? "no fixed version is known" : `fixed in ${found.fixed}`}; judged from ${found.failOn} up${graceText(found)}.`,
  advice: (found) => {
    if (found.fixed === void 0)
      return `There is no fix yet: replace ${found.package}, or waive ${found.id} with a reason and a date.`;
    const to = `${found.package} ${found.upgrade ?? found.fixed}`;
    return found.base === true ? `It comes with the base image: take a newer base that has ${to}, or upgrade ${found.package} in the Dockerfile.` : `Upgrade ${found.package} to ${found.upgrade ?? found.fixed}.`;
  },
  finding: { of: (found) => found, withUpgrade: (found, upgrade) => ({ ...found, upgrade }) },
  table: {
    head: ["vulnerable", "upgrade to", "advisories"],
    rows: (all) => vulnerablePackages(all).map(rowOf)
  }
};
function graceText({ grace }) {
  if (grace === void 0) return "";
  const since = grace.from === "record" ? "since the default branch knows a fix" : "since its advisory came out";
  return `, failing from ${grace.until} on (days of grace, counted ${since})`;
}
function installed({ installed: some, more, package: source }) {
  const named = some.map((member) => `${member.package} ${member.version}`);
  if (named.length === 0) return source;
  return more === 0 ? named.join(", ") : `${named.join(", ")} and ${more} more`;
}
function vulnerablePackages(all) {
  return [...Map.groupBy(all, keyOf).values()].flatMap(toPackage).sort(compare);
}
function keyOf({ level, place: place2, data: found }) {
  return JSON.stringify([level, found.package, versionsOf(found), place2]);
}
function versionsOf({ installed: some }) {
  return [...new Set(some.map(({ version }) => version))].join(", ");
}
function toPackage(group) {
  const [first] = group;
  if (first === void 0) return [];
  const { level, place: place2, data: found } = first;
  const fixes = group.flatMap(({ data: { fixed: fixed2, upgrade } }) => upgrade ?? fixed2 ?? []);
  const fixed = [...new Set(fixes)].join("; ");
  const advisories = group.map(({ isNew, data: { id, severity } }) => ({ id, severity, isNew })).sort((a, b) => Number(b.isNew) - Number(a.isNew) || bySeverity(a, b));
  return [
    {
      level,
      package: found.package,
      installed: versionsOf(found),
      ...defined({ fixed: fixes.length < group.length ? void 0 : fixed }),
      advisories,
      worst: advisories.toSorted(bySeverity)[0]?.severity ?? "unknown",
      isNew: advisories[0]?.isNew === true,
      base: found.base === true,
      place: place2
    }
  ];
}
function rank(severity) {
  return SEVERITIES.indexOf(severity);
}
function bySeverity(a, b) {
  return rank(b.severity) - rank(a.severity);
}
function compare(a, b) {
  return Number(b.isNew) - Number(a.isNew) || Number(a.fixed === void 0) - Number(b.fixed === void 0) || Number(a.base) - Number(b.base) || rank(b.worst) - rank(a.worst) || b.advisories.length - a.advisories.length;
}
function rowOf(one) {
  const { level, base, place: place2, fixed } = one;
  const about = `${one.package} ${one.installed}`;
  const advisories = advisoriesText(one);
  return {
    level,
    base,
    place: place2,
    cells: [about, fixed ?? NO_FIX, advisories],
    line: `${about}, ${fixed === void 0 ? NO_FIX : `upgrade to ${fixed}`}`,
    detail: advisories
  };
}
var NO_FIX = "no fix yet";
var NAMED2 = 3;
function advisoriesText({ advisories }) {
  const counts = Map.groupBy(advisories.toSorted(bySeverity), ({ severity }) => severity);
  const numbers = [...counts].map(([severity, all]) => `${all.length} ${severity}`).join(", ");
  const names = advisories.slice(0, NAMED2).map(({ id, isNew }) => `${id}${isNew ? " (new)" : ""}`);
  const rest = advisories.slice(NAMED2);
  const fresh = rest.filter(({ isNew }) => isNew).length;
  const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return `${numbers}: ${names.join(", ")}${more}${fresh === 0 ? "" : ` (${fresh} new)`}`;
}

// src/domain/policy/rules/vulnerabilities.ts
var UNFIXED = ["ignore", "report", "fail"];
var NAMED3 = 5;
var NOT_COMPARED = {
  sentence: "The baseline’s vulnerabilities are not known, so nobody can tell which are new."
};
var options = external_exports.strictObject({
  level: levelOption,
  "fail-on": external_exports.enum(SEVERITIES).describe("The least severity that is a violation; everything from there up is"),
  unfixed: external_exports.enum(UNFIXED).describe(
    "Findings without a fixed version. ignore: only in the list of findings; report: a warning; fail: a violation like any other"
  ),
  "ignore-statuses": external_exports.array(external_exports.enum(STATUSES)).describe("Findings that the vendor answered so are not judged"),
  judge: judgeOption,
  blame: blameOption,
  grace: daysOption.describe(
    "How long a finding is only shown: from the first record of the default branch in which it had a fix, else from the day of its advisory"
  )
});
var vulnerabilities = defineRule({
  id: "vulnerabilities",
  per: "image",
  options,
  permissiveness: {
    "fail-on": ranked(...SEVERITIES.map((severity) => [severity])),
    unfixed: ranked(["fail"], ["report"], ["ignore"]),
    "ignore-statuses": allowList,
    judge: JUDGE_ORDER,
    blame: BLAME_ORDER,
    grace: upperLimit(formatDays)
  },
  default: {
    level: "error",
    "fail-on": "high",
    unfixed: "ignore",
    "ignore-statuses": [],
    judge: "auto",
    blame: "auto",
    grace: 0
  },
  subjects: ["id", "package", "path", "unjudged"],
  isOfScan: true,
  needs: (asked) => mustCompare(asked) ? ["vulnerabilities", "comparison"] : ["vulnerabilities"],
  judge: (asked, evidence) => {
    if (!isKnown(evidence.vulnerabilities)) return [];
    const { value } = evidence.vulnerabilities;
    return severeFindings(value, asked, evidence).filter(({ excuse }) => excuse === void 0).map(({ finding }) => violation2(finding, asked, value));
  },
  gaps: (asked, evidence) => [
    ...mustCompare(asked) && newFindings(evidence) === void 0 ? [NOT_COMPARED] : [],
    ...isKnown(evidence.vulnerabilities) ? evidence.vulnerabilities.value.gaps ?? [] : []
  ],
  scope: standing2,
  excused: (asked, evidence) => isKnown(evidence.vulnerabilities) ? countExcused(
    severeFindings(evidence.vulnerabilities.value, asked, evidence).flatMap(
      ({ finding: { severity }, excuse }) => excuse === void 0 ? [] : [{ ...excuse, severity }]
    )
  ) : [],
  isNew: ({ subject }, evidence) => {
    const causeOf = newFindings(evidence);
    return causeOf && causeOf(subject?.identity ?? "") !== void 0;
  },
  ...VULNERABILITY,
  summary: "known vulnerabilities of the installed packages, by severity",
  help: "What is installed is compared with the published advisories. A finding with a fixed version goes away by upgrading, for packages of the base image often by a newer base. One that cannot be reached may be waived by id, with a reason and a date."
});
function isSevere({ severity }, asked) {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(asked["fail-on"]);
}
function mustCompare({ judge, blame }) {
  return judge === "new" || blame === "this-change";
}
function standing2(asked, evidence) {
  return judgementScope(asked, evidence, newFindings(evidence) !== void 0);
}
function severeFindings({ findings }, asked, evidence) {
  const context = { asked, scope: standing2(asked, evidence), causeOf: newFindings(evidence) };
  return findings.filter((finding) => isSevere(finding, asked)).map((finding) => ({ finding, excuse: excuseOf(finding, context) }));
}
function excuseOf({ status, fixed, identity, base }, { asked, scope: { judge, blame }, causeOf }) {
  if (asked["ignore-statuses"].includes(status)) return { why: "status", detail: status };
  if (fixed === void 0 && asked.unfixed === "ignore") return { why: "no fix" };
  const cause2 = causeOf?.(identity);
  const isOld = causeOf !== void 0 && cause2 === void 0;
  if (isOld && (judge === "new" || blame === "this-change")) return { why: "in the baseline" };
  if (blame === "own" && base === true) return { why: "base image" };
  if (blame !== "this-change" || cause2 === void 0 || cause2 === "this change") return void 0;
  return { why: cause2 };
}
function violation2(finding, asked, { fixedSince, today }) {
  const place2 = finding.places[0];
  const since = fixedSince.get(finding.identity);
  const until = graceUntil(since, { days: asked.grace, today });
  const isShown = until !== void 0 || finding.fixed === void 0 && asked.unfixed === "report";
  return {
    ...isShown && { shown: true },
    ...defined({ place: place2 }),
    subject: { id: finding.id, identity: finding.identity, members: members(finding) },
    data: {
      id: finding.id,
      identity: finding.identity,
      severity: finding.severity,
      package: finding.package,
      installed: finding.members.slice(0, NAMED3).map((member) => ({ package: member.package, version: member.version })),
      more: Math.max(0, finding.members.length - NAMED3),
      ...defined({ fixed: finding.fixed, base: finding.base }),
      failOn: asked["fail-on"],
      ...until !== void 0 && since !== void 0 && { grace: { until, from: since.from } }
    }
  };
}
function members(finding) {
  return finding.members.map((member) => ({
    packages: [member.package, finding.package],
    ...defined({ path: member.path })
  }));
}

// src/domain/text/bytes.ts
function nameText(name) {
  if (/^[\u0000-\u007f]*$/.test(name)) return name;
  const bytes7 = Buffer.from(name, "latin1");
  const text = bytes7.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes7)) return text;
  const written2 = bytes7.toString("latin1").replace(
    CHARACTER_OR_BYTE,
    (found, byte) => byte === void 0 ? found : `\\x${byte.charCodeAt(0).toString(16)}`
  );
  return Buffer.from(written2, "latin1").toString("utf8");
}
var CHARACTER_OR_BYTE = /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;

// src/domain/image/waste.ts
var WASTE_KINDS = [
  ...CACHE_NAMES,
  "deleted archive",
  "owner or mode changed",
  "overwritten",
  "deleted"
];
var ARCHIVE = /\.(?:tar|tar\.\w+|tgz|txz|zip|deb|rpm|apk|whl|jar)$/i;
var DEPTH = 3;
var WasteCollector = class {
  #groups = /* @__PURE__ */ new Map();
  add(lost) {
    const { size: size2, layer: made } = lost.node;
    if (size2 === 0) return;
    const { kind, path } = namedBy(lost);
    const key = JSON.stringify([kind, path, made, lost.removedIn]);
    const group = this.#groups.get(key) ?? {
      kind,
      path,
      bytes: 0,
      files: 0,
      made,
      removedIn: lost.removedIn
    };
    this.#groups.set(key, { ...group, bytes: group.bytes + size2, files: group.files + 1 });
  }
  /** Most bytes first. */
  all() {
    const groups = [...this.#groups.values()].sort((a, b) => b.bytes - a.bytes);
    return groups.map((group) => ({ ...group, path: nameText(group.path) }));
  }
};
function namedBy({ path, node, by: by2 }) {
  const cache = cacheAtPath(path);
  if (cache !== void 0) return { kind: cache.name, path: cache.folder };
  if (by2 === void 0 && ARCHIVE.test(path)) return { kind: "deleted archive", path };
  const folder2 = path.split("/").slice(0, -1).slice(0, DEPTH).join("/");
  if (by2 === void 0) return { kind: "deleted", path: folder2 === "" ? path : folder2 };
  return {
    kind: isSameContent(node, by2) ? "owner or mode changed" : "overwritten",
    path: folder2 === "" ? path : folder2
  };
}
function isSameContent(node, by2) {
  const isTouched = node.mode !== by2.mode || node.uid !== by2.uid || node.gid !== by2.gid;
  return by2.kind === "file" && node.size === by2.size && node.mtime === by2.mtime && isTouched;
}

// src/domain/policy/rules/waste.ts
var data15 = external_exports.strictObject({
  wasteBytes: external_exports.int().nonnegative(),
  unpackedBytes: external_exports.int().positive(),
  max: external_exports.number().nonnegative(),
  biggest: external_exports.strictObject({ kind: external_exports.enum(WASTE_KINDS), path: external_exports.string(), bytes: external_exports.int().positive() })
});
var waste = defineRule({
  id: "waste",
  per: "image",
  options: external_exports.strictObject({
    level: levelOption,
    max: percentOption.describe(
      "The share of the unpacked bytes that may be overwritten or deleted by a later step"
    )
  }),
  permissiveness: { max: upperLimit(formatPercent) },
  default: { level: "warning", max: 10 },
  subjects: [],
  data: data15,
  needs: () => ["contents"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const { wasteBytes, unpackedBytes, waste: losses } = evidence.contents.value;
    const [biggest] = losses;
    if (biggest === void 0 || wasteBytes * 100 <= unpackedBytes * options2.max) return [];
    const place2 = placeOfLayer(biggest.madeBy);
    const { kind, path, bytes: bytes7 } = biggest;
    return [
      {
        ...defined({ place: place2 }),
        data: { wasteBytes, unpackedBytes, max: options2.max, biggest: { kind, path, bytes: bytes7 } }
      }
    ];
  },
  message: ({ wasteBytes, unpackedBytes, max }) => `${formatBytes(wasteBytes)} of ${formatBytes(unpackedBytes)} (${(wasteBytes / unpackedBytes * 100).toFixed(0)} %) are brought in by one step and removed or overwritten by a later one: nobody sees them and everybody pulls them; at most ${max} % are allowed.`,
  advice: ({ biggest: { kind, path, bytes: bytes7 } }) => `Most of it: ${kind}, ${formatBytes(bytes7)} in /${path}. ${MEND[kind]}`,
  saves: ({ wasteBytes }) => wasteBytes,
  summary: "share of the unpacked bytes that a later step overwrites or deletes",
  help: "A layer never gets smaller: what one step writes and a later one removes stays in the image and is pulled by everybody. Remove in the same `RUN` that wrote, keep caches in a cache mount (`RUN --mount=type=cache,target=…`), set owners while copying (`COPY --chown=…`), and do the rest in an earlier stage."
});
var SAME_STEP = "Remove them in the same RUN that brings them in, or do that step in an earlier stage.";
var MEND = {
  "apt lists": "End the RUN that calls apt-get update with && rm -rf /var/lib/apt/lists/*, or mount a cache there (--mount=type=cache,target=/var/lib/apt/lists).",
  "apt archives": "Mount a cache at /var/cache/apt (--mount=type=cache), or run apt-get clean in the same RUN.",
  "pip cache": "Install with pip --no-cache-dir, or mount a cache (--mount=type=cache,target=/root/.cache/pip).",
  "npm cache": "Mount a cache (--mount=type=cache,target=/root/.npm), or install in an earlier stage.",
  "deleted archive": "Fetch, unpack and remove it in one RUN, or in an earlier stage.",
  "owner or mode changed": "Set owner and mode while copying: COPY --chown=10001:10001 --chmod=…, instead of chown or chmod in a later RUN.",
  overwritten: "Write it once: in one step, or in an earlier stage from which the result is copied.",
  deleted: SAME_STEP
};

// src/domain/policy/rules/index.ts
var RULES = {
  size,
  download,
  growth,
  user,
  healthcheck,
  vulnerabilities,
  secrets,
  "multi-stage": multiStage,
  "build-tools": buildTools,
  "build-context": buildContext,
  "build-checks": buildChecks,
  "build-policy": buildPolicy,
  waste,
  "build-time": buildTime,
  freshness,
  loosening
};
var RULE_IDS = Object.keys(RULES);
function ruleNamed(name) {
  const id = RULE_IDS.find((known2) => known2 === name);
  return id && RULES[id];
}
function mapRules(make) {
  return Object.fromEntries(RULE_IDS.map((id) => [id, make(id)]));
}

// src/domain/report/comparison.ts
function reportComparison(compared, cap) {
  if (compared.state === "new") return { state: "new" };
  const { unpacked, download: download2, causes, layers, bases, paths, packages, findings, violations } = compared.comparison;
  return {
    state: "compared",
    unpacked: { ...unpacked },
    download: { ...download2 },
    causes: causes.map((sum) => ({ ...sum })),
    layers: cap(layers, "changedLayers").map((layer) => ({
      change: layer.change,
      cause: layer.cause,
      base: layer.base,
      unpacked: { ...layer.unpacked },
      download: { ...layer.download },
      ...lineOf(layer)
    })),
    bases: bases.map((base) => ({ ...base })),
    ...defined({
      paths: paths && cap(paths, "changedPaths").map((path) => ({ ...path })),
      packages: packages && cap(packages, "changedPackages").map((one) => ({ ...one }))
    }),
    ...findings === void 0 ? {} : {
      findings: {
        new: cap(findings.new, "changedFindings").map((finding) => ({ ...finding })),
        fixed: cap(findings.fixed, "changedFindings").map((finding) => ({ ...finding })),
        still: findings.still
      }
    },
    ...defined({ violations: violations && { ...violations } })
  };
}
function reportMisses({ misses }) {
  return misses.map((miss) => ({
    reason: miss.reason,
    followers: miss.followers,
    ...lineOf(miss)
  }));
}
function lineOf(line4) {
  const place2 = placeOfLayer(line4);
  return {
    ...defined({ instruction: line4.instruction, place: place2 && { ...place2 } })
  };
}

// src/domain/report/report-build.ts
function comparedOf({ evidence }) {
  const compared = evidence?.comparison;
  if (compared === void 0 || !isKnown(compared)) return void 0;
  return compared.value.state === "new" ? void 0 : compared.value.comparison;
}
function findingCauses(context) {
  const fresh = comparedOf(context)?.findings?.new ?? [];
  return new Map(fresh.map(({ identity, cause: cause2 }) => [identity, { cause: cause2 }]));
}
function reportBuild(context, id) {
  const { built, evidence } = context;
  const counts = built.imageSteps.get(id);
  if (counts === void 0) return {};
  const time = evidence?.buildTime;
  const compared = comparedOf(context);
  return {
    build: {
      ...counts,
      exportSeconds: built.exportSeconds,
      ...time !== void 0 && isKnown(time) ? { uncachedSeconds: time.value.seconds } : {},
      ...defined({ misses: compared && reportMisses(compared) })
    }
  };
}

// src/domain/report/image-context.ts
var MOST2 = {
  layers: 500,
  packages: 2e3,
  findings: 25e3,
  secrets: 200,
  waste: 200,
  privileged: 200,
  unwanted: 200,
  changedLayers: 200,
  changedPaths: 100,
  changedPackages: 500,
  changedFindings: 500
};

// src/domain/report/contents.ts
function reportContents(contents, cap) {
  const { inUseBytes, wasteBytes, waste: losses, tools, biggestFiles, biggestFolders } = contents;
  return {
    inUseBytes,
    wasteBytes,
    waste: cap(losses, "waste").map(({ kind, path, bytes: bytes7, files, madeBy, removedBy: killedBy }) => ({
      kind,
      path,
      bytes: bytes7,
      files,
      made: byOf(madeBy),
      killed: byOf(killedBy)
    })),
    tools: tools.map(({ kind, name, bytes: bytes7, files, by: by2 }) => ({
      kind,
      name,
      bytes: bytes7,
      files,
      ...byOf(by2)
    })),
    biggest: { files: biggestFiles.map(shareOf), folders: biggestFolders.map(shareOf) },
    privileged: cap(contents.privileged, "privileged").map((file) => ({
      ...shareOf(file),
      mode: file.mode
    }))
  };
}
function reportContext(facts, cap) {
  const { bytes: bytes7, files, folder: folder2, named, ignoreFile, unused, biggestFolders, unwanted } = facts;
  return {
    bytes: bytes7,
    files,
    ...defined({ folder: folder2 && { ...folder2 } }),
    named: named.map((one) => ({ ...one })),
    ...defined({ ignoreFile }),
    unusedIgnoreFiles: unused.map(({ file }) => file),
    biggestFolders: biggestFolders.map((folder3) => ({ ...folder3 })),
    unwanted: cap(unwanted, "unwanted").map((one) => ({ ...one }))
  };
}
function shareOf({ path, bytes: bytes7, by: by2 }) {
  return { path, bytes: bytes7, ...byOf(by2) };
}
function byOf(by2) {
  const place2 = placeOfLayer(by2);
  return {
    ...by2?.base === void 0 ? {} : { base: by2.base },
    ...defined({ place: place2 && { ...place2 } })
  };
}

// src/domain/examined/examined.ts
var ENDINGS = {
  trivy: "trivy.json",
  sbom: "sbom.json",
  layers: "layers.json",
  files: "files.jsonl.gz"
};
function attachmentName(image, kind) {
  return `${toFileName(image)}.${ENDINGS[kind]}`;
}
function notScanned(reason) {
  return { facts: unable(reason), attachments: [], notices: [] };
}
function scannedSecrets({
  facts,
  secretsAlone
}) {
  return secretsAlone === void 0 ? mapKnown(facts, ({ secrets: secrets2 }) => secrets2) : known(secretsAlone);
}

// src/domain/text/place.ts
function placeText(place2) {
  if (place2.file === void 0) return "";
  return place2.startLine === void 0 ? place2.file : `${place2.file}:${place2.startLine}`;
}

// src/domain/report/scanned.ts
var MOST3 = { members: 1e3, places: 100 };
function reportScan(image, context, cap) {
  const { facts } = image.scanned;
  return {
    ...isKnown(facts) && {
      packages: cap(packagesOf(image, facts.value.packages), "packages"),
      findings: cap(findingsOf(image, context), "findings")
    },
    ...isKnown(scannedSecrets(image.scanned)) && {
      secrets: cap(secretsOf(image, context), "secrets")
    }
  };
}
var MOST_NAMED = 3;
function unrecordedLines({ scanned, layers }) {
  if (!isKnown(scanned.facts)) return [];
  const unrecorded = scanned.facts.value.packages.filter(({ removedBy }) => removedBy !== void 0);
  return [...Map.groupBy(unrecorded, ({ removedBy }) => removedBy)].map(([diffId, packages]) => {
    const layer = layers.find((one) => one.diffId === diffId);
    const line4 = placeText(layer ?? {});
    const who = line4 === "" ? "A layer" : line4;
    const names = packages.slice(0, MOST_NAMED).map(({ name, version }) => `${name} ${version}`);
    const more = packages.length > MOST_NAMED ? ` and ${packages.length - MOST_NAMED} more` : "";
    return `${who} removes the record of packages whose files are still there, so they are judged as installed: ${names.join(", ")}${more}.`;
  });
}
function packagesOf(image, packages) {
  return packages.map(({ name, version, purl, diffId }) => ({
    name,
    version,
    ...defined({ purl }),
    ...baseOf(image, diffId)
  }));
}
function baseOf(image, diffId) {
  const base = image.layers.find((layer) => layer.diffId === diffId)?.base;
  return base === void 0 ? {} : { base };
}
function suppressionOf(context, image, key) {
  const suppressed = context.judgement.suppressed.get(image)?.get(key);
  return suppressed === void 0 ? {} : { suppressed };
}
function findingsOf(image, context) {
  const causes = findingCauses(context);
  const judged2 = context.judgement.findings.get(image.image.id) ?? [];
  const left = new Map(judged2.map((finding) => [finding.identity, finding]));
  return image.findings.map((found) => {
    const { placesOf: _, ...finding } = left.get(found.identity) ?? found;
    return {
      ...finding,
      ...causes.get(finding.identity),
      places: finding.places.slice(0, MOST3.places).map((place2) => ({ ...place2 })),
      members: finding.members.slice(0, MOST3.members).map((member) => ({ ...member })),
      ...suppressionOf(context, image.image.id, finding.identity)
    };
  });
}
function secretsOf(image, context) {
  return image.secrets.map((secret) => {
    const { rule, title: title2, severity, where, path, line: line4, variable, nth, base, place: place2 } = secret;
    return {
      rule,
      title: title2,
      severity,
      where,
      ...defined({ path, line: line4, nth, variable, base, place: place2 && { ...place2 } }),
      ...suppressionOf(context, image.image.id, secretKey(secret))
    };
  });
}

// src/domain/report/image.ts
function reportImage(image, context) {
  const { id, name, platform, overrides, definedAt } = image.image;
  const { evidence } = context;
  const omitted = [];
  const cap = (list2, key) => {
    if (list2.length > MOST2[key])
      omitted.push({ image: id, list: key, count: list2.length - MOST2[key] });
    return list2.slice(0, MOST2[key]);
  };
  const facts = isKnown(image.facts) ? image.facts.value : void 0;
  const scan = isKnown(image.scanned.facts) ? image.scanned.facts.value : void 0;
  const made = {
    id,
    name,
    platform,
    run: context.run,
    state: image.state,
    ...isKnown(image.facts) ? {} : { reason: image.facts.unable },
    verdict: context.judgement.verdicts.get(id) ?? "unable",
    ...facts === void 0 ? {} : factsOf(facts, evidence?.running),
    ...evidenceOf(evidence, cap),
    ...defined({ definedAt: definedAt && { ...definedAt } }),
    ...overrides.length === 0 ? {} : { overrides: [...overrides] },
    ...isKnown(image.dockerfile) ? { stages: image.dockerfile.value.usedStages.length } : {},
    ...scan?.system === void 0 ? {} : { system: scan.system },
    ...facts === void 0 ? {} : { layers: cap(image.layers.map(layerOf), "layers") },
    ...reportScan(image, context, cap),
    ...unjudgedOf(context, id),
    notLookedAt: [...scan?.notLookedAt ?? [], ...unrecordedLines(image), ...unownedLine(image)],
    limits: limitsOf(context.policy, name),
    ...reportBuild(context, id)
  };
  return { image: made, omitted };
}
function evidenceOf(evidence, cap) {
  if (evidence === void 0) return {};
  const { contents, context, comparison } = evidence;
  return {
    ...isKnown(contents) ? reportContents(contents.value, cap) : {},
    ...isKnown(context) ? { context: reportContext(context.value, cap) } : {},
    ...isKnown(comparison) ? { comparison: reportComparison(comparison.value, cap) } : {}
  };
}
function factsOf(facts, running) {
  const { healthcheck: healthcheck2, user: user2 } = facts;
  return {
    digest: facts.digest,
    configDigest: facts.configDigest,
    unpackedBytes: facts.unpackedBytes,
    downloadBytes: facts.downloadBytes,
    ...isKnown(user2) ? {
      user: {
        declared: user2.value.declared,
        ...defined({ uid: user2.value.uid, gid: user2.value.gid }),
        isRoot: user2.value.isRoot
      }
    } : {},
    healthcheck: {
      declared: healthcheck2.declared,
      ...defined({ test: healthcheck2.test && [...healthcheck2.test] }),
      ...statusOf(running)
    }
  };
}
function statusOf(running) {
  if (running === void 0 || !isKnown(running)) return {};
  if (running.value.status === "not-started") return {};
  const { status, seconds: seconds3 } = running.value;
  return { status, seconds: seconds3 };
}
function layerOf(layer) {
  const { digest: digest3, diffId, unpackedBytes, downloadBytes, base } = layer;
  return {
    digest: digest3,
    diffId,
    unpackedBytes,
    downloadBytes,
    ...defined({ base }),
    ...lineFields(layer)
  };
}
function unjudgedOf({ judgement }, id) {
  const gaps = judgement.outcomes.filter(({ image }) => image === id).flatMap((outcome) => outcome.gaps ?? []);
  const unjudged = new Map(
    gaps.flatMap(
      ({ unjudged: part3, accepted }) => part3 === void 0 ? [] : [[part3, { part: part3, ...accepted && { accepted: { ...accepted } } }]]
    )
  );
  return unjudged.size === 0 ? {} : { unjudged: [...unjudged.values()] };
}
function limitsOf(policy, image) {
  const rules = rulesFor(policy, image);
  const active = RULE_IDS.filter((id) => rules[id].level !== "off");
  return active.reduce((limits, id) => ({ ...limits, ...RULES[id].limits(rules[id]) }), {});
}
var MOST_PROGRAMS = 5;
function unownedLine({ unowned }) {
  if (unowned.length === 0) return [];
  const named = unowned.slice(0, MOST_PROGRAMS).map(({ path, bytes: bytes7 }) => `/${path} (${formatBytes(bytes7)})`);
  const more = unowned.length > MOST_PROGRAMS ? `, and ${unowned.length - MOST_PROGRAMS} more` : "";
  return [`Programs that no package owns: ${named.join(", ")}${more}.`];
}

// src/domain/versions/words.ts
function compareNumbers(a, b) {
  const [left, right] = [withoutLeadingZeros(a), withoutLeadingZeros(b)];
  return left.length - right.length || compareText(left, right);
}
function withoutLeadingZeros(digits) {
  let from = 0;
  while (digits[from] === "0") from += 1;
  return digits.slice(from);
}
function compareText(a, b) {
  return Number(a > b) - Number(a < b);
}
function isNumber(part3) {
  return /^\d+$/.test(part3);
}
function compareLists(a, b, compare2) {
  for (let index2 = 0; index2 < Math.max(a.length, b.length); index2 += 1) {
    const difference2 = compare2(a[index2], b[index2], index2);
    if (difference2 !== 0) return difference2;
  }
  return 0;
}
function compareReleases(a, b) {
  return compareLists(a.split("."), b.split("."), (x = "0", y = "0") => compareNumbers(x, y));
}

// src/domain/versions/generic.ts
function compareGeneric(a, b) {
  const [left, right] = [withoutV(a), withoutV(b)];
  return compareParts(textBefore(left, "+"), textBefore(right, "+")) || compareParts(behindPlus(left), behindPlus(right));
}
function behindPlus(version) {
  const at = version.indexOf("+");
  return at < 0 ? "" : `1.${version.slice(at + 1)}`;
}
function withoutV(version) {
  return version.replace(/^v/, "");
}
function compareParts(a, b) {
  return compareLists(partsOf(a), partsOf(b), (x, y) => {
    const difference2 = rankOf(x) - rankOf(y);
    if (difference2 !== 0 || x === void 0 || y === void 0) return difference2;
    return isNumber(x) ? compareNumbers(x, y) : compareText(x, y);
  });
}
function partsOf(text) {
  return text.match(/\d+|[A-Za-z]+/g) ?? [];
}
function rankOf(part3) {
  if (part3 === void 0) return 1;
  return isNumber(part3) ? 2 : 0;
}

// src/domain/versions/languages.ts
var SEMANTIC = /^[v=]?(\d+(?:\.\d+)*)(?:-([0-9a-z.-]+))?(?:\+[0-9a-z.-]*)?$/i;
function compareSemantic(a, b) {
  const [left, right] = [SEMANTIC.exec(a.trim()), SEMANTIC.exec(b.trim())];
  if (left === null || right === null) return void 0;
  return compareReleases(left[1] ?? "", right[1] ?? "") || comparePre(left[2], right[2]);
}
function comparePre(a, b) {
  if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0);
  return compareLists(a.split("."), b.split("."), (x, y) => {
    if (x === void 0 || y === void 0)
      return Number(y === void 0) - Number(x === void 0);
    return kindOf2(y) - kindOf2(x) || compareAlike(x, y);
  });
}
function kindOf2(part3) {
  return Number(isNumber(part3));
}
function compareAlike(a, b) {
  return isNumber(a) ? compareNumbers(a, b) : compareText(a, b);
}
function compareNuget(a, b) {
  return compareSemantic(a.toLowerCase(), b.toLowerCase());
}
var PYTHON = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?([-_.]?dev[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;
var PYTHON_PHASES = ["dev", "a", "b", "rc", "release"];
var PYTHON_ALIASES = new Map([
  ...[["alpha", "a"], ["beta", "b"]],
  ...["c", "pre", "preview"].map((name) => [name, "rc"])
]);
function comparePython(a, b) {
  const [left, right] = [readPython(a), readPython(b)];
  if (left === void 0 || right === void 0) return void 0;
  return compareNumbers(left.epoch, right.epoch) || compareReleases(left.release, right.release) || compareLists(left.ranks, right.ranks, (x = "", y = "") => compareNumbers(x, y)) || compareLocal(left.local, right.local);
}
function readPython(text) {
  const found = PYTHON.exec(text.trim().toLowerCase());
  if (found === null) return void 0;
  const [, epoch = "", release = "", phase, phaseNumber = "", dashed, post, postNumber = ""] = found;
  const [dev, devNumber = "", local] = found.slice(8);
  const isPost = post !== void 0 || dashed !== void 0;
  const named = phase ?? (dev !== void 0 && !isPost ? "dev" : "release");
  return {
    epoch,
    release,
    ranks: [
      String(PYTHON_PHASES.indexOf(PYTHON_ALIASES.get(named) ?? named)),
      phaseNumber,
      isPost ? "1" : "0",
      dashed ?? postNumber,
      dev === void 0 ? "1" : "0",
      devNumber
    ],
    local: local?.split(/[-_.]/) ?? []
  };
}
function compareLocal(a, b) {
  return compareLists(a, b, (x, y) => {
    if (x === void 0 || y === void 0)
      return Number(y === void 0) - Number(x === void 0);
    return kindOf2(x) - kindOf2(y) || compareAlike(x, y);
  });
}
var GEM = /^\d+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;
function compareGem(a, b) {
  if (!GEM.test(a.trim()) || !GEM.test(b.trim())) return void 0;
  return compareLists(
    gemSegments(a),
    gemSegments(b),
    (x = "0", y = "0") => kindOf2(x) - kindOf2(y) || compareAlike(x, y)
  );
}
function gemSegments(text) {
  const segments = text.trim().replaceAll("-", ".pre.").match(/\d+|[a-z]+/gi) ?? [];
  const word = segments.findIndex((segment) => !isNumber(segment));
  const release = word < 0 ? segments : segments.slice(0, word);
  return [...withoutZeros(release), ...withoutZeros(word < 0 ? [] : segments.slice(word))];
}
function withoutZeros(segments) {
  return segments.slice(0, segments.findLastIndex((segment) => !/^0+$/.test(segment)) + 1);
}
var COMPOSER = /^v?(\d+(?:\.\d+){0,3})(?:[-_.]?(stable|alpha|beta|a|b|rc|patch|pl|p)(?:[-.]?(\d+))?)?(?:\+\S*)?$/i;
var COMPOSER_PHASES = ["a", "b", "rc", "stable", "p"];
function compareComposer(a, b) {
  const [left, right] = [COMPOSER.exec(a.trim()), COMPOSER.exec(b.trim())];
  if (left === null || right === null) return void 0;
  return compareReleases(left[1] ?? "", right[1] ?? "") || composerPhase(left[2]) - composerPhase(right[2]) || compareNumbers(left[3] ?? "", right[3] ?? "");
}
function composerPhase(word = "stable") {
  return COMPOSER_PHASES.findIndex((phase) => word.toLowerCase().startsWith(phase));
}

// src/domain/versions/maven.ts
var QUALIFIERS = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
var ALIASES = new Map([
  ...["final", "ga", "release"].map((name) => [name, ""]),
  ["cr", "rc"]
]);
var SHORT = /* @__PURE__ */ new Map([
  ["a", "alpha"],
  ["b", "beta"],
  ["m", "milestone"]
]);
function compareMaven(a, b) {
  const [left, right] = [tokensOf(a.trim().toLowerCase()), tokensOf(b.trim().toLowerCase())];
  if (left === void 0 || right === void 0) return void 0;
  return compareLists(left, right, (x, y) => compareTokens(x ?? padding(y), y ?? padding(x)));
}
function tokensOf(text) {
  if (!/^\d[\da-z._+-]*$/.test(text)) return void 0;
  const tokens = [];
  for (const [, separator = "", run = ""] of text.matchAll(/([.-]?)(\d+|[a-z_+]+|(?=[.-])|$)/g)) {
    if (separator === "" && run === "") continue;
    const last2 = tokens.at(-1);
    if (last2 !== void 0 && separator === "" && isNumber(run))
      tokens[tokens.length - 1] = { ...last2, text: SHORT.get(last2.text) ?? last2.text };
    const isDotted = separator === "." ? !/^[a-z]/.test(run) : tokens.length === 0;
    tokens.push({ separator: isDotted ? "." : "-", text: run === "" ? "0" : run });
  }
  return trimmed2(tokens.map((token) => ({ ...token, text: ALIASES.get(token.text) ?? token.text })));
}
function trimmed2(tokens) {
  const kept = [];
  for (const token of tokens) {
    if (token.separator === "-") dropNulls(kept);
    kept.push(token);
  }
  dropNulls(kept);
  return kept;
}
function dropNulls(tokens) {
  while (/^0*$/.test(tokens.at(-1)?.text ?? "none")) tokens.pop();
}
function padding(other) {
  const separator = other?.separator ?? "-";
  return { separator, text: separator === "." && isNumber(other?.text ?? "") ? "0" : "" };
}
function compareTokens(a, b) {
  const [left, right] = [kindOf3(a), kindOf3(b)];
  if (left !== right) return left - right;
  return left === 0 ? compareQualifiers(a.text, b.text) : compareNumbers(a.text, b.text);
}
function kindOf3({ separator, text }) {
  if (!isNumber(text)) return 0;
  return separator === "-" ? 1 : 2;
}
function compareQualifiers(a, b) {
  const [left, right] = [rankOf2(a), rankOf2(b)];
  return left - right || (left === QUALIFIERS.length ? compareText(a, b) : 0);
}
function rankOf2(qualifier) {
  const rank3 = QUALIFIERS.indexOf(qualifier);
  return rank3 < 0 ? QUALIFIERS.length : rank3;
}

// src/domain/versions/systems.ts
function partsOf2(text) {
  const found = /^(?:(\d+):)?([^:\s]+)$/.exec(text.trim());
  if (found === null) return void 0;
  const [, epoch = "0", rest = ""] = found;
  const dash = rest.lastIndexOf("-");
  return dash < 0 ? { epoch, version: rest, release: "" } : { epoch, version: rest.slice(0, dash), release: rest.slice(dash + 1) };
}
function compareDebian(a, b) {
  const [left, right] = [partsOf2(a), partsOf2(b)];
  if (left === void 0 || right === void 0) return void 0;
  return compareNumbers(left.epoch, right.epoch) || compareDebianPart(left.version, right.version) || compareDebianPart(left.release, right.release);
}
function compareDebianPart(a, b) {
  return compareLists(
    byTurns(a),
    byTurns(b),
    (x = "", y = "", index2) => index2 % 2 === 0 ? compareDebianWords(x, y) : compareNumbers(x, y)
  );
}
function byTurns(text) {
  const runs = text.match(/\D+|\d+/g) ?? [];
  return isNumber(runs[0] ?? "") ? ["", ...runs] : runs;
}
function compareDebianWords(a, b) {
  return compareLists(
    Array.from(a),
    Array.from(b),
    (x = "", y = "") => debianRank(x) - debianRank(y)
  );
}
function debianRank(character) {
  if (character === "~") return -1;
  if (character === "") return 0;
  return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}
function compareRpm(a, b) {
  const [left, right] = [partsOf2(a), partsOf2(b)];
  if (left === void 0 || right === void 0) return void 0;
  return compareNumbers(left.epoch, right.epoch) || compareRpmPart(left.version, right.version) || compareRpmPart(left.release, right.release);
}
function compareRpmPart(a, b) {
  const [left, right] = [a, b].map((text) => text.match(/\d+|[A-Za-z]+|[~^]/g) ?? []);
  return compareLists(left ?? [], right ?? [], compareRpmRuns);
}
function compareRpmRuns(a, b) {
  const difference2 = rpmRank(a) - rpmRank(b);
  if (difference2 !== 0 || a === void 0 || b === void 0) return difference2;
  return isNumber(a) ? compareNumbers(a, b) : compareText(a, b);
}
function rpmRank(run) {
  if (run === void 0) return 1;
  if (run === "~") return 0;
  if (run === "^") return 2;
  return isNumber(run) ? 4 : 3;
}
var ALPINE = /^(\d+(?:\.\d+)*)([a-z]?)((?:_[a-z]+\d*)*)(?:~[0-9a-f]+)?(?:-r(\d+))?$/;
var ALPINE_SUFFIXES = ["alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p"];
function compareAlpine(a, b) {
  const [left, right] = [ALPINE.exec(a.trim()), ALPINE.exec(b.trim())];
  if (left === null || right === null) return void 0;
  const [one, other] = [suffixesOf(left[3] ?? ""), suffixesOf(right[3] ?? "")];
  if (one === void 0 || other === void 0) return void 0;
  return compareAlpineNumbers(left[1] ?? "", right[1] ?? "") || compareText(left[2] ?? "", right[2] ?? "") || compareSuffixes(one, other) || Number(left[4] !== void 0) - Number(right[4] !== void 0) || compareNumbers(left[4] ?? "", right[4] ?? "");
}
function compareAlpineNumbers(a, b) {
  return compareLists(a.split("."), b.split("."), (x, y, index2) => {
    if (x === void 0 || y === void 0)
      return Number(x !== void 0) - Number(y !== void 0);
    const isFraction = index2 > 0 && (x.startsWith("0") || y.startsWith("0"));
    return isFraction ? compareText(x, y) : compareNumbers(x, y);
  });
}
function suffixesOf(text) {
  const suffixes = [...text.matchAll(/_([a-z]+)(\d*)/g)].map(([, word = "", number2 = ""]) => ({
    rank: ALPINE_SUFFIXES.indexOf(word),
    number: number2
  }));
  return suffixes.some(({ rank: rank3 }) => rank3 < 0) ? void 0 : suffixes;
}
var NO_SUFFIX = { rank: ALPINE_SUFFIXES.indexOf(""), number: "" };
function compareSuffixes(a, b) {
  return compareLists(
    a,
    b,
    (x = NO_SUFFIX, y = NO_SUFFIX) => x.rank - y.rank || compareNumbers(x.number, y.number)
  );
}

// src/domain/versions/order.ts
var SCHEMES = new Map([
  ["deb", compareDebian],
  ["rpm", compareRpm],
  ["apk", compareAlpine],
  ...["npm", "cargo", "golang", "hex", "pub", "swift", "julia", "k8s"].map(
    (type) => [type, compareSemantic]
  ),
  ["nuget", compareNuget],
  ["pypi", comparePython],
  ["gem", compareGem],
  ["cocoapods", compareGem],
  ["maven", compareMaven],
  ["composer", compareComposer]
]);
function packageType(purl) {
  const type = /^pkg:([a-z0-9.+-]+)\//i.exec(purl ?? "")?.[1]?.toLowerCase();
  return type !== void 0 && SCHEMES.has(type) ? type : void 0;
}
function versionOrder(kind, versions) {
  const scheme = SCHEMES.get(kind ?? "");
  if (scheme === void 0 || versions.some((one) => scheme(one, one) === void 0))
    return compareGeneric;
  return (a, b) => scheme(a, b) ?? compareGeneric(a, b);
}

// src/domain/findings/fix-ranges.ts
var CONSTRAINT = /^(~>|[<>!=]=?|[~^])\s*/;
function versionsIn(fixed) {
  return fixed.split(",").map((version) => version.trim()).filter((version) => version !== "");
}
function isConstraint(version) {
  return CONSTRAINT.test(version);
}
function namedIn(fixed) {
  return versionsIn(fixed).map(withoutSign);
}
function withoutSign(constraint) {
  return constraint.replace(CONSTRAINT, "").trim();
}
function parseRanges(fixed, order) {
  const ranges = [];
  for (const range of versionsIn(fixed).map(rangeOf)) {
    if (range === void 0) return void 0;
    const last2 = ranges.at(-1);
    const both = last2 === void 0 ? void 0 : shared(last2, range, order);
    if (both === void 0) ranges.push(range);
    else ranges[ranges.length - 1] = both;
  }
  return ranges;
}
function rangeOf(constraint) {
  const sign = CONSTRAINT.exec(constraint)?.[1] ?? "=";
  const version = withoutSign(constraint);
  if (!/^v?\d\S*$/.test(version)) return void 0;
  if (sign === ">=") return { from: version };
  if (sign === "<") return { below: version };
  if (sign !== "~>") return void 0;
  const numbers = version.split(".").slice(0, -1);
  const line4 = numbers.length === 0 ? [version] : numbers;
  const below = [...line4.slice(0, -1), String(Number(line4.at(-1)) + 1)].join(".");
  return { from: version, below };
}
function shared(a, b, order) {
  const from = [a.from, b.from].filter((one) => one !== void 0).sort(order).at(-1);
  const below = [a.below, b.below].filter((one) => one !== void 0).sort(order)[0];
  const isEmpty = from !== void 0 && below !== void 0 && order(from, below) >= 0;
  return isEmpty ? void 0 : { from, below };
}

// src/domain/findings/fixes.ts
function fixVersions(members2) {
  const fixes = members2.flatMap((member) => fixFor(member) ?? []);
  const order = versionOrder(kindOf4(members2), fixes.flatMap(versionsIn));
  return [...new Set(fixes)].sort((a, b) => order(a, b) || Number(a > b) - Number(a < b));
}
function fixFor(member) {
  const { version, fixedVersion: fixed } = member;
  if (fixed === void 0) return void 0;
  const fixes = versionsIn(fixed);
  const order = versionOrder(kindOf4([member]), [version, ...namedIn(fixed)]);
  if (fixes.some(isConstraint)) return nextOf(startsOf(fixed, order), version, order) ?? fixed;
  if (fixes.length < 2) return fixes[0] ?? fixed;
  return nextOf(fixes, version, order) ?? fixes.join(", ");
}
function toFixNeeds(members2) {
  const next = members2.map((member) => versionsIn(fixFor(member) ?? ""));
  return {
    kinds: new Set(members2.map(({ purl }) => packageType(purl))),
    fixes: [...new Set(members2.flatMap(({ fixedVersion }) => fixedVersion ?? []))],
    wanted: [...new Set(next.flat())],
    isBeyond: next.some((versions) => versions.length > 1)
  };
}
function upgradeFor(needs) {
  if (needs.some((one) => one.isBeyond)) return void 0;
  const fixes = [...new Set(needs.flatMap((one) => one.fixes))];
  const kinds = new Set(needs.flatMap((one) => [...one.kinds]));
  const order = versionOrder(kinds.size === 1 ? [...kinds][0] : void 0, fixes.flatMap(namedIn));
  const wanted = needs.flatMap((one) => one.wanted);
  if (wanted.some(isConstraint)) return void 0;
  let upgrade = highest(wanted, order);
  let next = upgrade;
  for (let steps = 0; next !== void 0; steps += 1) {
    if (steps > MOST_STEPS) return void 0;
    upgrade = next;
    next = nextOfAll(upgrade, fixes, order);
  }
  return upgrade;
}
var MOST_STEPS = 50;
function nextOfAll(version, fixes, order) {
  return highest(
    fixes.flatMap((fixed) => stillNeeded(version, fixed, order) ?? []),
    order
  );
}
function kindOf4(members2) {
  const kinds = new Set(members2.map(({ purl }) => packageType(purl)));
  return kinds.size === 1 ? [...kinds][0] : void 0;
}
function highest(versions, order) {
  return versions.toSorted(order).at(-1);
}
function nextOf(versions, version, order) {
  return versions.filter((one) => order(one, version) > 0).toSorted(order)[0];
}
function startsOf(fixed, order) {
  return (parseRanges(fixed, order) ?? []).flatMap(({ from }) => from ?? []);
}
function stillNeeded(version, fixed, order) {
  const fixes = versionsIn(fixed);
  if (fixes.some(isConstraint)) {
    const ranges = parseRanges(fixed, order) ?? [];
    return ranges.some((range) => isIn(range, version, order)) ? void 0 : nextOf(startsOf(fixed, order), version, order);
  }
  const next = nextOf(fixes, version, order);
  const last2 = highest(
    fixes.filter((one) => order(one, version) <= 0),
    order
  );
  if (next === void 0 || last2 === void 0) return next;
  return inCommon(version, last2) > inCommon(version, next) ? void 0 : next;
}
function isIn({ from, below }, version, order) {
  return (from === void 0 || order(version, from) >= 0) && (below === void 0 || order(version, below) < 0);
}
function inCommon(a, b) {
  const [left, right] = [a, b].map((version) => version.match(/\d+|[A-Za-z]+/g) ?? []);
  const apart2 = (left ?? []).findIndex((part3, index2) => part3 !== right?.[index2]);
  return apart2 < 0 ? (left ?? []).length : apart2;
}

// src/domain/report/changes.ts
var SHORT_DIGEST = 19;
function toComparedImage({ comparison }) {
  return comparison?.state === "compared" ? comparison : void 0;
}
var SIZE_COLUMNS = [
  "image",
  "unpacked before",
  "now",
  "difference",
  "download before",
  "now",
  "difference"
];
function sizeRows({ images }) {
  const compared = images.flatMap((image) => {
    const against = toComparedImage(image);
    return against === void 0 ? [] : [{ id: image.id, ...against }];
  });
  const rows = compared.map(({ id, unpacked, download: download2 }) => [
    id,
    ...cells(unpacked),
    ...cells(download2)
  ]);
  if (compared.length < 2) return rows;
  const total = (key) => ({
    before: compared.reduce((sum, one) => sum + one[key].before, 0),
    after: compared.reduce((sum, one) => sum + one[key].after, 0)
  });
  return [...rows, ["together", ...cells(total("unpacked")), ...cells(total("download"))]];
}
function cells({
  before,
  after
}) {
  return [formatBytes(before), formatBytes(after), differenceText({ before, after })];
}
function differenceText({
  before,
  after
}) {
  const share2 = before === 0 ? "" : ` (${signed((after - before) / before * 100)} %)`;
  return `${formatDifference(after - before)}${share2}`;
}
function signed(value) {
  const text = Math.abs(value).toFixed(1);
  return Number(text) === 0 ? "0.0" : `${value < 0 ? "−" : "+"}${text}`;
}
function causesText({ causes }) {
  if (causes.length === 0) return "no layer differs";
  return causes.map(
    ({ cause: cause2, unpackedBytes }) => `${cause2 === "unknown" ? "cause not known" : cause2} ${formatDifference(unpackedBytes)}`
  ).join(", ");
}
function changedLayers({ layers }, most) {
  return layers.filter(({ unpacked }) => unpacked.before !== unpacked.after).filter(({ cause: cause2 }) => cause2 === "this change" || cause2 === "unknown").slice(0, most);
}
var MOST_LINES = 3;
function othersText({ causes, layers, bases }) {
  const different = layers.filter(({ unpacked }) => unpacked.before !== unpacked.after);
  return causes.filter(
    ({ cause: cause2 }) => cause2 === "base image" || cause2 === "drift" && different.some((layer) => layer.cause === cause2)
  ).map(({ cause: cause2, unpackedBytes }) => {
    const own = different.filter((layer) => layer.cause === cause2 && !layer.base);
    const lines2 = own.flatMap(({ place: place2 }) => place2 === void 0 ? [] : [placeText(place2)]);
    const moved = bases.map(
      ({ reference, before, after }) => `${reference} leads to ${after.slice(0, SHORT_DIGEST)} now, and led to ${before.slice(0, SHORT_DIGEST)}`
    );
    return [
      `${cause2} ${formatDifference(unpackedBytes)}`,
      ...cause2 === "base image" ? moved : [],
      ...lines2.length === 0 ? [] : [`by ${lines2.slice(0, MOST_LINES).join(", ")}`]
    ].join(", ");
  });
}
function pathText({ name, kind }) {
  return kind === "file" ? `/${shortened(name)}` : name;
}
var ORDER = ["upgraded", "downgraded", "added", "removed"];
function packagesFirst(packages) {
  return ORDER.flatMap((change) => packages.filter((one) => one.change === change));
}
function packagesText(packages) {
  if (packages.length === 0) return void 0;
  const groups = Map.groupBy(packages, ({ change }) => change);
  return [...groups].map(([change, list2]) => `${list2.length} ${change}`).join(", ");
}
function findingsText({ findings }) {
  if (findings === void 0) return "vulnerabilities are not compared";
  const { new: fresh, fixed, still } = findings;
  return `brings ${fresh.length} ${fresh.length === 1 ? "vulnerability" : "vulnerabilities"}, fixes ${fixed.length}, ${still} ${still === 1 ? "is" : "are"} still there`;
}
function missesText({ build }) {
  return (build?.misses ?? []).map(({ instruction, reason, followers, place: place2 }) => {
    const where = place2?.startLine === void 0 ? "" : ` (${place2.file}:${place2.startLine})`;
    const more = followers === 0 ? "" : `; ${followers} more ${followers === 1 ? "step was" : "steps were"} run again for it`;
    return `${(instruction ?? "a step").slice(0, 100)}${where}: ${reason}${more}`;
  });
}

// src/domain/findings/finding-key.ts
function findingKey({ id, identity, package: name }) {
  return identity ?? JSON.stringify([id, name]);
}

// src/domain/report/told.ts
function toldOf({
  rule,
  data: data16
}) {
  return ruleNamed(rule)?.read(data16);
}
function violationIdentities({ violations }) {
  return violations.map(
    (violation3) => violation3.image === void 0 ? void 0 : toldOf(violation3)?.identityIn(violation3.image)
  );
}

// src/domain/report/upgrades.ts
function withUpgrades(report) {
  const known2 = new Map(report.images.map((image) => [image.id, upgradesOf(image, report)]));
  return {
    ...report,
    images: report.images.map((image) => advised(image, known2.get(image.id))),
    violations: report.violations.map(
      (violation3) => advisedViolation(violation3, known2.get(violation3.image ?? ""))
    )
  };
}
function advisedViolation(violation3, upgrades) {
  const finding = toldOf(violation3)?.finding;
  const upgrade = finding && upgrades?.byKey.get(findingKey(finding));
  return upgrade === void 0 ? violation3 : { ...violation3, data: finding?.withUpgrade(upgrade) };
}
function keyIn(judged2, { id, identity, package: name }) {
  return judged2.has(identity) ? identity : findingKey({ id, package: name });
}
function advised(image, upgrades) {
  const told = (one) => {
    const upgrade = upgrades?.byIdentity.get(one.identity);
    return upgrade === void 0 ? one : { ...one, upgrade };
  };
  const compared = toComparedImage(image);
  return {
    ...image,
    ...defined({ findings: image.findings && image.findings.map(told) }),
    ...compared?.findings === void 0 ? {} : {
      comparison: {
        ...compared,
        findings: { ...compared.findings, new: compared.findings.new.map(told) }
      }
    }
  };
}
function upgradesOf({ id, findings = [] }, { violations }) {
  const judged2 = violations.flatMap((violation3) => {
    return violation3.image === id && violation3.waived === void 0 ? toldOf(violation3)?.finding ?? [] : [];
  });
  const judgedKeys = new Set(judged2.map(findingKey));
  const found = findings.map((finding) => ofFinding(finding, keyIn(judgedKeys, finding)));
  const keys = new Set(found.map(({ key }) => key));
  const subjects2 = [...found, ...judged2.map(ofTold).filter(({ key }) => !keys.has(key))];
  const advise = adviser(subjects2, judgedKeys);
  const told = subjects2.flatMap((subject) => {
    const upgrade = subject.fixed === void 0 ? void 0 : advise(subject);
    return upgrade === void 0 || upgrade === subject.fixed ? [] : [{ ...subject, upgrade }];
  });
  return {
    byIdentity: new Map(told.map(({ identity = "", upgrade }) => [identity, upgrade])),
    byKey: new Map(told.map(({ key, upgrade }) => [key, upgrade]))
  };
}
function adviser(subjects2, judged2) {
  const isJudged = ({ key }) => judged2.has(key);
  const groups = Map.groupBy(subjects2.filter(isJudged), ({ about }) => about);
  const needs = new Map([...groups].map(([about, group]) => [about, toFixNeeds(distinct(group))]));
  const known2 = /* @__PURE__ */ new Map();
  return (subject) => {
    const own = isJudged(subject) ? [] : distinct([subject]);
    const key = JSON.stringify([subject.about, own.map(fixableKey)]);
    if (!known2.has(key))
      known2.set(key, upgradeFor([needs.get(subject.about) ?? [], toFixNeeds(own)].flat()));
    return known2.get(key);
  };
}
function ofFinding(finding, key) {
  const { identity, package: name, purl, fixed, members: members2 } = finding;
  const isTold2 = members2.some(({ fixedVersion }) => fixedVersion !== void 0);
  const [first] = members2;
  const installed3 = { version: first?.version ?? "", purl: first?.purl ?? purl };
  return {
    key,
    identity,
    about: purl ?? name,
    fixed,
    members: isTold2 ? members2 : [{ ...installed3, fixedVersion: fixed }]
  };
}
function ofTold(told) {
  return {
    key: findingKey(told),
    about: told.package,
    fixed: told.fixed,
    members: told.installed.map(({ version }) => ({ version, fixedVersion: told.fixed }))
  };
}
function distinct(subjects2) {
  const members2 = subjects2.flatMap((subject) => subject.members);
  const fixable = members2.filter(({ fixedVersion }) => fixedVersion !== void 0);
  return [...new Map(fixable.map((member) => [fixableKey(member), member])).values()];
}
function fixableKey({ version, purl, fixedVersion }) {
  return JSON.stringify([version, packageType(purl), fixedVersion]);
}

// src/domain/report/make.ts
var TOOL = { name: "plimsoll", version: VERSION };
var RUN = "run";
function makeReport(parts) {
  const { plan, built, images, gathered, judgement } = parts;
  const made = images.map((image) => {
    const evidence = gathered.find(({ id }) => id === image.image.id)?.evidence;
    return reportImage(image, { run: RUN, built, judgement, policy: plan.policy, evidence });
  });
  return withUpgrades({
    version: 0,
    tool: TOOL,
    verdict: judgement.verdict,
    runs: [runOf(parts)],
    images: made.map((one) => one.image),
    outcomes: judgement.outcomes.map(({ excused, gaps: _gaps, ...outcome }) => ({
      ...outcome,
      ...defined({ excused: excused && [...excused] })
    })),
    violations: judgement.violations.map(violationOf2),
    advisories: advisoriesOf(images),
    attachments: [],
    omitted: made.flatMap((one) => one.omitted)
  });
}
function violationOf2({ told, place: place2, waived: waived2, isNew, ...about }) {
  const { message: message3, saves } = told.words;
  return {
    ...about,
    data: told.data,
    message: message3,
    ...defined({ savesBytes: saves, waived: waived2, isNew, place: place2 })
  };
}
function runOf(parts) {
  const { built, startedAt, endedAt, tools } = parts;
  return {
    id: RUN,
    ...defined({ job: parts.job, workflow: parts.workflow }),
    startedAt: startedAt.toISOString(),
    seconds: secondsBetween(startedAt, endedAt),
    ...isKnown(parts.plan.checkout) ? { commit: parts.plan.checkout.value.commit } : {},
    request: reportRequest(parts.inputs),
    buildSeconds: built.buildSeconds,
    ...defined({ builder: built.builder }),
    ...buildCacheOf(parts),
    tools: { plimsoll: VERSION, ...parts.plan.tools, ...buildxOf(built), ...tools.versions },
    ...defined({
      scanner: tools.scanner,
      database: tools.database,
      baseline: parts.baseline && baselineOf(parts.baseline),
      failure: built.failure && failureOf2(built.failure)
    }),
    notices: noticesOf(parts),
    ...(parts.uncompared ?? []).length === 0 ? {} : { uncompared: [...parts.uncompared ?? []] }
  };
}
function buildxOf({ buildx }) {
  return buildx === void 0 ? {} : { buildx };
}
function buildCacheOf({
  built: { cacheKind: kind, importSeconds },
  cacheExportSeconds: exportSeconds
}) {
  if (kind === void 0) return {};
  return {
    buildCache: { kind, importSeconds, ...defined({ exportSeconds }) }
  };
}
function baselineOf({
  record: { madeAt, commit },
  back
}) {
  return {
    madeAt,
    ...defined({ commit, commitsBack: back })
  };
}
function failureOf2({
  message: message3,
  step,
  place: place2,
  output
}) {
  return {
    message: message3,
    ...defined({ step, place: place2 && { ...place2 } }),
    output: [...output]
  };
}
function noticesOf(parts) {
  const { plan, built, images, gathered, judgement, tools, notices } = parts;
  const sent = gathered.flatMap(({ id, evidence: { context } }) => {
    const folder2 = isKnown(context) ? context.value.reportFolder : void 0;
    if (folder2 === void 0) return [];
    const message3 = `${id}: the report folder ${folder2} lies in the build context and is sent with it, so that every run changes what COPY sees. Add the line ${folder2} to the ignore file, or name another folder with the input report-dir.`;
    return [{ from: "build-context", message: message3 }];
  });
  const scans = images.flatMap(
    (image) => image.scanned.notices.map((message3) => ({
      from: "scan",
      message: `${image.image.id}: ${message3}`
    }))
  );
  const places = images.flatMap(
    (image) => image.placesUnknown === void 0 || image.state !== "built" ? [] : [{ from: "attribute", message: `${image.image.id}: ${image.placesUnknown}` }]
  );
  return [
    ...plan.notices,
    ...built.notices,
    ...tools.notices,
    ...scans,
    ...places,
    ...sent,
    ...notices,
    ...judgement.notices
  ];
}
function advisoriesOf(images) {
  const all = images.flatMap(({ scanned, findings }) => {
    if (!isKnown(scanned.facts)) return [];
    const { advisories } = scanned.facts.value;
    return findings.flatMap((finding) => {
      const advisory = advisories.get(finding.id);
      if (advisory === void 0) return [];
      const { references, ...rest } = advisory;
      const told = {
        ...rest,
        text: (advisory.text ?? "").slice(0, 1e3),
        ...defined({ references: references && [...references] })
      };
      return [[finding.id, told]];
    });
  });
  return Object.fromEntries(all);
}
function failureReport({ error, ...own }) {
  const isOver = error instanceof TimeOver;
  const kind = error instanceof UserError ? "user" : isOver || error instanceof ToolError ? "tool" : "internal";
  const place2 = error instanceof UserError || error instanceof ToolError ? error.place : void 0;
  const words2 = isOver ? error.message : errorMessage(error);
  const message3 = kind === "internal" ? `Plimsoll itself failed: ${words2}` : words2;
  return emptyReport({
    error: { kind, message: message3, ...defined({ place: place2 && { ...place2 } }) },
    runs: [ownRun({ id: RUN, ...own })]
  });
}
function emptyReport(parts) {
  return {
    version: 0,
    tool: TOOL,
    verdict: "unable",
    ...parts,
    images: [],
    outcomes: [],
    violations: [],
    advisories: {},
    attachments: [],
    omitted: []
  };
}

// src/stages/start/report-folder.ts
import { basename, dirname as dirname3, join as join8 } from "node:path";

// src/clients/git.ts
import { join as join7, relative as relative3 } from "node:path";

// src/domain/git/environment.ts
var KEPT = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"];
var CONFIGURATION = [
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["safe.bareRepository", "explicit"],
  ["protocol.allow", "never"],
  // An index of ours leaves nothing beside that of the repository.
  ["core.splitIndex", "false"]
];
var VARIABLES = {
  // It goes before `protocol.<name>.allow`, which a repository may have set.
  GIT_ALLOW_PROTOCOL: "",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  // Its words are read, in English.
  LC_ALL: "C",
  LANGUAGE: ""
};
var MOST_DRIVERS_BYTES = 64 * 1024;
function parseDrivers(keys) {
  const drivers = keys.flatMap((key) => /^((?:filter|hook)\..+)\.[^.]+$/s.exec(key)?.[1] ?? []);
  const found = [...new Set(drivers)];
  const bytes7 = found.reduce((sum, driver) => sum + driver.length, 0);
  return bytes7 > MOST_DRIVERS_BYTES ? unable("the configuration of the repository names too many filters") : known(found);
}
function switchedOff(driver) {
  if (driver.startsWith("hook."))
    return [
      [`${driver}.enabled`, "false"],
      [`${driver}.command`, "true"]
    ];
  return [
    ...["clean", "smudge", "process"].map((key) => [`${driver}.${key}`, ""]),
    [`${driver}.required`, "false"]
  ];
}
function gitEnvironment(env, given) {
  const own = [...CONFIGURATION, ...given.drivers.flatMap(switchedOff)];
  const pairs = [...configuredBy(env), ...own];
  const numbered = pairs.flatMap(([key, value], index2) => [
    [`GIT_CONFIG_KEY_${index2}`, key],
    [`GIT_CONFIG_VALUE_${index2}`, value]
  ]);
  const kept = Object.entries(childEnvironment(env)).filter(
    ([name]) => !name.startsWith("GIT_") || KEPT.includes(name)
  );
  return {
    ...Object.fromEntries(kept),
    ...VARIABLES,
    GIT_CONFIG_COUNT: String(pairs.length),
    ...Object.fromEntries(numbered),
    ...defined({ GIT_INDEX_FILE: given.index })
  };
}
function configuredBy(env) {
  const pairs = [];
  const count5 = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  for (let index2 = 0; index2 < count5; index2 += 1) {
    const key = ownProperty(env, `GIT_CONFIG_KEY_${index2}`);
    const value = ownProperty(env, `GIT_CONFIG_VALUE_${index2}`);
    if (key === void 0 || value === void 0) return [];
    pairs.push([key, value]);
  }
  return pairs;
}

// src/clients/tool.ts
function expectSuccess(result, { tool, doing }) {
  if (hasSucceeded(result)) return result;
  throw new ToolError(tool, `${tool} could not ${doing}: ${describeEnding(result)}.`);
}
function hasSucceeded({ ended, exitCode }) {
  return ended === "exit" && exitCode === 0;
}
function describeEnding(result) {
  switch (result.ended) {
    case "missing":
      return "the program is not installed or not on PATH";
    case "deadline":
      return `it was ended after ${Math.round(result.seconds)} seconds`;
    case "stopped":
      return RUN_OVER;
    case "aborted":
      return "it took too long and was given up";
    case "signal":
      return `it was killed${wordsAfter(lastErrorLine(result.stderr))}`;
    case "exit":
      return `exit status ${result.exitCode}${wordsAfter(lastErrorLine(result.stderr))}`;
  }
}
function wordsAfter(words2) {
  return words2 === "" ? "" : `, ${words2}`;
}
function lastErrorLine(stderr) {
  const lines2 = withoutEscapes(stderr).split(/[\r\n]+/).map((line5) => line5.trim()).filter((line5) => line5 !== "");
  const errors = lines2.filter((line5) => /^(ERROR|FATAL|fatal|error)\b/.test(line5));
  const line4 = errors.at(-1) ?? lines2.at(-1) ?? "";
  return truncate(line4.replace(/^(ERROR|error|fatal):\s*/, "").replace(/\.$/, ""), 500);
}

// src/clients/git/run-git.ts
var DEADLINE_SECONDS = 60;
async function runGit(deps, { root, drivers }, { args, index: index2, stdin, encoding }) {
  const result = await deps.exec.run("git", {
    args: ["--no-pager", "--literal-pathspecs", ...args],
    cwd: root,
    onlyEnv: gitEnvironment(deps.workflow.env, {
      drivers,
      ...defined({ index: index2 })
    }),
    deadlineSeconds: DEADLINE_SECONDS,
    ...stdin === void 0 ? {} : { stdin: bytes2(stdin) },
    ...defined({ encoding })
  });
  if (result.truncated) return unable("git says more than is read");
  return hasSucceeded(result) ? known(result.stdout) : unable(reasonOf(result, root));
}
async function* bytes2(text) {
  yield Buffer.from(text);
}
function reasonOf(result, root) {
  if (result.ended === "missing") return "git is not installed or not on PATH";
  if (/dubious ownership|unsafe repository/.test(result.stderr))
    return `git refuses ${root}, which belongs to another user (“dubious ownership”); \`git config --global --add safe.directory ${quoted(root)}\` mends it`;
  return `git could not tell (${describeEnding(result)})`;
}
function quoted(path) {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

// src/clients/git/dirty.ts
import { join as join5 } from "node:path";

// src/domain/git/tree.ts
function parseTree(text) {
  return text.split("\0").flatMap((line4) => {
    const tab = line4.indexOf("	");
    const [mode = "", , sha3 = ""] = line4.slice(0, tab).split(" ");
    return tab === -1 ? [] : [{ mode, sha: sha3, bytes: line4.slice(tab + 1) }];
  });
}
function splitPath(path) {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? ["", path] : [path.slice(0, slash), path.slice(slash + 1)];
}
function byFolder(entries, pathOf) {
  const folders = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const [folder2] = splitPath(pathOf(entry));
    const there = folders.get(folder2);
    if (there === void 0) folders.set(folder2, [entry]);
    else there.push(entry);
  }
  return folders;
}

// src/clients/git/compare.ts
import { join as join4, normalize, relative, resolve } from "node:path";

// src/clients/git/attributes.ts
import { join as join2 } from "node:path";

// src/domain/git/attributes.ts
var ATTRIBUTES = ["text", "crlf", "eol", "ident", "working-tree-encoding", "filter"];
function parseAttributes(text) {
  const parts = text.split("\0");
  const found = /* @__PURE__ */ new Map();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = "", name = "", value = ""] = parts.slice(at, at + 3);
    const of2 = found.get(path) ?? /* @__PURE__ */ new Map();
    found.set(path, of2);
    if (value !== "unspecified") of2.set(name, value);
  }
  return found;
}
function toConversion(attributes, autocrlf) {
  const of2 = (name) => {
    const value = attributes.get(name);
    return value === "unset" || value === "" ? void 0 : value;
  };
  const filter = of2("filter");
  if (filter !== void 0 && filter !== "lfs")
    return unknown(`the filter ${filter} changes it, and Plimsoll runs no filter`);
  for (const name of ["ident", "working-tree-encoding"])
    if (of2(name) !== void 0) return unknown(`the attribute ${name} changes it`);
  const text = attributes.get("text") ?? attributes.get("crlf");
  if (text === "unset") return { kind: "none" };
  if (text === "auto") return { kind: "text-lines" };
  if (text !== void 0 || of2("eol") !== void 0) return { kind: "lines" };
  return { kind: ["true", "input"].includes(autocrlf) ? "text-lines" : "none" };
}
function unknown(reason) {
  return { kind: "unknown", reason };
}
function withLineFeeds(bytes7, kind) {
  const text = Buffer.from(bytes7).toString("latin1");
  const lines2 = text.replaceAll("\r\n", "\n");
  return kind === "lines" || !/[\0\r]/.test(lines2) ? Buffer.from(lines2, "latin1") : void 0;
}

// src/clients/git/blob.ts
import { createHash as createHash4 } from "node:crypto";
import { join } from "node:path";

// src/clients/git/tree.ts
import { createHash as createHash3 } from "node:crypto";
async function readTree(deps, git, commit) {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return unable(`${commit} names no commit`);
  const ask2 = (args) => runGit(deps, git, { args, encoding: "latin1" });
  const object = await ask2(["cat-file", "commit", commit]);
  if (!isKnown(object)) return object;
  const root = /^tree ([0-9a-f]+)\n/.exec(object.value)?.[1];
  if (objectName("commit", object.value, commit) !== commit || root === void 0)
    return damaged(commit);
  const listed = await ask2(["ls-tree", "-r", "-t", "-z", "--full-tree", root]);
  if (!isKnown(listed)) return listed;
  const entries = parseTree(listed.value);
  const wrong = firstWrong(entries, root);
  return wrong === void 0 ? known(entries) : damaged(wrong);
}
function damaged(name) {
  return unable(`object ${name} in .git does not hold what its name says`);
}
function firstWrong(entries, root) {
  const children = byFolder(entries, ({ bytes: bytes7 }) => bytes7);
  const folders = entries.filter(({ mode }) => mode === "040000");
  const expected = [["", root], ...folders.map(({ bytes: bytes7, sha: sha3 }) => [bytes7, sha3])];
  return expected.find(
    ([folder2, sha3]) => objectName("tree", treeText(children.get(folder2) ?? []), sha3) !== sha3
  )?.[1];
}
function treeText(entries) {
  return entries.map(({ mode, sha: sha3, bytes: bytes7 }) => {
    const name = splitPath(bytes7)[1];
    return `${mode.replace(/^0/, "")} ${name}\0${Buffer.from(sha3, "hex").toString("latin1")}`;
  }).join("");
}
function objectHash(object, like) {
  const hash2 = createHash3(like.length === 64 ? "sha256" : "sha1");
  return hash2.update(`${object.kind} ${object.bytes}\0`);
}
function objectName(kind, text, like) {
  return objectHash({ kind, bytes: text.length }, like).update(text, "latin1").digest("hex");
}

// src/clients/git/blob.ts
async function hashesTo({ files }, file) {
  const path = join(file.root, file.path);
  const stat = await files.stat(path);
  if (stat?.kind === "link") return isBlob(Buffer.from(await files.readLink(path)), file.sha);
  if (stat?.kind !== "file") return false;
  const hash2 = objectHash({ kind: "blob", bytes: stat.bytes }, file.sha);
  return await digestOf(hash2, { ...file, bytes: stat.bytes }, files) === file.sha;
}
function isBlob(bytes7, sha3) {
  return objectHash({ kind: "blob", bytes: bytes7.length }, sha3).update(bytes7).digest("hex") === sha3;
}
async function hasPointer({ files }, file) {
  const { bytes: bytes7 = 0 } = await files.stat(join(file.root, file.path)) ?? {};
  const oid = await digestOf(createHash4("sha256"), { ...file, bytes: bytes7 }, files);
  const pointer = `version https://git-lfs.github.com/spec/v1
oid sha256:${oid}
size ${bytes7}
`;
  return isBlob(Buffer.from(pointer), file.sha);
}
async function digestOf(hash2, { root, path, bytes: bytes7 }, files) {
  const named = { name: path, within: [root], maxBytes: bytes7 };
  for await (const piece of files.streamNamed(join(root, path), named)) hash2.update(piece);
  return hash2.digest("hex");
}

// src/clients/git/attributes.ts
var LARGEST_TEXT = 64 * 1024 * 1024;
async function settle(deps, of2, suspects) {
  const { root } = of2.git;
  const changed = [];
  const unknown2 = [];
  const rest = [];
  for (const suspect of suspects)
    if (!await hasPointer(deps, { root, ...suspect })) rest.push(suspect);
  const found = await conversionsOf(deps, of2, rest);
  for (const { path, sha: sha3 } of rest) {
    const how = isKnown(found) ? found.value(path) : { kind: "unknown", reason: found.unable };
    if (how.kind === "unknown") unknown2.push({ path, reason: how.reason });
    else if (how.kind === "none" || !await hasLines(deps, { root, path, sha: sha3 }, how.kind))
      changed.push(path);
  }
  return { changed, unknown: unknown2 };
}
async function conversionsOf(deps, { git, commit }, suspects) {
  if (suspects.length === 0) return known(() => ({ kind: "none" }));
  const folder2 = await deps.files.makeTemporary("plimsoll-index", "run");
  const index2 = join2(folder2, "index");
  const filled = await runGit(deps, git, { args: ["read-tree", commit], index: index2 });
  if (!isKnown(filled)) return filled;
  const asked = await runGit(deps, git, {
    args: ["check-attr", "--cached", "-z", "--stdin", ...ATTRIBUTES],
    index: index2,
    stdin: suspects.map(({ path }) => `${path}\0`).join("")
  });
  if (!isKnown(asked)) return asked;
  const attributes = parseAttributes(asked.value);
  const setting = await runGit(deps, git, { args: ["config", "--get", "core.autocrlf"] });
  const autocrlf = isKnown(setting) ? setting.value.trim() : "";
  return known((path) => toConversion(attributes.get(path) ?? /* @__PURE__ */ new Map(), autocrlf));
}
async function hasLines({ files }, { root, path, sha: sha3 }, kind) {
  const named = { name: path, within: [root], maxBytes: LARGEST_TEXT };
  try {
    const lines2 = withLineFeeds(await files.readNamed(join2(root, path), named), kind);
    return lines2 !== void 0 && isBlob(lines2, sha3);
  } catch (error) {
    if (error instanceof RefusedFile) return false;
    throw error;
  }
}

// src/clients/git/repository.ts
import { dirname, join as join3 } from "node:path";
async function findRepository(deps, folder2) {
  const start = await realPath(deps, folder2);
  const top = await highest2(deps);
  if (start === void 0) return nowhere(`there is no folder ${folder2}`);
  if (top !== void 0 && !isInside(start, top))
    return nowhere(`${folder2} is not in the workspace ${top}`);
  for (let root = start; ; root = dirname(root)) {
    if (await isThere(deps, join3(root, ".git"))) return { root, git: await repositoryAt(deps, root) };
    if (root === dirname(root) || root === top)
      return nowhere(`${folder2} is in no checkout of git: there is no .git there or above`);
  }
}
async function findRoot(deps, folder2) {
  const { root, git } = await findRepository(deps, folder2);
  if (root !== void 0) return { root, ...isKnown(git) ? {} : { mute: { reason: git.unable } } };
  const [start, top] = await Promise.all([realPath(deps, folder2), highest2(deps)]);
  const isBelow = start !== void 0 && top !== void 0 && isInside(start, top);
  return { root: isBelow ? top : folder2 };
}
async function repositoryAt(deps, root) {
  const bare = { root, drivers: [] };
  const [top, store] = await Promise.all([
    whereIs(deps, bare, "--show-toplevel"),
    whereIs(deps, bare, "--absolute-git-dir")
  ]);
  if (!isKnown(top)) return top;
  if (top.value !== root || !isKnown(store) || store.value === root)
    return unable(`${join3(root, ".git")} is not that of a work tree in ${root}`);
  const keys = await runGit(deps, bare, { args: ["config", "--list", "--name-only", "-z"] });
  if (!isKnown(keys)) return keys;
  return mapKnown(parseDrivers(keys.value.split("\0")), (drivers) => ({ root, drivers }));
}
async function whereIs(deps, git, what) {
  const path = await runGit(deps, git, { args: ["rev-parse", what] });
  return isKnown(path) ? known(await realPath(deps, path.value.replace(/\n$/, ""))) : path;
}
function nowhere(reason) {
  return { root: void 0, git: unable(reason) };
}
async function highest2({
  workflow,
  files
}) {
  const workspace = workflow.env["GITHUB_WORKSPACE"] ?? "";
  return workflow.invocation === "action" && workspace !== "" ? await realPath({ files }, workspace) ?? workspace : void 0;
}
async function isThere({ files }, path) {
  try {
    return await files.stat(path) !== void 0;
  } catch {
    return false;
  }
}
async function realPath({ files }, path) {
  try {
    return await files.realPath(path);
  } catch {
    return void 0;
  }
}

// src/clients/git/compare.ts
var MOST_LINKS = 40;
var MOST_UNTRACKED = 1e5;
async function compareWorkTree(deps, { root, commit, paths }) {
  const git = await repositoryAt(deps, root);
  if (!isKnown(git)) return git;
  const tree = await readTree(deps, git.value, commit);
  if (!isKnown(tree)) return tree;
  const entries = tree.value.map((entry) => ({ ...entry, path: decoded2(entry.bytes) }));
  const comparing = {
    deps,
    root,
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    children: byFolder(entries, ({ path }) => path),
    changed: /* @__PURE__ */ new Set(),
    untracked: /* @__PURE__ */ new Set(),
    unknown: /* @__PURE__ */ new Map(),
    suspects: /* @__PURE__ */ new Map()
  };
  for (const path of paths) await follow(comparing, path, 0);
  const settled = await settle(deps, { git: git.value, commit }, [...comparing.suspects.values()]);
  return known({
    changed: [...comparing.changed, ...settled.changed].sort(),
    untracked: [...comparing.untracked].sort(),
    unknown: [
      ...[...comparing.unknown].map(([path, reason]) => ({ path, reason })),
      ...settled.unknown
    ]
  });
}
function decoded2(bytes7) {
  return Buffer.from(bytes7, "latin1").toString("utf8");
}
async function follow(comparing, asked, links) {
  const { deps, root, entries, unknown: unknown2 } = comparing;
  const path = normalize(asked).replace(/\/$/, "");
  if (path === ".." || path.startsWith("../") || path.startsWith("/") || links > MOST_LINKS) {
    unknown2.set(asked, "it leads out of the repository");
    return;
  }
  const parts = path === "." ? [] : path.split("/");
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const here = parts.slice(0, depth).join("/");
    const rest = parts.slice(depth).join("/");
    if ((await deps.files.stat(join4(root, here)))?.kind === "link") {
      await compareAt(comparing, here);
      const target = resolve(
        join4(root, splitPath(here)[0]),
        await deps.files.readLink(join4(root, here))
      );
      return follow(comparing, relative(root, join4(target, rest)) || ".", links + 1);
    }
    const entry = entries.get(here);
    if (entry?.mode === "160000") return compareSubmodule(comparing, entry, rest || ".");
  }
  await compareAt(comparing, parts.join("/"));
}
async function compareAt(comparing, path) {
  const { deps, root, entries, changed, unknown: unknown2 } = comparing;
  const entry = entries.get(path);
  const stat = await deps.files.stat(join4(root, path));
  if (path === "" || entry?.mode === "040000") {
    if (stat === void 0 || stat.kind === "folder") return compareFolder(comparing, path);
    changed.add(path);
    return;
  }
  if (entry === void 0) return addUntracked(comparing, path);
  if (path.includes("�") && Buffer.from(path).toString("latin1") !== entry.bytes)
    unknown2.set(path, "its name is not UTF-8");
  else if (entry.mode === "160000") await compareSubmodule(comparing, entry, ".");
  else if (stat === void 0 || !isOfKind(stat, entry)) changed.add(path);
  else await compareContent(comparing, entry);
}
async function compareFolder(comparing, folder2) {
  const { deps, root, children } = comparing;
  const there = await deps.files.list(join4(root, folder2));
  const tracked = (children.get(folder2) ?? []).map(({ path }) => splitPath(path)[1]);
  for (const name of /* @__PURE__ */ new Set([...tracked, ...there]))
    if (folder2 !== "" || name !== ".git")
      await compareAt(comparing, folder2 === "" ? name : `${folder2}/${name}`);
}
function isOfKind({ kind, mode }, entry) {
  if (entry.mode === "120000") return kind === "link";
  return kind === "file" && (mode & 64) !== 0 === (entry.mode === "100755");
}
async function compareContent(comparing, entry) {
  const { deps, root, suspects, unknown: unknown2, changed } = comparing;
  const { path, sha: sha3 } = entry;
  try {
    if (await hashesTo(deps, { root, path, sha: sha3 })) return;
  } catch {
    unknown2.set(path, "it cannot be read");
    return;
  }
  if (entry.mode === "120000") changed.add(path);
  else suspects.set(path, { path, sha: sha3 });
}
async function addUntracked(comparing, path) {
  const { deps, root, untracked, unknown: unknown2 } = comparing;
  const stat = await deps.files.stat(join4(root, path));
  if (stat === void 0) return;
  if (untracked.size >= MOST_UNTRACKED) {
    unknown2.set(path, `it is one of more than ${MOST_UNTRACKED} files that are not in the commit`);
    return;
  }
  if (stat.kind !== "folder") {
    untracked.add(path);
    return;
  }
  for (const name of await deps.files.list(join4(root, path)))
    await addUntracked(comparing, `${path}/${name}`);
}
async function compareSubmodule(comparing, entry, inside) {
  const { deps, root, changed, untracked, unknown: unknown2 } = comparing;
  const folder2 = join4(root, entry.path);
  const kind = (await deps.files.stat(folder2))?.kind;
  if (kind === void 0) return;
  if (kind !== "folder") {
    changed.add(entry.path);
    return;
  }
  if ((await deps.files.list(folder2)).length === 0) return;
  const inner = await compareWorkTree(deps, { root: folder2, commit: entry.sha, paths: [inside] });
  if (!isKnown(inner)) {
    unknown2.set(entry.path, inner.unable);
    return;
  }
  const here = (path) => `${entry.path}/${path}`;
  for (const path of inner.value.changed) changed.add(here(path));
  for (const path of inner.value.untracked) untracked.add(here(path));
  for (const { path, reason } of inner.value.unknown) unknown2.set(here(path), reason);
}

// src/clients/git/dirty.ts
async function dirtyIn(deps, git) {
  const head = await headOf(deps, git);
  if (!isKnown(head)) return head;
  const args = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=no"];
  const status = await runGit(deps, git, { args: [...args, "--ignore-submodules=all"] });
  if (!isKnown(status)) return status;
  const paths = status.value.split("\0").flatMap((line4) => line4 === "" ? [] : [line4.slice(3)]);
  if (paths.length === 0) return dirtySubmodule(deps, git);
  const compared = await compareWorkTree(deps, { root: git.root, commit: head.value, paths });
  if (!isKnown(compared)) return compared;
  const { changed, unknown: unknown2 } = compared.value;
  const [doubtful] = unknown2;
  if (changed[0] !== void 0) return known(changed[0]);
  return doubtful === void 0 ? dirtySubmodule(deps, git) : unable(`whether ${doubtful.path} was changed is not known, ${doubtful.reason}`);
}
async function headOf(deps, git) {
  const head = await runGit(deps, git, { args: ["rev-parse", "--verify", "HEAD"] });
  return isKnown(head) ? known(head.value.trim()) : head;
}
async function dirtySubmodule(deps, git) {
  const tree = await runGit(deps, git, { args: ["ls-tree", "-r", "-z", "HEAD"] });
  if (!isKnown(tree)) return tree;
  for (const { mode, sha: sha3, bytes: path } of parseTree(tree.value)) {
    if (mode !== "160000") continue;
    const folder2 = join5(git.root, path);
    if ((await deps.files.list(folder2)).length === 0) continue;
    const inner = await repositoryAt(deps, folder2);
    if (!isKnown(inner)) return inner;
    const head = await headOf(deps, inner.value);
    if (!isKnown(head)) return head;
    if (head.value !== sha3) return known(path);
    const dirty = await dirtyIn(deps, inner.value);
    if (!isKnown(dirty)) return dirty;
    if (dirty.value !== void 0) return known(`${path}/${dirty.value}`);
  }
  return known(void 0);
}

// src/clients/git/indexed.ts
import { join as join6, resolve as resolve2 } from "node:path";

// src/domain/git/index-file.ts
var HEADER_BYTES = 12;
var STAT_BYTES = 40;
var MODE_AT = 24;
var EXTENDED = 16384;
var SPARSE_FOLDER = 16384;
var MODES = /* @__PURE__ */ new Set([SPARSE_FOLDER, 33188, 33261, 40960, 57344]);
var NAME_BYTES = [20, 32];
function parseIndex(bytes7) {
  const version = bytes7.length < HEADER_BYTES ? 0 : bytes7.readUInt32BE(4);
  if (bytes7.toString("latin1", 0, 4) !== "DIRC" || version < 2 || version > 4)
    return unable("its index is of a form that is not known");
  for (const nameBytes of NAME_BYTES) {
    const found = pathsOf(bytes7, version, nameBytes);
    if (found !== void 0) return found;
  }
  return unable("its index is damaged");
}
function pathsOf(bytes7, version, nameBytes) {
  const paths = /* @__PURE__ */ new Set();
  let at = HEADER_BYTES;
  let last2 = "";
  for (let left = bytes7.readUInt32BE(8); left > 0; left -= 1) {
    const entry = entryAt(bytes7, at, { version, nameBytes, last: last2 });
    if (entry === void 0) return void 0;
    if (entry.mode !== SPARSE_FOLDER) paths.add(Buffer.from(entry.path, "latin1").toString());
    last2 = entry.path;
    at = entry.end;
  }
  const extensions = extensionsFrom(bytes7, at, bytes7.length - nameBytes);
  if (extensions?.includes("link") === true) return unable("its index is a split one");
  return extensions === void 0 ? void 0 : known([...paths]);
}
function entryAt(bytes7, start, form) {
  const flagsAt = start + STAT_BYTES + form.nameBytes;
  if (flagsAt + 4 > bytes7.length) return void 0;
  const mode = bytes7.readUInt32BE(start + MODE_AT);
  if (!MODES.has(mode)) return void 0;
  const isExtended = (bytes7.readUInt16BE(flagsAt) & EXTENDED) !== 0;
  let from = flagsAt + (isExtended ? 4 : 2);
  let kept = "";
  if (form.version === 4) {
    const dropped = offsetAt(bytes7, from);
    kept = form.last.slice(0, Math.max(0, form.last.length - dropped.value));
    from = dropped.end;
  }
  const nul = bytes7.indexOf(0, from);
  if (nul < 0) return void 0;
  const path = kept + bytes7.toString("latin1", from, nul);
  const length = form.version === 4 ? nul + 1 - start : 8 * Math.ceil((nul + 1 - start) / 8);
  return { mode, path, end: start + length };
}
function offsetAt(bytes7, start) {
  let end = start;
  let byte = bytes7[end] ?? 0;
  let value = byte & 127;
  while ((byte & 128) !== 0) {
    end += 1;
    byte = bytes7[end] ?? 0;
    value = (value + 1) * 128 + (byte & 127);
  }
  return { value, end: end + 1 };
}
function extensionsFrom(bytes7, start, end) {
  const names = [];
  let at = start;
  while (at + 8 <= end) {
    names.push(bytes7.toString("latin1", at, at + 4));
    at += 8 + bytes7.readUInt32BE(at + 4);
  }
  return at === end ? names : void 0;
}

// src/clients/git/indexed.ts
var LARGEST_INDEX = 256 * 1024 * 1024;
var LARGEST_LINK = 64 * 1024;
async function indexedFiles(deps, root) {
  try {
    const store = await storeOf(deps, join6(root, ".git"));
    const path = join6(store, "index");
    const named = { name: path, maxBytes: LARGEST_INDEX };
    return parseIndex(Buffer.from(await deps.files.readNamed(path, named)));
  } catch {
    return unable(`the index of ${join6(root, ".git")} cannot be read`);
  }
}
async function storeOf({ files }, path) {
  if ((await files.stat(path))?.kind !== "file") return path;
  const bytes7 = await files.readNamed(path, { name: path, maxBytes: LARGEST_LINK });
  const [, store = ""] = /^gitdir: ([^\n]*)/.exec(Buffer.from(bytes7).toString()) ?? [];
  return resolve2(join6(path, ".."), store);
}

// src/clients/git/checkout.ts
import { dirname as dirname2, relative as relative2 } from "node:path";
async function findCheckout(deps, folder2) {
  const { git } = await findRepository(deps, folder2);
  if (!isKnown(git)) return git;
  const { root } = git.value;
  const around = await findRepository(deps, dirname2(root));
  if (isKnown(around.git) && await records(deps, around.git.value, root))
    return findCheckout(deps, around.git.value.root);
  const head = await runGit(deps, git.value, { args: ["rev-parse", "--verify", "HEAD"] });
  return isKnown(head) ? known({ root, commit: head.value.trim() }) : head;
}
async function records(deps, git, folder2) {
  const args = ["ls-tree", "HEAD", "--", relative2(git.root, folder2)];
  const entry = await runGit(deps, git, { args });
  return isKnown(entry) && entry.value.startsWith("160000 ");
}

// src/clients/git.ts
async function ask(deps, cwd, question) {
  const { git } = await findRepository(deps, cwd);
  return isKnown(git) ? runGit(deps, git.value, question) : git;
}
async function findHead(deps, cwd) {
  const head = await ask(deps, cwd, { args: ["rev-parse", "--verify", "HEAD"] });
  return mapKnown(head, (sha3) => sha3.trim());
}
async function findParents(deps, cwd) {
  const commit = await ask(deps, cwd, { args: ["cat-file", "commit", "HEAD"] });
  const [head = ""] = isKnown(commit) ? commit.value.split("\n\n") : [];
  return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].flatMap(([, sha3]) => sha3 ?? []);
}
async function listFiles(deps, cwd) {
  const { root, git } = await findRepository(deps, cwd);
  if (root === void 0) return isKnown(git) ? unable("it has no root") : git;
  const folder2 = relative3(root, await deps.files.realPath(cwd));
  const listed = isKnown(git) ? await listedBy(deps, git.value, folder2) : await indexedFiles(deps, root);
  const start = folder2 === "" ? "" : `${folder2}/`;
  return mapKnown(
    listed,
    (paths) => paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  );
}
async function listedBy(deps, git, folder2) {
  const below = folder2 === "" ? [] : ["--", folder2];
  const listed = await runGit(deps, git, { args: ["ls-files", "-z", "--cached", ...below] });
  return mapKnown(listed, (text) => text.split("\0").filter((path) => path !== ""));
}
async function listSubmodules(deps, cwd) {
  const { root, git } = await findRepository(deps, cwd);
  if (root === void 0 || !isKnown(git)) return [];
  const isAny = await deps.files.stat(join7(root, ".gitmodules")) !== void 0;
  const folder2 = relative3(root, await deps.files.realPath(cwd));
  const below = folder2 === "" ? [] : ["--", folder2];
  const listed = isAny ? await runGit(deps, git.value, { args: ["ls-files", "-z", "--stage", ...below] }) : known("");
  const entries = isKnown(listed) ? listed.value.split("\0") : [];
  return entries.flatMap((entry) => {
    const path = /^160000 [0-9a-f]+ \d\t(.+)$/s.exec(entry)?.[1];
    return path === void 0 ? [] : [relative3(folder2, path)];
  });
}
async function findDirty(deps, cwd) {
  const { git } = await findRepository(deps, cwd);
  return isKnown(git) ? dirtyIn(deps, git.value) : git;
}

// src/domain/policy/verdict.ts
var verdictSchema = external_exports.enum(["pass", "fail", "unable"]);
function worst(verdicts) {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("unable") ? "unable" : "pass";
}

// src/domain/report/advisory-schema.ts
var advisorySchema = external_exports.strictObject({
  title: external_exports.string(),
  score: external_exports.number().optional(),
  url: external_exports.string().optional(),
  text: external_exports.string().optional(),
  source: external_exports.string().optional().describe("Who gave severity and score"),
  vector: external_exports.string().optional().describe("CVSS, of the score"),
  references: external_exports.array(external_exports.string()).optional()
});

// src/domain/report/place-schema.ts
var line = external_exports.int().positive();
var placeSchema = external_exports.strictObject({ file: external_exports.string(), startLine: line.optional(), endLine: line.optional() }).describe("A place in the repository; lines count from 1");

// src/domain/report/comparison-schema.ts
var bytes3 = external_exports.int().nonnegative();
var count = external_exports.int().nonnegative();
var difference = external_exports.strictObject({ before: bytes3, after: bytes3 });
var cause = external_exports.enum(CAUSES).describe(
  "this change: its text, arguments or files differ; base image: a reference leads elsewhere; drift: all the same, and another result; unknown: no provenance"
);
var layerSchema = external_exports.strictObject({
  change: external_exports.enum(CHANGES),
  cause,
  base: external_exports.boolean(),
  unpacked: difference,
  download: difference,
  instruction: external_exports.string().optional(),
  place: placeSchema.optional()
});
var pathSchema = external_exports.strictObject({
  name: external_exports.string().describe("A path, or a package with all its files"),
  kind: external_exports.enum(["file", "package"]),
  change: external_exports.enum(CHANGES),
  before: bytes3,
  after: bytes3,
  cause
});
var packageSchema = external_exports.strictObject({
  name: external_exports.string(),
  purl: external_exports.string().optional(),
  change: external_exports.enum(PACKAGE_CHANGES),
  before: external_exports.string().optional(),
  after: external_exports.string().optional(),
  cause
});
var findingSchema = external_exports.strictObject({
  identity: external_exports.string(),
  id: external_exports.string(),
  package: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  fixed: external_exports.string().optional(),
  upgrade: external_exports.string().optional().describe("As in the image’s own list; absent: `fixed`"),
  cause
});
var missSchema = external_exports.strictObject({
  reason: external_exports.string(),
  followers: count.describe("Steps that were run again only because this one was"),
  instruction: external_exports.string().optional(),
  place: placeSchema.optional()
});
var comparisonSchema = external_exports.discriminatedUnion("state", [
  external_exports.strictObject({ state: external_exports.literal("new") }),
  external_exports.strictObject({
    state: external_exports.literal("compared"),
    unpacked: difference,
    download: difference,
    causes: external_exports.array(external_exports.strictObject({ cause, unpackedBytes: external_exports.int(), downloadBytes: external_exports.int() })).describe("They sum to the differences above, to the byte"),
    layers: external_exports.array(layerSchema).describe("By step; largest difference first"),
    bases: external_exports.array(external_exports.strictObject({ reference: external_exports.string(), before: external_exports.string(), after: external_exports.string() })),
    paths: external_exports.array(pathSchema).optional().describe("Absent: a list of files is not there"),
    packages: external_exports.array(packageSchema).optional().describe("Absent: one of them was not scanned"),
    findings: external_exports.strictObject({ new: external_exports.array(findingSchema), fixed: external_exports.array(findingSchema), still: count }).optional().describe("Both judged with the same database; absent: the baseline was not scanned again"),
    violations: external_exports.record(external_exports.string(), count).optional().describe("How many of each rule the baseline had; absent: not known")
  })
]);

// src/domain/image/tools.ts
var TOOL_KINDS = ["compiler", "package manager", "cache", "headers", "shell"];
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
function toolAtPath(path) {
  const cache = cacheAtPath(path);
  if (cache !== void 0) return { kind: "cache", name: cache.name };
  for (const [kind, name, pattern] of TOOLS) if (pattern.test(path)) return { kind, name };
  return void 0;
}

// src/domain/report/contents-schema.ts
var bytes4 = external_exports.int().nonnegative();
var count2 = external_exports.int().nonnegative();
var byFields = { base: external_exports.boolean().optional(), place: placeSchema.optional() };
var shareSchema = external_exports.strictObject({ path: external_exports.string(), bytes: bytes4, ...byFields });
var wasteSchema = external_exports.strictObject({
  kind: external_exports.enum(WASTE_KINDS),
  path: external_exports.string().describe("A file, or the folder that they all lie in"),
  bytes: bytes4,
  files: count2,
  made: external_exports.strictObject(byFields).describe("The step that brought them"),
  killed: external_exports.strictObject(byFields).describe("The step that removed or overwrote them")
});
var toolSchema = external_exports.strictObject({
  kind: external_exports.enum(TOOL_KINDS),
  name: external_exports.string(),
  bytes: bytes4,
  files: count2,
  ...byFields
});
var contextSchema = external_exports.strictObject({
  bytes: bytes4,
  files: count2,
  folder: external_exports.strictObject({ bytes: bytes4, files: count2 }).optional().describe("What the ignore files let through, where this build asks for less"),
  named: external_exports.array(external_exports.strictObject({ name: external_exports.string(), path: external_exports.string(), bytes: bytes4, files: count2 })).describe("Further contexts of the definition; counted in bytes and files"),
  ignoreFile: external_exports.string().optional(),
  unusedIgnoreFiles: external_exports.array(external_exports.string()).describe("There, and read by nobody"),
  biggestFolders: external_exports.array(external_exports.strictObject({ path: external_exports.string(), bytes: bytes4 })),
  unwanted: external_exports.array(
    external_exports.strictObject({
      kind: external_exports.enum(UNWANTED_KINDS),
      path: external_exports.string(),
      bytes: bytes4,
      files: count2,
      line: external_exports.string().describe("What to write into the ignore file")
    })
  )
});
var contentFields = {
  context: contextSchema.optional().describe("What the build context sends"),
  inUseBytes: bytes4.optional().describe("Of regular files in the final tree, an inode once"),
  wasteBytes: bytes4.optional().describe("Unpacked and not in use"),
  waste: external_exports.array(wasteSchema).optional(),
  tools: external_exports.array(toolSchema).optional(),
  biggest: external_exports.strictObject({ files: external_exports.array(shareSchema), folders: external_exports.array(shareSchema) }).optional().describe("In the final tree"),
  privileged: external_exports.array(shareSchema.extend({ mode: external_exports.int() })).optional().describe("Executables with setuid or setgid")
};

// src/domain/report/finding-schema.ts
var memberSchema = external_exports.strictObject({
  package: external_exports.string(),
  version: external_exports.string(),
  purl: external_exports.string().optional(),
  fixedVersion: external_exports.string().optional(),
  diffId: external_exports.string().optional(),
  path: external_exports.string().optional(),
  vex: external_exports.strictObject({ status: external_exports.string(), reason: external_exports.string().optional() }).optional().describe("What a VEX document answered: it is not judged")
});
var suppressionSchema = external_exports.strictObject({
  by: external_exports.enum(["waiver", "trivyignore", "vex"]),
  reason: external_exports.string().optional(),
  expires: external_exports.string().optional()
});
var findingSchema2 = external_exports.strictObject({
  identity: external_exports.string(),
  id: external_exports.string(),
  package: external_exports.string(),
  purl: external_exports.string().optional(),
  severity: external_exports.enum(SEVERITIES),
  status: external_exports.enum(STATUSES),
  fixed: external_exports.string().optional().describe("The lowest fixed version; absent: no fix"),
  upgrade: external_exports.string().optional().describe("The version of the package that mends all that is judged of it; absent: `fixed`"),
  published: external_exports.iso.date().optional().describe("First day of the advisory"),
  base: external_exports.boolean().optional(),
  cause: external_exports.enum(CAUSES).optional().describe("Of a finding that the baseline does not have"),
  places: external_exports.array(placeSchema),
  suppressed: suppressionSchema.optional(),
  members: external_exports.array(memberSchema)
});
var secretSchema = external_exports.strictObject({
  rule: external_exports.string(),
  title: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  where: external_exports.enum(["environment", "history", "config", "file"]),
  variable: external_exports.string().optional(),
  path: external_exports.string().optional(),
  line: external_exports.int().positive().optional().describe("In the image’s file, where it begins"),
  nth: external_exports.int().min(2).optional().describe("There are others of its rule in the same place, before it"),
  base: external_exports.boolean().optional(),
  place: placeSchema.optional(),
  suppressed: suppressionSchema.optional()
});

// src/domain/report/sarif-schema.ts
var count3 = external_exports.int().nonnegative();
var sarifSchema = external_exports.strictObject({
  results: count3,
  accepted: count3.describe("Waived or ignored: in the file beside the report, not uploaded"),
  belowSeverity: count3.describe("Less severe than the input sarif-severity"),
  leftOut: count3.describe("More than GitHub keeps; the least severe ones"),
  withoutPlace: count3.describe("Of no file in the repository"),
  upload: external_exports.enum(["processed", "pending", "refused", "not-asked"]).describe("What became of it in code scanning; pending: GitHub had not answered in time")
}).describe("What code scanning is told of the image");

// src/domain/report/scanner-schema.ts
var scannerSchema = external_exports.strictObject({
  verified: external_exports.boolean().describe("Its digest, or its archive's, was known beforehand"),
  confined: external_exports.boolean().describe("It ran in a container without a network"),
  memoryBytes: external_exports.int().nonnegative().optional().describe("The most that the container gave it")
}).describe("How Trivy came and ran");
var databaseSchema = external_exports.strictObject({
  updatedAt: external_exports.string().optional(),
  nextUpdate: external_exports.string().optional(),
  digest: external_exports.string().optional().describe("Of its manifest; absent for a folder that was given"),
  from: external_exports.string().optional().describe("The repository, or the input that named a folder")
}).describe("The vulnerability database");

// src/domain/report/schema.ts
var bytes5 = external_exports.int().nonnegative();
var count4 = external_exports.int().nonnegative();
var seconds = external_exports.number().nonnegative();
var line2 = external_exports.int().positive();
var noticeSchema = external_exports.strictObject({ from: external_exports.string(), message: external_exports.string() });
var runSchema = external_exports.strictObject({
  id: external_exports.string(),
  job: external_exports.string().optional(),
  workflow: workflowSchema.optional(),
  startedAt: external_exports.iso.datetime(),
  seconds,
  commit: external_exports.string().regex(/^[0-9a-f]{40,64}$/).optional().describe("That was checked out and built; absent: it is not known"),
  request: external_exports.record(external_exports.string(), external_exports.union([external_exports.string(), external_exports.boolean(), external_exports.array(external_exports.string())])).describe("An allow-list of what was asked"),
  buildSeconds: seconds.optional().describe("Of all images together, without cache import and export and image export"),
  builder: external_exports.strictObject({ name: external_exports.string(), driver: external_exports.string(), buildkit: external_exports.string().optional() }).optional(),
  buildCache: external_exports.strictObject({ kind: external_exports.string(), importSeconds: seconds, exportSeconds: seconds.optional() }).optional().describe("Seconds of taking steps from it, and of leaving them there; absent: none was used"),
  tools: external_exports.record(external_exports.string(), external_exports.string()).describe("Versions by name: plimsoll, docker, buildx, trivy"),
  scanner: scannerSchema.optional(),
  database: databaseSchema.optional(),
  baseline: external_exports.strictObject({
    madeAt: external_exports.iso.datetime(),
    commit: external_exports.string().optional(),
    commitsBack: count4.optional().describe("From the commit that was looked for; absent: none")
  }).optional().describe("The run that this one is compared with"),
  failure: external_exports.strictObject({
    message: external_exports.string(),
    step: external_exports.string().optional(),
    place: placeSchema.optional(),
    output: external_exports.array(external_exports.string()).describe("The last lines of the failing step")
  }).optional().describe("Why the build failed"),
  notices: external_exports.array(noticeSchema),
  uncompared: external_exports.array(external_exports.string()).optional().describe("Sentences: what of the policy was compared with nothing, and why")
});
var userSchema = external_exports.strictObject({
  declared: external_exports.string(),
  uid: count4.optional(),
  gid: count4.optional(),
  isRoot: external_exports.boolean()
});
var healthcheckSchema = external_exports.strictObject({
  declared: external_exports.boolean(),
  test: external_exports.array(external_exports.string()).optional(),
  status: external_exports.enum(["healthy", "unhealthy", "starting", "exited"]).optional().describe("Of the image when it was started; absent: it was not"),
  seconds: seconds.optional().describe("From its start until that was known")
});
var layerSchema2 = external_exports.strictObject({
  digest: external_exports.string(),
  diffId: external_exports.string(),
  unpackedBytes: bytes5,
  downloadBytes: bytes5,
  base: external_exports.boolean().optional(),
  instruction: external_exports.string().optional(),
  file: external_exports.string().optional(),
  startLine: line2.optional(),
  endLine: line2.optional()
});
var packageSchema2 = external_exports.strictObject({
  name: external_exports.string(),
  version: external_exports.string(),
  purl: external_exports.string().optional(),
  base: external_exports.boolean().optional()
});
var buildSchema = external_exports.strictObject({
  seconds: seconds.describe(
    "Of the longest chain of steps that lead to it, shared ones too, without cache import and export and image export"
  ),
  exportSeconds: seconds.describe("Of all images of the run"),
  steps: count4,
  cachedSteps: count4,
  transferredBytes: bytes5.optional().describe("That BuildKit really moved of the context"),
  uncachedSeconds: seconds.optional().describe("Without cache: measured, or the last times of the steps on the longest chain"),
  misses: external_exports.array(missSchema).optional().describe(
    "Steps that could have come from the cache; absent: nothing is known of the last run"
  )
});
var imageSchema = external_exports.strictObject({
  id: external_exports.string(),
  name: external_exports.string(),
  platform: external_exports.string(),
  run: external_exports.string(),
  state: external_exports.enum(["built", "not-built", "unreadable"]),
  reason: external_exports.string().optional().describe("Why it is not built or not readable"),
  verdict: verdictSchema,
  digest: external_exports.string().optional(),
  configDigest: external_exports.string().optional(),
  unpackedBytes: bytes5.optional(),
  downloadBytes: bytes5.optional(),
  ...contentFields,
  user: userSchema.optional(),
  healthcheck: healthcheckSchema.optional(),
  overrides: external_exports.array(
    external_exports.discriminatedUnion("key", [
      external_exports.strictObject({ key: external_exports.literal("user"), value: external_exports.string() }),
      external_exports.strictObject({ key: external_exports.literal("healthcheck"), value: external_exports.enum(["disabled", "replaced"]) })
    ])
  ).optional().describe("What compose sets over the image at run time"),
  stages: count4.optional(),
  system: external_exports.string().optional(),
  layers: external_exports.array(layerSchema2).optional(),
  packages: external_exports.array(packageSchema2).optional(),
  findings: external_exports.array(findingSchema2).optional(),
  secrets: external_exports.array(secretSchema).optional(),
  unjudged: external_exports.array(
    external_exports.strictObject({
      part: external_exports.string(),
      accepted: external_exports.strictObject({ reason: external_exports.string(), expires: external_exports.string() }).optional()
    })
  ).optional().describe("Parts whose vulnerabilities were not judged, and the waiver that accepts it"),
  notLookedAt: external_exports.array(external_exports.string()),
  definedAt: placeSchema.optional().describe("Its Dockerfile, or the bake or compose file where that is not in the repository"),
  sarif: sarifSchema.optional(),
  limits: external_exports.strictObject({ unpackedBytes: bytes5.optional(), downloadBytes: bytes5.optional() }).optional(),
  build: buildSchema.optional(),
  comparison: comparisonSchema.optional().describe("Against the baseline; absent: there is none")
});
var outcomeSchema = external_exports.strictObject({
  rule: external_exports.string(),
  image: external_exports.string().optional(),
  level: external_exports.enum(["error", "warning"]),
  outcome: verdictSchema,
  reason: external_exports.string().optional().describe("Why it is unable"),
  stance: judgementScopeSchema.optional().describe("Of a rule that compares: what was judged"),
  excused: external_exports.array(excusedSchema).optional().describe("Over the line, and not held against it")
});
var violationSchema = external_exports.strictObject({
  rule: external_exports.string(),
  image: external_exports.string().optional(),
  level: external_exports.enum(["error", "warning"]),
  place: placeSchema.optional(),
  data: external_exports.unknown(),
  message: external_exports.string().describe("For people who read the file; publishers never use it"),
  savesBytes: bytes5.optional().describe("What following the rule's help would save"),
  waived: external_exports.strictObject({ reason: external_exports.string(), expires: external_exports.string() }).optional(),
  isNew: external_exports.boolean().optional().describe("Whether the baseline did not have it; absent: that is not known")
});
var reportSchema = external_exports.strictObject({
  version: external_exports.literal(0),
  tool: external_exports.strictObject({ name: external_exports.literal("plimsoll"), version: external_exports.string() }),
  verdict: verdictSchema,
  error: external_exports.strictObject({
    kind: external_exports.enum(["user", "tool", "internal"]),
    message: external_exports.string(),
    place: placeSchema.optional()
  }).optional().describe("What ended the run before its verdict"),
  runs: external_exports.array(runSchema),
  images: external_exports.array(imageSchema),
  outcomes: external_exports.array(outcomeSchema),
  violations: external_exports.array(violationSchema),
  advisories: dictionary(advisorySchema),
  attachments: external_exports.array(
    external_exports.strictObject({ image: external_exports.string(), kind: external_exports.string(), path: external_exports.string(), bytes: bytes5 })
  ),
  omitted: external_exports.array(external_exports.strictObject({ image: external_exports.string().optional(), list: external_exports.string(), count: count4 }))
});

// src/domain/report/parse.ts
var LARGEST_REPORT = 1e7;
function parseReport(text) {
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    return unable("is no report of Plimsoll: it is not JSON.");
  }
  if (isDeep(document)) return unable("is no report of Plimsoll: it is nested too deeply.");
  const parsed2 = reportSchema.safeParse(document);
  if (parsed2.success) return known(parsed2.data);
  const [issue] = parsed2.error.issues;
  return unable(
    `is no report of this version of Plimsoll: ${whereOf(issue?.path ?? [])} ${WRONG[issue?.code ?? ""] ?? "is not what it should be"}. All jobs must use the same version.`
  );
}
var WRONG = {
  invalid_type: "is of another type",
  invalid_value: "has a value that is not known",
  unrecognized_keys: "has a field that is not known",
  invalid_format: "is not written as it should be",
  too_small: "is too small",
  too_big: "is too large"
};
var DEEPEST_NAMED = 6;
function whereOf(path) {
  const names = path.slice(0, DEEPEST_NAMED).map((part3) => /^\w{1,30}$/.test(String(part3)) ? String(part3) : "…");
  return names.length === 0 ? "it" : names.join(".");
}

// src/domain/record/policy.ts
var settings = dictionary(external_exports.looseObject({ level: external_exports.string() }));
var optional = external_exports.string().optional();
var waiverSchema = external_exports.strictObject({
  rule: external_exports.string(),
  image: optional,
  id: optional,
  package: optional,
  path: optional,
  unjudged: optional,
  expires: external_exports.string()
});
var ignoreSchema = external_exports.strictObject({
  id: external_exports.string(),
  kind: optional,
  paths: external_exports.array(external_exports.string()).optional(),
  purls: external_exports.array(external_exports.string()).optional(),
  expires: optional
});
var vexSchema = external_exports.strictObject({
  id: external_exports.string(),
  status: external_exports.string(),
  products: external_exports.array(external_exports.string()),
  meaning: external_exports.string().optional().describe("SHA-256 of all that the scanner may go by; absent in records of before"),
  among: external_exports.array(external_exports.string()).optional().describe(
    "Hashes of what its document says of the same vulnerability, where that may overrule it"
  )
});
var recipe = {
  dockerfile: optional,
  stage: optional,
  context: optional.describe("Relative to the root of the repository, or an address elsewhere")
};
var builtSchema = external_exports.strictObject({
  id: external_exports.string(),
  name: external_exports.string(),
  ...recipe,
  tags: external_exports.array(external_exports.string()).optional().describe("As the definition has them, with registry and tag; absent where there are none"),
  contexts: external_exports.array(external_exports.strictObject({ name: external_exports.string(), target: optional, ...recipe })).optional().describe("Named ones: folders, and other targets; absent in records of before"),
  policies: external_exports.array(external_exports.strictObject({ file: external_exports.string(), hash: external_exports.string() })).optional().describe(
    "Policies of the build itself; absent in records of before, and where there are none"
  )
});
var policyRecordSchema = external_exports.strictObject({
  rules: settings,
  images: dictionary(settings).describe("What differs for one image, by its name"),
  waivers: external_exports.array(waiverSchema),
  ignores: external_exports.array(ignoreSchema),
  vex: external_exports.array(vexSchema),
  secretRules: external_exports.array(external_exports.strictObject({ id: external_exports.string(), hash: external_exports.string() })).optional().describe("Own rules for secrets; absent where there are none"),
  built: external_exports.array(builtSchema).describe("The images that were asked for, and what they are built from"),
  enforce: external_exports.boolean()
});

// src/domain/record/fields.ts
var bytes6 = external_exports.int().nonnegative();
var index = external_exports.int().nonnegative();
var line3 = external_exports.int().positive();
var seconds2 = external_exports.number().nonnegative();
var hash = external_exports.string().regex(/^[0-9a-f]{64}$/);
var digest2 = external_exports.string().regex(/^sha256:[0-9a-f]{64}$/);

// src/domain/record/step-schema.ts
var stepSchema = external_exports.strictObject({
  kind: external_exports.enum(["work", "image", "other source"]),
  input: hash.describe("Of everything that the user can have changed (architecture.md section 5)"),
  resolved: hash.describe("The same, with what references of images led to"),
  text: hash,
  environment: hash,
  content: external_exports.strictObject({ hash, files: dictionary(hash) }).optional().describe("What it takes from the build context"),
  isOpen: external_exports.boolean().describe("It, or what it is built upon, takes files that nobody could look at"),
  inputs: external_exports.array(index),
  reference: external_exports.string().optional().describe("Of an image, as written"),
  digest: digest2.optional().describe("What the reference led to"),
  instruction: external_exports.string().optional(),
  file: external_exports.string().optional(),
  startLine: line3.optional(),
  endLine: line3.optional(),
  cached: external_exports.boolean().optional(),
  seconds: seconds2.optional().describe("The last time that it was not cached")
});

// src/domain/record/schema.ts
var RECORD_NAME = "record.json";
var layerSchema3 = external_exports.strictObject({
  diffId: digest2,
  unpackedBytes: bytes6,
  downloadBytes: bytes6,
  base: external_exports.boolean().optional(),
  step: index.optional()
});
var packageSchema3 = external_exports.strictObject({
  name: external_exports.string(),
  version: external_exports.string(),
  purl: external_exports.string().optional(),
  layer: index.optional()
});
var findingSchema3 = external_exports.strictObject({
  identity: external_exports.string(),
  id: external_exports.string(),
  package: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  fixed: external_exports.string().optional(),
  fixedSince: external_exports.iso.date().optional().describe("The day of the first record that had the fix"),
  layers: external_exports.array(index).describe("Where its members lie")
});
var recordImageSchema = external_exports.strictObject({
  id: external_exports.string(),
  name: external_exports.string(),
  platform: external_exports.string(),
  digest: digest2,
  configDigest: digest2,
  unpackedBytes: bytes6,
  downloadBytes: bytes6,
  layers: external_exports.array(layerSchema3).max(1e3),
  steps: external_exports.array(stepSchema).max(1e4).optional().describe("Absent: no provenance"),
  packages: external_exports.array(packageSchema3).optional().describe("Absent: not scanned"),
  findings: external_exports.array(findingSchema3).optional(),
  violations: dictionary(external_exports.int().positive()).optional().describe("How many of each rule nobody had waived; absent: not known"),
  violated: dictionary(external_exports.array(external_exports.string())).optional().describe(
    "Of each rule that was judged, the identities of what it found, waived or not; absent in records of before"
  )
}).refine(
  ({ layers, unpackedBytes, downloadBytes }) => sumOf3(layers, "unpackedBytes") === unpackedBytes && sumOf3(layers, "downloadBytes") === downloadBytes,
  { error: "has layers that do not sum to its bytes" }
);
var recordSchema = external_exports.strictObject({
  version: external_exports.literal(0),
  tool: external_exports.strictObject({ name: external_exports.literal("plimsoll"), version: external_exports.string() }),
  madeAt: external_exports.iso.datetime(),
  commit: external_exports.string().optional(),
  images: external_exports.array(recordImageSchema).max(1e3),
  policy: policyRecordSchema.describe("The effective one, inputs merged in")
});
function sumOf3(layers, key) {
  return layers.reduce((sum, layer) => sum + layer[key], 0);
}

// src/stages/start/report-folder.ts
var REPORT_NAME = "report.json";
function askedReportFolder(inputs, deps) {
  if (inputs?.reportDir !== void 0) return inputs.reportDir;
  if (deps.workflow.invocation === "action") return void 0;
  return usualFolder(inputs, deps);
}
function usualFolder(inputs, deps) {
  return join8(inputs?.workdir ?? deps.workflow.cwd, ".plimsoll");
}
var earlierSchema = external_exports.looseObject({ tool: external_exports.looseObject({ name: external_exports.literal("plimsoll") }) });
async function removeEarlierReport(inputs, deps) {
  const { files } = deps;
  const asked = askedReportFolder(inputs, deps);
  if (asked === void 0) return;
  const path = join8(asked, REPORT_NAME);
  try {
    if ((await files.stat(path))?.kind !== "file") return;
    if (await findLink(asked, inputs, deps) !== void 0) return;
    const named = { name: REPORT_NAME, within: [asked], maxBytes: LARGEST_REPORT };
    const document = JSON.parse(
      new TextDecoder().decode(await files.readNamed(path, named))
    );
    if (earlierSchema.safeParse(document).success) await files.remove(path);
  } catch {
  }
}
async function openReportFolder(inputs, { bytes: bytes7, deps }) {
  const asked = askedReportFolder(inputs, deps);
  if (asked === void 0) return spareFolder(inputs, deps);
  const link = await findLink(asked, inputs, deps);
  if (link === void 0 && inputs?.reportDir === void 0)
    await deps.files.makeOwnFolder(asked).catch(() => void 0);
  const why = link === void 0 ? await unwritable(asked, bytes7, deps) : `${link} is a link that the repository may have made; remove it`;
  if (why === void 0) return { folder: asked };
  const { folder: folder2, refused: alsoRefused } = await spareFolder(inputs, deps);
  const also = alsoRefused === void 0 ? "" : ` ${alsoRefused}`;
  const refused = `The report is not written to ${asked}: ${why}, or name another folder with the input report-dir.${also}`;
  return { folder: folder2, refused };
}
async function spareFolder(inputs, deps) {
  try {
    const isAction = deps.workflow.invocation === "action";
    return {
      folder: isAction ? await deps.files.makeTemporary("plimsoll-report", "job") : await deps.files.makeLasting("plimsoll-report")
    };
  } catch (error) {
    const folder2 = usualFolder(inputs, deps);
    if (await findLink(folder2, inputs, deps) !== void 0) throw error;
    return { folder: folder2, refused: errorMessage(error) };
  }
}
async function unwritable(folder2, bytes7, { files, runId }) {
  const probe = join8(folder2, `.probe-${runId}`);
  try {
    for (const name of [REPORT_NAME, RECORD_NAME]) await files.remove(join8(folder2, name));
    await files.write(probe, new Uint8Array(bytes7));
    await files.remove(probe);
    return void 0;
  } catch (error) {
    const left = await files.stat(join8(folder2, REPORT_NAME)).catch(() => void 0);
    const stale = left === void 0 ? "" : ` (the ${REPORT_NAME} in it is an earlier run’s)`;
    const cause2 = error instanceof ToolError ? error.cause ?? error : error;
    return `it cannot be written there (${errorMessage(cause2)})${stale}; make room or give the right to write`;
  }
}
async function findLink(asked, inputs, deps) {
  const { cwd } = deps.workflow;
  const workdir = inputs?.workdir ?? cwd;
  const roots = [(await findRoot(deps, workdir)).root, workdir, cwd];
  const [root] = roots.filter((path) => path !== "/" && isInside(asked, path)).toSorted((a, b) => a.length - b.length);
  if (root === void 0) return void 0;
  const isLink = async (path) => (await deps.files.stat(path))?.kind === "link";
  for (let path = asked; path !== root; path = dirname3(path))
    if (await isLink(path)) return nameIn(root, path);
  for (const name of await deps.files.list(asked)) {
    const path = join8(asked, basename(name));
    if (await isLink(path)) return nameIn(root, path);
  }
  return void 0;
}

// src/stages/start/index.ts
import { join as join9 } from "node:path";
function startRun({ timeoutSeconds, token }, deps) {
  deps.watchdog?.start(timeoutSeconds);
  endInTime(timeoutSeconds, deps);
  deps.secrets.add(token === void 0 ? [] : [token]);
  return deps.clock.now();
}
var PROBE_BYTES = 64 * 1024;
async function requireRoom({
  files,
  workflow
}) {
  if (workflow.invocation === "command") await files.removeLeftovers();
  const folder2 = await files.makeTemporary("plimsoll-room", "run");
  const probe = join9(folder2, "probe");
  await files.write(probe, new Uint8Array(PROBE_BYTES));
  await files.remove(probe);
}
function endInTime(seconds3, { clock, running, log, signal, abort }) {
  void clock.sleep(seconds3, signal).then(() => {
    if (signal.aborted) return;
    const words2 = timeoutWords(seconds3, running.names());
    log.untrusted(words2);
    abort(new TimeOver(words2));
  });
}
function gapNotices({ exec, log }) {
  if (exec.gap === void 0) return [];
  log.line(exec.gap);
  return [{ from: "run", message: exec.gap }];
}
function overtime({ signal }) {
  const reason = signal.aborted ? signal.reason : void 0;
  return reason instanceof TimeOver ? reason.message : void 0;
}

// src/domain/report/strings.ts
var IDENTITIES = [
  ...["id", "name", "version", "platform", "digest", "configDigest", "diffId", "purl", "package"],
  ...[
    "identity",
    "rule",
    "image",
    "images",
    "run",
    "job",
    "file",
    "ignoreFile",
    "unusedIgnoreFiles"
  ],
  ...[
    "fixed",
    "upgrade",
    "fixedVersion",
    "reference",
    "commit",
    "variable",
    "system",
    "part",
    "list",
    "driver"
  ],
  ...[
    "buildkit",
    "madeAt",
    "startedAt",
    "published",
    "expires",
    "until",
    "updatedAt",
    "nextUpdate"
  ],
  ...[
    "repository",
    "attempt",
    "sha",
    "from",
    "source",
    "vector",
    "check",
    "attachments.path",
    "runs.tools.*",
    "runs.request.*"
  ],
  ...["comparison.packages.before", "comparison.packages.after", "comparison.bases.before"],
  "comparison.bases.after",
  // Of a fixed list of words.
  ...["verdict", "state", "kind", "level", "outcome", "severity", "status", "where", "by", "key"],
  ...[
    "change",
    "cause",
    "judge",
    "blame",
    "why",
    "upload",
    "mistake",
    "what",
    "failOn",
    "how",
    "when"
  ]
];
var TEXTS = [
  ...[
    "message",
    "messages",
    "reason",
    "output",
    "step",
    "instruction",
    "title",
    "text",
    "url",
    "references"
  ],
  ...[
    "path",
    "line",
    "declared",
    "test",
    "value",
    "notLookedAt",
    "detail",
    "about",
    "before",
    "now",
    "uncompared"
  ],
  // A path, in most cases.
  "comparison.paths.name"
];
var KINDS = new Map([
  ...IDENTITIES.map((name) => [name, "identity"]),
  ...TEXTS.map((name) => [name, "text"])
]);
var OPEN = ["runs.request", "runs.tools", "advisories", "comparison.violations"];
function stringKind(path) {
  for (let at = Math.max(0, path.length - 3); at < path.length; at += 1) {
    const kind = KINDS.get(path.slice(at).join("."));
    if (kind !== void 0) return kind;
  }
  return void 0;
}
function mapKinds(document, change) {
  return walk(document, [], change);
}
function isLines(value) {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}
function walk(value, path, change) {
  if (typeof value === "string") return change(value, stringKind(path) ?? "text");
  if (isLines(value) && path.at(-1) === "output")
    return change(value.join("\n"), "text").split("\n");
  if (Array.isArray(value)) return value.map((item) => walk(item, path, change));
  if (typeof value !== "object" || value === null) return value;
  const isOpen = OPEN.some((name) => path.slice(-2).join(".") === name || path.join(".") === name);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      walk(item, [...path.slice(-2), isOpen ? "*" : name], change)
    ])
  );
}

// src/domain/report/masked.ts
function maskedDocument(document, mask) {
  return mapKinds(document, (text, kind) => kind === "identity" ? text : mask(text));
}
function identitiesIn(document) {
  const found = /* @__PURE__ */ new Set();
  mapKinds(document, (text, kind) => {
    if (kind === "identity") found.add(text);
    return text;
  });
  return [...found];
}
var SCANNER_IDENTITIES = /* @__PURE__ */ new Set([
  ...[
    "ID",
    "UID",
    "Name",
    "PkgName",
    "PkgID",
    "Version",
    "InstalledVersion",
    "FixedVersion",
    "PURL"
  ],
  ...[
    "VulnerabilityID",
    "VendorIDs",
    "DependsOn",
    "Digest",
    "DiffID",
    "RuleID",
    "Severity",
    "Status"
  ],
  ...[
    "Class",
    "Type",
    "Family",
    "Category",
    "SrcName",
    "SrcVersion",
    "Release",
    "SrcRelease",
    "Arch"
  ],
  ...[
    "ArtifactName",
    "ImageID",
    "DiffIDs",
    "SeveritySource",
    "CreatedAt",
    "PublishedDate",
    "BOMRef"
  ],
  ...["bom-ref", "ref", "dependsOn", "purl", "name", "version", "type", "specVersion", "bomFormat"],
  ...["serialNumber", "timestamp", "group", "$schema", "alg", "content"]
]);
function maskedAttachment(attachment, mask) {
  if ("gzip" in attachment) return attachment;
  const document = JSON.parse(attachment.text);
  const masked2 = attachment.kind === "layers" ? maskedDocument(document, mask) : mapStrings(
    document,
    (text, key) => key === "" || SCANNER_IDENTITIES.has(key) ? text : mask(text)
  );
  return { ...attachment, text: renderJson(masked2, attachment.kind === "layers" ? 2 : void 0) };
}
var METADATA_IDENTITIES = ["image.name", "digest", "mediaType", "platform", "architecture", "os"];
function maskedMetadata(metadata, mask) {
  return mapStrings(
    metadata,
    (text, key) => key === "" || METADATA_IDENTITIES.includes(key) || key.endsWith(".digest") ? text : mask(text)
  );
}

// src/domain/report/notices.ts
function withNotices(report, notices) {
  const [first, ...others] = report.runs;
  if (first === void 0 || notices.length === 0) return report;
  return { ...report, runs: [{ ...first, notices: [...first.notices, ...notices] }, ...others] };
}

// src/clients/event.ts
var LARGEST_EVENT = 32 * 1024 * 1024;
async function readEventText({
  files,
  workflow
}) {
  const path = workflow.env["GITHUB_EVENT_PATH"] ?? "";
  if (path === "") return "";
  return files.readText(path, LARGEST_EVENT).catch(() => "");
}
async function readEvent(deps) {
  try {
    const event = JSON.parse(await readEventText(deps));
    return event;
  } catch {
    return void 0;
  }
}

// src/domain/github/target.ts
function parseRepository({
  GITHUB_REPOSITORY: name = ""
}) {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return owner === void 0 || repo === void 0 ? void 0 : { owner, repo };
}
function isOfEvent(commit, { sha: sha3, pullHead }) {
  return commit === sha3 || commit === pullHead;
}
function analysisTarget(env, { commit, pullHead, asked }) {
  const { GITHUB_REF: ref = "", GITHUB_SHA: sha3 = "" } = env;
  const at = parseRepository(env);
  if (at === void 0 || ref === "" || sha3 === "") return unable("the run has no ref and commit");
  if (asked !== void 0 && commit !== void 0 && asked.sha !== commit)
    return unable(`the input sha is ${asked.sha}, and ${commit} was built`);
  if (asked !== void 0) return known({ ...at, ref: asked.ref, commit: asked.sha });
  if (commit === void 0)
    return unable("it is not known which commit was built; the inputs ref and sha can say it");
  if (commit === sha3) return known({ ...at, ref, commit });
  const pull = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1];
  if (pull !== void 0 && commit === pullHead)
    return known({ ...at, ref: `refs/pull/${pull}/head`, commit });
  return unable(
    `commit ${commit} was built, and the event is about ${sha3}; the inputs ref and sha say where it belongs`
  );
}
var repoSchema = external_exports.object({ id: external_exports.int().optional(), full_name: external_exports.string().optional() }).nullish();
var eventSchema = external_exports.object({
  pull_request: external_exports.object({ head: external_exports.object({ repo: repoSchema }), base: external_exports.object({ repo: repoSchema }).optional() }).nullish()
});
function repositoryKey({
  id,
  full_name: name = ""
}) {
  return id === void 0 ? name : String(id);
}
function isReadOnlyRun(env, event) {
  return env["GITHUB_ACTOR"] === "dependabot[bot]" || isForkRun(env, event);
}
function isForkRun(env, event) {
  const pull = eventSchema.safeParse(event).data?.pull_request;
  if (pull === void 0 || pull === null) return false;
  const { head, base } = pull;
  if (head.repo === void 0 || head.repo === null) return true;
  const own = base?.repo ?? { full_name: env["GITHUB_REPOSITORY"] };
  return repositoryKey(head.repo) !== repositoryKey(own);
}
function hasArtifacts({ GITHUB_SERVER_URL: url }) {
  const host = url === void 0 || url === "" ? "github.com" : URL.parse(url)?.hostname ?? "";
  return host === "github.com" || host.endsWith(".ghe.com") || host.endsWith(".localhost");
}

// src/domain/keep/event-commits.ts
var sha = external_exports.string().regex(/^[0-9a-f]{40,64}$/);
var schema = external_exports.object({
  repository: external_exports.object({ default_branch: external_exports.string() }).optional().catch(void 0),
  /** Of a push: what the branch was at. */
  before: sha.optional().catch(void 0),
  pull_request: external_exports.object({
    base: external_exports.object({ sha }),
    head: external_exports.object({ sha }).optional().catch(void 0),
    number: external_exports.int().positive().optional()
  }).optional().catch(void 0),
  merge_group: external_exports.object({ base_sha: sha }).optional().catch(void 0)
});
function parseEvent(json) {
  try {
    const { repository: repository2, before, ...change } = schema.parse(JSON.parse(json));
    const { number: number2, head } = change.pull_request ?? {};
    const baseSha = change.pull_request?.base.sha ?? change.merge_group?.base_sha;
    return {
      ...defined({ defaultBranch: repository2?.default_branch }),
      ...before === void 0 || /^0+$/.test(before) ? {} : { before },
      ...defined({ baseSha, headSha: head?.sha, pullRequest: number2 })
    };
  } catch {
    return {};
  }
}
function baselineCommits(name, commits) {
  const { head, sha: sha3, event } = commits;
  const candidates = ownProperty(CANDIDATES, name ?? "");
  if (candidates === void 0) return [];
  const found = isOfEvent(head, { sha: sha3, pullHead: event.headSha }) ? candidates(commits) : again(commits);
  return [...new Set(found.filter((commit) => commit !== void 0))];
}
var again = ({ head, parents: [first] }) => [head, first];
var CANDIDATES = {
  // The merge commit that is checked out was made of the base, then of the pull request.
  pull_request: ({ event, parents: [first] }) => [first, event.baseSha],
  merge_group: ({ event }) => [event.baseSha],
  push: ({ event, parents: [first] }) => [event.before, first],
  schedule: again,
  workflow_dispatch: again,
  repository_dispatch: again
};
var MOST_ANCESTORS = 50;
function isInJob({ invocation, env }) {
  return invocation === "action" || env["GITHUB_ACTIONS"] === "true";
}
function isChange({ invocation, env }) {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  return invocation === "action" && ["pull_request", "merge_group"].includes(event);
}

// src/domain/report/commit.ts
function reportCommit({ runs, images }) {
  const named = runs.filter(
    ({ id, commit: commit2 }) => commit2 !== void 0 || images.some(({ run, state }) => run === id && state === "built")
  );
  const commits = new Set(named.map(({ commit: commit2 }) => commit2));
  const [commit] = commits;
  return commits.size === 1 ? commit : void 0;
}

// src/domain/report/title.ts
var SAID = {
  pass: "within the line",
  fail: "over the line",
  unable: "unable to tell"
};
function title(verdict, key) {
  return `Plimsoll${key === void 0 ? "" : ` (${shortened(key)})`}: ${SAID[verdict]}.`;
}
function titles(key) {
  return ["pass", "fail", "unable"].map((verdict) => title(verdict, key));
}

// src/domain/report/view.ts
function headline(report, key) {
  const { error, verdict } = report;
  return error === void 0 ? `${title(verdict, key)} ${counted(report)}` : `${title("unable", key)} ${error.message}`;
}
function counted({ images, verdict }) {
  const count5 = (wanted) => images.filter((image) => image.verdict === wanted).length;
  const total = `${images.length} ${images.length === 1 ? "image" : "images"}`;
  switch (verdict) {
    case "pass":
      return `${total} passed.`;
    case "fail":
      return `${count5("fail")} of ${total} failed${count5("unable") === 0 ? "" : `, ${count5("unable")} could not be judged`}.`;
    case "unable":
      if (images.length === 0) return "There is no image to judge.";
      return `${count5("unable")} of ${total} could not be judged.`;
  }
}
var IMAGE_COLUMNS = [
  "image",
  "verdict",
  "unpacked",
  "download",
  "user",
  "health",
  "fixable",
  "build",
  "cached"
];
function imageCells(image) {
  const { build, user: user2, healthcheck: healthcheck2 } = image;
  const known2 = (value) => value ?? "not known";
  return {
    image: image.id,
    verdict: image.verdict,
    unpacked: sizeCell(image.unpackedBytes, image.limits?.unpackedBytes),
    download: sizeCell(image.downloadBytes, image.limits?.downloadBytes),
    user: known2(user2 === void 0 ? void 0 : userCell(user2)),
    health: known2(healthcheck2 === void 0 ? void 0 : healthCell(healthcheck2)),
    fixable: known2(image.findings === void 0 ? void 0 : fixableCell(image)),
    build: known2(build === void 0 ? void 0 : `${build.seconds.toFixed(1)} s`),
    cached: known2(build === void 0 ? void 0 : `${build.cachedSteps} of ${build.steps}`)
  };
}
function imageRow(image) {
  const cells2 = imageCells(image);
  return IMAGE_COLUMNS.map((column) => cells2[column]);
}
function buildText({ runs, images }) {
  if (images.length < 2) return "";
  const seconds3 = runs.flatMap((run) => run.buildSeconds ?? []);
  const sum = seconds3.reduce((total, one) => total + one, 0);
  return seconds3.length === 0 ? "" : `All images together were built in ${sum.toFixed(1)} s.`;
}
function enforceText({ runs }) {
  const off = runs.some((run) => run.request["enforce"] === "false");
  return off ? "Rules are reported and not enforced (`enforce: false`)." : "";
}
function sizeCell(bytes7, limit) {
  if (bytes7 === void 0) return "not known";
  return limit === void 0 ? formatBytes(bytes7) : `${formatBytes(bytes7)} of ${formatBytes(limit)}`;
}
function userCell(user2) {
  const name = user2.declared === "" ? "none set" : user2.declared;
  if (user2.isRoot) return `${name} (root)`;
  return user2.uid === void 0 ? `${name} (not in the image)` : /^\d+(:|$)/.test(name) ? name : `${name} (${user2.uid})`;
}
function healthCell({ declared, status }) {
  return status ?? (declared ? "declared" : "none");
}
function fixableCell({ findings = [], unjudged = [] }) {
  const open = findings.filter(
    (finding) => finding.fixed !== void 0 && finding.suppressed === void 0
  );
  const counts = [...SEVERITIES].reverse().map(
    (severity) => [severity, open.filter((finding) => finding.severity === severity).length]
  );
  const words2 = counts.filter(([, count6]) => count6 > 0).map(([severity, count6]) => `${count6} ${severity}`);
  const count5 = words2.length === 0 ? "none" : words2.join(", ");
  return [count5, ...unjudged.map(({ part: part3 }) => `${part3} not judged`)].join("; ");
}
function problems(report) {
  const shown = report.violations.filter(({ image, waived: by2 }) => image !== void 0 && by2 === void 0).flatMap((violation3) => problemOf(violation3));
  const rank3 = ({ level, isNew }) => (level === "error" ? 0 : 2) + (isNew ? 0 : 1);
  return shown.toSorted((a, b) => rank3(a) - rank3(b));
}
function problemOf(violation3) {
  const words2 = toldOf(violation3)?.words;
  if (words2 === void 0) return [];
  const { place: place2 } = violation3;
  return [
    {
      image: violation3.image ?? "",
      rule: violation3.rule,
      level: violation3.level,
      ...defined({ file: place2?.file }),
      ...place2?.startLine === void 0 ? {} : { startLine: place2.startLine },
      ...place2?.endLine === void 0 ? {} : { endLine: place2.endLine },
      isNew: violation3.isNew === true,
      message: words2.message,
      advice: `${savingText(words2.saves)}${words2.advice}`
    }
  ];
}
function savingText(bytes7 = 0) {
  return bytes7 === 0 ? "" : `Saves ${formatBytes(bytes7)}: `;
}
function unables(report) {
  const whole = report.images.flatMap(
    (image) => image.state === "built" ? [] : [{ about: image.id, reason: image.reason ?? image.state }]
  );
  const missing = new Set(whole.map(({ about }) => about));
  const parts = report.outcomes.flatMap(
    ({ outcome, image, rule, reason }) => outcome !== "unable" || missing.has(image ?? "") ? [] : [{ about: `${image ?? ""} (${rule})`, reason: reason ?? "the reason is not known" }]
  );
  const groups = Map.groupBy([...whole, ...parts], ({ reason }) => reason);
  return [...groups].map(([reason, all]) => `${all.map(({ about }) => about).join(", ")}: ${reason}`);
}
var WAIVED_ROWS = 20;
function waived(report) {
  const rows = report.violations.flatMap(
    ({ image, rule, waived: by2, isNew }) => by2 === void 0 ? [] : [{ row: `${image ?? ""}: ${rule}, until ${by2.expires}: ${by2.reason}`, isNew }]
  );
  const counts = Map.groupBy(rows, ({ row }) => row);
  const unjudged = report.images.flatMap(
    (image) => (image.unjudged ?? []).flatMap(
      ({ part: part3, accepted: by2 }) => by2 === void 0 ? [] : [`${image.id}: ${part3} is not judged, accepted until ${by2.expires}: ${by2.reason}`]
    )
  );
  const told = [...counts].map(([row, all]) => {
    const fresh = all.filter(({ isNew }) => isNew === true).length;
    return `${row} (${all.length}${fresh === 0 ? "" : `, ${fresh} new`})`;
  });
  return [...unjudged, ...told].slice(0, WAIVED_ROWS);
}
function whoseText(by2) {
  if (by2.base === true) return "base image";
  const text = placeText(by2.place ?? {});
  return text === "" ? "place unknown" : text;
}
function biggestLayers(image, most) {
  return [...image.layers ?? []].sort((a, b) => b.unpackedBytes - a.unpackedBytes).slice(0, most);
}

// src/domain/text/repository-path.ts
function isInRepository(path) {
  if (path === "" || path.includes("\\") || path.includes("\0")) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}

// src/publishers/annotations/render.ts
var MOST4 = 10;
function clean(annotation) {
  const { title: title2, message: message3, file } = annotation;
  return {
    ...annotation,
    title: plainLine(title2),
    message: plainLine(message3),
    ...file === void 0 ? {} : { file: plainLine(file) }
  };
}
function renderAnnotations(report) {
  const all = [...endings(report), ...grouped(problems(report)).map(annotationOf)];
  const levels = ["error", "warning"];
  return levels.flatMap(
    (level) => all.filter((annotation) => annotation.level === level).slice(0, MOST4).map(clean)
  );
}
function placed(place2) {
  if (place2 === void 0 || !isInRepository(place2.file)) return {};
  const { file, startLine, endLine } = place2;
  return {
    file,
    ...defined({ startLine, endLine })
  };
}
function endings(report) {
  const error = (message3, place2) => ({
    level: "error",
    title: "Plimsoll",
    message: message3,
    ...placed(place2)
  });
  if (report.error !== void 0) return [error(report.error.message, report.error.place)];
  const failures = report.runs.flatMap(
    ({ failure }) => failure === void 0 ? [] : [error(failure.message, failure.place)]
  );
  return report.verdict === "pass" ? failures : [...failures, error(headline(report))];
}
function grouped(all) {
  const groups = /* @__PURE__ */ new Map();
  for (const problem of all) {
    const key = JSON.stringify([problem.rule, problem.level, problem.file, problem.startLine]);
    const group = groups.get(key);
    groups.set(
      key,
      group === void 0 ? { first: problem, more: 0, fresh: 0 } : { ...group, more: group.more + 1, fresh: group.fresh + Number(problem.isNew) }
    );
  }
  return [...groups.values()];
}
function annotationOf({ first, more, fresh }) {
  const news = fresh === 0 ? "" : ` (${fresh} new)`;
  const rest = more === 0 ? "" : ` And ${more} more${news} on this line.`;
  return {
    level: first.level,
    title: `Plimsoll: ${first.rule}${first.isNew ? " (new)" : ""}`,
    message: `${first.image}: ${first.message} ${first.advice}${rest}`,
    ...first.file === void 0 ? {} : placed({ ...first, file: first.file })
  };
}
function withoutPlace({ level, title: title2, message: message3, file, startLine }, commit) {
  if (file === void 0) return { level, title: title2, message: message3 };
  const line4 = startLine === void 0 ? "" : `:${startLine}`;
  return { level, title: title2, message: `${file}${line4} of commit ${commit.slice(0, 12)}: ${message3}` };
}

// src/publishers/annotations/index.ts
var annotations = {
  // What a stranger has reported is no check of this repository's own commit.
  applies: ({ relay }, deps) => relay === void 0 && deps.workflow.invocation === "action",
  publish: async ({ report }, deps) => {
    const commit = reportCommit(report);
    const { headSha: pullHead } = parseEvent(await readEventText(deps));
    const isElsewhere = commit !== void 0 && !isOfEvent(commit, { sha: deps.workflow.env["GITHUB_SHA"], pullHead });
    for (const annotation of renderAnnotations(report))
      deps.workflow.annotate(isElsewhere ? withoutPlace(annotation, commit) : annotation);
  }
};

// src/domain/report/artifact.ts
import { createHash as createHash5 } from "node:crypto";
var ARTIFACT_PREFIX = "plimsoll-";
var NAME = /^plimsoll-([0-9a-f]{16})-([1-9]\d{0,5})$/;
function artifactName({ images, key, attempt }) {
  const text = JSON.stringify([key ?? "", ...images.toSorted()]);
  const hash2 = createHash5("sha256").update(text).digest("hex").slice(0, 16);
  return `${ARTIFACT_PREFIX}${hash2}-${attempt}`;
}
function parseArtifactName(name) {
  const [, hash2, attempt] = NAME.exec(name) ?? [];
  return hash2 === void 0 ? void 0 : { hash: hash2, attempt: Number(attempt) };
}
function newestAttempts(all, nameOf2) {
  const last2 = /* @__PURE__ */ new Map();
  const parsed2 = all.map((one) => ({ one, of: parseArtifactName(nameOf2(one)) }));
  for (const { of: of2 } of parsed2)
    if (of2 !== void 0) last2.set(of2.hash, Math.max(of2.attempt, last2.get(of2.hash) ?? 0));
  return parsed2.filter(({ of: of2 }) => of2 === void 0 || of2.attempt === last2.get(of2.hash)).map(({ one }) => one);
}

// src/publishers/sarif/upload-folders.ts
var RUNS_OF_AN_UPLOAD = 20;
var FIRST = "sarif";
function uploadFolder(position) {
  const part3 = Math.floor(position / RUNS_OF_AN_UPLOAD) + 1;
  return part3 === 1 ? FIRST : `${FIRST}-${part3}`;
}
function uploadFolders(count5) {
  const folders = Array.from({ length: count5 }, (_, position) => uploadFolder(position));
  return [...new Set(folders)];
}

// src/publishers/artifact/render.ts
function artifactFiles({ report, record, attachments }) {
  const isSarif = ({ kind }) => kind === "sarif";
  const uploaded = report.attachments.filter(isSarif);
  return [
    "report.json",
    ...record === void 0 ? [] : [RECORD_NAME],
    ...attachments.map(({ image, kind }) => attachmentName(image, kind)),
    ...report.attachments.map(({ path }) => path),
    ...uploaded.map(({ path }, position) => `${uploadFolder(position)}/${path}`)
  ];
}

// src/publishers/artifact/index.ts
var MOST_SECONDS = 120;
var artifact = {
  // What is collected or relayed lies in an artifact already.
  applies: ({ inputs }, { workflow }) => workflow.invocation === "action" && inputs?.mode === "check" && inputs.artifact !== "off",
  publish: async (publication, deps) => {
    const { report, inputs, folder: folder2 } = publication;
    if (inputs === void 0 || !await isWanted(inputs, deps)) return;
    const { env } = deps.workflow;
    if (!hasArtifacts(env))
      throw new Error(
        "GitHub Enterprise Server has no artifacts of this kind, and the README says how to do without"
      );
    if (deps.artifacts === void 0) throw new Error("this job has no runtime token");
    const name = artifactName({
      images: report.images.map(({ id }) => id),
      key: inputs.key,
      attempt: env["GITHUB_RUN_ATTEMPT"] ?? "1"
    });
    const files = artifactFiles(publication);
    await deps.artifacts.upload({ name, folder: folder2, files, deadlineSeconds: MOST_SECONDS });
    deps.log.line(`The report is kept as the artifact ${name}.`);
  }
};
async function isWanted({ artifact: mode, key }, deps) {
  if (mode === "always" || key !== void 0) return true;
  return isReadOnlyRun(deps.workflow.env, await readEvent(deps));
}

// src/domain/github/refusal.ts
var LONGEST3 = 300;
var bodySchema = external_exports.object({
  message: external_exports.string().optional(),
  errors: external_exports.array(external_exports.unknown()).optional()
});
function responseMessage({ data: data16 }) {
  if (typeof data16 === "string") return plainLine(data16).slice(0, LONGEST3);
  const parsed2 = bodySchema.safeParse(data16);
  if (!parsed2.success) return "";
  const { message: message3 = "", errors = [] } = parsed2.data;
  const details = errors.flatMap((error) => {
    if (typeof error === "string") return [error];
    const inner = bodySchema.safeParse(error);
    return inner.success && inner.data.message !== void 0 ? [inner.data.message] : [];
  });
  return plainLine([message3, ...details].join(" ")).slice(0, LONGEST3);
}
function isTransientResponse(answer) {
  return answer.status === 429 || answer.status >= 500 || isRateLimit(answer);
}
function retryAfter({ headers }, now) {
  const seconds3 = Number(headers["retry-after"] ?? "none");
  if (Number.isFinite(seconds3)) return Math.max(0, seconds3);
  if (headers["x-ratelimit-remaining"] !== "0") return void 0;
  const reset = Number(headers["x-ratelimit-reset"] ?? "none");
  return Number.isFinite(reset) ? Math.max(0, reset - now.getTime() / 1e3) : void 0;
}
function isRateLimit(answer) {
  const { status, headers } = answer;
  return (status === 403 || status === 429) && (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse/i.test(responseMessage(answer)));
}
function refusalMessage(answer, asked) {
  const words2 = responseMessage(answer);
  const said2 = words2 === "" ? "" : ` ("${words2.replace(/\.$/, "")}")`;
  return `GitHub refused ${asked.what} with status ${answer.status}${said2}: ${remedyOf(answer, asked)}`;
}
function remedyOf(answer, { permission, unseen, tooLarge }) {
  const { status } = answer;
  if (isRateLimit(answer) || status === 429)
    return "its rate limit is used up; the next run tries again.";
  if (status >= 500) return "it has a problem of its own; the next run tries again.";
  switch (status) {
    case 401:
      return "it does not accept the token; check the input token.";
    case 403:
      return forbidden(answer, permission);
    case 404:
      return `the token does not see the repository, or ${unseen}; give the job ${[.../* @__PURE__ */ new Set(["contents: read", permission])].join(" and ")}.`;
    case 413:
      return `it is too large${tooLarge === void 0 ? "" : `; ${tooLarge}`}.`;
    default:
      return "it could not be taken as it is.";
  }
}
function forbidden(answer, permission) {
  const words2 = responseMessage(answer);
  if (/advanced security|code security|code scanning is not enabled/i.test(words2))
    return "code scanning is not available for this repository; switch it on under Settings, Code security (a private repository needs GitHub Code Security), or set the input sarif to file.";
  if (/archived|read-only/i.test(words2)) return "the repository takes no writes.";
  if (/\blocked\b/i.test(words2))
    return "the conversation is locked; unlock it, or give the input token one of somebody who may write there.";
  const accepted = answer.headers["x-accepted-github-permissions"];
  const named = accepted === void 0 ? "" : ` (GitHub asks for ${plainLine(accepted)})`;
  return `the token may not; give the job permissions: ${permission}${named}.`;
}

// src/clients/github.ts
var RETRY_POLICY = { askSeconds: 60, pauses: [2, 6, 18], longestPause: 60 };
function repositoryParameters({ owner, repo }) {
  return { owner, repo };
}
async function requestWithRetry({ isOnce = false, ...ask2 }, { github, retryPolicy, deps }) {
  for (const pause of [...retryPolicy.pauses, void 0]) {
    const answer = await askOnce(github, { ...ask2, deadlineSeconds: retryPolicy.askSeconds });
    const isDoubtful2 = !isKnown(answer) || answer.value.status >= 500;
    const isLast = pause === void 0 || deps.signal.aborted || isOnce && isDoubtful2;
    if (!isKnown(answer)) {
      if (isLast || !answer.mayPass) return unable(answer.unable);
      await deps.clock.sleep(pause, deps.signal);
      continue;
    }
    if (isLast || !isTransientResponse(answer.value)) return known(answer.value);
    const wanted = retryAfter(answer.value, deps.clock.now());
    if (wanted !== void 0 && wanted > retryPolicy.longestPause) return known(answer.value);
    await deps.clock.sleep(wanted ?? pause, deps.signal);
  }
  return unable("GitHub was not asked");
}
async function askOnce(github, ask2) {
  try {
    return { value: await github.request(ask2) };
  } catch (error) {
    return { unable: errorMessage(error), mayPass: isTransientError(error) };
  }
}
function toApiResult(answer, asked) {
  if (!isKnown(answer))
    return { refused: `GitHub gave no answer to ${asked.what}: ${answer.unable}.` };
  const { status } = answer.value;
  if (status >= 200 && status < 300) return { value: answer.value };
  return { refused: refusalMessage(answer.value, asked), status };
}
async function requestTyped(ask2, { asked, schema: schema2, asking }) {
  const answer = toApiResult(await requestWithRetry(ask2, asking), asked);
  if ("refused" in answer) return answer;
  const parsed2 = schema2.safeParse(answer.value.data);
  return parsed2.success ? { value: parsed2.data } : { refused: `GitHub’s answer to ${asked.what} is not one that is known.` };
}

// src/domain/comment/made-by.ts
var LINE = /^<!-- plimsoll-run (\d{1,15})\.(\d{1,6}) ([\w.-]{0,100})(?: (gate|relay):([0-9a-f]{40,64}))? -->$/;
var number = external_exports.coerce.number().int().positive();
function madeByLine({ run, attempt, job, told }) {
  const word = told === void 0 ? "" : ` ${told.by}:${told.commit}`;
  return `<!-- plimsoll-run ${run}.${attempt} ${job}${word} -->`;
}
function parseMadeBy(body) {
  const line4 = body.trimEnd().split(/\r?\n/).at(-2) ?? "";
  const [, run, attempt, job, by2, commit] = LINE.exec(line4) ?? [];
  return run === void 0 ? void 0 : toMadeBy({ run, attempt, job, told: parseReportedCommit(by2, commit) });
}
function parseReportedCommit(by2, commit) {
  if (commit === void 0 || by2 !== "gate" && by2 !== "relay") return void 0;
  return { by: by2, commit };
}
function toMadeBy(named) {
  const [run, attempt] = [number.safeParse(named.run), number.safeParse(named.attempt)];
  if (!run.success || !attempt.success) return void 0;
  const job = (named.job ?? "").replaceAll(/[^\w.-]+/g, "-").replaceAll(/-+/g, "-").slice(0, 100);
  const { told } = named;
  return { run: run.data, attempt: attempt.data, job, ...defined({ told }) };
}
function isNewer(one, other) {
  return one.run > other.run || one.run === other.run && one.attempt > other.attempt;
}
function isHeldByGate(before, next) {
  return before?.told?.by === "gate" && next?.told?.by === "relay" && before.told.commit === next.told.commit;
}
function clashMessage(before) {
  return `Another job of this run (${before.job === "" ? "its name is not known" : before.job}) has written the same comment, which is overwritten: the two also share their category in code scanning and their records. Set the input key to another value in each.`;
}

// src/domain/record/make.ts
function recordImage(parts) {
  const { image, steps, previous, today } = parts;
  if (!isKnown(image.facts)) return void 0;
  const { digest: digest3, configDigest, unpackedBytes, downloadBytes } = image.facts.value;
  const { id, name, platform } = image.image;
  const scan = isKnown(image.scanned.facts) ? image.scanned.facts.value : void 0;
  const layerOf2 = layerPositions(image.layers);
  const packages = scan?.packages.map(({ diffId, name: called, version, purl }) => {
    const layer = layerOf2.get(diffId ?? "");
    return {
      name: called,
      version,
      ...defined({ purl, layer })
    };
  });
  return {
    id,
    name,
    platform,
    digest: digest3,
    configDigest,
    unpackedBytes,
    downloadBytes,
    layers: layersOf(image, steps),
    ...isKnown(steps) ? { steps: stepsOf(steps.value, parts) } : {},
    ...defined({ packages }),
    ...scan === void 0 ? {} : {
      findings: withFixDates(recordFindings(image.findings, layerOf2), {
        before: previous?.findings,
        today
      })
    }
  };
}
function openViolations(violations, image) {
  const open = violations.filter((one) => one.image === image && one.waived === void 0);
  return Object.fromEntries(
    [...Map.groupBy(open, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length])
  );
}
function layerPositions(layers) {
  return new Map(layers.map(({ diffId }, index2) => [diffId, index2]));
}
function recordFindings(findings, layerOf2) {
  return findings.map(({ identity, id, package: about, severity, fixed, members: members2 }) => ({
    identity,
    id,
    package: about,
    severity,
    ...defined({ fixed }),
    layers: [...new Set(members2.flatMap(({ diffId }) => layerOf2.get(diffId ?? "") ?? []))]
  }));
}
function layersOf(image, steps) {
  const positions = new Map(
    isKnown(steps) ? steps.value.map(({ id }, index2) => [id, index2]) : []
  );
  return image.layers.map(({ diffId, unpackedBytes, downloadBytes, base, step }) => {
    const position = positions.get(step ?? "");
    return {
      diffId,
      unpackedBytes,
      downloadBytes,
      ...defined({ base, step: position })
    };
  });
}
function stepsOf(steps, { timed, previous }) {
  const times = new Map(timed.toReversed().map((one) => [one.digest, one]));
  const last2 = new Map(
    previous?.steps?.toReversed().map(({ resolved, seconds: seconds3 }) => [resolved, seconds3])
  );
  return steps.map(
    (step) => stepOf(step, { now: times.get(step.vertex ?? ""), lastSeconds: last2.get(step.hash.resolved) })
  );
}
function stepOf(step, {
  now,
  lastSeconds
}) {
  const { kind, hash: hash2, reference, digest: digest3 } = step;
  const { content, inputs, ...hashes } = hash2;
  const seconds3 = now?.cached === false ? now.seconds : lastSeconds;
  return {
    kind,
    ...hashes,
    inputs: [...inputs],
    ...defined({ content: content && { hash: content.hash, files: { ...content.files } } }),
    ...reference === void 0 ? {} : { reference: withoutUrlSecrets(reference) },
    ...defined({ digest: digest3 }),
    ...lineFields(step),
    ...defined({ cached: now?.cached, seconds: seconds3 })
  };
}

// src/domain/report/verdict-notes.ts
function banners({ violations }) {
  const open = violations.filter(({ waived: waived2 }) => waived2 === void 0);
  return [...Map.groupBy(open, ({ rule }) => rule)].flatMap(([rule, all]) => {
    const title2 = ruleNamed(rule)?.banner?.(all.map(({ data: data16 }) => data16));
    const lines2 = all.flatMap((one) => toldOf(one)?.words.message ?? []);
    return title2 === void 0 || lines2.length === 0 ? [] : [{ title: title2, lines: lines2 }];
  });
}
function isOfBanner({ rule }) {
  return ruleNamed(rule)?.banner !== void 0;
}
function uncomparedLines({ runs }) {
  return [...new Set(runs.flatMap(({ uncompared = [] }) => uncompared))];
}
var WHY = {
  "no fix": "no fix is known",
  status: "the vendor answered",
  "in the baseline": "in the baseline too",
  "this change": "of this change",
  "base image": "of the base image",
  drift: "a package that moved upstream",
  unknown: "nobody can tell whose they are"
};
function excusedLines({ outcomes }) {
  return outcomes.flatMap(({ rule, image, excused = [] }) => {
    if (excused.length === 0) return [];
    const words2 = excused.map((one) => `${amountOf(one)} not judged (${reasonOf2(one)})`);
    return [`${image ?? ""}: ${rule}: ${words2.join(", ")}`];
  });
}
function amountOf({ count: count5, severity, bytes: bytes7 }) {
  if (bytes7 !== void 0) return formatBytes(bytes7);
  return [count5, severity].filter((word) => word !== void 0).join(" ");
}
function reasonOf2({ why, detail }) {
  return detail === void 0 ? WHY[why] : `${WHY[why]} ${detail}`;
}
var JUDGED3 = {
  all: "everything",
  new: "what the baseline does not have"
};
var BLAMED2 = {
  any: "whoever brought it",
  own: "where the image’s own layers brought it",
  "this-change": "where this change brought it"
};
function judgementScopeLines(report) {
  if (report.runs.every(({ baseline }) => baseline === void 0)) return [];
  const told = report.outcomes.flatMap(
    ({ rule, stance: scope }) => scope === void 0 ? [] : [{ rule, words: judgementScopeText(scope) }]
  );
  const groups = Map.groupBy(told, ({ words: words2 }) => words2);
  return [...groups].map(
    ([words2, all]) => `${[...new Set(all.map(({ rule }) => rule))].join(" and ")}: ${words2}`
  );
}
function judgementScopeText({ judge, blame }) {
  return `judged was ${JUDGED3[judge]}, ${BLAMED2[blame]}`;
}

// src/domain/comment/material.ts
var MATERIAL_BYTES = 1e6;
var MATERIAL_SHARE = 0.01;
var MATTERS = [
  "verdict",
  "violation",
  "banner",
  "finding",
  "size",
  "no baseline",
  "not compared"
];
var IS_THERE = {
  verdict: ({ verdict, outcomes }) => verdict !== "pass" || outcomes.some(({ level, outcome }) => level === "error" && outcome !== "pass"),
  violation: (report) => report.images.some((image) => hasNewViolation(report, image)),
  banner: ({ violations }) => violations.some(isOfBanner),
  finding: ({ images }) => images.some((image) => hasOwnFinding(toComparedImage(image))),
  size: ({ images }) => images.some((image) => hasOwnSize(toComparedImage(image))),
  "no baseline": ({ images }) => images.some((image) => toComparedImage(image) === void 0),
  "not compared": (report) => uncomparedLines(report).length > 0
};
function materialChanges(report) {
  return MATTERS.filter((matter) => IS_THERE[matter](report));
}
function isWorthTelling(report, mode) {
  switch (mode) {
    case "always":
      return true;
    case "material":
      return materialChanges(report).length > 0;
    case "on-failure":
      return report.verdict !== "pass";
    case "off":
      return false;
  }
}
function isRelayedWorthTelling(report, mode) {
  if (mode !== "material") return isWorthTelling(report, mode);
  return report.verdict !== "pass" || report.violations.length > 0;
}
function hasNewViolation({ violations }, image) {
  const open = violations.filter((one) => one.image === image.id && one.waived === void 0);
  if (open.some(({ isNew }) => isNew === true)) return true;
  const before = toComparedImage(image)?.violations;
  if (before === void 0) return false;
  const now = Object.entries(openViolations(violations, image.id));
  return now.some(([rule, count5]) => count5 > (ownProperty(before, rule) ?? 0));
}
function hasOwnFinding(compared) {
  const { new: fresh = [], fixed = [] } = compared?.findings ?? {};
  return [...fresh, ...fixed].some(isOfThisChange);
}
function hasOwnSize(compared) {
  if (compared === void 0) return false;
  return ["unpacked", "download"].some((size2) => {
    const own = compared.causes.filter(isOfThisChange).reduce((sum, cause2) => sum + cause2[`${size2}Bytes`], 0);
    const least = Math.min(MATERIAL_BYTES, compared[size2].before * MATERIAL_SHARE);
    return Math.abs(own) > least;
  });
}

// src/domain/github/links.ts
function githubLinks(env, commit) {
  const { GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: name = "" } = env;
  const { GITHUB_RUN_ID: run = "", GITHUB_RUN_ATTEMPT: attempt = "" } = env;
  if (server === "" || name === "") return {};
  const repository2 = `${server}/${name}`;
  return {
    repository: repository2,
    ...commit === void 0 ? {} : { blob: `${repository2}/blob/${commit}` },
    ...run === "" ? {} : { run: `${repository2}/actions/runs/${run}${attempt === "" ? "" : `/attempts/${attempt}`}` }
  };
}

// src/domain/relay/relayed.ts
var SHORT_COMMIT = 12;
function relayedMessage({ by: by2, from, commit }) {
  const whose2 = by2 === "fork" ? "the fork’s" : "Dependabot’s";
  return `As reported by ${whose2} own run, of ${from} at ${commit.slice(0, SHORT_COMMIT)}. Nobody here has checked it.`;
}
function relayedTargets(env, { numbers, commit }) {
  const repository2 = parseRepository(env);
  return repository2 === void 0 ? unable("the run has no ref and commit") : known(numbers.map((number2) => ({ ...repository2, ref: `refs/pull/${number2}/head`, commit })));
}
function leftOutMessages({ numbers, leftOut }) {
  if (leftOut === 0) return [];
  const all = numbers.length + leftOut;
  return [
    `${all} pull requests have this head: ${numbers.length} of them (${numbers.join(", ")}) are told, and ${leftOut} ${leftOut === 1 ? "is" : "are"} left out.`
  ];
}
function relayedLinks(env, { pull, runId }) {
  return githubLinks({ ...env, GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: "" }, pull?.commit);
}

// src/clients/comments.ts
var WRITING = {
  permission: "pull-requests: write",
  unseen: "the pull request or the comment is gone"
};
var READING = {
  what: "a look at the comments of the pull request",
  permission: "pull-requests: write",
  unseen: "the pull request is gone"
};
var PAGE = 100;
var MOST_PAGES = 26;
var commentSchema = external_exports.object({
  id: external_exports.int(),
  node_id: external_exports.string(),
  body: external_exports.string().nullish(),
  user: external_exports.object({ login: external_exports.string(), type: external_exports.string() }).nullish()
});
async function listComments({ number: number2, ...at }, asking) {
  const all = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const ask2 = {
      route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
      parameters: { ...repositoryParameters(at), issue_number: number2, per_page: PAGE, page }
    };
    const answer = toApiResult(await requestWithRetry(ask2, asking), READING);
    if ("refused" in answer) return answer;
    const parsed2 = external_exports.array(commentSchema).safeParse(answer.value.data);
    if (!parsed2.success) return { refused: unknownAnswer(READING) };
    all.push(...parsed2.data.map(toComment));
    if (parsed2.data.length < PAGE) break;
  }
  return { value: all };
}
function toComment({ id, node_id: node, body, user: user2 }) {
  return { id, node, body: body ?? "", login: user2?.login ?? "", isBot: user2?.type === "Bot" };
}
var STANDING = "query ($ids: [ID!]!) { viewer { login } nodes(ids: $ids) { ... on IssueComment { id isMinimized } } }";
var standingSchema = external_exports.object({
  data: external_exports.object({
    viewer: external_exports.object({ login: external_exports.string() }),
    nodes: external_exports.array(external_exports.object({ id: external_exports.string(), isMinimized: external_exports.boolean() }).partial().nullable())
  })
});
var problemSchema = external_exports.object({ errors: external_exports.array(external_exports.object({ message: external_exports.string() })).min(1) });
async function readStanding(nodes, graphqlUrl, asking) {
  const ask2 = { query: STANDING, variables: { ids: nodes } };
  const reading = { asked: READING, schema: standingSchema, asking };
  const answer = await askGraphql(ask2, graphqlUrl, reading);
  if ("refused" in answer) return answer;
  const { viewer, nodes: found } = answer.value.data;
  const shown = found.flatMap(
    (node) => node?.id !== void 0 && node.isMinimized === false ? [node.id] : []
  );
  return { value: { login: viewer.login, shown: new Set(shown) } };
}
async function askGraphql(ask2, graphqlUrl, { asked, schema: schema2, asking }) {
  const parameters = { ...ask2 };
  const answer = toApiResult(
    await requestWithRetry({ route: `POST ${graphqlUrl}`, parameters }, asking),
    asked
  );
  if ("refused" in answer) return answer;
  const parsed2 = schema2.safeParse(answer.value.data);
  return parsed2.success ? { value: parsed2.data } : { refused: graphqlRefusal(answer.value.data, asked) };
}
function graphqlRefusal(data16, asked) {
  const parsed2 = problemSchema.safeParse(data16);
  const [problem] = parsed2.success ? parsed2.data.errors : [];
  if (problem === void 0) return unknownAnswer(asked);
  return `GitHub refused ${asked.what} ("${truncate(plainLine(problem.message).replace(/\.$/, ""), 300)}"): give the job permissions: ${asked.permission}.`;
}
function unknownAnswer({ what }) {
  return `GitHub’s answer to ${what} is not one that is known.`;
}
async function createComment({ number: number2, ...at }, body, asking) {
  const ask2 = {
    route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    parameters: { ...repositoryParameters(at), issue_number: number2, body },
    isOnce: true
  };
  return written(ask2, "a comment on the pull request", asking);
}
async function updateComment({ owner, repo }, { id, body }, asking) {
  const ask2 = {
    route: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    parameters: { owner, repo, comment_id: id, body }
  };
  return written(ask2, "the update of its comment", asking);
}
var HIDING = "mutation ($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized } } }";
var hiddenSchema = external_exports.object({
  data: external_exports.object({
    minimizeComment: external_exports.object({ minimizedComment: external_exports.object({ isMinimized: external_exports.literal(true) }) })
  })
});
async function hideComment(node, graphqlUrl, asking) {
  const asked = { what: "the hiding of a second comment", ...WRITING };
  const ask2 = { query: HIDING, variables: { id: node } };
  const answer = await askGraphql(ask2, graphqlUrl, { asked, schema: hiddenSchema, asking });
  return "refused" in answer ? answer : { value: void 0 };
}
async function written(ask2, what, asking) {
  const answer = toApiResult(await requestWithRetry(ask2, asking), { what, ...WRITING });
  return "refused" in answer ? answer : { value: void 0 };
}

// src/clients/pull-response.ts
import { createHash as createHash6 } from "node:crypto";
import { Transform } from "node:stream";

// src/domain/registry/retry.ts
function parseRetryAfter(header, now) {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1e3);
}
function isTransientStatus(status) {
  return status === 408 || status === 429 || status >= 500;
}

// src/clients/pull-response.ts
var PullFailed = class extends Error {
  name = "PullFailed";
  /** Seconds to wait at least before it may go better; undefined: trying again is no use. */
  wait;
  constructor(message3, options2 = {}) {
    super(message3, options2.cause === void 0 ? void 0 : { cause: options2.cause });
    this.wait = options2.wait;
  }
};
function brokenOff(cause2, doing = "") {
  return new PullFailed(`${doing}${errorMessage(cause2)}`, {
    cause: cause2,
    ...isTransientError(cause2) && { wait: 0 }
  });
}
var LARGEST_ERROR = 64 * 1024;
var errorSchema = external_exports.object({
  errors: external_exports.array(external_exports.object({ code: external_exports.string().regex(/^[A-Z_]{1,40}$/) })).min(1)
});
async function readPullFailure(answer, now) {
  const { status, headers } = answer;
  const body = await readAll(answer.body, LARGEST_ERROR).catch(() => Buffer.alloc(0));
  const parsed2 = errorSchema.safeParse(parseJson(body));
  const code2 = parsed2.success ? parsed2.data.errors[0]?.code : void 0;
  const words2 = `it answered ${status}${code2 === void 0 ? "" : ` ${code2}`}`;
  if (!isTransientStatus(status)) return new PullFailed(words2);
  const wait = parseRetryAfter(headers["retry-after"], now);
  const asked = wait > 0 ? ` and asks to wait ${Math.ceil(wait)} seconds` : "";
  return new PullFailed(`${words2}${asked}`, { wait });
}
async function readAll(body, most) {
  const parts = [];
  let bytes7 = 0;
  try {
    for await (const chunk of body) {
      bytes7 += chunk.length;
      if (bytes7 > most) break;
      parts.push(Buffer.from(chunk));
    }
  } catch (cause2) {
    throw brokenOff(cause2);
  }
  if (bytes7 > most) throw new PullFailed(`its answer has more than ${most} bytes`);
  return Buffer.concat(parts);
}
function parseJson(bytes7) {
  try {
    return JSON.parse(bytes7.toString("utf8"));
  } catch {
    return void 0;
  }
}
var Meter = class extends Transform {
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

// src/clients/workflow-runs.ts
var sha2 = external_exports.string().regex(/^[0-9a-f]{40,64}$/);
var repository = external_exports.object({
  id: external_exports.int().optional(),
  full_name: external_exports.string(),
  owner: external_exports.object({ login: external_exports.string() })
});
var runSchema2 = external_exports.object({
  event: external_exports.string(),
  run_attempt: external_exports.int().positive().nullish(),
  /** Whose workflow it is. */
  repository: external_exports.object({ id: external_exports.int().optional() }).nullish(),
  head_sha: sha2,
  head_branch: external_exports.string().nullish(),
  /** Null when it was deleted. */
  head_repository: repository.nullish(),
  actor: external_exports.object({ login: external_exports.string() }).nullish(),
  /** Empty for a fork's. */
  pull_requests: external_exports.array(external_exports.object({ number: external_exports.int().positive() })).nullish()
});
var pullsSchema = external_exports.array(
  external_exports.object({
    number: external_exports.int().positive(),
    head: external_exports.object({
      sha: sha2,
      repo: external_exports.object({ id: external_exports.int().optional(), full_name: external_exports.string() }).nullish()
    })
  })
);
var artifactsSchema = external_exports.object({
  artifacts: external_exports.array(
    external_exports.object({
      id: external_exports.int().positive(),
      name: external_exports.string(),
      size_in_bytes: external_exports.int().nonnegative(),
      expired: external_exports.boolean()
    })
  )
});
var PAGE2 = 100;
var MOST_PAGES2 = 10;
var DOWNLOAD_SECONDS = 300;
function readRun(at, runId, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
    parameters: { ...repositoryParameters(at), run_id: runId }
  };
  const asked = {
    what: `a look at the workflow run ${runId}`,
    permission: "actions: read",
    unseen: "there is no such run"
  };
  return read(ask2, { asked, schema: runSchema2, asking });
}
function listPulls(at, head, asking) {
  const asked = {
    what: "a look at the pull requests",
    permission: "pull-requests: write",
    unseen: "there is none"
  };
  const wanted = { state: "open", head: `${head.owner}:${head.branch}` };
  return readPages(async (pages) => {
    const parameters = { ...repositoryParameters(at), ...wanted, ...pages };
    const ask2 = { route: "GET /repos/{owner}/{repo}/pulls", parameters };
    return read(ask2, { asked, schema: pullsSchema, asking });
  });
}
function listArtifacts(at, runId, asking) {
  const asked = {
    what: "a look at the artifacts of the run",
    permission: "actions: read",
    unseen: "the run is gone"
  };
  return readPages(async (pages) => {
    const ask2 = {
      route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
      parameters: { ...repositoryParameters(at), run_id: runId, ...pages }
    };
    return (await read(ask2, { asked, schema: artifactsSchema, asking })).artifacts;
  });
}
async function readPages(readPage) {
  const all = [];
  for (let page = 1; page <= MOST_PAGES2; page += 1) {
    const some = await readPage({ per_page: PAGE2, page });
    all.push(...some);
    if (some.length < PAGE2) break;
  }
  return all;
}
async function downloadArtifact(at, download2, { asking: { retryPolicy, deps }, http, workflow }) {
  for (const pause of [...retryPolicy.pauses, void 0]) {
    try {
      return await downloadOnce(at, download2, { http, workflow });
    } catch (cause2) {
      const isLast = pause === void 0 || deps.signal.aborted || !isTransientError(cause2);
      if (isLast || cause2 instanceof Refusal && cause2.status < 500)
        throw new ToolError("github", notGiven(download2.id, cause2), { cause: cause2 });
      await deps.clock.sleep(pause, deps.signal);
    }
  }
  throw new ToolError("github", notGiven(download2.id, void 0));
}
var Refusal = class extends Error {
  status;
  constructor(status) {
    super(`it answered ${status}`);
    this.status = status;
  }
};
var UNSEEN = [401, 403, 404];
function notGiven(id, cause2) {
  const isUnseen = cause2 instanceof Refusal && UNSEEN.includes(cause2.status);
  const advice4 = isUnseen ? " Give the job permissions: actions: read." : "";
  return `GitHub did not give the artifact ${id}: ${errorMessage(cause2)}.${advice4}`;
}
async function downloadOnce({ owner, repo }, { id, token, mostBytes }, { http, workflow }) {
  const api = workflow.env["GITHUB_API_URL"] ?? "https://api.github.com";
  const url = `${api}/repos/${owner}/${repo}/actions/artifacts/${id}/zip`;
  const headers = { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" };
  const { status, body } = await http.get({ url, headers, deadlineSeconds: DOWNLOAD_SECONDS });
  if (status === 200) return readAll(body, mostBytes);
  body.destroy();
  throw new Refusal(status);
}
async function read(ask2, reading) {
  const answer = await requestTyped(ask2, reading);
  if ("refused" in answer) throw new ToolError("github", answer.refused);
  return answer.value;
}

// src/domain/text/markdown.ts
var NAMED4 = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
var NO_SPACE2 = "&#8203;";
function escapeMarkdown(text) {
  return withEntities(text).replaceAll("&#64;", `&#64;${NO_SPACE2}`).replace(/&#35;(?=\d)/g, `&#35;${NO_SPACE2}`).replace(/GH&#45;(?=\d)/gi, `$&${NO_SPACE2}`);
}
function withEntities(text) {
  return plainLine(text).toWellFormed().replace(
    /[&<>@\\`*_{}[\]()#+\-!|~$]/g,
    (character) => ownProperty(NAMED4, character) ?? `&#${character.charCodeAt(0)};`
  ).replace(
    /[:.](?<=(?:https?|ftp|mailto|xmpp):|www\.)/gi,
    (character) => `&#${character.charCodeAt(0)};`
  );
}
function code(text) {
  return `<code>${withEntities(text)}</code>`;
}
function table(head, rows) {
  const line4 = (cells2) => `| ${cells2.join(" | ")} |`;
  return [line4(head), line4(head.map(() => "---")), ...rows.map(line4)].join("\n");
}
function folded2(title2, body) {
  return `<details><summary>${title2}</summary>

${body}

</details>`;
}
function folding(title2, body) {
  return body === "" ? "" : folded2(title2, body);
}
function bullets(lines2) {
  return lines2.map((line4) => `- ${escapeMarkdown(line4)}`).join("\n");
}
var PIECE = 8;
function breakable(text) {
  const words2 = plainLine(text).split(" ");
  return words2.map((word) => piecesOf(word).map(escapeMarkdown).join("<wbr>")).join(" ");
}
function piecesOf(word) {
  const characters = Array.from(word);
  const count5 = Math.ceil(characters.length / PIECE);
  return Array.from(
    { length: count5 },
    (_, at) => characters.slice(at * PIECE, (at + 1) * PIECE).join("")
  );
}

// src/domain/comment/marker.ts
function commentMarker(key) {
  return `<!-- plimsoll-comment${key === void 0 ? "" : ` ${toFileName(key).replaceAll(/-+/g, "-")}`} -->`;
}

// src/domain/comment/own-comment.ts
var HIDDEN_LINES = 2;
function parseOwnComment(body, key) {
  const lines2 = body.trimEnd().split(/\r?\n/);
  const [title2 = "", second] = lines2;
  const [before, , last2] = lines2.slice(-1 - HIDDEN_LINES);
  const isOurs = isTitle(title2, key) && second === "" && before === "" && last2 === commentMarker(key) && body.split("<!--").length === 1 + HIDDEN_LINES;
  return isOurs ? parseMadeBy(body) : void 0;
}
function isTitle(line4, key) {
  const words2 = line4.startsWith("## ") ? line4.slice("## ".length) : line4;
  return titles(key).some((start) => words2.startsWith(`${escapeMarkdown(start)} `));
}

// src/publishers/comment/find.ts
var AT_ONCE = 100;
var MOST_RUNS = 20;
function workflowRunLookup(at, asking) {
  const asked = /* @__PURE__ */ new Map();
  return (run) => {
    const found = asked.get(run) ?? readOrNot(at, run, asking);
    asked.set(run, found);
    return found;
  };
}
async function readOrNot(at, run, asking) {
  try {
    return await readRun(at, String(run), asking);
  } catch (error) {
    if (error instanceof ToolError) return void 0;
    throw error;
  }
}
async function findOwnComments({ at, key, madeBy }, { asking, graphqlUrl, runs }) {
  const all = await listComments(at, asking);
  if ("refused" in all) return all;
  const alike = all.value.flatMap((comment2) => {
    const told = parseOwnComment(comment2.body, key);
    return told === void 0 ? [] : [{ ...comment2, madeBy: told }];
  });
  const standing3 = await bySameHand(alike, graphqlUrl, asking);
  if ("refused" in standing3) return standing3;
  if (standing3.value.length === 0) return { value: [] };
  const own = madeBy === void 0 ? void 0 : await runs(madeBy.run);
  if (own === void 0) return { value: standing3.value.map((one) => ({ ...one, isKnownRun: false })) };
  const ours = [];
  for (const one of standing3.value.slice(0, MOST_RUNS)) {
    const run = await runs(one.madeBy.run);
    if (run !== void 0 && hasMade(one.madeBy, run, at) && isOfPull(run, own, at.number))
      ours.push({ ...one, isKnownRun: true });
  }
  return { value: ours };
}
async function bySameHand(alike, graphqlUrl, asking) {
  const same = [];
  for (let from = 0; from < alike.length; from += AT_ONCE) {
    const some = alike.slice(from, from + AT_ONCE);
    const standing3 = await readStanding(
      some.map(({ node }) => node),
      graphqlUrl,
      asking
    );
    if ("refused" in standing3) return standing3;
    const { login, shown } = standing3.value;
    same.push(
      ...some.filter(
        (one) => one.login === login && one.isBot === login.endsWith("[bot]") && shown.has(one.node)
      )
    );
  }
  return { value: same };
}
function hasMade({ attempt, told }, run, at) {
  const own = repositoryKey({ id: run.repository?.id, full_name: `${at.owner}/${at.repo}` });
  const isFork = repositoryKey(run.head_repository ?? {}) !== own;
  return attempt <= (run.run_attempt ?? 1) && !(isFork && told?.by === "gate");
}
function isOfPull(run, own, number2) {
  if (run.event !== own.event) return false;
  const named = run.pull_requests ?? [];
  if (named.length > 0) return named.some((pull) => pull.number === number2);
  const [one, other] = [run, own].map(
    ({ head_repository: repository2, head_branch: branch }) => repository2 === void 0 || repository2 === null || (branch ?? "") === "" ? "" : `${repositoryKey(repository2)} ${branch ?? ""}`
  );
  return one !== "" && one === other;
}

// src/publishers/comment/put.ts
var HELD = "The comment on the pull request is left as it is: the gate’s own run of the same commit has made it.";
async function putComment(wanted, putting) {
  const { retryPolicy, deps } = putting.asking;
  const having = { ...putting, runs: workflowRunLookup(wanted.at, putting.asking) };
  for (const pause of [...retryPolicy.pauses, void 0]) {
    const ours = await findOwnComments(wanted, having);
    if ("refused" in ours) return ours.refused;
    if (ours.value.length > 0) return settle2(ours.value, wanted, having);
    if (wanted.isQuiet) return void 0;
    const made = await createComment(wanted.at, wanted.body, putting.asking);
    if ("value" in made) return settleAll(wanted, having);
    if (!isDoubtful(made) || pause === void 0 || deps.signal.aborted) return made.refused;
    await deps.clock.sleep(pause, deps.signal);
  }
  return void 0;
}
function isDoubtful({ status }) {
  return status === void 0 || status >= 500;
}
async function settle2([first, ...others], wanted, having) {
  if (first === void 0) return void 0;
  const { asking, log } = having;
  await hideAll(others, having);
  if (isSame(first.body, wanted.body)) return void 0;
  if (isHeldByGate(first.madeBy, wanted.madeBy)) {
    log.line(HELD);
    return void 0;
  }
  if (isOvertaken(first, wanted)) return void 0;
  const clash = isClash(first.madeBy, wanted) ? clashMessage(first.madeBy) : void 0;
  const done = await updateComment(wanted.at, { id: first.id, body: wanted.body }, asking);
  if ("value" in done) return clash;
  if (done.status !== 404 || wanted.isQuiet) return done.refused;
  const made = await createComment(wanted.at, wanted.body, asking);
  return "refused" in made ? made.refused : void 0;
}
async function settleAll(wanted, having) {
  const ours = await findOwnComments(wanted, having);
  return "refused" in ours ? void 0 : settle2(ours.value, wanted, having);
}
async function hideAll(doubles, { asking, graphqlUrl, log }) {
  for (const { node } of doubles) {
    const hidden = await hideComment(node, graphqlUrl, asking);
    if (!("refused" in hidden)) continue;
    log.untrusted(`A second comment of ours stays on the pull request. ${hidden.refused}`);
    return;
  }
}
function isSame(one, other) {
  const plain = (text) => text.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}
function isClash(before, { madeBy }) {
  if (madeBy === void 0 || madeBy.job === "relay") return false;
  return before.run === madeBy.run && before.attempt === madeBy.attempt;
}
function isOvertaken({ madeBy: before, isKnownRun }, { madeBy }) {
  return isKnownRun && madeBy !== void 0 && isNewer(before, madeBy);
}

// src/domain/text/fit-parts.ts
function part2(name, text, priority) {
  return text === "" ? void 0 : { name, text, priority };
}
var encoder = new TextEncoder();
function fit(parts, limit, note) {
  const kept = [...parts];
  const out = [];
  for (; ; ) {
    const text = [...kept.map((part3) => part3.text), ...out.length === 0 ? [] : [note(out)]].join(
      "\n\n"
    );
    if (encoder.encode(text).length <= limit) return text;
    const least = kept.reduce(
      (low, part3) => low === void 0 || part3.priority < low.priority ? part3 : low,
      void 0
    );
    if (least === void 0 || least.priority === Number.POSITIVE_INFINITY) return cut(text, limit);
    kept.splice(kept.indexOf(least), 1);
    out.push(least.name);
  }
}
function cut(text, limit) {
  return withoutTrailing(
    new TextDecoder().decode(encoder.encode(text).subarray(0, limit)),
    "�"
  );
}

// src/domain/markdown/banners.ts
function renderBanners(report) {
  return banners(report).map(({ title: title2, lines: lines2 }) => `**${title2}**

${bullets(lines2)}`).join("\n\n");
}
function renderUncompared(report) {
  return uncomparedLines(report).map(escapeMarkdown).join("\n\n");
}

// src/domain/report/image-problems.ts
function problemsByImage(report) {
  const open = report.violations.filter(({ waived: waived2 }) => waived2 === void 0);
  const violations = Map.groupBy(open, ({ image = "" }) => image);
  return [...Map.groupBy(problems(report), ({ image }) => image)].map(([image, all]) => ({
    image,
    problems: all.filter(({ rule }) => ruleNamed(rule)?.table === void 0),
    tables: tablesOf(violations.get(image) ?? [])
  }));
}
function tablesOf(violations) {
  return RULE_IDS.flatMap((rule) => {
    const { table: table2 } = RULES[rule];
    if (table2 === void 0) return [];
    const own = violations.filter((violation3) => violation3.rule === rule);
    const rows = table2.rows(own.map((one) => ({ ...one, isNew: one.isNew === true })));
    return rows.length === 0 ? [] : [{ rule, head: table2.head, rows }];
  });
}

// src/domain/markdown/place.ts
function place(at, { linkBase }) {
  const text = placeText(at);
  if (text === "") return "place unknown";
  if (linkBase === void 0 || at.file === void 0 || !isInRepository(at.file))
    return code(text);
  const path = at.file.toWellFormed().split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29");
  const lines2 = at.startLine === void 0 ? "" : `#L${at.startLine}${at.endLine === void 0 || at.endLine === at.startLine ? "" : `-L${at.endLine}`}`;
  return `[${code(text.slice(text.lastIndexOf("/") + 1))}](${linkBase}/${path}${lines2})`;
}
function whose(by2, options2) {
  return by2.base === true || by2.place === void 0 ? whoseText(by2) : place(by2.place, options2);
}

// src/domain/markdown/violations.ts
var ROWS = 10;
function renderViolations(report, options2) {
  return problemsByImage(report).map(({ image, problems: problems2, tables }) => {
    const parts = [problemList(problems2, options2), ...tables.map((one) => rowsOf(one, options2))];
    return [`### ${escapeMarkdown(image)}`, ...parts.filter((text) => text !== "")].join("\n\n");
  }).join("\n\n");
}
function problemList(all, options2) {
  const lines2 = all.slice(0, ROWS).map((problem) => {
    const marks = [
      ...problem.level === "error" ? [] : ["warning"],
      ...problem.isNew ? ["new"] : []
    ];
    const rule = `**${escapeMarkdown(problem.rule)}**${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
    return `- ${rule} ${place(problem, options2)}: ${escapeMarkdown(problem.message)} ${escapeMarkdown(problem.advice)}`;
  });
  return [...lines2, ...moreOf(all.length)].join("\n");
}
function moreOf(count5) {
  return count5 > ROWS ? [`- ${count5 - ROWS} more are in report.json.`] : [];
}
function rowsOf({ head, rows }, options2) {
  const shown = rows.slice(0, ROWS).map((row) => {
    const where = place(row.place ?? {}, options2);
    return [...row.cells.map(escapeMarkdown), row.base ? `base image, ${where}` : where];
  });
  return [table([...head, "where"], shown), ...moreOf(rows.length)].join("\n\n");
}

// src/publishers/comment/findings.ts
var ROWS2 = 10;
function introducedIn(image) {
  const fresh = (toComparedImage(image)?.findings?.new ?? []).filter(isOfThisChange);
  if (fresh.length === 0) return [];
  const excuses = new Map(
    (image.findings ?? []).map(({ identity, suppressed }) => [identity, suppressed])
  );
  return fresh.map((one) => {
    const excuse = excuses.get(one.identity);
    return { ...one, image: image.id, ...excuse && { excused: EXCUSED[excuse.by] } };
  });
}
var EXCUSED = { waiver: "waived", trivyignore: "ignored", vex: "excused by VEX" };
function renderIntroduced(report) {
  const told = toldByViolations(report);
  const introduced = report.images.flatMap(introducedIn);
  const left = introduced.filter(
    ({ image, id, identity, package: name }) => !told.has(keyOf2({ image, id, identity, package: name })) && !told.has(keyOf2({ image, id, package: name }))
  );
  const lines2 = linesOf(left, report);
  if (lines2 === "") return "";
  const others = introduced.length - left.length;
  const violations = others === 1 ? "a violation" : "violations";
  const counts = `${introduced.length}${others === 0 ? "" : `, ${others} of them ${violations}`}`;
  return `**Vulnerabilities introduced: ${counts}**

${lines2}`;
}
function renderFixed(report) {
  const fixed = report.images.flatMap(
    (image) => (toComparedImage(image)?.findings?.fixed ?? []).map((one) => ({ ...one, image: image.id }))
  );
  return folding(`Vulnerabilities fixed: ${fixed.length}`, linesOf(fixed, report));
}
function findingText({ id, severity, package: about }) {
  return `${id} (${severity}) in ${about}`;
}
function worstFirst(findings) {
  const rank3 = ({ severity }) => SEVERITIES.indexOf(severity);
  return findings.toSorted((a, b) => rank3(b) - rank3(a));
}
function linesOf(all, { images }) {
  const lines2 = worstFirst(all).slice(0, ROWS2).map((one) => {
    const where = images.length === 1 ? "" : `${one.image}: `;
    const excused = one.excused === void 0 ? "" : ` (${one.excused})`;
    return `${where}${findingText(one)}${excused}, ${fixText(one)}`;
  });
  const more = all.length - lines2.length;
  return bullets([...lines2, ...more > 0 ? [`and ${more} more`] : []]);
}
function fixText({ fixed, upgrade }) {
  if (fixed === void 0) return "no fix yet";
  return upgrade === void 0 ? `fixed in ${fixed}` : `upgrade to ${upgrade}`;
}
function toldByViolations({ violations }) {
  const keys = violations.flatMap((violation3) => {
    const { image = "", waived: waived2 } = violation3;
    const finding = waived2 === void 0 ? toldOf(violation3)?.finding : void 0;
    return finding === void 0 ? [] : [keyOf2({ image, ...finding })];
  });
  return new Set(keys);
}
function keyOf2({ image, ...one }) {
  return JSON.stringify([image, findingKey(one)]);
}

// src/domain/markdown/changes.ts
var ROWS3 = 10;
function layerPlace({ change, place: at }, options2) {
  if (at === void 0) return place({}, options2);
  return change === "went" ? code(placeText(at).replace(/^.*\//, "")) : place(at, options2);
}
function layersTable(layers, options2) {
  if (layers.length === 0) return "";
  const rows = layers.map(({ unpacked, base, change, place: at, instruction }) => [
    formatDifference(unpacked.after - unpacked.before),
    `${formatBytes(unpacked.before)} → ${formatBytes(unpacked.after)}`,
    base ? `base image ${change}` : change,
    layerPlace({ change, place: at }, options2),
    instruction === void 0 ? "" : code(instruction.slice(0, 120))
  ]);
  return table(["difference", "unpacked", "what", "where", "instruction"], rows);
}
function packagesTable(packages) {
  if (packages.length === 0) return "";
  const rows = packagesFirst(packages).slice(0, ROWS3).map(({ name, change, before, after }) => [
    change,
    escapeMarkdown(name),
    escapeMarkdown([before, after].filter((version) => version !== void 0).join(" → "))
  ]);
  return table(["package", "name", "version"], rows);
}
function findingsTable(findings) {
  if (findings.length === 0) return "";
  const rows = findings.slice(0, ROWS3).map(({ id, package: about, severity, fixed, upgrade = fixed, cause: cause2 }) => [
    escapeMarkdown(id),
    severity,
    escapeMarkdown(about),
    escapeMarkdown(upgrade ?? "no fix yet"),
    cause2
  ]);
  return table(["new vulnerability", "severity", "package", "upgrade to", "cause"], rows);
}

// src/publishers/comment/growth.ts
var GROWN = 5;
var LAYERS = 15;
var NAMED5 = 5;
function subjects({ images }) {
  return images.flatMap((image) => {
    const compared = toComparedImage(image);
    return compared === void 0 ? [] : [{ name: images.length === 1 ? "" : image.id, compared }];
  });
}
function renderGrowth(report, options2) {
  const grown = subjects(report).flatMap(
    ({ name, compared }) => changedLayers(compared, Number.POSITIVE_INFINITY).map((layer) => ({
      name,
      layer,
      bytes: layer.unpacked.after - layer.unpacked.before
    }))
  ).filter(({ bytes: bytes7 }) => bytes7 > 0).toSorted((a, b) => b.bytes - a.bytes).slice(0, GROWN);
  if (grown.length === 0) return "";
  const lines2 = grown.map(({ name, layer, bytes: bytes7 }) => {
    const about = name === "" ? "" : `${escapeMarkdown(name)} `;
    const instruction = layer.instruction === void 0 ? "" : ` ${code(layer.instruction.slice(0, 120))}`;
    return `- **${formatDifference(bytes7)}** ${about}${layerPlace(layer, options2)}${instruction}`;
  });
  return `**What grew**

${lines2.join("\n")}`;
}
var OTHERS = ["base image", "drift"];
function renderOthers(report) {
  const all = subjects(report);
  const sums = OTHERS.flatMap((cause2) => {
    const bytes7 = all.flatMap(
      ({ compared }) => compared.causes.filter((one) => one.cause === cause2).map((one) => one.unpackedBytes)
    );
    const sum = bytes7.reduce((total, one) => total + one, 0);
    return bytes7.length === 0 ? [] : [`${cause2} ${formatDifference(sum)}`];
  });
  const lines2 = all.flatMap(
    ({ name, compared }) => [...othersText(compared), ...broughtByOthers(compared)].map(
      (text) => name === "" ? text : `${name}: ${text}`
    )
  );
  return folding(
    ["Not by this change", sums.join(", ")].filter((text) => text !== "").join(": "),
    bullets(lines2)
  );
}
function broughtByOthers({ packages = [], findings }) {
  return OTHERS.flatMap((cause2) => {
    const moved = packagesText(packages.filter((one) => one.cause === cause2));
    const fresh = worstFirst((findings?.new ?? []).filter((one) => one.cause === cause2));
    const more = fresh.length - NAMED5;
    const named = fresh.slice(0, NAMED5).map(findingText).join(", ");
    return [
      ...moved === void 0 ? [] : [`${cause2}, packages: ${moved}`],
      ...named === "" ? [] : [`${cause2} brings ${named}${more > 0 ? ` and ${more} more` : ""}`]
    ];
  });
}
function renderPackages(report) {
  const all = subjects(report).map(({ name, compared }) => ({
    name,
    packages: (compared.packages ?? []).filter(isOfThisChange)
  }));
  const counts = packagesText(all.flatMap(({ packages }) => packages));
  const tables = all.map(({ name, packages }) => titled(name, packagesTable(packages)));
  return counts === void 0 ? "" : folding(`Packages: ${counts}`, joined(tables));
}
function renderLayers(report, options2) {
  const all = subjects(report).map(({ name, compared }) => ({
    name,
    layers: compared.layers.filter(({ unpacked }) => unpacked.before !== unpacked.after)
  }));
  const count5 = all.reduce((sum, { layers }) => sum + layers.length, 0);
  const tables = all.map(
    ({ name, layers }) => titled(name, layersTable(layers.slice(0, LAYERS), options2))
  );
  return folding(`Layers: ${count5} ${count5 === 1 ? "differs" : "differ"}`, joined(tables));
}
function titled(name, text) {
  return text === "" || name === "" ? text : `**${escapeMarkdown(name)}**

${text}`;
}
function joined(texts) {
  return texts.filter((text) => text !== "").join("\n\n");
}

// src/domain/findings/database-age.ts
var DAY_MS2 = 864e5;
var LONGEST_DAYS = 7;
var DRIFT_DAYS = 1 / 24;
function ageInDays({ updatedAt }, now) {
  if (updatedAt === void 0) return void 0;
  const days = (now.getTime() - Date.parse(updatedAt)) / DAY_MS2;
  return days < -DRIFT_DAYS ? days : Math.max(0, days);
}
function isFresh(dates, now) {
  const age = ageInDays(dates, now);
  if (age === void 0 || age < 0 || age > LONGEST_DAYS || dates.nextUpdate === void 0)
    return false;
  return now.getTime() < Date.parse(dates.nextUpdate);
}
function ageText(days) {
  const [count5, unit] = days < 2 ? [Math.floor(days * 24), "hour"] : [Math.floor(days), "day"];
  return `${count5} ${unit}${count5 === 1 ? "" : "s"}`;
}

// src/publishers/comment/origin.ts
var SHORT_COMMIT2 = 12;
var NAMED6 = 3;
function renderOrigin({ runs, images }, links) {
  const builders = runs.filter(
    ({ id }) => images.some(({ run, state }) => run === id && state === "built")
  );
  const parts = [
    ...distinct2(builders.map((run) => baselineText(run, links))),
    ...distinct2(builders.flatMap(databaseText)),
    links.run === void 0 ? void 0 : `[this run](${links.run})`
  ].filter((part3) => part3 !== void 0);
  return parts.length === 0 ? "" : `<sub>${parts.join(" · ")}</sub>`;
}
function distinct2(texts) {
  return [...new Set(texts)].slice(0, NAMED6);
}
function baselineText({ baseline }, { repository: repository2 }) {
  if (baseline === void 0) return "no baseline yet: nothing is compared";
  const { commit, madeAt } = baseline;
  const moment = escapeMarkdown(formatMoment(madeAt));
  if (commit === void 0) return `baseline of ${moment}`;
  const short = escapeMarkdown(commit.slice(0, SHORT_COMMIT2));
  const isCommit = /^[0-9a-f]{40,64}$/.test(commit);
  const link = repository2 === void 0 || !isCommit ? short : `[${short}](${repository2}/commit/${commit})`;
  return `baseline: commit ${link} of ${moment}`;
}
function databaseText({ database, startedAt }) {
  const days = ageInDays({ updatedAt: database?.updatedAt }, new Date(startedAt));
  return days === void 0 || Number.isNaN(days) ? [] : [`vulnerability database ${ageText(days)} old`];
}

// src/publishers/comment/table.ts
var ORDER2 = ["fail", "unable", "pass"];
var ROWS4 = 50;
var HEAD = ["image", "size", "fixable", "user, health, build"];
function renderImages({ images }) {
  if (images.length === 0) return "";
  const sorted = ORDER2.flatMap((verdict) => images.filter((image) => image.verdict === verdict));
  const rows = sorted.slice(0, ROWS4).map((image) => [nameCell(image), sizeCell2(image), fixableCell2(image), startCell(image)]);
  const more = images.length - rows.length;
  return `${table(HEAD, rows)}${more === 0 ? "" : `

${more} more images are in the step summary.`}`;
}
function lines(texts) {
  return texts.filter((text) => text !== void 0 && text !== "").join("<br>");
}
function small(text) {
  return `<sub>${text.replaceAll(/(?<=\d) (?=[kMGT]?B\b|%|s\b)/g, "&nbsp;")}</sub>`;
}
function nameCell({ id, platform, verdict }) {
  const end = `/${platform}`;
  const name = id.endsWith(end) ? id.slice(0, -end.length) : id;
  return lines([
    `**${breakable(shortened(name))}**`,
    small(shortened(platform).split("/").map(breakable).join("/<wbr>")),
    verdict === "pass" ? verdict : `**${verdict}**`
  ]);
}
function sizeCell2(image) {
  const { unpacked, download: download2 } = imageCells(image);
  const compared = toComparedImage(image);
  return lines([
    `**${unpacked}**`,
    compared === void 0 ? newText(image) : differenceCell(compared.unpacked),
    small(`download ${download2}`),
    compared === void 0 ? void 0 : differenceCell(compared.download)
  ]);
}
function differenceCell(difference2) {
  return small(escapeMarkdown(differenceText(difference2)));
}
function newText({ comparison }) {
  return comparison?.state === "new" ? "new image" : void 0;
}
function fixableCell2(image) {
  return lines([imageCells(image).fixable, changedFindings(image)]);
}
function changedFindings(image) {
  const compared = toComparedImage(image);
  if (compared === void 0) return void 0;
  if (compared.findings === void 0) return small("not compared");
  const introduced = introducedIn(image);
  const excused = Map.groupBy(
    introduced.flatMap((one) => one.excused ?? []),
    (words3) => words3
  );
  const unfixed = introduced.filter(({ fixed }) => fixed === void 0).length;
  const words2 = [
    ...unfixed === 0 ? [] : [`${unfixed} without a fix`],
    ...[...excused].map(([how, all]) => `${all.length} ${how}`)
  ].join(", ");
  return small(
    `${introduced.length} introduced${words2 === "" ? "" : ` (${words2})`}, ${compared.findings.fixed.length} fixed`
  );
}
function startCell(image) {
  const { user: user2, health, build } = imageCells(image);
  return lines([
    breakable(shortened(user2)),
    small(`health: ${escapeMarkdown(health)}`),
    small(`build: ${build}`)
  ]);
}

// src/publishers/comment/render.ts
var COMMENT_LIMIT = 65536;
function renderComment(report, options2) {
  const { links, note = "" } = options2;
  const places = links.blob === void 0 ? {} : { linkBase: links.blob };
  const parts = [
    part2("verdict", headlineOf(report, options2), Number.POSITIVE_INFINITY),
    part2("note", escapeMarkdown(note), Number.POSITIVE_INFINITY),
    part2("what was not compared", renderUncompared(report), 99),
    part2("images", renderImages(report), 100),
    part2("notice of enforce", enforceText(report), 95),
    part2("loosenings", renderBanners(report), 98),
    part2("what could not be judged", renderUnables(report), 85),
    part2("violations", renderOpen(report, places), 80),
    part2("what grew", renderGrowth(report, places), 75),
    part2("vulnerabilities introduced", renderIntroduced(report), 78),
    part2("vulnerabilities fixed", renderFixed(report), 35),
    part2("base image and drift", renderOthers(report), 50),
    part2("warnings", renderWarnings(report, places), 45),
    part2("packages", renderPackages(report), 30),
    part2("layers", renderLayers(report, places), 40),
    part2("origin", renderOrigin(report, links), 90)
  ].filter((one) => one !== void 0);
  return marked(
    options2,
    (limit) => fit(
      parts,
      limit,
      (names) => `Left out here, and to be found in the step summary: ${names.join(", ")}.`
    )
  );
}
function renderQuietComment(report, options2) {
  const { key, note = "" } = options2;
  const nothing = note === "" ? " Nothing that a reviewer has to know changed." : "";
  const parts = [
    part2("verdict", escapeMarkdown(`${headline(report, key)}${nothing}`), 1),
    part2("note", escapeMarkdown(note), 1)
  ].filter((one) => one !== void 0);
  return marked(options2, (limit) => fit(parts, limit, () => ""));
}
function marked({ key, madeBy, limit = COMMENT_LIMIT }, render) {
  const line4 = madeBy === void 0 ? "" : `${madeByLine(madeBy)}
`;
  const end = `

${line4}${commentMarker(key)}`;
  return `${render(limit - end.length)}${end}`;
}
function headlineOf(report, { key }) {
  return `## ${escapeMarkdown(headline(report, key).slice(0, 1e3))}`;
}
function renderUnables(report) {
  const outcomes = report.outcomes.filter(({ level }) => level === "error");
  const lines2 = bullets(unables({ ...report, outcomes }));
  return lines2 === "" ? "" : `**What could not be judged**

${lines2}`;
}
function renderOpen(report, places) {
  const hasErrors = of(report, "error").violations.length > 0;
  return renderViolations(of(report, hasErrors ? "error" : "warning"), places);
}
function renderWarnings(report, places) {
  const warnings = of(report, "warning");
  if (of(report, "error").violations.length === 0) return "";
  return folding(`Warnings: ${warnings.violations.length}`, renderViolations(warnings, places));
}
function of(report, wanted) {
  const violations = report.violations.filter(
    (one) => !isOfBanner(one) && one.level === wanted && one.waived === void 0
  );
  return { ...report, violations };
}

// src/publishers/comment/index.ts
var comment = {
  applies: ({ inputs, relay }, { workflow }) => inputs !== void 0 && inputs.comment !== "off" && workflow.invocation === "action" && (relay === void 0 ? workflow.env["GITHUB_EVENT_NAME"] === "pull_request" : relay.pull !== void 0),
  publish: (publication, deps) => publishComment(publication, deps, RETRY_POLICY)
};
async function publishComment({ report, inputs, relay }, deps, retryPolicy) {
  if (inputs === void 0) return report;
  const hindrance = await hindranceOf(inputs, deps);
  const messages = hindrance === void 0 ? await tell({ report, inputs, relay, patience: retryPolicy }, deps) : [hindrance];
  const notices = messages.map((message3) => ({ from: "comment", message: message3 }));
  return notices.length === 0 ? report : withNotices(report, notices);
}
async function hindranceOf({ token }, deps) {
  if (token === void 0) return "There is no comment on the pull request: there is no token.";
  if (isForkRun(deps.workflow.env, await readEvent(deps)))
    return "There is no comment on the pull request: it comes from a fork, whose token only reads. The step summary has all of it.";
  return void 0;
}
async function tell({ report, inputs, relay, patience: retryPolicy }, deps) {
  const { env } = deps.workflow;
  const pulls = await findPullRequests(relay, deps);
  if (pulls.length === 0)
    return ["There is no comment on the pull request: the event does not say which one it is."];
  const madeBy = await madeByOf({ report, relay }, deps);
  const about = relay === void 0 ? await ofCheckout(report, deps) : { links: relayedLinks(env, relay), note: relay.message };
  const options2 = { key: inputs.key, madeBy, ...about };
  const isTold2 = relay === void 0 ? isWorthTelling : isRelayedWorthTelling;
  const isQuiet = !isTold2(report, inputs.comment);
  const text = isQuiet ? renderQuietComment(report, options2) : renderComment(report, options2);
  const asking = { github: deps.github(inputs.token ?? ""), retryPolicy, deps };
  const graphqlUrl = env["GITHUB_GRAPHQL_URL"] ?? "/graphql";
  const wanted = { key: inputs.key, body: deps.secrets.sweep(text), isQuiet, madeBy };
  const messages = /* @__PURE__ */ new Set();
  for (const at of pulls) {
    const message3 = await putComment({ ...wanted, at }, { asking, graphqlUrl, log: deps.log });
    if (message3 !== void 0) messages.add(message3);
  }
  return [...messages];
}
async function madeByOf({ report, relay }, deps) {
  if (relay !== void 0) {
    const { runId: run2, pull } = relay;
    const told = parseReportedCommit("relay", pull?.commit);
    return toMadeBy({ run: run2, attempt: pull?.attempt, job: "relay", told });
  }
  const {
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_JOB: job,
    GITHUB_SHA: sha3
  } = deps.workflow.env;
  const { headSha: pullHead } = parseEvent(await readEventText(deps));
  const built = reportCommit(report);
  const isHead = built !== void 0 && isOfEvent(built, { sha: sha3, pullHead });
  return toMadeBy({
    run,
    attempt,
    job,
    told: parseReportedCommit("gate", isHead ? pullHead ?? built : built)
  });
}
async function ofCheckout(report, deps) {
  const { env } = deps.workflow;
  const commit = reportCommit(report);
  const links = githubLinks(env, commit);
  const { headSha: pullHead } = parseEvent(await readEventText(deps));
  if (commit === void 0 || isOfEvent(commit, { sha: env["GITHUB_SHA"], pullHead })) return { links };
  const note = `Built was commit ${commit.slice(0, 12)}, which is neither the head of this pull request nor its merge with the base.`;
  return { links, note };
}
async function findPullRequests(relay, deps) {
  const repository2 = parseRepository(deps.workflow.env);
  const { pullRequest } = parseEvent(await readEventText(deps));
  const numbers = relay?.pull?.numbers ?? (pullRequest === void 0 ? [] : [pullRequest]);
  return repository2 === void 0 ? [] : numbers.map((number2) => ({ ...repository2, number: number2 }));
}

// src/publishers/folder/index.ts
import { join as join10 } from "node:path";

// src/publishers/folder/render.ts
var SOME = 2e3;
function renderFiles({ report, attachments, record }) {
  const files = attachments.map((attachment) => ({
    attachment,
    name: attachmentName(attachment.image, attachment.kind),
    data: "gzip" in attachment ? attachment.gzip : attachment.text
  }));
  const listed = files.map(({ attachment, name, data: data16 }) => ({
    image: attachment.image,
    kind: attachment.kind,
    path: name,
    bytes: Buffer.byteLength(data16)
  }));
  const kept = record === void 0 ? [] : [{ name: RECORD_NAME, data: jsonText(record) }];
  return [
    ...files.map(({ name, data: data16 }) => ({ name, data: data16 })),
    ...kept,
    {
      name: "report.json",
      data: reportText({ ...report, attachments: [...report.attachments, ...listed] })
    }
  ];
}
function jsonText(document) {
  return `${renderJson(document)}
`;
}
function reportText(report) {
  const steps = [
    (one) => one,
    (one) => without(one, "packages"),
    (one) => without(one, "layers"),
    (one) => without(one, "findings", SOME),
    (one) => without(one, "findings"),
    withoutShared
  ];
  let current = report;
  let text = "";
  for (const step of steps) {
    current = step(current);
    text = `${renderJson(current, 2)}
`;
    if (Buffer.byteLength(text) <= LARGEST_REPORT) break;
  }
  return text;
}
function withoutShared(report) {
  const { violations, advisories } = report;
  const kept = violations.toSorted((a, b) => rank2(a) - rank2(b)).slice(0, SOME);
  const left = [
    { list: "advisories", count: Object.keys(advisories).length },
    { list: "violations", count: violations.length - kept.length }
  ].filter(({ count: count5 }) => count5 > 0);
  return { ...report, violations: kept, advisories: {}, omitted: [...report.omitted, ...left] };
}
function rank2({ level }) {
  return level === "error" ? 0 : 1;
}
function without(report, list2, most = 0) {
  const left = report.images.flatMap((image) => {
    const count5 = (image[list2]?.length ?? 0) - most;
    return count5 <= 0 ? [] : [{ image: image.id, list: list2, count: count5 }];
  });
  const images = report.images.map((image) => ({
    ...image,
    ...image[list2] === void 0 ? {} : { [list2]: image[list2].slice(0, most) }
  }));
  return { ...report, images, omitted: [...report.omitted, ...left] };
}

// src/publishers/folder/index.ts
var folder = {
  applies: () => true,
  publish: async (publication, deps) => {
    const { files } = deps;
    const isOurs = publication.inputs?.reportDir === void 0;
    if (isOurs && deps.workflow.invocation === "command")
      await files.write(join10(publication.folder, ".gitignore"), "*\n");
    for (const { name, data: data16 } of renderFiles(publication)) {
      await files.write(join10(publication.folder, name), data16);
    }
  }
};

// src/publishers/outputs/index.ts
import { join as join12 } from "node:path";

// src/publishers/outputs/render.ts
import { join as join11 } from "node:path";
var LARGEST = 128 * 1024 - 1024;
function renderOutputs({ report, folder: folder2, layouts, metadata }) {
  const images = report.images.filter((image) => image.state === "built").map(({ id, name, platform, verdict, digest: digest3 }) => ({
    id,
    name,
    platform,
    verdict,
    digest: digest3,
    layout: layouts.find((layout) => layout.image.id === id)?.path
  }));
  const all = {
    verdict: report.verdict,
    "report-dir": folder2,
    images: renderJson(images),
    metadata: metadata === void 0 ? "" : renderJson(withoutProvenance(metadata))
  };
  const long = Object.entries(all).filter(([, value]) => Buffer.byteLength(value) > LARGEST);
  const paths = long.map(([name]) => [name, join11(folder2, fileOf(name))]);
  return {
    values: { ...all, ...Object.fromEntries(paths) },
    files: Object.fromEntries(long.map(([name, value]) => [fileOf(name), value]))
  };
}
function fileOf(name) {
  return `output-${name}.json`;
}
function withoutProvenance(metadata) {
  if (Array.isArray(metadata)) return metadata.map(withoutProvenance);
  if (typeof metadata !== "object" || metadata === null) return metadata;
  const kept = Object.entries(metadata).filter(([name]) => name !== "buildx.build.provenance");
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutProvenance(value)]));
}

// src/publishers/outputs/index.ts
var outputs = {
  applies: () => true,
  publish: async (publication, { files, secrets: secrets2, workflow }) => {
    const outputs2 = renderOutputs(publication);
    for (const [name, value] of Object.entries(outputs2.values)) workflow.setOutput(name, value);
    for (const [name, text] of Object.entries(outputs2.files))
      await files.write(join12(publication.folder, name), secrets2.mask(text));
  }
};

// src/publishers/sarif/index.ts
import { dirname as dirname4, join as join13 } from "node:path";
import { Readable as Readable2 } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

// src/publishers/sarif/encode.ts
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
var PIECE2 = 64 * 1024;
var LEVEL = 1;
var WAITING = 32 * PIECE2;
var WIDEST = 3;
function* encodeChunks(texts) {
  let piece = Buffer.allocUnsafe(PIECE2);
  let length = 0;
  for (const text of texts) {
    const room = text.length * WIDEST;
    if (length + room > PIECE2) {
      yield piece.subarray(0, length);
      piece = Buffer.allocUnsafe(Math.max(PIECE2, room));
      length = 0;
    }
    length += piece.write(text, length);
  }
  yield piece.subarray(0, length);
}
async function gzipTexts(texts) {
  const source = Readable.from(encodeChunks(texts));
  const options2 = {
    level: LEVEL,
    chunkSize: PIECE2,
    highWaterMark: WAITING
  };
  const gzip = createGzip(options2);
  source.on("error", (error) => gzip.destroy(error)).pipe(gzip);
  const pieces = [];
  for await (const piece of gzip) pieces.push(piece);
  return Buffer.concat(pieces);
}

// src/publishers/sarif/stale-alerts.ts
var PREFIX = "plimsoll/";
function staleAlertNotices(before, report, { targets, files, key }) {
  if (targets.length > 0 || files.length > 0 || key !== void 0) return [];
  const known2 = new Set(report.images.map(({ id }) => plainLines(id)));
  const gone = before.flatMap(({ category }) => {
    const id = idOf(category);
    return id === void 0 || known2.has(id) || id.split("/").length !== 3 ? [] : [id];
  });
  return [...new Set(gone)].map(
    (id) => `Code scanning has alerts of the image ${plainLine(id)}, which this run did not build. If it is gone from the repository, close them in the Security tab: Code scanning, Tool status, Plimsoll, and delete the configuration ${PREFIX}${plainLine(id)}.`
  );
}
function idOf(category) {
  const trimmed3 = withoutTrailing(category, "/");
  return trimmed3.startsWith(PREFIX) ? trimmed3.slice(PREFIX.length) : void 0;
}

// src/publishers/sarif/candidate.ts
function byWeight(a, b) {
  return b.weight - a.weight || compareText2(a.ruleId, b.ruleId) || compareText2(a.fingerprint, b.fingerprint);
}
function compareText2(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/domain/text/sarif.ts
var HARMLESS2 = /^[ -?A-Z^-z|~…]*$/;
function sarifText(text) {
  if (HARMLESS2.test(text)) return text.trimEnd();
  return plainLine(text).replace(/[\\[\]]/g, "\\$&").replace(/\{/g, "{{").replace(/\}/g, "}}").replace(/(^|[^\w])@(?=\w)/g, "$1@⁠");
}
function relativeUri(path) {
  if (/^[\w./-]*$/.test(path)) return path;
  return path.split("/").map((part3) => encodeURIComponent(part3.toWellFormed())).join("/");
}
function webLink(text) {
  const url = text === void 0 ? null : URL.parse(text);
  if (url === null) return void 0;
  const { protocol, username, password, href } = url;
  if (protocol !== "https:" && protocol !== "http:") return void 0;
  return username === "" && password === "" ? href.replace(/[()<>]/g, encodeURIComponent) : void 0;
}

// src/publishers/sarif/document.ts
function* renderDocument(shown, about) {
  const { image, mask } = about;
  const rules = rulesOf(shown);
  const dockerfiles = new Set((image.layers ?? []).flatMap(({ file }) => file ?? []));
  const [start = "", rest = ""] = textOf(frameOf(about), mask).split('"rules":[]');
  const [middle = "", end = ""] = rest.split('"results":[]');
  yield `${start}"rules":[`;
  for (const { index: index2, group } of rules.values())
    yield `${comma(index2)}${textOf(ruleOf(group), mask)}`;
  yield `]${middle}"results":[`;
  for (const [index2, candidate] of shown.entries()) {
    const ruleIndex = rules.get(candidate.ruleId)?.index ?? -1;
    yield `${comma(index2)}${textOf(resultOf(candidate, { ruleIndex, dockerfiles }), mask)}`;
  }
  yield `]${end}`;
}
function rulesOf(shown) {
  const rules = /* @__PURE__ */ new Map();
  for (const candidate of shown) {
    const rule = rules.get(candidate.ruleId);
    if (rule !== void 0) rule.group.push(candidate);
    else rules.set(candidate.ruleId, { index: rules.size, group: [candidate] });
  }
  return rules;
}
function comma(index2) {
  return index2 === 0 ? "" : ",";
}
function textOf(piece, mask) {
  const json = renderJson(piece);
  return maskJson(ESCAPED.test(json) ? renderJson(mapStrings(piece, plainLines)) : json, mask);
}
var ESCAPED = /\\[bfrtu]/;
function frameOf({ report, image, toolUrl }) {
  const { version } = report.tool;
  const run = {
    tool: {
      driver: {
        name: "Plimsoll",
        version,
        semanticVersion: version,
        ...defined({ informationUri: toolUrl }),
        rules: []
      }
    },
    results: [],
    automationDetails: { id: `plimsoll/${image.id}/` },
    columnKind: "utf16CodeUnits"
  };
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
}
function ruleOf(group) {
  const [first] = group.length === 1 ? group : group.toSorted(byWeight);
  if (first === void 0) throw new Error("A rule has no result.");
  const rule = first.rule();
  const names = group.length === 1 ? [first.about] : new Set(group.map(({ about: one }) => one));
  const about = [...names].filter((one) => one !== "");
  const more = about.length > 3 ? ` and ${about.length - 3} more` : "";
  const name = plainLine(`${rule.id} in ${about.slice(0, 3).join(", ")}${more}`);
  return {
    ...rule,
    ...about.length === 0 ? {} : { name: truncate(name, 200) },
    defaultConfiguration: { level: worst2(group.map(({ level }) => level)) }
  };
}
function worst2(levels) {
  const all = ["error", "warning", "note"];
  return all.find((level) => levels.includes(level)) ?? "note";
}
function resultOf(candidate, { ruleIndex, dockerfiles }) {
  const { ruleId, level, fingerprint, isNew, accepted, places } = candidate;
  const words2 = candidate.message();
  const [first] = places;
  const isRelated = ({ file }) => file !== first?.file && dockerfiles.has(file);
  const related = places.filter(isRelated);
  const text = `${words2.text}${relatedWords(related.length)}`;
  return {
    ruleId,
    ruleIndex,
    level,
    message: { text },
    locations: places.filter((place2) => !isRelated(place2)).map(locationOf),
    relatedLocations: related.length === 0 ? void 0 : related.map(relatedLocationOf),
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:1`,
      "plimsoll/v1": fingerprint
    },
    baselineState: isNew === void 0 ? void 0 : isNew ? "new" : "unchanged",
    suppressions: accepted === void 0 ? void 0 : [suppressionOf2(accepted)],
    properties: words2.properties
  };
}
function relatedLocationOf(place2, index2) {
  return { id: index2 + 1, ...locationOf(place2) };
}
function relatedWords(count5) {
  return count5 === 0 ? "" : " It comes into the image [here](1).";
}
function locationOf({ file, startLine, endLine }) {
  const start = startLine ?? 1;
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file) },
      region: { startLine: start, endLine: (endLine ?? 0) < start ? void 0 : endLine }
    }
  };
}
function suppressionOf2({ by: by2, reason, expires }) {
  const until = expires === void 0 ? "" : `, until ${expires}`;
  return {
    kind: "external",
    status: "accepted",
    justification: `${reason === void 0 ? "No reason was given" : plainLine(reason)} (${by2}${until}).`
  };
}

// src/publishers/sarif/findings.ts
var NAMED7 = 5;
var FIXABLE_WEIGHT = 0.5;
function findingCandidates(image, { advisories }, held) {
  return (image.findings ?? []).map((finding) => {
    const { level = "note", isNew } = judged(finding, held) ?? {};
    const candidate = {
      ruleId: finding.id,
      fingerprint: finding.identity,
      weight: SEVERITIES.indexOf(finding.severity) + (finding.fixed === void 0 ? 0 : FIXABLE_WEIGHT),
      severity: finding.severity,
      level,
      ...defined({ isNew }),
      places: finding.places,
      message: () => ({
        text: messageOf(finding, image),
        properties: propertiesOf(finding)
      }),
      about: finding.package,
      rule: () => ruleOf2(finding, ownProperty(advisories, finding.id))
    };
    const { suppressed } = finding;
    return suppressed === void 0 ? candidate : { ...candidate, accepted: suppressed };
  });
}
function judged({ id, identity, package: name }, held) {
  if (held.size === 0) return void 0;
  return held.get(identity) ?? held.get(findingKey({ id, package: name }));
}
function messageOf(finding, { name, platform }) {
  const whose2 = finding.base === void 0 ? "" : finding.base ? " (base image)" : " (own layer)";
  const package_ = sarifText(finding.package);
  return `${package_} has ${sarifText(finding.id)} (${finding.severity}). Installed: ${installed2(finding)}. Image ${sarifText(name)}, ${sarifText(platform)}${whose2}. ${mendOf(finding)}`;
}
function installed2({ members: members2 }) {
  const [first] = members2;
  if (first !== void 0 && members2.length === 1)
    return sarifText(`${first.package} ${first.version}`);
  const all = [...new Set(members2.map((member) => `${member.package} ${member.version}`))];
  const named = all.slice(0, NAMED7).map(sarifText).join(", ");
  return all.length > NAMED7 ? `${named} and ${all.length - NAMED7} more` : named;
}
function mendOf({ fixed, upgrade, base, package: name }) {
  if (fixed === void 0) return "There is no fix yet.";
  const to = `${sarifText(name)} ${sarifText(upgrade ?? fixed)}`;
  return base === true ? `Fixed in ${sarifText(fixed)}: rebuild on a newer base image that has ${to}, or upgrade it in the Dockerfile.` : `Fixed in ${sarifText(fixed)}: bump the package to ${to}.`;
}
function propertiesOf({ members: members2 }) {
  return {
    members: members2.map(({ package: name, version, purl, path }) => ({
      ...purl === void 0 ? { package: name } : { purl },
      version,
      ...defined({ path })
    }))
  };
}
var LONGEST4 = 1e3;
var BEGINNING = 160;
function ruleOf2(finding, advisory) {
  const title2 = plainLine(advisory?.title ?? finding.id);
  const text = advisory?.text ?? "";
  const link = webLink(advisory?.url);
  const score = heldScore(finding.severity, advisory?.score);
  return {
    id: finding.id,
    shortDescription: { text: sentence(sarifText(truncate(title2, LONGEST4))) },
    fullDescription: {
      text: sentence(sarifText(truncate(plainLine(text === "" ? title2 : text), BEGINNING)))
    },
    helpUri: link,
    help: helpOf({ title: title2, text, links: linksOf(link, advisory), cvss: cvssText(advisory) }),
    properties: {
      tags: ["security", "vulnerability", finding.severity],
      precision: "very-high",
      "security-severity": score
    }
  };
}
function helpOf({ title: title2, text, links, cvss }) {
  const paragraphs = [title2, ...text.split(/\n\s*\n/), cvss].filter((one) => one.trim() !== "");
  return {
    // GitHub shows the Markdown; the description has the words for others.
    text: [title2, ...links.slice(0, 1)].map(sarifText).join("\n\n"),
    markdown: [
      ...paragraphs.map(escapeMarkdown),
      ...links.length === 0 ? [] : [links.map((link) => `- <${link}>`).join("\n")]
    ].join("\n\n")
  };
}
function linksOf(own, advisory) {
  const first = own === void 0 ? [] : [own];
  if (advisory?.references === void 0) return first;
  const others = advisory.references.flatMap((one) => webLink(one) ?? []);
  return [.../* @__PURE__ */ new Set([...first, ...others])];
}
function cvssText(advisory) {
  if (advisory?.score === void 0) return "";
  const by2 = advisory.source === void 0 ? "" : `, by ${advisory.source}`;
  return `CVSS ${advisory.score.toFixed(1)}${by2}${advisory.vector === void 0 ? "" : `: ${advisory.vector}`}.`;
}
function sentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
var BANDS = {
  low: [0.1, 3.9],
  medium: [4, 6.9],
  high: [7, 8.9],
  critical: [9, 10]
};
function heldScore(severity, score) {
  if (severity === "unknown") return void 0;
  const [least, most] = BANDS[severity];
  return Math.min(most, Math.max(least, score ?? least)).toFixed(1);
}

// src/publishers/sarif/rule-results.ts
var WEIGHT = { error: 12, warning: 11 };
function heldAgainst(image, { violations }, identities = []) {
  const own = [];
  const findings = /* @__PURE__ */ new Map();
  for (const [index2, violation3] of violations.entries()) {
    const rule = ruleNamed(violation3.rule);
    const told = violation3.image === image.id ? rule?.read(violation3.data) : void 0;
    if (rule === void 0 || told === void 0) continue;
    const fingerprint = identities[index2] ?? told.identityIn(image.id);
    if (told.finding === void 0)
      own.push(candidateOf(violation3, { rule, told, image, fingerprint }));
    else findings.set(findingKey(told.finding), violation3);
  }
  return { own, findings };
}
function candidateOf(violation3, { rule, told, image, fingerprint }) {
  const { place: place2, waived: waived2, level, isNew } = violation3;
  const { message: message3, advice: mend } = told.words;
  const mended = mend === "" ? "" : ` ${sarifText(mend)}`;
  return {
    ruleId: told.name,
    fingerprint,
    weight: WEIGHT[level],
    level,
    ...defined({ isNew, accepted: waived2 && { by: "waiver", ...waived2 } }),
    message: () => ({
      text: `${sarifText(message3)} Image ${sarifText(image.name)}, ${sarifText(image.platform)}.${mended}`
    }),
    places: place2 === void 0 ? [] : [place2],
    about: "",
    rule: () => ruleOf3(rule, told, level)
  };
}
function ruleOf3({ summary: summary2, help, tags }, { name, kind }, level) {
  const link = webLink(kind?.url);
  const score = kind?.severity && heldScore(kind.severity, void 0);
  const title2 = kind?.title ?? summary2;
  return {
    id: name,
    name: truncate(plainLine(`Plimsoll: ${name}`), 200),
    shortDescription: { text: `${capital(sarifText(plainLine(title2)))}.` },
    fullDescription: { text: `${capital(sarifText(summary2))}.` },
    ...defined({ helpUri: link }),
    help: { text: help, markdown: help },
    defaultConfiguration: { level },
    properties: {
      tags: [...tags],
      ...defined({ "security-severity": score })
    }
  };
}
function capital(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

// src/publishers/sarif/render.ts
var LARGEST_RUN = 25e3;
var KEPT_OF_A_RUN = 5e3;
var MOST_PLACES = 100;
function renderSarif(report, image, options2) {
  const held = heldAgainst(image, report, options2.identities);
  const all = unique([...held.own, ...findingCandidates(image, report, held.findings)]);
  const severe = all.filter(({ severity }) => isSevere2(severity, options2.least));
  const placed2 = severe.flatMap((candidate) => {
    const places = placesIn(candidate, image);
    if (places.length === 0) return [];
    return [places === candidate.places ? candidate : { ...candidate, places }];
  });
  const open = placed2.filter(({ accepted: accepted2 }) => accepted2 === void 0);
  const kept = open.toSorted(byWeight).slice(0, options2.most);
  const accepted = placed2.filter((candidate) => candidate.accepted !== void 0);
  const room = options2.withAccepted ? Math.max(0, options2.most - kept.length) : 0;
  const shown = [...kept, ...accepted.toSorted(byWeight).slice(0, room)];
  return {
    json: () => renderDocument(shown, { report, image, toolUrl: options2.toolUrl, mask: options2.mask }),
    counts: {
      results: kept.length,
      accepted: accepted.length,
      belowSeverity: all.length - severe.length,
      leftOut: open.length - kept.length,
      withoutPlace: severe.length - placed2.length
    }
  };
}
function unique(all) {
  const groups = Map.groupBy(all, ({ fingerprint }) => fingerprint);
  return [...groups.values()].flatMap(
    ([first, ...others]) => first === void 0 ? [] : [others.length === 0 ? first : joined2(first, others)]
  );
}
function joined2({ accepted, ...leading2 }, others) {
  const isAccepted = accepted !== void 0 && others.every((other) => other.accepted);
  const places = uniquePlaces([leading2, ...others]);
  return { ...leading2, places, ...isAccepted ? { accepted } : {} };
}
function isSevere2(severity, least) {
  return severity === void 0 || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
function placesIn(candidate, image) {
  const all = candidate.places;
  const [only2] = all;
  if (only2 !== void 0 && all.length === 1 && isInRepository(only2.file)) return all;
  const inside = uniquePlaces([candidate]);
  if (inside.length > 0) return inside;
  const { definedAt } = image;
  return definedAt === void 0 || !isInRepository(definedAt.file) ? [] : [definedAt];
}
function uniquePlaces(candidates) {
  const found = /* @__PURE__ */ new Map();
  for (const { places } of candidates) {
    for (const place2 of places) {
      if (found.size === MOST_PLACES) return [...found.values()];
      if (isInRepository(place2.file)) found.set(JSON.stringify(place2), place2);
    }
  }
  return [...found.values()];
}

// src/clients/code-scanning.ts
var SCANNING = {
  permission: "security-events: write",
  unseen: "it has no code scanning (GitHub Enterprise Server: an administrator switches it on)",
  tooLarge: "the input sarif-severity leaves out what is less severe"
};
var UPLOAD = { what: "the upload to code scanning", ...SCANNING };
var READING2 = { what: "a look into code scanning", ...SCANNING };
var uploadedSchema = external_exports.object({ id: external_exports.string() });
async function uploadSarif(at, { ref, commit, sarif: sarif2, checkoutUri, startedAt }, asking) {
  const ask2 = {
    route: "POST /repos/{owner}/{repo}/code-scanning/sarifs",
    parameters: {
      ...repositoryParameters(at),
      ref,
      commit_sha: commit,
      sarif: sarif2,
      checkout_uri: checkoutUri,
      started_at: startedAt,
      tool_name: "Plimsoll"
    }
  };
  const answer = toApiResult(await requestWithRetry(ask2, asking), UPLOAD);
  if ("refused" in answer) return answer;
  const parsed2 = uploadedSchema.safeParse(answer.value.data);
  return parsed2.success ? { value: parsed2.data.id } : { refused: "GitHub took the upload and gave no id for it, so nobody knows what became of it." };
}
var statusSchema = external_exports.object({
  processing_status: external_exports.enum(["pending", "complete", "failed"]),
  errors: external_exports.array(external_exports.string()).nullish()
});
async function readProcessing(at, id, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}",
    parameters: { ...repositoryParameters(at), sarif_id: id }
  };
  const answer = await requestWithRetry(ask2, asking);
  if (isKnown(answer) && answer.value.status === 404) return known({ status: "pending", errors: [] });
  const read2 = toApiResult(answer, READING2);
  if ("refused" in read2) return unable(read2.refused);
  const parsed2 = statusSchema.safeParse(read2.value.data);
  if (!parsed2.success) return unable("GitHub’s answer about the upload is not one that is known.");
  return known({ status: parsed2.data.processing_status, errors: parsed2.data.errors ?? [] });
}
var analysesSchema = external_exports.array(external_exports.object({ category: external_exports.string(), created_at: external_exports.string() }));
async function listAnalyses(at, ref, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/code-scanning/analyses",
    parameters: { ...repositoryParameters(at), ref, tool_name: "Plimsoll", per_page: 100 }
  };
  const answer = await requestWithRetry(ask2, asking);
  if (isKnown(answer) && answer.value.status === 404 && /no analysis/i.test(textOf2(answer.value)))
    return { value: [] };
  const read2 = toApiResult(answer, READING2);
  if ("refused" in read2) return read2;
  const parsed2 = analysesSchema.safeParse(read2.value.data);
  return { value: parsed2.success ? parsed2.data : [] };
}
function textOf2({ data: data16 }) {
  return JSON.stringify(data16);
}

// src/publishers/sarif/upload.ts
var LARGEST_UPLOAD = 1e7;
var OF_ONE = [413, 422];
var UPLOAD_TIMES = {
  retryPolicy: RETRY_POLICY,
  pollSeconds: 1,
  deadlineSeconds: 120
};
var WORSE = ["processed", "pending", "refused"];
async function uploadToEach(documents, { targets, ...call }, deps) {
  const states = /* @__PURE__ */ new Map();
  const notices = /* @__PURE__ */ new Set();
  const before = [];
  for (const target of targets) {
    const uploaded = await uploadAll(documents, { ...call, target }, deps);
    for (const [image, state] of uploaded.states) {
      const known2 = states.get(image) ?? state;
      states.set(image, WORSE.indexOf(state) > WORSE.indexOf(known2) ? state : known2);
    }
    for (const notice of uploaded.notices) notices.add(notice);
    before.push(...uploaded.before);
  }
  return { states, notices: [...notices], before };
}
async function uploadAll(documents, call, deps) {
  const asking = { github: deps.github(call.token), retryPolicy: call.times.retryPolicy, deps };
  const before = await listAnalyses(call.target, call.target.ref, asking);
  if ("refused" in before && !call.triesAnyway)
    return { ...allRefused(documents, before.refused), before: [] };
  const sent = await sendAll(documents, call, asking);
  const ends = await awaitAll(sent.ids, call, asking);
  return {
    states: new Map([...sent.states, ...ends.states]),
    notices: [...sent.notices, ...ends.notices],
    before: "value" in before ? before.value : []
  };
}
function allRefused(documents, notice) {
  return { states: new Map(documents.map(({ image }) => [image, "refused"])), notices: [notice] };
}
async function sendAll(documents, call, asking) {
  const states = /* @__PURE__ */ new Map();
  const ids = /* @__PURE__ */ new Map();
  const notices = [];
  for (const [index2, document] of documents.entries()) {
    const { ref, commit } = call.target;
    const { checkoutUri, startedAt } = call;
    const sarif2 = (await compressed(document)).toString("base64");
    const upload2 = { ref, commit, sarif: sarif2, checkoutUri, startedAt };
    const answer = await uploadSarif(call.target, upload2, asking);
    if ("value" in answer) {
      ids.set(document.image, answer.value);
      continue;
    }
    if (!OF_ONE.includes(answer.status ?? 0)) {
      const rest = allRefused(documents.slice(index2), answer.refused);
      return {
        ids,
        states: new Map([...states, ...rest.states]),
        notices: [...notices, answer.refused]
      };
    }
    states.set(document.image, "refused");
    notices.push(`${document.image}: ${answer.refused}`);
  }
  return { ids, states, notices };
}
async function compressed({ json, results }) {
  for (let most = Math.max(1, results); ; most = Math.floor(most / 2)) {
    const bytes7 = await gzipTexts(json(most));
    if (bytes7.length <= LARGEST_UPLOAD || most === 0) return bytes7;
  }
}
async function awaitAll(ids, call, asking) {
  const { clock, signal } = asking.deps;
  const { pollSeconds, deadlineSeconds } = call.times;
  const end = clock.seconds() + deadlineSeconds;
  const open = new Map(ids);
  const states = new Map([...ids.keys()].map((image) => [image, "pending"]));
  const notices = [];
  for (let pause = pollSeconds; open.size > 0; pause *= 1.5) {
    const left = end - clock.seconds();
    if (left <= 0 || signal.aborted) break;
    await clock.sleep(Math.min(pause, left), signal);
    for (const [image, id] of open) {
      const read2 = await readProcessing(call.target, id, asking);
      if (isKnown(read2) && read2.value.status === "pending") continue;
      open.delete(image);
      if (isKnown(read2) && read2.value.status === "complete") states.set(image, "processed");
      else notices.push(`${image}: ${isKnown(read2) ? failed(read2.value.errors) : read2.unable}`);
      if (isKnown(read2) && read2.value.status === "failed") states.set(image, "refused");
    }
  }
  if (open.size > 0)
    notices.push(
      `${[...open.keys()].join(", ")}: GitHub took the upload and had not processed it within ${deadlineSeconds} seconds; it mostly does so later.`
    );
  return { states, notices };
}
function failed(errors) {
  const words2 = errors.map(plainLine).join(" ");
  return `GitHub could not process the upload to code scanning: ${words2 === "" ? "it gives no reason." : words2}`;
}

// src/publishers/sarif/index.ts
var sarif = {
  // What is collected was uploaded by its own job.
  applies: ({ inputs }) => inputs !== void 0 && inputs.sarif !== "off" && inputs.mode !== "collect",
  publish: (publication, deps) => publishSarif(publication, deps, UPLOAD_TIMES)
};
async function publishSarif(publication, deps, times) {
  const { report, inputs, folder: folder2, relay } = publication;
  if (inputs === void 0) return report;
  const told = report.images.filter((image) => isTold(report, image));
  const documents = [];
  for (const [position, image] of told.entries())
    documents.push(await writeDocument(image, { ...publication, position, inputs, deps }));
  const folders = uploadFolders(documents.length).map((name) => join13(folder2, name));
  if (folders[0] !== void 0) deps.workflow.setOutput("sarif-dir", folders[0]);
  deps.workflow.setOutput("sarif-dirs", JSON.stringify(folders));
  const uploaded = await upload(documents, { publication, inputs, deps, times });
  const silent = report.images.filter((image) => image.state === "built" && !told.includes(image));
  const notices = [
    ...silent.map(
      ({ id }) => `${id}: it could not be wholly scanned, so code scanning is told nothing: its alerts would close.`
    ),
    ...uploaded.notices,
    // A stranger may leave out what it likes.
    ...relay === void 0 ? staleAlertNotices(uploaded.before, report, inputs) : []
  ];
  return withAll(report, { documents, uploaded, notices });
}
function isTold(report, image) {
  const isUnable = report.outcomes.some(
    ({ rule, outcome, image: about }) => about === image.id && outcome === "unable" && ruleNamed(rule)?.isOfScan === true
  );
  return image.state === "built" && image.findings !== void 0 && !isUnable;
}
async function writeDocument(image, { report, identities, position, inputs, deps, folder: folder2 }) {
  const toolUrl = toolUrlOf(deps.workflow.env);
  const options2 = {
    least: inputs.sarifSeverity,
    most: KEPT_OF_A_RUN,
    withAccepted: false,
    mask: deps.secrets.sweep,
    identities,
    ...defined({ toolUrl })
  };
  const name = `${toFileName(image.id)}.sarif`;
  const full = renderSarif(report, image, { ...options2, most: LARGEST_RUN, withAccepted: true });
  const bytes7 = await writePieces(join13(folder2, name), full.json(), deps);
  const { json, counts } = renderSarif(report, image, options2);
  await writePieces(join13(folder2, uploadFolder(position), name), json(), deps);
  return {
    image,
    counts,
    name,
    bytes: bytes7,
    json: (most) => renderSarif(report, image, { ...options2, most: Math.min(most, KEPT_OF_A_RUN) }).json()
  };
}
async function writePieces(path, texts, { files }) {
  let bytes7 = 0;
  const counted2 = function* () {
    for (const piece of encodeChunks(texts)) {
      bytes7 += piece.length;
      yield piece;
    }
  };
  const unfinished = `${path}.unfinished`;
  await files.makeFolder(dirname4(path));
  for (const earlier of [path, unfinished]) await files.remove(earlier);
  try {
    await pipeline(Readable2.from(counted2()), files.sink(unfinished));
    await files.rename(unfinished, path);
  } finally {
    await files.remove(unfinished);
  }
  return bytes7;
}
function toolUrlOf(env) {
  const server = env["GITHUB_SERVER_URL"] ?? "";
  const repository2 = env["GITHUB_ACTION_REPOSITORY"] ?? "";
  const name = repository2 === "" ? env["GITHUB_REPOSITORY"] ?? "" : repository2;
  return server === "" || name === "" ? void 0 : `${server}/${name}`;
}
var NOTHING = { states: /* @__PURE__ */ new Map(), notices: [], before: [] };
async function upload(documents, { publication, inputs, deps, times }) {
  const { env, invocation } = deps.workflow;
  if (documents.length === 0 || inputs.sarif !== "upload" || invocation !== "action")
    return NOTHING;
  const pull = publication.relay?.pull;
  const { headSha: pullHead } = parseEvent(await readEventText(deps));
  const about = { commit: reportCommit(publication.report), pullHead, asked: inputs.analysis };
  const targets = pull === void 0 ? mapKnown(analysisTarget(env, about), (target) => [target]) : relayedTargets(env, pull);
  const { token } = inputs;
  if (token === void 0 || !isKnown(targets)) {
    const missing = isKnown(targets) ? "there is no token" : targets.unable;
    return { ...NOTHING, notices: [`Nothing was uploaded to code scanning: ${missing}.`] };
  }
  const triesAnyway = isReadOnlyRun(env, await readEvent(deps));
  const checkoutUri = pathToFileURL(env["GITHUB_WORKSPACE"] ?? inputs.workdir).href;
  const startedAt = publication.report.runs[0]?.startedAt ?? deps.clock.now().toISOString();
  return uploadToEach(
    documents.map(({ image, json, counts }) => ({ image: image.id, json, results: counts.results })),
    { targets: targets.value, triesAnyway, checkoutUri, startedAt, token, times },
    deps
  );
}
function withAll(report, { documents, uploaded, notices }) {
  const said2 = notices.map((message3) => ({ from: "sarif", message: message3 }));
  return {
    ...withNotices(report, said2),
    images: report.images.map((image) => {
      const found = documents.find((document) => document.image.id === image.id);
      if (found === void 0) return image;
      const upload2 = uploaded.states.get(image.id) ?? "not-asked";
      return { ...image, sarif: { ...found.counts, upload: upload2 } };
    }),
    attachments: [
      ...report.attachments,
      ...documents.map(({ image, name, bytes: bytes7 }) => ({
        image: image.id,
        kind: "sarif",
        path: name,
        bytes: bytes7
      }))
    ]
  };
}

// src/publishers/stdout/index.ts
var stdout = {
  applies: ({ inputs }) => inputs?.json === true,
  publish: ({ report }, deps) => deps.workflow.writeStdout(reportText(report))
};

// src/domain/report/origin.ts
function originLine(report) {
  const [run] = report.runs;
  if (run === void 0) return "";
  const { builder, buildCache, database } = run;
  const tools = Object.entries(run.tools).map(
    ([name, version]) => name === "trivy" ? `trivy ${version}${scannerWords(run)}` : `${name} ${version}`
  );
  return [
    ...tools,
    ...builder === void 0 ? [] : [
      `builder ${builder.name} (${builder.driver}${builder.buildkit === void 0 ? "" : `, BuildKit ${builder.buildkit}`})`
    ],
    ...buildCache === void 0 ? [] : [cacheWords(buildCache)],
    ...database?.updatedAt === void 0 ? [] : [`vulnerability database of ${formatMoment(database.updatedAt)}`]
  ].join(", ");
}
function baselineText2(baseline) {
  if (baseline === void 0) return "";
  const { madeAt, commit, commitsBack: back = 0 } = baseline;
  return [
    formatMoment(madeAt),
    ...commit === void 0 ? [] : [`commit ${commit}`],
    ...back === 0 ? [] : [`${back} ${back === 1 ? "commit" : "commits"} before the base`]
  ].join(", ");
}
function scannerWords({ scanner }) {
  if (scanner === void 0) return "";
  const { verified, confined, memoryBytes } = scanner;
  const memory = memoryBytes === void 0 ? "" : ` with at most ${formatBytes(memoryBytes)} of memory`;
  return ` (${verified ? "verified" : "not verified"}, ${confined ? `confined${memory}` : "not confined"})`;
}
function cacheWords({
  kind,
  importSeconds,
  exportSeconds
}) {
  const left = exportSeconds === void 0 ? "" : `, left in ${formatSeconds(exportSeconds)}`;
  return `build cache ${kind} (taken in ${formatSeconds(importSeconds)}${left})`;
}

// src/domain/report/runtime-overrides.ts
function contradictions(report) {
  return report.images.flatMap(
    (image) => (image.overrides ?? []).flatMap((override) => {
      const words2 = contradiction(image, override);
      return words2 === void 0 ? [] : [`${image.id}: ${words2}. The image is judged as it is, without compose.`];
    })
  );
}
function contradiction({ user: user2, healthcheck: healthcheck2 }, override) {
  if (override.key === "user") {
    if (user2 === void 0 || user2.declared === override.value) return void 0;
    const own = user2.declared === "" ? "names none" : `says ${user2.declared}`;
    return `compose starts it as user ${override.value}, and the image ${own}`;
  }
  if (healthcheck2 === void 0) return void 0;
  if (override.value === "disabled")
    return healthcheck2.declared ? "compose switches its health check off" : void 0;
  return healthcheck2.declared ? "compose replaces its health check by another test" : "compose gives it a health check, and the image declares none";
}

// src/domain/report/scanning.ts
var ENDS2 = {
  processed: "in code scanning",
  pending: "on their way to code scanning",
  refused: "that code scanning did not take",
  "not-asked": "for code scanning, not uploaded"
};
function scanningLines(report) {
  return report.images.flatMap(({ id, sarif: sarif2 }) => {
    if (sarif2 === void 0) return [];
    const { results, accepted, belowSeverity, leftOut, withoutPlace: withoutPlace2, upload: upload2 } = sarif2;
    const without2 = [
      [accepted, "accepted"],
      [belowSeverity, "less severe than asked for"],
      [leftOut, "more than GitHub keeps"],
      [withoutPlace2, "of no file in the repository"]
    ];
    const named = without2.filter(([count5]) => count5 > 0);
    if (upload2 === "not-asked" && named.length === 0) return [];
    const rest = named.map(([count5, why]) => `${count5} ${why}`).join(", ");
    const said2 = `${id}: ${results} ${results === 1 ? "result" : "results"} ${ENDS2[upload2]}`;
    return [rest === "" ? `${said2}.` : `${said2}; not among them: ${rest}.`];
  });
}

// src/publishers/summary/changes.ts
var ROWS5 = 10;
function renderSizes(report) {
  const rows = sizeRows(report);
  const [run] = report.runs;
  if (rows.length === 0) return "";
  return [
    `Against the baseline of ${escapeMarkdown(baselineText2(run?.baseline))}:`,
    table(
      SIZE_COLUMNS,
      rows.map((row) => row.map(escapeMarkdown))
    )
  ].join("\n\n");
}
function renderChanges(image, options2) {
  const compared = toComparedImage(image);
  const misses = missesText(image);
  if (compared === void 0 || compared.layers.length === 0 && misses.length === 0) return "";
  const parts = [
    sentences(compared),
    layersTable(changedLayers(compared, ROWS5), options2),
    pathsTable(compared),
    packagesTable((compared.packages ?? []).filter(({ cause: cause2 }) => cause2 === "this change")),
    findingsTable(compared.findings?.new ?? []),
    misses.length === 0 ? "" : [
      "Not from the cache:",
      ...misses.slice(0, ROWS5).map((line4) => `- ${escapeMarkdown(line4)}`)
    ].join("\n")
  ];
  return folded2(
    `What changed: ${escapeMarkdown(image.id)} (${causesText(compared)})`,
    parts.filter((part3) => part3 !== "").join("\n\n")
  );
}
function sentences(compared) {
  const packages = packagesText(compared.packages ?? []);
  return [
    ...othersText(compared).map((text) => `- ${escapeMarkdown(text)}`),
    ...packages === void 0 ? [] : [`- packages: ${packages}`],
    `- ${findingsText(compared)}`
  ].join("\n");
}
function pathsTable({ paths = [] }) {
  if (paths.length === 0) return "";
  const isMixed = new Set(paths.map(({ cause: cause2 }) => cause2)).size > 1;
  const rows = paths.slice(0, ROWS5).map(({ name, kind, before, after, change, cause: cause2 }) => [
    formatDifference(after - before),
    `${change}${kind === "package" ? ", package" : ""}`,
    code(pathText({ name, kind })),
    ...isMixed ? [cause2] : []
  ]);
  const head = ["difference", "what", "file or package", ...isMixed ? ["cause"] : []];
  return table(head, rows);
}

// src/publishers/summary/contents.ts
var ROWS6 = 10;
function renderBytes(image, options2) {
  const layers = biggestLayers(image, ROWS6);
  if (layers.length === 0) return "";
  const rows = layers.map((layer) => [
    formatBytes(layer.unpackedBytes),
    formatBytes(layer.downloadBytes),
    layer.base === void 0 ? "not known" : layer.base ? "base image" : "own",
    place(layer, options2),
    layer.instruction === void 0 ? "" : code(layer.instruction.slice(0, 120))
  ]);
  const parts = [
    table(["unpacked", "download", "whose", "where", "instruction"], rows),
    filesTable(image.biggest?.files ?? [], options2),
    toolsTable(image, options2)
  ];
  return folded2(
    `Where the bytes are: ${escapeMarkdown(image.id)}`,
    parts.filter((part3) => part3 !== "").join("\n\n")
  );
}
function filesTable(shares, options2) {
  if (shares.length === 0) return "";
  const rows = shares.slice(0, ROWS6).map((share2) => [
    formatBytes(share2.bytes),
    code(`/${shortened(share2.path)}`),
    whose(share2, options2)
  ]);
  return table(["bytes", "biggest files", "brought by"], rows);
}
function toolsTable(image, options2) {
  const tools = image.tools ?? [];
  if (tools.length === 0) return "";
  const rows = tools.slice(0, ROWS6).map((tool) => [
    formatBytes(tool.bytes),
    tool.name === tool.kind ? tool.kind : `${escapeMarkdown(tool.name)} (${tool.kind})`,
    whose(tool, options2)
  ]);
  return table(["bytes", "tools left inside", "brought by"], rows);
}
function renderContext({ id, context, build }) {
  if (context === void 0 || context.files === 0) return "";
  const rows = context.biggestFolders.slice(0, ROWS6).map(({ path, bytes: bytes7 }) => [formatBytes(bytes7), code(path)]);
  const { folder: folder2 } = context;
  const rest = folder2 === void 0 ? "" : `No step asks for the rest of the ${formatBytes(folder2.bytes)} in ${folder2.files} files that are there and not ignored.`;
  const named = context.named.map(
    ({ name, path, bytes: bytes7, files }) => `- the named context ${code(name)} (${code(path)}): ${formatBytes(bytes7)} in ${files} files`
  );
  const moved = build?.transferredBytes ?? 0;
  const parts = [
    `BuildKit moved ${formatBytes(moved)} of it for this build.`,
    rest,
    named.join("\n"),
    table(["bytes", "folder"], rows)
  ];
  return folded2(
    `What the context sends: ${escapeMarkdown(id)} (${formatBytes(context.bytes)} in ${context.files} files)`,
    parts.filter((part3) => part3 !== "").join("\n\n")
  );
}
function renderWaste(image, options2) {
  const all = image.waste ?? [];
  if (all.length === 0) return "";
  const rows = all.slice(0, ROWS6).map((waste2) => [
    formatBytes(waste2.bytes),
    waste2.kind,
    code(`/${shortened(waste2.path)}`),
    whose(waste2.made, options2),
    whose(waste2.killed, options2)
  ]);
  return folded2(
    `What is wasted: ${escapeMarkdown(image.id)} (${formatBytes(image.wasteBytes ?? 0)})`,
    table(["bytes", "what", "where", "brought by", "removed or overwritten by"], rows)
  );
}

// src/publishers/summary/render.ts
function renderSummary(report, options2) {
  const parts = [
    part2("headline", headlineOf2(report, options2), Number.POSITIVE_INFINITY),
    part2("what was not compared", renderUncompared(report), 99),
    part2("loosenings", renderBanners(report), 95),
    part2("notice of enforce", enforceText(report), 90),
    part2("images", imagesTable(report), 100),
    part2("comparison with the baseline", renderSizes(report), 75),
    part2("violations", renderViolations(report, options2), 80),
    part2("what could not be judged", bullets(unables(report)), 85),
    part2("last output of the failing step", outputOf(report), 84),
    part2("what compose overrides", bullets(contradictions(report)), 70),
    part2("how it was judged", folding("How it was judged", bullets(judgedLines(report))), 41),
    part2("waived", folding("Waived", bullets(waived(report))), 40),
    part2("code scanning", folding("Code scanning", bullets(scanningLines(report))), 42),
    part2("notices", folding("Notices", bullets(noticesOf2(report))), 50),
    ...report.images.map(
      (image) => part2(`changes of ${image.id}`, renderChanges(image, options2), 38)
    ),
    ...report.images.map((image) => part2(`bytes of ${image.id}`, renderBytes(image, options2), 30)),
    ...report.images.map((image) => part2(`context of ${image.id}`, renderContext(image), 25)),
    ...report.images.map((image) => part2(`waste of ${image.id}`, renderWaste(image, options2), 35)),
    ...report.images.map((image) => part2(`packages of ${image.id}`, packagesOf2(image), 20)),
    part2("what nobody looked at", notLookedAt(report), 45),
    part2("tools", `<sub>${escapeMarkdown(originLine(report))}</sub>`, 60)
  ];
  const there = parts.filter((one) => one !== void 0);
  return fit(
    there,
    options2.limit,
    (names) => `Left out here, and to be found in report.json: ${names.map(escapeMarkdown).join(", ")}.`
  );
}
function notLookedAt({ images }) {
  const lines2 = images.flatMap((image) => image.notLookedAt.map((text) => `${image.id}: ${text}`));
  return folding("What nobody looked at", bullets(lines2));
}
function judgedLines(report) {
  return [...judgementScopeLines(report), ...excusedLines(report)];
}
function headlineOf2(report, { note }) {
  const line4 = `## ${escapeMarkdown(headline(report))}`;
  return note === void 0 ? line4 : `${line4}

${escapeMarkdown(note)}`;
}
function imagesTable(report) {
  if (report.images.length === 0) return "";
  const rows = table(
    IMAGE_COLUMNS,
    report.images.map((image) => imageRow(image).map(escapeMarkdown))
  );
  return [rows, buildText(report)].filter((part3) => part3 !== "").join("\n\n");
}
function outputOf(report) {
  const lines2 = report.runs.flatMap((run) => run.failure?.output ?? []);
  if (lines2.length === 0) return "";
  return folded2(
    "Last output of the failing step",
    `<pre>${lines2.map(escapeMarkdown).join("<br>")}</pre>`
  );
}
function noticesOf2(report) {
  return report.runs.flatMap(
    (run) => run.notices.map((notice) => `${notice.from}: ${notice.message}`)
  );
}
function packagesOf2(image) {
  if (image.packages === void 0 || image.packages.length === 0) return "";
  const kinds = /* @__PURE__ */ new Map();
  for (const { purl } of image.packages) {
    const kind = /^pkg:([a-z]+)\//.exec(purl ?? "")?.[1] ?? "other";
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const rows = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count5]) => [escapeMarkdown(kind), String(count5)]);
  const system = image.system === void 0 ? "" : `System: ${escapeMarkdown(image.system)}

`;
  return folded2(
    `Packages of ${escapeMarkdown(image.id)}`,
    `${system}${table(["kind", "packages"], rows)}`
  );
}

// src/publishers/summary/index.ts
var LIMIT = 1024 * 1024 - 1024;
var summary = {
  applies: (_, deps) => deps.workflow.invocation === "action",
  publish: ({ report, relay }, deps) => {
    const { env } = deps.workflow;
    const { blob } = relay === void 0 ? githubLinks(env, reportCommit(report)) : relayedLinks(env, relay);
    const link = blob === void 0 ? {} : { linkBase: blob };
    const note = relay === void 0 ? {} : { note: relay.message };
    return deps.workflow.writeSummary(renderSummary(report, { limit: LIMIT, ...link, ...note }));
  }
};

// src/publishers/terminal/render.ts
import { styleText } from "node:util";

// src/publishers/terminal/lines.ts
function grid(rows) {
  const clean2 = rows.map((row) => row.map(plainLine));
  const widths = (clean2[0] ?? []).map(
    (_, column) => Math.max(...clean2.map((row) => row[column]?.length ?? 0))
  );
  return clean2.map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}
function list(title2, lines2) {
  if (lines2.length === 0) return "";
  return [plainLine(title2), ...lines2.map((line4) => `  ${plainLine(line4)}`)].join("\n");
}

// src/publishers/terminal/changes.ts
var ROWS7 = 5;
function changeBlocks(report) {
  const rows = sizeRows(report);
  if (rows.length === 0) return [];
  const title2 = `Against the baseline of ${baselineText2(report.runs[0]?.baseline)}`;
  return [
    [plainLine(title2), grid([SIZE_COLUMNS, ...rows])].join("\n"),
    ...report.images.map((image) => list(`What changed in ${image.id}`, linesOf2(image)))
  ];
}
function linesOf2(image) {
  const compared = toComparedImage(image);
  if (compared === void 0) return [];
  const packages = packagesText(compared.packages ?? []);
  return [
    causesText(compared),
    ...changedLayers(compared, ROWS7).map(
      ({ unpacked, base, place: place2, instruction }) => [
        formatDifference(unpacked.after - unpacked.before).padStart(10),
        placeText(place2 ?? {}),
        base ? "base image" : (instruction ?? "").slice(0, 70)
      ].join("  ")
    ),
    ...(compared.paths ?? []).slice(0, ROWS7).map(
      ({ name, kind, before, after, change }) => `${formatDifference(after - before).padStart(10)}  ${change}  ${pathText({ name, kind })}`
    ),
    ...othersText(compared),
    ...packages === void 0 ? [] : [`packages: ${packages}`],
    findingsText(compared),
    ...missesText(image).slice(0, ROWS7).map((text) => `not from the cache: ${text}`)
  ];
}

// src/publishers/terminal/render.ts
var ROWS8 = 10;
var LAYERS2 = 5;
var COLOURS = { pass: "green", fail: "red", unable: "yellow" };
function renderTerminal(report, options2) {
  const paint = (style, text) => options2.colours ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [
    paint("bold", paint(COLOURS[report.verdict], plainLine(headline(report)))),
    uncomparedLines(report).map(plainLine).join("\n"),
    ...banners(report).map(({ title: title2, lines: lines2 }) => list(title2, lines2)),
    report.runs.some((run) => run.request["enforce"] === "false") ? "Rules are reported and not enforced (--enforce=false)." : "",
    report.images.length === 0 ? "" : grid([IMAGE_COLUMNS, ...report.images.map(imageRow)]),
    buildText(report),
    ...changeBlocks(report),
    ...problemBlocks(report),
    list("Could not be judged", unables(report)),
    list("Compose overrides", contradictions(report)),
    list("How it was judged", [...judgementScopeLines(report), ...excusedLines(report)]),
    list("Waived", waived(report)),
    list(
      "Last output of the failing step",
      report.runs.flatMap((run) => run.failure?.output ?? [])
    ),
    list("Notices", noticesOf3(report)),
    list(
      "What nobody looked at",
      report.images.flatMap(({ id, notLookedAt: notLookedAt2 }) => notLookedAt2.map((text) => `${id}: ${text}`))
    ),
    ...insideBlocks(report),
    list(
      "Image layouts, kept until you remove them",
      options2.kept.map(({ image, path }) => `${image}  ${path}`)
    ),
    paint("dim", plainLine(originLine(report))),
    ...placeLines(options2).map((line4) => paint("dim", line4))
  ];
  return `
${blocks.filter((block) => block !== "").join("\n\n")}
`;
}
function noticesOf3({ runs }) {
  return runs.flatMap(({ notices }) => notices.map(({ from, message: message3 }) => `${from}: ${message3}`));
}
function placeLines({ folder: folder2 }) {
  return folder2 === void 0 ? [] : [`The whole report: ${plainLine(folder2)}`];
}
function insideBlocks({ images }) {
  return [
    ...images.map(
      (image) => list(`Biggest layers of ${image.id}`, biggestLayers(image, LAYERS2).map(layerLine))
    ),
    ...images.map(
      (image) => list(
        `Wasted in ${image.id}: ${formatBytes(image.wasteBytes ?? 0)}`,
        (image.waste ?? []).slice(0, LAYERS2).map(wasteLine)
      )
    )
  ];
}
function problemBlocks(report) {
  return problemsByImage(report).map(({ image, problems: problems2, tables }) => {
    const groups = [
      problems2.map(problemLines),
      ...tables.map(({ rule, rows }) => rows.map((row) => rowLines(rule, row)))
    ];
    const more = groups.reduce((sum, { length }) => sum + Math.max(0, length - ROWS8), 0);
    return list(image, [
      ...groups.flatMap((group) => group.slice(0, ROWS8).flat()),
      ...moreOf2(more)
    ]);
  });
}
function moreOf2(count5) {
  return count5 > 0 ? [`${count5} more are in report.json.`] : [];
}
function rowLines(rule, { level, line: line4, detail, base, place: place2 }) {
  return [
    `${level === "error" ? "error  " : "warning"} ${rule}  ${placeText(place2 ?? {})}: ${line4}${base ? " (base image)" : ""}`,
    `        ${detail}`
  ];
}
function problemLines(problem) {
  const where = placeText(problem);
  return [
    `${problem.level === "error" ? "error  " : "warning"} ${problem.rule}${problem.isNew ? " (new)" : ""}${where === "" ? "" : `  ${where}`}: ${problem.message}`,
    `        ${problem.advice}`
  ];
}
function wasteLine(waste2) {
  return `${formatBytes(waste2.bytes).padStart(9)}  ${waste2.kind}, /${waste2.path}: by ${whoseText(waste2.made)}, gone by ${whoseText(waste2.killed)}`;
}
function layerLine(layer) {
  const place2 = placeText({
    ...defined({ file: layer.file, startLine: layer.startLine })
  });
  const whose2 = layer.base === void 0 ? "place unknown" : layer.base ? `base, ${place2}` : place2;
  return `${formatBytes(layer.unpackedBytes).padStart(9)}  ${whose2}  ${(layer.instruction ?? "").slice(0, 70)}`;
}

// src/publishers/terminal/index.ts
var terminal = {
  applies: (_, deps) => deps.workflow.invocation === "command",
  publish: ({ report, folder: place2, isUnwritten, layouts, inputs }, deps) => {
    const { columns, env } = deps.workflow;
    const colours = columns !== void 0 && (env["NO_COLOR"] ?? "") === "";
    const kept = inputs?.keep === true ? layouts : [];
    const paths = kept.map(({ image, path }) => ({ image: image.id, path }));
    const folder2 = isUnwritten === true ? void 0 : place2;
    const text = renderTerminal(report, { colours, folder: folder2, kept: paths });
    return deps.workflow.writeSummary(text);
  }
};

// src/publishers/index.ts
var PUBLISHERS = {
  sarif,
  comment,
  summary,
  annotations,
  outputs,
  folder,
  terminal,
  artifact,
  stdout
};

// src/stages/publish/publisher-deps.ts
function publisherDeps(deps) {
  const { files, github, secrets: secrets2 } = deps;
  const swept = (data16) => isDocument(data16) ? data16 : secrets2.sweep(data16);
  return {
    ...deps,
    files: {
      ...files,
      write: (path, data16) => files.write(path, typeof data16 === "string" ? swept(data16) : data16)
    },
    github: (token) => {
      const api = github(token);
      return {
        request: ({ parameters, ...ask2 }) => {
          const { body } = parameters;
          const told = typeof body === "string" ? { body: secrets2.sweep(body) } : {};
          return api.request({ ...ask2, parameters: { ...parameters, ...told } });
        }
      };
    }
  };
}

// src/stages/publish/index.ts
async function publish(call) {
  const { report, images, built, record, inputs, relay, deps } = call;
  const { folder: folder2, refused } = await openReportFolder(inputs, { bytes: bytesOf2(call), deps });
  if (refused !== void 0) deps.log.untrusted(refused);
  const said2 = refused === void 0 ? report : withNotices(report, [{ from: "folder", message: refused }]);
  const unmasked = mapStrings(withoutBroken(said2, deps), withoutUrls);
  let publication = masked(
    {
      report: unmasked,
      identities: violationIdentities(unmasked),
      folder: folder2,
      attachments: images.flatMap(attachmentsOf),
      layouts: built?.layouts ?? [],
      ...defined({ record, metadata: built?.metadata, inputs, relay })
    },
    deps
  );
  const own = publisherDeps(deps);
  for (const [id, publisher] of Object.entries(PUBLISHERS)) {
    if (deps.signal.reason instanceof Interrupted) throw deps.signal.reason;
    if (!publisher.applies(publication, deps)) continue;
    try {
      const told = await deps.running.during(
        `publishing (${id})`,
        async () => publisher.publish(publication, own)
      );
      if (typeof told === "object")
        publication = masked({ ...publication, report: withoutBroken(told, deps) }, deps);
    } catch (error) {
      const message3 = `The report could not be published here: ${errorMessage(error)}.`;
      deps.log.untrusted(`${id}: ${message3}`);
      const told = withoutBroken(withNotices(publication.report, [{ from: id, message: message3 }]), deps);
      const isUnwritten = publication.isUnwritten === true || id === "folder";
      publication = masked({ ...publication, report: told, isUnwritten }, deps);
    }
  }
  return publication.report;
}
function bytesOf2({ report, record, images }) {
  const attachments = images.flatMap(attachmentsOf);
  const texts = [renderJson(report, 2), renderJson(record ?? {})].map(
    (text) => Buffer.byteLength(text)
  );
  const sizes = attachments.map(
    (one) => "gzip" in one ? one.gzip.length : Buffer.byteLength(one.text)
  );
  return [...texts, ...sizes].reduce((sum, size2) => sum + size2, 0);
}
function withoutBroken(report, deps) {
  const over = overtime(deps);
  return over === void 0 ? report : withRunEnd(report, over);
}
function masked(publication, { secrets: secrets2, workflow }) {
  const { report, record, relay, metadata, attachments, layouts, folder: folder2 } = publication;
  const { mask } = secrets2;
  const names = DOCUMENTED_IDENTITIES.map((name) => ownProperty(workflow.env, name) ?? "");
  secrets2.spare([...identitiesIn(report), ...layouts.map(({ path }) => path), folder2, ...names]);
  return {
    ...publication,
    report: maskedDocument(report, mask),
    attachments: attachments.map((attachment) => maskedAttachment(attachment, mask)),
    ...defined({
      record: record && maskedDocument(record, mask),
      relay: relay && { ...relay, message: mask(relay.message) }
    }),
    ...metadata === void 0 ? {} : { metadata: maskedMetadata(metadata, mask) }
  };
}
function withoutUrls(text, key) {
  return ["url", "references", "instruction"].includes(key) ? text : withoutUrlSecrets(text);
}
function attachmentsOf(image) {
  if (image.layers.length === 0) return image.scanned.attachments;
  const text = JSON.stringify({ image: image.image.id, layers: image.layers }, void 0, 2);
  return [...image.scanned.attachments, { image: image.image.id, kind: "layers", text }];
}

export {
  require_packageurl_js,
  readPackageUrl,
  matchesPackage,
  findingIdentity,
  systemPackageKey,
  languagePackageKey,
  purlWithoutVersion,
  secretKey,
  packageType,
  versionOrder,
  fixVersions,
  formatValue,
  formatList,
  nearestFirst,
  LEVELS,
  SUBJECT_KEYS,
  placeOfLayer,
  linkedOnce,
  contextFacts,
  ranked,
  CAUSES,
  classifyChange,
  isOfOthers,
  MOST_SILENT_SECONDS,
  wholeTiming,
  silentSeconds,
  cannotFail,
  fixesSince,
  nameText,
  WasteCollector,
  RULES,
  RULE_IDS,
  ruleNamed,
  mapRules,
  rulesFor,
  worst,
  currentJob,
  strangeness,
  attemptNumber,
  parseStages,
  lineage,
  parseDockerfile,
  lineFields,
  toStepLine,
  attachmentName,
  notScanned,
  scannedSecrets,
  placeText,
  ownRun,
  TOOL,
  makeReport,
  failureReport,
  emptyReport,
  expectSuccess,
  hasSucceeded,
  describeEnding,
  parseRepository,
  isOfEvent,
  repositoryKey,
  parseEvent,
  baselineCommits,
  MOST_ANCESTORS,
  isInJob,
  isChange,
  toolAtPath,
  isTransientStatus,
  PullFailed,
  brokenOff,
  readPullFailure,
  readAll,
  parseJson,
  Meter,
  ageInDays,
  isFresh,
  ageText,
  findRoot,
  compareWorkTree,
  findCheckout,
  findHead,
  findParents,
  listFiles,
  listSubmodules,
  findDirty,
  LARGEST_REPORT,
  parseReport,
  RECORD_NAME,
  recordSchema,
  askedReportFolder,
  removeEarlierReport,
  recordImage,
  openViolations,
  layerPositions,
  recordFindings,
  maskedDocument,
  maskedAttachment,
  jsonText,
  refusalMessage,
  RETRY_POLICY,
  repositoryParameters,
  requestWithRetry,
  requestTyped,
  readEventText,
  readEvent,
  parseArtifactName,
  newestAttempts,
  relayedMessage,
  leftOutMessages,
  readRun,
  listPulls,
  listArtifacts,
  downloadArtifact,
  startRun,
  requireRoom,
  gapNotices,
  overtime,
  publish
};
