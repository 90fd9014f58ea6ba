import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  SEVERITIES,
  STATUSES,
  VERSION,
  fileNameOf,
  isKnown,
  known,
  plainLine,
  require_mod,
  shortened,
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
    var { decodeURIComponent } = globalThis;
    function decodePurlComponent(comp, encodedURIComponent) {
      try {
        return decodeURIComponent(encodedURIComponent);
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
        const trimmed = strValue.trim();
        if (trimmed.length === 0) {
          continue;
        }
        if (qualifiers === void 0) {
          qualifiers = { __proto__: null };
        }
        qualifiers[key.toLowerCase()] = trimmed;
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

// node_modules/@balena/dockerignore/ignore.js
var require_ignore = __commonJS({
  "node_modules/@balena/dockerignore/ignore.js"(exports, module) {
    "use strict";
    var path = __require("path");
    var factory = (options2) => new IgnoreBase(options2);
    factory.default = factory;
    module.exports = factory;
    function make_array(subject) {
      return Array.isArray(subject) ? subject : [subject];
    }
    var REGEX_TRAILING_SLASH = /(?<=.)\/$/;
    var REGEX_TRAILING_BACKSLASH = /(?<=.)\\$/;
    var REGEX_TRAILING_PATH_SEP = path.sep === "\\" ? REGEX_TRAILING_BACKSLASH : REGEX_TRAILING_SLASH;
    var KEY_IGNORE = typeof Symbol !== "undefined" ? /* @__PURE__ */ Symbol.for("dockerignore") : "dockerignore";
    function cleanPath(file) {
      return path.normalize(file).replace(REGEX_TRAILING_PATH_SEP, "");
    }
    function toSlash(file) {
      if (path.sep === "/") {
        return file;
      }
      return file.replace(/\\/g, "/");
    }
    function fromSlash(file) {
      if (path.sep === "/") {
        return file;
      }
      return file.replace(/\//g, path.sep);
    }
    var IgnoreBase = class {
      constructor({
        // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L372
        ignorecase = true
      } = {}) {
        this._rules = [];
        this._ignorecase = ignorecase;
        this[KEY_IGNORE] = true;
        this._initCache();
      }
      _initCache() {
        this._cache = {};
      }
      // @param {Array.<string>|string|Ignore} pattern
      add(pattern) {
        this._added = false;
        if (typeof pattern === "string") {
          pattern = pattern.split(/\r?\n/g);
        }
        make_array(pattern).forEach(this._addPattern, this);
        if (this._added) {
          this._initCache();
        }
        return this;
      }
      // legacy
      addPattern(pattern) {
        return this.add(pattern);
      }
      _addPattern(pattern) {
        if (pattern && pattern[KEY_IGNORE]) {
          this._rules = this._rules.concat(pattern._rules);
          this._added = true;
          return;
        }
        if (this._checkPattern(pattern)) {
          const rule = this._createRule(pattern.trim());
          if (rule !== null) {
            this._added = true;
            this._rules.push(rule);
          }
        }
      }
      _checkPattern(pattern) {
        return pattern && typeof pattern === "string" && pattern.indexOf("#") !== 0 && pattern.trim() !== "";
      }
      filter(paths) {
        return make_array(paths).filter((path2) => this._filter(path2));
      }
      createFilter() {
        return (path2) => this._filter(path2);
      }
      ignores(path2) {
        return !this._filter(path2);
      }
      // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L41-L53
      // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L29-L55
      _createRule(pattern) {
        const origin = pattern;
        let negative = false;
        if (pattern[0] === "!") {
          negative = true;
          pattern = pattern.substring(1).trim();
        }
        if (pattern.length > 0) {
          pattern = cleanPath(pattern);
          pattern = toSlash(pattern);
          if (pattern.length > 1 && pattern[0] === "/") {
            pattern = pattern.slice(1);
          }
        }
        if (negative) {
          pattern = "!" + pattern;
        }
        pattern = pattern.trim();
        if (pattern === "") {
          return null;
        }
        pattern = cleanPath(pattern);
        if (pattern[0] === "!") {
          if (pattern.length === 1) {
            return null;
          }
          negative = true;
          pattern = pattern.substring(1);
        } else {
          negative = false;
        }
        return {
          origin,
          pattern,
          // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L54
          dirs: pattern.split(path.sep),
          negative
        };
      }
      // @returns `Boolean` true if the `path` is NOT ignored
      _filter(path2) {
        if (!path2) {
          return false;
        }
        if (path2 in this._cache) {
          return this._cache[path2];
        }
        return this._cache[path2] = this._test(path2);
      }
      // @returns {Boolean} true if a file is NOT ignored
      // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L62
      _test(file) {
        file = fromSlash(file);
        const parentPath = cleanPath(path.dirname(file));
        const parentPathDirs = parentPath.split(path.sep);
        let matched = false;
        this._rules.forEach((rule) => {
          let match2 = this._match(file, rule);
          if (!match2 && parentPath !== ".") {
            if (rule.dirs.includes("**")) {
              for (let i = rule.dirs.filter((x) => x !== "**").length; i <= parentPathDirs.length; i++) {
                match2 = match2 || this._match(parentPathDirs.slice(0, i).join(path.sep), rule);
              }
            } else if (rule.dirs.length <= parentPathDirs.length) {
              match2 = this._match(parentPathDirs.slice(0, rule.dirs.length).join(path.sep), rule);
            }
          }
          if (match2) {
            matched = !rule.negative;
          }
        });
        return !matched;
      }
      // @returns {Boolean} true if a file is matched by a rule
      _match(file, rule) {
        return this._compile(rule).regexp.test(file);
      }
      // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L139
      _compile(rule) {
        if (rule.regexp) {
          return rule;
        }
        let regStr = "^";
        let escapedSlash = path.sep === "\\" ? "\\\\" : path.sep;
        for (let i = 0; i < rule.pattern.length; i++) {
          const ch = rule.pattern[i];
          if (ch === "*") {
            if (rule.pattern[i + 1] === "*") {
              i++;
              if (rule.pattern[i + 1] === path.sep) {
                i++;
              }
              if (rule.pattern[i + 1] === void 0) {
                regStr += ".*";
              } else {
                regStr += `(.*${escapedSlash})?`;
              }
            } else {
              regStr += `[^${escapedSlash}]*`;
            }
          } else if (ch === "?") {
            regStr += `[^${escapedSlash}]`;
          } else if (ch === "." || ch === "$") {
            regStr += `\\${ch}`;
          } else if (ch === "\\") {
            if (path.sep === "\\") {
              regStr += escapedSlash;
              continue;
            }
            if (rule.pattern[i + 1] !== void 0) {
              regStr += "\\" + rule.pattern[i + 1];
              i++;
            } else {
              regStr += "\\";
            }
          } else {
            regStr += ch;
          }
        }
        regStr += "$";
        rule.regexp = new RegExp(regStr, this._ignorecase ? "i" : "");
        return rule;
      }
    };
  }
});

// src/domain/findings/identity.ts
var import_packageurl_js = __toESM(require_packageurl_js(), 1);
import { createHash } from "node:crypto";
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
    const { type, namespace, name, qualifiers, subpath } = import_packageurl_js.PackageURL.fromString(purl);
    const naming = Object.entries(qualifiers ?? {}).filter(
      ([key]) => NAMING_QUALIFIERS.includes(key)
    );
    const kept = naming.length === 0 ? void 0 : Object.fromEntries(naming);
    return new import_packageurl_js.PackageURL(type, namespace, name, void 0, kept, subpath).toString();
  } catch {
    return void 0;
  }
}
function secretKey(secret) {
  return digest([secret.where, secret.rule, secret.path ?? secret.variable ?? ""]);
}
function digest(parts) {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
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
function lineOf(places, lines) {
  const place2 = choosePlace(places, lines);
  return place2 === void 0 ? void 0 : placeOnLine(place2, lines);
}
function choosePlace(places, { main, dockerfile }) {
  const own = places.filter((place2) => place2.dockerfile === main);
  if (!isKnown(dockerfile)) return own[0] ?? places[0];
  const { instructions, usedStages } = dockerfile.value;
  const stageOf = (place2) => instructions.find((one) => one.startLine <= place2.startLine && place2.startLine <= one.endLine)?.stage ?? -1;
  const ranked2 = [...own].sort(
    (a, b) => usedStages.indexOf(stageOf(b)) - usedStages.indexOf(stageOf(a))
  );
  return ranked2[0] ?? fromLine(dockerfile.value, main);
}
function fromLine({ instructions, usedStages }, dockerfile) {
  const built = usedStages.at(-1);
  const from = instructions.find((one) => one.keyword === "FROM" && one.stage === built);
  return from === void 0 ? void 0 : { dockerfile, startLine: from.startLine, endLine: from.endLine };
}
function placeOnLine(place2, { main, dockerfile }) {
  if (place2.dockerfile !== main || !isKnown(dockerfile))
    return { startLine: place2.startLine, endLine: place2.endLine };
  const { file, instructions } = dockerfile.value;
  const text = instructions.find(
    (one) => one.startLine <= place2.startLine && place2.startLine <= one.endLine
  )?.text;
  return {
    ...file === void 0 ? {} : { file },
    startLine: place2.startLine,
    endLine: place2.endLine,
    ...text === void 0 ? {} : { instruction: text }
  };
}

// src/domain/policy/policy.ts
function rulesFor(policy, image) {
  return policy.images.get(image) ?? policy.rules;
}

// src/domain/text/units.ts
var FACTORS = /* @__PURE__ */ new Map([
  ["B", 1],
  ["kB", 1e3],
  ["MB", 1e6],
  ["GB", 1e9],
  ["TB", 1e12],
  ["KiB", 2 ** 10],
  ["MiB", 2 ** 20],
  ["GiB", 2 ** 30],
  ["TiB", 2 ** 40]
]);
var BYTE_UNITS = [...FACTORS.keys()];
function parseBytes(text) {
  const match2 = /^(\d{1,16}(?:\.\d{1,6})?)\s{0,4}([A-Za-z]*)$/.exec(text.trim());
  if (match2 === null) return void 0;
  const unit = (match2[2] ?? "").toLowerCase();
  const entry = [...FACTORS].find(([name]) => name.toLowerCase() === (unit === "" ? "b" : unit));
  if (entry === void 0) return void 0;
  const bytes3 = Math.round(Number(match2[1]) * entry[1]);
  return Number.isSafeInteger(bytes3) ? bytes3 : void 0;
}
function formatMoment(iso) {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
function formatSeconds(seconds2) {
  if (seconds2 < 60) return `${Number(seconds2.toFixed(1))} s`;
  const whole = Math.round(seconds2);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}
function formatDifference(bytes3) {
  if (bytes3 === 0) return formatBytes(0);
  return `${bytes3 < 0 ? "−" : "+"}${formatBytes(Math.abs(bytes3))}`;
}
function formatBytes(bytes3) {
  const units = ["kB", "MB", "GB", "TB"];
  if (Math.abs(bytes3) < 1e3) return `${bytes3} B`;
  let value = bytes3 / 1e3;
  let unit = 0;
  while (Math.abs(value) >= 999.95 && unit < units.length - 1) {
    value /= 1e3;
    unit += 1;
  }
  return `${value.toFixed(1)} ${units[unit] ?? "TB"}`;
}
function formatDays(days) {
  const whole = Math.floor(days);
  return `${whole} ${whole === 1 ? "day" : "days"}`;
}
function formatPercent(percent) {
  return `${percent} %`;
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

// src/domain/report/comparison.ts
function comparisonOf(compared, cap) {
  if (compared.state === "new") return { state: "new" };
  const { unpacked, download: download2, causes, layers, bases, paths, packages, findings } = compared.comparison;
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
    }
  };
}
function missesOf({ misses }) {
  return misses.map((miss) => ({
    ...{ reason: miss.reason, followers: miss.followers },
    ...lineOf2(miss)
  }));
}
function lineOf2(line2) {
  const place2 = placeOfLayer(line2);
  return {
    ...line2.instruction === void 0 ? {} : { instruction: line2.instruction },
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
  return new Map(fresh.map(({ identity, cause }) => [identity, { cause }]));
}
function buildOf(context, id) {
  const { built, evidence } = context;
  const counts = built.imageSteps.get(id);
  if (counts === void 0) return {};
  const time = evidence?.buildTime;
  const compared = comparedOf(context);
  return {
    build: {
      ...{ seconds: built.buildSeconds, exportSeconds: built.exportSeconds },
      ...counts,
      ...time !== void 0 && isKnown(time) ? { uncachedSeconds: time.value.seconds } : {},
      ...compared === void 0 ? {} : { misses: missesOf(compared) }
    }
  };
}

// src/domain/report/contents.ts
function contentsOf(contents, cap) {
  const { inUseBytes, wasteBytes, losses, tools, biggestFiles, biggestFolders } = contents;
  return {
    ...{ inUseBytes, wasteBytes },
    waste: cap(losses, "waste").map(({ kind, path, bytes: bytes3, files, madeBy, killedBy }) => ({
      ...{ kind, path, bytes: bytes3, files },
      ...{ made: byOf(madeBy), killed: byOf(killedBy) }
    })),
    tools: tools.map(({ kind, name, bytes: bytes3, files, by }) => ({
      ...{ kind, name, bytes: bytes3, files },
      ...byOf(by)
    })),
    biggest: { files: biggestFiles.map(shareOf), folders: biggestFolders.map(shareOf) },
    privileged: cap(contents.privileged, "privileged").map((file) => ({
      ...shareOf(file),
      mode: file.mode
    }))
  };
}
function sentOf(facts, cap) {
  const { bytes: bytes3, files, named, ignoreFile, unused, biggestFolders, unwanted } = facts;
  return {
    ...{ bytes: bytes3, files },
    named: named.map((one) => ({ ...one })),
    ...ignoreFile === void 0 ? {} : { ignoreFile },
    unusedIgnoreFiles: unused.map(({ file }) => file),
    biggestFolders: biggestFolders.map((folder2) => ({ ...folder2 })),
    unwanted: cap(unwanted, "unwanted").map((one) => ({ ...one }))
  };
}
function shareOf({ path, bytes: bytes3, by }) {
  return { path, bytes: bytes3, ...byOf(by) };
}
function byOf(by) {
  const place2 = placeOfLayer(by);
  return {
    ...by?.base === void 0 ? {} : { base: by.base },
    ...place2 === void 0 ? {} : { place: { ...place2 } }
  };
}

// src/domain/report/image.ts
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
  changedFindings: 500,
  members: 1e3,
  places: 100
};
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
    ...definedAt === void 0 ? {} : { definedAt: { ...definedAt } },
    ...overrides.length === 0 ? {} : { overrides: [...overrides] },
    ...isKnown(image.dockerfile) ? { stages: image.dockerfile.value.usedStages.length } : {},
    ...scan?.system === void 0 ? {} : { system: scan.system },
    ...facts === void 0 ? {} : { layers: cap(image.layers.map(layerOf), "layers") },
    ...scan === void 0 ? {} : {
      packages: cap(packagesOf(image, scan.packages), "packages"),
      findings: cap(findingsOf(image, context), "findings"),
      secrets: cap(secretsOf(image, context), "secrets")
    },
    notLookedAt: [...scan?.notLookedAt ?? [], ...unownedLine(image)],
    limits: limitsOf(context.policy, name),
    ...buildOf(context, id)
  };
  return { image: made, omitted };
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
  const { status, seconds: seconds2 } = running.value;
  return { status, seconds: seconds2 };
}
function layerOf(layer) {
  const { digest: digest3, diffId, unpackedBytes, downloadBytes, base } = layer;
  return {
    ...{ digest: digest3, diffId, unpackedBytes, downloadBytes },
    ...base === void 0 ? {} : { base },
    ...lineFields(layer)
  };
}
function baseOf(image, diffId) {
  const base = image.layers.find((layer) => layer.diffId === diffId)?.base;
  return base === void 0 ? {} : { base };
}
function packagesOf(image, packages) {
  return packages.map(({ name, version, purl, diffId }) => ({
    ...{ name, version },
    ...purl === void 0 ? {} : { purl },
    ...baseOf(image, diffId)
  }));
}
function suppressionOf(context, image, key) {
  const suppressed = context.judgement.suppressed.get(image)?.get(key);
  return suppressed === void 0 ? {} : { suppressed };
}
function findingsOf(image, context) {
  const causes = causesOf(context);
  return image.findings.map((finding) => ({
    ...finding,
    ...causes.get(finding.identity),
    places: finding.places.slice(0, MOST.places).map((place2) => ({ ...place2 })),
    members: finding.members.slice(0, MOST.members).map((member) => ({ ...member })),
    ...suppressionOf(context, image.image.id, finding.identity)
  }));
}
function secretsOf(image, context) {
  return image.secrets.map((secret) => {
    const { rule, title, severity, where, path, variable, base, place: place2 } = secret;
    return {
      rule,
      title,
      severity,
      where,
      ...path === void 0 ? {} : { path },
      ...variable === void 0 ? {} : { variable },
      ...base === void 0 ? {} : { base },
      ...place2 === void 0 ? {} : { place: { ...place2 } },
      ...suppressionOf(context, image.image.id, secretKey(secret))
    };
  });
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
  const named = unowned.slice(0, MOST_PROGRAMS).map(({ path, bytes: bytes3 }) => `/${path} (${formatBytes(bytes3)})`);
  const more = unowned.length > MOST_PROGRAMS ? `, and ${unowned.length - MOST_PROGRAMS} more` : "";
  return [`Programs that no package owns: ${named.join(", ")}${more}.`];
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
  return {
    version: 0,
    tool: TOOL,
    verdict: judgement.verdict,
    runs: [runOf(parts)],
    images: made.map((one) => one.image),
    outcomes: judgement.outcomes.map(({ excused, ...outcome }) => ({
      ...outcome,
      ...excused === void 0 ? {} : { excused: [...excused] }
    })),
    violations: judgement.violations.map(({ place: place2, ...violation3 }) => ({
      ...violation3,
      ...place2 === void 0 ? {} : { place: place2 }
    })),
    advisories: advisoriesOf(images),
    attachments: [],
    omitted: made.flatMap((one) => one.omitted)
  };
}
function runOf(parts) {
  const { built, startedAt, endedAt, tools } = parts;
  return {
    id: RUN,
    ...parts.job === void 0 ? {} : { job: parts.job },
    startedAt: startedAt.toISOString(),
    seconds: (endedAt.getTime() - startedAt.getTime()) / 1e3,
    request: requestOf(parts.inputs),
    ...built.builder === void 0 ? {} : { builder: built.builder },
    ...buildCacheOf(parts),
    tools: { plimsoll: VERSION, ...parts.plan.tools, ...tools.versions },
    ...tools.scanner === void 0 ? {} : { scanner: tools.scanner },
    ...tools.database === void 0 ? {} : { database: tools.database },
    ...parts.baseline === void 0 ? {} : { baseline: baselineOf(parts.baseline) },
    ...built.failure === void 0 ? {} : { failure: failureOf(built.failure) },
    notices: noticesOf(parts)
  };
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
function requestOf(inputs) {
  return Object.fromEntries(
    Object.entries(inputs.request).map(([name, value]) => [
      name,
      typeof value === "object" ? [...value] : value
    ])
  );
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
function failureReport({ error, inputs, startedAt, endedAt }) {
  const kind = error instanceof UserError ? "user" : error instanceof ToolError ? "tool" : "internal";
  const place2 = error instanceof UserError || error instanceof ToolError ? error.place : void 0;
  const message = kind === "internal" ? `Plimsoll itself failed: ${messageOf(error)}` : messageOf(error);
  return {
    version: 0,
    tool: TOOL,
    verdict: "unable",
    error: { kind, message, ...place2 === void 0 ? {} : { place: { ...place2 } } },
    runs: [
      {
        id: RUN,
        startedAt: startedAt.toISOString(),
        seconds: (endedAt.getTime() - startedAt.getTime()) / 1e3,
        request: inputs === void 0 ? {} : requestOf(inputs),
        tools: { plimsoll: VERSION },
        notices: []
      }
    ],
    images: [],
    outcomes: [],
    violations: [],
    advisories: {},
    attachments: [],
    omitted: []
  };
}

// src/domain/text/map-strings.ts
function mapStrings(document, change) {
  return walk(document, "", change);
}
function walk(value, key, change) {
  if (typeof value === "string") return change(value, key);
  if (Array.isArray(value)) return value.map((item) => walk(item, key, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [change(name, ""), walk(item, name, change)])
  );
}

// src/domain/policy/rule.ts
var LEVELS = ["error", "warning", "off"];
var SUBJECT_KEYS = ["id", "package", "path"];
function defineRule(definition) {
  const own = (options2) => definition.options.parse(options2);
  return {
    id: definition.id,
    per: definition.per,
    options: definition.options,
    looser: definition.looser,
    default: definition.default,
    subjects: definition.subjects,
    needs: (options2) => definition.needs(own(options2)),
    asks: (options2) => definition.asks?.(own(options2)) ?? {},
    judge: (options2, evidence) => definition.judge(own(options2), evidence),
    incomplete: (options2, evidence) => definition.incomplete?.(own(options2), evidence),
    stance: (options2, evidence) => definition.stance?.(own(options2), evidence),
    excused: (options2, evidence) => definition.excused?.(own(options2), evidence) ?? [],
    words: (data15) => {
      const parsed = definition.data.safeParse(data15);
      if (!parsed.success) return void 0;
      const saves = definition.saves?.(parsed.data);
      return {
        message: definition.words(parsed.data),
        mend: definition.mend(parsed.data),
        ...saves === void 0 ? {} : { saves }
      };
    },
    summary: definition.summary,
    help: definition.help
  };
}

// src/domain/policy/say.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);
var LONGEST = 80;
function shown(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line2 = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, " ");
  const characters = Array.from(line2);
  const short = characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : line2;
  return `\`${short}\``;
}
function listed(values) {
  const quoted = values.map(shown);
  const last2 = quoted.pop() ?? "nothing";
  return quoted.length === 0 ? last2 : `${quoted.join(", ")} or ${last2}`;
}
function nearestFirst(values, written) {
  return values.toSorted((a, b) => apart(a, written) - apart(b, written));
}
function apart(one, other) {
  return (0, import_fastest_levenshtein.distance)(one.toLowerCase(), other.toLowerCase());
}

// src/domain/policy/options.ts
var levelOption = external_exports.enum(LEVELS).describe("error: a violation fails the run; warning: it is shown; off: the rule is not judged");
var HOW = "write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes";
var sizeOption = external_exports.union([external_exports.string(), external_exports.int().nonnegative()], {
  error: ({ input }) => `is ${input === null ? "empty" : shown(input)}, which is no size: ${HOW}`
}).transform((value, context) => {
  const bytes3 = typeof value === "number" ? value : parseBytes(value);
  if (bytes3 !== void 0) return bytes3;
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
  if (match2 !== null) return Number(match2[1]) * (SECONDS[match2[2] ?? "s"] ?? 1);
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
var environmentOption = external_exports.record(external_exports.string(), external_exports.string()).superRefine((given, context) => {
  for (const name of Object.keys(given).filter((key) => !VARIABLE.test(key)))
    context.addIssue({
      code: "custom",
      path: [name],
      message: `has a name that no variable has: use letters, digits and _`
    });
});
var folderOption = external_exports.string().superRefine((path, context) => {
  const parts = path.split("/").slice(1);
  const isPlain = parts.every((part2) => part2 !== "" && part2 !== "." && part2 !== "..");
  if (path.startsWith("/") && isPlain && !/[:,\p{Cc}]/u.test(path)) return;
  context.addIssue({
    code: "custom",
    message: `is ${shown(path)}, which is no folder of an image: write it like \`/var/cache\``
  });
});
function sizeMistake(text) {
  const unit = /^\s*\d+(?:\.\d+)?\s*([^\d\s.].*)$/.exec(text)?.[1]?.trim();
  if (unit === void 0 || parseBytes(`1${unit}`) !== void 0)
    return `is ${shown(text)}, which is no size: ${HOW}`;
  return `is ${shown(text)}, whose unit ${shown(unit)} is not known: use ${listed(nearestFirst(BYTE_UNITS, unit))}`;
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
  options: external_exports.strictObject({ level: levelOption }),
  looser: {},
  default: { level: "warning" },
  subjects: [],
  data,
  needs: () => ["buildChecks"],
  judge: (_, evidence) => {
    if (!isKnown(evidence.buildChecks)) return [];
    const file = isKnown(evidence.dockerfile) ? evidence.dockerfile.value.file : void 0;
    return evidence.buildChecks.value.map(({ rule, message, detail, url, ...lines }) => {
      const place2 = placeOfLayer({ ...lines, ...file !== void 0 && { file } });
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
  ].filter((part2) => part2 !== "").join(" "),
  summary: "BuildKit’s own checks of the Dockerfile",
  help: "BuildKit looks at every Dockerfile that it builds: stage names, relative working directories, secrets in `ARG` and `ENV`, deprecated instructions. `# check=skip=RULE` in the Dockerfile’s first lines switches one off, `# check=error=true` lets the build itself fail."
});

// src/domain/context/context.ts
var import_dockerignore = __toESM(require_ignore(), 1);
var UNWANTED_KINDS = [
  ".git",
  "environment file",
  "private key",
  "node_modules",
  "virtual environment",
  "build output"
];
var OUTPUT = /^(?:\.next|\.nuxt|\.svelte-kit|\.turbo|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.gradle|\.nyc_output)$/;
var ENVIRONMENT = /^\.env(?:\.(?!example$|sample$|template$|dist$|defaults$).+)?$/;
var KEY = /^id_(?:rsa|dsa|ecdsa|ed25519)$|\.(?:key|p12|pfx|jks|keystore)$|key[^/]*\.pem$/i;
var MOST2 = 20;
function parseIgnore(text) {
  if (text === void 0) return { ignores: () => false, isFinal: true };
  const matcher = import_dockerignore.default.default({ ignorecase: false }).add(text.replace(/^\uFEFF/, ""));
  return {
    ignores: (path) => matcher.ignores(path),
    isFinal: !text.split("\n").some((line2) => line2.trim().startsWith("!"))
  };
}
function contextFacts(own, {
  named = [],
  ...found
}) {
  const files = [...own, ...named.flatMap(filesOfNamed)];
  const folders = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes3 } of files) {
    const parts = path.split("/").slice(0, -1);
    const folder2 = parts.length === 0 ? "." : parts.slice(0, 2).join("/");
    folders.set(folder2, (folders.get(folder2) ?? 0) + bytes3);
  }
  return {
    ...found,
    named: named.map(({ name, path, files: list2 }) => ({
      ...{ name, path, files: list2.length },
      bytes: sumOf(list2)
    })),
    bytes: sumOf(files),
    files: files.length,
    biggestFolders: [...folders].map(([path, bytes3]) => ({ path, bytes: bytes3 })).sort((a, b) => b.bytes - a.bytes).slice(0, MOST2),
    unwanted: unwantedIn(files)
  };
}
function sumOf(files) {
  return files.reduce((sum, { bytes: bytes3 }) => sum + bytes3, 0);
}
function filesOfNamed({ path, files }) {
  return files.map((file) => ({ ...file, path: `${path}/${file.path}` }));
}
function unwantedIn(files) {
  const environments = files.filter(({ path }) => /(^|\/)pyvenv\.cfg$/.test(path)).map(({ path }) => path.replace(/\/?pyvenv\.cfg$/, "")).filter((folder2) => folder2 !== "");
  const found = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes3 } of files) {
    const name = kindOf(path, environments);
    if (name === void 0) continue;
    const old = found.get(name.path) ?? { ...name, bytes: 0, files: 0 };
    found.set(name.path, { ...old, bytes: old.bytes + bytes3, files: old.files + 1 });
  }
  return [...found.values()].sort((a, b) => b.bytes - a.bytes);
}
function kindOf(path, environments) {
  const parts = path.split("/");
  const upTo = (index2) => parts.slice(0, index2 + 1).join("/");
  const git2 = parts.indexOf(".git");
  if (git2 >= 0) return { kind: ".git", path: upTo(git2), line: "**/.git" };
  const modules = parts.slice(0, -1).indexOf("node_modules");
  if (modules >= 0) return { kind: "node_modules", path: upTo(modules), line: "**/node_modules" };
  const environment = environments.find((folder2) => path.startsWith(`${folder2}/`));
  if (environment !== void 0)
    return { kind: "virtual environment", path: environment, line: environment };
  const output = parts.slice(0, -1).findIndex((part2) => OUTPUT.test(part2));
  if (output >= 0)
    return { kind: "build output", path: upTo(output), line: `**/${parts[output] ?? ""}` };
  const base = parts.at(-1) ?? "";
  if (ENVIRONMENT.test(base)) return { kind: "environment file", path, line: `**/${base}` };
  return KEY.test(base) ? { kind: "private key", path, line: path } : void 0;
}

