/** The report folder as an artifact of the run, where nobody else could see or join it. */
import {readEvent} from '../../clients/event.ts';
import type {Deps} from '../../deps.ts';
import {artifactName} from '../../domain/report/artifact.ts';
import {hasArtifacts, isReadOnlyRun} from '../../domain/github/target.ts';
import type {Inputs} from '../../inputs.ts';
import type {Publisher} from '../publisher.ts';
import {artifactFiles} from './render.ts';

const MOST_SECONDS = 120;

export const artifact: Publisher = {
  // What is collected or relayed lies in an artifact already.
  applies: ({inputs}, {workflow}) =>
    workflow.invocation === 'action' && inputs?.mode === 'check' && inputs.artifact !== 'off',
  publish: async (publication, deps) => {
    const {report, inputs, folder} = publication;
    if (inputs === undefined || !(await isWanted(inputs, deps))) return;
    const {env} = deps.workflow;
    if (!hasArtifacts(env))
      throw new Error(
        'GitHub Enterprise Server has no artifacts of this kind, and the README says how to do without',
      );
    if (deps.artifacts === undefined) throw new Error('this job has no runtime token');
    const name = artifactName({
      images: report.images.map(({id}) => id),
      key: inputs.key,
      attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    });
    const files = artifactFiles(publication);
    await deps.artifacts.upload({name, folder, files, deadlineSeconds: MOST_SECONDS});
    deps.log.line(`The report is kept as the artifact ${name}.`);
  },
};

/** A token that only reads can comment nowhere, and a job with a key has others beside it. */
async function isWanted(
  {artifact: mode, key}: Inputs,
  deps: Pick<Deps, 'files' | 'workflow'>,
): Promise<boolean> {
  if (mode === 'always' || key !== undefined) return true;
  return isReadOnlyRun(deps.workflow.env, await readEvent(deps));
}
