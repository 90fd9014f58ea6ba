/**
 * What a definition touches beyond its working directory (threats.md rule 2). buildx asks for
 * `--allow` by itself, but not with `--progress=rawjson`: there it looks at nothing (commands/bake.go
 * of 0.29.1 and 0.36.1), so it is worked out here. Pure.
 */
import {UserError} from '../../errors.ts';

/** One thing that a target wants of the machine. Paths as the definition writes them. */
export interface Entitlement {
  readonly target: string;
  /** In the reader's words: `its context`, `secret ca`. */
  readonly what: string;
  readonly need:
    | {readonly kind: 'fs.read' | 'fs.write'; readonly path: string}
    /** `network.host`, `security.insecure`, `device=NAME`, `ssh`: as `--allow` takes it. */
    | {readonly kind: 'entitlement'; readonly name: string};
}

interface CacheEntry {
  readonly type?: string | undefined;
  readonly src?: string | undefined;
  readonly dest?: string | undefined;
}

/** The part of a target, as `bake --print` resolves it, that can reach out. */
export interface TargetAccess {
  readonly context?: string | undefined;
  readonly contexts?: Readonly<Record<string, string>> | undefined;
  readonly dockerfile?: string | undefined;
  readonly 'dockerfile-inline'?: string | undefined;
  readonly secret?:
    | readonly {
        readonly id?: string | undefined;
        readonly env?: string | undefined;
        readonly src?: string | undefined;
      }[]
    | undefined;
  readonly ssh?:
    | readonly {
        readonly id?: string | undefined;
        readonly paths?: readonly string[] | null | undefined;
      }[]
    | undefined;
  readonly 'cache-from'?: readonly CacheEntry[] | undefined;
  readonly 'cache-to'?: readonly CacheEntry[] | undefined;
  readonly entitlements?: readonly string[] | undefined;
}

export function requiredEntitlements(target: string, wants: TargetAccess): readonly Entitlement[] {
  const read = (what: string, path: string): Entitlement => ({
    target,
    what,
    need: {kind: 'fs.read', path},
  });
  const entitlement = (what: string, name: string): Entitlement => ({
    target,
    what,
    need: {kind: 'entitlement', name},
  });
  const readIf = (what: string, path: string | undefined): readonly Entitlement[] =>
    path === undefined ? [] : [read(what, path)];
  return [
    ...readIf('its context', localPath(wants.context ?? '.')),
    ...readIf('its Dockerfile', dockerfilePath(wants)),
    ...Object.entries(wants.contexts ?? {}).flatMap(([name, value]) =>
      readIf(`the context ${name}`, localPath(value)),
    ),
    // buildx takes the id for a file's path when nothing else is said.
    ...(wants.secret ?? []).flatMap(({id, env, src}) => {
      const path = src ?? (env === undefined ? id : undefined);
      return readIf(`the secret ${id ?? path ?? ''}`, path);
    }),
    ...(wants.ssh ?? []).flatMap(({id, paths}) =>
      paths === undefined || paths === null || paths.length === 0
        ? [entitlement("the user's ssh agent", 'ssh')]
        : paths.map((path) => read(`the ssh key ${id ?? 'default'}`, path)),
    ),
    ...(wants['cache-from'] ?? []).flatMap(({type, src}) =>
      type === 'local' ? readIf('its cache', src) : [],
    ),
    ...(wants['cache-to'] ?? []).flatMap(({type, dest}): readonly Entitlement[] =>
      type === 'local' && dest !== undefined
        ? [{target, what: 'its cache', need: {kind: 'fs.write', path: dest}}]
        : [],
    ),
    ...(wants.entitlements ?? []).map((name) => entitlement('its entitlements', name)),
  ];
}