// src/domain/policy/looser.ts
function most(format) {
  const size2 = (value) => typeof value === "number" ? value : Infinity;
  return {
    isLooser: (before, now) => size2(now) > size2(before),
    text: (value) => typeof value === "number" ? format(value) : "no limit"
  };
}
var least = {
  isLooser: (before, now) => Number(now) < Number(before),
  text: String
};
function ranked(...ranks) {
  const rank2 = (value) => ranks.findIndex((words4) => words4.some((one) => one === value));
  return { isLooser: (before, now) => rank2(now) > rank2(before), text: String };
}
var entries = {
  isLooser: (before, now) => listOf(now).some((entry) => !listOf(before).includes(entry)),
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
      const named = { mistake: "too-large", bytes: sent, max: options2.max };
      violations.push({ ...place2, data: { ...named, ...biggest && { biggest } } });
    }
    if (unwanted.length > 0) {
      const found = unwanted.map(({ kind, path, bytes: size2, line: line2 }) => ({
        kind,
        path,
        bytes: size2,
        line: line2
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
      const lines = [...new Set(found.found.map(({ line: line2 }) => line2))];
      const file = found.ignoreFile ?? "a new .dockerignore at the root of the context";
      return `Add to ${file}, a line each: ${lines.slice(0, NAMED * 2).join("  ")}`;
    }
    case "unused-ignore-file":
      return "Move its lines into the file that is read, and remove it.";
  }
}

// src/domain/policy/rules/build-time.ts
var data3 = external_exports.strictObject({
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
  data: data3,
  needs: () => ["buildTime"],
  judge: ({ max }, { buildTime: time }) => {
    if (!isKnown(time) || time.value.seconds <= max) return [];
    return [{ data: { seconds: time.value.seconds, maxSeconds: max, how: time.value.how } }];
  },
  words: ({ seconds: seconds2, maxSeconds, how }) => `The build takes ${formatSeconds(seconds2)} without a cache${how === "measured" ? "" : " (the last uncached times of its steps, along the longest chain)"}; at most ${formatSeconds(maxSeconds)} are allowed.`,
  mend: () => "Let steps that seldom change come first, copy lockfiles and install before copying the sources, mount caches (RUN --mount=type=cache), and build independent parts in stages of their own, which run side by side.",
  summary: "seconds of a build without cache, its import and export left out",
  help: "A build that is slow without its cache is slow whenever the cache is lost. Judged when no step came from the cache; else by the last uncached seconds of the steps on the longest chain, where the baseline’s record has them."
});

// src/domain/policy/rules/build-tools.ts
var data4 = external_exports.strictObject({
  base: external_exports.boolean(),
  bytes: external_exports.int().nonnegative(),
  tools: external_exports.array(external_exports.strictObject({ name: external_exports.string(), bytes: external_exports.int().nonnegative() }))
});
var JUDGED = ["compiler", "package manager", "cache"];
var buildTools = defineRule({
  id: "build-tools",
  per: "image",
  options: external_exports.strictObject({ level: levelOption }),
  looser: {},
  default: { level: "warning" },
  subjects: [],
  data: data4,
  needs: () => ["contents"],
  judge: (_, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const tools = evidence.contents.value.tools.filter(({ kind }) => JUDGED.includes(kind));
    return [false, true].flatMap((base) => {
      const some = tools.filter(({ by }) => (by?.base ?? false) === base);
      return some.length === 0 ? [] : [violationOf(some, base)];
    });
  },
  words: ({ base, bytes: bytes3, tools }) => `${base ? "The base image brings" : "The image holds"} what builds and not what runs: ${tools.map((tool) => `${tool.name} (${formatBytes(tool.bytes)})`).join(", ")}; ${formatBytes(bytes3)} in all.`,
  mend: ({ base }) => base ? "Take a base for running (distroless, or a slim one without them), or copy what is needed onto FROM scratch." : "Install them in an earlier stage and copy only the result: COPY --from=build.",
  saves: ({ bytes: bytes3 }) => bytes3,
  summary: "compilers, package managers and their caches that are left in the final image",
  help: "Compilers, package managers and what they fetched make an image larger, bring vulnerabilities of their own, and help whoever breaks in. Build in an earlier stage and copy the result; run on a base that has none of them."
});
function violationOf(tools, base) {
  const place2 = placeOfLayer(tools[0]?.by);
  return {
    ...place2 !== void 0 && { place: place2 },
    data: {
      base,
      bytes: tools.reduce((sum, tool) => sum + tool.bytes, 0),
      tools: tools.map(({ name, bytes: bytes3 }) => ({ name, bytes: bytes3 }))
    }
  };
}

// src/domain/policy/byte-limit.ts
var data5 = external_exports.strictObject({
  bytes: external_exports.int().nonnegative(),
  max: external_exports.int().nonnegative(),
  biggest: external_exports.strictObject({
    bytes: external_exports.int().nonnegative(),
    base: external_exports.boolean().optional(),
    instruction: external_exports.string().optional()
  }).optional()
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
    data: data5,
    // Without a limit nothing is asked, so nothing can be unable.
    needs: (options2) => options2.max === void 0 ? [] : ["sizes"],
    judge: (options2, evidence) => {
      if (options2.max === void 0 || !isKnown(evidence.sizes)) return [];
      const { bytes: bytes3, biggest } = limit.measured(evidence.sizes.value);
      if (bytes3 <= options2.max) return [];
      const place2 = placeOfLayer(biggest?.place);
      return [
        {
          ...place2 !== void 0 && { place: place2 },
          data: { bytes: bytes3, max: options2.max, ...biggest && { biggest: biggestData(biggest) } }
        }
      ];
    },
    words: ({ bytes: bytes3, max }) => `${limit.what} is ${formatBytes(bytes3)}, ${formatBytes(bytes3 - max)} over its limit of ${formatBytes(max)}.`,
    mend: (found) => mend2(found, limit.id),
    summary: limit.summary,
    help: limit.help
  });
}
function biggestData(biggest) {
  return {
    bytes: biggest.bytes,
    ...biggest.place.base !== void 0 && { base: biggest.place.base },
    ...biggest.instruction !== void 0 && { instruction: biggest.instruction }
  };
}
function mend2({ biggest }, rule) {
  if (biggest === void 0) return `Raise rules.${rule}.max.`;
  const brings = `The biggest layer brings ${formatBytes(biggest.bytes)}`;
  if (biggest.base === true)
    return `${brings} and comes with the base image: choose a smaller base, or raise rules.${rule}.max.`;
  const by = biggest.instruction === void 0 ? "" : ` (${biggest.instruction})`;
  return `${brings}${by}: leave out what the running image does not need, build in an earlier stage and copy only the result, or raise rules.${rule}.max.`;
}

