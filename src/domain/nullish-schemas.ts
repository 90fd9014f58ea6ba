/** What Go leaves empty: a key that is not there, or null, means the same. Pure. */
import {z} from 'zod';

/** Optional, and null is nothing: for every key of what a tool prints. */
export function orUndefined<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => value ?? undefined, schema.optional());
}

/** A list of nothing is empty. */
export function orEmptyList<Item extends z.ZodType>(item: Item, most = 1_000_000) {
  return z.preprocess((value) => value ?? [], z.array(item).max(most));
}
