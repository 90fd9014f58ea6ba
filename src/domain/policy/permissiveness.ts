/** When a value of an option lets more pass than another one; every option of a rule has such an order. Pure. */

export interface Permissiveness {
  readonly isMorePermissive: (before: unknown, now: unknown) => boolean;
  readonly text: (value: unknown) => string;
}

/** The larger, the more passes; without one everything does. */
export function upperLimit(format: (value: number) => string): Permissiveness {
  const size = (value: unknown): number => (typeof value === 'number' ? value : Infinity);
  return {
    isMorePermissive: (before, now) => size(now) > size(before),
    text: (value) => (typeof value === 'number' ? format(value) : 'no limit'),
  };
}

/** The smaller, the more passes. */
export const lowerLimit: Permissiveness = {
  isMorePermissive: (before, now) => Number(now) < Number(before),
  text: String,
};

/** From strict to loose; what stands together is as strict. */
export function ranked(...ranks: readonly (readonly string[])[]): Permissiveness {
  const rank = (value: unknown): number =>
    ranks.findIndex((words) => words.some((one) => one === value));
  return {isMorePermissive: (before, now) => rank(now) > rank(before), text: String};
}

/** Each entry lets something pass. */
export const allowList: Permissiveness = {
  isMorePermissive: (before, now) => {
    const known = new Set(listOf(before));
    return listOf(now).some((entry) => !known.has(entry));
  },
  text: (value) => (listOf(value).length === 0 ? 'none' : listOf(value).join(', ')),
};

function listOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.map(String)
    : Object.entries(value).map(([key, one]) => `${key}=${String(one)}`);
}
