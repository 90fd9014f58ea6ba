/** A cache that fails or hangs is given up, and the images are built without it. */
import {hasSucceeded} from '../../clients/tool.ts';
import type {RunResult} from '../../deps.ts';
import type {Notice} from '../../domain/notice.ts';
import {errorMessage} from '../../errors.ts';
import {freshBuilder} from '../builder/index.ts';
import {runBake, type BakeRun} from './bake.ts';
import {importTrouble, watchImport} from './import-watch.ts';
import type {BuildCall} from './build-call.ts';

export interface Baked {
  readonly result: RunResult;
  /** With the builder that built the images in the end, and without a cache that was given up. */
  readonly next: BuildCall;
  readonly notices: readonly Notice[];
}

export async function bakeWithCacheFallback(call: BuildCall, run: BakeRun): Promise<Baked> {
  const seconds = call.inputs.cacheTimeoutSeconds;
  const watch = watchImport(seconds, call.deps.clock);
  const result = await runBake(call, run, watch);
  watch.end();
  if (call.deps.signal.aborted) return {result, next: call, notices: []};
  if (watch.signal.aborted) return bakeElsewhere(call, run, result);
  const trouble = importTrouble(run.progress.steps(), {isFailed: !hasSucceeded(result)});
  if (trouble === undefined) return {result, next: call, notices: []};
  const notices = [noticeOf(call, `${trouble} and was given up: the images were built without it`)];
  const next = withoutCache(call);
  return {result: hasSucceeded(result) ? result : await runBake(next, run), next, notices};
}

/** BuildKit builds nothing more while it waits for its cache, whoever asks: only another one does. */
async function bakeElsewhere(call: BuildCall, run: BakeRun, first: RunResult): Promise<Baked> {
  const {inputs, plan, builder: stuck, deps} = call;
  const silent = `did not answer for ${inputs.cacheTimeoutSeconds} s, and the builder waits for it on`;
  try {
    const builder = await freshBuilder({inputs, cwd: plan.workdir}, stuck.found, deps);
    const name = builder.found?.facts.name ?? 'of our own';
    const notice = noticeOf(
      call,
      `${silent}: the images were built without it, by the container builder ${name}`,
    );
    const next = {...withoutCache(call), builder};
    return {result: await runBake(next, run), next, notices: [notice]};
  } catch (error) {
    const notice = noticeOf(
      call,
      `${silent}; another builder could not be made: ${errorMessage(error).replace(/\.$/, '')}`,
    );
    return {result: first, next: call, notices: [notice]};
  }
}

function withoutCache(call: BuildCall): BuildCall {
  return {...call, cache: {...call.cache, from: []}};
}

function noticeOf({deps}: BuildCall, words: string): Notice {
  const message = `The build cache ${words}.`;
  deps.log.untrusted(message);
  return {from: 'cache', message};
}
