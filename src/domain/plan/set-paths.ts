/** Paths in the input `set` start from the working directory, wherever bake runs. Pure. */
import {posix} from 'node:path';
import {localPath} from './entitlements.ts';

const PATH_KEY = /^[^.=]+\.contexts?(?:\.[^=]+)?\+?$/;
const FIELDS_KEY = /^[^.=]+\.(?:secrets|ssh|cache-from|cache-to)\+?$/;

const LAYOUT = 'oci-layout://';

export interface SetEntry {
  readonly entry: string;
  /** Absolute: where bake runs. */
  readonly folder: string;
}

/** `web.context=app` -> `web.context=/work/app`. */
export function setFrom(workdir: string, {entry, folder}: SetEntry): string {
  const at = entry.indexOf('=');
  if (at < 0 || folder === workdir) return entry;
  const [key, value] = [entry.slice(0, at), entry.slice(at + 1)];
  if (PATH_KEY.test(key)) return `${key}=${placed(value, workdir)}`;
  if (!FIELDS_KEY.test(key)) return entry;
  const fields = value.split(',').map((field) => {
    const [, name = '', path = ''] = /^((?:src|source|dest)=)(.*)$/s.exec(field) ?? [];
    return name === '' ? field : `${name}${placed(path, workdir)}`;
  });
  return `${key}=${fields.join(',')}`;
}

function placed(value: string, workdir: string): string {
  if (value.startsWith(LAYOUT))
    return `${LAYOUT}${posix.resolve(workdir, value.slice(LAYOUT.length))}`;
  const path = localPath(value);
  return path === undefined || value === '-' ? value : posix.resolve(workdir, path);
}
