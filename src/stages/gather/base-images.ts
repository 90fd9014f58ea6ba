/** What the commit builds that a pull request is to be merged into, as its own definition says it. */
import {relative} from 'node:path';
import type {CommitFiles} from '../../clients/commit-files.ts';
import {findServer} from '../../clients/docker.ts';
import type {Deps} from '../../deps.ts';
import {isInside} from '../../domain/inside.ts';
import {known, unable, type Known} from '../../domain/known.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import {type BuiltImage} from '../../domain/record/policy.ts';
import {builtImages} from '../../domain/policy/policy-record.ts';
import {errorMessage} from '../../errors.ts';
import type {Inputs} from '../../inputs.ts';
import {parseBounds} from '../plan/named-files.ts';
import {withBuildPolicy} from '../plan/build-policies.ts';
import {findDefinition} from '../plan/definition.ts';
import {openGuard} from '../plan/guard.ts';
import {imagesToBuild, defaultPlatform} from '../plan/images.ts';
import {readPolicyDocuments} from '../plan/policy.ts';

export interface BaseImagesRequest {
  readonly plan: Pick<Plan, 'repository' | 'workdir'>;
  readonly inputs: Inputs;
}

/** By this run's own inputs. Never rejects; `unable` in words that can follow a colon. */
export async function baseImages(
  {plan: {repository, workdir}, inputs}: BaseImagesRequest,
  base: CommitFiles,
  deps: Deps,
): Promise<Known<readonly BuiltImage[]>> {
  // Whatever is not asked of a file by its name is the machine's own: where copies are put.
  const there = {...deps, files: {...deps.files, ...base}};
  try {
    const documents = await readPolicyDocuments(inputs, {repository, workdir}, there);
    const tracked = (await base.tracked())
      .map((path) => `${repository}/${path}`)
      .filter((path) => isInside(path, workdir))
      .map((path) => relative(workdir, path));
    const where = {
      workdir,
      repository,
      configured: documents.files,
      tracked,
      bounds: parseBounds(inputs, repository),
      guard: await openGuard(inputs, deps),
    };
    const found = await findDefinition(inputs, where, there);
    const platform = defaultPlatform(await findServer(deps, workdir));
    const images = imagesToBuild(found, {inputs, repository, platform, overrides: new Map()});
    const around = {...found, bounds: where.bounds};
    const all = await Promise.all(images.map((image) => withBuildPolicy(image, around, there)));
    return known(builtImages(all));
  } catch (error) {
    return unable(errorMessage(error).replace(/\.$/, ''));
  }
}
