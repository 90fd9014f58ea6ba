/** Whether a place may be linked to, annotated or told to code scanning. Pure. */

/**
 * True for a path that names something below the repository's root, whoever resolves it: relative,
 * with `/` alone between names, and no name that leads elsewhere.
 */
export function isInRepository(path: string): boolean {
  if (path === '' || path.includes('\\') || path.includes('\0')) return false;
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}