/** Relative to the context, as buildx takes it; undefined where it is inline or not on this disk. */
export function dockerfilePath(
  wants: Pick<TargetAccess, 'context' | 'dockerfile' | 'dockerfile-inline'>,
): string | undefined {
  const {dockerfile} = wants;
  if (dockerfile === undefined || wants['dockerfile-inline'] !== undefined) return undefined;
  const path = localPath(dockerfile);
  if (path === undefined || path.startsWith('/') || dockerfile.startsWith('cwd://')) return path;
  const context = localPath(wants.context ?? '.');
  return context === undefined ? undefined : `${context}/${path}`;
}

/** Undefined for what is not on this disk: another target, an image, a repository, a URL. */
export function localPath(reference: string): string | undefined {
  const layout = /^oci-layout:\/\/(.+?)(?:@sha256:[0-9a-f]+|:[\w.-]+)?$/.exec(reference)?.[1];
  if (layout !== undefined) return layout;
  if (reference.startsWith('cwd://')) return reference.slice('cwd://'.length);
  const isElsewhere =
    /^(target|docker-image):/.test(reference) ||
    /^(https?|git|ssh):\/\//i.test(reference) ||
    /^(git@|github\.com\/)/.test(reference);
  return isElsewhere ? undefined : reference;
}

/** `TARGET.secrets=id=ca,src=PATH`: other keys grant nothing, as with buildx. */
const SETS_PATH = /^[^.=]+\.(?:secrets|ssh|cache-from|cache-to)\+?=(.*)$/s;

/** What the user allows, as `--allow` and `--set` name it. */
export interface Grants {
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly entitlements: readonly string[];
}

/**
 * @param set values that override the definition: what the user writes there is meant
 * @throws {UserError} for a grant of every path
 */
export function parseGrants(allow: readonly string[], set: readonly string[]): Grants {
  const pairs = allow.map((entry) => {
    const at = entry.indexOf('=');
    return at < 0 ? ([entry, ''] as const) : ([entry.slice(0, at), entry.slice(at + 1)] as const);
  });
  const every = pairs.find(([key, value]) => key.startsWith('fs') && value === '*');
  if (every !== undefined) {
    throw new UserError(
      `Input allow holds ${every[0]}=*, which opens the whole machine to the definition; name the folders that it needs, one a line.`,
    );
  }
  const paths = (...keys: readonly string[]): readonly string[] =>
    pairs.flatMap(([key, value]) => (keys.includes(key) ? [value] : []));
  const meant = set.flatMap((entry) => {
    const [, value] = SETS_PATH.exec(entry) ?? [];
    return (value ?? '').split(',').map((field) => field.slice(field.lastIndexOf('=') + 1));
  });
  return {
    read: [...paths('fs', 'fs.read'), ...meant],
    write: [...paths('fs', 'fs.write'), ...meant],
    entitlements: allow.filter((entry) => !entry.startsWith('fs')),
  };
}

/** The same definition, seen from a folder that holds what it asks for. */
export interface WiderWorkdir {
  readonly workdir: string;
  readonly files: readonly string[];
}

/**
 * @param wider the folder of the repository that holds all of it, as the input workdir takes it: absent where none does
 * @throws {UserError} that names every need and the lines that grant them; nothing to grant: nothing
 */
export function refuseEntitlements(missing: readonly Entitlement[], wider?: WiderWorkdir): void {
  if (missing.length === 0) return;
  const needs = missing.map(
    ({target, what, need}) =>
      `${what} of ${target}${need.kind === 'entitlement' ? '' : ` (${need.path})`}`,
  );
  const lines = missing.map(({need}) =>
    need.kind === 'entitlement' ? need.name : `${need.kind}=${need.path}`,
  );
  const all = [...new Set(needs)].join(', ');
  if (wider !== undefined)
    throw new UserError(
      `The definition asks for more than its working directory holds: ${all}. Work in the folder that holds it: workdir: ${wider.workdir} and files: ${wider.files.join(', ')}.`,
    );
  throw new UserError(
    `The definition asks for more than its working directory holds: ${all}. If that is meant, grant it with the input allow: ${[...new Set(lines)].join(', ')}.`,
  );
}
