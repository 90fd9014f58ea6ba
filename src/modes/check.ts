/** One run of the gate, from the repository to its verdict: design.md section 3. */
import type {Deps} from '../deps.ts';
import {judge} from '../domain/policy/evaluate.ts';
import {makeReport} from '../domain/report/make.ts';
import type {Report} from '../domain/report/schema.ts';
import {ToolError} from '../errors.ts';
import type {Inputs} from '../inputs.ts';
import {attribute} from '../stages/attribute.ts';
import {readBaseline} from '../stages/baseline.ts';
import {build} from '../stages/build/index.ts';
import {findBuilder} from '../stages/builder.ts';
import {compareAll} from '../stages/compare.ts';
import {listContexts} from '../stages/contexts.ts';
import {examineAll} from '../stages/examine.ts';
import {gather} from '../stages/gather.ts';
import {makePlan} from '../stages/plan/index.ts';
import {recordImages, runRecord} from '../stages/records.ts';
import {publish} from '../stages/publish.ts';
import {readContents} from '../stages/steps.ts';
import {startSupply} from '../stages/scan/supply.ts';

export async function check(inputs: Inputs, deps: Deps): Promise<Report> {
  endInTime(inputs.timeoutSeconds, deps);
  deps.secrets.add(inputs.token === undefined ? [] : [inputs.token]);
  const startedAt = deps.clock.now();
  const supply = startSupply(inputs, deps);
  const [plan, builder] = await Promise.all([
    makePlan(inputs, deps),
    findBuilder({inputs, cwd: inputs.workdir}, deps),
  ]);
  const baseline =
    inputs.baseline === undefined ? undefined : await readBaseline(inputs.baseline, supply, deps);
  const contexts = listContexts(deps);
  const lanes = examineAll({plan, supply, deps});
  const built = await build({plan, inputs, builder, deps, onLayout: lanes.start});
  const hashing = readContents(plan.images, {built, contexts}, deps);
  const images = attribute(await lanes.end(built), built);
  const today = startedAt.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const records = recordImages({images, built, contents: await hashing, baseline});
  const comparisons = await compareAll({images, records, baseline});
  const tools = await supply.tools();
  const about = {images, plan, inputs, built, contexts, comparisons, records, tools, startedAt};
  const gathered = await gather(about, deps);
  const judgement = judge({policy: plan.policy, images: gathered, today});
  const job = deps.workflow.env['GITHUB_JOB'];
  const report = makeReport({
    ...{plan, inputs, startedAt, built, images, gathered, judgement, tools, baseline},
    notices: comparisons.notices,
    endedAt: deps.clock.now(),
    ...(job === undefined ? {} : {job}),
  });
  const record = runRecord(records, plan, deps);
  return publish({report, images, built, record, inputs, deps});
}

/** After `timeout` everything that is under way is ended, and the run reports what it has. */
function endInTime(seconds: number, deps: Deps): void {
  const words = `The run took longer than ${seconds} seconds and was ended; the input timeout allows more.`;
  void deps.clock.sleep(seconds, deps.signal).then(() => {
    deps.abort(new ToolError('plimsoll', words));
  });
}
