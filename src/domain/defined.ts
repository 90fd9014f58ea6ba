/** Optional fields: with exact optional types, one that is not known is absent and not undefined. Pure. */

/** The keys whose value may be undefined, as optional ones. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** `{a: 1, b: undefined}` -> `{a: 1}`: the same fields in their order, without those that are undefined. */
export function defined<T extends object>(fields: T): Defined<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
