/** The commit that is built: what is published of a run belongs to it, and not to its event. */
import {dirname} from 'node:path';
import {findCheckout} from '../../clients/git.ts';
import type {Deps} from '../../deps.ts';
import {isKnown, known, unable, type Known} from '../../domain/known.ts';
import type {Checkout} from '../../domain/plan/plan.ts';
import type {Definition} from '../../domain/definition.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {Notice} from '../../domain/notice.ts';

export interface BuiltPlaces {
  readonly images: readonly Pick<PlannedImage, 'contextPath' | 'dockerfilePath'>[];
  readonly definition: Pick<Definition, 'kind' | 'files'>;
  readonly workdir: string;
}

/** `unable`: why none is known, in words that can follow a colon. */
export async function builtCheckout(
  {images, definition, workdir}: BuiltPlaces,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<Known<Checkout>> {
  if (deps.workflow.invocation !== 'action') return unable('this is no workflow run');
  // Of found Dockerfiles the definition is our own.
  const written = definition.kind === 'dockerfile' ? [] : definition.files;
  const files = [...written, ...images.flatMap(({dockerfilePath}) => dockerfilePath ?? [])];
  const contexts = images.flatMap(({contextPath}) => contextPath ?? []);
  const folders = new Set([...contexts, ...files.map((file) => dirname(file))]);
  const found = await Promise.all([...folders].map((folder) => findCheckout(deps, folder)));
  const checkouts = found.filter(isKnown).map(({value}) => value);
  const [first] = checkouts;
  if (first === undefined) return findCheckout(deps, workdir);
  const others = checkouts.filter(({commit}) => commit !== first.commit);
  if (others.length === 0) return known(first);
  const commits = [...new Set(checkouts.map(({commit}) => commit))];
  return unable(`it lies in checkouts of several commits (${commits.join(', ')})`);
}

/** Of a run that ended before it knew what it builds. */
export async function commitAt(
  workdir: string,
  deps: Pick<Deps, 'exec' | 'files' | 'workflow'>,
): Promise<string | undefined> {
  if (deps.workflow.invocation !== 'action') return undefined;
  const found = await findCheckout(deps, workdir);
  return isKnown(found) ? found.value.commit : undefined;
}

/** Outside of a workflow run nothing is published. */
export function checkoutNotices(
  checkout: Known<Checkout>,
  {workflow}: Pick<Deps, 'workflow'>,
): readonly Notice[] {
  if (workflow.invocation !== 'action' || isKnown(checkout)) return [];
  const message = `Which commit was built is not known: ${checkout.unable}. So it is compared with no earlier run and kept for no later one, and no link leads to its files.`;
  return [{from: 'plan', message}];
}
