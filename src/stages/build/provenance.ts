/** What the builder says of how images were made: bake's metadata, and provenance. Foreign until it is parsed. */
import {z} from 'zod';
import {readProvenance} from '../../clients/buildx.ts';
import type {Deps} from '../../deps.ts';
import type {ImageId} from '../../domain/image-id.ts';
import type {Plan} from '../../domain/plan/plan.ts';
import type {Builder} from '../builder/index.ts';
import {dictionary, ownProperty} from '../../domain/own-property.ts';

const LARGEST_METADATA = 64 * 1024 * 1024;

/** By target. */
export type Metadata = Readonly<Record<string, unknown>>;

export async function readMetadata(path: string, deps: Pick<Deps, 'files'>): Promise<Metadata> {
  try {
    return metadataSchema.parse(JSON.parse(await deps.files.readText(path, LARGEST_METADATA)));
  } catch {
    // bake writes it when it has ended well; without it places are not known.
    return {};
  }
}

const targetSchema = z.looseObject({
  'buildx.build.provenance': z.unknown().optional(),
  'buildx.build.ref': z.string().optional(),
});
const metadataSchema = dictionary(z.unknown());

interface Built {
  readonly metadata: Metadata;
  readonly plan: Plan;
  readonly builder: Builder;
}

/** Out of the metadata for one platform; for several out of the builder's history (facts.md). */
export async function readAllProvenance(
  {metadata, plan, builder}: Built,
  deps: Pick<Deps, 'exec'>,
): Promise<ReadonlyMap<ImageId, unknown>> {
  const found = await Promise.all(
    plan.images.map(async (image): Promise<readonly [ImageId, unknown]> => {
      const target = targetSchema.safeParse(ownProperty(metadata, image.target));
      if (!target.success) return [image.id, undefined];
      const direct = target.data['buildx.build.provenance'];
      const ref = target.data['buildx.build.ref']?.split('/').at(-1);
      if (direct !== undefined || ref === undefined) return [image.id, direct];
      return [
        image.id,
        await readProvenance(deps, {
          ref,
          platform: image.platform,
          cwd: plan.workdir,
          builder: builder.args,
        }),
      ];
    }),
  );
  return new Map(found.filter(([, document]) => document !== undefined));
}
