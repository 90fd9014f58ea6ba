/** On `workflow_run`: what the run of a fork's pull request has reported is published, and not believed. */
import type {Deps} from '../deps.ts';
import {isKnown} from '../domain/known.ts';
import {relayed} from '../domain/relay/report.ts';
import {currentJob} from '../domain/report/job.ts';
import {ownRun} from '../domain/report/own-run.ts';
import type {Report} from '../domain/report/schema.ts';
import type {Inputs} from '../inputs.ts';
import {publish} from '../stages/publish/index.ts';
import {findPull, openSource} from '../stages/relay/find-pull.ts';
import {readArtifacts} from '../stages/relay/read-artifacts.ts';
import {startRun} from '../stages/start/index.ts';

export async function relay(inputs: Inputs, deps: Deps): Promise<Report> {
  const startedAt = startRun(inputs, deps);
  const source = await openSource(inputs, deps);
  const pull = await findPull(source);
  const left = isKnown(pull) ? await readArtifacts(source, deps) : pull;
  const job = currentJob(deps.workflow.env);
  const own = ownRun({id: 'relay', inputs, startedAt, endedAt: deps.clock.now(), ...job});
  const {report, relay: about} = relayed({pull, left, own, runId: source.runId});
  deps.log.untrusted(about.message);
  return publish({report, images: [], relay: about, inputs, deps});
}
