/** The bake itself, its progress read live. */
import {defined} from '../../domain/defined.ts';
import {bake} from '../../clients/buildx.ts';
import type {RunResult} from '../../deps.ts';
import {parseProgressLine, type Progress} from '../../domain/build/progress.ts';
import {csvField} from '../../domain/text/csv-fields.ts';
import {buildsUnderWay} from '../../domain/build/interrupted-builds.ts';
import type {ImportWatch} from './import-watch.ts';
import type {Output} from './build-call.ts';
import type {BuildCall} from './build-call.ts';

export interface BakeRun {
  readonly outputs: readonly Output[];
  readonly folder: string;
  readonly metadataFile: string;
  readonly progress: Progress;
}

export async function runBake(
  {plan, inputs, builder, cache, deps}: BuildCall,
  run: BakeRun,
  watch?: ImportWatch,
): Promise<RunResult> {
  const section = deps.log.live(
    `Build ${run.outputs.flatMap(({images}) => images.map(({id}) => id)).join(', ')}`,
  );
  const call: Parameters<typeof bake>[1] = {
    args: [...builder.args, ...bakeArgs({inputs, cache, run})],
    cwd: plan.definition.folder,
    deadlineSeconds: inputs.timeoutSeconds,
    // Provenance comes with the metadata, and nothing is added to the layouts (threats.md rule 3).
    addEnv: {
      ...cache.env,
      BUILDX_METADATA_PROVENANCE: 'max',
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
    },
    ...defined({signal: watch?.signal}),
    onStderrLine: (line) => {
      const event = parseProgressLine(line);
      if (event === undefined) return;
      watch?.see(event);
      for (const shown of run.progress.add(event)) section.untrusted(shown.text);
    },
  };
  const targets = run.outputs.map(({target}) => target);
  const result = await deps.running.during(
    () => buildsUnderWay(targets, run.progress.underWay()),
    () => bake(deps, call),
  );
  section.end();
  return result;
}

function bakeArgs({
  inputs,
  cache,
  run,
}: Pick<BuildCall, 'inputs' | 'cache'> & {readonly run: BakeRun}): string[] {
  return [
    ...cache.definition,
    ...cache.from,
    ...run.outputs.map(
      ({target, folder}) => `--set=${target}.output=type=oci,${csvField('dest', folder)},tar=false`,
    ),
    `--allow=fs.write=${run.folder}`,
    '--progress=rawjson',
    `--metadata-file=${run.metadataFile}`,
    ...(inputs.noCache ? ['--no-cache'] : []),
    ...(inputs.pull ? ['--pull'] : []),
    ...run.outputs.map(({target}) => target),
  ];
}
