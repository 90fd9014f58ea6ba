/** All images, in bakes of at most so many targets; tells of each image as soon as its layout is complete. */
import {dirname, join} from 'node:path';
import {defined} from '../../domain/defined.ts';
import {requireBuildx} from '../../clients/buildx-version.ts';
import type {Deps} from '../../deps.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import type {Layout} from '../../domain/layout.ts';
import type {PlannedImage} from '../../domain/planned-image.ts';
import type {Notice} from '../../domain/notice.ts';
import {formatBytes} from '../../domain/text/units.ts';
import {bakeInBatches} from './batches.ts';
import {findBuildFailure, sumBatches} from './batch-sums.ts';
import {completeLayouts, largestFirst} from './layouts.ts';
import {readAllProvenance} from './provenance.ts';
import {preseed} from './preseed.ts';
import type {BuildCall, Output} from './build-call.ts';

const POLL_SECONDS = 0.1;
const LITTLE_SPACE = 2e9;

/**
 * Never throws for a build that fails: `failure` says why, and what was complete before is there.
 * @throws {ToolError} when buildx is too old for it
 */
export async function build(call: BuildCall): Promise<BuildFacts> {
  const {plan, deps} = call;
  const folder = await deps.files.makeTemporary('plimsoll-layouts', 'job');
  const outputs = await Promise.all(
    outputsOf(plan.images, folder).map((output) => preseed(output, call.blobs)),
  );
  const notices = await spaceNotices(folder, deps);
  const watcher = watchLayouts(outputs, call);
  const buildx = requireBuildx(deps, plan.workdir);
  // Awaited below: the bake does not wait for an answer that is nearly always good.
  void buildx.catch(() => undefined);
  const {batches, builder, metadata, notices: said} = await bakeInBatches(call, {outputs, folder});
  const layouts = await watcher.end();
  const failure = await findBuildFailure(batches, {folder, plan, deps});
  if (failure !== undefined) deps.log.untrusted(failure.message);
  return {
    buildx: await buildx,
    ...sumBatches(batches),
    ...defined({cacheKind: call.cache.kind}),
    layouts,
    provenance: await readAllProvenance({metadata, plan, builder}, deps),
    notices: [...builder.notices, ...call.cache.notices, ...notices, ...said],
    ...defined({builder: builder.found?.facts, failure}),
    ...(Object.keys(metadata).length === 0 ? {} : {metadata}),
  };
}

/** A disk that is nearly full is said before the build fails for it. */
async function spaceNotices(
  folder: string,
  deps: Pick<Deps, 'files' | 'log'>,
): Promise<readonly Notice[]> {
  const free = await deps.files.freeBytes(folder);
  if (free >= LITTLE_SPACE) return [];
  const message = `Only ${formatBytes(free)} are free where the images are written (${dirname(folder)}): builds of this size may fill the disk. Free some, or set TMPDIR (RUNNER_TEMP on a runner) to a larger one.`;
  deps.log.line(message);
  return [{from: 'build', message}];
}

function outputsOf(images: readonly PlannedImage[], folder: string): readonly Output[] {
  const targets = [...new Set(images.map((image) => image.target))];
  return targets.map((target, index) => ({
    target,
    images: images.filter((image) => image.target === target),
    folder: join(folder, `image-${index}`),
    preseeded: [],
  }));
}

/** Looks for complete layouts while the bake runs, and once more when it has ended. */
function watchLayouts(
  outputs: readonly Output[],
  {deps, onLayout}: BuildCall,
): {end(): Promise<readonly Layout[]>} {
  const done = new AbortController();
  const layouts: Layout[] = [];
  const open = new Set(outputs);
  const look = async (): Promise<void> => {
    const found = await Promise.all(
      [...open].map(async (output) => {
        const complete = await completeLayouts(output, deps);
        if (complete === undefined) return [];
        open.delete(output);
        return complete;
      }),
    );
    for (const layout of await largestFirst(found.flat(), deps)) {
      layouts.push(layout);
      deps.log.status(layout.image.id, 'built');
      onLayout(layout);
    }
  };
  const watching = (async () => {
    while (!done.signal.aborted) {
      await look();
      await deps.clock.sleep(POLL_SECONDS, done.signal);
    }
  })();
  return {
    end: async () => {
      done.abort();
      await watching;
      await look();
      return layouts;
    },
  };
}