// src/domain/policy/rules/download.ts
var download = byteLimitRule({
  id: "download",
  what: "The download size",
  describe: "The most that pulling the image may move, as `200MB`, `1.5GiB` or plain bytes: its compressed layers",
  measured: (sizes) => ({ bytes: sizes.downloadBytes, biggest: sizes.biggestDownload }),
  summary: "compressed bytes of all layers: what a pull moves",
  help: "A node without the image waits for its compressed layers before it can start it. Fewer and smaller files help; so does a base image that the nodes have already."
});

// src/domain/policy/rules/freshness.ts
var data6 = external_exports.discriminatedUnion("what", [
  external_exports.strictObject({
    what: external_exports.literal("database"),
    days: external_exports.number().nonnegative(),
    maxDays: external_exports.number().nonnegative()
  }),
  external_exports.strictObject({ what: external_exports.literal("system"), system: external_exports.string() })
]);
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
  data: data6,
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
  incomplete: (_options, { freshness: known2 }) => isKnown(known2) && known2.value.databaseAgeDays === void 0 ? "The vulnerability database does not say of which day it is." : void 0,
  words: (found) => found.what === "database" ? `The vulnerability database is ${formatDays(found.days)} old; at most ${formatDays(found.maxDays)} are allowed.` : `The image is made of ${found.system}, which is past its end of life: nobody mends it any more.`,
  mend: (found) => found.what === "database" ? "Let the run reach a mirror (input db-repositories), or bring the folder of db-path up to date." : "Take a base image of a release that is still maintained.",
  summary: "age of the vulnerability database; a base system past its end of life",
  help: 'A database of last week knows nothing of this week’s vulnerabilities, so "none found" says less every day. For a system past its end of life no advisories are written any more, so it looks better the older it gets. Let runs fetch the database, and move to a base image that is maintained.'
});

// src/domain/compare/facts.ts
var CAUSES = ["this change", "base image", "drift", "unknown"];
function changeOf({ before, after }, isThere) {
  if (!isThere.before) return "came";
  if (!isThere.after) return "went";
  if (after === before) return "replaced";
  return after > before ? "grew" : "shrank";
}

// src/domain/policy/stance.ts
var JUDGED2 = ["all", "new"];
var BLAMED = ["any", "own", "this-change"];
var stanceSchema = external_exports.strictObject({ judge: external_exports.enum(JUDGED2), blame: external_exports.enum(BLAMED) });
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
  const causes = new Map(findings.new.map(({ identity, cause }) => [identity, cause]));
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
function countExcused(excuses) {
  const rank2 = ({ severity }) => SEVERITIES.indexOf(severity ?? "unknown");
  return [...Map.groupBy(excuses, (one) => JSON.stringify(one)).values()].flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, count: group.length }))).sort((a, b) => rank2(b) - rank2(a));
}

