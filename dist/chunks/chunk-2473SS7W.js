import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);
import {
  external_exports
} from "./chunk-APOYRPQO.js";
import {
  cut,
  withoutTrailing
} from "./chunk-UIIRCSEI.js";
import {
  RUN_OVER
} from "./chunk-IQEXAYKY.js";
import {
  __commonJS,
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
        const code = str.charCodeAt(i);
        if (!// Whitespace characters according to ECMAScript spec:
        // https://tc39.es/ecma262/#sec-white-space
        (code === 32 || // Space
        code === 9 || // Tab
        code === 10 || // Line Feed
        code === 11 || // Vertical Tab
        code === 12 || // Form Feed
        code === 13 || // Carriage Return
        code === 160 || // No-Break Space
        code === 5760 || // Ogham Space Mark
        code === 8192 || // En Quad
        code === 8193 || // Em Quad
        code === 8194 || // En Space
        code === 8195 || // Em Space
        code === 8196 || // Three-Per-Em Space
        code === 8197 || // Four-Per-Em Space
        code === 8198 || // Six-Per-Em Space
        code === 8199 || // Figure Space
        code === 8200 || // Punctuation Space
        code === 8201 || // Thin Space
        code === 8202 || // Hair Space
        code === 8232 || // Line Separator
        code === 8233 || // Paragraph Separator
        code === 8239 || // Narrow No-Break Space
        code === 8287 || // Medium Mathematical Space
        code === 12288 || // Ideographic Space
        code === 65279)) {
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
      let index = 0;
      while ((index = str.indexOf("-", fromIndex)) !== -1) {
        result = result + str.slice(fromIndex, index) + "_";
        fromIndex = index + 1;
      }
      return fromIndex ? result + str.slice(fromIndex) : str;
    }
    function replaceUnderscoresWithDashes(str) {
      let result = "";
      let fromIndex = 0;
      let index = 0;
      while ((index = str.indexOf("_", fromIndex)) !== -1) {
        result = result + str.slice(fromIndex, index) + "-";
        fromIndex = index + 1;
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
    var { encodeURIComponent } = globalThis;
    function encodeNamespace(namespace) {
      return isNonEmptyString(namespace) ? encodeURIComponent(namespace).replace(/%3A/g, ":").replace(/%2F/g, "/") : "";
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
      return isNonEmptyString(subpath) ? encodeURIComponent(subpath).replace(/%2F/g, "/") : "";
    }
    function encodeVersion(version) {
      return isNonEmptyString(version) ? encodeURIComponent(version).replace(/%3A/g, ":").replace(/%2B/g, "+") : "";
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
      encodeURIComponent
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
        const code = key.charCodeAt(i);
        if (!(code >= 48 && code <= 57 || // 0-9
        code >= 65 && code <= 90 || // A-Z
        code >= 97 && code <= 122 || // a-z
        code === 46 || // .
        code === 45 || // -
        code === 95)) {
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
        const code = value.charCodeAt(0);
        if (code >= 48 && code <= 57) {
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
        const code = type.charCodeAt(i);
        if (!(code >= 48 && code <= 57 || // 0-9
        code >= 65 && code <= 90 || // A-Z
        code >= 97 && code <= 122 || // a-z
        code === 46 || // .
        code === 43 || // +
        code === 45)) {
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
      encodeURIComponent
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
    var PurlComponentEncoder = (comp) => isNonEmptyString(comp) ? encodeURIComponent(comp) : "";
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
                const code = name.charCodeAt(i);
                if (!(code >= 48 && code <= 57 || // 0-9
                code >= 97 && code <= 122 || // a-z
                code === 95)) {
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
        const { hash } = url;
        if (hash.length !== 0) {
          rawSubpath = decodePurlComponent("subpath", hash.slice(1));
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

// src/domain/known.ts
function known(value) {
  return { value };
}
function unable(reason) {
  return { unable: reason };
}
function isKnown(thing) {
  return "value" in thing;
}
function mapKnown(thing, change) {
  return isKnown(thing) ? known(change(thing.value)) : thing;
}

// src/domain/text/plain.ts
var ESCAPES = (
  // eslint-disable-next-line no-control-regex -- these characters are what it is about
  /(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]/g
);
var HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
var PRINTABLE = /^[ -~]*$/;
function withoutEscapes(text) {
  return text.replace(ESCAPES, "");
}
function plainLine(text) {
  if (PRINTABLE.test(text)) return text.trimEnd();
  return withoutEscapes(text).replace(HIDDEN, " ").trimEnd();
}
var HIDDEN_IN_LINES = /(?:(?!\n|(?<=@)\u2060)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])+/gu;
function plainLines(text) {
  return PRINTABLE.test(text) ? text : withoutEscapes(text).replace(HIDDEN_IN_LINES, " ");
}
var LONGEST = 80;
function shortened(path) {
  const half = Math.floor(LONGEST / 2);
  return path.length <= LONGEST ? path : `${path.slice(0, half)}…${path.slice(-half)}`;
}

// src/domain/report/run-end.ts
var MOST_NAMED = 5;
var LONGEST_NAME = 120;
function endedBy(reason, running) {
  const all = [...new Set(running)];
  const named = all.slice(0, MOST_NAMED).map((name) => cut(plainLine(name), LONGEST_NAME));
  const more = all.length - named.length;
  const rest = more === 0 ? "" : ` and ${more} more`;
  return named.length === 0 ? `${reason}.` : `${reason}; still running: ${named.join(", ")}${rest}.`;
}
function timeoutWords(seconds, running) {
  return `${endedBy(`The ${seconds} s of \`timeout\` are over`, running)} The input timeout allows more.`;
}
function endedReport(report, reason) {
  return withRunEnd({ ...report, verdict: "unable", error: { kind: "tool", message: reason } }, reason);
}
function withRunEnd(report, reason) {
  const told = (one) => isBrokenOff(one.reason) ? { ...one, reason } : one;
  return {
    ...report,
    images: report.images.map(told),
    outcomes: report.outcomes.map(told),
    runs: report.runs.map(({ failure, ...run }) => ({
      ...run,
      // A build that was ended has not failed.
      ...failure === void 0 || isBrokenOff(failure.message) ? {} : { failure },
      notices: noticesOf(run.notices, { report, reason })
    }))
  };
}
function noticesOf(notices, { report: { error }, reason }) {
  const others = notices.filter(({ message }) => !isBrokenOff(message));
  const isSaid = error?.message === reason || others.some(({ message }) => message === reason);
  const isBroken = others.length < notices.length;
  return isSaid || !isBroken ? others : [...others, { from: "run", message: reason }];
}
function isBrokenOff(text = "") {
  return text.includes(RUN_OVER);
}

// src/domain/version.ts
var VERSION = "0.0.0";

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
  const bytes2 = Math.round(Number(match2[1]) * entry[1]);
  return Number.isSafeInteger(bytes2) ? bytes2 : void 0;
}
function formatMoment(iso) {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
function formatSeconds(seconds) {
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds >= 7200) return `${Number((seconds / 3600).toFixed(1))} h`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest === 0 ? "" : ` ${rest} s`}`;
}
function formatDifference(bytes2) {
  if (bytes2 === 0) return formatBytes(0);
  return `${bytes2 < 0 ? "−" : "+"}${formatBytes(Math.abs(bytes2))}`;
}
function formatBytes(bytes2) {
  const units = ["kB", "MB", "GB", "TB"];
  if (Math.abs(bytes2) < 1e3) return `${bytes2} B`;
  let value = bytes2 / 1e3;
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

// src/domain/own.ts
function own(record, name) {
  return Object.hasOwn(record, name) ? record[name] : void 0;
}
var PROTO = "__proto__";
var Dictionary = external_exports.core.$constructor("Dictionary", (schema, definition) => {
  external_exports.ZodRecord.init(schema, definition);
  const parse = schema._zod.parse.bind(schema._zod);
  schema._zod.parse = (payload, context) => {
    const input = payload.value;
    const parsed = parse(payload, context);
    const hasIt = typeof input === "object" && input !== null && Object.hasOwn(input, PROTO);
    if (!hasIt || parsed instanceof Promise) return parsed;
    const found = Object.getOwnPropertyDescriptor(input, PROTO)?.value;
    const one = definition.valueType._zod.run({ value: found, issues: [] }, context);
    if (one instanceof Promise) throw new Error("A dictionary is parsed at once.");
    parsed.issues.push(...external_exports.core.util.prefixIssues(PROTO, one.issues));
    if (typeof parsed.value === "object" && parsed.value !== null)
      Object.defineProperty(parsed.value, PROTO, {
        ...{ value: one.value, enumerable: true, writable: true, configurable: true }
      });
    return parsed;
  };
});
function dictionary(value) {
  const made = new Dictionary({ type: "record", keyType: external_exports.string(), valueType: value });
  return made;
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

// src/domain/image/instructions.ts
var DIRECTIVE = /^#[ \t]*([a-z][a-z0-9]*)[ \t]*=[ \t]*(\S*)$/i;
var TAKES_HEREDOCS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD"]);
function splitInstructions(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escape = escapeOf(lines);
  const found = [];
  for (let at = 0; at < lines.length; at += 1) {
    const { pieces, last: last2 } = logicalLine(lines, { from: at, escape });
    const own2 = pieces.join(" ");
    const end = own2 === "" ? last2 : endOfHeredocs(own2, { lines, from: last2 });
    if (own2 !== "") {
      const inside = folded(lines.slice(last2 + 1, end + 1), escape);
      const whole = [own2, ...inside].join(" ");
      found.push({ keyword: wordOf(own2), text: whole, startLine: at + 1, endLine: end + 1 });
    }
    at = end;
  }
  return found;
}
function logicalLine(lines, { from, escape }) {
  const pieces = [];
  let last2 = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trim();
    if (isPassedOver(line)) {
      if (at === from) break;
      continue;
    }
    last2 = at;
    pieces.push(...folded([line], escape));
    if (!continues(line, escape)) break;
  }
  return { pieces, last: last2 };
}
function folded(lines, escape) {
  return lines.map((line) => line.trim()).filter((line) => !isPassedOver(line)).map((line) => continues(line, escape) ? line.slice(0, -1).trimEnd() : line).filter((line) => line !== "");
}
function escapeOf(lines) {
  for (const line of lines) {
    const [, name, value] = DIRECTIVE.exec(line.trim()) ?? [];
    if (name === void 0) return "\\";
    if (name.toLowerCase() === "escape") return value === "`" ? "`" : "\\";
  }
  return "\\";
}
function isPassedOver(line) {
  return line === "" || line.startsWith("#");
}
function continues(line, escape) {
  return line.endsWith(escape) && line.at(-2) !== escape;
}
function wordOf(text) {
  return /^\S*/.exec(text)?.[0].toUpperCase() ?? "";
}
function endOfHeredocs(text, { lines, from }) {
  const keyword = wordOf(text);
  const inner = keyword === "ONBUILD" ? wordOf(text.slice(keyword.length).trimStart()) : keyword;
  if (!TAKES_HEREDOCS.has(inner) || !text.includes("<<")) return from;
  let at = from;
  for (const { name, chomp } of heredocsIn(text)) {
    do
      at += 1;
    while (at < lines.length && (chomp ? withoutTabs(lines[at] ?? "") : lines[at]) !== name);
  }
  return Math.min(at, lines.length - 1);
}
function withoutTabs(line) {
  return line.replace(/^\t+/, "");
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
    const before = { names, count: stages.length };
    const stage = {
      name: called,
      // Only a name can be a parent: `FROM 0` is an image called 0.
      parent: names.get(substitute(image, values).toLowerCase()),
      sources: own2.flatMap(sourcesOf).flatMap((reference) => findStage(before, reference) ?? [])
    };
    if (called !== void 0) names.set(called.toLowerCase(), stages.length);
    stages.push(stage);
  }
  return stages;
}
function usedStages(stages, target) {
  const names = new Map(stages.map(({ name }, index) => [name?.toLowerCase() ?? "", index]));
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
  const list = [built];
  for (let parent = stages[built]?.parent; parent !== void 0; parent = stages[parent]?.parent)
    list.push(parent);
  return list;
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
  const words4 = text.split(/\s+/);
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
  for (const { text } of instructions.filter(({ keyword, stage }) => keyword === "ARG" && stage < 0)) {
    for (const word of text.split(/\s+/).slice(1)) {
      const [name = "", ...rest] = word.split("=");
      const value = given.get(name) ?? substitute(unquoted(rest.join("=")), values);
      values.set(name, value.slice(0, LONGEST_NAME2));
    }
  }
  return values;
}
var LONGEST_NAME2 = 1e3;
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

// src/domain/image/dockerfile.ts
var MAX_LENGTH = 1e6;
function parseDockerfile(text, context = {}) {
  if (text.length > MAX_LENGTH) return unable("The Dockerfile is larger than a Dockerfile can be.");
  const instructions = instructionsOf(text);
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
function instructionsOf(text) {
  let stage = -1;
  return splitInstructions(text).map((instruction) => {
    if (instruction.keyword === "FROM") stage += 1;
    return { ...instruction, stage };
  });
}
function instructionAt(instructions, line) {
  let [low, high] = [0, instructions.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const found = instructions[middle];
    if (found === void 0 || line < found.startLine) high = middle - 1;
    else if (line > found.endLine) low = middle + 1;
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
function lineOf(places, lines) {
  const place = choosePlace(places, lines);
  return place === void 0 ? void 0 : placeOnLine(place, lines);
}
function choosePlace(places, { main, dockerfile }) {
  const own2 = places.filter((place) => place.dockerfile === main);
  if (!isKnown(dockerfile)) return own2[0] ?? places[0];
  const { instructions, usedStages: usedStages2 } = dockerfile.value;
  const ranks = new Map(own2.length < 2 ? [] : usedStages2.map((stage, rank) => [stage, rank]));
  const rankOf = (place) => ranks.get(instructionAt(instructions, place.startLine)?.stage ?? -1) ?? -1;
  const [first] = own2.toSorted((a, b) => rankOf(b) - rankOf(a));
  return first ?? fromLine(dockerfile.value, main);
}
function fromLine({ instructions, usedStages: usedStages2 }, dockerfile) {
  const built = usedStages2.at(-1);
  const from = instructions.find((one) => one.keyword === "FROM" && one.stage === built);
  return from === void 0 ? void 0 : { dockerfile, startLine: from.startLine, endLine: from.endLine };
}
function placeOnLine(place, { main, dockerfile }) {
  if (place.dockerfile !== main || !isKnown(dockerfile))
    return { startLine: place.startLine, endLine: place.endLine };
  const { file, instructions } = dockerfile.value;
  const text = instructionAt(instructions, place.startLine)?.text;
  return {
    ...file === void 0 ? {} : { file },
    startLine: place.startLine,
    endLine: place.endLine,
    ...text === void 0 ? {} : { instruction: text }
  };
}

// src/domain/text/urls.ts
var URL_PARTS = /(?<![a-z0-9+.-])(?!docker-image:|oci-layout:)([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/?#"<>]*@)?([^\s?#"'<>]*)(?:\?[^\s#"'<>]*)?/gi;
function withoutUrlSecrets(text) {
  return text.includes("://") ? text.replace(URL_PARTS, "$1$2") : text;
}

// src/domain/record/make.ts
function recordImage(parts) {
  const { image, steps, previous, today } = parts;
  if (!isKnown(image.facts)) return void 0;
  const { digest: digest2, configDigest, unpackedBytes, downloadBytes } = image.facts.value;
  const { id, name, platform } = image.image;
  const scan = isKnown(image.scanned.facts) ? image.scanned.facts.value : void 0;
  const layerOf = layerPositions(image.layers);
  const packages = scan?.packages.map(({ diffId, name: called, version, purl }) => {
    const layer = layerOf.get(diffId ?? "");
    return {
      ...{ name: called, version },
      ...purl === void 0 ? {} : { purl },
      ...layer === void 0 ? {} : { layer }
    };
  });
  return {
    ...{ id, name, platform, digest: digest2, configDigest, unpackedBytes, downloadBytes },
    layers: layersOf(image, steps),
    ...isKnown(steps) ? { steps: stepsOf(steps.value, parts) } : {},
    ...packages === void 0 ? {} : { packages },
    ...scan === void 0 ? {} : {
      findings: withFixDates(recordFindings(image.findings, layerOf), {
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
  return new Map(layers.map(({ diffId }, index) => [diffId, index]));
}
function recordFindings(findings, layerOf) {
  return findings.map(({ identity, id, package: about, severity, fixed, members: members2 }) => ({
    ...{ identity, id, package: about, severity },
    ...fixed === void 0 ? {} : { fixed },
    layers: [...new Set(members2.flatMap(({ diffId }) => layerOf.get(diffId ?? "") ?? []))]
  }));
}
function layersOf(image, steps) {
  const positions = new Map(
    isKnown(steps) ? steps.value.map(({ id }, index) => [id, index]) : []
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
    previous?.steps?.toReversed().map(({ resolved, seconds }) => [resolved, seconds])
  );
  return steps.map(
    (step) => stepOf(step, { now: times.get(step.vertex ?? ""), lastSeconds: last2.get(step.hash.resolved) })
  );
}
function stepOf(step, {
  now,
  lastSeconds
}) {
  const { kind, hash, reference, digest: digest2 } = step;
  const { content, inputs, ...hashes } = hash;
  const seconds = now?.cached === false ? now.seconds : lastSeconds;
  return {
    kind,
    ...hashes,
    inputs: [...inputs],
    ...content === void 0 ? {} : { content: { hash: content.hash, files: { ...content.files } } },
    ...reference === void 0 ? {} : { reference: withoutUrlSecrets(reference) },
    ...digest2 === void 0 ? {} : { digest: digest2 },
    ...lineFields(step),
    ...now === void 0 ? {} : { cached: now.cached },
    ...seconds === void 0 ? {} : { seconds }
  };
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

// src/domain/compare/facts.ts
var CAUSES = ["this change", "base image", "drift", "unknown"];
var CHANGES = ["came", "grew", "shrank", "went", "replaced"];
var PACKAGE_CHANGES = ["added", "removed", "upgraded", "downgraded"];
function changeOf({ before, after }, isThere) {
  if (!isThere.before) return "came";
  if (!isThere.after) return "went";
  if (after === before) return "replaced";
  return after > before ? "grew" : "shrank";
}

// src/domain/findings/facts.ts
var SEVERITIES = ["unknown", "low", "medium", "high", "critical"];
var STATUSES = [
  "unknown",
  "not_affected",
  "affected",
  "fixed",
  "under_investigation",
  "will_not_fix",
  "fix_deferred",
  "end_of_life"
];

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
  const rank = (value) => ranks.findIndex((words4) => words4.some((one) => one === value));
  return { isLooser: (before, now) => rank(now) > rank(before), text: String };
}
var entries = {
  isLooser: (before, now) => {
    const known2 = new Set(listOf(before));
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
function isOfOthers({ why }) {
  return why !== "no fix" && why !== "status";
}
function countExcused(excuses) {
  const rank = ({ severity }) => SEVERITIES.indexOf(severity ?? "unknown");
  return [...Map.groupBy(excuses, (one) => JSON.stringify(one)).values()].flatMap((group) => group.slice(0, 1).map((one) => ({ ...one, count: group.length }))).sort((a, b) => rank(b) - rank(a));
}

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
    asks: (options2) => definition.asks?.(own2(options2)) ?? {},
    judge: (options2, evidence) => definition.judge(own2(options2), evidence),
    gaps: (options2, evidence) => definition.gaps?.(own2(options2), evidence) ?? [],
    stance: (options2, evidence) => definition.stance?.(own2(options2), evidence),
    excused: (options2, evidence) => definition.excused?.(own2(options2), evidence) ?? [],
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
    distrust: (data15) => {
      const parsed = definition.data.safeParse(data15);
      if (!parsed.success) return void 0;
      return definition.distrust?.(parsed.data) ?? parsed.data;
    },
    summary: definition.summary,
    help: definition.help
  };
}

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536);
var myers_32 = (a, b) => {
  const n = a.length;
  const m = b.length;
  const lst = 1 << n - 1;
  let pv = -1;
  let mv = 0;
  let sc = n;
  let i = n;
  while (i--) {
    peq[a.charCodeAt(i)] |= 1 << i;
  }
  for (i = 0; i < m; i++) {
    let eq = peq[b.charCodeAt(i)];
    const xv = eq | mv;
    eq |= (eq & pv) + pv ^ pv;
    mv |= ~(eq | pv);
    pv &= eq;
    if (mv & lst) {
      sc++;
    }
    if (pv & lst) {
      sc--;
    }
    mv = mv << 1 | 1;
    pv = pv << 1 | ~(xv | mv);
    mv &= xv;
  }
  i = n;
  while (i--) {
    peq[a.charCodeAt(i)] = 0;
  }
  return sc;
};
var myers_x = (b, a) => {
  const n = a.length;
  const m = b.length;
  const mhc = [];
  const phc = [];
  const hsize = Math.ceil(n / 32);
  const vsize = Math.ceil(m / 32);
  for (let i = 0; i < hsize; i++) {
    phc[i] = -1;
    mhc[i] = 0;
  }
  let j = 0;
  for (; j < vsize - 1; j++) {
    let mv2 = 0;
    let pv2 = -1;
    const start2 = j * 32;
    const vlen2 = Math.min(32, m) + start2;
    for (let k = start2; k < vlen2; k++) {
      peq[b.charCodeAt(k)] |= 1 << k;
    }
    for (let i = 0; i < n; i++) {
      const eq = peq[a.charCodeAt(i)];
      const pb = phc[i / 32 | 0] >>> i & 1;
      const mb = mhc[i / 32 | 0] >>> i & 1;
      const xv = eq | mv2;
      const xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb;
      let ph = mv2 | ~(xh | pv2);
      let mh = pv2 & xh;
      if (ph >>> 31 ^ pb) {
        phc[i / 32 | 0] ^= 1 << i;
      }
      if (mh >>> 31 ^ mb) {
        mhc[i / 32 | 0] ^= 1 << i;
      }
      ph = ph << 1 | pb;
      mh = mh << 1 | mb;
      pv2 = mh | ~(xv | ph);
      mv2 = ph & xv;
    }
    for (let k = start2; k < vlen2; k++) {
      peq[b.charCodeAt(k)] = 0;
    }
  }
  let mv = 0;
  let pv = -1;
  const start = j * 32;
  const vlen = Math.min(32, m - start) + start;
  for (let k = start; k < vlen; k++) {
    peq[b.charCodeAt(k)] |= 1 << k;
  }
  let score = m;
  for (let i = 0; i < n; i++) {
    const eq = peq[a.charCodeAt(i)];
    const pb = phc[i / 32 | 0] >>> i & 1;
    const mb = mhc[i / 32 | 0] >>> i & 1;
    const xv = eq | mv;
    const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
    let ph = mv | ~(xh | pv);
    let mh = pv & xh;
    score += ph >>> m - 1 & 1;
    score -= mh >>> m - 1 & 1;
    if (ph >>> 31 ^ pb) {
      phc[i / 32 | 0] ^= 1 << i;
    }
    if (mh >>> 31 ^ mb) {
      mhc[i / 32 | 0] ^= 1 << i;
    }
    ph = ph << 1 | pb;
    mh = mh << 1 | mb;
    pv = mh | ~(xv | ph);
    mv = ph & xv;
  }
  for (let k = start; k < vlen; k++) {
    peq[b.charCodeAt(k)] = 0;
  }
  return score;
};
var distance = (a, b) => {
  if (a.length < b.length) {
    const tmp = b;
    b = a;
    a = tmp;
  }
  if (b.length === 0) {
    return a.length;
  }
  if (a.length <= 32) {
    return myers_32(a, b);
  }
  return myers_x(a, b);
};
var closest = (str, arr) => {
  let min_distance = Infinity;
  let min_index = 0;
  for (let i = 0; i < arr.length; i++) {
    const dist = distance(str, arr[i]);
    if (dist < min_distance) {
      min_distance = dist;
      min_index = i;
    }
  }
  return arr[min_index];
};

// src/domain/policy/say.ts
var LONGEST2 = 80;
function shown(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, " ");
  const characters = Array.from(line);
  const short = characters.length > LONGEST2 ? `${characters.slice(0, LONGEST2 - 1).join("")}…` : line;
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
  return distance(one.toLowerCase(), other.toLowerCase());
}

// src/domain/policy/options.ts
var levelOption = external_exports.enum(LEVELS).describe("error: a violation fails the run; warning: it is shown; off: the rule is not judged");
var HOW = "write a number with a unit, like `500MB` or `1.5GiB`, or plain bytes";
var sizeOption = external_exports.union([external_exports.string(), external_exports.int().nonnegative()], {
  error: ({ input }) => `is ${input === null ? "empty" : shown(input)}, which is no size: ${HOW}`
}).transform((value, context) => {
  const bytes2 = typeof value === "number" ? value : parseBytes(value);
  if (bytes2 !== void 0) return bytes2;
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
  const isPlain2 = parts.every((part) => part !== "" && part !== "." && part !== "..");
  if (path.startsWith("/") && isPlain2 && !/[:,\p{Cc}]/u.test(path)) return;
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
      const place = placeOfLayer({ ...lines, ...file !== void 0 && { file } });
      return {
        ...place !== void 0 && { place },
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
  ].filter((part) => part !== "").join(" "),
  distrust: ({ check }) => ({
    check: /^[A-Za-z]{1,60}$/.test(check) ? check : "unknown",
    message: "A check of BuildKit does not pass"
  }),
  summary: "BuildKit’s own checks of the Dockerfile",
  help: "BuildKit looks at every Dockerfile that it builds: stage names, relative working directories, secrets in `ARG` and `ENV`, deprecated instructions. `# check=skip=RULE` in the Dockerfile’s first lines switches one off, `# check=error=true` lets the build itself fail."
});

// src/domain/context/context.ts
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
var MOST = 20;
function contextFacts(own2, {
  named = [],
  ...found
}) {
  const files = [...own2, ...named.flatMap(filesOfNamed)];
  const folders = /* @__PURE__ */ new Map();
  for (const { path, bytes: bytes2 } of files) {
    const parts = path.split("/").slice(0, -1);
    const folder = parts.length === 0 ? "." : parts.slice(0, 2).join("/");
    folders.set(folder, (folders.get(folder) ?? 0) + bytes2);
  }
  return {
    ...found,
    named: named.map(({ name, path, files: list }) => ({
      ...{ name, path, files: list.length },
      bytes: sumOf(list)
    })),
    bytes: sumOf(files),
    files: files.length,
    biggestFolders: [...folders].map(([path, bytes2]) => ({ path, bytes: bytes2 })).sort((a, b) => b.bytes - a.bytes).slice(0, MOST),
    unwanted: unwantedIn(files)
  };
}
function sumOf(files) {
  return files.reduce((sum, { bytes: bytes2 }) => sum + bytes2, 0);
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
  for (const { path, bytes: bytes2 } of files) {
    const name = kindOf(path, environments);
    if (name === void 0) continue;
    const old = found.get(name.path) ?? { ...name, bytes: 0, files: 0 };
    found.set(name.path, { ...old, bytes: old.bytes + bytes2, files: old.files + 1 });
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
  const upTo = (index) => parts.slice(0, index + 1).join("/");
  const git = parts.indexOf(".git");
  if (git >= 0) return { kind: ".git", path: upTo(git), line: "**/.git" };
  const modules = parts.slice(0, -1).indexOf("node_modules");
  if (modules >= 0) return { kind: "node_modules", path: upTo(modules), line: "**/node_modules" };
  const environment = folderIn(environments, path);
  if (environment !== void 0)
    return { kind: "virtual environment", path: environment, line: environment };
  const output = parts.slice(0, -1).findIndex((part) => OUTPUT.test(part));
  if (output >= 0)
    return { kind: "build output", path: upTo(output), line: `**/${parts[output] ?? ""}` };
  const base = parts.at(-1) ?? "";
  if (ENVIRONMENT.test(base)) return { kind: "environment file", path, line: `**/${base}` };
  return KEY.test(base) ? { kind: "private key", path, line: path } : void 0;
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
    const place = ignoreFile === void 0 ? {} : { place: { file: ignoreFile } };
    const violations = [];
    if (options2.max !== void 0 && sent > options2.max) {
      const [biggest] = biggestFolders;
      const named = { mistake: "too-large", bytes: sent, max: options2.max };
      violations.push({ ...place, data: { ...named, ...biggest && { biggest } } });
    }
    if (unwanted.length > 0) {
      const found = unwanted.map(({ kind, path, bytes: size2, line }) => ({
        kind,
        path,
        bytes: size2,
        line
      }));
      const file = ignoreFile === void 0 ? {} : { ignoreFile };
      violations.push({ ...place, data: { mistake: "unwanted", found, ...file } });
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
      const lines = [...new Set(found.found.map(({ line }) => line))];
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
  words: ({ seconds, maxSeconds, how }) => `The build takes ${formatSeconds(seconds)} without a cache${how === "measured" ? "" : " (the last uncached times of its steps, along the longest chain)"}; at most ${formatSeconds(maxSeconds)} are allowed.`,
  mend: () => "Let steps that seldom change come first, copy lockfiles and install before copying the sources, mount caches (RUN --mount=type=cache), and build independent parts in stages of their own, which run side by side.",
  summary: "seconds of a build without cache, its import and export left out",
  help: "A build that is slow without its cache is slow whenever the cache is lost. Judged when no step came from the cache; else by the last uncached seconds of the steps on the longest chain, where the baseline’s record has them."
});

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
    const folder = CACHES[name].exec(path)?.[0];
    if (folder !== void 0) return { name, folder };
  }
  return void 0;
}

// src/domain/policy/rules/build-tools.ts
var data4 = external_exports.strictObject({
  base: external_exports.boolean(),
  bytes: external_exports.int().nonnegative(),
  tools: external_exports.array(external_exports.strictObject({ name: external_exports.string(), bytes: external_exports.int().nonnegative() }))
});
var JUDGED2 = ["compiler", "package manager", "cache"];
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
    const tools = evidence.contents.value.tools.filter(({ kind }) => JUDGED2.includes(kind));
    return [false, true].flatMap((base) => {
      const some = tools.filter(({ by }) => (by?.base ?? false) === base);
      return some.length === 0 ? [] : [violationOf(some, base)];
    });
  },
  words: ({ base, bytes: bytes2, tools }) => `${base ? "The base image brings" : "The image holds"} what builds and not what runs: ${tools.map((tool) => `${tool.name} (${formatBytes(tool.bytes)})`).join(", ")}; ${formatBytes(bytes2)} in all.`,
  mend: ({ base, tools }) => !base && tools.every(({ name }) => isCache(name)) ? "Clean them in the same RUN that fills them (apt-get clean, rm -rf /var/lib/apt/lists/*, pip --no-cache-dir), or mount a cache there: RUN --mount=type=cache,target=…." : base ? "Take a base for running (distroless, or a slim one without them), or copy what is needed onto FROM scratch." : "Install them in an earlier stage and copy only the result: COPY --from=build.",
  saves: ({ bytes: bytes2 }) => bytes2,
  summary: "compilers, package managers and their caches that are left in the final image",
  help: "Compilers, package managers and what they fetched make an image larger, bring vulnerabilities of their own, and help whoever breaks in. Build in an earlier stage and copy the result; run on a base that has none of them."
});
function isCache(name) {
  return CACHE_NAMES.some((cache) => cache === name);
}
function violationOf(tools, base) {
  const place = placeOfLayer(tools[0]?.by);
  return {
    ...place !== void 0 && { place },
    data: {
      base,
      bytes: tools.reduce((sum, tool) => sum + tool.bytes, 0),
      tools: tools.map(({ name, bytes: bytes2 }) => ({ name, bytes: bytes2 }))
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
      const { bytes: bytes2, biggest } = limit.measured(evidence.sizes.value);
      if (bytes2 <= options2.max) return [];
      const place = placeOfLayer(biggest?.place);
      return [
        {
          ...place !== void 0 && { place },
          data: { bytes: bytes2, max: options2.max, ...biggest && { biggest: biggestData(biggest) } }
        }
      ];
    },
    words: ({ bytes: bytes2, max }) => `${limit.what} is ${formatBytes(bytes2)}, ${formatBytes(bytes2 - max)} over its limit of ${formatBytes(max)}.`,
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
    const place = placeOfInstruction(evidence.dockerfile, "FROM");
    return [
      ...isOld ? [{ data: { what: "database", days, maxDays } }] : [],
      ...system === void 0 || options2["end-of-life"] === "any" ? [] : [{ ...place && { place }, data: { what: "system", system } }]
    ];
  },
  gaps: (_options, { freshness: known2 }) => isKnown(known2) && known2.value.databaseAgeDays === void 0 ? [{ sentence: "The vulnerability database does not say of which day it is." }] : [],
  words: (found) => found.what === "database" ? `The vulnerability database is ${formatDays(found.days)} old; at most ${formatDays(found.maxDays)} are allowed.` : `The image is made of ${found.system}, which is past its end of life: nobody mends it any more.`,
  mend: (found) => found.what === "database" ? "Let the run reach a mirror (input db-repositories), or bring the folder of db-path up to date." : "Take a base image of a release that is still maintained.",
  summary: "age of the vulnerability database; a base system past its end of life",
  help: 'A database of last week knows nothing of this week’s vulnerabilities, so "none found" says less every day. For a system past its end of life no advisories are written any more, so it looks better the older it gets. Let runs fetch the database, and move to a base image that is maintained.'
});

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
    const place = placeOfLayer(biggest);
    return [
      {
        ...place !== void 0 && { place },
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
      const bytes2 = sumOf2(changes);
      return bytes2 > 0 ? [{ why, bytes: bytes2 }] : [];
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
function share(bytes2, of) {
  return of === 0 ? "from nothing" : `${(bytes2 / of * 100).toFixed(1)} %`;
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
  const texts = words4.map(({ text }) => text);
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
    const list = parseList(cursor, () => false);
    return cursor.at === tokens.length && cursor.open === 0 ? list : void 0;
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
  const optional = cursor.open > 0;
  let last2 = parseCommand(cursor);
  let length = 1;
  while (isOperator(cursor, "|")) {
    cursor.at += 1;
    last2 = parseCommand(cursor);
    length += 1;
  }
  return { negated, optional, last: last2, length };
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
  const list = parseList(cursor, isEnd);
  if (!isEnd()) throw new NotFollowed();
  cursor.at += 1;
  cursor.depth -= 1;
  if (redirections(cursor)) throw new NotFollowed();
  return { kind: "group", list, subshell: end === ")" };
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
var LONGEST3 = 2e4;
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
  const followed = shell.depth <= DEEPEST2 && script.length <= LONGEST3;
  const list = followed ? parseScript(script) : void 0;
  return list === void 0 ? ANY : runList(list, OK, shell);
}
function runList(list, before, shell) {
  return list.reduce((state, statement) => {
    const after = runParts(statement.parts, state, shell);
    if (statement.background) return union(only(state, ["exit-ok", "exit-fail"]), OK);
    return shell.errexit && after.has("fail") ? union(after, /* @__PURE__ */ new Set(["exit-fail"])) : after;
  }, before);
}
function runParts(parts, before, shell) {
  return parts.reduce((state, { after, pipeline }) => {
    if (after === void 0) return runOn(pipeline, state, { on: ["ok", "fail"], shell });
    return runOn(pipeline, state, { on: [after === "&&" ? "ok" : "fail"], shell });
  }, before);
}
function runOn(pipeline, state, { on, shell }) {
  const live = only(state, on);
  if (live.size === 0) return state;
  const rest = new Set([...state].filter((outcome) => !on.includes(outcome)));
  const ran = runPipeline(pipeline, live, shell);
  return union(rest, pipeline.optional ? union(union(ran, live), OK) : ran);
}
function runPipeline(pipeline, live, shell) {
  const { last: last2 } = pipeline;
  const ran = last2.kind === "group" ? runGroup(last2, live, shell) : runSimple(last2, live, shell);
  const status = pipeline.length > 1 ? asStatus(ran) : ran;
  return pipeline.negated ? mapped(status, { ok: "fail", fail: "ok" }) : status;
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
var data8 = external_exports.strictObject({
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
    const found = mistakeOf(evidence.healthcheck.value) ?? (require2 === "passing" && isKnown(evidence.running) ? failureOf(evidence.running.value) : void 0);
    if (found === void 0) return [];
    const place = placeOfInstruction(evidence.dockerfile, "HEALTHCHECK");
    return [{ ...place !== void 0 && { place }, data: found }];
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
function failureOf(running) {
  if (running.status === "healthy" || running.status === "not-started") return void 0;
  const { status, check, output, ...rest } = running;
  return { ...rest, mistake: status, check: [...check], output: [...output] };
}
var SAID_LINES = 3;
function words3(given) {
  const { mistake, test, timing: timing2, seconds = 0, exitCode, outOfMemory, check, output } = given;
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
      return `The image was started and not healthy within ${seconds.toFixed(0)} s.${says}`;
    case "starting":
      return `The image was started, and its health check gave no answer within ${seconds.toFixed(0)} s.${says}`;
    case "exited":
      return outOfMemory === true ? `The image was started and killed after ${seconds.toFixed(1)} s, because it needed more than 1 GiB of memory.${says}` : `The image was started and ended after ${seconds.toFixed(1)} s with exit status ${exitCode ?? "unknown"}, before it was healthy.${says}`;
  }
}
function lateWords(declared) {
  const { startPeriodSeconds, intervalSeconds, timeoutSeconds, retries } = wholeTiming(declared);
  const sum = `start period ${formatSeconds(startPeriodSeconds)}, then ${retries} × (interval ${formatSeconds(intervalSeconds)} + timeout ${formatSeconds(timeoutSeconds)})`;
  return `The health check takes up to ${formatSeconds(silentSeconds(declared))} to call a container that hangs unhealthy (${sum}), and at most ${formatSeconds(MOST_SILENT_SECONDS)} count as a check.`;
}
function said(title, lines = []) {
  const last2 = lines.slice(-SAID_LINES).map(plainLine);
  return last2.length === 0 ? "" : `${title}: ${withoutTrailing(last2.join(" / "), ". ")}.`;
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
function mendRunning(lines) {
  if (lines.some((line) => NO_SPACE.test(line)))
    return "Its volumes are memory of 256 MiB each and 1 GiB together: let it start with less, or ask for a health check that is declared only.";
  return lines.some((line) => READ_ONLY.test(line)) ? "It wants to write where it may not: name the folder in the policy under rules.healthcheck.writable." : "It runs alone, without network and capabilities, with a root that it cannot write to: give it what it needs under rules.healthcheck.env and writable, or let it start without.";
}

// src/domain/policy/rules/loosening.ts
var data9 = external_exports.strictObject({
  about: external_exports.string(),
  images: external_exports.array(external_exports.string()).optional(),
  before: external_exports.string(),
  now: external_exports.string(),
  when: external_exports.literal("merged").optional()
});
function isOfMerge(violation3) {
  return data9.safeParse(violation3).data?.when === "merged";
}
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
  judge: (_, { loosenings: loosenings2 }) => isKnown(loosenings2) ? loosenings2.value.map(({ images, ...found }) => ({
    data: { ...found, ...images && { images: [...images] } }
  })) : [],
  words: ({ about, images, before, now, when }) => {
    const what = `${about}${images === void 0 ? "" : ` (${images.join(", ")})`}`;
    return when === "merged" ? `${what} is ${before} in the base’s policy, which judged this run, and will be ${now} once this is merged.` : `${what} was ${before}, and is ${now}.`;
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
    const place = placeOfInstruction(evidence.dockerfile, "FROM");
    return [{ ...place !== void 0 && { place }, data: { stages, min: options2.min } }];
  },
  words: ({ stages, min }) => `${stages === 1 ? "One stage leads" : `${stages} stages lead`} to the image, where at least ${min} are asked for.`,
  mend: () => "Build in a stage of its own (FROM … AS build) and take only the result into the final one: COPY --from=build.",
  summary: "number of stages that lead to the image",
  help: "What a build needs (compilers, package managers, sources) has no place in the image that runs. With a stage for building, the final one takes only the result by `COPY --from`."
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
  distrust: (found) => ({
    ...found,
    rule: /^[a-z0-9-]{1,60}$/.test(found.rule) ? found.rule : "unknown",
    title: "A secret"
  }),
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
  data: data12,
  needs: (options2) => options2.require === "any" ? [] : ["user"],
  judge: (options2, evidence) => {
    if (options2.require === "any" || !isKnown(evidence.user)) return [];
    const { declared, uid } = evidence.user.value;
    const mistake = mistakeOf2(evidence.user.value, options2.require);
    if (mistake === void 0) return [];
    const place = placeOfInstruction(evidence.dockerfile, "USER");
    return [
      {
        ...place !== void 0 && { place },
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
  subjects: ["id", "package", "path", "unjudged"],
  data: data13,
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
function severeFindings({ findings }, asked, evidence) {
  const court = { asked, stance: standing2(asked, evidence), causeOf: newFindings(evidence) };
  return findings.filter((finding) => isSevere(finding, asked)).map((finding) => ({ finding, excuse: excuseOf(finding, court) }));
}
function excuseOf({ status, fixed, identity, base }, { asked, stance: { judge, blame }, causeOf }) {
  if (asked["ignore-statuses"].includes(status)) return { why: "status", detail: status };
  if (fixed === void 0 && asked.unfixed === "ignore") return { why: "no fix" };
  const cause = causeOf?.(identity);
  const isOld = causeOf !== void 0 && cause === void 0;
  if (isOld && (judge === "new" || blame === "this-change")) return { why: "in the baseline" };
  if (blame === "own" && base === true) return { why: "base image" };
  if (blame !== "this-change" || cause === void 0 || cause === "this change") return void 0;
  return { why: cause };
}
function violation2(finding, asked, { fixedSince, today }) {
  const place = finding.places[0];
  const since = fixedSince.get(finding.identity);
  const until = graceUntil(since, { days: asked.grace, today });
  const isShown = until !== void 0 || finding.fixed === void 0 && asked.unfixed === "report";
  return {
    ...isShown && { shown: true },
    ...place !== void 0 && { place },
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
  const bytes2 = Buffer.from(name, "latin1");
  const text = bytes2.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes2)) return text;
  const written = bytes2.toString("latin1").replace(
    CHARACTER_OR_BYTE,
    (found, byte) => byte === void 0 ? found : `\\x${byte.charCodeAt(0).toString(16)}`
  );
  return Buffer.from(written, "latin1").toString("utf8");
}
var CHARACTER_OR_BYTE = /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g;

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
  const folder = path.split("/").slice(0, -1).slice(0, DEPTH).join("/");
  if (by === void 0) return { kind: "deleted", path: folder === "" ? path : folder };
  return {
    kind: isSameContent(node, by) ? "owner or mode changed" : "overwritten",
    path: folder === "" ? path : folder
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
    const place = placeOfLayer(biggest.madeBy);
    const { kind, path, bytes: bytes2 } = biggest;
    return [
      {
        ...place !== void 0 && { place },
        data: { wasteBytes, unpackedBytes, max: options2.max, biggest: { kind, path, bytes: bytes2 } }
      }
    ];
  },
  words: ({ wasteBytes, unpackedBytes, max }) => `${formatBytes(wasteBytes)} of ${formatBytes(unpackedBytes)} (${(wasteBytes / unpackedBytes * 100).toFixed(0)} %) are brought in by one step and removed or overwritten by a later one: nobody sees them and everybody pulls them; at most ${max} % are allowed.`,
  mend: ({ biggest: { kind, path, bytes: bytes2 } }) => `Most of it: ${kind}, ${formatBytes(bytes2)} in /${path}. ${MEND[kind]}`,
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

// src/domain/image-id.ts
import { createHash as createHash2 } from "node:crypto";
function imageId(parts) {
  const key = parts.key === void 0 || parts.key === "" ? [] : [encodePart(parts.key)];
  return [...key, encodePart(parts.name), parts.platform].join("/");
}
function encodePart(part) {
  return part.replace(/[%/]/g, (character) => character === "/" ? "%2F" : "%25");
}
var PLAIN = /^[A-Za-z0-9_][A-Za-z0-9._/-]{0,79}$/;
function fileNameOf(id) {
  const readable = id.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 80);
  const hash = createHash2("sha256").update(id).digest("hex");
  const mark = hash.slice(0, PLAIN.test(id) ? 8 : 16);
  return readable === "" ? mark : `${readable}-${mark}`;
}
function cacheScope({
  key,
  name,
  platforms
}) {
  return `plimsoll-${fileNameOf(imageId({ key, name, platform: platforms.toSorted().join("+") }))}`;
}
function nameOfFolder(folder) {
  const parts = folder.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 ? "default" : parts.join("-");
}

// src/domain/text/json.ts
function jsonOf(document, indent) {
  return JSON.stringify(document, void 0, indent).replace(
    HIDDEN2,
    (found) => found.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
  );
}
var HIDDEN2 = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;
var DEEPEST3 = 64;
function isDeep(document, left = DEEPEST3) {
  if (typeof document !== "object" || document === null) return false;
  if (left === 0) return true;
  return Object.values(document).some((value) => isDeep(value, left - 1));
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

// src/domain/git/steering.ts
var STEERING = [
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_CEILING_DIRECTORIES",
  "GIT_COMMON_DIR",
  "GIT_CONFIG",
  "GIT_CONFIG_PARAMETERS",
  "GIT_DIR",
  "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  "GIT_GRAFT_FILE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_INTERNAL_SUPER_PREFIX",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_PREFIX",
  "GIT_QUARANTINE_PATH",
  "GIT_REPLACE_REF_BASE",
  "GIT_SHALLOW_FILE",
  "GIT_WORK_TREE"
];
function steersGit(name) {
  return STEERING.includes(name);
}
var WITHOUT_GIT = { BUILDX_GIT_INFO: "false", BUILDX_GIT_LABELS: "false" };

// src/domain/withheld.ts
var NAMES = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_CACHE_URL", "ACTIONS_RESULTS_URL"];
var PREFIXES2 = ["INPUT_", "ACTIONS_ID_TOKEN_REQUEST_"];
function isWithheld(name) {
  const upper = name.toUpperCase();
  return NAMES.some((known2) => known2 === upper) || PREFIXES2.some((prefix) => upper.startsWith(prefix));
}
function childEnvironment(env) {
  const given = Object.entries(env).filter(([name]) => !isWithheld(name) && !steersGit(name));
  return { ...Object.fromEntries(given), ...WITHOUT_GIT };
}

// src/domain/job-secrets.ts
var SAYING = [
  ...["token", "tokens", "secret", "secrets", "key", "keys", "apikey", "apikeys", "pwd", "pat"],
  ...["credential", "credentials", "auth", "dsn", "webhook", "connection"]
];
var ENDINGS = /(?:password|passwords|passwd|passphrase|token|secret|apikey)$/;
var OPEN_KEYS = ["cache", "public"];
function saysSecret(name) {
  const words4 = name.replace(/([a-z\d])(?=[A-Z])/g, "$1_").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
  const isOpen = words4.some((word) => OPEN_KEYS.includes(word));
  return words4.some((word) => {
    if (word === "pwd") return words4.length > 1;
    if (word === "key" || word === "keys") return !isOpen;
    return SAYING.includes(word) || ENDINGS.test(word);
  });
}
function withheldValues(env) {
  return Object.entries(env).flatMap(
    ([name, value]) => isWithheld(name) && (!name.toUpperCase().startsWith("INPUT_") || saysSecret(name)) ? [value] : []
  );
}
function secretVariables(env) {
  return new Map(
    Object.entries(env).filter(([name, value]) => saysSecret(name) && !isPlain(value))
  );
}
var LOGIN = /[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/?#"<>]{1,2000})@/gi;
function urlPasswords(env) {
  return Object.values(env).flatMap(
    (value) => [...value.matchAll(LOGIN)].flatMap(([, login = ""]) => {
      const colon = login.indexOf(":");
      const password = login.slice(colon + 1);
      return [password, decoded(password)];
    })
  );
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
var DOCUMENTED = /^(?:GITHUB_|RUNNER_|HOME$|PATH$|CI$|PWD$)/;
var DOCUMENTED_IDENTITIES = [
  ...["GITHUB_REPOSITORY", "GITHUB_SERVER_URL", "GITHUB_API_URL", "GITHUB_SHA", "GITHUB_REF"]
];
function namedVariables(texts, env) {
  const words4 = new Set(texts.flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []));
  return Object.entries(env).flatMap(
    ([name, value]) => words4.has(name) && !DOCUMENTED.test(name) && !isPlain(value) ? [value] : []
  );
}
var SWITCHES = [
  "disabled",
  "required",
  "optional",
  "anonymous",
  "external",
  "internal",
  "password"
];
function isPlain(value) {
  return /^[\d.,:_+-]*$/.test(value) || SWITCHES.includes(value.toLowerCase());
}

// src/domain/text/mask-json.ts
function maskJson(text, mask) {
  if (mask(text) === text) return text;
  const document = JSON.parse(text);
  return jsonOf(mapStrings(document, mask));
}

// src/domain/text/place.ts
function placeText(place) {
  if (place.file === void 0) return "";
  return place.startLine === void 0 ? place.file : `${place.file}:${place.startLine}`;
}

// src/domain/retry.ts
var LASTING = [
  /^ENOTFOUND$/,
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_SSL|^ERR_TLS|^EPROTO$/,
  /^HPE_(?!INVALID_EOF)/,
  /^ERR_INVALID|^UND_ERR_INVALID|^ERR_UNESCAPED|HEADERS_OVERFLOW$/
];
var LASTING_CODE = "ERR_INVALID_ASK";
function mayPass(error) {
  if (typeof error !== "object" || error === null) return true;
  if ("code" in error && typeof error.code === "string" && isLasting(error.code)) return false;
  if ("cause" in error && error.cause !== void 0) return mayPass(error.cause);
  return !("name" in error && ["TypeError", "HTTPParserError"].includes(String(error.name)));
}
function isLasting(code) {
  return LASTING.some((pattern) => pattern.test(code));
}

// src/domain/inside.ts
import { isAbsolute, relative } from "node:path";
function isInside(path, folder) {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith("../") && !isAbsolute(way);
}
function nameIn(repository, path) {
  return isInside(path, repository) ? relative(repository, path) : path;
}

// src/domain/report/changes.ts
var SHORT_DIGEST = 19;
function comparedOf({ comparison }) {
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
    const against = comparedOf(image);
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
  return causes.map(({ cause, unpackedBytes }) => `${cause} ${formatDifference(unpackedBytes)}`).join(", ");
}
function changedLayers({ layers }, most2) {
  return layers.filter(({ unpacked }) => unpacked.before !== unpacked.after).filter(({ cause }) => cause === "this change" || cause === "unknown").slice(0, most2);
}
var MOST_LINES = 3;
function othersText({ causes, layers, bases }) {
  const different = layers.filter(({ unpacked }) => unpacked.before !== unpacked.after);
  return causes.filter(
    ({ cause }) => cause === "base image" || cause === "drift" && different.some((layer) => layer.cause === cause)
  ).map(({ cause, unpackedBytes }) => {
    const own2 = different.filter((layer) => layer.cause === cause && !layer.base);
    const lines = own2.flatMap(({ place }) => place === void 0 ? [] : [placeText(place)]);
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
function packagesText(packages) {
  if (packages.length === 0) return void 0;
  const groups = Map.groupBy(packages, ({ change }) => change);
  return [...groups].map(([change, list]) => `${list.length} ${change}`).join(", ");
}
function findingsText({ findings }) {
  if (findings === void 0) return "vulnerabilities are not compared";
  const { new: fresh, fixed, still } = findings;
  return `brings ${fresh.length} ${fresh.length === 1 ? "vulnerability" : "vulnerabilities"}, fixes ${fixed.length}, ${still} ${still === 1 ? "is" : "are"} still there`;
}
function missesText({ build }) {
  return (build?.misses ?? []).map(({ instruction, reason, followers, place }) => {
    const where = place?.startLine === void 0 ? "" : ` (${place.file}:${place.startLine})`;
    const more = followers === 0 ? "" : `; ${followers} more ${followers === 1 ? "step was" : "steps were"} run again for it`;
    return `${(instruction ?? "a step").slice(0, 100)}${where}: ${reason}${more}`;
  });
}

// src/domain/report/held.ts
function looseningLines(report) {
  return loosenings(report).flatMap(({ data: data15 }) => RULES.loosening.words(data15)?.message ?? []);
}
function uncomparedLines({ runs }) {
  return [...new Set(runs.flatMap(({ uncompared = [] }) => uncompared))];
}
function looseningsTitle(report) {
  return loosenings(report).every(({ data: data15 }) => isOfMerge(data15)) ? "Once merged, the policy lets more pass than the base’s" : "The policy lets more pass than the baseline’s";
}
function loosenings({ violations }) {
  return violations.filter(({ rule, waived }) => rule === "loosening" && waived === void 0);
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
function amountOf({ count, severity, bytes: bytes2 }) {
  if (bytes2 !== void 0) return formatBytes(bytes2);
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

// src/domain/comment/material.ts
var COMMENT_MODES = ["material", "always", "on-failure", "off"];
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
  finding: ({ images }) => images.some((image) => hasOwnFinding(comparedOf(image))),
  size: ({ images }) => images.some((image) => hasOwnSize(comparedOf(image))),
  "no baseline": ({ images }) => images.some((image) => comparedOf(image) === void 0),
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
function isOfThisChange({ cause }) {
  return cause === "this change" || cause === "unknown";
}
function hasNewViolation({ violations }, image) {
  const before = comparedOf(image)?.violations;
  if (before === void 0) return false;
  const now = Object.entries(openViolations(violations, image.id));
  return now.some(([rule, count]) => count > (own(before, rule) ?? 0));
}
function hasOwnFinding(compared) {
  const { new: fresh = [], fixed = [] } = compared?.findings ?? {};
  return [...fresh, ...fixed].some(isOfThisChange);
}
function hasOwnSize(compared) {
  if (compared === void 0) return false;
  return ["unpacked", "download"].some((size2) => {
    const own2 = compared.causes.filter(isOfThisChange).reduce((sum, cause) => sum + cause[`${size2}Bytes`], 0);
    const least2 = Math.min(MATERIAL_BYTES, compared[size2].before * MATERIAL_SHARE);
    return Math.abs(own2) > least2;
  });
}

export {
  distance,
  closest,
  VERSION,
  BYTE_UNITS,
  parseBytes,
  formatMoment,
  formatSeconds,
  formatDifference,
  formatBytes,
  own,
  dictionary,
  known,
  unable,
  isKnown,
  mapKnown,
  fixesSince,
  stagesOf,
  lineage,
  parseDockerfile,
  lineFields,
  lineOf,
  withoutUrlSecrets,
  recordImage,
  openViolations,
  layerPositions,
  recordFindings,
  ESCAPES,
  withoutEscapes,
  plainLine,
  plainLines,
  shortened,
  placeText,
  comparedOf,
  SIZE_COLUMNS,
  sizeRows,
  differenceText,
  causesText,
  changedLayers,
  othersText,
  pathText,
  packagesFirst,
  packagesText,
  findingsText,
  missesText,
  LEVELS,
  SUBJECT_KEYS,
  shown,
  listed,
  nearestFirst,
  placeOfLayer,
  UNWANTED_KINDS,
  contextFacts,
  ranked,
  cacheOf,
  CAUSES,
  CHANGES,
  PACKAGE_CHANGES,
  changeOf,
  SEVERITIES,
  STATUSES,
  stanceSchema,
  excusedSchema,
  isOfOthers,
  MOST_SILENT_SECONDS,
  wholeTiming,
  silentSeconds,
  cannotFail,
  require_packageurl_js,
  findingIdentity,
  systemPackageKey,
  languagePackageKey,
  purlWithoutVersion,
  secretKey,
  nameText,
  LOSS_KINDS,
  Losses,
  RULE_IDS,
  RULES,
  forEachRule,
  looseningLines,
  uncomparedLines,
  looseningsTitle,
  excusedLines,
  stanceLines,
  COMMENT_MODES,
  isWorthTelling,
  isRelayedWorthTelling,
  isOfThisChange,
  imageId,
  fileNameOf,
  cacheScope,
  nameOfFolder,
  endedBy,
  timeoutWords,
  endedReport,
  withRunEnd,
  jsonOf,
  isDeep,
  LASTING_CODE,
  mayPass,
  isWithheld,
  childEnvironment,
  isInside,
  nameIn,
  mapStrings,
  withheldValues,
  secretVariables,
  urlPasswords,
  DOCUMENTED_IDENTITIES,
  namedVariables,
  maskJson
};
