/** Which ignore file it is that BuildKit's client refuses: it says neither file nor line. */
import type {Deps} from '../../deps.ts';
import {BAD_PATTERN, type BadIgnore} from '../../domain/build/mistakes.ts';
import {refusedLine} from '../../domain/context/ignore.ts';
import {nameIn} from '../../domain/inside.ts';
import type {Plan} from '../../domain/plan.ts';
import {findIgnore} from '../contexts.ts';

export async function findBadIgnore(
  stderr: string,
  {images, repository}: Pick<Plan, 'images' | 'repository'>,
  deps: Deps,
): Promise<BadIgnore | undefined> {
  if (!stderr.includes(BAD_PATTERN)) return undefined;
  for (const {target, contextPath: root, dockerfilePath: dockerfile} of images) {
    if (root === undefined) continue;
    const found = await findIgnore({root, dockerfile}, deps).catch(() => undefined);
    const line = refusedLine(found?.text ?? '');
    if (found?.path !== undefined && line !== undefined)
      return {target, file: nameIn(repository, found.path), line};
  }
  return undefined;
}