// src/domain/policy/rules/growth.ts
var data7 = external_exports.strictObject({
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
  data: data7,
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
      const bytes3 = sumOf2(changes);
      return bytes3 > 0 ? [{ why, bytes: bytes3 }] : [];
    });
  },
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
function isBlamed({ base, cause }, blame) {
  switch (blame) {
    case "any":
      return true;
    case "own":
      return !base;
    case "this-change":
      return cause === "this change";
  }
}
function whyOf({ base, cause }) {
  return base ? "base image" : cause;
}
function sumOf2(changes) {
  return changes.reduce((sum, change) => sum + bytesOf(change), 0);
}
function bytesOf({ unpacked }) {
  return unpacked.after - unpacked.before;
}
function biggestOf(change) {
  const { instruction } = change;
  return { bytes: bytesOf(change), ...instruction === void 0 ? {} : { instruction } };
}
function share(bytes3, of) {
  return of === 0 ? "from nothing" : `${(bytes3 / of * 100).toFixed(1)} %`;
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
function tokensOf(script) {
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
  for (const [pattern, read] of PIECES) {
    const text = match(pattern, script, at);
    if (text !== void 0) return { ...read(text), length: text.length };
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
  const tokens = tokensOf(script);
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
function isOperator(cursor, text) {
  const token = cursor.tokens[cursor.at];
  return token?.kind === "operator" && token.text === text;
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
  const words4 = argv.map((text) => ({ kind: "word", text, quoted: true, dynamic: false }));
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
  return ALWAYS_OK.has(program) ? OK : ANY;
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
var MISTAKES = ["missing", "none", "cannot-fail", "unhealthy", "starting", "exited"];
var data8 = external_exports.strictObject({
  mistake: external_exports.enum(MISTAKES),
  test: external_exports.array(external_exports.string()).optional(),
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
  data: data8,
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
  summary: "a health check that is declared and can fail, or that says healthy of the started image",
  help: "Without a health check an orchestrator that relies on it sends traffic to a container that hangs. A test that cannot fail (`true`, `echo ok`, `curl … || true`) is worse than none: it says healthy. Let it ask the service itself, in the image’s own language where there is no curl."
});
function mistakeOf(facts) {
  const test = facts.test ?? [];
  if (test[0]?.toUpperCase() === "NONE") return { mistake: "none" };
  if (!facts.declared || test.length === 0) return { mistake: "missing" };
  return cannotFail(test) ? { mistake: "cannot-fail", test: [...test] } : void 0;
}
function failureOf2(running) {
  if (running.status === "healthy" || running.status === "not-started") return void 0;
  const { status, check, output, ...rest } = running;
  return { ...rest, mistake: status, check: [...check], output: [...output] };
}
var SAID_LINES = 3;
function words3({ mistake, test, seconds: seconds2 = 0, exitCode, outOfMemory, check, output }) {
  const says = `${said(" Its check says", check)}${said(" Its last lines", output)}`;
  switch (mistake) {
    case "missing":
      return "The image declares no health check.";
    case "none":
      return "The image switches its health check off (HEALTHCHECK NONE).";
    case "cannot-fail":
      return `The health check cannot fail: its test is ${shown((test ?? []).slice(1).join(" "))}.`;
    case "unhealthy":
      return `The image was started and not healthy within ${seconds2.toFixed(0)} s.${says}`;
    case "starting":
      return `The image was started, and its health check gave no answer within ${seconds2.toFixed(0)} s.${says}`;
    case "exited":
      return outOfMemory === true ? `The image was started and killed after ${seconds2.toFixed(1)} s, because it needed more than 1 GiB of memory.${says}` : `The image was started and ended after ${seconds2.toFixed(1)} s with exit status ${exitCode ?? "unknown"}, before it was healthy.${says}`;
  }
}
function said(title, lines = []) {
  const last2 = lines.slice(-SAID_LINES).map(plainLine);
  return last2.length === 0 ? "" : `${title}: ${last2.join(" / ").replace(/[.\s]+$/, "")}.`;
}
var READ_ONLY = /read-only file system|\bEROFS\b/i;
function mend3({ mistake, isCheckMissing, check = [], output = [] }) {
  if (isCheckMissing === true)
    return "The image does not have what its check calls: write the check in the image’s own language, or bring the program along.";
  switch (mistake) {
    case "missing":
    case "none":
      return 'Add a test that asks the running service: HEALTHCHECK --interval=30s CMD ["/app/healthcheck"], or a few lines in the image’s own language where it has no curl.';
    case "cannot-fail":
      return "Let the test ask the running service and end with its status: no true, echo or sleep, and nothing like || true or exit 0 at the end.";
    case "unhealthy":
    case "starting":
    case "exited":
      return [...check, ...output].some((line2) => READ_ONLY.test(line2)) ? "It wants to write where it may not: name the folder in the policy under rules.healthcheck.writable." : "It runs alone, without network and capabilities, with a root that it cannot write to: give it what it needs under rules.healthcheck.env and writable, or let it start without.";
  }
}

// src/domain/policy/rules/loosening.ts
var data9 = external_exports.strictObject({
  about: external_exports.string(),
  images: external_exports.array(external_exports.string()).optional(),
  before: external_exports.string(),
  now: external_exports.string()
});
var loosening = defineRule({
  id: "loosening",
  per: "run",
  options: external_exports.strictObject({ level: levelOption }),
  looser: {},
  default: { level: "warning" },
  subjects: [],
  data: data9,
  // As a warning it only shows: where there is nothing to compare with, there is nothing to show.
  needs: ({ level }) => level === "error" ? ["loosenings"] : [],
  judge: (_, { loosenings }) => isKnown(loosenings) ? loosenings.value.map(({ images, ...found }) => ({
    data: { ...found, ...images && { images: [...images] } }
  })) : [],
  words: ({ about, images, before, now }) => `${about}${images === void 0 ? "" : ` (${images.join(", ")})`} was ${before}, and is ${now}.`,
  mend: () => "Let somebody who answers for the policy agree to it, or take it back.",
  summary: "the effective policy against the baseline’s",
  help: "A change that makes an image worse can raise the limit in the same breath. What the policy of this change lets pass and the baseline’s did not is shown right under the verdict: levels, limits, waivers, ignores, VEX answers and images that are no longer built."
});

// src/domain/policy/rules/multi-stage.ts
var data10 = external_exports.strictObject({ stages: external_exports.int().nonnegative(), min: external_exports.int().positive() });
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
  data: data10,
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
var data11 = external_exports.strictObject({
  rule: external_exports.string(),
  title: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  where: external_exports.enum(["environment", "history", "config", "file"]),
  path: external_exports.string().optional(),
  variable: external_exports.string().optional()
});
var secrets = defineRule({
  id: "secrets",
  per: "image",
  options: external_exports.strictObject({ level: levelOption }),
  looser: {},
  default: { level: "error" },
  subjects: ["id", "path"],
  data: data11,
  needs: () => ["secrets"],
  judge: (_options, evidence) => isKnown(evidence.secrets) ? evidence.secrets.value.filter((secret) => secret.base !== true).map(violation) : [],
  words: (found) => `${found.title} (${found.rule}) lies in ${placeInWords(found)}.`,
  mend: ({ where }) => where === "file" ? "Remove the file, give it to the one step that needs it by RUN --mount=type=secret, and replace the secret: whoever has the image has it." : "Give it to the one step that needs it by RUN --mount=type=secret instead of ARG or ENV, and replace the secret: whoever has the image has it.",
  summary: "secrets in the environment, the history, build arguments and own layers’ files; those of the base image are shown",
  help: "Whoever can pull an image reads all of its layers, also files that a later layer deletes, its environment and its history with the values of build arguments. Use `RUN --mount=type=secret` and replace what was in an image."
});
function violation(secret) {
  const { rule, title, severity, where, path, variable } = secret;
  return {
    ...secret.place !== void 0 && { place: secret.place },
    subject: {
      id: rule,
      identity: secretKey(secret),
      members: [{ packages: [], ...path !== void 0 && { path } }]
    },
    data: {
      rule,
      title,
      severity,
      where,
      ...path !== void 0 && { path },
      ...variable !== void 0 && { variable }
    }
  };
}
function placeInWords({ where, path, variable }) {
  switch (where) {
    case "file":
      return path === void 0 ? "a file of the image" : path;
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
  measured: (sizes) => ({ bytes: sizes.unpackedBytes, biggest: sizes.biggestUnpacked }),
  summary: "unpacked bytes of all layers: what a node’s disk pays",
  help: "Every node that runs the image stores its layers unpacked. A file that a later layer deletes still counts: it lies in the layer that brought it. Build in an earlier stage, copy only the result, and clean up in the same `RUN` that makes the mess."
});

// src/domain/policy/rules/user.ts
var REQUIRE = ["non-root", "numeric", "any"];
var data12 = external_exports.strictObject({
  mistake: external_exports.enum(["nobody-declared", "root", "unknown-name", "a-name"]),
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
  data: data12,
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
      case "a-name":
        return `The image’s user is a name (USER ${declared}), where a number is asked for.`;
    }
  },
  mend: ({ mistake, declared, uid }) => {
    switch (mistake) {
      case "nobody-declared":
      case "root":
        return "End the final stage with a user that is not root: USER 10001.";
      case "unknown-name":
        return `Create ${declared} in the final stage, or give a number: USER 10001.`;
      case "a-name":
        return `Write the number instead of the name: USER ${uid ?? 10001}.`;
    }
  },
  summary: "the user that the image starts as, resolved in the image’s own files",
  help: "A process that breaks out of a container that runs as root is root outside as well, unless a user namespace stands between. A name is no proof: it is looked up in the image’s own final `/etc/passwd`, and orchestrators that check for non-root (`runAsNonRoot`) can only do so for a number. End the final stage with `USER 10001`."
});
function mistakeOf2(facts, require2) {
  const name = facts.declared.trim().split(":", 1)[0] ?? "";
  if (name === "") return "nobody-declared";
  if (facts.isRoot || facts.uid === 0 || name === "root" || /^[+-]?0+$/.test(name)) return "root";
  if (facts.uid === void 0 && !facts.numeric) return "unknown-name";
  return require2 === "numeric" && !facts.numeric ? "a-name" : void 0;
}

// src/domain/findings/grace.ts
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

// src/domain/policy/rules/vulnerabilities.ts
var UNFIXED = ["ignore", "report", "fail"];
var NAMED2 = 5;
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
var data13 = external_exports.strictObject({
  id: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  package: external_exports.string(),
  installed: external_exports.array(external_exports.strictObject({ package: external_exports.string(), version: external_exports.string() })),
  more: external_exports.int().nonnegative(),
  fixed: external_exports.string().optional(),
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
  subjects: ["id", "package", "path"],
  data: data13,
  needs: (asked) => mustCompare(asked) ? ["vulnerabilities", "comparison"] : ["vulnerabilities"],
  judge: (asked, evidence) => {
    if (!isKnown(evidence.vulnerabilities)) return [];
    const { value } = evidence.vulnerabilities;
    return value.findings.filter((finding) => isSevere(finding, asked)).filter((finding) => excuseOf(finding, asked, evidence) === void 0).map((finding) => violation2(finding, asked, value));
  },
  incomplete: (asked, evidence) => {
    if (mustCompare(asked) && newFindings(evidence) === void 0)
      return "The baseline’s vulnerabilities are not known, so nobody can tell which are new.";
    return isKnown(evidence.vulnerabilities) ? evidence.vulnerabilities.value.incomplete : void 0;
  },
  stance: standing2,
  excused: (asked, evidence) => isKnown(evidence.vulnerabilities) ? countExcused(
    evidence.vulnerabilities.value.findings.filter((finding) => isSevere(finding, asked)).flatMap((finding) => {
      const excuse = excuseOf(finding, asked, evidence);
      return excuse === void 0 ? [] : [{ ...excuse, severity: finding.severity }];
    })
  ) : [],
  words: (found) => `${found.id} (${found.severity}) in ${installed(found)}: ${found.fixed === void 0 ? "no fixed version is known" : `fixed in ${found.fixed}`}; judged from ${found.failOn} up${graceText(found)}.`,
  mend: (found) => {
    if (found.fixed === void 0)
      return `There is no fix yet: replace ${found.package}, or waive ${found.id} with a reason and a date.`;
    return found.base === true ? `It comes with the base image: take a newer base that has ${found.package} ${found.fixed}, or upgrade ${found.package} in the Dockerfile.` : `Upgrade ${found.package} to ${found.fixed}.`;
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
function excuseOf(finding, asked, evidence) {
  const { status, fixed, identity, base } = finding;
  if (asked["ignore-statuses"].includes(status)) return { why: "status", detail: status };
  if (fixed === void 0 && asked.unfixed === "ignore") return { why: "no fix" };
  const { judge, blame } = standing2(asked, evidence);
  const causeOf = newFindings(evidence);
  const cause = causeOf?.(identity);
  const isOld = causeOf !== void 0 && cause === void 0;
  if (isOld && (judge === "new" || blame === "this-change")) return { why: "in the baseline" };
  if (blame === "own" && base === true) return { why: "base image" };
  if (blame !== "this-change" || cause === void 0 || cause === "this change") return void 0;
  return { why: cause };
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
  const named = some.map((member) => `${member.package} ${member.version}`);
  if (named.length === 0) return source;
  return more === 0 ? named.join(", ") : `${named.join(", ")} and ${more} more`;
}

// src/domain/text/bytes.ts
function nameText(name) {
  if (/^[\u0000-\u007f]*$/.test(name)) return name;
  const bytes3 = Buffer.from(name, "latin1");
  const text = bytes3.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes3)) return text;
  return decodeByByte(bytes3);
}
function decodeByByte(bytes3) {
  let text = "";
  for (let at = 0; at < bytes3.length; ) {
    const length = [1, 2, 3, 4].find((size2) => isCharacter(bytes3.subarray(at, at + size2), size2));
    text += length === void 0 ? `\\x${(bytes3[at] ?? 0).toString(16).padStart(2, "0")}` : bytes3.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return text;
}
function isCharacter(bytes3, size2) {
  return bytes3.length === size2 && Buffer.from(bytes3.toString("utf8"), "utf8").equals(bytes3);
}

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
    const { size: size2, layer: made } = lost.node;
    if (size2 === 0) return;
    const { kind, path } = namedBy(lost);
    const key = JSON.stringify([kind, path, made, lost.killed]);
    const group = this.#groups.get(key) ?? {
      kind,
      path,
      bytes: 0,
      files: 0,
      made,
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
function namedBy({ path, node, by }) {
  const cache = cacheOf(path);
  if (cache !== void 0) return { kind: cache.name, path: cache.folder };
  if (by === void 0 && ARCHIVE.test(path)) return { kind: "deleted archive", path };
  const folder2 = path.split("/").slice(0, -1).slice(0, DEPTH).join("/");
  if (by === void 0) return { kind: "deleted", path: folder2 === "" ? path : folder2 };
  return {
    kind: isSameContent(node, by) ? "owner or mode changed" : "overwritten",
    path: folder2 === "" ? path : folder2
  };
}
function isSameContent(node, by) {
  const isTouched = node.mode !== by.mode || node.uid !== by.uid || node.gid !== by.gid;
  return by.kind === "file" && node.size === by.size && node.mtime === by.mtime && isTouched;
}

// src/domain/policy/rules/waste.ts
var data14 = external_exports.strictObject({
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
  data: data14,
  needs: () => ["contents"],
  judge: (options2, evidence) => {
    if (!isKnown(evidence.contents)) return [];
    const { wasteBytes, unpackedBytes, losses } = evidence.contents.value;
    const [biggest] = losses;
    if (biggest === void 0 || wasteBytes * 100 <= unpackedBytes * options2.max) return [];
    const place2 = placeOfLayer(biggest.madeBy);
    const { kind, path, bytes: bytes3 } = biggest;
    return [
      {
        ...place2 !== void 0 && { place: place2 },
        data: { wasteBytes, unpackedBytes, max: options2.max, biggest: { kind, path, bytes: bytes3 } }
      }
    ];
  },
  words: ({ wasteBytes, unpackedBytes, max }) => `${formatBytes(wasteBytes)} of ${formatBytes(unpackedBytes)} (${(wasteBytes / unpackedBytes * 100).toFixed(0)} %) are brought in by one step and removed or overwritten by a later one: nobody sees them and everybody pulls them; at most ${max} % are allowed.`,
  mend: ({ biggest: { kind, path, bytes: bytes3 } }) => `Most of it: ${kind}, ${formatBytes(bytes3)} in /${path}. ${MEND[kind]}`,
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
  "waste",
  "build-time",
  "freshness",
  "loosening"
];
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
  waste,
  "build-time": buildTime,
  freshness,
  loosening
};
function forEachRule(make) {
  return Object.fromEntries(RULE_IDS.map((id) => [id, make(id)]));
}

// src/domain/report/view.ts
function headline(report) {
  if (report.error !== void 0) return `Plimsoll: unable to tell. ${report.error.message}`;
  const { images } = report;
  const count = (verdict) => images.filter((image) => image.verdict === verdict).length;
  const total = `${images.length} ${images.length === 1 ? "image" : "images"}`;
  switch (report.verdict) {
    case "pass":
      return `Plimsoll: within the line. ${total} passed.`;
    case "fail":
      return `Plimsoll: over the line. ${count("fail")} of ${total} failed${count("unable") === 0 ? "" : `, ${count("unable")} could not be judged`}.`;
    case "unable":
      return `Plimsoll: unable to tell. ${count("unable")} of ${total} could not be judged.`;
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
function imageRow(image) {
  const { build, user: user2, healthcheck: healthcheck2 } = image;
  const known2 = (value) => value ?? "not known";
  return [
    image.id,
    image.verdict,
    sizeCell(image.unpackedBytes, image.limits?.unpackedBytes),
    sizeCell(image.downloadBytes, image.limits?.downloadBytes),
    known2(user2 === void 0 ? void 0 : userCell(user2)),
    known2(healthcheck2 === void 0 ? void 0 : healthCell(healthcheck2)),
    known2(image.findings === void 0 ? void 0 : fixableCell(image.findings)),
    known2(build === void 0 ? void 0 : `${build.seconds.toFixed(1)} s`),
    known2(build === void 0 ? void 0 : `${build.cachedSteps} of ${build.steps}`)
  ];
}
function sizeCell(bytes3, limit) {
  if (bytes3 === void 0) return "not known";
  return limit === void 0 ? formatBytes(bytes3) : `${formatBytes(bytes3)} of ${formatBytes(limit)}`;
}
function userCell(user2) {
  const name = user2.declared === "" ? "none set" : user2.declared;
  if (user2.isRoot) return `${name} (root)`;
  return user2.uid === void 0 ? `${name} (not in the image)` : /^\d+(:|$)/.test(name) ? name : `${name} (${user2.uid})`;
}
function healthCell({ declared, status }) {
  return status ?? (declared ? "declared" : "none");
}
function fixableCell(findings) {
  const open = findings.filter(
    (finding) => finding.fixed !== void 0 && finding.suppressed === void 0
  );
  const counts = [...SEVERITIES].reverse().map(
    (severity) => [severity, open.filter((finding) => finding.severity === severity).length]
  );
  const words4 = counts.filter(([, count]) => count > 0).map(([severity, count]) => `${count} ${severity}`);
  return words4.length === 0 ? "none" : words4.join(", ");
}
function problems(report) {
  const shown2 = report.violations.filter(({ image, waived: by }) => image !== void 0 && by === void 0).flatMap(problemOf);
  return [
    ...shown2.filter((one) => one.level === "error"),
    ...shown2.filter((one) => one.level === "warning")
  ];
}
function problemOf(violation3) {
  const id = RULE_IDS.find((known2) => known2 === violation3.rule);
  const words4 = id === void 0 ? void 0 : RULES[id].words(violation3.data);
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
      message: words4.message,
      mend: `${savingText(words4.saves)}${words4.mend}`
    }
  ];
}
function savingText(bytes3 = 0) {
  return bytes3 === 0 ? "" : `Saves ${formatBytes(bytes3)}: `;
}
function placeText(place2) {
  if (place2.file === void 0) return "";
  return place2.startLine === void 0 ? place2.file : `${place2.file}:${place2.startLine}`;
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
    ({ image, rule, waived: by }) => by === void 0 ? [] : [`${image ?? ""}: ${rule}, until ${by.expires}: ${by.reason}`]
  );
  const counts = /* @__PURE__ */ new Map();
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  return [...counts].slice(0, WAIVED_ROWS).map(([row, count]) => `${row} (${count})`);
}
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
    const own = user2.declared === "" ? "names none" : `says ${user2.declared}`;
    return `compose starts it as user ${override.value}, and the image ${own}`;
  }
  if (healthcheck2 === void 0) return void 0;
  if (override.value === "disabled")
    return healthcheck2.declared ? "compose switches its health check off" : void 0;
  return healthcheck2.declared ? "compose replaces its health check by another test" : "compose gives it a health check, and the image declares none";
}
function whoseText(by) {
  if (by.base === true) return "base image";
  const text = placeText(by.place ?? {});
  return text === "" ? "place unknown" : text;
}
function biggestLayers(image, most2) {
  return [...image.layers ?? []].sort((a, b) => b.unpackedBytes - a.unpackedBytes).slice(0, most2);
}

// src/publishers/annotations/render.ts
var MOST3 = 10;
function renderAnnotations(report) {
  const all = [...endings(report), ...grouped(problems(report)).map(annotationOf)];
  const levels = ["error", "warning"];
  return levels.flatMap(
    (level) => all.filter((annotation) => annotation.level === level).slice(0, MOST3)
  );
}
function placed(place2) {
  if (place2 === void 0) return {};
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
      group === void 0 ? { first: problem, more: 0 } : { ...group, more: group.more + 1 }
    );
  }
  return [...groups.values()];
}
function annotationOf({ first, more }) {
  const rest = more === 0 ? "" : ` And ${more} more on this line.`;
  return {
    level: first.level,
    title: `Plimsoll: ${first.rule}`,
    message: `${first.image}: ${first.message} ${first.mend}${rest}`,
    ...first.file === void 0 ? {} : placed({ ...first, file: first.file })
  };
}

// src/publishers/annotations/index.ts
var annotations = {
  applies: (_, deps) => deps.workflow.door === "action",
  publish: ({ report }, deps) => {
    for (const annotation of renderAnnotations(report)) deps.workflow.annotate(annotation);
    return Promise.resolve();
  }
};

// src/publishers/folder/index.ts
import { join } from "node:path";

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

// src/domain/record/policy.ts
var settings = external_exports.record(external_exports.string(), external_exports.looseObject({ level: external_exports.string() }));
var optional = external_exports.string().optional();
var waiverSchema = external_exports.strictObject({
  rule: external_exports.string(),
  ...{ image: optional, id: optional, package: optional, path: optional },
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
  products: external_exports.array(external_exports.string())
});
var policyRecordSchema = external_exports.strictObject({
  rules: settings,
  images: external_exports.record(external_exports.string(), settings).describe("What differs for one image, by its name"),
  waivers: external_exports.array(waiverSchema),
  ignores: external_exports.array(ignoreSchema),
  vex: external_exports.array(vexSchema),
  built: external_exports.array(external_exports.strictObject({ id: external_exports.string(), name: external_exports.string() })).describe("The images that were asked for"),
  enforce: external_exports.boolean()
});
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
    vex: policy.vex.map(({ id, status, products }) => ({ id, status, products: [...products] })),
    ...{ built: built.map(({ id, name }) => ({ id, name })), enforce }
  };
}

