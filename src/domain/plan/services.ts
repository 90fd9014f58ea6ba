/** Services of compose files by the names that their user wrote. Pure. */
import {UserError} from '../../errors.ts';

/** bake allows no dots in a target's name (bake/compose.go of buildx: sanitizeTargetName). */
export function serviceTargetName(service: string): string {
  return service.replaceAll('.', '_');
}

/**
 * By target: the service that it builds.
 * @param services those that compose builds
 * @param targets those that bake would build or build upon
 * @throws {UserError} for two services that bake takes for one target: it builds one of them
 */
export function servicesByTarget(
  services: readonly string[],
  targets: readonly string[],
): ReadonlyMap<string, string> {
  const wanted = new Set(targets);
  const found = new Map<string, string>();
  for (const service of services) {
    const target = serviceTargetName(service);
    if (!wanted.has(target)) continue;
    const other = found.get(target);
    if (other !== undefined)
      throw new UserError(
        `The services ${other} and ${service} are one target to bake (${target}), which builds only one of them; rename one of the two.`,
      );
    found.set(target, service);
  }
  return found;
}
