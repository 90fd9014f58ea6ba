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
  fileNameOf,
  formatBytes,
  formatDays,
  formatDifference,
  formatMoment,
  formatPercent,
  formatSeconds,
  isDeep,
  isInside,
  isKnown,
  jsonOf,
  known,
  mapKnown,
  mapStrings,
  maskJson,
  mayPass,
  nameIn,
  own,
  parseBytes,
  plainLine,
  plainLines,
  shortened,
  timeoutWords,
  unable,
  withRunEnd,
  withoutEscapes,
  withoutUrlSecrets
} from "./chunk-E53B7XI4.js";
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import {
  before,
  cut,
  withoutTrailing
} from "./chunk-UIIRCSEI.js";
import {
  Interrupted,
  RUN_OVER,
  RefusedFile,
  TimeOver,
  ToolError,
  UserError,
  messageOf
} from "./chunk-6VYBF27L.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-5726KR7J.js";

// node_modules/packageurl-js/src/error.js
var require_error = __commonJS({
  "node_modules/packageurl-js/src/error.js"(exports, module) {
    "use strict";
    function formatPurlErrorMessage(message = "") {
      const { length } = message;
      let formatted = "";
      if (length) {
        const code0 = message.charCodeAt(0);
        formatted = code0 >= 65 || code0 <= 90 ? `${message[0].toLowerCase()}${message.slice(1)}` : message;
        if (length > 1 && message.charCodeAt(length - 1) === 46 && message.charCodeAt(length - 2) !== 46) {
          formatted = formatted.slice(0, -1);
        }
      }
      return `Invalid purl: ${formatted}`;
    }
    var PurlError = class extends Error {
      constructor(message) {
        super(formatPurlErrorMessage(message));
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
    var isPair2 = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
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
    exports.isPair = isPair2;
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
      add(line4, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line4.trim().split(/[ \t]+/);
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
        const lines2 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
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
            lines2.push(`%TAG ${handle} ${prefix}`);
        }
        return lines2.join("\n");
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
        const data16 = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data16);
        ctx.onCreate = (res2) => {
          data16.res = res2;
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
          for (const { count: count5, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count5);
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
          let data16 = anchors2.get(found);
          if (!data16) {
            toJS.toJS(found, null, ctx);
            data16 = anchors2.get(found);
          }
          if (data16?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data16.count += 1;
            if (data16.aliasCount === 0)
              data16.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data16.count * data16.aliasCount > maxAliasCount) {
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
        let count5 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count5)
            count5 = c;
        }
        return count5;
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
        const match2 = tags.filter((t) => t.tag === tagName);
        const tagObj = match2.find((t) => !t.format) ?? match2[0];
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
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema3, sourceObjects } = ctx;
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
      let tagObj = findTagObject(value, tagName, schema3.tags);
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
        tagObj = value instanceof Map ? schema3[identity.MAP] : Symbol.iterator in Object(value) ? schema3[identity.SEQ] : schema3[identity.MAP];
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
    function collectionFromPath(schema3, path, value) {
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
        schema: schema3,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema3) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema3,
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
      clone(schema3) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema3)
          copy.schema = schema3;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema3) : it);
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
    function indentComment(comment2, indent) {
      if (/^\n+$/.test(comment2))
        return comment2.substring(1);
      return indent ? comment2.replace(/^(?! *$)/gm, indent) : comment2;
    }
    var lineComment = (str, indent, comment2) => str.endsWith("\n") ? indentComment(comment2, indent) : comment2.includes("\n") ? "\n" + indentComment(comment2, indent) : (str.endsWith(" ") ? "" : " ") + comment2;
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
    function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text2;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text2.length <= endStep)
        return text2;
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
        i = consumeMoreIndentedLines(text2, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text2[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text2[i + 1]) {
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
            i = consumeMoreIndentedLines(text2, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text2[i + 1];
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
                ch = text2[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text2;
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
        return text2;
      if (onFold)
        onFold();
      let res = text2.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text2.length;
        if (fold === 0)
          res = `
${indent}${text2.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text2[fold]}\\`;
          res += `
${indent}${text2.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text2, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text2[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text2[++i];
        } else {
          do {
            ch = text2[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text2[start];
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
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
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
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code2 = json.substr(i + 2, 4);
                switch (code2) {
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
                    if (code2.substr(0, 2) === "00")
                      str += "\\x" + code2.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
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
    function blockString({ comment: comment2, type, value }, ctx, onComment, onChompKeep) {
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
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment2) {
        header += " " + commentString(comment2.replace(/ ?[\r\n]+/g, " "));
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
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
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
    function createStringifyContext(doc, options2) {
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
      }, doc.schema.toStringOptions, options2);
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
        const match2 = tags.filter((t) => t.tag === item.tag);
        if (match2.length > 0)
          return match2.find((t) => t.format === item.format) ?? match2[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match2 = tags.filter((t) => t.identify?.(obj));
        if (match2.length > 1) {
          const testMatch = match2.filter((t) => t.test);
          if (testMatch.length > 0)
            match2 = testMatch;
        }
        tagObj = match2.find((t) => t.format === item.format) ?? match2.find((t) => !t.format);
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
      clone(schema3) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema3);
        if (identity.isNode(value))
          value = value.clone(schema3);
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
    function stringifyCollection(collection, ctx, options2) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options2);
    }
    function stringifyBlockCollection({ comment: comment2, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment3 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, chompKeep);
          if (item.comment)
            comment3 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment3 = null, () => chompKeep = true);
        if (comment3)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment3));
        if (chompKeep && comment3)
          chompKeep = false;
        lines2.push(blockItemPrefix + str2);
      }
      let str;
      if (lines2.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines2[0];
        for (let i = 1; i < lines2.length; ++i) {
          const line4 = lines2[i];
          str += line4 ? `
${indent}${line4}` : "\n";
        }
      }
      if (comment2) {
        str += "\n" + stringifyComment.indentComment(commentString(comment2), indent);
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
      const lines2 = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines2.push("");
          addCommentBefore(ctx, lines2, item.commentBefore, false);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines2.push("");
            addCommentBefore(ctx, lines2, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment2 = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment2 = ik.comment;
          }
        }
        if (comment2)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment2 = null);
        reqNewline || (reqNewline = lines2.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines2.reduce((sum, line4) => sum + line4.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment2)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment2));
        lines2.push(str);
        linesAtValue = lines2.length;
      }
      const { start, end } = flowChars;
      if (lines2.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines2.reduce((sum, line4) => sum + line4.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line4 of lines2)
            str += line4 ? `
${indentStep}${indent}${line4}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines2.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines2, comment2, chompKeep) {
      if (comment2 && chompKeep)
        comment2 = comment2.replace(/^\n+/, "");
      if (comment2) {
        const ic = stringifyComment.indentComment(commentString(comment2), indent);
        lines2.push(ic.trimStart());
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
      constructor(schema3) {
        super(identity.MAP, schema3);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema3, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema3);
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
        if (typeof schema3.sortMapEntries === "function") {
          map.items.sort(schema3.sortMapEntries);
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
      createNode: (schema3, obj, ctx) => YAMLMap.YAMLMap.from(schema3, obj, ctx)
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
      constructor(schema3) {
        super(identity.SEQ, schema3);
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
      static from(schema3, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema3);
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
      createNode: (schema3, obj, ctx) => YAMLSeq.YAMLSeq.from(schema3, obj, ctx)
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
    var schema3 = [
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
    exports.schema = schema3;
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
    var schema3 = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema3;
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
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment: comment2, type, value }, ctx, onComment, onChompKeep) {
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
          const lines2 = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines2[i] = str.substr(o, lineWidth);
          }
          str = lines2.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment: comment2, type, value: str }, ctx, onComment, onChompKeep);
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
    function createPairs(schema3, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema3);
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
      static from(schema3, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema3, iterable, ctx);
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
      createNode: (schema3, iterable, ctx) => YAMLOMap.from(schema3, iterable, ctx)
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
      constructor(schema3) {
        super(schema3);
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
      static from(schema3, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema3);
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
      createNode: (schema3, iterable, ctx) => YAMLSet.from(schema3, iterable, ctx),
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
        const match2 = str.match(timestamp.test);
        if (!match2)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match2.map(Number);
        const millisec = match2[7] ? Number((match2[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match2[8];
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
    var schema3 = [
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
    exports.schema = schema3;
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
    var schema3 = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema3.schema],
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
      constructor({ compat, customTags, merge, resolveKnownTags, schema: schema3, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema3 === "string" && schema3 || "core";
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
    function stringifyDocument(doc, options2) {
      const lines2 = [];
      let hasDirectives = options2.directives === true;
      if (options2.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines2.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines2.push("---");
      const ctx = stringify.createStringifyContext(doc, options2);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines2.length !== 1)
          lines2.unshift("");
        const cs = commentString(doc.commentBefore);
        lines2.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines2.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines2.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines2[lines2.length - 1] === "---") {
          lines2[lines2.length - 1] = `--- ${body}`;
        } else
          lines2.push(body);
      } else {
        lines2.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines2.push("...");
            lines2.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines2.push(`... ${cs}`);
          }
        } else {
          lines2.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines2[lines2.length - 1] !== "")
            lines2.push("");
          lines2.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines2.join("\n") + "\n";
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
      constructor(value, replacer, options2) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options2 === void 0 && replacer) {
          options2 = replacer;
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
        }, options2);
        this.options = opt;
        let { version } = opt;
        if (options2?._directives) {
          this.directives = options2._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options2);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options2);
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
      createNode(value, replacer, options2) {
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
        } else if (options2 === void 0 && replacer) {
          options2 = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options2 ?? {};
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
      createPair(key, value, options2 = {}) {
        const k = this.createNode(key, null, options2);
        const v = this.createNode(value, null, options2);
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
      setSchema(version, options2 = {}) {
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
        if (options2.schema instanceof Object)
          this.schema = options2.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options2));
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
          for (const { count: count5, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count5);
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
      toString(options2 = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options2 && (!Number.isInteger(options2.indent) || Number(options2.indent) <= 0)) {
          const s = JSON.stringify(options2.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options2);
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
      constructor(name, pos, code2, message) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLParseError", pos, code2, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message) {
        super("YAMLWarning", pos, code2, message);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line: line4, col } = error.linePos[0];
      error.message += ` at line ${line4}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line4 - 1], lc.lineStarts[line4]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line4 > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line4 - 2], lc.lineStarts[line4 - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count5 = 1;
        const end = error.linePos[1];
        if (end?.line === line4 && end.col > col) {
          count5 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count5);
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
      let comment2 = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma2 = null;
      let found = null;
      let start = null;
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
            if (!comment2)
              comment2 = cb;
            else
              comment2 += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment2)
                comment2 += token.source;
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
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
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
              if (comma2)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma2 = token;
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
      const last2 = tokens[tokens.length - 1];
      const end = last2 ? last2.offset + last2.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma: comma2,
        found,
        spaceBefore,
        comment: comment2,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
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
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
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
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
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
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
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
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
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
      let comment2 = "";
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
              if (!comment2)
                comment2 = cb;
              else
                comment2 += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment2)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment: comment2, offset };
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
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
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
            loop: for (const st of start) {
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
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
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
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines2 = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines2.length;
      for (let i = lines2.length - 1; i >= 0; --i) {
        const content = lines2[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines2.length > 0 ? "\n".repeat(Math.max(1, lines2.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines2[i];
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
      for (let i = lines2.length - 1; i >= chompStart; --i) {
        if (lines2[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines2[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines2[i];
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
          for (let i = chompStart; i < lines2.length; ++i)
            value += "\n" + lines2[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
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
      let comment2 = "";
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
            comment2 = token.source.substring(1);
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
      return { mode, indent, chomp, comment: comment2, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines2 = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines2.push([split[i], split[i + 1]]);
      return lines2;
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
      const _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
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
      const line4 = /(.*?)\r?\n/sy;
      let match2 = line4.exec(source);
      if (!match2)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match2[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line4.lastIndex;
      while (match2 = line4.exec(source)) {
        const lm = match2[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line4.lastIndex;
      }
      const last2 = /[ \t]*(.*)/sy;
      last2.lastIndex = pos;
      match2 = last2.exec(source);
      return res + sep + (match2?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
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
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
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
      const code2 = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code2);
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
      const { value, type, comment: comment2, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
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
      if (comment2)
        scalar.comment = comment2;
      return scalar;
    }
    function findScalarTagByName(schema3, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema3[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema3.tags) {
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
      const kt = schema3.knownTags[tagName];
      if (kt && !kt.collection) {
        schema3.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema3[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema: schema3 }, value, token, onError) {
      const tag = schema3.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema3[identity.SCALAR];
      if (schema3.compat) {
        const compat = schema3.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema3[identity.SCALAR];
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
    function emptyScalarPosition(offset, before2, pos) {
      if (before2) {
        pos ?? (pos = before2.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before2[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before2[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before2[++i];
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
      const { spaceBefore, comment: comment2, anchor, tag } = props;
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
      if (comment2) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment2;
        else
          node.commentBefore = comment2;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    function composeEmptyNode(ctx, offset, before2, pos, { spaceBefore, comment: comment2, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before2, pos),
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
      if (comment2) {
        node.comment = comment2;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options: options2 }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options2.strict, onError);
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
    function composeDoc(options2, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options2);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
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
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
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
      let comment2 = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment2 += (comment2 === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
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
      return { comment: comment2, afterEmptyLine };
    }
    var Composer = class {
      constructor(options2 = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code2, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code2, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code2, message));
        };
        this.directives = new directives.Directives({ version: options2.version || "1.2" });
        this.options = options2;
      }
      decorate(doc, afterDoc) {
        const { comment: comment2, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment2) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment2}` : comment2;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment2;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment2}
${cb}` : comment2;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment2}
${cb}` : comment2;
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
        const _onError = (pos, code2, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code2, message);
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
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
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
      for (const [field, index2] of path) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index2];
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
        let line4 = this.getLine();
        if (line4 === null)
          return this.setNext("stream");
        if (line4[0] === cst.BOM) {
          yield* this.pushCount(1);
          line4 = line4.substring(1);
        }
        if (line4[0] === "%") {
          let dirEnd = line4.length;
          let cs = line4.indexOf("#");
          while (cs !== -1) {
            const ch = line4[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line4.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line4[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line4.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line4.length - sp);
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
        const line4 = this.getLine();
        if (line4 === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line4[n]) {
          case "#":
            yield* this.pushCount(line4.length - n);
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
            yield* this.pushCount(line4.length - n);
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
        const line4 = this.getLine();
        if (line4 === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line4[0] !== "#" || indent === 0 && (line4.startsWith("---") || line4.startsWith("...")) && isEmpty(line4[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line4[0] === "]" || line4[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line4[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line4[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line4.length - n);
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
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
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
    function includesToken(list2, type) {
      for (let i = 0; i < list2.length; ++i)
        if (list2[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list2) {
      for (let i = 0; i < list2.length; ++i) {
        switch (list2[i].type) {
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
            const last2 = token.items[token.items.length - 1];
            if (last2 && !last2.sep && !last2.value && last2.start.length > 0 && findNonEmptyIndex(last2.start) === -1 && (token.indent === 0 || last2.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last2.start;
              else
                top.items.push({ start: last2.start });
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
          const start = getFirstKeyStartProps(prev);
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
            items: [{ start, key: scalar, sep }]
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
              const last2 = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last2?.type === "comment")
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
          let start = [];
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
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
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
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
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
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
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
                map.items.push({ start, key: fs, sep: [] });
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
                  map.items.push({ start });
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
              const last2 = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last2?.type === "comment")
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
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
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
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
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
    function parseOptions(options2) {
      const prettyErrors = options2.prettyErrors !== false;
      const lineCounter$1 = options2.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options2 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options2);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options2);
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
    function parseDocument2(source, options2 = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options2);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options2);
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
    function parse(src, reviver, options2) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options2 === void 0 && reviver && typeof reviver === "object") {
        options2 = reviver;
      }
      const doc = parseDocument2(src, options2);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options2));
    }
    function stringify(value, replacer, options2) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options2 === void 0 && replacer) {
        options2 = replacer;
      }
      if (typeof options2 === "string")
        options2 = options2.length;
      if (typeof options2 === "number") {
        const indent = Math.round(options2);
        options2 = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options2 ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options2);
      return new Document.Document(value, _replacer, options2).toString(options2);
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

// src/domain/report/job.ts
var workflowSchema = external_exports.strictObject({
  repository: external_exports.string(),
  run: external_exports.string(),
  attempt: external_exports.string(),
  sha: external_exports.string().describe("GITHUB_SHA: of the event, whatever is checked out")
}).describe("The workflow run that it was part of; absent outside of GitHub Actions");
function jobOf(env) {
  const { GITHUB_JOB: job, GITHUB_REPOSITORY: repository2 = "", GITHUB_RUN_ID: run = "" } = env;
  const { GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_SHA: sha3 = "" } = env;
  const isKnown2 = repository2 !== "" && run !== "" && sha3 !== "";
  return {
    ...job === void 0 ? {} : { job },
    ...isKnown2 ? { workflow: { repository: repository2, run, attempt, sha: sha3 } } : {}
  };
}
function strangeness(part3, own2) {
  if (own2 === void 0) return "it is not known which workflow run this is";
  if (part3 === void 0) return "it does not say which workflow run it is of";
  if (part3.repository.toLowerCase() !== own2.repository.toLowerCase())
    return "it is of another repository";
  if (part3.run !== own2.run) return "it is of another workflow run";
  if (part3.sha !== own2.sha) return "it is of another commit";
  return attemptOf(part3) > attemptOf(own2) ? "it says to be of an attempt to come" : void 0;
}
function attemptOf({ attempt }) {
  return /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : Number.POSITIVE_INFINITY;
}

// src/domain/report/own-run.ts
function ownRun(own2) {
  const { id, inputs, startedAt, endedAt, job, workflow, commit, notices } = own2;
  return {
    id,
    ...job === void 0 ? {} : { job },
    ...workflow === void 0 ? {} : { workflow },
    startedAt: startedAt.toISOString(),
    seconds: secondsBetween(startedAt, endedAt),
    ...commit === void 0 ? {} : { commit },
    request: inputs === void 0 ? {} : requestOf(inputs),
    tools: { plimsoll: VERSION },
    notices: [...notices ?? []]
  };
}
function secondsBetween(start, end) {
  return (end.getTime() - start.getTime()) / 1e3;
}
function requestOf(inputs) {
  return Object.fromEntries(
    Object.entries(inputs.request).map(([name, value]) => [
      name,
      typeof value === "object" ? [...value] : value
    ])
  );
}

// src/domain/image/instructions.ts
var DIRECTIVE = /^#[ \t]*([a-z][a-z0-9]*)[ \t]*=[ \t]*(\S*)$/i;
var TAKES_HEREDOCS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD"]);
function splitInstructions(text2) {
  const lines2 = text2.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escape = escapeOf(lines2);
  const found = [];
  for (let at = 0; at < lines2.length; at += 1) {
    const { pieces, last: last2 } = logicalLine(lines2, { from: at, escape });
    const own2 = pieces.join(" ");
    const end = own2 === "" ? last2 : endOfHeredocs(own2, { lines: lines2, from: last2 });
    if (own2 !== "") {
      const inside = folded(lines2.slice(last2 + 1, end + 1), escape);
      const whole2 = [own2, ...inside].join(" ");
      found.push({ keyword: wordOf(own2), text: whole2, startLine: at + 1, endLine: end + 1 });
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
function wordOf(text2) {
  return /^\S*/.exec(text2)?.[0].toUpperCase() ?? "";
}
function endOfHeredocs(text2, { lines: lines2, from }) {
  const keyword = wordOf(text2);
  const inner = keyword === "ONBUILD" ? wordOf(text2.slice(keyword.length).trimStart()) : keyword;
  if (!TAKES_HEREDOCS.has(inner) || !text2.includes("<<")) return from;
  let at = from;
  for (const { name, chomp } of heredocsIn(text2)) {
    do
      at += 1;
    while (at < lines2.length && (chomp ? withoutTabs(lines2[at] ?? "") : lines2[at]) !== name);
  }
  return Math.min(at, lines2.length - 1);
}
function withoutTabs(line4) {
  return line4.replace(/^\t+/, "");
}
function heredocsIn(text2) {
  return wordsOf(text2).flatMap((word) => {
    const [, dash, name = ""] = /^\d*<<(-?)([^<]*)$/.exec(word) ?? [];
    const plain = name.replace(/["'\\]/g, "");
    return dash === void 0 || plain === "" ? [] : [{ name: plain, chomp: dash === "-" }];
  });
}
function wordsOf(text2) {
  return text2.match(/(?:[^\s"'\\]|\\[^]?|"(?:[^"\\]|\\[^]?)*(?:"|$)|'[^']*(?:'|$))+/g) ?? [];
}

// src/domain/image/stages.ts
var COPY_FROM = /^--from=(.+)$/;
var MOUNT_FROM = /^--mount=(?:.*,)?from=([^,]+)/;
function stagesOf(instructions, args) {
  const values = globalArgs(instructions, args);
  const byStage = Map.groupBy(instructions, ({ stage }) => stage);
  const stages = [];
  const names = /* @__PURE__ */ new Map();
  for (const from of instructions.filter(({ keyword }) => keyword === "FROM")) {
    const words4 = from.text.split(/\s+/).slice(1).filter((word) => !word.startsWith("--"));
    const [image = "", as, name] = words4;
    const own2 = byStage.get(from.stage) ?? [];
    const called = as?.toLowerCase() === "as" ? name : void 0;
    const before2 = { names, count: stages.length };
    const stage = {
      name: called,
      // Only a name can be a parent: `FROM 0` is an image called 0.
      parent: names.get(substitute(image, values).toLowerCase()),
      sources: own2.flatMap(sourcesOf).flatMap((reference) => findStage(before2, reference) ?? [])
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
  const named2 = reference === "" ? void 0 : stages.names.get(reference.toLowerCase());
  if (named2 !== void 0) return named2;
  const position = /^\d{1,6}$/.test(reference) ? Number(reference) : -1;
  return position >= 0 && position < stages.count ? position : void 0;
}
var FLAGS = /* @__PURE__ */ new Map([
  ["COPY", COPY_FROM],
  ["ADD", COPY_FROM],
  ["RUN", MOUNT_FROM]
]);
function sourcesOf({ text: text2 }) {
  const words4 = text2.split(/\s+/);
  const start = words4[0]?.toUpperCase() === "ONBUILD" ? 1 : 0;
  const flag = FLAGS.get(words4[start]?.toUpperCase() ?? "");
  if (flag === void 0) return [];
  const rest = words4.slice(start + 1);
  const end = rest.findIndex((word) => !word.startsWith("--"));
  const flags = end < 0 ? rest : rest.slice(0, end);
  return flags.flatMap((word) => flag.exec(word)?.[1] ?? []);
}
function globalArgs(instructions, given) {
  const values = /* @__PURE__ */ new Map();
  for (const { text: text2 } of instructions.filter(({ keyword, stage }) => keyword === "ARG" && stage < 0)) {
    for (const word of text2.split(/\s+/).slice(1)) {
      const [name = "", ...rest] = word.split("=");
      const value = given.get(name) ?? substitute(unquoted(rest.join("=")), values);
      values.set(name, value.slice(0, LONGEST_NAME));
    }
  }
  return values;
}
var LONGEST_NAME = 1e3;
function unquoted(text2) {
  return /^(["']).*\1$/.test(text2) ? text2.slice(1, -1) : text2;
}
function substitute(text2, values) {
  const last2 = text2.lastIndexOf("}");
  let made2 = "";
  let at = 0;
  for (let dollar = text2.indexOf("$"); dollar >= 0; dollar = text2.indexOf("$", at)) {
    const reference = referenceAt(text2, { at: dollar, last: last2 });
    made2 += text2.slice(at, dollar);
    made2 += reference === void 0 ? "$" : values.get(reference.name) ?? reference.fallback;
    at = reference?.end ?? dollar + 1;
  }
  return made2 + text2.slice(at);
}
var REFERENCE = /(\{?)(\w+)(:?-)?/y;
function referenceAt(text2, { at, last: last2 }) {
  REFERENCE.lastIndex = at + 1;
  const [, brace, name = "", otherwise] = REFERENCE.exec(text2) ?? [];
  if (brace === void 0) return void 0;
  if (brace === "") return { name, fallback: "", end: at + 1 + name.length };
  const start = REFERENCE.lastIndex;
  if (start > last2) return void 0;
  const close = otherwise === void 0 ? start : text2.indexOf("}", start);
  if (text2[close] !== "}") return void 0;
  return { name, fallback: text2.slice(start, close), end: close + 1 };
}

// src/domain/image/dockerfile.ts
var MAX_LENGTH = 1e6;
function parseDockerfile(text2, context = {}) {
  if (text2.length > MAX_LENGTH) return unable("The Dockerfile is larger than a Dockerfile can be.");
  const instructions = instructionsOf(text2);
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
function instructionsOf(text2) {
  let stage = -1;
  return splitInstructions(text2).map((instruction) => {
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

// src/domain/image/lines.ts
function lineFields({
  file,
  startLine,
  endLine,
  instruction
}) {
  return {
    ...file !== void 0 && { file },
    ...startLine !== void 0 && { startLine },
    ...endLine !== void 0 && { endLine },
    ...instruction !== void 0 && { instruction }
  };
}
function lineOf(places, lines2) {
  const place2 = choosePlace(places, lines2);
  return place2 === void 0 ? void 0 : placeOnLine(place2, lines2);
}
function choosePlace(places, { main, dockerfile }) {
  const own2 = places.filter((place2) => place2.dockerfile === main);
  if (!isKnown(dockerfile)) return own2[0] ?? places[0];
  const { instructions, usedStages: usedStages2 } = dockerfile.value;
  const ranks = new Map(own2.length < 2 ? [] : usedStages2.map((stage, rank3) => [stage, rank3]));
  const rankOf3 = (place2) => ranks.get(instructionAt(instructions, place2.startLine)?.stage ?? -1) ?? -1;
  const [first] = own2.toSorted((a, b) => rankOf3(b) - rankOf3(a));
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
  const text2 = instructionAt(instructions, place2.startLine)?.text;
  return {
    ...file === void 0 ? {} : { file },
    startLine: place2.startLine,
    endLine: place2.endLine,
    ...text2 === void 0 ? {} : { instruction: text2 }
  };
}

// src/domain/policy/policy.ts
function rulesFor(policy, image) {
  return policy.images.get(image) ?? policy.rules;
}

// src/domain/policy/places.ts
function placeOfLayer(layer) {
  if (layer?.file === void 0) return void 0;
  return {
    file: layer.file,
    ...layer.startLine !== void 0 && { startLine: layer.startLine },
    ...layer.endLine !== void 0 && { endLine: layer.endLine }
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
  const own2 = last(facts, stage, keyword);
  if (own2 !== void 0) return own2;
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

// src/domain/report/comparison.ts
function comparisonOf(compared, cap) {
  if (compared.state === "new") return { state: "new" };
  const { unpacked, download: download2, causes, layers, bases, paths, packages, findings, violations } = compared.comparison;
  return {
    state: "compared",
    ...{ unpacked: { ...unpacked }, download: { ...download2 } },
    causes: causes.map((sum) => ({ ...sum })),
    layers: cap(layers, "changedLayers").map((layer) => ({
      ...{ change: layer.change, cause: layer.cause, base: layer.base },
      ...{ unpacked: { ...layer.unpacked }, download: { ...layer.download } },
      ...lineOf2(layer)
    })),
    bases: bases.map((base) => ({ ...base })),
    ...paths === void 0 ? {} : { paths: cap(paths, "changedPaths").map((path) => ({ ...path })) },
    ...packages === void 0 ? {} : { packages: cap(packages, "changedPackages").map((one) => ({ ...one })) },
    ...findings === void 0 ? {} : {
      findings: {
        new: cap(findings.new, "changedFindings").map((finding) => ({ ...finding })),
        fixed: cap(findings.fixed, "changedFindings").map((finding) => ({ ...finding })),
        still: findings.still
      }
    },
    ...violations === void 0 ? {} : { violations: { ...violations } }
  };
}
function missesOf({ misses }) {
  return misses.map((miss) => ({
    ...{ reason: miss.reason, followers: miss.followers },
    ...lineOf2(miss)
  }));
}
function lineOf2(line4) {
  const place2 = placeOfLayer(line4);
  return {
    ...line4.instruction === void 0 ? {} : { instruction: line4.instruction },
    ...place2 === void 0 ? {} : { place: { ...place2 } }
  };
}

// src/domain/report/build.ts
function comparedOf({ evidence }) {
  const compared = evidence?.comparison;
  if (compared === void 0 || !isKnown(compared)) return void 0;
  return compared.value.state === "new" ? void 0 : compared.value.comparison;
}
function causesOf(context) {
  const fresh = comparedOf(context)?.findings?.new ?? [];
  return new Map(fresh.map(({ identity, cause: cause2 }) => [identity, { cause: cause2 }]));
}
function buildOf(context, id) {
  const { built, evidence } = context;
  const counts = built.imageSteps.get(id);
  if (counts === void 0) return {};
  const time = evidence?.buildTime;
  const compared = comparedOf(context);
  return {
    build: {
      ...{ ...counts, exportSeconds: built.exportSeconds },
      ...time !== void 0 && isKnown(time) ? { uncachedSeconds: time.value.seconds } : {},
      ...compared === void 0 ? {} : { misses: missesOf(compared) }
    }
  };
}

// src/domain/report/image-context.ts
var MOST = {
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
function contentsOf(contents, cap) {
  const { inUseBytes, wasteBytes, losses, tools, biggestFiles, biggestFolders } = contents;
  return {
    ...{ inUseBytes, wasteBytes },
    waste: cap(losses, "waste").map(({ kind, path, bytes: bytes7, files, madeBy, killedBy }) => ({
      ...{ kind, path, bytes: bytes7, files },
      ...{ made: byOf(madeBy), killed: byOf(killedBy) }
    })),
    tools: tools.map(({ kind, name, bytes: bytes7, files, by: by2 }) => ({
      ...{ kind, name, bytes: bytes7, files },
      ...byOf(by2)
    })),
    biggest: { files: biggestFiles.map(shareOf), folders: biggestFolders.map(shareOf) },
    privileged: cap(contents.privileged, "privileged").map((file) => ({
      ...shareOf(file),
      mode: file.mode
    }))
  };
}
function sentOf(facts, cap) {
  const { bytes: bytes7, files, folder: folder2, named: named2, ignoreFile, unused, biggestFolders, unwanted } = facts;
  return {
    ...{ bytes: bytes7, files },
    ...folder2 === void 0 ? {} : { folder: { ...folder2 } },
    named: named2.map((one) => ({ ...one })),
    ...ignoreFile === void 0 ? {} : { ignoreFile },
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
    ...place2 === void 0 ? {} : { place: { ...place2 } }
  };
}

// src/domain/examined.ts
var ENDINGS = {
  trivy: "trivy.json",
  sbom: "sbom.json",
  layers: "layers.json",
  files: "files.jsonl.gz"
};
function attachmentName(image, kind) {
  return `${fileNameOf(image)}.${ENDINGS[kind]}`;
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

// src/domain/findings/identity.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);
import { createHash } from "node:crypto";

// src/domain/findings/package-url.ts
var LOWER_NAMESPACE = [
  ...["alpm", "apk", "bitbucket", "composer", "deb", "github", "golang", "rpm", "qpkg"]
];
var LOWER_NAME = [
  ...["alpm", "apk", "bitbucket", "bitnami", "chrome-extension", "composer", "deb", "github"],
  "golang"
];
var NEEDS_NAMESPACE = ["cpan", "swift", "vscode-extension"];
function readPackageUrl(text2) {
  if (text2.slice(0, 4).toLowerCase() !== "pkg:") return void 0;
  const [beforeSubpath, subpath] = cutAt(withoutSlashes(text2.slice(4)), "#");
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
    ...{ type, version, name: nameOf(type, name) },
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
function cutAt(text2, mark) {
  const at = text2.indexOf(mark);
  return at === -1 ? [text2, ""] : [text2.slice(0, at), text2.slice(at + 1)];
}
function withoutSlashes(text2) {
  let start = 0;
  while (text2[start] === "/") start += 1;
  return text2.slice(start);
}
function trimmed(text2) {
  let end = text2.length;
  while (text2[end - 1] === "/") end -= 1;
  return withoutSlashes(text2.slice(0, end));
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
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
    const read3 = readPackageUrl(purl);
    if (read3 === void 0) throw refusal;
    const { type, namespace, name, qualifiers, subpath } = read3;
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
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

// src/domain/text/place.ts
function placeText(place2) {
  if (place2.file === void 0) return "";
  return place2.startLine === void 0 ? place2.file : `${place2.file}:${place2.startLine}`;
}

// src/domain/report/scanned.ts
var MOST2 = { members: 1e3, places: 100 };
function scannedOf(image, context, cap) {
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
    ...{ name, version },
    ...purl === void 0 ? {} : { purl },
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
  const causes = causesOf(context);
  const judged = context.judgement.findings.get(image.image.id) ?? [];
  const left = new Map(judged.map((finding) => [finding.identity, finding]));
  return image.findings.map((found) => {
    const { placesOf: _, ...finding } = left.get(found.identity) ?? found;
    return {
      ...finding,
      ...causes.get(finding.identity),
      places: finding.places.slice(0, MOST2.places).map((place2) => ({ ...place2 })),
      members: finding.members.slice(0, MOST2.members).map((member) => ({ ...member })),
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
      ...path === void 0 ? {} : { path },
      ...line4 === void 0 ? {} : { line: line4 },
      ...nth === void 0 ? {} : { nth },
      ...variable === void 0 ? {} : { variable },
      ...base === void 0 ? {} : { base },
      ...place2 === void 0 ? {} : { place: { ...place2 } },
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
    if (list2.length > MOST[key])
      omitted.push({ image: id, list: key, count: list2.length - MOST[key] });
    return list2.slice(0, MOST[key]);
  };
  const facts = isKnown(image.facts) ? image.facts.value : void 0;
  const scan = isKnown(image.scanned.facts) ? image.scanned.facts.value : void 0;
  const made2 = {
    id,
    name,
    platform,
    run: context.run,
    state: image.state,
    ...isKnown(image.facts) ? {} : { reason: image.facts.unable },
    verdict: context.judgement.verdicts.get(id) ?? "unable",
    ...facts === void 0 ? {} : factsOf(facts, evidence?.running),
    ...evidenceOf(evidence, cap),
    ...definedAt === void 0 ? {} : { definedAt: { ...definedAt } },
    ...overrides.length === 0 ? {} : { overrides: [...overrides] },
    ...isKnown(image.dockerfile) ? { stages: image.dockerfile.value.usedStages.length } : {},
    ...scan?.system === void 0 ? {} : { system: scan.system },
    ...facts === void 0 ? {} : { layers: cap(image.layers.map(layerOf), "layers") },
    ...scannedOf(image, context, cap),
    ...unjudgedOf(context, id),
    notLookedAt: [...scan?.notLookedAt ?? [], ...unrecordedLines(image), ...unownedLine(image)],
    limits: limitsOf(context.policy, name),
    ...buildOf(context, id)
  };
  return { image: made2, omitted };
}
function evidenceOf(evidence, cap) {
  if (evidence === void 0) return {};
  const { contents, context, comparison } = evidence;
  return {
    ...isKnown(contents) ? contentsOf(contents.value, cap) : {},
    ...isKnown(context) ? { context: sentOf(context.value, cap) } : {},
    ...isKnown(comparison) ? { comparison: comparisonOf(comparison.value, cap) } : {}
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
        ...user2.value.uid === void 0 ? {} : { uid: user2.value.uid },
        ...user2.value.gid === void 0 ? {} : { gid: user2.value.gid },
        isRoot: user2.value.isRoot
      }
    } : {},
    healthcheck: {
      declared: healthcheck2.declared,
      ...healthcheck2.test === void 0 ? {} : { test: [...healthcheck2.test] },
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
    ...{ digest: digest3, diffId, unpackedBytes, downloadBytes },
    ...base === void 0 ? {} : { base },
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
  const limit = (value) => typeof value === "number" ? value : typeof value === "string" ? parseBytes(value) : void 0;
  const unpacked = rules.size.level === "off" ? void 0 : limit(rules.size["max"]);
  const download2 = rules.download.level === "off" ? void 0 : limit(rules.download["max"]);
  return {
    ...unpacked === void 0 ? {} : { unpackedBytes: unpacked },
    ...download2 === void 0 ? {} : { downloadBytes: download2 }
  };
}
var MOST_PROGRAMS = 5;
function unownedLine({ unowned }) {
  if (unowned.length === 0) return [];
  const named2 = unowned.slice(0, MOST_PROGRAMS).map(({ path, bytes: bytes7 }) => `/${path} (${formatBytes(bytes7)})`);
  const more = unowned.length > MOST_PROGRAMS ? `, and ${unowned.length - MOST_PROGRAMS} more` : "";
  return [`Programs that no package owns: ${named2.join(", ")}${more}.`];
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
  return compareParts(before(left, "+"), before(right, "+")) || compareParts(behindPlus(left), behindPlus(right));
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
function partsOf(text2) {
  return text2.match(/\d+|[A-Za-z]+/g) ?? [];
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
    return kindOf(y) - kindOf(x) || compareAlike(x, y);
  });
}
function kindOf(part3) {
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
function readPython(text2) {
  const found = PYTHON.exec(text2.trim().toLowerCase());
  if (found === null) return void 0;
  const [, epoch = "", release = "", phase, phaseNumber = "", dashed, post, postNumber = ""] = found;
  const [dev, devNumber = "", local] = found.slice(8);
  const isPost = post !== void 0 || dashed !== void 0;
  const named2 = phase ?? (dev !== void 0 && !isPost ? "dev" : "release");
  return {
    ...{ epoch, release },
    ranks: [
      String(PYTHON_PHASES.indexOf(PYTHON_ALIASES.get(named2) ?? named2)),
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
    return kindOf(x) - kindOf(y) || compareAlike(x, y);
  });
}
var GEM = /^\d+(?:\.[0-9a-z]+)*(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i;
function compareGem(a, b) {
  if (!GEM.test(a.trim()) || !GEM.test(b.trim())) return void 0;
  return compareLists(
    gemSegments(a),
    gemSegments(b),
    (x = "0", y = "0") => kindOf(x) - kindOf(y) || compareAlike(x, y)
  );
}
function gemSegments(text2) {
  const segments = text2.trim().replaceAll("-", ".pre.").match(/\d+|[a-z]+/gi) ?? [];
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
function tokensOf(text2) {
  if (!/^\d[\da-z._+-]*$/.test(text2)) return void 0;
  const tokens = [];
  for (const [, separator = "", run = ""] of text2.matchAll(/([.-]?)(\d+|[a-z_+]+|(?=[.-])|$)/g)) {
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
  const [left, right] = [kindOf2(a), kindOf2(b)];
  if (left !== right) return left - right;
  return left === 0 ? compareQualifiers(a.text, b.text) : compareNumbers(a.text, b.text);
}
function kindOf2({ separator, text: text2 }) {
  if (!isNumber(text2)) return 0;
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
function partsOf2(text2) {
  const found = /^(?:(\d+):)?([^:\s]+)$/.exec(text2.trim());
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
function byTurns(text2) {
  const runs = text2.match(/\D+|\d+/g) ?? [];
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
  const [left, right] = [a, b].map((text2) => text2.match(/\d+|[A-Za-z]+|[~^]/g) ?? []);
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
function suffixesOf(text2) {
  const suffixes = [...text2.matchAll(/_([a-z]+)(\d*)/g)].map(([, word = "", number2 = ""]) => ({
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
function kindOfPackage(purl) {
  const type = /^pkg:([a-z0-9.+-]+)\//i.exec(purl ?? "")?.[1]?.toLowerCase();
  return type !== void 0 && SCHEMES.has(type) ? type : void 0;
}
function orderOf(kind, versions) {
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
function rangesOf(fixed, order) {
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
function fixesOf(members2) {
  const fixes = members2.flatMap((member) => fixFor(member) ?? []);
  const order = orderOf(kindOf3(members2), fixes.flatMap(versionsIn));
  return [...new Set(fixes)].sort((a, b) => order(a, b) || Number(a > b) - Number(a < b));
}
function fixFor(member) {
  const { version, fixedVersion: fixed } = member;
  if (fixed === void 0) return void 0;
  const fixes = versionsIn(fixed);
  const order = orderOf(kindOf3([member]), [version, ...namedIn(fixed)]);
  if (fixes.some(isConstraint)) return nextOf(startsOf(fixed, order), version, order) ?? fixed;
  if (fixes.length < 2) return fixes[0] ?? fixed;
  return nextOf(fixes, version, order) ?? fixes.join(", ");
}
function needsOf(members2) {
  const next = members2.map((member) => versionsIn(fixFor(member) ?? ""));
  return {
    kinds: new Set(members2.map(({ purl }) => kindOfPackage(purl))),
    fixes: [...new Set(members2.flatMap(({ fixedVersion }) => fixedVersion ?? []))],
    wanted: [...new Set(next.flat())],
    isBeyond: next.some((versions) => versions.length > 1)
  };
}
function upgradeFor(needs) {
  if (needs.some((one) => one.isBeyond)) return void 0;
  const fixes = [...new Set(needs.flatMap((one) => one.fixes))];
  const kinds = new Set(needs.flatMap((one) => [...one.kinds]));
  const order = orderOf(kinds.size === 1 ? [...kinds][0] : void 0, fixes.flatMap(namedIn));
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
function kindOf3(members2) {
  const kinds = new Set(members2.map(({ purl }) => kindOfPackage(purl)));
  return kinds.size === 1 ? [...kinds][0] : void 0;
}
function highest(versions, order) {
  return versions.toSorted(order).at(-1);
}
function nextOf(versions, version, order) {
  return versions.filter((one) => order(one, version) > 0).toSorted(order)[0];
}
function startsOf(fixed, order) {
  return (rangesOf(fixed, order) ?? []).flatMap(({ from }) => from ?? []);
}
function stillNeeded(version, fixed, order) {
  const fixes = versionsIn(fixed);
  if (fixes.some(isConstraint)) {
    const ranges = rangesOf(fixed, order) ?? [];
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
function comparedOf2({ comparison }) {
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
    const against = comparedOf2(image);
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
  before: before2,
  after
}) {
  return [formatBytes(before2), formatBytes(after), differenceText({ before: before2, after })];
}
function differenceText({
  before: before2,
  after
}) {
  const share2 = before2 === 0 ? "" : ` (${signed((after - before2) / before2 * 100)} %)`;
  return `${formatDifference(after - before2)}${share2}`;
}
function signed(value) {
  const text2 = Math.abs(value).toFixed(1);
  return Number(text2) === 0 ? "0.0" : `${value < 0 ? "−" : "+"}${text2}`;
}
function causesText({ causes }) {
  if (causes.length === 0) return "no layer differs";
  return causes.map(
    ({ cause: cause2, unpackedBytes }) => `${cause2 === "unknown" ? "cause not known" : cause2} ${formatDifference(unpackedBytes)}`
  ).join(", ");
}
function changedLayers({ layers }, most2) {
  return layers.filter(({ unpacked }) => unpacked.before !== unpacked.after).filter(({ cause: cause2 }) => cause2 === "this change" || cause2 === "unknown").slice(0, most2);
}
var MOST_LINES = 3;
function othersText({ causes, layers, bases }) {
  const different = layers.filter(({ unpacked }) => unpacked.before !== unpacked.after);
  return causes.filter(
    ({ cause: cause2 }) => cause2 === "base image" || cause2 === "drift" && different.some((layer) => layer.cause === cause2)
  ).map(({ cause: cause2, unpackedBytes }) => {
    const own2 = different.filter((layer) => layer.cause === cause2 && !layer.base);
    const lines2 = own2.flatMap(({ place: place2 }) => place2 === void 0 ? [] : [placeText(place2)]);
    const moved = bases.map(
      ({ reference, before: before2, after }) => `${reference} leads to ${after.slice(0, SHORT_DIGEST)} now, and led to ${before2.slice(0, SHORT_DIGEST)}`
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

// src/domain/report/finding-key.ts
function findingKey({ id, identity, package: name }) {
  return identity ?? JSON.stringify([id, name]);
}

// src/domain/report/upgrades.ts
var dataSchema = external_exports.object({
  id: external_exports.string(),
  identity: external_exports.string().optional(),
  package: external_exports.string(),
  installed: external_exports.array(external_exports.object({ version: external_exports.string() })),
  fixed: external_exports.string().optional()
});
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
  const { data: data16 } = violation3;
  const read3 = dataOf(violation3);
  const upgrade = read3 === void 0 ? void 0 : upgrades?.byKey.get(findingKey(read3));
  return upgrade === void 0 || typeof data16 !== "object" ? violation3 : { ...violation3, data: { ...data16, upgrade } };
}
function dataOf({ rule, data: data16 }) {
  return rule === "vulnerabilities" ? dataSchema.safeParse(data16).data : void 0;
}
function keyIn(judged, { id, identity, package: name }) {
  return judged.has(identity) ? identity : findingKey({ id, package: name });
}
function advised(image, upgrades) {
  const told = (one) => {
    const upgrade = upgrades?.byIdentity.get(one.identity);
    return upgrade === void 0 ? one : { ...one, upgrade };
  };
  const compared = comparedOf2(image);
  return {
    ...image,
    ...image.findings === void 0 ? {} : { findings: image.findings.map(told) },
    ...compared?.findings === void 0 ? {} : {
      comparison: {
        ...compared,
        findings: { ...compared.findings, new: compared.findings.new.map(told) }
      }
    }
  };
}
function upgradesOf({ id, findings = [] }, { violations }) {
  const judged = violations.flatMap((violation3) => {
    const data16 = violation3.image === id && violation3.waived === void 0 && dataOf(violation3);
    return data16 ? [data16] : [];
  });
  const judgedKeys = new Set(judged.map(findingKey));
  const found = findings.map((finding) => ofFinding(finding, keyIn(judgedKeys, finding)));
  const keys = new Set(found.map(({ key }) => key));
  const subjects2 = [...found, ...judged.map(ofData).filter(({ key }) => !keys.has(key))];
  const advise = adviser(subjects2, judgedKeys);
  const told = subjects2.flatMap((subject2) => {
    const upgrade = subject2.fixed === void 0 ? void 0 : advise(subject2);
    return upgrade === void 0 || upgrade === subject2.fixed ? [] : [{ ...subject2, upgrade }];
  });
  return {
    byIdentity: new Map(told.map(({ identity = "", upgrade }) => [identity, upgrade])),
    byKey: new Map(told.map(({ key, upgrade }) => [key, upgrade]))
  };
}
function adviser(subjects2, judged) {
  const isJudged = ({ key }) => judged.has(key);
  const groups = Map.groupBy(subjects2.filter(isJudged), ({ about }) => about);
  const needs = new Map([...groups].map(([about, group]) => [about, needsOf(distinct(group))]));
  const known2 = /* @__PURE__ */ new Map();
  return (subject2) => {
    const own2 = isJudged(subject2) ? [] : distinct([subject2]);
    const key = JSON.stringify([subject2.about, own2.map(fixableKey)]);
    if (!known2.has(key))
      known2.set(key, upgradeFor([needs.get(subject2.about) ?? [], needsOf(own2)].flat()));
    return known2.get(key);
  };
}
function ofFinding(finding, key) {
  const { identity, package: name, purl, fixed, members: members2 } = finding;
  const isTold2 = members2.some(({ fixedVersion }) => fixedVersion !== void 0);
  const [first] = members2;
  const installed3 = { version: first?.version ?? "", purl: first?.purl ?? purl };
  return {
    ...{ key, identity, about: purl ?? name, fixed },
    members: isTold2 ? members2 : [{ ...installed3, fixedVersion: fixed }]
  };
}
function ofData(data16) {
  return {
    ...{ key: findingKey(data16), about: data16.package, fixed: data16.fixed },
    members: data16.installed.map(({ version }) => ({ version, fixedVersion: data16.fixed }))
  };
}
function distinct(subjects2) {
  const members2 = subjects2.flatMap((subject2) => subject2.members);
  const fixable = members2.filter(({ fixedVersion }) => fixedVersion !== void 0);
  return [...new Map(fixable.map((member) => [fixableKey(member), member])).values()];
}
function fixableKey({ version, purl, fixedVersion }) {
  return JSON.stringify([version, kindOfPackage(purl), fixedVersion]);
}

// src/domain/report/make.ts
var TOOL = { name: "plimsoll", version: VERSION };
var RUN = "run";
function makeReport(parts) {
  const { plan, built, images, gathered, judgement } = parts;
  const made2 = images.map((image) => {
    const evidence = gathered.find(({ id }) => id === image.image.id)?.evidence;
    return reportImage(image, { run: RUN, built, judgement, policy: plan.policy, evidence });
  });
  return withUpgrades({
    version: 0,
    tool: TOOL,
    verdict: judgement.verdict,
    runs: [runOf(parts)],
    images: made2.map((one) => one.image),
    outcomes: judgement.outcomes.map(({ excused, gaps: _gaps, ...outcome }) => ({
      ...outcome,
      ...excused === void 0 ? {} : { excused: [...excused] }
    })),
    violations: judgement.violations.map(({ place: place2, ...violation3 }) => ({
      ...violation3,
      ...place2 === void 0 ? {} : { place: place2 }
    })),
    advisories: advisoriesOf(images),
    attachments: [],
    omitted: made2.flatMap((one) => one.omitted)
  });
}
function runOf(parts) {
  const { built, startedAt, endedAt, tools } = parts;
  return {
    id: RUN,
    ...parts.job === void 0 ? {} : { job: parts.job },
    ...parts.workflow === void 0 ? {} : { workflow: parts.workflow },
    startedAt: startedAt.toISOString(),
    seconds: secondsBetween(startedAt, endedAt),
    ...isKnown(parts.plan.checkout) ? { commit: parts.plan.checkout.value.commit } : {},
    request: requestOf(parts.inputs),
    buildSeconds: built.buildSeconds,
    ...built.builder === void 0 ? {} : { builder: built.builder },
    ...buildCacheOf(parts),
    tools: { plimsoll: VERSION, ...parts.plan.tools, ...buildxOf(built), ...tools.versions },
    ...tools.scanner === void 0 ? {} : { scanner: tools.scanner },
    ...tools.database === void 0 ? {} : { database: tools.database },
    ...parts.baseline === void 0 ? {} : { baseline: baselineOf(parts.baseline) },
    ...built.failure === void 0 ? {} : { failure: failureOf(built.failure) },
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
    buildCache: { kind, importSeconds, ...exportSeconds === void 0 ? {} : { exportSeconds } }
  };
}
function baselineOf({
  record: { madeAt, commit },
  back
}) {
  return {
    madeAt,
    ...commit === void 0 ? {} : { commit },
    ...back === void 0 ? {} : { commitsBack: back }
  };
}
function failureOf({
  message,
  step,
  place: place2,
  output
}) {
  return {
    message,
    ...step === void 0 ? {} : { step },
    ...place2 === void 0 ? {} : { place: { ...place2 } },
    output: [...output]
  };
}
function noticesOf(parts) {
  const { plan, built, images, gathered, judgement, tools, notices } = parts;
  const sent = gathered.flatMap(({ id, evidence: { context } }) => {
    const folder2 = isKnown(context) ? context.value.reportFolder : void 0;
    if (folder2 === void 0) return [];
    const message = `${id}: the report folder ${folder2} lies in the build context and is sent with it, so that every run changes what COPY sees. Add the line ${folder2} to the ignore file, or name another folder with the input report-dir.`;
    return [{ from: "build-context", message }];
  });
  const scans = images.flatMap(
    (image) => image.scanned.notices.map((message) => ({
      from: "scan",
      message: `${image.image.id}: ${message}`
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
        ...references === void 0 ? {} : { references: [...references] }
      };
      return [[finding.id, told]];
    });
  });
  return Object.fromEntries(all);
}
function failureReport({ error, ...own2 }) {
  const isOver = error instanceof TimeOver;
  const kind = error instanceof UserError ? "user" : isOver || error instanceof ToolError ? "tool" : "internal";
  const place2 = error instanceof UserError || error instanceof ToolError ? error.place : void 0;
  const words4 = isOver ? error.message : messageOf(error);
  const message = kind === "internal" ? `Plimsoll itself failed: ${words4}` : words4;
  return {
    version: 0,
    tool: TOOL,
    verdict: "unable",
    error: { kind, message, ...place2 === void 0 ? {} : { place: { ...place2 } } },
    runs: [ownRun({ id: RUN, ...own2 })],
    images: [],
    outcomes: [],
    violations: [],
    advisories: {},
    attachments: [],
    omitted: []
  };
}

// src/stages/report-folder.ts
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
function driversOf(keys) {
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
  const own2 = [...CONFIGURATION, ...given.drivers.flatMap(switchedOff)];
  const pairs = [...configuredBy(env), ...own2];
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
    ...given.index === void 0 ? {} : { GIT_INDEX_FILE: given.index }
  };
}
function configuredBy(env) {
  const pairs = [];
  const count5 = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  for (let index2 = 0; index2 < count5; index2 += 1) {
    const key = own(env, `GIT_CONFIG_KEY_${index2}`);
    const value = own(env, `GIT_CONFIG_VALUE_${index2}`);
    if (key === void 0 || value === void 0) return [];
    pairs.push([key, value]);
  }
  return pairs;
}

// src/clients/tool.ts
function expectSuccess(result, { tool, doing }) {
  if (isWell(result)) return result;
  throw new ToolError(tool, `${tool} could not ${doing}: ${endingOf(result)}.`);
}
function isWell({ ended, exitCode }) {
  return ended === "exit" && exitCode === 0;
}
function endingOf(result) {
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
      return `it was killed${wordsAfter(lastWords(result.stderr))}`;
    case "exit":
      return `exit status ${result.exitCode}${wordsAfter(lastWords(result.stderr))}`;
  }
}
function wordsAfter(words4) {
  return words4 === "" ? "" : `, ${words4}`;
}
function lastWords(stderr) {
  const lines2 = withoutEscapes(stderr).split(/[\r\n]+/).map((line5) => line5.trim()).filter((line5) => line5 !== "");
  const errors = lines2.filter((line5) => /^(ERROR|FATAL|fatal|error)\b/.test(line5));
  const line4 = errors.at(-1) ?? lines2.at(-1) ?? "";
  return cut(line4.replace(/^(ERROR|error|fatal):\s*/, "").replace(/\.$/, ""), 500);
}

// src/clients/git/ask.ts
var DEADLINE_SECONDS = 60;
async function askGit(deps, { root, drivers }, { args, index: index2, stdin, encoding }) {
  const result = await deps.exec.run("git", {
    args: ["--no-pager", "--literal-pathspecs", ...args],
    cwd: root,
    onlyEnv: gitEnvironment(deps.workflow.env, {
      drivers,
      ...index2 === void 0 ? {} : { index: index2 }
    }),
    deadlineSeconds: DEADLINE_SECONDS,
    ...stdin === void 0 ? {} : { stdin: bytes(stdin) },
    ...encoding === void 0 ? {} : { encoding }
  });
  if (result.truncated) return unable("git says more than is read");
  return isWell(result) ? known(result.stdout) : unable(reasonOf(result, root));
}
async function* bytes(text2) {
  yield Buffer.from(text2);
}
function reasonOf(result, root) {
  if (result.ended === "missing") return "git is not installed or not on PATH";
  if (/dubious ownership|unsafe repository/.test(result.stderr))
    return `git refuses ${root}, which belongs to another user (“dubious ownership”); \`git config --global --add safe.directory ${quoted(root)}\` mends it`;
  return `git could not tell (${endingOf(result)})`;
}
function quoted(path) {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

// src/clients/git/dirty.ts
import { join as join5 } from "node:path";

// src/domain/git/tree.ts
function parseTree(text2) {
  return text2.split("\0").flatMap((line4) => {
    const tab = line4.indexOf("	");
    const [mode = "", , sha3 = ""] = line4.slice(0, tab).split(" ");
    return tab === -1 ? [] : [{ mode, sha: sha3, bytes: line4.slice(tab + 1) }];
  });
}
function splitPath(path) {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? ["", path] : [path.slice(0, slash), path.slice(slash + 1)];
}
function byFolder(entries2, pathOf) {
  const folders = /* @__PURE__ */ new Map();
  for (const entry of entries2) {
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
function parseAttributes(text2) {
  const parts = text2.split("\0");
  const found = /* @__PURE__ */ new Map();
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [path = "", name = "", value = ""] = parts.slice(at, at + 3);
    const of2 = found.get(path) ?? /* @__PURE__ */ new Map();
    found.set(path, of2);
    if (value !== "unspecified") of2.set(name, value);
  }
  return found;
}
function conversionOf(attributes, autocrlf) {
  const of2 = (name) => {
    const value = attributes.get(name);
    return value === "unset" || value === "" ? void 0 : value;
  };
  const filter = of2("filter");
  if (filter !== void 0 && filter !== "lfs")
    return unknown(`the filter ${filter} changes it, and Plimsoll runs no filter`);
  for (const name of ["ident", "working-tree-encoding"])
    if (of2(name) !== void 0) return unknown(`the attribute ${name} changes it`);
  const text2 = attributes.get("text") ?? attributes.get("crlf");
  if (text2 === "unset") return { kind: "none" };
  if (text2 === "auto") return { kind: "text-lines" };
  if (text2 !== void 0 || of2("eol") !== void 0) return { kind: "lines" };
  return { kind: ["true", "input"].includes(autocrlf) ? "text-lines" : "none" };
}
function unknown(reason) {
  return { kind: "unknown", reason };
}
function withLineFeeds(bytes7, kind) {
  const text2 = Buffer.from(bytes7).toString("latin1");
  const lines2 = text2.replaceAll("\r\n", "\n");
  return kind === "lines" || !/[\0\r]/.test(lines2) ? Buffer.from(lines2, "latin1") : void 0;
}

// src/clients/git/blob.ts
import { createHash as createHash3 } from "node:crypto";
import { join } from "node:path";

// src/clients/git/tree.ts
import { createHash as createHash2 } from "node:crypto";
async function readTree(deps, git, commit) {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return unable(`${commit} names no commit`);
  const ask2 = (args) => askGit(deps, git, { args, encoding: "latin1" });
  const object = await ask2(["cat-file", "commit", commit]);
  if (!isKnown(object)) return object;
  const root = /^tree ([0-9a-f]+)\n/.exec(object.value)?.[1];
  if (objectName("commit", object.value, commit) !== commit || root === void 0)
    return damaged(commit);
  const listed2 = await ask2(["ls-tree", "-r", "-t", "-z", "--full-tree", root]);
  if (!isKnown(listed2)) return listed2;
  const entries2 = parseTree(listed2.value);
  const wrong = firstWrong(entries2, root);
  return wrong === void 0 ? known(entries2) : damaged(wrong);
}
function damaged(name) {
  return unable(`object ${name} in .git does not hold what its name says`);
}
function firstWrong(entries2, root) {
  const children = byFolder(entries2, ({ bytes: bytes7 }) => bytes7);
  const folders = entries2.filter(({ mode }) => mode === "040000");
  const expected = [["", root], ...folders.map(({ bytes: bytes7, sha: sha3 }) => [bytes7, sha3])];
  return expected.find(
    ([folder2, sha3]) => objectName("tree", treeText(children.get(folder2) ?? []), sha3) !== sha3
  )?.[1];
}
function treeText(entries2) {
  return entries2.map(({ mode, sha: sha3, bytes: bytes7 }) => {
    const name = splitPath(bytes7)[1];
    return `${mode.replace(/^0/, "")} ${name}\0${Buffer.from(sha3, "hex").toString("latin1")}`;
  }).join("");
}
function objectHash(object, like) {
  const hash2 = createHash2(like.length === 64 ? "sha256" : "sha1");
  return hash2.update(`${object.kind} ${object.bytes}\0`);
}
function objectName(kind, text2, like) {
  return objectHash({ kind, bytes: text2.length }, like).update(text2, "latin1").digest("hex");
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
  const oid = await digestOf(createHash3("sha256"), { ...file, bytes: bytes7 }, files);
  const pointer = `version https://git-lfs.github.com/spec/v1
oid sha256:${oid}
size ${bytes7}
`;
  return isBlob(Buffer.from(pointer), file.sha);
}
async function digestOf(hash2, { root, path, bytes: bytes7 }, files) {
  const named2 = { name: path, within: [root], maxBytes: bytes7 };
  for await (const piece of files.streamNamed(join(root, path), named2)) hash2.update(piece);
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
  const filled = await askGit(deps, git, { args: ["read-tree", commit], index: index2 });
  if (!isKnown(filled)) return filled;
  const asked = await askGit(deps, git, {
    args: ["check-attr", "--cached", "-z", "--stdin", ...ATTRIBUTES],
    index: index2,
    stdin: suspects.map(({ path }) => `${path}\0`).join("")
  });
  if (!isKnown(asked)) return asked;
  const attributes = parseAttributes(asked.value);
  const setting = await askGit(deps, git, { args: ["config", "--get", "core.autocrlf"] });
  const autocrlf = isKnown(setting) ? setting.value.trim() : "";
  return known((path) => conversionOf(attributes.get(path) ?? /* @__PURE__ */ new Map(), autocrlf));
}
async function hasLines({ files }, { root, path, sha: sha3 }, kind) {
  const named2 = { name: path, within: [root], maxBytes: LARGEST_TEXT };
  try {
    const lines2 = withLineFeeds(await files.readNamed(join2(root, path), named2), kind);
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
  const keys = await askGit(deps, bare, { args: ["config", "--list", "--name-only", "-z"] });
  if (!isKnown(keys)) return keys;
  return mapKnown(driversOf(keys.value.split("\0")), (drivers) => ({ root, drivers }));
}
async function whereIs(deps, git, what) {
  const path = await askGit(deps, git, { args: ["rev-parse", what] });
  return isKnown(path) ? known(await realPath(deps, path.value.replace(/\n$/, ""))) : path;
}
function nowhere(reason) {
  return { root: void 0, git: unable(reason) };
}
async function highest2({ workflow, files }) {
  const workspace = workflow.env["GITHUB_WORKSPACE"] ?? "";
  return workflow.door === "action" && workspace !== "" ? await realPath({ files }, workspace) ?? workspace : void 0;
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
  const entries2 = tree.value.map((entry) => ({ ...entry, path: decoded2(entry.bytes) }));
  const comparing = {
    ...{ deps, root },
    entries: new Map(entries2.map((entry) => [entry.path, entry])),
    children: byFolder(entries2, ({ path }) => path),
    ...{ changed: /* @__PURE__ */ new Set(), untracked: /* @__PURE__ */ new Set(), unknown: /* @__PURE__ */ new Map(), suspects: /* @__PURE__ */ new Map() }
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
  const { deps, root, entries: entries2, unknown: unknown2 } = comparing;
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
    const entry = entries2.get(here);
    if (entry?.mode === "160000") return compareSubmodule(comparing, entry, rest || ".");
  }
  await compareAt(comparing, parts.join("/"));
}
async function compareAt(comparing, path) {
  const { deps, root, entries: entries2, changed, unknown: unknown2 } = comparing;
  const entry = entries2.get(path);
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
  const status = await askGit(deps, git, { args: [...args, "--ignore-submodules=all"] });
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
  const head = await askGit(deps, git, { args: ["rev-parse", "--verify", "HEAD"] });
  return isKnown(head) ? known(head.value.trim()) : head;
}
async function dirtySubmodule(deps, git) {
  const tree = await askGit(deps, git, { args: ["ls-tree", "-r", "-z", "HEAD"] });
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
    const named2 = { name: path, maxBytes: LARGEST_INDEX };
    return parseIndex(Buffer.from(await deps.files.readNamed(path, named2)));
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
  const head = await askGit(deps, git.value, { args: ["rev-parse", "--verify", "HEAD"] });
  return isKnown(head) ? known({ root, commit: head.value.trim() }) : head;
}
async function records(deps, git, folder2) {
  const args = ["ls-tree", "HEAD", "--", relative2(git.root, folder2)];
  const entry = await askGit(deps, git, { args });
  return isKnown(entry) && entry.value.startsWith("160000 ");
}

// src/clients/git.ts
async function ask(deps, cwd, question) {
  const { git } = await findRepository(deps, cwd);
  return isKnown(git) ? askGit(deps, git.value, question) : git;
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
  const listed2 = isKnown(git) ? await listedBy(deps, git.value, folder2) : await indexedFiles(deps, root);
  const start = folder2 === "" ? "" : `${folder2}/`;
  return mapKnown(
    listed2,
    (paths) => paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  );
}
async function listedBy(deps, git, folder2) {
  const below = folder2 === "" ? [] : ["--", folder2];
  const listed2 = await askGit(deps, git, { args: ["ls-files", "-z", "--cached", ...below] });
  return mapKnown(listed2, (text2) => text2.split("\0").filter((path) => path !== ""));
}
async function listSubmodules(deps, cwd) {
  const { root, git } = await findRepository(deps, cwd);
  if (root === void 0 || !isKnown(git)) return [];
  const isAny = await deps.files.stat(join7(root, ".gitmodules")) !== void 0;
  const folder2 = relative3(root, await deps.files.realPath(cwd));
  const below = folder2 === "" ? [] : ["--", folder2];
  const listed2 = isAny ? await askGit(deps, git.value, { args: ["ls-files", "-z", "--stage", ...below] }) : known("");
  const entries2 = isKnown(listed2) ? listed2.value.split("\0") : [];
  return entries2.flatMap((entry) => {
    const path = /^160000 [0-9a-f]+ \d\t(.+)$/s.exec(entry)?.[1];
    return path === void 0 ? [] : [relative3(folder2, path)];
  });
}
async function findDirty(deps, cwd) {
  const { git } = await findRepository(deps, cwd);
  return isKnown(git) ? dirtyIn(deps, git.value) : git;
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

// src/domain/compare/facts.ts
var CAUSES = ["this change", "base image", "drift", "unknown"];
var CHANGES = ["came", "grew", "shrank", "went", "replaced"];
function isOfThisChange({ cause: cause2 }) {
  return cause2 === "this change" || cause2 === "unknown";
}
var PACKAGE_CHANGES = ["added", "removed", "upgraded", "downgraded"];
function changeOf({ before: before2, after }, isThere2) {
  if (!isThere2.before) return "came";
  if (!isThere2.after) return "went";
  if (after === before2) return "replaced";
  return after > before2 ? "grew" : "shrank";
}

// src/domain/report/place-schema.ts
var line = external_exports.int().positive();
var placeSchema = external_exports.strictObject({ file: external_exports.string(), startLine: line.optional(), endLine: line.optional() }).describe("A place in the repository; lines count from 1");

// src/domain/report/comparison-schema.ts
var bytes2 = external_exports.int().nonnegative();
var count = external_exports.int().nonnegative();
var difference = external_exports.strictObject({ before: bytes2, after: bytes2 });
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
  before: bytes2,
  after: bytes2,
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

// src/domain/context/context.ts
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
var MOST3 = 20;
function contextFacts(own2, { named: named2 = [], ...found }) {
  const files = [...own2, ...named2.flatMap(filesOfNamed)];
  const folders = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes7 } of files) {
    const parts = path.split("/").slice(0, -1);
    const folder2 = parts.length === 0 ? "." : parts.slice(0, 2).join("/");
    folders.set(folder2, (folders.get(folder2) ?? 0) + bytes7);
  }
  return {
    ...found,
    named: named2.map(({ name, path, files: list2 }) => ({
      ...{ name, path, files: list2.length },
      bytes: sumOf(list2)
    })),
    bytes: sumOf(files),
    files: files.length,
    biggestFolders: [...folders].map(([path, bytes7]) => ({ path, bytes: bytes7 })).sort((a, b) => b.bytes - a.bytes).slice(0, MOST3),
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
    const name = kindOf4(path, environments);
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
function kindOf4(path, environments) {
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

// src/domain/text/bytes.ts
function nameText(name) {
  if (/^[\u0000-\u007f]*$/.test(name)) return name;
  const bytes7 = Buffer.from(name, "latin1");
  const text2 = bytes7.toString("utf8");
  if (Buffer.from(text2, "utf8").equals(bytes7)) return text2;
  const written2 = bytes7.toString("latin1").replace(
    CHARACTER_OR_BYTE,
    (found, byte) => byte === void 0 ? found : `\\x${byte.charCodeAt(0).toString(16)}`
  );
  return Buffer.from(written2, "latin1").toString("utf8");
}
var CHARACTER_OR_BYTE = /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;

// src/domain/image/caches.ts
var CACHE_NAMES = ["apt lists", "apt archives", "pip cache", "npm cache"];
var CACHES = {
  "apt lists": /^var\/lib\/apt\/lists(?=\/)/,
  "apt archives": /^var\/cache\/apt(?=\/)/,
  "pip cache": /^(?:.*\/)?\.cache\/pip(?=\/)/,
  "npm cache": /^(?:.*\/)?\.npm(?=\/)/
};
function cacheOf(path) {
  for (const name of CACHE_NAMES) {
    const folder2 = CACHES[name].exec(path)?.[0];
    if (folder2 !== void 0) return { name, folder: folder2 };
  }
  return void 0;
}

// src/domain/image/losses.ts
var LOSS_KINDS = [
  ...CACHE_NAMES,
  "deleted archive",
  "owner or mode changed",
  "overwritten",
  "deleted"
];
var ARCHIVE = /\.(?:tar|tar\.\w+|tgz|txz|zip|deb|rpm|apk|whl|jar)$/i;
var DEPTH = 3;
var Losses = class {
  #groups = /* @__PURE__ */ new Map();
  add(lost) {
    const { size: size2, layer: made2 } = lost.node;
    if (size2 === 0) return;
    const { kind, path } = namedBy(lost);
    const key = JSON.stringify([kind, path, made2, lost.killed]);
    const group = this.#groups.get(key) ?? {
      kind,
      path,
      bytes: 0,
      files: 0,
      made: made2,
      killed: lost.killed
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
  const cache = cacheOf(path);
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
function toolOf(path) {
  const cache = cacheOf(path);
  if (cache !== void 0) return { kind: "cache", name: cache.name };
  for (const [kind, name, pattern] of TOOLS) if (pattern.test(path)) return { kind, name };
  return void 0;
}

// src/domain/report/contents-schema.ts
var bytes3 = external_exports.int().nonnegative();
var count2 = external_exports.int().nonnegative();
var byFields = { base: external_exports.boolean().optional(), place: placeSchema.optional() };
var shareSchema = external_exports.strictObject({ path: external_exports.string(), bytes: bytes3, ...byFields });
var wasteSchema = external_exports.strictObject({
  kind: external_exports.enum(LOSS_KINDS),
  path: external_exports.string().describe("A file, or the folder that they all lie in"),
  bytes: bytes3,
  files: count2,
  made: external_exports.strictObject(byFields).describe("The step that brought them"),
  killed: external_exports.strictObject(byFields).describe("The step that removed or overwrote them")
});
var toolSchema = external_exports.strictObject({
  kind: external_exports.enum(TOOL_KINDS),
  name: external_exports.string(),
  bytes: bytes3,
  files: count2,
  ...byFields
});
var contextSchema = external_exports.strictObject({
  bytes: bytes3,
  files: count2,
  folder: external_exports.strictObject({ bytes: bytes3, files: count2 }).optional().describe("What the ignore files let through, where this build asks for less"),
  named: external_exports.array(external_exports.strictObject({ name: external_exports.string(), path: external_exports.string(), bytes: bytes3, files: count2 })).describe("Further contexts of the definition; counted in bytes and files"),
  ignoreFile: external_exports.string().optional(),
  unusedIgnoreFiles: external_exports.array(external_exports.string()).describe("There, and read by nobody"),
  biggestFolders: external_exports.array(external_exports.strictObject({ path: external_exports.string(), bytes: bytes3 })),
  unwanted: external_exports.array(
    external_exports.strictObject({
      kind: external_exports.enum(UNWANTED_KINDS),
      path: external_exports.string(),
      bytes: bytes3,
      files: count2,
      line: external_exports.string().describe("What to write into the ignore file")
    })
  )
});
var contentFields = {
  context: contextSchema.optional().describe("What the build context sends"),
  inUseBytes: bytes3.optional().describe("Of regular files in the final tree, an inode once"),
  wasteBytes: bytes3.optional().describe("Unpacked and not in use"),
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

// src/domain/policy/looser.ts
function most(format) {
  const size2 = (value) => typeof value === "number" ? value : Infinity;
  return {
    isLooser: (before2, now) => size2(now) > size2(before2),
    text: (value) => typeof value === "number" ? format(value) : "no limit"
  };
}
var least = {
  isLooser: (before2, now) => Number(now) < Number(before2),
  text: String
};
function ranked(...ranks) {
  const rank3 = (value) => ranks.findIndex((words4) => words4.some((one) => one === value));
  return { isLooser: (before2, now) => rank3(now) > rank3(before2), text: String };
}
var entries = {
  isLooser: (before2, now) => {
    const known2 = new Set(listOf(before2));
    return listOf(now).some((entry) => !known2.has(entry));
  },
  text: (value) => listOf(value).length === 0 ? "none" : listOf(value).join(", ")
};
function listOf(value) {
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value) ? value.map(String) : Object.entries(value).map(([key, one]) => `${key}=${String(one)}`);
}

// src/domain/policy/stance.ts
var JUDGED = ["all", "new"];
var BLAMED = ["any", "own", "this-change"];
var stanceSchema = external_exports.strictObject({ judge: external_exports.enum(JUDGED), blame: external_exports.enum(BLAMED) });
var blameSchema = external_exports.enum(BLAMED);
var AUTO = "auto: on a pull request with a baseline";
var judgeOption = external_exports.enum(["auto", ...JUDGED]).describe(
  `all: everything; new: what the baseline does not have, both judged with the same database; ${AUTO} new, else all`
);
var blameOption = external_exports.enum(["auto", ...BLAMED]).describe(
  `Whose doing counts. any: anybody’s; own: that of the image’s own layers; this-change: that of steps whose text, arguments or files changed; ${AUTO} this-change, else any`
);
var JUDGE_ORDER = ranked(["all"], ["new", "auto"]);
var BLAME_ORDER = ranked(["any"], ["own"], ["this-change", "auto"]);
function stanceOf({ judge, blame }, { pullRequest }, canCompare) {
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

// src/domain/report/schema.ts
var bytes4 = external_exports.int().nonnegative();
var count4 = external_exports.int().nonnegative();
var seconds = external_exports.number().nonnegative();
var line2 = external_exports.int().positive();
var verdictSchema = external_exports.enum(["pass", "fail", "unable"]);
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
  unpackedBytes: bytes4,
  downloadBytes: bytes4,
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
  transferredBytes: bytes4.optional().describe("That BuildKit really moved of the context"),
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
  unpackedBytes: bytes4.optional(),
  downloadBytes: bytes4.optional(),
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
  limits: external_exports.strictObject({ unpackedBytes: bytes4.optional(), downloadBytes: bytes4.optional() }).optional(),
  build: buildSchema.optional(),
  comparison: comparisonSchema.optional().describe("Against the baseline; absent: there is none")
});
var outcomeSchema = external_exports.strictObject({
  rule: external_exports.string(),
  image: external_exports.string().optional(),
  level: external_exports.enum(["error", "warning"]),
  outcome: verdictSchema,
  reason: external_exports.string().optional().describe("Why it is unable"),
  stance: stanceSchema.optional().describe("Of a rule that compares: what was judged"),
  excused: external_exports.array(excusedSchema).optional().describe("Over the line, and not held against it")
});
var violationSchema = external_exports.strictObject({
  rule: external_exports.string(),
  image: external_exports.string().optional(),
  level: external_exports.enum(["error", "warning"]),
  place: placeSchema.optional(),
  data: external_exports.unknown(),
  message: external_exports.string().describe("For people who read the file; publishers never use it"),
  savesBytes: bytes4.optional().describe("What following the rule's help would save"),
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
    external_exports.strictObject({ image: external_exports.string(), kind: external_exports.string(), path: external_exports.string(), bytes: bytes4 })
  ),
  omitted: external_exports.array(external_exports.strictObject({ image: external_exports.string().optional(), list: external_exports.string(), count: count4 }))
});

// src/domain/report/parse.ts
var LARGEST_REPORT = 1e7;
function parseReport(text2) {
  let document;
  try {
    document = JSON.parse(text2);
  } catch {
    return unable("is no report of Plimsoll: it is not JSON.");
  }
  if (isDeep(document)) return unable("is no report of Plimsoll: it is nested too deeply.");
  const parsed = reportSchema.safeParse(document);
  if (parsed.success) return known(parsed.data);
  const [issue] = parsed.error.issues;
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

// src/domain/policy/secret-rules.ts
import { createHash as createHash4 } from "node:crypto";

// src/domain/policy/document.ts
var import_yaml = __toESM(require_dist(), 1);

// src/domain/policy/say.ts
var LONGEST = 80;
function shown(value) {
  const text2 = typeof value === "string" ? value : JSON.stringify(value);
  const line4 = text2.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, " ");
  const characters = Array.from(line4);
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : line4;
  return `\`${short}\``;
}
function listed(values) {
  const quoted2 = values.map(shown);
  const last2 = quoted2.pop() ?? "nothing";
  return quoted2.length === 0 ? last2 : `${quoted2.join(", ")} or ${last2}`;
}
function nearestFirst(values, written2) {
  return values.toSorted((a, b) => apart(a, written2) - apart(b, written2));
}
function apart(one, other) {
  return distance(one.toLowerCase(), other.toLowerCase());
}

// src/domain/policy/document.ts
var INLINE = "input policy";
var MOST_ALIASES = 100;
function parseYaml(text2, file, form = {}) {
  const lines2 = new import_yaml.LineCounter();
  const lineAt = (offset) => Math.max(1, lines2.linePos(offset).line);
  const document = readable(file, () => read(text2, lines2, form));
  const mistake = document.errors[0] ?? secondKey(document.contents) ?? document.warnings[0];
  if (mistake !== void 0) {
    throw mistakeAt({
      file,
      line: lineAt(mistake.pos[0]),
      sentence: sentenceOf(mistake, text2)
    });
  }
  const lineOf3 = (path) => lineAt(offsetOf(document, path));
  return { file, data: toData(document, file), lineOf: lineOf3 };
}
function sentenceOf({ code: code2, message, pos }, text2) {
  const key = /^\s*("[^"\n]*"|'[^'\n]*'|[^:\n]+)/.exec(text2.slice(pos[0], pos[0] + 200))?.[1];
  if (code2 === "DUPLICATE_KEY")
    return `the key ${shown(key?.trim() ?? "")} stands here a second time: remove one of the two.`;
  if (code2 === "MULTIPLE_DOCS") return "a second YAML document begins here: keep one.";
  if (code2 === "RESOURCE_EXHAUSTION") return "this YAML is nested too deeply: nest it less.";
  return `this YAML cannot be read: ${message}.`;
}
function mistakeAt(mistake) {
  const { file, line: line4, sentence: sentence2 } = mistake;
  return new UserError(
    `${whereOf2(file, line4)}: ${sentence2}`,
    file === INLINE ? void 0 : { place: { file, startLine: line4 } }
  );
}
function whereOf2(file, line4) {
  return file === INLINE ? `${file}, line ${line4}` : `${file}:${line4}`;
}
function read(text2, lineCounter, { merge = false }) {
  const options2 = {
    lineCounter,
    prettyErrors: false,
    schema: "core",
    version: "1.2",
    // The library compares each key with each other one: `secondKey` is ours.
    uniqueKeys: false,
    strict: true,
    merge
  };
  return (0, import_yaml.parseDocument)(text2, options2);
}
function toData(document, file) {
  return readable(file, () => document.toJS({ maxAliasCount: MOST_ALIASES }));
}
function readable(file, make) {
  try {
    return make();
  } catch (error) {
    const sentence2 = /alias count/i.test(messageOf(error)) ? "this YAML refers to itself too often: write out what its aliases (`*name`) stand for." : `this YAML cannot be read: ${messageOf(error)}.`;
    throw mistakeAt({ file, line: 1, sentence: sentence2 });
  }
}
function secondKey(contents) {
  const open = [contents];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    if ((0, import_yaml.isPair)(node)) open.push(node.value, node.key);
    if ((0, import_yaml.isSeq)(node)) for (const item of node.items.toReversed()) open.push(item);
    if (!(0, import_yaml.isMap)(node)) continue;
    const seen = /* @__PURE__ */ new Set();
    for (const { key } of node.items) {
      if (!(0, import_yaml.isScalar)(key)) continue;
      const at = key.range?.[0] ?? 0;
      if (seen.has(key.value)) return { code: "DUPLICATE_KEY", message: "", pos: [at, at] };
      seen.add(key.value);
    }
    for (const pair of node.items.toReversed()) open.push(pair);
  }
  return void 0;
}
function offsetOf(document, path) {
  let node = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const found = child((0, import_yaml.isAlias)(node) ? node.resolve(document) : node, step);
    if (found === void 0) return offset;
    offset = startOf(found.at) ?? offset;
    node = found.value;
  }
  return offset;
}
function child(node, step) {
  if ((0, import_yaml.isMap)(node)) {
    const pair = node.items.find(({ key }) => (0, import_yaml.isScalar)(key) && String(key.value) === String(step));
    return pair === void 0 ? void 0 : { at: pair.key, value: pair.value };
  }
  if (!(0, import_yaml.isSeq)(node) || typeof step !== "number") return void 0;
  const item = node.items[step];
  return item === void 0 ? void 0 : { at: item, value: item };
}
function startOf(node) {
  return isNode(node) ? node.range?.[0] : void 0;
}
function isNode(node) {
  return (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isScalar)(node) || (0, import_yaml.isAlias)(node);
}

// src/domain/policy/mistakes.ts
var MOST4 = 10;
var KINDS = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "a mapping of keys",
  record: "a mapping of keys",
  string: "text"
};
function checked(source, schema3) {
  const result = schema3.safeParse(source.data, { error: predicate });
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => ({
    line: source.lineOf(
      issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path
    ),
    words: `${subject(issue.path)} ${issue.message}.`
  }));
  const sorted = mistakes.toSorted((a, b) => a.line - b.line);
  const sentences2 = sorted.slice(0, MOST4).map(({ line: line4, words: words4 }) => `${whereOf2(source.file, line4)}: ${words4}`);
  if (sorted.length > MOST4) sentences2.push(`and ${sorted.length - MOST4} more mistakes.`);
  const startLine = sorted[0]?.line ?? 1;
  throw new UserError(
    sentences2.join("\n"),
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
  return `is ${value === null ? "empty" : shown(value)}, where ${own(KINDS, expected) ?? expected} is expected`;
}
function unknownKey(key, known2) {
  return `has no key ${shown(key)}: use ${listed(nearestFirst(known2, key))}`;
}
function wrongValue(value, allowed) {
  if (value === void 0) return `is missing: use ${listed(allowed)}`;
  const written2 = typeof value === "string" ? value : JSON.stringify(value);
  return `is ${shown(value)}: use ${listed(nearestFirst(allowed, written2))}`;
}
function knownKeys(schema3) {
  return schema3 instanceof external_exports.ZodObject ? Object.keys(schema3.shape) : [];
}
function subject(path) {
  if (path.length === 0) return "the document";
  const text2 = path.map((step) => typeof step === "number" ? `[${step}]` : `.${String(step)}`).join("");
  return shown(text2.replace(/^\./, ""));
}

// src/domain/policy/secret-rules.ts
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
      ...{ id: text.nullish(), description: text.nullish() },
      ...{ regex: text.nullish(), path: text.nullish() }
    })
  ).nullish(),
  "exclude-block": patterns
});
var schema = external_exports.looseObject({ rules: external_exports.array(ruleSchema).nullish() }).nullable();
function parseSecretRules(written2, file) {
  const source = parseYaml(written2, file, { merge: true });
  const { rules: given, ...others } = checked(source, schema) ?? {};
  const rules = (given ?? []).map((rule) => ({
    id: rule.id,
    text: JSON.stringify(rule, withoutNull)
  }));
  const tooLong = rules.findIndex((rule) => rule.text.length > LONGEST_RULE);
  if (rules.length > MOST_RULES || tooLong >= 0)
    throw mistakeAt({
      ...{ file, line: source.lineOf(tooLong >= 0 ? ["rules", tooLong] : ["rules"]) },
      sentence: tooLong >= 0 ? `this rule has more than ${LONGEST_RULE} characters, which a scan would have to look for: shorten it.` : `there are ${rules.length} rules for secrets, and at most ${MOST_RULES} are looked for: leave some out.`
    });
  return { rules, notices: noticesOf2(Object.keys(others), { rules, file }) };
}
function withoutNull(_, value) {
  return value === null ? void 0 : value;
}
function noticesOf2(keys, { rules, file }) {
  if (keys.length === 0) return [];
  const used = rules.length === 0 ? "" : `its own \`rules\` are looked for, but `;
  const what = keys.map(shown).join(", ");
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
function secretRuleHash({ text: said2 }) {
  return createHash4("sha256").update(said2).digest("hex");
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
    (one) => lastOf(one.repository) === wanted && (url === void 0 || isAt(one.repository, url))
  );
  if (tag !== void 0) return meant.some((one) => one.tag === tag);
  if (meant.length > 0) return true;
  const isByItself = url === void 0 || references.length === 0;
  return isByItself && [image.name, image.target].some((one) => one.toLowerCase() === wanted);
}
function wholeTags(tags) {
  const whole2 = tags.map((text2) => readTag(text2)).map(({ repository: repository2, tag }) => `${repository2}:${tag}`);
  return [...new Set(whole2)].toSorted();
}
function readTag(text2) {
  const [path = ""] = text2.split("@");
  const colon = path.lastIndexOf(":");
  const hasTag = colon > path.lastIndexOf("/");
  return {
    repository: whole(hasTag ? path.slice(0, colon) : path),
    tag: hasTag ? path.slice(colon + 1) : "latest"
  };
}
function whole(repository2) {
  const parts = repository2.toLowerCase().split("/");
  const [first = "", ...rest] = parts;
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const [host, names] = isHost ? [first, rest] : ["docker.io", parts];
  if (host !== "docker.io" && host !== "index.docker.io") return [host, ...names].join("/");
  return ["index.docker.io", ...names.length === 1 ? ["library"] : [], ...names].join("/");
}
function lastOf(repository2) {
  return repository2.slice(repository2.lastIndexOf("/") + 1);
}
function isAt(repository2, url) {
  return whole(url.replace(/^https?:\/\//i, "").replace(/\/$/, "")) === repository2;
}

// src/domain/record/policy.ts
var settings = dictionary(external_exports.looseObject({ level: external_exports.string() }));
var optional = external_exports.string().optional();
var waiverSchema = external_exports.strictObject({
  rule: external_exports.string(),
  ...{ image: optional, id: optional, package: optional, path: optional, unjudged: optional },
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
  ...{ id: external_exports.string(), name: external_exports.string(), ...recipe },
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
function builtImages(images) {
  return images.map(({ id, name, tags, builtFrom, buildPolicy: buildPolicy2 }) => ({
    ...{ id, name },
    ...tags === void 0 ? {} : { tags: wholeTags(tags) },
    ...builtFrom === void 0 ? {} : { ...builtFrom, contexts: builtFrom.contexts.map((one) => ({ ...one })) },
    ...buildPolicy2 === void 0 || buildPolicy2.files.length === 0 ? {} : { policies: buildPolicy2.files.map((one) => ({ ...one })) }
  }));
}
function policyRecord(policy, { built, enforce }) {
  return {
    rules: { ...policy.rules },
    images: Object.fromEntries([...policy.images].map(([name, rules]) => [name, { ...rules }])),
    waivers: policy.waivers.map(({ source: _source, reason: _reason, ...waiver }) => waiver),
    ignores: policy.ignores.map(({ id, kind, paths, purls, expires }) => ({
      id,
      ...kind === void 0 ? {} : { kind },
      ...paths === void 0 ? {} : { paths: [...paths] },
      ...purls === void 0 ? {} : { purls: [...purls] },
      ...expires === void 0 ? {} : { expires }
    })),
    vex: policy.vex.map(({ id, status, products, meaning, among }) => ({
      ...{ id, status, products: [...products], meaning },
      ...among === void 0 ? {} : { among: [...among] }
    })),
    ...policy.secretRules !== void 0 && {
      secretRules: policy.secretRules.map((rule) => ({ id: rule.id, hash: secretRuleHash(rule) }))
    },
    ...{ built: [...built], enforce }
  };
}

// src/domain/record/fields.ts
var bytes5 = external_exports.int().nonnegative();
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
  unpackedBytes: bytes5,
  downloadBytes: bytes5,
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
  unpackedBytes: bytes5,
  downloadBytes: bytes5,
  layers: external_exports.array(layerSchema3).max(1e3),
  steps: external_exports.array(stepSchema).max(1e4).optional().describe("Absent: no provenance"),
  packages: external_exports.array(packageSchema3).optional().describe("Absent: not scanned"),
  findings: external_exports.array(findingSchema3).optional(),
  violations: dictionary(external_exports.int().positive()).optional().describe("How many of each rule nobody had waived; absent: not known"),
  violated: dictionary(external_exports.array(external_exports.string())).optional().describe(
    "Of each rule that was judged, the identities of what it found, waived or not; absent in records of before"
  )
}).refine(
  ({ layers, unpackedBytes, downloadBytes }) => sumOf2(layers, "unpackedBytes") === unpackedBytes && sumOf2(layers, "downloadBytes") === downloadBytes,
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
function sumOf2(layers, key) {
  return layers.reduce((sum, layer) => sum + layer[key], 0);
}

// src/stages/report-folder.ts
var REPORT_NAME = "report.json";
function askedReportFolder(inputs, deps) {
  if (inputs?.reportDir !== void 0) return inputs.reportDir;
  if (deps.workflow.door === "action") return void 0;
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
    const named2 = { name: REPORT_NAME, within: [asked], maxBytes: LARGEST_REPORT };
    const document = JSON.parse(
      new TextDecoder().decode(await files.readNamed(path, named2))
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
    const isAction = deps.workflow.door === "action";
    return {
      folder: isAction ? await deps.files.makeTemporary("plimsoll-report", "job") : await deps.files.makeLasting("plimsoll-report")
    };
  } catch (error) {
    const folder2 = usualFolder(inputs, deps);
    if (await findLink(folder2, inputs, deps) !== void 0) throw error;
    return { folder: folder2, refused: messageOf(error) };
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
    return `it cannot be written there (${messageOf(cause2)})${stale}; make room or give the right to write`;
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

// src/stages/start-run.ts
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
  if (workflow.door === "command") await files.removeLeftovers();
  const folder2 = await files.makeTemporary("plimsoll-room", "run");
  const probe = join9(folder2, "probe");
  await files.write(probe, new Uint8Array(PROBE_BYTES));
  await files.remove(probe);
}
function endInTime(seconds3, { clock, running, log, signal, abort }) {
  void clock.sleep(seconds3, signal).then(() => {
    if (signal.aborted) return;
    const words4 = timeoutWords(seconds3, running.names());
    log.foreign(words4);
    abort(new TimeOver(words4));
  });
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
var KINDS2 = new Map([
  ...IDENTITIES.map((name) => [name, "identity"]),
  ...TEXTS.map((name) => [name, "text"])
]);
var OPEN = ["runs.request", "runs.tools", "advisories", "comparison.violations"];
function kindOf5(path) {
  for (let at = Math.max(0, path.length - 3); at < path.length; at += 1) {
    const kind = KINDS2.get(path.slice(at).join("."));
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
  if (typeof value === "string") return change(value, kindOf5(path) ?? "text");
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
  return mapKinds(document, (text2, kind) => kind === "identity" ? text2 : mask(text2));
}
function identitiesIn(document) {
  const found = /* @__PURE__ */ new Set();
  mapKinds(document, (text2, kind) => {
    if (kind === "identity") found.add(text2);
    return text2;
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
    (text2, key) => key === "" || SCANNER_IDENTITIES.has(key) ? text2 : mask(text2)
  );
  return { ...attachment, text: jsonOf(masked2, attachment.kind === "layers" ? 2 : void 0) };
}
var METADATA_IDENTITIES = ["image.name", "digest", "mediaType", "platform", "architecture", "os"];
function maskedMetadata(metadata, mask) {
  return mapStrings(
    metadata,
    (text2, key) => key === "" || METADATA_IDENTITIES.includes(key) || key.endsWith(".digest") ? text2 : mask(text2)
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
function repositoryOf({
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
  const at = repositoryOf(env);
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
  const own2 = base?.repo ?? { full_name: env["GITHUB_REPOSITORY"] };
  return repositoryKey(head.repo) !== repositoryKey(own2);
}
function hasArtifacts({ GITHUB_SERVER_URL: url }) {
  const host = url === void 0 || url === "" ? "github.com" : URL.parse(url)?.hostname ?? "";
  return host === "github.com" || host.endsWith(".ghe.com") || host.endsWith(".localhost");
}

// src/domain/keep/event.ts
var sha = external_exports.string().regex(/^[0-9a-f]{40,64}$/);
var schema2 = external_exports.object({
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
    const { repository: repository2, before: before2, ...change } = schema2.parse(JSON.parse(json));
    const { number: number2, head } = change.pull_request ?? {};
    const baseSha = change.pull_request?.base.sha ?? change.merge_group?.base_sha;
    return {
      ...repository2 === void 0 ? {} : { defaultBranch: repository2.default_branch },
      ...before2 === void 0 || /^0+$/.test(before2) ? {} : { before: before2 },
      ...baseSha === void 0 ? {} : { baseSha },
      ...head === void 0 ? {} : { headSha: head.sha },
      ...number2 === void 0 ? {} : { pullRequest: number2 }
    };
  } catch {
    return {};
  }
}
function baselineCommits(name, commits) {
  const { head, sha: sha3, event } = commits;
  const candidates = own(CANDIDATES, name ?? "");
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
function isInJob({ door, env }) {
  return door === "action" || env["GITHUB_ACTIONS"] === "true";
}
function isChange({ door, env }) {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  return door === "action" && ["pull_request", "merge_group"].includes(event);
}

// src/domain/report/commit.ts
function commitOf({ runs, images }) {
  const named2 = runs.filter(
    ({ id, commit: commit2 }) => commit2 !== void 0 || images.some(({ run, state }) => run === id && state === "built")
  );
  const commits = new Set(named2.map(({ commit: commit2 }) => commit2));
  const [commit] = commits;
  return commits.size === 1 ? commit : void 0;
}

// src/domain/policy/rule-ids.ts
var RULE_IDS = [
  "size",
  "download",
  "growth",
  "user",
  "healthcheck",
  "vulnerabilities",
  "secrets",
  "multi-stage",
  "build-tools",
  "build-context",
  "build-checks",
  "build-policy",
  "waste",
  "build-time",
  "freshness",
  "loosening"
];

// src/domain/policy/rule.ts
var LEVELS = ["error", "warning", "off"];
var SUBJECT_KEYS = ["id", "package", "path", "unjudged"];
function defineRule(definition) {
  const own2 = (options2) => definition.options.parse(options2);
  return {
    id: definition.id,
    per: definition.per,
    options: definition.options,
    looser: definition.looser,
    default: definition.default,
    data: definition.data,
    subjects: definition.subjects,
    needs: (options2) => definition.needs(own2(options2)),
    applies: (evidence) => definition.applies?.(evidence) ?? true,
    judgesMissing: definition.judgesMissing ?? false,
    asks: (options2) => definition.asks?.(own2(options2)) ?? {},
    judge: (options2, evidence) => definition.judge(own2(options2), evidence),
    gaps: (options2, evidence) => definition.gaps?.(own2(options2), evidence) ?? [],
    stance: (options2, evidence) => definition.stance?.(own2(options2), evidence),
    excused: (options2, evidence) => definition.excused?.(own2(options2), evidence) ?? [],
    isNew: definition.isNew,
    isCoarse: definition.isCoarse === true,
    words: (data16) => wordsOf2(definition, data16),
    distrust: (data16) => {
      const parsed = definition.data.safeParse(data16);
      if (!parsed.success) return void 0;
      return definition.distrust?.(parsed.data) ?? parsed.data;
    },
    summary: definition.summary,
    help: definition.help
  };
}
function wordsOf2(definition, data16) {
  const parsed = definition.data.safeParse(data16);
  if (!parsed.success) return void 0;
  const saves = definition.saves?.(parsed.data);
  return {
    message: definition.words(parsed.data),
    mend: definition.mend(parsed.data),
    ...saves === void 0 ? {} : { saves }
  };
}

// src/domain/policy/options.ts
var levelOption = external_exports.enum(LEVELS).describe("error: a violation fails the run; warning: it is shown; off: the rule is not judged");
var HOW = "write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes";
var sizeOption = external_exports.union([external_exports.string(), external_exports.int().nonnegative()], {
  error: ({ input }) => `is ${input === null ? "empty" : shown(input)}, which is no size: ${HOW}`
}).transform((value, context) => {
  const bytes7 = typeof value === "number" ? value : parseBytes(value);
  if (bytes7 !== void 0) return bytes7;
  context.addIssue({ code: "custom", message: sizeMistake(String(value)) });
  return external_exports.NEVER;
});
var percentOption = external_exports.union([external_exports.string(), external_exports.number()], {
  error: ({ input }) => `is ${shown(input)}, which is no share: write it like \`10%\``
}).transform((value, context) => {
  const match2 = /^(\d{1,3}(?:\.\d{1,3})?)\s?%?$/.exec(String(value).trim());
  const percent = Number(match2?.[1] ?? Number.NaN);
  if (percent >= 0 && percent <= 100) return percent;
  context.addIssue({
    code: "custom",
    message: `is ${shown(value)}, which is no share of a hundred: write it like \`10%\``
  });
  return external_exports.NEVER;
});
var SECONDS = { s: 1, m: 60, min: 60, h: 3600 };
var durationOption = external_exports.union([external_exports.string(), external_exports.number().nonnegative()], {
  error: ({ input }) => `is ${shown(input)}, which is no time: write it like \`5m\` or \`90s\``
}).transform((value, context) => {
  const match2 = /^(\d{1,6}(?:\.\d{1,3})?)\s?(s|m|min|h)?$/.exec(String(value).trim());
  if (match2 !== null) return Number(match2[1]) * (own(SECONDS, match2[2] ?? "s") ?? 1);
  context.addIssue({
    code: "custom",
    message: `is ${shown(value)}, which is no time: write it like \`5m\` or \`90s\``
  });
  return external_exports.NEVER;
});
var daysOption = external_exports.union([external_exports.string(), external_exports.number().nonnegative()], {
  error: ({ input }) => `is ${shown(input)}, which is no time: write it like \`3d\``
}).transform((value, context) => {
  const match2 = /^(\d{1,5}(?:\.\d{1,3})?)\s?(d|days?|h)?$/.exec(String(value).trim());
  if (match2 !== null) return Number(match2[1]) / (match2[2] === "h" ? 24 : 1);
  context.addIssue({
    code: "custom",
    message: `is ${shown(value)}, which is no time: write it like \`3d\` or \`72h\``
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
    message: `is ${shown(path)}, which is no folder of an image: write it like \`/var/cache\``
  });
});
function sizeMistake(text2) {
  const unit = /^\s*\d+(?:\.\d+)?\s*([^\d\s.].*)$/.exec(text2)?.[1]?.trim();
  if (unit === void 0 || parseBytes(`1${unit}`) !== void 0)
    return `is ${shown(text2)}, which is no size: ${HOW}`;
  return `is ${shown(text2)}, whose unit ${shown(unit)} is not known: use ${listed(nearestFirst(BYTE_UNITS, unit))}`;
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
  looser: {},
  default: { level: "warning" },
  subjects: [],
  data,
  needs: () => ["buildChecks"],
  judge: (_, evidence) => {
    if (!isKnown(evidence.buildChecks)) return [];
    const file = isKnown(evidence.dockerfile) ? evidence.dockerfile.value.file : void 0;
    return evidence.buildChecks.value.map(({ rule, message, detail, url, ...lines2 }) => {
      const place2 = placeOfLayer({ ...lines2, ...file !== void 0 && { file } });
      return {
        ...place2 !== void 0 && { place: place2 },
        data: {
          ...{ check: rule, message },
          ...detail === void 0 ? {} : { detail },
          ...url === void 0 ? {} : { url }
        }
      };
    });
  },
  words: ({ check, message }) => `${message} (${check}).`,
  mend: ({ detail, url }) => [
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

// src/domain/policy/rules/build-context.ts
var bytes6 = external_exports.int().nonnegative();
var data2 = external_exports.discriminatedUnion("mistake", [
  external_exports.strictObject({
    mistake: external_exports.literal("too-large"),
    bytes: bytes6,
    max: bytes6,
    biggest: external_exports.strictObject({ path: external_exports.string(), bytes: bytes6 }).optional()
  }),
  external_exports.strictObject({
    mistake: external_exports.literal("unwanted"),
    found: external_exports.array(
      external_exports.strictObject({ kind: external_exports.enum(UNWANTED_KINDS), path: external_exports.string(), bytes: bytes6, line: external_exports.string() })
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
  looser: { max: most(formatBytes) },
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
      const named2 = { mistake: "too-large", bytes: sent, max: options2.max };
      violations.push({ ...place2, data: { ...named2, ...biggest && { biggest } } });
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
  words: words2,
  mend,
  saves: (found) => found.mistake === "unwanted" ? found.found.reduce((sum, one) => sum + one.bytes, 0) : 0,
  distrust: (given) => given.mistake === "unused-ignore-file" ? { ...given, reason: "nobody reads it" } : given,
  summary: "bytes that the build context sends, and what should not be sent",
  help: "What lies in the build context and is not ignored is sent to the builder, ends up in images by `COPY . .`, and makes the cache miss when it changes. Secrets and keys get out that way. List in `.dockerignore` at the root of the context (or in `<Dockerfile>.dockerignore`) what the build does not need, or begin it with `*` and take back what it does (`!src`)."
});
function words2(found) {
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
function mend(found) {
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
  looser: {},
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
  words: ({ about, messages }) => `The build policy does not allow ${about}${messages.length === 0 ? "" : `: ${messages.join("; ").replace(/\.$/, "")}`}.`,
  mend: () => "Build from what the policy allows, or let somebody who answers for it change it.",
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
  looser: { max: most(formatSeconds) },
  default: { level: "warning", max: 300 },
  subjects: [],
  data: data4,
  needs: () => ["buildTime"],
  judge: ({ max }, { buildTime: time }) => {
    if (!isKnown(time) || time.value.seconds <= max) return [];
    return [{ data: { seconds: time.value.seconds, maxSeconds: max, how: time.value.how } }];
  },
  words: ({ seconds: seconds3, maxSeconds, how }) => `The build takes ${formatSeconds(seconds3)} without a cache${how === "measured" ? "" : " (the last uncached times of its steps, along the longest chain)"}; at most ${formatSeconds(maxSeconds)} are allowed.`,
  mend: () => "Let steps that seldom change come first, copy lockfiles and install before copying the sources, mount caches (RUN --mount=type=cache), and build independent parts in stages of their own, which run side by side.",
  summary: "seconds of the longest chain of steps that lead to the image, without cache",
  help: "A build that is slow without its cache is slow whenever the cache is lost. The time is that of the longest chain of steps that lead to the image: a slow neighbour in the same build does not count, a stage that both share counts for each. Measured when no step came from the cache; else by the last uncached seconds of the steps on the longest chain, where the baseline’s record has them."
});

// src/domain/policy/rules/build-tools.ts
var data5 = external_exports.strictObject({
  base: external_exports.boolean(),
  bytes: external_exports.int().nonnegative(),
  tools: external_exports.array(external_exports.strictObject({ name: external_exports.string(), bytes: external_exports.int().nonnegative() }))
});
var JUDGED2 = ["compiler", "package manager", "cache"];
var buildTools = defineRule({
  id: "build-tools",
  per: "image",
  isCoarse: true,
  options: external_exports.strictObject({ level: levelOption }),
  looser: {},
  default: { level: "warning" },
  subjects: [],
  data: data5,
  needs: () => ["contents"],
  judge: (_, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const tools = evidence.contents.value.tools.filter(({ kind }) => JUDGED2.includes(kind));
    return [false, true].flatMap((base) => {
      const some = tools.filter(({ by: by2 }) => (by2?.base ?? false) === base);
      return some.length === 0 ? [] : [violationOf(some, base)];
    });
  },
  words: ({ base, bytes: bytes7, tools }) => `${base ? "The base image brings" : "The image holds"} what builds and not what runs: ${tools.map((tool) => `${tool.name} (${formatBytes(tool.bytes)})`).join(", ")}; ${formatBytes(bytes7)} in all.`,
  mend: ({ base, tools }) => !base && tools.every(({ name }) => isCache(name)) ? "Clean them in the same RUN that fills them (apt-get clean, rm -rf /var/lib/apt/lists/*, pip --no-cache-dir), or mount a cache there: RUN --mount=type=cache,target=…." : base ? "Take a base for running (distroless, or a slim one without them), or copy what is needed onto FROM scratch." : "Install them in an earlier stage and copy only the result: COPY --from=build.",
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
    ...place2 !== void 0 && { place: place2 },
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
    looser: { max: most(formatBytes) },
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
          ...place2 !== void 0 && { place: place2 },
          data: {
            ...{ bytes: bytes7, max: options2.max },
            ...biggest && { biggest: partOf(biggest.bytes, { ...biggest, ...biggest.place }) },
            ...grown && { grown: partOf(growthOf(grown[limit.measure]), grown) }
          }
        }
      ];
    },
    words: ({ bytes: bytes7, max }) => `${limit.what} is ${formatBytes(bytes7)}, ${formatBytes(bytes7 - max)} over its limit of ${formatBytes(max)}.`,
    mend: (found) => mend2(found, limit.id),
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
  const [most2] = compared.layers.filter((layer) => layer.file !== void 0 && growthOf(layer[measure]) > 0).toSorted((a, b) => growthOf(b[measure]) - growthOf(a[measure]));
  return most2;
}
function growthOf({ before: before2, after }) {
  return after - before2;
}
function partOf(bytes7, {
  base,
  instruction
}) {
  return {
    bytes: bytes7,
    ...base !== void 0 && { base },
    ...instruction !== void 0 && { instruction }
  };
}
function mend2({ biggest, grown }, rule) {
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
  looser: { "max-age": most(formatDays), "end-of-life": ranked(["none"], ["any"]) },
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
  words: (found) => found.what === "database" ? `The vulnerability database is ${formatDays(found.days)} old; at most ${formatDays(found.maxDays)} are allowed.` : `The image is made of ${found.system}, which is past its end of life: nobody mends it any more.`,
  mend: (found) => found.what === "database" ? "Let the run reach a mirror (input db-repositories), or bring the folder of db-path up to date." : "Take a base image of a release that is still maintained.",
  summary: "age of the vulnerability database; a base system past its end of life",
  help: 'A database of last week knows nothing of this week’s vulnerabilities, so "none found" says less every day. For a system past its end of life no advisories are written any more, so it looks better the older it gets. Let runs fetch the database, and move to a base image that is maintained.'
});

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
  looser: { max: most(formatPercent), "max-bytes": most(formatBytes), blame: BLAME_ORDER },
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
    const grownBytes = sumOf3(changes);
    if (limits.length === 0 || grownBytes <= maxBytes) return [];
    const biggest = [...changes].sort((a, b) => bytesOf(b) - bytesOf(a))[0];
    const place2 = placeOfLayer(biggest);
    return [
      {
        ...place2 !== void 0 && { place: place2 },
        data: {
          ...{ grownBytes, beforeBytes, maxBytes, blame },
          ...biggest && { biggest: biggestOf(biggest) }
        }
      }
    ];
  },
  stance: (options2, evidence) => hasLimit(options2) ? standing(options2, evidence) : void 0,
  excused: (options2, evidence) => {
    if (!hasLimit(options2)) return [];
    if (!isKnown(evidence.comparison) || evidence.comparison.value.state === "new") return [];
    const { blame } = standing(options2, evidence);
    const others = evidence.comparison.value.comparison.layers.filter(
      (change) => !isBlamed(change, blame)
    );
    return [...Map.groupBy(others, whyOf)].flatMap(([why, changes]) => {
      const bytes7 = sumOf3(changes);
      return bytes7 > 0 ? [{ why, bytes: bytes7 }] : [];
    });
  },
  // Of the baseline's growth against its own baseline it says nothing.
  isNew: () => true,
  words: ({ grownBytes, beforeBytes, maxBytes, blame }) => `${WHOSE[blame]} ${formatBytes(grownBytes)} (${share(grownBytes, beforeBytes)}) against the baseline's ${formatBytes(beforeBytes)}; at most ${formatBytes(maxBytes)} are allowed.`,
  mend: ({ biggest }) => biggest === void 0 ? "Raise rules.growth.max." : `The largest part, ${formatBytes(biggest.bytes)}, comes with ${biggest.instruction ?? "one layer"}: leave out what the running image does not need, or raise rules.growth.max.`,
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
  return stanceOf({ judge: "new", blame }, evidence, isKnown(evidence.comparison));
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
function sumOf3(changes) {
  return changes.reduce((sum, change) => sum + bytesOf(change), 0);
}
function bytesOf({ unpacked }) {
  return unpacked.after - unpacked.before;
}
function biggestOf(change) {
  const { instruction } = change;
  return { bytes: bytesOf(change), ...instruction === void 0 ? {} : { instruction } };
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
function isIdle(program, words4) {
  if (words4.some(({ dynamic }) => dynamic)) return false;
  const texts = words4.map(({ text: text2 }) => text2);
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
  [/\\([^\n])/y, (text2) => ({ text: text2.slice(1), quoted: true })],
  [/'[^']*'/y, (text2) => ({ text: text2.slice(1, -1), quoted: true })],
  [/"(?:\\[^]|[^"\\])*"/y, doubleQuoted],
  [/`[^`]*`/y, (text2) => ({ text: text2, dynamic: true })],
  [/\$\((?:[^()]|\([^()]*\))*\)/y, (text2) => ({ text: text2, dynamic: true })],
  [/\$/y, (text2) => ({ text: text2, dynamic: true })],
  [/[^\s"'`$\\|&;<>()]+/y, (text2) => ({ text: text2 })]
];
function doubleQuoted(text2) {
  const inside = text2.slice(1, -1).replace(/\\\n/g, "");
  return {
    text: inside.replace(/\\([$`"\\])/g, "$1"),
    quoted: true,
    dynamic: /(?<!\\)[$`]/.test(inside)
  };
}
function tokensOf2(script) {
  const tokens = [];
  let at = 0;
  while (at < script.length) {
    const blank = match(/(?:[ \t\r]|\\\n)+|#[^\n]*/y, script, at);
    if (blank !== void 0) {
      at += blank.length;
      continue;
    }
    const rest = script.slice(at, at + 3);
    const operator = OPERATORS.find(([text2]) => rest.startsWith(text2));
    if (operator === void 0) {
      const word = wordAt(script, at);
      if (word === void 0) return void 0;
      at = word.end;
      if (!isDescriptor(word.token, script[at])) tokens.push(word.token);
    } else {
      if (operator[0] !== "<<<" && NOT_FOLLOWED.some((text2) => rest.startsWith(text2)))
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
  for (const [pattern, read3] of PIECES) {
    const text2 = match(pattern, script, at);
    if (text2 !== void 0) return { ...read3(text2), length: text2.length };
  }
  return void 0;
}
function isDescriptor(word, next) {
  return (next === ">" || next === "<") && !word.quoted && /^\d+$/.test(word.text);
}
function match(pattern, text2, at) {
  pattern.lastIndex = at;
  return pattern.exec(text2)?.[0];
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
  const tokens = tokensOf2(script);
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
  const words4 = [];
  let risky = false;
  for (; ; ) {
    if (redirections(cursor)) risky = true;
    const token = cursor.tokens[cursor.at];
    if (token?.kind !== "word") break;
    words4.push(token);
    cursor.at += 1;
  }
  if (isOperator(cursor, "(")) throw new NotFollowed();
  if (!isEndWord(words4[0])) return { kind: "simple", words: words4, risky };
  cursor.open -= 1;
  if (cursor.open < 0 || words4.length > 1) throw new NotFollowed();
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
function isOperator(cursor, text2) {
  const token = cursor.tokens[cursor.at];
  return token?.kind === "operator" && token.text === text2;
}

// src/domain/policy/health-test/outcomes.ts
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
  const words4 = argv.map((text2) => ({ kind: "word", text: text2, quoted: true, dynamic: false }));
  return neverFails(
    runSimple({ kind: "simple", words: words4, risky: false }, OK, { errexit: false, depth: 0 })
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
function runList(list2, before2, shell) {
  return list2.reduce((state, statement) => {
    const after = runParts(statement.parts, state, shell);
    if (statement.background) return union(only(state, ["exit-ok", "exit-fail"]), OK);
    return shell.errexit && after.has("fail") ? union(after, /* @__PURE__ */ new Set(["exit-fail"])) : after;
  }, before2);
}
function runParts(parts, before2, shell) {
  return parts.reduce((state, { after, pipeline: pipeline2 }) => {
    if (after === void 0) return runOn(pipeline2, state, { on: ["ok", "fail"], shell });
    return runOn(pipeline2, state, { on: [after === "&&" ? "ok" : "fail"], shell });
  }, before2);
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
  const words4 = withoutPrefixes(command.words);
  const [name, ...rest] = words4;
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
function withoutPrefixes(words4) {
  const start = words4.findIndex(
    (word) => !/^[A-Za-z_]\w*=/.test(word.text) && !PREFIXES.has(word.text.slice(word.text.lastIndexOf("/") + 1))
  );
  return start === -1 ? [] : words4.slice(start);
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
function runShell(words4, shell) {
  const flag = words4.findIndex((word) => /^-\w*c$/.test(word.text));
  const script = words4[flag + 1];
  if (flag === -1 || script === void 0 || script.dynamic) return ANY;
  const errexit = words4.slice(0, flag + 1).some((word) => /^-\w*e|^errexit$/.test(word.text));
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
  looser: {
    require: ranked(["passing"], ["declared"], ["any"]),
    env: entries,
    writable: entries
  },
  default: { level: "error", require: "declared", env: {}, writable: ["/tmp"] },
  subjects: [],
  data: data9,
  needs: ({ require: require2 }) => ({ any: [], declared: ["healthcheck"], passing: ["healthcheck", "running"] })[require2],
  asks: ({ env, writable }) => ({ running: { env, writable } }),
  judge: ({ require: require2 }, evidence) => {
    if (require2 === "any" || !isKnown(evidence.healthcheck)) return [];
    const found = mistakeOf(evidence.healthcheck.value) ?? (require2 === "passing" && isKnown(evidence.running) ? failureOf2(evidence.running.value) : void 0);
    if (found === void 0) return [];
    const place2 = placeOfInstruction(evidence.dockerfile, "HEALTHCHECK");
    return [{ ...place2 !== void 0 && { place: place2 }, data: found }];
  },
  words: (given) => words3(given),
  mend: (given) => mend3(given),
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
function failureOf2(running) {
  if (running.status === "healthy" || running.status === "not-started") return void 0;
  const { status, check, output, ...rest } = running;
  return { ...rest, mistake: status, check: [...check], output: [...output] };
}
var SAID_LINES = 3;
function words3(given) {
  const { mistake, test, timing: timing2, seconds: seconds3 = 0, exitCode, outOfMemory, check, output } = given;
  const says = `${said(" Its check says", check)}${said(" Its last lines", output)}`;
  switch (mistake) {
    case "missing":
      return "The image declares no health check.";
    case "none":
      return "The image switches its health check off (HEALTHCHECK NONE).";
    case "unknown-kind":
      return `The engine runs no health check: its test is ${shown(JSON.stringify(test ?? []))}, and it knows CMD and CMD-SHELL, spelt so and with a command.`;
    case "cannot-fail":
      return `The health check cannot fail${test === void 0 ? "" : `: its test is ${shown(test.slice(1).join(" "))}`}.`;
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
function mend3({ mistake, isCheckMissing, check = [], output = [] }) {
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
function isOfMerge(violation3) {
  return data10.safeParse(violation3).data?.when === "merged";
}
var loosening = defineRule({
  id: "loosening",
  per: "run",
  options: external_exports.strictObject({ level: levelOption }),
  looser: {},
  default: { level: "warning" },
  subjects: [],
  data: data10,
  // As a warning it only shows: where there is nothing to compare with, there is nothing to show.
  needs: ({ level }) => level === "error" ? ["loosenings"] : [],
  judge: (_, { loosenings: loosenings2 }) => isKnown(loosenings2) ? loosenings2.value.map(({ images, ...found }) => ({
    data: { ...found, ...images && { images: [...images] } }
  })) : [],
  words: ({ about, images, before: before2, now, when }) => {
    const what = `${about}${images === void 0 ? "" : ` (${images.join(", ")})`}`;
    return when === "merged" ? `${what} is ${before2} in the base’s policy, which judged this run, and will be ${now} once this is merged.` : `${what} was ${before2}, and is ${now}.`;
  },
  mend: () => "Let somebody who answers for the policy agree to it, or take it back.",
  // Whoever loosens it must not choose the words for it.
  distrust: ({ when }) => ({
    ...{ about: "something of its policy", before: "stricter", now: "looser" },
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
  looser: { min: least },
  default: { level: "off", min: 2 },
  subjects: [],
  data: data11,
  needs: () => ["dockerfile"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.dockerfile)) return [];
    const stages = evidence.dockerfile.value.usedStages.length;
    if (stages >= options2.min) return [];
    const place2 = placeOfInstruction(evidence.dockerfile, "FROM");
    return [{ ...place2 !== void 0 && { place: place2 }, data: { stages, min: options2.min } }];
  },
  words: ({ stages, min }) => `${stages === 1 ? "One stage leads" : `${stages} stages lead`} to the image, where at least ${min} are asked for.`,
  mend: () => "Build in a stage of its own (FROM … AS build) and take only the result into the final one: COPY --from=build.",
  summary: "number of stages that lead to the image",
  help: "What a build needs (compilers, package managers, sources) has no place in the image that runs. With a stage for building, the final one takes only the result by `COPY --from`."
});

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
  looser: {},
  default: { level: "error" },
  subjects: ["id", "path"],
  data: data12,
  needs: () => ["secrets"],
  judge: (_options, evidence) => isKnown(evidence.secrets) ? evidence.secrets.value.filter((secret) => secret.base !== true).map(violation) : [],
  words: (found) => `${found.title} (${found.rule}) lies in ${placeInWords(found)}${found.nth !== void 0 && found.line === void 0 ? `, number ${found.nth} of its kind there` : ""}.`,
  mend: ({ where }) => where === "file" ? "Remove the file, give it to the one step that needs it by RUN --mount=type=secret, and replace the secret: whoever has the image has it." : "Give it to the one step that needs it by RUN --mount=type=secret instead of ARG or ENV, and replace the secret: whoever has the image has it.",
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
    ...secret.place !== void 0 && { place: secret.place },
    subject: {
      id: rule,
      identity: secretKey(secret),
      members: [{ packages: [], ...path !== void 0 && { path } }]
    },
    data: {
      rule,
      title: title2,
      severity,
      where,
      ...path !== void 0 && { path },
      ...line4 !== void 0 && { line: line4 },
      ...variable !== void 0 && { variable },
      ...nth !== void 0 && { nth }
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
  looser: { require: ranked(["numeric"], ["non-root"], ["any"]) },
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
        ...place2 !== void 0 && { place: place2 },
        data: { mistake, declared, ...uid !== void 0 && { uid } }
      }
    ];
  },
  words: ({ mistake, declared }) => {
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
  mend: ({ mistake, declared, uid }) => {
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

// src/domain/findings/grace.ts
var DAY_MS = 864e5;
function fixesSince(findings, earlier) {
  const before2 = new Map(earlier?.findings.map((finding) => [finding.identity, finding]));
  const dated = findings.flatMap((finding) => {
    if (finding.fixed === void 0) return [];
    const old = before2.get(finding.identity);
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
  before: before2 = [],
  today
}) {
  const dates = new Map(before2.map(({ identity, fixedSince }) => [identity, fixedSince]));
  return findings.map(
    (finding) => finding.fixed === void 0 ? finding : { ...finding, fixedSince: dates.get(finding.identity) ?? today }
  );
}

// src/domain/policy/rules/vulnerabilities.ts
var UNFIXED = ["ignore", "report", "fail"];
var NAMED2 = 5;
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
var vulnerabilities = defineRule({
  id: "vulnerabilities",
  per: "image",
  options,
  looser: {
    "fail-on": ranked(...SEVERITIES.map((severity) => [severity])),
    unfixed: ranked(["fail"], ["report"], ["ignore"]),
    "ignore-statuses": entries,
    judge: JUDGE_ORDER,
    blame: BLAME_ORDER,
    grace: most(formatDays)
  },
  default: {
    ...{ level: "error", "fail-on": "high", unfixed: "ignore", "ignore-statuses": [] },
    ...{ judge: "auto", blame: "auto", grace: 0 }
  },
  subjects: ["id", "package", "path", "unjudged"],
  data: data14,
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
  stance: standing2,
  excused: (asked, evidence) => isKnown(evidence.vulnerabilities) ? countExcused(
    severeFindings(evidence.vulnerabilities.value, asked, evidence).flatMap(
      ({ finding: { severity }, excuse }) => excuse === void 0 ? [] : [{ ...excuse, severity }]
    )
  ) : [],
  isNew: ({ subject: subject2 }, evidence) => {
    const causeOf = newFindings(evidence);
    return causeOf && causeOf(subject2?.identity ?? "") !== void 0;
  },
  words: (found) => `${found.id} (${found.severity}) in ${installed(found)}: ${found.fixed === void 0 ? "no fixed version is known" : `fixed in ${found.fixed}`}; judged from ${found.failOn} up${graceText(found)}.`,
  mend: (found) => {
    if (found.fixed === void 0)
      return `There is no fix yet: replace ${found.package}, or waive ${found.id} with a reason and a date.`;
    const to = `${found.package} ${found.upgrade ?? found.fixed}`;
    return found.base === true ? `It comes with the base image: take a newer base that has ${to}, or upgrade ${found.package} in the Dockerfile.` : `Upgrade ${found.package} to ${found.upgrade ?? found.fixed}.`;
  },
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
  return stanceOf(asked, evidence, newFindings(evidence) !== void 0);
}
function severeFindings({ findings }, asked, evidence) {
  const court = { asked, stance: standing2(asked, evidence), causeOf: newFindings(evidence) };
  return findings.filter((finding) => isSevere(finding, asked)).map((finding) => ({ finding, excuse: excuseOf(finding, court) }));
}
function excuseOf({ status, fixed, identity, base }, { asked, stance: { judge, blame }, causeOf }) {
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
    ...place2 !== void 0 && { place: place2 },
    subject: { id: finding.id, identity: finding.identity, members: members(finding) },
    data: {
      id: finding.id,
      identity: finding.identity,
      severity: finding.severity,
      package: finding.package,
      installed: finding.members.slice(0, NAMED2).map((member) => ({ package: member.package, version: member.version })),
      more: Math.max(0, finding.members.length - NAMED2),
      ...finding.fixed !== void 0 && { fixed: finding.fixed },
      ...finding.base !== void 0 && { base: finding.base },
      failOn: asked["fail-on"],
      ...until !== void 0 && since !== void 0 && { grace: { until, from: since.from } }
    }
  };
}
function members(finding) {
  return finding.members.map((member) => ({
    packages: [member.package, finding.package],
    ...member.path !== void 0 && { path: member.path }
  }));
}
function graceText({ grace }) {
  if (grace === void 0) return "";
  const since = grace.from === "record" ? "since the default branch knows a fix" : "since its advisory came out";
  return `, failing from ${grace.until} on (days of grace, counted ${since})`;
}
function installed({ installed: some, more, package: source }) {
  const named2 = some.map((member) => `${member.package} ${member.version}`);
  if (named2.length === 0) return source;
  return more === 0 ? named2.join(", ") : `${named2.join(", ")} and ${more} more`;
}

// src/domain/policy/rules/waste.ts
var data15 = external_exports.strictObject({
  wasteBytes: external_exports.int().nonnegative(),
  unpackedBytes: external_exports.int().positive(),
  max: external_exports.number().nonnegative(),
  biggest: external_exports.strictObject({ kind: external_exports.enum(LOSS_KINDS), path: external_exports.string(), bytes: external_exports.int().positive() })
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
  looser: { max: most(formatPercent) },
  default: { level: "warning", max: 10 },
  subjects: [],
  data: data15,
  needs: () => ["contents"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const { wasteBytes, unpackedBytes, losses } = evidence.contents.value;
    const [biggest] = losses;
    if (biggest === void 0 || wasteBytes * 100 <= unpackedBytes * options2.max) return [];
    const place2 = placeOfLayer(biggest.madeBy);
    const { kind, path, bytes: bytes7 } = biggest;
    return [
      {
        ...place2 !== void 0 && { place: place2 },
        data: { wasteBytes, unpackedBytes, max: options2.max, biggest: { kind, path, bytes: bytes7 } }
      }
    ];
  },
  words: ({ wasteBytes, unpackedBytes, max }) => `${formatBytes(wasteBytes)} of ${formatBytes(unpackedBytes)} (${(wasteBytes / unpackedBytes * 100).toFixed(0)} %) are brought in by one step and removed or overwritten by a later one: nobody sees them and everybody pulls them; at most ${max} % are allowed.`,
  mend: ({ biggest: { kind, path, bytes: bytes7 } }) => `Most of it: ${kind}, ${formatBytes(bytes7)} in /${path}. ${MEND[kind]}`,
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
function forEachRule(make) {
  return Object.fromEntries(RULE_IDS.map((id) => [id, make(id)]));
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
  const words4 = counts.filter(([, count6]) => count6 > 0).map(([severity, count6]) => `${count6} ${severity}`);
  const count5 = words4.length === 0 ? "none" : words4.join(", ");
  return [count5, ...unjudged.map(({ part: part3 }) => `${part3} not judged`)].join("; ");
}
function problems(report) {
  const shown2 = report.violations.filter(({ image, waived: by2 }) => image !== void 0 && by2 === void 0).flatMap((violation3) => problemOf(violation3));
  const rank3 = ({ level, isNew }) => (level === "error" ? 0 : 2) + (isNew ? 0 : 1);
  return shown2.toSorted((a, b) => rank3(a) - rank3(b));
}
function problemOf(violation3) {
  const id = RULE_IDS.find((known2) => known2 === violation3.rule);
  if (id === void 0) return [];
  const words4 = RULES[id].words(violation3.data);
  if (words4 === void 0) return [];
  const { place: place2 } = violation3;
  return [
    {
      image: violation3.image ?? "",
      rule: violation3.rule,
      level: violation3.level,
      ...place2 === void 0 ? {} : { file: place2.file },
      ...place2?.startLine === void 0 ? {} : { startLine: place2.startLine },
      ...place2?.endLine === void 0 ? {} : { endLine: place2.endLine },
      isNew: violation3.isNew === true,
      message: words4.message,
      mend: `${savingText(words4.saves)}${words4.mend}`
    }
  ];
}
function savingText(bytes7 = 0) {
  return bytes7 === 0 ? "" : `Saves ${formatBytes(bytes7)}: `;
}
function unables(report) {
  const whole2 = report.images.flatMap(
    (image) => image.state === "built" ? [] : [{ about: image.id, reason: image.reason ?? image.state }]
  );
  const missing = new Set(whole2.map(({ about }) => about));
  const parts = report.outcomes.flatMap(
    ({ outcome, image, rule, reason }) => outcome !== "unable" || missing.has(image ?? "") ? [] : [{ about: `${image ?? ""} (${rule})`, reason: reason ?? "the reason is not known" }]
  );
  const groups = Map.groupBy([...whole2, ...parts], ({ reason }) => reason);
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
  const text2 = placeText(by2.place ?? {});
  return text2 === "" ? "place unknown" : text2;
}
function biggestLayers(image, most2) {
  return [...image.layers ?? []].sort((a, b) => b.unpackedBytes - a.unpackedBytes).slice(0, most2);
}

// src/domain/text/repository-path.ts
function isInRepository(path) {
  if (path === "" || path.includes("\\") || path.includes("\0")) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}

// src/publishers/annotations/render.ts
var MOST5 = 10;
function clean(annotation) {
  const { title: title2, message, file } = annotation;
  return {
    ...annotation,
    title: plainLine(title2),
    message: plainLine(message),
    ...file === void 0 ? {} : { file: plainLine(file) }
  };
}
function renderAnnotations(report) {
  const all = [...endings(report), ...grouped(problems(report)).map(annotationOf)];
  const levels = ["error", "warning"];
  return levels.flatMap(
    (level) => all.filter((annotation) => annotation.level === level).slice(0, MOST5).map(clean)
  );
}
function placed(place2) {
  if (place2 === void 0 || !isInRepository(place2.file)) return {};
  const { file, startLine, endLine } = place2;
  return {
    file,
    ...startLine === void 0 ? {} : { startLine },
    ...endLine === void 0 ? {} : { endLine }
  };
}
function endings(report) {
  const error = (message, place2) => ({
    level: "error",
    title: "Plimsoll",
    message,
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
    message: `${first.image}: ${first.message} ${first.mend}${rest}`,
    ...first.file === void 0 ? {} : placed({ ...first, file: first.file })
  };
}
function withoutPlace({ level, title: title2, message, file, startLine }, commit) {
  if (file === void 0) return { level, title: title2, message };
  const line4 = startLine === void 0 ? "" : `:${startLine}`;
  return { level, title: title2, message: `${file}${line4} of commit ${commit.slice(0, 12)}: ${message}` };
}

// src/publishers/annotations/index.ts
var annotations = {
  // What a stranger has reported is no check of this repository's own commit.
  applies: ({ relay }, deps) => relay === void 0 && deps.workflow.door === "action",
  publish: async ({ report }, deps) => {
    const commit = commitOf(report);
    const { headSha: pullHead } = parseEvent(await readEventText(deps));
    const isElsewhere = commit !== void 0 && !isOfEvent(commit, { sha: deps.workflow.env["GITHUB_SHA"], pullHead });
    for (const annotation of renderAnnotations(report))
      deps.workflow.annotate(isElsewhere ? withoutPlace(annotation, commit) : annotation);
  }
};

// src/domain/artifact.ts
import { createHash as createHash5 } from "node:crypto";
var ARTIFACT_PREFIX = "plimsoll-";
var NAME = /^plimsoll-([0-9a-f]{16})-([1-9]\d{0,5})$/;
function artifactName({ images, key, attempt }) {
  const text2 = JSON.stringify([key ?? "", ...images.toSorted()]);
  const hash2 = createHash5("sha256").update(text2).digest("hex").slice(0, 16);
  return `${ARTIFACT_PREFIX}${hash2}-${attempt}`;
}
function parseArtifactName(name) {
  const [, hash2, attempt] = NAME.exec(name) ?? [];
  return hash2 === void 0 ? void 0 : { hash: hash2, attempt: Number(attempt) };
}
function newestAttempts(all, nameOf2) {
  const last2 = /* @__PURE__ */ new Map();
  const parsed = all.map((one) => ({ one, of: parseArtifactName(nameOf2(one)) }));
  for (const { of: of2 } of parsed)
    if (of2 !== void 0) last2.set(of2.hash, Math.max(of2.attempt, last2.get(of2.hash) ?? 0));
  return parsed.filter(({ of: of2 }) => of2 === void 0 || of2.attempt === last2.get(of2.hash)).map(({ one }) => one);
}

// src/publishers/sarif/folders.ts
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
  applies: ({ inputs }, { workflow }) => workflow.door === "action" && inputs?.mode === "check" && inputs.artifact !== "off",
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
function wordsOf3({ data: data16 }) {
  if (typeof data16 === "string") return plainLine(data16).slice(0, LONGEST3);
  const parsed = bodySchema.safeParse(data16);
  if (!parsed.success) return "";
  const { message = "", errors = [] } = parsed.data;
  const details = errors.flatMap((error) => {
    if (typeof error === "string") return [error];
    const inner = bodySchema.safeParse(error);
    return inner.success && inner.data.message !== void 0 ? [inner.data.message] : [];
  });
  return plainLine([message, ...details].join(" ")).slice(0, LONGEST3);
}
function isPassing(answer) {
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
  return (status === 403 || status === 429) && (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse/i.test(wordsOf3(answer)));
}
function refusalOf(answer, asked) {
  const words4 = wordsOf3(answer);
  const said2 = words4 === "" ? "" : ` ("${words4.replace(/\.$/, "")}")`;
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
  const words4 = wordsOf3(answer);
  if (/advanced security|code security|code scanning is not enabled/i.test(words4))
    return "code scanning is not available for this repository; switch it on under Settings, Code security (a private repository needs GitHub Code Security), or set the input sarif to file.";
  if (/archived|read-only/i.test(words4)) return "the repository takes no writes.";
  if (/\blocked\b/i.test(words4))
    return "the conversation is locked; unlock it, or give the input token one of somebody who may write there.";
  const accepted = answer.headers["x-accepted-github-permissions"];
  const named2 = accepted === void 0 ? "" : ` (GitHub asks for ${plainLine(accepted)})`;
  return `the token may not; give the job permissions: ${permission}${named2}.`;
}

// src/clients/github.ts
var PATIENCE = { askSeconds: 60, pauses: [2, 6, 18], longestPause: 60 };
function named({ owner, repo }) {
  return { owner, repo };
}
async function askPatiently({ isOnce = false, ...ask2 }, { github, patience, deps }) {
  for (const pause of [...patience.pauses, void 0]) {
    const answer = await askOnce(github, { ...ask2, deadlineSeconds: patience.askSeconds });
    const isDoubtful2 = !isKnown(answer) || answer.value.status >= 500;
    const isLast = pause === void 0 || deps.signal.aborted || isOnce && isDoubtful2;
    if (!isKnown(answer)) {
      if (isLast || !answer.mayPass) return unable(answer.unable);
      await deps.clock.sleep(pause, deps.signal);
      continue;
    }
    if (isLast || !isPassing(answer.value)) return known(answer.value);
    const wanted = retryAfter(answer.value, deps.clock.now());
    if (wanted !== void 0 && wanted > patience.longestPause) return known(answer.value);
    await deps.clock.sleep(wanted ?? pause, deps.signal);
  }
  return unable("GitHub was not asked");
}
async function askOnce(github, ask2) {
  try {
    return { value: await github.ask(ask2) };
  } catch (error) {
    return { unable: messageOf(error), mayPass: mayPass(error) };
  }
}
function taken(answer, asked) {
  if (!isKnown(answer))
    return { refused: `GitHub gave no answer to ${asked.what}: ${answer.unable}.` };
  const { status } = answer.value;
  if (status >= 200 && status < 300) return { value: answer.value };
  return { refused: refusalOf(answer.value, asked), status };
}
async function readAs(ask2, { asked, schema: schema3, asking }) {
  const answer = taken(await askPatiently(ask2, asking), asked);
  if ("refused" in answer) return answer;
  const parsed = schema3.safeParse(answer.value.data);
  return parsed.success ? { value: parsed.data } : { refused: `GitHub’s answer to ${asked.what} is not one that is known.` };
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
  return run === void 0 ? void 0 : made({ run, attempt, job, told: toldOf(by2, commit) });
}
function toldOf(by2, commit) {
  if (commit === void 0 || by2 !== "gate" && by2 !== "relay") return void 0;
  return { by: by2, commit };
}
function made(named2) {
  const [run, attempt] = [number.safeParse(named2.run), number.safeParse(named2.attempt)];
  if (!run.success || !attempt.success) return void 0;
  const job = (named2.job ?? "").replaceAll(/[^\w.-]+/g, "-").replaceAll(/-+/g, "-").slice(0, 100);
  const { told } = named2;
  return { run: run.data, attempt: attempt.data, job, ...told === void 0 ? {} : { told } };
}
function isNewer(one, other) {
  return one.run > other.run || one.run === other.run && one.attempt > other.attempt;
}
function isHeldByGate(before2, next) {
  return before2?.told?.by === "gate" && next?.told?.by === "relay" && before2.told.commit === next.told.commit;
}
function clashWords(before2) {
  return `Another job of this run (${before2.job === "" ? "its name is not known" : before2.job}) has written the same comment, which is overwritten: the two also share their category in code scanning and their records. Set the input key to another value in each.`;
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
      ...{ name: called, version },
      ...purl === void 0 ? {} : { purl },
      ...layer === void 0 ? {} : { layer }
    };
  });
  return {
    ...{ id, name, platform, digest: digest3, configDigest, unpackedBytes, downloadBytes },
    layers: layersOf(image, steps),
    ...isKnown(steps) ? { steps: stepsOf(steps.value, parts) } : {},
    ...packages === void 0 ? {} : { packages },
    ...scan === void 0 ? {} : {
      findings: withFixDates(recordFindings(image.findings, layerOf2), {
        ...{ before: previous?.findings, today }
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
    ...{ identity, id, package: about, severity },
    ...fixed === void 0 ? {} : { fixed },
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
      ...{ diffId, unpackedBytes, downloadBytes },
      ...base === void 0 ? {} : { base },
      ...position === void 0 ? {} : { step: position }
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
    ...content === void 0 ? {} : { content: { hash: content.hash, files: { ...content.files } } },
    ...reference === void 0 ? {} : { reference: withoutUrlSecrets(reference) },
    ...digest3 === void 0 ? {} : { digest: digest3 },
    ...lineFields(step),
    ...now === void 0 ? {} : { cached: now.cached },
    ...seconds3 === void 0 ? {} : { seconds: seconds3 }
  };
}

// src/domain/report/held.ts
function looseningLines(report) {
  return loosenings(report).flatMap(({ data: data16 }) => RULES.loosening.words(data16)?.message ?? []);
}
function uncomparedLines({ runs }) {
  return [...new Set(runs.flatMap(({ uncompared = [] }) => uncompared))];
}
function looseningsTitle(report) {
  return loosenings(report).every(({ data: data16 }) => isOfMerge(data16)) ? "Once merged, the policy lets more pass than the base’s" : "The policy lets more pass than the baseline’s";
}
function loosenings({ violations }) {
  return violations.filter(({ rule, waived: waived2 }) => rule === "loosening" && waived2 === void 0);
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
    const words4 = excused.map((one) => `${amountOf(one)} not judged (${reasonOf2(one)})`);
    return [`${image ?? ""}: ${rule}: ${words4.join(", ")}`];
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
function stanceLines(report) {
  if (report.runs.every(({ baseline }) => baseline === void 0)) return [];
  const told = report.outcomes.flatMap(
    ({ rule, stance }) => stance === void 0 ? [] : [{ rule, words: stanceText(stance) }]
  );
  const groups = Map.groupBy(told, ({ words: words4 }) => words4);
  return [...groups].map(
    ([words4, all]) => `${[...new Set(all.map(({ rule }) => rule))].join(" and ")}: ${words4}`
  );
}
function stanceText({ judge, blame }) {
  return `judged was ${JUDGED3[judge]}, ${BLAMED2[blame]}`;
}

// src/domain/comment/material.ts
var MATERIAL_BYTES = 1e6;
var MATERIAL_SHARE = 0.01;
var MATTERS = [
  "verdict",
  "violation",
  "loosening",
  "finding",
  "size",
  "no baseline",
  "not compared"
];
var IS_THERE = {
  verdict: ({ verdict, outcomes }) => verdict !== "pass" || outcomes.some(({ level, outcome }) => level === "error" && outcome !== "pass"),
  violation: (report) => report.images.some((image) => hasNewViolation(report, image)),
  loosening: ({ violations }) => violations.some(({ rule }) => rule === "loosening"),
  finding: ({ images }) => images.some((image) => hasOwnFinding(comparedOf2(image))),
  size: ({ images }) => images.some((image) => hasOwnSize(comparedOf2(image))),
  "no baseline": ({ images }) => images.some((image) => comparedOf2(image) === void 0),
  "not compared": (report) => uncomparedLines(report).length > 0
};
function materialOf(report) {
  return MATTERS.filter((matter) => IS_THERE[matter](report));
}
function isWorthTelling(report, mode) {
  switch (mode) {
    case "always":
      return true;
    case "material":
      return materialOf(report).length > 0;
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
  const before2 = comparedOf2(image)?.violations;
  if (before2 === void 0) return false;
  const now = Object.entries(openViolations(violations, image.id));
  return now.some(([rule, count5]) => count5 > (own(before2, rule) ?? 0));
}
function hasOwnFinding(compared) {
  const { new: fresh = [], fixed = [] } = compared?.findings ?? {};
  return [...fresh, ...fixed].some(isOfThisChange);
}
function hasOwnSize(compared) {
  if (compared === void 0) return false;
  return ["unpacked", "download"].some((size2) => {
    const own2 = compared.causes.filter(isOfThisChange).reduce((sum, cause2) => sum + cause2[`${size2}Bytes`], 0);
    const least2 = Math.min(MATERIAL_BYTES, compared[size2].before * MATERIAL_SHARE);
    return Math.abs(own2) > least2;
  });
}

// src/domain/github/links.ts
function linksOf(env, commit) {
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
function relayedWords({ by: by2, from, commit }) {
  const whose2 = by2 === "fork" ? "the fork’s" : "Dependabot’s";
  return `As reported by ${whose2} own run, of ${from} at ${commit.slice(0, SHORT_COMMIT)}. Nobody here has checked it.`;
}
function relayedTargets(env, { numbers, commit }) {
  const repository2 = repositoryOf(env);
  return repository2 === void 0 ? unable("the run has no ref and commit") : known(numbers.map((number2) => ({ ...repository2, ref: `refs/pull/${number2}/head`, commit })));
}
function leftOutWords({ numbers, leftOut }) {
  if (leftOut === 0) return [];
  const all = numbers.length + leftOut;
  return [
    `${all} pull requests have this head: ${numbers.length} of them (${numbers.join(", ")}) are told, and ${leftOut} ${leftOut === 1 ? "is" : "are"} left out.`
  ];
}
function relayedLinks(env, { pull, runId }) {
  return linksOf({ ...env, GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: "" }, pull?.commit);
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
      parameters: { ...named(at), issue_number: number2, per_page: PAGE, page }
    };
    const answer = taken(await askPatiently(ask2, asking), READING);
    if ("refused" in answer) return answer;
    const parsed = external_exports.array(commentSchema).safeParse(answer.value.data);
    if (!parsed.success) return { refused: unknownAnswer(READING) };
    all.push(...parsed.data.map(toComment));
    if (parsed.data.length < PAGE) break;
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
  const shown2 = found.flatMap(
    (node) => node?.id !== void 0 && node.isMinimized === false ? [node.id] : []
  );
  return { value: { login: viewer.login, shown: new Set(shown2) } };
}
async function askGraphql(ask2, graphqlUrl, { asked, schema: schema3, asking }) {
  const parameters = { ...ask2 };
  const answer = taken(
    await askPatiently({ route: `POST ${graphqlUrl}`, parameters }, asking),
    asked
  );
  if ("refused" in answer) return answer;
  const parsed = schema3.safeParse(answer.value.data);
  return parsed.success ? { value: parsed.data } : { refused: graphqlRefusal(answer.value.data, asked) };
}
function graphqlRefusal(data16, asked) {
  const parsed = problemSchema.safeParse(data16);
  const [problem] = parsed.success ? parsed.data.errors : [];
  if (problem === void 0) return unknownAnswer(asked);
  return `GitHub refused ${asked.what} ("${cut(plainLine(problem.message).replace(/\.$/, ""), 300)}"): give the job permissions: ${asked.permission}.`;
}
function unknownAnswer({ what }) {
  return `GitHub’s answer to ${what} is not one that is known.`;
}
async function createComment({ number: number2, ...at }, body, asking) {
  const ask2 = {
    route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    parameters: { ...named(at), issue_number: number2, body },
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
  const answer = taken(await askPatiently(ask2, asking), { what, ...WRITING });
  return "refused" in answer ? answer : { value: void 0 };
}

// src/clients/answer.ts
import { createHash as createHash6 } from "node:crypto";
import { Transform } from "node:stream";

// src/domain/registry/retry.ts
function parseRetryAfter(header, now) {
  const text2 = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text2)) return Number(text2);
  const at = Date.parse(text2);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1e3);
}
function isPassing2(status) {
  return status === 408 || status === 429 || status >= 500;
}

// src/clients/answer.ts
var PullFailed = class extends Error {
  name = "PullFailed";
  /** Seconds to wait at least before it may go better; undefined: trying again is no use. */
  wait;
  constructor(message, options2 = {}) {
    super(message, options2.cause === void 0 ? void 0 : { cause: options2.cause });
    this.wait = options2.wait;
  }
};
function brokenOff(cause2, doing = "") {
  return new PullFailed(`${doing}${messageOf(cause2)}`, { cause: cause2, ...mayPass(cause2) && { wait: 0 } });
}
var LARGEST_ERROR = 64 * 1024;
var errorSchema = external_exports.object({
  errors: external_exports.array(external_exports.object({ code: external_exports.string().regex(/^[A-Z_]{1,40}$/) })).min(1)
});
async function failureOf3(answer, now) {
  const { status, headers } = answer;
  const body = await readAll(answer.body, LARGEST_ERROR).catch(() => Buffer.alloc(0));
  const parsed = errorSchema.safeParse(parseJson(body));
  const code2 = parsed.success ? parsed.data.errors[0]?.code : void 0;
  const words4 = `it answered ${status}${code2 === void 0 ? "" : ` ${code2}`}`;
  if (!isPassing2(status)) return new PullFailed(words4);
  const wait = parseRetryAfter(headers["retry-after"], now);
  const asked = wait > 0 ? ` and asks to wait ${Math.ceil(wait)} seconds` : "";
  return new PullFailed(`${words4}${asked}`, { wait });
}
async function readAll(body, most2) {
  const parts = [];
  let bytes7 = 0;
  try {
    for await (const chunk of body) {
      bytes7 += chunk.length;
      if (bytes7 > most2) break;
      parts.push(Buffer.from(chunk));
    }
  } catch (cause2) {
    throw brokenOff(cause2);
  }
  if (bytes7 > most2) throw new PullFailed(`its answer has more than ${most2} bytes`);
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
  constructor(most2) {
    super({
      transform: (chunk, _, done) => {
        this.#hash.update(chunk);
        this.bytes += chunk.length;
        if (this.bytes > most2) done(new Error(`there are more than ${most2} bytes`));
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
    parameters: { ...named(at), run_id: runId }
  };
  const asked = {
    what: `a look at the workflow run ${runId}`,
    permission: "actions: read",
    unseen: "there is no such run"
  };
  return read2(ask2, { asked, schema: runSchema2, asking });
}
function listPulls(at, head, asking) {
  const asked = {
    what: "a look at the pull requests",
    permission: "pull-requests: write",
    unseen: "there is none"
  };
  const wanted = { state: "open", head: `${head.owner}:${head.branch}` };
  return readPages(async (pages) => {
    const parameters = { ...named(at), ...wanted, ...pages };
    const ask2 = { route: "GET /repos/{owner}/{repo}/pulls", parameters };
    return read2(ask2, { asked, schema: pullsSchema, asking });
  });
}
function listArtifacts(at, runId, asking) {
  const asked = {
    ...{ what: "a look at the artifacts of the run", permission: "actions: read" },
    unseen: "the run is gone"
  };
  return readPages(async (pages) => {
    const ask2 = {
      route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
      parameters: { ...named(at), run_id: runId, ...pages }
    };
    return (await read2(ask2, { asked, schema: artifactsSchema, asking })).artifacts;
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
async function downloadArtifact(at, download2, { asking: { patience, deps }, http, workflow }) {
  for (const pause of [...patience.pauses, void 0]) {
    try {
      return await downloadOnce(at, download2, { http, workflow });
    } catch (cause2) {
      const isLast = pause === void 0 || deps.signal.aborted || !mayPass(cause2);
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
  const advice = isUnseen ? " Give the job permissions: actions: read." : "";
  return `GitHub did not give the artifact ${id}: ${messageOf(cause2)}.${advice}`;
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
async function read2(ask2, reading) {
  const answer = await readAs(ask2, reading);
  if ("refused" in answer) throw new ToolError("github", answer.refused);
  return answer.value;
}

// src/domain/text/markdown.ts
var NAMED3 = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
var NO_SPACE2 = "&#8203;";
function escapeMarkdown(text2) {
  return withEntities(text2).replaceAll("&#64;", `&#64;${NO_SPACE2}`).replace(/&#35;(?=\d)/g, `&#35;${NO_SPACE2}`).replace(/GH&#45;(?=\d)/gi, `$&${NO_SPACE2}`);
}
function withEntities(text2) {
  return plainLine(text2).toWellFormed().replace(
    /[&<>@\\`*_{}[\]()#+\-!|~$]/g,
    (character) => own(NAMED3, character) ?? `&#${character.charCodeAt(0)};`
  ).replace(
    /[:.](?<=(?:https?|ftp|mailto|xmpp):|www\.)/gi,
    (character) => `&#${character.charCodeAt(0)};`
  );
}
function code(text2) {
  return `<code>${withEntities(text2)}</code>`;
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
function breakable(text2) {
  const words4 = plainLine(text2).split(" ");
  return words4.map((word) => piecesOf(word).map(escapeMarkdown).join("<wbr>")).join(" ");
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
  return `<!-- plimsoll-comment${key === void 0 ? "" : ` ${fileNameOf(key).replaceAll(/-+/g, "-")}`} -->`;
}

// src/domain/comment/ours.ts
var HIDDEN_LINES = 2;
function oursBy(body, key) {
  const lines2 = body.trimEnd().split(/\r?\n/);
  const [title2 = "", second] = lines2;
  const [before2, , last2] = lines2.slice(-1 - HIDDEN_LINES);
  const isOurs = isTitle(title2, key) && second === "" && before2 === "" && last2 === commentMarker(key) && body.split("<!--").length === 1 + HIDDEN_LINES;
  return isOurs ? parseMadeBy(body) : void 0;
}
function isTitle(line4, key) {
  const words4 = line4.startsWith("## ") ? line4.slice("## ".length) : line4;
  return titles(key).some((start) => words4.startsWith(`${escapeMarkdown(start)} `));
}

// src/publishers/comment/find.ts
var AT_ONCE = 100;
var MOST_RUNS = 20;
function runsOf(at, asking) {
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
async function findOurs({ at, key, madeBy }, { asking, graphqlUrl, runs }) {
  const all = await listComments(at, asking);
  if ("refused" in all) return all;
  const alike = all.value.flatMap((comment2) => {
    const told = oursBy(comment2.body, key);
    return told === void 0 ? [] : [{ ...comment2, madeBy: told }];
  });
  const standing3 = await bySameHand(alike, graphqlUrl, asking);
  if ("refused" in standing3) return standing3;
  if (standing3.value.length === 0) return { value: [] };
  const own2 = madeBy === void 0 ? void 0 : await runs(madeBy.run);
  if (own2 === void 0) return { value: standing3.value.map((one) => ({ ...one, isKnownRun: false })) };
  const ours = [];
  for (const one of standing3.value.slice(0, MOST_RUNS)) {
    const run = await runs(one.madeBy.run);
    if (run !== void 0 && hasMade(one.madeBy, run, at) && isOfPull(run, own2, at.number))
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
    const { login, shown: shown2 } = standing3.value;
    same.push(
      ...some.filter(
        (one) => one.login === login && one.isBot === login.endsWith("[bot]") && shown2.has(one.node)
      )
    );
  }
  return { value: same };
}
function hasMade({ attempt, told }, run, at) {
  const own2 = repositoryKey({ id: run.repository?.id, full_name: `${at.owner}/${at.repo}` });
  const isFork = repositoryKey(run.head_repository ?? {}) !== own2;
  return attempt <= (run.run_attempt ?? 1) && !(isFork && told?.by === "gate");
}
function isOfPull(run, own2, number2) {
  if (run.event !== own2.event) return false;
  const named2 = run.pull_requests ?? [];
  if (named2.length > 0) return named2.some((pull) => pull.number === number2);
  const [one, other] = [run, own2].map(
    ({ head_repository: repository2, head_branch: branch }) => repository2 === void 0 || repository2 === null || (branch ?? "") === "" ? "" : `${repositoryKey(repository2)} ${branch ?? ""}`
  );
  return one !== "" && one === other;
}

// src/publishers/comment/put.ts
var HELD = "The comment on the pull request is left as it is: the gate’s own run of the same commit has made it.";
async function putComment(wanted, putting) {
  const { patience, deps } = putting.asking;
  const having = { ...putting, runs: runsOf(wanted.at, putting.asking) };
  for (const pause of [...patience.pauses, void 0]) {
    const ours = await findOurs(wanted, having);
    if ("refused" in ours) return ours.refused;
    if (ours.value.length > 0) return settle2(ours.value, wanted, having);
    if (wanted.isQuiet) return void 0;
    const made2 = await createComment(wanted.at, wanted.body, putting.asking);
    if ("value" in made2) return settleAll(wanted, having);
    if (!isDoubtful(made2) || pause === void 0 || deps.signal.aborted) return made2.refused;
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
  const clash = isClash(first.madeBy, wanted) ? clashWords(first.madeBy) : void 0;
  const done = await updateComment(wanted.at, { id: first.id, body: wanted.body }, asking);
  if ("value" in done) return clash;
  if (done.status !== 404 || wanted.isQuiet) return done.refused;
  const made2 = await createComment(wanted.at, wanted.body, asking);
  return "refused" in made2 ? made2.refused : void 0;
}
async function settleAll(wanted, having) {
  const ours = await findOurs(wanted, having);
  return "refused" in ours ? void 0 : settle2(ours.value, wanted, having);
}
async function hideAll(doubles, { asking, graphqlUrl, log }) {
  for (const { node } of doubles) {
    const hidden = await hideComment(node, graphqlUrl, asking);
    if (!("refused" in hidden)) continue;
    log.foreign(`A second comment of ours stays on the pull request. ${hidden.refused}`);
    return;
  }
}
function isSame(one, other) {
  const plain = (text2) => text2.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}
function isClash(before2, { madeBy }) {
  if (madeBy === void 0 || madeBy.job === "relay") return false;
  return before2.run === madeBy.run && before2.attempt === madeBy.attempt;
}
function isOvertaken({ madeBy: before2, isKnownRun }, { madeBy }) {
  return isKnownRun && madeBy !== void 0 && isNewer(before2, madeBy);
}

// src/domain/text/fit.ts
function part2(name, text2, priority) {
  return text2 === "" ? void 0 : { name, text: text2, priority };
}
var encoder = new TextEncoder();
function fit(parts, limit, note) {
  const kept = [...parts];
  const out = [];
  for (; ; ) {
    const text2 = [...kept.map((part3) => part3.text), ...out.length === 0 ? [] : [note(out)]].join(
      "\n\n"
    );
    if (encoder.encode(text2).length <= limit) return text2;
    const least2 = kept.reduce(
      (low, part3) => low === void 0 || part3.priority < low.priority ? part3 : low,
      void 0
    );
    if (least2 === void 0 || least2.priority === Number.POSITIVE_INFINITY) return cut2(text2, limit);
    kept.splice(kept.indexOf(least2), 1);
    out.push(least2.name);
  }
}
function cut2(text2, limit) {
  return withoutTrailing(
    new TextDecoder().decode(encoder.encode(text2).subarray(0, limit)),
    "�"
  );
}

// src/publishers/markdown/loosenings.ts
function renderLoosenings(report) {
  const lines2 = looseningLines(report);
  return lines2.length === 0 ? "" : `**${looseningsTitle(report)}**

${bullets(lines2)}`;
}
function renderUncompared(report) {
  return uncomparedLines(report).map(escapeMarkdown).join("\n\n");
}

// src/domain/report/vulnerable.ts
var dataSchema2 = external_exports.object({
  id: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  package: external_exports.string(),
  installed: external_exports.array(external_exports.object({ version: external_exports.string() })),
  fixed: external_exports.string().optional(),
  upgrade: external_exports.string().optional(),
  base: external_exports.boolean().optional()
});
function vulnerablePackages(report) {
  const sightings = report.violations.flatMap((violation3) => {
    if (violation3.rule !== "vulnerabilities" || violation3.waived !== void 0) return [];
    const parsed = dataSchema2.safeParse(violation3.data);
    return parsed.success ? [{ violation: violation3, data: parsed.data }] : [];
  });
  const groups = Map.groupBy(sightings, keyOf);
  return [...groups.values()].flatMap(toPackage).sort(compare);
}
function keyOf({ violation: violation3, data: data16 }) {
  return JSON.stringify([
    violation3.image,
    violation3.level,
    data16.package,
    installedOf(data16),
    violation3.place
  ]);
}
function installedOf(data16) {
  return [...new Set(data16.installed.map((one) => one.version))].join(", ");
}
function toPackage(group) {
  const [first] = group;
  if (first === void 0) return [];
  const { violation: violation3, data: data16 } = first;
  const fixes = group.flatMap(({ data: { fixed: fixed2, upgrade } }) => upgrade ?? fixed2 ?? []);
  const fixed = [...new Set(fixes)].join("; ");
  const { place: place2 } = violation3;
  const advisories = group.map((one) => ({
    ...{ id: one.data.id, severity: one.data.severity },
    isNew: one.violation.isNew === true
  })).sort((a, b) => Number(b.isNew) - Number(a.isNew) || bySeverity(a, b));
  return [
    {
      image: violation3.image ?? "",
      level: violation3.level,
      package: data16.package,
      installed: installedOf(data16),
      ...fixes.length < group.length ? {} : { fixed },
      advisories,
      worst: advisories.toSorted(bySeverity)[0]?.severity ?? "unknown",
      isNew: advisories[0]?.isNew === true,
      base: data16.base === true,
      ...place2 === void 0 ? {} : { place: place2 }
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
function advisoriesText({ advisories }) {
  const counts = Map.groupBy(advisories.toSorted(bySeverity), ({ severity }) => severity);
  const numbers = [...counts].map(([severity, all]) => `${all.length} ${severity}`).join(", ");
  const names = advisories.slice(0, NAMED4).map(({ id, isNew }) => `${id}${isNew ? " (new)" : ""}`);
  const rest = advisories.slice(NAMED4);
  const fresh = rest.filter(({ isNew }) => isNew).length;
  const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return `${numbers}: ${names.join(", ")}${more}${fresh === 0 ? "" : ` (${fresh} new)`}`;
}
var NAMED4 = 3;

// src/publishers/markdown/place.ts
function place(at, { linkBase }) {
  const text2 = placeText(at);
  if (text2 === "") return "place unknown";
  if (linkBase === void 0 || at.file === void 0 || !isInRepository(at.file))
    return code(text2);
  const path = at.file.toWellFormed().split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29");
  const lines2 = at.startLine === void 0 ? "" : `#L${at.startLine}${at.endLine === void 0 || at.endLine === at.startLine ? "" : `-L${at.endLine}`}`;
  return `[${code(text2.slice(text2.lastIndexOf("/") + 1))}](${linkBase}/${path}${lines2})`;
}
function whose(by2, options2) {
  return by2.base === true || by2.place === void 0 ? whoseText(by2) : place(by2.place, options2);
}

// src/publishers/markdown/violations.ts
var ROWS = 10;
function renderViolations(report, options2) {
  const all = problems(report);
  const packages = vulnerablePackages(report);
  const images = [...new Set(all.map((problem) => problem.image))];
  return images.map((image) => {
    const own2 = all.filter(
      (problem) => problem.image === image && problem.rule !== "vulnerabilities"
    );
    const vulnerable = packages.filter((one) => one.image === image);
    const parts = [problemList(own2, options2), packageTable(vulnerable, options2)];
    return [`### ${escapeMarkdown(image)}`, ...parts.filter((text2) => text2 !== "")].join("\n\n");
  }).join("\n\n");
}
function problemList(all, options2) {
  const lines2 = all.slice(0, ROWS).map((problem) => {
    const marks = [
      ...problem.level === "error" ? [] : ["warning"],
      ...problem.isNew ? ["new"] : []
    ];
    const rule = `**${escapeMarkdown(problem.rule)}**${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
    return `- ${rule} ${place(problem, options2)}: ${escapeMarkdown(problem.message)} ${escapeMarkdown(problem.mend)}`;
  });
  return [...lines2, ...moreOf(all.length)].join("\n");
}
function moreOf(count5) {
  return count5 > ROWS ? [`- ${count5 - ROWS} more are in report.json.`] : [];
}
function packageTable(all, options2) {
  if (all.length === 0) return "";
  const rows = all.slice(0, ROWS).map((one) => [
    `${escapeMarkdown(one.package)} ${escapeMarkdown(one.installed)}`,
    one.fixed === void 0 ? "no fix yet" : escapeMarkdown(one.fixed),
    escapeMarkdown(advisoriesText(one)),
    one.base ? `base image, ${place(one.place ?? {}, options2)}` : place(one.place ?? {}, options2)
  ]);
  const more = moreOf(all.length).join("");
  return `${table(["vulnerable", "upgrade to", "advisories", "where"], rows)}${more === "" ? "" : `

${more}`}`;
}

// src/publishers/comment/findings.ts
var ROWS2 = 10;
function introducedIn(image) {
  const fresh = (comparedOf2(image)?.findings?.new ?? []).filter(isOfThisChange);
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
    (image) => (comparedOf2(image)?.findings?.fixed ?? []).map((one) => ({ ...one, image: image.id }))
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
var dataSchema3 = external_exports.object({
  id: external_exports.string(),
  identity: external_exports.string().optional(),
  package: external_exports.string()
});
function toldByViolations({ violations }) {
  const keys = violations.flatMap(({ rule, image = "", data: data16, waived: waived2 }) => {
    const parsed = dataSchema3.safeParse(data16);
    return rule === "vulnerabilities" && waived2 === void 0 && parsed.success ? [keyOf2({ image, ...parsed.data })] : [];
  });
  return new Set(keys);
}
function keyOf2({ image, ...one }) {
  return JSON.stringify([image, findingKey(one)]);
}

// src/publishers/markdown/changes.ts
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
  const rows = packagesFirst(packages).slice(0, ROWS3).map(({ name, change, before: before2, after }) => [
    change,
    escapeMarkdown(name),
    escapeMarkdown([before2, after].filter((version) => version !== void 0).join(" → "))
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

// src/publishers/comment/grown.ts
var GROWN = 5;
var LAYERS = 15;
var NAMED5 = 5;
function subjects({ images }) {
  return images.flatMap((image) => {
    const compared = comparedOf2(image);
    return compared === void 0 ? [] : [{ name: images.length === 1 ? "" : image.id, compared }];
  });
}
function renderGrowth(report, options2) {
  const grown = subjects(report).flatMap(
    ({ name, compared }) => changedLayers(compared, Number.POSITIVE_INFINITY).map((layer) => ({
      ...{ name, layer, bytes: layer.unpacked.after - layer.unpacked.before }
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
      (text2) => name === "" ? text2 : `${name}: ${text2}`
    )
  );
  return folding(
    ["Not by this change", sums.join(", ")].filter((text2) => text2 !== "").join(": "),
    bullets(lines2)
  );
}
function broughtByOthers({ packages = [], findings }) {
  return OTHERS.flatMap((cause2) => {
    const moved = packagesText(packages.filter((one) => one.cause === cause2));
    const fresh = worstFirst((findings?.new ?? []).filter((one) => one.cause === cause2));
    const more = fresh.length - NAMED5;
    const named2 = fresh.slice(0, NAMED5).map(findingText).join(", ");
    return [
      ...moved === void 0 ? [] : [`${cause2}, packages: ${moved}`],
      ...named2 === "" ? [] : [`${cause2} brings ${named2}${more > 0 ? ` and ${more} more` : ""}`]
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
function titled(name, text2) {
  return text2 === "" || name === "" ? text2 : `**${escapeMarkdown(name)}**

${text2}`;
}
function joined(texts) {
  return texts.filter((text2) => text2 !== "").join("\n\n");
}

// src/domain/findings/fresh.ts
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
  return texts.filter((text2) => text2 !== void 0 && text2 !== "").join("<br>");
}
function small(text2) {
  return `<sub>${text2.replaceAll(/(?<=\d) (?=[kMGT]?B\b|%|s\b)/g, "&nbsp;")}</sub>`;
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
  const compared = comparedOf2(image);
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
  const compared = comparedOf2(image);
  if (compared === void 0) return void 0;
  if (compared.findings === void 0) return small("not compared");
  const introduced = introducedIn(image);
  const excused = Map.groupBy(
    introduced.flatMap((one) => one.excused ?? []),
    (words5) => words5
  );
  const unfixed = introduced.filter(({ fixed }) => fixed === void 0).length;
  const words4 = [
    ...unfixed === 0 ? [] : [`${unfixed} without a fix`],
    ...[...excused].map(([how, all]) => `${all.length} ${how}`)
  ].join(", ");
  return small(
    `${introduced.length} introduced${words4 === "" ? "" : ` (${words4})`}, ${compared.findings.fixed.length} fixed`
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
    part2("loosenings", renderLoosenings(report), 98),
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
    ({ rule, level, waived: waived2 }) => rule !== "loosening" && level === wanted && waived2 === void 0
  );
  return { ...report, violations };
}

// src/publishers/comment/index.ts
var comment = {
  applies: ({ inputs, relay }, { workflow }) => inputs !== void 0 && inputs.comment !== "off" && workflow.door === "action" && (relay === void 0 ? workflow.env["GITHUB_EVENT_NAME"] === "pull_request" : relay.pull !== void 0),
  publish: (publication, deps) => publishComment(publication, deps, PATIENCE)
};
async function publishComment({ report, inputs, relay }, deps, patience) {
  if (inputs === void 0) return report;
  const hindrance = await hindranceOf(inputs, deps);
  const messages = hindrance === void 0 ? await tell({ report, inputs, relay, patience }, deps) : [hindrance];
  const notices = messages.map((message) => ({ from: "comment", message }));
  return notices.length === 0 ? report : withNotices(report, notices);
}
async function hindranceOf({ token }, deps) {
  if (token === void 0) return "There is no comment on the pull request: there is no token.";
  if (isForkRun(deps.workflow.env, await readEvent(deps)))
    return "There is no comment on the pull request: it comes from a fork, whose token only reads. The step summary has all of it.";
  return void 0;
}
async function tell({ report, inputs, relay, patience }, deps) {
  const { env } = deps.workflow;
  const pulls = await findPullRequests(relay, deps);
  if (pulls.length === 0)
    return ["There is no comment on the pull request: the event does not say which one it is."];
  const madeBy = await madeByOf({ report, relay }, deps);
  const about = relay === void 0 ? await ofCheckout(report, deps) : { links: relayedLinks(env, relay), note: relay.words };
  const options2 = { key: inputs.key, madeBy, ...about };
  const isTold2 = relay === void 0 ? isWorthTelling : isRelayedWorthTelling;
  const isQuiet = !isTold2(report, inputs.comment);
  const text2 = isQuiet ? renderQuietComment(report, options2) : renderComment(report, options2);
  const asking = { github: deps.github(inputs.token ?? ""), patience, deps };
  const graphqlUrl = env["GITHUB_GRAPHQL_URL"] ?? "/graphql";
  const wanted = { key: inputs.key, body: deps.secrets.sweep(text2), isQuiet, madeBy };
  const messages = /* @__PURE__ */ new Set();
  for (const at of pulls) {
    const message = await putComment({ ...wanted, at }, { asking, graphqlUrl, log: deps.log });
    if (message !== void 0) messages.add(message);
  }
  return [...messages];
}
async function madeByOf({ report, relay }, deps) {
  if (relay !== void 0) {
    const { runId: run2, pull } = relay;
    const told = toldOf("relay", pull?.commit);
    return made({ run: run2, attempt: pull?.attempt, job: "relay", told });
  }
  const {
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: attempt,
    GITHUB_JOB: job,
    GITHUB_SHA: sha3
  } = deps.workflow.env;
  const { headSha: pullHead } = parseEvent(await readEventText(deps));
  const built = commitOf(report);
  const isHead = built !== void 0 && isOfEvent(built, { sha: sha3, pullHead });
  return made({ run, attempt, job, told: toldOf("gate", isHead ? pullHead ?? built : built) });
}
async function ofCheckout(report, deps) {
  const { env } = deps.workflow;
  const commit = commitOf(report);
  const links = linksOf(env, commit);
  const { headSha: pullHead } = parseEvent(await readEventText(deps));
  if (commit === void 0 || isOfEvent(commit, { sha: env["GITHUB_SHA"], pullHead })) return { links };
  const note = `Built was commit ${commit.slice(0, 12)}, which is neither the head of this pull request nor its merge with the base.`;
  return { links, note };
}
async function findPullRequests(relay, deps) {
  const repository2 = repositoryOf(deps.workflow.env);
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
  const listed2 = files.map(({ attachment, name, data: data16 }) => ({
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
      data: reportText({ ...report, attachments: [...report.attachments, ...listed2] })
    }
  ];
}
function jsonText(document) {
  return `${jsonOf(document)}
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
  let text2 = "";
  for (const step of steps) {
    current = step(current);
    text2 = `${jsonOf(current, 2)}
`;
    if (Buffer.byteLength(text2) <= LARGEST_REPORT) break;
  }
  return text2;
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
function without(report, list2, most2 = 0) {
  const left = report.images.flatMap((image) => {
    const count5 = (image[list2]?.length ?? 0) - most2;
    return count5 <= 0 ? [] : [{ image: image.id, list: list2, count: count5 }];
  });
  const images = report.images.map((image) => ({
    ...image,
    ...image[list2] === void 0 ? {} : { [list2]: image[list2].slice(0, most2) }
  }));
  return { ...report, images, omitted: [...report.omitted, ...left] };
}

// src/publishers/folder/index.ts
var folder = {
  applies: () => true,
  publish: async (publication, deps) => {
    const { files } = deps;
    const isOurs = publication.inputs?.reportDir === void 0;
    if (isOurs && deps.workflow.door === "command")
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
    images: jsonOf(images),
    metadata: metadata === void 0 ? "" : jsonOf(withoutProvenance(metadata))
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
    for (const [name, text2] of Object.entries(outputs2.files))
      await files.write(join12(publication.folder, name), secrets2.mask(text2));
  }
};

// src/publishers/sarif/index.ts
import { dirname as dirname4, join as join13 } from "node:path";
import { Readable as Readable2 } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

// src/publishers/sarif/bytes.ts
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
var PIECE2 = 64 * 1024;
var LEVEL = 1;
var WAITING = 32 * PIECE2;
var WIDEST = 3;
function* bytesOf2(texts) {
  let piece = Buffer.allocUnsafe(PIECE2);
  let length = 0;
  for (const text2 of texts) {
    const room = text2.length * WIDEST;
    if (length + room > PIECE2) {
      yield piece.subarray(0, length);
      piece = Buffer.allocUnsafe(Math.max(PIECE2, room));
      length = 0;
    }
    length += piece.write(text2, length);
  }
  yield piece.subarray(0, length);
}
async function gzipOf(texts) {
  const source = Readable.from(bytesOf2(texts));
  const gzip = createGzip({ level: LEVEL, chunkSize: PIECE2, ...{ highWaterMark: WAITING } });
  source.on("error", (error) => gzip.destroy(error)).pipe(gzip);
  const pieces = [];
  for await (const piece of gzip) pieces.push(piece);
  return Buffer.concat(pieces);
}

// src/publishers/sarif/gone.ts
var PREFIX = "plimsoll/";
function goneNotices(before2, report, { targets, files, key }) {
  if (targets.length > 0 || files.length > 0 || key !== void 0) return [];
  const known2 = new Set(report.images.map(({ id }) => plainLines(id)));
  const gone = before2.flatMap(({ category }) => {
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
function sarifText(text2) {
  if (HARMLESS2.test(text2)) return text2.trimEnd();
  return plainLine(text2).replace(/[\\[\]]/g, "\\$&").replace(/\{/g, "{{").replace(/\}/g, "}}").replace(/(^|[^\w])@(?=\w)/g, "$1@⁠");
}
function relativeUri(path) {
  if (/^[\w./-]*$/.test(path)) return path;
  return path.split("/").map((part3) => encodeURIComponent(part3.toWellFormed())).join("/");
}
function webLink(text2) {
  const url = text2 === void 0 ? null : URL.parse(text2);
  if (url === null) return void 0;
  const { protocol, username, password, href } = url;
  if (protocol !== "https:" && protocol !== "http:") return void 0;
  return username === "" && password === "" ? href.replace(/[()<>]/g, encodeURIComponent) : void 0;
}

// src/publishers/sarif/document.ts
function* documentOf(shown2, about) {
  const { image, mask } = about;
  const rules = rulesOf(shown2);
  const dockerfiles = new Set((image.layers ?? []).flatMap(({ file }) => file ?? []));
  const [start = "", rest = ""] = textOf(frameOf(about), mask).split('"rules":[]');
  const [middle = "", end = ""] = rest.split('"results":[]');
  yield `${start}"rules":[`;
  for (const { index: index2, group } of rules.values())
    yield `${comma(index2)}${textOf(ruleOf(group), mask)}`;
  yield `]${middle}"results":[`;
  for (const [index2, candidate] of shown2.entries()) {
    const ruleIndex = rules.get(candidate.ruleId)?.index ?? -1;
    yield `${comma(index2)}${textOf(resultOf(candidate, { ruleIndex, dockerfiles }), mask)}`;
  }
  yield `]${end}`;
}
function rulesOf(shown2) {
  const rules = /* @__PURE__ */ new Map();
  for (const candidate of shown2) {
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
  const json = jsonOf(piece);
  return maskJson(ESCAPED.test(json) ? jsonOf(mapStrings(piece, plainLines)) : json, mask);
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
        ...toolUrl === void 0 ? {} : { informationUri: toolUrl },
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
    ...about.length === 0 ? {} : { name: cut(name, 200) },
    defaultConfiguration: { level: worst(group.map(({ level }) => level)) }
  };
}
function worst(levels) {
  const all = ["error", "warning", "note"];
  return all.find((level) => levels.includes(level)) ?? "note";
}
function resultOf(candidate, { ruleIndex, dockerfiles }) {
  const { ruleId, level, fingerprint, isNew, accepted, places } = candidate;
  const words4 = candidate.words();
  const [first] = places;
  const isRelated = ({ file }) => file !== first?.file && dockerfiles.has(file);
  const related = places.filter(isRelated);
  const text2 = `${words4.text}${relatedWords(related.length)}`;
  return {
    ruleId,
    ruleIndex,
    level,
    message: { text: text2 },
    locations: places.filter((place2) => !isRelated(place2)).map(locationOf),
    relatedLocations: related.length === 0 ? void 0 : related.map(relatedLocationOf),
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:1`,
      "plimsoll/v1": fingerprint
    },
    baselineState: isNew === void 0 ? void 0 : isNew ? "new" : "unchanged",
    suppressions: accepted === void 0 ? void 0 : [suppressionOf2(accepted)],
    properties: words4.properties
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
function findingCandidates(report, image) {
  const judged = judgedFindings(report, image.id);
  return (image.findings ?? []).map((finding) => {
    const { level = "note", isNew } = judged(finding) ?? {};
    const candidate = {
      ruleId: finding.id,
      fingerprint: finding.identity,
      weight: SEVERITIES.indexOf(finding.severity) + (finding.fixed === void 0 ? 0 : FIXABLE_WEIGHT),
      severity: finding.severity,
      level,
      ...isNew === void 0 ? {} : { isNew },
      places: finding.places,
      words: () => ({
        text: messageOf2(finding, image),
        properties: propertiesOf(finding)
      }),
      about: finding.package,
      rule: () => ruleOf2(finding, own(report.advisories, finding.id))
    };
    const { suppressed } = finding;
    return suppressed === void 0 ? candidate : { ...candidate, accepted: suppressed };
  });
}
function judgedFindings(report, image) {
  const all = new Map(
    report.violations.flatMap((violation3) => {
      const { rule, data: data16 } = violation3;
      if (rule !== "vulnerabilities" || violation3.image !== image) return [];
      const { success, data: told } = toldSchema.safeParse(data16);
      return success ? [[findingKey(told), violation3]] : [];
    })
  );
  return ({ id, identity, package: name }) => all.size === 0 ? void 0 : all.get(identity) ?? all.get(findingKey({ id, package: name }));
}
var toldSchema = external_exports.object({
  id: external_exports.string(),
  identity: external_exports.string().optional(),
  package: external_exports.string()
});
function messageOf2(finding, { name, platform }) {
  const whose2 = finding.base === void 0 ? "" : finding.base ? " (base image)" : " (own layer)";
  const package_ = sarifText(finding.package);
  return `${package_} has ${sarifText(finding.id)} (${finding.severity}). Installed: ${installed2(finding)}. Image ${sarifText(name)}, ${sarifText(platform)}${whose2}. ${mendOf(finding)}`;
}
function installed2({ members: members2 }) {
  const [first] = members2;
  if (first !== void 0 && members2.length === 1)
    return sarifText(`${first.package} ${first.version}`);
  const all = [...new Set(members2.map((member) => `${member.package} ${member.version}`))];
  const named2 = all.slice(0, NAMED7).map(sarifText).join(", ");
  return all.length > NAMED7 ? `${named2} and ${all.length - NAMED7} more` : named2;
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
      ...path === void 0 ? {} : { path }
    }))
  };
}
var LONGEST4 = 1e3;
var BEGINNING = 160;
function ruleOf2(finding, advisory) {
  const title2 = plainLine(advisory?.title ?? finding.id);
  const text2 = advisory?.text ?? "";
  const link = webLink(advisory?.url);
  const score = heldScore(finding.severity, advisory?.score);
  return {
    id: finding.id,
    shortDescription: { text: sentence(sarifText(cut(title2, LONGEST4))) },
    fullDescription: {
      text: sentence(sarifText(cut(plainLine(text2 === "" ? title2 : text2), BEGINNING)))
    },
    helpUri: link,
    help: helpOf({ title: title2, text: text2, links: linksOf2(link, advisory), cvss: cvssText(advisory) }),
    properties: {
      tags: ["security", "vulnerability", finding.severity],
      precision: "very-high",
      "security-severity": score
    }
  };
}
function helpOf({ title: title2, text: text2, links, cvss }) {
  const paragraphs = [title2, ...text2.split(/\n\s*\n/), cvss].filter((one) => one.trim() !== "");
  return {
    // GitHub shows the Markdown; the description has the words for others.
    text: [title2, ...links.slice(0, 1)].map(sarifText).join("\n\n"),
    markdown: [
      ...paragraphs.map(escapeMarkdown),
      ...links.length === 0 ? [] : [links.map((link) => `- <${link}>`).join("\n")]
    ].join("\n\n")
  };
}
function linksOf2(own2, advisory) {
  const first = own2 === void 0 ? [] : [own2];
  if (advisory?.references === void 0) return first;
  const others = advisory.references.flatMap((one) => webLink(one) ?? []);
  return [.../* @__PURE__ */ new Set([...first, ...others])];
}
function cvssText(advisory) {
  if (advisory?.score === void 0) return "";
  const by2 = advisory.source === void 0 ? "" : `, by ${advisory.source}`;
  return `CVSS ${advisory.score.toFixed(1)}${by2}${advisory.vector === void 0 ? "" : `: ${advisory.vector}`}.`;
}
function sentence(text2) {
  return /[.!?…]$/.test(text2) ? text2 : `${text2}.`;
}
var BANDS = {
  low: [0.1, 3.9],
  medium: [4, 6.9],
  high: [7, 8.9],
  critical: [9, 10]
};
function heldScore(severity, score) {
  if (severity === "unknown") return void 0;
  const [least2, most2] = BANDS[severity];
  return Math.min(most2, Math.max(least2, score ?? least2)).toFixed(1);
}

// src/domain/policy/violation-identity.ts
import { createHash as createHash7 } from "node:crypto";
var subjectSchema = external_exports.object({
  check: external_exports.string().optional(),
  message: external_exports.string().optional(),
  url: external_exports.string().optional(),
  mistake: external_exports.string().optional(),
  what: external_exports.string().optional(),
  base: external_exports.boolean().optional(),
  file: external_exports.string().optional(),
  where: external_exports.string().optional(),
  rule: external_exports.string().optional(),
  title: external_exports.string().optional(),
  severity: external_exports.enum(SEVERITIES).optional().catch(void 0),
  path: external_exports.string().optional(),
  variable: external_exports.string().optional(),
  nth: external_exports.number().optional()
});
function subjectOf(data16) {
  return subjectSchema.safeParse(data16).data ?? {};
}
function ruleNameOf(rule, subject2) {
  const part3 = rule === "secrets" ? subject2.rule : rule === "build-checks" ? subject2.check : void 0;
  return part3 === void 0 ? rule : `${rule}/${part3}`;
}
function violationIdentity(image, rule, data16) {
  const subject2 = subjectOf(data16);
  const { message, mistake, what, base, file, where, path, variable, nth } = subject2;
  const name = ruleNameOf(rule, subject2);
  const parts = ["plimsoll", image, name, message, mistake, what, base, file, where];
  const told = [...parts, path, variable, ...nth === void 0 ? [] : [nth]];
  const text2 = JSON.stringify(told.map((part3) => part3 ?? ""));
  return createHash7("sha256").update(text2).digest("hex").slice(0, 32);
}

// src/publishers/sarif/ours.ts
var WEIGHT = { error: 12, warning: 11 };
function ownCandidates(report, image, fingerprints = ownFingerprints(report)) {
  return report.violations.flatMap((violation3, index2) => {
    const rule = ruleOfOurs(violation3);
    const fingerprint = fingerprints[index2];
    return rule === void 0 || fingerprint === void 0 || violation3.image !== image.id ? [] : candidateOf(violation3, { rule, image, fingerprint });
  });
}
function ownFingerprints({ violations }) {
  return violations.map((violation3) => {
    const rule = ruleOfOurs(violation3);
    if (rule === void 0 || violation3.image === void 0) return void 0;
    return violationIdentity(violation3.image, rule, violation3.data);
  });
}
function ruleOfOurs({ rule }) {
  const found = RULE_IDS.find((id) => id === rule);
  return found === "vulnerabilities" ? void 0 : found;
}
function candidateOf(violation3, { rule, image, fingerprint }) {
  const words4 = RULES[rule].words(violation3.data);
  if (words4 === void 0) return [];
  const subject2 = subjectOf(violation3.data);
  const ruleId = ruleNameOf(rule, subject2);
  const { place: place2, waived: waived2, level, isNew } = violation3;
  const mend4 = words4.mend === "" ? "" : ` ${sarifText(words4.mend)}`;
  return [
    {
      ruleId,
      fingerprint,
      weight: WEIGHT[level],
      level,
      ...isNew === void 0 ? {} : { isNew },
      ...waived2 === void 0 ? {} : { accepted: { by: "waiver", ...waived2 } },
      words: () => ({
        text: `${sarifText(words4.message)} Image ${sarifText(image.name)}, ${sarifText(image.platform)}.${mend4}`
      }),
      places: place2 === void 0 ? [] : [place2],
      about: "",
      rule: () => ruleOf3({ ruleId, rule, level, subject: subject2 })
    }
  ];
}
function ruleOf3({ ruleId, rule, level, subject: subject2 }) {
  const { summary: summary2, help } = RULES[rule];
  const link = webLink(subject2.url);
  const secret = rule === "secrets";
  const score = secret ? heldScore(subject2.severity ?? "unknown", void 0) : void 0;
  const title2 = secret && subject2.title !== void 0 ? `${subject2.title} in the image` : summary2;
  return {
    id: ruleId,
    name: cut(plainLine(`Plimsoll: ${ruleId}`), 200),
    shortDescription: { text: `${capital(sarifText(plainLine(title2)))}.` },
    fullDescription: { text: `${capital(sarifText(summary2))}.` },
    ...link === void 0 ? {} : { helpUri: link },
    help: { text: help, markdown: help },
    defaultConfiguration: { level },
    properties: {
      tags: secret ? ["security", "secret"] : ["container", rule],
      ...score === void 0 ? {} : { "security-severity": score }
    }
  };
}
function capital(text2) {
  return `${text2.charAt(0).toUpperCase()}${text2.slice(1)}`;
}

// src/publishers/sarif/render.ts
var LARGEST_RUN = 25e3;
var KEPT_OF_A_RUN = 5e3;
var MOST_PLACES = 100;
function renderSarif(report, image, options2) {
  const all = unique([
    ...ownCandidates(report, image, options2.fingerprints),
    ...findingCandidates(report, image)
  ]);
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
  const shown2 = [...kept, ...accepted.toSorted(byWeight).slice(0, room)];
  return {
    json: () => documentOf(shown2, { report, image, toolUrl: options2.toolUrl, mask: options2.mask }),
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
function isSevere2(severity, least2) {
  return severity === void 0 || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least2);
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
      ...named(at),
      ...{ ref, commit_sha: commit, sarif: sarif2 },
      ...{ checkout_uri: checkoutUri, started_at: startedAt, tool_name: "Plimsoll" }
    }
  };
  const answer = taken(await askPatiently(ask2, asking), UPLOAD);
  if ("refused" in answer) return answer;
  const parsed = uploadedSchema.safeParse(answer.value.data);
  return parsed.success ? { value: parsed.data.id } : { refused: "GitHub took the upload and gave no id for it, so nobody knows what became of it." };
}
var statusSchema = external_exports.object({
  processing_status: external_exports.enum(["pending", "complete", "failed"]),
  errors: external_exports.array(external_exports.string()).nullish()
});
async function readProcessing(at, id, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}",
    parameters: { ...named(at), sarif_id: id }
  };
  const answer = await askPatiently(ask2, asking);
  if (isKnown(answer) && answer.value.status === 404) return known({ status: "pending", errors: [] });
  const read3 = taken(answer, READING2);
  if ("refused" in read3) return unable(read3.refused);
  const parsed = statusSchema.safeParse(read3.value.data);
  if (!parsed.success) return unable("GitHub’s answer about the upload is not one that is known.");
  return known({ status: parsed.data.processing_status, errors: parsed.data.errors ?? [] });
}
var analysesSchema = external_exports.array(external_exports.object({ category: external_exports.string(), created_at: external_exports.string() }));
async function listAnalyses(at, ref, asking) {
  const ask2 = {
    route: "GET /repos/{owner}/{repo}/code-scanning/analyses",
    parameters: { ...named(at), ref, tool_name: "Plimsoll", per_page: 100 }
  };
  const answer = await askPatiently(ask2, asking);
  if (isKnown(answer) && answer.value.status === 404 && /no analysis/i.test(textOf2(answer.value)))
    return { value: [] };
  const read3 = taken(answer, READING2);
  if ("refused" in read3) return read3;
  const parsed = analysesSchema.safeParse(read3.value.data);
  return { value: parsed.success ? parsed.data : [] };
}
function textOf2({ data: data16 }) {
  return JSON.stringify(data16);
}

// src/publishers/sarif/upload.ts
var LARGEST_UPLOAD = 1e7;
var OF_ONE = [413, 422];
var UPLOAD_TIMES = { patience: PATIENCE, pollSeconds: 1, deadlineSeconds: 120 };
var WORSE = ["processed", "pending", "refused"];
async function uploadToEach(documents, { targets, ...call }, deps) {
  const states = /* @__PURE__ */ new Map();
  const notices = /* @__PURE__ */ new Set();
  const before2 = [];
  for (const target of targets) {
    const uploaded = await uploadAll(documents, { ...call, target }, deps);
    for (const [image, state] of uploaded.states) {
      const known2 = states.get(image) ?? state;
      states.set(image, WORSE.indexOf(state) > WORSE.indexOf(known2) ? state : known2);
    }
    for (const notice of uploaded.notices) notices.add(notice);
    before2.push(...uploaded.before);
  }
  return { states, notices: [...notices], before: before2 };
}
async function uploadAll(documents, call, deps) {
  const asking = { github: deps.github(call.token), patience: call.times.patience, deps };
  const before2 = await listAnalyses(call.target, call.target.ref, asking);
  if ("refused" in before2 && !call.triesAnyway)
    return { ...allRefused(documents, before2.refused), before: [] };
  const sent = await sendAll(documents, call, asking);
  const ends = await awaitAll(sent.ids, call, asking);
  return {
    states: new Map([...sent.states, ...ends.states]),
    notices: [...sent.notices, ...ends.notices],
    before: "value" in before2 ? before2.value : []
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
  for (let most2 = Math.max(1, results); ; most2 = Math.floor(most2 / 2)) {
    const bytes7 = await gzipOf(json(most2));
    if (bytes7.length <= LARGEST_UPLOAD || most2 === 0) return bytes7;
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
      const read3 = await readProcessing(call.target, id, asking);
      if (isKnown(read3) && read3.value.status === "pending") continue;
      open.delete(image);
      if (isKnown(read3) && read3.value.status === "complete") states.set(image, "processed");
      else notices.push(`${image}: ${isKnown(read3) ? failed(read3.value.errors) : read3.unable}`);
      if (isKnown(read3) && read3.value.status === "failed") states.set(image, "refused");
    }
  }
  if (open.size > 0)
    notices.push(
      `${[...open.keys()].join(", ")}: GitHub took the upload and had not processed it within ${deadlineSeconds} seconds; it mostly does so later.`
    );
  return { states, notices };
}
function failed(errors) {
  const words4 = errors.map(plainLine).join(" ");
  return `GitHub could not process the upload to code scanning: ${words4 === "" ? "it gives no reason." : words4}`;
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
    ...relay === void 0 ? goneNotices(uploaded.before, report, inputs) : []
  ];
  return withAll(report, { documents, uploaded, notices });
}
function isTold(report, image) {
  const isUnable = report.outcomes.some(
    ({ rule, outcome, image: about }) => about === image.id && outcome === "unable" && ["vulnerabilities", "secrets"].includes(rule)
  );
  return image.state === "built" && image.findings !== void 0 && !isUnable;
}
async function writeDocument(image, { report, fingerprints, position, inputs, deps, folder: folder2 }) {
  const toolUrl = toolUrlOf(deps.workflow.env);
  const options2 = {
    ...{ least: inputs.sarifSeverity, most: KEPT_OF_A_RUN, withAccepted: false },
    ...{ mask: deps.secrets.sweep, fingerprints },
    ...toolUrl === void 0 ? {} : { toolUrl }
  };
  const name = `${fileNameOf(image.id)}.sarif`;
  const full = renderSarif(report, image, { ...options2, most: LARGEST_RUN, withAccepted: true });
  const bytes7 = await writePieces(join13(folder2, name), full.json(), deps);
  const { json, counts } = renderSarif(report, image, options2);
  await writePieces(join13(folder2, uploadFolder(position), name), json(), deps);
  return {
    ...{ image, counts, name, bytes: bytes7 },
    json: (most2) => renderSarif(report, image, { ...options2, most: Math.min(most2, KEPT_OF_A_RUN) }).json()
  };
}
async function writePieces(path, texts, { files }) {
  let bytes7 = 0;
  const counted2 = function* () {
    for (const piece of bytesOf2(texts)) {
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
  const { env, door } = deps.workflow;
  if (documents.length === 0 || inputs.sarif !== "upload" || door !== "action") return NOTHING;
  const pull = publication.relay?.pull;
  const { headSha: pullHead } = parseEvent(await readEventText(deps));
  const about = { commit: commitOf(publication.report), pullHead, asked: inputs.analysis };
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
  const said2 = notices.map((message) => ({ from: "sarif", message }));
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

// src/domain/report/contradictions.ts
function contradictions(report) {
  return report.images.flatMap(
    (image) => (image.overrides ?? []).flatMap((override) => {
      const words4 = contradiction(image, override);
      return words4 === void 0 ? [] : [`${image.id}: ${words4}. The image is judged as it is, without compose.`];
    })
  );
}
function contradiction({ user: user2, healthcheck: healthcheck2 }, override) {
  if (override.key === "user") {
    if (user2 === void 0 || user2.declared === override.value) return void 0;
    const own2 = user2.declared === "" ? "names none" : `says ${user2.declared}`;
    return `compose starts it as user ${override.value}, and the image ${own2}`;
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
    const named2 = without2.filter(([count5]) => count5 > 0);
    if (upload2 === "not-asked" && named2.length === 0) return [];
    const rest = named2.map(([count5, why]) => `${count5} ${why}`).join(", ");
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
  const compared = comparedOf2(image);
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
    ...othersText(compared).map((text2) => `- ${escapeMarkdown(text2)}`),
    ...packages === void 0 ? [] : [`- packages: ${packages}`],
    `- ${findingsText(compared)}`
  ].join("\n");
}
function pathsTable({ paths = [] }) {
  if (paths.length === 0) return "";
  const isMixed = new Set(paths.map(({ cause: cause2 }) => cause2)).size > 1;
  const rows = paths.slice(0, ROWS5).map(({ name, kind, before: before2, after, change, cause: cause2 }) => [
    formatDifference(after - before2),
    `${change}${kind === "package" ? ", package" : ""}`,
    code(pathText({ name, kind })),
    ...isMixed ? [cause2] : []
  ]);
  const head = ["difference", "what", "file or package", ...isMixed ? ["cause"] : []];
  return table(head, rows);
}

// src/publishers/summary/inside.ts
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
  const named2 = context.named.map(
    ({ name, path, bytes: bytes7, files }) => `- the named context ${code(name)} (${code(path)}): ${formatBytes(bytes7)} in ${files} files`
  );
  const moved = build?.transferredBytes ?? 0;
  const parts = [
    `BuildKit moved ${formatBytes(moved)} of it for this build.`,
    rest,
    named2.join("\n"),
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
    part2("loosenings", renderLoosenings(report), 95),
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
    part2("notices", folding("Notices", bullets(noticesOf3(report))), 50),
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
  const lines2 = images.flatMap((image) => image.notLookedAt.map((text2) => `${image.id}: ${text2}`));
  return folding("What nobody looked at", bullets(lines2));
}
function judgedLines(report) {
  return [...stanceLines(report), ...excusedLines(report)];
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
function noticesOf3(report) {
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
  applies: (_, deps) => deps.workflow.door === "action",
  publish: ({ report, relay }, deps) => {
    const { env } = deps.workflow;
    const { blob } = relay === void 0 ? linksOf(env, commitOf(report)) : relayedLinks(env, relay);
    const link = blob === void 0 ? {} : { linkBase: blob };
    const note = relay === void 0 ? {} : { note: relay.words };
    return deps.workflow.writeSummary(
      deps.secrets.sweep(renderSummary(report, { limit: LIMIT, ...link, ...note }))
    );
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
  const compared = comparedOf2(image);
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
      ({ name, kind, before: before2, after, change }) => `${formatDifference(after - before2).padStart(10)}  ${change}  ${pathText({ name, kind })}`
    ),
    ...othersText(compared),
    ...packages === void 0 ? [] : [`packages: ${packages}`],
    findingsText(compared),
    ...missesText(image).slice(0, ROWS7).map((text2) => `not from the cache: ${text2}`)
  ];
}

// src/publishers/terminal/render.ts
var ROWS8 = 10;
var LAYERS2 = 5;
var COLOURS = { pass: "green", fail: "red", unable: "yellow" };
function renderTerminal(report, options2) {
  const paint = (style, text2) => options2.colours ? styleText(style, text2, { validateStream: false }) : text2;
  const blocks = [
    paint("bold", paint(COLOURS[report.verdict], plainLine(headline(report)))),
    uncomparedLines(report).map(plainLine).join("\n"),
    list(looseningsTitle(report), looseningLines(report)),
    report.runs.some((run) => run.request["enforce"] === "false") ? "Rules are reported and not enforced (--enforce=false)." : "",
    report.images.length === 0 ? "" : grid([IMAGE_COLUMNS, ...report.images.map(imageRow)]),
    buildText(report),
    ...changeBlocks(report),
    ...problemBlocks(report),
    list("Could not be judged", unables(report)),
    list("Compose overrides", contradictions(report)),
    list("How it was judged", [...stanceLines(report), ...excusedLines(report)]),
    list("Waived", waived(report)),
    list(
      "Last output of the failing step",
      report.runs.flatMap((run) => run.failure?.output ?? [])
    ),
    list("Notices", noticesOf4(report)),
    list(
      "What nobody looked at",
      report.images.flatMap(({ id, notLookedAt: notLookedAt2 }) => notLookedAt2.map((text2) => `${id}: ${text2}`))
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
function noticesOf4({ runs }) {
  return runs.flatMap(({ notices }) => notices.map(({ from, message }) => `${from}: ${message}`));
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
  const all = problems(report);
  const packages = vulnerablePackages(report);
  return [...new Set(all.map((problem) => problem.image))].map((image) => {
    const own2 = all.filter(
      (problem) => problem.image === image && problem.rule !== "vulnerabilities"
    );
    const vulnerable = packages.filter((one) => one.image === image);
    return list(image, [
      ...own2.slice(0, ROWS8).flatMap(problemLines),
      ...vulnerable.slice(0, ROWS8).flatMap(packageLines),
      ...moreOf2(
        own2.length + vulnerable.length - Math.min(own2.length, ROWS8) - Math.min(vulnerable.length, ROWS8)
      )
    ]);
  });
}
function moreOf2(count5) {
  return count5 > 0 ? [`${count5} more are in report.json.`] : [];
}
function packageLines(one) {
  const where = placeText(one.place ?? {});
  const mend4 = one.fixed === void 0 ? "no fix yet" : `upgrade to ${one.fixed}`;
  return [
    `${one.level === "error" ? "error  " : "warning"} vulnerabilities  ${where}: ${one.package} ${one.installed}, ${mend4}${one.base ? " (base image)" : ""}`,
    `        ${advisoriesText(one)}`
  ];
}
function problemLines(problem) {
  const where = placeText(problem);
  return [
    `${problem.level === "error" ? "error  " : "warning"} ${problem.rule}${problem.isNew ? " (new)" : ""}${where === "" ? "" : `  ${where}`}: ${problem.message}`,
    `        ${problem.mend}`
  ];
}
function wasteLine(waste2) {
  return `${formatBytes(waste2.bytes).padStart(9)}  ${waste2.kind}, /${waste2.path}: by ${whoseText(waste2.made)}, gone by ${whoseText(waste2.killed)}`;
}
function layerLine(layer) {
  const place2 = placeText({
    ...layer.file === void 0 ? {} : { file: layer.file },
    ...layer.startLine === void 0 ? {} : { startLine: layer.startLine }
  });
  const whose2 = layer.base === void 0 ? "place unknown" : layer.base ? `base, ${place2}` : place2;
  return `${formatBytes(layer.unpackedBytes).padStart(9)}  ${whose2}  ${(layer.instruction ?? "").slice(0, 70)}`;
}

// src/publishers/terminal/index.ts
var terminal = {
  applies: (_, deps) => deps.workflow.door === "command",
  publish: ({ report, folder: place2, isUnwritten, layouts, inputs }, deps) => {
    const { columns, env } = deps.workflow;
    const colours = columns !== void 0 && (env["NO_COLOR"] ?? "") === "";
    const kept = inputs?.keep === true ? layouts : [];
    const paths = kept.map(({ image, path }) => ({ image: image.id, path }));
    const folder2 = isUnwritten === true ? void 0 : place2;
    const text2 = renderTerminal(report, { colours, folder: folder2, kept: paths });
    return deps.workflow.writeSummary(deps.secrets.sweep(text2));
  }
};

// src/publishers/index.ts
var PUBLISHER_IDS = [
  "sarif",
  "comment",
  "summary",
  "annotations",
  "outputs",
  "folder",
  "terminal",
  "artifact",
  "stdout"
];
var PUBLISHERS = {
  sarif,
  comment,
  summary,
  terminal,
  annotations,
  outputs,
  folder,
  artifact,
  stdout
};

// src/stages/publish.ts
async function publish(call) {
  const { report, images, built, record, inputs, relay, deps } = call;
  const { folder: folder2, refused } = await openReportFolder(inputs, { bytes: bytesOf3(call), deps });
  if (refused !== void 0) deps.log.foreign(refused);
  const said2 = refused === void 0 ? report : withNotices(report, [{ from: "folder", message: refused }]);
  const unmasked = mapStrings(withoutBroken(said2, deps), withoutUrls);
  let publication = masked(
    {
      ...{ report: unmasked, fingerprints: ownFingerprints(unmasked) },
      folder: folder2,
      attachments: images.flatMap(attachmentsOf),
      layouts: built?.layouts ?? [],
      ...record === void 0 ? {} : { record },
      ...built?.metadata === void 0 ? {} : { metadata: built.metadata },
      ...inputs === void 0 ? {} : { inputs },
      ...relay === void 0 ? {} : { relay }
    },
    deps
  );
  for (const id of PUBLISHER_IDS) {
    if (deps.signal.reason instanceof Interrupted) throw deps.signal.reason;
    if (!PUBLISHERS[id].applies(publication, deps)) continue;
    try {
      const told = await deps.running.during(
        `publishing (${id})`,
        async () => PUBLISHERS[id].publish(publication, deps)
      );
      if (typeof told === "object")
        publication = masked({ ...publication, report: withoutBroken(told, deps) }, deps);
    } catch (error) {
      const message = `The report could not be published here: ${messageOf(error)}.`;
      deps.log.foreign(`${id}: ${message}`);
      const told = withoutBroken(withNotices(publication.report, [{ from: id, message }]), deps);
      const isUnwritten = publication.isUnwritten === true || id === "folder";
      publication = masked({ ...publication, report: told, isUnwritten }, deps);
    }
  }
  return publication.report;
}
function bytesOf3({ report, record, images }) {
  const attachments = images.flatMap(attachmentsOf);
  const texts = [jsonOf(report, 2), jsonOf(record ?? {})].map((text2) => Buffer.byteLength(text2));
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
  const names = DOCUMENTED_IDENTITIES.map((name) => own(workflow.env, name) ?? "");
  secrets2.spare([...identitiesIn(report), ...layouts.map(({ path }) => path), folder2, ...names]);
  return {
    ...publication,
    report: maskedDocument(report, mask),
    attachments: attachments.map((attachment) => maskedAttachment(attachment, mask)),
    ...record === void 0 ? {} : { record: maskedDocument(record, mask) },
    ...relay === void 0 ? {} : { relay: { ...relay, words: mask(relay.words) } },
    ...metadata === void 0 ? {} : { metadata: maskedMetadata(metadata, mask) }
  };
}
function withoutUrls(text2, key) {
  return ["url", "references", "instruction"].includes(key) ? text2 : withoutUrlSecrets(text2);
}
function attachmentsOf(image) {
  if (image.layers.length === 0) return image.scanned.attachments;
  const text2 = JSON.stringify({ image: image.image.id, layers: image.layers }, void 0, 2);
  return [...image.scanned.attachments, { image: image.image.id, kind: "layers", text: text2 }];
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
  kindOfPackage,
  orderOf,
  fixesOf,
  shown,
  listed,
  nearestFirst,
  RULE_IDS,
  LEVELS,
  SUBJECT_KEYS,
  placeOfLayer,
  linkedOnce,
  contextFacts,
  ranked,
  CAUSES,
  changeOf,
  isOfOthers,
  MOST_SILENT_SECONDS,
  wholeTiming,
  silentSeconds,
  cannotFail,
  fixesSince,
  nameText,
  Losses,
  RULES,
  forEachRule,
  violationIdentity,
  rulesFor,
  require_dist,
  INLINE,
  parseYaml,
  mistakeAt,
  whereOf2 as whereOf,
  checked,
  predicate,
  isImage,
  jobOf,
  strangeness,
  attemptOf,
  stagesOf,
  lineage,
  parseDockerfile,
  lineFields,
  lineOf,
  attachmentName,
  notScanned,
  scannedSecrets,
  placeText,
  ownRun,
  TOOL,
  makeReport,
  failureReport,
  expectSuccess,
  isWell,
  endingOf,
  repositoryOf,
  isOfEvent,
  repositoryKey,
  parseEvent,
  baselineCommits,
  MOST_ANCESTORS,
  isInJob,
  isChange,
  toolOf,
  parseSecretRules,
  secretConfig,
  isPassing2 as isPassing,
  PullFailed,
  brokenOff,
  failureOf3 as failureOf,
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
  builtImages,
  policyRecord,
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
  refusalOf,
  PATIENCE,
  named,
  askPatiently,
  readAs,
  readEventText,
  readEvent,
  parseArtifactName,
  newestAttempts,
  relayedWords,
  leftOutWords,
  readRun,
  listPulls,
  listArtifacts,
  downloadArtifact,
  startRun,
  requireRoom,
  overtime,
  publish
};
