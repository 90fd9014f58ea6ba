/** What bake's resolved target says of an image, and what that leads to. Pure. */
import {defined} from '../defined.ts';
import type {Recipe, NamedContext, BuiltFrom} from '../built-from.ts';
import {posix} from 'node:path';
import {ownProperty} from '../own-property.ts';
import {withoutUrlSecrets} from '../text/urls.ts';

/** Already checked. */
export interface ResolvedTarget {
  readonly target: string;
  /** The image's name; differs from the target where a service or a found Dockerfile made it. */
  readonly name: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly inline?: string;
  /** Named contexts, as written. */
  readonly contexts: Readonly<Record<string, string>>;
  readonly stage?: string;
  /** Empty: what the builder builds by itself. */
  readonly platforms: readonly string[];
  readonly tags?: readonly string[];
}

/** `https://...`, `git@...`, `docker-image://...`: a context that is not a folder here. */
export function isRemote(context: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:\/\//i.test(context) ||
    /^(git@|github\.com\/)/.test(context) ||
    context === '-'
  );
}

interface TargetContext {
  /** Absolute: where paths of the definition start. */
  readonly folder: string;
  readonly repository: string;
  readonly targets: Readonly<Record<string, ResolvedTarget>>;
}

export function builtFrom(target: ResolvedTarget, around: TargetContext): BuiltFrom {
  return {...recipeOf(target, around), contexts: contextsOf(target, around, new Set())};
}

function recipeOf(
  {context, dockerfile, inline, stage}: ResolvedTarget,
  around: TargetContext,
): Recipe {
  const {folder, repository} = around;
  const isHere = inline === undefined && !isRemote(context);
  const path = posix.resolve(folder, context, dockerfile);
  return {
    ...(isHere ? {dockerfile: posix.relative(repository, path)} : {}),
    ...defined({stage}),
    context: placeOf(context, around),
  };
}

const TARGET = 'target:';

/** Without images and repositories elsewhere, which move as FROM lines do. */
function contextsOf(
  {contexts}: ResolvedTarget,
  around: TargetContext,
  seen: ReadonlySet<string>,
): readonly NamedContext[] {
  const sorted = Object.entries(contexts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([name, value]) => {
    if (isRemote(value)) return [];
    if (!value.startsWith(TARGET)) return [{name, context: placeOf(value, around)}];
    const target = value.slice(TARGET.length);
    const other = ownProperty(around.targets, target);
    // One that leads back to itself bake refuses, later.
    if (other === undefined || seen.has(target)) return [{name, target}];
    const below = contextsOf(other, around, new Set([...seen, target]));
    return [{name, target, ...recipeOf(other, around)}, ...below];
  });
}

function placeOf(context: string, {folder, repository}: TargetContext): string {
  return isRemote(context)
    ? withoutUrlSecrets(context)
    : posix.relative(repository, posix.resolve(folder, context));
}
