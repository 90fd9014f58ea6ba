/** A secret that a definition makes a name: it would stand in every output, and nothing could hide it. Pure. */
import {ownProperty} from '../own-property.ts';
import {UserError} from '../../errors.ts';
import {withoutUrlSecrets} from '../text/urls.ts';

/** What of a target identifies: as bake prints it. */
export interface IdentifyingTarget {
  readonly context?: string | undefined;
  readonly contexts?: Readonly<Record<string, string>> | undefined;
  readonly dockerfile?: string | undefined;
  readonly target?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly 'cache-from'?: readonly CacheEntry[] | undefined;
  readonly 'cache-to'?: readonly CacheEntry[] | undefined;
}

interface CacheEntry {
  readonly src?: string | undefined;
  readonly dest?: string | undefined;
  readonly [attribute: string]: unknown;
}

interface Identity {
  readonly kind: string;
  readonly text: string;
}

/** Names, stages, paths, platforms and tags; what a URL asks and who asks is no part of them. */
export function targetIdentities(
  targets: Readonly<Record<string, IdentifyingTarget>>,
): readonly Identity[] {
  return Object.entries(targets).flatMap(([name, target]) => {
    const kinds = {
      'name of a target': [name],
      stage: [target.target],
      context: [target.context, ...Object.entries(target.contexts ?? {}).flat()],
      dockerfile: [target.dockerfile],
      platform: target.platforms ?? [],
      tag: target.tags ?? [],
    };
    return Object.entries(kinds).flatMap(([kind, texts]) =>
      texts.flatMap((text) => (text === undefined ? [] : [{kind, text: withoutUrlSecrets(text)}])),
    );
  });
}

/** Where a cache lies: its keys are shown, its passwords are not. */
export function cachePlaces(
  targets: Readonly<Record<string, IdentifyingTarget>>,
): readonly string[] {
  return Object.values(targets)
    .flatMap((target) => [...(target['cache-from'] ?? []), ...(target['cache-to'] ?? [])])
    .flatMap((entry) =>
      ['scope', 'ref', 'src', 'dest', 'name'].map((key) => ownProperty(entry, key)),
    )
    .filter((value) => typeof value === 'string');
}

export interface Identified {
  readonly identities: readonly Identity[];
  /** By the variables that hold them. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Texts of committed files: a name that stands there is no secret's. */
  readonly committed: readonly string[];
}

/** @throws {UserError} that names the variable, never its value */
export function refuseSecretNames({identities, secrets, committed}: Identified): void {
  const open = committed.map(bare);
  const names = identities.map(({kind, text}) => ({kind, text: bare(text)}));
  for (const [variable, value] of secrets) {
    const hidden = bare(value);
    if (hidden.length < SHORTEST || open.some((text) => text.includes(hidden))) continue;
    const found = names.find(({text}) => text.includes(hidden));
    if (found !== undefined)
      throw new UserError(
        `The build definition makes the ${found.kind} of the variable ${variable}, which is a secret; names, paths, platforms and tags stand in every output. Write it out in the definition, or take it from a variable that is not called like a secret.`,
      );
  }
}

const SHORTEST = 8;

/** bake and compose change what may not stand in a name. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z\d]/g, '');
}
