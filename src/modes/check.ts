/** One run of the gate, from the repository to its verdict: architecture.md section 3. */
import type {Deps} from '../deps.ts';
import {toDay} from '../domain/day.ts';
import {judge} from '../domain/policy/evaluate.ts';
import type {Plan} from '../domain/plan/plan.ts';
import type {Notice} from '../domain/notice.ts';
import {currentJob} from '../domain/report/job.ts';
import {makeReport} from '../domain/report/make.ts';
import {endedReport} from '../domain/report/run-end.ts';
import type {Report} from '../domain/report/schema.ts';
import type {Inputs} from '../inputs.ts';
import {attribute} from '../stages/attribute/index.ts';
import {prepareCache} from '../stages/build/cache.ts';
import {exportCache} from '../stages/build/export-cache.ts';
import {rebuildDamaged} from '../stages/build/rebuild-damaged.ts';
import {build} from '../stages/build/index.ts';
import {findBuilder, type Builder} from '../stages/builder/index.ts';
import {compareAll} from '../stages/compare/index.ts';
import {listContexts} from '../stages/plan/contexts.ts';
import {examineAll} from '../stages/examine/index.ts';
import {gather} from '../stages/gather/index.ts';
import {openStore, startKeeping, type Store} from '../stages/keep/index.ts';
import {findLoosenings} from '../stages/gather/loosenings.ts';
import {pointerNotices} from '../stages/plan/lfs-pointers.ts';
import {readLockfiles} from '../stages/attribute/lockfiles.ts';
import {makePlan} from '../stages/plan/index.ts';
import {recordImages, runRecord} from '../stages/compare/records.ts';
import {publish} from '../stages/publish/index.ts';
import {removeEarlierReport} from '../stages/start/report-folder.ts';
import {readContents} from '../stages/compare/context-contents.ts';
import {gapNotices, overtime, requireRoom, startRun} from '../stages/start/index.ts';
import {openToolCache} from '../stages/start/tool-cache.ts';
import {startSupply, type Supply} from '../stages/scan/supply.ts';

export async function check(asked: Inputs, deps: Deps): Promise<Report> {
  const inputs = {...asked, workdir: await withoutLinks(asked.workdir, deps)};
  const startedAt = startRun(inputs, deps);
  await removeEarlierReport(inputs, deps);
  await requireRoom(deps);
  const tools = await openToolCache(deps);
  const said = [...tools.notices, ...gapNotices(deps)];
  return gate({inputs, startedAt, said}, tools.deps);
}

/** The repository's root is found without links: names are the way from there to the folder. */
async function withoutLinks(folder: string, {files}: Pick<Deps, 'files'>): Promise<string> {
  try {
    return await files.realPath(folder);
  } catch {
    return folder;
  }
}

interface Started {
  readonly inputs: Inputs;
  readonly startedAt: Date;
  readonly said: readonly Notice[];
}

async function gate({inputs, startedAt, said}: Started, deps: Deps): Promise<Report> {
  const {plan, builder, supply, store} = await begin(inputs, deps);
  const contexts = listContexts(deps);
  const keeping = startKeeping({inputs, plan, store}, deps);
  const baselineFound = await keeping.baseline(supply);
  const {maxUnpackedBytes} = inputs;
  const lanes = examineAll({plan, supply, maxUnpackedBytes, kept: keeping.layersOf, deps});
  const cache = await prepareCache({plan, inputs, rights: store.rights}, deps);
  const building = {plan, inputs, builder, cache, deps};
  const call = {...building, blobs: keeping.blobs, onLayout: lanes.start};
  const first = await build(call);
  const exporting = exportCache(building, first);
  const hashing = readContents(plan.images, {built: first, contexts}, deps);
  const pinning = readLockfiles({plan, built: first, contexts}, deps);
  const built = await rebuildDamaged(call, first, lanes.end);
  const images = attribute(await lanes.end(built), {built, lockfiles: await pinning});
  const {baseline, notices, missing} = await baselineFound();
  const today = toDay(startedAt.toISOString());
  const records = recordImages({images, built, contents: await hashing, baseline, today});
  const comparisons = await compareAll({images, records, baseline});
  void supply.end();
  const tools = await supply.tools(images.map(({scanned}) => scanned));
  const about = {images, plan, inputs, built, contexts, comparisons, records, baseline};
  const gathered = await gather({...about, tools, startedAt}, deps);
  const {loosenings, uncompared} = await findLoosenings({baseline, missing, plan, inputs}, deps);
  const over = overtime(deps);
  const judgement = judge({policy: plan.policy, images: gathered, today, loosenings});
  const record = runRecord(records, {plan, enforce: inputs.enforce, judgement}, deps);
  const left = keeping.save(images, {record, layouts: built.layouts});
  const [exported, kept] = await Promise.all([exporting, left]);
  const told = [said, notices, comparisons.notices, exported.notices, kept];
  told.push(await pointerNotices(plan, contexts, deps));
  const judged = {...about, gathered, judgement, tools, uncompared};
  const times = {startedAt, endedAt: deps.clock.now(), cacheExportSeconds: exported.seconds};
  const job = currentJob(deps.workflow.env);
  const made = makeReport({...judged, ...times, ...job, notices: told.flat()});
  const report = over === undefined ? made : endedReport(made, over);
  return publish({report, images, built, record, inputs, deps});
}

interface Begun {
  readonly plan: Plan;
  readonly builder: Builder;
  readonly supply: Supply;
  readonly store: Store;
}

/** What can be fetched is fetched while it is found out what to build. */
async function begin(inputs: Inputs, deps: Deps): Promise<Begun> {
  const {during} = deps.running;
  const planning = Promise.all([
    during('reading what is to be built', () => makePlan(inputs, deps)),
    during('getting a builder', () => findBuilder({inputs, cwd: inputs.workdir}, deps)),
  ]);
  const store = openStore(inputs, deps);
  const supply = startSupply({inputs, first: planning, cacheStore: store.cacheStore}, deps);
  const [plan, builder] = await planning;
  return {plan, builder, supply, store};
}
