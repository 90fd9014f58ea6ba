/** Where steps of earlier builds are taken from, and left: what bake is told, target by target. Pure. */
import {UserError} from '../../errors.ts';
import {ownProperty} from '../own-property.ts';
import {csvField, csvFields} from '../text/csv-fields.ts';

export type BuildCacheSource =
  | {readonly kind: 'auto' | 'gha' | 'off'}
  /** As BuildKit writes one: `type=registry,ref=...`. */
  | {readonly kind: 'given'; readonly fields: ReadonlyMap<string, string>};

export type CacheWrite = 'default-branch' | 'always' | 'never';

/** The field that says where a cache of that type is; targets that share a place overwrite each other's. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  gha: ['scope'],
  registry: ['ref'],
  local: ['src', 'dest'],
  s3: ['name'],
  azblob: ['name'],
};
/** Of an export alone, or of an import alone. */
const EXPORT_ONLY = ['mode', 'dest', 'ignore-error', 'compression', 'compression-level'];
const IMPORT_ONLY = ['src'];

/** @throws {UserError} */
export function parseBuildCache(value: string): BuildCacheSource {
  if (value === 'auto' || value === 'gha' || value === 'off') return {kind: value};
  const fields = new Map(
    csvFields(value).map((part) => {
      const [name = '', ...rest] = part.trim().split('=');
      return [name, rest.join('=')] as const;
    }),
  );
  const type = fields.get('type');
  if (type !== undefined && type !== '') return {kind: 'given', fields};
  throw new UserError(
    `Input cache is "${value}"; it takes auto, gha, off, or a cache as BuildKit writes it, such as type=registry,ref=HOST/NAME:TAG.`,
  );
}

/** @throws {UserError} */
export function parseCacheWrite(value: string): CacheWrite {
  if (value === 'default-branch' || value === 'always' || value === 'never') return value;
  throw new UserError(`Input cache-write is "${value}"; it takes default-branch, always or never.`);
}

export interface CachedTarget {
  readonly target: string;
  /** Of its own: different for different images. */
  readonly scope: string;
}

export interface CacheArgs {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** `--set` values for bake. */
export function cacheArgs(
  targets: readonly CachedTarget[],
  fields: ReadonlyMap<string, string>,
): CacheArgs {
  const each = targets.map(({target, scope}) => ({target, own: placed(fields, scope)}));
  const text = (own: ReadonlyMap<string, string>, without: readonly string[]): string =>
    [...own]
      .filter(([name]) => !without.includes(name))
      .map(([name, value]) => csvField(name, value))
      .join(',');
  return {
    from: each.map(({target, own}) => `--set=${target}.cache-from=${text(own, EXPORT_ONLY)}`),
    to: each.map(({target, own}) => `--set=${target}.cache-to=${text(exported(own), IMPORT_ONLY)}`),
  };
}

/** What GitHub's own is asked with: a build that cannot write it is a good build all the same. */
export const GHA: ReadonlyMap<string, string> = new Map([['type', 'gha']]);

function exported(own: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([['mode', 'max'], ['ignore-error', 'true'], ...own]);
}

/** `ref=host/name:tag` -> `ref=host/name:tag-web-1a2b3c4d`; one folder or name for each target. */
function placed(fields: ReadonlyMap<string, string>, scope: string): ReadonlyMap<string, string> {
  const places = ownProperty(PLACES, fields.get('type') ?? '') ?? [];
  const moved = [...fields].map(([name, value]): readonly [string, string] =>
    places.includes(name) ? [name, joined(name, value, scope)] : [name, value],
  );
  const isGha = fields.get('type') === 'gha' && !fields.has('scope');
  return new Map(isGha ? [...moved, ['scope', scope]] : moved);
}

function joined(name: string, value: string, scope: string): string {
  if (name === 'src' || name === 'dest') return `${value.replace(/\/$/, '')}/${scope}`;
  if (name === 'ref' && !value.includes(':', value.lastIndexOf('/') + 1))
    return `${value}:${scope}`;
  return `${value}-${scope}`;
}
