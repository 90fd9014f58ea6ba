/** URLs in free text lose who asks and what is asked (threats.md rule 3): both can be a password. */

/** Image references are no URLs of that kind: their `@` stands before a digest. */
const URL_PARTS =
  /(?<![a-z0-9+.-])(?!docker-image:|oci-layout:)([a-z][a-z0-9+.-]{0,30}:\/\/)(?:[^\s/?#"<>]*@)?([^\s?#"'<>]*)(?:\?[^\s#"'<>]*)?/gi;

/** `https://me:password@host/path?token=x` -> `https://host/path`. */
export function withoutUrlSecrets(text: string): string {
  return text.includes('://') ? text.replace(URL_PARTS, '$1$2') : text;
}
