/** Lists of `name=value` as docker, buildx and BuildKit read them: one line of CSV (RFC 4180). Pure. */

/** `dest`, `/a, b` -> `"dest=/a, b"`; quoted only where it must be. */
export function csvField(name: string, value: string): string {
  const field = `${name}=${value}`;
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** `type=local,"src=/a, b"` -> `["type=local", "src=/a, b"]`. */
export function csvFields(line: string): readonly string[] {
  const field = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
  return [...line.matchAll(field)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}
