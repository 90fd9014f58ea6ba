/**
 * Leaves the steps of a build in its cache, when its images are there: a second bake of the same
 * definition finds every step in the builder, and can be ended without loss. Nobody's scan waits for it.
 */
import {bake} from '../../clients/buildx.ts';
import {describeEnding, hasSucceeded} from '../../clients/tool.ts';
import {splitIntoBatches} from '../../domain/build/batches.ts';
import type {BuildFacts} from '../../domain/build/facts.ts';
import {parseProgressLine, Progress} from '../../domain/build/progress.ts';
import type {Notice} from '../../domain/notice.ts';
import type {BuildCall} from './build-call.ts';
import {layoutBytes} from './layouts.ts';

/** What an upload moves at the least. */
const BYTES_PER_SECOND = 5e6;

export interface CacheExport {
  /** Absent: nothing was to be left. */
  readonly seconds?: number;
  readonly notices: readonly Notice[];
}

/** Never rejects. */
export async function exportCache(
  {plan, inputs, builder, cache, deps}: Omit<BuildCall, 'onLayout' | 'blobs'>,
  built: BuildFacts,
): Promise<CacheExport> {
  if (cache.to.length === 0 || built.failure !== undefined) return {notices: []};
  const targets = [...new Set(plan.images.map(({target}) => target))];
  // Of the images; the steps that lead to them may be more.
  const bytes = await Promise.all(built.layouts.map((layout) => layoutBytes(layout, deps)));
  const sum = bytes.reduce((all, one) => all + one, 0);
  const allSeconds = inputs.cacheTimeoutSeconds + sum / BYTES_PER_SECOND;
  let seconds = 0;
  const troubles: string[] = [];
  for (const batch of splitIntoBatches(targets, plan.resolved)) {
    const left = allSeconds - seconds;
    const exported = await exportBatch({plan, builder, cache, deps}, batch, left);
    seconds += exported.seconds;
    if (exported.why === undefined) continue;
    troubles.push(exported.why);
    if (!exported.isExit) break;
  }
  const [why] = troubles;
  const message = `The build cache was not written as a whole: ${why ?? ''}. The next build may build more than it must.`;
  return {seconds, notices: why === undefined ? [] : [{from: 'cache', message}]};
}

interface Exported {
  readonly seconds: number;
  /** Absent: all of it was left. */
  readonly why?: string | undefined;
  /** Nobody ended it. */
  readonly isExit: boolean;
}

async function exportBatch(
  {plan, builder, cache, deps}: Pick<BuildCall, 'plan' | 'builder' | 'cache' | 'deps'>,
  targets: readonly string[],
  deadlineSeconds: number,
): Promise<Exported> {
  const progress = new Progress();
  const exporting = bake(deps, {
    args: [
      ...[...builder.args, ...cache.definition, ...cache.to, '--progress=rawjson'],
      ...targets.map((target) => `--set=${target}.output=type=cacheonly`),
      ...targets,
    ],
    cwd: plan.definition.folder,
    deadlineSeconds,
    addEnv: {...cache.env, BUILDX_NO_DEFAULT_ATTESTATIONS: '1'},
    onStderrLine: (line) => {
      const event = parseProgressLine(line);
      if (event !== undefined) progress.add(event);
    },
  });
  const result = await deps.running.during('export of the build cache', () => exporting);
  const failed = progress.steps().find(({error}) => error !== undefined)?.error;
  return {
    seconds: result.seconds,
    why: hasSucceeded(result) ? failed : describeEnding(result),
    isExit: result.ended === 'exit',
  };
}
