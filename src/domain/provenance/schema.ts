/**
 * What is read of BuildKit's provenance (`mode=max`). The 0.2 and the 1 shape differ in where things
 * stand, not in what they are: both are transformed to one.
 */
import {z} from 'zod';
import {dictionary} from '../own-property.ts';

const line = z.object({line: z.int().positive()});
const stepSchema = z.object({
  id: z.string(),
  op: z.object({Op: dictionary(z.unknown()).nullish()}).nullish(),
  inputs: z.array(z.string()).nullish(),
});
const chainsSchema = z.array(z.array(z.object({digest: z.string()})));
const locationsSchema = z.object({
  locations: z
    .array(
      z.object({
        sourceIndex: z.int().nonnegative().nullish(),
        ranges: z.array(z.object({start: line, end: line})).nullish(),
      }),
    )
    .nullish(),
});
const buildConfigSchema = z.object({
  llbDefinition: z.array(stepSchema).min(1),
  digestMapping: dictionary(z.string()).nullish(),
});
const metadataSchema = z.object({
  layers: dictionary(chainsSchema).nullish(),
  source: z
    .object({
      locations: dictionary(locationsSchema).nullish(),
      infos: z.array(z.object({filename: z.string(), data: z.base64()})).nullish(),
    })
    .nullish(),
});
const argsSchema = z.object({args: dictionary(z.string()).nullish()});

const v02Schema = z
  .object({
    invocation: z.object({
      configSource: z.object({entryPoint: z.string().nullish()}).nullish(),
      parameters: argsSchema.nullish(),
    }),
    buildConfig: buildConfigSchema,
    metadata: z.object({'https://mobyproject.org/buildkit@v1#metadata': metadataSchema}),
  })
  .transform(({invocation, buildConfig, metadata}) => ({
    entryPoint: invocation.configSource?.entryPoint ?? undefined,
    args: invocation.parameters?.args ?? {},
    steps: buildConfig.llbDefinition,
    vertexes: buildConfig.digestMapping ?? {},
    metadata: metadata['https://mobyproject.org/buildkit@v1#metadata'],
  }));

const v1Schema = z
  .object({
    buildDefinition: z.object({
      externalParameters: z.object({
        configSource: z.object({path: z.string().nullish()}).nullish(),
        request: argsSchema.nullish(),
      }),
      internalParameters: z.object({buildConfig: buildConfigSchema}),
    }),
    runDetails: z.object({metadata: z.object({buildkit_metadata: metadataSchema})}),
  })
  .transform(({buildDefinition, runDetails}) => ({
    entryPoint: buildDefinition.externalParameters.configSource?.path ?? undefined,
    args: buildDefinition.externalParameters.request?.args ?? {},
    steps: buildDefinition.internalParameters.buildConfig.llbDefinition,
    vertexes: buildDefinition.internalParameters.buildConfig.digestMapping ?? {},
    metadata: runDetails.metadata.buildkit_metadata,
  }));

export const predicateSchema = z.union([v02Schema, v1Schema]);
export type Predicate = z.infer<typeof predicateSchema>;
export type Step = z.infer<typeof stepSchema>;
export const statementSchema = z.object({predicateType: z.string(), predicate: z.unknown()});