// src/domain/record/schema.ts
var RECORD_NAME = "record.json";
var bytes2 = external_exports.int().nonnegative();
var index = external_exports.int().nonnegative();
var line = external_exports.int().positive();
var seconds = external_exports.number().nonnegative();
var hash = external_exports.string().regex(/^[0-9a-f]{64}$/);
var digest2 = external_exports.string().regex(/^sha256:[0-9a-f]{64}$/);
var stepSchema = external_exports.strictObject({
  kind: external_exports.enum(["work", "image", "other source"]),
  input: hash.describe("Of everything that the user can have changed (design.md section 5)"),
  resolved: hash.describe("The same, with what references of images led to"),
  text: hash,
  environment: hash,
  content: external_exports.strictObject({ hash, files: external_exports.record(external_exports.string(), hash) }).optional().describe("What it takes from the build context"),
  isOpen: external_exports.boolean().describe("It, or what it is built upon, takes files that nobody could look at"),
  inputs: external_exports.array(index),
  reference: external_exports.string().optional().describe("Of an image, as written"),
  digest: digest2.optional().describe("What the reference led to"),
  instruction: external_exports.string().optional(),
  file: external_exports.string().optional(),
  startLine: line.optional(),
  endLine: line.optional(),
  cached: external_exports.boolean().optional(),
  seconds: seconds.optional().describe("The last time that it was not cached")
});
var layerSchema = external_exports.strictObject({
  diffId: digest2,
  unpackedBytes: bytes2,
  downloadBytes: bytes2,
  base: external_exports.boolean().optional(),
  step: index.optional()
});
var packageSchema = external_exports.strictObject({
  name: external_exports.string(),
  version: external_exports.string(),
  purl: external_exports.string().optional(),
  layer: index.optional()
});
var findingSchema = external_exports.strictObject({
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
  unpackedBytes: bytes2,
  downloadBytes: bytes2,
  layers: external_exports.array(layerSchema).max(1e3),
  steps: external_exports.array(stepSchema).max(1e4).optional().describe("Absent: no provenance"),
  packages: external_exports.array(packageSchema).optional().describe("Absent: not scanned"),
  findings: external_exports.array(findingSchema).optional()
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

// src/domain/text/mask-json.ts
function maskJson(text, mask) {
  if (mask(text) === text) return text;
  const document = JSON.parse(text);
  return JSON.stringify(mapStrings(document, mask));
}

// src/publishers/folder/render.ts
var LARGEST = 1e7;
var SOME = 2e3;
function renderFiles({ report, attachments, record }, mask) {
  const files = attachments.map((attachment) => ({
    attachment,
    name: attachmentName(attachment.image, attachment.kind),
    data: attachmentData(attachment, mask)
  }));
  const listed2 = files.map(({ attachment, name, data: data15 }) => ({
    image: attachment.image,
    kind: attachment.kind,
    path: name,
    bytes: Buffer.byteLength(data15)
  }));
  const kept = record === void 0 ? [] : [{ name: RECORD_NAME, data: jsonText(record, mask) }];
  return [
    ...files.map(({ name, data: data15 }) => ({ name, data: data15 })),
    ...kept,
    {
      name: "report.json",
      data: reportText({ ...report, attachments: [...report.attachments, ...listed2] }, mask)
    }
  ];
}
function attachmentData(attachment, mask) {
  return "gzip" in attachment ? attachment.gzip : maskJson(attachment.text, mask);
}
function jsonText(document, mask) {
  return `${JSON.stringify(mapStrings(document, mask))}
`;
}
function reportText(report, mask) {
  const steps = [
    (one) => one,
    (one) => without(one, "packages"),
    (one) => without(one, "layers"),
    (one) => without(one, "findings", SOME),
    (one) => without(one, "findings")
  ];
  let current = report;
  let text = "";
  for (const step of steps) {
    current = step(current);
    text = `${JSON.stringify(mapStrings(current, mask), void 0, 2)}
`;
    if (Buffer.byteLength(text) <= LARGEST) break;
  }
  return text;
}
function without(report, list2, most2 = 0) {
  const left = report.images.flatMap((image) => {
    const count = (image[list2]?.length ?? 0) - most2;
    return count <= 0 ? [] : [{ image: image.id, list: list2, count }];
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
    const { files, secrets: secrets2 } = deps;
    const isOurs = publication.inputs?.reportDir === void 0;
    if (isOurs && deps.workflow.door === "command")
      await files.write(join(publication.folder, ".gitignore"), "*\n");
    for (const { name, data: data15 } of renderFiles(publication, secrets2.mask)) {
      await files.write(join(publication.folder, name), data15);
    }
  }
};

// src/publishers/outputs/render.ts
var LARGEST2 = 256 * 1024;
function renderOutputs({
  report,
  folder: folder2,
  layouts,
  metadata
}) {
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
    images: JSON.stringify(images),
    metadata: metadata === void 0 ? "" : JSON.stringify(withoutProvenance(metadata))
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, value.length > LARGEST2 ? "" : value])
  );
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
  publish: (publication, deps) => {
    for (const [name, value] of Object.entries(renderOutputs(publication)))
      deps.workflow.setOutput(name, value);
    return Promise.resolve();
  }
};

// src/publishers/sarif/index.ts
import { dirname, join as join2 } from "node:path";
import { Readable as Readable2 } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

// src/clients/git.ts
async function git(deps, cwd, args) {
  const result = await deps.exec.run("git", { args, cwd, deadlineSeconds: 60 });
  return result.ended === "exit" && result.exitCode === 0 ? result.stdout : void 0;
}
async function findRoot(deps, cwd) {
  return (await git(deps, cwd, ["rev-parse", "--show-toplevel"]))?.trim();
}
async function listFiles(deps, cwd) {
  const output = await git(deps, cwd, ["ls-files", "-z", "--cached"]);
  return output?.split("\0").filter((path) => path !== "");
}
async function isClean(deps, cwd) {
  return (await git(deps, cwd, ["status", "--porcelain", "--untracked-files=no"]))?.trim() === "";
}
async function findParents(deps, cwd) {
  const commit = await git(deps, cwd, ["cat-file", "-p", "HEAD"]) ?? "";
  const [head = ""] = commit.split("\n\n");
  return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].flatMap(([, sha]) => sha ?? []);
}
async function findHead(deps, cwd) {
  return (await git(deps, cwd, ["rev-parse", "HEAD"]))?.trim();
}

// src/domain/github/target.ts
function repositoryOf({
  GITHUB_REPOSITORY: name = ""
}) {
  const [, owner, repo] = /^([^/]+)\/([^/]+)$/.exec(name) ?? [];
  return owner === void 0 || repo === void 0 ? void 0 : { owner, repo };
}
function analysisTarget(env, head) {
  const { GITHUB_REF: ref = "", GITHUB_SHA: sha = "" } = env;
  const at = repositoryOf(env);
  if (at === void 0 || ref === "" || sha === "") return void 0;
  const commit = head ?? sha;
  const pull = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1];
  const isOther = pull !== void 0 && commit !== sha;
  return { ...at, ref: isOther ? `refs/pull/${pull}/head` : ref, commit };
}
var eventSchema = external_exports.object({
  pull_request: external_exports.object({ head: external_exports.object({ repo: external_exports.object({ full_name: external_exports.string() }).nullish() }) }).nullish()
});
function isReadOnlyRun(env, event) {
  if (env["GITHUB_ACTOR"] === "dependabot[bot]") return true;
  const pull = eventSchema.safeParse(event).data?.pull_request;
  if (pull === void 0 || pull === null) return false;
  return pull.head.repo?.full_name !== env["GITHUB_REPOSITORY"];
}

// src/publishers/sarif/bytes.ts
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
var PIECE = 256 * 1024;
var LEVEL = 1;
var WAITING = 8 * PIECE;
function* bytesOf2(texts) {
  let gathered = "";
  for (const text of texts) {
    gathered += text;
    if (gathered.length < PIECE) continue;
    yield Buffer.from(gathered);
    gathered = "";
  }
  yield Buffer.from(gathered);
}
async function gzipOf(texts) {
  const source = Readable.from(bytesOf2(texts));
  const gzip = createGzip({ level: LEVEL, chunkSize: PIECE, ...{ highWaterMark: WAITING } });
  source.on("error", (error) => gzip.destroy(error)).pipe(gzip);
  const pieces = [];
  for await (const piece of gzip) pieces.push(piece);
  return Buffer.concat(pieces);
}

// src/publishers/sarif/gone.ts
var PREFIX = "plimsoll/";
function goneNotices(before, report, { targets, files, key }) {
  if (targets.length > 0 || files.length > 0 || key !== void 0) return [];
  const known2 = new Set(report.images.map(({ id }) => id));
  const gone = before.flatMap(({ category }) => {
    const id = idOf(category);
    return id === void 0 || known2.has(id) || id.split("/").length !== 3 ? [] : [id];
  });
  return [...new Set(gone)].map(
    (id) => `Code scanning has alerts of the image ${plainLine(id)}, which this run did not build. If it is gone from the repository, close them in the Security tab: Code scanning, Tool status, Plimsoll, and delete the configuration ${PREFIX}${plainLine(id)}.`
  );
}
function idOf(category) {
  const trimmed = category.replace(/\/+$/, "");
  return trimmed.startsWith(PREFIX) ? trimmed.slice(PREFIX.length) : void 0;
}

// src/publishers/sarif/candidate.ts
function byWeight(a, b) {
  return b.weight - a.weight || compareText(a.ruleId, b.ruleId) || compareText(a.fingerprint, b.fingerprint);
}
function compareText(a, b) {
  return a < b ? -1 : Number(a > b);
}

// src/domain/text/sarif.ts
function cut(text, most2) {
  return text.length <= most2 ? text : `${text.slice(0, most2 - 1).toWellFormed().trimEnd()}…`;
}
var HARMLESS2 = /^[ -?A-Z^-z|~]*$/;
function sarifText(text) {
  if (HARMLESS2.test(text)) return text.trimEnd();
  return plainLine(text).replace(/[\\[\]]/g, "\\$&").replace(/\{/g, "{{").replace(/\}/g, "}}").replace(/(^|[^\w])@(?=\w)/g, "$1@⁠");
}
function relativeUri(path) {
  return path.split("/").map((part2) => encodeURIComponent(part2.toWellFormed())).join("/");
}
function webLink(text) {
  const url = text === void 0 ? null : URL.parse(text);
  if (url === null) return void 0;
  const { protocol, username, password, href } = url;
  if (protocol !== "https:" && protocol !== "http:") return void 0;
  return username === "" && password === "" ? href.replace(/[()<>]/g, encodeURIComponent) : void 0;
}

// src/publishers/sarif/document.ts
function* documentOf(shown2, about) {
  const { image, mask } = about;
  const groups = [...Map.groupBy(shown2, ({ ruleId }) => ruleId)];
  const indexes = new Map(groups.map(([id], index2) => [id, index2]));
  const dockerfiles = new Set((image.layers ?? []).flatMap(({ file }) => file ?? []));
  const [start = "", rest = ""] = textOf(frameOf(about), mask).split('"rules":[]');
  const [middle = "", end = ""] = rest.split('"results":[]');
  yield `${start}"rules":[`;
  for (const [index2, [, group]] of groups.entries())
    yield `${comma(index2)}${textOf(ruleOf(group), mask)}`;
  yield `]${middle}"results":[`;
  for (const [index2, candidate] of shown2.entries()) {
    const ruleIndex = indexes.get(candidate.ruleId) ?? -1;
    yield `${comma(index2)}${textOf(resultOf(candidate, { ruleIndex, dockerfiles }), mask)}`;
  }
  yield `]${end}`;
}
function comma(index2) {
  return index2 === 0 ? "" : ",";
}
function textOf(piece, mask) {
  return maskJson(JSON.stringify(piece), mask);
}
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
  const about = [...new Set(group.map((candidate) => candidate.about))].filter((one) => one !== "");
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
  const { ruleId, level, fingerprint, accepted, places } = candidate;
  const { text, properties } = candidate.words();
  const [first] = places;
  const isRelated = ({ file }) => file !== first?.file && dockerfiles.has(file);
  const related = places.filter(isRelated);
  return {
    ...{ ruleId, ruleIndex, level, message: { text: `${text}${relatedWords(related.length)}` } },
    locations: places.filter((place2) => !isRelated(place2)).map(locationOf),
    ...related.length === 0 ? {} : { relatedLocations: related.map((place2, index2) => ({ id: index2 + 1, ...locationOf(place2) })) },
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint}:1`,
      "plimsoll/v1": fingerprint
    },
    ...accepted === void 0 ? {} : { suppressions: [suppressionOf2(accepted)] },
    ...properties === void 0 ? {} : { properties }
  };
}
function relatedWords(count) {
  return count === 0 ? "" : " It comes into the image [here](1).";
}
function locationOf({ file, startLine, endLine }) {
  const start = startLine ?? 1;
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file) },
      region: { startLine: start, ...endLine === void 0 || endLine < start ? {} : { endLine } }
    }
  };
}
function suppressionOf2({ by, reason, expires }) {
  const until = expires === void 0 ? "" : `, until ${expires}`;
  return {
    kind: "external",
    status: "accepted",
    justification: `${reason === void 0 ? "No reason was given" : plainLine(reason)} (${by}${until}).`
  };
}

// src/domain/text/markdown.ts
var NAMED3 = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
function escapeMarkdown(text) {
  return plainLine(text).replace(
    /[&<>@\\`*_{}[\]()#+\-!|~]/g,
    (character) => NAMED3[character] ?? `&#${character.charCodeAt(0)};`
  ).replace(/\bhttp(s?):/gi, "http$1&#58;").replace(/\bwww\./gi, "www&#46;");
}
function code(text) {
  return `<code>${escapeMarkdown(text)}</code>`;
}
function table(head, rows) {
  const line2 = (cells2) => `| ${cells2.join(" | ")} |`;
  return [line2(head), line2(head.map(() => "---")), ...rows.map(line2)].join("\n");
}
function folded(title, body) {
  return `<details><summary>${title}</summary>

${body}

</details>`;
}

