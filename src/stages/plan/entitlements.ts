/** Holds the definition to its working directory and to what the user allows (threats.md rule 2). */
import {join, resolve} from 'node:path';
import type {BakeTarget} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import {isInside} from '../../domain/inside.ts';
import {
  parseGrants,
  requiredEntitlements,
  refuseEntitlements,
  type Entitlement,
  type WiderWorkdir,
} from '../../domain/plan/entitlements.ts';
import type {Definition} from '../../domain/definition.ts';

export interface EntitlementCheck {
  readonly definition: Definition;
  readonly targets: Readonly<Record<string, BakeTarget>>;
  /** Absolute. */
  readonly workdir: string;
  readonly repository: string;
  /** Of the definition, relative to the repository. */
  readonly files: readonly string[];
}

/** @throws {UserError} when a target needs what nobody granted */
export async function requireEntitlements(
  reaching: EntitlementCheck,
  deps: Pick<Deps, 'files'>,
): Promise<void> {
  const {definition, targets, workdir} = reaching;
  const grants = parseGrants(definition.allow, definition.set);
  const granted = async (paths: readonly string[]): Promise<readonly string[]> =>
    Promise.all([workdir, ...paths].map((path) => whereItLeads(resolve(workdir, path), deps)));
  const roots = {'fs.read': await granted(grants.read), 'fs.write': await granted(grants.write)};
  const isGranted = async ({need}: Entitlement): Promise<boolean> => {
    if (need.kind === 'entitlement') return grants.entitlements.includes(need.name);
    // buildx resolves `..` before links for some paths and after them for others: both count.
    const written = need.path.startsWith('/') ? need.path : `${definition.folder}/${need.path}`;
    const places = await Promise.all(
      [written, resolve(written)].map((path) => whereItLeads(path, deps)),
    );
    return places.every((place) => roots[need.kind].some((root) => isInside(place, root)));
  };
  const all = Object.entries(targets).flatMap(([name, target]) =>
    requiredEntitlements(name, target),
  );
  const verdicts = await Promise.all(all.map(isGranted));
  const missing = all.filter((_, index) => verdicts[index] === false);
  refuseEntitlements(missing, widerOf(missing, reaching));
}

/** Of compose files, which mean the same wherever docker runs. */
function widerOf(
  missing: readonly Entitlement[],
  reaching: EntitlementCheck,
): WiderWorkdir | undefined {
  const {definition, workdir, repository, files} = reaching;
  const isHeld = missing.every(
    ({need}) =>
      need.kind !== 'entitlement' && isInside(resolve(definition.folder, need.path), repository),
  );
  if (definition.kind !== 'compose' || workdir === repository || !isHeld) return undefined;
  return {workdir: '.', files};
}

/**
 * Links followed as far as the path is there; `..` of what is not there yet is resolved as text. From its
 * begin: what lies in a folder that is not there is not there either, however many names still follow.
 */
async function whereItLeads(path: string, {files}: Pick<Deps, 'files'>): Promise<string> {
  const follow = (part: string): Promise<string | undefined> =>
    files.realPath(part).catch(() => undefined);
  const whole = await follow(path);
  if (whole !== undefined) return whole;
  let [real, end] = ['/', 0];
  for (let slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const found = await follow(path.slice(0, slash));
    if (found === undefined) break;
    [real, end] = [found, slash];
  }
  return join(real, path.slice(end));
}
