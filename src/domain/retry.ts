/** Whether what failed may go better when it is tried again. The one place that says so of errors. Pure. */

/** A certificate, a name that nobody has, an answer that is no HTTP: the same in ten seconds. */
const LASTING = [
  /^ENOTFOUND$/,
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_SSL|^ERR_TLS|^EPROTO$/,
  /^HPE_(?!INVALID_EOF)/,
  /^ERR_INVALID|^UND_ERR_INVALID|^ERR_UNESCAPED|HEADERS_OVERFLOW$/,
];

/** Of an ask that cannot be made, or was sent where nobody goes. */
export const PERMANENT_ERROR_CODE = 'ERR_INVALID_ASK';

/** By the innermost reason: a time that was over, a connection that broke, a server that is not up yet. */
export function isTransientError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return true;
  if ('code' in error && typeof error.code === 'string' && isLasting(error.code)) return false;
  if ('cause' in error && error.cause !== undefined) return isTransientError(error.cause);
  // fetch's own complaint of a header or an address (when the network failed, it has a cause), or undici's of
  // an answer that is no HTTP.
  return !('name' in error && ['TypeError', 'HTTPParserError'].includes(String(error.name)));
}

function isLasting(code: string): boolean {
  return LASTING.some((pattern) => pattern.test(code));
}