// src/publishers/sarif/findings.ts
var NAMED4 = 5;
var FIXABLE_WEIGHT = 0.5;
function findingCandidates(report, image) {
  const levels = judgedLevels(report, image.id);
  return (image.findings ?? []).map((finding) => {
    const advisory = report.advisories[finding.id];
    return {
      ruleId: finding.id,
      fingerprint: finding.identity,
      weight: SEVERITIES.indexOf(finding.severity) + (finding.fixed === void 0 ? 0 : FIXABLE_WEIGHT),
      severity: finding.severity,
      level: levels.get(levelKey(finding.id, finding.package)) ?? "note",
      ...finding.suppressed === void 0 ? {} : { accepted: finding.suppressed },
      places: finding.places,
      words: () => ({ text: messageOf2(finding, image), properties: propertiesOf(finding) }),
      about: finding.package,
      rule: () => ruleOf2(finding, advisory)
    };
  });
}
function judgedLevels(report, image) {
  return new Map(
    report.violations.flatMap((violation3) => {
      const { rule, data: data15, level } = violation3;
      if (rule !== "vulnerabilities" || violation3.image !== image) return [];
      if (typeof data15 !== "object" || data15 === null || !("id" in data15) || !("package" in data15))
        return [];
      return [[levelKey(String(data15.id), String(data15.package)), level]];
    })
  );
}
function levelKey(id, name) {
  return JSON.stringify([id, name]);
}
function messageOf2(finding, { name, platform }) {
  const whose2 = finding.base === void 0 ? "" : finding.base ? " (base image)" : " (own layer)";
  const package_ = sarifText(finding.package);
  return `${package_} has ${sarifText(finding.id)} (${finding.severity}). Installed: ${installed2(finding)}. Image ${sarifText(name)}, ${sarifText(platform)}${whose2}. ${mendOf(finding)}`;
}
function installed2({ members: members2 }) {
  const all = [...new Set(members2.map((member) => `${member.package} ${member.version}`))];
  const named = all.slice(0, NAMED4).map(sarifText).join(", ");
  return all.length > NAMED4 ? `${named} and ${all.length - NAMED4} more` : named;
}
function mendOf({ fixed, base, package: name }) {
  if (fixed === void 0) return "There is no fix yet.";
  const to = `${sarifText(name)} ${sarifText(fixed)}`;
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
var LONGEST3 = 1e3;
var BEGINNING = 160;
function ruleOf2(finding, advisory) {
  const title = plainLine(advisory?.title ?? finding.id);
  const text = advisory?.text ?? "";
  const link = webLink(advisory?.url);
  const score = heldScore(finding.severity, advisory?.score);
  return {
    id: finding.id,
    shortDescription: { text: sentence(sarifText(cut(title, LONGEST3))) },
    fullDescription: {
      text: sentence(sarifText(cut(plainLine(text === "" ? title : text), BEGINNING)))
    },
    ...link === void 0 ? {} : { helpUri: link },
    help: helpOf({ title, text, links: linksOf(link, advisory), cvss: cvssText(advisory) }),
    properties: {
      tags: ["security", "vulnerability", finding.severity],
      precision: "very-high",
      ...score === void 0 ? {} : { "security-severity": score }
    }
  };
}
function helpOf({ title, text, links, cvss }) {
  const paragraphs = [title, ...text.split(/\n\s*\n/), cvss].filter((one) => one.trim() !== "");
  return {
    // GitHub shows the Markdown; the description has the words for others.
    text: [title, ...links.slice(0, 1)].map(sarifText).join("\n\n"),
    markdown: [
      ...paragraphs.map(escapeMarkdown),
      ...links.length === 0 ? [] : [links.map((link) => `- <${link}>`).join("\n")]
    ].join("\n\n")
  };
}
function linksOf(own, advisory) {
  const others = (advisory?.references ?? []).flatMap((one) => webLink(one) ?? []);
  return [.../* @__PURE__ */ new Set([...own === void 0 ? [] : [own], ...others])];
}
function cvssText(advisory) {
  if (advisory?.score === void 0) return "";
  const by = advisory.source === void 0 ? "" : `, by ${advisory.source}`;
  return `CVSS ${advisory.score.toFixed(1)}${by}${advisory.vector === void 0 ? "" : `: ${advisory.vector}`}.`;
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
  const [least2, most2] = BANDS[severity];
  return Math.min(most2, Math.max(least2, score ?? least2)).toFixed(1);
}

// src/publishers/sarif/ours.ts
import { createHash as createHash2 } from "node:crypto";
var WEIGHT = { error: 12, warning: 11 };
function ownCandidates(report, image) {
  return report.violations.flatMap((violation3) => {
    const rule = RULE_IDS.find((id) => id === violation3.rule);
    return rule === void 0 || rule === "vulnerabilities" || violation3.image !== image.id ? [] : candidateOf(violation3, { rule, image });
  });
}
function candidateOf(violation3, { rule, image }) {
  const words4 = RULES[rule].words(violation3.data);
  if (words4 === void 0) return [];
  const subject = subjectOf(violation3.data);
  const ruleId = ruleIdOf(rule, subject);
  const { place: place2, waived: waived2, level } = violation3;
  const mend4 = words4.mend === "" ? "" : ` ${sarifText(words4.mend)}`;
  return [
    {
      ruleId,
      fingerprint: fingerprintOf(image.id, ruleId, subject),
      weight: WEIGHT[level],
      level,
      ...waived2 === void 0 ? {} : { accepted: { by: "waiver", ...waived2 } },
      words: () => ({
        text: `${sarifText(words4.message)} Image ${sarifText(image.name)}, ${sarifText(image.platform)}.${mend4}`
      }),
      places: place2 === void 0 ? [] : [place2],
      about: "",
      rule: () => ruleOf3({ ruleId, rule, level, subject })
    }
  ];
}
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
  variable: external_exports.string().optional()
});
function subjectOf(data15) {
  return subjectSchema.safeParse(data15).data ?? {};
}
function ruleIdOf(rule, subject) {
  const part2 = rule === "secrets" ? subject.rule : rule === "build-checks" ? subject.check : void 0;
  return part2 === void 0 ? rule : `${rule}/${part2}`;
}
function fingerprintOf(image, ruleId, subject) {
  const { message, mistake, what, base, file, where, path, variable } = subject;
  const parts = ["plimsoll", image, ruleId, message, mistake, what, base, file, where];
  const text = JSON.stringify([...parts, path, variable].map((part2) => part2 ?? ""));
  return createHash2("sha256").update(text).digest("hex").slice(0, 32);
}
function ruleOf3({ ruleId, rule, level, subject }) {
  const { summary: summary2, help } = RULES[rule];
  const link = webLink(subject.url);
  const secret = rule === "secrets";
  const score = secret ? heldScore(subject.severity ?? "unknown", void 0) : void 0;
  const title = secret && subject.title !== void 0 ? `${subject.title} in the image` : summary2;
  return {
    id: ruleId,
    name: cut(plainLine(`Plimsoll: ${ruleId}`), 200),
    shortDescription: { text: `${capital(sarifText(plainLine(title)))}.` },
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
function capital(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

// src/publishers/sarif/render.ts
var LARGEST_RUN = 25e3;
var KEPT_OF_A_RUN = 5e3;
var MOST_PLACES = 100;
function renderSarif(report, image, options2) {
  const all = unique([...ownCandidates(report, image), ...findingCandidates(report, image)]);
  const severe = all.filter(({ severity }) => isSevere2(severity, options2.least));
  const placed2 = severe.flatMap((candidate) => {
    const places = placesIn(candidate, image);
    return places.length === 0 ? [] : [{ ...candidate, places }];
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
  const found = /* @__PURE__ */ new Map();
  for (const candidate of all) {
    const other = found.get(candidate.fingerprint);
    found.set(candidate.fingerprint, other === void 0 ? candidate : joined(other, candidate));
  }
  return [...found.values()];
}
function joined({ accepted, ...leading2 }, other) {
  const isAccepted = accepted !== void 0 && other.accepted !== void 0;
  const places = [...leading2.places, ...other.places];
  return { ...leading2, places, ...isAccepted ? { accepted } : {} };
}
function isSevere2(severity, least2) {
  return severity === void 0 || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least2);
}
function placesIn(candidate, image) {
  const inside = candidate.places.filter(({ file }) => isInside(file));
  if (inside.length > 0) return uniquePlaces(inside).slice(0, MOST_PLACES);
  const { definedAt } = image;
  return definedAt === void 0 || !isInside(definedAt.file) ? [] : [definedAt];
}
function isInside(file) {
  return file !== "" && !file.startsWith("/") && !file.split("/").includes("..");
}
function uniquePlaces(places) {
  if (places.length === 1) return places;
  return [...new Map(places.map((place2) => [JSON.stringify(place2), place2])).values()];
}

// src/domain/github/refusal.ts
var LONGEST4 = 300;
var bodySchema = external_exports.object({
  message: external_exports.string().optional(),
  errors: external_exports.array(external_exports.unknown()).optional()
});
function wordsOf({ data: data15 }) {
  if (typeof data15 === "string") return plainLine(data15).slice(0, LONGEST4);
  const parsed = bodySchema.safeParse(data15);
  if (!parsed.success) return "";
  const { message = "", errors = [] } = parsed.data;
  const details = errors.flatMap((error) => {
    if (typeof error === "string") return [error];
    const inner = bodySchema.safeParse(error);
    return inner.success && inner.data.message !== void 0 ? [inner.data.message] : [];
  });
  return plainLine([message, ...details].join(" ")).slice(0, LONGEST4);
}
function isPassing(answer) {
  return answer.status === 429 || answer.status >= 500 || isRateLimit(answer);
}
function retryAfter({ headers }, now) {
  const seconds2 = Number(headers["retry-after"] ?? "none");
  if (Number.isFinite(seconds2)) return Math.max(0, seconds2);
  if (headers["x-ratelimit-remaining"] !== "0") return void 0;
  const reset = Number(headers["x-ratelimit-reset"] ?? "none");
  return Number.isFinite(reset) ? Math.max(0, reset - now.getTime() / 1e3) : void 0;
}
function isRateLimit(answer) {
  const { status, headers } = answer;
  return (status === 403 || status === 429) && (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse/i.test(wordsOf(answer)));
}
function refusalOf(answer, asked) {
  const words4 = wordsOf(answer);
  const said2 = words4 === "" ? "" : ` ("${words4.replace(/\.$/, "")}")`;
  return `GitHub refused ${asked.what} with status ${answer.status}${said2}: ${remedyOf(answer, asked)}`;
}
function remedyOf(answer, { permission }) {
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
      return `the token does not see the repository, or it has no code scanning (GitHub Enterprise Server: an administrator switches it on); give the job contents: read and ${permission}.`;
    case 413:
      return "it is too large; the input sarif-severity leaves out what is less severe.";
    default:
      return "it could not be taken as it is.";
  }
}
function forbidden(answer, permission) {
  const words4 = wordsOf(answer);
  if (/advanced security|code security|code scanning is not enabled/i.test(words4))
    return "code scanning is not available for this repository; switch it on under Settings, Code security (a private repository needs GitHub Code Security), or set the input sarif to file.";
  if (/archived|read-only/i.test(words4)) return "the repository takes no writes.";
  const accepted = answer.headers["x-accepted-github-permissions"];
  const named = accepted === void 0 ? "" : ` (GitHub asks for ${plainLine(accepted)})`;
  return `the token may not; give the job permissions: ${permission}${named}.`;
}

// src/clients/github.ts
var PATIENCE = { askSeconds: 60, pauses: [2, 6, 18], longestPause: 60 };
async function askPatiently(ask, { github, patience, deps }) {
  for (const pause of [...patience.pauses, void 0]) {
    const answer = await askOnce(github, { ...ask, deadlineSeconds: patience.askSeconds });
    const isLast = pause === void 0 || deps.signal.aborted;
    if (!("value" in answer)) {
      if (isLast) return answer;
      await deps.clock.sleep(pause, deps.signal);
      continue;
    }
    if (isLast || !isPassing(answer.value)) return answer;
    const wanted = retryAfter(answer.value, deps.clock.now());
    if (wanted !== void 0 && wanted > patience.longestPause) return answer;
    await deps.clock.sleep(wanted ?? pause, deps.signal);
  }
  return unable("GitHub was not asked");
}
async function askOnce(github, ask) {
  try {
    return known(await github.ask(ask));
  } catch (error) {
    return unable(messageOf(error));
  }
}

// src/clients/code-scanning.ts
var UPLOAD = { what: "the upload to code scanning", permission: "security-events: write" };
var READING = { what: "a look into code scanning", permission: "security-events: write" };
var uploadedSchema = external_exports.object({ id: external_exports.string() });
async function uploadSarif(at, { ref, commit, sarif: sarif2, checkoutUri, startedAt }, asking) {
  const ask = {
    route: "POST /repos/{owner}/{repo}/code-scanning/sarifs",
    parameters: {
      ...at,
      ...{ ref, commit_sha: commit, sarif: sarif2 },
      ...{ checkout_uri: checkoutUri, started_at: startedAt, tool_name: "Plimsoll" }
    }
  };
  const answer = taken(await askPatiently(ask, asking), UPLOAD);
  if ("refused" in answer) return answer;
  const parsed = uploadedSchema.safeParse(answer.value.data);
  return parsed.success ? { value: parsed.data.id } : { refused: "GitHub took the upload and gave no id for it, so nobody knows what became of it." };
}
var statusSchema = external_exports.object({
  processing_status: external_exports.enum(["pending", "complete", "failed"]),
  errors: external_exports.array(external_exports.string()).nullish()
});
async function readProcessing(at, id, asking) {
  const ask = {
    route: "GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}",
    parameters: { ...at, sarif_id: id }
  };
  const answer = await askPatiently(ask, asking);
  if (isKnown(answer) && answer.value.status === 404) return known({ status: "pending", errors: [] });
  const read = taken(answer, READING);
  if ("refused" in read) return unable(read.refused);
  const parsed = statusSchema.safeParse(read.value.data);
  if (!parsed.success) return unable("GitHub’s answer about the upload is not one that is known.");
  return known({ status: parsed.data.processing_status, errors: parsed.data.errors ?? [] });
}
var analysesSchema = external_exports.array(external_exports.object({ category: external_exports.string(), created_at: external_exports.string() }));
async function listAnalyses(at, ref, asking) {
  const ask = {
    route: "GET /repos/{owner}/{repo}/code-scanning/analyses",
    parameters: { ...at, ref, tool_name: "Plimsoll", per_page: 100 }
  };
  const answer = await askPatiently(ask, asking);
  if (isKnown(answer) && answer.value.status === 404 && /no analysis/i.test(textOf2(answer.value)))
    return { value: [] };
  const read = taken(answer, READING);
  if ("refused" in read) return read;
  const parsed = analysesSchema.safeParse(read.value.data);
  return { value: parsed.success ? parsed.data : [] };
}
function textOf2({ data: data15 }) {
  return JSON.stringify(data15);
}
function taken(answer, asked) {
  if (!isKnown(answer))
    return { refused: `GitHub gave no answer to ${asked.what}: ${answer.unable}.` };
  const { status } = answer.value;
  if (status >= 200 && status < 300) return { value: answer.value };
  return { refused: refusalOf(answer.value, asked), status };
}

// src/publishers/sarif/upload.ts
var LARGEST_UPLOAD = 1e7;
var OF_ONE = [413, 422];
var UPLOAD_TIMES = { patience: PATIENCE, pollSeconds: 2, deadlineSeconds: 120 };
async function uploadAll(documents, call, deps) {
  const asking = { github: deps.github(call.token), patience: call.times.patience, deps };
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
    const answer = await uploadSarif(repositoryOf2(call), upload2, asking);
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
function repositoryOf2({ target: { owner, repo } }) {
  return { owner, repo };
}
async function compressed({ json, results }) {
  for (let most2 = Math.max(1, results); ; most2 = Math.floor(most2 / 2)) {
    const bytes3 = await gzipOf(json(most2));
    if (bytes3.length <= LARGEST_UPLOAD || most2 === 0) return bytes3;
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
      const read = await readProcessing(repositoryOf2(call), id, asking);
      if (isKnown(read) && read.value.status === "pending") continue;
      open.delete(image);
      if (isKnown(read) && read.value.status === "complete") states.set(image, "processed");
      else notices.push(`${image}: ${isKnown(read) ? failed(read.value.errors) : read.unable}`);
      if (isKnown(read) && read.value.status === "failed") states.set(image, "refused");
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
var UPLOAD_FOLDER = "sarif";
var sarif = {
  applies: ({ inputs }) => inputs !== void 0 && inputs.sarif !== "off",
  publish: (publication, deps) => publishSarif(publication, deps, UPLOAD_TIMES)
};
async function publishSarif(publication, deps, times) {
  const { report, inputs, folder: folder2 } = publication;
  if (inputs === void 0) return report;
  const told = report.images.filter((image) => isTold(report, image));
  const documents = [];
  for (const image of told)
    documents.push(await writeDocument(image, { report, inputs, deps, folder: folder2 }));
  if (documents.length > 0) deps.workflow.setOutput("sarif-dir", join2(folder2, UPLOAD_FOLDER));
  const uploaded = await upload(documents, { publication, inputs, deps, times });
  const silent = report.images.filter((image) => image.state === "built" && !told.includes(image));
  const notices = [
    ...silent.map(
      ({ id }) => `${id}: it could not be wholly scanned, so code scanning is told nothing: its alerts would close.`
    ),
    ...uploaded.notices,
    ...goneNotices(uploaded.before, report, inputs)
  ];
  return withAll(report, { documents, uploaded, notices });
}
function isTold(report, image) {
  const isUnable = report.outcomes.some(
    ({ rule, outcome, image: about }) => about === image.id && outcome === "unable" && ["vulnerabilities", "secrets"].includes(rule)
  );
  return image.state === "built" && image.findings !== void 0 && !isUnable;
}
async function writeDocument(image, { report, inputs, deps, folder: folder2 }) {
  const toolUrl = toolUrlOf(deps.workflow.env);
  const options2 = {
    ...{ least: inputs.sarifSeverity, most: KEPT_OF_A_RUN, withAccepted: false },
    mask: deps.secrets.mask,
    ...toolUrl === void 0 ? {} : { toolUrl }
  };
  const name = `${fileNameOf(image.id)}.sarif`;
  const full = renderSarif(report, image, { ...options2, most: LARGEST_RUN, withAccepted: true });
  const bytes3 = await writePieces(join2(folder2, name), full.json(), deps);
  const { json, counts } = renderSarif(report, image, options2);
  await writePieces(join2(folder2, UPLOAD_FOLDER, name), json(), deps);
  return {
    ...{ image, counts, name, bytes: bytes3 },
    json: (most2) => renderSarif(report, image, { ...options2, most: Math.min(most2, KEPT_OF_A_RUN) }).json()
  };
}
async function writePieces(path, texts, { files }) {
  let bytes3 = 0;
  const counted = function* () {
    for (const piece of bytesOf2(texts)) {
      bytes3 += piece.length;
      yield piece;
    }
  };
  await files.makeFolder(dirname(path));
  await files.remove(path);
  await pipeline(Readable2.from(counted()), files.sink(path));
  return bytes3;
}
function toolUrlOf(env) {
  const server = env["GITHUB_SERVER_URL"] ?? "";
  const repository = env["GITHUB_ACTION_REPOSITORY"] ?? "";
  const name = repository === "" ? env["GITHUB_REPOSITORY"] ?? "" : repository;
  return server === "" || name === "" ? void 0 : `${server}/${name}`;
}
var NOTHING = { states: /* @__PURE__ */ new Map(), notices: [], before: [] };
async function upload(documents, { publication, inputs, deps, times }) {
  const { env, door } = deps.workflow;
  if (documents.length === 0 || inputs.sarif !== "upload" || door !== "action") return NOTHING;
  const target = analysisTarget(env, await findHead(deps, inputs.workdir));
  if (inputs.token === void 0 || target === void 0) {
    const missing = inputs.token === void 0 ? "there is no token" : "the run has no ref and commit";
    return { ...NOTHING, notices: [`Nothing was uploaded to code scanning: ${missing}.`] };
  }
  const triesAnyway = isReadOnlyRun(env, await readEvent(deps));
  const { token } = inputs;
  const checkoutUri = pathToFileURL(env["GITHUB_WORKSPACE"] ?? inputs.workdir).href;
  const startedAt = publication.report.runs[0]?.startedAt ?? deps.clock.now().toISOString();
  return uploadAll(
    documents.map(({ image, json, counts }) => ({ image: image.id, json, results: counts.results })),
    { target, triesAnyway, checkoutUri, startedAt, token, times },
    deps
  );
}
var LARGEST_EVENT = 2e7;
async function readEvent({ files, workflow }) {
  const path = workflow.env["GITHUB_EVENT_PATH"];
  if (path === void 0 || path === "") return void 0;
  try {
    const event = JSON.parse(await files.readText(path, LARGEST_EVENT));
    return event;
  } catch {
    return void 0;
  }
}
function withAll(report, { documents, uploaded, notices }) {
  const [first, ...others] = report.runs;
  const said2 = notices.map((message) => ({ from: "sarif", message }));
  return {
    ...report,
    runs: first === void 0 ? [] : [{ ...first, notices: [...first.notices, ...said2] }, ...others],
    images: report.images.map((image) => {
      const found = documents.find((document) => document.image.id === image.id);
      if (found === void 0) return image;
      const upload2 = uploaded.states.get(image.id) ?? "not-asked";
      return { ...image, sarif: { ...found.counts, upload: upload2 } };
    }),
    attachments: [
      ...report.attachments,
      ...documents.map(({ image, name, bytes: bytes3 }) => ({
        image: image.id,
        kind: "sarif",
        path: name,
        bytes: bytes3
      }))
    ]
  };
}

// src/publishers/stdout/index.ts
var stdout = {
  applies: ({ inputs }) => inputs?.json === true,
  publish: ({ report }, deps) => deps.workflow.writeStdout(reportText(report, deps.secrets.mask))
};

// src/domain/report/held.ts
function looseningLines(report) {
  return report.violations.filter(({ rule, waived: waived2 }) => rule === "loosening" && waived2 === void 0).flatMap(({ data: data15 }) => RULES.loosening.words(data15)?.message ?? []);
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
    const words4 = excused.map((one) => `${amountOf(one)} not judged (${reasonOf(one)})`);
    return [`${image ?? ""}: ${rule}: ${words4.join(", ")}`];
  });
}
function amountOf({ count, severity, bytes: bytes3 }) {
  if (bytes3 !== void 0) return formatBytes(bytes3);
  return [count, severity].filter((word) => word !== void 0).join(" ");
}
function reasonOf({ why, detail }) {
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
function baselineText(baseline) {
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
    const { results, accepted, belowSeverity, leftOut, withoutPlace, upload: upload2 } = sarif2;
    const without2 = [
      [accepted, "accepted"],
      [belowSeverity, "less severe than asked for"],
      [leftOut, "more than GitHub keeps"],
      [withoutPlace, "of no file in the repository"]
    ];
    const named = without2.filter(([count]) => count > 0);
    if (upload2 === "not-asked" && named.length === 0) return [];
    const rest = named.map(([count, why]) => `${count} ${why}`).join(", ");
    const said2 = `${id}: ${results} ${results === 1 ? "result" : "results"} ${ENDS2[upload2]}`;
    return [rest === "" ? `${said2}.` : `${said2}; not among them: ${rest}.`];
  });
}

// src/domain/findings/versions.ts
function fixFor(installed3, fixed) {
  const versions = fixed.split(",").map((version) => version.trim()).filter((version) => version !== "");
  if (versions.length < 2) return versions[0] ?? fixed;
  const above = versions.filter((version) => compareVersions(version, installed3) > 0);
  return above.sort(compareVersions)[0] ?? versions.join(", ");
}
function compareVersions(a, b) {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index2 = 0; index2 < Math.max(left.length, right.length); index2 += 1) {
    const difference = compareParts(left[index2], right[index2]);
    if (difference !== 0) return difference;
  }
  return 0;
}
function partsOf(version) {
  return version.replace(/^v/, "").replace(/\+.*$/, "").match(/\d+|[A-Za-z]+/g) ?? [];
}
function compareParts(a, b) {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left !== right) return left - right;
  if (a === void 0 || b === void 0) return 0;
  if (/^\d/.test(a) && /^\d/.test(b))
    return Number(BigInt(a) > BigInt(b)) - Number(BigInt(a) < BigInt(b));
  return a < b ? -1 : Number(a > b);
}
function rankOf(part2) {
  if (part2 === void 0) return 1;
  return /^\d/.test(part2) ? 2 : 0;
}

// src/domain/report/vulnerable.ts
var dataSchema = external_exports.object({
  id: external_exports.string(),
  severity: external_exports.enum(SEVERITIES),
  package: external_exports.string(),
  installed: external_exports.array(external_exports.object({ version: external_exports.string() })),
  fixed: external_exports.string().optional(),
  base: external_exports.boolean().optional()
});
function vulnerablePackages(report) {
  const sightings = report.violations.flatMap((violation3) => {
    if (violation3.rule !== "vulnerabilities" || violation3.waived !== void 0) return [];
    const parsed = dataSchema.safeParse(violation3.data);
    return parsed.success ? [{ violation: violation3, data: parsed.data }] : [];
  });
  const groups = Map.groupBy(sightings, keyOf);
  return [...groups.values()].flatMap(toPackage).sort(compare);
}
function keyOf({ violation: violation3, data: data15 }) {
  return JSON.stringify([
    violation3.image,
    violation3.level,
    data15.package,
    installedOf(data15),
    violation3.place
  ]);
}
function installedOf(data15) {
  return [...new Set(data15.installed.map((one) => one.version))].join(", ");
}
function toPackage(group) {
  const [first] = group;
  if (first === void 0) return [];
  const { violation: violation3, data: data15 } = first;
  const fixes = group.flatMap((one) => one.data.fixed ?? []);
  const last2 = [...fixes].sort(compareVersions).at(-1);
  const { place: place2 } = violation3;
  return [
    {
      image: violation3.image ?? "",
      level: violation3.level,
      package: data15.package,
      installed: installedOf(data15),
      ...last2 === void 0 || fixes.length < group.length ? {} : { fixed: last2 },
      advisories: group.map((one) => ({ id: one.data.id, severity: one.data.severity })).sort((a, b) => rank(b.severity) - rank(a.severity)),
      base: data15.base === true,
      ...place2 === void 0 ? {} : { place: place2 }
    }
  ];
}
function rank(severity) {
  return SEVERITIES.indexOf(severity);
}
function compare(a, b) {
  const worst2 = (one) => rank(one.advisories[0]?.severity ?? "unknown");
  return Number(a.fixed === void 0) - Number(b.fixed === void 0) || Number(a.base) - Number(b.base) || worst2(b) - worst2(a) || b.advisories.length - a.advisories.length;
}
function advisoriesText({ advisories }) {
  const counts = Map.groupBy(advisories, ({ severity }) => severity);
  const numbers = [...counts].map(([severity, all]) => `${all.length} ${severity}`).join(", ");
  const names = advisories.slice(0, NAMED5).map(({ id }) => id);
  const more = advisories.length - names.length;
  return `${numbers}: ${names.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}
var NAMED5 = 3;

// src/domain/text/fit.ts
var encoder = new TextEncoder();
function fit(parts, limit, note) {
  const kept = [...parts];
  const out = [];
  for (; ; ) {
    const text = [...kept.map((part2) => part2.text), ...out.length === 0 ? [] : [note(out)]].join(
      "\n\n"
    );
    if (encoder.encode(text).length <= limit) return text;
    const least2 = kept.reduce(
      (low, part2) => low === void 0 || part2.priority < low.priority ? part2 : low,
      void 0
    );
    if (least2 === void 0) return cut2(text, limit);
    kept.splice(kept.indexOf(least2), 1);
    out.push(least2.name);
  }
}
function cut2(text, limit) {
  return new TextDecoder().decode(encoder.encode(text).subarray(0, limit)).replace(/\ufffd+$/, "");
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
  before,
  after
}) {
  const share2 = before === 0 ? "" : ` (${signed((after - before) / before * 100)} %)`;
  return [formatBytes(before), formatBytes(after), `${formatDifference(after - before)}${share2}`];
}
function signed(value) {
  const text = Math.abs(value).toFixed(1);
  return Number(text) === 0 ? "0.0" : `${value < 0 ? "−" : "+"}${text}`;
}
function causesText({ causes }) {
  if (causes.length === 0) return "no layer differs";
  return causes.map(({ cause, unpackedBytes }) => `${cause} ${formatDifference(unpackedBytes)}`).join(", ");
}
function changedLayers({ layers }, most2) {
  return layers.filter(({ unpacked }) => unpacked.before !== unpacked.after).filter(({ cause }) => cause === "this change" || cause === "unknown").slice(0, most2);
}
var MOST_LINES = 3;
function othersText({ causes, layers, bases }) {
  return causes.filter(({ cause }) => cause === "base image" || cause === "drift").map(({ cause, unpackedBytes }) => {
    const own = layers.filter((layer) => layer.cause === cause && !layer.base);
    const lines = own.flatMap(({ place: place2 }) => place2 === void 0 ? [] : [placeText(place2)]);
    const moved = bases.map(
      ({ reference, before, after }) => `${reference} leads to ${after.slice(0, SHORT_DIGEST)} now, and led to ${before.slice(0, SHORT_DIGEST)}`
    );
    return [
      `${cause} ${formatDifference(unpackedBytes)}`,
      ...cause === "base image" ? moved : [],
      ...lines.length === 0 ? [] : [`by ${lines.slice(0, MOST_LINES).join(", ")}`]
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
function packagesText({ packages }) {
  if (packages === void 0 || packages.length === 0) return void 0;
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

// src/publishers/summary/place.ts
function place(at, { linkBase }) {
  const text = placeText(at);
  if (text === "") return "place unknown";
  if (linkBase === void 0 || at.file === void 0) return code(text);
  const path = at.file.split("/").map(encodeURIComponent).join("/").replaceAll("(", "%28").replaceAll(")", "%29");
  const lines = at.startLine === void 0 ? "" : `#L${at.startLine}${at.endLine === void 0 || at.endLine === at.startLine ? "" : `-L${at.endLine}`}`;
  return `[${code(text.slice(text.lastIndexOf("/") + 1))}](${linkBase}/${path}${lines})`;
}
function whose(by, options2) {
  return by.base === true || by.place === void 0 ? whoseText(by) : place(by.place, options2);
}

// src/publishers/summary/changes.ts
var ROWS = 10;
function renderSizes(report) {
  const rows = sizeRows(report);
  const [run] = report.runs;
  if (rows.length === 0) return "";
  return [
    `Against the baseline of ${escapeMarkdown(baselineText(run?.baseline))}:`,
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
    layersTable(compared, options2),
    pathsTable(compared),
    packagesTable(compared),
    findingsTable(compared),
    misses.length === 0 ? "" : [
      "Not from the cache:",
      ...misses.slice(0, ROWS).map((line2) => `- ${escapeMarkdown(line2)}`)
    ].join("\n")
  ];
  return folded(
    `What changed: ${escapeMarkdown(image.id)} (${causesText(compared)})`,
    parts.filter((part2) => part2 !== "").join("\n\n")
  );
}
function sentences(compared) {
  const packages = packagesText(compared);
  return [
    ...othersText(compared).map((text) => `- ${escapeMarkdown(text)}`),
    ...packages === void 0 ? [] : [`- packages: ${packages}`],
    `- ${findingsText(compared)}`
  ].join("\n");
}
function layersTable(compared, options2) {
  const layers = changedLayers(compared, ROWS);
  if (layers.length === 0) return "";
  const rows = layers.map(({ unpacked, base, change, place: at, instruction }) => [
    formatDifference(unpacked.after - unpacked.before),
    `${formatBytes(unpacked.before)} → ${formatBytes(unpacked.after)}`,
    base ? `base image ${change}` : change,
    change === "went" ? code(placeText(at ?? {}).replace(/^.*\//, "")) : place(at ?? {}, options2),
    instruction === void 0 ? "" : code(instruction.slice(0, 120))
  ]);
  return table(["difference", "unpacked", "what", "where", "instruction"], rows);
}
function pathsTable({ paths = [] }) {
  if (paths.length === 0) return "";
  const isMixed = new Set(paths.map(({ cause }) => cause)).size > 1;
  const rows = paths.slice(0, ROWS).map(({ name, kind, before, after, change, cause }) => [
    formatDifference(after - before),
    `${change}${kind === "package" ? ", package" : ""}`,
    code(pathText({ name, kind })),
    ...isMixed ? [cause] : []
  ]);
  const head = ["difference", "what", "file or package", ...isMixed ? ["cause"] : []];
  return table(head, rows);
}
function packagesTable({ packages = [] }) {
  const changed = packagesFirst(packages.filter(({ cause }) => cause === "this change"));
  if (changed.length === 0) return "";
  const rows = changed.slice(0, ROWS).map(({ name, change, before, after }) => [
    change,
    escapeMarkdown(name),
    escapeMarkdown([before, after].filter((version) => version !== void 0).join(" → "))
  ]);
  return table(["package", "name", "version"], rows);
}
function findingsTable({ findings }) {
  if (findings === void 0 || findings.new.length === 0) return "";
  const rows = findings.new.slice(0, ROWS).map(({ id, package: about, severity, fixed, cause }) => [
    escapeMarkdown(id),
    severity,
    escapeMarkdown(about),
    escapeMarkdown(fixed ?? "no fix yet"),
    cause
  ]);
  return table(["new vulnerability", "severity", "package", "fixed in", "cause"], rows);
}

// src/publishers/summary/inside.ts
var ROWS2 = 10;
function renderBytes(image, options2) {
  const layers = biggestLayers(image, ROWS2);
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
  return folded(
    `Where the bytes are: ${escapeMarkdown(image.id)}`,
    parts.filter((part2) => part2 !== "").join("\n\n")
  );
}
function filesTable(shares, options2) {
  if (shares.length === 0) return "";
  const rows = shares.slice(0, ROWS2).map((share2) => [
    formatBytes(share2.bytes),
    code(`/${shortened(share2.path)}`),
    whose(share2, options2)
  ]);
  return table(["bytes", "biggest files", "brought by"], rows);
}
function toolsTable(image, options2) {
  const tools = image.tools ?? [];
  if (tools.length === 0) return "";
  const rows = tools.slice(0, ROWS2).map((tool) => [
    formatBytes(tool.bytes),
    tool.name === tool.kind ? tool.kind : `${escapeMarkdown(tool.name)} (${tool.kind})`,
    whose(tool, options2)
  ]);
  return table(["bytes", "tools left inside", "brought by"], rows);
}
function renderContext({ id, context, build }) {
  if (context === void 0 || context.files === 0) return "";
  const rows = context.biggestFolders.slice(0, ROWS2).map(({ path, bytes: bytes3 }) => [formatBytes(bytes3), code(path)]);
  const named = context.named.map(
    ({ name, path, bytes: bytes3, files }) => `- the named context ${code(name)} (${code(path)}): ${formatBytes(bytes3)} in ${files} files`
  );
  const moved = build?.transferredBytes ?? 0;
  const parts = [
    `BuildKit moved ${formatBytes(moved)} of it for this build.`,
    named.join("\n"),
    table(["bytes", "folder"], rows)
  ];
  return folded(
    `What the context sends: ${escapeMarkdown(id)} (${formatBytes(context.bytes)} in ${context.files} files)`,
    parts.filter((part2) => part2 !== "").join("\n\n")
  );
}
function renderWaste(image, options2) {
  const all = image.waste ?? [];
  if (all.length === 0) return "";
  const rows = all.slice(0, ROWS2).map((waste2) => [
    formatBytes(waste2.bytes),
    waste2.kind,
    code(`/${shortened(waste2.path)}`),
    whose(waste2.made, options2),
    whose(waste2.killed, options2)
  ]);
  return folded(
    `What is wasted: ${escapeMarkdown(image.id)} (${formatBytes(image.wasteBytes ?? 0)})`,
    table(["bytes", "what", "where", "brought by", "removed or overwritten by"], rows)
  );
}

// src/publishers/summary/render.ts
var ROWS3 = 10;
function renderSummary(report, options2) {
  const parts = [
    part("headline", `## ${escapeMarkdown(headline(report))}`, Number.POSITIVE_INFINITY),
    part("loosenings", looseningsOf(report), 95),
    part("notice of enforce", enforceLine(report), 90),
    part("images", imagesTable(report), 100),
    part("comparison with the baseline", renderSizes(report), 75),
    part("violations", violationsOf(report, options2), 80),
    part("what could not be judged", bullets(unables(report)), 85),
    part("last output of the failing step", outputOf(report), 84),
    part("what compose overrides", bullets(contradictions(report)), 70),
    part("how it was judged", folding("How it was judged", bullets(judgedLines(report))), 41),
    part("waived", folding("Waived", bullets(waived(report))), 40),
    part("code scanning", folding("Code scanning", bullets(scanningLines(report))), 42),
    part("notices", folding("Notices", bullets(noticesOf2(report))), 50),
    ...report.images.map(
      (image) => part(`changes of ${image.id}`, renderChanges(image, options2), 38)
    ),
    ...report.images.map((image) => part(`bytes of ${image.id}`, renderBytes(image, options2), 30)),
    ...report.images.map((image) => part(`context of ${image.id}`, renderContext(image), 25)),
    ...report.images.map((image) => part(`waste of ${image.id}`, renderWaste(image, options2), 35)),
    ...report.images.map((image) => part(`packages of ${image.id}`, packagesOf2(image), 20)),
    part("what nobody looked at", notLookedAt(report), 45),
    part("tools", `<sub>${escapeMarkdown(originLine(report))}</sub>`, 60)
  ];
  const there = parts.filter((one) => one !== void 0);
  return fit(
    there,
    options2.limit,
    (names) => `Left out here, and to be found in report.json: ${names.map(escapeMarkdown).join(", ")}.`
  );
}
function part(name, text, priority) {
  return text === "" ? void 0 : { name, text, priority };
}
function folding(title, body) {
  return body === "" ? "" : folded(title, body);
}
function bullets(lines) {
  return lines.map((line2) => `- ${escapeMarkdown(line2)}`).join("\n");
}
function looseningsOf(report) {
  const lines = looseningLines(report);
  return lines.length === 0 ? "" : `**The policy lets more pass than the baseline’s:**

${bullets(lines)}`;
}
function notLookedAt({ images }) {
  const lines = images.flatMap((image) => image.notLookedAt.map((text) => `${image.id}: ${text}`));
  return folding("What nobody looked at", bullets(lines));
}
function judgedLines(report) {
  return [...stanceLines(report), ...excusedLines(report)];
}
function enforceLine(report) {
  const off = report.runs.some((run) => run.request["enforce"] === "false");
  return off ? "Rules are reported and not enforced (`enforce: false`)." : "";
}
function imagesTable(report) {
  if (report.images.length === 0) return "";
  return table(
    IMAGE_COLUMNS,
    report.images.map((image) => imageRow(image).map(escapeMarkdown))
  );
}
function violationsOf(report, options2) {
  const all = problems(report);
  const packages = vulnerablePackages(report);
  const images = [...new Set(all.map((problem) => problem.image))];
  return images.map((image) => {
    const own = all.filter(
      (problem) => problem.image === image && problem.rule !== "vulnerabilities"
    );
    const vulnerable = packages.filter((one) => one.image === image);
    const parts = [problemList(own, options2), packageTable(vulnerable, options2)];
    return [`### ${escapeMarkdown(image)}`, ...parts.filter((text) => text !== "")].join("\n\n");
  }).join("\n\n");
}
function problemList(all, options2) {
  const lines = all.slice(0, ROWS3).map((problem) => {
    const rule = `**${escapeMarkdown(problem.rule)}**${problem.level === "error" ? "" : " (warning)"}`;
    return `- ${rule} ${place(problem, options2)}: ${escapeMarkdown(problem.message)} ${escapeMarkdown(problem.mend)}`;
  });
  return [...lines, ...moreOf(all.length)].join("\n");
}
function moreOf(count) {
  return count > ROWS3 ? [`- ${count - ROWS3} more are in report.json.`] : [];
}
function packageTable(all, options2) {
  if (all.length === 0) return "";
  const rows = all.slice(0, ROWS3).map((one) => [
    `${escapeMarkdown(one.package)} ${escapeMarkdown(one.installed)}`,
    one.fixed === void 0 ? "no fix yet" : escapeMarkdown(one.fixed),
    escapeMarkdown(advisoriesText(one)),
    one.base ? `base image, ${place(one.place ?? {}, options2)}` : place(one.place ?? {}, options2)
  ]);
  const more = moreOf(all.length).join("");
  return `${table(["vulnerable", "upgrade to", "advisories", "where"], rows)}${more === "" ? "" : `

${more}`}`;
}
function outputOf(report) {
  const lines = report.runs.flatMap((run) => run.failure?.output ?? []);
  if (lines.length === 0) return "";
  return folded(
    "Last output of the failing step",
    `<pre>${lines.map(escapeMarkdown).join("<br>")}</pre>`
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
  const rows = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => [escapeMarkdown(kind), String(count)]);
  const system = image.system === void 0 ? "" : `System: ${escapeMarkdown(image.system)}

`;
  return folded(
    `Packages of ${escapeMarkdown(image.id)}`,
    `${system}${table(["kind", "packages"], rows)}`
  );
}

// src/publishers/summary/index.ts
var LIMIT = 1024 * 1024 - 1024;
var summary = {
  applies: (_, deps) => deps.workflow.door === "action",
  publish: ({ report }, deps) => {
    const {
      GITHUB_SERVER_URL: server,
      GITHUB_REPOSITORY: repository,
      GITHUB_SHA: sha
    } = deps.workflow.env;
    const known2 = server !== void 0 && repository !== void 0 && sha !== void 0;
    const link = known2 ? { linkBase: `${server}/${repository}/blob/${sha}` } : {};
    return deps.workflow.writeSummary(
      deps.secrets.mask(renderSummary(report, { limit: LIMIT, ...link }))
    );
  }
};

// src/publishers/terminal/render.ts
import { styleText } from "node:util";

// src/publishers/terminal/lines.ts
function grid(rows) {
  const clean = rows.map((row) => row.map(plainLine));
  const widths = (clean[0] ?? []).map(
    (_, column) => Math.max(...clean.map((row) => row[column]?.length ?? 0))
  );
  return clean.map(
    (row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  ).join("\n");
}
function list(title, lines) {
  if (lines.length === 0) return "";
  return [title, ...lines.map((line2) => `  ${plainLine(line2)}`)].join("\n");
}

// src/publishers/terminal/changes.ts
var ROWS4 = 5;
function changeBlocks(report) {
  const rows = sizeRows(report);
  if (rows.length === 0) return [];
  return [
    `Against the baseline of ${baselineText(report.runs[0]?.baseline)}
${grid([SIZE_COLUMNS, ...rows])}`,
    ...report.images.map((image) => list(`What changed in ${image.id}`, linesOf(image)))
  ];
}
function linesOf(image) {
  const compared = comparedOf2(image);
  if (compared === void 0) return [];
  const packages = packagesText(compared);
  return [
    causesText(compared),
    ...changedLayers(compared, ROWS4).map(
      ({ unpacked, base, place: place2, instruction }) => [
        formatDifference(unpacked.after - unpacked.before).padStart(10),
        placeText(place2 ?? {}),
        base ? "base image" : (instruction ?? "").slice(0, 70)
      ].join("  ")
    ),
    ...(compared.paths ?? []).slice(0, ROWS4).map(
      ({ name, kind, before, after, change }) => `${formatDifference(after - before).padStart(10)}  ${change}  ${pathText({ name, kind })}`
    ),
    ...othersText(compared),
    ...packages === void 0 ? [] : [`packages: ${packages}`],
    findingsText(compared),
    ...missesText(image).slice(0, ROWS4).map((text) => `not from the cache: ${text}`)
  ];
}

// src/publishers/terminal/render.ts
var ROWS5 = 10;
var LAYERS = 5;
var COLOURS = { pass: "green", fail: "red", unable: "yellow" };
function renderTerminal(report, options2) {
  const paint = (style, text) => options2.colours ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [
    paint("bold", paint(COLOURS[report.verdict], plainLine(headline(report)))),
    list("The policy lets more pass than the baseline’s", looseningLines(report)),
    report.runs.some((run) => run.request["enforce"] === "false") ? "Rules are reported and not enforced (--enforce=false)." : "",
    report.images.length === 0 ? "" : grid([IMAGE_COLUMNS, ...report.images.map(imageRow)]),
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
    list(
      "Notices",
      report.runs.flatMap(
        (run) => run.notices.map((notice) => `${notice.from}: ${notice.message}`)
      )
    ),
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
    paint("dim", `The whole report: ${plainLine(options2.folder)}`)
  ];
  return `
${blocks.filter((block) => block !== "").join("\n\n")}
`;
}
function insideBlocks({ images }) {
  return [
    ...images.map(
      (image) => list(`Biggest layers of ${image.id}`, biggestLayers(image, LAYERS).map(layerLine))
    ),
    ...images.map(
      (image) => list(
        `Wasted in ${image.id}: ${formatBytes(image.wasteBytes ?? 0)}`,
        (image.waste ?? []).slice(0, LAYERS).map(wasteLine)
      )
    )
  ];
}
function problemBlocks(report) {
  const all = problems(report);
  const packages = vulnerablePackages(report);
  return [...new Set(all.map((problem) => problem.image))].map((image) => {
    const own = all.filter(
      (problem) => problem.image === image && problem.rule !== "vulnerabilities"
    );
    const vulnerable = packages.filter((one) => one.image === image);
    return list(image, [
      ...own.slice(0, ROWS5).flatMap(problemLines),
      ...vulnerable.slice(0, ROWS5).flatMap(packageLines),
      ...moreOf2(
        own.length + vulnerable.length - Math.min(own.length, ROWS5) - Math.min(vulnerable.length, ROWS5)
      )
    ]);
  });
}
function moreOf2(count) {
  return count > 0 ? [`${count} more are in report.json.`] : [];
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
    `${problem.level === "error" ? "error  " : "warning"} ${problem.rule}${where === "" ? "" : `  ${where}`}: ${problem.message}`,
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
  publish: ({ report, folder: folder2, layouts, inputs }, deps) => {
    const { columns, env } = deps.workflow;
    const colours = columns !== void 0 && (env["NO_COLOR"] ?? "") === "";
    const kept = inputs?.keep === true ? layouts : [];
    const paths = kept.map(({ image, path }) => ({ image: image.id, path }));
    const text = renderTerminal(report, { colours, folder: folder2, kept: paths });
    return deps.workflow.writeSummary(deps.secrets.mask(text));
  }
};

// src/publishers/index.ts
var PUBLISHER_IDS = [
  "sarif",
  "summary",
  "terminal",
  "annotations",
  "outputs",
  "folder",
  "stdout"
];
var PUBLISHERS = {
  sarif,
  summary,
  terminal,
  annotations,
  outputs,
  folder,
  stdout
};

// src/stages/report-folder.ts
import { join as join3 } from "node:path";
function askedReportFolder(inputs, deps) {
  if (inputs?.reportDir !== void 0) return inputs.reportDir;
  if (deps.workflow.door === "action") return void 0;
  return join3(inputs?.workdir ?? deps.workflow.cwd, ".plimsoll");
}

// src/stages/publish.ts
async function publish(call) {
  const { report, images, built, record, inputs, deps } = call;
  let publication = {
    report: mapStrings(report, withoutUrls),
    folder: askedReportFolder(inputs, deps) ?? await deps.files.makeTemporary("plimsoll-report", "job"),
    attachments: images.flatMap(attachmentsOf),
    layouts: built?.layouts ?? [],
    ...record === void 0 ? {} : { record },
    ...built?.metadata === void 0 ? {} : { metadata: built.metadata },
    ...inputs === void 0 ? {} : { inputs }
  };
  for (const id of PUBLISHER_IDS) {
    if (!PUBLISHERS[id].applies(publication, deps)) continue;
    try {
      const told = await PUBLISHERS[id].publish(publication, deps);
      if (typeof told === "object") publication = { ...publication, report: told };
    } catch (error) {
      const message = `The report could not be published here: ${messageOf(error)}.`;
      deps.log.foreign(`${id}: ${message}`);
      publication = { ...publication, report: withNotice(publication.report, { from: id, message }) };
    }
  }
  return publication.report;
}
function withoutUrls(text, key) {
  return ["url", "references", "instruction"].includes(key) ? text : withoutUrlSecrets(text);
}
function withNotice(report, notice) {
  const [first, ...others] = report.runs;
  if (first === void 0) return report;
  return { ...report, runs: [{ ...first, notices: [...first.notices, notice] }, ...others] };
}
function attachmentsOf(image) {
  if (image.layers.length === 0) return image.scanned.attachments;
  const text = JSON.stringify({ image: image.image.id, layers: image.layers }, void 0, 2);
  return [...image.scanned.attachments, { image: image.image.id, kind: "layers", text }];
}

export {
  require_packageurl_js,
  findingIdentity,
  systemPackageKey,
  languagePackageKey,
  purlWithoutVersion,
  secretKey,
  shown,
  listed,
  nearestFirst,
  rulesFor,
  formatBytes,
  LEVELS,
  SUBJECT_KEYS,
  placeOfLayer,
  parseIgnore,
  contextFacts,
  ranked,
  CAUSES,
  changeOf,
  cannotFail,
  fixesSince,
  withFixDates,
  nameText,
  cacheOf,
  Losses,
  RULE_IDS,
  RULES,
  forEachRule,
  lineFields,
  lineOf,
  makeReport,
  failureReport,
  fixFor,
  compareVersions,
  askedReportFolder,
  attachmentName,
  policyRecord,
  RECORD_NAME,
  recordSchema,
  findRoot,
  listFiles,
  isClean,
  findParents,
  findHead,
  attachmentData,
  jsonText,
  refusalOf,
  PATIENCE,
  askPatiently,
  repositoryOf,
  publish
};
