/** One bake for each batch of targets, each with progress and metadata of its own. What fails in one ends no other. */
import {bake} from '../../clients/buildx.ts';
import {hasSucceeded} from '../../clients/tool.ts';
import {splitIntoBatches, isLostJob} from '../../domain/build/batches.ts';
import {Progress} from '../../domain/build/progress.ts';
import type {Notice} from '../../domain/notice.ts';
import {ownProperty} from '../../domain/own-property.ts';
import type {Builder} from '../builder/index.ts';
import {isComplete} from './layouts.ts';
import {bakeWithCacheFallback, type Baked} from './cache-fallback.ts';
import {readMetadata, type Metadata} from './provenance.ts';
import type {Batch, BuildCall, Output} from './build-call.ts';

const LATE_SECONDS = 60;

export interface Batches {
  readonly batches: readonly Batch[];
  readonly metadata: Metadata;
  /** That built the images in the end. */
  readonly builder: Builder;
  readonly notices: readonly Notice[];
}

interface Place {
  readonly outputs: readonly Output[];
  readonly folder: string;
}

export async function bakeInBatches(call: BuildCall, {outputs, folder}: Place): Promise<Batches> {
  const targets = outputs.map(({target}) => target);
  const batches: Batch[] = [];
  const notices: Notice[] = [];
  let metadata: Metadata = {};
  let current = call;
  for (const names of splitIntoBatches(targets, call.plan.resolved)) {
    const own = outputs.filter(({target}) => names.includes(target));
    const baked = await bakeBatch(current, {outputs: own, folder});
    batches.push(baked.batch);
    notices.push(...baked.notices);
    metadata = {...metadata, ...baked.metadata};
    current = baked.next;
    // A deadline or signal ends them all.
    if (call.deps.signal.aborted || baked.batch.result.ended !== 'exit') break;
  }
  return {batches, metadata, builder: current.builder, notices};
}

interface BakedBatch {
  readonly batch: Batch;
  readonly metadata: Metadata;
  readonly notices: readonly Notice[];
  /** How the next one is built: a cache or builder that was given up stays so. */
  readonly next: BuildCall;
}

async function bakeBatch(call: BuildCall, {outputs, folder}: Place): Promise<BakedBatch> {
  const first = await bakeOne(call, {outputs, folder});
  const left =
    isLostJob(first.result.stderr) && !hasSucceeded(first.result)
      ? await openOf(outputs, call)
      : [];
  const isAgain = left.length > 0 && !call.deps.signal.aborted;
  if (isAgain) call.deps.log.line('BuildKit lost a job of this build: it is built once more.');
  const second = isAgain ? await bakeOne(first.next, {outputs: left, folder}) : undefined;
  const last = second ?? first;
  const known = {...first.metadata, ...second?.metadata};
  const late = hasSucceeded(first.result)
    ? {}
    : await lateMetadata(last.next, {outputs, folder, known});
  return {
    batch: {
      outputs,
      bakes: [first.progress, ...(second === undefined ? [] : [second.progress])],
      seconds: first.result.seconds + (second?.result.seconds ?? 0),
      result: last.result,
    },
    metadata: {...known, ...late},
    notices: [...first.notices, ...(second?.notices ?? [])],
    next: last.next,
  };
}

async function openOf(outputs: readonly Output[], {deps}: BuildCall): Promise<readonly Output[]> {
  const ends = await Promise.all(outputs.map(({folder}) => isComplete(folder, deps)));
  return outputs.filter((_, index) => ends[index] === false);
}

interface BakedOnce extends Baked {
  readonly progress: Progress;
  readonly metadata: Metadata;
}

async function bakeOne(call: BuildCall, {outputs, folder}: Place): Promise<BakedOnce> {
  const progress = new Progress();
  const metadataFile = metadataIn(outputs, folder);
  const baked = await bakeWithCacheFallback(call, {outputs, folder, metadataFile, progress});
  return {...baked, progress, metadata: await readMetadata(metadataFile, call.deps)};
}

function metadataIn(outputs: readonly Output[], folder: string): string {
  return `${outputs[0]?.folder ?? folder}-metadata.json`;
}

/** What a metadata file would have said of the targets that did succeed: every step is in the builder. */
async function lateMetadata(
  call: BuildCall,
  {outputs, folder, known}: Place & {readonly known: Metadata},
): Promise<Metadata> {
  const {builder, cache, plan, deps} = call;
  const open = new Set(await openOf(outputs, call));
  const late = outputs.filter(
    (output) => !open.has(output) && ownProperty(known, output.target) === undefined,
  );
  const targets = late.map(({target}) => target);
  if (targets.length === 0 || deps.signal.aborted) return {};
  const file = metadataIn(late, folder);
  await deps.running.during('what the builder says of the images that were built', () =>
    bake(deps, {
      args: [
        ...[...builder.args, ...cache.definition, '--progress=rawjson', `--metadata-file=${file}`],
        ...targets.flatMap((target) => [
          `--set=${target}.output=type=cacheonly`,
          `--set=${target}.no-cache=false`,
        ]),
        ...targets,
      ],
      cwd: plan.definition.folder,
      deadlineSeconds: LATE_SECONDS,
      addEnv: {
        ...cache.env,
        BUILDX_METADATA_PROVENANCE: 'max',
        BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
      },
    }),
  );
  return readMetadata(file, deps);
}
