/** Which targets of a definition are meant. */
import {closest} from 'fastest-levenshtein';
import {listTargets, printDefinition} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import type {Definition} from '../../domain/definition.ts';
import {inheritedNames, leadingTargets} from '../../domain/plan/discover.ts';
import {serviceTargetName} from '../../domain/plan/services.ts';
import {UserError} from '../../errors.ts';

export interface Choice {
  readonly definition: Definition;
  /** As the user knows them. */
  readonly files: readonly string[];
  readonly texts: readonly string[];
  readonly mirror: string;
}

/** What the user named; else the group `default`; else the targets that serve no other one. */
export async function chooseTargets(
  asked: readonly string[],
  choice: Choice,
  deps: Pick<Deps, 'exec'>,
): Promise<readonly string[]> {
  const {definition, files, texts, mirror} = choice;
  const {folder: cwd} = definition;
  // Compose files and our own bake files always have a group `default`: nothing needs to be asked.
  if (asked.length === 0 && definition.kind !== 'bake') return [];
  const {targets, groups} = await listTargets(deps, {files: definition.files, cwd, mirror});
  if (targets.length === 0)
    throw new UserError(
      `${files.join(', ')} defines no target, so there is nothing to build; name what builds with the input files (a bake or compose file, or Dockerfiles).`,
    );
  const known = [...new Set([...targets, ...groups])];
  const named = definition.kind === 'compose' ? asked.map(serviceTargetName) : asked;
  for (const name of named) {
    if (!known.includes(name) && !name.includes('*')) {
      throw new UserError(
        `There is no target ${name} in ${files.join(', ')}; the nearest is ${closest(name, known)}, and all are: ${known.join(', ')}.`,
      );
    }
  }
  if (named.length > 0) return named;
  if (known.includes('default')) return [];
  const all = await printDefinition(deps, {definition: {...definition, targets}, cwd, mirror});
  const contexts = Object.values(all.targets).flatMap((target) =>
    Object.values(target.contexts ?? {}),
  );
  const serving = contexts
    .filter((context) => context.startsWith('target:'))
    .map((context) => context.slice('target:'.length));
  const inherited = texts.flatMap((text) => [...inheritedNames(text)]);
  return leadingTargets(targets, new Set([...serving, ...inherited]));
}
