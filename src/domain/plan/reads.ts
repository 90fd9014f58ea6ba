/** What targets, as bake resolves them, read of this disk and of elsewhere to be built: threats.md rule 10. Pure. */
import {defined} from '../defined.ts';
import {dockerfilePath, localPath, type TargetAccess} from './entitlements.ts';

/** Paths as the definition writes them. */
export type Read =
  /** Need not be there: what would be read if it were. */
  | {readonly kind: 'file'; readonly what: string; readonly path: string}
  | {
      readonly kind: 'context';
      readonly what: string;
      readonly path: string;
      /** What lies beside it may be its ignore file. Absent for a named context. */
      readonly dockerfile?: string;
    }
  /** By somebody outside of this repository too: only where the user grants it. */
  | {readonly kind: 'granted'; readonly what: string; readonly path: string}
  | {readonly kind: 'remote'; readonly what: string; readonly reference: string};

export function readsForTarget(target: string, wants: TargetAccess): readonly Read[] {
  const context = wants.context ?? '.';
  const dockerfile = wants.dockerfile ?? 'Dockerfile';
  const isInline = wants['dockerfile-inline'] !== undefined;
  const path = dockerfilePath({...wants, dockerfile});
  const isRemoteFile = !isInline && localPath(dockerfile) === undefined;
  return [
    ...contextReads(`the context of ${target}`, context, path),
    ...(path === undefined ? [] : fileReads(`the Dockerfile of ${target}`, path)),
    ...(path === undefined ? [] : [policyRead(target, path)]),
    ...(isRemoteFile ? [remote(`the Dockerfile of ${target}`, dockerfile)] : []),
    ...Object.entries(wants.contexts ?? {}).flatMap(([name, value]) =>
      isImageOrTarget(value) ? [] : contextReads(`the context ${name} of ${target}`, value),
    ),
    ...grantedReads(target, wants),
  ];
}

function isImageOrTarget(context: string): boolean {
  return /^(target|docker-image):/.test(context);
}

function contextReads(what: string, reference: string, dockerfile?: string): readonly Read[] {
  const path = localPath(reference);
  if (path === undefined) return [remote(what, reference)];
  return [{kind: 'context', what, path, ...defined({dockerfile})}];
}

/** BuildKit takes `dockerfile` where there is no `Dockerfile`, and the ignore file beside it. */
function fileReads(what: string, path: string): readonly Read[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const small = `${path.slice(0, path.length - name.length)}${name.toLowerCase()}`;
  return [...new Set([path, small])].map((one) => ({kind: 'file', what, path: one}));
}

/** buildx asks the policy beside it. */
function policyRead(target: string, path: string): Read {
  return {kind: 'file', what: `the build policy of ${target}`, path: `${path}.rego`};
}

/** What a secret holds can name where packages come from, and a cache holds what was built. */
function grantedReads(target: string, wants: TargetAccess): readonly Read[] {
  const secrets = (wants.secret ?? []).flatMap(({id, env, src}) => {
    const path = src ?? (env === undefined ? id : undefined);
    return path === undefined ? [] : [{what: `the secret ${id ?? path} of ${target}`, path}];
  });
  const caches = (wants['cache-from'] ?? []).flatMap(({type, src}) =>
    type === 'local' && src !== undefined ? [{what: `the cache of ${target}`, path: src}] : [],
  );
  return [...secrets, ...caches].map((one) => ({kind: 'granted', ...one}));
}

function remote(what: string, reference: string): Read {
  return {kind: 'remote', what, reference};
}
